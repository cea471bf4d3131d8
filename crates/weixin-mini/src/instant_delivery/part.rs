//! What an order is made of.

use weixin_api::{Timestamp, endpoint};
use weixin_protocol::AppId;

/// Who sends or receives something.
#[endpoint(part)]
pub struct InstantAddress {
    /// The name.
    pub name: String,
    /// The city, such as `北京市`.
    pub city: String,
    /// Street and house.
    pub address: String,
    /// The rest.
    pub address_detail: String,
    /// The telephone number.
    pub phone: String,
    /// In degrees, east positive.
    pub lng: f64,
    /// In degrees, north positive.
    pub lat: f64,
    /// Of which system the degrees are: 0 that of Tencent's map, 1 that of Baidu's.
    pub coordinate_type: Option<u32>,
}

/// What is brought.
#[endpoint(part)]
pub struct InstantCargo {
    /// What it costs, in yuan.
    pub goods_value: f64,
    /// Its height, in centimetres.
    pub goods_height: Option<f64>,
    /// Its length, in centimetres.
    pub goods_length: Option<f64>,
    /// Its width, in centimetres.
    pub goods_width: Option<f64>,
    /// Its weight, in kilograms.
    pub goods_weight: Option<f64>,
    /// The single things.
    pub goods_detail: Option<InstantGoodsDetail>,
    /// What the courier has to know when fetching it.
    pub goods_pickup_info: Option<String>,
    /// What the courier has to know when handing it over.
    pub goods_delivery_info: Option<String>,
    /// Of which kind it is.
    pub cargo_first_class: String,
    /// The same more closely.
    pub cargo_second_class: String,
}

/// The single things.
#[endpoint(part)]
pub struct InstantGoodsDetail {
    /// The things.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub goods: Vec<InstantGoods>,
}

/// A single thing.
#[endpoint(part)]
pub struct InstantGoods {
    /// How many.
    pub good_count: u32,
    /// What it is.
    pub good_name: String,
    /// What one costs, in yuan.
    pub good_price: Option<f64>,
    /// By what it is counted.
    pub good_unit: Option<String>,
}

/// How something is brought.
#[endpoint(part)]
pub struct InstantOrderInfo {
    /// The company's service.
    pub delivery_service_code: Option<String>,
    /// When: 0 at once, 1 at a time.
    pub order_type: Option<u32>,
    /// When it shall be there, or when the courier shall leave; 0 if it does not matter.
    pub expected_delivery_time: Option<Timestamp>,
    /// When it shall be there.
    pub expected_finish_time: Option<Timestamp>,
    /// When it shall be fetched.
    pub expected_pick_time: Option<Timestamp>,
    /// A short number by which the courier finds the parcel.
    pub poi_seq: Option<String>,
    /// A note, up to 200 characters.
    pub note: Option<String>,
    /// When it was ordered.
    pub order_time: Option<Timestamp>,
    /// Whether it is insured.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_insured: Option<bool>,
    /// For how much, in yuan.
    pub declared_value: Option<f64>,
    /// What the courier gets beside the fee, in yuan.
    pub tips: Option<f64>,
    /// Whether it is brought without detours.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_direct_delivery: Option<bool>,
    /// What the receiver pays, in yuan.
    pub cash_on_delivery: Option<f64>,
    /// What the sender is paid, in yuan.
    pub cash_on_pickup: Option<f64>,
    /// How the courier fetches it: 1 from the shop, 2 buys it there.
    pub rider_pick_method: Option<u32>,
    /// Whether the receiver has to say a code.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_finish_code_needed: Option<bool>,
    /// Whether the courier has to say a code.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_pickup_code_needed: Option<bool>,
}

/// What the message to the receiver shows.
#[endpoint(part)]
pub struct InstantShop {
    /// The page it opens.
    pub wxa_path: String,
    /// Its picture.
    pub img_url: String,
    /// What was bought.
    pub goods_name: String,
    /// How many.
    pub goods_count: u32,
    /// The Mini Program it opens, if it was ordered elsewhere.
    pub wxa_appid: Option<AppId>,
}

/// A delivery, ordered or possible.
#[endpoint(
    part,
    reply_to(
        crate::instant_delivery::PreAddInstantOrder,
        crate::instant_delivery::AddInstantOrder,
        crate::instant_delivery::ReAddInstantOrder
    )
)]
pub struct AddedInstantOrder {
    /// Why the company refuses; 0 if it does not.
    pub resultcode: Option<i64>,
    /// Why it refuses, in words.
    pub resultmsg: Option<String>,
    /// What is paid, in yuan.
    pub fee: Option<f64>,
    /// The fee, in yuan.
    pub deliverfee: Option<f64>,
    /// What is taken off, in yuan.
    pub couponfee: Option<f64>,
    /// What the courier gets beside the fee, in yuan.
    pub tips: Option<f64>,
    /// What the insurance costs, in yuan.
    pub insurancefee: Option<f64>,
    /// How far it is, in metres.
    pub distance: Option<f64>,
    /// What the insurance costs, as the platform spells it at times, in yuan.
    pub insurancfee: Option<f64>,
    /// The tracking number.
    pub waybill_id: Option<String>,
    /// How far it is: 101 it waits for a courier, 102 one was found.
    pub order_status: Option<i64>,
    /// The code the receiver has to say.
    pub finish_code: Option<i64>,
    /// The code the courier has to say.
    pub pickup_code: Option<i64>,
    /// About how long it takes until a courier is found, in seconds.
    pub dispatch_duration: Option<i64>,
    /// For the order that follows.
    pub delivery_token: Option<String>,
}
