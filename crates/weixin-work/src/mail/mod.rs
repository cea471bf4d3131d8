//! Mail of a corporation: an app's own mailbox, mailing lists, business mailboxes and members'
//! accounts (邮件). `/cgi-bin/exmail/*`

mod account;
mod app;
mod event;
mod group;
mod public_mail;

use weixin_api::{Call, Caller, On, endpoints};
use weixin_protocol::UserId;

pub use account::{
    ActivateMailAccount, ActivateMailAccountCall, GetMailUserOption, GetMailUserOptionCall,
    GetNewMailCount, MailAccountAction, MailUserOption, MailUserOptionList, MailUserOptionType,
    MailUserOptions, NewMailCount, UpdateMailUserOption, UpdateMailUserOptionCall,
};
pub use app::{
    AppMailAddress, GetAppMailAddress, GetMailList, GetMailListCall, MailAttachment, MailData,
    MailId, MailList, MailMeeting, MailMeetingOption, MailRecipients, MailReminders, MailSchedule,
    MailUsers, ReadMail, SendMail, SendMailCall, UpdateAppMailAddress,
};
pub use event::AppMailReceived;
pub use group::{
    CreateMailGroup, CreateMailGroupCall, DeleteMailGroup, GetMailGroup, MailAddresses, MailGroup,
    MailGroupAccess, MailGroupName, MailGroups, MailNumbers, SearchMailGroups,
    SearchMailGroupsCall, UpdateMailGroup, UpdateMailGroupCall,
};
pub use public_mail::{
    AuthCode, AuthCodeNote, AuthCodes, CreatePublicMail, CreatePublicMailCall, CreatedPublicMail,
    DeletePublicMail, DeletePublicMailAuthCode, FoundPublicMails, GetPublicMail,
    GetPublicMailAuthCodes, PublicMail, PublicMailName, PublicMailUsers, PublicMails,
    SearchPublicMails, SearchPublicMailsCall, UpdatePublicMail, UpdatePublicMailCall,
    UpdatedPublicMail,
};

endpoints![
    SendMail,
    GetMailList,
    ReadMail,
    GetAppMailAddress,
    UpdateAppMailAddress,
    CreateMailGroup,
    UpdateMailGroup,
    DeleteMailGroup,
    GetMailGroup,
    SearchMailGroups,
    CreatePublicMail,
    UpdatePublicMail,
    DeletePublicMail,
    GetPublicMail,
    SearchPublicMails,
    GetPublicMailAuthCodes,
    DeletePublicMailAuthCode,
    ActivateMailAccount,
    GetMailUserOption,
    UpdateMailUserOption,
    GetNewMailCount
];

weixin_protocol::messages![AppMailReceived];

/// The group as a client has it: `wx.mail()`.
#[derive(Debug)]
pub struct Mail<'c, C: ?Sized>(&'c C);

/// Gives a client `mail()`.
pub trait MailApi: Caller {
    /// Mail of the corporation (邮件).
    fn mail(&self) -> Mail<'_, Self> {
        Mail(self)
    }
}

impl<C: Caller + ?Sized> MailApi for C where SendMail: On<C::Kind> {}

impl<'c, C: Caller + ?Sized> Mail<'c, C> {
    /// Sends a mail; see [`SendMail`].
    pub fn send(
        &self,
        to: impl Into<MailRecipients>,
        subject: impl Into<String>,
        content: impl Into<String>,
    ) -> Call<'c, C, SendMail> {
        Call::new(self.0, SendMail::new(to, subject, content))
    }

    /// The app's mails, a page when awaited; see [`GetMailList`].
    pub fn list(&self) -> Call<'c, C, GetMailList> {
        Call::new(self.0, GetMailList::new())
    }

    /// A mail; see [`ReadMail`].
    pub fn read(&self, mail_id: impl Into<String>) -> Call<'c, C, ReadMail> {
        Call::new(self.0, ReadMail::new(mail_id))
    }

    /// The app's addresses; see [`GetAppMailAddress`].
    pub fn address(&self) -> Call<'c, C, GetAppMailAddress> {
        Call::new(self.0, GetAppMailAddress::new())
    }

    /// Gives the app another address; see [`UpdateAppMailAddress`].
    pub fn set_address(&self, new_email: impl Into<String>) -> Call<'c, C, UpdateAppMailAddress> {
        Call::new(self.0, UpdateAppMailAddress::new(new_email))
    }

    /// Makes a mailing list; see [`CreateMailGroup`].
    pub fn create_group(
        &self,
        groupid: impl Into<String>,
        groupname: impl Into<String>,
    ) -> Call<'c, C, CreateMailGroup> {
        Call::new(self.0, CreateMailGroup::new(groupid, groupname))
    }

    /// Changes a mailing list; see [`UpdateMailGroup`].
    pub fn update_group(&self, groupid: impl Into<String>) -> Call<'c, C, UpdateMailGroup> {
        Call::new(self.0, UpdateMailGroup::new(groupid))
    }

    /// Deletes a mailing list; see [`DeleteMailGroup`].
    pub fn delete_group(&self, groupid: impl Into<String>) -> Call<'c, C, DeleteMailGroup> {
        Call::new(self.0, DeleteMailGroup::new(groupid))
    }

    /// A mailing list; see [`GetMailGroup`].
    pub fn group(&self, groupid: impl Into<String>) -> Call<'c, C, GetMailGroup> {
        Call::new(self.0, GetMailGroup::new(groupid))
    }

    /// Looks for mailing lists; see [`SearchMailGroups`].
    pub fn search_groups(&self) -> Call<'c, C, SearchMailGroups> {
        Call::new(self.0, SearchMailGroups::new())
    }

    /// Makes a business mailbox; see [`CreatePublicMail`].
    pub fn create_public(
        &self,
        email: impl Into<String>,
        name: impl Into<String>,
    ) -> Call<'c, C, CreatePublicMail> {
        Call::new(self.0, CreatePublicMail::new(email, name))
    }

    /// Changes a business mailbox; see [`UpdatePublicMail`].
    pub fn update_public(&self, id: u64) -> Call<'c, C, UpdatePublicMail> {
        Call::new(self.0, UpdatePublicMail::new(id))
    }

    /// Deletes a business mailbox; see [`DeletePublicMail`].
    pub fn delete_public(&self, id: u64) -> Call<'c, C, DeletePublicMail> {
        Call::new(self.0, DeletePublicMail::new(id))
    }

    /// Business mailboxes; see [`GetPublicMail`].
    pub fn public(&self, id_list: impl Into<Vec<u64>>) -> Call<'c, C, GetPublicMail> {
        Call::new(self.0, GetPublicMail::new(id_list))
    }

    /// Looks for business mailboxes; see [`SearchPublicMails`].
    pub fn search_public(&self) -> Call<'c, C, SearchPublicMails> {
        Call::new(self.0, SearchPublicMails::new())
    }

    /// The passwords of a business mailbox; see [`GetPublicMailAuthCodes`].
    pub fn auth_codes(&self, id: u64) -> Call<'c, C, GetPublicMailAuthCodes> {
        Call::new(self.0, GetPublicMailAuthCodes::new(id))
    }

    /// Deletes a password of a business mailbox; see [`DeletePublicMailAuthCode`].
    pub fn delete_auth_code(
        &self,
        id: u64,
        auth_code_id: u64,
    ) -> Call<'c, C, DeletePublicMailAuthCode> {
        Call::new(self.0, DeletePublicMailAuthCode::new(id, auth_code_id))
    }

    /// Switches a mailbox on or off; see [`ActivateMailAccount`].
    pub fn activate(&self) -> Call<'c, C, ActivateMailAccount> {
        Call::new(self.0, ActivateMailAccount::new())
    }

    /// What is switched on for a member; see [`GetMailUserOption`].
    pub fn options(
        &self,
        kinds: impl Into<Vec<MailUserOptionType>>,
    ) -> Call<'c, C, GetMailUserOption> {
        Call::new(self.0, GetMailUserOption::new(kinds))
    }

    /// Switches something on for a member; see [`UpdateMailUserOption`].
    pub fn set_options(
        &self,
        option: impl Into<MailUserOptionList>,
    ) -> Call<'c, C, UpdateMailUserOption> {
        Call::new(self.0, UpdateMailUserOption::new(option))
    }

    /// How many mails a member has not read; see [`GetNewMailCount`].
    pub fn new_count(&self, userid: impl Into<UserId>) -> Call<'c, C, GetNewMailCount> {
        Call::new(self.0, GetNewMailCount::new(userid))
    }
}
