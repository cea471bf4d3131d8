//! What the platform quotes in its error messages is not shown, nor what a client prints of itself.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use common::{Does, OK, Platform, SECRET, client, connect, token};
use serde_json::json;
use weixin_api::{GET, POST};
use weixin_client::IntoClient;
use weixin_official::prelude::*;
use weixin_open::{Authorizer, ThirdPartyPlatform, prelude::*};
use weixin_protocol::Secret;
use weixin_work::WorkApp;

/// Secrets that calls hold, by the names of their fields.
const HELD: [(&str, &str); 7] = [
    ("secret", "SECRETSECRET"),
    ("js_code", "CODECODECODE"),
    ("code", "OTHERCODEOTHER"),
    ("refresh_token", "REFRESHREFRESH"),
    ("component_verify_ticket", "ticket@@@TICKET=="),
    ("session_key", "c2Vzc2lvbg=="),
    ("permanent_code", "PERMANENT"),
];

/// A platform that answers every call with all that the call held.
fn parrot() -> std::sync::Arc<Platform> {
    Platform::with_tokens(|seen, _| {
        let query = weixin_api::wire::query::decode(&seen.query, false);
        let message = format!("invalid {query} and {} and {}", seen.text(), seen.query);
        Does::Says(json!({ "errcode": 40029, "errmsg": message }).to_string())
    })
}

#[tokio::test(start_paused = true)]
async fn what_a_call_held_is_removed_from_the_platforms_words() {
    let platform = parrot();
    let wx = client(&platform);
    for (name, value) in HELD {
        let fields = json!({ name: value, "openid": "oAnn", "deep": [{ name: value }] });
        let errors = [
            wx.call(POST, "/x", fields).await.unwrap_err(),
            wx.call(GET, "/x", json!({ name: value, "openid": "oAnn" })).await.unwrap_err(),
            wx.call(POST, &format!("/x?{name}={value}"), ()).await.unwrap_err(),
        ];
        for error in errors {
            let shown = format!("{error} {error:?} {}", error.message());
            assert!(!shown.contains(value), "{name}: {shown}");
            let encoded = weixin_api::wire::query::encode(value);
            assert!(!shown.contains(&*encoded), "{name}: {shown}");
            assert!(!shown.contains("T0"), "the token: {shown}");
        }
    }
    // What is no secret helps.
    let error = wx.call(POST, "/x", json!({ "openid": "oAnn" })).await.unwrap_err();
    assert!(error.message().contains("oAnn"), "{error}");
}

#[tokio::test(start_paused = true)]
async fn token_fetches_quote_nothing_either() {
    let quoting = Platform::new(|seen, _| {
        let message = format!("invalid appsecret {} {}", seen.query, seen.text());
        Does::Says(json!({ "errcode": 40125, "errmsg": message }).to_string())
    });
    let tickets = weixin_api::LatestTicket::new();
    tickets.put("TICKETTICKET");
    let component = ThirdPartyPlatform::new("wxC", SECRET, std::sync::Arc::new(tickets));
    let component = connect(&component, &quoting);
    let owner = Authorizer::official("wxC", "wx9", "REFRESHREFRESH");
    let transport: std::sync::Arc<Platform> = std::sync::Arc::clone(&quoting);
    let upstream = std::sync::Arc::new(weixin_api::StaticCredential::new("COMPONENTTOKEN"));
    let owner = owner.client_builder().transport(transport).upstream(upstream).build().unwrap();
    let errors = [
        client(&quoting).menu().delete().await.unwrap_err(),
        connect(&common::account().with_classic_token(), &quoting)
            .menu()
            .delete()
            .await
            .unwrap_err(),
        connect(&WorkApp::new("ww1", 7, SECRET), &quoting)
            .any()
            .send_text("a", "b")
            .await
            .unwrap_err(),
        component.authorization().query("CODECODECODE").await.unwrap_err(),
        owner.menu().delete().await.unwrap_err(),
    ];
    for error in errors {
        let shown = format!("{error} {error:?}");
        for secret in [SECRET, "TICKETTICKET", "REFRESHREFRESH", "COMPONENTTOKEN"] {
            assert!(!shown.contains(secret), "{shown}");
        }
        assert!(shown.contains("invalid appsecret"), "{shown}");
    }
}

#[tokio::test(start_paused = true)]
async fn what_looks_like_a_secret_is_removed_too() {
    for (said, shown) in [
        ("access_token=66_abcDEF-123 expired", "access_token=… expired"),
        (r#"{"session_key":"tiihtNczf5v6AKRyjwEUhQ=="}"#, r#"{"session_key":"…"}"#),
        ("GET /x?a=1&secret=abcdef123&b=2", "GET /x?a=1&secret=…&b=2"),
        ("suite_ticket: Abcdefgh_1", "suite_ticket: …"),
        (
            "invalid credential, access_token is invalid or not latest rid: 6-a-b",
            "invalid credential, access_token is invalid or not latest rid: 6-a-b",
        ),
        (
            "invalid code, hint: [1700000000_61_abc], from ip: 1.2.3.4, more info at https://open.work.weixin.qq.com/devtool/query?e=40029",
            "invalid code, hint: [1700000000_61_abc], from ip: 1.2.3.4, more info at https://open.work.weixin.qq.com/devtool/query?e=40029",
        ),
        ("令牌=", "令牌="),
        ("a=b:c=\"", "a=b:c=\""),
    ] {
        let answer = json!({ "errcode": 48001, "errmsg": said }).to_string();
        let platform = Platform::with_tokens(move |_, _| Does::Says(answer.clone()));
        let error = client(&platform).call(POST, "/x", ()).await.unwrap_err();
        assert_eq!(error.message(), shown);
    }
}

#[test]
fn any_message_is_survived() {
    use proptest::prelude::*;

    let message = "(secret|token|code|=|:|\"| |[a-zé铃]{0,8}){0,12}";
    proptest!(|(message in message)| {
        let answer = json!({ "errcode": 48001, "errmsg": message }).to_string();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let platform = Platform::with_tokens(move |_, _| Does::Says(answer.clone()));
            client(&platform).call(POST, "/x", ()).await.unwrap_err();
        });
    });
}

#[tokio::test(start_paused = true)]
async fn a_client_prints_in_one_line() {
    let platform = Platform::new(|seen, _| match seen.is_token() {
        true => Does::Says(token("TOKENTOKEN")),
        false => Does::Answers(OK),
    });
    let wx = client(&platform);
    wx.menu().delete().await.unwrap();
    assert_eq!(wx.credentials().get().await.unwrap(), Secret::new("TOKENTOKEN"));
    let builder = common::account().client_builder().proxy("http://u:PASSWORD@10.0.0.1:3128");
    for shown in [
        format!("{wx:?}"),
        format!("{wx:#?}"),
        format!("{:#?}", wx.credentials()),
        format!("{builder:#?}"),
    ] {
        assert!(!shown.contains('\n') && shown.len() < 100, "{shown}");
        assert!(shown.contains("wx1"), "{shown}");
        assert!(!shown.contains("TOKENTOKEN") && !shown.contains(SECRET), "{shown}");
    }
}
