//! Containers in the cloud environments that a third-party platform owns (批量代云托管).
//! `/componenttcb/*cs*`

use weixin_api::{endpoint, group};

use crate::ids::{EnvironmentId, SubnetId, VpcId};

group! {
    /// Containers in the environments that the third-party platform owns (批量代云托管).
    cloud_containers: [
        CreateContainerService, OpenContainerService, DeleteContainerService, GetContainerServices,
        SetContainerFlow, SetContainerFlows,
    ]
}

/// Enables containers (云托管) for an environment.
#[endpoint(POST "/componenttcb/opencontainerservice", title = "开通云托管",
    doc = "https://developers.weixin.qq.com/doc/oplatform/Third-party_Platforms/2.0/api/cloudbase/batch/opencontainerservice.html",
    scope(component), retry = safe, call = cloud_containers.open)]
pub struct OpenContainerService {
    /// The cloud environment.
    pub env: EnvironmentId,
}

/// Creates a service without a version.
#[endpoint(POST "/componenttcb/createcontainerservice", title = "创建服务",
    doc = "https://developers.weixin.qq.com/doc/oplatform/Third-party_Platforms/2.0/api/cloudbase/batch/createcontainerservice.html",
    scope(component), call = cloud_containers.create)]
pub struct CreateContainerService {
    /// The cloud environment.
    pub env: EnvironmentId,
    /// The service, by its name in the environment.
    pub service_name: String,
    /// A remark on the service.
    pub remark: Option<String>,
    /// The virtual network in which the service runs.
    pub vpc: Option<ContainerNetwork>,
}

/// The virtual network in which a service runs.
#[endpoint(part)]
pub struct ContainerNetwork {
    /// The virtual network in which the service runs.
    pub vpcid: VpcId,
    /// The subnets of that network.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub subnetids: Vec<SubnetId>,
    /// How the network is created, as Tencent Cloud numbers it.
    pub create_type: i64,
}

/// Deletes a service.
#[endpoint(POST "/componenttcb/delcontainerservice", title = "删除服务",
    doc = "https://developers.weixin.qq.com/doc/oplatform/Third-party_Platforms/2.0/api/cloudbase/batch/delcontainerservice.html",
    scope(component), retry = safe, call = cloud_containers.delete)]
pub struct DeleteContainerService {
    /// The cloud environment.
    pub env: EnvironmentId,
    /// The service, by its name in the environment.
    pub service_name: String,
}

/// Returns a page of the services of an environment.
#[endpoint(POST "/componenttcb/getcslist", title = "获取服务列表",
    doc = "https://developers.weixin.qq.com/doc/oplatform/Third-party_Platforms/2.0/api/cloudbase/batch/getcslist.html",
    scope(component), retry = safe, reply = ContainerServices, call = cloud_containers.list)]
pub struct GetContainerServices {
    /// The cloud environment.
    pub env: EnvironmentId,
    /// The number of entries; the platform's default if left out.
    pub limit: Option<u64>,
    /// The first entry, from 0.
    pub offset: Option<u64>,
}

/// A page of the services of an environment.
#[endpoint(part, reply_to(GetContainerServices))]
pub struct ContainerServices {
    /// The number of services.
    pub total: Option<u64>,
    /// The services on this page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cslist: Vec<ContainerService>,
}

/// A service of containers.
#[endpoint(part)]
pub struct ContainerService {
    /// The service, by its name in the environment.
    pub server_name: String,
    /// The virtual network in which the service runs.
    pub vpcid: Option<VpcId>,
    /// The state in Tencent Cloud's words: `normal` if the service can run.
    pub status: Option<String>,
    /// The repository of the service's images.
    pub image_repo: Option<String>,
    /// When it was created, as `2006-01-02 15:04:05`.
    pub created_time: Option<String>,
    /// When it was last changed, as `2006-01-02 15:04:05`.
    pub updated_time: Option<String>,
}

/// Sets the share of traffic that each version of a service gets.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Component};
/// # use weixin_open::cloud_container::*;
/// # async fn example(wx: impl Caller<Kind = Component>) -> Result<(), Error> {
/// let items = [VersionFlow::new("order-001", 90), VersionFlow::new("order-002", 10)];
/// wx.cloud_containers().set_flow(("prod-0a1b2c", "order", items)).await?;
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/componenttcb/setcspropotion", title = "设置版本流量",
    doc = "https://developers.weixin.qq.com/doc/oplatform/Third-party_Platforms/2.0/api/cloudbase/batch/setcspropotion.html",
    scope(component), retry = safe, call = cloud_containers.set_flow)]
pub struct SetContainerFlow {
    /// The cloud environment.
    pub env: EnvironmentId,
    /// The service, by its name in the environment.
    pub service_name: String,
    /// The versions with their shares.
    pub items: Vec<VersionFlow>,
}

/// The share of traffic that a version gets.
#[endpoint(part)]
pub struct VersionFlow {
    /// The version, by its name in the service.
    pub version_name: String,
    /// The share in percent.
    pub flow_ratio: u64,
}

/// Sets the shares of traffic for the versions of several services.
#[endpoint(POST "/componenttcb/batchsetcspropotion", title = "批量设置版本流量",
    doc = "https://developers.weixin.qq.com/doc/oplatform/Third-party_Platforms/2.0/api/cloudbase/batch/batchSetCSPropotion.html",
    scope(component), retry = safe, reply = ContainerFlows, call = cloud_containers.set_flows)]
pub struct SetContainerFlows {
    /// The services with the shares of their versions.
    pub items: Vec<ServiceFlow>,
}

/// The shares of traffic for the versions of a service.
#[endpoint(part)]
pub struct ServiceFlow {
    /// The cloud environment.
    pub env: EnvironmentId,
    /// The service, by its name in the environment.
    pub service_name: String,
    /// The versions with their shares.
    pub items: Vec<VersionFlow>,
}

/// The result of setting shares of traffic.
#[endpoint(part, reply_to(SetContainerFlows))]
pub struct ContainerFlows {
    /// The services that succeeded.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub succ_list: Vec<ServiceOfEnvironment>,
    /// The services that failed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fail_list: Vec<ServiceOfEnvironment>,
}

/// A service in an environment.
#[endpoint(part)]
pub struct ServiceOfEnvironment {
    /// The cloud environment.
    pub env: Option<EnvironmentId>,
    /// The service, by its name in the environment.
    pub service_name: Option<String>,
    /// The reason of the failure; missing if it succeeded.
    pub errmsg: Option<String>,
}
