//! No bot at all: signatures, encryption and replies, in a handler of plain hyper.
//!
//! Such a program does the rest itself: answers within five seconds, repeats of a push, messages in order.

use std::{convert::Infallible, net::SocketAddr, sync::Arc};

use bytes::Bytes;
use http::{Method, Request, Response, StatusCode};
use http_body_util::{BodyExt, Full, Limited};
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::TcpListener;
use weixin::{
    api::{Clock, SystemClock},
    protocol::{
        Callback, CallbackToken, EncodingAesKey, Error, PassiveReply, Product, Query, Text,
    },
};

const BODY_LIMIT: usize = 1024 * 1024;

/// The body of the response: what the platform wants to see again, or a text sent back.
fn answer(callback: &Callback, request: &Request<Bytes>, now: i64) -> Result<String, Error> {
    let query = Query::parse(request.uri().query().unwrap_or_default())?;
    if request.method() == Method::GET {
        return Ok(callback.verify_url(&query, now)?.into_body());
    }
    let (push, seal) = callback.open(&query, request.body(), now)?;
    match push.read::<Text>() {
        Ok(text) => Ok(seal.seal(&PassiveReply::Text(text.content), now)?.body),
        Err(_) => Ok(String::new()),
    }
}

async fn handle(callback: Arc<Callback>, request: Request<Incoming>) -> Response<Full<Bytes>> {
    let (head, body) = request.into_parts();
    let (status, text) = match Limited::new(body, BODY_LIMIT).collect().await {
        Err(_) => (StatusCode::PAYLOAD_TOO_LARGE, String::new()),
        Ok(body) => {
            let request = Request::from_parts(head, body.to_bytes());
            match answer(&callback, &request, SystemClock.now().as_secs().cast_signed()) {
                Ok(text) => (StatusCode::OK, text),
                Err(error) => {
                    tracing::warn!(%error, "a request was rejected");
                    (StatusCode::FORBIDDEN, String::new())
                }
            }
        }
    };
    let mut response = Response::new(Full::new(Bytes::from(text)));
    *response.status_mut() = status;
    response
}

async fn serve(listener: TcpListener, callback: Arc<Callback>) -> std::io::Result<()> {
    loop {
        let (stream, _) = listener.accept().await?;
        let callback = callback.clone();
        let service = service_fn(move |request| {
            let callback = callback.clone();
            async move { Ok::<_, Infallible>(handle(callback, request).await) }
        });
        let mut server = http1::Builder::new();
        let connection =
            server.timer(TokioTimer::new()).serve_connection(TokioIo::new(stream), service);
        tokio::spawn(async move {
            if let Err(error) = connection.await {
                tracing::debug!(%error, "a connection has failed");
            }
        });
    }
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    tracing_subscriber::fmt().init();
    let variable = |name| std::env::var(name).map_err(|error| format!("{name}: {error}"));
    let callback =
        Callback::new(Product::Official, CallbackToken::new(&variable("WEIXIN_TOKEN")?)?)
            .key(EncodingAesKey::new(&variable("WEIXIN_ENCODING_AES_KEY")?)?)
            .receive_id(variable("WEIXIN_APP_ID")?);
    let address = SocketAddr::from(([127, 0, 0, 1], 8080));
    Ok(serve(TcpListener::bind(address).await?, Arc::new(callback)).await?)
}

#[cfg(test)]
mod tests {
    use weixin::{
        emulator::*,
        protocol::{Format, Header, Inbound, Map, Mode, Node, Signature, Stamp, Verified},
    };

    use super::*;

    const NOW: i64 = 1_700_000_000;

    #[tokio::test]
    async fn answers_a_push_in_every_mode() {
        for mode in [Mode::Safe, Mode::Compatible, Mode::Plain] {
            let platform = Emulator::start().await;
            let account = platform.official().mode(mode);
            let Credentials { id, token, aes_key, .. } = account.credentials();
            let callback = Callback::new(Product::Official, token).key(aes_key);
            let callback = callback.receive_id(id.as_str()).accept([mode]);
            let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
            let url = format!("http://{}/", listener.local_addr().unwrap());
            let serving = tokio::spawn(serve(listener, Arc::new(callback)));
            // Includes the verification of the URL.
            account.connect_url(&url).await.unwrap();
            platform.follower("ann").says("]]> hello").await.expect_text("]]> hello").await;
            serving.abort();
        }
    }

    fn callback(mode: Mode) -> Callback {
        Callback::new(Product::Official, CallbackToken::new("QDG6eK").unwrap())
            .key(EncodingAesKey::new("jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C").unwrap())
            .receive_id("wx0123456789abcdef")
            .accept([mode])
    }

    #[test]
    fn rejects_what_the_platform_has_not_signed() {
        let callback = callback(Mode::Plain);
        let signed = |token| Signature::of([token, &NOW.to_string(), "1"]);
        let verify = |signature: Signature| {
            let query = format!("signature={}&timestamp={NOW}&nonce=1", signature.as_str());
            let request = Request::get(format!("/?{query}&echostr=7")).body(Bytes::new()).unwrap();
            answer(&callback, &request, NOW)
        };
        assert_eq!(verify(signed("QDG6eK")).unwrap(), "7");
        assert!(verify(signed("another")).is_err());
        assert!(signed("QDG6eK").matches(signed("QDG6eK").as_str()));
    }

    /// The reply as it is written, for a program that encrypts elsewhere or not at all.
    fn unsealed(push: &Verified<Inbound>, reply: &PassiveReply, now: i64) -> String {
        let mut fields = Map::new();
        fields.set("ToUserName", push.header().from.as_str());
        fields.set("FromUserName", push.header().to.as_str());
        fields.set("CreateTime", Node::number(now));
        reply.write(&mut fields);
        fields.write(Format::Xml)
    }

    #[test]
    fn a_reply_is_rendered_with_and_without_a_seal() {
        for mode in [Mode::Safe, Mode::Plain] {
            let callback = callback(mode);
            let header = Header::new("oAnn", "gh_0123456789ab", NOW).with_msg_id("1");
            let inbound = Inbound::of(&header, &Text::new(header.clone(), "hello"), Format::Xml);
            let pushed =
                callback.push(&inbound, mode, Format::Xml, &Stamp::at(NOW).unwrap()).unwrap();
            let (push, seal) = callback.open(&pushed.query, pushed.body.as_bytes(), NOW).unwrap();
            let reply = PassiveReply::Text("hello".to_owned());
            let (plain, sealed) = (unsealed(&push, &reply, NOW), seal.seal(&reply, NOW).unwrap());
            assert!(plain.contains("<Content><![CDATA[hello]]></Content>"), "{plain}");
            // In plain mode the seal writes the same; in safe mode only the platform can read it.
            assert_eq!(sealed.body == plain, mode == Mode::Plain);
            assert_eq!(sealed.body.contains("hello"), mode == Mode::Plain);
        }
    }

    #[test]
    fn the_handler_has_at_most_fifteen_lines() {
        let source = include_str!("parts-alone.rs");
        let handler = source.split("\nfn answer(").nth(1).unwrap();
        assert!(handler.split("\n}\n").next().unwrap().lines().count() < 15);
    }
}
