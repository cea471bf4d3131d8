//! Mass messages (群发): previews to one follower.

use weixin_api::ErrCode;
use weixin_official::{
    custom_message::{CustomMessage, Media, Text},
    mass_message::{MassMessage, PreviewMass, SentMass},
};
use weixin_protocol::Product;

use super::{
    ApiError, RequestContext,
    message::{content, other, reachable},
};
use crate::timeline::{Sender, Via};

pub(super) fn preview(
    ctx: &mut RequestContext<'_>,
    request: PreviewMass,
) -> Result<SentMass, ApiError> {
    // The people of the emulator have no WeChat names.
    if request.towxname.is_some_and(|name| !name.is_empty()) {
        return Err(ApiError::code(40132));
    }
    let person = request.touser.ok_or_else(|| ApiError::new(ErrCode::BAD_OPENID))?;
    reachable(ctx, &person)?;
    // These are the same as in customer-service messages, with the same limits.
    let custom = match request.message {
        MassMessage::Text(text) => Ok(CustomMessage::Text(Text::new(text.content))),
        MassMessage::Image(image) => Ok(CustomMessage::Image(Media::new(image.media_id))),
        MassMessage::Voice(voice) => Ok(CustomMessage::Voice(Media::new(voice.media_id))),
        MassMessage::Images(_) => return Err(ApiError::new(ErrCode::BAD_MESSAGE_TYPE)),
        unknown => Err(other("mass", &unknown)),
    };
    let content = match custom {
        Ok(message) => content(ctx, Product::Official, message)?,
        Err(other) => other,
    };
    let owner = ctx.account()?.id.clone();
    let call = Some(ctx.call);
    ctx.state.add_message(&owner, &person, Sender::Account, Via::Mass, call, content);
    Ok(SentMass::new())
}
