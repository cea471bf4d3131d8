//! Ad money (广告金) that the platform grants for payments, and the ad accounts it is paid into.
//!
//! The newer pages of these calls do not list `pay_sig`, but say that `env` is there for the
//! signature, and older ones list both; they are signed like the others.

use weixin_api::{Call, CallSignature, Caller, Timestamp, endpoint, int_enum};

use super::{AdBillId, AdGrantId, PaymentEnv, VirtualPayment};

/// Returns the ad accounts (广告金充值账户).
#[endpoint(POST "/xpay/query_transfer_account", title = "查询广告金充值账户",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/server/API/VirtualPayment/api_query_transfer_account.html",
    scope(mini), retry = safe, reply = AdAccounts, call = "wx.virtual_payment(&key).ad_accounts()")]
pub struct GetAdAccounts {
    /// The signature made with the app key.
    #[signed(path_and_body)]
    pub pay_sig: CallSignature,
    /// The environment of the app key. The answer is always that of the live one.
    pub env: PaymentEnv,
}

/// Ad accounts.
#[endpoint(part, reply_to(GetAdAccounts))]
pub struct AdAccounts {
    /// The accounts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub acct_list: Vec<AdAccount>,
}

/// An ad account.
#[endpoint(part)]
pub struct AdAccount {
    /// The name of the account.
    pub transfer_account_name: Option<String>,
    /// The number of the account.
    pub transfer_account_uid: Option<i64>,
    /// The number of the account's agency (服务商).
    pub transfer_account_agency_id: Option<i64>,
    /// The name of the account's agency.
    pub transfer_account_agency_name: Option<String>,
    /// Whether the account was approved.
    pub state: Option<AdAccountState>,
    /// Whether the account could be bound.
    pub bind_result: Option<AdAccountBinding>,
    /// Why it could not.
    pub error_msg: Option<String>,
}

int_enum! {
    /// Whether an ad account was approved.
    pub enum AdAccountState {
        /// The account waits for its review (待审核).
        Pending = 0,
        /// The account was approved (审核通过).
        Approved = 1,
        /// The account was rejected (审核驳回).
        Rejected = 2,
    }
}

int_enum! {
    /// Whether an ad account could be bound.
    pub enum AdAccountBinding {
        /// The account is bound (绑定成功).
        Bound = 1,
        /// The account could not be bound (绑定失败).
        Failed = 2,
    }
}

/// Binds an ad account.
///
/// Fails with 268490018 when its industry is another one, with 268490019 when it is bound to another
/// account, with 268490020 when the organization is wrong, and with 268490022 when it is not valid.
#[endpoint(POST "/xpay/bind_transfer_accout", title = "绑定广告金充值账户",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/server/API/VirtualPayment/api_bind_transfer_accout.html",
    scope(mini), call = "wx.virtual_payment(&key).bind_ad_account(uid, organization)")]
pub struct BindAdAccount {
    /// The signature made with the app key.
    #[signed(path_and_body)]
    pub pay_sig: CallSignature,
    /// The environment of the app key. The live one is changed.
    pub env: PaymentEnv,
    /// The number of the account.
    pub transfer_account_uid: i64,
    /// The organization that the account belongs to (账户主体名称).
    pub transfer_account_org_name: String,
}

/// Returns the ad money that was granted.
#[endpoint(POST "/xpay/query_adver_funds", title = "查询广告金发放记录",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/server/API/VirtualPayment/api_query_adver_funds.html",
    scope(mini), retry = safe, reply = AdGrants, call = "wx.virtual_payment(&key).ad_grants(page, page_size)")]
pub struct GetAdGrants {
    /// The signature made with the app key.
    #[signed(path_and_body)]
    pub pay_sig: CallSignature,
    /// The environment of the app key. The answer is always that of the live one.
    pub env: PaymentEnv,
    /// The page, from 1.
    pub page: u32,
    /// The number of grants in a page.
    pub page_size: u32,
    /// Only some of them.
    pub filter: Option<AdGrantFilter>,
}

/// Which ad money is listed.
#[endpoint(part)]
pub struct AdGrantFilter {
    /// The beginning of the settlement period.
    pub settle_begin: Option<Timestamp>,
    /// The end of the settlement period.
    pub settle_end: Option<Timestamp>,
    /// The reason of the grant.
    pub fund_type: Option<AdGrantReason>,
}

int_enum! {
    /// Why ad money was granted.
    pub enum AdGrantReason {
        /// To everyone (通用赠送).
        General = 0,
        /// As an incentive for ads (广告激励).
        Incentive = 1,
        /// As an incentive for this account (定向激励).
        Targeted = 2,
    }
}

/// The ad money that was granted.
#[endpoint(part, reply_to(GetAdGrants))]
pub struct AdGrants {
    /// The grants.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub adver_funds_list: Vec<AdGrant>,
    /// The number of pages.
    pub total_page: Option<u32>,
}

/// Ad money that was granted.
#[endpoint(part)]
pub struct AdGrant {
    /// The id of the grant.
    pub fund_id: Option<AdGrantId>,
    /// The reason of the grant.
    pub fund_type: Option<AdGrantReason>,
    /// The beginning of the settlement period.
    pub settle_begin: Option<Timestamp>,
    /// The end of the settlement period.
    pub settle_end: Option<Timestamp>,
    /// The amount in fen.
    pub total_amount: Option<i64>,
    /// The amount that is left, in fen.
    pub remain_amount: Option<i64>,
    /// When the rest expires.
    pub expire_time: Option<Timestamp>,
}

/// Pays ad money into an ad account (充值广告金).
///
/// The same `request_id` is never paid twice.
///
/// Fails with 268490004 when it was paid under this `request_id` before, with 268490021 when the
/// account's registration is not complete, with 268490022 when the account is not valid, with
/// 268490023 when too little ad money is left, and with 268490024 when the amount is 0.
#[endpoint(POST "/xpay/create_funds_bill", title = "充值广告金",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/server/API/VirtualPayment/api_create_funds_bill.html",
    scope(mini), reply = ChargedAdAccount)]
pub struct ChargeAdAccount {
    /// The signature made with the app key.
    #[signed(path_and_body)]
    pub pay_sig: CallSignature,
    /// The environment of the app key. The live one is changed.
    pub env: PaymentEnv,
    /// The amount in fen.
    pub transfer_amount: u64,
    /// The number of the ad account.
    pub transfer_account_uid: i64,
    /// The name of the ad account.
    pub transfer_account_name: String,
    /// The number of the ad account's agency (服务商).
    pub transfer_account_agency_id: i64,
    /// The account's own number of the request, up to 1,024 characters.
    pub request_id: String,
    /// The beginning of the settlement period that the ad money was granted for.
    pub settle_begin: Timestamp,
    /// The end of the settlement period.
    pub settle_end: Timestamp,
    /// The reason for which the ad money was granted.
    pub fund_type: AdGrantReason,
    /// Whether the platform may use the data of the ads.
    #[serde(with = "weixin_api::bool_as_int")]
    pub authorize_advertise: bool,
}

/// A charge of an ad account.
#[endpoint(part, reply_to(ChargeAdAccount))]
pub struct ChargedAdAccount {
    /// The id of the charge.
    pub bill_id: Option<AdBillId>,
}

/// Returns the charges of ad accounts.
#[endpoint(POST "/xpay/query_funds_bill", title = "查询广告金充值记录",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/server/API/VirtualPayment/api_query_funds_bill.html",
    scope(mini), retry = safe, reply = AdCharges, call = "wx.virtual_payment(&key).ad_charges(page, page_size, begin, end)")]
pub struct GetAdCharges {
    /// The signature made with the app key.
    #[signed(path_and_body)]
    pub pay_sig: CallSignature,
    /// The environment of the app key. The answer is always that of the live one.
    pub env: PaymentEnv,
    /// The page, from 1.
    pub page: u32,
    /// The number of charges in a page.
    pub page_size: u32,
    /// Which charges.
    pub filter: AdChargeFilter,
}

/// Which charges of ad accounts are listed.
#[endpoint(part)]
pub struct AdChargeFilter {
    /// Charges from this time on.
    pub oper_time_begin: Timestamp,
    /// Charges until this time.
    pub oper_time_end: Timestamp,
    /// Only this one.
    pub bill_id: Option<AdBillId>,
    /// Only the one of this [`ChargeAdAccount`].
    pub request_id: Option<String>,
}

/// Charges of ad accounts.
#[endpoint(part, reply_to(GetAdCharges))]
pub struct AdCharges {
    /// The charges.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bill_list: Vec<AdCharge>,
    /// The number of pages.
    pub total_page: Option<u32>,
}

/// A charge of an ad account.
#[endpoint(part)]
pub struct AdCharge {
    /// The id of the charge.
    pub bill_id: Option<AdBillId>,
    /// When it was made.
    pub oper_time: Option<Timestamp>,
    /// The beginning of the settlement period of the ad money.
    pub settle_begin: Option<Timestamp>,
    /// The end of the settlement period.
    pub settle_end: Option<Timestamp>,
    /// The grant that was used.
    pub fund_id: Option<AdGrantId>,
    /// The name of the ad account.
    pub transfer_account_name: Option<String>,
    /// The number of the ad account.
    pub transfer_account_uid: Option<i64>,
    /// The amount in fen.
    pub transfer_amount: Option<i64>,
    /// The state of the charge.
    pub status: Option<AdChargeStatus>,
    /// The account's own number of the request.
    pub request_id: Option<String>,
}

int_enum! {
    /// The state of a charge of an ad account.
    pub enum AdChargeStatus {
        /// The charge is under way (充值中).
        UnderWay = 0,
        /// The charge succeeded (充值成功).
        Succeeded = 1,
        /// The charge failed (充值失败).
        Failed = 2,
    }
}

/// Returns the ad money that was recovered because payments were refunded.
#[endpoint(POST "/xpay/query_recover_bill", title = "查询广告金回收记录",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/server/API/VirtualPayment/api_query_recover_bill.html",
    scope(mini), retry = safe, reply = AdRecoveries, call = "wx.virtual_payment(&key).ad_recoveries(page, page_size, begin, end)")]
pub struct GetAdRecoveries {
    /// The signature made with the app key.
    #[signed(path_and_body)]
    pub pay_sig: CallSignature,
    /// The environment of the app key. The answer is always that of the live one.
    pub env: PaymentEnv,
    /// The page, from 1.
    pub page: u32,
    /// The number of recoveries in a page.
    pub page_size: u32,
    /// Which recoveries.
    pub filter: AdRecoveryFilter,
}

/// Which recoveries are listed.
#[endpoint(part)]
pub struct AdRecoveryFilter {
    /// Recoveries from this time on.
    pub recover_time_begin: Timestamp,
    /// Recoveries until this time.
    pub recover_time_end: Timestamp,
    /// Only this one.
    pub bill_id: Option<AdBillId>,
}

/// Recoveries of ad money.
#[endpoint(part, reply_to(GetAdRecoveries))]
pub struct AdRecoveries {
    /// The recoveries.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bill_list: Vec<AdRecovery>,
    /// The number of pages.
    pub total_page: Option<u32>,
}

/// A recovery of ad money.
#[endpoint(part)]
pub struct AdRecovery {
    /// The id of the recovery.
    pub bill_id: Option<AdBillId>,
    /// When it was made.
    pub recover_time: Option<Timestamp>,
    /// The beginning of the settlement period of the ad money.
    pub settle_begin: Option<Timestamp>,
    /// The end of the settlement period.
    pub settle_end: Option<Timestamp>,
    /// The grant that was recovered.
    pub fund_id: Option<AdGrantId>,
    /// The name of the ad account.
    pub recover_account_name: Option<String>,
    /// The amount in fen.
    pub recover_amount: Option<i64>,
    /// The refunds that caused it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub refund_order_list: Vec<String>,
}

/// Returns the address of a file with the orders that ad money was granted for.
///
/// Only for grants to everyone ([`AdGrantReason::General`]). The first call starts to write the
/// file, so the call may have to be repeated later.
#[endpoint(POST "/xpay/download_adverfunds_order", title = "下载广告金对应的商户订单信息",
    doc = "https://developers.weixin.qq.com/miniprogram/dev/server/API/VirtualPayment/api_download_adverfunds_order.html",
    scope(mini), retry = safe, reply = AdGrantOrders, call = "wx.virtual_payment(&key).ad_grant_orders(fund_id)")]
pub struct DownloadAdGrantOrders {
    /// The signature made with the app key.
    #[signed(path_and_body)]
    pub pay_sig: CallSignature,
    /// The environment of the app key. The answer is always that of the live one.
    pub env: PaymentEnv,
    /// The grant.
    pub fund_id: AdGrantId,
}

/// A file with the orders that ad money was granted for.
#[endpoint(part, reply_to(DownloadAdGrantOrders))]
pub struct AdGrantOrders {
    /// The address of the file; empty while it is being written.
    pub url: Option<String>,
}

impl<'c, C: Caller + ?Sized> VirtualPayment<'c, C> {
    /// Returns the ad accounts; see [`GetAdAccounts`].
    pub fn ad_accounts(&self) -> Call<'c, C, GetAdAccounts> {
        let (sig, env) = self.signed();
        self.call(GetAdAccounts::new(sig, env))
    }

    /// Binds an ad account; see [`BindAdAccount`].
    pub fn bind_ad_account(
        &self,
        uid: i64,
        organization: impl Into<String>,
    ) -> Call<'c, C, BindAdAccount> {
        let (sig, env) = self.signed();
        self.call(BindAdAccount::new(sig, env, uid, organization))
    }

    /// Returns the ad money that was granted; see [`GetAdGrants`].
    pub fn ad_grants(&self, page: u32, page_size: u32) -> Call<'c, C, GetAdGrants> {
        let (sig, env) = self.signed();
        self.call(GetAdGrants::new(sig, env, page, page_size))
    }

    /// Returns the charges of ad accounts between two times; see [`GetAdCharges`].
    pub fn ad_charges(
        &self,
        page: u32,
        page_size: u32,
        begin: Timestamp,
        end: Timestamp,
    ) -> Call<'c, C, GetAdCharges> {
        let (sig, env) = self.signed();
        let filter = AdChargeFilter::new(begin, end);
        self.call(GetAdCharges::new(sig, env, page, page_size, filter))
    }

    /// Returns the ad money that was recovered between two times; see [`GetAdRecoveries`].
    pub fn ad_recoveries(
        &self,
        page: u32,
        page_size: u32,
        begin: Timestamp,
        end: Timestamp,
    ) -> Call<'c, C, GetAdRecoveries> {
        let (sig, env) = self.signed();
        let filter = AdRecoveryFilter::new(begin, end);
        self.call(GetAdRecoveries::new(sig, env, page, page_size, filter))
    }

    /// Returns the address of a file with the orders of a grant; see [`DownloadAdGrantOrders`].
    pub fn ad_grant_orders(
        &self,
        fund_id: impl Into<AdGrantId>,
    ) -> Call<'c, C, DownloadAdGrantOrders> {
        let (sig, env) = self.signed();
        self.call(DownloadAdGrantOrders::new(sig, env, fund_id))
    }
}
