//! Temporary files (临时素材).

use std::collections::HashMap;

use bytes::Bytes;
use weixin_api::Timestamp;
use weixin_protocol::{AppId, MediaId};

/// What kind of file something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum MediaKind {
    Image,
    Voice,
    Video,
    Thumb,
    File,
}

impl MediaKind {
    /// The platform's word.
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

/// One file.
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

/// All files. Those whose time is over are dropped when another comes.
#[derive(Debug, Default)]
pub(crate) struct MediaStore(HashMap<MediaId, Media>);

impl MediaStore {
    /// Keeps a file.
    pub(crate) fn insert(&mut self, media: Media, now: Timestamp) {
        self.0.retain(|_, media| media.expires > now);
        self.0.insert(media.id.clone(), media);
    }

    /// Throws a file away.
    pub(crate) fn remove(&mut self, id: &MediaId) {
        self.0.remove(id);
    }

    /// A file of an account whose time is not over.
    pub(crate) fn get(&self, account: &AppId, id: &MediaId, now: Timestamp) -> Option<&Media> {
        self.get_any(id).filter(|media| media.account == *account && now < media.expires)
    }

    /// A file, whoever's it is, even if its time is over.
    pub(crate) fn get_any(&self, id: &MediaId) -> Option<&Media> {
        self.0.get(id)
    }
}
