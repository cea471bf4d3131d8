//! Login of Mini Programs.

use weixin_api::ErrCode;
use weixin_mini::login::{CodeToSession, Session};
use weixin_protocol::Product;

use super::{ApiError, RequestContext};
use crate::state::CodeError;

pub(super) fn session(
    ctx: &mut RequestContext<'_>,
    request: CodeToSession,
) -> Result<Session, ApiError> {
    let id = request.appid.ok_or_else(|| ApiError::code(41002))?;
    let secret = request.secret.ok_or_else(|| ApiError::code(41004))?;
    if request.grant_type != "authorization_code" {
        return Err(ApiError::new(ErrCode::BAD_GRANT_TYPE));
    }
    let account = ctx.state.account(&id).filter(|account| account.product == Product::Mini);
    let account = account.ok_or_else(|| ApiError::new(ErrCode::BAD_APP_ID))?;
    let right = account.secret == secret;
    ctx.account = Some(id);
    if !right {
        return Err(ApiError::new(ErrCode::BAD_SECRET));
    }
    let (now, key) = (ctx.now(), ctx.state.ids.session_key());
    let sessions = &mut ctx.account_mut()?.sessions;
    let user = sessions.exchange(request.js_code.expose(), key.clone(), now);
    let user = user.map_err(|bad| match bad {
        CodeError::Unknown => ApiError::code(40029),
        CodeError::Used => ApiError::code(40163),
    })?;
    let unionid = ctx.account.as_ref().and_then(|id| ctx.state.union_id(id, &user));
    let mut session = Session::new(user, key);
    session.unionid = unionid;
    Ok(session)
}
