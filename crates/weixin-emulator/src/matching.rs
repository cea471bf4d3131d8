//! What a text is expected to be.

/// Something a text can be compared with: a `&str` or `String` that it must equal, or what
/// [`starts_with`], [`contains`] and [`any_text`] return.
pub trait TextMatcher {
    /// Whether the text is as expected.
    fn matches(&self, text: &str) -> bool;

    /// The expectation in words, for a failed test.
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

/// A part that a text must have. See [`starts_with`], [`contains`] and [`any_text`].
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

/// A text that begins like this.
pub fn starts_with(start: impl Into<String>) -> TextPattern {
    TextPattern { text: start.into(), anchor: Anchor::Start }
}

/// A text that has this in it.
pub fn contains(part: impl Into<String>) -> TextPattern {
    TextPattern { text: part.into(), anchor: Anchor::Anywhere }
}

/// Any text at all.
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
