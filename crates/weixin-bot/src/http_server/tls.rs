//! HTTPS: the handshake, and a certificate that is read again when it has been renewed.

use std::{
    fmt,
    future::poll_fn,
    io,
    net::SocketAddr,
    path::PathBuf,
    pin::pin,
    sync::{Arc, Weak},
    task::Poll,
    time::Duration,
};

use arc_swap::ArcSwap;
use tokio_rustls::{
    TlsAcceptor,
    rustls::{
        ServerConfig,
        crypto::{CryptoProvider, aws_lc_rs},
        pki_types::{CertificateDer, PrivateKeyDer, pem::PemObject},
        server::{ClientHello, ResolvesServerCert},
        sign::CertifiedKey,
    },
    server::TlsStream,
};
use tracing::{debug, error, info};
use weixin_api::Clock;

use super::{connection::ConnectionState, ending::End, peer_io::PeerIo};

/// How often the files of a certificate are looked at.
const INTERVAL: Duration = Duration::from_secs(60);

/// Accepts a TLS connection. `None` if the client does not speak TLS, or the connection was ended
/// meanwhile: a client that takes too long is ended like one that takes too long to send a request.
pub(super) async fn accept(
    acceptor: TlsAcceptor,
    io: PeerIo,
    state: &ConnectionState,
    peer: SocketAddr,
) -> Option<TlsStream<PeerIo>> {
    let mut accepting = pin!(acceptor.accept(io));
    let accepted = poll_fn(|context| match state.end.poll(context) {
        Some(End::AtOnce) => Poll::Ready(None),
        _ => accepting.as_mut().poll(context).map(Some),
    });
    match accepted.await? {
        Ok(stream) => Some(stream),
        Err(error) => {
            debug!(%peer, %error, "a TLS handshake failed");
            None
        }
    }
}

/// A certificate in two PEM files.
pub(crate) struct Certificate {
    certificate: PathBuf,
    key: PathBuf,
    current: ArcSwap<CertifiedKey>,
    provider: Arc<CryptoProvider>,
}

impl Certificate {
    /// Reads the files.
    ///
    /// # Errors
    /// They cannot be read, or do not belong together.
    pub(crate) fn read(certificate: PathBuf, key: PathBuf) -> io::Result<Arc<Self>> {
        let provider = Arc::new(aws_lc_rs::default_provider());
        let current = ArcSwap::from_pointee(certified(&certificate, &key, &provider)?);
        Ok(Arc::new(Self { certificate, key, current, provider }))
    }

    /// The configuration of a server with this certificate.
    ///
    /// # Errors
    /// If the cryptography does not support the default versions of TLS.
    pub(crate) fn server_config(self: &Arc<Self>) -> io::Result<Arc<ServerConfig>> {
        let builder = ServerConfig::builder_with_provider(Arc::clone(&self.provider))
            .with_safe_default_protocol_versions()
            .map_err(io::Error::other)?;
        let resolver: Arc<dyn ResolvesServerCert> = Arc::clone(self) as _;
        Ok(Arc::new(builder.with_no_client_auth().with_cert_resolver(resolver)))
    }

    /// Reads the files again and again, for as long as somebody uses the certificate. Files that cannot be
    /// used change nothing.
    pub(crate) async fn watch(certificate: Weak<Self>, clock: Arc<dyn Clock>) {
        let mut failing = false;
        loop {
            clock.sleep(INTERVAL).await;
            let Some(certificate) = certificate.upgrade() else { return };
            let reading = tokio::task::spawn_blocking(move || {
                let Self { certificate: chain, key, provider, .. } = &*certificate;
                let read = certified(chain, key, provider)?;
                if read.cert == certificate.current.load().cert {
                    return Ok(false);
                }
                certificate.current.store(Arc::new(read));
                Ok(true)
            });
            match reading.await.unwrap_or_else(|error| Err(io::Error::other(error))) {
                Ok(changed) => {
                    failing = false;
                    if changed {
                        info!("the TLS certificate has been renewed");
                    }
                }
                Err(error) if failing => debug!(%error, "the TLS certificate still cannot be read"),
                Err(error) => {
                    failing = true;
                    error!(%error, "the TLS certificate cannot be read again: the old one is used");
                }
            }
        }
    }
}

impl ResolvesServerCert for Certificate {
    fn resolve(&self, _: ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        Some(self.current.load_full())
    }
}

impl fmt::Debug for Certificate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Certificate")
            .field("certificate", &self.certificate)
            .finish_non_exhaustive()
    }
}

/// Reads a certificate chain and its key.
fn certified(
    certificate: &PathBuf,
    key: &PathBuf,
    provider: &CryptoProvider,
) -> io::Result<CertifiedKey> {
    let named = |file: &PathBuf, error: &dyn fmt::Display| {
        io::Error::other(format!("{}: {error}", file.display()))
    };
    let chain = CertificateDer::pem_file_iter(certificate)
        .and_then(|chain| chain.collect::<Result<Vec<_>, _>>())
        .map_err(|error| named(certificate, &error))?;
    if chain.is_empty() {
        return Err(named(certificate, &"there is no certificate in it"));
    }
    let private = PrivateKeyDer::from_pem_file(key).map_err(|error| named(key, &error))?;
    CertifiedKey::from_der(chain, private, provider).map_err(|error| named(key, &error))
}
