//! Publishing of drafts (发布能力): an article gets a lasting address, and no follower is told. `/cgi-bin/freepublish/*`

use weixin_api::{Timestamp, endpoint, group, int_enum};
use weixin_protocol::{Header, MediaId, inbound};

use crate::draft::NewsItems;

group! {
    /// Publishing of drafts (发布能力).
    publications: [PublishDraft, GetPublicationStatus, DeletePublication, GetPublishedArticle, GetPublications]
}

weixin_protocol::messages![PublicationFinished];

/// Hands a draft over to be published.
///
/// That takes a while; a [`PublicationFinished`], or [`GetPublicationStatus`], says what became of
/// it.
#[endpoint(POST "/cgi-bin/freepublish/submit", title = "发布草稿",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Publish/Publish.html",
    scope(official), reply = SubmittedPublication, call = publications.submit)]
pub struct PublishDraft {
    /// The draft.
    pub media_id: MediaId,
}

/// A publication that was handed over.
#[endpoint(part, reply_to(PublishDraft))]
pub struct SubmittedPublication {
    /// Its number.
    pub publish_id: u64,
    /// The number of its article.
    pub msg_data_id: Option<u64>,
}

/// Says what became of a publication.
#[endpoint(POST "/cgi-bin/freepublish/get", title = "发布状态轮询接口",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Publish/Get_status.html",
    scope(official), retry = safe, no_errcode, reply = PublicationStatus, call = publications.status)]
pub struct GetPublicationStatus {
    /// The publication.
    pub publish_id: u64,
}

/// What became of a publication.
#[endpoint(part, reply_to(GetPublicationStatus))]
pub struct PublicationStatus {
    /// The publication.
    pub publish_id: u64,
    /// What became of it.
    pub publish_status: PublicationState,
    /// The name of what was published.
    pub article_id: Option<String>,
    /// Its articles.
    pub article_detail: Option<ArticleDetail>,
    /// Which articles failed, from 1.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fail_idx: Vec<u32>,
}

int_enum! {
    /// What became of a publication.
    pub enum PublicationState {
        /// It is there.
        Published = 0,
        /// It is on its way.
        Publishing = 1,
        /// It is not original.
        OriginalityFailed = 2,
        /// It failed.
        Failed = 3,
        /// The platform refused it.
        Refused = 4,
        /// The account has deleted all of it.
        DeletedByAccount = 5,
        /// The platform has taken all of it away.
        DeletedByPlatform = 6,
    }
}

/// The articles of a publication.
#[endpoint(part)]
pub struct ArticleDetail {
    /// How many there are.
    pub count: u32,
    /// Their addresses.
    pub item: Vec<ArticleAddress>,
}

/// Where an article is.
#[endpoint(part)]
pub struct ArticleAddress {
    /// Which one, from 1.
    pub idx: u32,
    /// Its address.
    pub article_url: String,
}

/// Deletes what was published, for good.
#[endpoint(POST "/cgi-bin/freepublish/delete", title = "删除发布",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Publish/Delete_posts.html",
    scope(official), retry = safe, call = publications.delete)]
pub struct DeletePublication {
    /// What was published.
    pub article_id: String,
    /// Which article, from 1; all of them if left out or 0.
    pub index: Option<u32>,
}

/// Gives what was published.
#[endpoint(POST "/cgi-bin/freepublish/getarticle", title = "通过 article_id 获取已发布文章",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Publish/Get_article_from_id.html",
    scope(official), retry = safe, no_errcode, reply = NewsItems, call = publications.get)]
pub struct GetPublishedArticle {
    /// What was published.
    pub article_id: String,
}

/// Gives a page of what was published.
#[endpoint(POST "/cgi-bin/freepublish/batchget", title = "获取成功发布列表",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Publish/Get_publication_records.html",
    scope(official), retry = safe, no_errcode, reply = Publications, call = publications.list)]
pub struct GetPublications {
    /// Where to begin, from 0.
    pub offset: u64,
    /// How many: 1 to 20.
    pub count: u32,
    /// Whether to leave out the texts.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub no_content: Option<bool>,
}

/// A page of what was published.
#[endpoint(part, reply_to(GetPublications))]
pub struct Publications {
    /// How many there are.
    pub total_count: u64,
    /// How many are on this page.
    pub item_count: u64,
    /// The page.
    #[serde(default)]
    pub item: Vec<Publication>,
}

/// Something that was published.
#[endpoint(part)]
pub struct Publication {
    /// Its name.
    pub article_id: String,
    /// Its articles.
    pub content: Option<NewsItems>,
    /// When it was last changed.
    pub update_time: Timestamp,
}

/// A draft was published, or not. Event `PUBLISHJOBFINISH`, also spelled `FREEPUBLISHJOBFINISH`.
#[inbound(event = "PUBLISHJOBFINISH|FREEPUBLISHJOBFINISH", scope(official))]
pub struct PublicationFinished {
    /// From whom, to whom, when.
    pub header: Header,
    /// What became of it.
    #[field(name = "PublishEventInfo")]
    pub publication: FinishedPublication,
}

/// What became of a publication.
#[inbound(part)]
pub struct FinishedPublication {
    /// The publication, as [`SubmittedPublication`] has it.
    #[field(name = "publish_id")]
    pub publish_id: u64,
    /// What became of it.
    #[field(name = "publish_status")]
    pub publish_status: PublicationState,
    /// The name of what was published.
    #[field(name = "article_id")]
    pub article_id: Option<String>,
    /// Its articles.
    #[field(name = "article_detail")]
    pub article_detail: Option<FinishedArticles>,
    /// Which articles failed, from 1.
    #[field(name = "fail_idx")]
    pub fail_idx: Vec<u32>,
}

/// The articles of a publication.
#[inbound(part)]
pub struct FinishedArticles {
    /// How many there are.
    #[field(name = "count")]
    pub count: u32,
    /// Each of them.
    #[field(name = "item")]
    pub item: Vec<FinishedArticle>,
}

/// An article that was published.
#[inbound(part)]
pub struct FinishedArticle {
    /// Which one, from 1.
    #[field(name = "idx")]
    pub idx: u32,
    /// Its address.
    #[field(name = "article_url")]
    pub article_url: String,
}
