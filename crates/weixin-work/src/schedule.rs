//! Entries in calendars (日程). `/cgi-bin/oa/schedule/*`

use weixin_api::{AgentId, Paged, Timestamp, endpoint, group, int_enum};
use weixin_protocol::{Header, UserId, inbound};

group! {
    /// Entries in calendars (日程).
    schedules: [AddSchedule, UpdateSchedule, AddScheduleAttendees, DeleteScheduleAttendees, GetSchedules, GetSchedulesOfCalendar, DeleteSchedule]
}

weixin_protocol::messages![ScheduleAdded, ScheduleModified, ScheduleDeleted, ScheduleResponded];

/// Makes an entry in a calendar.
#[endpoint(POST "/cgi-bin/oa/schedule/add", title = "创建日程",
    doc = "https://developer.work.weixin.qq.com/document/path/93648",
    scope(work), reply = ScheduleId, call = schedules.add)]
pub struct AddSchedule {
    /// The entry.
    pub schedule: NewSchedule,
    /// The app, for older suites of several apps only.
    pub agentid: Option<AgentId>,
}

/// An entry to make.
#[endpoint(part)]
#[derive(Default)]
pub struct NewSchedule {
    /// Who may change it: up to 3, all of them among those who attend.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub admins: Vec<UserId>,
    /// When it begins.
    pub start_time: Option<Timestamp>,
    /// When it ends.
    pub end_time: Option<Timestamp>,
    /// The calendar, one of this app; the app's default one if left out.
    pub cal_id: Option<String>,
    /// Whether it takes whole days.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_whole_day: Option<bool>,
    /// The title, up to 128 characters.
    pub summary: Option<String>,
    /// What it is about, up to 1,000 characters.
    pub description: Option<String>,
    /// Where, up to 128 characters.
    pub location: Option<String>,
    /// Reminders and repetition.
    pub reminders: Option<ScheduleReminders>,
    /// Who attends: up to 1,000.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attendees: Vec<ScheduleAttendee>,
}

/// A member who attends.
#[endpoint(part)]
pub struct ScheduleAttendee {
    /// The member.
    pub userid: UserId,
    /// What they answered; in replies only.
    pub response_status: Option<ScheduleResponse>,
}

int_enum! {
    /// What somebody answered to an invitation.
    pub enum ScheduleResponse {
        /// Nothing yet.
        None = 0,
        /// Perhaps.
        Tentative = 1,
        /// They come every time.
        Accepted = 2,
        /// They come once.
        AcceptedOnce = 3,
        /// They do not come.
        Declined = 4,
    }
}

/// When somebody is reminded, and when an entry repeats.
#[endpoint(part)]
#[derive(Default)]
pub struct ScheduleReminders {
    /// Whether those who attend are reminded.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_remind: Option<bool>,
    /// How many seconds before the beginning: 0, 300, 900, 3,600 or 86,400.
    pub remind_before_event_secs: Option<u64>,
    /// The same several times, in seconds from the beginning, negative for earlier. It goes before
    /// `remind_before_event_secs`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub remind_time_diffs: Vec<i64>,
    /// Whether it repeats.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_repeat: Option<bool>,
    /// How it repeats.
    pub repeat_type: Option<ScheduleRepeat>,
    /// Until when it repeats; for ever if left out.
    pub repeat_until: Option<Timestamp>,
    /// Whether the three fields below count.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_custom_repeat: Option<bool>,
    /// Every how many days, weeks or months.
    pub repeat_interval: Option<u32>,
    /// On which days of the week: 1 (Monday) to 7.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub repeat_day_of_week: Vec<u32>,
    /// On which days of the month: 1 to 31.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub repeat_day_of_month: Vec<u32>,
    /// Hours east of UTC, -12 to 12: 8 if left out.
    pub timezone: Option<i32>,
    /// The times that were taken out of the repetition; in replies only.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exclude_time_list: Vec<ExcludedTime>,
}

int_enum! {
    /// How an entry repeats.
    pub enum ScheduleRepeat {
        /// Every day.
        Daily = 0,
        /// Every week.
        Weekly = 1,
        /// Every month.
        Monthly = 2,
        /// Every year.
        Yearly = 5,
        /// On working days.
        Workdays = 7,
    }
}

/// A time that was taken out of a repetition.
#[endpoint(part)]
pub struct ExcludedTime {
    /// When it would have begun.
    pub start_time: Timestamp,
}

/// An entry in a calendar.
#[endpoint(part, reply_to(AddSchedule))]
pub struct ScheduleId {
    /// The entry.
    pub schedule_id: String,
}

/// Replaces what an entry is. What is left out is emptied, but for those who attend if they are
/// skipped.
#[endpoint(POST "/cgi-bin/oa/schedule/update", title = "更新日程",
    doc = "https://developer.work.weixin.qq.com/document/path/93648",
    scope(work), retry = safe, reply = UpdatedSchedule, call = schedules.update)]
pub struct UpdateSchedule {
    /// Whether those who attend stay as they are.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub skip_attendees: Option<bool>,
    /// Which times of a repetition.
    pub op_mode: Option<ScheduleScope>,
    /// When the time begins that is meant, or the first of them.
    pub op_start_time: Option<Timestamp>,
    /// The entry.
    pub schedule: ChangedSchedule,
}

int_enum! {
    /// Which times of an entry that repeats.
    pub enum ScheduleScope {
        /// All.
        All = 0,
        /// One.
        One = 1,
        /// One and all that follow.
        Future = 2,
    }
}

/// An entry as it is to be.
#[endpoint(part)]
pub struct ChangedSchedule {
    /// The entry.
    pub schedule_id: String,
    /// Who may change it: up to 3, all of them among those who attend.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub admins: Vec<UserId>,
    /// When it begins.
    pub start_time: Option<Timestamp>,
    /// When it ends.
    pub end_time: Option<Timestamp>,
    /// Whether it takes whole days.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_whole_day: Option<bool>,
    /// The title, up to 128 characters.
    pub summary: Option<String>,
    /// What it is about, up to 1,000 characters.
    pub description: Option<String>,
    /// Where, up to 128 characters.
    pub location: Option<String>,
    /// Reminders and repetition.
    pub reminders: Option<ScheduleReminders>,
    /// Who attends: up to 1,000.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attendees: Vec<ScheduleAttendee>,
    /// Whether others may join by themselves.
    pub allow_active_join: Option<bool>,
    /// Whether only the organizer may start a group chat of it.
    pub only_organizer_create_chat: Option<bool>,
}

/// What became of a change.
#[endpoint(part, reply_to(UpdateSchedule))]
pub struct UpdatedSchedule {
    /// The new entry, where a part of a repetition became one of its own.
    pub schedule_id: Option<String>,
}

/// Adds members to those who attend.
#[endpoint(POST "/cgi-bin/oa/schedule/add_attendees", title = "新增日程参与者",
    doc = "https://developer.work.weixin.qq.com/document/path/93648",
    scope(work), retry = safe, call = schedules.add_attendees)]
pub struct AddScheduleAttendees {
    /// The entry.
    pub schedule_id: String,
    /// The members; with those who are there, up to 1,000.
    pub attendees: Vec<ScheduleAttendee>,
}

/// Removes members from those who attend.
#[endpoint(POST "/cgi-bin/oa/schedule/del_attendees", title = "删除日程参与者",
    doc = "https://developer.work.weixin.qq.com/document/path/93648",
    scope(work), retry = safe, call = schedules.delete_attendees)]
pub struct DeleteScheduleAttendees {
    /// The entry.
    pub schedule_id: String,
    /// The members.
    pub attendees: Vec<ScheduleAttendee>,
}

/// Tells about entries.
#[endpoint(POST "/cgi-bin/oa/schedule/get", title = "获取日程详情",
    doc = "https://developer.work.weixin.qq.com/document/path/93648",
    scope(work), retry = safe, reply = ScheduleList, call = schedules.get)]
pub struct GetSchedules {
    /// The entries: up to 1,000.
    pub schedule_id_list: Vec<String>,
}

/// Entries in calendars.
#[endpoint(part, reply_to(GetSchedules, GetSchedulesOfCalendar))]
pub struct ScheduleList {
    /// The entries.
    #[serde(default)]
    pub schedule_list: Vec<Schedule>,
}

/// An entry in a calendar.
#[endpoint(part)]
pub struct Schedule {
    /// The entry.
    pub schedule_id: String,
    /// Its place in the list of the calendar; see [`GetSchedulesOfCalendar::offset`].
    pub sequence: Option<u64>,
    /// Who may change it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub admins: Vec<UserId>,
    /// When it begins.
    pub start_time: Option<Timestamp>,
    /// When it ends.
    pub end_time: Option<Timestamp>,
    /// Whether it takes whole days.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_whole_day: Option<bool>,
    /// The calendar.
    pub cal_id: Option<String>,
    /// Whether it still stands.
    pub status: Option<ScheduleStatus>,
    /// The title.
    pub summary: Option<String>,
    /// What it is about.
    pub description: Option<String>,
    /// Where.
    pub location: Option<String>,
    /// Reminders and repetition.
    pub reminders: Option<ScheduleReminders>,
    /// Who attends, and what they answered.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attendees: Vec<ScheduleAttendee>,
}

int_enum! {
    /// Whether an entry still stands.
    pub enum ScheduleStatus {
        /// It does.
        Normal = 0,
        /// It was cancelled.
        Cancelled = 1,
    }
}

/// Gives the entries of a calendar of this app.
#[endpoint(POST "/cgi-bin/oa/schedule/get_by_calendar", title = "获取日历下的日程列表",
    doc = "https://developer.work.weixin.qq.com/document/path/93648",
    scope(work), retry = safe, reply = ScheduleList, call = schedules.of_calendar)]
pub struct GetSchedulesOfCalendar {
    /// The calendar.
    pub cal_id: String,
    /// How many to skip.
    pub offset: Option<u64>,
    /// How many: up to 1,000, 500 if left out.
    pub limit: Option<u32>,
}

impl Paged for GetSchedulesOfCalendar {
    type Item = Schedule;
    fn split_page(self, page: ScheduleList) -> (Vec<Schedule>, Option<Self>) {
        let entries = page.schedule_list;
        let next = self.offset.unwrap_or_default().saturating_add(entries.len() as u64);
        // Only an empty page tells that there are no more.
        let next = (!entries.is_empty()).then(|| self.offset(next));
        (entries, next)
    }
}

/// Cancels an entry, or some times of a repetition.
#[endpoint(POST "/cgi-bin/oa/schedule/del", title = "取消日程",
    doc = "https://developer.work.weixin.qq.com/document/path/93648",
    scope(work), retry = safe, call = schedules.delete)]
pub struct DeleteSchedule {
    /// The entry.
    pub schedule_id: String,
    /// Which times of a repetition.
    pub op_mode: Option<ScheduleScope>,
    /// When the time begins that is meant, or the first of them.
    pub op_start_time: Option<Timestamp>,
}

/// An entry was made. Event `add_schedule`.
#[inbound(event = "add_schedule", scope(work))]
pub struct ScheduleAdded {
    /// From whom, to whom, when.
    pub header: Header,
    /// The entry.
    pub schedule_id: String,
    /// The calendar.
    pub cal_id: Option<String>,
}

/// An entry was changed. Event `modify_schedule`.
#[inbound(event = "modify_schedule", scope(work))]
pub struct ScheduleModified {
    /// From whom, to whom, when.
    pub header: Header,
    /// The entry.
    pub schedule_id: String,
    /// The calendar.
    pub cal_id: Option<String>,
}

/// An entry was cancelled. Event `delete_schedule`.
#[inbound(event = "delete_schedule", scope(work))]
pub struct ScheduleDeleted {
    /// From whom, to whom, when.
    pub header: Header,
    /// The entry.
    pub schedule_id: String,
    /// The calendar.
    pub cal_id: Option<String>,
}

/// Somebody answered an invitation. Event `respond_schedule`.
#[inbound(event = "respond_schedule", scope(work))]
pub struct ScheduleResponded {
    /// From whom, to whom, when.
    pub header: Header,
    /// The entry.
    pub schedule_id: String,
    /// The calendar.
    pub cal_id: Option<String>,
}
