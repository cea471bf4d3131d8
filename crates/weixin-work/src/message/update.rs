//! What can be done with messages that were sent: changing their cards, and counting them.

use crate::message::MessagesHandle;
use weixin_api::{AgentId, endpoint, int_enum};
use weixin_protocol::UserId;

use crate::template_card::TemplateCard;

/// Changes a template card that was sent, or its button.
///
/// One of `button` and `template_card` has to be there.
#[endpoint(POST "/cgi-bin/message/update_template_card", title = "更新模版卡片消息",
    doc = "https://developer.work.weixin.qq.com/document/path/94888",
    scope(work), reply = UpdatedCard, call = messages.update_template_card)]
pub struct UpdateTemplateCard {
    /// Whose cards are changed: up to 100 members.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub userids: Vec<UserId>,
    /// Whose cards are changed: up to 100 departments.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub partyids: Vec<u64>,
    /// Whose cards are changed: up to 100 tags.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tagids: Vec<u64>,
    /// Whether the cards of everybody who got one are changed.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub atall: Option<bool>,
    /// The app that sent it; the account's own if left out.
    #[account_default(agent)]
    pub agentid: Option<AgentId>,
    /// The code, from the reply to the message or from the event: it can be used once, within 72
    /// hours.
    pub response_code: String,
    /// The button, which cannot be pressed then.
    pub button: Option<ReplacedButton>,
    /// The card that takes its place.
    pub template_card: Option<TemplateCard>,
    /// Whether ids in the text are shown as names.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub enable_id_trans: Option<bool>,
}

/// What a button shows that was pressed.
#[endpoint(part)]
pub struct ReplacedButton {
    /// The card's `task_id`.
    pub task_id: Option<String>,
    /// What it shows.
    pub replace_name: String,
}

/// Whose cards were not changed.
#[endpoint(part, reply_to(UpdateTemplateCard, UpdateTaskCard))]
#[derive(Default)]
pub struct UpdatedCard {
    /// The members.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub invaliduser: Vec<UserId>,
}

/// Changes the buttons of a task card that was sent.
///
/// Template cards have taken the place of task cards.
#[endpoint(POST "/cgi-bin/message/update_taskcard", title = "更新任务卡片消息状态",
    doc = "https://developer.work.weixin.qq.com/document/path/91579",
    scope(work), reply = UpdatedCard, call = messages.update_task_card)]
pub struct UpdateTaskCard {
    /// Whose cards are changed: up to 1,000 members.
    pub userids: Vec<UserId>,
    /// The app that sent it; the account's own if left out.
    #[account_default(agent)]
    pub agentid: Option<AgentId>,
    /// The card's `task_id`.
    pub task_id: String,
    /// The `task_id` the card had before it was sent again.
    pub original_task_id: Option<String>,
    /// What the button shows that was pressed.
    pub replace_name: String,
}

/// Gives how many messages each app has sent.
#[endpoint(POST "/cgi-bin/message/get_statistics", title = "查询应用消息发送统计",
    doc = "https://developer.work.weixin.qq.com/document/path/92369",
    scope(work), retry = safe, reply = MessageStatistics, call = messages.statistics)]
pub struct GetMessageStatistics {
    /// The day; today if left out.
    pub time_type: Option<StatisticDay>,
}

int_enum! {
    /// The day that is counted.
    pub enum StatisticDay {
        /// Today.
        Today = 0,
        /// Yesterday.
        Yesterday = 1,
    }
}

/// How many messages were sent.
#[endpoint(part, reply_to(GetMessageStatistics))]
#[derive(Default)]
pub struct MessageStatistics {
    /// The apps.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub statistics: Vec<AppMessageCount>,
}

/// How many messages an app has sent.
#[endpoint(part)]
pub struct AppMessageCount {
    /// The app.
    pub agentid: AgentId,
    /// Its name.
    pub app_name: Option<String>,
    /// How many members it has sent messages to, each counted.
    pub count: u64,
}
