//! Named values.

use std::{collections::HashMap, fmt};

use super::{Format, Node, Rigour, json, name::Name, parse_error, write, xml};
use crate::Error;

/// Above this number of names they are looked up by hash. Nearly every push has fewer.
const INDEXED_ABOVE: usize = 32;

/// Named values in the order in which they were sent. Each name occurs once: repeated XML elements
/// are a [`Node::List`].
///
/// `Debug` hides the values of names that suggest a secret, such as tickets, tokens and
/// authorization codes.
#[derive(Clone, Default)]
pub struct Map {
    entries: Vec<(Name, Node)>,
    /// The index in `entries` of each name, once there are more than [`INDEXED_ABOVE`].
    #[expect(
        clippy::box_collection,
        reason = "most maps have none, and each node takes a map's size"
    )]
    index: Option<Box<HashMap<Box<str>, usize>>>,
}

impl PartialEq for Map {
    fn eq(&self, other: &Self) -> bool {
        self.entries == other.entries
    }
}

/// If a name contains one of these, in lower case, its value must not be logged.
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
        self.position(name).map(|at| &self.entries[at].1)
    }

    /// The text of the value called `name`.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.get(name).and_then(Node::as_text)
    }

    /// Adds a value, or replaces the one with that name.
    pub fn set(&mut self, name: impl AsRef<str>, node: impl Into<Node>) {
        let (name, node) = (name.as_ref(), node.into());
        match self.position(name) {
            Some(at) => self.entries[at].1 = node,
            None => self.push(Name::of(name), node),
        }
    }

    /// Adds a value as XML repeats an element: a second value with a name makes a list.
    pub(super) fn repeat(&mut self, name: Name, node: Node) {
        match self.position(name.as_str()).map(|at| &mut self.entries[at].1) {
            None => self.push(name, node),
            Some(Node::List(list)) => list.push(node),
            Some(first) => {
                let before = std::mem::replace(first, Node::Null);
                *first = Node::List(vec![before, node]);
            }
        }
    }

    fn position(&self, name: &str) -> Option<usize> {
        match &self.index {
            Some(index) => index.get(name).copied(),
            None => self.entries.iter().position(|(key, _)| key.as_str() == name),
        }
    }

    /// Adds a name that is not in the map yet.
    fn push(&mut self, name: Name, node: Node) {
        let at = self.entries.len();
        match &mut self.index {
            Some(index) => {
                index.insert(name.as_str().into(), at);
            }
            None if at == INDEXED_ABOVE => {
                let names = self.entries.iter().map(|(key, _)| key.as_str());
                let names = names.chain([name.as_str()]).map(Box::from).zip(0..);
                self.index = Some(Box::new(names.collect()));
            }
            None => {}
        }
        if at == 0 {
            // A push usually has about seven.
            self.entries.reserve_exact(8);
        }
        self.entries.push((name, node));
    }

    /// Names and values in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Node)> {
        self.entries.iter().map(|(name, node)| (name.as_str(), node))
    }

    /// The same, with names that know whether they are common.
    pub(super) fn entries(&self) -> &[(Name, Node)] {
        &self.entries
    }

    /// The text of the value at this position, in the order of [`iter`](Self::iter).
    pub(crate) fn text_at(&self, position: usize) -> Option<&str> {
        self.entries.get(position).and_then(|(_, node)| node.as_text())
    }

    /// How many names there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether the map is empty.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Parses a body; the first character tells XML from JSON.
    ///
    /// # Errors
    /// [`ErrorKind::Parse`](crate::ErrorKind::Parse) if it is neither, is not well-formed, has a document type declaration,
    /// nests deeper than [`MAX_DEPTH`](crate::MAX_DEPTH) or holds more than
    /// [`MAX_NODES`](crate::MAX_NODES) values.
    pub fn parse(body: &str) -> Result<(Self, Format), Error> {
        Self::parse_with(body, Rigour::Lenient)
    }

    /// Parses a body as the platform parses answers: XML 1.0 with the root `xml`, or JSON, without
    /// any leniency.
    ///
    /// # Errors
    /// As [`parse`](Self::parse), and [`ErrorKind::Parse`](crate::ErrorKind::Parse) for everything
    /// that is not well-formed, however clear its meaning.
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
    /// XML 1.0 cannot represent some characters: the control characters other than tab, line feed
    /// and carriage return, U+FFFE and U+FFFF. They are left out in XML, as are characters that may
    /// not occur in the name of an element; JSON keeps them all.
    pub fn write(&self, format: Format) -> String {
        match format {
            Format::Xml => write::xml(self),
            Format::Json => write::json(self),
        }
    }
}

impl<K: AsRef<str>, V: Into<Node>> FromIterator<(K, V)> for Map {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(pairs: I) -> Self {
        let mut map = Self::new();
        for (name, node) in pairs {
            map.set(name, node);
        }
        map
    }
}
