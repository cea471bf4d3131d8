//! Licences that members need to use a provider's apps (接口调用许可). `/cgi-bin/license/*`

mod account;
mod event;
mod order;

use weixin_api::{Call, Caller, On, endpoints};
use weixin_protocol::{AppId, UserId, messages};

pub use account::*;
pub use event::*;
pub use order::*;

endpoints![
    ActivateAccount,
    ActivateAccounts,
    GetCode,
    GetCodes,
    GetAccounts,
    GetAccountsOfUser,
    TransferAccounts,
    ShareCodes,
    GetAppLicense,
    SetAutoActivation,
    GetAutoActivation,
    GetSupportPolicy,
    CreateOrder,
    CreateRenewal,
    SubmitRenewal,
    CreateUnionOrder,
    SubmitUnionOrder,
    GetUnionResult,
    GetUnionOrder,
    GetOrders,
    GetOrder,
    GetOrderAccounts,
    CancelOrder,
    PayOrder,
    GetPayment,
];

messages![LicenseAutoActivated, LicensePaid, LicenseRefundChanged, Unlicensed];

/// Where the next page begins, unless this was the last.
fn next_page(has_more: Option<bool>, cursor: Option<String>) -> Option<String> {
    cursor.filter(|cursor| has_more == Some(true) && !cursor.is_empty())
}

/// The group as a client has it: `wx.licenses()`.
#[derive(Debug)]
pub struct Licenses<'c, C: ?Sized>(&'c C);

/// Gives a client `licenses()`.
pub trait LicensesApi: Caller {
    /// Licences of members (接口调用许可).
    fn licenses(&self) -> Licenses<'_, Self> {
        Licenses(self)
    }
}

impl<C: Caller + ?Sized> LicensesApi for C where ActivateAccount: On<C::Kind> {}

impl<'c, C: Caller + ?Sized> Licenses<'c, C> {
    /// Gives a member a licensed account; see [`ActivateAccount`].
    pub fn activate(
        &self,
        active_code: impl Into<String>,
        corpid: impl Into<AppId>,
        userid: impl Into<UserId>,
    ) -> Call<'c, C, ActivateAccount> {
        Call::new(self.0, ActivateAccount::new(active_code, corpid, userid))
    }

    /// Gives members licensed accounts; see [`ActivateAccounts`].
    pub fn activate_all(
        &self,
        corpid: impl Into<AppId>,
        active_list: impl Into<Vec<Activation>>,
    ) -> Call<'c, C, ActivateAccounts> {
        Call::new(self.0, ActivateAccounts::new(corpid, active_list))
    }

    /// An activation code; see [`GetCode`].
    pub fn code(
        &self,
        corpid: impl Into<AppId>,
        active_code: impl Into<String>,
    ) -> Call<'c, C, GetCode> {
        Call::new(self.0, GetCode::new(corpid, active_code))
    }

    /// Activation codes; see [`GetCodes`].
    pub fn codes(
        &self,
        corpid: impl Into<AppId>,
        active_code_list: impl Into<Vec<String>>,
    ) -> Call<'c, C, GetCodes> {
        Call::new(self.0, GetCodes::new(corpid, active_code_list))
    }

    /// The licensed accounts of a corporation, a page when awaited; see [`GetAccounts`].
    pub fn accounts(&self, corpid: impl Into<AppId>) -> Call<'c, C, GetAccounts> {
        Call::new(self.0, GetAccounts::new(corpid))
    }

    /// The licensed accounts of a member; see [`GetAccountsOfUser`].
    pub fn accounts_of(
        &self,
        corpid: impl Into<AppId>,
        userid: impl Into<UserId>,
    ) -> Call<'c, C, GetAccountsOfUser> {
        Call::new(self.0, GetAccountsOfUser::new(corpid, userid))
    }

    /// Moves licensed accounts; see [`TransferAccounts`].
    pub fn transfer(
        &self,
        corpid: impl Into<AppId>,
        transfer_list: impl Into<Vec<Transfer>>,
    ) -> Call<'c, C, TransferAccounts> {
        Call::new(self.0, TransferAccounts::new(corpid, transfer_list))
    }

    /// Shares activation codes; see [`ShareCodes`].
    pub fn share(
        &self,
        from_corpid: impl Into<AppId>,
        to_corpid: impl Into<AppId>,
        share_list: impl Into<Vec<CodeToShare>>,
    ) -> Call<'c, C, ShareCodes> {
        Call::new(self.0, ShareCodes::new(from_corpid, to_corpid, share_list))
    }

    /// Whether an app needs licences; see [`GetAppLicense`].
    pub fn app(&self, corpid: impl Into<AppId>) -> Call<'c, C, GetAppLicense> {
        Call::new(self.0, GetAppLicense::new(corpid))
    }

    /// Whether members get accounts as they need them; see [`SetAutoActivation`].
    pub fn set_auto_activation(
        &self,
        corpid: impl Into<AppId>,
        auto_active_status: bool,
    ) -> Call<'c, C, SetAutoActivation> {
        Call::new(self.0, SetAutoActivation::new(corpid, auto_active_status))
    }

    /// Whether members get accounts as they need them; see [`GetAutoActivation`].
    pub fn auto_activation(&self, corpid: impl Into<AppId>) -> Call<'c, C, GetAutoActivation> {
        Call::new(self.0, GetAutoActivation::new(corpid))
    }

    /// Whether a corporation gets licences for less; see [`GetSupportPolicy`].
    pub fn support_policy(&self, corpid: impl Into<AppId>) -> Call<'c, C, GetSupportPolicy> {
        Call::new(self.0, GetSupportPolicy::new(corpid))
    }

    /// Orders accounts; see [`CreateOrder`].
    pub fn create_order(
        &self,
        corpid: impl Into<AppId>,
        buyer_userid: impl Into<UserId>,
        account_count: impl Into<AccountCount>,
        account_duration: impl Into<AccountDuration>,
    ) -> Call<'c, C, CreateOrder> {
        Call::new(self.0, CreateOrder::new(corpid, buyer_userid, account_count, account_duration))
    }

    /// Collects accounts that are to have more time; see [`CreateRenewal`].
    pub fn create_renewal(
        &self,
        corpid: impl Into<AppId>,
        account_list: impl Into<Vec<AccountToRenew>>,
    ) -> Call<'c, C, CreateRenewal> {
        Call::new(self.0, CreateRenewal::new(corpid, account_list))
    }

    /// Orders more time; see [`SubmitRenewal`].
    pub fn submit_renewal(
        &self,
        jobid: impl Into<String>,
        buyer_userid: impl Into<UserId>,
        account_duration: impl Into<AccountDuration>,
    ) -> Call<'c, C, SubmitRenewal> {
        Call::new(self.0, SubmitRenewal::new(jobid, buyer_userid, account_duration))
    }

    /// Collects accounts for several corporations; see [`CreateUnionOrder`].
    pub fn create_union_order(
        &self,
        buy_list: impl Into<Vec<UnionPart>>,
    ) -> Call<'c, C, CreateUnionOrder> {
        Call::new(self.0, CreateUnionOrder::new(buy_list))
    }

    /// Orders accounts for several corporations; see [`SubmitUnionOrder`].
    pub fn submit_union_order(
        &self,
        jobid: impl Into<String>,
        buyer_userid: impl Into<UserId>,
    ) -> Call<'c, C, SubmitUnionOrder> {
        Call::new(self.0, SubmitUnionOrder::new(jobid, buyer_userid))
    }

    /// How far such an order is; see [`GetUnionResult`].
    pub fn union_result(&self, jobid: impl Into<String>) -> Call<'c, C, GetUnionResult> {
        Call::new(self.0, GetUnionResult::new(jobid))
    }

    /// An order for several corporations, a page when awaited; see [`GetUnionOrder`].
    pub fn union_order(&self, order_id: impl Into<String>) -> Call<'c, C, GetUnionOrder> {
        Call::new(self.0, GetUnionOrder::new(order_id))
    }

    /// The orders, a page when awaited; see [`GetOrders`].
    pub fn orders(&self) -> Call<'c, C, GetOrders> {
        Call::new(self.0, GetOrders::new())
    }

    /// An order; see [`GetOrder`].
    pub fn order(&self, order_id: impl Into<String>) -> Call<'c, C, GetOrder> {
        Call::new(self.0, GetOrder::new(order_id))
    }

    /// The accounts of an order, a page when awaited; see [`GetOrderAccounts`].
    pub fn order_accounts(&self, order_id: impl Into<String>) -> Call<'c, C, GetOrderAccounts> {
        Call::new(self.0, GetOrderAccounts::new(order_id))
    }

    /// Cancels an order; see [`CancelOrder`].
    pub fn cancel_order(&self, order_id: impl Into<String>) -> Call<'c, C, CancelOrder> {
        Call::new(self.0, CancelOrder::new(order_id))
    }

    /// Pays an order from the balance; see [`PayOrder`].
    pub fn pay(
        &self,
        payer_userid: impl Into<UserId>,
        order_id: impl Into<String>,
    ) -> Call<'c, C, PayOrder> {
        Call::new(self.0, PayOrder::new(payer_userid, order_id))
    }

    /// How far a payment is; see [`GetPayment`].
    pub fn payment(&self, jobid: impl Into<String>) -> Call<'c, C, GetPayment> {
        Call::new(self.0, GetPayment::new(jobid))
    }
}
