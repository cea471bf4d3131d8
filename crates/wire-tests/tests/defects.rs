//! A declaration that loses or changes a value fails its round trip, and the message says where.

use serde::{Deserialize, Serialize};
use serde_json::json;
use weixin_api::{AccountId, Download, Empty, FilePart, Paged, endpoint};
use weixin_protocol::{Describe, Header, Product, inbound};
use weixin_wire_tests::{
    RoundTrip, event, file, file_reply, irregular_push, irregular_reply, push, reply,
};

fn calls() -> RoundTrip {
    RoundTrip::of(AccountId::new(Product::Official, "wx1"))
}

/// Sets a picture.
#[endpoint(POST "/picture", title = "图", doc = "https://developers.weixin.qq.com/picture",
    scope(official), reply = Empty)]
pub struct SetPicture {
    /// Whose.
    #[query]
    pub owner: String,
    /// Written, but not read.
    #[serde(skip_deserializing)]
    pub note: Option<String>,
}

/// Uploads a picture.
#[endpoint(POST "/upload", title = "图", doc = "https://developers.weixin.qq.com/upload",
    scope(official), reply = Empty)]
pub struct UploadPicture {
    /// The title.
    #[part]
    pub title: String,
    /// The picture.
    #[part]
    pub picture: FilePart,
}

/// Returns pictures, from an offset on.
#[endpoint(GET "/pictures", title = "图", doc = "https://developers.weixin.qq.com/pictures",
    scope(official), reply = Pictures)]
pub struct GetPictures {
    /// The account [default: itself].
    #[account_default(id)]
    #[query]
    pub appid: Option<String>,
    /// How many to leave out.
    #[query]
    pub offset: Option<u64>,
}

/// Pictures.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Describe)]
pub struct Pictures {
    /// Their names.
    #[serde(default)]
    pub names: Vec<String>,
    /// How many there are.
    #[serde(default)]
    pub total: u64,
    /// Read, but not written.
    #[serde(skip_serializing, default)]
    pub sizes: Vec<u64>,
}

impl Paged for GetPictures {
    type Item = String;

    fn split_page(self, page: Pictures) -> (Vec<String>, Option<Self>) {
        let next = self.offset.unwrap_or_default() + 1;
        let more = page.total > next;
        (page.names, more.then(|| self.offset(next)))
    }
}

/// Returns a picture.
#[endpoint(GET "/picture", title = "图", doc = "https://developers.weixin.qq.com/picture",
    scope(official), reply = Download)]
pub struct GetPicture {}

/// A picture was seen.
#[inbound(event = "seen|gesehen", scope(official))]
pub struct PictureSeen {
    /// Sender, receiver and time.
    pub header: Header,
    /// By whom.
    #[field(name = "Viewer", alias = "Veiwer")]
    pub viewer: String,
}

#[test]
fn what_is_sent_is_returned() {
    calls().sends(&SetPicture::new("a"), "POST /picture?owner=a", json!({}));
    let (target, _) = calls().sent(&GetPictures::new().offset(1_u64));
    assert_eq!(target, "GET /pictures?offset=1&appid=wx1");
    let upload = UploadPicture::new("t", FilePart::new("a.png", "image/png", "PNG"));
    let picture = file("a.png", "image/png", "PNG");
    calls().sends(&upload, "POST /upload", json!({"title": "t", "picture": picture}));
}

#[test]
#[should_panic(expected = "SetPicture (POST /picture) https://developers.weixin.qq.com/picture")]
fn a_field_that_is_not_read_back_fails() {
    calls().sent(&SetPicture::new("a").note("n"));
}

#[test]
#[should_panic(expected = "`note`: \"n\" became nothing")]
fn a_body_that_is_not_the_expected_one_fails() {
    calls().sends(&SetPicture::new("a"), "POST /picture?owner=a", json!({"note": "n"}));
}

#[test]
#[should_panic(expected = "expected and sent: SetPicture")]
fn a_target_that_is_not_the_expected_one_fails() {
    calls().sends(&SetPicture::new("a"), "POST /picture?owner=b", json!({}));
}

#[test]
fn a_reply_is_read() {
    let pictures = reply::<GetPictures>(json!({"errcode": 0, "names": ["a"], "total": "1"}));
    assert_eq!((pictures.names, pictures.total), (vec!["a".to_owned()], 1));
    let pictures = irregular_reply::<GetPictures>(
        r#"{"names":["a"],"total":"","sizes":[5]}"#,
        json!({"names": ["a"], "total": 0}),
    );
    assert_eq!(pictures.sizes, [5]);
    let picture = file_reply::<GetPicture>("PNG", "image/png", Some("a.png"));
    assert_eq!((&*picture.content, picture.name.as_deref()), (&b"PNG"[..], Some("a.png")));
}

#[test]
#[should_panic(expected = "`sizes`: [5,6] became nothing")]
fn a_value_of_a_reply_that_is_not_written_fails() {
    reply::<GetPictures>(json!({"names": ["a", "b"], "total": 2, "sizes": [5, 6]}));
}

#[test]
#[should_panic(expected = "`total`: nothing became 0")]
fn a_value_that_the_reply_did_not_have_fails() {
    reply::<GetPictures>(json!({"names": ["a"]}));
}

#[test]
#[should_panic(expected = "`total`: 1 became 0")]
fn an_irregular_reply_that_is_written_in_another_way_fails() {
    irregular_reply::<GetPictures>(json!({"total": ""}), json!({"names": [], "total": 1}));
}

#[test]
#[should_panic(expected = "GetPictures (GET /pictures)")]
fn a_rejection_is_no_reply() {
    reply::<GetPictures>(json!({"errcode": 40013, "errmsg": "invalid appid", "total": 0}));
}

#[test]
fn pages_are_followed() {
    let pages = [json!({"names": ["a"], "total": 2}), json!({"names": ["b"], "total": 2})];
    let (names, sent) = calls().paged(GetPictures::new(), pages);
    assert_eq!(names, ["a", "b"]);
    let targets: Vec<_> = sent.iter().map(|(target, _)| target.as_str()).collect();
    assert_eq!(targets, ["GET /pictures?appid=wx1", "GET /pictures?offset=1&appid=wx1"]);
}

#[test]
#[should_panic(expected = "the list goes on after the last page")]
fn a_list_that_goes_on_fails() {
    calls().paged(GetPictures::new(), [r#"{"names":["a"],"total":2}"#]);
}

#[test]
#[should_panic(expected = "the list ended after page 1")]
fn a_list_that_ends_early_fails() {
    calls().paged(GetPictures::new(), [r#"{"names":["a"],"total":1}"#, r#"{"total":1}"#]);
}

#[test]
fn a_push_is_read() {
    assert_eq!(event::<PictureSeen>("gesehen", "<Viewer>oBob</Viewer>").viewer, "oBob");
    let seen = push::<PictureSeen>(r#"{"MsgType":"event","Event":"seen","Viewer":"oBob"}"#);
    assert_eq!(seen.viewer, "oBob");
    let misspelled = "<xml><MsgType>event</MsgType><Event>seen</Event><Veiwer>oBob</Veiwer></xml>";
    assert_eq!(irregular_push::<PictureSeen>(misspelled).viewer, "oBob");
}

#[test]
#[should_panic(expected = "`Size`: \"5\" became nothing")]
fn a_field_of_a_push_that_is_not_declared_fails() {
    event::<PictureSeen>("seen", "<Viewer>oBob</Viewer><Size>5</Size>");
}

#[test]
#[should_panic(expected = "the event hidden is none")]
fn another_event_fails() {
    event::<PictureSeen>("hidden", "<Viewer>oBob</Viewer>");
}
