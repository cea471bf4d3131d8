//! What is checked: a URL, and the callback that is expected there.

use std::time::Duration;

use reqwest::Url;
use weixin::{
    AccountConfig,
    protocol::{
        Callback, CallbackToken, EncodingAesKey, Error, Format, Inbound, Map, Mode, Node,
        PlatformPush, Product, Query, Secret, Stamp, UrlCheck,
    },
};

use super::super::{DoctorOptions, Finding};

pub(super) const DEFAULT_PATH: &str = "/callback";

/// A token that no bot has.
const FORGED_TOKEN: &str = "weixinDoctorForgedThisRequest";

/// A deployed callback.
#[derive(Debug)]
pub(super) struct Target {
    pub(super) url: Url,
    pub(super) callback: Callback,
    /// The same with a wrong token.
    pub(super) forger: Callback,
    /// What a bot may have that was not changed together with the console, and its name.
    pub(super) outdated: Vec<(Setting, Callback)>,
    pub(super) format: Format,
    pub(super) limit: Option<Duration>,
    original_id: Option<String>,
    id: String,
    agent: Option<u32>,
}

/// A setting that may differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Setting {
    Token,
    Key,
    ReceiveId,
}

impl Target {
    pub(super) fn new(
        account: &AccountConfig,
        url: &Url,
        options: &DoctorOptions,
    ) -> Result<Self, Vec<Finding>> {
        let mut reader = Reader { problems: Vec::new() };
        let parts = reader.parts(account);
        let Some(parts) = parts.filter(|_| reader.problems.is_empty()) else {
            return Err(reader.problems);
        };
        let callback = parts.callback(&parts.token, parts.key.as_ref(), &parts.receive_id);
        let mut forged = CallbackToken::new(FORGED_TOKEN).ok();
        let forged = forged.take().unwrap_or_else(|| parts.token.clone());
        let forger = parts.callback(&forged, parts.key.as_ref(), &parts.receive_id);
        let mut outdated = Vec::new();
        if let Some(token) = &parts.previous_token {
            let callback = parts.callback(token, parts.key.as_ref(), &parts.receive_id);
            outdated.push((Setting::Token, callback));
        }
        if let (Some(_), Some(key)) = (&parts.key, &parts.previous_key) {
            outdated
                .push((Setting::Key, parts.callback(&parts.token, Some(key), &parts.receive_id)));
        }
        if parts.receive_id != parts.id {
            outdated.push((
                Setting::ReceiveId,
                parts.callback(&parts.token, parts.key.as_ref(), &parts.id),
            ));
        }
        let mut url = url.clone();
        if url.path() == "/" {
            url.set_path(account.path.as_deref().unwrap_or(DEFAULT_PATH));
        }
        url.set_fragment(None);
        Ok(Self {
            url,
            callback,
            forger,
            outdated,
            format: options.format,
            limit: options.limit,
            original_id: account.original_id.clone(),
            id: parts.id,
            agent: account.agent_id.as_deref().and_then(|agent| agent.trim().parse().ok()),
        })
    }

    pub(super) fn is_work(&self) -> bool {
        self.callback.product() == Product::Work
    }

    pub(super) fn has_original_id(&self) -> bool {
        self.original_id.is_some()
    }

    /// The URL of a request.
    pub(super) fn with_query(&self, query: &Query) -> Url {
        let mut url = self.url.clone();
        let query = query.to_query_string();
        let query = match url.query() {
            Some(given) if !given.is_empty() => format!("{given}&{query}"),
            _ => query,
        };
        url.set_query(Some(&query));
        url
    }

    /// A URL verification by one of the callbacks.
    pub(super) fn url_check(&self, by: &Callback, at: i64) -> Result<UrlCheck, Error> {
        let stamp = Stamp::at(at)?;
        // The platform sends about twenty digits.
        let echo = format!("{:0>10}{:0>9}", stamp.nonce, at % 1_000_000_000);
        by.url_check(&echo, &stamp)
    }

    /// A push by one of the callbacks, of a user of its own: no other push is taken for a repeat of it.
    pub(super) fn push(&self, by: &Callback, mode: Mode, at: i64) -> Result<PlatformPush, Error> {
        let stamp = Stamp::at(at)?;
        // A made-up receiver would be learned by the bot as the account's original id.
        let to = match self.is_work() {
            true => self.id.as_str(),
            false => self.original_id.as_deref().unwrap_or_default(),
        };
        let mut fields = Map::from_iter([
            ("ToUserName", Node::from(to)),
            ("FromUserName", Node::from(format!("weixin-doctor-{}", stamp.nonce).as_str())),
            ("CreateTime", Node::number(at)),
            ("MsgType", Node::from("event")),
            ("Event", Node::from("weixin_doctor")),
        ]);
        if let Some(agent) = self.agent.filter(|_| self.is_work()) {
            fields.set("AgentID", Node::number(agent));
        }
        let inbound = Inbound::from_fields(fields, self.format);
        by.push(&inbound, mode, self.format, &stamp)
    }
}

/// The settings of a callback.
struct Parts {
    product: Product,
    token: CallbackToken,
    previous_token: Option<CallbackToken>,
    key: Option<EncodingAesKey>,
    previous_key: Option<EncodingAesKey>,
    id: String,
    receive_id: String,
    modes: Option<Vec<Mode>>,
}

impl Parts {
    fn callback(
        &self,
        token: &CallbackToken,
        key: Option<&EncodingAesKey>,
        receive_id: &str,
    ) -> Callback {
        let mut callback = Callback::new(self.product, token.clone()).receive_id(receive_id);
        if let Some(key) = key {
            callback = callback.key(key.clone());
        }
        match &self.modes {
            Some(modes) => callback.accept(modes.iter().copied()),
            None => callback,
        }
    }
}

/// Collects problems, so that all are reported at once.
struct Reader {
    problems: Vec<Finding>,
}

impl Reader {
    fn say(&mut self, name: &str, why: &str) {
        self.problems.push(Finding::wrong("configuration", format!("{name}: {why} 配置有误")));
    }

    fn parts(&mut self, account: &AccountConfig) -> Option<Parts> {
        let product = account.kind.as_deref().and_then(|kind| kind.parse::<Product>().ok());
        if product.is_none() {
            self.say("kind", "official, mini or work (--kind, WEIXIN_KIND)");
        }
        let id = account.app_id.clone().filter(|id| !id.is_empty());
        if id.is_none() {
            self.say("app_id", "is missing (--id, WEIXIN_APP_ID)");
        }
        if account.token.is_none() {
            self.say("token", "is missing (--token, WEIXIN_TOKEN)");
        }
        let token = self.token("token", account.token.as_ref());
        let previous_token = self.token("previous_token", account.previous_token.as_ref());
        let key = self.key("encoding_aes_key", account.encoding_aes_key.as_ref());
        let previous_key = self.key("previous_aes_key", account.previous_aes_key.as_ref());
        let modes: Option<Vec<Mode>> = match &account.modes {
            None => None,
            Some(names) => match names.iter().map(|name| name.parse()).collect() {
                Ok(modes) => Some(modes),
                Err(error) => {
                    let error: weixin::protocol::UnknownMode = error;
                    self.say("modes", &error.to_string());
                    None
                }
            },
        };
        let is_work = product == Some(Product::Work);
        let encrypted =
            modes.as_ref().is_none_or(|modes| modes.iter().any(|mode| *mode != Mode::Plain));
        if account.encoding_aes_key.is_none() && (encrypted || is_work) {
            self.say(
                "encoding_aes_key",
                "is missing (--aes-key, WEIXIN_ENCODING_AES_KEY); in plain mode use --mode plain or modes = [\"plain\"]",
            );
        }
        let id = id?;
        let receive_id = account.receive_id.clone().unwrap_or_else(|| id.clone());
        let modes = modes.filter(|_| !is_work);
        let (product, token) = (product?, token?);
        Some(Parts { product, token, previous_token, key, previous_key, id, receive_id, modes })
    }

    fn token(&mut self, name: &str, text: Option<&Secret>) -> Option<CallbackToken> {
        match CallbackToken::new(text?.expose()) {
            Ok(token) => Some(token),
            Err(error) => {
                self.say(name, &error.to_string());
                None
            }
        }
    }

    fn key(&mut self, name: &str, text: Option<&Secret>) -> Option<EncodingAesKey> {
        match EncodingAesKey::new(text?.expose()) {
            Ok(key) => Some(key),
            Err(error) => {
                self.say(name, &error.to_string());
                None
            }
        }
    }
}
