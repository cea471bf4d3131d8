//! One account and its callback, as configured.

use std::time::Duration;

use serde::{
    Deserialize, Deserializer,
    de::{self, Visitor},
};
use weixin_api::kind::Any;
use weixin_client::Client;
use weixin_protocol::{Product, Secret};

use super::{ApiSecurityConfig, LateReply};

/// The value that means "no limit".
pub(super) const OFF: &str = "off";

/// One account together with its callback, as written in `weixin.toml`. Nothing is checked until
/// the bot starts; then every problem is reported at once.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct AccountConfig {
    /// `official`, `mini` or `work`.
    #[serde(deserialize_with = "text")]
    pub kind: Option<String>,
    /// The appid (`wx…`), or the corp id (企业ID, `ww…`) in WeCom.
    #[serde(alias = "corp_id")]
    #[serde(deserialize_with = "text")]
    pub app_id: Option<String>,
    /// The app secret (AppSecret; the app's Secret in WeCom).
    #[serde(deserialize_with = "secret")]
    pub secret: Option<Secret>,
    /// The app's AgentId. Required in WeCom, not allowed for other kinds.
    #[serde(deserialize_with = "text")]
    pub agent_id: Option<String>,
    /// The callback's token: 3 to 32 letters and digits.
    #[serde(deserialize_with = "secret")]
    pub token: Option<Secret>,
    /// The token that was valid before it was changed in the console. Pushes signed with it are still
    /// accepted.
    #[serde(deserialize_with = "secret")]
    pub previous_token: Option<Secret>,
    /// The callback's EncodingAESKey: 43 letters and digits.
    #[serde(alias = "aes_key")]
    #[serde(deserialize_with = "secret")]
    pub encoding_aes_key: Option<Secret>,
    /// The EncodingAESKey that was valid before it was changed in the console. Pushes encrypted
    /// with it are still accepted.
    #[serde(deserialize_with = "secret")]
    pub previous_aes_key: Option<Secret>,
    /// The accepted encryption modes: `safe` (安全模式), `compatible` (兼容模式), `plain` (明文模式).
    /// `["safe"]` by default if there is a key.
    #[serde(deserialize_with = "list")]
    pub modes: Option<Vec<String>>,
    /// The account's original id (原始ID, `gh_…`), to which its pushes are addressed. If it is not
    /// set, it is learned from the first encrypted pushes. WeCom apps have none.
    #[serde(deserialize_with = "text")]
    pub original_id: Option<String>,
    /// By how many seconds the signed time of a push may differ from the local clock: at most a
    /// day, or `off`. 600 by default. With `off`, anyone who has seen a push can replay it at any
    /// time.
    #[serde(deserialize_with = "text")]
    pub clock_tolerance: Option<String>,
    /// The callback's path. `/callback` by default.
    #[serde(deserialize_with = "text")]
    pub path: Option<String>,
    /// What happens to answers that come after the platform has stopped waiting: `message` (they are
    /// sent as separate messages), or, for accounts that cannot send messages, `hold` or `mailbox`; see
    /// [`LateReply`]. `message` by default.
    #[serde(deserialize_with = "text")]
    pub late_reply: Option<String>,
    /// How many deliveries of a push the bot counts on with `hold` and `mailbox`: 2 by default, at most
    /// 3.
    #[serde(deserialize_with = "text")]
    pub deliveries: Option<String>,
    /// What a user is told whose answer will wait in the mailbox. A Chinese and an English sentence by
    /// default.
    #[serde(deserialize_with = "text")]
    pub mailbox_text: Option<String>,
    /// The base URL to call instead of the platform, such as an emulator or a gateway.
    #[serde(deserialize_with = "text")]
    pub api_base: Option<String>,
    /// The appid that pushes are encrypted for, if it is not the account's own: for an account that has
    /// authorized a third-party platform (第三方平台), the appid of that platform, whose token and key
    /// are then used as well.
    #[serde(deserialize_with = "text")]
    pub receive_id: Option<String>,
    /// API security (API 安全) of Official Accounts and Mini Programs: calls that support it are
    /// encrypted and signed. Off by default.
    pub api_security: Option<ApiSecurityConfig>,
    #[serde(skip)]
    pub(super) client: GivenClient,
}

/// A client that the program gives. Clients of the same account count as equal: one that is made again is
/// not a change.
#[derive(Debug, Clone, Default)]
pub(crate) struct GivenClient(pub(crate) Option<Client<Any>>);

impl PartialEq for GivenClient {
    fn eq(&self, other: &Self) -> bool {
        self.0.as_ref().map(Client::account) == other.0.as_ref().map(Client::account)
    }
}

impl AccountConfig {
    /// An Official Account. Give it a callback with [`callback`](Self::callback).
    pub fn official(app_id: impl Into<String>, secret: impl Into<Secret>) -> Self {
        Self::of(Product::Official, app_id.into(), secret.into())
    }

    /// A Mini Program. Give it a callback with [`callback`](Self::callback).
    pub fn mini(app_id: impl Into<String>, secret: impl Into<Secret>) -> Self {
        Self::of(Product::Mini, app_id.into(), secret.into())
    }

    /// A WeCom app. Give it a callback with [`callback`](Self::callback).
    pub fn work(corp_id: impl Into<String>, agent_id: u32, secret: impl Into<Secret>) -> Self {
        let account = Self::of(Product::Work, corp_id.into(), secret.into());
        Self { agent_id: Some(agent_id.to_string()), ..account }
    }

    /// The account of a client that the program has made: one whose token is not obtained with a secret
    /// of its own, such as an account that has authorized a third-party platform (第三方平台). Give it a
    /// callback with [`callback`](Self::callback).
    ///
    /// All accounts of a third-party platform have its token and key, its appid as
    /// [`receive_id`](Self::receive_id), and a path that ends with their appid: one callback in the
    /// platform's console, `https://bot.example.com/wx/$APPID$`, serves all of them.
    pub fn of_client(client: Client<Any>) -> Self {
        let id = client.account();
        Self {
            kind: Some(id.kind().to_string()),
            app_id: Some(id.id().to_string()),
            agent_id: id.agent().map(|agent| agent.to_string()),
            client: GivenClient(Some(client)),
            ..Self::default()
        }
    }

    fn of(product: Product, app_id: String, secret: Secret) -> Self {
        Self {
            kind: Some(product.to_string()),
            app_id: Some(app_id),
            secret: Some(secret),
            ..Self::default()
        }
    }

    /// Sets the callback's token and key.
    #[must_use]
    pub fn callback(
        mut self,
        token: impl Into<Secret>,
        encoding_aes_key: impl Into<Secret>,
    ) -> Self {
        self.token = Some(token.into());
        self.encoding_aes_key = Some(encoding_aes_key.into());
        self
    }

    /// Also accepts pushes encrypted with the EncodingAESKey that was valid before it was changed
    /// in the console.
    #[must_use]
    pub fn previous_key(mut self, encoding_aes_key: impl Into<Secret>) -> Self {
        self.previous_aes_key = Some(encoding_aes_key.into());
        self
    }

    /// Sets the callback's token and accepts plain bodies. The signature does not cover them: do
    /// not use this in production.
    #[must_use]
    pub fn plain_callback(mut self, token: impl Into<Secret>) -> Self {
        self.token = Some(token.into());
        self.modes = Some(vec!["plain".to_owned()]);
        self
    }

    /// Sets the appid that pushes are encrypted for, if it is not the account's own: that of the
    /// third-party platform that the account has authorized.
    #[must_use]
    pub fn receive_id(mut self, id: impl Into<String>) -> Self {
        self.receive_id = Some(id.into());
        self
    }

    /// Also accepts pushes signed with the token that was valid before it was changed in the console.
    #[must_use]
    pub fn previous_token(mut self, token: impl Into<Secret>) -> Self {
        self.previous_token = Some(token.into());
        self
    }

    /// Sets the accepted encryption modes.
    #[must_use]
    pub fn modes(mut self, modes: impl IntoIterator<Item = weixin_protocol::Mode>) -> Self {
        self.modes = Some(modes.into_iter().map(|mode| mode.to_string()).collect());
        self
    }

    /// Sets the original id (原始ID, `gh_…`), to which the account's pushes are addressed.
    #[must_use]
    pub fn original_id(mut self, id: impl Into<String>) -> Self {
        self.original_id = Some(id.into());
        self
    }

    /// Sets by how much the signed time of a push may differ from the local clock, in whole seconds
    /// and at most a day; `None` accepts pushes of any age.
    #[must_use]
    pub fn clock_tolerance(mut self, tolerance: Option<Duration>) -> Self {
        let text = tolerance.map_or_else(|| OFF.to_owned(), |time| time.as_secs().to_string());
        self.clock_tolerance = Some(text);
        self
    }

    /// Sets the callback's path.
    #[must_use]
    pub fn path(mut self, path: impl Into<String>) -> Self {
        self.path = Some(path.into());
        self
    }

    /// Sets what happens to answers that come after the platform has stopped waiting.
    #[must_use]
    pub fn late_reply(mut self, way: LateReply) -> Self {
        self.late_reply = Some(way.to_string());
        self
    }

    /// Sets how many deliveries of a push the bot counts on with [`LateReply::Hold`] and
    /// [`LateReply::Mailbox`].
    #[must_use]
    pub fn deliveries(mut self, deliveries: u32) -> Self {
        self.deliveries = Some(deliveries.to_string());
        self
    }

    /// Sets what a user is told whose answer will wait in the mailbox.
    #[must_use]
    pub fn mailbox_text(mut self, text: impl Into<String>) -> Self {
        self.mailbox_text = Some(text.into());
        self
    }

    /// Switches on API security: calls that support it are encrypted and signed.
    #[must_use]
    pub fn api_security(mut self, keys: ApiSecurityConfig) -> Self {
        self.api_security = Some(keys);
        self
    }

    /// Calls this base URL instead of the platform, such as an emulator or a gateway.
    #[must_use]
    pub fn api_base(mut self, url: impl Into<String>) -> Self {
        self.api_base = Some(url.into());
        self
    }
}

/// Any scalar as text, so that `agent_id = 1000002` and `token = 12345` work without quotes. An
/// error never quotes the value, which may be a secret.
struct Scalar(String);

impl<'de> Deserialize<'de> for Scalar {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct ScalarVisitor;

        impl Visitor<'_> for ScalarVisitor {
            type Value = Scalar;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a string")
            }

            fn visit_bool<E: de::Error>(self, value: bool) -> Result<Scalar, E> {
                Ok(Scalar(value.to_string()))
            }

            fn visit_i64<E: de::Error>(self, value: i64) -> Result<Scalar, E> {
                Ok(Scalar(value.to_string()))
            }

            fn visit_u64<E: de::Error>(self, value: u64) -> Result<Scalar, E> {
                Ok(Scalar(value.to_string()))
            }

            fn visit_f64<E: de::Error>(self, _: f64) -> Result<Scalar, E> {
                Err(E::custom("write the value in quotes"))
            }

            fn visit_str<E: de::Error>(self, value: &str) -> Result<Scalar, E> {
                Ok(Scalar(value.to_owned()))
            }
        }

        deserializer.deserialize_any(ScalarVisitor)
    }
}

fn text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    Scalar::deserialize(deserializer).map(|scalar| Some(scalar.0))
}

pub(super) fn secret<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<Secret>, D::Error> {
    Scalar::deserialize(deserializer).map(|scalar| Some(scalar.0.into()))
}

/// `modes = "safe"` is a list of one.
fn list<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Vec<String>>, D::Error> {
    struct ListVisitor;

    impl<'de> Visitor<'de> for ListVisitor {
        type Value = Vec<String>;

        fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("a list like [\"safe\"]")
        }

        fn visit_str<E: de::Error>(self, value: &str) -> Result<Vec<String>, E> {
            Ok(vec![value.to_owned()])
        }

        fn visit_seq<A: de::SeqAccess<'de>>(self, mut items: A) -> Result<Vec<String>, A::Error> {
            let mut list = Vec::new();
            while let Some(Scalar(item)) = items.next_element()? {
                list.push(item);
            }
            Ok(list)
        }
    }

    deserializer.deserialize_any(ListVisitor).map(Some)
}
