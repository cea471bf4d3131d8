//! Answers to forms.

use super::{DurationUnit, FormAnswerId, FormRoundId};
use crate::form::FormsHandle;
use crate::ids::{DepartmentId, FileId, TmpExternalUserId};
use weixin_api::{Paged, Timestamp, endpoint, int_enum};
use weixin_protocol::UserId;

/// Returns how many people filled in a round of a form, and who did or did not.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Work};
/// # use weixin_work::form::FormStatisticKind;
/// # use weixin_work::prelude::*;
/// # async fn example(wx: impl Caller<Kind = Work>) -> Result<(), Error> {
/// let form = wx.forms().get("FORMID").await?.form_info;
/// for round in form.repeated_id {
///     let statistic = wx.forms().statistic((round, FormStatisticKind::Numbers)).await?;
///     println!("filled in {} times", statistic.fill_cnt.unwrap_or_default());
/// }
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/wedoc/get_form_statistic", title = "收集表的统计信息查询",
    doc = "https://developer.work.weixin.qq.com/document/path/97818",
    scope(work), retry = safe, reply = FormStatistic, call = forms.statistic)]
pub struct GetFormStatistic {
    /// The round, one of [`FormInfo::repeated_id`](super::FormInfo::repeated_id).
    pub repeated_id: FormRoundId,
    /// What is returned besides the numbers.
    pub req_type: FormStatisticKind,
    /// First day of the period, as its midnight. Required for [`FormStatisticKind::Submitted`],
    /// otherwise left out.
    pub start_time: Option<Timestamp>,
    /// Last day of the period, as its midnight. Required for [`FormStatisticKind::Submitted`],
    /// otherwise left out.
    pub end_time: Option<Timestamp>,
    /// Page size: up to 10,000; 20 if left out.
    pub limit: Option<u32>,
    /// [`FormStatistic::cursor`] of the previous page; the first page if left out.
    pub cursor: Option<u64>,
}

int_enum! {
    /// What [`GetFormStatistic`] returns (请求类型).
    pub enum FormStatisticKind {
        /// The numbers only (只获取统计结果).
        Numbers = 1,
        /// The numbers and the people who filled in the form (获取已提交列表).
        Submitted = 2,
        /// The numbers and the people who did not (获取未提交列表). Only for forms with a limited
        /// audience.
        Missing = 3,
    }
}

/// Numbers of a round of a form, and a page of people.
#[endpoint(part, reply_to(GetFormStatistic))]
pub struct FormStatistic {
    /// Number of answers.
    pub fill_cnt: Option<u64>,
    /// Number of people who filled in the form.
    pub fill_user_cnt: Option<u64>,
    /// Number of people who did not.
    pub unfill_user_cnt: Option<u64>,
    /// The people who filled in the form, for [`FormStatisticKind::Submitted`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub submit_users: Vec<FormSubmitter>,
    /// The people who did not, for [`FormStatisticKind::Missing`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unfill_users: Vec<FormNonSubmitter>,
    /// Whether further pages follow.
    pub has_more: Option<bool>,
    /// Cursor of the next page.
    pub cursor: Option<u64>,
}

impl Paged for GetFormStatistic {
    type Item = FormFiller;
    fn split_page(self, page: FormStatistic) -> (Vec<FormFiller>, Option<Self>) {
        let submitted = page.submit_users.into_iter().map(FormFiller::Submitted);
        let missing = page.unfill_users.into_iter().map(FormFiller::Missing);
        let next = page
            .cursor
            .filter(|next| page.has_more == Some(true) && *next > self.cursor.unwrap_or_default());
        (submitted.chain(missing).collect(), next.map(|next| self.cursor(next)))
    }
}

/// Somebody who was asked to fill in a form.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum FormFiller {
    /// Somebody who did.
    Submitted(FormSubmitter),
    /// Somebody who did not.
    Missing(FormNonSubmitter),
}

/// Somebody who filled in a form.
#[endpoint(part)]
pub struct FormSubmitter {
    /// The member; missing for people outside the corporation and anonymous answers.
    pub userid: Option<UserId>,
    /// The person outside the corporation; missing for members and anonymous answers. The id
    /// differs from form to form.
    pub tmp_external_userid: Option<TmpExternalUserId>,
    /// The person's name; missing for anonymous answers.
    pub user_name: Option<String>,
    /// Time of submission.
    pub submit_time: Option<Timestamp>,
    /// The answer, for [`GetFormAnswer`].
    pub answer_id: Option<FormAnswerId>,
}

/// Somebody who did not fill in a form.
#[endpoint(part)]
pub struct FormNonSubmitter {
    /// The member who was asked to fill in the form.
    pub userid: Option<UserId>,
    /// The member's name.
    pub user_name: Option<String>,
}

/// Returns answers to a round of a form.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Work};
/// # use weixin_work::form::{FormAnswerId, GetFormAnswer};
/// # use weixin_work::prelude::*;
/// # async fn example(wx: impl Caller<Kind = Work>) -> Result<(), Error> {
/// let request = GetFormAnswer::new("REPEATEDID").answer_ids([FormAnswerId::new(15)]);
/// let answers = wx.forms().answers(request).await?;
/// for answer in answers.answer.answer_list {
///     for item in answer.reply.map(|reply| reply.items).unwrap_or_default() {
///         println!("{}: {}", item.question_id, item.text_reply.unwrap_or_default());
///     }
/// }
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/wedoc/get_form_answer", title = "读取收集表答案",
    doc = "https://developer.work.weixin.qq.com/document/path/97818",
    scope(work), retry = safe, reply = FormAnswers, call = forms.answers)]
pub struct GetFormAnswer {
    /// The round, one of [`FormInfo::repeated_id`](super::FormInfo::repeated_id).
    pub repeated_id: FormRoundId,
    /// The answers: up to 100, from [`FormSubmitter::answer_id`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub answer_ids: Vec<FormAnswerId>,
}

/// The reply to [`GetFormAnswer`].
#[endpoint(part, reply_to(GetFormAnswer))]
pub struct FormAnswers {
    /// The answers that were asked for.
    pub answer: FormAnswerList,
}

/// Answers to a form.
#[endpoint(part)]
pub struct FormAnswerList {
    /// One entry per answer; ids that do not exist are left out.
    #[serde(default)]
    pub answer_list: Vec<FormAnswer>,
}

/// One person's answer to a form.
#[endpoint(part)]
pub struct FormAnswer {
    /// Id of the answer, as in the request.
    pub answer_id: FormAnswerId,
    /// The person's name; missing for anonymous answers.
    pub user_name: Option<String>,
    /// The member; missing for people outside the corporation and anonymous answers.
    pub userid: Option<UserId>,
    /// The person outside the corporation; missing for members and anonymous answers. The id
    /// differs from form to form.
    pub tmp_external_userid: Option<TmpExternalUserId>,
    /// Time of creation.
    pub ctime: Option<Timestamp>,
    /// Time of the last change.
    pub mtime: Option<Timestamp>,
    /// The replies to the questions.
    pub reply: Option<FormReplies>,
    /// Whether the answer counts.
    pub answer_status: Option<FormAnswerStatus>,
}

int_enum! {
    /// Whether an answer to a form counts (答案状态).
    pub enum FormAnswerStatus {
        /// It counts (正常).
        Normal = 1,
        /// It was removed (统计者移除此答案或删除).
        Removed = 3,
    }
}

/// The replies to the questions of a form.
#[endpoint(part)]
pub struct FormReplies {
    /// One entry per answered question.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<FormReply>,
}

/// The reply to a question. The kind of question says which fields are set.
#[endpoint(part)]
pub struct FormReply {
    /// The question, as [`FormQuestion::question_id`](super::FormQuestion::question_id).
    pub question_id: u64,
    /// The reply as a text, for questions about a text, number, place, date, time or temperature.
    pub text_reply: Option<String>,
    /// The chosen options, as [`FormOption::key`](super::FormOption::key).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub option_reply: Vec<u64>,
    /// The texts of options with free text ("other").
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub option_extend_reply: Vec<OptionExtendReply>,
    /// The uploaded files or images.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub file_extend_reply: Vec<FormFile>,
    /// The chosen departments.
    pub department_reply: Option<DepartmentReply>,
    /// The chosen members.
    pub member_reply: Option<MemberReply>,
    /// The period of time.
    pub duration_reply: Option<DurationReply>,
}

/// The text of an option with free text ("other", 其他选项).
#[endpoint(part)]
pub struct OptionExtendReply {
    /// The option, as [`FormOption::key`](super::FormOption::key).
    pub option_reply: Option<u64>,
    /// The text that was entered.
    pub extend_text: Option<String>,
}

/// An uploaded file or image.
#[endpoint(part)]
pub struct FormFile {
    /// Name of the file.
    pub name: Option<String>,
    /// The file in the drive.
    pub fileid: Option<FileId>,
}

/// The chosen departments.
#[endpoint(part)]
pub struct DepartmentReply {
    /// One entry per chosen department.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub list: Vec<FormDepartment>,
}

/// A chosen department.
#[endpoint(part)]
pub struct FormDepartment {
    /// The department that was chosen.
    pub department_id: DepartmentId,
}

/// The chosen members.
#[endpoint(part)]
pub struct MemberReply {
    /// One entry per chosen member.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub list: Vec<FormMember>,
}

/// A chosen member.
#[endpoint(part)]
pub struct FormMember {
    /// The member who was chosen.
    pub userid: UserId,
}

/// A period of time (时长).
#[endpoint(part)]
pub struct DurationReply {
    /// Beginning of the period.
    pub begin_time: Option<Timestamp>,
    /// End of the period.
    pub end_time: Option<Timestamp>,
    /// The unit in which the length is given.
    pub time_scale: Option<DurationUnit>,
    /// Number of hours that count as a day, for [`DurationUnit::Hours`].
    pub day_range: Option<u64>,
    /// Length in days, for [`DurationUnit::Days`].
    pub days: Option<f64>,
    /// Length in hours, for [`DurationUnit::Hours`].
    pub hours: Option<f64>,
}
