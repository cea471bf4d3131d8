//! Notices about archived messages: of the archive itself (会话内容存档), and of the platform's secured
//! area for programs that read messages (数据与智能专区).

use crate::ids::{ChatId, ExternalUserId, JobId, OpenUserId, SuiteId};
use weixin_protocol::{CorpId, Header, Secret, inbound};

/// New messages are in the archive (产生会话回调事件).
///
/// Pushed at most every 15 seconds.
#[inbound(event = "msgaudit_notify", scope(work))]
pub struct MessagesArchived {
    /// Sender, receiver and time of the push.
    pub header: Header,
}

/// New messages are there for a program in the secured area to read.
#[inbound(event = "conversation_new_message", notice = "conversation_new_message", scope(work))]
pub struct NewConversationMessage {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The suite that the notice is addressed to; missing in events to an app of the corporation
    /// itself.
    pub suite_id: Option<SuiteId>,
    /// The corporation that authorized the suite; only in notices to a suite.
    pub auth_corp_id: Option<CorpId>,
    /// Token with which the program reads the messages.
    pub token: Secret,
}

/// A message contains a word that a program in the secured area watches (命中关键词规则).
#[inbound(event = "hit_keyword", notice = "hit_keyword", scope(work))]
pub struct KeywordHit {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The suite that the notice is addressed to; missing in events to an app of the corporation
    /// itself.
    pub suite_id: Option<SuiteId>,
    /// The corporation that authorized the suite; only in notices to a suite.
    pub auth_corp_id: Option<CorpId>,
    /// Token with which the program reads the hits.
    pub token: Secret,
}

/// Somebody outside the corporation has agreed to the archive.
#[inbound(
    event = "chat_archive_audit_approved_single",
    notice = "chat_archive_audit_approved_single",
    scope(work)
)]
pub struct ChatArchiveAuditApproved {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The suite that the notice is addressed to; missing in events to an app of the corporation
    /// itself.
    pub suite_id: Option<SuiteId>,
    /// The corporation that authorized the suite; only in notices to a suite.
    pub auth_corp_id: Option<CorpId>,
    /// The member the person writes to.
    #[field(name = "OpenUserID")]
    pub open_user_id: Option<OpenUserId>,
    /// The person who agreed.
    #[field(name = "ExternalUserID")]
    pub external_user_id: Option<ExternalUserId>,
    /// The group; missing for a conversation of two.
    pub chat_id: Option<ChatId>,
}

/// An export of messages is finished.
#[inbound(
    event = "chat_archive_export_finished",
    notice = "chat_archive_export_finished",
    scope(work)
)]
pub struct ChatArchiveExportFinished {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The suite that the notice is addressed to; missing in events to an app of the corporation
    /// itself.
    pub suite_id: Option<SuiteId>,
    /// The corporation that authorized the suite; only in notices to a suite.
    pub auth_corp_id: Option<CorpId>,
    /// The export job, with which the result is fetched.
    pub job_id: JobId,
}

/// A program in the secured area sends a notification (应用接收专区通知).
#[inbound(event = "program_notify", scope(work))]
pub struct ProgramNotified {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// Id of the notification, with which its content is fetched.
    pub notify_id: ProgramNotifyId,
    /// Occasion of the notification, as a number that the platform defines.
    pub notify_scene: Option<u32>,
}

weixin_api::string_id! {
    /// A notification of a program in the secured area (专区通知, notify_id).
    ProgramNotifyId
}
