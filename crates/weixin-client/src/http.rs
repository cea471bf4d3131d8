//! The transport over the network.

use std::sync::OnceLock;

use http::{Request, Response};
use weixin_api::BoxFuture;

use crate::{Body, Transport, TransportError};

/// HTTP/1.1 over TLS with the system's certificates. Connections are made when first needed.
#[derive(Debug)]
pub(crate) struct Network {
    proxied: bool,
    client: OnceLock<Result<reqwest::Client, String>>,
}

impl Network {
    /// A transport that obeys the proxy settings of the environment, or one that goes straight to
    /// its destination.
    pub(crate) fn new(proxied: bool) -> Self {
        Self { proxied, client: OnceLock::new() }
    }

    fn client(&self) -> Result<&reqwest::Client, TransportError> {
        let client = self.client.get_or_init(|| {
            let mut builder = reqwest::Client::builder()
                .redirect(reqwest::redirect::Policy::none())
                .user_agent(concat!("weixin-rust/", env!("CARGO_PKG_VERSION")));
            if !self.proxied {
                builder = builder.no_proxy();
            }
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
