//! The transport over the network.

use std::{
    error::Error as StdError,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use http::{HeaderValue, Request, Response, header};
use hyper_util::{
    client::legacy::Client,
    rt::{TokioExecutor, TokioTimer},
};
use weixin_api::{BoxFuture, Error, ErrorKind};

use super::{
    Body, Transport, TransportError,
    connector::{Connector, Egress},
};

/// HTTP/1.1 over TLS with the system's certificates. Connections are opened on first use.
#[derive(Debug)]
pub(crate) struct Network {
    egress: Egress,
    /// Whether any call uses TLS. If none does, the system's certificates are not read.
    is_tls: bool,
    /// Only a client that could be built is kept, so that a failure is tried again.
    client: Mutex<Option<Arc<HttpClient>>>,
}

#[derive(Debug)]
struct HttpClient {
    pool: Client<Connector, Body>,
    connector: Connector,
}

/// How long an idle connection is kept: shorter than servers keep one, so that it is seldom the
/// server that closes it.
const IDLE_LIMIT: Duration = Duration::from_secs(30);

const USER_AGENT: HeaderValue =
    HeaderValue::from_static(concat!("weixin-rust/", env!("CARGO_PKG_VERSION")));

impl Network {
    /// A transport for calls of which some use TLS (`is_tls`), or none.
    pub(crate) fn new(egress: Egress, is_tls: bool) -> Self {
        let is_tls = is_tls || matches!(egress, Egress::Proxy(_, true));
        Self { egress, is_tls, client: Mutex::default() }
    }

    /// Sets up the HTTP client now instead of at the first call.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Call`], naming the cause: certificates that cannot be read, no free file
    /// descriptors.
    pub(crate) fn prepare(&self) -> Result<(), Error> {
        self.client().map(drop).map_err(|cause| Error::new(ErrorKind::Call, cause))
    }

    fn client(&self) -> Result<Arc<HttpClient>, String> {
        let mut kept = self.client.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(client) = &*kept {
            return Ok(Arc::clone(client));
        }
        let connector = Connector::new(&self.egress, self.is_tls).map_err(|error| {
            let cause = chain(&error);
            let remedy = match self.is_tls {
                true => {
                    "; it reads the system's certificates, or those that SSL_CERT_FILE and \
                     SSL_CERT_DIR name"
                }
                false => "",
            };
            format!("the HTTP client cannot be set up: {cause}{remedy}")
        })?;
        let pool = Client::builder(TokioExecutor::new())
            .pool_timer(TokioTimer::new())
            .pool_idle_timeout(IDLE_LIMIT)
            .build(connector.clone());
        Ok(Arc::clone(kept.insert(Arc::new(HttpClient { pool, connector }))))
    }

    async fn exchange(&self, mut request: Request<Body>) -> Result<Response<Body>, TransportError> {
        let client = self.client().map_err(TransportError::not_set_up)?;
        let authorization = client.connector.proxy_authorization(request.uri());
        let headers = request.headers_mut();
        headers.insert(header::ACCEPT, HeaderValue::from_static("*/*"));
        headers.insert(header::USER_AGENT, USER_AGENT);
        if let Some(authorization) = authorization {
            headers.insert(header::PROXY_AUTHORIZATION, authorization);
        }
        // Yielding lets the runtime process events of its connections: one that the server has
        // closed is detected and not used.
        tokio::task::yield_now().await;
        match client.pool.request(request).await {
            Ok(answer) => Ok(answer.map(Body::new)),
            Err(error) if error.is_connect() => Err(TransportError::unsent(error)),
            Err(error) => Err(TransportError::interrupted(error)),
        }
    }
}

/// An error and its causes in one line.
fn chain(error: &dyn StdError) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        text = format!("{text}: {cause}");
        source = cause.source();
    }
    text
}

impl Transport for Network {
    fn send(
        &self,
        request: Request<Body>,
    ) -> BoxFuture<'_, Result<Response<Body>, TransportError>> {
        Box::pin(self.exchange(request))
    }
}
