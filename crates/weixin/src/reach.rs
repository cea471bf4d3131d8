//! Reaching a follower whichever way is open.

use weixin_api::{ErrCode, ErrorKind, Message, kind::Official};
use weixin_client::Client;
use weixin_official::mass_message::{MassMessage, MassMessagesApi};
use weixin_protocol::OpenId;

/// How a message was sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum SentAs {
    /// As a customer-service message (客服消息).
    CustomerService,
    /// As the preview of a mass message (群发预览), because the time for customer-service messages was over.
    Preview,
}

/// Sends a message also when the follower has not written for a long time: a client of an Official Account
/// with the feature `official-mass-message`.
///
/// In a handler, return the message: the engine answers the push with it while the platform waits, and
/// sends it as a customer-service message after that. Elsewhere,
/// [`send_message`](Client::send_message) sends a customer-service message, or an app message in WeCom.
/// A customer-service message reaches a follower within 48 hours of their last action, and after some
/// actions only for a minute. This trait goes further: see [`send_or_preview`](Self::send_or_preview).
///
/// ```
/// use weixin::{prelude::*, reach::{SendOrPreview, SentAs}};
///
/// # async fn example(wx: Client<Official>, user: OpenId) -> weixin::Result<()> {
/// match wx.send_or_preview(&user, "Your parcel has arrived.").await? {
///     SentAs::CustomerService => println!("sent"),
///     SentAs::Preview => println!("sent as a preview, of which there are 100 a day"),
///     _ => {}
/// }
/// # Ok(())
/// # }
/// ```
pub trait SendOrPreview {
    /// Sends a message as a customer-service message; if the time for that is over (45015, 45047), and it is a
    /// text, an image or a voice message, as the preview of a mass message. The platform means previews for
    /// the account's own people and permits 100 a day, so use it for few and important messages.
    ///
    /// # Errors
    /// As any call; if neither way is possible, the error of the customer-service message.
    fn send_or_preview(
        &self,
        to: &OpenId,
        message: impl Into<Message> + Send,
    ) -> impl Future<Output = Result<SentAs, weixin_api::Error>> + Send;
}

impl SendOrPreview for Client<Official> {
    async fn send_or_preview(
        &self,
        to: &OpenId,
        message: impl Into<Message> + Send,
    ) -> Result<SentAs, weixin_api::Error> {
        let message = self.prepare_message(message).await?;
        let closed = match self.send_message(to.clone(), message.clone()).await {
            Ok(()) => return Ok(SentAs::CustomerService),
            Err(error) if is_closed(&error) => error,
            Err(error) => return Err(error),
        };
        let Some(preview) = preview(&message) else { return Err(closed) };
        self.mass_messages().preview(to.clone(), preview).await?;
        Ok(SentAs::Preview)
    }
}

/// Whether the time for customer-service messages to the follower is over, or none are left.
fn is_closed(error: &weixin_api::Error) -> bool {
    let closed = [ErrCode::OUT_OF_REPLY_WINDOW, ErrCode::NO_MESSAGES_LEFT];
    error.kind() == ErrorKind::Platform && error.code().is_some_and(|code| closed.contains(&code))
}

fn preview(message: &Message) -> Option<MassMessage> {
    Some(match message {
        Message::Text(text) => MassMessage::text(text.as_str()),
        Message::Image(media) => MassMessage::image(media.uploaded()?.clone()),
        Message::Voice(media) => MassMessage::voice(media.uploaded()?.clone()),
        _ => return None,
    })
}
