//! What the servers that are compared have in common.
//!
//! A server is configured by the variables of `weixin`: `WEIXIN_LISTEN`, `WEIXIN_KIND`, `WEIXIN_APP_ID`,
//! `WEIXIN_TOKEN`, `WEIXIN_ENCODING_AES_KEY` (absent in plain mode), `WEIXIN_AGENT_ID`. It answers a text
//! with the same text; one that is too long for a passive reply, with its length in bytes; a text to a
//! Mini Program with the transfer to customer service, the only passive reply that is allowed there.

use std::{env, fs, net::SocketAddr, time::Duration};

/// The longest text that is echoed, in bytes: the platform's limit of a passive reply.
const MAX_ECHO: usize = 2048;

/// The text that answers `content`.
pub fn echo(content: String) -> String {
    if content.len() > MAX_ECHO { content.len().to_string() } else { content }
}

/// A variable that must be set.
///
/// # Panics
/// If it is not.
pub fn required(name: &str) -> String {
    env::var(name).unwrap_or_else(|_| panic!("{name} is not set"))
}

/// The address to listen on.
///
/// # Panics
/// If `WEIXIN_LISTEN` is missing or malformed.
pub fn address() -> SocketAddr {
    required("WEIXIN_LISTEN").parse().expect("WEIXIN_LISTEN is an address and a port")
}

/// Runs a server on the runtime that the first argument names: `current-thread`, or by default the one
/// that `#[tokio::main]` makes.
///
/// # Panics
/// If the runtime cannot be created.
pub fn run<F: Future>(server: F) -> F::Output {
    let mut builder = match env::args().nth(1).as_deref() {
        Some("current-thread") => tokio::runtime::Builder::new_current_thread(),
        _ => tokio::runtime::Builder::new_multi_thread(),
    };
    builder.enable_all().build().expect("a runtime").block_on(server)
}

/// The processor time that this process has used, in user and kernel mode.
///
/// # Panics
/// If there is no `/proc`.
pub fn cpu() -> Duration {
    let stat = fs::read_to_string("/proc/self/stat").expect("this needs Linux");
    let (_, fields) = stat.rsplit_once(')').expect("a name in parentheses");
    let ticks: u64 = fields
        .split_whitespace()
        .skip(11)
        .take(2)
        .map(|field| field.parse::<u64>().expect("a number of ticks"))
        .sum();
    Duration::from_secs_f64(ticks as f64 / rustix::param::clock_ticks_per_second() as f64)
}
