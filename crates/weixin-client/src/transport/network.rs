//! The transport over the network.

use std::{
    error::Error as StdError,
    fmt,
    sync::{Mutex, PoisonError},
    time::Duration,
};

use http::{Request, Response};
use weixin_api::{BoxFuture, Error, ErrorKind};

use super::{Body, Transport, TransportError};

/// HTTP/1.1 over TLS with the system's certificates. Connections are opened on first use.
#[derive(Debug)]
pub(crate) struct Network {
    egress: Egress,
    /// Whether any call uses TLS. If none does, the system's certificates are not read.
    is_tls: bool,
    /// Only a client that could be built is kept, so that a failure is tried again.
    client: Mutex<Option<reqwest::Client>>,
}

/// How calls leave this machine.
#[derive(Clone)]
pub(crate) enum Egress {
    /// As the proxy settings of the environment say.
    Environment,
    /// Directly to their destination.
    Direct,
    /// Through this proxy, and whether the proxy is reached over TLS.
    Proxy(Box<reqwest::Proxy>, bool),
}

impl Egress {
    pub(crate) fn through(address: &str) -> Result<Self, Error> {
        let malformed = || {
            let message = "the proxy is not an address such as http://10.0.0.1:3128";
            Error::new(ErrorKind::Call, message)
        };
        let is_tls = address.starts_with("https://");
        if !is_tls && !address.starts_with("http://") {
            return Err(malformed());
        }
        // The error would quote the address, which may contain a password.
        let proxy = reqwest::Proxy::all(address).map_err(|_| malformed())?;
        Ok(Self::Proxy(Box::new(proxy), is_tls))
    }
}

impl fmt::Debug for Egress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Egress::Environment => "Environment",
            Egress::Direct => "Direct",
            // Its address may contain a password.
            Egress::Proxy(..) => "Proxy(…)",
        })
    }
}

/// The time limit for opening a connection: short enough to leave time for other hosts.
const CONNECT_LIMIT: Duration = Duration::from_secs(5);
/// How long an idle connection is kept: shorter than servers keep one, so that it is seldom the
/// server that closes it.
const IDLE_LIMIT: Duration = Duration::from_secs(30);

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

    fn client(&self) -> Result<reqwest::Client, String> {
        let mut kept = self.client.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(client) = &*kept {
            return Ok(client.clone());
        }
        let builder = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .connect_timeout(CONNECT_LIMIT)
            .pool_idle_timeout(IDLE_LIMIT)
            .user_agent(concat!("weixin-rust/", env!("CARGO_PKG_VERSION")));
        let builder = match &self.egress {
            Egress::Environment => builder,
            Egress::Direct => builder.no_proxy(),
            Egress::Proxy(proxy, _) => builder.proxy((**proxy).clone()),
        };
        let builder = match self.is_tls {
            true => builder,
            false => builder.tls_certs_only([]),
        };
        let client = builder.build().map_err(|error| {
            let cause = chain(&error.without_url());
            let remedy = match self.is_tls {
                true => {
                    "; it reads the system's certificates, or those that SSL_CERT_FILE and \
                     SSL_CERT_DIR name"
                }
                false => "",
            };
            format!("the HTTP client cannot be set up: {cause}{remedy}")
        })?;
        Ok(kept.insert(client).clone())
    }

    async fn exchange(&self, request: Request<Body>) -> Result<Response<Body>, TransportError> {
        let client = self.client().map_err(TransportError::not_set_up)?;
        let request = reqwest::Request::try_from(request.map(reqwest::Body::wrap))
            .map_err(|error| TransportError::unsent(error.without_url()))?;
        // Yielding lets the runtime process events of its connections: one that the server has
        // closed is detected and not used.
        tokio::task::yield_now().await;
        match client.execute(request).await {
            Ok(answer) => Ok(Response::<reqwest::Body>::from(answer).map(Body::new)),
            // The address of a call contains its token.
            Err(error) if error.is_connect() || error.is_builder() => {
                Err(TransportError::unsent(error.without_url()))
            }
            Err(error) => Err(TransportError::interrupted(error.without_url())),
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
