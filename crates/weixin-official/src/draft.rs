//! Drafts of articles (草稿箱). `/cgi-bin/draft/*`

use serde::{Deserialize, Serialize};
use weixin_api::{Call, Caller, On, Timestamp, endpoint, endpoints};
use weixin_protocol::MediaId;

endpoints![AddDraft, GetDraft, UpdateDraft, DeleteDraft, CountDrafts, GetDrafts];

/// Makes a draft of 1 to 8 articles. `POST /cgi-bin/draft/add`
#[endpoint(POST "/cgi-bin/draft/add", title = "新建草稿",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Draft_Box/Add_draft.html",
    scope(official), bare, reply = AddedDraft)]
pub struct AddDraft {
    /// The articles.
    pub articles: Vec<Article>,
}

/// A draft that was made.
#[endpoint(part)]
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
    #[serde(default, with = "weixin_api::flag::option", skip_serializing_if = "Option::is_none")]
    pub show_cover_pic: Option<bool>,
    /// Whether comments are open.
    #[serde(default, with = "weixin_api::flag::option", skip_serializing_if = "Option::is_none")]
    pub need_open_comment: Option<bool>,
    /// Whether followers only may comment.
    #[serde(default, with = "weixin_api::flag::option", skip_serializing_if = "Option::is_none")]
    pub only_fans_can_comment: Option<bool>,
}

/// What an article is.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub enum ArticleKind {
    /// A text with pictures.
    #[serde(rename = "news")]
    News,
    /// Pictures with a few words.
    #[serde(rename = "newspic")]
    Pictures,
    /// Something this version does not know.
    #[serde(untagged)]
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
    #[serde(default, with = "weixin_api::flag::option", skip_serializing_if = "Option::is_none")]
    pub show_cover_pic: Option<bool>,
    /// Whether comments are open.
    #[serde(default, with = "weixin_api::flag::option", skip_serializing_if = "Option::is_none")]
    pub need_open_comment: Option<bool>,
    /// Whether followers only may comment.
    #[serde(default, with = "weixin_api::flag::option", skip_serializing_if = "Option::is_none")]
    pub only_fans_can_comment: Option<bool>,
    /// The article's address. A draft's lives for a while only.
    pub url: Option<String>,
    /// Whether it was deleted after it had been published.
    pub is_deleted: Option<bool>,
}

/// Articles that belong together.
#[endpoint(part)]
pub struct NewsItems {
    /// The articles.
    pub news_item: Vec<NewsItem>,
    /// When they were made.
    pub create_time: Option<Timestamp>,
    /// When they were last changed.
    pub update_time: Option<Timestamp>,
}

/// Gives a draft. `POST /cgi-bin/draft/get`
#[endpoint(POST "/cgi-bin/draft/get", title = "获取草稿",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Draft_Box/Get_draft.html",
    scope(official), retry = safe, bare, reply = NewsItems)]
pub struct GetDraft {
    /// The draft.
    pub media_id: MediaId,
}

/// Replaces one article of a draft. `POST /cgi-bin/draft/update`
#[endpoint(POST "/cgi-bin/draft/update", title = "修改草稿",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Draft_Box/Update_draft.html",
    scope(official), retry = safe)]
pub struct UpdateDraft {
    /// The draft.
    pub media_id: MediaId,
    /// Which article, from 0.
    pub index: u32,
    /// What is to stand there.
    pub articles: Article,
}

/// Deletes a draft for good. `POST /cgi-bin/draft/delete`
#[endpoint(POST "/cgi-bin/draft/delete", title = "删除草稿",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Draft_Box/Delete_draft.html",
    scope(official), retry = safe)]
pub struct DeleteDraft {
    /// The draft.
    pub media_id: MediaId,
}

/// Says how many drafts there are. `GET /cgi-bin/draft/count`
#[endpoint(GET "/cgi-bin/draft/count", title = "获取草稿总数",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Draft_Box/Count_drafts.html",
    scope(official), bare, reply = DraftCount)]
pub struct CountDrafts {}

/// How many drafts there are.
#[endpoint(part)]
pub struct DraftCount {
    /// The number.
    pub total_count: u64,
}

/// Gives a page of the drafts. `POST /cgi-bin/draft/batchget`
#[endpoint(POST "/cgi-bin/draft/batchget", title = "获取草稿列表",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Draft_Box/Get_draft_list.html",
    scope(official), retry = safe, bare, reply = Drafts)]
pub struct GetDrafts {
    /// Where to begin, from 0.
    pub offset: u64,
    /// How many: 1 to 20.
    pub count: u32,
    /// Whether to leave out the texts.
    #[serde(default, with = "weixin_api::flag::option", skip_serializing_if = "Option::is_none")]
    pub no_content: Option<bool>,
}

/// A page of the drafts.
#[endpoint(part)]
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
/// The group as a client has it: `wx.drafts()`.
#[derive(Debug)]
pub struct DraftsOf<'c, C: ?Sized>(&'c C);

/// Gives a client `drafts()`.
pub trait DraftsOfApi: Caller {
    /// Drafts of articles (草稿箱).
    fn drafts(&self) -> DraftsOf<'_, Self> {
        DraftsOf(self)
    }
}

impl<C: Caller + ?Sized> DraftsOfApi for C where AddDraft: On<C::Kind> {}

impl<'c, C: Caller + ?Sized> DraftsOf<'c, C> {
    /// Makes a draft; see [`AddDraft`].
    pub fn add(&self, articles: impl Into<Vec<Article>>) -> Call<'c, C, AddDraft> {
        Call::new(self.0, AddDraft::new(articles))
    }

    /// A draft; see [`GetDraft`].
    pub fn get(&self, media_id: impl Into<MediaId>) -> Call<'c, C, GetDraft> {
        Call::new(self.0, GetDraft::new(media_id))
    }

    /// Replaces one article; see [`UpdateDraft`].
    pub fn update(
        &self,
        media_id: impl Into<MediaId>,
        index: u32,
        article: Article,
    ) -> Call<'c, C, UpdateDraft> {
        Call::new(self.0, UpdateDraft::new(media_id, index, article))
    }

    /// Deletes a draft; see [`DeleteDraft`].
    pub fn delete(&self, media_id: impl Into<MediaId>) -> Call<'c, C, DeleteDraft> {
        Call::new(self.0, DeleteDraft::new(media_id))
    }

    /// How many drafts there are; see [`CountDrafts`].
    pub fn count(&self) -> Call<'c, C, CountDrafts> {
        Call::new(self.0, CountDrafts::new())
    }

    /// A page of the drafts; see [`GetDrafts`].
    pub fn list(&self, offset: u64, count: u32) -> Call<'c, C, GetDrafts> {
        Call::new(self.0, GetDrafts::new(offset, count))
    }
}
