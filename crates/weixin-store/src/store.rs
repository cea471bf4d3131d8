//! The trait.

use std::{fmt, sync::Arc, time::Duration};

use weixin_api::{BoxFuture, Clock, Timestamp};

use crate::{
    Claim, Cursor, Entry, Error, Key, Lease, Page, Tally, Value, Version, Write, Written,
    bells::watch,
};

/// How often a store is asked, when nothing tells that something changed.
const PACE: Duration = Duration::from_millis(200);

/// What became of waiting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Waited {
    /// Something else is there than was seen: this, or nothing.
    Changed(Option<Entry>),
    /// The time is over, and nothing changed.
    Unchanged,
}

/// Keeps values, leases and counts, for one process or for many.
///
/// Values, leases and counts are three name spaces: the same [`Key`] in two of them is two things.
/// Every operation is one step that nobody sees half done. An operation whose future is dropped may
/// have been done or not.
///
/// All operations fail with [`ErrorKind::Unreachable`](crate::ErrorKind::Unreachable) and
/// [`Refused`](crate::ErrorKind::Refused) when the engine behind has trouble, and with
/// [`Invalid`](crate::ErrorKind::Invalid) for a key that is too long; only what else can happen is
/// said below.
pub trait Store: fmt::Debug + Send + Sync + 'static {
    /// The clock by which this store judges what has expired.
    fn clock(&self) -> &Arc<dyn Clock>;

    /// What is there.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Unreadable`](crate::ErrorKind::Unreadable) when it cannot be read.
    fn get<'a>(&'a self, key: &'a Key) -> BoxFuture<'a, Result<Option<Entry>, Error>>;

    /// Stores or removes a value, if the conditions of the write hold.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::LeaseLost`](crate::ErrorKind::LeaseLost) for a write under a lease that is no
    /// longer ours.
    fn write<'a>(&'a self, key: &'a Key, write: Write) -> BoxFuture<'a, Result<Written, Error>>;

    /// Counts something that may happen `limit` times within any span of `window`, unless it
    /// already did. Each of the last `limit` times is remembered, so this is for dozens, not for
    /// millions. The same key is always to be used with the same limit and window.
    fn incr_within<'a>(
        &'a self,
        key: &'a Key,
        limit: u32,
        window: Duration,
    ) -> BoxFuture<'a, Result<Tally, Error>>;

    /// Some of the keys of values below `under`, from `cursor` on, or from the beginning.
    ///
    /// A key that is there all the time of a scan is found. One that comes or goes meanwhile may
    /// be found or not, and one may be found twice.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Invalid`](crate::ErrorKind::Invalid) for a cursor of another engine.
    fn scan<'a>(
        &'a self,
        under: &'a Key,
        cursor: Option<&'a Cursor>,
    ) -> BoxFuture<'a, Result<Page, Error>>;

    /// Asks for a lease for this long. Who asks twice competes with himself.
    fn lease<'a>(&'a self, key: &'a Key, ttl: Duration) -> BoxFuture<'a, Result<Claim, Error>>;

    /// Prolongs a lease: it then ends `ttl` from now. The fence stays.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::LeaseLost`](crate::ErrorKind::LeaseLost) when it is no longer ours.
    fn renew<'a>(&'a self, lease: &'a Lease, ttl: Duration) -> BoxFuture<'a, Result<Lease, Error>>;

    /// Gives a lease back before its end. If it is no longer ours, nothing happens.
    fn release<'a>(&'a self, lease: &'a Lease) -> BoxFuture<'a, Result<(), Error>>;

    /// Waits until something else than the version `seen` (`None`: nothing) is there, at most
    /// until `deadline`. What changes and changes back between two looks may be missed, except
    /// that every write has a version of its own.
    ///
    /// Unless an engine knows better, the store is asked again and again.
    ///
    /// # Errors
    ///
    /// As [`get`](Store::get).
    fn wait<'a>(
        &'a self,
        key: &'a Key,
        seen: Option<Version>,
        deadline: Timestamp,
    ) -> BoxFuture<'a, Result<Waited, Error>> {
        Box::pin(watch(self, key, seen, deadline, PACE, None))
    }

    /// Stores a value until `expires`, or for good, in the place of any other.
    fn put<'a>(
        &'a self,
        key: &'a Key,
        value: Value,
        expires: Option<Timestamp>,
    ) -> BoxFuture<'a, Result<(), Error>> {
        Box::pin(async move { self.write(key, until(Write::put(value), expires)).await.map(drop) })
    }

    /// Stores a value if nothing is there; gives its version, or `None` if something is.
    fn put_if_absent<'a>(
        &'a self,
        key: &'a Key,
        value: Value,
        expires: Option<Timestamp>,
    ) -> BoxFuture<'a, Result<Option<Version>, Error>> {
        let write = until(Write::put(value), expires).if_absent();
        Box::pin(async move { self.write(key, write).await.map(Written::stored) })
    }

    /// Stores a value in the place of the version `seen`; gives the new version, or `None` if it
    /// is no longer there.
    fn compare_and_swap<'a>(
        &'a self,
        key: &'a Key,
        seen: Version,
        value: Value,
        expires: Option<Timestamp>,
    ) -> BoxFuture<'a, Result<Option<Version>, Error>> {
        let write = until(Write::put(value), expires).if_version(seen);
        Box::pin(async move { self.write(key, write).await.map(Written::stored) })
    }

    /// Removes a value, if there is one.
    fn delete<'a>(&'a self, key: &'a Key) -> BoxFuture<'a, Result<(), Error>> {
        Box::pin(async move { self.write(key, Write::delete()).await.map(drop) })
    }
}

fn until(write: Write, expires: Option<Timestamp>) -> Write {
    match expires {
        Some(expires) => write.expiring(expires),
        None => write,
    }
}
