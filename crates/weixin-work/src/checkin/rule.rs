//! Reading attendance rules.

use weixin_api::{Timestamp, endpoint, int_enum};
use weixin_protocol::UserId;

use super::overtime::{OvertimeConfig, OvertimeRule};
use crate::checkin::CheckinsHandle;
use crate::ids::{DepartmentId, TagId};

weixin_api::integer_id! {
    /// An attendance rule (打卡规则, groupid).
    CheckinRuleId(u64)
    /// A shift of an attendance rule (班次, schedule_id). 0 is a day off.
    ShiftId(u64)
    /// A section of a working day or a shift, with one time of coming and one of leaving (时段,
    /// time_id or timeline_id).
    CheckinSectionId(u64)
}

/// Returns the attendance rules of up to 100 members on a day.
#[endpoint(POST "/cgi-bin/checkin/getcheckinoption", title = "获取员工打卡规则",
    doc = "https://developer.work.weixin.qq.com/document/path/90263",
    scope(work), retry = safe, reply = MemberCheckinOptions, call = checkins.rules_of)]
pub struct GetCheckinOption {
    /// The day: its midnight. A member's rule can change from day to day.
    pub datetime: Timestamp,
    /// The members: up to 100.
    pub useridlist: Vec<UserId>,
}

/// The attendance rules of members.
#[endpoint(part, reply_to(GetCheckinOption))]
pub struct MemberCheckinOptions {
    /// One entry for each member.
    #[serde(default)]
    pub info: Vec<MemberCheckinOption>,
}

/// The attendance rule of one member.
#[endpoint(part)]
pub struct MemberCheckinOption {
    /// The member that was asked for.
    pub userid: UserId,
    /// The rule that applies to the member.
    pub group: Option<CheckinRule>,
}

/// Returns all attendance rules of the corporation.
///
/// At most 60 calls a minute.
#[endpoint(POST "/cgi-bin/checkin/getcorpcheckinoption", title = "获取企业所有打卡规则",
    doc = "https://developer.work.weixin.qq.com/document/path/93384",
    scope(work), retry = safe, reply = CorpCheckinOptions, call = checkins.rules)]
pub struct GetCorpCheckinOption {}

/// All attendance rules of a corporation.
#[endpoint(part, reply_to(GetCorpCheckinOption))]
pub struct CorpCheckinOptions {
    /// One entry for each rule.
    #[serde(default)]
    pub group: Vec<CheckinRule>,
}

/// An attendance rule (打卡规则). Times of day are in seconds after midnight.
#[endpoint(part)]
pub struct CheckinRule {
    /// The rule's id.
    pub groupid: Option<CheckinRuleId>,
    /// How the working time is set.
    pub grouptype: Option<CheckinRuleType>,
    /// The name of the rule.
    pub groupname: Option<String>,
    /// The working days and times; not for shifts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub checkindate: Vec<CheckinDate>,
    /// Extra working days (必须打卡的日期).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub spe_workdays: Vec<SpecialDay>,
    /// Extra days off (不用打卡的日期).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub spe_offdays: Vec<SpecialDay>,
    /// Whether public holidays are days off (同步法定节假日); not for shifts.
    pub sync_holidays: Option<bool>,
    /// Whether a photo is required.
    pub need_photo: Option<bool>,
    /// Whether pictures from the album can be attached.
    pub note_can_use_local_pic: Option<bool>,
    /// Whether members can check in on days off.
    pub allow_checkin_offworkday: Option<bool>,
    /// Whether members can apply for missed records (补卡申请).
    pub allow_apply_offworkday: Option<bool>,
    /// The number of such applications a month; -1 for no limit.
    pub allow_apply_bk_cnt: Option<i64>,
    /// The number of days back that can be applied for; -1 for no limit.
    pub allow_apply_bk_day_limit: Option<i64>,
    /// The day of the next month until which the past month can be applied for; -1 for no limit.
    pub buka_limit_next_month: Option<i64>,
    /// The Wi-Fi networks in which members can check in.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub wifimac_infos: Vec<CheckinWifi>,
    /// The places at which members can check in.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub loc_infos: Vec<CheckinPlace>,
    /// The shifts (班次); for shifts only.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub schedulelist: Vec<CheckinShift>,
    /// The exceptions that cannot be applied for, as bits: 1 missing, 2 late, 4 early, 8 other. 0
    /// allows all.
    pub buka_restriction: Option<i64>,
    /// The time at which a new day begins (跨天时间).
    pub span_day_time: Option<u64>,
    /// The seconds to work a day; for free times only.
    pub standard_work_duration: Option<u64>,
    /// Whether records outside need an approval (审批打卡).
    pub open_sp_checkin: Option<bool>,
    /// How records of coming and leaving alternate.
    pub checkin_method_type: Option<CheckinAlternation>,
    /// What members check in with.
    #[serde(rename = "type")]
    pub kind: Option<CheckinMethod>,
    /// The members that the rule applies to.
    pub range: Option<CheckinRange>,
    /// Members who need not check in (白名单).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub white_users: Vec<UserId>,
    /// The receivers of the reports.
    pub reporterinfo: Option<CheckinReporters>,
    /// How overtime is counted.
    pub ot_info: Option<OvertimeRule>,
    /// How overtime is counted, in the newer form.
    pub ot_info_v2: Option<OvertimeConfig>,
    /// What happens to records outside the allowed places.
    pub option_out_range: Option<OutOfRange>,
    /// Whether faces are recognized (人脸识别打卡).
    pub use_face_detect: Option<bool>,
    /// Whether the face must be alive (真人验证).
    pub open_face_live_detect: Option<bool>,
    /// The seconds after coming before members can check out; for free times only.
    pub offwork_interval_time: Option<u64>,
    /// Whether records of work outside count (外出打卡同步).
    pub sync_out_checkin: Option<bool>,
    /// When members are reminded of missed records.
    pub buka_remind: Option<CorrectionReminder>,
    /// The member who created the rule.
    pub create_userid: Option<UserId>,
    /// The member who changed it last.
    pub update_userid: Option<UserId>,
    /// The time of creation.
    pub create_time: Option<Timestamp>,
}

int_enum! {
    /// How the working time of a rule is set (打卡规则类型).
    pub enum CheckinRuleType {
        /// Fixed times (固定时间上下班).
        Fixed = 1,
        /// Shifts (按班次上下班).
        Shifts = 2,
        /// Free times (自由上下班).
        Free = 3,
    }
}

int_enum! {
    /// What members check in with (打卡方式).
    pub enum CheckinMethod {
        /// A phone (手机).
        Phone = 0,
        /// An attendance device (智慧考勤机).
        Device = 2,
        /// A phone or an attendance device (手机+智慧考勤机).
        PhoneOrDevice = 3,
    }
}

int_enum! {
    /// What happens to records outside the allowed places (范围外打卡处理方式).
    pub enum OutOfRange {
        /// They count as exceptions (视为范围外异常).
        Exception = 0,
        /// They count as work outside (视为正常外勤).
        Outside = 1,
        /// They are not accepted (不允许范围外打卡).
        Rejected = 2,
    }
}

int_enum! {
    /// How records of coming and leaving alternate (打卡交替方式).
    pub enum CheckinAlternation {
        /// In several pairs a day (多组交替).
        Several = 0,
        /// In one pair a day (单组交替).
        Single = 1,
        /// They do not: only the time and the place are recorded (仅记录打卡时间和位置). For free times
        /// only.
        RecordOnly = 2,
    }
}

/// The working times on some days of the week. Times of day are in seconds after midnight.
#[endpoint(part)]
#[derive(Default)]
pub struct CheckinDate {
    /// The days of the week: 0 (Sunday) to 6 (Saturday).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub workdays: Vec<u32>,
    /// The sections of the day.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub checkintime: Vec<CheckinTime>,
    /// Whether members need not check out.
    pub noneed_offwork: Option<bool>,
    /// The tolerance of coming and leaving in milliseconds (弹性时间). It applies only if
    /// `flex_on_duty_time` and `flex_off_duty_time` are -1.
    pub flex_time: Option<u64>,
    /// Whether members can come and leave at other times (弹性上下班).
    pub allow_flex: Option<bool>,
    /// How many seconds late members can come; -1 if `flex_time` applies.
    pub flex_on_duty_time: Option<i64>,
    /// How many seconds early members can leave; -1 if `flex_time` applies.
    pub flex_off_duty_time: Option<i64>,
    /// How many seconds earlier members can come and leave. It excludes the two fields above.
    pub max_allow_arrive_early: Option<u64>,
    /// How many seconds later members can come and leave. It excludes the two fields above.
    pub max_allow_arrive_late: Option<u64>,
    /// How many milliseconds before work members can check in.
    pub limit_aheadtime: Option<u64>,
    /// How late members can come the day after they left late (晚走晚到).
    pub late_rule: Option<LateRule>,
    /// Working days that differ between odd and even weeks (大小周).
    pub biweekly: Option<Biweekly>,
}

/// A section of a working day. Times are in seconds after midnight.
#[endpoint(part)]
#[derive(Default)]
pub struct CheckinTime {
    /// The section's id, unique within the day or shift.
    pub time_id: Option<CheckinSectionId>,
    /// The due time of coming.
    pub work_sec: Option<u64>,
    /// The due time of leaving.
    pub off_work_sec: Option<u64>,
    /// The earliest time of coming.
    pub earliest_work_sec: Option<u64>,
    /// The latest time of coming.
    pub latest_work_sec: Option<u64>,
    /// The earliest time of leaving.
    pub earliest_off_work_sec: Option<u64>,
    /// The latest time of leaving.
    pub latest_off_work_sec: Option<u64>,
    /// The time members are reminded to check in.
    pub remind_work_sec: Option<u64>,
    /// The time members are reminded to check out.
    pub remind_off_work_sec: Option<u64>,
    /// Whether there is a break.
    pub allow_rest: Option<bool>,
    /// The begin of the break; for a single section only.
    pub rest_begin_time: Option<u64>,
    /// The end of the break; for a single section only.
    pub rest_end_time: Option<u64>,
    /// The breaks, in the newer form.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rest_times: Vec<RestTime>,
    /// Whether members need not check in.
    pub no_need_checkon: Option<bool>,
    /// Whether members need not check out.
    pub no_need_checkoff: Option<bool>,
}

/// A break, in seconds after midnight.
#[endpoint(part)]
pub struct RestTime {
    /// The begin of the break.
    pub rest_begin_time: u64,
    /// The end of the break.
    pub rest_end_time: u64,
}

int_enum! {
    /// Whether an entry of special days is one day or several.
    pub enum SpecialDayKind {
        /// One day.
        Single = 0,
        /// All days of a period.
        Period = 1,
    }
}

/// Days with other working times than usual.
#[endpoint(part)]
#[derive(Default)]
pub struct SpecialDay {
    /// Whether it is one day or several.
    #[serde(rename = "type")]
    pub kind: Option<SpecialDayKind>,
    /// The day: its midnight; for a single day.
    pub timestamp: Option<Timestamp>,
    /// The first day: its midnight; for several days.
    pub begintime: Option<Timestamp>,
    /// The last day: its midnight; for several days.
    pub endtime: Option<Timestamp>,
    /// The sections of the day; empty for days off.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub checkintime: Vec<CheckinTime>,
    /// The name of the days.
    pub notes: Option<String>,
}

/// A Wi-Fi network in which members can check in.
#[endpoint(part)]
#[derive(Default)]
pub struct CheckinWifi {
    /// The name of the network.
    pub wifiname: Option<String>,
    /// The MAC address of the network (BSSID).
    pub wifimac: Option<String>,
}

/// A place at which members can check in.
#[endpoint(part)]
pub struct CheckinPlace {
    /// The name of the place.
    pub loc_title: Option<String>,
    /// The address of the place.
    pub loc_detail: Option<String>,
    /// The longitude in millionths of a degree (GCJ-02).
    pub lng: f64,
    /// The latitude in millionths of a degree (GCJ-02).
    pub lat: f64,
    /// The radius in metres within which records are accepted.
    pub distance: Option<u64>,
}

/// A shift (班次). Times of day are in seconds after midnight.
#[endpoint(part)]
pub struct CheckinShift {
    /// The shift's id.
    pub schedule_id: Option<ShiftId>,
    /// The name of the shift.
    pub schedule_name: Option<String>,
    /// The sections of the shift.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub time_section: Vec<CheckinTime>,
    /// Whether members need not check out.
    pub noneed_offwork: Option<bool>,
    /// How many milliseconds before work members can check in.
    pub limit_aheadtime: Option<u64>,
    /// How many seconds after work members can check out.
    pub limit_offtime: Option<u64>,
    /// Whether members can come and leave at other times (弹性上下班).
    pub allow_flex: Option<bool>,
    /// How many seconds late members can come; -1 if unset.
    pub flex_on_duty_time: Option<i64>,
    /// How many seconds early members can leave; -1 if unset.
    pub flex_off_duty_time: Option<i64>,
    /// How many seconds earlier members can come and leave. It excludes the two fields above.
    pub max_allow_arrive_early: Option<u64>,
    /// How many seconds later members can come and leave. It excludes the two fields above.
    pub max_allow_arrive_late: Option<u64>,
    /// How late members can come the day after they left late (晚走晚到).
    pub late_rule: Option<LateRule>,
    /// Working days that differ between odd and even weeks (大小周).
    pub biweekly: Option<Biweekly>,
}

/// How late members can come the day after they left late (晚走晚到).
#[endpoint(part)]
#[derive(Default)]
pub struct LateRule {
    /// Whether this is allowed.
    pub allow_offwork_after_time: Option<bool>,
    /// How many seconds after work a member left, in the form with one step.
    pub offwork_after_time: Option<u64>,
    /// How many seconds late the member can come, in the form with one step.
    pub onwork_flex_time: Option<u64>,
    /// The steps, in the newer form.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub timerules: Vec<LateStep>,
}

/// How late a member can come after leaving how late.
#[endpoint(part)]
#[derive(Default)]
pub struct LateStep {
    /// How many seconds after work the member left.
    pub offwork_after_time: Option<u64>,
    /// How many seconds late the member can come the next day.
    pub onwork_flex_time: Option<u64>,
}

/// Working days that differ between odd and even weeks (大小周).
#[endpoint(part)]
#[derive(Default)]
pub struct Biweekly {
    /// Whether they differ.
    pub enable_weekday_recurrence: Option<bool>,
    /// The days in odd weeks: 0 (Sunday) to 6 (Saturday).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub odd_workdays: Vec<u32>,
    /// The days in even weeks: 0 (Sunday) to 6 (Saturday).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub even_workdays: Vec<u32>,
}

/// The members that a rule applies to.
#[endpoint(part)]
#[derive(Default)]
pub struct CheckinRange {
    /// Members who are named themselves.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub userid: Vec<UserId>,
    /// Departments with all their members.
    #[serde(default, alias = "party_id", skip_serializing_if = "Vec::is_empty")]
    pub partyid: Vec<DepartmentId>,
    /// Tags with all their members.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tagid: Vec<TagId>,
}

/// The receivers of the reports.
#[endpoint(part)]
pub struct CheckinReporters {
    /// The members and tags.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reporters: Vec<CheckinReporter>,
    /// The time of the last change.
    pub updatetime: Option<Timestamp>,
}

/// A receiver of the reports: a member or a tag.
#[endpoint(part)]
#[derive(Default)]
pub struct CheckinReporter {
    /// The member; `None` for a tag.
    pub userid: Option<UserId>,
    /// The tag whose members receive them; `None` for a member.
    pub tagid: Option<TagId>,
}

int_enum! {
    /// The month in which members are reminded of missed records.
    pub enum ReminderMonth {
        /// The month of the records.
        Same = 0,
        /// The month after it.
        Next = 1,
    }
}

/// When members are reminded of missed records (补卡提醒).
#[endpoint(part)]
pub struct CorrectionReminder {
    /// Whether they are reminded.
    pub open_remind: bool,
    /// The day of the month of the reminder.
    pub buka_remind_day: Option<i64>,
    /// The month of the reminder.
    pub buka_remind_month: Option<ReminderMonth>,
}
