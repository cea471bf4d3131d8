//! Trends of visits (访问趋势).

use crate::analytics::AnalyticsHandle;
use weixin_api::endpoint;

/// Returns the visits of a day.
///
/// Fails with 61501 when the dates are no such period, and with 61503 when its numbers are not
/// there yet.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Mini};
/// # use weixin_mini::analytics::*;
/// # async fn example(wx: impl Caller<Kind = Mini>) -> Result<(), Error> {
/// for day in wx.analytics().daily_visits(("20260301", "20260301")).await?.list {
///     println!("{}: {:?} visitors, {:?} new", day.ref_date, day.visit_uv, day.visit_uv_new);
/// }
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/datacube/getweanalysisappiddailyvisittrend", title = "获取用户访问小程序数据日趋势",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/data-analysis/visit-trend/analysis.getDailyVisitTrend.html",
    scope(mini), secured, retry = safe, reply = VisitTrends, call = analytics.daily_visits)]
pub struct GetDailyVisitTrend {
    /// The day, such as `20170313`.
    pub begin_date: String,
    /// The same day as `begin_date`.
    pub end_date: String,
}

/// Returns the visits of a week.
///
/// Fails with 61501 when the dates are no such period, and with 61503 when its numbers are not
/// there yet.
#[endpoint(POST "/datacube/getweanalysisappidweeklyvisittrend", title = "获取用户访问小程序数据周趋势",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/data-analysis/visit-trend/analysis.getWeeklyVisitTrend.html",
    scope(mini), secured, retry = safe, reply = VisitTrends, call = analytics.weekly_visits)]
pub struct GetWeeklyVisitTrend {
    /// The Monday of the week, such as `20170306`.
    pub begin_date: String,
    /// The Sunday of the same week, such as `20170312`.
    pub end_date: String,
}

/// Returns the visits of a month.
///
/// Fails with 61501 when the dates are no such period, and with 61503 when its numbers are not
/// there yet.
#[endpoint(POST "/datacube/getweanalysisappidmonthlyvisittrend", title = "获取用户访问小程序数据月趋势",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/data-analysis/visit-trend/analysis.getMonthlyVisitTrend.html",
    scope(mini), secured, retry = safe, reply = VisitTrends, call = analytics.monthly_visits)]
pub struct GetMonthlyVisitTrend {
    /// The first day of the month, such as `20170201`.
    pub begin_date: String,
    /// The last day of the same month, such as `20170228`.
    pub end_date: String,
}

/// The visits of a day, week or month.
#[endpoint(part, reply_to(GetDailyVisitTrend, GetWeeklyVisitTrend, GetMonthlyVisitTrend))]
pub struct VisitTrends {
    /// The visits of the period.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub list: Vec<VisitTrend>,
}

/// The visits of a day, week or month.
#[endpoint(part)]
pub struct VisitTrend {
    /// The period: `20170313`, `20170306-20170312` or `201702`.
    pub ref_date: String,
    /// How often the Mini Program was opened (打开次数).
    pub session_cnt: Option<u64>,
    /// The number of page visits (访问次数).
    pub visit_pv: Option<u64>,
    /// The number of visitors (访问人数).
    pub visit_uv: Option<u64>,
    /// The number of new visitors (新用户数).
    pub visit_uv_new: Option<u64>,
    /// The average stay per visitor, in seconds (人均停留时长).
    pub stay_time_uv: Option<f64>,
    /// The average stay per session, in seconds (次均停留时长).
    pub stay_time_session: Option<f64>,
    /// The average number of pages per session (平均访问深度).
    pub visit_depth: Option<f64>,
}
