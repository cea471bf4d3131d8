//! Conversion between Rust types and columns. Both databases store signed 64-bit integers.

use std::{
    sync::atomic::{AtomicU32, Ordering},
    time::Duration,
};

use weixin_api::Timestamp;
use weixin_store::{Cursor, Entry, Error, Key, KeyPage, Value, Version};

use crate::errors::unreadable;

/// The number of keys in a page.
pub(crate) const PAGE_SIZE: usize = 200;
/// How long expired data is kept. Allows for clocks that disagree.
pub(crate) const GRACE: Duration = Duration::from_secs(60 * 60);
/// The number of changes after which expired data is removed.
const SWEEP_EVERY: u32 = 500;

/// A row of `weixin_value`: value, version, expiry.
pub(crate) type Row = (Vec<u8>, i64, Option<i64>);

pub(crate) fn entry((value, version, expires): Row) -> Result<Entry, Error> {
    Ok(Entry {
        value: Value::from(value),
        version: Version::from_bits(version.cast_unsigned()),
        expires: expires.map(timestamp).transpose()?,
    })
}

pub(crate) fn millis(at: Timestamp) -> i64 {
    i64::try_from(at.as_millis()).unwrap_or(i64::MAX)
}

pub(crate) fn timestamp(millis: i64) -> Result<Timestamp, Error> {
    u64::try_from(millis).map(Timestamp::from_millis).map_err(|_| unreadable())
}

pub(crate) fn version(version: Version) -> i64 {
    version.to_bits().cast_signed()
}

pub(crate) fn fence(fence: u64) -> i64 {
    i64::try_from(fence).unwrap_or(i64::MAX)
}

/// Builds a page from the keys found, up to one more than [`PAGE_SIZE`].
pub(crate) fn page(mut found: Vec<String>) -> Result<KeyPage, Error> {
    let more = found.len() > PAGE_SIZE;
    found.truncate(PAGE_SIZE);
    let next = found.last().filter(|_| more).map(|key| Cursor::new(key.clone()));
    let keys = found.iter().map(|key| Key::decode(key)).collect::<Result<_, _>>()?;
    Ok(KeyPage { keys, next })
}

/// The exclusive bounds of the keys below `under`, continuing after `cursor`. Parts are separated
/// by colons, and the next character in ASCII is the semicolon.
pub(crate) fn range(under: &Key, cursor: Option<&Cursor>) -> Result<(String, String), Error> {
    let under = under.encoded()?;
    let start = cursor.map_or_else(|| format!("{under}:"), |cursor| cursor.position().to_owned());
    Ok((start, format!("{under};")))
}

/// Counts changes, to decide when expired data is removed.
#[derive(Debug, Default)]
pub(crate) struct Changes(AtomicU32);

impl Changes {
    /// Counts a change and returns whether a sweep is due after it.
    pub(crate) fn is_sweep_due(&self) -> bool {
        self.0.fetch_add(1, Ordering::Relaxed) % SWEEP_EVERY == SWEEP_EVERY - 1
    }
}
