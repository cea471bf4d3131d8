//! Enrolling for webinars.

use crate::meeting::{
    EnrollConfig, EnrollId, EnrollIds, EnrollQuestion, EnrollQuestionCount, EnrollTotal,
    Enrollment, EnrollmentList, HandledCount, ImportedEnrollments, NewEnrollment,
};
use crate::webinar::WebinarsHandle;
use weixin_api::{Paged, endpoint};

/// Tells how one enrols for a webinar.
#[endpoint(POST "/cgi-bin/meeting/webinar/enroll/get_config", title = "获取网络研讨会报名配置",
    doc = "https://developer.work.weixin.qq.com/document/path/98874",
    scope(work), retry = safe, reply = EnrollConfig, call = webinars.enroll_config)]
pub struct GetWebinarEnrollConfig {
    /// The webinar.
    pub meetingid: String,
}

/// Says how one enrols for a webinar.
#[endpoint(POST "/cgi-bin/meeting/webinar/enroll/set_config", title = "修改网络研讨会报名配置",
    doc = "https://developer.work.weixin.qq.com/document/path/98875",
    scope(work), retry = safe, reply = EnrollQuestionCount, call = webinars.set_enroll_config)]
pub struct SetWebinarEnrollConfig {
    /// The webinar.
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

/// Gives those who enrolled for a webinar.
#[endpoint(POST "/cgi-bin/meeting/webinar/enroll/list", title = "获取网络研讨会报名信息",
    doc = "https://developer.work.weixin.qq.com/document/path/98876",
    scope(work), retry = safe, reply = EnrollmentList, call = webinars.enrollments)]
pub struct GetWebinarEnrollments {
    /// The webinar.
    pub meetingid: String,
    /// Only those whose enrolment is in this state, as the platform numbers it.
    pub status: Option<u8>,
    /// Where to begin; from the start if `None`.
    pub cursor: Option<String>,
    /// How many.
    pub limit: Option<u32>,
}

impl Paged for GetWebinarEnrollments {
    type Item = Enrollment;
    fn split_page(self, page: EnrollmentList) -> (Vec<Enrollment>, Option<Self>) {
        let next = page.next_cursor.filter(|next| !next.is_empty() && page.has_more != Some(false));
        (page.enroll_list, next.map(|next| self.cursor(next)))
    }
}

/// Says who of those who enrolled may come.
#[endpoint(POST "/cgi-bin/meeting/webinar/enroll/approve", title = "审批网络研讨会报名信息",
    doc = "https://developer.work.weixin.qq.com/document/path/98877",
    scope(work), retry = safe, reply = HandledCount, call = webinars.approve_enrollments)]
pub struct ApproveWebinarEnrollments {
    /// The webinar.
    pub meetingid: String,
    /// What to do, as the platform numbers it.
    pub action: u8,
    /// The enrolments.
    pub enroll_id_list: Vec<String>,
}

/// Deletes enrolments.
#[endpoint(POST "/cgi-bin/meeting/webinar/enroll/delete", title = "删除网络研讨会报名信息",
    doc = "https://developer.work.weixin.qq.com/document/path/98881",
    scope(work), retry = safe, reply = EnrollTotal, call = webinars.delete_enrollments)]
pub struct DeleteWebinarEnrollments {
    /// The webinar.
    pub meetingid: String,
    /// The enrolments.
    pub enroll_id_list: Vec<EnrollId>,
}

/// Enrols people for a webinar.
#[endpoint(POST "/cgi-bin/meeting/webinar/enroll/import", title = "导入网络研讨会报名信息",
    doc = "https://developer.work.weixin.qq.com/document/path/98880",
    scope(work), reply = ImportedEnrollments, call = webinars.import_enrollments)]
pub struct ImportWebinarEnrollments {
    /// The webinar.
    pub meetingid: String,
    /// The people.
    pub enroll_list: Vec<NewEnrollment>,
}

/// Gives the enrolments of people in a webinar.
#[endpoint(POST "/cgi-bin/meeting/webinar/enroll/query_by_tmp_openid", title = "获取成员网络研讨会报名ID",
    doc = "https://developer.work.weixin.qq.com/document/path/98873",
    scope(work), retry = safe, reply = EnrollIds, call = webinars.enroll_ids)]
pub struct GetWebinarEnrollIds {
    /// The webinar.
    pub meetingid: String,
    /// Which of several enrolments, as the platform numbers it.
    pub sorting_rules: Option<u8>,
    /// The people, by ids for this webinar.
    pub tmp_openid_list: Vec<String>,
}
