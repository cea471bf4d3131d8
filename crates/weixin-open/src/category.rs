//! The categories of a Mini Program (类目管理). `/cgi-bin/wxopen/*categor*`, `/wxa/get_category`

use weixin_api::{Timestamp, endpoint, group, int_enum};
use weixin_protocol::{Header, inbound};

group! {
    /// The categories of the Mini Program (类目管理).
    categories: [AddCategory, GetAllCategories, GetCategoriesByType, GetCategories, DeleteCategory, ModifyCategory, GetCategoryNames]
}

weixin_protocol::messages![CategoryAudited];

/// Gives every category that the Mini Program may have.
#[endpoint(GET "/cgi-bin/wxopen/getallcategories", title = "获取可设置的所有类目",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/category-management/getAllCategories.html",
    scope(mini), reply = CategoryTree, call = categories.all)]
pub struct GetAllCategories {}

/// Gives every category that Mini Programs of an owner of some type may have.
#[endpoint(POST "/cgi-bin/wxopen/getcategoriesbytype", title = "获取不同类型主体可设置的类目",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/category-management/getAllCategoriesByType.html",
    scope(mini), retry = safe, reply = CategoryTree, call = categories.by_type)]
pub struct GetCategoriesByType {
    /// The type; persons if left out.
    pub verify_type: Option<VerifyType>,
}

int_enum! {
    /// The type of an owner.
    pub enum VerifyType {
        /// A person.
        Person = 0,
        /// A company.
        Company = 1,
        /// The government.
        Government = 2,
        /// The media.
        Media = 3,
        /// Another organization.
        Organization = 4,
    }
}

/// Categories that a Mini Program may have.
#[endpoint(part, reply_to(GetAllCategories, GetCategoriesByType))]
pub struct CategoryTree {
    /// The list.
    pub categories_list: Option<CategoryNodes>,
}

/// The list of categories.
#[endpoint(part)]
pub struct CategoryNodes {
    /// The categories of all levels.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub categories: Vec<CategoryNode>,
}

/// A category.
#[endpoint(part)]
pub struct CategoryNode {
    /// Its number.
    pub id: u64,
    /// Its name.
    pub name: Option<String>,
    /// Its level; 0 is the root.
    pub level: Option<u32>,
    /// The category above it.
    pub father: Option<u64>,
    /// The categories below it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub children: Vec<u64>,
    /// Whether it is reviewed, with papers.
    #[serde(
        with = "weixin_api::bool_as_int::option",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub sensitive_type: Option<bool>,
    /// Which papers it needs.
    pub qualify: Option<CategoryPapers>,
}

/// The papers that a category needs.
#[endpoint(part)]
pub struct CategoryPapers {
    /// One of these sets.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exter_list: Vec<CategoryPaperSet>,
    /// What else there is to say.
    pub remark: Option<String>,
}

/// Papers of which all are needed.
#[endpoint(part)]
pub struct CategoryPaperSet {
    /// The papers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub inner_list: Vec<CategoryPaper>,
}

/// A paper.
#[endpoint(part)]
pub struct CategoryPaper {
    /// Its name.
    pub name: Option<String>,
    /// The address of an example.
    pub url: Option<String>,
}

/// Gives the categories of the Mini Program, and how many more there may be.
#[endpoint(GET "/cgi-bin/wxopen/getcategory", title = "获取已设置的所有类目",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/category-management/getSettingCategories.html",
    scope(mini), reply = CategorySettings, call = categories.list)]
pub struct GetCategories {}

/// The categories of a Mini Program.
#[endpoint(part, reply_to(GetCategories))]
pub struct CategorySettings {
    /// The categories.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub categories: Vec<CategorySetting>,
    /// How often some may be added in a period.
    pub limit: Option<i64>,
    /// How often in the present period still.
    pub quota: Option<i64>,
    /// How many there may be.
    pub category_limit: Option<i64>,
}

/// A category of a Mini Program.
#[endpoint(part)]
pub struct CategorySetting {
    /// The category of the first level.
    pub first: u64,
    /// Its name.
    pub first_name: Option<String>,
    /// The category of the second level.
    pub second: Option<u64>,
    /// Its name.
    pub second_name: Option<String>,
    /// How its review stands.
    pub audit_status: Option<CategoryStatus>,
    /// Why it was refused.
    pub audit_reason: Option<String>,
}

int_enum! {
    /// How the review of a category stands.
    pub enum CategoryStatus {
        /// It goes on.
        Reviewing = 1,
        /// It was refused.
        Refused = 2,
        /// It passed.
        Passed = 3,
    }
}

/// Adds categories; those that need papers are reviewed, and what came of it is pushed as
/// [`CategoryAudited`].
///
/// 53300: no more often this month; 53301: there are as many as there may be; 53302: it is not for
/// owners of this type; 53304: it is there already.
#[endpoint(POST "/cgi-bin/wxopen/addcategory", title = "添加类目",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/category-management/addCategory.html",
    scope(mini), call = categories.add)]
pub struct AddCategory {
    /// The categories.
    pub categories: Vec<CategoryWithPapers>,
}

/// A category, and the papers it needs.
#[endpoint(part)]
pub struct CategoryWithPapers {
    /// The category of the first level.
    pub first: u64,
    /// The category of the second level.
    pub second: u64,
    /// The papers, by name and media id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub certicates: Vec<CategoryCertificate>,
}

/// A paper that a category needs.
#[endpoint(part)]
pub struct CategoryCertificate {
    /// Its name.
    pub key: String,
    /// Its media id.
    pub value: String,
    /// When it ends.
    pub expire_time: Option<Timestamp>,
    /// Whether it has no end.
    #[serde(
        with = "weixin_api::bool_as_int::option",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub is_permanent: Option<bool>,
}

/// Removes a category.
///
/// 53308: it is in review.
#[endpoint(POST "/cgi-bin/wxopen/deletecategory", title = "删除类目",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/category-management/deleteCategory.html",
    scope(mini), retry = safe, call = categories.delete)]
pub struct DeleteCategory {
    /// The category of the first level.
    pub first: u64,
    /// The category of the second level.
    pub second: u64,
}

/// Gives a category other papers, when the ones before were refused.
///
/// 53306: the category itself cannot be changed; 53307: the ones before were not refused.
#[endpoint(POST "/cgi-bin/wxopen/modifycategory", title = "修改类目资质信息",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/category-management/modifyCategory.html",
    scope(mini), retry = safe, call = categories.modify)]
pub struct ModifyCategory {
    /// The category of the first level.
    pub first: u64,
    /// The category of the second level.
    pub second: u64,
    /// The papers.
    pub certicates: Vec<CategoryCertificate>,
}

/// Gives the categories of the Mini Program as [`SubmitAudit`](crate::code_audit::SubmitAudit)
/// names them.
#[endpoint(GET "/wxa/get_category", title = "获取类目名称信息",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/category-management/getAllCategoryName.html",
    scope(mini), reply = CategoryNameList, call = categories.names)]
pub struct GetCategoryNames {}

/// The categories of a Mini Program.
#[endpoint(part, reply_to(GetCategoryNames))]
pub struct CategoryNameList {
    /// The categories.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub category_list: Vec<NamedCategory>,
}

/// A category.
#[endpoint(part)]
pub struct NamedCategory {
    /// The name of the first level.
    pub first_class: Option<String>,
    /// The name of the second level.
    pub second_class: Option<String>,
    /// The name of the third level.
    pub third_class: Option<String>,
    /// The first level.
    pub first_id: Option<u64>,
    /// The second level.
    pub second_id: Option<u64>,
    /// The third level.
    pub third_id: Option<u64>,
    /// How its review stands.
    pub audit_status: Option<CategoryStatus>,
    /// Why it was refused.
    pub audit_reason: Option<String>,
}

/// The review of a category is over. Event `wxa_category_audit`.
#[inbound(event = "wxa_category_audit", scope(mini))]
pub struct CategoryAudited {
    /// From whom, to whom, when.
    pub header: Header,
    /// 2 it was refused, 3 it passed.
    #[field(name = "ret")]
    pub ret: Option<i64>,
    /// The category of the first level.
    #[field(name = "first")]
    pub first: Option<u64>,
    /// The category of the second level.
    #[field(name = "second")]
    pub second: Option<u64>,
    /// Why it was refused.
    #[field(name = "reason")]
    pub reason: Option<String>,
}
