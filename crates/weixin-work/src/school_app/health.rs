//! Health reports (健康上报).

use weixin_api::{endpoint, int_enum};
use weixin_protocol::UserId;

use crate::school_app::SchoolAppsHandle;

weixin_api::string_id! {
    /// A form of health reports (健康上报模板, template_id).
    HealthTemplateId
}

weixin_api::integer_id! {
    /// A question in a form of health reports, from 1.
    HealthQuestionId(u64)
    /// A choice of a question in a form of health reports, from 1.
    HealthOptionId(u64)
}

/// Returns what students reported on a day, a page at a time.
#[endpoint(POST "/cgi-bin/school/user/get_student_customize_health_info", title = "获取学生健康信息",
    doc = "https://developer.work.weixin.qq.com/document/path/93745",
    scope(work), retry = safe, reply = HealthInfo, call = school_apps.student_health)]
pub struct GetStudentHealthInfo {
    /// The day, as in `2020-03-27`.
    pub date: String,
    /// Where the page begins: [`HealthInfo::next_key`] of the page before; the first page if left
    /// out.
    pub next_key: Option<String>,
    /// How many at most: up to 100, which is the default.
    pub limit: Option<u32>,
}

/// A page of health reports.
#[endpoint(part, reply_to(GetStudentHealthInfo, GetTeacherHealthInfo))]
#[derive(Default)]
pub struct HealthInfo {
    /// The reports of this page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub health_infos: Vec<HealthReport>,
    /// The questions of the form.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub question_templates: Vec<HealthQuestion>,
    /// The form that was filled in.
    pub template_id: Option<HealthTemplateId>,
    /// Whether this is the last page.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub ending: Option<bool>,
    /// Where the next page begins.
    pub next_key: Option<String>,
}

/// The health report of a person.
#[endpoint(part)]
pub struct HealthReport {
    /// The student or teacher.
    pub userid: UserId,
    /// State of the health code (健康码), as a number; its meanings are not known.
    pub health_qrcode_status: Option<u64>,
    /// Whether the person filled in the report themselves (本人填写).
    pub self_submit: Option<YesNo>,
    /// The answers, one for each question that was answered.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub report_values: Vec<HealthAnswer>,
}

/// The answer to a question.
#[endpoint(part)]
pub struct HealthAnswer {
    /// The question that is answered.
    pub question_id: HealthQuestionId,
    /// The choice, for a question with one choice.
    pub single_chose: Option<HealthOptionId>,
    /// The text, for a question that asks for one.
    pub text: Option<String>,
}

/// A question of a form.
#[endpoint(part)]
pub struct HealthQuestion {
    /// Id of the question, which answers refer to.
    pub question_id: HealthQuestionId,
    /// The words of the question.
    pub title: Option<String>,
    /// How it is answered.
    pub question_type: Option<HealthQuestionKind>,
    /// Whether it has to be answered (必填).
    pub is_must_fill: Option<YesNo>,
    /// Whether it is hidden.
    pub is_not_display: Option<YesNo>,
    /// The choices, for a question with choices.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub option_list: Vec<HealthOption>,
}

int_enum! {
    /// How a question is answered.
    pub enum HealthQuestionKind {
        /// By a text (填空).
        Text = 1,
        /// By one choice (单选).
        SingleChoice = 2,
        /// By several choices (多选).
        MultipleChoice = 3,
    }
}

int_enum! {
    /// Yes or no, as health reports number them.
    pub enum YesNo {
        /// Yes.
        Yes = 1,
        /// No.
        No = 2,
    }
}

/// A choice of a question.
#[endpoint(part)]
pub struct HealthOption {
    /// Id of the choice.
    pub option_id: HealthOptionId,
    /// The words of the choice.
    pub option_text: Option<String>,
}

/// Returns what teachers reported on a day, a page at a time.
#[endpoint(POST "/cgi-bin/school/user/get_teacher_customize_health_info", title = "获取老师健康信息",
    doc = "https://developer.work.weixin.qq.com/document/path/93744",
    scope(work), retry = safe, reply = HealthInfo, call = school_apps.teacher_health)]
pub struct GetTeacherHealthInfo {
    /// The day, as in `2020-03-27`.
    pub date: String,
    /// Where the page begins: [`HealthInfo::next_key`] of the page before; the first page if left
    /// out.
    pub next_key: Option<String>,
    /// How many at most: up to 100, which is the default.
    pub limit: Option<u32>,
}

/// Returns the health codes (健康码) of students or teachers.
#[endpoint(POST "/cgi-bin/school/user/get_health_qrcode", title = "获取师生健康码",
    doc = "https://developer.work.weixin.qq.com/document/path/93746",
    scope(work), retry = safe, reply = HealthQrCodes, call = school_apps.health_qr_codes)]
pub struct GetHealthQrCode {
    /// Whether these are teachers or students.
    #[serde(rename = "type")]
    pub kind: HealthCodeOwner,
    /// Ids of the students or teachers, as `kind` says: up to 100.
    pub userids: Vec<UserId>,
}

int_enum! {
    /// Whose health codes are asked for.
    pub enum HealthCodeOwner {
        /// Teachers.
        Teacher = 1,
        /// Students.
        Student = 2,
    }
}

/// Health codes.
#[endpoint(part, reply_to(GetHealthQrCode))]
#[derive(Default)]
pub struct HealthQrCodes {
    /// One entry for each person.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub result_list: Vec<HealthQrCode>,
}

/// The health code of a person.
#[endpoint(part)]
pub struct HealthQrCode {
    /// 0, or the code of the error.
    pub errcode: Option<i64>,
    /// The error in words.
    pub errmsg: Option<String>,
    /// The student or teacher.
    pub userid: UserId,
    /// Content of the code, to be shown as a QR code.
    pub qrcode_data: Option<String>,
}
