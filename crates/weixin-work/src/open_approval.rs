//! Approvals that an app shows in its own pages (审批流程引擎). `/cgi-bin/corp/getopenapprovaldata`

use weixin_api::{Timestamp, endpoint, group, int_enum};
use weixin_protocol::UserId;

use crate::ids::OpenTemplateId;

group! {
    /// Approvals in the app's own pages (审批流程引擎).
    open_approvals: [GetOpenApproval]
}

/// Returns the current state of an approval in the app's own pages (审批流程引擎).
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Work};
/// # use weixin_work::prelude::*;
/// # async fn example(wx: impl Caller<Kind = Work>) -> Result<(), Error> {
/// let approval = wx.open_approvals().get("order-2026-0007").await?.data;
/// println!("{:?}: {:?}", approval.open_sp_name, approval.open_spstatus);
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/corp/getopenapprovaldata", title = "查询自建应用审批单当前状态",
    doc = "https://developer.work.weixin.qq.com/document/path/90269",
    scope(work), retry = safe, reply = OpenApprovalReply, call = open_approvals.get)]
pub struct GetOpenApproval {
    /// The approval (thirdNo), by the number that the app gave it.
    #[serde(rename = "thirdNo")]
    pub third_no: String,
}

/// The reply with an approval.
#[endpoint(part, reply_to(GetOpenApproval))]
pub struct OpenApprovalReply {
    /// State and steps of the approval.
    pub data: OpenApproval,
}

/// An approval.
#[endpoint(part)]
pub struct OpenApproval {
    /// The number that the app gave it.
    #[serde(rename = "ThirdNo")]
    pub third_no: String,
    /// The template it was made from.
    #[serde(rename = "OpenTemplateId")]
    pub open_template_id: Option<OpenTemplateId>,
    /// Name of the template.
    #[serde(rename = "OpenSpName")]
    pub open_sp_name: Option<String>,
    /// State of the whole approval.
    #[serde(rename = "OpenSpstatus")]
    pub open_spstatus: Option<ApprovalState>,
    /// When it was submitted.
    #[serde(rename = "ApplyTime")]
    pub apply_time: Option<Timestamp>,
    /// Name of the applicant.
    #[serde(rename = "ApplyUsername")]
    pub apply_username: Option<String>,
    /// Department of the applicant.
    #[serde(rename = "ApplyUserParty")]
    pub apply_user_party: Option<String>,
    /// Address of the applicant's picture.
    #[serde(rename = "ApplyUserImage")]
    pub apply_user_image: Option<String>,
    /// The applicant (提交人).
    #[serde(rename = "ApplyUserId")]
    pub apply_user_id: Option<UserId>,
    /// The steps of the approval (审批节点).
    #[serde(rename = "ApprovalNodes")]
    pub approval_nodes: Option<ApprovalNodes>,
    /// The members who get a copy (抄送人).
    #[serde(rename = "NotifyNodes")]
    pub notify_nodes: Option<NotifyNodes>,
    /// Index of the current step, from 0.
    #[serde(rename = "ApproverStep")]
    pub approver_step: Option<u32>,
}

int_enum! {
    /// The state of an approval, of a step, or of one approver's decision.
    pub enum ApprovalState {
        /// Waiting for a decision.
        Pending = 1,
        /// Approved.
        Approved = 2,
        /// Rejected (已驳回).
        Rejected = 3,
        /// Withdrawn by the applicant; for a step or approver: handed on to somebody else (已转审).
        Withdrawn = 4,
    }
}

/// The steps of an approval, in order.
#[endpoint(part)]
pub struct ApprovalNodes {
    /// The steps, in order.
    #[serde(rename = "ApprovalNode", default)]
    pub approval_node: Vec<ApprovalNode>,
}

/// A step of an approval.
#[endpoint(part)]
pub struct ApprovalNode {
    /// State of this step.
    #[serde(rename = "NodeStatus")]
    pub node_status: Option<ApprovalState>,
    /// How many of the approvers must agree.
    #[serde(rename = "NodeAttr")]
    pub node_attr: Option<NodeRule>,
    /// How the approvers were chosen.
    #[serde(rename = "NodeType")]
    pub node_type: Option<NodeKind>,
    /// The approvers of this step.
    #[serde(rename = "Items")]
    pub items: Option<ApprovalItems>,
}

int_enum! {
    /// How many of a step's approvers must agree.
    pub enum NodeRule {
        /// One of them is enough (或签).
        Any = 1,
        /// All of them must agree (会签).
        All = 2,
    }
}

int_enum! {
    /// How the approvers of a step were chosen.
    pub enum NodeKind {
        /// Named members (固定成员).
        Members = 1,
        /// The members with a tag (标签).
        Tag = 2,
        /// The applicant's superiors (上级).
        Superior = 3,
    }
}

/// The approvers of a step.
#[endpoint(part)]
pub struct ApprovalItems {
    /// The approvers of this step.
    #[serde(rename = "Item", default)]
    pub item: Vec<ApprovalItem>,
}

/// An approver and their decision.
#[endpoint(part)]
pub struct ApprovalItem {
    /// Name of the approver.
    #[serde(rename = "ItemName")]
    pub item_name: Option<String>,
    /// Department of the approver.
    #[serde(rename = "ItemParty")]
    pub item_party: Option<String>,
    /// Address of the approver's picture.
    #[serde(rename = "ItemImage")]
    pub item_image: Option<String>,
    /// The approver's id.
    #[serde(rename = "ItemUserId")]
    pub item_user_id: Option<UserId>,
    /// The approver's decision.
    #[serde(rename = "ItemStatus")]
    pub item_status: Option<ApprovalState>,
    /// The approver's comment.
    #[serde(rename = "ItemSpeech")]
    pub item_speech: Option<String>,
    /// When the approver decided; 0 if they have not.
    #[serde(rename = "ItemOpTime")]
    pub item_op_time: Option<Timestamp>,
}

/// The members who get a copy of an approval.
#[endpoint(part)]
pub struct NotifyNodes {
    /// The members who get a copy.
    #[serde(rename = "NotifyNode", default)]
    pub notify_node: Vec<NotifyNode>,
}

/// A member who gets a copy of an approval.
#[endpoint(part)]
pub struct NotifyNode {
    /// Name of the member.
    #[serde(rename = "ItemName")]
    pub item_name: Option<String>,
    /// Department of the member.
    #[serde(rename = "ItemParty")]
    pub item_party: Option<String>,
    /// Address of the member's picture.
    #[serde(rename = "ItemImage")]
    pub item_image: Option<String>,
    /// The member's id.
    #[serde(rename = "ItemUserId")]
    pub item_user_id: Option<UserId>,
}
