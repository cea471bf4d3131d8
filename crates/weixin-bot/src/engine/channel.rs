//! Reply channels: how a message reaches its receiver when it is not the answer to a push.

use std::{error::Error as StdError, fmt};

use weixin_api::{BoxFuture, Message, kind::Any};
use weixin_client::Client;
use weixin_protocol::MessageLimits;
use weixin_store::inbox::Destination;

use crate::BoxError;

/// Sends messages on their own, outside the answer to a push.
///
/// The accounts of the platform already have one: customer-service messages (Official, Mini) or app
/// messages (WeCom). Implement it for another way to send messages, and [mount](crate::Bot::mount)
/// it.
pub trait ReplyChannel: fmt::Debug + Send + Sync + 'static {
    /// A short name, for logs.
    fn name(&self) -> &'static str;

    /// What one message may carry. Longer texts are split, and more cards are sent as several
    /// messages, before they are passed to [`send`](Self::send).
    fn limits(&self) -> &'static MessageLimits;

    /// Uploads the files of a message, so that it can be stored before it is sent. The engine calls
    /// it with an inbox that several processes share. The default returns the message as it is; a
    /// message with a file that is not uploaded cannot be sent again after a crash.
    ///
    /// # Errors
    /// As [`send`](Self::send).
    fn prepare(&self, message: Message) -> BoxFuture<'_, Result<Message, SendError>> {
        Box::pin(async { Ok(message) })
    }

    /// Sends one message and its files: files that are not uploaded yet are uploaded or sent
    /// inline, as the channel requires.
    ///
    /// # Errors
    /// [`SendError`]: the channel has no such message, does not reach the receiver, or failed. The
    /// error is logged, and the remaining messages of the answer are still sent.
    fn send<'a>(
        &'a self,
        to: &'a Destination,
        message: Message,
    ) -> BoxFuture<'a, Result<(), SendError>>;
}

/// Why a message could not be sent.
#[derive(Debug)]
#[non_exhaustive]
pub enum SendError {
    /// The channel has no such messages, or does not reach this receiver.
    Unsupported(&'static str),
    /// The platform rejected it, or could not be reached.
    Failed(BoxError),
}

impl fmt::Display for SendError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unsupported(why) => f.write_str(why),
            Self::Failed(error) => error.fmt(f),
        }
    }
}

impl StdError for SendError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            Self::Unsupported(_) => None,
            Self::Failed(error) => error.source(),
        }
    }
}

impl From<weixin_api::Error> for SendError {
    fn from(error: weixin_api::Error) -> Self {
        Self::Failed(error.into())
    }
}

/// The messages that an account can send to its users by API.
#[derive(Debug)]
pub(crate) struct AccountMessages(pub(crate) Client<Any>);

impl ReplyChannel for AccountMessages {
    fn name(&self) -> &'static str {
        "messages of the account"
    }

    fn limits(&self) -> &'static MessageLimits {
        self.0.message_limits()
    }

    fn prepare(&self, message: Message) -> BoxFuture<'_, Result<Message, SendError>> {
        Box::pin(async { Ok(self.0.prepare_message(message).await?) })
    }

    fn send<'a>(
        &'a self,
        to: &'a Destination,
        message: Message,
    ) -> BoxFuture<'a, Result<(), SendError>> {
        Box::pin(async move {
            let Destination::User(user) = to else {
                return Err(SendError::Unsupported(
                    "messages of the account reach its users only: mount a channel for this \
                     destination",
                ));
            };
            Ok(self.0.send_message(user, message).await?)
        })
    }
}
