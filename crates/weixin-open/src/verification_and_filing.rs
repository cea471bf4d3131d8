//! The verification of a Mini Program and its filing with the authorities in one go (小程序认证及备案). `/wxa/sec/*_auth_and_icp`
//!
//! The administrator's face is compared first, by
//! [`CreateIcpVerifyTask`](crate::icp_filing::CreateIcpVerifyTask) with `along_with_auth`.

use weixin_api::{endpoint, group};

use crate::{
    icp_filing::{IcpApplets, IcpHint, IcpMaterials, IcpRefusal, IcpSubject},
    verification::VerificationData,
};

group! {
    /// The verification of the Mini Program and its filing with the authorities in one go (小程序认证及备案).
    verification_and_filing: [SubmitAuthAndIcp, QueryAuthAndIcp]
}

/// Asks for the Mini Program to be verified, and then to be filed with the authorities.
///
/// Papers are ids of [`UploadIcpMedia`](crate::icp_filing::UploadIcpMedia). 86202: something is not
/// as it should be.
#[endpoint(POST "/wxa/sec/submit_auth_and_icp", title = "申请小程序认证及备案",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/miniprogram-management/wxverifyicp/api_submitauthandicp.html",
    scope(mini), reply = AuthAndIcp, call = verification_and_filing.submit)]
pub struct SubmitAuthAndIcp {
    /// Who owns it, and what it is called.
    pub auth_data: VerificationData,
    /// Who files.
    pub icp_subject: IcpSubject,
    /// What is filed.
    pub icp_applets: IcpApplets,
    /// Other papers.
    pub icp_materials: IcpMaterials,
}

/// A verification and a filing that have begun.
#[endpoint(part, reply_to(SubmitAuthAndIcp))]
pub struct AuthAndIcp {
    /// The procedure.
    pub procedure_id: Option<String>,
    /// What is not as it should be.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hints: Vec<IcpHint>,
    /// Where the owner pays.
    pub pay_url: Option<String>,
    /// Where the administrator agrees.
    pub auth_url: Option<String>,
}

/// Tells how a verification and a filing stand.
#[endpoint(POST "/wxa/sec/query_auth_and_icp", title = "查询小程序认证及备案进度",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/miniprogram-management/wxverifyicp/api_queryauthandicp.html",
    scope(mini), retry = safe, reply = AuthAndIcpState, call = verification_and_filing.status)]
pub struct QueryAuthAndIcp {
    /// The procedure.
    pub procedure_id: String,
}

/// How a verification and a filing stand.
#[endpoint(part, reply_to(QueryAuthAndIcp))]
pub struct AuthAndIcpState {
    /// Where they are: 18 the verification was sent back, 20 it failed, 21 it could not be filed,
    /// 23 and 25 the filing was refused, 24 it is with the authorities; others in the platform's
    /// list.
    pub procedure_status: Option<i64>,
    /// The number of the verification's order, as in the console.
    pub orderid: Option<u64>,
    /// Why the verification was sent back.
    pub refill_reason: Option<String>,
    /// Why it failed.
    pub fail_reason: Option<String>,
    /// More of the filing.
    pub icp_audit: Option<IcpAudit>,
}

/// How a filing that follows a verification stands.
#[endpoint(part)]
pub struct IcpAudit {
    /// What is not as it should be.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hints: Vec<IcpHint>,
    /// Why it was refused.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub audit_data: Vec<IcpRefusal>,
    /// How the authorities' message to the telephone stands: 1 it is waited for, 2 done, 3 not in
    /// time.
    pub sms_verify_status: Option<i64>,
}
