//! Virtual payment (虚拟支付): coins, and goods that are used inside the Mini Program. `/xpay/*`
//!
//! Every call is signed with the app key, and those about a user's own coins with the user's session
//! key too. Both are given as secrets; the signatures cover the exact bytes that are sent. The
//! parameters of `wx.requestVirtualPayment` and of the calls that start a subscription on the phone
//! are signed by [`VirtualPaymentKey`], too.
//!
//! ```
//! use weixin_api::Caller;
//! use weixin_mini::{login::Session, virtual_payment::*};
//!
//! async fn coins<C: Caller<Kind = weixin_api::kind::Mini>>(
//!     wx: &C,
//!     user: &Session,
//! ) -> Result<i64, weixin_api::Error> {
//!     let key = VirtualPaymentKey::sandbox("the AppKey of the sandbox");
//!     let pay = wx.virtual_payment(&key);
//!     let balance = pay.balance(user.openid.clone(), &user.session_key).await?;
//!     Ok(balance.balance.unwrap_or_default())
//! }
//! ```

use weixin_api::{CallSignature, endpoint, endpoints, int_enum};
use weixin_protocol::{OpenId, messages};
mod complaint;
mod event;
mod funds;
mod goods;
mod handle;
mod key;
mod merchant;
mod order;
mod order_export;
mod subscription;

pub use complaint::*;
pub use event::*;
pub use funds::*;
pub use goods::*;
pub use handle::*;
pub use key::*;
pub use merchant::*;
pub use order::*;
pub use order_export::*;
pub use subscription::*;

endpoints![
    GetUserBalance,
    PayWithCoins,
    CancelCoinPayment,
    PresentCoins,
    GetVirtualOrder,
    NotifyGoodsProvided,
    RefundVirtualOrder,
    CreateVirtualWithdrawal,
    GetVirtualWithdrawal,
    DownloadVirtualBill,
    UploadVirtualGoods,
    GetVirtualGoodsUpload,
    PublishVirtualGoods,
    GetVirtualGoodsPublication,
    GetVirtualSubscription,
    AnnounceVirtualCharge,
    ChargeVirtualSubscription,
    CancelVirtualSubscription,
    ExportVirtualOrders,
    GetVirtualOrderExport,
    GetAppleSettlementBills,
    GetVirtualMerchantBalance,
    GetVirtualMerchantRestrictions,
    GetAdAccounts,
    BindAdAccount,
    GetAdGrants,
    ChargeAdAccount,
    GetAdCharges,
    GetAdRecoveries,
    DownloadAdGrantOrders,
    GetVirtualComplaints,
    GetVirtualComplaint,
    GetVirtualComplaintHistory,
    ReplyToVirtualComplaint,
    CompleteVirtualComplaint,
    UploadVirtualPaymentImage,
    SignComplaintImage
];

messages![
    XPayGoodsDeliver,
    XPayCoinPay,
    XPayRefund,
    XPayComplaint,
    XPaySubscriptionSigning,
    XPaySubscriptionPayFail,
    XPayAppleSubscriptionSigned,
    XPayAppleSubscriptionUnsigned,
    MiniGameCoinsDelivered
];

weixin_api::string_id! {
    /// An order, refund or gift of virtual payment, as the account numbers it (order_id,
    /// out_trade_no).
    VirtualOrderId
}

weixin_api::string_id! {
    /// Goods of virtual payment (道具 ID, product_id), as the account names them.
    ProductId
    /// The account in virtual payment (应用 ID, offer_id), from the console.
    OfferId
    /// An order or refund of virtual payment, as the platform numbers it (wx_order_id).
    WxOrderId
    /// A contract of a subscription (签约协议号, out_contract_code), as the account numbers it.
    SubscriptionContractId
    /// A complaint about a virtual payment (投诉 ID, complaint_id).
    VirtualComplaintId
    /// Ad money that the platform granted (广告金发放 ID, fund_id).
    AdGrantId
    /// A charge of an ad account or a recovery of ad money (bill_id).
    AdBillId
}

/// Returns the coins (代币) that a user has.
///
/// Fails with 268490009 when the session key has expired, so that the user must log in again, and
/// with 268490008 when the coins are not published.
#[endpoint(POST "/xpay/query_user_balance", title = "查询用户代币余额",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/virtual-payment.html#_2-3-%E6%9C%8D%E5%8A%A1%E5%99%A8API",
    scope(mini), retry = safe, reply = UserBalance, call = "wx.virtual_payment(&key).balance(openid, session_key)")]
pub struct GetUserBalance {
    /// The signature made with the app key.
    #[signed(path_and_body)]
    pub pay_sig: CallSignature,
    /// The signature made with the user's session key.
    #[signed(body)]
    pub signature: CallSignature,
    /// The environment, which is that of the app key.
    pub env: PaymentEnv,
    /// The user whose coins are meant.
    pub openid: OpenId,
    /// The user's IPv4 address.
    pub user_ip: Option<String>,
    /// The platform of the user's device.
    pub device_type: Option<PaymentDevice>,
}

int_enum! {
    /// The platform of a user's device.
    pub enum PaymentDevice {
        /// Android, the only one that is supported.
        Android = 1,
    }
}

/// The coins that a user has.
#[endpoint(part, reply_to(GetUserBalance))]
pub struct UserBalance {
    /// All coins, bought and given (代币总余额).
    pub balance: Option<i64>,
    /// The coins that were given for free (赠送代币余额).
    pub present_balance: Option<i64>,
    /// The coins that were ever bought (累计充值).
    pub sum_save: Option<i64>,
    /// The coins that were ever given (累计赠送).
    pub sum_present: Option<i64>,
    /// All coins that ever came in (历史总增加).
    pub sum_balance: Option<i64>,
    /// All coins that were ever spent (历史总消耗).
    pub sum_cost: Option<i64>,
    /// Whether the offer for the first purchase is open to the user (满足首充活动).
    pub first_save_flag: Option<bool>,
}

/// Deducts coins from a user, who pays with them.
///
/// The same `order_id` is never deducted twice.
///
/// Fails with 268490006 when the user has too few coins, with 268490004 when they were deducted
/// under this `order_id` before, with 268490008 when the coins are not published, and with
/// 268490009 when the session key has expired.
#[endpoint(POST "/xpay/currency_pay", title = "扣减代币",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/virtual-payment.html#_2-3-%E6%9C%8D%E5%8A%A1%E5%99%A8API",
    scope(mini), reply = PaidWithCoins, call = "wx.virtual_payment(&key).pay(openid, session_key, order_id, amount)")]
pub struct PayWithCoins {
    /// The signature made with the app key.
    #[signed(path_and_body)]
    pub pay_sig: CallSignature,
    /// The signature made with the user's session key.
    #[signed(body)]
    pub signature: CallSignature,
    /// The environment, which is that of the app key.
    pub env: PaymentEnv,
    /// The user whose coins are meant.
    pub openid: OpenId,
    /// The account's own order number.
    pub order_id: VirtualOrderId,
    /// The number of coins.
    pub amount: u64,
    /// The goods as JSON text: `[{"productid":"…","unit_price":1,"quantity":1}]`.
    pub payitem: Option<String>,
    /// The account's remark on the order.
    pub remark: Option<String>,
    /// The user's IPv4 address.
    pub user_ip: Option<String>,
    /// The platform of the user's device.
    pub device_type: Option<PaymentDevice>,
}

/// The result of a deduction of coins.
#[endpoint(part, reply_to(PayWithCoins))]
pub struct PaidWithCoins {
    /// The account's own order number.
    pub order_id: Option<VirtualOrderId>,
    /// The coins that are left.
    pub balance: Option<i64>,
    /// How many of the deducted coins had been given for free.
    pub used_present_amount: Option<i64>,
}

/// Returns coins that a user has paid with. It reverts [`PayWithCoins`].
///
/// Fails with 268490006 when fewer coins are left to return, and with 268490009 when the session
/// key has expired.
#[endpoint(POST "/xpay/cancel_currency_pay", title = "代币支付退款",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/virtual-payment.html#_2-3-%E6%9C%8D%E5%8A%A1%E5%99%A8API",
    scope(mini), reply = CancelledCoinPayment, call = "wx.virtual_payment(&key).cancel_pay(openid, session_key, pay_order_id, order_id, amount)")]
pub struct CancelCoinPayment {
    /// The signature made with the app key.
    #[signed(path_and_body)]
    pub pay_sig: CallSignature,
    /// The signature made with the user's session key.
    #[signed(body)]
    pub signature: CallSignature,
    /// The environment, which is that of the app key.
    pub env: PaymentEnv,
    /// The user whose coins are meant.
    pub openid: OpenId,
    /// The order number of the payment, as given to [`PayWithCoins`].
    pub pay_order_id: VirtualOrderId,
    /// The account's own number of this refund.
    pub order_id: VirtualOrderId,
    /// The number of coins.
    pub amount: u64,
    /// The user's IPv4 address.
    pub user_ip: Option<String>,
    /// The platform of the user's device.
    pub device_type: Option<PaymentDevice>,
}

/// The result of a return of coins.
#[endpoint(part, reply_to(CancelCoinPayment))]
pub struct CancelledCoinPayment {
    /// The account's own refund number.
    pub order_id: Option<VirtualOrderId>,
}

/// Gives coins to a user for free.
///
/// Fails with 268490004 when coins were given under the same `order_id` before, and with 268490008
/// when the coins are not published.
#[endpoint(POST "/xpay/present_currency", title = "代币赠送",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/virtual-payment.html#_2-3-%E6%9C%8D%E5%8A%A1%E5%99%A8API",
    scope(mini), reply = PresentedCoins, call = "wx.virtual_payment(&key).present(openid, order_id, amount)")]
pub struct PresentCoins {
    /// The signature made with the app key.
    #[signed(path_and_body)]
    pub pay_sig: CallSignature,
    /// The environment, which is that of the app key.
    pub env: PaymentEnv,
    /// The account's own number of the gift.
    pub order_id: VirtualOrderId,
    /// The number of coins.
    pub amount: u64,
    /// The user who receives the coins.
    pub openid: Option<OpenId>,
    /// The user's IPv4 address.
    pub user_ip: Option<String>,
    /// The platform of the user's device.
    pub device_type: Option<PaymentDevice>,
}

/// The result of a gift of coins.
#[endpoint(part, reply_to(PresentCoins))]
pub struct PresentedCoins {
    /// The account's own number of the gift.
    pub order_id: Option<VirtualOrderId>,
    /// The coins that the user has now.
    pub balance: Option<i64>,
    /// The coins among them that were given for free.
    pub present_balance: Option<i64>,
}
