//! Notices about archived messages: of the archive itself (会话内容存档) and of the platform's safe area for programs that read messages (数据与智能专区).

use weixin_protocol::{AppId, Header, UserId, inbound};

/// There are new messages in the archive. Comes at most every 15 seconds. Event `msgaudit_notify`.
#[inbound(event = "msgaudit_notify", scope(work))]
pub struct MessagesArchived {
    /// From whom, to whom, when.
    pub header: Header,
}

/// There are new messages that a program may read. Event or InfoType `conversation_new_message`.
#[inbound(event = "conversation_new_message", notice = "conversation_new_message", scope(work))]
pub struct NewConversationMessage {
    /// From whom, to whom, when.
    pub header: Header,
    /// The suite, if it is the one addressed.
    pub suite_id: Option<String>,
    /// The corporation that installed the suite.
    pub auth_corp_id: Option<AppId>,
    /// With which the program reads them.
    pub token: String,
}

/// Somebody has used a word that a program looks for. Event or InfoType `hit_keyword`.
#[inbound(event = "hit_keyword", notice = "hit_keyword", scope(work))]
pub struct KeywordHit {
    /// From whom, to whom, when.
    pub header: Header,
    /// The suite, if it is the one addressed.
    pub suite_id: Option<String>,
    /// The corporation that installed the suite.
    pub auth_corp_id: Option<AppId>,
    /// With which the program reads what it was.
    pub token: String,
}

/// Somebody outside has agreed to the archive. Event or InfoType
/// `chat_archive_audit_approved_single`.
#[inbound(
    event = "chat_archive_audit_approved_single",
    notice = "chat_archive_audit_approved_single",
    scope(work)
)]
pub struct ChatArchiveAuditApproved {
    /// From whom, to whom, when.
    pub header: Header,
    /// The suite, if it is the one addressed.
    pub suite_id: Option<String>,
    /// The corporation that installed the suite.
    pub auth_corp_id: Option<AppId>,
    /// The member.
    #[field(name = "OpenUserID")]
    pub open_user_id: Option<UserId>,
    /// Who agreed.
    #[field(name = "ExternalUserID")]
    pub external_user_id: Option<UserId>,
    /// The group, if it was in one.
    pub chat_id: Option<String>,
}

/// An export of messages is done. Event or InfoType `chat_archive_export_finished`.
#[inbound(
    event = "chat_archive_export_finished",
    notice = "chat_archive_export_finished",
    scope(work)
)]
pub struct ChatArchiveExportFinished {
    /// From whom, to whom, when.
    pub header: Header,
    /// The suite, if it is the one addressed.
    pub suite_id: Option<String>,
    /// The corporation that installed the suite.
    pub auth_corp_id: Option<AppId>,
    /// The job.
    pub job_id: String,
}

/// A program in the platform's safe area has something to say. Event `program_notify`.
#[inbound(event = "program_notify", scope(work))]
pub struct ProgramNotified {
    /// From whom, to whom, when.
    pub header: Header,
    /// What it is, for the call that fetches it.
    pub notify_id: String,
    /// On what occasion.
    pub notify_scene: Option<u32>,
}
