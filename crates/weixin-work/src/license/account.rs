//! Accounts of members: activation, inheritance, sharing (账号管理).

use crate::license::LicensesHandle;
use weixin_api::{Paged, Timestamp, endpoint, int_enum};
use weixin_protocol::{AppId, UserId};

int_enum! {
    /// What a licensed account is for.
    pub enum LicenseKind {
        /// The basic interfaces.
        Basic = 1,
        /// Those about customers as well.
        ExternalContact = 2,
    }
}

int_enum! {
    /// What became of an activation code.
    pub enum CodeState {
        /// Nobody has it.
        Unbound = 1,
        /// A member has it.
        Bound = 2,
        /// Its time is over.
        Expired = 3,
        /// It waits for another member.
        ToBeTransferred = 4,
        /// It was merged into another code.
        Merged = 5,
        /// It was shared with another corporation.
        Shared = 6,
    }
}

/// Gives a member a licensed account.
#[endpoint(POST "/cgi-bin/license/active_account", title = "激活账号",
    doc = "https://developer.work.weixin.qq.com/document/path/95553",
    scope(provider), auth = provider_token, call = licenses.activate)]
pub struct ActivateAccount {
    /// The activation code.
    pub active_code: String,
    /// The corporation.
    pub corpid: AppId,
    /// The member.
    pub userid: UserId,
}

/// Gives up to 1,000 members a licensed account.
#[endpoint(POST "/cgi-bin/license/batch_active_account", title = "批量激活账号",
    doc = "https://developer.work.weixin.qq.com/document/path/95553",
    scope(provider), auth = provider_token, reply = Activations, call = licenses.activate_all)]
pub struct ActivateAccounts {
    /// The corporation.
    pub corpid: AppId,
    /// Who gets which code.
    pub active_list: Vec<Activation>,
}

/// Who gets which code.
#[endpoint(part)]
pub struct Activation {
    /// The activation code.
    pub active_code: String,
    /// The member.
    pub userid: UserId,
}

/// What became of activations.
#[endpoint(part, reply_to(ActivateAccounts))]
pub struct Activations {
    /// Each of them.
    #[serde(default)]
    pub active_result: Vec<ActivationResult>,
}

/// What became of an activation.
#[endpoint(part)]
pub struct ActivationResult {
    /// The activation code.
    pub active_code: Option<String>,
    /// The member.
    pub userid: Option<UserId>,
    /// 0 if it went well.
    pub errcode: i64,
    /// What did not.
    pub errmsg: Option<String>,
}

/// Tells about an activation code.
#[endpoint(POST "/cgi-bin/license/get_active_info_by_code", title = "获取激活码详情",
    doc = "https://developer.work.weixin.qq.com/document/path/95552",
    scope(provider), auth = provider_token, retry = safe, reply = OneCode, call = licenses.code)]
pub struct GetCode {
    /// The corporation.
    pub corpid: AppId,
    /// The activation code.
    pub active_code: String,
}

/// An activation code, as it is answered alone.
#[endpoint(part, reply_to(GetCode))]
pub struct OneCode {
    /// The activation code.
    pub active_info: ActivationCode,
}

/// An activation code.
#[endpoint(part)]
pub struct ActivationCode {
    /// The code.
    pub active_code: String,
    /// What it is for.
    #[serde(rename = "type")]
    pub kind: Option<LicenseKind>,
    /// What became of it.
    pub status: Option<CodeState>,
    /// Who has it.
    pub userid: Option<UserId>,
    /// When it was paid for; it has to be activated within a year.
    pub create_time: Option<Timestamp>,
    /// When it was first activated.
    pub active_time: Option<Timestamp>,
    /// When it ends.
    pub expire_time: Option<Timestamp>,
    /// What it was merged with.
    pub merge_info: Option<MergedCode>,
    /// With whom it was shared.
    pub share_info: Option<SharedCode>,
}

/// What a code was merged with.
#[endpoint(part)]
pub struct MergedCode {
    /// The code it went into.
    pub to_active_code: Option<String>,
    /// The code that went into it.
    pub from_active_code: Option<String>,
}

/// With whom a code was shared.
#[endpoint(part)]
pub struct SharedCode {
    /// The corporation below that has it.
    pub to_corpid: Option<AppId>,
    /// The corporation above that gave it.
    pub from_corpid: Option<AppId>,
}

/// Tells about up to 1,000 activation codes.
#[endpoint(POST "/cgi-bin/license/batch_get_active_info_by_code", title = "批量获取激活码详情",
    doc = "https://developer.work.weixin.qq.com/document/path/95552",
    scope(provider), auth = provider_token, retry = safe, reply = Codes, call = licenses.codes)]
pub struct GetCodes {
    /// The corporation.
    pub corpid: AppId,
    /// The activation codes.
    pub active_code_list: Vec<String>,
}

/// Activation codes.
#[endpoint(part, reply_to(GetCodes))]
pub struct Codes {
    /// The codes.
    #[serde(default)]
    pub active_info_list: Vec<ActivationCode>,
    /// Those that are not there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub invalid_active_code_list: Vec<String>,
}

/// Gives the licensed accounts of a corporation.
#[endpoint(POST "/cgi-bin/license/list_actived_account", title = "获取企业的账号列表",
    doc = "https://developer.work.weixin.qq.com/document/path/95544",
    scope(provider), auth = provider_token, retry = safe, reply = Accounts, call = licenses.accounts)]
pub struct GetAccounts {
    /// The corporation.
    pub corpid: AppId,
    /// How many: up to 1,000; 500 if left out.
    pub limit: Option<u32>,
    /// Where to begin: what the page before said.
    pub cursor: Option<String>,
}

/// A page of licensed accounts.
#[endpoint(part, reply_to(GetAccounts))]
pub struct Accounts {
    /// Where the next page begins.
    pub next_cursor: Option<String>,
    /// Whether there are more.
    pub has_more: Option<bool>,
    /// The page.
    #[serde(default)]
    pub account_list: Vec<LicensedAccount>,
}

/// A licensed account.
#[endpoint(part)]
pub struct LicensedAccount {
    /// The member.
    pub userid: Option<UserId>,
    /// The activation code, where it is told.
    pub active_code: Option<String>,
    /// What it is for.
    #[serde(rename = "type")]
    pub kind: Option<LicenseKind>,
    /// When it ends.
    pub expire_time: Option<Timestamp>,
    /// When it was first activated.
    pub active_time: Option<Timestamp>,
}

impl Paged for GetAccounts {
    type Item = LicensedAccount;
    fn split_page(self, page: Accounts) -> (Vec<LicensedAccount>, Option<Self>) {
        let next = super::next_page(page.has_more, page.next_cursor);
        (page.account_list, next.map(|cursor| Self { cursor: Some(cursor), ..self }))
    }
}

/// Gives the licensed accounts of a member.
#[endpoint(POST "/cgi-bin/license/get_active_info_by_user", title = "获取成员的激活详情",
    doc = "https://developer.work.weixin.qq.com/document/path/95555",
    scope(provider), auth = provider_token, retry = safe, reply = UserAccounts, call = licenses.accounts_of)]
pub struct GetAccountsOfUser {
    /// The corporation.
    pub corpid: AppId,
    /// The member.
    pub userid: UserId,
}

/// The licensed accounts of a member.
#[endpoint(part, reply_to(GetAccountsOfUser))]
pub struct UserAccounts {
    /// 0 not activated, 1 activated.
    pub active_status: Option<u8>,
    /// The accounts.
    #[serde(default)]
    pub active_info_list: Vec<LicensedAccount>,
}

/// Moves licensed accounts from members to others: up to 1,000, each once in 30 days.
#[endpoint(POST "/cgi-bin/license/batch_transfer_license", title = "账号继承",
    doc = "https://developer.work.weixin.qq.com/document/path/95673",
    scope(provider), auth = provider_token, reply = Transfers, call = licenses.transfer)]
pub struct TransferAccounts {
    /// The corporation.
    pub corpid: AppId,
    /// Who gives to whom.
    pub transfer_list: Vec<Transfer>,
}

/// Who gives to whom.
#[endpoint(part)]
pub struct Transfer {
    /// Who gives.
    pub handover_userid: UserId,
    /// Who gets.
    pub takeover_userid: UserId,
}

/// What became of transfers.
#[endpoint(part, reply_to(TransferAccounts))]
pub struct Transfers {
    /// Each of them.
    #[serde(default)]
    pub transfer_result: Vec<TransferResult>,
}

/// What became of a transfer.
#[endpoint(part)]
pub struct TransferResult {
    /// Who gave.
    pub handover_userid: Option<UserId>,
    /// Who got.
    pub takeover_userid: Option<UserId>,
    /// 0 if it went well.
    pub errcode: i64,
    /// What did not.
    pub errmsg: Option<String>,
}

/// Shares activation codes with a corporation below: up to 1,000.
#[endpoint(POST "/cgi-bin/license/batch_share_active_code", title = "分配激活码给下游/下级企业",
    doc = "https://developer.work.weixin.qq.com/document/path/96059",
    scope(provider), auth = provider_token, reply = Shares, call = licenses.share)]
pub struct ShareCodes {
    /// The corporation above.
    pub from_corpid: AppId,
    /// The corporation below.
    pub to_corpid: AppId,
    /// The codes.
    pub share_list: Vec<CodeToShare>,
}

/// A code that is to be shared.
#[endpoint(part)]
pub struct CodeToShare {
    /// The activation code.
    pub active_code: String,
}

/// What became of codes that were to be shared.
#[endpoint(part, reply_to(ShareCodes))]
pub struct Shares {
    /// Each of them.
    #[serde(default)]
    pub share_result: Vec<ShareResult>,
}

/// What became of a code that was to be shared.
#[endpoint(part)]
pub struct ShareResult {
    /// The activation code.
    pub active_code: Option<String>,
    /// 0 if it went well.
    pub errcode: i64,
    /// What did not.
    pub errmsg: Option<String>,
}

/// Says whether an app needs licences at a corporation.
#[endpoint(POST "/cgi-bin/license/get_app_license_info", title = "获取应用的接口许可状态",
    doc = "https://developer.work.weixin.qq.com/document/path/95844",
    scope(provider), auth = provider_token, retry = safe, reply = AppLicense, call = licenses.app)]
pub struct GetAppLicense {
    /// The corporation.
    pub corpid: AppId,
    /// The suite.
    pub suite_id: Option<AppId>,
    /// The app's number in an older suite of several apps; 1 if left out.
    pub appid: Option<u32>,
}

/// Whether an app needs licences.
#[endpoint(part, reply_to(GetAppLicense))]
pub struct AppLicense {
    /// 0 they are not looked at, 1 they are.
    pub license_status: Option<u8>,
    /// Until when it may be tried without. The platform spells it so.
    pub trail_info: Option<Trial>,
    /// When licences are looked at from.
    pub license_check_time: Option<Timestamp>,
}

/// A time in which an app is tried.
#[endpoint(part)]
pub struct Trial {
    /// From when.
    pub start_time: Option<Timestamp>,
    /// Until when.
    pub end_time: Option<Timestamp>,
}

/// Says whether members get a licensed account as soon as they need one.
#[endpoint(POST "/cgi-bin/license/set_auto_active_status", title = "设置企业的许可自动激活状态",
    doc = "https://developer.work.weixin.qq.com/document/path/95873",
    scope(provider), auth = provider_token, retry = safe, call = licenses.set_auto_activation)]
pub struct SetAutoActivation {
    /// The corporation.
    pub corpid: AppId,
    /// Whether they do.
    #[serde(with = "weixin_api::bool_as_int")]
    pub auto_active_status: bool,
}

/// Tells whether members get a licensed account as soon as they need one.
#[endpoint(POST "/cgi-bin/license/get_auto_active_status", title = "查询企业的许可自动激活状态",
    doc = "https://developer.work.weixin.qq.com/document/path/95874",
    scope(provider), auth = provider_token, retry = safe, reply = AutoActivation, call = licenses.auto_activation)]
pub struct GetAutoActivation {
    /// The corporation.
    pub corpid: AppId,
}

/// Whether members get a licensed account as soon as they need one.
#[endpoint(part, reply_to(GetAutoActivation))]
pub struct AutoActivation {
    /// Whether they do.
    #[serde(with = "weixin_api::bool_as_int")]
    pub auto_active_status: bool,
}

/// Says whether a corporation gets licences for less, as the platform supports its kind.
#[endpoint(POST "/cgi-bin/license/support_policy_query", title = "民生行业优惠条件查询",
    doc = "https://developer.work.weixin.qq.com/document/path/96515",
    scope(provider), auth = provider_token, retry = safe, reply = SupportPolicy, call = licenses.support_policy)]
pub struct GetSupportPolicy {
    /// The corporation.
    pub corpid: AppId,
}

/// Whether a corporation gets licences for less.
#[endpoint(part, reply_to(GetSupportPolicy))]
pub struct SupportPolicy {
    /// What the platform says: a number; the reasons stand beside it.
    pub query_result: i64,
    /// Why not, as error codes: 701090 and the following.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unsatisfied_reason: Vec<i64>,
}
