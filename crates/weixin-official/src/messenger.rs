//! Messages and files of Official Accounts and Mini Programs: customer-service messages and
//! temporary media.

use weixin_api::{
    AccountId, Error, ErrorKind, FilePart, Message, Messenger,
    messenger::{unsupported, uploaded},
    wire::{self, ApiRequest, ApiResponse},
};
use weixin_protocol::{
    Article, FileKind, MediaId, MessageChannel, MessageLimits, Music, PeerId, Product,
};

use crate::{
    custom_message::{self as custom, CustomMessage, SendCustomMessage},
    media::{GetMedia, MediaKind, UploadMedia},
};

/// Sends customer-service messages, for an Official Account or a Mini Program.
#[derive(Debug, Clone, Copy)]
pub struct CustomerServiceMessenger(Product);

impl CustomerServiceMessenger {
    /// The one for an account of this product; a Mini Program's, or an Official Account's.
    pub const fn of(product: Product) -> Self {
        match product {
            Product::Mini => Self::MINI,
            _ => Self::OFFICIAL,
        }
    }

    /// For an Official Account, which has all kinds of these messages.
    pub const OFFICIAL: Self = Self(Product::Official);

    /// For a Mini Program, which has texts, pictures, links and cards of Mini Programs. A card that
    /// opens a web page becomes a link.
    pub const MINI: Self = Self(Product::Mini);
}

impl Messenger for CustomerServiceMessenger {
    fn limits(&self) -> &'static MessageLimits {
        MessageLimits::of(MessageChannel::active(self.0))
    }

    fn video_needs_thumb(&self) -> bool {
        true
    }

    fn message(
        &self,
        account: &AccountId,
        to: &PeerId,
        message: &Message,
    ) -> Result<ApiRequest, Error> {
        let message = match self.0 {
            Product::Mini => mini_message(message)?,
            _ => official_message(message)?,
        };
        wire::write_call(&SendCustomMessage::new(to, message), account)
    }

    fn upload(
        &self,
        account: &AccountId,
        kind: FileKind,
        file: FilePart,
    ) -> Result<ApiRequest, Error> {
        let kind = MediaKind::of(kind).ok_or_else(|| {
            Error::new(ErrorKind::Call, "only images, voice and video can be uploaded here")
        })?;
        wire::write_call(&UploadMedia::new(kind, file), account)
    }

    fn uploaded(&self, answer: ApiResponse) -> Result<MediaId, Error> {
        wire::read_reply::<UploadMedia>(answer).map(|media| media.media_id)
    }

    fn download(&self, account: &AccountId, media: &MediaId) -> Result<ApiRequest, Error> {
        wire::write_call(&GetMedia::new(media), account)
    }
}

fn official_message(message: &Message) -> Result<CustomMessage, Error> {
    Ok(match message {
        Message::Text(text) => CustomMessage::Text(custom::Text::new(text)),
        Message::Image(media) => CustomMessage::Image(custom::Media::new(uploaded(media)?)),
        Message::Voice(media) => CustomMessage::Voice(custom::Media::new(uploaded(media)?)),
        Message::Video { media, thumb, title, description } => {
            let thumb = thumb.as_ref().ok_or_else(|| {
                let reason = "a video in a customer-service message needs a still picture: \
                              Message::Video::thumb";
                Error::new(ErrorKind::Call, reason)
            })?;
            let mut video = custom::Video::new(uploaded(media)?, uploaded(thumb)?);
            (video.title, video.description) = (title.clone(), description.clone());
            CustomMessage::Video(video)
        }
        Message::Music(Music { title, description, url, hq_url, thumb_media_id }) => {
            let url = url.clone().unwrap_or_default();
            let mut music = custom::Music::new(url, thumb_media_id);
            (music.title, music.description) = (title.clone(), description.clone());
            music.hqmusicurl = hq_url.clone();
            CustomMessage::Music(music)
        }
        Message::News(articles) => {
            let cards = articles.iter().map(|Article { title, description, pic_url, url }| {
                custom::Article::new(title, url).description(description).picurl(pic_url)
            });
            CustomMessage::News(custom::News::new(cards.collect::<Vec<_>>()))
        }
        other => {
            let what = "only WeCom can send files that are neither picture, voice nor video";
            return Err(unsupported(other, what));
        }
    })
}

fn mini_message(message: &Message) -> Result<CustomMessage, Error> {
    match message {
        Message::Text(_) | Message::Image(_) | Message::Passive(_) => official_message(message),
        Message::News(articles) => {
            let [Article { title, description, url, pic_url }] = articles.as_slice() else {
                let reason = "a Mini Program's message has exactly one card";
                return Err(Error::new(ErrorKind::Call, reason));
            };
            Ok(CustomMessage::Link(custom::Link::new(title, description, url, pic_url)))
        }
        other => {
            let what = "a Mini Program's customer-service message is a text, a picture, a link or \
                        a Mini Program card";
            Err(unsupported(other, what))
        }
    }
}
