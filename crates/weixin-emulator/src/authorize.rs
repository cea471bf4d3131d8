//! The page on which a visitor allows an Official Account to know who they are
//! (`open.weixin.qq.com/connect/oauth2/authorize`).

use weixin_api::wire::query;
use weixin_protocol::{AppId, Product, UserId};

use crate::{
    Problem,
    state::{PlatformState, USERINFO},
};

/// What an account's page wants of its visitors.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Consent {
    pub(crate) account: AppId,
    pub(crate) scope: String,
    redirect: String,
    state: String,
}

impl Consent {
    /// Reads the query with which a page sent its visitor.
    ///
    /// # Errors
    /// If the platform would show an error instead of the question.
    pub(crate) fn parse(state: &PlatformState, encoded: &str) -> Result<Self, Problem> {
        let parameter =
            |name: &str| query::pairs(encoded).find(|(key, _)| key == name).map(|(_, value)| value);
        let text = |name: &str| parameter(name).unwrap_or_default();
        let id = AppId::new(text("appid"));
        let account = state.account(&id).filter(|account| account.product == Product::Official);
        let Some(account) = account else {
            return Err(Problem::new(
                "The appid is that of no Official Account. (10001)",
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
                "The host of redirect_uri is not the one in the account's console. (10003)",
                "redirect_uri 域名与后台配置不一致。（10003）",
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
            return Err(Problem::new("The response_type is not code.", "response_type 参数错误。"));
        }
        Ok(Self { account: id, scope, redirect, state: text("state") })
    }

    /// Whether the visitor is asked at all.
    pub(crate) fn needs_confirmation(&self) -> bool {
        self.scope == USERINFO
    }

    /// Where the visitor comes back to: with a code if they agree.
    ///
    /// # Errors
    /// If there is no such person.
    pub(crate) fn redirect(
        &self,
        state: &mut PlatformState,
        person: &UserId,
        agrees: bool,
    ) -> Result<String, Problem> {
        if state.person(&self.account, person).is_none() {
            return Err(Problem::new("There is no such person.", "没有该用户。"));
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
        let joint = if address.contains('?') { '&' } else { '?' };
        Ok(format!("{address}{joint}{added}{fragment}"))
    }
}
