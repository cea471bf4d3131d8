//! What guides can send (素材管理).

use weixin_api::{Call, Caller, Timestamp, endpoint};
use weixin_protocol::{AppId, MediaId};

use super::Guides;

/// Adds a card of a Mini Program to what guides can send.
/// `POST /cgi-bin/guide/setguidecardmaterial`
///
/// There are only so many cards (9300817).
#[endpoint(POST "/cgi-bin/guide/setguidecardmaterial", title = "添加小程序卡片素材",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/model-account/shopping-guide.setGuideCardMaterial.html",
    scope(official))]
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

/// Gives the cards that guides can send. `POST /cgi-bin/guide/getguidecardmaterial`
#[endpoint(POST "/cgi-bin/guide/getguidecardmaterial", title = "查询小程序卡片素材",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/model-account/shopping-guide.getGuideCardMaterial.html",
    scope(official), retry = safe, reply = GuideCards)]
pub struct GetGuideCards {
    /// Always 0: the account's.
    #[serde(rename = "type", default)]
    pub kind: u32,
}

/// The cards that guides can send.
#[endpoint(part)]
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

/// Removes a card from what guides can send. `POST /cgi-bin/guide/delguidecardmaterial`
#[endpoint(POST "/cgi-bin/guide/delguidecardmaterial", title = "删除小程序卡片素材",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/model-account/shopping-guide.delGuideCardMaterial.html",
    scope(official), retry = safe)]
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

/// Adds a picture to what guides can send. `POST /cgi-bin/guide/setguideimagematerial`
///
/// There are only so many pictures (9300818).
#[endpoint(POST "/cgi-bin/guide/setguideimagematerial", title = "添加图片素材",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/model-account/shopping-guide.setGuideImageMaterial.html",
    scope(official))]
pub struct AddGuideImage {
    /// Always 0: the account's.
    #[serde(rename = "type", default)]
    pub kind: u32,
    /// The picture, an uploaded file that lives three days.
    pub media_id: MediaId,
}

/// Gives the pictures that guides can send. `POST /cgi-bin/guide/getguideimagematerial`
#[endpoint(POST "/cgi-bin/guide/getguideimagematerial", title = "查询图片素材",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/model-account/shopping-guide.getGuideImageMaterial.html",
    scope(official), retry = safe, reply = GuideImages)]
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
#[endpoint(part)]
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

/// Removes a picture from what guides can send. `POST /cgi-bin/guide/delguideimagematerial`
#[endpoint(POST "/cgi-bin/guide/delguideimagematerial", title = "删除图片素材",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/model-account/shopping-guide.delGuideImageMaterial.html",
    scope(official), retry = safe)]
pub struct DeleteGuideImage {
    /// Always 0: the account's.
    #[serde(rename = "type", default)]
    pub kind: u32,
    /// Its address.
    pub picurl: String,
}

/// Adds a text to what guides can send. `POST /cgi-bin/guide/setguidewordmaterial`
///
/// There are only so many texts (9300816).
#[endpoint(POST "/cgi-bin/guide/setguidewordmaterial", title = "添加文字素材",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/model-account/shopping-guide.setGuideWordMaterial.html",
    scope(official))]
pub struct AddGuideText {
    /// Always 0: the account's.
    #[serde(rename = "type", default)]
    pub kind: u32,
    /// The text: up to 300 characters.
    pub word: String,
}

/// Gives the texts that guides can send. `POST /cgi-bin/guide/getguidewordmaterial`
#[endpoint(POST "/cgi-bin/guide/getguidewordmaterial", title = "查询文字素材",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/model-account/shopping-guide.getGuideWordMaterial.html",
    scope(official), retry = safe, reply = GuideTexts)]
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
#[endpoint(part)]
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

/// Removes a text from what guides can send. `POST /cgi-bin/guide/delguidewordmaterial`
#[endpoint(POST "/cgi-bin/guide/delguidewordmaterial", title = "删除文字素材",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Shopping_Guide/model-account/shopping-guide.delGuideWordMaterial.html",
    scope(official), retry = safe)]
pub struct DeleteGuideText {
    /// Always 0: the account's.
    #[serde(rename = "type", default)]
    pub kind: u32,
    /// The text.
    pub word: String,
}

impl<'c, C: Caller + ?Sized> Guides<'c, C> {
    /// Adds a card of a Mini Program to what guides can send; see [`AddGuideCard`].
    pub fn add_card(
        &self,
        appid: impl Into<AppId>,
        title: impl Into<String>,
        path: impl Into<String>,
        media_id: impl Into<MediaId>,
    ) -> Call<'c, C, AddGuideCard> {
        Call::new(self.0, AddGuideCard::new(appid, title, path, media_id))
    }

    /// Gives the cards that guides can send; see [`GetGuideCards`].
    pub fn cards(&self) -> Call<'c, C, GetGuideCards> {
        Call::new(self.0, GetGuideCards::new())
    }

    /// Removes a card from what guides can send; see [`DeleteGuideCard`].
    pub fn delete_card(
        &self,
        appid: impl Into<AppId>,
        title: impl Into<String>,
        path: impl Into<String>,
    ) -> Call<'c, C, DeleteGuideCard> {
        Call::new(self.0, DeleteGuideCard::new(appid, title, path))
    }

    /// Adds a picture to what guides can send; see [`AddGuideImage`].
    pub fn add_image(&self, media_id: impl Into<MediaId>) -> Call<'c, C, AddGuideImage> {
        Call::new(self.0, AddGuideImage::new(media_id))
    }

    /// Gives the pictures that guides can send; see [`GetGuideImages`].
    pub fn images(&self, start: u32, num: u32) -> Call<'c, C, GetGuideImages> {
        Call::new(self.0, GetGuideImages::new(start, num))
    }

    /// Removes a picture from what guides can send; see [`DeleteGuideImage`].
    pub fn delete_image(&self, picurl: impl Into<String>) -> Call<'c, C, DeleteGuideImage> {
        Call::new(self.0, DeleteGuideImage::new(picurl))
    }

    /// Adds a text to what guides can send; see [`AddGuideText`].
    pub fn add_text(&self, word: impl Into<String>) -> Call<'c, C, AddGuideText> {
        Call::new(self.0, AddGuideText::new(word))
    }

    /// Gives the texts that guides can send; see [`GetGuideTexts`].
    pub fn texts(&self, start: u32, num: u32) -> Call<'c, C, GetGuideTexts> {
        Call::new(self.0, GetGuideTexts::new(start, num))
    }

    /// Removes a text from what guides can send; see [`DeleteGuideText`].
    pub fn delete_text(&self, word: impl Into<String>) -> Call<'c, C, DeleteGuideText> {
        Call::new(self.0, DeleteGuideText::new(word))
    }
}
