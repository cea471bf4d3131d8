//! What is done with a request before it is known to be the platform's, and what is not.

#![allow(clippy::unwrap_used)]

use std::{cell::Cell, time::Duration};

use weixin_protocol::{
    Callback, CallbackToken, EncodingAesKey, EncryptedEnvelope, ErrorKind, Format, Header, Inbound,
    MAX_NODES, Mode, PlatformPush, Product, Query, Stamp, Text,
};

const NOW: i64 = 1_700_000_000;
const APP_ID: &str = "wx0123456789abcdef";

fn callback(product: Product) -> Callback {
    Callback::new(product, CallbackToken::new("testtoken").unwrap())
        .key(EncodingAesKey::new(&"k".repeat(43)).unwrap())
        .receive_id(APP_ID)
}

fn to(product: Product) -> &'static str {
    if product == Product::Work { APP_ID } else { "gh_1" }
}

fn push_at(product: Product, mode: Mode, timestamp: i64) -> PlatformPush {
    let header = Header::new("oAnn", to(product), timestamp).with_msg_id("7").with_agent_id(2);
    let text = Text::new(header.clone(), "hello");
    let stamp = Stamp { timestamp, nonce: "1".to_owned(), random: *b"0123456789abcdef" };
    let inbound = Inbound::of(&header, &text, Format::Xml);
    callback(product).push(&inbound, mode, Format::Xml, &stamp).unwrap()
}

fn push(product: Product, mode: Mode) -> PlatformPush {
    push_at(product, mode, NOW)
}

fn rejected(callback: &Callback, query: &Query) -> ErrorKind {
    callback.precheck(query, NOW).unwrap_err().kind()
}

#[test]
fn the_query_alone_rejects_strangers() {
    for product in [Product::Official, Product::Mini] {
        let all = callback(product).accept([Mode::Plain, Mode::Compatible, Mode::Safe]);
        for mode in [Mode::Plain, Mode::Compatible, Mode::Safe] {
            let right = push(product, mode).query;
            assert_eq!(all.precheck(&right, NOW).unwrap().timestamp(), NOW);
            let changed = |change: &dyn Fn(&mut Query)| {
                let mut query = right.clone();
                change(&mut query);
                rejected(&all, &query)
            };
            // It is signed in every mode, so nothing opens without it.
            assert_eq!(changed(&|query| query.signature = None), ErrorKind::Query);
            assert_eq!(
                changed(&|query| query.signature = Some("0".repeat(40))),
                ErrorKind::Signature
            );
            assert_eq!(changed(&|query| query.nonce = Some("2".to_owned())), ErrorKind::Signature);
            assert_eq!(
                changed(&|query| query.encrypt_type = Some("rot13".into())),
                ErrorKind::Query
            );
        }
    }
    let work = push(Product::Work, Mode::Safe).query;
    assert!(callback(Product::Work).precheck(&work, NOW).is_ok());
    let changed = |change: &dyn Fn(&mut Query)| {
        let mut query = work.clone();
        change(&mut query);
        rejected(&callback(Product::Work), &query)
    };
    assert_eq!(changed(&|query| query.msg_signature = None), ErrorKind::Query);
    assert_eq!(changed(&|query| query.msg_signature = Some("ab".into())), ErrorKind::Signature);
}

#[test]
fn timestamp_and_nonce_have_their_form() {
    for product in Product::ALL {
        let right = push(product, Mode::Safe).query;
        for timestamp in ["", " 1", "-1", "+1700000000", "1e9", "1700000000000", "１", "x"] {
            let mut query = right.clone();
            query.timestamp = Some(timestamp.to_owned());
            assert_eq!(rejected(&callback(product), &query), ErrorKind::Query, "{timestamp:?}");
        }
        for nonce in ["", " ", "a b", "\n", "é", &"1".repeat(129)] {
            let mut query = right.clone();
            query.nonce = Some(nonce.to_owned());
            assert_eq!(rejected(&callback(product), &query), ErrorKind::Query, "{nonce:?}");
        }
        let longest =
            Stamp { timestamp: NOW, nonce: "1".repeat(128), random: *b"0123456789abcdef" };
        let check = callback(product).url_check("echo", &longest).unwrap();
        callback(product).verify_url(&check.query, NOW).unwrap();
    }
}

/// A ciphertext of WeCom is decrypted only after its signature, but even signing takes time.
#[test]
fn an_echostr_longer_than_a_kilobyte_is_not_looked_at() {
    let callback = callback(Product::Work);
    let right = callback.url_check("echo", &Stamp::at(NOW).unwrap()).unwrap().query;
    for (length, kind) in [(1024, ErrorKind::Signature), (1025, ErrorKind::Query)] {
        let mut query = right.clone();
        query.echostr = Some("A".repeat(length));
        assert_eq!(callback.verify_url(&query, NOW).unwrap_err().kind(), kind, "{length}");
    }
}

#[test]
fn a_mode_that_is_not_accepted_needs_no_body() {
    let plain = push(Product::Official, Mode::Plain).query;
    assert_eq!(rejected(&callback(Product::Official), &plain), ErrorKind::Mode);
    let safe = push(Product::Official, Mode::Safe).query;
    let plain_only = callback(Product::Official).accept([Mode::Plain]);
    assert_eq!(rejected(&plain_only, &safe), ErrorKind::Mode);
}

#[test]
fn requests_of_another_time_are_rejected_and_told_how_far_off() {
    for product in Product::ALL {
        let callback = callback(product);
        assert_eq!(callback.tolerance(), Some(Duration::from_secs(600)));
        let open = |signed: i64, callback: &Callback| {
            let push = push_at(product, Mode::Safe, signed);
            callback.open(&push.query, push.body.as_bytes(), NOW).map(|_| ())
        };
        for signed in [NOW, NOW - 600, NOW + 600] {
            open(signed, &callback).unwrap();
        }
        for (signed, said) in [
            (NOW - 601, "10 min 1 s before"),
            (NOW + 601, "10 min 1 s after"),
            (NOW - 5 * 86_400, "5 d before"),
        ] {
            let error = open(signed, &callback).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Clock);
            assert!(error.to_string().contains(said), "{error}");
        }
        let strict = callback.clone().clock_tolerance(Some(Duration::from_secs(60)));
        assert_eq!(open(NOW - 61, &strict).unwrap_err().kind(), ErrorKind::Clock);
        let timeless = callback.clone().clock_tolerance(None);
        assert_eq!(timeless.tolerance(), None);
        open(1, &timeless).unwrap();

        // Nothing is said about the clock to somebody who cannot sign.
        let mut forged = push_at(product, Mode::Safe, NOW).query;
        forged.timestamp = Some("1".to_owned());
        let body = push_at(product, Mode::Safe, NOW).body;
        let error = callback.open(&forged, body.as_bytes(), NOW).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Signature);

        // URL verifications have a time, too.
        let stamp = Stamp::at(NOW - 601).unwrap();
        let check = callback.url_check("4375120948345356249", &stamp).unwrap();
        assert_eq!(callback.verify_url(&check.query, NOW).unwrap_err().kind(), ErrorKind::Clock);
        assert!(callback.verify_url(&check.query, NOW - 1).is_ok());
    }
}

#[test]
fn only_short_letters_and_digits_are_echoed() {
    for product in Product::ALL {
        let callback = callback(product);
        let echo = |text: &str| {
            let check = callback.url_check(text, &Stamp::at(NOW).unwrap()).unwrap();
            callback.verify_url(&check.query, NOW).map(weixin_protocol::Echo::into_body)
        };
        for right in ["4375120948345356249", "echo", "a-B_9", &"1".repeat(64)] {
            assert_eq!(echo(right).unwrap(), right);
        }
        let long = "1".repeat(65);
        for wrong in [" 1", "1\n", "<xml>", "{}", "a b", "\u{feff}1", "１", "a.b", &long] {
            let error = echo(wrong).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Query, "{wrong:?}");
            assert!(!error.to_string().contains(wrong), "{error}");
        }
    }
}

/// All ciphertexts of WeCom are signed alike: a push, an answer, an `echostr`.
#[test]
fn nobody_gets_a_captured_ciphertext_decrypted() {
    let callback = callback(Product::Work);
    let push = push(Product::Work, Mode::Safe);
    let posed = |query: &Query, body: &str| {
        let mut asked = query.clone();
        asked.echostr =
            Some(EncryptedEnvelope::read(body.as_bytes()).unwrap().encrypt.into_owned());
        callback.verify_url(&asked, NOW).unwrap_err().kind()
    };
    assert_eq!(posed(&push.query, &push.body), ErrorKind::Query);

    let (_, seal) = callback.open(&push.query, push.body.as_bytes(), NOW).unwrap();
    let answer = seal.seal_text("{\"balance\":7}", NOW).unwrap();
    let (fields, _) = weixin_protocol::Map::parse(&answer.body).unwrap();
    let mut query = push.query.clone();
    query.msg_signature = fields.text("MsgSignature").map(str::to_owned);
    query.timestamp = fields.text("TimeStamp").map(str::to_owned);
    assert_eq!(posed(&query, &answer.body), ErrorKind::Query);
}

#[test]
fn the_outside_is_read_as_the_platform_writes_it() {
    let xml = "\u{feff} <?xml version=\"1.0\"?>\n<!-- > --><xml a='>'>\n<ToUserName><![CDATA[gh_1]]></ToUserName>\
        <AgentID >218</AgentID ><Encrypt>\n <![CDATA[AbC+/==]]>\t</Encrypt></xml> and so on";
    let read = EncryptedEnvelope::read(xml.as_bytes()).unwrap();
    assert_eq!((read.format, &*read.encrypt), (Format::Xml, "AbC+/=="));
    assert_eq!(read.to_user_name.as_deref(), Some("gh_1"));
    assert_eq!(read.agent_id.as_deref(), Some("218"));
    assert_eq!(read.app_id, None);
    assert!(!read.has_other_fields);

    let json = r#" {"AppId":"wx1","AgentID":2,"Encrypt":"Ab\/\u0043\u002b/==","ToUserName":null} "#;
    let read = EncryptedEnvelope::read(json.as_bytes()).unwrap();
    assert_eq!((read.format, &*read.encrypt), (Format::Json, "Ab/C+/=="));
    assert_eq!(read.app_id.as_deref(), Some("wx1"));
    assert_eq!(read.agent_id.as_deref(), Some("2"));
    assert_eq!(read.to_user_name, None);
    assert!(!read.has_other_fields);

    // In compatible mode the message stands beside it: its insides are nobody's business here.
    for body in [
        "<xml><Nick>a & b < c &nope; \u{1}</Nick><Encrypt>AA</Encrypt></xml>".replace("< c", "<c/>"),
        "<xml><A><Encrypt>no</Encrypt><B/><![CDATA[</A>]]><!--</A>--><?</A>?></A><Encrypt>AA</Encrypt></xml>".to_owned(),
        r#"{"Nick":"\ud800 \u{1}","A":{"Encrypt":"no","b":["]}",{}]},"B":-0.1e9,"Encrypt":"AA","T":true}"#
            .replace("\\u{1}", "\u{1}"),
    ] {
        let read = EncryptedEnvelope::read(body.as_bytes()).unwrap_or_else(|error| panic!("{error}: {body}"));
        assert_eq!(read.encrypt, "AA");
        assert!(read.has_other_fields);
    }
    // Nor is their encoding.
    let broken = [b"<xml><Nick>\xff\xfe</Nick><Encrypt>AA</Encrypt></xml>".to_vec(), {
        [b"{\"Nick\":\"\xff\",\"Encrypt\":\"AA\"}".as_slice()].concat()
    }];
    for body in broken {
        assert_eq!(EncryptedEnvelope::read(&body).unwrap().encrypt, "AA");
    }
}

#[test]
fn what_is_no_outside_of_a_push_is_rejected() {
    let many_xml = format!("<xml>{}<Encrypt>AA</Encrypt></xml>", "<a/>".repeat(MAX_NODES + 1));
    let deep_xml = format!("<xml>{}<Encrypt>AA</Encrypt></xml>", "<a>".repeat(MAX_NODES + 1));
    let many_json = format!("{{{}\"Encrypt\":\"AA\"}}", "\"a\":1,".repeat(MAX_NODES + 1));
    let deep_json = format!("{{\"a\":{}", "[".repeat(MAX_NODES + 1));
    for body in [
        "",
        " ",
        "hello",
        "<",
        "<xml",
        "<xml>",
        "<xml/>",
        "<xml></xml>",
        "</xml>",
        "x<xml></xml>",
        "<xml><Encrypt>AA</Encrypt>",
        "<xml><Encrypt>AA</xml>",
        "<xml><Encrypt>AA</encrypt></xml>",
        "<xml><Encrypt>A</Encrypt><Encrypt>B</Encrypt></xml>",
        "<xml><Encrypt>A<b/></Encrypt></xml>",
        "<xml><Encrypt>A&amp;</Encrypt></xml>",
        "<xml><Encrypt><![CDATA[A]]>B</Encrypt></xml>",
        "<xml><Encrypt><![CDATA[A]]><![CDATA[B]]></Encrypt></xml>",
        "<xml><Encrypt><![CDATA[A</Encrypt></xml>",
        "<xml><!-- <Encrypt>A</Encrypt></xml>",
        "<!DOCTYPE xml><xml><Encrypt>A</Encrypt></xml>",
        "<xml><!ENTITY a 'b'><Encrypt>A</Encrypt></xml>",
        "<xml>< Encrypt>A</Encrypt></xml>",
        "<xml><a b='></a><Encrypt>A</Encrypt></xml>",
        "{",
        "{}",
        "[]",
        "{\"Encrypt\":\"A\"",
        "{\"Encrypt\":\"A\"} x",
        "{\"Encrypt\":\"A\",}",
        "{\"Encrypt\":\"A\" \"b\":1}",
        "{\"Encrypt\":\"A\",\"Encrypt\":\"B\"}",
        "{\"Encrypt\":[\"A\"]}",
        "{\"Encrypt\":{}}",
        "{\"Encrypt\":true}",
        "{\"Encrypt\":null}",
        "{\"Encrypt\":\"\\ud800\"}",
        "{\"Encrypt\":\"A\\\"}",
        "{Encrypt:\"A\"}",
        "{\"Encrypt\" \"A\"}",
        "{\"a\":01,\"Encrypt\":\"A\"}",
        "{\"a\":nul,\"Encrypt\":\"A\"}",
        "{\"a\":[}",
        "{\"a\":\"",
        "{\"a\":,\"Encrypt\":\"A\"}",
        &many_xml,
        &deep_xml,
        &many_json,
        &deep_json,
    ] {
        let error = EncryptedEnvelope::read(body.as_bytes()).expect_err(body);
        assert_eq!(error.kind(), ErrorKind::Parse, "{body:.60}");
    }
    let not_utf8 = b"<xml><Encrypt>\xff</Encrypt></xml>";
    assert_eq!(EncryptedEnvelope::read(not_utf8).unwrap_err().kind(), ErrorKind::Parse);
}

/// The lenient reader mends control characters and half characters, but only for the platform.
#[test]
fn nothing_is_mended_for_strangers() {
    let callback = callback(Product::Official);
    let right = push(Product::Official, Mode::Safe);
    let encrypt = EncryptedEnvelope::read(right.body.as_bytes()).unwrap().encrypt.into_owned();
    let mended = format!("{{\"Encrypt\":\"{encrypt}\\ud800\"}}");
    let error = callback.open(&right.query, mended.as_bytes(), NOW).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Parse);

    // From the platform the same is a message: half an emoji in a nickname loses nobody's message.
    let inside = r#"{"ToUserName":"gh_1","FromUserName":"oAnn","CreateTime":1,"MsgType":"text",
        "Content":"a\ud83d\n\udE00b \ud83d\ude00","MsgId":7,"Nick":"x"}"#
        .replace('x', "\u{1}");
    let key = callback.current_key().unwrap();
    let encrypt = key.encrypt(*b"0123456789abcdef", &inside, APP_ID).unwrap();
    let mut query = right.query.clone();
    let parts = ["testtoken", &NOW.to_string(), "1", &encrypt];
    query.msg_signature = Some(weixin_protocol::Signature::of(parts).to_string());
    let body = format!("{{\"Encrypt\":\"{encrypt}\"}}");
    let (push, _) = callback.open(&query, body.as_bytes(), NOW).unwrap();
    assert_eq!(push.read::<Text>().unwrap().content, "a\u{fffd}\n\u{fffd}b 😀");
    assert_eq!(push.fields().text("Nick"), Some("\u{1}"));
}

#[test]
fn a_prechecked_push_is_opened_once_and_with_its_own_query() {
    let callback = callback(Product::Official);
    let push = push(Product::Official, Mode::Safe);
    let reads = Cell::new(0);
    let body = || {
        reads.set(reads.get() + 1);
        push.body.as_bytes()
    };
    let mut forged = push.query.clone();
    forged.signature = Some("0".repeat(40));
    let rejected = callback.precheck(&forged, NOW).and_then(|checked| checked.open(body()));
    assert_eq!(rejected.unwrap_err().kind(), ErrorKind::Signature);
    assert_eq!(reads.get(), 0, "the body was not asked for");
    callback.precheck(&push.query, NOW).and_then(|checked| checked.open(body())).unwrap();
}
