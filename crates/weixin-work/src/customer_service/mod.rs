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

use weixin_api::{Paged, endpoint, group};
use weixin_protocol::MediaId;

pub use event::*;
pub use knowledge::*;
pub use message::*;
pub use servicer::*;
pub use session::*;
pub use session_event::*;
pub use statistics::*;
pub use sync::*;

group! {
    /// Customer service for WeChat users (微信客服).
    customer_service: [AddServiceAccount, DeleteServiceAccount, UpdateServiceAccount, GetServiceAccounts, AddServiceContactWay, GetServiceQualification, AddServicers, DeleteServicers, GetServicers, GetServiceState, TransferServiceState, GetServiceCustomers, GetUpgradeServiceConfig, UpgradeService, CancelUpgradeService, SendServiceMessage, SendServiceMessageOnEvent, GetServiceStatistic, GetServicerStatistic, AddKnowledgeGroup, DeleteKnowledgeGroup, UpdateKnowledgeGroup, GetKnowledgeGroups, AddKnowledgeIntent, DeleteKnowledgeIntent, UpdateKnowledgeIntent, GetKnowledgeIntents, SyncMessages]
}

weixin_protocol::messages![NewServiceMessages, ServiceAccountAuthChanged];

/// Makes a customer-service account. A corporation has up to 5,000, 10 before it is verified.
#[endpoint(POST "/cgi-bin/kf/account/add", title = "添加客服账号",
    doc = "https://developer.work.weixin.qq.com/document/path/94662",
    scope(work), reply = AddedServiceAccount, call = customer_service.add_account)]
pub struct AddServiceAccount {
    /// The name: up to 16 characters.
    pub name: String,
    /// The picture, uploaded as a temporary file.
    pub media_id: MediaId,
}

/// A customer-service account that was made.
#[endpoint(part, reply_to(AddServiceAccount))]
pub struct AddedServiceAccount {
    /// The account.
    pub open_kfid: String,
}

/// Deletes a customer-service account.
#[endpoint(POST "/cgi-bin/kf/account/del", title = "删除客服账号",
    doc = "https://developer.work.weixin.qq.com/document/path/94663",
    scope(work), retry = safe, call = customer_service.delete_account)]
pub struct DeleteServiceAccount {
    /// The account.
    pub open_kfid: String,
}

/// Changes name and picture of a customer-service account. What is left out stays.
#[endpoint(POST "/cgi-bin/kf/account/update", title = "修改客服账号",
    doc = "https://developer.work.weixin.qq.com/document/path/94664",
    scope(work), retry = safe, call = customer_service.update_account)]
pub struct UpdateServiceAccount {
    /// The account.
    pub open_kfid: String,
    /// The name: up to 16 characters.
    pub name: Option<String>,
    /// The picture, uploaded as a temporary file.
    pub media_id: Option<MediaId>,
}

/// Gives the customer-service accounts, up to 100 at a time.
#[endpoint(POST "/cgi-bin/kf/account/list", title = "获取客服账号列表",
    doc = "https://developer.work.weixin.qq.com/document/path/94661",
    scope(work), retry = safe, reply = ServiceAccountList, call = customer_service.accounts)]
pub struct GetServiceAccounts {
    /// How many to leave out at the beginning.
    pub offset: Option<u32>,
    /// How many at most: 100 if left out, which is the most.
    pub limit: Option<u32>,
}

/// Customer-service accounts.
#[endpoint(part, reply_to(GetServiceAccounts))]
#[derive(Default)]
pub struct ServiceAccountList {
    /// The accounts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub account_list: Vec<ServiceAccount>,
}

impl Paged for GetServiceAccounts {
    type Item = ServiceAccount;
    fn split_page(self, page: ServiceAccountList) -> (Vec<ServiceAccount>, Option<Self>) {
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

/// Gives a link to a customer-service account.
#[endpoint(POST "/cgi-bin/kf/add_contact_way", title = "获取客服账号链接",
    doc = "https://developer.work.weixin.qq.com/document/path/94665",
    scope(work), reply = ServiceContactWay, call = customer_service.add_contact_way)]
pub struct AddServiceContactWay {
    /// The account.
    pub open_kfid: String,
    /// What tells this link from others: up to 32 of `[0-9a-zA-Z_-]`. It is in the event
    /// [`SessionEntered`].
    pub scene: Option<String>,
}

/// A link to a customer-service account.
#[endpoint(part, reply_to(AddServiceContactWay))]
pub struct ServiceContactWay {
    /// Its address. `scene_param`, up to 128 bytes, can be added.
    pub url: String,
}

/// Says whether the corporation has bound a Channels account.
#[endpoint(GET "/cgi-bin/kf/get_corp_qualification", title = "获取视频号绑定状态",
    doc = "https://developer.work.weixin.qq.com/document/path/95153",
    scope(work), reply = ServiceQualification, call = customer_service.qualification)]
pub struct GetServiceQualification {}

/// What the corporation has.
#[endpoint(part, reply_to(GetServiceQualification))]
pub struct ServiceQualification {
    /// Whether it has bound a Channels account.
    pub wechat_channels_binding: bool,
}
