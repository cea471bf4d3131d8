//! What messages to customers are made of.

use weixin_api::{StringEnum, endpoint};
use weixin_protocol::{AppId, MediaId};

/// A text.
#[endpoint(part)]
#[derive(Default)]
pub struct MessageText {
    /// The text: up to 4,000 bytes, 3,000 in welcomes to groups. `%NICKNAME%` is who reads it, in
    /// welcomes.
    pub content: Option<String>,
}

/// What an attachment is.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum AttachmentKind {
    /// A picture.
    #[string_enum(rename = "image")]
    Image,
    /// A page.
    #[string_enum(rename = "link")]
    Link,
    /// A Mini Program.
    #[string_enum(rename = "miniprogram")]
    MiniProgram,
    /// A video.
    #[string_enum(rename = "video")]
    Video,
    /// A file.
    #[string_enum(rename = "file")]
    File,
    /// A value that this version does not know.
    Other(String),
}

/// A picture, a page, a Mini Program, a video or a file.
#[endpoint(part)]
pub struct Attachment {
    /// Which of them.
    pub msgtype: AttachmentKind,
    /// The picture.
    pub image: Option<AttachedImage>,
    /// The page.
    pub link: Option<AttachedLink>,
    /// The Mini Program.
    pub miniprogram: Option<AttachedMiniProgram>,
    /// The video.
    pub video: Option<AttachedMedia>,
    /// The file.
    pub file: Option<AttachedMedia>,
}

impl Attachment {
    /// An uploaded picture.
    pub fn of_image(media_id: impl Into<MediaId>) -> Self {
        Self::new(AttachmentKind::Image).image(AttachedImage::new().media_id(media_id))
    }

    /// A page.
    pub fn of_link(link: impl Into<AttachedLink>) -> Self {
        Self::new(AttachmentKind::Link).link(link)
    }

    /// A Mini Program.
    pub fn of_mini_program(mini_program: impl Into<AttachedMiniProgram>) -> Self {
        Self::new(AttachmentKind::MiniProgram).miniprogram(mini_program)
    }

    /// An uploaded video.
    pub fn of_video(media_id: impl Into<MediaId>) -> Self {
        Self::new(AttachmentKind::Video).video(AttachedMedia::new(media_id))
    }

    /// An uploaded file.
    pub fn of_file(media_id: impl Into<MediaId>) -> Self {
        Self::new(AttachmentKind::File).file(AttachedMedia::new(media_id))
    }
}

/// A picture: one of both.
#[endpoint(part)]
#[derive(Default)]
pub struct AttachedImage {
    /// The uploaded picture.
    pub media_id: Option<MediaId>,
    /// The address of a picture uploaded with `uploadimg`.
    pub pic_url: Option<String>,
}

/// A page.
#[endpoint(part)]
pub struct AttachedLink {
    /// The title: up to 128 bytes.
    pub title: Option<String>,
    /// The address of the picture.
    pub picurl: Option<String>,
    /// The text below the title: up to 512 bytes.
    pub desc: Option<String>,
    /// The page: up to 2,048 bytes.
    pub url: String,
}

/// A Mini Program.
#[endpoint(part)]
pub struct AttachedMiniProgram {
    /// The title: up to 64 bytes.
    pub title: Option<String>,
    /// The uploaded picture: 520 by 416.
    pub pic_media_id: Option<MediaId>,
    /// The Mini Program, linked to the corporation.
    pub appid: AppId,
    /// Its page.
    pub page: String,
}

/// An uploaded file.
#[endpoint(part)]
pub struct AttachedMedia {
    /// The file.
    pub media_id: MediaId,
}
