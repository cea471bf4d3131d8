//! API security (API 安全) of a sandbox account.

use weixin_api::secured::{ApiSecurity, KeyError, PlatformCertificate, PrivateKey, SymmetricKey};
use weixin_protocol::{Product, Secret};

use crate::{
    Account,
    state::{ApiSecurityState, SigningCertificate},
};

/// What a developer downloads from the console under API安全.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ApiSecurityKeys {
    /// The number of the symmetric key (密钥编号).
    pub symmetric_sn: String,
    /// The symmetric key (对称密钥): base64 of 32 bytes.
    pub symmetric_key: Secret,
    /// The account's private key (应用私钥), as PEM text.
    pub private_key: Secret,
    /// The number of the platform's current certificate (平台证书编号).
    pub certificate_serial: String,
    /// The public key of that certificate, as PEM text. The real console offers a certificate.
    pub certificate: String,
}

impl ApiSecurityKeys {
    /// The keys for a client's builder.
    pub fn for_client(&self) -> ApiSecurity {
        let parts = || {
            Ok::<_, KeyError>(ApiSecurity::new(
                SymmetricKey::new(&*self.symmetric_sn, &self.symmetric_key)?,
                PrivateKey::from_pem(&self.private_key)?,
                PlatformCertificate::from_pem(&*self.certificate_serial, &self.certificate)?,
            ))
        };
        parts().expect("generated keys")
    }
}

/// Generated keys, before they are in the state: it is locked only for the moment of the change.
struct Generated {
    private: PrivateKey,
    certificate: PrivateKey,
}

impl Account {
    /// Switches on API security (API 安全) with new keys, as an administrator does in the console: calls
    /// that support it must be encrypted and signed from now on, and are answered in the same way. Other
    /// calls stay as they are.
    ///
    /// Bots and clients that are made for this account afterwards (`connect`, `config`, …) have the
    /// keys.
    ///
    /// # Panics
    /// In WeCom, which has no API security.
    pub fn requires_api_security(&self) -> ApiSecurityKeys {
        assert!(self.product() != Product::Work, "WeCom has no API security");
        let generated = Generated { private: generate(), certificate: generate() };
        self.change_with_ids(|account, ids| {
            let symmetric_text = Secret::new(ids.symmetric_key());
            account.api_security = Some(ApiSecurityState {
                symmetric: SymmetricKey::new(ids.key_number(), &symmetric_text)
                    .expect("base64 of 32 bytes"),
                symmetric_text,
                private_pem: generated.private.to_pem().expect("a generated key"),
                public: generated.private.public_key().expect("a generated key"),
                certificate: certificate(ids.key_number(), generated.certificate),
                previous: None,
            });
        });
        self.api_security().expect("switched on above")
    }

    /// The keys of API security, if it is [switched on](Self::requires_api_security).
    pub fn api_security(&self) -> Option<ApiSecurityKeys> {
        self.read(|account| account.api_security.as_ref().map(downloaded)).flatten()
    }

    /// Replaces the platform's certificate, as the platform does before it expires. For a week of the
    /// platform's clock, replies are signed with both; the old one is in the headers
    /// `Wechatmp-Serial-Deprecated` and `Wechatmp-Signature-Deprecated`. Returns the keys with the new
    /// certificate; `None` if API security is not switched on.
    pub fn rotate_platform_certificate(&self) -> Option<ApiSecurityKeys> {
        let key = generate();
        let now = weixin_api::Clock::now(&self.clock());
        self.change_with_ids(|account, ids| {
            if let Some(security) = &mut account.api_security {
                security.rotate(certificate(ids.key_number(), key), now);
            }
        });
        self.api_security()
    }
}

fn generate() -> PrivateKey {
    PrivateKey::generate().expect("the system has random numbers")
}

fn certificate(serial: String, key: PrivateKey) -> SigningCertificate {
    let pem = key.public_key().expect("a generated key").to_pem();
    SigningCertificate { serial, key, pem }
}

fn downloaded(state: &ApiSecurityState) -> ApiSecurityKeys {
    ApiSecurityKeys {
        symmetric_sn: state.symmetric.sn().to_owned(),
        symmetric_key: state.symmetric_text.clone(),
        private_key: state.private_pem.clone(),
        certificate_serial: state.certificate.serial.clone(),
        certificate: state.certificate.pem.clone(),
    }
}
