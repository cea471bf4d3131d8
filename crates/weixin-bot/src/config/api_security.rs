//! API security of an account, as configured.

use std::{fs, path::PathBuf};

use serde::Deserialize;
use weixin_api::secured::{ApiSecurity, KeyError, PlatformCertificate, PrivateKey, SymmetricKey};
use weixin_protocol::{Product, Secret};

use super::{Problem, account::secret};

/// API security (API 安全): the table `[account.api_security]`. With it, the calls that support it are
/// encrypted and signed, and their replies verified and decrypted. Everything is in the console under
/// 开发管理 → 开发设置 → API安全; choose AES256_GCM and RSAwithSHA256 there.
///
/// ```toml
/// [account.api_security]
/// symmetric_sn = "fa05fe1e5bcc79b81ad5ad4b58acf787"  # the key's number (密钥编号)
/// symmetric_key = "…"                                # base64 of 32 bytes (对称密钥)
/// private_key_file = "private.pem"                   # the account's private key (应用私钥)
/// certificates = [                                   # the platform's (平台证书)
///     { serial = "79ba700ea147819f640941bceb38b1d1", file = "platform.pem" },
/// ]
/// ```
///
/// The platform replaces its certificate before it expires, and signs with both for a while; the log
/// says so. Add the new one as a second entry then. After a change of a key in the console, change it
/// here, too.
///
/// The environment variables are `WEIXIN_API_SYMMETRIC_SN`, `WEIXIN_API_SYMMETRIC_KEY`,
/// `WEIXIN_API_PRIVATE_KEY` (PEM text), `WEIXIN_API_PRIVATE_KEY_FILE` and `WEIXIN_API_CERTIFICATES`
/// (`SERIAL=FILE,SERIAL=FILE`).
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct ApiSecurityConfig {
    /// The number of the symmetric key (密钥编号).
    pub symmetric_sn: String,
    /// The symmetric key (对称密钥): base64 of 32 bytes.
    #[serde(deserialize_with = "secret")]
    pub symmetric_key: Option<Secret>,
    /// The file of the account's private key (应用私钥), in PEM format.
    pub private_key_file: Option<PathBuf>,
    /// The private key itself, as PEM text, in place of its file.
    #[serde(deserialize_with = "secret")]
    pub private_key: Option<Secret>,
    /// The platform's certificates (平台证书), at least one.
    pub certificates: Vec<CertificateConfig>,
}

/// A certificate of the platform, as configured.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct CertificateConfig {
    /// Its number in the console (平台证书编号), which is not the serial number in the certificate.
    pub serial: String,
    /// Its file, in PEM format.
    pub file: Option<PathBuf>,
    /// The certificate itself, as PEM text, in place of its file.
    pub pem: Option<String>,
}

impl ApiSecurityConfig {
    /// The account's keys. Add the platform's [`certificate`](Self::certificate).
    pub fn new(
        symmetric_sn: impl Into<String>,
        symmetric_key: impl Into<Secret>,
        private_key_pem: impl Into<Secret>,
    ) -> Self {
        Self {
            symmetric_sn: symmetric_sn.into(),
            symmetric_key: Some(symmetric_key.into()),
            private_key: Some(private_key_pem.into()),
            ..Self::default()
        }
    }

    /// Adds a certificate of the platform, from its PEM text.
    #[must_use]
    pub fn certificate(mut self, serial: impl Into<String>, pem: impl Into<String>) -> Self {
        let (serial, pem) = (serial.into(), Some(pem.into()));
        self.certificates.push(CertificateConfig { serial, file: None, pem });
        self
    }

    /// Lets environment variables override values; `get` returns the one with this name. Returns
    /// whether there is one.
    pub(super) fn apply(
        config: &mut Option<Self>,
        get: impl Fn(&'static str) -> Option<String>,
        problems: &mut Vec<Problem>,
    ) -> bool {
        let mut given = config.clone().unwrap_or_default();
        let mut named = false;
        let mut value = |name: &'static str| get(name).inspect(|_| named = true);
        if let Some(sn) = value("API_SYMMETRIC_SN") {
            given.symmetric_sn = sn;
        }
        if let Some(key) = value("API_SYMMETRIC_KEY") {
            given.symmetric_key = Some(key.into());
        }
        // Either form of the private key replaces both.
        if let Some(pem) = value("API_PRIVATE_KEY") {
            (given.private_key, given.private_key_file) = (Some(pem.into()), None);
        }
        if let Some(file) = value("API_PRIVATE_KEY_FILE") {
            (given.private_key, given.private_key_file) = (None, Some(file.into()));
        }
        if let Some(text) = value("API_CERTIFICATES") {
            match text.split(',').map(CertificateConfig::of_file).collect() {
                Some(certificates) => given.certificates = certificates,
                None => problems.push(Problem {
                    what: "WEIXIN_API_CERTIFICATES".to_owned(),
                    why: "is not SERIAL=FILE, or several of these with commas between them"
                        .to_owned(),
                }),
            }
        }
        if named {
            *config = Some(given);
        }
        named
    }

    /// Reads and checks the keys. `say` is called with the name of the setting and what is wrong.
    pub(super) fn check(
        &self,
        product: Option<Product>,
        say: &mut impl FnMut(&str, String),
    ) -> Option<ApiSecurity> {
        if product == Some(Product::Work) {
            say("", "WeCom has none: leave it out".to_owned());
        }
        let symmetric = self.symmetric(say);
        let private = self.private(say);
        let mut certificates = Vec::new();
        for (index, certificate) in self.certificates.iter().enumerate() {
            let name = format!("certificates[{index}]");
            certificates.extend(certificate.read(&name, say));
            let same = |other: &CertificateConfig| other.serial == certificate.serial;
            if self.certificates.iter().take(index).any(same) {
                say(&format!("{name}.serial"), "is the same as that of another one".to_owned());
            }
        }
        if self.certificates.is_empty() {
            let why = "is missing: the platform's certificate (平台证书) with its number, { serial = \"…\", file = \"platform.pem\" }";
            say("certificates", why.to_owned());
        }
        let mut certificates = certificates.into_iter();
        let security = ApiSecurity::new(symmetric?, private?, certificates.next()?);
        Some(certificates.fold(security, ApiSecurity::certificate))
    }

    fn symmetric(&self, say: &mut impl FnMut(&str, String)) -> Option<SymmetricKey> {
        if self.symmetric_sn.is_empty() {
            let why = "is missing: the number of the symmetric key (密钥编号), from the console";
            say("symmetric_sn", why.to_owned());
        }
        let Some(key) = &self.symmetric_key else {
            let why = "is missing: the symmetric key (对称密钥), from the console";
            say("symmetric_key", why.to_owned());
            return None;
        };
        // A number that is missing was mentioned above; the key is checked all the same.
        let sn = if self.symmetric_sn.is_empty() { "0" } else { &self.symmetric_sn };
        let result = SymmetricKey::new(sn, key);
        let name = match SymmetricKey::new("0", key) {
            Ok(_) => "symmetric_sn",
            Err(_) => "symmetric_key",
        };
        checked(name, result, say)
    }

    fn private(&self, say: &mut impl FnMut(&str, String)) -> Option<PrivateKey> {
        match (&self.private_key, &self.private_key_file) {
            (Some(_), Some(_)) => {
                say("private_key", "is set beside private_key_file: leave one out".to_owned());
                None
            }
            (Some(pem), None) => checked("private_key", PrivateKey::from_pem(pem), say),
            (None, Some(file)) => {
                let name = "private_key_file";
                let pem = read(name, file, say)?;
                checked(name, PrivateKey::from_pem(&Secret::new(pem)), say)
            }
            (None, None) => {
                let why = "is missing: the file of the account's private key (应用私钥)";
                say("private_key_file", why.to_owned());
                None
            }
        }
    }
}

impl CertificateConfig {
    /// The certificate in `SERIAL=FILE`.
    fn of_file(text: &str) -> Option<Self> {
        let (serial, file) = text.split_once('=')?;
        Some(Self { serial: serial.trim().to_owned(), file: Some(file.trim().into()), pem: None })
    }

    fn read(&self, name: &str, say: &mut impl FnMut(&str, String)) -> Option<PlatformCertificate> {
        let (place, pem) = match (&self.pem, &self.file) {
            (Some(pem), None) => ("pem", pem.clone()),
            (None, Some(file)) => ("file", read(&format!("{name}.file"), file, say)?),
            _ => {
                say(name, "needs file, a file in PEM format, or pem, the text".to_owned());
                return None;
            }
        };
        let place = if self.serial.is_empty() { "serial" } else { place };
        let result = PlatformCertificate::from_pem(&*self.serial, &pem);
        checked(&format!("{name}.{place}"), result, say)
    }
}

fn checked<T>(
    name: &str,
    result: Result<T, KeyError>,
    say: &mut impl FnMut(&str, String),
) -> Option<T> {
    result.map_err(|error| say(name, error.reason().to_owned())).ok()
}

fn read(name: &str, file: &PathBuf, say: &mut impl FnMut(&str, String)) -> Option<String> {
    let text = fs::read_to_string(file);
    text.map_err(|error| say(name, format!("{} cannot be read: {error}", file.display()))).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn apply(config: &mut Option<ApiSecurityConfig>, given: &[(&str, &str)]) -> Vec<Problem> {
        let get = |name: &'static str| {
            let found = given.iter().find(|(given, _)| *given == name);
            found.map(|(_, value)| (*value).to_owned())
        };
        let mut problems = Vec::new();
        let named = ApiSecurityConfig::apply(config, get, &mut problems);
        assert_eq!(named, !given.is_empty());
        problems
    }

    #[test]
    fn the_environment_wins_over_the_file() {
        let mut config = None;
        assert!(apply(&mut config, &[]).is_empty() && config.is_none());
        let mut config = Some(ApiSecurityConfig::new("1", "key", "pem").certificate("2", "pem"));
        let given = [
            ("API_SYMMETRIC_SN", "3"),
            ("API_PRIVATE_KEY_FILE", "private.pem"),
            ("API_CERTIFICATES", "4=a.pem, 5 = b.pem"),
        ];
        assert!(apply(&mut config, &given).is_empty());
        let Some(config) = config else { panic!("switched on above") };
        assert_eq!(config.symmetric_sn, "3");
        assert_eq!(config.symmetric_key, Some("key".into()));
        assert_eq!(
            (config.private_key, config.private_key_file),
            (None, Some("private.pem".into()))
        );
        let certificates = config.certificates.iter();
        let files: Vec<_> = certificates.map(|one| (&*one.serial, one.file.clone())).collect();
        assert_eq!(files, [("4", Some("a.pem".into())), ("5", Some("b.pem".into()))]);
    }

    #[test]
    fn malformed_certificates_are_a_problem() {
        let problems = apply(&mut None, &[("API_CERTIFICATES", "a.pem")]);
        assert!(problems[0].what.ends_with("API_CERTIFICATES"), "{problems:?}");
    }
}
