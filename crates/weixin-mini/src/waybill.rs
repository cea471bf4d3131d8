//! Where a parcel is, for the user (物流查询, 物流消息), and parcels that are sent back (退货).
//! `/cgi-bin/express/delivery/*`

use weixin_api::{Call, Caller, On, codes, endpoint, endpoints};
use weixin_protocol::OpenId;

endpoints![
    TraceWaybill,
    QueryTrace,
    UpdateWaybillGoods,
    GetWaybillCompanies,
    FollowWaybill,
    QueryFollowTrace,
    AddReturn,
    GetReturn,
    UnbindReturn
];

/// Makes the way of a parcel known, for the plugin that shows it.
/// `POST /cgi-bin/express/delivery/open_msg/trace_waybill`
#[endpoint(POST "/cgi-bin/express/delivery/open_msg/trace_waybill", title = "传运单接口",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/express/business/express_search.html",
    scope(mini), reply = WaybillToken)]
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
#[endpoint(part)]
pub struct WaybillToken {
    /// The token, for the plugin on the phone.
    pub waybill_token: Option<String>,
}

/// Says where a parcel is. `POST /cgi-bin/express/delivery/open_msg/query_trace`
#[endpoint(POST "/cgi-bin/express/delivery/open_msg/query_trace", title = "查询运单接口",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/express/business/express_search.html",
    scope(mini), retry = safe, reply = TracedWaybill)]
pub struct QueryTrace {
    /// The receiver.
    pub openid: Option<OpenId>,
    /// What the platform knows it by.
    pub waybill_token: String,
}

/// Where a parcel is.
#[endpoint(part)]
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

codes! {
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
/// `POST /cgi-bin/express/delivery/open_msg/update_waybill_goods`
#[endpoint(POST "/cgi-bin/express/delivery/open_msg/update_waybill_goods", title = "更新物品信息接口",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/express/business/express_search.html",
    scope(mini), retry = safe)]
pub struct UpdateWaybillGoods {
    /// The receiver.
    pub openid: Option<OpenId>,
    /// What the platform knows it by.
    pub waybill_token: String,
    /// The goods.
    pub goods_info: Option<WaybillGoods>,
}

/// Gives the companies whose parcels the platform knows.
/// `POST /cgi-bin/express/delivery/open_msg/get_delivery_list`
#[endpoint(POST "/cgi-bin/express/delivery/open_msg/get_delivery_list", title = "获取运力id列表",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/express/business/express_search.html",
    scope(mini), retry = safe, reply = WaybillCompanies)]
pub struct GetWaybillCompanies {}

/// The companies.
#[endpoint(part)]
pub struct WaybillCompanies {
    /// The companies.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub delivery_list: Vec<WaybillCompany>,
    /// How many there are.
    pub count: Option<u32>,
}

/// Has the platform tell the receiver where a parcel is.
/// `POST /cgi-bin/express/delivery/open_msg/follow_waybill`
#[endpoint(POST "/cgi-bin/express/delivery/open_msg/follow_waybill", title = "传运单接口",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/server/API/weixin-express/express-msg/api_follow_waybill.html",
    scope(mini), reply = WaybillToken)]
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
/// `POST /cgi-bin/express/delivery/open_msg/query_follow_trace`
#[endpoint(POST "/cgi-bin/express/delivery/open_msg/query_follow_trace", title = "查运单接口",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/server/API/weixin-express/express-msg/api_query_follow_trace.html",
    scope(mini), retry = safe, reply = TracedWaybill)]
pub struct QueryFollowTrace {
    /// The receiver.
    pub openid: Option<OpenId>,
    /// What the platform knows it by.
    pub waybill_token: String,
}

/// Lets the buyer send something back. `POST /cgi-bin/express/delivery/return/add`
#[endpoint(POST "/cgi-bin/express/delivery/return/add", title = "创建退货ID",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/express/business/express_sale_return.html",
    scope(mini), reply = AddedReturn)]
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
#[endpoint(part)]
pub struct AddedReturn {
    /// The return.
    pub return_id: String,
}

/// Says how far a return is. `POST /cgi-bin/express/delivery/return/get`
#[endpoint(POST "/cgi-bin/express/delivery/return/get", title = "查询退货ID状态",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/express/business/express_sale_return.html",
    scope(mini), retry = safe, reply = Return)]
pub struct GetReturn {
    /// The return.
    pub return_id: String,
}

/// How far a return is.
#[endpoint(part)]
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

/// Ends a return. `POST /cgi-bin/express/delivery/return/unbind`
#[endpoint(POST "/cgi-bin/express/delivery/return/unbind", title = "解绑退货ID",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/express/business/express_sale_return.html",
    scope(mini), retry = safe)]
pub struct UnbindReturn {
    /// The return.
    pub return_id: String,
}

/// The group as a client has it: `wx.waybills()`.
#[derive(Debug)]
pub struct Waybills<'c, C: ?Sized>(&'c C);

/// Gives a client `waybills()`.
pub trait WaybillsApi: Caller {
    /// Where a parcel is, for the user (物流查询, 物流消息).
    fn waybills(&self) -> Waybills<'_, Self> {
        Waybills(self)
    }
}

impl<C: Caller + ?Sized> WaybillsApi for C where TraceWaybill: On<C::Kind> {}

impl<'c, C: Caller + ?Sized> Waybills<'c, C> {
    /// Makes the way of a parcel known, for the plugin that shows it; see [`TraceWaybill`].
    pub fn trace(
        &self,
        openid: impl Into<OpenId>,
        waybill_id: impl Into<String>,
    ) -> Call<'c, C, TraceWaybill> {
        Call::new(self.0, TraceWaybill::new(openid, waybill_id))
    }

    /// Says where a parcel is; see [`QueryTrace`].
    pub fn query_trace(&self, waybill_token: impl Into<String>) -> Call<'c, C, QueryTrace> {
        Call::new(self.0, QueryTrace::new(waybill_token))
    }

    /// Changes what is said to be in a parcel; see [`UpdateWaybillGoods`].
    pub fn update_goods(
        &self,
        waybill_token: impl Into<String>,
    ) -> Call<'c, C, UpdateWaybillGoods> {
        Call::new(self.0, UpdateWaybillGoods::new(waybill_token))
    }

    /// Gives the companies whose parcels the platform knows; see [`GetWaybillCompanies`].
    pub fn companies(&self) -> Call<'c, C, GetWaybillCompanies> {
        Call::new(self.0, GetWaybillCompanies::new())
    }

    /// Has the platform tell the receiver where a parcel is; see [`FollowWaybill`].
    pub fn follow(
        &self,
        openid: impl Into<OpenId>,
        receiver_phone: impl Into<String>,
        waybill_id: impl Into<String>,
        goods_info: impl Into<WaybillGoods>,
    ) -> Call<'c, C, FollowWaybill> {
        Call::new(self.0, FollowWaybill::new(openid, receiver_phone, waybill_id, goods_info))
    }

    /// Says where a parcel is that the platform tells about; see [`QueryFollowTrace`].
    pub fn query_follow(&self, waybill_token: impl Into<String>) -> Call<'c, C, QueryFollowTrace> {
        Call::new(self.0, QueryFollowTrace::new(waybill_token))
    }

    /// Lets the buyer send something back; see [`AddReturn`].
    pub fn add_return(
        &self,
        shop_order_id: impl Into<String>,
        biz_addr: impl Into<ReturnAddress>,
        openid: impl Into<OpenId>,
        order_path: impl Into<String>,
        goods_list: impl Into<Vec<ReturnGoods>>,
        order_price: u64,
    ) -> Call<'c, C, AddReturn> {
        Call::new(
            self.0,
            AddReturn::new(shop_order_id, biz_addr, openid, order_path, goods_list, order_price),
        )
    }

    /// Says how far a return is; see [`GetReturn`].
    pub fn get_return(&self, return_id: impl Into<String>) -> Call<'c, C, GetReturn> {
        Call::new(self.0, GetReturn::new(return_id))
    }

    /// Ends a return; see [`UnbindReturn`].
    pub fn unbind_return(&self, return_id: impl Into<String>) -> Call<'c, C, UnbindReturn> {
        Call::new(self.0, UnbindReturn::new(return_id))
    }
}
