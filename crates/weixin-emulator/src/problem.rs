//! What went wrong and what to do about it, in English and Chinese.

use serde::Serialize;

/// Something that went wrong between the platform and a bot, for people to read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, thiserror::Error)]
#[error("{en} {hint_en}")]
#[non_exhaustive]
pub struct Problem {
    /// What is wrong.
    pub en: String,
    /// What is wrong, in Chinese.
    pub zh: String,
    /// What to do about it; may be empty.
    pub hint_en: String,
    /// What to do about it, in Chinese; may be empty.
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
