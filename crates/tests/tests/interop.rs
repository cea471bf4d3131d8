//! Interoperability with wechatpy: its crypto with ours. Differences are documented in
//! `interop/README.md`.
#![allow(clippy::unwrap_used)]

use serde_json::{Value, json};
use weixin::protocol::{
    Article, BotAnswer, Callback, CallbackToken, EncodingAesKey, ErrorKind, Format, Inbound, Map,
    MediaId, Mode, Node, PassiveReply, PlatformPush, Product, Query, Signature, Stamp, Text,
};
use weixin_tests::{extras, peer::Peer};

/// Texts that have caused encoding problems.
const TEXTS: [&str; 8] =
    ["007", " 12 ", "a&b", "]]>", "<b>\"q\"</b>", "你好 😀", "a\nb", "]]]]><![CDATA[>"];

const NOW: i64 = 1_700_000_000;
const TOKEN: &str = "QDG6eK";
const KEY: &str = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C";

/// A callback as both sides know it.
struct Account {
    ours: Callback,
    theirs: Value,
}

impl Account {
    fn new(product: Product, token: &str, key: &str, id: &str) -> Self {
        let ours = Callback::new(product, CallbackToken::new(token).unwrap())
            .key(EncodingAesKey::new(key).unwrap())
            .receive_id(id)
            .original_id("gh_680bdefc8c5d");
        let theirs =
            json!({ "product": product.as_str(), "token": token, "aes_key": key, "id": id });
        Self { ours, theirs }
    }

    fn official() -> Self {
        Self::new(Product::Official, TOKEN, KEY, "wx5823bf96d3bd56c7")
    }

    fn work() -> Self {
        Self::new(Product::Work, TOKEN, KEY, "wwddddccc7775555aaa")
    }

    fn both() -> [Self; 2] {
        [Self::official(), Self::work()]
    }

    fn push(&self, text: &str, format: Format) -> PlatformPush {
        let stamp = Stamp::at(NOW).unwrap();
        self.ours.push(&message(text, format), Mode::Safe, format, &stamp).unwrap()
    }
}

fn message(text: &str, format: Format) -> Inbound {
    let fields = Map::from_iter([
        ("ToUserName", Node::from("gh_680bdefc8c5d")),
        ("FromUserName", Node::from("oIDrpjqASyTPnxRmpS9O_ruZGsfk")),
        ("CreateTime", Node::number(NOW)),
        ("MsgType", Node::from("text")),
        ("Content", Node::from(text)),
        ("MsgId", Node::number(1_234_567_890_123_456_i64)),
        ("AgentID", Node::number(1_000_002)),
    ]);
    Inbound::from_fields(fields, format)
}

/// The parameters with which wechatpy decrypts one of our envelopes.
fn decryption(account: &Account, push: &PlatformPush, body: Value) -> Value {
    json!({
        "op": "decrypt",
        "account": account.theirs,
        "body": body,
        "msg_signature": push.query.msg_signature,
        "timestamp": push.query.timestamp,
        "nonce": push.query.nonce,
    })
}

/// The query of a push encrypted by wechatpy.
fn query(sealed: &Value) -> Query {
    let mut query = Query::default();
    query.msg_signature = sealed["msg_signature"].as_str().map(str::to_owned);
    query.signature = sealed["signature"].as_str().map(str::to_owned);
    query.timestamp = Some(NOW.to_string());
    query.nonce = Some("1372623149".to_owned());
    query.encrypt_type = Some("aes".to_owned());
    query
}

async fn sealed_by_wechatpy(peer: &mut Peer, account: &Account, plain: &str) -> Value {
    let request = json!({
        "op": "seal_push",
        "account": account.theirs,
        "plain": plain,
        "to": "gh_680bdefc8c5d",
        "agent_id": "1000002",
        "timestamp": NOW.to_string(),
        "nonce": "1372623149",
    });
    peer.ask(request).await.unwrap()
}

#[tokio::test]
#[ignore = "needs wechatpy: `cargo xtask interop` runs it"]
async fn wechatpy_decrypts_our_pushes() {
    let python = extras::python();
    let mut peer = Peer::start(&python);
    for account in Account::both() {
        for text in TEXTS {
            let push = account.push(text, Format::Xml);
            let request = decryption(&account, &push, push.body.clone().into());
            let plain = peer.text(request).await;
            assert_eq!(plain, push.plain);

            let product = account.ours.product().as_str();
            let parse = json!({ "op": "parse", "product": product, "xml": plain });
            let parsed = peer.ask(parse).await.unwrap();
            assert_eq!(parsed["class"], "TextMessage");
            assert_eq!(parsed["fields"]["content"], text.trim(), "its reader trims");
            assert_eq!(parsed["fields"]["id"], 1_234_567_890_123_456_i64);
            assert_eq!(parsed["fields"]["time"], NOW);

            let push = account.push(text, Format::Json);
            let body: Value = serde_json::from_str(&push.body).unwrap();
            let plain = peer.text(decryption(&account, &push, body)).await;
            let plain: Value = serde_json::from_str(&plain).unwrap();
            assert_eq!(plain["Content"], text);
        }
    }
}

#[tokio::test]
#[ignore = "needs wechatpy: `cargo xtask interop` runs it"]
async fn we_decrypt_pushes_of_wechatpy() {
    let python = extras::python();
    let mut peer = Peer::start(&python);
    for account in Account::both() {
        for text in TEXTS {
            let plain = message(text, Format::Xml).write(Format::Xml);
            let sealed = sealed_by_wechatpy(&mut peer, &account, &plain).await;
            for body in ["xml", "json"].map(|form| sealed[form].as_str().unwrap()) {
                let (push, _) = account.ours.open(&query(&sealed), body.as_bytes(), NOW).unwrap();
                assert_eq!(push.read::<Text>().unwrap().content, text);
                assert_eq!(push.header().agent_id, Some(1_000_002));
            }
        }
    }
}

#[tokio::test]
#[ignore = "needs wechatpy: `cargo xtask interop` runs it"]
async fn we_read_replies_of_wechatpy() {
    let python = extras::python();
    let mut peer = Peer::start(&python);
    for account in Account::both() {
        let product = account.ours.product().as_str();
        // wechatpy does not escape `]]>` correctly.
        for text in TEXTS.into_iter().filter(|text| !text.contains("]]>")) {
            let push = account.push("hello", Format::Xml);
            let render = json!({
                "op": "render",
                "product": product,
                "reply": { "type": "text", "content": text },
                "message": push.plain,
            });
            let reply = peer.text(render).await;
            let encrypt = json!({
                "op": "encrypt_reply",
                "account": account.theirs,
                "reply": reply,
                "timestamp": NOW.to_string(),
                "nonce": push.query.nonce,
            });
            let body = peer.text(encrypt).await;
            let answer = account.ours.read_answer(&push, &body).unwrap();
            let BotAnswer::Reply { to, from, reply: read, plain, .. } = answer else {
                panic!("{answer:?}")
            };
            assert_eq!((read, plain), (PassiveReply::Text(text.to_owned()), reply));
            assert_eq!((to.as_str(), &*from), ("oIDrpjqASyTPnxRmpS9O_ruZGsfk", "gh_680bdefc8c5d"));
        }
    }
}

#[tokio::test]
#[ignore = "needs wechatpy: `cargo xtask interop` runs it"]
async fn wechatpy_reads_our_replies() {
    let python = extras::python();
    let mut peer = Peer::start(&python);
    for account in Account::both() {
        let push = account.push("hello", Format::Xml);
        let (_, seal) = account.ours.open(&push.query, push.body.as_bytes(), NOW).unwrap();
        let mut opened = async |reply: PassiveReply| {
            let body = seal.seal(&reply, NOW).unwrap().body;
            let (envelope, _) = Map::parse(&body).unwrap();
            let request = json!({
                "op": "decrypt",
                "account": account.theirs,
                "body": body,
                "msg_signature": envelope.text("MsgSignature"),
                "timestamp": envelope.text("TimeStamp"),
                "nonce": envelope.text("Nonce"),
            });
            let xml = peer.text(request).await;
            peer.ask(json!({ "op": "read_reply", "xml": xml })).await.unwrap()
        };
        for text in TEXTS {
            let reply = opened(PassiveReply::Text(text.to_owned())).await;
            assert_eq!(reply["class"], "TextReply");
            assert_eq!(reply["fields"]["content"], text.trim(), "its reader trims");
            assert_eq!(reply["fields"]["source"], "gh_680bdefc8c5d");
            assert_eq!(reply["fields"]["target"], "oIDrpjqASyTPnxRmpS9O_ruZGsfk");
        }
        let image = opened(PassiveReply::Image(MediaId::new("media-1"))).await;
        assert_eq!(
            (&image["class"], &image["fields"]["image"]),
            (&json!("ImageReply"), &json!("media-1"))
        );
        // An Official Account answers with one card, and wechatpy's reader fails on a list of one.
        if account.ours.product() == Product::Work {
            let cards =
                ["one & two", "]]>"].map(|title| Article::new(title, "https://example.com/"));
            let news = opened(PassiveReply::News(cards.into())).await;
            assert_eq!(news["class"], "ArticlesReply");
            let read = news["fields"]["articles"].as_array().unwrap();
            let titles: Vec<_> = read.iter().map(|card| &card["title"]).collect();
            assert_eq!(titles, ["one & two", "]]>"]);
        }
    }
}

#[tokio::test]
#[ignore = "needs wechatpy: `cargo xtask interop` runs it"]
async fn signatures_and_url_verification_agree() {
    let python = extras::python();
    let mut peer = Peer::start(&python);
    for values in [["QDG6eK", "1409659589", "263014780"], ["b", "a", "C"], ["1", "11", "111"]] {
        let theirs = peer.text(json!({ "op": "sign", "values": values })).await;
        assert_eq!(theirs, Signature::of(values).as_str());
    }

    let official = Account::official();
    let check = official.ours.url_check("echo", &Stamp::at(NOW).unwrap()).unwrap();
    let request = |token: &str| {
        json!({
            "op": "check_signature",
            "token": token,
            "signature": check.query.signature,
            "timestamp": check.query.timestamp,
            "nonce": check.query.nonce,
        })
    };
    assert_eq!(peer.ask(request(TOKEN)).await.unwrap(), true);
    assert_eq!(peer.ask(request("another")).await.unwrap_err().code, Some(-40001));

    let work = Account::work();
    let check = work.ours.url_check("1616140317555161061", &Stamp::at(NOW).unwrap()).unwrap();
    let request = json!({
        "op": "verify_url",
        "account": work.theirs,
        "msg_signature": check.query.msg_signature,
        "timestamp": check.query.timestamp,
        "nonce": check.query.nonce,
        "echostr": check.query.echostr,
    });
    assert_eq!(peer.text(request).await, check.expected);
    let sealed = sealed_by_wechatpy(&mut peer, &work, "8361247839").await;
    let mut asked = query(&sealed);
    asked.echostr = sealed["encrypt"].as_str().map(str::to_owned);
    assert_eq!(work.ours.verify_url(&asked, NOW).unwrap().into_body(), "8361247839");
}

#[tokio::test]
#[ignore = "needs wechatpy: `cargo xtask interop` runs it"]
async fn both_reject_wrong_tokens_and_receivers() {
    let python = extras::python();
    let mut peer = Peer::start(&python);
    for product in [Product::Official, Product::Work] {
        let account = Account::new(product, TOKEN, KEY, "wx5823bf96d3bd56c7");
        let wrong_token = Account::new(product, "another", KEY, "wx5823bf96d3bd56c7");
        let wrong_receiver = Account::new(product, TOKEN, KEY, "wx5823bf96d3bd56c8");
        let cases = [
            (wrong_token, ErrorKind::Signature, -40001),
            (wrong_receiver, ErrorKind::ReceiveId, -40005),
        ];
        for (reader, kind, code) in cases {
            let push = account.push("hello", Format::Xml);
            let request = decryption(&reader, &push, push.body.clone().into());
            assert_eq!(peer.ask(request).await.unwrap_err().code, Some(code));

            let plain = message("hello", Format::Xml).write(Format::Xml);
            let sealed = sealed_by_wechatpy(&mut peer, &account, &plain).await;
            let body = sealed["xml"].as_str().unwrap();
            let rejected = reader.ours.open(&query(&sealed), body.as_bytes(), NOW).unwrap_err();
            assert_eq!((rejected.kind(), i64::from(rejected.code())), (kind, code));
        }
    }
}
