//! Cards and coupons (微信卡券): making them, handing them out, using them up. `/card/*`
//!
//! Member cards, gift cards, invoices and acting for other merchants are groups of their own.

mod base;
mod change;
mod code;
mod distribution;
mod event;
mod kind;
mod ticket;

use weixin_api::{Call, Caller, Paged, endpoint, group};
use weixin_protocol::OpenId;

pub use self::{base::*, change::*, code::*, distribution::*, event::*, kind::*, ticket::*};

group! {
    /// Cards and coupons (微信卡券).
    cards: [CreateCard, UpdateCard, GetCode, ConsumeCode, DecryptCode, UpdateCode, DisableCode, MarkCode, DepositCodes, CountDepositedCodes, CheckCodes, CreateCardQrCode, CreateLandingPage, GetCardHtml, SetCardTesters, CheckInBoardingPass, UpdateMovieTicket, UpdateMeetingTicket, UpdateLuckyMoneyBalance, GetCard, GetCards, DeleteCard, ModifyCardStock, SetPayCell, SetSelfConsumeCell, GetCardsOfUser]
}

/// Makes a card.
///
/// It has to be approved before anybody can take it; an event `card_pass_check` or
/// `card_not_pass_check` follows.
#[endpoint(POST "/card/create", title = "创建卡券",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Create_a_Coupon_Voucher_or_Card.html#8",
    scope(official), reply = CreatedCard, call = cards.create)]
pub struct CreateCard {
    /// The card.
    pub card: Card,
}

/// A card that was made.
#[endpoint(part, reply_to(CreateCard))]
pub struct CreatedCard {
    /// Its number.
    pub card_id: String,
}

/// Gives a card as it is.
#[endpoint(POST "/card/get", title = "查看卡券详情",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Managing_Coupons_Vouchers_and_Cards.html#2",
    scope(official), retry = safe, reply = CardDescription, call = cards.get)]
pub struct GetCard {
    /// The card.
    pub card_id: String,
}

/// A card as it is.
#[endpoint(part, reply_to(GetCard))]
pub struct CardDescription {
    /// The card.
    pub card: Card,
}

/// Gives the cards of the account, up to 50 at a time.
///
/// `wx.cards().list().pages()` walks through all of them.
#[endpoint(POST "/card/batchget", title = "批量查询卡券列表",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Managing_Coupons_Vouchers_and_Cards.html#3",
    scope(official), retry = safe, reply = CardIds, call = "wx.cards().list()")]
pub struct GetCards {
    /// Where to begin, from 0.
    pub offset: u64,
    /// How many: up to 50.
    pub count: u32,
    /// Only those in one of these states.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub status_list: Vec<CardState>,
}

/// A page of the cards of an account.
#[endpoint(part, reply_to(GetCards))]
pub struct CardIds {
    /// The page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub card_id_list: Vec<String>,
    /// How many there are.
    pub total_num: Option<u64>,
}

impl Paged for GetCards {
    type Item = String;
    fn split_page(self, page: CardIds) -> (Vec<String>, Option<Self>) {
        let cards = page.card_id_list;
        let offset = self.offset + cards.len() as u64;
        let more = !cards.is_empty() && page.total_num.is_none_or(|total| offset < total);
        (cards, more.then_some(Self { offset, ..self }))
    }
}

/// Deletes a card. Those who have taken it keep it.
#[endpoint(POST "/card/delete", title = "删除卡券",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Managing_Coupons_Vouchers_and_Cards.html#7",
    scope(official), retry = safe, call = cards.delete)]
pub struct DeleteCard {
    /// The card.
    pub card_id: String,
}

/// Puts more of a card into the stock, or takes some out.
#[endpoint(POST "/card/modifystock", title = "修改库存",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Managing_Coupons_Vouchers_and_Cards.html#5",
    scope(official), call = "wx.cards().add_stock(card_id, count)")]
pub struct ModifyCardStock {
    /// The card.
    pub card_id: String,
    /// How many more.
    pub increase_stock_value: Option<u64>,
    /// How many fewer.
    pub reduce_stock_value: Option<u64>,
}

/// Lets users pay through a card, or no longer.
///
/// The card needs to be good in a store that takes such payments.
#[endpoint(POST "/card/paycell/set", title = "设置买单",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Create_a_Coupon_Voucher_or_Card.html#11",
    scope(official), retry = safe, call = cards.set_pay_cell)]
pub struct SetPayCell {
    /// The card.
    pub card_id: String,
    /// Whether they can.
    pub is_open: bool,
}

/// Lets users use a card up themselves, or no longer.
#[endpoint(POST "/card/selfconsumecell/set", title = "设置自助核销",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Create_a_Coupon_Voucher_or_Card.html#14",
    scope(official), retry = safe, call = cards.set_self_consume)]
pub struct SetSelfConsumeCell {
    /// The card.
    pub card_id: String,
    /// Whether they can.
    pub is_open: bool,
    /// Whether they have to enter a code of verification.
    pub need_verify_cod: Option<bool>,
    /// Whether they have to note the sum.
    pub need_remark_amount: Option<bool>,
}

/// Gives the cards that a user has, and that can be used.
#[endpoint(POST "/card/user/getcardlist", title = "获取用户已领取卡券",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Managing_Coupons_Vouchers_and_Cards.html#1",
    scope(official), retry = safe, reply = CardsOfUser, call = cards.of)]
pub struct GetCardsOfUser {
    /// The user.
    pub openid: OpenId,
    /// Only those of this card.
    pub card_id: Option<String>,
}

/// The cards that a user has.
#[endpoint(part, reply_to(GetCardsOfUser))]
pub struct CardsOfUser {
    /// The cards.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub card_list: Vec<CodeOfCard>,
    /// Whether there are some for several people among them.
    pub has_share_card: Option<bool>,
}

/// A card that a user has.
#[endpoint(part)]
pub struct CodeOfCard {
    /// The card.
    pub card_id: String,
    /// Its code.
    pub code: String,
}

impl<'c, C: Caller + ?Sized> CardsHandle<'c, C> {
    /// The cards of the account, the first page when awaited; see [`GetCards`].
    pub fn list(&self) -> Call<'c, C, GetCards> {
        Call::new(self.caller, GetCards::new(0, 50))
    }

    /// Puts more of a card into the stock; see [`ModifyCardStock`].
    pub fn add_stock(
        &self,
        card_id: impl Into<String>,
        count: u64,
    ) -> Call<'c, C, ModifyCardStock> {
        Call::new(self.caller, ModifyCardStock::new(card_id).increase_stock_value(count))
    }

    /// Takes some of a card out of the stock; see [`ModifyCardStock`].
    pub fn reduce_stock(
        &self,
        card_id: impl Into<String>,
        count: u64,
    ) -> Call<'c, C, ModifyCardStock> {
        Call::new(self.caller, ModifyCardStock::new(card_id).reduce_stock_value(count))
    }
}
