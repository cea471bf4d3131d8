//! What of a card can be changed.

use crate::card::CardsHandle;
use weixin_api::{Timestamp, endpoint};

use super::{BonusRule, CardEntry, CardField, CardPayment, CardValidity, CodeForm};

/// Changes a card, in the field of its kind.
///
/// Some of what can be changed has to be approved again. A time can only be extended.
#[endpoint(POST "/card/update", title = "更改卡券信息",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Managing_Coupons_Vouchers_and_Cards.html#4",
    scope(official), retry = safe, reply = UpdatedCard, call = cards.update)]
pub struct UpdateCard {
    /// The card.
    pub card_id: String,
    /// A group purchase.
    pub groupon: Option<Box<GrouponChange>>,
    /// A cash voucher.
    pub cash: Option<Box<CashVoucherChange>>,
    /// A discount.
    pub discount: Option<Box<DiscountVoucherChange>>,
    /// Something for free.
    pub gift: Option<Box<GiftVoucherChange>>,
    /// An offer of any kind.
    pub general_coupon: Option<Box<GeneralCouponChange>>,
    /// A gift card.
    pub general_card: Option<Box<GeneralCardChange>>,
    /// A member card.
    pub member_card: Option<Box<MemberCardChange>>,
    /// A ticket for a meeting.
    pub meeting_ticket: Option<Box<MeetingTicketChange>>,
    /// A ticket for a sight.
    pub scenic_ticket: Option<Box<ScenicTicketChange>>,
    /// A ticket for a film.
    pub movie_ticket: Option<Box<MovieTicketChange>>,
    /// A boarding pass.
    pub boarding_pass: Option<Box<BoardingPassChange>>,
}

/// What becomes of a change.
#[endpoint(part, reply_to(UpdateCard))]
pub struct UpdatedCard {
    /// Whether it has to be approved first.
    pub send_check: Option<bool>,
}

/// What can be changed of any card.
#[endpoint(part)]
#[derive(Default)]
pub struct CardBaseChange {
    /// The address of the merchant's logo, as the platform gave it for an upload; best 300 by 300,
    /// up to 1 MB.
    pub logo_url: Option<String>,
    /// How the code of a card is shown.
    pub code_type: Option<CodeForm>,
    /// The name of the merchant: up to 12 characters.
    pub brand_name: Option<String>,
    /// The name of the card: up to 9 characters.
    pub title: Option<String>,
    /// Its colour: `Color010` to `Color102`.
    pub color: Option<String>,
    /// How it is used: up to 16 characters.
    pub notice: Option<String>,
    /// The rules in detail: up to 1,024 characters.
    pub description: Option<String>,
    /// When it can be used.
    pub date_info: Option<CardValidity>,
    /// The telephone number of the merchant.
    pub service_phone: Option<String>,
    /// The stores where it is good, by their `poi_id`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub location_id_list: Vec<u64>,
    /// Whether it is good in all stores of the account.
    pub use_all_locations: Option<bool>,
    /// The button in the middle, seen while the card can be used.
    pub center_title: Option<String>,
    /// The line below that button.
    pub center_sub_title: Option<String>,
    /// The page that button opens.
    pub center_url: Option<String>,
    /// The Mini Program that button opens, as in `gh_86a091e50ad4@app`.
    pub center_app_brand_user_name: Option<String>,
    /// The page of that Mini Program.
    pub center_app_brand_pass: Option<String>,
    /// The first entry below: up to 5 characters.
    pub custom_url_name: Option<String>,
    /// The hint beside it: up to 6 characters.
    pub custom_url_sub_title: Option<String>,
    /// The page it opens.
    pub custom_url: Option<String>,
    /// The Mini Program it opens, as in `gh_86a091e50ad4@app`.
    pub custom_app_brand_user_name: Option<String>,
    /// The page of that Mini Program.
    pub custom_app_brand_pass: Option<String>,
    /// The second entry below, for offers: up to 5 characters.
    pub promotion_url_name: Option<String>,
    /// The hint beside it: up to 6 characters.
    pub promotion_url_sub_title: Option<String>,
    /// The page it opens.
    pub promotion_url: Option<String>,
    /// The Mini Program it opens, as in `gh_86a091e50ad4@app`.
    pub promotion_app_brand_user_name: Option<String>,
    /// The page of that Mini Program.
    pub promotion_app_brand_pass: Option<String>,
    /// How many a user can take: 50 if left out.
    pub get_limit: Option<u32>,
    /// How many a user can use: 50 if left out.
    pub use_limit: Option<u32>,
    /// Whether the page of the card can be shared.
    pub can_share: Option<bool>,
    /// Whether a user can give it to somebody.
    pub can_give_friend: Option<bool>,
    /// Whose the card is, for one that comes from somebody else.
    pub source: Option<String>,
    /// Whether [`UserViewCard`](super::UserViewCard) is pushed when somebody opens it.
    pub need_push_on_view: Option<bool>,
    /// How a member pays with it.
    pub pay_info: Option<CardPayment>,
}

/// What can be changed of a group purchase.
#[endpoint(part)]
#[derive(Default)]
pub struct GrouponChange {
    /// What all kinds have.
    pub base_info: Option<Box<CardBaseChange>>,
    /// What is to be had.
    pub deal_detail: Option<String>,
}

/// What can be changed of a cash voucher.
#[endpoint(part)]
#[derive(Default)]
pub struct CashVoucherChange {
    /// What all kinds have.
    pub base_info: Option<Box<CardBaseChange>>,
    /// What it is worth, in fen.
    pub reduce_cost: Option<u64>,
    /// From which sum on, in fen; 0 is any.
    pub least_cost: Option<u64>,
}

/// What can be changed of a discount.
#[endpoint(part)]
#[derive(Default)]
pub struct DiscountVoucherChange {
    /// What all kinds have.
    pub base_info: Option<Box<CardBaseChange>>,
    /// How many per cent the price goes down: 30 leaves 70 of 100.
    pub discount: Option<u32>,
}

/// What can be changed of something for free.
#[endpoint(part)]
#[derive(Default)]
pub struct GiftVoucherChange {
    /// What all kinds have.
    pub base_info: Option<Box<CardBaseChange>>,
    /// What it is.
    pub gift: Option<String>,
}

/// What can be changed of an offer of any kind.
#[endpoint(part)]
#[derive(Default)]
pub struct GeneralCouponChange {
    /// What all kinds have.
    pub base_info: Option<Box<CardBaseChange>>,
    /// What is offered.
    pub default_detail: Option<String>,
}

/// What can be changed of a gift card.
#[endpoint(part)]
#[derive(Default)]
pub struct GeneralCardChange {
    /// What all kinds have.
    pub base_info: Option<Box<CardBaseChange>>,
    /// What its owner may do.
    pub prerogative: Option<String>,
    /// Whether it has points.
    pub supply_bonus: Option<bool>,
    /// Whether it has money on it.
    pub supply_balance: Option<bool>,
    /// The address of its picture: 1,000 by 600.
    pub background_pic_url: Option<String>,
    /// Whether it can be used without activation.
    pub auto_activate: Option<bool>,
    /// The first thing shown on it.
    pub custom_field1: Option<CardField>,
    /// The second.
    pub custom_field2: Option<CardField>,
    /// The third.
    pub custom_field3: Option<CardField>,
}

/// What can be changed of a member card.
#[endpoint(part)]
#[derive(Default)]
pub struct MemberCardChange {
    /// What all kinds have.
    pub base_info: Option<Box<CardBaseChange>>,
    /// What members may do: up to 1,024 characters.
    pub prerogative: Option<String>,
    /// Whether it has points.
    pub supply_bonus: Option<bool>,
    /// Whether it has money on it; only for accounts that are allowed to.
    pub supply_balance: Option<bool>,
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
    /// What a member is told when points or money change.
    pub modify_msg_operation: Option<CardNotice>,
    /// What a member is told on activation.
    pub activate_msg_operation: Option<CardNotice>,
}

/// What can be changed of a ticket for a meeting.
#[endpoint(part)]
#[derive(Default)]
pub struct MeetingTicketChange {
    /// What all kinds have.
    pub base_info: Option<Box<CardBaseChange>>,
    /// What the meeting is about.
    pub meeting_detail: Option<String>,
    /// The address of a plan of the place.
    pub map_url: Option<String>,
}

/// What can be changed of a ticket for a sight.
#[endpoint(part)]
#[derive(Default)]
pub struct ScenicTicketChange {
    /// What all kinds have.
    pub base_info: Option<Box<CardBaseChange>>,
    /// Its class, such as a day or a season.
    pub ticket_class: Option<String>,
    /// The address of a guide.
    pub guide_url: Option<String>,
}

/// What can be changed of a ticket for a film.
#[endpoint(part)]
#[derive(Default)]
pub struct MovieTicketChange {
    /// What all kinds have.
    pub base_info: Option<Box<CardBaseChange>>,
    /// What it is good for.
    pub detail: Option<String>,
}

/// What can be changed of a boarding pass.
#[endpoint(part)]
#[derive(Default)]
pub struct BoardingPassChange {
    /// What all kinds have.
    pub base_info: Option<Box<CardBaseChange>>,
    /// From where: up to 18 characters.
    pub from: Option<String>,
    /// Where to: up to 18 characters.
    pub to: Option<String>,
    /// The flight.
    pub flight: Option<String>,
    /// When it leaves.
    pub departure_time: Option<Timestamp>,
    /// When it lands.
    pub landing_time: Option<Timestamp>,
    /// The gate.
    pub gate: Option<String>,
    /// The page for checking in.
    pub check_in_url: Option<String>,
    /// The type of the aeroplane.
    pub air_model: Option<String>,
}

/// What a member is told on an occasion.
#[endpoint(part)]
pub struct CardNotice {
    /// The entry below the notice.
    pub url_cell: Option<CardNoticeEntry>,
}

/// The entry below a notice to a member.
#[endpoint(part)]
pub struct CardNoticeEntry {
    /// The cards it offers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub card_id_list: Vec<String>,
    /// Until when it is shown.
    pub end_time: Option<Timestamp>,
    /// What it says.
    pub text: Option<String>,
    /// The page it opens.
    pub url: Option<String>,
    /// The Mini Program it opens, as in `gh_86a091e50ad4@app`.
    pub app_brand_id: Option<String>,
    /// The page of that Mini Program.
    pub app_brand_pass: Option<String>,
}
