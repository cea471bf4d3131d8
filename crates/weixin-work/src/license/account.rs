//! Licensed accounts: activation, transfer and sharing (账号管理).

use super::ActiveCode;
use crate::ids::SuiteId;
use crate::license::LicensesHandle;
use weixin_api::{Paged, Timestamp, endpoint, int_enum};
use weixin_protocol::{CorpId, UserId};

int_enum! {
    /// The kind of a licensed account (账号类型).
    pub enum LicenseKind {
        /// A basic account (基础账号).
        Basic = 1,
        /// An account that includes the interfaces about customers (互通账号).
        ExternalContact = 2,
    }
}

int_enum! {
    /// The state of an activation code (账号状态).
    pub enum CodeState {
        /// No member has it (未绑定).
        Unbound = 1,
        /// A member has it, and it is valid (已绑定且有效).
        Bound = 2,
        /// Its time is over (已过期).
        Expired = 3,
        /// It can be transferred to another member (待转移).
        ToBeTransferred = 4,
        /// It was merged into another code of the same member (已合并).
        Merged = 5,
        /// It was shared with a corporation downstream (已分配给下游).
        Shared = 6,
    }
}

/// Gives a licensed account to a member (激活账号).
///
/// Fails with 701003 when the code is somebody's, with 701011 when the member has an account, with
/// 701012 when the code was not used in time, with 701021 when it is wrong, with 701022 while it is
/// being generated, with 701088 when the member cannot see any of the provider's apps.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Provider};
/// # use weixin_work::prelude::*;
/// # async fn example(wx: impl Caller<Kind = Provider>) -> Result<(), Error> {
/// wx.licenses().activate(("ACTIVECODE", "wpabcdefghijklmnop", "woabcdefghijklmnop")).await?;
///
/// let account = ("wpabcdefghijklmnop", "woabcdefghijklmnop");
/// for licence in wx.licenses().accounts_of(account).await?.active_info_list {
///     println!("{:?} until {:?}", licence.kind, licence.expire_time);
/// }
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/license/active_account", title = "激活账号",
    doc = "https://developer.work.weixin.qq.com/document/path/95553",
    scope(provider), auth = provider_token, call = licenses.activate)]
pub struct ActivateAccount {
    /// The activation code to use.
    pub active_code: ActiveCode,
    /// The corporation of the member.
    pub corpid: CorpId,
    /// The member, as the provider's apps know them (密文 userid).
    pub userid: UserId,
}

/// Gives licensed accounts to members of a corporation.
#[endpoint(POST "/cgi-bin/license/batch_active_account", title = "批量激活账号",
    doc = "https://developer.work.weixin.qq.com/document/path/95553",
    scope(provider), auth = provider_token, reply = Activations, call = licenses.activate_all)]
pub struct ActivateAccounts {
    /// The corporation of the members.
    pub corpid: CorpId,
    /// The codes and members: up to 1,000.
    pub active_list: Vec<Activation>,
}

/// An activation code and the member it is given to.
#[endpoint(part)]
pub struct Activation {
    /// The activation code to use.
    pub active_code: ActiveCode,
    /// The member, as the provider's apps know them (密文 userid).
    pub userid: UserId,
}

/// The results of activations.
#[endpoint(part, reply_to(ActivateAccounts))]
pub struct Activations {
    /// One entry per activation.
    #[serde(default)]
    pub active_result: Vec<ActivationResult>,
}

/// The result of an activation.
#[endpoint(part)]
pub struct ActivationResult {
    /// The activation code.
    pub active_code: Option<ActiveCode>,
    /// The member the account was to be given to.
    pub userid: Option<UserId>,
    /// 0 on success, else the error code for this activation.
    pub errcode: i64,
    /// Description of the error code.
    pub errmsg: Option<String>,
}

/// Returns an activation code (激活码) with its state.
#[endpoint(POST "/cgi-bin/license/get_active_info_by_code", title = "获取激活码详情",
    doc = "https://developer.work.weixin.qq.com/document/path/95552",
    scope(provider), auth = provider_token, retry = safe, reply = OneCode, call = licenses.code)]
pub struct GetCode {
    /// The corporation that the code was bought for.
    pub corpid: CorpId,
    /// The code to return.
    pub active_code: ActiveCode,
}

/// The reply to [`GetCode`].
#[endpoint(part, reply_to(GetCode))]
pub struct OneCode {
    /// The activation code.
    pub active_info: ActivationCode,
}

/// An activation code.
#[endpoint(part)]
pub struct ActivationCode {
    /// The code itself.
    pub active_code: ActiveCode,
    /// The kind of account it activates.
    #[serde(rename = "type")]
    pub kind: Option<LicenseKind>,
    /// The state of the code.
    pub status: Option<CodeState>,
    /// The member who has it; missing while nobody does.
    pub userid: Option<UserId>,
    /// Time of payment. The code has to be activated within a year of it.
    pub create_time: Option<Timestamp>,
    /// Time of the first activation; missing before.
    pub active_time: Option<Timestamp>,
    /// End of validity; missing before the first activation.
    pub expire_time: Option<Timestamp>,
    /// The codes it was merged with; missing if there was no merge.
    pub merge_info: Option<MergedCode>,
    /// The corporations it was shared between; missing if it was not shared.
    pub share_info: Option<SharedCode>,
}

/// The codes that an activation code was merged with (合并信息).
#[endpoint(part)]
pub struct MergedCode {
    /// The code it was merged into; only in [`CodeState::Merged`].
    pub to_active_code: Option<ActiveCode>,
    /// The code that was merged into it.
    pub from_active_code: Option<ActiveCode>,
}

/// The corporations that an activation code was shared between (分配信息).
#[endpoint(part)]
pub struct SharedCode {
    /// The corporation downstream that received the code.
    pub to_corpid: Option<CorpId>,
    /// The corporation upstream that shared the code.
    pub from_corpid: Option<CorpId>,
}

/// Returns activation codes (激活码) with their states.
#[endpoint(POST "/cgi-bin/license/batch_get_active_info_by_code", title = "批量获取激活码详情",
    doc = "https://developer.work.weixin.qq.com/document/path/95552",
    scope(provider), auth = provider_token, retry = safe, reply = Codes, call = licenses.codes)]
pub struct GetCodes {
    /// The corporation that the codes were bought for.
    pub corpid: CorpId,
    /// The codes to return: up to 1,000.
    pub active_code_list: Vec<ActiveCode>,
}

/// Activation codes.
#[endpoint(part, reply_to(GetCodes))]
pub struct Codes {
    /// The codes that were found.
    #[serde(default)]
    pub active_info_list: Vec<ActivationCode>,
    /// The codes that do not exist.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub invalid_active_code_list: Vec<ActiveCode>,
}

/// Returns the activated accounts of a corporation, up to 1,000 at a time.
#[endpoint(POST "/cgi-bin/license/list_actived_account", title = "获取企业的账号列表",
    doc = "https://developer.work.weixin.qq.com/document/path/95544",
    scope(provider), auth = provider_token, retry = safe, reply = Accounts, call = licenses.accounts)]
pub struct GetAccounts {
    /// The corporation whose accounts are returned.
    pub corpid: CorpId,
    /// Page size: up to 1,000; 500 if left out.
    pub limit: Option<u32>,
    /// `next_cursor` of the previous page; the first page if left out.
    pub cursor: Option<String>,
}

/// A page of licensed accounts.
#[endpoint(part, reply_to(GetAccounts))]
pub struct Accounts {
    /// Cursor of the next page.
    pub next_cursor: Option<String>,
    /// Whether further pages follow.
    pub has_more: Option<bool>,
    /// The accounts of the page.
    #[serde(default)]
    pub account_list: Vec<LicensedAccount>,
}

/// A licensed account of a member.
#[endpoint(part)]
pub struct LicensedAccount {
    /// The member; missing where the call names the member.
    pub userid: Option<UserId>,
    /// The activation code; missing in lists of all accounts.
    pub active_code: Option<ActiveCode>,
    /// The kind of account.
    #[serde(rename = "type")]
    pub kind: Option<LicenseKind>,
    /// End of validity.
    pub expire_time: Option<Timestamp>,
    /// Time of the first activation.
    pub active_time: Option<Timestamp>,
}

impl Paged for GetAccounts {
    type Item = LicensedAccount;
    fn split_page(self, page: Accounts) -> (Vec<LicensedAccount>, Option<Self>) {
        let next = super::next_page(page.has_more, page.next_cursor);
        (page.account_list, next.map(|cursor| Self { cursor: Some(cursor), ..self }))
    }
}

/// Returns the licensed accounts of a member.
#[endpoint(POST "/cgi-bin/license/get_active_info_by_user", title = "获取成员的激活详情",
    doc = "https://developer.work.weixin.qq.com/document/path/95555",
    scope(provider), auth = provider_token, retry = safe, reply = UserAccounts, call = licenses.accounts_of)]
pub struct GetAccountsOfUser {
    /// The corporation of the member.
    pub corpid: CorpId,
    /// The member, as the provider's apps know them (密文 userid).
    pub userid: UserId,
}

/// The licensed accounts of a member.
#[endpoint(part, reply_to(GetAccountsOfUser))]
pub struct UserAccounts {
    /// Whether the member has a valid account (激活状态).
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub active_status: Option<bool>,
    /// The accounts: up to one of each kind.
    #[serde(default)]
    pub active_info_list: Vec<LicensedAccount>,
}

/// Transfers licensed accounts between members (账号继承). An account can be transferred once in 30
/// days.
///
/// The code of each transfer says what went wrong with it: 701016 the account is not active or has
/// expired, 701017 it was transferred in the last 30 days, 701019 there is no such member.
#[endpoint(POST "/cgi-bin/license/batch_transfer_license", title = "账号继承",
    doc = "https://developer.work.weixin.qq.com/document/path/95673",
    scope(provider), auth = provider_token, reply = Transfers, call = licenses.transfer)]
pub struct TransferAccounts {
    /// The corporation of the members.
    pub corpid: CorpId,
    /// The pairs of members: up to 1,000.
    pub transfer_list: Vec<Transfer>,
}

/// A transfer of a member's accounts to another member.
#[endpoint(part)]
pub struct Transfer {
    /// The member who gives up the accounts.
    pub handover_userid: UserId,
    /// The member who receives them.
    pub takeover_userid: UserId,
}

/// The results of transfers.
#[endpoint(part, reply_to(TransferAccounts))]
pub struct Transfers {
    /// One entry per transfer.
    #[serde(default)]
    pub transfer_result: Vec<TransferResult>,
}

/// The result of a transfer.
#[endpoint(part)]
pub struct TransferResult {
    /// The member who gives up the accounts.
    pub handover_userid: Option<UserId>,
    /// The member who receives them.
    pub takeover_userid: Option<UserId>,
    /// 0 on success, else the error code for this transfer.
    pub errcode: i64,
    /// Description of the error code.
    pub errmsg: Option<String>,
}

/// Shares activation codes with a corporation downstream (下游/下级企业).
///
/// Fails with 701051 when no app is shared with the corporation, with 701058 when it is not
/// downstream of the other one, with 701056 when more codes would be shared than twice as many as
/// the chain has members.
#[endpoint(POST "/cgi-bin/license/batch_share_active_code", title = "分配激活码给下游/下级企业",
    doc = "https://developer.work.weixin.qq.com/document/path/96059",
    scope(provider), auth = provider_token, reply = Shares, call = licenses.share)]
pub struct ShareCodes {
    /// The corporation upstream, which has the codes.
    pub from_corpid: CorpId,
    /// The corporation downstream, which receives them.
    pub to_corpid: CorpId,
    /// The codes: up to 1,000.
    pub share_list: Vec<CodeToShare>,
}

/// An activation code to share.
#[endpoint(part)]
pub struct CodeToShare {
    /// The code. It must not be activated yet.
    pub active_code: ActiveCode,
}

/// The results of sharing activation codes.
#[endpoint(part, reply_to(ShareCodes))]
pub struct Shares {
    /// One entry per code.
    #[serde(default)]
    pub share_result: Vec<ShareResult>,
}

/// The result of sharing an activation code.
#[endpoint(part)]
pub struct ShareResult {
    /// The code that was to be shared.
    pub active_code: Option<ActiveCode>,
    /// 0 on success, else the error code for this code.
    pub errcode: i64,
    /// Description of the error code.
    pub errmsg: Option<String>,
}

/// Returns whether an app needs licences at a corporation, and how long it may be tried without.
#[endpoint(POST "/cgi-bin/license/get_app_license_info", title = "获取应用的接口许可状态",
    doc = "https://developer.work.weixin.qq.com/document/path/95844",
    scope(provider), auth = provider_token, retry = safe, reply = AppLicense, call = licenses.app)]
pub struct GetAppLicense {
    /// The corporation that authorized the app.
    pub corpid: CorpId,
    /// The suite of the app.
    pub suite_id: Option<SuiteId>,
    /// Number of the app within an old suite that consists of several apps (旧的多应用套件); 1 if left
    /// out. It is no AppID.
    pub appid: Option<u32>,
}

/// Whether an app needs licences at a corporation.
#[endpoint(part, reply_to(GetAppLicense))]
pub struct AppLicense {
    /// Whether licences are checked at the corporation (许可付费状态).
    #[serde(
        default,
        with = "weixin_api::bool_as_int::option",
        skip_serializing_if = "Option::is_none"
    )]
    pub license_status: Option<bool>,
    /// The time of trial (试用期); missing if there is none. The misspelt name is the platform's.
    pub trail_info: Option<Trial>,
    /// Time from which licences are checked.
    pub license_check_time: Option<Timestamp>,
}

/// A time in which an app can be used without licences.
#[endpoint(part)]
pub struct Trial {
    /// Beginning of the trial.
    pub start_time: Option<Timestamp>,
    /// End of the trial.
    pub end_time: Option<Timestamp>,
}

/// Switches the automatic activation of accounts on or off for a corporation (自动激活).
///
/// Fails with 701071 when the provider has never ordered accounts for the corporation.
#[endpoint(POST "/cgi-bin/license/set_auto_active_status", title = "设置企业的许可自动激活状态",
    doc = "https://developer.work.weixin.qq.com/document/path/95873",
    scope(provider), auth = provider_token, retry = safe, call = licenses.set_auto_activation)]
pub struct SetAutoActivation {
    /// The corporation that the setting applies to.
    pub corpid: CorpId,
    /// Whether members receive an account as soon as they need one.
    #[serde(with = "weixin_api::bool_as_int")]
    pub auto_active_status: bool,
}

/// Returns whether accounts are activated automatically at a corporation.
#[endpoint(POST "/cgi-bin/license/get_auto_active_status", title = "查询企业的许可自动激活状态",
    doc = "https://developer.work.weixin.qq.com/document/path/95874",
    scope(provider), auth = provider_token, retry = safe, reply = AutoActivation, call = licenses.auto_activation)]
pub struct GetAutoActivation {
    /// The corporation whose setting is returned.
    pub corpid: CorpId,
}

/// Whether accounts are activated automatically.
#[endpoint(part, reply_to(GetAutoActivation))]
pub struct AutoActivation {
    /// Whether members receive an account as soon as they need one.
    #[serde(with = "weixin_api::bool_as_int")]
    pub auto_active_status: bool,
}

/// Returns whether a corporation gets licences at a discount as part of the public sector
/// (民生行业优惠条件).
#[endpoint(POST "/cgi-bin/license/support_policy_query", title = "民生行业优惠条件查询",
    doc = "https://developer.work.weixin.qq.com/document/path/96515",
    scope(provider), auth = provider_token, retry = safe, reply = SupportPolicy, call = licenses.support_policy)]
pub struct GetSupportPolicy {
    /// The corporation that is checked.
    pub corpid: CorpId,
}

/// Whether a corporation gets licences at a discount.
#[endpoint(part, reply_to(GetSupportPolicy))]
pub struct SupportPolicy {
    /// The result as a number that the platform defines; `unsatisfied_reason` says what is missing.
    pub query_result: i64,
    /// Error codes of the conditions that the corporation does not meet: 701090 and following.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unsatisfied_reason: Vec<i64>,
}
