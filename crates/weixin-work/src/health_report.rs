//! Health reports of members and parents (健康上报). `/cgi-bin/health/*`

use weixin_api::{Paged, Timestamp, endpoint, group, int_enum};
use weixin_protocol::{MediaId, UserId};

use crate::ids::DepartmentId;

group! {
    /// Health reports of members and parents (健康上报).
    health_reports: [
        GetHealthReportStat, GetHealthReportJobIds, GetHealthReportJob, GetHealthReportAnswers,
    ]
}

weixin_api::string_id! {
    /// A survey of health reports (健康上报任务, jobid).
    HealthReportJobId
}

weixin_api::integer_id! {
    /// A question of a survey (question_id), unique within it.
    HealthQuestionId(u64)
    /// An option of a question (option_id), unique within it.
    HealthOptionId(u64)
}

/// Returns how much the health report app was used on a day.
#[endpoint(POST "/cgi-bin/health/get_health_report_stat", title = "获取健康上报使用统计",
    doc = "https://developer.work.weixin.qq.com/document/path/93676",
    scope(work), retry = safe, reply = HealthReportStat, call = health_reports.stat)]
pub struct GetHealthReportStat {
    /// The day, such as `2020-03-27`, within the last 30 days.
    pub date: String,
}

/// The use of the health report app on a day.
#[endpoint(part, reply_to(GetHealthReportStat))]
pub struct HealthReportStat {
    /// The number of uses (应用使用次数).
    pub pv: Option<u64>,
    /// The number of members who used it (应用使用成员数).
    pub uv: Option<u64>,
}

/// Returns the ids of the running surveys of the health report app (健康上报任务).
///
/// # Examples
///
/// ```
/// # use futures_util::TryStreamExt as _;
/// # use weixin_api::{Caller, Error, kind::Work};
/// # use weixin_work::prelude::*;
/// # async fn example(wx: impl Caller<Kind = Work>) -> Result<(), Error> {
/// let mut surveys = wx.health_reports().job_ids().pages();
/// while let Some(survey) = surveys.try_next().await? {
///     let detail = wx.health_reports().job((survey, "2022-04-18")).await?;
///     println!("{:?} answers", detail.job_info.finish_cnt);
/// }
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/health/get_report_jobids", title = "获取健康上报任务ID列表",
    doc = "https://developer.work.weixin.qq.com/document/path/93677",
    scope(work), retry = safe, reply = HealthReportJobIds, call = health_reports.job_ids)]
pub struct GetHealthReportJobIds {
    /// The number of surveys to skip; `None` means 0.
    pub offset: Option<u64>,
    /// The number of surveys to return: up to 100, which is also the default.
    pub limit: Option<u32>,
}

/// A page of surveys, by their ids.
#[endpoint(part, reply_to(GetHealthReportJobIds))]
pub struct HealthReportJobIds {
    /// The surveys of this page.
    #[serde(default)]
    pub jobids: Vec<HealthReportJobId>,
    /// Whether this is the last page.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub ending: Option<bool>,
}

impl Paged for GetHealthReportJobIds {
    type Item = HealthReportJobId;
    fn split_page(self, page: HealthReportJobIds) -> (Vec<HealthReportJobId>, Option<Self>) {
        let more = page.ending != Some(true) && !page.jobids.is_empty();
        let next = self.offset.unwrap_or_default().saturating_add(page.jobids.len() as u64);
        (page.jobids, more.then(|| self.offset(next)))
    }
}

/// Returns a survey of the health report app and the number of answers on a day.
#[endpoint(POST "/cgi-bin/health/get_report_job_info", title = "获取健康上报任务详情",
    doc = "https://developer.work.weixin.qq.com/document/path/93678",
    scope(work), retry = safe, reply = HealthReportJobDetail, call = health_reports.job)]
pub struct GetHealthReportJob {
    /// The survey to look up.
    pub jobid: HealthReportJobId,
    /// The day, such as `2020-03-27`, within the last 14 days.
    pub date: String,
}

/// The reply to [`GetHealthReportJob`].
#[endpoint(part, reply_to(GetHealthReportJob))]
pub struct HealthReportJobDetail {
    /// The survey with its questions.
    pub job_info: HealthReportJob,
}

int_enum! {
    /// The people that a survey asks, or that gave an answer.
    pub enum HealthReportAudience {
        /// Members of the corporation.
        Members = 1,
        /// Parents of students.
        Parents = 2,
    }
}

/// A survey of health reports.
#[endpoint(part)]
pub struct HealthReportJob {
    /// The title of the survey.
    pub title: Option<String>,
    /// The member who created it.
    pub creator: Option<UserId>,
    /// Whether members or parents are asked.
    #[serde(rename = "type")]
    pub kind: Option<HealthReportAudience>,
    /// The number of people who answered on the day.
    pub finish_cnt: Option<u64>,
    /// How often people answer (上报方式), as a number. In the official sample it is 1; the other
    /// values are not documented here.
    pub report_type: Option<u8>,
    /// The people who are asked.
    pub apply_range: Option<HealthReportRange>,
    /// The members who see the answers (汇报对象).
    pub report_to: Option<HealthReportReceivers>,
    /// Whether nobody is asked at weekends.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub skip_weekend: Option<bool>,
    /// The questions, in their order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub question_templates: Vec<HealthQuestion>,
}

/// The people that a survey asks.
#[endpoint(part)]
pub struct HealthReportRange {
    /// Members; the userids of students in a survey among parents.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub userids: Vec<UserId>,
    /// Departments of the directory; departments of the school (学校通讯录) in a survey among parents.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub partyids: Vec<DepartmentId>,
}

/// The members who see the answers.
#[endpoint(part)]
pub struct HealthReportReceivers {
    /// Members of the corporation.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub userids: Vec<UserId>,
}

int_enum! {
    /// How a question of a survey is answered.
    pub enum HealthQuestionKind {
        /// With a text (填空题), which may be a place or a date.
        Text = 1,
        /// With one option (单选题).
        SingleChoice = 2,
        /// With several options (多选题).
        MultipleChoice = 3,
        /// With files or pictures (收集文件/图片题).
        Files = 4,
        /// With a signature (签名).
        Signature = 5,
        /// With a screenshot of the travel card (行程卡截图).
        TravelCard = 6,
    }
}

/// A question of a survey.
#[endpoint(part)]
pub struct HealthQuestion {
    /// The question's id, which the answers repeat.
    pub question_id: HealthQuestionId,
    /// The text of the question.
    pub title: Option<String>,
    /// How the question is answered.
    pub question_type: Option<HealthQuestionKind>,
    /// Whether it must be answered.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub is_required: Option<bool>,
    /// The options, for single and multiple choice.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub option_list: Vec<HealthOption>,
}

/// An option of a question.
#[endpoint(part)]
pub struct HealthOption {
    /// The option's id, which the answers repeat.
    pub option_id: HealthOptionId,
    /// The text that people choose.
    pub option_text: Option<String>,
}

/// Returns the answers to a survey of the health report app on a day, up to 100 at a time.
#[endpoint(POST "/cgi-bin/health/get_report_answer", title = "获取用户填写答案",
    doc = "https://developer.work.weixin.qq.com/document/path/93679",
    scope(work), retry = safe, reply = HealthReportAnswers, call = health_reports.answers)]
pub struct GetHealthReportAnswers {
    /// The survey to look up.
    pub jobid: HealthReportJobId,
    /// The day, such as `2020-03-27`, within the last 14 days.
    pub date: String,
    /// The number of answers to skip; `None` means 0.
    pub offset: Option<u64>,
    /// The number of answers to return: up to 100, which is also the default.
    pub limit: Option<u32>,
}

/// A page of answers.
#[endpoint(part, reply_to(GetHealthReportAnswers))]
pub struct HealthReportAnswers {
    /// One entry for each person who answered.
    #[serde(default)]
    pub answers: Vec<HealthReportAnswer>,
}

/// The answers of one person.
#[endpoint(part)]
pub struct HealthReportAnswer {
    /// Whether a member or a parent answered.
    pub id_type: Option<HealthReportAudience>,
    /// The member who answered.
    pub userid: Option<UserId>,
    /// The student that a parent answered for.
    pub student_userid: Option<UserId>,
    /// The parent who answered.
    pub parent_userid: Option<UserId>,
    /// The time of the answer.
    pub report_time: Option<Timestamp>,
    /// One entry for each question.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub report_values: Vec<HealthReportValue>,
}

int_enum! {
    /// The state of a travel card, as the platform recognized it in the screenshot.
    pub enum TravelCardState {
        /// The state of the card was not recognized.
        Unreadable = 0,
        /// Green.
        Green = 1,
        /// Red.
        Red = 2,
        /// Yellow.
        Yellow = 3,
        /// Orange.
        Orange = 4,
        /// The picture is not recognized as a travel card.
        NotFound = 5,
    }
}

/// The answer to one question.
#[endpoint(part)]
pub struct HealthReportValue {
    /// The question that is answered.
    pub question_id: HealthQuestionId,
    /// The chosen option, for single choice.
    pub single_choice: Option<HealthOptionId>,
    /// The chosen options, for multiple choice.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub multi_choice: Vec<HealthOptionId>,
    /// The text, for questions answered with one.
    pub text: Option<String>,
    /// The files, which can be downloaded like temporary files.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fileid: Vec<MediaId>,
    /// The state of the travel card, for its screenshot.
    pub itinerary_card_type: Option<TravelCardState>,
    /// The areas of high risk that the travel card names.
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
