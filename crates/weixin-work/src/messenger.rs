//! Messages and files of WeCom apps: app messages and temporary media.

use weixin_api::{
    AccountId, Error, FilePart, Message, Messenger,
    messenger::{unsupported, uploaded},
    wire::{self, ApiRequest, ApiResponse},
};
use weixin_protocol::{Article, FileKind, MediaId, MessageChannel, MessageLimits, PeerId};

use crate::{
    media::{GetMedia, UploadMedia},
    message::{self as app, SendMessage, WorkMessage},
};

/// Sends app messages.
#[derive(Debug, Clone, Copy)]
pub(crate) struct AppMessenger;

impl Messenger for AppMessenger {
    fn limits(&self) -> &'static MessageLimits {
        MessageLimits::of(MessageChannel::WorkApp)
    }

    fn message(
        &self,
        account: &AccountId,
        to: &PeerId,
        message: &Message,
    ) -> Result<ApiRequest, Error> {
        wire::write_call(&SendMessage::new(to, work_message(message)?), account)
    }

    fn upload(
        &self,
        account: &AccountId,
        kind: FileKind,
        file: FilePart,
    ) -> Result<ApiRequest, Error> {
        wire::write_call(&UploadMedia::new(kind, file), account)
    }

    fn uploaded(&self, answer: ApiResponse) -> Result<MediaId, Error> {
        wire::read_reply::<UploadMedia>(answer).map(|media| media.media_id)
    }

    fn download(&self, account: &AccountId, media: &MediaId) -> Result<ApiRequest, Error> {
        wire::write_call(&GetMedia::new(media), account)
    }
}

fn work_message(message: &Message) -> Result<WorkMessage, Error> {
    Ok(match message {
        Message::Text(text) => WorkMessage::Text(app::Text::new(text)),
        Message::Image(media) => WorkMessage::Image(app::Media::new(uploaded(media)?)),
        Message::Voice(media) => WorkMessage::Voice(app::Media::new(uploaded(media)?)),
        Message::Video { media, title, description, .. } => {
            let mut video = app::Video::new(uploaded(media)?);
            (video.title, video.description) = (title.clone(), description.clone());
            WorkMessage::Video(video)
        }
        Message::File(media) => WorkMessage::File(app::Media::new(uploaded(media)?)),
        Message::News(articles) => {
            let cards = articles.iter().map(|Article { title, description, pic_url, url }| {
                let given = |text: &String| Some(text.clone()).filter(|text| !text.is_empty());
                let mut card = app::Article::new(title);
                (card.description, card.url) = (given(description), given(url));
                card.picurl = given(pic_url);
                card
            });
            WorkMessage::News(app::News::new(cards.collect::<Vec<_>>()))
        }
        other => return Err(unsupported(other, "WeCom has no music messages")),
    })
}
