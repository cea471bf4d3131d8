//! Drafts of articles (草稿箱). `/cgi-bin/draft/*`

use weixin_api::{StringEnum, Timestamp, endpoint, group};
use weixin_protocol::MediaId;

group! {
    /// Drafts of articles (草稿箱).
    drafts: [AddDraft, GetDraft, UpdateDraft, DeleteDraft, CountDrafts, GetDrafts]
}

/// Creates a draft of 1 to 8 articles (新建草稿).
///
/// Fails with 40007 when a picture is unknown, with 45003 when a title is too long, with 45004 when
/// a digest is, with 45110 when an author is, with 45166 when a text is too long or contains what
/// is not allowed. 53404 to 53406 are about goods in the text.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, FilePart, kind::Official};
/// # use weixin_official::{draft::Article, prelude::*};
/// # async fn example(wx: impl Caller<Kind = Official>) -> Result<(), Error> {
/// let cover = wx.materials().add(FilePart::path("cover.jpg")).await?.media_id;
/// let article = Article::new("Opening hours", "<p>From Monday we open at 8.</p>")
///     .author("Ann")
///     .thumb_media_id(cover);
/// let draft = wx.drafts().add([article]).await?;
/// println!("draft {}", draft.media_id);
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/draft/add", title = "新建草稿",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Draft_Box/Add_draft.html",
    scope(official), no_errcode, reply = AddedDraft, call = drafts.add)]
pub struct AddDraft {
    /// The articles, 1 to 8, in the order they are shown.
    pub articles: Vec<Article>,
}

/// The reply to a created draft.
#[endpoint(part, reply_to(AddDraft))]
pub struct AddedDraft {
    /// The id of the draft, which publishing and mass messages take.
    pub media_id: MediaId,
}

/// An article (图文), to be kept as a draft.
#[endpoint(part)]
pub struct Article {
    /// The form of the article. `None`: [`ArticleKind::News`].
    pub article_type: Option<ArticleKind>,
    /// The title, up to 32 characters.
    pub title: String,
    /// The author, up to 16 characters. `None`: none is shown.
    pub author: Option<String>,
    /// The summary, up to 128 characters. `None`: for a single article the beginning of the text.
    pub digest: Option<String>,
    /// The text in HTML, up to 20,000 characters and 1 MB. Scripts are removed, and so are pictures
    /// that were not uploaded by [`UploadArticleImage`](crate::material::UploadArticleImage).
    pub content: String,
    /// The page that "read more" (阅读原文) opens. `None`: there is no such link.
    pub content_source_url: Option<String>,
    /// The cover, a permanent material. Required for [`ArticleKind::News`].
    pub thumb_media_id: Option<MediaId>,
    /// Whether the cover is shown above the text. The platform ignores it today.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub show_cover_pic: Option<bool>,
    /// Whether comments are open. `None`: closed.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub need_open_comment: Option<bool>,
    /// Whether only followers may comment. `None`: everybody.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub only_fans_can_comment: Option<bool>,
}

/// The form of an article.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum ArticleKind {
    /// A text with pictures (图文消息).
    #[string_enum(rename = "news")]
    News,
    /// Pictures with a short text (图片消息).
    #[string_enum(rename = "newspic")]
    Pictures,
    /// A value that this version does not know.
    Other(String),
}

/// An article as the platform stores it.
#[endpoint(part)]
pub struct NewsItem {
    /// The form of the article. `None`: [`ArticleKind::News`].
    pub article_type: Option<ArticleKind>,
    /// The title.
    pub title: String,
    /// The author; empty if not set.
    pub author: Option<String>,
    /// The summary shown in the chat.
    pub digest: Option<String>,
    /// The text in HTML; `None` when the request left it out.
    pub content: Option<String>,
    /// The page that "read more" (阅读原文) opens; empty if there is none.
    pub content_source_url: Option<String>,
    /// The cover, a permanent material.
    pub thumb_media_id: Option<MediaId>,
    /// The address of the cover.
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
    /// Whether only followers may comment.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub only_fans_can_comment: Option<bool>,
    /// The address of the article. That of a draft is temporary.
    pub url: Option<String>,
    /// Whether the article was deleted after its publication.
    pub is_deleted: Option<bool>,
}

/// A set of articles that were saved together.
#[endpoint(part, reply_to(GetDraft, crate::publication::GetPublishedArticle))]
pub struct NewsItems {
    /// The articles, in the order they are shown.
    pub news_item: Vec<NewsItem>,
    /// When the set was created.
    pub create_time: Option<Timestamp>,
    /// When the set was last changed.
    pub update_time: Option<Timestamp>,
}

/// Returns a draft with its articles.
///
/// Fails with 40007 when there is no such draft.
#[endpoint(POST "/cgi-bin/draft/get", title = "获取草稿",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Draft_Box/Get_draft.html",
    scope(official), retry = safe, no_errcode, reply = NewsItems, call = drafts.get)]
pub struct GetDraft {
    /// The draft to return.
    pub media_id: MediaId,
}

/// Replaces one article of a draft.
///
/// Fails with 40007 when there is no such draft or picture, with 40114 when the draft has no
/// article at that position, with 41039 when `content_source_url` is wrong, with 45166 when the
/// text is too long or contains what is not allowed, with 88000 when comments are asked for that
/// the account may not use.
#[endpoint(POST "/cgi-bin/draft/update", title = "修改草稿",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Draft_Box/Update_draft.html",
    scope(official), retry = safe, call = drafts.update)]
pub struct UpdateDraft {
    /// The draft to change.
    pub media_id: MediaId,
    /// The position of the article in the draft, from 0.
    pub index: u32,
    /// The article that takes its place, complete.
    pub articles: Article,
}

/// Deletes a draft. This cannot be undone.
///
/// Fails with 40007 when there is no such draft.
#[endpoint(POST "/cgi-bin/draft/delete", title = "删除草稿",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Draft_Box/Delete_draft.html",
    scope(official), retry = safe, call = drafts.delete)]
pub struct DeleteDraft {
    /// The draft to delete.
    pub media_id: MediaId,
}

/// Returns the number of drafts.
#[endpoint(GET "/cgi-bin/draft/count", title = "获取草稿总数",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Draft_Box/Count_drafts.html",
    scope(official), no_errcode, reply = DraftCount, call = drafts.count)]
pub struct CountDrafts {}

/// The number of drafts.
#[endpoint(part, reply_to(CountDrafts))]
pub struct DraftCount {
    /// How many drafts the account has.
    pub total_count: u64,
}

/// Returns a page of the drafts.
#[endpoint(POST "/cgi-bin/draft/batchget", title = "获取草稿列表",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Draft_Box/Get_draft_list.html",
    scope(official), retry = safe, no_errcode, reply = Drafts, call = drafts.list)]
pub struct GetDrafts {
    /// How many drafts to skip.
    pub offset: u64,
    /// How many drafts to return, 1 to 20.
    pub count: u32,
    /// Whether to leave out [`NewsItem::content`]. `None`: it is returned.
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
    /// How many drafts the account has.
    pub total_count: u64,
    /// How many drafts are on this page.
    pub item_count: u64,
    /// The drafts of this page.
    #[serde(default)]
    pub item: Vec<Draft>,
}

/// A draft in a list.
#[endpoint(part)]
pub struct Draft {
    /// The draft.
    pub media_id: MediaId,
    /// The articles of the draft.
    pub content: Option<NewsItems>,
    /// When the draft was last changed.
    pub update_time: Timestamp,
}
