//! What a filing of a Mini Program with the authorities says.

use weixin_api::endpoint;
use weixin_protocol::AppId;

/// Who files.
#[endpoint(part)]
pub struct IcpSubject {
    /// Name and address.
    pub base_info: IcpSubjectBase,
    /// More of a person.
    pub personal_info: Option<IcpPersonal>,
    /// More of an organization.
    pub organize_info: Option<IcpOrganization>,
    /// The person responsible for the subject.
    pub principal_info: IcpPrincipal,
    /// The legal representative, if that is somebody else.
    pub legal_person_info: Option<IcpLegalPerson>,
}

/// Name and address of who files.
#[endpoint(part)]
pub struct IcpSubjectBase {
    /// What it is; see [`QueryIcpSubjectTypes`](crate::icp_type::QueryIcpSubjectTypes).
    #[serde(rename = "type")]
    pub type_: u32,
    /// Its name.
    pub name: String,
    /// The province; see [`QueryIcpDistricts`](crate::icp_type::QueryIcpDistricts).
    pub province: String,
    /// The city.
    pub city: String,
    /// The district.
    pub district: String,
    /// The address in the district.
    pub address: String,
    /// A remark.
    pub comment: Option<String>,
    /// The number of the filing, once there is one.
    pub record_number: Option<String>,
}

/// More of a person who files.
#[endpoint(part)]
pub struct IcpPersonal {
    /// A picture of the residence permit: a media id.
    pub residence_permit: Option<String>,
}

/// More of an organization that files.
#[endpoint(part)]
pub struct IcpOrganization {
    /// Its certificate; see [`QueryIcpCertificateTypes`](crate::icp_type::QueryIcpCertificateTypes).
    pub certificate_type: u32,
    /// The number of the certificate.
    pub certificate_number: String,
    /// The address on the certificate.
    pub certificate_address: String,
    /// A picture of the certificate: a media id.
    pub certificate_photo: Option<String>,
}

/// A person who is responsible.
#[endpoint(part)]
pub struct IcpPrincipal {
    /// Their name.
    pub name: String,
    /// Their telephone number.
    pub mobile: String,
    /// Their e-mail address.
    pub email: String,
    /// A telephone number for emergencies.
    pub emergency_contact: String,
    /// Their certificate; see [`QueryIcpCertificateTypes`](crate::icp_type::QueryIcpCertificateTypes).
    pub certificate_type: u32,
    /// The number of the certificate.
    pub certificate_number: String,
    /// From when the certificate is valid, as `20060102`.
    pub certificate_validity_date_start: Option<String>,
    /// Until when it is, or `长期` for ever.
    pub certificate_validity_date_end: Option<String>,
    /// A picture of its front: a media id.
    pub certificate_photo_front: Option<String>,
    /// A picture of its back: a media id.
    pub certificate_photo_back: Option<String>,
    /// What empowers them, if they are not the legal representative: a media id.
    pub authorization_letter: Option<String>,
    /// The task in which their face was compared; see
    /// [`CreateIcpVerifyTask`](super::CreateIcpVerifyTask).
    pub verify_task_id: Option<String>,
}

/// A legal representative.
#[endpoint(part)]
pub struct IcpLegalPerson {
    /// Their name.
    pub name: String,
    /// The number of their identity card.
    pub certificate_number: String,
}

/// The Mini Program that is filed.
#[endpoint(part)]
pub struct IcpApplets {
    /// What it is.
    pub base_info: IcpAppletsBase,
    /// The person responsible for the Mini Program.
    pub principal_info: IcpPrincipal,
}

/// What a Mini Program that is filed is.
#[endpoint(part)]
pub struct IcpAppletsBase {
    /// The Mini Program; not for requests.
    pub appid: Option<AppId>,
    /// Its name; not for requests.
    pub name: Option<String>,
    /// What it offers: up to five; see
    /// [`QueryIcpServiceContentTypes`](crate::icp_type::QueryIcpServiceContentTypes).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub service_content_types: Vec<u32>,
    /// The permissions that it needs from other authorities; see
    /// [`QueryIcpApprovalTypes`](crate::icp_type::QueryIcpApprovalTypes).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub nrlx_details: Vec<IcpApproval>,
    /// A remark.
    pub comment: Option<String>,
    /// The number of the filing, once there is one.
    pub record_number: Option<String>,
}

/// A permission from another authority (前置审批项).
#[endpoint(part)]
pub struct IcpApproval {
    /// What it is; -1 for none.
    #[serde(rename = "type")]
    pub type_: i32,
    /// Its number.
    pub code: Option<String>,
    /// A picture of it: a media id.
    pub media: Option<String>,
}

/// Other papers of a filing, each by media ids.
#[endpoint(part)]
pub struct IcpMaterials {
    /// What commits the owner to the rules (互联网信息服务承诺书).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub commitment_letter: Vec<String>,
    /// What says that the owner has another name (主体更名函).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub business_name_change_letter: Vec<String>,
    /// What confirms the Party's work (党建确认函).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub party_building_confirmation_letter: Vec<String>,
    /// A film of the promise (承诺视频).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub promise_video: Vec<String>,
    /// Who answers for what is filed (网站备案信息真实性责任告知书).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub authenticity_responsibility_letter: Vec<String>,
    /// What promises that it is true (小程序备案信息真实性承诺书).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub authenticity_commitment_letter: Vec<String>,
    /// The plan of the Mini Program (小程序建设方案书).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub website_construction_proposal: Vec<String>,
    /// Other papers of the owner.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub subject_other_materials: Vec<String>,
    /// Other papers of the Mini Program.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub applets_other_materials: Vec<String>,
    /// A picture of the responsible person with their certificate (手持证件照).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub holding_certificate_photo: Vec<String>,
}

/// A field of a filing that is not as it should be.
#[endpoint(part)]
pub struct IcpHint {
    /// The code of what is wrong.
    pub errcode: i64,
    /// The same in words.
    pub errmsg: Option<String>,
    /// The field, as in `icp_subject.principal_info.name`.
    pub err_field: Option<String>,
}

/// A field of a filing that was refused.
#[endpoint(part)]
pub struct IcpRefusal {
    /// The Chinese name of the field.
    pub key_name: Option<String>,
    /// What is wrong with it.
    pub error: Option<String>,
    /// What to do.
    pub suggest: Option<String>,
}
