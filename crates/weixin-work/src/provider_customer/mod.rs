//! How a provider gets its customers: corporations that register by it, templates that they
//! install, ids that they get (推广注册、代开发授权). `/cgi-bin/service/*`

mod event;

use weixin_api::{endpoint, group};
use weixin_protocol::{CorpId, Secret, UserId, messages};

use crate::suite::PromotionTemplateId;

pub use event::*;

group! {
    /// How the provider gets its customers (推广注册、代开发授权).
    provider_customers: [
        GetRegisterCode, GetRegisterInfo, GetCustomizedAuthUrl, ConvertCorpId,
        FinishExternalUserIdMigration, GetBalance,
    ]
}

messages![
    CorpRegistered,
    RegisterPackageEntered,
    ExternalUserIdMigrationAgreed,
    AdvancedApiExpired,
    AdvancedApiTrialExpired
];

weixin_api::string_id! {
    /// A template of customized apps (代开发应用模板, templateid).
    AppTemplateId
}

/// Obtains a code with which a corporation registers through the provider.
///
/// Fails with 84020 when there is no such template, with 84025 when `state` is not made of up to
/// 128 letters and digits.
#[endpoint(POST "/cgi-bin/service/get_register_code", title = "获取注册码",
    doc = "https://developer.work.weixin.qq.com/document/path/90581",
    scope(provider), auth = provider_token, reply = RegisterCode, call = provider_customers.register_code)]
pub struct GetRegisterCode {
    /// The template of the promotion, up to 128 bytes.
    pub template_id: PromotionTemplateId,
    /// Name of the corporation, filled in on the page.
    pub corp_name: Option<String>,
    /// Name of its administrator, filled in on the page.
    pub admin_name: Option<String>,
    /// Phone number of its administrator, filled in on the page.
    pub admin_mobile: Option<String>,
    /// A text that the notice of the registration contains: up to 128 letters and digits.
    pub state: Option<String>,
    /// The member of the provider who looks after the corporation (跟进人).
    pub follow_user: Option<UserId>,
}

/// A code with which a corporation registers.
#[endpoint(part, reply_to(GetRegisterCode))]
pub struct RegisterCode {
    /// The code. The page is `https://open.work.weixin.qq.com/3rdservice/wework/register`, with
    /// `register_code` in its query.
    pub register_code: String,
    /// How many seconds the code is valid.
    pub expires_in: u64,
}

/// Returns the corporation that registered with a code.
///
/// Fails with 84022 when the code is wrong, with 84024 when nobody has registered with it yet.
#[endpoint(POST "/cgi-bin/service/get_register_info", title = "查询注册状态",
    doc = "https://developer.work.weixin.qq.com/document/path/90582",
    scope(provider), auth = provider_token, retry = safe, reply = RegisterInfo, call = provider_customers.register_info)]
pub struct GetRegisterInfo {
    /// The code that was handed out.
    pub register_code: String,
}

/// A corporation that has registered.
#[endpoint(part, reply_to(GetRegisterInfo))]
pub struct RegisterInfo {
    /// Id of the new corporation.
    pub corpid: Option<CorpId>,
    /// A token to fill its address book.
    pub contact_sync: Option<ContactToken>,
    /// The member who registered it.
    pub auth_user_info: Option<RegisteredBy>,
    /// The text given to [`GetRegisterCode`].
    pub state: Option<String>,
    /// The template of the promotion.
    pub template_id: Option<PromotionTemplateId>,
}

/// A token to fill the address book of a new corporation (通讯录api接口调用凭证).
#[endpoint(part, inbound)]
pub struct ContactToken {
    /// The access token for the address book.
    #[serde(serialize_with = "weixin_api::expose")]
    pub access_token: Secret,
    /// How many seconds the token is valid.
    pub expires_in: u64,
}

/// The member who registered a corporation.
#[endpoint(part, inbound)]
pub struct RegisteredBy {
    /// Id of the member.
    #[field(name = "UserId")]
    pub userid: Option<UserId>,
}

/// Obtains a QR code by which a corporation authorizes customized apps (代开发应用).
///
/// Fails with 842002 when a template is not published, with 842003 when one is not that of a
/// customized app, with 842004 when there are too few or too many.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Provider};
/// # use weixin_work::prelude::*;
/// # use weixin_work::provider_customer::AppTemplateId;
/// # async fn example(wx: impl Caller<Kind = Provider>) -> Result<(), Error> {
/// let templates = [AppTemplateId::new("dk1234567890abcdef")];
/// let link = wx.provider_customers().customized_auth_url(("shop-7", templates)).await?;
/// println!("the administrator scans {}", link.qrcode_url);
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/service/get_customized_auth_url", title = "获取带参授权链接",
    doc = "https://developer.work.weixin.qq.com/document/path/95436",
    scope(provider), auth = provider_token, retry = safe, reply = CustomizedAuthUrl, call = provider_customers.customized_auth_url)]
pub struct GetCustomizedAuthUrl {
    /// A text that the notice of the installation contains: up to 32 letters and digits.
    pub state: String,
    /// The templates of the apps: up to 9.
    pub templateid_list: Vec<AppTemplateId>,
}

/// A QR code by which a corporation authorizes customized apps.
#[endpoint(part, reply_to(GetCustomizedAuthUrl))]
pub struct CustomizedAuthUrl {
    /// Address of the picture.
    pub qrcode_url: String,
    /// How many seconds the code is valid.
    pub expires_in: Option<u64>,
}

/// Converts a corporation's id into the one that providers know it by.
#[endpoint(POST "/cgi-bin/service/corpid_to_opencorpid", title = "corpid的转换",
    doc = "https://developer.work.weixin.qq.com/document/path/97061",
    scope(provider), auth = provider_token, retry = safe, reply = OpenCorpId, call = provider_customers.open_corpid)]
pub struct ConvertCorpId {
    /// The corporation, as it knows itself.
    pub corpid: CorpId,
}

/// A corporation, as providers know it.
#[endpoint(part, reply_to(ConvertCorpId))]
pub struct OpenCorpId {
    /// Id of the corporation for this provider's apps.
    pub open_corpid: CorpId,
}

/// Declares that the ids of a corporation's customers have been migrated.
#[endpoint(POST "/cgi-bin/service/externalcontact/finish_external_userid_migration",
    title = "设置迁移完成",
    doc = "https://developer.work.weixin.qq.com/document/path/95327",
    scope(provider), auth = provider_token, retry = safe, call = provider_customers.finish_migration)]
pub struct FinishExternalUserIdMigration {
    /// The corporation whose migration is complete.
    pub corpid: CorpId,
}

/// Returns the balance of the provider's account.
#[endpoint(GET "/cgi-bin/service/get_account_balance", title = "查询余额",
    doc = "https://developer.work.weixin.qq.com/document/path/100137",
    scope(provider), auth = provider_token, reply = Balance, call = provider_customers.balance)]
pub struct GetBalance;

/// The balance of the provider's account.
#[endpoint(part, reply_to(GetBalance))]
pub struct Balance {
    /// The balance, in fen (0.01 yuan).
    pub balance: i64,
}
