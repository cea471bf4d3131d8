//! Store Mini Programs (门店小程序): a Mini Program that the platform generates from the stores of a
//! merchant. `/wxa/add_store`, `/wxa/get_store_list`, …

// Error codes 85024 to 85058: one source; no page of the platform was found that has them.

mod map;
mod store;

use weixin_api::{endpoint, group, int_enum};
use weixin_protocol::{Header, MediaId, inbound, messages};

pub use self::{map::*, store::*};

use crate::ids::StoreId;
use crate::store::MapId;

group! {
    /// Store Mini Programs (门店小程序).
    store_mini_program: [
        GetStoreProgramCategories, GetDistricts, SearchMapPlaces, CreateMapPlace, AddProgramStore,
        UpdateProgramStore, GetProgramStore, GetProgramStores, DeleteProgramStore, GetStoreCard,
        SetStoreCard, ApplyStoreProgram, GetStoreProgramAudit, UpdateStoreProgram,
    ]
}

messages![StoreProgramChecked, MapPlaceChecked, ProgramStoreChecked, ProgramStoreChangeChecked];

weixin_api::integer_id! {
    /// A category of store Mini Programs (类目, id). The root is 0.
    StoreProgramCategoryId(u64)
    /// An application that the platform reviews (审核单, audit_id): for a store Mini Program, a place
    /// or a store.
    StoreAuditId(u64)
}

/// Returns the categories of store Mini Programs.
#[endpoint(GET "/wxa/get_merchant_category", title = "拉取门店小程序类目",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/WeChat_Stores/WeChat_Shop_Miniprogram_Interface.html#5",
    scope(official), reply = StoreProgramCategoriesInfo, call = store_mini_program.categories)]
pub struct GetStoreProgramCategories {}

/// The reply with the categories of store Mini Programs.
#[endpoint(part, reply_to(GetStoreProgramCategories))]
pub struct StoreProgramCategoriesInfo {
    /// The categories.
    pub data: StoreProgramCategoryData,
}

/// The categories of store Mini Programs, as the wire nests them.
#[endpoint(part)]
pub struct StoreProgramCategoryData {
    /// The categories.
    pub all_category_info: StoreProgramCategoryTree,
}

/// The categories of store Mini Programs: a list in which each names those below it.
#[endpoint(part)]
pub struct StoreProgramCategoryTree {
    /// The categories.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub categories: Vec<StoreProgramCategory>,
}

/// A category of store Mini Programs.
#[endpoint(part)]
pub struct StoreProgramCategory {
    /// The id of the category. The root is 0.
    pub id: StoreProgramCategoryId,
    /// The name of the category.
    pub name: Option<String>,
    /// The level below the root.
    pub level: Option<u32>,
    /// The category above.
    pub father: Option<StoreProgramCategoryId>,
    /// The categories below.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub children: Vec<StoreProgramCategoryId>,
    /// 1 when documents are required (敏感类目), 0 when none are.
    pub sensitive_type: Option<i64>,
    /// The documents that are required.
    pub qualify: Option<StoreProgramPapers>,
    /// A number of the platform's; its values are not documented.
    pub scene: Option<i64>,
}

/// The documents that a category requires.
#[endpoint(part)]
pub struct StoreProgramPapers {
    /// The documents; of each entry one is required.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exter_list: Vec<StoreProgramPaperChoice>,
    /// A remark.
    pub remark: Option<String>,
}

/// Documents of which one is required.
#[endpoint(part)]
pub struct StoreProgramPaperChoice {
    /// The documents.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub inner_list: Vec<StoreProgramPaper>,
}

/// A document.
#[endpoint(part)]
pub struct StoreProgramPaper {
    /// The name of the document.
    pub name: String,
    /// The address of an example.
    pub url: Option<String>,
}

/// Applies for a store Mini Program (创建门店小程序).
///
/// The administrator must confirm the application within 24 hours. The outcome is pushed as a
/// [`StoreProgramChecked`].
///
/// Fails with 85024 when documents are missing, with 85029 when the name is taken, with 85030 when
/// it has not 4 to 30 characters, with 85031 to 85035 when it is not allowed, with 85036 when the
/// introduction is not, with 85050 while another application is under review, with 85056 when a
/// file is unknown.
#[endpoint(POST "/wxa/apply_merchant", title = "创建门店小程序",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/WeChat_Stores/WeChat_Shop_Miniprogram_Interface.html#6",
    scope(official), call = store_mini_program.apply)]
pub struct ApplyStoreProgram {
    /// The category of the first level.
    pub first_catid: StoreProgramCategoryId,
    /// The category of the second level.
    pub second_catid: StoreProgramCategoryId,
    /// The name of the Mini Program.
    pub nickname: String,
    /// The introduction.
    pub intro: String,
    /// The picture, uploaded as temporary media.
    pub headimg_mediaid: MediaId,
    /// The documents that the category requires, uploaded as temporary media.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub qualification_list: Vec<MediaId>,
    /// The code of the organization (组织机构代码).
    pub org_code: Option<String>,
    /// Further documents, uploaded as temporary media.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub other_files: Vec<MediaId>,
}

/// Returns the state of the application for a store Mini Program.
///
/// Fails with 85058 when there is no application.
#[endpoint(GET "/wxa/get_merchant_audit_info", title = "查询门店小程序审核结果",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/WeChat_Stores/WeChat_Shop_Miniprogram_Interface.html#7",
    scope(official), reply = StoreProgramAuditInfo, call = store_mini_program.audit)]
pub struct GetStoreProgramAudit {}

/// The reply with the state of an application.
#[endpoint(part, reply_to(GetStoreProgramAudit))]
pub struct StoreProgramAuditInfo {
    /// The state.
    pub data: StoreProgramAudit,
}

/// The state of an application for a store Mini Program.
#[endpoint(part)]
pub struct StoreProgramAudit {
    /// The application.
    pub audit_id: Option<StoreAuditId>,
    /// The state.
    pub status: Option<StoreProgramState>,
    /// Why it was rejected. Only when it was.
    pub reason: Option<String>,
}

int_enum! {
    /// The state of an application (审核状态).
    pub enum StoreProgramState {
        /// It was not submitted (未提交审核).
        NotSubmitted = 0,
        /// It was approved (审核成功).
        Approved = 1,
        /// The platform reviews it (审核中).
        Checking = 2,
        /// The review rejected it (审核失败).
        Rejected = 3,
        /// The administrator rejected it (管理员拒绝).
        Declined = 4,
    }
}

/// Changes picture and introduction of the store Mini Program.
///
/// Fails with 85049 when picture and introduction were changed too often, with 85053 before the
/// Mini Program was applied for, with 85056 when the picture is unknown.
#[endpoint(POST "/wxa/modify_merchant", title = "修改门店小程序信息",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/WeChat_Stores/WeChat_Shop_Miniprogram_Interface.html#8",
    scope(official), retry = safe, call = store_mini_program.update)]
pub struct UpdateStoreProgram {
    /// The picture, uploaded as temporary media. Empty: it stays.
    pub headimg_mediaid: MediaId,
    /// The introduction. Empty: it stays.
    pub intro: String,
}

/// The platform finished the review of a store Mini Program.
#[inbound(event = "apply_merchant_audit_info", scope(official))]
pub struct StoreProgramChecked {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The application that was decided.
    #[field(name = "audit_id")]
    pub audit_id: Option<StoreAuditId>,
    /// The outcome of the review.
    #[field(name = "status")]
    pub status: Option<StoreProgramState>,
    /// Why it was rejected. Only when it was.
    #[field(name = "reason")]
    pub reason: Option<String>,
}

/// The platform finished the review of a place for Tencent's map.
#[inbound(event = "create_map_poi_audit_info", scope(official))]
pub struct MapPlaceChecked {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The application that was decided, [`CreatedMapPlace::base_id`].
    #[field(name = "audit_id")]
    pub audit_id: Option<StoreAuditId>,
    /// The outcome of the review.
    #[field(name = "status")]
    pub status: Option<StoreProgramState>,
    /// The place in Tencent's map.
    #[field(name = "map_poi_id")]
    pub map_poi_id: Option<MapId>,
    /// The name of the place.
    #[field(name = "name")]
    pub name: Option<String>,
    /// Street and number.
    #[field(name = "address")]
    pub address: Option<String>,
    /// The latitude in degrees.
    #[field(name = "latitude")]
    pub latitude: Option<f64>,
    /// The longitude in degrees.
    #[field(name = "longitude")]
    pub longitude: Option<f64>,
    /// A remark on the review.
    #[field(name = "sh_remark")]
    pub sh_remark: Option<String>,
}

/// The platform finished the review of a new store of the store Mini Program.
#[inbound(event = "add_store_audit_info", scope(official))]
pub struct ProgramStoreChecked {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The application that was decided.
    #[field(name = "audit_id")]
    pub audit_id: Option<StoreAuditId>,
    /// The outcome of the review.
    #[field(name = "status")]
    pub status: Option<StoreProgramState>,
    /// Why it was rejected. Only when it was.
    #[field(name = "reason")]
    pub reason: Option<String>,
    /// Whether the store is new.
    #[field(name = "is_upgrade")]
    pub is_upgrade: Option<ProgramStoreOrigin>,
    /// The store. Only when it was approved.
    #[field(name = "poiid")]
    pub poi_id: Option<StoreId>,
}

int_enum! {
    /// Whether a reviewed store is new.
    pub enum ProgramStoreOrigin {
        /// It is new.
        New = 0,
        /// It existed and was completed.
        Completed = 1,
    }
}

/// The platform finished the review of new pictures of a store of the store Mini Program.
#[inbound(event = "modify_store_audit_info", scope(official))]
pub struct ProgramStoreChangeChecked {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The application that was decided.
    #[field(name = "audit_id")]
    pub audit_id: Option<StoreAuditId>,
    /// The outcome of the review.
    #[field(name = "status")]
    pub status: Option<StoreProgramState>,
    /// Why it was rejected. Only when it was.
    #[field(name = "reason")]
    pub reason: Option<String>,
}
