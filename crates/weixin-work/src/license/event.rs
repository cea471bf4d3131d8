//! What providers are told of licences.

use weixin_protocol::{AppId, Header, UserId, inbound};

/// Licences of a corporation were activated by themselves. Notice `auto_activate`.
#[inbound(notice = "auto_activate", scope(work))]
pub struct LicenseAutoActivated {
    /// When.
    pub header: Header,
    /// The provider.
    pub service_corp_id: AppId,
    /// The corporation.
    pub auth_corp_id: AppId,
    /// When: 1 a member opened the app, 2 the provider sent a message, 3 it called what is about
    /// customers.
    pub scene: Option<i64>,
    /// The licences.
    pub account_list: Vec<ActivatedLicense>,
}

/// A licence that was activated.
#[inbound(part)]
pub struct ActivatedLicense {
    /// The activation code.
    pub active_code: Option<String>,
    /// 1 basic, 2 with customers.
    #[field(name = "Type")]
    pub kind: Option<i64>,
    /// When it ends, in seconds since 1970.
    pub expire_time: Option<i64>,
    /// The member who has it now.
    pub user_id: Option<UserId>,
    /// What the code was before, as in [`CodeState`](super::CodeState).
    pub previous_status: Option<i64>,
    /// The code the member had before.
    pub previous_active_code: Option<String>,
}

/// An order of licences was paid. Notice `license_pay_success`.
#[inbound(notice = "license_pay_success", scope(work))]
pub struct LicensePaid {
    /// When.
    pub header: Header,
    /// The provider.
    pub service_corp_id: AppId,
    /// The corporation; left out for an order for several.
    pub auth_corp_id: Option<AppId>,
    /// The order.
    pub order_id: String,
    /// Who ordered.
    pub buyer_user_id: Option<UserId>,
}

/// The money for an order of licences was asked back, was given back or was not. Notice
/// `license_refund`.
#[inbound(notice = "license_refund", scope(work))]
pub struct LicenseRefundChanged {
    /// When.
    pub header: Header,
    /// The provider.
    pub service_corp_id: AppId,
    /// The corporation; left out for an order for several.
    pub auth_corp_id: Option<AppId>,
    /// The order.
    pub order_id: String,
    /// What became of it, as in [`OrderState`](super::OrderState).
    pub order_status: Option<i64>,
}

/// A member whose licence is missing or over did something in the app; what it was is not told. Event
/// `unlicensed_notify`.
#[inbound(event = "unlicensed_notify", scope(work))]
pub struct Unlicensed {
    /// Who, in which app.
    pub header: Header,
}
