//! Pages that people find by shaking (页面管理).

use crate::shake_around::ShakeAroundHandle;
use weixin_api::{FilePart, Paged, StringEnum, endpoint, int_enum};

/// Makes a page that people find by shaking.
#[endpoint(POST "/shakearound/page/add", title = "新增页面",
    doc = "https://developers.weixin.qq.com/doc/service/en/Shake_Nearby/Pages_management/Page_management.html",
    scope(official), reply = AddedShakePage, call = shake_around.add_page)]
pub struct AddShakePage {
    /// The title: up to 6 Chinese characters.
    pub title: String,
    /// The line below it: up to 7 Chinese characters.
    pub description: String,
    /// Where a tap leads.
    pub page_url: String,
    /// The address of the picture, as [`UploadShakePicture`] answers it.
    pub icon_url: String,
    /// A remark: up to 15 Chinese characters.
    pub comment: Option<String>,
}

/// A page that was made or changed.
#[endpoint(part, reply_to(AddShakePage, UpdateShakePage))]
pub struct AddedShakePage {
    /// The page.
    pub data: ShakePageId,
}

/// A page, by its number.
#[endpoint(part)]
pub struct ShakePageId {
    /// The number.
    pub page_id: Option<u64>,
}

/// Changes a page that people find by shaking.
#[endpoint(POST "/shakearound/page/update", title = "编辑页面信息",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shake_Nearby/Pages_management/Edit_page_information.html",
    scope(official), retry = safe, reply = AddedShakePage, call = shake_around.update_page)]
pub struct UpdateShakePage {
    /// The page.
    pub page_id: u64,
    /// The title: up to 6 Chinese characters.
    pub title: String,
    /// The line below it: up to 7 Chinese characters.
    pub description: String,
    /// Where a tap leads.
    pub page_url: String,
    /// The address of the picture, as [`UploadShakePicture`] answers it.
    pub icon_url: String,
    /// A remark: up to 15 Chinese characters.
    pub comment: Option<String>,
}

/// Gives pages that people find by shaking.
#[endpoint(POST "/shakearound/page/search", title = "查询页面列表",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shake_Nearby/Pages_management/Query_page_list.html",
    scope(official), retry = safe, reply = FoundShakePages, call = "wx.shake_around().shake_pages()")]
pub struct SearchShakePages {
    /// Which.
    #[serde(rename = "type")]
    pub kind: ShakePageQuery,
    /// Certain pages, for [`ShakePageQuery::ByNumber`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub page_ids: Vec<u64>,
    /// Where to begin, from 0, for [`ShakePageQuery::All`].
    pub begin: Option<u32>,
    /// How many: up to 50, for [`ShakePageQuery::All`].
    pub count: Option<u32>,
}

int_enum! {
    /// Which pages are asked for.
    pub enum ShakePageQuery {
        /// Certain ones.
        ByNumber = 1,
        /// All.
        All = 2,
    }
}

/// Pages that people find by shaking.
#[endpoint(part, reply_to(SearchShakePages))]
pub struct FoundShakePages {
    /// Some of them.
    pub data: ShakePagesPage,
}

/// Some of the pages that people find by shaking.
#[endpoint(part)]
pub struct ShakePagesPage {
    /// The pages.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pages: Vec<ShakePage>,
    /// How many there are.
    pub total_count: Option<u64>,
}

/// A page that people find by shaking.
#[endpoint(part)]
pub struct ShakePage {
    /// Its number.
    pub page_id: u64,
    /// The title.
    pub title: Option<String>,
    /// The line below it.
    pub description: Option<String>,
    /// Where a tap leads.
    pub page_url: Option<String>,
    /// The address of the picture.
    pub icon_url: Option<String>,
    /// The remark.
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
#[endpoint(POST "/shakearound/page/delete", title = "删除页面",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shake_Nearby/Pages_management/Delete_page.html",
    scope(official), retry = safe, call = shake_around.delete_page)]
pub struct DeleteShakePage {
    /// The page.
    pub page_id: u64,
}

/// Uploads a picture for a page.
#[endpoint(POST "/shakearound/material/add", title = "上传图片素材",
    scope(official), retry = safe, reply = UploadedShakePicture, call = shake_around.upload_picture)]
pub struct UploadShakePicture {
    /// What the picture is for; a page if left out.
    #[query]
    #[serde(rename = "type")]
    pub kind: Option<ShakePictureKind>,
    /// The picture: JPEG or PNG, for a page square, best 120 by 120, at most 200 by 200.
    #[part]
    pub media: FilePart,
}

/// What an uploaded picture is for.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[string_enum(rename_all = "lowercase")]
#[non_exhaustive]
pub enum ShakePictureKind {
    /// A page.
    Icon,
    /// The papers of an application.
    License,
    /// A value that this version does not know.
    Other(String),
}

/// A picture that was uploaded.
#[endpoint(part, reply_to(UploadShakePicture))]
pub struct UploadedShakePicture {
    /// The picture.
    pub data: ShakePicture,
}

/// A picture that was uploaded.
#[endpoint(part)]
pub struct ShakePicture {
    /// Its address.
    pub pic_url: String,
}
