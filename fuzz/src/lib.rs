//! The fuzz targets as plain functions, so that they also run as tests on a stable compiler. A
//! target fails by panicking.

#![forbid(unsafe_code)]

use std::sync::OnceLock;

use weixin_api::{
    POST, Timestamp,
    secured::{
        ApiSecurity, PlatformCertificate, PrivateKey, SealContext, SealedBody, SealedCall,
        SymmetricKey,
    },
    wire::{ApiRequest, ApiResponse},
};
use weixin_protocol::{
    AppId, BotAnswer, Callback, CallbackToken, EncodingAesKey, EncryptedEnvelope, ErrorKind,
    Format, Inbound, Map, MessageChannel, MessageLimits, Mode, Node, PassiveReply, Product, Query,
    ReplySeal, Signature, Stamp, Verified,
};

/// The receive id of the accounts.
const RECEIVE_ID: &str = "wx5823bf96d3bd56c7";
/// The time of the pushes encrypted here, in seconds since 1970.
const NOW: i64 = 1_409_304_348;
/// Token and key of the test vector in the platform's documentation.
const TOKEN: &str = "QDG6eK";
const KEY: &str = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C";

/// A callback request. The first line is the query, the rest is the body. It is opened as it is,
/// and once more with the body encrypted and signed by the platform.
pub fn open(data: &[u8]) {
    let (query, body) = match data.iter().position(|byte| *byte == b'\n') {
        Some(end) => (&data[..end], &data[end + 1..]),
        None => (data, &[][..]),
    };
    let query = Query::parse(&String::from_utf8_lossy(query));
    for product in Product::ALL {
        let callback = callback(product);
        if let Ok(query) = &query {
            // Without a signature, nothing is echoed.
            let now = time(query);
            if callback.verify_url(query, now).is_ok() {
                assert!(query.signature.is_some() || query.msg_signature.is_some());
            }
            if let Ok((push, seal)) = callback.open(query, body, now) {
                answer(&callback, &push, &seal);
            }
        }
        sealed(&callback, &String::from_utf8_lossy(body));
    }
}

/// The timestamp of the request, so that no request is too old.
fn time(query: &Query) -> i64 {
    query.timestamp.as_deref().and_then(|time| time.parse().ok()).unwrap_or_default()
}

/// The envelope of an unauthenticated push: the strict reader and the general reader agree on every
/// field that both find.
pub fn envelope(data: &[u8]) {
    let Ok(outside) = EncryptedEnvelope::read(data) else { return };
    let Ok((fields, format)) = Map::parse(&String::from_utf8_lossy(data)) else { return };
    assert_eq!(outside.format, format);
    let seen = [
        ("Encrypt", Some(&outside.encrypt)),
        ("ToUserName", outside.to_user_name.as_ref()),
        ("AppId", outside.app_id.as_ref()),
        ("AgentID", outside.agent_id.as_ref()),
    ];
    for (name, value) in seen {
        assert_eq!(fields.text(name), value.map(|value| &**value), "{name}");
    }
    let known = |name: &str| seen.iter().any(|(known, _)| *known == name);
    assert_eq!(outside.has_other_fields, fields.iter().any(|(name, _)| !known(name)));
}

/// An XML body, and the text of an element with its markup escaped.
pub fn xml_tree(data: &[u8]) {
    tree(data, Format::Xml);

    let text = String::from_utf8_lossy(data);
    // Whitespace between tags is formatting.
    if text.trim().is_empty() {
        return;
    }
    let escaped = text
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        // XML readers turn a carriage return into a line feed.
        .replace('\r', "&#13;");
    let (map, _) = Map::parse(&format!("<xml><A>{escaped}</A></xml>")).expect("well-formed XML");
    assert_eq!(map.text("A"), Some(&*text));
}

/// A JSON body.
pub fn json_tree(data: &[u8]) {
    tree(data, Format::Json);
}

/// A reply to a call with API security. The lines before an empty one are its headers. Only the reply
/// that the platform signed is accepted: the sample of its documentation.
pub fn secured_reply(data: &[u8]) {
    static CALL: OnceLock<SealedCall> = OnceLock::new();
    let call = CALL.get_or_init(sealed_call);
    let text = String::from_utf8_lossy(data);
    let (head, body) = text.split_once("\n\n").unwrap_or(("", &text));
    let header = |name: &'static str| {
        let mut lines = head.lines().filter_map(|line| line.split_once(": "));
        lines.find(|(given, _)| given.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    };
    let answer = ApiResponse::json(body.as_bytes().to_vec());
    let now = Timestamp::from_secs(1_635_927_956);
    if call.read(answer, header, Product::Mini, now).is_ok() {
        assert_eq!(body, SIGNED_BODY);
    }

    // What is behind the signature.
    let _ = SealedBody::read(data);
    let context = SealContext { url: "https://a/b", app_id: "a", timestamp: "1" };
    if let Some(fields) = context.unwrap_fields(data) {
        assert!(!fields.contains_key("_appid"));
    }
}

/// The body of the platform's sample of a reply.
const SIGNED_BODY: &str = include_str!("../seeds/secured_reply/body.json");

fn sealed_call() -> SealedCall {
    const PRIVATE: &str = include_str!("../../crates/weixin-api/tests/official_sample/private.pem");
    const PLATFORM: &str =
        include_str!("../../crates/weixin-api/tests/official_sample/platform.pem");
    let sn = "fa05fe1e5bcc79b81ad5ad4b58acf787";
    let key = "otUpngOjU+nVQaWJIC3D/yMLV17RKaP6t4Ot9tbnzLY=".into();
    let keys = ApiSecurity::new(
        SymmetricKey::new(sn, &key).expect("a key"),
        PrivateKey::from_pem(&PRIVATE.into()).expect("a key"),
        PlatformCertificate::from_pem("79ba700ea147819f640941bceb38b1d1", PLATFORM)
            .expect("a certificate"),
    );
    let host = "api.weixin.qq.com";
    let call = ApiRequest::new(POST, host, "/wxa/getuserriskrank");
    let account = AppId::new("wxba6223c06417af7b");
    keys.seal(&call, &account, host, Timestamp::from_secs(1_635_927_954)).expect("a POST")
}

fn callback(product: Product) -> Callback {
    Callback::new(product, CallbackToken::new(TOKEN).expect("a token"))
        .key(EncodingAesKey::new(KEY).expect("a key"))
        .receive_id(RECEIVE_ID)
        .accept([Mode::Plain, Mode::Compatible, Mode::Safe])
}

/// The platform encrypts `message`: the bot decrypts the same message, or rejects it as invalid.
fn sealed(callback: &Callback, message: &str) {
    let key = callback.current_key().expect("the key given above");
    let encrypt = key.encrypt([7; 16], message, RECEIVE_ID).expect("less than 4 GiB");
    let (timestamp, nonce) = (NOW.to_string(), "xxxxxx");
    let signature = Signature::of([TOKEN, &timestamp, nonce]);
    let msg_signature = Signature::of([TOKEN, &timestamp, nonce, &encrypt]);
    let query = format!(
        "signature={signature}&encrypt_type=aes&timestamp={timestamp}&nonce={nonce}&msg_signature={msg_signature}"
    );
    let query = Query::parse(&query).expect("a query");
    let body = Map::from_iter([("Encrypt", Node::Text(encrypt))]).write(Format::Xml);
    match (Inbound::parse(message), callback.open(&query, body.as_bytes(), NOW)) {
        (Ok(sent), Ok((push, seal))) => {
            assert_eq!(sent.fields(), push.fields());
            answer(callback, &push, &seal);
        }
        (Err(_), Err(_)) => {}
        // Not addressed to the account, or incomplete.
        (Ok(_), Err(error))
            if matches!(error.kind(), ErrorKind::Addressee | ErrorKind::Incomplete) => {}
        (sent, opened) => panic!("{sent:?} was opened as {:?}", opened.map(|(push, _)| push)),
    }
}

/// The reply to any message is well-formed and addressed to its sender.
fn answer(callback: &Callback, push: &Verified<Inbound>, seal: &ReplySeal) {
    let text = push.fields().text("Content").unwrap_or("]]>").to_owned();
    let reply = PassiveReply::Text(text.clone());
    let limits = MessageLimits::of(MessageChannel::passive(callback.product()));
    let sealed = match seal.seal_with(&reply, NOW, [7; 16]) {
        Ok(sealed) => sealed,
        // The platform would reject it.
        Err(_) if limits.text_bytes.is_some_and(|max| text.len() > max) => return,
        Err(error) => panic!("{error}"),
    };
    let (envelope, format) = Map::parse(&sealed.body).expect("a well-formed answer");
    let encrypted = envelope.text("Encrypt").map(str::to_owned);
    let fields = match &encrypted {
        Some(encrypt) => {
            let key = callback.current_key().expect("the key given above");
            let plain = key.decrypt(encrypt).expect("our own ciphertext");
            assert_eq!(plain.receive_id, RECEIVE_ID);
            Map::parse(&plain.message).expect("a well-formed answer").0
        }
        None => envelope,
    };
    let kept =
        |text: &str| if seal.format() == Format::Xml { legal(text) } else { text.to_owned() };
    let (to, from) = (kept(push.header().from.as_str()), kept(&push.header().to));
    assert_eq!(fields.text("ToUserName"), Some(&*to));
    assert_eq!(fields.text("FromUserName"), Some(&*from));
    assert_eq!(fields.text("Content"), Some(&*kept(&text)));

    // The platform never pushes JSON in an XML envelope, nor a message without sender or receiver.
    if format != seal.format() || to.trim().is_empty() || from.trim().is_empty() {
        return;
    }
    let mode = if encrypted.is_some() { Mode::Safe } else { Mode::Plain };
    let stamp = Stamp { timestamp: NOW, nonce: "xxxxxx".to_owned(), random: [7; 16] };
    let sent = callback.push(push, mode, format, &stamp).expect("the key given above");
    match callback.read_answer(&sent, &sealed.body) {
        Ok(BotAnswer::Reply { reply: PassiveReply::Text(read), .. }) => {
            assert_eq!(read, kept(&text))
        }
        other => panic!("{other:?}: {}", sealed.body),
    }
}

/// What can be parsed can be written, and parses to the same value again.
fn tree(data: &[u8], format: Format) {
    let body = String::from_utf8_lossy(data);
    let Ok((map, read_as)) = Map::parse(&body) else { return };
    let inbound = Inbound::from_fields(map.clone(), read_as);
    let _ = (inbound.header(), inbound.kind());
    // The other format cannot express everything, but writing it does not fail.
    let _ = map.write(Format::Json);
    let _ = map.write(Format::Xml);
    if read_as != format || (format == Format::Xml && !names_are_plain(&map)) {
        return;
    }
    let written = map.write(format);
    let wanted = if format == Format::Xml { legal_map(&map) } else { map };
    match Map::parse(&written) {
        Ok((again, read_as)) => assert_eq!((again, read_as), (wanted, format), "{written}"),
        Err(error) => panic!("{error}: {written}"),
    }
}

/// The text without the characters that XML 1.0 forbids; the writer drops them.
fn legal(text: &str) -> String {
    let is_legal = |c: &char| match c {
        '\t' | '\n' | '\r' => true,
        '\u{fffe}' | '\u{ffff}' => false,
        c => *c >= ' ',
    };
    text.chars().filter(is_legal).collect()
}

fn legal_map(map: &Map) -> Map {
    Map::from_iter(map.iter().map(|(name, node)| (name, legal_node(node))))
}

fn legal_node(node: &Node) -> Node {
    match node {
        Node::Text(text) => Node::Text(legal(text)),
        Node::Map(map) => Node::Map(legal_map(map)),
        Node::List(list) => Node::List(list.iter().map(legal_node).collect()),
        other => other.clone(),
    }
}

/// The platform's element names are letters, digits and underscores. Writing drops what no name may
/// hold, so other names may change.
fn names_are_plain(map: &Map) -> bool {
    map.iter().all(|(name, node)| {
        name.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_')
            && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
            && match node {
                Node::Map(map) => names_are_plain(map),
                Node::List(list) => list.iter().filter_map(Node::as_map).all(names_are_plain),
                _ => true,
            }
    })
}
