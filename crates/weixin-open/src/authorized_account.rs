//! The accounts that have authorized a third-party platform (授权账号管理). `/cgi-bin/component/api_get_authorizer_*`

use weixin_api::{Paged, StringEnum, Timestamp, endpoint, group, int_enum};
use weixin_protocol::{AppId, Secret};

use crate::authorization::FuncInfo;

group! {
    /// The accounts that have authorized the third-party platform (授权账号管理).
    authorized_accounts: [
        GetAuthorizerInfo, GetAuthorizers, GetAuthorizerOption, SetAuthorizerOption,
        GetAuthorizerOptionInfo, SetAuthorizerOptionInfo,
    ]
}

/// Returns an account that has authorized the third-party platform: name, kind, owner and granted
/// permissions.
///
/// Fails with 61003 when the account has not authorized the third-party platform.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Component};
/// # use weixin_open::authorized_account::*;
/// # async fn example(wx: impl Caller<Kind = Component>) -> Result<(), Error> {
/// let account = wx.authorized_accounts().get("wxb1a2c3d4e5f60718").await?.authorizer_info;
/// println!("{:?} of {:?}", account.nick_name, account.principal_name);
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/component/api_get_authorizer_info", title = "获取授权账号详情",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/authorization-management/getAuthorizerInfo.html",
    scope(component), auth = component_token, retry = safe, no_errcode, reply = AuthorizedAccount, call = authorized_accounts.get)]
pub struct GetAuthorizerInfo {
    /// The third-party platform; the caller itself if left out.
    #[account_default(id)]
    pub component_appid: Option<AppId>,
    /// The account that has authorized the third-party platform.
    pub authorizer_appid: AppId,
}

/// An account that has authorized a third-party platform.
#[endpoint(part, reply_to(GetAuthorizerInfo))]
pub struct AuthorizedAccount {
    /// The data of the account.
    pub authorizer_info: AuthorizerInfo,
    /// The granted permissions.
    pub authorization_info: Option<GrantedRights>,
}

/// The data of an account.
#[endpoint(part)]
pub struct AuthorizerInfo {
    /// The name of the account.
    pub nick_name: Option<String>,
    /// The address of the account's picture.
    pub head_img: Option<String>,
    /// The type of the account. Official Accounts: 0 and 1 subscription account (订阅号), 2 service
    /// account (服务号). Mini Programs: 0 ordinary Mini Program.
    pub service_type_info: Option<NumberedName>,
    /// The verification of the account: -1 not verified (未认证), 0 verified (微信认证).
    pub verify_type_info: Option<NumberedName>,
    /// The original id of the account (原始 ID, `gh_…`).
    pub user_name: Option<String>,
    /// The name of the account's owner (主体名称).
    pub principal_name: Option<String>,
    /// The WeChat ID of an Official Account (微信号); may be empty.
    pub alias: Option<String>,
    /// The functions that the account has enabled.
    pub business_info: Option<BusinessInfo>,
    /// The address of the account's QR code. The address expires, so keep a copy of the picture.
    pub qrcode_url: Option<String>,
    /// The description of a Mini Program (功能介绍).
    pub signature: Option<String>,
    /// No longer used.
    pub idc: Option<i64>,
    /// The data of a Mini Program; missing for Official Accounts.
    #[serde(rename = "MiniProgramInfo")]
    pub mini_program_info: Option<MiniProgramInfo>,
    /// How a Mini Program was registered.
    pub register_type: Option<RegisterType>,
    /// The state of the account.
    pub account_status: Option<AccountStatus>,
    /// The contact data that the owner has entered.
    pub basic_config: Option<BasicConfig>,
    /// The data of a Channels account (视频号); missing for others.
    pub channels_info: Option<ChannelsInfo>,
}

int_enum! {
    /// The state of an account (账号状态).
    pub enum AccountStatus {
        /// It is in order (正常).
        Normal = 1,
        /// Its owner has closed it (已注销).
        Closed = 14,
        /// The platform has banned it (已封禁).
        Banned = 16,
        /// The platform has issued a warning (已告警).
        Warned = 18,
        /// It is frozen (已冻结).
        Frozen = 19,
    }
}

int_enum! {
    /// How a Mini Program was registered (注册方式).
    pub enum RegisterType {
        /// In the ordinary way (普通方式注册).
        Ordinary = 0,
        /// With the qualification of an Official Account (复用公众号创建小程序).
        FromOfficialAccount = 2,
        /// For a company whose legal representative has confirmed it (法人扫脸创建企业小程序).
        Company = 6,
        /// As a Mini Program on trial (创建试用小程序).
        Beta = 13,
        /// For a person (创建个人小程序).
        Personal = 16,
    }
}

/// A number from a list of the platform, with its name.
#[endpoint(part)]
pub struct NumberedName {
    /// The number; its meaning is told where this stands.
    pub id: i64,
    /// The name of the number.
    pub name: Option<String>,
}

/// The functions that an account has enabled.
#[endpoint(part)]
pub struct BusinessInfo {
    /// Whether WeChat stores (微信门店) are enabled.
    #[serde(
        with = "weixin_api::bool_as_int::option",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub open_store: Option<bool>,
    /// Whether product scanning (微信扫商品) is enabled.
    #[serde(
        with = "weixin_api::bool_as_int::option",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub open_scan: Option<bool>,
    /// Whether WeChat Pay (微信支付) is enabled.
    #[serde(
        with = "weixin_api::bool_as_int::option",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub open_pay: Option<bool>,
    /// Whether cards and coupons (微信卡券) are enabled.
    #[serde(
        with = "weixin_api::bool_as_int::option",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub open_card: Option<bool>,
    /// Whether shaking (微信摇一摇) is enabled.
    #[serde(
        with = "weixin_api::bool_as_int::option",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub open_shake: Option<bool>,
}

/// The data of a Mini Program.
#[endpoint(part)]
pub struct MiniProgramInfo {
    /// The domains that it may connect to.
    pub network: Option<Network>,
    /// The categories of the Mini Program.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub categories: Vec<CategoryNames>,
    /// Whether the Mini Program can be visited, as the platform numbers it (服务状态).
    pub visit_status: Option<u32>,
}

/// The domains that a Mini Program may connect to (服务器域名).
#[endpoint(part)]
pub struct Network {
    /// Domains for requests (request 合法域名).
    #[serde(rename = "RequestDomain", default, skip_serializing_if = "Vec::is_empty")]
    pub request_domain: Vec<String>,
    /// Domains for web sockets (socket 合法域名).
    #[serde(rename = "WsRequestDomain", default, skip_serializing_if = "Vec::is_empty")]
    pub ws_request_domain: Vec<String>,
    /// Domains for uploads (uploadFile 合法域名).
    #[serde(rename = "UploadDomain", default, skip_serializing_if = "Vec::is_empty")]
    pub upload_domain: Vec<String>,
    /// Domains for downloads (downloadFile 合法域名).
    #[serde(rename = "DownloadDomain", default, skip_serializing_if = "Vec::is_empty")]
    pub download_domain: Vec<String>,
    /// Domains for UDP (udp 合法域名).
    #[serde(rename = "UDPDomain", default, skip_serializing_if = "Vec::is_empty")]
    pub udp_domain: Vec<String>,
    /// Domains for TCP (tcp 合法域名).
    #[serde(rename = "TCPDomain", default, skip_serializing_if = "Vec::is_empty")]
    pub tcp_domain: Vec<String>,
    /// Domains of web pages inside the Mini Program (业务域名).
    #[serde(rename = "BizDomain", default, skip_serializing_if = "Vec::is_empty")]
    pub biz_domain: Vec<String>,
    /// Domains that are resolved in advance (DNS 预解析域名).
    #[serde(rename = "PrefetchDNSDomain", default, skip_serializing_if = "Vec::is_empty")]
    pub prefetch_dns_domain: Vec<String>,
    /// Domains for requests that wait for a review.
    #[serde(rename = "NewRequestDomain", default, skip_serializing_if = "Vec::is_empty")]
    pub new_request_domain: Vec<String>,
    /// Domains for web sockets that wait for a review.
    #[serde(rename = "NewWsRequestDomain", default, skip_serializing_if = "Vec::is_empty")]
    pub new_ws_request_domain: Vec<String>,
    /// Domains for uploads that wait for a review.
    #[serde(rename = "NewUploadDomain", default, skip_serializing_if = "Vec::is_empty")]
    pub new_upload_domain: Vec<String>,
    /// Domains for downloads that wait for a review.
    #[serde(rename = "NewDownloadDomain", default, skip_serializing_if = "Vec::is_empty")]
    pub new_download_domain: Vec<String>,
    /// Domains for UDP that wait for a review.
    #[serde(rename = "NewUDPDomain", default, skip_serializing_if = "Vec::is_empty")]
    pub new_udp_domain: Vec<String>,
    /// Domains for TCP that wait for a review.
    #[serde(rename = "NewTCPDomain", default, skip_serializing_if = "Vec::is_empty")]
    pub new_tcp_domain: Vec<String>,
    /// Domains of web pages that wait for a review.
    #[serde(rename = "NewBizDomain", default, skip_serializing_if = "Vec::is_empty")]
    pub new_biz_domain: Vec<String>,
    /// Domains to resolve in advance that wait for a review.
    #[serde(rename = "NewPrefetchDNSDomain", default, skip_serializing_if = "Vec::is_empty")]
    pub new_prefetch_dns_domain: Vec<String>,
}

/// A category, by its names.
#[endpoint(part)]
pub struct CategoryNames {
    /// The name of the first level.
    pub first: String,
    /// The name of the second level.
    pub second: Option<String>,
}

/// The contact data that an owner has entered.
#[endpoint(part)]
pub struct BasicConfig {
    /// Whether a phone number is bound.
    #[serde(
        with = "weixin_api::bool_as_int::option",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub is_phone_configured: Option<bool>,
    /// Whether an e-mail address is bound and confirmed.
    #[serde(
        with = "weixin_api::bool_as_int::option",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub is_email_configured: Option<bool>,
}

/// The data of a Channels account (视频号).
#[endpoint(part)]
pub struct ChannelsInfo {
    /// The kind of the account, as the platform numbers it.
    #[serde(rename = "type")]
    pub type_: Option<i64>,
}

/// The permissions that an account has granted.
#[endpoint(part)]
pub struct GrantedRights {
    /// The account that has authorized the third-party platform.
    pub authorizer_appid: Option<AppId>,
    /// The account's token; usually missing here.
    #[serde(serialize_with = "weixin_api::expose_some")]
    pub authorizer_access_token: Option<Secret>,
    /// The token that obtains the account's next token.
    #[serde(serialize_with = "weixin_api::expose_some")]
    pub authorizer_refresh_token: Option<Secret>,
    /// Seconds until the token expires.
    pub expires_in: Option<u64>,
    /// The permissions that were granted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub func_info: Vec<FuncInfo>,
}

/// Returns a page of the accounts that have authorized the third-party platform.
///
/// `wx.authorized_accounts().list(0, 500).pages()` returns all of them.
#[endpoint(POST "/cgi-bin/component/api_get_authorizer_list", title = "拉取已授权的账号信息",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/authorization-management/getAuthorizerList.html",
    scope(component), auth = component_token, retry = safe, no_errcode, reply = Authorizers, call = authorized_accounts.list)]
pub struct GetAuthorizers {
    /// The third-party platform; the caller itself if left out.
    #[account_default(id)]
    pub component_appid: Option<AppId>,
    /// The first entry, from 0.
    pub offset: u64,
    /// The number of entries: 1 to 500.
    pub count: u64,
}

/// A page of the accounts that have authorized a third-party platform.
#[endpoint(part, reply_to(GetAuthorizers))]
pub struct Authorizers {
    /// The number of accounts.
    pub total_count: u64,
    /// The accounts on this page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub list: Vec<AuthorizerListed>,
}

/// An account that has authorized a third-party platform.
#[endpoint(part)]
pub struct AuthorizerListed {
    /// The account that has authorized the third-party platform.
    pub authorizer_appid: AppId,
    /// The token that obtains the account's token.
    #[serde(serialize_with = "weixin_api::expose_some")]
    pub refresh_token: Option<Secret>,
    /// When the owner authorized the third-party platform.
    pub auth_time: Option<Timestamp>,
}

impl Paged for GetAuthorizers {
    type Item = AuthorizerListed;
    fn split_page(self, page: Authorizers) -> (Vec<AuthorizerListed>, Option<Self>) {
        let offset = self.offset + page.list.len() as u64;
        let more = !page.list.is_empty() && offset < page.total_count;
        (page.list, more.then_some(Self { offset, ..self }))
    }
}

/// Returns a setting of an account.
///
/// Fails with 61007 when the account has not granted the permission that belongs to the setting,
/// and with 61012 when there is no such setting.
#[endpoint(POST "/cgi-bin/component/api_get_authorizer_option", title = "获取授权方选项信息",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/authorization-management/getAuthorizerOptionInfo.html",
    scope(component), auth = component_token, retry = safe, reply = AuthorizerOption, call = authorized_accounts.option)]
pub struct GetAuthorizerOption {
    /// The third-party platform; the caller itself if left out.
    #[account_default(id)]
    pub component_appid: Option<AppId>,
    /// The account that has authorized the third-party platform.
    pub authorizer_appid: Option<AppId>,
    /// The setting that is meant.
    pub option_name: AuthorizerOptionName,
}

/// A setting of an account that a third-party platform may read and change.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum AuthorizerOptionName {
    /// Whether users' locations are reported (地理位置上报): `0` never, `1` when they enter the chat, `2`
    /// every five seconds.
    #[string_enum(rename = "location_report")]
    LocationReport,
    /// Whether voice messages are recognized (语音识别): `0` no, `1` yes.
    #[string_enum(rename = "voice_recognize")]
    VoiceRecognize,
    /// Whether customer service with several agents is enabled (多客服): `0` no, `1` yes.
    #[string_enum(rename = "customer_service")]
    CustomerService,
    /// A value that this version does not know.
    Other(String),
}

/// A setting of an account.
#[endpoint(part, reply_to(GetAuthorizerOption, GetAuthorizerOptionInfo))]
pub struct AuthorizerOption {
    /// The account that has authorized the third-party platform.
    pub authorizer_appid: Option<AppId>,
    /// The setting that is meant.
    pub option_name: Option<AuthorizerOptionName>,
    /// The value of the setting; see [`AuthorizerOptionName`] for the values of each.
    pub option_value: Option<String>,
}

/// Changes a setting of an account.
///
/// Fails with 61007 when the account has not granted the permission that belongs to the setting,
/// with 61012 when there is no such setting, with 61013 when the value is none of its values, and
/// with 61025 when it can only be read.
#[endpoint(POST "/cgi-bin/component/api_set_authorizer_option", title = "设置授权方选项信息",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/authorization-management/setAuthorizerOptionInfo.html",
    scope(component), auth = component_token, retry = safe, call = authorized_accounts.set_option)]
pub struct SetAuthorizerOption {
    /// The third-party platform; the caller itself if left out.
    #[account_default(id)]
    pub component_appid: Option<AppId>,
    /// The account that has authorized the third-party platform.
    pub authorizer_appid: Option<AppId>,
    /// The setting that is meant.
    pub option_name: AuthorizerOptionName,
    /// The value of the setting; see [`AuthorizerOptionName`] for the values of each.
    pub option_value: String,
}

/// Returns a setting of an account, by the present path of [`GetAuthorizerOption`].
///
/// The platform's page has no field for either account; both may be given.
///
/// Fails with the same codes as [`GetAuthorizerOption`].
#[endpoint(POST "/cgi-bin/component/get_authorizer_option", title = "获取授权方选项信息",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/authorization-management/api_getauthorizeroptioninfo.html",
    scope(component), auth = component_token, retry = safe, reply = AuthorizerOption)]
pub struct GetAuthorizerOptionInfo {
    /// The third-party platform; the caller itself if left out.
    #[account_default(id)]
    pub component_appid: Option<AppId>,
    /// The account that has authorized the third-party platform.
    pub authorizer_appid: Option<AppId>,
    /// The setting that is meant.
    pub option_name: AuthorizerOptionName,
}

/// Changes a setting of an account, by the present path of [`SetAuthorizerOption`].
///
/// The platform's page has no field for either account; both may be given.
///
/// Fails with the same codes as [`SetAuthorizerOption`].
#[endpoint(POST "/cgi-bin/component/set_authorizer_option", title = "设置授权方选项信息",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/authorization-management/api_setauthorizeroptioninfo.html",
    scope(component), auth = component_token, retry = safe)]
pub struct SetAuthorizerOptionInfo {
    /// The third-party platform; the caller itself if left out.
    #[account_default(id)]
    pub component_appid: Option<AppId>,
    /// The account that has authorized the third-party platform.
    pub authorizer_appid: Option<AppId>,
    /// The setting that is meant.
    pub option_name: AuthorizerOptionName,
    /// The value of the setting; see [`AuthorizerOptionName`] for the values of each.
    pub option_value: String,
}
