//! Permanent material (永久素材): files that stay until they are deleted. `/cgi-bin/material/*`

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
    materials: [AddMaterial, GetMaterial, DeleteMaterial, CountMaterials, GetMaterials, UploadArticleImage, UploadArticles, AddNews, UpdateNews]
}

/// Uploads a file that stays.
///
/// An account has 100,000 pictures and 1,000 files of every other kind. Sizes are those of
/// [`UploadMedia`](crate::media::UploadMedia). A video needs a description.
#[endpoint(POST "/cgi-bin/material/add_material", title = "新增其他类型永久素材",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Asset_Management/Adding_Permanent_Assets.html",
    scope(official), no_errcode, reply = AddedMaterial, call = "wx.materials().add(media)")]
pub struct AddMaterial {
    /// What the file is.
    #[query]
    #[serde(rename = "type")]
    pub kind: MediaKind,
    /// The file.
    #[part]
    pub media: FilePart,
    /// What a video shows.
    #[part]
    pub description: Option<VideoDescription>,
}

/// What a video shows.
#[endpoint(part)]
pub struct VideoDescription {
    /// The title.
    pub title: String,
    /// A few words about it.
    pub introduction: String,
}

/// A file that stays.
#[endpoint(part, reply_to(AddMaterial, AddNews))]
pub struct AddedMaterial {
    /// Its name.
    pub media_id: MediaId,
    /// The address of a picture, for articles of the account.
    pub url: Option<String>,
}

/// Downloads a file that stays.
///
/// Of a video only a description is answered, of articles (图文) their content.
#[endpoint(POST "/cgi-bin/material/get_material", title = "获取永久素材",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Asset_Management/Getting_Permanent_Assets.html",
    scope(official), retry = safe, no_errcode, reply = FileOr<DescribedMaterial>, call = materials.get)]
pub struct GetMaterial {
    /// The file.
    pub media_id: MediaId,
}

/// What is answered of a file that is not answered itself.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Describe)]
#[serde(untagged)]
#[non_exhaustive]
pub enum DescribedMaterial {
    /// Articles.
    News(NewsItems),
    /// A video.
    Video(VideoMaterial),
}

/// A video that stays.
#[endpoint(part)]
pub struct VideoMaterial {
    /// The title.
    pub title: String,
    /// A few words about it.
    pub description: String,
    /// Where it can be downloaded.
    pub down_url: String,
}

/// Deletes a file.
#[endpoint(POST "/cgi-bin/material/del_material", title = "删除永久素材",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Asset_Management/Deleting_Permanent_Assets.html",
    scope(official), retry = safe, call = materials.delete)]
pub struct DeleteMaterial {
    /// The file.
    pub media_id: MediaId,
}

/// Says how many files there are.
#[endpoint(GET "/cgi-bin/material/get_materialcount", title = "获取素材总数",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Asset_Management/Get_the_total_of_all_materials.html",
    scope(official), no_errcode, reply = MaterialCount, call = materials.count)]
pub struct CountMaterials {}

/// How many files there are.
#[endpoint(part, reply_to(CountMaterials))]
pub struct MaterialCount {
    /// Voice recordings.
    pub voice_count: u64,
    /// Videos.
    pub video_count: u64,
    /// Pictures.
    pub image_count: u64,
    /// Articles.
    pub news_count: u64,
}

/// Gives a page of the files of a kind.
#[endpoint(POST "/cgi-bin/material/batchget_material", title = "获取素材列表",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Asset_Management/Get_materials_list.html",
    scope(official), retry = safe, no_errcode, reply = Materials, call = materials.list)]
pub struct GetMaterials {
    /// The kind.
    #[serde(rename = "type")]
    pub kind: MaterialKind,
    /// Where to begin, from 0.
    pub offset: u64,
    /// How many: 1 to 20.
    pub count: u32,
}

/// What a permanent file is.
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
    /// Articles.
    News,
    /// A value that this version does not know.
    Other(String),
}

/// A page of the files of a kind.
#[endpoint(part, reply_to(GetMaterials))]
pub struct Materials {
    /// How many there are of the kind.
    pub total_count: u64,
    /// How many are on this page.
    pub item_count: u64,
    /// The page.
    #[serde(default)]
    pub item: Vec<Material>,
}

/// A file that stays.
#[endpoint(part)]
pub struct Material {
    /// Its name.
    pub media_id: MediaId,
    /// What it was called when it was uploaded.
    pub name: Option<String>,
    /// The address of a picture.
    pub url: Option<String>,
    /// The content, if these are articles.
    pub content: Option<NewsItems>,
    /// When it was last changed.
    pub update_time: Timestamp,
}

/// Uploads a picture for the text of an article: JPEG or PNG, up to 1 MB.
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
    /// Its address.
    pub url: String,
}

/// Uploads articles to be sent to many; drafts do the same and stay.
#[endpoint(POST "/cgi-bin/media/uploadnews", title = "上传图文消息素材",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Batch_Sends_and_Originality_Checks.html#1",
    scope(official), no_errcode, reply = UploadedMedia, call = materials.upload_articles)]
pub struct UploadArticles {
    /// 1 to 8 articles.
    pub articles: Vec<Article>,
}

/// Keeps articles as permanent material.
///
/// The platform closed it in 2022 in favour of [`AddDraft`](crate::draft::AddDraft).
#[endpoint(POST "/cgi-bin/material/add_news", title = "新增永久图文素材",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Asset_Management/Adding_Permanent_Assets.html",
    scope(official), no_errcode, reply = AddedMaterial)]
pub struct AddNews {
    /// 1 to 8 articles.
    pub articles: Vec<Article>,
}

/// Replaces one article of permanent material.
///
/// The platform closed it in 2022 in favour of [`UpdateDraft`](crate::draft::UpdateDraft).
#[endpoint(POST "/cgi-bin/material/update_news", title = "修改永久图文素材",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Asset_Management/Editing_Permanent_Rich_Media_Assets.html",
    scope(official), retry = safe)]
pub struct UpdateNews {
    /// The material.
    pub media_id: MediaId,
    /// Which article, from 0.
    pub index: u32,
    /// What is to stand there.
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
