//! Conversions between the ids of a corporation and those that suites and providers get (账号ID转换).
//! `/cgi-bin/idconvert/*`, `/cgi-bin/batch/userid_to_openuserid`

use weixin_api::{AgentId, Call, Caller, Timestamp, endpoint, group, int_enum};
use weixin_protocol::{CorpId, OpenId, UnionId, UserId};

use crate::ids::{ChatId, CustomerTagId, ExternalUserId, KfId, OpenUserId, TmpExternalUserId};

group! {
    /// Conversions of ids of members, customers and chats (账号ID转换).
    id_conversions: [
        ConvertToOpenUserIds, ConvertToUserIds, ConvertUnionId, ConvertToPendingIds,
        ConvertExternalTags, ConvertServiceAccounts, ConvertTemporaryCustomers, ConvertChatIds,
        ApplyToUpgradeChatIds, UpgradeChatIdsForNewCorps,
    ]
}

weixin_api::string_id! {
    /// A WeChat user who was looked up before they became a customer (pending_id). It is kept for 90
    /// days.
    PendingId
}

/// Converts userids of the corporation into the open_userids that suites know.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Work};
/// # use weixin_protocol::UserId;
/// # use weixin_work::prelude::*;
/// # async fn example(wx: impl Caller<Kind = Work>) -> Result<(), Error> {
/// let converted = wx.id_conversions().to_open_userids([UserId::new("zhangsan")]).await?;
/// for pair in converted.open_userid_list {
///     println!("{} is {} to suites", pair.userid, pair.open_userid);
/// }
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/batch/userid_to_openuserid", title = "userid的转换",
    doc = "https://developer.work.weixin.qq.com/document/path/95435",
    scope(work), retry = safe, reply = OpenUserIds, call = id_conversions.to_open_userids)]
pub struct ConvertToOpenUserIds {
    /// The members, by the corporation's ids: up to 1,000.
    pub userid_list: Vec<UserId>,
}

/// Members by both ids.
#[endpoint(part, reply_to(ConvertToOpenUserIds))]
pub struct OpenUserIds {
    /// The members that were found.
    #[serde(default)]
    pub open_userid_list: Vec<UserIdPair>,
    /// The userids that do not exist.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub invalid_userid_list: Vec<UserId>,
}

/// A member by both ids.
#[endpoint(part)]
pub struct UserIdPair {
    /// The id in the corporation's directory.
    pub userid: UserId,
    /// The id that the provider's suites know.
    pub open_userid: OpenUserId,
}

/// Converts open_userids into userids of the corporation, for an app that a provider developed for
/// it (代开发应用).
#[endpoint(POST "/cgi-bin/batch/openuserid_to_userid", title = "openuserid转换userid",
    doc = "https://developer.work.weixin.qq.com/document/path/95884",
    scope(work), retry = safe, reply = UserIds, call = id_conversions.to_userids)]
pub struct ConvertToUserIds {
    /// The members, by the ids that suites know: up to 1,000.
    pub open_userid_list: Vec<OpenUserId>,
    /// The app that got the open_userids.
    pub source_agentid: AgentId,
}

/// Members by both ids.
#[endpoint(part, reply_to(ConvertToUserIds, crate::user::GetUserIds))]
pub struct UserIds {
    /// The members that were found.
    #[serde(default)]
    pub userid_list: Vec<UserIdPair>,
    /// The open_userids that do not exist.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub invalid_open_userid_list: Vec<OpenUserId>,
}

/// Finds the customer that a WeChat user is, by unionid and openid.
///
/// Fails with 845001 when the openid is not that of an Official Account or Mini Program, with
/// 845002 when the account's owner is not the verified owner of the corporation, with 610014 when
/// there is no such unionid.
#[endpoint(POST "/cgi-bin/idconvert/unionid_to_external_userid",
    title = "unionid查询external_userid",
    doc = "https://developer.work.weixin.qq.com/document/path/95926",
    scope(work), retry = safe, reply = UnionIdCustomer, call = "wx.id_conversions().unionid(unionid, openid, subject_type)")]
pub struct ConvertUnionId {
    /// The WeChat user across the accounts of one owner.
    pub unionid: Option<UnionId>,
    /// The same WeChat user at one of these accounts; the platform requires both.
    pub openid: Option<OpenId>,
    /// The owner of that account.
    pub subject_type: AccountSubject,
}

int_enum! {
    /// The owner of the Mini Program or Official Account that an openid comes from (主体).
    pub enum AccountSubject {
        /// The corporation.
        Corporation = 0,
        /// The service provider.
        Provider = 1,
    }
}

/// The customer that a WeChat user is.
#[endpoint(part)]
pub struct UnionIdCustomer {
    /// The customer; `None` if the user is no customer of the corporation.
    pub external_userid: Option<ExternalUserId>,
    /// A temporary id of a user who is no customer yet. If they become one within 90 days,
    /// [`ConvertToPendingIds`] maps the customer to it.
    pub pending_id: Option<PendingId>,
}

/// Converts customers into the pending ids under which they were looked up before.
#[endpoint(POST "/cgi-bin/idconvert/batch/external_userid_to_pending_id",
    title = "external_userid查询pending_id",
    doc = "https://developer.work.weixin.qq.com/document/path/95926",
    scope(work), retry = safe, reply = PendingIds, call = id_conversions.to_pending_ids)]
pub struct ConvertToPendingIds {
    /// The customer group that the customers are in, if they were found there.
    pub chat_id: Option<ChatId>,
    /// The customers: up to 100.
    pub external_userid: Vec<ExternalUserId>,
}

/// The pending ids of customers.
#[endpoint(part, reply_to(ConvertToPendingIds))]
pub struct PendingIds {
    /// One entry for each customer that has a pending id.
    #[serde(default)]
    pub result: Vec<PendingCustomer>,
}

/// A customer and the pending id.
#[endpoint(part)]
pub struct PendingCustomer {
    /// The customer of the request.
    pub external_userid: ExternalUserId,
    /// The id from [`ConvertUnionId`].
    pub pending_id: PendingId,
}

/// Converts tags of customers into the ids that providers know.
#[endpoint(POST "/cgi-bin/idconvert/external_tagid", title = "客户标签ID的转换",
    doc = "https://developer.work.weixin.qq.com/document/path/95926",
    scope(work), retry = safe, reply = ConvertedTags, call = id_conversions.external_tags)]
pub struct ConvertExternalTags {
    /// The tags, by the corporation's ids: up to 1,000.
    pub external_tagid_list: Vec<CustomerTagId>,
}

/// Tags of customers by both ids.
#[endpoint(part, reply_to(ConvertExternalTags))]
pub struct ConvertedTags {
    /// The tags that were found.
    #[serde(default)]
    pub items: Vec<ConvertedTag>,
    /// The ids that do not exist.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub invalid_external_tagid_list: Vec<CustomerTagId>,
}

/// A tag of customers by both ids.
#[endpoint(part)]
pub struct ConvertedTag {
    /// The id that the corporation's own apps know.
    pub external_tagid: CustomerTagId,
    /// The id that the provider's apps know.
    pub open_external_tagid: CustomerTagId,
}

/// Converts customer service accounts (微信客服) into the ids that providers know.
#[endpoint(POST "/cgi-bin/idconvert/open_kfid", title = "微信客服ID的转换",
    doc = "https://developer.work.weixin.qq.com/document/path/97064",
    scope(work), retry = safe, reply = ConvertedServiceAccounts, call = id_conversions.service_accounts)]
pub struct ConvertServiceAccounts {
    /// The accounts, by the corporation's ids: up to 1,000.
    pub open_kfid_list: Vec<KfId>,
}

/// Customer service accounts by both ids.
#[endpoint(part, reply_to(ConvertServiceAccounts))]
pub struct ConvertedServiceAccounts {
    /// The accounts that were found.
    #[serde(default)]
    pub items: Vec<ConvertedServiceAccount>,
    /// The ids that do not exist.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub invalid_open_kfid_list: Vec<KfId>,
}

/// A customer service account by both ids.
#[endpoint(part)]
pub struct ConvertedServiceAccount {
    /// The id that the corporation's own apps know.
    pub open_kfid: KfId,
    /// The id that the provider's apps know.
    pub new_open_kfid: KfId,
}

/// Converts temporary ids of guests, for example in a meeting, into customers or members of other
/// corporations.
///
/// Fails with 710006 when an id is malformed.
#[endpoint(POST "/cgi-bin/idconvert/convert_tmp_external_userid",
    title = "tmp_external_userid的转换",
    doc = "https://developer.work.weixin.qq.com/document/path/98729",
    scope(work), retry = safe, reply = ConvertedCustomers, call = id_conversions.temporary_customers)]
pub struct ConvertTemporaryCustomers {
    /// Where the temporary ids come from.
    pub business_type: TemporaryOrigin,
    /// What the guests are to the corporation.
    pub user_type: TemporaryKind,
    /// The temporary ids: up to 100.
    pub tmp_external_userid_list: Vec<TmpExternalUserId>,
}

int_enum! {
    /// Where a temporary id comes from.
    pub enum TemporaryOrigin {
        /// A meeting (会议).
        Meeting = 1,
        /// A form (收集表).
        Form = 2,
        /// A document, such as a smart table (文档).
        SmartTable = 3,
    }
}

int_enum! {
    /// What a guest with a temporary id is to the corporation.
    pub enum TemporaryKind {
        /// A customer (客户).
        Customer = 1,
        /// A member of another corporation in the same group (企业互联).
        CorpGroup = 2,
        /// A member of another corporation in the same chain (上下游).
        Chain = 3,
        /// A member of a linked corporation (互联企业, 圈子).
        LinkedCorp = 4,
    }
}

/// The people behind temporary ids.
#[endpoint(part, reply_to(ConvertTemporaryCustomers))]
pub struct ConvertedCustomers {
    /// The people that were found.
    #[serde(default)]
    pub results: Vec<ConvertedCustomer>,
    /// The ids that could not be converted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub invalid_tmp_external_userid_list: Vec<TmpExternalUserId>,
}

/// The person behind a temporary id.
#[endpoint(
    part,
    reply_to(
        crate::customer::ConvertUnionIdToCustomer,
        crate::customer::ConvertCustomerForService,
        crate::customer::ConvertCustomerFromService
    )
)]
pub struct ConvertedCustomer {
    /// The temporary id.
    pub tmp_external_userid: TmpExternalUserId,
    /// The customer, for [`Customer`](TemporaryKind::Customer).
    pub external_userid: Option<ExternalUserId>,
    /// The corporation of a member; for the other kinds.
    pub corpid: Option<CorpId>,
    /// The member of `corpid`; for the other kinds.
    pub userid: Option<UserId>,
}

/// Converts chats of customers into the ids that providers know.
///
/// Fails with 40166 when the corporation's chats have not been upgraded.
#[endpoint(POST "/cgi-bin/idconvert/chatid", title = "chatid的转换",
    doc = "https://developer.work.weixin.qq.com/document/path/99601",
    scope(work), retry = safe, reply = ConvertedChats, call = id_conversions.chat_ids)]
pub struct ConvertChatIds {
    /// The chats, by their ids before the upgrade: up to 1,000.
    pub chat_id_list: Vec<ChatId>,
}

/// Chats by both ids.
#[endpoint(part, reply_to(ConvertChatIds))]
pub struct ConvertedChats {
    /// The chats that were found.
    #[serde(default)]
    pub items: Vec<ConvertedChat>,
    /// The ids that do not exist.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub invalid_chat_id_list: Vec<ChatId>,
}

/// A chat by both ids.
#[endpoint(part)]
pub struct ConvertedChat {
    /// The id before the upgrade.
    pub chat_id: ChatId,
    /// The id after the upgrade.
    pub new_chat_id: ChatId,
}

/// Schedules the upgrade of a corporation's chats to the ids that providers know.
///
/// Fails with 40165 when they have been upgraded already, with 40167 when the time is not allowed.
#[endpoint(POST "/cgi-bin/idconvert/apply_to_upgrade_chatid", title = "申请升级chatid",
    doc = "https://developer.work.weixin.qq.com/document/path/99601",
    scope(work), retry = safe, call = id_conversions.upgrade_chat_ids)]
pub struct ApplyToUpgradeChatIds {
    /// The time from which pushes and replies carry the new ids.
    pub upgrade_time: Timestamp,
}

/// Makes all corporations that install the suite from now on use the new ids of chats.
#[endpoint(POST "/cgi-bin/idconvert/upgrade_chatid_for_new_corp",
    title = "新授权企业升级chatid",
    doc = "https://developer.work.weixin.qq.com/document/path/99601",
    scope(suite), auth = suite_token, retry = safe)]
pub struct UpgradeChatIdsForNewCorps;

impl<'c, C: Caller + ?Sized> IdConversionsHandle<'c, C> {
    /// Finds the customer that a WeChat user is; see [`ConvertUnionId`].
    pub fn unionid(
        &self,
        unionid: impl Into<UnionId>,
        openid: impl Into<OpenId>,
        subject_type: AccountSubject,
    ) -> Call<'c, C, ConvertUnionId> {
        let convert = ConvertUnionId::new(subject_type).unionid(unionid).openid(openid);
        Call::new(self.caller, convert)
    }
}
