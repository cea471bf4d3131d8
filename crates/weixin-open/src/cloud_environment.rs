//! The cloud environments that a third-party platform owns (批量代云开发). `/componenttcb/*env*`
//!
//! The third-party platform shares its environments with the Mini Programs that use them.

use weixin_api::{endpoint, group};
use weixin_protocol::AppId;

use crate::ids::{EnvironmentId, PackageId};

group! {
    /// The cloud environments that the third-party platform owns (批量代云开发).
    cloud_environments: [
        GetEnvironments, CreateEnvironment, ModifyEnvironment, ShareEnvironments,
        GetSharedEnvironments,
    ]
}

weixin_api::string_id! {
    /// A database of a cloud environment (数据库实例 ID, dbinstance_id).
    DatabaseInstanceId
    /// A storage of a cloud environment (存储桶 ID, bucket_id).
    BucketId
    /// An order at Tencent Cloud (订单号, tranid).
    CloudOrderId
}

/// Returns the cloud environments of the third-party platform.
#[endpoint(POST "/componenttcb/describeenvs", title = "获取环境信息",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-batch/env-mgnt/getTcbEnvList.html",
    scope(component), retry = safe, reply = Environments, call = cloud_environments.list)]
pub struct GetEnvironments {}

/// The cloud environments of a third-party platform.
#[endpoint(part, reply_to(GetEnvironments))]
pub struct Environments {
    /// The environments with their state.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub info_list: Vec<Environment>,
}

/// A cloud environment of a third-party platform.
#[endpoint(part)]
pub struct Environment {
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
    /// The database of the environment.
    pub dbinstance_id: Option<DatabaseInstanceId>,
    /// The storage of the environment.
    pub bucket_id: Option<BucketId>,
}

/// Creates a cloud environment.
#[endpoint(POST "/componenttcb/createenv", title = "创建环境",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-batch/env-mgnt/createTcbEnv.html",
    scope(component), reply = CreatedEnvironment, call = cloud_environments.create)]
pub struct CreateEnvironment {
    /// The name of the environment.
    pub alias: Option<String>,
}

/// A cloud environment that is being created.
#[endpoint(part, reply_to(CreateEnvironment))]
pub struct CreatedEnvironment {
    /// The id of the environment.
    pub env: Option<EnvironmentId>,
    /// The order that creates it.
    pub tranid: Option<CloudOrderId>,
}

/// Takes over an environment that was created in the console of Tencent Cloud, for the third-party
/// platform or for the Mini Program that calls.
#[endpoint(POST "/tcb/modifyenv", title = "变更环境",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-batch/env-mgnt/changeTcbEnv.html",
    scope(component, mini), retry = safe, call = cloud_environments.modify)]
pub struct ModifyEnvironment {
    /// The cloud environment.
    pub env: EnvironmentId,
}

/// Shares cloud environments with Mini Programs.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Component};
/// # use weixin_open::cloud_environment::*;
/// # use weixin_protocol::AppId;
/// # async fn example(wx: impl Caller<Kind = Component>) -> Result<(), Error> {
/// let shops = ["wxb1a2c3d4e5f60718", "wxc2b3d4e5f6071829"].map(AppId::from);
/// let sharing = [SharedEnvironment::new("prod-0a1b2c", shops)];
/// for failed in wx.cloud_environments().share(sharing).await?.err_list {
///     println!("{:?}: {:?}", failed.appid, failed.errmsg);
/// }
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/componenttcb/batchshareenv", title = "环境共享",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-batch/env-mgnt/shareCloudbaseEnv.html",
    scope(component), retry = safe, reply = SharedEnvironments, call = cloud_environments.share)]
pub struct ShareEnvironments {
    /// The environments with the Mini Programs that may use them.
    pub data: Vec<SharedEnvironment>,
}

/// A cloud environment and the Mini Programs that may use it.
#[endpoint(part)]
pub struct SharedEnvironment {
    /// The cloud environment.
    pub env: EnvironmentId,
    /// The Mini Programs.
    pub appids: Vec<AppId>,
}

/// The result of sharing environments.
#[endpoint(part, reply_to(ShareEnvironments))]
pub struct SharedEnvironments {
    /// The environments that could not be shared.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub err_list: Vec<SharingFailure>,
}

/// An environment that could not be shared.
#[endpoint(part)]
pub struct SharingFailure {
    /// The cloud environment.
    pub env: Option<EnvironmentId>,
    /// The Mini Program that it was to be shared with.
    pub appid: Option<AppId>,
    /// The reason of the failure.
    pub errmsg: Option<String>,
}

/// Returns the cloud environments that Mini Programs may use.
#[endpoint(POST "/componenttcb/batchgetenvid", title = "获取环境共享信息",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/cloudbase-batch/env-mgnt/getShareCloudbaseEnv.html",
    scope(component), retry = safe, reply = EnvironmentsOfApps, call = cloud_environments.shared)]
pub struct GetSharedEnvironments {
    /// The Mini Programs.
    pub appids: Vec<AppId>,
}

/// The cloud environments that Mini Programs may use.
#[endpoint(part, reply_to(GetSharedEnvironments))]
pub struct EnvironmentsOfApps {
    /// The environments of each Mini Program.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub relation_data: Vec<EnvironmentsOfApp>,
    /// The Mini Programs for which the query failed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub err_list: Vec<SharingFailure>,
}

/// The cloud environments that a Mini Program may use.
#[endpoint(part)]
pub struct EnvironmentsOfApp {
    /// The Mini Program.
    pub appid: AppId,
    /// The environments that it may use.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub env_list: Vec<EnvironmentId>,
}
