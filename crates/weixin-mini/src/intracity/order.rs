//! Deliveries.

use crate::intracity::IntracityHandle;
use weixin_api::{Timestamp, endpoint};
use weixin_protocol::{AppId, OpenId};

/// Says what a delivery would cost.
#[endpoint(POST "/cgi-bin/express/intracity/preaddorder", title = "查询运费",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/express/business/intracity_service.html#_2-9-%E6%9F%A5%E8%AF%A2%E8%BF%90%E8%B4%B9",
    scope(mini), retry = safe, reply = IntracityEstimate, call = intracity.estimate)]
pub struct PreAddIntracityOrder {
    /// The shop.
    pub wx_store_id: String,
    /// The receiver's name.
    pub user_name: String,
    /// The receiver's telephone number.
    pub user_phone: String,
    /// In degrees, east positive.
    pub user_lng: f64,
    /// In degrees, north positive.
    pub user_lat: f64,
    /// The receiver's address.
    pub user_address: String,
    /// What is brought.
    pub cargo: IntracityCargo,
    /// Whether this is a test.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub use_sandbox: Option<bool>,
}

/// What is brought.
#[endpoint(part)]
pub struct IntracityCargo {
    /// What it is.
    pub cargo_name: String,
    /// Its weight, in grams.
    pub cargo_weight: u64,
    /// Of which kind it is.
    pub cargo_type: i64,
    /// How many.
    pub cargo_num: u32,
    /// What it costs, in fen.
    pub cargo_price: u64,
    /// The single things.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub item_list: Vec<IntracityCargoItem>,
}

/// A single thing.
#[endpoint(part)]
pub struct IntracityCargoItem {
    /// What it is.
    pub item_name: String,
    /// Its picture.
    pub item_pic_url: String,
    /// How many.
    pub count: Option<u32>,
    /// How many, in what [`GetIntracityOrder`] answers.
    pub item_num: Option<u32>,
}

/// What a delivery would cost.
#[endpoint(part, reply_to(PreAddIntracityOrder))]
pub struct IntracityEstimate {
    /// The company.
    pub service_trans_id: Option<String>,
    /// How far it is, in metres.
    pub distance: Option<i64>,
    /// What it would cost, in fen.
    pub est_fee: Option<i64>,
    /// When it would be there.
    pub expected_finished_time: Option<Timestamp>,
    /// How long it would take, in minutes.
    pub promise_delivery_time: Option<i64>,
}

/// Orders a delivery.
#[endpoint(POST "/cgi-bin/express/intracity/addorder", title = "创建配送单",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/express/business/intracity_service.html#_2-10-%E5%88%9B%E5%BB%BA%E9%85%8D%E9%80%81%E5%8D%95",
    scope(mini), reply = AddedIntracityOrder, call = intracity.add_order)]
pub struct AddIntracityOrder {
    /// The shop.
    pub wx_store_id: String,
    /// The delivery, by the merchant's own number.
    pub store_order_id: String,
    /// The receiver.
    pub user_openid: OpenId,
    /// In degrees, east positive.
    pub user_lng: f64,
    /// In degrees, north positive.
    pub user_lat: f64,
    /// The receiver's address.
    pub user_address: String,
    /// The receiver's name.
    pub user_name: String,
    /// The receiver's telephone number.
    pub user_phone: String,
    /// A short number by which the courier finds the parcel.
    pub order_seq: Option<String>,
    /// Whether the receiver has to say a code: 0 no.
    pub verify_code_type: Option<i64>,
    /// The page that shows the order.
    pub order_detail_path: Option<String>,
    /// Where the platform tells how far it is.
    pub callback_url: Option<String>,
    /// Whether this is a test.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub use_sandbox: Option<bool>,
    /// What is brought.
    pub cargo: IntracityCargo,
}

/// A delivery that was ordered.
#[endpoint(part, reply_to(AddIntracityOrder))]
pub struct AddedIntracityOrder {
    /// The shop.
    pub wx_store_id: Option<String>,
    /// The delivery, by the platform's number.
    pub wx_order_id: Option<String>,
    /// The delivery, by the merchant's own number.
    pub store_order_id: Option<String>,
    /// The company.
    pub service_trans_id: Option<String>,
    /// The delivery, by the company's number.
    pub trans_order_id: Option<String>,
    /// The tracking number.
    pub waybill_id: Option<String>,
    /// How far it is, in metres.
    pub distance: Option<i64>,
    /// What it costs, in fen.
    pub fee: Option<i64>,
    /// The code the courier has to say.
    pub fetch_code: Option<String>,
    /// A short number by which the courier finds the parcel.
    pub order_seq: Option<String>,
}

/// Tells about a delivery: by `wx_order_id`, or by shop and `store_order_id`.
#[endpoint(POST "/cgi-bin/express/intracity/queryorder", title = "查询配送单",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/express/business/intracity_service.html#_2-11-%E6%9F%A5%E8%AF%A2%E9%85%8D%E9%80%81%E5%8D%95",
    scope(mini), retry = safe, reply = IntracityOrder, call = intracity.order)]
pub struct GetIntracityOrder {
    /// The delivery, by the platform's number.
    pub wx_order_id: Option<String>,
    /// The delivery, by the merchant's own number.
    pub store_order_id: Option<String>,
    /// The shop.
    pub wx_store_id: Option<String>,
}

/// A delivery.
#[endpoint(part, reply_to(GetIntracityOrder))]
pub struct IntracityOrder {
    /// The platform's number.
    pub wx_order_id: Option<String>,
    /// The merchant's own number.
    pub store_order_id: Option<String>,
    /// The shop.
    pub wx_store_id: Option<String>,
    /// The Mini Program.
    pub appid: Option<AppId>,
    /// How far it is.
    pub order_status: Option<i64>,
    /// The receiver.
    pub user_openid: Option<OpenId>,
    /// The company.
    pub service_trans_id: Option<String>,
    /// The delivery, by the company's number.
    pub delivery_no: Option<String>,
    /// What is brought.
    pub cargo_info: Option<IntracityCargo>,
    /// To whom.
    pub receiver_info: Option<IntracityReceiver>,
    /// From where.
    pub store_info: Option<IntracityShop>,
    /// The courier.
    pub transporter_info: Option<IntracityTransporter>,
    /// How far it is, in metres.
    pub distance: Option<i64>,
    /// What it costs, in fen.
    pub actualfee: Option<i64>,
    /// What was paid for ending it, in fen.
    pub deductfee: Option<i64>,
    /// When it was ordered.
    pub create_time: Option<Timestamp>,
    /// When a courier took it.
    pub accept_time: Option<Timestamp>,
    /// When the courier fetched it.
    pub fetch_time: Option<Timestamp>,
    /// When it was there.
    pub finish_time: Option<Timestamp>,
    /// When it was cancelled.
    pub cancel_time: Option<Timestamp>,
    /// When it should be there.
    pub expected_finish_time: Option<Timestamp>,
    /// The code the courier has to say.
    pub fetch_code: Option<String>,
    /// The code the receiver has to say.
    pub recv_code: Option<String>,
    /// A short number by which the courier finds the parcel.
    pub order_seq: Option<String>,
}

/// To whom something is brought.
#[endpoint(part)]
pub struct IntracityReceiver {
    /// The name.
    pub receiver_name: Option<String>,
    /// The address.
    pub address: Option<String>,
    /// The telephone number.
    pub phone_num: Option<String>,
    /// In degrees, east positive.
    pub lng: Option<f64>,
    /// In degrees, north positive.
    pub lat: Option<f64>,
}

/// From where something is brought.
#[endpoint(part)]
pub struct IntracityShop {
    /// The shop.
    pub wx_store_id: Option<String>,
    /// What it is called.
    pub store_name: Option<String>,
    /// The address.
    pub address: Option<String>,
    /// The telephone number.
    pub phone_num: Option<String>,
    /// In degrees, east positive.
    pub lng: Option<f64>,
    /// In degrees, north positive.
    pub lat: Option<f64>,
}

/// A courier.
#[endpoint(part)]
pub struct IntracityTransporter {
    /// The name.
    pub transporter_name: Option<String>,
    /// The telephone number.
    pub transporter_phone: Option<String>,
}

/// Cancels a delivery: by `wx_order_id`, or by shop and `store_order_id`.
#[endpoint(POST "/cgi-bin/express/intracity/cancelorder", title = "取消配送单",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/express/business/intracity_service.html#_2-12-%E5%8F%96%E6%B6%88%E9%85%8D%E9%80%81%E5%8D%95",
    scope(mini), retry = safe, reply = CancelledIntracityOrder, call = intracity.cancel_order)]
pub struct CancelIntracityOrder {
    /// The delivery, by the platform's number.
    pub wx_order_id: Option<String>,
    /// The delivery, by the merchant's own number.
    pub store_order_id: Option<String>,
    /// The shop.
    pub wx_store_id: Option<String>,
    /// Why.
    pub cancel_reason_id: i64,
    /// Why, in words.
    pub cancel_reason: Option<String>,
}

/// A delivery that was cancelled.
#[endpoint(part, reply_to(CancelIntracityOrder))]
pub struct CancelledIntracityOrder {
    /// The platform's number.
    pub wx_order_id: Option<String>,
    /// The merchant's own number.
    pub store_order_id: Option<String>,
    /// The shop.
    pub wx_store_id: Option<String>,
    /// The Mini Program.
    pub appid: Option<AppId>,
    /// How far it was.
    pub order_status: Option<i64>,
    /// What is paid for that, in fen.
    pub deductfee: Option<i64>,
}
