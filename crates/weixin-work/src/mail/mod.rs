//! Mail of a corporation: an app's own mailbox, mailing lists, business mailboxes and members'
//! accounts (邮件). `/cgi-bin/exmail/*`

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
    AppMailAddress, GetAppMailAddress, GetMailList, MailAttachment, MailData, MailId, MailList,
    MailMeeting, MailMeetingOption, MailRecipients, MailReminders, MailSchedule, MailUsers,
    ReadMail, SendMail, UpdateAppMailAddress,
};
pub use event::AppMailReceived;
pub use group::{
    CreateMailGroup, DeleteMailGroup, GetMailGroup, MailAddresses, MailGroup, MailGroupAccess,
    MailGroupName, MailGroups, MailNumbers, SearchMailGroups, UpdateMailGroup,
};
pub use public_mail::{
    AuthCode, AuthCodeNote, AuthCodes, CreatePublicMail, CreatedPublicMail, DeletePublicMail,
    DeletePublicMailAuthCode, FoundPublicMails, GetPublicMail, GetPublicMailAuthCodes, PublicMail,
    PublicMailName, PublicMailUsers, PublicMails, SearchPublicMails, UpdatePublicMail,
    UpdatedPublicMail,
};

group! {
    /// Mail of the corporation (邮件).
    mail: [SendMail, GetMailList, ReadMail, GetAppMailAddress, UpdateAppMailAddress, CreateMailGroup, UpdateMailGroup, DeleteMailGroup, GetMailGroup, SearchMailGroups, CreatePublicMail, UpdatePublicMail, DeletePublicMail, GetPublicMail, SearchPublicMails, GetPublicMailAuthCodes, DeletePublicMailAuthCode, ActivateMailAccount, GetMailUserOption, UpdateMailUserOption, GetNewMailCount]
}

weixin_protocol::messages![AppMailReceived];
