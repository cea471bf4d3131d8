//! The ICP filing of a Mini Program (小程序备案). `/wxa/icp/*`
//!
//! The administrator passes a face verification ([`CreateIcpVerifyTask`]), pictures are uploaded
//! ([`UploadIcpMedia`]), then the filing is submitted ([`ApplyIcpFiling`]). The platform reviews it
//! first, then the authorities.

use weixin_api::{Download, FilePart, StringEnum, Timestamp, endpoint, group, int_enum};
use weixin_protocol::{AppId, Header, MediaId, inbound};

mod form;

pub use form::{
    IcpApplets, IcpAppletsBase, IcpApproval, IcpHint, IcpLegalPerson, IcpMaterials,
    IcpOrganization, IcpPersonal, IcpPrincipal, IcpRejection, IcpSubject, IcpSubjectBase,
};

group! {
    /// The ICP filing of the Mini Program (小程序备案).
    icp_filing: [
        ApplyIcpFiling, CancelIcpApplication, CancelIcpFiling, CreateIcpVerifyTask,
        QueryIcpVerifyTask, GetIcpEntrance, GetOnlineIcpOrder, UploadIcpMedia, GetIcpMedia,
    ]
}

weixin_api::string_id! {
    /// A face verification for a filing (人脸核身任务 ID, task_id).
    IcpVerifyTaskId
}

weixin_protocol::messages![IcpVerified, IcpFilingAudited];

/// Submits the Mini Program for its ICP filing. The result is pushed as [`IcpFilingAudited`].
///
/// Fails with 86202 when a field is not accepted.
#[endpoint(POST "/wxa/icp/apply_icp_filing", title = "申请小程序备案",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/record/applyIcpFiling.html",
    scope(mini), reply = IcpApplied, call = icp_filing.apply)]
pub struct ApplyIcpFiling {
    /// The owner who files.
    pub icp_subject: IcpSubject,
    /// The Mini Program that is filed.
    pub icp_applets: IcpApplets,
    /// Further documents, as far as the authorities ask for them.
    pub icp_materials: IcpMaterials,
}

/// A filing that was submitted.
#[endpoint(part, reply_to(ApplyIcpFiling))]
pub struct IcpApplied {
    /// The fields that are not accepted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hints: Vec<IcpHint>,
}

/// Withdraws a filing that the platform is still reviewing.
#[endpoint(POST "/wxa/icp/cancel_apply_icp_filing", title = "撤回小程序备案申请",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogramcancel_apply_icp_filingmanagement/record/cancelApplyIcpFiling.html",
    scope(mini), call = icp_filing.cancel_application)]
pub struct CancelIcpApplication {}

/// Cancels the filing of a Mini Program, or of its owner with all their Mini Programs.
#[endpoint(POST "/wxa/icp/cancel_icp_filing", title = "注销小程序备案",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/record/cancelIcpfiling.html",
    scope(mini), call = icp_filing.cancel)]
pub struct CancelIcpFiling {
    /// Whose filing is cancelled.
    pub cancel_type: IcpCancel,
}

int_enum! {
    /// Whose filing is cancelled (注销类型).
    pub enum IcpCancel {
        /// That of the owner and of all their Mini Programs (注销主体).
        Subject = 1,
        /// That of the Mini Program (注销小程序).
        MiniProgram = 2,
    }
}

/// Starts a face verification of the administrator, who must complete it in WeChat within 24 hours.
/// The result is pushed as [`IcpVerified`].
#[endpoint(POST "/wxa/icp/create_icp_verifytask", title = "发起小程序管理员人脸核身",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/record/createIcpVerifyTask.html",
    scope(mini), reply = IcpVerifyTask, call = icp_filing.create_verify_task)]
pub struct CreateIcpVerifyTask {
    /// Whether the Mini Program is verified and filed in one go; see
    /// [`SubmitAuthAndIcp`](crate::verification_and_filing::SubmitAuthAndIcp).
    pub along_with_auth: Option<bool>,
}

/// A face verification that was started.
#[endpoint(part, reply_to(CreateIcpVerifyTask))]
pub struct IcpVerifyTask {
    /// The task, for [`QueryIcpVerifyTask`] and [`IcpPrincipal`].
    pub task_id: IcpVerifyTaskId,
}

/// Returns the state of a face verification.
#[endpoint(POST "/wxa/icp/query_icp_verifytask", title = "查询人脸核身任务状态",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/record/queryIcpVerifyTask.html",
    scope(mini), retry = safe, reply = IcpVerifyState, call = icp_filing.verify_task)]
pub struct QueryIcpVerifyTask {
    /// The task, as [`CreateIcpVerifyTask`] returned it.
    pub task_id: IcpVerifyTaskId,
}

/// The state of a face verification.
#[endpoint(part, reply_to(QueryIcpVerifyTask))]
pub struct IcpVerifyState {
    /// Whether it has ended.
    pub is_finish: Option<bool>,
    /// The result of the face verification.
    pub face_status: Option<IcpFaceStatus>,
    /// The result of the verification by text message, if it was asked for with `along_with_auth`;
    /// 9 is a success.
    pub along_with_auth_result: Option<i64>,
}

int_enum! {
    /// The result of a face verification (人脸核身状态).
    pub enum IcpFaceStatus {
        /// It has not started (未开始).
        NotStarted = 0,
        /// It is under way (等待中).
        Waiting = 1,
        /// It has failed (失败).
        Failed = 2,
        /// It has succeeded (成功).
        Passed = 3,
    }
}

/// Returns the state of the filing and the reasons of a rejection.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Mini};
/// # use weixin_open::icp_filing::*;
/// # async fn example(wx: impl Caller<Kind = Mini>) -> Result<(), Error> {
/// if let Some(filing) = wx.icp_filing().status().await?.info {
///     println!("the filing is {:?}", filing.status);
///     for rejected in filing.audit_data {
///         println!("{:?}: {:?}", rejected.key_name, rejected.suggest);
///     }
/// }
/// # Ok(())
/// # }
/// ```
#[endpoint(GET "/wxa/icp/get_icp_entrance_info", title = "获取小程序备案状态及驳回原因",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/record/getIcpEntranceInfo.html",
    scope(mini), reply = IcpEntrance, call = icp_filing.status)]
pub struct GetIcpEntrance {}

/// The state of a filing.
#[endpoint(part, reply_to(GetIcpEntrance))]
pub struct IcpEntrance {
    /// The state with its details.
    pub info: Option<IcpEntranceInfo>,
}

/// The state of a filing with its details.
#[endpoint(part)]
pub struct IcpEntranceInfo {
    /// The state of the filing.
    pub status: Option<IcpFilingStatus>,
    /// Whether the filing is being cancelled.
    pub is_canceling: Option<bool>,
    /// The fields that were rejected.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub audit_data: Vec<IcpRejection>,
    /// Whether the Mini Program can be filed at present.
    #[serde(
        with = "weixin_api::bool_as_int::option",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub available: Option<bool>,
    /// The state of the authorities' verification by text message; for
    /// [`IcpFilingStatus::AuthorityReview`].
    pub sms_verify_status: Option<IcpSmsStatus>,
}

int_enum! {
    /// The state of the authorities' verification by text message (短信核验状态).
    pub enum IcpSmsStatus {
        /// It is due (等待核验中).
        Waiting = 1,
        /// It was completed (核验完成).
        Done = 2,
        /// It was not completed in time (核验超时).
        TimedOut = 3,
    }
}

int_enum! {
    /// The state of a filing (备案状态). Numbers from 1024 on mean that it was not submitted.
    pub enum IcpFilingStatus {
        /// The platform is reviewing it (平台审核中).
        PlatformReview = 2,
        /// The platform has rejected it (平台审核驳回).
        PlatformRejected = 3,
        /// The authorities are reviewing it (管局审核中).
        AuthorityReview = 4,
        /// The authorities have rejected it (管局审核驳回).
        AuthorityRejected = 5,
        /// The Mini Program is filed (已备案).
        Filed = 6,
    }
}

/// Returns the accepted filing, without pictures.
#[endpoint(GET "/wxa/icp/get_online_icp_order", title = "获取小程序已备案详情",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/record/getOnlineIcpOrder.html",
    scope(mini), reply = IcpOrder, call = icp_filing.filed)]
pub struct GetOnlineIcpOrder {}

/// An accepted filing.
#[endpoint(part, reply_to(GetOnlineIcpOrder))]
pub struct IcpOrder {
    /// The owner who has filed.
    pub icp_subject: Option<IcpSubject>,
    /// The Mini Programs that are filed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub icp_applets: Vec<IcpApplets>,
}

/// Uploads a picture or video for a filing.
///
/// Fails with 86203 when the file is not accepted. A certificate type that does not fit the field
/// is only noticed when the filing is submitted.
#[endpoint(POST "/wxa/icp/upload_icp_media", title = "上传小程序备案媒体材料",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/record/uploadIcpMedia.html",
    scope(mini), reply = IcpMedia, call = icp_filing.upload)]
pub struct UploadIcpMedia {
    /// The kind of the file.
    #[part]
    #[serde(rename = "type")]
    pub type_: IcpMediaKind,
    /// The path of the field that the file is for, such as
    /// `icp_subject.principal_info.certificate_photo_front`. For several fields, one of them.
    #[part]
    pub icp_order_field: String,
    /// The type of the certificate, from
    /// [`QueryIcpCertificateTypes`](crate::icp_type::QueryIcpCertificateTypes); for pictures of
    /// certificates.
    #[part]
    pub certificate_type: Option<u32>,
    /// The file: a picture or a video.
    #[part]
    pub media: FilePart,
}

/// The kind of a file for a filing.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum IcpMediaKind {
    /// A picture.
    #[string_enum(rename = "image")]
    Image,
    /// A video.
    #[string_enum(rename = "video")]
    Video,
    /// A value that this version does not know.
    Other(String),
}

/// A file that was uploaded for a filing.
#[endpoint(part, reply_to(UploadIcpMedia))]
pub struct IcpMedia {
    /// The kind of the file.
    #[serde(rename = "type")]
    pub type_: Option<IcpMediaKind>,
    /// The id of the file, for the fields of the filing.
    pub media_id: MediaId,
    /// When the file was uploaded.
    pub create_at: Option<Timestamp>,
    /// When the file was uploaded, under the name on the platform's page.
    pub created_at: Option<Timestamp>,
}

/// Returns a file that was uploaded for a filing.
///
/// Fails with 86205 when there is no such file.
#[endpoint(GET "/wxa/icp/get_icp_media", title = "获取小程序备案媒体材料",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/miniprogram-management/record/api_geticpmedia.html",
    scope(mini), reply = Download, call = icp_filing.media)]
pub struct GetIcpMedia {
    /// The file: a picture or a video.
    pub media_id: MediaId,
}

/// A face verification of a Mini Program's administrator has ended.
#[inbound(notice = "notify_icpfiling_verify_result", scope(official, mini))]
pub struct IcpVerified {
    /// When the notice was sent.
    pub header: Header,
    /// The third-party platform.
    pub app_id: Option<AppId>,
    /// The face verification that has ended.
    #[field(name = "task_id")]
    pub task_id: Option<IcpVerifyTaskId>,
    /// The Mini Program.
    #[field(name = "verify_appid")]
    pub verify_appid: Option<AppId>,
    /// The result of the face verification.
    #[field(name = "result")]
    pub result: Option<IcpFaceStatus>,
    /// The result of the verification by text message, if it was asked for with `along_with_auth`;
    /// 9 is a success.
    #[field(name = "along_with_auth_result")]
    pub along_with_auth_result: Option<i64>,
}

/// The filing of a Mini Program was rejected or accepted, by the platform or by the authorities.
#[inbound(notice = "notify_apply_icpfiling_result", scope(official, mini))]
pub struct IcpFilingAudited {
    /// When the notice was sent.
    pub header: Header,
    /// The third-party platform.
    pub app_id: Option<AppId>,
    /// The Mini Program.
    #[field(name = "authorizer_appid")]
    pub authorizer_appid: Option<AppId>,
    /// The state of the filing.
    #[field(name = "beian_status")]
    pub beian_status: Option<IcpFilingStatus>,
}
