//! Mini Programs on trial (试用小程序). `/wxa/verifybetaweapp`, `/wxa/setbetaweappnickname`

use weixin_api::{endpoint, group};
use weixin_protocol::{AppId, Header, Secret, inbound};

use crate::company::CompanyCodeType;

group! {
    /// The Mini Program while it is on trial (试用小程序).
    beta: [VerifyBetaMiniProgram, SetBetaNickname, GetOfficialAdminAuth, VerifyBetaByOfficial]
}

weixin_protocol::messages![BetaVerified, BetaVerificationApplied, BetaAuthorizationApplied];

/// Verifies a Mini Program on trial for a company. The legal representative, then the administrator
/// confirm it in WeChat.
///
/// The result is pushed as
/// [`BetaMiniProgramVerified`](crate::registration::BetaMiniProgramVerified). Fails with 89251 when
/// the legal representative has not confirmed yet, with 89249 when the company has a task within 24
/// hours, with 89248 or 89255 when the company's number is not accepted, and with 61070 when name
/// and WeChat ID do not belong to one person.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Mini};
/// # use weixin_open::{beta_mini_program::*, registration::*};
/// # async fn example(wx: impl Caller<Kind = Mini>) -> Result<(), Error> {
/// let company = BetaVerification::new("示例茶叶有限公司", "91440101MA5XXXXX0X")
///     .code_type(CompanyCodeType::CreditCode)
///     .legal_persona_wechat("zhangsan")
///     .legal_persona_name("张三")
///     .legal_persona_idcard("440101199001010000");
/// wx.beta().verify(company).await?;
/// # Ok(())
/// # }
/// ```
#[endpoint(POST "/wxa/verifybetaweapp", title = "试用小程序快速认证",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/register-management/fast-regist-beta/verfifyBetaMiniprogram.html",
    scope(mini), call = beta.verify)]
pub struct VerifyBetaMiniProgram {
    /// The company that becomes the owner.
    pub verify_info: BetaVerification,
}

/// The company that becomes the owner of a Mini Program on trial.
#[endpoint(part)]
pub struct BetaVerification {
    /// The name of the company, as registered; sole traders without a name write `个体户_` and the
    /// name of the representative.
    pub enterprise_name: String,
    /// The number of the company; its kind is `code_type`.
    pub code: String,
    /// The kind of the company's number.
    pub code_type: Option<CompanyCodeType>,
    /// The WeChat ID (微信号) of the legal representative.
    pub legal_persona_wechat: Option<String>,
    /// The name of the legal representative, as bound to a bank card.
    pub legal_persona_name: Option<String>,
    /// The number of the legal representative's identity card.
    pub legal_persona_idcard: Option<String>,
    /// The telephone number of the third-party platform.
    pub component_phone: Option<String>,
}

/// Sets the name of a Mini Program on trial.
#[endpoint(POST "/wxa/setbetaweappnickname", title = "修改试用小程序名称",
    doc = "https://developers.weixin.qq.com/doc/oplatform/openApi/OpenApiDoc/register-management/fast-regist-beta/modifyBetaMiniprogramNickName.html",
    scope(mini), retry = safe, call = beta.rename)]
pub struct SetBetaNickname {
    /// The name: 4 to 30 characters.
    pub name: String,
}

/// Returns a page where the administrator of an Official Account permits its owner to become the
/// owner of a Mini Program on trial.
///
/// The answer is pushed as [`BetaAuthorizationApplied`], with the ticket for
/// [`VerifyBetaByOfficial`].
#[endpoint(POST "/wxa/getmpadminauth", title = "获取公众号管理员授权链接",
    doc = "https://developers.weixin.qq.com/doc/oplatform/Third-party_Platforms/2.0/api/verify_beta_Mini_Programs/getmpadminauth.html",
    scope(mini), reply = BetaAuthorizeUrl, call = beta.admin_auth)]
pub struct GetOfficialAdminAuth {
    /// The Official Account.
    pub mp_appid: AppId,
    /// Whether the Mini Program gets the same administrator as the Official Account.
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
    /// The ticket that [`BetaAuthorizationApplied`] brought.
    #[serde(serialize_with = "weixin_api::expose")]
    pub ticket: Secret,
}

/// A page where an administrator confirms.
#[endpoint(part, reply_to(GetOfficialAdminAuth, VerifyBetaByOfficial))]
pub struct BetaAuthorizeUrl {
    /// The address of the page.
    pub authorize_url: Option<String>,
}

/// The transfer of a Mini Program on trial to the owner of an Official Account has ended. The
/// third-party platform that acts for it gets it.
#[inbound(event = "betaapp_verify_event", scope(mini))]
pub struct BetaVerified {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The result of the transfer.
    #[field(name = "ApplyAuthorizationInfoNoitfy")]
    pub result: Option<BetaResult>,
}

/// The administrator of a Mini Program on trial has answered a transfer to the owner of an Official
/// Account. The third-party platform that acts for it gets it.
#[inbound(event = "betaapp_verify_apply_event", scope(mini))]
pub struct BetaVerificationApplied {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The administrator's answer.
    #[field(name = "ApplyAuthorizationInfoNoitfy")]
    pub result: Option<BetaResult>,
}

/// The administrator of an Official Account has answered [`GetOfficialAdminAuth`]. The third-party
/// platform that acts for the Mini Program gets it.
#[inbound(event = "betaapp_authorization_apply_event", scope(mini))]
pub struct BetaAuthorizationApplied {
    /// Sender, receiver and time of the push.
    pub header: Header,
    /// The administrator's answer.
    #[field(name = "ApplyAuthorizationInfoNoitfy")]
    pub result: Option<BetaResult>,
}

/// The result of a step in the transfer of a Mini Program on trial.
#[inbound(part)]
pub struct BetaResult {
    /// The Mini Program on trial.
    #[field(name = "appid")]
    pub appid: Option<AppId>,
    /// The Official Account.
    #[field(name = "mp_appid")]
    pub mp_appid: Option<AppId>,
    /// When the step ended, as text.
    #[field(name = "operation_time")]
    pub operation_time: Option<String>,
    /// 0 if the step succeeded; else a code that `msg` explains.
    #[field(name = "status")]
    pub status: Option<i64>,
    /// The result in words.
    #[field(name = "msg")]
    pub msg: Option<String>,
    /// The ticket for [`VerifyBetaByOfficial`]; only in [`BetaAuthorizationApplied`].
    #[field(name = "ticket")]
    pub ticket: Option<Secret>,
}
