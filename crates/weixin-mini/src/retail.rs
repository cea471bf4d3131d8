//! What the platform tells about selling to shops (B2b 门店助手): orders, refunds, shares, complaints,
//! withdrawals.

use weixin_protocol::{Header, inbound, messages};

messages![
    FundsOrderPaid,
    FundsOrderRefunded,
    FundsOrderProfitShared,
    RetailComplaint,
    RetailWithdrawal
];

/// An order was paid. Event `funds_order_pay`.
#[inbound(event = "funds_order_pay", scope(mini))]
pub struct FundsOrderPaid {
    /// From whom, to whom, when.
    pub header: Header,
    /// The order.
    #[field(name = "order_info")]
    pub order: FundsPaidOrder,
}

/// An order that was paid.
#[inbound(part)]
pub struct FundsPaidOrder {
    /// The account's own number.
    #[field(name = "trade_no")]
    pub trade_no: Option<String>,
    /// WeChat Pay's number.
    #[field(name = "transaction_id")]
    pub transaction_id: Option<String>,
    /// When.
    #[field(name = "pay_time")]
    pub pay_time: Option<String>,
}

/// A refund has ended. Event `funds_order_refund`.
#[inbound(event = "funds_order_refund", scope(mini))]
pub struct FundsOrderRefunded {
    /// From whom, to whom, when.
    pub header: Header,
    /// The refund.
    #[field(name = "order_info")]
    pub refund: FundsRefund,
}

/// A refund.
#[inbound(part)]
pub struct FundsRefund {
    /// The account's own number.
    #[field(name = "refund_no")]
    pub refund_no: Option<String>,
    /// What became of it.
    #[field(name = "status")]
    pub status: Option<String>,
    /// When the money was given back.
    #[field(name = "success_time")]
    pub success_time: Option<String>,
}

/// Money of an order was shared. Event `funds_order_profitsharing`.
#[inbound(event = "funds_order_profitsharing", scope(mini))]
pub struct FundsOrderProfitShared {
    /// From whom, to whom, when.
    pub header: Header,
    /// The sharing.
    #[field(name = "order_info")]
    pub sharing: FundsProfitSharing,
}

/// Money of an order that was shared.
#[inbound(part)]
pub struct FundsProfitSharing {
    /// The account's own number.
    #[field(name = "profit_sharing_no")]
    pub profit_sharing_no: Option<String>,
    /// How much, in fen.
    #[field(name = "amount")]
    pub amount: Option<i64>,
    /// What became of it.
    #[field(name = "result")]
    pub result: Option<String>,
    /// When.
    #[field(name = "finish_time")]
    pub finish_time: Option<String>,
}

/// A shop has complained, or something has happened to its complaint. Event `complaint_notify`.
#[inbound(event = "complaint_notify", scope(mini))]
pub struct RetailComplaint {
    /// From whom, to whom, when.
    pub header: Header,
    /// The complaint.
    #[field(name = "complaint_info")]
    pub complaint: RetailComplaintInfo,
}

/// A complaint.
#[inbound(part)]
pub struct RetailComplaintInfo {
    /// The complaint.
    #[field(name = "complaint_order_id")]
    pub complaint_order_id: Option<i64>,
    /// How far it is.
    #[field(name = "state")]
    pub state: Option<i64>,
    /// What has happened.
    #[field(name = "event")]
    pub event: Option<i64>,
}

/// Something has happened to a withdrawal. Event `withdraw_notify`.
#[inbound(event = "withdraw_notify", scope(mini))]
pub struct RetailWithdrawal {
    /// From whom, to whom, when.
    pub header: Header,
    /// The withdrawal.
    #[field(name = "withdraw_info")]
    pub withdrawal: RetailWithdrawalInfo,
}

/// A withdrawal.
#[inbound(part)]
pub struct RetailWithdrawalInfo {
    /// The account's own number.
    #[field(name = "out_request_no")]
    pub out_request_no: Option<String>,
    /// What has happened.
    #[field(name = "event")]
    pub event: Option<i64>,
}
