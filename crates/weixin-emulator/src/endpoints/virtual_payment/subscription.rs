//! Subscriptions (会员订阅) on Android and HarmonyOS.

use weixin_api::Empty;
use weixin_mini::virtual_payment::{
    AnnounceVirtualCharge, CancelVirtualSubscription, ChargeVirtualSubscription,
    GetVirtualSubscription, PaymentEnv, ProductId, SubscriptionContractId, SubscriptionMode,
    SubscriptionState, VirtualSubscription, XPayGoods, XPaySubscriptionPayFail,
};
use weixin_protocol::{OpenId, PeerId};

use super::{ApiError, RequestContext, bad_field, check_number, error, push_later, user};
use crate::{
    state::{Contract, ContractError, Goods, Item, Order},
    virtual_payment::{goods_deliver, signing},
};

const NOT_A_SUBSCRIPTION: i64 = 674_690_001;
const NOT_SIGNED: i64 = 690_000_000;
const NOT_THE_TIME: i64 = 690_000_001;

const BAD_PARAMETER: i64 = -15001;
const USED_NUMBER: i64 = -15002;
const BAD_CURRENCY: i64 = -15004;
const UNPUBLISHED: i64 = -15010;
const SANDBOX: i64 = -15011;
const NOT_ANNOUNCED: i64 = -15025;
const BAD_TIME: i64 = -15026;
const BAD_PRICE: i64 = -15027;

pub(super) fn get(
    ctx: &mut RequestContext<'_>,
    request: GetVirtualSubscription,
) -> Result<VirtualSubscription, ApiError> {
    let user = user(ctx, &request.openid)?;
    let mut found = VirtualSubscription::new();
    found.authorization_state = Some(SubscriptionState::NeverSigned);
    if request.mode == Some(SubscriptionMode::Apple) {
        // The emulator has no phones of Apple.
        return Ok(found);
    }
    let code = request.out_contract_code;
    let code = code.ok_or_else(|| bad_field("out_contract_code is missing"))?;
    let contracts = &mut ctx.account_mut()?.virtual_payments.contracts;
    let contract = contracts
        .find_mut(&code)
        .filter(|contract| contract.user == user && contract.product == request.product_id);
    if let Some(contract) = contract {
        found.authorization_state = Some(match contract.is_signed() {
            true => SubscriptionState::Signed,
            false => SubscriptionState::Terminated,
        });
    }
    Ok(found)
}

/// The goods of a subscription, and the person's contract with this number.
fn contract<'c>(
    ctx: &'c mut RequestContext<'_>,
    user: &PeerId,
    product: &ProductId,
    code: &SubscriptionContractId,
) -> Result<(Goods, &'c mut Contract), ApiError> {
    let now = ctx.now();
    let payments = &mut ctx.account_mut()?.virtual_payments;
    let goods = payments.goods.find(PaymentEnv::Live, product, now).cloned();
    let goods = goods.filter(|goods| goods.period_days.is_some());
    let goods = goods.ok_or_else(|| error(NOT_A_SUBSCRIPTION, "product type not support"))?;
    let contract = payments.contracts.find_mut(code).filter(|contract| {
        contract.is_signed() && contract.user == *user && contract.product == *product
    });
    let contract = contract.ok_or_else(|| error(NOT_SIGNED, "user not subscribed"))?;
    Ok((goods, contract))
}

pub(super) fn announce(
    ctx: &mut RequestContext<'_>,
    request: AnnounceVirtualCharge,
) -> Result<Empty, ApiError> {
    let (now, user) = (ctx.now(), user(ctx, &request.openid)?);
    let (product, code) = (&request.product_id, &request.out_contract_code);
    let (goods, contract) = contract(ctx, &user, product, code)?;
    contract.announce(request.deduct_price, goods.price, now).map_err(|problem| match problem {
        ContractError::Price => error(NOT_A_SUBSCRIPTION, "input deduct_price not valid"),
        _ => error(NOT_THE_TIME, "not allowed to trigger pre payment at this time"),
    })?;
    Ok(Empty {})
}

pub(super) fn charge(
    ctx: &mut RequestContext<'_>,
    request: ChargeVirtualSubscription,
) -> Result<Empty, ApiError> {
    let (now, user) = (ctx.now(), user(ctx, &request.openid)?);
    if request.env.is_some_and(|env| env != PaymentEnv::Live) {
        return Err(error(SANDBOX, "env must be 0"));
    }
    if request.currency_type != "CNY" {
        return Err(error(BAD_CURRENCY, "currency_type must be CNY"));
    }
    if request.buy_quantity != 1 {
        return Err(error(BAD_PARAMETER, "buy_quantity must be 1"));
    }
    check_number("order_id", &request.order_id)
        .map_err(|problem| error(BAD_PARAMETER, problem.message.into_owned()))?;
    let payments = &mut ctx.account_mut()?.virtual_payments;
    if request.offer_id != payments.offer_id {
        return Err(error(BAD_PARAMETER, "offer_id is that of another account"));
    }
    if payments.orders.find(&request.order_id).is_some() {
        return Err(error(USED_NUMBER, "order_id was used before"));
    }
    let goods = payments.goods.find(PaymentEnv::Live, &request.product_id, now).cloned();
    let goods = goods.ok_or_else(|| error(UNPUBLISHED, "product_id is not published"))?;
    let contract = payments.contracts.signed_mut(&user, &request.product_id);
    let contract = contract.ok_or_else(|| error(NOT_SIGNED, "user not subscribed"))?;
    contract.check_charge(request.deduct_price, goods.price, now).map_err(
        |problem| match problem {
            ContractError::Price => error(BAD_PRICE, "deduct_price is not allowed"),
            ContractError::Time => error(BAD_TIME, "charges are not allowed at this time"),
            ContractError::NotAnnounced => {
                error(NOT_ANNOUNCED, "the charge was not announced, or was made before")
            }
        },
    )?;
    if contract.charges_fail {
        return fail(ctx, &user, request);
    }
    let period_days = goods.period_days.unwrap_or_default();
    contract.charged(period_days, now);
    let order = Order::paid(
        &mut ctx.state.ids,
        (request.order_id, PaymentEnv::Live, user.clone()),
        (Item::Goods(request.product_id), 1, request.deduct_price),
        Some(request.attach),
        now,
    );
    ctx.account_mut()?.virtual_payments.orders.add(order.clone());
    let message = |header| goods_deliver(header, &order, &goods);
    push_later(ctx, &user, message, ["The subscription was paid.", "会员订阅扣费成功。"])?;
    Ok(Empty {})
}

/// The person has no money. The charge was accepted; the push says what became of it.
fn fail(
    ctx: &mut RequestContext<'_>,
    user: &PeerId,
    request: ChargeVirtualSubscription,
) -> Result<Empty, ApiError> {
    let appid = ctx.account()?.id.as_str().to_owned();
    let message = |header| {
        let openid = OpenId::new(user.as_str());
        let mut failed = XPaySubscriptionPayFail::new(header, openid, request.order_id);
        failed.env = Some(PaymentEnv::Live);
        failed.goods = Some(XPayGoods::new(request.product_id, 1_u64));
        failed.contract_wx_appid = Some(appid);
        failed
    };
    push_later(
        ctx,
        user,
        message,
        ["The subscription could not be charged.", "会员订阅扣费失败。"],
    )?;
    Ok(Empty {})
}

pub(super) fn cancel(
    ctx: &mut RequestContext<'_>,
    request: CancelVirtualSubscription,
) -> Result<Empty, ApiError> {
    let user = user(ctx, &request.openid)?;
    let (product, code) = (&request.product_id, &request.out_contract_code);
    let (_, contract) = contract(ctx, &user, product, code)?;
    contract.end();
    let ended = contract.clone();
    push_later(
        ctx,
        &user,
        |header| signing(header, &ended),
        ["The contract of the subscription was ended.", "会员订阅已解约。"],
    )?;
    Ok(Empty {})
}
