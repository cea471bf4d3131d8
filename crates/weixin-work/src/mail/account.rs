//! Mail accounts of members.

use super::PublicMailId;
use crate::mail::MailHandle;
use weixin_api::{endpoint, int_enum};
use weixin_protocol::UserId;

/// Enables or disables the mailbox of a member, or a business mailbox.
///
/// Fails with 680044 when the mailbox of the creator or of a super administrator is to be disabled,
/// with 680045 when it is closed, with 680046 when as many mailboxes as possible are enabled.
#[endpoint(POST "/cgi-bin/exmail/account/act_email", title = "禁用/启用邮箱账号",
    doc = "https://developer.work.weixin.qq.com/document/path/95512",
    scope(work), retry = safe, call = mail.activate)]
pub struct ActivateMailAccount {
    /// The member. Either it or `publicemail_id` is required.
    pub userid: Option<UserId>,
    /// The business mailbox.
    pub publicemail_id: Option<PublicMailId>,
    /// Whether the mailbox is enabled or disabled. Required by the platform.
    #[serde(rename = "type")]
    pub kind: Option<MailAccountAction>,
}

int_enum! {
    /// What to do with a mailbox (操作类型).
    pub enum MailAccountAction {
        /// Enables it (启用).
        Enable = 1,
        /// Disables it (禁用).
        Disable = 2,
    }
}

/// Returns settings of a member's mailbox (功能属性).
#[endpoint(POST "/cgi-bin/exmail/useroption/get", title = "获取用户功能属性",
    doc = "https://developer.work.weixin.qq.com/document/path/95513",
    scope(work), retry = safe, reply = MailUserOptions, call = mail.options)]
pub struct GetMailUserOption {
    /// The member. Required by the platform.
    pub userid: Option<UserId>,
    /// The settings to return.
    #[serde(rename = "type")]
    pub kinds: Vec<MailUserOptionType>,
}

int_enum! {
    /// A setting of a mailbox (功能设置属性类型).
    pub enum MailUserOptionType {
        /// Secure login is enforced (强制启用安全登录).
        ForceSecureLogin = 1,
        /// Access by IMAP and SMTP (IMAP/SMTP 服务).
        Imap = 2,
        /// Access by POP and SMTP (POP/SMTP 服务).
        Pop = 3,
        /// Secure login is enabled (是否启用安全登录).
        SecureLogin = 4,
    }
}

/// The settings of a member's mailbox.
#[endpoint(part, reply_to(GetMailUserOption))]
pub struct MailUserOptions {
    /// The settings that were asked for.
    pub option: MailUserOptionList,
}

/// Settings of a mailbox.
#[endpoint(part)]
pub struct MailUserOptionList {
    /// The settings: one entry each.
    #[serde(default)]
    pub list: Vec<MailUserOption>,
}

/// A setting of a mailbox.
#[endpoint(part)]
pub struct MailUserOption {
    /// The setting that `value` belongs to.
    #[serde(rename = "type")]
    pub kind: MailUserOptionType,
    /// `1` if it is on, `0` if it is off.
    pub value: String,
}

/// Changes settings of a member's mailbox.
#[endpoint(POST "/cgi-bin/exmail/useroption/update", title = "更改用户功能属性",
    doc = "https://developer.work.weixin.qq.com/document/path/98008",
    scope(work), retry = safe, call = mail.set_options)]
pub struct UpdateMailUserOption {
    /// The member. Required by the platform.
    pub userid: Option<UserId>,
    /// The settings with their new values; others stay unchanged.
    pub option: MailUserOptionList,
}

/// Returns the number of unread mails of a member.
#[endpoint(POST "/cgi-bin/exmail/mail/get_newcount", title = "获取邮件未读数",
    doc = "https://developer.work.weixin.qq.com/document/path/95514",
    scope(work), retry = safe, reply = NewMailCount, call = mail.new_count)]
pub struct GetNewMailCount {
    /// The member whose mails are counted.
    pub userid: UserId,
}

/// The number of unread mails.
#[endpoint(part, reply_to(GetNewMailCount))]
pub struct NewMailCount {
    /// Number of unread mails.
    pub count: u64,
}
