//! The kinds of cards, and the content of each kind.

use serde_json::{Map, Value};
use weixin_api::{StringEnum, TaggedEnum, Timestamp, endpoint};

use super::base::{CardBase, CardDetails};

/// A card, by its kind (卡券类型, `card_type`).
///
/// `Card::from(Groupon::new(…))` makes one.
#[derive(Debug, Clone, PartialEq, TaggedEnum)]
#[tagged(tag = "card_type", rename_all = "SCREAMING_SNAKE_CASE", rename_keys = "snake_case")]
#[non_exhaustive]
pub enum Card {
    /// A group purchase paid in advance (团购券).
    #[tagged(from)]
    Groupon(Box<Groupon>),
    /// A voucher that takes off an amount (代金券).
    #[tagged(from)]
    Cash(Box<CashVoucher>),
    /// A voucher that takes off a percentage (折扣券).
    #[tagged(from)]
    Discount(Box<DiscountVoucher>),
    /// A voucher that is exchanged for something (兑换券).
    #[tagged(from)]
    Gift(Box<GiftVoucher>),
    /// A voucher for any other offer (优惠券).
    #[tagged(from)]
    GeneralCoupon(Box<GeneralCoupon>),
    /// A gift card (礼品卡).
    #[tagged(from)]
    GeneralCard(Box<GeneralCard>),
    /// A membership card (会员卡).
    #[tagged(from)]
    MemberCard(Box<MemberCard>),
    /// A ticket for a meeting (会议门票).
    #[tagged(from)]
    MeetingTicket(Box<MeetingTicket>),
    /// A ticket for a place of interest (景区门票).
    #[tagged(from)]
    ScenicTicket(Box<ScenicTicket>),
    /// A ticket for a film (电影票).
    #[tagged(from)]
    MovieTicket(Box<MovieTicket>),
    /// A boarding pass (飞机票).
    #[tagged(from)]
    BoardingPass(Box<BoardingPass>),
    /// A kind that this version does not know, or content that it cannot read, with all its
    /// fields.
    #[tagged(other)]
    Other(Map<String, Value>),
}

/// A group purchase paid in advance (团购券).
#[endpoint(part)]
#[derive(Default)]
#[serde(default)]
pub struct Groupon {
    /// What all kinds of cards have in common.
    pub base_info: CardBase,
    /// What the purchase contains (团购详情).
    pub deal_detail: String,
    /// Further information on the card.
    pub advanced_info: Option<CardDetails>,
}

/// A voucher that takes off an amount (代金券).
#[endpoint(part)]
#[derive(Default)]
#[serde(default)]
pub struct CashVoucher {
    /// What all kinds of cards have in common.
    pub base_info: CardBase,
    /// The value of the voucher, in fen (减免金额).
    pub reduce_cost: u64,
    /// The least amount of a purchase, in fen (起用金额). `None` or 0: any.
    pub least_cost: Option<u64>,
    /// Further information on the card.
    pub advanced_info: Option<CardDetails>,
}

/// A voucher that takes off a percentage (折扣券).
#[endpoint(part)]
#[derive(Default)]
#[serde(default)]
pub struct DiscountVoucher {
    /// What all kinds of cards have in common.
    pub base_info: CardBase,
    /// The discount in percent (打折额度): 30 means 70% of the price.
    pub discount: u32,
    /// Further information on the card.
    pub advanced_info: Option<CardDetails>,
}

/// A voucher that is exchanged for something (兑换券).
#[endpoint(part)]
#[derive(Default)]
#[serde(default)]
pub struct GiftVoucher {
    /// What all kinds of cards have in common.
    pub base_info: CardBase,
    /// What the user gets (兑换内容).
    pub gift: String,
    /// Further information on the card.
    pub advanced_info: Option<CardDetails>,
}

/// A voucher for any other offer (优惠券).
#[endpoint(part)]
#[derive(Default)]
#[serde(default)]
pub struct GeneralCoupon {
    /// What all kinds of cards have in common.
    pub base_info: CardBase,
    /// The offer in words (优惠详情).
    pub default_detail: String,
    /// Further information on the card.
    pub advanced_info: Option<CardDetails>,
}

/// A gift card (礼品卡).
#[endpoint(part)]
#[derive(Default)]
#[serde(default)]
pub struct GeneralCard {
    /// What all kinds of cards have in common.
    pub base_info: CardBase,
    /// Whether the card holds money or goods.
    pub sub_card_type: GeneralCardKind,
    /// The privileges of the card, up to 1,024 Chinese characters (特权说明).
    pub prerogative: String,
    /// Whether the card has points (积分).
    pub supply_bonus: bool,
    /// Whether the card has a balance (储值). Only for accounts that are allowed to.
    pub supply_balance: bool,
    /// The address of the picture shown instead of the color: 1,000 by 600 pixels, up to 1 MB.
    pub background_pic_url: Option<String>,
    /// Whether the card is active as soon as it is taken (自动激活).
    pub auto_activate: Option<bool>,
    /// The points that the card starts with.
    pub init_bonus: Option<i64>,
    /// The balance that the card starts with, in fen.
    pub init_balance: Option<i64>,
    /// The first field shown on the card (自定义会员信息类目).
    pub custom_field1: Option<CardField>,
    /// The second field shown on the card.
    pub custom_field2: Option<CardField>,
    /// The third field shown on the card.
    pub custom_field3: Option<CardField>,
    /// Further information on the card.
    pub advanced_info: Option<CardDetails>,
}

/// Whether a gift card holds money or goods.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, StringEnum)]
#[non_exhaustive]
pub enum GeneralCardKind {
    /// It holds money (礼品卡).
    #[default]
    #[string_enum(rename = "GIFT_CARD")]
    GiftCard,
    /// It is exchanged for goods (兑换卡).
    #[string_enum(rename = "VOUCHER")]
    Voucher,
    /// A value that this version does not know.
    Other(String),
}

/// A membership card (会员卡).
#[endpoint(part)]
#[derive(Default)]
#[serde(default)]
pub struct MemberCard {
    /// What all kinds of cards have in common.
    pub base_info: CardBase,
    /// The privileges of the card, up to 1,024 Chinese characters (特权说明).
    pub prerogative: String,
    /// Whether the card has points (积分).
    pub supply_bonus: bool,
    /// Whether the card has a balance (储值). Only for accounts that are allowed to.
    pub supply_balance: bool,
    /// The address of the picture shown instead of the color: 1,000 by 600 pixels, up to 1 MB.
    pub background_pic_url: Option<String>,
    /// Whether the card is active as soon as it is taken (自动激活).
    pub auto_activate: Option<bool>,
    /// Whether the platform asks new members for their data by a form (一键开卡); see
    /// [`SetActivationForm`](crate::member_card::SetActivationForm).
    pub wx_activate: Option<bool>,
    /// Whether a page of the merchant opens after the form was submitted (跳转型一键激活).
    pub wx_activate_after_submit: Option<bool>,
    /// The page that opens then.
    pub wx_activate_after_submit_url: Option<String>,
    /// The page where members activate the card. Required unless `auto_activate` or `wx_activate`
    /// is set.
    pub activate_url: Option<String>,
    /// The Mini Program where members activate the card, as in `gh_86a091e50ad4@app`.
    pub activate_app_brand_user_name: Option<String>,
    /// The page of that Mini Program.
    pub activate_app_brand_pass: Option<String>,
    /// The page where members link an older card.
    pub bind_old_card_url: Option<String>,
    /// The page about the points.
    pub bonus_url: Option<String>,
    /// When points expire, in words.
    pub bonus_cleared: Option<String>,
    /// How points are earned, in words.
    pub bonus_rules: Option<String>,
    /// How points are earned and spent, in numbers.
    pub bonus_rule: Option<BonusRule>,
    /// The page about the balance.
    pub balance_url: Option<String>,
    /// The rules of the balance, in words.
    pub balance_rules: Option<String>,
    /// The first field shown on the card (自定义会员信息类目).
    pub custom_field1: Option<CardField>,
    /// The second field shown on the card.
    pub custom_field2: Option<CardField>,
    /// The third field shown on the card.
    pub custom_field3: Option<CardField>,
    /// The first entry below the card.
    pub custom_cell1: Option<CardEntry>,
    /// The second entry below the card.
    pub custom_cell2: Option<CardEntry>,
    /// The third entry below the card.
    pub custom_cell3: Option<CardEntry>,
    /// The discount in percent (打折额度): 30 means 70% of the price.
    pub discount: Option<u32>,
    /// Further information on the card.
    pub advanced_info: Option<CardDetails>,
}

/// How points are earned and spent (积分规则).
#[endpoint(part)]
pub struct BonusRule {
    /// The amount that earns `increase_bonus` points, in fen.
    pub cost_money_unit: Option<u64>,
    /// The points earned for each `cost_money_unit`.
    pub increase_bonus: Option<u64>,
    /// The most points that can be earned at a time.
    pub max_increase_bonus: Option<u64>,
    /// The points that a new member gets.
    pub init_increase_bonus: Option<u64>,
    /// The points that take off `reduce_money`.
    pub cost_bonus_unit: Option<u64>,
    /// The amount taken off for each `cost_bonus_unit`, in fen.
    pub reduce_money: Option<u64>,
    /// The least amount of a purchase at which points can be spent, in fen.
    pub least_money_to_use_bonus: Option<u64>,
    /// The most points that can be spent at a time.
    pub max_reduce_bonus: Option<u64>,
}

/// A field shown on a card (会员信息类目). Either `name_type` or `name` is given.
#[endpoint(part)]
pub struct CardField {
    /// The name of the field, one that the platform knows.
    pub name_type: Option<CardFieldName>,
    /// The name of the field, in the merchant's own words.
    pub name: Option<String>,
    /// The page that a tap on the field opens.
    pub url: Option<String>,
}

/// The name of a field shown on a card, one that the platform knows.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum CardFieldName {
    /// The level of the member (等级).
    #[string_enum(rename = "FIELD_NAME_TYPE_LEVEL")]
    Level,
    /// Coupons (优惠券).
    #[string_enum(rename = "FIELD_NAME_TYPE_COUPON")]
    Coupon,
    /// Stamps (印花).
    #[string_enum(rename = "FIELD_NAME_TYPE_STAMP")]
    Stamp,
    /// The discount (折扣).
    #[string_enum(rename = "FIELD_NAME_TYPE_DISCOUNT")]
    Discount,
    /// Achievements (成就); the platform spells it without the last letter.
    #[string_enum(rename = "FIELD_NAME_TYPE_ACHIEVEMEN")]
    Achievement,
    /// Mileage (里程).
    #[string_enum(rename = "FIELD_NAME_TYPE_MILEAGE")]
    Mileage,
    /// Points collected for a set (集点).
    #[string_enum(rename = "FIELD_NAME_TYPE_SET_POINTS")]
    SetPoints,
    /// The number of times (次数).
    #[string_enum(rename = "FIELD_NAME_TYPE_TIMS")]
    Times,
    /// A value that this version does not know.
    Other(String),
}

/// An entry below a card (自定义会员信息入口).
#[endpoint(part)]
pub struct CardEntry {
    /// The label.
    pub name: String,
    /// The hint beside the label.
    pub tips: String,
    /// The page that the entry opens.
    pub url: String,
}

/// A ticket for a meeting (会议门票).
#[endpoint(part)]
#[derive(Default)]
#[serde(default)]
pub struct MeetingTicket {
    /// What all kinds of cards have in common.
    pub base_info: CardBase,
    /// What the meeting is about (会议详情).
    pub meeting_detail: String,
    /// The address of a map of the venue (会场导览图).
    pub map_url: Option<String>,
    /// Further information on the card.
    pub advanced_info: Option<CardDetails>,
}

/// A ticket for a place of interest (景区门票).
#[endpoint(part)]
#[derive(Default)]
#[serde(default)]
pub struct ScenicTicket {
    /// What all kinds of cards have in common.
    pub base_info: CardBase,
    /// The class of the ticket (票类型), such as day ticket (全日票).
    pub ticket_class: String,
    /// The address of a guide to the place (导览图).
    pub guide_url: Option<String>,
    /// Further information on the card.
    pub advanced_info: Option<CardDetails>,
}

/// A ticket for a film (电影票).
#[endpoint(part)]
#[derive(Default)]
#[serde(default)]
pub struct MovieTicket {
    /// What all kinds of cards have in common.
    pub base_info: CardBase,
    /// The film and the cinema in words (电影票详情).
    pub detail: String,
    /// Further information on the card.
    pub advanced_info: Option<CardDetails>,
}

/// A boarding pass (飞机票).
#[endpoint(part)]
#[derive(Default)]
#[serde(default)]
pub struct BoardingPass {
    /// What all kinds of cards have in common.
    pub base_info: CardBase,
    /// The place of departure (起点), up to 18 Chinese characters.
    pub from: String,
    /// The destination (终点), up to 18 Chinese characters.
    pub to: String,
    /// The flight number (航班).
    pub flight: String,
    /// When the flight departs.
    pub departure_time: Timestamp,
    /// When the flight lands.
    pub landing_time: Timestamp,
    /// The gate (登机口).
    pub gate: Option<String>,
    /// The page for online check-in (在线值机).
    pub check_in_url: Option<String>,
    /// The type of the aircraft (机型).
    pub air_model: Option<String>,
    /// Further information on the card.
    pub advanced_info: Option<CardDetails>,
}
