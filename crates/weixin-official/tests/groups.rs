//! What the groups add to plain fields: kinds of messages, pages, codes, forms of their own.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use serde_json::{Value, json};
use weixin_api::{FileOr, FilePart};
use weixin_official::{
    blacklist::GetBlacklist,
    comment::{CommentFilter, GetComments},
    customer_service::{GetSession, SetStaffPicture},
    draft::{AddDraft, Article},
    mass_message::{MassFilter, MassMessage, PreviewMass, SendMass, SendMassToAll},
    material::{DescribedMaterial, GetMaterial},
    publication::{GetPublicationStatus, PublicationState},
    tag::GetTagFollowers,
    template_message::SendTemplateMessage,
};

use weixin_protocol::OpenId;
use weixin_wire_tests::{file, file_reply, reply};

use crate::common::calls;

#[test]
fn every_kind_of_message_to_many_has_the_platforms_form() {
    let kinds = [
        (MassMessage::text("hi"), json!({"msgtype": "text", "text": {"content": "hi"}})),
        (MassMessage::news("M"), json!({"msgtype": "mpnews", "mpnews": {"media_id": "M"}})),
        (
            MassMessage::images(vec!["M", "N"]),
            json!({"msgtype": "image", "images": {"media_ids": ["M", "N"]}}),
        ),
        (MassMessage::image("M"), json!({"msgtype": "image", "image": {"media_id": "M"}})),
        (MassMessage::voice("M"), json!({"msgtype": "voice", "voice": {"media_id": "M"}})),
        (MassMessage::video("M"), json!({"msgtype": "mpvideo", "mpvideo": {"media_id": "M"}})),
        (MassMessage::coupon("C"), json!({"msgtype": "wxcard", "wxcard": {"card_id": "C"}})),
    ];
    for (message, expected) in kinds {
        assert_eq!(serde_json::from_value::<MassMessage>(expected.clone()).unwrap(), message);
        let mut to_some = expected.clone();
        to_some["touser"] = json!(["a", "b"]);
        let users = ["a".into(), "b".into()];
        let send = SendMass::new(users, message.clone());
        calls().sends(&send, "POST /cgi-bin/message/mass/send", to_some);
        let mut to_one = expected.clone();
        to_one["touser"] = json!("a");
        let preview = PreviewMass::new(message.clone()).touser("a");
        calls().sends(&preview, "POST /cgi-bin/message/mass/preview", to_one);
        let mut to_tag = expected;
        to_tag["filter"] = json!({"is_to_all": false, "tag_id": 2});
        to_tag["send_ignore_reprint"] = json!(1);
        let send = SendMassToAll::new(MassFilter::tag(2), message).send_ignore_reprint(true);
        calls().sends(&send, "POST /cgi-bin/message/mass/sendall", to_tag);
    }
}

#[test]
fn followers_with_a_tag_are_listed_until_a_page_is_empty() {
    let pages = [
        json!({"count": 2, "data": {"openid": ["a", "b"]}, "next_openid": "b"}),
        json!({"count": 0, "next_openid": "b"}),
    ];
    let (people, sent) = calls().paged(GetTagFollowers::new(7), pages);
    assert_eq!(people, ["a", "b"].map(OpenId::from));
    assert_eq!(sent[1].1, json!({"tagid": 7, "next_openid": "b"}));
}

#[test]
fn a_blacklist_is_listed_by_openid() {
    let pages = [
        json!({"total": 2, "count": 2, "data": {"openid": ["a", "b"]}, "next_openid": "b"}),
        json!({"total": 2, "count": 0, "data": {"openid": []}, "next_openid": ""}),
    ];
    let (people, sent) = calls().paged(GetBlacklist::new(), pages);
    assert_eq!(people, ["a", "b"].map(OpenId::from));
    assert_eq!(sent[1].1, json!({"begin_openid": "b"}));
}

#[test]
fn an_empty_blacklist_has_no_next_page() {
    let page = json!({"total": 0, "count": 0, "data": {"openid": []}, "next_openid": ""});
    assert!(calls().paged(GetBlacklist::new(), [page]).0.is_empty());
}

#[test]
fn states_of_a_publication_that_are_new_are_kept() {
    let status = |code: Value| {
        let json = json!({"publish_id": "100", "publish_status": code});
        reply::<GetPublicationStatus>(json).publish_status
    };
    assert_eq!(status(json!(1)), PublicationState::Publishing);
    assert_eq!(status(json!("0")), PublicationState::Published);
    assert_eq!(status(json!(42)), PublicationState::Other(42));
}

#[test]
fn comments_are_listed_by_kind() {
    let list = GetComments::new(1, 0, 49, CommentFilter::Chosen);
    calls().sends(
        &list,
        "POST /cgi-bin/comment/list",
        json!({"msg_data_id": 1, "begin": 0, "count": 49, "type": 2}),
    );
}

#[test]
fn a_draft_has_truth_values_as_numbers() {
    let article = Article::new("t", "<p>c</p>").thumb_media_id("M").need_open_comment(true);
    calls().sends(
        &AddDraft::new([article]),
        "POST /cgi-bin/draft/add",
        json!({"articles": [{"title": "t", "content": "<p>c</p>", "thumb_media_id": "M",
            "need_open_comment": 1}]}),
    );
}

#[test]
fn a_template_message_has_values_in_groups() {
    let notice = SendTemplateMessage::new("o", "T").data([("first".to_owned(), "hi".into())]);
    calls().sends(
        &notice,
        "POST /cgi-bin/message/template/send",
        json!({"touser": "o", "template_id": "T", "data": {"first": {"value": "hi"}}}),
    );
}

#[test]
fn a_session_without_staff_is_read() {
    let session = reply::<GetSession>(json!({"errcode": 0, "createtime": 123, "kf_account": ""}));
    assert_eq!(session.createtime.map(|time| time.as_secs()), Some(123));
}

#[test]
fn a_picture_of_staff_is_uploaded() {
    let call = SetStaffPicture::new("ann@shop", FilePart::image("JPEG"));
    calls().sends(
        &call,
        "POST /customservice/kfaccount/uploadheadimg?kf_account=ann%40shop",
        json!({"media": file("image.jpg", "image/jpeg", "JPEG")}),
    );
}

#[test]
fn a_material_is_a_video_or_articles() {
    let video = json!({"title": "t", "description": "d", "down_url": "u"});
    let news = json!({"news_item": [{"title": "t", "content": "c", "show_cover_pic": 0}]});
    let described = |json: Value| match reply::<GetMaterial>(json) {
        FileOr::Json(described) => described,
        FileOr::File(_) => panic!("this is no file"),
    };
    assert!(matches!(described(video), DescribedMaterial::Video(video) if video.down_url == "u"));
    let DescribedMaterial::News(news) = described(news) else { panic!("these are articles") };
    assert_eq!(news.news_item[0].show_cover_pic, Some(false));
}

#[test]
fn a_material_is_a_file() {
    let picture = file_reply::<GetMaterial>(b"\x89PNG".to_vec(), "image/png", None);
    assert!(matches!(picture, FileOr::File(_)));
}
