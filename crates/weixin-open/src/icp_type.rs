//! The numbers that a filing of a Mini Program is made of (小程序备案代码). `/wxa/icp/query_icp_*`

use weixin_api::{endpoint, group};

group! {
    /// The numbers that a filing of the Mini Program is made of (小程序备案代码).
    icp_types: [QueryIcpDistricts, QueryIcpServiceContentTypes, QueryIcpCertificateTypes, QueryIcpApprovalTypes, QueryIcpSubjectTypes]
}

/// Gives what Mini Programs may offer.
#[endpoint(GET "/wxa/icp/query_icp_service_content_types", title = "获取小程序服务内容类型",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/record/queryIcpServiceContentTypes.html",
    scope(mini), reply = IcpServiceContentTypes, call = icp_types.service_content_types)]
pub struct QueryIcpServiceContentTypes {}

/// What Mini Programs may offer.
#[endpoint(part, reply_to(QueryIcpServiceContentTypes))]
pub struct IcpServiceContentTypes {
    /// One for each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<IcpServiceContentType>,
}

/// Something that Mini Programs may offer.
#[endpoint(part)]
pub struct IcpServiceContentType {
    /// Its number.
    #[serde(rename = "type")]
    pub type_: u32,
    /// What it belongs to.
    pub parent_type: Option<u32>,
    /// Its name.
    pub name: Option<String>,
    /// A remark.
    pub remark: Option<String>,
}

/// Gives the kinds of certificates.
#[endpoint(GET "/wxa/icp/query_icp_certificate_types", title = "获取证件类型",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/record/queryIcpCertificateTypes.html",
    scope(mini), reply = IcpCertificateTypes, call = icp_types.certificate_types)]
pub struct QueryIcpCertificateTypes {}

/// The kinds of certificates.
#[endpoint(part, reply_to(QueryIcpCertificateTypes))]
pub struct IcpCertificateTypes {
    /// One for each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<IcpCertificateType>,
}

/// A kind of certificates.
#[endpoint(part)]
pub struct IcpCertificateType {
    /// Its number.
    #[serde(rename = "type")]
    pub type_: u32,
    /// The type of the owner it is for.
    pub subject_type: Option<u32>,
    /// Its name.
    pub name: Option<String>,
    /// A remark.
    pub remark: Option<String>,
}

/// Gives the provinces, cities and districts.
#[endpoint(GET "/wxa/icp/query_icp_district_code", title = "获取区域信息",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/record/queryIcpDistrictCode.html",
    scope(mini), reply = IcpDistricts, call = icp_types.districts)]
pub struct QueryIcpDistricts {}

/// The provinces, cities and districts.
#[endpoint(part, reply_to(QueryIcpDistricts))]
pub struct IcpDistricts {
    /// The provinces.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<IcpDistrict>,
}

/// A province, a city or a district.
#[endpoint(part)]
pub struct IcpDistrict {
    /// 1 a province, 2 a city, 3 a district.
    #[serde(rename = "type")]
    pub type_: Option<u32>,
    /// Its number.
    pub code: String,
    /// Its name.
    pub name: Option<String>,
    /// What is in it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sub_list: Vec<IcpDistrict>,
}

/// Gives the permissions that a Mini Program may need from other authorities.
#[endpoint(GET "/wxa/icp/query_icp_nrlx_types", title = "获取前置审批项类型",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/record/queryIcpNrlxTypes.html",
    scope(mini), reply = IcpApprovalTypes, call = icp_types.approval_types)]
pub struct QueryIcpApprovalTypes {}

/// Permissions that a Mini Program may need.
#[endpoint(part, reply_to(QueryIcpApprovalTypes))]
pub struct IcpApprovalTypes {
    /// One for each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<IcpApprovalType>,
}

/// A permission that a Mini Program may need.
#[endpoint(part)]
pub struct IcpApprovalType {
    /// Its number.
    #[serde(rename = "type")]
    pub type_: i32,
    /// Its name.
    pub name: Option<String>,
}

/// Gives the types of owners.
#[endpoint(GET "/wxa/icp/query_icp_subject_types", title = "获取单位性质",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/record/queryIcpSubjectTypes.html",
    scope(mini), reply = IcpSubjectTypes, call = icp_types.subject_types)]
pub struct QueryIcpSubjectTypes {}

/// The types of owners.
#[endpoint(part, reply_to(QueryIcpSubjectTypes))]
pub struct IcpSubjectTypes {
    /// One for each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<IcpSubjectType>,
}

/// A type of owners.
#[endpoint(part)]
pub struct IcpSubjectType {
    /// Its number.
    #[serde(rename = "type")]
    pub type_: u32,
    /// Its name.
    pub name: Option<String>,
    /// A remark.
    pub remark: Option<String>,
}
