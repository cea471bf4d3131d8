//! The categories of a Mini Program (类目管理). `/cgi-bin/wxopen/*categor*`, `/wxa/get_category`

use weixin_api::{Timestamp, endpoint, group, int_enum};
use weixin_protocol::{Header, MediaId, inbound};

use crate::ids::CategoryId;

group! {
    /// The categories of the Mini Program (类目管理).
    categories: [
        AddCategory, GetAllCategories, GetCategoriesByType, GetCategories, DeleteCategory,
        ModifyCategory, GetCategoryNames,
    ]
}

weixin_protocol::messages![CategoryAudited];

/// Returns all categories that the Mini Program may have.
#[endpoint(GET "/cgi-bin/wxopen/getallcategories", title = "获取可设置的所有类目",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/category-management/getAllCategories.html",
    scope(mini), reply = CategoryTree, call = categories.all)]
pub struct GetAllCategories {}

/// Returns all categories that Mini Programs of one type of owner may have.
#[endpoint(POST "/cgi-bin/wxopen/getcategoriesbytype", title = "获取不同类型主体可设置的类目",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/category-management/getAllCategoriesByType.html",
    scope(mini), retry = safe, reply = CategoryTree, call = categories.by_type)]
pub struct GetCategoriesByType {
    /// The type of owner; [`VerifyType::Person`] if left out.
    pub verify_type: Option<VerifyType>,
}

int_enum! {
    /// The type of an owner (主体类型).
    pub enum VerifyType {
        /// A person (个人).
        Person = 0,
        /// A company (企业).
        Company = 1,
        /// A government body (政府).
        Government = 2,
        /// A media organization (媒体).
        Media = 3,
        /// Another organization (其他组织).
        Organization = 4,
    }
}

/// The categories that a Mini Program may have.
#[endpoint(part, reply_to(GetAllCategories, GetCategoriesByType))]
pub struct CategoryTree {
    /// The tree of categories.
    pub categories_list: Option<CategoryNodes>,
}

/// The tree of categories.
#[endpoint(part)]
pub struct CategoryNodes {
    /// The categories of all levels.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub categories: Vec<CategoryNode>,
}

/// A category in the tree.
#[endpoint(part)]
pub struct CategoryNode {
    /// The id of the category; 0 is the root.
    pub id: CategoryId,
    /// The name of the category.
    pub name: Option<String>,
    /// The level of the category; 0 is the root.
    pub level: Option<u32>,
    /// The category above it.
    pub father: Option<CategoryId>,
    /// The categories below it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub children: Vec<CategoryId>,
    /// Whether the category needs certificates, which are reviewed (敏感类目).
    #[serde(
        with = "weixin_api::bool_as_int::option",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub sensitive_type: Option<bool>,
    /// The certificates that the category needs.
    pub qualify: Option<CategoryPapers>,
    /// Whether plugins may have the category too.
    pub available_for_plugin: Option<bool>,
    /// Whether the console leaves the category out.
    pub is_hidden: Option<bool>,
    /// The type of the category, `NORMAL` in the platform's sample; others are not documented.
    #[serde(rename = "type")]
    pub kind: Option<String>,
}

/// The certificates that a category needs.
#[endpoint(part)]
pub struct CategoryPapers {
    /// The sets of certificates, of which one is needed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exter_list: Vec<CategoryPaperSet>,
    /// A remark on the certificates.
    pub remark: Option<String>,
}

/// Certificates of which all are needed.
#[endpoint(part)]
pub struct CategoryPaperSet {
    /// The certificates of the set.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub inner_list: Vec<CategoryPaper>,
}

/// A certificate that a category needs.
#[endpoint(part)]
pub struct CategoryPaper {
    /// The name of the certificate.
    pub name: Option<String>,
    /// The address of an example.
    pub url: Option<String>,
}

/// Returns the categories of the Mini Program, and how many more it may have.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Mini};
/// # use weixin_open::category::*;
/// # async fn example(wx: impl Caller<Kind = Mini>) -> Result<(), Error> {
/// let settings = wx.categories().list().await?;
/// for category in settings.categories {
///     println!("{}: {:?}", category.first, category.audit_status);
/// }
/// println!("{:?} more can be added now", settings.quota);
/// # Ok(())
/// # }
/// ```
#[endpoint(GET "/cgi-bin/wxopen/getcategory", title = "获取已设置的所有类目",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/category-management/getSettingCategories.html",
    scope(mini), reply = CategorySettings, call = categories.list)]
pub struct GetCategories {}

/// The categories of a Mini Program.
#[endpoint(part, reply_to(GetCategories))]
pub struct CategorySettings {
    /// The categories with the state of their review.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub categories: Vec<CategorySetting>,
    /// How often categories may be added in a period.
    pub limit: Option<i64>,
    /// How often categories may still be added in the present period.
    pub quota: Option<i64>,
    /// The highest number of categories.
    pub category_limit: Option<i64>,
}

/// A category of a Mini Program.
#[endpoint(part)]
pub struct CategorySetting {
    /// The category of the first level.
    pub first: CategoryId,
    /// The name of the category of the first level.
    pub first_name: Option<String>,
    /// The category of the second level.
    pub second: Option<CategoryId>,
    /// The name of the category of the second level.
    pub second_name: Option<String>,
    /// The state of the review.
    pub audit_status: Option<CategoryStatus>,
    /// The reason of a rejection.
    pub audit_reason: Option<String>,
}

int_enum! {
    /// The state of a category's review.
    pub enum CategoryStatus {
        /// The review is under way (审核中).
        Reviewing = 1,
        /// It was rejected (审核不通过).
        Rejected = 2,
        /// It was approved (审核通过).
        Passed = 3,
    }
}

/// Adds categories. Those that need certificates are reviewed, and the result is pushed as
/// [`CategoryAudited`].
///
/// Fails with 53300 when the quota of this month is used up, with 53301 when the highest number of
/// categories is reached, with 53302 when this type of owner may not have the category, and with
/// 53304 when the Mini Program has it already.
#[endpoint(POST "/cgi-bin/wxopen/addcategory", title = "添加类目",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/category-management/addCategory.html",
    scope(mini), call = categories.add)]
pub struct AddCategory {
    /// The categories to add.
    pub categories: Vec<CategoryWithPapers>,
}

/// A category with its certificates.
#[endpoint(part)]
pub struct CategoryWithPapers {
    /// The category of the first level.
    pub first: CategoryId,
    /// The category of the second level.
    pub second: CategoryId,
    /// The certificates of the category. The platform spells the name so.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub certicates: Vec<CategoryCertificate>,
}

/// A certificate of a category.
#[endpoint(part)]
pub struct CategoryCertificate {
    /// The name of the certificate, as in [`CategoryPaper`].
    pub key: String,
    /// A picture of the certificate, as temporary media.
    pub value: MediaId,
    /// When the certificate expires.
    pub expire_time: Option<Timestamp>,
    /// Whether the certificate never expires.
    #[serde(
        with = "weixin_api::bool_as_int::option",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub is_permanent: Option<bool>,
}

/// Deletes a category of the Mini Program.
///
/// Fails with 53308 when the category is under review.
#[endpoint(POST "/cgi-bin/wxopen/deletecategory", title = "删除类目",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/category-management/deleteCategory.html",
    scope(mini), retry = safe, call = categories.delete)]
pub struct DeleteCategory {
    /// The category of the first level.
    pub first: CategoryId,
    /// The category of the second level.
    pub second: CategoryId,
}

/// Replaces the certificates of a category whose review was rejected.
///
/// Fails with 53306 when the category cannot be changed, and with 53307 when its review was not
/// rejected.
#[endpoint(POST "/cgi-bin/wxopen/modifycategory", title = "修改类目资质信息",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/category-management/modifyCategory.html",
    scope(mini), retry = safe, call = categories.modify)]
pub struct ModifyCategory {
    /// The category of the first level.
    pub first: CategoryId,
    /// The category of the second level.
    pub second: CategoryId,
    /// The certificates of the category. The platform spells the name so.
    pub certicates: Vec<CategoryCertificate>,
}

/// Returns the categories of the Mini Program as [`SubmitAudit`](crate::code_audit::SubmitAudit)
/// names them.
#[endpoint(GET "/wxa/get_category", title = "获取类目名称信息",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/category-management/getAllCategoryName.html",
    scope(mini), reply = CategoryNameList, call = categories.names)]
pub struct GetCategoryNames {}

/// The categories of a Mini Program.
#[endpoint(part, reply_to(GetCategoryNames))]
pub struct CategoryNameList {
    /// The categories with the names of all levels.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub category_list: Vec<NamedCategory>,
}

/// A category with the names of all levels.
#[endpoint(part)]
pub struct NamedCategory {
    /// The name of the first level.
    pub first_class: Option<String>,
    /// The name of the second level.
    pub second_class: Option<String>,
    /// The name of the third level.
    pub third_class: Option<String>,
    /// The category of the first level.
    pub first_id: Option<CategoryId>,
    /// The category of the second level.
    pub second_id: Option<CategoryId>,
    /// The category of the third level.
    pub third_id: Option<CategoryId>,
    /// The state of the review.
    pub audit_status: Option<CategoryStatus>,
    /// The reason of a rejection.
    pub audit_reason: Option<String>,
}

/// The review of a Mini Program's category has ended. The third-party platform that has added the
/// category gets it.
#[inbound(event = "wxa_category_audit", scope(mini))]
pub struct CategoryAudited {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The result of the review.
    #[field(name = "ret")]
    pub ret: Option<CategoryStatus>,
    /// The category of the first level.
    #[field(name = "first")]
    pub first: Option<CategoryId>,
    /// The category of the second level.
    #[field(name = "second")]
    pub second: Option<CategoryId>,
    /// The reason of a rejection.
    #[field(name = "reason")]
    pub reason: Option<String>,
}
