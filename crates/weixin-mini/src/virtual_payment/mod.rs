//! Payment for things that are not sent (虚拟支付): coins, and goods inside the Mini Program. `/xpay/*`
//!
//! Every call is signed with the app key, and those about a user's own coins with the user's session
//! key too. Both are given as secrets; the signatures are made over the very bytes that are sent.
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

use weixin_api::{CallSignature, endpoint, endpoints};
use weixin_protocol::{OpenId, messages};
mod event;
mod goods;
mod handle;
mod key;
mod order;

pub use event::*;
pub use goods::*;
pub use handle::*;
pub use key::*;
pub use order::*;

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
    GetVirtualGoodsPublication
];

messages![XPayGoodsDeliver, XPayCoinPay, XPayRefund, MiniGameCoinsDelivered];

/// Says how many coins a user has.
#[endpoint(POST "/xpay/query_user_balance", title = "查询用户代币余额",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/virtual-payment.html#_2-3-%E6%9C%8D%E5%8A%A1%E5%99%A8API",
    scope(mini), retry = safe, reply = UserBalance, call = "wx.virtual_payment(&key).balance(openid, session_key)")]
pub struct GetUserBalance {
    /// Made with the app key.
    #[signed(path_and_body)]
    pub pay_sig: CallSignature,
    /// Made with the user's session key.
    #[signed(body)]
    pub signature: CallSignature,
    /// Which environment the app key is of.
    pub env: PaymentEnv,
    /// The user.
    pub openid: OpenId,
    /// The user's address, IPv4.
    pub user_ip: Option<String>,
    /// The user's device: 1 Android.
    pub device_type: Option<u32>,
}

/// How many coins a user has.
#[endpoint(part, reply_to(GetUserBalance))]
pub struct UserBalance {
    /// All of them, bought and given.
    pub balance: Option<i64>,
    /// Those that were given.
    pub present_balance: Option<i64>,
    /// How many were ever bought.
    pub sum_save: Option<i64>,
    /// How many were ever given.
    pub sum_present: Option<i64>,
    /// How many ever came in.
    pub sum_balance: Option<i64>,
    /// How many were ever spent.
    pub sum_cost: Option<i64>,
    /// Whether the offer for the first purchase is open to them.
    pub first_save_flag: Option<bool>,
}

/// Takes coins from a user, who pays with them.
///
/// The same `order_id` is never taken twice.
#[endpoint(POST "/xpay/currency_pay", title = "扣减代币",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/virtual-payment.html#_2-3-%E6%9C%8D%E5%8A%A1%E5%99%A8API",
    scope(mini), reply = PaidWithCoins, call = "wx.virtual_payment(&key).pay(openid, session_key, order_id, amount)")]
pub struct PayWithCoins {
    /// Made with the app key.
    #[signed(path_and_body)]
    pub pay_sig: CallSignature,
    /// Made with the user's session key.
    #[signed(body)]
    pub signature: CallSignature,
    /// Which environment the app key is of.
    pub env: PaymentEnv,
    /// The user.
    pub openid: OpenId,
    /// The order, by the account's own number.
    pub order_id: String,
    /// How many coins.
    pub amount: u64,
    /// What is bought, as JSON: `[{"productid":"…","unit_price":1,"quantity":1}]`.
    pub payitem: Option<String>,
    /// A note.
    pub remark: Option<String>,
    /// The user's address, IPv4.
    pub user_ip: Option<String>,
    /// The user's device: 1 Android.
    pub device_type: Option<u32>,
}

/// What was taken.
#[endpoint(part, reply_to(PayWithCoins))]
pub struct PaidWithCoins {
    /// The order.
    pub order_id: Option<String>,
    /// How many coins are left.
    pub balance: Option<i64>,
    /// How many of those taken had been given.
    pub used_present_amount: Option<i64>,
}

/// Gives back coins that a user has paid with: undoes [`PayWithCoins`].
#[endpoint(POST "/xpay/cancel_currency_pay", title = "代币支付退款",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/virtual-payment.html#_2-3-%E6%9C%8D%E5%8A%A1%E5%99%A8API",
    scope(mini), reply = CancelledCoinPayment, call = "wx.virtual_payment(&key).cancel_pay(openid, session_key, pay_order_id, order_id, amount)")]
pub struct CancelCoinPayment {
    /// Made with the app key.
    #[signed(path_and_body)]
    pub pay_sig: CallSignature,
    /// Made with the user's session key.
    #[signed(body)]
    pub signature: CallSignature,
    /// Which environment the app key is of.
    pub env: PaymentEnv,
    /// The user.
    pub openid: OpenId,
    /// The payment, by its `order_id`.
    pub pay_order_id: String,
    /// The refund, by the account's own number.
    pub order_id: String,
    /// How many coins.
    pub amount: u64,
    /// The user's address, IPv4.
    pub user_ip: Option<String>,
    /// The user's device: 1 Android.
    pub device_type: Option<u32>,
}

/// What was given back.
#[endpoint(part, reply_to(CancelCoinPayment))]
pub struct CancelledCoinPayment {
    /// The refund.
    pub order_id: Option<String>,
}

/// Gives coins to a user.
///
/// With the error 268490004 they were given before, under the same number.
#[endpoint(POST "/xpay/present_currency", title = "代币赠送",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/virtual-payment.html#_2-3-%E6%9C%8D%E5%8A%A1%E5%99%A8API",
    scope(mini), reply = PresentedCoins, call = "wx.virtual_payment(&key).present(openid, order_id, amount)")]
pub struct PresentCoins {
    /// Made with the app key.
    #[signed(path_and_body)]
    pub pay_sig: CallSignature,
    /// Which environment the key is of.
    pub env: PaymentEnv,
    /// The gift, by the account's own number.
    pub order_id: String,
    /// How many coins.
    pub amount: u64,
    /// The user.
    pub openid: Option<OpenId>,
    /// The user's address, IPv4.
    pub user_ip: Option<String>,
    /// The user's device: 1 Android.
    pub device_type: Option<u32>,
}

/// What a user was given.
#[endpoint(part, reply_to(PresentCoins))]
pub struct PresentedCoins {
    /// The gift.
    pub order_id: Option<String>,
    /// How many coins they have now.
    pub balance: Option<i64>,
    /// How many of them were given.
    pub present_balance: Option<i64>,
}
