//! The content of applications.

use weixin_api::{Timestamp, endpoint, int_enum};
use weixin_protocol::{MediaId, UserId};

use super::template::{
    ApprovalText, AttendanceKind, ControlId, ControlKind, DateKind, DateRangeKind, SelectorKind,
    SelectorOption, TipsContent,
};
use crate::ids::{ApprovalNo, DepartmentId, DocumentId, FileId};

/// The content of an application or a report.
#[endpoint(part)]
pub struct ApplicationContents {
    /// One entry for each control of the template.
    pub contents: Vec<ApplicationContent>,
}

/// The content of one control.
#[endpoint(part)]
pub struct ApplicationContent {
    /// The kind of the control.
    pub control: ControlKind,
    /// The control of the template.
    pub id: ControlId,
    /// The value, of the form for the control's kind.
    pub value: ControlValue,
    /// The name of the control in each language; in replies only.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub title: Vec<ApprovalText>,
    /// Whether it is required; in replies only.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub require: Option<bool>,
    /// Whether it is hidden; in replies only.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub hidden: Option<bool>,
}

/// The value of a control. Only the field for the control's kind is set.
///
/// This is no enum, because replies carry the empty lists of all other kinds too, a `Contact` has
/// members or departments, and the kind stands beside the value, in
/// [`ApplicationContent::control`].
#[endpoint(part)]
#[derive(Default)]
pub struct ControlValue {
    /// The text, for `Text` and `Textarea`.
    pub text: Option<String>,
    /// The number as a text, for `Number`.
    pub new_number: Option<String>,
    /// The amount in yuan as a text, for `Money`.
    pub new_money: Option<String>,
    /// The date or time, for `Date`.
    pub date: Option<DateValue>,
    /// The chosen options, for `Selector`.
    pub selector: Option<SelectorValue>,
    /// The members, for `Contact`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub members: Vec<MemberValue>,
    /// The departments, for `Contact`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub departments: Vec<DepartmentValue>,
    /// The explanation, for `Tips`; in replies only.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tips: Vec<TipsContent>,
    /// The attached files, for `File`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<FileValue>,
    /// The rows, for `Table`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub children: Vec<TableRow>,
    /// The absence or overtime, for `Attendance`.
    pub attendance: Option<AttendanceValue>,
    /// The leave, for `Vacation`.
    pub vacation: Option<VacationValue>,
    /// The place, for `Location`.
    pub location: Option<LocationValue>,
    /// The other applications, for `RelatedApproval`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub related_approval: Vec<RelatedApproval>,
    /// The computed result, for `Formula`.
    pub formula: Option<FormulaValue>,
    /// The period, for `DateRange`.
    pub date_range: Option<DateRangeValue>,
    /// The missing attendance record, for `PunchCorrection`.
    pub punch_correction: Option<PunchCorrection>,
    /// The bank account, for `BankAccount`.
    pub bank_account: Option<BankAccount>,
    /// The totals of table columns, as JSON; in replies only.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stat_field: Vec<serde_json::Value>,
    /// The totals of table columns that are shown, as JSON; in replies only.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sum_field: Vec<serde_json::Value>,
    /// The students; in reports only.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub students: Vec<NamedValue>,
    /// The classes; in reports only.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub classes: Vec<NamedValue>,
    /// The documents; in reports only.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub docs: Vec<DocumentValue>,
    /// The files of the drive; in reports only.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub wedrive_files: Vec<WedriveFileValue>,
}

/// A date or a time.
#[endpoint(part)]
pub struct DateValue {
    /// Whether it is a day or a minute.
    #[serde(rename = "type")]
    pub kind: DateKind,
    /// The date or time; midnight for a day.
    pub s_timestamp: Option<Timestamp>,
    /// The time zone of the applicant; in replies only.
    pub timezone_info: Option<TimezoneInfo>,
}

/// A time zone.
#[endpoint(part)]
pub struct TimezoneInfo {
    /// The offset, as the platform writes it.
    pub zone_offset: Option<i64>,
    /// The name, such as `UTC+9`.
    pub zone_desc: Option<String>,
}

/// Chosen options.
#[endpoint(part)]
pub struct SelectorValue {
    /// Whether one or several options can be chosen.
    #[serde(rename = "type")]
    pub kind: SelectorKind,
    /// The chosen options.
    #[serde(default)]
    pub options: Vec<SelectorOption>,
    /// The source of the options, as a number. It is 0 in the official sample; other values are not
    /// documented here.
    pub exp_type: Option<u8>,
}

/// A chosen member.
#[endpoint(part)]
pub struct MemberValue {
    /// The member who was chosen.
    pub userid: UserId,
    /// The member's name.
    pub name: Option<String>,
}

/// A chosen department.
#[endpoint(part)]
pub struct DepartmentValue {
    /// The department that was chosen.
    pub openapi_id: DepartmentId,
    /// The department's name.
    pub name: Option<String>,
}

/// An attached file.
#[endpoint(part)]
pub struct FileValue {
    /// The file: in requests uploaded as a temporary file, in replies to be downloaded like one.
    pub file_id: MediaId,
    /// The file's name; in replies only.
    pub file_name: Option<String>,
    /// The size in bytes; in replies only.
    pub file_size: Option<u64>,
    /// The type of the file, such as its extension; in replies only.
    pub file_type: Option<String>,
    /// The address of the file; in replies only.
    pub file_url: Option<String>,
}

/// A row of a table.
#[endpoint(part)]
pub struct TableRow {
    /// The content of the row's controls.
    pub list: Vec<ApplicationContent>,
}

/// An absence or overtime (假勤).
#[endpoint(part)]
pub struct AttendanceValue {
    /// What it is.
    #[serde(rename = "type")]
    pub kind: Option<AttendanceKind>,
    /// The period of the absence or overtime.
    pub date_range: Option<DateRangeValue>,
    /// The duration on each day.
    pub slice_info: Option<SliceInfo>,
}

/// A period.
#[endpoint(part)]
pub struct DateRangeValue {
    /// Whether the period is counted in half days or hours.
    #[serde(rename = "type")]
    pub kind: Option<DateRangeKind>,
    /// The begin. For half days, midnight or noon.
    pub new_begin: Option<Timestamp>,
    /// The end. For half days, midnight or noon.
    pub new_end: Option<Timestamp>,
    /// The duration in seconds.
    pub new_duration: Option<i64>,
    /// The time zone of the applicant; in replies only.
    pub timezone_info: Option<TimezoneInfo>,
}

/// The duration of an absence on each day (时长支持按天分片计算).
#[endpoint(part)]
pub struct SliceInfo {
    /// One entry for each day.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub day_items: Vec<DayItem>,
    /// The total duration in seconds.
    pub duration: Option<i64>,
    /// Whether the platform or the applicant determined the duration.
    pub state: Option<SliceState>,
}

int_enum! {
    /// The source of an absence's duration (时长计算来源).
    pub enum SliceState {
        /// The platform computed it (系统自动计算).
        Computed = 1,
        /// The applicant entered it (用户修改).
        Entered = 2,
    }
}

/// The duration of an absence on one day.
#[endpoint(part)]
pub struct DayItem {
    /// The day: its midnight.
    pub daytime: Option<Timestamp>,
    /// The duration in seconds.
    pub duration: Option<i64>,
    /// The parts of the day, as JSON; in replies only.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub time_sections: Vec<serde_json::Value>,
}

/// A leave (请假).
#[endpoint(part)]
pub struct VacationValue {
    /// The kind of leave, as the chosen option; its key is the
    /// [`VacationId`](crate::ids::VacationId) as a text.
    pub selector: Option<SelectorValue>,
    /// The period of the leave.
    pub attendance: Option<AttendanceValue>,
}

/// A place.
#[endpoint(part)]
pub struct LocationValue {
    /// The latitude in degrees.
    pub latitude: Option<f64>,
    /// The longitude in degrees.
    pub longitude: Option<f64>,
    /// The name of the place.
    pub title: Option<String>,
    /// The address of the place.
    pub address: Option<String>,
    /// The time at which the applicant was there.
    pub time: Option<Timestamp>,
}

/// A related application.
#[endpoint(part)]
pub struct RelatedApproval {
    /// The number of the application.
    pub sp_no: ApprovalNo,
    /// The name of its template in each language; in replies only.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub template_names: Vec<ApprovalText>,
    /// The applicant's name; in replies only.
    pub name: Option<String>,
    /// The state of the application; in replies only.
    pub sp_status: Option<ApprovalStatus>,
    /// The time of submission; in replies only.
    pub create_time: Option<Timestamp>,
}

/// A computed result.
#[endpoint(part)]
pub struct FormulaValue {
    /// The result as a text, such as `5.0`.
    pub value: String,
}

/// A request to correct an attendance record (补卡).
#[endpoint(part)]
pub struct PunchCorrection {
    /// The exception to correct, in Chinese, such as `迟到` (late).
    pub state: Option<String>,
    /// The time the member came or left.
    pub time: Option<Timestamp>,
    /// The version of the control; 1 is the newer one, with `daymonthyear`.
    pub version: Option<u8>,
    /// The day of the record: its midnight.
    pub daymonthyear: Option<Timestamp>,
}

/// A bank account.
#[endpoint(part)]
pub struct BankAccount {
    /// Whether the account belongs to a company or a person.
    pub account_type: Option<BankAccountKind>,
    /// The name of the account's owner.
    pub account_name: Option<String>,
    /// The number of the account, a text of digits.
    pub account_number: Option<String>,
    /// A remark of the applicant.
    pub remark: Option<String>,
    /// The bank that keeps the account.
    pub bank: Option<Bank>,
}

int_enum! {
    /// The owner of a bank account.
    pub enum BankAccountKind {
        /// A company (对公账户).
        Company = 1,
        /// A person (个人账户).
        Person = 2,
    }
}

/// A bank and its branch.
#[endpoint(part)]
pub struct Bank {
    /// The bank's name.
    pub bank_alias: Option<String>,
    /// The bank's code (银行代码).
    pub bank_alias_code: Option<String>,
    /// The province of the branch.
    pub province: Option<String>,
    /// The bank network's code of the province.
    pub province_code: Option<u64>,
    /// The city of the branch.
    pub city: Option<String>,
    /// The bank network's code of the city.
    pub city_code: Option<u64>,
    /// The name of the branch (银行支行).
    pub bank_branch_name: Option<String>,
    /// The interbank number of the branch (联行号), a text of digits.
    pub bank_branch_id: Option<String>,
}

/// A student or class.
#[endpoint(part)]
pub struct NamedValue {
    /// The name of the student or class.
    pub name: Option<String>,
}

/// A document.
#[endpoint(part)]
pub struct DocumentValue {
    /// The document that is attached.
    pub docid: Option<DocumentId>,
}

/// A file of the drive.
#[endpoint(part)]
pub struct WedriveFileValue {
    /// The file of the drive.
    pub fileid: Option<FileId>,
}

int_enum! {
    /// The state of an application.
    pub enum ApprovalStatus {
        /// It waits for approvers (审批中).
        Pending = 1,
        /// It was approved (已通过).
        Approved = 2,
        /// It was rejected (已驳回).
        Rejected = 3,
        /// The applicant withdrew it (已撤销).
        Withdrawn = 4,
        /// It was withdrawn after the approval (通过后撤销).
        WithdrawnAfterApproval = 6,
        /// It was deleted (已删除).
        Deleted = 7,
        /// It was paid (已支付).
        Paid = 10,
    }
}
