//! What someone writes who needs an echo and takes no SDK: axum, the crates for the cryptography, quick-xml
//! and serde_json. It checks signature, padding and receive id, and knows nothing else: no routes, no
//! repeats, no old requests.

use std::{
    sync::Arc,
    time::{SystemTime, UNIX_EPOCH},
};

use aes::cipher::{BlockModeDecrypt, BlockModeEncrypt, KeyIvInit, block_padding::NoPadding};
use axum::{
    Router,
    extract::{Query, State},
    http::{StatusCode, header::CONTENT_TYPE},
    response::{IntoResponse, Response},
    routing::post,
};
use base64::{
    Engine,
    alphabet::STANDARD as ALPHABET,
    engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig, general_purpose::STANDARD},
};
use quick_xml::events::Event;
use serde::{Deserialize, Serialize};
use sha1::{Digest, Sha1};
use subtle::ConstantTimeEq;
use tokio::net::TcpListener;

struct Settings {
    token: String,
    app_id: String,
    key: Option<[u8; 32]>,
    work: bool,
    mini: bool,
}

#[derive(Deserialize)]
struct Signed {
    signature: Option<String>,
    msg_signature: Option<String>,
    timestamp: String,
    nonce: String,
}

/// The fields of a push or an envelope that are used.
#[derive(Default, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
struct Push {
    to_user_name: String,
    from_user_name: String,
    msg_type: String,
    content: String,
    encrypt: String,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct JsonTransfer<'a> {
    to_user_name: &'a str,
    from_user_name: &'a str,
    create_time: u64,
    msg_type: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct JsonEnvelope<'a> {
    encrypt: &'a str,
    msg_signature: &'a str,
    time_stamp: u64,
    nonce: &'a str,
}

fn main() {
    let key = std::env::var("WEIXIN_ENCODING_AES_KEY").ok().map(|key| {
        // 43 characters are 32 bytes and two bits that are not used.
        let config = GeneralPurposeConfig::new()
            .with_decode_padding_mode(DecodePaddingMode::Indifferent)
            .with_decode_allow_trailing_bits(true);
        let bytes = GeneralPurpose::new(&ALPHABET, config).decode(key).expect("base64");
        bytes.try_into().expect("32 bytes")
    });
    let kind = servers::required("WEIXIN_KIND");
    let settings = Arc::new(Settings {
        token: servers::required("WEIXIN_TOKEN"),
        app_id: servers::required("WEIXIN_APP_ID"),
        key,
        work: kind == "work",
        mini: kind == "mini",
    });
    let app = Router::new().route("/callback", post(callback)).with_state(settings);
    servers::run(async {
        let listener = TcpListener::bind(servers::address()).await.expect("a free address");
        axum::serve(listener, app).await.expect("serves");
    });
}

async fn callback(
    State(settings): State<Arc<Settings>>,
    Query(query): Query<Signed>,
    body: String,
) -> Response {
    answer(&settings, &query, &body).unwrap_or_else(|| StatusCode::FORBIDDEN.into_response())
}

/// The response, or `None` if the push is not from the platform.
fn answer(settings: &Settings, query: &Signed, body: &str) -> Option<Response> {
    if !settings.work {
        let right = signature([&settings.token, &query.timestamp, &query.nonce]);
        same(&right, query.signature.as_deref()?)?;
    }
    let json = body.starts_with('{');
    let Some(key) = &settings.key else {
        let reply = reply(settings, &parse(body, json)?, json)?;
        return Some(respond(reply, json));
    };
    let encrypt = parse(body, json)?.encrypt;
    let right = signature([&settings.token, &query.timestamp, &query.nonce, &encrypt]);
    same(&right, query.msg_signature.as_deref()?)?;
    let plain = decrypt(key, &encrypt, &settings.app_id)?;
    let reply = reply(settings, &parse(&plain, json)?, json)?;
    let encrypt = seal(key, &reply, &settings.app_id)?;
    let time = now();
    let text = time.to_string();
    let signature = signature([&settings.token, &text, &query.nonce, &encrypt]);
    let nonce = query.nonce.as_str();
    let body = if json {
        serde_json::to_string(&JsonEnvelope {
            encrypt: &encrypt,
            msg_signature: &signature,
            time_stamp: time,
            nonce,
        })
        .ok()?
    } else {
        format!(
            "<xml><Encrypt><![CDATA[{encrypt}]]></Encrypt>\
             <MsgSignature><![CDATA[{signature}]]></MsgSignature>\
             <TimeStamp>{time}</TimeStamp><Nonce><![CDATA[{nonce}]]></Nonce></xml>"
        )
    };
    Some(respond(body, json))
}

fn respond(body: String, json: bool) -> Response {
    let kind = if json { "application/json" } else { "text/xml; charset=utf-8" };
    ([(CONTENT_TYPE, kind)], body).into_response()
}

fn reply(settings: &Settings, push: &Push, json: bool) -> Option<String> {
    if push.msg_type != "text" {
        return None;
    }
    let (to, from, time) = (&push.from_user_name, &push.to_user_name, now());
    if settings.mini && json {
        return serde_json::to_string(&JsonTransfer {
            to_user_name: to,
            from_user_name: from,
            create_time: time,
            msg_type: "transfer_customer_service",
        })
        .ok();
    }
    let content = servers::echo(push.content.clone()).replace("]]>", "]]]]><![CDATA[>");
    Some(format!(
        "<xml><ToUserName><![CDATA[{to}]]></ToUserName>\
         <FromUserName><![CDATA[{from}]]></FromUserName><CreateTime>{time}</CreateTime>\
         <MsgType><![CDATA[text]]></MsgType><Content><![CDATA[{content}]]></Content></xml>"
    ))
}

fn parse(body: &str, json: bool) -> Option<Push> {
    if json {
        return serde_json::from_str(body).ok();
    }
    let mut reader = quick_xml::Reader::from_str(body);
    let (mut push, mut name) = (Push::default(), String::new());
    loop {
        let event = reader.read_event().ok()?;
        let text: &str = match &event {
            Event::Start(start) => {
                start.name().as_ref().clone_into(&mut name);
                continue;
            }
            Event::End(_) => {
                name.clear();
                continue;
            }
            Event::CData(text) => text,
            Event::Text(text) => text,
            Event::Eof => return Some(push),
            _ => continue,
        };
        let field = match name.as_str() {
            "ToUserName" => &mut push.to_user_name,
            "FromUserName" => &mut push.from_user_name,
            "MsgType" => &mut push.msg_type,
            "Content" => &mut push.content,
            "Encrypt" => &mut push.encrypt,
            _ => continue,
        };
        field.push_str(text);
    }
}

fn signature<const N: usize>(mut parts: [&str; N]) -> String {
    parts.sort_unstable();
    let mut hasher = Sha1::new();
    for part in parts {
        hasher.update(part);
    }
    let digest: [u8; 20] = hasher.finalize().into();
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digit = |half: u8| char::from(DIGITS[usize::from(half)]);
    digest.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

fn same(right: &str, given: &str) -> Option<()> {
    bool::from(right.as_bytes().ct_eq(given.as_bytes())).then_some(())
}

fn decrypt(key: &[u8; 32], encrypt: &str, app_id: &str) -> Option<String> {
    let mut buffer = STANDARD.decode(encrypt).ok()?;
    let iv = key.first_chunk::<16>()?;
    cbc::Decryptor::<aes::Aes256>::new(key.into(), iv.into())
        .decrypt_padded::<NoPadding>(&mut buffer)
        .ok()?;
    let padding = usize::from(*buffer.last()?);
    let length = buffer.len().checked_sub(padding).filter(|_| (1..=32).contains(&padding))?;
    buffer.truncate(length);
    let size = u32::from_be_bytes(*buffer.get(16..)?.first_chunk()?);
    let end = 20 + usize::try_from(size).ok()?;
    let (message, id) = (buffer.get(20..end)?, buffer.get(end..)?);
    (id == app_id.as_bytes()).then_some(())?;
    String::from_utf8(message.to_vec()).ok()
}

fn seal(key: &[u8; 32], message: &str, app_id: &str) -> Option<String> {
    let length = 20 + message.len() + app_id.len();
    let padding = 32 - length % 32;
    let mut buffer = vec![0; 16];
    getrandom::fill(&mut buffer).ok()?;
    buffer.extend_from_slice(&u32::try_from(message.len()).ok()?.to_be_bytes());
    buffer.extend_from_slice(message.as_bytes());
    buffer.extend_from_slice(app_id.as_bytes());
    buffer.resize(length + padding, u8::try_from(padding).ok()?);
    let length = buffer.len();
    cbc::Encryptor::<aes::Aes256>::new(key.into(), key.first_chunk::<16>()?.into())
        .encrypt_padded::<NoPadding>(&mut buffer, length)
        .ok()?;
    Some(STANDARD.encode(buffer))
}

fn now() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_secs())
}
