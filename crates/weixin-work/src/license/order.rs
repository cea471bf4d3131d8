//! Orders of licensed accounts (订单管理).

use crate::ids::JobId;
use crate::license::LicensesHandle;
use weixin_api::{Paged, Timestamp, endpoint, int_enum};
use weixin_protocol::{CorpId, UserId};

use super::{ActiveCode, LicenseKind, LicenseOrderId};

int_enum! {
    /// The kind of an order (订单类型).
    pub enum OrderKind {
        /// Purchase of accounts (购买账号).
        New = 1,
        /// Renewal of accounts (续期账号).
        Renewal = 2,
        /// Accounts that replace a paid edition of an app (应用版本付费迁移订单).
        EditionMigration = 5,
        /// Accounts that replace an older contract (历史合同迁移订单).
        ContractMigration = 6,
        /// Purchase of accounts for several corporations (多企业新购订单).
        Union = 8,
    }
}

int_enum! {
    /// The state of an order (订单状态).
    pub enum OrderState {
        /// Waits for payment (待支付).
        Unpaid = 0,
        /// Paid (已支付).
        Paid = 1,
        /// Cancelled before it was paid (已取消).
        Cancelled = 2,
        /// Not paid in time (未支付，订单已过期).
        Expired = 3,
        /// A refund was requested (申请退款中).
        Refunding = 4,
        /// The money was refunded (退款成功).
        Refunded = 5,
        /// The refund was rejected (退款被拒绝).
        RefundRejected = 6,
        /// Invalid (订单已失效).
        Void = 7,
    }
}

/// The numbers of accounts in an order. At least one of them is required.
#[endpoint(part)]
#[derive(Default)]
pub struct AccountCount {
    /// Number of basic accounts (基础账号): up to 1,000,000.
    pub base_count: Option<u64>,
    /// Number of accounts that include customers (互通账号): up to 1,000,000.
    pub external_contact_count: Option<u64>,
}

/// The length of validity of accounts in an order.
#[endpoint(part)]
#[derive(Default)]
pub struct AccountDuration {
    /// Months of 31 days: up to 36.
    pub months: Option<u32>,
    /// Days in addition to the months.
    pub days: Option<u32>,
    /// The new end of validity, in place of a length. Only for renewals.
    pub new_expire_time: Option<Timestamp>,
}

/// Orders accounts for a corporation (下单购买账号).
///
/// Fails with 701015 when the corporation has no app of the provider, with 701032 when an order is
/// unpaid, with 701027 when a test corporation orders too many.
#[endpoint(POST "/cgi-bin/license/create_new_order", title = "下单购买账号",
    doc = "https://developer.work.weixin.qq.com/document/path/95644",
    scope(provider), auth = provider_token, reply = PlacedOrder, call = licenses.create_order)]
pub struct CreateOrder {
    /// The corporation whose members the accounts are for.
    pub corpid: CorpId,
    /// The member of the service provider who places the order. The order is shown to them for
    /// payment.
    pub buyer_userid: UserId,
    /// The numbers of accounts.
    pub account_count: AccountCount,
    /// The length of validity.
    pub account_duration: AccountDuration,
}

/// An order that was placed.
#[endpoint(part, reply_to(CreateOrder, SubmitRenewal))]
pub struct PlacedOrder {
    /// The new order.
    pub order_id: LicenseOrderId,
}

/// Collects accounts to renew in a job (续期任务), which [`SubmitRenewal`] turns into an order. A job
/// takes up to 1,000,000 accounts.
///
/// Fails with 701014 when the job would have more than 1,000,000 accounts. The code of each account
/// that cannot be renewed says why: 701004 there is none of this kind, 701020 it is listed twice.
#[endpoint(POST "/cgi-bin/license/create_renew_order_job", title = "创建续期任务",
    doc = "https://developer.work.weixin.qq.com/document/path/95646",
    scope(provider), auth = provider_token, reply = RenewalJob, call = licenses.create_renewal)]
pub struct CreateRenewal {
    /// The corporation of the members.
    pub corpid: CorpId,
    /// The accounts to add: up to 1,000 per call.
    pub account_list: Vec<AccountToRenew>,
    /// The job to add to; a new one if left out.
    pub jobid: Option<JobId>,
}

/// An account to renew.
#[endpoint(part)]
pub struct AccountToRenew {
    /// The member who has the account.
    pub userid: UserId,
    /// The kind of account.
    #[serde(rename = "type")]
    pub kind: LicenseKind,
}

/// A job that collects accounts to renew.
#[endpoint(part, reply_to(CreateRenewal))]
pub struct RenewalJob {
    /// The job, for further [`CreateRenewal`] and for [`SubmitRenewal`].
    pub jobid: JobId,
    /// The accounts that cannot be renewed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub invalid_account_list: Vec<UnrenewableAccount>,
}

/// An account that cannot be renewed.
#[endpoint(part)]
pub struct UnrenewableAccount {
    /// The member who has the account.
    pub userid: Option<UserId>,
    /// The kind of account.
    #[serde(rename = "type")]
    pub kind: Option<LicenseKind>,
    /// The error code that says why not.
    pub errcode: i64,
    /// Description of the error code.
    pub errmsg: Option<String>,
}

/// Orders the renewal of the accounts of a job.
#[endpoint(POST "/cgi-bin/license/submit_order_job", title = "提交续期订单",
    doc = "https://developer.work.weixin.qq.com/document/path/95646",
    scope(provider), auth = provider_token, reply = PlacedOrder, call = licenses.submit_renewal)]
pub struct SubmitRenewal {
    /// The job of [`CreateRenewal`].
    pub jobid: JobId,
    /// The member of the service provider who places the order.
    pub buyer_userid: UserId,
    /// The length of the renewal, or the new end of validity.
    pub account_duration: AccountDuration,
}

/// Collects accounts for several corporations in a job (多企业新购任务), which [`SubmitUnionOrder`] turns
/// into an order.
#[endpoint(POST "/cgi-bin/license/create_new_order_job", title = "创建多企业新购任务",
    doc = "https://developer.work.weixin.qq.com/document/path/98892",
    scope(provider), auth = provider_token, reply = UnionJob, call = licenses.create_union_order)]
pub struct CreateUnionOrder {
    /// The corporations with their accounts: up to 10 per call.
    pub buy_list: Vec<UnionPart>,
    /// The job to add to; a new one if left out.
    pub jobid: Option<JobId>,
}

/// The accounts for one corporation.
#[endpoint(part)]
pub struct UnionPart {
    /// The corporation whose members the accounts are for.
    pub corpid: CorpId,
    /// The numbers of accounts.
    pub account_count: AccountCount,
    /// The length of validity.
    pub account_duration: AccountDuration,
    /// Whether accounts of the corporation are activated automatically from then on: unchanged if
    /// left out.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub auto_active_status: Option<bool>,
}

/// A job that collects accounts for several corporations.
#[endpoint(part, reply_to(CreateUnionOrder))]
pub struct UnionJob {
    /// The job, for further [`CreateUnionOrder`] and for [`SubmitUnionOrder`].
    pub jobid: Option<JobId>,
    /// The corporations that were not added.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub invalid_list: Vec<FailedPart>,
}

/// A corporation whose part of an order or payment failed.
#[endpoint(part)]
pub struct FailedPart {
    /// The corporation that the failure concerns.
    pub corpid: Option<CorpId>,
    /// The error code that says why.
    pub errcode: i64,
    /// Description of the error code.
    pub errmsg: Option<String>,
}

/// Orders the accounts of a job for several corporations. [`GetUnionResult`] returns the outcome.
#[endpoint(POST "/cgi-bin/license/submit_new_order_job", title = "提交多企业新购订单",
    doc = "https://developer.work.weixin.qq.com/document/path/98892",
    scope(provider), auth = provider_token, reply = OrderJob, call = licenses.submit_union_order)]
pub struct SubmitUnionOrder {
    /// The job of [`CreateUnionOrder`].
    pub jobid: JobId,
    /// The member of the service provider who places the order.
    pub buyer_userid: UserId,
}

/// An order or payment that the platform carries out in the background.
#[endpoint(part, reply_to(SubmitUnionOrder, PayOrder))]
pub struct OrderJob {
    /// The job, for [`GetUnionResult`] or [`GetPayment`].
    pub jobid: JobId,
}

/// Returns the progress of an order for several corporations.
#[endpoint(POST "/cgi-bin/license/new_order_job_result", title = "获取多企业新购订单提交结果",
    doc = "https://developer.work.weixin.qq.com/document/path/98892",
    scope(provider), auth = provider_token, retry = safe, reply = UnionResult, call = licenses.union_result)]
pub struct GetUnionResult {
    /// The job of [`SubmitUnionOrder`].
    pub jobid: JobId,
}

int_enum! {
    /// The progress of an order or a payment (任务状态).
    pub enum JobState {
        /// Finished (成功).
        Done = 1,
        /// In progress (处理中).
        Running = 2,
        /// Failed (失败).
        Failed = 3,
    }
}

/// The progress of an order for several corporations.
#[endpoint(part, reply_to(GetUnionResult))]
pub struct UnionResult {
    /// How far the order is.
    pub status: JobState,
    /// The order; only in [`JobState::Done`].
    pub order_id: Option<LicenseOrderId>,
    /// The corporations that nothing could be ordered for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fail_list: Vec<FailedPart>,
}

/// Returns an order for several corporations, with up to 1,000 corporations at a time.
#[endpoint(POST "/cgi-bin/license/get_union_order", title = "获取多企业订单详情",
    doc = "https://developer.work.weixin.qq.com/document/path/98893",
    scope(provider), auth = provider_token, retry = safe, reply = UnionOrder, call = licenses.union_order)]
pub struct GetUnionOrder {
    /// The order, as [`UnionResult::order_id`].
    pub order_id: LicenseOrderId,
    /// Page size, in corporations: up to 1,000; 500 if left out.
    pub limit: Option<u32>,
    /// `next_cursor` of the previous page; the first page if left out.
    pub cursor: Option<String>,
}

/// An order for several corporations, with a page of them.
#[endpoint(part, reply_to(GetUnionOrder))]
pub struct UnionOrder {
    /// The order as a whole.
    pub order: Option<Order>,
    /// The corporations of the page.
    #[serde(default)]
    pub buy_list: Vec<UnionSubOrder>,
    /// Whether further pages follow.
    pub has_more: Option<bool>,
    /// Cursor of the next page.
    pub next_cursor: Option<String>,
}

/// The part of an order that is for one corporation.
#[endpoint(part)]
pub struct UnionSubOrder {
    /// Id of the part (子订单号).
    pub sub_order_id: Option<LicenseOrderId>,
    /// The corporation that the part is for.
    pub corpid: Option<CorpId>,
    /// The numbers of accounts.
    pub account_count: Option<AccountCount>,
    /// The length of validity.
    pub account_duration: Option<AccountDuration>,
}

impl Paged for GetUnionOrder {
    type Item = UnionSubOrder;
    fn split_page(self, page: UnionOrder) -> (Vec<UnionSubOrder>, Option<Self>) {
        let next = super::next_page(page.has_more, page.next_cursor);
        (page.buy_list, next.map(|cursor| Self { cursor: Some(cursor), ..self }))
    }
}

/// Returns the service provider's orders of licensed accounts, up to 1,000 at a time.
#[endpoint(POST "/cgi-bin/license/list_order", title = "获取订单列表",
    doc = "https://developer.work.weixin.qq.com/document/path/95647",
    scope(provider), auth = provider_token, retry = safe, reply = Orders, call = licenses.orders)]
pub struct GetOrders {
    /// Restricts the list to orders for this corporation; all corporations if left out.
    pub corpid: Option<CorpId>,
    /// Restricts the list to orders placed from then on; goes with `end_time`.
    pub start_time: Option<Timestamp>,
    /// Restricts the list to orders placed until then; at most 31 days after `start_time`.
    pub end_time: Option<Timestamp>,
    /// `next_cursor` of the previous page; the first page if left out.
    pub cursor: Option<String>,
    /// Page size: up to 1,000; 500 if left out.
    pub limit: Option<u32>,
}

/// A page of orders.
#[endpoint(part, reply_to(GetOrders))]
pub struct Orders {
    /// Cursor of the next page.
    pub next_cursor: Option<String>,
    /// Whether further pages follow.
    pub has_more: Option<bool>,
    /// The orders of the page.
    #[serde(default)]
    pub order_list: Vec<OrderEntry>,
}

/// An order in a list.
#[endpoint(part)]
pub struct OrderEntry {
    /// Id of the order, for [`GetOrder`] or [`GetUnionOrder`].
    pub order_id: LicenseOrderId,
    /// The kind of order.
    pub order_type: Option<OrderKind>,
}

impl Paged for GetOrders {
    type Item = OrderEntry;
    fn split_page(self, page: Orders) -> (Vec<OrderEntry>, Option<Self>) {
        let next = super::next_page(page.has_more, page.next_cursor);
        (page.order_list, next.map(|cursor| Self { cursor: Some(cursor), ..self }))
    }
}

/// Returns an order of licensed accounts.
///
/// Fails with 701005 when there is no such order, with 701120 when it is one for several
/// corporations: [`GetUnionOrder`] returns these.
#[endpoint(POST "/cgi-bin/license/get_order", title = "获取订单详情",
    doc = "https://developer.work.weixin.qq.com/document/path/95648",
    scope(provider), auth = provider_token, retry = safe, reply = OneOrder, call = licenses.order)]
pub struct GetOrder {
    /// The order to return; one for a single corporation.
    pub order_id: LicenseOrderId,
}

/// The reply to [`GetOrder`].
#[endpoint(part, reply_to(GetOrder))]
pub struct OneOrder {
    /// The order that was asked for.
    pub order: Order,
}

/// An order of licensed accounts.
#[endpoint(part)]
pub struct Order {
    /// Id of the order, as in the request.
    pub order_id: LicenseOrderId,
    /// The kind of order.
    pub order_type: Option<OrderKind>,
    /// The state of the order.
    pub order_status: Option<OrderState>,
    /// The corporation that the order is for; missing for an order for several corporations.
    pub corpid: Option<CorpId>,
    /// Price in fen (0.01 yuan).
    pub price: Option<u64>,
    /// The numbers of accounts.
    pub account_count: Option<AccountCount>,
    /// The length of validity.
    pub account_duration: Option<AccountDuration>,
    /// Time at which the order was placed.
    pub create_time: Option<Timestamp>,
    /// Time of payment; missing before.
    pub pay_time: Option<Timestamp>,
}

/// Returns the accounts of an order of licensed accounts, up to 1,000 at a time.
#[endpoint(POST "/cgi-bin/license/list_order_account", title = "获取订单中的账号列表",
    doc = "https://developer.work.weixin.qq.com/document/path/95649",
    scope(provider), auth = provider_token, retry = safe, reply = OrderAccounts, call = licenses.order_accounts)]
pub struct GetOrderAccounts {
    /// The order; for an order for several corporations, its part (`sub_order_id`).
    pub order_id: LicenseOrderId,
    /// Page size: up to 1,000; 500 if left out.
    pub limit: Option<u32>,
    /// `next_cursor` of the previous page; the first page if left out.
    pub cursor: Option<String>,
}

/// A page of the accounts of an order.
#[endpoint(part, reply_to(GetOrderAccounts))]
pub struct OrderAccounts {
    /// Cursor of the next page.
    pub next_cursor: Option<String>,
    /// Whether further pages follow.
    pub has_more: Option<bool>,
    /// The accounts of the page.
    #[serde(default)]
    pub account_list: Vec<OrderAccount>,
}

/// An account of an order.
#[endpoint(part)]
pub struct OrderAccount {
    /// The activation code; missing in renewals.
    pub active_code: Option<ActiveCode>,
    /// The member whose account is renewed; only in renewals.
    pub userid: Option<UserId>,
    /// The kind of account.
    #[serde(rename = "type")]
    pub kind: Option<LicenseKind>,
}

impl Paged for GetOrderAccounts {
    type Item = OrderAccount;
    fn split_page(self, page: OrderAccounts) -> (Vec<OrderAccount>, Option<Self>) {
        let next = super::next_page(page.has_more, page.next_cursor);
        (page.account_list, next.map(|cursor| Self { cursor: Some(cursor), ..self }))
    }
}

/// Cancels an order of licensed accounts that is not paid, or requests the refund of one that is.
///
/// Fails with 701005 when there is no such order, with 701086 when it is another corporation's.
#[endpoint(POST "/cgi-bin/license/cancel_order", title = "取消订单",
    doc = "https://developer.work.weixin.qq.com/document/path/96106",
    scope(provider), auth = provider_token, retry = safe, call = licenses.cancel_order)]
pub struct CancelOrder {
    /// The order to cancel or refund.
    pub order_id: LicenseOrderId,
    /// The corporation that the order is for. Required, except for orders for several corporations.
    pub corpid: Option<CorpId>,
}

/// Pays an order from the service provider's balance (余额支付). [`GetPayment`] returns the outcome.
#[endpoint(POST "/cgi-bin/license/submit_pay_job", title = "提交余额支付订单任务",
    doc = "https://developer.work.weixin.qq.com/document/path/99415",
    scope(provider), auth = provider_token, reply = OrderJob, call = licenses.pay)]
pub struct PayOrder {
    /// The member of the service provider who pays.
    pub payer_userid: UserId,
    /// The order to pay, in [`OrderState::Unpaid`].
    pub order_id: LicenseOrderId,
}

/// Returns the progress of a payment, which is kept for seven days.
#[endpoint(POST "/cgi-bin/license/pay_job_result", title = "获取订单支付结果",
    doc = "https://developer.work.weixin.qq.com/document/path/99415",
    scope(provider), auth = provider_token, retry = safe, reply = Payment, call = licenses.payment)]
pub struct GetPayment {
    /// The job of [`PayOrder`].
    pub jobid: JobId,
}

/// The progress of a payment.
#[endpoint(part, reply_to(GetPayment))]
pub struct Payment {
    /// How far the payment is.
    pub status: JobState,
    /// Why the payment failed; only in [`JobState::Failed`].
    pub pay_job_result: Option<PaymentFailure>,
}

/// Why a payment failed.
#[endpoint(part)]
pub struct PaymentFailure {
    /// The error code that says why.
    pub errcode: i64,
    /// Description of the error code.
    pub errmsg: Option<String>,
    /// The corporations that the failure is due to; empty if it is not due to any.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fail_corp_list: Vec<FailedPart>,
}
