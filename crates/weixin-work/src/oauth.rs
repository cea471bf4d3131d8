//! Who a visitor of a web page is (网页授权登录). `/cgi-bin/auth/*`
//!
//! A page sends the visitor to [`authorize_url`] inside WeCom, or to [`login_url`] in any other
//! browser; they come back with a code, which [`GetVisitor`] exchanges for the member.

use weixin_api::{AgentId, Caller, endpoint, group, wire::query};
use weixin_protocol::{AppId, CorpId, OpenId, Secret, UserId};

use crate::{
    ids::{ClientDeviceId, ExternalUserId, ParentUserId},
    user::Gender,
};

group! {
    /// Visitors of web pages (网页授权登录).
    oauth: [GetVisitor, GetVisitorDetail, GetVisitorOld, GetSecondFactor]
}

/// What a page learns about its visitors.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Scope {
    /// Only who they are, without asking them (`snsapi_base`).
    Base,
    /// Picture, phone number and mail address as well, after they have agreed
    /// (`snsapi_privateinfo`).
    PrivateInfo,
}

/// The address to which a page inside WeCom sends a visitor. They come back to `redirect_uri`, whose
/// host the app's console knows, with `code` and `state` in its query.
///
/// `app` is the corpid, or the suite's id for an app that many corporations install. The agent is
/// needed for [`Scope::PrivateInfo`]. `state` is up to 128 letters and digits: let it be one that
/// only this visitor has, and compare it when they are back.
pub fn authorize_url(
    app: &AppId,
    agent: Option<AgentId>,
    redirect_uri: &str,
    scope: Scope,
    state: &str,
) -> String {
    let scope = match scope {
        Scope::Base => "snsapi_base",
        Scope::PrivateInfo => "snsapi_privateinfo",
    };
    let agent = agent.map(|agent| format!("&agentid={agent}")).unwrap_or_default();
    format!(
        "https://open.weixin.qq.com/connect/oauth2/authorize?appid={}&redirect_uri={}\
         &response_type=code&scope={scope}&state={}{agent}#wechat_redirect",
        query::encode(app.as_str()),
        query::encode(redirect_uri),
        query::encode(state),
    )
}

/// The address of the page at which a visitor logs in outside of WeCom, by a QR code or with the
/// WeCom on their computer. They come back to `redirect_uri` with `code` and `state` in its query,
/// and without `code` if they rejected the login.
pub fn login_url(app: &AppId, agent: AgentId, redirect_uri: &str, state: &str) -> String {
    format!(
        "https://login.work.weixin.qq.com/wwlogin/sso/login?login_type=CorpApp&appid={}\
         &agentid={agent}&redirect_uri={}&state={}",
        query::encode(app.as_str()),
        query::encode(redirect_uri),
        query::encode(state),
    )
}

/// The older form of [`login_url`], which shows a QR code only.
pub fn qr_connect_url(app: &AppId, agent: AgentId, redirect_uri: &str, state: &str) -> String {
    format!(
        "https://open.work.weixin.qq.com/wwopen/sso/qrConnect?appid={}&agentid={agent}\
         &redirect_uri={}&state={}",
        query::encode(app.as_str()),
        query::encode(redirect_uri),
        query::encode(state),
    )
}

/// Exchanges the code of a visitor for their identity.
///
/// A code lives five minutes and works once, so this call is never repeated once it may have
/// arrived.
///
/// Fails with 40029 when the code is wrong, with 42003 when it has expired, with 42022 when it was
/// used, with 50001 when the page is not on the app's trusted domain.
///
/// # Examples
///
/// ```
/// # use weixin_api::{Caller, Error, kind::Work};
/// # use weixin_work::oauth::Scope;
/// # use weixin_work::prelude::*;
/// # async fn example(wx: impl Caller<Kind = Work>) -> Result<(), Error> {
/// # let code = "CODE";
/// // The visitor is redirected to this address, and comes back with `code` in the query.
/// let address = wx.oauth().url("https://app.example.com/back", Scope::Base, "k3Jx8");
///
/// let visitor = wx.oauth().visitor(code).await?;
/// match visitor.userid {
///     Some(member) => println!("the member {member}"),
///     None => println!("somebody outside the corporation"),
/// }
/// # Ok(())
/// # }
/// ```
#[endpoint(GET "/cgi-bin/auth/getuserinfo", title = "获取访问用户身份",
    doc = "https://developer.work.weixin.qq.com/document/path/91023",
    scope(work), retry = unsent, reply = Visitor, call = oauth.visitor)]
pub struct GetVisitor {
    /// The code from the query of the page, up to 512 bytes.
    #[serde(serialize_with = "weixin_api::expose")]
    pub code: Secret,
}

/// The identity of a visitor: a member, or someone else.
#[endpoint(part)]
pub struct Visitor {
    /// The member; `None` if the visitor is not one.
    pub userid: Option<UserId>,
    /// The ticket for [`GetVisitorDetail`]; only with [`Scope::PrivateInfo`].
    #[serde(
        default,
        serialize_with = "weixin_api::expose_some",
        skip_serializing_if = "Option::is_none"
    )]
    pub user_ticket: Option<Secret>,
    /// How many seconds the ticket is valid.
    pub expires_in: Option<u64>,
    /// A visitor who is not a member, as this corporation knows them.
    pub openid: Option<OpenId>,
    /// A visitor who is not a member, if they are a customer.
    pub external_userid: Option<ExternalUserId>,
}

/// Returns the sensitive data (敏感信息) of a member who agreed to share it.
///
/// Fails with 84014 when the ticket has expired, with 84015 when it is wrong.
#[endpoint(POST "/cgi-bin/auth/getuserdetail", title = "获取访问用户敏感信息",
    doc = "https://developer.work.weixin.qq.com/document/path/95833",
    scope(work), retry = safe, reply = VisitorDetail, call = oauth.visitor_detail)]
pub struct GetVisitorDetail {
    /// The ticket from [`Visitor`].
    #[serde(serialize_with = "weixin_api::expose")]
    pub user_ticket: Secret,
}

/// The data a member agreed to share. What they did not agree to is left out.
#[endpoint(part)]
pub struct VisitorDetail {
    /// Id of the member.
    pub userid: UserId,
    /// Gender of the member.
    pub gender: Option<Gender>,
    /// Address of the picture.
    pub avatar: Option<String>,
    /// Address of the personal QR code, by which others add the member.
    pub qr_code: Option<String>,
    /// Mobile number of the member.
    pub mobile: Option<String>,
    /// Private mail address.
    pub email: Option<String>,
    /// Mail address at the corporation (企业邮箱).
    pub biz_mail: Option<String>,
    /// Postal address of the member.
    pub address: Option<String>,
}

/// Exchanges a visitor's code for their identity, in the older form of [`GetVisitor`].
#[endpoint(GET "/cgi-bin/user/getuserinfo", title = "获取访问用户身份",
    doc = "https://developer.work.weixin.qq.com/document/path/91023",
    scope(work), retry = unsent, reply = VisitorOld)]
pub struct GetVisitorOld {
    /// The code from the query of the page.
    #[serde(serialize_with = "weixin_api::expose")]
    pub code: Secret,
}

/// The identity of a visitor, in the older form.
#[endpoint(part)]
pub struct VisitorOld {
    /// The member; `None` if the visitor is not one.
    #[serde(rename = "UserId")]
    pub userid: Option<UserId>,
    /// A visitor who is not a member, as this corporation knows them.
    #[serde(rename = "OpenId")]
    pub openid: Option<OpenId>,
    /// A visitor who is not a member, if they are a customer.
    pub external_userid: Option<ExternalUserId>,
    /// The visitor's phone.
    #[serde(rename = "DeviceId")]
    pub device_id: Option<ClientDeviceId>,
    /// The ticket for [`GetVisitorDetail`].
    #[serde(
        default,
        serialize_with = "weixin_api::expose_some",
        skip_serializing_if = "Option::is_none"
    )]
    pub user_ticket: Option<Secret>,
    /// How many seconds the ticket is valid.
    pub expires_in: Option<u64>,
    /// The schools in which the visitor is a parent.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parents: Vec<VisitingParent>,
}

/// A parent in a school.
#[endpoint(part)]
pub struct VisitingParent {
    /// Corporation of the school.
    pub corpid: CorpId,
    /// The parent in that school's directory.
    pub parent_userid: ParentUserId,
}

/// Exchanges the code of a member who must verify themselves once more (二次验证) for their identity.
///
/// The code works once. What comes of it goes to
/// [`ConfirmJoin`](crate::user::ConfirmJoin) or
/// [`ConfirmSecondFactor`](crate::user::ConfirmSecondFactor).
#[endpoint(POST "/cgi-bin/auth/get_tfa_info", title = "获取用户二次验证信息",
    doc = "https://developer.work.weixin.qq.com/document/path/99499",
    scope(work), reply = SecondFactor, call = oauth.second_factor)]
pub struct GetSecondFactor {
    /// The code from the query of the verification page.
    #[serde(serialize_with = "weixin_api::expose")]
    pub code: Secret,
}

/// A member who must verify themselves.
#[endpoint(part, reply_to(GetSecondFactor))]
pub struct SecondFactor {
    /// The member to verify.
    pub userid: UserId,
    /// The code that confirms the verification, valid for five minutes.
    #[serde(
        default,
        serialize_with = "weixin_api::expose_some",
        skip_serializing_if = "Option::is_none"
    )]
    pub tfa_code: Option<Secret>,
}

impl<'c, C: Caller + ?Sized> OauthHandle<'c, C> {
    /// Where a page inside WeCom sends a visitor; see [`authorize_url`].
    pub fn url(&self, redirect_uri: &str, scope: Scope, state: &str) -> String {
        let account = self.caller.account();
        authorize_url(account.id(), account.agent(), redirect_uri, scope, state)
    }

    /// Where a page in any other browser sends a visitor; see [`login_url`]. There is none for an
    /// account without an app.
    pub fn login_url(&self, redirect_uri: &str, state: &str) -> Option<String> {
        let account = self.caller.account();
        Some(login_url(account.id(), account.agent()?, redirect_uri, state))
    }
}
