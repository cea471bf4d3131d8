//! The settings of a callback, as in the platform's console.

use std::{fmt, str::FromStr, sync::Arc, time::Duration};

use super::addressee::LearnedId;
use crate::{CallbackToken, EncodingAesKey, Product};

/// The default for how far the clocks may differ.
pub(super) const CLOCK_TOLERANCE: Duration = Duration::from_secs(10 * 60);

/// How the platform writes pushes (消息加解密方式).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Mode {
    /// Plain bodies (明文模式). The signature does not cover them: do not use it in production.
    Plain,
    /// Plain fields and ciphertext side by side (兼容模式).
    Compatible,
    /// Ciphertext only (安全模式). WeCom has no other mode.
    Safe,
}

impl Mode {
    /// The name used in configuration files.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Compatible => "compatible",
            Self::Safe => "safe",
        }
    }
}

impl fmt::Display for Mode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Mode {
    type Err = UnknownMode;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        [Self::Plain, Self::Compatible, Self::Safe]
            .into_iter()
            .find(|mode| mode.as_str() == name)
            .ok_or_else(|| UnknownMode(name.to_owned()))
    }
}

/// A name other than `plain`, `compatible` and `safe`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("unknown mode {0:?}: use \"safe\", \"compatible\" or \"plain\"")]
pub struct UnknownMode(String);

/// Token, keys, receive ids and accepted modes of one callback.
///
/// A callback is not an account: one callback of a third-party platform serves hundreds of
/// accounts. For a single account, one of each is configured together.
#[derive(Debug, Clone)]
pub struct Callback {
    pub(super) product: Product,
    pub(super) token: CallbackToken,
    pub(super) previous_token: Option<CallbackToken>,
    /// The current key first, then the previous one.
    pub(super) keys: Vec<EncodingAesKey>,
    pub(super) receive_ids: Vec<String>,
    /// The `ToUserName`s that pushes may be addressed to; any if empty.
    pub(super) original_ids: Vec<String>,
    pub(super) learned: Option<Arc<LearnedId>>,
    pub(super) clock_tolerance: Option<Duration>,
    /// The modes set by [`accept`](Callback::accept); `None` for the default.
    modes: Option<Vec<Mode>>,
}

impl Callback {
    /// By how much the signed time of a request may differ from the local time, unless set otherwise: 10
    /// minutes.
    pub const DEFAULT_CLOCK_TOLERANCE: Duration = CLOCK_TOLERANCE;

    /// A callback that accepts plain pushes only, or safe pushes only if it has a key, unless
    /// [`accept`](Self::accept) sets other modes. WeCom has safe mode only.
    pub fn new(product: Product, token: CallbackToken) -> Self {
        Self {
            product,
            token,
            previous_token: None,
            keys: Vec::new(),
            receive_ids: Vec::new(),
            original_ids: Vec::new(),
            learned: None,
            clock_tolerance: Some(CLOCK_TOLERANCE),
            modes: None,
        }
    }

    /// Also accepts requests signed with the token that was valid before it was changed in the console.
    /// An answer is signed with the token that signed the push.
    #[must_use]
    pub fn previous_token(mut self, token: CallbackToken) -> Self {
        self.previous_token = Some(token);
        self
    }

    /// The current token, then the previous one.
    pub(super) fn tokens(&self) -> impl Iterator<Item = &CallbackToken> {
        std::iter::once(&self.token).chain(&self.previous_token)
    }

    /// Sets the current key.
    #[must_use]
    pub fn key(mut self, key: EncodingAesKey) -> Self {
        self.keys = vec![key];
        self
    }

    /// Adds the key that was valid before the current one, which must be set first. After a change
    /// in the console the platform still uses the old key for a while; replies use the key that
    /// worked for the push.
    #[must_use]
    pub fn previous_key(mut self, key: EncodingAesKey) -> Self {
        self.keys.truncate(1);
        self.keys.push(key);
        self
    }

    /// Adds an id that messages may be encrypted for: the appid, the corp id, a suite id, or an
    /// empty string (WeCom AI bots).
    #[must_use]
    pub fn receive_id(mut self, id: impl Into<String>) -> Self {
        self.receive_ids.push(id.into());
        self
    }

    /// Adds an original id (原始ID, `gh_…`) that pushes may be addressed to: the `ToUserName` of the
    /// account. With at least one, pushes to any other id are rejected: an answer of the account
    /// that somebody posts back is addressed to a user. WeCom's pushes are addressed to the
    /// corporation (or suite), so they are checked against the receive ids without further
    /// configuration.
    #[must_use]
    pub fn original_id(mut self, id: impl Into<String>) -> Self {
        self.original_ids.push(id.into());
        self
    }

    /// Learns the original id from the first encrypted pushes: once three in a row agree, pushes to
    /// any other id are rejected, as with [`original_id`](Self::original_id). Clones share what
    /// they learn. Only for a callback of a single account.
    #[must_use]
    pub fn learn_original_id(mut self) -> Self {
        self.learned = Some(Arc::default());
        self
    }

    /// The original id that was [learned](Self::learn_original_id), if any.
    pub fn learned_original_id(&self) -> Option<String> {
        self.learned.as_ref()?.known()
    }

    /// Sets by how much the signed time of a request may differ from the local time, in either
    /// direction. 10 minutes by default; `None` accepts requests of any age, so that anyone who has
    /// seen a request can replay it at any time.
    #[must_use]
    pub fn clock_tolerance(mut self, tolerance: Option<Duration>) -> Self {
        self.clock_tolerance = tolerance;
        self
    }

    /// By how much the signed time of a request may differ from the local time; any amount if
    /// `None`.
    pub fn tolerance(&self) -> Option<Duration> {
        self.clock_tolerance
    }

    /// Sets the accepted modes: more than one while the mode is being changed in the console.
    #[must_use]
    pub fn accept(mut self, modes: impl IntoIterator<Item = Mode>) -> Self {
        self.modes = Some(modes.into_iter().collect());
        self
    }

    /// The product whose rules apply.
    pub fn product(&self) -> Product {
        self.product
    }

    /// The token, to be shown to the person who configures the console.
    pub fn token(&self) -> &CallbackToken {
        &self.token
    }

    /// The current key, to be shown to the person who configures the console.
    pub fn current_key(&self) -> Option<&EncodingAesKey> {
        self.keys.first()
    }

    /// The accepted modes.
    pub fn modes(&self) -> &[Mode] {
        match (&self.modes, self.product, self.keys.is_empty()) {
            (Some(modes), _, _) => modes,
            (None, Product::Official | Product::Mini, true) => &[Mode::Plain],
            (None, ..) => &[Mode::Safe],
        }
    }
}
