//! The versions of containers in the cloud environments that a third-party platform owns
//! (批量代云托管版本). `/componenttcb/*csversion*`

use weixin_api::{StringEnum, endpoint, group};
use weixin_protocol::Secret;

use crate::ids::EnvironmentId;

group! {
    /// The versions of containers in the environments that the third-party platform owns (批量代云托管版本).
    cloud_container_versions: [
        CreateContainerVersion, CreateContainerVersions, DeleteContainerVersion,
        DeleteContainerVersions, GetContainerVersion, GetContainerVersions,
        SetContainerVersionConfig,
    ]
}

weixin_api::integer_id! {
    /// A build of a container version (构建 ID, buildid).
    BuildId(u64)
}

/// Creates a version of a service.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Component};
/// # use weixin_open::cloud_container_version::*;
/// # async fn example(wx: impl Caller<Kind = Component>) -> Result<(), Error> {
/// let version = ContainerVersionConfig::new("order", ContainerSource::Image)
///     .image_info(ContainerImage::new().image_url("ccr.ccs.tencentyun.com/example/order:2"))
///     .container_port(80)
///     .minnum(0)
///     .maxnum(5);
/// let created = wx.cloud_container_versions().create(("prod-0a1b2c", version)).await?;
/// println!("version {:?} is being created", created.version_name);
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/componenttcb/createcsversion", title = "创建服务版本",
    doc = "https://developers.weixin.qq.com/doc/oplatform/Third-party_Platforms/2.0/api/cloudbase/batch/createcsversion.html",
    scope(component), reply = CreatedContainerVersion, call = cloud_container_versions.create)]
pub struct CreateContainerVersion {
    /// The cloud environment.
    pub env: EnvironmentId,
    /// The configuration of the version.
    #[serde(flatten)]
    pub version: ContainerVersionConfig,
}

/// Creates the same version of a service in many environments.
#[endpoint(POST "/componenttcb/batchcreatecsversion", title = "批量创建服务版本",
    doc = "https://developers.weixin.qq.com/doc/oplatform/Third-party_Platforms/2.0/api/cloudbase/batch/batchcreatecsversion.html",
    scope(component), reply = CreatedContainerVersions, call = cloud_container_versions.create_many)]
pub struct CreateContainerVersions {
    /// The cloud environments.
    pub envs: Vec<EnvironmentId>,
    /// The configuration of the version.
    #[serde(flatten)]
    pub version: ContainerVersionConfig,
}

/// The configuration of a version.
#[endpoint(part)]
pub struct ContainerVersionConfig {
    /// The service, by its name in the environment.
    pub service_name: String,
    /// The source of the code.
    pub upload_type: ContainerSource,
    /// The share of traffic in percent.
    pub flow_ratio: Option<u64>,
    /// The number of processors, such as `0.5`.
    pub cpu: Option<f64>,
    /// The memory in GB.
    pub mem: Option<f64>,
    /// The lowest number of instances.
    pub minnum: Option<u64>,
    /// The highest number of instances.
    pub maxnum: Option<u64>,
    /// The load that decides on the number of instances.
    pub policy_type: Option<ScalingPolicy>,
    /// The load in percent at which an instance is added.
    pub policy_threshold: Option<u64>,
    /// The port that the container listens on.
    pub container_port: Option<u64>,
    /// The kind of the repository; for [`ContainerSource::Repository`].
    pub repository_type: Option<RepositoryKind>,
    /// The address of the repository; for [`ContainerSource::Repository`].
    pub repository: Option<String>,
    /// The branch of the repository.
    pub branch: Option<String>,
    /// The path of the Dockerfile in the code.
    pub dockerfile_path: Option<String>,
    /// The folder in which the image is built.
    pub build_dir: Option<String>,
    /// The environment variables as JSON text.
    pub env_params: Option<String>,
    /// The name of the package; for [`ContainerSource::Package`].
    pub package_name: Option<String>,
    /// The version of the package; for [`ContainerSource::Package`].
    pub package_version: Option<String>,
    /// The image; for [`ContainerSource::Image`].
    pub image_info: Option<ContainerImage>,
    /// The name and address of the repository.
    pub code_detail: Option<ContainerCode>,
    /// The login at the registry of the image.
    pub image_secret_info: Option<ContainerImageSecret>,
    /// The name of the secret with which the image is pulled.
    pub image_pulls_secret: Option<String>,
    /// The place of the logs, such as `stdout`.
    pub custom_logs: Option<String>,
    /// Whether the container gets a WeChat token as a file.
    pub mount_wx_token: Option<bool>,
    /// A remark on the version.
    pub version_remark: Option<String>,
}

/// The kind of a code repository.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum RepositoryKind {
    /// GitHub.
    #[string_enum(rename = "github")]
    GitHub,
    /// GitLab.
    #[string_enum(rename = "gitlab")]
    GitLab,
    /// Gitee.
    #[string_enum(rename = "gitee")]
    Gitee,
    /// A value that this version does not know.
    Other(String),
}

/// The load that decides on the number of instances (扩缩容策略).
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum ScalingPolicy {
    /// The load of the processors.
    #[string_enum(rename = "cpu")]
    Cpu,
    /// The use of memory.
    #[string_enum(rename = "mem")]
    Memory,
    /// A value that this version does not know.
    Other(String),
}

/// The source of a version's code (上传方式).
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum ContainerSource {
    /// A code repository (代码库).
    #[string_enum(rename = "repository")]
    Repository,
    /// An uploaded package (代码包).
    #[string_enum(rename = "package")]
    Package,
    /// A container image (镜像).
    #[string_enum(rename = "image")]
    Image,
    /// A value that this version does not know.
    Other(String),
}

/// A container image.
#[endpoint(part)]
pub struct ContainerImage {
    /// The name of the image's repository.
    pub repository_name: Option<String>,
    /// Whether the image is public.
    pub ispublic: Option<bool>,
    /// The tag of the image.
    pub tagname: Option<String>,
    /// The address of the registry.
    pub server_addr: Option<String>,
    /// The address of the image.
    pub image_url: Option<String>,
}

/// The repository of a version.
#[endpoint(part)]
pub struct ContainerCode {
    /// The name of the repository.
    pub name: Option<ContainerCodeName>,
    /// The address of the repository.
    pub url: Option<String>,
}

/// The name of a repository.
#[endpoint(part)]
pub struct ContainerCodeName {
    /// The name without its owner.
    pub name: Option<String>,
    /// The name with its owner.
    pub fullname: Option<String>,
}

/// The login at a registry.
#[endpoint(part)]
pub struct ContainerImageSecret {
    /// The address of the registry.
    pub registryserver: Option<String>,
    /// The name of the user.
    pub username: Option<String>,
    /// The password of the user.
    #[serde(serialize_with = "weixin_api::expose_some")]
    pub password: Option<Secret>,
    /// The e-mail address of the user.
    pub email: Option<String>,
}

/// A version that is being created.
#[endpoint(part, reply_to(CreateContainerVersion))]
pub struct CreatedContainerVersion {
    /// The version, by its name in the service.
    pub version_name: Option<String>,
}

/// The versions that are being created.
#[endpoint(part, reply_to(CreateContainerVersions))]
pub struct CreatedContainerVersions {
    /// The versions, one for each environment.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub succ_list: Vec<CreatedInEnvironment>,
    /// The environments in which the version could not be created.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fail_list: Vec<NotCreatedInEnvironment>,
}

/// A version that is being created in an environment.
#[endpoint(part)]
pub struct CreatedInEnvironment {
    /// The cloud environment.
    pub env: EnvironmentId,
    /// The version, by its name in the service.
    pub version_name: Option<String>,
}

/// An environment in which a version could not be created.
#[endpoint(part)]
pub struct NotCreatedInEnvironment {
    /// The cloud environment.
    pub env: EnvironmentId,
    /// The reason of the failure.
    pub errormsg: Option<String>,
}

/// Deletes a version of a service.
#[endpoint(POST "/componenttcb/delcsversion", title = "删除服务版本",
    doc = "https://developers.weixin.qq.com/doc/oplatform/Third-party_Platforms/2.0/api/cloudbase/batch/delcsversion.html",
    scope(component), retry = safe, call = cloud_container_versions.delete)]
pub struct DeleteContainerVersion {
    /// The cloud environment.
    pub env: EnvironmentId,
    /// The service, by its name in the environment.
    pub service_name: String,
    /// The version, by its name in the service.
    pub version_name: String,
}

/// Deletes versions of several services.
#[endpoint(POST "/componenttcb/batchdelcsversion", title = "批量删除服务版本",
    doc = "https://developers.weixin.qq.com/doc/oplatform/Third-party_Platforms/2.0/api/cloudbase/batch/batchDelCSVersion.html",
    scope(component), retry = safe, reply = DeletedContainerVersions, call = cloud_container_versions.delete_many)]
pub struct DeleteContainerVersions {
    /// The versions to delete.
    pub items: Vec<ContainerVersionName>,
}

/// A version of a service.
#[endpoint(part)]
pub struct ContainerVersionName {
    /// The cloud environment.
    pub env: EnvironmentId,
    /// The service, by its name in the environment.
    pub service_name: String,
    /// The version, by its name in the service.
    pub version_name: String,
}

/// The result of deleting versions.
#[endpoint(part, reply_to(DeleteContainerVersions))]
pub struct DeletedContainerVersions {
    /// The versions that were deleted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub succ_list: Vec<ContainerVersionName>,
    /// The versions that could not be deleted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fail_list: Vec<NotDeletedVersion>,
}

/// A version that could not be deleted.
#[endpoint(part)]
pub struct NotDeletedVersion {
    /// The cloud environment.
    pub env: Option<EnvironmentId>,
    /// The service, by its name in the environment.
    pub service_name: Option<String>,
    /// The version, by its name in the service.
    pub version_name: Option<String>,
    /// The reason of the failure.
    pub errmsg: Option<String>,
}

/// Returns a version of a service.
#[endpoint(POST "/componenttcb/getcsversiondetail", title = "获取服务版本详情",
    doc = "https://developers.weixin.qq.com/doc/oplatform/Third-party_Platforms/2.0/api/cloudbase/batch/getcsversiondetail.html",
    scope(component), retry = safe, reply = ContainerVersion, call = cloud_container_versions.get)]
pub struct GetContainerVersion {
    /// The cloud environment.
    pub env: EnvironmentId,
    /// The service, by its name in the environment.
    pub service_name: String,
    /// The version, by its name in the service.
    pub version_name: String,
}

/// A version of a service and its configuration.
#[endpoint(part, reply_to(GetContainerVersion))]
pub struct ContainerVersion {
    /// The version, by its name in the service.
    pub version_name: String,
    /// A remark on the version.
    pub remark: Option<String>,
    /// The path of the Dockerfile in the code.
    pub dockerfile_path: Option<String>,
    /// The folder in which the image is built.
    pub build_dir: Option<String>,
    /// The number of processors, such as `0.5`.
    pub cpu: Option<f64>,
    /// The memory in GB.
    pub mem: Option<f64>,
    /// The lowest number of instances.
    pub minnum: Option<u64>,
    /// The highest number of instances.
    pub maxnum: Option<u64>,
    /// The load that decides on the number of instances.
    pub policy_type: Option<ScalingPolicy>,
    /// The load in percent at which an instance is added.
    pub policy_threshold: Option<u64>,
    /// The environment variables as JSON text.
    pub env_params: Option<String>,
    /// When it was created, as `2006-01-02 15:04:05`.
    pub created_time: Option<String>,
    /// When it was last changed, as `2006-01-02 15:04:05`.
    pub updated_time: Option<String>,
    /// The internal IP address of the version.
    pub version_ip: Option<String>,
    /// The internal port of the version.
    pub version_port: Option<u64>,
    /// The port that the container listens on.
    pub container_port: Option<u64>,
    /// The state in Tencent Cloud's words: `normal` if the version can run.
    pub status: Option<String>,
    /// The name of the package; for [`ContainerSource::Package`].
    pub package_name: Option<String>,
    /// The version of the package; for [`ContainerSource::Package`].
    pub package_version: Option<String>,
    /// The source of the code.
    pub upload_type: Option<ContainerSource>,
    /// The kind of the repository; for [`ContainerSource::Repository`].
    pub repo_type: Option<RepositoryKind>,
    /// The address of the repository; for [`ContainerSource::Repository`].
    pub repo: Option<String>,
    /// The branch of the repository.
    pub branch: Option<String>,
    /// The address of the version's image.
    pub image_url: Option<String>,
    /// The place of the logs, such as `stdout`.
    pub custom_logs: Option<String>,
}

/// Returns a page of the versions of a service.
#[endpoint(POST "/componenttcb/getcsversionlist", title = "获取服务版本列表",
    doc = "https://developers.weixin.qq.com/doc/oplatform/Third-party_Platforms/2.0/api/cloudbase/batch/getcsversionlist.html",
    scope(component), retry = safe, reply = ContainerVersionList, call = cloud_container_versions.list)]
pub struct GetContainerVersions {
    /// The cloud environment.
    pub env: EnvironmentId,
    /// The service, by its name in the environment.
    pub service_name: String,
    /// The number of versions; the platform's default if left out.
    pub limit: Option<u64>,
    /// The first version, from 0.
    pub offset: Option<u64>,
}

/// A page of the versions of a service.
#[endpoint(part, reply_to(GetContainerVersions))]
pub struct ContainerVersionList {
    /// The number of versions.
    pub total: Option<u64>,
    /// The versions on this page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<ContainerVersionListed>,
}

/// A version of a service and its state.
#[endpoint(part)]
pub struct ContainerVersionListed {
    /// The version, by its name in the service.
    pub version_name: String,
    /// The state in Tencent Cloud's words, such as `normal` or `build_fail`.
    pub status: Option<String>,
    /// When it was created, as `2006-01-02 15:04:05`.
    pub created_time: Option<String>,
    /// When it was last changed, as `2006-01-02 15:04:05`.
    pub updated_time: Option<String>,
    /// The share of traffic in percent.
    pub flow_ratio: Option<u64>,
    /// The build of the version.
    pub buildid: Option<BuildId>,
    /// The source of the code.
    pub upload_type: Option<ContainerSource>,
    /// The lowest number of instances.
    pub min_replicas: Option<u64>,
    /// The highest number of instances.
    pub max_replicas: Option<u64>,
}

/// Updates the configuration of a version.
#[endpoint(POST "/componenttcb/setcsversionconfig", title = "设置版本配置",
    doc = "https://developers.weixin.qq.com/doc/oplatform/Third-party_Platforms/2.0/api/cloudbase/batch/setcsversionconfig.html",
    scope(component), retry = safe, call = cloud_container_versions.set_config)]
pub struct SetContainerVersionConfig {
    /// The cloud environment.
    pub env: EnvironmentId,
    /// The service, by its name in the environment.
    pub service_name: String,
    /// The version, by its name in the service.
    pub version_name: String,
    /// The lowest number of instances.
    pub minnum: Option<u64>,
    /// The highest number of instances.
    pub maxnum: Option<u64>,
    /// The port that the container listens on.
    pub container_port: Option<u64>,
    /// The environment variables as JSON text.
    pub env_params: Option<String>,
    /// The place of the logs, such as `stdout`.
    pub custom_logs: Option<String>,
    /// A remark on the version.
    pub remark: Option<String>,
}
