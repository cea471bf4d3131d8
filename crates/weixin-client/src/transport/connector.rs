//! Opens connections: directly or through a proxy, with TLS or without it.

use std::{
    error::Error as StdError,
    fmt,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
    time::Duration,
};

use http::{HeaderValue, Uri, uri::Scheme};
use hyper::rt::{Read, ReadBufCursor, Write};
use hyper_rustls::{HttpsConnector, MaybeHttpsStream};
use hyper_util::{
    client::{
        legacy::connect::{Connected, Connection, HttpConnector, proxy::Tunnel},
        proxy::matcher::Matcher,
    },
    rt::TokioIo,
};
use rustls::{ClientConfig, RootCertStore, crypto::CryptoProvider};
use rustls_platform_verifier::BuilderVerifierExt;
use tokio::net::TcpStream;
use tower::{Service, ServiceExt};
use weixin_api::{BoxFuture, Clock, Error, ErrorKind, SystemClock};

type BoxError = Box<dyn StdError + Send + Sync>;

/// How calls leave this machine.
#[derive(Clone)]
pub(crate) enum Egress {
    /// As the proxy settings of the environment say.
    Environment,
    /// Directly to their destination.
    Direct,
    /// Through this proxy, and whether the proxy is reached over TLS.
    Proxy(Arc<Matcher>, bool),
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
        let matcher = Matcher::builder().all(address).build();
        // An address that it cannot read is ignored, and calls would be sent directly.
        match matcher.intercept(&Uri::from_static("https://api.weixin.qq.com")) {
            Some(_) => Ok(Self::Proxy(Arc::new(matcher), is_tls)),
            None => Err(malformed()),
        }
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

/// How long a connection is silent before the system checks it, and between two checks.
const KEEPALIVE: Duration = Duration::from_secs(15);

/// After how many checks without an answer the connection is closed.
const KEEPALIVE_CHECKS: u32 = 3;

/// How long sent data may stay unacknowledged before the connection is closed.
#[cfg(target_os = "linux")]
const ACKNOWLEDGE_LIMIT: Duration = Duration::from_secs(30);

/// Opens connections. Clones are cheap.
#[derive(Clone)]
pub(super) struct Connector(Arc<Settings>);

struct Settings {
    direct: HttpsConnector<HttpConnector>,
    tls: Arc<ClientConfig>,
    proxies: Option<Arc<Matcher>>,
}

impl Connector {
    /// Connections of calls that leave in this way. If none of them uses TLS, the system's
    /// certificates are not read.
    ///
    /// # Errors
    ///
    /// Certificates that cannot be read.
    pub(super) fn new(egress: &Egress, is_tls: bool) -> Result<Self, rustls::Error> {
        let proxies = match egress {
            Egress::Environment => Some(Arc::new(Matcher::from_env())),
            Egress::Direct => None,
            Egress::Proxy(matcher, _) => Some(Arc::clone(matcher)),
        };
        let tls = Arc::new(tls_config(is_tls)?);
        let mut tcp = HttpConnector::new();
        tcp.enforce_http(false);
        tcp.set_nodelay(true);
        tcp.set_keepalive(Some(KEEPALIVE));
        tcp.set_keepalive_interval(Some(KEEPALIVE));
        tcp.set_keepalive_retries(Some(KEEPALIVE_CHECKS));
        // Divided between the addresses of a name.
        tcp.set_connect_timeout(Some(CONNECT_LIMIT));
        #[cfg(target_os = "linux")]
        tcp.set_tcp_user_timeout(Some(ACKNOWLEDGE_LIMIT));
        let direct = HttpsConnector::from((tcp, Arc::clone(&tls)));
        Ok(Self(Arc::new(Settings { direct, tls, proxies })))
    }

    /// The `Proxy-Authorization` of a request to `uri`. With TLS it is not part of the request: it
    /// is sent once, when the proxy opens the tunnel.
    pub(super) fn proxy_authorization(&self, uri: &Uri) -> Option<HeaderValue> {
        if uri.scheme() == Some(&Scheme::HTTPS) {
            return None;
        }
        self.0.proxies.as_ref()?.intercept(uri)?.basic_auth().cloned()
    }
}

impl Settings {
    async fn connect(&self, uri: Uri) -> Result<Stream, BoxError> {
        let direct = self.direct.clone();
        let Some(proxy) = self.proxies.as_ref().and_then(|proxies| proxies.intercept(&uri)) else {
            let stream = direct.oneshot(uri).await?;
            return Ok(Stream { inner: MaybeHttpsStream::Http(stream), is_proxied: false });
        };
        if uri.scheme() != Some(&Scheme::HTTPS) {
            let stream = direct.oneshot(proxy.uri().clone()).await?;
            return Ok(Stream { inner: MaybeHttpsStream::Http(stream), is_proxied: true });
        }
        let mut tunnel = Tunnel::new(proxy.uri().clone(), direct);
        if let Some(authorization) = proxy.basic_auth() {
            tunnel = tunnel.with_auth(authorization.clone());
        }
        let inner = HttpsConnector::from((tunnel, Arc::clone(&self.tls))).oneshot(uri).await?;
        Ok(Stream { inner, is_proxied: false })
    }
}

/// The rules of TLS: those of the program if it has installed a provider of its own.
fn tls_config(with_certificates: bool) -> Result<ClientConfig, rustls::Error> {
    let provider = CryptoProvider::get_default()
        .cloned()
        .unwrap_or_else(|| Arc::new(rustls::crypto::aws_lc_rs::default_provider()));
    let builder =
        ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions()?;
    let builder = match with_certificates {
        true => builder.with_platform_verifier()?,
        false => builder.with_root_certificates(RootCertStore::empty()),
    };
    let mut config = builder.with_no_client_auth();
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    Ok(config)
}

impl Service<Uri> for Connector {
    type Response = Stream;
    type Error = BoxError;
    type Future = BoxFuture<'static, Result<Stream, BoxError>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, uri: Uri) -> Self::Future {
        let settings = Arc::clone(&self.0);
        Box::pin(async move {
            let clock: &dyn Clock = &SystemClock;
            match clock.timeout(CONNECT_LIMIT, settings.connect(uri)).await {
                Ok(outcome) => outcome,
                Err(_) => Err(format!("no connection within {CONNECT_LIMIT:?}").into()),
            }
        })
    }
}

impl fmt::Debug for Connector {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The address of a proxy may contain a password.
        f.debug_struct("Connector").finish_non_exhaustive()
    }
}

/// A connection to the destination, to a proxy, or through one: TLS may be used to the first
/// machine, and again to the one behind it.
pub(super) struct Stream {
    inner: MaybeHttpsStream<MaybeHttpsStream<TokioIo<TcpStream>>>,
    /// Whether requests name the whole address, because a proxy reads them.
    is_proxied: bool,
}

impl Connection for Stream {
    fn connected(&self) -> Connected {
        self.inner.connected().proxy(self.is_proxied)
    }
}

impl Read for Stream {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: ReadBufCursor<'_>,
    ) -> Poll<std::io::Result<()>> {
        Pin::new(&mut self.inner).poll_read(cx, buf)
    }
}

impl Write for Stream {
    fn poll_write(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &[u8],
    ) -> Poll<std::io::Result<usize>> {
        Pin::new(&mut self.inner).poll_write(cx, buf)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<std::io::Result<()>> {
        Pin::new(&mut self.inner).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<std::io::Result<()>> {
        Pin::new(&mut self.inner).poll_shutdown(cx)
    }

    fn is_write_vectored(&self) -> bool {
        self.inner.is_write_vectored()
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bufs: &[std::io::IoSlice<'_>],
    ) -> Poll<std::io::Result<usize>> {
        Pin::new(&mut self.inner).poll_write_vectored(cx, bufs)
    }
}
