//! Material that guides can send (素材管理).

use crate::guide::GuidesHandle;
use weixin_api::{Timestamp, endpoint};
use weixin_protocol::{AppId, MediaId};

weixin_api::integer_id! {
    /// A picture of a card, as the platform stores it (master_id, slave_id).
    GuidePictureId(i64)
}

/// Adds a card of a Mini Program that guides can send.
///
/// Fails with 9300817 when there are too many cards, with 9300819 when the picture is unknown, with
/// 9300821 when the Mini Program is not allowed.
#[endpoint(POST "/cgi-bin/guide/setguidecardmaterial", title = "添加小程序卡片素材",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/model-account/shopping-guide.setGuideCardMaterial.html",
    scope(official), call = guides.add_card)]
pub struct AddGuideCard {
    /// Whose material it is; always 0, the account's.
    #[serde(rename = "type", default)]
    pub kind: u32,
    /// The Mini Program, which must be linked to the account.
    pub appid: AppId,
    /// The title of the card.
    pub title: String,
    /// The page that the card opens.
    pub path: String,
    /// The picture of the card, uploaded as temporary media.
    pub media_id: MediaId,
}

/// Returns the cards that guides can send.
#[endpoint(POST "/cgi-bin/guide/getguidecardmaterial", title = "查询小程序卡片素材",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/model-account/shopping-guide.getGuideCardMaterial.html",
    scope(official), retry = safe, reply = GuideCards, call = guides.cards)]
pub struct GetGuideCards {
    /// Whose material it is; always 0, the account's.
    #[serde(rename = "type", default)]
    pub kind: u32,
}

/// The cards that guides can send.
#[endpoint(part, reply_to(GetGuideCards))]
pub struct GuideCards {
    /// The cards.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub card_list: Vec<GuideCard>,
}

/// A card of a Mini Program that guides can send.
#[endpoint(part)]
pub struct GuideCard {
    /// The Mini Program, which must be linked to the account.
    pub appid: AppId,
    /// The title of the card.
    pub title: String,
    /// The page that the card opens.
    pub path: String,
    /// The address of the picture.
    pub picurl: Option<String>,
    /// The picture of the card as the platform stores it.
    pub master_id: Option<GuidePictureId>,
    /// Another picture of the card as the platform stores it; its use is not documented.
    pub slave_id: Option<GuidePictureId>,
}

/// Removes a card that guides can send.
#[endpoint(POST "/cgi-bin/guide/delguidecardmaterial", title = "删除小程序卡片素材",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/model-account/shopping-guide.delGuideCardMaterial.html",
    scope(official), retry = safe, call = guides.delete_card)]
pub struct DeleteGuideCard {
    /// Whose material it is; always 0, the account's.
    #[serde(rename = "type", default)]
    pub kind: u32,
    /// The Mini Program, which must be linked to the account.
    pub appid: AppId,
    /// The title of the card.
    pub title: String,
    /// The page that the card opens.
    pub path: String,
}

/// Adds a picture that guides can send.
///
/// Fails with 9300818 when there are too many pictures, with 9300819 when the picture is unknown.
#[endpoint(POST "/cgi-bin/guide/setguideimagematerial", title = "添加图片素材",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/model-account/shopping-guide.setGuideImageMaterial.html",
    scope(official), call = guides.add_image)]
pub struct AddGuideImage {
    /// Whose material it is; always 0, the account's.
    #[serde(rename = "type", default)]
    pub kind: u32,
    /// The picture, uploaded as temporary media.
    pub media_id: MediaId,
}

/// Returns the pictures that guides can send.
#[endpoint(POST "/cgi-bin/guide/getguideimagematerial", title = "查询图片素材",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/model-account/shopping-guide.getGuideImageMaterial.html",
    scope(official), retry = safe, reply = GuideImages, call = guides.images)]
pub struct GetGuideImages {
    /// Whose material it is; always 0, the account's.
    #[serde(rename = "type", default)]
    pub kind: u32,
    /// How many entries to skip.
    pub start: u32,
    /// How many to return.
    pub num: u32,
}

/// Pictures that guides can send.
#[endpoint(part, reply_to(GetGuideImages))]
pub struct GuideImages {
    /// The pictures.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub model_list: Vec<GuideImage>,
    /// How many there are in all.
    pub total_num: Option<u64>,
}

/// A picture that guides can send.
#[endpoint(part)]
pub struct GuideImage {
    /// The address of the picture.
    pub picurl: String,
}

/// Removes a picture that guides can send.
#[endpoint(POST "/cgi-bin/guide/delguideimagematerial", title = "删除图片素材",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/model-account/shopping-guide.delGuideImageMaterial.html",
    scope(official), retry = safe, call = guides.delete_image)]
pub struct DeleteGuideImage {
    /// Whose material it is; always 0, the account's.
    #[serde(rename = "type", default)]
    pub kind: u32,
    /// The address of the picture.
    pub picurl: String,
}

/// Adds a text that guides can send.
///
/// Fails with 9300816 when there are too many texts.
#[endpoint(POST "/cgi-bin/guide/setguidewordmaterial", title = "添加文字素材",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/model-account/shopping-guide.setGuideWordMaterial.html",
    scope(official), call = guides.add_text)]
pub struct AddGuideText {
    /// Whose material it is; always 0, the account's.
    #[serde(rename = "type", default)]
    pub kind: u32,
    /// The text, up to 300 characters.
    pub word: String,
}

/// Returns the texts that guides can send.
#[endpoint(POST "/cgi-bin/guide/getguidewordmaterial", title = "查询文字素材",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/model-account/shopping-guide.getGuideWordMaterial.html",
    scope(official), retry = safe, reply = GuideTexts, call = guides.texts)]
pub struct GetGuideTexts {
    /// Whose material it is; always 0, the account's.
    #[serde(rename = "type", default)]
    pub kind: u32,
    /// How many entries to skip.
    pub start: u32,
    /// How many to return.
    pub num: u32,
}

/// Texts that guides can send.
#[endpoint(part, reply_to(GetGuideTexts))]
pub struct GuideTexts {
    /// The texts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub word_list: Vec<GuideText>,
    /// How many there are in all.
    pub total_num: Option<u64>,
}

/// A text that guides can send.
#[endpoint(part)]
pub struct GuideText {
    /// The text, up to 300 characters.
    pub word: String,
    /// When the text was added.
    pub create_time: Option<Timestamp>,
}

/// Removes a text that guides can send.
#[endpoint(POST "/cgi-bin/guide/delguidewordmaterial", title = "删除文字素材",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/model-account/shopping-guide.delGuideWordMaterial.html",
    scope(official), retry = safe, call = guides.delete_text)]
pub struct DeleteGuideText {
    /// Whose material it is; always 0, the account's.
    #[serde(rename = "type", default)]
    pub kind: u32,
    /// The text, up to 300 characters.
    pub word: String,
}
