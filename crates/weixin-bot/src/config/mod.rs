//! Which accounts a bot serves, and where.

mod account;
mod api_security;
mod check;
mod client;
mod error;
mod inbox;
mod late_reply;
mod load;
mod log;
mod names;
mod source_addresses;
mod store;
mod tls;
mod token_server;

pub use account::AccountConfig;
pub use api_security::{ApiSecurityConfig, CertificateConfig};
pub(crate) use check::CheckedAccount;
pub use error::{ConfigError, Problem};
pub use inbox::{Delivery, InboxConfig};
pub(crate) use late_reply::LateReplies;
pub use late_reply::{LateReply, UnknownLateReply};
pub(crate) use load::ConfigFile;
pub use log::{LogConfig, Rotation};
pub use source_addresses::{SourceAddresses, UntilLoaded};
pub use store::StoreConfig;
pub use tls::TlsConfig;
pub use token_server::TokenServerKey;

use std::net::SocketAddr;

use crate::source_addresses::SourceFilter;

/// What a bot needs to know: its accounts and where to listen.
///
/// [`Config::load`] reads it from `weixin.toml` and the environment; [`Config::new`] makes it in
/// code. It is checked when the bot starts.
///
/// ```toml
/// listen = "0.0.0.0:8080"
///
/// [account]
/// kind = "official"              # "official", "mini" or "work"
/// app_id = "wx0123456789abcdef"  # the corp id in WeCom
/// secret = "…"
/// token = "…"                    # 3 to 32 letters and digits, chosen by you
/// encoding_aes_key = "…"         # 43 letters and digits, from the console
/// # agent_id = 1000002           # WeCom: which app
/// # modes = ["safe"]             # several while the console is being switched
/// # previous_aes_key = "…"       # after a change, until the platform has followed
/// # previous_token = "…"         # the same
/// # original_id = "gh_…"         # the account's 原始ID; learned from its pushes if left out
/// # clock_tolerance = 600        # seconds between the platform's clock and ours, or "off"
/// # path = "/callback"
/// # late_reply = "mailbox"      # for accounts that cannot send messages; see `LateReply`
///
/// # [account.api_security]        # encrypted and signed calls; see `ApiSecurityConfig`
/// # symmetric_sn = "…"
/// # symmetric_key = "…"
/// # private_key_file = "private.pem"
/// # certificates = [{ serial = "…", file = "platform.pem" }]
///
/// # no_reload = true              # edits of this file take effect at the next start only
///
/// # [store]                       # where tokens are kept; in memory if left out
/// # url = "redis://127.0.0.1:6379" # see `StoreConfig`
/// # key = "…"                      # seals them
///
/// # [inbox]                       # where pushes are kept until they are handled; in memory if left out
/// # url = "sqlite:inbox.sqlite"   # see `InboxConfig`
///
/// # [tls]                         # HTTPS without a proxy; see `TlsConfig`
/// # certificate = "fullchain.pem"
/// # key = "privkey.pem"
///
/// # [log]                         # see `LogConfig`
/// # level = "info"                # takes effect at once
///
/// # [source_addresses]            # accept requests from the platform's addresses only
/// # trusted_proxies = ["127.0.0.1"] # see `SourceAddresses`
/// ```
///
/// Further tables are `[[token_server]]`, for `weixin token-server` ([`TokenServerKey`]).
///
/// The same names in capitals after `WEIXIN_` work as environment variables (`WEIXIN_KIND`,
/// `WEIXIN_APP_ID`, …) and win over the file. Several accounts are several `[[account]]` tables,
/// each with a `path` of its own.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct Config {
    /// Where to listen. `127.0.0.1:8080` by default.
    pub listen: Option<SocketAddr>,
    /// Under which address the platform reaches the bot, e.g. `https://bot.example.com`; only used
    /// to print what to paste into the console.
    pub public_url: Option<String>,
    /// Whether to print nothing at the start. Otherwise the bot prints to standard error what to
    /// paste into the console: the URL, and, if standard error is a terminal, token and key.
    pub quiet: bool,
    /// How many connections [`Bot::serve`](crate::Bot::serve) has open at the same time, at least 1.
    /// Above that new ones wait. `None`: 10,000, or fewer if the system allows the process fewer open
    /// files.
    pub max_connections: Option<usize>,
    /// Where access tokens are kept; in memory if `None`.
    pub store: Option<StoreConfig>,
    /// Where pushes are kept until they are handled; in memory if `None`.
    pub inbox: Option<InboxConfig>,
    /// From which addresses requests are accepted; from any if `None`.
    pub source_addresses: Option<SourceAddresses>,
    /// The certificate of the bot's own HTTPS; plain HTTP if `None`, for a proxy in front of it.
    pub tls: Option<TlsConfig>,
    /// Where the log goes and what is in it.
    pub log: Option<LogConfig>,
    /// Whether the bot goes on with what it has when its configuration file is edited. Otherwise the file
    /// is looked at every two seconds, and changes of its accounts take effect at once.
    pub no_reload: bool,
    /// The accounts.
    pub accounts: Vec<AccountConfig>,
    /// Which programs `weixin token-server` gives tokens to. Bots do not look at it.
    pub token_server: Vec<TokenServerKey>,
    /// Where it was read from.
    file: Option<ConfigFile>,
    /// What was found wrong on the way, to be reported with the rest.
    early: Vec<Problem>,
    /// Environment variables that begin like ours and that nothing reads.
    unread: Vec<String>,
}

impl Config {
    /// A configuration with one account.
    pub fn new(account: AccountConfig) -> Self {
        Self { accounts: vec![account], ..Self::default() }
    }

    /// Adds an account, which needs a [`path`](AccountConfig::path) of its own.
    #[must_use]
    pub fn account(mut self, account: AccountConfig) -> Self {
        self.accounts.push(account);
        self
    }

    /// Sets where to listen.
    #[must_use]
    pub fn listen(mut self, address: SocketAddr) -> Self {
        self.listen = Some(address);
        self
    }

    /// Sets how many connections may be open at the same time.
    #[must_use]
    pub fn max_connections(mut self, connections: usize) -> Self {
        self.max_connections = Some(connections);
        self
    }

    /// Serves HTTPS with this certificate.
    #[must_use]
    pub fn tls(mut self, tls: TlsConfig) -> Self {
        self.tls = Some(tls);
        self
    }

    /// Sets where the log goes and what is in it.
    #[must_use]
    pub fn log(mut self, log: LogConfig) -> Self {
        self.log = Some(log);
        self
    }

    /// Sets from which addresses requests are accepted.
    #[must_use]
    pub fn source_addresses(mut self, addresses: SourceAddresses) -> Self {
        self.source_addresses = Some(addresses);
        self
    }

    /// Which requests are accepted by where they come from. [Checked](Self::check) before.
    pub(crate) fn source_filter(&self) -> Option<SourceFilter> {
        self.source_addresses.as_ref().map(|addresses| addresses.check(&mut Vec::new()))
    }

    /// The file that it was read from.
    pub(crate) fn read_from(&self) -> Option<&ConfigFile> {
        self.file.as_ref()
    }

    /// The file that it was read from, unless its changes are of no matter.
    pub(crate) fn watched_file(&self) -> Option<&ConfigFile> {
        self.file.as_ref().filter(|_| !self.no_reload)
    }

    /// The settings, other than accounts, that differ from those of another configuration.
    pub(crate) fn differences(&self, other: &Self) -> Vec<&'static str> {
        let differences = [
            ("listen", self.listen != other.listen),
            ("public_url", self.public_url != other.public_url),
            ("quiet", self.quiet != other.quiet),
            ("max_connections", self.max_connections != other.max_connections),
            ("no_reload", self.no_reload != other.no_reload),
            ("[store]", self.store != other.store),
            ("[inbox]", self.inbox != other.inbox),
            ("[log]", without_level(&self.log) != without_level(&other.log)),
            ("[tls]", self.tls != other.tls),
            ("[source_addresses]", self.source_addresses != other.source_addresses),
        ];
        differences.into_iter().filter(|(_, differ)| *differ).map(|(name, _)| name).collect()
    }

    pub(crate) fn address(&self) -> SocketAddr {
        self.listen.unwrap_or_else(|| SocketAddr::from(([127, 0, 0, 1], 8080)))
    }
}

/// A change of the level takes effect at once.
fn without_level(log: &Option<LogConfig>) -> LogConfig {
    LogConfig { level: None, ..log.clone().unwrap_or_default() }
}
