//! Functions in the environments that a third-party platform owns (批量代云开发云函数). `/componenttcb/*scf*`

use weixin_api::{endpoint, group};

group! {
    /// Functions in the environments that the third-party platform owns (批量代云开发云函数).
    cloud_batch_functions: [UploadFunctionToMany, UploadFunctionCodeToMany, DeleteFunction, SearchFunctions, UpdateFunctionConfig, UpdateTriggers, GetTriggers]
}

/// Uploads a function to many environments.
#[endpoint(POST "/componenttcb/batchuploadscf", title = "批量上传云函数",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-batch/scf-mgnt/batchuUloadCloudFunction.html",
    scope(component), reply = FailedUploads, call = cloud_batch_functions.upload)]
pub struct UploadFunctionToMany {
    /// The function.
    pub functionname: String,
    /// The environments.
    pub envs: Vec<String>,
    /// The code: a ZIP archive in Base64.
    pub zipfile: String,
    /// The network it runs in.
    pub vpcid: Option<String>,
    /// The part of that network.
    pub subnetid: Option<String>,
}

/// Gives a function of many environments other code.
#[endpoint(POST "/componenttcb/batchuploadscfcode", title = "批量更新云函数代码",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-batch/scf-mgnt/uploadCloudFunctionCode.html",
    scope(component), retry = safe, reply = FailedUploads, call = cloud_batch_functions.upload_code)]
pub struct UploadFunctionCodeToMany {
    /// The function.
    pub functionname: String,
    /// The environments.
    pub envs: Vec<String>,
    /// The code: a ZIP archive in Base64.
    pub zipfile: String,
}

/// Environments that a function could not be uploaded to.
#[endpoint(part, reply_to(UploadFunctionToMany, UploadFunctionCodeToMany))]
pub struct FailedUploads {
    /// The environments.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fail_env_list: Vec<FailedEnvironment>,
}

/// An environment that something could not be done in.
#[endpoint(part)]
pub struct FailedEnvironment {
    /// The environment.
    pub env: Option<String>,
    /// Why.
    pub errmsg: Option<String>,
}

/// Deletes a function.
#[endpoint(POST "/componenttcb/deletescf", title = "删除云函数",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-batch/scf-mgnt/deleteCloudFunction.html",
    scope(component), retry = safe, call = cloud_batch_functions.delete)]
pub struct DeleteFunction {
    /// The environment.
    pub env: String,
    /// The function.
    pub functionname: String,
}

/// Gives the functions of an environment.
#[endpoint(POST "/componenttcb/getscflist", title = "获取云函数列表",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-batch/scf-mgnt/getCloudFunctionList.html",
    scope(component), retry = safe, reply = FoundFunctions, call = cloud_batch_functions.list)]
pub struct SearchFunctions {
    /// The environment.
    pub env: String,
    /// How many to give.
    pub limit: Option<u64>,
    /// How many to skip; none if left out.
    pub offset: Option<u64>,
    /// What their names hold.
    pub searchkey: Option<String>,
}

/// A page of the functions of an environment.
#[endpoint(part, reply_to(SearchFunctions))]
pub struct FoundFunctions {
    /// How many there are in all.
    pub total_count: Option<u64>,
    /// The page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub functions: Vec<FoundFunction>,
}

/// A function.
#[endpoint(part)]
pub struct FoundFunction {
    /// Its name.
    pub name: String,
    /// What it runs on, as in `Nodejs8.9`.
    pub runtime: Option<String>,
    /// `Active`, or what else it is.
    pub status: Option<String>,
    /// What is wrong with it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub status_reason: Vec<FunctionTrouble>,
    /// When it was made, as `2006-01-02 15:04:05`.
    pub add_time: Option<String>,
    /// When it was changed.
    pub mod_time: Option<String>,
}

/// What is wrong with a function.
#[endpoint(part)]
pub struct FunctionTrouble {
    /// The code.
    pub errcode: Option<String>,
    /// The same in words.
    pub errmsg: Option<String>,
}

/// Changes how a function runs.
#[endpoint(POST "/componenttcb/updatescfconfig", title = "更新云函数配置",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-batch/scf-mgnt/uploadCloudFunctionConfig.html",
    scope(component), retry = safe, call = cloud_batch_functions.set_config)]
pub struct UpdateFunctionConfig {
    /// The environment.
    pub env: String,
    /// The function.
    pub functionname: String,
    /// How many seconds it may take.
    pub timeout: Option<u64>,
    /// How much memory it has, in MB.
    pub memorysize: Option<u64>,
    /// Its environment variables.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub environment_variables: Vec<EnvironmentVariable>,
    /// The network it runs in.
    pub vpc_config: Option<FunctionNetwork>,
    /// How it reaches the internet.
    pub public_net_config: Option<FunctionPublicNetwork>,
}

/// An environment variable.
#[endpoint(part)]
pub struct EnvironmentVariable {
    /// Its name.
    pub key: String,
    /// Its value.
    pub value: String,
}

/// The network a function runs in.
#[endpoint(part)]
pub struct FunctionNetwork {
    /// The network.
    pub vpcid: String,
    /// The part of it.
    pub subnetid: String,
}

/// How a function reaches the internet.
#[endpoint(part)]
pub struct FunctionPublicNetwork {
    /// `ENABLE` if it does, `DISABLE` if not.
    pub public_net_status: Option<String>,
    /// The same for an address of its own.
    pub eip_status: Option<String>,
}

/// Sets what runs a function of many environments, in place of what did.
#[endpoint(POST "/componenttcb/batchupdatetriggers", title = "批量更新触发器",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-batch/scf-mgnt/updateTriggers.html",
    scope(component), retry = safe, reply = FailedTriggers, call = cloud_batch_functions.set_triggers)]
pub struct UpdateTriggers {
    /// The function.
    pub funcname: String,
    /// The environments.
    pub envs: Vec<String>,
    /// What runs it.
    pub triggers: Vec<Trigger>,
}

/// What runs a function.
#[endpoint(part)]
pub struct Trigger {
    /// Its name.
    pub trigger_name: String,
    /// Its kind: `timer`.
    #[serde(rename = "type")]
    pub type_: String,
    /// When, as in `0 0 2 1 * * *`.
    pub config: String,
}

/// Environments in which triggers could not be set.
#[endpoint(part, reply_to(UpdateTriggers))]
pub struct FailedTriggers {
    /// The environments.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub err_list: Vec<FailedEnvironment>,
}

/// Gives what runs a function.
#[endpoint(POST "/componenttcb/gettriggers", title = "获取触发器",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-batch/scf-mgnt/getTriggers.html",
    scope(component), retry = safe, reply = Triggers, call = cloud_batch_functions.triggers)]
pub struct GetTriggers {
    /// The environment.
    pub env: String,
    /// The function.
    pub funcname: String,
}

/// What runs a function.
#[endpoint(part, reply_to(GetTriggers))]
pub struct Triggers {
    /// What.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub triggers: Vec<Trigger>,
}
