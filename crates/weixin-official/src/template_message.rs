//! Template messages (模板消息): notices in a form that was agreed on. `/cgi-bin/template/*`, `/cgi-bin/message/template/*`

use weixin_api::{Call, Caller, On, endpoint, endpoints, wire::query};
use weixin_protocol::{AppId, Header, OpenId, inbound};

use std::collections::BTreeMap;

endpoints![
    SendTemplateMessage,
    SendOneTimeNotice,
    SetIndustry,
    GetIndustry,
    AddTemplate,
    GetTemplates,
    DeleteTemplate
];

weixin_protocol::messages![TemplateMessageFinished];

/// Sends a notice to a follower. `POST /cgi-bin/message/template/send`
///
/// A [`TemplateMessageFinished`] says what became of it. With `client_msg_id` the same notice is
/// not sent twice within ten minutes.
#[endpoint(POST "/cgi-bin/message/template/send", title = "发送模板消息",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Template_Message_Interface.html#5",
    scope(official), reply = SentTemplateMessage)]
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
#[endpoint(part)]
pub struct SentTemplateMessage {
    /// Its number, which the event on its fate has too.
    pub msgid: u64,
}

/// Sends the one notice that somebody allowed by a subscription page.
/// `POST /cgi-bin/message/template/subscribe`
#[endpoint(POST "/cgi-bin/message/template/subscribe", title = "推送一次性订阅消息",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Message_Management/One-time_subscription_info.html",
    scope(official))]
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
/// `POST /cgi-bin/template/api_set_industry`
#[endpoint(POST "/cgi-bin/template/api_set_industry", title = "设置所属行业",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Template_Message_Interface.html#0",
    scope(official), retry = safe)]
pub struct SetIndustry {
    /// The number of the first trade.
    pub industry_id1: String,
    /// The number of the second trade.
    pub industry_id2: String,
}

/// Gives the trades of the account. `GET /cgi-bin/template/get_industry`
#[endpoint(GET "/cgi-bin/template/get_industry", title = "获取设置的行业信息",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Template_Message_Interface.html#1",
    scope(official), bare, reply = Industries)]
pub struct GetIndustry {}

/// The trades of an account.
#[endpoint(part)]
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
/// `POST /cgi-bin/template/api_add_template`
#[endpoint(POST "/cgi-bin/template/api_add_template", title = "获得模板ID",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Template_Message_Interface.html#2",
    scope(official), reply = AddedTemplate)]
pub struct AddTemplate {
    /// The number in the library, such as `TM00015`.
    pub template_id_short: String,
    /// The places to be used, where the template lets one choose.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub keyword_name_list: Vec<String>,
}

/// A template that was taken.
#[endpoint(part)]
pub struct AddedTemplate {
    /// Its id at this account.
    pub template_id: String,
}

/// Gives the account's templates. `GET /cgi-bin/template/get_all_private_template`
#[endpoint(GET "/cgi-bin/template/get_all_private_template", title = "获取模板列表",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Template_Message_Interface.html#3",
    scope(official), bare, reply = Templates)]
pub struct GetTemplates {}

/// The templates of an account.
#[endpoint(part)]
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

/// Removes a template from the account. `POST /cgi-bin/template/del_private_template`
#[endpoint(POST "/cgi-bin/template/del_private_template", title = "删除模板",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Template_Message_Interface.html#4",
    scope(official), retry = safe)]
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

/// The group as a client has it: `wx.template_messages()`.
#[derive(Debug)]
pub struct TemplateMessages<'c, C: ?Sized>(&'c C);

/// Gives a client `template_messages()`.
pub trait TemplateMessagesApi: Caller {
    /// Template messages (模板消息).
    fn template_messages(&self) -> TemplateMessages<'_, Self> {
        TemplateMessages(self)
    }
}

impl<C: Caller + ?Sized> TemplateMessagesApi for C where SendTemplateMessage: On<C::Kind> {}

impl<'c, C: Caller + ?Sized> TemplateMessages<'c, C> {
    /// Sends a notice; see [`SendTemplateMessage`].
    pub fn send(
        &self,
        touser: impl Into<OpenId>,
        template_id: impl Into<String>,
    ) -> Call<'c, C, SendTemplateMessage> {
        Call::new(self.0, SendTemplateMessage::new(touser, template_id))
    }

    /// The address to which a page sends somebody to allow one notice; see [`subscribe_url`].
    pub fn subscribe_url(
        &self,
        scene: u16,
        template_id: &str,
        redirect_url: &str,
        reserved: &str,
    ) -> String {
        subscribe_url(self.0.account().id(), scene, template_id, redirect_url, reserved)
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
            self.0,
            SendOneTimeNotice::new(
                touser,
                template_id,
                title,
                BTreeMap::from([("content".to_owned(), content.into())]),
            ),
        )
    }

    /// Says in which trades the account is; see [`SetIndustry`].
    pub fn set_industry(
        &self,
        first: impl Into<String>,
        second: impl Into<String>,
    ) -> Call<'c, C, SetIndustry> {
        Call::new(self.0, SetIndustry::new(first, second))
    }

    /// The trades of the account; see [`GetIndustry`].
    pub fn industry(&self) -> Call<'c, C, GetIndustry> {
        Call::new(self.0, GetIndustry::new())
    }

    /// Takes a template of the library; see [`AddTemplate`].
    pub fn add(&self, template_id_short: impl Into<String>) -> Call<'c, C, AddTemplate> {
        Call::new(self.0, AddTemplate::new(template_id_short))
    }

    /// The account's templates; see [`GetTemplates`].
    pub fn list(&self) -> Call<'c, C, GetTemplates> {
        Call::new(self.0, GetTemplates::new())
    }

    /// Removes a template; see [`DeleteTemplate`].
    pub fn delete(&self, template_id: impl Into<String>) -> Call<'c, C, DeleteTemplate> {
        Call::new(self.0, DeleteTemplate::new(template_id))
    }
}
