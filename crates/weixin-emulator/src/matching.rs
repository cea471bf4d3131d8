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
pub struct Part {
    part: String,
    place: Place,
}

#[derive(Debug, Clone, Copy)]
enum Place {
    Start,
    Anywhere,
}

/// A text that begins like this.
pub fn starts_with(start: impl Into<String>) -> Part {
    Part { part: start.into(), place: Place::Start }
}

/// A text that has this in it.
pub fn contains(part: impl Into<String>) -> Part {
    Part { part: part.into(), place: Place::Anywhere }
}

/// Any text at all.
pub fn any_text() -> Part {
    starts_with("")
}

impl TextMatcher for Part {
    fn matches(&self, text: &str) -> bool {
        match self.place {
            Place::Start => text.starts_with(&self.part),
            Place::Anywhere => text.contains(&self.part),
        }
    }

    fn describe(&self) -> String {
        match self.place {
            Place::Start if self.part.is_empty() => "any text".to_owned(),
            Place::Start => format!("a text that starts with {:?}", self.part),
            Place::Anywhere => format!("a text that contains {:?}", self.part),
        }
    }
}
