//! Orders, refunds, withdrawals and bills of virtual payment.

use weixin_api::{CallSignature, StringEnum, Timestamp, endpoint, int_enum};
use weixin_protocol::{OpenId, Secret};

use super::{PaymentDevice, PaymentEnv, VirtualOrderId, WxOrderId};

use crate::ids::TransactionId;

/// Returns an order that was paid in money.
///
/// One of the two numbers names the order.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Mini};
/// # use weixin_mini::virtual_payment::*;
/// # async fn example(wx: impl Caller<Kind = Mini>) -> Result<(), Error> {
/// let key = VirtualPaymentKey::live("the AppKey of the live environment");
/// let pay = wx.virtual_payment(&key);
/// let user = "oUpF8uMuAJO_M2pxb1Q9zNjWeS6o";
/// let order = pay.order(user, "20260301_00000001").await?.order;
/// if order.status == Some(VirtualOrderStatus::Paid) {
///     println!("order {:?} must be delivered", order.order_id);
/// }
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/xpay/query_order", title = "查询创建的订单",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/virtual-payment.html#_2-3-%E6%9C%8D%E5%8A%A1%E5%99%A8API",
    scope(mini), retry = safe, reply = FoundVirtualOrder, call = "wx.virtual_payment(&key).order(openid, order_id)")]
pub struct GetVirtualOrder {
    /// The signature made with the app key.
    #[signed(path_and_body)]
    pub pay_sig: CallSignature,
    /// The environment, which is that of the app key.
    pub env: PaymentEnv,
    /// The account's own order number.
    pub order_id: Option<VirtualOrderId>,
    /// The order, as the platform numbers it.
    pub wx_order_id: Option<WxOrderId>,
    /// The user who placed the order.
    pub openid: Option<OpenId>,
    /// The user's IPv4 address.
    pub user_ip: Option<String>,
    /// The platform of the user's device.
    pub device_type: Option<PaymentDevice>,
}

/// An order that was paid in money.
#[endpoint(part, reply_to(GetVirtualOrder))]
pub struct FoundVirtualOrder {
    /// The order with its state.
    pub order: VirtualOrder,
}

/// An order that was paid in money.
#[endpoint(part)]
pub struct VirtualOrder {
    /// The account's own order number.
    pub order_id: Option<VirtualOrderId>,
    /// When the order was placed.
    pub create_time: Option<Timestamp>,
    /// When the order last changed.
    pub update_time: Option<Timestamp>,
    /// The state of the order.
    pub status: Option<VirtualOrderStatus>,
    /// The kind of business; 1 is short drama (短剧).
    pub biz_type: Option<i64>,
    /// The price in fen.
    pub order_fee: Option<i64>,
    /// The discount in fen.
    pub coupon_fee: Option<i64>,
    /// The amount that the user paid, in fen.
    pub paid_fee: Option<i64>,
    /// Whether this is a payment or a refund.
    pub order_type: Option<VirtualOrderType>,
    /// The refunded amount in fen.
    pub refund_fee: Option<i64>,
    /// When it was paid or refunded.
    pub paid_time: Option<Timestamp>,
    /// When the goods were delivered.
    pub provide_time: Option<Timestamp>,
    /// What the account attached to the order when it was placed.
    pub biz_meta: Option<String>,
    /// The environment of the order.
    pub env_type: Option<VirtualOrderEnv>,
    /// The token with which the order was placed.
    #[serde(serialize_with = "weixin_api::expose_some")]
    pub token: Option<Secret>,
    /// The amount that can still be refunded, in fen.
    pub left_fee: Option<i64>,
    /// The order, as the platform numbers it.
    pub wx_order_id: Option<WxOrderId>,
    /// The order number that the user sees in WeChat Pay as that of the merchant.
    pub channel_order_id: Option<String>,
    /// The payment, as WeChat Pay numbers it.
    pub wxpay_order_id: Option<TransactionId>,
    /// When the order was settled.
    pub sett_time: Option<Timestamp>,
    /// The state of the settlement.
    pub sett_state: Option<VirtualSettlementState>,
    /// The platform's fee in fen. Only once the order is settled.
    pub platform_fee_fen: Option<i64>,
    /// The fee of the channel that brought the user (CPS), in fen. Only once the order is settled.
    pub cps_fee_fen: Option<i64>,
}

int_enum! {
    /// The state of an order's settlement (结算状态).
    pub enum VirtualSettlementState {
        /// The settlement has not started.
        NotStarted = 0,
        /// The settlement is under way.
        Running = 1,
        /// The order is settled.
        Settled = 2,
        /// The order waits to be settled, like [`NotStarted`](Self::NotStarted).
        Pending = 3,
    }
}

int_enum! {
    /// The environment of an order, which is numbered differently from [`PaymentEnv`].
    pub enum VirtualOrderEnv {
        /// Money is paid (现网环境).
        Live = 1,
        /// No money is paid (沙箱环境).
        Sandbox = 2,
    }
}

int_enum! {
    /// The kind of an order.
    pub enum VirtualOrderType {
        /// A payment (支付单).
        Payment = 0,
        /// A refund (退款单).
        Refund = 1,
        /// A payment with Apple (苹果 iOS 支付).
        ApplePayment = 7,
        /// A refund by Apple (苹果 iOS 退款).
        AppleRefund = 8,
    }
}

int_enum! {
    /// The state of an order.
    pub enum VirtualOrderStatus {
        /// The order is not complete and cannot be paid (订单初始化).
        Initialized = 0,
        /// The order can be paid (订单创建成功).
        Created = 1,
        /// The order is paid, and the goods must be delivered (待发货).
        Paid = 2,
        /// The goods are being delivered (发货中).
        Providing = 3,
        /// The goods were delivered (已发货).
        Provided = 4,
        /// The order was refunded (已经退款).
        Refunded = 5,
        /// The order is closed and cannot be used (已关闭).
        Closed = 6,
        /// The refund failed (退款失败).
        RefundFailed = 7,
        /// The user has received the refund (用户退款完成).
        RefundReceived = 8,
        /// The ad money that was granted for the order was recovered (回收广告金完成).
        AdMoneyRecovered = 9,
        /// The shares of the order were returned (分账回退完成).
        SharesReturned = 10,
    }
}

/// Reports that the goods of an order were delivered.
///
/// Only for orders whose [`XPayGoodsDeliver`](super::XPayGoodsDeliver) was never answered.
#[endpoint(POST "/xpay/notify_provide_goods", title = "通知已经发货完成",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/virtual-payment.html#_2-3-%E6%9C%8D%E5%8A%A1%E5%99%A8API",
    scope(mini), retry = safe, call = "wx.virtual_payment(&key).provided(order_id)")]
pub struct NotifyGoodsProvided {
    /// The signature made with the app key.
    #[signed(path_and_body)]
    pub pay_sig: CallSignature,
    /// The environment, which is that of the app key.
    pub env: PaymentEnv,
    /// The account's own order number.
    pub order_id: Option<VirtualOrderId>,
    /// The order, as the platform numbers it.
    pub wx_order_id: Option<WxOrderId>,
    /// The user who placed the order.
    pub openid: Option<OpenId>,
    /// The user's IPv4 address.
    pub user_ip: Option<String>,
    /// The platform of the user's device.
    pub device_type: Option<PaymentDevice>,
}

/// Starts the refund of an order.
///
/// The result is pushed as [`XPayRefund`](super::XPayRefund), and the order has it too. The same
/// `refund_order_id` is never refunded twice.
///
/// Fails with 268490016 when `left_fee` is wrong, with 268490014 while a refund of the order is
/// under way, with 268490005 when it was reverted by
/// [`CancelCoinPayment`](super::CancelCoinPayment), and with 268490013 when it was written off
/// (核销).
#[endpoint(POST "/xpay/refund_order", title = "启动订单退款任务",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/virtual-payment.html#_2-3-%E6%9C%8D%E5%8A%A1%E5%99%A8API",
    scope(mini), reply = StartedVirtualRefund, call = "wx.virtual_payment(&key).refund(openid, order_id, refund_order_id, left_fee, refund_fee)")]
pub struct RefundVirtualOrder {
    /// The signature made with the app key.
    #[signed(path_and_body)]
    pub pay_sig: CallSignature,
    /// The environment, which is that of the app key.
    pub env: PaymentEnv,
    /// The account's own order number.
    pub order_id: Option<VirtualOrderId>,
    /// The order, as the platform numbers it.
    pub wx_order_id: Option<WxOrderId>,
    /// The account's own refund number: 8 to 32 letters, digits, `_` and `-`.
    pub refund_order_id: VirtualOrderId,
    /// The amount that can still be refunded, in fen, as [`VirtualOrder`] says.
    pub left_fee: u64,
    /// The amount to refund in fen: more than 0, at most `left_fee`.
    pub refund_fee: u64,
    /// What the account attaches to the refund: up to 1,024 characters.
    pub biz_meta: Option<String>,
    /// Why the order is refunded.
    pub refund_reason: Option<VirtualRefundReason>,
    /// Who requests the refund.
    pub req_from: Option<VirtualRefundSource>,
    /// The user who placed the order.
    pub openid: Option<OpenId>,
    /// The user's IPv4 address.
    pub user_ip: Option<String>,
    /// The platform of the user's device.
    pub device_type: Option<PaymentDevice>,
}

/// Who requests a refund.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum VirtualRefundSource {
    /// The account's customer service (人工客服退款).
    #[string_enum(rename = "1")]
    Staff,
    /// The user (用户自己发起退款).
    #[string_enum(rename = "2")]
    User,
    /// Somebody else (其他).
    #[string_enum(rename = "3")]
    Another,
    /// A value that this version does not know.
    Other(String),
}

/// The reason of a refund.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[non_exhaustive]
pub enum VirtualRefundReason {
    /// No reason is given (暂无描述).
    #[string_enum(rename = "0")]
    None,
    /// A problem of the product (产品问题).
    #[string_enum(rename = "1")]
    Product,
    /// A problem of the service (售后问题).
    #[string_enum(rename = "2")]
    Service,
    /// The user wishes it (意愿问题).
    #[string_enum(rename = "3")]
    UserWish,
    /// The price (价格问题).
    #[string_enum(rename = "4")]
    Price,
    /// Another reason (其他原因).
    #[string_enum(rename = "5")]
    Another,
    /// A value that this version does not know.
    Other(String),
}

/// A refund that was started.
#[endpoint(part, reply_to(RefundVirtualOrder))]
pub struct StartedVirtualRefund {
    /// The account's own refund number.
    pub refund_order_id: Option<VirtualOrderId>,
    /// The refund, as the platform numbers it.
    pub refund_wx_order_id: Option<WxOrderId>,
    /// The account's own number of the refunded order.
    pub pay_order_id: Option<VirtualOrderId>,
    /// The refunded order, as the platform numbers it.
    pub pay_wx_order_id: Option<WxOrderId>,
}

/// Creates a withdrawal of money from the account.
#[endpoint(POST "/xpay/create_withdraw_order", title = "创建提现单",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/virtual-payment.html#_2-3-%E6%9C%8D%E5%8A%A1%E5%99%A8API",
    scope(mini), reply = CreatedVirtualWithdrawal, call = "wx.virtual_payment(&key).withdraw(withdraw_no)")]
pub struct CreateVirtualWithdrawal {
    /// The signature made with the app key.
    #[signed(path_and_body)]
    pub pay_sig: CallSignature,
    /// The environment, which is that of the app key.
    pub env: PaymentEnv,
    /// The account's own withdrawal number: 8 to 32 letters, digits, `_` and `-`.
    pub withdraw_no: String,
    /// The amount in yuan, such as `0.01`; everything if left out.
    pub withdraw_amount: Option<String>,
    /// The user on whose behalf the call is made; not needed for this call.
    pub openid: Option<OpenId>,
    /// The user's IPv4 address.
    pub user_ip: Option<String>,
    /// The platform of the user's device.
    pub device_type: Option<PaymentDevice>,
}

/// A withdrawal that was created.
#[endpoint(part, reply_to(CreateVirtualWithdrawal))]
pub struct CreatedVirtualWithdrawal {
    /// The account's own withdrawal number.
    pub withdraw_no: Option<String>,
    /// The withdrawal, as the platform numbers it.
    pub wx_withdraw_no: Option<String>,
}

/// Returns the state of a withdrawal.
#[endpoint(POST "/xpay/query_withdraw_order", title = "查询提现单",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/virtual-payment.html#_2-3-%E6%9C%8D%E5%8A%A1%E5%99%A8API",
    scope(mini), retry = safe, reply = VirtualWithdrawal, call = "wx.virtual_payment(&key).withdrawal(withdraw_no)")]
pub struct GetVirtualWithdrawal {
    /// The signature made with the app key.
    #[signed(path_and_body)]
    pub pay_sig: CallSignature,
    /// The environment, which is that of the app key.
    pub env: PaymentEnv,
    /// The account's own withdrawal number.
    pub withdraw_no: String,
    /// The user on whose behalf the call is made; not needed for this call.
    pub openid: Option<OpenId>,
    /// The user's IPv4 address.
    pub user_ip: Option<String>,
    /// The platform of the user's device.
    pub device_type: Option<PaymentDevice>,
}

/// A withdrawal and its state.
#[endpoint(part, reply_to(GetVirtualWithdrawal))]
pub struct VirtualWithdrawal {
    /// The account's own withdrawal number.
    pub withdraw_no: Option<String>,
    /// The state of the withdrawal.
    pub status: Option<VirtualWithdrawalStatus>,
    /// The amount in yuan.
    pub withdraw_amount: Option<String>,
    /// The withdrawal, as the platform numbers it.
    pub wx_withdraw_no: Option<String>,
    /// When the withdrawal succeeded.
    pub withdraw_success_timestamp: Option<Timestamp>,
    /// When the withdrawal was created, as text.
    pub create_time: Option<String>,
    /// Why the withdrawal failed.
    pub fail_reason: Option<String>,
}

int_enum! {
    /// The state of a withdrawal.
    pub enum VirtualWithdrawalStatus {
        /// The withdrawal was created and is under way (提现中).
        UnderWay = 1,
        /// The money was paid out (提现成功).
        Succeeded = 2,
        /// The withdrawal failed (提现失败).
        Failed = 3,
    }
}

/// Returns the address of the bill for some days.
///
/// The first call starts to create the bill, so the call may have to be repeated later.
///
/// Fails with 268490011 while the bill is being made.
#[endpoint(POST "/xpay/download_bill", title = "下载账单",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/virtual-payment.html#_2-3-%E6%9C%8D%E5%8A%A1%E5%99%A8API",
    scope(mini), retry = safe, reply = VirtualBill, call = "wx.virtual_payment(&key).bill(begin, end)")]
pub struct DownloadVirtualBill {
    /// The signature made with the app key.
    #[signed(path_and_body)]
    pub pay_sig: CallSignature,
    /// The environment, which is that of the app key; the live one if left out.
    pub env: Option<PaymentEnv>,
    /// The first day, such as `20230801`.
    pub begin_ds: u32,
    /// The last day, written like the first.
    pub end_ds: u32,
    /// The user on whose behalf the call is made; not needed for this call.
    pub openid: Option<OpenId>,
    /// The user's IPv4 address.
    pub user_ip: Option<String>,
    /// The platform of the user's device.
    pub device_type: Option<PaymentDevice>,
}

/// The address of a bill.
#[endpoint(part, reply_to(DownloadVirtualBill))]
pub struct VirtualBill {
    /// The address, which is valid for half an hour; empty while the bill is being made.
    pub url: Option<String>,
}
