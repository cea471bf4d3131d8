//! What happens between members and customers.

use weixin_protocol::{AppId, Header, UserId, inbound};

/// A member has added a customer. Event or InfoType `change_external_contact`, ChangeType
/// `add_external_contact`.
#[inbound(
    event = "change_external_contact",
    notice = "change_external_contact",
    change = "add_external_contact",
    scope(work)
)]
pub struct ExternalContactAdded {
    /// From whom, to whom, when.
    pub header: Header,
    /// The suite, if it is the one addressed.
    pub suite_id: Option<String>,
    /// The corporation that installed the suite.
    pub auth_corp_id: Option<AppId>,
    /// The member.
    #[field(name = "UserID")]
    pub user_id: UserId,
    /// The customer.
    #[field(name = "ExternalUserID")]
    pub external_user_id: UserId,
    /// What the contact way or link through which they came was given as its `state`.
    #[field(name = "State")]
    pub state: Option<String>,
    /// With which one welcome can be sent, within 20 seconds: `SendWelcomeMessage`.
    #[field(name = "WelcomeCode")]
    pub welcome_code: Option<String>,
}

/// Somebody outside has added a member who lets everybody; the member has not added them. Event or
/// InfoType `change_external_contact`, ChangeType `add_half_external_contact`.
#[inbound(
    event = "change_external_contact",
    notice = "change_external_contact",
    change = "add_half_external_contact",
    scope(work)
)]
pub struct HalfExternalContactAdded {
    /// From whom, to whom, when.
    pub header: Header,
    /// The suite, if it is the one addressed.
    pub suite_id: Option<String>,
    /// The corporation that installed the suite.
    pub auth_corp_id: Option<AppId>,
    /// The member.
    #[field(name = "UserID")]
    pub user_id: UserId,
    /// The customer.
    #[field(name = "ExternalUserID")]
    pub external_user_id: UserId,
    /// What the contact way through which they came was given as its `state`.
    #[field(name = "State")]
    pub state: Option<String>,
    /// With which one welcome can be sent, within 20 seconds: `SendWelcomeMessage`.
    #[field(name = "WelcomeCode")]
    pub welcome_code: Option<String>,
}

/// A member has changed what they noted of a customer, or the customer's tags. Event or InfoType
/// `change_external_contact`, ChangeType `edit_external_contact`.
#[inbound(
    event = "change_external_contact",
    notice = "change_external_contact",
    change = "edit_external_contact",
    scope(work)
)]
pub struct ExternalContactEdited {
    /// From whom, to whom, when.
    pub header: Header,
    /// The suite, if it is the one addressed.
    pub suite_id: Option<String>,
    /// The corporation that installed the suite.
    pub auth_corp_id: Option<AppId>,
    /// The member.
    #[field(name = "UserID")]
    pub user_id: UserId,
    /// The customer.
    #[field(name = "ExternalUserID")]
    pub external_user_id: UserId,
}

/// A member has deleted a customer. Event or InfoType `change_external_contact`, ChangeType
/// `del_external_contact`.
#[inbound(
    event = "change_external_contact",
    notice = "change_external_contact",
    change = "del_external_contact",
    scope(work)
)]
pub struct ExternalContactDeleted {
    /// From whom, to whom, when.
    pub header: Header,
    /// The suite, if it is the one addressed.
    pub suite_id: Option<String>,
    /// The corporation that installed the suite.
    pub auth_corp_id: Option<AppId>,
    /// The member.
    #[field(name = "UserID")]
    pub user_id: UserId,
    /// The customer.
    #[field(name = "ExternalUserID")]
    pub external_user_id: UserId,
    /// `DELETE_BY_TRANSFER` if somebody else took the customer over.
    #[field(name = "Source")]
    pub source: Option<String>,
}

/// A customer has deleted a member. Event or InfoType `change_external_contact`, ChangeType
/// `del_follow_user`.
#[inbound(
    event = "change_external_contact",
    notice = "change_external_contact",
    change = "del_follow_user",
    scope(work)
)]
pub struct FollowUserDeleted {
    /// From whom, to whom, when.
    pub header: Header,
    /// The suite, if it is the one addressed.
    pub suite_id: Option<String>,
    /// The corporation that installed the suite.
    pub auth_corp_id: Option<AppId>,
    /// The member.
    #[field(name = "UserID")]
    pub user_id: UserId,
    /// The customer.
    #[field(name = "ExternalUserID")]
    pub external_user_id: UserId,
}

/// A customer was not taken over by another member. Event or InfoType `change_external_contact`,
/// ChangeType `transfer_fail`.
#[inbound(
    event = "change_external_contact",
    notice = "change_external_contact",
    change = "transfer_fail",
    scope(work)
)]
pub struct CustomerTransferFailed {
    /// From whom, to whom, when.
    pub header: Header,
    /// The suite, if it is the one addressed.
    pub suite_id: Option<String>,
    /// The corporation that installed the suite.
    pub auth_corp_id: Option<AppId>,
    /// Why: `customer_refused`, the customer said no; `customer_limit_exceed`, the member has too
    /// many.
    pub fail_reason: String,
    /// The member who was to take them over.
    #[field(name = "UserID")]
    pub user_id: UserId,
    /// The customer.
    #[field(name = "ExternalUserID")]
    pub external_user_id: UserId,
}

/// A customer has agreed to the archive of messages. Event or InfoType `change_external_contact`,
/// ChangeType `msg_audit_approved`.
#[inbound(
    event = "change_external_contact",
    notice = "change_external_contact",
    change = "msg_audit_approved",
    scope(work)
)]
pub struct MessageAuditApproved {
    /// From whom, to whom, when.
    pub header: Header,
    /// The suite, if it is the one addressed.
    pub suite_id: Option<String>,
    /// The corporation that installed the suite.
    pub auth_corp_id: Option<AppId>,
    /// The member.
    #[field(name = "UserID")]
    pub user_id: UserId,
    /// The customer.
    #[field(name = "ExternalUserID")]
    pub external_user_id: UserId,
    /// With which one welcome can be sent, if none was yet.
    #[field(name = "WelcomeCode")]
    pub welcome_code: Option<String>,
}
