//! Permanent material (永久素材): files that stay until they are deleted. `/cgi-bin/material/*`

use weixin_api::{Call, Caller, Endpoint, EndpointInfo, FileOr, FilePart, On, endpoint};
use weixin_protocol::MediaId;

use crate::media::MediaKind;

/// The endpoints of this group.
pub const ENDPOINTS: &[&EndpointInfo] =
    &[AddMaterial::INFO, GetMaterial::INFO, DeleteMaterial::INFO];

/// Uploads a file that stays. `POST /cgi-bin/material/add_material`
///
/// An account has 100,000 pictures and 1,000 files of every other kind. Sizes are those of
/// [`UploadMedia`](crate::media::UploadMedia). A video needs a description.
#[endpoint(POST "/cgi-bin/material/add_material", title = "新增其他类型永久素材",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Asset_Management/Adding_Permanent_Assets.html",
    scope(official), bare, reply = AddedMaterial)]
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
#[endpoint(part)]
pub struct AddedMaterial {
    /// Its name.
    pub media_id: MediaId,
    /// The address of a picture, for articles of the account.
    pub url: Option<String>,
}

/// Downloads a file that stays. `POST /cgi-bin/material/get_material`
///
/// Of a video only a description is answered, of an article (图文) its content, which
/// `wx.call` reads.
#[endpoint(POST "/cgi-bin/material/get_material", title = "获取永久素材",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Asset_Management/Getting_Permanent_Assets.html",
    scope(official), retry = safe, bare, reply = FileOr<VideoMaterial>)]
pub struct GetMaterial {
    /// The file.
    pub media_id: MediaId,
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

/// Deletes a file. `POST /cgi-bin/material/del_material`
#[endpoint(POST "/cgi-bin/material/del_material", title = "删除永久素材",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Asset_Management/Deleting_Permanent_Assets.html",
    scope(official), retry = safe)]
pub struct DeleteMaterial {
    /// The file.
    pub media_id: MediaId,
}

/// The group as a client has it: `wx.materials()`.
#[derive(Debug)]
pub struct Materials<'c, C: ?Sized>(&'c C);

/// Gives a client `materials()`.
pub trait MaterialsApi: Caller {
    /// Permanent material (永久素材).
    fn materials(&self) -> Materials<'_, Self> {
        Materials(self)
    }
}

impl<C: Caller + ?Sized> MaterialsApi for C where AddMaterial: On<C::Kind> {}

impl<'c, C: Caller + ?Sized> Materials<'c, C> {
    /// Uploads a picture or a voice recording; its media type says which. See [`AddMaterial`].
    pub fn add(&self, media: FilePart) -> Call<'c, C, AddMaterial> {
        let kind = MediaKind::of(media.kind()).unwrap_or(MediaKind::Image);
        Call::new(self.0, AddMaterial::new(kind, media))
    }

    /// Uploads a video; see [`AddMaterial`].
    pub fn add_video(
        &self,
        media: FilePart,
        description: VideoDescription,
    ) -> Call<'c, C, AddMaterial> {
        let add = AddMaterial::new(MediaKind::Video, media).description(description);
        Call::new(self.0, add)
    }

    /// Downloads a file; see [`GetMaterial`].
    pub fn get(&self, media_id: impl Into<MediaId>) -> Call<'c, C, GetMaterial> {
        Call::new(self.0, GetMaterial::new(media_id))
    }

    /// Deletes a file; see [`DeleteMaterial`].
    pub fn delete(&self, media_id: impl Into<MediaId>) -> Call<'c, C, DeleteMaterial> {
        Call::new(self.0, DeleteMaterial::new(media_id))
    }
}
