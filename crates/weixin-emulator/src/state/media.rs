//! Uploaded files: temporary media (临时素材) and permanent materials.

use std::collections::HashMap;

use bytes::Bytes;
use weixin_api::Timestamp;
use weixin_protocol::{AppId, MediaId};

/// The kind of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum MediaKind {
    Image,
    Voice,
    Video,
    Thumb,
    File,
}

impl MediaKind {
    /// The platform's name of the kind.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Image => "image",
            Self::Voice => "voice",
            Self::Video => "video",
            Self::Thumb => "thumb",
            Self::File => "file",
        }
    }

    pub(crate) fn parse(name: &str) -> Option<Self> {
        [Self::Image, Self::Voice, Self::Video, Self::Thumb, Self::File]
            .into_iter()
            .find(|kind| kind.as_str() == name)
    }
}

/// A file.
#[derive(Debug, Clone)]
pub(crate) struct Media {
    pub(crate) id: MediaId,
    pub(crate) account: AppId,
    pub(crate) kind: MediaKind,
    pub(crate) name: String,
    pub(crate) mime: String,
    pub(crate) content: Bytes,
    pub(crate) expires: Timestamp,
}

/// The files of all accounts. Expired ones are removed when a file is added.
#[derive(Debug, Default)]
pub(crate) struct MediaStore(HashMap<MediaId, Media>);

impl MediaStore {
    /// Adds a file.
    pub(crate) fn insert(&mut self, media: Media, now: Timestamp) {
        self.0.retain(|_, media| media.expires > now);
        self.0.insert(media.id.clone(), media);
    }

    /// Removes a file.
    pub(crate) fn remove(&mut self, id: &MediaId) {
        self.0.remove(id);
    }

    /// A file of this account that has not expired.
    pub(crate) fn get(&self, account: &AppId, id: &MediaId, now: Timestamp) -> Option<&Media> {
        self.get_any(id).filter(|media| media.account == *account && now < media.expires)
    }

    /// A file of any account, even if it has expired.
    pub(crate) fn get_any(&self, id: &MediaId) -> Option<&Media> {
        self.0.get(id)
    }
}
