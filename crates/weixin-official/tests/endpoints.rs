//! The endpoints as they travel: written, read back, and compared with what is known of them.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::HashSet;

use bytes::Bytes;
use serde_json::{Value, json};
use weixin_api::{
    Account, AccountId, BodyKind, Endpoint, Method, ReplyForm, Timestamp,
    wire::{self, ApiResponse, Body, IncomingRequest},
};
use weixin_official::{
    ENDPOINTS, OfficialAccount,
    custom_message::{
        Article, Coupon, CustomMessage, Link, Media, MessageMenu, MessageMenuItem, MiniProgramPage,
        Music, News, PublishedArticle, SendCustomMessage, SetTyping, Text, Typing, Video,
    },
    media::{MediaKind, UploadMedia, UploadedMedia},
    menu::{Button, CreateMenu, GetMenu},
    tag::FailedFollowers,
    token::GetStableToken,
    user::{
        BatchGetUserInfo, ChangeOpenIds, GetFollowers, GetUserInfo, Language, UserInfo, UserQuery,
    },
};
use weixin_protocol::{OpenId, Product};

fn account() -> AccountId {
    OfficialAccount::new("wx1", "s").id()
}

/// Writes a request, reads it on the other side, and gives its target and body.
fn round_trip<E: Endpoint>(request: &E) -> (E, String, Value) {
    let call = wire::write_call(request, &account()).unwrap();
    let target = call.target(None);
    let (path, query) = target.split_once('?').unwrap_or((&target, ""));
    let body = match call.body() {
        Body::Json(json) => json.clone(),
        _ => Bytes::new(),
    };
    let incoming = IncomingRequest {
        method: Some(call.method()),
        path,
        query,
        content_type: None,
        body: &body,
    };
    let back = wire::read_call::<E>(incoming).unwrap();
    let json = if body.is_empty() { Value::Null } else { serde_json::from_slice(&body).unwrap() };
    (back, target, json)
}

#[test]
fn every_kind_of_customer_service_message_has_the_platforms_form() {
    let menu =
        MessageMenu::new([MessageMenuItem::new("1", "好"), MessageMenuItem::new("2", "不好")])
            .head_content("满意吗?");
    let messages = [
        (CustomMessage::Text(Text::new("x")), json!({"msgtype": "text", "text": {"content": "x"}})),
        (
            CustomMessage::Image(Media::new("M")),
            json!({"msgtype": "image", "image": {"media_id": "M"}}),
        ),
        (
            CustomMessage::Voice(Media::new("M")),
            json!({"msgtype": "voice", "voice": {"media_id": "M"}}),
        ),
        (
            CustomMessage::Video(Video::new("M", "T").title("t")),
            json!({"msgtype": "video", "video": {"media_id": "M", "thumb_media_id": "T", "title": "t"}}),
        ),
        (
            CustomMessage::Music(Music::new("u", "T").hqmusicurl("h")),
            json!({"msgtype": "music", "music": {"musicurl": "u", "hqmusicurl": "h", "thumb_media_id": "T"}}),
        ),
        (
            CustomMessage::News(News::new([Article::new("t", "u").description("d").picurl("p")])),
            json!({"msgtype": "news", "news": {"articles": [
                {"title": "t", "description": "d", "url": "u", "picurl": "p"}]}}),
        ),
        (
            CustomMessage::MpNewsArticle(PublishedArticle::new("A")),
            json!({"msgtype": "mpnewsarticle", "mpnewsarticle": {"article_id": "A"}}),
        ),
        (
            CustomMessage::MsgMenu(menu),
            json!({"msgtype": "msgmenu", "msgmenu": {"head_content": "满意吗?", "list": [
                {"id": "1", "content": "好"}, {"id": "2", "content": "不好"}]}}),
        ),
        (
            CustomMessage::WxCard(Coupon::new("C")),
            json!({"msgtype": "wxcard", "wxcard": {"card_id": "C"}}),
        ),
        (
            CustomMessage::MiniProgramPage(
                MiniProgramPage::new("p").appid("wx2").thumb_media_id("T"),
            ),
            json!({"msgtype": "miniprogrampage", "miniprogrampage": {
                "appid": "wx2", "pagepath": "p", "thumb_media_id": "T"}}),
        ),
        (
            CustomMessage::Link(Link::new("t", "d", "u", "p")),
            json!({"msgtype": "link", "link": {
                "title": "t", "description": "d", "url": "u", "thumb_url": "p"}}),
        ),
    ];
    for (message, mut expected) in messages {
        let request = SendCustomMessage::new("oAnn", message.clone()).customservice("kf@x");
        let (back, target, json) = round_trip(&request);
        expected["touser"] = json!("oAnn");
        expected["customservice"] = json!({"kf_account": "kf@x"});
        assert_eq!((target.as_str(), &json), ("/cgi-bin/message/custom/send", &expected));
        assert_eq!((back.message, back.touser.as_str()), (message, "oAnn"));
    }
    let (back, _, json) = round_trip(&SetTyping::new("o", Typing::Stopped));
    assert_eq!(
        (back.command, json),
        (Typing::Stopped, json!({"touser": "o", "command": "CancelTyping"}))
    );
}

#[test]
fn every_kind_of_button_has_the_platforms_form() {
    let buttons = [
        (Button::click("n", "K"), json!({"type": "click", "name": "n", "key": "K"})),
        (Button::view("n", "u"), json!({"type": "view", "name": "n", "url": "u"})),
        (
            Button::mini_program("n", "wx2", "p", "u"),
            json!({"type": "miniprogram", "name": "n", "appid": "wx2", "pagepath": "p", "url": "u"}),
        ),
        (Button::scan("n", "K"), json!({"type": "scancode_push", "name": "n", "key": "K"})),
        (
            Button::scan_and_wait("n", "K"),
            json!({"type": "scancode_waitmsg", "name": "n", "key": "K"}),
        ),
        (Button::camera("n", "K"), json!({"type": "pic_sysphoto", "name": "n", "key": "K"})),
        (
            Button::camera_or_album("n", "K"),
            json!({"type": "pic_photo_or_album", "name": "n", "key": "K"}),
        ),
        (Button::album("n", "K"), json!({"type": "pic_weixin", "name": "n", "key": "K"})),
        (Button::location("n", "K"), json!({"type": "location_select", "name": "n", "key": "K"})),
        (Button::media("n", "M"), json!({"type": "media_id", "name": "n", "media_id": "M"})),
        (
            Button::view_media("n", "M"),
            json!({"type": "view_limited", "name": "n", "media_id": "M"}),
        ),
        (Button::article("n", "A"), json!({"type": "article_id", "name": "n", "article_id": "A"})),
        (
            Button::view_article("n", "A"),
            json!({"type": "article_view_limited", "name": "n", "article_id": "A"}),
        ),
    ];
    for (button, expected) in buttons {
        let (back, _, json) = round_trip(&CreateMenu::new([Button::sub("s", [button.clone()])]));
        assert_eq!(json, json!({"button": [{"name": "s", "sub_button": [expected]}]}));
        assert_eq!(back.button[0].sub_button, [button]);
    }
}

#[test]
fn queries_of_gets_travel() {
    let (back, target, _) = round_trip(&GetUserInfo::new("o").lang(Language::English));
    assert_eq!(
        (target.as_str(), back.lang),
        ("/cgi-bin/user/info?openid=o&lang=en", Some(Language::English))
    );
    let (_, target, _) = round_trip(&GetFollowers::new());
    assert_eq!(target, "/cgi-bin/user/get");
    let users = [UserQuery::new("a"), UserQuery::new("b").lang(Language::Other("fr".into()))];
    let (back, _, json) = round_trip(&BatchGetUserInfo::new(users.clone()));
    assert_eq!(json, json!({"user_list": [{"openid": "a"}, {"openid": "b", "lang": "fr"}]}));
    assert_eq!(back.user_list, users);
    let (back, _, _) = round_trip(&GetStableToken::new("wx1", "S").force_refresh(true));
    assert!(back.force_refresh && back.secret.expose() == "S");
}

#[test]
fn replies_have_the_platforms_form() {
    let body = |answer: ApiResponse| String::from_utf8(answer.into_body().to_vec()).unwrap();
    let upload = |kind| {
        let reply = UploadedMedia::new(kind, "M", Timestamp::from_secs(5));
        body(wire::write_reply::<UploadMedia>(&reply).unwrap())
    };
    assert_eq!(upload(MediaKind::Image), r#"{"type":"image","media_id":"M","created_at":5}"#);
    assert_eq!(upload(MediaKind::Thumb), r#"{"type":"thumb","thumb_media_id":"M","created_at":5}"#);
    let ann = UserInfo::new(true, "o").tagid_list([1.into(), 2.into()]);
    let written = wire::write_reply::<GetUserInfo>(&ann).unwrap();
    assert_eq!(body(written.clone()), r#"{"subscribe":1,"openid":"o","tagid_list":[1,2]}"#);
    assert_eq!(wire::read_reply::<GetUserInfo>(written).unwrap(), ann);
    let menus = r#"{"menu":{"button":[{"type":"view","name":"n","url":"u"}]}}"#;
    let read = wire::read_reply::<GetMenu>(ApiResponse::json(menus)).unwrap();
    assert_eq!(body(wire::write_reply::<GetMenu>(&read).unwrap()), menus);
}

#[test]
fn every_endpoint_is_documented_and_registered_once() {
    let mut names = HashSet::new();
    for info in ENDPOINTS.iter().flat_map(|group| group.endpoints) {
        assert!(names.insert((info.method, info.path)), "{} is there twice", info.name);
        assert!(info.serves(Product::Official) && !info.title.is_empty());
        // What the platform no longer documents has no page.
        let official = ["https://developers.weixin.qq.com/", "https://iot.weixin.qq.com/"];
        let known = official.iter().any(|site| info.doc.starts_with(site));
        assert!(info.doc.is_empty() || known, "{}", info.name);
        // The attribute writes the address into the documentation, below the summary; a test of
        // weixin-macros sees to that.
        assert!(!info.summary.is_empty(), "{}", info.name);
        assert!(!info.host.is_empty() && !info.host.contains('/'), "{}", info.name);
        assert!(info.path.starts_with('/'), "{}", info.name);
        assert!(info.fields.iter().all(|field| !field.field.doc.is_empty()), "{}", info.name);
        assert_eq!(info.method == Method::Get, info.body == BodyKind::None);
    }
}

#[test]
fn a_refused_tagging_says_for_whom_it_failed() {
    let body = r#"{"errcode":45171,"errmsg":"partial fail","fail_openid_list":["o1","o2"]}"#;
    let error = ApiResponse::json(body).checked(ReplyForm::Json, Product::Official).unwrap_err();
    let failed: FailedFollowers = error.details().unwrap();
    assert_eq!(failed.fail_openid_list, ["o1", "o2"]);
}

#[test]
fn the_former_account_is_named_by_either_id() {
    for id in ["gh_91ae50dfeb1c", "wx1234567890abcdef"] {
        let request = ChangeOpenIds::new(id, [OpenId::from("o1")]);
        let (read, target, body) = round_trip(&request);
        assert_eq!(read.from_appid, id);
        assert_eq!(target, "/cgi-bin/changeopenid");
        assert_eq!(body, json!({"from_appid": id, "openid_list": ["o1"]}));
    }
}
