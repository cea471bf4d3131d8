//! Logging in at a Mini Program.

use weixin_api::ErrCode;
use weixin_mini::login::{CodeToSession, Session};
use weixin_protocol::Product;

use super::{Desk, Refusal};
use crate::world::BadCode;

pub(super) fn session(desk: &mut Desk<'_>, request: CodeToSession) -> Result<Session, Refusal> {
    let id = request.appid.ok_or_else(|| Refusal::code(41002))?;
    let secret = request.secret.ok_or_else(|| Refusal::code(41004))?;
    if request.grant_type != "authorization_code" {
        return Err(Refusal::known(ErrCode::BAD_GRANT_TYPE));
    }
    let account = desk.world.account(&id).filter(|account| account.product == Product::Mini);
    let account = account.ok_or_else(|| Refusal::known(ErrCode::BAD_APP_ID))?;
    let right = account.secret == secret;
    desk.account = Some(id);
    if !right {
        return Err(Refusal::known(ErrCode::BAD_SECRET));
    }
    let (now, key) = (desk.now(), desk.world.ids.session_key());
    let sessions = &mut desk.account_mut()?.sessions;
    let user = sessions.exchange(&request.js_code, key.clone(), now);
    let user = user.map_err(|bad| match bad {
        BadCode::Unknown => Refusal::code(40029),
        BadCode::Used => Refusal::code(40163),
    })?;
    Ok(Session::new(user, key))
}
