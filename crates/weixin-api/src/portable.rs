//! What every account can do, whatever its product.

use std::fmt;

use weixin_protocol::{MediaId, UserId};

use crate::{
    AccountId, Error, ErrorKind, FileKind, FilePart,
    wire::{Answer, Outgoing},
};

/// The part of the API that all products have in common, as calls to be sent. It lets a client
/// serve an account whose product it does not know.
pub trait Portable: fmt::Debug + Send + Sync {
    /// Sends a text to one user of the account.
    ///
    /// # Errors
    ///
    /// When the call cannot be written.
    fn text(&self, account: &AccountId, to: &UserId, text: &str) -> Result<Outgoing, Error>;

    /// Sends an uploaded file to one user of the account.
    ///
    /// # Errors
    ///
    /// When the product cannot send files of this kind.
    fn file(
        &self,
        account: &AccountId,
        to: &UserId,
        kind: FileKind,
        media: &MediaId,
    ) -> Result<Outgoing, Error>;

    /// Uploads a file as temporary media.
    ///
    /// # Errors
    ///
    /// When the product cannot store files of this kind.
    fn upload(&self, account: &AccountId, file: FilePart) -> Result<Outgoing, Error>;

    /// Reads what [`upload`](Portable::upload) was answered.
    ///
    /// # Errors
    ///
    /// When the answer is not readable.
    fn uploaded(&self, answer: Answer) -> Result<MediaId, Error>;

    /// Downloads temporary media. The answer is a [`Download`](crate::Download).
    ///
    /// # Errors
    ///
    /// When the call cannot be written.
    fn download(&self, account: &AccountId, media: &MediaId) -> Result<Outgoing, Error>;
}

/// The portable part of an account that has none.
#[derive(Debug)]
pub(crate) struct Unportable;

impl Unportable {
    fn refuse<T>(account: &AccountId) -> Result<T, Error> {
        let message =
            format!("an account of the kind {} has no users and no files", account.role());
        Err(Error::new(ErrorKind::Call, message))
    }
}

impl Portable for Unportable {
    fn text(&self, account: &AccountId, _to: &UserId, _text: &str) -> Result<Outgoing, Error> {
        Self::refuse(account)
    }

    fn file(
        &self,
        account: &AccountId,
        _to: &UserId,
        _kind: FileKind,
        _media: &MediaId,
    ) -> Result<Outgoing, Error> {
        Self::refuse(account)
    }

    fn upload(&self, account: &AccountId, _file: FilePart) -> Result<Outgoing, Error> {
        Self::refuse(account)
    }

    fn uploaded(&self, _answer: Answer) -> Result<MediaId, Error> {
        Err(Error::new(ErrorKind::Reply, "nothing was uploaded"))
    }

    fn download(&self, account: &AccountId, _media: &MediaId) -> Result<Outgoing, Error> {
        Self::refuse(account)
    }
}
