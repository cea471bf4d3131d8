//! The functions of the cloud development service (云函数). `/tcb/invokecloudfunction`

use serde_json::{Map, Value};
use weixin_api::{Call, Caller, On, Paged, endpoint, endpoints};
use weixin_protocol::Secret;

endpoints![
    InvokeCloudFunction,
    CreateFunction,
    GetFunctions,
    GetFunctionLink,
    GetFunctionConfig,
    SetFunctionConfig,
    GetCodeSecret,
    GetUploadSignature
];

/// Runs a function for up to five seconds. It knows of no user. `POST /tcb/invokecloudfunction`
///
/// A third-party platform runs those of the environments it owns itself with its own token.
#[endpoint(POST "/tcb/invokecloudfunction", title = "触发云函数",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-batch/scf-mgnt/invokeCloudFunction.html",
    scope(mini, component), reply = CloudFunctionResult)]
pub struct InvokeCloudFunction {
    /// The environment.
    #[query]
    pub env: String,
    /// The function.
    #[query]
    pub name: String,
    /// What the function is given.
    #[serde(flatten)]
    pub arguments: Map<String, Value>,
}

/// What a function has answered.
#[endpoint(part)]
pub struct CloudFunctionResult {
    /// The answer, as JSON in a text.
    pub resp_data: Option<String>,
}

/// Makes a function, without code yet. `POST /tcb/createfunction`
#[endpoint(POST "/tcb/createfunction", title = "创建云函数",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-common/scf-management/createFunction.html",
    scope(mini))]
pub struct CreateFunction {
    /// The environment.
    pub env: String,
    /// The function.
    pub function_name: String,
}

/// Gives the functions of an environment. `POST /tcb/listfunctions`
///
/// `wx.cloud_functions().list(env).pages()` walks through all of them.
#[endpoint(POST "/tcb/listfunctions", title = "获取云函数列表",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-common/scf-management/getFuntionList.html",
    scope(mini), retry = safe, reply = CloudFunctionList)]
pub struct GetFunctions {
    /// The environment.
    pub env: String,
    /// How many to give.
    pub limit: Option<u64>,
    /// How many to skip; none if left out.
    pub offset: Option<u64>,
}

/// A page of the functions of an environment.
#[endpoint(part)]
pub struct CloudFunctionList {
    /// How many there are in all.
    pub total_count: Option<u64>,
    /// The page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub functions: Vec<CloudFunction>,
}

/// A function.
#[endpoint(part)]
pub struct CloudFunction {
    /// Its name.
    pub name: String,
    /// What it runs on, as in `Nodejs8.9`.
    pub runtime: Option<String>,
    /// `Active`, or what else it is.
    pub status: Option<String>,
    /// When it was made, as `2006-01-02 15:04:05`.
    pub add_time: Option<String>,
    /// When it was changed.
    pub mod_time: Option<String>,
}

impl Paged for GetFunctions {
    type Item = CloudFunction;
    fn turn(self, page: CloudFunctionList) -> (Vec<CloudFunction>, Option<Self>) {
        let offset = self.offset.unwrap_or(0) + page.functions.len() as u64;
        let more = !page.functions.is_empty() && page.total_count.is_some_and(|all| offset < all);
        (page.functions, more.then(|| self.offset(offset)))
    }
}

/// Gives the address where a function's code is. `POST /tcb/downloadfunction`
#[endpoint(POST "/tcb/downloadfunction", title = "获取云函数下载地址",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-common/scf-management/getFuntionLink.html",
    scope(mini), retry = safe, reply = FunctionLink)]
pub struct GetFunctionLink {
    /// The environment.
    pub env: String,
    /// The function.
    pub function_name: String,
}

/// Where a function's code is.
#[endpoint(part)]
pub struct FunctionLink {
    /// The address.
    pub url: String,
    /// Its SHA-256.
    pub checksum: Option<String>,
}

/// Gives a setting of a function. `POST /tcb/getfuncconfig`
#[endpoint(POST "/tcb/getfuncconfig", title = "获取云函数配置",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-common/scf-management/getFuntionConfig.html",
    scope(mini), retry = safe, reply = FunctionConfig)]
pub struct GetFunctionConfig {
    /// The environment.
    pub env: String,
    /// The function.
    pub function_name: String,
    /// Which setting: 1 its triggers.
    #[serde(rename = "type")]
    pub type_: i64,
}

/// A setting of a function.
#[endpoint(part)]
pub struct FunctionConfig {
    /// The setting, as JSON in a text.
    pub config: Option<String>,
}

/// Sets a setting of a function. `POST /tcb/uploadfuncconfig`
#[endpoint(POST "/tcb/uploadfuncconfig", title = "上传云函数配置",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-common/scf-management/getUploadFuntionConfig.html",
    scope(mini), retry = safe)]
pub struct SetFunctionConfig {
    /// The environment.
    pub env: String,
    /// The function.
    pub function_name: String,
    /// Which setting: 1 its triggers.
    #[serde(rename = "type")]
    pub type_: i64,
    /// The setting, as JSON in a text.
    pub config: String,
}

/// Gives what protects the code of functions. `POST /tcb/getcodesecret`
#[endpoint(POST "/tcb/getcodesecret", title = "获取代码保护密钥",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-common/scf-management/getCodeSecret.html",
    scope(mini), retry = safe, reply = CodeSecret)]
pub struct GetCodeSecret {}

/// What protects the code of functions.
#[endpoint(part)]
pub struct CodeSecret {
    /// The secret.
    #[serde(serialize_with = "weixin_api::expose")]
    pub codesecret: Secret,
}

/// Gives the signature with which a function's code is uploaded to Tencent Cloud.
/// `POST /tcb/getuploadsignature`
#[endpoint(POST "/tcb/getuploadsignature", title = "获取云函数上传凭证",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-common/scf-management/getYploadSignature.html",
    scope(mini), retry = safe, reply = UploadSignature)]
pub struct GetUploadSignature {
    /// The SHA-256 of what is uploaded, in lower-case hexadecimal.
    pub hashed_payload: String,
}

/// With what a function's code is uploaded.
#[endpoint(part)]
pub struct UploadSignature {
    /// The headers, as lines of a text.
    #[serde(serialize_with = "weixin_api::expose")]
    pub headers: Secret,
}

/// The group as a client has it: `wx.cloud_functions()`.
#[derive(Debug)]
pub struct CloudFunctions<'c, C: ?Sized>(&'c C);

/// Gives a client `cloud_functions()`.
pub trait CloudFunctionsApi: Caller {
    /// The functions of the cloud development service (云函数).
    fn cloud_functions(&self) -> CloudFunctions<'_, Self> {
        CloudFunctions(self)
    }
}

impl<C: Caller + ?Sized> CloudFunctionsApi for C where InvokeCloudFunction: On<C::Kind> {}

impl<'c, C: Caller + ?Sized> CloudFunctions<'c, C> {
    /// Runs a function for up to five seconds; see [`InvokeCloudFunction`].
    pub fn invoke(
        &self,
        env: impl Into<String>,
        name: impl Into<String>,
        arguments: impl Into<Map<String, Value>>,
    ) -> Call<'c, C, InvokeCloudFunction> {
        Call::new(self.0, InvokeCloudFunction::new(env, name, arguments))
    }

    /// Makes a function, without code yet; see [`CreateFunction`].
    pub fn create(
        &self,
        env: impl Into<String>,
        function_name: impl Into<String>,
    ) -> Call<'c, C, CreateFunction>
    where
        CreateFunction: On<C::Kind>,
    {
        Call::new(self.0, CreateFunction::new(env, function_name))
    }

    /// Gives the functions of an environment; see [`GetFunctions`].
    pub fn list(&self, env: impl Into<String>) -> Call<'c, C, GetFunctions>
    where
        GetFunctions: On<C::Kind>,
    {
        Call::new(self.0, GetFunctions::new(env))
    }

    /// Gives the address where a function's code is; see [`GetFunctionLink`].
    pub fn download_link(
        &self,
        env: impl Into<String>,
        function_name: impl Into<String>,
    ) -> Call<'c, C, GetFunctionLink>
    where
        GetFunctionLink: On<C::Kind>,
    {
        Call::new(self.0, GetFunctionLink::new(env, function_name))
    }

    /// Gives a setting of a function; see [`GetFunctionConfig`].
    pub fn config(
        &self,
        env: impl Into<String>,
        function_name: impl Into<String>,
        type_: i64,
    ) -> Call<'c, C, GetFunctionConfig>
    where
        GetFunctionConfig: On<C::Kind>,
    {
        Call::new(self.0, GetFunctionConfig::new(env, function_name, type_))
    }

    /// Sets a setting of a function; see [`SetFunctionConfig`].
    pub fn set_config(
        &self,
        env: impl Into<String>,
        function_name: impl Into<String>,
        type_: i64,
        config: impl Into<String>,
    ) -> Call<'c, C, SetFunctionConfig>
    where
        SetFunctionConfig: On<C::Kind>,
    {
        Call::new(self.0, SetFunctionConfig::new(env, function_name, type_, config))
    }

    /// Gives what protects the code of functions; see [`GetCodeSecret`].
    pub fn code_secret(&self) -> Call<'c, C, GetCodeSecret>
    where
        GetCodeSecret: On<C::Kind>,
    {
        Call::new(self.0, GetCodeSecret::new())
    }

    /// Gives the signature with which a function's code is uploaded to Tencent Cloud; see
    /// [`GetUploadSignature`].
    pub fn upload_signature(
        &self,
        hashed_payload: impl Into<String>,
    ) -> Call<'c, C, GetUploadSignature>
    where
        GetUploadSignature: On<C::Kind>,
    {
        Call::new(self.0, GetUploadSignature::new(hashed_payload))
    }
}
