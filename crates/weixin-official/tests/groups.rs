//! What the groups add to plain fields: kinds of messages, pages, codes, forms of their own.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use bytes::Bytes;
use serde_json::{Value, json};
use weixin_api::{
    Account, AccountId, Endpoint, FileOr, FilePart, Paged,
    wire::{self, ApiResponse, Body, IncomingRequest, PartContent},
};
use weixin_official::{
    OfficialAccount,
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

fn account() -> AccountId {
    OfficialAccount::new("wx1", "s").id()
}

/// The body of a request, after the other side has read and written it.
fn body<E: Endpoint>(request: &E) -> Value {
    let json = |call: &wire::ApiRequest| match call.body() {
        Body::Json(json) => json.clone(),
        _ => Bytes::new(),
    };
    let call = wire::write_call(request, &account()).unwrap();
    let body = json(&call);
    let incoming = IncomingRequest {
        method: Some(call.method()),
        path: call.path(),
        query: "",
        content_type: None,
        body: &body,
    };
    let back = wire::read_call::<E>(incoming).unwrap();
    let again = json(&wire::write_call(&back, &account()).unwrap());
    assert_eq!(body, again);
    serde_json::from_slice(&body).unwrap()
}

fn reply<E: Endpoint>(json: Value) -> E::Reply {
    wire::read_reply::<E>(ApiResponse::json(json.to_string())).unwrap()
}

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
        assert_eq!(body(&SendMass::new(users, message.clone())), to_some);
        let mut to_one = expected.clone();
        to_one["touser"] = json!("a");
        assert_eq!(body(&PreviewMass::new(message.clone()).touser("a")), to_one);
        let mut to_tag = expected;
        to_tag["filter"] = json!({"is_to_all": false, "tag_id": 2});
        to_tag["send_ignore_reprint"] = json!(1);
        let send = SendMassToAll::new(MassFilter::tag(2), message).send_ignore_reprint(true);
        assert_eq!(body(&send), to_tag);
    }
}

#[test]
fn pages_turn_until_the_last() {
    let page = json!({"count": 2, "data": {"openid": ["a", "b"]}, "next_openid": "b"});
    let last = json!({"count": 0, "next_openid": "b"});
    let first = GetTagFollowers::new(7);
    let (people, next) = first.split_page(reply::<GetTagFollowers>(page.clone()));
    assert_eq!(people, ["a", "b"].map(OpenId::from));
    let next = next.unwrap();
    assert_eq!(body(&next), json!({"tagid": 7, "next_openid": "b"}));
    let (people, next) = next.split_page(reply::<GetTagFollowers>(last));
    assert!(people.is_empty() && next.is_none());

    let mut page = page;
    page["total"] = json!(2);
    let (_, next) = GetBlacklist::new().split_page(reply::<GetBlacklist>(page));
    assert_eq!(body(&next.unwrap()), json!({"begin_openid": "b"}));
    let end = json!({"total": 0, "count": 0, "data": {"openid": []}, "next_openid": ""});
    let (people, next) = GetBlacklist::new().split_page(reply::<GetBlacklist>(end));
    assert!(people.is_empty() && next.is_none());
}

#[test]
fn codes_that_are_new_are_kept() {
    let status = |code: Value| {
        let json = json!({"publish_id": "100", "publish_status": code});
        reply::<GetPublicationStatus>(json).publish_status
    };
    assert_eq!(status(json!(1)), PublicationState::Publishing);
    assert_eq!(status(json!("0")), PublicationState::Published);
    assert_eq!(status(json!(42)), PublicationState::Other(42));
    let list = GetComments::new(1, 0, 49, CommentFilter::Chosen);
    assert_eq!(body(&list), json!({"msg_data_id": 1, "begin": 0, "count": 49, "type": 2}));
}

#[test]
fn forms_of_their_own() {
    let article = Article::new("t", "<p>c</p>").thumb_media_id("M").need_open_comment(true);
    assert_eq!(
        body(&AddDraft::new([article])),
        json!({"articles": [{"title": "t", "content": "<p>c</p>", "thumb_media_id": "M",
            "need_open_comment": 1}]})
    );
    let notice = SendTemplateMessage::new("o", "T").data([("first".to_owned(), "hi".into())]);
    assert_eq!(
        body(&notice),
        json!({"touser": "o", "template_id": "T", "data": {"first": {"value": "hi"}}})
    );
    let session = reply::<GetSession>(json!({"errcode": 0, "createtime": 123, "kf_account": ""}));
    assert_eq!(session.createtime.map(|time| time.as_secs()), Some(123));
    let call = SetStaffPicture::new("ann@shop", FilePart::image(b"\x89PNG".to_vec()));
    let call = wire::write_call(&call, &account()).unwrap();
    assert_eq!(call.target(None), "/customservice/kfaccount/uploadheadimg?kf_account=ann%40shop");
    let Body::Multipart(parts) = call.body() else { panic!("a picture is a part") };
    assert!(matches!(parts[0].content(), PartContent::File(file) if file.mime() == "image/png"));
}

#[test]
fn a_material_is_a_file_a_video_or_articles() {
    let video = json!({"title": "t", "description": "d", "down_url": "u"});
    let news = json!({"news_item": [{"title": "t", "content": "c", "show_cover_pic": 0}]});
    let described = |json: Value| match reply::<GetMaterial>(json) {
        FileOr::Json(described) => described,
        FileOr::File(_) => panic!("this is no file"),
    };
    assert!(matches!(described(video), DescribedMaterial::Video(video) if video.down_url == "u"));
    let DescribedMaterial::News(news) = described(news) else { panic!("these are articles") };
    assert_eq!(news.news_item[0].show_cover_pic, Some(false));
    let picture = ApiResponse::file(b"\x89PNG".to_vec(), "image/png", None);
    assert!(matches!(wire::read_reply::<GetMaterial>(picture).unwrap(), FileOr::File(_)));
}
