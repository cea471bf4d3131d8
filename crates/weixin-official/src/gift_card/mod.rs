//! Gift cards (礼品卡): the pages where they are bought, and orders. `/card/giftcard/*`
//!
//! The cards themselves are made with [`CreateCard`](crate::card::CreateCard).

mod order;

use weixin_api::{endpoint, group};
use weixin_protocol::{AppId, Header, inbound, messages};

pub use self::order::*;

group! {
    /// Gift cards (礼品卡).
    gift_cards: [AddGiftCardPage, GetGiftCardOrder, GetGiftCardOrders, RefundGiftCardOrder, UpdateGiftCard, GetGiftCardPage, UpdateGiftCardPage, GetGiftCardPages, SetGiftCardMaintenance, RequestGiftCardPay, BindGiftCardMerchant, PublishGiftCardMiniProgram]
}

messages![GiftCardPaid, GiftCardSent, GiftCardAccepted];

/// Makes a page where gift cards are bought.
#[endpoint(POST "/card/giftcard/page/add", title = "创建礼品卡货架",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/gift_card.html",
    scope(official), reply = GiftCardPageId, call = gift_cards.add_page)]
pub struct AddGiftCardPage {
    /// The page.
    pub page: GiftCardPage,
}

/// A page where gift cards are bought.
#[endpoint(part)]
#[derive(Default)]
#[serde(default)]
pub struct GiftCardPage {
    /// The address of the picture at the top.
    pub banner_pic_url: String,
    /// The title.
    pub page_title: String,
    /// The merchant's address.
    pub address: String,
    /// The merchant's telephone number.
    pub service_phone: String,
    /// About the merchant, and about giving cards back.
    pub biz_description: String,
    /// The page; needed to change it.
    pub page_id: Option<String>,
    /// Whether several cards can be bought at once.
    pub support_multi: Option<bool>,
    /// Whether cards can be bought for oneself.
    pub support_buy_for_self: Option<bool>,
    /// What there is, by themes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub theme_list: Vec<GiftCardTheme>,
    /// The categories the themes belong to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub category_list: Vec<GiftCardCategory>,
    /// Whether the merchant makes out invoices for them.
    pub need_receipt: Option<bool>,
    /// The first entry below.
    pub cell_1: Option<GiftCardEntry>,
    /// The second.
    pub cell_2: Option<GiftCardEntry>,
}

/// Gift cards on a theme.
#[endpoint(part)]
#[derive(Default)]
#[serde(default)]
pub struct GiftCardTheme {
    /// The address of its picture.
    pub theme_pic_url: String,
    /// The title.
    pub title: String,
    /// The colour of the title, as in `#FB966E`.
    pub title_color: String,
    /// The cards.
    pub item_list: Vec<GiftCardItem>,
    /// The pictures to choose from.
    pub pic_item_list: Vec<GiftCardPicture>,
    /// Its category, by the place in the list, from 0.
    pub category_index: Option<u32>,
    /// Whether the names of the cards stand first.
    pub show_sku_title_first: Option<bool>,
    /// Whether it is shown at the top.
    pub is_banner: Option<bool>,
}

/// A card on a theme.
#[endpoint(part)]
pub struct GiftCardItem {
    /// The card.
    pub card_id: String,
    /// Its title.
    pub title: Option<String>,
    /// The address of its picture.
    pub pic_url: Option<String>,
    /// A few words about it.
    pub desc: Option<String>,
}

/// A picture to choose.
#[endpoint(part)]
pub struct GiftCardPicture {
    /// Its address.
    pub background_pic_url: String,
    /// The merchant's number of it.
    pub outer_img_id: Option<String>,
    /// The wish that goes with it.
    pub default_gifting_msg: Option<String>,
}

/// A category of themes.
#[endpoint(part)]
pub struct GiftCardCategory {
    /// Its name.
    pub title: String,
}

/// An entry below a page.
#[endpoint(part)]
pub struct GiftCardEntry {
    /// Its name.
    pub title: String,
    /// The page it opens.
    pub url: String,
}

/// A page that was made.
#[endpoint(part, reply_to(AddGiftCardPage))]
pub struct GiftCardPageId {
    /// The page.
    pub page_id: String,
}

/// Gives a page.
#[endpoint(POST "/card/giftcard/page/get", title = "查询礼品卡货架信息",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/gift_card.html",
    scope(official), retry = safe, reply = GiftCardPageInfo, call = gift_cards.page)]
pub struct GetGiftCardPage {
    /// The page.
    pub page_id: String,
}

/// A page.
#[endpoint(part, reply_to(GetGiftCardPage))]
pub struct GiftCardPageInfo {
    /// The page.
    pub page: GiftCardPage,
}

/// Changes a page.
#[endpoint(POST "/card/giftcard/page/update", title = "修改礼品卡货架信息",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/gift_card.html",
    scope(official), retry = safe, call = gift_cards.update_page)]
pub struct UpdateGiftCardPage {
    /// The page, with its number.
    pub page: GiftCardPage,
}

/// Gives all pages.
#[endpoint(POST "/card/giftcard/page/batchget", title = "查询礼品卡货架列表",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/gift_card.html",
    scope(official), retry = safe, reply = GiftCardPageIds, call = gift_cards.pages)]
pub struct GetGiftCardPages {}

/// All pages.
#[endpoint(part, reply_to(GetGiftCardPages))]
pub struct GiftCardPageIds {
    /// The pages.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub page_id_list: Vec<String>,
}

/// Closes a page, or all, for a while, or opens them again.
#[endpoint(POST "/card/giftcard/maintain/set", title = "下架礼品卡货架",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/gift_card.html",
    scope(official), retry = safe, reply = GiftCardMaintenance, call = gift_cards.set_maintenance)]
pub struct SetGiftCardMaintenance {
    /// Whether it is closed.
    pub maintain: bool,
    /// The page.
    pub page_id: Option<String>,
    /// Or all of them.
    pub all: Option<bool>,
}

/// Which pages are closed.
#[endpoint(part, reply_to(SetGiftCardMaintenance))]
pub struct GiftCardMaintenance {
    /// Which.
    pub control_info: Option<GiftCardControl>,
}

/// Which pages are closed, and by whom.
#[endpoint(part)]
pub struct GiftCardControl {
    /// What the merchant has closed, in the words of the platform.
    pub biz_control_type: Option<String>,
    /// What the platform has closed, likewise.
    pub system_biz_control_type: Option<String>,
    /// The pages.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub list: Vec<GiftCardPageControl>,
}

/// Whether a page is closed.
#[endpoint(part)]
pub struct GiftCardPageControl {
    /// The page.
    pub page_id: Option<String>,
    /// Whether the merchant has closed it.
    pub page_control_type: Option<String>,
    /// Whether the platform has closed it.
    pub system_page_control_type: Option<String>,
}

/// Asks for the right to sell gift cards with WeChat Pay.
#[endpoint(POST "/card/giftcard/pay/whitelist/add", title = "申请微信支付礼品卡权限",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/gift_card.html",
    scope(official), reply = GiftCardPayRequest, call = gift_cards.request_pay)]
pub struct RequestGiftCardPay {
    /// The merchant, by its number at WeChat Pay.
    pub sub_mch_id: String,
}

/// How the request goes on.
#[endpoint(part, reply_to(RequestGiftCardPay))]
pub struct GiftCardPayRequest {
    /// The page where an administrator confirms it.
    pub url: String,
}

/// Connects a merchant with the Mini Program where gift cards are sold.
#[endpoint(POST "/card/giftcard/pay/submch/bind", title = "绑定商户号到礼品卡小程序",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/gift_card.html",
    scope(official), retry = safe, call = gift_cards.bind_merchant)]
pub struct BindGiftCardMerchant {
    /// The merchant, by its number at WeChat Pay.
    pub sub_mch_id: String,
    /// The Mini Program.
    pub wxa_appid: AppId,
}

/// Puts a page of gift cards into a Mini Program, as its code.
#[endpoint(POST "/card/giftcard/wxa/set", title = "上传小程序代码",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/gift_card.html",
    scope(official), retry = safe, call = gift_cards.publish)]
pub struct PublishGiftCardMiniProgram {
    /// The Mini Program.
    pub wxa_appid: AppId,
    /// The page.
    pub page_id: String,
}

/// Somebody bought gift cards. Event `giftcard_pay_done`.
#[inbound(event = "giftcard_pay_done", scope(official))]
pub struct GiftCardPaid {
    /// From whom, to whom, when.
    pub header: Header,
    /// The page.
    pub page_id: String,
    /// The order.
    pub order_id: String,
}

/// Somebody gives bought cards to somebody. Event `giftcard_send_to_friend`.
#[inbound(event = "giftcard_send_to_friend", scope(official))]
pub struct GiftCardSent {
    /// From whom, to whom, when.
    pub header: Header,
    /// The page.
    pub page_id: String,
    /// The order.
    pub order_id: String,
    /// Whether to a group.
    pub is_chat_room: Option<bool>,
    /// Whether they came back, for nobody took them.
    pub is_return_back: Option<bool>,
}

/// Somebody took a card that was given. Event `giftcard_user_accept`.
#[inbound(event = "giftcard_user_accept", scope(official))]
pub struct GiftCardAccepted {
    /// From whom, to whom, when.
    pub header: Header,
    /// The page.
    pub page_id: String,
    /// The order.
    pub order_id: String,
    /// Whether in a group.
    pub is_chat_room: Option<bool>,
}
