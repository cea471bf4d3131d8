//! A message to one user, independent of the channel.

use weixin_protocol::{Article, MediaId, MessageKind, Music, PassiveReply};

use crate::FilePart;

/// A message to one user, on any channel: the answer to a push, a customer-service message, an app
/// message, or a channel of your own.
///
/// The limits of each channel are in its [`MessageLimits`](weixin_protocol::MessageLimits).
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum Message {
    /// A text.
    Text(String),
    /// An image.
    Image(Media),
    /// A voice message.
    Voice(Media),
    /// A video.
    Video {
        /// The file.
        media: Media,
        /// Its still picture (JPEG, at most 64 KiB). Customer-service messages of Official Accounts
        /// need one, and get a plain one if it is `None`; other channels ignore it.
        thumb: Option<Media>,
        /// The title, shown below the video.
        title: Option<String>,
        /// The description, shown below the title.
        description: Option<String>,
    },
    /// A file (WeCom).
    File(Media),
    /// Music by link (Official Accounts).
    Music(Music),
    /// Cards that open web pages (图文消息).
    News(Vec<Article>),
    /// A message that exists only as a passive reply: a transfer to customer service, an update of a
    /// card, or the answer to an event.
    Passive(PassiveReply),
}

impl Message {
    /// The kind of the message, as in the table of limits.
    pub fn kind(&self) -> MessageKind {
        match self {
            Self::Text(_) => MessageKind::Text,
            Self::Image(_) => MessageKind::Image,
            Self::Voice(_) => MessageKind::Voice,
            Self::Video { .. } => MessageKind::Video,
            Self::File(_) => MessageKind::File,
            Self::Music(_) => MessageKind::Music,
            Self::News(_) => MessageKind::News,
            Self::Passive(PassiveReply::TransferCustomerService { .. }) => {
                MessageKind::TransferCustomerService
            }
            Self::Passive(PassiveReply::Event(_)) => MessageKind::EventAnswer,
            Self::Passive(_) => MessageKind::CardUpdate,
        }
    }

    /// The message as a passive reply. `None` if there is no such passive reply, or if its file is
    /// not uploaded yet.
    pub fn to_passive(&self) -> Option<PassiveReply> {
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

    /// The files of the message, uploaded or not: its own, then the still picture of a video.
    pub fn media_mut(&mut self) -> impl Iterator<Item = &mut Media> {
        let (file, thumb) = match self {
            Self::Image(media) | Self::Voice(media) | Self::File(media) => (Some(media), None),
            Self::Video { media, thumb, .. } => (Some(media), thumb.as_mut()),
            Self::Text(_) | Self::Music(_) | Self::News(_) | Self::Passive(_) => (None, None),
        };
        file.into_iter().chain(thumb)
    }
}

/// A text.
impl From<String> for Message {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

/// A text.
impl From<&str> for Message {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<PassiveReply> for Message {
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

/// A file that is uploaded already, or has to be uploaded first.
#[derive(Debug, Clone)]
pub enum Media {
    /// A file that the platform has under this id.
    Uploaded(MediaId),
    /// A file that is uploaded before the message is sent.
    Upload(FilePart),
}

impl Media {
    /// The media id of the file; `None` if it is not uploaded yet.
    pub fn uploaded(&self) -> Option<&MediaId> {
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
