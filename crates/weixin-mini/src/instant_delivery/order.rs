//! Tips, cancellation and the state of deliveries.

use crate::instant_delivery::InstantDeliveryHandle;
use weixin_api::{Timestamp, endpoint, int_enum};
use weixin_protocol::OpenId;

use crate::ids::{DeliveryId, WaybillId};

use super::{InstantShopId, InstantShopNo, ShopOrderId};

/// Adds a tip for the courier (增加小费).
#[endpoint(POST "/cgi-bin/express/local/business/order/addtips", title = "增加小费",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/immediate-delivery/by-business/immediateDelivery.addTip.html",
    scope(mini), reply = InstantResult, call = instant_delivery.add_tips)]
pub struct AddInstantTips {
    /// The merchant's account at the company; not needed for merchants without an account of their
    /// own.
    pub shopid: Option<InstantShopId>,
    /// The order, as the merchant numbers it.
    pub shop_order_id: ShopOrderId,
    /// The store, as registered at the company; needed if there are several.
    pub shop_no: Option<InstantShopNo>,
    /// SHA-1 of `shopid`, `shop_order_id` and the merchant's app secret at the company, joined in
    /// this order.
    pub delivery_sign: Option<String>,
    /// The delivery, as the company numbers it.
    pub waybill_id: WaybillId,
    /// The user who receives the goods.
    pub openid: Option<OpenId>,
    /// The tip in yuan.
    pub tips: f64,
    /// A remark for the company.
    pub remark: Option<String>,
}

/// The company's answer.
#[endpoint(part, reply_to(AddInstantTips, ConfirmInstantReturn, TestUpdateInstantOrder))]
pub struct InstantResult {
    /// 0 if the company has agreed; else the company's code.
    pub resultcode: Option<i64>,
    /// The company's answer in words.
    pub resultmsg: Option<String>,
}

/// Returns what the cancellation of a delivery would cost.
#[endpoint(POST "/cgi-bin/express/local/business/order/precancel", title = "预取消配送单",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/immediate-delivery/by-business/immediateDelivery.preCancelOrder.html",
    scope(mini), retry = safe, reply = CancelledInstantOrder, call = instant_delivery.pre_cancel_order)]
pub struct PreCancelInstantOrder {
    /// The merchant's account at the company; not needed for merchants without an account of their
    /// own.
    pub shopid: Option<InstantShopId>,
    /// The order, as the merchant numbers it.
    pub shop_order_id: ShopOrderId,
    /// The store, as registered at the company; needed if there are several.
    pub shop_no: Option<InstantShopNo>,
    /// SHA-1 of `shopid`, `shop_order_id` and the merchant's app secret at the company, joined in
    /// this order.
    pub delivery_sign: Option<String>,
    /// The delivery company.
    pub delivery_id: DeliveryId,
    /// The delivery, as the company numbers it.
    pub waybill_id: Option<WaybillId>,
    /// The reason of the cancellation.
    pub cancel_reason_id: InstantCancelReason,
    /// The reason in words; needed for [`InstantCancelReason::Others`].
    pub cancel_reason: Option<String>,
}

int_enum! {
    /// The reason of a cancellation (取消原因).
    pub enum InstantCancelReason {
        /// The delivery is not needed any more (暂时不需要邮寄).
        NotNeeded = 1,
        /// The price is not acceptable (价格不合适).
        Price = 2,
        /// The order has errors and is placed again (订单信息有误，重新下单).
        WrongOrder = 3,
        /// The courier is late to collect the goods (骑手取货不及时).
        LatePickup = 4,
        /// The courier is late to deliver the goods (骑手配送不及时).
        LateDelivery = 5,
        /// Another reason, which `cancel_reason` gives in words (其他原因).
        Others = 6,
    }
}

/// Cancels a delivery.
///
/// Fails with 930563 when there is no order of this number, and with 930565 when it has ended.
#[endpoint(POST "/cgi-bin/express/local/business/order/cancel", title = "取消配送单",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/immediate-delivery/by-business/immediateDelivery.cancelOrder.html",
    scope(mini), retry = safe, reply = CancelledInstantOrder, call = instant_delivery.cancel_order)]
pub struct CancelInstantOrder {
    /// The merchant's account at the company; not needed for merchants without an account of their
    /// own.
    pub shopid: Option<InstantShopId>,
    /// The order, as the merchant numbers it.
    pub shop_order_id: ShopOrderId,
    /// The store, as registered at the company; needed if there are several.
    pub shop_no: Option<InstantShopNo>,
    /// SHA-1 of `shopid`, `shop_order_id` and the merchant's app secret at the company, joined in
    /// this order.
    pub delivery_sign: Option<String>,
    /// The delivery company.
    pub delivery_id: DeliveryId,
    /// The delivery, as the company numbers it.
    pub waybill_id: Option<WaybillId>,
    /// The reason of the cancellation.
    pub cancel_reason_id: InstantCancelReason,
    /// The reason in words; needed for [`InstantCancelReason::Others`].
    pub cancel_reason: Option<String>,
}

/// The cost of a cancellation.
#[endpoint(part, reply_to(PreCancelInstantOrder, CancelInstantOrder))]
pub struct CancelledInstantOrder {
    /// 0 if the company has agreed; else the company's code.
    pub resultcode: Option<i64>,
    /// The company's answer in words.
    pub resultmsg: Option<String>,
    /// The cancellation fee (违约金) in yuan.
    pub deduct_fee: Option<f64>,
    /// An explanation of the fee.
    pub desc: Option<String>,
}

/// Confirms that goods which could not be delivered have come back to the merchant.
#[endpoint(POST "/cgi-bin/express/local/business/order/confirm_return", title = "异常件退回商家商家确认收货",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/immediate-delivery/by-business/immediateDelivery.abnormalConfirm.html",
    scope(mini), retry = safe, reply = InstantResult, call = instant_delivery.confirm_return)]
pub struct ConfirmInstantReturn {
    /// The merchant's account at the company; not needed for merchants without an account of their
    /// own.
    pub shopid: Option<InstantShopId>,
    /// The order, as the merchant numbers it.
    pub shop_order_id: ShopOrderId,
    /// The store, as registered at the company; needed if there are several.
    pub shop_no: Option<InstantShopNo>,
    /// SHA-1 of `shopid`, `shop_order_id` and the merchant's app secret at the company, joined in
    /// this order.
    pub delivery_sign: Option<String>,
    /// The delivery, as the company numbers it.
    pub waybill_id: WaybillId,
    /// A remark for the company.
    pub remark: Option<String>,
}

/// Returns the state of a delivery.
///
/// Fails with 930563 when there is no order of this number.
#[endpoint(POST "/cgi-bin/express/local/business/order/get", title = "拉取配送单信息",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/immediate-delivery/by-business/immediateDelivery.getOrder.html",
    scope(mini), retry = safe, reply = InstantOrder, call = instant_delivery.order)]
pub struct GetInstantOrder {
    /// The merchant's account at the company; not needed for merchants without an account of their
    /// own.
    pub shopid: Option<InstantShopId>,
    /// The order, as the merchant numbers it.
    pub shop_order_id: ShopOrderId,
    /// The store, as registered at the company; needed if there are several.
    pub shop_no: Option<InstantShopNo>,
    /// SHA-1 of `shopid`, `shop_order_id` and the merchant's app secret at the company, joined in
    /// this order.
    pub delivery_sign: Option<String>,
}

/// The state of a delivery.
#[endpoint(part, reply_to(GetInstantOrder))]
pub struct InstantOrder {
    /// 0 if the company has agreed; else the company's code.
    pub resultcode: Option<i64>,
    /// The company's answer in words.
    pub resultmsg: Option<String>,
    /// The state of the delivery.
    pub order_status: Option<InstantOrderStatus>,
    /// The delivery, as the company numbers it.
    pub waybill_id: Option<WaybillId>,
    /// The courier's name.
    pub rider_name: Option<String>,
    /// The courier's telephone number.
    pub rider_phone: Option<String>,
    /// The courier's longitude in degrees; only while on the way.
    pub rider_lng: Option<f64>,
    /// The courier's latitude in degrees; only while on the way.
    pub rider_lat: Option<f64>,
    /// When the delivery should arrive; only while on the way.
    pub reach_time: Option<Timestamp>,
}

int_enum! {
    /// The state of an instant delivery (配送单状态).
    pub enum InstantOrderStatus {
        /// It waits for a courier (等待分配骑手).
        Waiting = 101,
        /// A courier was assigned (分配骑手成功).
        CourierAssigned = 102,
        /// The merchant has cancelled it before a courier came. It has ended.
        CancelledBeforePickup = 103,
        /// The courier has arrived at the store (骑手到店开始取货).
        CourierArrived = 201,
        /// The courier has collected the goods (取货成功).
        PickedUp = 202,
        /// The merchant has cancelled it while the courier collected the goods. It has ended.
        PickupCancelledByMerchant = 203,
        /// The courier has cancelled it for reasons of their own. It has ended.
        PickupCancelledByCourier = 204,
        /// The courier has cancelled it for reasons of the merchant. It has ended.
        PickupCancelledForMerchant = 205,
        /// The courier is on the way to the receiver (配送中).
        Delivering = 301,
        /// It was delivered (配送成功). It has ended.
        Delivered = 302,
        /// The merchant has cancelled it, and the goods are on the way back.
        ReturningCancelled = 303,
        /// The receiver could not be reached, and the goods are on the way back.
        ReturningUnreachable = 304,
        /// The receiver has rejected the goods, and they are on the way back.
        ReturningRejected = 305,
        /// The goods have come back to the merchant (货品返还商户成功). It has ended.
        Returned = 401,
        /// It was cancelled for reasons of the company. It has ended.
        CancelledBySystem = 501,
        /// It was cancelled because of weather, road closure and the like. It has ended.
        CancelledByForce = 502,
    }
}

/// Returns the supported delivery companies.
#[endpoint(POST "/cgi-bin/express/local/business/delivery/getall", title = "获取已支持的配送公司列表",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/immediate-delivery/by-business/immediateDelivery.getAllImmeDelivery.html",
    scope(mini), retry = safe, reply = InstantCompanies, call = instant_delivery.companies)]
pub struct GetInstantCompanies {}

/// The supported delivery companies.
#[endpoint(part, reply_to(GetInstantCompanies))]
pub struct InstantCompanies {
    /// 0 if the company has agreed; else the company's code.
    pub resultcode: Option<i64>,
    /// The company's answer in words.
    pub resultmsg: Option<String>,
    /// The companies that the platform supports.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub list: Vec<InstantCompany>,
}

/// A delivery company.
#[endpoint(part)]
pub struct InstantCompany {
    /// The delivery company.
    pub delivery_id: Option<DeliveryId>,
    /// The name of the company.
    pub delivery_name: Option<String>,
}

/// Returns the merchant's accounts at delivery companies.
#[endpoint(POST "/cgi-bin/express/local/business/shop/get", title = "拉取已绑定账号",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/immediate-delivery/by-business/immediateDelivery.getBindAccount.html",
    scope(mini), retry = safe, reply = InstantShops, call = instant_delivery.shops)]
pub struct GetInstantShops {}

/// The merchant's accounts at delivery companies.
#[endpoint(part, reply_to(GetInstantShops))]
pub struct InstantShops {
    /// 0 if the company has agreed; else the company's code.
    pub resultcode: Option<i64>,
    /// The company's answer in words.
    pub resultmsg: Option<String>,
    /// The accounts that are bound.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shop_list: Vec<InstantShopAccount>,
}

/// The merchant's account at a delivery company.
#[endpoint(part)]
pub struct InstantShopAccount {
    /// The delivery company.
    pub delivery_id: Option<DeliveryId>,
    /// The account at the company.
    pub shopid: Option<InstantShopId>,
    /// The state of the binding.
    pub audit_result: Option<InstantShopStatus>,
}

int_enum! {
    /// The state of an account's binding.
    pub enum InstantShopStatus {
        /// The company has approved it (审核通过).
        Approved = 0,
        /// The company is reviewing it (审核中).
        UnderReview = 1,
        /// The company has rejected it (审核不通过).
        Rejected = 2,
    }
}

/// Simulates a change of a delivery of the test store.
#[endpoint(POST "/cgi-bin/express/local/business/test_update_order", title = "模拟配送公司更新配送单状态",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/immediate-delivery/by-business/immediateDelivery.mockUpdateOrder.html",
    scope(mini), reply = InstantResult, call = instant_delivery.test_update)]
pub struct TestUpdateInstantOrder {
    /// The test account; always `test_shop_id`.
    pub shopid: Option<InstantShopId>,
    /// The order, as the merchant numbers it.
    pub shop_order_id: ShopOrderId,
    /// The signature as in other calls, with the app secret `test_app_secrect`.
    pub delivery_sign: Option<String>,
    /// When the state changes.
    pub action_time: Timestamp,
    /// The new state.
    pub order_status: InstantOrderStatus,
    /// Additional information about the change.
    pub action_msg: Option<String>,
}
