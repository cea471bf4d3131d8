//! What an app is told of itself.

use weixin_protocol::{Header, inbound};

/// A member opened the app. Event `enter_agent`; `isreportenter` of the app asks for it.
#[inbound(event = "enter_agent", scope(work))]
pub struct AgentEntered {
    /// Who, in which app.
    pub header: Header,
    /// Empty.
    pub event_key: Option<String>,
}

/// The administrators of the app have changed. Event `change_app_admin`.
#[inbound(event = "change_app_admin", scope(work))]
pub struct AgentAdminsChanged {
    /// When, and which app.
    pub header: Header,
}

/// The platform switched off an app that nobody used for long. Event `close_inactive_agent`.
#[inbound(event = "close_inactive_agent", scope(work))]
pub struct InactiveAgentClosed {
    /// When, and which app.
    pub header: Header,
}

/// An app that nobody used for long was switched on again. Event `reopen_inactive_agent`.
#[inbound(event = "reopen_inactive_agent", scope(work))]
pub struct InactiveAgentReopened {
    /// When, and which app.
    pub header: Header,
}

/// The administrator changed how the app stands on the workbench. Event `switch_workbench_mode`.
#[inbound(event = "switch_workbench_mode", scope(work))]
pub struct WorkbenchModeSwitched {
    /// When, and which app.
    pub header: Header,
    /// How; a number whose meanings are not known here.
    pub mode: Option<i64>,
}

/// The addresses of the platform's hosts are going to change. Event `security`.
#[inbound(event = "security", scope(work))]
pub struct SecurityNotice {
    /// When.
    pub header: Header,
    /// What changes: `change_domain_ip`.
    pub change_type: Option<String>,
}

/// Something happened to the mail address of the app. Event `app_email_change`.
#[inbound(event = "app_email_change", scope(work))]
pub struct AppMailChanged {
    /// When.
    pub header: Header,
    /// What happened: `receive_email`.
    pub change_type: Option<String>,
    /// How many mails came.
    pub amount: Option<u64>,
}

/// A member asks for an account with advanced functions. Event `submit_vip_account_approval`.
#[inbound(event = "submit_vip_account_approval", scope(work))]
pub struct VipAccountRequested {
    /// Who, in which app.
    pub header: Header,
    /// For which functions; a number whose meanings are not known here.
    pub business_type: Option<i64>,
    /// The request.
    pub apply_id: String,
    /// Why.
    pub apply_reason: Option<String>,
}

/// It was decided whether a member gets an account with advanced functions. Event
/// `finish_vip_account_approval`.
#[inbound(event = "finish_vip_account_approval", scope(work))]
pub struct VipAccountDecided {
    /// When, and which app.
    pub header: Header,
    /// How; a number whose meanings are not known here.
    pub finish_type: Option<i64>,
    /// The request.
    pub apply_id: String,
}
