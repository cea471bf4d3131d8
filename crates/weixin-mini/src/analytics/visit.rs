//! How often it was visited.

use crate::analytics::AnalyticsHandle;
use weixin_api::endpoint;

/// Says how often it was visited on a day.
#[endpoint(POST "/datacube/getweanalysisappiddailyvisittrend", title = "获取用户访问小程序数据日趋势",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/data-analysis/visit-trend/analysis.getDailyVisitTrend.html",
    scope(mini), retry = safe, reply = VisitTrends, call = analytics.daily_visits)]
pub struct GetDailyVisitTrend {
    /// The day.
    pub begin_date: String,
    /// The same day.
    pub end_date: String,
}

/// Says how often it was visited in a week.
#[endpoint(POST "/datacube/getweanalysisappidweeklyvisittrend", title = "获取用户访问小程序数据周趋势",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/data-analysis/visit-trend/analysis.getWeeklyVisitTrend.html",
    scope(mini), retry = safe, reply = VisitTrends, call = analytics.weekly_visits)]
pub struct GetWeeklyVisitTrend {
    /// The Monday.
    pub begin_date: String,
    /// The Sunday of the same week.
    pub end_date: String,
}

/// Says how often it was visited in a month.
#[endpoint(POST "/datacube/getweanalysisappidmonthlyvisittrend", title = "获取用户访问小程序数据月趋势",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/data-analysis/visit-trend/analysis.getMonthlyVisitTrend.html",
    scope(mini), retry = safe, reply = VisitTrends, call = analytics.monthly_visits)]
pub struct GetMonthlyVisitTrend {
    /// The first day of a month.
    pub begin_date: String,
    /// Its last day.
    pub end_date: String,
}

/// How often it was visited.
#[endpoint(part, reply_to(GetDailyVisitTrend, GetWeeklyVisitTrend, GetMonthlyVisitTrend))]
pub struct VisitTrends {
    /// The day, week or month.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub list: Vec<VisitTrend>,
}

/// How often it was visited.
#[endpoint(part)]
pub struct VisitTrend {
    /// The day, week or month.
    pub ref_date: String,
    /// How often it was opened.
    pub session_cnt: Option<u64>,
    /// How many pages were visited.
    pub visit_pv: Option<u64>,
    /// By how many people.
    pub visit_uv: Option<u64>,
    /// How many of them were there for the first time.
    pub visit_uv_new: Option<u64>,
    /// For how long each person, in seconds.
    pub stay_time_uv: Option<f64>,
    /// For how long each time, in seconds.
    pub stay_time_session: Option<f64>,
    /// How many pages each time.
    pub visit_depth: Option<f64>,
}
