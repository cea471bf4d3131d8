//! Detects requests that were already received.

use std::{
    collections::{HashMap, VecDeque},
    fmt,
    hash::{BuildHasherDefault, Hasher},
    time::Duration,
};

use sha1::{Digest, Sha1};

use super::config::CLOCK_TOLERANCE;
use crate::Signature;

/// Identifies a verified request: equal for requests with the same query and body.
///
/// When the platform repeats a push it signs it again, so a repeat has another key; repeats are
/// recognised by their [`PushId`](crate::PushId).
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct ReplayKey {
    digest: u64,
    timestamp: i64,
}

impl ReplayKey {
    /// In the encrypted modes the signature covers everything.
    pub(super) fn of_encrypted(signature: &Signature, timestamp: i64) -> Self {
        let digits = signature.as_str().get(..16).unwrap_or_default();
        Self { digest: u64::from_str_radix(digits, 16).unwrap_or_default(), timestamp }
    }

    /// In plain mode the signature does not cover the body.
    pub(super) fn of_plain(signature: &str, body: &[u8], timestamp: i64) -> Self {
        let digest: [u8; 20] =
            Sha1::new().chain_update(signature).chain_update(body).finalize().into();
        let mut first = [0; 8];
        first.copy_from_slice(&digest[..8]);
        Self { digest: u64::from_be_bytes(first), timestamp }
    }

    /// When the request was signed, in seconds since 1970.
    pub fn timestamp(&self) -> i64 {
        self.timestamp
    }

    /// A number that is the same for the same request, for a replay check shared by several
    /// processes. It cannot be predicted without the callback's token.
    pub fn digest(&self) -> u64 {
        self.digest
    }
}

impl fmt::Debug for ReplayKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ReplayKey({:016x} at {})", self.digest, self.timestamp)
    }
}

/// Whether a request was seen before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seen {
    /// It was not.
    First,
    /// It was seen a moment ago: something in between has sent it again. It may get the same
    /// answer, if that is remembered.
    Again,
    /// It was seen longer ago than anyone waits for an answer. Reject it.
    Replayed {
        /// When it was first seen, in seconds since 1970.
        first: i64,
    },
}

/// Remembers the requests that were signed within the [clock
/// tolerance](crate::Callback::clock_tolerance), so that none of them takes effect twice. Older
/// ones are rejected by their timestamp.
///
/// One window can serve any number of callbacks and is meant to be shared by all callbacks of a
/// program. It takes 20 to 40 bytes per request and keeps a limited number of requests; beyond that
/// the oldest are forgotten, which makes replaying them possible again but never loses a push. It
/// does no I/O and reads no clock; `now` is in seconds since 1970.
///
/// ```
/// use weixin_protocol::{ReplayWindow, Seen};
///
/// # fn handle(window: &mut ReplayWindow, seal: &weixin_protocol::ReplySeal, now: i64) {
/// match window.see(seal.replay_key(), now) {
///     // `Again`: the answer to the first may still be on its way. Join it by the push's id.
///     Seen::First | Seen::Again => {}
///     Seen::Replayed { .. } => return,
/// }
/// # }
/// ```
#[derive(Debug, Clone)]
pub struct ReplayWindow {
    tolerance: i64,
    repeats_within: i64,
    max: usize,
    /// Oldest first. Whole generations are forgotten.
    generations: VecDeque<Generation>,
}

/// How many generations a full window has.
const GENERATIONS: usize = 8;

#[derive(Debug, Clone)]
struct Generation {
    opened: i64,
    /// When all its requests can be forgotten.
    until: i64,
    /// The digest of a request, and how many seconds after `opened` it was first seen.
    seen: HashMap<u64, u32, BuildHasherDefault<DigestHasher>>,
}

/// Digests are as good as random and cannot be chosen without the token, so they are not hashed
/// again. Takes a `u64` only.
#[derive(Debug, Default)]
struct DigestHasher(u64);

impl Hasher for DigestHasher {
    fn write(&mut self, _: &[u8]) {}

    fn write_u64(&mut self, digest: u64) {
        self.0 = digest;
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

impl Default for ReplayWindow {
    /// For a tolerance of 10 minutes, repeats within one minute and 1,000,000 requests.
    fn default() -> Self {
        Self::new(CLOCK_TOLERANCE)
    }
}

impl ReplayWindow {
    /// A window for callbacks with this tolerance, repeats within one minute and 1,000,000
    /// requests. For callbacks that accept requests of any age, requests are remembered for this
    /// long.
    pub fn new(tolerance: Duration) -> Self {
        Self {
            tolerance: seconds(tolerance),
            repeats_within: 60,
            max: 1_000_000,
            generations: VecDeque::new(),
        }
    }

    /// Sets for how long after the first one a request counts as [`Seen::Again`]. Should not exceed
    /// the time for which answers are remembered.
    #[must_use]
    pub fn with_repeats_within(mut self, time: Duration) -> Self {
        self.repeats_within = seconds(time);
        self
    }

    /// Sets how many requests are remembered at most.
    #[must_use]
    pub fn with_max(mut self, requests: usize) -> Self {
        self.max = requests.max(1);
        self
    }

    /// Remembers requests from now on for callbacks with this tolerance, too.
    pub fn cover(&mut self, tolerance: Duration) {
        self.tolerance = self.tolerance.max(seconds(tolerance));
    }

    /// Remembers a request, and returns whether it was seen before.
    pub fn see(&mut self, key: ReplayKey, now: i64) -> Seen {
        while self.generations.front().is_some_and(|oldest| oldest.until < now) {
            self.generations.pop_front();
        }
        for generation in &self.generations {
            if let Some(after) = generation.seen.get(&key.digest) {
                let first = generation.opened.saturating_add(i64::from(*after));
                return match now.saturating_sub(first) {
                    age if age <= self.repeats_within => Seen::Again,
                    _ => Seen::Replayed { first },
                };
            }
        }
        self.remember(key, now);
        Seen::First
    }

    /// Forgets a request that was seen but not accepted, so that it may be sent again.
    pub fn forget(&mut self, key: ReplayKey) {
        for generation in &mut self.generations {
            generation.seen.remove(&key.digest);
        }
    }

    /// How many requests are remembered.
    pub fn len(&self) -> usize {
        self.generations.iter().map(|generation| generation.seen.len()).sum()
    }

    /// Whether no request is remembered.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    fn remember(&mut self, key: ReplayKey, now: i64) {
        let share = self.max.div_ceil(GENERATIONS);
        let span = (2 * self.tolerance / GENERATIONS as i64).max(1);
        let fits = |generation: &Generation| {
            generation.seen.len() < share
                && (generation.opened..generation.opened.saturating_add(span)).contains(&now)
        };
        if !self.generations.back().is_some_and(fits) {
            if self.len() + share > self.max {
                self.generations.pop_front();
            }
            let seen = HashMap::default();
            self.generations.push_back(Generation { opened: now, until: now, seen });
        }
        if let Some(newest) = self.generations.back_mut() {
            // After that the clock tolerance rejects it. Without such a limit it is kept for the
            // tolerance from now on.
            let until = key.timestamp.max(now).saturating_add(self.tolerance);
            newest.until = newest.until.max(until.max(now.saturating_add(self.repeats_within)));
            let after = now.saturating_sub(newest.opened);
            newest.seen.insert(key.digest, u32::try_from(after).unwrap_or_default());
        }
    }
}

fn seconds(time: Duration) -> i64 {
    i64::try_from(time.as_secs()).unwrap_or(i64::MAX / 4)
}
