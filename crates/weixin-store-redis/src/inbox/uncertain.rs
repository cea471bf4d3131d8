//! Claims whose result did not arrive.
//!
//! If a connection breaks, or a response is late, or a future is dropped, Redis may have claimed an
//! item of which this process knows nothing. Such a claim would be valid as long as the process
//! renews it, and would hold up its lane. Each script that claims items therefore writes the name of
//! the call into them. If the result of the call is unknown, the next call of `claim` ends the
//! claims that have this name.

use std::sync::{
    Mutex, PoisonError,
    atomic::{AtomicU64, Ordering},
};

use futures_util::future::join_all;
use redis::{ErrorKind, RedisError, RedisResult};
use tracing::warn;
use weixin_store::{Error, Version, inbox::Owner};

use super::{RedisInbox, scripts};

/// How many calls are remembered. When Redis cannot be reached at all, none is.
const MAX_CALLS: usize = 10_000;

/// How many calls are passed to one script.
const CALLS_AT_ONCE: usize = 500;

/// The calls whose result is not known.
#[derive(Debug)]
pub(super) struct UncertainCalls {
    calls: Mutex<Vec<UncertainCall>>,
    /// Names of calls begin with it, so that they differ from those of other inboxes.
    prefix: u64,
    next: AtomicU64,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct UncertainCall {
    partition: u32,
    owner: String,
    name: String,
}

/// A call that claims items for an owner. It is uncertain until its result is known.
#[must_use]
pub(super) struct ClaimingCall<'a> {
    calls: &'a UncertainCalls,
    partition: u32,
    owners: [Option<&'a Owner>; 2],
    name: String,
    is_certain: bool,
}

impl UncertainCalls {
    pub(super) fn new() -> Result<Self, Error> {
        let prefix = Version::random()?.to_bits();
        Ok(Self { calls: Mutex::default(), prefix, next: AtomicU64::new(0) })
    }

    /// Begins a call that may claim items of a partition for these owners.
    pub(super) fn begin<'a>(
        &'a self,
        partition: u32,
        owners: [Option<&'a Owner>; 2],
    ) -> ClaimingCall<'a> {
        let number = self.next.fetch_add(1, Ordering::Relaxed);
        let name = format!("{:x}-{number}", self.prefix);
        ClaimingCall { calls: self, partition, owners, name, is_certain: false }
    }

    fn add(&self, more: impl IntoIterator<Item = UncertainCall>) {
        // Nothing panics while it is locked.
        let mut calls = self.calls.lock().unwrap_or_else(PoisonError::into_inner);
        calls.extend(more);
        let surplus = calls.len().saturating_sub(MAX_CALLS);
        calls.drain(..surplus);
    }

    fn take(&self) -> Vec<UncertainCall> {
        std::mem::take(&mut *self.calls.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl ClaimingCall<'_> {
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// Ends the call. It stays uncertain if Redis may have executed it without this process having
    /// received the result.
    pub(super) fn end<T>(mut self, result: RedisResult<T>) -> Result<T, Error> {
        self.is_certain = match &result {
            Ok(_) => true,
            Err(error) => was_not_executed(error),
        };
        result.map_err(crate::errors::error)
    }
}

impl Drop for ClaimingCall<'_> {
    fn drop(&mut self) {
        if !self.is_certain {
            let owners = self.owners.into_iter().flatten();
            self.calls.add(owners.map(|owner| UncertainCall {
                partition: self.partition,
                owner: owner.as_str().to_owned(),
                name: self.name.clone(),
            }));
        }
    }
}

fn was_not_executed(error: &RedisError) -> bool {
    match error.kind() {
        ErrorKind::Io => error.is_connection_refusal(),
        // The result arrived and could not be read.
        ErrorKind::Parse | ErrorKind::UnexpectedReturnType => false,
        _ => true,
    }
}

impl RedisInbox {
    /// Ends the claims of calls whose result is not known, so that their items can be claimed.
    pub(super) async fn end_uncertain_claims(&self) {
        let mut calls = self.uncertain.take();
        calls.sort();
        let groups = calls
            .chunk_by(|one, other| (one.partition, &one.owner) == (other.partition, &other.owner));
        let groups = groups.flat_map(|group| group.chunks(CALLS_AT_ONCE));
        let now = self.clock.now();
        let ends = groups.map(async |group| {
            let Some(first) = group.first() else { return };
            let names = group.iter().map(|call| &*call.name);
            let arguments: Vec<_> = std::iter::once(&*first.owner).chain(names).collect();
            let ended = self.run::<u32>(&scripts::END_CALLS, first.partition, now, &arguments);
            match ended.await {
                Ok(0) => {}
                Ok(count) => warn!(count, "ended claims whose result was lost"),
                Err(_) => self.uncertain.add(group.iter().cloned()),
            }
        });
        join_all(ends).await;
    }
}
