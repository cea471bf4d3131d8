//! A [`Store`](weixin_store::Store) and an [`Inbox`](weixin_store::inbox::Inbox) in Redis, shared by
//! several machines (unofficial WeChat SDK). [`RedisInbox`] describes the inbox; the following is
//! about the store.
//!
//! ```no_run
//! use std::sync::Arc;
//! use weixin_store::Store;
//! use weixin_store_redis::RedisStore;
//!
//! # fn example() -> Result<(), weixin_store::Error> {
//! let store: Arc<dyn Store> = Arc::new(RedisStore::open("redis://127.0.0.1:6379")?);
//! # Ok(())
//! # }
//! ```
//! It needs a single Redis 6.0 or later, or a compatible server. Redis Cluster is not supported,
//! because a write under a lease accesses two keys atomically. Every change is one Lua script.
//! **Durability** is that of the Redis server. With `appendonly yes` and `appendfsync always` an
//! acknowledged write is kept; with weaker settings, a crash or a failover to a replica may lose
//! the last second or more. weixin tolerates that: a lost access token is fetched again, and fences
//! grow with time even if the last one is lost. Configure Redis not to evict keys
//! (`maxmemory-policy noeviction`).

mod builder;
mod errors;
mod inbox;
mod listener;
mod scripts;
mod store;

pub use builder::RedisStoreBuilder;
pub use inbox::{RedisInbox, RedisInboxBuilder};
pub use store::RedisStore;
