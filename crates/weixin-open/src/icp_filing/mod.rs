//! The filing of a Mini Program with the authorities (小程序备案). `/wxa/icp/*`
//!
//! The administrator's face is compared first ([`CreateIcpVerifyTask`]), pictures are uploaded
//! ([`UploadIcpMedia`]), then it is filed ([`ApplyIcpFiling`]): the platform looks at it first,
//! then the authorities.

use weixin_api::{Download, FilePart, Timestamp, endpoint, group, int_enum};
use weixin_protocol::{AppId, Header, inbound};

mod form;

pub use form::{
    IcpApplets, IcpAppletsBase, IcpApproval, IcpHint, IcpLegalPerson, IcpMaterials,
    IcpOrganization, IcpPersonal, IcpPrincipal, IcpRefusal, IcpSubject, IcpSubjectBase,
};

group! {
    /// The filing of the Mini Program with the authorities (小程序备案).
    icp_filing: [ApplyIcpFiling, CancelIcpApplication, CancelIcpFiling, CreateIcpVerifyTask, QueryIcpVerifyTask, GetIcpEntrance, GetOnlineIcpOrder, UploadIcpMedia, GetIcpMedia]
}

weixin_protocol::messages![IcpVerified, IcpFilingAudited];

/// Files the Mini Program; what came of it is pushed as [`IcpFilingAudited`].
///
/// 86202: something is not as it should be.
#[endpoint(POST "/wxa/icp/apply_icp_filing", title = "申请小程序备案",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/record/applyIcpFiling.html",
    scope(mini), reply = IcpApplied, call = icp_filing.apply)]
pub struct ApplyIcpFiling {
    /// Who files.
    pub icp_subject: IcpSubject,
    /// What is filed.
    pub icp_applets: IcpApplets,
    /// Other papers.
    pub icp_materials: IcpMaterials,
}

/// A filing that has begun.
#[endpoint(part, reply_to(ApplyIcpFiling))]
pub struct IcpApplied {
    /// What is not as it should be.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hints: Vec<IcpHint>,
}

/// Takes a filing back that the platform is still looking at.
#[endpoint(POST "/wxa/icp/cancel_apply_icp_filing", title = "撤回小程序备案申请",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogramcancel_apply_icp_filingmanagement/record/cancelApplyIcpFiling.html",
    scope(mini), call = icp_filing.cancel_application)]
pub struct CancelIcpApplication {}

/// Ends the filing of a Mini Program, or of its owner with all their Mini Programs.
#[endpoint(POST "/wxa/icp/cancel_icp_filing", title = "注销小程序备案",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/record/cancelIcpfiling.html",
    scope(mini), call = icp_filing.cancel)]
pub struct CancelIcpFiling {
    /// What is to end.
    pub cancel_type: IcpCancel,
}

int_enum! {
    /// What filing is to end.
    pub enum IcpCancel {
        /// The owner's, and that of all their Mini Programs.
        Subject = 1,
        /// The Mini Program's.
        MiniProgram = 2,
    }
}

/// Asks the administrator, in WeChat, to have their face compared within 24 hours; what came of it
/// is pushed as [`IcpVerified`].
#[endpoint(POST "/wxa/icp/create_icp_verifytask", title = "发起小程序管理员人脸核身",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/record/createIcpVerifyTask.html",
    scope(mini), reply = IcpVerifyTask, call = icp_filing.create_verify_task)]
pub struct CreateIcpVerifyTask {
    /// Whether the Mini Program is to be verified in the same go; see
    /// [`SubmitAuthAndIcp`](crate::verification_and_filing::SubmitAuthAndIcp).
    pub along_with_auth: Option<bool>,
}

/// A face that is to be compared.
#[endpoint(part, reply_to(CreateIcpVerifyTask))]
pub struct IcpVerifyTask {
    /// The task.
    pub task_id: String,
}

/// Tells how the comparison of a face stands.
#[endpoint(POST "/wxa/icp/query_icp_verifytask", title = "查询人脸核身任务状态",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/record/queryIcpVerifyTask.html",
    scope(mini), retry = safe, reply = IcpVerifyState, call = icp_filing.verify_task)]
pub struct QueryIcpVerifyTask {
    /// The task.
    pub task_id: String,
}

/// How the comparison of a face stands.
#[endpoint(part, reply_to(QueryIcpVerifyTask))]
pub struct IcpVerifyState {
    /// Whether it is over.
    pub is_finish: Option<bool>,
    /// What came of it.
    pub face_status: Option<IcpFaceStatus>,
    /// How the message to their telephone went, if it was asked for; 9 is well.
    pub along_with_auth_result: Option<i64>,
}

int_enum! {
    /// What came of the comparison of a face.
    pub enum IcpFaceStatus {
        /// Nothing yet.
        NotStarted = 0,
        /// It goes on.
        Waiting = 1,
        /// It is not theirs.
        Failed = 2,
        /// It is theirs.
        Passed = 3,
    }
}

/// Tells how the filing stands, and why it was refused.
#[endpoint(GET "/wxa/icp/get_icp_entrance_info", title = "获取小程序备案状态及驳回原因",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/record/getIcpEntranceInfo.html",
    scope(mini), reply = IcpEntrance, call = icp_filing.status)]
pub struct GetIcpEntrance {}

/// How a filing stands.
#[endpoint(part, reply_to(GetIcpEntrance))]
pub struct IcpEntrance {
    /// How.
    pub info: Option<IcpEntranceInfo>,
}

/// How a filing stands.
#[endpoint(part)]
pub struct IcpEntranceInfo {
    /// 2 with the platform, 3 refused by it, 4 with the authorities, 5 refused by them, 6 filed;
    /// from 1024 on not filed, or not yet.
    pub status: Option<i64>,
    /// Whether it is being ended.
    pub is_canceling: Option<bool>,
    /// Why it was refused.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub audit_data: Vec<IcpRefusal>,
    /// Whether it can be filed at the moment.
    #[serde(
        with = "weixin_api::bool_as_int::option",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub available: Option<bool>,
    /// How the authorities' message to the telephone stands, in status 4: 1 it is waited for, 2
    /// done, 3 not in time.
    pub sms_verify_status: Option<i64>,
}

/// Gives what was filed, without pictures.
#[endpoint(GET "/wxa/icp/get_online_icp_order", title = "获取小程序已备案详情",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/record/getOnlineIcpOrder.html",
    scope(mini), reply = IcpOrder, call = icp_filing.filed)]
pub struct GetOnlineIcpOrder {}

/// What was filed.
#[endpoint(part, reply_to(GetOnlineIcpOrder))]
pub struct IcpOrder {
    /// Who has filed.
    pub icp_subject: Option<IcpSubject>,
    /// The Mini Programs that are.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub icp_applets: Vec<IcpApplets>,
}

/// Uploads a picture or a film for a filing.
///
/// 86203: it was not accepted. A certificate type that does not fit the field is noticed only when
/// it is filed.
#[endpoint(POST "/wxa/icp/upload_icp_media", title = "上传小程序备案媒体材料",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/record/uploadIcpMedia.html",
    scope(mini), reply = IcpMedia, call = icp_filing.upload)]
pub struct UploadIcpMedia {
    /// `image` or `video`.
    #[part]
    #[serde(rename = "type")]
    pub type_: String,
    /// The field it is for, as in `icp_subject.principal_info.certificate_photo_front`; one of them
    /// if it is for several.
    #[part]
    pub icp_order_field: String,
    /// The kind of certificate, if it is one.
    #[part]
    pub certificate_type: Option<u32>,
    /// The file.
    #[part]
    pub media: FilePart,
}

/// A file that was uploaded for a filing.
#[endpoint(part, reply_to(UploadIcpMedia))]
pub struct IcpMedia {
    /// `image` or `video`.
    #[serde(rename = "type")]
    pub type_: Option<String>,
    /// Its id.
    pub media_id: String,
    /// When it was uploaded.
    pub create_at: Option<Timestamp>,
    /// The same, by the name that the platform's page has for it.
    pub created_at: Option<Timestamp>,
}

/// Gives a file that was uploaded for a filing.
///
/// 86205: there is no such file.
#[endpoint(GET "/wxa/icp/get_icp_media", title = "获取小程序备案媒体材料",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/miniprogram-management/record/api_geticpmedia.html",
    scope(mini), reply = Download, call = icp_filing.media)]
pub struct GetIcpMedia {
    /// Its id.
    pub media_id: String,
}

/// What came of the comparison of an administrator's face. InfoType
/// `notify_icpfiling_verify_result`.
#[inbound(notice = "notify_icpfiling_verify_result", scope(official, mini))]
pub struct IcpVerified {
    /// When.
    pub header: Header,
    /// The third-party platform.
    pub app_id: Option<AppId>,
    /// The task.
    #[field(name = "task_id")]
    pub task_id: Option<String>,
    /// The Mini Program.
    #[field(name = "verify_appid")]
    pub verify_appid: Option<AppId>,
    /// 2 it is not theirs, 3 it is.
    #[field(name = "result")]
    pub result: Option<i64>,
    /// How the message to their telephone went, if it was asked for; 9 is well.
    #[field(name = "along_with_auth_result")]
    pub along_with_auth_result: Option<i64>,
}

/// A filing was refused or accepted. InfoType `notify_apply_icpfiling_result`.
#[inbound(notice = "notify_apply_icpfiling_result", scope(official, mini))]
pub struct IcpFilingAudited {
    /// When.
    pub header: Header,
    /// The third-party platform.
    pub app_id: Option<AppId>,
    /// The Mini Program.
    #[field(name = "authorizer_appid")]
    pub authorizer_appid: Option<AppId>,
    /// How it stands; see [`IcpEntranceInfo`].
    #[field(name = "beian_status")]
    pub beian_status: Option<i64>,
}
