//! Licences that members need to use a provider's apps (接口调用许可). `/cgi-bin/license/*`

mod account;
mod event;
mod order;

use weixin_api::group;
use weixin_protocol::messages;

pub use account::*;
pub use event::*;
pub use order::*;

group! {
    /// Licences of members (接口调用许可).
    licenses: [ActivateAccount, ActivateAccounts, GetCode, GetCodes, GetAccounts, GetAccountsOfUser, TransferAccounts, ShareCodes, GetAppLicense, SetAutoActivation, GetAutoActivation, GetSupportPolicy, CreateOrder, CreateRenewal, SubmitRenewal, CreateUnionOrder, SubmitUnionOrder, GetUnionResult, GetUnionOrder, GetOrders, GetOrder, GetOrderAccounts, CancelOrder, PayOrder, GetPayment]
}

messages![LicenseAutoActivated, LicensePaid, LicenseRefundChanged, Unlicensed];

/// Where the next page begins, unless this was the last.
fn next_page(has_more: Option<bool>, cursor: Option<String>) -> Option<String> {
    cursor.filter(|cursor| has_more == Some(true) && !cursor.is_empty())
}
