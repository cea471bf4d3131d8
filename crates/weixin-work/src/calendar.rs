//! Calendars that an app keeps (日历). `/cgi-bin/oa/calendar/*`

use weixin_api::{AgentId, endpoint, group, int_enum};
use weixin_protocol::{Header, UserId, inbound};

group! {
    /// Calendars (日历).
    calendars: [AddCalendar, UpdateCalendar, GetCalendars, DeleteCalendar]
}

weixin_protocol::messages![CalendarAdded, CalendarModified, CalendarDeleted];

/// Makes a calendar.
#[endpoint(POST "/cgi-bin/oa/calendar/add", title = "创建日历",
    doc = "https://developer.work.weixin.qq.com/document/path/93647",
    scope(work), reply = CreatedCalendar, call = calendars.add)]
pub struct AddCalendar {
    /// The calendar.
    pub calendar: NewCalendar,
    /// The app, for older suites of several apps only.
    pub agentid: Option<AgentId>,
}

/// A calendar to make.
#[endpoint(part)]
pub struct NewCalendar {
    /// Its title, 1 to 128 characters.
    pub summary: String,
    /// The colour it is shown in: `#` and six hexadecimal digits.
    pub color: String,
    /// Who administers it: up to 3, all of them among those it is shared with.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub admins: Vec<UserId>,
    /// Whether it is where the app's entries go by default. An app has one such calendar.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub set_as_default: Option<bool>,
    /// What it is for, up to 512 characters.
    pub description: Option<String>,
    /// Whether everybody in `public_range` may subscribe.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_public: Option<bool>,
    /// Who may subscribe to a public calendar.
    pub public_range: Option<PublicRange>,
    /// Whether it belongs to the whole corporation.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_corp_calendar: Option<bool>,
    /// With whom it is shared: up to 2,000.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shares: Vec<CalendarShare>,
}

/// Who may subscribe to a public calendar.
#[endpoint(part)]
pub struct PublicRange {
    /// Members: up to 1,000.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub userids: Vec<UserId>,
    /// Departments: up to 100.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub partyids: Vec<u64>,
}

/// A member a calendar is shared with.
#[endpoint(part)]
pub struct CalendarShare {
    /// The member.
    pub userid: UserId,
    /// What they may do; see everything if left out.
    pub permission: Option<CalendarPermission>,
}

int_enum! {
    /// What a member may do with a calendar.
    pub enum CalendarPermission {
        /// See everything.
        View = 1,
        /// See only when there is something.
        ViewBusy = 3,
    }
}

/// What became of a new calendar.
#[endpoint(part, reply_to(AddCalendar))]
pub struct CreatedCalendar {
    /// The calendar.
    pub cal_id: String,
    /// Members it could not be shared with.
    pub fail_result: Option<CalendarFailure>,
}

/// Members a calendar could not be shared with.
#[endpoint(part)]
pub struct CalendarFailure {
    /// The members.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shares: Vec<CalendarShareFailure>,
}

/// A member a calendar could not be shared with.
#[endpoint(part)]
pub struct CalendarShareFailure {
    /// The member.
    pub userid: Option<UserId>,
    /// The error's number.
    pub errcode: Option<i64>,
    /// The error in words.
    pub errmsg: Option<String>,
}

/// Replaces what a calendar is. What is left out is emptied, but for the public range if it is
/// skipped.
#[endpoint(POST "/cgi-bin/oa/calendar/update", title = "更新日历",
    doc = "https://developer.work.weixin.qq.com/document/path/97716",
    scope(work), retry = safe, reply = UpdatedCalendar, call = calendars.update)]
pub struct UpdateCalendar {
    /// Whether the public range stays as it is.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub skip_public_range: Option<bool>,
    /// The calendar.
    pub calendar: ChangedCalendar,
}

/// A calendar as it is to be.
#[endpoint(part)]
pub struct ChangedCalendar {
    /// The calendar.
    pub cal_id: String,
    /// Its title, 1 to 128 characters.
    pub summary: Option<String>,
    /// The colour it is shown in: `#` and six hexadecimal digits.
    pub color: Option<String>,
    /// Who administers it: up to 3, all of them among those it is shared with.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub admins: Vec<UserId>,
    /// What it is for, up to 512 characters.
    pub description: Option<String>,
    /// Whether everybody in `public_range` may subscribe.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_public: Option<bool>,
    /// Who may subscribe to a public calendar.
    pub public_range: Option<PublicRange>,
    /// Whether it belongs to the whole corporation; this cannot be changed.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_corp_calendar: Option<bool>,
    /// With whom it is shared: up to 2,000.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shares: Vec<CalendarShare>,
}

/// What became of a change.
#[endpoint(part, reply_to(UpdateCalendar))]
pub struct UpdatedCalendar {
    /// Members it could not be shared with.
    pub fail_result: Option<CalendarFailure>,
}

/// Tells about calendars of this app.
#[endpoint(POST "/cgi-bin/oa/calendar/get", title = "获取日历详情",
    doc = "https://developer.work.weixin.qq.com/document/path/97717",
    scope(work), retry = safe, reply = CalendarList, call = calendars.get)]
pub struct GetCalendars {
    /// The calendars: up to 1,000.
    pub cal_id_list: Vec<String>,
}

/// Calendars.
#[endpoint(part, reply_to(GetCalendars))]
pub struct CalendarList {
    /// The calendars.
    #[serde(default)]
    pub calendar_list: Vec<Calendar>,
}

/// A calendar.
#[endpoint(part)]
pub struct Calendar {
    /// The calendar.
    pub cal_id: String,
    /// Its title.
    pub summary: Option<String>,
    /// The colour it is shown in.
    pub color: Option<String>,
    /// Who administers it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub admins: Vec<UserId>,
    /// What it is for.
    pub description: Option<String>,
    /// Whether everybody in `public_range` may subscribe.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_public: Option<bool>,
    /// Who may subscribe to a public calendar.
    pub public_range: Option<PublicRange>,
    /// Whether it belongs to the whole corporation.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_corp_calendar: Option<bool>,
    /// With whom it is shared.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shares: Vec<CalendarShare>,
}

/// Deletes a calendar of this app.
#[endpoint(POST "/cgi-bin/oa/calendar/del", title = "删除日历",
    doc = "https://developer.work.weixin.qq.com/document/path/97718",
    scope(work), retry = safe, call = calendars.delete)]
pub struct DeleteCalendar {
    /// The calendar.
    pub cal_id: String,
}

/// A calendar was made. Event `add_calendar`.
#[inbound(event = "add_calendar", scope(work))]
pub struct CalendarAdded {
    /// From whom, to whom, when.
    pub header: Header,
    /// The calendar.
    pub cal_id: String,
}

/// A calendar was changed. Event `modify_calendar`.
#[inbound(event = "modify_calendar", scope(work))]
pub struct CalendarModified {
    /// From whom, to whom, when.
    pub header: Header,
    /// The calendar.
    pub cal_id: String,
}

/// A calendar was deleted. Event `delete_calendar`.
#[inbound(event = "delete_calendar", scope(work))]
pub struct CalendarDeleted {
    /// From whom, to whom, when.
    pub header: Header,
    /// The calendar.
    pub cal_id: String,
}
