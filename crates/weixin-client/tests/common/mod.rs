//! A platform made of a function, and a clock that follows Tokio's paused time.

#![allow(dead_code, reason = "no test file needs all of it")]

pub(crate) mod faulty;
pub(crate) mod processes;

use std::{
    fmt, io,
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use bytes::Bytes;
use futures_util::{Stream, StreamExt, TryStreamExt, stream};
use http::{Request, Response};
use http_body::Frame;
use http_body_util::{BodyExt, StreamBody};
use tokio::time::Instant;
use weixin_api::{BoxFuture, Clock, Timestamp};
use weixin_client::{Body, Client, IntoClient, Transport, TransportError};
use weixin_official::OfficialAccount;

pub(crate) const SECRET: &str = "APPSECRET-0123456789abcdef";

/// A request as the platform saw it.
#[derive(Debug, Clone)]
pub(crate) struct Seen {
    pub(crate) method: String,
    pub(crate) host: String,
    pub(crate) path: String,
    pub(crate) query: String,
    pub(crate) content_type: String,
    pub(crate) body: Bytes,
}

impl Seen {
    pub(crate) fn text(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap()
    }

    pub(crate) fn is_token(&self) -> bool {
        ["/cgi-bin/stable_token", "/cgi-bin/token", "/cgi-bin/gettoken"].contains(&&*self.path)
    }

    /// The access token the request carries.
    pub(crate) fn token(&self) -> Option<&str> {
        self.query.split('&').find_map(|pair| pair.strip_prefix("access_token="))
    }
}

/// What the platform does with a request.
pub(crate) enum Does {
    Answers(&'static str),
    Says(String),
    Sends(Response<Bytes>),
    /// The request never gets there.
    Unsent,
    /// The request gets there, the answer does not come back.
    Interrupts,
    /// Nothing ever comes back.
    Hangs,
    /// Answers after letting every other task run for a while.
    Dawdles(String),
    /// The same, and then counts one down.
    DawdlesFor(&'static str, Arc<(AtomicUsize, AtomicUsize)>),
    /// Answers in pieces, without a length.
    Streams(Vec<Bytes>),
    /// Answers with this, and breaks off.
    Breaks(&'static str),
    /// Answers with this, and then nothing more comes.
    Stalls(&'static str),
}

/// A body that comes in pieces.
fn in_pieces(pieces: impl Stream<Item = io::Result<Bytes>> + Send + 'static) -> Response<Body> {
    Response::new(Body::new(StreamBody::new(pieces.map_ok(Frame::data))))
}

type Behaviour = Box<dyn Fn(&Seen, usize) -> Does + Send + Sync>;

/// The platform, as a transport.
pub(crate) struct Platform {
    seen: Mutex<Vec<Seen>>,
    behaviour: Behaviour,
}

impl Platform {
    /// `behaviour` gets each request, and how many there were before it.
    pub(crate) fn new(
        behaviour: impl Fn(&Seen, usize) -> Does + Send + Sync + 'static,
    ) -> Arc<Self> {
        Arc::new(Self { seen: Mutex::default(), behaviour: Box::new(behaviour) })
    }

    /// Hands out the tokens T0, T1, … and leaves every other request, with the number of requests
    /// of its sort before it, to `behaviour`.
    pub(crate) fn with_tokens(
        behaviour: impl Fn(&Seen, usize) -> Does + Send + Sync + 'static,
    ) -> Arc<Self> {
        let counts = Mutex::new((0, 0));
        Self::new(move |seen, _| {
            let mut counts = counts.lock().unwrap();
            if seen.is_token() {
                counts.0 += 1;
                Does::Says(token(&format!("T{}", counts.0 - 1)))
            } else {
                counts.1 += 1;
                behaviour(seen, counts.1 - 1)
            }
        })
    }

    pub(crate) fn seen(&self) -> Vec<Seen> {
        self.seen.lock().unwrap().clone()
    }

    pub(crate) fn tokens_fetched(&self) -> usize {
        self.seen().iter().filter(|seen| seen.is_token()).count()
    }

    pub(crate) fn calls(&self) -> Vec<Seen> {
        self.seen().into_iter().filter(|seen| !seen.is_token()).collect()
    }
}

impl fmt::Debug for Platform {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Platform")
    }
}

impl Transport for Platform {
    fn send(
        &self,
        request: Request<Body>,
    ) -> BoxFuture<'_, Result<Response<Body>, TransportError>> {
        Box::pin(async move {
            let (head, body) = request.into_parts();
            let body = body.collect().await.map_err(TransportError::unsent)?.to_bytes();
            let header = |name| {
                let value = head.headers.get(name).map(|value| value.to_str().unwrap().to_owned());
                value.unwrap_or_default()
            };
            let seen = Seen {
                method: head.method.to_string(),
                host: head.uri.authority().unwrap().to_string(),
                path: head.uri.path().to_owned(),
                query: head.uri.query().unwrap_or_default().to_owned(),
                content_type: header("content-type"),
                body,
            };
            let does = {
                let mut all = self.seen.lock().unwrap();
                all.push(seen.clone());
                (self.behaviour)(&seen, all.len() - 1)
            };
            let text = match does {
                Does::Answers(text) => text.to_owned(),
                Does::Says(text) => text,
                Does::Sends(response) => return Ok(response.map(Body::from)),
                Does::Unsent => return Err(TransportError::unsent("refused")),
                Does::Interrupts => return Err(TransportError::interrupted("reset")),
                Does::Hangs => std::future::pending().await,
                Does::Streams(pieces) => {
                    return Ok(in_pieces(stream::iter(pieces.into_iter().map(Ok))));
                }
                Does::Breaks(text) => {
                    let pieces = [Ok(Bytes::from(text)), Err(io::Error::other("reset"))];
                    return Ok(in_pieces(stream::iter(pieces)));
                }
                Does::Stalls(text) => {
                    let first = stream::iter([Ok(Bytes::from(text))]);
                    return Ok(in_pieces(first.chain(stream::pending())));
                }
                Does::DawdlesFor(text, gauge) => {
                    for _ in 0..200 {
                        tokio::task::yield_now().await;
                    }
                    gauge.0.fetch_sub(1, Ordering::SeqCst);
                    text.to_owned()
                }
                Does::Dawdles(text) => {
                    for _ in 0..200 {
                        tokio::task::yield_now().await;
                    }
                    text
                }
            };
            Ok(Response::new(Body::from(Bytes::from(text))))
        })
    }
}

/// The platform's answer with a token that lives two hours.
pub(crate) fn token(value: &str) -> String {
    format!(r#"{{"access_token":"{value}","expires_in":7200}}"#)
}

pub(crate) const OK: &str = r#"{"errcode":0,"errmsg":"ok"}"#;

/// Tokio's time, which tests pause and move.
#[derive(Debug)]
pub(crate) struct TestClock(Instant);

impl TestClock {
    pub(crate) fn new() -> Arc<Self> {
        Arc::new(Self(Instant::now()))
    }
}

#[expect(clippy::disallowed_methods, reason = "this is a clock")]
impl Clock for TestClock {
    fn now(&self) -> Timestamp {
        Timestamp::from_secs(1_700_000_000) + self.0.elapsed()
    }

    fn sleep_until(&self, at: Timestamp) -> BoxFuture<'static, ()> {
        let span = at.since(self.now());
        Box::pin(async move { tokio::time::sleep(span).await })
    }
}

/// An answer that is a page, as of a proxy in between.
pub(crate) fn page(status: u16) -> Does {
    let page = Bytes::from_static(b"<html><body>Bad Gateway</body></html>");
    let answer = Response::builder().status(status).header("content-type", "text/html").body(page);
    Does::Sends(answer.unwrap())
}

/// Moves the time.
pub(crate) async fn pass(seconds: u64) {
    tokio::time::advance(Duration::from_secs(seconds)).await;
}

pub(crate) fn account() -> OfficialAccount {
    OfficialAccount::new("wx1", SECRET)
}

/// A client of an Official Account at this platform.
pub(crate) fn client(platform: &Arc<Platform>) -> Client<weixin_api::kind::Official> {
    connect(&account(), platform)
}

/// A client of any account at this platform.
pub(crate) fn connect<A: IntoClient>(account: &A, platform: &Arc<Platform>) -> Client<A::Kind> {
    let transport: Arc<Platform> = Arc::clone(platform);
    account.client_builder().transport(transport).clock(TestClock::new()).build().unwrap()
}
