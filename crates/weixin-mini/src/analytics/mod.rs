//! Usage statistics of a Mini Program (数据分析). `/datacube/getweanalysis*`
//!
//! Days are written `20170313`. The numbers of a day are available from 8 a.m. (Beijing) of the next
//! day on.

use weixin_api::{StringEnum, endpoint, group};
mod retain;
mod visit;

pub use retain::*;
pub use visit::*;

group! {
    /// Usage statistics of the Mini Program (数据分析).
    analytics: [
        GetDailySummary, GetVisitPages, GetVisitDistribution, GetUserPortrait, GetDailyRetain,
        GetWeeklyRetain, GetMonthlyRetain, GetDailyVisitTrend, GetWeeklyVisitTrend,
        GetMonthlyVisitTrend,
    ]
}

/// Returns the cumulative number of users at the end of a day.
///
/// Fails with 61501 when the dates are no such period, and with 61503 when its numbers are not
/// there yet.
#[endpoint(POST "/datacube/getweanalysisappiddailysummarytrend", title = "获取用户访问小程序数据概况",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/data-analysis/analysis.getDailySummary.html",
    scope(mini), secured, retry = safe, reply = DailySummaries, call = analytics.daily_summary)]
pub struct GetDailySummary {
    /// The day, such as `20170313`; at the latest yesterday.
    pub begin_date: String,
    /// The same day as `begin_date`.
    pub end_date: String,
}

/// The cumulative number of users.
#[endpoint(part, reply_to(GetDailySummary))]
pub struct DailySummaries {
    /// The summary of the day.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub list: Vec<DailySummary>,
}

/// The cumulative number of users at the end of a day.
#[endpoint(part)]
pub struct DailySummary {
    /// The day, such as `20170313`.
    pub ref_date: String,
    /// The number of users so far (累计用户数).
    pub visit_total: Option<u64>,
    /// How often the Mini Program was shared on that day (转发次数).
    pub share_pv: Option<u64>,
    /// How many users shared it on that day (转发人数).
    pub share_uv: Option<u64>,
}

/// Returns the visits of the 200 most visited pages.
///
/// Fails with 61501 when the dates are no such period, and with 61503 when its numbers are not
/// there yet.
#[endpoint(POST "/datacube/getweanalysisappidvisitpage", title = "获取访问页面数据",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/data-analysis/analysis.getVisitPage.html",
    scope(mini), secured, retry = safe, reply = VisitPages, call = analytics.visit_pages)]
pub struct GetVisitPages {
    /// The day, such as `20170313`; at the latest yesterday.
    pub begin_date: String,
    /// The same day as `begin_date`.
    pub end_date: String,
}

/// The visits of pages on a day.
#[endpoint(part, reply_to(GetVisitPages))]
pub struct VisitPages {
    /// The day, such as `20170313`.
    pub ref_date: Option<String>,
    /// The pages, the most visited first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub list: Vec<VisitPage>,
}

/// The visits of a page.
#[endpoint(part)]
pub struct VisitPage {
    /// The path of the page.
    pub page_path: String,
    /// The number of visits.
    pub page_visit_pv: Option<u64>,
    /// The number of visitors.
    pub page_visit_uv: Option<u64>,
    /// The average stay per visit, in seconds (次均停留时长).
    pub page_staytime_pv: Option<f64>,
    /// How often it was the first page of a session (进入页次数).
    pub entrypage_pv: Option<u64>,
    /// How often it was the last page of a session (退出页次数).
    pub exitpage_pv: Option<u64>,
    /// How often the page was shared.
    pub page_share_pv: Option<u64>,
    /// How many users shared the page.
    pub page_share_uv: Option<u64>,
}

/// Returns where visits come from, how long they last and how many pages they reach.
///
/// Fails with 61501 when the dates are no such period, and with 61503 when its numbers are not
/// there yet.
#[endpoint(POST "/datacube/getweanalysisappidvisitdistribution", title = "获取用户访问小程序分布数据",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/data-analysis/analysis.getVisitDistribution.html",
    scope(mini), secured,
    retry = safe, reply = VisitDistributions, call = analytics.visit_distribution)]
pub struct GetVisitDistribution {
    /// The day, such as `20170313`; at the latest yesterday.
    pub begin_date: String,
    /// The same day as `begin_date`.
    pub end_date: String,
}

/// The distributions of visits on a day.
#[endpoint(part, reply_to(GetVisitDistribution))]
pub struct VisitDistributions {
    /// The day, such as `20170313`.
    pub ref_date: Option<String>,
    /// The distributions, one of each kind.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub list: Vec<VisitDistribution>,
}

/// The distribution of visits by one feature.
#[endpoint(part)]
pub struct VisitDistribution {
    /// The feature by which the visits are counted.
    pub index: VisitDistributionIndex,
    /// The classes of the distribution.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub item_list: Vec<VisitDistributionItem>,
}

/// The feature of a distribution.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum VisitDistributionIndex {
    /// Where the visit came from (访问来源).
    #[string_enum(rename = "access_source_session_cnt")]
    Source,
    /// How long the visit lasted (访问时长).
    #[string_enum(rename = "access_staytime_info")]
    StayTime,
    /// How many pages the visit reached (访问深度).
    #[string_enum(rename = "access_depth_info")]
    Depth,
    /// A value that this version does not know.
    Other(String),
}

/// A class of a distribution.
#[endpoint(part)]
pub struct VisitDistributionItem {
    /// The number of the class: a scene for sources, a range for stay times and depths.
    pub key: i64,
    /// The number of visits in this class.
    pub value: i64,
    /// The number of visitors in this class; only for sources.
    pub access_source_visit_uv: Option<i64>,
}

/// Returns a portrait of the users: region, gender, age, phones.
///
/// Fails with 61501 when the dates are no such period, and with 61503 when its numbers are not
/// there yet.
#[endpoint(POST "/datacube/getweanalysisappiduserportrait", title = "获取小程序用户画像分布",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/data-analysis/analysis.getUserPortrait.html",
    scope(mini), secured, retry = safe, reply = UserPortrait, call = analytics.user_portrait)]
pub struct GetUserPortrait {
    /// The first day, such as `20170611`.
    pub begin_date: String,
    /// The last day: the first, or 6 or 29 days later; at the latest yesterday.
    pub end_date: String,
}

/// A portrait of the users in some days.
#[endpoint(part, reply_to(GetUserPortrait))]
pub struct UserPortrait {
    /// The range of days, such as `20170611-20170617`.
    pub ref_date: Option<String>,
    /// New users in these days (新用户).
    pub visit_uv_new: Option<Portrait>,
    /// All active users in these days (活跃用户).
    pub visit_uv: Option<Portrait>,
}

/// The composition of a group of users.
#[endpoint(part)]
pub struct Portrait {
    /// The group: 0 new users, 1 active users.
    pub index: Option<i64>,
    /// The users by province.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub province: Vec<PortraitItem>,
    /// The users by city.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub city: Vec<PortraitItem>,
    /// The users by gender.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub genders: Vec<PortraitItem>,
    /// The users by platform: iPhone, Android and others.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub platforms: Vec<PortraitItem>,
    /// The users by model of their phone.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub devices: Vec<PortraitItem>,
    /// The users by age group.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ages: Vec<PortraitItem>,
}

/// A class of users.
#[endpoint(part)]
pub struct PortraitItem {
    /// The number of the class; models of phones have none.
    pub id: Option<i64>,
    /// The name of the class, in Chinese.
    pub name: Option<String>,
    /// The number of users in this class.
    pub value: Option<u64>,
}
