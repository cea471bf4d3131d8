//! Leave: its kinds, and what members have left (假期). `/cgi-bin/oa/vacation/*`

use weixin_api::{endpoint, group};
use weixin_protocol::UserId;

group! {
    /// Leave (假期).
    vacations: [GetVacationConfig, GetUserVacationQuota, SetUserVacationQuota]
}

/// Gives the kinds of leave of the corporation.
#[endpoint(GET "/cgi-bin/oa/vacation/getcorpconf", title = "获取企业假期管理配置",
    doc = "https://developer.work.weixin.qq.com/document/path/93375",
    scope(work), reply = VacationConfig, call = vacations.config)]
pub struct GetVacationConfig {}

/// The kinds of leave.
#[endpoint(part, reply_to(GetVacationConfig))]
pub struct VacationConfig {
    /// The kinds.
    #[serde(default)]
    pub lists: Vec<VacationKind>,
}

/// A kind of leave.
#[endpoint(part)]
pub struct VacationKind {
    /// The kind.
    pub id: u64,
    /// Its name.
    pub name: Option<String>,
    /// How it is counted: 0 by days, 1 by hours.
    pub time_attr: Option<u8>,
    /// How its length is told: 0 by days of the calendar, 1 by working days.
    pub duration_type: Option<u8>,
    /// How much there is.
    pub quota_attr: Option<VacationQuotaRule>,
    /// How many seconds a day has.
    pub perday_duration: Option<u64>,
    /// Whether work beyond the usual time becomes this leave.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_newovertime: Option<bool>,
    /// After how many months in the corporation it may be taken.
    pub enter_comp_time_limit: Option<i64>,
    /// When it is lost.
    pub expire_rule: Option<VacationExpiry>,
}

/// How much leave there is.
#[endpoint(part)]
pub struct VacationQuotaRule {
    /// How it is given: 0 without limit, 1 automatically each year, 2 by hand, 3 automatically each
    /// month.
    #[serde(rename = "type")]
    pub kind: Option<u8>,
    /// When it is given, in seconds; 0 if not automatically.
    pub autoreset_time: Option<u64>,
    /// How much, in seconds.
    pub autoreset_duration: Option<i64>,
    /// By what it grows: 0 not, 1 by years of work, 2 by years in the corporation.
    pub quota_rule_type: Option<u8>,
    /// How it grows.
    pub quota_rules: Option<VacationQuotaSteps>,
    /// Whether it is given on the day a member joined.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub at_entry_date: Option<bool>,
    /// The day it is given on: month and day.
    pub auto_reset_month_day: Option<u64>,
}

/// How leave grows over the years.
#[endpoint(part)]
pub struct VacationQuotaSteps {
    /// The steps.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub list: Vec<VacationQuotaStep>,
    /// Whether the first year counts in part.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub based_on_actual_work_time: Option<bool>,
}

/// How much leave there is for some years.
#[endpoint(part)]
pub struct VacationQuotaStep {
    /// How much, in seconds.
    pub quota: Option<i64>,
    /// From how many years on.
    pub begin: Option<i64>,
    /// Until how many years.
    pub end: Option<i64>,
}

/// When leave is lost.
#[endpoint(part)]
pub struct VacationExpiry {
    /// 0 never, 1 on a fixed day, 2 some years after it was given, 3 some months after it was
    /// given.
    #[serde(rename = "type")]
    pub kind: Option<u8>,
    /// After how many years or months.
    pub duration: Option<i64>,
    /// On which day.
    pub date: Option<MonthDay>,
    /// Whether it can be kept longer.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub extern_duration_enable: Option<bool>,
    /// How much longer.
    pub extern_duration: Option<MonthDay>,
}

/// A day of the year, or a time of months and days.
#[endpoint(part)]
pub struct MonthDay {
    /// The month, or how many.
    pub month: Option<u32>,
    /// The day, or how many.
    pub day: Option<u32>,
}

/// Tells how much leave a member has left.
#[endpoint(POST "/cgi-bin/oa/vacation/getuservacationquota", title = "获取成员假期余额",
    doc = "https://developer.work.weixin.qq.com/document/path/93376",
    scope(work), retry = safe, reply = UserVacations, call = vacations.of)]
pub struct GetUserVacationQuota {
    /// The member.
    pub userid: UserId,
}

/// How much leave a member has left.
#[endpoint(part, reply_to(GetUserVacationQuota))]
pub struct UserVacations {
    /// One for each kind.
    #[serde(default)]
    pub lists: Vec<UserVacation>,
}

/// How much leave of a kind a member has left. Times are in seconds.
#[endpoint(part)]
pub struct UserVacation {
    /// The kind.
    pub id: u64,
    /// Its name.
    pub vacationname: Option<String>,
    /// How much they got.
    pub assignduration: Option<i64>,
    /// How much they took.
    pub usedduration: Option<i64>,
    /// How much is left.
    pub leftduration: Option<i64>,
    /// How much they got in fact, as far as they have earned it.
    pub real_assignduration: Option<i64>,
}

/// Changes how much leave of a kind a member has left.
#[endpoint(POST "/cgi-bin/oa/vacation/setoneuserquota", title = "修改成员假期余额",
    doc = "https://developer.work.weixin.qq.com/document/path/93377",
    scope(work), retry = safe, call = vacations.set)]
pub struct SetUserVacationQuota {
    /// The member.
    pub userid: UserId,
    /// The kind.
    pub vacation_id: u64,
    /// How much is to be left, in seconds: whole days or tenths of hours, as the kind is counted.
    pub leftduration: i64,
    /// How the kind is counted: 0 by days, 1 by hours.
    pub time_attr: u8,
    /// A note, up to 200 characters.
    pub remarks: Option<String>,
}
