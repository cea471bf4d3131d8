//! What happens to links and the customers they may bring.

use weixin_protocol::{AppId, Header, UserId, inbound};

/// Few customers are left that links may bring. Event or InfoType `customer_acquisition`,
/// ChangeType `balance_low`.
#[inbound(
    event = "customer_acquisition",
    notice = "customer_acquisition",
    change = "balance_low",
    scope(work)
)]
pub struct AcquisitionBalanceLow {
    /// From whom, to whom, when.
    pub header: Header,
    /// The suite, if it is the one addressed.
    pub suite_id: Option<String>,
    /// The corporation that installed the suite.
    pub auth_corp_id: Option<AppId>,
}

/// No customers are left that links may bring. Event or InfoType `customer_acquisition`, ChangeType
/// `balance_exhausted`.
#[inbound(
    event = "customer_acquisition",
    notice = "customer_acquisition",
    change = "balance_exhausted",
    scope(work)
)]
pub struct AcquisitionBalanceExhausted {
    /// From whom, to whom, when.
    pub header: Header,
    /// The suite, if it is the one addressed.
    pub suite_id: Option<String>,
    /// The corporation that installed the suite.
    pub auth_corp_id: Option<AppId>,
}

/// There are customers again that links may bring. Event or InfoType `customer_acquisition`,
/// ChangeType `balance_increased`.
#[inbound(
    event = "customer_acquisition",
    notice = "customer_acquisition",
    change = "balance_increased",
    scope(work)
)]
pub struct AcquisitionBalanceIncreased {
    /// From whom, to whom, when.
    pub header: Header,
    /// The suite, if it is the one addressed.
    pub suite_id: Option<String>,
    /// The corporation that installed the suite.
    pub auth_corp_id: Option<AppId>,
}

/// Customers that links may bring are about to end. Event or InfoType `customer_acquisition`,
/// ChangeType `quota_expire_soon`.
#[inbound(
    event = "customer_acquisition",
    notice = "customer_acquisition",
    change = "quota_expire_soon",
    scope(work)
)]
pub struct AcquisitionQuotaExpiring {
    /// From whom, to whom, when.
    pub header: Header,
    /// The suite, if it is the one addressed.
    pub suite_id: Option<String>,
    /// The corporation that installed the suite.
    pub auth_corp_id: Option<AppId>,
    /// When, in seconds since 1970.
    pub expire_time: Option<u64>,
    /// How many.
    pub expire_quota_num: Option<u64>,
}

/// A link leads nowhere any more. Event or InfoType `customer_acquisition`, ChangeType
/// `link_unavailable`.
#[inbound(
    event = "customer_acquisition",
    notice = "customer_acquisition",
    change = "link_unavailable",
    scope(work)
)]
pub struct AcquisitionLinkUnavailable {
    /// From whom, to whom, when.
    pub header: Header,
    /// The suite, if it is the one addressed.
    pub suite_id: Option<String>,
    /// The corporation that installed the suite.
    pub auth_corp_id: Option<AppId>,
    /// The link.
    pub link_id: String,
}

/// A link was deleted. Event or InfoType `customer_acquisition`, ChangeType `delete_link`.
#[inbound(
    event = "customer_acquisition",
    notice = "customer_acquisition",
    change = "delete_link",
    scope(work)
)]
pub struct AcquisitionLinkDeleted {
    /// From whom, to whom, when.
    pub header: Header,
    /// The suite, if it is the one addressed.
    pub suite_id: Option<String>,
    /// The corporation that installed the suite.
    pub auth_corp_id: Option<AppId>,
    /// The link.
    pub link_id: String,
}

/// Somebody has opened a link. Only for some kinds of business. Event or InfoType
/// `customer_acquisition`, ChangeType `open_profile`.
#[inbound(
    event = "customer_acquisition",
    notice = "customer_acquisition",
    change = "open_profile",
    scope(work)
)]
pub struct AcquisitionProfileOpened {
    /// From whom, to whom, when.
    pub header: Header,
    /// The suite, if it is the one addressed.
    pub suite_id: Option<String>,
    /// The corporation that installed the suite.
    pub auth_corp_id: Option<AppId>,
    /// The link.
    pub link_id: Option<String>,
    /// The member.
    #[field(name = "UserID")]
    pub user_id: Option<UserId>,
    /// Who opened it, if they are known.
    #[field(name = "ExternalUserID")]
    pub external_user_id: Option<UserId>,
    /// The `customer_channel` of the address they used.
    #[field(name = "State")]
    pub state: Option<String>,
}

/// Somebody has asked through a link to be added. Event or InfoType `customer_acquisition`,
/// ChangeType `friend_request`.
#[inbound(
    event = "customer_acquisition",
    notice = "customer_acquisition",
    change = "friend_request",
    scope(work)
)]
pub struct AcquisitionFriendRequested {
    /// From whom, to whom, when.
    pub header: Header,
    /// The suite, if it is the one addressed.
    pub suite_id: Option<String>,
    /// The corporation that installed the suite.
    pub auth_corp_id: Option<AppId>,
    /// The link.
    pub link_id: Option<String>,
    /// The member.
    #[field(name = "UserID")]
    pub user_id: Option<UserId>,
    /// Who asked, if they are known.
    #[field(name = "ExternalUserID")]
    pub external_user_id: Option<UserId>,
    /// The `customer_channel` of the address they used.
    #[field(name = "State")]
    pub state: Option<String>,
}

/// A WeChat user who came through a link has written for the first time. Event or InfoType
/// `customer_acquisition`, ChangeType `customer_start_chat`.
#[inbound(
    event = "customer_acquisition",
    notice = "customer_acquisition",
    change = "customer_start_chat",
    scope(work)
)]
pub struct AcquisitionChatStarted {
    /// From whom, to whom, when.
    pub header: Header,
    /// The suite, if it is the one addressed.
    pub suite_id: Option<String>,
    /// The corporation that installed the suite.
    pub auth_corp_id: Option<AppId>,
    /// The link.
    pub link_id: Option<String>,
    /// The member.
    #[field(name = "UserID")]
    pub user_id: Option<UserId>,
    /// The customer.
    #[field(name = "ExternalUserID")]
    pub external_user_id: Option<UserId>,
    /// The `customer_channel` of the address they used.
    #[field(name = "State")]
    pub state: Option<String>,
}

/// A WeChat user who came through a link has written several times. Event or InfoType
/// `customer_acquisition`, ChangeType `message_from_customer`.
#[inbound(
    event = "customer_acquisition",
    notice = "customer_acquisition",
    change = "message_from_customer",
    scope(work)
)]
pub struct AcquisitionMessageReceived {
    /// From whom, to whom, when.
    pub header: Header,
    /// The suite, if it is the one addressed.
    pub suite_id: Option<String>,
    /// The corporation that installed the suite.
    pub auth_corp_id: Option<AppId>,
    /// The link.
    pub link_id: Option<String>,
    /// The member.
    #[field(name = "UserID")]
    pub user_id: Option<UserId>,
    /// The customer.
    #[field(name = "ExternalUserID")]
    pub external_user_id: Option<UserId>,
    /// For [`GetAcquisitionChatInfo`](super::GetAcquisitionChatInfo).
    pub chat_key: Option<String>,
    /// The `customer_channel` of the address they used.
    #[field(name = "State")]
    pub state: Option<String>,
}

/// A WeChat user who came through a link has deleted the member. Event or InfoType
/// `customer_acquisition`, ChangeType `del_follow_user`.
#[inbound(
    event = "customer_acquisition",
    notice = "customer_acquisition",
    change = "del_follow_user",
    scope(work)
)]
pub struct AcquisitionFollowUserDeleted {
    /// From whom, to whom, when.
    pub header: Header,
    /// The suite, if it is the one addressed.
    pub suite_id: Option<String>,
    /// The corporation that installed the suite.
    pub auth_corp_id: Option<AppId>,
    /// The link.
    pub link_id: Option<String>,
    /// The member.
    #[field(name = "UserID")]
    pub user_id: Option<UserId>,
    /// The customer.
    #[field(name = "ExternalUserID")]
    pub external_user_id: Option<UserId>,
    /// The `customer_channel` of the address they used.
    #[field(name = "State")]
    pub state: Option<String>,
}
