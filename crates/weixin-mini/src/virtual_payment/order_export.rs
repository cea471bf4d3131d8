//! Files with orders, and the bills of payments with Apple.

use weixin_api::{Call, CallSignature, Caller, Timestamp, endpoint, int_enum};

use super::{PaymentEnv, VirtualPayment};

/// Starts a task that writes orders into a file (下载支付订单).
#[endpoint(POST "/xpay/start_download_order", title = "下载支付订单",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/server/API/VirtualPayment/api_start_download_order.html",
    scope(mini), reply = StartedVirtualOrderExport, call = "wx.virtual_payment(&key).export_orders(begin, end, kind, channel)")]
pub struct ExportVirtualOrders {
    /// The signature made with the app key.
    #[signed(path_and_body)]
    pub pay_sig: CallSignature,
    /// The environment, which is that of the app key.
    pub env: PaymentEnv,
    /// The first day, such as `20260420`.
    pub begin_ds: u32,
    /// The last day, written like the first; at most 31 days later.
    pub end_ds: u32,
    /// Which orders.
    pub order_type: ExportedOrders,
    /// Which payments.
    pub pay_channel: PaymentChannel,
    /// Only orders whose number, or whose user, contains this text.
    pub order_info: Option<String>,
    /// Only orders that were delivered, or only those that were not [default: true]. The page says
    /// that it is needed for goods and subscriptions.
    pub is_provided: Option<bool>,
    /// Only refunds in this state.
    pub refund_status: Option<ExportedRefunds>,
}

int_enum! {
    /// Which orders a file contains.
    pub enum ExportedOrders {
        /// Purchases of coins (代币交易订单).
        Coins = 1,
        /// Purchases of goods (道具直购交易订单).
        Goods = 2,
        /// Charges of subscriptions (会员订阅订单).
        Subscriptions = 3,
        /// Refunds (退款订单).
        Refunds = 4,
    }
}

int_enum! {
    /// Which refunds a file contains.
    pub enum ExportedRefunds {
        /// All of them.
        All = 0,
        /// Those that succeeded (已退款).
        Succeeded = 2,
        /// Those that are under way (退款中).
        UnderWay = 4,
        /// Those that failed (退款失败).
        Failed = 5,
    }
}

int_enum! {
    /// How an order was paid.
    pub enum PaymentChannel {
        /// With virtual payment (普通虚拟支付).
        Virtual = 1,
        /// With Apple's in-app purchase (苹果 IAP).
        Apple = 2,
    }
}

/// A task that writes orders into a file.
#[endpoint(part, reply_to(ExportVirtualOrders))]
pub struct StartedVirtualOrderExport {
    /// The id of the task.
    pub task_id: Option<String>,
}

/// Returns the state of a task that writes orders into a file.
#[endpoint(POST "/xpay/query_download_order", title = "查询下载订单任务",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/server/API/VirtualPayment/api_query_download_order.html",
    scope(mini), retry = safe, reply = VirtualOrderExport, call = "wx.virtual_payment(&key).order_export(task_id)")]
pub struct GetVirtualOrderExport {
    /// The signature made with the app key.
    #[signed(path_and_body)]
    pub pay_sig: CallSignature,
    /// The environment, which is that of the app key.
    pub env: PaymentEnv,
    /// The id of the task.
    pub task_id: String,
}

/// The state of a task that writes orders into a file.
#[endpoint(part, reply_to(GetVirtualOrderExport))]
pub struct VirtualOrderExport {
    /// The id of the task.
    pub task_id: Option<String>,
    /// The state of the task.
    pub status: Option<VirtualOrderExportStatus>,
    /// The address of the file. Only after a success.
    pub download_url: Option<String>,
    /// Until when the address is valid.
    pub expire_at: Option<Timestamp>,
}

int_enum! {
    /// The state of a task that writes orders into a file.
    pub enum VirtualOrderExportStatus {
        /// The task has not begun.
        Created = 0,
        /// The task is running.
        Running = 1,
        /// The file can be downloaded.
        Succeeded = 2,
        /// The task has failed.
        Failed = 3,
    }
}

/// Returns the addresses of the monthly bills of payments with Apple (iOS 月结账单).
///
/// The page does not list `env`, so none is sent.
#[endpoint(POST "/xpay/download_ios_settlement_bill", title = "下载虚拟支付ios月结账单",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/server/API/VirtualPayment/api_download_ios_settlement_bill.html",
    scope(mini), retry = safe, reply = AppleSettlementBills, call = "wx.virtual_payment(&key).apple_bills(start_month, end_month)")]
pub struct GetAppleSettlementBills {
    /// The signature made with the app key.
    #[signed(path_and_body)]
    pub pay_sig: CallSignature,
    /// The first month, such as `202601`.
    pub start_month: String,
    /// The last month, written like the first.
    pub end_month: String,
}

/// The monthly bills of payments with Apple.
#[endpoint(part, reply_to(GetAppleSettlementBills))]
pub struct AppleSettlementBills {
    /// The bills.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bill_list: Vec<AppleSettlementBill>,
}

/// A monthly bill of payments with Apple.
#[endpoint(part)]
pub struct AppleSettlementBill {
    /// The month, such as `202601`.
    pub month: Option<String>,
    /// The address of the bill, which is valid for a limited time.
    pub bill_url: Option<String>,
}

impl<'c, C: Caller + ?Sized> VirtualPayment<'c, C> {
    /// Starts a task that writes the orders from one day (`20260420`) to another into a file; see
    /// [`ExportVirtualOrders`].
    pub fn export_orders(
        &self,
        begin: u32,
        end: u32,
        kind: ExportedOrders,
        channel: PaymentChannel,
    ) -> Call<'c, C, ExportVirtualOrders> {
        let (sig, env) = self.signed();
        self.call(ExportVirtualOrders::new(sig, env, begin, end, kind, channel))
    }

    /// Returns the state of a task that writes orders into a file; see [`GetVirtualOrderExport`].
    pub fn order_export(&self, task_id: impl Into<String>) -> Call<'c, C, GetVirtualOrderExport> {
        let (sig, env) = self.signed();
        self.call(GetVirtualOrderExport::new(sig, env, task_id))
    }

    /// Returns the bills of payments with Apple from one month (`202601`) to another; see
    /// [`GetAppleSettlementBills`].
    pub fn apple_bills(
        &self,
        start_month: impl Into<String>,
        end_month: impl Into<String>,
    ) -> Call<'c, C, GetAppleSettlementBills> {
        let (sig, _) = self.signed();
        self.call(GetAppleSettlementBills::new(sig, start_month, end_month))
    }
}
