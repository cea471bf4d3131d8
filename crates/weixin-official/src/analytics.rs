//! Statistics (数据统计) of followers, messages and the callback up to yesterday. `/datacube/*`

use weixin_api::{endpoint, group, int_enum};

group! {
    /// Statistics (数据统计) of followers, messages and the callback.
    analytics: [
        GetUserSummary, GetUserCumulate, GetUpstreamMessages, GetUpstreamMessagesHour,
        GetUpstreamMessagesWeek, GetUpstreamMessagesMonth, GetUpstreamDistribution,
        GetUpstreamDistributionWeek, GetUpstreamDistributionMonth, GetInterfaceSummary,
        GetInterfaceSummaryHour,
    ]
}

/// Returns how many users followed and unfollowed (用户增减), by day and source.
///
/// Up to 7 days at a time.
///
/// Fails with 61500 when a date is malformed, with 61501 when the period is too long or in the
/// future, with 61503 while the statistics of the day are not ready.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Official};
/// # use weixin_official::prelude::*;
/// # async fn example(wx: impl Caller<Kind = Official>) -> Result<(), Error> {
/// let summary = wx.analytics().user_summary(("2026-01-25", "2026-01-31")).await?;
/// for day in summary.list {
///     println!("{} {:?}: +{} -{}", day.ref_date, day.user_source, day.new_user, day.cancel_user);
/// }
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/datacube/getusersummary", title = "获取用户增减数据",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Analytics/User_Analysis_Data_Interface.html",
    scope(official), retry = safe, no_errcode, reply = UserSummaries, call = analytics.user_summary)]
pub struct GetUserSummary {
    /// The first day, as in `2026-01-31`, in Beijing time.
    pub begin_date: String,
    /// The last day, included: yesterday at the latest.
    pub end_date: String,
}

/// New and lost followers, by day and source.
#[endpoint(part, reply_to(GetUserSummary))]
pub struct UserSummaries {
    /// One entry for each day and source.
    #[serde(default)]
    pub list: Vec<UserSummary>,
}

/// New and lost followers of one day and source.
#[endpoint(part)]
pub struct UserSummary {
    /// The day, as in `2026-01-31`.
    pub ref_date: String,
    /// How the users came to follow (用户的渠道).
    pub user_source: FollowSource,
    /// How many users followed (新增的用户数量).
    pub new_user: u64,
    /// How many users unfollowed (取消关注的用户数量). The net growth is `new_user` minus this.
    pub cancel_user: u64,
}

int_enum! {
    /// How a user came to follow (用户的渠道).
    pub enum FollowSource {
        /// All other ways together (其他合计).
        Others = 0,
        /// The search for accounts (公众号搜索).
        Search = 1,
        /// A name card that somebody shared (名片分享).
        NameCard = 17,
        /// A QR code (扫描二维码).
        QrCode = 30,
        /// The page after a payment (支付后关注).
        Payment = 51,
        /// The account's name in an article (文章内账号名称).
        ArticleName = 57,
        /// An advertisement (微信广告).
        Advertisement = 100,
        /// A Mini Program (小程序关注).
        MiniProgram = 149,
        /// An article that another account reposted (他人转载).
        Repost = 161,
        /// Channels (视频号).
        Channels = 200,
        /// A live broadcast (直播).
        Live = 201,
    }
}

/// Returns the total number of followers (累计用户), by day.
///
/// Up to 7 days at a time.
///
/// Fails with 61500 when a date is malformed, with 61501 when the period is too long or in the
/// future, with 61503 while the statistics of the day are not ready.
#[endpoint(POST "/datacube/getusercumulate", title = "获取累计用户数据",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Analytics/User_Analysis_Data_Interface.html",
    scope(official), retry = safe, no_errcode, reply = UserCumulates, call = analytics.user_cumulate)]
pub struct GetUserCumulate {
    /// The first day, as in `2026-01-31`, in Beijing time.
    pub begin_date: String,
    /// The last day, included: yesterday at the latest.
    pub end_date: String,
}

/// The total number of followers, by day.
#[endpoint(part, reply_to(GetUserCumulate))]
pub struct UserCumulates {
    /// One entry for each day.
    #[serde(default)]
    pub list: Vec<UserCumulate>,
}

/// The total number of followers on one day.
#[endpoint(part)]
pub struct UserCumulate {
    /// The day, as in `2026-01-31`.
    pub ref_date: String,
    /// The total number of followers (总用户量) at the end of the day.
    pub cumulate_user: u64,
    /// Always [`FollowSource::Others`]: totals are not split by source.
    pub user_source: Option<FollowSource>,
}

/// Returns how many messages users sent (消息发送概况), by day and type.
///
/// Up to 7 days at a time.
///
/// Fails with 61500 when a date is malformed, with 61501 when the period is too long or in the
/// future, with 61503 while the statistics of the day are not ready.
#[endpoint(POST "/datacube/getupstreammsg", title = "获取消息发送概况数据",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Analytics/Message_analysis_data_interface.html",
    scope(official), retry = safe, no_errcode, reply = UpstreamMessages, call = analytics.messages)]
pub struct GetUpstreamMessages {
    /// The first day, as in `2026-01-31`, in Beijing time.
    pub begin_date: String,
    /// The last day, included: yesterday at the latest.
    pub end_date: String,
}

/// Messages that users sent, by period and type.
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
    /// One entry for each period and message type.
    #[serde(default)]
    pub list: Vec<UpstreamMessage>,
}

/// Messages of one type that users sent in one period.
#[endpoint(part)]
pub struct UpstreamMessage {
    /// The day, as in `2026-01-31`; the first day of a week or month.
    pub ref_date: String,
    /// The hour times 100, as in `1500` for 15:00 to 15:59. Only in statistics by hour.
    pub ref_hour: Option<u32>,
    /// The type of the messages.
    pub msg_type: UpstreamMessageKind,
    /// How many users sent messages of this type.
    pub msg_user: u64,
    /// How many messages of this type were sent.
    pub msg_count: u64,
}

int_enum! {
    /// The type of messages in the statistics.
    pub enum UpstreamMessageKind {
        /// Text.
        Text = 1,
        /// Pictures.
        Image = 2,
        /// Voice recordings.
        Voice = 3,
        /// Videos.
        Video = 4,
        /// Messages of third-party apps, such as links (第三方应用消息).
        App = 6,
    }
}

/// Returns how many messages users sent, by hour and type.
///
/// One day at a time.
///
/// Fails with 61500 when a date is malformed, with 61501 when the period is too long or in the
/// future, with 61503 while the statistics of the day are not ready.
#[endpoint(POST "/datacube/getupstreammsghour", title = "获取消息分送分时数据",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Analytics/Message_analysis_data_interface.html",
    scope(official), retry = safe, no_errcode, reply = UpstreamMessages, call = analytics.messages_hour)]
pub struct GetUpstreamMessagesHour {
    /// The first day, as in `2026-01-31`, in Beijing time.
    pub begin_date: String,
    /// The last day, included: yesterday at the latest.
    pub end_date: String,
}

/// Returns how many messages users sent, by week and type.
///
/// Up to 30 days at a time.
///
/// Fails with 61500 when a date is malformed, with 61501 when the period is too long or in the
/// future, with 61503 while the statistics of the day are not ready.
#[endpoint(POST "/datacube/getupstreammsgweek", title = "获取消息发送周数据",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Analytics/Message_analysis_data_interface.html",
    scope(official), retry = safe, no_errcode, reply = UpstreamMessages, call = analytics.messages_week)]
pub struct GetUpstreamMessagesWeek {
    /// The first day, as in `2026-01-31`, in Beijing time.
    pub begin_date: String,
    /// The last day, included: yesterday at the latest.
    pub end_date: String,
}

/// Returns how many messages users sent, by month and type.
///
/// Up to 30 days at a time.
///
/// Fails with 61500 when a date is malformed, with 61501 when the period is too long or in the
/// future, with 61503 while the statistics of the day are not ready.
#[endpoint(POST "/datacube/getupstreammsgmonth", title = "获取消息发送月数据",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Analytics/Message_analysis_data_interface.html",
    scope(official), retry = safe, no_errcode, reply = UpstreamMessages, call = analytics.messages_month)]
pub struct GetUpstreamMessagesMonth {
    /// The first day, as in `2026-01-31`, in Beijing time.
    pub begin_date: String,
    /// The last day, included: yesterday at the latest.
    pub end_date: String,
}

/// Returns how many users sent how many messages (消息发送分布), by day.
///
/// Up to 15 days at a time.
///
/// Fails with 61500 when a date is malformed, with 61501 when the period is too long or in the
/// future, with 61503 while the statistics of the day are not ready.
#[endpoint(POST "/datacube/getupstreammsgdist", title = "获取消息发送分布数据",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Analytics/Message_analysis_data_interface.html",
    scope(official), retry = safe, no_errcode, reply = UpstreamDistributions, call = analytics.distribution)]
pub struct GetUpstreamDistribution {
    /// The first day, as in `2026-01-31`, in Beijing time.
    pub begin_date: String,
    /// The last day, included: yesterday at the latest.
    pub end_date: String,
}

/// Users by the number of messages they sent, by period.
#[endpoint(
    part,
    reply_to(GetUpstreamDistribution, GetUpstreamDistributionWeek, GetUpstreamDistributionMonth)
)]
pub struct UpstreamDistributions {
    /// One entry for each period and interval.
    #[serde(default)]
    pub list: Vec<UpstreamDistribution>,
}

/// Users whose number of messages in one period lies in one interval.
#[endpoint(part)]
pub struct UpstreamDistribution {
    /// The day, as in `2026-01-31`; the first day of a week or month.
    pub ref_date: String,
    /// How many messages each of these users sent.
    pub count_interval: MessageCountInterval,
    /// How many users sent that many.
    pub msg_user: u64,
}

int_enum! {
    /// An interval of the number of messages that one user sent (当日发送消息量分布的区间).
    pub enum MessageCountInterval {
        /// None.
        Zero = 0,
        /// 1 to 5.
        UpToFive = 1,
        /// 6 to 10.
        SixToTen = 2,
        /// More than 10.
        MoreThanTen = 3,
    }
}

/// Returns how many users sent how many messages, by week.
///
/// Up to 30 days at a time.
///
/// Fails with 61500 when a date is malformed, with 61501 when the period is too long or in the
/// future, with 61503 while the statistics of the day are not ready.
#[endpoint(POST "/datacube/getupstreammsgdistweek", title = "获取消息发送分布周数据",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Analytics/Message_analysis_data_interface.html",
    scope(official), retry = safe, no_errcode, reply = UpstreamDistributions, call = analytics.distribution_week)]
pub struct GetUpstreamDistributionWeek {
    /// The first day, as in `2026-01-31`, in Beijing time.
    pub begin_date: String,
    /// The last day, included: yesterday at the latest.
    pub end_date: String,
}

/// Returns how many users sent how many messages, by month.
///
/// Up to 30 days at a time.
///
/// Fails with 61500 when a date is malformed, with 61501 when the period is too long or in the
/// future, with 61503 while the statistics of the day are not ready.
#[endpoint(POST "/datacube/getupstreammsgdistmonth", title = "获取消息发送分布月数据",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Analytics/Message_analysis_data_interface.html",
    scope(official), retry = safe, no_errcode, reply = UpstreamDistributions, call = analytics.distribution_month)]
pub struct GetUpstreamDistributionMonth {
    /// The first day, as in `2026-01-31`, in Beijing time.
    pub begin_date: String,
    /// The last day, included: yesterday at the latest.
    pub end_date: String,
}

/// Returns how the account's callback performed (接口分析), by day.
///
/// Up to 30 days at a time.
///
/// Fails with 61500 when a date is malformed, with 61501 when the period is too long or in the
/// future, with 61503 while the statistics of the day are not ready.
#[endpoint(POST "/datacube/getinterfacesummary", title = "获取接口分析数据",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Analytics/Analytics_API.html",
    scope(official), retry = safe, no_errcode, reply = InterfaceSummaries, call = analytics.interface)]
pub struct GetInterfaceSummary {
    /// The first day, as in `2026-01-31`, in Beijing time.
    pub begin_date: String,
    /// The last day, included: yesterday at the latest.
    pub end_date: String,
}

/// How the callback performed, by day or hour.
#[endpoint(part, reply_to(GetInterfaceSummary, GetInterfaceSummaryHour))]
pub struct InterfaceSummaries {
    /// One entry for each day or hour.
    #[serde(default)]
    pub list: Vec<InterfaceSummary>,
}

/// How the callback performed in one day or hour.
#[endpoint(part)]
pub struct InterfaceSummary {
    /// The day, as in `2026-01-31`.
    pub ref_date: String,
    /// The hour times 100, as in `1500` for 15:00 to 15:59. Only in statistics by hour.
    pub ref_hour: Option<u32>,
    /// How many pushes were answered passively (被动回复用户消息的次数).
    pub callback_count: u64,
    /// How many of them failed.
    pub fail_count: u64,
    /// The time that all of them took together, in milliseconds. Divide by `callback_count` for the
    /// average.
    pub total_time_cost: u64,
    /// The time that the slowest one took, in milliseconds.
    pub max_time_cost: u64,
}

/// Returns how the account's callback performed, by hour.
///
/// One day at a time.
///
/// Fails with 61500 when a date is malformed, with 61501 when the period is too long or in the
/// future, with 61503 while the statistics of the day are not ready.
#[endpoint(POST "/datacube/getinterfacesummaryhour", title = "获取接口分析分时数据",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Analytics/Analytics_API.html",
    scope(official), retry = safe, no_errcode, reply = InterfaceSummaries, call = analytics.interface_hour)]
pub struct GetInterfaceSummaryHour {
    /// The first day, as in `2026-01-31`, in Beijing time.
    pub begin_date: String,
    /// The last day, included: yesterday at the latest.
    pub end_date: String,
}
