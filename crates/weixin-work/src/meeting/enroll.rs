//! Enrolment for meetings (会议报名).

use super::{EnrollmentId, TmpOpenId};
use crate::ids::MeetingId;
use crate::meeting::MeetingsHandle;
use weixin_api::{Paged, endpoint, int_enum};
use weixin_protocol::UserId;

use super::attendee::next_cursor;

int_enum! {
    /// The approval of enrolments (审批类型).
    pub enum EnrollApproval {
        /// Every enrolment is approved automatically (自动审批).
        Automatic = 1,
        /// Enrolments are approved by hand (手动审批).
        Manual = 2,
    }
}

int_enum! {
    /// A setting of enrolment that is off or on.
    pub enum EnrollSwitch {
        /// Off: nothing is asked (不收集), or no answer is required (非必填).
        Off = 1,
        /// On: questions are asked (收集), or an answer is required (必填).
        On = 2,
    }
}

int_enum! {
    /// The kind of a question to people who enrol (问题类型).
    pub enum EnrollQuestionKind {
        /// One of several options (单选).
        SingleChoice = 1,
        /// Any of several options (多选).
        MultipleChoice = 2,
        /// A short text (简答).
        Text = 3,
    }
}

int_enum! {
    /// A predefined question to people who enrol (特殊问题类型).
    pub enum EnrollSpecialKind {
        /// Not predefined (无).
        None = 1,
        /// The telephone number (手机号).
        Phone = 2,
        /// The mail address (邮箱).
        Email = 3,
        /// The name (姓名).
        Name = 4,
        /// The company (公司名称).
        Company = 5,
    }
}

int_enum! {
    /// The state of an enrolment (审批状态).
    pub enum EnrollStatus {
        /// Any state; only as a filter (全部).
        All = 0,
        /// Waits for approval (待审批).
        Pending = 1,
        /// Rejected (已拒绝).
        Rejected = 2,
        /// Approved (已批准).
        Approved = 3,
    }
}

int_enum! {
    /// The source of an enrolment (报名来源).
    pub enum EnrollSource {
        /// The person enrolled (成员手动报名).
        Manual = 1,
        /// It was imported (批量导入报名).
        Imported = 2,
    }
}

int_enum! {
    /// What to do with enrolments (审批动作).
    pub enum EnrollAction {
        /// Withdraws the approval, so that they wait for approval again (取消批准).
        Withdraw = 1,
        /// Rejects them (拒绝).
        Reject = 2,
        /// Approves them (批准).
        Approve = 3,
    }
}

int_enum! {
    /// The enrolment that is preferred when a person has several (排序规则).
    pub enum EnrollIdOrder {
        /// One that was imported by telephone number (优先查询手机号导入报名).
        ImportedFirst = 1,
        /// One that the person made (优先查询成员手动报名).
        ManualFirst = 2,
    }
}

/// Returns the settings of enrolment for a meeting. Fails if the meeting has no enrolment.
#[endpoint(POST "/cgi-bin/meeting/enroll/get_config", title = "获取会议报名配置",
    doc = "https://developer.work.weixin.qq.com/document/path/98821",
    scope(work), retry = safe, reply = EnrollConfig, call = meetings.enroll_config)]
pub struct GetEnrollConfig {
    /// The meeting whose settings are returned.
    pub meetingid: MeetingId,
}

/// The settings of enrolment.
#[endpoint(part, reply_to(GetEnrollConfig, crate::webinar::GetWebinarEnrollConfig))]
pub struct EnrollConfig {
    /// Whether enrolments are approved by hand.
    pub approve_type: Option<EnrollApproval>,
    /// Whether people who enrol are asked questions.
    pub is_collect_question: Option<EnrollSwitch>,
    /// The questions; only with [`EnrollSwitch::On`] in `is_collect_question`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub question_list: Vec<EnrollQuestion>,
    /// Whether members of the corporation need not enrol.
    pub no_registration_needed_for_staff: Option<bool>,
}

/// A question to people who enrol.
#[endpoint(part)]
#[derive(Default)]
pub struct EnrollQuestion {
    /// Whether an answer is required.
    pub is_required: Option<EnrollSwitch>,
    /// The kind of question. Ignored for predefined questions.
    pub question_type: Option<EnrollQuestionKind>,
    /// The predefined question; [`EnrollSpecialKind::None`] for a question of one's own.
    pub special_type: Option<EnrollSpecialKind>,
    /// The question: up to 40 characters. Ignored for predefined questions.
    pub question_title: Option<String>,
    /// The options, for questions of choice: up to 8.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub option_list: Vec<EnrollOption>,
}

/// An option of a question of choice.
#[endpoint(part)]
#[derive(Default)]
pub struct EnrollOption {
    /// The text of the option: up to 40 Chinese characters.
    pub content: Option<String>,
}

/// Changes the settings of enrolment for a meeting. The meeting has to be one with enrolment.
#[endpoint(POST "/cgi-bin/meeting/enroll/set_config", title = "修改会议报名配置",
    doc = "https://developer.work.weixin.qq.com/document/path/98821",
    scope(work), retry = safe, reply = EnrollQuestionCount, call = meetings.set_enroll_config)]
pub struct SetEnrollConfig {
    /// The meeting whose settings change.
    pub meetingid: MeetingId,
    /// Whether enrolments are approved by hand: automatically if left out.
    pub approve_type: Option<EnrollApproval>,
    /// Whether people who enrol are asked questions: no if left out.
    pub is_collect_question: Option<EnrollSwitch>,
    /// The questions in their order; predefined ones come first. Only with [`EnrollSwitch::On`] in
    /// `is_collect_question`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub question_list: Vec<EnrollQuestion>,
    /// Whether members of the corporation need not enrol: they have to if left out.
    pub no_registration_needed_for_staff: Option<bool>,
}

/// The result of changing the settings of enrolment.
#[endpoint(part, reply_to(SetEnrollConfig, crate::webinar::SetWebinarEnrollConfig))]
pub struct EnrollQuestionCount {
    /// Number of questions; 0 if none are asked.
    pub question_count: Option<u64>,
}

/// Returns the enrolments for a meeting, up to 50 at a time.
#[endpoint(POST "/cgi-bin/meeting/enroll/list", title = "获取会议报名信息",
    doc = "https://developer.work.weixin.qq.com/document/path/98810",
    scope(work), retry = safe, reply = EnrollmentList, call = meetings.enrollments)]
pub struct GetEnrollments {
    /// The meeting whose enrolments are returned.
    pub meetingid: MeetingId,
    /// Restricts the list to enrolments in this state; all if left out.
    pub status: Option<EnrollStatus>,
    /// `next_cursor` of the previous page; the first page if left out.
    pub cursor: Option<String>,
    /// Page size: up to 50; 50 if left out. It has to be the same for all pages.
    pub limit: Option<u32>,
}

/// A page of enrolments.
#[endpoint(part, reply_to(GetEnrollments, crate::webinar::GetWebinarEnrollments))]
pub struct EnrollmentList {
    /// The enrolments of the page.
    #[serde(default)]
    pub enroll_list: Vec<Enrollment>,
    /// Whether further pages follow.
    pub has_more: Option<bool>,
    /// Cursor of the next page.
    pub next_cursor: Option<String>,
}

/// An enrolment.
#[endpoint(part)]
pub struct Enrollment {
    /// Id of the enrolment.
    pub enroll_id: EnrollmentId,
    /// The member; empty for people outside the corporation.
    pub userid: Option<UserId>,
    /// The person's id for this meeting.
    pub tmp_openid: Option<TmpOpenId>,
    /// Time of enrolment in Beijing time, for instance `2023/03/23 14:00`.
    pub enroll_time: Option<String>,
    /// The source of the enrolment.
    pub enroll_source_type: Option<EnrollSource>,
    /// Name of the person; the telephone number if it was imported without a name.
    pub nick_name: Option<String>,
    /// The state of the enrolment.
    pub status: Option<EnrollStatus>,
    /// Code with which the person joins by telephone (PSTN 入会凭证).
    pub enroll_code: Option<String>,
    /// The answers to the questions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub answer_list: Vec<EnrollAnswer>,
}

/// The answer to a question.
#[endpoint(part)]
pub struct EnrollAnswer {
    /// The answer: a text, or the chosen options.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub answer_content: Vec<String>,
    /// Whether the answer was required.
    pub is_required: Option<EnrollSwitch>,
    /// The kind of question.
    pub question_type: Option<EnrollQuestionKind>,
    /// The predefined question.
    pub special_type: Option<EnrollSpecialKind>,
    /// Number of the question.
    pub question_num: Option<u64>,
    /// The question that was answered.
    pub question_title: Option<String>,
}

impl Paged for GetEnrollments {
    type Item = Enrollment;
    fn split_page(self, page: EnrollmentList) -> (Vec<Enrollment>, Option<Self>) {
        let next = next_cursor(page.next_cursor, page.has_more);
        (page.enroll_list, next.map(|next| self.cursor(next)))
    }
}

/// Approves or rejects enrolments for a meeting.
#[endpoint(POST "/cgi-bin/meeting/enroll/approve", title = "审批会议报名信息",
    doc = "https://developer.work.weixin.qq.com/document/path/98807",
    scope(work), retry = safe, reply = HandledCount, call = meetings.approve_enrollments)]
pub struct ApproveEnrollments {
    /// The meeting that the enrolments are for.
    pub meetingid: MeetingId,
    /// What to do with the enrolments.
    pub action: EnrollAction,
    /// The enrolments to approve or reject.
    pub enroll_id_list: Vec<EnrollmentId>,
}

/// The result of approving or rejecting enrolments.
#[endpoint(part, reply_to(ApproveEnrollments, crate::webinar::ApproveWebinarEnrollments))]
pub struct HandledCount {
    /// Number of enrolments that were handled.
    pub handled_count: Option<u64>,
}

/// Deletes enrolments for a meeting, whether made by the people or imported.
#[endpoint(POST "/cgi-bin/meeting/enroll/delete", title = "删除会议报名信息",
    doc = "https://developer.work.weixin.qq.com/document/path/98817",
    scope(work), retry = safe, reply = EnrollTotal, call = meetings.delete_enrollments)]
pub struct DeleteEnrollments {
    /// The meeting that the enrolments are for.
    pub meetingid: MeetingId,
    /// The enrolments to delete.
    pub enroll_id_list: Vec<EnrollId>,
}

/// An enrolment to delete.
#[endpoint(part)]
pub struct EnrollId {
    /// The enrolment to delete.
    pub enroll_id: EnrollmentId,
}

/// The result of deleting enrolments.
#[endpoint(part, reply_to(DeleteEnrollments, crate::webinar::DeleteWebinarEnrollments))]
pub struct EnrollTotal {
    /// Number of enrolments that were deleted.
    pub total_count: Option<u64>,
}

/// Enrols people for a meeting.
#[endpoint(POST "/cgi-bin/meeting/enroll/import", title = "导入会议报名信息",
    doc = "https://developer.work.weixin.qq.com/document/path/98816",
    scope(work), reply = ImportedEnrollments, call = meetings.import_enrollments)]
pub struct ImportEnrollments {
    /// The meeting that the people are enrolled for.
    pub meetingid: MeetingId,
    /// The people to enrol.
    pub enroll_list: Vec<NewEnrollment>,
}

/// Somebody to enrol. Either `userid` or the telephone number is required.
#[endpoint(part)]
#[derive(Default)]
pub struct NewEnrollment {
    /// The member to enrol.
    pub userid: Option<UserId>,
    /// Country code of the telephone number, for instance `86`.
    pub area: Option<String>,
    /// The telephone number, without the country code.
    pub phone_number: Option<String>,
    /// Name of the person.
    pub nick_name: Option<String>,
}

/// People who were enrolled.
#[endpoint(part, reply_to(ImportEnrollments, crate::webinar::ImportWebinarEnrollments))]
pub struct ImportedEnrollments {
    /// Number of people who were enrolled.
    pub total_count: Option<u64>,
    /// One entry per person who was enrolled.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub enroll_list: Vec<ImportedEnrollment>,
}

/// Somebody who was enrolled.
#[endpoint(part)]
pub struct ImportedEnrollment {
    /// The new enrolment.
    pub enroll_id: EnrollmentId,
    /// The member; missing for people enrolled by telephone number.
    pub userid: Option<UserId>,
    /// Country code of the telephone number.
    pub area: Option<String>,
    /// The telephone number, without the country code.
    pub phone_number: Option<String>,
    /// Name of the person.
    pub nick_name: Option<String>,
    /// Code with which the person joins by telephone (PSTN 入会凭证).
    pub enroll_code: Option<String>,
}

/// Returns the enrolments of people in a meeting.
#[endpoint(POST "/cgi-bin/meeting/enroll/query_by_tmp_openid", title = "获取成员会议报名ID",
    doc = "https://developer.work.weixin.qq.com/document/path/98794",
    scope(work), retry = safe, reply = EnrollIds, call = meetings.enroll_ids)]
pub struct GetEnrollIds {
    /// The meeting that the people are in.
    pub meetingid: MeetingId,
    /// The enrolment that is returned if a person has several: [`EnrollIdOrder::ImportedFirst`] if
    /// left out.
    pub sorting_rules: Option<EnrollIdOrder>,
    /// The people: up to 500.
    pub tmp_openid_list: Vec<TmpOpenId>,
}

/// The enrolments of people in a meeting.
#[endpoint(part, reply_to(GetEnrollIds, crate::webinar::GetWebinarEnrollIds))]
pub struct EnrollIds {
    /// One entry per person; people who did not enrol are left out.
    #[serde(default)]
    pub enroll_id_list: Vec<EnrollIdOf>,
}

/// The enrolment of somebody in a meeting.
#[endpoint(part)]
pub struct EnrollIdOf {
    /// The person's id for this meeting.
    pub tmp_openid: Option<TmpOpenId>,
    /// The enrolment, for matching with [`Enrollment::enroll_id`].
    pub enroll_id: Option<EnrollmentId>,
}
