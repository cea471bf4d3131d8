//! Statistics (数据统计) of followers, messages and the callback, of days that are over. `/datacube/*`

use weixin_api::{Call, Caller, On, endpoint, endpoints};

endpoints![
    GetUserSummary,
    GetUserCumulate,
    GetUpstreamMessages,
    GetUpstreamMessagesHour,
    GetUpstreamMessagesWeek,
    GetUpstreamMessagesMonth,
    GetUpstreamDistribution,
    GetUpstreamDistributionWeek,
    GetUpstreamDistributionMonth,
    GetInterfaceSummary,
    GetInterfaceSummaryHour
];

/// How many began and ceased to follow, by day and by the way they came.
/// `POST /datacube/getusersummary`
///
/// Up to 7 days at a time.
#[endpoint(POST "/datacube/getusersummary", title = "获取用户增减数据",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Analytics/User_Analysis_Data_Interface.html",
    scope(official), retry = safe, bare, reply = UserSummaries)]
pub struct GetUserSummary {
    /// The first day, as in `2026-01-31`.
    pub begin_date: String,
    /// The last day: yesterday at the latest.
    pub end_date: String,
}

/// How many began and ceased to follow, by day and by the way they came.
#[endpoint(part)]
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

/// How many followers there were, by day. `POST /datacube/getusercumulate`
///
/// Up to 7 days at a time.
#[endpoint(POST "/datacube/getusercumulate", title = "获取累计用户数据",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Analytics/User_Analysis_Data_Interface.html",
    scope(official), retry = safe, bare, reply = UserCumulates)]
pub struct GetUserCumulate {
    /// The first day, as in `2026-01-31`.
    pub begin_date: String,
    /// The last day: yesterday at the latest.
    pub end_date: String,
}

/// How many followers there were, by day.
#[endpoint(part)]
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

/// How many messages the account got, by day and kind. `POST /datacube/getupstreammsg`
///
/// Up to 7 days at a time.
#[endpoint(POST "/datacube/getupstreammsg", title = "获取消息发送概况数据",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Analytics/Message_analysis_data_interface.html",
    scope(official), retry = safe, bare, reply = UpstreamMessages)]
pub struct GetUpstreamMessages {
    /// The first day, as in `2026-01-31`.
    pub begin_date: String,
    /// The last day: yesterday at the latest.
    pub end_date: String,
}

/// How many messages the account got, by day and kind.
#[endpoint(part)]
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

/// How many messages the account got, by hour and kind. `POST /datacube/getupstreammsghour`
///
/// One day at a time.
#[endpoint(POST "/datacube/getupstreammsghour", title = "获取消息分送分时数据",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Analytics/Message_analysis_data_interface.html",
    scope(official), retry = safe, bare, reply = UpstreamMessages)]
pub struct GetUpstreamMessagesHour {
    /// The first day, as in `2026-01-31`.
    pub begin_date: String,
    /// The last day: yesterday at the latest.
    pub end_date: String,
}

/// How many messages the account got, by week and kind. `POST /datacube/getupstreammsgweek`
///
/// Up to 30 days at a time.
#[endpoint(POST "/datacube/getupstreammsgweek", title = "获取消息发送周数据",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Analytics/Message_analysis_data_interface.html",
    scope(official), retry = safe, bare, reply = UpstreamMessages)]
pub struct GetUpstreamMessagesWeek {
    /// The first day, as in `2026-01-31`.
    pub begin_date: String,
    /// The last day: yesterday at the latest.
    pub end_date: String,
}

/// How many messages the account got, by month and kind. `POST /datacube/getupstreammsgmonth`
///
/// Up to 30 days at a time.
#[endpoint(POST "/datacube/getupstreammsgmonth", title = "获取消息发送月数据",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Analytics/Message_analysis_data_interface.html",
    scope(official), retry = safe, bare, reply = UpstreamMessages)]
pub struct GetUpstreamMessagesMonth {
    /// The first day, as in `2026-01-31`.
    pub begin_date: String,
    /// The last day: yesterday at the latest.
    pub end_date: String,
}

/// How many people sent how many messages, by day. `POST /datacube/getupstreammsgdist`
///
/// Up to 15 days at a time.
#[endpoint(POST "/datacube/getupstreammsgdist", title = "获取消息发送分布数据",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Analytics/Message_analysis_data_interface.html",
    scope(official), retry = safe, bare, reply = UpstreamDistributions)]
pub struct GetUpstreamDistribution {
    /// The first day, as in `2026-01-31`.
    pub begin_date: String,
    /// The last day: yesterday at the latest.
    pub end_date: String,
}

/// How many people sent how many messages, by day.
#[endpoint(part)]
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

/// How many people sent how many messages, by week. `POST /datacube/getupstreammsgdistweek`
///
/// Up to 30 days at a time.
#[endpoint(POST "/datacube/getupstreammsgdistweek", title = "获取消息发送分布周数据",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Analytics/Message_analysis_data_interface.html",
    scope(official), retry = safe, bare, reply = UpstreamDistributions)]
pub struct GetUpstreamDistributionWeek {
    /// The first day, as in `2026-01-31`.
    pub begin_date: String,
    /// The last day: yesterday at the latest.
    pub end_date: String,
}

/// How many people sent how many messages, by month. `POST /datacube/getupstreammsgdistmonth`
///
/// Up to 30 days at a time.
#[endpoint(POST "/datacube/getupstreammsgdistmonth", title = "获取消息发送分布月数据",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Analytics/Message_analysis_data_interface.html",
    scope(official), retry = safe, bare, reply = UpstreamDistributions)]
pub struct GetUpstreamDistributionMonth {
    /// The first day, as in `2026-01-31`.
    pub begin_date: String,
    /// The last day: yesterday at the latest.
    pub end_date: String,
}

/// How the callback did, by day. `POST /datacube/getinterfacesummary`
///
/// Up to 30 days at a time.
#[endpoint(POST "/datacube/getinterfacesummary", title = "获取接口分析数据",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Analytics/Analytics_API.html",
    scope(official), retry = safe, bare, reply = InterfaceSummaries)]
pub struct GetInterfaceSummary {
    /// The first day, as in `2026-01-31`.
    pub begin_date: String,
    /// The last day: yesterday at the latest.
    pub end_date: String,
}

/// How the callback did, by day.
#[endpoint(part)]
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

/// How the callback did, by hour. `POST /datacube/getinterfacesummaryhour`
///
/// One day at a time.
#[endpoint(POST "/datacube/getinterfacesummaryhour", title = "获取接口分析分时数据",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Analytics/Analytics_API.html",
    scope(official), retry = safe, bare, reply = InterfaceSummaries)]
pub struct GetInterfaceSummaryHour {
    /// The first day, as in `2026-01-31`.
    pub begin_date: String,
    /// The last day: yesterday at the latest.
    pub end_date: String,
}
/// The group as a client has it: `wx.analytics()`.
#[derive(Debug)]
pub struct Analytics<'c, C: ?Sized>(&'c C);

/// Gives a client `analytics()`.
pub trait AnalyticsApi: Caller {
    /// Statistics (数据统计) of followers, messages and the callback.
    fn analytics(&self) -> Analytics<'_, Self> {
        Analytics(self)
    }
}

impl<C: Caller + ?Sized> AnalyticsApi for C where GetUserSummary: On<C::Kind> {}

impl<'c, C: Caller + ?Sized> Analytics<'c, C> {
    /// How many began and ceased to follow, by day and by the way they came; see
    /// [`GetUserSummary`].
    pub fn user_summary(
        &self,
        begin_date: impl Into<String>,
        end_date: impl Into<String>,
    ) -> Call<'c, C, GetUserSummary> {
        Call::new(self.0, GetUserSummary::new(begin_date, end_date))
    }

    /// How many followers there were, by day; see [`GetUserCumulate`].
    pub fn user_cumulate(
        &self,
        begin_date: impl Into<String>,
        end_date: impl Into<String>,
    ) -> Call<'c, C, GetUserCumulate> {
        Call::new(self.0, GetUserCumulate::new(begin_date, end_date))
    }

    /// How many messages the account got, by day and kind; see [`GetUpstreamMessages`].
    pub fn messages(
        &self,
        begin_date: impl Into<String>,
        end_date: impl Into<String>,
    ) -> Call<'c, C, GetUpstreamMessages> {
        Call::new(self.0, GetUpstreamMessages::new(begin_date, end_date))
    }

    /// How many messages the account got, by hour and kind; see [`GetUpstreamMessagesHour`].
    pub fn messages_hour(
        &self,
        begin_date: impl Into<String>,
        end_date: impl Into<String>,
    ) -> Call<'c, C, GetUpstreamMessagesHour> {
        Call::new(self.0, GetUpstreamMessagesHour::new(begin_date, end_date))
    }

    /// How many messages the account got, by week and kind; see [`GetUpstreamMessagesWeek`].
    pub fn messages_week(
        &self,
        begin_date: impl Into<String>,
        end_date: impl Into<String>,
    ) -> Call<'c, C, GetUpstreamMessagesWeek> {
        Call::new(self.0, GetUpstreamMessagesWeek::new(begin_date, end_date))
    }

    /// How many messages the account got, by month and kind; see [`GetUpstreamMessagesMonth`].
    pub fn messages_month(
        &self,
        begin_date: impl Into<String>,
        end_date: impl Into<String>,
    ) -> Call<'c, C, GetUpstreamMessagesMonth> {
        Call::new(self.0, GetUpstreamMessagesMonth::new(begin_date, end_date))
    }

    /// How many people sent how many messages, by day; see [`GetUpstreamDistribution`].
    pub fn distribution(
        &self,
        begin_date: impl Into<String>,
        end_date: impl Into<String>,
    ) -> Call<'c, C, GetUpstreamDistribution> {
        Call::new(self.0, GetUpstreamDistribution::new(begin_date, end_date))
    }

    /// How many people sent how many messages, by week; see [`GetUpstreamDistributionWeek`].
    pub fn distribution_week(
        &self,
        begin_date: impl Into<String>,
        end_date: impl Into<String>,
    ) -> Call<'c, C, GetUpstreamDistributionWeek> {
        Call::new(self.0, GetUpstreamDistributionWeek::new(begin_date, end_date))
    }

    /// How many people sent how many messages, by month; see [`GetUpstreamDistributionMonth`].
    pub fn distribution_month(
        &self,
        begin_date: impl Into<String>,
        end_date: impl Into<String>,
    ) -> Call<'c, C, GetUpstreamDistributionMonth> {
        Call::new(self.0, GetUpstreamDistributionMonth::new(begin_date, end_date))
    }

    /// How the callback did, by day; see [`GetInterfaceSummary`].
    pub fn interface(
        &self,
        begin_date: impl Into<String>,
        end_date: impl Into<String>,
    ) -> Call<'c, C, GetInterfaceSummary> {
        Call::new(self.0, GetInterfaceSummary::new(begin_date, end_date))
    }

    /// How the callback did, by hour; see [`GetInterfaceSummaryHour`].
    pub fn interface_hour(
        &self,
        begin_date: impl Into<String>,
        end_date: impl Into<String>,
    ) -> Call<'c, C, GetInterfaceSummaryHour> {
        Call::new(self.0, GetInterfaceSummaryHour::new(begin_date, end_date))
    }
}
