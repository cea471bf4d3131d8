//! The release of a Mini Program's code (代码发布). `/wxa/release`, `/wxa/grayrelease`, `/wxa/revertcoderelease`

use weixin_api::{Call, Caller, On, Timestamp, codes, endpoint, endpoints};
use weixin_protocol::AppId;

endpoints![
    ReleaseCode,
    GetHistoryVersions,
    RevertRelease,
    GrayRelease,
    GetGrayReleasePlan,
    RevertGrayRelease,
    SetVisitStatus,
    GetVisitStatus,
    GetSupportVersion,
    SetSupportVersion
];

/// Releases the version that passed its review. `POST /wxa/release`
///
/// 85019: there is none; 85020: its review has not passed; 85052: it is released already.
#[endpoint(POST "/wxa/release", title = "发布已通过审核的小程序",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/code-management/release.html",
    scope(mini))]
pub struct ReleaseCode {}

/// Gives the versions that one can go back to.
/// `GET /wxa/revertcoderelease?action=get_history_version`
#[endpoint(GET "/wxa/revertcoderelease?action=get_history_version", title = "获取可回退的小程序版本",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/code-management/revertCodeRelease.html",
    scope(mini), reply = HistoryVersions)]
pub struct GetHistoryVersions {}

/// The versions of a Mini Program that one can go back to.
#[endpoint(part)]
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

/// Goes back to a version that was released before. `GET /wxa/revertcoderelease`
///
/// 87011: a release to some is under way; 87012: it cannot be gone back to.
#[endpoint(GET "/wxa/revertcoderelease", title = "小程序版本回退",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/code-management/revertCodeRelease.html",
    scope(mini), retry = unsent, reply = HistoryVersions)]
pub struct RevertRelease {
    /// The version; the last but one if left out.
    pub app_version: Option<i64>,
}

/// Releases the version that passed its review to some of the users; called again, to more of them.
/// `POST /wxa/grayrelease`
#[endpoint(POST "/wxa/grayrelease", title = "分阶段发布",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/code-management/grayRelease.html",
    scope(mini), retry = safe)]
pub struct GrayRelease {
    /// To how many of a hundred: 0 to 100, and never fewer than before.
    pub gray_percentage: u8,
    /// Whether developers get it first. With 0 of a hundred, this or the next is to be true.
    pub support_debuger_first: Option<bool>,
    /// Whether testers get it first.
    pub support_experiencer_first: Option<bool>,
}

/// Tells how the release to some of the users stands. `GET /wxa/getgrayreleaseplan`
#[endpoint(GET "/wxa/getgrayreleaseplan", title = "获取分阶段发布详情",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/code-management/getGrayReleasePlan.html",
    scope(mini), reply = GrayReleaseState)]
pub struct GetGrayReleasePlan {}

/// How a release to some of the users stands.
#[endpoint(part)]
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

codes! {
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

/// Takes a release to some of the users back. `GET /wxa/revertgrayrelease`
#[endpoint(GET "/wxa/revertgrayrelease", title = "取消分阶段发布",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/code-management/revertGrayRelease.html",
    scope(mini), retry = unsent)]
pub struct RevertGrayRelease {}

/// Opens or closes the Mini Program to its users. `POST /wxa/change_visitstatus`
///
/// 85021: it cannot be changed; 85022: `action` is neither.
#[endpoint(POST "/wxa/change_visitstatus", title = "设置小程序服务状态",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/code-management/setVisitStatus.html",
    scope(mini), retry = safe)]
pub struct SetVisitStatus {
    /// `open` or `close`.
    pub action: String,
}

/// Tells whether the Mini Program is open to its users. `POST /wxa/getvisitstatus`
#[endpoint(POST "/wxa/getvisitstatus", title = "查询小程序服务状态",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/code-management/getVisitStatus.html",
    scope(mini), retry = safe, reply = VisitStatus)]
pub struct GetVisitStatus {}

/// Whether a Mini Program is open to its users.
#[endpoint(part)]
pub struct VisitStatus {
    /// 0 it is closed, 1 it is open.
    pub status: i64,
}

/// Tells the lowest base library that the Mini Program asks for, and how many users have which.
/// `GET /cgi-bin/wxopen/getweappsupportversion`
#[endpoint(GET "/cgi-bin/wxopen/getweappsupportversion", title = "查询各版本用户占比",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/code-management/getSupportVersion.html",
    scope(mini), reply = SupportVersion)]
pub struct GetSupportVersion {
    /// The Mini Program; the caller if left out.
    pub appid: Option<AppId>,
}

/// The lowest base library that a Mini Program asks for.
#[endpoint(part)]
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
/// `POST /cgi-bin/wxopen/setweappsupportversion`
///
/// 85015: there is no such version.
#[endpoint(POST "/cgi-bin/wxopen/setweappsupportversion", title = "设置最低基础库版本",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/miniprogram-management/code-management/setSupportVersion.html",
    scope(mini), retry = safe)]
pub struct SetSupportVersion {
    /// The Mini Program; the caller if left out.
    pub appid: Option<AppId>,
    /// Its version.
    pub version: String,
}

/// The group as a client has it: `wx.code_release()`.
#[derive(Debug)]
pub struct CodeReleases<'c, C: ?Sized>(&'c C);

/// Gives a client `code_release()`.
pub trait CodeReleasesApi: Caller {
    /// The release of the Mini Program's code (代码发布).
    fn code_release(&self) -> CodeReleases<'_, Self> {
        CodeReleases(self)
    }
}

impl<C: Caller + ?Sized> CodeReleasesApi for C where ReleaseCode: On<C::Kind> {}

impl<'c, C: Caller + ?Sized> CodeReleases<'c, C> {
    /// Releases the version that passed its review; see [`ReleaseCode`].
    pub fn release(&self) -> Call<'c, C, ReleaseCode> {
        Call::new(self.0, ReleaseCode::new())
    }

    /// Gives the versions that one can go back to; see [`GetHistoryVersions`].
    pub fn history(&self) -> Call<'c, C, GetHistoryVersions> {
        Call::new(self.0, GetHistoryVersions::new())
    }

    /// Goes back to a version that was released before; see [`RevertRelease`].
    pub fn revert(&self) -> Call<'c, C, RevertRelease> {
        Call::new(self.0, RevertRelease::new())
    }

    /// Releases the version that passed its review to some of the users; see [`GrayRelease`].
    pub fn to_some(&self, gray_percentage: u8) -> Call<'c, C, GrayRelease> {
        Call::new(self.0, GrayRelease::new(gray_percentage))
    }

    /// Tells how the release to some of the users stands; see [`GetGrayReleasePlan`].
    pub fn plan(&self) -> Call<'c, C, GetGrayReleasePlan> {
        Call::new(self.0, GetGrayReleasePlan::new())
    }

    /// Takes a release to some of the users back; see [`RevertGrayRelease`].
    pub fn revert_to_some(&self) -> Call<'c, C, RevertGrayRelease> {
        Call::new(self.0, RevertGrayRelease::new())
    }

    /// Opens or closes the Mini Program to its users; see [`SetVisitStatus`].
    pub fn set_visit_status(&self, action: impl Into<String>) -> Call<'c, C, SetVisitStatus> {
        Call::new(self.0, SetVisitStatus::new(action))
    }

    /// Tells whether the Mini Program is open to its users; see [`GetVisitStatus`].
    pub fn visit_status(&self) -> Call<'c, C, GetVisitStatus> {
        Call::new(self.0, GetVisitStatus::new())
    }

    /// Tells the lowest base library that the Mini Program asks for, and how many users have which;
    /// see [`GetSupportVersion`].
    pub fn support_version(&self) -> Call<'c, C, GetSupportVersion> {
        Call::new(self.0, GetSupportVersion::new())
    }

    /// Sets the lowest base library that the Mini Program asks for; see [`SetSupportVersion`].
    pub fn set_support_version(
        &self,
        version: impl Into<String>,
    ) -> Call<'c, C, SetSupportVersion> {
        Call::new(self.0, SetSupportVersion::new(version))
    }
}
