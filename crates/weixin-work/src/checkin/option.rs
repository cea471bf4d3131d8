//! Making and changing rules.

use crate::checkin::CheckinsHandle;
use weixin_api::endpoint;
use weixin_protocol::UserId;

use super::overtime::OvertimeConfig;
use super::rule::{
    CheckinDate, CheckinPlace, CheckinRange, CheckinReporters, CheckinRuleType, CheckinShift,
    CheckinWifi, CorrectionReminder, SpecialDay,
};

/// Makes a rule of attendance.
#[endpoint(POST "/cgi-bin/checkin/add_checkin_option", title = "创建打卡规则",
    doc = "https://developer.work.weixin.qq.com/document/path/98041",
    scope(work), call = checkins.add_rule)]
pub struct AddCheckinOption {
    /// Whether it counts at once; else from tomorrow.
    pub effective_now: Option<bool>,
    /// The rule.
    pub group: NewCheckinRule,
}

/// A rule of attendance to make or to change. Times of day are in seconds after midnight.
#[endpoint(part)]
pub struct NewCheckinRule {
    /// The rule, when it is changed.
    pub groupid: Option<u64>,
    /// What it is.
    pub grouptype: CheckinRuleType,
    /// Its name.
    pub groupname: String,
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
    /// What happens elsewhere: 0 it counts as wrong, 1 it counts as outside, 2 it is refused.
    pub option_out_range: Option<u8>,
    /// When to come and go.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub checkindate: Vec<CheckinDate>,
    /// Days on which members come though they usually would not.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub spe_workdays: Vec<SpecialDay>,
    /// Days on which members do not come though they usually would.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub spe_offdays: Vec<SpecialDay>,
    /// Wi-Fi networks to come to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub wifimac_infos: Vec<CheckinWifi>,
    /// Places to come to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub loc_infos: Vec<CheckinPlace>,
    /// The shifts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub schedulelist: Vec<CheckinShift>,
    /// How work beyond the usual time counts.
    pub ot_info_v2: Option<OvertimeConfig>,
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
}

/// Changes a rule of attendance; what is left out stays as it is.
#[endpoint(POST "/cgi-bin/checkin/update_checkin_option", title = "修改打卡规则",
    doc = "https://developer.work.weixin.qq.com/document/path/98041",
    scope(work), retry = safe, call = checkins.update_rule)]
pub struct UpdateCheckinOption {
    /// Whether it counts at once; else from tomorrow.
    pub effective_now: Option<bool>,
    /// The rule, with its number.
    pub group: NewCheckinRule,
}

/// Empties lists of a rule, which an update cannot.
#[endpoint(POST "/cgi-bin/checkin/clear_checkin_option_array_field", title = "清空打卡规则数组元素",
    doc = "https://developer.work.weixin.qq.com/document/path/98041",
    scope(work), retry = safe, call = checkins.clear_rule)]
pub struct ClearCheckinOption {
    /// The rule.
    pub groupid: u64,
    /// The lists, as the platform numbers them.
    pub clear_field: Vec<u32>,
    /// Whether it counts at once; else from tomorrow.
    pub effective_now: Option<bool>,
}

/// Deletes a rule of attendance.
#[endpoint(POST "/cgi-bin/checkin/del_checkin_option", title = "删除打卡规则",
    doc = "https://developer.work.weixin.qq.com/document/path/98041",
    scope(work), retry = safe, call = checkins.delete_rule)]
pub struct DeleteCheckinOption {
    /// The rule.
    pub groupid: u64,
    /// Whether it counts at once; else from tomorrow.
    pub effective_now: Option<bool>,
}
