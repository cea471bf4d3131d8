//! The access tokens of an account and their lifetimes.

use std::time::Duration;

use weixin_api::Timestamp;

use crate::TokenRules;

/// The number of tokens that are kept, so that expired ones get the right error code.
const RETENTION: usize = 64;

/// A day, in seconds.
const DAY: u64 = 24 * 60 * 60;

/// Quotas are counted by days in Beijing: UTC+8.
const BEIJING: Duration = Duration::from_secs(8 * 60 * 60);

/// The access tokens of an account: the valid ones and the latest expired ones.
#[derive(Debug, Default)]
pub(crate) struct Tokens {
    issued: Vec<Issued>,
    granted: u64,
    calls: DailyCounter,
    clears: DailyCounter,
    forced: DailyCounter,
    last_forced: Option<Timestamp>,
}

#[derive(Debug)]
struct Issued {
    value: String,
    kind: TokenKind,
    expires: Timestamp,
    /// Whether it was replaced by a later token.
    superseded: bool,
}

/// The endpoint that issued a token. Tokens of different kinds do not replace each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TokenKind {
    /// `/cgi-bin/token`
    Plain,
    /// `/cgi-bin/stable_token`
    Stable,
    /// `/cgi-bin/gettoken` of WeCom, with the secret of the app.
    Work,
    /// `/cgi-bin/gettoken` of WeCom, with the contacts secret.
    Contacts,
}

/// A token and its remaining lifetime.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct IssuedToken {
    pub(crate) token: String,
    pub(crate) expires_in: Duration,
}

/// The state of a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TokenState {
    Valid,
    /// Its lifetime is over.
    Expired,
    /// It was replaced by a later token.
    Superseded,
}

/// The quota is exhausted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct QuotaExceeded;

/// A count that is reset every day.
#[derive(Debug, Default)]
struct DailyCounter {
    day: u64,
    count: u32,
}

impl DailyCounter {
    fn count(&mut self, now: Timestamp, limit: u32) -> Result<(), QuotaExceeded> {
        self.count_in(DAY, now, limit)
    }

    /// Counts within periods of this many seconds.
    fn count_in(&mut self, span: u64, now: Timestamp, limit: u32) -> Result<(), QuotaExceeded> {
        let day = (now + BEIJING).as_secs() / span;
        if day != self.day {
            *self = Self { day, count: 0 };
        }
        if self.count >= limit {
            return Err(QuotaExceeded);
        }
        self.count += 1;
        Ok(())
    }
}

impl Tokens {
    /// Issues a new token. The previous one stays valid for a short while.
    pub(crate) fn plain(
        &mut self,
        now: Timestamp,
        rules: &TokenRules,
        fresh: String,
    ) -> Result<IssuedToken, QuotaExceeded> {
        self.calls.count(now, rules.calls_per_day)?;
        for old in self.issued.iter_mut().filter(|old| old.kind == TokenKind::Plain) {
            let end = now + rules.overlap;
            if old.expires > end {
                old.expires = end;
                old.superseded = true;
            }
        }
        Ok(self.issue(TokenKind::Plain, now, rules.lifetime, fresh))
    }

    /// The stable token: the same one until shortly before its expiry. With `force`, a new token
    /// that invalidates the previous one, unless the last forced refresh was too recent.
    pub(crate) fn stable(
        &mut self,
        now: Timestamp,
        rules: &TokenRules,
        force: bool,
        fresh: String,
    ) -> Result<IssuedToken, QuotaExceeded> {
        let early = self.last_forced.is_some_and(|last| now.since(last) < rules.forced_interval);
        if force && !early {
            self.forced.count(now, rules.forced_per_day)?;
            self.last_forced = Some(now);
            for old in self.issued.iter_mut().filter(|old| old.kind == TokenKind::Stable) {
                if old.expires > now {
                    old.expires = now;
                    old.superseded = true;
                }
            }
        } else if let Some(granted) = self.latest(TokenKind::Stable, now, rules.overlap) {
            return Ok(granted);
        }
        Ok(self.issue(TokenKind::Stable, now, rules.lifetime, fresh))
    }

    /// The token of WeCom: the same one while it is valid.
    pub(crate) fn work(
        &mut self,
        kind: TokenKind,
        now: Timestamp,
        rules: &TokenRules,
        fresh: String,
    ) -> IssuedToken {
        self.latest(kind, now, Duration::ZERO)
            .unwrap_or_else(|| self.issue(kind, now, rules.lifetime, fresh))
    }

    /// The state of a token; `None` if this account has no such token.
    pub(crate) fn state(&self, token: &str, now: Timestamp) -> Option<TokenState> {
        let issued = self.issued.iter().find(|issued| issued.value == token)?;
        Some(match (now < issued.expires, issued.superseded) {
            (true, _) => TokenState::Valid,
            (false, true) => TokenState::Superseded,
            (false, false) => TokenState::Expired,
        })
    }

    /// The kind of a token.
    pub(crate) fn kind(&self, token: &str) -> Option<TokenKind> {
        self.issued.iter().find(|issued| issued.value == token).map(|issued| issued.kind)
    }

    /// Invalidates all tokens, as if another program had fetched newer ones.
    pub(crate) fn revoke(&mut self, now: Timestamp) {
        for issued in self.issued.iter_mut().filter(|issued| issued.expires > now) {
            issued.expires = now;
            issued.superseded = true;
        }
    }

    /// The number of tokens issued so far.
    pub(crate) fn granted(&self) -> u64 {
        self.granted
    }

    /// The number of calls of `/cgi-bin/token` today.
    pub(crate) fn calls_today(&self, now: Timestamp) -> u32 {
        let today = (now + BEIJING).as_secs() / DAY;
        if self.calls.day == today { self.calls.count } else { 0 }
    }

    /// Counts a quota reset against the monthly limit, and with `tokens` resets the calls of
    /// `/cgi-bin/token`. The platform does not document when a month begins; here it is a period of
    /// 30 days.
    pub(crate) fn clear_calls(
        &mut self,
        now: Timestamp,
        limit: u32,
        tokens: bool,
    ) -> Result<(), QuotaExceeded> {
        self.clears.count_in(30 * DAY, now, limit)?;
        if tokens {
            self.calls = DailyCounter::default();
        }
        Ok(())
    }

    /// All tokens, for redaction.
    pub(crate) fn values(&self) -> impl Iterator<Item = &str> {
        self.issued.iter().map(|issued| issued.value.as_str())
    }

    fn latest(&self, kind: TokenKind, now: Timestamp, spare: Duration) -> Option<IssuedToken> {
        let issued = self.issued.iter().rev().find(|issued| issued.kind == kind)?;
        let expires_in = issued.expires.since(now);
        (expires_in > spare).then(|| IssuedToken { token: issued.value.clone(), expires_in })
    }

    fn issue(
        &mut self,
        kind: TokenKind,
        now: Timestamp,
        expires_in: Duration,
        token: String,
    ) -> IssuedToken {
        let expires = now + expires_in;
        self.granted += 1;
        self.issued.push(Issued { value: token.clone(), kind, expires, superseded: false });
        if self.issued.len() > RETENTION {
            self.issued.remove(0);
        }
        IssuedToken { token, expires_in }
    }
}
