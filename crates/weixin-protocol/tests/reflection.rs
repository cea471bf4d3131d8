//! An answer of the account, posted back, is no push.

#![allow(clippy::unwrap_used)]

use weixin_protocol::{
    Article, Callback, CallbackToken, EncodingAesKey, Error, ErrorKind, Format, Header, Inbound,
    Map, Mode, PassiveReply, Product, Query, Stamp, Text, Verified,
};

const NOW: i64 = 1_700_000_000;
const APP_ID: &str = "wx0123456789abcdef";

fn callback(product: Product) -> Callback {
    Callback::new(product, CallbackToken::new("testtoken").unwrap())
        .key(EncodingAesKey::new(&"k".repeat(43)).unwrap())
        .receive_id(APP_ID)
}

fn text(to: &str, format: Format) -> Inbound {
    let header = Header::new("oAnn", to, NOW).with_msg_id("7");
    Inbound::of(&header, &Text::new(header.clone(), "hello"), format)
}

fn open(callback: &Callback, inbound: &Inbound) -> Result<Verified<Inbound>, Error> {
    let stamp = Stamp::at(NOW).unwrap();
    let push = callback.push(inbound, Mode::Safe, inbound.format(), &stamp).unwrap();
    callback.open(&push.query, push.body.as_bytes(), NOW).map(|(push, _)| push)
}

fn opened(callback: &Callback, body: &str) -> Result<(), ErrorKind> {
    open(callback, &Inbound::parse(body).unwrap()).map(|_| ()).map_err(|error| error.kind())
}

#[test]
fn an_answer_posted_back_is_rejected() {
    for product in Product::ALL {
        let callback = callback(product);
        let account = if product == Product::Work { APP_ID } else { "gh_1" };
        for format in [Format::Xml, Format::Json] {
            let stamp = Stamp::at(NOW).unwrap();
            let push = callback.push(&text(account, format), Mode::Safe, format, &stamp).unwrap();
            let (_, seal) = callback.open(&push.query, push.body.as_bytes(), NOW).unwrap();
            for reply in [
                PassiveReply::Text("the balance is 7".to_owned()),
                PassiveReply::Image("media-1".into()),
                PassiveReply::News(vec![Article::new("t", "u")]),
                PassiveReply::TransferCustomerService { account: None },
                PassiveReply::UpdateButton { text: "done".to_owned() },
            ] {
                let answer = seal.seal(&reply, NOW).unwrap();
                let (fields, _) = Map::parse(&answer.body).unwrap();
                let given = |name| fields.text(name).map(str::to_owned);
                let mut query: Query = push.query.clone();
                query.msg_signature = given("MsgSignature");
                query.timestamp = given("TimeStamp");
                query.nonce = given("Nonce");
                // Whoever knows no token cannot sign another time, but this one is signed.
                let encrypt = Map::from_iter([("Encrypt", fields.text("Encrypt").unwrap())]);
                let body = encrypt.write(format);
                let error = callback.open(&query, body.as_bytes(), NOW).unwrap_err();
                assert_eq!(error.kind(), ErrorKind::Incomplete, "{product} {reply:?}");
            }
        }
    }
}

#[test]
fn the_answer_to_an_event_posted_back_is_refused() {
    let callback = callback(Product::Mini);
    for name in ["add_waybill", "ADD_WAYBILL"] {
        let question = format!(
            "<xml><ToUserName>gh_1</ToUserName><FromUserName>oAnn</FromUserName>\
             <CreateTime>1</CreateTime><MsgType>event</MsgType><Event>{name}</Event>\
             <BizID>xyz</BizID></xml>"
        );
        assert_eq!(opened(&callback, &question), Ok(()));
        for result in ["ResultCode", "resultcode"] {
            let answer = question.replace("</xml>", &format!("<{result}>0</{result}></xml>"));
            assert_eq!(opened(&callback, &answer), Err(ErrorKind::Incomplete), "{answer}");
        }
    }
    // Other events may have a field of that name.
    let other = "<xml><ToUserName>gh_1</ToUserName><FromUserName>oAnn</FromUserName>\
        <CreateTime>1</CreateTime><MsgType>event</MsgType><Event>another</Event>\
        <ResultCode>0</ResultCode></xml>";
    assert_eq!(opened(&callback, other), Ok(()));
}

#[test]
fn a_message_has_what_every_message_has() {
    let callback = callback(Product::Official);
    let message = "<xml><ToUserName>gh_1</ToUserName><FromUserName>oAnn</FromUserName>\
        <CreateTime>1</CreateTime><MsgType>text</MsgType><Content>hi</Content><MsgId>7</MsgId></xml>";
    assert_eq!(opened(&callback, message), Ok(()));
    for field in [
        "<ToUserName>gh_1</ToUserName>",
        "<FromUserName>oAnn</FromUserName>",
        "<CreateTime>1</CreateTime>",
        "<MsgId>7</MsgId>",
    ] {
        let without = message.replace(field, "");
        assert_eq!(opened(&callback, &without), Err(ErrorKind::Incomplete), "{field}");
    }
    // As some kinds spell it.
    assert_eq!(opened(&callback, &message.replace("MsgId", "MsgID")), Ok(()));
}

#[test]
fn events_and_notices_need_none_of_it() {
    for (product, body) in [
        (
            Product::Official,
            "<xml><ToUserName>gh_1</ToUserName><FromUserName>o</FromUserName><CreateTime>1</CreateTime><MsgType>event</MsgType><Event>subscribe</Event></xml>",
        ),
        (
            Product::Official,
            "<xml><AppId>wx1</AppId><CreateTime>1</CreateTime><InfoType>component_verify_ticket</InfoType><ComponentVerifyTicket>t</ComponentVerifyTicket></xml>",
        ),
        (
            Product::Mini,
            r#"{"ToUserName":"gh_1","FromUserName":"o","CreateTime":"1","MsgType":"event","Event":"wxa_media_check"}"#,
        ),
        (Product::Mini, r#"{"something":"new"}"#),
        // No sender.
        (
            Product::Work,
            "<xml><ToUserName>wx0123456789abcdef</ToUserName><CreateTime>1</CreateTime><MsgType>event</MsgType><Event>kf_msg_or_event</Event><Token>t</Token><OpenKfId>wk</OpenKfId></xml>",
        ),
        (
            Product::Work,
            "<xml><SuiteId>ww1</SuiteId><InfoType>suite_ticket</InfoType><TimeStamp>1</TimeStamp><SuiteTicket>t</SuiteTicket></xml>",
        ),
        (
            Product::Work,
            "<xml><ToUserName>somebody</ToUserName><SuiteId>ww1</SuiteId><InfoType>change_auth</InfoType></xml>",
        ),
        // An AI bot's.
        (Product::Work, r#"{"msgid":"1","msgtype":"text","text":{"content":"hi"}}"#),
    ] {
        assert_eq!(opened(&callback(product), body), Ok(()), "{body}");
    }
}

#[test]
fn wecom_is_addressed_by_corp_or_suite_id() {
    let work = callback(Product::Work).receive_id("ww-suite");
    for to in [APP_ID, "WX0123456789ABCDEF", "ww-suite"] {
        open(&work, &text(to, Format::Xml)).unwrap();
    }
    let error = open(&work, &text("ann", Format::Xml)).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Addressee);
    assert!(error.to_string().contains("original_id"), "{error}");
    open(&work.original_id("ann"), &text("ann", Format::Xml)).unwrap();
}

#[test]
fn a_configured_original_id_is_the_only_one() {
    let official = callback(Product::Official).original_id("gh_1");
    open(&official, &text("gh_1", Format::Xml)).unwrap();
    let rejected = open(&official, &text("gh_2", Format::Xml)).unwrap_err();
    assert_eq!(rejected.kind(), ErrorKind::Addressee);
    open(&official.original_id("gh_2"), &text("gh_2", Format::Xml)).unwrap();
    // Unless configured, any.
    open(&callback(Product::Official), &text("gh_2", Format::Xml)).unwrap();
}

#[test]
fn an_original_id_is_learned_from_three_encrypted_pushes_that_agree() {
    let official =
        callback(Product::Official).accept([Mode::Plain, Mode::Safe]).learn_original_id();
    let other = official.clone();
    let plain = |to: &str| {
        let stamp = Stamp::at(NOW).unwrap();
        let push = official.push(&text(to, Format::Xml), Mode::Plain, Format::Xml, &stamp).unwrap();
        official.open(&push.query, push.body.as_bytes(), NOW).map(|_| ())
    };
    for _ in 0..5 {
        plain("gh_forged").unwrap();
    }
    open(&official, &text("gh_1", Format::Xml)).unwrap();
    open(&official, &text("gh_2", Format::Xml)).unwrap();
    for _ in 0..2 {
        open(&official, &text("gh_1", Format::Xml)).unwrap();
        assert_eq!(official.learned_original_id(), None);
    }
    open(&other, &text("gh_1", Format::Xml)).unwrap();
    assert_eq!(official.learned_original_id().as_deref(), Some("gh_1"));
    for callback in [&official, &other] {
        let rejected = open(callback, &text("oAnn", Format::Xml)).unwrap_err();
        assert_eq!(rejected.kind(), ErrorKind::Addressee);
    }
    assert_eq!(plain("gh_forged").unwrap_err().kind(), ErrorKind::Addressee);
    open(&official, &text("gh_1", Format::Xml)).unwrap();
}

#[test]
fn a_plain_push_confirms_no_original_id() {
    let official =
        callback(Product::Official).accept([Mode::Plain, Mode::Safe]).learn_original_id();
    open(&official, &text("gh_1", Format::Xml)).unwrap();
    let stamp = Stamp::at(NOW).unwrap();
    let plain =
        official.push(&text("gh_1", Format::Xml), Mode::Plain, Format::Xml, &stamp).unwrap();
    for _ in 0..5 {
        official.open(&plain.query, plain.body.as_bytes(), NOW).unwrap();
    }
    assert_eq!(official.learned_original_id(), None, "anybody can write a plain body");
    open(&official, &text("gh_2", Format::Xml)).unwrap();
}
