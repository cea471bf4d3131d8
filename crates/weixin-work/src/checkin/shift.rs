//! Shifts of members (排班).

use weixin_api::{Timestamp, endpoint};
use weixin_protocol::UserId;

use super::rule::{CheckinRuleId, CheckinSectionId, ShiftId};
use crate::checkin::CheckinsHandle;

/// Returns the shifts of up to 100 members, for up to a month (排班).
///
/// At most 60 calls a minute.
#[endpoint(POST "/cgi-bin/checkin/getcheckinschedulist", title = "获取打卡人员排班信息",
    doc = "https://developer.work.weixin.qq.com/document/path/93380",
    scope(work), retry = safe, reply = CheckinSchedules, call = checkins.schedules)]
pub struct GetCheckinSchedules {
    /// The start of the period.
    pub starttime: Timestamp,
    /// The end of the period, at most a month after the start.
    pub endtime: Timestamp,
    /// The members: up to 100. Their rule must be one with shifts.
    pub useridlist: Vec<UserId>,
}

/// The shifts of members.
#[endpoint(part, reply_to(GetCheckinSchedules))]
pub struct CheckinSchedules {
    /// One entry for each member and month.
    #[serde(default)]
    pub schedule_list: Vec<MemberSchedule>,
}

/// The shifts of one member in a month.
#[endpoint(part)]
pub struct MemberSchedule {
    /// The member that was asked for.
    pub userid: UserId,
    /// The month, such as `202011`.
    pub yearmonth: Option<u32>,
    /// The rule that has the shifts.
    pub groupid: Option<CheckinRuleId>,
    /// The name of the rule.
    pub groupname: Option<String>,
    /// The days with their shifts.
    pub schedule: Option<ScheduleOfDays>,
}

/// The days of a month with their shifts.
#[endpoint(part)]
pub struct ScheduleOfDays {
    /// The days that have a shift.
    #[serde(rename = "scheduleList", default, skip_serializing_if = "Vec::is_empty")]
    pub schedule_list: Vec<ScheduledDay>,
}

/// The shift of one day.
#[endpoint(part)]
pub struct ScheduledDay {
    /// The day of the month: 1 to 31.
    pub day: Option<u32>,
    /// The shift of that day.
    pub schedule_info: Option<ShiftInfo>,
}

/// A shift (班次).
#[endpoint(part)]
pub struct ShiftInfo {
    /// The shift's id; 0 for a day off.
    pub schedule_id: Option<ShiftId>,
    /// The name of the shift, such as `早班`.
    pub schedule_name: Option<String>,
    /// The sections of the shift; empty for a day off.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub time_section: Vec<ShiftSection>,
}

/// A section of a shift. Times are in seconds after midnight.
#[endpoint(part)]
pub struct ShiftSection {
    /// The section's id, unique within the shift.
    pub id: Option<CheckinSectionId>,
    /// The due time of coming.
    pub work_sec: Option<u64>,
    /// The due time of leaving.
    pub off_work_sec: Option<u64>,
    /// The time members are reminded to check in.
    pub remind_work_sec: Option<u64>,
    /// The time members are reminded to check out.
    pub remind_off_work_sec: Option<u64>,
}

/// Assigns shifts to members on days of a month.
///
/// At most 60 calls a minute.
///
/// Fails with 301073 for days that are not in the future.
#[endpoint(POST "/cgi-bin/checkin/setcheckinschedulist", title = "为打卡人员排班",
    doc = "https://developer.work.weixin.qq.com/document/path/93385",
    scope(work), retry = safe, call = checkins.set_schedules)]
pub struct SetCheckinSchedules {
    /// The rule, one with shifts.
    pub groupid: CheckinRuleId,
    /// One entry for each member and day.
    pub items: Vec<ShiftOfDay>,
    /// The month, such as `202012`.
    pub yearmonth: u32,
}

/// The shift of a member on a day.
#[endpoint(part)]
pub struct ShiftOfDay {
    /// The member who works the shift.
    pub userid: UserId,
    /// The day of the month: 1 to 31.
    pub day: u32,
    /// The shift of the rule; 0 for a day off.
    pub schedule_id: ShiftId,
}
