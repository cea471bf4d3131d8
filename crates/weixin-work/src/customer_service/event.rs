//! Pushes about customer service.

use crate::ids::KfId;
use weixin_protocol::{Header, Secret, inbound};

/// Messages or events are there for a customer service account (微信客服消息与事件). They are fetched with
/// [`SyncMessages`](super::SyncMessages), which takes the token that comes along.
#[inbound(event = "kf_msg_or_event", scope(work))]
pub struct NewServiceMessages {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// Token for [`SyncMessages::token`](super::SyncMessages::token), valid for 10 minutes. With it
    /// the call is not limited strictly.
    pub token: Secret,
    /// The account that has messages or events.
    pub open_kf_id: KfId,
}

/// The customer service accounts that the app may manage have changed (客服账号授权变更).
#[inbound(event = "kf_account_auth_change", scope(work))]
pub struct ServiceAccountAuthChanged {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// Accounts that the app may manage now.
    pub auth_add_open_kf_id: Vec<KfId>,
    /// Accounts that the app may no longer manage.
    pub auth_del_open_kf_id: Vec<KfId>,
}
