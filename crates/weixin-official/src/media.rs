//! Temporary media (临时素材): files that are kept for three days. `/cgi-bin/media/*`

use serde::{Deserialize, Serialize, Serializer, ser::SerializeStruct};
use weixin_api::{
    Call, Caller, Describe, Error, ErrorKind, FileKind, FileOr, FilePart, StringEnum, Timestamp,
    endpoint, group,
};
use weixin_protocol::MediaId;

group! {
    /// Temporary media (临时素材).
    media: [UploadMedia, GetMedia]
}

/// Uploads a file as temporary media (临时素材), which is kept for three days.
///
/// | kind | limit |
/// |---|---|
/// | image | 10 MB; PNG, JPEG, GIF |
/// | voice | 2 MB, 60 seconds; AMR, MP3 |
/// | video | 10 MB; MP4 |
/// | thumb | 64 KB; JPEG |
///
/// Fails with 40004 when the type is unknown, with 40005 when the format is not allowed, with 40006
/// or 45001 when the file is too large, with 41005 when it is missing.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, FilePart, kind::Official};
/// # use weixin_official::prelude::*;
/// # use weixin_protocol::OpenId;
/// # async fn example(wx: impl Caller<Kind = Official>, openid: OpenId) -> Result<(), Error> {
/// let uploaded = wx.media().upload(FilePart::path("receipt.png")).await?;
/// wx.custom_messages().send(SendCustomMessage::image(openid, uploaded.media_id)).await?;
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/media/upload", title = "新增临时素材",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Asset_Management/New_temporary_materials.html",
    scope(official, mini), retry = safe, no_errcode, reply = UploadedMedia, call = "wx.media().upload(media)")]
pub struct UploadMedia {
    /// The type of the file.
    #[query]
    #[serde(rename = "type")]
    pub kind: MediaKind,
    /// The file.
    #[part]
    pub media: FilePart,
}

impl UploadMedia {
    /// The upload of a file whose kind follows from its media type.
    ///
    /// # Errors
    ///
    /// When it is neither picture, voice recording nor video.
    pub fn of(media: FilePart) -> Result<Self, Error> {
        let kind = MediaKind::of(media.kind()).ok_or_else(|| {
            Error::new(ErrorKind::Call, "only images, voice and video can be uploaded here")
        })?;
        Ok(Self::new(kind, media))
    }
}

/// The type of an uploaded file.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[string_enum(rename_all = "lowercase")]
#[non_exhaustive]
pub enum MediaKind {
    /// A picture.
    Image,
    /// A voice recording.
    Voice,
    /// A video.
    Video,
    /// The small picture of a video or a song (缩略图).
    Thumb,
    /// Articles (图文消息); only in what `uploadnews` answers.
    News,
    /// A value that this version does not know.
    Other(String),
}

impl MediaKind {
    /// The kind for a file of this sort; there is none for files in general.
    pub fn of(kind: FileKind) -> Option<Self> {
        match kind {
            FileKind::Image => Some(Self::Image),
            FileKind::Voice => Some(Self::Voice),
            FileKind::Video => Some(Self::Video),
            FileKind::Thumb => Some(Self::Thumb),
            _ => None,
        }
    }
}

/// An uploaded file.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Describe)]
#[non_exhaustive]
pub struct UploadedMedia {
    /// The type of the file.
    #[serde(rename = "type")]
    pub kind: MediaKind,
    /// The id of the file. On the wire a [`MediaKind::Thumb`] has it as `thumb_media_id`.
    #[serde(alias = "thumb_media_id")]
    pub media_id: MediaId,
    /// When the file was uploaded. Temporary media are deleted three days later.
    pub created_at: Timestamp,
}

impl UploadedMedia {
    /// A file of this kind and id, uploaded at that moment.
    pub fn new(kind: MediaKind, media_id: impl Into<MediaId>, created_at: Timestamp) -> Self {
        Self { kind, media_id: media_id.into(), created_at }
    }
}

impl Serialize for UploadedMedia {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let thumb = self.kind == MediaKind::Thumb;
        let mut fields = serializer.serialize_struct("UploadedMedia", 3)?;
        fields.serialize_field("type", &self.kind)?;
        fields
            .serialize_field(if thumb { "thumb_media_id" } else { "media_id" }, &self.media_id)?;
        fields.serialize_field("created_at", &self.created_at)?;
        fields.end()
    }
}

/// Downloads temporary media.
///
/// For a video the reply is the address to download it from.
///
/// Fails with 40007 when the file is unknown or has expired.
#[endpoint(GET "/cgi-bin/media/get", title = "获取临时素材",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Asset_Management/Get_temporary_materials.html",
    scope(official, mini), no_errcode, reply = FileOr<VideoAddress>, call = media.get)]
pub struct GetMedia {
    /// The file, uploaded less than three days ago.
    pub media_id: MediaId,
}

/// The address of a video.
#[endpoint(part)]
pub struct VideoAddress {
    /// The address from which the video can be downloaded.
    pub video_url: String,
}

impl<'c, C: Caller + ?Sized> MediaHandle<'c, C> {
    /// Uploads a picture, a voice recording or a video; its media type says which. A file of any
    /// other type is sent as a picture, for the platform to judge; see [`UploadMedia`].
    pub fn upload(&self, media: FilePart) -> Call<'c, C, UploadMedia> {
        let kind = MediaKind::of(media.kind()).unwrap_or(MediaKind::Image);
        Call::new(self.caller, UploadMedia::new(kind, media))
    }

    /// Uploads the small picture of a video or a piece of music; see [`UploadMedia`].
    pub fn upload_thumb(&self, media: FilePart) -> Call<'c, C, UploadMedia> {
        Call::new(self.caller, UploadMedia::new(MediaKind::Thumb, media))
    }
}
