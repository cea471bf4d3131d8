//! Making applications.

use crate::approval::ApprovalsHandle;
use weixin_api::{endpoint, int_enum};
use weixin_protocol::UserId;

use super::content::ApplicationContents;
use super::template::ApprovalText;

/// Applies for something in a member's name.
#[endpoint(POST "/cgi-bin/oa/applyevent", title = "提交审批申请",
    doc = "https://developer.work.weixin.qq.com/document/path/91853",
    scope(work), reply = ApprovalNumber, call = approvals.apply)]
pub struct ApplyEvent {
    /// Who applies.
    pub creator_userid: UserId,
    /// The template.
    pub template_id: String,
    /// What is applied for.
    pub apply_data: ApplicationContents,
    /// What the list of applications shows: 1 to 3 lines of up to 20 characters.
    pub summary_list: Vec<SummaryLine>,
    /// Whether those of the template approve, instead of those below.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub use_template_approver: Option<bool>,
    /// For which of their departments; the main one if left out.
    pub choose_department: Option<u64>,
    /// Who approves, when the template does not say.
    pub process: Option<ApprovalProcess>,
    /// Who approves, in the older form.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub approver: Vec<ApprovalStep>,
    /// Who is told, in the older form.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notifyer: Vec<UserId>,
    /// When they are told, in the older form: 1 at once, 2 when it is approved, 3 both.
    pub notify_type: Option<u8>,
}

/// A line that the list of applications shows.
#[endpoint(part)]
pub struct SummaryLine {
    /// The line in each language.
    pub summary_info: Vec<ApprovalText>,
}

/// Who approves.
#[endpoint(part)]
pub struct ApprovalProcess {
    /// The steps, one after the other.
    pub node_list: Vec<ApprovalNode>,
}

/// A step of an approval.
#[endpoint(part)]
pub struct ApprovalNode {
    /// What is to be done.
    #[serde(rename = "type")]
    pub kind: ApprovalNodeType,
    /// Who of several must do it.
    pub apv_rel: Option<ApprovalRelation>,
    /// Who does it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub userid: Vec<UserId>,
}

int_enum! {
    /// What is to be done in a step.
    pub enum ApprovalNodeType {
        /// Approve.
        Approve = 1,
        /// Know of it.
        Notify = 2,
        /// See to it.
        Handle = 3,
    }
}

int_enum! {
    /// Who of several must approve.
    pub enum ApprovalRelation {
        /// All, in any order.
        All = 1,
        /// Any one of them.
        Any = 2,
        /// All, one after the other.
        InTurn = 3,
    }
}

/// A step of an approval, in the older form.
#[endpoint(part)]
pub struct ApprovalStep {
    /// 1 any one, 2 all.
    pub attr: u8,
    /// Who approves.
    pub userid: Vec<UserId>,
}

/// An application.
#[endpoint(part, reply_to(ApplyEvent))]
pub struct ApprovalNumber {
    /// Its number.
    pub sp_no: String,
}
