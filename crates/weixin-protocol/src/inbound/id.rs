//! What all repeats of a push have in common.

use super::Inbound;
use crate::{Node, Signature, tree::Map};

/// Tells one push from another: the same for all repeats of a push, different for any two pushes
/// to one account.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PushId(String);

impl PushId {
    /// An id that whoever brings a push gives it.
    pub fn new(id: impl Into<String>) -> Self {
        Self(id.into())
    }

    /// The id as text: letters, digits and a few signs, at most about 100 characters.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for PushId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl Inbound {
    /// What all repeats of this push have in common. Messages are told apart by `MsgId` and
    /// sender. Events have no id: they are told apart by a digest of all fields, because a sender
    /// may well do two things in one second.
    pub fn id(&self) -> PushId {
        if let Some(msg_id) = &self.header.msg_id {
            return PushId([msg_id, "@", self.header.from.as_str()].concat());
        }
        let mut canonical = String::new();
        canonical_map(&self.fields, &mut canonical);
        let digest = Signature::of([&canonical]);
        PushId(format!("{digest}@{}", self.header.from))
    }
}

/// A form that does not change when a repeat is written with other blanks or in another order.
fn canonical_map(map: &Map, out: &mut String) {
    let mut entries: Vec<_> = map.iter().collect();
    entries.sort_by_key(|(name, _)| *name);
    for (name, node) in entries {
        out.push_str(name);
        canonical_node(node, out);
    }
}

fn canonical_node(node: &Node, out: &mut String) {
    match node {
        Node::Map(map) => {
            out.push('{');
            canonical_map(map, out);
            out.push('}');
        }
        Node::List(list) => {
            out.push('[');
            list.iter().for_each(|item| canonical_node(item, out));
            out.push(']');
        }
        leaf => {
            // Lengths keep `a` + `bc` and `ab` + `c` apart.
            let text = leaf.as_text().unwrap_or_default().trim();
            out.push_str(&format!("={}:{text};", text.len()));
        }
    }
}
