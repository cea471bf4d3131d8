//! What corporations pay for a suite (应用版本付费). `/cgi-bin/service/get_order`

use weixin_api::{Timestamp, endpoint, group, int_enum};
use weixin_protocol::{AppId, Header, UserId, inbound, messages};

group! {
    /// What corporations pay for the suite (应用版本付费).
    suite_orders: [GetSuiteOrder, GetSuiteOrders, ProlongTrial]
}

messages![OrderOpened, OrderChanged, AppPaid, OrderRefunded, EditionChanged];

/// Gives an order.
#[endpoint(POST "/cgi-bin/service/get_order", title = "获取订单详情",
    doc = "https://developer.work.weixin.qq.com/document/path/91909",
    scope(suite), auth = suite_token, retry = safe, reply = SuiteOrder, call = suite_orders.get)]
pub struct GetSuiteOrder {
    /// The order.
    pub orderid: String,
}

int_enum! {
    /// What became of an order.
    pub enum SuiteOrderState {
        /// It waits to be paid.
        Unpaid = 0,
        /// It is paid.
        Paid = 1,
        /// It was closed.
        Closed = 2,
        /// Nobody paid in time.
        Expired = 3,
        /// The money is asked back.
        Refunding = 4,
        /// The money was given back.
        Refunded = 5,
        /// The money is not given back.
        RefundRefused = 6,
    }
}

int_enum! {
    /// What is ordered.
    pub enum SuiteOrderKind {
        /// The app.
        New = 0,
        /// Room for more people.
        Expansion = 1,
        /// More time.
        Renewal = 2,
        /// Another edition.
        EditionChange = 3,
    }
}

/// An order.
#[endpoint(part, reply_to(GetSuiteOrder))]
pub struct SuiteOrder {
    /// The order.
    pub orderid: String,
    /// What became of it.
    pub order_status: Option<SuiteOrderState>,
    /// What was ordered.
    pub order_type: Option<SuiteOrderKind>,
    /// Who pays.
    pub paid_corpid: Option<AppId>,
    /// The corporation of who ordered.
    pub operator_corpid: Option<AppId>,
    /// Who ordered.
    pub operator_id: Option<UserId>,
    /// The suite.
    pub suiteid: Option<AppId>,
    /// The app in an older suite of several.
    pub appid: Option<u32>,
    /// The edition.
    pub edition_id: Option<String>,
    /// Its name.
    pub edition_name: Option<String>,
    /// What is paid, in fen (0.01 yuan).
    pub price: Option<u64>,
    /// For how many people.
    pub user_count: Option<u64>,
    /// For how many days.
    pub order_period: Option<u64>,
    /// When it was placed.
    pub order_time: Option<Timestamp>,
    /// When it was paid.
    pub paid_time: Option<Timestamp>,
    /// From when it counts.
    pub begin_time: Option<Timestamp>,
    /// Until when it counts.
    pub end_time: Option<Timestamp>,
    /// Who placed it: 0 the corporation, 1 the provider for it, 2 an agent for it.
    pub order_from: Option<u8>,
    /// What the provider gets, in fen.
    pub service_share_amount: Option<u64>,
    /// What the platform gets, in fen.
    pub platform_share_amount: Option<u64>,
    /// What the agent gets, in fen.
    pub dealer_share_amount: Option<u64>,
    /// The agent who sold it.
    pub dealer_corp_info: Option<crate::suite::Dealer>,
}

/// Gives the orders of a time.
#[endpoint(POST "/cgi-bin/service/get_order_list", title = "获取订单列表",
    doc = "https://developer.work.weixin.qq.com/document/path/91910",
    scope(suite), auth = suite_token, retry = safe, reply = SuiteOrders, call = suite_orders.list)]
pub struct GetSuiteOrders {
    /// From when.
    pub start_time: Timestamp,
    /// Until when.
    pub end_time: Timestamp,
    /// 0 real orders, 1 those of tests; 0 if left out.
    pub test_mode: Option<u8>,
}

/// Orders.
#[endpoint(part, reply_to(GetSuiteOrders))]
pub struct SuiteOrders {
    /// The orders.
    #[serde(default)]
    pub order_list: Vec<SuiteOrder>,
}

/// Gives a corporation more time to try the suite: once.
#[endpoint(POST "/cgi-bin/service/prolong_try", title = "延长试用期",
    doc = "https://developer.work.weixin.qq.com/document/path/91913",
    scope(suite), auth = suite_token, reply = ProlongedTrial, call = suite_orders.prolong_trial)]
pub struct ProlongTrial {
    /// The corporation.
    pub buyer_corpid: AppId,
    /// How many days more.
    pub prolong_days: u32,
    /// The app in an older suite of several.
    pub appid: Option<u32>,
}

/// A time to try that was prolonged.
#[endpoint(part, reply_to(ProlongTrial))]
pub struct ProlongedTrial {
    /// When it ends.
    pub try_end_time: Timestamp,
}

/// A corporation has placed an order. Notice `open_order`.
#[inbound(notice = "open_order", scope(work))]
pub struct OrderOpened {
    /// When.
    pub header: Header,
    /// The suite.
    pub suite_id: AppId,
    /// Who pays.
    pub paid_corp_id: AppId,
    /// The order.
    pub order_id: String,
    /// Who ordered.
    pub operator_id: Option<UserId>,
}

/// A corporation has changed an order. Notice `change_order`.
#[inbound(notice = "change_order", scope(work))]
pub struct OrderChanged {
    /// When.
    pub header: Header,
    /// The suite.
    pub suite_id: AppId,
    /// Who pays.
    pub paid_corp_id: AppId,
    /// The order as it was.
    pub old_order_id: String,
    /// The order in its place.
    pub new_order_id: String,
}

/// A corporation has paid. Notice `pay_for_app_success`.
#[inbound(notice = "pay_for_app_success", scope(work))]
pub struct AppPaid {
    /// When.
    pub header: Header,
    /// The suite.
    pub suite_id: Option<AppId>,
    /// Who paid.
    pub paid_corp_id: Option<AppId>,
    /// The order.
    pub order_id: Option<String>,
    /// Who ordered.
    pub operator_id: Option<UserId>,
}

/// A corporation got its money back. Notice `refund`.
#[inbound(notice = "refund", scope(work))]
pub struct OrderRefunded {
    /// When.
    pub header: Header,
    /// The suite.
    pub suite_id: AppId,
    /// Who paid.
    pub paid_corp_id: AppId,
    /// The order.
    pub order_id: String,
    /// Who ordered.
    pub operator_id: Option<UserId>,
}

/// The edition a corporation uses has changed. Notice `change_editon`, as the platform spells it.
#[inbound(notice = "change_editon", scope(work))]
pub struct EditionChanged {
    /// When.
    pub header: Header,
    /// The suite.
    pub suite_id: AppId,
    /// The corporation.
    pub paid_corp_id: AppId,
}
