//! Which accounts a bot serves, and where.

mod account;
mod check;
mod client;
mod error;
mod load;
mod store;

pub use account::AccountConfig;
pub(crate) use check::CheckedAccount;
pub use error::{ConfigError, Problem};
pub use store::StoreConfig;

use std::net::SocketAddr;

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
/// # path = "/callback"
///
/// # [store]                       # where tokens are kept; in memory if left out
/// # url = "redis://127.0.0.1:6379" # see `StoreConfig`
/// # key = "…"                      # seals them
/// ```
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
    /// Whether to print nothing at the start. What is printed has token and key in it, and where
    /// standard error goes into a log that others read, they had better not be there.
    pub quiet: bool,
    /// Where access tokens are kept; in memory if `None`.
    pub store: Option<StoreConfig>,
    /// The accounts.
    pub accounts: Vec<AccountConfig>,
    /// What was found wrong on the way, to be reported with the rest.
    early: Vec<Problem>,
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

    pub(crate) fn address(&self) -> SocketAddr {
        self.listen.unwrap_or_else(|| SocketAddr::from(([127, 0, 0, 1], 8080)))
    }
}
