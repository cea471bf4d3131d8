//! Templates of subscription messages and notices (订阅消息, 订阅通知). `/wxaapi/newtmpl/*`

mod event;

pub use event::{
    PopupScene, SentNotice, SubscriptionAnswer, SubscriptionChange, SubscriptionChanged,
    SubscriptionPopup, SubscriptionSent,
};
use weixin_api::{endpoint, group, int_enum};

group! {
    /// Templates of subscription messages and notices (订阅消息, 订阅通知).
    subscriptions: [GetSubscriptionTemplates, GetSubscriptionCategories, GetPublicTemplates, GetTemplateKeywords, AddSubscriptionTemplate, DeleteSubscriptionTemplate]
}

weixin_protocol::messages![SubscriptionPopup, SubscriptionChanged, SubscriptionSent];

/// Gives the categories of the account, from which it can choose templates.
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

/// A category.
#[endpoint(part)]
pub struct Category {
    /// Its number.
    pub id: u64,
    /// Its name.
    pub name: String,
}

/// Gives the templates that everybody in some categories can choose.
#[endpoint(GET "/wxaapi/newtmpl/getpubtemplatetitles", title = "获取类目下的公共模板",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Subscription_Messages/api.html#getPubTemplateTitleList%E8%8E%B7%E5%8F%96%E7%B1%BB%E7%9B%AE%E4%B8%8B%E7%9A%84%E5%85%AC%E5%85%B1%E6%A8%A1%E6%9D%BF",
    scope(official, mini), reply = PublicTemplates, call = subscriptions.public_templates)]
pub struct GetPublicTemplates {
    /// The categories, with commas between them.
    pub ids: String,
    /// Where to begin, from 0.
    pub start: u32,
    /// How many: up to 30.
    pub limit: u32,
}

/// Templates that can be chosen.
#[endpoint(part, reply_to(GetPublicTemplates))]
pub struct PublicTemplates {
    /// How many there are.
    pub count: u64,
    /// This page of them.
    pub data: Vec<PublicTemplate>,
}

/// A template that can be chosen.
#[endpoint(part)]
pub struct PublicTemplate {
    /// Its number.
    pub tid: u64,
    /// Its title.
    pub title: String,
    /// How often a subscription counts.
    #[serde(rename = "type")]
    pub kind: SubscriptionKind,
    /// Its category.
    #[serde(rename = "categoryId")]
    pub category_id: u64,
}

int_enum! {
    /// How often a subscription counts.
    pub enum SubscriptionKind {
        /// One notice for each time somebody agreed.
        Once = 2,
        /// Any number of notices.
        Lasting = 3,
    }
}

/// Gives the places that a template can have.
#[endpoint(GET "/wxaapi/newtmpl/getpubtemplatekeywords", title = "获取模板中的关键词",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Subscription_Messages/api.html#getPubTemplateKeyWordsById%E8%8E%B7%E5%8F%96%E6%A8%A1%E6%9D%BF%E4%B8%AD%E7%9A%84%E5%85%B3%E9%94%AE%E8%AF%8D",
    scope(official, mini), reply = TemplateKeywords, call = subscriptions.keywords)]
pub struct GetTemplateKeywords {
    /// The template's number.
    pub tid: String,
}

/// The places that a template can have.
#[endpoint(part, reply_to(GetTemplateKeywords))]
pub struct TemplateKeywords {
    /// How many there are.
    pub count: Option<u64>,
    /// The places.
    pub data: Vec<TemplateKeyword>,
}

/// A place in a template.
#[endpoint(part)]
pub struct TemplateKeyword {
    /// Its number.
    pub kid: u64,
    /// Its name.
    pub name: String,
    /// What may stand there.
    pub example: Option<String>,
    /// Of which kind that is, such as `thing`.
    pub rule: Option<String>,
}

/// Takes a template into the account's own, with the places it is to have.
#[endpoint(POST "/wxaapi/newtmpl/addtemplate", title = "选用模板",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Subscription_Messages/api.html#addTemplate%E9%80%89%E7%94%A8%E6%A8%A1%E6%9D%BF",
    scope(official, mini), reply = AddedSubscriptionTemplate, call = subscriptions.add)]
pub struct AddSubscriptionTemplate {
    /// The template's number.
    pub tid: String,
    /// 2 to 5 places, in their order.
    #[serde(rename = "kidList")]
    pub kid_list: Vec<u64>,
    /// What it is used for: up to 15 characters.
    #[serde(rename = "sceneDesc")]
    pub scene_desc: Option<String>,
}

/// A template that was taken.
#[endpoint(part, reply_to(AddSubscriptionTemplate))]
pub struct AddedSubscriptionTemplate {
    /// Its id at this account.
    #[serde(rename = "priTmplId")]
    pub template_id: String,
}

/// Gives the account's templates.
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
    /// Its id.
    #[serde(rename = "priTmplId")]
    pub template_id: String,
    /// Its title.
    pub title: String,
    /// The text with its places, as in `{{thing1.DATA}}`.
    pub content: String,
    /// How it looks when it is filled in.
    pub example: Option<String>,
    /// How often a subscription counts.
    #[serde(rename = "type")]
    pub kind: SubscriptionKind,
    /// What may stand in places that allow a few words only.
    #[serde(rename = "keywordEnumValueList", default, skip_serializing_if = "Vec::is_empty")]
    pub keyword_enum_value_list: Vec<KeywordValues>,
}

/// What may stand in a place.
#[endpoint(part)]
pub struct KeywordValues {
    /// The place.
    #[serde(rename = "keywordCode")]
    pub keyword_code: String,
    /// The words.
    #[serde(rename = "enumValueList")]
    pub enum_value_list: Vec<String>,
}

/// Removes a template from the account.
#[endpoint(POST "/wxaapi/newtmpl/deltemplate", title = "删除模板",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Subscription_Messages/api.html#deleteTemplate%E5%88%A0%E9%99%A4%E6%A8%A1%E6%9D%BF",
    scope(official, mini), retry = safe, call = subscriptions.delete)]
pub struct DeleteSubscriptionTemplate {
    /// The template.
    #[serde(rename = "priTmplId")]
    pub template_id: String,
}

/// What stands in a place of a template. What is allowed follows from the place's name: `thing1` is
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
