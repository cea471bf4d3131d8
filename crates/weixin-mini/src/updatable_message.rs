//! Cards that change after they were shared (动态消息), and uniform messages (统一服务消息).
//! `/cgi-bin/message/wxopen/*`

use std::collections::BTreeMap;
use weixin_api::{StringEnum, Timestamp, endpoint, group, int_enum};
use weixin_protocol::{AppId, OpenId, UnionId};

use crate::ids::{FormId, TemplateId};

group! {
    /// Cards that change after they were shared (动态消息).
    updatable_messages: [CreateActivity, SetUpdatableMessage, SendUniformMessage]
}

weixin_api::string_id! {
    /// A shared card that can be changed (动态消息, activity_id).
    ActivityId
}

/// Creates the id of a card that can be changed after it was shared.
#[endpoint(POST "/cgi-bin/message/wxopen/activityid/create", title = "创建activity_id",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/updatable-message/updatableMessage.createActivityId.html",
    scope(mini), reply = Activity, call = updatable_messages.create)]
pub struct CreateActivity {
    /// The user who will share the card.
    pub openid: Option<OpenId>,
    /// The same user by UnionID; takes the place of `openid`.
    pub unionid: Option<UnionId>,
}

/// The id of a card that can be changed.
#[endpoint(part, reply_to(CreateActivity))]
pub struct Activity {
    /// The id, for `wx.updateShareMenu` on the phone.
    pub activity_id: ActivityId,
    /// Until when the card can be changed; by default 24 hours from now.
    pub expiration_time: Option<Timestamp>,
}

/// Updates what a shared card shows.
///
/// Fails with 47504 when the card can no longer be changed, with 47501 when there is no such card,
/// with 47502 when the state is wrong, and with 47503 when `version_type` is.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Mini};
/// # use weixin_mini::updatable_message::*;
/// # async fn example(wx: impl Caller<Kind = Mini>) -> Result<(), Error> {
/// let card = wx.updatable_messages().create().await?.activity_id;
/// let values = [
///     UpdatableParameter::new(UpdatableParameterName::MemberCount, "2"),
///     UpdatableParameter::new(UpdatableParameterName::RoomLimit, "5"),
/// ];
/// wx.updatable_messages()
///     .update((card, ActivityState::Open, UpdatableTemplate::new(values)))
///     .await?;
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/message/wxopen/updatablemsg/send", title = "修改动态消息",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/updatable-message/updatableMessage.setUpdatableMsg.html",
    scope(mini), secured, retry = safe, call = updatable_messages.update)]
pub struct SetUpdatableMessage {
    /// The card, as [`CreateActivity`] returned it.
    pub activity_id: ActivityId,
    /// The state that the card is set to.
    pub target_state: ActivityState,
    /// The values of that state.
    pub template_info: UpdatableTemplate,
}

int_enum! {
    /// The state of a shared card.
    pub enum ActivityState {
        /// Members can join (未开始).
        Open = 0,
        /// The activity has started (已开始).
        Started = 1,
    }
}

/// The values that a shared card shows.
#[endpoint(part)]
pub struct UpdatableTemplate {
    /// The values of the state; which ones are needed says [`UpdatableParameterName`].
    pub parameter_list: Vec<UpdatableParameter>,
}

/// A value of a shared card.
#[endpoint(part)]
pub struct UpdatableParameter {
    /// Which value is set.
    pub name: UpdatableParameterName,
    /// The value as text.
    pub value: String,
}

/// A value of a shared card.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum UpdatableParameterName {
    /// The number of members who have joined; for [`ActivityState::Open`].
    #[string_enum(rename = "member_count")]
    MemberCount,
    /// The highest number of members; for [`ActivityState::Open`].
    #[string_enum(rename = "room_limit")]
    RoomLimit,
    /// The path of the page that opens; for [`ActivityState::Started`].
    #[string_enum(rename = "path")]
    Path,
    /// The version that opens: `develop`, `trial` or `release`; for [`ActivityState::Started`].
    #[string_enum(rename = "version_type")]
    VersionType,
    /// A value that this version does not know.
    Other(String),
}

/// Sends a template message of a linked Official Account to a user of the Mini Program.
///
/// Fails with 40013 when the Official Account is not linked to the Mini Program, and with 40037
/// when it has no such template.
#[endpoint(POST "/cgi-bin/message/wxopen/template/uniform_send", title = "下发统一消息",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/uniform-message/uniformMessage.send.html",
    scope(mini), call = updatable_messages.send_uniform)]
pub struct SendUniformMessage {
    /// The user's openid at the Mini Program or at the Official Account.
    pub touser: OpenId,
    /// A template message of the Mini Program, which the platform no longer sends.
    pub weapp_template_msg: Option<FormTemplateMessage>,
    /// The template message of the Official Account.
    pub mp_template_msg: Option<UniformTemplateMessage>,
}

/// A template message of an Official Account.
#[endpoint(part)]
pub struct UniformTemplateMessage {
    /// The Official Account, which must be linked to the Mini Program.
    pub appid: AppId,
    /// The template, as the account has added it.
    pub template_id: TemplateId,
    /// The web page that a tap opens.
    pub url: Option<String>,
    /// The Mini Program that a tap opens, instead of `url`.
    pub miniprogram: Option<UniformMiniProgram>,
    /// The values of the template's keywords, by their names.
    pub data: Option<BTreeMap<String, UniformValue>>,
}

/// The Mini Program that a message opens.
#[endpoint(part)]
pub struct UniformMiniProgram {
    /// The Mini Program, which must be linked to the Official Account.
    pub appid: AppId,
    /// The path of the page, with its query.
    pub pagepath: Option<String>,
    /// The path under another name; some versions of the interface read this one.
    pub page: Option<String>,
}

/// A value of a template message.
#[endpoint(part)]
pub struct UniformValue {
    /// The text that is shown.
    pub value: String,
    /// The color of the text, such as `#173177`; black if left out.
    pub color: Option<String>,
}

/// A template message of the Mini Program (小程序模板消息).
#[endpoint(part)]
pub struct FormTemplateMessage {
    /// The template, as the account has added it.
    pub template_id: TemplateId,
    /// The path that a tap opens.
    pub page: Option<String>,
    /// The form or payment that permits the message.
    pub form_id: FormId,
    /// The values of the template's keywords, by their names.
    pub data: Option<BTreeMap<String, UniformValue>>,
    /// The keyword whose value is shown enlarged: `keyword1.DATA`.
    pub emphasis_keyword: Option<String>,
}
