//! The review of a Mini Program's code (代码审核). `/wxa/submit_audit`, `/wxa/get_auditstatus`

use weixin_api::{FilePart, StringEnum, Timestamp, endpoint, group, int_enum};
use weixin_protocol::{Header, MediaId, inbound};

use crate::ids::CategoryId;

group! {
    /// The review of the Mini Program's code (代码审核).
    code_audit: [
        SubmitAudit, UploadAuditMedia, GetAuditStatus, GetLatestAuditStatus, UndoAudit,
        SpeedUpAudit, GetAuditQuota,
    ]
}

weixin_api::integer_id! {
    /// A review of code (审核单 ID, auditid).
    AuditId(u64)
}

weixin_protocol::messages![AuditPassed, AuditFailed, AuditDelayed];

/// Uploads a picture or video for the review. It is kept for three days.
///
/// Fails with 40005 when the kind of file is not supported, and with 40006 when the file is too
/// big.
#[endpoint(POST "/wxa/uploadmedia", title = "上传提审素材",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/code-management/uploadMediaToCodeAudit.html",
    scope(mini), reply = AuditMedia, call = code_audit.upload)]
pub struct UploadAuditMedia {
    /// A picture (PNG, JPEG or GIF, up to 2 MB) or a video (MP4, up to 10 MB).
    #[part]
    pub media: FilePart,
}

/// A file that was uploaded for the review.
#[endpoint(part, reply_to(UploadAuditMedia))]
pub struct AuditMedia {
    /// The kind of the file.
    #[serde(rename = "type")]
    pub type_: Option<AuditMediaKind>,
    /// The id of the file, for [`PreviewInfo`].
    pub mediaid: MediaId,
}

/// The kind of a file for the review.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum AuditMediaKind {
    /// A picture.
    #[string_enum(rename = "image")]
    Image,
    /// A video.
    #[string_enum(rename = "video")]
    Video,
    /// A value that this version does not know.
    Other(String),
}

/// Submits the trial version for review.
///
/// The result is pushed as [`AuditPassed`], [`AuditFailed`] or [`AuditDelayed`]. Fails with 85009
/// when another version is under review, with 85077 when the category is no longer valid, with
/// 85085 when the quota of the month is used up, with 85086 when no code was uploaded, with 85094
/// when `ugc_declare` is missing, with 86002 when name, picture or description are not set, with
/// 86007 when the Mini Program is barred from reviews, with 61039 when the check of private data is
/// still running, and with 61040 when the code reads private data without permission.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Mini};
/// # use weixin_open::code_audit::*;
/// # async fn example(wx: impl Caller<Kind = Mini>) -> Result<(), Error> {
/// let submitted = wx
///     .code_audit()
///     .submit()
///     .with(|audit| audit.version_desc("可以提前点单").privacy_api_not_use(true))
///     .await?;
/// println!("the review is {}", submitted.auditid);
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/wxa/submit_audit", title = "提交代码审核",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/code-management/submitAudit.html",
    scope(mini), reply = SubmittedAudit, call = code_audit.submit)]
pub struct SubmitAudit {
    /// Up to five pages with their categories. Each category of the Mini Program must occur once.
    /// Taken from its settings if left out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub item_list: Vec<AuditItem>,
    /// Screenshots and videos of the Mini Program.
    pub preview_info: Option<PreviewInfo>,
    /// What is new in this version: up to 200 characters.
    pub version_desc: Option<String>,
    /// The answer to the last rejection: up to 200 characters.
    pub feedback_info: Option<String>,
    /// Pictures for that answer: up to five media ids, separated by `|`.
    pub feedback_stuff: Option<String>,
    /// The content that users publish; needed if they can publish any (用户生成内容).
    pub ugc_declare: Option<UserContent>,
    /// Whether the account declares that the code does not use the private data that it could read.
    pub privacy_api_not_use: Option<bool>,
    /// The path of the order page.
    pub order_path: Option<String>,
}

/// A page with its category.
#[endpoint(part)]
pub struct AuditItem {
    /// The path of the page.
    pub address: Option<String>,
    /// The tags of the page: up to ten of up to 20 characters, separated by spaces.
    pub tag: Option<String>,
    /// The title of the page: up to 32 characters.
    pub title: Option<String>,
    /// The name of the first-level category.
    pub first_class: Option<String>,
    /// The name of the second-level category.
    pub second_class: Option<String>,
    /// The name of the third-level category.
    pub third_class: Option<String>,
    /// The first-level category.
    pub first_id: Option<CategoryId>,
    /// The second-level category.
    pub second_id: Option<CategoryId>,
    /// The third-level category.
    pub third_id: Option<CategoryId>,
}

/// Screenshots and videos of a Mini Program, uploaded by [`UploadAuditMedia`].
#[endpoint(part)]
pub struct PreviewInfo {
    /// The videos: ids from [`UploadAuditMedia`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub video_id_list: Vec<MediaId>,
    /// The screenshots: ids from [`UploadAuditMedia`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pic_id_list: Vec<MediaId>,
}

/// The content that users publish in a Mini Program, and its moderation.
#[endpoint(part)]
pub struct UserContent {
    /// Where users publish content.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub scene: Vec<UgcScene>,
    /// Where else users publish content: up to 256 characters.
    pub other_scene_desc: Option<String>,
    /// How the content is moderated.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub method: Vec<UgcMethod>,
    /// Whether there is a team for moderation.
    #[serde(
        with = "weixin_api::bool_as_int::option",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub has_audit_team: Option<bool>,
    /// How the team works: up to 256 characters.
    pub audit_desc: Option<String>,
}

int_enum! {
    /// How content is moderated (内容安全机制).
    pub enum UgcMethod {
        /// With the interfaces that the platform recommends (使用平台建议的内容安全 API).
        Platform = 1,
        /// By people (人工审核).
        Manual = 2,
        /// With other interfaces.
        Others = 3,
    }
}

int_enum! {
    /// Where users publish content (UGC 场景).
    pub enum UgcScene {
        /// Nowhere (不涉及用户生成内容).
        None = 0,
        /// In their profile (用户资料).
        Profile = 1,
        /// In comments (评论).
        Comment = 2,
        /// In a forum (论坛).
        Forum = 3,
        /// In social posts (社交日志).
        Social = 4,
        /// In another place (其他).
        Elsewhere = 5,
    }
}

/// A version that was submitted for review.
#[endpoint(part, reply_to(SubmitAudit))]
pub struct SubmittedAudit {
    /// The review, for [`GetAuditStatus`].
    pub auditid: AuditId,
}

/// Returns the state of a review.
///
/// Fails with 85012 when the review does not exist.
#[endpoint(POST "/wxa/get_auditstatus", title = "查询审核单状态",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/code-management/getAuditStatus.html",
    scope(mini), retry = safe, reply = AuditState, call = code_audit.status)]
pub struct GetAuditStatus {
    /// The review, as [`SubmitAudit`] returned it.
    pub auditid: AuditId,
}

/// Returns the state of the latest review.
#[endpoint(GET "/wxa/get_latest_auditstatus", title = "查询最新一次审核单状态",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/code-management/getLatestAuditStatus.html",
    scope(mini), reply = LatestAuditState, call = code_audit.latest_status)]
pub struct GetLatestAuditStatus {}

/// The state of a review.
#[endpoint(part, reply_to(GetAuditStatus))]
pub struct AuditState {
    /// The state of the review.
    pub status: AuditStatus,
    /// The reason of a rejection or delay.
    pub reason: Option<String>,
    /// Screenshots of the problem: media ids, separated by `|`.
    pub screenshot: Option<String>,
    /// The version number that the developer gave.
    pub user_version: Option<String>,
    /// The description that the developer gave.
    pub user_desc: Option<String>,
    /// When the version was submitted.
    pub submit_audit_time: Option<Timestamp>,
}

/// The state of the latest review.
#[endpoint(part, reply_to(GetLatestAuditStatus))]
pub struct LatestAuditState {
    /// The id of the review.
    pub auditid: AuditId,
    /// The state of the review.
    pub status: AuditStatus,
    /// The reason of a rejection or delay.
    pub reason: Option<String>,
    /// Screenshots of the problem: media ids, separated by `|`.
    #[serde(rename = "ScreenShot")]
    pub screenshot: Option<String>,
    /// The version number that the developer gave.
    pub user_version: Option<String>,
    /// The description that the developer gave.
    pub user_desc: Option<String>,
    /// When the version was submitted.
    pub submit_audit_time: Option<Timestamp>,
}

int_enum! {
    /// The state of a review of code (审核状态).
    pub enum AuditStatus {
        /// It was approved (审核成功).
        Passed = 0,
        /// It was rejected (审核被拒绝).
        Rejected = 1,
        /// It is under way (审核中).
        Reviewing = 2,
        /// It was withdrawn (已撤回).
        Withdrawn = 3,
        /// It takes longer than usual (审核延后).
        Delayed = 4,
    }
}

/// Withdraws the version under review. This is possible five times a day and ten times a month.
///
/// Fails with 87013 when the quota of the day or month is used up.
#[endpoint(GET "/wxa/undocodeaudit", title = "撤回代码审核",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/code-management/undoAudit.html",
    scope(mini), retry = unsent, call = code_audit.undo)]
pub struct UndoAudit {}

/// Expedites a review.
///
/// Fails with 89402 when the review is not waiting, with 89403 when this kind of review cannot be
/// expedited, with 89404 when it is expedited already, and with 89405 when the quota of the month
/// is used up.
#[endpoint(POST "/wxa/speedupaudit", title = "加急代码审核",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/code-management/speedupCodeAudit.html",
    scope(mini), call = code_audit.speed_up)]
pub struct SpeedUpAudit {
    /// The review, as [`SubmitAudit`] returned it.
    pub auditid: AuditId,
}

/// Returns the quotas of reviews of the third-party platform in this month.
#[endpoint(GET "/wxa/queryquota", title = "查询服务商审核额度",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/code-management/setCodeAuditQuota.html",
    scope(mini), reply = AuditQuota, call = code_audit.quota)]
pub struct GetAuditQuota {}

/// The quotas of reviews in a month.
#[endpoint(part, reply_to(GetAuditQuota))]
pub struct AuditQuota {
    /// The number of reviews that are left.
    pub rest: Option<i64>,
    /// The number of reviews in a month.
    pub limit: Option<i64>,
    /// The number of expedited reviews that are left.
    pub speedup_rest: Option<i64>,
    /// The number of expedited reviews in a month.
    pub speedup_limit: Option<i64>,
}

/// The code of a Mini Program was approved and can be released. The third-party platform that has
/// submitted it gets this.
#[inbound(event = "weapp_audit_success", scope(mini))]
pub struct AuditPassed {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// When it was approved.
    pub succ_time: Option<Timestamp>,
}

/// The code of a Mini Program was rejected. The third-party platform that has submitted it gets
/// this.
#[inbound(event = "weapp_audit_fail", scope(mini))]
pub struct AuditFailed {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The reason, which may contain HTML.
    pub reason: Option<String>,
    /// When it was rejected.
    pub fail_time: Option<Timestamp>,
    /// Screenshots of the problem: media ids, separated by `|`.
    pub screen_shot: Option<String>,
}

/// The review of a Mini Program's code takes longer than usual. The third-party platform that has
/// submitted it gets this.
#[inbound(event = "weapp_audit_delay", scope(mini))]
pub struct AuditDelayed {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The reason of the delay.
    pub reason: Option<String>,
    /// When the delay was decided.
    pub delay_time: Option<Timestamp>,
}
