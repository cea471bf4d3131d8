//! Pushes about the mailbox of an app.

use weixin_protocol::{Header, inbound};

/// The app's mailbox received mails (应用邮箱收到邮件).
#[inbound(event = "app_email_change", change = "receive_email", scope(work))]
pub struct AppMailReceived {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// Number of new mails.
    pub amount: Option<i64>,
}
