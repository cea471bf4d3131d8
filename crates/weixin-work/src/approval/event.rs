//! Events of applications.

use weixin_api::{Timestamp, int_enum};
use weixin_protocol::{Header, MediaId, UserId, inbound};

use super::application::{ApprovalAttr, ApprovalNodeType, ApprovalRelation};
use super::content::ApprovalStatus;
use super::detail::{Applicant, ApprovalComment, ApprovalRecord, ApprovalStepStatus};
use super::template::ApprovalTemplateId;
use crate::ids::{ApprovalNo, OpenTemplateId};

/// An application of the approval app (审批应用) changed: it was submitted, decided, passed on,
/// commented on, withdrawn.
///
/// Pushed to the apps that may use approvals; [`GetApprovalDetail`](super::GetApprovalDetail)
/// returns the whole application.
#[inbound(event = "sys_approval_change", scope(work))]
pub struct SysApprovalChange {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The application and what happened to it.
    pub approval_info: SysApprovalInfo,
}

/// An application that changed.
#[inbound(part)]
pub struct SysApprovalInfo {
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
    pub batch_applyer: Vec<Applicant>,
    /// The steps in the older form; `process_list` is its successor.
    pub sp_record: Vec<ApprovalRecord>,
    /// The members who are notified, in the older form.
    pub notifyer: Vec<Applicant>,
    /// The comments on the application.
    pub comments: Vec<ApprovalComment>,
    /// The steps of the approval.
    pub process_list: Option<SysApprovalProcess>,
    /// What happened to the application.
    pub statu_change_event: Option<ApprovalChange>,
}

int_enum! {
    /// What happened to an application (审批申请状态变化类型).
    pub enum ApprovalChange {
        /// It was submitted (提单).
        Submitted = 1,
        /// An approver approved it (同意).
        Approved = 2,
        /// An approver rejected it (驳回).
        Rejected = 3,
        /// It was passed on to another approver (转审).
        Transferred = 4,
        /// The approvers were reminded (催办).
        Reminded = 5,
        /// The applicant withdrew it (撤销).
        Withdrawn = 6,
        /// It was withdrawn after the approval (通过后撤销).
        WithdrawnAfterApproval = 8,
        /// A comment was added (添加备注).
        Commented = 10,
        /// It was sent back to an earlier approver (回退给指定审批人).
        SentBack = 11,
        /// More approvers were added (添加审批人).
        ApproversAdded = 12,
        /// It was approved and more approvers were added (加签并同意).
        ApprovedAndAdded = 13,
        /// It was carried out (已办理).
        Handled = 14,
        /// It was passed on to another member to carry out (已转交).
        HandedOver = 15,
    }
}

/// The steps of an approval (审批流程).
#[inbound(part)]
pub struct SysApprovalProcess {
    /// The steps in their order.
    pub node_list: Vec<SysApprovalNode>,
}

/// A step of an approval.
#[inbound(part)]
pub struct SysApprovalNode {
    /// What the members of the step do.
    pub node_type: Option<ApprovalNodeType>,
    /// The state of the step; `None` for notifications.
    pub sp_status: Option<ApprovalStepStatus>,
    /// Who of several members must act.
    pub apv_rel: Option<ApprovalRelation>,
    /// One entry for each member of the step.
    pub sub_node_list: Vec<SysApprovalSubNode>,
}

/// The action of one member in a step.
#[inbound(part)]
pub struct SysApprovalSubNode {
    /// The member who approves, carries out or is notified.
    pub user_info: Option<Applicant>,
    /// The opinion that the member wrote (审批意见).
    pub speech: Option<String>,
    /// The action of the member.
    pub sp_yj: Option<ApprovalStepStatus>,
    /// The time of the action; 0 if the member has not acted.
    pub sptime: Option<Timestamp>,
    /// Files attached to the opinion, to be downloaded like temporary files.
    pub media_ids: Vec<MediaId>,
}

/// An application in the app's own pages changed (审批流程引擎).
#[inbound(event = "open_approval_change", scope(work))]
pub struct OpenApprovalChange {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The application that changed.
    pub approval_info: OpenApprovalInfo,
}

/// An application in the app's own pages that changed.
#[inbound(part)]
pub struct OpenApprovalInfo {
    /// The number of the application, given by the app (审批单编号).
    pub third_no: String,
    /// The name of the template.
    pub open_sp_name: Option<String>,
    /// The template of the application.
    pub open_template_id: Option<OpenTemplateId>,
    /// The state of the application.
    pub open_sp_status: Option<OpenApprovalStatus>,
    /// The time of submission.
    pub apply_time: Option<Timestamp>,
    /// The applicant's name.
    #[field(alias = "ApplyUsername")]
    pub apply_user_name: Option<String>,
    /// The member who applies.
    pub apply_user_id: Option<UserId>,
    /// The name of the applicant's department.
    pub apply_user_party: Option<String>,
    /// The address of the applicant's profile picture.
    pub apply_user_image: Option<String>,
    /// The steps of the approval.
    #[field(item = "ApprovalNode")]
    pub approval_nodes: Vec<OpenApprovalNode>,
    /// The members who are notified (抄送人).
    #[field(item = "NotifyNode")]
    pub notify_nodes: Vec<OpenApprovalItem>,
    /// The current step, counted from 0.
    #[field(alias = "approverstep")]
    pub approver_step: Option<i64>,
}

int_enum! {
    /// The state of an application in the app's own pages.
    pub enum OpenApprovalStatus {
        /// It waits for approvers (审批中).
        Pending = 1,
        /// It was approved (已通过).
        Approved = 2,
        /// It was rejected (已驳回).
        Rejected = 3,
        /// The applicant withdrew it (已取消).
        Withdrawn = 4,
    }
}

int_enum! {
    /// How the approvers of a step are named (审批节点类型).
    pub enum OpenApproverKind {
        /// As members (固定成员).
        Members = 1,
        /// By a tag (标签).
        Tag = 2,
        /// As the superior of the applicant (上级).
        Superior = 3,
    }
}

/// A step of an approval in the app's own pages.
#[inbound(part)]
pub struct OpenApprovalNode {
    /// The state of the step.
    pub node_status: Option<ApprovalStepStatus>,
    /// Who of several approvers must approve.
    pub node_attr: Option<ApprovalAttr>,
    /// How the approvers are named.
    pub node_type: Option<OpenApproverKind>,
    /// One entry for each approver.
    #[field(item = "Item")]
    pub items: Vec<OpenApprovalItem>,
}

/// The action of one member in a step.
#[inbound(part)]
pub struct OpenApprovalItem {
    /// The member's name.
    pub item_name: Option<String>,
    /// The member who approves or is notified.
    #[field(alias = "ItemUserId")]
    pub item_userid: Option<UserId>,
    /// The name of the member's department.
    pub item_party: Option<String>,
    /// The address of the member's profile picture.
    pub item_image: Option<String>,
    /// The action of the member.
    pub item_status: Option<ApprovalStepStatus>,
    /// The opinion that the member wrote (审批意见).
    pub item_speech: Option<String>,
    /// The time of the action; 0 if the member has not acted.
    pub item_op_time: Option<Timestamp>,
}
