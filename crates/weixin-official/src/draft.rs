//! Drafts of articles (草稿箱). `/cgi-bin/draft/*`

use weixin_api::{StringEnum, Timestamp, endpoint, group};
use weixin_protocol::MediaId;

group! {
    /// Drafts of articles (草稿箱).
    drafts: [AddDraft, GetDraft, UpdateDraft, DeleteDraft, CountDrafts, GetDrafts]
}

/// Makes a draft of 1 to 8 articles.
#[endpoint(POST "/cgi-bin/draft/add", title = "新建草稿",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Draft_Box/Add_draft.html",
    scope(official), no_errcode, reply = AddedDraft, call = drafts.add)]
pub struct AddDraft {
    /// The articles.
    pub articles: Vec<Article>,
}

/// A draft that was made.
#[endpoint(part, reply_to(AddDraft))]
pub struct AddedDraft {
    /// Its name.
    pub media_id: MediaId,
}

/// An article (图文), to be kept as a draft.
#[endpoint(part)]
pub struct Article {
    /// What it is; an article of text if left out.
    pub article_type: Option<ArticleKind>,
    /// The title: up to 32 characters.
    pub title: String,
    /// The author: up to 16 characters.
    pub author: Option<String>,
    /// A summary: up to 128 characters. Of one article alone the beginning is taken if it is left
    /// out.
    pub digest: Option<String>,
    /// The text in HTML: up to 20,000 characters and 1 MB. Scripts are removed, and so are pictures
    /// that were not uploaded by [`UploadArticleImage`](crate::material::UploadArticleImage).
    pub content: String,
    /// What "read more" opens.
    pub content_source_url: Option<String>,
    /// The picture of the cover, a permanent material. Articles of text need it.
    pub thumb_media_id: Option<MediaId>,
    /// Whether the cover is shown above the text. Not heeded any more.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub show_cover_pic: Option<bool>,
    /// Whether comments are open.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub need_open_comment: Option<bool>,
    /// Whether followers only may comment.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub only_fans_can_comment: Option<bool>,
}

/// What an article is.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum ArticleKind {
    /// A text with pictures.
    #[string_enum(rename = "news")]
    News,
    /// Pictures with a few words.
    #[string_enum(rename = "newspic")]
    Pictures,
    /// A value that this version does not know.
    Other(String),
}

/// An article as the platform keeps it.
#[endpoint(part)]
pub struct NewsItem {
    /// What it is.
    pub article_type: Option<ArticleKind>,
    /// The title.
    pub title: String,
    /// The author.
    pub author: Option<String>,
    /// The summary.
    pub digest: Option<String>,
    /// The text in HTML; left out when it was not asked for.
    pub content: Option<String>,
    /// What "read more" opens.
    pub content_source_url: Option<String>,
    /// The picture of the cover.
    pub thumb_media_id: Option<MediaId>,
    /// The address of that picture.
    pub thumb_url: Option<String>,
    /// Whether the cover is shown above the text.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub show_cover_pic: Option<bool>,
    /// Whether comments are open.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub need_open_comment: Option<bool>,
    /// Whether followers only may comment.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub only_fans_can_comment: Option<bool>,
    /// The article's address. A draft's lives for a while only.
    pub url: Option<String>,
    /// Whether it was deleted after it had been published.
    pub is_deleted: Option<bool>,
}

/// Articles that belong together.
#[endpoint(part, reply_to(GetDraft, crate::publication::GetPublishedArticle))]
pub struct NewsItems {
    /// The articles.
    pub news_item: Vec<NewsItem>,
    /// When they were made.
    pub create_time: Option<Timestamp>,
    /// When they were last changed.
    pub update_time: Option<Timestamp>,
}

/// Gives a draft.
#[endpoint(POST "/cgi-bin/draft/get", title = "获取草稿",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Draft_Box/Get_draft.html",
    scope(official), retry = safe, no_errcode, reply = NewsItems, call = drafts.get)]
pub struct GetDraft {
    /// The draft.
    pub media_id: MediaId,
}

/// Replaces one article of a draft.
#[endpoint(POST "/cgi-bin/draft/update", title = "修改草稿",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Draft_Box/Update_draft.html",
    scope(official), retry = safe, call = drafts.update)]
pub struct UpdateDraft {
    /// The draft.
    pub media_id: MediaId,
    /// Which article, from 0.
    pub index: u32,
    /// What is to stand there.
    pub articles: Article,
}

/// Deletes a draft for good.
#[endpoint(POST "/cgi-bin/draft/delete", title = "删除草稿",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Draft_Box/Delete_draft.html",
    scope(official), retry = safe, call = drafts.delete)]
pub struct DeleteDraft {
    /// The draft.
    pub media_id: MediaId,
}

/// Says how many drafts there are.
#[endpoint(GET "/cgi-bin/draft/count", title = "获取草稿总数",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Draft_Box/Count_drafts.html",
    scope(official), no_errcode, reply = DraftCount, call = drafts.count)]
pub struct CountDrafts {}

/// How many drafts there are.
#[endpoint(part, reply_to(CountDrafts))]
pub struct DraftCount {
    /// The number.
    pub total_count: u64,
}

/// Gives a page of the drafts.
#[endpoint(POST "/cgi-bin/draft/batchget", title = "获取草稿列表",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Draft_Box/Get_draft_list.html",
    scope(official), retry = safe, no_errcode, reply = Drafts, call = drafts.list)]
pub struct GetDrafts {
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

/// A page of the drafts.
#[endpoint(part, reply_to(GetDrafts))]
pub struct Drafts {
    /// How many there are.
    pub total_count: u64,
    /// How many are on this page.
    pub item_count: u64,
    /// The page.
    #[serde(default)]
    pub item: Vec<Draft>,
}

/// A draft.
#[endpoint(part)]
pub struct Draft {
    /// Its name.
    pub media_id: MediaId,
    /// Its articles.
    pub content: Option<NewsItems>,
    /// When it was last changed.
    pub update_time: Timestamp,
}
