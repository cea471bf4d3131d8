//! Temporary media (临时素材): files that are kept for three days. `/cgi-bin/media/*`

use weixin_api::{
    Call, Caller, Download, FileKind, FilePart, StringEnum, Timestamp, endpoint, group, int_enum,
};
use weixin_protocol::{Header, MediaId, inbound, messages};

use crate::ids::JobId;

group! {
    /// Temporary media (临时素材).
    media: [
        UploadMedia, UploadImage, UploadAttachment, GetMedia, GetHighQualityVoice,
        UploadMediaByUrl, GetUploadByUrl,
    ]
}

messages![UploadByUrlFinished];

/// Uploads a file that is kept for three days.
///
/// Every file is larger than 5 bytes.
///
/// | kind | limit |
/// |---|---|
/// | image | 10 MB; PNG, JPEG |
/// | voice | 2 MB, 60 seconds; AMR |
/// | video | 10 MB; MP4 |
/// | file | 20 MB |
///
/// Fails with 44001 when the file is empty, with 40006, 40009, 40011 or 45001 when it is too small
/// or too large, with 40004 when it is of a type that is not accepted, with 301017 when a voice
/// recording is no AMR, with 45007 when it is longer than 60 seconds.
///
/// # Examples
///
/// ```
/// # use weixin_api::FilePart;
/// # use weixin_api::{Caller, Error, kind::Work};
/// # use weixin_work::prelude::*;
/// # async fn example(wx: impl Caller<Kind = Work>) -> Result<(), Error> {
/// let uploaded = wx.media().upload(FilePart::path("report.pdf")).await?;
/// wx.messages().send(SendMessage::file("zhangsan", uploaded.media_id)).await?;
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/media/upload", title = "上传临时素材",
    doc = "https://developer.work.weixin.qq.com/document/path/90253",
    scope(work), retry = safe, reply = UploadedMedia, call = "wx.media().upload(media)")]
pub struct UploadMedia {
    /// What the file is.
    #[query]
    #[serde(rename = "type")]
    pub kind: MediaKind,
    /// The file; its name and media type travel with it.
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

/// A file that was uploaded.
#[endpoint(part, reply_to(UploadMedia, UploadAttachment))]
pub struct UploadedMedia {
    /// What the file is.
    #[serde(rename = "type")]
    pub kind: MediaKind,
    /// Id of the file; every app of the corporation can use it.
    pub media_id: MediaId,
    /// When it was uploaded. The platform writes the number as text.
    pub created_at: Timestamp,
}

/// Uploads a picture for the text of an article, or for a welcome message to a customer; its address
/// stays valid. Pages outside WeCom cannot show it.
///
/// The picture is PNG or JPEG, of 5 bytes to 2 MB. A corporation can upload 3,000 pictures in a month,
/// and 1,000 in a day.
#[endpoint(POST "/cgi-bin/media/uploadimg", title = "上传图片",
    doc = "https://developer.work.weixin.qq.com/document/path/90256",
    scope(work), retry = safe, reply = UploadedImage, call = media.upload_image)]
pub struct UploadImage {
    /// The picture; its name and media type travel with it.
    #[part]
    pub media: FilePart,
}

/// A picture for the text of an article.
#[endpoint(part, reply_to(UploadImage))]
pub struct UploadedImage {
    /// The permanent address of the picture.
    pub url: String,
}

/// Downloads a file that was uploaded less than three days ago.
///
/// Fails with 40007 when there is no such file, or it is no longer kept.
#[endpoint(GET "/cgi-bin/media/get", title = "获取临时素材",
    doc = "https://developer.work.weixin.qq.com/document/path/90254",
    scope(work), reply = Download, call = media.get)]
pub struct GetMedia {
    /// The file to download.
    pub media_id: MediaId,
}

/// Uploads a file for customers, which is kept for three days.
///
/// Pictures and videos are up to 10 MB large, and pictures up to 1,440 by 1,080 pixels.
///
/// Fails with 41080 when the file is too large, with 41081 when a picture has too many pixels, with
/// 41082 when a video is too long, with 41090 when a video is no MP4.
#[endpoint(POST "/cgi-bin/media/upload_attachment", title = "上传附件资源",
    doc = "https://developer.work.weixin.qq.com/document/path/95098",
    scope(work), retry = safe, reply = UploadedMedia, call = "wx.media().upload_attachment(attachment_type, media)")]
pub struct UploadAttachment {
    /// What the file is: a picture, a video or a file.
    #[query]
    pub media_type: MediaKind,
    /// Where the file will be used.
    #[query]
    pub attachment_type: AttachmentUse,
    /// The file; its name and media type travel with it.
    #[part]
    pub media: FilePart,
}

int_enum! {
    /// Where an attachment will be used.
    pub enum AttachmentUse {
        /// In moments for customers (客户朋友圈).
        Moments = 1,
        /// In the product album (商品图册).
        ProductAlbum = 2,
    }
}

/// Downloads a voice recording that a page uploaded by the JS-SDK, as it was recorded: Speex at
/// 16,000 Hz.
#[endpoint(GET "/cgi-bin/media/get/jssdk", title = "获取高清语音素材",
    doc = "https://developer.work.weixin.qq.com/document/path/90255",
    scope(work), reply = Download, call = media.high_quality_voice)]
pub struct GetHighQualityVoice {
    /// The recording, as the page got it from the JS-SDK.
    pub media_id: MediaId,
}

/// Has the platform fetch a file of up to 200 MB, which is kept for three days.
///
/// When it is done, the app gets [`UploadByUrlFinished`].
///
/// Fails with 830001 when the address is not one that the platform fetches from.
#[endpoint(POST "/cgi-bin/media/upload_by_url", title = "生成异步上传任务",
    doc = "https://developer.work.weixin.qq.com/document/path/96219",
    scope(work), reply = UploadJob, call = media.upload_by_url)]
pub struct UploadMediaByUrl {
    /// Where the file will be used.
    pub scene: UploadScene,
    /// What the file is: a video or a file.
    #[serde(rename = "type")]
    pub kind: MediaKind,
    /// Name of the file.
    pub filename: String,
    /// Address of the file; its server must support range requests (`Range`).
    pub url: String,
    /// The MD5 of its bytes, in hexadecimal.
    pub md5: Option<String>,
}

int_enum! {
    /// Where a file that the platform fetches will be used.
    pub enum UploadScene {
        /// In the welcome message of customers' group chats (入群欢迎语).
        GroupWelcome = 1,
    }
}

/// The id of an upload that has begun.
#[endpoint(part, reply_to(UploadMediaByUrl))]
pub struct UploadJob {
    /// The job, for [`GetUploadByUrl`].
    pub jobid: JobId,
}

/// Returns the progress and result of an upload.
#[endpoint(POST "/cgi-bin/media/get_upload_by_url_result", title = "查询异步任务结果",
    doc = "https://developer.work.weixin.qq.com/document/path/96219",
    scope(work), retry = safe, reply = UploadByUrl, call = media.get_upload)]
pub struct GetUploadByUrl {
    /// The job to look up.
    pub jobid: JobId,
}

/// The progress and result of an upload.
#[endpoint(part, reply_to(GetUploadByUrl))]
pub struct UploadByUrl {
    /// How far the job is.
    pub status: UploadState,
    /// The result; only once the job is done or has failed.
    pub detail: Option<UploadResult>,
}

int_enum! {
    /// How far an upload is.
    pub enum UploadState {
        /// The platform is fetching the file.
        Running = 1,
        /// The file was fetched.
        Done = 2,
        /// The file could not be fetched.
        Failed = 3,
    }
}

/// The result of an upload.
#[endpoint(part)]
pub struct UploadResult {
    /// 0, or the code of the error.
    pub errcode: i64,
    /// The error in words.
    pub errmsg: Option<String>,
    /// The uploaded file.
    pub media_id: Option<MediaId>,
    /// When it was uploaded.
    pub created_at: Option<Timestamp>,
}

/// The platform has fetched a file, or failed to; [`GetUploadByUrl`] returns the result.
///
/// Pushed to the app that asked for it.
#[inbound(event = "upload_media_job_finish", scope(work))]
pub struct UploadByUrlFinished {
    /// Sender, receiver and time of the event.
    pub header: Header,
    /// The finished job.
    pub job_id: JobId,
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
