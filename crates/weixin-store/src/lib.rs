//! Where weixin keeps what must outlive a process, or be shared by several (unofficial WeChat
//! SDK): access tokens, the ledger of calls that the platform allows only a few times a day.
//!
//! [`Store`] is the trait, [`MemoryStore`] the engine for a single process. Redis is in
//! `weixin-store-redis`, SQLite and Postgres are in `weixin-store-sql`. Whoever has another
//! database implements the trait for it.
//!
//! ```
//! use std::{sync::Arc, time::Duration};
//! use weixin_store::{Claim, Key, MemoryStore, Store, Write};
//!
//! # async fn example() -> Result<(), weixin_store::Error> {
//! let store: Arc<dyn Store> = Arc::new(MemoryStore::new());
//! let report = Key::new("report").join("2026-11");
//! // Only one of all processes writes it, and one that was overtaken cannot write any more.
//! if let Claim::Granted(lease) = store.lease(&report, Duration::from_secs(10)).await? {
//!     store.write(&report, Write::put("42 new followers").under(&lease)).await?;
//!     store.release(&lease).await?;
//! }
//! # Ok(())
//! # }
//! ```
//!
//! **Time.** Every engine takes a [`Clock`](weixin_api::Clock). When something expires is stored
//! as a moment and judged by that clock; what a database removes by itself is only what nobody
//! would have seen any more. Machines that share a store should agree on the time to within a
//! second or so. Fences, not clocks, are what keeps a lease safe.
//!
//! **Secrets.** A [`Value`] does not print. [`Sealed`] puts any store behind a key of your own, for
//! what must not lie in a database readable.

mod bells;
mod error;
mod key;
mod lease;
mod memory;
mod scan;
mod sealed;
mod store;
mod tally;
mod value;
mod write;

pub use bells::{Bell, Bells, watch};
pub use error::{Error, ErrorKind};
pub use key::Key;
pub use lease::{Claim, Lease};
pub use memory::MemoryStore;
pub use scan::{Cursor, Page};
pub use sealed::{SealKey, Sealed};
pub use store::{Store, Waited};
pub use tally::Tally;
pub use value::{Entry, Value, Version};
pub use write::{Condition, Write, Written};
