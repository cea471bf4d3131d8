//! What was answered.

use crate::form::FormsHandle;
use weixin_api::{Paged, Timestamp, endpoint};
use weixin_protocol::UserId;

/// Tells how many filled in a round of a form, and who.
#[endpoint(POST "/cgi-bin/wedoc/get_form_statistic", title = "收集表的统计信息查询",
    doc = "https://developer.work.weixin.qq.com/document/path/97818",
    scope(work), retry = safe, reply = FormStatistic, call = forms.statistic)]
pub struct GetFormStatistic {
    /// The round.
    pub repeated_id: String,
    /// What is asked: 1 how many, 2 who did, 3 who did not.
    pub req_type: u8,
    /// Of which day on, at midnight, for 2.
    pub start_time: Option<Timestamp>,
    /// Until which day, at midnight, for 2.
    pub end_time: Option<Timestamp>,
    /// How many: up to 10,000, 20 if left out.
    pub limit: Option<u32>,
    /// Where to begin: 0, then what the page before says.
    pub cursor: Option<u64>,
}

/// Who filled a form in.
#[endpoint(part, reply_to(GetFormStatistic))]
pub struct FormStatistic {
    /// How often it was filled in.
    pub fill_cnt: Option<u64>,
    /// By how many.
    pub fill_user_cnt: Option<u64>,
    /// How many have not.
    pub unfill_user_cnt: Option<u64>,
    /// Who did.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub submit_users: Vec<FormSubmitter>,
    /// Who did not.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unfill_users: Vec<FormNonSubmitter>,
    /// Whether there are more.
    pub has_more: Option<bool>,
    /// Where the next page begins.
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

/// Somebody who was asked to fill a form in.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum FormFiller {
    /// They did.
    Submitted(FormSubmitter),
    /// They did not.
    Missing(FormNonSubmitter),
}

/// Somebody who filled a form in.
#[endpoint(part)]
pub struct FormSubmitter {
    /// The member.
    pub userid: Option<UserId>,
    /// Who, if they are from outside.
    pub tmp_external_userid: Option<String>,
    /// Their name.
    pub user_name: Option<String>,
    /// When.
    pub submit_time: Option<Timestamp>,
    /// The answer, for [`GetFormAnswer`].
    pub answer_id: Option<u64>,
}

/// Somebody who did not fill a form in.
#[endpoint(part)]
pub struct FormNonSubmitter {
    /// The member.
    pub userid: Option<UserId>,
    /// Their name.
    pub user_name: Option<String>,
}

/// Gives what was answered in a round of a form.
#[endpoint(POST "/cgi-bin/wedoc/get_form_answer", title = "读取收集表答案",
    doc = "https://developer.work.weixin.qq.com/document/path/97818",
    scope(work), retry = safe, reply = FormAnswers, call = forms.answers)]
pub struct GetFormAnswer {
    /// The round.
    pub repeated_id: String,
    /// The answers: up to 100.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub answer_ids: Vec<u64>,
}

/// What was answered.
#[endpoint(part, reply_to(GetFormAnswer))]
pub struct FormAnswers {
    /// The answers.
    pub answer: FormAnswerList,
}

/// What was answered.
#[endpoint(part)]
pub struct FormAnswerList {
    /// The answers.
    #[serde(default)]
    pub answer_list: Vec<FormAnswer>,
}

/// What somebody answered.
#[endpoint(part)]
pub struct FormAnswer {
    /// The answer.
    pub answer_id: u64,
    /// Their name.
    pub user_name: Option<String>,
    /// The member.
    pub userid: Option<UserId>,
    /// Who, if they are from outside.
    pub tmp_external_userid: Option<String>,
    /// When it was made.
    pub ctime: Option<Timestamp>,
    /// When it was last changed.
    pub mtime: Option<Timestamp>,
    /// What they said.
    pub reply: Option<FormReplies>,
    /// 1 it is there, 3 it was deleted.
    pub answer_status: Option<u8>,
}

/// What somebody answered.
#[endpoint(part)]
pub struct FormReplies {
    /// One for each question.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<FormReply>,
}

/// An answer to a question.
#[endpoint(part)]
pub struct FormReply {
    /// The question.
    pub question_id: u64,
    /// What was written: a text, a number, a place, a day, a time, a temperature.
    pub text_reply: Option<String>,
    /// What was chosen.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub option_reply: Vec<u64>,
    /// What "other" is.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub option_extend_reply: Vec<OptionExtendReply>,
    /// What was uploaded.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub file_extend_reply: Vec<FormFile>,
    /// Departments.
    pub department_reply: Option<DepartmentReply>,
    /// Members.
    pub member_reply: Option<MemberReply>,
    /// A length of time.
    pub duration_reply: Option<DurationReply>,
}

/// What "other" is.
#[endpoint(part)]
pub struct OptionExtendReply {
    /// Which was chosen.
    pub option_reply: Option<u64>,
    /// What was written.
    pub extend_text: Option<String>,
}

/// What was uploaded.
#[endpoint(part)]
pub struct FormFile {
    /// Its name.
    pub name: Option<String>,
    /// The file in the drive.
    pub fileid: Option<String>,
}

/// Departments.
#[endpoint(part)]
pub struct DepartmentReply {
    /// The departments.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub list: Vec<FormDepartment>,
}

/// A department.
#[endpoint(part)]
pub struct FormDepartment {
    /// The department.
    pub department_id: u64,
}

/// Members.
#[endpoint(part)]
pub struct MemberReply {
    /// The members.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub list: Vec<FormMember>,
}

/// A member.
#[endpoint(part)]
pub struct FormMember {
    /// The member.
    pub userid: UserId,
}

/// A length of time.
#[endpoint(part)]
pub struct DurationReply {
    /// When it begins.
    pub begin_time: Option<Timestamp>,
    /// When it ends.
    pub end_time: Option<Timestamp>,
    /// By what it is counted: 1 days, 2 hours.
    pub time_scale: Option<u8>,
    /// How many hours a day has.
    pub day_range: Option<u64>,
    /// How many days.
    pub days: Option<f64>,
    /// How many hours.
    pub hours: Option<f64>,
}
