//! Storage for what has to outlive a process or be shared by several (unofficial WeChat SDK):
//! access tokens, and counts of calls that the platform allows only a few times a day.
//! [`Store`] is the trait, [`MemoryStore`] the engine for a single process. `weixin-store-redis`
//! has an engine for Redis, `weixin-store-sql` has engines for SQLite and Postgres. For another
//! database, implement the trait; [`KeyValueStore`] does so for one that can only get, set and delete.
//!
//! ```
//! use std::{sync::Arc, time::Duration};
//! use weixin_store::{LeaseOutcome, Key, MemoryStore, Store, Write};
//!
//! # async fn example() -> Result<(), weixin_store::Error> {
//! let store: Arc<dyn Store> = Arc::new(MemoryStore::new());
//! let report = Key::new("report").join("2026-11");
//! // Only one process writes the report, and only as long as it holds the lease.
//! if let LeaseOutcome::Granted(lease) = store.lease(&report, Duration::from_secs(10)).await? {
//!     store.write(&report, Write::put("42 new followers").under(&lease)).await?;
//!     store.release(&lease).await?;
//! }
//! # Ok(())
//! # }
//! ```
//! **Time.** Every engine takes a [`Clock`](weixin_api::Clock). Expiry is stored as a timestamp and
//! compared with that clock; a database's own expiry only removes data that has long been
//! invisible. The clocks of machines that share a store should agree to within about a second. The
//! safety of leases depends on fences, not on clocks.
//! **Secrets.** The `Debug` output of a [`Value`] does not show its bytes. [`Sealed`] encrypts the
//! values of any store with a key of your own.

mod count;
mod error;
pub mod inbox;
mod key;
mod key_value;
mod lease;
pub mod mailbox;
mod memory;
mod prefixed;
mod scan;
mod sealed;
mod store;
mod value;
mod watch;
mod write;

pub use count::CountOutcome;
pub use error::{Error, ErrorKind};
pub use key::Key;
pub use key_value::{KeyValue, KeyValueStore};
pub use lease::{Lease, LeaseOutcome};
pub use memory::MemoryStore;
pub use prefixed::Prefixed;
pub use scan::{Cursor, KeyPage};
pub use sealed::{SealKey, Sealed};
pub use store::{Store, WaitOutcome};
pub use value::{Entry, Value, Version};
pub use watch::{ChangeHub, Watcher, wait_for_change};
pub use write::{Condition, Write, WriteOutcome};
