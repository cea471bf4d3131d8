//! Events about shipping and settlement.

use weixin_api::{Timestamp, int_enum};
use weixin_protocol::{Header, inbound};

use crate::ids::{MerchantId, TransactionId};

/// The Mini Program is reminded to upload shipping information, by the interfaces or in the
/// console. It is pushed when the first order is paid, and every day while orders are paid and none
/// was ever shipped.
#[inbound(event = "trade_manage_remind_access_api", scope(mini))]
pub struct TradeManageRemindAccessApi {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The platform's message to the account.
    #[field(name = "msg")]
    pub msg: Option<String>,
}

/// An order was paid more than 48 hours ago and has no shipping information. Mini Programs that
/// have shipped an order before get it.
#[inbound(event = "trade_manage_remind_shipping", scope(mini))]
pub struct TradeManageRemindShipping {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The payment, as WeChat Pay numbers it.
    #[field(name = "transaction_id")]
    pub transaction_id: Option<TransactionId>,
    /// The merchant that received the payment.
    #[field(name = "merchant_id")]
    pub merchant_id: Option<MerchantId>,
    /// The sub-merchant (二级商户号), if there is one.
    #[field(name = "sub_merchant_id")]
    pub sub_merchant_id: Option<MerchantId>,
    /// The merchant's order number.
    #[field(name = "merchant_trade_no")]
    pub merchant_trade_no: Option<String>,
    /// When the order was paid.
    #[field(name = "pay_time")]
    pub pay_time: Option<Timestamp>,
    /// The platform's message to the account.
    #[field(name = "msg")]
    pub msg: Option<String>,
}

/// An order will be settled, or was settled. It is pushed when the order is shipped, and again when
/// it is settled.
#[inbound(event = "trade_manage_order_settlement", scope(mini))]
pub struct TradeManageOrderSettlement {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The payment, as WeChat Pay numbers it.
    #[field(name = "transaction_id")]
    pub transaction_id: Option<TransactionId>,
    /// The merchant that received the payment.
    #[field(name = "merchant_id")]
    pub merchant_id: Option<MerchantId>,
    /// The sub-merchant (二级商户号), if there is one.
    #[field(name = "sub_merchant_id")]
    pub sub_merchant_id: Option<MerchantId>,
    /// The merchant's order number.
    #[field(name = "merchant_trade_no")]
    pub merchant_trade_no: Option<String>,
    /// When the order was paid.
    #[field(name = "pay_time")]
    pub pay_time: Option<Timestamp>,
    /// When the order was shipped.
    #[field(name = "shipped_time")]
    pub shipped_time: Option<Timestamp>,
    /// When the order will be settled; missing once it is settled.
    #[field(name = "estimated_settlement_time")]
    pub estimated_settlement_time: Option<Timestamp>,
    /// How the receipt was confirmed.
    #[field(name = "confirm_receive_method")]
    pub confirm_receive_method: Option<ReceiptConfirmation>,
    /// When the receipt was confirmed.
    #[field(name = "confirm_receive_time")]
    pub confirm_receive_time: Option<Timestamp>,
    /// When the order was settled.
    #[field(name = "settlement_time")]
    pub settlement_time: Option<Timestamp>,
    /// The platform's message to the account.
    #[field(name = "msg")]
    pub msg: Option<String>,
}

int_enum! {
    /// How the receipt of an order is confirmed (确认收货方式).
    pub enum ReceiptConfirmation {
        /// The buyer confirms it (手动确认收货).
        Manual = 1,
        /// The platform confirms it after some time (自动确认收货).
        Automatic = 2,
    }
}
