//! Domains of a Mini Program (域名管理): those that it may connect to, and those whose web pages it may
//! show. `/wxa/modify_domain`, `/wxa/setwebviewdomain`
//!
//! The ordinary calls accept domains that are set for the third-party platform; those whose names end
//! in `Directly` accept any domain.

use weixin_api::{endpoint, group};

use crate::domain_action::DomainAction;

group! {
    /// Domains of the Mini Program (域名管理).
    domains: [
        ModifyServerDomain, ModifyServerDomainDirectly, ModifyJumpDomain, ModifyJumpDomainDirectly,
        GetJumpDomainConfirmFile, GetQrCodeJumpFile, GetEffectiveServerDomain,
        GetEffectiveJumpDomain, GetPrefetchDomains, SetPrefetchDomains,
    ]
}

/// Changes or returns the domains that the Mini Program may connect to (服务器域名), among those of the
/// third-party platform.
///
/// Fails with 85015 when the Mini Program does not belong to the third-party platform, with 85016
/// when the highest number of domains is exceeded, with 85017 when no domain is new, and with 85018
/// when one is not among those of the third-party platform.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Mini};
/// # use weixin_open::{domain::*, domain_action::*};
/// # async fn example(wx: impl Caller<Kind = Mini>) -> Result<(), Error> {
/// let domains = wx
///     .domains()
///     .server(DomainAction::Set)
///     .with(|domains| domains.requestdomain(["https://api.example.com".to_owned()]))
///     .with(|domains| domains.wsrequestdomain(["wss://api.example.com".to_owned()]))
///     .await?;
/// println!("not accepted: {:?}", domains.invalid_requestdomain);
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/wxa/modify_domain", title = "配置小程序服务器域名",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/domain-management/modifyServerDomain.html",
    scope(mini), reply = ServerDomains, call = domains.server)]
pub struct ModifyServerDomain {
    /// What to do.
    pub action: DomainAction,
    /// Domains for requests, with `https://`; not needed for [`DomainAction::Get`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub requestdomain: Vec<String>,
    /// Domains for web sockets, with `wss://`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub wsrequestdomain: Vec<String>,
    /// Domains for uploads, with `https://`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub uploaddomain: Vec<String>,
    /// Domains for downloads, with `https://`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub downloaddomain: Vec<String>,
    /// Domains for UDP, with `udp://`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub udpdomain: Vec<String>,
    /// Domains for TCP, with `tcp://`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tcpdomain: Vec<String>,
}

/// The domains that a Mini Program may connect to.
#[endpoint(part, reply_to(ModifyServerDomain, ModifyServerDomainDirectly))]
pub struct ServerDomains {
    /// Domains for requests.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub requestdomain: Vec<String>,
    /// Domains for web sockets.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub wsrequestdomain: Vec<String>,
    /// Domains for uploads.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub uploaddomain: Vec<String>,
    /// Domains for downloads.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub downloaddomain: Vec<String>,
    /// Domains for UDP.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub udpdomain: Vec<String>,
    /// Domains for TCP.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tcpdomain: Vec<String>,
    /// Domains for requests that were not accepted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub invalid_requestdomain: Vec<String>,
    /// Domains for web sockets that were not accepted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub invalid_wsrequestdomain: Vec<String>,
    /// Domains for uploads that were not accepted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub invalid_uploaddomain: Vec<String>,
    /// Domains for downloads that were not accepted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub invalid_downloaddomain: Vec<String>,
    /// Domains for UDP that were not accepted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub invalid_udpdomain: Vec<String>,
    /// Domains for TCP that were not accepted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub invalid_tcpdomain: Vec<String>,
    /// Domains without an ICP filing (未备案).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub no_icp_domain: Vec<String>,
}

/// Changes or returns the domains that the Mini Program may connect to (服务器域名). Any domain with an
/// ICP filing can be added.
#[endpoint(POST "/wxa/modify_domain_directly", title = "快速配置小程序服务器域名",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/domain-management/modifyServerDomainDirectly.html",
    scope(mini), reply = ServerDomains, call = domains.server_directly)]
pub struct ModifyServerDomainDirectly {
    /// What to do.
    pub action: DomainAction,
    /// Domains for requests, with `https://`; not needed for [`DomainAction::Get`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub requestdomain: Vec<String>,
    /// Domains for web sockets, with `wss://`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub wsrequestdomain: Vec<String>,
    /// Domains for uploads, with `https://`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub uploaddomain: Vec<String>,
    /// Domains for downloads, with `https://`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub downloaddomain: Vec<String>,
    /// Domains for UDP, with `udp://`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub udpdomain: Vec<String>,
    /// Domains for TCP, with `tcp://`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tcpdomain: Vec<String>,
}

/// Changes or returns the domains whose web pages the Mini Program may show (业务域名), among those of
/// the third-party platform.
///
/// Fails with 89019 when nothing would change, with 89020 when the third-party platform has no such
/// domains, with 89021 when it does not have these, with 89029 when the highest number of domains
/// is exceeded, and with 89231 for Mini Programs of persons.
#[endpoint(POST "/wxa/setwebviewdomain", title = "配置小程序业务域名",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/domain-management/modifyJumpDomain.html",
    scope(mini), reply = JumpDomains, call = domains.jump)]
pub struct ModifyJumpDomain {
    /// What to do. If left out, all domains of the third-party platform are added.
    pub action: Option<DomainAction>,
    /// The domains; not needed for [`DomainAction::Get`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub webviewdomain: Vec<String>,
}

/// The domains whose web pages a Mini Program may show.
#[endpoint(part, reply_to(ModifyJumpDomain, ModifyJumpDomainDirectly))]
pub struct JumpDomains {
    /// The domains in the list.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub webviewdomain: Vec<String>,
}

/// Changes or returns the domains whose web pages the Mini Program may show (业务域名). Any domain that
/// serves the file of [`GetJumpDomainConfirmFile`] can be added.
#[endpoint(POST "/wxa/setwebviewdomain_directly", title = "快速配置小程序业务域名",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/domain-management/modifyJumpDomainDirectly.html",
    scope(mini), reply = JumpDomains, call = domains.jump_directly)]
pub struct ModifyJumpDomainDirectly {
    /// What to do.
    pub action: DomainAction,
    /// The domains; not needed for [`DomainAction::Get`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub webviewdomain: Vec<String>,
}

/// Returns the file that a host must serve before its web pages may be shown.
#[endpoint(POST "/wxa/get_webviewdomain_confirmfile", title = "获取业务域名校验文件",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/domain-management/getJumpDomainConfirmFile.html",
    scope(mini), retry = safe, reply = ConfirmFile, call = domains.jump_confirm_file)]
pub struct GetJumpDomainConfirmFile {}

/// Returns the file that a host must serve before QR codes with its addresses may open the Mini
/// Program.
#[endpoint(POST "/cgi-bin/wxopen/qrcodejumpdownload", title = "获取校验文件名称及内容",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/jumpqrcode-config/downloadQRCodeText.html",
    scope(mini), retry = safe, reply = ConfirmFile, call = domains.qr_code_confirm_file)]
pub struct GetQrCodeJumpFile {}

/// A file that a host must serve at its root.
#[endpoint(part, reply_to(GetJumpDomainConfirmFile, GetQrCodeJumpFile))]
pub struct ConfirmFile {
    /// The name of the file at the root of the host.
    pub file_name: String,
    /// The exact content of the file.
    pub file_content: String,
}

/// Returns the domains that the released version may connect to, by their origin.
#[endpoint(POST "/wxa/get_effective_domain", title = "获取发布后生效服务器域名列表",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/domain-management/getEffectiveServerDomain.html",
    scope(mini), retry = safe, reply = EffectiveServerDomains, call = domains.effective_server)]
pub struct GetEffectiveServerDomain {}

/// The domains that the released version of a Mini Program may connect to.
#[endpoint(part, reply_to(GetEffectiveServerDomain))]
pub struct EffectiveServerDomains {
    /// Domains set in the console of the Mini Program.
    pub mp_domain: Option<ServerDomains>,
    /// Domains set by the third-party platform.
    pub third_domain: Option<ServerDomains>,
    /// Domains set by [`ModifyServerDomainDirectly`].
    pub direct_domain: Option<ServerDomains>,
    /// All domains in effect.
    pub effective_domain: Option<ServerDomains>,
}

/// Returns the domains whose web pages the released version may show, by their origin.
#[endpoint(POST "/wxa/get_effective_webviewdomain", title = "获取发布后生效业务域名列表",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/domain-management/getEffectiveJumpDomain.html",
    scope(mini), retry = safe, reply = EffectiveJumpDomains, call = domains.effective_jump)]
pub struct GetEffectiveJumpDomain {}

/// The domains whose web pages the released version of a Mini Program may show.
#[endpoint(part, reply_to(GetEffectiveJumpDomain))]
pub struct EffectiveJumpDomains {
    /// Domains set in the console of the Mini Program.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mp_webviewdomain: Vec<String>,
    /// Domains set by the third-party platform.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub third_webviewdomain: Vec<String>,
    /// Domains set by [`ModifyJumpDomainDirectly`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub direct_webviewdomain: Vec<String>,
    /// All domains in effect.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub effective_webviewdomain: Vec<String>,
}

/// Returns the domains that are resolved before the Mini Program starts (DNS 预解析域名).
#[endpoint(GET "/wxa/get_prefetchdnsdomain", title = "获取DNS预解析域名",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/domain-management/getPrefetchDomain.html",
    scope(mini), reply = PrefetchDomains, call = domains.prefetch)]
pub struct GetPrefetchDomains {}

/// The domains that are resolved in advance.
#[endpoint(part, reply_to(GetPrefetchDomains))]
pub struct PrefetchDomains {
    /// The domains in the list.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub prefetch_dns_domain: Vec<PrefetchDomain>,
    /// The highest number of domains.
    pub size_limit: Option<u32>,
}

/// A domain that is resolved in advance.
#[endpoint(part)]
pub struct PrefetchDomain {
    /// The domain, such as `d1.com`.
    pub url: String,
    /// The state of the domain at the platform, as a number; only in replies.
    pub status: Option<u32>,
}

/// Replaces the domains that are resolved before the Mini Program starts (DNS 预解析域名).
#[endpoint(POST "/wxa/set_prefetchdnsdomain", title = "设置DNS预解析域名",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/domain-management/setPrefetchDomain.html",
    scope(mini), retry = safe, call = domains.set_prefetch)]
pub struct SetPrefetchDomains {
    /// The domains, without a status.
    pub prefetch_dns_domain: Vec<PrefetchDomain>,
}
