//! Business mailboxes, which several members share (业务邮箱).

use super::{AuthCodeId, MailTags, PublicMailId};
use crate::mail::MailHandle;
use weixin_api::{Timestamp, endpoint};
use weixin_protocol::{Secret, UserId};

use super::group::{MailAddresses, MailDepartments};

/// Creates a business mailbox.
///
/// At least one of `userid_list`, `department_list` and `tag_list` is required.
///
/// Fails with 680033 when the address exists, with 680032 when it is malformed, with 680040 when
/// the name exists, with 680034 when it is empty or not allowed.
#[endpoint(POST "/cgi-bin/exmail/publicmail/create", title = "创建业务邮箱",
    doc = "https://developer.work.weixin.qq.com/document/path/95511",
    scope(work), reply = CreatedPublicMail, call = mail.create_public)]
pub struct CreatePublicMail {
    /// Address of the mailbox.
    pub email: String,
    /// Name of the mailbox: up to 64 characters.
    pub name: String,
    /// Members who use the mailbox.
    pub userid_list: Option<PublicMailUsers>,
    /// Departments whose members use the mailbox.
    pub department_list: Option<MailDepartments>,
    /// Tags whose members use the mailbox.
    pub tag_list: Option<MailTags>,
    /// Whether a password for mail clients is created (客户端专用密码): no if left out.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub create_auth_code: Option<bool>,
    /// A note about the password. Only with `create_auth_code`.
    pub auth_code_info: Option<AuthCodeNote>,
}

/// Members who use a business mailbox.
#[endpoint(part)]
pub struct PublicMailUsers {
    /// The members who use the mailbox.
    #[serde(default)]
    pub list: Vec<UserId>,
}

/// A note about a password.
#[endpoint(part)]
#[derive(Default)]
pub struct AuthCodeNote {
    /// The note, for instance the mail client it is for.
    pub remark: Option<String>,
}

/// A business mailbox that was created.
#[endpoint(part, reply_to(CreatePublicMail))]
pub struct CreatedPublicMail {
    /// The new mailbox.
    pub id: PublicMailId,
    /// Id of the password; only if one was created.
    pub auth_code_id: Option<AuthCodeId>,
    /// The password for mail clients; only if one was created. The platform returns it only here.
    #[serde(
        serialize_with = "weixin_api::expose_some",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub auth_code: Option<Secret>,
}

/// Changes a business mailbox. Fields that are left out stay unchanged.
///
/// Fails with 680035 when there is no such mailbox, with 680040 when the name exists.
#[endpoint(POST "/cgi-bin/exmail/publicmail/update", title = "更新业务邮箱",
    doc = "https://developer.work.weixin.qq.com/document/path/98000",
    scope(work), reply = UpdatedPublicMail, call = mail.update_public)]
pub struct UpdatePublicMail {
    /// The mailbox to change.
    pub id: PublicMailId,
    /// New name: up to 64 characters.
    pub name: Option<String>,
    /// Members who use the mailbox.
    pub userid_list: Option<PublicMailUsers>,
    /// Departments whose members use the mailbox.
    pub department_list: Option<MailDepartments>,
    /// Tags whose members use the mailbox.
    pub tag_list: Option<MailTags>,
    /// Other addresses of the mailbox (别名): up to 5.
    pub alias_list: Option<MailAddresses>,
    /// Whether a password for mail clients is created (客户端专用密码): no if left out.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub create_auth_code: Option<bool>,
    /// A note about the password. Only with `create_auth_code`.
    pub auth_code_info: Option<AuthCodeNote>,
}

/// The result of changing a business mailbox.
#[endpoint(part, reply_to(UpdatePublicMail))]
pub struct UpdatedPublicMail {
    /// Id of the password; only if one was created.
    pub auth_code_id: Option<AuthCodeId>,
    /// The password for mail clients; only if one was created. The platform returns it only here.
    #[serde(
        serialize_with = "weixin_api::expose_some",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub auth_code: Option<Secret>,
}

/// Deletes a business mailbox.
///
/// Fails with 680035 when there is no such mailbox.
#[endpoint(POST "/cgi-bin/exmail/publicmail/delete", title = "删除业务邮箱",
    doc = "https://developer.work.weixin.qq.com/document/path/98001",
    scope(work), retry = safe, call = mail.delete_public)]
pub struct DeletePublicMail {
    /// The mailbox to delete.
    pub id: PublicMailId,
}

/// Returns business mailboxes.
#[endpoint(POST "/cgi-bin/exmail/publicmail/get", title = "获取业务邮箱详情",
    doc = "https://developer.work.weixin.qq.com/document/path/98002",
    scope(work), retry = safe, reply = PublicMails, call = mail.public)]
pub struct GetPublicMail {
    /// The mailboxes to return.
    pub id_list: Vec<PublicMailId>,
}

/// Business mailboxes.
#[endpoint(part, reply_to(GetPublicMail))]
pub struct PublicMails {
    /// The mailboxes that were asked for.
    #[serde(default)]
    pub list: Vec<PublicMail>,
}

/// A business mailbox.
#[endpoint(part)]
pub struct PublicMail {
    /// Id of the mailbox.
    pub id: PublicMailId,
    /// Address of the mailbox.
    pub email: Option<String>,
    /// Name of the mailbox.
    pub name: Option<String>,
    /// Members who use the mailbox.
    pub userid_list: Option<PublicMailUsers>,
    /// Departments whose members use the mailbox.
    pub department_list: Option<MailDepartments>,
    /// Tags whose members use the mailbox.
    pub tag_list: Option<MailTags>,
    /// Other addresses of the mailbox (别名).
    pub alias_list: Option<MailAddresses>,
}

/// Searches business mailboxes by address.
#[endpoint(GET "/cgi-bin/exmail/publicmail/search", title = "模糊搜索业务邮箱",
    doc = "https://developer.work.weixin.qq.com/document/path/98003",
    scope(work), reply = FoundPublicMails, call = mail.search_public)]
pub struct SearchPublicMails {
    /// Whether a part of the address is enough (模糊搜索): no if left out.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub fuzzy: Option<bool>,
    /// The address, or a part of it with `fuzzy`; all mailboxes if left out.
    pub email: Option<String>,
}

/// The business mailboxes that were found.
#[endpoint(part, reply_to(SearchPublicMails))]
pub struct FoundPublicMails {
    /// The mailboxes that match.
    #[serde(default)]
    pub list: Vec<PublicMailName>,
}

/// A business mailbox in a search result.
#[endpoint(part)]
pub struct PublicMailName {
    /// Id of the mailbox.
    pub id: PublicMailId,
    /// Address of the mailbox.
    pub email: Option<String>,
    /// Name of the mailbox.
    pub name: Option<String>,
}

/// Returns the passwords of a business mailbox for mail clients, without the passwords themselves.
#[endpoint(POST "/cgi-bin/exmail/publicmail/get_auth_code_list", title = "获取客户端专用密码列表",
    doc = "https://developer.work.weixin.qq.com/document/path/100183",
    scope(work), retry = safe, reply = AuthCodes, call = mail.auth_codes)]
pub struct GetPublicMailAuthCodes {
    /// The mailbox whose passwords are returned.
    pub id: PublicMailId,
}

/// The passwords of a business mailbox for mail clients.
#[endpoint(part, reply_to(GetPublicMailAuthCodes))]
pub struct AuthCodes {
    /// The passwords, without the passwords themselves.
    #[serde(default)]
    pub auth_code_list: Vec<AuthCode>,
}

/// A password of a business mailbox for mail clients.
#[endpoint(part)]
pub struct AuthCode {
    /// Id of the password.
    pub auth_code_id: AuthCodeId,
    /// The note about the password.
    pub remark: Option<String>,
    /// Time of creation.
    pub create_time: Option<Timestamp>,
    /// Time of the last use; missing or 0 before the first.
    pub last_use_time: Option<Timestamp>,
}

/// Deletes a password of a business mailbox, which mail clients can no longer use then.
#[endpoint(POST "/cgi-bin/exmail/publicmail/delete_auth_code", title = "删除客户端专用密码",
    doc = "https://developer.work.weixin.qq.com/document/path/100184",
    scope(work), retry = safe, call = mail.delete_auth_code)]
pub struct DeletePublicMailAuthCode {
    /// The mailbox that the password belongs to.
    pub id: PublicMailId,
    /// The password to delete.
    pub auth_code_id: AuthCodeId,
}
