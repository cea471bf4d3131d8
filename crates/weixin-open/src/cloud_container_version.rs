//! The versions of containers in the environments that a third-party platform owns (批量代云托管版本). `/componenttcb/*csversion*`

use weixin_api::{endpoint, group};
use weixin_protocol::Secret;

group! {
    /// The versions of containers in the environments that the third-party platform owns (批量代云托管版本).
    cloud_container_versions: [CreateContainerVersion, CreateContainerVersions, DeleteContainerVersion, DeleteContainerVersions, GetContainerVersion, GetContainerVersions, SetContainerVersionConfig]
}

/// Makes a version of a service.
#[endpoint(POST "/componenttcb/createcsversion", title = "创建服务版本",
    doc = "https://developers.weixin.qq.com/doc/oplatform/Third-party_Platforms/2.0/api/cloudbase/batch/createcsversion.html",
    scope(component), reply = CreatedContainerVersion, call = cloud_container_versions.create)]
pub struct CreateContainerVersion {
    /// The environment.
    pub env: String,
    /// The version.
    #[serde(flatten)]
    pub version: ContainerVersionConfig,
}

/// Makes the same version of a service of many environments.
#[endpoint(POST "/componenttcb/batchcreatecsversion", title = "批量创建服务版本",
    doc = "https://developers.weixin.qq.com/doc/oplatform/Third-party_Platforms/2.0/api/cloudbase/batch/batchcreatecsversion.html",
    scope(component), reply = CreatedContainerVersions, call = cloud_container_versions.create_many)]
pub struct CreateContainerVersions {
    /// The environments.
    pub envs: Vec<String>,
    /// The version.
    #[serde(flatten)]
    pub version: ContainerVersionConfig,
}

/// A version of a service.
#[endpoint(part)]
pub struct ContainerVersionConfig {
    /// The service.
    pub service_name: String,
    /// Where its code comes from: `repository`, `package` or `image`.
    pub upload_type: String,
    /// How many of a hundred calls it gets.
    pub flow_ratio: Option<u64>,
    /// How many processors it has.
    pub cpu: Option<f64>,
    /// How much memory it has, in GB.
    pub mem: Option<f64>,
    /// How often it runs at least.
    pub minnum: Option<u64>,
    /// How often it runs at most.
    pub maxnum: Option<u64>,
    /// What decides how often: `cpu` or `mem`.
    pub policy_type: Option<String>,
    /// At how many of a hundred of that it runs once more.
    pub policy_threshold: Option<u64>,
    /// The port it listens at.
    pub container_port: Option<u64>,
    /// The kind of repository: `github`, `gitlab` or `gitee`.
    pub repository_type: Option<String>,
    /// The address of the repository.
    pub repository: Option<String>,
    /// Its branch.
    pub branch: Option<String>,
    /// Where its Dockerfile is.
    pub dockerfile_path: Option<String>,
    /// Where it is built.
    pub build_dir: Option<String>,
    /// Its environment variables, as JSON in a text.
    pub env_params: Option<String>,
    /// The package.
    pub package_name: Option<String>,
    /// Its version.
    pub package_version: Option<String>,
    /// The image.
    pub image_info: Option<ContainerImage>,
    /// The repository, once more.
    pub code_detail: Option<ContainerCode>,
    /// How the image is fetched.
    pub image_secret_info: Option<ContainerImageSecret>,
    /// How the image is fetched.
    pub image_pulls_secret: Option<String>,
    /// Where it writes its log.
    pub custom_logs: Option<String>,
    /// Whether it is given a token.
    pub mount_wx_token: Option<bool>,
    /// A remark.
    pub version_remark: Option<String>,
}

/// An image.
#[endpoint(part)]
pub struct ContainerImage {
    /// Where it is.
    pub repository_name: Option<String>,
    /// Whether everybody may fetch it.
    pub ispublic: Option<bool>,
    /// Its tag.
    pub tagname: Option<String>,
    /// The server it is at.
    pub server_addr: Option<String>,
    /// Its address.
    pub image_url: Option<String>,
}

/// The repository of a version.
#[endpoint(part)]
pub struct ContainerCode {
    /// Its name.
    pub name: Option<ContainerCodeName>,
    /// Its address.
    pub url: Option<String>,
}

/// The name of a repository.
#[endpoint(part)]
pub struct ContainerCodeName {
    /// Its name.
    pub name: Option<String>,
    /// Its name with its owner.
    pub fullname: Option<String>,
}

/// How an image is fetched.
#[endpoint(part)]
pub struct ContainerImageSecret {
    /// The server.
    pub registryserver: Option<String>,
    /// The user.
    pub username: Option<String>,
    /// Their password.
    #[serde(serialize_with = "weixin_api::expose_some")]
    pub password: Option<Secret>,
    /// Their e-mail address.
    pub email: Option<String>,
}

/// A version that is being made.
#[endpoint(part, reply_to(CreateContainerVersion))]
pub struct CreatedContainerVersion {
    /// Its name.
    pub version_name: Option<String>,
}

/// Versions that are being made.
#[endpoint(part, reply_to(CreateContainerVersions))]
pub struct CreatedContainerVersions {
    /// One for each environment.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub succ_list: Vec<CreatedInEnvironment>,
    /// Environments in which it cannot be made.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fail_list: Vec<NotCreatedInEnvironment>,
}

/// A version that is being made.
#[endpoint(part)]
pub struct CreatedInEnvironment {
    /// The environment.
    pub env: String,
    /// The name of the version.
    pub version_name: Option<String>,
}

/// An environment in which a version cannot be made.
#[endpoint(part)]
pub struct NotCreatedInEnvironment {
    /// The environment.
    pub env: String,
    /// Why.
    pub errormsg: Option<String>,
}

/// Deletes a version of a service.
#[endpoint(POST "/componenttcb/delcsversion", title = "删除服务版本",
    doc = "https://developers.weixin.qq.com/doc/oplatform/Third-party_Platforms/2.0/api/cloudbase/batch/delcsversion.html",
    scope(component), retry = safe, call = cloud_container_versions.delete)]
pub struct DeleteContainerVersion {
    /// The environment.
    pub env: String,
    /// The service.
    pub service_name: String,
    /// The version.
    pub version_name: String,
}

/// Deletes versions of services.
#[endpoint(POST "/componenttcb/batchdelcsversion", title = "批量删除服务版本",
    doc = "https://developers.weixin.qq.com/doc/oplatform/Third-party_Platforms/2.0/api/cloudbase/batch/batchDelCSVersion.html",
    scope(component), retry = safe, reply = DeletedContainerVersions, call = cloud_container_versions.delete_many)]
pub struct DeleteContainerVersions {
    /// The versions.
    pub items: Vec<ContainerVersionName>,
}

/// A version of a service.
#[endpoint(part)]
pub struct ContainerVersionName {
    /// The environment.
    pub env: String,
    /// The service.
    pub service_name: String,
    /// The version.
    pub version_name: String,
}

/// What became of versions that were to be deleted.
#[endpoint(part, reply_to(DeleteContainerVersions))]
pub struct DeletedContainerVersions {
    /// Those that are deleted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub succ_list: Vec<ContainerVersionName>,
    /// Those that are not.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fail_list: Vec<NotDeletedVersion>,
}

/// A version that could not be deleted.
#[endpoint(part)]
pub struct NotDeletedVersion {
    /// The environment.
    pub env: Option<String>,
    /// The service.
    pub service_name: Option<String>,
    /// The version.
    pub version_name: Option<String>,
    /// Why.
    pub errmsg: Option<String>,
}

/// Tells about a version of a service.
#[endpoint(POST "/componenttcb/getcsversiondetail", title = "获取服务版本详情",
    doc = "https://developers.weixin.qq.com/doc/oplatform/Third-party_Platforms/2.0/api/cloudbase/batch/getcsversiondetail.html",
    scope(component), retry = safe, reply = ContainerVersion, call = cloud_container_versions.get)]
pub struct GetContainerVersion {
    /// The environment.
    pub env: String,
    /// The service.
    pub service_name: String,
    /// The version.
    pub version_name: String,
}

/// A version of a service.
#[endpoint(part, reply_to(GetContainerVersion))]
pub struct ContainerVersion {
    /// Its name.
    pub version_name: String,
    /// A remark.
    pub remark: Option<String>,
    /// Where its Dockerfile is.
    pub dockerfile_path: Option<String>,
    /// Where it is built.
    pub build_dir: Option<String>,
    /// How many processors it has.
    pub cpu: Option<f64>,
    /// How much memory it has, in GB.
    pub mem: Option<f64>,
    /// How often it runs at least.
    pub minnum: Option<u64>,
    /// How often it runs at most.
    pub maxnum: Option<u64>,
    /// What decides how often.
    pub policy_type: Option<String>,
    /// At how many of a hundred of that it runs once more.
    pub policy_threshold: Option<u64>,
    /// Its environment variables, as JSON in a text.
    pub env_params: Option<String>,
    /// When it was made, as `2006-01-02 15:04:05`.
    pub created_time: Option<String>,
    /// When it was changed.
    pub updated_time: Option<String>,
    /// Its address.
    pub version_ip: Option<String>,
    /// Its port.
    pub version_port: Option<u64>,
    /// The port it listens at.
    pub container_port: Option<u64>,
    /// `normal`, or what else it is.
    pub status: Option<String>,
    /// The package it comes from.
    pub package_name: Option<String>,
    /// The version of the package.
    pub package_version: Option<String>,
    /// Where its code comes from.
    pub upload_type: Option<String>,
    /// The kind of repository.
    pub repo_type: Option<String>,
    /// The address of the repository.
    pub repo: Option<String>,
    /// Its branch.
    pub branch: Option<String>,
    /// The address of its image.
    pub image_url: Option<String>,
    /// Where it writes its log.
    pub custom_logs: Option<String>,
}

/// Gives the versions of a service.
#[endpoint(POST "/componenttcb/getcsversionlist", title = "获取服务版本列表",
    doc = "https://developers.weixin.qq.com/doc/oplatform/Third-party_Platforms/2.0/api/cloudbase/batch/getcsversionlist.html",
    scope(component), retry = safe, reply = ContainerVersionList, call = cloud_container_versions.list)]
pub struct GetContainerVersions {
    /// The environment.
    pub env: String,
    /// The service.
    pub service_name: String,
    /// How many to give.
    pub limit: Option<u64>,
    /// How many to skip; none if left out.
    pub offset: Option<u64>,
}

/// A page of the versions of a service.
#[endpoint(part, reply_to(GetContainerVersions))]
pub struct ContainerVersionList {
    /// How many there are in all.
    pub total: Option<u64>,
    /// The page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<ContainerVersionListed>,
}

/// A version of a service.
#[endpoint(part)]
pub struct ContainerVersionListed {
    /// Its name.
    pub version_name: String,
    /// `normal`, or what else it is.
    pub status: Option<String>,
    /// When it was made, as `2006-01-02 15:04:05`.
    pub created_time: Option<String>,
    /// When it was changed.
    pub updated_time: Option<String>,
    /// How many of a hundred calls it gets.
    pub flow_ratio: Option<u64>,
    /// The number of its build.
    pub buildid: Option<u64>,
    /// Where its code comes from.
    pub upload_type: Option<String>,
    /// How often it runs at least.
    pub min_replicas: Option<u64>,
    /// How often it runs at most.
    pub max_replicas: Option<u64>,
}

/// Changes how a version of a service runs.
#[endpoint(POST "/componenttcb/setcsversionconfig", title = "设置版本配置",
    doc = "https://developers.weixin.qq.com/doc/oplatform/Third-party_Platforms/2.0/api/cloudbase/batch/setcsversionconfig.html",
    scope(component), retry = safe, call = cloud_container_versions.set_config)]
pub struct SetContainerVersionConfig {
    /// The environment.
    pub env: String,
    /// The service.
    pub service_name: String,
    /// The version.
    pub version_name: String,
    /// How often it runs at least.
    pub minnum: Option<u64>,
    /// How often it runs at most.
    pub maxnum: Option<u64>,
    /// The port it listens at.
    pub container_port: Option<u64>,
    /// Its environment variables, as JSON in a text.
    pub env_params: Option<String>,
    /// Where it writes its log.
    pub custom_logs: Option<String>,
    /// A remark.
    pub remark: Option<String>,
}
