//! Checks a push against the declared form of its message or event.
//!
//! The rules are those of [`FromNode`](weixin_protocol::FromNode): all values may be texts, an
//! empty text is a missing value, and a list with one item is written as that item.

use serde_json::{Map as JsonMap, Value};
use weixin_protocol::{Header, Inbound, Map, MessageInfo, Node, Selector};

use super::{Check, Findings, Known, Rules};

/// Checks a push against what is declared of its message or event. Whether the push matches the
/// selector is for the caller to check.
pub fn push(info: &MessageInfo, push: &Inbound) -> Findings {
    let mut check = Check { rules: Rules::Push, ..Check::default() };
    let fields: Vec<_> = info.fields.iter().collect();
    let mut around = json_of(push.fields());
    let inside = match info.group.and_then(|group| around.get_mut(group)) {
        Some(Value::Object(inside)) => Some(std::mem::take(inside)),
        _ => None,
    };
    let mut known = Known { names: Header::NAMES.to_vec(), anything: false };
    known.names.extend(discriminators(&info.selector));
    match (&inside, info.group) {
        (Some(inside), Some(group)) => check.within(group, |check| check.fields(&fields, inside)),
        _ => check.present(&fields, &around, &mut known),
    }
    check.undeclared(&around, &known);
    check.found
}

/// The fields that select a message or event.
fn discriminators(selector: &Selector) -> &'static [&'static str] {
    match selector {
        Selector::Message(_) => &["MsgType"],
        Selector::Notice { change: None, .. } => &["InfoType"],
        Selector::Notice { .. } => &["InfoType", "ChangeType"],
        Selector::Event { change: None, .. } => &["MsgType", "Event"],
        Selector::Event { .. } => &["MsgType", "Event", "ChangeType"],
        _ => &["MsgType", "Event", "InfoType", "ChangeType"],
    }
}

/// The tree of a push as JSON.
fn json_of(map: &Map) -> JsonMap<String, Value> {
    map.iter().map(|(name, node)| (name.to_owned(), value_of(node))).collect()
}

fn value_of(node: &Node) -> Value {
    match node {
        Node::Text(text) | Node::Number(text) => Value::String(text.clone()),
        Node::Bool(truth) => Value::Bool(*truth),
        Node::Null => Value::Null,
        Node::List(list) => Value::Array(list.iter().map(value_of).collect()),
        Node::Map(map) => Value::Object(json_of(map)),
    }
}
