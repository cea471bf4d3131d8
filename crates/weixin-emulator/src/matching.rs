//! Expectations about texts.

/// An expectation about a text: a `&str` or `String` that it has to equal, or a [`TextPattern`]
/// made by [`starts_with`], [`contains`] or [`any_text`].
pub trait TextMatcher {
    /// Whether the text meets the expectation.
    fn matches(&self, text: &str) -> bool;

    /// Describes the expectation, for the message of a failed test.
    fn describe(&self) -> String;
}

impl TextMatcher for &str {
    fn matches(&self, text: &str) -> bool {
        text == *self
    }

    fn describe(&self) -> String {
        format!("the text {self:?}")
    }
}

impl TextMatcher for String {
    fn matches(&self, text: &str) -> bool {
        text == *self
    }

    fn describe(&self) -> String {
        self.as_str().describe()
    }
}

impl TextMatcher for &String {
    fn matches(&self, text: &str) -> bool {
        text == **self
    }

    fn describe(&self) -> String {
        self.as_str().describe()
    }
}

/// A pattern for texts. See [`starts_with`], [`contains`] and [`any_text`].
#[derive(Debug, Clone)]
pub struct TextPattern {
    text: String,
    anchor: Anchor,
}

#[derive(Debug, Clone, Copy)]
enum Anchor {
    Start,
    Anywhere,
}

/// Matches texts that start with `start`.
pub fn starts_with(start: impl Into<String>) -> TextPattern {
    TextPattern { text: start.into(), anchor: Anchor::Start }
}

/// Matches texts that contain `part`.
pub fn contains(part: impl Into<String>) -> TextPattern {
    TextPattern { text: part.into(), anchor: Anchor::Anywhere }
}

/// Matches any text.
pub fn any_text() -> TextPattern {
    starts_with("")
}

impl TextMatcher for TextPattern {
    fn matches(&self, text: &str) -> bool {
        match self.anchor {
            Anchor::Start => text.starts_with(&self.text),
            Anchor::Anywhere => text.contains(&self.text),
        }
    }

    fn describe(&self) -> String {
        match self.anchor {
            Anchor::Start if self.text.is_empty() => "any text".to_owned(),
            Anchor::Start => format!("a text that starts with {:?}", self.text),
            Anchor::Anywhere => format!("a text that contains {:?}", self.text),
        }
    }
}
