//! The numbers that a filing of a Mini Program uses (小程序备案代码). `/wxa/icp/query_icp_*`

use weixin_api::{endpoint, group, int_enum};

group! {
    /// The numbers that a filing of the Mini Program uses (小程序备案代码).
    icp_types: [
        QueryIcpDistricts, QueryIcpServiceContentTypes, QueryIcpCertificateTypes,
        QueryIcpApprovalTypes, QueryIcpSubjectTypes,
    ]
}

/// Returns the types of service content (服务内容类型).
#[endpoint(GET "/wxa/icp/query_icp_service_content_types", title = "获取小程序服务内容类型",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/record/queryIcpServiceContentTypes.html",
    scope(mini), reply = IcpServiceContentTypes, call = icp_types.service_content_types)]
pub struct QueryIcpServiceContentTypes {}

/// The types of service content.
#[endpoint(part, reply_to(QueryIcpServiceContentTypes))]
pub struct IcpServiceContentTypes {
    /// The types, of all levels.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<IcpServiceContentType>,
}

/// A type of service content.
#[endpoint(part)]
pub struct IcpServiceContentType {
    /// The number of the type, for [`IcpAppletsBase`](crate::icp_filing::IcpAppletsBase).
    #[serde(rename = "type")]
    pub type_: u32,
    /// The number of the type above it; missing at the highest level.
    pub parent_type: Option<u32>,
    /// The name of the type.
    pub name: Option<String>,
    /// A remark of the platform.
    pub remark: Option<String>,
}

/// Returns the types of certificates (证件类型).
#[endpoint(GET "/wxa/icp/query_icp_certificate_types", title = "获取证件类型",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/record/queryIcpCertificateTypes.html",
    scope(mini), reply = IcpCertificateTypes, call = icp_types.certificate_types)]
pub struct QueryIcpCertificateTypes {}

/// The types of certificates.
#[endpoint(part, reply_to(QueryIcpCertificateTypes))]
pub struct IcpCertificateTypes {
    /// The types for all types of owners.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<IcpCertificateType>,
}

/// A type of certificates.
#[endpoint(part)]
pub struct IcpCertificateType {
    /// The number of the type, for filings.
    #[serde(rename = "type")]
    pub type_: u32,
    /// The type of owner that it is for, from [`QueryIcpSubjectTypes`].
    pub subject_type: Option<u32>,
    /// The name of the type.
    pub name: Option<String>,
    /// A remark of the platform.
    pub remark: Option<String>,
}

/// Returns the provinces, cities and districts with their codes.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Mini};
/// # use weixin_open::icp_type::*;
/// # async fn example(wx: impl Caller<Kind = Mini>) -> Result<(), Error> {
/// for province in wx.icp_types().districts().await?.items {
///     println!("{} {:?}", province.code, province.name);
/// }
/// # Ok(())
/// # }
/// ```
#[endpoint(GET "/wxa/icp/query_icp_district_code", title = "获取区域信息",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/record/queryIcpDistrictCode.html",
    scope(mini), reply = IcpDistricts, call = icp_types.districts)]
pub struct QueryIcpDistricts {}

/// The provinces with their cities and districts.
#[endpoint(part, reply_to(QueryIcpDistricts))]
pub struct IcpDistricts {
    /// The provinces of the country.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<IcpDistrict>,
}

/// A province, city or district.
#[endpoint(part)]
pub struct IcpDistrict {
    /// The level of the region.
    #[serde(rename = "type")]
    pub type_: Option<IcpDistrictLevel>,
    /// The code of the region, such as `110000`.
    pub code: String,
    /// The name of the region.
    pub name: Option<String>,
    /// The regions in it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sub_list: Vec<IcpDistrict>,
}

int_enum! {
    /// The level of a region.
    pub enum IcpDistrictLevel {
        /// A province (省).
        Province = 1,
        /// A city (市).
        City = 2,
        /// A district (区).
        District = 3,
    }
}

/// Returns the types of approvals by other authorities (前置审批项).
#[endpoint(GET "/wxa/icp/query_icp_nrlx_types", title = "获取前置审批项类型",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/record/queryIcpNrlxTypes.html",
    scope(mini), reply = IcpApprovalTypes, call = icp_types.approval_types)]
pub struct QueryIcpApprovalTypes {}

/// The types of approvals.
#[endpoint(part, reply_to(QueryIcpApprovalTypes))]
pub struct IcpApprovalTypes {
    /// The types of approvals.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<IcpApprovalType>,
}

/// A type of approvals.
#[endpoint(part)]
pub struct IcpApprovalType {
    /// The number of the type, for [`IcpApproval`](crate::icp_filing::IcpApproval).
    #[serde(rename = "type")]
    pub type_: i32,
    /// The name of the type.
    pub name: Option<String>,
}

/// Returns the types of owners (单位性质).
#[endpoint(GET "/wxa/icp/query_icp_subject_types", title = "获取单位性质",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/record/queryIcpSubjectTypes.html",
    scope(mini), reply = IcpSubjectTypes, call = icp_types.subject_types)]
pub struct QueryIcpSubjectTypes {}

/// The types of owners.
#[endpoint(part, reply_to(QueryIcpSubjectTypes))]
pub struct IcpSubjectTypes {
    /// The types of owners.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<IcpSubjectType>,
}

/// A type of owners.
#[endpoint(part)]
pub struct IcpSubjectType {
    /// The number of the type, for [`IcpSubjectBase`](crate::icp_filing::IcpSubjectBase).
    #[serde(rename = "type")]
    pub type_: u32,
    /// The name of the type.
    pub name: Option<String>,
    /// A remark of the platform.
    pub remark: Option<String>,
}
