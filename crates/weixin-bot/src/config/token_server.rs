//! Which programs a token server gives tokens to, as configured.

use serde::Deserialize;
use weixin_protocol::Secret;

use super::account::secret;

/// A key of `weixin token-server`: one table `[[token_server]]` of `weixin.toml`. Give each program
/// a key of its own, with the accounts that it calls as.
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
    /// What the log calls the program. `key 1`, `key 2`, … by default.
    pub name: Option<String>,
    /// The key, which the program shows with every question.
    #[serde(deserialize_with = "secret")]
    pub key: Option<Secret>,
    /// The accounts whose tokens the program is given, as the token server prints them at the start
    /// (`official:wx…`, `mini:wx…`, `work:ww…/1000002`). There is no way to say "all".
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

    /// Sets what the log calls the program.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }
}
