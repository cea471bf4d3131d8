//! Messages and files, for accounts with users.

use std::fmt;

use weixin_protocol::{FileKind, MediaId, MessageLimits, PeerId};

use crate::{
    AccountId, Error, ErrorKind, FilePart, Media, Message,
    wire::{ApiRequest, ApiResponse},
};

/// How an account sends messages to its users and keeps files: the part of the API that all
/// products have in common, as calls to be sent. With it, a client can serve an account whose
/// product it does not know. Implemented in the product crates.
pub trait Messenger: fmt::Debug + Send + Sync {
    /// The limits of one message. [`message`](Self::message) rejects kinds of messages that they do
    /// not contain.
    fn limits(&self) -> &'static MessageLimits;

    /// Whether a video needs a still picture ([`Message::Video`]).
    fn video_needs_thumb(&self) -> bool {
        false
    }

    /// The call that sends one message to one user of the account. Its files must be uploaded.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Call`] if the account has no such messages, or a file is not uploaded yet.
    fn message(
        &self,
        account: &AccountId,
        to: &PeerId,
        message: &Message,
    ) -> Result<ApiRequest, Error>;

    /// The call that uploads a file as temporary media (临时素材), which the platform keeps for three
    /// days.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Call`] if the product cannot keep files of this kind.
    fn upload(
        &self,
        account: &AccountId,
        kind: FileKind,
        file: FilePart,
    ) -> Result<ApiRequest, Error>;

    /// Reads the answer to [`upload`](Self::upload).
    ///
    /// # Errors
    ///
    /// If the answer cannot be read.
    fn uploaded(&self, answer: ApiResponse) -> Result<MediaId, Error>;

    /// The call that downloads temporary media. Its answer is a [`Download`](crate::Download).
    ///
    /// # Errors
    ///
    /// If the call cannot be encoded.
    fn download(&self, account: &AccountId, media: &MediaId) -> Result<ApiRequest, Error>;
}

/// The media id of a file in a message.
///
/// # Errors
///
/// [`ErrorKind::Call`] if it is not uploaded yet.
pub fn uploaded(media: &Media) -> Result<&MediaId, Error> {
    media.uploaded().ok_or_else(|| {
        Error::new(ErrorKind::Call, "the message's file is not uploaded yet: upload it first")
    })
}

/// The error for a message that an account cannot send. `what` says which messages it can send, or
/// which it cannot; it is not used for a reply that is only possible in the response to a push.
pub fn unsupported(message: &Message, what: &'static str) -> Error {
    let reason = match message {
        Message::Passive(_) => {
            "this reply can only be sent in the response to a push: that response was already \
             sent, or pushes of this type do not allow the reply"
        }
        _ => what,
    };
    Error::new(ErrorKind::Call, reason)
}

/// The messenger of an account that has no users and no files.
#[derive(Debug)]
pub(crate) struct NoMessenger;

impl NoMessenger {
    fn unavailable<T>(account: &AccountId) -> Result<T, Error> {
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
        Self::unavailable(account)
    }

    fn upload(&self, account: &AccountId, _: FileKind, _: FilePart) -> Result<ApiRequest, Error> {
        Self::unavailable(account)
    }

    fn uploaded(&self, _: ApiResponse) -> Result<MediaId, Error> {
        Err(Error::new(ErrorKind::Reply, "nothing was uploaded"))
    }

    fn download(&self, account: &AccountId, _: &MediaId) -> Result<ApiRequest, Error> {
        Self::unavailable(account)
    }
}
