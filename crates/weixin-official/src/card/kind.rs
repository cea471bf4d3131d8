//! The kinds of cards, and what each of them has of its own.

use weixin_api::{StringEnum, Timestamp, endpoint};

use super::base::{CardBase, CardDetails};

/// A card: its kind, and what it is, in the field of that kind.
///
/// Made from what it is: `Card::from(Groupon::new(…))`.
#[endpoint(part)]
pub struct Card {
    /// The kind.
    pub card_type: CardKind,
    /// A group purchase (团购券).
    pub groupon: Option<Box<Groupon>>,
    /// A cash voucher (代金券).
    pub cash: Option<Box<CashVoucher>>,
    /// A discount (折扣券).
    pub discount: Option<Box<DiscountVoucher>>,
    /// Something for free (兑换券).
    pub gift: Option<Box<GiftVoucher>>,
    /// An offer of any kind (优惠券).
    pub general_coupon: Option<Box<GeneralCoupon>>,
    /// A gift card (礼品卡).
    pub general_card: Option<Box<GeneralCard>>,
    /// A member card (会员卡).
    pub member_card: Option<Box<MemberCard>>,
    /// A ticket for a meeting (会议门票).
    pub meeting_ticket: Option<Box<MeetingTicket>>,
    /// A ticket for a sight (景区门票).
    pub scenic_ticket: Option<Box<ScenicTicket>>,
    /// A ticket for a film (电影票).
    pub movie_ticket: Option<Box<MovieTicket>>,
    /// A boarding pass (飞机票).
    pub boarding_pass: Option<Box<BoardingPass>>,
}

/// A macro because the kinds differ in nothing but their names.
macro_rules! kinds {
    ($($field:ident: $card:ident, $kind:ident;)+) => { $(
        impl From<$card> for Card {
            fn from(card: $card) -> Self {
                Self { $field: Some(Box::new(card)), ..Self::new(CardKind::$kind) }
            }
        }
    )+ };
}

kinds! {
    groupon: Groupon, Groupon;
    cash: CashVoucher, Cash;
    discount: DiscountVoucher, Discount;
    gift: GiftVoucher, Gift;
    general_coupon: GeneralCoupon, GeneralCoupon;
    general_card: GeneralCard, GeneralCard;
    member_card: MemberCard, MemberCard;
    meeting_ticket: MeetingTicket, MeetingTicket;
    scenic_ticket: ScenicTicket, ScenicTicket;
    movie_ticket: MovieTicket, MovieTicket;
    boarding_pass: BoardingPass, BoardingPass;
}

/// The kinds of cards.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum CardKind {
    /// A group purchase (团购券).
    #[string_enum(rename = "GROUPON")]
    Groupon,
    /// A cash voucher (代金券).
    #[string_enum(rename = "CASH")]
    Cash,
    /// A discount (折扣券).
    #[string_enum(rename = "DISCOUNT")]
    Discount,
    /// Something for free (兑换券).
    #[string_enum(rename = "GIFT")]
    Gift,
    /// An offer of any kind (优惠券).
    #[string_enum(rename = "GENERAL_COUPON")]
    GeneralCoupon,
    /// A gift card (礼品卡).
    #[string_enum(rename = "GENERAL_CARD")]
    GeneralCard,
    /// A member card (会员卡).
    #[string_enum(rename = "MEMBER_CARD")]
    MemberCard,
    /// A ticket for a meeting (会议门票).
    #[string_enum(rename = "MEETING_TICKET")]
    MeetingTicket,
    /// A ticket for a sight (景区门票).
    #[string_enum(rename = "SCENIC_TICKET")]
    ScenicTicket,
    /// A ticket for a film (电影票).
    #[string_enum(rename = "MOVIE_TICKET")]
    MovieTicket,
    /// A boarding pass (飞机票).
    #[string_enum(rename = "BOARDING_PASS")]
    BoardingPass,
    /// A value that this version does not know.
    Other(String),
}

/// A group purchase.
#[endpoint(part)]
#[derive(Default)]
#[serde(default)]
pub struct Groupon {
    /// What all kinds have.
    pub base_info: CardBase,
    /// What is to be had.
    pub deal_detail: String,
    /// More about it.
    pub advanced_info: Option<CardDetails>,
}

/// A cash voucher.
#[endpoint(part)]
#[derive(Default)]
#[serde(default)]
pub struct CashVoucher {
    /// What all kinds have.
    pub base_info: CardBase,
    /// What it is worth, in fen.
    pub reduce_cost: u64,
    /// From which sum on, in fen; 0 is any.
    pub least_cost: Option<u64>,
    /// More about it.
    pub advanced_info: Option<CardDetails>,
}

/// A discount.
#[endpoint(part)]
#[derive(Default)]
#[serde(default)]
pub struct DiscountVoucher {
    /// What all kinds have.
    pub base_info: CardBase,
    /// How many per cent the price goes down: 30 leaves 70 of 100.
    pub discount: u32,
    /// More about it.
    pub advanced_info: Option<CardDetails>,
}

/// Something for free.
#[endpoint(part)]
#[derive(Default)]
#[serde(default)]
pub struct GiftVoucher {
    /// What all kinds have.
    pub base_info: CardBase,
    /// What it is.
    pub gift: String,
    /// More about it.
    pub advanced_info: Option<CardDetails>,
}

/// An offer of any kind.
#[endpoint(part)]
#[derive(Default)]
#[serde(default)]
pub struct GeneralCoupon {
    /// What all kinds have.
    pub base_info: CardBase,
    /// What is offered.
    pub default_detail: String,
    /// More about it.
    pub advanced_info: Option<CardDetails>,
}

/// A gift card.
#[endpoint(part)]
#[derive(Default)]
#[serde(default)]
pub struct GeneralCard {
    /// What all kinds have.
    pub base_info: CardBase,
    /// `GIFT_CARD`: with money on it; `VOUCHER`: for something.
    pub sub_card_type: String,
    /// What its owner may do.
    pub prerogative: String,
    /// Whether it has points.
    pub supply_bonus: bool,
    /// Whether it has money on it.
    pub supply_balance: bool,
    /// The address of its picture: 1,000 by 600.
    pub background_pic_url: Option<String>,
    /// Whether it can be used without activation.
    pub auto_activate: Option<bool>,
    /// The points it begins with.
    pub init_bonus: Option<i64>,
    /// The money on it at the beginning, in fen.
    pub init_balance: Option<i64>,
    /// The first thing shown on it.
    pub custom_field1: Option<CardField>,
    /// The second.
    pub custom_field2: Option<CardField>,
    /// The third.
    pub custom_field3: Option<CardField>,
    /// More about it.
    pub advanced_info: Option<CardDetails>,
}

/// A member card.
#[endpoint(part)]
#[derive(Default)]
#[serde(default)]
pub struct MemberCard {
    /// What all kinds have.
    pub base_info: CardBase,
    /// What members may do: up to 1,024 characters.
    pub prerogative: String,
    /// Whether it has points.
    pub supply_bonus: bool,
    /// Whether it has money on it; only for accounts that are allowed to.
    pub supply_balance: bool,
    /// The address of its picture, instead of the colour: 1,000 by 600, below 1 MB.
    pub background_pic_url: Option<String>,
    /// Whether it can be used without activation.
    pub auto_activate: Option<bool>,
    /// Whether WeChat asks the new member for what the form wants.
    pub wx_activate: Option<bool>,
    /// Whether the page of the merchant is opened once the form is filled in.
    pub wx_activate_after_submit: Option<bool>,
    /// That page.
    pub wx_activate_after_submit_url: Option<String>,
    /// The page where it is activated, if neither of the others does.
    pub activate_url: Option<String>,
    /// The Mini Program where it is activated, as in `gh_86a091e50ad4@app`.
    pub activate_app_brand_user_name: Option<String>,
    /// The page of that Mini Program.
    pub activate_app_brand_pass: Option<String>,
    /// The page where the owner of an old card can join it.
    pub bind_old_card_url: Option<String>,
    /// The page about the points.
    pub bonus_url: Option<String>,
    /// When points are lost.
    pub bonus_cleared: Option<String>,
    /// How points are earned.
    pub bonus_rules: Option<String>,
    /// How points are earned and spent, in numbers.
    pub bonus_rule: Option<BonusRule>,
    /// The page about the money.
    pub balance_url: Option<String>,
    /// What is to be known about the money.
    pub balance_rules: Option<String>,
    /// The first thing shown on it.
    pub custom_field1: Option<CardField>,
    /// The second.
    pub custom_field2: Option<CardField>,
    /// The third.
    pub custom_field3: Option<CardField>,
    /// The first entry below.
    pub custom_cell1: Option<CardEntry>,
    /// The second.
    pub custom_cell2: Option<CardEntry>,
    /// The third.
    pub custom_cell3: Option<CardEntry>,
    /// How many per cent the price goes down for members: 10 leaves 90 of 100.
    pub discount: Option<u32>,
    /// More about it.
    pub advanced_info: Option<CardDetails>,
}

/// How points are earned and spent.
#[endpoint(part)]
pub struct BonusRule {
    /// For every so many fen …
    pub cost_money_unit: Option<u64>,
    /// … a member gets so many points …
    pub increase_bonus: Option<u64>,
    /// … up to so many at a time.
    pub max_increase_bonus: Option<u64>,
    /// A new member gets so many.
    pub init_increase_bonus: Option<u64>,
    /// Every so many points …
    pub cost_bonus_unit: Option<u64>,
    /// … take off so many fen …
    pub reduce_money: Option<u64>,
    /// … from so many fen on …
    pub least_money_to_use_bonus: Option<u64>,
    /// … with at most so many points at a time.
    pub max_reduce_bonus: Option<u64>,
}

/// Something shown on a card.
#[endpoint(part)]
pub struct CardField {
    /// What it is: `FIELD_NAME_TYPE_LEVEL`, `FIELD_NAME_TYPE_COUPON`, `FIELD_NAME_TYPE_STAMP`,
    /// `FIELD_NAME_TYPE_DISCOUNT`, `FIELD_NAME_TYPE_ACHIEVEMEN`, `FIELD_NAME_TYPE_MILEAGE`,
    /// `FIELD_NAME_TYPE_SET_POINTS` or `FIELD_NAME_TYPE_TIMS`.
    pub name_type: Option<String>,
    /// Or its name.
    pub name: Option<String>,
    /// The page it opens.
    pub url: Option<String>,
}

/// An entry below a card.
#[endpoint(part)]
pub struct CardEntry {
    /// Its name.
    pub name: String,
    /// The hint beside it.
    pub tips: String,
    /// The page it opens.
    pub url: String,
}

/// A ticket for a meeting.
#[endpoint(part)]
#[derive(Default)]
#[serde(default)]
pub struct MeetingTicket {
    /// What all kinds have.
    pub base_info: CardBase,
    /// What the meeting is about.
    pub meeting_detail: String,
    /// The address of a plan of the place.
    pub map_url: Option<String>,
    /// More about it.
    pub advanced_info: Option<CardDetails>,
}

/// A ticket for a sight.
#[endpoint(part)]
#[derive(Default)]
#[serde(default)]
pub struct ScenicTicket {
    /// What all kinds have.
    pub base_info: CardBase,
    /// Its class, such as a day or a season.
    pub ticket_class: String,
    /// The address of a guide.
    pub guide_url: Option<String>,
    /// More about it.
    pub advanced_info: Option<CardDetails>,
}

/// A ticket for a film.
#[endpoint(part)]
#[derive(Default)]
#[serde(default)]
pub struct MovieTicket {
    /// What all kinds have.
    pub base_info: CardBase,
    /// What it is good for.
    pub detail: String,
    /// More about it.
    pub advanced_info: Option<CardDetails>,
}

/// A boarding pass.
#[endpoint(part)]
#[derive(Default)]
#[serde(default)]
pub struct BoardingPass {
    /// What all kinds have.
    pub base_info: CardBase,
    /// From where: up to 18 characters.
    pub from: String,
    /// Where to: up to 18 characters.
    pub to: String,
    /// The flight.
    pub flight: String,
    /// When it leaves.
    pub departure_time: Timestamp,
    /// When it lands.
    pub landing_time: Timestamp,
    /// The gate.
    pub gate: Option<String>,
    /// The page for checking in.
    pub check_in_url: Option<String>,
    /// The type of the aeroplane.
    pub air_model: Option<String>,
    /// More about it.
    pub advanced_info: Option<CardDetails>,
}
