//! Submitting applications.

use weixin_api::{endpoint, int_enum};
use weixin_protocol::UserId;

use super::content::ApplicationContents;
use super::template::{ApprovalTemplateId, ApprovalText};
use crate::approval::ApprovalsHandle;
use crate::ids::{ApprovalNo, DepartmentId};

/// Submits an application in a member's name.
///
/// At most 60 calls a minute.
///
/// Fails with 301025 when the contents do not match the template, with 301055 when the app may not
/// use approvals or the applicant cannot see the app, with 301056 when the approval app is
/// disabled, with 301079 when the time off overlaps with another one.
#[endpoint(POST "/cgi-bin/oa/applyevent", title = "提交审批申请",
    doc = "https://developer.work.weixin.qq.com/document/path/91853",
    scope(work), reply = ApprovalNumber, call = approvals.apply)]
pub struct ApplyEvent {
    /// The applicant, a member in the app's visible range.
    pub creator_userid: UserId,
    /// The template of the application.
    pub template_id: ApprovalTemplateId,
    /// The content of the template's controls; those that are required must have one.
    pub apply_data: ApplicationContents,
    /// The summary shown in lists and notifications (摘要信息): 1 to 3 lines of up to 20 characters.
    pub summary_list: Vec<SummaryLine>,
    /// Whether the approvers of the template are used (1), instead of those of this request (0).
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub use_template_approver: Option<bool>,
    /// The department of the applicant that the application is for; the main one if left out.
    pub choose_department: Option<DepartmentId>,
    /// The approvers, if `use_template_approver` is false.
    pub process: Option<ApprovalProcess>,
    /// The approvers in the older form; `process` is its successor.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub approver: Vec<ApprovalStep>,
    /// The members who are notified (抄送人), in the older form.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notifyer: Vec<UserId>,
    /// When they are notified, in the older form; `None` means at the submission.
    pub notify_type: Option<NotifyTime>,
}

int_enum! {
    /// When members are notified of an application (抄送方式).
    pub enum NotifyTime {
        /// When it is submitted (提单时抄送).
        Submission = 1,
        /// When it is approved (单据通过后抄送).
        Approval = 2,
        /// Both times (提单和单据通过后抄送).
        Both = 3,
    }
}

/// A line of the summary of an application.
#[endpoint(part)]
pub struct SummaryLine {
    /// The line in each language.
    pub summary_info: Vec<ApprovalText>,
}

/// The steps of an approval (审批流程).
#[endpoint(part)]
pub struct ApprovalProcess {
    /// The steps in their order.
    pub node_list: Vec<ApprovalNode>,
}

/// A step of an approval to set up.
#[endpoint(part)]
pub struct ApprovalNode {
    /// What the members of the step do.
    #[serde(rename = "type")]
    pub kind: ApprovalNodeType,
    /// Who of several members must act; for approving and handling.
    pub apv_rel: Option<ApprovalRelation>,
    /// The members of the step.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub userid: Vec<UserId>,
}

int_enum! {
    /// What the members of a step do.
    pub enum ApprovalNodeType {
        /// They approve or reject (审批人).
        Approve = 1,
        /// They are notified (抄送人).
        Notify = 2,
        /// They carry out what was approved (办理人).
        Handle = 3,
    }
}

int_enum! {
    /// Who of several members must act in a step.
    pub enum ApprovalRelation {
        /// All of them, in any order (会签).
        All = 1,
        /// Any one of them (或签).
        Any = 2,
        /// All of them, in the order of the list (依次审批).
        InTurn = 3,
    }
}

/// A step of an approval, in the older form.
#[endpoint(part)]
pub struct ApprovalStep {
    /// Who of several members must approve.
    pub attr: ApprovalAttr,
    /// The approvers of the step.
    pub userid: Vec<UserId>,
}

int_enum! {
    /// Who of several approvers must approve, in the older form (节点审批方式). The numbers are not
    /// those of [`ApprovalRelation`].
    pub enum ApprovalAttr {
        /// Any one of them (或签).
        Any = 1,
        /// All of them (会签).
        All = 2,
    }
}

/// A submitted application.
#[endpoint(part, reply_to(ApplyEvent))]
pub struct ApprovalNumber {
    /// The number of the application (审批单号).
    pub sp_no: ApprovalNo,
}
