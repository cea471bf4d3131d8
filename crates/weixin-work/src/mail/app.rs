//! The mailbox of an app.

use crate::mail::MailHandle;
use weixin_api::{Paged, Timestamp, endpoint};
use weixin_protocol::UserId;

/// Sends a mail from the app's mailbox: a usual one, or an invitation to an entry in the calendar
/// or to a meeting.
#[endpoint(POST "/cgi-bin/exmail/app/compose_send", title = "发送邮件",
    doc = "https://developer.work.weixin.qq.com/document/path/97445",
    scope(work), call = mail.send)]
pub struct SendMail {
    /// Who gets it. With those below, up to 2,000.
    pub to: MailRecipients,
    /// Who gets a copy.
    pub cc: Option<MailRecipients>,
    /// Who gets a copy without the others knowing.
    pub bcc: Option<MailRecipients>,
    /// The subject.
    pub subject: String,
    /// The text.
    pub content: String,
    /// `html` (if left out) or `text`.
    pub content_type: Option<String>,
    /// Files: up to 200, and 50 MB in all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attachment_list: Vec<MailAttachment>,
    /// The entry that is invited to.
    pub schedule: Option<MailSchedule>,
    /// The meeting that is invited to; needs an entry.
    pub meeting: Option<MailMeeting>,
    /// Whether ids in it are shown as names.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub enable_id_trans: Option<bool>,
}

/// Who gets a mail.
#[endpoint(part)]
#[derive(Default)]
pub struct MailRecipients {
    /// Addresses.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub emails: Vec<String>,
    /// Members.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub userids: Vec<UserId>,
}

/// A file.
#[endpoint(part)]
pub struct MailAttachment {
    /// Its name.
    pub file_name: String,
    /// Its content in Base64.
    pub content: String,
}

/// An entry in the calendar that is invited to.
#[endpoint(part)]
pub struct MailSchedule {
    /// The entry, when it is changed or cancelled.
    pub schedule_id: Option<String>,
    /// `request` (invites, if left out) or `cancel`.
    pub method: Option<String>,
    /// Where.
    pub location: Option<String>,
    /// When it begins.
    pub start_time: Timestamp,
    /// When it ends.
    pub end_time: Timestamp,
    /// Who may change it.
    pub schedule_admins: Option<MailUsers>,
    /// Reminders and repetition.
    pub reminders: Option<MailReminders>,
}

/// Members.
#[endpoint(part)]
#[derive(Default)]
pub struct MailUsers {
    /// The members.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub userids: Vec<UserId>,
}

/// When somebody is reminded, and when an entry repeats.
#[endpoint(part)]
#[derive(Default)]
pub struct MailReminders {
    /// Whether those who are invited are reminded.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_remind: Option<bool>,
    /// How many minutes before the beginning.
    pub remind_before_event_mins: Option<u64>,
    /// How many seconds before the beginning.
    pub remind_before_event_secs: Option<u64>,
    /// The same several times, in seconds from the beginning, negative for earlier.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub remind_time_diffs: Vec<i64>,
    /// Whether it repeats.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_repeat: Option<bool>,
    /// Whether the fields below count.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_custom_repeat: Option<bool>,
    /// Hours east of UTC: 8 if left out.
    pub timezone: Option<i32>,
    /// Every how many days, weeks, months or years.
    pub repeat_interval: Option<u32>,
    /// How it repeats: 0 daily, 1 weekly, 2 monthly, 5 yearly.
    pub repeat_type: Option<u8>,
    /// On which days of the week: 1 (Monday) to 7.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub repeat_day_of_week: Vec<u32>,
    /// On which days of the month: 1 to 31.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub repeat_day_of_month: Vec<u32>,
    /// In which weeks of the month.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub repeat_week_of_month: Vec<u32>,
    /// In which months: 1 to 12.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub repeat_month_of_year: Vec<u32>,
    /// Until when it repeats; for ever if left out.
    pub repeat_until: Option<Timestamp>,
}

/// A meeting that is invited to.
#[endpoint(part)]
pub struct MailMeeting {
    /// Who administers it: one member.
    pub meeting_admins: MailUsers,
    /// Who leads it: up to 10.
    pub hosts: Option<MailUsers>,
    /// How it is held.
    pub option: Option<MailMeetingOption>,
}

/// How a meeting is held.
#[endpoint(part)]
#[derive(Default)]
pub struct MailMeetingOption {
    /// The password: 4 to 6 digits.
    pub password: Option<String>,
    /// Whether it is recorded: 0 no, 1 locally, 2 in the cloud.
    pub auto_record: Option<u8>,
    /// Whether people wait until they are let in.
    pub enable_waiting_room: Option<bool>,
    /// Whether people may come before whoever leads it.
    pub allow_enter_before_host: Option<bool>,
    /// Who may come: 0 everybody, 2 only members.
    pub enter_restraint: Option<u8>,
    /// Whether the picture carries a watermark.
    pub enable_screen_watermark: Option<bool>,
    /// Whether people come muted: 0 no, 1 yes, 2 when there are more than six.
    pub enable_enter_mute: Option<u8>,
    /// Who is called when it begins: 1 nobody, 2 whoever leads it, 3 everybody.
    pub remind_scope: Option<u8>,
    /// The watermark: 0 one line, 1 several.
    pub water_mark_type: Option<u8>,
}

/// Gives the mails that the app's mailbox got.
#[endpoint(POST "/cgi-bin/exmail/app/get_mail_list", title = "获取收件箱邮件列表",
    doc = "https://developer.work.weixin.qq.com/document/path/97505",
    scope(work), retry = safe, reply = MailList, call = mail.list)]
pub struct GetMailList {
    /// From when.
    pub begin_time: Option<Timestamp>,
    /// Until when.
    pub end_time: Option<Timestamp>,
    /// Where to begin; from the start if `None`.
    pub cursor: Option<String>,
    /// How many: up to 1,000.
    pub limit: Option<u32>,
}

/// A page of mails.
#[endpoint(part, reply_to(GetMailList))]
pub struct MailList {
    /// The mails.
    #[serde(default)]
    pub mail_list: Vec<MailId>,
    /// Whether there are more.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub has_more: Option<bool>,
    /// Where the next page begins.
    pub next_cursor: Option<String>,
}

/// A mail.
#[endpoint(part)]
pub struct MailId {
    /// The mail.
    pub mail_id: String,
}

impl Paged for GetMailList {
    type Item = MailId;
    fn split_page(self, page: MailList) -> (Vec<MailId>, Option<Self>) {
        let next = page.next_cursor.filter(|next| !next.is_empty() && page.has_more != Some(false));
        (page.mail_list, next.map(|next| self.cursor(next)))
    }
}

/// Gives a mail of the app's mailbox.
#[endpoint(POST "/cgi-bin/exmail/app/read_mail", title = "获取邮件内容",
    doc = "https://developer.work.weixin.qq.com/document/path/97982",
    scope(work), retry = safe, reply = MailData, call = mail.read)]
pub struct ReadMail {
    /// The mail.
    pub mail_id: String,
}

/// A mail.
#[endpoint(part, reply_to(ReadMail))]
pub struct MailData {
    /// The mail as it travels, in the form of RFC 822.
    pub mail_data: String,
}

/// Gives the addresses of the app's mailbox.
#[endpoint(POST "/cgi-bin/exmail/app/get_email_alias", title = "查询应用邮箱账号",
    doc = "https://developer.work.weixin.qq.com/document/path/97992",
    scope(work), retry = safe, reply = AppMailAddress, call = mail.address)]
pub struct GetAppMailAddress {}

/// The addresses of an app's mailbox.
#[endpoint(part, reply_to(GetAppMailAddress))]
pub struct AppMailAddress {
    /// The address.
    pub email: Option<String>,
    /// Its other addresses.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub alias_list: Vec<String>,
}

/// Gives the app's mailbox another address. The old one becomes one of its other addresses.
#[endpoint(POST "/cgi-bin/exmail/app/update_email_alias", title = "更新应用邮箱账号",
    doc = "https://developer.work.weixin.qq.com/document/path/97503",
    scope(work), retry = safe, call = mail.set_address)]
pub struct UpdateAppMailAddress {
    /// The address.
    pub new_email: String,
}
