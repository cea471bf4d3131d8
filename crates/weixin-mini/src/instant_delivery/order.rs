//! What is done with an order.

use super::InstantDelivery;
use weixin_api::{Call, Caller, Timestamp, codes, endpoint};
use weixin_protocol::OpenId;

/// Adds to what the courier gets. `POST /cgi-bin/express/local/business/order/addtips`
#[endpoint(POST "/cgi-bin/express/local/business/order/addtips", title = "增加小费",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/immediate-delivery/by-business/immediateDelivery.addTip.html",
    scope(mini), reply = InstantResult)]
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
#[endpoint(part)]
pub struct InstantResult {
    /// Why it refuses; 0 if it does not.
    pub resultcode: Option<i64>,
    /// Why it refuses, in words.
    pub resultmsg: Option<String>,
}

/// Says what it would cost to cancel a delivery.
/// `POST /cgi-bin/express/local/business/order/precancel`
#[endpoint(POST "/cgi-bin/express/local/business/order/precancel", title = "预取消配送单",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/immediate-delivery/by-business/immediateDelivery.preCancelOrder.html",
    scope(mini), retry = safe, reply = CancelledInstantOrder)]
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

/// Cancels a delivery. `POST /cgi-bin/express/local/business/order/cancel`
#[endpoint(POST "/cgi-bin/express/local/business/order/cancel", title = "取消配送单",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/immediate-delivery/by-business/immediateDelivery.cancelOrder.html",
    scope(mini), retry = safe, reply = CancelledInstantOrder)]
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
#[endpoint(part)]
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
/// `POST /cgi-bin/express/local/business/order/confirm_return`
#[endpoint(POST "/cgi-bin/express/local/business/order/confirm_return", title = "异常件退回商家商家确认收货",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/immediate-delivery/by-business/immediateDelivery.abnormalConfirm.html",
    scope(mini), retry = safe, reply = InstantResult)]
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

/// Tells about a delivery. `POST /cgi-bin/express/local/business/order/get`
#[endpoint(POST "/cgi-bin/express/local/business/order/get", title = "拉取配送单信息",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/immediate-delivery/by-business/immediateDelivery.getOrder.html",
    scope(mini), retry = safe, reply = InstantOrder)]
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
#[endpoint(part)]
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

/// Gives the companies. `POST /cgi-bin/express/local/business/delivery/getall`
#[endpoint(POST "/cgi-bin/express/local/business/delivery/getall", title = "获取已支持的配送公司列表",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/immediate-delivery/by-business/immediateDelivery.getAllImmeDelivery.html",
    scope(mini), retry = safe, reply = InstantCompanies)]
pub struct GetInstantCompanies {}

/// The companies.
#[endpoint(part)]
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

/// Gives the merchant's numbers at companies. `POST /cgi-bin/express/local/business/shop/get`
#[endpoint(POST "/cgi-bin/express/local/business/shop/get", title = "拉取已绑定账号",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/immediate-delivery/by-business/immediateDelivery.getBindAccount.html",
    scope(mini), retry = safe, reply = InstantShops)]
pub struct GetInstantShops {}

/// The merchant's numbers.
#[endpoint(part)]
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

codes! {
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
/// `POST /cgi-bin/express/local/business/test_update_order`
#[endpoint(POST "/cgi-bin/express/local/business/test_update_order", title = "模拟配送公司更新配送单状态",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/immediate-delivery/by-business/immediateDelivery.mockUpdateOrder.html",
    scope(mini), reply = InstantResult)]
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

impl<'c, C: Caller + ?Sized> InstantDelivery<'c, C> {
    /// Adds to what the courier gets; see [`AddInstantTips`].
    pub fn add_tips(
        &self,
        shop_order_id: impl Into<String>,
        waybill_id: impl Into<String>,
        tips: f64,
    ) -> Call<'c, C, AddInstantTips> {
        Call::new(self.0, AddInstantTips::new(shop_order_id, waybill_id, tips))
    }

    /// Says what it would cost to cancel a delivery; see [`PreCancelInstantOrder`].
    pub fn pre_cancel_order(
        &self,
        shop_order_id: impl Into<String>,
        delivery_id: impl Into<String>,
        cancel_reason_id: i64,
    ) -> Call<'c, C, PreCancelInstantOrder> {
        Call::new(self.0, PreCancelInstantOrder::new(shop_order_id, delivery_id, cancel_reason_id))
    }

    /// Cancels a delivery; see [`CancelInstantOrder`].
    pub fn cancel_order(
        &self,
        shop_order_id: impl Into<String>,
        delivery_id: impl Into<String>,
        cancel_reason_id: i64,
    ) -> Call<'c, C, CancelInstantOrder> {
        Call::new(self.0, CancelInstantOrder::new(shop_order_id, delivery_id, cancel_reason_id))
    }

    /// Says that what could not be handed over has come back; see [`ConfirmInstantReturn`].
    pub fn confirm_return(
        &self,
        shop_order_id: impl Into<String>,
        waybill_id: impl Into<String>,
    ) -> Call<'c, C, ConfirmInstantReturn> {
        Call::new(self.0, ConfirmInstantReturn::new(shop_order_id, waybill_id))
    }

    /// Tells about a delivery; see [`GetInstantOrder`].
    pub fn order(&self, shop_order_id: impl Into<String>) -> Call<'c, C, GetInstantOrder> {
        Call::new(self.0, GetInstantOrder::new(shop_order_id))
    }

    /// Gives the companies; see [`GetInstantCompanies`].
    pub fn companies(&self) -> Call<'c, C, GetInstantCompanies> {
        Call::new(self.0, GetInstantCompanies::new())
    }

    /// Gives the merchant's numbers at companies; see [`GetInstantShops`].
    pub fn shops(&self) -> Call<'c, C, GetInstantShops> {
        Call::new(self.0, GetInstantShops::new())
    }

    /// Has something happen to a delivery of the shop `test_shop_id`; see
    /// [`TestUpdateInstantOrder`].
    pub fn test_update(
        &self,
        shop_order_id: impl Into<String>,
        action_time: impl Into<Timestamp>,
        order_status: i64,
    ) -> Call<'c, C, TestUpdateInstantOrder> {
        Call::new(self.0, TestUpdateInstantOrder::new(shop_order_id, action_time, order_status))
    }
}
