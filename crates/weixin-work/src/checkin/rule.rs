//! Rules of attendance, as the platform tells them.

use crate::checkin::CheckinsHandle;
use weixin_api::{Timestamp, endpoint, int_enum};
use weixin_protocol::UserId;

use super::overtime::{OvertimeConfig, OvertimeRule};

/// Tells by which rules members work on a day.
#[endpoint(POST "/cgi-bin/checkin/getcheckinoption", title = "获取员工打卡规则",
    doc = "https://developer.work.weixin.qq.com/document/path/90263",
    scope(work), retry = safe, reply = MemberCheckinOptions, call = checkins.rules_of)]
pub struct GetCheckinOption {
    /// The day, at midnight.
    pub datetime: Timestamp,
    /// Whose: up to 100 members.
    pub useridlist: Vec<UserId>,
}

/// Which rules members have.
#[endpoint(part, reply_to(GetCheckinOption))]
pub struct MemberCheckinOptions {
    /// One for each member.
    #[serde(default)]
    pub info: Vec<MemberCheckinOption>,
}

/// The rule of a member.
#[endpoint(part)]
pub struct MemberCheckinOption {
    /// The member.
    pub userid: UserId,
    /// The rule.
    pub group: Option<CheckinRule>,
}

/// Gives all rules of the corporation.
#[endpoint(POST "/cgi-bin/checkin/getcorpcheckinoption", title = "获取企业所有打卡规则",
    doc = "https://developer.work.weixin.qq.com/document/path/93384",
    scope(work), retry = safe, reply = CorpCheckinOptions, call = checkins.rules)]
pub struct GetCorpCheckinOption {}

/// All rules of a corporation.
#[endpoint(part, reply_to(GetCorpCheckinOption))]
pub struct CorpCheckinOptions {
    /// The rules.
    #[serde(default)]
    pub group: Vec<CheckinRule>,
}

/// A rule of attendance. Times of day are in seconds after midnight.
#[endpoint(part)]
pub struct CheckinRule {
    /// The rule.
    pub groupid: Option<u64>,
    /// What it is.
    pub grouptype: Option<CheckinRuleType>,
    /// Its name.
    pub groupname: Option<String>,
    /// When to come and go.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub checkindate: Vec<CheckinDate>,
    /// Days on which members come though they usually would not.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub spe_workdays: Vec<SpecialDay>,
    /// Days on which members do not come though they usually would.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub spe_offdays: Vec<SpecialDay>,
    /// Whether public holidays are free.
    pub sync_holidays: Option<bool>,
    /// Whether a picture must be taken.
    pub need_photo: Option<bool>,
    /// Whether pictures may come from the album.
    pub note_can_use_local_pic: Option<bool>,
    /// Whether records can be made on days off.
    pub allow_checkin_offworkday: Option<bool>,
    /// Whether a member may apply to make up for missing records.
    pub allow_apply_offworkday: Option<bool>,
    /// How often a month; -1 without limit.
    pub allow_apply_bk_cnt: Option<i64>,
    /// For how many days; -1 without limit.
    pub allow_apply_bk_day_limit: Option<i64>,
    /// Until which day of the next month.
    pub buka_limit_next_month: Option<i64>,
    /// Wi-Fi networks to come to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub wifimac_infos: Vec<CheckinWifi>,
    /// Places to come to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub loc_infos: Vec<CheckinPlace>,
    /// The shifts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub schedulelist: Vec<CheckinShift>,
    /// What may be made up for, as bits.
    pub buka_restriction: Option<i64>,
    /// When a new day begins.
    pub span_day_time: Option<u64>,
    /// How many seconds a day are worked, where times are free.
    pub standard_work_duration: Option<u64>,
    /// Whether records outside need approval.
    pub open_sp_checkin: Option<bool>,
    /// How records are made, as the platform numbers it in its newer form.
    pub checkin_method_type: Option<u8>,
    /// How records are made: 0 by phone, 2 by device, 3 by phone or device.
    #[serde(rename = "type")]
    pub kind: Option<u8>,
    /// Whom it is for.
    pub range: Option<CheckinRange>,
    /// Who needs no records.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub white_users: Vec<UserId>,
    /// Who gets reports.
    pub reporterinfo: Option<CheckinReporters>,
    /// How work beyond the usual time counts.
    pub ot_info: Option<OvertimeRule>,
    /// The same, in the newer form.
    pub ot_info_v2: Option<OvertimeConfig>,
    /// What happens elsewhere: 0 it counts as wrong, 1 it counts as outside, 2 it is refused.
    pub option_out_range: Option<u8>,
    /// Whether faces are recognised.
    pub use_face_detect: Option<bool>,
    /// Whether faces must be alive.
    pub open_face_live_detect: Option<bool>,
    /// How many seconds between coming and going at least, where times are free.
    pub offwork_interval_time: Option<u64>,
    /// Whether records of work outside count.
    pub sync_out_checkin: Option<bool>,
    /// When members are reminded of missing records.
    pub buka_remind: Option<CorrectionReminder>,
    /// Who made it.
    pub create_userid: Option<UserId>,
    /// Who changed it.
    pub update_userid: Option<UserId>,
    /// When it was made.
    pub create_time: Option<Timestamp>,
}

int_enum! {
    /// What a rule of attendance is.
    pub enum CheckinRuleType {
        /// Fixed times.
        Fixed = 1,
        /// Shifts.
        Shifts = 2,
        /// Free times.
        Free = 3,
    }
}

/// When to come and go on some days of the week. Times are in seconds after midnight.
#[endpoint(part)]
#[derive(Default)]
pub struct CheckinDate {
    /// The days: 0 (Sunday) to 6.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub workdays: Vec<u32>,
    /// The parts of the day.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub checkintime: Vec<CheckinTime>,
    /// Whether going needs no record.
    pub noneed_offwork: Option<bool>,
    /// How many milliseconds later one may come; older rules only.
    pub flex_time: Option<u64>,
    /// Whether members may come or go at other times.
    pub allow_flex: Option<bool>,
    /// How many seconds later one may come.
    pub flex_on_duty_time: Option<u64>,
    /// How many seconds earlier one may go.
    pub flex_off_duty_time: Option<u64>,
    /// How many seconds earlier one may come, and go.
    pub max_allow_arrive_early: Option<u64>,
    /// How many seconds later one may come, and go.
    pub max_allow_arrive_late: Option<u64>,
    /// How many milliseconds before it counts.
    pub limit_aheadtime: Option<u64>,
    /// Who went late may come late.
    pub late_rule: Option<LateRule>,
    /// Days that differ from week to week.
    pub biweekly: Option<Biweekly>,
}

/// A part of a day. Times are in seconds after midnight.
#[endpoint(part)]
#[derive(Default)]
pub struct CheckinTime {
    /// The part.
    pub time_id: Option<u64>,
    /// When to come.
    pub work_sec: Option<u64>,
    /// When to go.
    pub off_work_sec: Option<u64>,
    /// When one may come at the earliest.
    pub earliest_work_sec: Option<u64>,
    /// When one may come at the latest.
    pub latest_work_sec: Option<u64>,
    /// When one may go at the earliest.
    pub earliest_off_work_sec: Option<u64>,
    /// When one may go at the latest.
    pub latest_off_work_sec: Option<u64>,
    /// When members are reminded to come.
    pub remind_work_sec: Option<u64>,
    /// When members are reminded to go.
    pub remind_off_work_sec: Option<u64>,
    /// Whether there is a break.
    pub allow_rest: Option<bool>,
    /// When the break begins.
    pub rest_begin_time: Option<u64>,
    /// When the break ends.
    pub rest_end_time: Option<u64>,
    /// The breaks.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rest_times: Vec<RestTime>,
    /// Whether coming needs no record.
    pub no_need_checkon: Option<bool>,
    /// Whether going needs no record.
    pub no_need_checkoff: Option<bool>,
}

/// A break, in seconds after midnight.
#[endpoint(part)]
pub struct RestTime {
    /// When it begins.
    pub rest_begin_time: u64,
    /// When it ends.
    pub rest_end_time: u64,
}

/// Days with other times than usual.
#[endpoint(part)]
#[derive(Default)]
pub struct SpecialDay {
    /// 0 one day, 1 several.
    #[serde(rename = "type")]
    pub kind: Option<u8>,
    /// The day, at midnight.
    pub timestamp: Option<Timestamp>,
    /// The first day, at midnight.
    pub begintime: Option<Timestamp>,
    /// The last day, at midnight.
    pub endtime: Option<Timestamp>,
    /// The parts of the day.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub checkintime: Vec<CheckinTime>,
    /// What they are.
    pub notes: Option<String>,
}

/// A Wi-Fi network to come to.
#[endpoint(part)]
#[derive(Default)]
pub struct CheckinWifi {
    /// Its name.
    pub wifiname: Option<String>,
    /// Its address.
    pub wifimac: Option<String>,
}

/// A place to come to.
#[endpoint(part)]
pub struct CheckinPlace {
    /// Its name.
    pub loc_title: Option<String>,
    /// The address.
    pub loc_detail: Option<String>,
    /// The longitude in millionths of a degree.
    pub lng: f64,
    /// The latitude in millionths of a degree.
    pub lat: f64,
    /// How many metres away still counts.
    pub distance: Option<u64>,
}

/// A shift. Times are in seconds after midnight.
#[endpoint(part)]
pub struct CheckinShift {
    /// The shift.
    pub schedule_id: Option<u64>,
    /// Its name.
    pub schedule_name: Option<String>,
    /// Its parts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub time_section: Vec<CheckinTime>,
    /// Whether going needs no record.
    pub noneed_offwork: Option<bool>,
    /// How many milliseconds before it counts.
    pub limit_aheadtime: Option<u64>,
    /// How many seconds after it counts.
    pub limit_offtime: Option<u64>,
    /// Whether members may come or go at other times.
    pub allow_flex: Option<bool>,
    /// How many seconds later one may come.
    pub flex_on_duty_time: Option<u64>,
    /// How many seconds earlier one may go.
    pub flex_off_duty_time: Option<u64>,
    /// How many seconds earlier one may come, and go.
    pub max_allow_arrive_early: Option<u64>,
    /// How many seconds later one may come, and go.
    pub max_allow_arrive_late: Option<u64>,
    /// Who went late may come late.
    pub late_rule: Option<LateRule>,
    /// Days that differ from week to week.
    pub biweekly: Option<Biweekly>,
}

/// Who went late may come late on the next day.
#[endpoint(part)]
#[derive(Default)]
pub struct LateRule {
    /// Whether that is so.
    pub allow_offwork_after_time: Option<bool>,
    /// How many seconds later one went, where there is one step.
    pub offwork_after_time: Option<u64>,
    /// How many seconds later one may come, where there is one step.
    pub onwork_flex_time: Option<u64>,
    /// The steps.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub timerules: Vec<LateStep>,
}

/// How late one may come after going how late.
#[endpoint(part)]
#[derive(Default)]
pub struct LateStep {
    /// How many seconds later one went.
    pub offwork_after_time: Option<u64>,
    /// How many seconds later one may come.
    pub onwork_flex_time: Option<u64>,
}

/// Days that differ from week to week.
#[endpoint(part)]
#[derive(Default)]
pub struct Biweekly {
    /// Whether that is so.
    pub enable_weekday_recurrence: Option<bool>,
    /// The days in odd weeks: 0 (Sunday) to 6.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub odd_workdays: Vec<u32>,
    /// The days in even weeks: 0 (Sunday) to 6.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub even_workdays: Vec<u32>,
}

/// Whom a rule is for.
#[endpoint(part)]
#[derive(Default)]
pub struct CheckinRange {
    /// Members.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub userid: Vec<UserId>,
    /// Departments.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub partyid: Vec<u64>,
    /// Tags.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tagid: Vec<u64>,
}

/// Who gets reports.
#[endpoint(part)]
pub struct CheckinReporters {
    /// The members and tags.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reporters: Vec<CheckinReporter>,
    /// When that was changed.
    pub updatetime: Option<Timestamp>,
}

/// One who gets reports.
#[endpoint(part)]
#[derive(Default)]
pub struct CheckinReporter {
    /// A member.
    pub userid: Option<UserId>,
    /// A tag whose members get them.
    pub tagid: Option<u64>,
}

/// When members are reminded of missing records.
#[endpoint(part)]
pub struct CorrectionReminder {
    /// Whether they are.
    pub open_remind: bool,
    /// On which day.
    pub buka_remind_day: Option<i64>,
    /// Of which month: 0 the same, 1 the next.
    pub buka_remind_month: Option<i64>,
}
