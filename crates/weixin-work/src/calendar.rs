//! Calendars that an app manages (日历). `/cgi-bin/oa/calendar/*`

use weixin_api::{AgentId, endpoint, group, int_enum};
use weixin_protocol::{Header, UserId, inbound};

use crate::ids::{CalendarId, DepartmentId};

group! {
    /// Calendars (日历).
    calendars: [AddCalendar, UpdateCalendar, GetCalendars, DeleteCalendar]
}

weixin_protocol::messages![CalendarAdded, CalendarModified, CalendarDeleted];

/// Creates a calendar that belongs to the app.
///
/// Fails with 90473 when the colour is not written as `#RRGGBB`, with 90481 when the owner has as
/// many calendars as possible, with 90483 when a public calendar or that of the corporation has no
/// public range.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Work};
/// # use weixin_protocol::UserId;
/// # use weixin_work::calendar::{CalendarShare, NewCalendar};
/// # use weixin_work::prelude::*;
/// # async fn example(wx: impl Caller<Kind = Work>) -> Result<(), Error> {
/// let calendar = NewCalendar::new("Releases", "#2B7DE9").shares([CalendarShare::new("zhangsan")]);
/// let created = wx.calendars().add(calendar).await?;
/// println!("{}", created.cal_id);
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/oa/calendar/add", title = "创建日历",
    doc = "https://developer.work.weixin.qq.com/document/path/93647",
    scope(work), reply = CreatedCalendar, call = calendars.add)]
pub struct AddCalendar {
    /// The properties of the calendar.
    pub calendar: NewCalendar,
    /// The app, needed only for suites with several apps of the older kind (多应用套件).
    pub agentid: Option<AgentId>,
}

/// The properties of a calendar to create.
#[endpoint(part)]
pub struct NewCalendar {
    /// The title: 1 to 128 characters.
    pub summary: String,
    /// The background colour: `#` and six hexadecimal digits (RGB), such as `#0000FF`.
    pub color: String,
    /// The administrators: up to 3, all of them among `shares`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub admins: Vec<UserId>,
    /// Whether schedules of the app go into this calendar by default. An app has one default
    /// calendar; `None` means no.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub set_as_default: Option<bool>,
    /// The description: up to 512 characters.
    pub description: Option<String>,
    /// Whether everybody in `public_range` may subscribe (公共日历); `None` means no.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_public: Option<bool>,
    /// Who may subscribe to a public calendar.
    pub public_range: Option<PublicRange>,
    /// Whether this is a calendar of the whole corporation (全员日历); `None` means no.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_corp_calendar: Option<bool>,
    /// The members the calendar is shared with (通知范围): up to 2,000.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shares: Vec<CalendarShare>,
}

/// The members and departments that may subscribe to a public calendar.
#[endpoint(part)]
pub struct PublicRange {
    /// Members: up to 1,000.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub userids: Vec<UserId>,
    /// Departments: up to 100.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub partyids: Vec<DepartmentId>,
}

/// A member a calendar is shared with.
#[endpoint(part)]
pub struct CalendarShare {
    /// The member who sees the calendar.
    pub userid: UserId,
    /// What the member may see; `None` means [`View`](CalendarPermission::View).
    pub permission: Option<CalendarPermission>,
}

int_enum! {
    /// What a member may see of a calendar.
    pub enum CalendarPermission {
        /// Everything (可查看).
        View = 1,
        /// Only whether a time is busy (仅查看闲忙状态).
        ViewBusy = 3,
    }
}

/// A created calendar, and the members it could not be shared with.
#[endpoint(part, reply_to(AddCalendar))]
pub struct CreatedCalendar {
    /// The created calendar.
    pub cal_id: CalendarId,
    /// Members it could not be shared with; `None` if there are none.
    pub fail_result: Option<CalendarFailure>,
}

/// The members that a calendar could not be shared with.
#[endpoint(part)]
pub struct CalendarFailure {
    /// One entry for each of these members.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shares: Vec<CalendarShareFailure>,
}

/// A member that a calendar could not be shared with.
#[endpoint(part)]
pub struct CalendarShareFailure {
    /// The member that was rejected.
    pub userid: Option<UserId>,
    /// The error code.
    pub errcode: Option<i64>,
    /// The error as a text.
    pub errmsg: Option<String>,
}

/// Replaces the properties of a calendar. What is left out is emptied, except for the public range
/// if `skip_public_range` is set.
///
/// Fails with 90457 when there is no such calendar, with 90459 when it was deleted, with 90466 when
/// another app created it.
#[endpoint(POST "/cgi-bin/oa/calendar/update", title = "更新日历",
    doc = "https://developer.work.weixin.qq.com/document/path/97716",
    scope(work), retry = safe, reply = UpdatedCalendar, call = calendars.update)]
pub struct UpdateCalendar {
    /// Whether `is_public` and `public_range` are left as they are; `None` means no.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub skip_public_range: Option<bool>,
    /// The new properties.
    pub calendar: ChangedCalendar,
}

/// The new properties of a calendar.
#[endpoint(part)]
pub struct ChangedCalendar {
    /// The calendar to change.
    pub cal_id: CalendarId,
    /// The title: 1 to 128 characters.
    pub summary: Option<String>,
    /// The background colour: `#` and six hexadecimal digits (RGB), such as `#0000FF`.
    pub color: Option<String>,
    /// The administrators: up to 3, all of them among `shares`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub admins: Vec<UserId>,
    /// The description: up to 512 characters.
    pub description: Option<String>,
    /// Whether everybody in `public_range` may subscribe (公共日历).
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_public: Option<bool>,
    /// Who may subscribe to a public calendar.
    pub public_range: Option<PublicRange>,
    /// Whether this is a calendar of the whole corporation (全员日历). It cannot be changed.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_corp_calendar: Option<bool>,
    /// The members the calendar is shared with (通知范围): up to 2,000.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shares: Vec<CalendarShare>,
}

/// The members that a changed calendar could not be shared with.
#[endpoint(part, reply_to(UpdateCalendar))]
pub struct UpdatedCalendar {
    /// Members it could not be shared with; `None` if there are none.
    pub fail_result: Option<CalendarFailure>,
}

/// Returns calendars that the app created.
#[endpoint(POST "/cgi-bin/oa/calendar/get", title = "获取日历详情",
    doc = "https://developer.work.weixin.qq.com/document/path/97717",
    scope(work), retry = safe, reply = CalendarList, call = calendars.get)]
pub struct GetCalendars {
    /// The calendars: up to 1,000.
    pub cal_id_list: Vec<CalendarId>,
}

/// The calendars asked for.
#[endpoint(part, reply_to(GetCalendars))]
pub struct CalendarList {
    /// The calendars that exist.
    #[serde(default)]
    pub calendar_list: Vec<Calendar>,
}

/// A calendar of the app.
#[endpoint(part)]
pub struct Calendar {
    /// The calendar's id.
    pub cal_id: CalendarId,
    /// The title: up to 128 characters.
    pub summary: Option<String>,
    /// The background colour: `#` and six hexadecimal digits (RGB).
    pub color: Option<String>,
    /// The administrators: up to 3.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub admins: Vec<UserId>,
    /// The description: up to 512 characters.
    pub description: Option<String>,
    /// Whether everybody in `public_range` may subscribe (公共日历).
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_public: Option<bool>,
    /// Who may subscribe to a public calendar.
    pub public_range: Option<PublicRange>,
    /// Whether this is a calendar of the whole corporation (全员日历).
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_corp_calendar: Option<bool>,
    /// The members the calendar is shared with (通知范围).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shares: Vec<CalendarShare>,
}

/// Deletes a calendar of the app.
///
/// Fails with 90457 when there is no such calendar, with 90459 when it was deleted, with 90466 when
/// another app created it.
#[endpoint(POST "/cgi-bin/oa/calendar/del", title = "删除日历",
    doc = "https://developer.work.weixin.qq.com/document/path/97718",
    scope(work), retry = safe, call = calendars.delete)]
pub struct DeleteCalendar {
    /// The calendar to delete.
    pub cal_id: CalendarId,
}

/// A calendar was created.
#[inbound(event = "add_calendar", scope(work))]
pub struct CalendarAdded {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The created calendar.
    pub cal_id: CalendarId,
}

/// An administrator of a calendar changed it in WeCom.
///
/// Pushed to the app that created the calendar.
#[inbound(event = "modify_calendar", scope(work))]
pub struct CalendarModified {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The changed calendar.
    pub cal_id: CalendarId,
}

/// An administrator of a calendar deleted it in WeCom.
///
/// Pushed to the app that created the calendar.
#[inbound(event = "delete_calendar", scope(work))]
pub struct CalendarDeleted {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The deleted calendar.
    pub cal_id: CalendarId,
}
