//! Events about parcels, and requests to express companies.

use weixin_api::Timestamp;
use weixin_protocol::{AppId, Header, Secret, inbound};

use crate::ids::{DeliveryId, WaybillId};

use super::{
    BizId, ExpressAddress, ExpressCargo, ExpressInsurance, ExpressOrderId, ExpressService,
    ExpressStep,
};

weixin_api::string_id! {
    /// The order of an electronic label (电子面单订单 id, ewaybill_order_id).
    EWaybillOrderId
}

/// A parcel has made new steps. The merchant's Mini Program, which created the express order, gets
/// it.
#[inbound(event = "add_express_path", scope(mini))]
pub struct ExpressPathAdded {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The express company.
    #[field(name = "DeliveryID")]
    pub delivery_id: Option<DeliveryId>,
    /// The tracking number.
    pub way_bill_id: Option<WaybillId>,
    /// The order, as the merchant numbered it.
    pub order_id: Option<ExpressOrderId>,
    /// The version of the steps; a higher one replaces a lower one.
    pub version: Option<i64>,
    /// The number of steps.
    pub count: Option<i64>,
    /// The steps in the order of time.
    pub actions: Vec<ExpressStep>,
}

/// A parcel with an electronic label has made a step. The merchant's Mini Program gets it.
#[inbound(event = "ewaybill_push_path", scope(mini))]
pub struct EWaybillPath {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The parcel and its step.
    #[field(name = "waybill_info")]
    pub waybill_info: EWaybillInfo,
}

/// A step of a parcel with an electronic label.
#[inbound(part)]
pub struct EWaybillInfo {
    /// The order of the label.
    #[field(name = "ewaybill_order_id")]
    pub ewaybill_order_id: Option<EWaybillOrderId>,
    /// The tracking number.
    #[field(name = "waybill_id")]
    pub waybill_id: Option<WaybillId>,
    /// The state of the parcel, as the platform numbers it; `desc` has it in words.
    #[field(name = "status")]
    pub status: Option<i64>,
    /// The state of the parcel in words.
    #[field(name = "desc")]
    pub desc: Option<String>,
    /// When the state changed.
    #[field(name = "update_time")]
    pub update_time: Option<Timestamp>,
}

/// A merchant asks how many labels are left. Only the Mini Program of the express company gets it.
/// A handler returns [`answer`](Self::answer) or [`reject`](Self::reject).
#[inbound(event = "get_quota", scope(mini))]
pub struct ExpressQuotaQuery {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The merchant's customer code at the company.
    #[field(name = "BizID")]
    pub biz_id: Option<BizId>,
    /// The password of the customer code.
    pub biz_pwd: Option<Secret>,
    /// The merchant's Mini Program.
    #[field(name = "ShopAppID")]
    pub shop_app_id: Option<AppId>,
}

/// A merchant wants to bind an account at the express company, which is asked to review it. Only
/// the Mini Program of the company gets it. A handler returns [`approve`](Self::approve) or
/// [`reject`](Self::reject).
#[inbound(event = "check_biz", scope(mini))]
pub struct ExpressBusinessCheck {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The merchant's customer code at the company.
    #[field(name = "BizID")]
    pub biz_id: Option<BizId>,
    /// The password of the customer code.
    pub biz_pwd: Option<Secret>,
    /// The merchant's Mini Program.
    #[field(name = "ShopAppID")]
    pub shop_app_id: Option<AppId>,
    /// The name of the merchant.
    pub shop_name: Option<String>,
    /// The merchant's telephone number. The platform spells the name so.
    pub shop_telphone: Option<String>,
    /// The name of the merchant's contact.
    pub shop_contact: Option<String>,
    /// The service of the company that is wanted.
    pub service_name: Option<String>,
    /// The province from which parcels are sent.
    pub sender_province: Option<String>,
    /// The city from which parcels are sent.
    pub sender_city: Option<String>,
    /// The district from which parcels are sent.
    pub sender_area: Option<String>,
    /// The street and house number from which parcels are sent.
    pub sender_address: Option<String>,
}

/// A merchant cancels an order. Only the Mini Program of the express company gets it. A handler
/// returns [`confirm`](Self::confirm) or [`reject`](Self::reject).
#[inbound(event = "cancel_waybill", scope(mini))]
pub struct ExpressWaybillCancelled {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The merchant's customer code at the company.
    #[field(name = "BizID")]
    pub biz_id: Option<BizId>,
    /// The password of the customer code.
    pub biz_pwd: Option<Secret>,
    /// The merchant's Mini Program.
    #[field(name = "ShopAppID")]
    pub shop_app_id: Option<AppId>,
    /// The order, as the merchant numbered it.
    #[field(name = "OrderID")]
    pub order_id: Option<ExpressOrderId>,
    /// The tracking number.
    #[field(name = "WayBillID", alias = "WaybillID")]
    pub waybill_id: Option<WaybillId>,
}

/// A merchant orders that a parcel be collected. Only the Mini Program of the express company gets
/// it. A handler returns [`accept`](Self::accept) or [`reject`](Self::reject).
///
/// The merchant fills in the fields, and the platform does not check them. The same order may be
/// pushed again later: it has to get the same tracking number.
#[inbound(event = "add_waybill", scope(mini))]
pub struct ExpressWaybillAdded {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The token of the order, with which the company updates its steps.
    pub token: Option<Secret>,
    /// The merchant's customer code at the company.
    #[field(name = "BizID")]
    pub biz_id: Option<BizId>,
    /// The password of the customer code.
    pub biz_pwd: Option<Secret>,
    /// The merchant's Mini Program.
    #[field(name = "ShopAppID")]
    pub shop_app_id: Option<AppId>,
    /// The order, as the merchant numbered it.
    #[field(name = "OrderID")]
    pub order_id: Option<ExpressOrderId>,
    /// The tracking number from the platform's range; 0 if the company assigns one.
    #[field(name = "WayBillID", alias = "WaybillID")]
    pub waybill_id: Option<WaybillId>,
    /// A note that is printed on the label.
    pub remark: Option<String>,
    /// The sender's address.
    pub sender: Option<ExpressAddress>,
    /// The receiver's address.
    pub receiver: Option<ExpressAddress>,
    /// The parcel and the goods in it.
    pub cargo: Option<ExpressCargo>,
    /// The insurance of the parcel.
    pub insured: Option<ExpressInsurance>,
    /// The service of the company.
    pub service: Option<ExpressService>,
}

/// The binding of a merchant's account at an express company has changed.
#[inbound(event = "update_business_bind_result", scope(mini))]
pub struct ExpressBindingUpdated {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The express company.
    #[field(name = "delivery_id")]
    pub delivery_id: Option<DeliveryId>,
    /// The merchant's customer code at the company.
    #[field(name = "biz_id")]
    pub biz_id: Option<BizId>,
}
