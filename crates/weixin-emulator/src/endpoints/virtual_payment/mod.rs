//! Virtual payment (虚拟支付).

mod coins;
mod goods;
mod order;
mod signature;
mod subscription;

use weixin_api::{Endpoint, ErrCode, wire::DecodeErrorKind, wire::IncomingRequest};
use weixin_mini::virtual_payment::VirtualOrderId;
use weixin_protocol::{InboundMessage, OpenId, PeerId};

use super::{ApiError, HandlerError, Operation, RequestContext};
use crate::push::Push;

const BAD_OPENID: i64 = 268_490_001;
const BAD_FIELD: i64 = 268_490_002;
const REPEATED: i64 = 268_490_004;
const TOO_FEW_COINS: i64 = 268_490_006;
const NO_COINS: i64 = 268_490_008;
const BAD_LEFT_FEE: i64 = 268_490_016;
const TASK_RUNNING: i64 = 268_490_012;

/// The operations of virtual payment.
pub(super) fn all() -> impl Iterator<Item = Operation> {
    [
        signed(coins::balance),
        signed(coins::pay),
        signed(coins::cancel),
        signed(coins::present),
        signed(goods::upload),
        signed(goods::uploaded),
        signed(goods::publish),
        signed(goods::published),
        signed(order::get),
        signed(order::provided),
        signed(order::refund),
        signed(subscription::get),
        signed(subscription::announce),
        signed(subscription::charge),
        signed(subscription::cancel),
    ]
    .into_iter()
}

/// An operation whose signatures are checked first. Fields that are missing or wrong have the error
/// code of virtual payment.
fn signed<E: Endpoint>(
    act: impl Fn(&mut RequestContext<'_>, E) -> Result<E::Reply, ApiError> + Send + Sync + 'static,
) -> Operation {
    let Operation { info, handle } = super::endpoint::<E>(act);
    let handle = move |ctx: &mut RequestContext<'_>, call: IncomingRequest<'_>| {
        signature::check(ctx, info, call)?;
        handle(ctx, call).map_err(|error| match error {
            HandlerError::Decode(error) if error.kind() == DecodeErrorKind::Field => {
                bad_field(error.message()).into()
            }
            error => error,
        })
    };
    Operation { info, handle: Box::new(handle) }
}

/// The error for a wrong field.
fn bad_field(what: &str) -> ApiError {
    error(BAD_FIELD, format!("invalid request field: {what}"))
}

fn error(code: i64, message: impl Into<String>) -> ApiError {
    ApiError::with_message(ErrCode::new(code), message.into())
}

/// The user of a call, who must be one of the account.
fn user(ctx: &RequestContext<'_>, openid: &OpenId) -> Result<PeerId, ApiError> {
    let account = &ctx.account()?.id;
    let person = ctx.state.person(account, openid.as_str());
    person.map(|person| person.id.clone()).ok_or_else(|| ApiError::code(BAD_OPENID))
}

/// Checks a number that the account chose: 8 to 32 letters, digits, `_` and `-`.
fn check_number(name: &str, number: &VirtualOrderId) -> Result<(), ApiError> {
    let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
    let number = number.as_str();
    if (8..=32).contains(&number.len()) && number.chars().all(fits) {
        return Ok(());
    }
    Err(bad_field(&format!("{name} must have 8 to 32 letters, digits, _ and -")))
}

/// Schedules a push about a payment of a person.
fn push_later<M: InboundMessage>(
    ctx: &mut RequestContext<'_>,
    person: &PeerId,
    message: impl FnOnce(weixin_protocol::Header) -> M,
    texts: [&str; 2],
) -> Result<(), ApiError> {
    let now = ctx.now();
    let account = ctx.account()?;
    let push = Push::payment(account, person, now, texts, message);
    ctx.pushes.push(push);
    Ok(())
}
