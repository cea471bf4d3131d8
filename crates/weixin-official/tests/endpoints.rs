//! The endpoints as they travel: written, read back, and compared with what is known of them.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use std::collections::HashSet;

use serde_json::{Value, json};
use weixin_api::{
    BodyKind, Endpoint, Method, ReplyForm, Timestamp,
    wire::{self, ApiResponse},
};
use weixin_official::{
    ENDPOINTS,
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
use weixin_wire_tests::reply;

use crate::common::calls;

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
        let request = SendCustomMessage::new("oAnn", message).customservice("kf@x");
        expected["touser"] = json!("oAnn");
        expected["customservice"] = json!({"kf_account": "kf@x"});
        calls().sends(&request, "POST /cgi-bin/message/custom/send", expected);
    }
}

#[test]
fn typing_stops() {
    calls().sends(
        &SetTyping::new("o", Typing::Stopped),
        "POST /cgi-bin/message/custom/typing",
        json!({"touser": "o", "command": "CancelTyping"}),
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
        let menu = CreateMenu::new([Button::sub("s", [button])]);
        let body = json!({"button": [{"name": "s", "sub_button": [expected]}]});
        calls().sends(&menu, "POST /cgi-bin/menu/create", body);
    }
}

#[test]
fn a_user_is_fetched_in_a_language() {
    let ann = GetUserInfo::new("o").lang(Language::English);
    calls().sends(&ann, "GET /cgi-bin/user/info?openid=o&lang=en", Value::Null);
}

#[test]
fn followers_are_listed_from_the_first_one_on() {
    calls().sends(&GetFollowers::new(), "GET /cgi-bin/user/get", Value::Null);
}

#[test]
fn users_are_fetched_in_different_languages() {
    let users = [UserQuery::new("a"), UserQuery::new("b").lang(Language::Other("fr".into()))];
    calls().sends(
        &BatchGetUserInfo::new(users),
        "POST /cgi-bin/user/info/batchget",
        json!({"user_list": [{"openid": "a"}, {"openid": "b", "lang": "fr"}]}),
    );
}

#[test]
fn a_token_is_fetched_with_the_secret() {
    calls().sends(
        &GetStableToken::new("wx1", "S").force_refresh(true),
        "POST /cgi-bin/stable_token",
        json!({"grant_type": "client_credential", "appid": "wx1", "secret": "S",
            "force_refresh": true}),
    );
}

/// A reply as it is written.
fn written<E: Endpoint>(reply: &E::Reply) -> Value {
    serde_json::from_slice(wire::write_reply::<E>(reply).unwrap().body()).unwrap()
}

#[test]
fn an_uploaded_thumbnail_has_a_name_of_its_own() {
    let time = Timestamp::from_secs(5);
    assert_eq!(
        written::<UploadMedia>(&UploadedMedia::new(MediaKind::Image, "M", time)),
        json!({"type": "image", "media_id": "M", "created_at": 5})
    );
    let thumbnail = json!({"type": "thumb", "thumb_media_id": "M", "created_at": 5});
    let upload = UploadedMedia::new(MediaKind::Thumb, "M", time);
    assert_eq!(written::<UploadMedia>(&upload), thumbnail);
    assert_eq!(reply::<UploadMedia>(thumbnail), upload);
}

#[test]
fn a_user_is_read() {
    let ann = UserInfo::new(true, "o").tagid_list([1.into(), 2.into()]);
    let body = json!({"subscribe": 1, "openid": "o", "tagid_list": [1, 2]});
    assert_eq!(written::<GetUserInfo>(&ann), body);
    assert_eq!(reply::<GetUserInfo>(body), ann);
}

#[test]
fn a_menu_is_read() {
    let menus = json!({"menu": {"button": [{"type": "view", "name": "n", "url": "u"}]}});
    assert_eq!(written::<GetMenu>(&reply::<GetMenu>(&menus)), menus);
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
fn a_rejected_tagging_says_for_whom_it_failed() {
    let body = r#"{"errcode":45171,"errmsg":"partial fail","fail_openid_list":["o1","o2"]}"#;
    let error = ApiResponse::json(body).checked(ReplyForm::Json, Product::Official).unwrap_err();
    let failed: FailedFollowers = error.details().unwrap();
    assert_eq!(failed.fail_openid_list, ["o1", "o2"]);
}

#[test]
fn the_former_account_is_named_by_either_id() {
    for id in ["gh_91ae50dfeb1c", "wx1234567890abcdef"] {
        let request = ChangeOpenIds::new(id, [OpenId::from("o1")]);
        let body = json!({"from_appid": id, "openid_list": ["o1"]});
        calls().sends(&request, "POST /cgi-bin/changeopenid", body);
    }
}
