//! The addresses of the platform.

use weixin_official::network::{Addresses, GetCallbackAddresses};
use weixin_work::network as work;

use super::{ApiError, RequestContext};

pub(super) fn callback_addresses(
    ctx: &mut RequestContext<'_>,
    _: GetCallbackAddresses,
) -> Result<Addresses, ApiError> {
    Ok(Addresses::new(published(ctx)?))
}

pub(super) fn work_callback_addresses(
    ctx: &mut RequestContext<'_>,
    _: work::GetCallbackAddresses,
) -> Result<work::Addresses, ApiError> {
    Ok(work::Addresses::new(published(ctx)?))
}

fn published(ctx: &RequestContext<'_>) -> Result<Vec<String>, ApiError> {
    Ok(ctx.account()?.rules.push.addresses.clone())
}
