//! Handing out cards: QR codes, pages of cards, articles.

use crate::card::CardsHandle;
use weixin_api::{Call, Caller, StringEnum, endpoint};
use weixin_protocol::OpenId;

use crate::ids::CardId;

/// Creates a QR code by which users take a card, or up to five (二维码投放).
#[endpoint(POST "/card/qrcode/create", title = "创建二维码投放",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Distributing_Coupons_Vouchers_and_Cards.html#0",
    scope(official), reply = CardQrCode, call = "wx.cards().create_qrcode(card)")]
pub struct CreateCardQrCode {
    /// Whether the code offers one card or several.
    pub action_name: CardQrCodeKind,
    /// The cards that the code offers.
    pub action_info: CardQrCodeInfo,
    /// The lifetime in seconds, 60 to 1,800. `None`: one year.
    pub expire_seconds: Option<u32>,
}

impl CreateCardQrCode {
    /// A code that offers one card.
    pub fn one(card: CardOffer) -> Self {
        Self::new(CardQrCodeKind::One, CardQrCodeInfo::new().card(card))
    }

    /// A code that offers up to five cards at once.
    pub fn several(cards: impl Into<Vec<CardOffer>>) -> Self {
        Self::new(
            CardQrCodeKind::Several,
            CardQrCodeInfo::new().multiple_card(CardOffers::new(cards)),
        )
    }
}

/// Whether a QR code offers one card or several.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum CardQrCodeKind {
    /// It offers one card.
    #[string_enum(rename = "QR_CARD")]
    One,
    /// It offers several cards.
    #[string_enum(rename = "QR_MULTIPLE_CARD")]
    Several,
    /// A value that this version does not know.
    Other(String),
}

/// The cards that a QR code offers.
#[endpoint(part)]
pub struct CardQrCodeInfo {
    /// The card, for [`CardQrCodeKind::One`].
    pub card: Option<CardOffer>,
    /// The cards, for [`CardQrCodeKind::Several`].
    pub multiple_card: Option<CardOffers>,
}

/// Several cards that a QR code offers.
#[endpoint(part)]
pub struct CardOffers {
    /// The cards, up to five.
    pub card_list: Vec<CardOffer>,
}

/// A card that a QR code offers.
#[endpoint(part)]
pub struct CardOffer {
    /// The card to offer.
    pub card_id: CardId,
    /// The code of the card. Only if codes are the merchant's own and are not deposited.
    pub code: Option<String>,
    /// The only user who can take it. Required for cards with `bind_openid`.
    pub openid: Option<OpenId>,
    /// Whether only one copy can be taken by this QR code.
    pub is_unique_code: Option<bool>,
    /// The source as a number; `outer_str` replaces it (领取场景值).
    pub outer_id: Option<u64>,
    /// The source, which events repeat (领取渠道): up to 128 characters.
    pub outer_str: Option<String>,
}

/// A created QR code.
#[endpoint(part, reply_to(CreateCardQrCode))]
pub struct CardQrCode {
    /// The ticket that [`ShowQrCode`](crate::qrcode::ShowQrCode) exchanges for a picture.
    pub ticket: String,
    /// The lifetime in seconds.
    pub expire_seconds: Option<u32>,
    /// The content of the code.
    pub url: Option<String>,
    /// The address of the picture.
    pub show_qrcode_url: Option<String>,
}

weixin_api::string_id! {
    /// A page on which users take cards (货架, page_id).
    LandingPageId
}

/// Creates a page on which users take cards (卡券货架).
#[endpoint(POST "/card/landingpage/create", title = "创建货架",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Distributing_Coupons_Vouchers_and_Cards.html#3",
    scope(official), reply = LandingPage, call = cards.create_landing_page)]
pub struct CreateLandingPage {
    /// The address of the picture at the top, up to 640 by 300 pixels.
    pub banner: String,
    /// The title.
    pub page_title: String,
    /// Whether users can share the page.
    pub can_share: bool,
    /// Where the page will be linked from.
    pub scene: LandingScene,
    /// The cards.
    pub card_list: Vec<LandingCard>,
}

/// Where a page of cards is linked from (投放页面的场景值).
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum LandingScene {
    /// From what is nearby (附近).
    #[string_enum(rename = "SCENE_NEAR_BY")]
    NearBy,
    /// From the account's menu (自定义菜单).
    #[string_enum(rename = "SCENE_MENU")]
    Menu,
    /// From a QR code (二维码).
    #[string_enum(rename = "SCENE_QRCODE")]
    QrCode,
    /// From an article (公众号文章).
    #[string_enum(rename = "SCENE_ARTICLE")]
    Article,
    /// From a web page (h5页面).
    #[string_enum(rename = "SCENE_H5")]
    WebPage,
    /// From an automatic reply (自动回复).
    #[string_enum(rename = "SCENE_IVR")]
    Intelligent,
    /// From an entry of a card (卡券自定义cell).
    #[string_enum(rename = "SCENE_CARD_CUSTOM_CELL")]
    CustomCell,
    /// A value that this version does not know.
    Other(String),
}

/// A card on a page.
#[endpoint(part)]
pub struct LandingCard {
    /// The card to offer.
    pub card_id: CardId,
    /// The address of the small picture.
    pub thumb_url: String,
}

/// A created page of cards.
#[endpoint(part, reply_to(CreateLandingPage))]
pub struct LandingPage {
    /// The address of the page.
    pub url: String,
    /// The id of the page.
    pub page_id: LandingPageId,
}

/// Returns the HTML that embeds a card into an article (图文消息群发卡券).
#[endpoint(POST "/card/mpnews/gethtml", title = "图文消息群发卡券",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Distributing_Coupons_Vouchers_and_Cards.html#6",
    scope(official), retry = safe, reply = CardHtml, call = cards.html)]
pub struct GetCardHtml {
    /// The card to embed.
    pub card_id: CardId,
}

/// A card for an article.
#[endpoint(part, reply_to(GetCardHtml))]
pub struct CardHtml {
    /// The HTML, for the content of an article.
    pub content: String,
}

/// Sets who can take cards that are not approved yet (测试白名单): up to 10 users. It replaces the
/// previous list.
#[endpoint(POST "/card/testwhitelist/set", title = "设置测试白名单",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Distributing_Coupons_Vouchers_and_Cards.html#12",
    scope(official), retry = safe, call = "wx.cards().set_testers(openid)")]
pub struct SetCardTesters {
    /// The users by openid.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub openid: Vec<OpenId>,
    /// The users by WeChat name (微信号).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub username: Vec<String>,
}

impl<'c, C: Caller + ?Sized> CardsHandle<'c, C> {
    /// Creates a QR code for a card; see [`CreateCardQrCode`].
    pub fn create_qrcode(&self, card: CardOffer) -> Call<'c, C, CreateCardQrCode> {
        Call::new(self.caller, CreateCardQrCode::one(card))
    }

    /// Sets who can take cards that are not approved yet; see [`SetCardTesters`].
    pub fn set_testers(&self, openid: impl Into<Vec<OpenId>>) -> Call<'c, C, SetCardTesters> {
        Call::new(self.caller, SetCardTesters::new().openid(openid))
    }
}
