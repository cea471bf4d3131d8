//! The release of a Mini Program's code (代码发布). `/wxa/release`, `/wxa/grayrelease`, `/wxa/revertcoderelease`

use weixin_api::{Timestamp, endpoint, group, int_enum};
use weixin_protocol::AppId;

group! {
    /// The release of the Mini Program's code (代码发布).
    code_release: [ReleaseCode, GetHistoryVersions, RevertRelease, GrayRelease, GetGrayReleasePlan, RevertGrayRelease, SetVisitStatus, GetVisitStatus, GetSupportVersion, SetSupportVersion]
}

/// Releases the version that passed its review.
///
/// 85019: there is none; 85020: its review has not passed; 85052: it is released already.
#[endpoint(POST "/wxa/release", title = "发布已通过审核的小程序",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/code-management/release.html",
    scope(mini), call = code_release.release)]
pub struct ReleaseCode {}

/// Gives the versions that one can go back to.
#[endpoint(GET "/wxa/revertcoderelease?action=get_history_version", title = "获取可回退的小程序版本",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/code-management/revertCodeRelease.html",
    scope(mini), reply = HistoryVersions, call = code_release.history)]
pub struct GetHistoryVersions {}

/// The versions of a Mini Program that one can go back to.
#[endpoint(part, reply_to(GetHistoryVersions, RevertRelease))]
pub struct HistoryVersions {
    /// Up to five.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub version_list: Vec<HistoryVersion>,
}

/// A version that was released.
#[endpoint(part)]
pub struct HistoryVersion {
    /// Its number.
    pub app_version: i64,
    /// Its version, as the developer called it.
    pub user_version: Option<String>,
    /// Its description.
    pub user_desc: Option<String>,
    /// When it was uploaded.
    pub commit_time: Option<Timestamp>,
}

/// Goes back to a version that was released before.
///
/// 87011: a release to some is under way; 87012: it cannot be gone back to.
#[endpoint(GET "/wxa/revertcoderelease", title = "小程序版本回退",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/code-management/revertCodeRelease.html",
    scope(mini), retry = unsent, reply = HistoryVersions, call = code_release.revert)]
pub struct RevertRelease {
    /// The version; the last but one if left out.
    pub app_version: Option<i64>,
}

/// Releases the version that passed its review to some of the users; called again, to more of them.
#[endpoint(POST "/wxa/grayrelease", title = "分阶段发布",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/code-management/grayRelease.html",
    scope(mini), retry = safe, call = code_release.to_some)]
pub struct GrayRelease {
    /// To how many of a hundred: 0 to 100, and never fewer than before.
    pub gray_percentage: u8,
    /// Whether developers get it first. With 0 of a hundred, this or the next is to be true.
    pub support_debuger_first: Option<bool>,
    /// Whether testers get it first.
    pub support_experiencer_first: Option<bool>,
}

/// Tells how the release to some of the users stands.
#[endpoint(GET "/wxa/getgrayreleaseplan", title = "获取分阶段发布详情",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/code-management/getGrayReleasePlan.html",
    scope(mini), reply = GrayReleaseState, call = code_release.plan)]
pub struct GetGrayReleasePlan {}

/// How a release to some of the users stands.
#[endpoint(part, reply_to(GetGrayReleasePlan))]
pub struct GrayReleaseState {
    /// The release; `None` if there is none.
    pub gray_release_plan: Option<GrayPlan>,
}

/// A release to some of the users.
#[endpoint(part)]
pub struct GrayPlan {
    /// Where it is.
    pub status: Option<GrayStatus>,
    /// When it began.
    pub create_timestamp: Option<Timestamp>,
    /// To how many of a hundred.
    pub gray_percentage: Option<u8>,
    /// Whether developers get it first.
    pub support_debuger_first: Option<bool>,
    /// Whether testers get it first.
    pub support_experiencer_first: Option<bool>,
    /// When it ends by itself.
    pub default_finish_timestamp: Option<Timestamp>,
}

int_enum! {
    /// Where a release to some of the users is.
    pub enum GrayStatus {
        /// Nothing yet.
        Initial = 0,
        /// It goes on.
        Running = 1,
        /// It was paused.
        Paused = 2,
        /// All users have it.
        Done = 3,
        /// It was taken away.
        Deleted = 4,
    }
}

/// Takes a release to some of the users back.
#[endpoint(GET "/wxa/revertgrayrelease", title = "取消分阶段发布",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/code-management/revertGrayRelease.html",
    scope(mini), retry = unsent, call = code_release.revert_to_some)]
pub struct RevertGrayRelease {}

/// Opens or closes the Mini Program to its users.
///
/// 85021: it cannot be changed; 85022: `action` is neither.
#[endpoint(POST "/wxa/change_visitstatus", title = "设置小程序服务状态",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/code-management/setVisitStatus.html",
    scope(mini), retry = safe, call = code_release.set_visit_status)]
pub struct SetVisitStatus {
    /// `open` or `close`.
    pub action: String,
}

/// Tells whether the Mini Program is open to its users.
#[endpoint(POST "/wxa/getvisitstatus", title = "查询小程序服务状态",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/code-management/getVisitStatus.html",
    scope(mini), retry = safe, reply = VisitStatus, call = code_release.visit_status)]
pub struct GetVisitStatus {}

/// Whether a Mini Program is open to its users.
#[endpoint(part, reply_to(GetVisitStatus))]
pub struct VisitStatus {
    /// 0 it is closed, 1 it is open.
    pub status: i64,
}

/// Tells the lowest base library that the Mini Program asks for, and how many users have which.
#[endpoint(GET "/cgi-bin/wxopen/getweappsupportversion", title = "查询各版本用户占比",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/code-management/getSupportVersion.html",
    scope(mini), reply = SupportVersion, call = code_release.support_version)]
pub struct GetSupportVersion {
    /// The Mini Program; the caller if left out.
    pub appid: Option<AppId>,
}

/// The lowest base library that a Mini Program asks for.
#[endpoint(part, reply_to(GetSupportVersion))]
pub struct SupportVersion {
    /// Its version.
    pub now_version: Option<String>,
    /// How many users have which.
    pub uv_info: Option<VersionShares>,
}

/// How many users have which base library.
#[endpoint(part)]
pub struct VersionShares {
    /// One for each version.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<VersionShare>,
}

/// How many users have a base library.
#[endpoint(part)]
pub struct VersionShare {
    /// Its version.
    pub version: String,
    /// How many of a hundred.
    pub percentage: Option<f64>,
}

/// Sets the lowest base library that the Mini Program asks for.
///
/// 85015: there is no such version.
#[endpoint(POST "/cgi-bin/wxopen/setweappsupportversion", title = "设置最低基础库版本",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/code-management/setSupportVersion.html",
    scope(mini), retry = safe, call = code_release.set_support_version)]
pub struct SetSupportVersion {
    /// The Mini Program; the caller if left out.
    pub appid: Option<AppId>,
    /// Its version.
    pub version: String,
}
