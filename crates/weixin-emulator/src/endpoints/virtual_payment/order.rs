//! Orders that were paid in money, and their refunds.

use std::time::Duration;

use weixin_api::Empty;
use weixin_mini::{
    ids::{RefundId, TransactionId},
    virtual_payment::{
        FoundVirtualOrder, GetVirtualOrder, NotifyGoodsProvided, PaymentEnv, RefundVirtualOrder,
        StartedVirtualRefund, VirtualOrder, VirtualOrderEnv, VirtualOrderStatus, VirtualOrderType,
        VirtualSettlementState, WxOrderId, XPayRefund,
    },
};
use weixin_protocol::OpenId;

use super::{
    ApiError, BAD_LEFT_FEE, BAD_OPENID, RequestContext, bad_field, check_number, push_later, user,
};
use crate::state::{Order, Refund};

/// How long an order can be refunded.
const REFUNDABLE: Duration = Duration::from_secs(365 * 24 * 60 * 60);

fn fen(amount: u64) -> Option<i64> {
    Some(i64::try_from(amount).unwrap_or(i64::MAX))
}

fn no_order() -> ApiError {
    bad_field("there is no such order in this env")
}

pub(super) fn get(
    ctx: &mut RequestContext<'_>,
    request: GetVirtualOrder,
) -> Result<FoundVirtualOrder, ApiError> {
    let openid = request.openid.ok_or_else(|| ApiError::code(BAD_OPENID))?;
    let user = user(ctx, &openid)?;
    let orders = &mut ctx.account_mut()?.virtual_payments.orders;
    let (id, wx_id) = (request.order_id.as_ref(), request.wx_order_id.as_ref());
    if let Some((order, refund)) = orders.find_refund(id, wx_id) {
        return Ok(FoundVirtualOrder::new(of_refund(order, refund)));
    }
    let order = orders.find_mut(id, wx_id);
    let order = order.filter(|order| order.env == request.env && order.user == user);
    Ok(FoundVirtualOrder::new(of_order(order.ok_or_else(no_order)?)))
}

/// What the payment and its refund have in common.
fn common(order: &Order) -> VirtualOrder {
    let mut found = VirtualOrder::new();
    found.env_type = Some(match order.env {
        PaymentEnv::Sandbox => VirtualOrderEnv::Sandbox,
        _ => VirtualOrderEnv::Live,
    });
    found.order_fee = fen(order.fee);
    found.coupon_fee = Some(0);
    found
}

fn of_order(order: &Order) -> VirtualOrder {
    let mut found = common(order);
    found.order_id = Some(order.id.clone());
    found.wx_order_id = Some(order.wx_id.clone());
    found.order_type = Some(VirtualOrderType::Payment);
    found.status = Some(order.status());
    found.paid_fee = fen(order.fee);
    found.left_fee = fen(order.left());
    found.create_time = Some(order.paid);
    found.paid_time = Some(order.paid);
    found.provide_time = order.provided;
    let refunded = order.refunds.last().map(|refund| refund.at);
    found.update_time = refunded.max(order.provided).or(Some(order.paid));
    found.biz_meta = order.attach.clone();
    found.channel_order_id = Some(order.merchant_no.clone());
    found.wxpay_order_id = Some(order.transaction.clone());
    found.sett_state = Some(VirtualSettlementState::NotStarted);
    found
}

fn of_refund(order: &Order, refund: &Refund) -> VirtualOrder {
    let mut found = common(order);
    found.order_id = Some(refund.id.clone());
    found.wx_order_id = Some(refund.wx_id.clone());
    found.order_type = Some(VirtualOrderType::Refund);
    found.status = Some(VirtualOrderStatus::RefundReceived);
    found.refund_fee = fen(refund.fee);
    found.create_time = Some(refund.at);
    found.paid_time = Some(refund.at);
    found.update_time = Some(refund.at);
    found.biz_meta = refund.attach.clone();
    found.wxpay_order_id = Some(TransactionId::new(refund.transaction.as_str()));
    found
}

pub(super) fn provided(
    ctx: &mut RequestContext<'_>,
    request: NotifyGoodsProvided,
) -> Result<Empty, ApiError> {
    let now = ctx.now();
    let orders = &mut ctx.account_mut()?.virtual_payments.orders;
    let order = orders.find_mut(request.order_id.as_ref(), request.wx_order_id.as_ref());
    let order = order.filter(|order| order.env == request.env).ok_or_else(no_order)?;
    order.provided.get_or_insert(now);
    Ok(Empty {})
}

pub(super) fn refund(
    ctx: &mut RequestContext<'_>,
    request: RefundVirtualOrder,
) -> Result<StartedVirtualRefund, ApiError> {
    check_number("refund_order_id", &request.refund_order_id)?;
    let openid = request.openid.ok_or_else(|| ApiError::code(BAD_OPENID))?;
    let user = user(ctx, &openid)?;
    let now = ctx.now();
    let (wx_id, transaction) = (
        WxOrderId::new(ctx.state.ids.secret()),
        RefundId::new(format!("5030{}", ctx.state.ids.echo())),
    );
    let orders = &mut ctx.account_mut()?.virtual_payments.orders;
    // The same number is never refunded twice.
    if let Some((order, refund)) = orders.find_refund(Some(&request.refund_order_id), None) {
        return Ok(started(order, refund));
    }
    let order = orders.find_mut(request.order_id.as_ref(), request.wx_order_id.as_ref());
    let order = order.filter(|order| order.env == request.env && order.user == user);
    let order = order.ok_or_else(no_order)?;
    if request.left_fee != order.left() {
        return Err(ApiError::code(BAD_LEFT_FEE));
    }
    if request.refund_fee == 0 || request.refund_fee > order.left() {
        return Err(bad_field("refund_fee must be greater than 0 and at most left_fee"));
    }
    if now.since(order.paid) > REFUNDABLE {
        return Err(bad_field("the order was paid more than 365 days ago"));
    }
    let refund = Refund {
        id: request.refund_order_id,
        wx_id,
        fee: request.refund_fee,
        attach: request.biz_meta,
        transaction,
        at: now,
    };
    order.refunds.push(refund.clone());
    let order = order.clone();
    let message = |header| {
        let mut push = XPayRefund::new(header, OpenId::new(user.as_str()));
        push.mch_refund_id = Some(refund.id.clone());
        push.wx_refund_id = Some(refund.wx_id.clone());
        push.mch_order_id = Some(order.id.clone());
        push.wx_order_id = Some(order.wx_id.clone());
        push.wxpay_refund_transaction_id = Some(refund.transaction.clone());
        push.refund_fee = fen(refund.fee);
        push.ret_code = Some(0);
        push.ret_msg = Some("success".to_owned());
        push.refund_start_timestamp = Some(now);
        push.refund_succ_timestamp = Some(now);
        push.retry_times = Some(0);
        push
    };
    push_later(ctx, &user, message, ["The refund has succeeded.", "退款成功。"])?;
    Ok(started(&order, &refund))
}

fn started(order: &Order, refund: &Refund) -> StartedVirtualRefund {
    let mut started = StartedVirtualRefund::new();
    started.refund_order_id = Some(refund.id.clone());
    started.refund_wx_order_id = Some(refund.wx_id.clone());
    started.pay_order_id = Some(order.id.clone());
    started.pay_wx_order_id = Some(order.wx_id.clone());
    started
}
