//! The code templates of a third-party platform (代码模板库). `/wxa/gettemplate*`, `/wxa/addtotemplate`
//!
//! What a developer uploads to the third-party platform is a draft; a draft that was made a
//! template can be given to Mini Programs ([`CommitCode`](crate::code_upload::CommitCode)).

use weixin_api::{Timestamp, endpoint, group, int_enum};
use weixin_protocol::AppId;

group! {
    /// The code templates of the third-party platform (代码模板库).
    code_templates: [GetTemplateDrafts, AddTemplate, GetTemplates, DeleteTemplate]
}

/// Gives the drafts.
#[endpoint(GET "/wxa/gettemplatedraftlist", title = "获取草稿箱列表",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/thirdparty-management/template-management/getTemplatedRaftList.html",
    scope(component), reply = TemplateDrafts, call = code_templates.drafts)]
pub struct GetTemplateDrafts {}

/// The drafts of a third-party platform.
#[endpoint(part, reply_to(GetTemplateDrafts))]
pub struct TemplateDrafts {
    /// The drafts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub draft_list: Vec<TemplateDraft>,
}

/// Code that a developer has uploaded.
#[endpoint(part)]
pub struct TemplateDraft {
    /// Its number.
    pub draft_id: u64,
    /// Its version, as the developer called it.
    pub user_version: Option<String>,
    /// Its description.
    pub user_desc: Option<String>,
    /// When it was uploaded.
    pub create_time: Option<Timestamp>,
}

/// Makes a draft a template.
///
/// 85064: there is no such draft; 85065: there are as many templates as there may be, 200 ordinary
/// ones.
#[endpoint(POST "/wxa/addtotemplate", title = "将草稿添加到模板库",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/thirdparty-management/template-management/addToTemplate.html",
    scope(component), call = code_templates.add)]
pub struct AddTemplate {
    /// The draft.
    pub draft_id: u64,
    /// Which kind of template; an ordinary one if left out.
    pub template_type: Option<TemplateType>,
}

int_enum! {
    /// Which kind a template is.
    pub enum TemplateType {
        /// An ordinary one.
        Ordinary = 0,
        /// A standard one (标准模板), which the platform reviews.
        Standard = 1,
    }
}

/// Gives the templates.
#[endpoint(GET "/wxa/gettemplatelist", title = "获取模板列表",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/thirdparty-management/template-management/getTemplateList.html",
    scope(component), reply = Templates, call = code_templates.list)]
pub struct GetTemplates {
    /// Which kind; all if left out.
    pub template_type: Option<TemplateType>,
}

/// The templates of a third-party platform.
#[endpoint(part, reply_to(GetTemplates))]
pub struct Templates {
    /// The templates.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub template_list: Vec<Template>,
}

/// Code that Mini Programs can be given.
#[endpoint(part)]
pub struct Template {
    /// Its number.
    pub template_id: u64,
    /// Which kind it is.
    pub template_type: Option<TemplateType>,
    /// The draft it was made of.
    pub draft_id: Option<u64>,
    /// Its version, as the developer called it.
    pub user_version: Option<String>,
    /// Its description.
    pub user_desc: Option<String>,
    /// When it was made.
    pub create_time: Option<Timestamp>,
    /// The Mini Program that it was developed with.
    pub source_miniprogram_appid: Option<AppId>,
    /// The name of that Mini Program.
    pub source_miniprogram: Option<String>,
    /// Who uploaded it.
    pub developer: Option<String>,
    /// The scene of a standard template.
    pub audit_scene: Option<u32>,
    /// How the review of a standard template stands: 0 not reviewed, 1 under review, 2 refused, 3
    /// passed.
    pub audit_status: Option<u32>,
    /// Why it was refused.
    pub reason: Option<String>,
    /// The categories of a standard template.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub category_list: Vec<TemplateCategory>,
}

/// A category that a page of a standard template belongs to.
#[endpoint(part)]
pub struct TemplateCategory {
    /// The page.
    pub address: Option<String>,
    /// Its tags, with blanks between them.
    pub tag: Option<String>,
    /// Its title.
    pub title: Option<String>,
    /// The category of the first level.
    pub first_id: Option<u64>,
    /// Its name.
    pub first_class: Option<String>,
    /// The category of the second level.
    pub second_id: Option<u64>,
    /// Its name.
    pub second_class: Option<String>,
    /// The category of the third level.
    pub third_id: Option<u64>,
    /// Its name.
    pub third_class: Option<String>,
}

/// Deletes a template.
///
/// 85064: there is no such template.
#[endpoint(POST "/wxa/deletetemplate", title = "删除代码模板",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/thirdparty-management/template-management/deleteTemplate.html",
    scope(component), retry = safe, call = code_templates.delete)]
pub struct DeleteTemplate {
    /// The template.
    pub template_id: u64,
}
