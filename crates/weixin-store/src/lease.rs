//! Leases: exclusive access for a limited time.

use std::time::Duration;

use weixin_api::Timestamp;

use crate::{Error, Key, value::no_random_numbers};

/// Exclusive access to something for a limited time. The holder has to renew it before it ends;
/// afterwards it may be granted to another holder. Dropping the value does not release the lease. A
/// suspended process may not notice that its lease has ended. The fence, a number that is larger
/// for each holder than for all previous ones, makes that harmless: a write
/// [`under`](crate::Write::under) a lease fails once the lease has been granted to another holder.
/// An expired lease that nobody else has acquired since can still be used for writing, and can be
/// renewed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lease {
    key: Key,
    owner: String,
    fence: u64,
    until: Timestamp,
}

/// The result of requesting a lease.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LeaseOutcome {
    /// The lease was granted to the caller.
    Granted(Lease),
    /// Another holder has the lease.
    Held {
        /// When it ends, unless it is renewed or released before.
        until: Timestamp,
    },
}

impl LeaseOutcome {
    /// The lease, if it was granted.
    pub fn granted(self) -> Option<Lease> {
        match self {
            LeaseOutcome::Granted(lease) => Some(lease),
            LeaseOutcome::Held { .. } => None,
        }
    }
}

impl Lease {
    /// How long an engine must keep the last fence of a lease after the lease has ended. After that
    /// it may forget it: fences grow with time, see [`next_fence`](Lease::next_fence).
    pub const FENCE_RETENTION: Duration = Duration::from_secs(24 * 60 * 60);

    /// Creates a lease that an engine has just granted.
    pub fn new(key: Key, owner: String, fence: u64, until: Timestamp) -> Self {
        Self { key, owner, fence, until }
    }

    /// The fence that follows `last`, at `now`. It is larger than the last one and at least the
    /// current time in milliseconds, so that fences grow even if a store has lost the last one.
    pub fn next_fence(last: Option<u64>, now: Timestamp) -> u64 {
        last.map_or(0, |last| last.saturating_add(1)).max(now.as_millis())
    }

    /// A random, unique name for a new holder.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Rejected`](crate::ErrorKind::Rejected) when the system provides no random
    /// numbers.
    pub fn random_owner() -> Result<String, Error> {
        let half = || getrandom::u64().map_err(|_| no_random_numbers());
        Ok(format!("{:016x}{:016x}", half()?, half()?))
    }

    /// The key of the lease.
    pub fn key(&self) -> &Key {
        &self.key
    }

    /// The fence: larger than that of every previous holder.
    pub fn fence(&self) -> u64 {
        self.fence
    }

    /// The unique name of the holder.
    pub fn owner(&self) -> &str {
        &self.owner
    }

    /// When the lease ends. From then on it may be granted to another holder.
    pub fn until(&self) -> Timestamp {
        self.until
    }

    /// The same lease under another key, for stores that rename keys.
    #[must_use]
    pub fn with_key(&self, key: Key) -> Self {
        Self { key, ..self.clone() }
    }

    /// The same lease with a later end.
    pub fn extended(&self, until: Timestamp) -> Self {
        Self { until, ..self.clone() }
    }
}
