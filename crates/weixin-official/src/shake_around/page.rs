//! Pages that people find by shaking (页面管理).

use serde::{Deserialize, Serialize};
use weixin_api::{FilePart, Paged, codes, endpoint};

/// Makes a page that people find by shaking. `POST /shakearound/page/add`
#[endpoint(POST "/shakearound/page/add", title = "新增页面",
    doc = "https://developers.weixin.qq.com/doc/service/en/Shake_Nearby/Pages_management/Page_management.html",
    scope(official), reply = AddedShakePage)]
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
#[endpoint(part)]
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

/// Changes a page that people find by shaking. `POST /shakearound/page/update`
#[endpoint(POST "/shakearound/page/update", title = "编辑页面信息",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shake_Nearby/Pages_management/Edit_page_information.html",
    scope(official), retry = safe, reply = AddedShakePage)]
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

/// Gives pages that people find by shaking. `POST /shakearound/page/search`
#[endpoint(POST "/shakearound/page/search", title = "查询页面列表",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shake_Nearby/Pages_management/Query_page_list.html",
    scope(official), retry = safe, reply = FoundShakePages)]
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

codes! {
    /// Which pages are asked for.
    pub enum ShakePageQuery {
        /// Certain ones.
        ByNumber = 1,
        /// All.
        All = 2,
    }
}

/// Pages that people find by shaking.
#[endpoint(part)]
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
    fn turn(self, found: FoundShakePages) -> (Vec<ShakePage>, Option<Self>) {
        let pages = found.data.pages;
        let more = self.kind == ShakePageQuery::All && !pages.is_empty();
        let begin = self.begin.unwrap_or_default();
        let next = begin.saturating_add(u32::try_from(pages.len()).unwrap_or(u32::MAX));
        (pages, more.then(|| self.begin(next)))
    }
}

/// Deletes a page that no beacon has. `POST /shakearound/page/delete`
#[endpoint(POST "/shakearound/page/delete", title = "删除页面",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shake_Nearby/Pages_management/Delete_page.html",
    scope(official), retry = safe)]
pub struct DeleteShakePage {
    /// The page.
    pub page_id: u64,
}

/// Uploads a picture for a page. `POST /shakearound/material/add`
#[endpoint(POST "/shakearound/material/add", title = "上传图片素材",
    scope(official), retry = safe, reply = UploadedShakePicture)]
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
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum ShakePictureKind {
    /// A page.
    Icon,
    /// The papers of an application.
    License,
    /// Something this version does not know.
    #[serde(untagged)]
    Other(String),
}

/// A picture that was uploaded.
#[endpoint(part)]
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
