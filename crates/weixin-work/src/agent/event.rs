//! Events about the app itself.

use weixin_api::{StringEnum, int_enum};
use weixin_protocol::{Header, inbound};

/// A member opened the app.
///
/// Pushed if [`isreportenter`](super::Agent::isreportenter) is set.
#[inbound(event = "enter_agent", scope(work))]
pub struct AgentEntered {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// Always empty for this event.
    pub event_key: Option<String>,
}

/// The administrators of the app changed; [`GetAgentAdmins`](super::GetAgentAdmins) returns them.
#[inbound(event = "change_app_admin", scope(work))]
pub struct AgentAdminsChanged {
    /// Sender, receiver and time of the push.
    pub header: Header,
}

/// The platform disabled the app because it was not used for a long time.
#[inbound(event = "close_inactive_agent", scope(work))]
pub struct InactiveAgentClosed {
    /// Sender, receiver and time of the push.
    pub header: Header,
}

/// The app, which was disabled because it was not used, was enabled again.
#[inbound(event = "reopen_inactive_agent", scope(work))]
pub struct InactiveAgentReopened {
    /// Sender, receiver and time of the push.
    pub header: Header,
}

/// An administrator turned the app's own view on the workbench on or off (工作台自定义).
#[inbound(event = "switch_workbench_mode", scope(work))]
pub struct WorkbenchModeSwitched {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// Whether the app's own view is on.
    pub mode: Option<bool>,
}

/// What a security notice is about.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[string_enum(rename_all = "snake_case")]
#[non_exhaustive]
pub enum SecurityChange {
    /// The addresses of the API's hosts, which firewalls may have to allow.
    ChangeDomainIp,
    /// A value that this version does not know.
    Other(String),
}

/// The addresses of the platform's hosts will change.
#[inbound(event = "security", scope(work))]
pub struct SecurityNotice {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The kind of change.
    pub change_type: Option<SecurityChange>,
}

/// What happened to the app's mailbox.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[string_enum(rename_all = "snake_case")]
#[non_exhaustive]
pub enum AppMailChange {
    /// Mails arrived.
    ReceiveEmail,
    /// A value that this version does not know.
    Other(String),
}

/// Mails arrived at the app's mail address (应用邮箱).
#[inbound(event = "app_email_change", scope(work))]
pub struct AppMailChanged {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// What happened to the mailbox.
    pub change_type: Option<AppMailChange>,
    /// The number of mails that arrived.
    pub amount: Option<u64>,
}

weixin_api::string_id! {
    /// An application for an account with advanced features (高级功能申请, apply_id).
    VipApplyId
}

int_enum! {
    /// Features that need an account of their own (高级账号类型).
    pub enum VipBusiness {
        /// Mail (邮件).
        Mail = 1,
        /// Documents (文档).
        Documents = 2,
        /// The drive (微盘).
        Drive = 3,
        /// Meetings (会议).
        Meetings = 4,
    }
}

int_enum! {
    /// How an application for an account with advanced features ended.
    pub enum VipFinish {
        /// An administrator rejected it (管理员驳回).
        Rejected = 1,
        /// The account was assigned (高级账号分配).
        Assigned = 2,
        /// The member withdrew it (成员删除申请).
        Withdrawn = 3,
    }
}

/// A member applied for an account with advanced features (高级功能账号).
#[inbound(event = "submit_vip_account_approval", scope(work))]
pub struct VipAccountRequested {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The features applied for.
    pub business_type: Option<VipBusiness>,
    /// The application that was submitted.
    pub apply_id: VipApplyId,
    /// The reason that the member gave.
    pub apply_reason: Option<String>,
}

/// A member's application for an account with advanced features ended: it was granted, rejected or
/// withdrawn.
#[inbound(event = "finish_vip_account_approval", scope(work))]
pub struct VipAccountDecided {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// How it ended.
    pub finish_type: Option<VipFinish>,
    /// The application that ended, from [`VipAccountRequested`].
    pub apply_id: VipApplyId,
}
