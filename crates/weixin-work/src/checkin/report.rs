//! Daily and monthly reports.

use weixin_api::{Timestamp, endpoint, int_enum};
use weixin_protocol::UserId;

use super::rule::{CheckinRuleId, ShiftId};
use crate::checkin::CheckinsHandle;
use crate::ids::{ApprovalNo, VacationId};

/// Returns the daily reports of up to 100 members, for up to 30 days (打卡日报).
///
/// At most 100 calls a minute.
#[endpoint(POST "/cgi-bin/checkin/getcheckin_daydata", title = "获取打卡日报数据",
    doc = "https://developer.work.weixin.qq.com/document/path/93374",
    scope(work), retry = safe, reply = CheckinDayData, call = checkins.days)]
pub struct GetCheckinDayData {
    /// The first day: its midnight.
    pub starttime: Timestamp,
    /// The last day: its midnight.
    pub endtime: Timestamp,
    /// The members: up to 100.
    pub useridlist: Vec<UserId>,
}

/// Daily reports.
#[endpoint(part, reply_to(GetCheckinDayData))]
pub struct CheckinDayData {
    /// One entry for each member and day.
    #[serde(default)]
    pub datas: Vec<CheckinDay>,
}

/// The report of one member on one day.
#[endpoint(part)]
pub struct CheckinDay {
    /// The member, the day and the rule.
    pub base_info: Option<CheckinDayBase>,
    /// The totals of the day.
    pub summary_info: Option<CheckinDaySummary>,
    /// The applications for leave and the like that concern the day (假勤申请).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub holiday_infos: Vec<CheckinHoliday>,
    /// The exceptions of the day (校准状态).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exception_infos: Vec<CheckinException>,
    /// The overtime of the day.
    pub ot_info: Option<CheckinOvertime>,
    /// The totals of leave and the like, by kind (假勤统计).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sp_items: Vec<CheckinApproval>,
}

/// The member, the day and the rule of a daily report.
#[endpoint(part)]
pub struct CheckinDayBase {
    /// The day: its midnight.
    pub date: Option<Timestamp>,
    /// The kind of rule.
    pub record_type: Option<CheckinReportKind>,
    /// The member's name.
    pub name: Option<String>,
    /// The member's alias (别名).
    pub name_ex: Option<String>,
    /// The paths of the member's departments, with `;` between several.
    pub departs_name: Option<String>,
    /// The member that the report is about.
    pub acctid: Option<UserId>,
    /// The rule that applied.
    pub rule_info: Option<CheckinDayRule>,
    /// Whether it is a working day.
    pub day_type: Option<CheckinDayKind>,
}

int_enum! {
    /// The kind of rule that a report is about (记录类型).
    pub enum CheckinReportKind {
        /// Fixed times (固定上下班).
        Fixed = 1,
        /// Work outside (外出). It does not occur in reports.
        Outside = 2,
        /// Shifts (按班次上下班).
        Shifts = 3,
        /// Free times (自由签到).
        Free = 4,
        /// Overtime (加班).
        Overtime = 5,
        /// No rule (无规则).
        NoRule = 7,
    }
}

int_enum! {
    /// Whether a day is a working day (日报类型).
    pub enum CheckinDayKind {
        /// A working day (工作日).
        Workday = 0,
        /// A day off (休息日).
        RestDay = 1,
    }
}

/// The rule of a daily report.
#[endpoint(part)]
pub struct CheckinDayRule {
    /// The rule's id.
    pub groupid: Option<CheckinRuleId>,
    /// The name of the rule.
    pub groupname: Option<String>,
    /// The shift of the day; 0 if the rule has none.
    pub scheduleid: Option<ShiftId>,
    /// The name of the shift; empty if the rule has none.
    pub schedulename: Option<String>,
    /// The due times of the day; empty if the rule has no fixed times.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub checkintime: Vec<CheckinSpan>,
}

/// The due times of coming and leaving, in seconds after midnight.
#[endpoint(part)]
pub struct CheckinSpan {
    /// The due time of coming.
    pub work_sec: Option<u64>,
    /// The due time of leaving.
    pub off_work_sec: Option<u64>,
}

/// The totals of a day.
#[endpoint(part)]
pub struct CheckinDaySummary {
    /// The number of records.
    pub checkin_count: Option<u64>,
    /// The working time in seconds (实际工作时长).
    pub regular_work_sec: Option<u64>,
    /// The due working time in seconds (标准工作时长).
    pub standard_work_sec: Option<u64>,
    /// The first record, in seconds after midnight.
    pub earliest_time: Option<u64>,
    /// The last record, in seconds after midnight.
    pub lastest_time: Option<u64>,
}

/// An application for leave or the like that concerns a day.
#[endpoint(part)]
pub struct CheckinHoliday {
    /// The number of the application (假勤申请id).
    pub sp_number: Option<ApprovalNo>,
    /// The title of the application.
    pub sp_title: Option<CheckinText>,
    /// The description, such as its period.
    pub sp_description: Option<CheckinText>,
}

/// A text in several languages; at present only Chinese.
#[endpoint(part)]
pub struct CheckinText {
    /// The text in each language.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub data: Vec<CheckinWords>,
}

/// A text in one language.
#[endpoint(part)]
pub struct CheckinWords {
    /// The language, such as `zh_CN`.
    pub lang: Option<String>,
    /// The text in that language.
    pub text: Option<String>,
}

int_enum! {
    /// The kind of an exception (校准状态类型).
    pub enum CheckinExceptionKind {
        /// The member came late (迟到).
        Late = 1,
        /// The member left early (早退).
        Early = 2,
        /// A record is missing (缺卡).
        Missing = 3,
        /// The member was absent (旷工).
        Absent = 4,
        /// The record was made at a wrong place (地点异常).
        WrongPlace = 5,
        /// The record was made with another device (设备异常).
        WrongDevice = 6,
    }
}

/// Exceptions of one kind.
#[endpoint(part)]
pub struct CheckinException {
    /// The kind of exception.
    pub exception: Option<CheckinExceptionKind>,
    /// The number of exceptions.
    pub count: Option<u64>,
    /// The total duration in seconds; for late, early and absent only.
    pub duration: Option<u64>,
}

int_enum! {
    /// Whether there was overtime on a day.
    pub enum OvertimeStatus {
        /// There was none (无加班).
        Absent = 0,
        /// There was overtime as applied for (正常).
        Normal = 1,
        /// There was less than applied for (缺时长).
        TooShort = 2,
    }
}

/// The overtime of a day.
#[endpoint(part)]
pub struct CheckinOvertime {
    /// Whether there was overtime.
    pub ot_status: Option<OvertimeStatus>,
    /// The overtime in seconds.
    pub ot_duration: Option<u64>,
    /// By how many seconds the overtime is too short, for [`TooShort`](OvertimeStatus::TooShort).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exception_duration: Vec<u64>,
    /// The overtime on working days that becomes leave, in seconds (记为调休).
    pub workday_over_as_vacation: Option<i64>,
    /// The overtime on working days that is paid, in seconds (记为加班费).
    pub workday_over_as_money: Option<i64>,
    /// The overtime on days off that becomes leave, in seconds.
    pub restday_over_as_vacation: Option<i64>,
    /// The overtime on days off that is paid, in seconds.
    pub restday_over_as_money: Option<i64>,
    /// The overtime on public holidays that becomes leave, in seconds.
    pub holiday_over_as_vacation: Option<i64>,
    /// The overtime on public holidays that is paid, in seconds.
    pub holiday_over_as_money: Option<i64>,
}

int_enum! {
    /// The kind of an approved absence or correction (假勤类型).
    pub enum CheckinApprovalKind {
        /// A leave (请假).
        Leave = 1,
        /// A corrected record (补卡).
        Correction = 2,
        /// A business trip (出差).
        BusinessTrip = 3,
        /// Work outside (外出).
        Outside = 4,
        /// A record that needed an approval (审批打卡).
        ApprovedCheckin = 15,
        /// Field work (外勤).
        FieldWork = 100,
    }
}

int_enum! {
    /// The unit in which an absence is applied for (时长单位).
    pub enum CheckinTimeUnit {
        /// Days (按天).
        Days = 0,
        /// Hours (按小时).
        Hours = 1,
    }
}

/// The total of one kind of leave or the like.
#[endpoint(part)]
pub struct CheckinApproval {
    /// The name of the kind, such as `年假`.
    pub name: Option<String>,
    /// What it is.
    #[serde(rename = "type")]
    pub kind: Option<CheckinApprovalKind>,
    /// The kind of leave, for [`Leave`](CheckinApprovalKind::Leave); 0 for others.
    pub vacation_id: Option<VacationId>,
    /// The unit in which it is applied for.
    pub time_type: Option<CheckinTimeUnit>,
    /// The total duration in seconds; a day counts 86,400.
    pub duration: Option<i64>,
    /// The number of times.
    pub count: Option<u64>,
}

/// Returns the monthly reports of up to 100 members (打卡月报). The period is a month or up to 30 days.
///
/// At most 60 calls a minute.
#[endpoint(POST "/cgi-bin/checkin/getcheckin_monthdata", title = "获取打卡月报数据",
    doc = "https://developer.work.weixin.qq.com/document/path/93387",
    scope(work), retry = safe, reply = CheckinMonthData, call = checkins.months)]
pub struct GetCheckinMonthData {
    /// The first day: its midnight.
    pub starttime: Timestamp,
    /// The last day: its midnight.
    pub endtime: Timestamp,
    /// The members: up to 100.
    pub useridlist: Vec<UserId>,
}

/// Monthly reports.
#[endpoint(part, reply_to(GetCheckinMonthData))]
pub struct CheckinMonthData {
    /// One entry for each member.
    #[serde(default)]
    pub datas: Vec<CheckinMonth>,
}

/// The report of one member in a month.
#[endpoint(part)]
pub struct CheckinMonth {
    /// The member and the rule.
    pub base_info: Option<CheckinMonthBase>,
    /// The totals of the month.
    pub summary_info: Option<CheckinMonthSummary>,
    /// The exceptions of the month, by kind.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exception_infos: Vec<CheckinException>,
    /// The totals of leave and the like, by kind (假勤统计).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sp_items: Vec<CheckinApproval>,
    /// The overtime of the month.
    pub overwork_info: Option<CheckinMonthOvertime>,
}

/// The member and the rule of a monthly report.
#[endpoint(part)]
pub struct CheckinMonthBase {
    /// The kind of rule.
    pub record_type: Option<CheckinReportKind>,
    /// The member's name.
    pub name: Option<String>,
    /// The member's alias (别名).
    pub name_ex: Option<String>,
    /// The paths of the member's departments, with `;` between several.
    pub departs_name: Option<String>,
    /// The member that the report is about.
    pub acctid: Option<UserId>,
    /// The rule that applied.
    pub rule_info: Option<CheckinMonthRule>,
}

/// The rule of a monthly report.
#[endpoint(part)]
pub struct CheckinMonthRule {
    /// The rule's id.
    pub groupid: Option<CheckinRuleId>,
    /// The name of the rule.
    pub groupname: Option<String>,
}

/// The totals of a month.
#[endpoint(part)]
pub struct CheckinMonthSummary {
    /// The number of days to work (应打卡天数).
    pub work_days: Option<u64>,
    /// The number of days with exceptions (异常天数).
    pub except_days: Option<u64>,
    /// The number of days without exceptions (正常天数).
    pub regular_days: Option<u64>,
    /// The number of days off.
    pub rest_days: Option<u64>,
    /// The working time in seconds (实际工作时长).
    pub regular_work_sec: Option<u64>,
    /// The due working time in seconds (标准工作时长).
    pub standard_work_sec: Option<u64>,
}

/// The overtime of a month.
#[endpoint(part)]
pub struct CheckinMonthOvertime {
    /// The overtime on working days in seconds.
    pub workday_over_sec: Option<i64>,
    /// The overtime on public holidays in seconds.
    pub holidays_over_sec: Option<i64>,
    /// The overtime on days off in seconds.
    pub restdays_over_sec: Option<i64>,
    /// The overtime on working days that becomes leave, in seconds (记为调休).
    pub workdays_over_as_vacation: Option<i64>,
    /// The overtime on working days that is paid, in seconds (记为加班费).
    pub workdays_over_as_money: Option<i64>,
    /// The overtime on days off that becomes leave, in seconds.
    pub restdays_over_as_vacation: Option<i64>,
    /// The overtime on days off that is paid, in seconds.
    pub restdays_over_as_money: Option<i64>,
    /// The overtime on public holidays that becomes leave, in seconds.
    pub holidays_over_as_vacation: Option<i64>,
    /// The overtime on public holidays that is paid, in seconds.
    pub holidays_over_as_money: Option<i64>,
}
