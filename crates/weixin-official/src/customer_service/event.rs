//! Events about sessions with customer service (会话状态通知).

use weixin_protocol::{Header, inbound};

use crate::ids::KfAccount;

/// A session of a user with a customer-service account began (接入会话).
#[inbound(event = "kf_create_session", scope(official))]
pub struct SessionOpened {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The customer-service account.
    pub kf_account: KfAccount,
}

/// A session of a user with a customer-service account ended (关闭会话).
#[inbound(event = "kf_close_session", scope(official))]
pub struct SessionClosed {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The customer-service account.
    pub kf_account: KfAccount,
}

/// A user was handed over to another customer-service account (转接会话).
#[inbound(event = "kf_switch_session", scope(official))]
pub struct SessionSwitched {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The account the user talked to before.
    pub from_kf_account: KfAccount,
    /// The account the user talks to now.
    pub to_kf_account: KfAccount,
}
