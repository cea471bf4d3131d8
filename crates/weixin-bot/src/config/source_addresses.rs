//! From which addresses requests are accepted, as configured.

use serde::Deserialize;

use super::Problem;
use crate::source_addresses::{Range, SourceFilter};

/// From which addresses requests to the callbacks are accepted: the table `[source_addresses]`. Without it,
/// from any: the signature proves that a push comes from the platform, so this is a second line of defence,
/// which keeps strangers from making the bot check signatures.
///
/// ```toml
/// [source_addresses]
/// # platform = true                  # the addresses that the platform publishes, kept up to date
/// # allow = ["203.0.113.7"]          # others: single addresses, 10.0.0.0/8, 101.226.62.*, 2001:db8::/32
/// # trusted_proxies = ["127.0.0.1"]  # whose `Forwarded` or `X-Forwarded-For` is believed
/// # until_loaded = "reject"          # or "accept": while the platform's addresses are not known yet
/// ```
///
/// The platform's addresses are read through the account's API (`getcallbackip`) at the start and every six
/// hours, and kept in the bot's [store](super::StoreConfig). A request from elsewhere is answered with 403,
/// and one that comes while the addresses are not known with 503, so that the platform repeats it; with
/// `until_loaded = "accept"` only its signature is checked.
///
/// Behind a proxy, every request comes from the proxy: name it in `trusted_proxies`. The address of the
/// sender is then the last one in the header that is not a trusted proxy itself.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct SourceAddresses {
    /// Whether requests from the addresses that the platform publishes are accepted. `true` by default.
    pub platform: bool,
    /// Other addresses and ranges.
    pub allow: Vec<String>,
    /// The addresses and ranges of proxies whose headers are believed.
    pub trusted_proxies: Vec<String>,
    /// What happens to requests while the platform's addresses are not known.
    pub until_loaded: UntilLoaded,
}

/// What happens to requests while the platform's addresses are not known.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum UntilLoaded {
    /// They are answered with 503, so that the platform repeats them.
    #[default]
    Reject,
    /// They are accepted if their signature is right.
    Accept,
}

impl Default for SourceAddresses {
    fn default() -> Self {
        Self {
            platform: true,
            allow: Vec::new(),
            trusted_proxies: Vec::new(),
            until_loaded: UntilLoaded::default(),
        }
    }
}

impl SourceAddresses {
    /// The addresses that the platform publishes.
    pub fn of_platform() -> Self {
        Self::default()
    }

    /// No others than those that are [allowed](Self::allow).
    pub fn none() -> Self {
        Self { platform: false, ..Self::default() }
    }

    /// Accepts requests from this address or range, too.
    #[must_use]
    pub fn allow(mut self, range: impl Into<String>) -> Self {
        self.allow.push(range.into());
        self
    }

    /// Believes what this proxy, or any in this range, says about where a request comes from.
    #[must_use]
    pub fn trusted_proxy(mut self, range: impl Into<String>) -> Self {
        self.trusted_proxies.push(range.into());
        self
    }

    /// Sets what happens to requests while the platform's addresses are not known.
    #[must_use]
    pub fn until_loaded(mut self, policy: UntilLoaded) -> Self {
        self.until_loaded = policy;
        self
    }

    pub(crate) fn check(&self, problems: &mut Vec<Problem>) -> SourceFilter {
        if !self.platform && self.allow.is_empty() {
            let why = "nobody may send: leave `platform` out, or name addresses".to_owned();
            problems.push(Problem { what: "source_addresses.allow".to_owned(), why });
        }
        let mut ranges = |name: &str, texts: &[String]| -> Vec<Range> {
            let mut ranges = Vec::new();
            for text in texts {
                match Range::parse(text) {
                    Some(range) => ranges.push(range),
                    None => problems.push(Problem {
                        what: format!("source_addresses.{name}"),
                        why: format!(
                            "{text:?} is not an address like 203.0.113.7, nor a range like 10.0.0.0/8"
                        ),
                    }),
                }
            }
            ranges
        };
        SourceFilter {
            platform: self.platform,
            allow: ranges("allow", &self.allow),
            trusted: ranges("trusted_proxies", &self.trusted_proxies),
            accept_until_loaded: self.until_loaded == UntilLoaded::Accept,
        }
    }
}
