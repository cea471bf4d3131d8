//! Pages that users find by shaking (页面管理).

use crate::shake_around::ShakeAroundHandle;
use weixin_api::{FilePart, Paged, StringEnum, endpoint, int_enum};

weixin_api::integer_id! {
    /// A page that users find by shaking (页面, page_id).
    ShakePageId(u64)
}

/// Creates a page that users find by shaking (页面).
///
/// Fails with 9001027 when a field is wrong.
#[endpoint(POST "/shakearound/page/add", title = "新增页面",
    doc = "https://developers.weixin.qq.com/doc/service/en/Shake_Nearby/Pages_management/Page_management.html",
    scope(official), reply = AddedShakePage, call = shake_around.add_page)]
pub struct AddShakePage {
    /// The title, up to 6 Chinese characters.
    pub title: String,
    /// The text below the title, up to 7 Chinese characters.
    pub description: String,
    /// The page that a tap opens.
    pub page_url: String,
    /// The address of the picture, as [`UploadShakePicture`](super::UploadShakePicture) returned
    /// it.
    pub icon_url: String,
    /// A remark, up to 15 Chinese characters.
    pub comment: Option<String>,
}

/// The reply to a created or changed page.
#[endpoint(part, reply_to(AddShakePage, UpdateShakePage))]
pub struct AddedShakePage {
    /// The page.
    pub data: ShakePageRef,
}

/// A reference to a page.
#[endpoint(part)]
pub struct ShakePageRef {
    /// The page.
    pub page_id: Option<ShakePageId>,
}

/// Changes a page that users find by shaking.
///
/// Fails with 9001026 when there is no such page, with 9001027 when a field is wrong.
#[endpoint(POST "/shakearound/page/update", title = "编辑页面信息",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shake_Nearby/Pages_management/Edit_page_information.html",
    scope(official), retry = safe, reply = AddedShakePage, call = shake_around.update_page)]
pub struct UpdateShakePage {
    /// The page to change.
    pub page_id: ShakePageId,
    /// The title, up to 6 Chinese characters.
    pub title: String,
    /// The text below the title, up to 7 Chinese characters.
    pub description: String,
    /// The page that a tap opens.
    pub page_url: String,
    /// The address of the picture, as [`UploadShakePicture`](super::UploadShakePicture) returned
    /// it.
    pub icon_url: String,
    /// A remark, up to 15 Chinese characters.
    pub comment: Option<String>,
}

/// Returns pages that users find by shaking.
///
/// Fails with 9001030 when more than 50 are asked for.
#[endpoint(POST "/shakearound/page/search", title = "查询页面列表",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shake_Nearby/Pages_management/Query_page_list.html",
    scope(official), retry = safe, reply = FoundShakePages, call = "wx.shake_around().shake_pages()")]
pub struct SearchShakePages {
    /// Which pages to return.
    #[serde(rename = "type")]
    pub kind: ShakePageQuery,
    /// The pages, for [`ShakePageQuery::ByNumber`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub page_ids: Vec<ShakePageId>,
    /// How many pages to skip, for [`ShakePageQuery::All`].
    pub begin: Option<u32>,
    /// How many pages to return, at most 50, for [`ShakePageQuery::All`].
    pub count: Option<u32>,
}

int_enum! {
    /// Which pages to return.
    pub enum ShakePageQuery {
        /// Certain pages.
        ByNumber = 1,
        /// All pages.
        All = 2,
    }
}

/// The reply with pages.
#[endpoint(part, reply_to(SearchShakePages))]
pub struct FoundShakePages {
    /// The pages.
    pub data: ShakePagesPage,
}

/// Some of the pages that users find by shaking.
#[endpoint(part)]
pub struct ShakePagesPage {
    /// The pages.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pages: Vec<ShakePage>,
    /// How many there are in all.
    pub total_count: Option<u64>,
}

/// A page that users find by shaking.
#[endpoint(part)]
pub struct ShakePage {
    /// The id of the page.
    pub page_id: ShakePageId,
    /// The title, up to 6 Chinese characters.
    pub title: Option<String>,
    /// The text below the title, up to 7 Chinese characters.
    pub description: Option<String>,
    /// The page that a tap opens.
    pub page_url: Option<String>,
    /// The address of the picture, as [`UploadShakePicture`](super::UploadShakePicture) returned
    /// it.
    pub icon_url: Option<String>,
    /// A remark, up to 15 Chinese characters.
    pub comment: Option<String>,
}

impl Paged for SearchShakePages {
    type Item = ShakePage;
    fn split_page(self, found: FoundShakePages) -> (Vec<ShakePage>, Option<Self>) {
        let pages = found.data.pages;
        let more = self.kind == ShakePageQuery::All && !pages.is_empty();
        let begin = self.begin.unwrap_or_default();
        let next = begin.saturating_add(u32::try_from(pages.len()).unwrap_or(u32::MAX));
        (pages, more.then(|| self.begin(next)))
    }
}

/// Deletes a page that no beacon has.
///
/// Fails with 9001029 when a beacon has it, with 9001026 when there is no such page.
#[endpoint(POST "/shakearound/page/delete", title = "删除页面",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shake_Nearby/Pages_management/Delete_page.html",
    scope(official), retry = safe, call = shake_around.delete_page)]
pub struct DeleteShakePage {
    /// The page to delete.
    pub page_id: ShakePageId,
}

/// Uploads a picture for a page.
///
/// Fails with 9001007 when the file is missing, with 9001008 when its format is not allowed, with
/// 9001009 when it is too large.
#[endpoint(POST "/shakearound/material/add", title = "上传图片素材",
    scope(official), retry = safe, reply = UploadedShakePicture, call = shake_around.upload_picture)]
pub struct UploadShakePicture {
    /// What the picture is for. `None`: [`ShakePictureKind::Icon`].
    #[query]
    #[serde(rename = "type")]
    pub kind: Option<ShakePictureKind>,
    /// The picture: JPEG or PNG. For a page it is square, best 120 by 120 pixels, at most 200 by
    /// 200.
    #[part]
    pub media: FilePart,
}

/// What an uploaded picture is for.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[string_enum(rename_all = "lowercase")]
#[non_exhaustive]
pub enum ShakePictureKind {
    /// The picture of a page.
    Icon,
    /// A document of an application.
    License,
    /// A value that this version does not know.
    Other(String),
}

/// The reply to an uploaded picture.
#[endpoint(part, reply_to(UploadShakePicture))]
pub struct UploadedShakePicture {
    /// The picture.
    pub data: ShakePicture,
}

/// An uploaded picture.
#[endpoint(part)]
pub struct ShakePicture {
    /// The address of the picture.
    pub pic_url: String,
}
