//! What a suite is told (授权通知).
//!
//! Each of them is answered with `success` within a second.

use weixin_api::StringEnum;
use weixin_protocol::{CorpId, Header, Secret, inbound};

use crate::ids::{KfId, SuiteId};

/// The ticket with which the suite's token is obtained.
///
/// Pushed every ten minutes.
#[inbound(notice = "suite_ticket", scope(work))]
pub struct SuiteTicket {
    /// The time; notices name no sender or receiver.
    pub header: Header,
    /// The suite it belongs to.
    pub suite_id: SuiteId,
    /// The ticket: up to 512 bytes, valid for 30 minutes.
    pub suite_ticket: Secret,
}

/// A corporation has installed the suite from the platform's market (授权成功通知).
/// [`GetPermanentCode`](super::GetPermanentCode) exchanges the code that comes along.
///
/// An installation that begins on the provider's own site sends none: there the redirect carries
/// the code.
#[inbound(notice = "create_auth", scope(work))]
pub struct AuthCreated {
    /// The time; notices name no sender or receiver.
    pub header: Header,
    /// The suite that was installed, or the template of a customized app.
    pub suite_id: SuiteId,
    /// The code for [`GetPermanentCode`](super::GetPermanentCode): up to 512 bytes, valid for ten
    /// minutes.
    pub auth_code: Secret,
    /// The `state` that the page of the installation was opened with.
    pub state: Option<String>,
}

/// A corporation has changed what the suite may do or see (变更授权通知).
/// [`GetAuthInfo`](super::GetAuthInfo) returns the new state.
#[inbound(notice = "change_auth", scope(work))]
pub struct AuthChanged {
    /// The time; notices name no sender or receiver.
    pub header: Header,
    /// The suite whose installation changed.
    pub suite_id: SuiteId,
    /// The corporation that installed it.
    pub auth_corp_id: CorpId,
    /// The `state` that the page of the installation was opened with.
    pub state: Option<String>,
    /// Further things that the suite may use.
    pub extra_info: Option<AuthExtra>,
}

/// A corporation has uninstalled the suite (取消授权通知).
///
/// The provider has to delete the corporation's data.
#[inbound(notice = "cancel_auth", scope(work))]
pub struct AuthCancelled {
    /// The time; notices name no sender or receiver.
    pub header: Header,
    /// The suite that was uninstalled.
    pub suite_id: SuiteId,
    /// The corporation that uninstalled it.
    pub auth_corp_id: CorpId,
    /// Further things that the suite could use.
    pub extra_info: Option<AuthExtra>,
}

/// Further things that a suite may use.
#[inbound(part)]
pub struct AuthExtra {
    /// Customer service accounts (微信客服账号).
    #[field(item = "OpenKfId")]
    pub auth_open_kf_id_list: Vec<KfId>,
}

/// An administrator has reset the permanent code (重置永久授权码).
/// [`GetPermanentCode`](super::GetPermanentCode) returns the new one for the code that comes along.
#[inbound(notice = "reset_permanent_code", scope(work))]
pub struct PermanentCodeReset {
    /// The time; notices name no sender or receiver.
    pub header: Header,
    /// The suite whose code was reset.
    pub suite_id: SuiteId,
    /// The code for [`GetPermanentCode`](super::GetPermanentCode), which returns the new permanent
    /// code.
    pub auth_code: Secret,
}

/// A corporation lets the suite read its structure (授权组织架构权限通知).
#[inbound(notice = "corp_arch_auth", scope(work))]
pub struct CorpArchitectureAuthorized {
    /// The time; notices name no sender or receiver.
    pub header: Header,
    /// The suite that may read it.
    pub suite_id: SuiteId,
    /// The corporation that allowed it.
    pub auth_corp_id: CorpId,
}

/// An administrator has confirmed a right of the suite that needs it (权限确认).
#[inbound(notice = "approve_special_auth", scope(work))]
pub struct SpecialAuthApproved {
    /// The time; notices name no sender or receiver.
    pub header: Header,
    /// The suite that has the right.
    pub suite_id: SuiteId,
    /// The corporation that confirmed it.
    pub auth_corp_id: CorpId,
    /// The right that was confirmed.
    pub auth_type: Option<SpecialAuth>,
}

/// An administrator has withdrawn a right of the suite that needs confirmation (权限取消).
#[inbound(notice = "cancel_special_auth", scope(work))]
pub struct SpecialAuthCancelled {
    /// The time; notices name no sender or receiver.
    pub header: Header,
    /// The suite that had the right.
    pub suite_id: SuiteId,
    /// The corporation that withdrew it.
    pub auth_corp_id: CorpId,
    /// The right that was withdrawn.
    pub auth_type: Option<SpecialAuth>,
}

/// A right of a suite that an administrator has to confirm.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[string_enum(rename_all = "snake_case")]
#[non_exhaustive]
pub enum SpecialAuth {
    /// To acquire customers (获客助手).
    CustomerAcquisition,
    /// A value that this version does not know.
    Other(String),
}
