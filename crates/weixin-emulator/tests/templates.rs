//! Template messages: industries, templates, delivery.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod common;

use std::time::Duration;

use axum::http::Method;
use common::{Answer, Heard, always, call, errcode, token};
use serde_json::{Value, json};
use weixin_emulator::{
    Account, Emulator,
    timeline::{EventKind, MessageContent, Via},
};

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

struct Console {
    platform: Emulator,
    account: Account,
    heard: Heard,
}

impl Console {
    async fn open() -> Self {
        let platform = Emulator::start().await;
        let account = platform.official();
        let (bot, heard) = always(&account, || Answer::Empty);
        account.connect_service(bot).await.unwrap();
        Self { platform, account, heard }
    }

    async fn call(&self, path: &str, body: Option<Value>) -> Value {
        let method = if body.is_some() { Method::POST } else { Method::GET };
        let token = token(&self.platform, &self.account).await;
        let path = format!("/cgi-bin/{path}?access_token={token}");
        call(&self.platform, method, &path, body).await
    }

    async fn add(&self, number: &str, names: &[&str]) -> Value {
        let body = json!({ "template_id_short": number, "keyword_name_list": names });
        self.call("template/api_add_template", Some(body)).await
    }
}

#[tokio::test]
async fn template_messages_are_delivered_and_reported_to_the_bot() {
    let console = Console::open().await;
    let ann = console.account.follower("ann");
    let template = console.add("TM00015", &[]).await["template_id"].clone();
    let message = json!({
        "touser": ann.id(),
        "template_id": template,
        "url": "https://example.com/order/7",
        "data": {
            "first": { "value": "Thank you!" },
            "orderMoneySum": { "value": "30.00元", "color": "#173177" },
            "orderProductName": { "value": "{{Remark.DATA}}" },
        },
        "client_msg_id": "order-7",
    });
    let sent = console.call("message/template/send", Some(message.clone())).await;
    assert_eq!(errcode(&sent), 0);
    let [MessageContent::Notice { title, text, url, .. }] = &ann.chat()[..] else { panic!() };
    assert_eq!((&**title, &**url), ("订单支付成功", "https://example.com/order/7"));
    assert_eq!(text, "Thank you!\n支付金额：30.00元\n商品信息：{{Remark.DATA}}");
    let by_template = |entry: &weixin_emulator::timeline::Entry| {
        matches!(&entry.what,
        EventKind::Message(message) if message.via == Via::Template && message.exchange.is_some())
    };
    assert!(console.platform.timeline().iter().any(by_template));

    console.platform.clock().advance(Duration::ZERO).await;
    {
        let heard = console.heard.lock().unwrap();
        let [(_, event)] = &heard[..] else { panic!("{heard:?}") };
        let text = |name| event.fields().text(name).map(str::to_owned);
        assert_eq!(text("Event").as_deref(), Some("TEMPLATESENDJOBFINISH"));
        assert_eq!(text("FromUserName").as_deref(), Some(ann.id().as_str()));
        assert_eq!(text("MsgID"), Some(sent["msgid"].to_string()));
        assert_eq!(text("Status").as_deref(), Some("success"));
    }

    // The same client_msg_id within ten minutes is the same message.
    let again = console.call("message/template/send", Some(message.clone())).await;
    assert_eq!((&again["msgid"], ann.chat().len()), (&sent["msgid"], 1));
    console.platform.clock().advance(Duration::from_secs(10 * 60)).await;
    let later = console.call("message/template/send", Some(message)).await;
    assert_ne!(later["msgid"], sent["msgid"]);
    assert_eq!(ann.chat().len(), 2);
}

#[tokio::test]
async fn receivers_and_templates_are_validated() {
    let console = Console::open().await;
    let (ann, bob) = (console.account.follower("ann"), console.account.person("bob"));
    let template = console.account.add_template("Hello", "{{name.DATA}}!");
    let data = json!({ "name": { "value": "Ann" } });
    for (to, template, data, code) in [
        (ann.id().as_str(), &*template, &data, 0),
        (bob.id().as_str(), &template, &data, 43004),
        ("nobody", &template, &data, 40003),
        (ann.id().as_str(), "no-such-template", &data, 40037),
        (ann.id().as_str(), &template, &json!({}), 47001),
    ] {
        let body = json!({ "touser": to, "template_id": template, "data": data });
        let answer = console.call("message/template/send", Some(body)).await;
        assert_eq!(errcode(&answer), code, "{to} {template} {data}");
    }
    let [MessageContent::Notice { text, .. }] = &ann.chat()[..] else { panic!() };
    assert_eq!(text, "Ann!");
}

#[tokio::test]
async fn templates_can_be_added_and_deleted() {
    let console = Console::open().await;
    assert_eq!(errcode(&console.add("TM99999", &[]).await), 40037);
    assert_eq!(errcode(&console.add("43216", &[]).await), 40246);
    assert_eq!(errcode(&console.add("43216", &["预约项目", "天气"]).await), 40246);
    let chosen = console.add("43216", &["门店名称", "预约项目"]).await["template_id"].clone();
    let list = console.call("template/get_all_private_template", None).await;
    let content = "门店名称：{{thing3.DATA}}\n预约项目：{{thing1.DATA}}";
    assert_eq!(list["template_list"][0]["content"], content);
    assert_eq!(list["template_list"][0]["deputy_industry"], "其它");
    for _ in 1..25 {
        assert_eq!(errcode(&console.add("TM00017", &[]).await), 0);
    }
    assert_eq!(errcode(&console.add("TM00017", &[]).await), 45026);
    let delete = json!({ "template_id": chosen });
    let path = "template/del_private_template";
    assert_eq!(errcode(&console.call(path, Some(delete.clone())).await), 0);
    assert_eq!(errcode(&console.call(path, Some(delete)).await), 40037);
    let list = console.call("template/get_all_private_template", None).await;
    assert_eq!(list["template_list"].as_array().unwrap().len(), 24);
}

#[tokio::test]
async fn industries_can_be_changed_once_a_month() {
    let console = Console::open().await;
    let industries = json!({ "industry_id1": "1", "industry_id2": "4" });
    let path = "template/api_set_industry";
    assert_eq!(console.call("template/get_industry", None).await, json!({}));
    for bad in ["0", "42", "one"] {
        let body = json!({ "industry_id1": "1", "industry_id2": bad });
        assert_eq!(errcode(&console.call(path, Some(body)).await), 40035, "{bad}");
    }
    assert_eq!(errcode(&console.call(path, Some(industries.clone())).await), 0);
    let known = json!({
        "primary_industry": { "first_class": "IT科技", "second_class": "互联网|电子商务" },
        "secondary_industry": { "first_class": "IT科技", "second_class": "电子技术" },
    });
    assert_eq!(console.call("template/get_industry", None).await, known);
    assert_eq!(errcode(&console.call(path, Some(industries.clone())).await), 43100);
    console.platform.clock().advance(30 * DAY).await;
    assert_eq!(errcode(&console.call(path, Some(industries)).await), 0);
}
