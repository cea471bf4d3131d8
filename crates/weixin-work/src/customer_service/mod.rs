//! Customer service for WeChat users (微信客服). `/cgi-bin/kf/*`
//!
//! The platform only says that something has come ([`NewServiceMessages`]); what it is, is fetched
//! with [`SyncMessages`]. A customer can be written to within 48 hours after their last message, 5
//! times ([`SendServiceMessage`]).

mod content;
mod event;
mod knowledge;
mod message;
mod servicer;
mod session;
mod session_event;
mod statistics;
mod sync;

use weixin_api::{Call, Caller, On, Paged, Timestamp, endpoint, endpoints};
use weixin_protocol::{MediaId, UserId};

pub use event::*;
pub use knowledge::*;
pub use message::*;
pub use servicer::*;
pub use session::*;
pub use session_event::*;
pub use statistics::*;
pub use sync::*;

endpoints![
    AddServiceAccount,
    DeleteServiceAccount,
    UpdateServiceAccount,
    GetServiceAccounts,
    AddServiceContactWay,
    GetServiceQualification,
    AddServicers,
    DeleteServicers,
    GetServicers,
    GetServiceState,
    TransferServiceState,
    GetServiceCustomers,
    GetUpgradeServiceConfig,
    UpgradeService,
    CancelUpgradeService,
    SendServiceMessage,
    SendServiceMessageOnEvent,
    GetServiceStatistic,
    GetServicerStatistic,
    AddKnowledgeGroup,
    DeleteKnowledgeGroup,
    UpdateKnowledgeGroup,
    GetKnowledgeGroups,
    AddKnowledgeIntent,
    DeleteKnowledgeIntent,
    UpdateKnowledgeIntent,
    GetKnowledgeIntents,
    SyncMessages
];

weixin_protocol::messages![NewServiceMessages, ServiceAccountAuthChanged];

/// Makes a customer-service account. A corporation has up to 5,000, 10 before it is verified.
/// `POST /cgi-bin/kf/account/add`
#[endpoint(POST "/cgi-bin/kf/account/add", title = "添加客服账号",
    doc = "https://developer.work.weixin.qq.com/document/path/94662",
    scope(work), reply = AddedServiceAccount)]
pub struct AddServiceAccount {
    /// The name: up to 16 characters.
    pub name: String,
    /// The picture, uploaded as a temporary file.
    pub media_id: MediaId,
}

/// A customer-service account that was made.
#[endpoint(part)]
pub struct AddedServiceAccount {
    /// The account.
    pub open_kfid: String,
}

/// Deletes a customer-service account. `POST /cgi-bin/kf/account/del`
#[endpoint(POST "/cgi-bin/kf/account/del", title = "删除客服账号",
    doc = "https://developer.work.weixin.qq.com/document/path/94663",
    scope(work), retry = safe)]
pub struct DeleteServiceAccount {
    /// The account.
    pub open_kfid: String,
}

/// Changes name and picture of a customer-service account. What is left out stays.
/// `POST /cgi-bin/kf/account/update`
#[endpoint(POST "/cgi-bin/kf/account/update", title = "修改客服账号",
    doc = "https://developer.work.weixin.qq.com/document/path/94664",
    scope(work), retry = safe)]
pub struct UpdateServiceAccount {
    /// The account.
    pub open_kfid: String,
    /// The name: up to 16 characters.
    pub name: Option<String>,
    /// The picture, uploaded as a temporary file.
    pub media_id: Option<MediaId>,
}

/// Gives the customer-service accounts, up to 100 at a time. `POST /cgi-bin/kf/account/list`
#[endpoint(POST "/cgi-bin/kf/account/list", title = "获取客服账号列表",
    doc = "https://developer.work.weixin.qq.com/document/path/94661",
    scope(work), retry = safe, reply = ServiceAccountList)]
pub struct GetServiceAccounts {
    /// How many to leave out at the beginning.
    pub offset: Option<u32>,
    /// How many at most: 100 if left out, which is the most.
    pub limit: Option<u32>,
}

/// Customer-service accounts.
#[endpoint(part)]
#[derive(Default)]
pub struct ServiceAccountList {
    /// The accounts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub account_list: Vec<ServiceAccount>,
}

impl Paged for GetServiceAccounts {
    type Item = ServiceAccount;
    fn turn(self, page: ServiceAccountList) -> (Vec<ServiceAccount>, Option<Self>) {
        let (offset, limit) = (self.offset.unwrap_or_default(), self.limit.unwrap_or(100));
        let given = u32::try_from(page.account_list.len()).unwrap_or(u32::MAX);
        let next = (given > 0 && given >= limit).then(|| self.offset(offset.saturating_add(given)));
        (page.account_list, next)
    }
}

/// A customer-service account.
#[endpoint(part)]
pub struct ServiceAccount {
    /// The account.
    pub open_kfid: String,
    /// Its name.
    pub name: Option<String>,
    /// The address of its picture.
    pub avatar: Option<String>,
    /// Whether the app may manage it: serve its customers and read their messages.
    pub manage_privilege: Option<bool>,
}

/// Gives a link to a customer-service account. `POST /cgi-bin/kf/add_contact_way`
#[endpoint(POST "/cgi-bin/kf/add_contact_way", title = "获取客服账号链接",
    doc = "https://developer.work.weixin.qq.com/document/path/94665",
    scope(work), reply = ServiceContactWay)]
pub struct AddServiceContactWay {
    /// The account.
    pub open_kfid: String,
    /// What tells this link from others: up to 32 of `[0-9a-zA-Z_-]`. It is in the event
    /// [`SessionEntered`].
    pub scene: Option<String>,
}

/// A link to a customer-service account.
#[endpoint(part)]
pub struct ServiceContactWay {
    /// Its address. `scene_param`, up to 128 bytes, can be added.
    pub url: String,
}

/// Says whether the corporation has bound a Channels account.
/// `GET /cgi-bin/kf/get_corp_qualification`
#[endpoint(GET "/cgi-bin/kf/get_corp_qualification", title = "获取视频号绑定状态",
    doc = "https://developer.work.weixin.qq.com/document/path/95153",
    scope(work), reply = ServiceQualification)]
pub struct GetServiceQualification {}

/// What the corporation has.
#[endpoint(part)]
pub struct ServiceQualification {
    /// Whether it has bound a Channels account.
    pub wechat_channels_binding: bool,
}

/// The group as a client has it: `wx.customer_service()`.
#[derive(Debug)]
pub struct CustomerService<'c, C: ?Sized>(&'c C);

/// Gives a client `customer_service()`.
pub trait CustomerServiceApi: Caller {
    /// Customer service for WeChat users (微信客服).
    fn customer_service(&self) -> CustomerService<'_, Self> {
        CustomerService(self)
    }
}

impl<C: Caller + ?Sized> CustomerServiceApi for C where AddServiceAccount: On<C::Kind> {}

impl<'c, C: Caller + ?Sized> CustomerService<'c, C> {
    /// Makes a customer-service account; see [`AddServiceAccount`].
    pub fn add_account(
        &self,
        name: impl Into<String>,
        media_id: impl Into<MediaId>,
    ) -> Call<'c, C, AddServiceAccount> {
        Call::new(self.0, AddServiceAccount::new(name, media_id))
    }

    /// Deletes a customer-service account; see [`DeleteServiceAccount`].
    pub fn delete_account(
        &self,
        open_kfid: impl Into<String>,
    ) -> Call<'c, C, DeleteServiceAccount> {
        Call::new(self.0, DeleteServiceAccount::new(open_kfid))
    }

    /// Changes name and picture of a customer-service account; see [`UpdateServiceAccount`].
    pub fn update_account(
        &self,
        open_kfid: impl Into<String>,
    ) -> Call<'c, C, UpdateServiceAccount> {
        Call::new(self.0, UpdateServiceAccount::new(open_kfid))
    }

    /// Gives the customer-service accounts, up to 100 at a time; see [`GetServiceAccounts`].
    pub fn accounts(&self) -> Call<'c, C, GetServiceAccounts> {
        Call::new(self.0, GetServiceAccounts::new())
    }

    /// Gives a link to a customer-service account; see [`AddServiceContactWay`].
    pub fn add_contact_way(
        &self,
        open_kfid: impl Into<String>,
    ) -> Call<'c, C, AddServiceContactWay> {
        Call::new(self.0, AddServiceContactWay::new(open_kfid))
    }

    /// Says whether the corporation has bound a Channels account; see [`GetServiceQualification`].
    pub fn qualification(&self) -> Call<'c, C, GetServiceQualification> {
        Call::new(self.0, GetServiceQualification::new())
    }

    /// Lets up to 100 members and 20 departments serve an account; see [`AddServicers`].
    pub fn add_servicers(&self, open_kfid: impl Into<String>) -> Call<'c, C, AddServicers> {
        Call::new(self.0, AddServicers::new(open_kfid))
    }

    /// Lets up to 100 members and 100 departments no longer serve an account; see
    /// [`DeleteServicers`].
    pub fn delete_servicers(&self, open_kfid: impl Into<String>) -> Call<'c, C, DeleteServicers> {
        Call::new(self.0, DeleteServicers::new(open_kfid))
    }

    /// Gives who serves an account; see [`GetServicers`].
    pub fn servicers(&self, open_kfid: impl Into<String>) -> Call<'c, C, GetServicers> {
        Call::new(self.0, GetServicers::new(open_kfid))
    }

    /// Says who has the talk with a customer; see [`GetServiceState`].
    pub fn state(
        &self,
        open_kfid: impl Into<String>,
        external_userid: impl Into<UserId>,
    ) -> Call<'c, C, GetServiceState> {
        Call::new(self.0, GetServiceState::new(open_kfid, external_userid))
    }

    /// Gives the talk with a customer to somebody else, or ends it; see [`TransferServiceState`].
    pub fn transfer(
        &self,
        open_kfid: impl Into<String>,
        external_userid: impl Into<UserId>,
        service_state: impl Into<ServiceState>,
    ) -> Call<'c, C, TransferServiceState> {
        Call::new(self.0, TransferServiceState::new(open_kfid, external_userid, service_state))
    }

    /// Gives up to 100 customers who have written in the last 48 hours; see
    /// [`GetServiceCustomers`].
    pub fn customers(
        &self,
        external_userid_list: impl Into<Vec<UserId>>,
    ) -> Call<'c, C, GetServiceCustomers> {
        Call::new(self.0, GetServiceCustomers::new(external_userid_list))
    }

    /// Gives the members and customer groups to whom customers can be handed; see
    /// [`GetUpgradeServiceConfig`].
    pub fn upgrade_config(&self) -> Call<'c, C, GetUpgradeServiceConfig> {
        Call::new(self.0, GetUpgradeServiceConfig::new())
    }

    /// Recommends a member or customer group to a customer, when they next write to a member; see
    /// [`UpgradeService`].
    pub fn upgrade(
        &self,
        open_kfid: impl Into<String>,
        external_userid: impl Into<UserId>,
        kind: impl Into<UpgradeKind>,
    ) -> Call<'c, C, UpgradeService> {
        Call::new(self.0, UpgradeService::new(open_kfid, external_userid, kind))
    }

    /// Takes back what was recommended to a customer; see [`CancelUpgradeService`].
    pub fn cancel_upgrade(
        &self,
        open_kfid: impl Into<String>,
        external_userid: impl Into<UserId>,
    ) -> Call<'c, C, CancelUpgradeService> {
        Call::new(self.0, CancelUpgradeService::new(open_kfid, external_userid))
    }

    /// Sends a message to a customer; see [`SendServiceMessage`].
    pub fn send(
        &self,
        touser: impl Into<UserId>,
        open_kfid: impl Into<String>,
        content: impl Into<ServiceContent>,
    ) -> Call<'c, C, SendServiceMessage> {
        Call::new(self.0, SendServiceMessage::new(touser, open_kfid, content))
    }

    /// Sends a message about an event, with the code that came with it, once; see
    /// [`SendServiceMessageOnEvent`].
    pub fn send_on_event(
        &self,
        code: impl Into<String>,
        content: impl Into<ServiceContent>,
    ) -> Call<'c, C, SendServiceMessageOnEvent> {
        Call::new(self.0, SendServiceMessageOnEvent::new(code, content))
    }

    /// Gives for each of up to 31 days the numbers of an account, or of all of them; see
    /// [`GetServiceStatistic`].
    pub fn statistic(
        &self,
        start_time: impl Into<Timestamp>,
        end_time: impl Into<Timestamp>,
    ) -> Call<'c, C, GetServiceStatistic> {
        Call::new(self.0, GetServiceStatistic::new(start_time, end_time))
    }

    /// Gives for each of up to 31 days the numbers of a member who serves, or of all of them; see
    /// [`GetServicerStatistic`].
    pub fn servicer_statistic(
        &self,
        start_time: impl Into<Timestamp>,
        end_time: impl Into<Timestamp>,
    ) -> Call<'c, C, GetServicerStatistic> {
        Call::new(self.0, GetServicerStatistic::new(start_time, end_time))
    }

    /// Makes a group of questions; see [`AddKnowledgeGroup`].
    pub fn add_knowledge_group(&self, name: impl Into<String>) -> Call<'c, C, AddKnowledgeGroup> {
        Call::new(self.0, AddKnowledgeGroup::new(name))
    }

    /// Deletes a group of questions, with these; see [`DeleteKnowledgeGroup`].
    pub fn delete_knowledge_group(
        &self,
        group_id: impl Into<String>,
    ) -> Call<'c, C, DeleteKnowledgeGroup> {
        Call::new(self.0, DeleteKnowledgeGroup::new(group_id))
    }

    /// Gives a group of questions another name; see [`UpdateKnowledgeGroup`].
    pub fn update_knowledge_group(
        &self,
        group_id: impl Into<String>,
        name: impl Into<String>,
    ) -> Call<'c, C, UpdateKnowledgeGroup> {
        Call::new(self.0, UpdateKnowledgeGroup::new(group_id, name))
    }

    /// Gives the groups of questions, up to 1,000 at a time; see [`GetKnowledgeGroups`].
    pub fn knowledge_groups(&self) -> Call<'c, C, GetKnowledgeGroups> {
        Call::new(self.0, GetKnowledgeGroups::new())
    }

    /// Makes a question with its answers; see [`AddKnowledgeIntent`].
    pub fn add_knowledge_intent(
        &self,
        group_id: impl Into<String>,
        question: impl Into<KnowledgeQuestion>,
        answers: impl Into<Vec<KnowledgeAnswer>>,
    ) -> Call<'c, C, AddKnowledgeIntent> {
        Call::new(self.0, AddKnowledgeIntent::new(group_id, question, answers))
    }

    /// Deletes a question; see [`DeleteKnowledgeIntent`].
    pub fn delete_knowledge_intent(
        &self,
        intent_id: impl Into<String>,
    ) -> Call<'c, C, DeleteKnowledgeIntent> {
        Call::new(self.0, DeleteKnowledgeIntent::new(intent_id))
    }

    /// Changes a question; see [`UpdateKnowledgeIntent`].
    pub fn update_knowledge_intent(
        &self,
        intent_id: impl Into<String>,
    ) -> Call<'c, C, UpdateKnowledgeIntent> {
        Call::new(self.0, UpdateKnowledgeIntent::new(intent_id))
    }

    /// Gives the questions with their answers, up to 100 at a time; see [`GetKnowledgeIntents`].
    pub fn knowledge_intents(&self) -> Call<'c, C, GetKnowledgeIntents> {
        Call::new(self.0, GetKnowledgeIntents::new())
    }

    /// Fetches what has come since a cursor, of the last 3 days, up to 1,000 at a time; see
    /// [`SyncMessages`].
    pub fn sync(&self) -> Call<'c, C, SyncMessages> {
        Call::new(self.0, SyncMessages::new())
    }
}
