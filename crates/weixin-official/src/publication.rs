//! Publishing drafts (发布能力): the articles get a permanent address, and followers are not notified.
//! `/cgi-bin/freepublish/*`

use weixin_api::{Timestamp, endpoint, group, int_enum};
use weixin_protocol::{Header, MediaId, inbound};

use crate::draft::NewsItems;

use crate::ids::{ArticleId, MsgDataId};

group! {
    /// Publishing drafts (发布能力).
    publications: [
        PublishDraft, GetPublicationStatus, DeletePublication, GetPublishedArticle, GetPublications,
    ]
}

weixin_protocol::messages![PublicationFinished];

weixin_api::integer_id! {
    /// A publication (发布任务, publish_id).
    PublishId(u64)
}

/// Submits a draft for publication (发布草稿).
///
/// Publishing takes a while; a [`PublicationFinished`] or [`GetPublicationStatus`] tells the
/// outcome.
///
/// Fails with 53503 when the draft does not pass the checks, with 53504 when it can only be
/// published in the console, with 53505 when it must be saved in the console first.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Official};
/// # use weixin_official::prelude::*;
/// # async fn example(wx: impl Caller<Kind = Official>) -> Result<(), Error> {
/// let submitted = wx.publications().submit("gCHrEcZbPxhLkXlMHM0BHdk3xjQYQv4UAMzcqQ5WpVs").await?;
/// // A little later:
/// let status = wx.publications().status(submitted.publish_id).await?;
/// println!("{:?}, article {:?}", status.publish_status, status.article_id);
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/freepublish/submit", title = "发布草稿",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Publish/Publish.html",
    scope(official), reply = SubmittedPublication, call = publications.submit)]
pub struct PublishDraft {
    /// The draft to publish.
    pub media_id: MediaId,
}

/// The reply to a submitted publication.
#[endpoint(part, reply_to(PublishDraft))]
pub struct SubmittedPublication {
    /// The id of the publication.
    pub publish_id: PublishId,
    /// The id of the message, for comments and statistics.
    pub msg_data_id: Option<MsgDataId>,
}

/// Returns the state of a publication.
#[endpoint(POST "/cgi-bin/freepublish/get", title = "发布状态轮询接口",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Publish/Get_status.html",
    scope(official), retry = safe, no_errcode, reply = PublicationStatus, call = publications.status)]
pub struct GetPublicationStatus {
    /// The publication to look up.
    pub publish_id: PublishId,
}

/// The state of a publication.
#[endpoint(part, inbound, reply_to(GetPublicationStatus))]
pub struct PublicationStatus {
    /// The publication that the state is about.
    #[field(name = "publish_id")]
    pub publish_id: PublishId,
    /// The state.
    #[field(name = "publish_status")]
    pub publish_status: PublicationState,
    /// The id of the published set of articles. Only when it was published.
    #[field(name = "article_id")]
    pub article_id: Option<ArticleId>,
    /// The addresses of the articles. Only when it was published.
    #[field(name = "article_detail")]
    pub article_detail: Option<ArticleDetail>,
    /// The positions of the articles that failed, from 1. Empty when none did.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[field(name = "fail_idx")]
    pub fail_idx: Vec<u32>,
}

int_enum! {
    /// The state of a publication (发布状态).
    pub enum PublicationState {
        /// The draft was published (成功).
        Published = 0,
        /// The publication is in progress (发布中).
        Publishing = 1,
        /// The check for originality failed (原创失败).
        OriginalityFailed = 2,
        /// The publication failed (常规失败).
        Failed = 3,
        /// The platform's review rejected it (平台审核不通过).
        Rejected = 4,
        /// The account deleted all articles after publication (成功后用户删除所有文章).
        DeletedByAccount = 5,
        /// The platform blocked all articles after publication (成功后系统封禁所有文章).
        DeletedByPlatform = 6,
    }
}

/// The articles of a publication.
#[endpoint(part, inbound)]
pub struct ArticleDetail {
    /// How many articles there are.
    #[field(name = "count")]
    pub count: u32,
    /// The addresses of the articles.
    #[field(name = "item")]
    pub item: Vec<ArticleAddress>,
}

/// The address of a published article.
#[endpoint(part, inbound)]
pub struct ArticleAddress {
    /// The position of the article in the set, from 1.
    #[field(name = "idx")]
    pub idx: u32,
    /// The address of the article, which stays valid.
    #[field(name = "article_url")]
    pub article_url: String,
}

/// Deletes a published set of articles, or one of them. This cannot be undone.
#[endpoint(POST "/cgi-bin/freepublish/delete", title = "删除发布",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Publish/Delete_posts.html",
    scope(official), retry = safe, call = publications.delete)]
pub struct DeletePublication {
    /// The published set of articles to delete.
    pub article_id: ArticleId,
    /// The position of the article to delete, from 1. `None` or 0: all of them.
    pub index: Option<u32>,
}

/// Returns the articles of a publication.
///
/// Fails with 53600 when there is no such publication.
#[endpoint(POST "/cgi-bin/freepublish/getarticle", title = "通过 article_id 获取已发布文章",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Publish/Get_article_from_id.html",
    scope(official), retry = safe, no_errcode, reply = NewsItems, call = publications.get)]
pub struct GetPublishedArticle {
    /// The published set of articles.
    pub article_id: ArticleId,
}

/// Returns a page of the published sets of articles.
#[endpoint(POST "/cgi-bin/freepublish/batchget", title = "获取成功发布列表",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Publish/Get_publication_records.html",
    scope(official), retry = safe, no_errcode, reply = Publications, call = publications.list)]
pub struct GetPublications {
    /// How many sets to skip.
    pub offset: u64,
    /// How many sets to return, 1 to 20.
    pub count: u32,
    /// Whether to leave out [`NewsItem::content`](crate::draft::NewsItem::content). `None`: it is
    /// returned.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub no_content: Option<bool>,
}

/// A page of the published sets of articles.
#[endpoint(part, reply_to(GetPublications))]
pub struct Publications {
    /// How many sets the account has published.
    pub total_count: u64,
    /// How many sets are on this page.
    pub item_count: u64,
    /// The sets of this page.
    #[serde(default)]
    pub item: Vec<Publication>,
}

/// A published set of articles.
#[endpoint(part)]
pub struct Publication {
    /// The id of the set.
    pub article_id: ArticleId,
    /// The articles.
    pub content: Option<NewsItems>,
    /// When the set was last changed.
    pub update_time: Timestamp,
}

/// A publication has finished, successfully or not (发布结果).
#[inbound(event = "PUBLISHJOBFINISH|FREEPUBLISHJOBFINISH", scope(official))]
pub struct PublicationFinished {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The outcome.
    #[field(name = "PublishEventInfo")]
    pub publication: PublicationStatus,
}
