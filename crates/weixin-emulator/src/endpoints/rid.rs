//! Queries about rejected calls by `rid`.

use std::time::Duration;

use weixin_api::wire::query;
use weixin_official::quota::{GetRid, RidInfo, SeenCall};

use super::{ApiError, RequestContext};
use crate::timeline::{CallEntry, EventKind};

const UNKNOWN: i64 = 76001;
const MALFORMED: i64 = 76002;
const OTHER_ACCOUNT: i64 = 76003;
const TOO_OLD: i64 = 76004;

/// How long a call can be queried.
const QUERY_WINDOW: Duration = Duration::from_secs(7 * 24 * 60 * 60);

pub(super) fn get(ctx: &mut RequestContext<'_>, request: GetRid) -> Result<RidInfo, ApiError> {
    let hex = |part: &&str| part.len() == 8 && part.chars().all(|c| c.is_ascii_hexdigit());
    let parts: Vec<&str> = request.rid.as_str().split('-').collect();
    if parts.len() != 3 || !parts.iter().all(hex) {
        return Err(ApiError::code(MALFORMED));
    }
    let known = ctx.state.rejected_calls.iter().find(|known| request.rid == *known.rid);
    let known = known.ok_or_else(|| ApiError::code(UNKNOWN))?;
    if known.account.as_ref() != Some(&ctx.account()?.id) {
        return Err(ApiError::code(OTHER_ACCOUNT));
    }
    if ctx.now() >= known.at + QUERY_WINDOW {
        return Err(ApiError::code(TOO_OLD));
    }
    let entry = ctx.state.timeline.iter().find(|entry| entry.id == known.call);
    let Some(EventKind::Call(call)) = entry.map(|entry| &entry.what) else {
        return Err(ApiError::code(UNKNOWN));
    };
    let body = call.request.body.clone().unwrap_or_default();
    let answer = call.response.body.as_str();
    let mut seen = SeenCall::new(known.at, call.took_ms, url(call), body, answer);
    seen.client_ip = Some("127.0.0.1".to_owned());
    Ok(RidInfo::new(seen))
}

/// The URL of a call, with shortened secrets.
fn url(call: &CallEntry) -> String {
    let pairs = call.request.query.iter();
    let query: Vec<_> =
        pairs.map(|(name, value)| format!("{name}={}", query::encode(value))).collect();
    format!("https://{}{}?{}", call.request.host, call.request.path, query.join("&"))
}
