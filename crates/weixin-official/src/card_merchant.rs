//! Cards for other merchants (卡券第三方代制): the merchants that an account makes cards for.
//! `/card/submerchant/*`

use weixin_api::{Call, Caller, Paged, StringEnum, Timestamp, endpoint, group};
use weixin_protocol::{AppId, Header, MediaId, inbound, messages};

use crate::ids::{CardId, SubMerchantId};

group! {
    /// Merchants that cards are made for (卡券第三方代制).
    card_merchants: [
        SubmitSubMerchant, UpdateSubMerchant, GetSubMerchant, GetSubMerchants,
        GetMerchantCategories,
    ]
}

messages![SubMerchantChecked];

weixin_api::integer_id! {
    /// A category of merchants (卡券类目), of the first or second level; see
    /// [`GetMerchantCategories`].
    MerchantCategoryId(u64)
}

/// Submits a merchant to make cards for (创建子商户).
///
/// The platform reviews it and pushes the outcome as [`SubMerchantChecked`].
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, Timestamp, kind::Official};
/// # use weixin_official::{card_merchant::SubMerchantDraft, prelude::*};
/// # use weixin_protocol::MediaId;
/// # async fn example(
/// #     wx: impl Caller<Kind = Official>, logo_url: String, letter: MediaId,
/// # ) -> Result<(), Error> {
/// let end = Timestamp::from_secs(1_798_732_800);
/// let merchant = SubMerchantDraft::new("Bob's Noodles", logo_url, letter, end, 1, 101);
/// let submitted = wx.card_merchants().submit(merchant).await?.info;
/// println!("merchant {}: {:?}", submitted.merchant_id, submitted.status);
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/card/submerchant/submit", title = "创建子商户",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Third-party_developer_mode.html#1",
    scope(official), reply = SubMerchantInfo, call = card_merchants.submit)]
pub struct SubmitSubMerchant {
    /// The merchant to create. Its `merchant_id` is left out.
    pub info: SubMerchantDraft,
}

/// A merchant to be created or changed.
#[endpoint(part)]
pub struct SubMerchantDraft {
    /// The merchant's name (子商户名称), shown on cards: up to 12 Chinese characters.
    pub brand_name: String,
    /// The address of the logo, uploaded with
    /// [`UploadArticleImage`](crate::material::UploadArticleImage).
    pub logo_url: String,
    /// The signed letter of authorization (授权函), uploaded as temporary media.
    pub protocol: MediaId,
    /// When the letter of authorization expires (授权函有效期截止时间).
    pub end_time: Timestamp,
    /// The category of the first level (一级类目).
    pub primary_category_id: MerchantCategoryId,
    /// The category of the second level (二级类目), one below `primary_category_id`.
    pub secondary_category_id: MerchantCategoryId,
    /// The merchant's own Official Account. Left out if it has none; then licence and identity card
    /// are needed.
    pub app_id: Option<AppId>,
    /// The business licence or the owner's identity card (营业执照或个体工商户营业执照彩照), uploaded as temporary
    /// media.
    pub agreement_media_id: Option<MediaId>,
    /// The identity card of the person who runs the business (经营者身份证), uploaded as temporary media.
    pub operator_media_id: Option<MediaId>,
    /// The merchant to change. Only for [`UpdateSubMerchant`].
    pub merchant_id: Option<SubMerchantId>,
}

/// The reply with a merchant.
#[endpoint(part, reply_to(SubmitSubMerchant, UpdateSubMerchant, GetSubMerchant))]
pub struct SubMerchantInfo {
    /// The merchant.
    pub info: SubMerchant,
}

/// A merchant that cards are made for (子商户).
#[endpoint(part)]
pub struct SubMerchant {
    /// The id of the merchant; cards name it as `sub_merchant_info`.
    pub merchant_id: SubMerchantId,
    /// The merchant's own Official Account, if it has one.
    pub app_id: Option<AppId>,
    /// The merchant's name, shown on cards.
    pub brand_name: Option<String>,
    /// The address of the logo.
    pub logo_url: Option<String>,
    /// The state of the review.
    pub status: Option<SubMerchantState>,
    /// When the authorization begins.
    pub begin_time: Option<Timestamp>,
    /// When the authorization expires.
    pub end_time: Option<Timestamp>,
    /// The category of the first level.
    pub primary_category_id: Option<MerchantCategoryId>,
    /// The category of the second level.
    pub secondary_category_id: Option<MerchantCategoryId>,
    /// When the merchant was submitted.
    pub create_time: Option<Timestamp>,
    /// When the merchant was last changed.
    pub update_time: Option<Timestamp>,
    /// Why the review failed. Only when it did.
    pub reason: Option<String>,
}

/// The state of a merchant's review.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum SubMerchantState {
    /// The platform reviews it (审核中).
    #[string_enum(rename = "CHECKING")]
    Checking,
    /// It was approved, and cards can be made for it (已通过).
    #[string_enum(rename = "APPROVED")]
    Approved,
    /// It was rejected (被驳回); it can be changed and submitted again.
    #[string_enum(rename = "REJECTED")]
    Rejected,
    /// The authorization has expired (协议已过期).
    #[string_enum(rename = "EXPIRED")]
    Expired,
    /// A value that this version does not know.
    Other(String),
}

/// Changes a merchant that cards are made for.
///
/// Fails with 40139 when there is no such merchant.
#[endpoint(POST "/card/submerchant/update", title = "更新子商户",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Third-party_developer_mode.html#1",
    scope(official), retry = safe, reply = SubMerchantInfo, call = card_merchants.update)]
pub struct UpdateSubMerchant {
    /// The merchant, with its `merchant_id` and all fields as they shall be.
    pub info: SubMerchantDraft,
}

/// Returns a merchant that cards are made for.
///
/// Fails with 40139 when there is no such merchant.
#[endpoint(POST "/card/submerchant/get", title = "拉取单个子商户信息",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Third-party_developer_mode.html#5",
    scope(official), retry = safe, reply = SubMerchantInfo, call = card_merchants.get)]
pub struct GetSubMerchant {
    /// The merchant to return.
    pub merchant_id: SubMerchantId,
}

/// Returns the merchants that cards are made for, up to 100 per page.
#[endpoint(POST "/card/submerchant/batchget", title = "批量拉取子商户信息",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Third-party_developer_mode.html#6",
    scope(official), retry = safe, reply = SubMerchants, call = "wx.card_merchants().list()")]
pub struct GetSubMerchants {
    /// The merchant after which the page begins; `0` for the first page.
    pub begin_id: SubMerchantId,
    /// How many merchants to return, at most 100.
    pub limit: u32,
    /// Returns only merchants in this state. `None`: all.
    pub status: Option<SubMerchantState>,
}

/// A page of merchants.
#[endpoint(part, reply_to(GetSubMerchants))]
pub struct SubMerchants {
    /// The merchants of this page.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub info_list: Vec<SubMerchant>,
    /// Where the next page begins, to pass as `begin_id`. Empty or missing at the end.
    pub next_begin_id: Option<SubMerchantId>,
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

/// Returns the categories that merchants can have (卡券开放类目).
#[endpoint(GET "/card/getapplyprotocol", title = "卡券开放类目查询",
    doc = "https://developers.weixin.qq.com/doc/offiaccount/Cards_and_Offer/Third-party_developer_mode.html#3",
    scope(official), reply = MerchantCategories, call = card_merchants.categories)]
pub struct GetMerchantCategories {}

/// The categories that merchants can have.
#[endpoint(part, reply_to(GetMerchantCategories))]
pub struct MerchantCategories {
    /// The categories of the first level.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub category: Vec<MerchantCategory>,
}

/// A category of the first level (一级类目).
#[endpoint(part)]
pub struct MerchantCategory {
    /// The id of the category.
    pub primary_category_id: MerchantCategoryId,
    /// The name, as in `美食`.
    pub category_name: String,
    /// The categories below it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub secondary_category: Vec<MerchantSubcategory>,
}

/// A category of the second level (二级类目).
#[endpoint(part)]
pub struct MerchantSubcategory {
    /// The id of the category.
    pub secondary_category_id: MerchantCategoryId,
    /// The name, as in `粤菜`.
    pub category_name: String,
    /// Keys of the documents that a merchant must provide, such as `food_service_license_id`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub need_qualification_stuffs: Vec<String>,
    /// Whether merchants of this category can have prepaid cards (预付卡).
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub can_choose_prepaid_card: Option<bool>,
    /// Whether merchants of this category can have payment cards.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub can_choose_payment_card: Option<bool>,
}

/// The platform finished the review of a merchant that cards are made for (子商户审核结果).
#[inbound(event = "card_merchant_check_result", scope(official))]
pub struct SubMerchantChecked {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The merchant.
    pub merchant_id: Option<SubMerchantId>,
    /// Whether the merchant was approved.
    pub is_pass: Option<bool>,
    /// Why the merchant was rejected. Only when it was.
    pub reason: Option<String>,
    /// The card, where the platform names one.
    pub card_id: Option<CardId>,
}

impl<'c, C: Caller + ?Sized> CardMerchantsHandle<'c, C> {
    /// Returns the merchants, the first page when awaited; see [`GetSubMerchants`].
    pub fn list(&self) -> Call<'c, C, GetSubMerchants> {
        Call::new(self.caller, GetSubMerchants::new("0", 50))
    }
}
