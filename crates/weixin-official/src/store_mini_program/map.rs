//! Places in Tencent's map (腾讯地图), which stores refer to.

use crate::store_mini_program::StoreMiniProgramHandle;
use weixin_api::endpoint;

use super::StoreAuditId;
use crate::ids::{CardId, StoreId};
use crate::store::MapId;

weixin_api::integer_id! {
    /// A province, city or district (行政区划, id): the code of the administrative division.
    DistrictId(u64)
}

/// Returns the provinces, cities and districts of Tencent's map (省市区信息).
#[endpoint(GET "/wxa/get_district", title = "从腾讯地图拉取省市区信息",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/WeChat_Stores/WeChat_Shop_Miniprogram_Interface.html#9",
    scope(official), reply = Districts, call = store_mini_program.districts)]
pub struct GetDistricts {}

/// Provinces, cities and districts.
#[endpoint(part, reply_to(GetDistricts))]
pub struct Districts {
    /// 0 when it succeeded.
    pub status: Option<i64>,
    /// The outcome in words.
    pub message: Option<String>,
    /// The version of the data.
    pub data_version: Option<String>,
    /// Three lists: the provinces, the cities, the districts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub result: Vec<Vec<District>>,
}

/// A province, city or district.
#[endpoint(part)]
pub struct District {
    /// The id of the district.
    pub id: DistrictId,
    /// The short name, as in `北京`.
    pub name: Option<String>,
    /// The full name, as in `北京市`.
    pub fullname: Option<String>,
    /// The centre of the district.
    pub location: Option<DistrictLocation>,
    /// The name in Pinyin, syllable by syllable.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pinyin: Vec<String>,
    /// The first and the last position, in the next list, of the districts below this one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cidx: Vec<u64>,
}

/// The centre of a district.
#[endpoint(part)]
pub struct DistrictLocation {
    /// The latitude in degrees.
    pub lat: f64,
    /// The longitude in degrees.
    pub lng: f64,
}

/// Searches a place in Tencent's map (在腾讯地图中搜索门店).
#[endpoint(POST "/wxa/search_map_poi", title = "在腾讯地图中搜索门店",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/WeChat_Stores/WeChat_Shop_Miniprogram_Interface.html#10",
    scope(official), retry = safe, reply = MapPlacesInfo, call = store_mini_program.search_map)]
pub struct SearchMapPlaces {
    /// The district to search in, from [`GetDistricts`].
    pub districtid: DistrictId,
    /// The text to search for.
    pub keyword: String,
}

/// The reply with places in Tencent's map.
#[endpoint(part, reply_to(SearchMapPlaces))]
pub struct MapPlacesInfo {
    /// The places.
    pub data: MapPlaces,
}

/// Places in Tencent's map.
#[endpoint(part)]
pub struct MapPlaces {
    /// The places.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub item: Vec<MapPlace>,
}

/// A place in Tencent's map.
#[endpoint(part)]
pub struct MapPlace {
    /// The id of the place.
    pub sosomap_poi_uid: MapId,
    /// The name of the place.
    pub branch_name: Option<String>,
    /// The category of the place.
    pub category: Option<String>,
    /// Street and number.
    pub address: Option<String>,
    /// The telephone number.
    pub telephone: Option<String>,
    /// The longitude in degrees.
    pub longitude: Option<f64>,
    /// The latitude in degrees.
    pub latitude: Option<f64>,
    /// The source of the data, a number whose values are not documented.
    pub data_supply: Option<i64>,
    /// The addresses of pictures.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pic_urls: Vec<String>,
    /// Cards that are valid there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub card_id_list: Vec<CardId>,
}

/// Adds a place to Tencent's map (在腾讯地图中创建门店).
///
/// The outcome is pushed as a [`MapPlaceChecked`](super::MapPlaceChecked).
#[endpoint(POST "/wxa/create_map_poi", title = "在腾讯地图中创建门店",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/WeChat_Stores/WeChat_Shop_Miniprogram_Interface.html#11",
    scope(official), reply = CreatedMapPlaceInfo, call = store_mini_program.create_map_place)]
pub struct CreateMapPlace {
    /// The name of the place.
    pub name: String,
    /// The longitude in degrees.
    pub longitude: f64,
    /// The latitude in degrees.
    pub latitude: f64,
    /// The province.
    pub province: String,
    /// The city.
    pub city: String,
    /// The district.
    pub district: String,
    /// Street and number.
    pub address: String,
    /// The category, as in `美食:中餐厅`.
    pub category: String,
    /// The telephone number; several are separated by `;`.
    pub telephone: String,
    /// The address of a picture of the place.
    pub photo: String,
    /// The address of a picture of the business licence.
    pub license: String,
    /// An introduction.
    pub introduct: String,
    /// The district, from [`GetDistricts`].
    pub districtid: DistrictId,
    /// The present store that is moved to the store Mini Program.
    pub poi_id: Option<StoreId>,
}

/// The reply to an added place.
#[endpoint(part, reply_to(CreateMapPlace))]
pub struct CreatedMapPlaceInfo {
    /// The application.
    pub data: CreatedMapPlace,
}

/// An application for a place in Tencent's map.
#[endpoint(part)]
pub struct CreatedMapPlace {
    /// The application, which the event repeats as `audit_id`.
    pub base_id: Option<StoreAuditId>,
    /// A second id of the application; its use is not documented.
    pub rich_id: Option<StoreAuditId>,
}
