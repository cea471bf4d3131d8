//! The code templates of a third-party platform (代码模板库). `/wxa/gettemplate*`, `/wxa/addtotemplate`
//!
//! Code that a developer uploads to the third-party platform is a draft. A draft that was added to
//! the templates can be given to Mini Programs ([`CommitCode`](crate::code_upload::CommitCode)).

use weixin_api::{Timestamp, endpoint, group, int_enum};
use weixin_protocol::AppId;

use crate::ids::{CategoryId, CodeTemplateId};

group! {
    /// The code templates of the third-party platform (代码模板库).
    code_templates: [GetTemplateDrafts, AddTemplate, GetTemplates, DeleteTemplate]
}

weixin_api::integer_id! {
    /// A draft of a code template (草稿 ID, draft_id).
    DraftId(u64)
}

/// Returns the drafts of the third-party platform.
#[endpoint(GET "/wxa/gettemplatedraftlist", title = "获取草稿箱列表",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/thirdparty-management/template-management/getTemplatedRaftList.html",
    scope(component), reply = TemplateDrafts, call = code_templates.drafts)]
pub struct GetTemplateDrafts {}

/// The drafts of a third-party platform.
#[endpoint(part, reply_to(GetTemplateDrafts))]
pub struct TemplateDrafts {
    /// The drafts, as developers uploaded them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub draft_list: Vec<TemplateDraft>,
}

/// Code that a developer has uploaded.
#[endpoint(part)]
pub struct TemplateDraft {
    /// The id of the draft, for [`AddTemplate`].
    pub draft_id: DraftId,
    /// The version number that the developer gave.
    pub user_version: Option<String>,
    /// The description that the developer gave.
    pub user_desc: Option<String>,
    /// When the code was uploaded.
    pub create_time: Option<Timestamp>,
}

/// Adds a draft to the templates.
///
/// Fails with 85064 when the draft does not exist, and with 85065 when the highest number of
/// templates (200 ordinary ones) is reached.
#[endpoint(POST "/wxa/addtotemplate", title = "将草稿添加到模板库",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/thirdparty-management/template-management/addToTemplate.html",
    scope(component), call = code_templates.add)]
pub struct AddTemplate {
    /// The draft, from [`GetTemplateDrafts`].
    pub draft_id: DraftId,
    /// The type of the template; [`TemplateType::Ordinary`] if left out.
    pub template_type: Option<TemplateType>,
}

int_enum! {
    /// The type of a template.
    pub enum TemplateType {
        /// An ordinary template (普通模板).
        Ordinary = 0,
        /// A standard template (标准模板), which the platform reviews.
        Standard = 1,
    }
}

/// Returns the templates of the third-party platform.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Component};
/// # use weixin_open::code_template::*;
/// # async fn example(wx: impl Caller<Kind = Component>) -> Result<(), Error> {
/// for template in wx.code_templates().list().await?.template_list {
///     println!("{}: version {:?}", template.template_id, template.user_version);
/// }
/// # Ok(())
/// # }
/// ```
#[endpoint(GET "/wxa/gettemplatelist", title = "获取模板列表",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/thirdparty-management/template-management/getTemplateList.html",
    scope(component), reply = Templates, call = code_templates.list)]
pub struct GetTemplates {
    /// Only templates of this type; all if left out.
    pub template_type: Option<TemplateType>,
}

/// The templates of a third-party platform.
#[endpoint(part, reply_to(GetTemplates))]
pub struct Templates {
    /// The templates that match.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub template_list: Vec<Template>,
}

/// A code template, which can be given to Mini Programs.
#[endpoint(part)]
pub struct Template {
    /// The id of the template, for `CommitCode` and [`DeleteTemplate`].
    pub template_id: CodeTemplateId,
    /// Whether it is an ordinary or a standard template.
    pub template_type: Option<TemplateType>,
    /// The draft from which it was created.
    pub draft_id: Option<DraftId>,
    /// The version number that the developer gave.
    pub user_version: Option<String>,
    /// The description that the developer gave.
    pub user_desc: Option<String>,
    /// When the template was created.
    pub create_time: Option<Timestamp>,
    /// The Mini Program with which it was developed.
    pub source_miniprogram_appid: Option<AppId>,
    /// The name of that Mini Program.
    pub source_miniprogram: Option<String>,
    /// The developer who uploaded the code.
    pub developer: Option<String>,
    /// The scene of a standard template's review, as the platform numbers it.
    pub audit_scene: Option<u32>,
    /// The state of a standard template's review.
    pub audit_status: Option<TemplateAuditStatus>,
    /// The reason of a rejection.
    pub reason: Option<String>,
    /// The pages of a standard template with their categories.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub category_list: Vec<TemplateCategory>,
}

int_enum! {
    /// The state of a standard template's review.
    pub enum TemplateAuditStatus {
        /// It was not submitted (未提审核).
        NotSubmitted = 0,
        /// It is under review (审核中).
        Reviewing = 1,
        /// It was rejected (审核驳回).
        Rejected = 2,
        /// It was approved (审核通过).
        Passed = 3,
    }
}

/// A page of a standard template with its category.
#[endpoint(part)]
pub struct TemplateCategory {
    /// The path of the page.
    pub address: Option<String>,
    /// The tags of the page, separated by spaces.
    pub tag: Option<String>,
    /// The title of the page.
    pub title: Option<String>,
    /// The first-level category.
    pub first_id: Option<CategoryId>,
    /// The name of the first-level category.
    pub first_class: Option<String>,
    /// The second-level category.
    pub second_id: Option<CategoryId>,
    /// The name of the second-level category.
    pub second_class: Option<String>,
    /// The third-level category.
    pub third_id: Option<CategoryId>,
    /// The name of the third-level category.
    pub third_class: Option<String>,
}

/// Deletes a template.
///
/// Fails with 85064 when the template does not exist.
#[endpoint(POST "/wxa/deletetemplate", title = "删除代码模板",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/thirdparty-management/template-management/deleteTemplate.html",
    scope(component), retry = safe, call = code_templates.delete)]
pub struct DeleteTemplate {
    /// The template, from [`GetTemplates`].
    pub template_id: CodeTemplateId,
}
