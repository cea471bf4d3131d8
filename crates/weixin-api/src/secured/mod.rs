//! API security (API 安全): calls are encrypted and signed, replies verified and decrypted. Feature
//! `api-security`.
//!
//! An Official Account or Mini Program can switch it on in its console; the platform then accepts the
//! calls that support it in this form only. [`EndpointInfo::secured`](crate::EndpointInfo::secured)
//! says which do. The algorithms are AES256_GCM and RSAwithSHA256; the console's other choice, SM4_GCM
//! and SM2withSM3, is not supported.
//!
//! | | the side that calls | the side that answers |
//! |---|---|---|
//! | call | [`ApiSecurity::seal`] → [`SealedCall`] | [`SealedBody`], [`SealContext`] |
//! | answer | [`SealedCall::read`] | [`SealContext`] |
//!
//! What this protects against, beyond TLS: whoever reads or changes the traffic between TLS and the
//! program, in a proxy or at the platform's edge. A reply is bound to address, account and time, but
//! not to one call: for five minutes, the reply to another call of the same address verifies, too.
//!
//! Official page: 服务端 API 签名加密指南,
//! <https://developers.weixin.qq.com/miniprogram/dev/server/getting_started/api_signature.html>.

mod call;
mod envelope;
pub mod header;
mod keys;

pub use call::{SealedCall, Verification};
pub use envelope::{MalformedBody, SECURITY_FIELDS, SealContext, SealedBody};
pub use keys::{KeyError, PlatformCertificate, PrivateKey, PublicKey, SymmetricKey};

use std::{sync::Arc, time::Duration};

/// By how much the times of caller and platform may differ, both ways. The platform's page does not
/// state it; 300 seconds are in its examples.
pub const MAX_CLOCK_SKEW: Duration = Duration::from_secs(300);

/// The keys of an account with API security. Clones share them. `Debug` shows no key.
///
/// ```no_run
/// use weixin_api::secured::{ApiSecurity, PlatformCertificate, PrivateKey, SymmetricKey};
///
/// # fn example(key: weixin_protocol::Secret, pem: weixin_protocol::Secret, certificate: &str)
/// # -> Result<ApiSecurity, weixin_api::secured::KeyError> {
/// let security = ApiSecurity::new(
///     SymmetricKey::new("fa05fe1e5bcc79b81ad5ad4b58acf787", &key)?,
///     PrivateKey::from_pem(&pem)?,
///     PlatformCertificate::from_pem("79ba700ea147819f640941bceb38b1d1", certificate)?,
/// );
/// # Ok(security)
/// # }
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApiSecurity {
    symmetric: Arc<SymmetricKey>,
    private: Arc<PrivateKey>,
    certificates: Arc<Vec<PlatformCertificate>>,
}

impl ApiSecurity {
    /// The account's symmetric key (API对称密钥) and private key (应用私钥), and the certificate with
    /// which the platform's replies are verified (平台证书).
    pub fn new(
        symmetric: SymmetricKey,
        private: PrivateKey,
        certificate: PlatformCertificate,
    ) -> Self {
        Self {
            symmetric: Arc::new(symmetric),
            private: Arc::new(private),
            certificates: Arc::new(vec![certificate]),
        }
    }

    /// Also accepts replies that are signed with this certificate: the platform replaces certificates
    /// before they expire, and signs with both for a while. One with the same number is replaced.
    #[must_use]
    pub fn certificate(mut self, certificate: PlatformCertificate) -> Self {
        let certificates = Arc::make_mut(&mut self.certificates);
        certificates.retain(|other| other.serial() != certificate.serial());
        certificates.push(certificate);
        self
    }

    /// The numbers of the platform's certificates.
    pub fn serials(&self) -> impl Iterator<Item = &str> {
        self.certificates.iter().map(PlatformCertificate::serial)
    }
}
