//! One change to one entry, and what it depends on.

use weixin_api::Timestamp;

use crate::{Lease, Value, Version};

/// One change to one entry, done whole or not at all.
#[derive(Debug, Clone)]
#[must_use = "a write does nothing until it is given to a store"]
pub struct Write {
    pub(crate) value: Option<Value>,
    expires: Option<Timestamp>,
    condition: Condition,
    lease: Option<Lease>,
}

/// What must be so for a write to be done. An entry that has expired is absent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Condition {
    /// It is done in any case.
    Always,
    /// Nothing is there.
    Absent,
    /// This version is there.
    Version(Version),
}

/// What became of a write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// The value is stored, and this is its version.
    Stored(Version),
    /// The entry is not there (any more).
    Removed,
    /// The condition did not hold: somebody else was first. Nothing was changed.
    Conflict,
}

impl Write {
    /// Stores a value, in the place of any other.
    pub fn put(value: impl Into<Value>) -> Self {
        Self::new(Some(value.into()))
    }

    /// Removes the entry.
    pub fn delete() -> Self {
        Self::new(None)
    }

    fn new(value: Option<Value>) -> Self {
        Self { value, expires: None, condition: Condition::Always, lease: None }
    }

    /// The entry will no longer be there from this moment on.
    pub fn expiring(mut self, at: Timestamp) -> Self {
        self.expires = Some(at);
        self
    }

    /// Only if nothing is there.
    pub fn if_absent(mut self) -> Self {
        self.condition = Condition::Absent;
        self
    }

    /// Only if this version is there.
    pub fn if_version(mut self, version: Version) -> Self {
        self.condition = Condition::Version(version);
        self
    }

    /// Only as long as nobody else has been given the lease since: the store checks its fence in
    /// the same step.
    pub fn under(mut self, lease: &Lease) -> Self {
        self.lease = Some(lease.clone());
        self
    }

    /// The new value; `None` to remove the entry. This and what follows is for engines.
    pub fn value(&self) -> Option<&Value> {
        self.value.as_ref()
    }

    /// When the new value expires.
    pub fn expires(&self) -> Option<Timestamp> {
        self.expires
    }

    /// What must be so.
    pub fn condition(&self) -> Condition {
        self.condition
    }

    /// The lease that must not have been lost.
    pub fn lease(&self) -> Option<&Lease> {
        self.lease.as_ref()
    }
}

impl Written {
    /// The version, if a value was stored.
    pub fn stored(self) -> Option<Version> {
        match self {
            Written::Stored(version) => Some(version),
            Written::Removed | Written::Conflict => None,
        }
    }
}

impl Condition {
    /// Whether it holds when this version, or nothing, is there.
    pub fn holds(self, present: Option<Version>) -> bool {
        match self {
            Condition::Always => true,
            Condition::Absent => present.is_none(),
            Condition::Version(version) => present == Some(version),
        }
    }
}
