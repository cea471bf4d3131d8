//! Subscription messages: templates, consents, allowed values.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod common;

use std::time::Duration;

use axum::http::Method;
use common::{Answer, Heard, always, call, errcode, token};
use serde_json::{Value, json};
use weixin_emulator::{Account, Emulator, Format, Person, PushOutcome, timeline::MessageContent};
use weixin_official::subscription::{SubscriptionPopup, SubscriptionSent};

struct Console {
    platform: Emulator,
    account: Account,
    heard: Heard,
}

impl Console {
    async fn open(platform: Emulator, account: Account) -> Self {
        let (bot, heard) = always(&account, || Answer::Empty);
        account.connect_service(bot).await.unwrap();
        Self { platform, account, heard }
    }

    async fn mini() -> Self {
        let platform = Emulator::start().await;
        let account = platform.mini();
        Self::open(platform, account).await
    }

    async fn call(&self, path: &str, body: Option<Value>) -> Value {
        let method = if body.is_some() { Method::POST } else { Method::GET };
        let token = token(&self.platform, &self.account).await;
        let joint = if path.contains('?') { '&' } else { '?' };
        call(&self.platform, method, &format!("{path}{joint}access_token={token}"), body).await
    }

    async fn send(&self, to: &Person, template: &str, data: &[(&str, &str)]) -> Value {
        let data: serde_json::Map<_, _> = data
            .iter()
            .map(|(name, value)| ((*name).to_owned(), json!({ "value": value })))
            .collect();
        let body = json!({ "touser": to.id(), "template_id": template, "data": data,
            "page": "pages/order?id=7" });
        let path = match self.account.product() {
            weixin_emulator::Product::Mini => "/cgi-bin/message/subscribe/send",
            _ => "/cgi-bin/message/subscribe/bizsend",
        };
        self.call(path, Some(body)).await
    }
}

#[tokio::test]
async fn each_consent_permits_one_message() {
    let console = Console::mini().await;
    let ann = console.account.person("ann");
    let template = console.account.add_subscription_template(
        "发货",
        &[("商品", "thing1"), ("单号", "number2")],
        false,
    );
    let data = [("thing1", "茶"), ("number2", "7")];
    assert_eq!(errcode(&console.send(&ann, &template, &data).await), 43101);
    ann.subscribes(&[&template]).await;
    ann.subscribes(&[&template]).await;
    assert_eq!(errcode(&console.send(&ann, &template, &data).await), 0);
    let chat = ann.chat();
    let Some(MessageContent::Notice { title, text, appid, pagepath, .. }) = chat.last() else {
        panic!()
    };
    assert_eq!((&**title, &**text), ("发货", "商品：茶\n单号：7"));
    assert_eq!((&**appid, &**pagepath), (console.account.id().as_str(), "pages/order?id=7"));
    assert_eq!(errcode(&console.send(&ann, &template, &data).await), 0);
    assert_eq!(errcode(&console.send(&ann, &template, &data).await), 43101);
    assert_eq!(errcode(&console.send(&ann, "no such template", &data).await), 40037);
    let long_term = console.account.add_subscription_template("到站", &[("站点", "thing1")], true);
    ann.subscribes(&[&long_term]).await;
    for _ in 0..3 {
        assert_eq!(errcode(&console.send(&ann, &long_term, &data).await), 0);
    }
}

#[tokio::test]
async fn consents_and_deliveries_are_pushed() {
    for format in [Format::Xml, Format::Json] {
        let platform = Emulator::start().await;
        let account = platform.official().format(format);
        let console = Console::open(platform, account).await;
        let ann = console.account.follower("ann");
        let template = console.account.add_subscription_template("t", &[("a", "thing1")], false);
        assert_eq!(ann.subscribes(&[&template]).await.outcome().await, PushOutcome::Empty);
        console.send(&ann, &template, &[("thing1", "x")]).await;
        console.platform.clock().advance(Duration::ZERO).await;
        let heard = console.heard.lock().unwrap();
        let [(_, popup), (_, sent)] = &heard[..] else { panic!("{heard:?}") };
        let popup = popup.read::<SubscriptionPopup>().unwrap();
        assert_eq!(popup.list[0].template_id, template);
        assert!(popup.list[0].accepted());
        let sent = sent.read::<SubscriptionSent>().unwrap();
        assert_eq!(sent.list[0].template_id, template);
        assert_eq!(sent.list[0].error_code, 0);
    }
}

#[tokio::test]
async fn rejecting_permits_no_message() {
    let console = Console::mini().await;
    let ann = console.account.person("ann");
    let template = console.account.add_subscription_template("t", &[("a", "thing1")], false);
    let action = json!({ "type": "subscribe", "templates": [template], "accept": false });
    let act = json!({ "account": console.account.id(), "person": ann.id(), "do": action });
    let done = call(&console.platform, Method::POST, "/_/api/act", Some(act)).await;
    assert!(done["entry"].is_string(), "{done}");
    console.platform.clock().advance(Duration::ZERO).await;
    let popup = console.heard.lock().unwrap()[0].1.read::<SubscriptionPopup>().unwrap();
    assert!(!popup.list[0].accepted());
    assert_eq!(errcode(&console.send(&ann, &template, &[("thing1", "x")]).await), 43101);
    assert_eq!(ann.subscribes(&["unknown"]).await.outcome().await, PushOutcome::Unsent);
}

#[tokio::test]
async fn invalid_values_do_not_use_up_a_consent() {
    let console = Console::mini().await;
    let ann = console.account.person("ann");
    let places = [("商品", "thing1"), ("时间", "time2")];
    let template = console.account.add_subscription_template("t", &places, false);
    ann.subscribes(&[&template]).await;
    for (data, place) in [
        (&[("thing1", "x")][..], "time2"),
        (&[("thing1", "x"), ("time2", "soon")], "time2"),
        (&[("thing1", "123456789012345678901"), ("time2", "15:01")], "thing1"),
    ] {
        let answer = console.send(&ann, &template, data).await;
        assert_eq!(errcode(&answer), 47003);
        assert!(answer["errmsg"].as_str().unwrap().contains(&format!("data.{place}.value")));
    }
    let data = [("thing1", "x"), ("time2", "2026年1月5日 15:01")];
    assert_eq!(errcode(&console.send(&ann, &template, &data).await), 0);
}

#[tokio::test]
async fn templates_are_added_from_the_library() {
    let console = Console::mini().await;
    let categories = console.call("/wxaapi/newtmpl/getcategory", None).await;
    let category = &categories["data"][0]["id"];
    let titles = format!("/wxaapi/newtmpl/getpubtemplatetitles?ids={category}&start=1&limit=1");
    let titles = console.call(&titles, None).await;
    assert_eq!((&titles["count"], titles["data"].as_array().unwrap().len()), (&json!(3), 1));
    let tid = titles["data"][0]["tid"].clone();
    let words =
        console.call(&format!("/wxaapi/newtmpl/getpubtemplatekeywords?tid={tid}"), None).await;
    assert_eq!(
        words["data"][1],
        json!({ "kid": 2, "name": "会议时间", "example": "2016年8月8日", "rule": "date" })
    );
    let add = async |tid: &Value, places: Value, scene: &str| {
        let tid = tid.as_str().map_or_else(|| tid.to_string(), str::to_owned);
        let body = json!({ "tid": tid, "kidList": places, "sceneDesc": scene });
        console.call("/wxaapi/newtmpl/addtemplate", Some(body)).await
    };
    let long = "十五个字以内的说明文字是可以的吧";
    for (tid, places, scene, code) in [
        (&json!("1"), json!([1, 2]), "", 200_014),
        (&tid, json!([1]), "", 200_020),
        (&tid, json!([1, 9]), "", 200_020),
        (&tid, json!([1, 2, 3, 4, 5, 1]), "", 200_020),
        (&tid, json!([1, 2]), long, 200_021),
    ] {
        assert_eq!(errcode(&add(tid, places.clone(), scene).await), code, "{tid} {places}");
    }
    let added = add(&tid, json!([2, 1]), "报名").await;
    let template = added["priTmplId"].as_str().unwrap();
    let mine = console.call("/wxaapi/newtmpl/gettemplate", None).await;
    assert_eq!(mine["data"][0]["content"], "会议时间:{{date2.DATA}}\n会议地点:{{thing1.DATA}}\n");
    assert_eq!(mine["data"][0]["type"], 2);
    let ann = console.account.person("ann");
    ann.subscribes(&[template]).await;
    let data = [("date2", "2026-01-05"), ("thing1", "会议室")];
    assert_eq!(errcode(&console.send(&ann, template, &data).await), 0);
    console.account.clone().rules(|rules| rules.templates.max_subscriptions = 1);
    assert_eq!(errcode(&add(&tid, json!([1, 2]), "").await), 200_012);
    let delete = json!({ "priTmplId": template });
    let path = "/wxaapi/newtmpl/deltemplate";
    assert_eq!(errcode(&console.call(path, Some(delete.clone())).await), 0);
    assert_eq!(errcode(&console.call(path, Some(delete)).await), 20002);
}
