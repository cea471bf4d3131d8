//! Who begins and ends talks (会话状态通知).

use weixin_protocol::{Header, inbound};

/// A user begins to talk to a customer-service account. Event `kf_create_session`.
#[inbound(event = "kf_create_session", scope(official))]
pub struct SessionOpened {
    /// From whom, to whom, when.
    pub header: Header,
    /// The customer-service account, as in `ann@shop`.
    pub kf_account: String,
}

/// The talk of a user with a customer-service account is over. Event `kf_close_session`.
#[inbound(event = "kf_close_session", scope(official))]
pub struct SessionClosed {
    /// From whom, to whom, when.
    pub header: Header,
    /// The customer-service account, as in `ann@shop`.
    pub kf_account: String,
}

/// A user was handed over to another customer-service account. Event `kf_switch_session`.
#[inbound(event = "kf_switch_session", scope(official))]
pub struct SessionSwitched {
    /// From whom, to whom, when.
    pub header: Header,
    /// To whom they talked.
    pub from_kf_account: String,
    /// To whom they talk now.
    pub to_kf_account: String,
}
