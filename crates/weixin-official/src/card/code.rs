//! The codes of cards: each card that a user has taken has one of its own.

use crate::card::CardsHandle;
use weixin_api::{StringEnum, Timestamp, endpoint};
use weixin_protocol::OpenId;

/// Says whose a code is and whether it can be used.
#[endpoint(POST "/card/code/get", title = "查询Code",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Redeeming_a_coupon_voucher_or_card.html#1",
    scope(official), retry = safe, reply = CodeInfo, call = cards.code)]
pub struct GetCode {
    /// The code.
    pub code: String,
    /// The card; needed if the codes are the merchant's own.
    pub card_id: Option<String>,
    /// Whether a code that cannot be used is an error (40127, 40099); `true` if left out.
    pub check_consume: Option<bool>,
}

/// What is known of a code.
#[endpoint(part, reply_to(GetCode))]
pub struct CodeInfo {
    /// The card it belongs to.
    pub card: Option<CodeCard>,
    /// Whose it is.
    pub openid: Option<OpenId>,
    /// Whether it can be used.
    pub can_consume: Option<bool>,
    /// How far it is.
    pub user_card_status: Option<UserCardState>,
    /// The name of the member.
    pub nickname: Option<String>,
    /// The number of the member.
    pub membership_number: Option<String>,
    /// What the member said on activation.
    pub user_info: Option<MemberForm>,
    /// The points on it.
    pub bonus: Option<i64>,
    /// The money on it, in fen.
    pub balance: Option<i64>,
    /// The order, of a gift card.
    pub order_id: Option<String>,
    /// The address of its picture.
    pub background_pic_url: Option<String>,
    /// Where it was taken, as said when it was distributed.
    pub outer_str: Option<String>,
}

/// The card a code belongs to.
#[endpoint(part)]
pub struct CodeCard {
    /// The card.
    pub card_id: String,
    /// The code.
    pub code: Option<String>,
    /// The number on the card.
    pub card_number: Option<String>,
    /// From when it can be used.
    pub begin_time: Option<Timestamp>,
    /// Until when.
    pub end_time: Option<Timestamp>,
    /// The points on it.
    pub bonus: Option<i64>,
    /// The money on it, in fen.
    pub balance: Option<i64>,
}

/// How far a user's card is.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum UserCardState {
    /// It can be used.
    #[string_enum(rename = "NORMAL")]
    Normal,
    /// It has been used.
    #[string_enum(rename = "CONSUMED")]
    Consumed,
    /// Its time is over.
    #[string_enum(rename = "EXPIRE")]
    Expired,
    /// It is being given to somebody.
    #[string_enum(rename = "GIFTING")]
    Giving,
    /// It was given to somebody who did not take it.
    #[string_enum(rename = "GIFT_TIMEOUT")]
    GiftTimedOut,
    /// The user deleted it.
    #[string_enum(rename = "DELETE")]
    Deleted,
    /// The merchant made it invalid.
    #[string_enum(rename = "UNAVAILABLE")]
    Unavailable,
    /// A value that this version does not know.
    Other(String),
}

/// What a member said on activation.
#[endpoint(part)]
pub struct MemberForm {
    /// Answers to what the platform asks.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub common_field_list: Vec<MemberAnswer>,
    /// Answers to what the merchant asks.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub custom_field_list: Vec<MemberAnswer>,
}

/// One answer of a member.
#[endpoint(part)]
pub struct MemberAnswer {
    /// The question, such as `USER_FORM_INFO_FLAG_MOBILE`.
    pub name: String,
    /// The answer.
    pub value: Option<String>,
    /// The answers, if there may be several.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub value_list: Vec<String>,
}

/// Uses a code up. An event `user_consume_card` follows.
#[endpoint(POST "/card/code/consume", title = "核销Code",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Redeeming_a_coupon_voucher_or_card.html#2",
    scope(official), reply = ConsumedCode, call = cards.consume)]
pub struct ConsumeCode {
    /// The code.
    pub code: String,
    /// The card; needed if the codes are the merchant's own.
    pub card_id: Option<String>,
}

/// A code that was used up.
#[endpoint(part, reply_to(ConsumeCode))]
pub struct ConsumedCode {
    /// The card it belongs to.
    pub card: Option<CardRef>,
    /// Whose it was.
    pub openid: Option<OpenId>,
}

/// A card, by its number.
#[endpoint(part)]
pub struct CardRef {
    /// The card.
    pub card_id: String,
}

/// Decrypts a code that a page or an event brought.
#[endpoint(POST "/card/code/decrypt", title = "Code解码",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Redeeming_a_coupon_voucher_or_card.html#5",
    scope(official), retry = safe, reply = PlainCode, call = cards.decrypt_code)]
pub struct DecryptCode {
    /// What was brought.
    pub encrypt_code: String,
}

/// A code.
#[endpoint(part, reply_to(DecryptCode))]
pub struct PlainCode {
    /// The code.
    pub code: String,
}

/// Gives a card another code.
#[endpoint(POST "/card/code/update", title = "更改Code",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Managing_Coupons_Vouchers_and_Cards.html#6",
    scope(official), call = cards.update_code)]
pub struct UpdateCode {
    /// The present one.
    pub code: String,
    /// The new one.
    pub new_code: String,
    /// The card; needed if the codes are the merchant's own.
    pub card_id: Option<String>,
}

/// Makes a code invalid, for good.
#[endpoint(POST "/card/code/unavailable", title = "设置卡券失效",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Managing_Coupons_Vouchers_and_Cards.html#8",
    scope(official), retry = safe, call = cards.disable_code)]
pub struct DisableCode {
    /// The code.
    pub code: String,
    /// The card; needed if the codes are the merchant's own.
    pub card_id: Option<String>,
    /// Why.
    pub reason: Option<String>,
}

/// Reserves a code for its user before it is used up, or lets go of it.
#[endpoint(POST "/card/code/mark", title = "朋友的券mark",
    scope(official), retry = safe, call = cards.mark_code)]
pub struct MarkCode {
    /// The card.
    pub card_id: String,
    /// The code.
    pub code: String,
    /// The user.
    pub openid: OpenId,
    /// Whether it is reserved.
    pub is_mark: bool,
}

/// Hands over codes of the merchant's own: up to 100.
#[endpoint(POST "/card/code/deposit", title = "导入自定义code",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Distributing_Coupons_Vouchers_and_Cards.html#5",
    scope(official), reply = DepositedCodes, call = cards.deposit_codes)]
pub struct DepositCodes {
    /// The card.
    pub card_id: String,
    /// The codes.
    pub code: Vec<String>,
}

/// What became of the codes.
#[endpoint(part, reply_to(DepositCodes))]
pub struct DepositedCodes {
    /// Those that were taken.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub succ_code: Vec<String>,
    /// Those that were there already.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub duplicate_code: Vec<String>,
    /// Those that were not taken.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fail_code: Vec<String>,
}

/// Says how many own codes were handed over.
#[endpoint(POST "/card/code/getdepositcount", title = "查询导入code数目",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Distributing_Coupons_Vouchers_and_Cards.html#5",
    scope(official), retry = safe, reply = DepositedCodeCount, call = cards.count_deposited_codes)]
pub struct CountDepositedCodes {
    /// The card.
    pub card_id: String,
}

/// How many own codes were handed over.
#[endpoint(part, reply_to(CountDepositedCodes))]
pub struct DepositedCodeCount {
    /// How many.
    pub count: u64,
}

/// Says which of up to 100 codes were handed over.
#[endpoint(POST "/card/code/checkcode", title = "核查code",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Distributing_Coupons_Vouchers_and_Cards.html#5",
    scope(official), retry = safe, reply = CheckedCodes, call = cards.check_codes)]
pub struct CheckCodes {
    /// The card.
    pub card_id: String,
    /// The codes.
    pub code: Vec<String>,
}

/// Which codes were handed over.
#[endpoint(part, reply_to(CheckCodes))]
pub struct CheckedCodes {
    /// Those that were.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exist_code: Vec<String>,
    /// Those that were not.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub not_exist_code: Vec<String>,
}
