//! Mass messages (群发): previews to one follower.

use weixin_api::ErrCode;
use weixin_official::mass_message::{MassMessage, PreviewMass, SentMass};
use weixin_protocol::{MessageChannel, MessageLimits};

use super::{
    ApiError, RequestContext,
    message::{checked_text, find, format_of, other, reachable},
};
use crate::{
    state::MediaKind,
    timeline::{MessageContent, Sender, Via},
};

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
    let limits = MessageLimits::of(MessageChannel::OfficialCustomerService);
    let content = match request.message {
        MassMessage::Text(text) => {
            MessageContent::Text { text: checked_text(text.content, limits.text_bytes)? }
        }
        MassMessage::Image(image) => {
            let url = find(ctx, &image.media_id, MediaKind::Image)?;
            MessageContent::Image { media_id: Some(image.media_id), url }
        }
        MassMessage::Voice(voice) => {
            let url = find(ctx, &voice.media_id, MediaKind::Voice)?;
            let format = format_of(ctx, &voice.media_id);
            MessageContent::Voice { media_id: voice.media_id, url, format }
        }
        MassMessage::Images(_) => return Err(ApiError::new(ErrCode::BAD_MESSAGE_TYPE)),
        unknown => other("mass", &unknown),
    };
    let owner = ctx.account()?.id.clone();
    let call = Some(ctx.call);
    ctx.state.add_message(&owner, &person, Sender::Account, Via::Mass, call, content);
    Ok(SentMass::new())
}
