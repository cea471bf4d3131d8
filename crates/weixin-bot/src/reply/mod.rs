//! The reply of a handler.

mod into_reply;
mod stream;

pub use into_reply::IntoReply;
pub(crate) use stream::TextStream;

use futures_core::Stream;
use weixin_api::{Media, Message};
use weixin_protocol::{Article, Music, PassiveReply};

use crate::BoxError;

/// The reply of a handler: nothing, or one or more messages and streamed texts in order.
///
/// Handlers rarely name this type: a `String` is a text, `()` is nothing, and so on for everything
/// that implements [`IntoReply`].
///
/// ```
/// use weixin_bot::Reply;
/// use weixin_protocol::Article;
///
/// let card = Reply::news([Article::new("Opening hours", "https://example.com/hours")]);
/// let both = Reply::text("Here they are:").and(card);
/// assert_eq!(both.messages().count(), 2);
/// ```
#[derive(Debug, Default)]
pub struct Reply(Vec<Part>);

/// A part of a reply.
#[derive(Debug)]
#[expect(clippy::large_enum_variant, reason = "a reply has few parts, and most are messages")]
pub(crate) enum Part {
    /// A message.
    Message(Message),
    /// A text that is still being written.
    Stream(TextStream),
}

impl Reply {
    /// No answer. The user sees nothing.
    pub fn nothing() -> Self {
        Self::default()
    }

    /// A text. One longer than a message may be (about 2,048 bytes) is sent as several messages.
    pub fn text(text: impl Into<String>) -> Self {
        Message::Text(text.into()).into()
    }

    /// An image: an uploaded one by its media id, or a [`FilePart`](weixin_api::FilePart), which is
    /// uploaded before it is sent.
    pub fn image(image: impl Into<Media>) -> Self {
        Message::Image(image.into()).into()
    }

    /// A voice message: an uploaded one, or a file to be uploaded.
    pub fn voice(voice: impl Into<Media>) -> Self {
        Message::Voice(voice.into()).into()
    }

    /// A video: an uploaded one, or a file to be uploaded. If an Official Account sends it as a
    /// separate message, users see a plain still picture before it plays; see
    /// [`video_with_thumb`](Self::video_with_thumb).
    pub fn video(video: impl Into<Media>) -> Self {
        Message::Video { media: video.into(), thumb: None, title: None, description: None }.into()
    }

    /// A video with its own still picture (JPEG, at most 64 KiB). Official Accounts show it if the
    /// video is sent as a separate message; the answer to a push and WeCom do not use it.
    pub fn video_with_thumb(video: impl Into<Media>, thumb: impl Into<Media>) -> Self {
        let (media, thumb) = (video.into(), Some(thumb.into()));
        Message::Video { media, thumb, title: None, description: None }.into()
    }

    /// A file: an uploaded one, or one to be uploaded (WeCom).
    pub fn file(file: impl Into<Media>) -> Self {
        Message::File(file.into()).into()
    }

    /// Music by link (Official Accounts).
    pub fn music(music: Music) -> Self {
        Message::Music(music).into()
    }

    /// Cards that open pages (图文消息): one for Official Accounts, up to eight in WeCom.
    pub fn news(articles: impl IntoIterator<Item = Article>) -> Self {
        Message::News(articles.into_iter().collect()).into()
    }

    /// A text that is still being written, such as the answer of a language model: the items are
    /// appended to each other.
    ///
    /// ```
    /// use futures_util::stream;
    /// use weixin_bot::Reply;
    ///
    /// let words = ["Thinking ", "takes ", "time."];
    /// let reply = Reply::stream(stream::iter(words));
    /// # drop(reply);
    /// ```
    ///
    /// These accounts cannot show a growing text, so it is sent in pieces that end with a sentence.
    /// What has arrived when the platform stops waiting becomes the answer to the push, and the
    /// rest follows in separate messages, which become longer and of which there are never more than
    /// the platform accepts. An account without a reply channel gets the text when it is complete.
    ///
    /// If the process ends in the middle, the push is parked: what the user has seen cannot be taken
    /// back, and the rest cannot be read again.
    pub fn stream<S>(text: S) -> Self
    where
        S: Stream<Item: Into<String>> + Send + 'static,
    {
        Self(vec![Part::Stream(TextStream::new(text, |item| Ok(item.into())))])
    }

    /// The same as [`stream`](Self::stream) for a text whose source may fail. What arrived before the
    /// error is sent; the error is logged and reported as an [`Outcome`](crate::Outcome).
    pub fn try_stream<S, T, E>(text: S) -> Self
    where
        S: Stream<Item = Result<T, E>> + Send + 'static,
        T: Into<String>,
        E: Into<BoxError>,
    {
        let convert = |item: Result<T, E>| item.map(Into::into).map_err(Into::into);
        Self(vec![Part::Stream(TextStream::new(text, convert))])
    }

    /// Hands the conversation over to a human in the customer-service console (Official Accounts,
    /// Mini Programs).
    pub fn transfer_to_customer_service() -> Self {
        Message::Passive(PassiveReply::TransferCustomerService { account: None }).into()
    }

    /// Appends the messages of `other`.
    #[must_use]
    pub fn and(mut self, other: impl Into<Reply>) -> Self {
        self.0.extend(other.into().0);
        self
    }

    /// The messages in order, without streamed texts.
    pub fn messages(&self) -> impl Iterator<Item = &Message> {
        self.0.iter().filter_map(|part| match part {
            Part::Message(message) => Some(message),
            Part::Stream(_) => None,
        })
    }

    /// Whether there are no messages and no streamed texts.
    pub fn is_nothing(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn into_parts(self) -> Vec<Part> {
        self.0
    }
}

impl From<Message> for Reply {
    fn from(message: Message) -> Self {
        Self(vec![Part::Message(message)])
    }
}

impl From<PassiveReply> for Reply {
    fn from(reply: PassiveReply) -> Self {
        Message::from(reply).into()
    }
}
