//! Events about virtual payments. The platform repeats them until they are answered; the answer is
//! made when the handler has succeeded.

use weixin_api::Timestamp;
use weixin_protocol::{Header, OpenId, inbound};

use crate::ids::{RefundId, TransactionId};

use super::{
    AppleRenewal, PaymentEnv, ProductId, SubscriptionContractId, VirtualOrderId, WxOrderId,
};

/// A user has paid for goods, which the account must deliver now.
///
/// It may come more than once for an order, so deliver only what was not delivered before.
#[inbound(event = "xpay_goods_deliver_notify", scope(mini))]
pub struct XPayGoodsDeliver {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The user who paid.
    pub open_id: OpenId,
    /// The account's own order number.
    pub out_trade_no: VirtualOrderId,
    /// The environment in which it was paid.
    pub env: PaymentEnv,
    /// The payment with WeChat Pay; missing where it was not needed.
    #[field(name = "WeChatPayInfo", alias = "WechatPayInfo")]
    pub payment: Option<XPayPayment>,
    /// The goods that were bought.
    #[field(name = "GoodsInfo")]
    pub goods: Option<XPayGoods>,
    /// The group of buyers (拼团), if it was bought in one.
    #[field(name = "TeamInfo")]
    pub team: Option<XPayTeam>,
    /// The subscription, if Apple has charged the user.
    #[field(name = "AppleSubscriptionInfo")]
    pub apple: Option<XPayAppleSubscription>,
}

/// A group of buyers (拼团).
#[inbound(part)]
pub struct XPayTeam {
    /// The id of the campaign.
    pub activity_id: Option<String>,
    /// The id of the group.
    pub team_id: Option<String>,
    /// The kind of group; 1 means that all pay, and are refunded once the group is complete.
    pub team_type: Option<i64>,
    /// 0 if the user has founded the group, 1 if the user has joined it.
    pub team_action: Option<i64>,
}

/// A subscription, as Apple sees it. Times are in milliseconds since 1970.
#[inbound(part)]
pub struct XPayAppleSubscription {
    /// Apple's number of the first purchase, which identifies the subscription.
    pub original_transaction_id: Option<String>,
    /// The goods. Only when the user subscribes and unsubscribes.
    pub product_id: Option<ProductId>,
    /// Whether the subscription is renewed.
    pub auto_renew_status: Option<AppleRenewal>,
    /// When the current period ends.
    pub renewal_date: Option<i64>,
    /// When the user subscribed. Only when the user does.
    pub signed_time: Option<i64>,
    /// When the user unsubscribed. Only when the user does.
    pub unsigned_time: Option<i64>,
}

/// A payment with WeChat Pay.
#[inbound(part)]
pub struct XPayPayment {
    /// The order number at WeChat Pay (商户单号), which the platform chose.
    pub mch_order_no: Option<String>,
    /// The payment, as WeChat Pay numbers it.
    pub transaction_id: Option<TransactionId>,
    /// When it was paid.
    pub paid_time: Option<Timestamp>,
}

/// Goods that were bought.
#[inbound(part)]
pub struct XPayGoods {
    /// The goods.
    pub product_id: ProductId,
    /// The number of pieces.
    pub quantity: u64,
    /// The original price in fen.
    pub orig_price: Option<i64>,
    /// The price that was paid, in fen.
    pub actual_price: Option<i64>,
    /// What the account attached to the order when it was placed.
    pub attach: Option<String>,
    /// The length of a period of a subscription, in days.
    pub subscribe_period_days: Option<u32>,
}

/// A user has bought coins (代币).
#[inbound(event = "xpay_coin_pay_notify", scope(mini))]
pub struct XPayCoinPay {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The user who paid.
    pub open_id: OpenId,
    /// The account's own order number.
    pub out_trade_no: VirtualOrderId,
    /// The environment in which it was paid.
    pub env: PaymentEnv,
    /// The payment with WeChat Pay; missing where it was not needed.
    #[field(name = "WeChatPayInfo", alias = "WechatPayInfo")]
    pub payment: Option<XPayPayment>,
    /// The coins that were bought.
    #[field(name = "CoinInfo")]
    pub coins: Option<XPayCoins>,
}

/// Coins that were bought.
#[inbound(part)]
pub struct XPayCoins {
    /// The number of coins.
    pub quantity: u64,
    /// The original price in fen.
    pub orig_price: Option<i64>,
    /// The price that was paid, in fen.
    pub actual_price: Option<i64>,
    /// What the account attached to the order when it was placed.
    pub attach: Option<String>,
}

/// A refund has ended, with or without success.
#[inbound(event = "xpay_refund_notify", scope(mini))]
pub struct XPayRefund {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The user who receives the money.
    pub open_id: OpenId,
    /// The account's own refund number.
    pub mch_refund_id: Option<VirtualOrderId>,
    /// The refund, as the platform numbers it.
    pub wx_refund_id: Option<WxOrderId>,
    /// The account's own order number.
    pub mch_order_id: Option<VirtualOrderId>,
    /// The refunded order, as the platform numbers it.
    pub wx_order_id: Option<WxOrderId>,
    /// The refund, as WeChat Pay numbers it.
    pub wxpay_refund_transaction_id: Option<RefundId>,
    /// The refunded amount in fen.
    pub refund_fee: Option<i64>,
    /// 0 if the refund succeeded; else the code of the failure.
    pub ret_code: Option<i64>,
    /// The reason of the failure.
    pub ret_msg: Option<String>,
    /// When the refund was started.
    pub refund_start_timestamp: Option<Timestamp>,
    /// When the refund succeeded.
    pub refund_succ_timestamp: Option<Timestamp>,
    /// How often this push was sent before.
    pub retry_times: Option<u32>,
    /// The group of buyers (拼团), if it was bought in one.
    #[field(name = "TeamInfo")]
    pub team: Option<XPayTeam>,
}

/// A user complains about a payment. [`GetVirtualComplaint`](super::GetVirtualComplaint) returns the
/// complaint.
#[inbound(event = "xpay_complaint_notify", scope(mini))]
pub struct XPayComplaint {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The user who complains.
    pub open_id: OpenId,
    /// The order, as the platform numbers it.
    pub wx_order_id: Option<WxOrderId>,
    /// The account's own order number.
    pub mch_order_id: Option<VirtualOrderId>,
    /// When the user complained.
    pub complaint_time: Option<Timestamp>,
    /// How often this push was sent before.
    pub retry_times: Option<u32>,
    /// The number of the request, for questions to the platform.
    pub request_id: Option<String>,
}

/// A user has signed or ended the contract of a subscription (签约、解约结果通知), on Android or HarmonyOS.
///
/// The fields are not known for sure: those here have the names of other pushes and calls, and any may
/// be missing. [`GetVirtualSubscription`](super::GetVirtualSubscription) returns the state of the
/// contract.
#[inbound(event = "xpay_subscribe_signing_result_notify", scope(mini))]
pub struct XPaySubscriptionSigning {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The user.
    pub open_id: Option<OpenId>,
    /// The goods.
    pub product_id: Option<ProductId>,
    /// The contract.
    pub out_contract_code: Option<SubscriptionContractId>,
    /// What happened. [`XPayAppleSubscriptionUnsigned`] says `unsubscribe`.
    pub action: Option<String>,
    /// What the account attached when the user signed.
    pub attach: Option<String>,
}

/// A user who has subscribed could not be charged (扣费失败).
#[inbound(event = "xpay_subscribe_pay_fail_notify", scope(mini))]
pub struct XPaySubscriptionPayFail {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The user.
    pub open_id: OpenId,
    /// The account's own order number.
    pub out_trade_no: VirtualOrderId,
    /// The environment, which is the live one.
    pub env: Option<PaymentEnv>,
    /// The payment with WeChat Pay.
    #[field(name = "WeChatPayInfo", alias = "WechatPayInfo")]
    pub payment: Option<XPayPayment>,
    /// The goods.
    #[field(name = "GoodsInfo")]
    pub goods: Option<XPayGoods>,
    /// The appid that the contract belongs to.
    pub contract_wx_appid: Option<String>,
}

/// A user has subscribed with Apple. It comes once, not with every renewal.
#[inbound(event = "xpay_apple_subscribe_signing_result_notify", scope(mini))]
pub struct XPayAppleSubscriptionSigned {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The user.
    pub open_id: OpenId,
    /// What the account attached when the user subscribed.
    pub attach: Option<String>,
    /// The subscription.
    #[field(name = "AppleSubscriptionInfo")]
    pub apple: Option<XPayAppleSubscription>,
}

/// A user has told Apple not to renew the subscription. It ends with the current period.
#[inbound(event = "xpay_apple_subscribe_unsigning_result_notify", scope(mini))]
pub struct XPayAppleSubscriptionUnsigned {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The user.
    pub open_id: OpenId,
    /// What the account attached when the user subscribed.
    pub attach: Option<String>,
    /// What happened: `unsubscribe`.
    pub action: Option<String>,
    /// The subscription.
    #[field(name = "AppleSubscriptionInfo")]
    pub apple: Option<XPayAppleSubscription>,
}

/// A user of a Mini Game has bought coins, which were credited. Mini Games get it.
/// [`VirtualPaymentKey::signed`](super::VirtualPaymentKey::signed) says whether it comes from the
/// platform.
#[inbound(event = "minigame_coin_deliver_completed", scope(mini))]
pub struct MiniGameCoinsDelivered {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The signed content of the push.
    #[field(name = "MiniGame")]
    pub notice: MiniGameNotice,
}

/// The signed content of a Mini Game's push.
#[inbound(part)]
pub struct MiniGameNotice {
    /// The content as JSON text. These bytes are what is signed.
    pub payload: String,
    /// HMAC-SHA256 of the event's name, `&` and the payload, made with the app key.
    pub pay_event_sig: Option<String>,
    /// Whether the push is a test.
    pub is_mock: Option<bool>,
}
