//! What a suite is told (授权通知).
//!
//! Each of them is answered with `success` within a second.

use weixin_protocol::{AppId, Header, Secret, inbound};

/// The ticket with which the suite's token is obtained; pushed every ten minutes. Notice
/// `suite_ticket`.
#[inbound(notice = "suite_ticket", scope(work))]
pub struct SuiteTicket {
    /// When.
    pub header: Header,
    /// The suite.
    pub suite_id: AppId,
    /// The ticket: up to 512 bytes; it lives 30 minutes.
    pub suite_ticket: Secret,
}

/// A corporation has installed the suite from the platform's market. Notice `create_auth`.
///
/// An installation that begins on the provider's own site sends none: there the redirect carries the
/// code.
#[inbound(notice = "create_auth", scope(work))]
pub struct AuthCreated {
    /// When.
    pub header: Header,
    /// The suite.
    pub suite_id: AppId,
    /// The code for [`GetPermanentCode`](super::GetPermanentCode): up to 512 bytes; it lives ten
    /// minutes.
    pub auth_code: Secret,
    /// What the page of the installation was given.
    pub state: Option<String>,
}

/// A corporation has changed what the suite may do or see. Notice `change_auth`.
#[inbound(notice = "change_auth", scope(work))]
pub struct AuthChanged {
    /// When.
    pub header: Header,
    /// The suite.
    pub suite_id: AppId,
    /// The corporation.
    pub auth_corp_id: AppId,
    /// What the page of the installation was given.
    pub state: Option<String>,
    /// What else was changed.
    pub extra_info: Option<AuthExtra>,
}

/// A corporation has removed the suite. Notice `cancel_auth`.
#[inbound(notice = "cancel_auth", scope(work))]
pub struct AuthCancelled {
    /// When.
    pub header: Header,
    /// The suite.
    pub suite_id: AppId,
    /// The corporation.
    pub auth_corp_id: AppId,
    /// What else it was allowed.
    pub extra_info: Option<AuthExtra>,
}

/// What a suite is allowed besides.
#[inbound(part)]
pub struct AuthExtra {
    /// Accounts of customer service.
    #[field(item = "OpenKfId")]
    pub auth_open_kf_id_list: Vec<String>,
}

/// An administrator has asked for another permanent code. Notice `reset_permanent_code`.
#[inbound(notice = "reset_permanent_code", scope(work))]
pub struct PermanentCodeReset {
    /// When.
    pub header: Header,
    /// The suite.
    pub suite_id: AppId,
    /// The code for [`GetPermanentCode`](super::GetPermanentCode).
    pub auth_code: Secret,
}

/// A corporation lets the suite see how it is made up. Notice `corp_arch_auth`.
#[inbound(notice = "corp_arch_auth", scope(work))]
pub struct CorpArchitectureAuthorized {
    /// When.
    pub header: Header,
    /// The suite.
    pub suite_id: AppId,
    /// The corporation.
    pub auth_corp_id: AppId,
}

/// A corporation allows the suite something special. Notice `approve_special_auth`.
#[inbound(notice = "approve_special_auth", scope(work))]
pub struct SpecialAuthApproved {
    /// When.
    pub header: Header,
    /// The suite.
    pub suite_id: AppId,
    /// The corporation.
    pub auth_corp_id: AppId,
    /// What, by its name.
    pub auth_type: Option<String>,
}

/// A corporation no longer allows the suite something special. Notice `cancel_special_auth`.
#[inbound(notice = "cancel_special_auth", scope(work))]
pub struct SpecialAuthCancelled {
    /// When.
    pub header: Header,
    /// The suite.
    pub suite_id: AppId,
    /// The corporation.
    pub auth_corp_id: AppId,
    /// What, by its name.
    pub auth_type: Option<String>,
}
