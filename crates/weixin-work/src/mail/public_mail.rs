//! Business mailboxes, which several members use.

use crate::mail::MailHandle;
use weixin_api::{Timestamp, endpoint};
use weixin_protocol::{Secret, UserId};

use super::group::{MailAddresses, MailNumbers};

/// Makes a business mailbox.
#[endpoint(POST "/cgi-bin/exmail/publicmail/create", title = "创建业务邮箱",
    doc = "https://developer.work.weixin.qq.com/document/path/95511",
    scope(work), reply = CreatedPublicMail, call = mail.create_public)]
pub struct CreatePublicMail {
    /// Its address.
    pub email: String,
    /// Its name.
    pub name: String,
    /// Members who use it. At least one of the three must be there.
    pub userid_list: Option<PublicMailUsers>,
    /// Departments whose members use it.
    pub department_list: Option<MailNumbers>,
    /// Tags whose members use it.
    pub tag_list: Option<MailNumbers>,
    /// Whether a password for other mail programs is made.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub create_auth_code: Option<bool>,
    /// What it is for.
    pub auth_code_info: Option<AuthCodeNote>,
}

/// Members.
#[endpoint(part)]
pub struct PublicMailUsers {
    /// The members.
    #[serde(default)]
    pub list: Vec<UserId>,
}

/// What a password is for.
#[endpoint(part)]
#[derive(Default)]
pub struct AuthCodeNote {
    /// A note.
    pub remark: Option<String>,
}

/// A new business mailbox.
#[endpoint(part, reply_to(CreatePublicMail))]
pub struct CreatedPublicMail {
    /// The mailbox.
    pub id: u64,
    /// The password's number.
    pub auth_code_id: Option<u64>,
    /// The password for other mail programs.
    #[serde(
        serialize_with = "weixin_api::expose_some",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub auth_code: Option<Secret>,
}

/// Changes a business mailbox; what is left out stays as it is.
#[endpoint(POST "/cgi-bin/exmail/publicmail/update", title = "更新业务邮箱",
    doc = "https://developer.work.weixin.qq.com/document/path/98000",
    scope(work), reply = UpdatedPublicMail, call = mail.update_public)]
pub struct UpdatePublicMail {
    /// The mailbox.
    pub id: u64,
    /// Its name.
    pub name: Option<String>,
    /// Members who use it.
    pub userid_list: Option<PublicMailUsers>,
    /// Departments whose members use it.
    pub department_list: Option<MailNumbers>,
    /// Tags whose members use it.
    pub tag_list: Option<MailNumbers>,
    /// Its other addresses: up to 5.
    pub alias_list: Option<MailAddresses>,
    /// Whether a password for other mail programs is made.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub create_auth_code: Option<bool>,
    /// What it is for.
    pub auth_code_info: Option<AuthCodeNote>,
}

/// What became of a change.
#[endpoint(part, reply_to(UpdatePublicMail))]
pub struct UpdatedPublicMail {
    /// The password's number.
    pub auth_code_id: Option<u64>,
    /// The password for other mail programs.
    #[serde(
        serialize_with = "weixin_api::expose_some",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub auth_code: Option<Secret>,
}

/// Deletes a business mailbox.
#[endpoint(POST "/cgi-bin/exmail/publicmail/delete", title = "删除业务邮箱",
    doc = "https://developer.work.weixin.qq.com/document/path/98001",
    scope(work), retry = safe, call = mail.delete_public)]
pub struct DeletePublicMail {
    /// The mailbox.
    pub id: u64,
}

/// Tells about business mailboxes.
#[endpoint(POST "/cgi-bin/exmail/publicmail/get", title = "获取业务邮箱详情",
    doc = "https://developer.work.weixin.qq.com/document/path/98002",
    scope(work), retry = safe, reply = PublicMails, call = mail.public)]
pub struct GetPublicMail {
    /// The mailboxes.
    pub id_list: Vec<u64>,
}

/// Business mailboxes.
#[endpoint(part, reply_to(GetPublicMail))]
pub struct PublicMails {
    /// The mailboxes.
    #[serde(default)]
    pub list: Vec<PublicMail>,
}

/// A business mailbox.
#[endpoint(part)]
pub struct PublicMail {
    /// The mailbox.
    pub id: u64,
    /// Its address.
    pub email: Option<String>,
    /// Its name.
    pub name: Option<String>,
    /// Members who use it.
    pub userid_list: Option<PublicMailUsers>,
    /// Departments whose members use it.
    pub department_list: Option<MailNumbers>,
    /// Tags whose members use it.
    pub tag_list: Option<MailNumbers>,
    /// Its other addresses.
    pub alias_list: Option<MailAddresses>,
}

/// Looks for business mailboxes.
#[endpoint(GET "/cgi-bin/exmail/publicmail/search", title = "模糊搜索业务邮箱",
    doc = "https://developer.work.weixin.qq.com/document/path/98003",
    scope(work), reply = FoundPublicMails, call = mail.search_public)]
pub struct SearchPublicMails {
    /// Whether a part of the address is enough.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub fuzzy: Option<bool>,
    /// The address, or a part of it; all mailboxes if left out.
    pub email: Option<String>,
}

/// Business mailboxes.
#[endpoint(part, reply_to(SearchPublicMails))]
pub struct FoundPublicMails {
    /// The mailboxes.
    #[serde(default)]
    pub list: Vec<PublicMailName>,
}

/// A business mailbox.
#[endpoint(part)]
pub struct PublicMailName {
    /// The mailbox.
    pub id: u64,
    /// Its address.
    pub email: Option<String>,
    /// Its name.
    pub name: Option<String>,
}

/// Gives the passwords for other mail programs of a business mailbox, without the passwords
/// themselves.
#[endpoint(POST "/cgi-bin/exmail/publicmail/get_auth_code_list", title = "获取客户端专用密码列表",
    doc = "https://developer.work.weixin.qq.com/document/path/100183",
    scope(work), retry = safe, reply = AuthCodes, call = mail.auth_codes)]
pub struct GetPublicMailAuthCodes {
    /// The mailbox.
    pub id: u64,
}

/// Passwords for other mail programs.
#[endpoint(part, reply_to(GetPublicMailAuthCodes))]
pub struct AuthCodes {
    /// The passwords.
    #[serde(default)]
    pub auth_code_list: Vec<AuthCode>,
}

/// A password for other mail programs.
#[endpoint(part)]
pub struct AuthCode {
    /// Its number.
    pub auth_code_id: u64,
    /// What it is for.
    pub remark: Option<String>,
    /// When it was made.
    pub create_time: Option<Timestamp>,
    /// When it was last used.
    pub last_use_time: Option<Timestamp>,
}

/// Deletes a password for other mail programs.
#[endpoint(POST "/cgi-bin/exmail/publicmail/delete_auth_code", title = "删除客户端专用密码",
    doc = "https://developer.work.weixin.qq.com/document/path/100184",
    scope(work), retry = safe, call = mail.delete_auth_code)]
pub struct DeletePublicMailAuthCode {
    /// The mailbox.
    pub id: u64,
    /// The password.
    pub auth_code_id: u64,
}
