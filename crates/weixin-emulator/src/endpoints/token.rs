//! Access tokens of Official Accounts and Mini Programs.

use weixin_api::ErrCode;
use weixin_official::token::{AccessToken, GetStableToken, GetToken};
use weixin_protocol::{AppId, Product, Secret};

use super::{Desk, Refusal};
use crate::world::Granted;

pub(super) fn stable_token(
    desk: &mut Desk<'_>,
    request: GetStableToken,
) -> Result<AccessToken, Refusal> {
    identify(desk, &request.appid, &request.secret, &request.grant_type)?;
    let (now, fresh) = (desk.now(), desk.world.ids.access_token());
    let account = desk.account_mut()?;
    let rules = &account.rules.tokens;
    let granted = account.tokens.stable(now, rules, request.force_refresh, fresh);
    granted.map(reply).map_err(|_| Refusal::known(ErrCode::QUOTA_USED_UP))
}

pub(super) fn token(desk: &mut Desk<'_>, request: GetToken) -> Result<AccessToken, Refusal> {
    identify(desk, &request.appid, &request.secret, &request.grant_type)?;
    let (now, fresh) = (desk.now(), desk.world.ids.access_token());
    let account = desk.account_mut()?;
    let granted = account.tokens.plain(now, &account.rules.tokens, fresh);
    granted.map(reply).map_err(|_| Refusal::known(ErrCode::QUOTA_USED_UP))
}

fn reply(granted: Granted) -> AccessToken {
    AccessToken::new(granted.token, granted.lives.as_secs())
}

/// Finds the account and compares its secret.
fn identify(
    desk: &mut Desk<'_>,
    id: &AppId,
    secret: &Secret,
    grant_type: &str,
) -> Result<(), Refusal> {
    if grant_type != "client_credential" {
        return Err(Refusal::known(ErrCode::BAD_GRANT_TYPE));
    }
    let account = desk.world.account(id).filter(|account| account.product != Product::Work);
    let account = account.ok_or_else(|| Refusal::known(ErrCode::BAD_APP_ID))?;
    let right = account.secret == *secret;
    desk.account = Some(id.clone());
    if right { Ok(()) } else { Err(Refusal::known(ErrCode::BAD_SECRET)) }
}
