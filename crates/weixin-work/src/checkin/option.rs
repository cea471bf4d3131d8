//! Creating and changing rules.

use weixin_api::{endpoint, int_enum};
use weixin_protocol::UserId;

use super::overtime::OvertimeConfig;
use super::rule::{
    CheckinAlternation, CheckinDate, CheckinMethod, CheckinPlace, CheckinRange, CheckinReporters,
    CheckinRuleId, CheckinRuleType, CheckinShift, CheckinWifi, CorrectionReminder, OutOfRange,
    SpecialDay,
};
use crate::checkin::CheckinsHandle;

/// Creates an attendance rule (打卡规则).
///
/// Fails with 301094 when a field of the rule is not allowed, with 301095 when the corporation has
/// as many rules as possible, with 301096 when too many are being created at once.
#[endpoint(POST "/cgi-bin/checkin/add_checkin_option", title = "创建打卡规则",
    doc = "https://developer.work.weixin.qq.com/document/path/98041",
    scope(work), call = checkins.add_rule)]
pub struct AddCheckinOption {
    /// Whether the rule takes effect at once; `None` means from tomorrow on.
    pub effective_now: Option<bool>,
    /// The rule; its `groupid` is ignored.
    pub group: NewCheckinRule,
}

/// An attendance rule to create or to change. Times of day are in seconds after midnight.
#[endpoint(part)]
pub struct NewCheckinRule {
    /// The rule; required when it is changed.
    pub groupid: Option<CheckinRuleId>,
    /// How the working time is set.
    pub grouptype: CheckinRuleType,
    /// The name of the rule.
    pub groupname: String,
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
    /// What happens to records outside the allowed places.
    pub option_out_range: Option<OutOfRange>,
    /// The working days and times; not for shifts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub checkindate: Vec<CheckinDate>,
    /// Extra working days (必须打卡的日期).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub spe_workdays: Vec<SpecialDay>,
    /// Extra days off (不用打卡的日期).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub spe_offdays: Vec<SpecialDay>,
    /// The Wi-Fi networks in which members can check in.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub wifimac_infos: Vec<CheckinWifi>,
    /// The places at which members can check in.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub loc_infos: Vec<CheckinPlace>,
    /// The shifts (班次); for shifts only.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub schedulelist: Vec<CheckinShift>,
    /// How overtime is counted.
    pub ot_info_v2: Option<OvertimeConfig>,
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
}

/// Changes an attendance rule that this app created. Fields that are left out, and empty lists,
/// keep their value.
///
/// Fails with 301089 when there is no such rule, with 301092 when the app may not change it, with
/// 301094 when a field is not allowed.
#[endpoint(POST "/cgi-bin/checkin/update_checkin_option", title = "修改打卡规则",
    doc = "https://developer.work.weixin.qq.com/document/path/98041",
    scope(work), retry = safe, call = checkins.update_rule)]
pub struct UpdateCheckinOption {
    /// Whether the change takes effect at once; `None` means from tomorrow on.
    pub effective_now: Option<bool>,
    /// The new values; `groupid` names the rule.
    pub group: NewCheckinRule,
}

int_enum! {
    /// A list of an attendance rule. Wi-Fi networks and places cannot both be empty.
    pub enum CheckinListField {
        /// The extra working days, [`NewCheckinRule::spe_workdays`].
        SpecialWorkdays = 1,
        /// The extra days off, [`NewCheckinRule::spe_offdays`].
        SpecialOffdays = 2,
        /// The Wi-Fi networks, [`NewCheckinRule::wifimac_infos`].
        Wifi = 3,
        /// The places, [`NewCheckinRule::loc_infos`].
        Places = 4,
    }
}

/// Empties lists of an attendance rule, which [`UpdateCheckinOption`] cannot do.
#[endpoint(POST "/cgi-bin/checkin/clear_checkin_option_array_field", title = "清空打卡规则数组元素",
    doc = "https://developer.work.weixin.qq.com/document/path/98041",
    scope(work), retry = safe, call = checkins.clear_rule)]
pub struct ClearCheckinOption {
    /// The rule to change, one that this app created.
    pub groupid: CheckinRuleId,
    /// The lists to empty.
    pub clear_field: Vec<CheckinListField>,
    /// Whether the change takes effect at once; `None` means from tomorrow on.
    pub effective_now: Option<bool>,
}

/// Deletes an attendance rule that this app created.
///
/// Fails with 301089 when there is no such rule, with 301092 when the app may not change it.
#[endpoint(POST "/cgi-bin/checkin/del_checkin_option", title = "删除打卡规则",
    doc = "https://developer.work.weixin.qq.com/document/path/98041",
    scope(work), retry = safe, call = checkins.delete_rule)]
pub struct DeleteCheckinOption {
    /// The rule to delete.
    pub groupid: CheckinRuleId,
    /// Whether the rule ends at once; `None` means tomorrow.
    pub effective_now: Option<bool>,
}
