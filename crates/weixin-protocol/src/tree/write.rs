//! Writes the tree as XML and JSON.

use std::borrow::Cow;

use serde_json::value::RawValue;

use super::{
    Format, Map, Node,
    name::Name,
    xml10::{is_char, is_name_char, is_name_start},
};

/// A value in a [`document`].
#[derive(Debug, Clone, Copy)]
pub(crate) enum Value<'a> {
    /// Any text.
    Text(&'a str),
    Number(&'a str),
}

/// Writes a document without a tree: what a [`Map`] of the same values would be written as.
pub(crate) fn document(format: Format, fields: &[(&'static str, Value<'_>)]) -> String {
    let length = |value: &Value<'_>| match value {
        Value::Text(text) | Value::Number(text) => text.len() + 64,
    };
    let capacity = fields.iter().map(|(_, value)| length(value)).sum();
    let mut out = String::with_capacity(capacity);
    match format {
        Format::Xml => {
            out.push_str("<xml>");
            for (name, value) in fields {
                let name = Name::Common(name);
                tag(&mut out, "<", &name);
                match value {
                    Value::Text(text) => cdata(&mut out, text),
                    Value::Number(number) => escaped(&mut out, number),
                }
                tag(&mut out, "</", &name);
            }
            out.push_str("</xml>");
        }
        Format::Json => {
            for (index, (name, value)) in fields.iter().enumerate() {
                out.push(if index == 0 { '{' } else { ',' });
                string(&mut out, name);
                out.push(':');
                match value {
                    Value::Text(text) => string(&mut out, text),
                    Value::Number(number) => out.push_str(number),
                }
            }
            out.push('}');
        }
    }
    out
}

pub(super) fn xml(map: &Map) -> String {
    let mut out = String::with_capacity(capacity(map));
    out.push_str("<xml>");
    children(&mut out, map);
    out.push_str("</xml>");
    out
}

/// About the length of a document, so that a long text is not copied while the document grows.
fn capacity(map: &Map) -> usize {
    let texts = map.iter().map(|(_, node)| node.as_text().map_or(0, str::len));
    512 + texts.sum::<usize>()
}

fn children(out: &mut String, map: &Map) {
    for (name, node) in map.entries() {
        match node {
            Node::List(list) => list.iter().for_each(|item| element(out, name, item)),
            node => element(out, name, node),
        }
    }
}

fn element(out: &mut String, name: &Name, node: &Node) {
    tag(out, "<", name);
    match node {
        Node::Text(text) => cdata(out, text),
        Node::Number(number) => escaped(out, number),
        Node::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
        Node::Null => {}
        Node::Map(map) => children(out, map),
        // A list in a list has no XML form of its own; its items are wrapped in `item`, as the
        // platform does.
        Node::List(list) => {
            list.iter().for_each(|item| element(out, &Name::Common("item"), item));
        }
    }
    tag(out, "</", name);
}

/// Names may come from JSON keys: characters that may not occur in an element's name are left out.
fn tag(out: &mut String, start: &str, name: &Name) {
    out.push_str(start);
    match name {
        // Common names are letters.
        Name::Common(name) => out.push_str(name),
        Name::Other(name) if name.bytes().all(|byte| byte.is_ascii_alphabetic()) => {
            out.push_str(if name.is_empty() { "_" } else { name });
        }
        Name::Other(name) => {
            let mut name = name.chars().filter(|c| is_name_char(*c)).peekable();
            if name.peek().is_none_or(|first| !is_name_start(*first)) {
                out.push('_');
            }
            out.extend(name);
        }
    }
    out.push('>');
}

/// Writes a CDATA section. `]]>` would end it, so that is split over two sections.
fn cdata(out: &mut String, text: &str) {
    // This comes first: a character that is left out may have separated `]]` and `>`.
    let text = legal(text);
    out.push_str("<![CDATA[");
    if memchr::memchr(b']', text.as_bytes()).is_none() {
        out.push_str(&text);
        out.push_str("]]>");
        return;
    }
    let mut parts = text.split("]]>");
    out.push_str(parts.next().unwrap_or_default());
    for part in parts {
        out.push_str("]]]]><![CDATA[>");
        out.push_str(part);
    }
    out.push_str("]]>");
}

/// The text without the characters that XML 1.0 does not allow: one of them would make the platform
/// reject the whole answer.
fn legal(text: &str) -> Cow<'_, str> {
    // The two characters above the control characters that are not allowed begin with this byte.
    const NON_CHARACTER: u8 = 0xef;
    let plain = |byte: u8| {
        (byte >= b' ') & (byte != NON_CHARACTER)
            | (byte == b'\t')
            | (byte == b'\n')
            | (byte == b'\r')
    };
    // Without an early end, the compiler uses vector instructions.
    if text.bytes().fold(true, |all, byte| all & plain(byte)) || text.chars().all(is_char) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.chars().filter(|c| is_char(*c)).collect())
    }
}

fn escaped(out: &mut String, text: &str) {
    if text.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return out.push_str(text);
    }
    for character in text.chars().filter(|c| is_char(*c)) {
        match character {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            other => out.push(other),
        }
    }
}

pub(super) fn json(map: &Map) -> String {
    let mut out = String::with_capacity(capacity(map));
    object(&mut out, map);
    out
}

fn object(out: &mut String, map: &Map) {
    out.push('{');
    for (index, (name, node)) in map.iter().enumerate() {
        if index > 0 {
            out.push(',');
        }
        string(out, name);
        out.push(':');
        value(out, node);
    }
    out.push('}');
}

fn value(out: &mut String, node: &Node) {
    match node {
        Node::Text(text) => string(out, text),
        // Written as a number only if it is one; `Number` is public and may contain anything.
        Node::Number(number) if is_number(number) => out.push_str(number),
        Node::Number(text) => string(out, text),
        Node::Bool(true) => out.push_str("true"),
        Node::Bool(false) => out.push_str("false"),
        Node::Null => out.push_str("null"),
        Node::Map(map) => object(out, map),
        Node::List(list) => {
            out.push('[');
            for (index, item) in list.iter().enumerate() {
                if index > 0 {
                    out.push(',');
                }
                value(out, item);
            }
            out.push(']');
        }
    }
}

/// Whether this is a JSON number, of any size and precision.
fn is_number(text: &str) -> bool {
    text.starts_with(|first: char| first == '-' || first.is_ascii_digit())
        && serde_json::from_str::<&RawValue>(text).is_ok_and(|raw| raw.get() == text)
}

fn string(out: &mut String, text: &str) {
    let plain = |byte: u8| (byte >= b' ') & (byte != b'"') & (byte != b'\\');
    if text.bytes().fold(true, |all, byte| all & plain(byte)) {
        out.push('"');
        out.push_str(text);
        out.push('"');
        return;
    }
    // Serializing a string cannot fail; serde_json escapes only what it must.
    out.push_str(&serde_json::to_string(text).unwrap_or_default());
}
