//! Parcels sent with express companies (物流助手, for merchants). `/cgi-bin/express/business/*`

use weixin_api::{Timestamp, endpoint, group, int_enum};
use weixin_protocol::{AppId, OpenId, messages};
mod account;
mod event;

pub use account::*;
pub use event::*;

group! {
    /// Parcels sent with express companies (物流助手).
    logistics: [AddExpressOrder, CancelExpressOrder, GetExpressOrder, GetExpressOrders, GetExpressPath, BindExpressAccount, GetExpressAccounts, GetExpressCompanies, GetExpressQuota, GetExpressPrinters, UpdateExpressPrinter, TestUpdateExpressOrder]
}

messages![
    ExpressPathAdded,
    EWaybillPath,
    ExpressQuotaQuery,
    ExpressBusinessCheck,
    ExpressWaybillCancelled,
    ExpressWaybillAdded,
    ExpressBindingUpdated
];

/// Has an express company fetch a parcel.
///
/// 9300501: the company refuses; `delivery_resultmsg` says why.
#[endpoint(POST "/cgi-bin/express/business/order/add", title = "生成运单",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/express/by-business/logistics.addOrder.html",
    scope(mini), reply = AddedExpressOrder, call = logistics.add_order)]
pub struct AddExpressOrder {
    /// The order, by the merchant's own number: up to 512 bytes, without spaces.
    pub order_id: String,
    /// The receiver; not for what was ordered elsewhere.
    pub openid: Option<OpenId>,
    /// The company.
    pub delivery_id: String,
    /// The merchant's number at the company.
    pub biz_id: String,
    /// A note for the courier, up to 1,024 bytes.
    pub custom_remark: Option<String>,
    /// The printer's number.
    pub tagid: Option<i64>,
    /// Where it was ordered.
    pub add_source: ExpressSource,
    /// The Mini Program where it was ordered, if it was ordered elsewhere.
    pub wx_appid: Option<AppId>,
    /// From whom.
    pub sender: ExpressAddress,
    /// To whom.
    pub receiver: ExpressAddress,
    /// The parcel.
    pub cargo: ExpressCargo,
    /// What the message to the receiver shows.
    pub shop: Option<ExpressShop>,
    /// Whether it is insured.
    pub insured: ExpressInsurance,
    /// How it is sent.
    pub service: ExpressService,
    /// When the courier should come; 0 if that was arranged otherwise.
    pub expect_time: Option<Timestamp>,
    /// How the parcel is fetched.
    pub take_mode: Option<i64>,
}

int_enum! {
    /// Where something was ordered.
    pub enum ExpressSource {
        /// In the Mini Program.
        MiniProgram = 0,
        /// In an app or on a web site.
        Elsewhere = 2,
    }
}

/// Who sends or receives a parcel.
#[endpoint(part)]
pub struct ExpressAddress {
    /// The name, up to 64 bytes.
    pub name: String,
    /// The telephone; this or the mobile phone.
    pub tel: Option<String>,
    /// The mobile phone.
    pub mobile: Option<String>,
    /// The company.
    pub company: Option<String>,
    /// The post code.
    pub post_code: Option<String>,
    /// The country.
    pub country: Option<String>,
    /// The province, such as `广东省`.
    pub province: String,
    /// The city, such as `广州市`.
    pub city: String,
    /// The district, such as `海珠区`.
    pub area: String,
    /// The rest.
    pub address: String,
}

/// What is sent.
#[endpoint(part)]
pub struct ExpressCargo {
    /// In how many parcels; usually 1.
    pub count: u32,
    /// Its weight, in kilograms.
    pub weight: Option<f64>,
    /// Its length, in centimetres.
    pub space_x: Option<f64>,
    /// Its width, in centimetres.
    pub space_y: Option<f64>,
    /// Its height, in centimetres.
    pub space_z: Option<f64>,
    /// What is in it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub detail_list: Vec<ExpressCargoItem>,
}

/// Something in a parcel.
#[endpoint(part)]
pub struct ExpressCargoItem {
    /// What it is, up to 128 bytes.
    pub name: String,
    /// How many.
    pub count: u32,
}

/// What the message to the receiver shows.
#[endpoint(part)]
pub struct ExpressShop {
    /// The page it opens.
    pub wxa_path: Option<String>,
    /// Its picture.
    pub img_url: Option<String>,
    /// What was bought.
    pub goods_name: Option<String>,
    /// How many.
    pub goods_count: Option<u32>,
    /// Everything that was bought.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub detail_list: Vec<ExpressShopItem>,
}

/// Something that was bought.
#[endpoint(part)]
pub struct ExpressShopItem {
    /// What it is.
    pub goods_name: Option<String>,
    /// Its picture.
    pub goods_img_url: Option<String>,
    /// A few words about it.
    pub goods_desc: Option<String>,
}

/// Whether a parcel is insured.
#[endpoint(part)]
pub struct ExpressInsurance {
    /// Whether it is.
    #[serde(with = "weixin_api::bool_as_int")]
    pub use_insured: bool,
    /// For how much, in fen.
    pub insured_value: i64,
}

/// How a parcel is sent.
#[endpoint(part)]
pub struct ExpressService {
    /// The number of the service.
    pub service_type: i64,
    /// Its name, as [`GetExpressCompanies`] says.
    pub service_name: String,
}

/// A parcel that will be fetched.
#[endpoint(part, reply_to(AddExpressOrder))]
pub struct AddedExpressOrder {
    /// The order.
    pub order_id: Option<String>,
    /// The tracking number.
    pub waybill_id: Option<String>,
    /// Why the company refuses.
    pub delivery_resultcode: Option<i64>,
    /// Why it refuses, in words.
    pub delivery_resultmsg: Option<String>,
    /// What stands on the label.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub waybill_data: Vec<ExpressWaybillItem>,
}

/// Something that stands on a label.
#[endpoint(part)]
pub struct ExpressWaybillItem {
    /// What it is.
    pub key: String,
    /// The value.
    pub value: String,
}

/// Cancels a parcel.
#[endpoint(POST "/cgi-bin/express/business/order/cancel", title = "取消运单",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/express/by-business/logistics.cancelOrder.html",
    scope(mini), retry = safe, reply = CancelledExpressOrder, call = logistics.cancel_order)]
pub struct CancelExpressOrder {
    /// The order.
    pub order_id: String,
    /// The receiver.
    pub openid: Option<OpenId>,
    /// The company.
    pub delivery_id: String,
    /// The tracking number.
    pub waybill_id: Option<String>,
}

/// What the company says.
#[endpoint(part, reply_to(CancelExpressOrder))]
pub struct CancelledExpressOrder {
    /// Why it refuses.
    pub delivery_resultcode: Option<i64>,
    /// Why it refuses, in words.
    pub delivery_resultmsg: Option<String>,
}

/// Tells about a parcel.
#[endpoint(POST "/cgi-bin/express/business/order/get", title = "获取运单数据",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/express/by-business/logistics.getOrder.html",
    scope(mini), retry = safe, reply = ExpressOrder, call = logistics.order)]
pub struct GetExpressOrder {
    /// The order.
    pub order_id: String,
    /// The receiver.
    pub openid: Option<OpenId>,
    /// The company.
    pub delivery_id: String,
    /// The tracking number.
    pub waybill_id: Option<String>,
    /// Which label is wanted: 0 as the company has it, 1 one that is printed twice.
    pub print_type: Option<i64>,
    /// A note that is printed.
    pub custom_remark: Option<String>,
}

/// A parcel.
#[endpoint(part, reply_to(GetExpressOrder))]
pub struct ExpressOrder {
    /// The label, as HTML in Base64.
    pub print_html: Option<String>,
    /// What stands on the label.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub waybill_data: Vec<ExpressWaybillItem>,
    /// The order.
    pub order_id: Option<String>,
    /// The company.
    pub delivery_id: Option<String>,
    /// The tracking number.
    pub waybill_id: Option<String>,
    /// 0 it is being sent, 1 it was cancelled.
    pub order_status: Option<i64>,
}

/// Tells about up to 100 parcels.
#[endpoint(POST "/cgi-bin/express/business/order/batchget", title = "批量获取运单数据",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/express/by-business/logistics.batchGetOrder.html",
    scope(mini), retry = safe, reply = ExpressOrders, call = logistics.orders)]
pub struct GetExpressOrders {
    /// The parcels.
    pub order_list: Vec<ExpressOrderKey>,
}

/// Which parcel.
#[endpoint(part)]
pub struct ExpressOrderKey {
    /// The order.
    pub order_id: String,
    /// The company.
    pub delivery_id: String,
    /// The tracking number.
    pub waybill_id: Option<String>,
}

/// Parcels.
#[endpoint(part, reply_to(GetExpressOrders))]
pub struct ExpressOrders {
    /// The parcels.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub order_list: Vec<FoundExpressOrder>,
}

/// A parcel, or why nothing is known of it.
#[endpoint(part)]
pub struct FoundExpressOrder {
    /// Why nothing is known of it.
    pub errcode: Option<i64>,
    /// Why, in words.
    pub errmsg: Option<String>,
    /// The label, as HTML in Base64.
    pub print_html: Option<String>,
    /// What stands on the label.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub waybill_data: Vec<ExpressWaybillItem>,
    /// The order.
    pub order_id: Option<String>,
    /// The company.
    pub delivery_id: Option<String>,
    /// The tracking number.
    pub waybill_id: Option<String>,
    /// 0 it is being sent, 1 it was cancelled.
    pub order_status: Option<i64>,
}

/// Says where a parcel has been.
#[endpoint(POST "/cgi-bin/express/business/path/get", title = "查询运单轨迹",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/express/by-business/logistics.getPath.html",
    scope(mini), retry = safe, reply = ExpressPath, call = logistics.path)]
pub struct GetExpressPath {
    /// The order.
    pub order_id: String,
    /// The receiver.
    pub openid: Option<OpenId>,
    /// The company.
    pub delivery_id: String,
    /// The tracking number.
    pub waybill_id: Option<String>,
    /// Not used.
    pub print_type: Option<i64>,
}

/// Where a parcel has been.
#[endpoint(part, reply_to(GetExpressPath))]
pub struct ExpressPath {
    /// The receiver.
    pub openid: Option<OpenId>,
    /// The company.
    pub delivery_id: Option<String>,
    /// The tracking number.
    pub waybill_id: Option<String>,
    /// How many steps there are.
    pub path_item_num: Option<u32>,
    /// The steps.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub path_item_list: Vec<ExpressStep>,
}

/// A step of a parcel.
#[endpoint(part)]
pub struct ExpressStep {
    /// When.
    pub action_time: Option<Timestamp>,
    /// What.
    pub action_type: Option<ExpressAction>,
    /// The same in words.
    pub action_msg: Option<String>,
}

int_enum! {
    /// What happens to a parcel.
    pub enum ExpressAction {
        /// It was fetched.
        PickedUp = 100001,
        /// It could not be fetched.
        PickUpFailed = 100002,
        /// Somebody will fetch it.
        CourierAssigned = 100003,
        /// It moves.
        InTransit = 200001,
        /// It is being brought.
        Delivering = 300002,
        /// It is there.
        Delivered = 300003,
        /// It could not be handed over.
        DeliveryFailed = 300004,
        /// It was cancelled.
        Cancelled = 400001,
        /// It is held up.
        Held = 400002,
    }
}
