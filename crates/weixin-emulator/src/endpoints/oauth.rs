//! Web authorization (网页授权) and logins at websites: user tokens and user info.

use std::time::Duration;

use weixin_api::{Empty, ErrCode};
use weixin_official::oauth::{
    CheckUserToken, GetUserToken, GetVisitor, RefreshUserToken, UserToken, Visitor,
};
use weixin_protocol::{AppId, OpenId, Product, Secret};

use super::{ApiError, RequestContext};
use crate::state::{Grant, GrantError, TokenState};

/// The nickname of the virtual user of a snapshot. The platform does not document it.
const SNAPSHOT_NAME: &str = "微信用户";

pub(super) fn token(
    ctx: &mut RequestContext<'_>,
    request: GetUserToken,
) -> Result<UserToken, ApiError> {
    if request.grant_type != "authorization_code" {
        return Err(ApiError::new(ErrCode::BAD_GRANT_TYPE));
    }
    let secret = request.secret.ok_or_else(|| ApiError::code(41004))?;
    let id = find(ctx, request.appid)?;
    let expected = match ctx.state.website(&id) {
        Some(website) => &website.secret,
        None => &ctx.account()?.secret,
    };
    if *expected != secret {
        return Err(ApiError::new(ErrCode::BAD_SECRET));
    }
    let now = ctx.now();
    let (token, refresh) = (ctx.state.ids.access_token(), ctx.state.ids.access_token());
    let grants = ctx.state.grants_mut(&id).ok_or_else(|| ApiError::new(ErrCode::BAD_APP_ID))?;
    let grant = grants.exchange(request.code.expose(), &token, &refresh, now);
    let grant = grant.map_err(|bad| match bad {
        GrantError::Unknown => ApiError::code(40029),
        GrantError::Used => ApiError::code(40163),
        GrantError::Expired => ApiError::code(42003),
    })?;
    Ok(answer(ctx, &id, &grant, token, refresh.into()))
}

pub(super) fn refresh(
    ctx: &mut RequestContext<'_>,
    request: RefreshUserToken,
) -> Result<UserToken, ApiError> {
    if request.grant_type != "refresh_token" {
        return Err(ApiError::new(ErrCode::BAD_GRANT_TYPE));
    }
    let id = find(ctx, request.appid)?;
    let (now, token) = (ctx.now(), ctx.state.ids.access_token());
    let grants = ctx.state.grants_mut(&id).ok_or_else(|| ApiError::new(ErrCode::BAD_APP_ID))?;
    let grant = grants.renew(request.refresh_token.expose(), &token, now);
    let grant = grant.map_err(|bad| match bad {
        GrantError::Expired => ApiError::code(42002),
        GrantError::Unknown | GrantError::Used => ApiError::code(40030),
    })?;
    Ok(answer(ctx, &id, &grant, token, request.refresh_token))
}

fn answer(
    ctx: &RequestContext<'_>,
    id: &AppId,
    grant: &Grant,
    token: String,
    refresh: Secret,
) -> UserToken {
    let expires_in: Duration = grant.expires.since(ctx.now());
    let (expires_in, scope) = (expires_in.as_secs(), grant.scope.as_str());
    let mut token = UserToken::new(token, expires_in, refresh, &grant.user, scope);
    if grant.has_profile() {
        token.unionid = ctx.state.union_id(id, &grant.user);
    }
    token.is_snapshotuser = grant.snapshot.then_some(true);
    token
}

/// Looks up the Official Account or website of a call. An account becomes the calling account.
fn find(ctx: &mut RequestContext<'_>, id: Option<AppId>) -> Result<AppId, ApiError> {
    let id = id.ok_or_else(|| ApiError::code(41002))?;
    if ctx.state.website(&id).is_some() {
        return Ok(id);
    }
    let account = ctx.state.account(&id).filter(|account| account.product == Product::Official);
    account.ok_or_else(|| ApiError::new(ErrCode::BAD_APP_ID))?;
    ctx.account = Some(id.clone());
    Ok(id)
}

pub(super) fn visitor(
    ctx: &mut RequestContext<'_>,
    request: GetVisitor,
) -> Result<Visitor, ApiError> {
    let (id, grant) = granted(ctx, &request.access_token, &request.openid)?;
    if !grant.has_profile() {
        return Err(ApiError::code(48001));
    }
    let mut visitor = if grant.snapshot {
        Visitor::new(&grant.user, SNAPSHOT_NAME)
    } else {
        let person = ctx.state.person(&id, &request.openid);
        let person = person.ok_or_else(|| ApiError::new(ErrCode::BAD_OPENID))?;
        Visitor::new(&person.id, person.name.as_str())
    };
    visitor.unionid = ctx.state.union_id(&id, &request.openid);
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

/// The account or website of a user token and its grant, if it belongs to this user and has not expired.
fn granted(
    ctx: &mut RequestContext<'_>,
    token: &Secret,
    openid: &OpenId,
) -> Result<(AppId, Grant), ApiError> {
    let now = ctx.now();
    let found = ctx.state.all_grants().find_map(|(id, grants)| {
        let (grant, state) = grants.of_token(token.expose(), now)?;
        Some((id.clone(), grant.clone(), state))
    });
    let (id, grant, state) = found.ok_or_else(|| ApiError::new(ErrCode::BAD_CREDENTIAL))?;
    ctx.account = ctx.state.account(&id).map(|account| account.id.clone());
    match state {
        TokenState::Valid if grant.user == *openid => Ok((id, grant)),
        TokenState::Valid => Err(ApiError::new(ErrCode::BAD_OPENID)),
        _ => Err(ApiError::new(ErrCode::ACCESS_TOKEN_EXPIRED)),
    }
}
