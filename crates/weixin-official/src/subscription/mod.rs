//! Templates of subscription messages and notices (订阅消息, 订阅通知). `/wxaapi/newtmpl/*`

mod event;

pub use event::{
    NoticeId, PopupScene, SentNotice, SubscriptionAnswer, SubscriptionChange, SubscriptionChanged,
    SubscriptionDecision, SubscriptionPopup, SubscriptionSent,
};
use weixin_api::{endpoint, group, int_enum};

use crate::ids::TemplateId;

group! {
    /// Templates of subscription messages and notices (订阅消息, 订阅通知).
    subscriptions: [
        GetSubscriptionTemplates, GetSubscriptionCategories, GetPublicTemplates,
        GetTemplateKeywords, AddSubscriptionTemplate, DeleteSubscriptionTemplate,
    ]
}

weixin_protocol::messages![SubscriptionPopup, SubscriptionChanged, SubscriptionSent];

weixin_api::string_id! {
    /// A template in the public library (模板标题 id, tid): digits, which the platform writes as a
    /// number at times.
    PublicTemplateId
}

weixin_api::integer_id! {
    /// A category of an account (类目 id).
    CategoryId(u64)
    /// A keyword of a public template (关键词 id, kid).
    KeywordId(u64)
}

/// Returns the categories of the account; its templates are chosen from them.
#[endpoint(GET "/wxaapi/newtmpl/getcategory", title = "获取公众号类目",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Subscription_Messages/api.html#getCategory%E8%8E%B7%E5%8F%96%E5%85%AC%E4%BC%97%E5%8F%B7%E7%B1%BB%E7%9B%AE",
    scope(official, mini), reply = Categories, call = subscriptions.categories)]
pub struct GetSubscriptionCategories {}

/// The categories of an account.
#[endpoint(part, reply_to(GetSubscriptionCategories))]
pub struct Categories {
    /// The categories.
    pub data: Vec<Category>,
}

/// A category of an account.
#[endpoint(part)]
pub struct Category {
    /// The id of the category.
    pub id: CategoryId,
    /// The name of the category.
    pub name: String,
}

/// Returns the public templates of some categories.
///
/// Fails with 200016 when `start` is wrong, with 200017 when `limit` is, with 200018 when there are
/// no categories, with 200019 when one is unknown.
#[endpoint(GET "/wxaapi/newtmpl/getpubtemplatetitles", title = "获取类目下的公共模板",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Subscription_Messages/api.html#getPubTemplateTitleList%E8%8E%B7%E5%8F%96%E7%B1%BB%E7%9B%AE%E4%B8%8B%E7%9A%84%E5%85%AC%E5%85%B1%E6%A8%A1%E6%9D%BF",
    scope(official, mini), reply = PublicTemplates, call = subscriptions.public_templates)]
pub struct GetPublicTemplates {
    /// The ids of the categories ([`CategoryId`]), separated by commas.
    pub ids: String,
    /// How many templates to skip.
    pub start: u32,
    /// How many templates to return, at most 30.
    pub limit: u32,
}

/// A page of public templates.
#[endpoint(part, reply_to(GetPublicTemplates))]
pub struct PublicTemplates {
    /// How many templates there are in all.
    pub count: u64,
    /// The templates of this page.
    pub data: Vec<PublicTemplate>,
}

/// A public template.
#[endpoint(part)]
pub struct PublicTemplate {
    /// The id of the template.
    #[serde(serialize_with = "digits_as_number")]
    pub tid: PublicTemplateId,
    /// The title.
    pub title: String,
    /// How long a subscription to it lasts.
    #[serde(rename = "type")]
    pub kind: SubscriptionKind,
    /// The category it belongs to.
    #[serde(rename = "categoryId")]
    pub category_id: CategoryId,
}

int_enum! {
    /// How long a subscription lasts (模板类型).
    pub enum SubscriptionKind {
        /// For one message each time the user agrees (一次性订阅).
        Once = 2,
        /// For any number of messages (长期订阅).
        Lasting = 3,
    }
}

/// Returns the keywords of a public template.
///
/// Fails with 200014 when there is no such template.
#[endpoint(GET "/wxaapi/newtmpl/getpubtemplatekeywords", title = "获取模板中的关键词",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Subscription_Messages/api.html#getPubTemplateKeyWordsById%E8%8E%B7%E5%8F%96%E6%A8%A1%E6%9D%BF%E4%B8%AD%E7%9A%84%E5%85%B3%E9%94%AE%E8%AF%8D",
    scope(official, mini), reply = TemplateKeywords, call = subscriptions.keywords)]
pub struct GetTemplateKeywords {
    /// The public template to look up.
    pub tid: PublicTemplateId,
}

/// The keywords of a public template.
#[endpoint(part, reply_to(GetTemplateKeywords))]
pub struct TemplateKeywords {
    /// How many keywords there are.
    pub count: Option<u64>,
    /// The keywords.
    pub data: Vec<TemplateKeyword>,
}

/// A keyword of a public template.
#[endpoint(part)]
pub struct TemplateKeyword {
    /// The id of the keyword.
    pub kid: KeywordId,
    /// The name of the keyword.
    pub name: String,
    /// An example of a value.
    pub example: Option<String>,
    /// The type of its values, such as `thing`; see [`SubscriptionValue`].
    pub rule: Option<String>,
}

/// Adds a public template to the account's own, with the keywords chosen.
///
/// Fails with 200014 when there is no such template, with 200020 when the keywords are wrong, with
/// 200021 when `scene_desc` is, with 200012 when the account has no room for another template, with
/// 200013 when the template is blocked.
#[endpoint(POST "/wxaapi/newtmpl/addtemplate", title = "选用模板",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Subscription_Messages/api.html#addTemplate%E9%80%89%E7%94%A8%E6%A8%A1%E6%9D%BF",
    scope(official, mini), secured, reply = AddedSubscriptionTemplate, call = subscriptions.add)]
pub struct AddSubscriptionTemplate {
    /// The public template to add.
    pub tid: PublicTemplateId,
    /// The keywords in the order they are shown, 2 to 5.
    #[serde(rename = "kidList")]
    pub kid_list: Vec<KeywordId>,
    /// What the template is used for (服务场景描述), up to 15 characters.
    #[serde(rename = "sceneDesc")]
    pub scene_desc: Option<String>,
}

/// The reply to an added template.
#[endpoint(part, reply_to(AddSubscriptionTemplate))]
pub struct AddedSubscriptionTemplate {
    /// The id of the template at this account.
    #[serde(rename = "priTmplId")]
    pub template_id: TemplateId,
}

/// Returns the templates of the account.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Official};
/// # use weixin_official::prelude::*;
/// # async fn example(wx: impl Caller<Kind = Official>) -> Result<(), Error> {
/// for template in wx.subscriptions().list().await?.data {
///     println!("{} {}: {}", template.template_id, template.title, template.content);
/// }
/// # Ok(())
/// # }
/// ```
#[endpoint(GET "/wxaapi/newtmpl/gettemplate", title = "获取私有模板列表",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Subscription_Messages/api.html#getTemplateList%E8%8E%B7%E5%8F%96%E7%A7%81%E6%9C%89%E6%A8%A1%E6%9D%BF%E5%88%97%E8%A1%A8",
    scope(official, mini), reply = SubscriptionTemplates, call = subscriptions.list)]
pub struct GetSubscriptionTemplates {}

/// The templates of an account.
#[endpoint(part, reply_to(GetSubscriptionTemplates))]
pub struct SubscriptionTemplates {
    /// The templates.
    pub data: Vec<SubscriptionTemplate>,
}

/// A template of an account.
#[endpoint(part)]
pub struct SubscriptionTemplate {
    /// The id of the template.
    #[serde(rename = "priTmplId")]
    pub template_id: TemplateId,
    /// The title.
    pub title: String,
    /// The text with its keywords, as in `{{thing1.DATA}}`.
    pub content: String,
    /// An example of the text with values.
    pub example: Option<String>,
    /// How long a subscription to it lasts.
    #[serde(rename = "type")]
    pub kind: SubscriptionKind,
    /// The values of keywords that allow certain values only.
    #[serde(rename = "keywordEnumValueList", default, skip_serializing_if = "Vec::is_empty")]
    pub keyword_enum_value_list: Vec<KeywordValues>,
}

/// The values that a keyword allows.
#[endpoint(part)]
pub struct KeywordValues {
    /// The name of the keyword, as in the template.
    #[serde(rename = "keywordCode")]
    pub keyword_code: String,
    /// The values.
    #[serde(rename = "enumValueList")]
    pub enum_value_list: Vec<String>,
}

/// Removes a template from the account.
#[endpoint(POST "/wxaapi/newtmpl/deltemplate", title = "删除模板",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Subscription_Messages/api.html#deleteTemplate%E5%88%A0%E9%99%A4%E6%A8%A1%E6%9D%BF",
    scope(official, mini), secured, retry = safe, call = subscriptions.delete)]
pub struct DeleteSubscriptionTemplate {
    /// The template to remove.
    #[serde(rename = "priTmplId")]
    pub template_id: TemplateId,
}

/// The value of a keyword of a template. The name of the keyword says what is allowed: `thing1` is
/// a text of up to 20 characters, `number2` a number, `date3` a date, …
#[endpoint(part)]
pub struct SubscriptionValue {
    /// The text.
    pub value: String,
}

impl From<&str> for SubscriptionValue {
    fn from(value: &str) -> Self {
        Self::new(value)
    }
}
impl From<String> for SubscriptionValue {
    fn from(value: String) -> Self {
        Self::new(value)
    }
}

/// Writes a number where the platform does, although requests have a text there.
fn digits_as_number<S: serde::Serializer>(
    tid: &PublicTemplateId,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    match tid.as_str().parse::<u64>() {
        Ok(number) => serializer.serialize_u64(number),
        Err(_) => serializer.serialize_str(tid.as_str()),
    }
}
