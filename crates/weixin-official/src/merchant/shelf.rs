//! Groups of products, and shelves: pages that show groups.

use crate::merchant::MerchantHandle;
use weixin_api::{Call, Caller, endpoint};

/// Makes a group of products.
#[endpoint(POST "/merchant/group/add", title = "增加分组",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Instant_Stores/WeChat_Store_Interface.html",
    scope(official), reply = AddedMerchantGroup, call = "wx.merchant().add_group(name, products)")]
pub struct AddMerchantGroup {
    /// The group.
    pub group_detail: MerchantGroupDraft,
}

/// A group to be made.
#[endpoint(part)]
pub struct MerchantGroupDraft {
    /// Its name.
    pub group_name: String,
    /// The products.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub product_list: Vec<String>,
}

/// A group that was made.
#[endpoint(part, reply_to(AddMerchantGroup))]
pub struct AddedMerchantGroup {
    /// Its number.
    pub group_id: u64,
}

/// Deletes a group.
#[endpoint(POST "/merchant/group/del", title = "删除分组",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Instant_Stores/WeChat_Store_Interface.html",
    scope(official), retry = safe, call = merchant.delete_group)]
pub struct DeleteMerchantGroup {
    /// The group.
    pub group_id: u64,
}

/// Gives a group another name.
#[endpoint(POST "/merchant/group/propertymod", title = "修改分组属性",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Instant_Stores/WeChat_Store_Interface.html",
    scope(official), retry = safe, call = merchant.rename_group)]
pub struct RenameMerchantGroup {
    /// The group.
    pub group_id: u64,
    /// The name.
    pub group_name: String,
}

/// Puts products into a group, or takes them out.
#[endpoint(POST "/merchant/group/productmod", title = "修改分组商品",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Instant_Stores/WeChat_Store_Interface.html",
    scope(official), retry = safe, call = merchant.update_group)]
pub struct UpdateMerchantGroup {
    /// The group.
    pub group_id: u64,
    /// The products.
    pub product: Vec<MerchantGroupChange>,
}

/// A product that is put into a group, or taken out.
#[endpoint(part)]
pub struct MerchantGroupChange {
    /// The product.
    pub product_id: String,
    /// Whether it is put in.
    #[serde(with = "weixin_api::bool_as_int")]
    pub mod_action: bool,
}

/// Gives all groups.
#[endpoint(GET "/merchant/group/getall", title = "获取所有分组",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Instant_Stores/WeChat_Store_Interface.html",
    scope(official), reply = MerchantGroups, call = merchant.groups)]
pub struct GetMerchantGroups {}

/// All groups.
#[endpoint(part, reply_to(GetMerchantGroups))]
pub struct MerchantGroups {
    /// The groups.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub groups_detail: Vec<MerchantGroup>,
}

/// A group of products.
#[endpoint(part)]
pub struct MerchantGroup {
    /// Its number.
    pub group_id: u64,
    /// Its name.
    pub group_name: Option<String>,
    /// The products; not in the list of all groups.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub product_list: Vec<String>,
}

/// Gives a group.
#[endpoint(POST "/merchant/group/getbyid", title = "根据分组ID获取分组信息",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Instant_Stores/WeChat_Store_Interface.html",
    scope(official), retry = safe, reply = MerchantGroupInfo, call = merchant.group)]
pub struct GetMerchantGroup {
    /// The group.
    pub group_id: u64,
}

/// A group.
#[endpoint(part, reply_to(GetMerchantGroup))]
pub struct MerchantGroupInfo {
    /// The group.
    pub group_detail: MerchantGroup,
}

/// Makes a shelf.
#[endpoint(POST "/merchant/shelf/add", title = "增加货架",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Instant_Stores/WeChat_Store_Interface.html",
    scope(official), reply = AddedMerchantShelf, call = merchant.add_shelf)]
pub struct AddMerchantShelf {
    /// What is on it.
    pub shelf_data: MerchantShelfData,
    /// The address of the picture at the top, from
    /// [`UploadMerchantImage`](super::UploadMerchantImage); 640 by 330.
    pub shelf_banner: String,
    /// Its name.
    pub shelf_name: String,
}

/// What is on a shelf.
#[endpoint(part)]
pub struct MerchantShelfData {
    /// The boards, from the top down.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub module_infos: Vec<MerchantShelfModule>,
}

/// A board of a shelf.
#[endpoint(part)]
pub struct MerchantShelfModule {
    /// What it looks like: 1 to 5. 1 and 3 show one group, the others several.
    pub eid: u8,
    /// The group.
    pub group_info: Option<MerchantShelfGroup>,
    /// The groups.
    pub group_infos: Option<MerchantShelfGroups>,
}

/// A group on a shelf.
#[endpoint(part)]
pub struct MerchantShelfGroup {
    /// The group.
    pub group_id: u64,
    /// How much of it is shown, of 1.
    pub filter: Option<MerchantShelfFilter>,
    /// The address of a picture, of 3 and 4.
    pub img: Option<String>,
}

/// How much of a group is shown.
#[endpoint(part)]
pub struct MerchantShelfFilter {
    /// How many products.
    pub count: u32,
}

/// Groups on a shelf.
#[endpoint(part)]
pub struct MerchantShelfGroups {
    /// The groups.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<MerchantShelfGroup>,
    /// The address of the picture behind, of 5.
    pub img_background: Option<String>,
}

/// A shelf that was made.
#[endpoint(part, reply_to(AddMerchantShelf))]
pub struct AddedMerchantShelf {
    /// Its number.
    pub shelf_id: u64,
}

/// Deletes a shelf.
#[endpoint(POST "/merchant/shelf/del", title = "删除货架",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Instant_Stores/WeChat_Store_Interface.html",
    scope(official), retry = safe, call = merchant.delete_shelf)]
pub struct DeleteMerchantShelf {
    /// The shelf.
    pub shelf_id: u64,
}

/// Changes a shelf.
#[endpoint(POST "/merchant/shelf/mod", title = "修改货架",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Instant_Stores/WeChat_Store_Interface.html",
    scope(official), retry = safe, call = merchant.update_shelf)]
pub struct UpdateMerchantShelf {
    /// The shelf.
    pub shelf_id: u64,
    /// What is on it.
    pub shelf_data: MerchantShelfData,
    /// The address of the picture at the top.
    pub shelf_banner: String,
    /// Its name.
    pub shelf_name: String,
}

/// Gives all shelves.
#[endpoint(GET "/merchant/shelf/getall", title = "获取所有货架",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Instant_Stores/WeChat_Store_Interface.html",
    scope(official), reply = MerchantShelves, call = merchant.shelves)]
pub struct GetMerchantShelves {}

/// All shelves.
#[endpoint(part, reply_to(GetMerchantShelves))]
pub struct MerchantShelves {
    /// The shelves.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shelves: Vec<MerchantShelf>,
}

/// A shelf.
#[endpoint(part, reply_to(GetMerchantShelf))]
pub struct MerchantShelf {
    /// Its number.
    pub shelf_id: Option<u64>,
    /// What is on it.
    pub shelf_info: Option<MerchantShelfData>,
    /// The address of the picture at the top.
    pub shelf_banner: Option<String>,
    /// Its name.
    pub shelf_name: Option<String>,
}

/// Gives a shelf.
#[endpoint(POST "/merchant/shelf/getbyid", title = "根据货架ID获取货架信息",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Instant_Stores/WeChat_Store_Interface.html",
    scope(official), retry = safe, reply = MerchantShelf, call = merchant.shelf)]
pub struct GetMerchantShelf {
    /// The shelf.
    pub shelf_id: u64,
}

impl<'c, C: Caller + ?Sized> MerchantHandle<'c, C> {
    /// Makes a group; see [`AddMerchantGroup`].
    pub fn add_group(
        &self,
        name: impl Into<String>,
        products: impl Into<Vec<String>>,
    ) -> Call<'c, C, AddMerchantGroup> {
        Call::new(
            self.caller,
            AddMerchantGroup::new(MerchantGroupDraft::new(name).product_list(products)),
        )
    }
}
