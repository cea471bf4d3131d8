//! Rules about what users are offered after a payment (支付即会员, 支付有礼).

use crate::member_card::MemberCardsHandle;
use weixin_api::{Call, Caller, Paged, StringEnum, Timestamp, endpoint};
use weixin_protocol::AppId;

use crate::ids::{CardId, MchId};

weixin_api::integer_id! {
    /// A rule about what is offered after a payment (支付即会员规则, rule_id).
    PayGiftRuleId(u64)
}

/// Creates a rule about what users are offered after a payment (支付后投放卡券).
#[endpoint(POST "/card/paygiftcard/add", title = "设置支付后投放卡券",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Membership_Cards/Manage_Member_Card.html#4",
    scope(official), reply = AddedPayGiftRule, call = member_cards.add_pay_gift)]
pub struct AddPayGiftRule {
    /// The rule to create.
    pub rule_info: PayGiftRule,
}

/// A rule about what users are offered after a payment.
#[endpoint(part)]
pub struct PayGiftRule {
    /// What is offered.
    #[serde(rename = "type")]
    pub kind: PayGiftKind,
    /// The merchants and the period that the rule is for.
    pub base_info: PayGiftScope,
    /// The offer of [`PayGiftKind::MemberCard`].
    pub member_rule: Option<PayGiftOffer>,
    /// The offer of a card of another kind.
    pub single_pay: Option<PayGiftOffer>,
}

/// What users are offered after a payment.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum PayGiftKind {
    /// A membership card (支付即会员).
    #[string_enum(rename = "RULE_TYPE_PAY_MEMBER_CARD")]
    MemberCard,
    /// A value that this version does not know.
    Other(String),
}

/// The state of a rule.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum PayGiftState {
    /// The rule is in effect.
    #[string_enum(rename = "RULE_STATUS_OK")]
    Effective,
    /// A value that this version does not know.
    Other(String),
}

/// The merchants and the period that a rule is for.
#[endpoint(part)]
pub struct PayGiftScope {
    /// The merchants at WeChat Pay.
    pub mchid_list: Vec<MchId>,
    /// When the rule takes effect.
    pub begin_time: Timestamp,
    /// When the rule ends.
    pub end_time: Timestamp,
    /// The state of the rule. Only in replies.
    pub status: Option<PayGiftState>,
    /// When the rule was created. Only in replies.
    pub create_time: Option<Timestamp>,
    /// When the rule was last changed. Only in replies.
    pub update_time: Option<Timestamp>,
}

/// What is offered after a payment.
#[endpoint(part)]
pub struct PayGiftOffer {
    /// The card.
    pub card_id: CardId,
    /// The least payment that qualifies, in fen.
    pub least_cost: u64,
    /// The greatest payment that qualifies, in fen.
    pub max_cost: u64,
    /// The page where the card is taken.
    pub jump_url: Option<String>,
    /// The Mini Program where the card is taken, as in `gh_86a091e50ad4@app`.
    pub app_brand_id: Option<String>,
    /// The page of that Mini Program.
    pub app_brand_pass: Option<String>,
}

/// The reply to a created rule.
#[endpoint(part, reply_to(AddPayGiftRule))]
pub struct AddedPayGiftRule {
    /// The id of the rule.
    pub rule_id: Option<PayGiftRuleId>,
    /// The merchants that the rule holds for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub succ_mchid_list: Vec<MchId>,
    /// The merchants that the rule does not hold for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fail_mchid_list: Vec<RejectedMerchant>,
}

/// A merchant that a rule does not hold for.
#[endpoint(part)]
pub struct RejectedMerchant {
    /// The merchant.
    pub mchid: MchId,
    /// The code of the reason.
    pub errcode: Option<i64>,
    /// The reason in words.
    pub errmsg: Option<String>,
    /// The rule that already holds for the merchant.
    pub occupy_rule_id: Option<PayGiftRuleId>,
    /// The account whose rule that is.
    pub occupy_appid: Option<AppId>,
}

/// Deletes a rule about what users are offered after a payment.
///
/// Fails with 72034 when there is no such rule.
#[endpoint(POST "/card/paygiftcard/delete", title = "删除支付后投放卡券规则",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Membership_Cards/Manage_Member_Card.html#4",
    scope(official), retry = safe, call = member_cards.delete_pay_gift)]
pub struct DeletePayGiftRule {
    /// The rule to delete.
    pub rule_id: PayGiftRuleId,
}

/// Returns a rule about what users are offered after a payment.
///
/// Fails with 72034 when there is no such rule.
#[endpoint(POST "/card/paygiftcard/getbyid", title = "查询支付后投放卡券规则详情",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Membership_Cards/Manage_Member_Card.html#4",
    scope(official), retry = safe, reply = PayGiftRuleInfo, call = member_cards.pay_gift)]
pub struct GetPayGiftRule {
    /// The rule to return.
    pub rule_id: PayGiftRuleId,
}

/// The reply with a rule.
#[endpoint(part, reply_to(GetPayGiftRule))]
pub struct PayGiftRuleInfo {
    /// The rule.
    pub rule_info: PayGiftRule,
}

/// Returns a page of the rules about what users are offered after a payment.
#[endpoint(POST "/card/paygiftcard/batchget", title = "批量查询支付后投放卡券规则",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Membership_Cards/Manage_Member_Card.html#4",
    scope(official), retry = safe, reply = PayGiftRules, call = "wx.member_cards().pay_gifts(effective)")]
pub struct GetPayGiftRules {
    /// The kind of the rules.
    #[serde(rename = "type")]
    pub kind: PayGiftKind,
    /// Whether only rules in effect are returned.
    pub effective: bool,
    /// How many rules to skip.
    pub offset: u64,
    /// How many rules to return.
    pub count: u32,
}

/// A page of the rules.
#[endpoint(part, reply_to(GetPayGiftRules))]
pub struct PayGiftRules {
    /// The rules of this page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rule_list: Vec<PayGiftRule>,
    /// How many rules there are in all.
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
    /// Returns the rules, the first page when awaited; see [`GetPayGiftRules`].
    pub fn pay_gifts(&self, effective: bool) -> Call<'c, C, GetPayGiftRules> {
        Call::new(self.caller, GetPayGiftRules::new(PayGiftKind::MemberCard, effective, 0, 10))
    }
}
