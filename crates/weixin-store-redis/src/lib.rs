//! Redis as the store of weixin, for several machines (unofficial WeChat SDK).
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
//!
//! One Redis, 6.0 or later, or a compatible server; a cluster is not supported, because a write
//! under a lease looks at two keys in one step. Every change is one Lua script, and so one step.
//!
//! **What it guarantees** is what the Redis guarantees. With `appendonly yes` and `appendfsync
//! always` what was acknowledged is kept; with less, a crash may lose the last second or more, and
//! so may a failover to a replica. What weixin keeps here today stands that: a lost access token is
//! fetched anew, and fences grow with the time even if the last one is forgotten. Let Redis evict
//! nothing (`maxmemory-policy noeviction`).

mod builder;
mod errors;
mod listener;
mod scripts;
mod store;

pub use builder::RedisStoreBuilder;
pub use store::RedisStore;
