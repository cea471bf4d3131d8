//! Pushes about applications.

use weixin_protocol::{Header, MediaId, UserId, inbound};

/// An application changed. Event `sys_approval_change`.
#[inbound(event = "sys_approval_change", scope(work))]
pub struct SysApprovalChange {
    /// From whom, to whom, when.
    pub header: Header,
    /// The application.
    pub approval_info: SysApprovalInfo,
}

/// An application that changed.
#[inbound(part)]
pub struct SysApprovalInfo {
    /// Its number.
    pub sp_no: String,
    /// The name of its template.
    pub sp_name: Option<String>,
    /// How far it is; see [`ApprovalStatus`](super::ApprovalStatus).
    pub sp_status: Option<i64>,
    /// The template.
    pub template_id: Option<String>,
    /// When it was made, in seconds since 1970 (UTC).
    pub apply_time: Option<i64>,
    /// Who applies.
    pub applyer: Option<SysApprovalUser>,
    /// Who applies, where they are several.
    pub batch_applyer: Vec<SysApprovalUser>,
    /// The steps, in the older form.
    pub sp_record: Vec<SysApprovalRecord>,
    /// Who is told, in the older form.
    pub notifyer: Vec<SysApprovalUser>,
    /// What was said about it.
    pub comments: Vec<SysApprovalComment>,
    /// The steps.
    pub process_list: Option<SysApprovalProcess>,
    /// What happened: 1 it was made, 2 approved, 3 rejected, 4 passed on, 5 somebody was reminded,
    /// 6 it was withdrawn, 8 withdrawn after it had been approved, 10 something was said about it,
    /// 11 it was sent back, 12 more were asked, 13 it was approved and more were asked, 14 seen to,
    /// 15 passed on to be seen to.
    pub statu_change_event: Option<i64>,
}

/// A member.
#[inbound(part)]
pub struct SysApprovalUser {
    /// The member.
    pub user_id: Option<UserId>,
    /// The department they act for.
    pub party: Option<i64>,
}

/// A step, in the older form.
#[inbound(part)]
pub struct SysApprovalRecord {
    /// How far it is; see [`ApprovalRecord::sp_status`](super::ApprovalRecord::sp_status).
    pub sp_status: Option<i64>,
    /// 1 any one, 2 all.
    pub approver_attr: Option<i64>,
    /// What each did.
    pub details: Vec<SysApprovalRecordDetail>,
}

/// What one did in a step, in the older form.
#[inbound(part)]
pub struct SysApprovalRecordDetail {
    /// Who.
    pub approver: Option<SysApprovalUser>,
    /// What they said.
    pub speech: Option<String>,
    /// What they did; see [`ApprovalRecord::sp_status`](super::ApprovalRecord::sp_status).
    pub sp_status: Option<i64>,
    /// When, in seconds since 1970 (UTC); 0 if they have not yet.
    pub sp_time: Option<i64>,
    /// Files they added.
    pub attach: Vec<MediaId>,
}

/// What was said about an application.
#[inbound(part)]
pub struct SysApprovalComment {
    /// Who said it.
    pub comment_user_info: Option<SysApprovalUser>,
    /// When, in seconds since 1970 (UTC).
    pub comment_time: Option<i64>,
    /// What.
    pub comment_content: Option<String>,
    /// The comment.
    pub comment_id: Option<String>,
    /// Files that were added.
    pub attach: Vec<MediaId>,
}

/// The steps of an approval.
#[inbound(part)]
pub struct SysApprovalProcess {
    /// The steps.
    pub node_list: Vec<SysApprovalNode>,
}

/// A step of an approval.
#[inbound(part)]
pub struct SysApprovalNode {
    /// What is to be done; see [`ApprovalNodeType`](super::ApprovalNodeType).
    pub node_type: Option<i64>,
    /// How far it is; see [`ApprovalProcessNode::sp_status`](super::ApprovalProcessNode::sp_status).
    pub sp_status: Option<i64>,
    /// Who of several must do it; see [`ApprovalRelation`](super::ApprovalRelation).
    pub apv_rel: Option<i64>,
    /// What each did.
    pub sub_node_list: Vec<SysApprovalSubNode>,
}

/// What one did in a step.
#[inbound(part)]
pub struct SysApprovalSubNode {
    /// Who.
    pub user_info: Option<SysApprovalUser>,
    /// What they said.
    pub speech: Option<String>,
    /// What they did; see [`ApprovalProcessNode::sp_status`](super::ApprovalProcessNode::sp_status).
    pub sp_yj: Option<i64>,
    /// When, in seconds since 1970 (UTC); 0 if they have not yet.
    pub sptime: Option<i64>,
    /// Files they added.
    pub media_ids: Vec<MediaId>,
}

/// An application changed that the app itself had begun, by a template of its own (审批流程引擎). Event
/// `open_approval_change`.
#[inbound(event = "open_approval_change", scope(work))]
pub struct OpenApprovalChange {
    /// From whom, to whom, when.
    pub header: Header,
    /// The application.
    pub approval_info: OpenApprovalInfo,
}

/// An application of an app's own that changed.
#[inbound(part)]
pub struct OpenApprovalInfo {
    /// Its number, given by the app.
    pub third_no: String,
    /// The name of its template.
    pub open_sp_name: Option<String>,
    /// The template.
    pub open_template_id: Option<String>,
    /// How far it is: 1 being looked at, 2 approved, 3 rejected, 4 withdrawn.
    pub open_sp_status: Option<i64>,
    /// When it was made, in seconds since 1970 (UTC).
    pub apply_time: Option<i64>,
    /// The name of who applies.
    #[field(alias = "ApplyUsername")]
    pub apply_user_name: Option<String>,
    /// Who applies.
    pub apply_user_id: Option<UserId>,
    /// Their department's name.
    pub apply_user_party: Option<String>,
    /// The address of their picture.
    pub apply_user_image: Option<String>,
    /// The steps.
    #[field(item = "ApprovalNode")]
    pub approval_nodes: Vec<OpenApprovalNode>,
    /// Who is told.
    #[field(item = "NotifyNode")]
    pub notify_nodes: Vec<OpenApprovalItem>,
    /// The step it is at, from 0 on.
    #[field(alias = "approverstep")]
    pub approver_step: Option<i64>,
}

/// A step of an approval.
#[inbound(part)]
pub struct OpenApprovalNode {
    /// How far it is: 1 being looked at, 2 approved, 3 rejected, 4 passed on.
    pub node_status: Option<i64>,
    /// 1 any one, 2 all.
    pub node_attr: Option<i64>,
    /// Who approves: 1 members, 2 those with a tag, 3 the superior.
    pub node_type: Option<i64>,
    /// What each did.
    #[field(item = "Item")]
    pub items: Vec<OpenApprovalItem>,
}

/// What one did in a step.
#[inbound(part)]
pub struct OpenApprovalItem {
    /// Their name.
    pub item_name: Option<String>,
    /// Who.
    #[field(alias = "ItemUserId")]
    pub item_userid: Option<UserId>,
    /// Their department's name.
    pub item_party: Option<String>,
    /// The address of their picture.
    pub item_image: Option<String>,
    /// What they did: 1 nothing yet, 2 approved, 3 rejected, 4 passed on.
    pub item_status: Option<i64>,
    /// What they said.
    pub item_speech: Option<String>,
    /// When, in seconds since 1970 (UTC); 0 if they have not yet.
    pub item_op_time: Option<i64>,
}
