//! Access tokens of Official Accounts and Mini Programs.

use weixin_api::ErrCode;
use weixin_official::token::{AccessToken, GetStableToken, GetToken};
use weixin_protocol::{AppId, Product, Secret};

use super::{ApiError, RequestContext};
use crate::state::IssuedToken;

pub(super) fn stable_token(
    ctx: &mut RequestContext<'_>,
    request: GetStableToken,
) -> Result<AccessToken, ApiError> {
    identify(ctx, &request.appid, &request.secret, &request.grant_type)?;
    let (now, fresh) = (ctx.now(), ctx.state.ids.access_token());
    let account = ctx.account_mut()?;
    let rules = &account.rules.tokens;
    let granted = account.tokens.stable(now, rules, request.force_refresh, fresh);
    granted.map(reply).map_err(|_| ApiError::new(ErrCode::QUOTA_USED_UP))
}

pub(super) fn token(
    ctx: &mut RequestContext<'_>,
    request: GetToken,
) -> Result<AccessToken, ApiError> {
    identify(ctx, &request.appid, &request.secret, &request.grant_type)?;
    let (now, fresh) = (ctx.now(), ctx.state.ids.access_token());
    let account = ctx.account_mut()?;
    let granted = account.tokens.plain(now, &account.rules.tokens, fresh);
    granted.map(reply).map_err(|_| ApiError::new(ErrCode::QUOTA_USED_UP))
}

fn reply(granted: IssuedToken) -> AccessToken {
    AccessToken::new(granted.token, granted.expires_in.as_secs())
}

/// Looks up the account and checks its secret.
fn identify(
    ctx: &mut RequestContext<'_>,
    id: &AppId,
    secret: &Secret,
    grant_type: &str,
) -> Result<(), ApiError> {
    if grant_type != "client_credential" {
        return Err(ApiError::new(ErrCode::BAD_GRANT_TYPE));
    }
    let account = ctx.state.account(id).filter(|account| account.product != Product::Work);
    let account = account.ok_or_else(|| ApiError::new(ErrCode::BAD_APP_ID))?;
    let right = account.secret == *secret;
    ctx.account = Some(id.clone());
    if right { Ok(()) } else { Err(ApiError::new(ErrCode::BAD_SECRET)) }
}
