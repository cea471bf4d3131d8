//! Cloud development of a Mini Program (代云开发). `/tcb/*`

use weixin_api::{StringEnum, endpoint, group};
use weixin_protocol::AppId;

use crate::ids::{EnvironmentId, PackageId};

group! {
    /// Cloud development of the Mini Program (代云开发).
    cloud_settings: [
        CreateCloudUser, CheckMobile, CreateOwnEnvironment, GetOwnEnvironments, ShareOwnEnvironment,
        GetCallbackConfig, SetCallbackConfig, GetAppConfig, SetAppConfig, UseCloudAccessToken,
        GetCloudPayAccounts, AuthorizeCloudPay,
    ]
}

weixin_api::string_id! {
    /// A merchant of WeChat Pay (商户号, merchant_code).
    CloudMerchantId
}

/// Enables cloud development for the Mini Program.
#[endpoint(POST "/tcb/createclouduser", title = "开通云开发",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-common/admin-management/createCloudUser.html",
    scope(mini), retry = safe, call = cloud_settings.open)]
pub struct CreateCloudUser {}

/// Returns whether the Mini Program has bound the telephone number that cloud development needs.
#[endpoint(POST "/tcb/checkmobile", title = "检查是否已绑定手机号",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-common/admin-management/checkMobileConfig.html",
    scope(mini), retry = safe, reply = MobileCheck, call = cloud_settings.check_mobile)]
pub struct CheckMobile {
    /// Whether its administrator is asked to bind one if not.
    pub push_tmpl: Option<bool>,
}

/// Whether a Mini Program has bound a telephone number.
#[endpoint(part, reply_to(CheckMobile))]
pub struct MobileCheck {
    /// `true` if it has.
    pub has_mobile: Option<bool>,
}

/// Creates a cloud environment of the Mini Program.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Mini};
/// # use weixin_open::cloud_setting::*;
/// # async fn example(wx: impl Caller<Kind = Mini>) -> Result<(), Error> {
/// wx.cloud_settings().open().await?;
/// let created = wx.cloud_settings().create_environment(("prod-0a1b2c", "prod")).await?;
/// println!("{:?}", created.status);
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/tcb/createenvandresource", title = "创建云环境",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-common/env-management/createEnv.html",
    scope(mini), reply = OwnEnvironmentStatus, call = cloud_settings.create_environment)]
pub struct CreateOwnEnvironment {
    /// The id that the environment gets.
    pub env: EnvironmentId,
    /// The name that the environment gets.
    pub alias: String,
}

/// A cloud environment that is being created.
#[endpoint(part, reply_to(CreateOwnEnvironment))]
pub struct OwnEnvironmentStatus {
    /// The state in Tencent Cloud's words.
    pub status: Option<String>,
}

/// Returns the cloud environments of the Mini Program, or one of them.
#[endpoint(POST "/tcb/getenvinfo", title = "获取云环境信息",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-common/env-management/getEnvInfo.html",
    scope(mini), retry = safe, reply = OwnEnvironments, call = cloud_settings.environments)]
pub struct GetOwnEnvironments {
    /// The environment; all if left out.
    pub env: Option<EnvironmentId>,
}

/// The cloud environments of a Mini Program.
#[endpoint(part, reply_to(GetOwnEnvironments))]
pub struct OwnEnvironments {
    /// The environments with their state.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub info_list: Vec<OwnEnvironment>,
}

/// A cloud environment of a Mini Program.
#[endpoint(part)]
pub struct OwnEnvironment {
    /// The id of the environment.
    pub env: EnvironmentId,
    /// The name of the environment.
    pub alias: Option<String>,
    /// When it was created, as `2006-01-02 15:04:05`.
    pub create_time: Option<String>,
    /// When it was last changed, as `2006-01-02 15:04:05`.
    pub update_time: Option<String>,
    /// The state in Tencent Cloud's words: `NORMAL` if the environment is available.
    pub status: Option<String>,
    /// The package of resources that was bought.
    pub package_id: Option<PackageId>,
    /// The Chinese name of the package.
    pub package_name: Option<String>,
}

/// Shares a cloud environment with another Mini Program.
#[endpoint(POST "/tcb/shareenv", title = "共享云环境",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-common/env-management/shareEnv.html",
    scope(mini), retry = safe, call = cloud_settings.share_environment)]
pub struct ShareOwnEnvironment {
    /// The cloud environment.
    pub env: EnvironmentId,
    /// The Mini Program that may use the environment.
    pub appid: AppId,
}

/// Returns which pushes go to functions and containers.
#[endpoint(POST "/tcb/getcallbackconfig", title = "获取云函数消息推送配置",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-common/msg-push/getCallBackConfig.html",
    scope(mini), retry = safe, reply = CallbackConfig, call = cloud_settings.callback)]
pub struct GetCallbackConfig {}

/// The pushes that go to functions and containers.
#[endpoint(part, reply_to(GetCallbackConfig))]
pub struct CallbackConfig {
    /// The pushes and where they go.
    pub data: Option<CallbackSettings>,
}

/// Where pushes go.
#[endpoint(part)]
pub struct CallbackSettings {
    /// The pushes that go to functions.
    pub function_config: Option<FunctionCallbacks>,
    /// The pushes that go to a container.
    pub container_config: Option<ContainerCallback>,
}

/// The pushes that go to functions.
#[endpoint(part)]
pub struct FunctionCallbacks {
    /// Whether any pushes go to functions.
    pub enable: Option<bool>,
    /// The function for each kind of push.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub callbacks: Vec<FunctionCallback>,
}

/// A kind of push that goes to a function.
#[endpoint(part)]
pub struct FunctionCallback {
    /// The `MsgType` of the push.
    #[serde(rename = "msgType")]
    pub msg_type: String,
    /// The `Event` of the push; empty for messages.
    pub event: Option<String>,
    /// The cloud environment.
    pub env: Option<EnvironmentId>,
    /// The name of the function.
    #[serde(rename = "functionName")]
    pub function_name: Option<String>,
    /// Whether these pushes go to the function.
    pub enable: Option<bool>,
}

/// The pushes that go to a container.
#[endpoint(part)]
pub struct ContainerCallback {
    /// Whether pushes go to the container.
    pub enable: Option<bool>,
    /// The cloud environment of the container.
    pub qbase_env: Option<EnvironmentId>,
    /// The path that the pushes are posted to.
    pub qbase_container_path: Option<String>,
    /// The format of the pushes, as the platform numbers it.
    pub text_mode: Option<i64>,
}

/// Sets which pushes go to functions and containers.
#[endpoint(POST "/tcb/setcallbackconfig", title = "设置云函数消息推送",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-common/msg-push/setCallBackConfig.html",
    scope(mini), retry = safe, call = cloud_settings.set_callback)]
pub struct SetCallbackConfig {
    /// The pushes that go to functions.
    pub function_config: Option<FunctionCallbacks>,
    /// The pushes that go to a container.
    pub container_config: Option<ContainerCallback>,
}

/// Returns a configuration of the Mini Program's cloud development.
#[endpoint(POST "/tcb/getappconfig", title = "获取小程序配置",
    doc = "https://developers.weixin.qq.com/doc/oplatform/Third-party_Platforms/2.0/api/cloudbase/common/getAppConfig.html",
    scope(mini), retry = safe, reply = AppConfig, call = cloud_settings.app_config)]
pub struct GetAppConfig {
    /// Which configuration, as the platform numbers it.
    #[serde(rename = "type")]
    pub type_: i64,
}

/// A configuration of a Mini Program's cloud development.
#[endpoint(part, reply_to(GetAppConfig))]
pub struct AppConfig {
    /// The configuration as JSON text.
    pub config: Option<String>,
}

/// Sets a configuration of the Mini Program's cloud development.
#[endpoint(POST "/tcb/uploadappconfig", title = "上传小程序配置",
    doc = "https://developers.weixin.qq.com/doc/oplatform/Third-party_Platforms/2.0/api/cloudbase/common/uploadAppConfig.html",
    scope(mini), retry = safe, call = cloud_settings.set_app_config)]
pub struct SetAppConfig {
    /// Which configuration, as the platform numbers it.
    #[serde(rename = "type")]
    pub type_: i64,
    /// The configuration as JSON text.
    pub config: String,
}

/// Returns or sets which interfaces functions may call without a token (云调用).
#[endpoint(POST "/tcb/usecloudaccesstoken", title = "设置云调用",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-common/admin-management/setCloudAccessToken.html",
    scope(mini), retry = safe, reply = CloudAccessToken, call = cloud_settings.access_token)]
pub struct UseCloudAccessToken {
    /// Whether the setting is returned or changed.
    pub action: CloudCallAction,
    /// The cloud environment.
    pub env: EnvironmentId,
    /// Whether functions may call interfaces without a token.
    pub open: Option<bool>,
    /// The interfaces that they may call; needed to change the setting.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub api_whitelist: Vec<String>,
    /// The version of the setting that is changed.
    pub version: Option<u64>,
}

/// What is done with the setting of calls without a token.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum CloudCallAction {
    /// Returns the setting.
    #[string_enum(rename = "get")]
    Get,
    /// Changes the setting.
    #[string_enum(rename = "set")]
    Set,
    /// A value that this version does not know.
    Other(String),
}

/// Which interfaces functions may call without a token.
#[endpoint(part, reply_to(UseCloudAccessToken))]
pub struct CloudAccessToken {
    /// Whether functions may call interfaces without a token.
    pub open: Option<bool>,
    /// The interfaces that they may call.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub api_whitelist: Vec<String>,
    /// The version of the setting, for the next change.
    pub version: Option<u64>,
}

/// Returns the WeChat Pay merchants that functions may act for.
#[endpoint(POST "/tcb/wxpaylist", title = "获取微信支付商户列表",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-common/wechatpay/getWechatPayList.html",
    scope(mini), retry = safe, reply = CloudPayAccounts, call = cloud_settings.pay_accounts)]
pub struct GetCloudPayAccounts {}

/// The WeChat Pay merchants that functions may act for.
#[endpoint(part, reply_to(GetCloudPayAccounts))]
pub struct CloudPayAccounts {
    /// The merchants that are bound or can be bound.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub list: Vec<CloudPayAccount>,
}

/// A WeChat Pay merchant.
#[endpoint(part)]
pub struct CloudPayAccount {
    /// The merchant.
    pub merchant_code: CloudMerchantId,
    /// The short name of the merchant.
    pub merchant_name: Option<String>,
    /// The company of the merchant.
    pub company_name: Option<String>,
    /// The state of the merchant's binding to the Mini Program, in words of the platform.
    pub mch_relation_state: Option<String>,
    /// The state of the permission to take payments, in words of the platform.
    pub jsapi_auth_state: Option<String>,
    /// The state of the permission to refund payments, in words of the platform.
    pub refund_auth_state: Option<String>,
}

/// Requests a WeChat Pay merchant's permission to act for it.
#[endpoint(POST "/tcb/wxpayopenauth", title = "绑定微信支付商户号授权",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-common/wechatpay/getWechatPayAuth.html",
    scope(mini), call = cloud_settings.authorize_pay)]
pub struct AuthorizeCloudPay {
    /// The permission that is requested, in words of the platform.
    pub action: String,
    /// The merchant.
    pub merchant_code: CloudMerchantId,
}
