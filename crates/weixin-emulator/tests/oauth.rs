//! Web authorization: the page, codes, user tokens and user info.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod common;

use std::time::Duration;

use axum::{
    body::Body,
    http::{Method, Request, StatusCode, header},
};
use common::{call, errcode, parameter, send};
use http_body_util::BodyExt;
use serde_json::Value;
use tower::ServiceExt;
use weixin_api::wire::query;
use weixin_emulator::{Account, Emulator};
use weixin_official::oauth::{Scope, authorize_url};

const MINUTE: Duration = Duration::from_secs(60);

struct Site {
    platform: Emulator,
    account: Account,
}

impl Site {
    async fn open() -> Self {
        let platform = Emulator::start().await;
        let account = platform.official();
        Self { platform, account }
    }

    fn url(&self, scope: Scope) -> String {
        authorize_url(self.account.id(), "https://example.com/back?a=1#top", scope, "s&1")
    }

    async fn get(&self, path: &str) -> Value {
        call(&self.platform, Method::GET, path, None).await
    }

    async fn exchange(&self, code: &str) -> Value {
        let secret = self.account.credentials().secret;
        let path = format!(
            "/sns/oauth2/access_token?appid={}&secret={}&code={code}&grant_type=authorization_code",
            self.account.id(),
            secret.expose()
        );
        self.get(&path).await
    }
}

#[tokio::test]
async fn agreeing_grants_access_to_the_user_info() {
    let site = Site::open().await;
    let ann = site.account.person("Ann <安>");
    let back = ann.authorizes(&site.url(Scope::UserInfo)).unwrap();
    assert!(back.starts_with("https://example.com/back?a=1&code=") && back.ends_with("#top"));
    assert_eq!(parameter(&back, "state").unwrap(), "s&1");
    let code = parameter(&back, "code").unwrap();
    let token = site.exchange(&code).await;
    assert_eq!(
        (&token["openid"], &token["scope"]),
        (&ann.id().as_str().into(), &"snsapi_userinfo".into())
    );
    assert_eq!(token["expires_in"], 7200);
    assert_eq!(errcode(&site.exchange(&code).await), 40163);
    let (access, refresh) = (token["access_token"].as_str().unwrap(), &token["refresh_token"]);
    let info = format!("/sns/userinfo?access_token={access}&openid={}&lang=zh_CN", ann.id());
    assert_eq!(site.get(&info).await["nickname"], "Ann <安>");
    let check = format!("/sns/auth?access_token={access}&openid={}", ann.id());
    assert_eq!(errcode(&site.get(&check).await), 0);
    let wrong = format!("/sns/auth?access_token={access}&openid=nobody");
    assert_eq!(errcode(&site.get(&wrong).await), 40003);

    site.platform.clock().advance(120 * MINUTE).await;
    assert_eq!(errcode(&site.get(&info).await), 42001);
    let renew = format!(
        "/sns/oauth2/refresh_token?appid={}&grant_type=refresh_token&refresh_token={}",
        site.account.id(),
        refresh.as_str().unwrap()
    );
    let renewed = site.get(&renew).await;
    let info = format!(
        "/sns/userinfo?access_token={}&openid={}",
        renewed["access_token"].as_str().unwrap(),
        ann.id()
    );
    assert_eq!(site.get(&info).await["nickname"], "Ann <安>");
    site.platform.clock().advance(30 * 24 * 60 * MINUTE).await;
    assert_eq!(errcode(&site.get(&renew).await), 42002);
    // The tokens do not appear in the timeline.
    let timeline = serde_json::to_string(&site.platform.timeline()).unwrap();
    assert!(!timeline.contains(access) && !timeline.contains(refresh.as_str().unwrap()));
}

#[tokio::test]
async fn snsapi_base_only_grants_the_openid() {
    let site = Site::open().await;
    let ann = site.account.person("ann");
    let code = |back: String| parameter(&back, "code");
    let token =
        site.exchange(&code(ann.authorizes(&site.url(Scope::Base)).unwrap()).unwrap()).await;
    let access = token["access_token"].as_str().unwrap();
    let info = format!("/sns/userinfo?access_token={access}&openid={}", ann.id());
    assert_eq!(errcode(&site.get(&info).await), 48001);
    // Rejecting redirects without a code.
    let back = ann.rejects(&site.url(Scope::UserInfo)).unwrap();
    assert_eq!((code(back.clone()), parameter(&back, "state").as_deref()), (None, Some("s&1")));
    let late = code(ann.authorizes(&site.url(Scope::Base)).unwrap()).unwrap();
    site.platform.clock().advance(5 * MINUTE).await;
    assert_eq!(errcode(&site.exchange(&late).await), 42003);
    assert_eq!(errcode(&site.exchange("no-such-code").await), 40029);
    let renew = format!(
        "/sns/oauth2/refresh_token?appid={}&grant_type=refresh_token&refresh_token=no",
        site.account.id()
    );
    assert_eq!(errcode(&site.get(&renew).await), 40030);
    let wrong = "/@api.weixin.qq.com/sns/oauth2/access_token?secret=x&code=x&grant_type=authorization_code&appid=";
    assert_eq!(errcode(&site.get(&format!("{wrong}{}", site.account.id())).await), 40125);
    assert_eq!(errcode(&site.get(&format!("{wrong}wx0")).await), 40013);
}

#[tokio::test]
async fn the_page_asks_and_redirects() {
    let site = Site::open().await;
    let ann = site.account.person("<b>Ann</b>");
    let url = site.url(Scope::UserInfo);
    let path = url.strip_prefix("https://").unwrap().split('#').next().unwrap();
    let get = async |path: &str| {
        let request = Request::get(path).body(Body::empty()).unwrap();
        site.platform.api().oneshot(request).await.unwrap()
    };
    let response = get(&format!("/@{path}")).await;
    assert_eq!(response.headers()[header::CONTENT_TYPE], "text/html; charset=utf-8");
    let html = response.into_body().collect().await.unwrap().to_bytes();
    let html = std::str::from_utf8(&html).unwrap();
    assert!(html.contains("&lt;b&gt;Ann&lt;/b&gt;") && !html.contains("<b>Ann"), "{html}");
    let links: Vec<String> = html
        .split("href=\"")
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap().replace("&amp;", "&"))
        .collect();
    let [yes, no, snapshot] = &links[..] else { panic!("{links:?}") };
    let place = "/@open.weixin.qq.com/connect/oauth2/authorize";
    let response = get(&format!("{place}{yes}")).await;
    assert_eq!(response.status(), StatusCode::FOUND);
    let back = response.headers()[header::LOCATION].to_str().unwrap();
    let token = site.exchange(&parameter(back, "code").unwrap()).await;
    assert_eq!(token["openid"], ann.id().as_str());
    let response = get(&format!("{place}{no}")).await;
    let back = response.headers()[header::LOCATION].to_str().unwrap();
    assert_eq!((parameter(back, "code"), parameter(back, "state").as_deref()), (None, Some("s&1")));
    let response = get(&format!("{place}{snapshot}")).await;
    let back = response.headers()[header::LOCATION].to_str().unwrap();
    let token = site.exchange(&parameter(back, "code").unwrap()).await;
    assert_eq!(token["is_snapshotuser"], 1);
    // The path alone is unambiguous.
    let plain = format!("/{}", path.split_once('/').unwrap().1);
    assert_eq!(get(&plain).await.status(), StatusCode::OK);
    assert_eq!(get(&format!("/@login.work.weixin.qq.com{plain}")).await.status(), 404);
    assert_eq!(get("/@open.weixin.qq.com/else").await.status(), StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn authorization_requests_are_validated() {
    let site = Site::open().await;
    let account = site.account.clone().web_domains(&["example.com"]);
    let ann = account.person("ann");
    assert!(ann.authorizes(&site.url(Scope::Base)).is_ok());
    let consent = |appid: &str, redirect: &str, scope: &str| {
        format!(
            "https://open.weixin.qq.com/connect/oauth2/authorize?appid={appid}&redirect_uri={}\
             &response_type=code&scope={scope}&state=",
            query::encode(redirect)
        )
    };
    let id = account.id().as_str();
    for (url, words) in [
        (consent("wx0", "https://example.com/", "snsapi_base"), "10001"),
        (consent(id, "https://example.org/", "snsapi_base"), "10003"),
        (consent(id, "javascript:alert(1)", "snsapi_base"), "10003"),
        (consent(id, "https://example.com/", "snsapi_login"), "10005"),
    ] {
        let problem = ann.authorizes(&url).unwrap_err();
        assert!(problem.to_string().contains(words), "{url}: {problem}");
        let path = url.split_once("://").unwrap().1;
        let request = Request::get(format!("/@{path}")).body(Body::empty()).unwrap();
        assert_eq!(send(&site.platform, request).await.0, StatusCode::BAD_REQUEST);
    }
}

#[tokio::test]
async fn a_snapshot_has_a_virtual_user() {
    let site = Site::open().await;
    let ann = site.account.person("Ann");
    let url = site.url(Scope::UserInfo);
    let forced = url.replace("&state=", "&forceSnapShot=true&state=");
    for back in [ann.opens_snapshot(&url).unwrap(), ann.authorizes(&forced).unwrap()] {
        let token = site.exchange(&parameter(&back, "code").unwrap()).await;
        assert_eq!(token["is_snapshotuser"], 1);
        let (access, openid) = (token["access_token"].as_str().unwrap(), token["openid"].as_str());
        let openid = openid.unwrap();
        assert_ne!(openid, ann.id().as_str());
        let info = format!("/sns/userinfo?access_token={access}&openid={openid}");
        let info = site.get(&info).await;
        assert_eq!((&info["openid"], &info["unionid"]), (&openid.into(), &Value::Null));
        assert_ne!(info["nickname"], "Ann");
    }
    // Without confirmation there is nothing to hide. The pop-up can always be requested.
    let base = site.url(Scope::Base).replace("&state=", "&forceSnapShot=true&state=");
    let popup = url.replace("&state=", "&forcePopup=true&state=");
    for url in [base, popup] {
        let back = ann.authorizes(&url).unwrap();
        let token = site.exchange(&parameter(&back, "code").unwrap()).await;
        assert_eq!(
            (&token["is_snapshotuser"], &token["openid"]),
            (&Value::Null, &ann.id().as_str().into())
        );
    }
}

#[tokio::test]
async fn somebody_known_from_elsewhere_authorizes_without_following() {
    let site = Site::open().await;
    let bob = site.platform.mini().person("bob");
    let back = bob.authorizes(&site.url(Scope::UserInfo)).unwrap();
    let token = site.exchange(&parameter(&back, "code").unwrap()).await;
    let here = site.account.person("bob");
    assert_eq!(token["openid"], here.id().as_str());
    assert_ne!(here.id(), bob.id());
    assert_eq!(token["unionid"], bob.union_id().unwrap().as_str());
    assert_eq!(here.union_id(), bob.union_id());
    assert_ne!(site.account.person("ann").union_id(), bob.union_id());
    // An account that is not bound to the Open Platform has no UnionIDs.
    let other = site.platform.add_account(weixin_emulator::Product::Official);
    let other = other.bound_to_open_platform(false);
    assert_eq!(other.person("bob").union_id(), None);
    // Nobody follows an account by visiting its pages.
    let access = common::token(&site.platform, &site.account).await;
    let info = format!("/cgi-bin/user/info?access_token={access}&openid={}", here.id());
    let info = site.get(&info).await;
    assert_eq!((&info["subscribe"], &info["unionid"]), (&0.into(), &token["unionid"]));
}
