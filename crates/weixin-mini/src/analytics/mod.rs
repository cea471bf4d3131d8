//! How a Mini Program is used (数据分析). `/datacube/getweanalysis*`
//!
//! Days are written `20170313`. The numbers of a day are there the next morning, from 8 o'clock
//! (Beijing) on.

use weixin_api::{endpoint, group};
mod retain;
mod visit;

pub use retain::*;
pub use visit::*;

group! {
    /// How a Mini Program is used (数据分析).
    analytics: [GetDailySummary, GetVisitPages, GetVisitDistribution, GetUserPortrait, GetDailyRetain, GetWeeklyRetain, GetMonthlyRetain, GetDailyVisitTrend, GetWeeklyVisitTrend, GetMonthlyVisitTrend]
}

/// Says how many have used it so far, on a day.
#[endpoint(POST "/datacube/getweanalysisappiddailysummarytrend", title = "获取用户访问小程序数据概况",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/data-analysis/analysis.getDailySummary.html",
    scope(mini), retry = safe, reply = DailySummaries, call = analytics.daily_summary)]
pub struct GetDailySummary {
    /// The day.
    pub begin_date: String,
    /// The same day.
    pub end_date: String,
}

/// How many have used it so far.
#[endpoint(part, reply_to(GetDailySummary))]
pub struct DailySummaries {
    /// The day.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub list: Vec<DailySummary>,
}

/// How many have used it up to a day.
#[endpoint(part)]
pub struct DailySummary {
    /// The day.
    pub ref_date: String,
    /// How many people in all.
    pub visit_total: Option<u64>,
    /// How often it was shared that day.
    pub share_pv: Option<u64>,
    /// How many people shared it that day.
    pub share_uv: Option<u64>,
}

/// Says how its pages were visited: the 200 most visited.
#[endpoint(POST "/datacube/getweanalysisappidvisitpage", title = "获取访问页面数据",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/data-analysis/analysis.getVisitPage.html",
    scope(mini), retry = safe, reply = VisitPages, call = analytics.visit_pages)]
pub struct GetVisitPages {
    /// The day.
    pub begin_date: String,
    /// The same day.
    pub end_date: String,
}

/// How pages were visited.
#[endpoint(part, reply_to(GetVisitPages))]
pub struct VisitPages {
    /// The day.
    pub ref_date: Option<String>,
    /// The pages.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub list: Vec<VisitPage>,
}

/// How a page was visited.
#[endpoint(part)]
pub struct VisitPage {
    /// The page.
    pub page_path: String,
    /// How often.
    pub page_visit_pv: Option<u64>,
    /// By how many people.
    pub page_visit_uv: Option<u64>,
    /// For how long each time, in seconds.
    pub page_staytime_pv: Option<f64>,
    /// How often it was the first.
    pub entrypage_pv: Option<u64>,
    /// How often it was the last.
    pub exitpage_pv: Option<u64>,
    /// How often it was shared.
    pub page_share_pv: Option<u64>,
    /// How many people shared it.
    pub page_share_uv: Option<u64>,
}

/// Says from where people come, how long they stay and how far they go.
#[endpoint(POST "/datacube/getweanalysisappidvisitdistribution", title = "获取用户访问小程序分布数据",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/data-analysis/analysis.getVisitDistribution.html",
    scope(mini), retry = safe, reply = VisitDistributions, call = analytics.visit_distribution)]
pub struct GetVisitDistribution {
    /// The day.
    pub begin_date: String,
    /// The same day.
    pub end_date: String,
}

/// How visits are distributed.
#[endpoint(part, reply_to(GetVisitDistribution))]
pub struct VisitDistributions {
    /// The day.
    pub ref_date: Option<String>,
    /// The distributions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub list: Vec<VisitDistribution>,
}

/// One distribution.
#[endpoint(part)]
pub struct VisitDistribution {
    /// Of what: `access_source_session_cnt` from where, `access_staytime_info` how long,
    /// `access_depth_info` how far.
    pub index: String,
    /// Its parts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub item_list: Vec<VisitDistributionItem>,
}

/// A part of a distribution.
#[endpoint(part)]
pub struct VisitDistributionItem {
    /// Which one; what the number means depends on the distribution.
    pub key: i64,
    /// How many.
    pub value: i64,
    /// How many people, of those who come from there.
    pub access_source_visit_uv: Option<i64>,
}

/// Says who uses it: where they live, how old they are, what phones they have.
#[endpoint(POST "/datacube/getweanalysisappiduserportrait", title = "获取小程序用户画像分布",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/data-analysis/analysis.getUserPortrait.html",
    scope(mini), retry = safe, reply = UserPortrait, call = analytics.user_portrait)]
pub struct GetUserPortrait {
    /// The first day.
    pub begin_date: String,
    /// The last day: the first, or 6 or 29 days later.
    pub end_date: String,
}

/// Who uses it.
#[endpoint(part, reply_to(GetUserPortrait))]
pub struct UserPortrait {
    /// The days.
    pub ref_date: Option<String>,
    /// Those who came for the first time.
    pub visit_uv_new: Option<Portrait>,
    /// All who came.
    pub visit_uv: Option<Portrait>,
}

/// Who some people are.
#[endpoint(part)]
pub struct Portrait {
    /// Which people these are.
    pub index: Option<i64>,
    /// Where they live: the province.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub province: Vec<PortraitItem>,
    /// Where they live: the city.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub city: Vec<PortraitItem>,
    /// Their genders.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub genders: Vec<PortraitItem>,
    /// What their phones run.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub platforms: Vec<PortraitItem>,
    /// What phones they have.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub devices: Vec<PortraitItem>,
    /// How old they are.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ages: Vec<PortraitItem>,
}

/// A part of some people.
#[endpoint(part)]
pub struct PortraitItem {
    /// Which part.
    pub id: Option<i64>,
    /// What it is called.
    pub name: Option<String>,
    /// How many they are.
    pub value: Option<u64>,
}
