//! One account and its callback, as configured.

use serde::{
    Deserialize, Deserializer,
    de::{self, Visitor},
};
use weixin_protocol::{Product, Secret};

/// One account together with its callback, as it stands in `weixin.toml`. Nothing is checked
/// before the bot starts; then every problem is reported at once.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct AccountConfig {
    /// `official`, `mini` or `work`.
    pub kind: Option<String>,
    /// The appid (`wx…`), or the corp id in WeCom (`ww…`).
    #[serde(alias = "corp_id")]
    pub app_id: Option<String>,
    /// The app secret.
    pub secret: Option<Secret>,
    /// Which app (WeCom).
    #[serde(deserialize_with = "number_or_text")]
    pub agent_id: Option<String>,
    /// The callback's token: 3 to 32 letters and digits.
    pub token: Option<Secret>,
    /// The callback's EncodingAESKey: 43 letters and digits.
    #[serde(alias = "aes_key")]
    pub encoding_aes_key: Option<Secret>,
    /// The key that was valid before a change in the console.
    pub previous_aes_key: Option<Secret>,
    /// The accepted modes: `safe`, `compatible`, `plain`. `["safe"]` if there is a key.
    pub modes: Option<Vec<String>>,
    /// The callback's path. `/callback` by default.
    pub path: Option<String>,
    /// Where to call instead of the platform: an emulator, a gateway.
    pub api_base: Option<String>,
}

impl AccountConfig {
    /// An Official Account with a callback in safe mode.
    pub fn official(app_id: impl Into<String>, secret: impl Into<Secret>) -> Self {
        Self::of(Product::Official, app_id.into(), secret.into())
    }

    /// A Mini Program.
    pub fn mini(app_id: impl Into<String>, secret: impl Into<Secret>) -> Self {
        Self::of(Product::Mini, app_id.into(), secret.into())
    }

    /// An app in WeCom.
    pub fn work(corp_id: impl Into<String>, agent_id: u32, secret: impl Into<Secret>) -> Self {
        let account = Self::of(Product::Work, corp_id.into(), secret.into());
        Self { agent_id: Some(agent_id.to_string()), ..account }
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

    /// Also accepts pushes encrypted with the key that was valid before a change in the console.
    #[must_use]
    pub fn previous_key(mut self, encoding_aes_key: impl Into<Secret>) -> Self {
        self.previous_aes_key = Some(encoding_aes_key.into());
        self
    }

    /// Sets the callback's token and accepts plain bodies. The signature does not cover them: not
    /// for production.
    #[must_use]
    pub fn plain_callback(mut self, token: impl Into<Secret>) -> Self {
        self.token = Some(token.into());
        self.modes = Some(vec!["plain".to_owned()]);
        self
    }

    /// Sets the accepted modes.
    #[must_use]
    pub fn modes(mut self, modes: impl IntoIterator<Item = weixin_protocol::Mode>) -> Self {
        self.modes = Some(modes.into_iter().map(|mode| mode.to_string()).collect());
        self
    }

    /// Sets the callback's path.
    #[must_use]
    pub fn path(mut self, path: impl Into<String>) -> Self {
        self.path = Some(path.into());
        self
    }

    /// Calls this address instead of the platform: an emulator, a gateway.
    #[must_use]
    pub fn api_base(mut self, url: impl Into<String>) -> Self {
        self.api_base = Some(url.into());
        self
    }
}

/// `agent_id = 1000002` and `agent_id = "1000002"` are the same.
fn number_or_text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    struct NumberOrText;

    impl Visitor<'_> for NumberOrText {
        type Value = Option<String>;

        fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("a number")
        }

        fn visit_i64<E: de::Error>(self, number: i64) -> Result<Self::Value, E> {
            Ok(Some(number.to_string()))
        }

        fn visit_u64<E: de::Error>(self, number: u64) -> Result<Self::Value, E> {
            Ok(Some(number.to_string()))
        }

        fn visit_str<E: de::Error>(self, text: &str) -> Result<Self::Value, E> {
            Ok(Some(text.to_owned()))
        }
    }

    deserializer.deserialize_any(NumberOrText)
}
