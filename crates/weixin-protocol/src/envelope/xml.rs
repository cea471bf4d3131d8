//! Reads the top level of an XML document.

use std::borrow::Cow;

use memchr::memchr;

use super::{Fields, malformed, put, text};
use crate::Error;

const CDATA: &[u8] = b"<![CDATA[";

/// Reads up to the end of the root element. The root's name does not matter, nor does anything
/// after it.
pub(super) fn read<'a>(body: &'a [u8], fields: &mut Fields<'a>) -> Result<(), Error> {
    let mut reader = Reader { bytes: body, at: 0 };
    // Before the root: an XML declaration and comments.
    loop {
        reader.blanks();
        match reader.markup()? {
            Markup::Start { empty: true, .. } => return Ok(()),
            Markup::Start { .. } => break,
            Markup::Other => fields.count()?,
            Markup::End { .. } | Markup::Text { .. } => {
                return Err(reader.error("unexpected content before the root element"));
            }
        }
    }
    loop {
        reader.skip_to_markup()?;
        match reader.markup()? {
            Markup::Start { name, empty } => {
                fields.count()?;
                match fields.slot(name) {
                    Some(slot) if empty => put(slot, Cow::Borrowed(""))?,
                    Some(slot) => put(slot, Cow::Borrowed(reader.value(name)?))?,
                    None if empty => {}
                    None => reader.pass(fields)?,
                }
            }
            Markup::End { .. } => return Ok(()),
            Markup::Text { .. } | Markup::Other => fields.count()?,
        }
    }
}

/// What begins with `<`.
enum Markup<'a> {
    Start {
        name: &'a [u8],
        empty: bool,
    },
    End {
        name: &'a [u8],
    },
    /// A CDATA section.
    Text {
        content: &'a [u8],
    },
    /// A comment or a processing instruction.
    Other,
}

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    fn blanks(&mut self) {
        while self.bytes.get(self.at).is_some_and(u8::is_ascii_whitespace) {
            self.at += 1;
        }
    }

    /// Moves to the next `<`, and returns the text before it.
    fn skip_to_markup(&mut self) -> Result<&'a [u8], Error> {
        let rest = &self.bytes[self.at..];
        let length = memchr(b'<', rest);
        let length = length.ok_or_else(|| self.error("the root element does not end"))?;
        self.at += length;
        Ok(&rest[..length])
    }

    /// Skips the markup that begins here.
    fn markup(&mut self) -> Result<Markup<'a>, Error> {
        let rest = &self.bytes[self.at..];
        match rest {
            [b'<', b'/', ..] => {
                let length = self.length(2, b">")?;
                let name = rest[2..length - 1].trim_ascii_end();
                self.at += length;
                Ok(Markup::End { name })
            }
            [b'<', b'?', ..] => {
                self.at += self.length(2, b"?>")?;
                Ok(Markup::Other)
            }
            [b'<', b'!', b'-', b'-', ..] => {
                self.at += self.length(4, b"-->")?;
                Ok(Markup::Other)
            }
            [b'<', b'!', ..] if rest.starts_with(CDATA) => {
                let length = self.length(CDATA.len(), b"]]>")?;
                self.at += length;
                Ok(Markup::Text { content: &rest[CDATA.len()..length - 3] })
            }
            [b'<', b'!', ..] => {
                Err(self.error("a document type declaration (DOCTYPE) is not allowed"))
            }
            [b'<', ..] => self.start(),
            _ => Err(self.error("expected an element")),
        }
    }

    /// Skips a start tag. A `>` in quotes does not end it.
    fn start(&mut self) -> Result<Markup<'a>, Error> {
        let rest = &self.bytes[self.at..];
        let mut quote = None;
        let length = rest.iter().position(|byte| match quote {
            Some(open) => {
                if *byte == open {
                    quote = None;
                }
                false
            }
            None => {
                if matches!(byte, b'"' | b'\'') {
                    quote = Some(*byte);
                }
                *byte == b'>'
            }
        });
        let length = length.ok_or_else(|| self.error("a tag does not end"))?;
        let inside = &rest[1..length];
        let empty = inside.last() == Some(&b'/');
        let inside = if empty { &inside[..inside.len() - 1] } else { inside };
        let end = inside.iter().position(u8::is_ascii_whitespace).unwrap_or(inside.len());
        let name = &inside[..end];
        if name.is_empty() {
            return Err(self.error("a tag has no name"));
        }
        self.at += length + 1;
        Ok(Markup::Start { name, empty })
    }

    /// The length of the markup that begins here and ends with `end`, searching after the first
    /// `skipped` bytes.
    fn length(&self, skipped: usize, end: &[u8]) -> Result<usize, Error> {
        let rest = &self.bytes[self.at..];
        let (last, before) = end.split_last().unwrap_or((&b'>', &[]));
        let start = skipped + before.len();
        // The first match is nearly always the right one.
        let first = rest.get(start..).and_then(|rest| memchr(*last, rest));
        let mut at = start + first.unwrap_or(rest.len());
        while let Some(byte) = rest.get(at) {
            at += 1;
            if byte == last
                && before.last().is_none_or(|near| rest[at - 2] == *near)
                && rest[..at - 1].ends_with(before)
            {
                return Ok(at);
            }
        }
        Err(self.error("the body ends within markup"))
    }

    /// Reads the text of an envelope field, including its end tag: one CDATA section with
    /// whitespace around it, or plain characters.
    fn value(&mut self, name: &[u8]) -> Result<&'a str, Error> {
        let mut value: Option<&'a str> = None;
        loop {
            let run = text(self.skip_to_markup()?)?;
            if !run.trim().is_empty() {
                // Base64, names and numbers need no references.
                if run.contains('&') || value.replace(run).is_some() {
                    return Err(self.error("an element of the envelope is no simple text"));
                }
            }
            match self.markup()? {
                Markup::Text { content } => {
                    if value.replace(text(content)?).is_some() {
                        return Err(self.error("an element of the envelope is no simple text"));
                    }
                }
                Markup::End { name: end } if end == name => return Ok(value.unwrap_or_default()),
                Markup::End { .. } => return Err(self.error("an end tag without its start")),
                Markup::Start { .. } | Markup::Other => {
                    return Err(self.error("an element of the envelope is no simple text"));
                }
            }
        }
    }

    /// Skips the rest of an element.
    fn pass(&mut self, fields: &mut Fields<'_>) -> Result<(), Error> {
        let mut open = 1_usize;
        while open > 0 {
            self.skip_to_markup()?;
            match self.markup()? {
                Markup::Start { empty, .. } => {
                    fields.count()?;
                    open += usize::from(!empty);
                }
                Markup::End { .. } => open -= 1,
                Markup::Text { .. } | Markup::Other => fields.count()?,
            }
        }
        Ok(())
    }

    fn error(&self, what: &str) -> Error {
        malformed(format!("not well-formed XML at byte {}: {what}", self.at))
    }
}
