//! Files that stay, in the form before WeCom (永久素材). `/cgi-bin/material/*`
//!
//! The platform no longer documents these endpoints; what is uploaded by
//! [`media`](crate::media) lives three days.

use weixin_api::{AgentId, Call, Caller, FileOr, FilePart, StringEnum, Timestamp, endpoint, group};
use weixin_protocol::MediaId;

use crate::media::MediaKind;

group! {
    /// Files that stay, in the older form (永久素材).
    materials: [
        AddArticles, AddMaterial, UpdateArticles, GetMaterial, DeleteMaterial, CountMaterials,
        GetMaterials,
    ]
}

/// Uploads a file that is kept until it is deleted.
///
/// # Examples
///
/// ```
/// # use weixin_api::FilePart;
/// # use weixin_api::{Caller, Error, kind::Work};
/// # use weixin_work::prelude::*;
/// # async fn example(wx: impl Caller<Kind = Work>) -> Result<(), Error> {
/// let kept = wx.materials().add(FilePart::path("logo.png")).await?;
/// wx.messages().send(SendMessage::image("zhangsan", kept.media_id)).await?;
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/material/add_material", title = "上传其他类型永久素材", scope(work),
    reply = AddedMaterial, call = "wx.materials().add(media)")]
pub struct AddMaterial {
    /// The app; that of the account if left out.
    #[query]
    #[account_default(agent)]
    pub agentid: Option<AgentId>,
    /// What the file is.
    #[query]
    #[serde(rename = "type")]
    pub kind: MediaKind,
    /// The file; limits are those of [`UploadMedia`](crate::media::UploadMedia).
    #[part]
    pub media: FilePart,
}

/// The id of kept material.
#[endpoint(part, reply_to(AddMaterial, AddArticles))]
pub struct AddedMaterial {
    /// The new material; it does not expire.
    pub media_id: MediaId,
}

/// Adds articles that are kept until they are deleted.
#[endpoint(POST "/cgi-bin/material/add_mpnews", title = "上传永久图文素材", scope(work),
    reply = AddedMaterial, call = materials.add_articles)]
pub struct AddArticles {
    /// The app; that of the account if left out.
    #[account_default(agent)]
    pub agentid: Option<AgentId>,
    /// The articles (图文消息).
    pub mpnews: Articles,
}

/// A set of articles that is sent as one message.
#[endpoint(part)]
pub struct Articles {
    /// The articles: 1 to 10.
    #[serde(default)]
    pub articles: Vec<Article>,
}

/// An article.
#[endpoint(part)]
pub struct Article {
    /// The title, up to 128 bytes.
    pub title: String,
    /// The cover picture, an uploaded file.
    pub thumb_media_id: MediaId,
    /// The author, up to 64 bytes.
    pub author: Option<String>,
    /// The page that "read the original" (阅读原文) opens.
    pub content_source_url: Option<String>,
    /// The text, as HTML, up to 666 KB.
    pub content: String,
    /// The summary shown on the card, up to 512 bytes.
    pub digest: Option<String>,
    /// Whether the cover picture is shown above the text as well.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub show_cover_pic: Option<bool>,
}

/// Replaces the articles of kept material.
#[endpoint(POST "/cgi-bin/material/update_mpnews", title = "修改永久图文素材", scope(work),
    retry = safe, call = materials.update_articles)]
pub struct UpdateArticles {
    /// The app; that of the account if left out.
    #[account_default(agent)]
    pub agentid: Option<AgentId>,
    /// The material to replace.
    pub media_id: MediaId,
    /// The new articles.
    pub mpnews: Articles,
}

/// Returns kept material: a file, or articles.
#[endpoint(GET "/cgi-bin/material/get", title = "获取永久素材", scope(work),
    reply = FileOr<KeptArticles>, call = materials.get)]
pub struct GetMaterial {
    /// The app; that of the account if left out.
    #[account_default(agent)]
    pub agentid: Option<AgentId>,
    /// The material to return.
    pub media_id: MediaId,
}

/// Articles that are kept.
#[endpoint(part)]
pub struct KeptArticles {
    /// Always [`MaterialKind::MpNews`].
    #[serde(rename = "type")]
    pub kind: Option<MaterialKind>,
    /// The articles (图文消息).
    pub mpnews: Option<Articles>,
}

/// Deletes kept material.
#[endpoint(GET "/cgi-bin/material/del", title = "删除永久素材", scope(work), call = materials.delete)]
pub struct DeleteMaterial {
    /// The app; that of the account if left out.
    #[account_default(agent)]
    pub agentid: Option<AgentId>,
    /// The material to delete.
    pub media_id: MediaId,
}

/// Returns how much material is kept, by kind.
#[endpoint(GET "/cgi-bin/material/get_count", title = "获取素材总数", scope(work),
    reply = MaterialCounts, call = materials.count)]
pub struct CountMaterials {
    /// The app; that of the account if left out.
    #[account_default(agent)]
    pub agentid: Option<AgentId>,
}

/// How much material is kept, by kind.
#[endpoint(part, reply_to(CountMaterials))]
pub struct MaterialCounts {
    /// Number of all material.
    pub total_count: Option<u64>,
    /// Number of pictures.
    pub image_count: Option<u64>,
    /// Number of voice recordings.
    pub voice_count: Option<u64>,
    /// Number of videos.
    pub video_count: Option<u64>,
    /// Number of files.
    pub file_count: Option<u64>,
    /// Number of sets of articles.
    pub mpnews_count: Option<u64>,
}

/// Returns kept material of one kind, a page at a time.
#[endpoint(POST "/cgi-bin/material/batchget", title = "获取素材列表", scope(work),
    retry = safe, reply = Materials, call = materials.list)]
pub struct GetMaterials {
    /// The app; that of the account if left out.
    #[account_default(agent)]
    pub agentid: Option<AgentId>,
    /// The kind to list.
    #[serde(rename = "type")]
    pub kind: MaterialKind,
    /// How many to skip.
    pub offset: u64,
    /// How many at most: up to 50.
    pub count: u32,
}

/// The kind of kept material.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[string_enum(rename_all = "lowercase")]
#[non_exhaustive]
pub enum MaterialKind {
    /// Articles (图文消息).
    MpNews,
    /// A picture.
    Image,
    /// A voice recording.
    Voice,
    /// A video.
    Video,
    /// Any other file.
    File,
    /// A value that this version does not know.
    Other(String),
}

/// A page of kept material.
#[endpoint(part, reply_to(GetMaterials))]
pub struct Materials {
    /// The kind that was asked for.
    #[serde(rename = "type")]
    pub kind: Option<MaterialKind>,
    /// How many there are of this kind.
    pub total_count: Option<u64>,
    /// How many are on this page.
    pub item_count: Option<u64>,
    /// The material of this page.
    #[serde(default)]
    pub itemlist: Vec<Material>,
}

/// Kept material: a file or a set of articles.
#[endpoint(part)]
pub struct Material {
    /// Id of the material.
    pub media_id: MediaId,
    /// Name of the file; not for articles.
    pub filename: Option<String>,
    /// The articles, for [`MaterialKind::MpNews`].
    pub content: Option<Articles>,
    /// When it was last changed.
    pub update_time: Option<Timestamp>,
}

impl weixin_api::Paged for GetMaterials {
    type Item = Material;
    fn split_page(self, page: Materials) -> (Vec<Material>, Option<Self>) {
        let seen = self.offset + page.itemlist.len() as u64;
        let more = !page.itemlist.is_empty() && page.total_count.is_some_and(|total| seen < total);
        (page.itemlist, more.then_some(Self { offset: seen, ..self }))
    }
}

impl<'c, C: Caller + ?Sized> MaterialsHandle<'c, C> {
    /// Uploads a file; see [`AddMaterial`].
    pub fn add(&self, media: FilePart) -> Call<'c, C, AddMaterial> {
        Call::new(self.caller, AddMaterial::new(media.kind(), media))
    }
}
