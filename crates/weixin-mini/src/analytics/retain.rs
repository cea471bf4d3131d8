//! How many come again.

use crate::analytics::AnalyticsHandle;
use weixin_api::endpoint;

/// Says how many come again on the days after.
#[endpoint(POST "/datacube/getweanalysisappiddailyretaininfo", title = "获取用户访问小程序日留存",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/data-analysis/visit-retain/analysis.getDailyRetain.html",
    scope(mini), retry = safe, reply = Retain, call = analytics.daily_retain)]
pub struct GetDailyRetain {
    /// The day.
    pub begin_date: String,
    /// The same day.
    pub end_date: String,
}

/// Says how many come again in the weeks after.
#[endpoint(POST "/datacube/getweanalysisappidweeklyretaininfo", title = "获取用户访问小程序周留存",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/data-analysis/visit-retain/analysis.getWeeklyRetain.html",
    scope(mini), retry = safe, reply = Retain, call = analytics.weekly_retain)]
pub struct GetWeeklyRetain {
    /// The Monday.
    pub begin_date: String,
    /// The Sunday of the same week.
    pub end_date: String,
}

/// Says how many come again in the months after.
#[endpoint(POST "/datacube/getweanalysisappidmonthlyretaininfo", title = "获取用户访问小程序月留存",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/data-analysis/visit-retain/analysis.getMonthlyRetain.html",
    scope(mini), retry = safe, reply = Retain, call = analytics.monthly_retain)]
pub struct GetMonthlyRetain {
    /// The first day of a month.
    pub begin_date: String,
    /// Its last day.
    pub end_date: String,
}

/// How many come again.
#[endpoint(part, reply_to(GetDailyRetain, GetWeeklyRetain, GetMonthlyRetain))]
pub struct Retain {
    /// The day, week or month.
    pub ref_date: Option<String>,
    /// Of those who came for the first time.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub visit_uv_new: Vec<RetainItem>,
    /// Of all who came.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub visit_uv: Vec<RetainItem>,
}

/// How many come again after a while.
#[endpoint(part)]
pub struct RetainItem {
    /// After how many days, weeks or months; 0 for those who came.
    pub key: i64,
    /// How many people.
    pub value: u64,
}
