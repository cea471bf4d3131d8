//! Mini Programs on trial (试用小程序). `/wxa/verifybetaweapp`, `/wxa/setbetaweappnickname`

use weixin_api::{endpoint, group};
use weixin_protocol::{AppId, Header, Secret, inbound};

group! {
    /// The Mini Program while it is on trial (试用小程序).
    beta: [VerifyBetaMiniProgram, SetBetaNickname, GetOfficialAdminAuth, VerifyBetaByOfficial]
}

weixin_protocol::messages![BetaVerified, BetaVerificationApplied, BetaAuthorizationApplied];

/// Verifies a Mini Program on trial for a company: its legal representative confirms in WeChat,
/// then its administrator.
///
/// What came of it is pushed as
/// [`BetaMiniProgramVerified`](crate::registration::BetaMiniProgramVerified). 89251: the
/// representative has not confirmed yet.
#[endpoint(POST "/wxa/verifybetaweapp", title = "试用小程序快速认证",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/register-management/fast-regist-beta/verfifyBetaMiniprogram.html",
    scope(mini), call = beta.verify)]
pub struct VerifyBetaMiniProgram {
    /// The company.
    pub verify_info: BetaVerification,
}

/// The company that a Mini Program on trial becomes the Mini Program of.
#[endpoint(part)]
pub struct BetaVerification {
    /// The company, as it is registered; sole traders without a name write `个体户` and the
    /// representative's name.
    pub enterprise_name: String,
    /// Its number.
    pub code: String,
    /// What number that is: 1 the unified social credit code, 2 the organization code, 3 the number
    /// of the business licence.
    pub code_type: Option<i64>,
    /// The WeChat name of the legal representative.
    pub legal_persona_wechat: Option<String>,
    /// Their name, as at their bank.
    pub legal_persona_name: Option<String>,
    /// The number of their identity card.
    pub legal_persona_idcard: Option<String>,
    /// The telephone number of the third-party platform.
    pub component_phone: Option<String>,
}

/// Gives a Mini Program on trial another name.
#[endpoint(POST "/wxa/setbetaweappnickname", title = "修改试用小程序名称",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/register-management/fast-regist-beta/modifyBetaMiniprogramNickName.html",
    scope(mini), retry = safe, call = beta.rename)]
pub struct SetBetaNickname {
    /// The name: 4 to 30 characters.
    pub name: String,
}

/// Asks the administrator of an Official Account whether its owner may become the owner of a Mini
/// Program on trial.
///
/// The answer is pushed as [`BetaAuthorizationApplied`], with the ticket for
/// [`VerifyBetaByOfficial`].
#[endpoint(POST "/wxa/getmpadminauth", title = "获取公众号管理员授权链接",
    doc = "https://developers.weixin.qq.com/doc/oplatform/Third-party_Platforms/2.0/api/verify_beta_Mini_Programs/getmpadminauth.html",
    scope(mini), reply = BetaAuthorizeUrl, call = beta.admin_auth)]
pub struct GetOfficialAdminAuth {
    /// The Official Account.
    pub mp_appid: AppId,
    /// Whether the two are to have the same administrator.
    #[serde(
        with = "weixin_api::bool_as_int::option",
        default,
        skip_serializing_if = "Option::is_none"
    )]
    pub same_admin: Option<bool>,
}

/// Makes the owner of an Official Account the owner of a Mini Program on trial.
#[endpoint(POST "/wxa/mpverifybetaweapp", title = "复用公众号资质转正",
    doc = "https://developers.weixin.qq.com/doc/oplatform/Third-party_Platforms/2.0/api/verify_beta_Mini_Programs/mpverifybetaweapp.html",
    scope(mini), reply = BetaAuthorizeUrl, call = beta.verify_by_official)]
pub struct VerifyBetaByOfficial {
    /// The Official Account.
    pub mp_appid: AppId,
    /// What was pushed when its administrator agreed.
    #[serde(serialize_with = "weixin_api::expose")]
    pub ticket: Secret,
}

/// Where somebody confirms something.
#[endpoint(part, reply_to(GetOfficialAdminAuth, VerifyBetaByOfficial))]
pub struct BetaAuthorizeUrl {
    /// The address.
    pub authorize_url: Option<String>,
}

/// What came of a Mini Program's being made that of an Official Account's owner. Event
/// `betaapp_verify_event`.
#[inbound(event = "betaapp_verify_event", scope(mini))]
pub struct BetaVerified {
    /// From whom, to whom, when.
    pub header: Header,
    /// What came of it.
    #[field(name = "ApplyAuthorizationInfoNoitfy")]
    pub result: Option<BetaResult>,
}

/// What the administrator of a Mini Program said to its being made that of an Official Account's
/// owner. Event `betaapp_verify_apply_event`.
#[inbound(event = "betaapp_verify_apply_event", scope(mini))]
pub struct BetaVerificationApplied {
    /// From whom, to whom, when.
    pub header: Header,
    /// What they said.
    #[field(name = "ApplyAuthorizationInfoNoitfy")]
    pub result: Option<BetaResult>,
}

/// What the administrator of an Official Account said to [`GetOfficialAdminAuth`]. Event
/// `betaapp_authorization_apply_event`.
#[inbound(event = "betaapp_authorization_apply_event", scope(mini))]
pub struct BetaAuthorizationApplied {
    /// From whom, to whom, when.
    pub header: Header,
    /// What they said.
    #[field(name = "ApplyAuthorizationInfoNoitfy")]
    pub result: Option<BetaResult>,
}

/// What came of something that was asked about a Mini Program on trial.
#[inbound(part)]
pub struct BetaResult {
    /// The Mini Program.
    #[field(name = "appid")]
    pub appid: Option<AppId>,
    /// The Official Account.
    #[field(name = "mp_appid")]
    pub mp_appid: Option<AppId>,
    /// When.
    #[field(name = "operation_time")]
    pub operation_time: Option<String>,
    /// The code of how it ended; `msg` says it in words.
    #[field(name = "status")]
    pub status: Option<i64>,
    /// The same in words.
    #[field(name = "msg")]
    pub msg: Option<String>,
    /// What [`VerifyBetaByOfficial`] takes.
    #[field(name = "ticket")]
    pub ticket: Option<Secret>,
}
