//! Talks with customers: who has them, who the customers are, and handing them to a member's own contact.

use crate::customer_service::CustomerServiceHandle;
use weixin_api::{endpoint, int_enum};
use weixin_protocol::UserId;

/// Says who has the talk with a customer.
#[endpoint(POST "/cgi-bin/kf/service_state/get", title = "获取会话状态",
    doc = "https://developer.work.weixin.qq.com/document/path/94669",
    scope(work), retry = safe, reply = ServiceStateDetail, call = customer_service.state)]
pub struct GetServiceState {
    /// The account.
    pub open_kfid: String,
    /// The customer.
    pub external_userid: UserId,
}

/// Who has the talk with a customer.
#[endpoint(part, reply_to(GetServiceState))]
pub struct ServiceStateDetail {
    /// Where the talk is.
    pub service_state: ServiceState,
    /// The member who has it, while one does.
    pub servicer_userid: Option<UserId>,
}

int_enum! {
    /// Where a talk is.
    pub enum ServiceState {
        /// Nobody has it yet.
        New = 0,
        /// The assistant has it: a program of the corporation's, or the platform's.
        Assistant = 1,
        /// It waits for a member.
        Waiting = 2,
        /// A member has it.
        Servicer = 3,
        /// It is over, or has not begun.
        Ended = 4,
    }
}

/// Gives the talk with a customer to somebody else, or ends it.
#[endpoint(POST "/cgi-bin/kf/service_state/trans", title = "变更会话状态",
    doc = "https://developer.work.weixin.qq.com/document/path/94669",
    scope(work), reply = TransferredServiceState, call = customer_service.transfer)]
pub struct TransferServiceState {
    /// The account.
    pub open_kfid: String,
    /// The customer.
    pub external_userid: UserId,
    /// Where the talk goes.
    pub service_state: ServiceState,
    /// The member who gets it, for [`ServiceState::Servicer`]. They have to serve now (95014).
    pub servicer_userid: Option<UserId>,
}

/// That a talk was given to somebody else.
#[endpoint(part, reply_to(TransferServiceState))]
#[derive(Default)]
pub struct TransferredServiceState {
    /// With which one message can be sent about it:
    /// [`SendServiceMessageOnEvent`](super::SendServiceMessageOnEvent).
    pub msg_code: Option<String>,
}

/// Gives up to 100 customers who have written in the last 48 hours.
#[endpoint(POST "/cgi-bin/kf/customer/batchget", title = "获取客户基础信息",
    doc = "https://developer.work.weixin.qq.com/document/path/95159",
    scope(work), retry = safe, reply = ServiceCustomerList, call = customer_service.customers)]
pub struct GetServiceCustomers {
    /// The customers: up to 100.
    pub external_userid_list: Vec<UserId>,
    /// Whether with where they came from last.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub need_enter_session_context: Option<bool>,
}

/// Customers.
#[endpoint(part, reply_to(GetServiceCustomers))]
#[derive(Default)]
pub struct ServiceCustomerList {
    /// The customers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub customer_list: Vec<ServiceCustomer>,
    /// Those who are not known.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub invalid_external_userid: Vec<UserId>,
}

/// A customer.
#[endpoint(part)]
pub struct ServiceCustomer {
    /// The customer.
    pub external_userid: UserId,
    /// The nickname in WeChat.
    pub nickname: Option<String>,
    /// The address of their picture.
    pub avatar: Option<String>,
    /// 0 not known, 1 male, 2 female.
    pub gender: Option<u64>,
    /// The person at an open-platform account, if the corporation has bound one.
    pub unionid: Option<String>,
    /// Where they came from last, in the last 48 hours.
    pub enter_session_context: Option<EnterContext>,
}

/// Where a customer came from.
#[endpoint(part)]
#[derive(Default)]
pub struct EnterContext {
    /// The `scene` of the link.
    pub scene: Option<String>,
    /// The `scene_param` of the link.
    pub scene_param: Option<String>,
    /// The Channels account.
    pub wechat_channels: Option<ServiceChannels>,
}

/// The Channels account through which a customer came.
#[endpoint(part)]
#[derive(Default)]
pub struct ServiceChannels {
    /// Its name, for the scenes 1 to 3.
    pub nickname: Option<String>,
    /// The name of its shop, for the scenes 4 and 5.
    pub shop_nickname: Option<String>,
    /// What they came from: 1 the account's page, 2 the products of a live room, 3 the shop window,
    /// 4 a product, 5 an order.
    pub scene: Option<u64>,
}

/// Gives the members and customer groups to whom customers can be handed.
#[endpoint(GET "/cgi-bin/kf/customer/get_upgrade_service_config", title = "获取配置的专员与客户群",
    doc = "https://developer.work.weixin.qq.com/document/path/94674",
    scope(work), reply = UpgradeServiceConfig, call = customer_service.upgrade_config)]
pub struct GetUpgradeServiceConfig {}

/// To whom customers can be handed.
#[endpoint(part, reply_to(GetUpgradeServiceConfig))]
#[derive(Default)]
pub struct UpgradeServiceConfig {
    /// Members.
    pub member_range: Option<UpgradeMembers>,
    /// Customer groups.
    pub groupchat_range: Option<UpgradeGroupChats>,
}

/// Members to whom customers can be handed.
#[endpoint(part)]
#[derive(Default)]
pub struct UpgradeMembers {
    /// Members.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub userid_list: Vec<UserId>,
    /// Departments.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub department_id_list: Vec<u64>,
}

/// Customer groups to which customers can be handed.
#[endpoint(part)]
#[derive(Default)]
pub struct UpgradeGroupChats {
    /// The groups.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub chat_id_list: Vec<String>,
}

/// Recommends a member or customer group to a customer, when they next write to a member.
#[endpoint(POST "/cgi-bin/kf/customer/upgrade_service", title = "为客户升级为专员或客户群服务",
    doc = "https://developer.work.weixin.qq.com/document/path/94674",
    scope(work), retry = safe, call = customer_service.upgrade)]
pub struct UpgradeService {
    /// The account.
    pub open_kfid: String,
    /// The customer.
    pub external_userid: UserId,
    /// Which of both.
    #[serde(rename = "type")]
    pub kind: UpgradeKind,
    /// The member.
    pub member: Option<UpgradeToMember>,
    /// The group.
    pub groupchat: Option<UpgradeToGroupChat>,
}

int_enum! {
    /// To whom a customer is handed.
    pub enum UpgradeKind {
        /// To a member.
        Member = 1,
        /// To a customer group.
        GroupChat = 2,
    }
}

/// The member recommended to a customer.
#[endpoint(part)]
pub struct UpgradeToMember {
    /// The member.
    pub userid: UserId,
    /// What is said about it.
    pub wording: Option<String>,
}

/// The group recommended to a customer.
#[endpoint(part)]
pub struct UpgradeToGroupChat {
    /// The group.
    pub chat_id: String,
    /// What is said about it.
    pub wording: Option<String>,
}

/// Takes back what was recommended to a customer.
#[endpoint(POST "/cgi-bin/kf/customer/cancel_upgrade_service", title = "为客户取消推荐",
    doc = "https://developer.work.weixin.qq.com/document/path/94674",
    scope(work), retry = safe, call = customer_service.cancel_upgrade)]
pub struct CancelUpgradeService {
    /// The account.
    pub open_kfid: String,
    /// The customer.
    pub external_userid: UserId,
}
