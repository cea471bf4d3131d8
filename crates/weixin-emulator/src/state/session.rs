//! Logins of a Mini Program.

use std::{collections::HashMap, time::Duration};

use weixin_api::Timestamp;
use weixin_protocol::PeerId;

/// How long a code is valid.
const CODE_LIFETIME: Duration = Duration::from_secs(5 * 60);

/// The codes of `wx.login`, and the session keys they were exchanged for.
#[derive(Debug, Default)]
pub(crate) struct Sessions {
    codes: HashMap<String, Code>,
    /// One session key per user: a later login replaces the previous one.
    keys: HashMap<PeerId, String>,
    /// When each user last logged in.
    used: HashMap<PeerId, Timestamp>,
}

#[derive(Debug)]
struct Code {
    user: PeerId,
    expires: Timestamp,
    used: bool,
}

/// Why a code is invalid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CodeError {
    /// The code does not exist or has expired.
    Unknown,
    /// The code was already exchanged.
    Used,
}

impl Sessions {
    /// Issues a code to a user. Expired codes are removed.
    pub(crate) fn issue_code(&mut self, user: PeerId, code: String, now: Timestamp) {
        self.codes.retain(|_, code| now < code.expires);
        self.used.insert(user.clone(), now);
        self.codes.insert(code, Code { user, expires: now + CODE_LIFETIME, used: false });
    }

    /// Exchanges a code: sets a new session key and returns the user.
    pub(crate) fn exchange(
        &mut self,
        code: &str,
        key: String,
        now: Timestamp,
    ) -> Result<PeerId, CodeError> {
        let code = self.codes.get_mut(code).filter(|code| now < code.expires);
        let code = code.ok_or(CodeError::Unknown)?;
        if std::mem::replace(&mut code.used, true) {
            return Err(CodeError::Used);
        }
        self.keys.insert(code.user.clone(), key);
        Ok(code.user.clone())
    }

    /// The session key of a user's last login.
    pub(crate) fn key_of(&self, user: &PeerId) -> Option<&str> {
        self.keys.get(user).map(String::as_str)
    }

    /// When a user last logged in.
    pub(crate) fn last_use(&self, user: &PeerId) -> Option<Timestamp> {
        self.used.get(user).copied()
    }

    /// Replaces the session key of a user.
    pub(crate) fn replace(&mut self, user: &PeerId, key: String) {
        self.keys.insert(user.clone(), key);
    }

    /// All session keys, for redaction.
    pub(crate) fn keys(&self) -> impl Iterator<Item = &str> {
        self.keys.values().map(String::as_str)
    }
}
