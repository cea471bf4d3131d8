//! Events of customer acquisition links.

use weixin_api::Timestamp;
use weixin_protocol::{CorpId, Header, UserId, inbound};

use super::AcquisitionLinkId;
use crate::ids::{ExternalUserId, SuiteId};

/// The quota of new customers (获客助手使用量) is running low.
#[inbound(
    event = "customer_acquisition",
    notice = "customer_acquisition",
    change = "balance_low",
    scope(work)
)]
pub struct AcquisitionBalanceLow {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The suite (第三方应用) that receives the notice; `None` in a push to the corporation itself.
    pub suite_id: Option<SuiteId>,
    /// The corporation that installed the suite; `None` in a push to the corporation itself.
    pub auth_corp_id: Option<CorpId>,
}

/// The quota of new customers (获客助手使用量) is used up.
#[inbound(
    event = "customer_acquisition",
    notice = "customer_acquisition",
    change = "balance_exhausted",
    scope(work)
)]
pub struct AcquisitionBalanceExhausted {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The suite (第三方应用) that receives the notice; `None` in a push to the corporation itself.
    pub suite_id: Option<SuiteId>,
    /// The corporation that installed the suite; `None` in a push to the corporation itself.
    pub auth_corp_id: Option<CorpId>,
}

/// New quota of customers (获客助手使用量) was bought.
#[inbound(
    event = "customer_acquisition",
    notice = "customer_acquisition",
    change = "balance_increased",
    scope(work)
)]
pub struct AcquisitionBalanceIncreased {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The suite (第三方应用) that receives the notice; `None` in a push to the corporation itself.
    pub suite_id: Option<SuiteId>,
    /// The corporation that installed the suite; `None` in a push to the corporation itself.
    pub auth_corp_id: Option<CorpId>,
}

/// A part of the quota of new customers (获客助手使用量) will expire soon.
#[inbound(
    event = "customer_acquisition",
    notice = "customer_acquisition",
    change = "quota_expire_soon",
    scope(work)
)]
pub struct AcquisitionQuotaExpiring {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The suite (第三方应用) that receives the notice; `None` in a push to the corporation itself.
    pub suite_id: Option<SuiteId>,
    /// The corporation that installed the suite; `None` in a push to the corporation itself.
    pub auth_corp_id: Option<CorpId>,
    /// The time at which the customers expire.
    pub expire_time: Option<Timestamp>,
    /// The number of customers that expire.
    pub expire_quota_num: Option<u64>,
}

/// A link through which people become customers (获客链接) stopped working.
#[inbound(
    event = "customer_acquisition",
    notice = "customer_acquisition",
    change = "link_unavailable",
    scope(work)
)]
pub struct AcquisitionLinkUnavailable {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The suite (第三方应用) that receives the notice; `None` in a push to the corporation itself.
    pub suite_id: Option<SuiteId>,
    /// The corporation that installed the suite; `None` in a push to the corporation itself.
    pub auth_corp_id: Option<CorpId>,
    /// The link that stopped working.
    pub link_id: AcquisitionLinkId,
}

/// A link through which people become customers (获客链接) was deleted.
#[inbound(
    event = "customer_acquisition",
    notice = "customer_acquisition",
    change = "delete_link",
    scope(work)
)]
pub struct AcquisitionLinkDeleted {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The suite (第三方应用) that receives the notice; `None` in a push to the corporation itself.
    pub suite_id: Option<SuiteId>,
    /// The corporation that installed the suite; `None` in a push to the corporation itself.
    pub auth_corp_id: Option<CorpId>,
    /// The deleted link.
    pub link_id: AcquisitionLinkId,
}

/// Somebody opened a link through which people become customers (获客链接).
///
/// Pushed for some kinds of business only.
#[inbound(
    event = "customer_acquisition",
    notice = "customer_acquisition",
    change = "open_profile",
    scope(work)
)]
pub struct AcquisitionProfileOpened {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The suite (第三方应用) that receives the notice; `None` in a push to the corporation itself.
    pub suite_id: Option<SuiteId>,
    /// The corporation that installed the suite; `None` in a push to the corporation itself.
    pub auth_corp_id: Option<CorpId>,
    /// The link that was used.
    pub link_id: Option<AcquisitionLinkId>,
    /// The member that the link led to.
    #[field(name = "UserID")]
    pub user_id: Option<UserId>,
    /// The person who opened it; `None` if not known.
    #[field(name = "ExternalUserID")]
    pub external_user_id: Option<ExternalUserId>,
    /// The `customer_channel` of the address that was used.
    #[field(name = "State")]
    pub state: Option<String>,
}

/// Somebody asked to be added through a link (获客链接).
#[inbound(
    event = "customer_acquisition",
    notice = "customer_acquisition",
    change = "friend_request",
    scope(work)
)]
pub struct AcquisitionFriendRequested {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The suite (第三方应用) that receives the notice; `None` in a push to the corporation itself.
    pub suite_id: Option<SuiteId>,
    /// The corporation that installed the suite; `None` in a push to the corporation itself.
    pub auth_corp_id: Option<CorpId>,
    /// The link that was used.
    pub link_id: Option<AcquisitionLinkId>,
    /// The member who was asked.
    #[field(name = "UserID")]
    pub user_id: Option<UserId>,
    /// The person who asked; `None` if not known.
    #[field(name = "ExternalUserID")]
    pub external_user_id: Option<ExternalUserId>,
    /// The `customer_channel` of the address that was used.
    #[field(name = "State")]
    pub state: Option<String>,
}

/// A WeChat user who came through a link wrote for the first time.
#[inbound(
    event = "customer_acquisition",
    notice = "customer_acquisition",
    change = "customer_start_chat",
    scope(work)
)]
pub struct AcquisitionChatStarted {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The suite (第三方应用) that receives the notice; `None` in a push to the corporation itself.
    pub suite_id: Option<SuiteId>,
    /// The corporation that installed the suite; `None` in a push to the corporation itself.
    pub auth_corp_id: Option<CorpId>,
    /// The link that was used.
    pub link_id: Option<AcquisitionLinkId>,
    /// The member who got the message.
    #[field(name = "UserID")]
    pub user_id: Option<UserId>,
    /// The customer who wrote.
    #[field(name = "ExternalUserID")]
    pub external_user_id: Option<ExternalUserId>,
    /// The `customer_channel` of the address that was used.
    #[field(name = "State")]
    pub state: Option<String>,
}

/// A WeChat user who came through a link wrote several times;
/// [`GetAcquisitionChatInfo`](super::GetAcquisitionChatInfo) returns how often.
#[inbound(
    event = "customer_acquisition",
    notice = "customer_acquisition",
    change = "message_from_customer",
    scope(work)
)]
pub struct AcquisitionMessageReceived {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The suite (第三方应用) that receives the notice; `None` in a push to the corporation itself.
    pub suite_id: Option<SuiteId>,
    /// The corporation that installed the suite; `None` in a push to the corporation itself.
    pub auth_corp_id: Option<CorpId>,
    /// The link that was used.
    pub link_id: Option<AcquisitionLinkId>,
    /// The member who got the messages.
    #[field(name = "UserID")]
    pub user_id: Option<UserId>,
    /// The customer who wrote.
    #[field(name = "ExternalUserID")]
    pub external_user_id: Option<ExternalUserId>,
    /// The key of the chat, for [`GetAcquisitionChatInfo`](super::GetAcquisitionChatInfo).
    pub chat_key: Option<String>,
    /// The `customer_channel` of the address that was used.
    #[field(name = "State")]
    pub state: Option<String>,
}

/// A WeChat user who came through a link deleted the member.
#[inbound(
    event = "customer_acquisition",
    notice = "customer_acquisition",
    change = "del_follow_user",
    scope(work)
)]
pub struct AcquisitionFollowUserDeleted {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The suite (第三方应用) that receives the notice; `None` in a push to the corporation itself.
    pub suite_id: Option<SuiteId>,
    /// The corporation that installed the suite; `None` in a push to the corporation itself.
    pub auth_corp_id: Option<CorpId>,
    /// The link that was used.
    pub link_id: Option<AcquisitionLinkId>,
    /// The member who was deleted.
    #[field(name = "UserID")]
    pub user_id: Option<UserId>,
    /// The customer who deleted the member.
    #[field(name = "ExternalUserID")]
    pub external_user_id: Option<ExternalUserId>,
    /// The `customer_channel` of the address that was used.
    #[field(name = "State")]
    pub state: Option<String>,
}
