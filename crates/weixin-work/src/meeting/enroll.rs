//! Enrolling for meetings.

use crate::meeting::MeetingsHandle;
use weixin_api::{Paged, endpoint};
use weixin_protocol::UserId;

use super::attendee::next_cursor;

/// Tells how one enrols for a meeting.
#[endpoint(POST "/cgi-bin/meeting/enroll/get_config", title = "获取会议报名配置",
    doc = "https://developer.work.weixin.qq.com/document/path/98821",
    scope(work), retry = safe, reply = EnrollConfig, call = meetings.enroll_config)]
pub struct GetEnrollConfig {
    /// The meeting.
    pub meetingid: String,
}

/// How one enrols.
#[endpoint(part, reply_to(GetEnrollConfig, crate::webinar::GetWebinarEnrollConfig))]
pub struct EnrollConfig {
    /// Whether somebody approves: 1 nobody does, 2 somebody does.
    pub approve_type: Option<u8>,
    /// Whether questions are asked: 1 no, 2 yes.
    pub is_collect_question: Option<u8>,
    /// The questions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub question_list: Vec<EnrollQuestion>,
    /// Whether members of the corporation need not enrol.
    pub no_registration_needed_for_staff: Option<bool>,
}

/// A question to those who enrol.
#[endpoint(part)]
#[derive(Default)]
pub struct EnrollQuestion {
    /// Whether it must be answered, as the platform numbers it.
    pub is_required: Option<u8>,
    /// How it is answered, as the platform numbers it.
    pub question_type: Option<u8>,
    /// What it asks for, if it is one of the platform's own.
    pub special_type: Option<u8>,
    /// What is asked.
    pub question_title: Option<String>,
    /// What there is to choose from.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub option_list: Vec<EnrollOption>,
}

/// An answer to choose.
#[endpoint(part)]
#[derive(Default)]
pub struct EnrollOption {
    /// What it says.
    pub content: Option<String>,
}

/// Says how one enrols for a meeting.
#[endpoint(POST "/cgi-bin/meeting/enroll/set_config", title = "修改会议报名配置",
    doc = "https://developer.work.weixin.qq.com/document/path/98821",
    scope(work), retry = safe, reply = EnrollQuestionCount, call = meetings.set_enroll_config)]
pub struct SetEnrollConfig {
    /// The meeting.
    pub meetingid: String,
    /// Whether somebody approves: 1 nobody does, 2 somebody does.
    pub approve_type: Option<u8>,
    /// Whether questions are asked: 1 no, 2 yes.
    pub is_collect_question: Option<u8>,
    /// The questions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub question_list: Vec<EnrollQuestion>,
    /// Whether members of the corporation need not enrol.
    pub no_registration_needed_for_staff: Option<bool>,
}

/// How many questions are asked.
#[endpoint(part, reply_to(SetEnrollConfig, crate::webinar::SetWebinarEnrollConfig))]
pub struct EnrollQuestionCount {
    /// How many.
    pub question_count: Option<u64>,
}

/// Gives those who enrolled for a meeting.
#[endpoint(POST "/cgi-bin/meeting/enroll/list", title = "获取会议报名信息",
    doc = "https://developer.work.weixin.qq.com/document/path/98810",
    scope(work), retry = safe, reply = EnrollmentList, call = meetings.enrollments)]
pub struct GetEnrollments {
    /// The meeting.
    pub meetingid: String,
    /// Only those whose enrolment is in this state, as the platform numbers it.
    pub status: Option<u8>,
    /// Where to begin; from the start if `None`.
    pub cursor: Option<String>,
    /// How many.
    pub limit: Option<u32>,
}

/// A page of those who enrolled.
#[endpoint(part, reply_to(GetEnrollments, crate::webinar::GetWebinarEnrollments))]
pub struct EnrollmentList {
    /// Those who enrolled.
    #[serde(default)]
    pub enroll_list: Vec<Enrollment>,
    /// Whether there are more.
    pub has_more: Option<bool>,
    /// Where the next page begins.
    pub next_cursor: Option<String>,
}

/// Somebody who enrolled.
#[endpoint(part)]
pub struct Enrollment {
    /// The enrolment.
    pub enroll_id: String,
    /// The member.
    pub userid: Option<UserId>,
    /// Who, by an id for this meeting.
    pub tmp_openid: Option<String>,
    /// When, as the platform writes it.
    pub enroll_time: Option<String>,
    /// How, as the platform numbers it.
    pub enroll_source_type: Option<u8>,
    /// Their name.
    pub nick_name: Option<String>,
    /// Whether they may come, as the platform numbers it.
    pub status: Option<u8>,
    /// Their code.
    pub enroll_code: Option<String>,
    /// What they answered.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub answer_list: Vec<EnrollAnswer>,
}

/// What somebody answered.
#[endpoint(part)]
pub struct EnrollAnswer {
    /// The answers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub answer_content: Vec<String>,
    /// Whether it had to be answered, as the platform numbers it.
    pub is_required: Option<u8>,
    /// How it is answered, as the platform numbers it.
    pub question_type: Option<u8>,
    /// What it asks for, if it is one of the platform's own.
    pub special_type: Option<u8>,
    /// The question's number.
    pub question_num: Option<u64>,
    /// What was asked.
    pub question_title: Option<String>,
}

impl Paged for GetEnrollments {
    type Item = Enrollment;
    fn split_page(self, page: EnrollmentList) -> (Vec<Enrollment>, Option<Self>) {
        let next = next_cursor(page.next_cursor, page.has_more);
        (page.enroll_list, next.map(|next| self.cursor(next)))
    }
}

/// Says who of those who enrolled may come.
#[endpoint(POST "/cgi-bin/meeting/enroll/approve", title = "审批会议报名信息",
    doc = "https://developer.work.weixin.qq.com/document/path/98807",
    scope(work), retry = safe, reply = HandledCount, call = meetings.approve_enrollments)]
pub struct ApproveEnrollments {
    /// The meeting.
    pub meetingid: String,
    /// What to do, as the platform numbers it.
    pub action: u8,
    /// The enrolments.
    pub enroll_id_list: Vec<String>,
}

/// How many were handled.
#[endpoint(part, reply_to(ApproveEnrollments, crate::webinar::ApproveWebinarEnrollments))]
pub struct HandledCount {
    /// How many.
    pub handled_count: Option<u64>,
}

/// Deletes enrolments.
#[endpoint(POST "/cgi-bin/meeting/enroll/delete", title = "删除会议报名信息",
    doc = "https://developer.work.weixin.qq.com/document/path/98817",
    scope(work), retry = safe, reply = EnrollTotal, call = meetings.delete_enrollments)]
pub struct DeleteEnrollments {
    /// The meeting.
    pub meetingid: String,
    /// The enrolments.
    pub enroll_id_list: Vec<EnrollId>,
}

/// An enrolment.
#[endpoint(part)]
pub struct EnrollId {
    /// The enrolment.
    pub enroll_id: String,
}

/// How many were deleted.
#[endpoint(part, reply_to(DeleteEnrollments, crate::webinar::DeleteWebinarEnrollments))]
pub struct EnrollTotal {
    /// How many.
    pub total_count: Option<u64>,
}

/// Enrols people for a meeting.
#[endpoint(POST "/cgi-bin/meeting/enroll/import", title = "导入会议报名信息",
    doc = "https://developer.work.weixin.qq.com/document/path/98816",
    scope(work), reply = ImportedEnrollments, call = meetings.import_enrollments)]
pub struct ImportEnrollments {
    /// The meeting.
    pub meetingid: String,
    /// The people.
    pub enroll_list: Vec<NewEnrollment>,
}

/// Somebody to enrol.
#[endpoint(part)]
#[derive(Default)]
pub struct NewEnrollment {
    /// The member.
    pub userid: Option<UserId>,
    /// The country's code of their telephone, as in `86`.
    pub area: Option<String>,
    /// Their telephone number.
    pub phone_number: Option<String>,
    /// Their name.
    pub nick_name: Option<String>,
}

/// People who were enrolled.
#[endpoint(part, reply_to(ImportEnrollments, crate::webinar::ImportWebinarEnrollments))]
pub struct ImportedEnrollments {
    /// How many.
    pub total_count: Option<u64>,
    /// The people.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub enroll_list: Vec<ImportedEnrollment>,
}

/// Somebody who was enrolled.
#[endpoint(part)]
pub struct ImportedEnrollment {
    /// The enrolment.
    pub enroll_id: String,
    /// The member.
    pub userid: Option<UserId>,
    /// The country's code of their telephone.
    pub area: Option<String>,
    /// Their telephone number.
    pub phone_number: Option<String>,
    /// Their name.
    pub nick_name: Option<String>,
    /// Their code.
    pub enroll_code: Option<String>,
}

/// Gives the enrolments of people in a meeting.
#[endpoint(POST "/cgi-bin/meeting/enroll/query_by_tmp_openid", title = "获取成员会议报名ID",
    doc = "https://developer.work.weixin.qq.com/document/path/98794",
    scope(work), retry = safe, reply = EnrollIds, call = meetings.enroll_ids)]
pub struct GetEnrollIds {
    /// The meeting.
    pub meetingid: String,
    /// Which of several enrolments, as the platform numbers it.
    pub sorting_rules: Option<u8>,
    /// The people, by ids for this meeting.
    pub tmp_openid_list: Vec<String>,
}

/// Enrolments of people.
#[endpoint(part, reply_to(GetEnrollIds, crate::webinar::GetWebinarEnrollIds))]
pub struct EnrollIds {
    /// One for each.
    #[serde(default)]
    pub enroll_id_list: Vec<EnrollIdOf>,
}

/// The enrolment of somebody.
#[endpoint(part)]
pub struct EnrollIdOf {
    /// Who, by an id for this meeting.
    pub tmp_openid: Option<String>,
    /// The enrolment.
    pub enroll_id: Option<String>,
}
