//! What the phone does when a person pays or subscribes: it checks the parameters as WeChat does.

use std::sync::Arc;

use weixin_api::{ErrCode, Hint, Signed, Timestamp};
use weixin_mini::virtual_payment::{
    PaymentEnv, PaymentMode, ProductId, SignedVirtualPayment, SubscriptionContractId,
    VirtualOrderId, VirtualPaymentOrder,
};
use weixin_protocol::{AppId, PeerId, Product, Secret};

use super::{coin_pay, goods_deliver, signing};
use crate::{
    Problem,
    platform::Platform,
    push::{self, Progress, Push},
    state::{AccountState, Contract, Goods, Item, Order, PlatformState},
    timeline::{EntryId, EventKind, MessageContent, Sender, Via},
};

/// What stands for the path in the signature of a call on the phone.
const CLIENT_CALL: &str = "requestVirtualPayment";

const BAD_PARAMETER: i64 = -15001;
const USED_NUMBER: i64 = -15002;
const BAD_CURRENCY: i64 = -15004;
const BAD_SIGNATURE: i64 = -15005;
const BAD_PAY_SIG: i64 = -15006;
const NO_SESSION: i64 = -15007;
const NO_COINS: i64 = -15009;
const UNPUBLISHED: i64 = -15010;
const SANDBOX: i64 = -15011;
const BAD_PRICE: i64 = -15013;
const BAD_SIGN_DATA: i64 = -15016;

/// What the phone says when a call fails: the code, and what is wrong.
fn fail(code: i64, en: &str, zh: &str) -> Problem {
    let problem = Problem::new(
        format!("requestVirtualPayment:fail {en} (errCode {code})"),
        format!("requestVirtualPayment:fail {zh}（errCode {code}）"),
    );
    match ErrCode::new(code).hint(Product::Mini) {
        Some(Hint { en, zh, .. }) => problem.hint(en, zh),
        None => problem,
    }
}

/// An action of a person that is pushed.
pub(crate) struct Paid {
    /// The entry in the chat.
    pub(crate) message: EntryId,
    pub(crate) progress: Arc<Progress>,
}

/// A person pays: `wx.requestVirtualPayment` with these parameters.
///
/// # Errors
/// If the phone rejects the parameters. Nothing is changed then.
pub(crate) fn buy(
    platform: &Arc<Platform>,
    account: &AppId,
    person: &PeerId,
    payment: &SignedVirtualPayment,
) -> Result<Paid, Problem> {
    act(platform, |state| {
        let now = state.now();
        let name = name_of(state, account, person)?;
        let account_state = mini(state, account)?;
        let (order, env) = check(account_state, person, payment)?;
        let (item, fee, goods) = price(account_state, &order, payment.mode, env, now)?;
        let quantity = order.buy_quantity;
        let order = Order::paid(
            &mut state.ids,
            (order.out_trade_no, env, person.clone()),
            (item, quantity, fee),
            order.attach,
            now,
        );
        let account_state = mini(state, account)?;
        let texts = texts(&name, &order);
        let [en, zh] = [&*texts[0], &*texts[1]];
        let push = match &goods {
            Some(goods) => Push::payment(account_state, person, now, [en, zh], |header| {
                goods_deliver(header, &order, goods)
            }),
            None => Push::payment(account_state, person, now, [en, zh], |header| {
                coin_pay(header, &order)
            }),
        };
        let payments = &mut account_state.virtual_payments;
        payments.orders.add(order.clone());
        if order.item == Item::Coins {
            payments.coins.buy(env, person, quantity);
            payments.orders.provide(&order.id, now);
        }
        Ok((texts, push))
    })
}

/// A person signs the contract of a subscription: `wx.requestSubscribeSign`. The form of its
/// parameters is not documented, so they are not checked.
///
/// # Errors
/// If the goods are not a subscription, or the number of the contract was used before.
pub(crate) fn sign_contract(
    platform: &Arc<Platform>,
    account: &AppId,
    person: &PeerId,
    contract: (ProductId, SubscriptionContractId, Option<String>),
) -> Result<Paid, Problem> {
    act(platform, |state| {
        let now = state.now();
        let name = name_of(state, account, person)?;
        let account_state = mini(state, account)?;
        let (product, code, attach) = contract;
        let payments = &mut account_state.virtual_payments;
        let goods = payments.goods.find(PaymentEnv::Live, &product, now);
        if goods.is_none_or(|goods| goods.period_days.is_none()) {
            return Err(fail(
                UNPUBLISHED,
                "the goods are not published, or not a subscription",
                "道具未发布或不是订阅道具",
            ));
        }
        if payments.contracts.find_mut(&code).is_some() {
            return Err(fail(
                USED_NUMBER,
                "the number of the contract was used before",
                "签约协议号已使用过",
            ));
        }
        let contract = Contract::sign(person.clone(), product, code, attach, now);
        payments.contracts.add(contract.clone());
        let texts = [format!("{name} subscribed"), format!("{name} 签约了会员订阅")];
        let shown = [&*texts[0], &*texts[1]];
        let push =
            Push::payment(account_state, person, now, shown, |header| signing(header, &contract));
        Ok((texts, push))
    })
}

/// A person ends a contract, in WeChat's settings.
///
/// # Errors
/// If the person has no such contract.
pub(crate) fn end_contract(
    platform: &Arc<Platform>,
    account: &AppId,
    person: &PeerId,
    code: &SubscriptionContractId,
) -> Result<Paid, Problem> {
    act(platform, |state| {
        let now = state.now();
        let name = name_of(state, account, person)?;
        let account_state = mini(state, account)?;
        let contract = account_state.virtual_payments.contracts.find_mut(code);
        let contract = contract.filter(|contract| contract.user == *person && contract.is_signed());
        let contract = contract.ok_or_else(|| {
            Problem::new("The person has no such contract.", "该用户没有此签约协议。")
        })?;
        contract.end();
        let ended = contract.clone();
        let texts = [format!("{name} ended the subscription"), format!("{name} 解约了会员订阅")];
        let shown = [&*texts[0], &*texts[1]];
        let push =
            Push::payment(account_state, person, now, shown, |header| signing(header, &ended));
        Ok((texts, push))
    })
}

/// Performs an action, adds it to the chat and pushes it.
fn act(
    platform: &Arc<Platform>,
    action: impl FnOnce(&mut PlatformState) -> Result<([String; 2], Push), Problem>,
) -> Result<Paid, Problem> {
    let (done, run) = platform.update(|state| {
        let ([en, zh], push) = action(state)?;
        let content = MessageContent::Action { en, zh };
        let (account, person) = (push.account.clone(), push.person.clone());
        let message = state.add_message(&account, person, Sender::System, Via::Push, None, content);
        let (progress, run) = push::start(state, push);
        if let Some(root) = progress.root() {
            state.timeline.update(message, |what| {
                if let EventKind::Message(message) = what {
                    message.exchange = Some(root);
                }
            });
        }
        state.mark_dirty();
        Ok::<_, Problem>((Paid { message, progress }, run))
    })?;
    push::launch(platform, run);
    Ok(done)
}

fn name_of(state: &PlatformState, account: &AppId, person: &PeerId) -> Result<String, Problem> {
    let person = state.person(account, person);
    let person = person.ok_or_else(|| {
        Problem::new("The account or person does not exist.", "账号或用户不存在。")
    })?;
    Ok(person.name.clone())
}

fn mini<'s>(
    state: &'s mut PlatformState,
    account: &AppId,
) -> Result<&'s mut AccountState, Problem> {
    let account = state.account_mut(account).filter(|account| account.product == Product::Mini);
    account.ok_or_else(|| {
        Problem::new("Only Mini Programs have virtual payment.", "仅小程序支持虚拟支付。")
    })
}

/// Checks the parameters except what is bought, and returns the order and its environment.
fn check(
    account: &AccountState,
    person: &PeerId,
    payment: &SignedVirtualPayment,
) -> Result<(VirtualPaymentOrder, PaymentEnv), Problem> {
    let payments = &account.virtual_payments;
    let order: VirtualPaymentOrder = serde_json::from_str(&payment.sign_data).map_err(|error| {
        fail(
            BAD_SIGN_DATA,
            &format!("signData cannot be read: {error}"),
            &format!("signData 格式有问题：{error}"),
        )
    })?;
    if order.offer_id != payments.offer_id {
        return Err(fail(BAD_PARAMETER, "offerId is not that of the account", "offerId 错误"));
    }
    let env = order.env.unwrap_or(PaymentEnv::Live);
    if !matches!(env, PaymentEnv::Live | PaymentEnv::Sandbox) {
        return Err(fail(BAD_PARAMETER, "env must be 0 or 1", "env 只能为 0 或 1"));
    }
    if payments.published && env == PaymentEnv::Sandbox {
        return Err(fail(
            SANDBOX,
            "the published version cannot pay in the sandbox",
            "现网版本的 env 只能是 0",
        ));
    }
    if order.currency_type != "CNY" {
        return Err(fail(BAD_CURRENCY, "currencyType must be CNY", "currencyType 只能填 CNY"));
    }
    let body = payment.sign_data.as_bytes();
    let pay_sig = Signed::PathAndBody.sign(payments.key(env), CLIENT_CALL, body);
    if pay_sig != payment.pay_sig {
        return Err(fail(BAD_PAY_SIG, "PAY_SIG_INVALID", "支付签名 paySig 错误"));
    }
    let session_key = account.sessions.key_of(person).map(Secret::new);
    let session_key = session_key
        .ok_or_else(|| fail(NO_SESSION, "the session key has expired", "session_key 过期"))?;
    if Signed::Body.sign(&session_key, "", body) != payment.signature {
        return Err(fail(BAD_SIGNATURE, "SIGNATURE_INVALID", "用户态签名 signature 错误"));
    }
    if !is_trade_no(&order.out_trade_no) {
        return Err(fail(
            BAD_PARAMETER,
            "outTradeNo must have 8 to 32 letters, digits and _-|*@, and not begin with _",
            "outTradeNo 须为 8–32 位数字、字母或 _-|*@，且不能以下划线开头",
        ));
    }
    if payments.orders.find(&order.out_trade_no).is_some() {
        return Err(fail(USED_NUMBER, "outTradeNo was used before", "outTradeNo 重复使用"));
    }
    if order.buy_quantity == 0 {
        return Err(fail(BAD_PARAMETER, "buyQuantity must be at least 1", "buyQuantity 至少为 1"));
    }
    Ok((order, env))
}

fn is_trade_no(number: &VirtualOrderId) -> bool {
    let fits = |c: char| c.is_ascii_alphanumeric() || "_-|*@".contains(c);
    let number = number.as_str();
    (8..=32).contains(&number.len()) && number.chars().all(fits) && !number.starts_with('_')
}

/// What is bought, its amount in fen, and the goods.
fn price(
    account: &mut AccountState,
    order: &VirtualPaymentOrder,
    mode: PaymentMode,
    env: PaymentEnv,
    now: Timestamp,
) -> Result<(Item, u64, Option<Goods>), Problem> {
    let payments = &mut account.virtual_payments;
    if mode == PaymentMode::Coins {
        let per_yuan = payments.coins.per_yuan;
        let per_yuan =
            per_yuan.ok_or_else(|| fail(NO_COINS, "the coins are not published", "代币未发布"))?;
        let fee = order.buy_quantity.saturating_mul(100).div_ceil(per_yuan);
        return Ok((Item::Coins, fee, None));
    }
    let (Some(product), Some(price)) = (&order.product_id, order.goods_price) else {
        return Err(fail(
            BAD_PARAMETER,
            "productId and goodsPrice are missing",
            "缺少 productId 或 goodsPrice",
        ));
    };
    let goods = payments.goods.find(env, product, now).cloned();
    let goods = goods
        .ok_or_else(|| fail(UNPUBLISHED, "the goods are not published", "道具 productId 未发布"))?;
    if goods.price != price {
        return Err(fail(BAD_PRICE, "goodsPrice is wrong", "goodsPrice 道具价格错误"));
    }
    let fee = price.saturating_mul(order.buy_quantity);
    Ok((Item::Goods(product.clone()), fee, Some(goods)))
}

/// A description of a purchase for the chat.
fn texts(name: &str, order: &Order) -> [String; 2] {
    let (quantity, yuan, fen) = (order.quantity, order.fee / 100, order.fee % 100);
    match &order.item {
        Item::Goods(product) => [
            format!("{name} paid {yuan}.{fen:02} yuan for {quantity} × {product}"),
            format!("{name} 支付 {yuan}.{fen:02} 元购买了 {quantity} 件 {product}"),
        ],
        Item::Coins => [
            format!("{name} paid {yuan}.{fen:02} yuan for {quantity} coins"),
            format!("{name} 支付 {yuan}.{fen:02} 元充值了 {quantity} 个代币"),
        ],
    }
}
