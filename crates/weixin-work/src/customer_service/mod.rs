//! Customer service for WeChat users (微信客服). `/cgi-bin/kf/*`
//!
//! The push [`NewServiceMessages`] only announces that messages or events are there; their content
//! is fetched with [`SyncMessages`]. After a customer's last message, up to 5 messages can be sent to
//! them within 48 hours ([`SendServiceMessage`]).

mod event;
mod knowledge;
mod message;
mod servicer;
mod session;
mod session_event;
mod statistics;
mod sync;

use crate::ids::KfId;
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

weixin_api::string_id! {
    /// A message of customer service (msgid). Senders may choose it themselves.
    ServiceMessageId
    /// A group of the knowledge base (知识库分组, group_id).
    KnowledgeGroupId
    /// A question of the knowledge base with its answers (知识库问答, intent_id).
    KnowledgeIntentId
    /// A product of a Channels shop (视频号小店商品, product_id).
    ShopProductId
    /// An order at a Channels shop (视频号小店订单, order_id).
    ShopOrderId
}

group! {
    /// Customer service for WeChat users (微信客服).
    customer_service: [
        AddServiceAccount, DeleteServiceAccount, UpdateServiceAccount, GetServiceAccounts,
        AddServiceContactWay, GetServiceQualification, AddServicers, DeleteServicers, GetServicers,
        GetServiceState, TransferServiceState, GetServiceCustomers, GetUpgradeServiceConfig,
        UpgradeService, CancelUpgradeService, SendServiceMessage, SendServiceMessageOnEvent,
        GetServiceStatistic, GetServicerStatistic, AddKnowledgeGroup, DeleteKnowledgeGroup,
        UpdateKnowledgeGroup, GetKnowledgeGroups, AddKnowledgeIntent, DeleteKnowledgeIntent,
        UpdateKnowledgeIntent, GetKnowledgeIntents, SyncMessages,
    ]
}

weixin_protocol::messages![NewServiceMessages, ServiceAccountAuthChanged];

/// Creates a customer service account (客服账号). A corporation has up to 5,000, or 10 before it is
/// verified.
///
/// Fails with 95005 when the corporation has as many accounts as possible, with 95027 when it has
/// 10 and is not verified, with 95006 when the name is not allowed.
#[endpoint(POST "/cgi-bin/kf/account/add", title = "添加客服账号",
    doc = "https://developer.work.weixin.qq.com/document/path/94662",
    scope(work), reply = AddedServiceAccount, call = customer_service.add_account)]
pub struct AddServiceAccount {
    /// Display name: up to 16 characters.
    pub name: String,
    /// The avatar, uploaded as temporary media.
    pub media_id: MediaId,
}

/// A customer service account that was created.
#[endpoint(part, reply_to(AddServiceAccount))]
pub struct AddedServiceAccount {
    /// The new account.
    pub open_kfid: KfId,
}

/// Deletes a customer service account.
///
/// Fails with 95004 when there is no such account in this corporation, with 95005 for the last one.
#[endpoint(POST "/cgi-bin/kf/account/del", title = "删除客服账号",
    doc = "https://developer.work.weixin.qq.com/document/path/94663",
    scope(work), retry = safe, call = customer_service.delete_account)]
pub struct DeleteServiceAccount {
    /// The account to delete.
    pub open_kfid: KfId,
}

/// Changes the name and avatar of a customer service account. Fields that are left out stay
/// unchanged.
///
/// Fails with 95004 when there is no such account in this corporation, with 95006 when the name is
/// not allowed.
#[endpoint(POST "/cgi-bin/kf/account/update", title = "修改客服账号",
    doc = "https://developer.work.weixin.qq.com/document/path/94664",
    scope(work), retry = safe, call = customer_service.update_account)]
pub struct UpdateServiceAccount {
    /// The account to change.
    pub open_kfid: KfId,
    /// Display name: up to 16 characters.
    pub name: Option<String>,
    /// The avatar, uploaded as temporary media.
    pub media_id: Option<MediaId>,
}

/// Returns the customer service accounts, up to 100 at a time.
#[endpoint(POST "/cgi-bin/kf/account/list", title = "获取客服账号列表",
    doc = "https://developer.work.weixin.qq.com/document/path/94661",
    scope(work), retry = safe, reply = ServiceAccountList, call = customer_service.accounts)]
pub struct GetServiceAccounts {
    /// Number of accounts to skip: 0 if left out.
    pub offset: Option<u32>,
    /// Page size: 1 to 100; 100 if left out.
    pub limit: Option<u32>,
}

/// A page of customer service accounts.
#[endpoint(part, reply_to(GetServiceAccounts))]
#[derive(Default)]
pub struct ServiceAccountList {
    /// The accounts of the page.
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

/// A customer service account.
#[endpoint(part)]
pub struct ServiceAccount {
    /// Id of the account.
    pub open_kfid: KfId,
    /// Display name, as customers see it.
    pub name: Option<String>,
    /// Address of the avatar.
    pub avatar: Option<String>,
    /// Whether the calling app may manage the account (管理权限): serve its customers and read their
    /// messages.
    pub manage_privilege: Option<bool>,
}

/// Returns a link by which customers open a chat with a customer service account (客服账号链接).
///
/// Fails with 95004 when there is no such account in this corporation.
#[endpoint(POST "/cgi-bin/kf/add_contact_way", title = "获取客服账号链接",
    doc = "https://developer.work.weixin.qq.com/document/path/94665",
    scope(work), reply = ServiceContactWay, call = customer_service.add_contact_way)]
pub struct AddServiceContactWay {
    /// The account that the link opens.
    pub open_kfid: KfId,
    /// A value of the caller's own that tells this link from others: up to 32 of `[0-9a-zA-Z_-]`.
    /// It comes back in the event [`SessionEntered`].
    pub scene: Option<String>,
}

/// A link to a customer service account.
#[endpoint(part, reply_to(AddServiceContactWay))]
pub struct ServiceContactWay {
    /// Address of the link. A URL-encoded parameter `scene_param` of up to 128 bytes can be
    /// appended; it comes back in [`SessionEntered`].
    pub url: String,
}

/// Returns whether the corporation has bound a Channels account (视频号).
#[endpoint(GET "/cgi-bin/kf/get_corp_qualification", title = "获取视频号绑定状态",
    doc = "https://developer.work.weixin.qq.com/document/path/95153",
    scope(work), reply = ServiceQualification, call = customer_service.qualification)]
pub struct GetServiceQualification {}

/// The Channels binding of the corporation.
#[endpoint(part, reply_to(GetServiceQualification))]
pub struct ServiceQualification {
    /// Whether a Channels account is bound.
    pub wechat_channels_binding: bool,
}
