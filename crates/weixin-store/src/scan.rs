//! Going through the keys of a store.

use crate::Key;

/// Where a scan goes on. What it says is the engine's affair.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cursor(String);

impl Cursor {
    /// A place, in the words of an engine.
    pub fn new(place: impl Into<String>) -> Self {
        Self(place.into())
    }

    /// The place.
    pub fn place(&self) -> &str {
        &self.0
    }
}

/// Some of the keys.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Page {
    /// The keys, in no particular order. There may be none although more follow.
    pub keys: Vec<Key>,
    /// Where to go on; `None` at the end.
    pub next: Option<Cursor>,
}
