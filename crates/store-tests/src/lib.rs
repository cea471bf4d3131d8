//! The conformance suites of [`Store`](weixin_store::Store) and
//! [`Inbox`](weixin_store::inbox::Inbox) implementations, and the databases they run against.
//! Unpublished. For each engine, a file in `tests/` says how to open it; [`suite!`] and
//! [`inbox_suite!`] generate one test per case.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod clock;
mod engine;
mod inbox_engine;
pub mod inbox_suite;
mod os;
mod postgres;
mod process;
mod redis;
pub mod suite;
mod table;

pub use clock::ManualClock;
pub use engine::Engine;
pub use inbox_engine::InboxEngine;
pub use postgres::postgres;
pub use redis::{RedisServer, redis, shared_server};
pub use table::Table;
