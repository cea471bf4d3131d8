//! Reply channels: how a message reaches its receiver when it is not the answer to a push.

use std::{error::Error as StdError, fmt};

use weixin_api::{BoxFuture, ErrCode, ErrorKind, Message, kind::Any};
use weixin_client::Client;
use weixin_protocol::{MessageChannel, MessageLimits};
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

    /// Which of the platform's channels it is: the engine then keeps to the number of messages that
    /// the platform accepts for one user. `None` by default: there is no such limit.
    fn message_channel(&self) -> Option<MessageChannel> {
        None
    }

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
    /// [`SendError`]: the channel has no such message, does not reach the receiver, or failed. What
    /// the engine does then depends on the kind of error.
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
    /// The message was not sent, and sending it again would not help. The error is logged, and the
    /// remaining messages of the answer are still sent.
    Failed(BoxError),
    /// The message was certainly not sent, and may be accepted a little later: the receiver could not
    /// be reached, or was busy. It is sent again for about an hour.
    Temporary(BoxError),
    /// It is not known whether the message was sent: no answer came. The push is parked, or the
    /// message is sent again with `delivery = "at-least-once"`.
    Unknown(BoxError),
    /// No more messages to this user are accepted until the user acts again. The rest of the answer is
    /// parked.
    OutOfWindow(BoxError),
}

/// What follows from a [`SendError`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NotSent {
    Rejected,
    Temporary,
    Unknown,
    OutOfWindow,
}

/// The platform's codes for: too long after the last action of the user, and too many messages since
/// (Official Accounts and Mini Programs; WeCom customer service).
const OUT_OF_WINDOW: [i64; 4] = [45015, 45047, 95002, 95001];

impl SendError {
    pub(super) fn class(&self) -> NotSent {
        match self {
            Self::Unsupported(_) | Self::Failed(_) => NotSent::Rejected,
            Self::Temporary(_) => NotSent::Temporary,
            Self::Unknown(_) => NotSent::Unknown,
            Self::OutOfWindow(_) => NotSent::OutOfWindow,
        }
    }

    /// The platform's error code, if it sent one.
    pub fn code(&self) -> Option<ErrCode> {
        let error = match self {
            Self::Unsupported(_) => return None,
            Self::Failed(error)
            | Self::Temporary(error)
            | Self::Unknown(error)
            | Self::OutOfWindow(error) => error,
        };
        error.downcast_ref::<weixin_api::Error>()?.code()
    }
}

impl fmt::Display for SendError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unsupported(why) => f.write_str(why),
            Self::Failed(error)
            | Self::Temporary(error)
            | Self::Unknown(error)
            | Self::OutOfWindow(error) => error.fmt(f),
        }
    }
}

impl StdError for SendError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            Self::Unsupported(_) => None,
            Self::Failed(error)
            | Self::Temporary(error)
            | Self::Unknown(error)
            | Self::OutOfWindow(error) => error.source(),
        }
    }
}

impl From<weixin_api::Error> for SendError {
    fn from(error: weixin_api::Error) -> Self {
        let out_of_window = |code: ErrCode| OUT_OF_WINDOW.contains(&code.get());
        match error.kind() {
            _ if error.code().is_some_and(out_of_window) => Self::OutOfWindow(error.into()),
            ErrorKind::Interrupted | ErrorKind::Timeout | ErrorKind::Unverified => {
                Self::Unknown(error.into())
            }
            _ if error.is_retryable() => Self::Temporary(error.into()),
            _ => Self::Failed(error.into()),
        }
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

    fn message_channel(&self) -> Option<MessageChannel> {
        Some(MessageChannel::active(self.0.account().product()))
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
