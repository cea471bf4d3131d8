//! Activation: a card that was taken becomes that of a member, by the merchant's call or by a form
//! that WeChat shows.

use crate::member_card::MemberCardsHandle;
use weixin_api::{Timestamp, endpoint};

use crate::card::MemberForm;

/// Activates a member card that somebody took.
#[endpoint(POST "/card/membercard/activate", title = "激活会员卡",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Coupons-Mini_Program_Start_Up.html#%E6%8E%A5%E5%8F%A35%EF%BC%9A%E6%BF%80%E6%B4%BB%E7%94%A8%E6%88%B7%E9%A2%86%E5%8F%96%E7%9A%84%E4%BC%9A%E5%91%98%E5%8D%A1%EF%BC%88%E8%B7%B3%E8%BD%AC%E5%9E%8B%E5%BC%80%E5%8D%A1%E7%BB%84%E4%BB%B6%EF%BC%89",
    scope(official), retry = safe, call = member_cards.activate)]
pub struct ActivateMemberCard {
    /// The code of the card.
    pub code: String,
    /// The number of the member, shown on the card: up to 18 characters.
    pub membership_number: String,
    /// The card; needed if the codes are the merchant's own.
    pub card_id: Option<String>,
    /// The address of its picture.
    pub background_pic_url: Option<String>,
    /// From when it can be used.
    pub activate_begin_time: Option<Timestamp>,
    /// Until when.
    pub activate_end_time: Option<Timestamp>,
    /// The points it begins with.
    pub init_bonus: Option<i64>,
    /// What these points are for.
    pub init_bonus_record: Option<String>,
    /// The money on it at the beginning, in fen.
    pub init_balance: Option<i64>,
    /// What the first field of the card shows: up to 4 characters.
    pub init_custom_field_value1: Option<String>,
    /// What the second shows.
    pub init_custom_field_value2: Option<String>,
    /// What the third shows.
    pub init_custom_field_value3: Option<String>,
}

/// Says what WeChat asks new members for.
///
/// The card needs `wx_activate`.
#[endpoint(POST "/card/membercard/activateuserform/set", title = "设置开卡字段",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Membership_Cards/Create_a_membership_card.html#16",
    scope(official), retry = safe, call = member_cards.set_form)]
pub struct SetActivationForm {
    /// The card.
    pub card_id: String,
    /// The merchant's rules.
    pub service_statement: Option<NamedLink>,
    /// The page where the owner of an old card can join it.
    pub bind_old_card: Option<NamedLink>,
    /// What has to be answered.
    pub required_form: Option<ActivationForm>,
    /// What can be answered.
    pub optional_form: Option<ActivationForm>,
}

/// A page with a name.
#[endpoint(part)]
pub struct NamedLink {
    /// Its name: up to 16 characters.
    pub name: String,
    /// Its address.
    pub url: String,
}

/// What new members are asked for.
#[endpoint(part)]
pub struct ActivationForm {
    /// Whether they can change it later.
    pub can_modify: Option<bool>,
    /// What WeChat knows how to ask, such as `USER_FORM_INFO_FLAG_MOBILE`,
    /// `USER_FORM_INFO_FLAG_NAME`, `USER_FORM_INFO_FLAG_BIRTHDAY`, `USER_FORM_INFO_FLAG_IDCARD`,
    /// `USER_FORM_INFO_FLAG_EMAIL`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub common_field_id_list: Vec<String>,
    /// Questions of the merchant's own, answered with a text: up to 6 characters each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub custom_field_list: Vec<String>,
    /// Questions of the merchant's own, with answers to choose from.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rich_field_list: Vec<ActivationQuestion>,
}

/// A question with answers to choose from.
#[endpoint(part)]
pub struct ActivationQuestion {
    /// `FORM_FIELD_RADIO` (one answer), `FORM_FIELD_SELECT` (a list), `FORM_FIELD_CHECK_BOX`
    /// (several answers).
    #[serde(rename = "type")]
    pub kind: String,
    /// The question.
    pub name: String,
    /// The answers.
    pub values: Vec<String>,
}

/// Gives the address from which a Mini Program or a page opens the form for new members.
#[endpoint(POST "/card/membercard/activate/geturl", title = "获取开卡插件参数",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Coupons-Mini_Program_Start_Up.html#%E6%8E%A5%E5%8F%A31%EF%BC%9A%E8%8E%B7%E5%8F%96%E5%BC%80%E5%8D%A1%E6%8F%92%E4%BB%B6%E5%8F%82%E6%95%B0",
    scope(official), retry = safe, reply = ActivationUrl, call = member_cards.activation_url)]
pub struct GetActivationUrl {
    /// The card.
    pub card_id: String,
    /// Where it is taken: comes back in events.
    pub outer_str: Option<String>,
}

/// The address of the form for new members.
#[endpoint(part, reply_to(GetActivationUrl))]
pub struct ActivationUrl {
    /// The address; what is in its query opens the form in a Mini Program.
    pub url: String,
}

/// Gives what somebody said in the form, before the card is activated.
#[endpoint(POST "/card/membercard/activatetempinfo/get", title = "获取用户提交资料",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Coupons-Mini_Program_Start_Up.html#%E6%8E%A5%E5%8F%A33%EF%BC%9A%E8%8E%B7%E5%8F%96%E7%94%A8%E6%88%B7%E5%BC%80%E5%8D%A1%E6%97%B6%E6%8F%90%E4%BA%A4%E7%9A%84%E4%BF%A1%E6%81%AF%EF%BC%88%E8%B7%B3%E8%BD%AC%E5%9E%8B%E5%BC%80%E5%8D%A1%E7%BB%84%E4%BB%B6%EF%BC%89",
    scope(official), retry = safe, reply = ActivationAnswers, call = member_cards.activation_answers)]
pub struct GetActivationAnswers {
    /// What the page was opened with.
    pub activate_ticket: String,
}

/// What somebody said in the form.
#[endpoint(part, reply_to(GetActivationAnswers))]
pub struct ActivationAnswers {
    /// The answers.
    pub info: MemberForm,
}
