//! Web authorizations (网页授权): codes and user tokens.

use std::{collections::HashMap, time::Duration};

use weixin_api::Timestamp;
use weixin_protocol::PeerId;

use super::TokenState;

/// How long a code is valid.
pub(crate) const CODE_LIFETIME: Duration = Duration::from_secs(5 * 60);
const TOKEN_LIFETIME: Duration = Duration::from_secs(2 * 60 * 60);
const REFRESH_LIFETIME: Duration = Duration::from_secs(30 * 24 * 60 * 60);

/// How long expired values are kept, so that they are reported as expired and not as unknown.
const RETENTION: Duration = Duration::from_secs(24 * 60 * 60);

/// The scope that grants the openid only, without confirmation.
pub(crate) const BASE: &str = "snsapi_base";

/// The scope that includes nickname and avatar.
pub(crate) const USERINFO: &str = "snsapi_userinfo";

/// The scope of website applications. It includes nickname and avatar too.
pub(crate) const LOGIN: &str = "snsapi_login";

/// The codes, and the tokens they were exchanged for.
#[derive(Debug, Default)]
pub(crate) struct Grants {
    codes: HashMap<String, (Grant, bool)>,
    tokens: HashMap<String, Grant>,
    refresh_tokens: HashMap<String, Grant>,
}

/// The authorization by a user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Grant {
    pub(crate) user: PeerId,
    pub(crate) scope: String,
    /// Whether the page was opened as a snapshot (快照页). Then the user is a virtual one.
    pub(crate) snapshot: bool,
    pub(crate) expires: Timestamp,
}

impl Grant {
    /// Whether the grant includes nickname, avatar and UnionID.
    pub(crate) fn has_profile(&self) -> bool {
        self.scope.split(',').any(|scope| matches!(scope, USERINFO | LOGIN))
    }
}

/// Why a code or a token is invalid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum GrantError {
    Unknown,
    Used,
    Expired,
}

impl Grants {
    /// Issues a code to a user who agreed. `snapshot`: the user is a virtual one.
    pub(crate) fn issue_code(
        &mut self,
        user: PeerId,
        scope: String,
        snapshot: bool,
        code: String,
        now: Timestamp,
    ) {
        let remembered = |grant: &Grant| now < grant.expires + RETENTION;
        self.codes.retain(|_, (grant, _)| remembered(grant));
        self.tokens.retain(|_, grant| remembered(grant));
        self.refresh_tokens.retain(|_, grant| remembered(grant));
        let grant = Grant { user, scope, snapshot, expires: now + CODE_LIFETIME };
        self.codes.insert(code, (grant, false));
    }

    /// Exchanges a code for an access token and a refresh token.
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

    /// Issues a new access token. The lifetime of the refresh token does not change.
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

    /// The grant of a token, and whether it is still valid.
    pub(crate) fn of_token(&self, token: &str, now: Timestamp) -> Option<(&Grant, TokenState)> {
        let grant = self.tokens.get(token)?;
        let state = if now < grant.expires { TokenState::Valid } else { TokenState::Expired };
        Some((grant, state))
    }

    /// All tokens, for redaction.
    pub(crate) fn values(&self) -> impl Iterator<Item = &str> {
        self.tokens.keys().chain(self.refresh_tokens.keys()).map(String::as_str)
    }
}
