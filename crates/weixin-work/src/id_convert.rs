//! Members, customers and chats by the names that suites and providers know them by (账号ID转换).
//! `/cgi-bin/idconvert/*`, `/cgi-bin/batch/userid_to_openuserid`

use weixin_api::{AgentId, Call, Caller, Timestamp, endpoint, group, int_enum};
use weixin_protocol::{AppId, OpenId, UserId};

group! {
    /// Members, customers and chats by other names (账号ID转换).
    id_conversions: [ConvertToOpenUserIds, ConvertToUserIds, ConvertUnionId, ConvertToPendingIds, ConvertExternalTags, ConvertServiceAccounts, ConvertTemporaryCustomers, ConvertChatIds, ApplyToUpgradeChatIds, UpgradeChatIdsForNewCorps]
}

/// Gives members by the names that suites know them by.
#[endpoint(POST "/cgi-bin/batch/userid_to_openuserid", title = "userid的转换",
    doc = "https://developer.work.weixin.qq.com/document/path/95435",
    scope(work), retry = safe, reply = OpenUserIds, call = id_conversions.to_open_userids)]
pub struct ConvertToOpenUserIds {
    /// Up to 1,000 members, as the corporation knows them.
    pub userid_list: Vec<UserId>,
}

/// Members by both names.
#[endpoint(part, reply_to(ConvertToOpenUserIds))]
pub struct OpenUserIds {
    /// The members.
    #[serde(default)]
    pub open_userid_list: Vec<UserIdPair>,
    /// Those who are not there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub invalid_userid_list: Vec<UserId>,
}

/// A member by both names.
#[endpoint(part)]
pub struct UserIdPair {
    /// As the corporation knows them.
    pub userid: UserId,
    /// As suites know them.
    pub open_userid: UserId,
}

/// Gives members by the names that the corporation knows them by: for an app that was made for it
/// by a provider.
#[endpoint(POST "/cgi-bin/batch/openuserid_to_userid", title = "openuserid转换userid",
    doc = "https://developer.work.weixin.qq.com/document/path/95884",
    scope(work), retry = safe, reply = UserIds, call = id_conversions.to_userids)]
pub struct ConvertToUserIds {
    /// Up to 1,000 members, as suites know them.
    pub open_userid_list: Vec<UserId>,
    /// The app that got the names.
    pub source_agentid: AgentId,
}

/// Members by both names.
#[endpoint(part, reply_to(ConvertToUserIds, crate::user::GetUserIds))]
pub struct UserIds {
    /// The members.
    #[serde(default)]
    pub userid_list: Vec<UserIdPair>,
    /// Those who are not there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub invalid_open_userid_list: Vec<UserId>,
}

/// Gives the customer that somebody is in WeChat. `POST /cgi-bin/idconvert/unionid_to_external_userid`
#[endpoint(POST "/cgi-bin/idconvert/unionid_to_external_userid",
    title = "unionid查询external_userid",
    doc = "https://developer.work.weixin.qq.com/document/path/95926",
    scope(work), retry = safe, reply = UnionIdCustomer, call = "wx.id_conversions().unionid(unionid, openid, subject_type)")]
pub struct ConvertUnionId {
    /// Who they are at all accounts of one owner.
    pub unionid: Option<String>,
    /// Who they are at one of these accounts.
    pub openid: Option<OpenId>,
    /// Whose account that is: 0 the corporation's, 1 the provider's.
    pub subject_type: u8,
}

/// The customer that somebody is.
#[endpoint(part)]
pub struct UnionIdCustomer {
    /// The customer; left out if they are none.
    pub external_userid: Option<UserId>,
    /// A name under which they will be found again if they become one within 90 days.
    pub pending_id: Option<String>,
}

/// Gives the names under which customers were looked for before they were any.
#[endpoint(POST "/cgi-bin/idconvert/batch/external_userid_to_pending_id",
    title = "external_userid查询pending_id",
    doc = "https://developer.work.weixin.qq.com/document/path/95926",
    scope(work), retry = safe, reply = PendingIds, call = id_conversions.to_pending_ids)]
pub struct ConvertToPendingIds {
    /// The group chat they are in.
    pub chat_id: Option<String>,
    /// Up to 100 customers.
    pub external_userid: Vec<UserId>,
}

/// Customers and the names they were looked for under.
#[endpoint(part, reply_to(ConvertToPendingIds))]
pub struct PendingIds {
    /// The customers.
    #[serde(default)]
    pub result: Vec<PendingId>,
}

/// A customer and the name they were looked for under.
#[endpoint(part)]
pub struct PendingId {
    /// The customer.
    pub external_userid: UserId,
    /// The name.
    pub pending_id: String,
}

/// Gives tags of customers by the names that providers know them by.
#[endpoint(POST "/cgi-bin/idconvert/external_tagid", title = "客户标签ID的转换",
    doc = "https://developer.work.weixin.qq.com/document/path/95926",
    scope(work), retry = safe, reply = ConvertedTags, call = id_conversions.external_tags)]
pub struct ConvertExternalTags {
    /// Up to 1,000 tags, as the corporation knows them.
    pub external_tagid_list: Vec<String>,
}

/// Tags of customers by both names.
#[endpoint(part, reply_to(ConvertExternalTags))]
pub struct ConvertedTags {
    /// The tags.
    #[serde(default)]
    pub items: Vec<ConvertedTag>,
    /// Those that are not there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub invalid_external_tagid_list: Vec<String>,
}

/// A tag of customers by both names.
#[endpoint(part)]
pub struct ConvertedTag {
    /// As the corporation knows it.
    pub external_tagid: String,
    /// As providers know it.
    pub open_external_tagid: String,
}

/// Gives accounts of customer service by the names that providers know them by.
#[endpoint(POST "/cgi-bin/idconvert/open_kfid", title = "微信客服ID的转换",
    doc = "https://developer.work.weixin.qq.com/document/path/97064",
    scope(work), retry = safe, reply = ConvertedServiceAccounts, call = id_conversions.service_accounts)]
pub struct ConvertServiceAccounts {
    /// Up to 1,000 accounts, as the corporation knows them.
    pub open_kfid_list: Vec<String>,
}

/// Accounts of customer service by both names.
#[endpoint(part, reply_to(ConvertServiceAccounts))]
pub struct ConvertedServiceAccounts {
    /// The accounts.
    #[serde(default)]
    pub items: Vec<ConvertedServiceAccount>,
    /// Those that are not there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub invalid_open_kfid_list: Vec<String>,
}

/// An account of customer service by both names.
#[endpoint(part)]
pub struct ConvertedServiceAccount {
    /// As the corporation knows it.
    pub open_kfid: String,
    /// As providers know it.
    pub new_open_kfid: String,
}

/// Gives the people behind the passing names of visitors of a meeting, a live stream and the like.
#[endpoint(POST "/cgi-bin/idconvert/convert_tmp_external_userid",
    title = "tmp_external_userid的转换",
    doc = "https://developer.work.weixin.qq.com/document/path/98729",
    scope(work), retry = safe, reply = ConvertedCustomers, call = id_conversions.temporary_customers)]
pub struct ConvertTemporaryCustomers {
    /// Where they were met.
    pub business_type: TemporaryOrigin,
    /// Who they are.
    pub user_type: TemporaryKind,
    /// Up to 100 passing names.
    pub tmp_external_userid_list: Vec<String>,
}

int_enum! {
    /// Where somebody with a passing name was met.
    pub enum TemporaryOrigin {
        /// In a meeting.
        Meeting = 1,
        /// In a form they filled in.
        Form = 2,
        /// In a smart table.
        SmartTable = 3,
    }
}

int_enum! {
    /// Who somebody with a passing name is.
    pub enum TemporaryKind {
        /// A customer.
        Customer = 1,
        /// A member of another corporation of the same group.
        CorpGroup = 2,
        /// A member of a corporation of the same chain.
        Chain = 3,
        /// A member of a linked corporation.
        LinkedCorp = 4,
    }
}

/// The people behind passing names.
#[endpoint(part, reply_to(ConvertTemporaryCustomers))]
pub struct ConvertedCustomers {
    /// The people.
    #[serde(default)]
    pub results: Vec<ConvertedCustomer>,
    /// Names of nobody.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub invalid_tmp_external_userid_list: Vec<String>,
}

/// Somebody behind a passing name.
#[endpoint(
    part,
    reply_to(
        crate::customer::ConvertUnionIdToCustomer,
        crate::customer::ConvertCustomerForService,
        crate::customer::ConvertCustomerFromService
    )
)]
pub struct ConvertedCustomer {
    /// The passing name.
    pub tmp_external_userid: String,
    /// The customer.
    pub external_userid: Option<UserId>,
    /// The corporation of a member.
    pub corpid: Option<AppId>,
    /// The member there.
    pub userid: Option<UserId>,
}

/// Gives group chats by the names that providers know them by.
#[endpoint(POST "/cgi-bin/idconvert/chatid", title = "chatid的转换",
    doc = "https://developer.work.weixin.qq.com/document/path/99601",
    scope(work), retry = safe, reply = ConvertedChats, call = id_conversions.chat_ids)]
pub struct ConvertChatIds {
    /// Up to 1,000 chats, as they were known.
    pub chat_id_list: Vec<String>,
}

/// Group chats by both names.
#[endpoint(part, reply_to(ConvertChatIds))]
pub struct ConvertedChats {
    /// The chats.
    #[serde(default)]
    pub items: Vec<ConvertedChat>,
    /// Those that are not there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub invalid_chat_id_list: Vec<String>,
}

/// A group chat by both names.
#[endpoint(part)]
pub struct ConvertedChat {
    /// As it was known.
    pub chat_id: String,
    /// As providers know it from now on.
    pub new_chat_id: String,
}

/// Says when group chats of a corporation get the names that providers know them by.
#[endpoint(POST "/cgi-bin/idconvert/apply_to_upgrade_chatid", title = "申请升级chatid",
    doc = "https://developer.work.weixin.qq.com/document/path/99601",
    scope(work), retry = safe, call = id_conversions.upgrade_chat_ids)]
pub struct ApplyToUpgradeChatIds {
    /// When.
    pub upgrade_time: Timestamp,
}

/// Has every corporation that installs the suite from now on use the new names of group chats.
#[endpoint(POST "/cgi-bin/idconvert/upgrade_chatid_for_new_corp",
    title = "新授权企业升级chatid",
    doc = "https://developer.work.weixin.qq.com/document/path/99601",
    scope(suite), auth = suite_token, retry = safe)]
pub struct UpgradeChatIdsForNewCorps;

impl<'c, C: Caller + ?Sized> IdConversionsHandle<'c, C> {
    /// The customer that somebody is in WeChat; see [`ConvertUnionId`].
    pub fn unionid(
        &self,
        unionid: impl Into<String>,
        openid: impl Into<OpenId>,
        subject_type: u8,
    ) -> Call<'c, C, ConvertUnionId> {
        let convert = ConvertUnionId::new(subject_type).unionid(unionid).openid(openid);
        Call::new(self.caller, convert)
    }
}
