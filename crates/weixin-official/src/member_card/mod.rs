//! Member cards (会员卡): activation, points and money, what is offered after a payment.
//! `/card/membercard/*`, `/card/paygiftcard/*`

mod activation;
mod pay_gift;

use weixin_api::{endpoint, group};
use weixin_protocol::{Header, OpenId, inbound, messages};

pub use self::{activation::*, pay_gift::*};
use crate::card::{MemberForm, UserCardState};

group! {
    /// Member cards (会员卡).
    member_cards: [GetMember, ActivateMemberCard, SetActivationForm, GetActivationUrl, GetActivationAnswers, AddPayGiftRule, DeletePayGiftRule, GetPayGiftRule, GetPayGiftRules, UpdateMember]
}

messages![MemberCardChanged, MemberFormSubmitted];

/// Gives what is known of a member.
#[endpoint(POST "/card/membercard/userinfo/get", title = "拉取会员信息",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Membership_Cards/Manage_Member_Card.html#1",
    scope(official), retry = safe, reply = Member, call = member_cards.get)]
pub struct GetMember {
    /// The card.
    pub card_id: String,
    /// The code of the member's card.
    pub code: String,
}

/// What is known of a member.
#[endpoint(part, reply_to(GetMember))]
pub struct Member {
    /// Who it is.
    pub openid: Option<OpenId>,
    /// The name.
    pub nickname: Option<String>,
    /// `MALE`, `FEMALE` or `UNKNOW`.
    pub sex: Option<String>,
    /// The number of the member.
    pub membership_number: Option<String>,
    /// What the member said on activation.
    pub user_info: Option<MemberForm>,
    /// The points on the card.
    pub bonus: Option<i64>,
    /// The money on it, in fen.
    pub balance: Option<i64>,
    /// How far the card is.
    pub user_card_status: Option<UserCardState>,
    /// Whether it is activated.
    pub has_active: Option<bool>,
}

/// Changes points, money and other values of a member's card, and tells the member.
///
/// What is added is added each time: with `bonus` and `balance` a value is set instead.
#[endpoint(POST "/card/membercard/updateuser", title = "更新会员信息",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Membership_Cards/Create_a_membership_card.html#18",
    scope(official), reply = UpdatedMember, call = member_cards.update)]
pub struct UpdateMember {
    /// The code of the member's card.
    pub code: String,
    /// The card.
    pub card_id: String,
    /// The address of its picture.
    pub background_pic_url: Option<String>,
    /// The points it is to have.
    pub bonus: Option<i64>,
    /// Or how many are added; below 0: taken.
    pub add_bonus: Option<i64>,
    /// What for: up to 14 characters.
    pub record_bonus: Option<String>,
    /// The money it is to have, in fen.
    pub balance: Option<i64>,
    /// Or how much is added, in fen; below 0: taken.
    pub add_balance: Option<i64>,
    /// What for: up to 14 characters.
    pub record_balance: Option<String>,
    /// What the first field of the card shows: up to 4 characters.
    pub custom_field_value1: Option<String>,
    /// What the second shows.
    pub custom_field_value2: Option<String>,
    /// What the third shows.
    pub custom_field_value3: Option<String>,
    /// What of it the member is told.
    pub notify_optional: Option<MemberNotice>,
}

/// What a member is told of a change; everything that is left out is not told.
#[endpoint(part)]
pub struct MemberNotice {
    /// The points.
    pub is_notify_bonus: Option<bool>,
    /// The money.
    pub is_notify_balance: Option<bool>,
    /// The first field.
    pub is_notify_custom_field1: Option<bool>,
    /// The second.
    pub is_notify_custom_field2: Option<bool>,
    /// The third.
    pub is_notify_custom_field3: Option<bool>,
}

/// A member's card after a change.
#[endpoint(part, reply_to(UpdateMember))]
pub struct UpdatedMember {
    /// Whose it is.
    pub openid: Option<OpenId>,
    /// The points on it.
    pub result_bonus: Option<i64>,
    /// The money on it, in fen.
    pub result_balance: Option<i64>,
}

/// Points or money on a member's card changed. Event `update_member_card`.
#[inbound(event = "update_member_card", scope(official))]
pub struct MemberCardChanged {
    /// From whom, to whom, when.
    pub header: Header,
    /// The card.
    pub card_id: String,
    /// Its code.
    pub user_card_code: String,
    /// How many points were added or taken.
    pub modify_bonus: Option<i64>,
    /// How much money was added or taken.
    pub modify_balance: Option<i64>,
}

/// Somebody filled in the form and activated a member card. Event
/// `submit_membercard_user_info`.
#[inbound(event = "submit_membercard_user_info", scope(official))]
pub struct MemberFormSubmitted {
    /// From whom, to whom, when.
    pub header: Header,
    /// The card.
    pub card_id: String,
    /// Its code.
    pub user_card_code: String,
}
