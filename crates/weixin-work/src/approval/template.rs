//! Templates of applications (审批模板).

use weixin_api::{StringEnum, endpoint, int_enum};

use crate::approval::ApprovalsHandle;
use crate::ids::VacationId;

weixin_api::string_id! {
    /// A template of applications (审批模板, template_id). The console shows it in the address of the
    /// template's page.
    ApprovalTemplateId
    /// A control of a template (控件id), such as `Text-15111111111`.
    ControlId
}

/// Returns a template of applications (审批模板).
///
/// At most 600 calls a minute.
#[endpoint(POST "/cgi-bin/oa/gettemplatedetail", title = "获取审批模板详情",
    doc = "https://developer.work.weixin.qq.com/document/path/91982",
    scope(work), retry = safe, reply = ApprovalTemplate, call = approvals.template)]
pub struct GetApprovalTemplate {
    /// The template to look up.
    pub template_id: ApprovalTemplateId,
}

/// A template of applications.
#[endpoint(part, reply_to(GetApprovalTemplate))]
pub struct ApprovalTemplate {
    /// The name of the template in each language.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub template_names: Vec<ApprovalText>,
    /// The controls of the template.
    pub template_content: TemplateContent,
}

/// A text in one language.
#[endpoint(part)]
pub struct ApprovalText {
    /// The text in that language.
    pub text: String,
    /// The language, such as `zh_CN` or `en`; `None` means `zh_CN`.
    pub lang: Option<String>,
}

/// The controls of a template.
#[endpoint(part)]
pub struct TemplateContent {
    /// The controls in their order.
    pub controls: Vec<TemplateControl>,
}

/// A control of a template.
#[endpoint(part)]
pub struct TemplateControl {
    /// The properties that all controls have.
    pub property: ControlProperty,
    /// The settings of the control's kind.
    pub config: Option<ControlConfig>,
}

/// The kind of a control (控件类型).
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum ControlKind {
    /// One line of text (文本).
    Text,
    /// Several lines of text (多行文本).
    Textarea,
    /// A number (数字).
    Number,
    /// An amount of money (金额).
    Money,
    /// A date or a time (日期/日期+时间).
    Date,
    /// A choice of one or several options (单选/多选).
    Selector,
    /// A choice of members or departments (成员/部门).
    Contact,
    /// An explanation (说明文字).
    Tips,
    /// Attached files (附件).
    File,
    /// A table of further controls (明细).
    Table,
    /// An absence or overtime (假勤).
    Attendance,
    /// A leave (请假).
    Vacation,
    /// A place (位置).
    Location,
    /// Related applications (关联审批单).
    RelatedApproval,
    /// A formula (公式).
    Formula,
    /// A period (时长).
    DateRange,
    /// The correction of an attendance record (补卡).
    PunchCorrection,
    /// A bank account (收款账户).
    BankAccount,
    /// A value that this version does not know.
    Other(String),
}

/// The properties of a control.
#[endpoint(part)]
pub struct ControlProperty {
    /// The kind of the control.
    pub control: ControlKind,
    /// The control's id, unique within the template.
    pub id: ControlId,
    /// The name of the control in each language.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub title: Vec<ApprovalText>,
    /// The hint shown in the empty control, in each language.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub placeholder: Vec<ApprovalText>,
    /// Whether it is required (必填).
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
    /// Whether the form shows it.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub display: Option<bool>,
    /// A switch beside `un_print` that the platform's page does not explain; false in its samples.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub un_replace: Option<bool>,
    /// An id that the platform uses internally; no call takes it.
    pub inner_id: Option<String>,
}

/// The settings of a control. Only the field for the control's kind is set.
///
/// This is no enum, because the kind stands elsewhere, in [`ControlProperty::control`], and several
/// kinds have no settings.
#[endpoint(part)]
#[derive(Default)]
pub struct ControlConfig {
    /// The settings of `Date`.
    pub date: Option<DateConfig>,
    /// The options of `Selector`.
    pub selector: Option<SelectorConfig>,
    /// The settings of `Contact`.
    pub contact: Option<ContactConfig>,
    /// The explanation of `Tips`.
    pub tips: Option<TipsContent>,
    /// The settings of `File`.
    pub file: Option<FileConfig>,
    /// The controls of `Table`.
    pub table: Option<TableConfig>,
    /// The settings of `Attendance`.
    pub attendance: Option<AttendanceConfig>,
    /// The kinds of leave of `Vacation`.
    pub vacation_list: Option<VacationList>,
    /// The settings of `DateRange`.
    pub date_range: Option<DateRangeConfig>,
    /// The settings of `Location`.
    pub location: Option<LocationConfig>,
    /// The settings of `RelatedApproval`.
    pub related_approval: Option<RelatedApprovalConfig>,
}

/// The precision of a date.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[string_enum(rename_all = "snake_case")]
#[non_exhaustive]
pub enum DateKind {
    /// A day (日期).
    Day,
    /// A time, to the minute (日期+时间).
    Hour,
    /// A value that this version does not know.
    Other(String),
}

/// The settings of a control for a date.
#[endpoint(part)]
pub struct DateConfig {
    /// Whether a day or a minute is entered.
    #[serde(rename = "type")]
    pub kind: DateKind,
}

/// How many can be chosen.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[string_enum(rename_all = "snake_case")]
#[non_exhaustive]
pub enum SelectorKind {
    /// One (单选).
    Single,
    /// Several (多选).
    Multi,
    /// A value that this version does not know.
    Other(String),
}

/// The options of a control for a choice.
#[endpoint(part)]
pub struct SelectorConfig {
    /// Whether one or several options can be chosen.
    #[serde(rename = "type")]
    pub kind: SelectorKind,
    /// The options in their order.
    #[serde(default)]
    pub options: Vec<SelectorOption>,
    /// The source of the options, as a number. It is 0 in the official sample; other values are not
    /// documented here.
    pub exp_type: Option<u8>,
    /// The other controls that depend on the choice, as JSON.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub op_relations: Vec<serde_json::Value>,
}

/// An option of a choice.
#[endpoint(part)]
pub struct SelectorOption {
    /// The option's key, unique within the control.
    pub key: String,
    /// The text of the option in each language.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub value: Vec<ApprovalText>,
}

/// What a control for contacts offers.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[string_enum(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ContactMode {
    /// Members (成员).
    User,
    /// Departments (部门).
    Department,
    /// A value that this version does not know.
    Other(String),
}

/// The settings of a control for members or departments.
#[endpoint(part)]
pub struct ContactConfig {
    /// Whether one or several can be chosen.
    #[serde(rename = "type")]
    pub kind: SelectorKind,
    /// Whether members or departments are chosen.
    pub mode: Option<ContactMode>,
}

/// An explanation (说明文字).
#[endpoint(part)]
pub struct TipsContent {
    /// The explanation in each language.
    #[serde(default)]
    pub tips_content: Vec<TipsText>,
}

/// An explanation in one language.
#[endpoint(part)]
pub struct TipsText {
    /// The language, such as `zh_CN`.
    pub lang: Option<String>,
    /// The parts of the explanation.
    pub text: Option<TipsParts>,
}

/// The parts of an explanation.
#[endpoint(part)]
pub struct TipsParts {
    /// The texts and links in their order.
    #[serde(default)]
    pub sub_text: Vec<TipsPart>,
}

int_enum! {
    /// The kind of a part of an explanation.
    pub enum TipsPartKind {
        /// A text (纯文本).
        Text = 1,
        /// A link (链接).
        Link = 2,
    }
}

/// A part of an explanation.
#[endpoint(part)]
pub struct TipsPart {
    /// Whether it is a text or a link.
    #[serde(rename = "type")]
    pub kind: Option<TipsPartKind>,
    /// The content, by `kind`.
    pub content: Option<TipsPartContent>,
}

/// The content of a part of an explanation.
#[endpoint(part)]
pub struct TipsPartContent {
    /// The text; set for [`Text`](TipsPartKind::Text).
    pub plain_text: Option<PlainText>,
    /// The link; set for [`Link`](TipsPartKind::Link).
    pub link: Option<TipsLink>,
}

/// A text without formatting.
#[endpoint(part)]
pub struct PlainText {
    /// The text to show.
    pub content: Option<String>,
}

/// A link in an explanation.
#[endpoint(part)]
pub struct TipsLink {
    /// The text of the link.
    pub title: Option<String>,
    /// The address that the link opens.
    pub url: Option<String>,
}

/// The settings of a control for files.
#[endpoint(part)]
pub struct FileConfig {
    /// Whether only photos taken on the spot are accepted.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_only_photo: Option<bool>,
}

int_enum! {
    /// How a table is printed.
    pub enum TablePrintFormat {
        /// Row by row, as lists of fields.
        List = 0,
        /// As a table.
        Table = 1,
    }
}

/// The controls of a table.
#[endpoint(part)]
pub struct TableConfig {
    /// How the table is printed.
    pub print_format: Option<TablePrintFormat>,
    /// The controls of a row.
    #[serde(default)]
    pub children: Vec<TemplateControl>,
    /// The columns whose total is computed, as JSON.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stat_field: Vec<serde_json::Value>,
    /// The columns whose total is shown, as JSON.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sum_field: Vec<serde_json::Value>,
}

int_enum! {
    /// The kind of an absence or overtime (假勤组件类型).
    pub enum AttendanceKind {
        /// A leave (请假).
        Leave = 1,
        /// A business trip (出差).
        BusinessTrip = 3,
        /// Work outside (外出).
        Outside = 4,
        /// Overtime (加班).
        Overtime = 5,
    }
}

/// The settings of a control for an absence or overtime.
#[endpoint(part)]
pub struct AttendanceConfig {
    /// What is applied for.
    #[serde(rename = "type")]
    pub kind: Option<AttendanceKind>,
    /// How the duration is entered.
    pub date_range: Option<DateRangeConfig>,
}

/// The unit of a period.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[string_enum(rename_all = "snake_case")]
#[non_exhaustive]
pub enum DateRangeKind {
    /// Half days (上午/下午).
    #[string_enum(rename = "halfday")]
    HalfDay,
    /// Hours, to the minute.
    Hour,
    /// A value that this version does not know.
    Other(String),
}

/// The settings of a control for a period.
#[endpoint(part)]
pub struct DateRangeConfig {
    /// Whether the period is counted in half days or hours.
    #[serde(rename = "type")]
    pub kind: Option<DateRangeKind>,
    /// Whether public holidays are not counted.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub official_holiday: Option<bool>,
    /// The seconds that count as a day.
    pub perday_duration: Option<u64>,
}

/// The kinds of leave that can be applied for.
#[endpoint(part)]
pub struct VacationList {
    /// One entry for each kind.
    #[serde(default)]
    pub item: Vec<VacationItem>,
}

/// A kind of leave.
#[endpoint(part)]
pub struct VacationItem {
    /// The kind's id.
    pub id: VacationId,
    /// The name of the kind in each language.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub name: Vec<ApprovalText>,
}

/// The settings of a control for a place.
#[endpoint(part)]
pub struct LocationConfig {
    /// How far the place may be from the applicant, in metres: 0 (the exact place), 100, 200 or
    /// 300.
    pub distance: Option<u64>,
}

/// The settings of a control for related applications.
#[endpoint(part)]
pub struct RelatedApprovalConfig {
    /// The templates whose applications can be chosen; empty for all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub template_id: Vec<ApprovalTemplateId>,
}

/// Creates a template of applications.
///
/// Fails with 301087 when there are as many templates as possible.
#[endpoint(POST "/cgi-bin/oa/approval/create_template", title = "创建审批模板",
    doc = "https://developer.work.weixin.qq.com/document/path/97437",
    scope(work), reply = SavedApprovalTemplate, call = approvals.create_template)]
pub struct CreateApprovalTemplate {
    /// The name of the template in each language.
    pub template_name: Vec<ApprovalText>,
    /// The controls of the template.
    pub template_content: TemplateContent,
}

/// The id of a created or copied template.
#[endpoint(part, reply_to(CreateApprovalTemplate, CopyApprovalTemplate))]
pub struct SavedApprovalTemplate {
    /// The template in the corporation.
    pub template_id: ApprovalTemplateId,
}

/// Replaces a template that this app created.
#[endpoint(POST "/cgi-bin/oa/approval/update_template", title = "更新审批模板",
    doc = "https://developer.work.weixin.qq.com/document/path/97438",
    scope(work), retry = safe, call = approvals.update_template)]
pub struct UpdateApprovalTemplate {
    /// The template to replace.
    pub template_id: ApprovalTemplateId,
    /// The new name in each language.
    pub template_name: Vec<ApprovalText>,
    /// The new controls.
    pub template_content: TemplateContent,
}

/// Copies a service provider's template into the corporation, or updates the copy.
#[endpoint(POST "/cgi-bin/oa/approval/copytemplate", title = "复制/更新模板到企业",
    doc = "https://developer.work.weixin.qq.com/document/path/92630",
    scope(work), retry = safe, reply = SavedApprovalTemplate, call = approvals.copy_template)]
pub struct CopyApprovalTemplate {
    /// The template in the provider's console (服务商审批模板).
    pub open_template_id: ApprovalTemplateId,
}
