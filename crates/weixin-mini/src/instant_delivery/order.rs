//! What is done with an order.

use crate::instant_delivery::InstantDeliveryHandle;
use weixin_api::{Timestamp, endpoint, int_enum};
use weixin_protocol::OpenId;

/// Adds to what the courier gets.
#[endpoint(POST "/cgi-bin/express/local/business/order/addtips", title = "增加小费",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/immediate-delivery/by-business/immediateDelivery.addTip.html",
    scope(mini), reply = InstantResult, call = instant_delivery.add_tips)]
pub struct AddInstantTips {
    /// The merchant's number at the company; not for a merchant that has none of its own.
    pub shopid: Option<String>,
    /// The order, by the merchant's own number.
    pub shop_order_id: String,
    /// The shop's number at the company; needed if there are several shops.
    pub shop_no: Option<String>,
    /// SHA-1 of `shopid`, `shop_order_id` and the merchant's key at the company, in this order.
    pub delivery_sign: Option<String>,
    /// The tracking number.
    pub waybill_id: String,
    /// The receiver.
    pub openid: Option<OpenId>,
    /// How much, in yuan.
    pub tips: f64,
    /// A note.
    pub remark: Option<String>,
}

/// What the company says.
#[endpoint(part, reply_to(AddInstantTips, ConfirmInstantReturn, TestUpdateInstantOrder))]
pub struct InstantResult {
    /// Why it refuses; 0 if it does not.
    pub resultcode: Option<i64>,
    /// Why it refuses, in words.
    pub resultmsg: Option<String>,
}

/// Says what it would cost to cancel a delivery.
#[endpoint(POST "/cgi-bin/express/local/business/order/precancel", title = "预取消配送单",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/immediate-delivery/by-business/immediateDelivery.preCancelOrder.html",
    scope(mini), retry = safe, reply = CancelledInstantOrder, call = instant_delivery.pre_cancel_order)]
pub struct PreCancelInstantOrder {
    /// The merchant's number at the company; not for a merchant that has none of its own.
    pub shopid: Option<String>,
    /// The order, by the merchant's own number.
    pub shop_order_id: String,
    /// The shop's number at the company; needed if there are several shops.
    pub shop_no: Option<String>,
    /// SHA-1 of `shopid`, `shop_order_id` and the merchant's key at the company, in this order.
    pub delivery_sign: Option<String>,
    /// The company.
    pub delivery_id: String,
    /// The tracking number.
    pub waybill_id: Option<String>,
    /// Why: 1 the sender no longer wants it, 2 no courier came, 3 the courier cannot come; 0 or
    /// another number as the company has it.
    pub cancel_reason_id: i64,
    /// Why, in words.
    pub cancel_reason: Option<String>,
}

/// Cancels a delivery.
#[endpoint(POST "/cgi-bin/express/local/business/order/cancel", title = "取消配送单",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/immediate-delivery/by-business/immediateDelivery.cancelOrder.html",
    scope(mini), retry = safe, reply = CancelledInstantOrder, call = instant_delivery.cancel_order)]
pub struct CancelInstantOrder {
    /// The merchant's number at the company; not for a merchant that has none of its own.
    pub shopid: Option<String>,
    /// The order, by the merchant's own number.
    pub shop_order_id: String,
    /// The shop's number at the company; needed if there are several shops.
    pub shop_no: Option<String>,
    /// SHA-1 of `shopid`, `shop_order_id` and the merchant's key at the company, in this order.
    pub delivery_sign: Option<String>,
    /// The company.
    pub delivery_id: String,
    /// The tracking number.
    pub waybill_id: Option<String>,
    /// Why, as in [`PreCancelInstantOrder`].
    pub cancel_reason_id: i64,
    /// Why, in words.
    pub cancel_reason: Option<String>,
}

/// What it costs to cancel a delivery.
#[endpoint(part, reply_to(PreCancelInstantOrder, CancelInstantOrder))]
pub struct CancelledInstantOrder {
    /// Why the company refuses; 0 if it does not.
    pub resultcode: Option<i64>,
    /// Why it refuses, in words.
    pub resultmsg: Option<String>,
    /// What it costs, in yuan.
    pub deduct_fee: Option<f64>,
    /// A note.
    pub desc: Option<String>,
}

/// Says that what could not be handed over has come back.
#[endpoint(POST "/cgi-bin/express/local/business/order/confirm_return", title = "异常件退回商家商家确认收货",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/immediate-delivery/by-business/immediateDelivery.abnormalConfirm.html",
    scope(mini), retry = safe, reply = InstantResult, call = instant_delivery.confirm_return)]
pub struct ConfirmInstantReturn {
    /// The merchant's number at the company; not for a merchant that has none of its own.
    pub shopid: Option<String>,
    /// The order, by the merchant's own number.
    pub shop_order_id: String,
    /// The shop's number at the company; needed if there are several shops.
    pub shop_no: Option<String>,
    /// SHA-1 of `shopid`, `shop_order_id` and the merchant's key at the company, in this order.
    pub delivery_sign: Option<String>,
    /// The tracking number.
    pub waybill_id: String,
    /// A note.
    pub remark: Option<String>,
}

/// Tells about a delivery.
#[endpoint(POST "/cgi-bin/express/local/business/order/get", title = "拉取配送单信息",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/immediate-delivery/by-business/immediateDelivery.getOrder.html",
    scope(mini), retry = safe, reply = InstantOrder, call = instant_delivery.order)]
pub struct GetInstantOrder {
    /// The merchant's number at the company; not for a merchant that has none of its own.
    pub shopid: Option<String>,
    /// The order, by the merchant's own number.
    pub shop_order_id: String,
    /// The shop's number at the company; needed if there are several shops.
    pub shop_no: Option<String>,
    /// SHA-1 of `shopid`, `shop_order_id` and the merchant's key at the company, in this order.
    pub delivery_sign: Option<String>,
}

/// A delivery.
#[endpoint(part, reply_to(GetInstantOrder))]
pub struct InstantOrder {
    /// Why the company refuses; 0 if it does not.
    pub resultcode: Option<i64>,
    /// Why it refuses, in words.
    pub resultmsg: Option<String>,
    /// How far it is.
    pub order_status: Option<i64>,
    /// The tracking number.
    pub waybill_id: Option<String>,
    /// The courier's name.
    pub rider_name: Option<String>,
    /// The courier's telephone number.
    pub rider_phone: Option<String>,
    /// Where the courier is, in degrees, east positive.
    pub rider_lng: Option<f64>,
    /// The same, north positive.
    pub rider_lat: Option<f64>,
    /// When it should be there.
    pub reach_time: Option<Timestamp>,
}

/// Gives the companies.
#[endpoint(POST "/cgi-bin/express/local/business/delivery/getall", title = "获取已支持的配送公司列表",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/immediate-delivery/by-business/immediateDelivery.getAllImmeDelivery.html",
    scope(mini), retry = safe, reply = InstantCompanies, call = instant_delivery.companies)]
pub struct GetInstantCompanies {}

/// The companies.
#[endpoint(part, reply_to(GetInstantCompanies))]
pub struct InstantCompanies {
    /// 0 if all is well.
    pub resultcode: Option<i64>,
    /// What is wrong.
    pub resultmsg: Option<String>,
    /// The companies.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub list: Vec<InstantCompany>,
}

/// A company.
#[endpoint(part)]
pub struct InstantCompany {
    /// The company.
    pub delivery_id: Option<String>,
    /// Its name.
    pub delivery_name: Option<String>,
}

/// Gives the merchant's numbers at companies.
#[endpoint(POST "/cgi-bin/express/local/business/shop/get", title = "拉取已绑定账号",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/immediate-delivery/by-business/immediateDelivery.getBindAccount.html",
    scope(mini), retry = safe, reply = InstantShops, call = instant_delivery.shops)]
pub struct GetInstantShops {}

/// The merchant's numbers.
#[endpoint(part, reply_to(GetInstantShops))]
pub struct InstantShops {
    /// 0 if all is well.
    pub resultcode: Option<i64>,
    /// What is wrong.
    pub resultmsg: Option<String>,
    /// The numbers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shop_list: Vec<InstantShopAccount>,
}

/// A number at a company.
#[endpoint(part)]
pub struct InstantShopAccount {
    /// The company.
    pub delivery_id: Option<String>,
    /// The number.
    pub shopid: Option<String>,
    /// Whether it is connected.
    pub audit_result: Option<InstantShopStatus>,
}

int_enum! {
    /// Whether a number is connected.
    pub enum InstantShopStatus {
        /// It is.
        Approved = 0,
        /// The company looks at it.
        UnderReview = 1,
        /// It is not.
        Rejected = 2,
    }
}

/// Has something happen to a delivery of the shop `test_shop_id`.
#[endpoint(POST "/cgi-bin/express/local/business/test_update_order", title = "模拟配送公司更新配送单状态",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/immediate-delivery/by-business/immediateDelivery.mockUpdateOrder.html",
    scope(mini), reply = InstantResult, call = instant_delivery.test_update)]
pub struct TestUpdateInstantOrder {
    /// `test_shop_id`.
    pub shopid: Option<String>,
    /// The order, by the merchant's own number.
    pub shop_order_id: String,
    /// As in other calls, with the key `test_app_secrect`.
    pub delivery_sign: Option<String>,
    /// When it happens.
    pub action_time: Timestamp,
    /// What happens.
    pub order_status: i64,
    /// A note.
    pub action_msg: Option<String>,
}
