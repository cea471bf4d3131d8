//! Management calls of a bot through the client, and their effects on the emulator's people.
#![allow(clippy::unwrap_used)]

use futures_util::TryStreamExt;
use weixin::{
    emulator::{timeline::MessageContent, *},
    mini::code::GetUnlimitedCode,
    official::{
        oauth::Scope,
        template_message::{SendTemplateMessage, TemplateMessageFinished, TemplateValue},
    },
    prelude::*,
    work::user::CreateUser,
};

fn code<T: std::fmt::Debug>(result: Result<T, impl std::fmt::Display>) -> String {
    result.unwrap_err().to_string()
}

#[tokio::test]
async fn followers_can_be_tagged() {
    let platform = Emulator::start().await;
    let account = platform.official();
    let (ann, bob) = (account.follower("ann"), account.follower("bob"));
    let wx = platform.official_client();
    let tag = wx.tags().create("常客").await.unwrap().tag.id;
    let openids = [OpenId::from(ann.id()), OpenId::from(bob.id())];
    wx.tags().add(tag, openids.clone()).await.unwrap();
    account.clone().rules(|rules| rules.page_size = 1);
    let tagged: Vec<_> = wx.tags().followers(tag).pages().try_collect().await.unwrap();
    assert_eq!(tagged, openids);
    wx.tags().remove(tag, [OpenId::from(bob.id())]).await.unwrap();
    assert_eq!(wx.tags().of(ann.id()).await.unwrap().tagid_list, [tag]);
    assert_eq!(wx.tags().list().await.unwrap().tags[1].count, Some(1));
    assert!(code(wx.tags().create("常客").await).contains("45157"));
}

#[tokio::test]
async fn template_messages_and_their_delivery_events() {
    let platform = Emulator::start().await;
    let account = platform.official();
    let (heard, mut hearing) = tokio::sync::mpsc::unbounded_channel();
    let bot = Bot::new().on(move |event: TemplateMessageFinished| {
        let heard = heard.clone();
        async move { heard.send(event).unwrap() }
    });
    account.connect(bot).await.unwrap();
    let ann = account.follower("ann");
    let wx = platform.official_client();
    let template = wx.template_messages().add("TM00017").await.unwrap().template_id;
    let data = [("OrderSn".to_owned(), TemplateValue::new("7"))];
    let message = SendTemplateMessage::new(ann.id(), template).data(data);
    let sent = wx.template_messages().send(message).await.unwrap();
    let event = hearing.recv().await.unwrap();
    assert_eq!((event.msg_id, event.succeeded()), (sent.msgid, true));
    let chat = ann.chat();
    let [MessageContent::Notice { text, .. }] = &chat[..] else { panic!("{chat:?}") };
    assert!(text.contains("订单编号：7"), "{text}");
}

#[tokio::test]
async fn qr_codes_can_be_shown_and_scanned() {
    let platform = Emulator::start().await;
    let account = platform.official();
    let bot = Bot::new().on(|event: Subscribe| async move {
        format!("welcome from {}", event.scene().unwrap_or_default())
    });
    account.connect(bot).await.unwrap();
    let wx = platform.official_client();
    let code = wx.qrcodes().temporary("poster-42").await.unwrap();
    let picture = wx.qrcodes().show(code.ticket).await.unwrap().content;
    let text = weixin_tests::qrcode::read(&picture);
    assert_eq!(text, code.url);
    account.person("ann").scans_code(text).await.expect_text("welcome from poster-42").await;
}

#[tokio::test]
async fn web_authorization_by_a_user_who_agrees() {
    let platform = Emulator::start().await;
    let ann = platform.official().person("安");
    let wx = platform.official_client();
    let url = wx.oauth().url("https://example.com/back", Scope::UserInfo, "s1");
    let back = ann.authorizes(&url).unwrap();
    let code = back.split_once("?code=").unwrap().1.strip_suffix("&state=s1").unwrap();
    let token = wx.oauth().token(code).await.unwrap();
    assert_eq!(wx.oauth().visitor(&token).await.unwrap().nickname, "安");
    let renewed = wx.oauth().refresh(token.refresh_token).await.unwrap();
    assert_eq!(renewed.openid, *ann.id());
}

#[tokio::test]
async fn rejected_calls_can_be_queried() {
    let platform = Emulator::start().await;
    let wx = platform.official_client();
    let error = wx.tags().delete(2).await.unwrap_err();
    let seen = wx.quota().rid(error.rid().unwrap()).await.unwrap().request;
    assert!(seen.response_body.contains("45058"), "{}", seen.response_body);
}

#[tokio::test]
async fn mini_program_codes_logins_and_phone_numbers() {
    let platform = Emulator::start().await;
    let account = platform.mini();
    let ann = account.person("ann");
    let wx = platform.mini_client();
    let picture =
        wx.codes().unlimited(GetUnlimitedCode::new("id=7").page("pages/order")).await.unwrap();
    let text = weixin_tests::qrcode::read(&picture.content);
    assert_eq!(account.code_target(&text).as_deref(), Some("pages/order?scene=id%3D7"));
    let number = wx.user_info().phone_number(ann.gives_phone_number("13800000000")).await.unwrap();
    assert_eq!(number.phone_info.pure_phone_number, "13800000000");
    let template = account.add_subscription_template("发货", &[("商品", "thing1")], false);
    let data = std::collections::BTreeMap::from([("thing1".to_owned(), "茶".into())]);
    let send = || wx.subscription_messages().send((ann.id(), &*template, data.clone()));
    assert!(code(send().await).contains("43101"));
    ann.subscribes(&[&template]).await;
    send().await.unwrap();
    assert_eq!(ann.chat().last().unwrap().summary(), "[notice] 发货");
}

#[tokio::test]
async fn contacts_and_messages_to_departments_and_tags() {
    let platform = Emulator::start().await;
    let account = platform.work();
    let credentials = account.credentials();
    let agent = credentials.agent_id.unwrap();
    let contacts = WorkApp::new(credentials.id, agent, credentials.contacts_secret.unwrap())
        .client_builder()
        .transport(account.transport())
        .build()
        .unwrap();
    let shop = contacts.departments().create(("Shop", 1)).await.unwrap().id;
    contacts
        .users()
        .create(CreateUser::new("bob", "Bob").department([shop]).email("bob@example.com"))
        .await
        .unwrap();
    let wx = platform.work_client();
    assert!(code(wx.departments().create(("x", 1)).await).contains("48002"));
    let to = Recipients::new().toparty([shop.to_string(), "99".to_owned()]);
    let sent = wx.messages().send_text(to, "to the shop").await.unwrap();
    assert_eq!(sent.invalidparty, ["99"]);
    let bob = account.person("Bob");
    assert_eq!(bob.chat()[0].summary(), "to the shop");
    wx.messages().recall(sent.msgid).await.unwrap();
    assert!(matches!(bob.chat()[0], MessageContent::System { .. }));
}
