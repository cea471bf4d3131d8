//! One message of an answer.

use weixin_api::FilePart;
use weixin_protocol::{Article, MediaId, Music, PassiveReply};

/// One message of an answer, whichever road it takes.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum Content {
    /// A text.
    Text(String),
    /// A picture.
    Image(Media),
    /// A voice message.
    Voice(Media),
    /// A video.
    Video {
        /// The file.
        media: Media,
        /// Its still picture, already uploaded. Customer-service messages need one, passive
        /// replies have none.
        thumb: Option<MediaId>,
        /// Shown below it.
        title: Option<String>,
        /// Shown below the title.
        description: Option<String>,
    },
    /// A file (WeCom).
    File(Media),
    /// Music by link (Official Accounts).
    Music(Music),
    /// Cards that open pages.
    News(Vec<Article>),
    /// Something that exists only as a passive reply: a transfer to customer service, an update of
    /// a card.
    Passive(PassiveReply),
}

impl Content {
    /// The message as a passive reply. `None` if there is no such passive reply, or a file is not
    /// uploaded yet.
    pub(crate) fn as_passive(&self) -> Option<PassiveReply> {
        Some(match self {
            Self::Text(text) => PassiveReply::Text(text.clone()),
            Self::Image(media) => PassiveReply::Image(media.uploaded()?.clone()),
            Self::Voice(media) => PassiveReply::Voice(media.uploaded()?.clone()),
            Self::Video { media, title, description, .. } => PassiveReply::Video {
                media_id: media.uploaded()?.clone(),
                title: title.clone(),
                description: description.clone(),
            },
            Self::Music(music) => PassiveReply::Music(music.clone()),
            Self::News(articles) => PassiveReply::News(articles.clone()),
            Self::Passive(reply) => reply.clone(),
            Self::File(_) => return None,
        })
    }

    /// The file, if the message has one.
    pub(crate) fn media_mut(&mut self) -> Option<&mut Media> {
        match self {
            Self::Image(media)
            | Self::Voice(media)
            | Self::Video { media, .. }
            | Self::File(media) => Some(media),
            Self::Text(_) | Self::Music(_) | Self::News(_) | Self::Passive(_) => None,
        }
    }
}

impl From<PassiveReply> for Content {
    fn from(reply: PassiveReply) -> Self {
        match reply {
            PassiveReply::Text(text) => Self::Text(text),
            PassiveReply::Image(media_id) => Self::Image(media_id.into()),
            PassiveReply::Voice(media_id) => Self::Voice(media_id.into()),
            PassiveReply::Video { media_id, title, description } => {
                Self::Video { media: media_id.into(), thumb: None, title, description }
            }
            PassiveReply::Music(music) => Self::Music(music),
            PassiveReply::News(articles) => Self::News(articles),
            other => Self::Passive(other),
        }
    }
}

/// A file that the platform has, or that has to be uploaded first.
#[derive(Debug, Clone)]
pub enum Media {
    /// The platform has it.
    Uploaded(MediaId),
    /// It is uploaded before the message goes out.
    Upload(FilePart),
}

impl Media {
    pub(crate) fn uploaded(&self) -> Option<&MediaId> {
        match self {
            Self::Uploaded(media_id) => Some(media_id),
            Self::Upload(_) => None,
        }
    }
}

impl From<MediaId> for Media {
    fn from(media_id: MediaId) -> Self {
        Self::Uploaded(media_id)
    }
}

impl From<FilePart> for Media {
    fn from(file: FilePart) -> Self {
        Self::Upload(file)
    }
}
