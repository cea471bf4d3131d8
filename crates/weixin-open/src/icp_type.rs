//! The numbers that a filing of a Mini Program is made of (小程序备案代码). `/wxa/icp/query_icp_*`

use weixin_api::{Call, Caller, On, endpoint, endpoints};

endpoints![
    QueryIcpServiceContentTypes,
    QueryIcpCertificateTypes,
    QueryIcpDistricts,
    QueryIcpApprovalTypes,
    QueryIcpSubjectTypes
];

/// Gives what Mini Programs may offer. `GET /wxa/icp/query_icp_service_content_types`
#[endpoint(GET "/wxa/icp/query_icp_service_content_types", title = "获取小程序服务内容类型",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/record/queryIcpServiceContentTypes.html",
    scope(mini), reply = IcpServiceContentTypes)]
pub struct QueryIcpServiceContentTypes {}

/// What Mini Programs may offer.
#[endpoint(part)]
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

/// Gives the kinds of certificates. `GET /wxa/icp/query_icp_certificate_types`
#[endpoint(GET "/wxa/icp/query_icp_certificate_types", title = "获取证件类型",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/record/queryIcpCertificateTypes.html",
    scope(mini), reply = IcpCertificateTypes)]
pub struct QueryIcpCertificateTypes {}

/// The kinds of certificates.
#[endpoint(part)]
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

/// Gives the provinces, cities and districts. `GET /wxa/icp/query_icp_district_code`
#[endpoint(GET "/wxa/icp/query_icp_district_code", title = "获取区域信息",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/record/queryIcpDistrictCode.html",
    scope(mini), reply = IcpDistricts)]
pub struct QueryIcpDistricts {}

/// The provinces, cities and districts.
#[endpoint(part)]
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
/// `GET /wxa/icp/query_icp_nrlx_types`
#[endpoint(GET "/wxa/icp/query_icp_nrlx_types", title = "获取前置审批项类型",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/record/queryIcpNrlxTypes.html",
    scope(mini), reply = IcpApprovalTypes)]
pub struct QueryIcpApprovalTypes {}

/// Permissions that a Mini Program may need.
#[endpoint(part)]
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

/// Gives the types of owners. `GET /wxa/icp/query_icp_subject_types`
#[endpoint(GET "/wxa/icp/query_icp_subject_types", title = "获取单位性质",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/record/queryIcpSubjectTypes.html",
    scope(mini), reply = IcpSubjectTypes)]
pub struct QueryIcpSubjectTypes {}

/// The types of owners.
#[endpoint(part)]
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

/// The group as a client has it: `wx.icp_types()`.
#[derive(Debug)]
pub struct IcpTypes<'c, C: ?Sized>(&'c C);

/// Gives a client `icp_types()`.
pub trait IcpTypesApi: Caller {
    /// The numbers that a filing of the Mini Program is made of (小程序备案代码).
    fn icp_types(&self) -> IcpTypes<'_, Self> {
        IcpTypes(self)
    }
}

impl<C: Caller + ?Sized> IcpTypesApi for C where QueryIcpDistricts: On<C::Kind> {}

impl<'c, C: Caller + ?Sized> IcpTypes<'c, C> {
    /// Gives what Mini Programs may offer; see [`QueryIcpServiceContentTypes`].
    pub fn service_content_types(&self) -> Call<'c, C, QueryIcpServiceContentTypes> {
        Call::new(self.0, QueryIcpServiceContentTypes::new())
    }

    /// Gives the kinds of certificates; see [`QueryIcpCertificateTypes`].
    pub fn certificate_types(&self) -> Call<'c, C, QueryIcpCertificateTypes> {
        Call::new(self.0, QueryIcpCertificateTypes::new())
    }

    /// Gives the provinces, cities and districts; see [`QueryIcpDistricts`].
    pub fn districts(&self) -> Call<'c, C, QueryIcpDistricts> {
        Call::new(self.0, QueryIcpDistricts::new())
    }

    /// Gives the permissions that a Mini Program may need from other authorities; see
    /// [`QueryIcpApprovalTypes`].
    pub fn approval_types(&self) -> Call<'c, C, QueryIcpApprovalTypes> {
        Call::new(self.0, QueryIcpApprovalTypes::new())
    }

    /// Gives the types of owners; see [`QueryIcpSubjectTypes`].
    pub fn subject_types(&self) -> Call<'c, C, QueryIcpSubjectTypes> {
        Call::new(self.0, QueryIcpSubjectTypes::new())
    }
}
