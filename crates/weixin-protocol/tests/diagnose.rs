//! Which of the things that can be wrong with a captured push is named.

#![allow(clippy::unwrap_used)]

use aes::cipher::{BlockModeEncrypt, KeyIvInit, block_padding::NoPadding};
use base64::{Engine, engine::general_purpose::STANDARD};
use weixin_protocol::{
    Callback, CallbackToken, EncodingAesKey, ErrorKind, Format, Header, Inbound, Mode, Product,
    Query, Signature, Stamp, Text, diagnose,
};

/// The time of the pushes here, in seconds since 1970.
const NOW: i64 = 1700000000;
const TOKEN: &str = "testtoken";
const APP_ID: &str = "wx0123456789abcdef";
const KEY: &str = "kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk";
const OTHER_KEY: &str = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx";

fn callback(product: Product, token: &str, key: &str, id: &str) -> Callback {
    Callback::new(product, CallbackToken::new(token).unwrap())
        .key(EncodingAesKey::new(key).unwrap())
        .receive_id(id)
}

fn right(product: Product) -> Callback {
    callback(product, TOKEN, KEY, APP_ID)
}

fn stamp() -> Stamp {
    Stamp { timestamp: NOW, nonce: "1".to_owned(), random: *b"0123456789abcdef" }
}

fn hello() -> Inbound {
    hello_to("gh_1")
}

/// WeCom's pushes are addressed to the corporation.
fn hello_to(account: &str) -> Inbound {
    let header = Header::new("oAnn", account, NOW).with_msg_id("7").with_agent_id(2);
    Inbound::of(&header, &Text::new(header.clone(), "hello"), Format::Xml)
}

fn failed(callback: &Callback, query: &Query, body: &str) -> Vec<&'static str> {
    let (checks, _) = diagnose(callback, query, body);
    checks.iter().filter(|check| !check.ok).map(|check| check.name).collect()
}

const NOTHING: [&str; 0] = [];

#[test]
fn what_is_wrong_is_named_and_nothing_else() {
    let product = Product::Official;
    let push = right(product).push(&hello(), Mode::Safe, Format::Xml, &stamp()).unwrap();
    let failed = |callback: Callback| failed(&callback, &push.query, &push.body);
    assert_eq!(failed(right(product)), NOTHING);
    let wrong_token = callback(product, "othertoken", KEY, APP_ID);
    assert_eq!(failed(wrong_token.clone()), ["signature", "msg_signature"]);
    assert_eq!(failed(callback(product, TOKEN, OTHER_KEY, APP_ID)), ["key"]);
    assert_eq!(failed(callback(product, TOKEN, KEY, "wxother")), ["receive id"]);
    // It goes on after a failure.
    let (_, plain) = diagnose(&wrong_token, &push.query, &push.body);
    assert_eq!(plain.as_deref(), Some(&*push.plain));
}

#[test]
fn what_the_callback_rejects_fails_a_check() {
    for product in Product::ALL {
        let all = right(product).accept([Mode::Plain, Mode::Compatible, Mode::Safe]);
        let hello = hello_to(if product == Product::Work { APP_ID } else { "gh_1" });
        for mode in [Mode::Plain, Mode::Compatible, Mode::Safe] {
            let push = all.push(&hello, mode, Format::Xml, &stamp()).unwrap();
            for callback in [&all, &right(product)] {
                for left_out in ["", "signature", "msg_signature", "nonce", "encrypt_type"] {
                    let mut query = push.query.clone();
                    match left_out {
                        "signature" => query.signature = None,
                        "msg_signature" => query.msg_signature = None,
                        "nonce" => query.nonce = None,
                        "encrypt_type" => query.encrypt_type = None,
                        _ => {}
                    }
                    let opened = callback.open(&query, push.body.as_bytes(), NOW);
                    let failed = failed(callback, &query, &push.body);
                    assert_eq!(
                        failed.is_empty(),
                        opened.is_ok(),
                        "{product:?} {mode:?} without {left_out:?}: {failed:?} {opened:?}"
                    );
                }
            }
        }
    }
}

#[test]
fn a_plain_body_needs_its_signature_and_is_none_of_wecoms() {
    let plain = hello().write(Format::Xml);
    let nothing = Query::default();
    let official = Callback::new(Product::Official, CallbackToken::new(TOKEN).unwrap());
    assert_eq!(failed(&official, &nothing, &plain), ["signature"]);
    assert_eq!(failed(&official, &nothing, ""), ["signature", "envelope"]);
    let push = official.push(&hello(), Mode::Plain, Format::Xml, &stamp()).unwrap();
    assert_eq!(failed(&official, &push.query, &push.body), NOTHING);
    assert_eq!(failed(&right(Product::Official), &push.query, &push.body), ["mode"]);

    let work = right(Product::Work);
    assert_eq!(failed(&work, &nothing, &plain), ["envelope", "msg_signature"]);
}

/// The steps are lenient, for people. The callback is not.
#[test]
fn a_push_that_is_right_step_by_step_is_rejected_for_a_reason_with_a_name() {
    let callback = right(Product::Official).original_id("gh_1");
    let push =
        |inbound: &Inbound| callback.push(inbound, Mode::Safe, Format::Xml, &stamp()).unwrap();
    let right = push(&hello());
    assert_eq!(failed(&callback, &right.query, &right.body), NOTHING);

    let misaddressed = push(&hello_to("gh_2"));
    assert_eq!(failed(&callback, &misaddressed.query, &misaddressed.body), ["addressee"]);

    let header = Header::new("oAnn", "gh_1", NOW);
    let without_id = Inbound::of(&header, &Text::new(header.clone(), "hello"), Format::Xml);
    let incomplete = push(&without_id);
    assert_eq!(failed(&callback, &incomplete.query, &incomplete.body), ["content"]);

    // The platform writes a ciphertext in one piece.
    let (start, rest) = right.body.split_once("<Encrypt><![CDATA[").unwrap();
    let (first, rest) = rest.split_at(8);
    let in_pieces = format!("{start}<Encrypt><![CDATA[{first}]]><![CDATA[{rest}");
    assert_eq!(failed(&callback, &right.query, &in_pieces), ["envelope"]);
}

#[test]
fn it_is_said_which_key_fits() {
    let now = right(Product::Official);
    let push = now.push(&hello(), Mode::Safe, Format::Xml, &stamp()).unwrap();
    let rotated = callback(Product::Official, TOKEN, OTHER_KEY, APP_ID)
        .previous_key(EncodingAesKey::new(KEY).unwrap());
    for (callback, said) in [(now, "the current key fits"), (rotated, "the previous key fits")] {
        let (checks, _) = diagnose(&callback, &push.query, &push.body);
        let key = checks.iter().find(|check| check.name == "key").unwrap();
        assert_eq!((key.ok, &*key.detail), (true, said));
    }
}

#[test]
fn url_verifications_are_read_as_the_product_sends_them() {
    for product in Product::ALL {
        let check = right(product).url_check("4375120948345356249", &stamp()).unwrap();
        let (checks, plain) = diagnose(&right(product), &check.query, "");
        assert!(checks.iter().all(|check| check.ok), "{checks:?}");
        assert_eq!(plain, Some(check.expected));
        let wrong = callback(product, "othertoken", KEY, APP_ID);
        let signature = if product == Product::Work { "msg_signature" } else { "signature" };
        assert_eq!(failed(&wrong, &check.query, ""), [signature]);
    }
}

/// A message after which `beyond` bytes follow the last full 32, receive id included.
fn message(beyond: usize) -> String {
    let message = |content: &str| {
        format!(
            "<xml><ToUserName>gh_1</ToUserName><FromUserName>oAnn</FromUserName><CreateTime>1</CreateTime>\
             <MsgType>text</MsgType><Content>{content}</Content><MsgId>7</MsgId></xml>"
        )
    };
    let content = (beyond + 64 - (20 + message("").len() + APP_ID.len()) % 32) % 32;
    message(&"a".repeat(content))
}

/// The body and query of a push whose envelope ends in these bytes after the receive id.
fn padded(message: &str, padding: &[u8]) -> (Query, String) {
    let mut bytes = b"0123456789abcdef".to_vec();
    bytes.extend(u32::try_from(message.len()).unwrap().to_be_bytes());
    bytes.extend(message.as_bytes());
    bytes.extend(APP_ID.as_bytes());
    bytes.extend(padding);
    let key = STANDARD.decode(format!("{KEY}=")).unwrap();
    let length = bytes.len();
    cbc::Encryptor::<aes::Aes256>::new_from_slices(&key, &key[..16])
        .unwrap()
        .encrypt_padded::<NoPadding>(&mut bytes, length)
        .unwrap();
    let encrypt = STANDARD.encode(bytes);
    let stamp = stamp();
    let time = stamp.timestamp.to_string();
    let mut query = Query::default();
    query.signature = Some(Signature::of([TOKEN, &time, &stamp.nonce]).to_string());
    query.msg_signature = Some(Signature::of([TOKEN, &time, &stamp.nonce, &encrypt]).to_string());
    query.timestamp = Some(time);
    query.nonce = Some(stamp.nonce);
    query.encrypt_type = Some("aes".to_owned());
    (query, format!("<xml><Encrypt>{encrypt}</Encrypt></xml>"))
}

#[test]
fn wrong_padding_is_told_from_a_wrong_key() {
    let callback = right(Product::Official);
    let wrong = [
        // To 16, as an ordinary cipher library does.
        (8, vec![8; 8], "padded to 16 instead of 32"),
        (0, vec![16; 16], "padded to 16 instead of 32"),
        // Zeros, to 32 and to 16.
        (8, vec![0; 24], "24 zero bytes"),
        (8, vec![0; 8], "8 zero bytes"),
        (0, vec![0; 32], "32 zero bytes"),
        // The length alone, or something else.
        (9, [vec![0; 22], vec![23]].concat(), "the last 23 bytes"),
        (8, vec![1; 8], "the last 8 bytes"),
        (24, vec![24; 24], "the last 24 bytes"),
        (0, vec![], "there is none"),
    ];
    for (beyond, padding, why) in wrong {
        let (query, body) = padded(&message(beyond), &padding);
        let (checks, plain) = diagnose(&callback, &query, &body);
        let failed: Vec<_> = checks.iter().filter(|check| !check.ok).collect();
        assert_eq!(failed.iter().map(|check| check.name).collect::<Vec<_>>(), ["padding"]);
        assert!(failed[0].detail.contains(why), "{:?}", failed[0]);
        assert_eq!(plain, Some(message(beyond)));
        // And a bot says the same.
        let rejected = callback.open(&query, body.as_bytes(), NOW).unwrap_err();
        assert_eq!(rejected.kind(), ErrorKind::Buffer);
        assert!(rejected.to_string().contains(why), "{rejected}");
    }
    // All that is right passes, up to a whole block.
    for length in 1..=32_u8 {
        let message = message(32 - usize::from(length));
        let (query, body) = padded(&message, &vec![length; length.into()]);
        assert_eq!(failed(&callback, &query, &body), NOTHING, "{length}");
    }
    // More than a block of it is no padding at all.
    let (query, body) = padded(&message(16), &[0; 48]);
    assert_eq!(failed(&callback, &query, &body), ["key"]);
    // With another key wrong padding is not the point.
    let other = self::callback(Product::Official, TOKEN, OTHER_KEY, APP_ID);
    let (query, body) = padded(&message(8), &[0; 24]);
    assert_eq!(failed(&other, &query, &body), ["key"]);
}

#[test]
fn a_damaged_ciphertext_is_no_wrong_key() {
    let callback = right(Product::Official);
    for encrypt in ["!!!!", "AAAA", &"A".repeat(64)[..]] {
        let (query, _) = padded(&message(0), &[]);
        let body = format!("<xml><Encrypt>{encrypt}</Encrypt></xml>");
        assert_eq!(failed(&callback, &query, &body), ["msg_signature", "ciphertext"], "{encrypt}");
    }
}
