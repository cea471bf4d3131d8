//! Containers in the environments that a third-party platform owns (批量代云托管). `/componenttcb/*cs*`

use weixin_api::{endpoint, group};

group! {
    /// Containers in the environments that the third-party platform owns (批量代云托管).
    cloud_containers: [CreateContainerService, OpenContainerService, DeleteContainerService, GetContainerServices, SetContainerFlow, SetContainerFlows]
}

/// Lets an environment have containers.
#[endpoint(POST "/componenttcb/opencontainerservice", title = "开通云托管",
    doc = "https://developers.weixin.qq.com/doc/oplatform/Third-party_Platforms/2.0/api/cloudbase/batch/opencontainerservice.html",
    scope(component), retry = safe, call = cloud_containers.open)]
pub struct OpenContainerService {
    /// The environment.
    pub env: String,
}

/// Makes a service, without a version yet.
#[endpoint(POST "/componenttcb/createcontainerservice", title = "创建服务",
    doc = "https://developers.weixin.qq.com/doc/oplatform/Third-party_Platforms/2.0/api/cloudbase/batch/createcontainerservice.html",
    scope(component), call = cloud_containers.create)]
pub struct CreateContainerService {
    /// The environment.
    pub env: String,
    /// The service.
    pub service_name: String,
    /// A remark.
    pub remark: Option<String>,
    /// The network it runs in.
    pub vpc: Option<ContainerNetwork>,
}

/// The network a service runs in.
#[endpoint(part)]
pub struct ContainerNetwork {
    /// The network.
    pub vpcid: String,
    /// Its parts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub subnetids: Vec<String>,
    /// How it is made.
    pub create_type: i64,
}

/// Deletes a service.
#[endpoint(POST "/componenttcb/delcontainerservice", title = "删除服务",
    doc = "https://developers.weixin.qq.com/doc/oplatform/Third-party_Platforms/2.0/api/cloudbase/batch/delcontainerservice.html",
    scope(component), retry = safe, call = cloud_containers.delete)]
pub struct DeleteContainerService {
    /// The environment.
    pub env: String,
    /// The service.
    pub service_name: String,
}

/// Gives the services of an environment.
#[endpoint(POST "/componenttcb/getcslist", title = "获取服务列表",
    doc = "https://developers.weixin.qq.com/doc/oplatform/Third-party_Platforms/2.0/api/cloudbase/batch/getcslist.html",
    scope(component), retry = safe, reply = ContainerServices, call = cloud_containers.list)]
pub struct GetContainerServices {
    /// The environment.
    pub env: String,
    /// How many to give.
    pub limit: Option<u64>,
    /// How many to skip; none if left out.
    pub offset: Option<u64>,
}

/// A page of the services of an environment.
#[endpoint(part, reply_to(GetContainerServices))]
pub struct ContainerServices {
    /// How many there are in all.
    pub total: Option<u64>,
    /// The page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cslist: Vec<ContainerService>,
}

/// A service.
#[endpoint(part)]
pub struct ContainerService {
    /// Its name.
    pub server_name: String,
    /// The network it runs in.
    pub vpcid: Option<String>,
    /// `normal`, or what else it is.
    pub status: Option<String>,
    /// Where its images are.
    pub image_repo: Option<String>,
    /// When it was made, as `2006-01-02 15:04:05`.
    pub created_time: Option<String>,
    /// When it was changed.
    pub updated_time: Option<String>,
}

/// Sets how many of a hundred calls each version of a service gets.
#[endpoint(POST "/componenttcb/setcspropotion", title = "设置版本流量",
    doc = "https://developers.weixin.qq.com/doc/oplatform/Third-party_Platforms/2.0/api/cloudbase/batch/setcspropotion.html",
    scope(component), retry = safe, call = cloud_containers.set_flow)]
pub struct SetContainerFlow {
    /// The environment.
    pub env: String,
    /// The service.
    pub service_name: String,
    /// The versions.
    pub items: Vec<VersionFlow>,
}

/// How many calls a version gets.
#[endpoint(part)]
pub struct VersionFlow {
    /// The version.
    pub version_name: String,
    /// How many of a hundred.
    pub flow_ratio: u64,
}

/// Sets how many of a hundred calls each version of services gets.
#[endpoint(POST "/componenttcb/batchsetcspropotion", title = "批量设置版本流量",
    doc = "https://developers.weixin.qq.com/doc/oplatform/Third-party_Platforms/2.0/api/cloudbase/batch/batchSetCSPropotion.html",
    scope(component), retry = safe, reply = ContainerFlows, call = cloud_containers.set_flows)]
pub struct SetContainerFlows {
    /// The services.
    pub items: Vec<ServiceFlow>,
}

/// How many calls the versions of a service get.
#[endpoint(part)]
pub struct ServiceFlow {
    /// The environment.
    pub env: String,
    /// The service.
    pub service_name: String,
    /// The versions.
    pub items: Vec<VersionFlow>,
}

/// What became of services whose calls were to be divided.
#[endpoint(part, reply_to(SetContainerFlows))]
pub struct ContainerFlows {
    /// Those that are.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub succ_list: Vec<ServiceOfEnvironment>,
    /// Those that are not.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fail_list: Vec<ServiceOfEnvironment>,
}

/// A service.
#[endpoint(part)]
pub struct ServiceOfEnvironment {
    /// The environment.
    pub env: Option<String>,
    /// The service.
    pub service_name: Option<String>,
    /// What went wrong.
    pub errmsg: Option<String>,
}
