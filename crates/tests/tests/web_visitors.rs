//! Login of visitors of web pages, and pages that are signed for the JS-SDK.
#![allow(clippy::unwrap_used)]

use std::{sync::Arc, time::Duration};

use axum::{Router, body::Body, routing::get};
use http::{HeaderMap, Method, Request, StatusCode, header};
use http_body_util::BodyExt;
use serde_json::Value;
use tower::ServiceExt;
use weixin::{
    api::{Timestamp, js_sdk},
    emulator::{Account, Emulator, InProcess, Person},
    prelude::*,
    store::{MemoryStore, Store},
    web::{PageAddress, Problem, Web, WebLogin, WebUser, errors, js_sdk_routes},
};

struct Site {
    platform: Emulator,
    app: Router,
}

/// A visitor's browser: cookies, and no redirects.
#[derive(Default)]
struct Browser(Vec<(String, String)>);

struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    body: String,
}

impl Answer {
    fn location(&self) -> &str {
        assert!(self.status.is_redirection(), "{} {}", self.status, self.body);
        self.headers[header::LOCATION].to_str().unwrap()
    }

    fn problem(&self) -> String {
        let body: Value = serde_json::from_str(&self.body).unwrap();
        body["code"].as_str().unwrap().to_owned()
    }
}

impl Browser {
    async fn send(&mut self, site: &Site, method: Method, path: &str, accept: &str) -> Answer {
        let path = path.strip_prefix("https://shop.example.com").unwrap_or(path);
        let cookies: Vec<_> =
            self.0.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, "shop.example.com")
            .header(header::ACCEPT, accept)
            .header(header::COOKIE, cookies.join("; "))
            .body(Body::empty())
            .unwrap();
        let response = site.app.clone().oneshot(request).await.unwrap();
        let (head, body) = response.into_parts();
        for cookie in head.headers.get_all(header::SET_COOKIE) {
            let cookie = cookie.to_str().unwrap();
            assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), "{cookie}");
            assert!(cookie.contains("Secure"), "{cookie}");
            let (name, value) = cookie.split(';').next().unwrap().split_once('=').unwrap();
            self.0.retain(|(known, _)| known != name);
            if !value.is_empty() {
                self.0.push((name.to_owned(), value.to_owned()));
            }
        }
        let body = body.collect().await.unwrap().to_bytes();
        let body = String::from_utf8(body.into()).unwrap();
        Answer { status: head.status, headers: head.headers, body }
    }

    async fn opens(&mut self, site: &Site, path: &str) -> Answer {
        self.send(site, Method::GET, path, "text/html").await
    }

    async fn fetches(&mut self, site: &Site, path: &str) -> Answer {
        self.send(site, Method::GET, path, "application/json").await
    }

    /// Logs in and returns to where the login ends.
    async fn logs_in(&mut self, site: &Site, person: &Person, path: &str) -> Answer {
        let mut answer = self.opens(site, path).await;
        while answer.status.is_redirection() && answer.location().contains("weixin.qq.com") {
            let back = person.authorizes(answer.location()).unwrap();
            answer = self.opens(site, &back).await;
        }
        answer
    }
}

async fn account(user: WebUser) -> String {
    let name = user.profile().and_then(|profile| profile.nickname.clone());
    format!("{:?} {:?}", user.openid().map(OpenId::as_str), name)
}

async fn refresh(mut user: WebUser) -> Result<String, Problem> {
    user.refresh_profile().await?;
    Ok(user.profile().and_then(|profile| profile.nickname.clone()).unwrap_or_default())
}

async fn page(page: PageAddress) -> String {
    page.as_str().to_owned()
}

async fn site(login: WebLogin) -> Site {
    let platform = Emulator::start().await;
    let store: Arc<dyn Store> = Arc::new(MemoryStore::with_clock(Arc::new(platform.clock())));
    let clients = (platform.official_client(), platform.mini_client());
    let web = Web::builder(clients, store).login_page("/login").build();
    let app = Router::new()
        .nest("/login", login.routes())
        .nest("/js-sdk", js_sdk_routes())
        .route("/account", get(account))
        .route("/refresh", get(refresh))
        .route("/page", get(page))
        .layer(errors())
        .with_state(web);
    Site { platform, app }
}

fn ann(site: &Site) -> (Account, Person) {
    let account = site.platform.official();
    let ann = account.person("ann");
    (account, ann)
}

#[tokio::test]
async fn a_visitor_is_recognized_silently() {
    let site = site(WebLogin::in_wechat()).await;
    let (_, ann) = ann(&site);
    let mut browser = Browser::default();
    // The page that needs a login sends the visitor to it.
    let first = browser.opens(&site, "/account?tab=2").await;
    assert_eq!(first.location(), "/login?return=%2Faccount%3Ftab%3D2");
    let login = browser.opens(&site, first.location()).await;
    assert!(login.location().contains("scope=snsapi_base"));
    assert!(
        login.location().contains("redirect_uri=https%3A%2F%2Fshop.example.com%2Flogin%2Fback")
    );
    let end = browser.logs_in(&site, &ann, "/login?return=%2Faccount%3Ftab%3D2").await;
    assert_eq!(end.location(), "/account?tab=2");
    let page = browser.opens(&site, end.location()).await;
    assert_eq!(page.body, format!("Some({:?}) None", ann.id().as_str()));
    // Programs are told, not redirected.
    let told = Browser::default().fetches(&site, "/account").await;
    assert_eq!((told.status.as_u16(), &*told.problem()), (401, "login-required"));
}

#[tokio::test]
async fn a_profile_is_asked_for_once() {
    let site = site(WebLogin::in_wechat().with_profile()).await;
    let (_, ann) = ann(&site);
    let mut browser = Browser::default();
    let login = browser.opens(&site, "/login?return=/account").await;
    assert!(login.location().contains("scope=snsapi_base"));
    let explicit = browser.opens(&site, &ann.authorizes(login.location()).unwrap()).await;
    assert!(explicit.location().contains("scope=snsapi_userinfo"));
    let end = browser.opens(&site, &ann.authorizes(explicit.location()).unwrap()).await;
    let page = browser.opens(&site, end.location()).await;
    assert_eq!(page.body, format!("Some({:?}) Some(\"ann\")", ann.id().as_str()));
    assert_eq!(browser.opens(&site, "/refresh").await.body, "ann");
    // On another day, in another browser, once is enough.
    site.platform.clock().advance(Duration::from_secs(24 * 3600)).await;
    let mut other = Browser::default();
    let login = other.opens(&site, "/login?return=/account").await;
    let end = other.opens(&site, &ann.authorizes(login.location()).unwrap()).await;
    assert_eq!(other.opens(&site, end.location()).await.body, page.body);
}

#[tokio::test]
async fn a_login_that_another_site_began_is_not_completed() {
    let site = site(WebLogin::in_wechat()).await;
    let (_, ann) = ann(&site);
    let (mut attacker, mut victim) = (Browser::default(), Browser::default());
    let login = attacker.opens(&site, "/login").await;
    let back = ann.authorizes(login.location()).unwrap();
    let rejected = victim.fetches(&site, &back).await;
    assert_eq!((rejected.status.as_u16(), &*rejected.problem()), (400, "login-state-unknown"));
    // A guessed cookie does not help, and a state works once.
    let state = back.split("state=").nth(1).unwrap();
    victim.0.push((format!("weixin_login_{}", &state[..8]), "0".repeat(32)));
    assert_eq!(victim.fetches(&site, &back).await.problem(), "login-state-unknown");
    assert_eq!(attacker.opens(&site, &back).await.location(), "/");
    attacker.0.push((format!("weixin_login_{}", &state[..8]), state.to_owned()));
    assert_eq!(attacker.fetches(&site, &back).await.problem(), "login-state-unknown");
    // Nor after ten minutes.
    let mut late = Browser::default();
    let login = late.opens(&site, "/login").await;
    let back = ann.authorizes(login.location()).unwrap();
    site.platform.clock().advance(Duration::from_secs(601)).await;
    assert_eq!(late.fetches(&site, &back).await.problem(), "login-state-unknown");
}

#[tokio::test]
async fn one_returns_to_this_site_or_an_allowed_one() {
    let site = site(WebLogin::in_wechat().may_return_to("https://m.example.com")).await;
    let mut browser = Browser::default();
    for evil in [
        "//evil.example",
        "https://evil.example/",
        "https://m.example.com.evil.example/",
        "https://m.example.com@evil.example/",
        "http://m.example.com/",
        "%2F%5Cevil.example",
        "%2F%09%2Fevil.example",
        "javascript:alert(1)",
        "account",
        "",
    ] {
        let answer = browser.fetches(&site, &format!("/login?return={evil}")).await;
        assert_eq!(
            (answer.status.as_u16(), &*answer.problem()),
            (400, "return-not-allowed"),
            "{evil}"
        );
    }
    for good in ["/account", "https://m.example.com/a?b=c", "https://M.example.com:443/"] {
        let answer = browser.fetches(&site, &format!("/login?return={good}")).await;
        assert!(answer.status.is_redirection(), "{good}");
    }
}

#[tokio::test]
async fn who_does_not_agree_is_not_logged_in() {
    let site = site(WebLogin::in_wechat()).await;
    let mut browser = Browser::default();
    let login = browser.opens(&site, "/login").await;
    let state =
        login.location().split("state=").nth(1).unwrap().split('#').next().unwrap().to_owned();
    let denied = browser.fetches(&site, &format!("/login/back?state={state}")).await;
    assert_eq!((denied.status.as_u16(), &*denied.problem()), (403, "login-denied"));
}

#[tokio::test]
async fn a_login_ends() {
    let site = site(WebLogin::in_wechat()).await;
    let (_, ann) = ann(&site);
    let mut browser = Browser::default();
    browser.logs_in(&site, &ann, "/login").await;
    let token = browser.0.clone();
    assert_eq!(browser.opens(&site, "/account").await.status, StatusCode::OK);
    let out = browser.send(&site, Method::POST, "/login/out", "text/html").await;
    assert_eq!((out.location(), browser.0.len()), ("/", 0));
    // The token itself is invalid now.
    let mut thief = Browser(token);
    assert_eq!(thief.fetches(&site, "/account").await.status, StatusCode::UNAUTHORIZED);
    // By time, too.
    browser.logs_in(&site, &ann, "/login").await;
    site.platform.clock().advance(Duration::from_secs(7 * 24 * 3600)).await;
    assert_eq!(browser.fetches(&site, "/account").await.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn members_log_in_in_wecom() {
    let platform = Emulator::start().await;
    let store: Arc<dyn Store> = Arc::new(MemoryStore::with_clock(Arc::new(platform.clock())));
    let web = Web::new(platform.work_client(), store);
    let who = async |user: WebUser| format!("{:?}", user.userid().map(|id| id.as_str().to_owned()));
    let app = Router::new()
        .nest("/in", WebLogin::in_wecom().routes())
        .nest("/qr", WebLogin::wecom_qr().routes())
        .route("/who", get(who))
        .layer(errors())
        .with_state(web);
    let site = Site { platform, app };
    let member = site.platform.work().person("ann");
    for way in ["/in", "/qr"] {
        let mut browser = Browser::default();
        let end = browser.logs_in(&site, &member, way).await;
        assert_eq!(end.location(), "/", "{way}");
        let who = browser.opens(&site, "/who").await;
        assert_eq!(who.body, format!("Some({:?})", member.id().as_str()), "{way}");
    }
}

#[tokio::test]
async fn pages_of_this_site_are_signed() {
    let site = site(WebLogin::in_wechat()).await;
    let mut browser = Browser::default();
    let ours = "https%3A%2F%2Fshop.example.com%2Fpage%3Fa%3D1";
    let config = browser.fetches(&site, &format!("/js-sdk/config?url={ours}")).await;
    assert_eq!(config.status, StatusCode::OK, "{}", config.body);
    let config: Value = serde_json::from_str(&config.body).unwrap();
    let wx = site.platform.official_client();
    let ticket = wx.js_sdk().ticket().await.unwrap();
    let at = Timestamp::from_secs(config["timestamp"].as_u64().unwrap());
    let url = "https://shop.example.com/page?a=1";
    let expected = js_sdk::signature(&ticket, config["nonceStr"].as_str().unwrap(), at, url);
    assert_eq!(config["signature"], expected);
    assert_eq!(config["appId"], site.platform.official().id().as_str());
    let foreign = browser.fetches(&site, "/js-sdk/config?url=https%3A%2F%2Fevil.example%2F").await;
    assert_eq!((foreign.status.as_u16(), &*foreign.problem()), (403, "page-not-ours"));
    assert_eq!(browser.fetches(&site, "/page?a=1").await.body, url);
}

#[tokio::test]
async fn the_address_of_a_site_behind_a_proxy() {
    let platform = Emulator::start().await;
    let store: Arc<dyn Store> = Arc::new(MemoryStore::new());
    let address = async |web: Web, headers: &[(&str, &str)]| {
        let app: Router = Router::new().route("/page", get(page)).with_state(web);
        let mut request = Request::get("/page?a=1");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let response = app.oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
        String::from_utf8(response.into_body().collect().await.unwrap().to_bytes().into()).unwrap()
    };
    let web = || Web::builder(platform.official_client(), Arc::clone(&store));
    let proxied = [
        ("host", "10.0.0.7:3000"),
        ("x-forwarded-host", "shop.example.com"),
        ("x-forwarded-proto", "https"),
    ];
    // Only on request is a proxy believed.
    assert_eq!(address(web().build(), &proxied).await, "https://10.0.0.7:3000/page?a=1");
    assert_eq!(
        address(web().trust_proxy().build(), &proxied).await,
        "https://shop.example.com/page?a=1"
    );
    let fixed = web().public_url("https://m.example.com/").unwrap().build();
    assert_eq!(address(fixed, &proxied).await, "https://m.example.com/page?a=1");
    assert_eq!(
        address(web().build(), &[("host", "localhost:3000")]).await,
        "http://localhost:3000/page?a=1"
    );
    assert!(web().public_url("shop.example.com").is_err());
}
