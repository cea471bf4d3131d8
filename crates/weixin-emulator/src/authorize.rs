//! Web authorization (网页授权): the page on which a user permits an Official Account to learn who they
//! are (`open.weixin.qq.com/connect/oauth2/authorize`).

use weixin_api::wire::query;
use weixin_protocol::{AppId, PeerId, Product};

use crate::{
    Problem,
    state::{PlatformState, USERINFO},
};

/// The consent that a web page requests from a user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Consent {
    pub(crate) account: AppId,
    pub(crate) scope: String,
    redirect: String,
    state: String,
}

impl Consent {
    /// Parses the query of the authorization URL.
    ///
    /// # Errors
    /// If the platform would show an error page.
    pub(crate) fn parse(state: &PlatformState, encoded: &str) -> Result<Self, Problem> {
        let parameter =
            |name: &str| query::pairs(encoded).find(|(key, _)| key == name).map(|(_, value)| value);
        let text = |name: &str| parameter(name).unwrap_or_default();
        let id = AppId::new(text("appid"));
        let account = state.account(&id).filter(|account| account.product == Product::Official);
        let Some(account) = account else {
            return Err(Problem::new(
                "The appid does not belong to an Official Account. (10001)",
                "appid 参数错误。（10001）",
            ));
        };
        let redirect = text("redirect_uri");
        let host = redirect.parse::<http::Uri>().ok().and_then(|uri| {
            let web = matches!(uri.scheme_str(), Some("http" | "https"));
            uri.host().filter(|_| web).map(str::to_owned)
        });
        let domains = &account.web_domains;
        let known = |host: &String| domains.is_empty() || domains.contains(host);
        if !host.as_ref().is_some_and(known) {
            return Err(Problem::new(
                "The host of redirect_uri is not one of the domains configured in the console. (10003)",
                "redirect_uri 域名与后台配置的网页授权域名不一致。（10003）",
            ));
        }
        let scope = text("scope");
        if !matches!(&*scope, "snsapi_base" | USERINFO) {
            return Err(Problem::new(
                "The scope is neither snsapi_base nor snsapi_userinfo. (10005)",
                "scope 参数错误。（10005）",
            ));
        }
        if text("response_type") != "code" {
            return Err(Problem::new(
                "The response_type is not \"code\".",
                "response_type 参数错误。",
            ));
        }
        Ok(Self { account: id, scope, redirect, state: text("state") })
    }

    /// Whether the user is asked for confirmation.
    pub(crate) fn needs_confirmation(&self) -> bool {
        self.scope == USERINFO
    }

    /// The URL that the user is redirected to, with a code if they agree.
    ///
    /// # Errors
    /// If the person does not exist.
    pub(crate) fn redirect(
        &self,
        state: &mut PlatformState,
        person: &PeerId,
        agrees: bool,
    ) -> Result<String, Problem> {
        if state.person(&self.account, person).is_none() {
            return Err(Problem::new("The person does not exist.", "用户不存在。"));
        }
        let mut added = Vec::new();
        if agrees {
            let (code, now) = (state.ids.secret(), state.now());
            if let Some(account) = state.account_mut(&self.account) {
                account.grants.issue_code(person.clone(), self.scope.clone(), code.clone(), now);
            }
            added.push(format!("code={code}"));
        }
        added.push(format!("state={}", query::encode(&self.state)));
        let added = added.join("&");
        let (address, fragment) = match self.redirect.split_once('#') {
            Some((address, fragment)) => (address, format!("#{fragment}")),
            None => (&*self.redirect, String::new()),
        };
        let separator = if address.contains('?') { '&' } else { '?' };
        Ok(format!("{address}{separator}{added}{fragment}"))
    }
}
