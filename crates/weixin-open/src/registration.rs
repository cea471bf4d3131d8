//! Mini Programs that a third-party platform registers (快速注册小程序). `/cgi-bin/component/fastregisterweapp`, `/wxa/component/fastregister*`
//!
//! The owner confirms in WeChat; what came of it is pushed. Each of the platform's pages says which
//! of these calls new third-party platforms may still make.

use weixin_api::{endpoint, group, int_enum};
use weixin_protocol::{AppId, Header, OpenId, Secret, inbound};

group! {
    /// Mini Programs that the third-party platform registers (快速注册小程序).
    registration: [RegisterCompanyMiniProgram, QueryCompanyRegistration, RegisterPersonalMiniProgram, QueryPersonalRegistration, RegisterBetaMiniProgram]
}

weixin_protocol::messages![
    MiniProgramRegistered,
    BetaMiniProgramRegistered,
    BetaMiniProgramVerified
];

/// Registers a Mini Program for a company, whose legal representative confirms it in WeChat within
/// 24 hours.
///
/// What came of it is pushed as [`MiniProgramRegistered`]. 89249: the company has a task within
/// these 24 hours; 61070: name and WeChat name do not belong together; 89247 to 89254 speak of the
/// data.
#[endpoint(POST "/cgi-bin/component/fastregisterweapp?action=create", title = "快速注册企业小程序",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/register-management/fast-registration-ent/registerMiniprogram.html",
    scope(component), auth = component_token, call = registration.company)]
pub struct RegisterCompanyMiniProgram {
    /// The company, as it is registered; sole traders without a name write `个体户` and the
    /// representative's name.
    pub name: String,
    /// Its number.
    pub code: String,
    /// What number that is.
    pub code_type: CompanyCodeType,
    /// The WeChat name of the legal representative.
    pub legal_persona_wechat: String,
    /// Their name, as at their bank.
    pub legal_persona_name: String,
    /// The telephone number of the third-party platform.
    pub component_phone: Option<String>,
}

int_enum! {
    /// What a company's number is.
    pub enum CompanyCodeType {
        /// The unified social credit code: 18 characters.
        CreditCode = 1,
        /// The organization code: nine characters and a dash.
        OrganizationCode = 2,
        /// The number of the business licence: 15 characters.
        BusinessLicence = 3,
    }
}

/// Tells by its error code how the registration of a company's Mini Program stands.
///
/// 89250: there is no such task; 89251: the representative has not confirmed yet; 89252: the data
/// are being compared.
#[endpoint(POST "/cgi-bin/component/fastregisterweapp?action=search", title = "查询创建任务状态",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/register-management/fast-registration-ent/registerMiniprogram.html",
    scope(component), auth = component_token, retry = safe, call = registration.company_status)]
pub struct QueryCompanyRegistration {
    /// The company.
    pub name: String,
    /// The WeChat name of the legal representative.
    pub legal_persona_wechat: String,
    /// Their name.
    pub legal_persona_name: String,
}

/// Registers a Mini Program for a person, who confirms it in WeChat within 24 hours.
///
/// Show them `authorize_url` as a QR code. What came of it is pushed as [`MiniProgramRegistered`].
/// Such a Mini Program cannot take payments.
#[endpoint(POST "/wxa/component/fastregisterpersonalweapp?action=create", title = "快速注册个人小程序",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/register-management/fast-registration-ind/fastRegisterPersonalMp.html",
    scope(component), auth = component_token, reply = PersonalRegistration, call = registration.personal)]
pub struct RegisterPersonalMiniProgram {
    /// The person's name.
    pub idname: String,
    /// Their WeChat name.
    pub wxuser: String,
    /// The telephone number of the third-party platform.
    pub component_phone: Option<String>,
    /// Whether the platform's newer procedure is meant.
    pub new_version: Option<bool>,
}

/// Tells how the registration of a person's Mini Program stands.
#[endpoint(POST "/wxa/component/fastregisterpersonalweapp?action=query", title = "查询创建任务状态",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/register-management/fast-registration-ind/fastRegisterPersonalMp.html",
    scope(component), auth = component_token, retry = safe, reply = PersonalRegistration, call = registration.personal_status)]
pub struct QueryPersonalRegistration {
    /// The task.
    pub taskid: String,
}

/// The registration of a person's Mini Program.
#[endpoint(part, reply_to(RegisterPersonalMiniProgram, QueryPersonalRegistration))]
pub struct PersonalRegistration {
    /// The task.
    pub taskid: Option<String>,
    /// Where the person confirms it.
    pub authorize_url: Option<String>,
    /// How it stands.
    pub status: Option<PersonalRegistrationStatus>,
}

int_enum! {
    /// How the registration of a person's Mini Program stands.
    pub enum PersonalRegistrationStatus {
        /// The task was made.
        Created = 0,
        /// It took too long.
        TimedOut = 1,
        /// The person refused.
        Refused = 2,
        /// The person agreed.
        Agreed = 3,
        /// Their face is being compared.
        FaceStarted = 4,
        /// Their face is not theirs.
        FaceFailed = 5,
        /// Their face is theirs.
        FacePassed = 6,
        /// A code was sent to their telephone.
        PhoneStarted = 7,
        /// The code was wrong.
        PhoneFailed = 8,
        /// The code was right.
        PhonePassed = 9,
        /// The Mini Program is being made.
        Creating = 10,
        /// It could not be made.
        CreateFailed = 11,
        /// It was made.
        Done = 12,
        /// Everything is confirmed.
        Verified = 13,
        /// Something could not be confirmed.
        VerifyFailed = 14,
    }
}

/// Registers a Mini Program on trial, which somebody confirms at the address answered within 24
/// hours.
///
/// What came of it is pushed as [`BetaMiniProgramRegistered`]. On trial it is 14 days; then it has
/// to be verified.
#[endpoint(POST "/wxa/component/fastregisterbetaweapp", title = "注册试用小程序",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/register-management/fast-regist-beta/registerBetaMiniprogram.html",
    scope(component), auth = component_token, reply = BetaRegistration, call = registration.beta)]
pub struct RegisterBetaMiniProgram {
    /// Its name: 4 to 30 characters.
    pub name: String,
    /// Whose it is to be, as known at the third-party platform.
    pub openid: OpenId,
}

/// The registration of a Mini Program on trial.
#[endpoint(part, reply_to(RegisterBetaMiniProgram))]
pub struct BetaRegistration {
    /// Which one; the push names it.
    pub unique_id: String,
    /// Where it is confirmed.
    pub authorize_url: String,
}

/// What came of the registration of a Mini Program, or of a person. InfoType
/// `notify_third_fasteregister`.
#[inbound(notice = "notify_third_fasteregister", scope(official, mini))]
pub struct MiniProgramRegistered {
    /// When.
    pub header: Header,
    /// The third-party platform.
    pub app_id: AppId,
    /// The Mini Program that was made.
    #[field(name = "appid")]
    pub new_app_id: Option<AppId>,
    /// 0 if it was made; else the code of what was wrong.
    #[field(name = "status")]
    pub status: i64,
    /// What [`QueryAuthorization`](crate::authorization::QueryAuthorization) takes.
    #[field(name = "auth_code")]
    pub auth_code: Option<Secret>,
    /// The same in words.
    #[field(name = "msg")]
    pub msg: Option<String>,
    /// What was said when it was registered.
    #[field(name = "info")]
    pub info: Option<RegisteredInfo>,
}

/// What was said when a Mini Program was registered.
#[inbound(part)]
pub struct RegisteredInfo {
    /// The company.
    #[field(name = "name")]
    pub name: Option<String>,
    /// Its number.
    #[field(name = "code")]
    pub code: Option<String>,
    /// What number that is; see [`CompanyCodeType`].
    #[field(name = "code_type")]
    pub code_type: Option<i64>,
    /// The WeChat name of the legal representative.
    #[field(name = "legal_persona_wechat")]
    pub legal_persona_wechat: Option<String>,
    /// Their name.
    #[field(name = "legal_persona_name")]
    pub legal_persona_name: Option<String>,
    /// The person.
    #[field(name = "idname")]
    pub idname: Option<String>,
    /// The person's WeChat name.
    #[field(name = "wxuser")]
    pub wxuser: Option<String>,
    /// The telephone number of the third-party platform.
    #[field(name = "component_phone")]
    pub component_phone: Option<String>,
}

/// What came of the registration of a Mini Program on trial. InfoType
/// `notify_third_fastregisterbetaapp`.
#[inbound(notice = "notify_third_fastregisterbetaapp", scope(official, mini))]
pub struct BetaMiniProgramRegistered {
    /// When.
    pub header: Header,
    /// The third-party platform.
    pub app_id: AppId,
    /// The Mini Program that was made.
    #[field(name = "appid")]
    pub new_app_id: Option<AppId>,
    /// 0 if it was made; else the code of what was wrong.
    #[field(name = "status")]
    pub status: i64,
    /// The same in words.
    #[field(name = "msg")]
    pub msg: Option<String>,
    /// What was said when it was registered.
    #[field(name = "info")]
    pub info: Option<BetaInfo>,
}

/// What was said when a Mini Program on trial was registered.
#[inbound(part)]
pub struct BetaInfo {
    /// Which one: see [`BetaRegistration`].
    #[field(name = "unique_id")]
    pub unique_id: Option<String>,
    /// Its name.
    #[field(name = "name")]
    pub name: Option<String>,
}

/// What came of verifying a Mini Program on trial. InfoType `notify_third_fastverifybetaapp`.
#[inbound(notice = "notify_third_fastverifybetaapp", scope(official, mini))]
pub struct BetaMiniProgramVerified {
    /// When.
    pub header: Header,
    /// The third-party platform.
    pub app_id: AppId,
    /// The Mini Program.
    #[field(name = "appid")]
    pub verified_app_id: Option<AppId>,
    /// 0 if it is verified; else the code of what was wrong.
    #[field(name = "status")]
    pub status: i64,
    /// The same in words.
    #[field(name = "msg")]
    pub msg: Option<String>,
    /// What was said of the company.
    #[field(name = "info")]
    pub info: Option<RegisteredInfo>,
}
