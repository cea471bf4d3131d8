//! What guides can send (素材管理).

use crate::guide::GuidesHandle;
use weixin_api::{Timestamp, endpoint};
use weixin_protocol::{AppId, MediaId};

/// Adds a card of a Mini Program to what guides can send.
///
/// There are only so many cards (9300817).
#[endpoint(POST "/cgi-bin/guide/setguidecardmaterial", title = "添加小程序卡片素材",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/model-account/shopping-guide.setGuideCardMaterial.html",
    scope(official), call = guides.add_card)]
pub struct AddGuideCard {
    /// Always 0: the account's.
    #[serde(rename = "type", default)]
    pub kind: u32,
    /// The Mini Program, linked to the account.
    pub appid: AppId,
    /// The title of the card.
    pub title: String,
    /// The page.
    pub path: String,
    /// Its picture, an uploaded file that lives three days.
    pub media_id: MediaId,
}

/// Gives the cards that guides can send.
#[endpoint(POST "/cgi-bin/guide/getguidecardmaterial", title = "查询小程序卡片素材",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/model-account/shopping-guide.getGuideCardMaterial.html",
    scope(official), retry = safe, reply = GuideCards, call = guides.cards)]
pub struct GetGuideCards {
    /// Always 0: the account's.
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

/// A card of a Mini Program.
#[endpoint(part)]
pub struct GuideCard {
    /// The Mini Program.
    pub appid: AppId,
    /// The title.
    pub title: String,
    /// The page.
    pub path: String,
    /// The address of the picture.
    pub picurl: Option<String>,
    /// The number of the picture.
    pub master_id: Option<i64>,
    /// The number of the picture.
    pub slave_id: Option<i64>,
}

/// Removes a card from what guides can send.
#[endpoint(POST "/cgi-bin/guide/delguidecardmaterial", title = "删除小程序卡片素材",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/model-account/shopping-guide.delGuideCardMaterial.html",
    scope(official), retry = safe, call = guides.delete_card)]
pub struct DeleteGuideCard {
    /// Always 0: the account's.
    #[serde(rename = "type", default)]
    pub kind: u32,
    /// The Mini Program, linked to the account.
    pub appid: AppId,
    /// The title of the card.
    pub title: String,
    /// The page.
    pub path: String,
}

/// Adds a picture to what guides can send.
///
/// There are only so many pictures (9300818).
#[endpoint(POST "/cgi-bin/guide/setguideimagematerial", title = "添加图片素材",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/model-account/shopping-guide.setGuideImageMaterial.html",
    scope(official), call = guides.add_image)]
pub struct AddGuideImage {
    /// Always 0: the account's.
    #[serde(rename = "type", default)]
    pub kind: u32,
    /// The picture, an uploaded file that lives three days.
    pub media_id: MediaId,
}

/// Gives the pictures that guides can send.
#[endpoint(POST "/cgi-bin/guide/getguideimagematerial", title = "查询图片素材",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/model-account/shopping-guide.getGuideImageMaterial.html",
    scope(official), retry = safe, reply = GuideImages, call = guides.images)]
pub struct GetGuideImages {
    /// Always 0: the account's.
    #[serde(rename = "type", default)]
    pub kind: u32,
    /// Where to begin, from 0.
    pub start: u32,
    /// How many.
    pub num: u32,
}

/// Pictures that guides can send.
#[endpoint(part, reply_to(GetGuideImages))]
pub struct GuideImages {
    /// The pictures.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub model_list: Vec<GuideImage>,
    /// How many there are.
    pub total_num: Option<u64>,
}

/// A picture that guides can send.
#[endpoint(part)]
pub struct GuideImage {
    /// Its address.
    pub picurl: String,
}

/// Removes a picture from what guides can send.
#[endpoint(POST "/cgi-bin/guide/delguideimagematerial", title = "删除图片素材",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/model-account/shopping-guide.delGuideImageMaterial.html",
    scope(official), retry = safe, call = guides.delete_image)]
pub struct DeleteGuideImage {
    /// Always 0: the account's.
    #[serde(rename = "type", default)]
    pub kind: u32,
    /// Its address.
    pub picurl: String,
}

/// Adds a text to what guides can send.
///
/// There are only so many texts (9300816).
#[endpoint(POST "/cgi-bin/guide/setguidewordmaterial", title = "添加文字素材",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/model-account/shopping-guide.setGuideWordMaterial.html",
    scope(official), call = guides.add_text)]
pub struct AddGuideText {
    /// Always 0: the account's.
    #[serde(rename = "type", default)]
    pub kind: u32,
    /// The text: up to 300 characters.
    pub word: String,
}

/// Gives the texts that guides can send.
#[endpoint(POST "/cgi-bin/guide/getguidewordmaterial", title = "查询文字素材",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/model-account/shopping-guide.getGuideWordMaterial.html",
    scope(official), retry = safe, reply = GuideTexts, call = guides.texts)]
pub struct GetGuideTexts {
    /// Always 0: the account's.
    #[serde(rename = "type", default)]
    pub kind: u32,
    /// Where to begin, from 0.
    pub start: u32,
    /// How many.
    pub num: u32,
}

/// Texts that guides can send.
#[endpoint(part, reply_to(GetGuideTexts))]
pub struct GuideTexts {
    /// The texts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub word_list: Vec<GuideText>,
    /// How many there are.
    pub total_num: Option<u64>,
}

/// A text that guides can send.
#[endpoint(part)]
pub struct GuideText {
    /// The text.
    pub word: String,
    /// When it was added.
    pub create_time: Option<Timestamp>,
}

/// Removes a text from what guides can send.
#[endpoint(POST "/cgi-bin/guide/delguidewordmaterial", title = "删除文字素材",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/model-account/shopping-guide.delGuideWordMaterial.html",
    scope(official), retry = safe, call = guides.delete_text)]
pub struct DeleteGuideText {
    /// Always 0: the account's.
    #[serde(rename = "type", default)]
    pub kind: u32,
    /// The text.
    pub word: String,
}
