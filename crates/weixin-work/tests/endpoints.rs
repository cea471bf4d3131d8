//! The endpoints: written, read back, and compared with what is known of them.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use std::collections::HashSet;

use serde_json::{Value, json};
use weixin_api::{AccountId, BodyKind, ErrorKind, Method, wire};
use weixin_protocol::{Product, UserId};
use weixin_wire_tests::{irregular_reply, reply};
use weixin_work::{
    ENDPOINTS,
    ids::DepartmentId,
    menu::{CreateMenu, GetMenu, WorkButton, WorkButtonKind},
    message::{
        Article, Media, MiniProgramNotice, MpArticle, MpNews, News, NoticeItem, Recipients,
        SendMessage, Text, TextCard, Video, WorkMessage,
    },
    template_card::{
        CardAction, CardButton, CardLine, CardSource, CardTitle, TemplateCard, TemplateCardKind,
    },
    user::{Gender, GetUser},
};

use crate::common::calls;

#[test]
fn every_kind_of_message_has_the_platforms_form() {
    let card = TemplateCard::new(TemplateCardKind::ButtonInteraction)
        .source(CardSource::new().desc("企业微信").desc_color(1))
        .task_id("T1")
        .main_title(CardTitle::new().title("t"))
        .horizontal_content_list([CardLine::new("k").value("v")])
        .card_action(CardAction::new(1).url("u"))
        .button_list([CardButton::new("按钮").style(1).key("K")]);
    let notice = MiniProgramNotice::new("wx2", "t")
        .emphasis_first_item(true)
        .content_item([NoticeItem::new("k", "v")]);
    let messages = [
        (WorkMessage::Text(Text::new("x")), json!({"msgtype": "text", "text": {"content": "x"}})),
        (
            WorkMessage::Image(Media::new("M")),
            json!({"msgtype": "image", "image": {"media_id": "M"}}),
        ),
        (
            WorkMessage::Voice(Media::new("M")),
            json!({"msgtype": "voice", "voice": {"media_id": "M"}}),
        ),
        (
            WorkMessage::Video(Video::new("M").title("t")),
            json!({"msgtype": "video", "video": {"media_id": "M", "title": "t"}}),
        ),
        (WorkMessage::File(Media::new("M")), json!({"msgtype": "file", "file": {"media_id": "M"}})),
        (
            WorkMessage::TextCard(TextCard::new("t", "d", "u").btntxt("b")),
            json!({"msgtype": "textcard", "textcard": {
                "title": "t", "description": "d", "url": "u", "btntxt": "b"}}),
        ),
        (
            WorkMessage::News(News::new([Article::new("t").url("u")])),
            json!({"msgtype": "news", "news": {"articles": [{"title": "t", "url": "u"}]}}),
        ),
        (
            WorkMessage::MpNews(MpNews::new([MpArticle::new("t", "M", "<b>c</b>")])),
            json!({"msgtype": "mpnews", "mpnews": {"articles": [
                {"title": "t", "thumb_media_id": "M", "content": "<b>c</b>"}]}}),
        ),
        (
            WorkMessage::Markdown(Text::new("**x**")),
            json!({"msgtype": "markdown", "markdown": {"content": "**x**"}}),
        ),
        (
            WorkMessage::MiniProgramNotice(notice),
            json!({"msgtype": "miniprogram_notice", "miniprogram_notice": {
                "appid": "wx2", "title": "t", "emphasis_first_item": true,
                "content_item": [{"key": "k", "value": "v"}]}}),
        ),
        (
            WorkMessage::TemplateCard(Box::new(card)),
            json!({"msgtype": "template_card", "template_card": {
                "card_type": "button_interaction",
                "source": {"desc": "企业微信", "desc_color": 1},
                "task_id": "T1",
                "main_title": {"title": "t"},
                "horizontal_content_list": [{"keyname": "k", "value": "v"}],
                "card_action": {"type": 1, "url": "u"},
                "button_list": [{"text": "按钮", "style": 1, "key": "K"}]}}),
        ),
    ];
    for (message, mut expected) in messages {
        let request = SendMessage::new("ann", message.clone()).enable_duplicate_check(true);
        expected["touser"] = json!("ann");
        expected["agentid"] = json!(1_000_002);
        expected["enable_duplicate_check"] = json!(1);
        calls().sends(&request, "POST /cgi-bin/message/send", expected.clone());
        let read: SendMessage = serde_json::from_value(expected).unwrap();
        assert_eq!((read.message, read.enable_duplicate_check), (message, Some(true)));
    }
}

#[test]
fn recipients_are_written_with_bars() {
    let to = Recipients::new()
        .touser([UserId::new("ann"), "bob".into()])
        .toparty(["1".into(), "2".into()]);
    let (_, body) = calls().sent(&SendMessage::text(to.clone(), "x"));
    assert_eq!(
        (&body["touser"], &body["toparty"], body.get("totag")),
        (&json!("ann|bob"), &json!("1|2"), None)
    );
    let read: SendMessage = serde_json::from_value(body).unwrap();
    assert_eq!(read.to, to);
}

#[test]
fn everybody_is_a_recipient() {
    let (_, body) = calls().sent(&SendMessage::text(Recipients::everybody(), "x"));
    assert_eq!(body["touser"], "@all");
    let read: SendMessage = serde_json::from_value(body).unwrap();
    assert_eq!(read.to, Recipients::from("@all"));
}

#[test]
fn what_was_not_delivered_is_read_from_texts_and_numbers() {
    let sent = irregular_reply::<SendMessage>(
        r#"{"errcode":0,"invaliduser":"a|b","invalidparty":"","invalidtag":3,"msgid":"m","response_code":"r"}"#,
        json!({"invaliduser": "a|b", "invalidtag": "3", "msgid": "m", "response_code": "r"}),
    );
    assert_eq!(sent.invaliduser, [UserId::new("a"), "b".into()]);
    assert!(sent.invalidparty.is_empty());
    assert_eq!((sent.invalidtag, sent.response_code.as_deref()), (vec!["3".to_owned()], Some("r")));
}

#[test]
fn what_was_not_delivered_is_read_from_lists() {
    let sent = irregular_reply::<SendMessage>(
        r#"{"invaliduser":["a","b"],"unlicenseduser":null,"msgid":"m"}"#,
        json!({"invaliduser": "a|b", "msgid": "m"}),
    );
    assert_eq!(sent.invaliduser, [UserId::new("a"), "b".into()]);
}

#[test]
fn a_menu_names_its_app_in_the_query() {
    let button = WorkButton::sub(
        "s",
        [
            WorkButton::keyed(WorkButtonKind::PicWeixin, "n", "K"),
            WorkButton::mini_program("m", "wx2", "p"),
        ],
    );
    calls().sends(
        &CreateMenu::new([button]),
        "POST /cgi-bin/menu/create?agentid=1000002",
        json!({"button": [{"name": "s", "sub_button": [
            {"type": "pic_weixin", "name": "n", "key": "K"},
            {"type": "view_miniprogram", "name": "m", "appid": "wx2", "pagepath": "p"}]}]}),
    );
    let of_another = GetMenu::new().agentid(5);
    calls().sends(&of_another, "GET /cgi-bin/menu/get?agentid=5", Value::Null);
}

#[test]
fn an_account_without_an_app_has_no_menu() {
    let corp = AccountId::new(Product::Work, "ww1");
    assert_eq!(wire::write_call(&GetMenu::new(), &corp).unwrap_err().kind(), ErrorKind::Call);
}

#[test]
fn a_member_is_read() {
    let body = r#"{"errcode":0,"userid":"ann","name":"安","department":[1,"2"],"gender":"1","status":1,
        "is_leader_in_dept":[1,0],"extattr":{"attrs":[{"type":0,"name":"n","text":{"value":"v"}}]}}"#;
    let ann = reply::<GetUser>(body);
    assert_eq!(
        (ann.userid.as_str(), ann.gender, &ann.department[..]),
        ("ann", Some(Gender::Male), &[DepartmentId::new(1), DepartmentId::new(2)][..])
    );
    assert_eq!(ann.extattr.unwrap().attrs[0].text.as_ref().unwrap().value, "v");
}

#[test]
fn every_endpoint_is_documented_and_registered_once() {
    let mut names = HashSet::new();
    for info in ENDPOINTS.iter().flat_map(|group| group.endpoints) {
        assert!(names.insert((info.method, info.path)), "{} is there twice", info.name);
        assert!(info.serves(Product::Work) && !info.title.is_empty());
        // The platform has no page any more of what others have taken the place of.
        let page = info.doc.starts_with("https://developer.work.weixin.qq.com/");
        let retired = [
            "ConvertCustomerFromService",
            "GetExternalContact",
            "GetGroupMessageResult",
            "TransferCustomer",
        ];
        let retired_groups = ["/cgi-bin/chat/", "/cgi-bin/material/"];
        let retired = retired.contains(&info.name)
            || retired_groups.iter().any(|group| info.path.starts_with(group));
        assert_eq!(page, !retired, "{}", info.name);
        // The attribute writes the method and the path below the summary.
        assert!(!info.summary.is_empty(), "{}", info.name);
        assert!(info.fields.iter().all(|field| !field.field.doc.is_empty()), "{}", info.name);
        assert_eq!(info.method == Method::Get, info.body == BodyKind::None);
    }
}
