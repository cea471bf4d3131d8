//! How often the API may be called. What the rules give no quota may be called without end, so
//! nothing can be said of it.

use weixin_api::{Empty, ErrCode};
use weixin_official::quota::{
    ApiQuota, ClearApiQuota, ClearQuota, ClearQuotaBySecret, DailyQuota, GetQuota,
};
use weixin_protocol::{AppId, Product};

use super::{Desk, Refusal};
use crate::world::AccountState;

/// The path whose quota is one of the rules of tokens.
const TOKEN: &str = "/cgi-bin/token";

pub(super) fn get(desk: &mut Desk<'_>, request: GetQuota) -> Result<ApiQuota, Refusal> {
    let path = request.cgi_path;
    let now = desk.now();
    let account = desk.account_mut()?;
    let limit = limit(account, &path)?;
    let used = match &*path {
        TOKEN => account.tokens.calls_today(now),
        path => account.calls.today(path, now),
    };
    let remain = limit.saturating_sub(used);
    Ok(ApiQuota::new(DailyQuota::new(limit.into(), used.into(), remain.into())))
}

pub(super) fn clear(desk: &mut Desk<'_>, request: ClearQuota) -> Result<Empty, Refusal> {
    let own = desk.account()?.id.clone();
    if request.appid.is_none_or(|id| id != own) {
        return Err(Refusal::known(ErrCode::BAD_APP_ID));
    }
    clear_for(desk, &own, None)
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
    if right { clear_for(desk, &id, None) } else { Err(Refusal::known(ErrCode::BAD_SECRET)) }
}

pub(super) fn clear_api(desk: &mut Desk<'_>, request: ClearApiQuota) -> Result<Empty, Refusal> {
    let own = desk.account()?.id.clone();
    limit(desk.account()?, &request.cgi_path)?;
    clear_for(desk, &own, Some(&request.cgi_path))
}

/// The quota of a path.
fn limit(account: &AccountState, path: &str) -> Result<u32, Refusal> {
    if path.starts_with("/sns/") {
        return Err(Refusal::code(76022));
    }
    let rules = &account.rules;
    let limit = if path == TOKEN {
        Some(rules.tokens.calls_a_day)
    } else {
        rules.quotas.daily.get(path).copied()
    };
    limit.ok_or_else(|| Refusal::code(76021))
}

/// Starts one quota anew, or all of them.
fn clear_for(desk: &mut Desk<'_>, id: &AppId, path: Option<&str>) -> Result<Empty, Refusal> {
    let now = desk.now();
    let account = desk.world.account_mut(id).ok_or_else(|| Refusal::known(ErrCode::BAD_APP_ID))?;
    let limit = account.rules.tokens.clears_a_month;
    let tokens = path.is_none_or(|path| path == TOKEN);
    account.tokens.clear_calls(now, limit, tokens).map_err(|_| Refusal::code(48006))?;
    account.calls.clear(path);
    Ok(Empty {})
}
