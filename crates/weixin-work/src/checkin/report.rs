//! Reports of days and months.

use crate::checkin::CheckinsHandle;
use weixin_api::{Timestamp, endpoint};
use weixin_protocol::UserId;

/// Gives reports of days, within 30 days at most.
#[endpoint(POST "/cgi-bin/checkin/getcheckin_daydata", title = "获取打卡日报数据",
    doc = "https://developer.work.weixin.qq.com/document/path/93374",
    scope(work), retry = safe, reply = CheckinDayData, call = checkins.days)]
pub struct GetCheckinDayData {
    /// The first day, at midnight.
    pub starttime: Timestamp,
    /// The last day, at midnight.
    pub endtime: Timestamp,
    /// Whose: up to 100 members.
    pub useridlist: Vec<UserId>,
}

/// Reports of days.
#[endpoint(part, reply_to(GetCheckinDayData))]
pub struct CheckinDayData {
    /// One for each member and day.
    #[serde(default)]
    pub datas: Vec<CheckinDay>,
}

/// What a member did on a day.
#[endpoint(part)]
pub struct CheckinDay {
    /// Who, when, by which rule.
    pub base_info: Option<CheckinDayBase>,
    /// The sums.
    pub summary_info: Option<CheckinDaySummary>,
    /// Applications that concern the day.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub holiday_infos: Vec<CheckinHoliday>,
    /// What was wrong.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exception_infos: Vec<CheckinException>,
    /// Work beyond the usual time.
    pub ot_info: Option<CheckinOvertime>,
    /// Absences that were approved.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sp_items: Vec<CheckinApproval>,
}

/// Whose day it is.
#[endpoint(part)]
pub struct CheckinDayBase {
    /// The day, at midnight.
    pub date: Option<Timestamp>,
    /// What the rule is: 1 fixed times, 2 outside, 3 shifts, 4 free, 5 overtime, 7 no rule.
    pub record_type: Option<u8>,
    /// The member's name.
    pub name: Option<String>,
    /// Their other name.
    pub name_ex: Option<String>,
    /// Their departments' names.
    pub departs_name: Option<String>,
    /// The member.
    pub acctid: Option<UserId>,
    /// The rule.
    pub rule_info: Option<CheckinDayRule>,
    /// 0 a working day, 1 a day off.
    pub day_type: Option<u8>,
}

/// The rule of a day.
#[endpoint(part)]
pub struct CheckinDayRule {
    /// The rule.
    pub groupid: Option<u64>,
    /// Its name.
    pub groupname: Option<String>,
    /// The shift.
    pub scheduleid: Option<u64>,
    /// Its name.
    pub schedulename: Option<String>,
    /// When to come and go. Empty if the rule has no fixed times.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub checkintime: Vec<CheckinSpan>,
}

/// When to come and go.
#[endpoint(part)]
pub struct CheckinSpan {
    /// When to come, in seconds after midnight.
    pub work_sec: Option<u64>,
    /// When to go, in seconds after midnight.
    pub off_work_sec: Option<u64>,
}

/// The sums of a day.
#[endpoint(part)]
pub struct CheckinDaySummary {
    /// How many records there are.
    pub checkin_count: Option<u64>,
    /// How many seconds the member worked.
    pub regular_work_sec: Option<u64>,
    /// How many seconds they should have.
    pub standard_work_sec: Option<u64>,
    /// The first record, in seconds after midnight.
    pub earliest_time: Option<u64>,
    /// The last record, in seconds after midnight.
    pub lastest_time: Option<u64>,
}

/// An application that concerns a day.
#[endpoint(part)]
pub struct CheckinHoliday {
    /// The application.
    pub sp_number: Option<String>,
    /// Its title.
    pub sp_title: Option<CheckinText>,
    /// What it says.
    pub sp_description: Option<CheckinText>,
}

/// A text in several languages.
#[endpoint(part)]
pub struct CheckinText {
    /// One for each language.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub data: Vec<CheckinWords>,
}

/// A text in one language.
#[endpoint(part)]
pub struct CheckinWords {
    /// The language, as in `zh_CN`.
    pub lang: Option<String>,
    /// The text.
    pub text: Option<String>,
}

/// What was wrong, and how often.
#[endpoint(part)]
pub struct CheckinException {
    /// 1 late, 2 early, 3 no record, 4 absent, 5 elsewhere, 6 with another device.
    pub exception: Option<u8>,
    /// How often.
    pub count: Option<u64>,
    /// For how many seconds, where it is late, early or absent.
    pub duration: Option<u64>,
}

/// Work beyond the usual time.
#[endpoint(part)]
pub struct CheckinOvertime {
    /// 0 none, 1 some, 2 less than was applied for.
    pub ot_status: Option<u8>,
    /// How many seconds.
    pub ot_duration: Option<u64>,
    /// By how many seconds it is too little.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exception_duration: Vec<u64>,
    /// Seconds of working days that become leave.
    pub workday_over_as_vacation: Option<i64>,
    /// Seconds of working days that are paid.
    pub workday_over_as_money: Option<i64>,
    /// Seconds of days off that become leave.
    pub restday_over_as_vacation: Option<i64>,
    /// Seconds of days off that are paid.
    pub restday_over_as_money: Option<i64>,
    /// Seconds of holidays that become leave.
    pub holiday_over_as_vacation: Option<i64>,
    /// Seconds of holidays that are paid.
    pub holiday_over_as_money: Option<i64>,
}

/// Absences of a kind that were approved.
#[endpoint(part)]
pub struct CheckinApproval {
    /// What it is called.
    pub name: Option<String>,
    /// 1 leave, 2 a record made up for, 3 business trip, 4 outside, 15 attendance to be approved,
    /// 100 field work.
    #[serde(rename = "type")]
    pub kind: Option<u8>,
    /// The kind of leave.
    pub vacation_id: Option<u64>,
    /// 0 counted by days, 1 by hours.
    pub time_type: Option<u8>,
    /// For how many seconds.
    pub duration: Option<i64>,
    /// How often.
    pub count: Option<u64>,
}

/// Gives reports of a month, or of up to 30 days.
#[endpoint(POST "/cgi-bin/checkin/getcheckin_monthdata", title = "获取打卡月报数据",
    doc = "https://developer.work.weixin.qq.com/document/path/93387",
    scope(work), retry = safe, reply = CheckinMonthData, call = checkins.months)]
pub struct GetCheckinMonthData {
    /// The first day, at midnight.
    pub starttime: Timestamp,
    /// The last day, at midnight.
    pub endtime: Timestamp,
    /// Whose: up to 100 members.
    pub useridlist: Vec<UserId>,
}

/// Reports of a month.
#[endpoint(part, reply_to(GetCheckinMonthData))]
pub struct CheckinMonthData {
    /// One for each member.
    #[serde(default)]
    pub datas: Vec<CheckinMonth>,
}

/// What a member did in a month.
#[endpoint(part)]
pub struct CheckinMonth {
    /// Who, by which rule.
    pub base_info: Option<CheckinMonthBase>,
    /// The sums.
    pub summary_info: Option<CheckinMonthSummary>,
    /// What was wrong.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exception_infos: Vec<CheckinException>,
    /// Absences that were approved.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sp_items: Vec<CheckinApproval>,
    /// Work beyond the usual time.
    pub overwork_info: Option<CheckinMonthOvertime>,
}

/// Whose month it is.
#[endpoint(part)]
pub struct CheckinMonthBase {
    /// What the rule is: 1 fixed times, 2 outside, 3 shifts, 4 free, 5 overtime, 7 no rule.
    pub record_type: Option<u8>,
    /// The member's name.
    pub name: Option<String>,
    /// Their other name.
    pub name_ex: Option<String>,
    /// Their departments' names.
    pub departs_name: Option<String>,
    /// The member.
    pub acctid: Option<UserId>,
    /// The rule.
    pub rule_info: Option<CheckinMonthRule>,
}

/// The rule of a month.
#[endpoint(part)]
pub struct CheckinMonthRule {
    /// The rule.
    pub groupid: Option<u64>,
    /// Its name.
    pub groupname: Option<String>,
}

/// The sums of a month.
#[endpoint(part)]
pub struct CheckinMonthSummary {
    /// How many days should have been worked.
    pub work_days: Option<u64>,
    /// On how many of them something was wrong.
    pub except_days: Option<u64>,
    /// On how many of them nothing was.
    pub regular_days: Option<u64>,
    /// How many days off there were.
    pub rest_days: Option<u64>,
    /// How many seconds the member worked.
    pub regular_work_sec: Option<u64>,
    /// How many seconds they should have.
    pub standard_work_sec: Option<u64>,
}

/// Work beyond the usual time.
#[endpoint(part)]
pub struct CheckinMonthOvertime {
    /// Seconds on working days.
    pub workday_over_sec: Option<i64>,
    /// Seconds on holidays.
    pub holidays_over_sec: Option<i64>,
    /// Seconds on days off.
    pub restdays_over_sec: Option<i64>,
    /// Seconds of working days that become leave.
    pub workdays_over_as_vacation: Option<i64>,
    /// Seconds of working days that are paid.
    pub workdays_over_as_money: Option<i64>,
    /// Seconds of days off that become leave.
    pub restdays_over_as_vacation: Option<i64>,
    /// Seconds of days off that are paid.
    pub restdays_over_as_money: Option<i64>,
    /// Seconds of holidays that become leave.
    pub holidays_over_as_vacation: Option<i64>,
    /// Seconds of holidays that are paid.
    pub holidays_over_as_money: Option<i64>,
}
