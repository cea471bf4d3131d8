//! HTTPS without a proxy, as configured.

use std::path::PathBuf;

use serde::Deserialize;

use super::Problem;

/// HTTPS without a proxy in front of the bot: the table `[tls]` (feature `tls`).
///
/// ```toml
/// listen = "0.0.0.0:443"           # the platform calls ports 80 and 443 only
///
/// [tls]
/// certificate = "fullchain.pem"    # with all certificates up to, and without, the root
/// key = "privkey.pem"
/// ```
///
/// The files are read again every minute, so a renewed certificate is used without a restart.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct TlsConfig {
    /// The certificate and those that it is signed with, in PEM format.
    pub certificate: PathBuf,
    /// The private key, in PEM format.
    pub key: PathBuf,
}

impl TlsConfig {
    /// The certificate and the key in these PEM files.
    pub fn new(certificate: impl Into<PathBuf>, key: impl Into<PathBuf>) -> Self {
        Self { certificate: certificate.into(), key: key.into() }
    }

    pub(crate) fn check(&self, problems: &mut Vec<Problem>) {
        let mut say = |name: &str, why: &str| {
            problems.push(Problem { what: format!("tls.{name}"), why: why.to_owned() });
        };
        if !cfg!(feature = "tls") {
            say("certificate", "needs the feature `tls` of this crate");
        }
        for (name, file) in [("certificate", &self.certificate), ("key", &self.key)] {
            if file.as_os_str().is_empty() {
                say(name, "is missing: a file in PEM format");
            }
        }
    }
}
