//! The [`Store`] trait.

use std::{fmt, sync::Arc, time::Duration};

use weixin_api::{BoxFuture, Clock, Timestamp};

use crate::{
    CountOutcome, Cursor, Entry, Error, Key, KeyPage, Lease, LeaseOutcome, Value, Version, Write,
    WriteOutcome, watch::wait_for_change,
};

/// How often [`Store::wait`] reads the entry if the engine has no notifications.
const POLL_INTERVAL: Duration = Duration::from_millis(200);

/// The result of [`Store::wait`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WaitOutcome {
    /// The entry has changed: its present state, or `None` if it was removed.
    Changed(Option<Entry>),
    /// The deadline passed without a change.
    Unchanged,
}

/// Stores values, leases and counts, for one process or for many. Values, leases and counts have
/// separate namespaces: a value and a lease with the same [`Key`] are unrelated. Every operation is
/// atomic. An operation whose future is dropped may or may not have taken effect. All operations
/// fail with [`ErrorKind::Unreachable`](crate::ErrorKind::Unreachable) or
/// [`Rejected`](crate::ErrorKind::Rejected) if the database cannot be used, and with
/// [`Invalid`](crate::ErrorKind::Invalid) for a key that is too long. The sections below list only
/// additional errors.
pub trait Store: fmt::Debug + Send + Sync + 'static {
    /// The clock that decides what has expired.
    fn clock(&self) -> &Arc<dyn Clock>;

    /// Reads a value.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Unreadable`](crate::ErrorKind::Unreadable) when the value cannot be read.
    fn get<'a>(&'a self, key: &'a Key) -> BoxFuture<'a, Result<Option<Entry>, Error>>;

    /// Stores or removes a value if the conditions of the write hold.
    ///
    /// # Errors
    /// [`ErrorKind::LeaseLost`](crate::ErrorKind::LeaseLost) for a write under a lease that was
    /// lost.
    fn write<'a>(
        &'a self,
        key: &'a Key,
        write: Write,
    ) -> BoxFuture<'a, Result<WriteOutcome, Error>>;

    /// Counts an event, unless `limit` events were already counted within the last `window`. The
    /// time of each counted event is stored, so this is meant for limits of dozens, not millions.
    /// Always use a key with the same limit and window.
    fn try_count<'a>(
        &'a self,
        key: &'a Key,
        limit: u32,
        window: Duration,
    ) -> BoxFuture<'a, Result<CountOutcome, Error>>;

    /// Lists some of the keys of values below `under`, continuing at `cursor`, or from the
    /// beginning. A key that exists during the whole scan is listed. One that is added or removed
    /// meanwhile may or may not be, and a key may be listed twice.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Invalid`](crate::ErrorKind::Invalid) for a cursor that this engine did not
    /// issue.
    fn scan<'a>(
        &'a self,
        under: &'a Key,
        cursor: Option<&'a Cursor>,
    ) -> BoxFuture<'a, Result<KeyPage, Error>>;

    /// Requests a lease of duration `ttl`. Leases are not reentrant: a second request by the holder
    /// is answered with [`LeaseOutcome::Held`].
    fn lease<'a>(
        &'a self,
        key: &'a Key,
        ttl: Duration,
    ) -> BoxFuture<'a, Result<LeaseOutcome, Error>>;

    /// Extends a lease: it then ends `ttl` from now. The fence stays the same.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::LeaseLost`](crate::ErrorKind::LeaseLost) when the lease was lost.
    fn renew<'a>(&'a self, lease: &'a Lease, ttl: Duration) -> BoxFuture<'a, Result<Lease, Error>>;

    /// Ends a lease early. Does nothing if the lease was already lost.
    fn release<'a>(&'a self, lease: &'a Lease) -> BoxFuture<'a, Result<(), Error>>;

    /// Waits until the entry differs from version `seen` (`None`: no entry), but not longer than
    /// `deadline`. Every write has its own version, so rewriting the same value counts as a change;
    /// an entry that is created and removed between two reads may be missed. The default
    /// implementation polls.
    ///
    /// # Errors
    ///
    /// As [`get`](Store::get).
    fn wait<'a>(
        &'a self,
        key: &'a Key,
        seen: Option<Version>,
        deadline: Timestamp,
    ) -> BoxFuture<'a, Result<WaitOutcome, Error>> {
        Box::pin(wait_for_change(self, key, seen, deadline, POLL_INTERVAL, None))
    }

    /// Stores a value until `expires` (`None`: until it is removed), replacing any other.
    fn put<'a>(
        &'a self,
        key: &'a Key,
        value: Value,
        expires: Option<Timestamp>,
    ) -> BoxFuture<'a, Result<(), Error>> {
        Box::pin(
            async move { self.write(key, with_expiry(Write::put(value), expires)).await.map(drop) },
        )
    }

    /// Stores a value if there is none. Returns its version, or `None` if there already is a value.
    fn put_if_absent<'a>(
        &'a self,
        key: &'a Key,
        value: Value,
        expires: Option<Timestamp>,
    ) -> BoxFuture<'a, Result<Option<Version>, Error>> {
        let write = with_expiry(Write::put(value), expires).if_absent();
        Box::pin(async move { self.write(key, write).await.map(WriteOutcome::stored) })
    }

    /// Replaces the version `seen` of a value. Returns the new version, or `None` if the value has
    /// changed or was removed.
    fn compare_and_swap<'a>(
        &'a self,
        key: &'a Key,
        seen: Version,
        value: Value,
        expires: Option<Timestamp>,
    ) -> BoxFuture<'a, Result<Option<Version>, Error>> {
        let write = with_expiry(Write::put(value), expires).if_version(seen);
        Box::pin(async move { self.write(key, write).await.map(WriteOutcome::stored) })
    }

    /// Removes a value if there is one.
    fn delete<'a>(&'a self, key: &'a Key) -> BoxFuture<'a, Result<(), Error>> {
        Box::pin(async move { self.write(key, Write::delete()).await.map(drop) })
    }
}

fn with_expiry(write: Write, expires: Option<Timestamp>) -> Write {
    match expires {
        Some(expires) => write.expiring(expires),
        None => write,
    }
}
