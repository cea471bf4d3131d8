//! Template messages of a Mini Program (模板消息), which the platform no longer sends.
//! `/cgi-bin/wxopen/template/*`
//!
//! They are here for programs that still manage them; new ones use subscription messages.

use std::collections::BTreeMap;
use weixin_api::{endpoint, group};
use weixin_protocol::OpenId;

use crate::ids::{FormId, TemplateId};

group! {
    /// Template messages of a Mini Program (模板消息), which are no longer sent.
    form_messages: [
        SendFormMessage, AddFormTemplate, DeleteFormTemplate, GetFormTemplates, GetFormLibrary,
        GetFormLibraryTemplate,
    ]
}

weixin_api::string_id! {
    /// A template of the platform's library (模板标题 id).
    LibraryTemplateId
}

weixin_api::integer_id! {
    /// A keyword of a library template (keyword_id).
    KeywordId(u64)
}

/// Sends a template message to a user who has submitted a form or paid.
///
/// Fails with 46101: the platform has not sent such messages since January 2020.
#[endpoint(POST "/cgi-bin/message/wxopen/template/send", title = "发送模板消息",
    scope(mini), call = form_messages.send)]
pub struct SendFormMessage {
    /// The user who receives the message.
    pub touser: OpenId,
    /// The template, as the account has added it.
    pub template_id: TemplateId,
    /// The submitted form (form_id), or the payment (prepay_id), that permits the message.
    pub form_id: FormId,
    /// The path that a tap opens, with its query.
    pub page: Option<String>,
    /// The values of the template's keywords, by their names.
    pub data: Option<BTreeMap<String, FormValue>>,
    /// The keyword whose value is shown enlarged: `keyword1.DATA`.
    pub emphasis_keyword: Option<String>,
}

/// A value of a template message.
#[endpoint(part)]
pub struct FormValue {
    /// The text that is shown.
    pub value: String,
    /// The color of the text, such as `#173177`; black if left out.
    pub color: Option<String>,
}

/// Adds a template of the library to those of the account. An account has up to 25.
#[endpoint(POST "/cgi-bin/wxopen/template/add", title = "组合模板并添加至帐号下的个人模板库",
    scope(mini), reply = AddedFormTemplate, call = form_messages.add)]
pub struct AddFormTemplate {
    /// The template of the library.
    pub id: LibraryTemplateId,
    /// The keywords to use, in order: up to 10.
    pub keyword_id_list: Vec<KeywordId>,
}

/// A template that was added to the account.
#[endpoint(part, reply_to(AddFormTemplate))]
pub struct AddedFormTemplate {
    /// The id of the account's new template.
    pub template_id: TemplateId,
}

/// Deletes a template of the account.
#[endpoint(POST "/cgi-bin/wxopen/template/del", title = "删除帐号下的某个模板",
    scope(mini), retry = safe, call = form_messages.delete)]
pub struct DeleteFormTemplate {
    /// The template, as the account has added it.
    pub template_id: TemplateId,
}

/// Returns a page of the account's templates.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Mini};
/// # use weixin_mini::form_message::*;
/// # async fn example(wx: impl Caller<Kind = Mini>) -> Result<(), Error> {
/// for template in wx.form_messages().list((0, 20)).await?.list {
///     println!("{}: {:?}", template.template_id, template.title);
/// }
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/wxopen/template/list", title = "获取帐号下已存在的模板列表",
    scope(mini), retry = safe, reply = FormTemplates, call = form_messages.list)]
pub struct GetFormTemplates {
    /// The first entry, from 0.
    pub offset: u64,
    /// The number of entries: up to 20.
    pub count: u32,
}

/// A page of the account's templates.
#[endpoint(part, reply_to(GetFormTemplates))]
pub struct FormTemplates {
    /// The templates on this page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub list: Vec<FormTemplate>,
}

/// A template of the account.
#[endpoint(part)]
pub struct FormTemplate {
    /// The template, as the account has added it.
    pub template_id: TemplateId,
    /// The title of the template.
    pub title: Option<String>,
    /// The content of the template.
    pub content: Option<String>,
    /// An example of a message.
    pub example: Option<String>,
}

/// Returns a page of the templates in the platform's library.
#[endpoint(POST "/cgi-bin/wxopen/template/library/list", title = "获取小程序模板库标题列表",
    scope(mini), retry = safe, reply = FormLibrary, call = form_messages.library)]
pub struct GetFormLibrary {
    /// The first entry, from 0.
    pub offset: u64,
    /// The number of entries: up to 20.
    pub count: u32,
}

/// A page of the templates in the platform's library.
#[endpoint(part, reply_to(GetFormLibrary))]
pub struct FormLibrary {
    /// The templates on this page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub list: Vec<FormLibraryTitle>,
    /// The number of templates in the library.
    pub total_count: Option<u64>,
}

/// A template of the library.
#[endpoint(part)]
pub struct FormLibraryTitle {
    /// The id of the library template.
    pub id: LibraryTemplateId,
    /// The title of the template.
    pub title: Option<String>,
}

/// Returns a template of the library with its keywords.
#[endpoint(POST "/cgi-bin/wxopen/template/library/get", title = "获取模板库某个模板标题下关键词库",
    scope(mini), retry = safe, reply = FormLibraryTemplate, call = form_messages.library_template)]
pub struct GetFormLibraryTemplate {
    /// The template of the library.
    pub id: LibraryTemplateId,
}

/// A template of the library with its keywords.
#[endpoint(part, reply_to(GetFormLibraryTemplate))]
pub struct FormLibraryTemplate {
    /// The id of the library template.
    pub id: LibraryTemplateId,
    /// The title of the template.
    pub title: Option<String>,
    /// The keywords to choose from.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub keyword_list: Vec<FormKeyword>,
}

/// A keyword of a library template.
#[endpoint(part)]
pub struct FormKeyword {
    /// The id of the keyword, for [`AddFormTemplate`].
    pub keyword_id: KeywordId,
    /// The name of the keyword.
    pub name: Option<String>,
    /// An example of its value.
    pub example: Option<String>,
}
