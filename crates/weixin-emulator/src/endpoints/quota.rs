//! How often the API may be called. The emulator counts the calls of `/cgi-bin/token`; every other
//! endpoint may be called without end, so nothing can be said of it.

use weixin_api::{Empty, ErrCode};
use weixin_official::quota::{
    ApiQuota, ClearApiQuota, ClearQuota, ClearQuotaBySecret, DailyQuota, GetQuota,
};
use weixin_protocol::{AppId, Product};

use super::{Desk, Refusal};

/// The one path with a quota.
const TOKEN: &str = "/cgi-bin/token";

pub(super) fn get(desk: &mut Desk<'_>, request: GetQuota) -> Result<ApiQuota, Refusal> {
    has_quota(&request.cgi_path)?;
    let now = desk.now();
    let account = desk.account()?;
    let (limit, used) = (account.rules.tokens.calls_a_day, account.tokens.calls_today(now));
    let remain = limit.saturating_sub(used);
    Ok(ApiQuota::new(DailyQuota::new(limit.into(), used.into(), remain.into())))
}

pub(super) fn clear(desk: &mut Desk<'_>, request: ClearQuota) -> Result<Empty, Refusal> {
    let own = desk.account()?.id.clone();
    if request.appid.is_none_or(|id| id != own) {
        return Err(Refusal::known(ErrCode::BAD_APP_ID));
    }
    clear_for(desk, &own)
}

pub(super) fn clear_by_secret(
    desk: &mut Desk<'_>,
    request: ClearQuotaBySecret,
) -> Result<Empty, Refusal> {
    let id = request.appid.ok_or_else(|| Refusal::code(41002))?;
    let secret = request.appsecret.ok_or_else(|| Refusal::code(41004))?;
    let account = desk.world.account(&id).filter(|account| account.product != Product::Work);
    let account = account.ok_or_else(|| Refusal::known(ErrCode::BAD_APP_ID))?;
    let right = account.secret == secret;
    desk.account = Some(id.clone());
    if right { clear_for(desk, &id) } else { Err(Refusal::known(ErrCode::BAD_SECRET)) }
}

pub(super) fn clear_api(desk: &mut Desk<'_>, request: ClearApiQuota) -> Result<Empty, Refusal> {
    has_quota(&request.cgi_path)?;
    let own = desk.account()?.id.clone();
    clear_for(desk, &own)
}

fn has_quota(path: &str) -> Result<(), Refusal> {
    if path == TOKEN { Ok(()) } else { Err(Refusal::code(76021)) }
}

fn clear_for(desk: &mut Desk<'_>, id: &AppId) -> Result<Empty, Refusal> {
    let now = desk.now();
    let account = desk.world.account_mut(id).ok_or_else(|| Refusal::known(ErrCode::BAD_APP_ID))?;
    let limit = account.rules.tokens.clears_a_month;
    account.tokens.clear_calls(now, limit).map_err(|_| Refusal::code(48006))?;
    Ok(Empty {})
}
