//! Events of members and their customers.

use weixin_api::StringEnum;
use weixin_protocol::{CorpId, Header, UserId, inbound};

use crate::ids::{ExternalUserId, SuiteId};

/// A member added a customer. [`SendWelcomeMessage`](crate::customer_message::SendWelcomeMessage)
/// greets them with the code that comes along, within 20 seconds.
///
/// Pushed to the apps that may use customer contact (客户联系).
#[inbound(
    event = "change_external_contact",
    notice = "change_external_contact",
    change = "add_external_contact",
    scope(work)
)]
pub struct ExternalContactAdded {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The suite (第三方应用) that receives the notice; `None` in a push to the corporation itself.
    pub suite_id: Option<SuiteId>,
    /// The corporation that installed the suite; `None` in a push to the corporation itself.
    pub auth_corp_id: Option<CorpId>,
    /// The member who added the customer.
    #[field(name = "UserID")]
    pub user_id: UserId,
    /// The added customer.
    #[field(name = "ExternalUserID")]
    pub external_user_id: ExternalUserId,
    /// The `state` of the contact way, or the `customer_channel` of the link, through which the
    /// customer came.
    #[field(name = "State")]
    pub state: Option<String>,
    /// The code for one welcome message (欢迎语), valid for 20 seconds: `SendWelcomeMessage` takes it.
    /// `None` if a message was sent already.
    #[field(name = "WelcomeCode")]
    pub welcome_code: Option<String>,
}

/// Somebody outside the corporation added a member who accepts everybody (免验证), and the member has
/// not added them yet.
///
/// Pushed to the apps that may use customer contact (客户联系).
#[inbound(
    event = "change_external_contact",
    notice = "change_external_contact",
    change = "add_half_external_contact",
    scope(work)
)]
pub struct HalfExternalContactAdded {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The suite (第三方应用) that receives the notice; `None` in a push to the corporation itself.
    pub suite_id: Option<SuiteId>,
    /// The corporation that installed the suite; `None` in a push to the corporation itself.
    pub auth_corp_id: Option<CorpId>,
    /// The member who was added.
    #[field(name = "UserID")]
    pub user_id: UserId,
    /// The person who added the member.
    #[field(name = "ExternalUserID")]
    pub external_user_id: ExternalUserId,
    /// The `state` of the contact way through which the person came.
    #[field(name = "State")]
    pub state: Option<String>,
    /// The code for one welcome message (欢迎语), valid for 20 seconds: `SendWelcomeMessage` takes it.
    #[field(name = "WelcomeCode")]
    pub welcome_code: Option<String>,
}

/// A member changed the remark or the tags of a customer.
///
/// Pushed to the apps that may use customer contact (客户联系). Changes that are made by calls push
/// nothing.
#[inbound(
    event = "change_external_contact",
    notice = "change_external_contact",
    change = "edit_external_contact",
    scope(work)
)]
pub struct ExternalContactEdited {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The suite (第三方应用) that receives the notice; `None` in a push to the corporation itself.
    pub suite_id: Option<SuiteId>,
    /// The corporation that installed the suite; `None` in a push to the corporation itself.
    pub auth_corp_id: Option<CorpId>,
    /// The member who made the change.
    #[field(name = "UserID")]
    pub user_id: UserId,
    /// The changed customer.
    #[field(name = "ExternalUserID")]
    pub external_user_id: ExternalUserId,
}

/// The cause for which a customer was deleted.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum ContactDeletionSource {
    /// Another member took the customer over (客户继承).
    #[string_enum(rename = "DELETE_BY_TRANSFER")]
    Transfer,
    /// A value that this version does not know.
    Other(String),
}

/// A member deleted a customer.
///
/// Pushed to the apps that may use customer contact (客户联系).
#[inbound(
    event = "change_external_contact",
    notice = "change_external_contact",
    change = "del_external_contact",
    scope(work)
)]
pub struct ExternalContactDeleted {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The suite (第三方应用) that receives the notice; `None` in a push to the corporation itself.
    pub suite_id: Option<SuiteId>,
    /// The corporation that installed the suite; `None` in a push to the corporation itself.
    pub auth_corp_id: Option<CorpId>,
    /// The member who deleted the customer.
    #[field(name = "UserID")]
    pub user_id: UserId,
    /// The deleted customer.
    #[field(name = "ExternalUserID")]
    pub external_user_id: ExternalUserId,
    /// The cause of the deletion; `None` if the member deleted the customer by hand.
    #[field(name = "Source")]
    pub source: Option<ContactDeletionSource>,
}

/// A customer deleted a member.
///
/// Pushed to the apps that may use customer contact (客户联系).
#[inbound(
    event = "change_external_contact",
    notice = "change_external_contact",
    change = "del_follow_user",
    scope(work)
)]
pub struct FollowUserDeleted {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The suite (第三方应用) that receives the notice; `None` in a push to the corporation itself.
    pub suite_id: Option<SuiteId>,
    /// The corporation that installed the suite; `None` in a push to the corporation itself.
    pub auth_corp_id: Option<CorpId>,
    /// The member who was deleted.
    #[field(name = "UserID")]
    pub user_id: UserId,
    /// The customer who deleted the member.
    #[field(name = "ExternalUserID")]
    pub external_user_id: ExternalUserId,
}

/// The reason for which the transfer of a customer failed.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[string_enum(rename_all = "snake_case")]
#[non_exhaustive]
pub enum TransferFailure {
    /// The customer rejected the transfer (客户拒绝).
    CustomerRejected,
    /// The receiving member has reached the limit of customers (接替成员的客户数达到上限).
    CustomerLimitExceed,
    /// A value that this version does not know.
    Other(String),
}

/// The transfer of a customer to another member failed.
///
/// Pushed to the apps that may use customer contact (客户联系).
#[inbound(
    event = "change_external_contact",
    notice = "change_external_contact",
    change = "transfer_fail",
    scope(work)
)]
pub struct CustomerTransferFailed {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The suite (第三方应用) that receives the notice; `None` in a push to the corporation itself.
    pub suite_id: Option<SuiteId>,
    /// The corporation that installed the suite; `None` in a push to the corporation itself.
    pub auth_corp_id: Option<CorpId>,
    /// The reason of the failure.
    pub fail_reason: TransferFailure,
    /// The member who was to take the customer over.
    #[field(name = "UserID")]
    pub user_id: UserId,
    /// The customer who stays with the old member.
    #[field(name = "ExternalUserID")]
    pub external_user_id: ExternalUserId,
}

/// A customer agreed to the archive of messages (会话内容存档).
#[inbound(
    event = "change_external_contact",
    notice = "change_external_contact",
    change = "msg_audit_approved",
    scope(work)
)]
pub struct MessageAuditApproved {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The suite (第三方应用) that receives the notice; `None` in a push to the corporation itself.
    pub suite_id: Option<SuiteId>,
    /// The corporation that installed the suite; `None` in a push to the corporation itself.
    pub auth_corp_id: Option<CorpId>,
    /// The member whose messages are archived.
    #[field(name = "UserID")]
    pub user_id: UserId,
    /// The customer who agreed.
    #[field(name = "ExternalUserID")]
    pub external_user_id: ExternalUserId,
    /// The code for one welcome message, if none was sent yet.
    #[field(name = "WelcomeCode")]
    pub welcome_code: Option<String>,
}
