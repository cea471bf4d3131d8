//! The stores of a store Mini Program.

use crate::store_mini_program::StoreMiniProgramHandle;
use weixin_api::{Call, Caller, Paged, endpoint};

/// Adds a store to the store Mini Program. An event `add_store_audit_info` follows.
#[endpoint(POST "/wxa/add_store", title = "添加门店",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/WeChat_Stores/WeChat_Shop_Miniprogram_Interface.html#12",
    scope(official), reply = AddedProgramStoreInfo, call = "wx.store_mini_program().add_store(map_poi_id, pictures, contract_phone)")]
pub struct AddProgramStore {
    /// The place in Tencent's map.
    pub map_poi_id: String,
    /// Its pictures; they travel as the text of their JSON.
    #[serde(with = "weixin_api::json_text")]
    pub pic_list: StorePictures,
    /// The telephone number.
    pub contract_phone: String,
    /// The number of the business licence.
    pub credential: Option<String>,
    /// When it is open, as in `10:00-21:00`.
    pub hour: Option<String>,
    /// Where it is.
    pub address: Option<String>,
    /// Whose it is, if not that of the account.
    pub company_name: Option<String>,
    /// Papers, uploaded; needed if `company_name` is given.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub qualification_list: Vec<String>,
    /// A card that is shown there.
    pub card_id: Option<String>,
    /// The store that moves here, or is changed.
    pub poi_id: Option<String>,
}

/// The pictures of a store.
#[endpoint(part)]
pub struct StorePictures {
    /// Their addresses.
    pub list: Vec<String>,
}

/// A store that was added.
#[endpoint(part, reply_to(AddProgramStore))]
pub struct AddedProgramStoreInfo {
    /// The store.
    pub data: AddedProgramStore,
}

/// A store that was added.
#[endpoint(part)]
pub struct AddedProgramStore {
    /// The number of the application.
    pub audit_id: Option<u64>,
}

/// Changes a store. New pictures are looked at; an event `modify_store_audit_info` follows.
#[endpoint(POST "/wxa/update_store", title = "更新门店信息",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/WeChat_Stores/WeChat_Shop_Miniprogram_Interface.html#13",
    scope(official), retry = safe, reply = UpdatedProgramStoreInfo, call = store_mini_program.update_store)]
pub struct UpdateProgramStore {
    /// The store.
    pub poi_id: String,
    /// The place in Tencent's map.
    pub map_poi_id: Option<String>,
    /// When it is open, as in `10:00-21:00`.
    pub hour: Option<String>,
    /// The telephone number.
    pub contract_phone: Option<String>,
    /// Its pictures, all of them; they travel as the text of their JSON.
    #[serde(
        default,
        with = "weixin_api::json_text::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub pic_list: Option<StorePictures>,
    /// A card that is shown there; empty: none.
    pub card_id: Option<String>,
}

/// What becomes of a change.
#[endpoint(part, reply_to(UpdateProgramStore))]
pub struct UpdatedProgramStoreInfo {
    /// What becomes of it.
    pub data: Option<UpdatedProgramStore>,
}

/// What becomes of a change.
#[endpoint(part)]
pub struct UpdatedProgramStore {
    /// Whether it has to be looked at.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub has_audit_id: Option<bool>,
    /// The number of the application.
    pub audit_id: Option<u64>,
}

/// Gives a store.
#[endpoint(POST "/wxa/get_store_info", title = "获取单个门店信息",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/WeChat_Stores/WeChat_Shop_Miniprogram_Interface.html#14",
    scope(official), retry = safe, reply = ProgramStoreInfo, call = store_mini_program.store)]
pub struct GetProgramStore {
    /// The store.
    pub poi_id: String,
}

/// A store.
#[endpoint(part, reply_to(GetProgramStore))]
pub struct ProgramStoreInfo {
    /// The store.
    pub business: ProgramStoreEntry,
}

/// A store in a reply.
#[endpoint(part)]
pub struct ProgramStoreEntry {
    /// The store.
    pub base_info: ProgramStore,
}

/// A store of a store Mini Program.
#[endpoint(part)]
pub struct ProgramStore {
    /// Its number.
    pub poi_id: Option<String>,
    /// Its name.
    pub business_name: Option<String>,
    /// The province.
    pub province: Option<String>,
    /// The city.
    pub city: Option<String>,
    /// The district.
    pub district: Option<String>,
    /// Where it is.
    pub address: Option<String>,
    /// The telephone number.
    pub telephone: Option<String>,
    /// The longitude.
    pub longitude: Option<f64>,
    /// The latitude.
    pub latitude: Option<f64>,
    /// When it is open.
    pub open_time: Option<String>,
    /// Its pictures.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub photo_list: Vec<ProgramStorePhoto>,
    /// How far it is, as a number; 1: approved.
    pub status: Option<i64>,
    /// The number of the business licence.
    pub qualification_num: Option<String>,
    /// Whose it is.
    pub qualification_name: Option<String>,
}

/// A picture of a store.
#[endpoint(part)]
pub struct ProgramStorePhoto {
    /// Its address.
    pub photo_url: String,
}

/// Gives the stores, up to 50 at a time.
#[endpoint(POST "/wxa/get_store_list", title = "获取门店信息列表",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/WeChat_Stores/WeChat_Shop_Miniprogram_Interface.html#15",
    scope(official), retry = safe, reply = ProgramStores, call = "wx.store_mini_program().stores()")]
pub struct GetProgramStores {
    /// Where to begin, from 0.
    pub offset: u64,
    /// How many: up to 50; 0 is 20.
    pub limit: u32,
}

/// A page of stores.
#[endpoint(part, reply_to(GetProgramStores))]
pub struct ProgramStores {
    /// The page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub business_list: Vec<ProgramStoreEntry>,
    /// How many there are.
    pub total_count: Option<u64>,
}

impl Paged for GetProgramStores {
    type Item = ProgramStore;
    fn split_page(self, page: ProgramStores) -> (Vec<ProgramStore>, Option<Self>) {
        let stores: Vec<_> = page.business_list.into_iter().map(|entry| entry.base_info).collect();
        let offset = self.offset + stores.len() as u64;
        let more = !stores.is_empty() && page.total_count.is_none_or(|total| offset < total);
        (stores, more.then_some(Self { offset, ..self }))
    }
}

/// Deletes a store.
#[endpoint(POST "/wxa/del_store", title = "删除门店",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/WeChat_Stores/WeChat_Shop_Miniprogram_Interface.html#16",
    scope(official), retry = safe, call = store_mini_program.delete_store)]
pub struct DeleteProgramStore {
    /// The store.
    pub poi_id: String,
}

/// Says which card is shown at a store.
#[endpoint(POST "/card/storewxa/get", title = "查询门店小程序卡券",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/WeChat_Stores/WeChat_Shop_Miniprogram_Interface.html#18",
    scope(official), retry = safe, reply = StoreCard, call = store_mini_program.card)]
pub struct GetStoreCard {
    /// The store.
    pub poi_id: String,
}

/// The card that is shown at a store.
#[endpoint(part, reply_to(GetStoreCard))]
pub struct StoreCard {
    /// The card, if there is one.
    pub card_id: Option<String>,
}

/// Says which card is shown at a store.
#[endpoint(POST "/card/storewxa/set", title = "设置门店小程序卡券",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/WeChat_Stores/WeChat_Shop_Miniprogram_Interface.html#18",
    scope(official), retry = safe, call = store_mini_program.set_card)]
pub struct SetStoreCard {
    /// The store.
    pub poi_id: String,
    /// The card.
    pub card_id: String,
}

impl<'c, C: Caller + ?Sized> StoreMiniProgramHandle<'c, C> {
    /// Adds a store; see [`AddProgramStore`].
    pub fn add_store(
        &self,
        map_poi_id: impl Into<String>,
        pictures: impl Into<Vec<String>>,
        contract_phone: impl Into<String>,
    ) -> Call<'c, C, AddProgramStore> {
        Call::new(
            self.caller,
            AddProgramStore::new(map_poi_id, StorePictures::new(pictures), contract_phone),
        )
    }

    /// The stores, the first page when awaited; see [`GetProgramStores`].
    pub fn stores(&self) -> Call<'c, C, GetProgramStores> {
        Call::new(self.caller, GetProgramStores::new(0, 50))
    }
}
