//! How work beyond the usual time counts.

use weixin_api::{Timestamp, endpoint};

/// How work beyond the usual time counts. Times are in seconds.
#[endpoint(part)]
pub struct OvertimeRule {
    /// 0 by applications checked against the records, 1 by the records alone, 2 by applications
    /// alone.
    #[serde(rename = "type")]
    pub kind: Option<u8>,
    /// Whether it counts on working days.
    pub allow_ot_workingday: Option<bool>,
    /// Whether it counts on days off.
    pub allow_ot_nonworkingday: Option<bool>,
    /// How it counts by the records.
    pub otcheckinfo: Option<OvertimeByRecord>,
    /// How it counts by applications.
    pub otapplyinfo: Option<OvertimeByApplication>,
    /// When that was changed.
    pub uptime: Option<Timestamp>,
}

/// How work beyond the usual time counts by the records.
#[endpoint(part)]
pub struct OvertimeByRecord {
    /// How long after work it begins, on working days.
    pub ot_workingday_time_start: Option<u64>,
    /// How long it is at least, on working days.
    pub ot_workingday_time_min: Option<u64>,
    /// How long it is at most, on working days.
    pub ot_workingday_time_max: Option<u64>,
    /// What is taken off for breaks, on working days.
    pub ot_workingday_restinfo: Option<OvertimeRest>,
    /// How long it is at least, on days off.
    pub ot_nonworkingday_time_min: Option<u64>,
    /// How long it is at most, on days off.
    pub ot_nonworkingday_time_max: Option<u64>,
    /// When a new day begins, on days off.
    pub ot_nonworkingday_spanday_time: Option<u64>,
    /// What is taken off for breaks, on days off.
    pub ot_nonworkingday_restinfo: Option<OvertimeRest>,
}

/// How work beyond the usual time counts by applications.
#[endpoint(part)]
pub struct OvertimeByApplication {
    /// Whether it counts on working days.
    pub allow_ot_workingday: Option<bool>,
    /// Whether it counts on days off.
    pub allow_ot_nonworkingday: Option<bool>,
    /// When that was changed.
    pub uptime: Option<Timestamp>,
    /// What is taken off for breaks, on working days.
    pub ot_workingday_restinfo: Option<OvertimeRest>,
    /// When a new day begins, on days off.
    pub ot_nonworkingday_spanday_time: Option<u64>,
    /// What is taken off for breaks, on days off.
    pub ot_nonworkingday_restinfo: Option<OvertimeRest>,
}

/// What is taken off for breaks.
#[endpoint(part)]
pub struct OvertimeRest {
    /// 0 nothing, 1 fixed times, 2 by how long the work was.
    #[serde(rename = "type")]
    pub kind: u8,
    /// The fixed time.
    pub fix_time_rule: Option<FixedRest>,
    /// The fixed times, in the newer form.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fix_time_rule_list: Vec<FixedRest>,
    /// How much by how long.
    pub cal_ottime_rule: Option<RestByDuration>,
}

/// A break at a fixed time, in seconds after midnight.
#[endpoint(part)]
#[derive(Default)]
pub struct FixedRest {
    /// When it begins.
    pub fix_time_begin_sec: Option<u64>,
    /// When it ends.
    pub fix_time_end_sec: Option<u64>,
}

/// Breaks by how long the work was.
#[endpoint(part)]
pub struct RestByDuration {
    /// The steps.
    #[serde(default)]
    pub items: Vec<RestStep>,
}

/// A break after so much work.
#[endpoint(part)]
#[derive(Default)]
pub struct RestStep {
    /// How many seconds of work.
    pub ot_time: Option<u64>,
    /// How many seconds of break.
    pub rest_time: Option<u64>,
}

/// How work beyond the usual time counts, in the newer form.
#[endpoint(part)]
#[derive(Default)]
pub struct OvertimeConfig {
    /// On working days.
    pub workdayconf: Option<OvertimeOfDays>,
    /// On days off.
    pub restdayconf: Option<OvertimeOfDays>,
    /// On holidays.
    pub holidayconf: Option<OvertimeOfDays>,
    /// In what it is counted.
    pub time_unit_config: Option<OvertimeUnit>,
}

/// How work beyond the usual time counts on a kind of days.
#[endpoint(part)]
pub struct OvertimeOfDays {
    /// Whether it counts.
    pub allow_ot: bool,
    /// By what it counts, as the platform numbers it.
    #[serde(rename = "type")]
    pub kind: Option<u8>,
    /// Breaks, where it counts by applications.
    pub apply: Option<OvertimeBreaks>,
    /// Limits and breaks, where it counts by the records.
    pub checkin: Option<OvertimeLimits>,
    /// Breaks, where it counts by both.
    pub applycheckin: Option<OvertimeBreaks>,
    /// Whether it becomes leave or pay.
    pub ot_trans_enable: Option<bool>,
    /// Which, as the platform numbers it.
    pub ot_trans_type: Option<u8>,
    /// How it becomes leave.
    pub vacation: Option<OvertimeVacation>,
}

/// What is taken off for breaks.
#[endpoint(part)]
#[derive(Default)]
pub struct OvertimeBreaks {
    /// The breaks.
    pub restinfo: Option<OvertimeRest>,
}

/// Limits of work beyond the usual time, in seconds.
#[endpoint(part)]
#[derive(Default)]
pub struct OvertimeLimits {
    /// How long after work it begins.
    pub ot_time_start: Option<u64>,
    /// How long it is at least.
    pub ot_time_min: Option<u64>,
    /// How long it is at most.
    pub ot_time_max: Option<u64>,
    /// The breaks.
    pub restinfo: Option<OvertimeRest>,
}

/// How work becomes leave.
#[endpoint(part)]
#[derive(Default)]
pub struct OvertimeVacation {
    /// At what rate, in percent.
    pub trans_ratio: Option<i64>,
    /// Whether it is added to the member's leave at once.
    pub sync_vacation: Option<bool>,
}

/// In what work beyond the usual time is counted.
#[endpoint(part)]
#[derive(Default)]
pub struct OvertimeUnit {
    /// The unit, as the platform numbers them.
    pub ot_time_unit: Option<u8>,
    /// How many seconds a day has.
    pub perday_duration_secs: Option<u64>,
    /// How it is rounded, as the platform numbers it.
    pub rounding_method: Option<u8>,
    /// To how much it is rounded.
    pub rounding_precision: Option<u64>,
    /// In which steps it is counted.
    pub step_size: Option<u64>,
}
