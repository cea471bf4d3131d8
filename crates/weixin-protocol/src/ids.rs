//! Names the platform gives to accounts, people and files, as types that cannot be mixed up.

use std::{borrow::Borrow, fmt};

use serde::{Deserialize, Serialize};

/// Declares a string newtype. A macro because the seven impls below would otherwise be written
/// once per id.
macro_rules! id {
    ($($(#[$doc:meta])* $name:ident)+) => { $(
        $(#[$doc])*
        #[derive(Debug, Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// Takes the name as the platform wrote it.
            pub fn new(name: impl Into<String>) -> Self {
                Self(name.into())
            }

            /// The name as the platform writes it.
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// Whether there is no name at all.
            pub fn is_empty(&self) -> bool {
                self.0.is_empty()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl From<&str> for $name {
            fn from(name: &str) -> Self {
                Self(name.to_owned())
            }
        }

        impl From<String> for $name {
            fn from(name: String) -> Self {
                Self(name)
            }
        }

        impl From<&$name> for $name {
            fn from(name: &$name) -> Self {
                name.clone()
            }
        }

        impl From<$name> for String {
            fn from(name: $name) -> Self {
                name.0
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl PartialEq<str> for $name {
            fn eq(&self, other: &str) -> bool {
                self.0 == other
            }
        }

        impl PartialEq<&str> for $name {
            fn eq(&self, other: &&str) -> bool {
                self.0 == *other
            }
        }
    )+ };
}

id! {
    /// The id of an Official Account or Mini Program (`wx…`), or of a WeCom corporation
    /// (`ww…`/`wx…`, there called CorpID).
    AppId
    /// A person as one account knows them: the openid at an Official Account or Mini Program,
    /// the userid in WeCom.
    UserId
    /// A file uploaded to the platform. Temporary ones live three days.
    MediaId
}

/// A follower of an Official Account or a user of a Mini Program. The same person has a different
/// one at each account.
pub type OpenId = UserId;
