//! Reading applications.

use weixin_api::{Paged, StringEnum, Timestamp, endpoint, int_enum};
use weixin_protocol::{MediaId, UserId};

use super::application::{ApprovalAttr, ApprovalNodeType, ApprovalRelation};
use super::content::{ApplicationContents, ApprovalStatus};
use super::template::ApprovalTemplateId;
use crate::approval::ApprovalsHandle;
use crate::ids::{ApprovalNo, DepartmentId};

/// Returns the numbers of the applications of the approval app (审批单号), for up to 31 days.
///
/// At most 600 calls a minute.
///
/// Fails with 301055 when the app may not read approvals.
///
/// # Examples
///
/// ```
/// # use futures_util::TryStreamExt as _;
/// # use std::time::Duration;
/// # use weixin_api::{Caller, Error, kind::Work};
/// # use weixin_work::prelude::*;
/// # async fn example(wx: impl Caller<Kind = Work>) -> Result<(), Error> {
/// let (from, to) = (wx.now() - Duration::from_secs(86_400), wx.now());
/// let mut numbers = wx.approvals().list((from, to, 100)).pages();
/// while let Some(number) = numbers.try_next().await? {
///     println!("{:?}", wx.approvals().get(number).await?.info.sp_name);
/// }
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/oa/getapprovalinfo", title = "批量获取审批单号",
    doc = "https://developer.work.weixin.qq.com/document/path/91816",
    scope(work), retry = safe, reply = ApprovalNumbers, call = approvals.list)]
pub struct GetApprovalNumbers {
    /// The start of the period.
    pub starttime: Timestamp,
    /// The end of the period, later than the start and at most 31 days after it.
    pub endtime: Timestamp,
    /// Empty for the first page, then the [`new_next_cursor`](ApprovalNumbers::new_next_cursor) of
    /// the page before.
    pub new_cursor: Option<String>,
    /// The cursor in the older form: 0 for the first page, then
    /// [`next_cursor`](ApprovalNumbers::next_cursor).
    pub cursor: Option<u64>,
    /// The size of a page: up to 100.
    pub size: u32,
    /// Conditions on the applications. Those of different keys must all hold; of those of the same
    /// key, one must.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub filters: Vec<ApprovalFilter>,
}

/// What a condition on applications compares.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[string_enum(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ApprovalFilterKey {
    /// The template (模板id).
    TemplateId,
    /// The applicant (申请人).
    Creator,
    /// The applicant's department (提单者所在部门).
    Department,
    /// The state (审批状态).
    SpStatus,
    /// The kind of application (审批单类型).
    RecordType,
    /// A value that this version does not know.
    Other(String),
}

/// A condition on applications. Only `department` may be given several times.
#[endpoint(part)]
pub struct ApprovalFilter {
    /// What is compared.
    pub key: ApprovalFilterKey,
    /// The value to compare with, by `key`: a template's id, a userid, a department's id, the
    /// number of an [`ApprovalStatus`], or for `record_type` 1 (leave), 2 (correction of
    /// attendance), 3 (business trip), 4 (work outside), 5 (overtime), 6 (change of shift), 7
    /// (meeting room), 8 (refund) or 9 (red packet).
    pub value: String,
}

/// A page of applications, by their numbers.
#[endpoint(part, reply_to(GetApprovalNumbers))]
pub struct ApprovalNumbers {
    /// The applications of this page.
    #[serde(default)]
    pub sp_no_list: Vec<ApprovalNo>,
    /// The cursor of the next page; `None` or empty on the last.
    pub new_next_cursor: Option<String>,
    /// The cursor in the older form.
    pub next_cursor: Option<u64>,
}

impl Paged for GetApprovalNumbers {
    type Item = ApprovalNo;
    fn split_page(self, page: ApprovalNumbers) -> (Vec<ApprovalNo>, Option<Self>) {
        let newer = page.new_next_cursor.filter(|next| !next.is_empty());
        let next = match (newer, page.next_cursor) {
            (Some(next), _) => Some(self.new_cursor(next)),
            (None, Some(next)) if Some(next) != self.cursor => Some(self.cursor(next)),
            _ => None,
        };
        (page.sp_no_list, next)
    }
}

/// Returns an application of the approval app (审批申请) with its content, steps and comments.
///
/// At most 600 calls a minute.
///
/// Fails with 301055 when the app may not read approvals.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Work};
/// # use weixin_work::prelude::*;
/// # async fn example(wx: impl Caller<Kind = Work>) -> Result<(), Error> {
/// let reply = wx.approvals().get("202603120001").await?;
/// println!("{:?} is {:?}", reply.info.sp_name, reply.info.sp_status);
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/oa/getapprovaldetail", title = "获取审批申请详情",
    doc = "https://developer.work.weixin.qq.com/document/path/91983",
    scope(work), retry = safe, reply = ApprovalDetail, call = approvals.get)]
pub struct GetApprovalDetail {
    /// The application to look up.
    pub sp_no: ApprovalNo,
}

/// The reply to [`GetApprovalDetail`].
#[endpoint(part, reply_to(GetApprovalDetail))]
pub struct ApprovalDetail {
    /// The application with its content.
    pub info: Approval,
}

/// An application.
#[endpoint(part)]
pub struct Approval {
    /// The number of the application (审批单号).
    pub sp_no: ApprovalNo,
    /// The name of the template.
    pub sp_name: Option<String>,
    /// The state of the application.
    pub sp_status: Option<ApprovalStatus>,
    /// The template of the application.
    pub template_id: Option<ApprovalTemplateId>,
    /// The time of submission.
    pub apply_time: Option<Timestamp>,
    /// The member who applies; `None` for several applicants.
    pub applyer: Option<Applicant>,
    /// The applicants of an application for several members (批量申请人).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub batch_applyer: Vec<Applicant>,
    /// The steps in the older form; `process_list` is its successor.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sp_record: Vec<ApprovalRecord>,
    /// The members who are notified, in the older form.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notifyer: Vec<Applicant>,
    /// The content of the controls.
    pub apply_data: Option<ApplicationContents>,
    /// The comments on the application.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub comments: Vec<ApprovalComment>,
    /// The steps of the approval.
    pub process_list: Option<ApprovalProcessList>,
}

/// A member in an application or a report.
#[endpoint(part, inbound)]
pub struct Applicant {
    /// The member who applies, approves, comments or is notified.
    #[field(name = "UserId")]
    pub userid: Option<UserId>,
    /// The department that the member acts for; only for applicants.
    #[field(name = "Party")]
    pub partyid: Option<DepartmentId>,
}

int_enum! {
    /// The state of a step, or the action of one member in it.
    pub enum ApprovalStepStatus {
        /// It waits for the approvers (审批中).
        Pending = 1,
        /// It was approved (已同意).
        Approved = 2,
        /// It was rejected (已驳回).
        Rejected = 3,
        /// It was passed on to another approver (已转审).
        Transferred = 4,
        /// It was sent back to an earlier approver (退回给指定审批人).
        SentBack = 11,
        /// More approvers were added (加签).
        ApproversAdded = 12,
        /// It was approved and more approvers were added (同意并加签).
        ApprovedAndAdded = 13,
        /// It was carried out (办理).
        Handled = 14,
        /// It was passed on to another member to carry out (转交).
        HandedOver = 15,
    }
}

/// A step of an approval, in the older form.
#[endpoint(part, inbound)]
pub struct ApprovalRecord {
    /// The state of the step.
    pub sp_status: Option<ApprovalStepStatus>,
    /// Who of several approvers must approve.
    #[field(name = "ApproverAttr")]
    pub approverattr: Option<ApprovalAttr>,
    /// One entry for each approver.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub details: Vec<ApprovalRecordDetail>,
}

/// The action of one approver in a step, in the older form.
#[endpoint(part, inbound)]
pub struct ApprovalRecordDetail {
    /// The member who approves.
    pub approver: Option<Applicant>,
    /// The opinion that the approver wrote (审批意见).
    pub speech: Option<String>,
    /// The action of the approver.
    pub sp_status: Option<ApprovalStepStatus>,
    /// The time of the action; 0 if the approver has not acted.
    #[field(name = "SpTime")]
    pub sptime: Option<Timestamp>,
    /// Files attached to the opinion, to be downloaded like temporary files.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[field(name = "Attach")]
    pub media_id: Vec<MediaId>,
}

weixin_api::string_id! {
    /// A comment on an application (备注id, commentid).
    ApprovalCommentId
}

/// A comment on an application (备注).
#[endpoint(part, inbound)]
pub struct ApprovalComment {
    /// The member who wrote it.
    #[serde(rename = "commentUserInfo")]
    pub comment_user_info: Option<Applicant>,
    /// The time of the comment.
    #[field(name = "CommentTime")]
    pub commenttime: Option<Timestamp>,
    /// The text of the comment.
    #[field(name = "CommentContent")]
    pub commentcontent: Option<String>,
    /// The comment's id.
    #[field(name = "CommentId")]
    pub commentid: Option<ApprovalCommentId>,
    /// Files attached to the comment, to be downloaded like temporary files.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[field(name = "Attach")]
    pub media_id: Vec<MediaId>,
}

/// The steps of an approval (审批流程).
#[endpoint(part)]
pub struct ApprovalProcessList {
    /// The steps in their order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub node_list: Vec<ApprovalProcessNode>,
}

/// A step of an approval.
#[endpoint(part)]
pub struct ApprovalProcessNode {
    /// What the members of the step do.
    pub node_type: Option<ApprovalNodeType>,
    /// The state of the step; `None` for notifications.
    pub sp_status: Option<ApprovalStepStatus>,
    /// Who of several members must act.
    pub apv_rel: Option<ApprovalRelation>,
    /// One entry for each member of the step.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sub_node_list: Vec<ApprovalSubNode>,
}

/// The action of one member in a step.
#[endpoint(part)]
pub struct ApprovalSubNode {
    /// The member who approves, carries out or is notified.
    pub userid: Option<UserId>,
    /// The opinion that the member wrote (审批意见).
    #[serde(rename = "Speech", alias = "speech")]
    pub speech: Option<String>,
    /// The action of the member.
    pub sp_yj: Option<ApprovalStepStatus>,
    /// The time of the action; 0 if the member has not acted.
    #[serde(rename = "Sptime", alias = "sptime")]
    pub sptime: Option<Timestamp>,
    /// Files attached to the opinion, to be downloaded like temporary files.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub media_ids: Vec<MediaId>,
}
