//! What the platform tells about parcels, and what it asks companies.

use weixin_protocol::{Header, inbound};

/// Something has happened to a parcel. Event `add_express_path`.
#[inbound(event = "add_express_path", scope(mini))]
pub struct ExpressPathAdded {
    /// From whom, to whom, when.
    pub header: Header,
    /// The company.
    #[field(name = "DeliveryID")]
    pub delivery_id: Option<String>,
    /// The tracking number.
    pub way_bill_id: Option<String>,
    /// The order.
    pub order_id: Option<String>,
    /// Which of these notices it is.
    pub version: Option<i64>,
    /// How many steps there are.
    pub count: Option<i64>,
    /// The steps.
    pub actions: Vec<ExpressPathStep>,
}

/// A step of a parcel.
#[inbound(part)]
pub struct ExpressPathStep {
    /// When, in seconds since 1970.
    pub action_time: Option<i64>,
    /// What: the numbers of [`ExpressAction`](super::ExpressAction).
    pub action_type: Option<i64>,
    /// The same in words.
    pub action_msg: Option<String>,
}

/// Something has happened to a parcel of an electronic label. Event `ewaybill_push_path`.
#[inbound(event = "ewaybill_push_path", scope(mini))]
pub struct EWaybillPath {
    /// From whom, to whom, when.
    pub header: Header,
    /// What happened.
    #[field(name = "waybill_info")]
    pub waybill_info: EWaybillInfo,
}

/// What happened to a parcel.
#[inbound(part)]
pub struct EWaybillInfo {
    /// The order of the label.
    #[field(name = "ewaybill_order_id")]
    pub ewaybill_order_id: Option<String>,
    /// The tracking number.
    #[field(name = "waybill_id")]
    pub waybill_id: Option<String>,
    /// What: the numbers of [`ExpressAction`](super::ExpressAction).
    #[field(name = "status")]
    pub status: Option<i64>,
    /// The same in words.
    #[field(name = "desc")]
    pub desc: Option<String>,
    /// When, in seconds since 1970.
    #[field(name = "update_time")]
    pub update_time: Option<i64>,
}

/// A company is asked how many labels a merchant has left. Event `get_quota`.
#[inbound(event = "get_quota", scope(mini))]
pub struct ExpressQuotaQuery {
    /// From whom, to whom, when.
    pub header: Header,
    /// The merchant's number.
    #[field(name = "BizID")]
    pub biz_id: Option<String>,
    /// Its password.
    pub biz_pwd: Option<String>,
    /// The merchant's Mini Program.
    #[field(name = "ShopAppID")]
    pub shop_app_id: Option<String>,
}

/// A company is asked whether a merchant's number is right. Event `check_biz`.
#[inbound(event = "check_biz", scope(mini))]
pub struct ExpressBusinessCheck {
    /// From whom, to whom, when.
    pub header: Header,
    /// The merchant's number.
    #[field(name = "BizID")]
    pub biz_id: Option<String>,
    /// Its password.
    pub biz_pwd: Option<String>,
    /// The merchant's Mini Program.
    #[field(name = "ShopAppID")]
    pub shop_app_id: Option<String>,
    /// The merchant's name.
    pub shop_name: Option<String>,
    /// Its telephone number; the platform spells it so.
    pub shop_telphone: Option<String>,
    /// Whom to ask for.
    pub shop_contact: Option<String>,
    /// The service.
    pub service_name: Option<String>,
    /// The sender's province.
    pub sender_province: Option<String>,
    /// The sender's city.
    pub sender_city: Option<String>,
    /// The sender's district.
    pub sender_area: Option<String>,
    /// The rest of the sender's address.
    pub sender_address: Option<String>,
}

/// A company is asked to cancel a parcel. Event `cancel_waybill`.
#[inbound(event = "cancel_waybill", scope(mini))]
pub struct ExpressWaybillCancelled {
    /// From whom, to whom, when.
    pub header: Header,
    /// The merchant's number.
    #[field(name = "BizID")]
    pub biz_id: Option<String>,
    /// Its password.
    pub biz_pwd: Option<String>,
    /// The merchant's Mini Program.
    #[field(name = "ShopAppID")]
    pub shop_app_id: Option<String>,
    /// The order.
    #[field(name = "OrderID")]
    pub order_id: Option<String>,
    /// The tracking number.
    #[field(name = "WayBillID", alias = "WaybillID")]
    pub waybill_id: Option<String>,
}

/// A company is asked to fetch a parcel. Event `add_waybill`.
#[inbound(event = "add_waybill", scope(mini))]
pub struct ExpressWaybillAdded {
    /// From whom, to whom, when.
    pub header: Header,
    /// What the platform knows the parcel by.
    pub token: Option<String>,
    /// The merchant's number.
    #[field(name = "BizID")]
    pub biz_id: Option<String>,
    /// Its password.
    pub biz_pwd: Option<String>,
    /// The merchant's Mini Program.
    #[field(name = "ShopAppID")]
    pub shop_app_id: Option<String>,
    /// The order.
    #[field(name = "OrderID")]
    pub order_id: Option<String>,
    /// The tracking number.
    #[field(name = "WayBillID", alias = "WaybillID")]
    pub waybill_id: Option<String>,
    /// A note.
    pub remark: Option<String>,
    /// From whom.
    pub sender: Option<WaybillAddress>,
    /// To whom.
    pub receiver: Option<WaybillAddress>,
    /// The parcel.
    pub cargo: Option<WaybillCargo>,
    /// Whether it is insured.
    pub insured: Option<WaybillInsurance>,
    /// How it is sent.
    pub service: Option<WaybillService>,
}

/// Who sends or receives a parcel.
#[inbound(part)]
pub struct WaybillAddress {
    /// The name.
    pub name: Option<String>,
    /// The telephone.
    pub tel: Option<String>,
    /// The mobile phone.
    pub mobile: Option<String>,
    /// The company.
    pub company: Option<String>,
    /// The post code.
    pub post_code: Option<String>,
    /// The country.
    pub country: Option<String>,
    /// The province.
    pub province: Option<String>,
    /// The city.
    pub city: Option<String>,
    /// The district.
    pub area: Option<String>,
    /// The rest.
    pub address: Option<String>,
}

/// What is sent.
#[inbound(part)]
pub struct WaybillCargo {
    /// In how many parcels.
    pub count: Option<u32>,
    /// Its weight, in kilograms.
    #[field(alias = "weight")]
    pub weight: Option<f64>,
    /// Its length, in centimetres.
    #[field(name = "Space_X")]
    pub space_x: Option<f64>,
    /// Its width, in centimetres.
    #[field(name = "Space_Y")]
    pub space_y: Option<f64>,
    /// Its height, in centimetres.
    #[field(name = "Space_Z", alias = "space_z")]
    pub space_z: Option<f64>,
    /// What is in it.
    pub detail_list: Vec<WaybillItem>,
}

/// Something in a parcel.
#[inbound(part)]
pub struct WaybillItem {
    /// What it is.
    pub name: Option<String>,
    /// How many.
    pub count: Option<u32>,
}

/// Whether a parcel is insured.
#[inbound(part)]
pub struct WaybillInsurance {
    /// 1 if it is.
    pub use_insured: Option<i64>,
    /// For how much, in fen.
    pub insured_value: Option<i64>,
}

/// How a parcel is sent.
#[inbound(part)]
pub struct WaybillService {
    /// The number of the service.
    pub service_type: Option<i64>,
    /// Its name.
    pub service_name: Option<String>,
}

/// The connection of a merchant's number has changed. Event `update_business_bind_result`.
#[inbound(event = "update_business_bind_result", scope(mini))]
pub struct ExpressBindingUpdated {
    /// From whom, to whom, when.
    pub header: Header,
    /// The company.
    #[field(name = "delivery_id")]
    pub delivery_id: Option<String>,
    /// The merchant's number.
    #[field(name = "biz_id")]
    pub biz_id: Option<String>,
}
