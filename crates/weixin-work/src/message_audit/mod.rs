//! The archive of messages: members that are archived, consent of customers, and notices
//! (会话内容存档). `/cgi-bin/msgaudit/*`
//!
//! The messages themselves are fetched with the platform's own library, not by HTTP. The calls need
//! the token of the archive's own secret (会话内容存档 secret).

mod event;

use crate::ids::{ChatId, ExternalUserId};
use weixin_api::{StringEnum, Timestamp, endpoint, group, int_enum};
use weixin_protocol::UserId;

pub use event::*;

weixin_api::string_id! {
    /// A robot that appears in the archive as a sender (机器人, robot_id).
    ArchiveRobotId
}

group! {
    /// The archive of messages (会话内容存档).
    message_audit: [
        GetPermitUsers, CheckSingleAgreement, CheckRoomAgreement, GetAuditGroupChat, GetAuditRobot,
    ]
}

weixin_protocol::messages![
    MessagesArchived,
    NewConversationMessage,
    KeywordHit,
    ChatArchiveAuditApproved,
    ChatArchiveExportFinished,
    ProgramNotified
];

/// Returns the members whose messages are archived.
///
/// Fails with 301053 when the archive is not switched on, with 301052 when the corporation's time
/// of it is over.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Work};
/// # use weixin_work::prelude::*;
/// # async fn example(wx: impl Caller<Kind = Work>) -> Result<(), Error> {
/// let archived = wx.message_audit().permitted_members().await?;
/// println!("messages of {} members are archived", archived.ids.len());
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/msgaudit/get_permit_user_list", title = "获取会话内容存档开启成员列表",
    doc = "https://developer.work.weixin.qq.com/document/path/91614",
    scope(work), retry = safe, reply = PermitUsers, call = message_audit.permitted_members)]
pub struct GetPermitUsers {
    /// Restricts the list to members with this edition; all editions if left out.
    #[serde(rename = "type")]
    pub kind: Option<AuditEdition>,
}

int_enum! {
    /// The edition of the archive that a member has (版本).
    pub enum AuditEdition {
        /// Office edition (办公版): messages with other members.
        Office = 1,
        /// Service edition (服务版): messages with customers.
        Service = 2,
        /// Enterprise edition (企业版): all messages.
        Enterprise = 3,
    }
}

/// The members whose messages are archived.
#[endpoint(part, reply_to(GetPermitUsers))]
#[derive(Default)]
pub struct PermitUsers {
    /// The members whose messages are archived.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ids: Vec<UserId>,
}

/// Returns whether customers have agreed that their messages to members are archived.
///
/// Fails with 301060 when more than 100 pairs are asked for, with 301061 when a member or customer
/// does not exist.
#[endpoint(POST "/cgi-bin/msgaudit/check_single_agree", title = "获取会话同意情况 单聊",
    doc = "https://developer.work.weixin.qq.com/document/path/91782",
    scope(work), retry = safe, reply = AgreementList, call = message_audit.single_agreements)]
pub struct CheckSingleAgreement {
    /// Pairs of a member and a customer: up to 100.
    pub info: Vec<MemberAndCustomer>,
}

/// A member and a customer who write to each other.
#[endpoint(part)]
pub struct MemberAndCustomer {
    /// The member the customer writes to.
    pub userid: UserId,
    /// The customer's external_userid. The misspelt name is the platform's.
    pub exteranalopenid: ExternalUserId,
}

/// The consent of customers.
#[endpoint(part, reply_to(CheckSingleAgreement, CheckRoomAgreement))]
#[derive(Default)]
pub struct AgreementList {
    /// One entry per customer.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub agreeinfo: Vec<Agreement>,
}

/// The consent of a customer to the archive.
#[endpoint(part)]
pub struct Agreement {
    /// The member the customer writes to; missing in customer groups.
    pub userid: Option<UserId>,
    /// The customer's external_userid. The misspelt name is the platform's.
    pub exteranalopenid: ExternalUserId,
    /// Whether the customer has agreed.
    pub agree_status: Option<AgreeStatus>,
    /// Time of the last change of `agree_status`.
    pub status_change_time: Option<Timestamp>,
}

/// The consent of a customer (同意情况).
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum AgreeStatus {
    /// The customer has agreed (同意).
    #[string_enum(rename = "Agree")]
    Agree,
    /// The customer has rejected it (不同意).
    #[string_enum(rename = "Disagree")]
    Disagree,
    /// The customer has not answered, which counts as consent (默认同意).
    #[string_enum(rename = "Default_Agree")]
    Default,
    /// A value that this version does not know.
    Other(String),
}

/// Returns who in a customer group has agreed that their messages are archived.
#[endpoint(POST "/cgi-bin/msgaudit/check_room_agree", title = "获取会话同意情况 群聊",
    doc = "https://developer.work.weixin.qq.com/document/path/91782",
    scope(work), retry = safe, reply = AgreementList, call = message_audit.room_agreements)]
pub struct CheckRoomAgreement {
    /// The customer group, as `roomid` in archived messages.
    pub roomid: ChatId,
}

/// Returns a group chat of members that appears in the archive (内部群).
///
/// Fails with 301059 when it is not a chat of members only.
#[endpoint(POST "/cgi-bin/msgaudit/groupchat/get", title = "获取会话内容存档内部群信息",
    doc = "https://developer.work.weixin.qq.com/document/path/92951",
    scope(work), retry = safe, reply = AuditGroupChat, call = message_audit.group_chat)]
pub struct GetAuditGroupChat {
    /// The group chat, as `roomid` in archived messages. For customer groups use the `group_chat`
    /// group.
    pub roomid: ChatId,
}

/// A group chat of members.
#[endpoint(part, reply_to(GetAuditGroupChat))]
#[derive(Default)]
pub struct AuditGroupChat {
    /// Name of the group chat.
    pub roomname: Option<String>,
    /// The member who created the group chat.
    pub creator: Option<UserId>,
    /// Time of creation.
    pub room_create_time: Option<Timestamp>,
    /// The group notice (群公告).
    pub notice: Option<String>,
    /// The members in the group chat.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub members: Vec<AuditGroupMember>,
}

/// A member in a group chat.
#[endpoint(part)]
pub struct AuditGroupMember {
    /// The member who is in the group chat.
    pub memberid: UserId,
    /// Time of joining.
    pub jointime: Option<Timestamp>,
}

/// Returns a robot that appears in the archive as a sender.
#[endpoint(GET "/cgi-bin/msgaudit/get_robot_info", title = "获取机器人信息",
    doc = "https://developer.work.weixin.qq.com/document/path/91774",
    scope(work), reply = AuditRobotDetail, call = message_audit.robot)]
pub struct GetAuditRobot {
    /// The robot, as the sender of archived messages; it starts with `wb`.
    pub robot_id: ArchiveRobotId,
}

/// The reply to [`GetAuditRobot`].
#[endpoint(part, reply_to(GetAuditRobot))]
pub struct AuditRobotDetail {
    /// The robot that was asked for.
    pub data: AuditRobot,
}

/// A robot in the archive.
#[endpoint(part)]
pub struct AuditRobot {
    /// Id of the robot, as the sender of archived messages.
    pub robot_id: ArchiveRobotId,
    /// Display name of the robot.
    pub name: Option<String>,
    /// The member who created the robot.
    pub creator_userid: Option<UserId>,
}
