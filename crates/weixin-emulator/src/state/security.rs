//! The keys of an account with API security (API 安全).

use std::time::Duration;

use weixin_api::{
    Timestamp,
    secured::{PrivateKey, PublicKey, SymmetricKey},
};
use weixin_protocol::Secret;

/// How long replies are signed with both certificates after a change. The platform does not document
/// it.
pub(crate) const CERTIFICATE_OVERLAP: Duration = Duration::from_secs(7 * 24 * 60 * 60);

/// What the console shows under API安全, and the platform's own keys.
#[derive(Debug)]
pub(crate) struct ApiSecurityState {
    pub(crate) symmetric: SymmetricKey,
    /// The same key, as the console offers it for download.
    pub(crate) symmetric_text: Secret,
    /// The account's private key, which the real console forgets after the download.
    pub(crate) private_pem: Secret,
    /// The account's public key (应用公钥).
    pub(crate) public: PublicKey,
    pub(crate) certificate: SigningCertificate,
    /// The certificate that was replaced, and until when replies are signed with it, too.
    pub(crate) previous: Option<(SigningCertificate, Timestamp)>,
}

/// A certificate of the platform with its private key.
#[derive(Debug)]
pub(crate) struct SigningCertificate {
    pub(crate) serial: String,
    pub(crate) key: PrivateKey,
    /// Its public part, as the console offers it for download.
    pub(crate) pem: String,
}

impl ApiSecurityState {
    /// Signs with another certificate from now on.
    pub(crate) fn rotate(&mut self, certificate: SigningCertificate, now: Timestamp) {
        let old = std::mem::replace(&mut self.certificate, certificate);
        self.previous = Some((old, now + CERTIFICATE_OVERLAP));
    }

    /// The certificate that was replaced, while replies are still signed with it.
    pub(crate) fn deprecated(&self, now: Timestamp) -> Option<&SigningCertificate> {
        self.previous.as_ref().filter(|(_, until)| now < *until).map(|(old, _)| old)
    }
}
