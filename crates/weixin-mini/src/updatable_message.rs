//! Shared cards that change after they were sent (动态消息), and the notices that came before
//! subscription messages. `/cgi-bin/message/wxopen/*`

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use weixin_api::{Call, Caller, On, Timestamp, codes, endpoint, endpoints};
use weixin_protocol::{AppId, OpenId};

endpoints![CreateActivity, SetUpdatableMessage, SendUniformMessage];

/// Makes the id of a card that can change. `POST /cgi-bin/message/wxopen/activityid/create`
#[endpoint(POST "/cgi-bin/message/wxopen/activityid/create", title = "创建activity_id",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/updatable-message/updatableMessage.createActivityId.html",
    scope(mini), reply = Activity)]
pub struct CreateActivity {
    /// Who will share it.
    pub openid: Option<OpenId>,
    /// The same, as the UnionID.
    pub unionid: Option<String>,
}

/// The id of a card that can change.
#[endpoint(part)]
pub struct Activity {
    /// The id, for `wx.updateShareMenu`.
    pub activity_id: String,
    /// Until when it can change; 24 hours, as a rule.
    pub expiration_time: Option<Timestamp>,
}

/// Changes what a card shows. `POST /cgi-bin/message/wxopen/updatablemsg/send`
#[endpoint(POST "/cgi-bin/message/wxopen/updatablemsg/send", title = "修改动态消息",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/updatable-message/updatableMessage.setUpdatableMsg.html",
    scope(mini), retry = safe)]
pub struct SetUpdatableMessage {
    /// The card.
    pub activity_id: String,
    /// How far the activity is.
    pub target_state: ActivityState,
    /// What it shows.
    pub template_info: UpdatableTemplate,
}

codes! {
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
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub enum UpdatableParameterName {
    /// How many have joined, where it is open.
    #[serde(rename = "member_count")]
    MemberCount,
    /// How many may, where it is open.
    #[serde(rename = "room_limit")]
    RoomLimit,
    /// The page that opens, where it has begun.
    #[serde(rename = "path")]
    Path,
    /// Which version opens: `develop`, `trial`, `release`.
    #[serde(rename = "version_type")]
    VersionType,
    /// Something this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// Sends a template message of an Official Account to a user of the Mini Program.
/// `POST /cgi-bin/message/wxopen/template/uniform_send`
#[endpoint(POST "/cgi-bin/message/wxopen/template/uniform_send", title = "下发统一消息",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/uniform-message/uniformMessage.send.html",
    scope(mini))]
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

/// The group as a client has it: `wx.updatable_messages()`.
#[derive(Debug)]
pub struct UpdatableMessages<'c, C: ?Sized>(&'c C);

/// Gives a client `updatable_messages()`.
pub trait UpdatableMessagesApi: Caller {
    /// Shared cards that change after they were sent (动态消息).
    fn updatable_messages(&self) -> UpdatableMessages<'_, Self> {
        UpdatableMessages(self)
    }
}

impl<C: Caller + ?Sized> UpdatableMessagesApi for C where CreateActivity: On<C::Kind> {}

impl<'c, C: Caller + ?Sized> UpdatableMessages<'c, C> {
    /// Makes the id of a card that can change; see [`CreateActivity`].
    pub fn create(&self) -> Call<'c, C, CreateActivity> {
        Call::new(self.0, CreateActivity::new())
    }

    /// Changes what a card shows; see [`SetUpdatableMessage`].
    pub fn update(
        &self,
        activity_id: impl Into<String>,
        target_state: impl Into<ActivityState>,
        template_info: impl Into<UpdatableTemplate>,
    ) -> Call<'c, C, SetUpdatableMessage> {
        Call::new(self.0, SetUpdatableMessage::new(activity_id, target_state, template_info))
    }

    /// Sends a template message of an Official Account to a user of the Mini Program; see
    /// [`SendUniformMessage`].
    pub fn send_uniform(&self, touser: impl Into<OpenId>) -> Call<'c, C, SendUniformMessage> {
        Call::new(self.0, SendUniformMessage::new(touser))
    }
}
