//! Where a Mini Program may connect to, and whose web pages it may show (域名管理). `/wxa/modify_domain`, `/wxa/setwebviewdomain`
//!
//! The ordinary calls take domains that the third-party platform has been given for it; those whose
//! names end in `Directly` take any.

use weixin_api::{endpoint, group};

group! {
    /// Where the Mini Program may connect to (域名管理).
    domains: [ModifyServerDomain, ModifyServerDomainDirectly, ModifyJumpDomain, ModifyJumpDomainDirectly, GetJumpDomainConfirmFile, GetQrCodeJumpFile, GetEffectiveServerDomain, GetEffectiveJumpDomain, GetPrefetchDomains, SetPrefetchDomains]
}

/// Changes or gives the domains that the Mini Program may connect to, among those of the
/// third-party platform.
///
/// 85015: the Mini Program is not the third-party platform's; 85016: there are as many as there may
/// be; 85017: a domain is not among those of the third-party platform.
#[endpoint(POST "/wxa/modify_domain", title = "配置小程序服务器域名",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/domain-management/modifyServerDomain.html",
    scope(mini), reply = ServerDomains, call = domains.server)]
pub struct ModifyServerDomain {
    /// `add`, `delete`, `set` (in place of what is there) or `get`.
    pub action: String,
    /// For requests, with `https://`. Not with `get`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub requestdomain: Vec<String>,
    /// For web sockets, with `wss://`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub wsrequestdomain: Vec<String>,
    /// For uploads, with `https://`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub uploaddomain: Vec<String>,
    /// For downloads, with `https://`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub downloaddomain: Vec<String>,
    /// For UDP, with `udp://`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub udpdomain: Vec<String>,
    /// For TCP, with `tcp://`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tcpdomain: Vec<String>,
}

/// The domains that a Mini Program may connect to.
#[endpoint(part, reply_to(ModifyServerDomain, ModifyServerDomainDirectly))]
pub struct ServerDomains {
    /// For requests.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub requestdomain: Vec<String>,
    /// For web sockets.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub wsrequestdomain: Vec<String>,
    /// For uploads.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub uploaddomain: Vec<String>,
    /// For downloads.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub downloaddomain: Vec<String>,
    /// For UDP.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub udpdomain: Vec<String>,
    /// For TCP.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tcpdomain: Vec<String>,
    /// For requests, and not accepted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub invalid_requestdomain: Vec<String>,
    /// For web sockets, and not accepted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub invalid_wsrequestdomain: Vec<String>,
    /// For uploads, and not accepted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub invalid_uploaddomain: Vec<String>,
    /// For downloads, and not accepted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub invalid_downloaddomain: Vec<String>,
    /// For UDP, and not accepted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub invalid_udpdomain: Vec<String>,
    /// For TCP, and not accepted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub invalid_tcpdomain: Vec<String>,
    /// Those that have no filing with the authorities.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub no_icp_domain: Vec<String>,
}

/// Changes or gives the domains that the Mini Program may connect to: any that are filed with the
/// authorities.
#[endpoint(POST "/wxa/modify_domain_directly", title = "快速配置小程序服务器域名",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/domain-management/modifyServerDomainDirectly.html",
    scope(mini), reply = ServerDomains, call = domains.server_directly)]
pub struct ModifyServerDomainDirectly {
    /// `add`, `delete`, `set` (in place of what is there) or `get`.
    pub action: String,
    /// For requests, with `https://`. Not with `get`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub requestdomain: Vec<String>,
    /// For web sockets, with `wss://`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub wsrequestdomain: Vec<String>,
    /// For uploads, with `https://`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub uploaddomain: Vec<String>,
    /// For downloads, with `https://`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub downloaddomain: Vec<String>,
    /// For UDP, with `udp://`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub udpdomain: Vec<String>,
    /// For TCP, with `tcp://`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tcpdomain: Vec<String>,
}

/// Changes or gives the domains whose web pages the Mini Program may show, among those of the
/// third-party platform.
///
/// 89019: nothing would change; 89020 and 89021: the third-party platform has none, or not these;
/// 89029: there are as many as there may be; 89231: Mini Programs of persons may not.
#[endpoint(POST "/wxa/setwebviewdomain", title = "配置小程序业务域名",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/domain-management/modifyJumpDomain.html",
    scope(mini), reply = JumpDomains, call = domains.jump)]
pub struct ModifyJumpDomain {
    /// `add`, `delete`, `set` (in place of what is there) or `get`; all of the third-party
    /// platform's are taken if it is left out.
    pub action: Option<String>,
    /// The domains. Not with `get`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub webviewdomain: Vec<String>,
}

/// The domains whose web pages a Mini Program may show.
#[endpoint(part, reply_to(ModifyJumpDomain, ModifyJumpDomainDirectly))]
pub struct JumpDomains {
    /// The domains.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub webviewdomain: Vec<String>,
}

/// Changes or gives the domains whose web pages the Mini Program may show: any that serve the file
/// of [`GetJumpDomainConfirmFile`].
#[endpoint(POST "/wxa/setwebviewdomain_directly", title = "快速配置小程序业务域名",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/domain-management/modifyJumpDomainDirectly.html",
    scope(mini), reply = JumpDomains, call = domains.jump_directly)]
pub struct ModifyJumpDomainDirectly {
    /// `add`, `delete`, `set` (in place of what is there) or `get`.
    pub action: String,
    /// The domains. Not with `get`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub webviewdomain: Vec<String>,
}

/// Gives the file that a host has to serve before its web pages may be shown.
#[endpoint(POST "/wxa/get_webviewdomain_confirmfile", title = "获取业务域名校验文件",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/domain-management/getJumpDomainConfirmFile.html",
    scope(mini), retry = safe, reply = ConfirmFile, call = domains.jump_confirm_file)]
pub struct GetJumpDomainConfirmFile {}

/// Gives the file that a host has to serve before QR codes with its addresses may open the Mini
/// Program.
#[endpoint(POST "/cgi-bin/wxopen/qrcodejumpdownload", title = "获取校验文件名称及内容",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/jumpqrcode-config/downloadQRCodeText.html",
    scope(mini), retry = safe, reply = ConfirmFile, call = domains.qr_code_confirm_file)]
pub struct GetQrCodeJumpFile {}

/// A file that a host has to serve at its root.
#[endpoint(part, reply_to(GetJumpDomainConfirmFile, GetQrCodeJumpFile))]
pub struct ConfirmFile {
    /// Its name.
    pub file_name: String,
    /// What is in it.
    pub file_content: String,
}

/// Gives the domains that the released version may connect to, by who has set them.
#[endpoint(POST "/wxa/get_effective_domain", title = "获取发布后生效服务器域名列表",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/domain-management/getEffectiveServerDomain.html",
    scope(mini), retry = safe, reply = EffectiveServerDomains, call = domains.effective_server)]
pub struct GetEffectiveServerDomain {}

/// The domains that the released version of a Mini Program may connect to.
#[endpoint(part, reply_to(GetEffectiveServerDomain))]
pub struct EffectiveServerDomains {
    /// Set in the Mini Program's console.
    pub mp_domain: Option<ServerDomains>,
    /// Set by the third-party platform.
    pub third_domain: Option<ServerDomains>,
    /// Set by [`ModifyServerDomainDirectly`].
    pub direct_domain: Option<ServerDomains>,
    /// All of them.
    pub effective_domain: Option<ServerDomains>,
}

/// Gives the domains whose web pages the released version may show, by who has set them.
#[endpoint(POST "/wxa/get_effective_webviewdomain", title = "获取发布后生效业务域名列表",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/domain-management/getEffectiveJumpDomain.html",
    scope(mini), retry = safe, reply = EffectiveJumpDomains, call = domains.effective_jump)]
pub struct GetEffectiveJumpDomain {}

/// The domains whose web pages the released version of a Mini Program may show.
#[endpoint(part, reply_to(GetEffectiveJumpDomain))]
pub struct EffectiveJumpDomains {
    /// Set in the Mini Program's console.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mp_webviewdomain: Vec<String>,
    /// Set by the third-party platform.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub third_webviewdomain: Vec<String>,
    /// Set by [`ModifyJumpDomainDirectly`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub direct_webviewdomain: Vec<String>,
    /// All of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub effective_webviewdomain: Vec<String>,
}

/// Gives the domains whose addresses are looked up before the Mini Program starts.
#[endpoint(GET "/wxa/get_prefetchdnsdomain", title = "获取DNS预解析域名",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/domain-management/getPrefetchDomain.html",
    scope(mini), reply = PrefetchDomains, call = domains.prefetch)]
pub struct GetPrefetchDomains {}

/// Domains whose addresses are looked up in advance.
#[endpoint(part, reply_to(GetPrefetchDomains))]
pub struct PrefetchDomains {
    /// The domains.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub prefetch_dns_domain: Vec<PrefetchDomain>,
    /// How many there may be.
    pub size_limit: Option<u32>,
}

/// A domain whose address is looked up in advance.
#[endpoint(part)]
pub struct PrefetchDomain {
    /// The domain.
    pub url: String,
    /// Where it is in the platform's hands; not for requests.
    pub status: Option<u32>,
}

/// Sets the domains whose addresses are looked up before the Mini Program starts, in place of those
/// before.
#[endpoint(POST "/wxa/set_prefetchdnsdomain", title = "设置DNS预解析域名",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/domain-management/setPrefetchDomain.html",
    scope(mini), retry = safe, call = domains.set_prefetch)]
pub struct SetPrefetchDomains {
    /// The domains.
    pub prefetch_dns_domain: Vec<PrefetchDomain>,
}
