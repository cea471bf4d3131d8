//! The parts of an order.

use weixin_api::{Timestamp, endpoint, int_enum};
use weixin_protocol::AppId;

use crate::ids::WaybillId;

use super::InstantOrderStatus;

/// The address of a sender or receiver.
#[endpoint(part)]
pub struct InstantAddress {
    /// The name of the person.
    pub name: String,
    /// The city, such as `北京市`.
    pub city: String,
    /// The street and house number.
    pub address: String,
    /// The floor and room.
    pub address_detail: String,
    /// The telephone number.
    pub phone: String,
    /// The longitude in degrees.
    pub lng: f64,
    /// The latitude in degrees.
    pub lat: f64,
    /// The coordinate system; [`CoordinateKind::Tencent`] if left out.
    pub coordinate_type: Option<CoordinateKind>,
}

int_enum! {
    /// The coordinate system of an address (坐标类型).
    pub enum CoordinateKind {
        /// That of Tencent Maps (火星坐标).
        Tencent = 0,
        /// That of Baidu Maps (百度坐标).
        Baidu = 1,
    }
}

/// The goods that are delivered.
#[endpoint(part)]
pub struct InstantCargo {
    /// The value of the goods in yuan.
    pub goods_value: f64,
    /// The height in centimeters.
    pub goods_height: Option<f64>,
    /// The length in centimeters.
    pub goods_length: Option<f64>,
    /// The width in centimeters.
    pub goods_width: Option<f64>,
    /// The weight in kilograms.
    pub goods_weight: Option<f64>,
    /// The single items.
    pub goods_detail: Option<InstantGoodsDetail>,
    /// What the courier must know when collecting the goods.
    pub goods_pickup_info: Option<String>,
    /// What the courier must know when delivering the goods.
    pub goods_delivery_info: Option<String>,
    /// The first-level category of the goods, such as `美食夜宵`.
    pub cargo_first_class: String,
    /// The second-level category of the goods, such as `零食小吃`.
    pub cargo_second_class: String,
}

/// The items of an order.
#[endpoint(part)]
pub struct InstantGoodsDetail {
    /// The single items.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub goods: Vec<InstantGoods>,
}

/// An item of an order.
#[endpoint(part)]
pub struct InstantGoods {
    /// The number of pieces.
    pub good_count: u32,
    /// The name of the item.
    pub good_name: String,
    /// The price of one piece in yuan.
    pub good_price: Option<f64>,
    /// The unit in which pieces are counted.
    pub good_unit: Option<String>,
}

/// The options of a delivery.
#[endpoint(part)]
pub struct InstantOrderInfo {
    /// The service of the company; its default if left out.
    pub delivery_service_code: Option<String>,
    /// When the order is carried out; [`InstantOrderKind::Immediate`] if left out.
    pub order_type: Option<InstantOrderKind>,
    /// When the delivery should arrive, or when the courier should leave, as the company
    /// understands it; 0 if the time does not matter.
    pub expected_delivery_time: Option<Timestamp>,
    /// When the delivery should arrive.
    pub expected_finish_time: Option<Timestamp>,
    /// When the goods should be collected.
    pub expected_pick_time: Option<Timestamp>,
    /// A short number by which the courier finds the parcel (门店订单流水号).
    pub poi_seq: Option<String>,
    /// A note for the courier: up to 200 characters.
    pub note: Option<String>,
    /// When the user placed the order.
    pub order_time: Option<Timestamp>,
    /// Whether the goods are insured.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_insured: Option<bool>,
    /// The insured value in yuan.
    pub declared_value: Option<f64>,
    /// The tip for the courier in yuan.
    pub tips: Option<f64>,
    /// Whether the courier takes no other orders on the way (专人直送).
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_direct_delivery: Option<bool>,
    /// The amount that the receiver pays to the courier, in yuan.
    pub cash_on_delivery: Option<f64>,
    /// The amount that the courier pays to the store, in yuan.
    pub cash_on_pickup: Option<f64>,
    /// How the courier gets the goods.
    pub rider_pick_method: Option<RiderPickMethod>,
    /// Whether the receiver must say a code to the courier (收货码).
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_finish_code_needed: Option<bool>,
    /// Whether the courier must say a code to the store (取货码).
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_pickup_code_needed: Option<bool>,
}

int_enum! {
    /// How the courier gets the goods (物流流向).
    pub enum RiderPickMethod {
        /// The courier collects them from the store (从门店取件送至用户).
        FromStore = 1,
        /// The courier collects them from the user and brings them to the store (从用户取件送至门店).
        FromUser = 2,
    }
}

int_enum! {
    /// When an order is carried out (订单类型).
    pub enum InstantOrderKind {
        /// At once (即时单).
        Immediate = 0,
        /// At an appointed time (预约单).
        Appointed = 1,
    }
}

/// The goods that the message to the receiver shows.
#[endpoint(part)]
pub struct InstantShop {
    /// The path of the page that a tap opens.
    pub wxa_path: String,
    /// The address of the goods' picture.
    pub img_url: String,
    /// The name of the goods.
    pub goods_name: String,
    /// The number of pieces.
    pub goods_count: u32,
    /// The Mini Program that a tap opens, if the order was not placed in this one.
    pub wxa_appid: Option<AppId>,
}

/// A delivery that was ordered, or its price.
#[endpoint(
    part,
    reply_to(
        crate::instant_delivery::PreAddInstantOrder,
        crate::instant_delivery::AddInstantOrder,
        crate::instant_delivery::ReAddInstantOrder
    )
)]
pub struct AddedInstantOrder {
    /// 0 if the company has agreed; else the company's code.
    pub resultcode: Option<i64>,
    /// The company's answer in words.
    pub resultmsg: Option<String>,
    /// The price in yuan, after discounts.
    pub fee: Option<f64>,
    /// The delivery fee in yuan.
    pub deliverfee: Option<f64>,
    /// The discount in yuan.
    pub couponfee: Option<f64>,
    /// The tip for the courier in yuan.
    pub tips: Option<f64>,
    /// The cost of the insurance in yuan.
    pub insurancefee: Option<f64>,
    /// The distance in meters.
    pub distance: Option<f64>,
    /// The cost of the insurance in yuan, under a name that the platform uses at times.
    pub insurancfee: Option<f64>,
    /// The delivery, as the company numbers it.
    pub waybill_id: Option<WaybillId>,
    /// The state of the delivery.
    pub order_status: Option<InstantOrderStatus>,
    /// The code that the receiver must say to the courier (收货码).
    pub finish_code: Option<i64>,
    /// The code that the courier must say to the store (取货码).
    pub pickup_code: Option<i64>,
    /// The expected seconds until a courier is found.
    pub dispatch_duration: Option<i64>,
    /// The token for [`AddInstantOrder`](super::AddInstantOrder), with which the price is kept.
    pub delivery_token: Option<String>,
}
