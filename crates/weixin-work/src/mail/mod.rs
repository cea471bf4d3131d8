//! Mail of a corporation (邮件): the mailbox of an app, mailing lists, business mailboxes and
//! accounts of members. `/cgi-bin/exmail/*`

mod account;
mod app;
mod event;
mod group;
mod public_mail;

use weixin_api::group;

pub use account::{
    ActivateMailAccount, GetMailUserOption, GetNewMailCount, MailAccountAction, MailUserOption,
    MailUserOptionList, MailUserOptionType, MailUserOptions, NewMailCount, UpdateMailUserOption,
};
pub use app::{
    AppMailAddress, GetAppMailAddress, GetMailList, MailAttachment, MailContentType, MailData,
    MailEntry, MailList, MailMeeting, MailMeetingAutoRecord, MailMeetingEnterMute,
    MailMeetingEnterRestraint, MailMeetingOption, MailMeetingRemindScope, MailRecipients,
    MailReminders, MailRepeatKind, MailSchedule, MailScheduleMethod, MailUsers, MailWatermark,
    ReadMail, SendMail, UpdateAppMailAddress,
};
pub use event::AppMailReceived;
pub use group::{
    CreateMailGroup, DeleteMailGroup, GetMailGroup, MailAddresses, MailDepartments, MailGroup,
    MailGroupAccess, MailGroupIds, MailGroupName, MailGroups, MailTags, SearchMailGroups,
    UpdateMailGroup,
};
pub use public_mail::{
    AuthCode, AuthCodeNote, AuthCodes, CreatePublicMail, CreatedPublicMail, DeletePublicMail,
    DeletePublicMailAuthCode, FoundPublicMails, GetPublicMail, GetPublicMailAuthCodes, PublicMail,
    PublicMailName, PublicMailUsers, PublicMails, SearchPublicMails, UpdatePublicMail,
    UpdatedPublicMail,
};

weixin_api::string_id! {
    /// A mail in the mailbox of an app (邮件, mail_id).
    MailId
    /// A mailing list (邮件群组, groupid). The id is its address.
    MailGroupId
}

weixin_api::integer_id! {
    /// A business mailbox (业务邮箱, id).
    PublicMailId(u64)
    /// A password of a business mailbox for mail clients (客户端专用密码, auth_code_id).
    AuthCodeId(u64)
}

group! {
    /// Mail of the corporation (邮件).
    mail: [
        SendMail, GetMailList, ReadMail, GetAppMailAddress, UpdateAppMailAddress, CreateMailGroup,
        UpdateMailGroup, DeleteMailGroup, GetMailGroup, SearchMailGroups, CreatePublicMail,
        UpdatePublicMail, DeletePublicMail, GetPublicMail, SearchPublicMails,
        GetPublicMailAuthCodes, DeletePublicMailAuthCode, ActivateMailAccount, GetMailUserOption,
        UpdateMailUserOption, GetNewMailCount,
    ]
}

weixin_protocol::messages![AppMailReceived];
