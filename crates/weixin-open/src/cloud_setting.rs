//! The cloud development service of a Mini Program (代云开发). `/tcb/*`

use weixin_api::{endpoint, group};
use weixin_protocol::AppId;

group! {
    /// The cloud development service of the Mini Program (代云开发).
    cloud_settings: [CreateCloudUser, CheckMobile, CreateOwnEnvironment, GetOwnEnvironments, ShareOwnEnvironment, GetCallbackConfig, SetCallbackConfig, GetAppConfig, SetAppConfig, UseCloudAccessToken, GetCloudPayAccounts, AuthorizeCloudPay]
}

/// Opens the service for the Mini Program.
#[endpoint(POST "/tcb/createclouduser", title = "开通云开发",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-common/admin-management/createCloudUser.html",
    scope(mini), retry = safe, call = cloud_settings.open)]
pub struct CreateCloudUser {}

/// Tells whether the Mini Program has a telephone number, which the service needs.
#[endpoint(POST "/tcb/checkmobile", title = "检查是否已绑定手机号",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-common/admin-management/checkMobileConfig.html",
    scope(mini), retry = safe, reply = MobileCheck, call = cloud_settings.check_mobile)]
pub struct CheckMobile {
    /// Whether its administrator is asked for one if not.
    pub push_tmpl: Option<bool>,
}

/// Whether a Mini Program has a telephone number.
#[endpoint(part, reply_to(CheckMobile))]
pub struct MobileCheck {
    /// Whether it has.
    pub has_mobile: Option<bool>,
}

/// Makes an environment of the Mini Program's own.
#[endpoint(POST "/tcb/createenvandresource", title = "创建云环境",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-common/env-management/createEnv.html",
    scope(mini), reply = OwnEnvironmentStatus, call = cloud_settings.create_environment)]
pub struct CreateOwnEnvironment {
    /// Its id.
    pub env: String,
    /// Its name.
    pub alias: String,
}

/// An environment that is being made.
#[endpoint(part, reply_to(CreateOwnEnvironment))]
pub struct OwnEnvironmentStatus {
    /// How far it is.
    pub status: Option<String>,
}

/// Gives the environments of the Mini Program, or one of them.
#[endpoint(POST "/tcb/getenvinfo", title = "获取云环境信息",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-common/env-management/getEnvInfo.html",
    scope(mini), retry = safe, reply = OwnEnvironments, call = cloud_settings.environments)]
pub struct GetOwnEnvironments {
    /// Which one; all if left out.
    pub env: Option<String>,
}

/// The environments of a Mini Program.
#[endpoint(part, reply_to(GetOwnEnvironments))]
pub struct OwnEnvironments {
    /// The environments.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub info_list: Vec<OwnEnvironment>,
}

/// An environment of a Mini Program.
#[endpoint(part)]
pub struct OwnEnvironment {
    /// Its id.
    pub env: String,
    /// Its name.
    pub alias: Option<String>,
    /// When it was made, as `2006-01-02 15:04:05`.
    pub create_time: Option<String>,
    /// When it was changed.
    pub update_time: Option<String>,
    /// `NORMAL`, or what else it is.
    pub status: Option<String>,
    /// What was bought with it.
    pub package_id: Option<String>,
    /// The name of that.
    pub package_name: Option<String>,
}

/// Shares an environment with another Mini Program.
#[endpoint(POST "/tcb/shareenv", title = "共享云环境",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-common/env-management/shareEnv.html",
    scope(mini), retry = safe, call = cloud_settings.share_environment)]
pub struct ShareOwnEnvironment {
    /// The environment.
    pub env: String,
    /// The other one.
    pub appid: AppId,
}

/// Tells which pushes go to functions and containers.
#[endpoint(POST "/tcb/getcallbackconfig", title = "获取云函数消息推送配置",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-common/msg-push/getCallBackConfig.html",
    scope(mini), retry = safe, reply = CallbackConfig, call = cloud_settings.callback)]
pub struct GetCallbackConfig {}

/// Which pushes go to functions and containers.
#[endpoint(part, reply_to(GetCallbackConfig))]
pub struct CallbackConfig {
    /// Which.
    pub data: Option<CallbackSettings>,
}

/// Which pushes go where.
#[endpoint(part)]
pub struct CallbackSettings {
    /// To functions.
    pub function_config: Option<FunctionCallbacks>,
    /// To a container.
    pub container_config: Option<ContainerCallback>,
}

/// Pushes that go to functions.
#[endpoint(part)]
pub struct FunctionCallbacks {
    /// Whether any do.
    pub enable: Option<bool>,
    /// Which go where.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub callbacks: Vec<FunctionCallback>,
}

/// A push that goes to a function.
#[endpoint(part)]
pub struct FunctionCallback {
    /// The `MsgType`.
    #[serde(rename = "msgType")]
    pub msg_type: String,
    /// The `Event`.
    pub event: Option<String>,
    /// The environment.
    pub env: Option<String>,
    /// The function.
    #[serde(rename = "functionName")]
    pub function_name: Option<String>,
    /// Whether it does.
    pub enable: Option<bool>,
}

/// Pushes that go to a container.
#[endpoint(part)]
pub struct ContainerCallback {
    /// Whether they do.
    pub enable: Option<bool>,
    /// The environment.
    pub qbase_env: Option<String>,
    /// The path there.
    pub qbase_container_path: Option<String>,
    /// In which form.
    pub text_mode: Option<i64>,
}

/// Sets which pushes go to functions and containers.
#[endpoint(POST "/tcb/setcallbackconfig", title = "设置云函数消息推送",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-common/msg-push/setCallBackConfig.html",
    scope(mini), retry = safe, call = cloud_settings.set_callback)]
pub struct SetCallbackConfig {
    /// To functions.
    pub function_config: Option<FunctionCallbacks>,
    /// To a container.
    pub container_config: Option<ContainerCallback>,
}

/// Gives a setting of the service for the Mini Program.
#[endpoint(POST "/tcb/getappconfig", title = "获取小程序配置",
    doc = "https://developers.weixin.qq.com/doc/oplatform/Third-party_Platforms/2.0/api/cloudbase/common/getAppConfig.html",
    scope(mini), retry = safe, reply = AppConfig, call = cloud_settings.app_config)]
pub struct GetAppConfig {
    /// Which setting.
    #[serde(rename = "type")]
    pub type_: i64,
}

/// A setting of the service for a Mini Program.
#[endpoint(part, reply_to(GetAppConfig))]
pub struct AppConfig {
    /// The setting, as JSON in a text.
    pub config: Option<String>,
}

/// Sets a setting of the service for the Mini Program.
#[endpoint(POST "/tcb/uploadappconfig", title = "上传小程序配置",
    doc = "https://developers.weixin.qq.com/doc/oplatform/Third-party_Platforms/2.0/api/cloudbase/common/uploadAppConfig.html",
    scope(mini), retry = safe, call = cloud_settings.set_app_config)]
pub struct SetAppConfig {
    /// Which setting.
    #[serde(rename = "type")]
    pub type_: i64,
    /// The setting, as JSON in a text.
    pub config: String,
}

/// Gives or sets which calls of the API functions may make without a token.
#[endpoint(POST "/tcb/usecloudaccesstoken", title = "设置云调用",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-common/admin-management/setCloudAccessToken.html",
    scope(mini), retry = safe, reply = CloudAccessToken, call = cloud_settings.access_token)]
pub struct UseCloudAccessToken {
    /// `get` or `set`.
    pub action: String,
    /// The environment.
    pub env: String,
    /// Whether they may make any.
    pub open: Option<bool>,
    /// Which.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub api_whitelist: Vec<String>,
    /// The version that is changed.
    pub version: Option<u64>,
}

/// Which calls of the API functions may make without a token.
#[endpoint(part, reply_to(UseCloudAccessToken))]
pub struct CloudAccessToken {
    /// Whether they may make any.
    pub open: Option<bool>,
    /// Which.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub api_whitelist: Vec<String>,
    /// The version of this.
    pub version: Option<u64>,
}

/// Gives the WeChat Pay merchants that functions may act for.
#[endpoint(POST "/tcb/wxpaylist", title = "获取微信支付商户列表",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-common/wechatpay/getWechatPayList.html",
    scope(mini), retry = safe, reply = CloudPayAccounts, call = cloud_settings.pay_accounts)]
pub struct GetCloudPayAccounts {}

/// WeChat Pay merchants that functions may act for.
#[endpoint(part, reply_to(GetCloudPayAccounts))]
pub struct CloudPayAccounts {
    /// The merchants.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub list: Vec<CloudPayAccount>,
}

/// A WeChat Pay merchant.
#[endpoint(part)]
pub struct CloudPayAccount {
    /// Its number.
    pub merchant_code: String,
    /// Its name.
    pub merchant_name: Option<String>,
    /// Whose it is.
    pub company_name: Option<String>,
    /// Whether it belongs to the Mini Program.
    pub mch_relation_state: Option<String>,
    /// Whether functions may take payments for it.
    pub jsapi_auth_state: Option<String>,
    /// Whether functions may give money back for it.
    pub refund_auth_state: Option<String>,
}

/// Asks a WeChat Pay merchant for the right to act for it.
#[endpoint(POST "/tcb/wxpayopenauth", title = "绑定微信支付商户号授权",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-common/wechatpay/getWechatPayAuth.html",
    scope(mini), call = cloud_settings.authorize_pay)]
pub struct AuthorizeCloudPay {
    /// What is asked for.
    pub action: String,
    /// The merchant.
    pub merchant_code: String,
}
