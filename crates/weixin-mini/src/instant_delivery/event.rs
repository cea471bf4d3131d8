//! Events about deliveries.

use weixin_api::Timestamp;
use weixin_protocol::{Header, inbound};

use crate::ids::WaybillId;

use super::{InstantOrderStatus, InstantShopId, InstantShopNo, ShopOrderId};

/// The state of an instant delivery has changed. The merchant's Mini Program gets it.
#[inbound(event = "update_waybill_status", scope(mini))]
pub struct InstantOrderUpdated {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The merchant's account at the company.
    #[field(name = "shopid")]
    pub shopid: Option<InstantShopId>,
    /// The order, as the merchant numbers it.
    #[field(name = "shop_order_id")]
    pub shop_order_id: Option<ShopOrderId>,
    /// The store, as registered at the company.
    #[field(name = "shop_no")]
    pub shop_no: Option<InstantShopNo>,
    /// The delivery, as the company numbers it.
    #[field(name = "waybill_id")]
    pub waybill_id: Option<WaybillId>,
    /// When the state changed.
    #[field(name = "action_time")]
    pub action_time: Option<Timestamp>,
    /// The new state.
    #[field(name = "order_status")]
    pub order_status: Option<InstantOrderStatus>,
    /// Additional information from the company.
    #[field(name = "action_msg")]
    pub action_msg: Option<String>,
    /// The courier; missing until one was assigned.
    #[field(name = "agent")]
    pub agent: Option<InstantAgent>,
}

/// The courier of a delivery.
#[inbound(part)]
pub struct InstantAgent {
    /// The courier's name.
    #[field(name = "name")]
    pub name: Option<String>,
    /// The courier's telephone number.
    #[field(name = "phone")]
    pub phone: Option<String>,
    /// Whether the telephone number is encrypted.
    #[field(name = "is_phone_encrypted")]
    pub is_phone_encrypted: Option<bool>,
    /// When the delivery should arrive; missing unless the courier is on the way.
    #[field(name = "reach_time")]
    pub reach_time: Option<Timestamp>,
}
