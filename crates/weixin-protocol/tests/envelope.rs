//! The strict reader of the outside against the lenient reader of everything, and our reader of
//! JSON against serde_json.

#![allow(clippy::unwrap_used)]

use proptest::prelude::*;
use weixin_protocol::{EncryptedEnvelope, Format, Map, Node};

/// Both must see the same where both see something.
fn agree(body: &[u8]) -> Result<(), TestCaseError> {
    let Ok(outside) = EncryptedEnvelope::read(body) else { return Ok(()) };
    let Ok((fields, format)) = Map::parse(&String::from_utf8_lossy(body)) else { return Ok(()) };
    prop_assert_eq!(outside.format, format);
    let seen = [
        ("Encrypt", Some(&outside.encrypt)),
        ("ToUserName", outside.to_user_name.as_ref()),
        ("AppId", outside.app_id.as_ref()),
        ("AgentID", outside.agent_id.as_ref()),
    ];
    for (name, value) in seen {
        prop_assert_eq!(fields.text(name), value.map(|value| &**value), "{}", name);
    }
    let known = |name: &str| seen.iter().any(|(known, _)| *known == name);
    let others = fields.iter().any(|(name, _)| !known(name));
    prop_assert_eq!(outside.has_other_fields, others);
    Ok(())
}

fn text() -> impl Strategy<Value = String> {
    let special = prop::sample::select(vec![
        '"', '\\', '/', '<', '>', '&', ']', '[', '{', '}', '\'', '\n', '\u{7f}', ',', ':', ' ',
    ]);
    let any =
        any::<char>().prop_filter("in XML", |c| *c >= ' ' && !matches!(c, '\u{fffe}' | '\u{ffff}'));
    prop::collection::vec(prop_oneof![special, any], 0..12).prop_map(String::from_iter)
}

fn name() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec!["ToUserName", "Encrypt", "AgentID", "a"]);
    prop_oneof![known.prop_map(str::to_owned), "[A-Za-z_][A-Za-z0-9_]{0,8}"]
}

fn tree() -> impl Strategy<Value = Node> {
    let leaf = prop_oneof![
        text().prop_map(Node::Text),
        any::<i32>().prop_map(Node::number),
        any::<bool>().prop_map(Node::Bool),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec((name(), inner.clone()), 0..4)
                .prop_map(|pairs| Node::Map(Map::from_iter(pairs))),
            prop::collection::vec(inner, 0..4).prop_map(Node::List),
        ]
    })
}

/// The fields of an envelope as the platform sends it, in any order, with anything beside them.
fn envelope() -> impl Strategy<Value = Map> {
    let others = prop::collection::vec(("[B-Z][a-z]{0,6}", tree()), 0..5);
    let position = any::<prop::sample::Index>();
    ("[A-Za-z0-9+/]{0,64}={0,2}", "[a-z0-9_]{1,20}", any::<u32>(), others, position).prop_map(
        |(encrypt, to, agent, others, position)| {
            let mut pairs: Vec<(String, Node)> = others;
            let at = position.index(pairs.len() + 1);
            pairs.insert(at, ("Encrypt".to_owned(), Node::Text(encrypt)));
            pairs.push(("AgentID".to_owned(), Node::number(agent)));
            pairs.insert(0, ("ToUserName".to_owned(), Node::Text(to)));
            Map::from_iter(pairs)
        },
    )
}

/// What both formats are made of, in any order.
fn soup() -> impl Strategy<Value = String> {
    let xml = prop::sample::select(vec![
        "<xml>",
        "</xml>",
        "<Encrypt>",
        "</Encrypt>",
        "<Encrypt/>",
        "<a>",
        "</a>",
        "<a/>",
        "<a b='>'>",
        "<![CDATA[",
        "]]>",
        "<!--",
        "-->",
        "<?",
        "?>",
        "<!DOCTYPE",
        "A",
        " ",
        "&amp;",
        "&",
        "\r\n",
        "<ToUserName>gh</ToUserName>",
        "<AgentID>1</AgentID>",
        ">",
        "</Encrypt >",
        "\u{3000}",
    ]);
    let json = prop::sample::select(vec![
        "{",
        "}",
        "[",
        "]",
        ":",
        ",",
        "\"Encrypt\":\"A\"",
        "\"Encrypt\"",
        "\"a\"",
        "\"",
        "\\",
        "\\u0041",
        "\"\\u0045ncrypt\":\"B\"",
        "null",
        "true",
        "-1.5e3",
        "01",
        " ",
        "\"AgentID\":2",
        "\\ud83d",
        "\\ude00",
        "\u{1}",
        "\\/",
    ]);
    let beginning = prop::sample::select(vec!["", "<xml>", "{", "{\"a\":", "<xml><Encrypt>"]);
    let end = prop::sample::select(vec![
        "",
        "</xml>",
        "}",
        "<Encrypt>B</Encrypt></xml>",
        ",\"Encrypt\":\"C\"}",
    ]);
    let middle = prop_oneof![
        prop::collection::vec(xml, 0..14).prop_map(|parts| parts.concat()),
        prop::collection::vec(json, 0..14).prop_map(|parts| parts.concat()),
    ];
    (beginning, middle, end)
        .prop_map(|(beginning, middle, end)| format!("{beginning}{middle}{end}"))
}

fn value(node: &Node) -> serde_json::Value {
    match node {
        Node::Text(text) => text.as_str().into(),
        Node::Number(digits) => serde_json::from_str(digits).unwrap(),
        Node::Bool(is) => (*is).into(),
        Node::Null => serde_json::Value::Null,
        Node::List(list) => list.iter().map(value).collect(),
        Node::Map(map) => object(map),
    }
}

fn object(map: &Map) -> serde_json::Value {
    let fields = map.iter().map(|(name, node)| (name.to_owned(), value(node)));
    serde_json::Value::Object(fields.collect())
}

proptest! {
    #[test]
    fn every_well_formed_envelope_is_read(map in envelope(), xml in any::<bool>()) {
        let body = map.write(if xml { Format::Xml } else { Format::Json });
        let outside = EncryptedEnvelope::read(body.as_bytes())?;
        prop_assert_eq!(Some(&*outside.encrypt), map.text("Encrypt"));
        prop_assert_eq!(outside.to_user_name.as_deref(), map.text("ToUserName"));
        prop_assert_eq!(outside.agent_id.as_deref(), map.text("AgentID"));
        prop_assert!(Map::parse(&body).is_ok());
        agree(body.as_bytes())?;
    }

    #[test]
    fn both_readers_see_the_same(body in soup()) {
        agree(body.as_bytes())?;
    }

    #[test]
    fn no_bytes_make_the_reader_panic(bytes in any::<Vec<u8>>(), body in soup(), at in any::<prop::sample::Index>()) {
        let _ = EncryptedEnvelope::read(&bytes);
        let mut body = body.into_bytes();
        let at = at.index(body.len() + 1);
        body.splice(at..at, bytes.into_iter().take(4));
        agree(&body)?;
    }

    #[test]
    fn json_is_read_as_serde_json_reads_it(body in soup(), map in envelope()) {
        for body in [body, map.write(Format::Json)] {
            let Ok((read, Format::Json)) = Map::parse(&body) else {
                // What they reject and we take is mended: raw control characters, half characters.
                let theirs = serde_json::from_str::<serde_json::Map<String, serde_json::Value>>(&body);
                prop_assert!(theirs.is_err() || Format::sniff(&body) != Some(Format::Json), "{}", body);
                continue;
            };
            match serde_json::from_str::<serde_json::Value>(&body) {
                Ok(theirs) => prop_assert_eq!(object(&read), theirs),
                Err(_) => prop_assert!(
                    body.contains(|c: char| c < ' ') || body.contains("\\ud83d") || body.contains("\\ude00"),
                    "{}", body
                ),
            }
        }
    }

    /// Names are found by their hash above 32, and the order stays.
    #[test]
    fn a_map_of_any_size_keeps_names_and_order(
        pairs in prop::collection::vec(("[a-d]{1,4}", any::<u16>()), 0..200),
    ) {
        let map = Map::from_iter(pairs.iter().map(|(name, value)| (name.clone(), Node::number(*value))));
        let mut wanted: Vec<(String, String)> = Vec::new();
        for (name, value) in &pairs {
            match wanted.iter_mut().find(|(known, _)| known == name) {
                Some((_, old)) => *old = value.to_string(),
                None => wanted.push((name.clone(), value.to_string())),
            }
        }
        let found = map.iter().map(|(name, node)| (name.to_owned(), node.as_text().unwrap().to_owned()));
        prop_assert_eq!(found.collect::<Vec<_>>(), wanted.clone());
        prop_assert!(wanted.iter().all(|(name, value)| map.text(name) == Some(value)));
        prop_assert_eq!(map.text("e"), None);

        // XML repeats an element where JSON replaces a value.
        let elements = pairs.iter().map(|(name, value)| format!("<{name}>{value}</{name}>"));
        let (read, _) = Map::parse(&format!("<xml>{}</xml>", elements.collect::<String>()))?;
        prop_assert_eq!(read.len(), wanted.len());
        for (name, node) in read.iter() {
            let sent: Vec<_> =
                pairs.iter().filter(|(known, _)| known == name).map(|(_, value)| Node::Text(value.to_string())).collect();
            let sent = if sent.len() == 1 { sent[0].clone() } else { Node::List(sent) };
            prop_assert_eq!(node, &sent);
        }
    }
}
