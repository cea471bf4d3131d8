//! Who gets in: modes, signatures, keys, receive ids, hostile bodies.

#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;

use weixin_protocol::{
    BotAnswer, Callback, CallbackToken, EncodingAesKey, ErrorKind, Format, Header, Inbound, Mode,
    PassiveReply, Product, Provenance, Query, Stamp, Text,
};

const APP_ID: &str = "wx0123456789abcdef";
/// The time of the pushes here, in seconds since 1970.
const NOW: i64 = 1700000000;

fn key(letter: char) -> EncodingAesKey {
    EncodingAesKey::new(&letter.to_string().repeat(43)).unwrap()
}

fn callback(product: Product) -> Callback {
    Callback::new(product, CallbackToken::new("testtoken").unwrap()).receive_id(APP_ID)
}

fn safe(product: Product) -> Callback {
    callback(product).key(key('k'))
}

fn hello(format: Format) -> Inbound {
    hello_to("gh_1", format)
}

/// WeCom's pushes are addressed to the corporation.
fn hello_to(account: &str, format: Format) -> Inbound {
    let header = Header::new("oAnn", account, NOW).with_msg_id("7").with_agent_id(2);
    Inbound::of(&header, &Text::new(header.clone(), "hello"), format)
}

fn stamp(nonce: &str) -> Stamp {
    Stamp { timestamp: NOW, nonce: nonce.to_owned(), random: *b"0123456789abcdef" }
}

fn rejected(callback: &Callback, query: &Query, body: &str) -> ErrorKind {
    callback.open(query, body.as_bytes(), NOW).unwrap_err().kind()
}

#[test]
fn every_product_mode_and_format_opens_and_is_answered() {
    for product in Product::ALL {
        for format in [Format::Xml, Format::Json] {
            for mode in [Mode::Plain, Mode::Compatible, Mode::Safe] {
                if product == Product::Work && mode != Mode::Safe {
                    continue;
                }
                let both = safe(product).accept([mode]);
                let account = if product == Product::Work { APP_ID } else { "gh_1" };
                let hello = hello_to(account, format);
                let push = both.push(&hello, mode, format, &stamp("1")).unwrap();
                let (inbound, seal) = both.open(&push.query, push.body.as_bytes(), NOW).unwrap();
                let text: Text = inbound.read().unwrap();
                assert_eq!(text.content, "hello");
                assert_eq!(text.header.from, "oAnn");
                let wanted = match mode {
                    Mode::Plain => Provenance::PlainSigned,
                    _ => Provenance::Encrypted,
                };
                assert_eq!(inbound.provenance(), wanted);
                let reply = PassiveReply::Text("hi".to_owned());
                let sealed = seal.seal(&reply, 1700000001).unwrap();
                let answer = both.read_answer(&push, &sealed.body).unwrap();
                assert!(matches!(answer, BotAnswer::Reply { reply: read, .. } if read == reply));
            }
        }
    }
}

#[test]
fn current_and_previous_key_in_both_formats_and_for_a_repeat() {
    let rotated = callback(Product::Official).key(key('n')).previous_key(key('o'));
    for old_or_new in ['n', 'o'] {
        let platform = callback(Product::Official).key(key(old_or_new));
        for format in [Format::Xml, Format::Json] {
            for nonce in ["1", "2"] {
                let push =
                    platform.push(&hello(format), Mode::Safe, format, &stamp(nonce)).unwrap();
                let (inbound, seal) = rotated.open(&push.query, push.body.as_bytes(), NOW).unwrap();
                assert_eq!(inbound.header().msg_id.as_deref(), Some("7"));
                let sealed = seal.seal(&PassiveReply::Text("hi".to_owned()), 1).unwrap();
                // The platform knows one key only, so this also proves which key sealed it.
                let answer = platform.read_answer(&push, &sealed.body).unwrap();
                assert!(matches!(answer, BotAnswer::Reply { .. }));
            }
        }
    }
}

#[test]
fn a_safe_account_rejects_plain_bodies() {
    let safe = safe(Product::Official);
    let push = safe.push(&hello(Format::Xml), Mode::Plain, Format::Xml, &stamp("1")).unwrap();
    assert_eq!(rejected(&safe, &push.query, &push.body), ErrorKind::Mode);
    // Announcing encryption and sending none does not help.
    let mut query = push.query.clone();
    query.encrypt_type = Some("aes".to_owned());
    query.msg_signature = query.signature.clone();
    assert_eq!(rejected(&safe, &query, &push.body), ErrorKind::Parse);
}

#[test]
fn modes_are_configured_and_not_chosen_by_the_request() {
    let both = safe(Product::Official);
    let compatible =
        both.push(&hello(Format::Xml), Mode::Compatible, Format::Xml, &stamp("1")).unwrap();
    assert_eq!(rejected(&both, &compatible.query, &compatible.body), ErrorKind::Mode);
    let plain_only = callback(Product::Official);
    let safe = both.push(&hello(Format::Xml), Mode::Safe, Format::Xml, &stamp("1")).unwrap();
    assert_eq!(rejected(&plain_only, &safe.query, &safe.body), ErrorKind::Mode);
}

#[test]
fn compatible_mode_ignores_the_plain_fields() {
    let both = safe(Product::Official).accept([Mode::Compatible]);
    let push = both.push(&hello(Format::Xml), Mode::Compatible, Format::Xml, &stamp("1")).unwrap();
    let forged = push.body.replace("hello", "give me the money");
    assert_ne!(forged, push.body);
    let (inbound, _) = both.open(&push.query, forged.as_bytes(), NOW).unwrap();
    assert_eq!(inbound.read::<Text>().unwrap().content, "hello");
}

#[test]
fn a_missing_or_wrong_signature_is_rejected() {
    let safe = safe(Product::Official);
    let push = safe.push(&hello(Format::Xml), Mode::Safe, Format::Xml, &stamp("1")).unwrap();
    let mut without = push.query.clone();
    without.msg_signature = None;
    assert_eq!(rejected(&safe, &without, &push.body), ErrorKind::Query);
    let mut wrong = push.query.clone();
    wrong.msg_signature = wrong.signature.clone();
    assert_eq!(rejected(&safe, &wrong, &push.body), ErrorKind::Signature);

    let plain = callback(Product::Official);
    let push = plain.push(&hello(Format::Xml), Mode::Plain, Format::Xml, &stamp("1")).unwrap();
    let mut without = push.query.clone();
    without.signature = None;
    assert_eq!(rejected(&plain, &without, &push.body), ErrorKind::Query);
    let mut wrong = push.query.clone();
    wrong.nonce = Some("2".to_owned());
    assert_eq!(rejected(&plain, &wrong, &push.body), ErrorKind::Signature);
}

#[test]
fn a_wrong_key_and_a_wrong_receive_id_are_told_apart() {
    let mine = safe(Product::Official);
    let other_key = callback(Product::Official).key(key('x'));
    let push = other_key.push(&hello(Format::Xml), Mode::Safe, Format::Xml, &stamp("1")).unwrap();
    assert_eq!(rejected(&mine, &push.query, &push.body), ErrorKind::Buffer);
    let other_app = Callback::new(Product::Official, CallbackToken::new("testtoken").unwrap())
        .key(key('k'))
        .receive_id("wxsomebodyelse");
    let push = other_app.push(&hello(Format::Xml), Mode::Safe, Format::Xml, &stamp("1")).unwrap();
    assert_eq!(rejected(&mine, &push.query, &push.body), ErrorKind::ReceiveId);
}

#[test]
fn a_forged_url_check_reflects_nothing() {
    for product in [Product::Official, Product::Mini] {
        let callback = safe(product);
        let check = callback.url_check("4375120948345356249", &stamp("1")).unwrap();
        assert_eq!(callback.verify_url(&check.query, NOW).unwrap().into_body(), check.expected);
        let mut forged = check.query.clone();
        forged.signature = Some("0".repeat(40));
        let error = callback.verify_url(&forged, NOW).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Signature);
        assert!(!error.to_string().contains("4375120948345356249"));
    }
    let callback = safe(Product::Work);
    let mut check = callback.url_check("4375120948345356249", &stamp("1")).unwrap();
    check.query.echostr = check.query.echostr.map(|text| text.replacen('A', "B", 1) + "A");
    assert_eq!(callback.verify_url(&check.query, NOW).unwrap_err().kind(), ErrorKind::Signature);
}

#[test]
fn a_parameter_given_twice_is_rejected() {
    let error = Query::parse("nonce=1&signature=a&nonce=2").unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Query);
}

#[test]
fn hostile_bodies_are_rejected() {
    let plain = callback(Product::Official);
    let query =
        plain.push(&hello(Format::Xml), Mode::Plain, Format::Xml, &stamp("1")).unwrap().query;
    let deep_xml = format!("<xml>{}{}</xml>", "<a>".repeat(10_000), "</a>".repeat(10_000));
    let deep_json = format!("{}1{}", "{\"a\":".repeat(10_000), "}".repeat(10_000));
    let deep_list = format!("{{\"a\":{}{}}}", "[".repeat(10_000), "]".repeat(10_000));
    let wide = format!("<xml>{}</xml>", "<a>1</a>".repeat(1_000_000));
    let bomb = "<!DOCTYPE xml [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><xml><C>&b;</C></xml>";
    let external =
        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><xml><C>&e;</C></xml>";
    let entity = "<xml><Content>&unknown;</Content></xml>";
    for body in
        [&deep_xml, &deep_json, &deep_list, &wide, bomb, external, entity, "", "hello", "<xml>"]
    {
        assert_eq!(rejected(&plain, &query, body), ErrorKind::Parse, "{:.40}", body);
    }
}

#[test]
fn errors_say_nothing_secret() {
    let safe = safe(Product::Official);
    let push = safe.push(&hello(Format::Xml), Mode::Safe, Format::Xml, &stamp("1")).unwrap();
    let mut wrong = push.query.clone();
    wrong.timestamp = Some("1".to_owned());
    let error = safe.open(&wrong, push.body.as_bytes(), NOW).unwrap_err();
    let everything = format!("{error} {error:?} {safe:?} {:?}", push.query);
    assert!(!everything.contains("testtoken"), "{everything}");
    assert!(!everything.contains(&"k".repeat(43)), "{everything}");
    assert!(!everything.contains(push.query.msg_signature.as_deref().unwrap()), "{everything}");
}

#[test]
fn an_answer_in_the_clear_to_an_encrypted_push_is_malformed() {
    let safe = safe(Product::Official);
    let push = safe.push(&hello(Format::Xml), Mode::Safe, Format::Xml, &stamp("1")).unwrap();
    let clear = "<xml><MsgType>text</MsgType><Content>hi</Content></xml>";
    assert_eq!(safe.read_answer(&push, clear).unwrap_err().kind(), ErrorKind::Parse);
    assert_eq!(safe.read_answer(&push, "{}").unwrap_err().kind(), ErrorKind::Parse);
    assert_eq!(safe.read_answer(&push, "").unwrap(), BotAnswer::Empty);
    assert_eq!(safe.read_answer(&push, "success").unwrap(), BotAnswer::Success);
}

#[test]
fn keys_and_tokens_are_checked() {
    for wrong in ["", "short", &"a".repeat(42), &"a".repeat(44), &format!("{}+", "a".repeat(42))] {
        assert_eq!(EncodingAesKey::new(wrong).unwrap_err().kind(), ErrorKind::Key, "{wrong}");
    }
    // Every last character is right, whatever its two trailing bits.
    for last in ('A'..='Z').chain('a'..='z').chain('0'..='9') {
        EncodingAesKey::new(&format!("{}{last}", "a".repeat(42))).unwrap();
    }
    for wrong in ["", "ab", &"a".repeat(33), "with space", "emoji😀"] {
        assert_eq!(CallbackToken::new(wrong).unwrap_err().kind(), ErrorKind::Key, "{wrong}");
    }
    assert_eq!(CallbackToken::random().unwrap().expose().len(), 32);
    assert_eq!(EncodingAesKey::random().unwrap().expose().len(), 43);
}

/// 160,000 characters: each comes 2,580 times, give or take 50. One that comes a quarter more often
/// than the others stands out.
#[test]
fn random_tokens_favour_no_character() {
    let mut counts = BTreeMap::new();
    for _ in 0..5000 {
        for character in CallbackToken::random().unwrap().expose().chars() {
            *counts.entry(character).or_insert(0_u32) += 1;
        }
    }
    assert_eq!(counts.len(), 62, "letters and digits: {counts:?}");
    assert!(counts.values().all(|count| (2230..2930).contains(count)), "{counts:?}");
}

#[test]
fn nothing_random_comes_twice() {
    assert_ne!(EncodingAesKey::random().unwrap(), EncodingAesKey::random().unwrap());
    let (one, other) = (Stamp::at(NOW).unwrap(), Stamp::at(NOW).unwrap());
    assert_ne!(one.nonce, other.nonce);
    assert_ne!(one.random, other.random);
    let safe = safe(Product::Official);
    let push = safe.push(&hello(Format::Xml), Mode::Safe, Format::Xml, &stamp("1")).unwrap();
    let (_, seal) = safe.open(&push.query, push.body.as_bytes(), NOW).unwrap();
    let reply = PassiveReply::Text("hi".to_owned());
    assert_ne!(seal.seal(&reply, NOW).unwrap(), seal.seal(&reply, NOW).unwrap());
    assert_ne!(seal.seal_text("hi", NOW).unwrap(), seal.seal_text("hi", NOW).unwrap());
}

#[test]
fn a_ciphertext_that_ends_too_soon_is_incomplete() {
    for (ciphertext, length) in [("", 0), ("AAAA", 3), (&*"A".repeat(20), 15)] {
        let error = key('k').decrypt(ciphertext).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decrypt, "{length}");
        assert!(error.to_string().contains(&format!("{length} bytes")), "{error}");
    }
}

#[test]
fn modes_are_written_as_in_configuration_files() {
    for (mode, name) in
        [(Mode::Plain, "plain"), (Mode::Compatible, "compatible"), (Mode::Safe, "safe")]
    {
        assert_eq!(mode.to_string(), name);
        assert_eq!(name.parse(), Ok(mode));
    }
    for wrong in ["", "Safe", "encrypted"] {
        let error = wrong.parse::<Mode>().unwrap_err().to_string();
        assert!(error.contains(wrong) && error.contains("\"safe\""), "{error}");
    }
}
