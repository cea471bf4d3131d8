//! The one form that every body is read into, whether it is XML or JSON.

mod flat_xml;
mod json;
mod lenient;
mod map;
mod name;
mod write;
mod xml;
mod xml10;

pub use lenient::lenient_json;
pub use map::Map;

pub(crate) use json::{Cursor, unescape};
pub(crate) use write::{Value, document};

use crate::{Error, ErrorKind};

/// How deep elements may nest. The platform's deepest documented push has eight levels.
pub const MAX_DEPTH: usize = 32;

/// How many values one body may hold. The largest documented push has a few hundred.
pub const MAX_NODES: usize = 5_000;

/// The format of a body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// `<xml>…</xml>`
    Xml,
    /// `{…}`
    Json,
}

impl Format {
    /// Tells XML from JSON by the first character that is not whitespace.
    pub fn sniff(body: &str) -> Option<Self> {
        match body.trim_start_matches('\u{feff}').trim_start().as_bytes().first()? {
            b'<' => Some(Self::Xml),
            b'{' => Some(Self::Json),
            _ => None,
        }
    }

    /// The `Content-Type` of a body in this format.
    pub fn content_type(self) -> &'static str {
        match self {
            Self::Xml => "text/xml; charset=utf-8",
            Self::Json => "application/json; charset=utf-8",
        }
    }
}

/// How strictly a body is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rigour {
    /// As pushes are read: no message is lost because of a mistake that leaves its meaning clear.
    Lenient,
    /// As the platform reads answers: the rules of the format are enforced.
    Strict,
}

/// One value of a body.
///
/// XML has only text, elements and repetition; JSON also has numbers, booleans and null. Reading is
/// lenient about the difference (see [`FromNode`](crate::FromNode)); writing keeps it.
#[derive(Debug, Clone, PartialEq)]
pub enum Node {
    /// A text, exactly as it was sent.
    Text(String),
    /// A number, with the digits in which it was sent (JSON) or is to be written.
    Number(String),
    /// `true` or `false` (JSON).
    Bool(bool),
    /// `null` (JSON).
    Null,
    /// A JSON list, or an XML element that is repeated.
    List(Vec<Node>),
    /// Named values.
    Map(Map),
}

impl Node {
    /// A number.
    pub fn number(number: impl Into<i128>) -> Self {
        Self::Number(number.into().to_string())
    }

    /// The text of a text, number or boolean.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) | Self::Number(text) => Some(text),
            Self::Bool(true) => Some("true"),
            Self::Bool(false) => Some("false"),
            Self::Null | Self::List(_) | Self::Map(_) => None,
        }
    }

    /// The named values, if this is a map.
    pub fn as_map(&self) -> Option<&Map> {
        match self {
            Self::Map(map) => Some(map),
            _ => None,
        }
    }

    /// Whether it is empty: null, or an empty text, list or map.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Null => true,
            Self::Text(text) => text.is_empty(),
            Self::List(list) => list.is_empty(),
            Self::Map(map) => map.is_empty(),
            Self::Number(_) | Self::Bool(_) => false,
        }
    }
}

impl From<&str> for Node {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Node {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<Map> for Node {
    fn from(map: Map) -> Self {
        Self::Map(map)
    }
}

fn parse_error(detail: impl Into<std::borrow::Cow<'static, str>>) -> Error {
    Error::new(ErrorKind::Parse, detail)
}

fn too_deep() -> Error {
    parse_error("the body nests deeper than any of the platform's messages")
}

fn too_many() -> Error {
    parse_error("the body holds more values than any of the platform's messages")
}
