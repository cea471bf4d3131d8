//! Events of B2B retail payments (B2b 门店助手): orders, refunds, profit sharing, complaints,
//! withdrawals.

use weixin_protocol::{Header, inbound, messages};

use crate::ids::TransactionId;

messages![
    FundsOrderPaid,
    FundsOrderRefunded,
    FundsOrderProfitShared,
    RetailComplaint,
    RetailWithdrawal
];

weixin_api::integer_id! {
    /// A complaint of a shop (投诉单, complaint_order_id).
    RetailComplaintId(u64)
}

/// A retail order was paid.
///
/// # Examples
///
/// ```
/// # use weixin_mini::retail::FundsOrderPaid;
/// // A handler: `Bot::new().on(paid)`.
/// async fn paid(event: FundsOrderPaid) {
///     println!("order {:?} was paid", event.order.trade_no);
/// }
/// ```
#[inbound(event = "funds_order_pay", scope(mini))]
pub struct FundsOrderPaid {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The order and its payment.
    #[field(name = "order_info")]
    pub order: FundsPaidOrder,
}

/// The payment of an order.
#[inbound(part)]
pub struct FundsPaidOrder {
    /// The merchant's order number.
    #[field(name = "trade_no")]
    pub trade_no: Option<String>,
    /// The payment, as WeChat Pay numbers it.
    #[field(name = "transaction_id")]
    pub transaction_id: Option<TransactionId>,
    /// When it was paid, as text.
    #[field(name = "pay_time")]
    pub pay_time: Option<String>,
}

/// A refund of a retail order has ended.
#[inbound(event = "funds_order_refund", scope(mini))]
pub struct FundsOrderRefunded {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The refund and its result.
    #[field(name = "order_info")]
    pub refund: FundsRefund,
}

/// A refund of a retail order.
#[inbound(part)]
pub struct FundsRefund {
    /// The merchant's refund number.
    #[field(name = "refund_no")]
    pub refund_no: Option<String>,
    /// The result of the refund, in the words of WeChat Pay.
    #[field(name = "status")]
    pub status: Option<String>,
    /// When the money was returned, as text; missing if the refund failed.
    #[field(name = "success_time")]
    pub success_time: Option<String>,
}

/// Profit of a retail order was shared.
#[inbound(event = "funds_order_profitsharing", scope(mini))]
pub struct FundsOrderProfitShared {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The share and its result.
    #[field(name = "order_info")]
    pub sharing: FundsProfitSharing,
}

/// A profit share (分账) of an order.
#[inbound(part)]
pub struct FundsProfitSharing {
    /// The merchant's number of the share.
    #[field(name = "profit_sharing_no")]
    pub profit_sharing_no: Option<String>,
    /// The amount in fen.
    #[field(name = "amount")]
    pub amount: Option<i64>,
    /// The result of the share, in the words of WeChat Pay.
    #[field(name = "result")]
    pub result: Option<String>,
    /// When it ended, as text.
    #[field(name = "finish_time")]
    pub finish_time: Option<String>,
}

/// A shop has complained, or its complaint has changed.
#[inbound(event = "complaint_notify", scope(mini))]
pub struct RetailComplaint {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The complaint and what has changed.
    #[field(name = "complaint_info")]
    pub complaint: RetailComplaintInfo,
}

/// A complaint of a shop.
#[inbound(part)]
pub struct RetailComplaintInfo {
    /// The number of the complaint.
    #[field(name = "complaint_order_id")]
    pub complaint_order_id: Option<RetailComplaintId>,
    /// The state of the complaint. The numbers are not documented here.
    #[field(name = "state")]
    pub state: Option<i64>,
    /// What has happened to the complaint. The numbers are not documented here.
    #[field(name = "event")]
    pub event: Option<i64>,
}

/// The state of a withdrawal has changed.
#[inbound(event = "withdraw_notify", scope(mini))]
pub struct RetailWithdrawal {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The withdrawal and what has changed.
    #[field(name = "withdraw_info")]
    pub withdrawal: RetailWithdrawalInfo,
}

/// A withdrawal of the merchant.
#[inbound(part)]
pub struct RetailWithdrawalInfo {
    /// The merchant's number of the withdrawal.
    #[field(name = "out_request_no")]
    pub out_request_no: Option<String>,
    /// What has happened to the withdrawal. The numbers are not documented here.
    #[field(name = "event")]
    pub event: Option<i64>,
}
