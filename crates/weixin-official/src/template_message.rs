//! Template messages (模板消息): notices in a form that was agreed on. `/cgi-bin/template/*`, `/cgi-bin/message/template/*`

use weixin_api::{Call, Caller, endpoint, group, wire::query};
use weixin_protocol::{AppId, Header, OpenId, inbound};

use std::collections::BTreeMap;

group! {
    /// Template messages (模板消息).
    template_messages: [SendTemplateMessage, SendOneTimeNotice, SetIndustry, GetIndustry, AddTemplate, GetTemplates, DeleteTemplate]
}

weixin_protocol::messages![TemplateMessageFinished];

/// Sends a notice to a follower.
///
/// A [`TemplateMessageFinished`] says what became of it. With `client_msg_id` the same notice is
/// not sent twice within ten minutes.
#[endpoint(POST "/cgi-bin/message/template/send", title = "发送模板消息",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Template_Message_Interface.html#5",
    scope(official), reply = SentTemplateMessage, call = template_messages.send)]
pub struct SendTemplateMessage {
    /// The follower.
    pub touser: OpenId,
    /// The template, as the account has it.
    pub template_id: String,
    /// The page that a tap opens.
    pub url: Option<String>,
    /// The page of a Mini Program that a tap opens, in place of `url`.
    pub miniprogram: Option<TemplatePage>,
    /// What stands in the template's places, by their names.
    pub data: Option<BTreeMap<String, TemplateValue>>,
    /// A name of the sender's for this message, up to 32 characters.
    pub client_msg_id: Option<String>,
}

/// The page of a Mini Program that a notice opens.
#[endpoint(part)]
pub struct TemplatePage {
    /// The Mini Program, linked to the account.
    pub appid: AppId,
    /// The page, with its query.
    pub pagepath: Option<String>,
}

/// What stands in a place of a template.
#[endpoint(part)]
pub struct TemplateValue {
    /// The text.
    pub value: String,
    /// The colour, as in `#173177`. Not shown any more.
    pub color: Option<String>,
}

impl From<&str> for TemplateValue {
    fn from(value: &str) -> Self {
        Self::new(value)
    }
}
impl From<String> for TemplateValue {
    fn from(value: String) -> Self {
        Self::new(value)
    }
}

/// A notice that is on its way.
#[endpoint(part, reply_to(SendTemplateMessage))]
pub struct SentTemplateMessage {
    /// Its number, which the event on its fate has too.
    pub msgid: u64,
}

/// Sends the one notice that somebody allowed by a subscription page.
#[endpoint(POST "/cgi-bin/message/template/subscribe", title = "推送一次性订阅消息",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Message_Management/One-time_subscription_info.html",
    scope(official), call = "wx.template_messages().send_once(touser, template_id, title, content)")]
pub struct SendOneTimeNotice {
    /// Who allowed it; they need not follow the account.
    pub touser: OpenId,
    /// The template.
    pub template_id: String,
    /// The page that a tap opens.
    pub url: Option<String>,
    /// The page of a Mini Program that a tap opens.
    pub miniprogram: Option<TemplatePage>,
    /// The scene of the subscription: 0 to 10,000.
    pub scene: Option<String>,
    /// The title: up to 15 characters.
    pub title: String,
    /// The content, in the place `content`: up to 200 characters.
    pub data: BTreeMap<String, TemplateValue>,
}

/// Says in which trades the account is, once a month. Templates are chosen from theirs.
#[endpoint(POST "/cgi-bin/template/api_set_industry", title = "设置所属行业",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Template_Message_Interface.html#0",
    scope(official), retry = safe, call = template_messages.set_industry)]
pub struct SetIndustry {
    /// The number of the first trade.
    pub industry_id1: String,
    /// The number of the second trade.
    pub industry_id2: String,
}

/// Gives the trades of the account.
#[endpoint(GET "/cgi-bin/template/get_industry", title = "获取设置的行业信息",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Template_Message_Interface.html#1",
    scope(official), no_errcode, reply = Industries, call = template_messages.industry)]
pub struct GetIndustry {}

/// The trades of an account.
#[endpoint(part, reply_to(GetIndustry))]
pub struct Industries {
    /// The first one.
    pub primary_industry: Option<Industry>,
    /// The second one.
    pub secondary_industry: Option<Industry>,
}

/// A trade.
#[endpoint(part)]
pub struct Industry {
    /// The field.
    pub first_class: String,
    /// The trade within the field.
    pub second_class: String,
}

/// Takes a template of the library into the account's own.
#[endpoint(POST "/cgi-bin/template/api_add_template", title = "获得模板ID",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Template_Message_Interface.html#2",
    scope(official), reply = AddedTemplate, call = template_messages.add)]
pub struct AddTemplate {
    /// The number in the library, such as `TM00015`.
    pub template_id_short: String,
    /// The places to be used, where the template lets one choose.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub keyword_name_list: Vec<String>,
}

/// A template that was taken.
#[endpoint(part, reply_to(AddTemplate))]
pub struct AddedTemplate {
    /// Its id at this account.
    pub template_id: String,
}

/// Gives the account's templates.
#[endpoint(GET "/cgi-bin/template/get_all_private_template", title = "获取模板列表",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Template_Message_Interface.html#3",
    scope(official), no_errcode, reply = Templates, call = template_messages.list)]
pub struct GetTemplates {}

/// The templates of an account.
#[endpoint(part, reply_to(GetTemplates))]
pub struct Templates {
    /// The templates.
    pub template_list: Vec<Template>,
}

/// A template of an account.
#[endpoint(part)]
pub struct Template {
    /// Its id.
    pub template_id: String,
    /// The title.
    pub title: String,
    /// The field.
    pub primary_industry: String,
    /// The trade.
    pub deputy_industry: String,
    /// The text with its places, as in `{{result.DATA}}`.
    pub content: String,
    /// How it looks when it is filled in.
    pub example: Option<String>,
}

/// Removes a template from the account.
#[endpoint(POST "/cgi-bin/template/del_private_template", title = "删除模板",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Template_Message_Interface.html#4",
    scope(official), retry = safe, call = template_messages.delete)]
pub struct DeleteTemplate {
    /// The template.
    pub template_id: String,
}

/// A notice was sent, or not. Event `TEMPLATESENDJOBFINISH`.
#[inbound(event = "TEMPLATESENDJOBFINISH", scope(official))]
pub struct TemplateMessageFinished {
    /// From whom, to whom, when.
    pub header: Header,
    /// The notice, as [`SentTemplateMessage`] has it.
    #[field(name = "MsgID", alias = "MsgId")]
    pub msg_id: i64,
    /// `success`; `failed:user block` if the follower refuses notices; `failed: system failed`.
    pub status: String,
}

impl TemplateMessageFinished {
    /// Whether it was sent.
    pub fn succeeded(&self) -> bool {
        self.status == "success"
    }
}

/// The address to which a page sends somebody to allow one notice. They come back to `redirect_url`,
/// whose host the account's console knows, with `openid`, `template_id`, `action` (`confirm` or
/// `cancel`), `scene` and `reserved` in its query.
///
/// `scene` is 0 to 10,000: for what the notice is; [`SendOneTimeNotice`] names the same. `reserved`
/// is up to 128 letters and digits: let it be one that only this visitor has, and compare it when
/// they are back.
pub fn subscribe_url(
    app: &AppId,
    scene: u16,
    template_id: &str,
    redirect_url: &str,
    reserved: &str,
) -> String {
    format!(
        "https://mp.weixin.qq.com/mp/subscribemsg?action=get_confirm&appid={}&scene={scene}\
         &template_id={}&redirect_url={}&reserved={}#wechat_redirect",
        query::encode(app.as_str()),
        query::encode(template_id),
        query::encode(redirect_url),
        query::encode(reserved),
    )
}

impl<'c, C: Caller + ?Sized> TemplateMessagesHandle<'c, C> {
    /// The address to which a page sends somebody to allow one notice; see [`subscribe_url`].
    pub fn subscribe_url(
        &self,
        scene: u16,
        template_id: &str,
        redirect_url: &str,
        reserved: &str,
    ) -> String {
        subscribe_url(self.caller.account().id(), scene, template_id, redirect_url, reserved)
    }

    /// Sends the one notice that was allowed; see [`SendOneTimeNotice`].
    pub fn send_once(
        &self,
        touser: impl Into<OpenId>,
        template_id: impl Into<String>,
        title: impl Into<String>,
        content: impl Into<TemplateValue>,
    ) -> Call<'c, C, SendOneTimeNotice> {
        Call::new(
            self.caller,
            SendOneTimeNotice::new(
                touser,
                template_id,
                title,
                BTreeMap::from([("content".to_owned(), content.into())]),
            ),
        )
    }
}
