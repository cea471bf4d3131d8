//! Problems and hints, in English and Chinese.

use serde::Serialize;

/// A problem between the platform and a bot, described for humans.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, thiserror::Error)]
#[error("{en} {hint_en}")]
#[non_exhaustive]
pub struct Problem {
    /// The problem.
    pub en: String,
    /// The problem, in Chinese.
    pub zh: String,
    /// How to fix it; may be empty.
    pub hint_en: String,
    /// How to fix it, in Chinese; may be empty.
    pub hint_zh: String,
}

impl Problem {
    pub(crate) fn new(en: impl Into<String>, zh: impl Into<String>) -> Self {
        Self { en: en.into(), zh: zh.into(), ..Self::default() }
    }

    #[must_use]
    pub(crate) fn hint(mut self, en: impl Into<String>, zh: impl Into<String>) -> Self {
        (self.hint_en, self.hint_zh) = (en.into(), zh.into());
        self
    }
}
