//! Virtual payment (虚拟支付) outside the API: the console, the phone, and the pushes.

mod console;
mod phone;

pub use console::VirtualPaymentCredentials;
pub(crate) use phone::{Paid, buy, end_contract, sign_contract};
use weixin_api::Timestamp;
use weixin_mini::virtual_payment::{
    VirtualOrderId, XPayCoinPay, XPayCoins, XPayGoods, XPayGoodsDeliver, XPayPayment,
    XPaySubscriptionSigning,
};
use weixin_protocol::{AppId, Header, Inbound, InboundMessage, Kind, Node, OpenId, PeerId};

use crate::{
    push::Push,
    state::{AccountState, Contract, Goods, Order, PlatformState},
};

const DELIVER: &str = "xpay_goods_deliver_notify";

/// The header of a push about a payment. It does not come from the person: its sender is always the
/// same openid of the platform (固定为微信官方的 openid).
fn header(account: &AccountState, now: Timestamp) -> Header {
    let platform = PeerId::new(format!("{}WeixinVirtualPayment00", account.openid_prefix));
    account.header(&platform, now)
}

impl Push {
    /// A push about a payment of a person.
    pub(crate) fn payment<M: InboundMessage>(
        account: &AccountState,
        person: &PeerId,
        now: Timestamp,
        [text, text_zh]: [&str; 2],
        message: impl FnOnce(Header) -> M,
    ) -> Self {
        let header = header(account, now);
        let message = message(header.clone());
        Self {
            account: account.id.clone(),
            person: person.clone(),
            inbound: Inbound::of(&header, &message, account.settings.format),
            text: text.to_owned(),
            text_zh: Some(text_zh.to_owned()),
        }
    }
}

fn payment(order: &Order) -> XPayPayment {
    let mut payment = XPayPayment::new();
    payment.mch_order_no = Some(order.merchant_no.clone());
    payment.transaction_id = Some(order.transaction.clone());
    payment.paid_time = Some(order.paid);
    payment
}

fn fen(amount: u64) -> Option<i64> {
    i64::try_from(amount).ok()
}

/// Goods were bought.
pub(crate) fn goods_deliver(header: Header, order: &Order, goods: &Goods) -> XPayGoodsDeliver {
    let (user, id) = (OpenId::new(order.user.as_str()), order.id.clone());
    let mut push = XPayGoodsDeliver::new(header, user, id, order.env);
    push.payment = Some(payment(order));
    if let crate::state::Item::Goods(product) = &order.item {
        let mut bought = XPayGoods::new(product.clone(), order.quantity);
        bought.orig_price = fen(goods.price.saturating_mul(order.quantity));
        bought.actual_price = fen(order.fee);
        bought.attach = order.attach.clone();
        bought.subscribe_period_days = goods.period_days;
        push.goods = Some(bought);
    }
    push
}

/// Coins were bought.
fn coin_pay(header: Header, order: &Order) -> XPayCoinPay {
    let (user, id) = (OpenId::new(order.user.as_str()), order.id.clone());
    let mut push = XPayCoinPay::new(header, user, id, order.env);
    push.payment = Some(payment(order));
    let mut coins = XPayCoins::new(order.quantity);
    (coins.orig_price, coins.actual_price) = (fen(order.fee), fen(order.fee));
    coins.attach = order.attach.clone();
    push.coins = Some(coins);
    push
}

/// The contract of a subscription was signed, or has ended. The fields are not documented.
pub(crate) fn signing(header: Header, contract: &Contract) -> XPaySubscriptionSigning {
    let mut push = XPaySubscriptionSigning::new(header);
    push.open_id = Some(OpenId::new(contract.user.as_str()));
    push.product_id = Some(contract.product.clone());
    push.out_contract_code = Some(contract.code.clone());
    push.attach = contract.attach.clone();
    push.action = Some(if contract.is_signed() { "subscribe" } else { "unsubscribe" }.to_owned());
    push
}

/// Records that the bot has acknowledged a push: the goods of the order are delivered.
pub(crate) fn acknowledged(state: &mut PlatformState, account: &AppId, push: &Inbound) {
    let is_delivery = matches!(push.kind(), Kind::Event { event: DELIVER, .. });
    let order = push.fields().text("OutTradeNo").map(VirtualOrderId::new);
    let now = state.now();
    if let (true, Some(order), Some(account)) = (is_delivery, order, state.account_mut(account)) {
        account.virtual_payments.orders.provide(&order, now);
    }
}

/// The push for its next delivery: some say how often they were sent before (RetryTimes).
pub(crate) fn retried(push: &Inbound, deliveries: u8) -> Option<Inbound> {
    const FIELD: &str = "RetryTimes";
    push.fields().get(FIELD)?;
    let mut fields = push.fields().clone();
    fields.set(FIELD, Node::number(deliveries));
    Some(Inbound::from_fields(fields, push.format()))
}
