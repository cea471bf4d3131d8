//! What is known of an installation (授权信息).

use weixin_api::{AgentId, Timestamp, endpoint};
use weixin_protocol::{AppId, Secret, UserId};

/// A corporation that has installed the suite.
#[endpoint(part, reply_to(crate::suite::GetPermanentCode))]
pub struct Installed {
    /// The code that lasts until the corporation removes the suite. It cannot be obtained again:
    /// keep it.
    #[serde(serialize_with = "weixin_api::expose")]
    pub permanent_code: Secret,
    /// The corporation's first token.
    #[serde(serialize_with = "weixin_api::expose")]
    pub access_token: Secret,
    /// How many seconds it lives.
    pub expires_in: u64,
    /// The corporation.
    pub auth_corp_info: Option<CorpInfo>,
    /// What was installed.
    pub auth_info: Option<AuthInfo>,
    /// Who installed it.
    pub auth_user_info: Option<AuthUser>,
    /// The agent who sold it.
    pub dealer_corp_info: Option<Dealer>,
    /// The code by which the corporation was registered, if it was by the platform's promotion.
    pub register_code_info: Option<RegisterCode>,
    /// Which edition was bought.
    pub edition_info: Option<EditionInfo>,
    /// What the page of the installation was given.
    pub state: Option<String>,
}

/// Who sold a suite.
#[endpoint(part)]
pub struct Dealer {
    /// The corpid.
    pub corpid: AppId,
    /// The name.
    pub corp_name: Option<String>,
}

/// By what a corporation was registered.
#[endpoint(part, reply_to(crate::provider_customer::GetRegisterCode))]
pub struct RegisterCode {
    /// The code.
    pub register_code: String,
    /// The promotion's template.
    pub template_id: Option<String>,
    /// What the promotion was given.
    pub state: Option<String>,
}

/// Which editions were bought.
#[endpoint(part)]
pub struct EditionInfo {
    /// One for each app.
    #[serde(default)]
    pub agent: Vec<Edition>,
}

/// Which edition of an app was bought.
#[endpoint(part)]
pub struct Edition {
    /// The app.
    pub agentid: AgentId,
    /// The edition.
    pub edition_id: String,
    /// Its name.
    pub edition_name: String,
    /// 1 on trial, 2 trial over, 3 bought, 4 bought and over, 5 trial without end.
    pub app_status: u8,
    /// How many people may use it.
    pub user_limit: Option<u64>,
    /// When it ends.
    pub expired_time: Option<Timestamp>,
    /// Whether it is a virtual edition.
    pub is_virtual_version: Option<bool>,
    /// Whether another corporation shares it.
    pub is_shared_from_other_corp: Option<bool>,
}

/// A corporation.
#[endpoint(part)]
pub struct CorpInfo {
    /// The corpid, as the suite knows it.
    pub corpid: AppId,
    /// The name.
    pub corp_name: Option<String>,
    /// The name in full.
    pub corp_full_name: Option<String>,
    /// `verified` or `unverified`.
    pub corp_type: Option<String>,
    /// The address of its logo.
    pub corp_square_logo_url: Option<String>,
    /// How many members it may have.
    pub corp_user_max: Option<u64>,
    /// How many apps it may have.
    pub corp_agent_max: Option<u64>,
    /// When its verification ends.
    pub verified_end_time: Option<Timestamp>,
    /// 1 company, 2 government, 3 other organisation, 4 team.
    pub subject_type: Option<u8>,
    /// The address of the QR code by which its members follow it in WeChat.
    pub corp_wxqrcode: Option<String>,
    /// How large it is, in words.
    pub corp_scale: Option<String>,
    /// Its trade.
    pub corp_industry: Option<String>,
    /// Its trade, more closely.
    pub corp_sub_industry: Option<String>,
    /// Where it is.
    pub location: Option<String>,
    /// 0 installed by an administrator, 1 by a member for themselves.
    pub auth_type: Option<u8>,
    /// The address of its round logo.
    pub corp_round_logo_url: Option<String>,
    /// Names it has besides.
    pub corp_ex_name: Option<OtherNames>,
}

/// Names that a corporation has besides.
#[endpoint(part)]
pub struct OtherNames {
    /// The names.
    #[serde(default)]
    pub name_list: Vec<String>,
}

/// What a corporation has installed.
#[endpoint(part)]
pub struct AuthInfo {
    /// The apps.
    #[serde(default)]
    pub agent: Vec<InstalledAgent>,
}

/// An app of the suite in a corporation.
#[endpoint(part)]
pub struct InstalledAgent {
    /// Its number there.
    pub agentid: AgentId,
    /// Its name.
    pub name: Option<String>,
    /// The address of its round logo.
    pub round_logo_url: Option<String>,
    /// The address of its square logo.
    pub square_logo_url: Option<String>,
    /// Its number in an older suite of several apps.
    pub appid: Option<u32>,
    /// 0 installed by an administrator, 1 by a member for themselves.
    pub auth_mode: Option<u8>,
    /// What it may see.
    pub privilege: Option<Privilege>,
    /// Whether it was made for this corporation.
    pub is_customized_app: Option<bool>,
    /// Whether it came with an app of the provider.
    pub auth_from_thirdapp: Option<bool>,
    /// The corporation that shares it.
    pub shared_from: Option<SharedFrom>,
}

/// What an app may see. Lists that are left out are empty.
#[endpoint(part)]
pub struct Privilege {
    /// 1 basic data to read, 2 to read, 3 to read and write; 4 to 6 the same of single members.
    pub level: Option<u8>,
    /// Departments that see the app.
    #[serde(default)]
    pub allow_party: Vec<u64>,
    /// Members who see the app.
    #[serde(default)]
    pub allow_user: Vec<UserId>,
    /// Tags whose members see the app.
    #[serde(default)]
    pub allow_tag: Vec<u64>,
    /// Further departments whose data the app may read.
    #[serde(default)]
    pub extra_party: Vec<u64>,
    /// Further members whose data the app may read.
    #[serde(default)]
    pub extra_user: Vec<UserId>,
    /// Further tags whose data the app may read.
    #[serde(default)]
    pub extra_tag: Vec<u64>,
}

/// Who shares an app.
#[endpoint(part)]
pub struct SharedFrom {
    /// The corporation.
    pub corpid: Option<AppId>,
    /// 0 in a group of corporations, 1 in a chain.
    pub share_type: Option<u8>,
}

/// Who installed a suite.
#[endpoint(part)]
pub struct AuthUser {
    /// The member.
    pub userid: Option<UserId>,
    /// The member, as the suite knows them.
    pub open_userid: Option<UserId>,
    /// The name.
    pub name: Option<String>,
    /// The address of their picture.
    pub avatar: Option<String>,
}

/// An installation.
#[endpoint(part, reply_to(crate::suite::GetAuthInfo))]
pub struct Installation {
    /// Who sold the suite.
    pub dealer_corp_info: Option<Dealer>,
    /// The corporation.
    pub auth_corp_info: Option<CorpInfo>,
    /// What was installed.
    pub auth_info: Option<AuthInfo>,
    /// Which edition was bought.
    pub edition_info: Option<EditionInfo>,
}
