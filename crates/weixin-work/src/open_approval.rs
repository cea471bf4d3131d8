//! Approvals that an app shows in its own pages (审批流程引擎). `/cgi-bin/corp/getopenapprovaldata`

use weixin_api::{Timestamp, endpoint, group, int_enum};
use weixin_protocol::UserId;

group! {
    /// Approvals in the app's own pages (审批流程引擎).
    open_approvals: [GetOpenApproval]
}

/// Tells how far an approval is.
#[endpoint(POST "/cgi-bin/corp/getopenapprovaldata", title = "查询自建应用审批单当前状态",
    doc = "https://developer.work.weixin.qq.com/document/path/90269",
    scope(work), retry = safe, reply = OpenApprovalReply, call = open_approvals.get)]
pub struct GetOpenApproval {
    /// The approval, by the name the app has given it.
    #[serde(rename = "thirdNo")]
    pub third_no: String,
}

/// An approval, as it is answered.
#[endpoint(part, reply_to(GetOpenApproval))]
pub struct OpenApprovalReply {
    /// The approval.
    pub data: OpenApproval,
}

/// An approval.
#[endpoint(part)]
pub struct OpenApproval {
    /// The name the app has given it.
    #[serde(rename = "ThirdNo")]
    pub third_no: String,
    /// The template.
    #[serde(rename = "OpenTemplateId")]
    pub open_template_id: Option<String>,
    /// The name of the template.
    #[serde(rename = "OpenSpName")]
    pub open_sp_name: Option<String>,
    /// How far it is.
    #[serde(rename = "OpenSpstatus")]
    pub open_spstatus: Option<ApprovalState>,
    /// When it was asked for.
    #[serde(rename = "ApplyTime")]
    pub apply_time: Option<Timestamp>,
    /// The name of who asks.
    #[serde(rename = "ApplyUsername")]
    pub apply_username: Option<String>,
    /// The department of who asks.
    #[serde(rename = "ApplyUserParty")]
    pub apply_user_party: Option<String>,
    /// The address of the picture of who asks.
    #[serde(rename = "ApplyUserImage")]
    pub apply_user_image: Option<String>,
    /// Who asks.
    #[serde(rename = "ApplyUserId")]
    pub apply_user_id: Option<UserId>,
    /// The steps.
    #[serde(rename = "ApprovalNodes")]
    pub approval_nodes: Option<ApprovalNodes>,
    /// Who is told.
    #[serde(rename = "NotifyNodes")]
    pub notify_nodes: Option<NotifyNodes>,
    /// The step it is at, from 0.
    #[serde(rename = "ApproverStep")]
    pub approver_step: Option<u32>,
}

int_enum! {
    /// How far an approval is.
    pub enum ApprovalState {
        /// It is going on.
        Pending = 1,
        /// It is agreed to.
        Approved = 2,
        /// It is refused.
        Refused = 3,
        /// It was taken back, or handed to another within a step.
        Withdrawn = 4,
    }
}

/// The steps of an approval.
#[endpoint(part)]
pub struct ApprovalNodes {
    /// The steps.
    #[serde(rename = "ApprovalNode", default)]
    pub approval_node: Vec<ApprovalNode>,
}

/// A step of an approval.
#[endpoint(part)]
pub struct ApprovalNode {
    /// How far it is.
    #[serde(rename = "NodeStatus")]
    pub node_status: Option<ApprovalState>,
    /// 1 one of them is enough, 2 all of them are needed.
    #[serde(rename = "NodeAttr")]
    pub node_attr: Option<u8>,
    /// 1 a named member, 2 a tag, 3 who leads.
    #[serde(rename = "NodeType")]
    pub node_type: Option<u8>,
    /// Who is asked.
    #[serde(rename = "Items")]
    pub items: Option<ApprovalItems>,
}

/// Who is asked in a step.
#[endpoint(part)]
pub struct ApprovalItems {
    /// The members.
    #[serde(rename = "Item", default)]
    pub item: Vec<ApprovalItem>,
}

/// A member who is asked.
#[endpoint(part)]
pub struct ApprovalItem {
    /// The name.
    #[serde(rename = "ItemName")]
    pub item_name: Option<String>,
    /// The department.
    #[serde(rename = "ItemParty")]
    pub item_party: Option<String>,
    /// The address of the picture.
    #[serde(rename = "ItemImage")]
    pub item_image: Option<String>,
    /// The member.
    #[serde(rename = "ItemUserId")]
    pub item_user_id: Option<UserId>,
    /// What they say.
    #[serde(rename = "ItemStatus")]
    pub item_status: Option<ApprovalState>,
    /// What they say, in words.
    #[serde(rename = "ItemSpeech")]
    pub item_speech: Option<String>,
    /// When they said it; 0 if they have not.
    #[serde(rename = "ItemOpTime")]
    pub item_op_time: Option<Timestamp>,
}

/// Who is told of an approval.
#[endpoint(part)]
pub struct NotifyNodes {
    /// The members.
    #[serde(rename = "NotifyNode", default)]
    pub notify_node: Vec<NotifyNode>,
}

/// A member who is told of an approval.
#[endpoint(part)]
pub struct NotifyNode {
    /// The name.
    #[serde(rename = "ItemName")]
    pub item_name: Option<String>,
    /// The department.
    #[serde(rename = "ItemParty")]
    pub item_party: Option<String>,
    /// The address of the picture.
    #[serde(rename = "ItemImage")]
    pub item_image: Option<String>,
    /// The member.
    #[serde(rename = "ItemUserId")]
    pub item_user_id: Option<UserId>,
}
