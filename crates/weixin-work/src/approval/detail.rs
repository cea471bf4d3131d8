//! What became of applications.

use crate::approval::ApprovalsHandle;
use weixin_api::{Paged, Timestamp, endpoint};
use weixin_protocol::{MediaId, UserId};

use super::application::{ApprovalNodeType, ApprovalRelation};
use super::content::{ApplicationContents, ApprovalStatus};

/// Gives the applications made in up to 31 days. 600 calls a minute at most.
#[endpoint(POST "/cgi-bin/oa/getapprovalinfo", title = "批量获取审批单号",
    doc = "https://developer.work.weixin.qq.com/document/path/91816",
    scope(work), retry = safe, reply = ApprovalNumbers, call = approvals.list)]
pub struct GetApprovalNumbers {
    /// From when.
    pub starttime: Timestamp,
    /// Until when.
    pub endtime: Timestamp,
    /// Where to begin: empty, or what the page before says.
    pub new_cursor: Option<String>,
    /// The same, in the older form.
    pub cursor: Option<u64>,
    /// How many: up to 100.
    pub size: u32,
    /// Only those for which all of this is so.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub filters: Vec<ApprovalFilter>,
}

/// Which applications are meant. Of one key only `department` may be there twice.
#[endpoint(part)]
pub struct ApprovalFilter {
    /// `template_id`, `creator`, `department`, `sp_status` or `record_type`.
    pub key: String,
    /// The template, member, department, status or kind (1 leave, 2 attendance, 3 business trip, 4
    /// outside, 5 work beyond the usual time, 6 change of shift, 7 meeting room, 8 refund, 9 red
    /// packet).
    pub value: String,
}

/// A page of applications.
#[endpoint(part, reply_to(GetApprovalNumbers))]
pub struct ApprovalNumbers {
    /// Their numbers.
    #[serde(default)]
    pub sp_no_list: Vec<String>,
    /// Where the next page begins; none after the last.
    pub new_next_cursor: Option<String>,
    /// The same, in the older form.
    pub next_cursor: Option<u64>,
}

impl Paged for GetApprovalNumbers {
    type Item = String;
    fn split_page(self, page: ApprovalNumbers) -> (Vec<String>, Option<Self>) {
        let newer = page.new_next_cursor.filter(|next| !next.is_empty());
        let next = match (newer, page.next_cursor) {
            (Some(next), _) => Some(self.new_cursor(next)),
            (None, Some(next)) if Some(next) != self.cursor => Some(self.cursor(next)),
            _ => None,
        };
        (page.sp_no_list, next)
    }
}

/// Tells about an application. 600 calls a minute at most.
#[endpoint(POST "/cgi-bin/oa/getapprovaldetail", title = "获取审批申请详情",
    doc = "https://developer.work.weixin.qq.com/document/path/91983",
    scope(work), retry = safe, reply = ApprovalDetail, call = approvals.get)]
pub struct GetApprovalDetail {
    /// Its number.
    pub sp_no: String,
}

/// What is known of an application.
#[endpoint(part, reply_to(GetApprovalDetail))]
pub struct ApprovalDetail {
    /// The application.
    pub info: Approval,
}

/// An application.
#[endpoint(part)]
pub struct Approval {
    /// Its number.
    pub sp_no: String,
    /// The name of its template.
    pub sp_name: Option<String>,
    /// How far it is.
    pub sp_status: Option<ApprovalStatus>,
    /// The template.
    pub template_id: Option<String>,
    /// When it was made.
    pub apply_time: Option<Timestamp>,
    /// Who applies.
    pub applyer: Option<Applicant>,
    /// Who applies, where they are several.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub batch_applyer: Vec<Applicant>,
    /// The steps, in the older form.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sp_record: Vec<ApprovalRecord>,
    /// Who is told, in the older form.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notifyer: Vec<Applicant>,
    /// What is applied for.
    pub apply_data: Option<ApplicationContents>,
    /// What was said about it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub comments: Vec<ApprovalComment>,
    /// The steps.
    pub process_list: Option<ApprovalProcessList>,
}

/// A member.
#[endpoint(part)]
pub struct Applicant {
    /// The member.
    pub userid: Option<UserId>,
    /// The department they act for.
    pub partyid: Option<u64>,
}

/// A step, in the older form.
#[endpoint(part)]
pub struct ApprovalRecord {
    /// How far it is: 1 being looked at, 2 approved, 3 rejected, 4 passed on, 11 sent back, 12 more
    /// were asked, 13 approved and more were asked.
    pub sp_status: Option<u8>,
    /// 1 any one, 2 all.
    pub approverattr: Option<u8>,
    /// What each did.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub details: Vec<ApprovalRecordDetail>,
}

/// What one did in a step, in the older form.
#[endpoint(part)]
pub struct ApprovalRecordDetail {
    /// Who.
    pub approver: Option<Applicant>,
    /// What they said.
    pub speech: Option<String>,
    /// What they did; see [`ApprovalRecord::sp_status`].
    pub sp_status: Option<u8>,
    /// When; 0 if they have not yet.
    pub sptime: Option<Timestamp>,
    /// Files they added.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub media_id: Vec<MediaId>,
}

/// What was said about an application.
#[endpoint(part)]
pub struct ApprovalComment {
    /// Who said it.
    #[serde(rename = "commentUserInfo")]
    pub comment_user_info: Option<Applicant>,
    /// When.
    pub commenttime: Option<Timestamp>,
    /// What.
    pub commentcontent: Option<String>,
    /// The comment.
    pub commentid: Option<String>,
    /// Files that were added.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub media_id: Vec<MediaId>,
}

/// The steps of an approval.
#[endpoint(part)]
pub struct ApprovalProcessList {
    /// The steps.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub node_list: Vec<ApprovalProcessNode>,
}

/// A step of an approval.
#[endpoint(part)]
pub struct ApprovalProcessNode {
    /// What is to be done.
    pub node_type: Option<ApprovalNodeType>,
    /// How far it is: 1 being looked at, 2 approved, 3 rejected, 4 withdrawn, 11 sent back, 12 more
    /// were asked, 13 approved and more were asked, 14 seen to, 15 passed on.
    pub sp_status: Option<u8>,
    /// Who of several must do it.
    pub apv_rel: Option<ApprovalRelation>,
    /// What each did.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sub_node_list: Vec<ApprovalSubNode>,
}

/// What one did in a step.
#[endpoint(part)]
pub struct ApprovalSubNode {
    /// Who.
    pub userid: Option<UserId>,
    /// What they said.
    #[serde(rename = "Speech", alias = "speech")]
    pub speech: Option<String>,
    /// What they did; see [`ApprovalProcessNode::sp_status`].
    pub sp_yj: Option<u8>,
    /// When; 0 if they have not yet.
    #[serde(rename = "Sptime", alias = "sptime")]
    pub sptime: Option<Timestamp>,
    /// Files they added.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub media_ids: Vec<MediaId>,
}
