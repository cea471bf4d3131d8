//! Roads: the ways an answer can take to a person once the push itself is answered.

use std::fmt;

use weixin_api::{BoxFuture, Error, kind};
use weixin_client::Client;
use weixin_official::custom_message as custom;
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

/// Customer-service messages of an Official Account.
#[derive(Debug)]
pub(crate) struct CustomerService(pub(crate) Client<kind::Official>);

impl Road for CustomerService {
    fn name(&self) -> &'static str {
        "customer-service message"
    }

    fn deliver<'a>(
        &'a self,
        to: &'a UserId,
        content: Content,
    ) -> BoxFuture<'a, Result<(), RoadError>> {
        Box::pin(async move {
            let message = custom_message(content)?;
            self.0.send(custom::SendCustomMessage::new(to, message)).await?;
            Ok(())
        })
    }
}

/// Customer-service messages of a Mini Program.
#[derive(Debug)]
pub(crate) struct MiniCustomerService(pub(crate) Client<kind::Mini>);

impl Road for MiniCustomerService {
    fn name(&self) -> &'static str {
        "customer-service message"
    }

    fn deliver<'a>(
        &'a self,
        to: &'a UserId,
        content: Content,
    ) -> BoxFuture<'a, Result<(), RoadError>> {
        Box::pin(async move {
            let message = mini_custom_message(content)?;
            self.0.send(custom::SendCustomMessage::new(to, message)).await?;
            Ok(())
        })
    }
}

/// App messages in WeCom.
#[derive(Debug)]
pub(crate) struct AppMessages(pub(crate) Client<kind::Work>);

impl Road for AppMessages {
    fn name(&self) -> &'static str {
        "app message"
    }

    fn deliver<'a>(
        &'a self,
        to: &'a UserId,
        content: Content,
    ) -> BoxFuture<'a, Result<(), RoadError>> {
        Box::pin(async move {
            let message = app_message(content)?;
            self.0.send(work::SendMessage::new(to, message)).await?;
            Ok(())
        })
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
