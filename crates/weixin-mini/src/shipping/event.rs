//! What the platform tells about shipping and settling.

use weixin_protocol::{Header, inbound};

/// The Mini Program should say how it sends its orders. Event `trade_manage_remind_access_api`.
#[inbound(event = "trade_manage_remind_access_api", scope(mini))]
pub struct TradeManageRemindAccessApi {
    /// From whom, to whom, when.
    pub header: Header,
    /// What the platform has to say about it.
    #[field(name = "msg")]
    pub msg: Option<String>,
}

/// An order that was paid long ago should be sent. Event `trade_manage_remind_shipping`.
#[inbound(event = "trade_manage_remind_shipping", scope(mini))]
pub struct TradeManageRemindShipping {
    /// From whom, to whom, when.
    pub header: Header,
    /// WeChat Pay's number.
    #[field(name = "transaction_id")]
    pub transaction_id: Option<String>,
    /// The merchant.
    #[field(name = "merchant_id")]
    pub merchant_id: Option<String>,
    /// The merchant below it.
    #[field(name = "sub_merchant_id")]
    pub sub_merchant_id: Option<String>,
    /// The merchant's own number.
    #[field(name = "merchant_trade_no")]
    pub merchant_trade_no: Option<String>,
    /// When it was paid.
    #[field(name = "pay_time")]
    pub pay_time: Option<i64>,
    /// What the platform has to say about it.
    #[field(name = "msg")]
    pub msg: Option<String>,
}

/// An order will be settled, or is. Event `trade_manage_order_settlement`.
#[inbound(event = "trade_manage_order_settlement", scope(mini))]
pub struct TradeManageOrderSettlement {
    /// From whom, to whom, when.
    pub header: Header,
    /// WeChat Pay's number.
    #[field(name = "transaction_id")]
    pub transaction_id: Option<String>,
    /// The merchant.
    #[field(name = "merchant_id")]
    pub merchant_id: Option<String>,
    /// The merchant below it.
    #[field(name = "sub_merchant_id")]
    pub sub_merchant_id: Option<String>,
    /// The merchant's own number.
    #[field(name = "merchant_trade_no")]
    pub merchant_trade_no: Option<String>,
    /// When it was paid.
    #[field(name = "pay_time")]
    pub pay_time: Option<i64>,
    /// When it was sent.
    #[field(name = "shipped_time")]
    pub shipped_time: Option<i64>,
    /// When it will be settled, as far as that is known.
    #[field(name = "estimated_settlement_time")]
    pub estimated_settlement_time: Option<i64>,
    /// Who has confirmed that it arrived: 1 the buyer, 2 the passing of time.
    #[field(name = "confirm_receive_method")]
    pub confirm_receive_method: Option<u32>,
    /// When that was.
    #[field(name = "confirm_receive_time")]
    pub confirm_receive_time: Option<i64>,
    /// When it was settled.
    #[field(name = "settlement_time")]
    pub settlement_time: Option<i64>,
    /// What the platform has to say about it.
    #[field(name = "msg")]
    pub msg: Option<String>,
}
