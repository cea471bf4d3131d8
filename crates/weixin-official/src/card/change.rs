//! Changes of cards.

use crate::card::CardsHandle;
use weixin_api::{Timestamp, endpoint};

use super::{BonusRule, CardEntry, CardField, CardPayment, CardValidity, CodeForm};

use crate::ids::{CardId, PoiId};

/// Changes a card, in the field of its kind.
///
/// Some changes are reviewed again; see [`UpdatedCard::send_check`]. A period of use can only be
/// extended.
///
/// Fails with 40073 when there is no such card, with 40100 when the period is not an extension.
#[endpoint(POST "/card/update", title = "更改卡券信息",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Managing_Coupons_Vouchers_and_Cards.html#4",
    scope(official), retry = safe, reply = UpdatedCard, call = cards.update)]
pub struct UpdateCard {
    /// The card to change.
    pub card_id: CardId,
    /// The change of a [`Groupon`](super::Groupon).
    pub groupon: Option<Box<GrouponChange>>,
    /// The change of a [`CashVoucher`](super::CashVoucher).
    pub cash: Option<Box<CashVoucherChange>>,
    /// The change of a [`DiscountVoucher`](super::DiscountVoucher).
    pub discount: Option<Box<DiscountVoucherChange>>,
    /// The change of a [`GiftVoucher`](super::GiftVoucher).
    pub gift: Option<Box<GiftVoucherChange>>,
    /// The change of a [`GeneralCoupon`](super::GeneralCoupon).
    pub general_coupon: Option<Box<GeneralCouponChange>>,
    /// The change of a [`GeneralCard`](super::GeneralCard).
    pub general_card: Option<Box<GeneralCardChange>>,
    /// The change of a [`MemberCard`](super::MemberCard).
    pub member_card: Option<Box<MemberCardChange>>,
    /// The change of a [`MeetingTicket`](super::MeetingTicket).
    pub meeting_ticket: Option<Box<MeetingTicketChange>>,
    /// The change of a [`ScenicTicket`](super::ScenicTicket).
    pub scenic_ticket: Option<Box<ScenicTicketChange>>,
    /// The change of a [`MovieTicket`](super::MovieTicket).
    pub movie_ticket: Option<Box<MovieTicketChange>>,
    /// The change of a [`BoardingPass`](super::BoardingPass).
    pub boarding_pass: Option<Box<BoardingPassChange>>,
}

/// The reply to a change of a card.
#[endpoint(part, reply_to(UpdateCard))]
pub struct UpdatedCard {
    /// Whether the change is reviewed before it takes effect (是否提交审核).
    pub send_check: Option<bool>,
}

/// What can be changed of any kind of card; fields that are left out stay as they are.
#[endpoint(part)]
#[derive(Default)]
pub struct CardBaseChange {
    /// The address of the merchant's logo, as
    /// [`UploadArticleImage`](crate::material::UploadArticleImage) returned it; best 300 by 300
    /// pixels, up to 1 MB.
    pub logo_url: Option<String>,
    /// How the code of the card is shown.
    pub code_type: Option<CodeForm>,
    /// The name of the merchant, up to 12 Chinese characters.
    pub brand_name: Option<String>,
    /// The name of the card, up to 9 Chinese characters.
    pub title: Option<String>,
    /// The color: `Color010` to `Color102`.
    pub color: Option<String>,
    /// A hint on how to use the card (卡券使用提醒), up to 16 Chinese characters.
    pub notice: Option<String>,
    /// The terms of use (卡券使用说明), up to 1,024 Chinese characters.
    pub description: Option<String>,
    /// The period in which the card can be used.
    pub date_info: Option<CardValidity>,
    /// The telephone number of the merchant.
    pub service_phone: Option<String>,
    /// The stores where the card is valid (适用门店). Left out with `use_all_locations`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub location_id_list: Vec<PoiId>,
    /// Whether the card is valid in all stores of the account.
    pub use_all_locations: Option<bool>,
    /// The label of the button in the middle (顶部居中的按钮), shown while the card can be used.
    pub center_title: Option<String>,
    /// The hint below that button.
    pub center_sub_title: Option<String>,
    /// The page that button opens.
    pub center_url: Option<String>,
    /// The Mini Program that button opens: its original id with `@app`, as in
    /// `gh_86a091e50ad4@app`.
    pub center_app_brand_user_name: Option<String>,
    /// The page of that Mini Program.
    pub center_app_brand_pass: Option<String>,
    /// The label of the first entry below the card (自定义跳转外链), up to 5 Chinese characters.
    pub custom_url_name: Option<String>,
    /// The hint beside the first entry, up to 6 Chinese characters.
    pub custom_url_sub_title: Option<String>,
    /// The page that the first entry opens.
    pub custom_url: Option<String>,
    /// The Mini Program that the first entry opens, as in `gh_86a091e50ad4@app`.
    pub custom_app_brand_user_name: Option<String>,
    /// The page of that Mini Program.
    pub custom_app_brand_pass: Option<String>,
    /// The label of the second entry below the card, for offers (营销场景的自定义入口): up to 5 Chinese
    /// characters.
    pub promotion_url_name: Option<String>,
    /// The hint beside the second entry, up to 6 Chinese characters.
    pub promotion_url_sub_title: Option<String>,
    /// The page that the second entry opens.
    pub promotion_url: Option<String>,
    /// The Mini Program that the second entry opens, as in `gh_86a091e50ad4@app`.
    pub promotion_app_brand_user_name: Option<String>,
    /// The page of that Mini Program.
    pub promotion_app_brand_pass: Option<String>,
    /// How many of the card one user can take (每人可领券的数量限制). `None`: 50.
    pub get_limit: Option<u32>,
    /// How many of the card one user can use. `None`: 50.
    pub use_limit: Option<u32>,
    /// Whether users can share the page where the card is taken.
    pub can_share: Option<bool>,
    /// Whether users can give the card to somebody (可转赠).
    pub can_give_friend: Option<bool>,
    /// The name of the third party that the card comes from (第三方来源名).
    pub source: Option<String>,
    /// Whether [`UserViewCard`](super::UserViewCard) is pushed when a user opens the card. `None`:
    /// it is not.
    pub need_push_on_view: Option<bool>,
    /// How users pay with the card.
    pub pay_info: Option<CardPayment>,
}

/// What can be changed of a group purchase.
#[endpoint(part)]
#[derive(Default)]
pub struct GrouponChange {
    /// What all kinds of cards have in common.
    pub base_info: Option<Box<CardBaseChange>>,
    /// What the purchase contains (团购详情).
    pub deal_detail: Option<String>,
}

/// What can be changed of a voucher that takes off an amount.
#[endpoint(part)]
#[derive(Default)]
pub struct CashVoucherChange {
    /// What all kinds of cards have in common.
    pub base_info: Option<Box<CardBaseChange>>,
    /// The value of the voucher, in fen (减免金额).
    pub reduce_cost: Option<u64>,
    /// The least amount of a purchase, in fen (起用金额). `None` or 0: any.
    pub least_cost: Option<u64>,
}

/// What can be changed of a voucher that takes off a percentage.
#[endpoint(part)]
#[derive(Default)]
pub struct DiscountVoucherChange {
    /// What all kinds of cards have in common.
    pub base_info: Option<Box<CardBaseChange>>,
    /// The discount in percent (打折额度): 30 means 70% of the price.
    pub discount: Option<u32>,
}

/// What can be changed of a voucher that is exchanged for something.
#[endpoint(part)]
#[derive(Default)]
pub struct GiftVoucherChange {
    /// What all kinds of cards have in common.
    pub base_info: Option<Box<CardBaseChange>>,
    /// What the user gets (兑换内容).
    pub gift: Option<String>,
}

/// What can be changed of a voucher for any other offer.
#[endpoint(part)]
#[derive(Default)]
pub struct GeneralCouponChange {
    /// What all kinds of cards have in common.
    pub base_info: Option<Box<CardBaseChange>>,
    /// The offer in words (优惠详情).
    pub default_detail: Option<String>,
}

/// What can be changed of a gift card.
#[endpoint(part)]
#[derive(Default)]
pub struct GeneralCardChange {
    /// What all kinds of cards have in common.
    pub base_info: Option<Box<CardBaseChange>>,
    /// The privileges of the card, up to 1,024 Chinese characters (特权说明).
    pub prerogative: Option<String>,
    /// Whether the card has points (积分).
    pub supply_bonus: Option<bool>,
    /// Whether the card has a balance (储值). Only for accounts that are allowed to.
    pub supply_balance: Option<bool>,
    /// The address of the picture shown instead of the color: 1,000 by 600 pixels, up to 1 MB.
    pub background_pic_url: Option<String>,
    /// Whether the card is active as soon as it is taken (自动激活).
    pub auto_activate: Option<bool>,
    /// The first field shown on the card (自定义会员信息类目).
    pub custom_field1: Option<CardField>,
    /// The second field shown on the card.
    pub custom_field2: Option<CardField>,
    /// The third field shown on the card.
    pub custom_field3: Option<CardField>,
}

/// What can be changed of a membership card.
#[endpoint(part)]
#[derive(Default)]
pub struct MemberCardChange {
    /// What all kinds of cards have in common.
    pub base_info: Option<Box<CardBaseChange>>,
    /// The privileges of the card, up to 1,024 Chinese characters (特权说明).
    pub prerogative: Option<String>,
    /// Whether the card has points (积分).
    pub supply_bonus: Option<bool>,
    /// Whether the card has a balance (储值). Only for accounts that are allowed to.
    pub supply_balance: Option<bool>,
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
    /// What the notice on a change of points or balance offers.
    pub modify_msg_operation: Option<CardNotice>,
    /// What the notice on the activation offers.
    pub activate_msg_operation: Option<CardNotice>,
}

/// What can be changed of a ticket for a meeting.
#[endpoint(part)]
#[derive(Default)]
pub struct MeetingTicketChange {
    /// What all kinds of cards have in common.
    pub base_info: Option<Box<CardBaseChange>>,
    /// What the meeting is about (会议详情).
    pub meeting_detail: Option<String>,
    /// The address of a map of the venue (会场导览图).
    pub map_url: Option<String>,
}

/// What can be changed of a ticket for a place of interest.
#[endpoint(part)]
#[derive(Default)]
pub struct ScenicTicketChange {
    /// What all kinds of cards have in common.
    pub base_info: Option<Box<CardBaseChange>>,
    /// The class of the ticket (票类型), such as day ticket (全日票).
    pub ticket_class: Option<String>,
    /// The address of a guide to the place (导览图).
    pub guide_url: Option<String>,
}

/// What can be changed of a ticket for a film.
#[endpoint(part)]
#[derive(Default)]
pub struct MovieTicketChange {
    /// What all kinds of cards have in common.
    pub base_info: Option<Box<CardBaseChange>>,
    /// The film and the cinema in words.
    pub detail: Option<String>,
}

/// What can be changed of a boarding pass.
#[endpoint(part)]
#[derive(Default)]
pub struct BoardingPassChange {
    /// What all kinds of cards have in common.
    pub base_info: Option<Box<CardBaseChange>>,
    /// The place of departure (起点), up to 18 Chinese characters.
    pub from: Option<String>,
    /// The destination (终点), up to 18 Chinese characters.
    pub to: Option<String>,
    /// The flight number (航班).
    pub flight: Option<String>,
    /// When the flight departs.
    pub departure_time: Option<Timestamp>,
    /// When the flight lands.
    pub landing_time: Option<Timestamp>,
    /// The gate (登机口).
    pub gate: Option<String>,
    /// The page for online check-in (在线值机).
    pub check_in_url: Option<String>,
    /// The type of the aircraft (机型).
    pub air_model: Option<String>,
}

/// What a notice to a member offers.
#[endpoint(part)]
pub struct CardNotice {
    /// The entry below the notice.
    pub url_cell: Option<CardNoticeEntry>,
}

/// The entry below a notice to a member.
#[endpoint(part)]
pub struct CardNoticeEntry {
    /// The cards that the entry offers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub card_id_list: Vec<CardId>,
    /// When the entry disappears.
    pub end_time: Option<Timestamp>,
    /// The label.
    pub text: Option<String>,
    /// The page that the entry opens.
    pub url: Option<String>,
    /// The Mini Program that the entry opens, as in `gh_86a091e50ad4@app`.
    pub app_brand_id: Option<String>,
    /// The page of that Mini Program.
    pub app_brand_pass: Option<String>,
}
