//! The cloud development service of a Mini Program (代云开发). `/tcb/*`

use weixin_api::{Call, Caller, On, endpoint, endpoints};
use weixin_protocol::AppId;

endpoints![
    CreateCloudUser,
    CheckMobile,
    CreateOwnEnvironment,
    GetOwnEnvironments,
    ShareOwnEnvironment,
    GetCallbackConfig,
    SetCallbackConfig,
    GetAppConfig,
    SetAppConfig,
    UseCloudAccessToken,
    GetCloudPayAccounts,
    AuthorizeCloudPay
];

/// Opens the service for the Mini Program. `POST /tcb/createclouduser`
#[endpoint(POST "/tcb/createclouduser", title = "开通云开发",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-common/admin-management/createCloudUser.html",
    scope(mini), retry = safe)]
pub struct CreateCloudUser {}

/// Tells whether the Mini Program has a telephone number, which the service needs.
/// `POST /tcb/checkmobile`
#[endpoint(POST "/tcb/checkmobile", title = "检查是否已绑定手机号",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-common/admin-management/checkMobileConfig.html",
    scope(mini), retry = safe, reply = MobileCheck)]
pub struct CheckMobile {
    /// Whether its administrator is asked for one if not.
    pub push_tmpl: Option<bool>,
}

/// Whether a Mini Program has a telephone number.
#[endpoint(part)]
pub struct MobileCheck {
    /// Whether it has.
    pub has_mobile: Option<bool>,
}

/// Makes an environment of the Mini Program's own. `POST /tcb/createenvandresource`
#[endpoint(POST "/tcb/createenvandresource", title = "创建云环境",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-common/env-management/createEnv.html",
    scope(mini), reply = OwnEnvironmentStatus)]
pub struct CreateOwnEnvironment {
    /// Its id.
    pub env: String,
    /// Its name.
    pub alias: String,
}

/// An environment that is being made.
#[endpoint(part)]
pub struct OwnEnvironmentStatus {
    /// How far it is.
    pub status: Option<String>,
}

/// Gives the environments of the Mini Program, or one of them. `POST /tcb/getenvinfo`
#[endpoint(POST "/tcb/getenvinfo", title = "获取云环境信息",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-common/env-management/getEnvInfo.html",
    scope(mini), retry = safe, reply = OwnEnvironments)]
pub struct GetOwnEnvironments {
    /// Which one; all if left out.
    pub env: Option<String>,
}

/// The environments of a Mini Program.
#[endpoint(part)]
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

/// Shares an environment with another Mini Program. `POST /tcb/shareenv`
#[endpoint(POST "/tcb/shareenv", title = "共享云环境",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-common/env-management/shareEnv.html",
    scope(mini), retry = safe)]
pub struct ShareOwnEnvironment {
    /// The environment.
    pub env: String,
    /// The other one.
    pub appid: AppId,
}

/// Tells which pushes go to functions and containers. `POST /tcb/getcallbackconfig`
#[endpoint(POST "/tcb/getcallbackconfig", title = "获取云函数消息推送配置",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-common/msg-push/getCallBackConfig.html",
    scope(mini), retry = safe, reply = CallbackConfig)]
pub struct GetCallbackConfig {}

/// Which pushes go to functions and containers.
#[endpoint(part)]
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

/// Sets which pushes go to functions and containers. `POST /tcb/setcallbackconfig`
#[endpoint(POST "/tcb/setcallbackconfig", title = "设置云函数消息推送",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-common/msg-push/setCallBackConfig.html",
    scope(mini), retry = safe)]
pub struct SetCallbackConfig {
    /// To functions.
    pub function_config: Option<FunctionCallbacks>,
    /// To a container.
    pub container_config: Option<ContainerCallback>,
}

/// Gives a setting of the service for the Mini Program. `POST /tcb/getappconfig`
#[endpoint(POST "/tcb/getappconfig", title = "获取小程序配置",
    doc = "https://developers.weixin.qq.com/doc/oplatform/Third-party_Platforms/2.0/api/cloudbase/common/getAppConfig.html",
    scope(mini), retry = safe, reply = AppConfig)]
pub struct GetAppConfig {
    /// Which setting.
    #[serde(rename = "type")]
    pub type_: i64,
}

/// A setting of the service for a Mini Program.
#[endpoint(part)]
pub struct AppConfig {
    /// The setting, as JSON in a text.
    pub config: Option<String>,
}

/// Sets a setting of the service for the Mini Program. `POST /tcb/uploadappconfig`
#[endpoint(POST "/tcb/uploadappconfig", title = "上传小程序配置",
    doc = "https://developers.weixin.qq.com/doc/oplatform/Third-party_Platforms/2.0/api/cloudbase/common/uploadAppConfig.html",
    scope(mini), retry = safe)]
pub struct SetAppConfig {
    /// Which setting.
    #[serde(rename = "type")]
    pub type_: i64,
    /// The setting, as JSON in a text.
    pub config: String,
}

/// Gives or sets which calls of the API functions may make without a token.
/// `POST /tcb/usecloudaccesstoken`
#[endpoint(POST "/tcb/usecloudaccesstoken", title = "设置云调用",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-common/admin-management/setCloudAccessToken.html",
    scope(mini), retry = safe, reply = CloudAccessToken)]
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
#[endpoint(part)]
pub struct CloudAccessToken {
    /// Whether they may make any.
    pub open: Option<bool>,
    /// Which.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub api_whitelist: Vec<String>,
    /// The version of this.
    pub version: Option<u64>,
}

/// Gives the WeChat Pay merchants that functions may act for. `POST /tcb/wxpaylist`
#[endpoint(POST "/tcb/wxpaylist", title = "获取微信支付商户列表",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-common/wechatpay/getWechatPayList.html",
    scope(mini), retry = safe, reply = CloudPayAccounts)]
pub struct GetCloudPayAccounts {}

/// WeChat Pay merchants that functions may act for.
#[endpoint(part)]
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

/// Asks a WeChat Pay merchant for the right to act for it. `POST /tcb/wxpayopenauth`
#[endpoint(POST "/tcb/wxpayopenauth", title = "绑定微信支付商户号授权",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-common/wechatpay/getWechatPayAuth.html",
    scope(mini))]
pub struct AuthorizeCloudPay {
    /// What is asked for.
    pub action: String,
    /// The merchant.
    pub merchant_code: String,
}

/// The group as a client has it: `wx.cloud_settings()`.
#[derive(Debug)]
pub struct CloudSettings<'c, C: ?Sized>(&'c C);

/// Gives a client `cloud_settings()`.
pub trait CloudSettingsApi: Caller {
    /// The cloud development service of the Mini Program (代云开发).
    fn cloud_settings(&self) -> CloudSettings<'_, Self> {
        CloudSettings(self)
    }
}

impl<C: Caller + ?Sized> CloudSettingsApi for C where CreateCloudUser: On<C::Kind> {}

impl<'c, C: Caller + ?Sized> CloudSettings<'c, C> {
    /// Opens the service for the Mini Program; see [`CreateCloudUser`].
    pub fn open(&self) -> Call<'c, C, CreateCloudUser> {
        Call::new(self.0, CreateCloudUser::new())
    }

    /// Tells whether the Mini Program has a telephone number, which the service needs; see
    /// [`CheckMobile`].
    pub fn check_mobile(&self) -> Call<'c, C, CheckMobile> {
        Call::new(self.0, CheckMobile::new())
    }

    /// Makes an environment of the Mini Program's own; see [`CreateOwnEnvironment`].
    pub fn create_environment(
        &self,
        env: impl Into<String>,
        alias: impl Into<String>,
    ) -> Call<'c, C, CreateOwnEnvironment> {
        Call::new(self.0, CreateOwnEnvironment::new(env, alias))
    }

    /// Gives the environments of the Mini Program, or one of them; see [`GetOwnEnvironments`].
    pub fn environments(&self) -> Call<'c, C, GetOwnEnvironments> {
        Call::new(self.0, GetOwnEnvironments::new())
    }

    /// Shares an environment with another Mini Program; see [`ShareOwnEnvironment`].
    pub fn share_environment(
        &self,
        env: impl Into<String>,
        appid: impl Into<AppId>,
    ) -> Call<'c, C, ShareOwnEnvironment> {
        Call::new(self.0, ShareOwnEnvironment::new(env, appid))
    }

    /// Tells which pushes go to functions and containers; see [`GetCallbackConfig`].
    pub fn callback(&self) -> Call<'c, C, GetCallbackConfig> {
        Call::new(self.0, GetCallbackConfig::new())
    }

    /// Sets which pushes go to functions and containers; see [`SetCallbackConfig`].
    pub fn set_callback(&self) -> Call<'c, C, SetCallbackConfig> {
        Call::new(self.0, SetCallbackConfig::new())
    }

    /// Gives a setting of the service for the Mini Program; see [`GetAppConfig`].
    pub fn app_config(&self, type_: i64) -> Call<'c, C, GetAppConfig> {
        Call::new(self.0, GetAppConfig::new(type_))
    }

    /// Sets a setting of the service for the Mini Program; see [`SetAppConfig`].
    pub fn set_app_config(
        &self,
        type_: i64,
        config: impl Into<String>,
    ) -> Call<'c, C, SetAppConfig> {
        Call::new(self.0, SetAppConfig::new(type_, config))
    }

    /// Gives or sets which calls of the API functions may make without a token; see
    /// [`UseCloudAccessToken`].
    pub fn access_token(
        &self,
        action: impl Into<String>,
        env: impl Into<String>,
    ) -> Call<'c, C, UseCloudAccessToken> {
        Call::new(self.0, UseCloudAccessToken::new(action, env))
    }

    /// Gives the WeChat Pay merchants that functions may act for; see [`GetCloudPayAccounts`].
    pub fn pay_accounts(&self) -> Call<'c, C, GetCloudPayAccounts> {
        Call::new(self.0, GetCloudPayAccounts::new())
    }

    /// Asks a WeChat Pay merchant for the right to act for it; see [`AuthorizeCloudPay`].
    pub fn authorize_pay(
        &self,
        action: impl Into<String>,
        merchant_code: impl Into<String>,
    ) -> Call<'c, C, AuthorizeCloudPay> {
        Call::new(self.0, AuthorizeCloudPay::new(action, merchant_code))
    }
}
