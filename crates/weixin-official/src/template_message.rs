//! Template messages (模板消息): notices whose text follows a template. `/cgi-bin/template/*`,
//! `/cgi-bin/message/template/*`

use weixin_api::{Call, Caller, StringEnum, endpoint, group, wire::query};
use weixin_protocol::{AppId, Header, OpenId, inbound};

use std::collections::BTreeMap;

use crate::ids::TemplateId;

group! {
    /// Template messages (模板消息).
    template_messages: [
        SendTemplateMessage, SendOneTimeNotice, SetIndustry, GetIndustry, AddTemplate, GetTemplates,
        DeleteTemplate,
    ]
}

weixin_protocol::messages![TemplateMessageFinished];

weixin_api::string_id! {
    /// A template in the platform's library (模板库中模板的编号, template_id_short), as in `TM00015`.
    LibraryTemplateId
    /// A trade (行业代码, industry_id): digits in a text, as in `1` for internet and e-commerce.
    IndustryId
}

weixin_api::integer_id! {
    /// A sent template message (msgid).
    TemplateMessageId(i64)
}

/// Sends a template message (模板消息) to a follower.
///
/// A [`TemplateMessageFinished`] tells the outcome. Messages with the same `client_msg_id` are sent
/// once within ten minutes.
///
/// Fails with 43004 when the user does not follow the account, with 40037 when the template is not
/// the account's, with 47003 when a value does not fit its keyword, with 40249 when the text is
/// taken for an advertisement, with 43116 when the template may no longer be sent.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Official};
/// # use weixin_official::{prelude::*, template_message::SendTemplateMessage};
/// # use weixin_protocol::OpenId;
/// # async fn example(wx: impl Caller<Kind = Official>, openid: OpenId) -> Result<(), Error> {
/// let message = SendTemplateMessage::new(openid, "ngqIpbwh8bUfcSsECmogfXcV14J0tQlEpBO27izEYtY")
///     .url("https://shop.example.com/orders/42")
///     .data([("keyword1".to_owned(), "42".into()), ("keyword2".to_owned(), "Sent".into())]);
/// let sent = wx.template_messages().send(message).await?;
/// println!("message {}", sent.msgid);
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/message/template/send", title = "发送模板消息",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Template_Message_Interface.html#5",
    scope(official), reply = SentTemplateMessage, call = template_messages.send)]
pub struct SendTemplateMessage {
    /// The follower.
    pub touser: OpenId,
    /// The template, one of the account's own.
    pub template_id: TemplateId,
    /// The page that a tap opens. `None`: a tap opens nothing.
    pub url: Option<String>,
    /// The page of a Mini Program that a tap opens instead of `url`.
    pub miniprogram: Option<TemplatePage>,
    /// The values of the template's keywords, by the names of the keywords.
    pub data: Option<BTreeMap<String, TemplateValue>>,
    /// An id of the caller's own that prevents duplicates, up to 32 characters.
    pub client_msg_id: Option<String>,
}

/// The page of a Mini Program that a message opens.
#[endpoint(part)]
pub struct TemplatePage {
    /// The Mini Program, which must be linked to the account.
    pub appid: AppId,
    /// The page, with its query.
    pub pagepath: Option<String>,
}

/// The value of a keyword of a template.
#[endpoint(part)]
pub struct TemplateValue {
    /// The text.
    pub value: String,
    /// The color, as in `#173177`. The platform ignores it today.
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

/// The reply to a sent template message.
#[endpoint(part, reply_to(SendTemplateMessage))]
pub struct SentTemplateMessage {
    /// The id of the message, which [`TemplateMessageFinished`] repeats.
    pub msgid: TemplateMessageId,
}

/// Sends the one message that a user allowed by a subscription page (一次性订阅消息).
///
/// Fails with 40062 when the title is too long.
#[endpoint(POST "/cgi-bin/message/template/subscribe", title = "推送一次性订阅消息",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Message_Management/One-time_subscription_info.html",
    scope(official), call = "wx.template_messages().send_once(touser, template_id, title, content)")]
pub struct SendOneTimeNotice {
    /// The user who allowed it. They need not follow the account.
    pub touser: OpenId,
    /// The template for one-time subscriptions.
    pub template_id: TemplateId,
    /// The page that a tap opens.
    pub url: Option<String>,
    /// The page of a Mini Program that a tap opens instead of `url`.
    pub miniprogram: Option<TemplatePage>,
    /// The scene that was passed to [`subscribe_url`], 0 to 10,000.
    pub scene: Option<String>,
    /// The title of the message, up to 15 characters.
    pub title: String,
    /// The text of the message under the name `content`, up to 200 characters.
    pub data: BTreeMap<String, TemplateValue>,
}

/// Sets the trades of the account (所属行业), at most once a month. The trades decide which templates
/// can be chosen.
///
/// Fails with 43100 when the trades were changed within the month, with 40102 when a trade is
/// unknown.
#[endpoint(POST "/cgi-bin/template/api_set_industry", title = "设置所属行业",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Template_Message_Interface.html#0",
    scope(official), retry = safe, call = template_messages.set_industry)]
pub struct SetIndustry {
    /// The first trade (主营行业).
    pub industry_id1: IndustryId,
    /// The second trade (副营行业).
    pub industry_id2: IndustryId,
}

/// Returns the trades of the account.
#[endpoint(GET "/cgi-bin/template/get_industry", title = "获取设置的行业信息",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Template_Message_Interface.html#1",
    scope(official), no_errcode, reply = Industries, call = template_messages.industry)]
pub struct GetIndustry {}

/// The trades of an account.
#[endpoint(part, reply_to(GetIndustry))]
pub struct Industries {
    /// The first trade (主营行业).
    pub primary_industry: Option<Industry>,
    /// The second trade (副营行业).
    pub secondary_industry: Option<Industry>,
}

/// A trade (行业).
#[endpoint(part)]
pub struct Industry {
    /// The sector, as in `IT科技`.
    pub first_class: String,
    /// The trade within the sector.
    pub second_class: String,
}

/// Adds a template of the library to the account's own.
///
/// Fails with 45026 when the account has no room for another template, with 45027 when the template
/// belongs to another trade, with 40246 when a keyword is not the template's, with 40247 when the
/// account must take a template of its category.
#[endpoint(POST "/cgi-bin/template/api_add_template", title = "获得模板ID",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Template_Message_Interface.html#2",
    scope(official), reply = AddedTemplate, call = template_messages.add)]
pub struct AddTemplate {
    /// The template in the library.
    pub template_id_short: LibraryTemplateId,
    /// The keywords to use, for templates that let one choose (类目模板).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub keyword_name_list: Vec<String>,
}

/// The reply to an added template.
#[endpoint(part, reply_to(AddTemplate))]
pub struct AddedTemplate {
    /// The id of the template at this account.
    pub template_id: TemplateId,
}

/// Returns the templates of the account.
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
    /// The id of the template at this account.
    pub template_id: TemplateId,
    /// The title.
    pub title: String,
    /// The sector of the trade it belongs to (一级行业).
    pub primary_industry: String,
    /// The trade it belongs to (二级行业).
    pub deputy_industry: String,
    /// The text with its keywords, as in `{{result.DATA}}`.
    pub content: String,
    /// An example of the text with values.
    pub example: Option<String>,
}

/// Removes a template from the account.
///
/// Fails with 40037 when the template is not the account's.
#[endpoint(POST "/cgi-bin/template/del_private_template", title = "删除模板",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Template_Message_Interface.html#4",
    scope(official), retry = safe, call = template_messages.delete)]
pub struct DeleteTemplate {
    /// The template to remove.
    pub template_id: TemplateId,
}

/// A template message was delivered, or could not be.
///
/// It follows each [`SendTemplateMessage`].
#[inbound(event = "TEMPLATESENDJOBFINISH", scope(official))]
pub struct TemplateMessageFinished {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The message, as [`SentTemplateMessage`] has it.
    #[field(name = "MsgID", alias = "MsgId")]
    pub msg_id: TemplateMessageId,
    /// The outcome.
    pub status: TemplateSendStatus,
}

/// The outcome of a template message.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum TemplateSendStatus {
    /// The message was delivered.
    #[string_enum(rename = "success")]
    Success,
    /// The follower rejects messages of the account (用户设置拒绝接收).
    #[string_enum(rename = "failed:user block")]
    UserBlock,
    /// The platform failed (其他原因失败).
    #[string_enum(rename = "failed: system failed")]
    SystemFailed,
    /// A value that this version does not know.
    Other(String),
}

impl TemplateMessageFinished {
    /// Whether the message was delivered.
    pub fn succeeded(&self) -> bool {
        self.status == TemplateSendStatus::Success
    }
}

/// Returns the address that a page redirects a user to so that they allow one message. The user is
/// then redirected to `redirect_url`, with `openid`, `template_id`, `action` (`confirm` or
/// `cancel`), `scene` and `reserved` in its query; its host must be set in the console.
///
/// `scene` is 0 to 10,000 and says what the message is for; [`SendOneTimeNotice`] repeats it.
/// `reserved` has up to 128 letters and digits. To prevent forged requests, use one that only this
/// user has, and compare it when they return.
pub fn subscribe_url(
    app: &AppId,
    scene: u16,
    template_id: &TemplateId,
    redirect_url: &str,
    reserved: &str,
) -> String {
    format!(
        "https://mp.weixin.qq.com/mp/subscribemsg?action=get_confirm&appid={}&scene={scene}\
         &template_id={}&redirect_url={}&reserved={}#wechat_redirect",
        query::encode(app.as_str()),
        query::encode(template_id.as_str()),
        query::encode(redirect_url),
        query::encode(reserved),
    )
}

impl<'c, C: Caller + ?Sized> TemplateMessagesHandle<'c, C> {
    /// Returns the address that a page redirects a user to so that they allow one message; see [`subscribe_url`].
    pub fn subscribe_url(
        &self,
        scene: u16,
        template_id: &TemplateId,
        redirect_url: &str,
        reserved: &str,
    ) -> String {
        subscribe_url(self.caller.account().id(), scene, template_id, redirect_url, reserved)
    }

    /// Sends the one message that a user allowed; see [`SendOneTimeNotice`].
    pub fn send_once(
        &self,
        touser: impl Into<OpenId>,
        template_id: impl Into<TemplateId>,
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
