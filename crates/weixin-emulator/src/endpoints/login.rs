//! Login of Mini Programs.

use weixin_api::{CallSignature, Empty, ErrCode, Signed};
use weixin_mini::login::{
    CheckSessionKey, CodeToSession, ResetSession, ResetSessionKey, Session, SignatureMethod,
};
use weixin_protocol::{OpenId, PeerId, Product, Secret};

use super::{ApiError, RequestContext};
use crate::state::CodeError;

/// The user has no session key.
const NO_SESSION: i64 = 87007;

/// The method of a signature is unknown.
const BAD_METHOD: i64 = 87008;

/// A call is not signed with the user's present session key.
const BAD_SIGNATURE: i64 = 87009;

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

pub(super) fn check(
    ctx: &mut RequestContext<'_>,
    request: CheckSessionKey,
) -> Result<Empty, ApiError> {
    signed(ctx, &request.openid, &request.signature, &request.sig_method).map(|_| Empty {})
}

pub(super) fn reset(
    ctx: &mut RequestContext<'_>,
    request: ResetSessionKey,
) -> Result<ResetSession, ApiError> {
    let user = signed(ctx, &request.openid, &request.signature, &request.sig_method)?;
    let key = ctx.state.ids.session_key();
    ctx.account_mut()?.sessions.replace(&user, key.clone());
    Ok(ResetSession::new(request.openid, key))
}

/// The user, if the call is signed with their present session key.
fn signed(
    ctx: &RequestContext<'_>,
    openid: &OpenId,
    signature: &CallSignature,
    method: &SignatureMethod,
) -> Result<PeerId, ApiError> {
    if *method != SignatureMethod::HmacSha256 {
        return Err(ApiError::code(BAD_METHOD));
    }
    let account = ctx.account()?;
    let user = PeerId::from(openid.clone());
    let key = account.sessions.key_of(&user).ok_or_else(|| ApiError::code(NO_SESSION))?;
    let expected = Signed::Nothing.sign(&Secret::new(key), "", &[]);
    match signature.made() == Some(&*expected) {
        true => Ok(user),
        false => Err(ApiError::code(BAD_SIGNATURE)),
    }
}
