//! Enrolling for webinars.

use weixin_api::{Paged, endpoint};

use crate::{
    ids::MeetingId,
    meeting::{
        EnrollAction, EnrollApproval, EnrollConfig, EnrollId, EnrollIdOrder, EnrollIds,
        EnrollQuestion, EnrollQuestionCount, EnrollStatus, EnrollSwitch, EnrollTotal, Enrollment,
        EnrollmentId, EnrollmentList, HandledCount, ImportedEnrollments, NewEnrollment, TmpOpenId,
    },
    webinar::WebinarsHandle,
};

/// Returns how people enrol for a webinar.
#[endpoint(POST "/cgi-bin/meeting/webinar/enroll/get_config", title = "获取网络研讨会报名配置",
    doc = "https://developer.work.weixin.qq.com/document/path/98874",
    scope(work), retry = safe, reply = EnrollConfig, call = webinars.enroll_config)]
pub struct GetWebinarEnrollConfig {
    /// The webinar to look up.
    pub meetingid: MeetingId,
}

/// Sets how people enrol for a webinar.
#[endpoint(POST "/cgi-bin/meeting/webinar/enroll/set_config", title = "修改网络研讨会报名配置",
    doc = "https://developer.work.weixin.qq.com/document/path/98875",
    scope(work), retry = safe, reply = EnrollQuestionCount, call = webinars.set_enroll_config)]
pub struct SetWebinarEnrollConfig {
    /// The webinar to change.
    pub meetingid: MeetingId,
    /// Whether enrolments have to be approved.
    pub approve_type: Option<EnrollApproval>,
    /// Whether people answer questions when they enrol.
    pub is_collect_question: Option<EnrollSwitch>,
    /// The questions to answer.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub question_list: Vec<EnrollQuestion>,
    /// Whether members of the corporation can watch without enrolling.
    pub no_registration_needed_for_staff: Option<bool>,
}

/// Returns the enrolments for a webinar, a page at a time.
#[endpoint(POST "/cgi-bin/meeting/webinar/enroll/list", title = "获取网络研讨会报名信息",
    doc = "https://developer.work.weixin.qq.com/document/path/98876",
    scope(work), retry = safe, reply = EnrollmentList, call = webinars.enrollments)]
pub struct GetWebinarEnrollments {
    /// The webinar to look up.
    pub meetingid: MeetingId,
    /// Only enrolments in this state; all if left out.
    pub status: Option<EnrollStatus>,
    /// Where the page begins: `next_cursor` of the page before; the first page if left out.
    pub cursor: Option<String>,
    /// How many at most: up to 50, which is the default. It stays the same for all pages.
    pub limit: Option<u32>,
}

impl Paged for GetWebinarEnrollments {
    type Item = Enrollment;
    fn split_page(self, page: EnrollmentList) -> (Vec<Enrollment>, Option<Self>) {
        let next = page.next_cursor.filter(|next| !next.is_empty() && page.has_more != Some(false));
        (page.enroll_list, next.map(|next| self.cursor(next)))
    }
}

/// Approves or rejects enrolments for a webinar.
#[endpoint(POST "/cgi-bin/meeting/webinar/enroll/approve", title = "审批网络研讨会报名信息",
    doc = "https://developer.work.weixin.qq.com/document/path/98877",
    scope(work), retry = safe, reply = HandledCount, call = webinars.approve_enrollments)]
pub struct ApproveWebinarEnrollments {
    /// The webinar they are for.
    pub meetingid: MeetingId,
    /// What to do with the enrolments.
    pub action: EnrollAction,
    /// The enrolments to decide on.
    pub enroll_id_list: Vec<EnrollmentId>,
}

/// Deletes enrolments for a webinar.
#[endpoint(POST "/cgi-bin/meeting/webinar/enroll/delete", title = "删除网络研讨会报名信息",
    doc = "https://developer.work.weixin.qq.com/document/path/98881",
    scope(work), retry = safe, reply = EnrollTotal, call = webinars.delete_enrollments)]
pub struct DeleteWebinarEnrollments {
    /// The webinar they are for.
    pub meetingid: MeetingId,
    /// The enrolments to delete.
    pub enroll_id_list: Vec<EnrollId>,
}

/// Enrols people for a webinar.
#[endpoint(POST "/cgi-bin/meeting/webinar/enroll/import", title = "导入网络研讨会报名信息",
    doc = "https://developer.work.weixin.qq.com/document/path/98880",
    scope(work), reply = ImportedEnrollments, call = webinars.import_enrollments)]
pub struct ImportWebinarEnrollments {
    /// The webinar to enrol for.
    pub meetingid: MeetingId,
    /// The people to enrol.
    pub enroll_list: Vec<NewEnrollment>,
}

/// Returns the enrolment ids of people in a webinar. People who did not enrol are left out.
#[endpoint(POST "/cgi-bin/meeting/webinar/enroll/query_by_tmp_openid", title = "获取成员网络研讨会报名ID",
    doc = "https://developer.work.weixin.qq.com/document/path/98873",
    scope(work), retry = safe, reply = EnrollIds, call = webinars.enroll_ids)]
pub struct GetWebinarEnrollIds {
    /// The webinar to look up.
    pub meetingid: MeetingId,
    /// Which enrolment comes first if a person has several; imported ones if left out.
    pub sorting_rules: Option<EnrollIdOrder>,
    /// The people, by their temporary ids in this webinar: up to 500.
    pub tmp_openid_list: Vec<TmpOpenId>,
}
