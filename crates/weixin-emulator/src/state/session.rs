//! Who has logged in at a Mini Program.

use std::{collections::HashMap, time::Duration};

use weixin_api::Timestamp;
use weixin_protocol::UserId;

/// How long a code lives.
const CODE_LIFETIME: Duration = Duration::from_secs(5 * 60);

/// The codes of `wx.login`, and the session keys they were exchanged for.
#[derive(Debug, Default)]
pub(crate) struct Sessions {
    codes: HashMap<String, Code>,
    /// A user has one key: a later login ends the one before.
    keys: HashMap<UserId, String>,
}

#[derive(Debug)]
struct Code {
    user: UserId,
    expires: Timestamp,
    used: bool,
}

/// Why a code is worth nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CodeError {
    /// There is none, or its time is over.
    Unknown,
    /// It was exchanged before.
    Used,
}

impl Sessions {
    /// Hands a code to a user's phone. Those whose time is over are dropped.
    pub(crate) fn issue_code(&mut self, user: UserId, code: String, now: Timestamp) {
        self.codes.retain(|_, code| now < code.expires);
        self.codes.insert(code, Code { user, expires: now + CODE_LIFETIME, used: false });
    }

    /// Takes a code back and gives its user a new session key.
    pub(crate) fn exchange(
        &mut self,
        code: &str,
        key: String,
        now: Timestamp,
    ) -> Result<UserId, CodeError> {
        let code = self.codes.get_mut(code).filter(|code| now < code.expires);
        let code = code.ok_or(CodeError::Unknown)?;
        if std::mem::replace(&mut code.used, true) {
            return Err(CodeError::Used);
        }
        self.keys.insert(code.user.clone(), key);
        Ok(code.user.clone())
    }

    /// Every key, which none may see.
    pub(crate) fn keys(&self) -> impl Iterator<Item = &str> {
        self.keys.values().map(String::as_str)
    }
}
