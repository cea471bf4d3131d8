//! Template messages of a Mini Program (模板消息), which the platform no longer sends.
//! `/cgi-bin/wxopen/template/*`
//!
//! They are here for programs that still manage them; new ones use subscription messages.

use std::collections::BTreeMap;
use weixin_api::{endpoint, group};
use weixin_protocol::OpenId;

group! {
    /// Template messages of a Mini Program (模板消息), which are no longer sent.
    form_messages: [SendFormMessage, AddFormTemplate, DeleteFormTemplate, GetFormTemplates, GetFormLibrary, GetFormLibraryTemplate]
}

/// Sends a template message to a user who has sent a form or paid.
#[endpoint(POST "/cgi-bin/message/wxopen/template/send", title = "发送模板消息",
    scope(mini), call = form_messages.send)]
pub struct SendFormMessage {
    /// The user.
    pub touser: OpenId,
    /// The template.
    pub template_id: String,
    /// The form that was sent, or the payment.
    pub form_id: String,
    /// The page it opens.
    pub page: Option<String>,
    /// Its values.
    pub data: Option<BTreeMap<String, FormValue>>,
    /// Which value is shown large: `keyword1.DATA`.
    pub emphasis_keyword: Option<String>,
}

/// One value.
#[endpoint(part)]
pub struct FormValue {
    /// The value.
    pub value: String,
    /// Its colour.
    pub color: Option<String>,
}

/// Adds a template of the library to those of the account: 25 at most.
#[endpoint(POST "/cgi-bin/wxopen/template/add", title = "组合模板并添加至帐号下的个人模板库",
    scope(mini), reply = AddedFormTemplate, call = form_messages.add)]
pub struct AddFormTemplate {
    /// The template of the library.
    pub id: String,
    /// Up to 10 of its values, in order.
    pub keyword_id_list: Vec<u64>,
}

/// A template that was added.
#[endpoint(part, reply_to(AddFormTemplate))]
pub struct AddedFormTemplate {
    /// The template.
    pub template_id: String,
}

/// Removes a template of the account.
#[endpoint(POST "/cgi-bin/wxopen/template/del", title = "删除帐号下的某个模板",
    scope(mini), retry = safe, call = form_messages.delete)]
pub struct DeleteFormTemplate {
    /// The template.
    pub template_id: String,
}

/// Gives a page of the account's templates.
#[endpoint(POST "/cgi-bin/wxopen/template/list", title = "获取帐号下已存在的模板列表",
    scope(mini), retry = safe, reply = FormTemplates, call = form_messages.list)]
pub struct GetFormTemplates {
    /// Where to begin, from 0.
    pub offset: u64,
    /// How many: up to 20.
    pub count: u32,
}

/// A page of the account's templates.
#[endpoint(part, reply_to(GetFormTemplates))]
pub struct FormTemplates {
    /// The page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub list: Vec<FormTemplate>,
}

/// A template of the account.
#[endpoint(part)]
pub struct FormTemplate {
    /// The template.
    pub template_id: String,
    /// Its title.
    pub title: Option<String>,
    /// Its text.
    pub content: Option<String>,
    /// An example.
    pub example: Option<String>,
}

/// Gives a page of the library of templates.
#[endpoint(POST "/cgi-bin/wxopen/template/library/list", title = "获取小程序模板库标题列表",
    scope(mini), retry = safe, reply = FormLibrary, call = form_messages.library)]
pub struct GetFormLibrary {
    /// Where to begin, from 0.
    pub offset: u64,
    /// How many: up to 20.
    pub count: u32,
}

/// A page of the library of templates.
#[endpoint(part, reply_to(GetFormLibrary))]
pub struct FormLibrary {
    /// The page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub list: Vec<FormLibraryTitle>,
    /// How many there are.
    pub total_count: Option<u64>,
}

/// A template of the library.
#[endpoint(part)]
pub struct FormLibraryTitle {
    /// The template.
    pub id: String,
    /// Its title.
    pub title: Option<String>,
}

/// Gives a template of the library with its values.
#[endpoint(POST "/cgi-bin/wxopen/template/library/get", title = "获取模板库某个模板标题下关键词库",
    scope(mini), retry = safe, reply = FormLibraryTemplate, call = form_messages.library_template)]
pub struct GetFormLibraryTemplate {
    /// The template.
    pub id: String,
}

/// A template of the library with its values.
#[endpoint(part, reply_to(GetFormLibraryTemplate))]
pub struct FormLibraryTemplate {
    /// The template.
    pub id: String,
    /// Its title.
    pub title: Option<String>,
    /// Its values.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub keyword_list: Vec<FormKeyword>,
}

/// A value.
#[endpoint(part)]
pub struct FormKeyword {
    /// The value.
    pub keyword_id: u64,
    /// Its name.
    pub name: Option<String>,
    /// An example.
    pub example: Option<String>,
}
