//! Cards and coupons (微信卡券): creating, handing out and redeeming them. `/card/*`
//!
//! Membership cards, gift cards, invoices and cards for other merchants are groups of their own.

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

use crate::ids::CardId;

group! {
    /// Cards and coupons (微信卡券).
    cards: [
        CreateCard, UpdateCard, GetCode, ConsumeCode, DecryptCode, UpdateCode, DisableCode,
        MarkCode, DepositCodes, CountDepositedCodes, CheckCodes, CreateCardQrCode,
        CreateLandingPage, GetCardHtml, SetCardTesters, CheckInBoardingPass, UpdateMovieTicket,
        UpdateMeetingTicket, UpdateLuckyMoneyBalance, GetCard, GetCards, DeleteCard,
        ModifyCardStock, SetPayCell, SetSelfConsumeCell, GetCardsOfUser,
    ]
}

/// Creates a card (创建卡券).
///
/// The platform reviews it before anybody can take it and pushes a [`CardApproved`] or a
/// [`CardRejected`].
///
/// Fails with 45021 when a text is too long, with 41011 when a field is missing, with 40079 when a
/// time is wrong, with 40124 when there are too many fields of the merchant's own. 43009 to 43012
/// mean that the account may not use codes of its own, balances, points or links.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Official};
/// # use weixin_official::card::{Card, CardBase, CardStock, CardValidity, CodeForm, GiftVoucher};
/// # use weixin_official::prelude::*;
/// # async fn example(wx: impl Caller<Kind = Official>) -> Result<(), Error> {
/// let base = CardBase::new(
///     "https://mmbiz.qpic.cn/logo.png",
///     CodeForm::QrCode,
///     "Ann's Coffee",
///     "A free coffee",
///     "Color010",
///     "Show this code at the counter.",
///     "Once per person.",
///     CardValidity::days(30),
///     CardStock::new(500),
/// );
/// let created = wx.cards().create(Card::from(GiftVoucher::new(base, "One coffee"))).await?;
/// println!("card {}", created.card_id);
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/card/create", title = "创建卡券",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Create_a_Coupon_Voucher_or_Card.html#8",
    scope(official), reply = CreatedCard, call = cards.create)]
pub struct CreateCard {
    /// The card to create.
    pub card: Card,
}

/// The reply to a created card.
#[endpoint(part, reply_to(CreateCard))]
pub struct CreatedCard {
    /// The id of the card.
    pub card_id: CardId,
}

/// Returns a card.
///
/// Fails with 40073 when there is no such card.
#[endpoint(POST "/card/get", title = "查看卡券详情",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Managing_Coupons_Vouchers_and_Cards.html#2",
    scope(official), retry = safe, reply = CardDescription, call = cards.get)]
pub struct GetCard {
    /// The card to return.
    pub card_id: CardId,
}

/// The reply with a card.
#[endpoint(part, reply_to(GetCard))]
pub struct CardDescription {
    /// The card.
    pub card: Card,
}

/// Returns the ids of the cards of the account, up to 50 per page.
///
/// `wx.cards().list().pages()` walks through all of them.
#[endpoint(POST "/card/batchget", title = "批量查询卡券列表",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Managing_Coupons_Vouchers_and_Cards.html#3",
    scope(official), retry = safe, reply = CardIds, call = "wx.cards().list()")]
pub struct GetCards {
    /// How many cards to skip.
    pub offset: u64,
    /// How many cards to return, at most 50.
    pub count: u32,
    /// Returns only cards in one of these states. Empty: all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub status_list: Vec<CardState>,
}

/// A page of the cards of an account.
#[endpoint(part, reply_to(GetCards))]
pub struct CardIds {
    /// The cards of this page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub card_id_list: Vec<CardId>,
    /// How many cards there are in all.
    pub total_num: Option<u64>,
}

impl Paged for GetCards {
    type Item = CardId;
    fn split_page(self, page: CardIds) -> (Vec<CardId>, Option<Self>) {
        let cards = page.card_id_list;
        let offset = self.offset + cards.len() as u64;
        let more = !cards.is_empty() && page.total_num.is_none_or(|total| offset < total);
        (cards, more.then_some(Self { offset, ..self }))
    }
}

/// Deletes a card. Users who have taken it keep it.
///
/// Fails with 40073 when there is no such card.
#[endpoint(POST "/card/delete", title = "删除卡券",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Managing_Coupons_Vouchers_and_Cards.html#7",
    scope(official), retry = safe, call = cards.delete)]
pub struct DeleteCard {
    /// The card to delete.
    pub card_id: CardId,
}

/// Increases or reduces the stock of a card (修改库存).
///
/// Fails with 40073 when there is no such card, with 40122 when the number is wrong.
#[endpoint(POST "/card/modifystock", title = "修改库存",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Managing_Coupons_Vouchers_and_Cards.html#5",
    scope(official), call = "wx.cards().add_stock(card_id, count)")]
pub struct ModifyCardStock {
    /// The card whose stock changes.
    pub card_id: CardId,
    /// By how much the stock increases.
    pub increase_stock_value: Option<u64>,
    /// By how much the stock is reduced.
    pub reduce_stock_value: Option<u64>,
}

/// Enables or disables payment through a card (微信买单).
///
/// The card must be valid in a store that takes such payments.
#[endpoint(POST "/card/paycell/set", title = "设置买单",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Create_a_Coupon_Voucher_or_Card.html#11",
    scope(official), retry = safe, call = cards.set_pay_cell)]
pub struct SetPayCell {
    /// The card that users pay through.
    pub card_id: CardId,
    /// Whether payment is enabled.
    pub is_open: bool,
}

/// Sets whether users can redeem a card themselves (自助核销).
#[endpoint(POST "/card/selfconsumecell/set", title = "设置自助核销",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Create_a_Coupon_Voucher_or_Card.html#14",
    scope(official), retry = safe, call = cards.set_self_consume)]
pub struct SetSelfConsumeCell {
    /// The card that users redeem.
    pub card_id: CardId,
    /// Whether users can redeem the card themselves.
    pub is_open: bool,
    /// Whether they must enter a verification code. `None`: they need not.
    pub need_verify_cod: Option<bool>,
    /// Whether they must enter the amount. `None`: they need not.
    pub need_remark_amount: Option<bool>,
}

/// Returns the cards that a user has and can use.
#[endpoint(POST "/card/user/getcardlist", title = "获取用户已领取卡券",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Managing_Coupons_Vouchers_and_Cards.html#1",
    scope(official), retry = safe, reply = CardsOfUser, call = cards.of)]
pub struct GetCardsOfUser {
    /// The user.
    pub openid: OpenId,
    /// Returns only copies of this card. `None`: of all cards.
    pub card_id: Option<CardId>,
}

/// The cards that a user has.
#[endpoint(part, reply_to(GetCardsOfUser))]
pub struct CardsOfUser {
    /// The cards with their codes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub card_list: Vec<CodeOfCard>,
    /// Whether some of them can be used by several users (朋友的券).
    pub has_share_card: Option<bool>,
}

/// A card that a user has.
#[endpoint(part)]
pub struct CodeOfCard {
    /// The card that the code belongs to.
    pub card_id: CardId,
    /// The code of the user's card.
    pub code: String,
}

impl<'c, C: Caller + ?Sized> CardsHandle<'c, C> {
    /// Returns the cards of the account, the first page when awaited; see [`GetCards`].
    pub fn list(&self) -> Call<'c, C, GetCards> {
        Call::new(self.caller, GetCards::new(0, 50))
    }

    /// Increases the stock of a card; see [`ModifyCardStock`].
    pub fn add_stock(
        &self,
        card_id: impl Into<CardId>,
        count: u64,
    ) -> Call<'c, C, ModifyCardStock> {
        Call::new(self.caller, ModifyCardStock::new(card_id).increase_stock_value(count))
    }

    /// Reduces the stock of a card; see [`ModifyCardStock`].
    pub fn reduce_stock(
        &self,
        card_id: impl Into<CardId>,
        count: u64,
    ) -> Call<'c, C, ModifyCardStock> {
        Call::new(self.caller, ModifyCardStock::new(card_id).reduce_stock_value(count))
    }
}
