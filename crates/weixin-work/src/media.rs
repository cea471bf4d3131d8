//! Temporary media (临时素材): files that live three days. `/cgi-bin/media/*`

use serde::{Deserialize, Serialize};
use weixin_api::{Call, Caller, Download, FileKind, FilePart, On, Timestamp, endpoint, endpoints};
use weixin_protocol::MediaId;

endpoints![UploadMedia, GetMedia];

/// Uploads a file that lives three days. `POST /cgi-bin/media/upload`
///
/// Every file is larger than 5 bytes.
///
/// | kind | limit |
/// |---|---|
/// | image | 10 MB; PNG, JPEG |
/// | voice | 2 MB, 60 seconds; AMR |
/// | video | 10 MB; MP4 |
/// | file | 20 MB |
#[endpoint(POST "/cgi-bin/media/upload", title = "上传临时素材",
    doc = "https://developer.work.weixin.qq.com/document/path/90253",
    scope(work), retry = safe, reply = UploadedMedia)]
pub struct UploadMedia {
    /// What the file is.
    #[query]
    #[serde(rename = "type")]
    pub kind: MediaKind,
    /// The file.
    #[part]
    pub media: FilePart,
}

/// What an uploaded file is.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum MediaKind {
    /// A picture.
    Image,
    /// A voice recording.
    Voice,
    /// A video.
    Video,
    /// Any other file.
    File,
    /// Something this version does not know.
    #[serde(untagged)]
    Other(String),
}

impl From<FileKind> for MediaKind {
    fn from(kind: FileKind) -> Self {
        match kind {
            FileKind::Image => Self::Image,
            FileKind::Voice => Self::Voice,
            FileKind::Video => Self::Video,
            _ => Self::File,
        }
    }
}

/// A file the platform now has.
#[endpoint(part)]
pub struct UploadedMedia {
    /// What it is.
    #[serde(rename = "type")]
    pub kind: MediaKind,
    /// Its name; every app of the corporation may use it.
    pub media_id: MediaId,
    /// When it was uploaded. The platform writes the number as text.
    pub created_at: Timestamp,
}

/// Downloads a file that was uploaded less than three days ago. `GET /cgi-bin/media/get`
#[endpoint(GET "/cgi-bin/media/get", title = "获取临时素材",
    doc = "https://developer.work.weixin.qq.com/document/path/90254",
    scope(work), reply = Download)]
pub struct GetMedia {
    /// The file.
    pub media_id: MediaId,
}

/// The group as a client has it: `wx.media()`.
#[derive(Debug)]
pub struct Media<'c, C: ?Sized>(&'c C);

/// Gives a client `media()`.
pub trait MediaApi: Caller {
    /// Temporary media (临时素材).
    fn media(&self) -> Media<'_, Self> {
        Media(self)
    }
}

impl<C: Caller + ?Sized> MediaApi for C where UploadMedia: On<C::Kind> {}

impl<'c, C: Caller + ?Sized> Media<'c, C> {
    /// Uploads a file; its media type says whether it is a picture, a voice recording, a video or
    /// none of them. See [`UploadMedia`].
    pub fn upload(&self, media: FilePart) -> Call<'c, C, UploadMedia> {
        Call::new(self.0, UploadMedia::new(media.kind(), media))
    }

    /// Downloads a file; see [`GetMedia`].
    pub fn get(&self, media_id: impl Into<MediaId>) -> Call<'c, C, GetMedia> {
        Call::new(self.0, GetMedia::new(media_id))
    }
}
