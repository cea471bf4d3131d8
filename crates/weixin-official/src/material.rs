//! Permanent material (永久素材): files that are kept until they are deleted. `/cgi-bin/material/*`

use serde::{Deserialize, Serialize};
use weixin_api::{
    Call, Caller, Describe, FileOr, FilePart, StringEnum, Timestamp, endpoint, group,
};
use weixin_protocol::MediaId;

use crate::{
    draft::{Article, NewsItems},
    media::{MediaKind, UploadedMedia},
};

group! {
    /// Permanent material (永久素材).
    materials: [
        AddMaterial, GetMaterial, DeleteMaterial, CountMaterials, GetMaterials, UploadArticleImage,
        UploadArticles, AddNews, UpdateNews,
    ]
}

/// Uploads a file as permanent material (永久素材).
///
/// An account has up to 100,000 pictures and 1,000 files of every other kind. Sizes are those of
/// [`UploadMedia`](crate::media::UploadMedia). A video needs a description.
///
/// Fails with 40005 when the format is not allowed, with 45001 when the file is too large.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, FilePart, kind::Official};
/// # use weixin_official::prelude::*;
/// # async fn example(wx: impl Caller<Kind = Official>) -> Result<(), Error> {
/// let cover = wx.materials().add(FilePart::path("cover.jpg")).await?;
/// println!("{} at {}", cover.media_id, cover.url.unwrap_or_default());
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/material/add_material", title = "新增其他类型永久素材",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Asset_Management/Adding_Permanent_Assets.html",
    scope(official), no_errcode, reply = AddedMaterial, call = "wx.materials().add(media)")]
pub struct AddMaterial {
    /// The type of the file.
    #[query]
    #[serde(rename = "type")]
    pub kind: MediaKind,
    /// The file.
    #[part]
    pub media: FilePart,
    /// The title and introduction of a video; required for videos.
    #[part]
    pub description: Option<VideoDescription>,
}

/// The title and introduction of a video.
#[endpoint(part)]
pub struct VideoDescription {
    /// The title.
    pub title: String,
    /// The introduction below the title.
    pub introduction: String,
}

/// The reply to an uploaded material.
#[endpoint(part, reply_to(AddMaterial, AddNews))]
pub struct AddedMaterial {
    /// The id of the material.
    pub media_id: MediaId,
    /// The address of a picture, which works in the account's articles only. Missing for other
    /// kinds.
    pub url: Option<String>,
}

/// Downloads a permanent material.
///
/// For a video the reply is a description, for articles (图文) their content.
///
/// Fails with 40007 when there is no such material.
#[endpoint(POST "/cgi-bin/material/get_material", title = "获取永久素材",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Asset_Management/Getting_Permanent_Assets.html",
    scope(official), retry = safe, no_errcode, reply = FileOr<DescribedMaterial>, call = materials.get)]
pub struct GetMaterial {
    /// The material.
    pub media_id: MediaId,
}

/// The reply for a material that is described rather than downloaded.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Describe)]
#[serde(untagged)]
#[non_exhaustive]
pub enum DescribedMaterial {
    /// Articles, with their content.
    News(NewsItems),
    /// A video, with the address to download it from.
    Video(VideoMaterial),
}

/// A video kept as permanent material.
#[endpoint(part)]
pub struct VideoMaterial {
    /// The title.
    pub title: String,
    /// The introduction below the title.
    pub description: String,
    /// The address from which the video can be downloaded.
    pub down_url: String,
}

/// Deletes a permanent material.
///
/// Fails with 40007 when there is no such material, with 48005 when the menu or an automatic reply
/// uses it.
#[endpoint(POST "/cgi-bin/material/del_material", title = "删除永久素材",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Asset_Management/Deleting_Permanent_Assets.html",
    scope(official), retry = safe, call = materials.delete)]
pub struct DeleteMaterial {
    /// The material to delete.
    pub media_id: MediaId,
}

/// Returns how many permanent materials the account has, by kind.
#[endpoint(GET "/cgi-bin/material/get_materialcount", title = "获取素材总数",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Asset_Management/Get_the_total_of_all_materials.html",
    scope(official), no_errcode, reply = MaterialCount, call = materials.count)]
pub struct CountMaterials {}

/// The numbers of permanent materials.
#[endpoint(part, reply_to(CountMaterials))]
pub struct MaterialCount {
    /// How many voice recordings there are.
    pub voice_count: u64,
    /// How many videos there are.
    pub video_count: u64,
    /// How many pictures there are.
    pub image_count: u64,
    /// How many sets of articles there are.
    pub news_count: u64,
}

/// Returns a page of the permanent materials of one kind.
///
/// Fails with 40004 when the kind is unknown.
#[endpoint(POST "/cgi-bin/material/batchget_material", title = "获取素材列表",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Asset_Management/Get_materials_list.html",
    scope(official), retry = safe, no_errcode, reply = Materials, call = materials.list)]
pub struct GetMaterials {
    /// The kind to return.
    #[serde(rename = "type")]
    pub kind: MaterialKind,
    /// How many materials to skip.
    pub offset: u64,
    /// How many materials to return, 1 to 20.
    pub count: u32,
}

/// The kind of a permanent material.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[string_enum(rename_all = "lowercase")]
#[non_exhaustive]
pub enum MaterialKind {
    /// A picture.
    Image,
    /// A video.
    Video,
    /// A voice recording.
    Voice,
    /// Articles (图文).
    News,
    /// A value that this version does not know.
    Other(String),
}

/// A page of permanent materials.
#[endpoint(part, reply_to(GetMaterials))]
pub struct Materials {
    /// How many materials of this kind the account has.
    pub total_count: u64,
    /// How many materials are on this page.
    pub item_count: u64,
    /// The materials of this page.
    #[serde(default)]
    pub item: Vec<Material>,
}

/// A permanent material.
#[endpoint(part)]
pub struct Material {
    /// The id of the material.
    pub media_id: MediaId,
    /// The name of the uploaded file. Missing for articles.
    pub name: Option<String>,
    /// The address of a picture. Missing for other kinds.
    pub url: Option<String>,
    /// The articles. Only for [`MaterialKind::News`].
    pub content: Option<NewsItems>,
    /// When the material was last changed.
    pub update_time: Timestamp,
}

/// Uploads a picture for the text of an article: JPEG or PNG, up to 1 MB. It does not count as
/// material.
///
/// Fails with 40005 or 40137 when the picture is neither JPEG nor PNG, with 40009 when it is too
/// large.
#[endpoint(POST "/cgi-bin/media/uploadimg", title = "上传图文消息内的图片获取URL",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Asset_Management/Adding_Permanent_Assets.html",
    scope(official), retry = safe, no_errcode, reply = ArticleImage, call = materials.upload_article_image)]
pub struct UploadArticleImage {
    /// The picture.
    #[part]
    pub media: FilePart,
}

/// A picture for the text of an article.
#[endpoint(part, reply_to(UploadArticleImage))]
pub struct ArticleImage {
    /// The address of the picture, for articles and cards.
    pub url: String,
}

/// Uploads articles for a mass message. Drafts serve the same purpose and are kept.
#[endpoint(POST "/cgi-bin/media/uploadnews", title = "上传图文消息素材",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Batch_Sends_and_Originality_Checks.html#1",
    scope(official), no_errcode, reply = UploadedMedia, call = materials.upload_articles)]
pub struct UploadArticles {
    /// The articles, 1 to 8.
    pub articles: Vec<Article>,
}

/// Keeps articles as permanent material.
///
/// The platform closed this endpoint in 2022 in favor of [`AddDraft`](crate::draft::AddDraft).
#[endpoint(POST "/cgi-bin/material/add_news", title = "新增永久图文素材",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Asset_Management/Adding_Permanent_Assets.html",
    scope(official), no_errcode, reply = AddedMaterial)]
pub struct AddNews {
    /// The articles, 1 to 8.
    pub articles: Vec<Article>,
}

/// Replaces one article of a permanent material.
///
/// The platform closed this endpoint in 2022 in favor of
/// [`UpdateDraft`](crate::draft::UpdateDraft).
#[endpoint(POST "/cgi-bin/material/update_news", title = "修改永久图文素材",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Asset_Management/Editing_Permanent_Rich_Media_Assets.html",
    scope(official), retry = safe)]
pub struct UpdateNews {
    /// The material.
    pub media_id: MediaId,
    /// The position of the article in the set, from 0.
    pub index: u32,
    /// The article that takes its place, complete.
    pub articles: Article,
}

impl<'c, C: Caller + ?Sized> MaterialsHandle<'c, C> {
    /// Uploads a picture or a voice recording; its media type says which. See [`AddMaterial`].
    pub fn add(&self, media: FilePart) -> Call<'c, C, AddMaterial> {
        let kind = MediaKind::of(media.kind()).unwrap_or(MediaKind::Image);
        Call::new(self.caller, AddMaterial::new(kind, media))
    }

    /// Uploads a video; see [`AddMaterial`].
    pub fn add_video(
        &self,
        media: FilePart,
        description: VideoDescription,
    ) -> Call<'c, C, AddMaterial> {
        let add = AddMaterial::new(MediaKind::Video, media).description(description);
        Call::new(self.caller, add)
    }
}
