//! The inbox in Redis.
//!
//! **Why not Redis Streams.** A consumer group delivers the entries of a stream to any consumer, in
//! the order of the stream. The inbox needs the order of each user across all consumers: while one
//! process handles a push of a user, no other process may get the next one, and the process that
//! has finished the first one should get the second one at once. With streams that takes a lock per
//! user beside the group, a place for entries whose user is locked, and several round trips per
//! push (`XADD`, `XREADGROUP`, the lock, `XACK`). Here each unfinished push is in the list of its
//! lane, and only the first one of a list can be claimed by a process. One script adds a push and
//! claims it; one script finishes it, and claims and returns the next one of its lane.

mod builder;
mod claim;
mod durability;
mod layout;
mod operations;
mod record;
mod scripts;
mod tools;

pub use builder::RedisInboxBuilder;

use std::{
    fmt,
    sync::{Arc, atomic::AtomicU32},
    time::Duration,
};

use redis::aio::ConnectionManager;
use tokio::sync::OnceCell;
use weixin_api::{BoxFuture, Clock};
use weixin_protocol::Secret;
use weixin_store::{
    Cursor, Error,
    inbox::{
        Change, Codec, Durability, Enqueued, Envelope, Inbox, InboxFuture, InboxStats, Item,
        ItemFilter, ItemId, ItemPage, ItemStatus, Owner, Revision, Updated,
    },
};

use self::layout::Prefix;

/// An [`Inbox`] in Redis, shared by any number of processes and machines. It connects when first
/// used, and reconnects when the connection was lost. While there is no connection, operations fail
/// with [`ErrorKind::Unreachable`](weixin_store::ErrorKind::Unreachable).
///
/// ```no_run
/// use std::sync::Arc;
/// use weixin_store::inbox::{Durability, Inbox};
/// use weixin_store_redis::RedisInbox;
///
/// # async fn example() -> Result<(), weixin_store::Error> {
/// let inbox: Arc<dyn Inbox> = Arc::new(RedisInbox::open("redis://127.0.0.1:6379")?);
/// if let Durability::Lossy(why) = inbox.durability().await? {
///     eprintln!("{why}");
/// }
/// # Ok(())
/// # }
/// ```
///
/// # What an accepted push survives
///
/// That depends on the settings of the Redis server, which [`durability`](Inbox::durability) reads:
///
/// | settings | an accepted push survives | `durability` |
/// |---|---|---|
/// | `appendonly yes`, `appendfsync always` | a power failure: Redis writes it to the disk before it answers | `PowerFailure` |
/// | the same, and `no-appendfsync-on-rewrite yes` | the end of your processes, but a failure of the machine with Redis may lose what was accepted while Redis rewrites its file | `ProcessCrash` |
/// | `appendonly yes`, `appendfsync everysec` (the default of `appendfsync`) | the end of your processes. A failure of the machine with Redis loses about the last second | `ProcessCrash` |
/// | `appendonly yes`, `appendfsync no` | a failure of the machine with Redis loses what the system has not written yet, often the last 30 seconds | `Lossy` |
/// | `appendonly no` (the default) | a restart of Redis loses everything since the last snapshot, or everything | `Lossy` |
/// | `maxmemory` and a policy `allkeys-*` | Redis deletes pushes when its memory is full | `Lossy` |
///
/// With `noeviction`, and with the policies `volatile-*`, which only delete keys that have an expiry
/// (no key of the inbox has one), Redis rejects new pushes when its memory is full, and the platform
/// sends them again.
///
/// **Replicas.** Redis replicates asynchronously: it answers before a replica has the push. When a
/// replica is promoted because the primary failed, pushes that were accepted just before may be
/// lost, and pushes that were just finished may be handled again, whatever the settings are. The
/// inbox does not use `WAIT`, which would make that less likely and not exclude it.
///
/// # Lost responses
///
/// When an operation fails with `Unreachable`, or its future is dropped, Redis may have claimed items
/// for the owner without this process knowing it. Such claims last as long as the owner: register
/// another owner, and unregister the first one as soon as nothing is handled under it.
///
/// # Requirements
///
/// Redis 6.0 or later, or a compatible server that lets scripts access keys which are not declared
/// but have the hash tag of a declared one. The keys of the inbox are divided into partitions
/// ([`RedisInboxBuilder::partitions`]), each with a hash tag of its own, and each script accesses
/// one partition: Redis Cluster can keep them on different nodes. This client itself connects to one
/// address and does not follow the redirections of a cluster, so a cluster of several nodes needs a
/// proxy that does.
///
/// A push is an entry of about 1 KiB plus the push itself, until it expires.
pub struct RedisInbox {
    connection: ConnectionManager,
    prefix: Prefix,
    clock: Arc<dyn Clock>,
    codec: Codec,
    /// The number of partitions that the builder asked for.
    wanted_partitions: Option<u32>,
    partitions: OnceCell<u32>,
    assumed_durability: Option<Durability>,
    /// The partition at which the next claim begins.
    first_partition: AtomicU32,
}

impl RedisInbox {
    /// Opens an inbox at an address of the form `redis://[USER:PASSWORD@]HOST[:6379][/DATABASE]`.
    /// Call this inside a Tokio runtime.
    ///
    /// # Errors
    /// [`ErrorKind::Invalid`](weixin_store::ErrorKind::Invalid) when the address is not a valid
    /// Redis URL.
    pub fn open(address: impl Into<Secret>) -> Result<Self, Error> {
        Self::builder(address).open()
    }

    /// A builder for an inbox with other settings.
    pub fn builder(address: impl Into<Secret>) -> RedisInboxBuilder {
        RedisInboxBuilder::new(address.into())
    }
}

impl fmt::Debug for RedisInbox {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The address may hold a password.
        f.debug_struct("RedisInbox").field("name", &self.prefix.as_str()).finish_non_exhaustive()
    }
}

impl Inbox for RedisInbox {
    fn clock(&self) -> &Arc<dyn Clock> {
        &self.clock
    }

    fn is_shared(&self) -> bool {
        true
    }

    fn durability(&self) -> BoxFuture<'_, Result<Durability, Error>> {
        Box::pin(self.read_durability())
    }

    fn register(&self, ttl: Duration) -> BoxFuture<'_, Result<Owner, Error>> {
        Box::pin(self.register_owner(ttl))
    }

    fn renew<'a>(&'a self, owner: &'a Owner, ttl: Duration) -> BoxFuture<'a, Result<(), Error>> {
        Box::pin(self.renew_owner(owner, ttl))
    }

    fn unregister<'a>(&'a self, owner: &'a Owner) -> BoxFuture<'a, Result<(), Error>> {
        Box::pin(self.unregister_owner(owner))
    }

    fn enqueue<'a>(
        &'a self,
        envelope: &'a Arc<Envelope>,
        owner: &'a Owner,
    ) -> InboxFuture<'a, Result<Enqueued, Error>> {
        InboxFuture::pending(self.add(envelope, owner))
    }

    fn update<'a>(
        &'a self,
        envelope: &'a Arc<Envelope>,
        seen: Revision,
        change: Change,
    ) -> InboxFuture<'a, Result<Updated, Error>> {
        InboxFuture::pending(self.change(envelope, seen, change))
    }

    fn claim<'a>(
        &'a self,
        owner: &'a Owner,
        max: usize,
    ) -> BoxFuture<'a, Result<Vec<Item>, Error>> {
        Box::pin(self.claim_due(owner, max))
    }

    fn status<'a>(
        &'a self,
        envelope: &'a Envelope,
    ) -> InboxFuture<'a, Result<Option<ItemStatus>, Error>> {
        InboxFuture::pending(self.read_status(envelope))
    }

    fn find<'a>(&'a self, id: &'a ItemId) -> BoxFuture<'a, Result<Option<Item>, Error>> {
        Box::pin(self.find_item(id))
    }

    fn remove<'a>(&'a self, id: &'a ItemId, seen: Revision) -> BoxFuture<'a, Result<bool, Error>> {
        Box::pin(self.remove_item(id, seen))
    }

    fn list<'a>(
        &'a self,
        filter: &'a ItemFilter,
        cursor: Option<&'a Cursor>,
    ) -> BoxFuture<'a, Result<ItemPage, Error>> {
        Box::pin(self.list_items(filter, cursor))
    }

    fn stats(&self) -> BoxFuture<'_, Result<InboxStats, Error>> {
        Box::pin(self.count_items())
    }
}
