//! Settings of overtime (加班).

use weixin_api::{Timestamp, endpoint, int_enum};

/// How overtime is counted. Durations are in seconds.
#[endpoint(part)]
pub struct OvertimeRule {
    /// What overtime is counted by.
    #[serde(rename = "type")]
    pub kind: Option<OvertimeBasis>,
    /// Whether overtime counts on working days.
    pub allow_ot_workingday: Option<bool>,
    /// Whether overtime counts on days off.
    pub allow_ot_nonworkingday: Option<bool>,
    /// The settings for counting by records.
    pub otcheckinfo: Option<OvertimeByRecord>,
    /// The settings for counting by applications.
    pub otapplyinfo: Option<OvertimeByApplication>,
    /// The time of the last change.
    pub uptime: Option<Timestamp>,
}

int_enum! {
    /// What overtime is counted by (加班类型).
    pub enum OvertimeBasis {
        /// Applications, checked against the records (以加班申请核算打卡记录).
        ApplicationAndRecord = 0,
        /// The records alone (以打卡时间为准).
        Record = 1,
        /// The applications alone (以加班申请审批为准).
        Application = 2,
    }
}

/// How overtime is counted by the records. Durations are in seconds.
#[endpoint(part)]
pub struct OvertimeByRecord {
    /// How long after work overtime begins on working days: 30 minutes by default.
    pub ot_workingday_time_start: Option<u64>,
    /// The shortest overtime that counts on working days: 30 minutes by default.
    pub ot_workingday_time_min: Option<u64>,
    /// The longest overtime that counts on working days: 240 minutes by default.
    pub ot_workingday_time_max: Option<u64>,
    /// The breaks that are deducted on working days.
    pub ot_workingday_restinfo: Option<OvertimeRest>,
    /// The shortest overtime that counts on days off: 30 minutes by default.
    pub ot_nonworkingday_time_min: Option<u64>,
    /// The longest overtime that counts on days off: 240 minutes by default.
    pub ot_nonworkingday_time_max: Option<u64>,
    /// The time at which a new day begins on days off, in seconds after midnight.
    pub ot_nonworkingday_spanday_time: Option<u64>,
    /// The breaks that are deducted on days off.
    pub ot_nonworkingday_restinfo: Option<OvertimeRest>,
}

/// How overtime is counted by applications.
#[endpoint(part)]
pub struct OvertimeByApplication {
    /// Whether overtime counts on working days.
    pub allow_ot_workingday: Option<bool>,
    /// Whether overtime counts on days off.
    pub allow_ot_nonworkingday: Option<bool>,
    /// The time of the last change.
    pub uptime: Option<Timestamp>,
    /// The breaks that are deducted on working days.
    pub ot_workingday_restinfo: Option<OvertimeRest>,
    /// The time at which a new day begins on days off, in seconds after midnight.
    pub ot_nonworkingday_spanday_time: Option<u64>,
    /// The breaks that are deducted on days off.
    pub ot_nonworkingday_restinfo: Option<OvertimeRest>,
}

/// The breaks that are deducted from overtime (休息扣除).
#[endpoint(part)]
pub struct OvertimeRest {
    /// How the breaks are determined.
    #[serde(rename = "type")]
    pub kind: RestDeduction,
    /// The break, for [`FixedTimes`](RestDeduction::FixedTimes).
    pub fix_time_rule: Option<FixedRest>,
    /// The breaks in the newer form, for [`FixedTimes`](RestDeduction::FixedTimes).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fix_time_rule_list: Vec<FixedRest>,
    /// The breaks by duration, for [`ByDuration`](RestDeduction::ByDuration).
    pub cal_ottime_rule: Option<RestByDuration>,
}

int_enum! {
    /// How the breaks in overtime are determined (休息扣除类型).
    pub enum RestDeduction {
        /// No breaks are deducted (不开启扣除).
        Off = 0,
        /// Breaks at fixed times (指定休息时间扣除).
        FixedTimes = 1,
        /// Breaks by how long the overtime is (按加班时长扣除).
        ByDuration = 2,
    }
}

/// A break at a fixed time, in seconds after midnight.
#[endpoint(part)]
#[derive(Default)]
pub struct FixedRest {
    /// The begin of the break.
    pub fix_time_begin_sec: Option<u64>,
    /// The end of the break.
    pub fix_time_end_sec: Option<u64>,
}

/// Breaks by how long the overtime is.
#[endpoint(part)]
pub struct RestByDuration {
    /// The steps, from the shortest overtime on.
    #[serde(default)]
    pub items: Vec<RestStep>,
}

/// A break that is deducted from overtime of a duration.
#[endpoint(part)]
#[derive(Default)]
pub struct RestStep {
    /// The overtime in seconds from which the break is deducted.
    pub ot_time: Option<u64>,
    /// The break in seconds.
    pub rest_time: Option<u64>,
}

/// How overtime is counted, in the newer form.
#[endpoint(part)]
#[derive(Default)]
pub struct OvertimeConfig {
    /// The settings for working days.
    pub workdayconf: Option<OvertimeOfDays>,
    /// The settings for days off.
    pub restdayconf: Option<OvertimeOfDays>,
    /// The settings for public holidays.
    pub holidayconf: Option<OvertimeOfDays>,
    /// The unit and the rounding of overtime.
    pub time_unit_config: Option<OvertimeUnit>,
}

/// How overtime is counted on one kind of days.
#[endpoint(part)]
pub struct OvertimeOfDays {
    /// Whether overtime counts.
    pub allow_ot: bool,
    /// What overtime is counted by.
    #[serde(rename = "type")]
    pub kind: Option<OvertimeBasis>,
    /// The breaks, for [`Application`](OvertimeBasis::Application).
    pub apply: Option<OvertimeBreaks>,
    /// The limits and breaks, for [`Record`](OvertimeBasis::Record).
    pub checkin: Option<OvertimeLimits>,
    /// The breaks, for [`ApplicationAndRecord`](OvertimeBasis::ApplicationAndRecord).
    pub applycheckin: Option<OvertimeBreaks>,
    /// Whether overtime is converted into leave or pay; `None` means no.
    pub ot_trans_enable: Option<bool>,
    /// What overtime is converted into; `None` means leave.
    pub ot_trans_type: Option<OvertimeConversion>,
    /// The conversion into leave.
    pub vacation: Option<OvertimeVacation>,
}

int_enum! {
    /// What overtime is converted into (加班转化类型).
    pub enum OvertimeConversion {
        /// Leave (记为调休).
        Leave = 1,
        /// Pay (记为加班费).
        Pay = 2,
    }
}

/// The breaks in overtime.
#[endpoint(part)]
#[derive(Default)]
pub struct OvertimeBreaks {
    /// The breaks that are deducted.
    pub restinfo: Option<OvertimeRest>,
}

/// The limits of overtime. Durations are in seconds.
#[endpoint(part)]
#[derive(Default)]
pub struct OvertimeLimits {
    /// How long after work overtime begins.
    pub ot_time_start: Option<u64>,
    /// The shortest overtime that counts.
    pub ot_time_min: Option<u64>,
    /// The longest overtime that counts.
    pub ot_time_max: Option<u64>,
    /// The breaks that are deducted.
    pub restinfo: Option<OvertimeRest>,
}

/// The conversion of overtime into leave.
#[endpoint(part)]
#[derive(Default)]
pub struct OvertimeVacation {
    /// The leave for overtime, in percent of it.
    pub trans_ratio: Option<i64>,
    /// Whether the leave is added to the member's balance automatically (同步假期余额).
    pub sync_vacation: Option<bool>,
}

int_enum! {
    /// The unit in which overtime is counted (加班单位).
    pub enum OvertimeTimeUnit {
        /// Hours (小时).
        Hours = 2,
        /// Days (天).
        Days = 3,
    }
}

int_enum! {
    /// How overtime is rounded (取整方式).
    pub enum OvertimeRounding {
        /// To the nearest (四舍五入).
        Nearest = 1,
        /// Up (向上取整).
        Up = 2,
        /// Down (向下取整).
        Down = 3,
    }
}

/// The unit and the rounding of overtime.
#[endpoint(part)]
#[derive(Default)]
pub struct OvertimeUnit {
    /// The unit; `None` means hours.
    pub ot_time_unit: Option<OvertimeTimeUnit>,
    /// The seconds that count as a day: 3,600 to 86,400 in steps of 360, 8 hours if left out.
    pub perday_duration_secs: Option<u64>,
    /// The rounding; `None` means to the nearest.
    pub rounding_method: Option<OvertimeRounding>,
    /// The precision of rounding to the nearest: 10 for whole numbers, which is the default, 1 for
    /// one decimal.
    pub rounding_precision: Option<u64>,
    /// The step of rounding up or down in seconds: 3,600 if left out. With hours 1,800 or 3,600,
    /// down also 7,200, 10,800 or 14,400; with days 43,200 or 86,400.
    pub step_size: Option<u64>,
}
