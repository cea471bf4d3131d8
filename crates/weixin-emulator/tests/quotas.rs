//! API quotas, and queries about rejected calls.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod common;

use std::time::Duration;

use axum::http::Method;
use common::{call, errcode, token};
use serde_json::{Value, json};
use weixin_emulator::{Account, Emulator};
use weixin_protocol::Product;

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

async fn ask(platform: &Emulator, account: &Account, path: &str, body: Option<Value>) -> Value {
    let method = if body.is_some() { Method::POST } else { Method::GET };
    let token = token(platform, account).await;
    call(platform, method, &format!("{path}?access_token={token}"), body).await
}

#[tokio::test]
async fn calls_are_limited_by_daily_quotas() {
    let platform = Emulator::start().await;
    let account = platform.official().rules(|rules| {
        rules.quotas.daily.insert("/cgi-bin/tags/get".to_owned(), 2);
    });
    let tags = async || errcode(&ask(&platform, &account, "/cgi-bin/tags/get", None).await);
    let quota = async |path: &str| {
        let body = Some(json!({ "cgi_path": path }));
        ask(&platform, &account, "/cgi-bin/openapi/quota/get", body).await
    };
    assert_eq!((tags().await, tags().await, tags().await), (0, 0, 45009));
    let left = quota("/cgi-bin/tags/get").await["quota"].clone();
    assert_eq!(left, json!({ "daily_limit": 2, "used": 2, "remain": 0 }));
    assert_eq!(quota("/cgi-bin/user/get").await["quota"]["daily_limit"], 500);
    assert_eq!(errcode(&quota("/cgi-bin/no/such").await), 76021);
    assert_eq!(errcode(&quota("/sns/userinfo").await), 76022);
    // Quotas are counted per account.
    let other = platform.add_account(Product::Official);
    assert_eq!(errcode(&ask(&platform, &other, "/cgi-bin/tags/get", None).await), 0);
    platform.clock().advance(DAY).await;
    assert_eq!((tags().await, tags().await, tags().await), (0, 0, 45009));

    let clear =
        async |path: &str, body: Value| errcode(&ask(&platform, &account, path, Some(body)).await);
    let one = json!({ "cgi_path": "/cgi-bin/tags/get" });
    assert_eq!(clear("/cgi-bin/openapi/quota/clear", one.clone()).await, 0);
    assert_eq!((tags().await, tags().await, tags().await), (0, 0, 45009));
    let all = json!({ "appid": account.id() });
    assert_eq!(clear("/cgi-bin/clear_quota", all.clone()).await, 0);
    assert_eq!(tags().await, 0);
    for _ in 2..10 {
        assert_eq!(clear("/cgi-bin/clear_quota", all.clone()).await, 0);
    }
    assert_eq!(clear("/cgi-bin/clear_quota", all).await, 48006);
    assert_eq!(clear("/cgi-bin/openapi/quota/clear", one).await, 48006);
}

#[tokio::test]
async fn rejected_calls_can_be_queried_by_rid_for_a_week() {
    let platform = Emulator::start().await;
    let account = platform.official();
    let body = json!({ "tag": { "name": "" } });
    let rejected = ask(&platform, &account, "/cgi-bin/tags/create", Some(body.clone())).await;
    let message = rejected["errmsg"].as_str().unwrap();
    let rid = message.split_once("rid: ").unwrap().1;
    let path = "/cgi-bin/openapi/rid/get";
    let about = |rid: &str| Some(json!({ "rid": rid }));
    let seen = ask(&platform, &account, path, about(rid)).await["request"].clone();
    let url = seen["request_url"].as_str().unwrap();
    assert!(
        url.starts_with("https://api.weixin.qq.com/cgi-bin/tags/create?access_token="),
        "{url}"
    );
    assert_eq!(seen["request_body"], body.to_string());
    assert!(seen["response_body"].as_str().unwrap().contains(rid));
    let other = platform.add_account(Product::Official);
    assert_eq!(errcode(&ask(&platform, &other, path, about(rid)).await), 76003);
    for (rid, code) in [("00000000-00000000-00000000", 76001), ("", 76002), ("12-34-56", 76002)] {
        assert_eq!(errcode(&ask(&platform, &account, path, about(rid)).await), code, "{rid}");
    }
    platform.clock().advance(7 * DAY).await;
    assert_eq!(errcode(&ask(&platform, &account, path, about(rid)).await), 76004);
}
