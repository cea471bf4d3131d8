//! The coins of people.

use weixin_mini::virtual_payment::{
    CancelCoinPayment, CancelledCoinPayment, GetUserBalance, PaidWithCoins, PayWithCoins,
    PresentCoins, PresentedCoins, UserBalance,
};

use super::{
    ApiError, BAD_OPENID, NO_COINS, REPEATED, RequestContext, TOO_FEW_COINS, bad_field,
    check_number, user,
};
use crate::state::CoinError;

impl From<CoinError> for ApiError {
    fn from(error: CoinError) -> Self {
        match error {
            CoinError::Repeated => Self::code(REPEATED),
            CoinError::TooFew => Self::code(TOO_FEW_COINS),
            CoinError::Unknown => bad_field("there is no payment with this pay_order_id"),
        }
    }
}

fn signed(coins: u64) -> i64 {
    i64::try_from(coins).unwrap_or(i64::MAX)
}

fn check_published(ctx: &RequestContext<'_>) -> Result<(), ApiError> {
    match ctx.account()?.virtual_payments.coins.per_yuan {
        Some(_) => Ok(()),
        None => Err(ApiError::code(NO_COINS)),
    }
}

fn check_amount(amount: u64) -> Result<(), ApiError> {
    if amount == 0 { Err(bad_field("amount must be greater than 0")) } else { Ok(()) }
}

pub(super) fn balance(
    ctx: &mut RequestContext<'_>,
    request: GetUserBalance,
) -> Result<UserBalance, ApiError> {
    check_published(ctx)?;
    let user = user(ctx, &request.openid)?;
    let wallet = ctx.account()?.virtual_payments.coins.wallet(request.env, &user);
    let mut balance = UserBalance::new();
    balance.balance = Some(signed(wallet.total()));
    balance.present_balance = Some(signed(wallet.given));
    balance.sum_save = Some(signed(wallet.ever_bought));
    balance.sum_present = Some(signed(wallet.ever_given));
    balance.sum_balance = Some(signed(wallet.ever_bought + wallet.ever_given));
    balance.sum_cost = Some(signed(wallet.spent));
    balance.first_save_flag = Some(wallet.ever_bought == 0);
    Ok(balance)
}

pub(super) fn pay(
    ctx: &mut RequestContext<'_>,
    request: PayWithCoins,
) -> Result<PaidWithCoins, ApiError> {
    check_published(ctx)?;
    check_amount(request.amount)?;
    let user = user(ctx, &request.openid)?;
    let coins = &mut ctx.account_mut()?.virtual_payments.coins;
    let (wallet, given) = coins.pay(request.env, &user, &request.order_id, request.amount)?;
    let mut paid = PaidWithCoins::new();
    paid.order_id = Some(request.order_id);
    paid.balance = Some(signed(wallet.total()));
    paid.used_present_amount = Some(signed(given));
    Ok(paid)
}

pub(super) fn cancel(
    ctx: &mut RequestContext<'_>,
    request: CancelCoinPayment,
) -> Result<CancelledCoinPayment, ApiError> {
    check_amount(request.amount)?;
    let user = user(ctx, &request.openid)?;
    let coins = &mut ctx.account_mut()?.virtual_payments.coins;
    let (payment, order) = (&request.pay_order_id, &request.order_id);
    coins.return_coins(request.env, &user, payment, order, request.amount)?;
    let mut cancelled = CancelledCoinPayment::new();
    cancelled.order_id = Some(request.order_id);
    Ok(cancelled)
}

pub(super) fn present(
    ctx: &mut RequestContext<'_>,
    request: PresentCoins,
) -> Result<PresentedCoins, ApiError> {
    check_published(ctx)?;
    check_amount(request.amount)?;
    check_number("order_id", &request.order_id)?;
    let openid = request.openid.ok_or_else(|| ApiError::code(BAD_OPENID))?;
    let user = user(ctx, &openid)?;
    let coins = &mut ctx.account_mut()?.virtual_payments.coins;
    let wallet = coins.give(request.env, &user, &request.order_id, request.amount)?;
    let mut presented = PresentedCoins::new();
    presented.order_id = Some(request.order_id);
    presented.balance = Some(signed(wallet.total()));
    presented.present_balance = Some(signed(wallet.ever_given));
    Ok(presented)
}
