//! Sessions with customers: their state, the customers themselves, and recommending a member or
//! customer group to them (升级服务).

use crate::customer_service::CustomerServiceHandle;
use crate::ids::{ChatId, DepartmentId, ExternalUserId, KfId};
use weixin_api::{endpoint, int_enum};
use weixin_protocol::{UnionId, UserId};

/// Returns the state of the session with a customer.
///
/// Fails with 95004 when there is no such account in this corporation.
#[endpoint(POST "/cgi-bin/kf/service_state/get", title = "获取会话状态",
    doc = "https://developer.work.weixin.qq.com/document/path/94669",
    scope(work), retry = safe, reply = ServiceStateDetail, call = customer_service.state)]
pub struct GetServiceState {
    /// The account the customer writes to.
    pub open_kfid: KfId,
    /// The customer whose session is asked for.
    pub external_userid: ExternalUserId,
}

/// The state of a session.
#[endpoint(part, reply_to(GetServiceState))]
pub struct ServiceStateDetail {
    /// The state of the session.
    pub service_state: ServiceState,
    /// The member who serves the customer; only in [`ServiceState::Servicer`].
    pub servicer_userid: Option<UserId>,
}

int_enum! {
    /// The state of a session with a customer (会话状态).
    pub enum ServiceState {
        /// Nobody serves the customer yet (未处理).
        New = 0,
        /// The assistant serves the customer: the corporation's program or the platform's
        /// (由智能助手接待).
        Assistant = 1,
        /// The customer waits in the queue for a member (待接入池排队中).
        Waiting = 2,
        /// A member serves the customer (由人工接待).
        Servicer = 3,
        /// The session is over or has not begun (已结束/未开始).
        Ended = 4,
    }
}

/// Moves the session with a customer to another state: hands it to the assistant, the queue or a
/// member, or ends it.
///
/// Fails with 95014 when the member is no servicer of the account, with 95019 when the servicer
/// does not serve at the moment, with 95016 when the session cannot go from its state to the new
/// one.
#[endpoint(POST "/cgi-bin/kf/service_state/trans", title = "变更会话状态",
    doc = "https://developer.work.weixin.qq.com/document/path/94669",
    scope(work), reply = TransferredServiceState, call = customer_service.transfer)]
pub struct TransferServiceState {
    /// The account the customer writes to.
    pub open_kfid: KfId,
    /// The customer whose session is moved.
    pub external_userid: ExternalUserId,
    /// The new state.
    pub service_state: ServiceState,
    /// The member who takes over; required for [`ServiceState::Servicer`].
    pub servicer_userid: Option<UserId>,
}

/// The result of moving a session.
#[endpoint(part, reply_to(TransferServiceState))]
#[derive(Default)]
pub struct TransferredServiceState {
    /// Code with which one message about the change can be sent
    /// ([`SendServiceMessageOnEvent`](super::SendServiceMessageOnEvent)). Only when the session was
    /// queued, taken over or ended.
    pub msg_code: Option<String>,
}

/// Returns customers who have written in the last 48 hours.
#[endpoint(POST "/cgi-bin/kf/customer/batchget", title = "获取客户基础信息",
    doc = "https://developer.work.weixin.qq.com/document/path/95159",
    scope(work), retry = safe, reply = ServiceCustomerList, call = customer_service.customers)]
pub struct GetServiceCustomers {
    /// The customers: 1 to 100.
    pub external_userid_list: Vec<ExternalUserId>,
    /// Whether [`ServiceCustomer::enter_session_context`] is filled in: no if left out.
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub need_enter_session_context: Option<bool>,
}

/// Customers of customer service.
#[endpoint(part, reply_to(GetServiceCustomers))]
#[derive(Default)]
pub struct ServiceCustomerList {
    /// The customers that were found.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub customer_list: Vec<ServiceCustomer>,
    /// The ids that are unknown or have not written in the last 48 hours.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub invalid_external_userid: Vec<ExternalUserId>,
}

/// A customer of customer service.
#[endpoint(part)]
pub struct ServiceCustomer {
    /// Id of the customer.
    pub external_userid: ExternalUserId,
    /// Nickname in WeChat.
    pub nickname: Option<String>,
    /// Address of the avatar in WeChat.
    pub avatar: Option<String>,
    /// The gender set in WeChat.
    pub gender: Option<ServiceCustomerGender>,
    /// The customer's unionid, if the corporation has bound an Open Platform account.
    pub unionid: Option<UnionId>,
    /// The way the customer last opened the chat, within the last 48 hours.
    pub enter_session_context: Option<EnterContext>,
}

int_enum! {
    /// The gender of a customer (性别).
    pub enum ServiceCustomerGender {
        /// Not known (未知).
        Unknown = 0,
        /// Male (男).
        Male = 1,
        /// Female (女).
        Female = 2,
    }
}

/// The way a customer opened the chat.
#[endpoint(part)]
#[derive(Default)]
pub struct EnterContext {
    /// The `scene` of the link ([`AddServiceContactWay`](super::AddServiceContactWay)).
    pub scene: Option<String>,
    /// The `scene_param` that was appended to the link.
    pub scene_param: Option<String>,
    /// The place in Channels; missing if the customer did not come from there.
    pub wechat_channels: Option<ServiceChannels>,
}

/// The place in Channels from which a customer opened the chat (视频号信息).
#[endpoint(part)]
#[derive(Default)]
pub struct ServiceChannels {
    /// Name of the Channels account, for [`ServiceChannelsScene::Profile`],
    /// [`ServiceChannelsScene::LiveProducts`] and [`ServiceChannelsScene::Showcase`].
    pub nickname: Option<String>,
    /// Name of the shop, for [`ServiceChannelsScene::Product`] and [`ServiceChannelsScene::Order`].
    pub shop_nickname: Option<String>,
    /// The kind of place.
    pub scene: Option<ServiceChannelsScene>,
}

int_enum! {
    /// The place in Channels from which a customer opened the chat (视频号场景值).
    pub enum ServiceChannelsScene {
        /// The profile of the account (视频号主页).
        Profile = 1,
        /// The product list of a live room (视频号直播间商品列表页).
        LiveProducts = 2,
        /// The product showcase of the account (视频号商品橱窗页).
        Showcase = 3,
        /// A product of the shop (视频号小店商品详情页).
        Product = 4,
        /// An order at the shop (视频号小店订单页).
        Order = 5,
    }
}

/// Returns the members (专员) and customer groups that can be recommended to customers.
#[endpoint(GET "/cgi-bin/kf/customer/get_upgrade_service_config", title = "获取配置的专员与客户群",
    doc = "https://developer.work.weixin.qq.com/document/path/94674",
    scope(work), reply = UpgradeServiceConfig, call = customer_service.upgrade_config)]
pub struct GetUpgradeServiceConfig {}

/// The members and customer groups that can be recommended to customers.
#[endpoint(part, reply_to(GetUpgradeServiceConfig))]
#[derive(Default)]
pub struct UpgradeServiceConfig {
    /// The members, and departments whose members can be recommended.
    pub member_range: Option<UpgradeMembers>,
    /// The customer groups that can be recommended.
    pub groupchat_range: Option<UpgradeGroupChats>,
}

/// The members that can be recommended to customers.
#[endpoint(part)]
#[derive(Default)]
pub struct UpgradeMembers {
    /// Members that can be recommended one by one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub userid_list: Vec<UserId>,
    /// Departments whose members can be recommended.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub department_id_list: Vec<DepartmentId>,
}

/// The customer groups that can be recommended to customers.
#[endpoint(part)]
#[derive(Default)]
pub struct UpgradeGroupChats {
    /// The groups that can be recommended.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub chat_id_list: Vec<ChatId>,
}

/// Recommends a member or a customer group to a customer (升级服务). The recommendation is shown in the
/// customer's chat with a servicer.
#[endpoint(POST "/cgi-bin/kf/customer/upgrade_service", title = "为客户升级为专员或客户群服务",
    doc = "https://developer.work.weixin.qq.com/document/path/94674",
    scope(work), retry = safe, call = customer_service.upgrade)]
pub struct UpgradeService {
    /// The account the customer writes to.
    pub open_kfid: KfId,
    /// The customer who receives the recommendation.
    pub external_userid: ExternalUserId,
    /// Whether a member or a customer group is recommended.
    #[serde(rename = "type")]
    pub kind: UpgradeKind,
    /// The member; required for [`UpgradeKind::Member`].
    pub member: Option<UpgradeToMember>,
    /// The customer group; required for [`UpgradeKind::GroupChat`].
    pub groupchat: Option<UpgradeToGroupChat>,
}

int_enum! {
    /// What is recommended to a customer (升级到专员服务还是客户群服务).
    pub enum UpgradeKind {
        /// A member (专员服务).
        Member = 1,
        /// A customer group (客户群服务).
        GroupChat = 2,
    }
}

/// The member recommended to a customer.
#[endpoint(part)]
pub struct UpgradeToMember {
    /// The member, one of [`UpgradeServiceConfig::member_range`].
    pub userid: UserId,
    /// Text beside the recommendation.
    pub wording: Option<String>,
}

/// The customer group recommended to a customer.
#[endpoint(part)]
pub struct UpgradeToGroupChat {
    /// The group, one of [`UpgradeServiceConfig::groupchat_range`].
    pub chat_id: ChatId,
    /// Text beside the recommendation.
    pub wording: Option<String>,
}

/// Withdraws the recommendation made to a customer.
#[endpoint(POST "/cgi-bin/kf/customer/cancel_upgrade_service", title = "为客户取消推荐",
    doc = "https://developer.work.weixin.qq.com/document/path/94674",
    scope(work), retry = safe, call = customer_service.cancel_upgrade)]
pub struct CancelUpgradeService {
    /// The account the customer writes to.
    pub open_kfid: KfId,
    /// The customer whose recommendation is withdrawn.
    pub external_userid: ExternalUserId,
}
