//! Leave: its kinds, and what members have left (假期). `/cgi-bin/oa/vacation/*`

use weixin_api::{endpoint, group, int_enum};
use weixin_protocol::UserId;

use crate::ids::VacationId;

group! {
    /// Leave (假期).
    vacations: [GetVacationConfig, GetUserVacationQuota, SetUserVacationQuota]
}

/// Returns the kinds of leave of the corporation and their rules.
#[endpoint(GET "/cgi-bin/oa/vacation/getcorpconf", title = "获取企业假期管理配置",
    doc = "https://developer.work.weixin.qq.com/document/path/93375",
    scope(work), reply = VacationConfig, call = vacations.config)]
pub struct GetVacationConfig {}

/// The kinds of leave of a corporation.
#[endpoint(part, reply_to(GetVacationConfig))]
pub struct VacationConfig {
    /// The kinds of leave, with their rules.
    #[serde(default)]
    pub lists: Vec<VacationKind>,
}

/// A kind of leave and its rules.
#[endpoint(part)]
pub struct VacationKind {
    /// Id of the kind.
    pub id: VacationId,
    /// Name of the kind.
    pub name: Option<String>,
    /// Whether it is taken in days or hours.
    pub time_attr: Option<VacationUnit>,
    /// Which days count as leave.
    pub duration_type: Option<VacationDays>,
    /// How much leave members get.
    pub quota_attr: Option<VacationQuotaRule>,
    /// Length of a day of leave, in seconds.
    pub perday_duration: Option<u64>,
    /// Whether overtime is converted into this leave (关联加班调休).
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_newovertime: Option<bool>,
    /// After how many months in the corporation it may be taken; 0 without such a limit.
    pub enter_comp_time_limit: Option<i64>,
    /// When leave that was not taken expires.
    pub expire_rule: Option<VacationExpiry>,
}

int_enum! {
    /// The unit in which leave is taken.
    pub enum VacationUnit {
        /// By days (按天请假).
        Day = 0,
        /// By hours (按小时请假).
        Hour = 1,
    }
}

int_enum! {
    /// Which days count when the length of a leave is computed.
    pub enum VacationDays {
        /// All days of the calendar (自然日).
        Calendar = 0,
        /// Working days (工作日).
        Working = 1,
    }
}

/// How much leave members get.
#[endpoint(part)]
pub struct VacationQuotaRule {
    /// How it is granted.
    #[serde(rename = "type")]
    pub kind: Option<VacationQuotaKind>,
    /// The date on which it is granted each year, in seconds since 1970, of which only month and
    /// day count; 0 if it is not granted automatically.
    pub autoreset_time: Option<u64>,
    /// How much is granted, in seconds.
    pub autoreset_duration: Option<i64>,
    /// What the amount depends on.
    pub quota_rule_type: Option<VacationGrowth>,
    /// The amounts by years, if it depends on them.
    pub quota_rules: Option<VacationQuotaSteps>,
    /// Whether it is granted on the day of joining; then `autoreset_time` does not apply.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub at_entry_date: Option<bool>,
    /// The day on which it is granted, as month and day.
    pub auto_reset_month_day: Option<u64>,
}

int_enum! {
    /// How leave is granted.
    pub enum VacationQuotaKind {
        /// Without a limit (不限额).
        Unlimited = 0,
        /// Automatically, each year (自动按年发放).
        Yearly = 1,
        /// By an administrator (手动发放).
        Manual = 2,
        /// Automatically, each month (自动按月发放).
        Monthly = 3,
    }
}

int_enum! {
    /// What the amount of leave depends on.
    pub enum VacationGrowth {
        /// The same for everybody.
        Fixed = 0,
        /// The years of working life (按工龄).
        WorkingYears = 1,
        /// The years in the corporation (按司龄).
        CorporationYears = 2,
    }
}

/// The amounts of leave by years.
#[endpoint(part)]
pub struct VacationQuotaSteps {
    /// The amounts, by ranges of years.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub list: Vec<VacationQuotaStep>,
    /// Whether the amount is in proportion to the time worked in the current year.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub based_on_actual_work_time: Option<bool>,
}

/// The amount of leave for a range of years.
#[endpoint(part)]
pub struct VacationQuotaStep {
    /// The amount, in seconds.
    pub quota: Option<i64>,
    /// The first year of the range.
    pub begin: Option<i64>,
    /// The end of the range, in years.
    pub end: Option<i64>,
}

/// When leave that was not taken expires.
#[endpoint(part)]
pub struct VacationExpiry {
    /// What the date of expiry depends on.
    #[serde(rename = "type")]
    pub kind: Option<VacationExpiryKind>,
    /// After how many years or months it expires, as `kind` says.
    pub duration: Option<i64>,
    /// The day of the year on which it expires, for [`VacationExpiryKind::FixedDay`].
    pub date: Option<MonthDay>,
    /// Whether members may keep it for longer (延长有效期).
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub extern_duration_enable: Option<bool>,
    /// For how much longer they may keep it.
    pub extern_duration: Option<MonthDay>,
}

int_enum! {
    /// What the date of expiry of leave depends on.
    pub enum VacationExpiryKind {
        /// It never expires.
        Never = 0,
        /// It expires on a day of the year (按固定时间过期).
        FixedDay = 1,
        /// It expires some years after it was granted.
        Years = 2,
        /// It expires some months after it was granted.
        Months = 3,
    }
}

/// A day of the year, or a length in months and days.
#[endpoint(part)]
pub struct MonthDay {
    /// The month, or the number of months.
    pub month: Option<u32>,
    /// The day, or the number of days.
    pub day: Option<u32>,
}

/// Returns how much leave a member has left.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Work};
/// # use weixin_work::prelude::*;
/// # async fn example(wx: impl Caller<Kind = Work>) -> Result<(), Error> {
/// let balance = wx.vacations().of("zhangsan").await?;
/// for kind in balance.lists {
///     println!("{:?}: {} hours left", kind.vacationname, kind.leftduration.unwrap_or(0) / 3600);
/// }
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/oa/vacation/getuservacationquota", title = "获取成员假期余额",
    doc = "https://developer.work.weixin.qq.com/document/path/93376",
    scope(work), retry = safe, reply = UserVacations, call = vacations.of)]
pub struct GetUserVacationQuota {
    /// The member to look up.
    pub userid: UserId,
}

/// How much leave a member has left.
#[endpoint(part, reply_to(GetUserVacationQuota))]
pub struct UserVacations {
    /// One entry for each kind of leave.
    #[serde(default)]
    pub lists: Vec<UserVacation>,
}

/// How much leave of one kind a member has left. Amounts are in seconds.
#[endpoint(part)]
pub struct UserVacation {
    /// The kind of leave.
    pub id: VacationId,
    /// Name of the kind.
    pub vacationname: Option<String>,
    /// The amount that was granted.
    pub assignduration: Option<i64>,
    /// The amount that was taken.
    pub usedduration: Option<i64>,
    /// The amount that is left.
    pub leftduration: Option<i64>,
    /// The amount that was actually granted, where leave is granted in proportion to the time
    /// worked.
    pub real_assignduration: Option<i64>,
}

/// Changes how much leave of a kind a member has left.
#[endpoint(POST "/cgi-bin/oa/vacation/setoneuserquota", title = "修改成员假期余额",
    doc = "https://developer.work.weixin.qq.com/document/path/93377",
    scope(work), retry = safe, call = vacations.set)]
pub struct SetUserVacationQuota {
    /// The member whose leave is changed.
    pub userid: UserId,
    /// The kind of leave.
    pub vacation_id: VacationId,
    /// The amount to be left, in seconds: a multiple of 8,640 (0.1 days) or of 360 (0.1 hours), as
    /// `time_attr` says.
    pub leftduration: i64,
    /// The unit of the kind, as [`VacationKind::time_attr`] has it.
    pub time_attr: VacationUnit,
    /// The reason, up to 200 characters, which the administrators see.
    pub remarks: Option<String>,
}
