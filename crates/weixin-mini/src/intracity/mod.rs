//! Delivery within a city (同城配送): shops, what they have paid, deliveries.
//! `/cgi-bin/express/intracity/*`

use weixin_api::{endpoint, group, int_enum};
use weixin_protocol::AppId;
mod money;
mod order;

pub use money::*;
pub use order::*;

group! {
    /// Delivery within a city (同城配送).
    intracity: [ApplyIntracity, CreateIntracityStore, GetIntracityStores, UpdateIntracityStore, GetIntracityCities, ChargeIntracityStore, RefundIntracityStore, GetIntracityFlow, GetIntracityBalance, GetIntracityPayMode, SetIntracityPayMode, PreAddIntracityOrder, AddIntracityOrder, GetIntracityOrder, CancelIntracityOrder]
}

/// Asks for the right to have shops.
#[endpoint(POST "/cgi-bin/express/intracity/apply", title = "开通门店权限",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/express/business/intracity_service.html#_2-1-%E5%BC%80%E9%80%9A%E9%97%A8%E5%BA%97%E6%9D%83%E9%99%90",
    scope(mini), retry = safe, call = intracity.apply)]
pub struct ApplyIntracity {}

/// Opens a shop.
#[endpoint(POST "/cgi-bin/express/intracity/createstore", title = "创建门店",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/express/business/intracity_service.html#_2-2-%E5%88%9B%E5%BB%BA%E9%97%A8%E5%BA%97",
    scope(mini), reply = CreatedIntracityStore, call = intracity.create_store)]
pub struct CreateIntracityStore {
    /// The merchant's own number of it.
    pub out_store_id: String,
    /// What it is called.
    pub store_name: String,
    /// How a company is chosen.
    pub order_pattern: Option<IntracityPattern>,
    /// The company that is preferred.
    pub service_trans_prefer: Option<String>,
    /// Where it is.
    pub address_info: Option<IntracityAddress>,
}

int_enum! {
    /// How a company is chosen for a delivery.
    pub enum IntracityPattern {
        /// The cheapest.
        Cheapest = 1,
        /// The preferred one.
        Preferred = 2,
    }
}

/// Where a shop is.
#[endpoint(part)]
pub struct IntracityAddress {
    /// The province.
    pub province: Option<String>,
    /// The city.
    pub city: Option<String>,
    /// The district.
    pub area: Option<String>,
    /// The street.
    pub street: Option<String>,
    /// The house.
    pub house: Option<String>,
    /// In degrees, north positive.
    pub lat: Option<f64>,
    /// In degrees, east positive.
    pub lng: Option<f64>,
    /// The telephone number.
    pub phone: Option<String>,
}

/// A shop.
#[endpoint(part, reply_to(CreateIntracityStore, UpdateIntracityStore))]
pub struct CreatedIntracityStore {
    /// The platform's number of it.
    pub wx_store_id: Option<String>,
    /// The Mini Program.
    pub appid: Option<AppId>,
    /// The merchant's own number of it.
    pub out_store_id: Option<String>,
}

/// Gives the shops, or one of them.
#[endpoint(POST "/cgi-bin/express/intracity/querystore", title = "查询门店",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/express/business/intracity_service.html#_2-3-%E6%9F%A5%E8%AF%A2%E9%97%A8%E5%BA%97",
    scope(mini), retry = safe, reply = IntracityStores, call = intracity.stores)]
pub struct GetIntracityStores {
    /// Only this one, by the platform's number.
    pub wx_store_id: Option<String>,
    /// Only this one, by the merchant's own number.
    pub out_store_id: Option<String>,
}

/// Shops.
#[endpoint(part, reply_to(GetIntracityStores))]
pub struct IntracityStores {
    /// The Mini Program.
    pub appid: Option<AppId>,
    /// How many there are.
    pub total: Option<u32>,
    /// The shops.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub store_list: Vec<IntracityStore>,
}

/// A shop.
#[endpoint(part)]
pub struct IntracityStore {
    /// The platform's number of it.
    pub wx_store_id: Option<String>,
    /// The merchant's own number of it.
    pub out_store_id: Option<String>,
    /// What it is called.
    pub store_name: Option<String>,
    /// The city.
    pub city_id: Option<String>,
    /// How a company is chosen.
    pub order_pattern: Option<IntracityPattern>,
    /// The company that is preferred.
    pub service_trans_prefer: Option<String>,
    /// Where it is.
    pub address_info: Option<IntracityAddress>,
}

/// Changes a shop.
#[endpoint(POST "/cgi-bin/express/intracity/updatestore", title = "更新门店",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/express/business/intracity_service.html#_2-4-%E6%9B%B4%E6%96%B0%E9%97%A8%E5%BA%97",
    scope(mini), retry = safe, reply = CreatedIntracityStore, call = intracity.update_store)]
pub struct UpdateIntracityStore {
    /// The shop.
    pub keys: IntracityStoreKey,
    /// What changes.
    pub content: IntracityStoreContent,
}

/// Which shop: one of both numbers.
#[endpoint(part)]
pub struct IntracityStoreKey {
    /// The platform's number of it.
    pub wx_store_id: Option<String>,
    /// The merchant's own number of it.
    pub out_store_id: Option<String>,
}

/// What changes about a shop.
#[endpoint(part)]
pub struct IntracityStoreContent {
    /// What it is called.
    pub store_name: Option<String>,
    /// How a company is chosen.
    pub order_pattern: Option<IntracityPattern>,
    /// The company that is preferred.
    pub service_trans_prefer: Option<String>,
    /// Where it is.
    pub address_info: Option<IntracityAddress>,
}

/// Says in which cities there are deliveries.
#[endpoint(POST "/cgi-bin/express/intracity/getcity", title = "查询支持同城配送的城市",
    scope(mini), retry = safe, reply = IntracityCities, call = intracity.cities)]
pub struct GetIntracityCities {
    /// Only for this company.
    pub service_trans_id: Option<String>,
}

/// In which cities there are deliveries.
#[endpoint(part, reply_to(GetIntracityCities))]
pub struct IntracityCities {
    /// The same by company.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub support_list: Vec<IntracityCompanyCities>,
}

/// In which cities a company delivers.
#[endpoint(part)]
pub struct IntracityCompanyCities {
    /// The company.
    pub service_trans_id: Option<String>,
    /// The cities.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub city_list: Vec<IntracityCity>,
}

/// A city.
#[endpoint(part)]
pub struct IntracityCity {
    /// The city.
    pub city_code: Option<String>,
    /// Its name.
    pub city_name: Option<String>,
}
