//! What a third-party platform sets for all the Mini Programs it serves (第三方平台设置). `/cgi-bin/component/modify_wxa_*`, `/wxa/security/applysetorderpathinfo`

use weixin_api::{endpoint, group};
use weixin_protocol::{AppId, Header, Secret, inbound};

group! {
    /// What the third-party platform sets for all the Mini Programs it serves (第三方平台设置).
    platform_settings: [ModifyPlatformServerDomain, ModifyPlatformJumpDomain, GetPlatformDomainConfirmFile, ApplyOrderPath]
}

weixin_protocol::messages![OrderPathApplied, OrderPathAudited];

/// Changes or gives the domains that the Mini Programs of the third-party platform may connect to.
#[endpoint(POST "/cgi-bin/component/modify_wxa_server_domain", title = "设置第三方平台服务器域名",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/thirdparty-management/domain-mgnt/modifyThirdpartyServerDomain.html",
    scope(component), auth = component_token, reply = PlatformServerDomain, call = platform_settings.server_domain)]
pub struct ModifyPlatformServerDomain {
    /// `add`, `delete`, `set` (in place of what is there) or `get`.
    pub action: String,
    /// The domains, with `;` between them, as in `www.qq.com;wx.qq.com`. Not with `get`.
    pub wxa_server_domain: Option<String>,
    /// Whether it is also changed where the third-party platform is published, and not only in its
    /// test version.
    pub is_modify_published_together: Option<bool>,
}

/// The domains that the Mini Programs of a third-party platform may connect to, with `;` between
/// them.
#[endpoint(part, reply_to(ModifyPlatformServerDomain))]
pub struct PlatformServerDomain {
    /// Where the third-party platform is published.
    pub published_wxa_server_domain: Option<String>,
    /// In its test version.
    pub testing_wxa_server_domain: Option<String>,
    /// Those that were not accepted.
    pub invalid_wxa_server_domain: Option<String>,
}

/// Changes or gives the domains whose web pages the Mini Programs of the third-party platform may
/// show.
///
/// Each host has to serve the file of [`GetPlatformDomainConfirmFile`].
#[endpoint(POST "/cgi-bin/component/modify_wxa_jump_domain", title = "设置第三方平台业务域名",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/thirdparty-management/domain-mgnt/modifyThirdpartyJumpDomain.html",
    scope(component), auth = component_token, reply = PlatformJumpDomain, call = platform_settings.jump_domain)]
pub struct ModifyPlatformJumpDomain {
    /// `add`, `delete`, `set` (in place of what is there) or `get`.
    pub action: String,
    /// The domains, with `;` between them. Not with `get`.
    pub wxa_jump_h5_domain: Option<String>,
    /// Whether it is also changed where the third-party platform is published, and not only in its
    /// test version.
    pub is_modify_published_together: Option<bool>,
}

/// The domains whose web pages the Mini Programs of a third-party platform may show, with `;`
/// between them.
#[endpoint(part, reply_to(ModifyPlatformJumpDomain))]
pub struct PlatformJumpDomain {
    /// Where the third-party platform is published.
    pub published_wxa_jump_h5_domain: Option<String>,
    /// In its test version.
    pub testing_wxa_jump_h5_domain: Option<String>,
    /// Those that were not accepted.
    pub invalid_wxa_jump_h5_domain: Option<String>,
}

/// Gives the file that a host has to serve before its web pages may be shown.
#[endpoint(POST "/cgi-bin/component/get_domain_confirmfile", title = "获取第三方平台业务域名校验文件",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/thirdparty-management/domain-mgnt/getThirdpartyJumpDomainConfirmFile.html",
    scope(component), auth = component_token, retry = safe, reply = PlatformConfirmFile, call = platform_settings.domain_confirm_file)]
pub struct GetPlatformDomainConfirmFile {}

/// A file that a host has to serve at its root.
#[endpoint(part, reply_to(GetPlatformDomainConfirmFile))]
pub struct PlatformConfirmFile {
    /// Its name.
    pub file_name: String,
    /// What is in it.
    pub file_content: String,
}

/// Asks for a page of many Mini Programs to be their page of orders; the answers are pushed as
/// [`OrderPathApplied`] and [`OrderPathAudited`].
#[endpoint(POST "/wxa/security/applysetorderpathinfo", title = "申请设置订单页path信息",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/basic-info-management/applySetOrderPathInfo.html",
    scope(component), call = platform_settings.apply_order_path)]
pub struct ApplyOrderPath {
    /// The page and the Mini Programs.
    pub batch_req: OrderPathRequest,
}

/// A page that is to be the page of orders.
#[endpoint(part)]
pub struct OrderPathRequest {
    /// The page.
    pub path: String,
    /// The Mini Programs: up to 100.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub appid_list: Vec<AppId>,
    /// Addresses of pictures of it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub img_list: Vec<String>,
    /// The address of a film of it.
    pub video: Option<String>,
    /// A user for the review.
    pub test_account: Option<String>,
    /// The password of that user.
    #[serde(serialize_with = "weixin_api::expose_some")]
    pub test_pwd: Option<Secret>,
    /// What else the review has to know.
    pub test_remark: Option<String>,
}

/// Which of the Mini Programs of [`ApplyOrderPath`] went into review. InfoType
/// `order_path_apply_result_notify`.
#[inbound(notice = "order_path_apply_result_notify", scope(official, mini))]
pub struct OrderPathApplied {
    /// When.
    pub header: Header,
    /// The third-party platform.
    pub app_id: Option<AppId>,
    /// One entry for each Mini Program.
    #[field(name = "list", alias = "List")]
    pub list: Vec<OrderPathResult>,
}

/// What the review of pages of orders decided. InfoType `order_path_audit_result_notify`.
#[inbound(notice = "order_path_audit_result_notify", scope(official, mini))]
pub struct OrderPathAudited {
    /// When.
    pub header: Header,
    /// The third-party platform.
    pub app_id: Option<AppId>,
    /// One entry for each Mini Program.
    #[field(name = "list", alias = "List")]
    pub list: Vec<OrderPathResult>,
}

/// What became of the page of orders of a Mini Program.
#[inbound(part)]
pub struct OrderPathResult {
    /// The Mini Program.
    #[field(name = "appid", alias = "Appid")]
    pub app_id: Option<AppId>,
    /// The review.
    #[field(name = "audit_id", alias = "AuditId")]
    pub audit_id: Option<String>,
    /// 0 it went into review, 1 it was there already, -1 the platform is busy, -2 there is no such
    /// Mini Program.
    #[field(name = "ret_code", alias = "RetCode")]
    pub ret_code: Option<i64>,
    /// How the review ended.
    #[field(name = "status")]
    pub status: Option<i64>,
    /// Why it was refused.
    #[field(name = "reason")]
    pub reason: Option<String>,
    /// When it was asked for.
    #[field(name = "apply_time")]
    pub apply_time: Option<i64>,
}
