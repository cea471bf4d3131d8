//! Template messages of a Mini Program (模板消息), which the platform no longer sends.
//! `/cgi-bin/wxopen/template/*`
//!
//! They are here for programs that still manage them; new ones use subscription messages.

use std::collections::BTreeMap;
use weixin_api::{Call, Caller, On, endpoint, endpoints};
use weixin_protocol::OpenId;

endpoints![
    SendFormMessage,
    AddFormTemplate,
    DeleteFormTemplate,
    GetFormTemplates,
    GetFormLibrary,
    GetFormLibraryTemplate
];

/// Sends a template message to a user who has sent a form or paid.
/// `POST /cgi-bin/message/wxopen/template/send`
#[endpoint(POST "/cgi-bin/message/wxopen/template/send", title = "发送模板消息",
    scope(mini))]
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
/// `POST /cgi-bin/wxopen/template/add`
#[endpoint(POST "/cgi-bin/wxopen/template/add", title = "组合模板并添加至帐号下的个人模板库",
    scope(mini), reply = AddedFormTemplate)]
pub struct AddFormTemplate {
    /// The template of the library.
    pub id: String,
    /// Up to 10 of its values, in order.
    pub keyword_id_list: Vec<u64>,
}

/// A template that was added.
#[endpoint(part)]
pub struct AddedFormTemplate {
    /// The template.
    pub template_id: String,
}

/// Removes a template of the account. `POST /cgi-bin/wxopen/template/del`
#[endpoint(POST "/cgi-bin/wxopen/template/del", title = "删除帐号下的某个模板",
    scope(mini), retry = safe)]
pub struct DeleteFormTemplate {
    /// The template.
    pub template_id: String,
}

/// Gives a page of the account's templates. `POST /cgi-bin/wxopen/template/list`
#[endpoint(POST "/cgi-bin/wxopen/template/list", title = "获取帐号下已存在的模板列表",
    scope(mini), retry = safe, reply = FormTemplates)]
pub struct GetFormTemplates {
    /// Where to begin, from 0.
    pub offset: u64,
    /// How many: up to 20.
    pub count: u32,
}

/// A page of the account's templates.
#[endpoint(part)]
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

/// Gives a page of the library of templates. `POST /cgi-bin/wxopen/template/library/list`
#[endpoint(POST "/cgi-bin/wxopen/template/library/list", title = "获取小程序模板库标题列表",
    scope(mini), retry = safe, reply = FormLibrary)]
pub struct GetFormLibrary {
    /// Where to begin, from 0.
    pub offset: u64,
    /// How many: up to 20.
    pub count: u32,
}

/// A page of the library of templates.
#[endpoint(part)]
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

/// Gives a template of the library with its values. `POST /cgi-bin/wxopen/template/library/get`
#[endpoint(POST "/cgi-bin/wxopen/template/library/get", title = "获取模板库某个模板标题下关键词库",
    scope(mini), retry = safe, reply = FormLibraryTemplate)]
pub struct GetFormLibraryTemplate {
    /// The template.
    pub id: String,
}

/// A template of the library with its values.
#[endpoint(part)]
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

/// The group as a client has it: `wx.form_messages()`.
#[derive(Debug)]
pub struct FormMessages<'c, C: ?Sized>(&'c C);

/// Gives a client `form_messages()`.
pub trait FormMessagesApi: Caller {
    /// Template messages of a Mini Program (模板消息), which are no longer sent.
    fn form_messages(&self) -> FormMessages<'_, Self> {
        FormMessages(self)
    }
}

impl<C: Caller + ?Sized> FormMessagesApi for C where SendFormMessage: On<C::Kind> {}

impl<'c, C: Caller + ?Sized> FormMessages<'c, C> {
    /// Sends a template message to a user who has sent a form or paid; see [`SendFormMessage`].
    pub fn send(
        &self,
        touser: impl Into<OpenId>,
        template_id: impl Into<String>,
        form_id: impl Into<String>,
    ) -> Call<'c, C, SendFormMessage> {
        Call::new(self.0, SendFormMessage::new(touser, template_id, form_id))
    }

    /// Adds a template of the library to those of the account: 25 at most; see [`AddFormTemplate`].
    pub fn add(
        &self,
        id: impl Into<String>,
        keyword_id_list: impl Into<Vec<u64>>,
    ) -> Call<'c, C, AddFormTemplate> {
        Call::new(self.0, AddFormTemplate::new(id, keyword_id_list))
    }

    /// Removes a template of the account; see [`DeleteFormTemplate`].
    pub fn delete(&self, template_id: impl Into<String>) -> Call<'c, C, DeleteFormTemplate> {
        Call::new(self.0, DeleteFormTemplate::new(template_id))
    }

    /// Gives a page of the account's templates; see [`GetFormTemplates`].
    pub fn list(&self, offset: u64, count: u32) -> Call<'c, C, GetFormTemplates> {
        Call::new(self.0, GetFormTemplates::new(offset, count))
    }

    /// Gives a page of the library of templates; see [`GetFormLibrary`].
    pub fn library(&self, offset: u64, count: u32) -> Call<'c, C, GetFormLibrary> {
        Call::new(self.0, GetFormLibrary::new(offset, count))
    }

    /// Gives a template of the library with its values; see [`GetFormLibraryTemplate`].
    pub fn library_template(&self, id: impl Into<String>) -> Call<'c, C, GetFormLibraryTemplate> {
        Call::new(self.0, GetFormLibraryTemplate::new(id))
    }
}
