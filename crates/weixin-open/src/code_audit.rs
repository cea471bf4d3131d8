//! The review of a Mini Program's code (代码审核). `/wxa/submit_audit`, `/wxa/get_auditstatus`

use weixin_api::{FilePart, Timestamp, endpoint, group, int_enum};
use weixin_protocol::{Header, inbound};

group! {
    /// The review of the Mini Program's code (代码审核).
    code_audit: [SubmitAudit, UploadAuditMedia, GetAuditStatus, GetLatestAuditStatus, UndoAudit, SpeedUpAudit, GetAuditQuota]
}

weixin_protocol::messages![AuditPassed, AuditFailed, AuditDelayed];

/// Uploads a picture or a film for the review.
///
/// It is kept for three days. 40005: another kind of file; 40006: it is too big.
#[endpoint(POST "/wxa/uploadmedia", title = "上传提审素材",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/code-management/uploadMediaToCodeAudit.html",
    scope(mini), reply = AuditMedia, call = code_audit.upload)]
pub struct UploadAuditMedia {
    /// A picture (PNG, JPEG or GIF, up to 2 MB) or a film (MP4, up to 10 MB).
    #[part]
    pub media: FilePart,
}

/// A file that was uploaded for the review.
#[endpoint(part, reply_to(UploadAuditMedia))]
pub struct AuditMedia {
    /// `image` or `video`.
    #[serde(rename = "type")]
    pub type_: Option<String>,
    /// Its id, for [`PreviewInfo`].
    pub mediaid: String,
}

/// Puts the test version into review.
///
/// What came of it is pushed as [`AuditPassed`], [`AuditFailed`] or [`AuditDelayed`]. 85009:
/// another version is in review; 85077: the category is no longer there; 85085: the quota of the
/// month is used up; 85086: there is no code; 61039: its privacy is still being looked at; 61040:
/// it reads private data that were not asked for.
#[endpoint(POST "/wxa/submit_audit", title = "提交代码审核",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/code-management/submitAudit.html",
    scope(mini), reply = SubmittedAudit, call = code_audit.submit)]
pub struct SubmitAudit {
    /// Up to five pages, and what they are; each of the Mini Program's categories at least once.
    /// Taken from its settings if left out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub item_list: Vec<AuditItem>,
    /// Pictures and films of it.
    pub preview_info: Option<PreviewInfo>,
    /// What this version does: up to 200 characters.
    pub version_desc: Option<String>,
    /// What one has to say to the last refusal: up to 200 characters.
    pub feedback_info: Option<String>,
    /// Pictures for that: up to five media ids, with `|` between them.
    pub feedback_stuff: Option<String>,
    /// What users may publish in it. To be given if they may.
    pub ugc_declare: Option<UserContent>,
    /// Whether it is known that private data which the code could read are not read.
    pub privacy_api_not_use: Option<bool>,
    /// The page of orders.
    pub order_path: Option<String>,
}

/// A page, and what it is.
#[endpoint(part)]
pub struct AuditItem {
    /// The page.
    pub address: Option<String>,
    /// Up to ten tags of up to 20 characters, with blanks between them.
    pub tag: Option<String>,
    /// Its title: up to 32 characters.
    pub title: Option<String>,
    /// The name of its category of the first level.
    pub first_class: Option<String>,
    /// The name of that of the second level.
    pub second_class: Option<String>,
    /// The name of that of the third level.
    pub third_class: Option<String>,
    /// The category of the first level.
    pub first_id: Option<u64>,
    /// The category of the second level.
    pub second_id: Option<u64>,
    /// The category of the third level.
    pub third_id: Option<u64>,
}

/// Pictures and films of a Mini Program, uploaded by [`UploadAuditMedia`].
#[endpoint(part)]
pub struct PreviewInfo {
    /// The films.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub video_id_list: Vec<String>,
    /// The pictures.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pic_id_list: Vec<String>,
}

/// What users of a Mini Program may publish in it, and who looks after that.
#[endpoint(part)]
pub struct UserContent {
    /// Where: 0 nowhere, 1 in their profile, 2 in comments, 3 in a forum, 4 in a diary, 5
    /// elsewhere.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub scene: Vec<u32>,
    /// Where else: up to 256 characters.
    pub other_scene_desc: Option<String>,
    /// How it is looked after: 1 by the platform's recommended calls, 2 by people, 3 by other
    /// calls.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub method: Vec<u32>,
    /// Whether there are people for it.
    #[serde(
        with = "weixin_api::bool_as_int::option",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub has_audit_team: Option<bool>,
    /// How they work: up to 256 characters.
    pub audit_desc: Option<String>,
}

/// A review that has begun.
#[endpoint(part, reply_to(SubmitAudit))]
pub struct SubmittedAudit {
    /// Its number.
    pub auditid: u64,
}

/// Tells how a review stands.
///
/// 85012: there is no such review.
#[endpoint(POST "/wxa/get_auditstatus", title = "查询审核单状态",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/code-management/getAuditStatus.html",
    scope(mini), retry = safe, reply = AuditState, call = code_audit.status)]
pub struct GetAuditStatus {
    /// The review.
    pub auditid: u64,
}

/// Tells how the last review stands.
#[endpoint(GET "/wxa/get_latest_auditstatus", title = "查询最新一次审核单状态",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/code-management/getLatestAuditStatus.html",
    scope(mini), reply = LatestAuditState, call = code_audit.latest_status)]
pub struct GetLatestAuditStatus {}

/// How a review stands.
#[endpoint(part, reply_to(GetAuditStatus))]
pub struct AuditState {
    /// Where it is.
    pub status: AuditStatus,
    /// Why it was refused or is delayed.
    pub reason: Option<String>,
    /// Pictures of what was wrong: media ids, with `|` between them.
    pub screenshot: Option<String>,
    /// The version.
    pub user_version: Option<String>,
    /// Its description.
    pub user_desc: Option<String>,
    /// When it was put into review.
    pub submit_audit_time: Option<Timestamp>,
}

/// How the last review stands.
#[endpoint(part, reply_to(GetLatestAuditStatus))]
pub struct LatestAuditState {
    /// Its number.
    pub auditid: u64,
    /// Where it is.
    pub status: AuditStatus,
    /// Why it was refused or is delayed.
    pub reason: Option<String>,
    /// Pictures of what was wrong: media ids, with `|` between them.
    #[serde(rename = "ScreenShot")]
    pub screenshot: Option<String>,
    /// The version.
    pub user_version: Option<String>,
    /// Its description.
    pub user_desc: Option<String>,
    /// When it was put into review.
    pub submit_audit_time: Option<Timestamp>,
}

int_enum! {
    /// Where a review is.
    pub enum AuditStatus {
        /// It passed.
        Passed = 0,
        /// It was refused.
        Refused = 1,
        /// It goes on.
        Reviewing = 2,
        /// It was taken back.
        Withdrawn = 3,
        /// It takes longer than usual.
        Delayed = 4,
    }
}

/// Takes the version in review back: five times a day, ten times a month.
///
/// 87013: no more often (today or this month).
#[endpoint(GET "/wxa/undocodeaudit", title = "撤回代码审核",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/code-management/undoAudit.html",
    scope(mini), retry = unsent, call = code_audit.undo)]
pub struct UndoAudit {}

/// Has a review hurried.
///
/// 89402: it is not waiting; 89403: this kind cannot be hurried; 89404: it is hurried already;
/// 89405: the quota of the month is used up.
#[endpoint(POST "/wxa/speedupaudit", title = "加急代码审核",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/code-management/speedupCodeAudit.html",
    scope(mini), call = code_audit.speed_up)]
pub struct SpeedUpAudit {
    /// The review.
    pub auditid: u64,
}

/// Tells how many reviews the third-party platform may still ask for this month.
#[endpoint(GET "/wxa/queryquota", title = "查询服务商审核额度",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/code-management/setCodeAuditQuota.html",
    scope(mini), reply = AuditQuota, call = code_audit.quota)]
pub struct GetAuditQuota {}

/// How many reviews a third-party platform may ask for in a month.
#[endpoint(part, reply_to(GetAuditQuota))]
pub struct AuditQuota {
    /// How many are left.
    pub rest: Option<i64>,
    /// How many there are.
    pub limit: Option<i64>,
    /// How many are left that may be hurried.
    pub speedup_rest: Option<i64>,
    /// How many may be hurried.
    pub speedup_limit: Option<i64>,
}

/// The code passed its review, and can be released. Event `weapp_audit_success`.
#[inbound(event = "weapp_audit_success", scope(mini))]
pub struct AuditPassed {
    /// From whom, to whom, when.
    pub header: Header,
    /// When.
    pub succ_time: Option<i64>,
}

/// The code was refused. Event `weapp_audit_fail`.
#[inbound(event = "weapp_audit_fail", scope(mini))]
pub struct AuditFailed {
    /// From whom, to whom, when.
    pub header: Header,
    /// Why; may hold HTML.
    pub reason: Option<String>,
    /// When.
    pub fail_time: Option<i64>,
    /// Pictures of what was wrong: media ids, with `|` between them.
    pub screen_shot: Option<String>,
}

/// The review takes longer than usual. Event `weapp_audit_delay`.
#[inbound(event = "weapp_audit_delay", scope(mini))]
pub struct AuditDelayed {
    /// From whom, to whom, when.
    pub header: Header,
    /// Why.
    pub reason: Option<String>,
    /// When that was decided.
    pub delay_time: Option<i64>,
}
