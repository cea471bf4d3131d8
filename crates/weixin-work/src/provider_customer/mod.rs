//! How a provider gets its customers: corporations that register by it, templates that they
//! install, ids that they get (推广注册、代开发授权). `/cgi-bin/service/*`

mod event;

use weixin_api::{Call, Caller, On, endpoint, endpoints};
use weixin_protocol::{AppId, Secret, UserId, messages};

pub use event::*;

endpoints![
    GetRegisterCode,
    GetRegisterInfo,
    GetCustomizedAuthUrl,
    ConvertCorpId,
    FinishExternalUserIdMigration,
    GetBalance
];

messages![
    CorpRegistered,
    RegisterPackageEntered,
    ExternalUserIdMigrationAgreed,
    AdvancedApiExpired,
    AdvancedApiTrialExpired
];

/// Obtains a code with which a corporation registers. `POST /cgi-bin/service/get_register_code`
#[endpoint(POST "/cgi-bin/service/get_register_code", title = "获取注册码",
    doc = "https://developer.work.weixin.qq.com/document/path/90581",
    scope(provider), auth = provider_token, reply = RegisterCode)]
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
#[endpoint(part)]
pub struct RegisterCode {
    /// The code: the page is `https://open.work.weixin.qq.com/3rdservice/wework/register`, with
    /// `register_code` in its query.
    pub register_code: String,
    /// How many seconds it lives.
    pub expires_in: u64,
}

/// Tells what came of a code with which a corporation registers.
/// `POST /cgi-bin/service/get_register_info`
#[endpoint(POST "/cgi-bin/service/get_register_info", title = "查询注册状态",
    doc = "https://developer.work.weixin.qq.com/document/path/90582",
    scope(provider), auth = provider_token, retry = safe, reply = RegisterInfo)]
pub struct GetRegisterInfo {
    /// The code.
    pub register_code: String,
}

/// A corporation that has registered.
#[endpoint(part)]
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
/// `POST /cgi-bin/service/get_customized_auth_url`
#[endpoint(POST "/cgi-bin/service/get_customized_auth_url", title = "获取带参授权链接",
    doc = "https://developer.work.weixin.qq.com/document/path/95436",
    scope(provider), auth = provider_token, retry = safe, reply = CustomizedAuthUrl)]
pub struct GetCustomizedAuthUrl {
    /// What the notice of the installation is to carry: up to 32 letters and digits.
    pub state: String,
    /// The templates of the apps: up to 9.
    pub templateid_list: Vec<String>,
}

/// A QR code by which a corporation has apps made for it.
#[endpoint(part)]
pub struct CustomizedAuthUrl {
    /// The address of the picture.
    pub qrcode_url: String,
    /// How many seconds it lives.
    pub expires_in: Option<u64>,
}

/// Gives a corporation by the name that providers know it by.
/// `POST /cgi-bin/service/corpid_to_opencorpid`
#[endpoint(POST "/cgi-bin/service/corpid_to_opencorpid", title = "corpid的转换",
    doc = "https://developer.work.weixin.qq.com/document/path/97061",
    scope(provider), auth = provider_token, retry = safe, reply = OpenCorpId)]
pub struct ConvertCorpId {
    /// The corporation, as it knows itself.
    pub corpid: AppId,
}

/// A corporation, as providers know it.
#[endpoint(part)]
pub struct OpenCorpId {
    /// The corporation.
    pub open_corpid: AppId,
}

/// Says that the ids of a corporation's customers have been changed everywhere.
/// `POST /cgi-bin/service/externalcontact/finish_external_userid_migration`
#[endpoint(POST "/cgi-bin/service/externalcontact/finish_external_userid_migration",
    title = "设置迁移完成",
    doc = "https://developer.work.weixin.qq.com/document/path/95327",
    scope(provider), auth = provider_token, retry = safe)]
pub struct FinishExternalUserIdMigration {
    /// The corporation.
    pub corpid: AppId,
}

/// Tells how much the provider has to spend. `GET /cgi-bin/service/get_account_balance`
#[endpoint(GET "/cgi-bin/service/get_account_balance", title = "查询余额",
    doc = "https://developer.work.weixin.qq.com/document/path/100137",
    scope(provider), auth = provider_token, reply = Balance)]
pub struct GetBalance;

/// How much a provider has to spend.
#[endpoint(part)]
pub struct Balance {
    /// The sum, in fen (0.01 yuan).
    pub balance: i64,
}

/// The group as a client has it: `wx.provider_customers()`.
#[derive(Debug)]
pub struct ProviderCustomers<'c, C: ?Sized>(&'c C);

/// Gives a client `provider_customers()`.
pub trait ProviderCustomersApi: Caller {
    /// How the provider gets its customers (推广注册、代开发授权).
    fn provider_customers(&self) -> ProviderCustomers<'_, Self> {
        ProviderCustomers(self)
    }
}

impl<C: Caller + ?Sized> ProviderCustomersApi for C where GetRegisterCode: On<C::Kind> {}

impl<'c, C: Caller + ?Sized> ProviderCustomers<'c, C> {
    /// A code with which a corporation registers; see [`GetRegisterCode`].
    pub fn register_code(&self, template_id: impl Into<String>) -> Call<'c, C, GetRegisterCode> {
        Call::new(self.0, GetRegisterCode::new(template_id))
    }

    /// What came of it; see [`GetRegisterInfo`].
    pub fn register_info(&self, register_code: impl Into<String>) -> Call<'c, C, GetRegisterInfo> {
        Call::new(self.0, GetRegisterInfo::new(register_code))
    }

    /// A QR code by which apps are made; see [`GetCustomizedAuthUrl`].
    pub fn customized_auth_url(
        &self,
        state: impl Into<String>,
        templateid_list: impl Into<Vec<String>>,
    ) -> Call<'c, C, GetCustomizedAuthUrl> {
        Call::new(self.0, GetCustomizedAuthUrl::new(state, templateid_list))
    }

    /// A corporation as providers know it; see [`ConvertCorpId`].
    pub fn open_corpid(&self, corpid: impl Into<AppId>) -> Call<'c, C, ConvertCorpId> {
        Call::new(self.0, ConvertCorpId::new(corpid))
    }

    /// Says that ids have been changed; see [`FinishExternalUserIdMigration`].
    pub fn finish_migration(
        &self,
        corpid: impl Into<AppId>,
    ) -> Call<'c, C, FinishExternalUserIdMigration> {
        Call::new(self.0, FinishExternalUserIdMigration::new(corpid))
    }

    /// How much there is to spend; see [`GetBalance`].
    pub fn balance(&self) -> Call<'c, C, GetBalance> {
        Call::new(self.0, GetBalance::new())
    }
}
