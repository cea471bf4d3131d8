//! Which programs a token server gives tokens to, as configured.

use serde::Deserialize;
use weixin_protocol::Secret;

use super::account::secret;

/// A key of `weixin token-server`: one `[[token_server]]` table of `weixin.toml`. Give each program
/// its own key, with the accounts that it calls as.
///
/// ```toml
/// [[token_server]]
/// name = "shop"                                  # for the log
/// key = "…"                                      # at least 16 characters: openssl rand -hex 32
/// accounts = ["official:wx0123456789abcdef", "work:ww0123456789abcdef/1000002"]
/// ```
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct TokenServerKey {
    /// The program's name in the log. `key 1`, `key 2`, … by default.
    pub name: Option<String>,
    /// The key that the program sends with every request: at least 16 characters.
    #[serde(deserialize_with = "secret")]
    pub key: Option<Secret>,
    /// The accounts whose tokens the program may fetch, as the token server prints them at the
    /// start (`official:wx…`, `mini:wx…`, `work:ww…/1000002`). There is no wildcard.
    pub accounts: Vec<String>,
}

impl TokenServerKey {
    /// A key for these accounts.
    pub fn new(
        key: impl Into<Secret>,
        accounts: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        let accounts = accounts.into_iter().map(Into::into).collect();
        Self { name: None, key: Some(key.into()), accounts }
    }

    /// Sets the program's name in the log.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }
}
