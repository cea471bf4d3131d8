//! The accounts that a bot serves: they can be added, changed and removed while it runs.

mod file;
mod registry;
mod serving;

pub(crate) use file::{reload_file, watch_file};
pub use registry::AccountRegistry;
pub(crate) use registry::watch_registry;
pub(crate) use serving::{Accounts, AccountsParts, Serving};

use std::fmt;

use weixin_api::AccountId;

/// What a change of a bot's accounts was.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct AccountChanges {
    /// Accounts that are served now and were not before.
    pub added: Vec<AccountId>,
    /// Accounts with other settings than before. Handlers that run go on with the old ones.
    pub changed: Vec<AccountId>,
    /// Accounts that are no longer served. Handlers that run go on, and their answers are sent.
    pub removed: Vec<AccountId>,
    /// Accounts of the [registry](AccountRegistry) with wrong settings, and what is wrong: they are served as
    /// before, or not at all if they are new.
    pub invalid: Vec<InvalidAccount>,
}

/// An account of the [registry](AccountRegistry) that is not served as it says.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct InvalidAccount {
    /// Its place in the list that the registry returned, beginning with 0: it is known even if the account has
    /// no id.
    pub index: usize,
    /// Its kind and id as far as they were given, such as `official wx0123456789abcdef`.
    pub name: String,
    /// What is wrong. Never a secret.
    pub problem: String,
}

impl fmt::Display for InvalidAccount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "account {} of the registry ({}): {}", self.index + 1, self.name, self.problem)
    }
}

impl AccountChanges {
    /// Whether an account was added, changed or removed.
    pub fn has_any(&self) -> bool {
        !(self.added.is_empty() && self.changed.is_empty() && self.removed.is_empty())
    }
}

impl fmt::Display for AccountChanges {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut separator = "";
        for (word, accounts) in
            [("added", &self.added), ("changed", &self.changed), ("removed", &self.removed)]
        {
            if accounts.is_empty() {
                continue;
            }
            write!(f, "{separator}{word}")?;
            for (index, account) in accounts.iter().enumerate() {
                write!(f, "{} {account}", if index == 0 { "" } else { "," })?;
            }
            separator = "; ";
        }
        if separator.is_empty() {
            f.write_str("no account has changed")?;
        }
        Ok(())
    }
}
