//! Retention of users (访问留存).

use crate::analytics::AnalyticsHandle;
use weixin_api::endpoint;

/// Returns how many users of a day come back on later days.
///
/// Fails with 61501 when the dates are no such period, and with 61503 when its numbers are not
/// there yet.
#[endpoint(POST "/datacube/getweanalysisappiddailyretaininfo", title = "获取用户访问小程序日留存",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/data-analysis/visit-retain/analysis.getDailyRetain.html",
    scope(mini), secured, retry = safe, reply = Retain, call = analytics.daily_retain)]
pub struct GetDailyRetain {
    /// The day, such as `20170313`.
    pub begin_date: String,
    /// The same day as `begin_date`.
    pub end_date: String,
}

/// Returns how many users of a week come back in later weeks.
///
/// Fails with 61501 when the dates are no such period, and with 61503 when its numbers are not
/// there yet.
#[endpoint(POST "/datacube/getweanalysisappidweeklyretaininfo", title = "获取用户访问小程序周留存",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/data-analysis/visit-retain/analysis.getWeeklyRetain.html",
    scope(mini), secured, retry = safe, reply = Retain, call = analytics.weekly_retain)]
pub struct GetWeeklyRetain {
    /// The Monday of the week, such as `20170306`.
    pub begin_date: String,
    /// The Sunday of the same week, such as `20170312`.
    pub end_date: String,
}

/// Returns how many users of a month come back in later months.
///
/// Fails with 61501 when the dates are no such period, and with 61503 when its numbers are not
/// there yet.
#[endpoint(POST "/datacube/getweanalysisappidmonthlyretaininfo", title = "获取用户访问小程序月留存",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/data-analysis/visit-retain/analysis.getMonthlyRetain.html",
    scope(mini), secured, retry = safe, reply = Retain, call = analytics.monthly_retain)]
pub struct GetMonthlyRetain {
    /// The first day of the month, such as `20170201`.
    pub begin_date: String,
    /// The last day of the same month, such as `20170228`.
    pub end_date: String,
}

/// The retention of users of a day, week or month.
#[endpoint(part, reply_to(GetDailyRetain, GetWeeklyRetain, GetMonthlyRetain))]
pub struct Retain {
    /// The period: `20170313`, `20170306-20170312` or `201702`.
    pub ref_date: Option<String>,
    /// Retention of the users who were new in that period.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub visit_uv_new: Vec<RetainItem>,
    /// Retention of all users who were active in that period.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub visit_uv: Vec<RetainItem>,
}

/// The retention after some time.
#[endpoint(part)]
pub struct RetainItem {
    /// After how many days, weeks or months; 0 is the period itself.
    pub key: i64,
    /// The number of users who came back.
    pub value: u64,
}
