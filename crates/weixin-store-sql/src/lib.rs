#![cfg_attr(docsrs, feature(doc_cfg))]
//! [`Store`](weixin_store::Store) and [`Inbox`](weixin_store::inbox::Inbox) implementations for SQLite
//! and Postgres (unofficial WeChat SDK).
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
//! **Stores.** `SqliteStore` uses a file, which the processes of one machine can share;
//! `PostgresStore` uses a database, which several machines can share. Both also accept your own
//! connection pool, where TLS, passwords and limits are configured. The first operation creates the tables `weixin_value`,
//! `weixin_lease` and `weixin_count` if they do not exist.
//!
//! **Inboxes.** `SqliteInbox` and `PostgresInbox` keep pushes that were accepted until they are handled.
//! They can use the same file, database or pool. The first operation creates the tables
//! `weixin_inbox_item` and `weixin_inbox_owner` if they do not exist, or brings them up to date; their
//! version is in `weixin_schema`, and tables of a later version are refused.
//!
//! **Durability.** Every operation of a store is one transaction, those of an inbox share them, and
//! an acknowledged write is as durable as a commit of the database. With SQLite's
//! `synchronous = FULL`, which `open` sets, and with Postgres' `synchronous_commit = on`, it survives a
//! power failure.

#[cfg(not(any(feature = "sqlite", feature = "postgres")))]
compile_error!("weixin-store-sql needs at least one of the features `sqlite` and `postgres`");

mod convert;
mod engine;
mod errors;
#[cfg(feature = "sqlite")]
mod file;
mod inbox;
#[cfg(feature = "sqlite")]
mod os;
#[cfg(feature = "postgres")]
#[cfg_attr(docsrs, doc(cfg(feature = "postgres")))]
mod postgres;
mod schema;
#[cfg(feature = "sqlite")]
#[cfg_attr(docsrs, doc(cfg(feature = "sqlite")))]
mod sqlite;
mod store;

pub use inbox::SqlInbox;
#[cfg(feature = "postgres")]
pub use postgres::{PostgresInbox, PostgresStore};
#[cfg(feature = "sqlite")]
pub use sqlite::{SqliteInbox, SqliteStore};
pub use store::SqlStore;
