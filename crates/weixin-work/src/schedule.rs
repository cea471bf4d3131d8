//! Entries in calendars (日程). `/cgi-bin/oa/schedule/*`

use weixin_api::{AgentId, Paged, Timestamp, endpoint, group, int_enum};
use weixin_protocol::{Header, UserId, inbound};

use crate::ids::{CalendarId, ScheduleId};

group! {
    /// Entries in calendars (日程).
    schedules: [
        AddSchedule, UpdateSchedule, AddScheduleAttendees, DeleteScheduleAttendees, GetSchedules,
        GetSchedulesOfCalendar, DeleteSchedule,
    ]
}

weixin_protocol::messages![ScheduleAdded, ScheduleModified, ScheduleDeleted, ScheduleResponded];

/// Creates an entry in a calendar (日程).
///
/// Fails with 90464 when there are too many attendees, with 90471 when a reminder is set to a time
/// that is not allowed, with 90457 when there is no such calendar.
///
/// # Examples
///
/// ```
/// # use std::time::Duration;
/// # use weixin_api::{Caller, Error, kind::Work};
/// # use weixin_work::prelude::*;
/// # use weixin_work::schedule::{NewSchedule, ScheduleAttendee};
/// # async fn example(wx: impl Caller<Kind = Work>) -> Result<(), Error> {
/// let start = wx.now() + Duration::from_secs(3600);
/// let schedule = NewSchedule::new()
///     .summary("Review")
///     .start_time(start)
///     .end_time(start + Duration::from_secs(1800))
///     .attendees([ScheduleAttendee::new("zhangsan"), ScheduleAttendee::new("lisi")]);
/// let created = wx.schedules().add(schedule).await?;
/// println!("{}", created.schedule_id);
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/oa/schedule/add", title = "创建日程",
    doc = "https://developer.work.weixin.qq.com/document/path/93648",
    scope(work), reply = AddedSchedule, call = schedules.add)]
pub struct AddSchedule {
    /// The entry to create.
    pub schedule: NewSchedule,
    /// The app, needed only by suites of the old kind with several apps.
    pub agentid: Option<AgentId>,
}

/// An entry to create.
#[endpoint(part)]
#[derive(Default)]
pub struct NewSchedule {
    /// The members who may change it: up to 3, all of them among those who attend.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub admins: Vec<UserId>,
    /// When it begins.
    pub start_time: Option<Timestamp>,
    /// When it ends.
    pub end_time: Option<Timestamp>,
    /// The calendar, one of this app; the app's default calendar if left out.
    pub cal_id: Option<CalendarId>,
    /// Whether it takes whole days (全天日程).
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
    /// The place, up to 128 characters.
    pub location: Option<String>,
    /// Reminders and repetition.
    pub reminders: Option<ScheduleReminders>,
    /// The members who attend (日程参与者): up to 1,000.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attendees: Vec<ScheduleAttendee>,
}

/// A member who attends.
#[endpoint(part)]
pub struct ScheduleAttendee {
    /// The member who attends.
    pub userid: UserId,
    /// Their answer; in replies only.
    pub response_status: Option<ScheduleResponse>,
}

int_enum! {
    /// The answer to an invitation.
    pub enum ScheduleResponse {
        /// No answer yet (未处理).
        None = 0,
        /// Perhaps (待定).
        Tentative = 1,
        /// Accepted, for every date (全部接受).
        Accepted = 2,
        /// Accepted, for one date (仅接受一次).
        AcceptedOnce = 3,
        /// Declined (拒绝).
        Declined = 4,
    }
}

/// When members are reminded, and how an entry repeats.
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
    /// How many seconds before the beginning attendees are reminded: 0, 300, 900, 3,600 or 86,400.
    pub remind_before_event_secs: Option<u64>,
    /// Several times of reminders, in seconds relative to the beginning, negative for before it. It
    /// takes precedence over `remind_before_event_secs`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub remind_time_diffs: Vec<i64>,
    /// Whether the entry repeats.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_repeat: Option<bool>,
    /// How it repeats, if it does.
    pub repeat_type: Option<ScheduleRepeat>,
    /// The last moment of the repetition; without an end if left out.
    pub repeat_until: Option<Timestamp>,
    /// Whether the three fields below apply (自定义重复).
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_custom_repeat: Option<bool>,
    /// Every how many days, weeks or months it repeats.
    pub repeat_interval: Option<u32>,
    /// The days of the week: 1 (Monday) to 7.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub repeat_day_of_week: Vec<u32>,
    /// The days of the month: 1 to 31.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub repeat_day_of_month: Vec<u32>,
    /// Time zone, in hours east of UTC: -12 to 12, 8 if left out.
    pub timezone: Option<i32>,
    /// The dates that were taken out of the repetition; in replies only.
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
        /// On working days, as the calendar of the corporation has them.
        Workdays = 7,
    }
}

/// A date that was taken out of a repetition.
#[endpoint(part)]
pub struct ExcludedTime {
    /// When the entry would have begun on that date.
    pub start_time: Timestamp,
}

/// The id of an entry that was created.
#[endpoint(part, reply_to(AddSchedule))]
pub struct AddedSchedule {
    /// The new entry.
    pub schedule_id: ScheduleId,
}

/// Replaces an entry of a calendar (日程). What is left out is cleared, except the attendees if they
/// are skipped.
///
/// Fails with 90461 when there is no such entry, with 90460 when it was cancelled, with 90466 when
/// another app created it, with 90484 when a single date is to change of an entry that does not
/// repeat.
#[endpoint(POST "/cgi-bin/oa/schedule/update", title = "更新日程",
    doc = "https://developer.work.weixin.qq.com/document/path/93648",
    scope(work), retry = safe, reply = UpdatedSchedule, call = schedules.update)]
pub struct UpdateSchedule {
    /// Whether the attendees stay as they are.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub skip_attendees: Option<bool>,
    /// Which dates of a repetition are changed; all if left out.
    pub op_mode: Option<ScheduleScope>,
    /// When the chosen date begins, or the first of the chosen dates; needed unless all are chosen.
    pub op_start_time: Option<Timestamp>,
    /// The entry in its new form.
    pub schedule: ChangedSchedule,
}

int_enum! {
    /// Which dates of a repeating entry are meant.
    pub enum ScheduleScope {
        /// All dates.
        All = 0,
        /// Only the chosen date.
        One = 1,
        /// The chosen date and all later ones.
        Future = 2,
    }
}

/// An entry in its new form.
#[endpoint(part)]
pub struct ChangedSchedule {
    /// The entry to change.
    pub schedule_id: ScheduleId,
    /// The members who may change it: up to 3, all of them among those who attend.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub admins: Vec<UserId>,
    /// When it begins.
    pub start_time: Option<Timestamp>,
    /// When it ends.
    pub end_time: Option<Timestamp>,
    /// Whether it takes whole days (全天日程).
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
    /// The place, up to 128 characters.
    pub location: Option<String>,
    /// Reminders and repetition.
    pub reminders: Option<ScheduleReminders>,
    /// The members who attend (日程参与者): up to 1,000.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attendees: Vec<ScheduleAttendee>,
    /// Whether members who were not invited may join.
    pub allow_active_join: Option<bool>,
    /// Whether only the organizer may start a group chat for it.
    pub only_organizer_create_chat: Option<bool>,
}

/// The result of a change.
#[endpoint(part, reply_to(UpdateSchedule))]
pub struct UpdatedSchedule {
    /// The new entry, if a part of a repetition became an entry of its own.
    pub schedule_id: Option<ScheduleId>,
}

/// Adds members to the attendees of a calendar's entry (日程参与者).
///
/// Fails with 90461 when there is no such entry, with 90460 when it was cancelled, with 90464 when
/// there would be too many attendees, with 90466 when another app created the entry.
#[endpoint(POST "/cgi-bin/oa/schedule/add_attendees", title = "新增日程参与者",
    doc = "https://developer.work.weixin.qq.com/document/path/93648",
    scope(work), retry = safe, call = schedules.add_attendees)]
pub struct AddScheduleAttendees {
    /// The entry to change.
    pub schedule_id: ScheduleId,
    /// The members to add; together with the present ones up to 1,000.
    pub attendees: Vec<ScheduleAttendee>,
}

/// Removes members from the attendees of a calendar's entry (日程参与者).
///
/// Fails with 90461 when there is no such entry, with 90460 when it was cancelled, with 90466 when
/// another app created it.
#[endpoint(POST "/cgi-bin/oa/schedule/del_attendees", title = "删除日程参与者",
    doc = "https://developer.work.weixin.qq.com/document/path/93648",
    scope(work), retry = safe, call = schedules.delete_attendees)]
pub struct DeleteScheduleAttendees {
    /// The entry to change.
    pub schedule_id: ScheduleId,
    /// The members to remove.
    pub attendees: Vec<ScheduleAttendee>,
}

/// Returns entries of calendars (日程) by their ids.
#[endpoint(POST "/cgi-bin/oa/schedule/get", title = "获取日程详情",
    doc = "https://developer.work.weixin.qq.com/document/path/93648",
    scope(work), retry = safe, reply = ScheduleList, call = schedules.get)]
pub struct GetSchedules {
    /// The entries: up to 1,000.
    pub schedule_id_list: Vec<ScheduleId>,
}

/// Entries in calendars.
#[endpoint(part, reply_to(GetSchedules, GetSchedulesOfCalendar))]
pub struct ScheduleList {
    /// The entries that were found.
    #[serde(default)]
    pub schedule_list: Vec<Schedule>,
}

/// An entry in a calendar.
#[endpoint(part)]
pub struct Schedule {
    /// Id of the entry.
    pub schedule_id: ScheduleId,
    /// Position of the entry in the list of its calendar, from 1; see
    /// [`GetSchedulesOfCalendar::offset`].
    pub sequence: Option<u64>,
    /// The members who may change it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub admins: Vec<UserId>,
    /// When it begins.
    pub start_time: Option<Timestamp>,
    /// When it ends.
    pub end_time: Option<Timestamp>,
    /// Whether it takes whole days (全天日程).
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_whole_day: Option<bool>,
    /// The calendar it belongs to.
    pub cal_id: Option<CalendarId>,
    /// Whether it was cancelled.
    pub status: Option<ScheduleStatus>,
    /// Title of the entry.
    pub summary: Option<String>,
    /// What it is about.
    pub description: Option<String>,
    /// Where it takes place.
    pub location: Option<String>,
    /// Reminders and repetition.
    pub reminders: Option<ScheduleReminders>,
    /// The members who attend, with their answers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attendees: Vec<ScheduleAttendee>,
}

int_enum! {
    /// Whether an entry was cancelled.
    pub enum ScheduleStatus {
        /// It is valid.
        Normal = 0,
        /// It was cancelled.
        Cancelled = 1,
    }
}

/// Returns the entries of a calendar that this app created, a page at a time.
#[endpoint(POST "/cgi-bin/oa/schedule/get_by_calendar", title = "获取日历下的日程列表",
    doc = "https://developer.work.weixin.qq.com/document/path/93648",
    scope(work), retry = safe, reply = ScheduleList, call = schedules.of_calendar)]
pub struct GetSchedulesOfCalendar {
    /// The calendar to list.
    pub cal_id: CalendarId,
    /// How many entries to skip.
    pub offset: Option<u64>,
    /// How many at most: up to 1,000, 500 if left out.
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

/// Cancels an entry of a calendar (日程), or some dates of one that repeats.
///
/// Fails with 90461 when there is no such entry, with 90460 when it was cancelled already, with
/// 90466 when another app created it.
#[endpoint(POST "/cgi-bin/oa/schedule/del", title = "取消日程",
    doc = "https://developer.work.weixin.qq.com/document/path/93648",
    scope(work), retry = safe, call = schedules.delete)]
pub struct DeleteSchedule {
    /// The entry to cancel.
    pub schedule_id: ScheduleId,
    /// Which dates of a repetition are cancelled; all if left out.
    pub op_mode: Option<ScheduleScope>,
    /// When the chosen date begins, or the first of the chosen dates; needed unless all are chosen.
    pub op_start_time: Option<Timestamp>,
}

/// An entry was created in a calendar (日程).
#[inbound(event = "add_schedule", scope(work))]
pub struct ScheduleAdded {
    /// Sender, receiver and time of the event.
    pub header: Header,
    /// The new entry.
    pub schedule_id: ScheduleId,
    /// The calendar it belongs to.
    pub cal_id: Option<CalendarId>,
}

/// An administrator of a calendar's entry (日程) changed it in WeCom.
///
/// Pushed to the app that created the entry, and to apps that archive calendars (日程内容存档).
#[inbound(event = "modify_schedule", scope(work))]
pub struct ScheduleModified {
    /// Sender, receiver and time of the event.
    pub header: Header,
    /// The changed entry.
    pub schedule_id: ScheduleId,
    /// The calendar it belongs to.
    pub cal_id: Option<CalendarId>,
}

/// An administrator of a calendar's entry (日程) cancelled it in WeCom.
///
/// Pushed to the app that created the calendar, and to apps that archive calendars (日程内容存档).
#[inbound(event = "delete_schedule", scope(work))]
pub struct ScheduleDeleted {
    /// Sender, receiver and time of the event.
    pub header: Header,
    /// The cancelled entry.
    pub schedule_id: ScheduleId,
    /// The calendar it belonged to.
    pub cal_id: Option<CalendarId>,
}

/// A member accepted or declined a calendar's entry (日程), or may come; [`GetSchedules`] returns the
/// answer.
///
/// Pushed to the app that created the entry, and to apps that archive calendars (日程内容存档).
#[inbound(event = "respond_schedule", scope(work))]
pub struct ScheduleResponded {
    /// Sender, receiver and time of the event.
    pub header: Header,
    /// The entry they answered.
    pub schedule_id: ScheduleId,
    /// The calendar it belongs to.
    pub cal_id: Option<CalendarId>,
}
