//! Groups of products, and shelves: pages that show groups (货架).

use crate::merchant::MerchantHandle;
use weixin_api::{Call, Caller, endpoint, int_enum};

use crate::ids::ProductId;

weixin_api::integer_id! {
    /// A group of products (商品分组, group_id).
    MerchantGroupId(u64)
    /// A shelf: a page that shows groups of products (货架, shelf_id).
    MerchantShelfId(u64)
}

/// Creates a group of products (商品分组).
///
/// Fails with 52009 when the name is empty.
#[endpoint(POST "/merchant/group/add", title = "增加分组",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Instant_Stores/WeChat_Store_Interface.html",
    scope(official), reply = AddedMerchantGroup, call = "wx.merchant().add_group(name, products)")]
pub struct AddMerchantGroup {
    /// The group.
    pub group_detail: MerchantGroupDraft,
}

/// A group to be created.
#[endpoint(part)]
pub struct MerchantGroupDraft {
    /// The name of the group.
    pub group_name: String,
    /// The products.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub product_list: Vec<ProductId>,
}

/// The reply to a created group.
#[endpoint(part, reply_to(AddMerchantGroup))]
pub struct AddedMerchantGroup {
    /// The id of the group.
    pub group_id: MerchantGroupId,
}

/// Deletes a group of products.
///
/// Fails with 52010 when there is no such group.
#[endpoint(POST "/merchant/group/del", title = "删除分组",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Instant_Stores/WeChat_Store_Interface.html",
    scope(official), retry = safe, call = merchant.delete_group)]
pub struct DeleteMerchantGroup {
    /// The group to delete.
    pub group_id: MerchantGroupId,
}

/// Renames a group of products.
///
/// Fails with 52010 when there is no such group, with 52009 when the name is empty.
#[endpoint(POST "/merchant/group/propertymod", title = "修改分组属性",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Instant_Stores/WeChat_Store_Interface.html",
    scope(official), retry = safe, call = merchant.rename_group)]
pub struct RenameMerchantGroup {
    /// The group to rename.
    pub group_id: MerchantGroupId,
    /// The new name.
    pub group_name: String,
}

/// Adds products to a group or removes them.
///
/// Fails with 52010 when there is no such group.
#[endpoint(POST "/merchant/group/productmod", title = "修改分组商品",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Instant_Stores/WeChat_Store_Interface.html",
    scope(official), retry = safe, call = merchant.update_group)]
pub struct UpdateMerchantGroup {
    /// The group to change.
    pub group_id: MerchantGroupId,
    /// The changes, one for each product.
    pub product: Vec<MerchantGroupChange>,
}

/// A product to be added to a group or removed from it.
#[endpoint(part)]
pub struct MerchantGroupChange {
    /// The product to add or remove.
    pub product_id: ProductId,
    /// Whether it is added, rather than removed.
    #[serde(with = "weixin_api::bool_as_int")]
    pub mod_action: bool,
}

/// Returns all groups of products.
#[endpoint(GET "/merchant/group/getall", title = "获取所有分组",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Instant_Stores/WeChat_Store_Interface.html",
    scope(official), reply = MerchantGroups, call = merchant.groups)]
pub struct GetMerchantGroups {}

/// All groups of products.
#[endpoint(part, reply_to(GetMerchantGroups))]
pub struct MerchantGroups {
    /// The groups, without their products.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub groups_detail: Vec<MerchantGroup>,
}

/// A group of products.
#[endpoint(part)]
pub struct MerchantGroup {
    /// The id of the group.
    pub group_id: MerchantGroupId,
    /// The name of the group.
    pub group_name: Option<String>,
    /// The products. Empty in the list of all groups.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub product_list: Vec<ProductId>,
}

/// Returns a group with its products.
///
/// Fails with 52010 when there is no such group.
#[endpoint(POST "/merchant/group/getbyid", title = "根据分组ID获取分组信息",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Instant_Stores/WeChat_Store_Interface.html",
    scope(official), retry = safe, reply = MerchantGroupInfo, call = merchant.group)]
pub struct GetMerchantGroup {
    /// The group to return.
    pub group_id: MerchantGroupId,
}

/// The reply with a group.
#[endpoint(part, reply_to(GetMerchantGroup))]
pub struct MerchantGroupInfo {
    /// The group.
    pub group_detail: MerchantGroup,
}

/// Creates a shelf (货架): a page of the shop that shows groups of products.
///
/// Fails with 52012 when the shelf has more than 20 parts, with 52013 when it has none.
#[endpoint(POST "/merchant/shelf/add", title = "增加货架",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Instant_Stores/WeChat_Store_Interface.html",
    scope(official), reply = AddedMerchantShelf, call = merchant.add_shelf)]
pub struct AddMerchantShelf {
    /// The content of the shelf.
    pub shelf_data: MerchantShelfData,
    /// The address of the picture at the top, from
    /// [`UploadMerchantImage`](super::UploadMerchantImage): 640 by 330 pixels.
    pub shelf_banner: String,
    /// The name of the shelf.
    pub shelf_name: String,
}

/// The content of a shelf.
#[endpoint(part)]
pub struct MerchantShelfData {
    /// The modules (控件), from top to bottom.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub module_infos: Vec<MerchantShelfModule>,
}

/// A module of a shelf (控件).
#[endpoint(part)]
pub struct MerchantShelfModule {
    /// The layout of the module.
    pub eid: ShelfModuleKind,
    /// The group, for [`ShelfModuleKind::One`] and [`ShelfModuleKind::Three`].
    pub group_info: Option<MerchantShelfGroup>,
    /// The groups, for the other layouts.
    pub group_infos: Option<MerchantShelfGroups>,
}

int_enum! {
    /// The layout of a module of a shelf, as the platform numbers them (控件1 to 控件5).
    pub enum ShelfModuleKind {
        /// One group, with some of its products.
        One = 1,
        /// Several groups, by their names.
        Two = 2,
        /// One group, with a picture.
        Three = 3,
        /// Several groups, each with a picture.
        Four = 4,
        /// Several groups before one picture.
        Five = 5,
    }
}

/// A group on a shelf.
#[endpoint(part)]
pub struct MerchantShelfGroup {
    /// The group to show.
    pub group_id: MerchantGroupId,
    /// How many products are shown, for [`ShelfModuleKind::One`].
    pub filter: Option<MerchantShelfFilter>,
    /// The address of the picture, for [`ShelfModuleKind::Three`] and [`ShelfModuleKind::Four`].
    pub img: Option<String>,
}

/// How many products of a group are shown.
#[endpoint(part)]
pub struct MerchantShelfFilter {
    /// The number of products.
    pub count: u32,
}

/// Groups on a shelf.
#[endpoint(part)]
pub struct MerchantShelfGroups {
    /// The groups.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<MerchantShelfGroup>,
    /// The address of the picture behind the groups, for [`ShelfModuleKind::Five`].
    pub img_background: Option<String>,
}

/// The reply to a created shelf.
#[endpoint(part, reply_to(AddMerchantShelf))]
pub struct AddedMerchantShelf {
    /// The id of the shelf.
    pub shelf_id: MerchantShelfId,
}

/// Deletes a shelf.
///
/// Fails with 52014 when there is no such shelf.
#[endpoint(POST "/merchant/shelf/del", title = "删除货架",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Instant_Stores/WeChat_Store_Interface.html",
    scope(official), retry = safe, call = merchant.delete_shelf)]
pub struct DeleteMerchantShelf {
    /// The shelf to delete.
    pub shelf_id: MerchantShelfId,
}

/// Changes a shelf.
///
/// Fails with 52014 when there is no such shelf.
#[endpoint(POST "/merchant/shelf/mod", title = "修改货架",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Instant_Stores/WeChat_Store_Interface.html",
    scope(official), retry = safe, call = merchant.update_shelf)]
pub struct UpdateMerchantShelf {
    /// The shelf to change.
    pub shelf_id: MerchantShelfId,
    /// The content of the shelf.
    pub shelf_data: MerchantShelfData,
    /// The address of the picture at the top, from
    /// [`UploadMerchantImage`](super::UploadMerchantImage): 640 by 330 pixels.
    pub shelf_banner: String,
    /// The name of the shelf.
    pub shelf_name: String,
}

/// Returns all shelves.
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
    /// The id of the shelf.
    pub shelf_id: Option<MerchantShelfId>,
    /// The content of the shelf.
    pub shelf_info: Option<MerchantShelfData>,
    /// The address of the picture at the top, from
    /// [`UploadMerchantImage`](super::UploadMerchantImage): 640 by 330 pixels.
    pub shelf_banner: Option<String>,
    /// The name of the shelf.
    pub shelf_name: Option<String>,
}

/// Returns a shelf.
///
/// Fails with 52014 when there is no such shelf.
#[endpoint(POST "/merchant/shelf/getbyid", title = "根据货架ID获取货架信息",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Instant_Stores/WeChat_Store_Interface.html",
    scope(official), retry = safe, reply = MerchantShelf, call = merchant.shelf)]
pub struct GetMerchantShelf {
    /// The shelf to return.
    pub shelf_id: MerchantShelfId,
}

impl<'c, C: Caller + ?Sized> MerchantHandle<'c, C> {
    /// Creates a group of products; see [`AddMerchantGroup`].
    pub fn add_group(
        &self,
        name: impl Into<String>,
        products: impl Into<Vec<ProductId>>,
    ) -> Call<'c, C, AddMerchantGroup> {
        Call::new(
            self.caller,
            AddMerchantGroup::new(MerchantGroupDraft::new(name).product_list(products)),
        )
    }
}
