//! What providers are told of their customers.

use weixin_protocol::{AppId, Header, Secret, UserId, inbound};

/// A corporation has registered by the provider. Notice `register_corp`.
#[inbound(notice = "register_corp", scope(work))]
pub struct CorpRegistered {
    /// When.
    pub header: Header,
    /// The provider.
    pub service_corp_id: AppId,
    /// The code with which it registered.
    pub register_code: String,
    /// The corporation.
    pub auth_corp_id: AppId,
    /// A token for its address book.
    pub contact_sync: Option<PushedContactToken>,
    /// Who registered it.
    pub auth_user_info: Option<PushedRegisteredBy>,
    /// What the code was obtained with.
    pub state: Option<String>,
    /// The template of the promotion.
    pub template_id: Option<String>,
}

/// A token for the address book of a new corporation.
#[inbound(part)]
pub struct PushedContactToken {
    /// The token.
    pub access_token: Secret,
    /// How many seconds it lives.
    pub expires_in: Option<i64>,
}

/// Who registered a corporation.
#[inbound(part)]
pub struct PushedRegisteredBy {
    /// The member.
    pub user_id: Option<UserId>,
}

/// A corporation that was there before has taken the provider's promotion. Notice
/// `enter_register_package`.
#[inbound(notice = "enter_register_package", scope(work))]
pub struct RegisterPackageEntered {
    /// When.
    pub header: Header,
    /// The provider.
    pub service_corp_id: AppId,
    /// The corporation.
    pub auth_corp_id: AppId,
    /// The code.
    pub register_code: Option<String>,
    /// Who took it.
    pub auth_user_info: Option<PushedRegisteredBy>,
    /// The template of the promotion.
    pub template_id: Option<String>,
    /// What the code was obtained with.
    pub state: Option<String>,
}

/// A corporation agrees that the ids of its customers are changed. Notice
/// `agree_external_userid_migration`.
#[inbound(notice = "agree_external_userid_migration", scope(work))]
pub struct ExternalUserIdMigrationAgreed {
    /// When.
    pub header: Header,
    /// The provider.
    pub service_corp_id: AppId,
    /// The corporation.
    pub auth_corp_id: AppId,
}

/// What a corporation has paid for an advanced interface is over. Notice `advanced_api_expired`.
#[inbound(notice = "advanced_api_expired", scope(work))]
pub struct AdvancedApiExpired {
    /// When.
    pub header: Header,
    /// The provider.
    pub service_corp_id: AppId,
    /// The corporation.
    pub auth_corp_id: AppId,
    /// Which interface; a number whose meanings are not known here.
    pub advance_api_type: Option<i64>,
    /// The archive of chats, if it is that.
    pub chat_archive_api: Option<ExpiredChatArchive>,
}

/// The archive of chats whose time is over.
#[inbound(part)]
pub struct ExpiredChatArchive {
    /// The edition; a number whose meanings are not known here.
    pub edition: Option<i64>,
}

/// The time in which a corporation may try an advanced interface is over. Notice
/// `advanced_api_trial_expired`.
#[inbound(notice = "advanced_api_trial_expired", scope(work))]
pub struct AdvancedApiTrialExpired {
    /// When.
    pub header: Header,
    /// The provider.
    pub service_corp_id: AppId,
    /// The corporation.
    pub auth_corp_id: AppId,
    /// Which interface; a number whose meanings are not known here.
    pub advance_api_type: Option<i64>,
}
