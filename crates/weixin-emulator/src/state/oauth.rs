//! What visitors of web pages allowed an Official Account (网页授权).

use std::{collections::HashMap, time::Duration};

use weixin_api::Timestamp;
use weixin_protocol::UserId;

use super::TokenState;

const CODE_LIFETIME: Duration = Duration::from_secs(5 * 60);
const TOKEN_LIFETIME: Duration = Duration::from_secs(2 * 60 * 60);
const REFRESH_LIFETIME: Duration = Duration::from_secs(30 * 24 * 60 * 60);

/// For how long what has ended is remembered, so that its errors are the right ones.
const RETENTION: Duration = Duration::from_secs(24 * 60 * 60);

/// The scope that tells name and picture as well.
pub(crate) const USERINFO: &str = "snsapi_userinfo";

/// Codes, and the tokens they were exchanged for.
#[derive(Debug, Default)]
pub(crate) struct Grants {
    codes: HashMap<String, (Grant, bool)>,
    tokens: HashMap<String, Grant>,
    refresh_tokens: HashMap<String, Grant>,
}

/// What a visitor allowed, and until when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Grant {
    pub(crate) user: UserId,
    pub(crate) scope: String,
    pub(crate) expires: Timestamp,
}

/// Why a code or a token is worth nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum GrantError {
    Unknown,
    Used,
    Expired,
}

impl Grants {
    /// A visitor agreed and is given a code.
    pub(crate) fn issue_code(&mut self, user: UserId, scope: String, code: String, now: Timestamp) {
        let remembered = |grant: &Grant| now < grant.expires + RETENTION;
        self.codes.retain(|_, (grant, _)| remembered(grant));
        self.tokens.retain(|_, grant| remembered(grant));
        self.refresh_tokens.retain(|_, grant| remembered(grant));
        self.codes.insert(code, (Grant { user, scope, expires: now + CODE_LIFETIME }, false));
    }

    /// Takes a code back for these two tokens.
    pub(crate) fn exchange(
        &mut self,
        code: &str,
        token: &str,
        refresh: &str,
        now: Timestamp,
    ) -> Result<Grant, GrantError> {
        let (grant, used) = self.codes.get_mut(code).ok_or(GrantError::Unknown)?;
        if now >= grant.expires {
            return Err(GrantError::Expired);
        }
        if std::mem::replace(used, true) {
            return Err(GrantError::Used);
        }
        let grant = Grant { expires: now + TOKEN_LIFETIME, ..grant.clone() };
        self.tokens.insert(token.to_owned(), grant.clone());
        let refresh_tokens = Grant { expires: now + REFRESH_LIFETIME, ..grant.clone() };
        self.refresh_tokens.insert(refresh.to_owned(), refresh_tokens);
        Ok(grant)
    }

    /// Gives a new token. The one that renews does not live longer for it.
    pub(crate) fn renew(
        &mut self,
        refresh: &str,
        token: &str,
        now: Timestamp,
    ) -> Result<Grant, GrantError> {
        let grant = self.refresh_tokens.get(refresh).ok_or(GrantError::Unknown)?;
        if now >= grant.expires {
            return Err(GrantError::Expired);
        }
        let grant = Grant { expires: now + TOKEN_LIFETIME, ..grant.clone() };
        self.tokens.insert(token.to_owned(), grant.clone());
        Ok(grant)
    }

    /// What a token allows, and whether it still does.
    pub(crate) fn of_token(&self, token: &str, now: Timestamp) -> Option<(&Grant, TokenState)> {
        let grant = self.tokens.get(token)?;
        let state = if now < grant.expires { TokenState::Valid } else { TokenState::Expired };
        Some((grant, state))
    }

    /// Every token, which none may see.
    pub(crate) fn values(&self) -> impl Iterator<Item = &str> {
        self.tokens.keys().chain(self.refresh_tokens.keys()).map(String::as_str)
    }
}
