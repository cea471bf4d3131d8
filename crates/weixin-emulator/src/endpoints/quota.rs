//! API quotas (接口调用次数). Endpoints without a quota in the rules are unlimited and cannot be queried.

use weixin_api::{Empty, ErrCode};
use weixin_official::quota::{
    ApiQuota, ClearApiQuota, ClearQuota, ClearQuotaBySecret, DailyQuota, GetQuota,
};
use weixin_protocol::{AppId, Product};

use super::{ApiError, RequestContext};
use crate::state::AccountState;

/// The path whose quota is part of the token rules.
const TOKEN: &str = "/cgi-bin/token";

pub(super) fn get(ctx: &mut RequestContext<'_>, request: GetQuota) -> Result<ApiQuota, ApiError> {
    let path = request.cgi_path;
    let now = ctx.now();
    let account = ctx.account_mut()?;
    let limit = limit(account, &path)?;
    let used = match &*path {
        TOKEN => account.tokens.calls_today(now),
        path => account.calls.today(path, now),
    };
    let remain = limit.saturating_sub(used);
    Ok(ApiQuota::new(DailyQuota::new(limit.into(), used.into(), remain.into())))
}

pub(super) fn clear(ctx: &mut RequestContext<'_>, request: ClearQuota) -> Result<Empty, ApiError> {
    let own = ctx.account()?.id.clone();
    if request.appid.is_none_or(|id| id != own) {
        return Err(ApiError::new(ErrCode::BAD_APP_ID));
    }
    clear_for(ctx, &own, None)
}

pub(super) fn clear_by_secret(
    ctx: &mut RequestContext<'_>,
    request: ClearQuotaBySecret,
) -> Result<Empty, ApiError> {
    let id = request.appid.ok_or_else(|| ApiError::code(41002))?;
    let secret = request.appsecret.ok_or_else(|| ApiError::code(41004))?;
    let account = ctx.state.account(&id).filter(|account| account.product != Product::Work);
    let account = account.ok_or_else(|| ApiError::new(ErrCode::BAD_APP_ID))?;
    let right = account.secret == secret;
    ctx.account = Some(id.clone());
    if right { clear_for(ctx, &id, None) } else { Err(ApiError::new(ErrCode::BAD_SECRET)) }
}

pub(super) fn clear_api(
    ctx: &mut RequestContext<'_>,
    request: ClearApiQuota,
) -> Result<Empty, ApiError> {
    let own = ctx.account()?.id.clone();
    limit(ctx.account()?, &request.cgi_path)?;
    clear_for(ctx, &own, Some(&request.cgi_path))
}

/// The quota of a path.
fn limit(account: &AccountState, path: &str) -> Result<u32, ApiError> {
    if path.starts_with("/sns/") {
        return Err(ApiError::code(76022));
    }
    let rules = &account.rules;
    let limit = if path == TOKEN {
        Some(rules.tokens.calls_per_day)
    } else {
        rules.quotas.daily.get(path).copied()
    };
    limit.ok_or_else(|| ApiError::code(76021))
}

/// Resets the quota of a path (`None`: of all).
fn clear_for(
    ctx: &mut RequestContext<'_>,
    id: &AppId,
    path: Option<&str>,
) -> Result<Empty, ApiError> {
    let now = ctx.now();
    let account = ctx.state.account_mut(id).ok_or_else(|| ApiError::new(ErrCode::BAD_APP_ID))?;
    let limit = account.rules.tokens.clears_per_month;
    let tokens = path.is_none_or(|path| path == TOKEN);
    account.tokens.clear_calls(now, limit, tokens).map_err(|_| ApiError::code(48006))?;
    account.calls.clear(path);
    Ok(Empty {})
}
