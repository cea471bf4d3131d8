//! Notices to service providers about licences.

use super::{ActiveCode, CodeState, LicenseKind, LicenseOrderId, OrderState};
use weixin_api::{Timestamp, int_enum};
use weixin_protocol::{CorpId, Header, UserId, inbound};

/// Accounts of a corporation were activated automatically (接口许可自动激活).
#[inbound(notice = "auto_activate", scope(work))]
pub struct LicenseAutoActivated {
    /// Receiver and time of the notice.
    pub header: Header,
    /// The service provider.
    pub service_corp_id: CorpId,
    /// The corporation whose members received accounts.
    pub auth_corp_id: CorpId,
    /// The occasion of the activation.
    pub scene: Option<AutoActivationScene>,
    /// The accounts that were activated.
    pub account_list: Vec<ActivatedLicense>,
}

int_enum! {
    /// The occasion on which an account was activated automatically (许可自动激活的触发场景).
    pub enum AutoActivationScene {
        /// A member opened the app (企业成员主动访问应用).
        AppOpened = 1,
        /// The provider sent the member a message (服务商调用消息推送接口).
        MessageSent = 2,
        /// The provider called an interface about customers (服务商调用互通接口).
        ExternalContact = 3,
    }
}

/// An account that was activated automatically.
#[inbound(part)]
pub struct ActivatedLicense {
    /// The activation code.
    pub active_code: Option<ActiveCode>,
    /// The kind of account.
    #[field(name = "Type")]
    pub kind: Option<LicenseKind>,
    /// End of validity.
    pub expire_time: Option<Timestamp>,
    /// The member who has the account now.
    pub user_id: Option<UserId>,
    /// The state of the code before the activation.
    pub previous_status: Option<CodeState>,
    /// The code that the member had before, which was renewed or merged; missing if there was none.
    pub previous_active_code: Option<ActiveCode>,
}

/// An order of licensed accounts was paid (支付成功通知).
#[inbound(notice = "license_pay_success", scope(work))]
pub struct LicensePaid {
    /// Receiver and time of the notice.
    pub header: Header,
    /// The service provider.
    pub service_corp_id: CorpId,
    /// The corporation that the order is for; missing for an order for several corporations.
    pub auth_corp_id: Option<CorpId>,
    /// The order that was paid.
    pub order_id: LicenseOrderId,
    /// The member of the service provider who placed the order.
    pub buyer_user_id: Option<UserId>,
}

/// A refund of an order was requested, made or rejected (退款结果通知).
#[inbound(notice = "license_refund", scope(work))]
pub struct LicenseRefundChanged {
    /// Receiver and time of the notice.
    pub header: Header,
    /// The service provider.
    pub service_corp_id: CorpId,
    /// The corporation that the order is for; missing for an order for several corporations.
    pub auth_corp_id: Option<CorpId>,
    /// The order that the refund concerns.
    pub order_id: LicenseOrderId,
    /// The new state of the order.
    pub order_status: Option<OrderState>,
}

/// A member without a valid licence used the app; what the member did is not passed on (接口许可失效通知).
#[inbound(event = "unlicensed_notify", scope(work))]
pub struct Unlicensed {
    /// The member (sender), the app's corporation, and the time.
    pub header: Header,
}
