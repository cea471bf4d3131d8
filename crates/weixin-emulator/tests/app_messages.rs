//! App messages of WeCom: recipients, rate limits, duplicate check, recall.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod common;

use std::time::Duration;

use axum::http::Method;
use common::{call, errcode, token};
use serde_json::{Value, json};
use weixin_emulator::{Account, Emulator, Person, timeline::MessageContent};

const MINUTE: Duration = Duration::from_secs(60);

struct App {
    platform: Emulator,
    account: Account,
}

impl App {
    async fn open() -> Self {
        let platform = Emulator::start().await;
        let account = platform.work();
        Self { platform, account }
    }

    async fn post(&self, path: &str, mut body: Value) -> Value {
        let token = token(&self.platform, &self.account).await;
        if path == "message/send" || path.starts_with("agent/") {
            body["agentid"] = json!(self.account.credentials().agent_id);
        }
        let path = format!("/@qyapi.weixin.qq.com/cgi-bin/{path}?access_token={token}");
        call(&self.platform, Method::POST, &path, Some(body)).await
    }

    async fn contacts(&self, path: &str, body: Value) -> Value {
        let credentials = self.account.credentials();
        let secret = credentials.contacts_secret.unwrap();
        let host = "/@qyapi.weixin.qq.com/cgi-bin";
        let path_of_token =
            format!("{host}/gettoken?corpid={}&corpsecret={}", credentials.id, secret.expose());
        let token = call(&self.platform, Method::GET, &path_of_token, None).await;
        let token = token["access_token"].as_str().unwrap();
        let path = format!("{host}/{path}?access_token={token}");
        call(&self.platform, Method::POST, &path, Some(body)).await
    }

    async fn text(&self, to: Value, text: &str) -> Value {
        let mut body = json!({ "msgtype": "text", "text": { "content": text } });
        body.as_object_mut().unwrap().extend(to.as_object().unwrap().clone());
        self.post("message/send", body).await
    }
}

fn texts(person: &Person) -> Vec<String> {
    person.chat().iter().map(MessageContent::summary).collect()
}

#[tokio::test]
async fn departments_and_tags_address_their_members() {
    let app = App::open().await;
    let ann = app.account.person("ann");
    let shop = app.contacts("department/create", json!({ "name": "s", "parentid": 1 })).await;
    let shop = shop["id"].as_u64().unwrap();
    let far = app.contacts("department/create", json!({ "name": "f", "parentid": shop })).await;
    for (id, department) in [("bob", &json!(shop)), ("cod", &far["id"])] {
        let member = json!({ "userid": id, "name": id, "department": [department], "email": id });
        assert_eq!(errcode(&app.contacts("user/create", member).await), 0);
    }
    let (bob, cod) = (app.account.person("bob"), app.account.person("cod"));
    app.post("tag/create", json!({ "tagname": "t", "tagid": 5 })).await;
    let tagged = json!({ "tagid": 5, "userlist": ["ann"], "partylist": [far["id"]] });
    app.post("tag/addtagusers", tagged).await;

    let to_shop = json!({ "toparty": format!("{shop}|99"), "totag": "7" });
    let sent = app.text(to_shop, "to the shop").await;
    assert_eq!((&sent["invalidparty"], &sent["invalidtag"]), (&json!("99"), &json!("7")));
    app.text(json!({ "totag": "5" }), "to the tag").await;
    let sent = app.text(json!({ "touser": "ann|nobody" }), "to ann").await;
    assert_eq!(sent["invaliduser"], "nobody");
    app.text(json!({ "touser": "@all" }), "to all").await;
    assert_eq!(texts(&ann), ["to the tag", "to ann", "to all"]);
    assert_eq!(texts(&bob), ["to the shop", "to all"]);
    assert_eq!(texts(&cod), ["to the shop", "to the tag", "to all"]);

    for (to, code) in [
        (json!({ "touser": "nobody", "toparty": "99" }), 81013),
        (json!({ "touser": "" }), 82001),
        (json!({ "touser": vec!["x"; 1001].join("|") }), 40032),
        (json!({ "touser": "ann", "toparty": vec!["1"; 101].join("|") }), 82002),
        (json!({ "touser": "ann", "totag": vec!["5"; 101].join("|") }), 82003),
    ] {
        assert_eq!(errcode(&app.text(to.clone(), "x").await), code, "{to}");
    }
}

#[tokio::test]
async fn messages_above_the_rate_limit_are_dropped_silently() {
    let app = App::open().await;
    let ann = app.account.person("ann");
    for number in 0..31 {
        let sent = app.text(json!({ "touser": "ann" }), &format!("{number}")).await;
        assert_eq!(errcode(&sent), 0);
    }
    assert_eq!(ann.chat().len(), 30);
    app.platform.clock().advance(MINUTE).await;
    app.text(json!({ "touser": "ann" }), "a minute later").await;
    assert_eq!(texts(&ann).pop().unwrap(), "a minute later");
    app.account.clone().rules(|rules| rules.corp.messages_per_hour = 31);
    app.text(json!({ "touser": "ann" }), "too much for an hour").await;
    assert_eq!(ann.chat().len(), 31);
    app.platform.clock().advance(60 * MINUTE).await;
    app.text(json!({ "touser": "ann" }), "an hour later").await;
    assert_eq!(ann.chat().len(), 32);
}

#[tokio::test]
async fn duplicates_are_detected_if_requested() {
    let app = App::open().await;
    let ann = app.account.person("ann");
    let to = json!({ "touser": "ann", "enable_duplicate_check": 1 });
    let first = app.text(to.clone(), "once").await;
    assert_eq!(app.text(to.clone(), "once").await["msgid"], first["msgid"]);
    app.text(json!({ "touser": "ann" }), "once").await;
    assert_eq!(texts(&ann), ["once", "once"]);
    app.platform.clock().advance(30 * MINUTE).await;
    app.text(to, "once").await;
    assert_eq!(ann.chat().len(), 3);
}

#[tokio::test]
async fn a_message_can_be_recalled_for_a_day() {
    let app = App::open().await;
    let (ann, bob) = (app.account.person("ann"), app.account.person("bob"));
    let first = app.text(json!({ "touser": "@all" }), "wrong").await;
    let second = app.text(json!({ "touser": "@all" }), "right").await;
    let recall = |sent: &Value| json!({ "msgid": sent["msgid"] });
    assert_eq!(errcode(&app.post("message/recall", recall(&first)).await), 0);
    for person in [&ann, &bob] {
        assert!(
            matches!(&person.chat()[0], MessageContent::System { zh, .. } if zh == "消息已撤回。")
        );
        assert_eq!(texts(person)[1], "right");
    }
    assert_eq!(errcode(&app.post("message/recall", recall(&first)).await), 40058);
    app.platform.clock().advance(24 * 60 * MINUTE).await;
    assert_eq!(errcode(&app.post("message/recall", recall(&second)).await), 40058);
    assert_eq!(texts(&ann)[1], "right");
}

#[tokio::test]
async fn app_settings_can_be_changed_and_read() {
    let app = App::open().await;
    app.account.person("ann");
    let set = json!({ "name": "报修", "description": "What is broken", "home_url": "https://x/" });
    assert_eq!(errcode(&app.post("agent/set", set).await), 0);
    assert_eq!(errcode(&app.post("agent/set", json!({ "description": "abc" })).await), 40058);
    let token = token(&app.platform, &app.account).await;
    let agent = app.account.credentials().agent_id.unwrap().get();
    let get = async |path: &str| {
        let path = format!("/@qyapi.weixin.qq.com/cgi-bin/{path}access_token={token}");
        call(&app.platform, Method::GET, &path, None).await
    };
    let seen = get(&format!("agent/get?agentid={agent}&")).await;
    assert_eq!((&seen["name"], &seen["home_url"]), (&json!("报修"), &json!("https://x/")));
    assert_eq!(seen["allow_userinfos"]["user"], json!([{ "userid": "ann" }]));
    let list = get("agent/list?").await;
    assert_eq!(list["agentlist"], json!([{ "agentid": agent, "name": "报修" }]));
    assert_eq!(errcode(&get("agent/get?agentid=7&").await), 40056);
}
