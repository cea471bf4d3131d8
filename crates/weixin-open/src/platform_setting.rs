//! Settings of a third-party platform for all Mini Programs that it serves (第三方平台设置).
//! `/cgi-bin/component/modify_wxa_*`, `/wxa/security/applysetorderpathinfo`

use weixin_api::{Timestamp, endpoint, group, int_enum};
use weixin_protocol::{AppId, Header, Secret, inbound};

use crate::domain_action::DomainAction;

group! {
    /// Settings for all Mini Programs that the third-party platform serves (第三方平台设置).
    platform_settings: [
        ModifyPlatformServerDomain, ModifyPlatformJumpDomain, GetPlatformDomainConfirmFile,
        ApplyOrderPath,
    ]
}

weixin_api::string_id! {
    /// The review of an order page (审核单 ID, audit_id).
    OrderPathAuditId
}

weixin_protocol::messages![OrderPathApplied, OrderPathAudited];

/// Changes or returns the domains that the Mini Programs of the third-party platform may connect
/// to.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Component};
/// # use weixin_open::{domain_action::*, platform_setting::*};
/// # async fn example(wx: impl Caller<Kind = Component>) -> Result<(), Error> {
/// let domains = wx
///     .platform_settings()
///     .server_domain(DomainAction::Add)
///     .with(|domains| domains.wxa_server_domain("api.example.com;cdn.example.com"))
///     .with(|domains| domains.is_modify_published_together(true))
///     .await?;
/// println!("published: {:?}", domains.published_wxa_server_domain);
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/component/modify_wxa_server_domain", title = "设置第三方平台服务器域名",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/thirdparty-management/domain-mgnt/modifyThirdpartyServerDomain.html",
    scope(component), auth = component_token, reply = PlatformServerDomain, call = platform_settings.server_domain)]
pub struct ModifyPlatformServerDomain {
    /// What to do.
    pub action: DomainAction,
    /// The domains, separated by `;`: `www.qq.com;wx.qq.com`. Not needed for [`DomainAction::Get`].
    pub wxa_server_domain: Option<String>,
    /// Whether the published version of the third-party platform changes too, and not only its test
    /// version.
    pub is_modify_published_together: Option<bool>,
}

/// The domains that the Mini Programs of a third-party platform may connect to, separated by `;`.
#[endpoint(part, reply_to(ModifyPlatformServerDomain))]
pub struct PlatformServerDomain {
    /// Domains of the published version.
    pub published_wxa_server_domain: Option<String>,
    /// Domains of the test version.
    pub testing_wxa_server_domain: Option<String>,
    /// Domains that were not accepted.
    pub invalid_wxa_server_domain: Option<String>,
}

/// Changes or returns the domains whose web pages the Mini Programs of the third-party platform may
/// show.
///
/// Each host must serve the file of [`GetPlatformDomainConfirmFile`].
#[endpoint(POST "/cgi-bin/component/modify_wxa_jump_domain", title = "设置第三方平台业务域名",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/thirdparty-management/domain-mgnt/modifyThirdpartyJumpDomain.html",
    scope(component), auth = component_token, reply = PlatformJumpDomain, call = platform_settings.jump_domain)]
pub struct ModifyPlatformJumpDomain {
    /// What to do.
    pub action: DomainAction,
    /// The domains, separated by `;`. Not needed for [`DomainAction::Get`].
    pub wxa_jump_h5_domain: Option<String>,
    /// Whether the published version of the third-party platform changes too, and not only its test
    /// version.
    pub is_modify_published_together: Option<bool>,
}

/// The domains whose web pages the Mini Programs of a third-party platform may show, separated by
/// `;`.
#[endpoint(part, reply_to(ModifyPlatformJumpDomain))]
pub struct PlatformJumpDomain {
    /// Domains of the published version.
    pub published_wxa_jump_h5_domain: Option<String>,
    /// Domains of the test version.
    pub testing_wxa_jump_h5_domain: Option<String>,
    /// Domains that were not accepted.
    pub invalid_wxa_jump_h5_domain: Option<String>,
}

/// Returns the file that a host must serve before its web pages may be shown.
#[endpoint(POST "/cgi-bin/component/get_domain_confirmfile", title = "获取第三方平台业务域名校验文件",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/thirdparty-management/domain-mgnt/getThirdpartyJumpDomainConfirmFile.html",
    scope(component), auth = component_token, retry = safe, reply = PlatformConfirmFile, call = platform_settings.domain_confirm_file)]
pub struct GetPlatformDomainConfirmFile {}

/// A file that a host must serve at its root.
#[endpoint(part, reply_to(GetPlatformDomainConfirmFile))]
pub struct PlatformConfirmFile {
    /// The name of the file at the root of the host.
    pub file_name: String,
    /// The exact content of the file.
    pub file_content: String,
}

/// Requests a page as the order page (订单页) of many Mini Programs. The results are pushed as
/// [`OrderPathApplied`] and [`OrderPathAudited`].
#[endpoint(POST "/wxa/security/applysetorderpathinfo", title = "申请设置订单页path信息",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/basic-info-management/applySetOrderPathInfo.html",
    scope(component), call = platform_settings.apply_order_path)]
pub struct ApplyOrderPath {
    /// The page and the Mini Programs.
    pub batch_req: OrderPathRequest,
}

/// A page that is requested as the order page.
#[endpoint(part)]
pub struct OrderPathRequest {
    /// The path of the page.
    pub path: String,
    /// The Mini Programs: up to 100.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub appid_list: Vec<AppId>,
    /// Addresses of screenshots of the page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub img_list: Vec<String>,
    /// The address of a video of the page.
    pub video: Option<String>,
    /// The account with which the review signs in.
    pub test_account: Option<String>,
    /// The password of that account.
    #[serde(serialize_with = "weixin_api::expose_some")]
    pub test_pwd: Option<Secret>,
    /// A remark for the review.
    pub test_remark: Option<String>,
}

/// The requests of [`ApplyOrderPath`] were submitted for review, or could not be.
#[inbound(notice = "order_path_apply_result_notify", scope(official, mini))]
pub struct OrderPathApplied {
    /// When the notice was sent.
    pub header: Header,
    /// The third-party platform.
    pub app_id: Option<AppId>,
    /// The results, one for each Mini Program.
    #[field(name = "list", alias = "List")]
    pub list: Vec<OrderPathResult>,
}

/// The review of order pages that [`ApplyOrderPath`] requested has ended.
#[inbound(notice = "order_path_audit_result_notify", scope(official, mini))]
pub struct OrderPathAudited {
    /// When the notice was sent.
    pub header: Header,
    /// The third-party platform.
    pub app_id: Option<AppId>,
    /// The results, one for each Mini Program.
    #[field(name = "list", alias = "List")]
    pub list: Vec<OrderPathResult>,
}

/// The result of a request for one Mini Program.
#[inbound(part)]
pub struct OrderPathResult {
    /// The Mini Program.
    #[field(name = "appid", alias = "Appid")]
    pub app_id: Option<AppId>,
    /// The review of the request.
    #[field(name = "audit_id", alias = "AuditId")]
    pub audit_id: Option<OrderPathAuditId>,
    /// The result of the submission.
    #[field(name = "ret_code", alias = "RetCode")]
    pub ret_code: Option<OrderPathReturn>,
    /// The result of the review, as the platform numbers it.
    #[field(name = "status")]
    pub status: Option<i64>,
    /// The reason of a rejection.
    #[field(name = "reason")]
    pub reason: Option<String>,
    /// When the request was submitted.
    #[field(name = "apply_time")]
    pub apply_time: Option<Timestamp>,
}

int_enum! {
    /// The result of submitting an order page for review.
    pub enum OrderPathReturn {
        /// It was submitted for review.
        Submitted = 0,
        /// It was submitted before.
        Exists = 1,
        /// The platform is busy.
        Busy = -1,
        /// The Mini Program does not exist.
        NoSuchMiniProgram = -2,
    }
}
