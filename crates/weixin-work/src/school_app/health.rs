//! Health reports (健康上报).

use crate::school_app::SchoolAppsHandle;
use weixin_api::endpoint;
use weixin_protocol::UserId;

/// Gives what students reported on a day, up to 100 at a time.
#[endpoint(POST "/cgi-bin/school/user/get_student_customize_health_info", title = "获取学生健康信息",
    doc = "https://developer.work.weixin.qq.com/document/path/93745",
    scope(work), retry = safe, reply = HealthInfo, call = school_apps.student_health)]
pub struct GetStudentHealthInfo {
    /// The day, as in `2020-03-27`.
    pub date: String,
    /// Where to go on.
    pub next_key: Option<String>,
    /// How many at most: 100 if left out, which is the most.
    pub limit: Option<u32>,
}

/// What people reported.
#[endpoint(part, reply_to(GetStudentHealthInfo, GetTeacherHealthInfo))]
#[derive(Default)]
pub struct HealthInfo {
    /// The reports.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub health_infos: Vec<HealthReport>,
    /// The questions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub question_templates: Vec<HealthQuestion>,
    /// The form.
    pub template_id: Option<String>,
    /// Whether that was all.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub ending: Option<bool>,
    /// Where to go on.
    pub next_key: Option<String>,
}

/// What somebody reported.
#[endpoint(part)]
pub struct HealthReport {
    /// The student or teacher.
    pub userid: UserId,
    /// Their health code, by a number the platform's page explains.
    pub health_qrcode_status: Option<u64>,
    /// Whether they did it themselves: 1 yes, 2 no.
    pub self_submit: Option<u64>,
    /// The answers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub report_values: Vec<HealthAnswer>,
}

/// An answer.
#[endpoint(part)]
pub struct HealthAnswer {
    /// The question.
    pub question_id: u64,
    /// The choice, of a question with choices.
    pub single_chose: Option<u64>,
    /// The text, of a question without.
    pub text: Option<String>,
}

/// A question.
#[endpoint(part)]
pub struct HealthQuestion {
    /// The question.
    pub question_id: u64,
    /// Its text.
    pub title: Option<String>,
    /// What it is: 1 a text, 2 a choice, 3 several choices.
    pub question_type: Option<u64>,
    /// Whether it has to be answered: 1 yes, 2 no.
    pub is_must_fill: Option<u64>,
    /// Whether it is hidden: 1 yes, 2 no.
    pub is_not_display: Option<u64>,
    /// The choices.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub option_list: Vec<HealthOption>,
}

/// A choice.
#[endpoint(part)]
pub struct HealthOption {
    /// The choice.
    pub option_id: u64,
    /// Its text.
    pub option_text: Option<String>,
}

/// Gives what teachers reported on a day, up to 100 at a time.
#[endpoint(POST "/cgi-bin/school/user/get_teacher_customize_health_info", title = "获取老师健康信息",
    doc = "https://developer.work.weixin.qq.com/document/path/93744",
    scope(work), retry = safe, reply = HealthInfo, call = school_apps.teacher_health)]
pub struct GetTeacherHealthInfo {
    /// The day, as in `2020-03-27`.
    pub date: String,
    /// Where to go on.
    pub next_key: Option<String>,
    /// How many at most: 100 if left out, which is the most.
    pub limit: Option<u32>,
}

/// Gives the health codes of students or teachers.
#[endpoint(POST "/cgi-bin/school/user/get_health_qrcode", title = "获取师生健康码",
    doc = "https://developer.work.weixin.qq.com/document/path/93746",
    scope(work), retry = safe, reply = HealthQrCodes, call = school_apps.health_qr_codes)]
pub struct GetHealthQrCode {
    /// Whose: a number the platform's page explains.
    #[serde(rename = "type")]
    pub kind: u64,
    /// The students or teachers: up to 100.
    pub userids: Vec<UserId>,
}

/// Health codes.
#[endpoint(part, reply_to(GetHealthQrCode))]
#[derive(Default)]
pub struct HealthQrCodes {
    /// One by one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub result_list: Vec<HealthQrCode>,
}

/// A health code.
#[endpoint(part)]
pub struct HealthQrCode {
    /// 0, or what went wrong.
    pub errcode: Option<i64>,
    /// The same in words.
    pub errmsg: Option<String>,
    /// The student or teacher.
    pub userid: UserId,
    /// What the code says.
    pub qrcode_data: Option<String>,
}
