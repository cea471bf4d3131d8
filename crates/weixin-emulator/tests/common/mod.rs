//! A small bot based on the protocol crate alone, and a small API client.
#![allow(dead_code, unreachable_pub, missing_docs, reason = "not every test uses everything")]

use std::sync::{Arc, Mutex};

use axum::{
    Router,
    body::{Body, Bytes},
    extract::RawQuery,
    http::{Method, Request, StatusCode, header},
    response::{IntoResponse, Response},
    routing::get,
};
use http_body_util::BodyExt;
use serde_json::Value;
use tower::ServiceExt;
use weixin_api::{BoxFuture, wire::query};
use weixin_emulator::{Account, Emulator};
use weixin_protocol::{Callback, Inbound, Map, Node, PassiveReply, Query};

/// The bot's response.
pub enum Answer {
    Reply(PassiveReply),
    Empty,
    /// A raw status and body.
    Raw(u16, String),
}

impl Answer {
    pub fn text(text: impl Into<String>) -> Self {
        Self::Reply(PassiveReply::Text(text.into()))
    }
}

/// A received push: the query and the message.
pub type Heard = Arc<Mutex<Vec<(String, Inbound)>>>;

/// A bot for an account that responds with the result of `answer`.
pub fn bot<F>(account: &Account, answer: F) -> (Router, Heard)
where
    F: Fn(Inbound) -> BoxFuture<'static, Answer> + Clone + Send + Sync + 'static,
{
    let credentials = account.credentials();
    let callback = Callback::new(credentials.product, credentials.token)
        .key(credentials.aes_key)
        .receive_id(credentials.id.as_str())
        .accept([credentials.mode])
        // This bot does not use the emulator's clock.
        .clock_tolerance(None);
    let heard = Heard::default();
    let (verifying, hearing) = (callback.clone(), heard.clone());
    let verify = async move |RawQuery(query): RawQuery| {
        let query = Query::parse(&query.unwrap_or_default()).unwrap();
        match verifying.verify_url(&query, 0) {
            Ok(echo) => (StatusCode::OK, echo.into_body()),
            Err(_) => (StatusCode::FORBIDDEN, String::new()),
        }
    };
    let push = async move |RawQuery(query): RawQuery, body: Bytes| -> Response {
        let raw = query.unwrap_or_default();
        let query = Query::parse(&raw).unwrap();
        let Ok((inbound, seal)) = callback.open(&query, &body, 0) else {
            return StatusCode::FORBIDDEN.into_response();
        };
        let inbound = inbound.into_inner();
        hearing.lock().unwrap().push((raw, inbound.clone()));
        match answer(inbound.clone()).await {
            Answer::Empty => ().into_response(),
            Answer::Raw(status, body) => {
                (StatusCode::from_u16(status).unwrap(), body).into_response()
            }
            Answer::Reply(reply) => {
                const NOW: i64 = 1_767_574_800;
                // What this library does not seal, the emulator has to judge nevertheless.
                let sealed = seal.seal(&reply, NOW).unwrap_or_else(|_| {
                    let (person, account) = (inbound.header().from.clone(), &inbound.header().to);
                    let mut fields = Map::new();
                    fields.set("ToUserName", person.as_str());
                    fields.set("FromUserName", account.as_str());
                    fields.set("CreateTime", Node::number(NOW));
                    reply.write(&mut fields);
                    seal.seal_text(&fields.write(seal.format()), NOW).unwrap()
                });
                ([(header::CONTENT_TYPE, sealed.content_type)], sealed.body).into_response()
            }
        }
    };
    (Router::new().route("/", get(verify).post(push)), heard)
}

/// A bot that responds to every push in the same way.
pub fn always(
    account: &Account,
    answer: impl Fn() -> Answer + Clone + Send + Sync + 'static,
) -> (Router, Heard) {
    bot(account, move |_| {
        let answer = answer();
        Box::pin(async move { answer })
    })
}

/// Connects a bot that acknowledges everything, so that actions are pushed.
pub async fn connect_silent(account: &Account) {
    let (bot, _) = always(account, || Answer::Empty);
    account.connect_service(bot).await.unwrap();
}

/// Calls the API with JSON (or without a body) and returns the JSON of the response.
pub async fn call(platform: &Emulator, method: Method, path: &str, body: Option<Value>) -> Value {
    let request = Request::builder().method(method).uri(path);
    let request = match &body {
        Some(_) => request.header(header::CONTENT_TYPE, "application/json"),
        None => request,
    };
    let body = body.map_or_else(Body::empty, |body| Body::from(body.to_string()));
    let (_, bytes) = send(platform, request.body(body).unwrap()).await;
    serde_json::from_slice(&bytes).unwrap_or(Value::Null)
}

pub async fn send(platform: &Emulator, request: Request<Body>) -> (StatusCode, Bytes) {
    let response = platform.api().oneshot(request).await.unwrap();
    let status = response.status();
    (status, response.into_body().collect().await.unwrap().to_bytes())
}

pub fn errcode(answer: &Value) -> i64 {
    answer.get("errcode").and_then(Value::as_i64).unwrap_or_default()
}

/// A stable token of the account.
pub async fn token(platform: &Emulator, account: &Account) -> String {
    let credentials = account.credentials();
    let answer = if credentials.agent_id.is_some() {
        let path = format!(
            "/@qyapi.weixin.qq.com/cgi-bin/gettoken?corpid={}&corpsecret={}",
            credentials.id,
            credentials.secret.expose()
        );
        call(platform, Method::GET, &path, None).await
    } else {
        let body = serde_json::json!({
            "grant_type": "client_credential",
            "appid": credentials.id,
            "secret": credentials.secret.expose(),
        });
        call(platform, Method::POST, "/cgi-bin/stable_token", Some(body)).await
    };
    answer["access_token"].as_str().expect("a token").to_owned()
}

/// A query parameter of a URL.
pub fn parameter(url: &str, name: &str) -> Option<String> {
    let query = url.split('#').next()?.split_once('?')?.1;
    query::pairs(query).find(|(key, _)| key == name).map(|(_, value)| value)
}

/// The path of a URL of the platform at the emulator, without the fragment.
pub fn emulated(url: &str) -> String {
    let path = url.split_once("://").unwrap().1;
    format!("/@{}", path.split('#').next().unwrap())
}

/// Opens a page and returns the status, the redirect and the body.
pub async fn visit(platform: &Emulator, path: &str) -> (StatusCode, Option<String>, Bytes) {
    let request = Request::get(path).body(Body::empty()).unwrap();
    let response = platform.api().oneshot(request).await.unwrap();
    let status = response.status();
    let location = response.headers().get(header::LOCATION);
    let location = location.map(|location| location.to_str().unwrap().to_owned());
    (status, location, response.into_body().collect().await.unwrap().to_bytes())
}

/// The links of a page: label and target.
pub fn links(html: &str) -> Vec<(String, String)> {
    let parts = html.split("href=\"").skip(1);
    parts
        .map(|rest| {
            let (target, rest) = rest.split_once("\">").unwrap();
            (rest.split('<').next().unwrap().to_owned(), target.replace("&amp;", "&"))
        })
        .collect()
}

/// Decodes the QR code in an image.
pub fn read_code(picture: &[u8]) -> String {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(picture));
    decoder.set_transformations(png::Transformations::EXPAND);
    let mut reader = decoder.read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    let frame = reader.next_frame(&mut pixels).unwrap();
    let (width, samples) = (frame.width as usize, frame.color_type.samples());
    let grey = |x: usize, y: usize| pixels[y * frame.line_size + x * samples];
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(width, width, grey);
    let grids = image.detect_grids();
    assert_eq!(grids.len(), 1);
    grids[0].decode().unwrap().1
}
