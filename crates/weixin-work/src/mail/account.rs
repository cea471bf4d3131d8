//! Members' accounts.

use crate::mail::MailHandle;
use weixin_api::{endpoint, int_enum};
use weixin_protocol::UserId;

/// Switches a member's mailbox, or a business mailbox, on or off.
#[endpoint(POST "/cgi-bin/exmail/account/act_email", title = "禁用/启用邮箱账号",
    doc = "https://developer.work.weixin.qq.com/document/path/95512",
    scope(work), retry = safe, call = mail.activate)]
pub struct ActivateMailAccount {
    /// The member.
    pub userid: Option<UserId>,
    /// The business mailbox.
    pub publicemail_id: Option<u64>,
    /// What to do.
    #[serde(rename = "type")]
    pub kind: Option<MailAccountAction>,
}

int_enum! {
    /// What to do with a mailbox.
    pub enum MailAccountAction {
        /// Switch it on.
        Enable = 1,
        /// Switch it off.
        Disable = 2,
    }
}

/// Tells what is switched on for a member's mailbox.
#[endpoint(POST "/cgi-bin/exmail/useroption/get", title = "获取用户功能属性",
    doc = "https://developer.work.weixin.qq.com/document/path/95513",
    scope(work), retry = safe, reply = MailUserOptions, call = mail.options)]
pub struct GetMailUserOption {
    /// The member.
    pub userid: Option<UserId>,
    /// What is asked about.
    #[serde(rename = "type")]
    pub kinds: Vec<MailUserOptionType>,
}

int_enum! {
    /// What can be switched on for a mailbox.
    pub enum MailUserOptionType {
        /// Signing in safely is a must.
        ForceSecureLogin = 1,
        /// IMAP and SMTP.
        Imap = 2,
        /// POP and SMTP.
        Pop = 3,
        /// Signing in safely.
        SecureLogin = 4,
    }
}

/// What is switched on for a member.
#[endpoint(part, reply_to(GetMailUserOption))]
pub struct MailUserOptions {
    /// The options.
    pub option: MailUserOptionList,
}

/// Options of a mailbox.
#[endpoint(part)]
pub struct MailUserOptionList {
    /// The options.
    #[serde(default)]
    pub list: Vec<MailUserOption>,
}

/// An option of a mailbox.
#[endpoint(part)]
pub struct MailUserOption {
    /// What it is about.
    #[serde(rename = "type")]
    pub kind: MailUserOptionType,
    /// `1` on, `0` off.
    pub value: String,
}

/// Switches something on or off for a member's mailbox.
#[endpoint(POST "/cgi-bin/exmail/useroption/update", title = "更改用户功能属性",
    doc = "https://developer.work.weixin.qq.com/document/path/98008",
    scope(work), retry = safe, call = mail.set_options)]
pub struct UpdateMailUserOption {
    /// The member.
    pub userid: Option<UserId>,
    /// What is to be.
    pub option: MailUserOptionList,
}

/// Tells how many mails a member has not read.
#[endpoint(POST "/cgi-bin/exmail/mail/get_newcount", title = "获取邮件未读数",
    doc = "https://developer.work.weixin.qq.com/document/path/95514",
    scope(work), retry = safe, reply = NewMailCount, call = mail.new_count)]
pub struct GetNewMailCount {
    /// The member.
    pub userid: UserId,
}

/// How many mails a member has not read.
#[endpoint(part, reply_to(GetNewMailCount))]
pub struct NewMailCount {
    /// How many.
    pub count: u64,
}
