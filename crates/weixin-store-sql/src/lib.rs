#![cfg_attr(docsrs, feature(doc_cfg))]
//! SQLite and Postgres as the store of weixin (unofficial WeChat SDK).
//!
//! ```no_run
//! use std::sync::Arc;
//! use weixin_store::Store;
//! use weixin_store_sql::SqliteStore;
//!
//! # fn example() {
//! let store: Arc<dyn Store> = Arc::new(SqliteStore::open("weixin.sqlite"));
//! # }
//! ```
//!
//! `SqliteStore` keeps a file that the processes of one machine share; `PostgresStore` a database
//! for many machines. Both take a pool of yours as well: TLS, passwords and limits are set there.
//! Three tables, `weixin_value`, `weixin_lease` and `weixin_count`, are made by the first operation
//! if they are not there.
//!
//! **What they guarantee.** Every operation is one transaction, and what was acknowledged is kept
//! as far as the database keeps what it has committed: with SQLite's `synchronous = FULL`, which
//! `SqliteStore::open` sets, and Postgres' `synchronous_commit = on`, also over a power cut.

#[cfg(not(any(feature = "sqlite", feature = "postgres")))]
compile_error!("weixin-store-sql needs one of its features: sqlite, postgres");

mod engine;
mod errors;
#[cfg(feature = "sqlite")]
mod file;
#[cfg(feature = "sqlite")]
mod os;
#[cfg(feature = "postgres")]
#[cfg_attr(docsrs, doc(cfg(feature = "postgres")))]
mod postgres;
#[cfg(feature = "sqlite")]
#[cfg_attr(docsrs, doc(cfg(feature = "sqlite")))]
mod sqlite;
mod store;
mod stored;

#[cfg(feature = "postgres")]
pub use postgres::PostgresStore;
#[cfg(feature = "sqlite")]
pub use sqlite::SqliteStore;
pub use store::SqlStore;
