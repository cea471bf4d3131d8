//! How a provider gets its customers: corporations that register by it, templates that they
//! install, ids that they get (推广注册、代开发授权). `/cgi-bin/service/*`

mod event;

use weixin_api::{endpoint, group};
use weixin_protocol::{AppId, Secret, UserId, messages};

pub use event::*;

group! {
    /// How the provider gets its customers (推广注册、代开发授权).
    provider_customers: [GetRegisterCode, GetRegisterInfo, GetCustomizedAuthUrl, ConvertCorpId, FinishExternalUserIdMigration, GetBalance]
}

messages![
    CorpRegistered,
    RegisterPackageEntered,
    ExternalUserIdMigrationAgreed,
    AdvancedApiExpired,
    AdvancedApiTrialExpired
];

/// Obtains a code with which a corporation registers.
#[endpoint(POST "/cgi-bin/service/get_register_code", title = "获取注册码",
    doc = "https://developer.work.weixin.qq.com/document/path/90581",
    scope(provider), auth = provider_token, reply = RegisterCode, call = provider_customers.register_code)]
pub struct GetRegisterCode {
    /// The template of the promotion, up to 128 bytes.
    pub template_id: String,
    /// The name of the corporation.
    pub corp_name: Option<String>,
    /// The name of its administrator.
    pub admin_name: Option<String>,
    /// The phone number of its administrator.
    pub admin_mobile: Option<String>,
    /// What the notice of the registration is to carry: up to 128 letters and digits.
    pub state: Option<String>,
    /// The member of the provider who looks after it.
    pub follow_user: Option<UserId>,
}

/// A code with which a corporation registers.
#[endpoint(part, reply_to(GetRegisterCode))]
pub struct RegisterCode {
    /// The code: the page is `https://open.work.weixin.qq.com/3rdservice/wework/register`, with
    /// `register_code` in its query.
    pub register_code: String,
    /// How many seconds it lives.
    pub expires_in: u64,
}

/// Tells what came of a code with which a corporation registers.
#[endpoint(POST "/cgi-bin/service/get_register_info", title = "查询注册状态",
    doc = "https://developer.work.weixin.qq.com/document/path/90582",
    scope(provider), auth = provider_token, retry = safe, reply = RegisterInfo, call = provider_customers.register_info)]
pub struct GetRegisterInfo {
    /// The code.
    pub register_code: String,
}

/// A corporation that has registered.
#[endpoint(part, reply_to(GetRegisterInfo))]
pub struct RegisterInfo {
    /// The corporation.
    pub corpid: Option<AppId>,
    /// A token for its address book.
    pub contact_sync: Option<ContactToken>,
    /// Who registered it.
    pub auth_user_info: Option<RegisteredBy>,
    /// What the code was obtained with.
    pub state: Option<String>,
    /// The template of the promotion.
    pub template_id: Option<String>,
}

/// A token for the address book of a new corporation.
#[endpoint(part)]
pub struct ContactToken {
    /// The token.
    #[serde(serialize_with = "weixin_api::expose")]
    pub access_token: Secret,
    /// How many seconds it lives.
    pub expires_in: u64,
}

/// Who registered a corporation.
#[endpoint(part)]
pub struct RegisteredBy {
    /// The member.
    pub userid: Option<UserId>,
}

/// Obtains the address of a QR code by which a corporation has apps made for it.
#[endpoint(POST "/cgi-bin/service/get_customized_auth_url", title = "获取带参授权链接",
    doc = "https://developer.work.weixin.qq.com/document/path/95436",
    scope(provider), auth = provider_token, retry = safe, reply = CustomizedAuthUrl, call = provider_customers.customized_auth_url)]
pub struct GetCustomizedAuthUrl {
    /// What the notice of the installation is to carry: up to 32 letters and digits.
    pub state: String,
    /// The templates of the apps: up to 9.
    pub templateid_list: Vec<String>,
}

/// A QR code by which a corporation has apps made for it.
#[endpoint(part, reply_to(GetCustomizedAuthUrl))]
pub struct CustomizedAuthUrl {
    /// The address of the picture.
    pub qrcode_url: String,
    /// How many seconds it lives.
    pub expires_in: Option<u64>,
}

/// Gives a corporation by the name that providers know it by.
#[endpoint(POST "/cgi-bin/service/corpid_to_opencorpid", title = "corpid的转换",
    doc = "https://developer.work.weixin.qq.com/document/path/97061",
    scope(provider), auth = provider_token, retry = safe, reply = OpenCorpId, call = provider_customers.open_corpid)]
pub struct ConvertCorpId {
    /// The corporation, as it knows itself.
    pub corpid: AppId,
}

/// A corporation, as providers know it.
#[endpoint(part, reply_to(ConvertCorpId))]
pub struct OpenCorpId {
    /// The corporation.
    pub open_corpid: AppId,
}

/// Says that the ids of a corporation's customers have been changed everywhere.
#[endpoint(POST "/cgi-bin/service/externalcontact/finish_external_userid_migration",
    title = "设置迁移完成",
    doc = "https://developer.work.weixin.qq.com/document/path/95327",
    scope(provider), auth = provider_token, retry = safe, call = provider_customers.finish_migration)]
pub struct FinishExternalUserIdMigration {
    /// The corporation.
    pub corpid: AppId,
}

/// Tells how much the provider has to spend.
#[endpoint(GET "/cgi-bin/service/get_account_balance", title = "查询余额",
    doc = "https://developer.work.weixin.qq.com/document/path/100137",
    scope(provider), auth = provider_token, reply = Balance, call = provider_customers.balance)]
pub struct GetBalance;

/// How much a provider has to spend.
#[endpoint(part, reply_to(GetBalance))]
pub struct Balance {
    /// The sum, in fen (0.01 yuan).
    pub balance: i64,
}
