//! Checks a configuration and collects all of its problems.

use std::{collections::HashMap, time::Duration};

use tracing::warn;
use weixin_api::{AccountId, AgentId, kind::Any, names_account, secured::ApiSecurity};
use weixin_client::Client;
use weixin_protocol::{
    Callback, CallbackToken, EncodingAesKey, MessageChannel, MessageLimits, Mode, Product, Secret,
};

use super::{AccountConfig, Config, ConfigError, LateReplies, LateReply, Problem, account::OFF};
use crate::log_text::printable;

/// The largest clock tolerance, in seconds. Every request within it is remembered.
const MAX_TOLERANCE: u64 = 24 * 60 * 60;

/// The largest number of deliveries of a push.
const MAX_DELIVERIES: u32 = 3;

/// An account whose settings are complete and valid.
#[derive(Debug, Clone)]
pub(crate) struct CheckedAccount {
    pub(crate) id: AccountId,
    pub(crate) secret: Secret,
    pub(crate) callback: Callback,
    pub(crate) path: String,
    pub(crate) api_base: Option<String>,
    pub(crate) security: Option<ApiSecurity>,
    pub(crate) late: LateReplies,
    /// If the program gives one.
    pub(crate) client: Option<Client<Any>>,
}

impl CheckedAccount {
    /// Whether the client of this account is right for the other one, too.
    pub(crate) fn has_client_of(&self, other: &Self) -> bool {
        let same = self.id == other.id && self.secret == other.secret;
        let same = same && self.api_base == other.api_base && self.security == other.security;
        same && self.client.is_none() == other.client.is_none()
    }
}

impl AccountConfig {
    /// Checks it on its own.
    ///
    /// # Errors
    /// What is wrong.
    pub(crate) fn check(&self) -> Result<CheckedAccount, Vec<Problem>> {
        let mut check = Check::new(self, String::new());
        check.run().ok_or(check.problems)
    }

    /// Whether a text means this account: its appid, in WeCom also `CORPID/AGENTID`, or the same after its
    /// kind, as [`AccountId::is_named`](weixin_api::AccountId::is_named) has it.
    pub fn is_named(&self, name: &str) -> bool {
        let agent = self.agent_id.as_deref();
        let is_it = |id: &str| names_account(name, self.kind.as_deref(), id, agent);
        self.app_id.as_deref().is_some_and(is_it)
    }

    /// Its name in messages.
    pub(crate) fn name(&self) -> String {
        let text = |value: &Option<String>| value.clone().unwrap_or_else(|| "?".to_owned());
        let agent = self.agent_id.as_ref().map(|agent| format!(" agent {agent}"));
        format!("{} {}{}", text(&self.kind), text(&self.app_id), agent.unwrap_or_default())
    }
}

/// Collects problems, so that all are reported at once.
pub(super) struct Check<'a> {
    account: &'a AccountConfig,
    prefix: String,
    problems: Vec<Problem>,
}

impl Config {
    /// Checks all accounts. With `needed`, it is a problem if there is none.
    pub(crate) fn check(&self, needed: bool) -> Result<Vec<CheckedAccount>, ConfigError> {
        let mut problems = self.early.clone();
        for name in &self.unread {
            warn!("nothing reads the environment variable {}", printable(name));
        }
        if self.max_connections == Some(0) {
            let why = "is 0: nobody could reach the bot. Leave it out for 10000".to_owned();
            problems.push(Problem { what: "max_connections".to_owned(), why });
        }
        if let Some(inbox) = &self.inbox {
            inbox.check(&mut problems);
        }
        if let Some(tls) = &self.tls {
            tls.check(&mut problems);
        }
        if let Some(log) = &self.log {
            log.check(&mut problems);
        }
        if let Some(addresses) = &self.source_addresses {
            addresses.check(&mut problems);
        }
        if needed && self.accounts.is_empty() {
            problems.extend(ConfigError::no_account().problems().iter().cloned());
        }
        let single = self.accounts.len() == 1;
        let mut checked = Vec::new();
        for (index, account) in self.accounts.iter().enumerate() {
            let prefix = match single {
                true => "account.".to_owned(),
                false => format!("account {}: ", index + 1),
            };
            let mut check = Check::new(account, prefix);
            let account = check.run();
            problems.append(&mut check.problems);
            checked.extend(account);
        }
        duplicates(&checked, &mut problems);
        if problems.is_empty() { Ok(checked) } else { Err(ConfigError::new(problems)) }
    }
}

fn duplicates(checked: &[CheckedAccount], problems: &mut Vec<Problem>) {
    let (mut ids, mut paths) = (HashMap::new(), HashMap::new());
    for (index, account) in checked.iter().enumerate() {
        let number = index + 1;
        if let Some(other) = ids.insert(account.id.clone(), number) {
            let what = format!("account {number}: app_id");
            problems.push(Problem { what, why: format!("account {other} has the same") });
        }
        if let Some(other) = paths.insert(account.path.clone(), number) {
            let why = format!(
                "account {other} has the same, {:?}: give each account its own",
                account.path
            );
            problems.push(Problem { what: format!("account {number}: path"), why });
        }
    }
}

impl<'a> Check<'a> {
    pub(super) fn new(account: &'a AccountConfig, prefix: String) -> Self {
        Self { account, prefix, problems: Vec::new() }
    }

    /// The problems found so far.
    pub(super) fn into_problems(self) -> Vec<Problem> {
        self.problems
    }

    fn say(&mut self, name: &str, why: impl Into<String>) {
        self.problems.push(Problem { what: format!("{}{name}", self.prefix), why: why.into() });
    }

    fn run(&mut self) -> Option<CheckedAccount> {
        let identity = self.identity();
        let given = self.account.client.0.as_ref().map(|client| client.account().product());
        let product =
            given.or_else(|| self.account.kind.as_deref().and_then(|kind| kind.parse().ok()));
        let callback = self.callback(product, self.account.app_id.as_deref());
        let path = self.path();
        let api_base = self.api_base();
        let security = self.api_security(product);
        let late = self.late_replies(product);
        if !self.problems.is_empty() {
            return None;
        }
        let (id, secret) = identity?;
        let client = self.account.client.0.clone();
        let callback = callback?;
        Some(CheckedAccount { id, secret, callback, path, api_base, security, late, client })
    }

    /// The keys of API security, if they are configured.
    pub(super) fn api_security(&mut self, product: Option<Product>) -> Option<ApiSecurity> {
        let config = self.account.api_security.as_ref()?;
        if self.account.client.0.is_some() {
            self.say("api_security", "belongs to the client that the program gives");
            return None;
        }
        config.check(product, &mut |name, why| match name {
            "" => self.say("api_security", why),
            name => self.say(&format!("api_security.{name}"), why),
        })
    }

    /// The account's identity and its secret.
    pub(super) fn identity(&mut self) -> Option<(AccountId, Secret)> {
        if let Some(client) = &self.account.client.0 {
            return Some((client.account().clone(), Secret::default()));
        }
        let product = self.product();
        let app_id = self.app_id(product);
        let secret = self.secret();
        let agent = self.agent(product);
        let id = AccountId::new(product?, app_id?);
        let id = agent.map_or(id.clone(), |agent| id.with_agent(agent));
        Some((id, secret?))
    }

    fn product(&mut self) -> Option<Product> {
        match self.account.kind.as_deref() {
            None => {
                self.say("kind", "is missing: \"official\", \"mini\" or \"work\"");
                None
            }
            Some(kind) => {
                kind.parse::<Product>().map_err(|error| self.say("kind", error.to_string())).ok()
            }
        }
    }

    fn app_id(&mut self, product: Option<Product>) -> Option<String> {
        let example = match product {
            Some(Product::Work) => "the corp id, like ww0123456789abcdef",
            _ => "the appid, like wx0123456789abcdef",
        };
        match self.account.app_id.as_deref() {
            None | Some("") => {
                self.say("app_id", format!("is missing: {example}"));
                None
            }
            Some(id) if !id.bytes().all(|byte| byte.is_ascii_alphanumeric()) => {
                self.say(
                    "app_id",
                    format!("{id:?} may have letters and digits only: it must be {example}"),
                );
                None
            }
            Some(id) => Some(id.to_owned()),
        }
    }

    fn secret(&mut self) -> Option<Secret> {
        match &self.account.secret {
            Some(secret) if !secret.expose().trim().is_empty() => {
                if secret.expose().trim() != secret.expose() {
                    self.say("secret", "has whitespace around it");
                }
                Some(secret.clone())
            }
            _ => {
                self.say("secret", "is missing: the app secret, from the platform's console");
                None
            }
        }
    }

    fn agent(&mut self, product: Option<Product>) -> Option<AgentId> {
        match (product, self.account.agent_id.as_deref()) {
            (Some(Product::Work), None | Some("")) => {
                self.say("agent_id", "is missing: the app's number, like 1000002");
                None
            }
            (Some(Product::Work), Some(text)) => {
                let agent = text.trim().parse::<u32>().map(AgentId::new).ok();
                if agent.is_none() {
                    self.say("agent_id", format!("{text:?} is not a number like 1000002"));
                }
                agent
            }
            (Some(product), Some(_)) => {
                self.say(
                    "agent_id",
                    format!("only WeCom apps have one, and this account is of kind \"{product}\""),
                );
                None
            }
            (None, _) | (_, None) => None,
        }
    }

    fn callback(&mut self, product: Option<Product>, app_id: Option<&str>) -> Option<Callback> {
        let token = match &self.account.token {
            None => {
                self.say(
                    "token",
                    "is missing: 3 to 32 letters and digits, the same as in the platform's console",
                );
                None
            }
            Some(token) => CallbackToken::new(token.expose())
                .map_err(|error| self.say("token", error.to_string()))
                .ok(),
        };
        let key = self.key("encoding_aes_key", self.account.encoding_aes_key.clone());
        let previous = self.key("previous_aes_key", self.account.previous_aes_key.clone());
        match (&self.account.encoding_aes_key, &self.account.previous_aes_key) {
            (None, Some(_)) => {
                self.say("previous_aes_key", "is set without encoding_aes_key, the current key");
            }
            (Some(current), Some(previous)) if current == previous => {
                self.say("previous_aes_key", "is the same as encoding_aes_key: leave it out");
            }
            _ => {}
        }
        let modes = self.modes();
        let needs_key = match (product, &modes) {
            (Some(Product::Work), _) | (_, None) => true,
            (_, Some(modes)) => modes.iter().any(|mode| *mode != Mode::Plain),
        };
        if needs_key && self.account.encoding_aes_key.is_none() {
            self.say(
                "encoding_aes_key",
                "is missing: 43 letters and digits, the same as in the platform's console (for an account in plain mode set modes = [\"plain\"])",
            );
        }
        if product == Some(Product::Work)
            && modes.as_ref().is_some_and(|modes| modes.iter().any(|mode| *mode != Mode::Safe))
        {
            self.say("modes", "WeCom has safe mode only");
        }
        let tolerance = self.clock_tolerance();
        let original_id = self.original_id(product);
        let previous_token = self.previous_token();
        let receive_id = self.account.receive_id.as_deref().or(app_id);
        let mut callback = Callback::new(product?, token?).receive_id(receive_id?);
        if let Some(token) = previous_token {
            callback = callback.previous_token(token);
        }
        if let Some(tolerance) = tolerance {
            callback = callback.clock_tolerance(tolerance);
        }
        callback = match original_id {
            Some(id) => callback.original_id(id),
            None => callback.learn_original_id(),
        };
        if let Some(key) = key {
            callback = callback.key(key);
        }
        if let Some(key) = previous {
            callback = callback.previous_key(key);
        }
        Some(match modes {
            Some(modes) => callback.accept(modes),
            None => callback,
        })
    }

    fn previous_token(&mut self) -> Option<CallbackToken> {
        let previous = self.account.previous_token.as_ref()?;
        if self.account.token.as_ref() == Some(previous) {
            self.say("previous_token", "is the same as token: leave it out");
        }
        CallbackToken::new(previous.expose())
            .map_err(|error| self.say("previous_token", error.to_string()))
            .ok()
    }

    /// The clock tolerance if one is set: a limit, or `Some(None)` for no limit.
    fn clock_tolerance(&mut self) -> Option<Option<Duration>> {
        match self.account.clock_tolerance.as_deref()?.trim() {
            OFF => Some(None),
            text => {
                let seconds = text.parse().ok().filter(|time| (1..=MAX_TOLERANCE).contains(time));
                if seconds.is_none() {
                    self.say(
                        "clock_tolerance",
                        format!(
                            "{text:?} is not a number of seconds like 600, of at most a day, nor \"{OFF}\""
                        ),
                    );
                }
                seconds.map(|seconds| Some(Duration::from_secs(seconds)))
            }
        }
    }

    fn late_replies(&mut self, product: Option<Product>) -> LateReplies {
        let way = match self.account.late_reply.as_deref().map(str::parse::<LateReply>) {
            None => LateReply::default(),
            Some(Ok(way)) => way,
            Some(Err(error)) => {
                self.say("late_reply", error.to_string());
                LateReply::default()
            }
        };
        let mut late = LateReplies::new(way);
        if late.holds() && product.is_some_and(|product| product != Product::Official) {
            self.say("late_reply", "only Official Accounts need that: leave it out");
        }
        if let Some(text) = &self.account.deliveries {
            match text.parse() {
                Ok(deliveries @ 1..=MAX_DELIVERIES) => late.deliveries = deliveries,
                _ => self.say("deliveries", format!("{text:?} is not 1, 2 or 3")),
            }
        }
        if let Some(text) = &self.account.mailbox_text {
            let limits = MessageLimits::of(MessageChannel::OfficialPassive);
            if text.trim().is_empty() || limits.text_bytes.is_some_and(|max| text.len() > max) {
                self.say("mailbox_text", "is empty or longer than a message may be (2048 bytes)");
            }
            late.mailbox_text = text.as_str().into();
        }
        late
    }

    fn original_id(&mut self, product: Option<Product>) -> Option<String> {
        let id = self.account.original_id.as_deref()?;
        if product == Some(Product::Work) {
            self.say("original_id", "WeCom apps have none: leave it out");
        } else if !id.starts_with("gh_") || !id.bytes().all(|byte| byte.is_ascii_graphic()) {
            self.say("original_id", format!("{id:?} is not an id like gh_0123456789ab"));
        }
        Some(id.to_owned())
    }

    fn key(&mut self, name: &str, text: Option<Secret>) -> Option<EncodingAesKey> {
        EncodingAesKey::new(text?.expose()).map_err(|error| self.say(name, error.to_string())).ok()
    }

    fn modes(&mut self) -> Option<Vec<Mode>> {
        let names = self.account.modes.clone()?;
        if names.is_empty() {
            self.say("modes", "is empty: [\"safe\"], or leave it out");
        }
        let mut modes = Vec::new();
        for name in names {
            match name.parse() {
                Ok(mode) => modes.push(mode),
                Err(error) => self.say("modes", format!("{error}")),
            }
        }
        Some(modes)
    }

    fn path(&mut self) -> String {
        let path = self.account.path.clone().unwrap_or_else(|| "/callback".to_owned());
        let plain = |byte: u8| byte.is_ascii_graphic() && !b"?#%\"<>\\^`{|}".contains(&byte);
        if !path.starts_with('/') || !path.bytes().all(plain) {
            self.say(
                "path",
                format!("{path:?} is not a path like /callback, of letters, digits and -._~/"),
            );
        }
        if path == super::super::edge::HEALTH_PATH {
            self.say("path", format!("{path:?} is where the bot answers health checks"));
        }
        match path.trim_end_matches('/') {
            "" => "/".to_owned(),
            path => path.to_owned(),
        }
    }

    pub(super) fn api_base(&mut self) -> Option<String> {
        let base = self.account.api_base.as_deref()?.trim_end_matches('/');
        if !base.starts_with("http://") && !base.starts_with("https://") {
            self.say("api_base", format!("{base:?} is not a URL like http://127.0.0.1:8888"));
        }
        Some(base.to_owned())
    }
}
