//! What was bought.

use crate::gift_card::GiftCardsHandle;
use weixin_api::{Call, Caller, Paged, StringEnum, Timestamp, endpoint};
use weixin_protocol::OpenId;

/// Gives an order.
#[endpoint(POST "/card/giftcard/order/get", title = "查询单个礼品卡订单信息",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/gift_card.html",
    scope(official), retry = safe, reply = GiftCardOrderInfo, call = gift_cards.order)]
pub struct GetGiftCardOrder {
    /// The order.
    pub order_id: String,
}

/// An order.
#[endpoint(part, reply_to(GetGiftCardOrder))]
pub struct GiftCardOrderInfo {
    /// The order.
    pub order: GiftCardOrder,
}

/// What somebody bought.
#[endpoint(part)]
pub struct GiftCardOrder {
    /// The order.
    pub order_id: String,
    /// The page it was bought on.
    pub page_id: Option<String>,
    /// The number of the payment.
    pub trans_id: Option<String>,
    /// Who bought it.
    pub open_id: Option<OpenId>,
    /// Who got it, if it was not given to a group.
    pub accepter_openid: Option<OpenId>,
    /// What was paid, in fen.
    pub total_price: Option<u64>,
    /// Whether it was given to a group.
    #[serde(rename = "IsChatRoom")]
    pub is_chat_room: Option<bool>,
    /// The cards.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub card_list: Vec<BoughtGiftCard>,
    /// When it was made.
    pub create_time: Option<Timestamp>,
    /// When it was paid.
    pub pay_finish_time: Option<Timestamp>,
    /// Where it was bought, as the address of the page said.
    pub outer_str: Option<String>,
}

/// A card of an order.
#[endpoint(part)]
pub struct BoughtGiftCard {
    /// The card.
    pub card_id: String,
    /// Its code.
    pub code: Option<String>,
    /// What it cost, in fen.
    pub price: Option<u64>,
    /// The address of its picture.
    pub background_pic_url: Option<String>,
    /// The merchant's number of that picture.
    pub outer_img_id: Option<String>,
    /// The wish that goes with it.
    pub default_gifting_msg: Option<String>,
    /// Who got it, if it was given to a group.
    pub accepter_openid: Option<OpenId>,
}

/// Gives the orders of some time, up to 31 days, a page at a time.
#[endpoint(POST "/card/giftcard/order/batchget", title = "批量查询礼品卡订单信息",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/gift_card.html",
    scope(official), retry = safe, reply = GiftCardOrders, call = "wx.gift_cards().orders(begin_time, end_time)")]
pub struct GetGiftCardOrders {
    /// From when.
    pub begin_time: Timestamp,
    /// Until when.
    pub end_time: Timestamp,
    /// In which direction of time.
    pub sort_type: OrderDirection,
    /// Where to begin, from 0.
    pub offset: u64,
    /// How many: up to 100.
    pub count: u32,
}

/// In which direction of time a list runs.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum OrderDirection {
    /// The oldest first.
    #[string_enum(rename = "ASC")]
    Ascending,
    /// The latest first.
    #[string_enum(rename = "DESC")]
    Descending,
    /// A value that this version does not know.
    Other(String),
}

/// A page of orders.
#[endpoint(part, reply_to(GetGiftCardOrders))]
pub struct GiftCardOrders {
    /// The page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub order_list: Vec<GiftCardOrder>,
    /// How many there are.
    pub total_count: Option<u64>,
}

impl Paged for GetGiftCardOrders {
    type Item = GiftCardOrder;
    fn split_page(self, page: GiftCardOrders) -> (Vec<GiftCardOrder>, Option<Self>) {
        let orders = page.order_list;
        let offset = self.offset + orders.len() as u64;
        let more = !orders.is_empty() && page.total_count.is_none_or(|total| offset < total);
        (orders, more.then_some(Self { offset, ..self }))
    }
}

/// Gives the money of an order back; its cards become invalid.
#[endpoint(POST "/card/giftcard/order/refund", title = "退款",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/gift_card.html",
    scope(official), retry = safe, call = gift_cards.refund)]
pub struct RefundGiftCardOrder {
    /// The order.
    pub order_id: String,
}

/// Sets points, money and other values of somebody's gift card.
#[endpoint(POST "/card/generalcard/updateuser", title = "更新用户礼品卡信息",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/gift_card.html",
    scope(official), retry = safe, reply = UpdatedGiftCard, call = gift_cards.update)]
pub struct UpdateGiftCard {
    /// The card.
    pub card_id: String,
    /// Its code.
    pub code: String,
    /// The address of its picture.
    pub background_pic_url: Option<String>,
    /// The points it is to have.
    pub bonus: Option<i64>,
    /// What for.
    pub record_bonus: Option<String>,
    /// The money it is to have, in fen.
    pub balance: Option<i64>,
    /// What for.
    pub record_balance: Option<String>,
    /// What the first field of the card shows.
    pub custom_field_value1: Option<String>,
    /// What the second shows.
    pub custom_field_value2: Option<String>,
    /// What the third shows.
    pub custom_field_value3: Option<String>,
    /// Whether it can be given to somebody.
    pub can_give_friend: Option<bool>,
}

/// Somebody's gift card after a change.
#[endpoint(part, reply_to(UpdateGiftCard))]
pub struct UpdatedGiftCard {
    /// Whose it is.
    pub openid: Option<OpenId>,
    /// The points on it.
    pub result_bonus: Option<i64>,
    /// The money on it, in fen.
    pub result_balance: Option<i64>,
}

impl<'c, C: Caller + ?Sized> GiftCardsHandle<'c, C> {
    /// The orders of some time, the first page when awaited; see [`GetGiftCardOrders`].
    pub fn orders(
        &self,
        begin_time: Timestamp,
        end_time: Timestamp,
    ) -> Call<'c, C, GetGiftCardOrders> {
        Call::new(
            self.caller,
            GetGiftCardOrders::new(begin_time, end_time, OrderDirection::Ascending, 0, 100),
        )
    }
}
