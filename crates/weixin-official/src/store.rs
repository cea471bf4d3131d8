//! Stores (微信门店): places of a merchant, for cards, Wi-Fi and the map. `/cgi-bin/poi/*`
//!
//! [Store Mini Programs](crate::store_mini_program) have replaced them.

use weixin_api::{Call, Caller, Paged, StringEnum, endpoint, group, int_enum};
use weixin_protocol::{Header, inbound, messages};

use crate::ids::StoreId;

group! {
    /// Stores (微信门店).
    stores: [
        AddStore, GetStore, GetStores, UpdateStore, DeleteStore, GetStoreCategories, GetWxCategory,
        AddLocations, GetLocations,
    ]
}

messages![StoreChecked];

weixin_api::string_id! {
    /// A place where cards are valid (location_id), the predecessor of a store.
    LocationId
    /// A place in Tencent's map (腾讯地图, mapid).
    MapId
}

/// Submits a store (创建门店).
///
/// The platform reviews it and pushes the outcome as [`StoreChecked`].
///
/// Fails with 65104 when a category is unknown, with 65105 when the address of a picture is wrong,
/// with 65109 to 65113 when name, address, telephone number, city or province is wrong, with 65114
/// when there are no pictures.
#[endpoint(POST "/cgi-bin/poi/addpoi", title = "创建门店",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/WeChat_Stores/WeChat_Store_Interface.html",
    scope(official), reply = AddedStore, call = "wx.stores().add(store)")]
pub struct AddStore {
    /// The store, as the wire nests it.
    pub business: StoreDraft,
}

/// A store to be added, as the wire nests it.
#[endpoint(part)]
pub struct StoreDraft {
    /// The store.
    pub base_info: Store,
}

/// The reply to an added store.
#[endpoint(part, reply_to(AddStore))]
pub struct AddedStore {
    /// The id of the store. It can be used once the store is approved.
    pub poi_id: Option<StoreId>,
}

/// A store (门店).
#[endpoint(part)]
#[derive(Default)]
#[serde(default)]
pub struct Store {
    /// The name, without the branch: up to 15 Chinese characters.
    pub business_name: String,
    /// The province, up to 10 characters.
    pub province: String,
    /// The city, up to 30 characters.
    pub city: String,
    /// The district, up to 10 characters.
    pub district: String,
    /// Street and number, without province, city and district.
    pub address: String,
    /// The telephone number.
    pub telephone: String,
    /// The category: one entry such as `美食,小吃快餐`, out of [`GetStoreCategories`].
    pub categories: Vec<String>,
    /// The coordinate system of `longitude` and `latitude`.
    pub offset_type: Coordinates,
    /// The longitude in degrees.
    pub longitude: f64,
    /// The latitude in degrees.
    pub latitude: f64,
    /// The id of the store. Only in replies.
    pub poi_id: Option<StoreId>,
    /// The merchant's own id of the store.
    pub sid: Option<String>,
    /// The name of the branch, up to 20 characters.
    pub branch_name: Option<String>,
    /// Pictures of the store, up to 20.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub photo_list: Vec<StorePhoto>,
    /// What the store recommends, such as dishes: up to 200 characters.
    pub recommend: Option<String>,
    /// Services such as parking or Wi-Fi: up to 200 characters.
    pub special: Option<String>,
    /// An introduction, up to 300 characters.
    pub introduction: Option<String>,
    /// The opening hours, as in `8:00-20:00`.
    pub open_time: Option<String>,
    /// The average spending per person, in yuan (人均价格).
    pub avg_price: Option<f64>,
    /// The state of the review. Only in replies.
    pub available_state: Option<StoreState>,
    /// The state of the last change. Only in replies.
    pub update_status: Option<StoreUpdate>,
    /// The store in Tencent's map, once it was moved to a store Mini Program. Only in replies.
    pub mapid: Option<MapId>,
    /// The state of the move to a store Mini Program; its values are not documented. Only in
    /// replies.
    pub upgrade_status: Option<i64>,
    /// A remark on the move to a store Mini Program. Only in replies.
    pub upgrade_comment: Option<String>,
}

int_enum! {
    /// A coordinate system.
    pub enum Coordinates {
        /// GCJ-02 (火星坐标), that of Chinese maps.
        Mars = 1,
        /// Sogou's longitude and latitude (sogou经纬度).
        Sogou = 2,
        /// Baidu's (百度经纬度).
        Baidu = 3,
        /// Mapbar's (mapbar经纬度).
        Mapbar = 4,
        /// WGS-84 (GPS坐标).
        Gps = 5,
        /// Sogou's Mercator projection (sogou墨卡托坐标).
        SogouMercator = 6,
    }
}

/// What the platform takes a place without a declared system for.
impl Default for Coordinates {
    fn default() -> Self {
        Self::Mars
    }
}

int_enum! {
    /// The state of a store's review (门店是否可用状态).
    pub enum StoreState {
        /// The platform failed to process it (系统错误).
        Failed = 1,
        /// The platform reviews it (审核中).
        Checking = 2,
        /// It was approved and can be used (审核通过).
        Approved = 3,
        /// It was rejected (审核驳回).
        Rejected = 4,
    }
}

int_enum! {
    /// The state of a store's last change (扩展字段是否正在更新中).
    pub enum StoreUpdate {
        /// No change is under review.
        None = 0,
        /// A change is under review; until then another is not accepted.
        Checking = 1,
    }
}

/// A picture of a store.
#[endpoint(part)]
pub struct StorePhoto {
    /// The address, as an upload of pictures for articles returned it.
    pub photo_url: String,
}

/// Returns a store.
///
/// Fails with 65115 when there is no such store, with 65116 when it was deleted.
#[endpoint(POST "/cgi-bin/poi/getpoi", title = "查询门店信息",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/WeChat_Stores/WeChat_Store_Interface.html#9",
    scope(official), retry = safe, reply = StoreInfo, call = stores.get)]
pub struct GetStore {
    /// The store to return.
    pub poi_id: StoreId,
}

/// The reply with a store.
#[endpoint(part, reply_to(GetStore))]
pub struct StoreInfo {
    /// The store, as the wire nests it.
    pub business: StoreEntry,
}

/// A store in a reply, as the wire nests it.
#[endpoint(part)]
pub struct StoreEntry {
    /// The store.
    pub base_info: Store,
}

/// Returns the stores, up to 50 per page.
///
/// `wx.stores().list().pages()` walks through all of them.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Official};
/// # use weixin_official::prelude::*;
/// # async fn example(wx: impl Caller<Kind = Official>) -> Result<(), Error> {
/// for store in wx.stores().list().await?.business_list {
///     let store = store.base_info;
///     println!("{:?}: {}, {}", store.poi_id, store.business_name, store.address);
/// }
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/poi/getpoilist", title = "查询门店列表",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/WeChat_Stores/WeChat_Store_Interface.html#10",
    scope(official), retry = safe, reply = Stores, call = "wx.stores().list()")]
pub struct GetStores {
    /// How many stores to skip.
    pub begin: u64,
    /// How many stores to return, at most 50.
    pub limit: u32,
}

/// A page of stores.
#[endpoint(part, reply_to(GetStores))]
pub struct Stores {
    /// The stores of this page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub business_list: Vec<StoreEntry>,
    /// How many stores there are in all.
    pub total_count: Option<u64>,
}

impl Paged for GetStores {
    type Item = Store;
    fn split_page(self, page: Stores) -> (Vec<Store>, Option<Self>) {
        let stores: Vec<_> = page.business_list.into_iter().map(|entry| entry.base_info).collect();
        let begin = self.begin + stores.len() as u64;
        let more = !stores.is_empty() && page.total_count.is_none_or(|total| begin < total);
        (stores, more.then_some(Self { begin, ..self }))
    }
}

/// Changes the services of a store. The platform reviews the change.
///
/// Fails with 65107 while the store is under review, with 65115 when there is no such store, with
/// 65116 when it was deleted.
#[endpoint(POST "/cgi-bin/poi/updatepoi", title = "修改门店服务信息",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/WeChat_Stores/WeChat_Store_Interface.html",
    scope(official), retry = safe, call = "wx.stores().update(change)")]
pub struct UpdateStore {
    /// The change, as the wire nests it.
    pub business: StoreChangeEntry,
}

/// A change of a store, as the wire nests it.
#[endpoint(part)]
pub struct StoreChangeEntry {
    /// The change.
    pub base_info: StoreChange,
}

/// A change of a store; fields that are left out stay as they are.
#[endpoint(part)]
pub struct StoreChange {
    /// The store to change.
    pub poi_id: StoreId,
    /// The merchant's own id of the store.
    pub sid: Option<String>,
    /// The telephone number.
    pub telephone: Option<String>,
    /// Pictures, up to 20; they replace all present ones.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub photo_list: Vec<StorePhoto>,
    /// What the store recommends, up to 200 characters.
    pub recommend: Option<String>,
    /// Services such as parking or Wi-Fi, up to 200 characters.
    pub special: Option<String>,
    /// An introduction, up to 300 characters.
    pub introduction: Option<String>,
    /// The opening hours, as in `8:00-20:00`.
    pub open_time: Option<String>,
    /// The average spending per person, in yuan.
    pub avg_price: Option<f64>,
}

/// Deletes a store.
///
/// Fails with 65115 when there is no such store, with 65117 when it cannot be deleted.
#[endpoint(POST "/cgi-bin/poi/delpoi", title = "删除门店",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/WeChat_Stores/WeChat_Store_Interface.html#12",
    scope(official), retry = safe, call = stores.delete)]
pub struct DeleteStore {
    /// The store to delete.
    pub poi_id: StoreId,
}

/// Returns the categories that stores can have (门店类目表).
#[endpoint(GET "/cgi-bin/poi/getwxcategory", title = "门店类目表",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/WeChat_Stores/WeChat_Store_Interface.html",
    scope(official), reply = StoreCategories, call = stores.categories)]
pub struct GetStoreCategories {}

/// Returns the categories that stores can have, at an older address.
#[endpoint(GET "/cgi-bin/api_getwxcategory", title = "门店类目表",
    scope(official), reply = StoreCategories)]
pub struct GetWxCategory {}

/// The categories that stores can have.
#[endpoint(part, reply_to(GetStoreCategories, GetWxCategory))]
pub struct StoreCategories {
    /// The categories, each with its parents, as in `美食,江浙菜,上海菜`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub category_list: Vec<String>,
}

/// Adds places where cards are valid; stores have taken their place.
#[endpoint(POST "/card/location/batchadd", title = "批量导入门店信息",
    scope(official), reply = LocationIds, call = stores.add_locations)]
pub struct AddLocations {
    /// The places.
    pub location_list: Vec<LocationDraft>,
}

/// A place to be added.
#[endpoint(part)]
pub struct LocationDraft {
    /// The name of the place.
    pub business_name: String,
    /// The province.
    pub province: String,
    /// The city.
    pub city: String,
    /// The district.
    pub district: String,
    /// Street and number.
    pub address: String,
    /// The telephone number.
    pub telephone: String,
    /// The category of the place.
    pub category: String,
    /// The longitude in degrees.
    pub longitude: f64,
    /// The latitude in degrees.
    pub latitude: f64,
    /// The name of the branch.
    pub branch_name: Option<String>,
}

/// The ids of added places.
#[endpoint(part, reply_to(AddLocations))]
pub struct LocationIds {
    /// The ids, in the order of the request. -1 stands for a place that was not added, so these are
    /// plain numbers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub location_id_list: Vec<i64>,
}

/// Returns the places where cards are valid.
#[endpoint(POST "/card/location/batchget", title = "拉取门店列表",
    scope(official), retry = safe, reply = Locations, call = stores.locations)]
pub struct GetLocations {
    /// How many places to skip.
    pub offset: u64,
    /// How many places to return. 0: all.
    pub count: u32,
}

/// Places where cards are valid.
#[endpoint(part, reply_to(GetLocations))]
pub struct Locations {
    /// The places.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub location_list: Vec<Location>,
    /// How many places this reply has.
    pub count: Option<u64>,
}

/// A place where cards are valid.
#[endpoint(part)]
pub struct Location {
    /// The id of the place.
    pub location_id: Option<LocationId>,
    /// The name of the place.
    pub business_name: Option<String>,
    /// The telephone number.
    pub phone: Option<String>,
    /// Street and number.
    pub address: Option<String>,
    /// The longitude in degrees.
    pub longitude: Option<f64>,
    /// The latitude in degrees.
    pub latitude: Option<f64>,
}

/// The platform finished the review of a store (门店审核结果).
#[inbound(event = "poi_check_notify", scope(official))]
pub struct StoreChecked {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The merchant's own id of the store, [`Store::sid`].
    pub uniq_id: Option<String>,
    /// The store that was reviewed.
    pub poi_id: Option<StoreId>,
    /// The outcome of the review.
    pub result: Option<StoreCheckResult>,
    /// Why the store was rejected. Only when it was.
    #[field(name = "msg")]
    pub message: Option<String>,
}

/// The outcome of the review of a store.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum StoreCheckResult {
    /// The store was approved.
    #[string_enum(rename = "succ")]
    Approved,
    /// The store was rejected.
    #[string_enum(rename = "fail")]
    Rejected,
    /// A value that this version does not know.
    Other(String),
}

impl<'c, C: Caller + ?Sized> StoresHandle<'c, C> {
    /// Adds a store; see [`AddStore`].
    pub fn add(&self, store: Store) -> Call<'c, C, AddStore> {
        Call::new(self.caller, AddStore::new(StoreDraft::new(store)))
    }

    /// Returns the stores, the first page when awaited; see [`GetStores`].
    pub fn list(&self) -> Call<'c, C, GetStores> {
        Call::new(self.caller, GetStores::new(0, 50))
    }

    /// Changes what a store offers; see [`UpdateStore`].
    pub fn update(&self, change: StoreChange) -> Call<'c, C, UpdateStore> {
        Call::new(self.caller, UpdateStore::new(StoreChangeEntry::new(change)))
    }
}
