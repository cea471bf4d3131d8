//! The connection loop: limits, shutdown, and unusual clients.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::{convert::Infallible, io, sync::Arc, time::Duration};

use axum::body::Body;
use futures_util::{StreamExt, future::ready, stream};
use http::{HeaderValue, Request, Response, StatusCode, header::CONTENT_LENGTH};
use http_body_util::BodyExt;
use tokio::{
    net::TcpListener,
    sync::{Notify, mpsc},
    task::JoinHandle,
};
use tower::service_fn;
use weixin::{
    bot::http_server::{ConnectionLimits, HttpServer, OpenConnections, PeerAddress, RequestBody},
    emulator::VirtualClock,
};
use weixin_tests::{raw_http::RawConnection, wait::with_timeout};

/// A test server. `/now` responds immediately; `/held` reports the request and waits until it is
/// released; `/streamed` reports the request and begins its answer, which ends when it is released;
/// `/rejected` is rejected without reading the body.
struct Server {
    address: String,
    held: mpsc::UnboundedReceiver<Arc<Notify>>,
    dropped: mpsc::UnboundedReceiver<()>,
    stop: Arc<Notify>,
    running: JoinHandle<OpenConnections>,
}

/// Reports when a request ended without a response.
struct Unanswered(Option<mpsc::UnboundedSender<()>>);

impl Unanswered {
    fn answered(mut self) {
        self.0 = None;
    }
}

impl Drop for Unanswered {
    fn drop(&mut self) {
        if let Some(dropped) = self.0.take() {
            let _ = dropped.send(());
        }
    }
}

async fn start(limits: ConnectionLimits, clock: &VirtualClock) -> Server {
    let (tell_held, held) = mpsc::unbounded_channel();
    let (tell_dropped, dropped) = mpsc::unbounded_channel();
    let service = service_fn(move |request: Request<RequestBody>| {
        let (held, unanswered) = (tell_held.clone(), Unanswered(Some(tell_dropped.clone())));
        async move {
            assert!(request.extensions().get::<PeerAddress>().unwrap().0.ip().is_loopback());
            let path = request.uri().path().to_owned();
            let mut response = Response::new(Body::from(path.clone()));
            match &*path {
                "/rejected" => *response.status_mut() = StatusCode::PAYLOAD_TOO_LARGE,
                _ => drop(request.into_body().collect().await.unwrap()),
            }
            if path == "/held" {
                let release = Arc::new(Notify::new());
                held.send(release.clone()).unwrap();
                release.notified().await;
            }
            if path == "/streamed" {
                let release = Arc::new(Notify::new());
                held.send(release.clone()).unwrap();
                let rest = async move {
                    release.notified().await;
                    Ok::<_, Infallible>("streamed")
                };
                let body = stream::once(ready(Ok("/"))).chain(stream::once(rest));
                *response.body_mut() = Body::from_stream(body);
                response.headers_mut().insert(CONTENT_LENGTH, HeaderValue::from(path.len()));
            }
            unanswered.answered();
            Ok::<_, Infallible>(response)
        }
    });
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap().to_string();
    let server = HttpServer::new(limits).clock(Arc::new(clock.clone()));
    let stop = Arc::new(Notify::new());
    let stopped = stop.clone();
    let running =
        tokio::spawn(
            async move { server.serve_until(listener, service, stopped.notified()).await },
        );
    Server { address, held, dropped, stop, running }
}

impl Server {
    async fn connect(&self) -> RawConnection {
        RawConnection::open(&self.address).await.unwrap()
    }

    async fn held(&mut self) -> Arc<Notify> {
        with_timeout("a held request", self.held.recv()).await.unwrap()
    }
}

async fn is_answered(connection: &mut RawConnection, path: &str) {
    connection.get(path).await.unwrap();
    let response = connection.response().await.unwrap().unwrap();
    assert_eq!((response.status, &*response.body), (200, path));
}

/// Whether the server closed the connection without sending a byte.
fn is_closed(read: io::Result<Option<weixin_tests::raw_http::RawResponse>>) -> bool {
    matches!(read, Ok(None)) || read.is_err_and(|e| e.kind() == io::ErrorKind::ConnectionReset)
}

#[tokio::test]
async fn shutdown_finishes_requests_in_flight_and_accepts_no_others() {
    let mut server = start(ConnectionLimits::default(), &VirtualClock::default()).await;
    let (mut idle, mut busy, mut unused) =
        (server.connect().await, server.connect().await, server.connect().await);
    is_answered(&mut idle, "/now").await;
    busy.get("/held").await.unwrap();
    let release = server.held().await;
    server.stop.notify_one();
    let open = with_timeout("the end of accepting", server.running).await.unwrap();
    assert!(is_closed(idle.response().await) && is_closed(unused.response().await));
    let error = RawConnection::open(&server.address).await.unwrap_err();
    assert_eq!(error.kind(), io::ErrorKind::ConnectionRefused);
    assert_eq!(open.requests_in_flight(), 1);
    // The next request on the same connection is too late.
    busy.get("/now").await.unwrap();
    release.notify_one();
    let response = busy.response().await.unwrap().unwrap();
    assert_eq!((response.status, &*response.body), (200, "/held"));
    assert!(response.closes(), "{response:?}");
    assert!(is_closed(busy.response().await));
    with_timeout("the end of all connections", open.ended()).await;
    assert_eq!(open.requests_in_flight(), 0);
}

#[tokio::test]
async fn a_request_received_at_shutdown_is_answered() {
    let server = start(ConnectionLimits::default(), &VirtualClock::default()).await;
    let mut kept = server.connect().await;
    is_answered(&mut kept, "/now").await;
    // No other task runs in between, so the server sees the request and the shutdown together.
    kept.get("/now").await.unwrap();
    server.stop.notify_one();
    let open = with_timeout("the end of accepting", server.running).await.unwrap();
    assert_eq!(kept.response().await.unwrap().unwrap().status, 200);
    assert!(is_closed(kept.response().await));
    with_timeout("the end of all connections", open.ended()).await;
}

#[tokio::test]
async fn dropping_the_server_aborts_requests() {
    let mut server = start(ConnectionLimits::default(), &VirtualClock::default()).await;
    let mut busy = server.connect().await;
    busy.get("/held").await.unwrap();
    let _release = server.held().await;
    server.stop.notify_one();
    drop(with_timeout("the end of accepting", server.running).await.unwrap());
    with_timeout("the end of the request", server.dropped.recv()).await.unwrap();
    assert!(is_closed(busy.response().await));
}

#[tokio::test]
async fn a_half_closed_client_gets_its_response() {
    let clock = VirtualClock::default();
    let mut server = start(ConnectionLimits::default(), &clock).await;
    let mut client = server.connect().await;
    client.post("/held", "hello").await.unwrap();
    client.half_close().await.unwrap();
    let release = server.held().await;
    clock.advance(Duration::from_secs(4)).await;
    release.notify_one();
    let response = client.response().await.unwrap().unwrap();
    assert_eq!((response.status, &*response.body), (200, "/held"));
    assert!(is_closed(client.response().await));
    assert!(server.dropped.try_recv().is_err());
}

#[tokio::test]
async fn a_disconnecting_client_cancels_its_request() {
    let clock = VirtualClock::default();
    let mut server = start(ConnectionLimits::default(), &clock).await;
    let mut client = server.connect().await;
    client.post("/held", "hello").await.unwrap();
    let _release = server.held().await;
    clock.advance(Duration::from_secs(5)).await;
    drop(client);
    with_timeout("the end of the request", server.dropped.recv()).await.unwrap();
}

#[tokio::test]
async fn a_rejection_before_the_body_is_read_reaches_the_client() {
    let server = start(ConnectionLimits::default(), &VirtualClock::default()).await;
    let mut client = server.connect().await;
    client.post("/rejected", &"x".repeat(10_000_000)).await.unwrap();
    let response = client.response().await.unwrap().unwrap();
    assert_eq!((response.status, response.closes()), (413, true), "{response:?}");
}

/// A limit that the runtime's clock reaches soon.
fn short_head_timeout() -> ConnectionLimits {
    ConnectionLimits::default().head_timeout(Duration::from_millis(50))
}

#[tokio::test]
async fn a_client_that_does_not_complete_its_head_is_cut_off() {
    let server = start(short_head_timeout(), &VirtualClock::default()).await;
    let (mut silent, mut slow) = (server.connect().await, server.connect().await);
    slow.send("GET /now HTTP/1.1\r\nHost: x").await.unwrap();
    assert!(is_closed(silent.response().await) && is_closed(slow.response().await));
    // After an answer, the time begins anew.
    let mut idle = server.connect().await;
    is_answered(&mut idle, "/now").await;
    assert!(is_closed(idle.response().await));
}

#[tokio::test]
async fn an_answer_may_take_longer_than_the_head_of_a_request() {
    let mut server = start(short_head_timeout(), &VirtualClock::default()).await;
    let (mut held, mut streamed) = (server.connect().await, server.connect().await);
    held.get("/held").await.unwrap();
    let release = server.held().await;
    streamed.get("/streamed").await.unwrap();
    let end = server.held().await;
    // Each of these is closed when the time for a head is over.
    for _ in 0..3 {
        assert!(is_closed(server.connect().await.response().await));
    }
    release.notify_one();
    end.notify_one();
    assert_eq!(held.response().await.unwrap().unwrap().body, "/held");
    assert_eq!(streamed.response().await.unwrap().unwrap().body, "/streamed");
}

#[tokio::test]
async fn connections_above_the_limit_wait() {
    let clock = VirtualClock::default();
    let mut server = start(ConnectionLimits::default().max_connections(2), &clock).await;
    let (mut one, mut other) = (server.connect().await, server.connect().await);
    for connection in [&mut one, &mut other] {
        connection.get("/held").await.unwrap();
    }
    let releases = [server.held().await, server.held().await];
    // The system completes the connection, but the server does not accept it.
    let mut third = server.connect().await;
    third.get("/held").await.unwrap();
    clock.advance(Duration::from_secs(30)).await;
    assert!(server.held.try_recv().is_err(), "two are all that are served");
    drop((one, releases));
    server.held().await.notify_one();
    assert_eq!(third.response().await.unwrap().unwrap().body, "/held");
    drop(other);
}

#[tokio::test]
async fn the_longest_idle_connections_are_closed_first() {
    let clock = VirtualClock::default();
    let mut server = start(ConnectionLimits::default().max_connections(2), &clock).await;
    let (mut older, mut newer) = (server.connect().await, server.connect().await);
    is_answered(&mut older, "/now").await;
    clock.advance(Duration::from_secs(2)).await;
    is_answered(&mut newer, "/now").await;
    clock.advance(Duration::from_secs(2)).await;
    let mut third = server.connect().await;
    is_answered(&mut third, "/now").await;
    assert!(is_closed(older.response().await));
    // Busy and recently used connections are kept.
    newer.get("/held").await.unwrap();
    let release = server.held().await;
    is_answered(&mut third, "/now").await;
    let mut fourth = server.connect().await;
    fourth.get("/now").await.unwrap();
    clock.advance(Duration::from_millis(500)).await;
    is_answered(&mut third, "/now").await;
    clock.advance(Duration::from_millis(1500)).await;
    assert_eq!(fourth.response().await.unwrap().unwrap().status, 200);
    assert!(is_closed(third.response().await));
    release.notify_one();
    assert_eq!(newer.response().await.unwrap().unwrap().body, "/held");
}
