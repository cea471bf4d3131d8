//! Orders of gift cards.

use crate::gift_card::GiftCardsHandle;
use weixin_api::{Call, Caller, Paged, StringEnum, Timestamp, endpoint};
use weixin_protocol::OpenId;

use super::GiftCardPageId;
use crate::ids::{CardId, GiftCardOrderId, TransactionId};

/// Returns an order of gift cards.
///
/// Fails with 81012 when there is no such order.
#[endpoint(POST "/card/giftcard/order/get", title = "查询单个礼品卡订单信息",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/gift_card.html",
    scope(official), retry = safe, reply = GiftCardOrderInfo, call = gift_cards.order)]
pub struct GetGiftCardOrder {
    /// The order to return.
    pub order_id: GiftCardOrderId,
}

/// The reply with an order.
#[endpoint(part, reply_to(GetGiftCardOrder))]
pub struct GiftCardOrderInfo {
    /// The order.
    pub order: GiftCardOrder,
}

/// An order of gift cards.
#[endpoint(part)]
pub struct GiftCardOrder {
    /// The id of the order.
    pub order_id: GiftCardOrderId,
    /// The page where the cards were bought.
    pub page_id: Option<GiftCardPageId>,
    /// The payment.
    pub trans_id: Option<TransactionId>,
    /// The buyer.
    pub open_id: Option<OpenId>,
    /// The user who received the cards. Missing if they were given to a group chat.
    pub accepter_openid: Option<OpenId>,
    /// The amount paid, in fen.
    pub total_price: Option<u64>,
    /// Whether the cards were given to a group chat.
    #[serde(rename = "IsChatRoom")]
    pub is_chat_room: Option<bool>,
    /// The cards.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub card_list: Vec<BoughtGiftCard>,
    /// When the order was placed.
    pub create_time: Option<Timestamp>,
    /// When the order was paid.
    pub pay_finish_time: Option<Timestamp>,
    /// The source in the address of the page (购买渠道).
    pub outer_str: Option<String>,
}

/// A card of an order.
#[endpoint(part)]
pub struct BoughtGiftCard {
    /// The gift card that was bought.
    pub card_id: CardId,
    /// The code of the card.
    pub code: Option<String>,
    /// The price of the card, in fen.
    pub price: Option<u64>,
    /// The address of the picture that the buyer chose.
    pub background_pic_url: Option<String>,
    /// The merchant's own id of that picture.
    pub outer_img_id: Option<String>,
    /// The wish that goes with the picture (祝福语).
    pub default_gifting_msg: Option<String>,
    /// The user who received the card, if the cards were given to a group chat.
    pub accepter_openid: Option<OpenId>,
}

/// Returns a page of the orders of a period of up to 31 days.
///
/// Fails with 81013 when the period is longer than 31 days, with 81014 when `count` is more than
/// 100.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, Timestamp, kind::Official};
/// # use weixin_official::prelude::*;
/// # async fn example(wx: impl Caller<Kind = Official>) -> Result<(), Error> {
/// let (begin, end) = (Timestamp::from_secs(1_767_196_800), Timestamp::from_secs(1_769_788_800));
/// let page = wx.gift_cards().orders(begin, end).await?;
/// for order in page.order_list {
///     println!("{}: {} cards", order.order_id, order.card_list.len());
/// }
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/card/giftcard/order/batchget", title = "批量查询礼品卡订单信息",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/gift_card.html",
    scope(official), retry = safe, reply = GiftCardOrders, call = "wx.gift_cards().orders(begin_time, end_time)")]
pub struct GetGiftCardOrders {
    /// The beginning of the period.
    pub begin_time: Timestamp,
    /// The end of the period, at most 31 days later.
    pub end_time: Timestamp,
    /// The order in which they are returned.
    pub sort_type: OrderDirection,
    /// How many orders to skip.
    pub offset: u64,
    /// How many orders to return, at most 100.
    pub count: u32,
}

/// The order in which a list is returned, by time.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum OrderDirection {
    /// The oldest first.
    #[string_enum(rename = "ASC")]
    Ascending,
    /// The newest first.
    #[string_enum(rename = "DESC")]
    Descending,
    /// A value that this version does not know.
    Other(String),
}

/// A page of orders.
#[endpoint(part, reply_to(GetGiftCardOrders))]
pub struct GiftCardOrders {
    /// The orders of this page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub order_list: Vec<GiftCardOrder>,
    /// How many orders there are in all.
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

/// Refunds an order; its cards become invalid (退款).
///
/// Fails with 81012 when there is no such order, with 81017 when it is not paid or its cards are
/// being given, with 81018 when it was refunded before, with 81019 while it is being refunded.
#[endpoint(POST "/card/giftcard/order/refund", title = "退款",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/gift_card.html",
    scope(official), retry = safe, call = gift_cards.refund)]
pub struct RefundGiftCardOrder {
    /// The order to refund.
    pub order_id: GiftCardOrderId,
}

/// Sets points, balance and other values of a user's gift card.
#[endpoint(POST "/card/generalcard/updateuser", title = "更新用户礼品卡信息",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/gift_card.html",
    scope(official), retry = safe, reply = UpdatedGiftCard, call = gift_cards.update)]
pub struct UpdateGiftCard {
    /// The card that the code belongs to.
    pub card_id: CardId,
    /// The code of the card.
    pub code: String,
    /// The address of the picture.
    pub background_pic_url: Option<String>,
    /// The new number of points.
    pub bonus: Option<i64>,
    /// The reason for the change of points, shown to the user.
    pub record_bonus: Option<String>,
    /// The new balance, in fen.
    pub balance: Option<i64>,
    /// The reason for the change of the balance, shown to the user.
    pub record_balance: Option<String>,
    /// The value of the first field of the card.
    pub custom_field_value1: Option<String>,
    /// The value of the second field.
    pub custom_field_value2: Option<String>,
    /// The value of the third field.
    pub custom_field_value3: Option<String>,
    /// Whether the card can be given to somebody.
    pub can_give_friend: Option<bool>,
}

/// A user's gift card after a change.
#[endpoint(part, reply_to(UpdateGiftCard))]
pub struct UpdatedGiftCard {
    /// The user who has the card.
    pub openid: Option<OpenId>,
    /// The points after the change.
    pub result_bonus: Option<i64>,
    /// The balance after the change, in fen.
    pub result_balance: Option<i64>,
}

impl<'c, C: Caller + ?Sized> GiftCardsHandle<'c, C> {
    /// Returns the orders of a period, the first page when awaited; see [`GetGiftCardOrders`].
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
