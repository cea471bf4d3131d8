//! Tickets of the JS-SDK.

use weixin_official::js_sdk::{GetTicket, Ticket};
use weixin_work::js_sdk::{GetAgentTicket, GetCorpTicket};

use super::{Desk, Refusal};

pub(super) fn official(desk: &mut Desk<'_>, request: GetTicket) -> Result<Ticket, Refusal> {
    match &*request.kind {
        "jsapi" => ticket(desk, "jsapi"),
        "wx_card" => ticket(desk, "wx_card"),
        _ => Err(Refusal::code(40097)),
    }
}

pub(super) fn corp(desk: &mut Desk<'_>, _: GetCorpTicket) -> Result<Ticket, Refusal> {
    ticket(desk, "jsapi")
}

pub(super) fn agent(desk: &mut Desk<'_>, request: GetAgentTicket) -> Result<Ticket, Refusal> {
    match &*request.kind {
        "agent_config" => ticket(desk, "agent_config"),
        _ => Err(Refusal::code(40035)),
    }
}

fn ticket(desk: &mut Desk<'_>, kind: &'static str) -> Result<Ticket, Refusal> {
    let (now, fresh) = (desk.now(), desk.world.ids.access_token());
    let (value, lives) = desk.account_mut()?.tickets.get(kind, now, fresh);
    Ok(Ticket::new(value, lives.as_secs()))
}
