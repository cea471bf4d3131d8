//! Statistics of articles (图文分析数据) up to yesterday. `/datacube/*`

use weixin_api::{endpoint, group, int_enum};

group! {
    /// Statistics of articles (图文分析数据).
    article_analytics: [
        GetArticleSummary, GetArticleTotal, GetUserRead, GetUserReadHour, GetUserShare,
        GetUserShareHour,
    ]
}

/// Returns how often the articles sent on a day were read on that day (图文群发每日数据).
///
/// One day at a time.
///
/// Fails with 61500 when a date is malformed, with 61501 when the period is too long or in the
/// future, with 61503 while the statistics of the day are not ready.
#[endpoint(POST "/datacube/getarticlesummary", title = "获取图文群发每日数据",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Analytics/Graphic_Analysis_Data_Interface.html",
    scope(official), retry = safe, no_errcode, reply = ArticleSummaries, call = article_analytics.article_summary)]
pub struct GetArticleSummary {
    /// The first day, as in `2026-01-31`, in Beijing time.
    pub begin_date: String,
    /// The last day, included: yesterday at the latest.
    pub end_date: String,
}

/// Readings of the articles sent on a day, on that day.
#[endpoint(part, reply_to(GetArticleSummary))]
pub struct ArticleSummaries {
    /// One entry for each article.
    #[serde(default)]
    pub list: Vec<ArticleSummary>,
}

/// Readings of one article on the day it was sent.
#[endpoint(part)]
pub struct ArticleSummary {
    /// The day the article was sent, as in `2026-01-31`.
    pub ref_date: String,
    /// The message's `msg_data_id` and the position of the article in it from 1, joined by `_`, as
    /// in `10000050_1`.
    pub msgid: String,
    /// The title of the article.
    pub title: String,
    /// How many users read the article's page (图文页阅读人数).
    #[serde(default)]
    pub int_page_read_user: u64,
    /// How many times the article's page was read.
    #[serde(default)]
    pub int_page_read_count: u64,
    /// How many users opened the page behind "read more" (原文页阅读人数); 0 if there is none.
    #[serde(default)]
    pub ori_page_read_user: u64,
    /// How many times the page behind "read more" was opened.
    #[serde(default)]
    pub ori_page_read_count: u64,
    /// How many users shared the article.
    #[serde(default)]
    pub share_user: u64,
    /// How many times the article was shared.
    #[serde(default)]
    pub share_count: u64,
    /// How many users added the article to their favorites (收藏).
    #[serde(default)]
    pub add_to_fav_user: u64,
    /// How many times the article was added to favorites.
    #[serde(default)]
    pub add_to_fav_count: u64,
}

/// Returns how often the articles sent on a day were read in the seven days that followed
/// (图文群发总数据).
///
/// One day at a time.
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
/// for article in wx.article_analytics().article_total(("2026-01-25", "2026-01-25")).await?.list {
///     // Each entry counts from the sending on, so the last one has the totals.
///     if let Some(total) = article.details.last() {
///         println!("{}: {} of {}", article.title, total.int_page_read_user, total.target_user);
///     }
/// }
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/datacube/getarticletotal", title = "获取图文群发总数据",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Analytics/Graphic_Analysis_Data_Interface.html",
    scope(official), retry = safe, no_errcode, reply = ArticleTotals, call = article_analytics.article_total)]
pub struct GetArticleTotal {
    /// The first day, as in `2026-01-31`, in Beijing time.
    pub begin_date: String,
    /// The last day, included: yesterday at the latest.
    pub end_date: String,
}

/// Readings of the articles sent on a day, added up day by day.
#[endpoint(part, reply_to(GetArticleTotal))]
pub struct ArticleTotals {
    /// One entry for each article.
    #[serde(default)]
    pub list: Vec<ArticleTotal>,
}

/// Readings of one article, added up day by day.
#[endpoint(part)]
pub struct ArticleTotal {
    /// The day the article was sent, as in `2026-01-31`.
    pub ref_date: String,
    /// The message's `msg_data_id` and the position of the article in it from 1, joined by `_`, as
    /// in `10000050_1`.
    pub msgid: String,
    /// The title of the article.
    pub title: String,
    /// One entry for each day, up to seven days after sending. Each holds the totals from the
    /// sending to the end of that day.
    #[serde(default)]
    pub details: Vec<ArticleTotalDetail>,
}

/// Readings of one article from the sending to the end of one day.
#[endpoint(part)]
pub struct ArticleTotalDetail {
    /// The day up to which is counted, as in `2026-01-31`.
    pub stat_date: String,
    /// How many users the message reached (送达人数).
    pub target_user: u64,
    /// How many users read the article's page (图文页阅读人数).
    #[serde(default)]
    pub int_page_read_user: u64,
    /// How many times the article's page was read.
    #[serde(default)]
    pub int_page_read_count: u64,
    /// How many users opened the page behind "read more" (原文页阅读人数); 0 if there is none.
    #[serde(default)]
    pub ori_page_read_user: u64,
    /// How many times the page behind "read more" was opened.
    #[serde(default)]
    pub ori_page_read_count: u64,
    /// How many users shared the article.
    #[serde(default)]
    pub share_user: u64,
    /// How many times the article was shared.
    #[serde(default)]
    pub share_count: u64,
    /// How many users added the article to their favorites (收藏).
    #[serde(default)]
    pub add_to_fav_user: u64,
    /// How many times the article was added to favorites.
    #[serde(default)]
    pub add_to_fav_count: u64,
    /// How many users read it from the account's chat (公众号会话).
    pub int_page_from_session_read_user: Option<u64>,
    /// How many times it was read from the account's chat.
    pub int_page_from_session_read_count: Option<u64>,
    /// How many users read it from the list of past messages (历史消息页).
    pub int_page_from_hist_msg_read_user: Option<u64>,
    /// How many times it was read from the list of past messages.
    pub int_page_from_hist_msg_read_count: Option<u64>,
    /// How many users read it from Moments (朋友圈).
    pub int_page_from_feed_read_user: Option<u64>,
    /// How many times it was read from Moments.
    pub int_page_from_feed_read_count: Option<u64>,
    /// How many users read it from a friend's message (好友转发).
    pub int_page_from_friends_read_user: Option<u64>,
    /// How many times it was read from a friend's message.
    pub int_page_from_friends_read_count: Option<u64>,
    /// How many users read it from anywhere else (其他场景).
    pub int_page_from_other_read_user: Option<u64>,
    /// How many times it was read from anywhere else.
    pub int_page_from_other_read_count: Option<u64>,
    /// How many users shared it to Moments from the account's chat.
    pub feed_share_from_session_user: Option<u64>,
    /// How many times it was shared to Moments from the account's chat.
    pub feed_share_from_session_cnt: Option<u64>,
    /// How many users shared it to Moments from Moments.
    pub feed_share_from_feed_user: Option<u64>,
    /// How many times it was shared to Moments from Moments.
    pub feed_share_from_feed_cnt: Option<u64>,
    /// How many users shared it to Moments from anywhere else.
    pub feed_share_from_other_user: Option<u64>,
    /// How many times it was shared to Moments from anywhere else.
    pub feed_share_from_other_cnt: Option<u64>,
}

/// Returns how often articles were read (图文统计数据), by day and source.
///
/// Up to 3 days at a time.
///
/// Fails with 61500 when a date is malformed, with 61501 when the period is too long or in the
/// future, with 61503 while the statistics of the day are not ready.
#[endpoint(POST "/datacube/getuserread", title = "获取图文统计数据",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Analytics/Graphic_Analysis_Data_Interface.html",
    scope(official), retry = safe, no_errcode, reply = UserReads, call = article_analytics.user_read)]
pub struct GetUserRead {
    /// The first day, as in `2026-01-31`, in Beijing time.
    pub begin_date: String,
    /// The last day, included: yesterday at the latest.
    pub end_date: String,
}

/// Readings of articles, by period and source.
#[endpoint(part, reply_to(GetUserRead, GetUserReadHour))]
pub struct UserReads {
    /// One entry for each period and source.
    #[serde(default)]
    pub list: Vec<UserRead>,
}

/// Readings of articles in one day or hour, from one source.
#[endpoint(part)]
pub struct UserRead {
    /// The day, as in `2026-01-31`.
    pub ref_date: String,
    /// The hour times 100, as in `1500` for 15:00 to 15:59. Only in statistics by hour.
    pub ref_hour: Option<u32>,
    /// Where the readers came from (用户从哪里进入来阅读该图文).
    pub user_source: Option<ReadSource>,
    /// How many users read the article's page (图文页阅读人数).
    #[serde(default)]
    pub int_page_read_user: u64,
    /// How many times the article's page was read.
    #[serde(default)]
    pub int_page_read_count: u64,
    /// How many users opened the page behind "read more" (原文页阅读人数); 0 if there is none.
    #[serde(default)]
    pub ori_page_read_user: u64,
    /// How many times the page behind "read more" was opened.
    #[serde(default)]
    pub ori_page_read_count: u64,
    /// How many users shared the article.
    #[serde(default)]
    pub share_user: u64,
    /// How many times the article was shared.
    #[serde(default)]
    pub share_count: u64,
    /// How many users added the article to their favorites (收藏).
    #[serde(default)]
    pub add_to_fav_user: u64,
    /// How many times the article was added to favorites.
    #[serde(default)]
    pub add_to_fav_count: u64,
}

int_enum! {
    /// Where readers of an article came from.
    pub enum ReadSource {
        /// The account's chat (会话).
        Chat = 0,
        /// A friend's message (好友).
        Friend = 1,
        /// Moments (朋友圈).
        Moments = 2,
        /// The list of past messages (历史消息页).
        History = 4,
        /// Anywhere else (其他).
        Others = 5,
        /// Top Stories (看一看).
        TopStories = 6,
        /// Search (搜一搜).
        Search = 7,
        /// All sources together (全部).
        All = 99_999_999,
    }
}

/// Returns how often articles were read, by hour and source.
///
/// One day at a time.
///
/// Fails with 61500 when a date is malformed, with 61501 when the period is too long or in the
/// future, with 61503 while the statistics of the day are not ready.
#[endpoint(POST "/datacube/getuserreadhour", title = "获取图文统计分时数据",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Analytics/Graphic_Analysis_Data_Interface.html",
    scope(official), retry = safe, no_errcode, reply = UserReads, call = article_analytics.user_read_hour)]
pub struct GetUserReadHour {
    /// The first day, as in `2026-01-31`, in Beijing time.
    pub begin_date: String,
    /// The last day, included: yesterday at the latest.
    pub end_date: String,
}

/// Returns how often articles were shared (图文分享转发数据), by day.
///
/// Up to 7 days at a time.
///
/// Fails with 61500 when a date is malformed, with 61501 when the period is too long or in the
/// future, with 61503 while the statistics of the day are not ready.
#[endpoint(POST "/datacube/getusershare", title = "获取图文分享转发数据",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Analytics/Graphic_Analysis_Data_Interface.html",
    scope(official), retry = safe, no_errcode, reply = UserShares, call = article_analytics.user_share)]
pub struct GetUserShare {
    /// The first day, as in `2026-01-31`, in Beijing time.
    pub begin_date: String,
    /// The last day, included: yesterday at the latest.
    pub end_date: String,
}

/// Sharings of articles, by period and target.
#[endpoint(part, reply_to(GetUserShare, GetUserShareHour))]
pub struct UserShares {
    /// One entry for each period and target.
    #[serde(default)]
    pub list: Vec<UserShare>,
}

/// Sharings of articles in one day or hour, to one target.
#[endpoint(part)]
pub struct UserShare {
    /// The day, as in `2026-01-31`.
    pub ref_date: String,
    /// The hour times 100, as in `1500` for 15:00 to 15:59. Only in statistics by hour.
    pub ref_hour: Option<u32>,
    /// Where the articles were shared to (分享的场景).
    pub share_scene: ShareScene,
    /// How many times articles were shared.
    pub share_count: u64,
    /// How many users shared articles.
    pub share_user: u64,
}

int_enum! {
    /// Where an article was shared to (分享的场景).
    pub enum ShareScene {
        /// To a friend (好友转发).
        Friend = 1,
        /// To Moments (朋友圈).
        Moments = 2,
        /// Anywhere else (其他).
        Others = 255,
    }
}

/// Returns how often articles were shared, by hour.
///
/// One day at a time.
///
/// Fails with 61500 when a date is malformed, with 61501 when the period is too long or in the
/// future, with 61503 while the statistics of the day are not ready.
#[endpoint(POST "/datacube/getusersharehour", title = "获取图文分享转发分时数据",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Analytics/Graphic_Analysis_Data_Interface.html",
    scope(official), retry = safe, no_errcode, reply = UserShares, call = article_analytics.user_share_hour)]
pub struct GetUserShareHour {
    /// The first day, as in `2026-01-31`, in Beijing time.
    pub begin_date: String,
    /// The last day, included: yesterday at the latest.
    pub end_date: String,
}
