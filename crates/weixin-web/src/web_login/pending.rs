//! A login between the redirect to the platform and the return from it.

use std::time::Duration;

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use weixin_store::{Key, Write, WriteOutcome};

use crate::{Problem, Web, stored};

/// How long a visitor has to log in.
pub(super) const LIFETIME: Duration = Duration::from_secs(10 * 60);

/// The digits of a state. The platform allows 128 letters and digits.
const DIGITS: usize = 32;

/// What is known of a login that has begun, stored under the digest of its state.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct PendingLogin {
    /// The account, as in `WebLogin::account`.
    pub(super) account: String,
    pub(super) return_to: String,
    /// Whether the visitor is asked for their profile.
    pub(super) explicit: bool,
}

impl PendingLogin {
    /// Stores it, and returns its state.
    pub(super) async fn store(&self, web: &Web) -> Result<String, Problem> {
        let random = stored::random::<{ DIGITS / 2 }>()?;
        let state: String = random.iter().map(|byte| format!("{byte:02x}")).collect();
        let expires = web.now() + LIFETIME;
        web.store().put(&key(&state), stored::write(self)?, Some(expires)).await?;
        Ok(state)
    }

    /// Takes it: a state works once.
    pub(super) async fn take(web: &Web, state: &str) -> Result<Option<Self>, Problem> {
        let is_state = state.len() == DIGITS && state.bytes().all(|byte| byte.is_ascii_hexdigit());
        if !is_state {
            return Ok(None);
        }
        let key = key(state);
        let Some(entry) = web.store().get(&key).await? else { return Ok(None) };
        let removed = web.store().write(&key, Write::delete().if_version(entry.version)).await?;
        if removed == WriteOutcome::Conflict {
            return Ok(None);
        }
        Ok(stored::read(&entry))
    }
}

/// The name of the cookie that binds a state to a browser. Each login has its own, so several can be under way in
/// one browser.
pub(super) fn cookie_name(state: &str) -> String {
    format!("weixin_login_{}", state.get(..8).unwrap_or_default())
}

fn key(state: &str) -> Key {
    let digest = URL_SAFE_NO_PAD.encode(Sha256::digest(state.as_bytes()));
    Key::new("web").join("pending").join(digest)
}
