//! Where a parcel is, for the user (物流查询, 物流消息), and parcels that are sent back (退货).
//! `/cgi-bin/express/delivery/*`

use weixin_api::{endpoint, group, int_enum};
use weixin_protocol::OpenId;

group! {
    /// Where a parcel is, for the user (物流查询, 物流消息).
    waybills: [TraceWaybill, QueryTrace, UpdateWaybillGoods, GetWaybillCompanies, FollowWaybill, QueryFollowTrace, AddReturn, GetReturn, UnbindReturn]
}

/// Makes the way of a parcel known, for the plugin that shows it.
#[endpoint(POST "/cgi-bin/express/delivery/open_msg/trace_waybill", title = "传运单接口",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/express/business/express_search.html",
    scope(mini), reply = WaybillToken, call = waybills.trace)]
pub struct TraceWaybill {
    /// The receiver.
    pub openid: OpenId,
    /// The tracking number.
    pub waybill_id: String,
    /// The sender's telephone number.
    pub sender_phone: Option<String>,
    /// The receiver's telephone number; needed for some companies.
    pub receiver_phone: Option<String>,
    /// The company; the platform finds it if left out.
    pub delivery_id: Option<String>,
    /// What is in it.
    pub goods_info: Option<WaybillGoods>,
    /// The payment, by WeChat Pay's number.
    pub trans_id: Option<String>,
    /// The page that shows the order.
    pub order_detail_path: Option<String>,
}

/// What is in a parcel.
#[endpoint(part)]
pub struct WaybillGoods {
    /// The goods.
    pub detail_list: Vec<WaybillGoodsItem>,
}

/// Something in a parcel.
#[endpoint(part)]
pub struct WaybillGoodsItem {
    /// What it is.
    pub goods_name: String,
    /// Its picture.
    pub goods_img_url: String,
    /// A few words about it.
    pub goods_desc: Option<String>,
}

/// What the platform knows a parcel by.
#[endpoint(part, reply_to(TraceWaybill, FollowWaybill))]
pub struct WaybillToken {
    /// The token, for the plugin on the phone.
    pub waybill_token: Option<String>,
}

/// Says where a parcel is.
#[endpoint(POST "/cgi-bin/express/delivery/open_msg/query_trace", title = "查询运单接口",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/express/business/express_search.html",
    scope(mini), retry = safe, reply = TracedWaybill, call = waybills.query_trace)]
pub struct QueryTrace {
    /// The receiver.
    pub openid: Option<OpenId>,
    /// What the platform knows it by.
    pub waybill_token: String,
}

/// Where a parcel is.
#[endpoint(part, reply_to(QueryTrace, QueryFollowTrace))]
pub struct TracedWaybill {
    /// The parcel.
    pub waybill_info: Option<TracedWaybillInfo>,
    /// Whose it is.
    pub shop_info: Option<TracedShop>,
    /// The company.
    pub delivery_info: Option<WaybillCompany>,
}

/// A parcel.
#[endpoint(part)]
pub struct TracedWaybillInfo {
    /// The tracking number.
    pub waybill_id: Option<String>,
    /// How far it is.
    pub status: Option<WaybillStatus>,
}

int_enum! {
    /// How far a parcel is.
    pub enum WaybillStatus {
        /// It does not exist, or was not fetched.
        Unknown = 0,
        /// It was fetched.
        PickedUp = 1,
        /// It moves.
        InTransit = 2,
        /// It is being brought.
        Delivering = 3,
        /// It is there.
        Delivered = 4,
        /// Something is wrong with it.
        Abnormal = 5,
        /// Somebody else has it for the receiver.
        Collected = 6,
    }
}

/// What a parcel has in it.
#[endpoint(part)]
pub struct TracedShop {
    /// The goods.
    pub goods_info: Option<WaybillGoods>,
}

/// A company.
#[endpoint(part)]
pub struct WaybillCompany {
    /// The company.
    pub delivery_id: Option<String>,
    /// Its name.
    pub delivery_name: Option<String>,
}

/// Changes what is said to be in a parcel.
#[endpoint(POST "/cgi-bin/express/delivery/open_msg/update_waybill_goods", title = "更新物品信息接口",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/express/business/express_search.html",
    scope(mini), retry = safe, call = waybills.update_goods)]
pub struct UpdateWaybillGoods {
    /// The receiver.
    pub openid: Option<OpenId>,
    /// What the platform knows it by.
    pub waybill_token: String,
    /// The goods.
    pub goods_info: Option<WaybillGoods>,
}

/// Gives the companies whose parcels the platform knows.
#[endpoint(POST "/cgi-bin/express/delivery/open_msg/get_delivery_list", title = "获取运力id列表",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/express/business/express_search.html",
    scope(mini), retry = safe, reply = WaybillCompanies, call = waybills.companies)]
pub struct GetWaybillCompanies {}

/// The companies.
#[endpoint(part, reply_to(GetWaybillCompanies))]
pub struct WaybillCompanies {
    /// The companies.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub delivery_list: Vec<WaybillCompany>,
    /// How many there are.
    pub count: Option<u32>,
}

/// Has the platform tell the receiver where a parcel is.
#[endpoint(POST "/cgi-bin/express/delivery/open_msg/follow_waybill", title = "传运单接口",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/server/API/weixin-express/express-msg/api_follow_waybill.html",
    scope(mini), reply = WaybillToken, call = waybills.follow)]
pub struct FollowWaybill {
    /// The receiver.
    pub openid: OpenId,
    /// The receiver's telephone number.
    pub receiver_phone: String,
    /// The tracking number.
    pub waybill_id: String,
    /// What is in it.
    pub goods_info: WaybillGoods,
    /// The payment, by WeChat Pay's number.
    pub trans_id: Option<String>,
    /// The sender's telephone number.
    pub sender_phone: Option<String>,
    /// The company; the platform finds it if left out.
    pub delivery_id: Option<String>,
    /// The page that shows the order.
    pub order_detail_path: Option<String>,
}

/// Says where a parcel is that the platform tells about.
#[endpoint(POST "/cgi-bin/express/delivery/open_msg/query_follow_trace", title = "查运单接口",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/server/API/weixin-express/express-msg/api_query_follow_trace.html",
    scope(mini), retry = safe, reply = TracedWaybill, call = waybills.query_follow)]
pub struct QueryFollowTrace {
    /// The receiver.
    pub openid: Option<OpenId>,
    /// What the platform knows it by.
    pub waybill_token: String,
}

/// Lets the buyer send something back.
#[endpoint(POST "/cgi-bin/express/delivery/return/add", title = "创建退货ID",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/express/business/express_sale_return.html",
    scope(mini), reply = AddedReturn, call = waybills.add_return)]
pub struct AddReturn {
    /// The order, by the merchant's own number.
    pub shop_order_id: String,
    /// Where it goes.
    pub biz_addr: ReturnAddress,
    /// From where it comes.
    pub user_addr: Option<ReturnAddress>,
    /// The buyer.
    pub openid: OpenId,
    /// The page that shows the order.
    pub order_path: String,
    /// What is sent back.
    pub goods_list: Vec<ReturnGoods>,
    /// What it has cost, in fen.
    pub order_price: u64,
}

/// Where something is sent from or to.
#[endpoint(part)]
pub struct ReturnAddress {
    /// The name.
    pub name: String,
    /// The mobile phone.
    pub mobile: String,
    /// The country.
    pub country: String,
    /// The province.
    pub province: String,
    /// The city.
    pub city: String,
    /// The district.
    pub area: String,
    /// The rest.
    pub address: String,
}

/// Something that is sent back.
#[endpoint(part)]
pub struct ReturnGoods {
    /// What it is.
    pub name: String,
    /// Its picture.
    pub url: String,
}

/// What the platform knows a return by.
#[endpoint(part, reply_to(AddReturn))]
pub struct AddedReturn {
    /// The return.
    pub return_id: String,
}

/// Says how far a return is.
#[endpoint(POST "/cgi-bin/express/delivery/return/get", title = "查询退货ID状态",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/express/business/express_sale_return.html",
    scope(mini), retry = safe, reply = Return, call = waybills.get_return)]
pub struct GetReturn {
    /// The return.
    pub return_id: String,
}

/// How far a return is.
#[endpoint(part, reply_to(GetReturn))]
pub struct Return {
    /// 0 the buyer has not said how, 1 somebody will fetch it, 2 the buyer brings it.
    pub status: Option<i64>,
    /// The tracking number.
    pub waybill_id: Option<String>,
    /// What has happened to the parcel.
    pub order_status: Option<i64>,
    /// The company.
    pub delivery_id: Option<String>,
    /// Its name.
    pub delivery_name: Option<String>,
}

/// Ends a return.
#[endpoint(POST "/cgi-bin/express/delivery/return/unbind", title = "解绑退货ID",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/express/business/express_sale_return.html",
    scope(mini), retry = safe, call = waybills.unbind_return)]
pub struct UnbindReturn {
    /// The return.
    pub return_id: String,
}
