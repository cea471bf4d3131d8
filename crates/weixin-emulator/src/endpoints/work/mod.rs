//! WeCom: an app, and the corporation it is in.

pub(super) mod agent;
pub(super) mod department;
pub(super) mod member;
pub(super) mod message;
pub(super) mod tag;

use weixin_api::{AgentId, Download, Empty, ErrCode};
use weixin_protocol::Product;
use weixin_work::{
    media::{GetMedia, MediaKind as Wire, UploadMedia, UploadedMedia},
    menu::{CreateMenu, DeleteMenu, GetMenu, WorkButton, WorkMenu},
    token::{AccessToken, GetToken},
};

use super::{Desk, Refusal, media, menu};
use crate::world::{MediaKind, TokenKind};

pub(super) fn token(desk: &mut Desk<'_>, request: GetToken) -> Result<AccessToken, Refusal> {
    let (now, fresh) = (desk.now(), desk.world.ids.work_access_token());
    let account = desk.world.account(&request.corpid);
    let account = account.filter(|account| account.product == Product::Work);
    let account = account.ok_or_else(|| Refusal::new(ErrCode::BAD_APP_ID, "invalid corpid"))?;
    let kind = if account.secret == request.corpsecret {
        Some(TokenKind::Work)
    } else {
        (account.contacts_secret == request.corpsecret).then_some(TokenKind::Contacts)
    };
    desk.account = Some(request.corpid);
    let kind = kind.ok_or_else(|| Refusal::new(ErrCode::BAD_CREDENTIAL, "invalid credential"))?;
    let account = desk.account_mut()?;
    let granted = account.tokens.work(kind, now, &account.rules.tokens, fresh);
    Ok(AccessToken::new(granted.token, granted.lives.as_secs()))
}

pub(super) fn upload(desk: &mut Desk<'_>, request: UploadMedia) -> Result<UploadedMedia, Refusal> {
    let kind = match &request.kind {
        Wire::Image => MediaKind::Image,
        Wire::Voice => MediaKind::Voice,
        Wire::Video => MediaKind::Video,
        Wire::File => MediaKind::File,
        _ => return Err(Refusal::known(ErrCode::BAD_MEDIA_TYPE)),
    };
    let id = media::keep(desk, kind, &request.media)?;
    Ok(UploadedMedia::new(request.kind, id, desk.now()))
}

pub(super) fn download(desk: &mut Desk<'_>, request: GetMedia) -> Result<Download, Refusal> {
    media::find(desk, &request.media_id).map(media::download)
}

pub(super) fn create_menu(desk: &mut Desk<'_>, request: CreateMenu) -> Result<Empty, Refusal> {
    check_agent(desk, request.agentid)?;
    menu::save(desk, &request.button)
}

pub(super) fn menu(desk: &mut Desk<'_>, request: GetMenu) -> Result<WorkMenu, Refusal> {
    check_agent(desk, request.agentid)?;
    let mut menu = WorkMenu::new();
    menu.button = menu::load::<WorkButton>(desk)?;
    Ok(menu)
}

pub(super) fn delete_menu(desk: &mut Desk<'_>, request: DeleteMenu) -> Result<Empty, Refusal> {
    check_agent(desk, request.agentid)?;
    desk.account_mut()?.menu = None;
    desk.world.touch();
    Ok(Empty {})
}

/// A call names the app that the access token belongs to.
fn check_agent(desk: &Desk<'_>, agent: Option<AgentId>) -> Result<(), Refusal> {
    if desk.keeps_contacts {
        return Err(Refusal::code(48002));
    }
    let own = desk.account()?.agent;
    if agent.is_some() && agent == own { Ok(()) } else { Err(Refusal::code(40056)) }
}

/// Only who keeps the address book changes members and departments: the token must be that of the
/// contacts' secret.
fn keeps_contacts(desk: &Desk<'_>) -> Result<(), Refusal> {
    if desk.keeps_contacts { Ok(()) } else { Err(Refusal::code(48002)) }
}
