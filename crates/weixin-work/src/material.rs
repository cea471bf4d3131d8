//! Files that stay, in the form before WeCom (永久素材). `/cgi-bin/material/*`
//!
//! The platform no longer documents these endpoints; what is uploaded by
//! [`media`](crate::media) lives three days.

use weixin_api::{AgentId, Call, Caller, FileOr, FilePart, Timestamp, endpoint, group};
use weixin_protocol::MediaId;

use crate::media::MediaKind;

group! {
    /// Files that stay, in the older form (永久素材).
    materials: [AddArticles, AddMaterial, UpdateArticles, GetMaterial, DeleteMaterial, CountMaterials, GetMaterials]
}

/// Uploads a file that stays.
#[endpoint(POST "/cgi-bin/material/add_material", title = "上传其他类型永久素材", scope(work),
    reply = AddedMaterial, call = "wx.materials().add(media)")]
pub struct AddMaterial {
    /// The app; the account's own if left out.
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

/// Something that stays.
#[endpoint(part, reply_to(AddMaterial, AddArticles))]
pub struct AddedMaterial {
    /// Its name.
    pub media_id: MediaId,
}

/// Keeps articles.
#[endpoint(POST "/cgi-bin/material/add_mpnews", title = "上传永久图文素材", scope(work),
    reply = AddedMaterial, call = materials.add_articles)]
pub struct AddArticles {
    /// The app; the account's own if left out.
    #[account_default(agent)]
    pub agentid: Option<AgentId>,
    /// The articles.
    pub mpnews: Articles,
}

/// Articles.
#[endpoint(part)]
pub struct Articles {
    /// 1 to 10 of them.
    #[serde(default)]
    pub articles: Vec<Article>,
}

/// An article.
#[endpoint(part)]
pub struct Article {
    /// The title.
    pub title: String,
    /// The picture.
    pub thumb_media_id: MediaId,
    /// The author.
    pub author: Option<String>,
    /// The page behind "read the original".
    pub content_source_url: Option<String>,
    /// The text, as HTML: up to 666 KB.
    pub content: String,
    /// The text of the card.
    pub digest: Option<String>,
    /// Whether the picture stands in the text as well.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub show_cover_pic: Option<bool>,
}

/// Replaces articles.
#[endpoint(POST "/cgi-bin/material/update_mpnews", title = "修改永久图文素材", scope(work),
    retry = safe, call = materials.update_articles)]
pub struct UpdateArticles {
    /// The app; the account's own if left out.
    #[account_default(agent)]
    pub agentid: Option<AgentId>,
    /// The material.
    pub media_id: MediaId,
    /// The articles.
    pub mpnews: Articles,
}

/// Gives what stays: a file, or articles.
#[endpoint(GET "/cgi-bin/material/get", title = "获取永久素材", scope(work),
    reply = FileOr<KeptArticles>, call = materials.get)]
pub struct GetMaterial {
    /// The app; the account's own if left out.
    #[account_default(agent)]
    pub agentid: Option<AgentId>,
    /// The material.
    pub media_id: MediaId,
}

/// Articles that are kept.
#[endpoint(part)]
pub struct KeptArticles {
    /// Always `mpnews`.
    #[serde(rename = "type")]
    pub kind: Option<String>,
    /// The articles.
    pub mpnews: Option<Articles>,
}

/// Deletes what stays.
#[endpoint(GET "/cgi-bin/material/del", title = "删除永久素材", scope(work), call = materials.delete)]
pub struct DeleteMaterial {
    /// The app; the account's own if left out.
    #[account_default(agent)]
    pub agentid: Option<AgentId>,
    /// The material.
    pub media_id: MediaId,
}

/// Says how much stays.
#[endpoint(GET "/cgi-bin/material/get_count", title = "获取素材总数", scope(work),
    reply = MaterialCounts, call = materials.count)]
pub struct CountMaterials {
    /// The app; the account's own if left out.
    #[account_default(agent)]
    pub agentid: Option<AgentId>,
}

/// How much stays.
#[endpoint(part, reply_to(CountMaterials))]
pub struct MaterialCounts {
    /// In all.
    pub total_count: Option<u64>,
    /// Pictures.
    pub image_count: Option<u64>,
    /// Voice recordings.
    pub voice_count: Option<u64>,
    /// Videos.
    pub video_count: Option<u64>,
    /// Files.
    pub file_count: Option<u64>,
    /// Articles.
    pub mpnews_count: Option<u64>,
}

/// Lists what stays of a kind.
#[endpoint(POST "/cgi-bin/material/batchget", title = "获取素材列表", scope(work),
    retry = safe, reply = Materials, call = materials.list)]
pub struct GetMaterials {
    /// The app; the account's own if left out.
    #[account_default(agent)]
    pub agentid: Option<AgentId>,
    /// `mpnews`, `image`, `voice`, `video` or `file`.
    #[serde(rename = "type")]
    pub kind: String,
    /// How many are skipped.
    pub offset: u64,
    /// How many: up to 50.
    pub count: u32,
}

/// A page of what stays.
#[endpoint(part, reply_to(GetMaterials))]
pub struct Materials {
    /// What it is.
    #[serde(rename = "type")]
    pub kind: Option<String>,
    /// How many there are.
    pub total_count: Option<u64>,
    /// How many this page has.
    pub item_count: Option<u64>,
    /// The page.
    #[serde(default)]
    pub itemlist: Vec<Material>,
}

/// Something that stays.
#[endpoint(part)]
pub struct Material {
    /// Its name.
    pub media_id: MediaId,
    /// What a file is called.
    pub filename: Option<String>,
    /// Articles.
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
