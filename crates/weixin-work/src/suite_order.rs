//! What corporations pay for a suite (应用版本付费). `/cgi-bin/service/get_order`

use weixin_api::{Timestamp, endpoint, group, int_enum};
use weixin_protocol::{CorpId, Header, UserId, inbound, messages};

use crate::{
    ids::SuiteId,
    suite::{EditionId, SuiteAppId},
};

group! {
    /// What corporations pay for the suite (应用版本付费).
    suite_orders: [GetSuiteOrder, GetSuiteOrders, ProlongTrial]
}

messages![OrderOpened, OrderChanged, AppPaid, OrderRefunded, EditionChanged];

weixin_api::string_id! {
    /// An order for a suite (应用版本付费订单, orderid).
    SuiteOrderId
}

/// Returns an order of a suite's app (应用订单).
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Suite};
/// # use weixin_work::prelude::*;
/// # async fn example(wx: impl Caller<Kind = Suite>) -> Result<(), Error> {
/// let order = wx.suite_orders().get("N00000A1B2C3").await?;
/// println!("{:?} for {:?} users", order.order_status, order.user_count);
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/service/get_order", title = "获取订单详情",
    doc = "https://developer.work.weixin.qq.com/document/path/91909",
    scope(suite), auth = suite_token, retry = safe, reply = SuiteOrder, call = suite_orders.get)]
pub struct GetSuiteOrder {
    /// The order to return.
    pub orderid: SuiteOrderId,
}

int_enum! {
    /// The state of an order.
    pub enum SuiteOrderState {
        /// Waiting for payment.
        Unpaid = 0,
        /// Paid.
        Paid = 1,
        /// Closed without payment.
        Closed = 2,
        /// Not paid in time.
        Expired = 3,
        /// A refund has been requested.
        Refunding = 4,
        /// Refunded.
        Refunded = 5,
        /// The refund was rejected.
        RefundRejected = 6,
    }
}

int_enum! {
    /// What an order is for.
    pub enum SuiteOrderKind {
        /// Buying the app (普通订单).
        New = 0,
        /// More users (扩容订单).
        Expansion = 1,
        /// A longer period (续期).
        Renewal = 2,
        /// Another edition (版本变更).
        EditionChange = 3,
    }
}

/// An order.
#[endpoint(part, reply_to(GetSuiteOrder))]
pub struct SuiteOrder {
    /// Id of the order.
    pub orderid: SuiteOrderId,
    /// State of the order.
    pub order_status: Option<SuiteOrderState>,
    /// What the order is for.
    pub order_type: Option<SuiteOrderKind>,
    /// The corporation that pays.
    pub paid_corpid: Option<CorpId>,
    /// Corporation of the person who placed the order.
    pub operator_corpid: Option<CorpId>,
    /// The person who placed the order.
    pub operator_id: Option<UserId>,
    /// The suite that was ordered.
    pub suiteid: Option<SuiteId>,
    /// The app, in a suite of the old kind with several apps.
    pub appid: Option<SuiteAppId>,
    /// The edition that was ordered.
    pub edition_id: Option<EditionId>,
    /// Name of the edition.
    pub edition_name: Option<String>,
    /// Price in fen (0.01 yuan).
    pub price: Option<u64>,
    /// How many people may use the app.
    pub user_count: Option<u64>,
    /// Length of the ordered period, in days.
    pub order_period: Option<u64>,
    /// When the order was placed.
    pub order_time: Option<Timestamp>,
    /// When the order was paid; 0 if it was not.
    pub paid_time: Option<Timestamp>,
    /// Start of the ordered period.
    pub begin_time: Option<Timestamp>,
    /// End of the ordered period.
    pub end_time: Option<Timestamp>,
    /// Who placed the order.
    pub order_from: Option<SuiteOrderSource>,
    /// The provider's share, in fen.
    pub service_share_amount: Option<u64>,
    /// The platform's share, in fen.
    pub platform_share_amount: Option<u64>,
    /// The dealer's share, in fen.
    pub dealer_share_amount: Option<u64>,
    /// The dealer (代理商) who sold the suite.
    pub dealer_corp_info: Option<crate::suite::Dealer>,
}

int_enum! {
    /// Who placed an order.
    pub enum SuiteOrderSource {
        /// The corporation itself.
        Corporation = 0,
        /// The provider, on behalf of the corporation (服务商代下单).
        Provider = 1,
        /// A dealer, on behalf of the corporation (代理商代下单).
        Dealer = 2,
    }
}

/// Returns the orders of a suite's app in a period.
#[endpoint(POST "/cgi-bin/service/get_order_list", title = "获取订单列表",
    doc = "https://developer.work.weixin.qq.com/document/path/91910",
    scope(suite), auth = suite_token, retry = safe, reply = SuiteOrders, call = suite_orders.list)]
pub struct GetSuiteOrders {
    /// Start of the period.
    pub start_time: Timestamp,
    /// End of the period.
    pub end_time: Timestamp,
    /// Whether to return the orders of test suites instead of real ones; real ones if left out.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub test_mode: Option<bool>,
}

/// The orders of a period.
#[endpoint(part, reply_to(GetSuiteOrders))]
pub struct SuiteOrders {
    /// The orders, without further pages.
    #[serde(default)]
    pub order_list: Vec<SuiteOrder>,
}

/// Extends a corporation's trial of the suite, once.
///
/// Fails with 90352 when the trial would become too long.
#[endpoint(POST "/cgi-bin/service/prolong_try", title = "延长试用期",
    doc = "https://developer.work.weixin.qq.com/document/path/91913",
    scope(suite), auth = suite_token, reply = ProlongedTrial, call = suite_orders.prolong_trial)]
pub struct ProlongTrial {
    /// The corporation that tries the suite.
    pub buyer_corpid: CorpId,
    /// By how many days the trial is extended.
    pub prolong_days: u32,
    /// The app, in a suite of the old kind with several apps.
    pub appid: Option<SuiteAppId>,
}

/// The new end of a trial.
#[endpoint(part, reply_to(ProlongTrial))]
pub struct ProlongedTrial {
    /// When the trial ends.
    pub try_end_time: Timestamp,
}

/// A corporation has placed an order of a suite's app.
#[inbound(notice = "open_order", scope(work))]
pub struct OrderOpened {
    /// The time; notices name no sender or receiver.
    pub header: Header,
    /// The suite that was ordered.
    pub suite_id: SuiteId,
    /// The corporation that pays.
    pub paid_corp_id: CorpId,
    /// The new order.
    pub order_id: SuiteOrderId,
    /// The person who placed the order.
    pub operator_id: Option<UserId>,
}

/// A corporation has changed an order of a suite's app, which thereby gets another number.
#[inbound(notice = "change_order", scope(work))]
pub struct OrderChanged {
    /// The time; notices name no sender or receiver.
    pub header: Header,
    /// The suite that was ordered.
    pub suite_id: SuiteId,
    /// The corporation that pays.
    pub paid_corp_id: CorpId,
    /// The order that was replaced.
    pub old_order_id: SuiteOrderId,
    /// The order that replaces it.
    pub new_order_id: SuiteOrderId,
}

/// A corporation has paid an order of a suite's app.
#[inbound(notice = "pay_for_app_success", scope(work))]
pub struct AppPaid {
    /// The time; notices name no sender or receiver.
    pub header: Header,
    /// The suite that was paid for.
    pub suite_id: Option<SuiteId>,
    /// The corporation that paid.
    pub paid_corp_id: Option<CorpId>,
    /// The paid order.
    pub order_id: Option<SuiteOrderId>,
    /// The person who placed the order.
    pub operator_id: Option<UserId>,
}

/// A corporation's order of a suite's app was refunded.
#[inbound(notice = "refund", scope(work))]
pub struct OrderRefunded {
    /// The time; notices name no sender or receiver.
    pub header: Header,
    /// The suite that was paid for.
    pub suite_id: SuiteId,
    /// The corporation that got its money back.
    pub paid_corp_id: CorpId,
    /// The refunded order.
    pub order_id: SuiteOrderId,
    /// The person who placed the order.
    pub operator_id: Option<UserId>,
}

/// The edition of a suite's app that a corporation uses has changed. The platform spells the notice
/// `change_editon`.
#[inbound(notice = "change_editon", scope(work))]
pub struct EditionChanged {
    /// The time; notices name no sender or receiver.
    pub header: Header,
    /// The suite whose edition changed.
    pub suite_id: SuiteId,
    /// The corporation that uses it.
    pub paid_corp_id: CorpId,
}
