//! Shared cards that change after they were sent (动态消息), and the notices that came before
//! subscription messages. `/cgi-bin/message/wxopen/*`

use std::collections::BTreeMap;
use weixin_api::{StringEnum, Timestamp, endpoint, group, int_enum};
use weixin_protocol::{AppId, OpenId};

group! {
    /// Shared cards that change after they were sent (动态消息).
    updatable_messages: [CreateActivity, SetUpdatableMessage, SendUniformMessage]
}

/// Makes the id of a card that can change.
#[endpoint(POST "/cgi-bin/message/wxopen/activityid/create", title = "创建activity_id",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/updatable-message/updatableMessage.createActivityId.html",
    scope(mini), reply = Activity, call = updatable_messages.create)]
pub struct CreateActivity {
    /// Who will share it.
    pub openid: Option<OpenId>,
    /// The same, as the UnionID.
    pub unionid: Option<String>,
}

/// The id of a card that can change.
#[endpoint(part, reply_to(CreateActivity))]
pub struct Activity {
    /// The id, for `wx.updateShareMenu`.
    pub activity_id: String,
    /// Until when it can change; 24 hours, as a rule.
    pub expiration_time: Option<Timestamp>,
}

/// Changes what a card shows.
#[endpoint(POST "/cgi-bin/message/wxopen/updatablemsg/send", title = "修改动态消息",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/updatable-message/updatableMessage.setUpdatableMsg.html",
    scope(mini), retry = safe, call = updatable_messages.update)]
pub struct SetUpdatableMessage {
    /// The card.
    pub activity_id: String,
    /// How far the activity is.
    pub target_state: ActivityState,
    /// What it shows.
    pub template_info: UpdatableTemplate,
}

int_enum! {
    /// How far an activity is.
    pub enum ActivityState {
        /// People can still join.
        Open = 0,
        /// It has begun.
        Started = 1,
    }
}

/// What a card shows.
#[endpoint(part)]
pub struct UpdatableTemplate {
    /// Its values.
    pub parameter_list: Vec<UpdatableParameter>,
}

/// One value.
#[endpoint(part)]
pub struct UpdatableParameter {
    /// Which one.
    pub name: UpdatableParameterName,
    /// The value.
    pub value: String,
}

/// Which value of a card.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum UpdatableParameterName {
    /// How many have joined, where it is open.
    #[string_enum(rename = "member_count")]
    MemberCount,
    /// How many may, where it is open.
    #[string_enum(rename = "room_limit")]
    RoomLimit,
    /// The page that opens, where it has begun.
    #[string_enum(rename = "path")]
    Path,
    /// Which version opens: `develop`, `trial`, `release`.
    #[string_enum(rename = "version_type")]
    VersionType,
    /// A value that this version does not know.
    Other(String),
}

/// Sends a template message of an Official Account to a user of the Mini Program.
#[endpoint(POST "/cgi-bin/message/wxopen/template/uniform_send", title = "下发统一消息",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/uniform-message/uniformMessage.send.html",
    scope(mini), call = updatable_messages.send_uniform)]
pub struct SendUniformMessage {
    /// The user, at the Mini Program or at the Official Account.
    pub touser: OpenId,
    /// A template message of the Mini Program; no longer sent.
    pub weapp_template_msg: Option<FormTemplateMessage>,
    /// The template message.
    pub mp_template_msg: Option<UniformTemplateMessage>,
}

/// A template message of an Official Account.
#[endpoint(part)]
pub struct UniformTemplateMessage {
    /// The Official Account, linked to the Mini Program.
    pub appid: AppId,
    /// The template.
    pub template_id: String,
    /// The page it opens.
    pub url: Option<String>,
    /// The Mini Program it opens.
    pub miniprogram: Option<UniformMiniProgram>,
    /// Its values.
    pub data: Option<BTreeMap<String, UniformValue>>,
}

/// The Mini Program a message opens.
#[endpoint(part)]
pub struct UniformMiniProgram {
    /// The Mini Program.
    pub appid: AppId,
    /// Its page.
    pub pagepath: Option<String>,
    /// The same under its other name.
    pub page: Option<String>,
}

/// One value.
#[endpoint(part)]
pub struct UniformValue {
    /// The value.
    pub value: String,
    /// Its colour.
    pub color: Option<String>,
}

/// A template message of the Mini Program.
#[endpoint(part)]
pub struct FormTemplateMessage {
    /// The template.
    pub template_id: String,
    /// The page it opens.
    pub page: Option<String>,
    /// The form that was sent, or the payment.
    pub form_id: String,
    /// Its values.
    pub data: Option<BTreeMap<String, UniformValue>>,
    /// Which value is shown large.
    pub emphasis_keyword: Option<String>,
}
