//! Changing cards that were sent, and statistics of messages.

use super::CardTaskId;
use crate::ids::{DepartmentId, TagId};
use crate::message::MessagesHandle;
use weixin_api::{AgentId, endpoint, int_enum};
use weixin_protocol::UserId;

use crate::template_card::TemplateCard;

/// Replaces a template card that was sent, or disables its button.
///
/// Exactly one of `button` and `template_card` is required.
///
/// Fails with 60140 when the response code is wrong or has expired, with 42015 when another app
/// sent the card.
#[endpoint(POST "/cgi-bin/message/update_template_card", title = "更新模版卡片消息",
    doc = "https://developer.work.weixin.qq.com/document/path/94888",
    scope(work), reply = UpdatedCard, call = messages.update_template_card)]
pub struct UpdateTemplateCard {
    /// Members whose cards are changed: up to 100.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub userids: Vec<UserId>,
    /// Departments whose members' cards are changed: up to 100.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub partyids: Vec<DepartmentId>,
    /// Tags whose members' cards are changed: up to 100.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tagids: Vec<TagId>,
    /// Whether the cards of all recipients are changed: no if left out.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub atall: Option<bool>,
    /// The app that sent the card; the account's own if left out.
    #[account_default(agent)]
    pub agentid: Option<AgentId>,
    /// The `response_code` of [`SentMessage`](super::SentMessage), or the one in the event of a
    /// tap. Valid once, within 72 hours.
    pub response_code: String,
    /// The text of the button, which can no longer be tapped.
    pub button: Option<ReplacedButton>,
    /// The card that replaces the present one.
    pub template_card: Option<TemplateCard>,
    /// Whether ids in the text are shown as names (id转译): no if left out. Only for third-party
    /// apps.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub enable_id_trans: Option<bool>,
}

/// A button that was tapped.
#[endpoint(part)]
pub struct ReplacedButton {
    /// The card, as its `task_id` when it was sent.
    pub task_id: Option<CardTaskId>,
    /// The new text of the button.
    pub replace_name: String,
}

/// The result of changing cards.
#[endpoint(part, reply_to(UpdateTemplateCard, UpdateTaskCard))]
#[derive(Default)]
pub struct UpdatedCard {
    /// Members whose cards were not changed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub invaliduser: Vec<UserId>,
}

/// Changes the buttons of a task card that was sent. Template cards have taken the place of task
/// cards.
///
/// Fails with 42016 when there is no such card, with 42015 when another app sent it.
#[endpoint(POST "/cgi-bin/message/update_taskcard", title = "更新任务卡片消息状态",
    doc = "https://developer.work.weixin.qq.com/document/path/91579",
    scope(work), reply = UpdatedCard, call = messages.update_task_card)]
pub struct UpdateTaskCard {
    /// Members whose cards are changed: up to 1,000.
    pub userids: Vec<UserId>,
    /// The app that sent the card; the account's own if left out.
    #[account_default(agent)]
    pub agentid: Option<AgentId>,
    /// The card, as its `task_id` when it was sent.
    pub task_id: CardTaskId,
    /// The id that the card had before it was sent again.
    pub original_task_id: Option<CardTaskId>,
    /// The text of the button that was tapped.
    pub replace_name: String,
}

/// Returns how many messages each app sent on a day.
#[endpoint(POST "/cgi-bin/message/get_statistics", title = "查询应用消息发送统计",
    doc = "https://developer.work.weixin.qq.com/document/path/92369",
    scope(work), retry = safe, reply = MessageStatistics, call = messages.statistics)]
pub struct GetMessageStatistics {
    /// The day: today if left out.
    pub time_type: Option<StatisticDay>,
}

int_enum! {
    /// The day of statistics.
    pub enum StatisticDay {
        /// Today (当天).
        Today = 0,
        /// Yesterday (昨天).
        Yesterday = 1,
    }
}

/// Statistics of messages.
#[endpoint(part, reply_to(GetMessageStatistics))]
#[derive(Default)]
pub struct MessageStatistics {
    /// One entry per app.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub statistics: Vec<AppMessageCount>,
}

/// The number of messages an app sent.
#[endpoint(part)]
pub struct AppMessageCount {
    /// The app that sent the messages.
    pub agentid: AgentId,
    /// Name of the app, as members see it.
    pub app_name: Option<String>,
    /// Number of deliveries: a message to several members counts once for each.
    pub count: u64,
}
