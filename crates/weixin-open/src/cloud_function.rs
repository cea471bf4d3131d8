//! The functions of cloud development (云函数). `/tcb/invokecloudfunction`

use serde_json::{Map, Value};
use weixin_api::{Paged, endpoint, group, int_enum};
use weixin_protocol::Secret;

use crate::ids::EnvironmentId;

group! {
    /// The functions of cloud development (云函数).
    cloud_functions: [
        InvokeCloudFunction, CreateFunction, GetFunctions, GetFunctionLink, GetFunctionConfig,
        SetFunctionConfig, GetCodeSecret, GetUploadSignature,
    ]
}

/// Runs a function for up to five seconds, without the context of a user.
///
/// A third-party platform runs functions of its own environments with its own token.
///
/// Fails with 85088 when cloud development is not enabled.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Mini};
/// # use weixin_open::cloud_function::*;
/// # async fn example(wx: impl Caller<Kind = Mini>) -> Result<(), Error> {
/// let arguments = serde_json::Map::from_iter([("id".to_owned(), 42.into())]);
/// let result = wx.cloud_functions().invoke(("prod-0a1b2c", "order", arguments)).await?;
/// println!("{:?}", result.resp_data);
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/tcb/invokecloudfunction", title = "触发云函数",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-batch/scf-mgnt/invokeCloudFunction.html",
    scope(mini, component), reply = CloudFunctionResult, call = cloud_functions.invoke)]
pub struct InvokeCloudFunction {
    /// The cloud environment.
    #[query]
    pub env: EnvironmentId,
    /// The function, by its name in the environment.
    #[query]
    pub name: String,
    /// The arguments of the function.
    #[serde(flatten)]
    pub arguments: Map<String, Value>,
}

/// The result of a function.
#[endpoint(part, reply_to(InvokeCloudFunction))]
pub struct CloudFunctionResult {
    /// The value that the function returned, as JSON text.
    pub resp_data: Option<String>,
}

/// Creates a function without code.
#[endpoint(POST "/tcb/createfunction", title = "创建云函数",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-common/scf-management/createFunction.html",
    scope(mini), call = cloud_functions.create)]
pub struct CreateFunction {
    /// The cloud environment.
    pub env: EnvironmentId,
    /// The function, by its name in the environment.
    pub function_name: String,
}

/// Returns a page of the functions of an environment.
///
/// `wx.cloud_functions().list(env).pages()` returns all of them.
#[endpoint(POST "/tcb/listfunctions", title = "获取云函数列表",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-common/scf-management/getFuntionList.html",
    scope(mini), retry = safe, reply = CloudFunctionList, call = cloud_functions.list)]
pub struct GetFunctions {
    /// The cloud environment.
    pub env: EnvironmentId,
    /// The number of functions; the platform's default if left out.
    pub limit: Option<u64>,
    /// The first function, from 0.
    pub offset: Option<u64>,
}

/// A page of the functions of an environment.
#[endpoint(part, reply_to(GetFunctions))]
pub struct CloudFunctionList {
    /// The number of functions.
    pub total_count: Option<u64>,
    /// The functions on this page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub functions: Vec<CloudFunction>,
}

/// A function and its state.
#[endpoint(part)]
pub struct CloudFunction {
    /// The function, by its name in the environment.
    pub name: String,
    /// The runtime, such as `Nodejs8.9`.
    pub runtime: Option<String>,
    /// The state in Tencent Cloud's words: `Active` if the function can run.
    pub status: Option<String>,
    /// When it was created, as `2006-01-02 15:04:05`.
    pub add_time: Option<String>,
    /// When it was last changed, as `2006-01-02 15:04:05`.
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

/// Returns the download address of a function's code.
#[endpoint(POST "/tcb/downloadfunction", title = "获取云函数下载地址",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-common/scf-management/getFuntionLink.html",
    scope(mini), retry = safe, reply = FunctionLink, call = cloud_functions.download_link)]
pub struct GetFunctionLink {
    /// The cloud environment.
    pub env: EnvironmentId,
    /// The function, by its name in the environment.
    pub function_name: String,
}

/// The download address of a function's code.
#[endpoint(part, reply_to(GetFunctionLink))]
pub struct FunctionLink {
    /// The address of the archive.
    pub url: String,
    /// The SHA-256 of the archive.
    pub checksum: Option<String>,
}

/// Returns a configuration of a function.
#[endpoint(POST "/tcb/getfuncconfig", title = "获取云函数配置",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-common/scf-management/getFuntionConfig.html",
    scope(mini), retry = safe, reply = FunctionConfig, call = cloud_functions.config)]
pub struct GetFunctionConfig {
    /// The cloud environment.
    pub env: EnvironmentId,
    /// The function, by its name in the environment.
    pub function_name: String,
    /// Which configuration is meant.
    #[serde(rename = "type")]
    pub type_: FunctionConfigKind,
}

int_enum! {
    /// A configuration of a function (配置类型).
    pub enum FunctionConfigKind {
        /// The triggers of the function.
        Triggers = 1,
    }
}

/// A configuration of a function.
#[endpoint(part, reply_to(GetFunctionConfig))]
pub struct FunctionConfig {
    /// The configuration as JSON text.
    pub config: Option<String>,
}

/// Sets a configuration of a function.
#[endpoint(POST "/tcb/uploadfuncconfig", title = "上传云函数配置",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-common/scf-management/getUploadFuntionConfig.html",
    scope(mini), retry = safe, call = cloud_functions.set_config)]
pub struct SetFunctionConfig {
    /// The cloud environment.
    pub env: EnvironmentId,
    /// The function, by its name in the environment.
    pub function_name: String,
    /// Which configuration is meant.
    #[serde(rename = "type")]
    pub type_: FunctionConfigKind,
    /// The configuration as JSON text.
    pub config: String,
}

/// Returns the secret that protects the code of functions (代码保护密钥).
#[endpoint(POST "/tcb/getcodesecret", title = "获取代码保护密钥",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-common/scf-management/getCodeSecret.html",
    scope(mini), retry = safe, reply = CodeSecret, call = cloud_functions.code_secret)]
pub struct GetCodeSecret {}

/// The secret that protects the code of functions.
#[endpoint(part, reply_to(GetCodeSecret))]
pub struct CodeSecret {
    /// The secret, which must not leave the server.
    #[serde(serialize_with = "weixin_api::expose")]
    pub codesecret: Secret,
}

/// Returns the signature with which a function's code is uploaded to Tencent Cloud.
#[endpoint(POST "/tcb/getuploadsignature", title = "获取云函数上传凭证",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-common/scf-management/getYploadSignature.html",
    scope(mini), retry = safe, reply = UploadSignature, call = cloud_functions.upload_signature)]
pub struct GetUploadSignature {
    /// The SHA-256 of the request's body, in lower-case hexadecimal.
    pub hashed_payload: String,
}

/// The signature of an upload of code.
#[endpoint(part, reply_to(GetUploadSignature))]
pub struct UploadSignature {
    /// The headers of the upload, as lines of a text.
    #[serde(serialize_with = "weixin_api::expose")]
    pub headers: Secret,
}
