//! What applications say.

use weixin_api::{Timestamp, endpoint, int_enum};
use weixin_protocol::{MediaId, UserId};

use super::template::{ApprovalText, SelectorOption, TipsContent};

/// What an application says.
#[endpoint(part)]
pub struct ApplicationContents {
    /// What each control says.
    pub contents: Vec<ApplicationContent>,
}

/// What a control says.
#[endpoint(part)]
pub struct ApplicationContent {
    /// Its kind; see [`ControlProperty::control`](super::ControlProperty::control).
    pub control: String,
    /// The control.
    pub id: String,
    /// What it says.
    pub value: ControlValue,
    /// Its name in each language; in replies only.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub title: Vec<ApprovalText>,
    /// Whether it must be filled in; in replies only.
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

/// What a control says; the field of its kind is there.
#[endpoint(part)]
#[derive(Default)]
pub struct ControlValue {
    /// For `Text` and `Textarea`.
    pub text: Option<String>,
    /// For `Number`.
    pub new_number: Option<String>,
    /// For `Money`.
    pub new_money: Option<String>,
    /// For `Date`.
    pub date: Option<DateValue>,
    /// For `Selector`.
    pub selector: Option<SelectorValue>,
    /// For `Contact` of members.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub members: Vec<MemberValue>,
    /// For `Contact` of departments.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub departments: Vec<DepartmentValue>,
    /// For `Tips`; in replies only.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tips: Vec<TipsContent>,
    /// For `File`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<FileValue>,
    /// For `Table`: its rows.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub children: Vec<TableRow>,
    /// For `Attendance`.
    pub attendance: Option<AttendanceValue>,
    /// For `Vacation`.
    pub vacation: Option<VacationValue>,
    /// For `Location`.
    pub location: Option<LocationValue>,
    /// For `RelatedApproval`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub related_approval: Vec<RelatedApproval>,
    /// For `Formula`.
    pub formula: Option<FormulaValue>,
    /// For `DateRange`.
    pub date_range: Option<DateRangeValue>,
    /// For `PunchCorrection`.
    pub punch_correction: Option<PunchCorrection>,
    /// For `BankAccount`.
    pub bank_account: Option<BankAccount>,
    /// Sums of columns; in replies only.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stat_field: Vec<serde_json::Value>,
    /// Sums of columns that are shown; in replies only.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sum_field: Vec<serde_json::Value>,
    /// Pupils, in reports.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub students: Vec<NamedValue>,
    /// Classes, in reports.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub classes: Vec<NamedValue>,
    /// Documents, in reports.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub docs: Vec<DocumentValue>,
    /// Files of the drive, in reports.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub wedrive_files: Vec<WedriveFileValue>,
}

/// A time.
#[endpoint(part)]
pub struct DateValue {
    /// `day` or `hour` (to the minute).
    #[serde(rename = "type")]
    pub kind: String,
    /// The time.
    pub s_timestamp: Option<Timestamp>,
    /// The time zone; in replies only.
    pub timezone_info: Option<TimezoneInfo>,
}

/// A time zone.
#[endpoint(part)]
pub struct TimezoneInfo {
    /// Where it is, as the platform writes it.
    pub zone_offset: Option<i64>,
    /// Its name.
    pub zone_desc: Option<String>,
}

/// What was chosen.
#[endpoint(part)]
pub struct SelectorValue {
    /// `single` or `multi`.
    #[serde(rename = "type")]
    pub kind: String,
    /// The options.
    #[serde(default)]
    pub options: Vec<SelectorOption>,
    /// Where the options come from, as the platform numbers it.
    pub exp_type: Option<u8>,
}

/// A member.
#[endpoint(part)]
pub struct MemberValue {
    /// The member.
    pub userid: UserId,
    /// Their name.
    pub name: Option<String>,
}

/// A department.
#[endpoint(part)]
pub struct DepartmentValue {
    /// The department.
    pub openapi_id: u64,
    /// Its name.
    pub name: Option<String>,
}

/// A file.
#[endpoint(part)]
pub struct FileValue {
    /// The uploaded file; in replies it can be fetched with the app's own token.
    pub file_id: MediaId,
    /// Its name; in replies only.
    pub file_name: Option<String>,
    /// Its size in bytes; in replies only.
    pub file_size: Option<u64>,
    /// Its kind; in replies only.
    pub file_type: Option<String>,
    /// Its address; in replies only.
    pub file_url: Option<String>,
}

/// A row of a table.
#[endpoint(part)]
pub struct TableRow {
    /// What its controls say.
    pub list: Vec<ApplicationContent>,
}

/// An absence.
#[endpoint(part)]
pub struct AttendanceValue {
    /// 1 leave, 3 business trip, 4 outside, 5 work beyond the usual time.
    #[serde(rename = "type")]
    pub kind: Option<u8>,
    /// When.
    pub date_range: Option<DateRangeValue>,
    /// How much on which day.
    pub slice_info: Option<SliceInfo>,
}

/// A length of time.
#[endpoint(part)]
pub struct DateRangeValue {
    /// `halfday` or `hour`.
    #[serde(rename = "type")]
    pub kind: Option<String>,
    /// When it begins.
    pub new_begin: Option<Timestamp>,
    /// When it ends.
    pub new_end: Option<Timestamp>,
    /// How many seconds it takes.
    pub new_duration: Option<i64>,
    /// The time zone; in replies only.
    pub timezone_info: Option<TimezoneInfo>,
}

/// How much on which day.
#[endpoint(part)]
pub struct SliceInfo {
    /// The days.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub day_items: Vec<DayItem>,
    /// How many seconds in all.
    pub duration: Option<i64>,
    /// 1 as the platform reckoned, 2 as the applicant says.
    pub state: Option<u8>,
}

/// How much on a day.
#[endpoint(part)]
pub struct DayItem {
    /// The day, at midnight.
    pub daytime: Option<Timestamp>,
    /// How many seconds.
    pub duration: Option<i64>,
    /// The parts of the day; in replies only.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub time_sections: Vec<serde_json::Value>,
}

/// Leave.
#[endpoint(part)]
pub struct VacationValue {
    /// The kind of leave.
    pub selector: Option<SelectorValue>,
    /// When.
    pub attendance: Option<AttendanceValue>,
}

/// A place.
#[endpoint(part)]
pub struct LocationValue {
    /// In degrees, north positive.
    pub latitude: Option<f64>,
    /// In degrees, east positive.
    pub longitude: Option<f64>,
    /// Its name.
    pub title: Option<String>,
    /// The address.
    pub address: Option<String>,
    /// When somebody was there.
    pub time: Option<Timestamp>,
}

/// Another application.
#[endpoint(part)]
pub struct RelatedApproval {
    /// Its number.
    pub sp_no: String,
    /// The name of its template; in replies only.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub template_names: Vec<ApprovalText>,
    /// Who applied; in replies only.
    pub name: Option<String>,
    /// How far it is; in replies only.
    pub sp_status: Option<ApprovalStatus>,
    /// When it was made; in replies only.
    pub create_time: Option<Timestamp>,
}

/// What was reckoned.
#[endpoint(part)]
pub struct FormulaValue {
    /// The result.
    pub value: String,
}

/// A record of attendance to make up for.
#[endpoint(part)]
pub struct PunchCorrection {
    /// What was wrong.
    pub state: Option<String>,
    /// When the member came or went.
    pub time: Option<Timestamp>,
    /// The form of this: 1, as the platform says.
    pub version: Option<u8>,
    /// The day.
    pub daymonthyear: Option<Timestamp>,
}

/// An account that money goes to.
#[endpoint(part)]
pub struct BankAccount {
    /// 1 a company's, 2 a person's.
    pub account_type: Option<u8>,
    /// Whose.
    pub account_name: Option<String>,
    /// The number.
    pub account_number: Option<String>,
    /// A note.
    pub remark: Option<String>,
    /// The bank.
    pub bank: Option<Bank>,
}

/// A bank.
#[endpoint(part)]
pub struct Bank {
    /// Its name.
    pub bank_alias: Option<String>,
    /// Its code.
    pub bank_alias_code: Option<String>,
    /// The province.
    pub province: Option<String>,
    /// The province's code.
    pub province_code: Option<u64>,
    /// The city.
    pub city: Option<String>,
    /// The city's code.
    pub city_code: Option<u64>,
    /// The branch.
    pub bank_branch_name: Option<String>,
    /// The branch's code.
    pub bank_branch_id: Option<String>,
}

/// A pupil or a class.
#[endpoint(part)]
pub struct NamedValue {
    /// The name.
    pub name: Option<String>,
}

/// A document.
#[endpoint(part)]
pub struct DocumentValue {
    /// The document.
    pub docid: Option<String>,
}

/// A file of the drive.
#[endpoint(part)]
pub struct WedriveFileValue {
    /// The file.
    pub fileid: Option<String>,
}

int_enum! {
    /// How far an application is.
    pub enum ApprovalStatus {
        /// It is being looked at.
        Pending = 1,
        /// It was approved.
        Approved = 2,
        /// It was rejected.
        Rejected = 3,
        /// It was withdrawn.
        Withdrawn = 4,
        /// It was withdrawn after it had been approved.
        WithdrawnAfterApproval = 6,
        /// It was deleted.
        Deleted = 7,
        /// It was paid.
        Paid = 10,
    }
}
