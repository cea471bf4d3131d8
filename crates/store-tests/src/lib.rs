//! The suite that every [`Store`](weixin_store::Store) passes, and the databases it runs against.
//! Unpublished.
//!
//! A file in `tests/` per engine says how to open it; [`suite!`] makes one test of every case.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod clock;
mod engine;
mod keeper;
mod os;
mod postgres;
mod redis;
pub mod suite;

pub use clock::ManualClock;
pub use engine::Engine;
pub use postgres::postgres;
pub use redis::{RedisServer, redis};

use std::io::Write;

/// Says that a test is left out, to standard error itself: what a passing test prints is not shown.
pub fn left_out(what: &str, why: &str) {
    // Nobody can be told if standard error is closed.
    let _ = writeln!(std::io::stderr(), "LEFT OUT: {what}, as {why}");
}
