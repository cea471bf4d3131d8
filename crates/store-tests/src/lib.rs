//! The conformance suite of [`Store`](weixin_store::Store) implementations, and the databases it
//! runs against. Unpublished. For each engine, a file in `tests/` says how to open it; [`suite!`]
//! generates one test per case.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod clock;
mod engine;
mod os;
mod postgres;
mod process;
mod redis;
pub mod suite;

pub use clock::ManualClock;
pub use engine::Engine;
pub use postgres::postgres;
pub use redis::{RedisServer, redis};
