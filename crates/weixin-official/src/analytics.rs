//! Statistics (数据统计) of followers, messages and the callback, of days that are over. `/datacube/*`

use weixin_api::{endpoint, group};

group! {
    /// Statistics (数据统计) of followers, messages and the callback.
    analytics: [GetUserSummary, GetUserCumulate, GetUpstreamMessages, GetUpstreamMessagesHour, GetUpstreamMessagesWeek, GetUpstreamMessagesMonth, GetUpstreamDistribution, GetUpstreamDistributionWeek, GetUpstreamDistributionMonth, GetInterfaceSummary, GetInterfaceSummaryHour]
}

/// How many began and ceased to follow, by day and by the way they came.
///
/// Up to 7 days at a time.
#[endpoint(POST "/datacube/getusersummary", title = "获取用户增减数据",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Analytics/User_Analysis_Data_Interface.html",
    scope(official), retry = safe, no_errcode, reply = UserSummaries, call = analytics.user_summary)]
pub struct GetUserSummary {
    /// The first day, as in `2026-01-31`.
    pub begin_date: String,
    /// The last day: yesterday at the latest.
    pub end_date: String,
}

/// How many began and ceased to follow, by day and by the way they came.
#[endpoint(part, reply_to(GetUserSummary))]
pub struct UserSummaries {
    /// The figures.
    #[serde(default)]
    pub list: Vec<UserSummary>,
}

/// How many began and ceased to follow on a day, by one way.
#[endpoint(part)]
pub struct UserSummary {
    /// The day, as in `2026-01-31`.
    pub ref_date: String,
    /// The way: 0 all others, 1 search, 17 a card, 30 a QR code, 51 payment, 57 the account's name
    /// in an article, 100 an ad, …
    pub user_source: u32,
    /// How many began.
    pub new_user: u64,
    /// How many ceased.
    pub cancel_user: u64,
}

/// How many followers there were, by day.
///
/// Up to 7 days at a time.
#[endpoint(POST "/datacube/getusercumulate", title = "获取累计用户数据",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Analytics/User_Analysis_Data_Interface.html",
    scope(official), retry = safe, no_errcode, reply = UserCumulates, call = analytics.user_cumulate)]
pub struct GetUserCumulate {
    /// The first day, as in `2026-01-31`.
    pub begin_date: String,
    /// The last day: yesterday at the latest.
    pub end_date: String,
}

/// How many followers there were, by day.
#[endpoint(part, reply_to(GetUserCumulate))]
pub struct UserCumulates {
    /// The figures.
    #[serde(default)]
    pub list: Vec<UserCumulate>,
}

/// How many followers there were on a day.
#[endpoint(part)]
pub struct UserCumulate {
    /// The day.
    pub ref_date: String,
    /// How many.
    pub cumulate_user: u64,
    /// Always 0.
    pub user_source: Option<u32>,
}

/// How many messages the account got, by day and kind.
///
/// Up to 7 days at a time.
#[endpoint(POST "/datacube/getupstreammsg", title = "获取消息发送概况数据",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Analytics/Message_analysis_data_interface.html",
    scope(official), retry = safe, no_errcode, reply = UpstreamMessages, call = analytics.messages)]
pub struct GetUpstreamMessages {
    /// The first day, as in `2026-01-31`.
    pub begin_date: String,
    /// The last day: yesterday at the latest.
    pub end_date: String,
}

/// How many messages the account got, by day and kind.
#[endpoint(
    part,
    reply_to(
        GetUpstreamMessages,
        GetUpstreamMessagesHour,
        GetUpstreamMessagesWeek,
        GetUpstreamMessagesMonth
    )
)]
pub struct UpstreamMessages {
    /// The figures.
    #[serde(default)]
    pub list: Vec<UpstreamMessage>,
}

/// How many messages of a kind the account got.
#[endpoint(part)]
pub struct UpstreamMessage {
    /// The day, or the first day of the week or month.
    pub ref_date: String,
    /// The hour, as in `1500`; only by hour.
    pub ref_hour: Option<u32>,
    /// The kind: 1 text, 2 picture, 3 voice, 4 video, 6 from a third party.
    pub msg_type: u32,
    /// From how many people.
    pub msg_user: u64,
    /// How many.
    pub msg_count: u64,
}

/// How many messages the account got, by hour and kind.
///
/// One day at a time.
#[endpoint(POST "/datacube/getupstreammsghour", title = "获取消息分送分时数据",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Analytics/Message_analysis_data_interface.html",
    scope(official), retry = safe, no_errcode, reply = UpstreamMessages, call = analytics.messages_hour)]
pub struct GetUpstreamMessagesHour {
    /// The first day, as in `2026-01-31`.
    pub begin_date: String,
    /// The last day: yesterday at the latest.
    pub end_date: String,
}

/// How many messages the account got, by week and kind.
///
/// Up to 30 days at a time.
#[endpoint(POST "/datacube/getupstreammsgweek", title = "获取消息发送周数据",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Analytics/Message_analysis_data_interface.html",
    scope(official), retry = safe, no_errcode, reply = UpstreamMessages, call = analytics.messages_week)]
pub struct GetUpstreamMessagesWeek {
    /// The first day, as in `2026-01-31`.
    pub begin_date: String,
    /// The last day: yesterday at the latest.
    pub end_date: String,
}

/// How many messages the account got, by month and kind.
///
/// Up to 30 days at a time.
#[endpoint(POST "/datacube/getupstreammsgmonth", title = "获取消息发送月数据",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Analytics/Message_analysis_data_interface.html",
    scope(official), retry = safe, no_errcode, reply = UpstreamMessages, call = analytics.messages_month)]
pub struct GetUpstreamMessagesMonth {
    /// The first day, as in `2026-01-31`.
    pub begin_date: String,
    /// The last day: yesterday at the latest.
    pub end_date: String,
}

/// How many people sent how many messages, by day.
///
/// Up to 15 days at a time.
#[endpoint(POST "/datacube/getupstreammsgdist", title = "获取消息发送分布数据",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Analytics/Message_analysis_data_interface.html",
    scope(official), retry = safe, no_errcode, reply = UpstreamDistributions, call = analytics.distribution)]
pub struct GetUpstreamDistribution {
    /// The first day, as in `2026-01-31`.
    pub begin_date: String,
    /// The last day: yesterday at the latest.
    pub end_date: String,
}

/// How many people sent how many messages, by day.
#[endpoint(
    part,
    reply_to(GetUpstreamDistribution, GetUpstreamDistributionWeek, GetUpstreamDistributionMonth)
)]
pub struct UpstreamDistributions {
    /// The figures.
    #[serde(default)]
    pub list: Vec<UpstreamDistribution>,
}

/// How many people sent so many messages.
#[endpoint(part)]
pub struct UpstreamDistribution {
    /// The day, or the first day of the week or month.
    pub ref_date: String,
    /// How many messages: 0 none, 1 up to 5, 2 up to 10, 3 more.
    pub count_interval: u32,
    /// How many people.
    pub msg_user: u64,
}

/// How many people sent how many messages, by week.
///
/// Up to 30 days at a time.
#[endpoint(POST "/datacube/getupstreammsgdistweek", title = "获取消息发送分布周数据",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Analytics/Message_analysis_data_interface.html",
    scope(official), retry = safe, no_errcode, reply = UpstreamDistributions, call = analytics.distribution_week)]
pub struct GetUpstreamDistributionWeek {
    /// The first day, as in `2026-01-31`.
    pub begin_date: String,
    /// The last day: yesterday at the latest.
    pub end_date: String,
}

/// How many people sent how many messages, by month.
///
/// Up to 30 days at a time.
#[endpoint(POST "/datacube/getupstreammsgdistmonth", title = "获取消息发送分布月数据",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Analytics/Message_analysis_data_interface.html",
    scope(official), retry = safe, no_errcode, reply = UpstreamDistributions, call = analytics.distribution_month)]
pub struct GetUpstreamDistributionMonth {
    /// The first day, as in `2026-01-31`.
    pub begin_date: String,
    /// The last day: yesterday at the latest.
    pub end_date: String,
}

/// How the callback did, by day.
///
/// Up to 30 days at a time.
#[endpoint(POST "/datacube/getinterfacesummary", title = "获取接口分析数据",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Analytics/Analytics_API.html",
    scope(official), retry = safe, no_errcode, reply = InterfaceSummaries, call = analytics.interface)]
pub struct GetInterfaceSummary {
    /// The first day, as in `2026-01-31`.
    pub begin_date: String,
    /// The last day: yesterday at the latest.
    pub end_date: String,
}

/// How the callback did, by day.
#[endpoint(part, reply_to(GetInterfaceSummary, GetInterfaceSummaryHour))]
pub struct InterfaceSummaries {
    /// The figures.
    #[serde(default)]
    pub list: Vec<InterfaceSummary>,
}

/// How the callback did in a day or hour.
#[endpoint(part)]
pub struct InterfaceSummary {
    /// The day.
    pub ref_date: String,
    /// The hour, as in `1500`; only by hour.
    pub ref_hour: Option<u32>,
    /// How often it was called.
    pub callback_count: u64,
    /// How often that failed.
    pub fail_count: u64,
    /// How long it took in all, in milliseconds.
    pub total_time_cost: u64,
    /// How long the slowest took, in milliseconds.
    pub max_time_cost: u64,
}

/// How the callback did, by hour.
///
/// One day at a time.
#[endpoint(POST "/datacube/getinterfacesummaryhour", title = "获取接口分析分时数据",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Analytics/Analytics_API.html",
    scope(official), retry = safe, no_errcode, reply = InterfaceSummaries, call = analytics.interface_hour)]
pub struct GetInterfaceSummaryHour {
    /// The first day, as in `2026-01-31`.
    pub begin_date: String,
    /// The last day: yesterday at the latest.
    pub end_date: String,
}
