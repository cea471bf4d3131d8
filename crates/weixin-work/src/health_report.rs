//! What members and parents reported about their health (健康上报). `/cgi-bin/health/*`

use weixin_api::{Paged, Timestamp, endpoint, group};
use weixin_protocol::UserId;

group! {
    /// What was reported about health (健康上报).
    health_reports: [GetHealthReportStat, GetHealthReportJobIds, GetHealthReportJob, GetHealthReportAnswers]
}

/// Tells how much the app was used on a day.
#[endpoint(POST "/cgi-bin/health/get_health_report_stat", title = "获取健康上报使用统计",
    doc = "https://developer.work.weixin.qq.com/document/path/93676",
    scope(work), retry = safe, reply = HealthReportStat, call = health_reports.stat)]
pub struct GetHealthReportStat {
    /// The day, as in `2020-03-27`; within the last 30.
    pub date: String,
}

/// How much the app was used.
#[endpoint(part, reply_to(GetHealthReportStat))]
pub struct HealthReportStat {
    /// How often it was opened.
    pub pv: Option<u64>,
    /// By how many.
    pub uv: Option<u64>,
}

/// Gives the surveys that run.
#[endpoint(POST "/cgi-bin/health/get_report_jobids", title = "获取健康上报任务ID列表",
    doc = "https://developer.work.weixin.qq.com/document/path/93677",
    scope(work), retry = safe, reply = HealthReportJobIds, call = health_reports.job_ids)]
pub struct GetHealthReportJobIds {
    /// How many to skip.
    pub offset: Option<u64>,
    /// How many: up to 100.
    pub limit: Option<u32>,
}

/// A page of surveys.
#[endpoint(part, reply_to(GetHealthReportJobIds))]
pub struct HealthReportJobIds {
    /// The surveys.
    #[serde(default)]
    pub jobids: Vec<String>,
    /// Whether this is the last page.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub ending: Option<bool>,
}

impl Paged for GetHealthReportJobIds {
    type Item = String;
    fn split_page(self, page: HealthReportJobIds) -> (Vec<String>, Option<Self>) {
        let more = page.ending != Some(true) && !page.jobids.is_empty();
        let next = self.offset.unwrap_or_default().saturating_add(page.jobids.len() as u64);
        (page.jobids, more.then(|| self.offset(next)))
    }
}

/// Tells about a survey on a day.
#[endpoint(POST "/cgi-bin/health/get_report_job_info", title = "获取健康上报任务详情",
    doc = "https://developer.work.weixin.qq.com/document/path/93678",
    scope(work), retry = safe, reply = HealthReportJobDetail, call = health_reports.job)]
pub struct GetHealthReportJob {
    /// The survey.
    pub jobid: String,
    /// The day, as in `2020-03-27`.
    pub date: String,
}

/// What is known of a survey.
#[endpoint(part, reply_to(GetHealthReportJob))]
pub struct HealthReportJobDetail {
    /// The survey.
    pub job_info: HealthReportJob,
}

/// A survey.
#[endpoint(part)]
pub struct HealthReportJob {
    /// Its title.
    pub title: Option<String>,
    /// Who made it.
    pub creator: Option<UserId>,
    /// What kind of survey it is, as the platform numbers them.
    #[serde(rename = "type")]
    pub kind: Option<u8>,
    /// How many have answered.
    pub finish_cnt: Option<u64>,
    /// Who is asked, as the platform numbers it.
    pub report_type: Option<u8>,
    /// Who is asked.
    pub apply_range: Option<HealthReportRange>,
    /// Who gets the answers.
    pub report_to: Option<HealthReportReceivers>,
    /// Whether nobody is asked at weekends.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub skip_weekend: Option<bool>,
    /// The questions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub question_templates: Vec<HealthQuestion>,
}

/// Who is asked.
#[endpoint(part)]
pub struct HealthReportRange {
    /// Members.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub userids: Vec<UserId>,
    /// Departments.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub partyids: Vec<u64>,
}

/// Who gets the answers.
#[endpoint(part)]
pub struct HealthReportReceivers {
    /// Members.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub userids: Vec<UserId>,
}

/// A question.
#[endpoint(part)]
pub struct HealthQuestion {
    /// The question.
    pub question_id: u64,
    /// What is asked.
    pub title: Option<String>,
    /// How it is answered, as the platform numbers it.
    pub question_type: Option<u8>,
    /// Whether it must be answered.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_required: Option<bool>,
    /// What there is to choose from.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub option_list: Vec<HealthOption>,
}

/// An answer to choose.
#[endpoint(part)]
pub struct HealthOption {
    /// The answer.
    pub option_id: u64,
    /// What it says.
    pub option_text: Option<String>,
}

/// Gives what was answered to a survey on a day.
#[endpoint(POST "/cgi-bin/health/get_report_answer", title = "获取用户填写答案",
    doc = "https://developer.work.weixin.qq.com/document/path/93679",
    scope(work), retry = safe, reply = HealthReportAnswers, call = health_reports.answers)]
pub struct GetHealthReportAnswers {
    /// The survey.
    pub jobid: String,
    /// The day, as in `2020-03-27`.
    pub date: String,
    /// How many to skip.
    pub offset: Option<u64>,
    /// How many: up to 100.
    pub limit: Option<u32>,
}

/// A page of answers.
#[endpoint(part, reply_to(GetHealthReportAnswers))]
pub struct HealthReportAnswers {
    /// One for each who answered.
    #[serde(default)]
    pub answers: Vec<HealthReportAnswer>,
}

/// What somebody answered.
#[endpoint(part)]
pub struct HealthReportAnswer {
    /// Whose ids follow, as the platform numbers it.
    pub id_type: Option<u8>,
    /// The member.
    pub userid: Option<UserId>,
    /// The pupil.
    pub student_userid: Option<UserId>,
    /// The parent.
    pub parent_userid: Option<UserId>,
    /// When.
    pub report_time: Option<Timestamp>,
    /// The answers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub report_values: Vec<HealthReportValue>,
}

/// An answer.
#[endpoint(part)]
pub struct HealthReportValue {
    /// The question.
    pub question_id: u64,
    /// What was chosen.
    pub single_choice: Option<u64>,
    /// What was chosen, where it may be several.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub multi_choice: Vec<u64>,
    /// What was written.
    pub text: Option<String>,
    /// Files that were added.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fileid: Vec<String>,
    /// What the travel card says.
    pub itinerary_card_type: Option<u8>,
    /// The areas of high risk it names.
    pub high_risk_area: Option<String>,
}

impl Paged for GetHealthReportAnswers {
    type Item = HealthReportAnswer;
    fn split_page(self, page: HealthReportAnswers) -> (Vec<HealthReportAnswer>, Option<Self>) {
        let answers = page.answers;
        let next = self.offset.unwrap_or_default().saturating_add(answers.len() as u64);
        let next = (!answers.is_empty()).then(|| self.offset(next));
        (answers, next)
    }
}
