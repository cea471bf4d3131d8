//! What the platform tells about payments. It asks again until it is answered; the answer is made when the handler has succeeded.

use weixin_protocol::{Header, UserId, inbound};

/// A user has paid for goods, which are to be handed over now. It may come more than once. Event
/// `xpay_goods_deliver_notify`.
#[inbound(event = "xpay_goods_deliver_notify", scope(mini))]
pub struct XPayGoodsDeliver {
    /// From whom, to whom, when.
    pub header: Header,
    /// The user.
    pub open_id: UserId,
    /// The account's own number of the order.
    pub out_trade_no: String,
    /// In which environment: 0 live, 1 sandbox.
    pub env: u32,
    /// How it was paid.
    #[field(name = "WeChatPayInfo", alias = "WechatPayInfo")]
    pub payment: Option<XPayPayment>,
    /// What was bought.
    #[field(name = "GoodsInfo")]
    pub goods: Option<XPayGoods>,
}

/// How something was paid with WeChat Pay.
#[inbound(part)]
pub struct XPayPayment {
    /// The number of the merchant.
    pub mch_order_no: Option<String>,
    /// WeChat Pay's number.
    pub transaction_id: Option<String>,
    /// When, in seconds since 1970.
    pub paid_time: Option<i64>,
}

/// What was bought.
#[inbound(part)]
pub struct XPayGoods {
    /// The goods.
    pub product_id: String,
    /// How many.
    pub quantity: u64,
    /// What they cost, in fen.
    pub orig_price: Option<i64>,
    /// What was paid for them, in fen.
    pub actual_price: Option<i64>,
    /// What the account said about the order when it was placed.
    pub attach: Option<String>,
}

/// A user has bought coins. Event `xpay_coin_pay_notify`.
#[inbound(event = "xpay_coin_pay_notify", scope(mini))]
pub struct XPayCoinPay {
    /// From whom, to whom, when.
    pub header: Header,
    /// The user.
    pub open_id: UserId,
    /// The account's own number of the order.
    pub out_trade_no: String,
    /// In which environment: 0 live, 1 sandbox.
    pub env: u32,
    /// How it was paid.
    #[field(name = "WeChatPayInfo", alias = "WechatPayInfo")]
    pub payment: Option<XPayPayment>,
    /// What was bought.
    #[field(name = "CoinInfo")]
    pub coins: Option<XPayCoins>,
}

/// Coins that were bought.
#[inbound(part)]
pub struct XPayCoins {
    /// How many.
    pub quantity: u64,
    /// What they cost, in fen.
    pub orig_price: Option<i64>,
    /// What was paid for them, in fen.
    pub actual_price: Option<i64>,
    /// What the account said about the order when it was placed.
    pub attach: Option<String>,
}

/// A refund has ended. Event `xpay_refund_notify`.
#[inbound(event = "xpay_refund_notify", scope(mini))]
pub struct XPayRefund {
    /// From whom, to whom, when.
    pub header: Header,
    /// The user.
    pub open_id: UserId,
    /// The account's own number of the refund.
    pub mch_refund_id: Option<String>,
    /// The platform's number of the refund.
    pub wx_refund_id: Option<String>,
    /// The account's own number of the order.
    pub mch_order_id: Option<String>,
    /// The platform's number of the order.
    pub wx_order_id: Option<String>,
    /// WeChat Pay's number of the refund.
    pub wxpay_refund_transaction_id: Option<String>,
    /// How much, in fen.
    pub refund_fee: Option<i64>,
    /// 0 if the money was given back.
    pub ret_code: Option<i64>,
    /// Why it was not.
    pub ret_msg: Option<String>,
    /// When it began, in seconds since 1970.
    pub refund_start_timestamp: Option<i64>,
    /// When it ended, in seconds since 1970.
    pub refund_succ_timestamp: Option<i64>,
    /// How often this notice was sent before.
    pub retry_times: Option<u32>,
}

/// A user of a Mini Game has paid, and the coins were booked. Event
/// `minigame_coin_deliver_completed`.
#[inbound(event = "minigame_coin_deliver_completed", scope(mini))]
pub struct MiniGameCoinsDelivered {
    /// From whom, to whom, when.
    pub header: Header,
    /// What happened.
    #[field(name = "MiniGame")]
    pub notice: MiniGameNotice,
}

/// What happened in a Mini Game.
#[inbound(part)]
pub struct MiniGameNotice {
    /// The notice, as JSON text; it is what is signed.
    pub payload: String,
    /// The HMAC-SHA256 of event and payload, made with the app key.
    pub pay_event_sig: Option<String>,
    /// Whether it was sent for a test.
    pub is_mock: Option<bool>,
}
