//! The JS-SDK: the check of a page's configuration, and the stand-in for the script.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod common;

use std::time::Duration;

use axum::{
    body::Body,
    http::{HeaderMap, Method, Request, StatusCode, header},
};
use common::{call, token};
use http_body_util::BodyExt;
use serde_json::{Value, json};
use tower::ServiceExt;
use weixin_api::{
    Timestamp,
    js_sdk::{AgentConfig, JsSdkConfig, card_signature, signature},
    wire::query,
};
use weixin_emulator::{Account, Emulator};
use weixin_protocol::Secret;

const URL: &str = "https://shop.example/item?id=7&from=timeline";

struct Page {
    platform: Emulator,
    account: Account,
    ticket: Secret,
}

/// The path from which the ticket is fetched.
async fn ticket(platform: &Emulator, account: &Account, path: &str) -> Secret {
    let token = token(platform, account).await;
    let path = path.replace("TOKEN", &token);
    let answer = call(platform, Method::GET, &path, None).await;
    Secret::new(answer["ticket"].as_str().unwrap())
}

const OFFICIAL: &str = "/cgi-bin/ticket/getticket?access_token=TOKEN&type=jsapi";

impl Page {
    async fn open() -> Self {
        let platform = Emulator::start().await;
        let account = platform.official();
        let ticket = ticket(&platform, &account, OFFICIAL).await;
        Self { platform, account, ticket }
    }

    /// A configuration for which this URL was signed.
    fn signed(&self, url: &str) -> JsSdkConfig {
        let now = Timestamp::from_secs(1_767_574_800);
        JsSdkConfig::sign(self.account.id(), &self.ticket, url, now).unwrap()
    }

    /// A configuration whose signature is that of this text, which has the nonce `Nonce`.
    fn with_text(&self, text: &str) -> Value {
        json!({
            "appId": self.account.id(),
            "timestamp": 1_767_574_800,
            "nonceStr": "Nonce",
            // The signature of one part is its SHA-1.
            "signature": card_signature(&Secret::new(text), []),
        })
    }

    fn problem(&self, config: &impl serde::Serialize, url: &str) -> String {
        self.account.checks_js_config(config, url).unwrap_err().to_string()
    }
}

#[tokio::test]
async fn a_correct_configuration_is_accepted() {
    let page = Page::open().await;
    page.account.checks_js_config(&page.signed(URL), URL).unwrap();
    // What follows # is not signed.
    page.account.checks_js_config(&page.signed(URL), &format!("{URL}#top")).unwrap();
    let account = page.account.clone().js_domains(&["shop.example"]);
    account.checks_js_config(&page.signed(URL), URL).unwrap();
    let other = "https://other.example/";
    let problem = page.problem(&page.signed(other), other);
    assert!(problem.contains("JS-SDK domains"), "{problem}");
}

#[tokio::test]
async fn the_usual_mistakes_in_the_url_are_named() {
    let page = Page::open().await;
    let bare = "https://shop.example/item";
    for (signed, url, words) in [
        (bare, URL, "without its query"),
        (
            "http://shop.example/item?id=7&from=timeline",
            URL,
            "http://, but the page is at https://",
        ),
        (
            "http://shop.example/item",
            URL,
            "http://, but the page is at https://; and the URL was signed without its query",
        ),
        ("https://shop.example/item?id=7", URL, "without its parameter from"),
        ("https://shop.example/", URL, "only the address of the site"),
        ("https://shop.example/item/", bare, "slash at the end of the path that"),
        (bare, "https://shop.example/item/", "without the slash"),
        ("http://localhost/a", "http://localhost:3000/a", "without the port"),
        ("http://127.0.0.1:3000/a", "http://localhost:3000/a", "host 127.0.0.1:3000"),
        ("https://www.shop.example/item", bare, "host www.shop.example"),
        (&query::encode(URL), URL, "percent-encoded."),
        (&query::encode(&query::encode(URL)), URL, "percent-encoded twice"),
        ("https://shop.example/一", "https://shop.example/%E4%B8%80", "percent-decoded"),
        (&URL.replace('&', "&amp;"), URL, "&amp;"),
        ("", URL, "no URL was signed"),
        ("https://elsewhere.example/x", URL, "none of the usual mistakes"),
    ] {
        let problem = page.problem(&page.signed(signed), url);
        assert!(problem.contains(words), "{signed} at {url}: {problem}");
        // The ticket is a secret.
        assert!(!problem.contains(page.ticket.expose()));
    }
    let ticket = page.ticket.expose();
    let with_fragment =
        format!("jsapi_ticket={ticket}&noncestr=Nonce&timestamp=1767574800&url={URL}#/cart");
    let problem = page.problem(&page.with_text(&with_fragment), &format!("{URL}#/cart"));
    assert!(problem.contains("with its fragment"), "{problem}");
    // A domain that the account knows.
    page.account.clone().js_domains(&["shop.example", "m.shop.example"]);
    let problem = page.problem(&page.signed(&URL.replace("//", "//m.")), URL);
    assert!(problem.contains("host m.shop.example"), "{problem}");
}

#[tokio::test]
async fn other_mistakes_are_named() {
    let page = Page::open().await;
    let ticket = page.ticket.expose();
    for (text, words) in [
        (format!("noncestr=Nonce&jsapi_ticket={ticket}&timestamp=1767574800&url={URL}"), "order"),
        (
            format!("jsapi_ticket={ticket}&nonceStr=Nonce&timestamp=1767574800&url={URL}"),
            "lower case",
        ),
        (
            format!("jsapi_ticket={ticket}&noncestr=Nonce&timestamp=1767574800000&url={URL}"),
            "in milliseconds",
        ),
        (
            format!("jsapi_ticket={ticket}&noncestr=nonce&timestamp=1767574800&url={URL}"),
            "another nonceStr",
        ),
        (
            format!("jsapi_ticket={ticket}&noncestr=Nonce&timestamp=1767574801&url={URL}"),
            "none of the usual",
        ),
    ] {
        let problem = page.problem(&page.with_text(&text), URL);
        assert!(problem.contains(words), "{text}: {problem}");
    }
    let right = serde_json::to_value(page.signed(URL)).unwrap();
    let changed = |name: &str, value: Value| {
        let mut config = right.clone();
        config[name] = value;
        config
    };
    let upper = right["signature"].as_str().unwrap().to_uppercase();
    for (name, value, words) in [
        ("appId", json!("wx0"), "another account"),
        ("timestamp", json!("now"), "whole number"),
        ("signature", json!("abc"), "3 characters, not 40"),
        ("signature", json!(upper), "lower case"),
        ("nonceStr", Value::Null, "nonceStr is missing"),
    ] {
        let problem = page.problem(&changed(name, value), URL);
        assert!(problem.contains(words), "{name}: {problem}");
    }
    let mut renamed = changed("noncestr", json!("x"));
    renamed.as_object_mut().unwrap().remove("nonceStr");
    let problem = page.problem(&renamed, URL);
    assert!(problem.contains("There is noncestr: the name must be nonceStr"), "{problem}");
}

#[tokio::test]
async fn the_wrong_ticket_is_named() {
    let page = Page::open().await;
    let now = Timestamp::from_secs(1_767_574_800);
    let with = |ticket: &Secret| JsSdkConfig::sign(page.account.id(), ticket, URL, now).unwrap();
    let cards = ticket(&page.platform, &page.account, &OFFICIAL.replace("jsapi", "wx_card")).await;
    let access = Secret::new(token(&page.platform, &page.account).await);
    let other = page.platform.add_account(weixin_emulator::Product::Official);
    // It never fetched a ticket.
    let early = JsSdkConfig::sign(other.id(), &page.ticket, URL, now).unwrap();
    let problem = other.checks_js_config(&early, URL).unwrap_err().to_string();
    assert!(
        problem.contains("No ticket was ever fetched") && problem.contains("another account"),
        "{problem}"
    );
    let others = ticket(&page.platform, &other, OFFICIAL).await;
    for (ticket, words) in [
        (&cards, "type wx_card instead of jsapi"),
        (&access, "the access token"),
        (&others, other.id().as_str()),
    ] {
        let problem = page.problem(&with(ticket), URL);
        assert!(problem.contains(words), "{problem}");
    }
    page.platform.clock().advance(Duration::from_secs(7200)).await;
    let problem = page.problem(&page.signed(URL), URL);
    assert!(problem.contains("the ticket has expired"), "{problem}");
    let newer = ticket(&page.platform, &page.account, OFFICIAL).await;
    let problem = page.problem(&page.signed(URL), URL);
    assert!(problem.contains("a former ticket"), "{problem}");
    page.account.checks_js_config(&with(&newer), URL).unwrap();
}

#[tokio::test]
async fn wecom_has_two_configurations() {
    let platform = Emulator::start().await;
    let account = platform.work().web_domains(&["shop.example"]);
    let corp = "/cgi-bin/get_jsapi_ticket?access_token=TOKEN";
    let app = "/cgi-bin/ticket/get?access_token=TOKEN&type=agent_config";
    let corp = ticket(&platform, &account, corp).await;
    let now = Timestamp::from_secs(1_767_574_800);
    let agent = account.credentials().agent_id.unwrap();
    let of_app =
        |ticket: &Secret| AgentConfig::sign(account.id(), agent, ticket, URL, now).unwrap();
    account
        .checks_js_config(&JsSdkConfig::sign(account.id(), &corp, URL, now).unwrap(), URL)
        .unwrap();
    let problem = account.checks_js_config(&of_app(&corp), URL).unwrap_err().to_string();
    assert!(
        problem.contains("No ticket was ever fetched") && problem.contains("agent_config"),
        "{problem}"
    );
    let app = ticket(&platform, &account, app).await;
    account.checks_js_config(&of_app(&app), URL).unwrap();
    let problem = account.checks_js_config(&of_app(&corp), URL).unwrap_err().to_string();
    assert!(problem.contains("type jsapi instead of agent_config"), "{problem}");
    let elsewhere = "https://other.example/";
    let config = JsSdkConfig::sign(account.id(), &corp, elsewhere, now).unwrap();
    let problem = account.checks_js_config(&config, elsewhere).unwrap_err().to_string();
    assert!(problem.contains("trusted domain"), "{problem}");
}

const CHECK: &str = "/_/api/js-sdk/check";

async fn ask(platform: &Emulator, request: Request<Body>) -> (StatusCode, HeaderMap, Value) {
    let response = platform.api().oneshot(request).await.unwrap();
    let (parts, body) = response.into_parts();
    let body = body.collect().await.unwrap().to_bytes();
    let json = serde_json::from_slice(&body)
        .unwrap_or_else(|_| String::from_utf8_lossy(&body).into_owned().into());
    (parts.status, parts.headers, json)
}

#[tokio::test]
async fn a_page_of_another_port_has_its_configuration_checked() {
    let page = Page::open().await;
    let url = "http://localhost:3000/shop";
    let mut config = serde_json::to_value(page.signed(url)).unwrap();
    (config["url"], config["href"]) = (url.into(), format!("{url}#/a").into());
    config["timestamp"] = "1767574800".into();
    config["jsApiList"] = json!(["scanQRCode"]);
    let post = |origin: &str, config: &Value| {
        Request::post(CHECK)
            .header(header::HOST, "localhost:8888")
            .header(header::ORIGIN, origin)
            .header(header::CONTENT_TYPE, "text/plain")
            .body(Body::from(config.to_string()))
            .unwrap()
    };
    for origin in ["http://localhost:3000", "http://127.0.0.1:3000", "http://localhost"] {
        let (status, headers, verdict) = ask(&page.platform, post(origin, &config)).await;
        assert_eq!((status, &verdict["ok"]), (StatusCode::OK, &true.into()), "{verdict}");
        assert_eq!(headers[header::ACCESS_CONTROL_ALLOW_ORIGIN], origin);
        assert!(verdict["warnings"][0]["en"].as_str().unwrap().contains("timestamp is text"));
    }
    for origin in
        ["https://evil.example", "http://localhost.evil.example", "null", "https://localhost:1"]
    {
        let (status, headers, _) = ask(&page.platform, post(origin, &config)).await;
        assert_eq!(status, StatusCode::FORBIDDEN, "{origin}");
        assert!(!headers.contains_key(header::ACCESS_CONTROL_ALLOW_ORIGIN));
    }
    config["url"] = "http://localhost:3000/cart".into();
    config.as_object_mut().unwrap().remove("href");
    let (_, _, verdict) = ask(&page.platform, post("http://localhost:3000", &config)).await;
    assert_eq!((&verdict["ok"], &verdict["errMsg"]), (&false.into(), &"invalid signature".into()));
    assert!(verdict["problem"]["zh"].as_str().unwrap().starts_with("签名错误"), "{verdict}");
    for (name, value, message) in [
        ("appId", json!("wx0"), "invalid appid"),
        ("appId", json!(page.platform.mini().id()), "invalid appid"),
        ("appId", json!(page.platform.website().id()), "invalid appid"),
        ("appId", Value::Null, "fail"),
    ] {
        let mut config = config.clone();
        config[name] = value;
        let (_, _, verdict) = ask(&page.platform, post("http://localhost:3000", &config)).await;
        assert_eq!(verdict["errMsg"], message, "{verdict}");
    }
    // The timeline says what was checked.
    let timeline = serde_json::to_string(&page.platform.timeline()).unwrap();
    assert!(timeline.contains("wx.config was accepted"));
    assert!(
        timeline.contains("wx.config was rejected") && !timeline.contains(page.ticket.expose())
    );
}

#[tokio::test]
async fn only_the_script_and_the_check_are_open_to_other_origins() {
    let platform = Emulator::start().await;
    let request = |method: Method, path: &str| {
        Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, "localhost:8888")
            .header(header::ORIGIN, "http://localhost:3000")
            .header(header::ACCESS_CONTROL_REQUEST_METHOD, "POST")
            .body(Body::empty())
            .unwrap()
    };
    let (status, headers, _) = ask(&platform, request(Method::OPTIONS, CHECK)).await;
    assert_eq!(status, StatusCode::NO_CONTENT);
    assert_eq!(headers[header::ACCESS_CONTROL_ALLOW_METHODS], "GET, POST");
    let (status, headers, script) = ask(&platform, request(Method::GET, "/_/jweixin.js")).await;
    assert_eq!(status, StatusCode::OK);
    assert_eq!(headers[header::CONTENT_TYPE], "text/javascript; charset=utf-8");
    assert!(script.as_str().unwrap().contains(CHECK));
    for path in ["/_/api/state", "/_/api/act", "/_/"] {
        let (status, headers, _) = ask(&platform, request(Method::OPTIONS, path)).await;
        assert_eq!(status, StatusCode::FORBIDDEN, "{path}");
        assert!(!headers.contains_key(header::ACCESS_CONTROL_ALLOW_ORIGIN));
    }
}

#[test]
fn the_helper_of_these_tests_signs_like_the_platform() {
    let (ticket, now) = (Secret::new("t"), Timestamp::from_secs(1));
    let text = "jsapi_ticket=t&noncestr=n&timestamp=1&url=u";
    assert_eq!(signature(&ticket, "n", now, "u"), card_signature(&Secret::new(text), []));
}
