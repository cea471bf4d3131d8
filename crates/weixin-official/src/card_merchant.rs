//! Cards for other merchants (卡券第三方代制): the merchants that an account makes cards for.
//! `/card/submerchant/*`

use weixin_api::{Call, Caller, Paged, StringEnum, Timestamp, endpoint, group};
use weixin_protocol::{AppId, Header, MediaId, inbound, messages};

group! {
    /// Merchants that cards are made for (卡券第三方代制).
    card_merchants: [SubmitSubMerchant, UpdateSubMerchant, GetSubMerchant, GetSubMerchants, GetMerchantCategories]
}

messages![SubMerchantChecked];

/// Proposes a merchant to make cards for. An event `card_merchant_check_result` follows.
#[endpoint(POST "/card/submerchant/submit", title = "创建子商户",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Third-party_developer_mode.html#1",
    scope(official), reply = SubMerchantInfo, call = card_merchants.submit)]
pub struct SubmitSubMerchant {
    /// The merchant.
    pub info: SubMerchantDraft,
}

/// What is said of a merchant.
#[endpoint(part)]
pub struct SubMerchantDraft {
    /// Its name: up to 12 characters.
    pub brand_name: String,
    /// The address of its logo.
    pub logo_url: String,
    /// The letter of authorization, uploaded.
    pub protocol: MediaId,
    /// Until when the authorization holds.
    pub end_time: Timestamp,
    /// Its category.
    pub primary_category_id: u64,
    /// The category below.
    pub secondary_category_id: u64,
    /// Its Official Account.
    pub app_id: Option<AppId>,
    /// Its business licence or the identity card of its owner, uploaded.
    pub agreement_media_id: Option<MediaId>,
    /// The identity card of who does business for it, uploaded.
    pub operator_media_id: Option<MediaId>,
    /// The merchant; needed to change it.
    pub merchant_id: Option<String>,
}

/// A merchant.
#[endpoint(part, reply_to(SubmitSubMerchant, UpdateSubMerchant, GetSubMerchant))]
pub struct SubMerchantInfo {
    /// The merchant.
    pub info: SubMerchant,
}

/// A merchant that cards are made for.
#[endpoint(part)]
pub struct SubMerchant {
    /// Its number.
    pub merchant_id: String,
    /// Its Official Account.
    pub app_id: Option<AppId>,
    /// Its name.
    pub brand_name: Option<String>,
    /// The address of its logo.
    pub logo_url: Option<String>,
    /// How far it is.
    pub status: Option<SubMerchantState>,
    /// From when the authorization holds.
    pub begin_time: Option<Timestamp>,
    /// Until when.
    pub end_time: Option<Timestamp>,
    /// Its category.
    pub primary_category_id: Option<u64>,
    /// The category below.
    pub secondary_category_id: Option<u64>,
    /// When it was proposed.
    pub create_time: Option<Timestamp>,
    /// When it was last changed.
    pub update_time: Option<Timestamp>,
    /// Why it was refused.
    pub reason: Option<String>,
}

/// How far a merchant is.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum SubMerchantState {
    /// It is being looked at.
    #[string_enum(rename = "CHECKING")]
    Checking,
    /// It was approved.
    #[string_enum(rename = "APPROVED")]
    Approved,
    /// It was refused.
    #[string_enum(rename = "REJECTED")]
    Rejected,
    /// Its authorization is over.
    #[string_enum(rename = "EXPIRED")]
    Expired,
    /// A value that this version does not know.
    Other(String),
}

/// Changes a merchant.
#[endpoint(POST "/card/submerchant/update", title = "更新子商户",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Third-party_developer_mode.html#1",
    scope(official), retry = safe, reply = SubMerchantInfo, call = card_merchants.update)]
pub struct UpdateSubMerchant {
    /// The merchant, with its number.
    pub info: SubMerchantDraft,
}

/// Gives a merchant.
#[endpoint(POST "/card/submerchant/get", title = "拉取单个子商户信息",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Third-party_developer_mode.html#5",
    scope(official), retry = safe, reply = SubMerchantInfo, call = card_merchants.get)]
pub struct GetSubMerchant {
    /// The merchant.
    pub merchant_id: String,
}

/// Gives the merchants, up to 100 at a time.
#[endpoint(POST "/card/submerchant/batchget", title = "批量拉取子商户信息",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Third-party_developer_mode.html#6",
    scope(official), retry = safe, reply = SubMerchants, call = "wx.card_merchants().list()")]
pub struct GetSubMerchants {
    /// After which to begin; `0` at first.
    pub begin_id: String,
    /// How many: up to 100.
    pub limit: u32,
    /// Only those in this state.
    pub status: Option<SubMerchantState>,
}

/// A page of merchants.
#[endpoint(part, reply_to(GetSubMerchants))]
pub struct SubMerchants {
    /// The page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub info_list: Vec<SubMerchant>,
    /// Where the next page begins.
    pub next_begin_id: Option<String>,
}

impl Paged for GetSubMerchants {
    type Item = SubMerchant;
    fn split_page(self, page: SubMerchants) -> (Vec<SubMerchant>, Option<Self>) {
        let merchants = page.info_list;
        let last = page.next_begin_id.filter(|id| !id.is_empty() && *id != self.begin_id);
        let next = last.filter(|_| !merchants.is_empty());
        (merchants, next.map(|begin_id| Self { begin_id, ..self }))
    }
}

/// Gives the categories of merchants.
#[endpoint(GET "/card/getapplyprotocol", title = "卡券开放类目查询",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Third-party_developer_mode.html#3",
    scope(official), reply = MerchantCategories, call = card_merchants.categories)]
pub struct GetMerchantCategories {}

/// The categories of merchants.
#[endpoint(part, reply_to(GetMerchantCategories))]
pub struct MerchantCategories {
    /// The categories.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub category: Vec<MerchantCategory>,
}

/// A category of merchants.
#[endpoint(part)]
pub struct MerchantCategory {
    /// Its number.
    pub primary_category_id: u64,
    /// Its name.
    pub category_name: String,
    /// The categories below.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub secondary_category: Vec<MerchantSubcategory>,
}

/// A category below another.
#[endpoint(part)]
pub struct MerchantSubcategory {
    /// Its number.
    pub secondary_category_id: u64,
    /// Its name.
    pub category_name: String,
    /// The papers a merchant needs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub need_qualification_stuffs: Vec<String>,
    /// Whether prepaid cards are possible.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub can_choose_prepaid_card: Option<bool>,
    /// Whether cards to pay with are possible.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub can_choose_payment_card: Option<bool>,
}

/// It was decided about a merchant. Event `card_merchant_check_result`.
#[inbound(event = "card_merchant_check_result", scope(official))]
pub struct SubMerchantChecked {
    /// From whom, to whom, when.
    pub header: Header,
    /// The merchant.
    pub merchant_id: Option<String>,
    /// Whether it was approved.
    pub is_pass: Option<bool>,
    /// Why not.
    pub reason: Option<String>,
    /// The card, where the platform names one.
    pub card_id: Option<String>,
}

impl<'c, C: Caller + ?Sized> CardMerchantsHandle<'c, C> {
    /// The merchants, the first page when awaited; see [`GetSubMerchants`].
    pub fn list(&self) -> Call<'c, C, GetSubMerchants> {
        Call::new(self.caller, GetSubMerchants::new("0", 50))
    }
}
