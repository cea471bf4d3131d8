//! The mailbox of an app (应用邮箱).

use crate::mail::MailHandle;
use weixin_api::{Paged, StringEnum, Timestamp, endpoint, int_enum};
use weixin_protocol::{Secret, UserId};

/// Sends a mail from the app's mailbox: a plain mail, or an invitation to a calendar event or to a
/// meeting.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Work};
/// # use weixin_work::mail::MailRecipients;
/// # use weixin_work::prelude::*;
/// # async fn example(wx: impl Caller<Kind = Work>) -> Result<(), Error> {
/// let to = MailRecipients::new().emails(["zhang@example.com".to_owned()]);
/// wx.mail().send((to, "The report of March", "<p>It is attached.</p>")).await?;
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/exmail/app/compose_send", title = "发送邮件",
    doc = "https://developer.work.weixin.qq.com/document/path/97445",
    scope(work), call = mail.send)]
pub struct SendMail {
    /// The recipients. Together with `cc` and `bcc` up to 2,000.
    pub to: MailRecipients,
    /// The recipients of a copy (抄送).
    pub cc: Option<MailRecipients>,
    /// The recipients of a blind copy (密送).
    pub bcc: Option<MailRecipients>,
    /// The subject of the mail.
    pub subject: String,
    /// The body, in the format of `content_type`.
    pub content: String,
    /// The format of `content`: HTML if left out.
    pub content_type: Option<MailContentType>,
    /// Attachments: up to 200, and 50 MB together with the body.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attachment_list: Vec<MailAttachment>,
    /// The calendar event that the mail invites to; a plain mail if left out.
    pub schedule: Option<MailSchedule>,
    /// The meeting that the mail invites to. It needs `schedule` too.
    pub meeting: Option<MailMeeting>,
    /// Whether ids in the mail are shown as names (id转译): no if left out. Only for third-party
    /// apps.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub enable_id_trans: Option<bool>,
}

/// The format of the body of a mail (内容类型).
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[string_enum(rename_all = "lowercase")]
#[non_exhaustive]
pub enum MailContentType {
    /// HTML.
    Html,
    /// Plain text.
    Text,
    /// A value that this version does not know.
    Other(String),
}

/// Recipients of a mail. At least one of the two lists is required.
#[endpoint(part)]
#[derive(Default)]
pub struct MailRecipients {
    /// Mail addresses, inside or outside the corporation.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub emails: Vec<String>,
    /// Members of the corporation.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub userids: Vec<UserId>,
}

/// An attachment of a mail.
#[endpoint(part)]
pub struct MailAttachment {
    /// Name of the file, with its extension.
    pub file_name: String,
    /// Content of the file in Base64.
    pub content: String,
}

/// A calendar event that a mail invites to (日程).
#[endpoint(part)]
pub struct MailSchedule {
    /// The event, to change or cancel it; a new one if left out.
    pub schedule_id: Option<MailScheduleId>,
    /// Whether the mail invites or cancels: it invites if left out.
    pub method: Option<MailScheduleMethod>,
    /// Place of the event.
    pub location: Option<String>,
    /// Beginning of the event.
    pub start_time: Timestamp,
    /// End of the event.
    pub end_time: Timestamp,
    /// Members who may change the event.
    pub schedule_admins: Option<MailUsers>,
    /// Reminders and repetition; neither if left out.
    pub reminders: Option<MailReminders>,
}

weixin_api::string_id! {
    /// A calendar event that a mail invites to (日程, schedule_id).
    MailScheduleId
}

/// What a mail does with a calendar event (日程方法).
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[string_enum(rename_all = "lowercase")]
#[non_exhaustive]
pub enum MailScheduleMethod {
    /// Invites to it, or changes it (请求日程邀请).
    Request,
    /// Cancels it (取消日程).
    Cancel,
    /// A value that this version does not know.
    Other(String),
}

/// Members who have a role in a calendar event or a meeting.
#[endpoint(part)]
#[derive(Default)]
pub struct MailUsers {
    /// The members who have the role.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub userids: Vec<UserId>,
}

/// Reminders and repetition of a calendar event.
#[endpoint(part)]
#[derive(Default)]
pub struct MailReminders {
    /// Whether the invited are reminded: no if left out.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_remind: Option<bool>,
    /// Time of the reminder, in minutes before the beginning.
    pub remind_before_event_mins: Option<u64>,
    /// Time of the reminder, in seconds before the beginning.
    pub remind_before_event_secs: Option<u64>,
    /// Times of several reminders, in seconds relative to the beginning; negative before it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub remind_time_diffs: Vec<i64>,
    /// Whether the event repeats: no if left out.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_repeat: Option<bool>,
    /// Whether the rules below apply (自定义重复); without them the event repeats with the interval of
    /// `repeat_type`.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_custom_repeat: Option<bool>,
    /// Time zone in hours east of UTC: 8 if left out.
    pub timezone: Option<i32>,
    /// Number of days, weeks, months or years between repetitions. Only with `is_custom_repeat`.
    pub repeat_interval: Option<u32>,
    /// The interval of repetition.
    pub repeat_type: Option<MailRepeatKind>,
    /// Days of the week, 1 (Monday) to 7 (Sunday), for [`MailRepeatKind::Weekly`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub repeat_day_of_week: Vec<u32>,
    /// Days of the month, 1 to 31, for [`MailRepeatKind::Monthly`] and [`MailRepeatKind::Yearly`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub repeat_day_of_month: Vec<u32>,
    /// Weeks of the month, for [`MailRepeatKind::Monthly`] and [`MailRepeatKind::Yearly`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub repeat_week_of_month: Vec<u32>,
    /// Months of the year, 1 to 12, for [`MailRepeatKind::Yearly`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub repeat_month_of_year: Vec<u32>,
    /// End of the repetition; without end if left out.
    pub repeat_until: Option<Timestamp>,
}

int_enum! {
    /// The interval at which a calendar event repeats (重复类型).
    pub enum MailRepeatKind {
        /// Every day (每日).
        Daily = 0,
        /// Every week (每周).
        Weekly = 1,
        /// Every month (每月).
        Monthly = 2,
        /// Every year (每年).
        Yearly = 5,
    }
}

/// A meeting that a mail invites to (会议).
#[endpoint(part)]
pub struct MailMeeting {
    /// The administrator of the meeting: exactly one member.
    pub meeting_admins: MailUsers,
    /// The hosts (主持人): up to 10.
    pub hosts: Option<MailUsers>,
    /// The settings of the meeting; the platform's defaults if left out.
    pub option: Option<MailMeetingOption>,
}

/// The settings of a meeting.
#[endpoint(part)]
#[derive(Default)]
pub struct MailMeetingOption {
    /// Password for joining: 4 to 6 digits; none if left out.
    #[serde(serialize_with = "weixin_api::expose_some")]
    pub password: Option<Secret>,
    /// Whether the meeting is recorded: not if left out.
    pub auto_record: Option<MailMeetingAutoRecord>,
    /// Whether people wait in the waiting room (等候室) until they are admitted.
    pub enable_waiting_room: Option<bool>,
    /// Whether people may join before the host.
    pub allow_enter_before_host: Option<bool>,
    /// Who may join: everybody if left out.
    pub enter_restraint: Option<MailMeetingEnterRestraint>,
    /// Whether shared screens carry a watermark.
    pub enable_screen_watermark: Option<bool>,
    /// Whether people are muted when they join.
    pub enable_enter_mute: Option<MailMeetingEnterMute>,
    /// Who is called when the meeting begins.
    pub remind_scope: Option<MailMeetingRemindScope>,
    /// The pattern of the watermark.
    pub water_mark_type: Option<MailWatermark>,
}

int_enum! {
    /// Whether a meeting is recorded (自动录制).
    pub enum MailMeetingAutoRecord {
        /// Not recorded (未开启).
        Off = 0,
        /// Recorded on the host's device (自动本地录制).
        Local = 1,
        /// Recorded in the cloud (自动云录制).
        Cloud = 2,
    }
}

int_enum! {
    /// Who may join a meeting (入会限制).
    pub enum MailMeetingEnterRestraint {
        /// Everybody (所有人可入会).
        Everybody = 0,
        /// Members of the corporation only (仅企业内部用户可入会).
        Members = 2,
    }
}

int_enum! {
    /// Whether people are muted when they join a meeting (入会时静音).
    pub enum MailMeetingEnterMute {
        /// Not muted (关闭).
        Off = 0,
        /// Muted (开启).
        On = 1,
        /// Muted when more than six people are in the meeting (超过六人自动开启).
        AboveSix = 2,
    }
}

int_enum! {
    /// Who is called when a meeting begins (会议开始时来电提醒方式).
    pub enum MailMeetingRemindScope {
        /// Nobody (不提醒).
        Nobody = 1,
        /// The host (仅提醒主持人).
        Host = 2,
        /// Everybody who is invited (提醒所有成员).
        Everybody = 3,
    }
}

int_enum! {
    /// The pattern of a watermark (水印类型).
    pub enum MailWatermark {
        /// One row (单排水印).
        Single = 0,
        /// Several rows (多排水印).
        Multiple = 1,
    }
}

/// Returns the mails in the inbox of the app, up to 1,000 at a time.
#[endpoint(POST "/cgi-bin/exmail/app/get_mail_list", title = "获取收件箱邮件列表",
    doc = "https://developer.work.weixin.qq.com/document/path/97505",
    scope(work), retry = safe, reply = MailList, call = mail.list)]
pub struct GetMailList {
    /// Start of the period. Required by the platform.
    pub begin_time: Option<Timestamp>,
    /// End of the period. Required by the platform.
    pub end_time: Option<Timestamp>,
    /// `next_cursor` of the previous page; the first page if left out.
    pub cursor: Option<String>,
    /// Page size: up to 1,000.
    pub limit: Option<u32>,
}

/// A page of mails.
#[endpoint(part, reply_to(GetMailList))]
pub struct MailList {
    /// The mails of the page.
    #[serde(default)]
    pub mail_list: Vec<MailEntry>,
    /// Whether further pages follow.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub has_more: Option<bool>,
    /// Cursor of the next page.
    pub next_cursor: Option<String>,
}

/// A mail in a list.
#[endpoint(part)]
pub struct MailEntry {
    /// Id of the mail, for [`ReadMail`].
    pub mail_id: super::MailId,
}

impl Paged for GetMailList {
    type Item = MailEntry;
    fn split_page(self, page: MailList) -> (Vec<MailEntry>, Option<Self>) {
        let next = page.next_cursor.filter(|next| !next.is_empty() && page.has_more != Some(false));
        (page.mail_list, next.map(|next| self.cursor(next)))
    }
}

/// Returns a mail in the inbox of the app.
#[endpoint(POST "/cgi-bin/exmail/app/read_mail", title = "获取邮件内容",
    doc = "https://developer.work.weixin.qq.com/document/path/97982",
    scope(work), retry = safe, reply = MailData, call = mail.read)]
pub struct ReadMail {
    /// The mail to return.
    pub mail_id: super::MailId,
}

/// The content of a mail.
#[endpoint(part, reply_to(ReadMail))]
pub struct MailData {
    /// The mail with all its headers, in the format of RFC 822 (EML).
    pub mail_data: String,
}

/// Returns the addresses of the app's mailbox.
#[endpoint(POST "/cgi-bin/exmail/app/get_email_alias", title = "查询应用邮箱账号",
    doc = "https://developer.work.weixin.qq.com/document/path/97992",
    scope(work), retry = safe, reply = AppMailAddress, call = mail.address)]
pub struct GetAppMailAddress {}

/// The addresses of the app's mailbox.
#[endpoint(part, reply_to(GetAppMailAddress))]
pub struct AppMailAddress {
    /// The main address.
    pub email: Option<String>,
    /// The other addresses (别名).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub alias_list: Vec<String>,
}

/// Changes the address of the app's mailbox. The old one becomes one of its other addresses.
#[endpoint(POST "/cgi-bin/exmail/app/update_email_alias", title = "更新应用邮箱账号",
    doc = "https://developer.work.weixin.qq.com/document/path/97503",
    scope(work), retry = safe, call = mail.set_address)]
pub struct UpdateAppMailAddress {
    /// The new main address.
    pub new_email: String,
}
