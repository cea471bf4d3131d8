//! What the platform tells about deliveries.

use weixin_protocol::{Header, inbound};

/// Something has happened to a delivery. Event `update_waybill_status`.
#[inbound(event = "update_waybill_status", scope(mini))]
pub struct InstantOrderUpdated {
    /// From whom, to whom, when.
    pub header: Header,
    /// The merchant's number at the company.
    #[field(name = "shopid")]
    pub shopid: Option<String>,
    /// The order, by the merchant's own number.
    #[field(name = "shop_order_id")]
    pub shop_order_id: Option<String>,
    /// The shop's number at the company.
    #[field(name = "shop_no")]
    pub shop_no: Option<String>,
    /// The tracking number.
    #[field(name = "waybill_id")]
    pub waybill_id: Option<String>,
    /// When, in seconds since 1970.
    #[field(name = "action_time")]
    pub action_time: Option<i64>,
    /// What.
    #[field(name = "order_status")]
    pub order_status: Option<i64>,
    /// A note.
    #[field(name = "action_msg")]
    pub action_msg: Option<String>,
    /// The courier.
    #[field(name = "agent")]
    pub agent: Option<InstantAgent>,
}

/// A courier.
#[inbound(part)]
pub struct InstantAgent {
    /// The name.
    #[field(name = "name")]
    pub name: Option<String>,
    /// The telephone number.
    #[field(name = "phone")]
    pub phone: Option<String>,
    /// 1 if the number is encrypted.
    #[field(name = "is_phone_encrypted")]
    pub is_phone_encrypted: Option<i64>,
    /// When it should be there, in seconds since 1970.
    #[field(name = "reach_time")]
    pub reach_time: Option<i64>,
}
