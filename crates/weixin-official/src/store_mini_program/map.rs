//! Places in Tencent's map, where the stores are.

use crate::store_mini_program::StoreMiniProgramHandle;
use weixin_api::endpoint;

/// Gives provinces, cities and districts, as Tencent's map has them.
#[endpoint(GET "/wxa/get_district", title = "从腾讯地图拉取省市区信息",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/WeChat_Stores/WeChat_Shop_Miniprogram_Interface.html#9",
    scope(official), reply = Districts, call = store_mini_program.districts)]
pub struct GetDistricts {}

/// Provinces, cities and districts.
#[endpoint(part, reply_to(GetDistricts))]
pub struct Districts {
    /// 0 if it worked.
    pub status: Option<i64>,
    /// What there is to say.
    pub message: Option<String>,
    /// The version of the data.
    pub data_version: Option<String>,
    /// Provinces, then cities, then districts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub result: Vec<Vec<District>>,
}

/// A province, city or district.
#[endpoint(part)]
pub struct District {
    /// Its number.
    pub id: u64,
    /// Its short name.
    pub name: Option<String>,
    /// Its name.
    pub fullname: Option<String>,
    /// Its middle.
    pub location: Option<DistrictLocation>,
    /// Its name, in Latin letters.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pinyin: Vec<String>,
    /// From where to where, in the next list, those below it stand.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cidx: Vec<u64>,
}

/// The middle of a district.
#[endpoint(part)]
pub struct DistrictLocation {
    /// The latitude.
    pub lat: f64,
    /// The longitude.
    pub lng: f64,
}

/// Looks for a place in Tencent's map.
#[endpoint(POST "/wxa/search_map_poi", title = "在腾讯地图中搜索门店",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/WeChat_Stores/WeChat_Shop_Miniprogram_Interface.html#10",
    scope(official), retry = safe, reply = MapPlacesInfo, call = store_mini_program.search_map)]
pub struct SearchMapPlaces {
    /// In which district.
    pub districtid: u64,
    /// What.
    pub keyword: String,
}

/// Places that were found.
#[endpoint(part, reply_to(SearchMapPlaces))]
pub struct MapPlacesInfo {
    /// The places.
    pub data: MapPlaces,
}

/// Places that were found.
#[endpoint(part)]
pub struct MapPlaces {
    /// The places.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub item: Vec<MapPlace>,
}

/// A place in Tencent's map.
#[endpoint(part)]
pub struct MapPlace {
    /// Its number.
    pub sosomap_poi_uid: String,
    /// Its name.
    pub branch_name: Option<String>,
    /// What it is.
    pub category: Option<String>,
    /// Where it is.
    pub address: Option<String>,
    /// The telephone number.
    pub telephone: Option<String>,
    /// The longitude.
    pub longitude: Option<f64>,
    /// The latitude.
    pub latitude: Option<f64>,
    /// A number of the map's.
    pub data_supply: Option<i64>,
    /// The addresses of pictures.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pic_urls: Vec<String>,
    /// Cards that are good there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub card_id_list: Vec<String>,
}

/// Adds a place to Tencent's map. An event `create_map_poi_audit_info` follows.
#[endpoint(POST "/wxa/create_map_poi", title = "在腾讯地图中创建门店",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/WeChat_Stores/WeChat_Shop_Miniprogram_Interface.html#11",
    scope(official), reply = CreatedMapPlaceInfo, call = store_mini_program.create_map_place)]
pub struct CreateMapPlace {
    /// Its name.
    pub name: String,
    /// The longitude.
    pub longitude: f64,
    /// The latitude.
    pub latitude: f64,
    /// The province.
    pub province: String,
    /// The city.
    pub city: String,
    /// The district.
    pub district: String,
    /// Street and number.
    pub address: String,
    /// What it is, as in `美食:中餐厅`.
    pub category: String,
    /// The telephone number; several are separated by `;`.
    pub telephone: String,
    /// The address of a picture.
    pub photo: String,
    /// The address of a picture of the business licence.
    pub license: String,
    /// About it.
    pub introduct: String,
    /// The number of the district.
    pub districtid: u64,
    /// The store that moves there.
    pub poi_id: Option<String>,
}

/// A place that was added.
#[endpoint(part, reply_to(CreateMapPlace))]
pub struct CreatedMapPlaceInfo {
    /// The place.
    pub data: CreatedMapPlace,
}

/// A place that was added.
#[endpoint(part)]
pub struct CreatedMapPlace {
    /// Its number, which is the `audit_id` of the event.
    pub base_id: Option<u64>,
    /// Another number of it.
    pub rich_id: Option<u64>,
}
