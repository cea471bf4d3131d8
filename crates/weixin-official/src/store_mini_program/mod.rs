//! Store Mini Programs (门店小程序): a Mini Program that the platform makes of a merchant's stores.
//! `/wxa/add_store`, `/wxa/get_store_list`, …

mod map;
mod store;

use weixin_api::{endpoint, group, int_enum};
use weixin_protocol::{Header, MediaId, inbound, messages};

pub use self::{map::*, store::*};

group! {
    /// Store Mini Programs (门店小程序).
    store_mini_program: [GetStoreProgramCategories, GetDistricts, SearchMapPlaces, CreateMapPlace, AddProgramStore, UpdateProgramStore, GetProgramStore, GetProgramStores, DeleteProgramStore, GetStoreCard, SetStoreCard, ApplyStoreProgram, GetStoreProgramAudit, UpdateStoreProgram]
}

messages![StoreProgramChecked, MapPlaceChecked, ProgramStoreChecked, ProgramStoreChangeChecked];

/// Gives the categories of store Mini Programs.
#[endpoint(GET "/wxa/get_merchant_category", title = "拉取门店小程序类目",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/WeChat_Stores/WeChat_Shop_Miniprogram_Interface.html#5",
    scope(official), reply = StoreProgramCategoriesInfo, call = store_mini_program.categories)]
pub struct GetStoreProgramCategories {}

/// The categories.
#[endpoint(part, reply_to(GetStoreProgramCategories))]
pub struct StoreProgramCategoriesInfo {
    /// The categories.
    pub data: StoreProgramCategoryData,
}

/// The categories.
#[endpoint(part)]
pub struct StoreProgramCategoryData {
    /// The categories.
    pub all_category_info: StoreProgramCategoryTree,
}

/// The categories, as a list of which each names what is below it.
#[endpoint(part)]
pub struct StoreProgramCategoryTree {
    /// The categories.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub categories: Vec<StoreProgramCategory>,
}

/// A category.
#[endpoint(part)]
pub struct StoreProgramCategory {
    /// Its number; 0 is the root.
    pub id: u64,
    /// Its name.
    pub name: Option<String>,
    /// How far below the root it is.
    pub level: Option<u32>,
    /// The one above.
    pub father: Option<u64>,
    /// Those below.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub children: Vec<u64>,
    /// 1: papers have to be handed in.
    pub sensitive_type: Option<i64>,
    /// Which papers.
    pub qualify: Option<StoreProgramPapers>,
    /// A number of the platform's.
    pub scene: Option<i64>,
}

/// The papers a category needs.
#[endpoint(part)]
pub struct StoreProgramPapers {
    /// The papers; of each of these, one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exter_list: Vec<StoreProgramPaperChoice>,
    /// A note.
    pub remark: Option<String>,
}

/// Papers of which one is needed.
#[endpoint(part)]
pub struct StoreProgramPaperChoice {
    /// The papers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub inner_list: Vec<StoreProgramPaper>,
}

/// A paper.
#[endpoint(part)]
pub struct StoreProgramPaper {
    /// What it is.
    pub name: String,
    /// The address of an example.
    pub url: Option<String>,
}

/// Applies for a store Mini Program. An administrator has to confirm it within 24 hours; an
/// event `apply_merchant_audit_info` follows.
#[endpoint(POST "/wxa/apply_merchant", title = "创建门店小程序",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/WeChat_Stores/WeChat_Shop_Miniprogram_Interface.html#6",
    scope(official), call = store_mini_program.apply)]
pub struct ApplyStoreProgram {
    /// Its category.
    pub first_catid: u64,
    /// The category below.
    pub second_catid: u64,
    /// Its name.
    pub nickname: String,
    /// About it.
    pub intro: String,
    /// Its picture, uploaded.
    pub headimg_mediaid: MediaId,
    /// The papers, uploaded.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub qualification_list: Vec<String>,
    /// The code of the organization.
    pub org_code: Option<String>,
    /// More papers, uploaded.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub other_files: Vec<String>,
}

/// Says how far the application for a store Mini Program is.
#[endpoint(GET "/wxa/get_merchant_audit_info", title = "查询门店小程序审核结果",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/WeChat_Stores/WeChat_Shop_Miniprogram_Interface.html#7",
    scope(official), reply = StoreProgramAuditInfo, call = store_mini_program.audit)]
pub struct GetStoreProgramAudit {}

/// How far an application is.
#[endpoint(part, reply_to(GetStoreProgramAudit))]
pub struct StoreProgramAuditInfo {
    /// How far.
    pub data: StoreProgramAudit,
}

/// How far an application is.
#[endpoint(part)]
pub struct StoreProgramAudit {
    /// Its number.
    pub audit_id: Option<u64>,
    /// How far it is.
    pub status: Option<StoreProgramState>,
    /// Why it was refused.
    pub reason: Option<String>,
}

int_enum! {
    /// How far an application is.
    pub enum StoreProgramState {
        /// It was not handed in.
        NotSubmitted = 0,
        /// It was approved.
        Approved = 1,
        /// It is being looked at.
        Checking = 2,
        /// It was refused.
        Refused = 3,
        /// The administrator said no.
        Declined = 4,
    }
}

/// Changes picture and description of the store Mini Program.
#[endpoint(POST "/wxa/modify_merchant", title = "修改门店小程序信息",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/WeChat_Stores/WeChat_Shop_Miniprogram_Interface.html#8",
    scope(official), retry = safe, call = store_mini_program.update)]
pub struct UpdateStoreProgram {
    /// Its picture, uploaded; empty if it stays.
    pub headimg_mediaid: MediaId,
    /// About it; empty if it stays.
    pub intro: String,
}

/// It was decided about a store Mini Program. Event `apply_merchant_audit_info`.
#[inbound(event = "apply_merchant_audit_info", scope(official))]
pub struct StoreProgramChecked {
    /// From whom, to whom, when.
    pub header: Header,
    /// The application.
    #[field(name = "audit_id")]
    pub audit_id: Option<u64>,
    /// What was decided, as in [`StoreProgramState`].
    #[field(name = "status")]
    pub status: Option<i64>,
    /// Why not.
    #[field(name = "reason")]
    pub reason: Option<String>,
}

/// It was decided about a place for Tencent's map. Event `create_map_poi_audit_info`.
#[inbound(event = "create_map_poi_audit_info", scope(official))]
pub struct MapPlaceChecked {
    /// From whom, to whom, when.
    pub header: Header,
    /// The application.
    #[field(name = "audit_id")]
    pub audit_id: Option<u64>,
    /// What was decided; 1: it is there.
    #[field(name = "status")]
    pub status: Option<i64>,
    /// The place.
    #[field(name = "map_poi_id")]
    pub map_poi_id: Option<String>,
    /// Its name.
    #[field(name = "name")]
    pub name: Option<String>,
    /// Where it is.
    #[field(name = "address")]
    pub address: Option<String>,
    /// The latitude.
    #[field(name = "latitude")]
    pub latitude: Option<f64>,
    /// The longitude.
    #[field(name = "longitude")]
    pub longitude: Option<f64>,
    /// A note.
    #[field(name = "sh_remark")]
    pub sh_remark: Option<String>,
}

/// It was decided about a new store. Event `add_store_audit_info`.
#[inbound(event = "add_store_audit_info", scope(official))]
pub struct ProgramStoreChecked {
    /// From whom, to whom, when.
    pub header: Header,
    /// The application.
    #[field(name = "audit_id")]
    pub audit_id: Option<String>,
    /// What was decided; 1: it was approved.
    #[field(name = "status")]
    pub status: Option<i64>,
    /// Why not.
    #[field(name = "reason")]
    pub reason: Option<String>,
    /// 0 for a new store; 1 for one that was completed.
    #[field(name = "is_upgrade")]
    pub is_upgrade: Option<i64>,
    /// The store, if it was approved.
    #[field(name = "poiid")]
    pub poi_id: Option<String>,
}

/// It was decided about new pictures of a store. Event `modify_store_audit_info`.
#[inbound(event = "modify_store_audit_info", scope(official))]
pub struct ProgramStoreChangeChecked {
    /// From whom, to whom, when.
    pub header: Header,
    /// The application.
    #[field(name = "audit_id")]
    pub audit_id: Option<String>,
    /// What was decided.
    #[field(name = "status")]
    pub status: Option<i64>,
    /// Why not.
    #[field(name = "reason")]
    pub reason: Option<String>,
}
