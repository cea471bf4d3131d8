//! What providers are told of their customers.

use weixin_api::int_enum;
use weixin_protocol::{CorpId, Header, inbound};

use super::{ContactToken, RegisteredBy};
use crate::suite::PromotionTemplateId;

/// A corporation has registered through the provider (推广注册).
#[inbound(notice = "register_corp", scope(work))]
pub struct CorpRegistered {
    /// The time; notices name no sender or receiver.
    pub header: Header,
    /// The provider's corporation.
    pub service_corp_id: CorpId,
    /// The code with which it registered.
    pub register_code: String,
    /// The new corporation.
    pub auth_corp_id: CorpId,
    /// A token to fill its address book.
    pub contact_sync: Option<ContactToken>,
    /// The member who registered it.
    pub auth_user_info: Option<RegisteredBy>,
    /// The text given to [`GetRegisterCode`](super::GetRegisterCode).
    pub state: Option<String>,
    /// The template of the promotion.
    pub template_id: Option<PromotionTemplateId>,
}

/// An existing corporation has taken the provider's promotion.
#[inbound(notice = "enter_register_package", scope(work))]
pub struct RegisterPackageEntered {
    /// The time; notices name no sender or receiver.
    pub header: Header,
    /// The provider's corporation.
    pub service_corp_id: CorpId,
    /// The corporation that took it.
    pub auth_corp_id: CorpId,
    /// The code with which it did.
    pub register_code: Option<String>,
    /// The member who took it.
    pub auth_user_info: Option<RegisteredBy>,
    /// The template of the promotion.
    pub template_id: Option<PromotionTemplateId>,
    /// The text given to [`GetRegisterCode`](super::GetRegisterCode).
    pub state: Option<String>,
}

/// A corporation has agreed that the ids of its customers are migrated.
#[inbound(notice = "agree_external_userid_migration", scope(work))]
pub struct ExternalUserIdMigrationAgreed {
    /// The time; notices name no sender or receiver.
    pub header: Header,
    /// The provider's corporation.
    pub service_corp_id: CorpId,
    /// The corporation that agreed.
    pub auth_corp_id: CorpId,
}

/// An advanced API that was bought for a corporation has expired (接口购买到期).
#[inbound(notice = "advanced_api_expired", scope(work))]
pub struct AdvancedApiExpired {
    /// The time; notices name no sender or receiver.
    pub header: Header,
    /// The provider's corporation.
    pub service_corp_id: CorpId,
    /// The corporation it was bought for.
    pub auth_corp_id: CorpId,
    /// The API that expired.
    pub advance_api_type: Option<AdvancedApi>,
    /// Details, for [`AdvancedApi::ChatArchive`].
    pub chat_archive_api: Option<ExpiredChatArchive>,
}

/// Details of an expired API for the archive of chats.
#[inbound(part)]
pub struct ExpiredChatArchive {
    /// The edition that was bought.
    pub edition: Option<ChatArchiveEdition>,
}

int_enum! {
    /// An API that providers pay for (高级接口).
    pub enum AdvancedApi {
        /// The content of chats (会话内容数据接口).
        ChatArchive = 1,
    }
}

int_enum! {
    /// The edition of the API for the content of chats.
    pub enum ChatArchiveEdition {
        /// Internal chats; no longer sold (内部会话).
        Internal = 1,
        /// Internal and external chats (内外部会话).
        InternalAndExternal = 2,
        /// Internal and external chats, and voice calls (内外部会话及语音通话).
        WithCalls = 3,
    }
}

/// A corporation's trial of an advanced API has expired (接口试用到期).
#[inbound(notice = "advanced_api_trial_expired", scope(work))]
pub struct AdvancedApiTrialExpired {
    /// The time; notices name no sender or receiver.
    pub header: Header,
    /// The provider's corporation.
    pub service_corp_id: CorpId,
    /// The corporation that tried it.
    pub auth_corp_id: CorpId,
    /// The API whose trial expired.
    pub advance_api_type: Option<AdvancedApi>,
}
