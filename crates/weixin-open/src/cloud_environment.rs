//! The environments of the cloud development service that a third-party platform owns (批量代云开发). `/componenttcb/*env*`
//!
//! An environment of the third-party platform is shared with the Mini Programs that use it.

use weixin_api::{endpoint, group};
use weixin_protocol::AppId;

group! {
    /// The environments of the cloud development service that the third-party platform owns (批量代云开发).
    cloud_environments: [GetEnvironments, CreateEnvironment, ModifyEnvironment, ShareEnvironments, GetSharedEnvironments]
}

/// Gives the environments.
#[endpoint(POST "/componenttcb/describeenvs", title = "获取环境信息",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-batch/env-mgnt/getTcbEnvList.html",
    scope(component), retry = safe, reply = Environments, call = cloud_environments.list)]
pub struct GetEnvironments {}

/// The environments of a third-party platform.
#[endpoint(part, reply_to(GetEnvironments))]
pub struct Environments {
    /// The environments.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub info_list: Vec<Environment>,
}

/// An environment.
#[endpoint(part)]
pub struct Environment {
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
    /// Its database.
    pub dbinstance_id: Option<String>,
    /// Its storage.
    pub bucket_id: Option<String>,
}

/// Makes an environment.
#[endpoint(POST "/componenttcb/createenv", title = "创建环境",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-batch/env-mgnt/createTcbEnv.html",
    scope(component), reply = CreatedEnvironment, call = cloud_environments.create)]
pub struct CreateEnvironment {
    /// Its name.
    pub alias: Option<String>,
}

/// An environment that is being made.
#[endpoint(part, reply_to(CreateEnvironment))]
pub struct CreatedEnvironment {
    /// Its id.
    pub env: Option<String>,
    /// The order it was made by.
    pub tranid: Option<String>,
}

/// Takes over an environment that was made in the console of Tencent Cloud: as one of the
/// third-party platform, or of the Mini Program that calls.
#[endpoint(POST "/tcb/modifyenv", title = "变更环境",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-batch/env-mgnt/changeTcbEnv.html",
    scope(component, mini), retry = safe, call = cloud_environments.modify)]
pub struct ModifyEnvironment {
    /// The environment.
    pub env: String,
}

/// Shares environments with Mini Programs.
#[endpoint(POST "/componenttcb/batchshareenv", title = "环境共享",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-batch/env-mgnt/shareCloudbaseEnv.html",
    scope(component), retry = safe, reply = SharedEnvironments, call = cloud_environments.share)]
pub struct ShareEnvironments {
    /// The environments.
    pub data: Vec<SharedEnvironment>,
}

/// An environment and the Mini Programs it is shared with.
#[endpoint(part)]
pub struct SharedEnvironment {
    /// The environment.
    pub env: String,
    /// The Mini Programs.
    pub appids: Vec<AppId>,
}

/// Environments that were shared.
#[endpoint(part, reply_to(ShareEnvironments))]
pub struct SharedEnvironments {
    /// Those that could not be.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub err_list: Vec<SharingFailure>,
}

/// An environment that could not be shared.
#[endpoint(part)]
pub struct SharingFailure {
    /// The environment.
    pub env: Option<String>,
    /// The Mini Program.
    pub appid: Option<AppId>,
    /// Why.
    pub errmsg: Option<String>,
}

/// Gives the environments that Mini Programs use.
#[endpoint(POST "/componenttcb/batchgetenvid", title = "获取环境共享信息",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-batch/env-mgnt/getShareCloudbaseEnv.html",
    scope(component), retry = safe, reply = EnvironmentsOfApps, call = cloud_environments.shared)]
pub struct GetSharedEnvironments {
    /// The Mini Programs.
    pub appids: Vec<AppId>,
}

/// The environments that Mini Programs use.
#[endpoint(part, reply_to(GetSharedEnvironments))]
pub struct EnvironmentsOfApps {
    /// One for each Mini Program.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub relation_data: Vec<EnvironmentsOfApp>,
    /// Those that could not be told of.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub err_list: Vec<SharingFailure>,
}

/// The environments that a Mini Program uses.
#[endpoint(part)]
pub struct EnvironmentsOfApp {
    /// The Mini Program.
    pub appid: AppId,
    /// The environments.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub env_list: Vec<String>,
}
