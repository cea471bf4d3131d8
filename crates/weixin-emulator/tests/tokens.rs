//! Access tokens: lifetimes, quotas and error codes.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod common;

use std::time::Duration;

use axum::{
    body::Body,
    http::{Method, Request},
};
use common::{call, errcode, send, token};
use serde_json::{Value, json};
use weixin_emulator::{Account, Emulator};

const MINUTE: Duration = Duration::from_secs(60);
const HOUR: Duration = Duration::from_secs(60 * 60);

async fn plain_token(platform: &Emulator, account: &Account) -> Value {
    let credentials = account.credentials();
    let path = format!(
        "/@api.weixin.qq.com/cgi-bin/token?grant_type=client_credential&appid={}&secret={}",
        credentials.id,
        credentials.secret.expose()
    );
    call(platform, Method::GET, &path, None).await
}

async fn stable(platform: &Emulator, account: &Account, force: bool) -> Value {
    let credentials = account.credentials();
    let body = json!({
        "grant_type": "client_credential",
        "appid": credentials.id,
        "secret": credentials.secret.expose(),
        "force_refresh": force,
    });
    call(platform, Method::POST, "/cgi-bin/stable_token", Some(body)).await
}

/// The error code of a read-only call with this token.
async fn probe(platform: &Emulator, token: &Value) -> i64 {
    let path = format!(
        "/@api.weixin.qq.com/cgi-bin/user/get?access_token={}",
        token["access_token"].as_str().unwrap()
    );
    errcode(&call(platform, Method::GET, &path, None).await)
}

#[tokio::test]
async fn a_plain_token_overlaps_with_its_successor_for_five_minutes() {
    let platform = Emulator::start().await;
    let account = platform.official();
    let first = plain_token(&platform, &account).await;
    assert_eq!(first["expires_in"], 7200);
    assert!(first.get("errcode").is_none());
    let second = plain_token(&platform, &account).await;
    assert_ne!(first["access_token"], second["access_token"]);
    assert_eq!((probe(&platform, &first).await, probe(&platform, &second).await), (0, 0));
    platform.clock().advance(5 * MINUTE).await;
    assert_eq!((probe(&platform, &first).await, probe(&platform, &second).await), (40001, 0));
    platform.clock().advance(2 * HOUR).await;
    assert_eq!(probe(&platform, &second).await, 42001);
}

#[tokio::test]
async fn a_stable_token_is_kept_until_shortly_before_its_expiry() {
    let platform = Emulator::start().await;
    let account = platform.official();
    let first = stable(&platform, &account, false).await;
    // The other endpoint does not affect it.
    plain_token(&platform, &account).await;
    platform.clock().advance(2 * HOUR - 6 * MINUTE).await;
    let same = stable(&platform, &account, false).await;
    assert_eq!((&same["access_token"], &same["expires_in"]), (&first["access_token"], &json!(360)));
    platform.clock().advance(MINUTE).await;
    let next = stable(&platform, &account, false).await;
    assert_ne!(next["access_token"], first["access_token"]);
    assert_eq!((probe(&platform, &first).await, probe(&platform, &next).await), (0, 0));
    platform.clock().advance(5 * MINUTE).await;
    assert_eq!((probe(&platform, &first).await, probe(&platform, &next).await), (42001, 0));
}

#[tokio::test]
async fn forced_refreshes_are_limited_in_number_and_interval() {
    let platform = Emulator::start().await;
    let account = platform.official();
    let first = stable(&platform, &account, false).await;
    let forced = stable(&platform, &account, true).await;
    assert_ne!(first["access_token"], forced["access_token"]);
    assert_eq!((probe(&platform, &first).await, probe(&platform, &forced).await), (40001, 0));
    platform.clock().advance(Duration::from_secs(29)).await;
    let early = stable(&platform, &account, true).await;
    assert_eq!(early["access_token"], forced["access_token"]);
    for _ in 1..20 {
        platform.clock().advance(Duration::from_secs(30)).await;
        assert_eq!(errcode(&stable(&platform, &account, true).await), 0);
    }
    platform.clock().advance(Duration::from_secs(30)).await;
    assert_eq!(errcode(&stable(&platform, &account, true).await), 45009);
    platform.clock().advance(24 * HOUR).await;
    assert_eq!(errcode(&stable(&platform, &account, true).await), 0);
}

#[tokio::test]
async fn failed_token_requests_have_the_platforms_error_codes() {
    let platform = Emulator::start().await;
    let account = platform.official();
    let (id, secret) = (account.id().clone(), account.credentials().secret);
    let secret = secret.expose();
    let path = "/@api.weixin.qq.com/cgi-bin/token?grant_type=client_credential";
    let cases = [
        (Method::GET, format!("{path}&appid={id}&secret=wrong"), 40125),
        (Method::GET, format!("{path}&appid=wx0000000000000000&secret={secret}"), 40013),
        (Method::GET, format!("{path}&appid={id}"), 41004),
        (Method::GET, format!("{path}&secret={secret}"), 41002),
        (Method::GET, format!("/cgi-bin/token?grant_type=x&appid={id}&secret={secret}"), 40002),
        (Method::POST, format!("{path}&appid={id}&secret={secret}"), 43001),
        (Method::GET, "/@api.weixin.qq.com/cgi-bin/menu/create?access_token=x".into(), 40014),
        (Method::GET, "/@api.weixin.qq.com/cgi-bin/menu/get".into(), 41001),
        (
            Method::GET,
            format!("/@api.weixin.qq.com/cgi-bin/menu/get?access_token={}", "a".repeat(140)),
            40001,
        ),
    ];
    for (method, path, code) in cases {
        let answer = call(&platform, method, &path, None).await;
        assert_eq!(errcode(&answer), code, "{path}: {answer}");
        assert!(answer["errmsg"].as_str().unwrap().contains(" rid: "), "{answer}");
    }
    let stable = "/@api.weixin.qq.com/cgi-bin/stable_token";
    assert_eq!(errcode(&call(&platform, Method::GET, stable, None).await), 43002);
    assert_eq!(errcode(&call(&platform, Method::POST, stable, None).await), 44002);
    let request = Request::post(stable).body(Body::from("{nonsense")).unwrap();
    let (_, body) = send(&platform, request).await;
    assert_eq!(errcode(&serde_json::from_slice(&body).unwrap()), 47001);
    // All of them are in the timeline, and none shows the secret.
    let calls = platform.calls();
    assert_eq!(calls.len(), 12);
    assert!(!format!("{calls:?}").contains(secret));
    assert!(calls.iter().all(|call| call.problem.is_some()));
}

#[tokio::test]
async fn wecom_returns_the_same_token_while_it_is_valid() {
    let platform = Emulator::start().await;
    let app = platform.work();
    let first = token(&platform, &app).await;
    platform.clock().advance(HOUR).await;
    assert_eq!(token(&platform, &app).await, first);
    platform.clock().advance(HOUR).await;
    assert_ne!(token(&platform, &app).await, first);
    let old = format!("/@qyapi.weixin.qq.com/cgi-bin/user/get?userid=x&access_token={first}");
    let answer = call(&platform, Method::GET, &old, None).await;
    assert_eq!(errcode(&answer), 42001);
    assert!(answer["errmsg"].as_str().unwrap().contains("more info at https://open.work"));
    let id = app.id();
    for (query, code) in [
        (format!("corpid={id}&corpsecret=wrong"), 40001),
        ("corpid=ww0&corpsecret=x".to_owned(), 40013),
        (format!("corpid={id}"), 41004),
    ] {
        let path = format!("/@qyapi.weixin.qq.com/cgi-bin/gettoken?{query}");
        assert_eq!(errcode(&call(&platform, Method::GET, &path, None).await), code, "{query}");
    }
}

#[tokio::test]
async fn tokens_can_be_revoked_as_by_another_program() {
    let platform = Emulator::start().await;
    let account = platform.official();
    let first = stable(&platform, &account, false).await;
    account.revoke_tokens();
    assert_eq!(probe(&platform, &first).await, 40001);
    let next = stable(&platform, &account, false).await;
    assert_eq!(probe(&platform, &next).await, 0);
}
