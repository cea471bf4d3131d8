//! The verification and the ICP filing of a Mini Program in one procedure (小程序认证及备案).
//! `/wxa/sec/*_auth_and_icp`
//!
//! The administrator must pass a face verification before, with
//! [`CreateIcpVerifyTask`](crate::icp_filing::CreateIcpVerifyTask) with `along_with_auth`.

use weixin_api::{endpoint, group, int_enum};

use crate::{
    icp_filing::{IcpApplets, IcpHint, IcpMaterials, IcpRejection, IcpSmsStatus, IcpSubject},
    verification::{VerificationData, VerificationOrderId},
};

group! {
    /// The verification and the ICP filing of the Mini Program in one procedure (小程序认证及备案).
    verification_and_filing: [SubmitAuthAndIcp, QueryAuthAndIcp]
}

weixin_api::string_id! {
    /// A verification with a filing (流程 ID, procedure_id).
    ProcedureId
}

/// Submits the Mini Program for verification, and then for its ICP filing.
///
/// Certificates are ids of [`UploadIcpMedia`](crate::icp_filing::UploadIcpMedia). Fails with 86202
/// when a field is not accepted.
#[endpoint(POST "/wxa/sec/submit_auth_and_icp", title = "申请小程序认证及备案",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/miniprogram-management/wxverifyicp/api_submitauthandicp.html",
    scope(mini), reply = AuthAndIcp, call = verification_and_filing.submit)]
pub struct SubmitAuthAndIcp {
    /// The data for the verification.
    pub auth_data: VerificationData,
    /// The owner who files.
    pub icp_subject: IcpSubject,
    /// The Mini Program that is filed.
    pub icp_applets: IcpApplets,
    /// Further documents, as far as the authorities ask for them.
    pub icp_materials: IcpMaterials,
}

/// A verification with a filing that was submitted.
#[endpoint(part, reply_to(SubmitAuthAndIcp))]
pub struct AuthAndIcp {
    /// The procedure, for [`QueryAuthAndIcp`].
    pub procedure_id: Option<ProcedureId>,
    /// The fields that are not accepted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hints: Vec<IcpHint>,
    /// The address of the page where the owner pays.
    pub pay_url: Option<String>,
    /// The address of the page where the administrator authorizes it.
    pub auth_url: Option<String>,
}

/// Returns the state of a verification with a filing.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Mini};
/// # use weixin_open::verification_and_filing::*;
/// # async fn example(wx: impl Caller<Kind = Mini>) -> Result<(), Error> {
/// let state = wx.verification_and_filing().status("P20260301000001").await?;
/// println!("{:?}", state.procedure_status);
/// for hint in state.icp_audit.map(|filing| filing.hints).unwrap_or_default() {
///     println!("{:?}: {:?}", hint.err_field, hint.errmsg);
/// }
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/wxa/sec/query_auth_and_icp", title = "查询小程序认证及备案进度",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/miniprogram-management/wxverifyicp/api_queryauthandicp.html",
    scope(mini), retry = safe, reply = AuthAndIcpState, call = verification_and_filing.status)]
pub struct QueryAuthAndIcp {
    /// The procedure, as [`SubmitAuthAndIcp`] returned it.
    pub procedure_id: ProcedureId,
}

/// The state of a verification with a filing.
#[endpoint(part, reply_to(QueryAuthAndIcp))]
pub struct AuthAndIcpState {
    /// The state of the procedure.
    pub procedure_status: Option<ProcedureStatus>,
    /// The order of the verification, as in the console.
    pub orderid: Option<VerificationOrderId>,
    /// The reason why the verification was returned for correction.
    pub refill_reason: Option<String>,
    /// The reason why the verification failed.
    pub fail_reason: Option<String>,
    /// The state of the filing.
    pub icp_audit: Option<IcpAudit>,
}

int_enum! {
    /// The state of a verification with a filing (流程状态). The platform's list has further numbers.
    pub enum ProcedureStatus {
        /// The verification was returned for correction.
        SentBack = 18,
        /// The verification has failed.
        VerificationFailed = 20,
        /// The filing could not be submitted.
        FilingFailed = 21,
        /// The platform has rejected the filing.
        PlatformRejected = 23,
        /// The authorities are reviewing the filing.
        AuthorityReview = 24,
        /// The authorities have rejected the filing.
        AuthorityRejected = 25,
    }
}

/// The state of a filing that follows a verification.
#[endpoint(part)]
pub struct IcpAudit {
    /// The fields that are not accepted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hints: Vec<IcpHint>,
    /// The fields that were rejected.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub audit_data: Vec<IcpRejection>,
    /// The state of the authorities' verification by text message.
    pub sms_verify_status: Option<IcpSmsStatus>,
}
