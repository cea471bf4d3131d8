//! Messages and files, as every account with users can send them.

use std::fmt;

use weixin_protocol::{FileKind, MediaId, MessageLimits, PeerId};

use crate::{
    AccountId, Error, ErrorKind, FilePart, Media, Message,
    wire::{ApiRequest, ApiResponse},
};

/// How an account sends messages to its users and keeps files: the part of the API that all
/// products have in common, as calls to be sent. It lets a client serve an account whose product
/// it does not know. The product crates implement it.
pub trait Messenger: fmt::Debug + Send + Sync {
    /// What one message may carry. A message of a kind that is not in it is refused by
    /// [`message`](Self::message).
    fn limits(&self) -> &'static MessageLimits;

    /// Whether a video needs a still picture beside it ([`Message::Video`]).
    fn video_needs_thumb(&self) -> bool {
        false
    }

    /// Sends one message to one user of the account. Its files are uploaded.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Call`] when the account has no such messages, or a file is not uploaded yet.
    fn message(
        &self,
        account: &AccountId,
        to: &PeerId,
        message: &Message,
    ) -> Result<ApiRequest, Error>;

    /// Uploads a file as temporary media, which the platform keeps for three days.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Call`] when the product cannot keep files of this kind.
    fn upload(
        &self,
        account: &AccountId,
        kind: FileKind,
        file: FilePart,
    ) -> Result<ApiRequest, Error>;

    /// Reads what [`upload`](Self::upload) was answered.
    ///
    /// # Errors
    ///
    /// When the answer is not readable.
    fn uploaded(&self, answer: ApiResponse) -> Result<MediaId, Error>;

    /// Downloads temporary media. The answer is a [`Download`](crate::Download).
    ///
    /// # Errors
    ///
    /// When the call cannot be written.
    fn download(&self, account: &AccountId, media: &MediaId) -> Result<ApiRequest, Error>;
}

/// The id of a file that a message is about to be sent with.
///
/// # Errors
///
/// [`ErrorKind::Call`] when it is not uploaded yet.
pub fn uploaded(media: &Media) -> Result<&MediaId, Error> {
    media.uploaded().ok_or_else(|| {
        Error::new(ErrorKind::Call, "the message's file is not uploaded yet: upload it first")
    })
}

/// Says that an account has no messages of a kind: `what` it has instead.
pub fn unsupported(message: &Message, what: &'static str) -> Error {
    let reason = match message {
        Message::Passive(_) => {
            "this can only stand in the answer to a push, and either it came too late or this kind \
             of push does not allow it"
        }
        _ => what,
    };
    Error::new(ErrorKind::Call, reason)
}

/// The messenger of an account that has no users and no files.
#[derive(Debug)]
pub(crate) struct NoMessenger;

impl NoMessenger {
    fn refuse<T>(account: &AccountId) -> Result<T, Error> {
        let message =
            format!("an account of the kind {} has no users and no files", account.kind());
        Err(Error::new(ErrorKind::Call, message))
    }
}

impl Messenger for NoMessenger {
    fn limits(&self) -> &'static MessageLimits {
        const NONE: &MessageLimits = &MessageLimits::new(&[]);
        NONE
    }

    fn message(&self, account: &AccountId, _: &PeerId, _: &Message) -> Result<ApiRequest, Error> {
        Self::refuse(account)
    }

    fn upload(&self, account: &AccountId, _: FileKind, _: FilePart) -> Result<ApiRequest, Error> {
        Self::refuse(account)
    }

    fn uploaded(&self, _: ApiResponse) -> Result<MediaId, Error> {
        Err(Error::new(ErrorKind::Reply, "nothing was uploaded"))
    }

    fn download(&self, account: &AccountId, _: &MediaId) -> Result<ApiRequest, Error> {
        Self::refuse(account)
    }
}
