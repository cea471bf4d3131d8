//! Registration of Mini Programs by a third-party platform (快速注册小程序).
//! `/cgi-bin/component/fastregisterweapp`, `/wxa/component/fastregister*`
//!
//! The owner confirms in WeChat, and the result is pushed. The platform's pages say which of these
//! calls new third-party platforms may still make.

pub use crate::company::CompanyCodeType;
use weixin_api::{endpoint, group, int_enum};
use weixin_protocol::{AppId, Header, OpenId, Secret, inbound};

group! {
    /// Mini Programs that the third-party platform registers (快速注册小程序).
    registration: [
        RegisterCompanyMiniProgram, QueryCompanyRegistration, RegisterPersonalMiniProgram,
        QueryPersonalRegistration, RegisterBetaMiniProgram,
    ]
}

weixin_api::string_id! {
    /// A registration of a person's Mini Program (任务 ID, taskid).
    PersonalTaskId
    /// A registration of a Mini Program on trial (unique_id).
    BetaUniqueId
}

weixin_protocol::messages![
    MiniProgramRegistered,
    BetaMiniProgramRegistered,
    BetaMiniProgramVerified
];

/// Registers a Mini Program for a company. Its legal representative must confirm it in WeChat
/// within 24 hours.
///
/// The result is pushed as [`MiniProgramRegistered`]. Fails with 89249 when the company has a task
/// within these 24 hours, with 61070 when name and WeChat ID do not belong to one person, with
/// 86004 when the WeChat ID is invalid, with 89248 or 89255 when the company's number is not
/// accepted, with 89254 when the third-party platform lacks permissions, and with other codes from
/// 89247 on when the data are not accepted.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Component};
/// # use weixin_open::registration::*;
/// # async fn example(wx: impl Caller<Kind = Component>) -> Result<(), Error> {
/// let company = RegisterCompanyMiniProgram::new(
///     "示例茶叶有限公司", "91440101MA5XXXXX0X", CompanyCodeType::CreditCode, "zhangsan", "张三",
/// );
/// wx.registration().company(company).await?;
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/cgi-bin/component/fastregisterweapp?action=create", title = "快速注册企业小程序",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/register-management/fast-registration-ent/registerMiniprogram.html",
    scope(component), auth = component_token, call = registration.company)]
pub struct RegisterCompanyMiniProgram {
    /// The name of the company, as registered; sole traders without a name write `个体户_` and the
    /// name of the representative.
    pub name: String,
    /// The number of the company; its kind is `code_type`.
    pub code: String,
    /// The kind of the company's number.
    pub code_type: CompanyCodeType,
    /// The WeChat ID (微信号) of the legal representative.
    pub legal_persona_wechat: String,
    /// The name of the legal representative, as bound to a bank card.
    pub legal_persona_name: String,
    /// The telephone number of the third-party platform.
    pub component_phone: Option<String>,
}

/// Returns the state of a company's registration as an error code.
///
/// Fails with 89250 when there is no such task, with 89251 when the legal representative has not
/// confirmed yet, and with 89252 while the data are being verified.
#[endpoint(POST "/cgi-bin/component/fastregisterweapp?action=search", title = "查询创建任务状态",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/register-management/fast-registration-ent/registerMiniprogram.html",
    scope(component), auth = component_token, retry = safe, call = registration.company_status)]
pub struct QueryCompanyRegistration {
    /// The name of the company.
    pub name: String,
    /// The WeChat ID (微信号) of the legal representative.
    pub legal_persona_wechat: String,
    /// The name of the legal representative, as bound to a bank card.
    pub legal_persona_name: String,
}

/// Registers a Mini Program for a person, who must confirm it in WeChat within 24 hours.
///
/// Show `authorize_url` as a QR code. The result is pushed as [`MiniProgramRegistered`]. Such a
/// Mini Program cannot take payments.
#[endpoint(POST "/wxa/component/fastregisterpersonalweapp?action=create", title = "快速注册个人小程序",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/register-management/fast-registration-ind/fastRegisterPersonalMp.html",
    scope(component), auth = component_token, reply = PersonalRegistration, call = registration.personal)]
pub struct RegisterPersonalMiniProgram {
    /// The name of the person.
    pub idname: String,
    /// The WeChat ID (微信号) of the person.
    pub wxuser: String,
    /// The telephone number of the third-party platform.
    pub component_phone: Option<String>,
    /// Whether the newer procedure of the platform is used.
    pub new_version: Option<bool>,
}

/// Returns the state of a person's registration.
#[endpoint(POST "/wxa/component/fastregisterpersonalweapp?action=query", title = "查询创建任务状态",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/register-management/fast-registration-ind/fastRegisterPersonalMp.html",
    scope(component), auth = component_token, retry = safe, reply = PersonalRegistration, call = registration.personal_status)]
pub struct QueryPersonalRegistration {
    /// The registration, as [`RegisterPersonalMiniProgram`] returned it.
    pub taskid: PersonalTaskId,
}

/// The registration of a person's Mini Program.
#[endpoint(part, reply_to(RegisterPersonalMiniProgram, QueryPersonalRegistration))]
pub struct PersonalRegistration {
    /// The registration, as [`RegisterPersonalMiniProgram`] returned it.
    pub taskid: Option<PersonalTaskId>,
    /// The address of the page where it is confirmed.
    pub authorize_url: Option<String>,
    /// The state of the registration.
    pub status: Option<PersonalRegistrationStatus>,
}

int_enum! {
    /// The state of a person's registration.
    pub enum PersonalRegistrationStatus {
        /// The task was created.
        Created = 0,
        /// The person did not confirm in time.
        TimedOut = 1,
        /// The person has rejected the registration.
        Rejected = 2,
        /// The person has agreed.
        Agreed = 3,
        /// The face verification has started.
        FaceStarted = 4,
        /// The face verification has failed.
        FaceFailed = 5,
        /// The face verification has succeeded.
        FacePassed = 6,
        /// A code was sent to the person's telephone.
        PhoneStarted = 7,
        /// The verification of the telephone has failed.
        PhoneFailed = 8,
        /// The verification of the telephone has succeeded.
        PhonePassed = 9,
        /// The Mini Program is being created.
        Creating = 10,
        /// The Mini Program could not be created.
        CreateFailed = 11,
        /// The Mini Program was created.
        Done = 12,
        /// All verifications have succeeded.
        Verified = 13,
        /// A verification has failed.
        VerifyFailed = 14,
    }
}

/// Registers a Mini Program on trial, which must be confirmed on a page within 24 hours.
///
/// The result is pushed as [`BetaMiniProgramRegistered`]. The trial lasts 14 days; then the Mini
/// Program must be verified.
#[endpoint(POST "/wxa/component/fastregisterbetaweapp", title = "注册试用小程序",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/register-management/fast-regist-beta/registerBetaMiniprogram.html",
    scope(component), auth = component_token, reply = BetaRegistration, call = registration.beta)]
pub struct RegisterBetaMiniProgram {
    /// The name: 4 to 30 characters.
    pub name: String,
    /// The user who becomes the owner, by the openid at the third-party platform.
    pub openid: OpenId,
}

/// The registration of a Mini Program on trial.
#[endpoint(part, reply_to(RegisterBetaMiniProgram))]
pub struct BetaRegistration {
    /// The registration, which the push repeats.
    pub unique_id: BetaUniqueId,
    /// The address of the page where it is confirmed.
    pub authorize_url: String,
}

/// The registration of a Mini Program has ended, with or without success.
#[inbound(notice = "notify_third_fasteregister", scope(official, mini))]
pub struct MiniProgramRegistered {
    /// When the notice was sent.
    pub header: Header,
    /// The third-party platform.
    pub app_id: AppId,
    /// The Mini Program that was created.
    #[field(name = "appid")]
    pub new_app_id: Option<AppId>,
    /// 0 if it was created; else a code that `msg` explains.
    #[field(name = "status")]
    pub status: i64,
    /// The code that [`QueryAuthorization`](crate::authorization::QueryAuthorization) takes.
    #[field(name = "auth_code")]
    pub auth_code: Option<Secret>,
    /// The result in words.
    #[field(name = "msg")]
    pub msg: Option<String>,
    /// The data that were given for the registration.
    #[field(name = "info")]
    pub info: Option<RegisteredInfo>,
}

/// The data that were given for a registration.
#[inbound(part)]
pub struct RegisteredInfo {
    /// The name of the company.
    #[field(name = "name")]
    pub name: Option<String>,
    /// The number of the company; its kind is `code_type`.
    #[field(name = "code")]
    pub code: Option<String>,
    /// The kind of the company's number.
    #[field(name = "code_type")]
    pub code_type: Option<CompanyCodeType>,
    /// The WeChat ID (微信号) of the legal representative.
    #[field(name = "legal_persona_wechat")]
    pub legal_persona_wechat: Option<String>,
    /// The name of the legal representative, as bound to a bank card.
    #[field(name = "legal_persona_name")]
    pub legal_persona_name: Option<String>,
    /// The name of the person.
    #[field(name = "idname")]
    pub idname: Option<String>,
    /// The WeChat ID (微信号) of the person.
    #[field(name = "wxuser")]
    pub wxuser: Option<String>,
    /// The telephone number of the third-party platform.
    #[field(name = "component_phone")]
    pub component_phone: Option<String>,
}

/// The registration of a Mini Program on trial has ended, with or without success.
#[inbound(notice = "notify_third_fastregisterbetaapp", scope(official, mini))]
pub struct BetaMiniProgramRegistered {
    /// When the notice was sent.
    pub header: Header,
    /// The third-party platform.
    pub app_id: AppId,
    /// The Mini Program that was created.
    #[field(name = "appid")]
    pub new_app_id: Option<AppId>,
    /// 0 if it was created; else a code that `msg` explains.
    #[field(name = "status")]
    pub status: i64,
    /// The result in words.
    #[field(name = "msg")]
    pub msg: Option<String>,
    /// The data that were given for the registration.
    #[field(name = "info")]
    pub info: Option<BetaInfo>,
}

/// The data that were given for the registration of a Mini Program on trial.
#[inbound(part)]
pub struct BetaInfo {
    /// The registration, as in [`BetaRegistration`].
    #[field(name = "unique_id")]
    pub unique_id: Option<BetaUniqueId>,
    /// The name of the Mini Program.
    #[field(name = "name")]
    pub name: Option<String>,
}

/// The verification of a Mini Program on trial has ended, with or without success.
#[inbound(notice = "notify_third_fastverifybetaapp", scope(official, mini))]
pub struct BetaMiniProgramVerified {
    /// When the notice was sent.
    pub header: Header,
    /// The third-party platform.
    pub app_id: AppId,
    /// The Mini Program.
    #[field(name = "appid")]
    pub verified_app_id: Option<AppId>,
    /// 0 if it was verified; else a code that `msg` explains.
    #[field(name = "status")]
    pub status: i64,
    /// The result in words.
    #[field(name = "msg")]
    pub msg: Option<String>,
    /// The data of the company.
    #[field(name = "info")]
    pub info: Option<RegisteredInfo>,
}
