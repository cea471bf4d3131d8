//! Scheduling meetings (预约会议).

use super::SubMeetingId;
use crate::ids::{CalendarId, MeetingId};
use crate::meeting::MeetingsHandle;
use weixin_api::{AgentId, Paged, StringEnum, Timestamp, endpoint, int_enum};
use weixin_protocol::{Secret, UserId};

int_enum! {
    /// Whether people are muted when they join a meeting (入会时静音).
    pub enum EnterMute {
        /// Not muted (关闭).
        Off = 0,
        /// Muted (开启).
        On = 1,
        /// Muted when more than six people are in the meeting (超过六人自动开启).
        AboveSix = 2,
    }
}

int_enum! {
    /// The pattern of a watermark (水印类型).
    pub enum MeetingWatermark {
        /// One row (单排).
        Single = 1,
        /// Several rows (多排).
        Multiple = 2,
    }
}

/// Whether a meeting is recorded (自动录制类型).
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[string_enum(rename_all = "lowercase")]
#[non_exhaustive]
pub enum MeetingAutoRecord {
    /// Not recorded (禁用).
    None,
    /// Recorded on the host's device (本地录制).
    Local,
    /// Recorded in the cloud (云录制).
    Cloud,
    /// A value that this version does not know.
    Other(String),
}

int_enum! {
    /// Who is called when a meeting begins (会议开始时来电提醒方式).
    pub enum MeetingRemindScope {
        /// Nobody (不提醒).
        Nobody = 1,
        /// The host (仅提醒主持人).
        Host = 2,
        /// Everybody who is invited (提醒所有成员入会).
        Everybody = 3,
        /// Selected members: [`MeetingSettings::ring_users`] (指定部分人响铃).
        Selected = 4,
    }
}

int_enum! {
    /// The interval at which a meeting recurs (重复类型).
    pub enum MeetingRepeatKind {
        /// Every day (每日).
        Daily = 0,
        /// Every week (每周).
        Weekly = 1,
        /// Every month (每月).
        Monthly = 2,
        /// Every working day (每个工作日).
        WorkingDays = 7,
    }
}

int_enum! {
    /// The way the recurrence of a meeting ends (结束重复类型).
    pub enum MeetingRepeatEnd {
        /// On a day: `repeat_until` (按日期结束).
        Date = 0,
        /// After a number of occurrences: `repeat_until_count` (按次数结束).
        Count = 1,
    }
}

/// Schedules a meeting (预约会议).
///
/// Fails with 400220 when the platform takes the call for abuse, with 400222 when the start is in
/// the past, with 400020 when there are too many attendees, with 400042 when the title has a wrong
/// length, with 400030 when the password is not allowed, with 400302 when the same meeting was just
/// created.
///
/// # Examples
///
/// ```
/// # use std::time::Duration;
/// # use weixin_api::{Caller, Error, kind::Work};
/// # use weixin_protocol::UserId;
/// # use weixin_work::meeting::{CreateMeeting, MeetingInvitees};
/// # use weixin_work::prelude::*;
/// # async fn example(wx: impl Caller<Kind = Work>) -> Result<(), Error> {
/// let start = wx.now() + Duration::from_secs(3600);
/// let meeting = CreateMeeting::new("zhangsan", "Review", start, 1800)
///     .invitees(MeetingInvitees::new().userid([UserId::new("lisi")]));
/// let created = wx.meetings().create(meeting).await?;
/// println!("{} {}", created.meetingid, created.meeting_link.unwrap_or_default());
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/meeting/create", title = "创建预约会议",
    doc = "https://developer.work.weixin.qq.com/document/path/93706",
    scope(work), reply = CreatedMeeting, call = meetings.create)]
pub struct CreateMeeting {
    /// The member who administers the meeting. A member of the app's visible range.
    pub admin_userid: UserId,
    /// Title of the meeting: up to 255 characters.
    pub title: String,
    /// Time of the beginning, later than now.
    pub meeting_start: Timestamp,
    /// Duration in seconds: 300 to 86,399.
    pub meeting_duration: u64,
    /// Description of the meeting: up to 500 characters.
    pub description: Option<String>,
    /// Place of the meeting: up to 128 characters.
    pub location: Option<String>,
    /// The app that schedules the meeting; only for old suites that consist of several apps
    /// (旧的第三方多应用套件).
    pub agentid: Option<AgentId>,
    /// The members and devices that are invited: up to 300, or as many as the administrator's
    /// account allows.
    pub invitees: Option<MeetingInvitees>,
    /// People who are invited by telephone number (会议嘉宾).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub guests: Vec<MeetingGuest>,
    /// The settings of the meeting; the platform's defaults if left out.
    pub settings: Option<MeetingSettings>,
    /// The calendar that the meeting is entered into, one that this app created; the
    /// administrator's default calendar if left out.
    pub cal_id: Option<CalendarId>,
    /// Reminders and recurrence; neither if left out.
    pub reminders: Option<MeetingReminders>,
}

/// Members and devices that are invited to a meeting.
#[endpoint(part)]
#[derive(Default)]
pub struct MeetingInvitees {
    /// The members who are invited.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub userid: Vec<UserId>,
    /// Serial numbers of conference devices.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub device_sn: Vec<String>,
}

/// Somebody who is invited by telephone number (会议嘉宾).
#[endpoint(part)]
pub struct MeetingGuest {
    /// Country code of the telephone number, for instance `86`.
    pub area: String,
    /// The telephone number, without the country code.
    pub phone_number: String,
    /// Name of the guest; the telephone number is shown if left out.
    pub guest_name: Option<String>,
}

/// The settings of a meeting. Fields that are left out have the platform's defaults, in updates
/// they stay unchanged.
#[endpoint(part)]
#[derive(Default)]
pub struct MeetingSettings {
    /// Whether a password is needed to join. Only in replies.
    pub need_password: Option<bool>,
    /// Password for joining: 4 to 6 digits; none if left out.
    #[serde(serialize_with = "weixin_api::expose_some")]
    pub password: Option<Secret>,
    /// Whether people wait in the waiting room (等候室) until they are admitted.
    pub enable_waiting_room: Option<bool>,
    /// Whether people may join before the host.
    pub allow_enter_before_host: Option<bool>,
    /// Whether people outside the corporation may join.
    pub allow_external_user: Option<bool>,
    /// Whether people are muted when they join.
    pub enable_enter_mute: Option<EnterMute>,
    /// Whether people may unmute themselves.
    pub allow_unmute_self: Option<bool>,
    /// Whether everybody is muted.
    pub mute_all: Option<bool>,
    /// Whether shared screens carry a watermark.
    pub enable_screen_watermark: Option<bool>,
    /// The pattern of the watermark; only with `enable_screen_watermark`.
    pub watermark_type: Option<MeetingWatermark>,
    /// Whether the meeting is recorded automatically.
    pub auto_record_type: Option<MeetingAutoRecord>,
    /// Whether recording begins when anybody joins; otherwise it begins when the host joins. Only
    /// with [`MeetingAutoRecord::Cloud`].
    pub attendee_join_auto_record: Option<bool>,
    /// Whether the host may pause or stop the recording: yes if left out. Only with
    /// [`MeetingAutoRecord::Cloud`].
    pub enable_host_pause_auto_record: Option<bool>,
    /// Whether simultaneous interpretation is on (同声传译).
    pub enable_interpreter: Option<bool>,
    /// Whether members may upload documents.
    pub enable_doc_upload_permission: Option<bool>,
    /// Whether people have to enrol for the meeting (报名).
    pub enable_enroll: Option<bool>,
    /// Whether a host key can be used to become the host (主持人密钥).
    pub enable_host_key: Option<bool>,
    /// The host key: 6 digits. Only with `enable_host_key`.
    #[serde(serialize_with = "weixin_api::expose_some")]
    pub host_key: Option<Secret>,
    /// Who is called when the meeting begins.
    pub remind_scope: Option<MeetingRemindScope>,
    /// The hosts (主持人): up to 10 members.
    pub hosts: Option<MeetingUsers>,
    /// The hosts at the moment. Only in replies.
    pub current_hosts: Option<MeetingUsers>,
    /// The co-hosts at the moment (联席主持人). Only in replies.
    pub co_hosts: Option<MeetingUsers>,
    /// The members who are called when the meeting begins, for [`MeetingRemindScope::Selected`].
    pub ring_users: Option<MeetingUsers>,
}

/// Members who have a role in a meeting.
#[endpoint(part)]
#[derive(Default)]
pub struct MeetingUsers {
    /// The members who have the role.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub userid: Vec<UserId>,
}

/// Reminders and recurrence of a meeting.
#[endpoint(part)]
#[derive(Default)]
pub struct MeetingReminders {
    /// Whether the meeting recurs (周期性会议): no if left out.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_repeat: Option<bool>,
    /// The interval of recurrence.
    pub repeat_type: Option<MeetingRepeatKind>,
    /// Whether the rules below apply (自定义重复): no if left out.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_custom_repeat: Option<bool>,
    /// The way the recurrence ends.
    pub repeat_until_type: Option<MeetingRepeatEnd>,
    /// Number of occurrences, for [`MeetingRepeatEnd::Count`].
    pub repeat_until_count: Option<u32>,
    /// The last day, for [`MeetingRepeatEnd::Date`].
    pub repeat_until: Option<Timestamp>,
    /// Number of days, weeks or months between occurrences. Only with `is_custom_repeat`.
    pub repeat_interval: Option<u32>,
    /// Days of the week, 1 (Monday) to 7 (Sunday), for [`MeetingRepeatKind::Weekly`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub repeat_day_of_week: Vec<u32>,
    /// Days of the month, 1 to 31, for [`MeetingRepeatKind::Monthly`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub repeat_day_of_month: Vec<u32>,
    /// Times of reminders, in seconds before the beginning: any of 0, 300, 900, 3,600 and 86,400.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub remind_before: Vec<u64>,
}

/// A meeting that was scheduled.
#[endpoint(part, reply_to(CreateMeeting))]
pub struct CreatedMeeting {
    /// The new meeting.
    pub meetingid: MeetingId,
    /// The number with which people join (会议号).
    pub meeting_code: Option<String>,
    /// Address of the page from which people join.
    pub meeting_link: Option<String>,
    /// Members who were not invited, because their number exceeds the limit.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub excess_users: Vec<UserId>,
}

/// Changes a meeting that has not begun. Fields that are left out stay unchanged.
///
/// Fails with 400221 when the meeting has begun or ended, with 400041 when it was cancelled, with
/// 730005 when another app created it.
#[endpoint(POST "/cgi-bin/meeting/update", title = "修改预约会议",
    doc = "https://developer.work.weixin.qq.com/document/path/93710",
    scope(work), retry = safe, reply = UpdatedMeeting, call = meetings.update)]
pub struct UpdateMeeting {
    /// The meeting to change.
    pub meetingid: MeetingId,
    /// Title of the meeting: up to 255 characters.
    pub title: Option<String>,
    /// Time of the beginning; goes with `meeting_duration`.
    pub meeting_start: Option<Timestamp>,
    /// Duration in seconds: 300 to 86,399; goes with `meeting_start`.
    pub meeting_duration: Option<u64>,
    /// Description of the meeting: up to 500 characters.
    pub description: Option<String>,
    /// Place of the meeting: up to 128 characters.
    pub location: Option<String>,
    /// The app that scheduled the meeting; only for old suites that consist of several apps
    /// (旧的第三方多应用套件).
    pub agentid: Option<AgentId>,
    /// The members and devices that are invited, in place of the present ones.
    pub invitees: Option<MeetingInvitees>,
    /// People who are invited by telephone number, in place of the present ones.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub guests: Vec<MeetingGuest>,
    /// The settings to change.
    pub settings: Option<MeetingSettings>,
    /// The calendar that the meeting is entered into.
    pub cal_id: Option<CalendarId>,
    /// Reminders and recurrence.
    pub reminders: Option<MeetingReminders>,
}

/// The result of changing a meeting.
#[endpoint(part, reply_to(UpdateMeeting))]
pub struct UpdatedMeeting {
    /// Members who were not invited, because their number exceeds the limit.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub excess_users: Vec<UserId>,
}

/// Cancels a meeting that has not begun.
///
/// Fails with 400224 when the meeting has begun or ended, with 400041 when it was cancelled, with
/// 730005 when another app created it.
#[endpoint(POST "/cgi-bin/meeting/cancel", title = "取消预约会议",
    doc = "https://developer.work.weixin.qq.com/document/path/93709",
    scope(work), retry = safe, call = meetings.cancel)]
pub struct CancelMeeting {
    /// The meeting to cancel.
    pub meetingid: MeetingId,
    /// The occurrence to cancel; all occurrences of a recurring meeting if left out.
    pub sub_meetingid: Option<SubMeetingId>,
}

/// Returns the meetings of a member, up to 100 at a time.
#[endpoint(POST "/cgi-bin/meeting/get_user_meetingid", title = "获取成员会议ID列表",
    doc = "https://developer.work.weixin.qq.com/document/path/93707",
    scope(work), retry = safe, reply = MeetingIds, call = meetings.of)]
pub struct GetUserMeetings {
    /// The member whose meetings are returned.
    pub userid: UserId,
    /// `next_cursor` of the previous page; the first page if left out.
    pub cursor: Option<String>,
    /// Start of the period; 180 days before `end_time` if left out.
    pub begin_time: Option<Timestamp>,
    /// End of the period, at most 180 days after `begin_time`; now if both are left out.
    pub end_time: Option<Timestamp>,
    /// Page size: up to 100.
    pub limit: Option<u32>,
}

/// A page of meetings.
#[endpoint(part, reply_to(GetUserMeetings))]
pub struct MeetingIds {
    /// The meetings of the page.
    #[serde(default)]
    pub meetingid_list: Vec<MeetingId>,
    /// Cursor of the next page; empty on the last one.
    pub next_cursor: Option<String>,
}

impl Paged for GetUserMeetings {
    type Item = MeetingId;
    fn split_page(self, page: MeetingIds) -> (Vec<MeetingId>, Option<Self>) {
        let next = page.next_cursor.filter(|next| !next.is_empty());
        (page.meetingid_list, next.map(|next| self.cursor(next)))
    }
}
