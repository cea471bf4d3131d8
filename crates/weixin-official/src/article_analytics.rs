//! Statistics of articles (图文分析数据), of days that are over. `/datacube/*`

use weixin_api::{Call, Caller, On, endpoint, endpoints};

endpoints![
    GetArticleSummary,
    GetArticleTotal,
    GetUserRead,
    GetUserReadHour,
    GetUserShare,
    GetUserShareHour
];

/// How often the articles sent on a day were read on that day. `POST /datacube/getarticlesummary`
///
/// One day at a time.
#[endpoint(POST "/datacube/getarticlesummary", title = "获取图文群发每日数据",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Analytics/Graphic_Analysis_Data_Interface.html",
    scope(official), retry = safe, bare, reply = ArticleSummaries)]
pub struct GetArticleSummary {
    /// The first day, as in `2026-01-31`.
    pub begin_date: String,
    /// The last day: yesterday at the latest.
    pub end_date: String,
}

/// How often the articles sent on a day were read on that day.
#[endpoint(part)]
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
/// `POST /datacube/getarticletotal`
///
/// One day at a time.
#[endpoint(POST "/datacube/getarticletotal", title = "获取图文群发总数据",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Analytics/Graphic_Analysis_Data_Interface.html",
    scope(official), retry = safe, bare, reply = ArticleTotals)]
pub struct GetArticleTotal {
    /// The first day, as in `2026-01-31`.
    pub begin_date: String,
    /// The last day: yesterday at the latest.
    pub end_date: String,
}

/// How often the articles sent on a day were read on each of the seven days that followed.
#[endpoint(part)]
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

/// How often articles were read, by day and by the way readers came. `POST /datacube/getuserread`
///
/// Up to 3 days at a time.
#[endpoint(POST "/datacube/getuserread", title = "获取图文统计数据",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Analytics/Graphic_Analysis_Data_Interface.html",
    scope(official), retry = safe, bare, reply = UserReads)]
pub struct GetUserRead {
    /// The first day, as in `2026-01-31`.
    pub begin_date: String,
    /// The last day: yesterday at the latest.
    pub end_date: String,
}

/// How often articles were read, by day and by the way readers came.
#[endpoint(part)]
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

/// How often articles were read, by hour. `POST /datacube/getuserreadhour`
///
/// One day at a time.
#[endpoint(POST "/datacube/getuserreadhour", title = "获取图文统计分时数据",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Analytics/Graphic_Analysis_Data_Interface.html",
    scope(official), retry = safe, bare, reply = UserReads)]
pub struct GetUserReadHour {
    /// The first day, as in `2026-01-31`.
    pub begin_date: String,
    /// The last day: yesterday at the latest.
    pub end_date: String,
}

/// How often articles were shared, by day. `POST /datacube/getusershare`
///
/// Up to 7 days at a time.
#[endpoint(POST "/datacube/getusershare", title = "获取图文分享转发数据",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Analytics/Graphic_Analysis_Data_Interface.html",
    scope(official), retry = safe, bare, reply = UserShares)]
pub struct GetUserShare {
    /// The first day, as in `2026-01-31`.
    pub begin_date: String,
    /// The last day: yesterday at the latest.
    pub end_date: String,
}

/// How often articles were shared, by day.
#[endpoint(part)]
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

/// How often articles were shared, by hour. `POST /datacube/getusersharehour`
///
/// One day at a time.
#[endpoint(POST "/datacube/getusersharehour", title = "获取图文分享转发分时数据",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Analytics/Graphic_Analysis_Data_Interface.html",
    scope(official), retry = safe, bare, reply = UserShares)]
pub struct GetUserShareHour {
    /// The first day, as in `2026-01-31`.
    pub begin_date: String,
    /// The last day: yesterday at the latest.
    pub end_date: String,
}
/// The group as a client has it: `wx.article_analytics()`.
#[derive(Debug)]
pub struct ArticleAnalytics<'c, C: ?Sized>(&'c C);

/// Gives a client `article_analytics()`.
pub trait ArticleAnalyticsApi: Caller {
    /// Statistics of articles (图文分析数据).
    fn article_analytics(&self) -> ArticleAnalytics<'_, Self> {
        ArticleAnalytics(self)
    }
}

impl<C: Caller + ?Sized> ArticleAnalyticsApi for C where GetArticleSummary: On<C::Kind> {}

impl<'c, C: Caller + ?Sized> ArticleAnalytics<'c, C> {
    /// How often the articles sent on a day were read on that day; see [`GetArticleSummary`].
    pub fn article_summary(
        &self,
        begin_date: impl Into<String>,
        end_date: impl Into<String>,
    ) -> Call<'c, C, GetArticleSummary> {
        Call::new(self.0, GetArticleSummary::new(begin_date, end_date))
    }

    /// How often the articles sent on a day were read on each of the seven days that followed; see
    /// [`GetArticleTotal`].
    pub fn article_total(
        &self,
        begin_date: impl Into<String>,
        end_date: impl Into<String>,
    ) -> Call<'c, C, GetArticleTotal> {
        Call::new(self.0, GetArticleTotal::new(begin_date, end_date))
    }

    /// How often articles were read, by day and by the way readers came; see [`GetUserRead`].
    pub fn user_read(
        &self,
        begin_date: impl Into<String>,
        end_date: impl Into<String>,
    ) -> Call<'c, C, GetUserRead> {
        Call::new(self.0, GetUserRead::new(begin_date, end_date))
    }

    /// How often articles were read, by hour; see [`GetUserReadHour`].
    pub fn user_read_hour(
        &self,
        begin_date: impl Into<String>,
        end_date: impl Into<String>,
    ) -> Call<'c, C, GetUserReadHour> {
        Call::new(self.0, GetUserReadHour::new(begin_date, end_date))
    }

    /// How often articles were shared, by day; see [`GetUserShare`].
    pub fn user_share(
        &self,
        begin_date: impl Into<String>,
        end_date: impl Into<String>,
    ) -> Call<'c, C, GetUserShare> {
        Call::new(self.0, GetUserShare::new(begin_date, end_date))
    }

    /// How often articles were shared, by hour; see [`GetUserShareHour`].
    pub fn user_share_hour(
        &self,
        begin_date: impl Into<String>,
        end_date: impl Into<String>,
    ) -> Call<'c, C, GetUserShareHour> {
        Call::new(self.0, GetUserShareHour::new(begin_date, end_date))
    }
}
