//! Orders of licences (订单管理).

use crate::license::LicensesHandle;
use weixin_api::{Paged, Timestamp, endpoint, int_enum};
use weixin_protocol::{AppId, UserId};

use super::LicenseKind;

int_enum! {
    /// What is ordered.
    pub enum OrderKind {
        /// Accounts.
        New = 1,
        /// More time for accounts.
        Renewal = 2,
        /// What a paid edition of an app brings.
        EditionMigration = 5,
        /// What an older contract brings.
        ContractMigration = 6,
        /// Accounts for several corporations.
        Union = 8,
    }
}

int_enum! {
    /// What became of an order.
    pub enum OrderState {
        /// It waits to be paid.
        Unpaid = 0,
        /// It is paid.
        Paid = 1,
        /// It was cancelled before it was paid.
        Cancelled = 2,
        /// Nobody paid in time.
        Expired = 3,
        /// The money is asked back.
        Refunding = 4,
        /// The money was given back.
        Refunded = 5,
        /// The money is not given back.
        RefundRefused = 6,
        /// It is void.
        Void = 7,
    }
}

/// How many accounts are ordered.
#[endpoint(part)]
#[derive(Default)]
pub struct AccountCount {
    /// Basic ones: up to 1,000,000.
    pub base_count: Option<u64>,
    /// Those for customers: up to 1,000,000.
    pub external_contact_count: Option<u64>,
}

/// For how long accounts are ordered.
#[endpoint(part)]
#[derive(Default)]
pub struct AccountDuration {
    /// Months of 31 days: up to 36.
    pub months: Option<u32>,
    /// Days besides.
    pub days: Option<u32>,
    /// Or until when, for more time.
    pub new_expire_time: Option<Timestamp>,
}

/// Orders accounts.
#[endpoint(POST "/cgi-bin/license/create_new_order", title = "下单购买账号",
    doc = "https://developer.work.weixin.qq.com/document/path/95644",
    scope(provider), auth = provider_token, reply = PlacedOrder, call = licenses.create_order)]
pub struct CreateOrder {
    /// For which corporation.
    pub corpid: AppId,
    /// Who orders: a member of the provider.
    pub buyer_userid: UserId,
    /// How many.
    pub account_count: AccountCount,
    /// For how long.
    pub account_duration: AccountDuration,
}

/// An order that was placed.
#[endpoint(part, reply_to(CreateOrder, SubmitRenewal))]
pub struct PlacedOrder {
    /// The order.
    pub order_id: String,
}

/// Collects accounts that are to have more time: up to 1,000 a call, 1,000,000 a job.
#[endpoint(POST "/cgi-bin/license/create_renew_order_job", title = "创建续期任务",
    doc = "https://developer.work.weixin.qq.com/document/path/95646",
    scope(provider), auth = provider_token, reply = RenewalJob, call = licenses.create_renewal)]
pub struct CreateRenewal {
    /// The corporation.
    pub corpid: AppId,
    /// The accounts.
    pub account_list: Vec<AccountToRenew>,
    /// The job they are added to; a new one if left out.
    pub jobid: Option<String>,
}

/// An account that is to have more time.
#[endpoint(part)]
pub struct AccountToRenew {
    /// The member.
    pub userid: UserId,
    /// What it is for.
    #[serde(rename = "type")]
    pub kind: LicenseKind,
}

/// Accounts that are to have more time.
#[endpoint(part, reply_to(CreateRenewal))]
pub struct RenewalJob {
    /// The job, for [`SubmitRenewal`].
    pub jobid: String,
    /// Those that cannot.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub invalid_account_list: Vec<UnrenewableAccount>,
}

/// An account that cannot have more time.
#[endpoint(part)]
pub struct UnrenewableAccount {
    /// The member.
    pub userid: Option<UserId>,
    /// What it is for.
    #[serde(rename = "type")]
    pub kind: Option<LicenseKind>,
    /// Why not.
    pub errcode: i64,
    /// The same in words.
    pub errmsg: Option<String>,
}

/// Orders more time for accounts.
#[endpoint(POST "/cgi-bin/license/submit_order_job", title = "提交续期订单",
    doc = "https://developer.work.weixin.qq.com/document/path/95646",
    scope(provider), auth = provider_token, reply = PlacedOrder, call = licenses.submit_renewal)]
pub struct SubmitRenewal {
    /// The job of [`CreateRenewal`].
    pub jobid: String,
    /// Who orders: a member of the provider.
    pub buyer_userid: UserId,
    /// How much.
    pub account_duration: AccountDuration,
}

/// Collects accounts for several corporations: up to 10 a call.
#[endpoint(POST "/cgi-bin/license/create_new_order_job", title = "创建多企业新购任务",
    doc = "https://developer.work.weixin.qq.com/document/path/98892",
    scope(provider), auth = provider_token, reply = UnionJob, call = licenses.create_union_order)]
pub struct CreateUnionOrder {
    /// What for which corporation.
    pub buy_list: Vec<UnionPart>,
    /// The job they are added to; a new one if left out.
    pub jobid: Option<String>,
}

/// What is ordered for a corporation.
#[endpoint(part)]
pub struct UnionPart {
    /// The corporation.
    pub corpid: AppId,
    /// How many.
    pub account_count: AccountCount,
    /// For how long.
    pub account_duration: AccountDuration,
    /// Whether its members get an account as soon as they need one.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub auto_active_status: Option<bool>,
}

/// Accounts that are collected for several corporations.
#[endpoint(part, reply_to(CreateUnionOrder))]
pub struct UnionJob {
    /// The job, for [`SubmitUnionOrder`].
    pub jobid: Option<String>,
    /// The corporations for which nothing can be ordered.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub invalid_list: Vec<FailedPart>,
}

/// A corporation for which nothing was ordered or paid.
#[endpoint(part)]
pub struct FailedPart {
    /// The corporation.
    pub corpid: Option<AppId>,
    /// Why not.
    pub errcode: i64,
    /// The same in words.
    pub errmsg: Option<String>,
}

/// Orders accounts for several corporations.
#[endpoint(POST "/cgi-bin/license/submit_new_order_job", title = "提交多企业新购订单",
    doc = "https://developer.work.weixin.qq.com/document/path/98892",
    scope(provider), auth = provider_token, reply = OrderJob, call = licenses.submit_union_order)]
pub struct SubmitUnionOrder {
    /// The job of [`CreateUnionOrder`].
    pub jobid: String,
    /// Who orders: a member of the provider.
    pub buyer_userid: UserId,
}

/// An order or payment that was begun.
#[endpoint(part, reply_to(SubmitUnionOrder, PayOrder))]
pub struct OrderJob {
    /// Its name.
    pub jobid: String,
}

/// Says how far an order for several corporations is.
#[endpoint(POST "/cgi-bin/license/new_order_job_result", title = "获取多企业新购订单提交结果",
    doc = "https://developer.work.weixin.qq.com/document/path/98892",
    scope(provider), auth = provider_token, retry = safe, reply = UnionResult, call = licenses.union_result)]
pub struct GetUnionResult {
    /// The job.
    pub jobid: String,
}

int_enum! {
    /// How far an order or a payment is.
    pub enum JobState {
        /// It went well.
        Done = 1,
        /// It is going on.
        Running = 2,
        /// It failed.
        Failed = 3,
    }
}

/// How far an order for several corporations is.
#[endpoint(part, reply_to(GetUnionResult))]
pub struct UnionResult {
    /// How far.
    pub status: JobState,
    /// The order, once it is placed.
    pub order_id: Option<String>,
    /// For whom nothing could be ordered.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fail_list: Vec<FailedPart>,
}

/// Gives an order for several corporations.
#[endpoint(POST "/cgi-bin/license/get_union_order", title = "获取多企业订单详情",
    doc = "https://developer.work.weixin.qq.com/document/path/98893",
    scope(provider), auth = provider_token, retry = safe, reply = UnionOrder, call = licenses.union_order)]
pub struct GetUnionOrder {
    /// The order.
    pub order_id: String,
    /// How many corporations: up to 1,000; 500 if left out.
    pub limit: Option<u32>,
    /// Where to begin: what the page before said.
    pub cursor: Option<String>,
}

/// An order for several corporations, and a page of these.
#[endpoint(part, reply_to(GetUnionOrder))]
pub struct UnionOrder {
    /// The order.
    pub order: Option<Order>,
    /// The page.
    #[serde(default)]
    pub buy_list: Vec<UnionSubOrder>,
    /// Whether there are more.
    pub has_more: Option<bool>,
    /// Where the next page begins.
    pub next_cursor: Option<String>,
}

/// What was ordered for a corporation.
#[endpoint(part)]
pub struct UnionSubOrder {
    /// Its part of the order.
    pub sub_order_id: Option<String>,
    /// The corporation.
    pub corpid: Option<AppId>,
    /// How many.
    pub account_count: Option<AccountCount>,
    /// For how long.
    pub account_duration: Option<AccountDuration>,
}

impl Paged for GetUnionOrder {
    type Item = UnionSubOrder;
    fn split_page(self, page: UnionOrder) -> (Vec<UnionSubOrder>, Option<Self>) {
        let next = super::next_page(page.has_more, page.next_cursor);
        (page.buy_list, next.map(|cursor| Self { cursor: Some(cursor), ..self }))
    }
}

/// Gives the orders for a corporation.
#[endpoint(POST "/cgi-bin/license/list_order", title = "获取订单列表",
    doc = "https://developer.work.weixin.qq.com/document/path/95647",
    scope(provider), auth = provider_token, retry = safe, reply = Orders, call = licenses.orders)]
pub struct GetOrders {
    /// Only this corporation.
    pub corpid: Option<AppId>,
    /// Only those from then on.
    pub start_time: Option<Timestamp>,
    /// Only those until then; at most 31 days later.
    pub end_time: Option<Timestamp>,
    /// Where to begin: what the page before said.
    pub cursor: Option<String>,
    /// How many: up to 1,000; 500 if left out.
    pub limit: Option<u32>,
}

/// A page of orders.
#[endpoint(part, reply_to(GetOrders))]
pub struct Orders {
    /// Where the next page begins.
    pub next_cursor: Option<String>,
    /// Whether there are more.
    pub has_more: Option<bool>,
    /// The page.
    #[serde(default)]
    pub order_list: Vec<OrderEntry>,
}

/// An order, briefly.
#[endpoint(part)]
pub struct OrderEntry {
    /// The order.
    pub order_id: String,
    /// What was ordered.
    pub order_type: Option<OrderKind>,
}

impl Paged for GetOrders {
    type Item = OrderEntry;
    fn split_page(self, page: Orders) -> (Vec<OrderEntry>, Option<Self>) {
        let next = super::next_page(page.has_more, page.next_cursor);
        (page.order_list, next.map(|cursor| Self { cursor: Some(cursor), ..self }))
    }
}

/// Gives an order.
#[endpoint(POST "/cgi-bin/license/get_order", title = "获取订单详情",
    doc = "https://developer.work.weixin.qq.com/document/path/95648",
    scope(provider), auth = provider_token, retry = safe, reply = OneOrder, call = licenses.order)]
pub struct GetOrder {
    /// The order.
    pub order_id: String,
}

/// An order, as it is answered alone.
#[endpoint(part, reply_to(GetOrder))]
pub struct OneOrder {
    /// The order.
    pub order: Order,
}

/// An order.
#[endpoint(part)]
pub struct Order {
    /// The order.
    pub order_id: String,
    /// What was ordered.
    pub order_type: Option<OrderKind>,
    /// What became of it.
    pub order_status: Option<OrderState>,
    /// For which corporation.
    pub corpid: Option<AppId>,
    /// What it costs, in fen (0.01 yuan).
    pub price: Option<u64>,
    /// How many.
    pub account_count: Option<AccountCount>,
    /// For how long.
    pub account_duration: Option<AccountDuration>,
    /// When it was placed.
    pub create_time: Option<Timestamp>,
    /// When it was paid.
    pub pay_time: Option<Timestamp>,
}

/// Gives the accounts of an order.
#[endpoint(POST "/cgi-bin/license/list_order_account", title = "获取订单中的账号列表",
    doc = "https://developer.work.weixin.qq.com/document/path/95649",
    scope(provider), auth = provider_token, retry = safe, reply = OrderAccounts, call = licenses.order_accounts)]
pub struct GetOrderAccounts {
    /// The order.
    pub order_id: String,
    /// How many: up to 1,000; 500 if left out.
    pub limit: Option<u32>,
    /// Where to begin: what the page before said.
    pub cursor: Option<String>,
}

/// A page of the accounts of an order.
#[endpoint(part, reply_to(GetOrderAccounts))]
pub struct OrderAccounts {
    /// Where the next page begins.
    pub next_cursor: Option<String>,
    /// Whether there are more.
    pub has_more: Option<bool>,
    /// The page.
    #[serde(default)]
    pub account_list: Vec<OrderAccount>,
}

/// An account of an order.
#[endpoint(part)]
pub struct OrderAccount {
    /// The activation code.
    pub active_code: Option<String>,
    /// Who has it, if it was given more time.
    pub userid: Option<UserId>,
    /// What it is for.
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

/// Cancels an order, or asks for the money back.
#[endpoint(POST "/cgi-bin/license/cancel_order", title = "取消订单",
    doc = "https://developer.work.weixin.qq.com/document/path/96106",
    scope(provider), auth = provider_token, retry = safe, call = licenses.cancel_order)]
pub struct CancelOrder {
    /// The order.
    pub order_id: String,
    /// The corporation; needed unless the order is for several.
    pub corpid: Option<AppId>,
}

/// Pays an order from the provider's balance.
#[endpoint(POST "/cgi-bin/license/submit_pay_job", title = "提交余额支付订单任务",
    doc = "https://developer.work.weixin.qq.com/document/path/99415",
    scope(provider), auth = provider_token, reply = OrderJob, call = licenses.pay)]
pub struct PayOrder {
    /// Who pays: a member of the provider.
    pub payer_userid: UserId,
    /// The order.
    pub order_id: String,
}

/// Says how far a payment is, for seven days.
#[endpoint(POST "/cgi-bin/license/pay_job_result", title = "获取订单支付结果",
    doc = "https://developer.work.weixin.qq.com/document/path/99415",
    scope(provider), auth = provider_token, retry = safe, reply = Payment, call = licenses.payment)]
pub struct GetPayment {
    /// The payment of [`PayOrder`].
    pub jobid: String,
}

/// How far a payment is.
#[endpoint(part, reply_to(GetPayment))]
pub struct Payment {
    /// How far.
    pub status: JobState,
    /// Why it failed.
    pub pay_job_result: Option<PaymentFailure>,
}

/// Why a payment failed.
#[endpoint(part)]
pub struct PaymentFailure {
    /// Why.
    pub errcode: i64,
    /// The same in words.
    pub errmsg: Option<String>,
    /// Because of which corporations, if it was because of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fail_corp_list: Vec<FailedPart>,
}
