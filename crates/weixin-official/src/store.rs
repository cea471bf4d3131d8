//! Stores (微信门店): the places where a merchant is found, for cards, Wi-Fi and the map.
//! `/cgi-bin/poi/*`
//!
//! The platform has gone over to [store Mini Programs](crate::store_mini_program).

use weixin_api::{Call, Caller, Paged, endpoint, group, int_enum};
use weixin_protocol::{Header, inbound, messages};

group! {
    /// Stores (微信门店).
    stores: [AddStore, GetStore, GetStores, UpdateStore, DeleteStore, GetStoreCategories, GetWxCategory, AddLocations, GetLocations]
}

messages![StoreChecked];

/// Adds a store. An event `poi_check_notify` follows once it was looked at.
#[endpoint(POST "/cgi-bin/poi/addpoi", title = "创建门店",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/WeChat_Stores/WeChat_Store_Interface.html",
    scope(official), reply = AddedStore, call = "wx.stores().add(store)")]
pub struct AddStore {
    /// The store.
    pub business: StoreDraft,
}

/// A store to be added.
#[endpoint(part)]
pub struct StoreDraft {
    /// The store.
    pub base_info: Store,
}

/// A store that was added.
#[endpoint(part, reply_to(AddStore))]
pub struct AddedStore {
    /// Its number.
    pub poi_id: Option<String>,
}

/// A store.
#[endpoint(part)]
#[derive(Default)]
#[serde(default)]
pub struct Store {
    /// Its name, without a place: up to 15 Chinese characters.
    pub business_name: String,
    /// The province: up to 10 characters.
    pub province: String,
    /// The city: up to 30 characters.
    pub city: String,
    /// The district: up to 10 characters.
    pub district: String,
    /// Street and number, without district and above.
    pub address: String,
    /// The telephone number.
    pub telephone: String,
    /// What it is: one entry like `美食,小吃快餐`, one of [`GetStoreCategories`].
    pub categories: Vec<String>,
    /// In which system the place is given.
    pub offset_type: Coordinates,
    /// The longitude.
    pub longitude: f64,
    /// The latitude.
    pub latitude: f64,
    /// Its number. Only in replies.
    pub poi_id: Option<String>,
    /// The merchant's own number of it.
    pub sid: Option<String>,
    /// The name of the branch: up to 20 characters.
    pub branch_name: Option<String>,
    /// Pictures of it, up to 20.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub photo_list: Vec<StorePhoto>,
    /// What is recommended: up to 200 characters.
    pub recommend: Option<String>,
    /// What it offers besides, such as parking: up to 200 characters.
    pub special: Option<String>,
    /// About it: up to 300 characters.
    pub introduction: Option<String>,
    /// When it is open, as in `8:00-20:00`.
    pub open_time: Option<String>,
    /// What a person spends on average, in yuan.
    pub avg_price: Option<f64>,
    /// How far it is. Only in replies.
    pub available_state: Option<StoreState>,
    /// How far its last change is. Only in replies.
    pub update_status: Option<StoreUpdate>,
    /// Its number in Tencent's map, once it belongs to a store Mini Program. Only in replies.
    pub mapid: Option<String>,
    /// How far its move to a store Mini Program is, as a number. Only in replies.
    pub upgrade_status: Option<i64>,
    /// What there is to say about that. Only in replies.
    pub upgrade_comment: Option<String>,
}

int_enum! {
    /// In which system a place is given.
    pub enum Coordinates {
        /// The one of Chinese maps (GCJ-02, 火星坐标).
        Mars = 1,
        /// Sogou's.
        Sogou = 2,
        /// Baidu's.
        Baidu = 3,
        /// Mapbar's.
        Mapbar = 4,
        /// GPS.
        Gps = 5,
        /// Sogou's, projected.
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
    /// How far a store is.
    pub enum StoreState {
        /// Something failed on the side of the platform.
        Failed = 1,
        /// It is being looked at.
        Checking = 2,
        /// It was approved.
        Approved = 3,
        /// It was refused.
        Refused = 4,
    }
}

int_enum! {
    /// How far the change of a store is.
    pub enum StoreUpdate {
        /// There is none, or it holds.
        None = 0,
        /// It is being looked at; until then there can be no other.
        Checking = 1,
    }
}

/// A picture of a store.
#[endpoint(part)]
pub struct StorePhoto {
    /// Its address, as the platform gave it for an upload.
    pub photo_url: String,
}

/// Gives a store.
#[endpoint(POST "/cgi-bin/poi/getpoi", title = "查询门店信息",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/WeChat_Stores/WeChat_Store_Interface.html#9",
    scope(official), retry = safe, reply = StoreInfo, call = stores.get)]
pub struct GetStore {
    /// The store.
    pub poi_id: String,
}

/// A store.
#[endpoint(part, reply_to(GetStore))]
pub struct StoreInfo {
    /// The store.
    pub business: StoreEntry,
}

/// A store in a reply.
#[endpoint(part)]
pub struct StoreEntry {
    /// The store.
    pub base_info: Store,
}

/// Gives the stores, up to 50 at a time.
///
/// `wx.stores().list().pages()` walks through all of them.
#[endpoint(POST "/cgi-bin/poi/getpoilist", title = "查询门店列表",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/WeChat_Stores/WeChat_Store_Interface.html#10",
    scope(official), retry = safe, reply = Stores, call = "wx.stores().list()")]
pub struct GetStores {
    /// Where to begin, from 0.
    pub begin: u64,
    /// How many: up to 50.
    pub limit: u32,
}

/// A page of stores.
#[endpoint(part, reply_to(GetStores))]
pub struct Stores {
    /// The page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub business_list: Vec<StoreEntry>,
    /// How many there are.
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

/// Changes what a store offers. It is looked at again.
#[endpoint(POST "/cgi-bin/poi/updatepoi", title = "修改门店服务信息",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/WeChat_Stores/WeChat_Store_Interface.html",
    scope(official), retry = safe, call = "wx.stores().update(change)")]
pub struct UpdateStore {
    /// The store.
    pub business: StoreChangeEntry,
}

/// A store and what changes.
#[endpoint(part)]
pub struct StoreChangeEntry {
    /// What changes.
    pub base_info: StoreChange,
}

/// What changes of a store; what is left out stays.
#[endpoint(part)]
pub struct StoreChange {
    /// The store.
    pub poi_id: String,
    /// The merchant's own number of it.
    pub sid: Option<String>,
    /// The telephone number.
    pub telephone: Option<String>,
    /// The pictures, all of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub photo_list: Vec<StorePhoto>,
    /// What is recommended.
    pub recommend: Option<String>,
    /// What it offers besides.
    pub special: Option<String>,
    /// About it.
    pub introduction: Option<String>,
    /// When it is open.
    pub open_time: Option<String>,
    /// What a person spends on average, in yuan.
    pub avg_price: Option<f64>,
}

/// Deletes a store.
#[endpoint(POST "/cgi-bin/poi/delpoi", title = "删除门店",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/WeChat_Stores/WeChat_Store_Interface.html#12",
    scope(official), retry = safe, call = stores.delete)]
pub struct DeleteStore {
    /// The store.
    pub poi_id: String,
}

/// Gives what a store can be.
#[endpoint(GET "/cgi-bin/poi/getwxcategory", title = "门店类目表",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/WeChat_Stores/WeChat_Store_Interface.html",
    scope(official), reply = StoreCategories, call = stores.categories)]
pub struct GetStoreCategories {}

/// Gives what a store can be, at an older address.
#[endpoint(GET "/cgi-bin/api_getwxcategory", title = "门店类目表",
    scope(official), reply = StoreCategories)]
pub struct GetWxCategory {}

/// What a store can be.
#[endpoint(part, reply_to(GetStoreCategories, GetWxCategory))]
pub struct StoreCategories {
    /// The categories, as in `美食,江浙菜,上海菜`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub category_list: Vec<String>,
}

/// Adds places where cards are good; stores have taken their place.
#[endpoint(POST "/card/location/batchadd", title = "批量导入门店信息",
    scope(official), reply = LocationIds, call = stores.add_locations)]
pub struct AddLocations {
    /// The places.
    pub location_list: Vec<LocationDraft>,
}

/// A place to be added.
#[endpoint(part)]
pub struct LocationDraft {
    /// Its name.
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
    /// What it is.
    pub category: String,
    /// The longitude.
    pub longitude: f64,
    /// The latitude.
    pub latitude: f64,
    /// The name of the branch.
    pub branch_name: Option<String>,
}

/// Places that were added.
#[endpoint(part, reply_to(AddLocations))]
pub struct LocationIds {
    /// Their numbers; -1 for one that was not added.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub location_id_list: Vec<i64>,
}

/// Gives the places where cards are good.
#[endpoint(POST "/card/location/batchget", title = "拉取门店列表",
    scope(official), retry = safe, reply = Locations, call = stores.locations)]
pub struct GetLocations {
    /// Where to begin, from 0.
    pub offset: u64,
    /// How many; 0 is all.
    pub count: u32,
}

/// Places where cards are good.
#[endpoint(part, reply_to(GetLocations))]
pub struct Locations {
    /// The places.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub location_list: Vec<Location>,
    /// How many there are here.
    pub count: Option<u64>,
}

/// A place where cards are good.
#[endpoint(part)]
pub struct Location {
    /// Its number.
    pub location_id: Option<String>,
    /// Its name.
    pub business_name: Option<String>,
    /// The telephone number.
    pub phone: Option<String>,
    /// Where it is.
    pub address: Option<String>,
    /// The longitude.
    pub longitude: Option<f64>,
    /// The latitude.
    pub latitude: Option<f64>,
}

/// A store was looked at. Event `poi_check_notify`.
#[inbound(event = "poi_check_notify", scope(official))]
pub struct StoreChecked {
    /// From whom, to whom, when.
    pub header: Header,
    /// The merchant's own number of it.
    pub uniq_id: Option<String>,
    /// Its number.
    pub poi_id: Option<String>,
    /// `succ`, or `fail`.
    pub result: Option<String>,
    /// Why not.
    #[field(name = "msg")]
    pub message: Option<String>,
}

impl<'c, C: Caller + ?Sized> StoresHandle<'c, C> {
    /// Adds a store; see [`AddStore`].
    pub fn add(&self, store: Store) -> Call<'c, C, AddStore> {
        Call::new(self.caller, AddStore::new(StoreDraft::new(store)))
    }

    /// The stores, the first page when awaited; see [`GetStores`].
    pub fn list(&self) -> Call<'c, C, GetStores> {
        Call::new(self.caller, GetStores::new(0, 50))
    }

    /// Changes what a store offers; see [`UpdateStore`].
    pub fn update(&self, change: StoreChange) -> Call<'c, C, UpdateStore> {
        Call::new(self.caller, UpdateStore::new(StoreChangeEntry::new(change)))
    }
}
