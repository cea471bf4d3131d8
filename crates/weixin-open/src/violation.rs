//! Violations of the platform's rules, and appeals (违规与申诉). `/wxa/getillegalrecords`,
//! `/wxa/getappealrecords`

use weixin_api::{Timestamp, endpoint, group, int_enum};
use weixin_protocol::{AppId, Header, MediaId, inbound};

group! {
    /// Violations of the platform's rules, and appeals (违规与申诉).
    violations: [GetIllegalRecords, GetAppealRecords]
}

weixin_api::string_id! {
    /// A violation of the platform's rules (违规记录 ID, illegal_record_id).
    IllegalRecordId
    /// A violation with its penalty (处罚 ID, punish_id).
    PunishId
}

weixin_api::integer_id! {
    /// An appeal against a violation (申诉单 ID, appeal_record_id).
    AppealRecordId(u64)
}

weixin_protocol::messages![IllegalRecordAdded, Punished, AppealRecordChanged];

/// Returns violations of the last 90 days.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Mini};
/// # use weixin_open::violation::*;
/// # async fn example(wx: impl Caller<Kind = Mini>) -> Result<(), Error> {
/// for record in wx.violations().list().await?.records {
///     println!("{}: {:?}", record.illegal_record_id, record.rule_name);
/// }
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/wxa/getillegalrecords", title = "获取小程序违规处罚记录",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/record-management/getIllegalRecords.html",
    scope(mini), retry = safe, reply = IllegalRecords, call = violations.list)]
pub struct GetIllegalRecords {
    /// Only violations at this time or later; the latest ones if left out.
    pub start_time: Option<Timestamp>,
    /// Only violations before this time.
    pub end_time: Option<Timestamp>,
}

/// Violations of the platform's rules.
#[endpoint(part, reply_to(GetIllegalRecords))]
pub struct IllegalRecords {
    /// The violations that match.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub records: Vec<IllegalRecord>,
}

/// A violation of the platform's rules.
#[endpoint(part)]
pub struct IllegalRecord {
    /// The id of the violation, for [`GetAppealRecords`].
    pub illegal_record_id: IllegalRecordId,
    /// When the violation was recorded.
    pub create_time: Option<Timestamp>,
    /// The reason of the violation.
    pub illegal_reason: Option<String>,
    /// The content that violated the rule.
    pub illegal_content: Option<String>,
    /// The address of the rule.
    pub rule_url: Option<String>,
    /// The name of the rule that was violated.
    pub rule_name: Option<String>,
}

/// Returns the appeals against a violation.
#[endpoint(POST "/wxa/getappealrecords", title = "获取小程序申诉记录",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/record-management/getAppealRecords.html",
    scope(mini), retry = safe, reply = AppealRecords, call = violations.appeals)]
pub struct GetAppealRecords {
    /// The violation that is meant.
    pub illegal_record_id: IllegalRecordId,
}

/// The appeals against a violation.
#[endpoint(part, reply_to(GetAppealRecords))]
pub struct AppealRecords {
    /// The appeals, by either party.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub records: Vec<AppealRecord>,
}

/// An appeal against a violation.
#[endpoint(part)]
pub struct AppealRecord {
    /// The id of the appeal, which [`AppealRecordChanged`] repeats.
    pub appeal_record_id: AppealRecordId,
    /// When the appeal was made.
    pub appeal_time: Option<Timestamp>,
    /// How many appeals against this violation there were, with this one.
    pub appeal_count: Option<u32>,
    /// Who made the appeal.
    pub appeal_from: Option<AppealFrom>,
    /// The state of the appeal.
    pub appeal_status: Option<AppealStatus>,
    /// When the appeal was decided.
    pub audit_time: Option<Timestamp>,
    /// The reason of the decision.
    pub audit_reason: Option<String>,
    /// The reason of the penalty.
    pub punish_description: Option<String>,
    /// The violations with the statements of the appeal.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub materials: Vec<AppealMaterials>,
}

int_enum! {
    /// Who has made an appeal (申诉来源).
    pub enum AppealFrom {
        /// The owner of the Mini Program (用户).
        Owner = 0,
        /// The third-party platform (服务商).
        Component = 1,
    }
}

int_enum! {
    /// The state of an appeal (申诉状态).
    pub enum AppealStatus {
        /// It is under review (正在处理).
        Processing = 1,
        /// It was upheld (申诉通过).
        Passed = 2,
        /// It was rejected (申诉不通过).
        Rejected = 3,
        /// It was withdrawn (申诉已撤销).
        Withdrawn = 4,
    }
}

/// A violation and the statement of the appeal about it.
#[endpoint(part, inbound)]
pub struct AppealMaterials {
    /// The violation that is meant.
    #[field(name = "illegal_material")]
    pub illegal_material: Option<IllegalMaterial>,
    /// The statement of the appeal.
    #[field(name = "appeal_material")]
    pub appeal_material: Option<AppealMaterial>,
}

/// Content that violated a rule.
#[endpoint(part, inbound)]
pub struct IllegalMaterial {
    /// The description of the content.
    #[field(name = "content")]
    pub content: Option<String>,
    /// The address of the content.
    #[field(name = "content_url")]
    pub content_url: Option<String>,
}

/// The statement of an appeal.
#[endpoint(part, inbound)]
pub struct AppealMaterial {
    /// The statement in words.
    #[field(name = "reason")]
    pub reason: Option<String>,
    /// Evidence as temporary media.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[field(name = "proof_material_id")]
    pub proof_material_ids: Vec<MediaId>,
}

/// The Mini Program has violated a rule of the platform. The third-party platform that acts for it
/// gets it too.
#[inbound(event = "wxa_illegal_record", scope(mini))]
pub struct IllegalRecordAdded {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The violation that is meant.
    #[field(name = "illegal_record_id")]
    pub illegal_record_id: Option<IllegalRecordId>,
    /// The Mini Program.
    #[field(name = "appid")]
    pub appid: Option<AppId>,
    /// When the violation was recorded.
    #[field(name = "create_time")]
    pub create_time: Option<Timestamp>,
    /// The reason of the violation.
    #[field(name = "illegal_reason")]
    pub illegal_reason: Option<String>,
    /// The content that violated the rule.
    #[field(name = "illegal_content")]
    pub illegal_content: Option<String>,
    /// The address of the rule.
    #[field(name = "rule_url")]
    pub rule_url: Option<String>,
    /// The name of the rule that was violated.
    #[field(name = "rule_name")]
    pub rule_name: Option<String>,
}

/// The Mini Program has violated a rule of the platform and is penalized. The third-party platform
/// that acts for it gets it too.
#[inbound(event = "wxa_punish_event", scope(mini))]
pub struct Punished {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The kind of content of `detail`, as the platform numbers it.
    #[field(name = "event_type")]
    pub event_type: Option<i64>,
    /// The violation with its penalty.
    #[field(name = "punish_id")]
    pub punish_id: Option<PunishId>,
    /// The Mini Program.
    #[field(name = "appid")]
    pub appid: Option<AppId>,
    /// When the penalty was imposed.
    #[field(name = "punish_time")]
    pub punish_time: Option<Timestamp>,
    /// The reason of the violation.
    #[field(name = "illegal_reason")]
    pub illegal_reason: Option<String>,
    /// The content that violated the rule.
    #[field(name = "illegal_content")]
    pub illegal_content: Option<String>,
    /// The name of the rule that was violated.
    #[field(name = "rule_name")]
    pub rule_name: Option<String>,
    /// The address of the rule.
    #[field(name = "rule_url")]
    pub rule_url: Option<String>,
    /// The address of a guide on corrections and appeals.
    #[field(name = "adjust_guide_url")]
    pub adjust_guide_url: Option<String>,
    /// The particulars as JSON text.
    #[field(name = "detail")]
    pub detail: Option<String>,
}

/// An appeal against a violation was made or decided. The third-party platform that acts for the
/// Mini Program gets it too.
#[inbound(event = "wxa_appeal_record", scope(mini))]
pub struct AppealRecordChanged {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The appeal that is meant.
    #[field(name = "appeal_record_id")]
    pub appeal_record_id: Option<AppealRecordId>,
    /// The Mini Program.
    #[field(name = "appid")]
    pub appid: Option<AppId>,
    /// When the appeal was made.
    #[field(name = "appeal_time")]
    pub appeal_time: Option<Timestamp>,
    /// How many appeals against this violation there were, with this one.
    #[field(name = "appeal_count")]
    pub appeal_count: Option<u32>,
    /// Who made the appeal.
    #[field(name = "appeal_from")]
    pub appeal_from: Option<AppealFrom>,
    /// The state of the appeal.
    #[field(name = "appeal_status")]
    pub appeal_status: Option<AppealStatus>,
    /// When the appeal was decided.
    #[field(name = "audit_time")]
    pub audit_time: Option<Timestamp>,
    /// The reason of the decision.
    #[field(name = "audit_reason")]
    pub audit_reason: Option<String>,
    /// The reason of the penalty.
    #[field(name = "punish_description")]
    pub punish_description: Option<String>,
    /// The violations with the statements of the appeal.
    #[field(name = "material")]
    pub material: Vec<AppealMaterials>,
}
