//! Parses JSON into the tree, in one pass.
//!
//! serde_json is not used here, because ids need the digits they were sent in and its visitors pass
//! an `f64`; because each byte should be read once, whatever the nesting; and because the
//! platform's mistakes are repaired where they occur, without a second pass.

use std::borrow::Cow;

use memchr::memchr2;

use super::{MAX_DEPTH, MAX_NODES, Map, Node, Rigour, parse_error, too_deep, too_many};
use crate::Error;

/// Parses a JSON object.
///
/// [`Lenient`](Rigour::Lenient) parsing keeps raw control characters in strings, which occur in
/// nicknames, and replaces half of a surrogate pair with U+FFFD. JSON forbids the former, and no
/// text can contain the latter.
pub(super) fn parse(document: &str, rigour: Rigour) -> Result<Map, Error> {
    let document = document.trim();
    let cursor = Cursor::new(document.as_bytes());
    let mut reader = Reader { cursor, document, rigour, nodes: 1 };
    if !reader.cursor.eat(b'{') {
        return Err(parse_error("the JSON is not an object"));
    }
    let map = reader.object(0)?;
    reader.cursor.blanks();
    match reader.cursor.peek() {
        None => Ok(map),
        Some(_) => Err(reader.cursor.error("unexpected content after the object")),
    }
}

/// A position in a JSON document.
pub(crate) struct Cursor<'a> {
    pub(crate) bytes: &'a [u8],
    pub(crate) at: usize,
}

impl<'a> Cursor<'a> {
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    pub(crate) fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    /// Skips this byte if it is the next one.
    pub(crate) fn eat(&mut self, byte: u8) -> bool {
        let is = self.peek() == Some(byte);
        self.at += usize::from(is);
        is
    }

    pub(crate) fn blanks(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    /// Skips a string whose opening quote has been passed, and returns the text between the quotes
    /// and whether it contains a backslash. Nothing in it is checked.
    pub(crate) fn raw_string(&mut self) -> Result<(&'a [u8], bool), Error> {
        let (bytes, start) = (self.bytes, self.at);
        let mut escaped = false;
        // Most strings have no escapes; those that have some often have many.
        let mut at = start + memchr2(b'"', b'\\', &bytes[start..]).unwrap_or(bytes.len() - start);
        while let Some(byte) = bytes.get(at) {
            match byte {
                b'"' => {
                    self.at = at + 1;
                    return Ok((&bytes[start..at], escaped));
                }
                b'\\' => {
                    escaped = true;
                    at += 2;
                }
                _ => at += 1,
            }
        }
        self.at = bytes.len();
        Err(self.error("a string does not end"))
    }

    /// Skips a number, and returns its digits.
    pub(crate) fn number(&mut self) -> Result<&'a [u8], Error> {
        let start = self.at;
        self.eat(b'-');
        if !self.eat(b'0') {
            self.digits()?;
        }
        if self.eat(b'.') {
            self.digits()?;
        }
        if matches!(self.peek(), Some(b'e' | b'E')) {
            self.at += 1;
            if matches!(self.peek(), Some(b'+' | b'-')) {
                self.at += 1;
            }
            self.digits()?;
        }
        Ok(&self.bytes[start..self.at])
    }

    fn digits(&mut self) -> Result<(), Error> {
        let start = self.at;
        while matches!(self.peek(), Some(b'0'..=b'9')) {
            self.at += 1;
        }
        if self.at == start { Err(self.error("neither a value nor a number")) } else { Ok(()) }
    }

    /// Skips this word.
    pub(crate) fn word(&mut self, word: &str) -> Result<(), Error> {
        if self.bytes[self.at..].starts_with(word.as_bytes()) {
            self.at += word.len();
            return Ok(());
        }
        Err(self.error("neither a value nor a number"))
    }

    pub(crate) fn error(&self, what: &str) -> Error {
        parse_error(format!("not well-formed JSON at byte {}: {what}", self.at))
    }
}

struct Reader<'a> {
    cursor: Cursor<'a>,
    /// What the cursor reads, as text.
    document: &'a str,
    rigour: Rigour,
    nodes: usize,
}

impl<'a> Reader<'a> {
    /// Parses the value that begins here, if there is one.
    fn value(&mut self, depth: usize) -> Result<Node, Error> {
        self.nodes += 1;
        if self.nodes > MAX_NODES {
            return Err(too_many());
        }
        if depth > MAX_DEPTH {
            return Err(too_deep());
        }
        Ok(match self.cursor.peek() {
            Some(b'{') => {
                self.cursor.at += 1;
                Node::Map(self.object(depth)?)
            }
            Some(b'[') => {
                self.cursor.at += 1;
                Node::List(self.list(depth)?)
            }
            Some(b'"') => {
                self.cursor.at += 1;
                Node::Text(self.string()?.into_owned())
            }
            Some(b't') => self.cursor.word("true").map(|()| Node::Bool(true))?,
            Some(b'f') => self.cursor.word("false").map(|()| Node::Bool(false))?,
            Some(b'n') => self.cursor.word("null").map(|()| Node::Null)?,
            _ => {
                let start = self.cursor.at;
                let digits = self.cursor.number()?.len();
                Node::Number(self.document[start..start + digits].to_owned())
            }
        })
    }

    fn object(&mut self, depth: usize) -> Result<Map, Error> {
        let mut map = Map::new();
        self.cursor.blanks();
        if self.cursor.eat(b'}') {
            return Ok(map);
        }
        loop {
            if !self.cursor.eat(b'"') {
                return Err(self.cursor.error("expected a name"));
            }
            let name = self.string()?;
            self.cursor.blanks();
            if !self.cursor.eat(b':') {
                return Err(self.cursor.error("expected a `:`"));
            }
            self.cursor.blanks();
            let node = self.value(depth + 1)?;
            map.set(name, node);
            self.cursor.blanks();
            if self.cursor.eat(b'}') {
                return Ok(map);
            }
            if !self.cursor.eat(b',') {
                return Err(self.cursor.error("expected a `,` or `}`"));
            }
            self.cursor.blanks();
        }
    }

    fn list(&mut self, depth: usize) -> Result<Vec<Node>, Error> {
        let mut list = Vec::new();
        self.cursor.blanks();
        if self.cursor.eat(b']') {
            return Ok(list);
        }
        loop {
            list.push(self.value(depth + 1)?);
            self.cursor.blanks();
            if self.cursor.eat(b']') {
                return Ok(list);
            }
            if !self.cursor.eat(b',') {
                return Err(self.cursor.error("expected a `,` or `]`"));
            }
            self.cursor.blanks();
        }
    }

    /// Parses the rest of a string whose opening quote has been passed.
    fn string(&mut self) -> Result<Cow<'a, str>, Error> {
        let start = self.cursor.at;
        let (raw, escaped) = self.cursor.raw_string()?;
        // It begins and ends at a quote, so this never splits a character.
        let text = &self.document[start..start + raw.len()];
        if self.rigour == Rigour::Strict && raw.iter().any(|byte| *byte < 0x20) {
            return Err(self.cursor.error("a string contains a control character"));
        }
        if !escaped {
            return Ok(Cow::Borrowed(text));
        }
        let mended = unescape(text).ok_or_else(|| self.cursor.error("an escape is malformed"))?;
        match (self.rigour, mended) {
            (Rigour::Strict, Unescaped { halves: 1.., .. }) => {
                Err(self.cursor.error("a string contains half of a surrogate pair"))
            }
            (_, Unescaped { text, .. }) => Ok(Cow::Owned(text)),
        }
    }
}

/// A string with its escapes resolved.
pub(crate) struct Unescaped {
    pub(crate) text: String,
    /// How many halves of surrogate pairs were replaced by U+FFFD.
    pub(crate) halves: usize,
}

/// Resolves the escapes of a string; `None` if one is malformed.
pub(crate) fn unescape(raw: &str) -> Option<Unescaped> {
    let mut text = String::with_capacity(raw.len());
    let (mut rest, mut halves) = (raw, 0);
    while let Some(at) = rest.bytes().position(|byte| byte == b'\\') {
        text.push_str(&rest[..at]);
        let escape = *rest.as_bytes().get(at + 1)?;
        let mut length = 2;
        text.push(match escape {
            b'"' | b'\\' | b'/' => char::from(escape),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let first = hex(rest, at + 2)?;
                let second = match first {
                    0xd800..=0xdbff if rest[at + 6..].starts_with("\\u") => hex(rest, at + 8),
                    _ => None,
                };
                let (character, read) = match (char::from_u32(first), second) {
                    (Some(character), _) => (Some(character), 6),
                    (None, Some(second @ 0xdc00..=0xdfff)) => {
                        let pair = 0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00);
                        (char::from_u32(pair), 12)
                    }
                    (None, _) => (None, 6),
                };
                length = read;
                halves += usize::from(character.is_none());
                character.unwrap_or(char::REPLACEMENT_CHARACTER)
            }
            _ => return None,
        });
        rest = &rest[at + length..];
    }
    text.push_str(rest);
    Some(Unescaped { text, halves })
}

/// Parses the four hexadecimal digits that begin here.
fn hex(text: &str, at: usize) -> Option<u32> {
    let digits = text.as_bytes().get(at..at + 4)?;
    digits.iter().try_fold(0, |number, digit| Some(number * 16 + char::from(*digit).to_digit(16)?))
}
