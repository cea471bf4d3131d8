//! The merchant of virtual payment: its balance and its restrictions.

use serde::{Deserialize, Deserializer};
use weixin_api::{Call, CallSignature, Caller, endpoint};

use super::{PaymentEnv, VirtualPayment};

/// Returns the money that can be withdrawn.
#[endpoint(POST "/xpay/query_biz_balance", title = "查询商家账户可提现余额",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/server/API/VirtualPayment/api_query_biz_balance.html",
    scope(mini), retry = safe, reply = VirtualMerchantBalance, call = "wx.virtual_payment(&key).merchant_balance()")]
pub struct GetVirtualMerchantBalance {
    /// The signature made with the app key.
    #[signed(path_and_body)]
    pub pay_sig: CallSignature,
    /// The environment of the app key. The answer is always that of the live one.
    pub env: PaymentEnv,
}

/// The money of the merchant.
#[endpoint(part, reply_to(GetVirtualMerchantBalance))]
pub struct VirtualMerchantBalance {
    /// The money that can be withdrawn (可提现余额).
    pub balance_available: Option<VirtualMerchantMoney>,
}

/// An amount of money.
#[endpoint(part)]
pub struct VirtualMerchantMoney {
    /// The amount in yuan, such as `0.01`.
    pub amount: Option<String>,
    /// The currency, such as `CNY`.
    pub currency_code: Option<String>,
}

/// Returns why WeChat Pay has restricted the merchant, and what can be done about it.
///
/// The page says that the call has no body; an empty object is sent and signed.
#[endpoint(POST "/xpay/query_punishment_reasons", title = "商户被管控原因查询",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/server/API/VirtualPayment/api_query_punishment_reasons.html",
    scope(mini), retry = safe, reply = VirtualMerchantRestrictions, call = "wx.virtual_payment(&key).restrictions()")]
pub struct GetVirtualMerchantRestrictions {
    /// The signature made with the app key.
    #[signed(path_and_body)]
    pub pay_sig: CallSignature,
}

/// The restrictions of the merchant.
#[endpoint(part, reply_to(GetVirtualMerchantRestrictions))]
pub struct VirtualMerchantRestrictions {
    /// The appid of the Mini Program.
    pub appid: Option<String>,
    /// The name of the Mini Program.
    pub nickname: Option<String>,
    /// The merchant's number at WeChat Pay.
    pub merchant_code: Option<String>,
    /// What the merchant cannot do (被管控能力).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub limited_functions: Vec<String>,
    /// What else the merchant cannot do.
    pub other_limited_functions: Option<String>,
    /// The reasons.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub recovery_specifications: Vec<VirtualMerchantRestriction>,
}

/// A reason why WeChat Pay has restricted the merchant.
#[endpoint(part)]
pub struct VirtualMerchantRestriction {
    /// The number of the case, which other notices about it contain, too (business_code).
    pub limitation_case_id: Option<String>,
    /// The kind of reason.
    pub limitation_reason_type: Option<String>,
    /// The reason in short.
    pub limitation_reason: Option<String>,
    /// The reason in full.
    pub limitation_reason_describe: Option<String>,
    /// What the merchant cannot do for this reason. The page calls it both a text and a list.
    #[serde(default, skip_serializing_if = "Vec::is_empty", deserialize_with = "one_or_many")]
    pub relate_limitations: Vec<String>,
    /// What else the merchant cannot do for this reason.
    pub other_relate_limitations: Option<String>,
    /// What WeChat Pay recommends to do.
    pub recover_way: Option<String>,
    /// A parameter of the recommendation. Its form is not documented.
    pub recover_way_param: Option<String>,
    /// The address of a page with help.
    pub recover_help_url: Option<String>,
    /// What the platform does.
    pub limitation_action_type: Option<String>,
    /// When a delayed restriction is expected to begin, as text.
    pub limitation_start_date: Option<String>,
    /// When the restriction began, as text.
    pub limitation_date: Option<String>,
}

/// Reads a list of texts, or one text.
fn one_or_many<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Texts {
        One(String),
        Many(Vec<String>),
    }
    Ok(match Texts::deserialize(deserializer)? {
        Texts::One(text) => vec![text],
        Texts::Many(texts) => texts,
    })
}

impl<'c, C: Caller + ?Sized> VirtualPayment<'c, C> {
    /// Returns the money that can be withdrawn; see [`GetVirtualMerchantBalance`].
    pub fn merchant_balance(&self) -> Call<'c, C, GetVirtualMerchantBalance> {
        let (sig, env) = self.signed();
        self.call(GetVirtualMerchantBalance::new(sig, env))
    }

    /// Returns why the merchant is restricted; see [`GetVirtualMerchantRestrictions`].
    pub fn restrictions(&self) -> Call<'c, C, GetVirtualMerchantRestrictions> {
        let (sig, _) = self.signed();
        self.call(GetVirtualMerchantRestrictions::new(sig))
    }
}
