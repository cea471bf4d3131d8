//! An HTTP/1.1 server with connection limits and graceful shutdown, for
//! [`Bot::serve`](crate::Bot::serve) and for programs that serve something else by the same rules.
//!
//! ```no_run
//! use weixin_bot::http_server::{ConnectionLimits, HttpServer, StopSignals};
//!
//! # async fn run(app: weixin_bot::App) -> std::io::Result<()> {
//! let mut signals = StopSignals::new()?;
//! let listener = tokio::net::TcpListener::bind("127.0.0.1:8080").await?;
//! let server = HttpServer::new(ConnectionLimits::default());
//! let open = server.serve_until(listener, app.clone(), signals.recv()).await;
//! open.ended().await; // requests in flight are answered
//! app.idle().await; // handlers, and what they owe
//! # Ok(())
//! # }
//! ```
//!
//! In addition to passing on requests:
//!
//! * At most [`max_connections`](ConnectionLimits::max_connections) are served. Above that, new ones
//!   wait, all but one of them in the system's queue, and connections that have been idle for a
//!   second or more are closed to make room, the longest idle ones first.
//! * A client that closes its sending side right after its request (a half-close) still gets its
//!   answer. One that closes it later has given up: its request is dropped.
//! * An answer that is given before the request's body has been read, such as 413, reaches the
//!   client: the rest of the body is read and discarded for a while before the connection closes.
//! * When it is told to stop, it accepts the connections and requests that have already arrived,
//!   closes the listener and idle connections, and answers what is in flight with
//!   `Connection: close`.

mod connection;
mod descriptors;
mod ending;
mod peer_io;
mod signals;
#[cfg(feature = "tls")]
mod tls;

pub use connection::{PeerAddress, RequestBody};
pub use signals::StopSignals;
#[cfg(feature = "tls")]
pub(crate) use tls::Certificate;

use std::{
    collections::HashMap,
    fmt, io,
    net::SocketAddr,
    pin::pin,
    sync::{Arc, Mutex, MutexGuard, PoisonError, Weak},
    time::Duration,
};

use bytes::Buf;
use futures_util::FutureExt;
use http::{Request, Response};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::{OwnedSemaphorePermit, Semaphore},
    time::MissedTickBehavior,
};
#[cfg(feature = "tls")]
use tokio_rustls::TlsAcceptor;
use tokio_util::task::TaskTracker;
use tracing::{debug, warn};
use weixin_api::{Clock, SystemClock, Timestamp};

use crate::BoxError;
use connection::{ConnectionState, serve_connection};
use ending::End;

/// How long requests in flight and the handlers behind them may take after a process was asked to
/// stop, in the servers of this project.
pub const SHUTDOWN_GRACE: Duration = Duration::from_secs(30);

/// How long to wait before the next attempt when the system has no resources for another
/// connection.
const ACCEPT_BACKOFF: Duration = Duration::from_millis(200);

/// How long a connection has to be idle before it is closed to make room for a new one.
const IDLE_BEFORE_EVICTION: Duration = Duration::from_secs(1);

/// How often the server looks for idle connections while it is full.
const EVICTION_PERIOD: Duration = Duration::from_secs(1);

/// At most this fraction of the connections is closed at a time: one in 64.
const EVICTION_SHARE: usize = 64;

/// The shortest time between two log lines about a full server.
const FULL_LOG_PERIOD: Duration = Duration::from_secs(60);

/// How many connections may be open, and how long they may take.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct ConnectionLimits {
    /// How many connections may be open at the same time: at least 1, 10,000 by default.
    pub max_connections: usize,
    /// How long a client may take to send the head of a request, counted from the start of the
    /// connection or the end of the last answer, so this is also how long an unused connection
    /// stays open. 20 seconds by default. A client may get up to a tenth more, at most a second.
    pub head_timeout: Duration,
}

impl ConnectionLimits {
    /// The default of [`max_connections`](Self::max_connections).
    pub const DEFAULT_MAX_CONNECTIONS: usize = 10_000;

    /// Sets how many connections may be open at the same time. 0 counts as 1.
    #[must_use]
    pub fn max_connections(mut self, connections: usize) -> Self {
        self.max_connections = connections.max(1);
        self
    }

    /// Sets how long a client may take to send the head of a request.
    #[must_use]
    pub fn head_timeout(mut self, timeout: Duration) -> Self {
        self.head_timeout = timeout;
        self
    }
}

impl Default for ConnectionLimits {
    fn default() -> Self {
        Self {
            max_connections: Self::DEFAULT_MAX_CONNECTIONS,
            head_timeout: Duration::from_secs(20),
        }
    }
}

/// Serves HTTP/1.1 on a listener. See the [module](self) for its rules.
#[derive(Clone)]
pub struct HttpServer {
    limits: ConnectionLimits,
    clock: Arc<dyn Clock>,
    #[cfg(feature = "tls")]
    tls: Option<TlsAcceptor>,
}

impl fmt::Debug for HttpServer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HttpServer").field("limits", &self.limits).finish_non_exhaustive()
    }
}

impl HttpServer {
    /// A server with these limits.
    pub fn new(limits: ConnectionLimits) -> Self {
        Self {
            limits,
            clock: Arc::new(SystemClock),
            #[cfg(feature = "tls")]
            tls: None,
        }
    }

    /// Serves HTTPS with this configuration of rustls (feature `tls`). For HTTP/1.1 only, so its list of
    /// protocols (ALPN) is empty or has `http/1.1`.
    #[cfg(feature = "tls")]
    #[must_use]
    pub fn tls(mut self, config: Arc<tokio_rustls::rustls::ServerConfig>) -> Self {
        self.tls = Some(config.into());
        self
    }

    /// Takes the time from `clock`, except for the timeout of a request's head, which is always
    /// measured on the runtime's clock. For tests.
    #[must_use]
    pub fn clock(mut self, clock: Arc<dyn Clock>) -> Self {
        self.clock = clock;
        self
    }

    /// Serves connections until `stop` completes; then closes the listener and idle connections,
    /// and returns the connections that are still open. Each request has a [`PeerAddress`] in its
    /// extensions.
    ///
    /// Call inside a Tokio runtime. If this future is dropped, all connections are closed.
    pub async fn serve_until<S, B>(
        &self,
        listener: TcpListener,
        service: S,
        stop: impl Future<Output = ()>,
    ) -> OpenConnections
    where
        S: tower::Service<Request<RequestBody>, Response = Response<B>> + Clone + Send + 'static,
        S::Error: Into<BoxError>,
        S::Future: Send,
        B: http_body::Body + Send + 'static,
        B::Data: Buf + Send,
        B::Error: Into<BoxError>,
    {
        let open = OpenConnections::new(self);
        tokio::spawn(watch_heads(Arc::downgrade(&open.0)));
        let spawn = |(stream, peer): (TcpStream, SocketAddr), permit| {
            let (shared, state) = (open.0.clone(), open.0.register());
            let serving = serve_connection(stream, peer, service.clone(), shared, state, permit);
            open.0.tasks.spawn(serving);
        };
        let mut stop = pin!(stop);
        loop {
            let accepted = tokio::select! {
                biased;
                () = &mut stop => break,
                accepted = listener.accept() => accepted,
            };
            match accepted {
                Ok(connection) => {
                    let permit = tokio::select! {
                        biased;
                        () = &mut stop => break,
                        permit = open.0.free_slot() => permit,
                    };
                    spawn(connection, permit);
                }
                Err(error) if concerns_one_connection(&error) => {
                    debug!(%error, "a connection ended before it was taken");
                }
                Err(error) => {
                    warn!(%error, "no connection can be taken");
                    tokio::select! {
                        biased;
                        () = &mut stop => break,
                        () = self.clock.sleep(ACCEPT_BACKOFF) => {}
                    }
                }
            }
        }
        // The system has already accepted these connections: their clients may have sent a request.
        while let Some(permit) = open.0.slot()
            && let Some(Ok(connection)) = listener.accept().now_or_never()
        {
            spawn(connection, permit);
        }
        drop(listener);
        open.0.tasks.close();
        open.0.end_all(End::WhenIdle);
        open
    }
}

/// Ends connections that wait too long for the head of a request, until the server is gone.
#[expect(clippy::disallowed_methods, reason = "this is measured on the runtime's clock")]
async fn watch_heads(server: Weak<Shared>) {
    let Some(timeout) = server.upgrade().map(|shared| shared.limits.head_timeout) else { return };
    let mut period = tokio::time::interval(head_watch_period(timeout));
    period.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        period.tick().await;
        let Some(shared) = server.upgrade() else { return };
        let looks = timeout.as_nanos().div_ceil(period.period().as_nanos());
        for connection in shared.table().connections.values() {
            // The first look may come right after the connection began to wait.
            if u128::from(connection.look()) > looks {
                connection.end.ask(End::AtOnce);
            }
        }
    }
}

/// How often the connections are looked at.
fn head_watch_period(timeout: Duration) -> Duration {
    (timeout / 10).clamp(Duration::from_millis(1), Duration::from_secs(1))
}

/// Whether the next attempt to accept a connection may succeed at once.
fn concerns_one_connection(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::ConnectionAborted
            | io::ErrorKind::ConnectionReset
            | io::ErrorKind::ConnectionRefused
            | io::ErrorKind::Interrupted
    )
}

/// The connections that were still open when a server was told to stop. They are closed when this
/// is dropped.
#[must_use = "connections that are still open are cut off when this is dropped"]
pub struct OpenConnections(Arc<Shared>);

impl OpenConnections {
    fn new(server: &HttpServer) -> Self {
        let limits = server.limits.clone();
        let slots = limits.max_connections.clamp(1, Semaphore::MAX_PERMITS);
        Self(Arc::new(Shared {
            slots: Arc::new(Semaphore::new(slots)),
            limits,
            clock: server.clock.clone(),
            #[cfg(feature = "tls")]
            tls: server.tls.clone(),
            tasks: TaskTracker::new(),
            table: Mutex::default(),
        }))
    }

    /// Completes when all connections have ended.
    pub async fn ended(&self) {
        self.0.tasks.wait().await;
    }

    /// How many requests have been read and not answered yet.
    pub fn requests_in_flight(&self) -> usize {
        let table = self.0.table();
        table.connections.values().filter(|connection| connection.is_busy()).count()
    }
}

impl Drop for OpenConnections {
    fn drop(&mut self) {
        self.0.end_all(End::AtOnce);
    }
}

impl fmt::Debug for OpenConnections {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OpenConnections")
            .field("connections", &self.0.tasks.len())
            .field("requests_in_flight", &self.requests_in_flight())
            .finish()
    }
}

/// What the connections of a server share.
struct Shared {
    limits: ConnectionLimits,
    clock: Arc<dyn Clock>,
    #[cfg(feature = "tls")]
    tls: Option<TlsAcceptor>,
    /// One permit per connection.
    slots: Arc<Semaphore>,
    tasks: TaskTracker,
    table: Mutex<Table>,
}

#[derive(Default)]
struct Table {
    next_id: u64,
    connections: HashMap<u64, Arc<ConnectionState>>,
    last_full_log: Option<Timestamp>,
    /// What all connections are asked for, new ones too.
    end: Option<End>,
}

impl Shared {
    /// A slot for one more connection, if one is free.
    fn slot(&self) -> Option<OwnedSemaphorePermit> {
        self.slots.clone().try_acquire_owned().ok()
    }

    /// Waits for a slot for one more connection, and closes idle connections to get one.
    async fn free_slot(&self) -> OwnedSemaphorePermit {
        loop {
            if let Some(permit) = self.slot() {
                return permit;
            }
            self.evict_idle();
            let waiting = self.slots.clone().acquire_owned();
            if let Ok(Ok(permit)) = self.clock.timeout(EVICTION_PERIOD, waiting).await {
                return permit;
            }
        }
    }

    /// Ends the connections that have been idle for the longest time.
    fn evict_idle(&self) {
        let now = self.clock.now();
        let mut table = self.table();
        let full_log_is_due =
            table.last_full_log.is_none_or(|last| now.since(last) >= FULL_LOG_PERIOD);
        if full_log_is_due {
            table.last_full_log = Some(now);
        }
        let mut idle: Vec<_> = table
            .connections
            .values()
            .filter_map(|state| state.idle_since().map(|since| (since, state.clone())))
            .filter(|(since, _)| now.since(*since) >= IDLE_BEFORE_EVICTION)
            .collect();
        drop(table);
        if full_log_is_due {
            warn!(
                max_connections = self.limits.max_connections,
                idle = idle.len(),
                "all connections are in use: new ones wait until others end"
            );
        }
        let share = self.limits.max_connections.div_ceil(EVICTION_SHARE);
        if idle.len() > share {
            idle.select_nth_unstable_by_key(share, |(since, _)| *since);
            idle.truncate(share);
        }
        for (_, state) in idle {
            state.end.ask(End::WhenIdle);
        }
    }

    /// The state of a new connection.
    fn register(&self) -> Registered {
        let state = Arc::new(ConnectionState::new(self.clock.clone()));
        let mut table = self.table();
        if let Some(end) = table.end {
            state.end.ask(end);
        }
        let id = table.next_id;
        table.next_id += 1;
        table.connections.insert(id, state.clone());
        Registered { id, state }
    }

    /// Asks all connections to end.
    fn end_all(&self, end: End) {
        let mut table = self.table();
        table.end = Some(end);
        table.connections.values().for_each(|connection| connection.end.ask(end));
    }

    fn table(&self) -> MutexGuard<'_, Table> {
        // Nothing panics while it is locked.
        self.table.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A connection in the table.
struct Registered {
    id: u64,
    state: Arc<ConnectionState>,
}
