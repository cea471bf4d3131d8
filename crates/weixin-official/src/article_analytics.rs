//! Statistics of articles (图文分析数据), of days that are over. `/datacube/*`

use weixin_api::{endpoint, group};

group! {
    /// Statistics of articles (图文分析数据).
    article_analytics: [GetArticleSummary, GetArticleTotal, GetUserRead, GetUserReadHour, GetUserShare, GetUserShareHour]
}

/// How often the articles sent on a day were read on that day.
///
/// One day at a time.
#[endpoint(POST "/datacube/getarticlesummary", title = "获取图文群发每日数据",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Analytics/Graphic_Analysis_Data_Interface.html",
    scope(official), retry = safe, no_errcode, reply = ArticleSummaries, call = article_analytics.article_summary)]
pub struct GetArticleSummary {
    /// The first day, as in `2026-01-31`.
    pub begin_date: String,
    /// The last day: yesterday at the latest.
    pub end_date: String,
}

/// How often the articles sent on a day were read on that day.
#[endpoint(part, reply_to(GetArticleSummary))]
pub struct ArticleSummaries {
    /// The figures.
    #[serde(default)]
    pub list: Vec<ArticleSummary>,
}

/// How often an article was read on the day it was sent.
#[endpoint(part)]
pub struct ArticleSummary {
    /// The day.
    pub ref_date: String,
    /// The message and the place of the article in it, as in `10000050_1`.
    pub msgid: String,
    /// The title.
    pub title: String,
    /// How many people read it on the platform's page.
    #[serde(default)]
    pub int_page_read_user: u64,
    /// How often it was read there.
    #[serde(default)]
    pub int_page_read_count: u64,
    /// How many people opened "read more".
    #[serde(default)]
    pub ori_page_read_user: u64,
    /// How often that was opened.
    #[serde(default)]
    pub ori_page_read_count: u64,
    /// How many people shared it.
    #[serde(default)]
    pub share_user: u64,
    /// How often it was shared.
    #[serde(default)]
    pub share_count: u64,
    /// How many people kept it.
    #[serde(default)]
    pub add_to_fav_user: u64,
    /// How often it was kept.
    #[serde(default)]
    pub add_to_fav_count: u64,
}

/// How often the articles sent on a day were read on each of the seven days that followed.
///
/// One day at a time.
#[endpoint(POST "/datacube/getarticletotal", title = "获取图文群发总数据",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Analytics/Graphic_Analysis_Data_Interface.html",
    scope(official), retry = safe, no_errcode, reply = ArticleTotals, call = article_analytics.article_total)]
pub struct GetArticleTotal {
    /// The first day, as in `2026-01-31`.
    pub begin_date: String,
    /// The last day: yesterday at the latest.
    pub end_date: String,
}

/// How often the articles sent on a day were read on each of the seven days that followed.
#[endpoint(part, reply_to(GetArticleTotal))]
pub struct ArticleTotals {
    /// The figures.
    #[serde(default)]
    pub list: Vec<ArticleTotal>,
}

/// How often an article was read.
#[endpoint(part)]
pub struct ArticleTotal {
    /// The day it was sent.
    pub ref_date: String,
    /// The message and the place of the article in it.
    pub msgid: String,
    /// The title.
    pub title: String,
    /// Each of the seven days that followed.
    #[serde(default)]
    pub details: Vec<ArticleTotalDetail>,
}

/// How often an article was read until the end of a day.
#[endpoint(part)]
pub struct ArticleTotalDetail {
    /// The day.
    pub stat_date: String,
    /// To how many people it was sent.
    pub target_user: u64,
    /// How many people read it on the platform's page.
    #[serde(default)]
    pub int_page_read_user: u64,
    /// How often it was read there.
    #[serde(default)]
    pub int_page_read_count: u64,
    /// How many people opened "read more".
    #[serde(default)]
    pub ori_page_read_user: u64,
    /// How often that was opened.
    #[serde(default)]
    pub ori_page_read_count: u64,
    /// How many people shared it.
    #[serde(default)]
    pub share_user: u64,
    /// How often it was shared.
    #[serde(default)]
    pub share_count: u64,
    /// How many people kept it.
    #[serde(default)]
    pub add_to_fav_user: u64,
    /// How often it was kept.
    #[serde(default)]
    pub add_to_fav_count: u64,
    /// How many people read it in the chat.
    pub int_page_from_session_read_user: Option<u64>,
    /// How often it was read in the chat.
    pub int_page_from_session_read_count: Option<u64>,
    /// How many people read it on the page of old messages.
    pub int_page_from_hist_msg_read_user: Option<u64>,
    /// How often it was read on the page of old messages.
    pub int_page_from_hist_msg_read_count: Option<u64>,
    /// How many people read it in Moments.
    pub int_page_from_feed_read_user: Option<u64>,
    /// How often it was read in Moments.
    pub int_page_from_feed_read_count: Option<u64>,
    /// How many people read it from a friend.
    pub int_page_from_friends_read_user: Option<u64>,
    /// How often it was read from a friend.
    pub int_page_from_friends_read_count: Option<u64>,
    /// How many people read it elsewhere.
    pub int_page_from_other_read_user: Option<u64>,
    /// How often it was read elsewhere.
    pub int_page_from_other_read_count: Option<u64>,
    /// How many people shared it from the chat to Moments.
    pub feed_share_from_session_user: Option<u64>,
    /// How often it was shared from the chat to Moments.
    pub feed_share_from_session_cnt: Option<u64>,
    /// How many people shared it from Moments to Moments.
    pub feed_share_from_feed_user: Option<u64>,
    /// How often it was shared from Moments to Moments.
    pub feed_share_from_feed_cnt: Option<u64>,
    /// How many people shared it from elsewhere to Moments.
    pub feed_share_from_other_user: Option<u64>,
    /// How often it was shared from elsewhere to Moments.
    pub feed_share_from_other_cnt: Option<u64>,
}

/// How often articles were read, by day and by the way readers came.
///
/// Up to 3 days at a time.
#[endpoint(POST "/datacube/getuserread", title = "获取图文统计数据",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Analytics/Graphic_Analysis_Data_Interface.html",
    scope(official), retry = safe, no_errcode, reply = UserReads, call = article_analytics.user_read)]
pub struct GetUserRead {
    /// The first day, as in `2026-01-31`.
    pub begin_date: String,
    /// The last day: yesterday at the latest.
    pub end_date: String,
}

/// How often articles were read, by day and by the way readers came.
#[endpoint(part, reply_to(GetUserRead, GetUserReadHour))]
pub struct UserReads {
    /// The figures.
    #[serde(default)]
    pub list: Vec<UserRead>,
}

/// How often articles were read in a day or hour, by one way.
#[endpoint(part)]
pub struct UserRead {
    /// The day.
    pub ref_date: String,
    /// The hour, as in `1500` for three in the afternoon; only by hour.
    pub ref_hour: Option<u32>,
    /// The way: 0 the chat, 1 a friend, 2 Moments, 4 the page of old messages, 5 others, 6
    /// recommendations, 7 search, 99999999 all.
    pub user_source: Option<u32>,
    /// How many people read it on the platform's page.
    #[serde(default)]
    pub int_page_read_user: u64,
    /// How often it was read there.
    #[serde(default)]
    pub int_page_read_count: u64,
    /// How many people opened "read more".
    #[serde(default)]
    pub ori_page_read_user: u64,
    /// How often that was opened.
    #[serde(default)]
    pub ori_page_read_count: u64,
    /// How many people shared it.
    #[serde(default)]
    pub share_user: u64,
    /// How often it was shared.
    #[serde(default)]
    pub share_count: u64,
    /// How many people kept it.
    #[serde(default)]
    pub add_to_fav_user: u64,
    /// How often it was kept.
    #[serde(default)]
    pub add_to_fav_count: u64,
}

/// How often articles were read, by hour.
///
/// One day at a time.
#[endpoint(POST "/datacube/getuserreadhour", title = "获取图文统计分时数据",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Analytics/Graphic_Analysis_Data_Interface.html",
    scope(official), retry = safe, no_errcode, reply = UserReads, call = article_analytics.user_read_hour)]
pub struct GetUserReadHour {
    /// The first day, as in `2026-01-31`.
    pub begin_date: String,
    /// The last day: yesterday at the latest.
    pub end_date: String,
}

/// How often articles were shared, by day.
///
/// Up to 7 days at a time.
#[endpoint(POST "/datacube/getusershare", title = "获取图文分享转发数据",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Analytics/Graphic_Analysis_Data_Interface.html",
    scope(official), retry = safe, no_errcode, reply = UserShares, call = article_analytics.user_share)]
pub struct GetUserShare {
    /// The first day, as in `2026-01-31`.
    pub begin_date: String,
    /// The last day: yesterday at the latest.
    pub end_date: String,
}

/// How often articles were shared, by day.
#[endpoint(part, reply_to(GetUserShare, GetUserShareHour))]
pub struct UserShares {
    /// The figures.
    #[serde(default)]
    pub list: Vec<UserShare>,
}

/// How often articles were shared in a day or hour.
#[endpoint(part)]
pub struct UserShare {
    /// The day.
    pub ref_date: String,
    /// The hour, as in `1500`; only by hour.
    pub ref_hour: Option<u32>,
    /// To where: 1 a friend, 2 Moments, 255 others.
    pub share_scene: u32,
    /// How often.
    pub share_count: u64,
    /// By how many.
    pub share_user: u64,
}

/// How often articles were shared, by hour.
///
/// One day at a time.
#[endpoint(POST "/datacube/getusersharehour", title = "获取图文分享转发分时数据",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Analytics/Graphic_Analysis_Data_Interface.html",
    scope(official), retry = safe, no_errcode, reply = UserShares, call = article_analytics.user_share_hour)]
pub struct GetUserShareHour {
    /// The first day, as in `2026-01-31`.
    pub begin_date: String,
    /// The last day: yesterday at the latest.
    pub end_date: String,
}
