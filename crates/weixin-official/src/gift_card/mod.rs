//! Gift cards (礼品卡): the pages where they are sold, and orders. `/card/giftcard/*`
//!
//! The cards themselves are created with [`CreateCard`](crate::card::CreateCard).

mod order;

use weixin_api::{endpoint, group};
use weixin_protocol::{AppId, Header, inbound, messages};

pub use self::order::*;

use crate::ids::{CardId, GiftCardOrderId, MchId};

group! {
    /// Gift cards (礼品卡).
    gift_cards: [
        AddGiftCardPage, GetGiftCardOrder, GetGiftCardOrders, RefundGiftCardOrder, UpdateGiftCard,
        GetGiftCardPage, UpdateGiftCardPage, GetGiftCardPages, SetGiftCardMaintenance,
        RequestGiftCardPay, BindGiftCardMerchant, PublishGiftCardMiniProgram,
    ]
}

messages![GiftCardPaid, GiftCardSent, GiftCardAccepted];

weixin_api::string_id! {
    /// A page where gift cards are sold (礼品卡货架, page_id).
    GiftCardPageId
}

/// Creates a page where gift cards are sold (礼品卡货架).
///
/// Fails with 81000 when the page has an id, with 81001 when it has no cards, with 81002 when a
/// card is no gift card.
#[endpoint(POST "/card/giftcard/page/add", title = "创建礼品卡货架",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/gift_card.html",
    scope(official), reply = AddedGiftCardPage, call = gift_cards.add_page)]
pub struct AddGiftCardPage {
    /// The page. Its `page_id` is left out.
    pub page: GiftCardPage,
}

/// A page where gift cards are sold.
#[endpoint(part)]
#[derive(Default)]
#[serde(default)]
pub struct GiftCardPage {
    /// The address of the picture at the top.
    pub banner_pic_url: String,
    /// The title.
    pub page_title: String,
    /// The postal address of the merchant.
    pub address: String,
    /// The telephone number of the merchant.
    pub service_phone: String,
    /// Information on the merchant and on refunds.
    pub biz_description: String,
    /// The page to change. Only for [`UpdateGiftCardPage`], and in replies.
    pub page_id: Option<GiftCardPageId>,
    /// Whether several cards can be bought at once.
    pub support_multi: Option<bool>,
    /// Whether users can buy cards for themselves.
    pub support_buy_for_self: Option<bool>,
    /// The themes (主题), each with its cards.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub theme_list: Vec<GiftCardTheme>,
    /// The categories that themes refer to by their position.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub category_list: Vec<GiftCardCategory>,
    /// Whether the merchant issues invoices for the cards.
    pub need_receipt: Option<bool>,
    /// The first entry below the page.
    pub cell_1: Option<GiftCardEntry>,
    /// The second entry below the page.
    pub cell_2: Option<GiftCardEntry>,
}

/// A theme with gift cards (主题).
#[endpoint(part)]
#[derive(Default)]
#[serde(default)]
pub struct GiftCardTheme {
    /// The address of the picture of the theme.
    pub theme_pic_url: String,
    /// The title.
    pub title: String,
    /// The color of the title, as in `#FB966E`.
    pub title_color: String,
    /// The cards of the theme.
    pub item_list: Vec<GiftCardItem>,
    /// The pictures that buyers choose from.
    pub pic_item_list: Vec<GiftCardPicture>,
    /// The category, as the position in [`GiftCardPage::category_list`] from 0.
    pub category_index: Option<u32>,
    /// Whether the titles of the cards are shown before the pictures.
    pub show_sku_title_first: Option<bool>,
    /// Whether the theme is shown at the top of the page.
    pub is_banner: Option<bool>,
}

/// A gift card of a theme.
#[endpoint(part)]
pub struct GiftCardItem {
    /// The gift card to sell.
    pub card_id: CardId,
    /// The title.
    pub title: Option<String>,
    /// The address of the picture.
    pub pic_url: Option<String>,
    /// A description.
    pub desc: Option<String>,
}

/// A picture that buyers can choose for a card.
#[endpoint(part)]
pub struct GiftCardPicture {
    /// The address of the picture.
    pub background_pic_url: String,
    /// The merchant's own id of the picture.
    pub outer_img_id: Option<String>,
    /// The wish that goes with the picture (祝福语).
    pub default_gifting_msg: Option<String>,
}

/// A category of themes.
#[endpoint(part)]
pub struct GiftCardCategory {
    /// The name of the category.
    pub title: String,
}

/// An entry below a page.
#[endpoint(part)]
pub struct GiftCardEntry {
    /// The label.
    pub title: String,
    /// The page that the entry opens.
    pub url: String,
}

/// The reply to a created page.
#[endpoint(part, reply_to(AddGiftCardPage))]
pub struct AddedGiftCardPage {
    /// The id of the page.
    pub page_id: GiftCardPageId,
}

/// Returns a page where gift cards are sold.
///
/// Fails with 81011 when there is no such page.
#[endpoint(POST "/card/giftcard/page/get", title = "查询礼品卡货架信息",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/gift_card.html",
    scope(official), retry = safe, reply = GiftCardPageInfo, call = gift_cards.page)]
pub struct GetGiftCardPage {
    /// The page to return.
    pub page_id: GiftCardPageId,
}

/// The reply with a page.
#[endpoint(part, reply_to(GetGiftCardPage))]
pub struct GiftCardPageInfo {
    /// The page.
    pub page: GiftCardPage,
}

/// Changes a page where gift cards are sold.
///
/// Fails with 81011 when there is no such page.
#[endpoint(POST "/card/giftcard/page/update", title = "修改礼品卡货架信息",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/gift_card.html",
    scope(official), retry = safe, call = gift_cards.update_page)]
pub struct UpdateGiftCardPage {
    /// The page, with its `page_id` and all fields as they shall be.
    pub page: GiftCardPage,
}

/// Returns all pages where gift cards are sold.
#[endpoint(POST "/card/giftcard/page/batchget", title = "查询礼品卡货架列表",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/gift_card.html",
    scope(official), retry = safe, reply = GiftCardPageIds, call = gift_cards.pages)]
pub struct GetGiftCardPages {}

/// All pages where gift cards are sold.
#[endpoint(part, reply_to(GetGiftCardPages))]
pub struct GiftCardPageIds {
    /// The pages.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub page_id_list: Vec<GiftCardPageId>,
}

/// Suspends the sale on one page or on all pages, or resumes it (下架礼品卡货架).
///
/// Fails with 81020 unless either `page_id` or `all` is given.
#[endpoint(POST "/card/giftcard/maintain/set", title = "下架礼品卡货架",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/gift_card.html",
    scope(official), retry = safe, reply = GiftCardMaintenance, call = gift_cards.set_maintenance)]
pub struct SetGiftCardMaintenance {
    /// Whether the sale is suspended, rather than resumed.
    pub maintain: bool,
    /// The page. Either this or `all` is given.
    pub page_id: Option<GiftCardPageId>,
    /// Whether all pages are meant. Either this or `page_id` is given.
    pub all: Option<bool>,
}

/// The reply with the pages whose sale is suspended.
#[endpoint(part, reply_to(SetGiftCardMaintenance))]
pub struct GiftCardMaintenance {
    /// The state of the pages.
    pub control_info: Option<GiftCardControl>,
}

/// The pages whose sale is suspended, and by whom.
#[endpoint(part)]
pub struct GiftCardControl {
    /// The suspension by the merchant, as a key of the platform.
    pub biz_control_type: Option<String>,
    /// The suspension by the platform, as a key of the platform.
    pub system_biz_control_type: Option<String>,
    /// The pages.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub list: Vec<GiftCardPageControl>,
}

/// Whether the sale on a page is suspended.
#[endpoint(part)]
pub struct GiftCardPageControl {
    /// The page that the state is about.
    pub page_id: Option<GiftCardPageId>,
    /// The suspension by the merchant, as a key of the platform.
    pub page_control_type: Option<String>,
    /// The suspension by the platform, as a key of the platform.
    pub system_page_control_type: Option<String>,
}

/// Requests the permission to sell gift cards with WeChat Pay (申请微信支付礼品卡权限).
#[endpoint(POST "/card/giftcard/pay/whitelist/add", title = "申请微信支付礼品卡权限",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/gift_card.html",
    scope(official), reply = GiftCardPayRequest, call = gift_cards.request_pay)]
pub struct RequestGiftCardPay {
    /// The merchant at WeChat Pay.
    pub sub_mch_id: MchId,
}

/// The reply to a request for permission.
#[endpoint(part, reply_to(RequestGiftCardPay))]
pub struct GiftCardPayRequest {
    /// The page where the administrator confirms the request.
    pub url: String,
}

/// Links a merchant at WeChat Pay to the Mini Program where gift cards are sold.
#[endpoint(POST "/card/giftcard/pay/submch/bind", title = "绑定商户号到礼品卡小程序",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/gift_card.html",
    scope(official), retry = safe, call = gift_cards.bind_merchant)]
pub struct BindGiftCardMerchant {
    /// The merchant at WeChat Pay.
    pub sub_mch_id: MchId,
    /// The Mini Program that sells the cards.
    pub wxa_appid: AppId,
}

/// Uploads the code that shows a page of gift cards to a Mini Program (上传小程序代码).
#[endpoint(POST "/card/giftcard/wxa/set", title = "上传小程序代码",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/gift_card.html",
    scope(official), retry = safe, call = gift_cards.publish)]
pub struct PublishGiftCardMiniProgram {
    /// The Mini Program that gets the code.
    pub wxa_appid: AppId,
    /// The page that the Mini Program shows.
    pub page_id: GiftCardPageId,
}

/// A user bought gift cards and paid for them.
#[inbound(event = "giftcard_pay_done", scope(official))]
pub struct GiftCardPaid {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The page where they were bought.
    pub page_id: GiftCardPageId,
    /// The paid order.
    pub order_id: GiftCardOrderId,
}

/// A user gives bought gift cards to somebody.
#[inbound(event = "giftcard_send_to_friend", scope(official))]
pub struct GiftCardSent {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The page where they were bought.
    pub page_id: GiftCardPageId,
    /// The order that the cards belong to.
    pub order_id: GiftCardOrderId,
    /// Whether they were given to a group chat.
    pub is_chat_room: Option<bool>,
    /// Whether they came back because nobody accepted them.
    pub is_return_back: Option<bool>,
}

/// A user accepted a gift card.
#[inbound(event = "giftcard_user_accept", scope(official))]
pub struct GiftCardAccepted {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The page where it was bought.
    pub page_id: GiftCardPageId,
    /// The order that the card belongs to.
    pub order_id: GiftCardOrderId,
    /// Whether it was given to a group chat.
    pub is_chat_room: Option<bool>,
}
