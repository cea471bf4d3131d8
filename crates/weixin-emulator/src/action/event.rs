//! Events without a type of their own, and lookup of menu buttons.

use serde_json::Value;
use weixin_protocol::{Format, Header, Inbound, Map, Node};

/// Builds an event with arbitrary fields.
pub(super) fn raw(header: &Header, event: &str, given: &serde_json::Map<String, Value>) -> Inbound {
    let mut fields = Map::new();
    fields.set("ToUserName", header.to.as_str());
    fields.set("FromUserName", header.from.as_str());
    fields.set("CreateTime", Node::number(header.created));
    fields.set("MsgType", "event");
    fields.set("Event", event);
    for (name, value) in given {
        fields.set(name, node(value));
    }
    if let Some(agent) = header.agent_id {
        fields.set("AgentID", Node::number(agent));
    }
    Inbound::from_fields(fields, Format::Xml)
}

fn node(value: &Value) -> Node {
    match value {
        Value::Null => Node::Null,
        Value::Bool(value) => Node::Bool(*value),
        Value::Number(number) => Node::Number(number.to_string()),
        Value::String(text) => Node::Text(text.clone()),
        Value::Array(items) => Node::List(items.iter().map(node).collect()),
        Value::Object(fields) => {
            Node::Map(fields.iter().map(|(name, value)| (name.clone(), node(value))).collect())
        }
    }
}

/// Finds the first button, at any level of the menu, with a text field that matches.
pub(crate) fn find_button<'m>(
    menu: &'m [Value],
    matches: &impl Fn(&str, &str) -> bool,
) -> Option<&'m Value> {
    menu.iter().find_map(|button| {
        let fields = button.as_object()?;
        let texts = fields.iter().filter_map(|(name, value)| Some((name, value.as_str()?)));
        if texts.into_iter().any(|(name, text)| matches(name, text)) {
            return Some(button);
        }
        find_button(fields.get("sub_button")?.as_array()?, matches)
    })
}
