//! The one form every body is read into, whether it came as XML or as JSON.

mod json;
mod lenient;
mod write;
mod xml;
mod xml10;

pub use lenient::lenient_json;

use std::fmt;

use crate::{Error, ErrorKind};

/// How deep elements may nest. The platform's deepest documented push has eight levels.
pub const MAX_DEPTH: usize = 32;

/// How many values one body may hold. The largest documented push has a few hundred.
pub const MAX_NODES: usize = 5_000;

/// How a body is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// `<xml>…</xml>`
    Xml,
    /// `{…}`
    Json,
}

impl Format {
    /// Tells XML from JSON by the first character that is not blank.
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

/// How closely a body is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rigour {
    /// As pushes are: no message is lost to a slip that leaves its meaning clear.
    Lenient,
    /// As the platform reads answers: the format's rules hold.
    Strict,
}

/// One value of a body.
///
/// XML knows only text, elements and repetition; JSON also numbers, booleans and null. Reading is
/// lenient about the difference (see [`FromNode`](crate::FromNode)); writing keeps it.
#[derive(Debug, Clone, PartialEq)]
pub enum Node {
    /// A text, exactly as it was sent.
    Text(String),
    /// A number, in the digits it was sent in (JSON) or is to be written in.
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

    /// Whether there is nothing in it: null, an empty text, list or map.
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

/// Named values in the order they were sent. A name stands in it once: repeated XML elements are
/// a [`Node::List`].
///
/// `Debug` leaves out the values of names that stand for something secret, such as tickets, tokens
/// and authorization codes.
#[derive(Clone, Default, PartialEq)]
pub struct Map(Vec<(String, Node)>);

/// What a name has in it, in small letters, whose value nobody should read in a log.
const SECRET_NAMES: [&str; 9] = [
    "token",
    "secret",
    "password",
    "pwd",
    "sessionkey",
    "authcode",
    "authorizationcode",
    "permanentcode",
    "ticket",
];

fn is_secret(name: &str) -> bool {
    let letters = name.chars().filter(|c| *c != '_').map(|c| c.to_ascii_lowercase());
    let name: String = letters.collect();
    SECRET_NAMES.iter().any(|secret| name.contains(secret))
}

impl fmt::Debug for Map {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut map = f.debug_map();
        for (name, node) in self.iter() {
            if is_secret(name) {
                map.entry(&name, &format_args!("…"));
            } else {
                map.entry(&name, node);
            }
        }
        map.finish()
    }
}

impl Map {
    /// An empty map.
    pub fn new() -> Self {
        Self::default()
    }

    /// The value called `name`, compared byte by byte.
    pub fn get(&self, name: &str) -> Option<&Node> {
        self.0.iter().find(|(key, _)| key == name).map(|(_, node)| node)
    }

    /// The text of the value called `name`.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.get(name).and_then(Node::as_text)
    }

    /// Adds a value, or replaces the one of that name.
    pub fn set(&mut self, name: impl Into<String>, node: impl Into<Node>) {
        let (name, node) = (name.into(), node.into());
        match self.0.iter_mut().find(|(key, _)| *key == name) {
            Some((_, old)) => *old = node,
            None => self.0.push((name, node)),
        }
    }

    /// Adds a value the way XML repeats an element: the second of a name makes a list.
    fn repeat(&mut self, name: &str, node: Node) {
        match self.0.iter_mut().find(|(key, _)| key == name) {
            None => self.0.push((name.to_owned(), node)),
            Some((_, Node::List(list))) => list.push(node),
            Some((_, first)) => {
                let before = std::mem::replace(first, Node::Null);
                *first = Node::List(vec![before, node]);
            }
        }
    }

    /// Names and values in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Node)> {
        self.0.iter().map(|(name, node)| (name.as_str(), node))
    }

    /// How many names there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Reads a body, telling XML from JSON by its first character.
    ///
    /// # Errors
    /// [`ErrorKind::Parse`] if it is neither, is not well-formed, has a document type declaration,
    /// nests deeper than [`MAX_DEPTH`] or holds more than [`MAX_NODES`] values.
    pub fn parse(body: &str) -> Result<(Self, Format), Error> {
        Self::parse_with(body, Rigour::Lenient)
    }

    /// Reads a body as the platform reads answers: XML 1.0 with the root `xml`, or JSON, and
    /// nothing that is merely like them.
    ///
    /// # Errors
    /// As [`parse`](Self::parse), and [`ErrorKind::Parse`] for everything that is not well-formed,
    /// however clear its meaning.
    pub(crate) fn parse_strictly(body: &str) -> Result<(Self, Format), Error> {
        Self::parse_with(body, Rigour::Strict)
    }

    fn parse_with(body: &str, rigour: Rigour) -> Result<(Self, Format), Error> {
        let body = body.trim_start_matches('\u{feff}');
        match Format::sniff(body) {
            Some(Format::Xml) => Ok((xml::parse(body, rigour)?, Format::Xml)),
            Some(Format::Json) => Ok((json::parse(body, rigour)?, Format::Json)),
            None => Err(parse_error("the body is neither XML (`<xml>…`) nor JSON (`{…}`)")),
        }
    }

    /// Writes the body: `<xml>…</xml>` with texts in CDATA sections, or a JSON object without
    /// `\u` escapes where none are needed.
    ///
    /// XML 1.0 has no way to say some characters: the control characters other than tab, line feed
    /// and carriage return, U+FFFE and U+FFFF. They are left out there, as are characters that
    /// cannot stand in the name of an element; JSON keeps them all.
    pub fn write(&self, format: Format) -> String {
        match format {
            Format::Xml => write::xml(self),
            Format::Json => write::json(self),
        }
    }
}

impl<K: Into<String>, V: Into<Node>> FromIterator<(K, V)> for Map {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(pairs: I) -> Self {
        let mut map = Self::new();
        for (name, node) in pairs {
            map.set(name, node);
        }
        map
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
