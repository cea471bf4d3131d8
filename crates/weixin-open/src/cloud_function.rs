//! The functions of the cloud development service (云函数). `/tcb/invokecloudfunction`

use serde_json::{Map, Value};
use weixin_api::{Paged, endpoint, group};
use weixin_protocol::Secret;

group! {
    /// The functions of the cloud development service (云函数).
    cloud_functions: [InvokeCloudFunction, CreateFunction, GetFunctions, GetFunctionLink, GetFunctionConfig, SetFunctionConfig, GetCodeSecret, GetUploadSignature]
}

/// Runs a function for up to five seconds. It knows of no user.
///
/// A third-party platform runs those of the environments it owns itself with its own token.
#[endpoint(POST "/tcb/invokecloudfunction", title = "触发云函数",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-batch/scf-mgnt/invokeCloudFunction.html",
    scope(mini, component), reply = CloudFunctionResult, call = cloud_functions.invoke)]
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
#[endpoint(part, reply_to(InvokeCloudFunction))]
pub struct CloudFunctionResult {
    /// The answer, as JSON in a text.
    pub resp_data: Option<String>,
}

/// Makes a function, without code yet.
#[endpoint(POST "/tcb/createfunction", title = "创建云函数",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-common/scf-management/createFunction.html",
    scope(mini), call = cloud_functions.create)]
pub struct CreateFunction {
    /// The environment.
    pub env: String,
    /// The function.
    pub function_name: String,
}

/// Gives the functions of an environment.
///
/// `wx.cloud_functions().list(env).pages()` walks through all of them.
#[endpoint(POST "/tcb/listfunctions", title = "获取云函数列表",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-common/scf-management/getFuntionList.html",
    scope(mini), retry = safe, reply = CloudFunctionList, call = cloud_functions.list)]
pub struct GetFunctions {
    /// The environment.
    pub env: String,
    /// How many to give.
    pub limit: Option<u64>,
    /// How many to skip; none if left out.
    pub offset: Option<u64>,
}

/// A page of the functions of an environment.
#[endpoint(part, reply_to(GetFunctions))]
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
    fn split_page(self, page: CloudFunctionList) -> (Vec<CloudFunction>, Option<Self>) {
        let offset = self.offset.unwrap_or(0) + page.functions.len() as u64;
        let more = !page.functions.is_empty() && page.total_count.is_some_and(|all| offset < all);
        (page.functions, more.then(|| self.offset(offset)))
    }
}

/// Gives the address where a function's code is.
#[endpoint(POST "/tcb/downloadfunction", title = "获取云函数下载地址",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-common/scf-management/getFuntionLink.html",
    scope(mini), retry = safe, reply = FunctionLink, call = cloud_functions.download_link)]
pub struct GetFunctionLink {
    /// The environment.
    pub env: String,
    /// The function.
    pub function_name: String,
}

/// Where a function's code is.
#[endpoint(part, reply_to(GetFunctionLink))]
pub struct FunctionLink {
    /// The address.
    pub url: String,
    /// Its SHA-256.
    pub checksum: Option<String>,
}

/// Gives a setting of a function.
#[endpoint(POST "/tcb/getfuncconfig", title = "获取云函数配置",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-common/scf-management/getFuntionConfig.html",
    scope(mini), retry = safe, reply = FunctionConfig, call = cloud_functions.config)]
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
#[endpoint(part, reply_to(GetFunctionConfig))]
pub struct FunctionConfig {
    /// The setting, as JSON in a text.
    pub config: Option<String>,
}

/// Sets a setting of a function.
#[endpoint(POST "/tcb/uploadfuncconfig", title = "上传云函数配置",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-common/scf-management/getUploadFuntionConfig.html",
    scope(mini), retry = safe, call = cloud_functions.set_config)]
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

/// Gives what protects the code of functions.
#[endpoint(POST "/tcb/getcodesecret", title = "获取代码保护密钥",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-common/scf-management/getCodeSecret.html",
    scope(mini), retry = safe, reply = CodeSecret, call = cloud_functions.code_secret)]
pub struct GetCodeSecret {}

/// What protects the code of functions.
#[endpoint(part, reply_to(GetCodeSecret))]
pub struct CodeSecret {
    /// The secret.
    #[serde(serialize_with = "weixin_api::expose")]
    pub codesecret: Secret,
}

/// Gives the signature with which a function's code is uploaded to Tencent Cloud.
#[endpoint(POST "/tcb/getuploadsignature", title = "获取云函数上传凭证",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-common/scf-management/getYploadSignature.html",
    scope(mini), retry = safe, reply = UploadSignature, call = cloud_functions.upload_signature)]
pub struct GetUploadSignature {
    /// The SHA-256 of what is uploaded, in lower-case hexadecimal.
    pub hashed_payload: String,
}

/// With what a function's code is uploaded.
#[endpoint(part, reply_to(GetUploadSignature))]
pub struct UploadSignature {
    /// The headers, as lines of a text.
    #[serde(serialize_with = "weixin_api::expose")]
    pub headers: Secret,
}
