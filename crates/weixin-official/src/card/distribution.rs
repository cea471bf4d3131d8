//! How users come by a card: QR codes, a page of cards, articles.

use crate::card::CardsHandle;
use weixin_api::{Call, Caller, StringEnum, endpoint};
use weixin_protocol::OpenId;

/// Makes a QR code by which a card, or up to five, can be taken.
#[endpoint(POST "/card/qrcode/create", title = "创建二维码投放",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Distributing_Coupons_Vouchers_and_Cards.html#0",
    scope(official), reply = CardQrCode, call = "wx.cards().create_qrcode(card)")]
pub struct CreateCardQrCode {
    /// `QR_CARD` for one card, `QR_MULTIPLE_CARD` for several.
    pub action_name: String,
    /// What can be taken.
    pub action_info: CardQrCodeInfo,
    /// How many seconds it lives: 60 to 1,800; a year if left out.
    pub expire_seconds: Option<u32>,
}

impl CreateCardQrCode {
    /// A code by which a card can be taken.
    pub fn one(card: CardOffer) -> Self {
        Self::new("QR_CARD", CardQrCodeInfo::new().card(card))
    }

    /// A code by which up to five cards can be taken at once.
    pub fn several(cards: impl Into<Vec<CardOffer>>) -> Self {
        Self::new("QR_MULTIPLE_CARD", CardQrCodeInfo::new().multiple_card(CardOffers::new(cards)))
    }
}

/// What can be taken by a QR code.
#[endpoint(part)]
pub struct CardQrCodeInfo {
    /// One card.
    pub card: Option<CardOffer>,
    /// Several.
    pub multiple_card: Option<CardOffers>,
}

/// Several cards that can be taken at once.
#[endpoint(part)]
pub struct CardOffers {
    /// The cards: up to five.
    pub card_list: Vec<CardOffer>,
}

/// A card that can be taken.
#[endpoint(part)]
pub struct CardOffer {
    /// The card.
    pub card_id: String,
    /// Its code, if the codes are the merchant's own and were not handed over.
    pub code: Option<String>,
    /// Who can take it, if it is bound to a user.
    pub openid: Option<OpenId>,
    /// Whether only one can be taken by this QR code.
    pub is_unique_code: Option<bool>,
    /// Where it was taken, as a number; `outer_str` is preferred.
    pub outer_id: Option<u64>,
    /// Where it was taken: comes back in events. Up to 128 characters.
    pub outer_str: Option<String>,
}

/// A QR code for cards.
#[endpoint(part, reply_to(CreateCardQrCode))]
pub struct CardQrCode {
    /// With this [`ShowQrCode`](crate::qrcode::ShowQrCode) draws it.
    pub ticket: String,
    /// How many seconds it lives.
    pub expire_seconds: Option<u32>,
    /// The address in it.
    pub url: Option<String>,
    /// The address of its picture.
    pub show_qrcode_url: Option<String>,
}

/// Makes a page on which cards can be taken (货架).
#[endpoint(POST "/card/landingpage/create", title = "创建货架",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Distributing_Coupons_Vouchers_and_Cards.html#3",
    scope(official), reply = LandingPage, call = cards.create_landing_page)]
pub struct CreateLandingPage {
    /// The address of the picture at the top: up to 640 by 300.
    pub banner: String,
    /// The title.
    pub page_title: String,
    /// Whether it can be shared.
    pub can_share: bool,
    /// Where it will be reached from.
    pub scene: LandingScene,
    /// The cards.
    pub card_list: Vec<LandingCard>,
}

/// Where a page of cards is reached from.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum LandingScene {
    /// From what is near.
    #[string_enum(rename = "SCENE_NEAR_BY")]
    NearBy,
    /// From the menu.
    #[string_enum(rename = "SCENE_MENU")]
    Menu,
    /// From a QR code.
    #[string_enum(rename = "SCENE_QRCODE")]
    QrCode,
    /// From an article.
    #[string_enum(rename = "SCENE_ARTICLE")]
    Article,
    /// From a web page.
    #[string_enum(rename = "SCENE_H5")]
    WebPage,
    /// From an automatic answer.
    #[string_enum(rename = "SCENE_IVR")]
    Intelligent,
    /// From an entry of a card.
    #[string_enum(rename = "SCENE_CARD_CUSTOM_CELL")]
    CustomCell,
    /// A value that this version does not know.
    Other(String),
}

/// A card on a page.
#[endpoint(part)]
pub struct LandingCard {
    /// The card.
    pub card_id: String,
    /// The address of its small picture.
    pub thumb_url: String,
}

/// A page of cards.
#[endpoint(part, reply_to(CreateLandingPage))]
pub struct LandingPage {
    /// Its address.
    pub url: String,
    /// Its number.
    pub page_id: String,
}

/// Gives the HTML by which an article shows a card.
#[endpoint(POST "/card/mpnews/gethtml", title = "图文消息群发卡券",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Distributing_Coupons_Vouchers_and_Cards.html#6",
    scope(official), retry = safe, reply = CardHtml, call = cards.html)]
pub struct GetCardHtml {
    /// The card.
    pub card_id: String,
}

/// A card in an article.
#[endpoint(part, reply_to(GetCardHtml))]
pub struct CardHtml {
    /// The HTML, for the content of an article.
    pub content: String,
}

/// Says who can take cards that have not been approved: up to 10 people, in place of those
/// before.
#[endpoint(POST "/card/testwhitelist/set", title = "设置测试白名单",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Distributing_Coupons_Vouchers_and_Cards.html#12",
    scope(official), retry = safe, call = "wx.cards().set_testers(openid)")]
pub struct SetCardTesters {
    /// They, by openid.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub openid: Vec<OpenId>,
    /// They, by WeChat name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub username: Vec<String>,
}

impl<'c, C: Caller + ?Sized> CardsHandle<'c, C> {
    /// Makes a QR code for a card; see [`CreateCardQrCode`].
    pub fn create_qrcode(&self, card: CardOffer) -> Call<'c, C, CreateCardQrCode> {
        Call::new(self.caller, CreateCardQrCode::one(card))
    }

    /// Says who can take what is not approved; see [`SetCardTesters`].
    pub fn set_testers(&self, openid: impl Into<Vec<OpenId>>) -> Call<'c, C, SetCardTesters> {
        Call::new(self.caller, SetCardTesters::new().openid(openid))
    }
}
