//! Express delivery for merchants (物流助手). `/cgi-bin/express/business/*`

use weixin_api::{Timestamp, endpoint, group, int_enum};
use weixin_protocol::{AppId, OpenId, messages};

use crate::ids::{DeliveryId, WaybillId};
mod account;
mod answer;
mod event;

pub use account::*;
pub use answer::*;
pub use event::*;

group! {
    /// Express delivery (物流助手).
    logistics: [
        AddExpressOrder, CancelExpressOrder, GetExpressOrder, GetExpressOrders, GetExpressPath,
        BindExpressAccount, GetExpressAccounts, GetExpressCompanies, GetExpressQuota,
        GetExpressPrinters, UpdateExpressPrinter, TestUpdateExpressOrder,
    ]
}

weixin_api::string_id! {
    /// An express order, as the merchant numbers it (order_id).
    ExpressOrderId
    /// The merchant's customer code at an express company (快递客户编码, biz_id).
    BizId
}

weixin_api::integer_id! {
    /// A merchant on a platform that sells for several merchants (订单标签 id, tagid).
    ExpressTagId(u64)
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

/// Creates an express order: the company collects the parcel.
///
/// Fails with 9300501 when the company rejects it; `delivery_resultmsg` has the reason. It also
/// fails with 9300503 when there is no such company, with 9300510 when there is no such service,
/// with 9300508 or 9300522 when the order number was used before, with 9300525 when the account is
/// not bound, and with 9300523 when it has no labels left.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Mini};
/// # use weixin_mini::logistics::*;
/// # async fn example(wx: impl Caller<Kind = Mini>) -> Result<(), Error> {
/// let sender = ExpressAddress::new("李四", "广东省", "广州市", "海珠区", "新港中路397号");
/// let receiver = ExpressAddress::new("张三", "北京市", "北京市", "海淀区", "中关村大街1号");
/// let order = AddExpressOrder::new(
///     "20260301-1", "SF", "SF_CASH", ExpressSource::MiniProgram, sender.tel("020-81167888"),
///     receiver.mobile("13800138000"), ExpressCargo::new(1).weight(1.2),
///     ExpressInsurance::new(false, 0), ExpressService::new(0, "标准快递"),
/// );
/// let order = order.openid("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o");
/// let added = wx.logistics().add_order(order).await?;
/// println!("the tracking number is {:?}", added.waybill_id);
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/express/business/order/add", title = "生成运单",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/express/by-business/logistics.addOrder.html",
    scope(mini), reply = AddedExpressOrder, call = logistics.add_order)]
pub struct AddExpressOrder {
    /// The order, as the merchant numbers it: unique, up to 512 bytes, without spaces.
    pub order_id: ExpressOrderId,
    /// The receiver; not needed for [`ExpressSource::Elsewhere`].
    pub openid: Option<OpenId>,
    /// The express company.
    pub delivery_id: DeliveryId,
    /// The merchant's customer code at the company; or the company's code for single parcels, see
    /// [`ExpressCompany::cash_biz_id`].
    pub biz_id: BizId,
    /// A note for the company, such as `易碎物品`: up to 1,024 bytes.
    pub custom_remark: Option<String>,
    /// The merchant whose order this is, on platforms that sell for several merchants.
    pub tagid: Option<ExpressTagId>,
    /// Where the order was placed.
    pub add_source: ExpressSource,
    /// The app or web site where the order was placed, which must be bound to the same Open
    /// Platform account; for [`ExpressSource::Elsewhere`].
    pub wx_appid: Option<AppId>,
    /// The sender's address.
    pub sender: ExpressAddress,
    /// The receiver's address.
    pub receiver: ExpressAddress,
    /// The parcel and the goods in it.
    pub cargo: ExpressCargo,
    /// The goods that the message to the receiver and the label show.
    pub shop: Option<ExpressShop>,
    /// The insurance of the parcel.
    pub insured: ExpressInsurance,
    /// The service of the company.
    pub service: ExpressService,
    /// When the courier should come, which SF Express (顺丰) needs; 0 if a time was arranged before.
    pub expect_time: Option<Timestamp>,
    /// With whom the merchant's account is settled; only YTO Express (圆通) supports it.
    pub take_mode: Option<ExpressTakeMode>,
}

int_enum! {
    /// With whom an express account is settled (分单策略).
    pub enum ExpressTakeMode {
        /// With a branch of the company (线下网点签约).
        Branch = 0,
        /// With the company's headquarters (总部签约结算).
        Headquarters = 1,
    }
}

int_enum! {
    /// Where an order was placed (订单来源).
    pub enum ExpressSource {
        /// In the Mini Program (小程序订单).
        MiniProgram = 0,
        /// In an app or on a web site (App 或 H5 订单). The platform sends no messages to the
        /// receiver.
        Elsewhere = 2,
    }
}

/// The address of a sender or receiver.
#[endpoint(part, inbound)]
pub struct ExpressAddress {
    /// The name of the person: up to 64 bytes.
    pub name: String,
    /// The landline number: up to 32 bytes; needed if `mobile` is left out.
    pub tel: Option<String>,
    /// The mobile phone number: up to 32 bytes; needed if `tel` is left out.
    pub mobile: Option<String>,
    /// The name of the company: up to 64 bytes.
    pub company: Option<String>,
    /// The post code: up to 10 bytes.
    pub post_code: Option<String>,
    /// The country: up to 64 bytes; China if left out.
    pub country: Option<String>,
    /// The province, such as `广东省`: up to 64 bytes.
    pub province: String,
    /// The city, such as `广州市`: up to 64 bytes.
    pub city: String,
    /// The district, such as `海珠区`: up to 64 bytes.
    pub area: String,
    /// The street and house number: up to 512 bytes.
    pub address: String,
}

/// A parcel.
#[endpoint(part, inbound)]
pub struct ExpressCargo {
    /// The number of parcels; usually 1.
    pub count: u32,
    /// The weight in kilograms.
    #[field(name = "Weight", alias = "weight")]
    pub weight: Option<f64>,
    /// The length in centimeters.
    #[field(name = "Space_X")]
    pub space_x: Option<f64>,
    /// The width in centimeters.
    #[field(name = "Space_Y")]
    pub space_y: Option<f64>,
    /// The height in centimeters.
    #[field(name = "Space_Z", alias = "space_z")]
    pub space_z: Option<f64>,
    /// The goods in the parcel.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub detail_list: Vec<ExpressCargoItem>,
}

/// An item in a parcel.
#[endpoint(part, inbound)]
pub struct ExpressCargoItem {
    /// The name of the item: up to 128 bytes.
    pub name: String,
    /// The number of pieces.
    pub count: u32,
}

/// The goods that the message to the receiver shows.
#[endpoint(part)]
pub struct ExpressShop {
    /// The path of the page that a tap opens.
    pub wxa_path: Option<String>,
    /// The address of the goods' picture.
    pub img_url: Option<String>,
    /// The name of the goods.
    pub goods_name: Option<String>,
    /// The number of pieces.
    pub goods_count: Option<u32>,
    /// All goods of the order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub detail_list: Vec<ExpressShopItem>,
}

/// Goods of an order.
#[endpoint(part)]
pub struct ExpressShopItem {
    /// The name of the goods.
    pub goods_name: Option<String>,
    /// The address of the goods' picture.
    pub goods_img_url: Option<String>,
    /// The description of the goods.
    pub goods_desc: Option<String>,
}

/// The insurance of a parcel (保价).
#[endpoint(part, inbound)]
pub struct ExpressInsurance {
    /// Whether the parcel is insured.
    #[serde(with = "weixin_api::bool_as_int")]
    pub use_insured: bool,
    /// The insured value in fen.
    pub insured_value: i64,
}

/// A service of an express company.
#[endpoint(part, inbound)]
pub struct ExpressService {
    /// The number of the service.
    pub service_type: i64,
    /// The name of the service, from [`GetExpressCompanies`].
    pub service_name: String,
}

/// An express order that was created.
#[endpoint(part, reply_to(AddExpressOrder))]
pub struct AddedExpressOrder {
    /// The order, as the merchant numbered it.
    pub order_id: Option<ExpressOrderId>,
    /// The tracking number.
    pub waybill_id: Option<WaybillId>,
    /// The code with which the company rejected the order.
    pub delivery_resultcode: Option<i64>,
    /// The company's reason in words.
    pub delivery_resultmsg: Option<String>,
    /// The texts on the label, by their names.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub waybill_data: Vec<ExpressWaybillItem>,
}

/// A text on a label.
#[endpoint(part)]
pub struct ExpressWaybillItem {
    /// The name of the text, such as `SF_bagAddr`.
    pub key: String,
    /// The text that is printed.
    pub value: String,
}

/// Cancels an express order.
///
/// Fails with 9300506 when the parcel is on its way, with 9300524 when it was cancelled before, and
/// with 9300501 when the company rejects the cancellation.
#[endpoint(POST "/cgi-bin/express/business/order/cancel", title = "取消运单",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/express/by-business/logistics.cancelOrder.html",
    scope(mini), retry = safe, reply = CancelledExpressOrder, call = logistics.cancel_order)]
pub struct CancelExpressOrder {
    /// The order, as the merchant numbered it.
    pub order_id: ExpressOrderId,
    /// The receiver; not needed for [`ExpressSource::Elsewhere`].
    pub openid: Option<OpenId>,
    /// The express company.
    pub delivery_id: DeliveryId,
    /// The tracking number.
    pub waybill_id: Option<WaybillId>,
}

/// The company's answer to a cancellation.
#[endpoint(part, reply_to(CancelExpressOrder))]
pub struct CancelledExpressOrder {
    /// The code with which the company rejected the cancellation.
    pub delivery_resultcode: Option<i64>,
    /// The company's reason in words.
    pub delivery_resultmsg: Option<String>,
}

/// Returns an express order with its label.
#[endpoint(POST "/cgi-bin/express/business/order/get", title = "获取运单数据",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/express/by-business/logistics.getOrder.html",
    scope(mini), retry = safe, reply = ExpressOrder, call = logistics.order)]
pub struct GetExpressOrder {
    /// The order, as the merchant numbered it.
    pub order_id: ExpressOrderId,
    /// The receiver; not needed for [`ExpressSource::Elsewhere`].
    pub openid: Option<OpenId>,
    /// The express company.
    pub delivery_id: DeliveryId,
    /// The tracking number.
    pub waybill_id: Option<WaybillId>,
    /// The form of the label; [`ExpressPrintType::TwoPart`] if left out.
    pub print_type: Option<ExpressPrintType>,
    /// A note that is printed on the label.
    pub custom_remark: Option<String>,
}

int_enum! {
    /// The form of a label (面单类型).
    pub enum ExpressPrintType {
        /// A label of two parts (二联单).
        TwoPart = 0,
        /// A label of one part (一联单).
        OnePart = 1,
    }
}

/// An express order with its label.
#[endpoint(part, reply_to(GetExpressOrder))]
pub struct ExpressOrder {
    /// The label as HTML, in Base64.
    pub print_html: Option<String>,
    /// The texts on the label, by their names.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub waybill_data: Vec<ExpressWaybillItem>,
    /// The order, as the merchant numbered it.
    pub order_id: Option<ExpressOrderId>,
    /// The express company.
    pub delivery_id: Option<DeliveryId>,
    /// The tracking number.
    pub waybill_id: Option<WaybillId>,
    /// Whether the order was cancelled.
    pub order_status: Option<ExpressOrderStatus>,
}

int_enum! {
    /// The state of an express order (运单状态).
    pub enum ExpressOrderStatus {
        /// It is valid (正常).
        Normal = 0,
        /// It was cancelled (取消).
        Cancelled = 1,
    }
}

/// Returns up to 100 express orders.
#[endpoint(POST "/cgi-bin/express/business/order/batchget", title = "批量获取运单数据",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/express/by-business/logistics.batchGetOrder.html",
    scope(mini), retry = safe, reply = ExpressOrders, call = logistics.orders)]
pub struct GetExpressOrders {
    /// The orders: up to 100.
    pub order_list: Vec<ExpressOrderKey>,
}

/// The numbers of an express order.
#[endpoint(part)]
pub struct ExpressOrderKey {
    /// The order, as the merchant numbered it.
    pub order_id: ExpressOrderId,
    /// The express company.
    pub delivery_id: DeliveryId,
    /// The tracking number.
    pub waybill_id: Option<WaybillId>,
}

/// Express orders.
#[endpoint(part, reply_to(GetExpressOrders))]
pub struct ExpressOrders {
    /// The orders, each with an error if it was not found.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub order_list: Vec<FoundExpressOrder>,
}

/// An express order, or the reason why it was not found.
#[endpoint(part)]
pub struct FoundExpressOrder {
    /// 0 if the order was found; else the code of the error.
    pub errcode: Option<i64>,
    /// The error in words.
    pub errmsg: Option<String>,
    /// The label as HTML, in Base64.
    pub print_html: Option<String>,
    /// The texts on the label, by their names.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub waybill_data: Vec<ExpressWaybillItem>,
    /// The order, as the merchant numbered it.
    pub order_id: Option<ExpressOrderId>,
    /// The express company.
    pub delivery_id: Option<DeliveryId>,
    /// The tracking number.
    pub waybill_id: Option<WaybillId>,
    /// Whether the order was cancelled.
    pub order_status: Option<ExpressOrderStatus>,
}

/// Returns the steps of a parcel (运单轨迹).
///
/// Fails with 40199 when there is no such tracking number.
#[endpoint(POST "/cgi-bin/express/business/path/get", title = "查询运单轨迹",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/express/by-business/logistics.getPath.html",
    scope(mini), retry = safe, reply = ExpressPath, call = logistics.path)]
pub struct GetExpressPath {
    /// The order, as the merchant numbered it.
    pub order_id: ExpressOrderId,
    /// The receiver; not needed for [`ExpressSource::Elsewhere`].
    pub openid: Option<OpenId>,
    /// The express company.
    pub delivery_id: DeliveryId,
    /// The tracking number.
    pub waybill_id: Option<WaybillId>,
    /// The platform ignores it here.
    pub print_type: Option<i64>,
}

/// The steps of a parcel.
#[endpoint(part, reply_to(GetExpressPath))]
pub struct ExpressPath {
    /// The user who receives the parcel.
    pub openid: Option<OpenId>,
    /// The express company.
    pub delivery_id: Option<DeliveryId>,
    /// The tracking number.
    pub waybill_id: Option<WaybillId>,
    /// The number of steps.
    pub path_item_num: Option<u32>,
    /// The steps in the order of time.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub path_item_list: Vec<ExpressStep>,
}

/// A step of a parcel.
#[endpoint(part, inbound)]
pub struct ExpressStep {
    /// When it happened.
    pub action_time: Option<Timestamp>,
    /// The kind of the step.
    pub action_type: Option<ExpressAction>,
    /// What happened, in the company's words.
    pub action_msg: Option<String>,
    /// Where it happened: the latitude in degrees. Only in pushes, where it may be 0.
    pub lat: Option<f64>,
    /// Where it happened: the longitude in degrees. Only in pushes, where it may be
    /// 0.
    pub lng: Option<f64>,
}

int_enum! {
    /// The kind of a parcel's step (运单轨迹节点).
    pub enum ExpressAction {
        /// The parcel was collected (揽件成功).
        PickedUp = 100001,
        /// The parcel could not be collected (揽件失败).
        PickUpFailed = 100002,
        /// A courier was assigned to collect it (分配业务员).
        CourierAssigned = 100003,
        /// The parcel is in transit (更新运输轨迹).
        InTransit = 200001,
        /// The parcel is out for delivery (开始派送).
        Delivering = 300002,
        /// The parcel was delivered and signed for (签收成功).
        Delivered = 300003,
        /// The parcel could not be delivered (签收失败).
        DeliveryFailed = 300004,
        /// The order was cancelled (订单取消).
        Cancelled = 400001,
        /// The parcel is held up (订单滞留).
        Held = 400002,
    }
}
