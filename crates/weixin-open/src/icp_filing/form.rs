//! The parts of a filing.

use weixin_api::endpoint;
use weixin_protocol::{AppId, MediaId};

use super::IcpVerifyTaskId;

/// The owner who files (备案主体).
#[endpoint(part)]
pub struct IcpSubject {
    /// The name and address of the owner.
    pub base_info: IcpSubjectBase,
    /// Further data of a person.
    pub personal_info: Option<IcpPersonal>,
    /// Further data of an organization.
    pub organize_info: Option<IcpOrganization>,
    /// The person in charge of the owner (主体负责人).
    pub principal_info: IcpPrincipal,
    /// The legal representative, if that is another person.
    pub legal_person_info: Option<IcpLegalPerson>,
}

/// The name and address of an owner who files.
#[endpoint(part)]
pub struct IcpSubjectBase {
    /// The type of the owner, from [`QueryIcpSubjectTypes`](crate::icp_type::QueryIcpSubjectTypes).
    #[serde(rename = "type")]
    pub type_: u32,
    /// The name of the owner.
    pub name: String,
    /// The code of the province, from [`QueryIcpDistricts`](crate::icp_type::QueryIcpDistricts).
    pub province: String,
    /// The code of the city.
    pub city: String,
    /// The code of the district.
    pub district: String,
    /// The address in the district.
    pub address: String,
    /// A remark for the authorities.
    pub comment: Option<String>,
    /// The ICP number (备案号), once the filing is accepted.
    pub record_number: Option<String>,
}

/// Further data of a person who files.
#[endpoint(part)]
pub struct IcpPersonal {
    /// A picture of the residence permit (暂住证).
    pub residence_permit: Option<MediaId>,
}

/// Further data of an organization that files.
#[endpoint(part)]
pub struct IcpOrganization {
    /// The type of the certificate, from
    /// [`QueryIcpCertificateTypes`](crate::icp_type::QueryIcpCertificateTypes).
    pub certificate_type: u32,
    /// The number on the certificate.
    pub certificate_number: String,
    /// The address on the certificate.
    pub certificate_address: String,
    /// A picture of the certificate.
    pub certificate_photo: Option<MediaId>,
}

/// A person in charge (负责人).
#[endpoint(part)]
pub struct IcpPrincipal {
    /// The name of the person.
    pub name: String,
    /// The person's telephone number.
    pub mobile: String,
    /// The person's e-mail address.
    pub email: String,
    /// A telephone number for emergencies.
    pub emergency_contact: String,
    /// The type of the certificate, from
    /// [`QueryIcpCertificateTypes`](crate::icp_type::QueryIcpCertificateTypes).
    pub certificate_type: u32,
    /// The number on the certificate.
    pub certificate_number: String,
    /// When the certificate becomes valid: `20060102`.
    pub certificate_validity_date_start: Option<String>,
    /// When the certificate expires: `20160102`, or `长期` if it never does.
    pub certificate_validity_date_end: Option<String>,
    /// A picture of the front of the certificate.
    pub certificate_photo_front: Option<MediaId>,
    /// A picture of the back of the certificate.
    pub certificate_photo_back: Option<MediaId>,
    /// The authorization of a person who is not the legal representative (负责人授权书).
    pub authorization_letter: Option<MediaId>,
    /// The face verification of the person; see
    /// [`CreateIcpVerifyTask`](super::CreateIcpVerifyTask).
    pub verify_task_id: Option<IcpVerifyTaskId>,
}

/// A legal representative.
#[endpoint(part)]
pub struct IcpLegalPerson {
    /// The name of the person.
    pub name: String,
    /// The number of the person's identity card.
    pub certificate_number: String,
}

/// The Mini Program that is filed.
#[endpoint(part)]
pub struct IcpApplets {
    /// The data of the Mini Program.
    pub base_info: IcpAppletsBase,
    /// The person in charge of the Mini Program (小程序负责人).
    pub principal_info: IcpPrincipal,
}

/// The data of a Mini Program that is filed.
#[endpoint(part)]
pub struct IcpAppletsBase {
    /// The Mini Program; only in replies.
    pub appid: Option<AppId>,
    /// The name of the Mini Program; only in replies.
    pub name: Option<String>,
    /// The types of its content: up to five, from
    /// [`QueryIcpServiceContentTypes`](crate::icp_type::QueryIcpServiceContentTypes).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub service_content_types: Vec<u32>,
    /// The approvals by other authorities that it needs, from
    /// [`QueryIcpApprovalTypes`](crate::icp_type::QueryIcpApprovalTypes).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub nrlx_details: Vec<IcpApproval>,
    /// A remark for the authorities.
    pub comment: Option<String>,
    /// The ICP number (备案号), once the filing is accepted.
    pub record_number: Option<String>,
}

/// An approval by another authority (前置审批项).
#[endpoint(part)]
pub struct IcpApproval {
    /// The type of the approval; -1 if none is needed.
    #[serde(rename = "type")]
    pub type_: i32,
    /// The number of the approval.
    pub code: Option<String>,
    /// A picture of the approval.
    pub media: Option<MediaId>,
}

/// Further documents of a filing.
#[endpoint(part)]
pub struct IcpMaterials {
    /// The commitment of the owner to the rules (互联网信息服务承诺书).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub commitment_letter: Vec<MediaId>,
    /// A letter on the change of the owner's name (主体更名函).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub business_name_change_letter: Vec<MediaId>,
    /// A letter that confirms Party building (党建确认函).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub party_building_confirmation_letter: Vec<MediaId>,
    /// A video of the commitment (承诺视频).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub promise_video: Vec<MediaId>,
    /// A notice on the responsibility for true data (网站备案信息真实性责任告知书).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub authenticity_responsibility_letter: Vec<MediaId>,
    /// A commitment to true data (小程序备案信息真实性承诺书).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub authenticity_commitment_letter: Vec<MediaId>,
    /// The plan of the Mini Program (小程序建设方案书).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub website_construction_proposal: Vec<MediaId>,
    /// Further documents of the owner.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub subject_other_materials: Vec<MediaId>,
    /// Further documents of the Mini Program.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub applets_other_materials: Vec<MediaId>,
    /// A picture of the person in charge who holds the certificate (手持证件照).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub holding_certificate_photo: Vec<MediaId>,
}

/// A field of a filing that is not accepted.
#[endpoint(part)]
pub struct IcpHint {
    /// The code of the error.
    pub errcode: i64,
    /// The error in words.
    pub errmsg: Option<String>,
    /// The path of the field, such as `icp_subject.principal_info.name`.
    pub err_field: Option<String>,
}

/// A field of a filing that was rejected.
#[endpoint(part)]
pub struct IcpRejection {
    /// The Chinese name of the field.
    pub key_name: Option<String>,
    /// The reason of the rejection.
    pub error: Option<String>,
    /// The advice for a correction.
    pub suggest: Option<String>,
}
