//! Checks the configuration of a page for the JS-SDK (`wx.config`, `wx.agentConfig`), and says which
//! mistake was made.

mod diagnose;
mod variants;

use serde_json::Value;
use weixin_api::{Timestamp, js_sdk::signature};
use weixin_protocol::{AppId, Product, Secret};

use crate::{
    Problem,
    authorize::is_allowed,
    state::{AccountState, JsTicket, PlatformState},
};

/// What a page passes to `wx.config` or `wx.agentConfig`, and the page's URL.
#[derive(Debug)]
pub(crate) struct PageConfig {
    /// The appid or corpid.
    pub(crate) app: String,
    /// The agent id; only in `wx.agentConfig`.
    agent: Option<String>,
    /// Digits.
    timestamp: String,
    nonce: String,
    signature: String,
    /// The page's URL with its fragment.
    url: String,
    /// What works, but is not as documented.
    pub(crate) warnings: Vec<Problem>,
}

/// Why WeChat does not accept a configuration.
#[derive(Debug)]
pub(crate) struct Rejection {
    /// The text that WeChat adds to the `errMsg`.
    pub(crate) message: &'static str,
    pub(crate) problem: Problem,
}

impl Rejection {
    fn new(message: &'static str, problem: Problem) -> Self {
        Self { message, problem }
    }
}

const INVALID_SIGNATURE: &str = "invalid signature";
const INVALID_DOMAIN: &str = "invalid url domain";

impl PageConfig {
    /// Reads the arguments of `wx.config`, or of `wx.agentConfig` if they include a `corpid`.
    ///
    /// # Errors
    /// If something is missing or malformed.
    pub(crate) fn parse(config: &Value, url: &str) -> Result<Self, Problem> {
        let is_agent = config.get("corpid").is_some() || config.get("agentid").is_some();
        let mut warnings = Vec::new();
        let app = text(config, if is_agent { "corpid" } else { "appId" })?;
        let agent = is_agent.then(|| text(config, "agentid")).transpose()?;
        let timestamp = text(config, "timestamp")?;
        if timestamp.is_empty() || !timestamp.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(Problem::new(
                "The timestamp is not a whole number of seconds.",
                "timestamp 不是以秒为单位的整数。",
            ));
        }
        if config.get("timestamp").is_some_and(Value::is_string) {
            warnings.push(Problem::new(
                "The timestamp is text; the platform documents a number.",
                "timestamp 是字符串，官方文档要求为数字。",
            ));
        }
        if config.get("jsApiList").is_some_and(|list| !list.is_array()) {
            warnings.push(Problem::new("jsApiList is not an array.", "jsApiList 不是数组。"));
        }
        let (nonce, signature) = (text(config, "nonceStr")?, text(config, "signature")?);
        Ok(Self { app, agent, timestamp, nonce, signature, url: url.to_owned(), warnings })
    }

    /// Whether these are the arguments of `wx.agentConfig`.
    pub(crate) fn is_agent(&self) -> bool {
        self.agent.is_some()
    }

    /// The URL that has to be signed.
    fn signed_url(&self) -> &str {
        self.url.split('#').next().unwrap_or_default()
    }

    /// Checks the configuration as WeChat does.
    ///
    /// # Errors
    /// What is wrong.
    pub(crate) fn check(&self, state: &PlatformState) -> Result<(), Rejection> {
        let account = self.account(state)?;
        let work = account.product == Product::Work;
        let allowed = if work {
            is_allowed(self.signed_url(), account.trusted_domains())
        } else {
            is_allowed(self.signed_url(), account.js_domains.iter().map(String::as_str))
        };
        if !allowed {
            return Err(Rejection::new(INVALID_DOMAIN, self.bad_domain(work)));
        }
        let kind = if self.is_agent() { "agent_config" } else { "jsapi" };
        let newest = account.tickets.issued().find(|ticket| ticket.kind == kind);
        let newest = newest.ok_or_else(|| {
            Rejection::new(INVALID_SIGNATURE, self.no_ticket(state, account, kind))
        })?;
        if self.is_signed_with(newest) && state.now() < newest.expires {
            return Ok(());
        }
        let problem = self.wrong_signature(state, account, newest);
        Err(Rejection::new(INVALID_SIGNATURE, problem))
    }

    fn account<'s>(&self, state: &'s PlatformState) -> Result<&'s AccountState, Rejection> {
        let rejected = |en: &str, zh: &str| Rejection::new("invalid appid", Problem::new(en, zh));
        let id = AppId::new(self.app.as_str());
        let Some(account) = state.account(&id) else {
            return Err(match state.website(&id) {
                Some(_) => rejected(
                    "The appId belongs to a website application, which cannot use the JS-SDK.",
                    "该 appId 属于网站应用，网站应用不能使用 JS-SDK。",
                ),
                None => rejected(
                    "The emulator has no account with this appId.",
                    "模拟器中没有该 appId 对应的账号。",
                ),
            });
        };
        match account.product {
            Product::Mini => Err(rejected(
                "The appId belongs to a Mini Program; web pages use an Official Account's.",
                "该 appId 属于小程序，网页须使用公众号的 appId。",
            )),
            Product::Official if self.is_agent() => Err(rejected(
                "wx.agentConfig exists for WeCom apps only.",
                "wx.agentConfig 仅用于企业微信应用。",
            )),
            _ => match &self.agent {
                Some(agent) if account.agent.map(|own| own.to_string()).as_ref() != Some(agent) => {
                    Err(rejected(
                        "The agentid does not belong to an app of the corporation.",
                        "agentid 不属于该企业的应用。",
                    ))
                }
                _ => Ok(account),
            },
        }
    }

    fn is_signed_with(&self, ticket: &JsTicket) -> bool {
        let Ok(at) = self.timestamp.parse() else { return false };
        let ticket = Secret::new(ticket.value.as_str());
        let (url, at) = (self.signed_url(), Timestamp::from_secs(at));
        signature(&ticket, &self.nonce, at, url) == self.signature
    }

    fn bad_domain(&self, work: bool) -> Problem {
        let url = self.signed_url();
        if work {
            Problem::new(
                format!("The host of {url} is not a trusted domain of the app."),
                format!("{url} 的域名不是应用的可信域名。"),
            )
        } else {
            Problem::new(
                format!("The host of {url} is not one of the account's JS-SDK domains."),
                format!("{url} 的域名不在公众号的 JS 接口安全域名中。"),
            )
        }
        .hint(
            "Add the domain in the console, without http://.",
            "请在管理后台添加该域名（不含 http://）。",
        )
    }
}

/// A field as text. Numbers count as text too.
fn text(config: &Value, name: &str) -> Result<String, Problem> {
    let found = match config.get(name) {
        Some(Value::String(text)) => Some(text.clone()),
        Some(Value::Number(number)) => Some(number.to_string()),
        _ => None,
    };
    if let Some(text) = found.filter(|text| !text.is_empty()) {
        return Ok(text);
    }
    let problem = Problem::new(format!("{name} is missing."), format!("缺少 {name}。"));
    let keys = config.as_object().into_iter().flat_map(|fields| fields.keys());
    let same = |key: &&String| key.eq_ignore_ascii_case(name) && *key != name;
    Err(match keys.into_iter().find(same) {
        Some(other) => problem.hint(
            format!("There is {other}: the name must be {name}."),
            format!("传入的是 {other}，正确的写法是 {name}。"),
        ),
        None => problem,
    })
}
