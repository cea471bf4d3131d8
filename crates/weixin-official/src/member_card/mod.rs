//! Membership cards (会员卡): activation, points and balance, offers after a payment.
//! `/card/membercard/*`, `/card/paygiftcard/*`

mod activation;
mod pay_gift;

use weixin_api::{StringEnum, endpoint, group};
use weixin_protocol::{Header, OpenId, inbound, messages};

pub use self::{activation::*, pay_gift::*};
use crate::card::{MemberForm, UserCardState};

use crate::ids::CardId;

group! {
    /// Membership cards (会员卡).
    member_cards: [
        GetMember, ActivateMemberCard, SetActivationForm, GetActivationUrl, GetActivationAnswers,
        AddPayGiftRule, DeletePayGiftRule, GetPayGiftRule, GetPayGiftRules, UpdateMember,
    ]
}

messages![MemberCardChanged, MemberFormSubmitted];

/// Returns the data of a member (拉取会员信息).
#[endpoint(POST "/card/membercard/userinfo/get", title = "拉取会员信息",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Membership_Cards/Manage_Member_Card.html#1",
    scope(official), retry = safe, reply = Member, call = member_cards.get)]
pub struct GetMember {
    /// The membership card.
    pub card_id: CardId,
    /// The code of the member's card.
    pub code: String,
}

/// A member.
#[endpoint(part, reply_to(GetMember))]
pub struct Member {
    /// The user.
    pub openid: Option<OpenId>,
    /// The name that the user chose.
    pub nickname: Option<String>,
    /// The sex of the member.
    pub sex: Option<MemberSex>,
    /// The number of the member.
    pub membership_number: Option<String>,
    /// What the member entered on activation.
    pub user_info: Option<MemberForm>,
    /// The points on the card.
    pub bonus: Option<i64>,
    /// The balance of the card, in fen.
    pub balance: Option<i64>,
    /// The state of the member's card.
    pub user_card_status: Option<UserCardState>,
    /// Whether the card is activated.
    pub has_active: Option<bool>,
}

/// The sex of a member.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum MemberSex {
    /// Male.
    #[string_enum(rename = "MALE")]
    Male,
    /// Female.
    #[string_enum(rename = "FEMALE")]
    Female,
    /// Not known; the platform spells it without the last letter.
    #[string_enum(rename = "UNKNOW")]
    Unknown,
    /// A value that this version does not know.
    Other(String),
}

/// Changes points, balance and other values of a member's card, and notifies the member (更新会员信息).
///
/// `add_bonus` and `add_balance` count each time the call is made; `bonus` and `balance` set a
/// value.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Official};
/// # use weixin_official::{member_card::UpdateMember, prelude::*};
/// # async fn example(wx: impl Caller<Kind = Official>) -> Result<(), Error> {
/// let change = UpdateMember::new("916679873278", "pbLatjtZ7v1BG_ZnTjbW85GYc_E8")
///     .add_bonus(20)
///     .record_bonus("A purchase of ¥20");
/// let member = wx.member_cards().update(change).await?;
/// println!("{} points", member.result_bonus.unwrap_or_default());
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/card/membercard/updateuser", title = "更新会员信息",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Membership_Cards/Create_a_membership_card.html#18",
    scope(official), reply = UpdatedMember, call = member_cards.update)]
pub struct UpdateMember {
    /// The code of the member's card.
    pub code: String,
    /// The membership card.
    pub card_id: CardId,
    /// The address of the picture of the card.
    pub background_pic_url: Option<String>,
    /// The new number of points. Either this or `add_bonus` is given.
    pub bonus: Option<i64>,
    /// By how much the points change; negative to take points away.
    pub add_bonus: Option<i64>,
    /// The reason for the change of points, shown to the member: up to 14 Chinese characters.
    pub record_bonus: Option<String>,
    /// The new balance, in fen. Either this or `add_balance` is given.
    pub balance: Option<i64>,
    /// By how much the balance changes, in fen; negative to take money away.
    pub add_balance: Option<i64>,
    /// The reason for the change of the balance, shown to the member: up to 14 Chinese characters.
    pub record_balance: Option<String>,
    /// The value of the first field of the card, up to 4 Chinese characters.
    pub custom_field_value1: Option<String>,
    /// The value of the second field, up to 4 Chinese characters.
    pub custom_field_value2: Option<String>,
    /// The value of the third field, up to 4 Chinese characters.
    pub custom_field_value3: Option<String>,
    /// Which changes the member is notified of.
    pub notify_optional: Option<MemberNotice>,
}

/// Which changes a member is notified of; what is left out is not.
#[endpoint(part)]
pub struct MemberNotice {
    /// Whether of the points.
    pub is_notify_bonus: Option<bool>,
    /// Whether of the balance.
    pub is_notify_balance: Option<bool>,
    /// Whether of the first field.
    pub is_notify_custom_field1: Option<bool>,
    /// Whether of the second field.
    pub is_notify_custom_field2: Option<bool>,
    /// Whether of the third field.
    pub is_notify_custom_field3: Option<bool>,
}

/// A member's card after a change.
#[endpoint(part, reply_to(UpdateMember))]
pub struct UpdatedMember {
    /// The user.
    pub openid: Option<OpenId>,
    /// The points after the change.
    pub result_bonus: Option<i64>,
    /// The balance after the change, in fen.
    pub result_balance: Option<i64>,
}

/// Points or balance of a membership card changed.
#[inbound(event = "update_member_card", scope(official))]
pub struct MemberCardChanged {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The membership card that changed.
    pub card_id: CardId,
    /// The code of the member's card.
    pub user_card_code: String,
    /// By how much the points changed; negative if they were taken away.
    pub modify_bonus: Option<i64>,
    /// By how much the balance changed; negative if money was taken away.
    pub modify_balance: Option<i64>,
}

/// A user filled in the form and activated a membership card.
#[inbound(event = "submit_membercard_user_info", scope(official))]
pub struct MemberFormSubmitted {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The membership card that was activated.
    pub card_id: CardId,
    /// The code of the member's card.
    pub user_card_code: String,
}
