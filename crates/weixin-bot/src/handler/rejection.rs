//! Why an argument of a handler could not be taken.

use weixin_api::AccountId;
use weixin_protocol::{ReadError, Selector};

/// The push is no message of that type, or one that cannot be read.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum WrongMessage {
    /// It is another message or event.
    #[error("the push is \"{is}\", not \"{wanted}\"")]
    Other {
        /// What it is.
        is: String,
        /// What the argument is.
        wanted: Selector,
    },
    /// A field is missing, or is not what it has to be.
    #[error(transparent)]
    Unreadable(#[from] ReadError),
}

/// The account was mounted without a client.
#[derive(Debug, Clone, Copy, thiserror::Error)]
#[error("the account has no client: `MountedAccount::with_client`")]
#[non_exhaustive]
pub struct NoClient;

/// The account is of another kind than the client that was asked for.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum WrongAccount {
    /// It has no client at all.
    #[error(transparent)]
    NoClient(#[from] NoClient),
    /// It is this one.
    #[error("the account is {0}")]
    Other(AccountId),
}

/// A group of a regular expression could not be read.
#[derive(Debug, thiserror::Error)]
#[error("group {group} of the regular expression: {error}")]
#[non_exhaustive]
pub struct WrongCapture {
    /// Which group, from 1.
    pub group: usize,
    /// Why.
    #[source]
    pub error: crate::BoxError,
}
