//! The stores of a store Mini Program.

use crate::store_mini_program::StoreMiniProgramHandle;
use weixin_api::{Call, Caller, Paged, endpoint};

use super::StoreAuditId;
use crate::ids::{CardId, StoreId};
use crate::store::MapId;
use weixin_protocol::MediaId;

/// Adds a store to the store Mini Program (添加门店).
///
/// The outcome is pushed as a [`ProgramStoreChecked`](super::ProgramStoreChecked).
///
/// Fails with 85038 or 85040 when the store was added before, with 85039 when another account has
/// it, with 85053 before the Mini Program was applied for, with 85055 when the place is unknown,
/// with 85056 when a picture is.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Official};
/// # use weixin_official::prelude::*;
/// # async fn example(wx: impl Caller<Kind = Official>, map_poi_id: &str) -> Result<(), Error> {
/// let pictures = ["https://mmbiz.qpic.cn/door.jpg".to_owned()];
/// let added = wx.store_mini_program().add_store(map_poi_id, pictures, "020-12345678").await?;
/// println!("review {:?}", added.data.audit_id);
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/wxa/add_store", title = "添加门店",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/WeChat_Stores/WeChat_Shop_Miniprogram_Interface.html#12",
    scope(official), reply = AddedProgramStoreInfo, call = "wx.store_mini_program().add_store(map_poi_id, pictures, contract_phone)")]
pub struct AddProgramStore {
    /// The place in Tencent's map.
    pub map_poi_id: MapId,
    /// The pictures; they travel as a JSON text.
    #[serde(with = "weixin_api::json_text")]
    pub pic_list: StorePictures,
    /// The telephone number.
    pub contract_phone: String,
    /// The number of the business licence.
    pub credential: Option<String>,
    /// The opening hours, as in `10:00-21:00`.
    pub hour: Option<String>,
    /// Street and number.
    pub address: Option<String>,
    /// The name of the company. Left out if it is the account's own.
    pub company_name: Option<String>,
    /// Documents, uploaded as temporary media. Required if `company_name` is given.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub qualification_list: Vec<MediaId>,
    /// A card that the store shows.
    pub card_id: Option<CardId>,
    /// The present store that is moved to the Mini Program, or changed.
    pub poi_id: Option<StoreId>,
}

/// The pictures of a store.
#[endpoint(part)]
pub struct StorePictures {
    /// The addresses of the pictures.
    pub list: Vec<String>,
}

/// The reply to an added store.
#[endpoint(part, reply_to(AddProgramStore))]
pub struct AddedProgramStoreInfo {
    /// The application.
    pub data: AddedProgramStore,
}

/// An application for a store.
#[endpoint(part)]
pub struct AddedProgramStore {
    /// The application, whose outcome is pushed.
    pub audit_id: Option<StoreAuditId>,
}

/// Changes a store; fields that are left out stay as they are.
///
/// New pictures are reviewed, and the outcome is pushed as a
/// [`ProgramStoreChangeChecked`](super::ProgramStoreChangeChecked).
#[endpoint(POST "/wxa/update_store", title = "更新门店信息",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/WeChat_Stores/WeChat_Shop_Miniprogram_Interface.html#13",
    scope(official), retry = safe, reply = UpdatedProgramStoreInfo, call = store_mini_program.update_store)]
pub struct UpdateProgramStore {
    /// The store to change.
    pub poi_id: StoreId,
    /// The place in Tencent's map.
    pub map_poi_id: Option<MapId>,
    /// The opening hours, as in `10:00-21:00`.
    pub hour: Option<String>,
    /// The telephone number.
    pub contract_phone: Option<String>,
    /// The pictures, which replace all present ones; they travel as a JSON text.
    #[serde(
        default,
        with = "weixin_api::json_text::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub pic_list: Option<StorePictures>,
    /// A card that the store shows. Empty: none.
    pub card_id: Option<CardId>,
}

/// The reply to a change of a store.
#[endpoint(part, reply_to(UpdateProgramStore))]
pub struct UpdatedProgramStoreInfo {
    /// Whether the change is reviewed.
    pub data: Option<UpdatedProgramStore>,
}

/// Whether a change of a store is reviewed.
#[endpoint(part)]
pub struct UpdatedProgramStore {
    /// Whether the change is reviewed (是否需要审核).
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub has_audit_id: Option<bool>,
    /// The application. Only if the change is reviewed.
    pub audit_id: Option<StoreAuditId>,
}

/// Returns a store.
#[endpoint(POST "/wxa/get_store_info", title = "获取单个门店信息",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/WeChat_Stores/WeChat_Shop_Miniprogram_Interface.html#14",
    scope(official), retry = safe, reply = ProgramStoreInfo, call = store_mini_program.store)]
pub struct GetProgramStore {
    /// The store to return.
    pub poi_id: StoreId,
}

/// The reply with a store.
#[endpoint(part, reply_to(GetProgramStore))]
pub struct ProgramStoreInfo {
    /// The store, as the wire nests it.
    pub business: ProgramStoreEntry,
}

/// A store in a reply, as the wire nests it.
#[endpoint(part)]
pub struct ProgramStoreEntry {
    /// The store.
    pub base_info: ProgramStore,
}

/// A store of a store Mini Program.
#[endpoint(part)]
pub struct ProgramStore {
    /// The id of the store.
    pub poi_id: Option<StoreId>,
    /// The name of the store.
    pub business_name: Option<String>,
    /// The province.
    pub province: Option<String>,
    /// The city.
    pub city: Option<String>,
    /// The district.
    pub district: Option<String>,
    /// Street and number.
    pub address: Option<String>,
    /// The telephone number.
    pub telephone: Option<String>,
    /// The longitude in degrees.
    pub longitude: Option<f64>,
    /// The latitude in degrees.
    pub latitude: Option<f64>,
    /// The opening hours, as in `11:00-12:00`.
    pub open_time: Option<String>,
    /// The pictures.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub photo_list: Vec<ProgramStorePhoto>,
    /// The state of the store, a number. 1: it was approved; other values are not documented.
    pub status: Option<i64>,
    /// The number of the business licence.
    pub qualification_num: Option<String>,
    /// The company in the business licence.
    pub qualification_name: Option<String>,
}

/// A picture of a store.
#[endpoint(part)]
pub struct ProgramStorePhoto {
    /// The address of the picture.
    pub photo_url: String,
}

/// Returns a page of the stores.
#[endpoint(POST "/wxa/get_store_list", title = "获取门店信息列表",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/WeChat_Stores/WeChat_Shop_Miniprogram_Interface.html#15",
    scope(official), retry = safe, reply = ProgramStores, call = "wx.store_mini_program().stores()")]
pub struct GetProgramStores {
    /// How many stores to skip.
    pub offset: u64,
    /// How many stores to return, at most 50. 0: 20.
    pub limit: u32,
}

/// A page of the stores.
#[endpoint(part, reply_to(GetProgramStores))]
pub struct ProgramStores {
    /// The stores of this page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub business_list: Vec<ProgramStoreEntry>,
    /// How many stores there are in all.
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
    /// The store to delete.
    pub poi_id: StoreId,
}

/// Returns the card that a store shows.
#[endpoint(POST "/card/storewxa/get", title = "查询门店小程序卡券",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/WeChat_Stores/WeChat_Shop_Miniprogram_Interface.html#18",
    scope(official), retry = safe, reply = StoreCard, call = store_mini_program.card)]
pub struct GetStoreCard {
    /// The store whose card is returned.
    pub poi_id: StoreId,
}

/// The card that a store shows.
#[endpoint(part, reply_to(GetStoreCard))]
pub struct StoreCard {
    /// The card; missing if the store shows none.
    pub card_id: Option<CardId>,
}

/// Sets the card that a store shows.
#[endpoint(POST "/card/storewxa/set", title = "设置门店小程序卡券",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/WeChat_Stores/WeChat_Shop_Miniprogram_Interface.html#18",
    scope(official), retry = safe, call = store_mini_program.set_card)]
pub struct SetStoreCard {
    /// The store that shows the card.
    pub poi_id: StoreId,
    /// The card to show.
    pub card_id: CardId,
}

impl<'c, C: Caller + ?Sized> StoreMiniProgramHandle<'c, C> {
    /// Adds a store; see [`AddProgramStore`].
    pub fn add_store(
        &self,
        map_poi_id: impl Into<MapId>,
        pictures: impl Into<Vec<String>>,
        contract_phone: impl Into<String>,
    ) -> Call<'c, C, AddProgramStore> {
        Call::new(
            self.caller,
            AddProgramStore::new(map_poi_id, StorePictures::new(pictures), contract_phone),
        )
    }

    /// Returns the stores, the first page when awaited; see [`GetProgramStores`].
    pub fn stores(&self) -> Call<'c, C, GetProgramStores> {
        Call::new(self.caller, GetProgramStores::new(0, 50))
    }
}
