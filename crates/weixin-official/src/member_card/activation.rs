//! Activation of membership cards, by a call or by a form that the platform shows.

use crate::member_card::MemberCardsHandle;
use weixin_api::{StringEnum, Timestamp, endpoint};
use weixin_protocol::Secret;

use crate::card::MemberForm;

use crate::ids::CardId;

/// Activates a membership card that a user took (激活会员卡).
#[endpoint(POST "/card/membercard/activate", title = "激活会员卡",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Coupons-Mini_Program_Start_Up.html#%E6%8E%A5%E5%8F%A35%EF%BC%9A%E6%BF%80%E6%B4%BB%E7%94%A8%E6%88%B7%E9%A2%86%E5%8F%96%E7%9A%84%E4%BC%9A%E5%91%98%E5%8D%A1%EF%BC%88%E8%B7%B3%E8%BD%AC%E5%9E%8B%E5%BC%80%E5%8D%A1%E7%BB%84%E4%BB%B6%EF%BC%89",
    scope(official), retry = safe, call = member_cards.activate)]
pub struct ActivateMemberCard {
    /// The code of the user's card.
    pub code: String,
    /// The number of the member, shown on the card: up to 18 characters.
    pub membership_number: String,
    /// The card. Required if the codes are the merchant's own.
    pub card_id: Option<CardId>,
    /// The address of the picture of the card.
    pub background_pic_url: Option<String>,
    /// When the membership begins.
    pub activate_begin_time: Option<Timestamp>,
    /// When the membership ends.
    pub activate_end_time: Option<Timestamp>,
    /// The points that the card starts with.
    pub init_bonus: Option<i64>,
    /// The reason for these points, shown to the member.
    pub init_bonus_record: Option<String>,
    /// The balance that the card starts with, in fen.
    pub init_balance: Option<i64>,
    /// The value of the first field of the card, up to 4 Chinese characters.
    pub init_custom_field_value1: Option<String>,
    /// The value of the second field, up to 4 Chinese characters.
    pub init_custom_field_value2: Option<String>,
    /// The value of the third field, up to 4 Chinese characters.
    pub init_custom_field_value3: Option<String>,
}

/// Sets the form that new members fill in (设置开卡字段).
///
/// The card must have [`MemberCard::wx_activate`](crate::card::MemberCard::wx_activate).
#[endpoint(POST "/card/membercard/activateuserform/set", title = "设置开卡字段",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Membership_Cards/Create_a_membership_card.html#16",
    scope(official), retry = safe, call = member_cards.set_form)]
pub struct SetActivationForm {
    /// The membership card that the form is for.
    pub card_id: CardId,
    /// The merchant's terms (服务声明).
    pub service_statement: Option<NamedLink>,
    /// The page where members link an older card (绑定老会员卡).
    pub bind_old_card: Option<NamedLink>,
    /// The questions that must be answered (必填选项).
    pub required_form: Option<ActivationForm>,
    /// The questions that can be answered (选填项).
    pub optional_form: Option<ActivationForm>,
}

/// A link with a label.
#[endpoint(part)]
pub struct NamedLink {
    /// The label, up to 16 characters.
    pub name: String,
    /// The address.
    pub url: String,
}

/// The questions of a form for new members.
#[endpoint(part)]
pub struct ActivationForm {
    /// Whether members can change their answers later.
    pub can_modify: Option<bool>,
    /// Questions that the platform knows.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub common_field_id_list: Vec<MemberFormField>,
    /// Questions of the merchant's own that are answered with a text, up to 6 characters each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub custom_field_list: Vec<String>,
    /// Questions of the merchant's own with answers to choose from.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rich_field_list: Vec<ActivationQuestion>,
}

/// A question for new members that the platform knows.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum MemberFormField {
    /// The phone number (手机号).
    #[string_enum(rename = "USER_FORM_INFO_FLAG_MOBILE")]
    Mobile,
    /// The sex (性别).
    #[string_enum(rename = "USER_FORM_INFO_FLAG_SEX")]
    Sex,
    /// The name (姓名).
    #[string_enum(rename = "USER_FORM_INFO_FLAG_NAME")]
    Name,
    /// The birthday (生日).
    #[string_enum(rename = "USER_FORM_INFO_FLAG_BIRTHDAY")]
    Birthday,
    /// The number of the identity card (身份证).
    #[string_enum(rename = "USER_FORM_INFO_FLAG_IDCARD")]
    IdCard,
    /// The mail address (邮箱).
    #[string_enum(rename = "USER_FORM_INFO_FLAG_EMAIL")]
    Email,
    /// The postal address (详细地址).
    #[string_enum(rename = "USER_FORM_INFO_FLAG_LOCATION")]
    Location,
    /// The industry (行业).
    #[string_enum(rename = "USER_FORM_INFO_FLAG_INDUSTRY")]
    Industry,
    /// The income (收入).
    #[string_enum(rename = "USER_FORM_INFO_FLAG_INCOME")]
    Income,
    /// Hobbies (兴趣爱好).
    #[string_enum(rename = "USER_FORM_INFO_FLAG_HABIT")]
    Hobby,
    /// A value that this version does not know.
    Other(String),
}

/// A question with answers to choose from (富文本类型).
#[endpoint(part)]
pub struct ActivationQuestion {
    /// How the answers are chosen.
    #[serde(rename = "type")]
    pub kind: ActivationQuestionKind,
    /// The question.
    pub name: String,
    /// The answers to choose from.
    pub values: Vec<String>,
}

/// How the answers to a question are chosen.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum ActivationQuestionKind {
    /// One answer, by buttons (自定义单选).
    #[string_enum(rename = "FORM_FIELD_RADIO")]
    Radio,
    /// One answer, from a list (自定义选择项).
    #[string_enum(rename = "FORM_FIELD_SELECT")]
    Select,
    /// Several answers (自定义多选).
    #[string_enum(rename = "FORM_FIELD_CHECK_BOX")]
    CheckBox,
    /// A value that this version does not know.
    Other(String),
}

/// Returns the address from which a Mini Program or a page opens the form for new members
/// (获取开卡插件参数).
#[endpoint(POST "/card/membercard/activate/geturl", title = "获取开卡插件参数",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Coupons-Mini_Program_Start_Up.html#%E6%8E%A5%E5%8F%A31%EF%BC%9A%E8%8E%B7%E5%8F%96%E5%BC%80%E5%8D%A1%E6%8F%92%E4%BB%B6%E5%8F%82%E6%95%B0",
    scope(official), retry = safe, reply = ActivationUrl, call = member_cards.activation_url)]
pub struct GetActivationUrl {
    /// The membership card that the form is for.
    pub card_id: CardId,
    /// The source, which events repeat (领取渠道).
    pub outer_str: Option<String>,
}

/// The address of the form for new members.
#[endpoint(part, reply_to(GetActivationUrl))]
pub struct ActivationUrl {
    /// The address. The parameters in its query open the form in a Mini Program.
    pub url: String,
}

/// Returns what a user entered in the form, before the card is activated.
///
/// Fails with 72011 when the ticket is another account's, with 72012 when it has expired.
#[endpoint(POST "/card/membercard/activatetempinfo/get", title = "获取用户提交资料",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Coupons-Mini_Program_Start_Up.html#%E6%8E%A5%E5%8F%A33%EF%BC%9A%E8%8E%B7%E5%8F%96%E7%94%A8%E6%88%B7%E5%BC%80%E5%8D%A1%E6%97%B6%E6%8F%90%E4%BA%A4%E7%9A%84%E4%BF%A1%E6%81%AF%EF%BC%88%E8%B7%B3%E8%BD%AC%E5%9E%8B%E5%BC%80%E5%8D%A1%E7%BB%84%E4%BB%B6%EF%BC%89",
    scope(official), retry = safe, reply = ActivationAnswers, call = member_cards.activation_answers)]
pub struct GetActivationAnswers {
    /// The ticket from the address that the merchant's page was opened with.
    #[serde(serialize_with = "weixin_api::expose")]
    pub activate_ticket: Secret,
}

/// What a user entered in the form.
#[endpoint(part, reply_to(GetActivationAnswers))]
pub struct ActivationAnswers {
    /// The answers.
    pub info: MemberForm,
}
