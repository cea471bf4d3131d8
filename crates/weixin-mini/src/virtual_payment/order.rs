//! Orders, refunds, withdrawals and bills.

use weixin_api::{CallSignature, Timestamp, endpoint, int_enum};
use weixin_protocol::OpenId;

use super::PaymentEnv;

/// Tells about an order that was paid in money.
///
/// Give one of the two numbers.
#[endpoint(POST "/xpay/query_order", title = "查询创建的订单",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/virtual-payment.html#_2-3-%E6%9C%8D%E5%8A%A1%E5%99%A8API",
    scope(mini), retry = safe, reply = FoundVirtualOrder, call = "wx.virtual_payment(&key).order(openid, order_id)")]
pub struct GetVirtualOrder {
    /// Made with the app key.
    #[signed(path_and_body)]
    pub pay_sig: CallSignature,
    /// Which environment the key is of.
    pub env: PaymentEnv,
    /// The order, by the account's own number.
    pub order_id: Option<String>,
    /// The order, by the platform's number.
    pub wx_order_id: Option<String>,
    /// The user.
    pub openid: Option<OpenId>,
    /// The user's address, IPv4.
    pub user_ip: Option<String>,
    /// The user's device: 1 Android.
    pub device_type: Option<u32>,
}

/// What is known of an order.
#[endpoint(part, reply_to(GetVirtualOrder))]
pub struct FoundVirtualOrder {
    /// The order.
    pub order: VirtualOrder,
}

/// An order that was paid in money.
#[endpoint(part)]
pub struct VirtualOrder {
    /// The account's own number.
    pub order_id: Option<String>,
    /// When it was placed.
    pub create_time: Option<Timestamp>,
    /// When it last changed.
    pub update_time: Option<Timestamp>,
    /// How far it is.
    pub status: Option<VirtualOrderStatus>,
    /// For what kind of business; 1 is short plays.
    pub biz_type: Option<i64>,
    /// What it costs, in fen.
    pub order_fee: Option<i64>,
    /// What was taken off, in fen.
    pub coupon_fee: Option<i64>,
    /// What the user paid, in fen.
    pub paid_fee: Option<i64>,
    /// 0 a payment, 1 a refund.
    pub order_type: Option<i64>,
    /// What was given back, in fen.
    pub refund_fee: Option<i64>,
    /// When it was paid, or given back.
    pub paid_time: Option<Timestamp>,
    /// When the goods were handed over.
    pub provide_time: Option<Timestamp>,
    /// What the account said about it when it was placed.
    pub biz_meta: Option<String>,
    /// In which environment: 1 live, 2 sandbox.
    pub env_type: Option<i64>,
    /// The token with which it was placed.
    pub token: Option<String>,
    /// What can still be given back, in fen.
    pub left_fee: Option<i64>,
    /// The platform's number.
    pub wx_order_id: Option<String>,
    /// The number of the channel, which the user sees in WeChat Pay as that of the merchant.
    pub channel_order_id: Option<String>,
    /// WeChat Pay's number.
    pub wxpay_order_id: Option<String>,
    /// When it was settled.
    pub sett_time: Option<Timestamp>,
    /// Whether it is settled: 0 and 3 not yet, 1 on the way, 2 yes.
    pub sett_state: Option<i64>,
}

int_enum! {
    /// How far an order is.
    pub enum VirtualOrderStatus {
        /// It is not there yet and cannot be paid.
        Initialized = 0,
        /// It can be paid.
        Created = 1,
        /// It is paid, and the goods are due.
        Paid = 2,
        /// The goods are being handed over.
        Providing = 3,
        /// The goods were handed over.
        Provided = 4,
        /// The money was given back.
        Refunded = 5,
        /// It can no longer be used.
        Closed = 6,
        /// The money could not be given back.
        RefundFailed = 7,
    }
}

/// Says that the goods were handed over.
///
/// Only for orders whose notice, `xpay_goods_deliver_notify`, was never answered; see
/// [`XPayGoodsDeliver`](super::XPayGoodsDeliver).
#[endpoint(POST "/xpay/notify_provide_goods", title = "通知已经发货完成",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/virtual-payment.html#_2-3-%E6%9C%8D%E5%8A%A1%E5%99%A8API",
    scope(mini), retry = safe, call = "wx.virtual_payment(&key).provided(order_id)")]
pub struct NotifyGoodsProvided {
    /// Made with the app key.
    #[signed(path_and_body)]
    pub pay_sig: CallSignature,
    /// Which environment the key is of.
    pub env: PaymentEnv,
    /// The order, by the account's own number.
    pub order_id: Option<String>,
    /// The order, by the platform's number.
    pub wx_order_id: Option<String>,
    /// The user.
    pub openid: Option<OpenId>,
    /// The user's address, IPv4.
    pub user_ip: Option<String>,
    /// The user's device: 1 Android.
    pub device_type: Option<u32>,
}

/// Gives money back for an order.
///
/// This only starts it: what becomes of it is told by [`XPayRefund`](super::XPayRefund) and by the
/// order. The same `refund_order_id` is never refunded twice.
#[endpoint(POST "/xpay/refund_order", title = "启动订单退款任务",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/virtual-payment.html#_2-3-%E6%9C%8D%E5%8A%A1%E5%99%A8API",
    scope(mini), reply = StartedVirtualRefund, call = "wx.virtual_payment(&key).refund(openid, order_id, refund_order_id, left_fee, refund_fee)")]
pub struct RefundVirtualOrder {
    /// Made with the app key.
    #[signed(path_and_body)]
    pub pay_sig: CallSignature,
    /// Which environment the key is of.
    pub env: PaymentEnv,
    /// The order, by the account's own number.
    pub order_id: Option<String>,
    /// The order, by the platform's number.
    pub wx_order_id: Option<String>,
    /// The refund, by the account's own number: 8 to 32 letters, digits, `_` and `-`.
    pub refund_order_id: String,
    /// What can still be given back, as [`VirtualOrder`] says, in fen.
    pub left_fee: u64,
    /// How much to give back, in fen: more than 0, at most `left_fee`.
    pub refund_fee: u64,
    /// What the account has to say about it, up to 1,024 characters.
    pub biz_meta: Option<String>,
    /// Why: `0` no reason, `1` the product, `2` the service, `3` the user's wish, `4` the price,
    /// `5` another.
    pub refund_reason: Option<String>,
    /// Who wants it: `1` the account's staff, `2` the user, `3` another.
    pub req_from: Option<String>,
    /// The user.
    pub openid: Option<OpenId>,
    /// The user's address, IPv4.
    pub user_ip: Option<String>,
    /// The user's device: 1 Android.
    pub device_type: Option<u32>,
}

/// A refund that was started.
#[endpoint(part, reply_to(RefundVirtualOrder))]
pub struct StartedVirtualRefund {
    /// Its number.
    pub refund_order_id: Option<String>,
    /// Its number at the platform.
    pub refund_wx_order_id: Option<String>,
    /// The order.
    pub pay_order_id: Option<String>,
    /// The order's number at the platform.
    pub pay_wx_order_id: Option<String>,
}

/// Takes money out of the account.
#[endpoint(POST "/xpay/create_withdraw_order", title = "创建提现单",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/virtual-payment.html#_2-3-%E6%9C%8D%E5%8A%A1%E5%99%A8API",
    scope(mini), reply = CreatedVirtualWithdrawal, call = "wx.virtual_payment(&key).withdraw(withdraw_no)")]
pub struct CreateVirtualWithdrawal {
    /// Made with the app key.
    #[signed(path_and_body)]
    pub pay_sig: CallSignature,
    /// Which environment the key is of.
    pub env: PaymentEnv,
    /// The withdrawal, by the account's own number: 8 to 32 letters, digits, `_` and `-`.
    pub withdraw_no: String,
    /// How much, in yuan, such as `0.01`; everything if left out.
    pub withdraw_amount: Option<String>,
    /// The user.
    pub openid: Option<OpenId>,
    /// The user's address, IPv4.
    pub user_ip: Option<String>,
    /// The user's device: 1 Android.
    pub device_type: Option<u32>,
}

/// A withdrawal that was begun.
#[endpoint(part, reply_to(CreateVirtualWithdrawal))]
pub struct CreatedVirtualWithdrawal {
    /// Its number.
    pub withdraw_no: Option<String>,
    /// Its number at the platform.
    pub wx_withdraw_no: Option<String>,
}

/// Says what became of a withdrawal.
#[endpoint(POST "/xpay/query_withdraw_order", title = "查询提现单",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/virtual-payment.html#_2-3-%E6%9C%8D%E5%8A%A1%E5%99%A8API",
    scope(mini), retry = safe, reply = VirtualWithdrawal, call = "wx.virtual_payment(&key).withdrawal(withdraw_no)")]
pub struct GetVirtualWithdrawal {
    /// Made with the app key.
    #[signed(path_and_body)]
    pub pay_sig: CallSignature,
    /// Which environment the key is of.
    pub env: PaymentEnv,
    /// The withdrawal, by the account's own number.
    pub withdraw_no: String,
    /// The user.
    pub openid: Option<OpenId>,
    /// The user's address, IPv4.
    pub user_ip: Option<String>,
    /// The user's device: 1 Android.
    pub device_type: Option<u32>,
}

/// A withdrawal.
#[endpoint(part, reply_to(GetVirtualWithdrawal))]
pub struct VirtualWithdrawal {
    /// Its number.
    pub withdraw_no: Option<String>,
    /// What became of it.
    pub status: Option<VirtualWithdrawalStatus>,
    /// How much, in yuan.
    pub withdraw_amount: Option<String>,
    /// Its number at the platform.
    pub wx_withdraw_no: Option<String>,
    /// When it succeeded.
    pub withdraw_success_timestamp: Option<Timestamp>,
    /// When it was begun.
    pub create_time: Option<String>,
    /// Why it failed.
    pub fail_reason: Option<String>,
}

int_enum! {
    /// What became of a withdrawal.
    pub enum VirtualWithdrawalStatus {
        /// It is on its way.
        UnderWay = 1,
        /// The money is there.
        Succeeded = 2,
        /// It failed.
        Failed = 3,
    }
}

/// Gives the address of the bill for some days.
///
/// The first call starts to make it, so it may have to be asked for again.
#[endpoint(POST "/xpay/download_bill", title = "下载账单",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/industry/virtual-payment.html#_2-3-%E6%9C%8D%E5%8A%A1%E5%99%A8API",
    scope(mini), retry = safe, reply = VirtualBill, call = "wx.virtual_payment(&key).bill(begin, end)")]
pub struct DownloadVirtualBill {
    /// Made with the app key.
    #[signed(path_and_body)]
    pub pay_sig: CallSignature,
    /// Which environment the key is of.
    pub env: PaymentEnv,
    /// The first day, as `20230801`.
    pub begin_ds: u32,
    /// The last day.
    pub end_ds: u32,
    /// The user.
    pub openid: Option<OpenId>,
    /// The user's address, IPv4.
    pub user_ip: Option<String>,
    /// The user's device: 1 Android.
    pub device_type: Option<u32>,
}

/// Where a bill is.
#[endpoint(part, reply_to(DownloadVirtualBill))]
pub struct VirtualBill {
    /// The address, for half an hour.
    pub url: Option<String>,
}
