//! Who visitors of web pages are.

use std::time::Duration;

use weixin_api::{Empty, ErrCode};
use weixin_official::oauth::{
    CheckUserToken, GetUserToken, GetVisitor, RefreshUserToken, UserToken, Visitor,
};
use weixin_protocol::{AppId, OpenId, Product, Secret};

use super::{Desk, Refusal};
use crate::world::{BadGrant, Grant, TokenState, USERINFO};

pub(super) fn token(desk: &mut Desk<'_>, request: GetUserToken) -> Result<UserToken, Refusal> {
    if request.grant_type != "authorization_code" {
        return Err(Refusal::known(ErrCode::BAD_GRANT_TYPE));
    }
    let secret = request.secret.ok_or_else(|| Refusal::code(41004))?;
    let id = find(desk, request.appid)?;
    let right = desk.account()?.secret == secret;
    if !right {
        return Err(Refusal::known(ErrCode::BAD_SECRET));
    }
    let now = desk.now();
    let (token, refresh) = (desk.world.ids.access_token(), desk.world.ids.access_token());
    let account = desk.world.account_mut(&id).ok_or_else(|| Refusal::known(ErrCode::BAD_APP_ID))?;
    let grant = account.grants.exchange(&request.code, &token, &refresh, now);
    let grant = grant.map_err(|bad| match bad {
        BadGrant::Unknown => Refusal::code(40029),
        BadGrant::Used => Refusal::code(40163),
        BadGrant::Expired => Refusal::code(42003),
    })?;
    Ok(answer(&grant, token, refresh.into(), now))
}

pub(super) fn refresh(
    desk: &mut Desk<'_>,
    request: RefreshUserToken,
) -> Result<UserToken, Refusal> {
    if request.grant_type != "refresh_token" {
        return Err(Refusal::known(ErrCode::BAD_GRANT_TYPE));
    }
    find(desk, request.appid)?;
    let (now, token) = (desk.now(), desk.world.ids.access_token());
    let grants = &mut desk.account_mut()?.grants;
    let grant = grants.renew(request.refresh_token.expose(), &token, now);
    let grant = grant.map_err(|bad| match bad {
        BadGrant::Expired => Refusal::code(42002),
        BadGrant::Unknown | BadGrant::Used => Refusal::code(40030),
    })?;
    Ok(answer(&grant, token, request.refresh_token, now))
}

fn answer(grant: &Grant, token: String, refresh: Secret, now: weixin_api::Timestamp) -> UserToken {
    let lives: Duration = grant.expires.since(now);
    UserToken::new(token, lives.as_secs(), refresh, &grant.user, grant.scope.as_str())
}

/// The Official Account that a call names; it is who calls.
fn find(desk: &mut Desk<'_>, id: Option<AppId>) -> Result<AppId, Refusal> {
    let id = id.ok_or_else(|| Refusal::code(41002))?;
    let account = desk.world.account(&id).filter(|account| account.product == Product::Official);
    account.ok_or_else(|| Refusal::known(ErrCode::BAD_APP_ID))?;
    desk.account = Some(id.clone());
    Ok(id)
}

pub(super) fn visitor(desk: &mut Desk<'_>, request: GetVisitor) -> Result<Visitor, Refusal> {
    let grant = granted(desk, &request.access_token, &request.openid)?;
    if !grant.scope.split(',').any(|scope| scope == USERINFO) {
        return Err(Refusal::code(48001));
    }
    let account = desk.account()?.id.clone();
    let person = desk.world.person(&account, &request.openid);
    let person = person.ok_or_else(|| Refusal::known(ErrCode::BAD_OPENID))?;
    let mut visitor = Visitor::new(&person.id, person.name.as_str());
    visitor.sex = Some(0);
    let unknown = || Some(String::new());
    (visitor.province, visitor.city, visitor.country) = (unknown(), unknown(), unknown());
    visitor.headimgurl = unknown();
    Ok(visitor)
}

pub(super) fn check(desk: &mut Desk<'_>, request: CheckUserToken) -> Result<Empty, Refusal> {
    granted(desk, &request.access_token, &request.openid).map(|_| Empty {})
}

/// What a token allows, if it is this visitor's and its time is not over.
fn granted(desk: &mut Desk<'_>, token: &Secret, openid: &OpenId) -> Result<Grant, Refusal> {
    let now = desk.now();
    let found = desk.world.accounts.iter().find_map(|account| {
        let (grant, state) = account.grants.of_token(token.expose(), now)?;
        Some((account.id.clone(), grant.clone(), state))
    });
    let (account, grant, state) = found.ok_or_else(|| Refusal::known(ErrCode::BAD_CREDENTIAL))?;
    desk.account = Some(account);
    match state {
        TokenState::Valid if grant.user == *openid => Ok(grant),
        TokenState::Valid => Err(Refusal::known(ErrCode::BAD_OPENID)),
        _ => Err(Refusal::known(ErrCode::ACCESS_TOKEN_EXPIRED)),
    }
}
