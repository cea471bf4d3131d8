//! Whoever pays with WeChat Pay becomes a member or gets a card (支付即会员, 支付有礼).

use crate::member_card::MemberCardsHandle;
use weixin_api::{Call, Caller, Paged, Timestamp, endpoint};
use weixin_protocol::AppId;

/// Makes a rule about what is offered after a payment.
#[endpoint(POST "/card/paygiftcard/add", title = "设置支付后投放卡券",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Membership_Cards/Manage_Member_Card.html#4",
    scope(official), reply = AddedPayGiftRule, call = member_cards.add_pay_gift)]
pub struct AddPayGiftRule {
    /// The rule.
    pub rule_info: PayGiftRule,
}

/// What is offered after a payment.
#[endpoint(part)]
pub struct PayGiftRule {
    /// `RULE_TYPE_PAY_MEMBER_CARD`: a member card.
    #[serde(rename = "type")]
    pub kind: String,
    /// For which merchants, and when.
    pub base_info: PayGiftScope,
    /// The member card that is offered.
    pub member_rule: Option<PayGiftOffer>,
    /// The card that is offered, of another kind.
    pub single_pay: Option<PayGiftOffer>,
}

/// For which merchants a rule is, and when.
#[endpoint(part)]
pub struct PayGiftScope {
    /// The merchants, by their numbers at WeChat Pay.
    pub mchid_list: Vec<String>,
    /// From when.
    pub begin_time: Timestamp,
    /// Until when.
    pub end_time: Timestamp,
    /// `RULE_STATUS_OK` when it holds. Only in replies.
    pub status: Option<String>,
    /// When it was made. Only in replies.
    pub create_time: Option<Timestamp>,
    /// When it was last changed. Only in replies.
    pub update_time: Option<Timestamp>,
}

/// What is offered.
#[endpoint(part)]
pub struct PayGiftOffer {
    /// The card.
    pub card_id: String,
    /// From which sum on, in fen.
    pub least_cost: u64,
    /// Up to which sum, in fen.
    pub max_cost: u64,
    /// The page where the card can be taken.
    pub jump_url: Option<String>,
    /// The Mini Program where it can be taken, as in `gh_86a091e50ad4@app`.
    pub app_brand_id: Option<String>,
    /// The page of that Mini Program.
    pub app_brand_pass: Option<String>,
}

/// A rule that was made.
#[endpoint(part, reply_to(AddPayGiftRule))]
pub struct AddedPayGiftRule {
    /// Its number.
    pub rule_id: Option<u64>,
    /// The merchants it holds for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub succ_mchid_list: Vec<String>,
    /// Those it does not hold for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fail_mchid_list: Vec<RefusedMerchant>,
}

/// A merchant a rule does not hold for.
#[endpoint(part)]
pub struct RefusedMerchant {
    /// The merchant.
    pub mchid: String,
    /// Why not, as a code.
    pub errcode: Option<i64>,
    /// Why not, in words.
    pub errmsg: Option<String>,
    /// The rule that already holds for it.
    pub occupy_rule_id: Option<u64>,
    /// The account whose rule that is.
    pub occupy_appid: Option<AppId>,
}

/// Deletes a rule.
#[endpoint(POST "/card/paygiftcard/delete", title = "删除支付后投放卡券规则",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Membership_Cards/Manage_Member_Card.html#4",
    scope(official), retry = safe, call = member_cards.delete_pay_gift)]
pub struct DeletePayGiftRule {
    /// The rule.
    pub rule_id: u64,
}

/// Gives a rule.
#[endpoint(POST "/card/paygiftcard/getbyid", title = "查询支付后投放卡券规则详情",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Membership_Cards/Manage_Member_Card.html#4",
    scope(official), retry = safe, reply = PayGiftRuleInfo, call = member_cards.pay_gift)]
pub struct GetPayGiftRule {
    /// The rule.
    pub rule_id: u64,
}

/// A rule.
#[endpoint(part, reply_to(GetPayGiftRule))]
pub struct PayGiftRuleInfo {
    /// The rule.
    pub rule_info: PayGiftRule,
}

/// Gives the rules, a page at a time.
#[endpoint(POST "/card/paygiftcard/batchget", title = "批量查询支付后投放卡券规则",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Membership_Cards/Manage_Member_Card.html#4",
    scope(official), retry = safe, reply = PayGiftRules, call = "wx.member_cards().pay_gifts(effective)")]
pub struct GetPayGiftRules {
    /// `RULE_TYPE_PAY_MEMBER_CARD`.
    #[serde(rename = "type")]
    pub kind: String,
    /// Whether only those that hold are given.
    pub effective: bool,
    /// Where to begin, from 0.
    pub offset: u64,
    /// How many.
    pub count: u32,
}

/// A page of the rules.
#[endpoint(part, reply_to(GetPayGiftRules))]
pub struct PayGiftRules {
    /// The page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rule_list: Vec<PayGiftRule>,
    /// How many there are.
    pub total_count: Option<u64>,
}

impl Paged for GetPayGiftRules {
    type Item = PayGiftRule;
    fn split_page(self, page: PayGiftRules) -> (Vec<PayGiftRule>, Option<Self>) {
        let rules = page.rule_list;
        let offset = self.offset + rules.len() as u64;
        let more = !rules.is_empty() && page.total_count.is_none_or(|total| offset < total);
        (rules, more.then_some(Self { offset, ..self }))
    }
}

impl<'c, C: Caller + ?Sized> MemberCardsHandle<'c, C> {
    /// The rules, the first page when awaited; see [`GetPayGiftRules`].
    pub fn pay_gifts(&self, effective: bool) -> Call<'c, C, GetPayGiftRules> {
        Call::new(self.caller, GetPayGiftRules::new("RULE_TYPE_PAY_MEMBER_CARD", effective, 0, 10))
    }
}
