//! Visitors of the pages of a WeCom app: inside WeCom, and by QR code.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod common;

use std::time::Duration;

use axum::http::{Method, StatusCode};
use common::{call, emulated, errcode, links, parameter, read_code, token, visit};
use serde_json::{Value, json};
use weixin_emulator::{Account, Emulator};
use weixin_work::oauth::{Scope, authorize_url, login_url, qr_connect_url};

const BACK: &str = "https://app.example/back";

struct App {
    platform: Emulator,
    account: Account,
    token: String,
}

impl App {
    async fn open() -> Self {
        let platform = Emulator::start().await;
        let account = platform.work();
        let token = token(&platform, &account).await;
        Self { platform, account, token }
    }

    fn url(&self, scope: Scope) -> String {
        let agent = self.account.credentials().agent_id;
        authorize_url(self.account.id(), agent, BACK, scope, "s")
    }

    async fn get(&self, path: &str, code: &str) -> Value {
        let path = format!("{path}?access_token={}&code={code}", self.token);
        call(&self.platform, Method::GET, &path, None).await
    }

    async fn visitor(&self, back: &str) -> Value {
        self.get("/cgi-bin/auth/getuserinfo", &parameter(back, "code").unwrap()).await
    }

    async fn detail(&self, ticket: &str) -> Value {
        let path = format!("/cgi-bin/auth/getuserdetail?access_token={}", self.token);
        let body = json!({ "user_ticket": ticket });
        call(&self.platform, Method::POST, &path, Some(body)).await
    }

    /// Sets the mobile number of a member.
    async fn set_mobile(&self, member: &str, mobile: &str) {
        let credentials = self.account.credentials();
        let path = format!(
            "/@qyapi.weixin.qq.com/cgi-bin/gettoken?corpid={}&corpsecret={}",
            credentials.id,
            credentials.contacts_secret.unwrap().expose()
        );
        let token = call(&self.platform, Method::GET, &path, None).await;
        let token = token["access_token"].as_str().unwrap();
        let path = format!("/cgi-bin/user/update?access_token={token}");
        let body = json!({ "userid": member, "mobile": mobile });
        let answer = call(&self.platform, Method::POST, &path, Some(body)).await;
        assert_eq!(errcode(&answer), 0, "{answer}");
        // The contacts secret belongs to no app.
        let path = format!("/cgi-bin/auth/getuserinfo?access_token={token}&code=x");
        assert_eq!(errcode(&call(&self.platform, Method::GET, &path, None).await), 48002);
    }
}

#[tokio::test]
async fn a_member_is_known_without_being_asked() {
    let app = App::open().await;
    let ann = app.account.person("ann");
    let back = ann.authorizes(&app.url(Scope::Base)).unwrap();
    assert!(back.starts_with(&format!("{BACK}?code=")) && back.ends_with("&state=s"), "{back}");
    let visitor = app.visitor(&back).await;
    assert_eq!(visitor["userid"], "ann");
    assert_eq!((&visitor["user_ticket"], &visitor["openid"]), (&Value::Null, &Value::Null));
    assert_eq!(errcode(&app.visitor(&back).await), 42022);
    assert_eq!(errcode(&app.get("/cgi-bin/auth/getuserinfo", "none").await), 40029);
    let late = ann.authorizes(&app.url(Scope::Base)).unwrap();
    app.platform.clock().advance(Duration::from_secs(300)).await;
    assert_eq!(errcode(&app.visitor(&late).await), 42003);
}

#[tokio::test]
async fn private_data_needs_consent_and_a_ticket() {
    let app = App::open().await;
    let ann = app.account.person("ann");
    app.set_mobile("ann", "13800000000").await;
    let back = ann.authorizes(&app.url(Scope::PrivateInfo)).unwrap();
    // The older endpoint has other names.
    let code = parameter(&back, "code").unwrap();
    let visitor = app.get("/cgi-bin/user/getuserinfo", &code).await;
    assert_eq!((&visitor["UserId"], &visitor["expires_in"]), (&"ann".into(), &1800.into()));
    let ticket = visitor["user_ticket"].as_str().unwrap();
    let detail = app.detail(ticket).await;
    assert_eq!((&detail["userid"], &detail["mobile"]), (&"ann".into(), &"13800000000".into()));
    assert_eq!(errcode(&app.detail("none").await), 84015);
    app.platform.clock().advance(Duration::from_secs(1800)).await;
    assert_eq!(errcode(&app.detail(ticket).await), 84014);
    let timeline = serde_json::to_string(&app.platform.timeline()).unwrap();
    assert!(!timeline.contains(ticket));
    // Rejecting redirects without a code.
    let back = ann.rejects(&app.url(Scope::PrivateInfo)).unwrap();
    assert_eq!(parameter(&back, "code"), None);
}

#[tokio::test]
async fn outsiders_have_an_openid_and_customers_an_external_userid() {
    let app = App::open().await;
    let bob = app.platform.official().person("bob");
    let url = app.url(Scope::PrivateInfo);
    let visitor = app.visitor(&bob.authorizes(&url).unwrap()).await;
    let openid = visitor["openid"].as_str().unwrap();
    assert!(visitor.get("userid").is_none() && visitor.get("external_userid").is_none());
    assert!(visitor.get("user_ticket").is_none(), "{visitor}");
    let external = app.account.add_customer("bob");
    let visitor = app.visitor(&bob.authorizes(&url).unwrap()).await;
    assert_eq!(
        (&visitor["openid"], &visitor["external_userid"]),
        (&openid.into(), &external.as_str().into())
    );
    // Somebody with the name of a member is that member.
    app.account.person("bob");
    assert_eq!(app.visitor(&bob.authorizes(&url).unwrap()).await["userid"], "bob");
}

#[tokio::test]
async fn members_log_in_by_both_qr_codes() {
    let app = App::open().await;
    let ann = app.account.person("ann");
    let agent = app.account.credentials().agent_id.unwrap();
    app.platform.official().person("bob");
    for url in [
        login_url(app.account.id(), agent, BACK, "s"),
        qr_connect_url(app.account.id(), agent, BACK, "s"),
    ] {
        let visitor = app.visitor(&ann.authorizes(&url).unwrap()).await;
        assert_eq!(visitor["userid"], "ann", "{url}");
        let back = ann.rejects(&url).unwrap();
        assert_eq!(back, format!("{BACK}?state=s"));
        // The same on the page.
        let path = emulated(&url);
        let (page, _) = path.split_once('?').unwrap();
        let (status, _, html) = visit(&app.platform, &path).await;
        assert_eq!(status, StatusCode::OK);
        let html = std::str::from_utf8(&html).unwrap();
        let (_, _, picture) = visit(&app.platform, &format!("{path}&emulator_qr=1")).await;
        assert_eq!(emulated(&read_code(&picture)), path);
        let links = links(html);
        let [ann_yes, ann_no, bob_visits, bob_is_customer] = &links[..] else {
            panic!("{links:?}")
        };
        for ((_, link), (field, is_there)) in [
            (ann_yes, ("userid", true)),
            (bob_visits, ("userid", false)),
            (bob_is_customer, ("external_userid", true)),
        ] {
            let (_, back, _) = visit(&app.platform, &format!("{page}{link}")).await;
            let visitor = app.visitor(&back.unwrap()).await;
            assert_eq!(visitor.get(field).is_some(), is_there, "{visitor}");
        }
        let (_, back, _) = visit(&app.platform, &format!("{page}{}", ann_no.1)).await;
        assert_eq!(back.unwrap(), format!("{BACK}?state=s"));
        // These paths are unambiguous without a host.
        let plain = format!("/{}", &path[2..].split_once('/').unwrap().1);
        assert_eq!(visit(&app.platform, &plain).await.0, StatusCode::OK);
    }
    // The app is no longer visible to her.
    ann.unfollows().await;
    let url = login_url(app.account.id(), agent, BACK, "s");
    assert!(ann.authorizes(&url).unwrap_err().to_string().contains("visible range"));
}

#[tokio::test]
async fn requests_are_validated() {
    let app = App::open().await;
    let account = app.account.clone().web_domains(&["app.example", "localhost:3000"]);
    let (id, agent) = (account.id(), account.credentials().agent_id.unwrap());
    let ann = account.person("ann");
    let private = app.url(Scope::PrivateInfo);
    let login = login_url(id, agent, BACK, "s");
    let other = |url: &str| authorize_url(id, None, url, Scope::Base, "s");
    assert!(ann.authorizes(&other("http://localhost:3000/a")).is_ok());
    for (url, words) in [
        (other("http://localhost:3001/a"), "trusted domain"),
        (other("https://evil.example/app.example"), "trusted domain"),
        (authorize_url(id, None, BACK, Scope::PrivateInfo, "s"), "requires agentid"),
        (private.replace(&agent.to_string(), "1000009"), "agentid"),
        (private.replace("snsapi_privateinfo", "snsapi_userinfo"), "10005"),
        (login.replace("CorpApp", "ServiceApp"), "service providers"),
        (login.replace("login_type", "x"), "login_type"),
        (login.replace(&agent.to_string(), ""), "agentid"),
        (login.replace(id.as_str(), "ww0"), "corporation"),
        (qr_connect_url(id, agent, "https://evil.example/", "s"), "trusted domain"),
    ] {
        let problem = ann.authorizes(&url).unwrap_err();
        assert!(problem.to_string().contains(words), "{url}: {problem}");
        assert_eq!(visit(&app.platform, &emulated(&url)).await.0, StatusCode::BAD_REQUEST);
    }
}
