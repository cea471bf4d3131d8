//! The accounts that have authorized a third-party platform (授权账号管理). `/cgi-bin/component/api_get_authorizer_*`

use weixin_api::{Paged, Timestamp, endpoint, group};
use weixin_protocol::{AppId, Secret};

use crate::authorization::FuncInfo;

group! {
    /// The accounts that have authorized the third-party platform (授权账号管理).
    authorized_accounts: [GetAuthorizerInfo, GetAuthorizers, GetAuthorizerOption, SetAuthorizerOption, GetAuthorizerOptionInfo, SetAuthorizerOptionInfo]
}

/// Tells about an account that has authorized the third-party platform: name, kind, owner, and what
/// it may do for it.
#[endpoint(POST "/cgi-bin/component/api_get_authorizer_info", title = "获取授权账号详情",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/authorization-management/getAuthorizerInfo.html",
    scope(component), auth = component_token, retry = safe, no_errcode, reply = AuthorizedAccount, call = authorized_accounts.get)]
pub struct GetAuthorizerInfo {
    /// The third-party platform; the caller itself if left out.
    #[account_default(id)]
    pub component_appid: Option<AppId>,
    /// The account.
    pub authorizer_appid: AppId,
}

/// An account that has authorized a third-party platform.
#[endpoint(part, reply_to(GetAuthorizerInfo))]
pub struct AuthorizedAccount {
    /// The account.
    pub authorizer_info: AuthorizerInfo,
    /// What it has authorized.
    pub authorization_info: Option<GrantedRights>,
}

/// What is known of an account.
#[endpoint(part)]
pub struct AuthorizerInfo {
    /// Its name.
    pub nick_name: Option<String>,
    /// The address of its picture.
    pub head_img: Option<String>,
    /// Its kind. Official Accounts: 0 and 1 are subscription accounts, 2 service accounts. Mini
    /// Programs: 0.
    pub service_type_info: Option<NumberedName>,
    /// Whether it is verified: -1 is not, 0 is.
    pub verify_type_info: Option<NumberedName>,
    /// Its own name (`gh_…`).
    pub user_name: Option<String>,
    /// Who owns it.
    pub principal_name: Option<String>,
    /// The WeChat name of an Official Account; may be empty.
    pub alias: Option<String>,
    /// Which functions it uses.
    pub business_info: Option<BusinessInfo>,
    /// The address of its QR code. Keep a copy of the picture.
    pub qrcode_url: Option<String>,
    /// How a Mini Program describes itself.
    pub signature: Option<String>,
    /// Not used any more.
    pub idc: Option<i64>,
    /// There if it is a Mini Program.
    #[serde(rename = "MiniProgramInfo")]
    pub mini_program_info: Option<MiniProgramInfo>,
    /// How a Mini Program was made; 0 is the ordinary way, others are by way of a third-party
    /// platform.
    pub register_type: Option<u32>,
    /// 1 normal, 14 closed, 16 blocked, 18 reported, 19 frozen.
    pub account_status: Option<u32>,
    /// What its owner has left.
    pub basic_config: Option<BasicConfig>,
    /// There if it is an account of WeChat Channels (视频号).
    pub channels_info: Option<ChannelsInfo>,
}

/// A number that stands for something, and at times its name.
#[endpoint(part)]
pub struct NumberedName {
    /// The number.
    pub id: i64,
    /// The name.
    pub name: Option<String>,
}

/// Which functions an account uses.
#[endpoint(part)]
pub struct BusinessInfo {
    /// The shop.
    #[serde(
        with = "weixin_api::bool_as_int::option",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub open_store: Option<bool>,
    /// Scanning goods.
    #[serde(
        with = "weixin_api::bool_as_int::option",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub open_scan: Option<bool>,
    /// WeChat Pay.
    #[serde(
        with = "weixin_api::bool_as_int::option",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub open_pay: Option<bool>,
    /// Coupons.
    #[serde(
        with = "weixin_api::bool_as_int::option",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub open_card: Option<bool>,
    /// Shaking the phone.
    #[serde(
        with = "weixin_api::bool_as_int::option",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub open_shake: Option<bool>,
}

/// What is known of a Mini Program.
#[endpoint(part)]
pub struct MiniProgramInfo {
    /// Where it may connect to.
    pub network: Option<Network>,
    /// Its categories.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub categories: Vec<CategoryNames>,
    /// Whether it can be visited.
    pub visit_status: Option<u32>,
}

/// Where a Mini Program may connect to.
#[endpoint(part)]
pub struct Network {
    /// Requests.
    #[serde(rename = "RequestDomain", default, skip_serializing_if = "Vec::is_empty")]
    pub request_domain: Vec<String>,
    /// Web sockets.
    #[serde(rename = "WsRequestDomain", default, skip_serializing_if = "Vec::is_empty")]
    pub ws_request_domain: Vec<String>,
    /// Uploads.
    #[serde(rename = "UploadDomain", default, skip_serializing_if = "Vec::is_empty")]
    pub upload_domain: Vec<String>,
    /// Downloads.
    #[serde(rename = "DownloadDomain", default, skip_serializing_if = "Vec::is_empty")]
    pub download_domain: Vec<String>,
    /// UDP.
    #[serde(rename = "UDPDomain", default, skip_serializing_if = "Vec::is_empty")]
    pub udp_domain: Vec<String>,
    /// TCP.
    #[serde(rename = "TCPDomain", default, skip_serializing_if = "Vec::is_empty")]
    pub tcp_domain: Vec<String>,
    /// Web pages inside it.
    #[serde(rename = "BizDomain", default, skip_serializing_if = "Vec::is_empty")]
    pub biz_domain: Vec<String>,
    /// Names resolved in advance.
    #[serde(rename = "PrefetchDNSDomain", default, skip_serializing_if = "Vec::is_empty")]
    pub prefetch_dns_domain: Vec<String>,
    /// Requests, as they will be after a review.
    #[serde(rename = "NewRequestDomain", default, skip_serializing_if = "Vec::is_empty")]
    pub new_request_domain: Vec<String>,
    /// Web sockets, as they will be after a review.
    #[serde(rename = "NewWsRequestDomain", default, skip_serializing_if = "Vec::is_empty")]
    pub new_ws_request_domain: Vec<String>,
    /// Uploads, as they will be after a review.
    #[serde(rename = "NewUploadDomain", default, skip_serializing_if = "Vec::is_empty")]
    pub new_upload_domain: Vec<String>,
    /// Downloads, as they will be after a review.
    #[serde(rename = "NewDownloadDomain", default, skip_serializing_if = "Vec::is_empty")]
    pub new_download_domain: Vec<String>,
    /// UDP, as it will be after a review.
    #[serde(rename = "NewUDPDomain", default, skip_serializing_if = "Vec::is_empty")]
    pub new_udp_domain: Vec<String>,
    /// TCP, as it will be after a review.
    #[serde(rename = "NewTCPDomain", default, skip_serializing_if = "Vec::is_empty")]
    pub new_tcp_domain: Vec<String>,
    /// Web pages inside it, as they will be after a review.
    #[serde(rename = "NewBizDomain", default, skip_serializing_if = "Vec::is_empty")]
    pub new_biz_domain: Vec<String>,
    /// Names resolved in advance, as they will be after a review.
    #[serde(rename = "NewPrefetchDNSDomain", default, skip_serializing_if = "Vec::is_empty")]
    pub new_prefetch_dns_domain: Vec<String>,
}

/// A category, by its names.
#[endpoint(part)]
pub struct CategoryNames {
    /// Of the first level.
    pub first: String,
    /// Of the second.
    pub second: Option<String>,
}

/// What an owner has left with the platform.
#[endpoint(part)]
pub struct BasicConfig {
    /// Whether a phone number is there.
    #[serde(
        with = "weixin_api::bool_as_int::option",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub is_phone_configured: Option<bool>,
    /// Whether an e-mail address is there, and confirmed.
    #[serde(
        with = "weixin_api::bool_as_int::option",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub is_email_configured: Option<bool>,
}

/// An account of WeChat Channels.
#[endpoint(part)]
pub struct ChannelsInfo {
    /// Its kind.
    #[serde(rename = "type")]
    pub type_: Option<i64>,
}

/// What an account has authorized.
#[endpoint(part)]
pub struct GrantedRights {
    /// The account.
    pub authorizer_appid: Option<AppId>,
    /// Its token; usually left out here.
    #[serde(serialize_with = "weixin_api::expose_some")]
    pub authorizer_access_token: Option<Secret>,
    /// What obtains its next token.
    #[serde(serialize_with = "weixin_api::expose_some")]
    pub authorizer_refresh_token: Option<Secret>,
    /// How many seconds the token lives.
    pub expires_in: Option<u64>,
    /// The rights that were granted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub func_info: Vec<FuncInfo>,
}

/// Gives the accounts that have authorized the third-party platform, up to 500 at a time.
///
/// `wx.authorized_accounts().list(0, 500).pages()` walks through all of them.
#[endpoint(POST "/cgi-bin/component/api_get_authorizer_list", title = "拉取已授权的账号信息",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/authorization-management/getAuthorizerList.html",
    scope(component), auth = component_token, retry = safe, no_errcode, reply = Authorizers, call = authorized_accounts.list)]
pub struct GetAuthorizers {
    /// The third-party platform; the caller itself if left out.
    #[account_default(id)]
    pub component_appid: Option<AppId>,
    /// How many to skip.
    pub offset: u64,
    /// How many to give: 1 to 500.
    pub count: u64,
}

/// A page of the accounts that have authorized a third-party platform.
#[endpoint(part, reply_to(GetAuthorizers))]
pub struct Authorizers {
    /// How many there are in all.
    pub total_count: u64,
    /// The page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub list: Vec<AuthorizerListed>,
}

/// An account that has authorized a third-party platform.
#[endpoint(part)]
pub struct AuthorizerListed {
    /// The account.
    pub authorizer_appid: AppId,
    /// What obtains its token.
    #[serde(serialize_with = "weixin_api::expose_some")]
    pub refresh_token: Option<Secret>,
    /// When it did.
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

/// Tells a setting of an account; see [`SetAuthorizerOption`] for which there are.
///
/// 61007: the account has not granted the right that belongs to the setting.
#[endpoint(POST "/cgi-bin/component/api_get_authorizer_option", title = "获取授权方选项信息",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/authorization-management/getAuthorizerOptionInfo.html",
    scope(component), auth = component_token, retry = safe, reply = AuthorizerOption, call = authorized_accounts.option)]
pub struct GetAuthorizerOption {
    /// The third-party platform; the caller itself if left out.
    #[account_default(id)]
    pub component_appid: Option<AppId>,
    /// The account.
    pub authorizer_appid: Option<AppId>,
    /// The setting.
    pub option_name: String,
}

/// A setting of an account.
#[endpoint(part, reply_to(GetAuthorizerOption, GetAuthorizerOptionInfo))]
pub struct AuthorizerOption {
    /// The account.
    pub authorizer_appid: Option<AppId>,
    /// The setting.
    pub option_name: Option<String>,
    /// Its value.
    pub option_value: Option<String>,
}

/// Changes a setting of an account.
///
/// 61007: the account has not granted the right that belongs to the setting.
///
/// * `location_report`: whether users' places are told: `0` never, `1` when they enter the chat,
///   `2` every five seconds.
/// * `voice_recognize`: whether speech is recognized: `0` or `1`.
/// * `customer_service`: whether there is customer service: `0` or `1`.
#[endpoint(POST "/cgi-bin/component/api_set_authorizer_option", title = "设置授权方选项信息",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/authorization-management/setAuthorizerOptionInfo.html",
    scope(component), auth = component_token, retry = safe, call = authorized_accounts.set_option)]
pub struct SetAuthorizerOption {
    /// The third-party platform; the caller itself if left out.
    #[account_default(id)]
    pub component_appid: Option<AppId>,
    /// The account.
    pub authorizer_appid: Option<AppId>,
    /// The setting.
    pub option_name: String,
    /// Its value.
    pub option_value: String,
}

/// Tells a setting, by the present address of [`GetAuthorizerOption`].
///
/// The platform's page names neither account as a field; both may be given.
#[endpoint(POST "/cgi-bin/component/get_authorizer_option", title = "获取授权方选项信息",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/authorization-management/api_getauthorizeroptioninfo.html",
    scope(component), auth = component_token, retry = safe, reply = AuthorizerOption)]
pub struct GetAuthorizerOptionInfo {
    /// The third-party platform; the caller itself if left out.
    #[account_default(id)]
    pub component_appid: Option<AppId>,
    /// The account.
    pub authorizer_appid: Option<AppId>,
    /// The setting.
    pub option_name: String,
}

/// Changes a setting, by the present address of [`SetAuthorizerOption`].
///
/// The platform's page names neither account as a field; both may be given.
#[endpoint(POST "/cgi-bin/component/set_authorizer_option", title = "设置授权方选项信息",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/authorization-management/api_setauthorizeroptioninfo.html",
    scope(component), auth = component_token, retry = safe)]
pub struct SetAuthorizerOptionInfo {
    /// The third-party platform; the caller itself if left out.
    #[account_default(id)]
    pub component_appid: Option<AppId>,
    /// The account.
    pub authorizer_appid: Option<AppId>,
    /// The setting.
    pub option_name: String,
    /// Its value.
    pub option_value: String,
}
