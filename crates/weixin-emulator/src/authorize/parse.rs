//! Reads the URL of a consent page, and rejects it as the platform does.

use http::Uri;
use weixin_api::{AgentId, wire::query};
use weixin_protocol::{AppId, Product};

use super::{Consent, ConsentPage, IN_APP, PRIVATE, WEBSITE, WORK_LOGIN, WORK_QR};
use crate::{
    Problem,
    state::{AccountState, BASE, LOGIN, PlatformState, USERINFO},
};

/// The parameters of a URL.
struct Parameters<'q>(&'q str);

impl Parameters<'_> {
    /// The value of a parameter; empty if it is missing.
    fn get(&self, name: &str) -> String {
        let found = query::pairs(self.0).find(|(key, _)| key == name);
        found.map(|(_, value)| value).unwrap_or_default()
    }
}

impl Consent {
    /// Parses the path and query of the URL.
    ///
    /// # Errors
    /// If the platform would show an error page.
    pub(crate) fn parse(state: &PlatformState, path: &str, encoded: &str) -> Result<Self, Problem> {
        let parameters = Parameters(encoded);
        let id = AppId::new(parameters.get("appid"));
        let redirect = parameters.get("redirect_uri");
        let (page, scope) = if path == IN_APP.1 {
            match state.account(&id) {
                Some(account) if account.product == Product::Official => {
                    (ConsentPage::Official, official(account, &parameters, &redirect)?)
                }
                Some(account) if account.product == Product::Work => {
                    (ConsentPage::Work, work(account, &parameters, &redirect)?)
                }
                _ => return Err(bad_appid(state, &id)),
            }
        } else if path == WEBSITE.1 {
            (ConsentPage::Website, website(state, &id, &parameters, &redirect)?)
        } else if path == WORK_QR.1 || path == WORK_LOGIN.1 {
            let account = state.account(&id).filter(|account| account.product == Product::Work);
            let account = account.ok_or_else(no_corp)?;
            work_login(account, path, &parameters, &redirect)?;
            (ConsentPage::WorkLogin, String::new())
        } else {
            return Err(Problem::new(
                "The URL is not one of a page for web authorization.",
                "该网址不是网页授权或扫码登录页面。",
            ));
        };
        let forced = page == ConsentPage::Official && scope == USERINFO;
        Ok(Self {
            page,
            account: id,
            scope,
            forced_snapshot: forced && parameters.get("forceSnapShot") == "true",
            redirect,
            state: parameters.get("state"),
        })
    }
}

/// Checks the URL of an Official Account, and returns the scope. `forcePopup` needs no check: the
/// emulator asks whenever the scope is `snsapi_userinfo`.
fn official(
    account: &AccountState,
    parameters: &Parameters<'_>,
    redirect: &str,
) -> Result<String, Problem> {
    if !is_allowed(redirect, account.web_domains.iter().map(String::as_str)) {
        return Err(Problem::new(
            "The host of redirect_uri is not one of the domains configured in the console. (10003)",
            "redirect_uri 域名与后台配置的网页授权域名不一致。（10003）",
        ));
    }
    let scope = parameters.get("scope");
    if !matches!(&*scope, BASE | USERINFO) {
        return Err(bad_scope("snsapi_base", USERINFO));
    }
    check_response_type(parameters)?;
    Ok(scope)
}

fn website(
    state: &PlatformState,
    id: &AppId,
    parameters: &Parameters<'_>,
    redirect: &str,
) -> Result<String, Problem> {
    let Some(website) = state.website(id) else {
        let problem = Problem::new(
            "The appid does not belong to a website application. (10001)",
            "appid 参数错误：不是网站应用。（10001）",
        );
        return Err(match state.account(id) {
            Some(_) => problem.hint(
                "Websites have an appid of their own, which the Open Platform issues.",
                "网站应用有自己的 AppID，请在微信开放平台创建，不能使用公众号或小程序的 AppID。",
            ),
            None => problem,
        });
    };
    if !is_allowed(redirect, website.domain.as_deref().into_iter()) {
        return Err(Problem::new(
            "The host of redirect_uri is not the domain configured for the website. (10003)",
            "redirect_uri 参数错误：与网站应用的授权回调域不一致。（10003）",
        ));
    }
    let scope = parameters.get("scope");
    // Several scopes can be requested, separated by commas.
    if !scope.split(',').any(|scope| scope == LOGIN) {
        return Err(Problem::new(
            "The scope is not snsapi_login. (10005)",
            "Scope 参数错误或没有 Scope 权限：应为 snsapi_login。（10005）",
        ));
    }
    check_response_type(parameters)?;
    Ok(scope)
}

/// Checks the URL of a page inside WeCom, and returns the scope.
fn work(
    account: &AccountState,
    parameters: &Parameters<'_>,
    redirect: &str,
) -> Result<String, Problem> {
    check_trusted_domain(account, redirect)?;
    let scope = parameters.get("scope");
    if !matches!(&*scope, BASE | PRIVATE) {
        return Err(bad_scope("snsapi_base", PRIVATE));
    }
    check_response_type(parameters)?;
    let agent = parameters.get("agentid");
    if agent.is_empty() && scope == PRIVATE {
        return Err(Problem::new(
            "The scope snsapi_privateinfo requires agentid.",
            "scope 为 snsapi_privateinfo 时必须提供 agentid。",
        ));
    }
    if !agent.is_empty() {
        check_agent(account, &agent)?;
    }
    Ok(scope)
}

/// Checks the URL of the QR code of a WeCom app.
fn work_login(
    account: &AccountState,
    path: &str,
    parameters: &Parameters<'_>,
    redirect: &str,
) -> Result<(), Problem> {
    let kind = parameters.get("login_type");
    if path == WORK_LOGIN.1 && kind != "CorpApp" {
        let problem = Problem::new(
            "The login_type is not \"CorpApp\".",
            "login_type 参数错误：企业自建应用应为 CorpApp。",
        );
        return Err(if kind == "ServiceApp" {
            problem.hint(
                "The emulator has no service providers, whose apps use \"ServiceApp\".",
                "模拟器暂不支持服务商应用登录（ServiceApp）。",
            )
        } else {
            problem
        });
    }
    check_agent(account, &parameters.get("agentid"))?;
    check_trusted_domain(account, redirect)
}

fn check_response_type(parameters: &Parameters<'_>) -> Result<(), Problem> {
    if parameters.get("response_type") == "code" {
        return Ok(());
    }
    Err(Problem::new("The response_type is not \"code\".", "response_type 参数错误。"))
}

fn check_agent(account: &AccountState, agent: &str) -> Result<(), Problem> {
    let agent = agent.parse().ok().map(AgentId::new);
    if agent.is_some() && agent == account.agent {
        return Ok(());
    }
    Err(Problem::new(
        "The agentid does not belong to an app of the corporation.",
        "agentid 参数错误：企业没有该应用。",
    ))
}

fn check_trusted_domain(account: &AccountState, redirect: &str) -> Result<(), Problem> {
    if is_allowed(redirect, account.trusted_domains()) {
        return Ok(());
    }
    Err(Problem::new(
        "The host of redirect_uri is not a trusted domain of the app. (50001)",
        "redirect_uri 的域名不是应用的可信域名。（50001）",
    ))
}

impl AccountState {
    /// The trusted domains (可信域名) of the WeCom app's pages. Empty: any host.
    pub(crate) fn trusted_domains(&self) -> impl Iterator<Item = &str> {
        let of_app = self.app.redirect_domain.as_deref().filter(|domain| !domain.is_empty());
        self.web_domains.iter().map(String::as_str).chain(of_app)
    }
}

/// Whether a URL is one of the web, with a host that is one of these domains, which may include a
/// port. No domains: any host.
pub(crate) fn is_allowed<'d>(url: &str, domains: impl Iterator<Item = &'d str>) -> bool {
    let Ok(uri) = url.split('#').next().unwrap_or_default().parse::<Uri>() else { return false };
    let (Some("http" | "https"), Some(authority)) = (uri.scheme_str(), uri.authority()) else {
        return false;
    };
    let mut domains = domains.peekable();
    domains.peek().is_none()
        || domains.any(|domain| {
            domain.eq_ignore_ascii_case(authority.host())
                || domain.eq_ignore_ascii_case(authority.as_str())
        })
}

fn bad_appid(state: &PlatformState, id: &AppId) -> Problem {
    let problem = Problem::new(
        "The appid does not belong to an Official Account or a corporation. (10001)",
        "appid 参数错误：不是公众号或企业。（10001）",
    );
    match state.website(id) {
        Some(_) => problem.hint(
            "A website application uses /connect/qrconnect with the scope snsapi_login.",
            "网站应用请使用 /connect/qrconnect，scope 为 snsapi_login。",
        ),
        None => problem,
    }
}

fn no_corp() -> Problem {
    Problem::new(
        "The appid does not belong to a corporation.",
        "appid 参数错误：应为企业的 CorpID。",
    )
}

fn bad_scope(one: &str, other: &str) -> Problem {
    Problem::new(
        format!("The scope is neither {one} nor {other}. (10005)"),
        format!("scope 参数错误：应为 {one} 或 {other}。（10005）"),
    )
}
