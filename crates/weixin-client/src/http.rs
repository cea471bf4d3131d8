//! The transport over the network.

use std::{fmt, sync::OnceLock, time::Duration};

use http::{Request, Response};
use weixin_api::{BoxFuture, Error, ErrorKind};

use crate::{Body, Transport, TransportError};

/// HTTP/1.1 over TLS with the system's certificates. Connections are made when first needed.
#[derive(Debug)]
pub(crate) struct Network {
    egress: Egress,
    client: OnceLock<Result<reqwest::Client, String>>,
}

/// How calls leave this machine.
#[derive(Clone)]
pub(crate) enum Egress {
    /// As the proxy settings of the environment say.
    Environment,
    /// Straight to their destination.
    Direct,
    /// Through this proxy.
    Proxy(Box<reqwest::Proxy>),
}

impl Egress {
    pub(crate) fn through(address: &str) -> Result<Self, Error> {
        let unfit = || {
            let message = "the proxy is not an address such as http://10.0.0.1:3128";
            Error::new(ErrorKind::Call, message)
        };
        if !address.starts_with("http://") && !address.starts_with("https://") {
            return Err(unfit());
        }
        // The error would quote the address, which may hold a password.
        reqwest::Proxy::all(address).map(Box::new).map(Self::Proxy).map_err(|_| unfit())
    }
}

impl fmt::Debug for Egress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Egress::Environment => "Environment",
            Egress::Direct => "Direct",
            // Its address may hold a password.
            Egress::Proxy(_) => "Proxy(…)",
        })
    }
}

/// How long making a connection may take: short enough that there is time for other hosts.
const CONNECT_LIMIT: Duration = Duration::from_secs(5);

impl Network {
    pub(crate) fn new(egress: Egress) -> Self {
        Self { egress, client: OnceLock::new() }
    }

    fn client(&self) -> Result<&reqwest::Client, TransportError> {
        let client = self.client.get_or_init(|| {
            let builder = reqwest::Client::builder()
                .redirect(reqwest::redirect::Policy::none())
                .connect_timeout(CONNECT_LIMIT)
                .user_agent(concat!("weixin-rust/", env!("CARGO_PKG_VERSION")));
            let builder = match &self.egress {
                Egress::Environment => builder,
                Egress::Direct => builder.no_proxy(),
                Egress::Proxy(proxy) => builder.proxy((**proxy).clone()),
            };
            builder.build().map_err(|error| error.without_url().to_string())
        });
        client.as_ref().map_err(|error| TransportError::unsent(error.as_str()))
    }

    async fn exchange(&self, request: Request<Body>) -> Result<Response<Body>, TransportError> {
        let client = self.client()?;
        let request = reqwest::Request::try_from(request.map(reqwest::Body::wrap))
            .map_err(|error| TransportError::unsent(error.without_url()))?;
        match client.execute(request).await {
            Ok(answer) => Ok(Response::<reqwest::Body>::from(answer).map(Body::new)),
            // The address of a call holds its token.
            Err(error) if error.is_connect() || error.is_builder() => {
                Err(TransportError::unsent(error.without_url()))
            }
            Err(error) => Err(TransportError::interrupted(error.without_url())),
        }
    }
}

impl Transport for Network {
    fn send(
        &self,
        request: Request<Body>,
    ) -> BoxFuture<'_, Result<Response<Body>, TransportError>> {
        Box::pin(self.exchange(request))
    }
}
