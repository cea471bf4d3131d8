//! JSON into the tree, on serde_json's parser.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};

use super::{MAX_DEPTH, MAX_NODES, Map, Node, lenient_json, parse_error};
use crate::Error;

/// Reads a JSON object.
pub(super) fn parse(document: &str) -> Result<Map, Error> {
    match parse_strict(document) {
        Ok(map) => Ok(map),
        // Nicknames may carry raw control characters, which JSON forbids.
        Err(error) => parse_strict(&lenient_json(document)).map_err(|_| error),
    }
}

fn parse_strict(document: &str) -> Result<Map, Error> {
    let mut deserializer = serde_json::Deserializer::from_str(document);
    let mut nodes = 0;
    let seed = NodeSeed { depth: 0, nodes: &mut nodes };
    let node = seed
        .deserialize(&mut deserializer)
        .and_then(|node| deserializer.end().map(|()| node))
        .map_err(|error| parse_error(format!("not well-formed JSON: {error}")))?;
    match node {
        Node::Map(map) => Ok(map),
        _ => Err(parse_error("the JSON is not an object")),
    }
}

struct NodeSeed<'a> {
    depth: usize,
    nodes: &'a mut usize,
}

impl NodeSeed<'_> {
    fn below(&mut self) -> NodeSeed<'_> {
        NodeSeed { depth: self.depth + 1, nodes: self.nodes }
    }
}

impl<'de> DeserializeSeed<'de> for NodeSeed<'_> {
    type Value = Node;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Node, D::Error> {
        *self.nodes += 1;
        if *self.nodes > MAX_NODES {
            return Err(D::Error::custom("more values than any of the platform's messages has"));
        }
        if self.depth > MAX_DEPTH {
            return Err(D::Error::custom("deeper than any of the platform's messages"));
        }
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for NodeSeed<'_> {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any JSON value")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Node, E> {
        Ok(Node::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Node, E> {
        Ok(Node::number(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Node, E> {
        Ok(Node::number(value))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Node, E> {
        Ok(Node::Number(value.to_string()))
    }

    fn visit_str<E>(self, value: &str) -> Result<Node, E> {
        Ok(Node::Text(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<Node, E> {
        Ok(Node::Text(value))
    }

    fn visit_unit<E>(self) -> Result<Node, E> {
        Ok(Node::Null)
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut items: A) -> Result<Node, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(self.below())? {
            list.push(item);
        }
        Ok(Node::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut entries: A) -> Result<Node, A::Error> {
        let mut map = Map::new();
        while let Some(name) = entries.next_key::<String>()? {
            let node = entries.next_value_seed(self.below())?;
            map.set(name, node);
        }
        Ok(Node::Map(map))
    }
}
