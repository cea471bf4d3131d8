//! Templates of applications.

use crate::approval::ApprovalsHandle;
use weixin_api::endpoint;

/// Gives a template of applications. 600 calls a minute at most.
#[endpoint(POST "/cgi-bin/oa/gettemplatedetail", title = "获取审批模板详情",
    doc = "https://developer.work.weixin.qq.com/document/path/91982",
    scope(work), retry = safe, reply = ApprovalTemplate, call = approvals.template)]
pub struct GetApprovalTemplate {
    /// The template, from the address of its page in the console.
    pub template_id: String,
}

/// A template of applications.
#[endpoint(part, reply_to(GetApprovalTemplate))]
pub struct ApprovalTemplate {
    /// Its name in each language.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub template_names: Vec<ApprovalText>,
    /// What it asks for.
    pub template_content: TemplateContent,
}

/// A text in one language.
#[endpoint(part)]
pub struct ApprovalText {
    /// The text.
    pub text: String,
    /// The language: `zh_CN`, `en`, …
    pub lang: Option<String>,
}

/// What a template asks for.
#[endpoint(part)]
pub struct TemplateContent {
    /// The controls, in their order.
    pub controls: Vec<TemplateControl>,
}

/// A control of a template.
#[endpoint(part)]
pub struct TemplateControl {
    /// What it is.
    pub property: ControlProperty,
    /// What is special about it.
    pub config: Option<ControlConfig>,
}

/// What a control is.
#[endpoint(part)]
pub struct ControlProperty {
    /// Its kind: `Text`, `Textarea`, `Number`, `Money`, `Date`, `Selector`, `Contact`, `Tips`,
    /// `File`, `Table`, `Attendance`, `Vacation`, `Location`, `RelatedApproval`, `Formula`,
    /// `DateRange`, `PunchCorrection`, …
    pub control: String,
    /// The control.
    pub id: String,
    /// Its name in each language.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub title: Vec<ApprovalText>,
    /// Its hint in each language.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub placeholder: Vec<ApprovalText>,
    /// Whether it must be filled in.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub require: Option<bool>,
    /// Whether it is left out when printed.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub un_print: Option<bool>,
    /// The id the platform knows it by inside.
    pub inner_id: Option<String>,
}

/// What is special about a control; the field of its kind is there.
#[endpoint(part)]
#[derive(Default)]
pub struct ControlConfig {
    /// For `Date`.
    pub date: Option<DateConfig>,
    /// For `Selector`.
    pub selector: Option<SelectorConfig>,
    /// For `Contact`.
    pub contact: Option<ContactConfig>,
    /// For `Tips`.
    pub tips: Option<TipsContent>,
    /// For `File`.
    pub file: Option<FileConfig>,
    /// For `Table`.
    pub table: Option<TableConfig>,
    /// For `Attendance`.
    pub attendance: Option<AttendanceConfig>,
    /// For `Vacation`: the kinds of leave.
    pub vacation_list: Option<VacationList>,
    /// For `DateRange`.
    pub date_range: Option<DateRangeConfig>,
    /// For `Location`.
    pub location: Option<LocationConfig>,
    /// For `RelatedApproval`.
    pub related_approval: Option<RelatedApprovalConfig>,
}

/// How a time is told.
#[endpoint(part)]
pub struct DateConfig {
    /// `day` or `hour` (to the minute).
    #[serde(rename = "type")]
    pub kind: String,
}

/// What can be chosen.
#[endpoint(part)]
pub struct SelectorConfig {
    /// `single` or `multi`.
    #[serde(rename = "type")]
    pub kind: String,
    /// The options.
    #[serde(default)]
    pub options: Vec<SelectorOption>,
    /// Where the options come from, as the platform numbers it.
    pub exp_type: Option<u8>,
    /// What other controls depend on the choice.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub op_relations: Vec<serde_json::Value>,
}

/// An option.
#[endpoint(part)]
pub struct SelectorOption {
    /// The option.
    pub key: String,
    /// What it says in each language.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub value: Vec<ApprovalText>,
}

/// Who can be chosen.
#[endpoint(part)]
pub struct ContactConfig {
    /// `single` or `multi`.
    #[serde(rename = "type")]
    pub kind: String,
    /// `user` or `department`.
    pub mode: Option<String>,
}

/// An explanation.
#[endpoint(part)]
pub struct TipsContent {
    /// The explanation in each language.
    #[serde(default)]
    pub tips_content: Vec<TipsText>,
}

/// An explanation in one language.
#[endpoint(part)]
pub struct TipsText {
    /// The language.
    pub lang: Option<String>,
    /// The text.
    pub text: Option<TipsParts>,
}

/// The parts of an explanation.
#[endpoint(part)]
pub struct TipsParts {
    /// The parts.
    #[serde(default)]
    pub sub_text: Vec<TipsPart>,
}

/// A part of an explanation.
#[endpoint(part)]
pub struct TipsPart {
    /// 1 a text, 2 a link.
    #[serde(rename = "type")]
    pub kind: Option<u8>,
    /// What it says.
    pub content: Option<TipsPartContent>,
}

/// What a part of an explanation says.
#[endpoint(part)]
pub struct TipsPartContent {
    /// A text.
    pub plain_text: Option<PlainText>,
    /// A link.
    pub link: Option<TipsLink>,
}

/// A text.
#[endpoint(part)]
pub struct PlainText {
    /// The text.
    pub content: Option<String>,
}

/// A link.
#[endpoint(part)]
pub struct TipsLink {
    /// What it says.
    pub title: Option<String>,
    /// Where it leads.
    pub url: Option<String>,
}

/// What can be added.
#[endpoint(part)]
pub struct FileConfig {
    /// Whether only pictures, just taken.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_only_photo: Option<bool>,
}

/// A table of further controls.
#[endpoint(part)]
pub struct TableConfig {
    /// How it is printed: 0 as a list, 1 as a table.
    pub print_format: Option<u8>,
    /// The controls of a row.
    #[serde(default)]
    pub children: Vec<TemplateControl>,
    /// The columns that are added up.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stat_field: Vec<serde_json::Value>,
    /// The columns whose sums are shown.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sum_field: Vec<serde_json::Value>,
}

/// What absence is applied for.
#[endpoint(part)]
pub struct AttendanceConfig {
    /// 1 leave, 3 business trip, 4 outside, 5 work beyond the usual time.
    #[serde(rename = "type")]
    pub kind: Option<u8>,
    /// How its length is told.
    pub date_range: Option<DateRangeConfig>,
}

/// How a length of time is told.
#[endpoint(part)]
pub struct DateRangeConfig {
    /// `halfday` or `hour`.
    #[serde(rename = "type")]
    pub kind: Option<String>,
    /// Whether holidays are left out.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub official_holiday: Option<bool>,
    /// How many seconds a day has.
    pub perday_duration: Option<u64>,
}

/// The kinds of leave.
#[endpoint(part)]
pub struct VacationList {
    /// The kinds.
    #[serde(default)]
    pub item: Vec<VacationItem>,
}

/// A kind of leave.
#[endpoint(part)]
pub struct VacationItem {
    /// The kind.
    pub id: u64,
    /// Its name in each language.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub name: Vec<ApprovalText>,
}

/// How near a place must be.
#[endpoint(part)]
pub struct LocationConfig {
    /// How many metres a place may be away: 0 none, 100, 200 or 300.
    pub distance: Option<u64>,
}

/// Which applications can be named.
#[endpoint(part)]
pub struct RelatedApprovalConfig {
    /// Those of these templates; all if empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub template_id: Vec<String>,
}

/// Makes a template of applications.
#[endpoint(POST "/cgi-bin/oa/approval/create_template", title = "创建审批模板",
    doc = "https://developer.work.weixin.qq.com/document/path/97437",
    scope(work), reply = ApprovalTemplateId, call = approvals.create_template)]
pub struct CreateApprovalTemplate {
    /// Its name in each language.
    pub template_name: Vec<ApprovalText>,
    /// What it asks for.
    pub template_content: TemplateContent,
}

/// A template of applications.
#[endpoint(part, reply_to(CreateApprovalTemplate, CopyApprovalTemplate))]
pub struct ApprovalTemplateId {
    /// The template.
    pub template_id: String,
}

/// Replaces a template that this app has made.
#[endpoint(POST "/cgi-bin/oa/approval/update_template", title = "更新审批模板",
    doc = "https://developer.work.weixin.qq.com/document/path/97438",
    scope(work), retry = safe, call = approvals.update_template)]
pub struct UpdateApprovalTemplate {
    /// The template.
    pub template_id: String,
    /// Its name in each language.
    pub template_name: Vec<ApprovalText>,
    /// What it asks for.
    pub template_content: TemplateContent,
}

/// Takes over a template of a suite into the corporation, or the changes to it.
#[endpoint(POST "/cgi-bin/oa/approval/copytemplate", title = "复制/更新模板到企业",
    doc = "https://developer.work.weixin.qq.com/document/path/92630",
    scope(work), retry = safe, reply = ApprovalTemplateId, call = approvals.copy_template)]
pub struct CopyApprovalTemplate {
    /// The suite's template.
    pub open_template_id: String,
}
