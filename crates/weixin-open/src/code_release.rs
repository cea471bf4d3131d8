//! The release of a Mini Program's code (代码发布). `/wxa/release`, `/wxa/grayrelease`,
//! `/wxa/revertcoderelease`

use weixin_api::{StringEnum, Timestamp, endpoint, group, int_enum};
use weixin_protocol::AppId;

group! {
    /// The release of the Mini Program's code (代码发布).
    code_release: [
        ReleaseCode, GetHistoryVersions, RevertRelease, GrayRelease, GetGrayReleasePlan,
        RevertGrayRelease, SetVisitStatus, GetVisitStatus, GetSupportVersion, SetSupportVersion,
    ]
}

/// Releases the version that was approved.
///
/// Fails with 85019 when no version is under review, with 85020 when its review has not ended well,
/// and with 85052 when it is released already.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Mini};
/// # use weixin_open::code_release::*;
/// # async fn example(wx: impl Caller<Kind = Mini>) -> Result<(), Error> {
/// wx.code_release().release().await?;
/// let state = wx.code_release().visit_status().await?.status;
/// println!("released; the service is {state:?}");
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/wxa/release", title = "发布已通过审核的小程序",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/code-management/release.html",
    scope(mini), call = code_release.release)]
pub struct ReleaseCode {}

/// Returns the versions to which the Mini Program can be rolled back.
#[endpoint(GET "/wxa/revertcoderelease?action=get_history_version", title = "获取可回退的小程序版本",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/code-management/revertCodeRelease.html",
    scope(mini), reply = HistoryVersions, call = code_release.history)]
pub struct GetHistoryVersions {}

/// The versions to which a Mini Program can be rolled back.
#[endpoint(part, reply_to(GetHistoryVersions, RevertRelease))]
pub struct HistoryVersions {
    /// The versions: up to five.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub version_list: Vec<HistoryVersion>,
}

/// A version that was released before.
#[endpoint(part)]
pub struct HistoryVersion {
    /// The number of the version, for [`RevertRelease`].
    pub app_version: i64,
    /// The version number that the developer gave.
    pub user_version: Option<String>,
    /// The description that the developer gave.
    pub user_desc: Option<String>,
    /// When the code was uploaded.
    pub commit_time: Option<Timestamp>,
}

/// Rolls the Mini Program back to a version that was released before.
///
/// Fails with 87011 when a phased release is under way, and with 87012 when this version cannot be
/// rolled back to.
#[endpoint(GET "/wxa/revertcoderelease", title = "小程序版本回退",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/code-management/revertCodeRelease.html",
    scope(mini), retry = unsent, reply = HistoryVersions, call = code_release.revert)]
pub struct RevertRelease {
    /// The number of the version; the one before the present if left out.
    pub app_version: Option<i64>,
}

/// Releases the approved version to a part of the users (分阶段发布). Called again, it extends the part.
///
/// Fails with 85079 when nothing was released before, with 85080 when the review has not ended
/// well, with 85081 when the part is invalid, and with 85082 when it is not more than before.
#[endpoint(POST "/wxa/grayrelease", title = "分阶段发布",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/code-management/grayRelease.html",
    scope(mini), retry = safe, call = code_release.to_some)]
pub struct GrayRelease {
    /// The part of users in percent: 0 to 100, and never less than before.
    pub gray_percentage: u8,
    /// Whether developers get it first. With 0 percent, this or `support_experiencer_first` must be
    /// `true`.
    pub support_debuger_first: Option<bool>,
    /// Whether testers get it first.
    pub support_experiencer_first: Option<bool>,
}

/// Returns the state of the phased release.
#[endpoint(GET "/wxa/getgrayreleaseplan", title = "获取分阶段发布详情",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/code-management/getGrayReleasePlan.html",
    scope(mini), reply = GrayReleaseState, call = code_release.plan)]
pub struct GetGrayReleasePlan {}

/// The state of a phased release.
#[endpoint(part, reply_to(GetGrayReleasePlan))]
pub struct GrayReleaseState {
    /// The phased release; missing if there is none.
    pub gray_release_plan: Option<GrayPlan>,
}

/// A phased release.
#[endpoint(part)]
pub struct GrayPlan {
    /// The state of the release.
    pub status: Option<GrayStatus>,
    /// When it was started.
    pub create_timestamp: Option<Timestamp>,
    /// The part of users in percent.
    pub gray_percentage: Option<u8>,
    /// Whether developers get it first.
    pub support_debuger_first: Option<bool>,
    /// Whether testers get it first.
    pub support_experiencer_first: Option<bool>,
    /// When it is completed automatically.
    pub default_finish_timestamp: Option<Timestamp>,
}

int_enum! {
    /// The state of a phased release.
    pub enum GrayStatus {
        /// It has not started (初始状态).
        Initial = 0,
        /// It is under way (执行中).
        Running = 1,
        /// It is paused (暂停中).
        Paused = 2,
        /// It is completed, and all users have the version (执行完毕).
        Done = 3,
        /// It was cancelled (被删除).
        Deleted = 4,
    }
}

/// Cancels the phased release.
#[endpoint(GET "/wxa/revertgrayrelease", title = "取消分阶段发布",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/code-management/revertGrayRelease.html",
    scope(mini), retry = unsent, call = code_release.revert_to_some)]
pub struct RevertGrayRelease {}

/// Opens or suspends the service of the Mini Program (服务状态).
///
/// Fails with 85021 when the state cannot change, and with 85022 when the action is unknown.
#[endpoint(POST "/wxa/change_visitstatus", title = "设置小程序服务状态",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/code-management/setVisitStatus.html",
    scope(mini), retry = safe, call = code_release.set_visit_status)]
pub struct SetVisitStatus {
    /// Whether the service is opened or suspended.
    pub action: VisitAction,
}

/// Whether the service of a Mini Program is opened or suspended.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum VisitAction {
    /// Users can visit it (可见).
    #[string_enum(rename = "open")]
    Open,
    /// Users cannot visit it (不可见).
    #[string_enum(rename = "close")]
    Close,
    /// A value that this version does not know.
    Other(String),
}

/// Returns whether the service of the Mini Program is open.
#[endpoint(POST "/wxa/getvisitstatus", title = "查询小程序服务状态",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/code-management/getVisitStatus.html",
    scope(mini), retry = safe, reply = VisitStatus, call = code_release.visit_status)]
pub struct GetVisitStatus {}

/// Whether the service of a Mini Program is open.
#[endpoint(part, reply_to(GetVisitStatus))]
pub struct VisitStatus {
    /// The state of the service.
    pub status: VisitState,
}

int_enum! {
    /// The state of a Mini Program's service (服务状态).
    pub enum VisitState {
        /// Users cannot visit it (已暂停服务).
        Suspended = 0,
        /// Users can visit it (未暂停服务).
        Open = 1,
    }
}

/// Returns the lowest base library version (最低基础库版本) that the Mini Program accepts, and the share
/// of users of each version.
#[endpoint(GET "/cgi-bin/wxopen/getweappsupportversion", title = "查询各版本用户占比",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/code-management/getSupportVersion.html",
    scope(mini), reply = SupportVersion, call = code_release.support_version)]
pub struct GetSupportVersion {
    /// The Mini Program; the caller if left out.
    pub appid: Option<AppId>,
}

/// The lowest base library version that a Mini Program accepts.
#[endpoint(part, reply_to(GetSupportVersion))]
pub struct SupportVersion {
    /// The version number.
    pub now_version: Option<String>,
    /// The share of users of each version.
    pub uv_info: Option<VersionShares>,
}

/// The shares of users by version.
#[endpoint(part)]
pub struct VersionShares {
    /// The shares, one for each version.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<VersionShare>,
}

/// The share of users of a base library version.
#[endpoint(part)]
pub struct VersionShare {
    /// The version number.
    pub version: String,
    /// The share in percent.
    pub percentage: Option<f64>,
}

/// Sets the lowest base library version that the Mini Program accepts.
///
/// Fails with 85015 when the version does not exist.
#[endpoint(POST "/cgi-bin/wxopen/setweappsupportversion", title = "设置最低基础库版本",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/code-management/setSupportVersion.html",
    scope(mini), retry = safe, call = code_release.set_support_version)]
pub struct SetSupportVersion {
    /// The Mini Program; the caller if left out.
    pub appid: Option<AppId>,
    /// The version number, such as `1.0.0`.
    pub version: String,
}
