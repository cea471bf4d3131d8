//! Numbers as both databases store them: signed, of 64 bits.

use std::{
    sync::atomic::{AtomicU32, Ordering},
    time::Duration,
};

use weixin_api::Timestamp;
use weixin_store::{Cursor, Entry, Error, Key, Page, Value, Version};

use crate::errors::unreadable;

/// How many keys a page has.
pub(crate) const PAGE: usize = 200;
/// How long something that is over is left alone, should the machines not agree on the time.
pub(crate) const GRACE: Duration = Duration::from_secs(60 * 60);
/// After how many changes what is long over is removed.
const SWEEP_EVERY: u32 = 500;

/// A row of `weixin_value`: value, version, expiry.
pub(crate) type Row = (Vec<u8>, i64, Option<i64>);

pub(crate) fn entry((value, version, expires): Row) -> Result<Entry, Error> {
    Ok(Entry {
        value: Value::from(value),
        version: Version::from_bits(version.cast_unsigned()),
        expires: expires.map(moment).transpose()?,
    })
}

pub(crate) fn millis(at: Timestamp) -> i64 {
    i64::try_from(at.as_millis()).unwrap_or(i64::MAX)
}

pub(crate) fn moment(millis: i64) -> Result<Timestamp, Error> {
    u64::try_from(millis).map(Timestamp::from_millis).map_err(|_| unreadable())
}

pub(crate) fn version(version: Version) -> i64 {
    version.to_bits().cast_signed()
}

pub(crate) fn fence(fence: u64) -> i64 {
    i64::try_from(fence).unwrap_or(i64::MAX)
}

/// The page that these keys make, of which one more than [`PAGE`] was asked for.
pub(crate) fn page(mut found: Vec<String>) -> Result<Page, Error> {
    let more = found.len() > PAGE;
    found.truncate(PAGE);
    let next = found.last().filter(|_| more).map(|key| Cursor::new(key.clone()));
    let keys = found.iter().map(|key| Key::decode(key)).collect::<Result<_, _>>()?;
    Ok(Page { keys, next })
}

/// Where the keys below `under` begin after `cursor`, and before what they end. A colon separates
/// parts, and the character after it is a semicolon.
pub(crate) fn range(under: &Key, cursor: Option<&Cursor>) -> Result<(String, String), Error> {
    let under = under.encoded()?;
    let start = cursor.map_or_else(|| format!("{under}:"), |cursor| cursor.place().to_owned());
    Ok((start, format!("{under};")))
}

/// Counts changes, to remove from time to time what is over.
#[derive(Debug, Default)]
pub(crate) struct Changes(AtomicU32);

impl Changes {
    /// Whether this change is one after which to sweep.
    pub(crate) fn is_sweep_due(&self) -> bool {
        self.0.fetch_add(1, Ordering::Relaxed) % SWEEP_EVERY == SWEEP_EVERY - 1
    }
}
