//! JSON into the tree, on serde_json's parser.

use std::{borrow::Cow, fmt};

use serde::{
    Deserialize, Deserializer,
    de::{MapAccess, Visitor},
};
use serde_json::value::RawValue;

use super::{
    MAX_DEPTH, MAX_NODES, Map, Node, Rigour, lenient_json, parse_error, too_deep, too_many,
};
use crate::Error;

/// Reads a JSON object.
pub(super) fn parse(document: &str, rigour: Rigour) -> Result<Map, Error> {
    match parse_strict(document) {
        Ok(map) => Ok(map),
        Err(error) if rigour == Rigour::Strict => Err(error),
        // Nicknames may carry raw control characters, which JSON forbids.
        Err(error) => parse_strict(&lenient_json(document)).map_err(|_| error),
    }
}

fn parse_strict(document: &str) -> Result<Map, Error> {
    match (Reader { nodes: 0 }).node(document.trim(), 0)? {
        Node::Map(map) => Ok(map),
        _ => Err(parse_error("the JSON is not an object")),
    }
}

/// Reads level by level: each value is first taken as the text it stands in, because a number must
/// keep its digits, and the usual visitors hand over an `f64`.
struct Reader {
    nodes: usize,
}

impl Reader {
    fn node(&mut self, text: &str, depth: usize) -> Result<Node, Error> {
        self.nodes += 1;
        if self.nodes > MAX_NODES {
            return Err(too_many());
        }
        if depth > MAX_DEPTH {
            return Err(too_deep());
        }
        Ok(match text.as_bytes().first() {
            Some(b'{') => {
                let Entries(entries) = json(text)?;
                let mut map = Map::new();
                for (name, value) in entries {
                    map.set(name, self.node(value.get(), depth + 1)?);
                }
                Node::Map(map)
            }
            Some(b'[') => {
                let items: Vec<&RawValue> = json(text)?;
                let items = items.into_iter().map(|item| self.node(item.get(), depth + 1));
                Node::List(items.collect::<Result<_, _>>()?)
            }
            Some(b'"') => Node::Text(json(text)?),
            Some(b't' | b'f') => Node::Bool(json(text)?),
            Some(b'n') => {
                json::<()>(text)?;
                Node::Null
            }
            // Everything else is a number, or not JSON at all.
            _ => Node::Number(json::<&RawValue>(text)?.get().to_owned()),
        })
    }
}

fn json<'a, T: Deserialize<'a>>(text: &'a str) -> Result<T, Error> {
    serde_json::from_str(text)
        .map_err(|error| parse_error(format!("not well-formed JSON: {error}")))
}

/// An object whose values are not read yet.
struct Entries<'a>(Vec<(Cow<'a, str>, &'a RawValue)>);

impl<'de: 'a, 'a> Deserialize<'de> for Entries<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct EntriesVisitor;

        impl<'de> Visitor<'de> for EntriesVisitor {
            type Value = Entries<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(Entries(entries))
            }
        }

        deserializer.deserialize_map(EntriesVisitor)
    }
}
