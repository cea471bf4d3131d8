//! Deliveries within a city.

use crate::intracity::IntracityHandle;
use weixin_api::{Timestamp, endpoint, int_enum};
use weixin_protocol::{AppId, OpenId};

use crate::ids::{DeliveryId, WaybillId};

use super::{IntracityOrderId, StoreOrderId, WxStoreId};

weixin_api::string_id! {
    /// A delivery, as the delivery company numbers it (运力订单号).
    TransportOrderId
}

/// Returns the price of a delivery without ordering it.
#[endpoint(POST "/cgi-bin/express/intracity/preaddorder", title = "查询运费",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/express/business/intracity_service.html#_2-9-%E6%9F%A5%E8%AF%A2%E8%BF%90%E8%B4%B9",
    scope(mini), secured, retry = safe, reply = IntracityEstimate, call = intracity.estimate)]
pub struct PreAddIntracityOrder {
    /// The store, as the platform numbers it.
    pub wx_store_id: WxStoreId,
    /// The receiver's name.
    pub user_name: String,
    /// The receiver's telephone number.
    pub user_phone: String,
    /// The receiver's longitude in degrees.
    pub user_lng: f64,
    /// The receiver's latitude in degrees.
    pub user_lat: f64,
    /// The receiver's address.
    pub user_address: String,
    /// The goods that are delivered.
    pub cargo: IntracityCargo,
    /// Whether this is a test in the sandbox.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub use_sandbox: Option<bool>,
}

/// The goods that are delivered.
#[endpoint(part)]
pub struct IntracityCargo {
    /// The name of the goods.
    pub cargo_name: String,
    /// The weight in grams.
    pub cargo_weight: u64,
    /// The kind of the goods.
    pub cargo_type: IntracityCargoKind,
    /// The number of pieces.
    pub cargo_num: u32,
    /// The price of the goods in fen.
    pub cargo_price: u64,
    /// The single items.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub item_list: Vec<IntracityCargoItem>,
}

int_enum! {
    /// The kind of goods that are delivered (物品类型).
    pub enum IntracityCargoKind {
        /// Fast food (快餐).
        FastFood = 1,
        /// Medicine (药品).
        Medicine = 2,
        /// General goods (百货).
        GeneralGoods = 3,
        /// Fresh food (生鲜).
        FreshFood = 6,
        /// Alcohol (酒品).
        Alcohol = 8,
        /// Documents (文件).
        Documents = 12,
        /// Cakes (蛋糕).
        Cake = 13,
        /// Flowers (鲜花).
        Flowers = 14,
        /// Electronics (数码).
        Electronics = 15,
        /// Clothes (服装).
        Clothes = 16,
        /// Car parts (汽配).
        CarParts = 17,
        /// Jewelry (珠宝).
        Jewelry = 18,
        /// Drinks (饮料).
        Drinks = 32,
        /// Certificates (证照).
        Certificates = 36,
        /// Pet supplies (宠物用品).
        PetSupplies = 55,
        /// Baby supplies (母婴用品).
        BabySupplies = 56,
        /// Cosmetics (美妆用品).
        Cosmetics = 57,
        /// Building material and furniture (家居建材).
        HomeImprovement = 58,
        /// Other goods (其他).
        Others = 99,
    }
}

/// An item that is delivered.
#[endpoint(part)]
pub struct IntracityCargoItem {
    /// The name of the item.
    pub item_name: String,
    /// The address of the item's picture.
    pub item_pic_url: String,
    /// The number of pieces.
    pub count: Option<u32>,
    /// The number of pieces, under the name that [`GetIntracityOrder`] returns.
    pub item_num: Option<u32>,
}

/// The price of a delivery.
#[endpoint(part, reply_to(PreAddIntracityOrder))]
pub struct IntracityEstimate {
    /// The delivery company: `DADA` or `SFTC`.
    pub service_trans_id: Option<DeliveryId>,
    /// The distance in meters.
    pub distance: Option<i64>,
    /// The estimated price in fen.
    pub est_fee: Option<i64>,
    /// When the delivery would arrive.
    pub expected_finished_time: Option<Timestamp>,
    /// How long the delivery would take, in minutes.
    pub promise_delivery_time: Option<i64>,
}

/// Orders a delivery.
///
/// Fails with 934002 when an order with this number exists and is being processed, with 934003 when
/// the company's id is wrong, and with 934026 when the company has no valid price for it.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Mini};
/// # use weixin_mini::intracity::*;
/// # async fn example(wx: impl Caller<Kind = Mini>) -> Result<(), Error> {
/// let cargo = IntracityCargo::new("奶茶", 500, IntracityCargoKind::Drinks, 1, 1800);
/// let order = AddIntracityOrder::new(
///     "4000000000000091451", "20260301-1", "oUpF8uMuAJO_M2pxb1Q9zNjWeS6o", 113.3245, 23.0989,
///     "广州市海珠区新港中路397号", "张三", "13800138000", cargo,
/// );
/// let added = wx.intracity().add_order(order).await?;
/// println!("delivery {:?} costs {:?} fen", added.wx_order_id, added.fee);
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/express/intracity/addorder", title = "创建配送单",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/express/business/intracity_service.html#_2-10-%E5%88%9B%E5%BB%BA%E9%85%8D%E9%80%81%E5%8D%95",
    scope(mini), secured, reply = AddedIntracityOrder, call = intracity.add_order)]
pub struct AddIntracityOrder {
    /// The store, as the platform numbers it.
    pub wx_store_id: WxStoreId,
    /// The delivery, as the store numbers it.
    pub store_order_id: StoreOrderId,
    /// The user who receives the goods.
    pub user_openid: OpenId,
    /// The receiver's longitude in degrees.
    pub user_lng: f64,
    /// The receiver's latitude in degrees.
    pub user_lat: f64,
    /// The receiver's address.
    pub user_address: String,
    /// The receiver's name.
    pub user_name: String,
    /// The receiver's telephone number.
    pub user_phone: String,
    /// A short number by which the courier finds the parcel (门店订单流水号).
    pub order_seq: Option<String>,
    /// Whether the receiver must say a code: 0 no.
    pub verify_code_type: Option<i64>,
    /// The path of the page that shows the order.
    pub order_detail_path: Option<String>,
    /// The address to which the platform posts changes of the delivery.
    pub callback_url: Option<String>,
    /// Whether this is a test in the sandbox.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub use_sandbox: Option<bool>,
    /// The goods that are delivered.
    pub cargo: IntracityCargo,
}

/// A delivery that was ordered.
#[endpoint(part, reply_to(AddIntracityOrder))]
pub struct AddedIntracityOrder {
    /// The store, as the platform numbers it.
    pub wx_store_id: Option<WxStoreId>,
    /// The delivery, as the platform numbers it.
    pub wx_order_id: Option<IntracityOrderId>,
    /// The delivery, as the store numbers it; needs `wx_store_id`.
    pub store_order_id: Option<StoreOrderId>,
    /// The delivery company: `DADA` or `SFTC`.
    pub service_trans_id: Option<DeliveryId>,
    /// The delivery, as the company numbers it.
    pub trans_order_id: Option<TransportOrderId>,
    /// The tracking number.
    pub waybill_id: Option<WaybillId>,
    /// The distance in meters.
    pub distance: Option<i64>,
    /// The price in fen.
    pub fee: Option<i64>,
    /// The code that the courier must say to the store (取货码).
    pub fetch_code: Option<String>,
    /// A short number by which the courier finds the parcel (门店订单流水号).
    pub order_seq: Option<String>,
}

/// Returns a delivery, named by `wx_order_id`, or by `wx_store_id` and `store_order_id`.
#[endpoint(POST "/cgi-bin/express/intracity/queryorder", title = "查询配送单",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/express/business/intracity_service.html#_2-11-%E6%9F%A5%E8%AF%A2%E9%85%8D%E9%80%81%E5%8D%95",
    scope(mini), secured, retry = safe, reply = IntracityOrder, call = intracity.order)]
pub struct GetIntracityOrder {
    /// The delivery, as the platform numbers it.
    pub wx_order_id: Option<IntracityOrderId>,
    /// The delivery, as the store numbers it; needs `wx_store_id`.
    pub store_order_id: Option<StoreOrderId>,
    /// The store, as the platform numbers it.
    pub wx_store_id: Option<WxStoreId>,
}

/// A delivery.
#[endpoint(part, reply_to(GetIntracityOrder))]
pub struct IntracityOrder {
    /// The delivery, as the platform numbers it.
    pub wx_order_id: Option<IntracityOrderId>,
    /// The delivery, as the store numbers it; needs `wx_store_id`.
    pub store_order_id: Option<StoreOrderId>,
    /// The store, as the platform numbers it.
    pub wx_store_id: Option<WxStoreId>,
    /// The Mini Program that the store belongs to.
    pub appid: Option<AppId>,
    /// The state of the delivery.
    pub order_status: Option<IntracityOrderStatus>,
    /// The user who receives the goods.
    pub user_openid: Option<OpenId>,
    /// The delivery company: `DADA` or `SFTC`.
    pub service_trans_id: Option<DeliveryId>,
    /// The delivery, as the company numbers it.
    pub delivery_no: Option<TransportOrderId>,
    /// The goods that are delivered.
    pub cargo_info: Option<IntracityCargo>,
    /// The user who receives the goods.
    pub receiver_info: Option<IntracityReceiver>,
    /// The store, as the platform numbers it.
    pub store_info: Option<IntracityShop>,
    /// The courier; missing until one has accepted.
    pub transporter_info: Option<IntracityTransporter>,
    /// The distance in meters.
    pub distance: Option<i64>,
    /// The price that was paid, in fen.
    pub actualfee: Option<i64>,
    /// The cancellation fee (违约金) in fen.
    pub deductfee: Option<i64>,
    /// When the delivery was ordered.
    pub create_time: Option<Timestamp>,
    /// When a courier accepted it.
    pub accept_time: Option<Timestamp>,
    /// When the courier collected the goods.
    pub fetch_time: Option<Timestamp>,
    /// When the delivery arrived.
    pub finish_time: Option<Timestamp>,
    /// When the delivery was cancelled.
    pub cancel_time: Option<Timestamp>,
    /// When the delivery should arrive.
    pub expected_finish_time: Option<Timestamp>,
    /// The code that the courier must say to the store (取货码).
    pub fetch_code: Option<String>,
    /// The code that the receiver must say to the courier (收货码).
    pub recv_code: Option<String>,
    /// A short number by which the courier finds the parcel (门店订单流水号).
    pub order_seq: Option<String>,
}

int_enum! {
    /// The state of a delivery within a city.
    pub enum IntracityOrderStatus {
        /// It was ordered (订单创建成功).
        Created = 10000,
        /// The merchant has cancelled it (商家取消订单).
        CancelledByMerchant = 20000,
        /// The company has cancelled it (配送方取消订单).
        CancelledByCompany = 20001,
        /// A courier has accepted it (配送员接单).
        Accepted = 30000,
        /// The courier has arrived at the store (配送员到店).
        Arrived = 40000,
        /// The courier is on the way to the receiver (配送中).
        Delivering = 50000,
        /// The courier has given it up (配送员撤单).
        CourierWithdrew = 60000,
        /// It was delivered (配送完成).
        Completed = 70000,
        /// Something is wrong (配送异常).
        Abnormal = 90000,
    }
}

/// The receiver of a delivery.
#[endpoint(part)]
pub struct IntracityReceiver {
    /// The receiver's name.
    pub receiver_name: Option<String>,
    /// The receiver's address.
    pub address: Option<String>,
    /// The receiver's telephone number.
    pub phone_num: Option<String>,
    /// The longitude in degrees.
    pub lng: Option<f64>,
    /// The latitude in degrees.
    pub lat: Option<f64>,
}

/// The store from which a delivery comes.
#[endpoint(part)]
pub struct IntracityShop {
    /// The store, as the platform numbers it.
    pub wx_store_id: Option<WxStoreId>,
    /// The name of the store that users see.
    pub store_name: Option<String>,
    /// The store's address.
    pub address: Option<String>,
    /// The store's telephone number.
    pub phone_num: Option<String>,
    /// The longitude in degrees.
    pub lng: Option<f64>,
    /// The latitude in degrees.
    pub lat: Option<f64>,
}

/// The courier of a delivery.
#[endpoint(part)]
pub struct IntracityTransporter {
    /// The courier's name.
    pub transporter_name: Option<String>,
    /// The courier's telephone number.
    pub transporter_phone: Option<String>,
}

/// Cancels a delivery, named by `wx_order_id`, or by `wx_store_id` and `store_order_id`.
#[endpoint(POST "/cgi-bin/express/intracity/cancelorder", title = "取消配送单",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/express/business/intracity_service.html#_2-12-%E5%8F%96%E6%B6%88%E9%85%8D%E9%80%81%E5%8D%95",
    scope(mini), secured,
    retry = safe, reply = CancelledIntracityOrder, call = intracity.cancel_order)]
pub struct CancelIntracityOrder {
    /// The delivery, as the platform numbers it.
    pub wx_order_id: Option<IntracityOrderId>,
    /// The delivery, as the store numbers it; needs `wx_store_id`.
    pub store_order_id: Option<StoreOrderId>,
    /// The store, as the platform numbers it.
    pub wx_store_id: Option<WxStoreId>,
    /// The number of the reason.
    pub cancel_reason_id: i64,
    /// The reason in words.
    pub cancel_reason: Option<String>,
}

/// A delivery that was cancelled.
#[endpoint(part, reply_to(CancelIntracityOrder))]
pub struct CancelledIntracityOrder {
    /// The delivery, as the platform numbers it.
    pub wx_order_id: Option<IntracityOrderId>,
    /// The delivery, as the store numbers it; needs `wx_store_id`.
    pub store_order_id: Option<StoreOrderId>,
    /// The store, as the platform numbers it.
    pub wx_store_id: Option<WxStoreId>,
    /// The Mini Program that the store belongs to.
    pub appid: Option<AppId>,
    /// The state of the delivery.
    pub order_status: Option<IntracityOrderStatus>,
    /// The cancellation fee (违约金) in fen.
    pub deductfee: Option<i64>,
}
