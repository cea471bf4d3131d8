//! What the platform says of customer service by itself.

use weixin_protocol::{Header, inbound};

/// Something has come for a customer-service account: messages or events, to be fetched with
/// [`SyncMessages`](super::SyncMessages). Event `kf_msg_or_event`.
#[inbound(event = "kf_msg_or_event", scope(work))]
pub struct NewServiceMessages {
    /// From whom, to whom, when.
    pub header: Header,
    /// With which they are fetched without strict limits, for 10 minutes.
    pub token: String,
    /// The account.
    pub open_kf_id: String,
}

/// The app may manage other customer-service accounts than before. Event `kf_account_auth_change`.
#[inbound(event = "kf_account_auth_change", scope(work))]
pub struct ServiceAccountAuthChanged {
    /// From whom, to whom, when.
    pub header: Header,
    /// Those it may manage now.
    pub auth_add_open_kf_id: Vec<String>,
    /// Those it may no longer manage.
    pub auth_del_open_kf_id: Vec<String>,
}
