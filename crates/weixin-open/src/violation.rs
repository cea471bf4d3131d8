//! Violations of the platform's rules, and appeals (违规与申诉). `/wxa/getillegalrecords`, `/wxa/getappealrecords`

use weixin_api::{Timestamp, endpoint, group, int_enum};
use weixin_protocol::{AppId, Header, inbound};

group! {
    /// Violations of the platform's rules, and appeals (违规与申诉).
    violations: [GetIllegalRecords, GetAppealRecords]
}

weixin_protocol::messages![IllegalRecordAdded, Punished, AppealRecordChanged];

/// Gives the violations of 90 days: the last ones, or those after the beginning or before the end
/// that is given.
#[endpoint(POST "/wxa/getillegalrecords", title = "获取小程序违规处罚记录",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/record-management/getIllegalRecords.html",
    scope(mini), retry = safe, reply = IllegalRecords, call = violations.list)]
pub struct GetIllegalRecords {
    /// The beginning.
    pub start_time: Option<Timestamp>,
    /// The end.
    pub end_time: Option<Timestamp>,
}

/// Violations of the platform's rules.
#[endpoint(part, reply_to(GetIllegalRecords))]
pub struct IllegalRecords {
    /// The violations.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub records: Vec<IllegalRecord>,
}

/// A violation of the platform's rules.
#[endpoint(part)]
pub struct IllegalRecord {
    /// Its id.
    pub illegal_record_id: String,
    /// When.
    pub create_time: Option<Timestamp>,
    /// What was wrong.
    pub illegal_reason: Option<String>,
    /// What it was about.
    pub illegal_content: Option<String>,
    /// The address of the rule.
    pub rule_url: Option<String>,
    /// The rule.
    pub rule_name: Option<String>,
}

/// Gives the appeals against a violation.
#[endpoint(POST "/wxa/getappealrecords", title = "获取小程序申诉记录",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/record-management/getAppealRecords.html",
    scope(mini), retry = safe, reply = AppealRecords, call = violations.appeals)]
pub struct GetAppealRecords {
    /// The violation.
    pub illegal_record_id: String,
}

/// Appeals against a violation.
#[endpoint(part, reply_to(GetAppealRecords))]
pub struct AppealRecords {
    /// The appeals.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub records: Vec<AppealRecord>,
}

/// An appeal against a violation.
#[endpoint(part)]
pub struct AppealRecord {
    /// Its number.
    pub appeal_record_id: u64,
    /// When.
    pub appeal_time: Option<Timestamp>,
    /// Which of the appeals against it.
    pub appeal_count: Option<u32>,
    /// Who appealed.
    pub appeal_from: Option<AppealFrom>,
    /// How it stands.
    pub appeal_status: Option<AppealStatus>,
    /// When it was decided.
    pub audit_time: Option<Timestamp>,
    /// Why it was decided so.
    pub audit_reason: Option<String>,
    /// What the penalty was for.
    pub punish_description: Option<String>,
    /// What was wrong, and what was said to it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub materials: Vec<AppealMaterials>,
}

int_enum! {
    /// Who has appealed.
    pub enum AppealFrom {
        /// The Mini Program's owner.
        Owner = 0,
        /// The third-party platform.
        Component = 1,
    }
}

int_enum! {
    /// How an appeal stands.
    pub enum AppealStatus {
        /// It is being looked at.
        Processing = 1,
        /// It was right.
        Passed = 2,
        /// It was not.
        Refused = 3,
        /// It was taken back.
        Withdrawn = 4,
    }
}

/// What was wrong, and what was said to it.
#[endpoint(part)]
pub struct AppealMaterials {
    /// What was wrong.
    pub illegal_material: Option<IllegalMaterial>,
    /// What was said to it.
    pub appeal_material: Option<AppealMaterial>,
}

/// What was wrong.
#[endpoint(part)]
pub struct IllegalMaterial {
    /// In words.
    pub content: Option<String>,
    /// Where it stands.
    pub content_url: Option<String>,
}

/// What was said to a violation.
#[endpoint(part)]
pub struct AppealMaterial {
    /// In words.
    pub reason: Option<String>,
    /// What proves it: ids of temporary media.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub proof_material_ids: Vec<String>,
}

/// The Mini Program has violated a rule of the platform. Event `wxa_illegal_record`.
#[inbound(event = "wxa_illegal_record", scope(mini))]
pub struct IllegalRecordAdded {
    /// From whom, to whom, when.
    pub header: Header,
    /// The violation.
    #[field(name = "illegal_record_id")]
    pub illegal_record_id: Option<String>,
    /// The Mini Program.
    #[field(name = "appid")]
    pub appid: Option<AppId>,
    /// When.
    #[field(name = "create_time")]
    pub create_time: Option<i64>,
    /// What was wrong.
    #[field(name = "illegal_reason")]
    pub illegal_reason: Option<String>,
    /// What it was about.
    #[field(name = "illegal_content")]
    pub illegal_content: Option<String>,
    /// The address of the rule.
    #[field(name = "rule_url")]
    pub rule_url: Option<String>,
    /// The rule.
    #[field(name = "rule_name")]
    pub rule_name: Option<String>,
}

/// The Mini Program has violated a rule of the platform, with what follows from it. Event
/// `wxa_punish_event`.
#[inbound(event = "wxa_punish_event", scope(mini))]
pub struct Punished {
    /// From whom, to whom, when.
    pub header: Header,
    /// What `detail` holds.
    #[field(name = "event_type")]
    pub event_type: Option<i64>,
    /// The violation.
    #[field(name = "punish_id")]
    pub punish_id: Option<String>,
    /// The Mini Program.
    #[field(name = "appid")]
    pub appid: Option<AppId>,
    /// When.
    #[field(name = "punish_time")]
    pub punish_time: Option<i64>,
    /// What was wrong.
    #[field(name = "illegal_reason")]
    pub illegal_reason: Option<String>,
    /// What it was about.
    #[field(name = "illegal_content")]
    pub illegal_content: Option<String>,
    /// The rule.
    #[field(name = "rule_name")]
    pub rule_name: Option<String>,
    /// The address of the rule.
    #[field(name = "rule_url")]
    pub rule_url: Option<String>,
    /// Where it says how to appeal and what to do.
    #[field(name = "adjust_guide_url")]
    pub adjust_guide_url: Option<String>,
    /// The particulars, as JSON in a text.
    #[field(name = "detail")]
    pub detail: Option<String>,
}

/// An appeal was made or decided. Event `wxa_appeal_record`.
#[inbound(event = "wxa_appeal_record", scope(mini))]
pub struct AppealRecordChanged {
    /// From whom, to whom, when.
    pub header: Header,
    /// The appeal.
    #[field(name = "appeal_record_id")]
    pub appeal_record_id: Option<u64>,
    /// The Mini Program.
    #[field(name = "appid")]
    pub appid: Option<AppId>,
    /// When it was made.
    #[field(name = "appeal_time")]
    pub appeal_time: Option<i64>,
    /// Which of the appeals against the violation.
    #[field(name = "appeal_count")]
    pub appeal_count: Option<u32>,
    /// Who made it; see [`AppealFrom`].
    #[field(name = "appeal_from")]
    pub appeal_from: Option<i64>,
    /// How it stands; see [`AppealStatus`].
    #[field(name = "appeal_status")]
    pub appeal_status: Option<i64>,
    /// When it was decided.
    #[field(name = "audit_time")]
    pub audit_time: Option<i64>,
    /// Why it was decided so.
    #[field(name = "audit_reason")]
    pub audit_reason: Option<String>,
    /// What the penalty was for.
    #[field(name = "punish_description")]
    pub punish_description: Option<String>,
    /// What was wrong, and what was said to it.
    #[field(name = "material")]
    pub material: Vec<AppealedMaterial>,
}

/// What was wrong, and what was said to it.
#[inbound(part)]
pub struct AppealedMaterial {
    /// What was wrong.
    #[field(name = "illegal_material")]
    pub illegal_material: Option<AppealedContent>,
    /// What was said to it.
    #[field(name = "appeal_material")]
    pub appeal_material: Option<AppealedProof>,
}

/// What was wrong.
#[inbound(part)]
pub struct AppealedContent {
    /// In words.
    #[field(name = "content")]
    pub content: Option<String>,
    /// Where it stands.
    #[field(name = "content_url")]
    pub content_url: Option<String>,
}

/// What was said to a violation.
#[inbound(part)]
pub struct AppealedProof {
    /// In words.
    #[field(name = "reason")]
    pub reason: Option<String>,
    /// What proves it: ids of temporary media.
    #[field(name = "proof_material_id")]
    pub proof_material_id: Vec<String>,
}
