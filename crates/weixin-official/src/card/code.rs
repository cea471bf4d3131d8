//! Codes of cards: each copy of a card that a user has taken has a code of its own.

use crate::card::CardsHandle;
use weixin_api::{StringEnum, Timestamp, endpoint};
use weixin_protocol::OpenId;

use crate::ids::{CardId, GiftCardOrderId};

/// Returns who has a card of this code and whether it can be used (查询Code).
///
/// Fails with 40127 or 40099 when the code cannot be used, unless `check_consume` is `false`; with
/// 40056 when there is no such code.
#[endpoint(POST "/card/code/get", title = "查询Code",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Redeeming_a_coupon_voucher_or_card.html#1",
    scope(official), retry = safe, reply = CodeInfo, call = cards.code)]
pub struct GetCode {
    /// The code of the user's card.
    pub code: String,
    /// The card. Required if the codes are the merchant's own.
    pub card_id: Option<CardId>,
    /// Whether a code that cannot be used is an error. `None`: it is.
    pub check_consume: Option<bool>,
}

/// The state of a user's card.
#[endpoint(part, reply_to(GetCode))]
pub struct CodeInfo {
    /// The card that the code belongs to.
    pub card: Option<CodeCard>,
    /// The user who has the card.
    pub openid: Option<OpenId>,
    /// Whether the card can be used.
    pub can_consume: Option<bool>,
    /// The state of the user's card.
    pub user_card_status: Option<UserCardState>,
    /// The name of the member. Only for membership cards.
    pub nickname: Option<String>,
    /// The number of the member. Only for membership cards.
    pub membership_number: Option<String>,
    /// What the member entered on activation. Only for membership cards.
    pub user_info: Option<MemberForm>,
    /// The points on the card.
    pub bonus: Option<i64>,
    /// The balance of the card, in fen.
    pub balance: Option<i64>,
    /// The order by which a gift card was bought.
    pub order_id: Option<GiftCardOrderId>,
    /// The address of the card's picture.
    pub background_pic_url: Option<String>,
    /// The source that the card was handed out with (领取渠道).
    pub outer_str: Option<String>,
}

/// The card that a code belongs to.
#[endpoint(part)]
pub struct CodeCard {
    /// The card that the code belongs to.
    pub card_id: CardId,
    /// The code of the user's card.
    pub code: Option<String>,
    /// The number on the card.
    pub card_number: Option<String>,
    /// When the card can first be used.
    pub begin_time: Option<Timestamp>,
    /// When the card can last be used.
    pub end_time: Option<Timestamp>,
    /// The points on the card.
    pub bonus: Option<i64>,
    /// The balance of the card, in fen.
    pub balance: Option<i64>,
}

/// The state of a user's card.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum UserCardState {
    /// It can be used (正常).
    #[string_enum(rename = "NORMAL")]
    Normal,
    /// It has been used (已核销).
    #[string_enum(rename = "CONSUMED")]
    Consumed,
    /// It has expired (已过期).
    #[string_enum(rename = "EXPIRE")]
    Expired,
    /// It is being given to somebody (转赠中).
    #[string_enum(rename = "GIFTING")]
    Giving,
    /// It was given to somebody who did not accept it in time (转赠超时).
    #[string_enum(rename = "GIFT_TIMEOUT")]
    GiftTimedOut,
    /// The user deleted it (已删除).
    #[string_enum(rename = "DELETE")]
    Deleted,
    /// The merchant made it invalid (已失效).
    #[string_enum(rename = "UNAVAILABLE")]
    Unavailable,
    /// A value that this version does not know.
    Other(String),
}

/// What a member entered on activation.
#[endpoint(part)]
pub struct MemberForm {
    /// The answers to questions of the platform.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub common_field_list: Vec<MemberAnswer>,
    /// The answers to questions of the merchant.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub custom_field_list: Vec<MemberAnswer>,
}

/// An answer of a member.
#[endpoint(part)]
pub struct MemberAnswer {
    /// The question: a key of the platform such as `USER_FORM_INFO_FLAG_MOBILE`, or the words of
    /// the merchant.
    pub name: String,
    /// The answer. Missing for questions with several answers.
    pub value: Option<String>,
    /// The answers, for questions with several.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub value_list: Vec<String>,
}

/// Redeems a user's card (核销). A [`UserConsumeCard`](super::UserConsumeCard) follows.
///
/// Fails with 40099 when it was redeemed before, with 40127 when the user's card is deleted,
/// expired or invalid, with 40056 when there is no such code.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Official};
/// # use weixin_official::{card::GetCode, prelude::*};
/// # async fn example(wx: impl Caller<Kind = Official>) -> Result<(), Error> {
/// let state = wx.cards().code(GetCode::new("736052543512").check_consume(false)).await?;
/// if state.can_consume == Some(true) {
///     let redeemed = wx.cards().consume("736052543512").await?;
///     println!("redeemed for {:?}", redeemed.openid);
/// }
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/card/code/consume", title = "核销Code",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Redeeming_a_coupon_voucher_or_card.html#2",
    scope(official), reply = ConsumedCode, call = cards.consume)]
pub struct ConsumeCode {
    /// The code to redeem.
    pub code: String,
    /// The card. Required if the codes are the merchant's own.
    pub card_id: Option<CardId>,
}

/// The card that was redeemed.
#[endpoint(part, reply_to(ConsumeCode))]
pub struct ConsumedCode {
    /// The card that the code belongs to.
    pub card: Option<CardRef>,
    /// The user who has the card.
    pub openid: Option<OpenId>,
}

/// A reference to a card.
#[endpoint(part)]
pub struct CardRef {
    /// The card.
    pub card_id: CardId,
}

/// Decrypts a code that a page or an event contains (Code解码).
///
/// Fails with 40075 when the code cannot be decrypted.
#[endpoint(POST "/card/code/decrypt", title = "Code解码",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Redeeming_a_coupon_voucher_or_card.html#5",
    scope(official), retry = safe, reply = PlainCode, call = cards.decrypt_code)]
pub struct DecryptCode {
    /// The encrypted code.
    pub encrypt_code: String,
}

/// A decrypted code.
#[endpoint(part, reply_to(DecryptCode))]
pub struct PlainCode {
    /// The decrypted code.
    pub code: String,
}

/// Changes the code of a user's card, for instance after it was given to another user.
#[endpoint(POST "/card/code/update", title = "更改Code",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Managing_Coupons_Vouchers_and_Cards.html#6",
    scope(official), call = cards.update_code)]
pub struct UpdateCode {
    /// The present code.
    pub code: String,
    /// The code that replaces it.
    pub new_code: String,
    /// The card. Required if the codes are the merchant's own.
    pub card_id: Option<CardId>,
}

/// Makes a user's card invalid (设置卡券失效). This cannot be undone.
#[endpoint(POST "/card/code/unavailable", title = "设置卡券失效",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Managing_Coupons_Vouchers_and_Cards.html#8",
    scope(official), retry = safe, call = cards.disable_code)]
pub struct DisableCode {
    /// The code to make invalid.
    pub code: String,
    /// The card. Required if the codes are the merchant's own.
    pub card_id: Option<CardId>,
    /// Why the card is made invalid.
    pub reason: Option<String>,
}

/// Reserves a code for its user before it is redeemed, or releases it.
#[endpoint(POST "/card/code/mark", title = "朋友的券mark",
    scope(official), retry = safe, call = cards.mark_code)]
pub struct MarkCode {
    /// The card that the code belongs to.
    pub card_id: CardId,
    /// The code of the user's card.
    pub code: String,
    /// The user who wants to use the card.
    pub openid: OpenId,
    /// Whether to reserve the code, rather than release it.
    pub is_mark: bool,
}

/// Deposits up to 100 codes of the merchant's own (导入自定义code).
///
/// Fails with 40109 when there are more than 100 codes, with 40110 when one is empty, with 40111
/// when one is there twice.
#[endpoint(POST "/card/code/deposit", title = "导入自定义code",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Distributing_Coupons_Vouchers_and_Cards.html#5",
    scope(official), reply = DepositedCodes, call = cards.deposit_codes)]
pub struct DepositCodes {
    /// The card that gets the codes. Its
    /// [`CardBase::get_custom_code_mode`](super::CardBase::get_custom_code_mode) must be set.
    pub card_id: CardId,
    /// The codes, up to 100.
    pub code: Vec<String>,
}

/// Which of the deposited codes were accepted.
#[endpoint(part, reply_to(DepositCodes))]
pub struct DepositedCodes {
    /// The codes that were accepted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub succ_code: Vec<String>,
    /// The codes that had been deposited before.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub duplicate_code: Vec<String>,
    /// The codes that were not accepted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fail_code: Vec<String>,
}

/// Returns how many codes were deposited for a card.
#[endpoint(POST "/card/code/getdepositcount", title = "查询导入code数目",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Distributing_Coupons_Vouchers_and_Cards.html#5",
    scope(official), retry = safe, reply = DepositedCodeCount, call = cards.count_deposited_codes)]
pub struct CountDepositedCodes {
    /// The card whose codes are counted.
    pub card_id: CardId,
}

/// The number of deposited codes.
#[endpoint(part, reply_to(CountDepositedCodes))]
pub struct DepositedCodeCount {
    /// How many codes were deposited.
    pub count: u64,
}

/// Returns which of up to 100 codes were deposited (核查code).
#[endpoint(POST "/card/code/checkcode", title = "核查code",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Distributing_Coupons_Vouchers_and_Cards.html#5",
    scope(official), retry = safe, reply = CheckedCodes, call = cards.check_codes)]
pub struct CheckCodes {
    /// The card that the codes belong to.
    pub card_id: CardId,
    /// The codes, up to 100.
    pub code: Vec<String>,
}

/// Which codes were deposited.
#[endpoint(part, reply_to(CheckCodes))]
pub struct CheckedCodes {
    /// The codes that were deposited.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exist_code: Vec<String>,
    /// The codes that were not deposited.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub not_exist_code: Vec<String>,
}
