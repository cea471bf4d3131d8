//! Events about virtual payments. The platform repeats them until they are answered; the answer is
//! made when the handler has succeeded.

use weixin_api::Timestamp;
use weixin_protocol::{Header, OpenId, inbound};

use crate::ids::{RefundId, TransactionId};

use super::{PaymentEnv, ProductId, VirtualOrderId, WxOrderId};

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
