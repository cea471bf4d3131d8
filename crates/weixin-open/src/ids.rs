//! Ids that several groups use. An id of one group only stands in the module of that group.

weixin_api::string_id! {
    /// A cloud environment (云环境 ID, env).
    EnvironmentId
    /// A package of resources that a cloud environment was bought with (套餐 ID, package_id).
    PackageId
    /// A virtual network of Tencent Cloud (VPC ID, vpcid).
    VpcId
    /// A subnet of a virtual network of Tencent Cloud (子网 ID, subnetid).
    SubnetId
    /// A code template of a third-party platform (代码模板 ID, template_id).
    CodeTemplateId
}

weixin_api::integer_id! {
    /// A category of Mini Programs (类目 ID), of any level.
    CategoryId(u64)
}
