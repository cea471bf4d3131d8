//! Functions in the cloud environments that a third-party platform owns (批量代云开发云函数).
//! `/componenttcb/*scf*`

use weixin_api::{StringEnum, endpoint, group};

use crate::ids::{EnvironmentId, SubnetId, VpcId};

group! {
    /// Functions in the environments that the third-party platform owns (批量代云开发云函数).
    cloud_batch_functions: [
        UploadFunctionToMany, UploadFunctionCodeToMany, DeleteFunction, SearchFunctions,
        UpdateFunctionConfig, UpdateTriggers, GetTriggers,
    ]
}

/// Creates a function in many environments.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Component};
/// # use weixin_open::{cloud_batch_function::*, ids::*};
/// # async fn example(wx: impl Caller<Kind = Component>, zip: String) -> Result<(), Error> {
/// let shops = ["shop-1-0a1b2c", "shop-2-3d4e5f"].map(EnvironmentId::from);
/// let uploaded = wx.cloud_batch_functions().upload(("order", shops, zip)).await?;
/// for failed in uploaded.fail_env_list {
///     println!("{:?}: {:?}", failed.env, failed.errmsg);
/// }
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/componenttcb/batchuploadscf", title = "批量上传云函数",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-batch/scf-mgnt/batchuUloadCloudFunction.html",
    scope(component), reply = FailedUploads, call = cloud_batch_functions.upload)]
pub struct UploadFunctionToMany {
    /// The function, by its name in the environment.
    pub functionname: String,
    /// The cloud environments.
    pub envs: Vec<EnvironmentId>,
    /// The code: a ZIP archive in Base64.
    pub zipfile: String,
    /// The virtual network in which the function runs; none if left out.
    pub vpcid: Option<VpcId>,
    /// The subnet of that network.
    pub subnetid: Option<SubnetId>,
}

/// Updates the code of a function in many environments.
#[endpoint(POST "/componenttcb/batchuploadscfcode", title = "批量更新云函数代码",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-batch/scf-mgnt/uploadCloudFunctionCode.html",
    scope(component), retry = safe, reply = FailedUploads, call = cloud_batch_functions.upload_code)]
pub struct UploadFunctionCodeToMany {
    /// The function, by its name in the environment.
    pub functionname: String,
    /// The cloud environments.
    pub envs: Vec<EnvironmentId>,
    /// The code: a ZIP archive in Base64.
    pub zipfile: String,
}

/// The environments in which an upload failed.
#[endpoint(part, reply_to(UploadFunctionToMany, UploadFunctionCodeToMany))]
pub struct FailedUploads {
    /// The environments, each with the reason.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fail_env_list: Vec<FailedEnvironment>,
}

/// An environment in which an action failed.
#[endpoint(part)]
pub struct FailedEnvironment {
    /// The cloud environment.
    pub env: Option<EnvironmentId>,
    /// The reason of the failure.
    pub errmsg: Option<String>,
}

/// Deletes a function.
#[endpoint(POST "/componenttcb/deletescf", title = "删除云函数",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-batch/scf-mgnt/deleteCloudFunction.html",
    scope(component), retry = safe, call = cloud_batch_functions.delete)]
pub struct DeleteFunction {
    /// The cloud environment.
    pub env: EnvironmentId,
    /// The function, by its name in the environment.
    pub functionname: String,
}

/// Returns the functions of an environment.
#[endpoint(POST "/componenttcb/getscflist", title = "获取云函数列表",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-batch/scf-mgnt/getCloudFunctionList.html",
    scope(component), retry = safe, reply = FoundFunctions, call = cloud_batch_functions.list)]
pub struct SearchFunctions {
    /// The cloud environment.
    pub env: EnvironmentId,
    /// The number of functions; the platform's default if left out.
    pub limit: Option<u64>,
    /// The first function, from 0.
    pub offset: Option<u64>,
    /// Only functions whose names contain this text.
    pub searchkey: Option<String>,
}

/// A page of the functions of an environment.
#[endpoint(part, reply_to(SearchFunctions))]
pub struct FoundFunctions {
    /// The number of functions.
    pub total_count: Option<u64>,
    /// The functions on this page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub functions: Vec<FoundFunction>,
}

/// A function and its state.
#[endpoint(part)]
pub struct FoundFunction {
    /// The function, by its name in the environment.
    pub name: String,
    /// The runtime, such as `Nodejs8.9`.
    pub runtime: Option<String>,
    /// The state in Tencent Cloud's words: `Active` if the function can run.
    pub status: Option<String>,
    /// The reasons of a state other than `Active`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub status_reason: Vec<FunctionTrouble>,
    /// When it was created, as `2006-01-02 15:04:05`.
    pub add_time: Option<String>,
    /// When it was last changed, as `2006-01-02 15:04:05`.
    pub mod_time: Option<String>,
}

/// A reason why a function cannot run.
#[endpoint(part)]
pub struct FunctionTrouble {
    /// The code of the error.
    pub errcode: Option<String>,
    /// The error in words.
    pub errmsg: Option<String>,
}

/// Updates the configuration of a function.
#[endpoint(POST "/componenttcb/updatescfconfig", title = "更新云函数配置",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-batch/scf-mgnt/uploadCloudFunctionConfig.html",
    scope(component), retry = safe, call = cloud_batch_functions.set_config)]
pub struct UpdateFunctionConfig {
    /// The cloud environment.
    pub env: EnvironmentId,
    /// The function, by its name in the environment.
    pub functionname: String,
    /// The time limit in seconds.
    pub timeout: Option<u64>,
    /// The memory in MB.
    pub memorysize: Option<u64>,
    /// The environment variables.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub environment_variables: Vec<EnvironmentVariable>,
    /// The virtual network in which the function runs.
    pub vpc_config: Option<FunctionNetwork>,
    /// The access to the internet.
    pub public_net_config: Option<FunctionPublicNetwork>,
}

/// An environment variable.
#[endpoint(part)]
pub struct EnvironmentVariable {
    /// The name of the variable.
    pub key: String,
    /// The value of the variable.
    pub value: String,
}

/// The virtual network in which a function runs.
#[endpoint(part)]
pub struct FunctionNetwork {
    /// The virtual network in which the function runs.
    pub vpcid: VpcId,
    /// The subnet of that network.
    pub subnetid: SubnetId,
}

/// The access of a function to the internet.
#[endpoint(part)]
pub struct FunctionPublicNetwork {
    /// Whether the function can reach the internet.
    pub public_net_status: Option<NetworkSwitch>,
    /// Whether the function has a fixed IP address.
    pub eip_status: Option<NetworkSwitch>,
}

/// Whether access to a network is enabled.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum NetworkSwitch {
    /// It is enabled.
    #[string_enum(rename = "ENABLE")]
    Enable,
    /// It is disabled.
    #[string_enum(rename = "DISABLE")]
    Disable,
    /// A value that this version does not know.
    Other(String),
}

/// Replaces the triggers of a function in many environments.
#[endpoint(POST "/componenttcb/batchupdatetriggers", title = "批量更新触发器",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-batch/scf-mgnt/updateTriggers.html",
    scope(component), retry = safe, reply = FailedTriggers, call = cloud_batch_functions.set_triggers)]
pub struct UpdateTriggers {
    /// The function, by its name in the environment.
    pub funcname: String,
    /// The cloud environments.
    pub envs: Vec<EnvironmentId>,
    /// The triggers of the function.
    pub triggers: Vec<Trigger>,
}

/// A trigger of a function (触发器).
#[endpoint(part)]
pub struct Trigger {
    /// The name of the trigger.
    pub trigger_name: String,
    /// The kind of the trigger. `timer` is the only one, which the platform also writes as `Timer`.
    #[serde(rename = "type")]
    pub type_: String,
    /// The schedule as a cron expression, such as `0 0 2 1 * * *`.
    pub config: String,
}

/// The environments in which triggers could not be set.
#[endpoint(part, reply_to(UpdateTriggers))]
pub struct FailedTriggers {
    /// The environments, each with the reason.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub err_list: Vec<FailedEnvironment>,
}

/// Returns the triggers of a function.
#[endpoint(POST "/componenttcb/gettriggers", title = "获取触发器",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-batch/scf-mgnt/getTriggers.html",
    scope(component), retry = safe, reply = Triggers, call = cloud_batch_functions.triggers)]
pub struct GetTriggers {
    /// The cloud environment.
    pub env: EnvironmentId,
    /// The function, by its name in the environment.
    pub funcname: String,
}

/// The triggers of a function.
#[endpoint(part, reply_to(GetTriggers))]
pub struct Triggers {
    /// The triggers of the function.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub triggers: Vec<Trigger>,
}
