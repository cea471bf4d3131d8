//! Logins at websites (网站应用微信登录): the QR code, codes, user tokens and user info.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod common;

use std::time::Duration;

use axum::http::{Method, StatusCode};
use common::{call, emulated, errcode, links, parameter, read_code, visit};
use serde_json::{Value, json};
use weixin_emulator::{Emulator, Website};
use weixin_official::oauth::{Scope, authorize_url, login_url};

const BACK: &str = "https://shop.example/login?from=top";

async fn exchange(platform: &Emulator, site: &Website, code: &str) -> Value {
    let path = format!(
        "/sns/oauth2/access_token?appid={}&secret={}&code={code}&grant_type=authorization_code",
        site.id(),
        site.secret().expose()
    );
    call(platform, Method::GET, &path, None).await
}

#[tokio::test]
async fn scanning_the_code_logs_in() {
    let platform = Emulator::start().await;
    let site = platform.website().domain("shop.example");
    let follower = platform.official().follower("安");
    let url = login_url(site.id(), BACK, "s1");
    let back = follower.authorizes(&url).unwrap();
    assert!(back.starts_with(&format!("{BACK}&code=")), "{back}");
    assert_eq!(parameter(&back, "state").as_deref(), Some("s1"));
    let code = parameter(&back, "code").unwrap();
    let token = exchange(&platform, &site, &code).await;
    let ann = site.person("安");
    assert_eq!(
        (&token["openid"], &token["scope"]),
        (&ann.id().as_str().into(), &"snsapi_login".into())
    );
    assert_eq!(errcode(&exchange(&platform, &site, &code).await), 40163);
    let access = token["access_token"].as_str().unwrap();
    let info = format!("/sns/userinfo?access_token={access}&openid={}", ann.id());
    let info = call(&platform, Method::GET, &info, None).await;
    assert_eq!(info["nickname"], "安");
    // The same person has another openid, but the same UnionID at the Official Account.
    assert_ne!(follower.id(), ann.id());
    assert_eq!(info["unionid"], follower.union_id().unwrap().as_str());
    let refresh = token["refresh_token"].as_str().unwrap();
    let renew = format!(
        "/sns/oauth2/refresh_token?appid={}&grant_type=refresh_token&refresh_token={refresh}",
        site.id()
    );
    let renewed = call(&platform, Method::GET, &renew, None).await;
    let check = format!(
        "/sns/auth?access_token={}&openid={}",
        renewed["access_token"].as_str().unwrap(),
        ann.id()
    );
    assert_eq!(errcode(&call(&platform, Method::GET, &check, None).await), 0);
    // Tokens and secrets do not appear in the timeline.
    let timeline = serde_json::to_string(&platform.timeline()).unwrap();
    let secret = site.secret();
    assert!([access, refresh, secret.expose()].iter().all(|secret| !timeline.contains(secret)));
}

#[tokio::test]
async fn cancelled_and_late_logins_fail() {
    let platform = Emulator::start().await;
    let site = platform.website();
    let ann = site.person("ann");
    let url = login_url(site.id(), BACK, "s");
    let back = ann.rejects(&url).unwrap();
    assert_eq!((parameter(&back, "code"), parameter(&back, "state").as_deref()), (None, Some("s")));
    let code = parameter(&ann.authorizes(&url).unwrap(), "code").unwrap();
    platform.clock().advance(Duration::from_secs(300)).await;
    assert_eq!(errcode(&exchange(&platform, &site, &code).await), 42003);
    assert_eq!(errcode(&exchange(&platform, &site, "none").await), 40029);
    // The code of one site is worthless at another, and the secret is checked.
    let code = parameter(&ann.authorizes(&url).unwrap(), "code").unwrap();
    assert_eq!(errcode(&exchange(&platform, &platform.add_website(), &code).await), 40029);
    let wrong = format!(
        "/sns/oauth2/access_token?appid={}&secret=x&code={code}&grant_type=authorization_code",
        site.id()
    );
    assert_eq!(errcode(&call(&platform, Method::GET, &wrong, None).await), 40125);
}

#[tokio::test]
async fn the_page_shows_a_code_and_who_can_scan_it() {
    let platform = Emulator::start().await;
    let site = platform.website();
    platform.official().follower("Ann");
    let path = emulated(&login_url(site.id(), BACK, "s"));
    let (status, _, html) = visit(&platform, &path).await;
    let html = std::str::from_utf8(&html).unwrap();
    assert_eq!(status, StatusCode::OK);
    let image = html.split("<img src=\"").nth(1).unwrap().split('"').next().unwrap();
    let image = image.replace("&amp;", "&");
    let page = "/@open.weixin.qq.com/connect/qrconnect";
    let (_, _, picture) = visit(&platform, &format!("{page}{image}")).await;
    // Another device opens the same page.
    assert_eq!(emulated(&read_code(&picture)), path);
    let links = links(html);
    let labels: Vec<&str> = links.iter().map(|(label, _)| label.as_str()).collect();
    assert_eq!(labels, ["Scan and allow 扫码并允许", "Cancel 取消"]);
    let (status, back, _) = visit(&platform, &format!("{page}{}", links[0].1)).await;
    assert_eq!(status, StatusCode::FOUND);
    let code = parameter(&back.unwrap(), "code").unwrap();
    let token = exchange(&platform, &site, &code).await;
    assert_eq!(token["openid"], site.person("Ann").id().as_str());
}

#[tokio::test]
async fn requests_are_validated() {
    let platform = Emulator::start().await;
    let site = platform.website().domain("shop.example");
    let official = platform.official();
    let ann = site.person("ann");
    for (url, words) in [
        (login_url(official.id(), BACK, "s"), "10001"),
        (login_url(site.id(), "https://other.example/", "s"), "10003"),
        (login_url(site.id(), BACK, "s").replace("snsapi_login", "snsapi_base"), "10005"),
        (login_url(site.id(), BACK, "s").replace("=code", "=token"), "response_type"),
        (authorize_url(site.id(), BACK, Scope::Base, "s"), "/connect/qrconnect"),
        ("https://open.weixin.qq.com/connect/else".to_owned(), "not one of a page"),
    ] {
        let problem = ann.authorizes(&url).unwrap_err();
        assert!(problem.to_string().contains(words), "{url}: {problem}");
    }
    // A website has no access token.
    let path = format!(
        "/cgi-bin/token?grant_type=client_credential&appid={}&secret={}",
        site.id(),
        site.secret().expose()
    );
    assert_eq!(errcode(&call(&platform, Method::GET, &path, None).await), 40013);
}

#[tokio::test]
async fn programs_in_other_languages_add_websites_by_the_control_api() {
    let platform = Emulator::start().await;
    let add = json!({ "do": { "type": "add_website", "domain": "shop.example" } });
    let added = call(&platform, Method::POST, "/_/api/act", Some(add)).await;
    let site = platform.website();
    assert_eq!(added["website"], site.id().as_str());
    assert_eq!(added["secret"], site.secret().expose());
    let elsewhere = login_url(site.id(), "https://other.example/", "s");
    assert!(site.person("ann").authorizes(&elsewhere).is_err());
}
