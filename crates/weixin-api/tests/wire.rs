//! One endpoint of each hard kind, written as a call and read back.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use bytes::Bytes;
use serde_json::json;
use weixin_api::{
    AccountId, AccountKind, AgentId, Auth, BodyKind, CallSignature, DELETE, Download, Empty,
    Endpoint, EndpointField, ErrCode, ErrorKind, FieldLocation, FileOr, FilePart, Method, PATCH,
    POST, Reply, ReplyForm, Retry, Signed, TaggedEnum, endpoint,
    wire::{
        self, ApiRequest, ApiResponse, Body, DecodeErrorKind, IncomingRequest, PartContent,
        multipart, query,
    },
};
use weixin_protocol::{Product, Secret};

/// Makes a thing. `POST /cgi-bin/thing/create`
#[endpoint(POST "/cgi-bin/thing/create", title = "新建", doc = "https://example.com/doc",
    scope(official, mini), retry = safe, reply = Made)]
struct MakeThing {
    /// What it is called.
    name: String,
    /// How many.
    #[query]
    count: u32,
    /// Why.
    why: Option<String>,
    /// What is in it.
    #[serde(default)]
    parts: Vec<String>,
    /// Its message.
    #[serde(flatten)]
    message: Message,
}

#[derive(Debug, Clone, PartialEq, TaggedEnum)]
#[tagged(tag = "msgtype", rename_all = "lowercase")]
enum Message {
    Text(Text),
    Image(Image),
}

/// A text.
#[endpoint(part)]
struct Text {
    /// The text.
    content: String,
    /// How often.
    times: Option<u8>,
}

/// An image.
#[endpoint(part)]
struct Image {
    /// The file.
    media_id: String,
}

/// What was made.
#[endpoint(part)]
struct Made {
    /// Its number.
    id: u64,
}

/// Changes a thing. `PATCH /v1/things/{id}/parts/{part}`
#[endpoint(PATCH "/v1/things/{id}/parts/{part}", title = "修改", scope(work), reply = Empty)]
struct ChangePart {
    /// The thing.
    #[path]
    id: String,
    /// The part.
    #[path]
    #[serde(rename = "part")]
    number: u32,
    /// The app.
    #[query]
    #[account_default(agent)]
    agentid: Option<AgentId>,
    /// Its new name.
    name: String,
}

/// Deletes a thing. `DELETE /v1/things/{id}`
#[endpoint(DELETE "/v1/things/{id}", title = "删除", scope(official), auth = none)]
struct DeleteThing {
    /// The thing.
    #[path]
    id: String,
}

/// Uploads a video. `POST /cgi-bin/material/add_material`
#[endpoint(POST "/cgi-bin/material/add_material", title = "新增永久素材", scope(official), no_errcode,
    reply = Made)]
struct AddVideo {
    /// Always `video`.
    #[query]
    #[serde(rename = "type")]
    kind: String,
    /// The file.
    #[part]
    media: FilePart,
    /// The small picture.
    #[part]
    thumb: Option<FilePart>,
    /// What it is about.
    #[part]
    description: Option<Description>,
}

/// What a video is about.
#[endpoint(part)]
struct Description {
    /// The title.
    title: String,
    /// The introduction.
    introduction: String,
}

/// Downloads. `GET /cgi-bin/media/get`
#[endpoint(GET "/cgi-bin/media/get", title = "获取", scope(official), reply = FileOr<Address>)]
struct Fetch {
    /// The file.
    media_id: String,
    /// How large.
    size: Option<u32>,
    /// Whose.
    #[account_default(id)]
    appid: Option<String>,
}

/// Where a video is.
#[endpoint(part)]
struct Address {
    /// The address.
    video_url: String,
}

fn official() -> AccountId {
    AccountId::new(Product::Official, "wx1")
}

fn work() -> AccountId {
    AccountId::new(Product::Work, "ww1").with_agent(AgentId::new(1_000_002))
}

/// Sends `call` to the other side: splits its target and writes its body.
fn arrive<E: Endpoint>(call: &ApiRequest) -> Result<E, wire::DecodeError> {
    let target = call.target(Some(&Secret::new("TOKEN")));
    let (path, query) = target.split_once('?').unwrap_or((&target, ""));
    let (body, content_type) = match call.body() {
        Body::Json(json) => (json.clone(), Some("application/json".to_owned())),
        Body::Multipart(parts) => {
            let mut body = Vec::new();
            for part in parts {
                body.extend(multipart::head("XX", part).into_bytes());
                match part.content() {
                    PartContent::Text(text) => body.extend(text.bytes()),
                    PartContent::File(file) => body.extend(file.bytes().unwrap()),
                    _ => unreachable!("there are two kinds of parts"),
                }
                body.extend(multipart::PART_END.bytes());
            }
            body.extend(multipart::end("XX").into_bytes());
            (body.into(), Some(multipart::content_type("XX")))
        }
        _ => (Bytes::new(), None),
    };
    wire::read_call::<E>(IncomingRequest {
        method: Some(call.method()),
        path,
        query,
        content_type: content_type.as_deref(),
        body: &body,
    })
}

fn make_thing() -> MakeThing {
    MakeThing::new("铃", 3, Message::Text(Text::new("a\"b\n").times(2)))
}

#[test]
fn a_declaration_says_what_is_known_of_an_endpoint() {
    let info = MakeThing::INFO;
    assert_eq!((info.name, info.title), ("MakeThing", "新建"));
    assert_eq!(
        (info.method, info.path, info.host),
        (POST, "/cgi-bin/thing/create", "api.weixin.qq.com")
    );
    assert_eq!(info.scope, [AccountKind::Official, AccountKind::Mini]);
    assert_eq!(
        (info.auth, info.retry, info.body),
        (Auth::AccessToken, Retry::Safe, BodyKind::Json)
    );
    assert_eq!(info.summary, "Makes a thing. `POST /cgi-bin/thing/create`");
    let fields: Vec<_> = info
        .fields
        .iter()
        .map(|EndpointField { field, location, .. }| {
            let ty = field.type_info().to_string();
            (field.name, *location, ty, field.required, field.flat)
        })
        .collect();
    assert_eq!(
        fields,
        [
            ("name", FieldLocation::Body, "text".to_owned(), true, false),
            ("count", FieldLocation::Query, "whole number".to_owned(), true, false),
            ("why", FieldLocation::Body, "text".to_owned(), false, false),
            ("parts", FieldLocation::Body, "list of text".to_owned(), false, false),
            ("message", FieldLocation::Body, "Message".to_owned(), true, true),
        ]
    );
    assert_eq!(ChangePart::INFO.host, "qyapi.weixin.qq.com");
    assert_eq!((DeleteThing::INFO.auth, DeleteThing::INFO.body), (Auth::None, BodyKind::None));
    assert_eq!(DeleteThing::INFO.retry, Retry::Unsent);
    assert_eq!(Fetch::INFO.retry, Retry::Safe);
    assert_eq!(<FileOr<Address> as Reply>::FORM, ReplyForm::File);
}

#[test]
fn json_keeps_its_order_and_its_characters() {
    let call = wire::write_call(&make_thing().why("故"), &official()).unwrap();
    assert_eq!(call.target(None), "/cgi-bin/thing/create?count=3");
    assert_eq!(
        call.target(Some(&Secret::new("T&1"))),
        "/cgi-bin/thing/create?access_token=T%261&count=3"
    );
    let Body::Json(json) = call.body() else { panic!("not JSON") };
    assert_eq!(
        std::str::from_utf8(json).unwrap(),
        r#"{"name":"铃","why":"故","parts":[],"msgtype":"text","text":{"content":"a\"b\n","times":2}}"#
    );
    let back: MakeThing = arrive(&call).unwrap();
    assert_eq!((back.name.as_str(), back.count, back.why.as_deref()), ("铃", 3, Some("故")));
    assert_eq!(back.message, make_thing().message);
}

#[test]
fn path_parameters_are_encoded_and_read_back() {
    let call = wire::write_call(&ChangePart::new("a/b {part}", 7, "n"), &work()).unwrap();
    assert_eq!(call.method(), PATCH);
    assert_eq!(call.target(None), "/v1/things/a%2Fb%20%7Bpart%7D/parts/7?agentid=1000002");
    let back: ChangePart = arrive(&call).unwrap();
    assert_eq!(
        (back.id.as_str(), back.number, back.agentid),
        ("a/b {part}", 7, Some(AgentId::new(1_000_002)))
    );

    let call = wire::write_call(&DeleteThing::new("x"), &official()).unwrap();
    assert_eq!(
        (call.method(), call.target(Some(&Secret::new("T")))),
        (DELETE, "/v1/things/x".to_owned())
    );
    assert!(matches!(call.body(), Body::Empty));
    let error = wire::write_call(&DeleteThing::new(""), &official()).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Call);
}

#[test]
fn the_account_fills_in_what_is_left_out() {
    let call = wire::write_call(&Fetch::new("m"), &official()).unwrap();
    assert_eq!(call.target(None), "/cgi-bin/media/get?media_id=m&appid=wx1");
    let call = wire::write_call(&Fetch::new("m").appid("wx2").size(5), &official()).unwrap();
    assert_eq!(call.target(None), "/cgi-bin/media/get?media_id=m&size=5&appid=wx2");
    let error = wire::write_call(&ChangePart::new("i", 1, "n"), &official()).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Call);
}

#[test]
fn files_go_into_parts_with_name_and_type() {
    let file = FilePart::video(&b"\r\n--X\r\nY"[..]).named("片 \"1\".mp4");
    let request = AddVideo::new("video", file).description(Description::new("题", "x"));
    let call = wire::write_call(&request, &official()).unwrap();
    let Body::Multipart(parts) = call.body() else { panic!("not multipart") };
    let heads: Vec<_> = parts.iter().map(|part| multipart::head("B", part)).collect();
    assert_eq!(
        heads,
        [
            "--B\r\nContent-Disposition: form-data; name=\"description\"\r\n\r\n",
            "--B\r\nContent-Disposition: form-data; name=\"media\"; \
             filename=\"片 %221%22.mp4\"\r\nContent-Type: video/mp4\r\n\r\n",
        ]
    );
    let back: AddVideo = arrive(&call).unwrap();
    assert_eq!((back.media.name(), back.media.mime()), ("片 \"1\".mp4", "video/mp4"));
    assert_eq!(back.media.bytes().unwrap(), &b"\r\n--X\r\nY"[..]);
    assert_eq!(back.description, Some(Description::new("题", "x")));
    assert!(back.thumb.is_none());
    assert_eq!(back.kind, "video");
}

#[test]
fn multipart_of_other_programs_is_read() {
    let body = Bytes::from_static(
        b"preamble\r\n--b1\r\ncontent-disposition: form-data; name=media; \
          filename*=utf-8''%E7%89%87.mp4; filename=\"x.mp4\"\r\nX-Other: 1\r\n\
          Content-Type: video/mp4\r\n\r\n\r\n\r\n--b1\r\n\
          Content-Disposition: form-data; name=\"description\"\r\n\r\n\
          {\"title\":\"t\",\"introduction\":7}\r\n--b1--\r\nepilogue",
    );
    let read = |content_type| {
        wire::read_call::<AddVideo>(IncomingRequest {
            method: Some(POST),
            path: "/cgi-bin/material/add_material",
            query: "access_token=x&type=video",
            content_type: Some(content_type),
            body: &body,
        })
    };
    let back = read("Multipart/Form-Data; charset=utf-8; boundary=\"b1\"").unwrap();
    assert_eq!((back.media.name(), &back.media.bytes().unwrap()[..]), ("片.mp4", &b"\r\n"[..]));
    assert_eq!(back.description, Some(Description::new("t", "7")));
    for unfit in ["multipart/form-data", "multipart/form-data; boundary=b2", "text/plain; a=b"] {
        assert_eq!(read(unfit).unwrap_err().kind(), DecodeErrorKind::MalformedBody, "{unfit}");
    }
}

#[test]
fn a_wrong_call_gets_the_code_of_the_platform() {
    let read = |method: Option<Method>, path: &str, query: &str, body: &str| {
        let body = Bytes::copy_from_slice(body.as_bytes());
        let call = IncomingRequest { method, path, query, content_type: None, body: &body };
        wire::read_call::<MakeThing>(call).map_err(|error| (error.code(), error.to_string()))
    };
    let path = "/cgi-bin/thing/create";
    let good = r#"{"name":"n","msgtype":"image","image":{"media_id":"m"}}"#;
    let made = read(Some(POST), path, "count=3", good).unwrap();
    assert_eq!(made.message, Message::Image(Image::new("m")));

    let code = |outcome: Result<MakeThing, (ErrCode, String)>| outcome.unwrap_err();
    assert_eq!(code(read(None, path, "count=3", good)).0, ErrCode::NEEDS_POST);
    assert_eq!(code(read(Some(POST), path, "count=3", " \n")).0, ErrCode::EMPTY_BODY);
    assert_eq!(code(read(Some(POST), path, "count=3", "{")).0, ErrCode::MALFORMED_BODY);
    assert_eq!(code(read(Some(POST), path, "count=3", "[]")).0, ErrCode::MALFORMED_BODY);
    let (wrong, message) = code(read(Some(POST), path, "count=many", good));
    assert_eq!(wrong, ErrCode::BAD_PARAMETER);
    assert!(message.starts_with("count: "), "{message}");
    let (_, message) = code(read(Some(POST), path, "", good));
    assert!(message.contains("`count`"), "{message}");
    let (_, message) = code(read(Some(POST), path, "count=1", r#"{"name":"n","msgtype":"x"}"#));
    assert!(message.contains("`x`"), "{message}");
    // What belongs into the query is not taken from the body.
    let body = r#"{"count":1,"name":"n","msgtype":"text","text":{"content":""}}"#;
    assert_eq!(code(read(Some(POST), path, "", body)).0, ErrCode::BAD_PARAMETER);
}

#[test]
fn replies_are_written_as_the_platform_does() {
    let written = wire::write_reply::<MakeThing>(&Made::new(7)).unwrap();
    assert_eq!(written.body(), r#"{"errcode":0,"errmsg":"ok","id":7}"#);
    let written = wire::write_reply::<AddVideo>(&Made::new(7)).unwrap();
    assert_eq!(written.body(), r#"{"id":7}"#);
    let written = wire::write_reply::<DeleteThing>(&Empty {}).unwrap();
    assert_eq!(written.body(), r#"{"errcode":0,"errmsg":"ok"}"#);
    let answer = written.checked(ReplyForm::Json, Product::Official).unwrap();
    assert_eq!(wire::read_reply::<DeleteThing>(answer).unwrap(), Empty {});
}

#[test]
fn answers_are_read_leniently() {
    let read = |body: &[u8]| {
        ApiResponse::new(200, Bytes::copy_from_slice(body))
            .with_content_type("text/plain")
            .checked(ReplyForm::Json, Product::Official)
            .and_then(wire::read_reply::<MakeThing>)
    };
    assert_eq!(read(br#"{"id":"7"}"#).unwrap().id, 7);
    assert_eq!(read(b"\xef\xbb\xbf{\"errcode\":\"0\",\"id\":7.0}").unwrap().id, 7);
    assert_eq!(
        read(b"{\"nickname\":\"\x08\x1a\xff\xfe\\\"\x00\",\"id\":18446744073709551615}")
            .unwrap()
            .id,
        u64::MAX
    );
    let error =
        read(br#"{"errcode":"40013","errmsg":"invalid appid rid: 61725984-6126f6f9-040f19c4"}"#)
            .unwrap_err();
    assert_eq!((error.kind(), error.code()), (ErrorKind::Platform, Some(ErrCode::BAD_APP_ID)));
    assert_eq!(error.rid(), Some("61725984-6126f6f9-040f19c4"));
    assert!(error.hint().unwrap().zh.contains("appid"));
    let wrapped = read(br#"{"base_resp":{"errcode":-1,"errmsg":"busy"}}"#).unwrap_err();
    assert_eq!((wrapped.code(), wrapped.message()), (Some(ErrCode::BUSY), "busy"));
    assert_eq!(read(br#"{"base_resp":{"errcode":0},"id":1}"#).unwrap().id, 1);
    assert_eq!(read(b"<html>").unwrap_err().kind(), ErrorKind::Reply);
    let error = read(br#"{"id":"x"}"#).unwrap_err();
    assert_eq!(
        (error.kind(), error.call()),
        (ErrorKind::Reply, Some("POST /cgi-bin/thing/create"))
    );
    let status =
        ApiResponse::new(502, "<html>").checked(ReplyForm::Json, Product::Official).unwrap_err();
    assert_eq!(status.kind(), ErrorKind::Status);
    let status = ApiResponse::new(500, r#"{"errcode":-1,"errmsg":"busy"}"#);
    let error = status.checked(ReplyForm::Json, Product::Official).unwrap_err();
    assert_eq!((error.code(), error.is_retryable()), (Some(ErrCode::BUSY), true));
}

#[test]
fn a_file_or_an_error_or_json() {
    let read = |answer: ApiResponse| {
        answer.checked(ReplyForm::File, Product::Official).and_then(wire::read_reply::<Fetch>)
    };
    let rejected = r#"{"errcode":40007,"errmsg":"invalid media_id"}"#;
    let error = read(ApiResponse::new(200, rejected)).unwrap_err();
    assert_eq!(error.code(), Some(ErrCode::BAD_MEDIA_ID));
    let video = read(ApiResponse::json(r#"{"video_url":"http://v"}"#)).unwrap();
    assert_eq!(video, FileOr::Json(Address::new("http://v")));
    let picture = ApiResponse::file(&b"\x89PNG"[..], "image/png", Some("图 1.png"));
    let file = read(picture).unwrap().file().unwrap();
    assert_eq!((file.name.as_deref(), file.mime.as_deref()), (Some("图 1.png"), Some("image/png")));
    assert_eq!(&file.content[..], b"\x89PNG");
    // A JSON file that somebody uploaded is a file, whatever it says.
    let uploaded = ApiResponse::file(rejected, "text/plain", Some("log.json"));
    assert_eq!(read(uploaded).unwrap().file().unwrap().content, rejected);
    let bare = Download::read(ApiResponse::new(200, &b"no header"[..])).unwrap();
    assert_eq!((bare.name, bare.mime), (None, None));
    let written =
        wire::write_reply::<Fetch>(&FileOr::File(Download::new("x").named("a\"b"))).unwrap();
    assert_eq!(written.disposition(), Some("attachment; filename=\"a_b\""));
}

#[test]
fn nothing_in_a_call_or_an_answer_prints_its_content() {
    let call = wire::write_call(&make_thing(), &official()).unwrap().with_query("secret", "S3CRET");
    let printed = format!("{call:?} {:?}", ApiResponse::new(200, "S3CRET"));
    assert!(!printed.contains("S3CRET") && !printed.contains("铃"), "{printed}");
    assert!(printed.contains("secret"));
}

#[test]
fn queries_are_encoded_and_decoded() {
    let text = "a b+c%&=/?#铃~-._";
    assert_eq!(query::encode(text), "a%20b%2Bc%25%26%3D%2F%3F%23%E9%93%83~-._");
    assert_eq!(query::decode(&query::encode(text), true), text);
    assert_eq!(query::decode("a+b%zz%4", true), "a b%zz%4");
    assert_eq!(query::decode("a+b%+1", false), "a+b%+1");
    let pairs: Vec<_> = query::pairs("a=1&&b&c=%3D=").collect();
    let expected = [("a", "1"), ("b", ""), ("c", "==")];
    assert_eq!(pairs, expected.map(|(name, value)| (name.to_owned(), value.to_owned())));
}

#[test]
fn paths_match_segment_by_segment() {
    let info = ChangePart::INFO;
    assert_eq!(info.match_path("/v1/things/a/parts/7"), Some(vec![("id", "a"), ("part", "7")]));
    for other in
        ["/v1/things//parts/7", "/v1/things/a/parts", "/v1/things/a/parts/7/", "/v1/x/a/parts/7"]
    {
        assert_eq!(info.match_path(other), None, "{other}");
    }
}

/// Asks for a thing. `POST /cgi-bin/thing/order?action=ask`
#[endpoint(POST "/cgi-bin/thing/order?action=ask", title = "索取", scope(official))]
struct AskForThing {
    /// Which.
    #[query]
    id: u32,
    /// In which colours, as a text.
    #[serde(with = "weixin_api::json_text")]
    colors: Vec<String>,
}

#[test]
fn a_query_that_is_part_of_the_path_is_always_sent_and_tells_endpoints_apart() {
    let call = wire::write_call(&AskForThing::new(7, ["red".to_owned()]), &official()).unwrap();
    assert_eq!(call.target(None), "/cgi-bin/thing/order?action=ask&id=7");
    assert_eq!(call.path(), "/cgi-bin/thing/order");
    let Body::Json(body) = call.body() else { panic!("a POST has a body") };
    assert_eq!(body, r#"{"colors":"[\"red\"]"}"#);
    let read = |query, body: &'static str| {
        wire::read_call::<AskForThing>(IncomingRequest {
            method: Some(Method::Post),
            path: "/cgi-bin/thing/order",
            query,
            content_type: None,
            body: &Bytes::from_static(body.as_bytes()),
        })
    };
    let thing = read("access_token=t&id=7&action=ask", r#"{"colors":["red"]}"#).unwrap();
    assert_eq!((thing.id, thing.colors), (7, vec!["red".to_owned()]));
    let other = read("action=take&id=7", r#"{"colors":[]}"#).unwrap_err();
    assert_eq!(other.kind(), DecodeErrorKind::Path);
    let info = AskForThing::INFO;
    assert_eq!((info.path_only(), info.fixed_query()), ("/cgi-bin/thing/order", "action=ask"));
    assert!(MakeThing::INFO.match_query("") && !info.match_query("id=7"));
}

#[test]
fn a_request_is_a_value_that_serde_can_carry() {
    let value = serde_json::to_value(make_thing()).unwrap();
    assert_eq!(
        value,
        json!({"name": "铃", "count": 3, "parts": [], "msgtype": "text", "text": {"content": "a\"b\n", "times": 2}})
    );
    let back: MakeThing = serde_json::from_value(value).unwrap();
    assert_eq!(back.message, make_thing().message);
    // Files have no JSON form.
    let upload = serde_json::to_value(AddVideo::new("video", FilePart::image("x"))).unwrap();
    assert_eq!(upload, json!({"type": "video"}));
}

/// Pays. `POST /xpay/query_user_balance`
#[endpoint(POST "/xpay/query_user_balance", title = "查询", scope(mini), reply = Empty)]
struct Balance {
    /// With the app's key.
    #[signed(path_and_body)]
    pay_sig: CallSignature,
    /// With the user's key.
    #[signed(body)]
    signature: CallSignature,
    /// Who.
    openid: String,
    /// Where.
    env: u8,
    /// From where.
    user_ip: String,
}

/// The platform's own example of keys, body and signatures.
#[test]
fn signatures_are_made_over_the_bytes_that_are_sent() {
    let (app, session) = (Secret::new("12345"), Secret::new("9hAb/NEYUlkaMBEsmFgzig=="));
    let balance = Balance::new(&app, &session, "xxx", 0, "127.0.0.1");
    let account = AccountId::new(Product::Mini, "wx1");
    let call = wire::write_call(&balance, &account).unwrap();
    let Body::Json(json) = call.body() else { panic!("not JSON") };
    assert_eq!(json, r#"{"openid":"xxx","env":0,"user_ip":"127.0.0.1"}"#);
    let pay = "fb4703e6b7da545a7f43428f02f2a9fa42e895704c6319d01a0aa859cf63253c";
    let user = "e690cc22b6378ca9d70fe61727fabf65f0273d436813447816951989867a134c";
    assert_eq!(
        call.target(None),
        format!("/xpay/query_user_balance?pay_sig={pay}&signature={user}")
    );
    for text in [format!("{balance:?}"), serde_json::to_string(&balance).unwrap()] {
        assert!(!text.contains("12345") && !text.contains("9hAb"), "{text}");
    }

    let arrived: Balance = arrive(&call).unwrap();
    assert_eq!(arrived.pay_sig.made(), Some(pay));
    assert_eq!(Signed::PathAndBody.sign(&app, call.path(), json), pay);
    // What was read is written as it was read, and not signed anew.
    assert_eq!(wire::write_call(&arrived, &account).unwrap().target(None), call.target(None));
    let unsigned = ApiRequest::new(POST, "api.weixin.qq.com", "/xpay/query_user_balance")
        .with_json(json.clone());
    assert_eq!(arrive::<Balance>(&unsigned).unwrap_err().kind(), DecodeErrorKind::Field);
}

#[test]
fn a_file_from_the_platform_is_a_file_and_no_way_elsewhere() {
    use weixin_api::wire::ApiResponse;
    let name =
        |disposition: &str| ApiResponse::new(200, "x").with_disposition(disposition).file_name();
    let plain = |file: &str| name(&format!("attachment; filename=\"{file}\""));
    for (given, kept) in [
        ("报告.pdf", "报告.pdf"),
        ("../../etc/passwd", "passwd"),
        ("/etc/passwd", "passwd"),
        ("..\\..\\boot.ini", "boot.ini"),
        ("C:\\Windows\\x.dll", "x.dll"),
        ("C:x.dll", "x.dll"),
        ("a/b\\c/.hidden", ".hidden"),
        ("%2e%2e%2fx", "%2e%2e%2fx"),
        ("a\u{0}b\u{7f}c.txt", "abc.txt"),
    ] {
        assert_eq!(plain(given).as_deref(), Some(kept), "{given}");
    }
    for folder in ["", ".", "..", "../", "/", "a/..", ".. ", "C:", "\u{0}"] {
        assert_eq!(plain(folder), None, "{folder:?}");
    }
    // The other form too, which is percent-encoded.
    let extended = name("attachment; filename*=UTF-8''..%2F..%2Fetc%2F%E9%93%83.jpg");
    assert_eq!(extended.as_deref(), Some("铃.jpg"));
}
