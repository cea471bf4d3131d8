//! Listing the keys of a store.

use crate::Key;

/// Where a scan continues. Only the engine that issued a cursor can interpret it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cursor(String);

impl Cursor {
    /// Creates a cursor from the engine's own notation.
    pub fn new(position: impl Into<String>) -> Self {
        Self(position.into())
    }

    /// The position, in the engine's own notation.
    pub fn position(&self) -> &str {
        &self.0
    }
}

/// One page of a scan.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct KeyPage {
    /// The keys, in no particular order. A page may be empty although more follow.
    pub keys: Vec<Key>,
    /// Where to continue; `None` after the last page.
    pub next: Option<Cursor>,
}
