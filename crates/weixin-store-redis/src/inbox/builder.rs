//! Builder of [`RedisInbox`].

use std::{
    sync::{Arc, atomic::AtomicU32},
    time::Duration,
};

use tokio::sync::OnceCell;
use weixin_api::{Clock, SystemClock};
use weixin_protocol::Secret;
use weixin_store::{
    Error, ErrorKind,
    inbox::{Codec, Durability},
};

use super::{
    RedisInbox,
    layout::{MAX_PARTITIONS, Prefix},
};
use crate::builder::{DEFAULT_TIMEOUT, connect};

/// Settings for opening a [`RedisInbox`].
#[derive(Debug)]
#[must_use = "a builder does nothing until `open`"]
pub struct RedisInboxBuilder {
    address: Secret,
    name: String,
    clock: Arc<dyn Clock>,
    codec: Codec,
    timeout: Duration,
    partitions: Option<u32>,
    durability: Option<Durability>,
}

impl RedisInboxBuilder {
    pub(super) fn new(address: Secret) -> Self {
        Self {
            address,
            name: "weixin".to_owned(),
            clock: Arc::new(SystemClock),
            codec: Codec::new(),
            timeout: DEFAULT_TIMEOUT,
            partitions: None,
            durability: None,
        }
    }

    /// The prefix of all keys of this inbox in Redis, `weixin` by default. Inboxes with different
    /// names are independent of each other. A store of the same name does not conflict with it.
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = name.into();
        self
    }

    /// Uses this clock instead of the system clock to decide what is due and what has expired. The
    /// clocks of machines that share an inbox should agree to within about a second.
    pub fn clock(mut self, clock: Arc<dyn Clock>) -> Self {
        self.clock = clock;
        self
    }

    /// How pushes and their progress are written: by default as plain JSON. With a key, they are
    /// sealed. Ids, accounts, order keys (by default the sender) and times are never sealed.
    pub fn codec(mut self, codec: Codec) -> Self {
        self.codec = codec;
        self
    }

    /// How long to wait for a connection, and for each response. Two seconds by default.
    pub fn timeout(mut self, limit: Duration) -> Self {
        self.timeout = limit;
        self
    }

    /// Into how many partitions a new inbox divides its keys, from 1 to 1024. The number is fixed
    /// when the inbox is created, by the first operation on it. By default, an existing inbox keeps
    /// its number, and a new one has 16 partitions.
    ///
    /// More partitions spread the pushes better over the nodes of a Redis Cluster; each call of
    /// [`claim`](weixin_store::inbox::Inbox::claim) runs a script on each partition. One Redis
    /// server gains nothing from them.
    pub fn partitions(mut self, count: u32) -> Self {
        self.partitions = Some(count);
        self
    }

    /// States what the server guarantees, instead of reading its settings. For managed Redis that
    /// does not let clients read them.
    pub fn assume_durability(mut self, durability: Durability) -> Self {
        self.durability = Some(durability);
        self
    }

    /// Opens the inbox. Nothing is sent before the first operation, so Redis need not be running
    /// yet. Call this inside a Tokio runtime.
    ///
    /// # Errors
    /// [`ErrorKind::Invalid`] when the address is not a valid Redis URL, or the number of
    /// partitions is out of range. If the inbox exists and has another number of partitions, the
    /// first operation fails with `Invalid`.
    pub fn open(self) -> Result<RedisInbox, Error> {
        if self.partitions.is_some_and(|count| !(1..=MAX_PARTITIONS).contains(&count)) {
            let message = format!("an inbox in Redis has 1 to {MAX_PARTITIONS} partitions");
            return Err(Error::new(ErrorKind::Invalid, message));
        }
        let (_, connection) = connect(&self.address, self.timeout)?;
        Ok(RedisInbox {
            connection,
            prefix: Prefix::new(&self.name)?,
            clock: self.clock,
            codec: self.codec,
            wanted_partitions: self.partitions,
            partitions: OnceCell::new(),
            assumed_durability: self.durability,
            first_partition: AtomicU32::new(0),
        })
    }
}
