//! Subscriptions (会员订阅): contracts with users, and the charges under them.
//!
//! Only live; the sandbox knows no subscriptions. Apple charges the users of its phones itself, so
//! for them there is only [`GetVirtualSubscription`].

use weixin_api::{Call, CallSignature, Caller, StringEnum, endpoint, int_enum};
use weixin_protocol::OpenId;

use super::{
    OfferId, PaymentEnv, ProductId, SubscriptionContractId, VirtualOrderId, VirtualPayment,
};

/// Returns whether a user has subscribed.
///
/// What Apple reports is up to 10 seconds old.
///
/// The page of the call does not list `pay_sig`, the page about subscriptions on Apple's phones does;
/// it is always sent.
#[endpoint(POST "/xpay/query_subscribe_contract", title = "查询签约关系",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/server/API/VirtualPayment/api_query_subscribe_contract.html",
    scope(mini), retry = safe, reply = VirtualSubscription, call = "wx.virtual_payment(&key).subscription(openid, product_id, contract)")]
pub struct GetVirtualSubscription {
    /// The signature made with the app key.
    #[signed(path_and_body)]
    pub pay_sig: CallSignature,
    /// Who charges the user; [`SubscriptionMode::Android`] if left out.
    pub mode: Option<SubscriptionMode>,
    /// The user.
    pub openid: OpenId,
    /// The goods, which must be a subscription.
    pub product_id: ProductId,
    /// The contract. Needed unless `mode` is [`SubscriptionMode::Apple`].
    pub out_contract_code: Option<SubscriptionContractId>,
}

/// Who charges the user of a subscription.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum SubscriptionMode {
    /// The account, on Android and HarmonyOS.
    #[string_enum(rename = "android")]
    Android,
    /// Apple, on its phones.
    #[string_enum(rename = "apple")]
    Apple,
    /// A value that this version does not know.
    Other(String),
}

/// The state of a user's subscription.
#[endpoint(part, reply_to(GetVirtualSubscription))]
pub struct VirtualSubscription {
    /// Whether the user has subscribed.
    pub authorization_state: Option<SubscriptionState>,
    /// What Apple says. Only for [`SubscriptionMode::Apple`].
    pub apple_subscription_info: Option<AppleSubscription>,
}

/// Whether a user has subscribed.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum SubscriptionState {
    /// The contract is in force (签约生效中).
    #[string_enum(rename = "SIGNED")]
    Signed,
    /// The contract has ended (已解约). Its number cannot be used again.
    #[string_enum(rename = "TERMINATED")]
    Terminated,
    /// The user has never subscribed (从未签约).
    #[string_enum(rename = "UNBINDUSER")]
    NeverSigned,
    /// A value that this version does not know.
    Other(String),
}

/// A subscription, as Apple sees it.
#[endpoint(part)]
pub struct AppleSubscription {
    /// Apple's number of the first purchase, which identifies the subscription.
    pub original_transaction_id: Option<String>,
    /// Whether the subscription is renewed.
    pub auto_renew_status: Option<AppleRenewal>,
    /// When the subscription began, in milliseconds since 1970. Interruptions of up to 60 days do
    /// not count.
    pub recent_subscription_start_date: Option<i64>,
    /// When the current period ends, in milliseconds since 1970.
    pub renewal_date: Option<i64>,
}

int_enum! {
    /// Whether Apple renews a subscription.
    pub enum AppleRenewal {
        /// The subscription ends with the current period.
        Off = 0,
        /// The subscription is renewed.
        On = 1,
    }
}

/// Tells a user that money will be charged two days later (预通知扣款).
///
/// Needed before every charge except those within 12 hours of signing. The charge must be of the
/// same amount. It can be announced between 07:10 and 21:50 in Beijing: after a charge that
/// succeeded from three days before the period ends, after any other announcement eight days later.
///
/// Fails with 674690001 when the goods or the amount are not allowed, with 690000000 when the user
/// has not subscribed, and with 690000001 at other times.
///
/// The page of the call does not list `pay_sig`; it is sent all the same.
#[endpoint(POST "/xpay/send_subscribe_pre_payment", title = "预通知扣款",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/server/API/VirtualPayment/api_send_subscribe_pre_payment.html",
    scope(mini), call = "wx.virtual_payment(&key).announce_charge(openid, product_id, contract, price)")]
pub struct AnnounceVirtualCharge {
    /// The signature made with the app key.
    #[signed(path_and_body)]
    pub pay_sig: CallSignature,
    /// The user.
    pub openid: OpenId,
    /// The amount in fen: at least 100, at most the price of the goods.
    pub deduct_price: u64,
    /// The goods, which must be a subscription.
    pub product_id: ProductId,
    /// The contract.
    pub out_contract_code: SubscriptionContractId,
}

/// Charges a user who has subscribed (发起订阅扣款).
///
/// Within 12 hours of signing at any time; later, only on the second day after
/// [`AnnounceVirtualCharge`], between 07:10 and 21:50 in Beijing, and the announced amount. A success
/// means that the platform will charge the user, not that it has:
/// [`XPayGoodsDeliver`](super::XPayGoodsDeliver) or
/// [`XPaySubscriptionPayFail`](super::XPaySubscriptionPayFail) says what became of it.
///
/// Fails with -15025 when the charge was not announced or was made before, with -15026 at other times,
/// and with -15027 when the amount is not allowed.
///
/// The page of the call does not list `pay_sig`; it is sent all the same.
#[endpoint(POST "/xpay/submit_subscribe_pay_order", title = "发起订阅扣款",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/server/API/VirtualPayment/api_submit_subscribe_pay_order.html",
    scope(mini), call = "wx.virtual_payment(&key).charge(openid, offer_id, product_id, order_id, price, attach)")]
pub struct ChargeVirtualSubscription {
    /// The signature made with the app key.
    #[signed(path_and_body)]
    pub pay_sig: CallSignature,
    /// The user.
    pub openid: OpenId,
    /// The account in virtual payment, from the console.
    pub offer_id: OfferId,
    /// The number of periods; 1.
    pub buy_quantity: u64,
    /// The environment; only the live one is allowed.
    pub env: Option<PaymentEnv>,
    /// The currency; `CNY`.
    pub currency_type: String,
    /// The goods, which must be a subscription.
    pub product_id: ProductId,
    /// The amount in fen: at most the price of the goods, and at most 500,000. The page of the call
    /// says at least 1, the page about subscriptions at least 100.
    pub deduct_price: u64,
    /// The account's own order number: 8 to 32 letters, digits, `_` and `-`.
    pub order_id: VirtualOrderId,
    /// What the push about the payment repeats.
    pub attach: String,
}

/// Ends a contract (商家解约). Its number cannot be used again.
///
/// The page of the call does not list `pay_sig`; it is sent all the same.
#[endpoint(POST "/xpay/cancel_subscribe_contract", title = "商家解约",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/server/API/VirtualPayment/api_cancel_subscribe_contract.html",
    scope(mini), call = "wx.virtual_payment(&key).end_subscription(openid, product_id, contract, reason)")]
pub struct CancelVirtualSubscription {
    /// The signature made with the app key.
    #[signed(path_and_body)]
    pub pay_sig: CallSignature,
    /// The user.
    pub openid: OpenId,
    /// Why the contract is ended.
    pub termination_reason: String,
    /// The goods, which must be a subscription.
    pub product_id: ProductId,
    /// The contract.
    pub out_contract_code: SubscriptionContractId,
}

impl<'c, C: Caller + ?Sized> VirtualPayment<'c, C> {
    /// Returns whether a user has subscribed; see [`GetVirtualSubscription`].
    pub fn subscription(
        &self,
        openid: impl Into<OpenId>,
        product_id: impl Into<ProductId>,
        contract: impl Into<SubscriptionContractId>,
    ) -> Call<'c, C, GetVirtualSubscription> {
        let (sig, _) = self.signed();
        let get = GetVirtualSubscription::new(sig, openid, product_id);
        self.call(get.out_contract_code(contract))
    }

    /// Tells a user that an amount in fen will be charged two days later; see
    /// [`AnnounceVirtualCharge`].
    pub fn announce_charge(
        &self,
        openid: impl Into<OpenId>,
        product_id: impl Into<ProductId>,
        contract: impl Into<SubscriptionContractId>,
        price: u64,
    ) -> Call<'c, C, AnnounceVirtualCharge> {
        let (sig, _) = self.signed();
        self.call(AnnounceVirtualCharge::new(sig, openid, price, product_id, contract))
    }

    /// Charges a user who has subscribed an amount in fen; see [`ChargeVirtualSubscription`].
    pub fn charge(
        &self,
        openid: impl Into<OpenId>,
        offer_id: impl Into<OfferId>,
        product_id: impl Into<ProductId>,
        order_id: impl Into<VirtualOrderId>,
        price: u64,
        attach: impl Into<String>,
    ) -> Call<'c, C, ChargeVirtualSubscription> {
        let (sig, env) = self.signed();
        let charge = ChargeVirtualSubscription::new(
            sig, openid, offer_id, 1_u64, "CNY", product_id, price, order_id, attach,
        );
        self.call(charge.env(env))
    }

    /// Ends a contract; see [`CancelVirtualSubscription`].
    pub fn end_subscription(
        &self,
        openid: impl Into<OpenId>,
        product_id: impl Into<ProductId>,
        contract: impl Into<SubscriptionContractId>,
        reason: impl Into<String>,
    ) -> Call<'c, C, CancelVirtualSubscription> {
        let (sig, _) = self.signed();
        self.call(CancelVirtualSubscription::new(sig, openid, reason, product_id, contract))
    }
}
