//! Operations of WeCom: the app and the contacts of its corp.

pub(super) mod agent;
pub(super) mod department;
pub(super) mod member;
pub(super) mod message;
pub(super) mod tag;
pub(super) mod visitor;

use weixin_api::{AgentId, Download, Empty, ErrCode};
use weixin_protocol::{AppId, Product};
use weixin_work::{
    media::{GetMedia, MediaKind as Wire, UploadMedia, UploadedMedia},
    menu::{CreateMenu, DeleteMenu, GetMenu, WorkButton, WorkMenu},
    token::{AccessToken, GetToken},
};

use super::{ApiError, RequestContext, media, menu};
use crate::state::{MediaKind, TokenKind};

pub(super) fn token(
    ctx: &mut RequestContext<'_>,
    request: GetToken,
) -> Result<AccessToken, ApiError> {
    let (now, fresh) = (ctx.now(), ctx.state.ids.work_access_token());
    let corp = AppId::from(&request.corpid);
    let account = ctx.state.account(&corp);
    let account = account.filter(|account| account.product == Product::Work);
    let account =
        account.ok_or_else(|| ApiError::with_message(ErrCode::BAD_APP_ID, "invalid corpid"))?;
    let kind = if account.secret == request.corpsecret {
        Some(TokenKind::Work)
    } else {
        (account.contacts_secret == request.corpsecret).then_some(TokenKind::Contacts)
    };
    ctx.account = Some(corp);
    let kind =
        kind.ok_or_else(|| ApiError::with_message(ErrCode::BAD_CREDENTIAL, "invalid credential"))?;
    let account = ctx.account_mut()?;
    let granted = account.tokens.work(kind, now, &account.rules.tokens, fresh);
    Ok(AccessToken::new(granted.token, granted.expires_in.as_secs()))
}

pub(super) fn upload(
    ctx: &mut RequestContext<'_>,
    request: UploadMedia,
) -> Result<UploadedMedia, ApiError> {
    let kind = match &request.kind {
        Wire::Image => MediaKind::Image,
        Wire::Voice => MediaKind::Voice,
        Wire::Video => MediaKind::Video,
        Wire::File => MediaKind::File,
        _ => return Err(ApiError::new(ErrCode::BAD_MEDIA_TYPE)),
    };
    let id = media::keep(ctx, kind, &request.media)?;
    Ok(UploadedMedia::new(request.kind, id, ctx.now()))
}

pub(super) fn download(
    ctx: &mut RequestContext<'_>,
    request: GetMedia,
) -> Result<Download, ApiError> {
    media::find(ctx, &request.media_id).map(media::download)
}

pub(super) fn create_menu(
    ctx: &mut RequestContext<'_>,
    request: CreateMenu,
) -> Result<Empty, ApiError> {
    check_agent(ctx, request.agentid)?;
    menu::save(ctx, &request.button)
}

pub(super) fn menu(ctx: &mut RequestContext<'_>, request: GetMenu) -> Result<WorkMenu, ApiError> {
    check_agent(ctx, request.agentid)?;
    let mut menu = WorkMenu::new();
    menu.button = menu::load::<WorkButton>(ctx)?;
    Ok(menu)
}

pub(super) fn delete_menu(
    ctx: &mut RequestContext<'_>,
    request: DeleteMenu,
) -> Result<Empty, ApiError> {
    check_agent(ctx, request.agentid)?;
    ctx.account_mut()?.menu = None;
    ctx.state.mark_dirty();
    Ok(Empty {})
}

/// Checks that the call refers to the app that owns the access token.
fn check_agent(ctx: &RequestContext<'_>, agent: Option<AgentId>) -> Result<(), ApiError> {
    if ctx.has_contacts_token {
        return Err(ApiError::code(48002));
    }
    let own = ctx.account()?.agent;
    if agent.is_some() && agent == own { Ok(()) } else { Err(ApiError::code(40056)) }
}

/// Checks that the token was obtained with the contacts secret, which changes of members and
/// departments require.
fn has_contacts_token(ctx: &RequestContext<'_>) -> Result<(), ApiError> {
    if ctx.has_contacts_token { Ok(()) } else { Err(ApiError::code(48002)) }
}
