//! Pushes about mail.

use weixin_protocol::{Header, inbound};

/// The app's mailbox got mail. Event `app_email_change/receive_email`.
#[inbound(event = "app_email_change", change = "receive_email", scope(work))]
pub struct AppMailReceived {
    /// From whom, to whom, when.
    pub header: Header,
    /// How many mails.
    pub amount: Option<i64>,
}
