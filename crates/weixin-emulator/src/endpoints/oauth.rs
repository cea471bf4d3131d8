//! Web authorization (网页授权): user tokens and user info.

use std::time::Duration;

use weixin_api::{Empty, ErrCode};
use weixin_official::oauth::{
    CheckUserToken, GetUserToken, GetVisitor, RefreshUserToken, UserToken, Visitor,
};
use weixin_protocol::{AppId, OpenId, Product, Secret};

use super::{ApiError, RequestContext};
use crate::state::{Grant, GrantError, TokenState, USERINFO};

pub(super) fn token(
    ctx: &mut RequestContext<'_>,
    request: GetUserToken,
) -> Result<UserToken, ApiError> {
    if request.grant_type != "authorization_code" {
        return Err(ApiError::new(ErrCode::BAD_GRANT_TYPE));
    }
    let secret = request.secret.ok_or_else(|| ApiError::code(41004))?;
    let id = find(ctx, request.appid)?;
    let right = ctx.account()?.secret == secret;
    if !right {
        return Err(ApiError::new(ErrCode::BAD_SECRET));
    }
    let now = ctx.now();
    let (token, refresh) = (ctx.state.ids.access_token(), ctx.state.ids.access_token());
    let account = ctx.state.account_mut(&id).ok_or_else(|| ApiError::new(ErrCode::BAD_APP_ID))?;
    let grant = account.grants.exchange(request.code.expose(), &token, &refresh, now);
    let grant = grant.map_err(|bad| match bad {
        GrantError::Unknown => ApiError::code(40029),
        GrantError::Used => ApiError::code(40163),
        GrantError::Expired => ApiError::code(42003),
    })?;
    Ok(answer(&grant, token, refresh.into(), now))
}

pub(super) fn refresh(
    ctx: &mut RequestContext<'_>,
    request: RefreshUserToken,
) -> Result<UserToken, ApiError> {
    if request.grant_type != "refresh_token" {
        return Err(ApiError::new(ErrCode::BAD_GRANT_TYPE));
    }
    find(ctx, request.appid)?;
    let (now, token) = (ctx.now(), ctx.state.ids.access_token());
    let grants = &mut ctx.account_mut()?.grants;
    let grant = grants.renew(request.refresh_token.expose(), &token, now);
    let grant = grant.map_err(|bad| match bad {
        GrantError::Expired => ApiError::code(42002),
        GrantError::Unknown | GrantError::Used => ApiError::code(40030),
    })?;
    Ok(answer(&grant, token, request.refresh_token, now))
}

fn answer(grant: &Grant, token: String, refresh: Secret, now: weixin_api::Timestamp) -> UserToken {
    let expires_in: Duration = grant.expires.since(now);
    UserToken::new(token, expires_in.as_secs(), refresh, &grant.user, grant.scope.as_str())
}

/// Looks up the Official Account of a call and sets it as the calling account.
fn find(ctx: &mut RequestContext<'_>, id: Option<AppId>) -> Result<AppId, ApiError> {
    let id = id.ok_or_else(|| ApiError::code(41002))?;
    let account = ctx.state.account(&id).filter(|account| account.product == Product::Official);
    account.ok_or_else(|| ApiError::new(ErrCode::BAD_APP_ID))?;
    ctx.account = Some(id.clone());
    Ok(id)
}

pub(super) fn visitor(
    ctx: &mut RequestContext<'_>,
    request: GetVisitor,
) -> Result<Visitor, ApiError> {
    let grant = granted(ctx, &request.access_token, &request.openid)?;
    if !grant.scope.split(',').any(|scope| scope == USERINFO) {
        return Err(ApiError::code(48001));
    }
    let account = ctx.account()?.id.clone();
    let person = ctx.state.person(&account, &request.openid);
    let person = person.ok_or_else(|| ApiError::new(ErrCode::BAD_OPENID))?;
    let mut visitor = Visitor::new(&person.id, person.name.as_str());
    visitor.sex = Some(weixin_official::user::Gender::Unknown);
    let unknown = || Some(String::new());
    (visitor.province, visitor.city, visitor.country) = (unknown(), unknown(), unknown());
    visitor.headimgurl = unknown();
    Ok(visitor)
}

pub(super) fn check(
    ctx: &mut RequestContext<'_>,
    request: CheckUserToken,
) -> Result<Empty, ApiError> {
    granted(ctx, &request.access_token, &request.openid).map(|_| Empty {})
}

/// The grant of a user token, if it belongs to this user and has not expired.
fn granted(
    ctx: &mut RequestContext<'_>,
    token: &Secret,
    openid: &OpenId,
) -> Result<Grant, ApiError> {
    let now = ctx.now();
    let found = ctx.state.accounts.iter().find_map(|account| {
        let (grant, state) = account.grants.of_token(token.expose(), now)?;
        Some((account.id.clone(), grant.clone(), state))
    });
    let (account, grant, state) = found.ok_or_else(|| ApiError::new(ErrCode::BAD_CREDENTIAL))?;
    ctx.account = Some(account);
    match state {
        TokenState::Valid if grant.user == *openid => Ok(grant),
        TokenState::Valid => Err(ApiError::new(ErrCode::BAD_OPENID)),
        _ => Err(ApiError::new(ErrCode::ACCESS_TOKEN_EXPIRED)),
    }
}
