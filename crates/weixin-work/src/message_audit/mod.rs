//! The archive of messages: who takes part, who agreed, and notices about it (会话内容存档). `/cgi-bin/msgaudit/*`
//!
//! The messages themselves are fetched with the platform's own library, not by HTTP. The token is that of the secret of the archive.

mod event;

use weixin_api::{StringEnum, Timestamp, endpoint, group, int_enum};
use weixin_protocol::UserId;

pub use event::*;

group! {
    /// The archive of messages (会话内容存档).
    message_audit: [GetPermitUsers, CheckSingleAgreement, CheckRoomAgreement, GetAuditGroupChat, GetAuditRobot]
}

weixin_protocol::messages![
    MessagesArchived,
    NewConversationMessage,
    KeywordHit,
    ChatArchiveAuditApproved,
    ChatArchiveExportFinished,
    ProgramNotified
];

/// Gives the members whose messages are archived.
#[endpoint(POST "/cgi-bin/msgaudit/get_permit_user_list", title = "获取会话内容存档开启成员列表",
    doc = "https://developer.work.weixin.qq.com/document/path/91614",
    scope(work), retry = safe, reply = PermitUsers, call = message_audit.permitted_members)]
pub struct GetPermitUsers {
    /// Only those of this edition; all if left out.
    #[serde(rename = "type")]
    pub kind: Option<AuditEdition>,
}

int_enum! {
    /// What is archived of a member.
    pub enum AuditEdition {
        /// Messages with other members.
        Office = 1,
        /// Messages with customers.
        Service = 2,
        /// All of them.
        Enterprise = 3,
    }
}

/// Members whose messages are archived.
#[endpoint(part, reply_to(GetPermitUsers))]
#[derive(Default)]
pub struct PermitUsers {
    /// The members.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ids: Vec<UserId>,
}

/// Says which customers have agreed that what they write to members is archived.
#[endpoint(POST "/cgi-bin/msgaudit/check_single_agree", title = "获取会话同意情况 单聊",
    doc = "https://developer.work.weixin.qq.com/document/path/91782",
    scope(work), retry = safe, reply = AgreementList, call = message_audit.single_agreements)]
pub struct CheckSingleAgreement {
    /// Members with customers: up to 100.
    pub info: Vec<MemberAndCustomer>,
}

/// A member and a customer.
#[endpoint(part)]
pub struct MemberAndCustomer {
    /// The member.
    pub userid: UserId,
    /// The customer. The platform spells it so.
    pub exteranalopenid: UserId,
}

/// Who has agreed.
#[endpoint(part, reply_to(CheckSingleAgreement, CheckRoomAgreement))]
#[derive(Default)]
pub struct AgreementList {
    /// One by one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub agreeinfo: Vec<Agreement>,
}

/// Whether a customer has agreed.
#[endpoint(part)]
pub struct Agreement {
    /// The member; none in groups.
    pub userid: Option<UserId>,
    /// The customer. The platform spells it so.
    pub exteranalopenid: UserId,
    /// Whether they have.
    pub agree_status: Option<AgreeStatus>,
    /// Since when.
    pub status_change_time: Option<Timestamp>,
}

/// Whether somebody has agreed.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum AgreeStatus {
    /// They have.
    #[string_enum(rename = "Agree")]
    Agree,
    /// They said no.
    #[string_enum(rename = "Disagree")]
    Disagree,
    /// They said nothing, which is taken as yes.
    #[string_enum(rename = "Default_Agree")]
    Default,
    /// A value that this version does not know.
    Other(String),
}

/// Says who in a customer group has agreed that what they write is archived.
#[endpoint(POST "/cgi-bin/msgaudit/check_room_agree", title = "获取会话同意情况 群聊",
    doc = "https://developer.work.weixin.qq.com/document/path/91782",
    scope(work), retry = safe, reply = AgreementList, call = message_audit.room_agreements)]
pub struct CheckRoomAgreement {
    /// The group.
    pub roomid: String,
}

/// Gives a group chat of members, as the archive names it.
#[endpoint(POST "/cgi-bin/msgaudit/groupchat/get", title = "获取会话内容存档内部群信息",
    doc = "https://developer.work.weixin.qq.com/document/path/92951",
    scope(work), retry = safe, reply = AuditGroupChat, call = message_audit.group_chat)]
pub struct GetAuditGroupChat {
    /// The group.
    pub roomid: String,
}

/// A group chat of members.
#[endpoint(part, reply_to(GetAuditGroupChat))]
#[derive(Default)]
pub struct AuditGroupChat {
    /// Its name.
    pub roomname: Option<String>,
    /// Who made it.
    pub creator: Option<UserId>,
    /// When it was made.
    pub room_create_time: Option<Timestamp>,
    /// Its notice.
    pub notice: Option<String>,
    /// Its members.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub members: Vec<AuditGroupMember>,
}

/// Somebody in a group chat.
#[endpoint(part)]
pub struct AuditGroupMember {
    /// The member.
    pub memberid: UserId,
    /// When they joined.
    pub jointime: Option<Timestamp>,
}

/// Gives a robot that stands in the archive as a sender.
#[endpoint(GET "/cgi-bin/msgaudit/get_robot_info", title = "获取机器人信息",
    doc = "https://developer.work.weixin.qq.com/document/path/91774",
    scope(work), reply = AuditRobotDetail, call = message_audit.robot)]
pub struct GetAuditRobot {
    /// The robot.
    pub robot_id: String,
}

/// A robot, as [`GetAuditRobot`] answers it.
#[endpoint(part, reply_to(GetAuditRobot))]
pub struct AuditRobotDetail {
    /// The robot.
    pub data: AuditRobot,
}

/// A robot.
#[endpoint(part)]
pub struct AuditRobot {
    /// Its id.
    pub robot_id: String,
    /// Its name.
    pub name: Option<String>,
    /// Who made it.
    pub creator_userid: Option<UserId>,
}
