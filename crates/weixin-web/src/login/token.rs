//! The token that a client gets for its login.

use std::fmt;

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use http::{HeaderMap, header};
use sha2::{Digest, Sha256};
use weixin_protocol::Secret;

use crate::{Problem, stored};

/// The random bytes of a token.
const BYTES: usize = 32;

/// A token for a login: 43 random characters, which say nothing about the user. The store has only a digest
/// of it, so what is stored is of no use for logging in.
#[derive(Clone)]
pub struct LoginToken(Secret);

/// The digest under which a login is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TokenHash(String);

impl LoginToken {
    /// A new token.
    pub(crate) fn random() -> Result<Self, Problem> {
        Ok(Self(URL_SAFE_NO_PAD.encode(stored::random::<BYTES>()?).into()))
    }

    /// The token of a request: `Authorization: Bearer …`. `None` if it has none, or something that cannot be
    /// a token of ours.
    pub(crate) fn of(headers: &HeaderMap) -> Option<Self> {
        let header = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
        let (scheme, token) = header.split_once(' ')?;
        scheme.eq_ignore_ascii_case("bearer").then(|| Self::parse(token.trim()))?
    }

    /// A text that has the form of a token.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let bytes = URL_SAFE_NO_PAD.decode(text).ok().filter(|bytes| bytes.len() == BYTES);
        bytes.map(|_| Self(text.into()))
    }

    /// The token itself, for the client.
    pub fn expose(&self) -> &str {
        self.0.expose()
    }

    pub(crate) fn hash(&self) -> TokenHash {
        TokenHash(URL_SAFE_NO_PAD.encode(Sha256::digest(self.expose().as_bytes())))
    }
}

impl TokenHash {
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for LoginToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("LoginToken(…)")
    }
}
