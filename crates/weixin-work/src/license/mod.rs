//! Licences that members of a corporation need for the apps of a service provider (接口调用许可).
//! `/cgi-bin/license/*`

mod account;
mod event;
mod order;

use weixin_api::group;
use weixin_protocol::messages;

pub use account::*;
pub use event::*;
pub use order::*;

weixin_api::string_id! {
    /// An activation code: a licensed account that can be given to a member (激活码, active_code).
    ActiveCode
    /// An order of licensed accounts (接口许可订单, order_id).
    LicenseOrderId
}

group! {
    /// Licences for the apps of a service provider (接口调用许可).
    licenses: [
        ActivateAccount, ActivateAccounts, GetCode, GetCodes, GetAccounts, GetAccountsOfUser,
        TransferAccounts, ShareCodes, GetAppLicense, SetAutoActivation, GetAutoActivation,
        GetSupportPolicy, CreateOrder, CreateRenewal, SubmitRenewal, CreateUnionOrder,
        SubmitUnionOrder, GetUnionResult, GetUnionOrder, GetOrders, GetOrder, GetOrderAccounts,
        CancelOrder, PayOrder, GetPayment,
    ]
}

messages![LicenseAutoActivated, LicensePaid, LicenseRefundChanged, Unlicensed];

/// The cursor of the next page, unless this was the last.
fn next_page(has_more: Option<bool>, cursor: Option<String>) -> Option<String> {
    cursor.filter(|cursor| has_more == Some(true) && !cursor.is_empty())
}
