//! Tracking of parcels for the user (物流查询, 物流消息), and returns (退货). `/cgi-bin/express/delivery/*`

use weixin_api::{endpoint, group, int_enum};
use weixin_protocol::OpenId;

use crate::ids::{DeliveryId, TransactionId, WaybillId};

group! {
    /// Tracking of parcels for the user (物流查询, 物流消息).
    waybills: [
        TraceWaybill, QueryTrace, UpdateWaybillGoods, GetWaybillCompanies, FollowWaybill,
        QueryFollowTrace, AddReturn, GetReturn, UnbindReturn,
    ]
}

weixin_api::string_id! {
    /// A return of goods (退货 ID, return_id).
    ReturnId
}

/// Registers a waybill, so that the tracking plugin (物流查询插件) can show it.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Mini};
/// # use weixin_mini::waybill::*;
/// # async fn example(wx: impl Caller<Kind = Mini>) -> Result<(), Error> {
/// let goods = WaybillGoods::new([WaybillGoodsItem::new("茶叶", "https://example.com/tea.jpg")]);
/// let traced = wx
///     .waybills()
///     .trace(("oUpF8uMuAJO_M2pxb1Q9zNjWeS6o", "SF1234567890123"))
///     .with(|waybill| waybill.receiver_phone("13800138000").goods_info(goods))
///     .await?;
/// println!("for the plugin: {:?}", traced.waybill_token);
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/express/delivery/open_msg/trace_waybill", title = "传运单接口",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/express/business/express_search.html",
    scope(mini), reply = WaybillToken, call = waybills.trace)]
pub struct TraceWaybill {
    /// The receiver of the parcel.
    pub openid: OpenId,
    /// The tracking number.
    pub waybill_id: WaybillId,
    /// The sender's telephone number.
    pub sender_phone: Option<String>,
    /// The receiver's telephone number; needed for some companies.
    pub receiver_phone: Option<String>,
    /// The express company; the platform detects it from the tracking number if left out.
    pub delivery_id: Option<DeliveryId>,
    /// The goods in the parcel.
    pub goods_info: Option<WaybillGoods>,
    /// The payment, as WeChat Pay numbers it.
    pub trans_id: Option<TransactionId>,
    /// The path of the page that shows the order.
    pub order_detail_path: Option<String>,
}

/// The goods in a parcel.
#[endpoint(part)]
pub struct WaybillGoods {
    /// The items in the parcel.
    pub detail_list: Vec<WaybillGoodsItem>,
}

/// An item in a parcel.
#[endpoint(part)]
pub struct WaybillGoodsItem {
    /// The name of the item.
    pub goods_name: String,
    /// The address of the item's picture.
    pub goods_img_url: String,
    /// The description of the item.
    pub goods_desc: Option<String>,
}

/// The token of a registered waybill.
#[endpoint(part, reply_to(TraceWaybill, FollowWaybill))]
pub struct WaybillToken {
    /// The token, which the plugin on the phone takes.
    pub waybill_token: Option<String>,
}

/// Returns the state of a registered waybill.
///
/// Fails with 9300507 when the token is wrong.
#[endpoint(POST "/cgi-bin/express/delivery/open_msg/query_trace", title = "查询运单接口",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/express/business/express_search.html",
    scope(mini), retry = safe, reply = TracedWaybill, call = waybills.query_trace)]
pub struct QueryTrace {
    /// The receiver of the parcel.
    pub openid: Option<OpenId>,
    /// The token that [`TraceWaybill`] or [`FollowWaybill`] returned.
    pub waybill_token: String,
}

/// The state of a waybill.
#[endpoint(part, reply_to(QueryTrace, QueryFollowTrace))]
pub struct TracedWaybill {
    /// The waybill and its state.
    pub waybill_info: Option<TracedWaybillInfo>,
    /// The goods that were registered with it.
    pub shop_info: Option<TracedShop>,
    /// The express company.
    pub delivery_info: Option<WaybillCompany>,
}

/// A waybill and its state.
#[endpoint(part)]
pub struct TracedWaybillInfo {
    /// The tracking number.
    pub waybill_id: Option<WaybillId>,
    /// The state of the parcel.
    pub status: Option<WaybillStatus>,
}

int_enum! {
    /// The state of a parcel.
    pub enum WaybillStatus {
        /// The waybill does not exist or was not collected.
        Unknown = 0,
        /// The parcel was collected (已揽件).
        PickedUp = 1,
        /// The parcel is in transit (运输中).
        InTransit = 2,
        /// The parcel is out for delivery (派件中).
        Delivering = 3,
        /// The parcel was delivered (已签收).
        Delivered = 4,
        /// Something is wrong with the parcel (异常).
        Abnormal = 5,
        /// The parcel was received by somebody else for the receiver (代签收).
        Collected = 6,
    }
}

/// The goods that were registered with a waybill.
#[endpoint(part)]
pub struct TracedShop {
    /// The goods in the parcel.
    pub goods_info: Option<WaybillGoods>,
}

/// An express company.
#[endpoint(part)]
pub struct WaybillCompany {
    /// The express company.
    pub delivery_id: Option<DeliveryId>,
    /// The name of the express company.
    pub delivery_name: Option<String>,
}

/// Replaces the goods that were registered with a waybill.
///
/// Fails with 9300507 when the token is wrong.
#[endpoint(POST "/cgi-bin/express/delivery/open_msg/update_waybill_goods", title = "更新物品信息接口",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/express/business/express_search.html",
    scope(mini), retry = safe, call = waybills.update_goods)]
pub struct UpdateWaybillGoods {
    /// The receiver of the parcel.
    pub openid: Option<OpenId>,
    /// The token that [`TraceWaybill`] or [`FollowWaybill`] returned.
    pub waybill_token: String,
    /// The goods in the parcel.
    pub goods_info: Option<WaybillGoods>,
}

/// Returns the express companies whose parcels the platform can track.
#[endpoint(POST "/cgi-bin/express/delivery/open_msg/get_delivery_list", title = "获取运力id列表",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/express/business/express_search.html",
    scope(mini), retry = safe, reply = WaybillCompanies, call = waybills.companies)]
pub struct GetWaybillCompanies {}

/// The express companies that can be tracked.
#[endpoint(part, reply_to(GetWaybillCompanies))]
pub struct WaybillCompanies {
    /// The companies that can be tracked.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub delivery_list: Vec<WaybillCompany>,
    /// The number of companies.
    pub count: Option<u32>,
}

/// Registers a waybill, so that the platform sends the receiver messages about it (物流消息).
#[endpoint(POST "/cgi-bin/express/delivery/open_msg/follow_waybill", title = "传运单接口",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/server/API/weixin-express/express-msg/api_follow_waybill.html",
    scope(mini), reply = WaybillToken, call = waybills.follow)]
pub struct FollowWaybill {
    /// The receiver of the parcel.
    pub openid: OpenId,
    /// The receiver's telephone number.
    pub receiver_phone: String,
    /// The tracking number.
    pub waybill_id: WaybillId,
    /// The goods in the parcel.
    pub goods_info: WaybillGoods,
    /// The payment, as WeChat Pay numbers it.
    pub trans_id: Option<TransactionId>,
    /// The sender's telephone number.
    pub sender_phone: Option<String>,
    /// The express company; the platform detects it from the tracking number if left out.
    pub delivery_id: Option<DeliveryId>,
    /// The path of the page that shows the order.
    pub order_detail_path: Option<String>,
}

/// Returns the state of a waybill that [`FollowWaybill`] registered.
///
/// Fails with 9300507 when the token is wrong.
#[endpoint(POST "/cgi-bin/express/delivery/open_msg/query_follow_trace", title = "查运单接口",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/server/API/weixin-express/express-msg/api_query_follow_trace.html",
    scope(mini), retry = safe, reply = TracedWaybill, call = waybills.query_follow)]
pub struct QueryFollowTrace {
    /// The receiver of the parcel.
    pub openid: Option<OpenId>,
    /// The token that [`TraceWaybill`] or [`FollowWaybill`] returned.
    pub waybill_token: String,
}

/// Creates a return (退货), with which the buyer sends goods back.
#[endpoint(POST "/cgi-bin/express/delivery/return/add", title = "创建退货ID",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/express/business/express_sale_return.html",
    scope(mini), reply = AddedReturn, call = waybills.add_return)]
pub struct AddReturn {
    /// The merchant's order number.
    pub shop_order_id: String,
    /// The merchant's address, to which the goods are sent.
    pub biz_addr: ReturnAddress,
    /// The buyer's address, from which the goods are sent.
    pub user_addr: Option<ReturnAddress>,
    /// The user who sends the goods back.
    pub openid: OpenId,
    /// The path of the page that shows the order.
    pub order_path: String,
    /// The goods that are sent back.
    pub goods_list: Vec<ReturnGoods>,
    /// The price of the order in fen.
    pub order_price: u64,
}

/// The address of a sender or receiver.
#[endpoint(part)]
pub struct ReturnAddress {
    /// The name of the person.
    pub name: String,
    /// The mobile phone number.
    pub mobile: String,
    /// The name of the country.
    pub country: String,
    /// The name of the province.
    pub province: String,
    /// The name of the city.
    pub city: String,
    /// The name of the district (区).
    pub area: String,
    /// The street and house number.
    pub address: String,
}

/// An item that is sent back.
#[endpoint(part)]
pub struct ReturnGoods {
    /// The name of the item.
    pub name: String,
    /// The address of the item's picture.
    pub url: String,
}

/// The id of a new return.
#[endpoint(part, reply_to(AddReturn))]
pub struct AddedReturn {
    /// The return, for [`GetReturn`] and [`UnbindReturn`].
    pub return_id: ReturnId,
}

/// Returns the state of a return.
#[endpoint(POST "/cgi-bin/express/delivery/return/get", title = "查询退货ID状态",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/express/business/express_sale_return.html",
    scope(mini), retry = safe, reply = Return, call = waybills.get_return)]
pub struct GetReturn {
    /// The return, as [`AddReturn`] returned it.
    pub return_id: ReturnId,
}

/// The state of a return.
#[endpoint(part, reply_to(GetReturn))]
pub struct Return {
    /// How the buyer sends the goods.
    pub status: Option<ReturnStatus>,
    /// The tracking number.
    pub waybill_id: Option<WaybillId>,
    /// The state of the courier's order, as the express company numbers it.
    pub order_status: Option<i64>,
    /// The express company.
    pub delivery_id: Option<DeliveryId>,
    /// The name of the express company.
    pub delivery_name: Option<String>,
}

int_enum! {
    /// How the buyer sends goods back.
    pub enum ReturnStatus {
        /// The buyer has not chosen a way.
        Undecided = 0,
        /// A courier collects the goods from the buyer by appointment (预约上门取件).
        Pickup = 1,
        /// The buyer has sent them and entered the tracking number (自行寄回).
        SelfSent = 2,
    }
}

/// Cancels a return.
#[endpoint(POST "/cgi-bin/express/delivery/return/unbind", title = "解绑退货ID",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/express/business/express_sale_return.html",
    scope(mini), retry = safe, call = waybills.unbind_return)]
pub struct UnbindReturn {
    /// The return, as [`AddReturn`] returned it.
    pub return_id: ReturnId,
}
