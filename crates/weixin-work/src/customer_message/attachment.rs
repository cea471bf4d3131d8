//! The parts of messages to customers: a text, and attachments.

use serde_json::{Map, Value};
use weixin_api::{TaggedEnum, endpoint};
use weixin_protocol::{AppId, MediaId};

/// The text of a message to customers.
#[endpoint(part)]
#[derive(Default)]
pub struct MessageText {
    /// The text: up to 4,000 bytes, in group welcomes (入群欢迎语) up to 3,000. In welcomes,
    /// `%NICKNAME%` is replaced by the nickname of the recipient.
    pub content: Option<String>,
}

/// An attachment of a message (附件).
#[derive(Debug, Clone, PartialEq, TaggedEnum)]
#[tagged(tag = "msgtype", rename_all = "lowercase")]
#[non_exhaustive]
pub enum Attachment {
    /// An image (图片).
    Image(AttachedImage),
    /// A link to a web page (图文).
    Link(AttachedLink),
    /// A Mini Program (小程序).
    MiniProgram(AttachedMiniProgram),
    /// A video (视频).
    Video(AttachedMedia),
    /// A file (文件).
    File(AttachedMedia),
    /// A kind that this version does not know, or content that it cannot read, with all its
    /// fields.
    #[tagged(other)]
    Other(Map<String, Value>),
}

impl Attachment {
    /// An uploaded image.
    pub fn of_image(media_id: impl Into<MediaId>) -> Self {
        Self::Image(AttachedImage::new().media_id(media_id))
    }

    /// A link to a web page.
    pub fn of_link(link: impl Into<AttachedLink>) -> Self {
        Self::Link(link.into())
    }

    /// A Mini Program.
    pub fn of_mini_program(mini_program: impl Into<AttachedMiniProgram>) -> Self {
        Self::MiniProgram(mini_program.into())
    }

    /// An uploaded video.
    pub fn of_video(media_id: impl Into<MediaId>) -> Self {
        Self::Video(AttachedMedia::new(media_id))
    }

    /// An uploaded file.
    pub fn of_file(media_id: impl Into<MediaId>) -> Self {
        Self::File(AttachedMedia::new(media_id))
    }
}

/// An image in a message. One of the two fields is set; `media_id` wins if both are.
#[endpoint(part)]
#[derive(Default)]
pub struct AttachedImage {
    /// The image, uploaded as temporary media.
    pub media_id: Option<MediaId>,
    /// Address of an image that was uploaded with `cgi-bin/media/uploadimg`. Replies give images
    /// only this way.
    pub pic_url: Option<String>,
}

/// A link to a web page in a message.
#[endpoint(part)]
pub struct AttachedLink {
    /// The title: up to 128 bytes.
    pub title: Option<String>,
    /// Address of the cover image; the link has none if left out.
    pub picurl: Option<String>,
    /// The description below the title: up to 512 bytes.
    pub desc: Option<String>,
    /// Address of the page: up to 2,048 bytes.
    pub url: String,
}

/// A Mini Program card in a message.
#[endpoint(part)]
pub struct AttachedMiniProgram {
    /// The title of the card: up to 64 bytes.
    pub title: Option<String>,
    /// The cover image, uploaded as temporary media; 520 × 416 pixels suit best.
    pub pic_media_id: Option<MediaId>,
    /// The Mini Program; it has to be linked to the corporation.
    pub appid: AppId,
    /// Path of the page that the card opens.
    pub page: String,
}

/// An uploaded video or file in a message.
#[endpoint(part)]
pub struct AttachedMedia {
    /// The video or file, uploaded as temporary media.
    pub media_id: MediaId,
}
