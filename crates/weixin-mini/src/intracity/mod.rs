//! Delivery within a city (同城配送): stores, their balance, deliveries. `/cgi-bin/express/intracity/*`

use weixin_api::{endpoint, group, int_enum};
use weixin_protocol::AppId;

use crate::ids::DeliveryId;
mod money;
mod order;

pub use money::*;
pub use order::*;

group! {
    /// Delivery within a city (同城配送).
    intracity: [
        ApplyIntracity, CreateIntracityStore, GetIntracityStores, UpdateIntracityStore,
        GetIntracityCities, ChargeIntracityStore, RefundIntracityStore, GetIntracityFlow,
        GetIntracityBalance, GetIntracityPayMode, SetIntracityPayMode, PreAddIntracityOrder,
        AddIntracityOrder, GetIntracityOrder, CancelIntracityOrder,
    ]
}

weixin_api::string_id! {
    /// A store, as the platform numbers it (微信门店编号, wx_store_id).
    WxStoreId
    /// A store, as the merchant numbers it (自定义门店编号, out_store_id).
    OutStoreId
    /// A delivery, as the platform numbers it (微信订单号, wx_order_id).
    IntracityOrderId
    /// A delivery, as the store numbers it (门店订单号, store_order_id).
    StoreOrderId
    /// A payment of balance in advance (充值订单号, pay_order_id).
    IntracityPaymentId
    /// A city by its administrative code, such as `440300`.
    CityId
}

/// Applies for permission to have stores.
#[endpoint(POST "/cgi-bin/express/intracity/apply", title = "开通门店权限",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/express/business/intracity_service.html#_2-1-%E5%BC%80%E9%80%9A%E9%97%A8%E5%BA%97%E6%9D%83%E9%99%90",
    scope(mini), secured, retry = safe, call = intracity.apply)]
pub struct ApplyIntracity {}

/// Creates a store.
#[endpoint(POST "/cgi-bin/express/intracity/createstore", title = "创建门店",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/express/business/intracity_service.html#_2-2-%E5%88%9B%E5%BB%BA%E9%97%A8%E5%BA%97",
    scope(mini), secured, reply = CreatedIntracityStore, call = intracity.create_store)]
pub struct CreateIntracityStore {
    /// The store, as the merchant numbers it.
    pub out_store_id: OutStoreId,
    /// The name of the store that users see.
    pub store_name: String,
    /// How the delivery company is chosen.
    pub order_pattern: Option<IntracityPattern>,
    /// The preferred company, `DADA` or `SFTC`; for [`IntracityPattern::Preferred`].
    pub service_trans_prefer: Option<DeliveryId>,
    /// The address of the store.
    pub address_info: Option<IntracityAddress>,
}

int_enum! {
    /// How the delivery company is chosen (运力偏好).
    pub enum IntracityPattern {
        /// The cheapest company (价格优先).
        Cheapest = 1,
        /// The preferred company (运力优先).
        Preferred = 2,
    }
}

/// The address of a store.
#[endpoint(part)]
pub struct IntracityAddress {
    /// The province, such as `广东省`.
    pub province: Option<String>,
    /// The city, such as `深圳市`.
    pub city: Option<String>,
    /// The district, such as `南山区`.
    pub area: Option<String>,
    /// The street or neighborhood, such as `南头街道`.
    pub street: Option<String>,
    /// The house number and further details.
    pub house: Option<String>,
    /// The latitude in degrees.
    pub lat: Option<f64>,
    /// The longitude in degrees.
    pub lng: Option<f64>,
    /// The store's telephone number.
    pub phone: Option<String>,
}

/// A store that was created or updated.
#[endpoint(part, reply_to(CreateIntracityStore, UpdateIntracityStore))]
pub struct CreatedIntracityStore {
    /// The store, as the platform numbers it.
    pub wx_store_id: Option<WxStoreId>,
    /// The Mini Program that the store belongs to.
    pub appid: Option<AppId>,
    /// The store, as the merchant numbers it.
    pub out_store_id: Option<OutStoreId>,
}

/// Returns the stores, or one of them.
#[endpoint(POST "/cgi-bin/express/intracity/querystore", title = "查询门店",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/express/business/intracity_service.html#_2-3-%E6%9F%A5%E8%AF%A2%E9%97%A8%E5%BA%97",
    scope(mini), secured, retry = safe, reply = IntracityStores, call = intracity.stores)]
pub struct GetIntracityStores {
    /// Only this store, as the platform numbers it.
    pub wx_store_id: Option<WxStoreId>,
    /// Only this store, as the merchant numbers it.
    pub out_store_id: Option<OutStoreId>,
}

/// Stores of a Mini Program.
#[endpoint(part, reply_to(GetIntracityStores))]
pub struct IntracityStores {
    /// The Mini Program that the store belongs to.
    pub appid: Option<AppId>,
    /// The number of stores.
    pub total: Option<u32>,
    /// The stores that match.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub store_list: Vec<IntracityStore>,
}

/// A store.
#[endpoint(part)]
pub struct IntracityStore {
    /// The store, as the platform numbers it.
    pub wx_store_id: Option<WxStoreId>,
    /// The store, as the merchant numbers it.
    pub out_store_id: Option<OutStoreId>,
    /// The name of the store that users see.
    pub store_name: Option<String>,
    /// The city of the store.
    pub city_id: Option<CityId>,
    /// How the delivery company is chosen.
    pub order_pattern: Option<IntracityPattern>,
    /// The preferred company, `DADA` or `SFTC`; for [`IntracityPattern::Preferred`].
    pub service_trans_prefer: Option<DeliveryId>,
    /// The address of the store.
    pub address_info: Option<IntracityAddress>,
}

/// Updates a store.
#[endpoint(POST "/cgi-bin/express/intracity/updatestore", title = "更新门店",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/express/business/intracity_service.html#_2-4-%E6%9B%B4%E6%96%B0%E9%97%A8%E5%BA%97",
    scope(mini), secured,
    retry = safe, reply = CreatedIntracityStore, call = intracity.update_store)]
pub struct UpdateIntracityStore {
    /// The store to update.
    pub keys: IntracityStoreKey,
    /// What changes; fields that are left out stay as they are.
    pub content: IntracityStoreContent,
}

/// A store: by one of its two numbers.
#[endpoint(part)]
pub struct IntracityStoreKey {
    /// The store, as the platform numbers it.
    pub wx_store_id: Option<WxStoreId>,
    /// The store, as the merchant numbers it.
    pub out_store_id: Option<OutStoreId>,
}

/// The changes of a store.
#[endpoint(part)]
pub struct IntracityStoreContent {
    /// The name of the store that users see.
    pub store_name: Option<String>,
    /// How the delivery company is chosen.
    pub order_pattern: Option<IntracityPattern>,
    /// The preferred company, `DADA` or `SFTC`; for [`IntracityPattern::Preferred`].
    pub service_trans_prefer: Option<DeliveryId>,
    /// The address of the store.
    pub address_info: Option<IntracityAddress>,
}

/// Returns the cities in which deliveries are possible.
#[endpoint(POST "/cgi-bin/express/intracity/getcity", title = "查询支持同城配送的城市",
    scope(mini), secured, retry = safe, reply = IntracityCities, call = intracity.cities)]
pub struct GetIntracityCities {
    /// Only cities of this company; of all companies if left out.
    pub service_trans_id: Option<DeliveryId>,
}

/// The cities in which deliveries are possible.
#[endpoint(part, reply_to(GetIntracityCities))]
pub struct IntracityCities {
    /// The cities of each company.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub support_list: Vec<IntracityCompanyCities>,
}

/// The cities in which a company delivers.
#[endpoint(part)]
pub struct IntracityCompanyCities {
    /// The delivery company: `DADA` or `SFTC`.
    pub service_trans_id: Option<DeliveryId>,
    /// The cities in which it delivers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub city_list: Vec<IntracityCity>,
}

/// A city in which deliveries are possible.
#[endpoint(part)]
pub struct IntracityCity {
    /// The city, such as `110000`.
    pub city_code: Option<CityId>,
    /// The name of the city.
    pub city_name: Option<String>,
}
