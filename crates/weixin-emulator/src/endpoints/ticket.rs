//! JS-SDK tickets.

use weixin_official::js_sdk::{GetTicket, Ticket};
use weixin_work::js_sdk::{GetAgentTicket, GetCorpTicket};

use super::{ApiError, RequestContext};

pub(super) fn official(
    ctx: &mut RequestContext<'_>,
    request: GetTicket,
) -> Result<Ticket, ApiError> {
    match request.kind.as_str() {
        "jsapi" => ticket(ctx, "jsapi"),
        "wx_card" => ticket(ctx, "wx_card"),
        _ => Err(ApiError::code(40097)),
    }
}

pub(super) fn corp(ctx: &mut RequestContext<'_>, _: GetCorpTicket) -> Result<Ticket, ApiError> {
    ticket(ctx, "jsapi")
}

pub(super) fn agent(
    ctx: &mut RequestContext<'_>,
    request: GetAgentTicket,
) -> Result<Ticket, ApiError> {
    match &*request.kind {
        "agent_config" => ticket(ctx, "agent_config"),
        _ => Err(ApiError::code(40035)),
    }
}

fn ticket(ctx: &mut RequestContext<'_>, kind: &'static str) -> Result<Ticket, ApiError> {
    let (now, fresh) = (ctx.now(), ctx.state.ids.access_token());
    let (value, expires_in) = ctx.account_mut()?.tickets.get(kind, now, fresh);
    Ok(Ticket::new(value, expires_in.as_secs()))
}
