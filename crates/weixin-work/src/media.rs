//! Temporary media (临时素材): files that live three days. `/cgi-bin/media/*`

use weixin_api::{
    Call, Caller, Download, FileKind, FilePart, StringEnum, Timestamp, endpoint, group, int_enum,
};
use weixin_protocol::{Header, MediaId, inbound, messages};

group! {
    /// Temporary media (临时素材).
    media: [UploadMedia, UploadAttachment, GetMedia, GetHighQualityVoice, UploadMediaByUrl, GetUploadByUrl]
}

messages![UploadByUrlFinished];

/// Uploads a file that lives three days.
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
    scope(work), retry = safe, reply = UploadedMedia, call = "wx.media().upload(media)")]
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
    /// Any other file.
    File,
    /// A value that this version does not know.
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
#[endpoint(part, reply_to(UploadMedia, UploadAttachment))]
pub struct UploadedMedia {
    /// What it is.
    #[serde(rename = "type")]
    pub kind: MediaKind,
    /// Its name; every app of the corporation may use it.
    pub media_id: MediaId,
    /// When it was uploaded. The platform writes the number as text.
    pub created_at: Timestamp,
}

/// Downloads a file that was uploaded less than three days ago.
#[endpoint(GET "/cgi-bin/media/get", title = "获取临时素材",
    doc = "https://developer.work.weixin.qq.com/document/path/90254",
    scope(work), reply = Download, call = media.get)]
pub struct GetMedia {
    /// The file.
    pub media_id: MediaId,
}

/// Uploads a file for customers, which lives three days.
///
/// Pictures and videos are up to 10 MB large, and pictures up to 1,440 by 1,080 pixels.
#[endpoint(POST "/cgi-bin/media/upload_attachment", title = "上传附件资源",
    doc = "https://developer.work.weixin.qq.com/document/path/95098",
    scope(work), retry = safe, reply = UploadedMedia, call = "wx.media().upload_attachment(attachment_type, media)")]
pub struct UploadAttachment {
    /// What the file is: a picture, a video or a file.
    #[query]
    pub media_type: MediaKind,
    /// What it is for.
    #[query]
    pub attachment_type: AttachmentUse,
    /// The file.
    #[part]
    pub media: FilePart,
}

int_enum! {
    /// What an attachment is for.
    pub enum AttachmentUse {
        /// The moments of customers.
        Moments = 1,
        /// The album of products.
        ProductAlbum = 2,
    }
}

/// Downloads a voice recording that a page uploaded by the JS-SDK, as it was recorded: Speex at
/// 16,000 Hz.
#[endpoint(GET "/cgi-bin/media/get/jssdk", title = "获取高清语音素材",
    doc = "https://developer.work.weixin.qq.com/document/path/90255",
    scope(work), reply = Download, call = media.high_quality_voice)]
pub struct GetHighQualityVoice {
    /// The recording.
    pub media_id: MediaId,
}

/// Has the platform fetch a file of up to 200 MB; it lives three days.
///
/// When it is done, the app gets [`UploadByUrlFinished`].
#[endpoint(POST "/cgi-bin/media/upload_by_url", title = "生成异步上传任务",
    doc = "https://developer.work.weixin.qq.com/document/path/96219",
    scope(work), reply = UploadJob, call = media.upload_by_url)]
pub struct UploadMediaByUrl {
    /// What the file is for: 1 the welcome of a customers' group chat.
    pub scene: u8,
    /// What the file is: a video or a file.
    #[serde(rename = "type")]
    pub kind: MediaKind,
    /// What the file is called.
    pub filename: String,
    /// Its address, which must allow parts to be fetched (`Range`).
    pub url: String,
    /// The MD5 of its bytes, in hexadecimal.
    pub md5: Option<String>,
}

/// An upload that was begun.
#[endpoint(part, reply_to(UploadMediaByUrl))]
pub struct UploadJob {
    /// Its name.
    pub jobid: String,
}

/// Says how far an upload is.
#[endpoint(POST "/cgi-bin/media/get_upload_by_url_result", title = "查询异步任务结果",
    doc = "https://developer.work.weixin.qq.com/document/path/96219",
    scope(work), retry = safe, reply = UploadByUrl, call = media.get_upload)]
pub struct GetUploadByUrl {
    /// The upload.
    pub jobid: String,
}

/// How far an upload is.
#[endpoint(part, reply_to(GetUploadByUrl))]
pub struct UploadByUrl {
    /// How far.
    pub status: UploadState,
    /// What came of it.
    pub detail: Option<UploadResult>,
}

int_enum! {
    /// How far an upload is.
    pub enum UploadState {
        /// It is going on.
        Running = 1,
        /// It is done.
        Done = 2,
        /// It failed.
        Failed = 3,
    }
}

/// What came of an upload.
#[endpoint(part)]
pub struct UploadResult {
    /// 0 if it went well.
    pub errcode: i64,
    /// What did not.
    pub errmsg: Option<String>,
    /// The file.
    pub media_id: Option<MediaId>,
    /// When it was uploaded.
    pub created_at: Option<Timestamp>,
}

/// The platform has fetched a file, or could not; see [`GetUploadByUrl`]. Event
/// `upload_media_job_finish`.
#[inbound(event = "upload_media_job_finish", scope(work))]
pub struct UploadByUrlFinished {
    /// When.
    pub header: Header,
    /// The upload.
    pub job_id: String,
}

impl<'c, C: Caller + ?Sized> MediaHandle<'c, C> {
    /// Uploads a file; its media type says whether it is a picture, a voice recording, a video or
    /// none of them. See [`UploadMedia`].
    pub fn upload(&self, media: FilePart) -> Call<'c, C, UploadMedia> {
        Call::new(self.caller, UploadMedia::new(media.kind(), media))
    }

    /// Uploads a file for customers; see [`UploadAttachment`].
    pub fn upload_attachment(
        &self,
        attachment_type: impl Into<AttachmentUse>,
        media: FilePart,
    ) -> Call<'c, C, UploadAttachment> {
        Call::new(self.caller, UploadAttachment::new(media.kind(), attachment_type, media))
    }
}
