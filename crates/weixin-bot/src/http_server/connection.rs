//! Serves one connection and closes it.

use std::{
    future::poll_fn,
    net::SocketAddr,
    pin::{Pin, pin},
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicU32, AtomicU64, Ordering},
    },
    task::{Context, Poll, ready},
    time::Duration,
};

use bytes::{Buf, Bytes};
use http::{HeaderValue, Request, Response, header::CONNECTION};
use http_body::{Body, Frame, SizeHint};
use hyper::{body::Incoming, server::conn::http1};
use hyper_util::rt::TokioIo;
use pin_project_lite::pin_project;
use tokio::{
    io::{AsyncRead, AsyncReadExt, AsyncWrite},
    net::TcpStream,
    sync::OwnedSemaphorePermit,
};
use tower::{ServiceExt, util::Oneshot};
use tracing::debug;
use weixin_api::{Clock, Timestamp};

use super::{
    Registered, Shared,
    ending::{End, EndSignal},
    peer_io::PeerIo,
};
use crate::BoxError;

/// How long the rest of an unwanted body is read, so that the client gets to read its answer.
const LINGER: Duration = Duration::from_secs(10);

/// How many bytes of an unwanted body are read at most.
const LINGER_BYTES: u64 = 16 << 20;

/// The address of the client, in the extensions of every request. Behind a proxy it is the proxy's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PeerAddress(pub SocketAddr);

/// The state of an open connection.
pub(super) struct ConnectionState {
    /// A request is being answered.
    busy: AtomicBool,
    /// An answer is being written: its body has not ended.
    writing: AtomicBool,
    /// The body of the last request has not been read to its end.
    body_unread: AtomicBool,
    /// When something was last read or answered, in milliseconds.
    last_used: AtomicU64,
    /// How many times the server has looked at the connection since it began to wait for the head of
    /// a request.
    looks: AtomicU32,
    pub(super) end: EndSignal,
    clock: Arc<dyn Clock>,
}

impl ConnectionState {
    pub(super) fn new(clock: Arc<dyn Clock>) -> Self {
        let state = Self {
            busy: AtomicBool::new(false),
            writing: AtomicBool::new(false),
            body_unread: AtomicBool::new(false),
            last_used: AtomicU64::new(0),
            looks: AtomicU32::new(0),
            end: EndSignal::default(),
            clock,
        };
        state.touch();
        state
    }

    pub(super) fn touch(&self) {
        self.last_used.store(self.clock.now().as_millis(), Ordering::Relaxed);
    }

    pub(super) fn is_busy(&self) -> bool {
        self.busy.load(Ordering::Acquire)
    }

    /// How long ago something was read or answered.
    pub(super) fn since_last_use(&self) -> Duration {
        self.clock.now().since(self.last_use())
    }

    /// Since when the connection has been idle; `None` while a request is being answered.
    pub(super) fn idle_since(&self) -> Option<Timestamp> {
        (!self.is_busy()).then(|| self.last_use())
    }

    /// Looks at the connection. Returns how often this has happened since it began to wait for the
    /// head of a request.
    pub(super) fn look(&self) -> u32 {
        if self.is_busy() || self.writing.load(Ordering::Acquire) {
            return 0;
        }
        self.looks.fetch_add(1, Ordering::Relaxed) + 1
    }

    /// Whether the connection cannot be used for another request.
    fn is_unusable(&self) -> bool {
        self.body_unread.load(Ordering::Acquire) || self.end.asked().is_some()
    }

    fn last_use(&self) -> Timestamp {
        Timestamp::from_millis(self.last_used.load(Ordering::Relaxed))
    }
}

/// Answers the requests of one connection.
pub(super) async fn serve_connection<S, B>(
    stream: TcpStream,
    peer: SocketAddr,
    service: S,
    shared: Arc<Shared>,
    registered: Registered,
    permit: OwnedSemaphorePermit,
) where
    S: tower::Service<Request<RequestBody>, Response = Response<B>> + Clone + Send + 'static,
    S::Error: Into<BoxError>,
    S::Future: Send,
    B: Body + Send + 'static,
    B::Data: Buf + Send,
    B::Error: Into<BoxError>,
{
    let Registered { id, state } = registered;
    let guard = SlotGuard { id, shared: shared.clone(), _permit: permit };
    // Answers are small and written at once: waiting to merge them with others only delays them.
    let _ = stream.set_nodelay(true);
    let io = PeerIo::new(stream, state.clone());
    let tracked = Tracked { service, state: state.clone(), peer };
    #[cfg(feature = "tls")]
    if let Some(acceptor) = shared.tls.clone() {
        // Boxed, because most servers have none, and every connection would have room for it.
        return Box::pin(async move {
            match super::tls::accept(acceptor, io, &state, peer).await {
                Some(io) => serve_requests(io, tracked, shared, guard).await,
                None => drop(guard),
            }
        })
        .await;
    }
    serve_requests(io, tracked, shared, guard).await;
}

/// Answers the requests that arrive on a stream.
async fn serve_requests<I, S, B>(io: I, tracked: Tracked<S>, shared: Arc<Shared>, _guard: SlotGuard)
where
    I: AsyncRead + AsyncWrite + Unpin + Send + 'static,
    S: tower::Service<Request<RequestBody>, Response = Response<B>> + Clone + Send + 'static,
    S::Error: Into<BoxError>,
    S::Future: Send,
    B: Body + Send + 'static,
    B::Data: Buf + Send,
    B::Error: Into<BoxError>,
{
    let (state, peer) = (tracked.state.clone(), tracked.peer);
    let io = TokioIo::new(io);
    // The timeout for a request's head is watched by the server: a timer here would be set again for
    // every request.
    let mut connection = http1::Builder::new().half_close(true).serve_connection(io, tracked);
    let ended = {
        // Yields once, so that a request that has already arrived is read and answered.
        let mut yielding = pin!(tokio::task::yield_now());
        let mut ending = false;
        poll_fn(|context| {
            let asked = state.end.poll(context);
            if asked == Some(End::AtOnce) {
                return Poll::Ready(None);
            }
            if let Poll::Ready(done) = Pin::new(&mut connection).poll(context) {
                return Poll::Ready(Some(done));
            }
            if asked.is_some() && !ending {
                ready!(yielding.as_mut().poll(context));
                ending = true;
                Pin::new(&mut connection).graceful_shutdown();
                return Pin::new(&mut connection).poll(context).map(Some);
            }
            Poll::Pending
        })
        .await
    };
    match ended {
        None => return debug!(%peer, "a connection was cut off"),
        Some(Err(error)) => return debug!(%peer, %error, "a connection ended early"),
        Some(Ok(())) => {}
    }
    if state.body_unread.load(Ordering::Acquire) {
        // If a socket is closed with unread bytes, the system discards the answer as well.
        let io = connection.into_parts().io.into_inner();
        let mut lingering = pin!(shared.clock.timeout(LINGER, discard(io)));
        poll_fn(|context| match state.end.poll(context) {
            Some(End::AtOnce) => Poll::Ready(()),
            _ => lingering.as_mut().poll(context).map(|_| ()),
        })
        .await;
    }
}

/// Reads until the client closes, at most [`LINGER_BYTES`].
async fn discard(mut io: impl AsyncRead + Unpin) {
    let mut buffer = vec![0; 16 << 10];
    let mut left = LINGER_BYTES;
    while let Ok(read @ 1..) = io.read(&mut buffer).await {
        left = left.saturating_sub(read as u64);
        if left == 0 {
            return;
        }
    }
}

/// The slot of a connection, which is released when this is dropped.
struct SlotGuard {
    id: u64,
    shared: Arc<Shared>,
    _permit: OwnedSemaphorePermit,
}

impl Drop for SlotGuard {
    fn drop(&mut self) {
        self.shared.table().connections.remove(&self.id);
    }
}

/// The service of a connection, which keeps its state up to date.
struct Tracked<S> {
    service: S,
    state: Arc<ConnectionState>,
    peer: SocketAddr,
}

impl<S, B> hyper::service::Service<Request<Incoming>> for Tracked<S>
where
    S: tower::Service<Request<RequestBody>, Response = Response<B>> + Clone + Send + 'static,
    S::Future: Send,
    B: Body,
{
    type Response = Response<AnswerBody<B>>;
    type Error = S::Error;
    type Future = Answering<S>;

    fn call(&self, request: Request<Incoming>) -> Self::Future {
        let in_flight = InFlight::new(self.state.clone());
        let (mut head, body) = request.into_parts();
        head.extensions.insert(PeerAddress(self.peer));
        let request = Request::from_parts(head, RequestBody::new(body, self.state.clone()));
        Answering { answering: self.service.clone().oneshot(request), in_flight }
    }
}

pin_project! {
    /// A request that is being answered. hyper has room for it in the connection, so it is not boxed.
    struct Answering<S: tower::Service<Request<RequestBody>>> {
        #[pin]
        answering: Oneshot<S, Request<RequestBody>>,
        in_flight: InFlight,
    }
}

impl<S, B> Future for Answering<S>
where
    S: tower::Service<Request<RequestBody>, Response = Response<B>>,
    B: Body,
{
    type Output = Result<Response<AnswerBody<B>>, S::Error>;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let this = self.project();
        let mut response = ready!(this.answering.poll(context))?;
        let state = &this.in_flight.0;
        if state.is_unusable() {
            response.headers_mut().insert(CONNECTION, HeaderValue::from_static("close"));
        }
        let writing = Writing::new(Arc::clone(state));
        Poll::Ready(Ok(response.map(|body| AnswerBody { body, _writing: writing })))
    }
}

/// A request that has no answer yet.
struct InFlight(Arc<ConnectionState>);

impl InFlight {
    fn new(state: Arc<ConnectionState>) -> Self {
        state.busy.store(true, Ordering::Release);
        Self(state)
    }
}

impl Drop for InFlight {
    fn drop(&mut self) {
        self.0.touch();
        self.0.looks.store(0, Ordering::Relaxed);
        self.0.busy.store(false, Ordering::Release);
    }
}

/// An answer that is being written.
struct Writing(Arc<ConnectionState>);

impl Writing {
    fn new(state: Arc<ConnectionState>) -> Self {
        state.writing.store(true, Ordering::Release);
        Self(state)
    }
}

impl Drop for Writing {
    fn drop(&mut self) {
        self.0.looks.store(0, Ordering::Relaxed);
        self.0.writing.store(false, Ordering::Release);
    }
}

pin_project! {
    /// The body of an answer.
    struct AnswerBody<B> {
        #[pin]
        body: B,
        _writing: Writing,
    }
}

impl<B: Body> Body for AnswerBody<B> {
    type Data = B::Data;
    type Error = B::Error;

    fn poll_frame(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<B::Data>, B::Error>>> {
        self.project().body.poll_frame(context)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

/// The body of a request.
pub struct RequestBody {
    body: Incoming,
    state: Arc<ConnectionState>,
}

impl RequestBody {
    fn new(body: Incoming, state: Arc<ConnectionState>) -> Self {
        let this = Self { body, state };
        this.note_end();
        this
    }

    fn note_end(&self) {
        self.state.body_unread.store(!self.body.is_end_stream(), Ordering::Release);
    }
}

impl Body for RequestBody {
    type Data = Bytes;
    type Error = hyper::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, hyper::Error>>> {
        let frame = Pin::new(&mut self.body).poll_frame(context);
        match &frame {
            Poll::Ready(None) => self.state.body_unread.store(false, Ordering::Release),
            Poll::Ready(Some(_)) => self.note_end(),
            Poll::Pending => {}
        }
        frame
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

impl std::fmt::Debug for RequestBody {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("RequestBody").field(&self.body).finish()
    }
}
