//! Roads: the ways an answer can take to a person once the push itself is answered.

use std::fmt;

use weixin_api::{
    AccountKind, BoxFuture, Endpoint, Error, On,
    kind::{Mini, Official, Work},
};
use weixin_client::Client;
use weixin_official::custom_message::{self as custom, SendCustomMessage};
use weixin_protocol::{Article, MediaId, Music, UserId};
use weixin_work::message as work;

use crate::reply::{Content, Media};

/// A way an answer can take to a person on its own: customer-service messages for Official
/// Accounts and Mini Programs, app messages in WeCom.
pub trait Road: fmt::Debug + Send + Sync {
    /// For logs.
    fn name(&self) -> &'static str;

    /// Takes one message there. Its files are already uploaded.
    ///
    /// # Errors
    /// If there is no such message on this road, or the platform refuses it.
    fn deliver<'a>(
        &'a self,
        to: &'a UserId,
        content: Content,
    ) -> BoxFuture<'a, Result<(), RoadError>>;
}

/// Why a message could not be delivered.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum RoadError {
    /// There is no such message on this road.
    #[error("{0}")]
    Unfit(&'static str),
    /// The platform refused it, or could not be reached.
    #[error(transparent)]
    Api(#[from] Error),
}

/// Messages of one kind, each sent by a call of its own.
pub(crate) struct Messages<K: AccountKind, E> {
    client: Client<K>,
    name: &'static str,
    call: fn(&UserId, Content) -> Result<E, RoadError>,
}

/// Customer-service messages of an Official Account.
pub(crate) fn customer_service(client: Client<Official>) -> impl Road + use<> {
    let call = |to: &UserId, content| Ok(SendCustomMessage::new(to, custom_message(content)?));
    Messages { client, name: "customer-service message", call }
}

/// Customer-service messages of a Mini Program.
pub(crate) fn mini_customer_service(client: Client<Mini>) -> impl Road + use<> {
    let call = |to: &UserId, content| Ok(SendCustomMessage::new(to, mini_custom_message(content)?));
    Messages { client, name: "customer-service message", call }
}

/// App messages in WeCom.
pub(crate) fn app_messages(client: Client<Work>) -> impl Road + use<> {
    let call = |to: &UserId, content| Ok(work::SendMessage::new(to, app_message(content)?));
    Messages { client, name: "app message", call }
}

impl<K: AccountKind, E: Endpoint + On<K>> Road for Messages<K, E> {
    fn name(&self) -> &'static str {
        self.name
    }

    fn deliver<'a>(
        &'a self,
        to: &'a UserId,
        content: Content,
    ) -> BoxFuture<'a, Result<(), RoadError>> {
        Box::pin(async move {
            self.client.send((self.call)(to, content)?).await?;
            Ok(())
        })
    }
}

impl<K: AccountKind, E> fmt::Debug for Messages<K, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple(self.name).field(&self.client).finish()
    }
}

const NOT_UPLOADED: RoadError = RoadError::Unfit("the file is not uploaded");
const PASSIVE_ONLY: RoadError = RoadError::Unfit(
    "this can only stand in the answer to a push, and either it came too late or this kind of push does not allow it",
);

fn uploaded(media: Media) -> Result<MediaId, RoadError> {
    match media {
        Media::Uploaded(media_id) => Ok(media_id),
        Media::Upload(_) => Err(NOT_UPLOADED),
    }
}

fn custom_message(content: Content) -> Result<custom::CustomMessage, RoadError> {
    use custom::CustomMessage as Message;
    Ok(match content {
        Content::Text(text) => Message::Text(custom::Text::new(text)),
        Content::Image(media) => Message::Image(custom::Media::new(uploaded(media)?)),
        Content::Voice(media) => Message::Voice(custom::Media::new(uploaded(media)?)),
        Content::Video { media, thumb, title, description } => {
            let thumb = thumb.ok_or(RoadError::Unfit(
                "a video in a customer-service message needs a still picture: Content::Video::thumb",
            ))?;
            let mut video = custom::Video::new(uploaded(media)?, thumb);
            (video.title, video.description) = (title, description);
            Message::Video(video)
        }
        Content::Music(Music { title, description, url, hq_url, thumb_media_id }) => {
            let mut music = custom::Music::new(url.unwrap_or_default(), thumb_media_id);
            (music.title, music.description) = (title, description);
            music.hqmusicurl = hq_url;
            Message::Music(music)
        }
        Content::News(articles) => {
            let cards = articles.into_iter().map(|Article { title, description, pic_url, url }| {
                custom::Article::new(title, url).description(description).picurl(pic_url)
            });
            Message::News(custom::News::new(cards.collect::<Vec<_>>()))
        }
        Content::File(_) => {
            return Err(RoadError::Unfit(
                "only WeCom can send files that are neither picture, voice nor video",
            ));
        }
        Content::Passive(_) => return Err(PASSIVE_ONLY),
    })
}

/// Mini Programs have fewer kinds of messages; a card becomes a link.
fn mini_custom_message(content: Content) -> Result<custom::CustomMessage, RoadError> {
    use custom::CustomMessage as Message;
    match content {
        Content::Text(_) | Content::Image(_) | Content::Passive(_) => custom_message(content),
        Content::News(articles) => {
            let card = articles.into_iter().next().ok_or(RoadError::Unfit("there is no card"))?;
            let Article { title, description, url, pic_url } = card;
            Ok(Message::Link(custom::Link::new(title, description, url, pic_url)))
        }
        _ => Err(RoadError::Unfit(
            "a Mini Program's customer-service message is a text, a picture, a link or a Mini Program card",
        )),
    }
}

fn app_message(content: Content) -> Result<work::WorkMessage, RoadError> {
    use work::WorkMessage as Message;
    Ok(match content {
        Content::Text(text) => Message::Text(work::Text::new(text)),
        Content::Image(media) => Message::Image(work::Media::new(uploaded(media)?)),
        Content::Voice(media) => Message::Voice(work::Media::new(uploaded(media)?)),
        Content::Video { media, title, description, .. } => {
            let mut video = work::Video::new(uploaded(media)?);
            (video.title, video.description) = (title, description);
            Message::Video(video)
        }
        Content::File(media) => Message::File(work::Media::new(uploaded(media)?)),
        Content::News(articles) => {
            let cards = articles.into_iter().map(|Article { title, description, pic_url, url }| {
                let mut card = work::Article::new(title);
                card.description = Some(description).filter(|text| !text.is_empty());
                card.url = Some(url).filter(|url| !url.is_empty());
                card.picurl = Some(pic_url).filter(|url| !url.is_empty());
                card
            });
            Message::News(work::News::new(cards.collect::<Vec<_>>()))
        }
        Content::Music(_) => return Err(RoadError::Unfit("WeCom has no music messages")),
        Content::Passive(_) => return Err(PASSIVE_ONLY),
    })
}
