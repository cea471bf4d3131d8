//! A change of one entry, and the conditions for it.

use weixin_api::Timestamp;

use crate::{Lease, Value, Version};

/// An atomic change of one entry.
#[derive(Debug, Clone)]
#[must_use = "a write does nothing until it is given to a store"]
pub struct Write {
    pub(crate) value: Option<Value>,
    expires: Option<Timestamp>,
    condition: Condition,
    lease: Option<Lease>,
}

/// The condition of a write. An entry that has expired is absent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Condition {
    /// No condition.
    Always,
    /// There is no entry.
    Absent,
    /// The entry has this version.
    Version(Version),
}

/// The result of a write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WriteOutcome {
    /// The value was stored with this version.
    Stored(Version),
    /// The entry was removed, or did not exist.
    Removed,
    /// The condition did not hold, so nothing was changed.
    Conflict,
}

impl Write {
    /// Stores a value, replacing any other.
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

    /// Makes the value expire at this time. Without it the value stays until it is removed.
    pub fn expiring(mut self, at: Timestamp) -> Self {
        self.expires = Some(at);
        self
    }

    /// Writes only if there is no entry.
    pub fn if_absent(mut self) -> Self {
        self.condition = Condition::Absent;
        self
    }

    /// Writes only if the entry has this version.
    pub fn if_version(mut self, version: Version) -> Self {
        self.condition = Condition::Version(version);
        self
    }

    /// Writes only if the lease has not been granted to another holder since. The store checks the
    /// fence and writes in one atomic step.
    pub fn under(mut self, lease: &Lease) -> Self {
        self.lease = Some(lease.clone());
        self
    }

    /// The new value; `None` to remove the entry. This method and those below are for engines.
    pub fn value(&self) -> Option<&Value> {
        self.value.as_ref()
    }

    /// When the new value expires.
    pub fn expires(&self) -> Option<Timestamp> {
        self.expires
    }

    /// The condition of the write.
    pub fn condition(&self) -> Condition {
        self.condition
    }

    /// The lease that the write depends on.
    pub fn lease(&self) -> Option<&Lease> {
        self.lease.as_ref()
    }
}

impl WriteOutcome {
    /// The version, if a value was stored.
    pub fn stored(self) -> Option<Version> {
        match self {
            WriteOutcome::Stored(version) => Some(version),
            WriteOutcome::Removed | WriteOutcome::Conflict => None,
        }
    }
}

impl Condition {
    /// Whether the condition holds for the version that is present (`None`: no entry).
    pub fn holds(self, present: Option<Version>) -> bool {
        match self {
            Condition::Always => true,
            Condition::Absent => present.is_none(),
            Condition::Version(version) => present == Some(version),
        }
    }
}
