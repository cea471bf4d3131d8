//! Why an argument of a handler could not be extracted.

use weixin_api::AccountId;
use weixin_protocol::{ReadError, Selector};

/// The push is another message, or cannot be read as this one.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum WrongMessage {
    /// It is another message or event.
    #[error("the push is \"{is}\", not \"{wanted}\"")]
    Other {
        /// The kind of the push.
        is: String,
        /// The kind that the argument is for.
        wanted: Selector,
    },
    /// A field is missing or malformed.
    #[error(transparent)]
    Unreadable(#[from] ReadError),
}

/// The account was mounted without a client.
#[derive(Debug, Clone, Copy, thiserror::Error)]
#[error("the account has no client: `MountedAccount::with_client`")]
#[non_exhaustive]
pub struct NoClient;

/// The account is not of the kind that the client argument is for.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum WrongAccount {
    /// It has no client.
    #[error(transparent)]
    NoClient(#[from] NoClient),
    /// It is another account, of another kind.
    #[error("the account is {0}")]
    Other(AccountId),
}

/// A group of a regular expression could not be read.
#[derive(Debug, thiserror::Error)]
#[error("group {group} of the regular expression: {error}")]
#[non_exhaustive]
pub struct WrongCapture {
    /// The number of the group, from 1.
    pub group: usize,
    /// Why it could not be parsed.
    #[source]
    pub error: crate::BoxError,
}
