//! The right to do something alone, for a while.

use std::time::Duration;

use weixin_api::Timestamp;

use crate::{Error, Key, value::no_random_numbers};

/// The right to do something alone, for a while. Whoever holds it renews it in time or loses it to
/// the next who asks; it does not end by being dropped.
///
/// A process may sleep through the end of its lease and not know. What keeps that harmless is the
/// fence, a number that is larger for each holder than for all before: a write
/// [`under`](crate::Write::under) a lease is refused once somebody else has been given it. A lease
/// that ran out and was given to nobody since is still good for writing, and can be renewed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lease {
    key: Key,
    owner: String,
    fence: u64,
    until: Timestamp,
}

/// What became of asking for a lease.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Claim {
    /// It is ours.
    Granted(Lease),
    /// Somebody has it, and if it is not renewed or released, until this moment.
    Held {
        /// When to ask again at the latest.
        until: Timestamp,
    },
}

impl Claim {
    /// The lease, if it was granted.
    pub fn granted(self) -> Option<Lease> {
        match self {
            Claim::Granted(lease) => Some(lease),
            Claim::Held { .. } => None,
        }
    }
}

impl Lease {
    /// How long after its end an engine must remember the last fence of a lease. After that it may
    /// be forgotten: fences go with the time, see [`next_fence`](Lease::next_fence).
    pub const REMEMBERED: Duration = Duration::from_secs(24 * 60 * 60);

    /// A lease as an engine has just granted it.
    pub fn new(key: Key, owner: String, fence: u64, until: Timestamp) -> Self {
        Self { key, owner, fence, until }
    }

    /// The fence after `last`, at `now`. Besides being larger than the last it is never smaller
    /// than the time, in milliseconds, so that it grows even if a store forgets the last one.
    pub fn next_fence(last: Option<u64>, now: Timestamp) -> u64 {
        last.map_or(0, |last| last.saturating_add(1)).max(now.as_millis())
    }

    /// A name for a new holder, which no other holder ever has.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Refused`](crate::ErrorKind::Refused) when the computer has no random numbers.
    pub fn draw_owner() -> Result<String, Error> {
        let half = || getrandom::u64().map_err(|_| no_random_numbers());
        Ok(format!("{:016x}{:016x}", half()?, half()?))
    }

    /// What it is for.
    pub fn key(&self) -> &Key {
        &self.key
    }

    /// Larger than that of every holder before.
    pub fn fence(&self) -> u64 {
        self.fence
    }

    /// Who holds it.
    pub fn owner(&self) -> &str {
        &self.owner
    }

    /// From this moment on it may be given to somebody else.
    pub fn until(&self) -> Timestamp {
        self.until
    }

    /// The same lease until later.
    pub fn prolonged(&self, until: Timestamp) -> Self {
        Self { until, ..self.clone() }
    }
}
