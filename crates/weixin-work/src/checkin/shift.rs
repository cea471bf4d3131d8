//! Shifts of members.

use crate::checkin::CheckinsHandle;
use weixin_api::{Timestamp, endpoint};
use weixin_protocol::UserId;

/// Tells which shifts members have, within a month at most.
#[endpoint(POST "/cgi-bin/checkin/getcheckinschedulist", title = "获取打卡人员排班信息",
    doc = "https://developer.work.weixin.qq.com/document/path/93380",
    scope(work), retry = safe, reply = CheckinSchedules, call = checkins.schedules)]
pub struct GetCheckinSchedules {
    /// From when.
    pub starttime: Timestamp,
    /// Until when.
    pub endtime: Timestamp,
    /// Whose: up to 100 members.
    pub useridlist: Vec<UserId>,
}

/// Shifts of members.
#[endpoint(part, reply_to(GetCheckinSchedules))]
pub struct CheckinSchedules {
    /// One for each member and month.
    #[serde(default)]
    pub schedule_list: Vec<MemberSchedule>,
}

/// The shifts of a member in a month.
#[endpoint(part)]
pub struct MemberSchedule {
    /// The member.
    pub userid: UserId,
    /// The month, as in `202011`.
    pub yearmonth: Option<u32>,
    /// The rule.
    pub groupid: Option<u64>,
    /// The rule's name.
    pub groupname: Option<String>,
    /// The days.
    pub schedule: Option<ScheduleOfDays>,
}

/// The days of a month.
#[endpoint(part)]
pub struct ScheduleOfDays {
    /// The days that have a shift.
    #[serde(rename = "scheduleList", default, skip_serializing_if = "Vec::is_empty")]
    pub schedule_list: Vec<ScheduledDay>,
}

/// The shift of a day.
#[endpoint(part)]
pub struct ScheduledDay {
    /// The day of the month.
    pub day: Option<u32>,
    /// The shift.
    pub schedule_info: Option<ShiftInfo>,
}

/// A shift.
#[endpoint(part)]
pub struct ShiftInfo {
    /// The shift.
    pub schedule_id: Option<u64>,
    /// Its name.
    pub schedule_name: Option<String>,
    /// Its parts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub time_section: Vec<ShiftSection>,
}

/// A part of a shift. Times are in seconds after midnight.
#[endpoint(part)]
pub struct ShiftSection {
    /// The part.
    pub id: Option<u64>,
    /// When to come.
    pub work_sec: Option<u64>,
    /// When to go.
    pub off_work_sec: Option<u64>,
    /// When members are reminded to come.
    pub remind_work_sec: Option<u64>,
    /// When members are reminded to go.
    pub remind_off_work_sec: Option<u64>,
}

/// Gives members shifts on days of a month.
#[endpoint(POST "/cgi-bin/checkin/setcheckinschedulist", title = "为打卡人员排班",
    doc = "https://developer.work.weixin.qq.com/document/path/93385",
    scope(work), retry = safe, call = checkins.set_schedules)]
pub struct SetCheckinSchedules {
    /// The rule, one with shifts.
    pub groupid: u64,
    /// Who works which shift when.
    pub items: Vec<ShiftOfDay>,
    /// The month, as in `202012`.
    pub yearmonth: u32,
}

/// The shift of a member on a day.
#[endpoint(part)]
pub struct ShiftOfDay {
    /// The member.
    pub userid: UserId,
    /// The day of the month: 1 to 31.
    pub day: u32,
    /// The shift; 0 is a day off.
    pub schedule_id: u64,
}
