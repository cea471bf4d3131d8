//! What is known of an installation (授权信息).

use weixin_api::{AgentId, StringEnum, Timestamp, endpoint, int_enum};
use weixin_protocol::{CorpId, Secret, UserId};

use crate::ids::{DepartmentId, OpenUserId, TagId};

weixin_api::string_id! {
    /// An edition of an app that corporations pay for (应用版本, edition_id).
    EditionId
    /// A template of a provider's promotion (推广包, template_id).
    PromotionTemplateId
}

weixin_api::integer_id! {
    /// An app in a suite of the old kind with several apps (套件内应用, appid).
    SuiteAppId(u32)
}

/// A corporation that has installed the suite, and the credentials for it.
#[endpoint(part, reply_to(crate::suite::GetPermanentCode))]
pub struct Installed {
    /// The permanent code (永久授权码), valid until the corporation uninstalls the suite. It cannot be
    /// obtained again: keep it.
    #[serde(serialize_with = "weixin_api::expose")]
    pub permanent_code: Secret,
    /// The corporation's first access token.
    #[serde(serialize_with = "weixin_api::expose")]
    pub access_token: Secret,
    /// How many seconds the token is valid.
    pub expires_in: u64,
    /// The corporation that installed it.
    pub auth_corp_info: Option<CorpInfo>,
    /// The apps that were installed.
    pub auth_info: Option<AuthInfo>,
    /// The administrator or member who installed it.
    pub auth_user_info: Option<AuthUser>,
    /// The dealer (代理商) who sold it.
    pub dealer_corp_info: Option<Dealer>,
    /// The code by which the corporation registered, if it came through the provider's promotion
    /// (推广二维码).
    pub register_code_info: Option<RegisterCode>,
    /// The editions that were bought.
    pub edition_info: Option<EditionInfo>,
    /// The `state` that the page of the installation was opened with.
    pub state: Option<String>,
}

/// A dealer (代理商) who sold a suite.
#[endpoint(part)]
pub struct Dealer {
    /// Corporation of the dealer.
    pub corpid: CorpId,
    /// Name of the dealer.
    pub corp_name: Option<String>,
}

/// The code that a corporation registered with.
#[endpoint(part)]
pub struct RegisterCode {
    /// The code, as `GetRegisterCode` returned it.
    pub register_code: String,
    /// The template of the promotion.
    pub template_id: Option<PromotionTemplateId>,
    /// The text given to `GetRegisterCode`.
    pub state: Option<String>,
}

/// The editions that were bought.
#[endpoint(part)]
pub struct EditionInfo {
    /// One entry for each app.
    #[serde(default)]
    pub agent: Vec<Edition>,
}

/// The edition of an app that a corporation uses.
#[endpoint(part)]
pub struct Edition {
    /// The app in the corporation.
    pub agentid: AgentId,
    /// Id of the edition.
    pub edition_id: EditionId,
    /// Name of the edition.
    pub edition_name: String,
    /// Whether it is on trial or bought, and still valid.
    pub app_status: EditionStatus,
    /// How many people may use it.
    pub user_limit: Option<u64>,
    /// When it ends.
    pub expired_time: Option<Timestamp>,
    /// Whether it is a virtual edition (虚拟版本).
    pub is_virtual_version: Option<bool>,
    /// Whether another corporation of its group shares it.
    pub is_shared_from_other_corp: Option<bool>,
}

int_enum! {
    /// Whether an edition is on trial or bought, and still valid.
    pub enum EditionStatus {
        /// On trial, for a limited time (限时试用).
        Trial = 1,
        /// The trial has expired (试用过期).
        TrialExpired = 2,
        /// Bought (已购买).
        Bought = 3,
        /// Bought, and expired (已过期).
        Expired = 4,
        /// On trial without a limit (不限时试用).
        UnlimitedTrial = 5,
    }
}

/// A corporation that has installed the suite.
#[endpoint(part)]
pub struct CorpInfo {
    /// Id of the corporation, as the provider knows it.
    pub corpid: CorpId,
    /// Short name of the corporation.
    pub corp_name: Option<String>,
    /// Full name (主体名称), only of a verified corporation.
    pub corp_full_name: Option<String>,
    /// Whether the corporation is verified.
    pub corp_type: Option<CorpVerification>,
    /// Address of its square logo.
    pub corp_square_logo_url: Option<String>,
    /// How many members it may have.
    pub corp_user_max: Option<u64>,
    /// How many apps it may have.
    pub corp_agent_max: Option<u64>,
    /// When its verification expires.
    pub verified_end_time: Option<Timestamp>,
    /// The kind of legal entity (主体类型).
    pub subject_type: Option<SubjectKind>,
    /// The address of the QR code by which its members follow it in WeChat.
    pub corp_wxqrcode: Option<String>,
    /// Number of employees in words, such as `1-50人`.
    pub corp_scale: Option<String>,
    /// Its industry (所属行业).
    pub corp_industry: Option<String>,
    /// Its branch of the industry (所属子行业).
    pub corp_sub_industry: Option<String>,
    /// Where it is located.
    pub location: Option<String>,
    /// Whether an administrator or a member installed the suite.
    pub auth_type: Option<InstallMode>,
    /// Address of its round logo.
    pub corp_round_logo_url: Option<String>,
    /// Further names of the corporation.
    pub corp_ex_name: Option<OtherNames>,
}

/// Whether a corporation is verified.
#[derive(Debug, Clone, PartialEq, Eq, Hash, StringEnum)]
#[string_enum(rename_all = "lowercase")]
#[non_exhaustive]
pub enum CorpVerification {
    /// Verified (认证号).
    Verified,
    /// Not verified (注册号).
    Unverified,
    /// A value that this version does not know.
    Other(String),
}

int_enum! {
    /// The kind of a legal entity.
    pub enum SubjectKind {
        /// A company (企业).
        Company = 1,
        /// A government or public institution (政府以及事业单位).
        Government = 2,
        /// Another organisation (其他组织).
        Organisation = 3,
        /// A team (团队号).
        Team = 4,
    }
}

int_enum! {
    /// Who installed an app.
    pub enum InstallMode {
        /// An administrator, for the corporation (管理员授权).
        Administrator = 0,
        /// A member, for themselves (成员授权).
        Member = 1,
    }
}

/// Further names of a corporation.
#[endpoint(part)]
pub struct OtherNames {
    /// The names, without the short one.
    #[serde(default)]
    pub name_list: Vec<String>,
}

/// The apps that a corporation has installed.
#[endpoint(part)]
pub struct AuthInfo {
    /// The apps of the suite.
    #[serde(default)]
    pub agent: Vec<InstalledAgent>,
}

/// An app of the suite in a corporation.
#[endpoint(part)]
pub struct InstalledAgent {
    /// The app in the corporation.
    pub agentid: AgentId,
    /// Name of the app.
    pub name: Option<String>,
    /// Address of its round logo.
    pub round_logo_url: Option<String>,
    /// Address of its square logo.
    pub square_logo_url: Option<String>,
    /// The app, in a suite of the old kind with several apps.
    pub appid: Option<SuiteAppId>,
    /// Whether an administrator or a member installed it.
    pub auth_mode: Option<InstallMode>,
    /// What it may see.
    pub privilege: Option<Privilege>,
    /// Whether it is a customized app (代开发应用).
    pub is_customized_app: Option<bool>,
    /// Whether it was authorized together with another app of the provider.
    pub auth_from_thirdapp: Option<bool>,
    /// The corporation that shares it, if it is shared.
    pub shared_from: Option<SharedFrom>,
}

/// The members, departments and tags that an app can see.
#[endpoint(part)]
pub struct Privilege {
    /// What it may do with their data.
    pub level: Option<ContactRight>,
    /// Departments that can use the app.
    #[serde(default)]
    pub allow_party: Vec<DepartmentId>,
    /// Members who can use the app.
    #[serde(default)]
    pub allow_user: Vec<UserId>,
    /// Tags whose members can use the app.
    #[serde(default)]
    pub allow_tag: Vec<TagId>,
    /// Further departments whose data the app can read.
    #[serde(default)]
    pub extra_party: Vec<DepartmentId>,
    /// Further members whose data the app can read.
    #[serde(default)]
    pub extra_user: Vec<UserId>,
    /// Further tags whose members' data the app can read.
    #[serde(default)]
    pub extra_tag: Vec<TagId>,
}

int_enum! {
    /// What an app may do with the data of members.
    pub enum ContactRight {
        /// Read basic data (通讯录基本信息只读).
        ReadBasic = 1,
        /// Read all data (通讯录全部信息只读).
        ReadAll = 2,
        /// Read and write all data (通讯录全部信息读写).
        WriteAll = 3,
        /// Read basic data of single members (单个基本信息只读).
        ReadBasicOfOne = 4,
        /// Read all data of single members (单个全部信息只读).
        ReadAllOfOne = 5,
        /// Write all data of single members (单个全部信息写).
        WriteAllOfOne = 6,
    }
}

/// The corporation that shares an app.
#[endpoint(part)]
pub struct SharedFrom {
    /// Id of the corporation that shares it.
    pub corpid: Option<CorpId>,
    /// How the two corporations are connected.
    pub share_type: Option<ShareKind>,
}

int_enum! {
    /// How a corporation is connected with one that shares an app with it.
    pub enum ShareKind {
        /// Both belong to a group of corporations (企业互联).
        CorpGroup = 0,
        /// Both belong to a chain (上下游).
        Chain = 1,
    }
}

/// The administrator or member who installed a suite.
#[endpoint(part)]
pub struct AuthUser {
    /// The member's id, unless the suite must not see it.
    pub userid: Option<UserId>,
    /// The member, as the provider's apps know them.
    pub open_userid: Option<OpenUserId>,
    /// The member's name, unless the suite must not see it.
    pub name: Option<String>,
    /// Address of the picture.
    pub avatar: Option<String>,
}

/// The current state of an installation.
#[endpoint(part, reply_to(crate::suite::GetAuthInfo))]
pub struct Installation {
    /// The dealer (代理商) who sold the suite.
    pub dealer_corp_info: Option<Dealer>,
    /// The corporation that installed it.
    pub auth_corp_info: Option<CorpInfo>,
    /// The apps that were installed.
    pub auth_info: Option<AuthInfo>,
    /// The editions that were bought.
    pub edition_info: Option<EditionInfo>,
}
