//! How the repeats of a push look: the platform writes the same message again, with its fields in
//! another order and other blanks between them, so that no bot can tell repeats by their bytes.

use weixin_protocol::{Format, Map, Node};

use crate::ids::Ids;

/// What may stand between two fields.
const BLANKS: [&str; 5] = ["\n", " ", "\r\n", "\n  ", "\t"];

/// Writes a body as it is written in a repeat. What it holds is the same as that of
/// [`Map::write`].
pub(super) fn write_again(map: &Map, format: Format, ids: &mut Ids) -> String {
    let fields = reordered(map, ids);
    let (open, between, close) = match format {
        Format::Xml => ("<xml>", "", "</xml>"),
        Format::Json => ("{", ",", "}"),
    };
    let mut body = open.to_owned();
    for (index, (name, node)) in fields.iter().enumerate() {
        if index > 0 {
            body.push_str(between);
        }
        body.push_str(ids.pick(&BLANKS));
        let field = Map::from_iter([(name, node.clone())]).write(format);
        let field = field.strip_prefix(open).and_then(|field| field.strip_suffix(close));
        body.push_str(field.unwrap_or_default());
    }
    body.push_str(ids.pick(&BLANKS));
    body.push_str(close);
    body
}

/// The same fields in another order, at every depth. Lists keep theirs: it means something.
fn reordered(map: &Map, ids: &mut Ids) -> Map {
    let before: Vec<&str> = map.iter().map(|(name, _)| name).collect();
    let mut fields: Vec<(&str, Node)> =
        map.iter().map(|(name, node)| (name, reordered_node(node, ids))).collect();
    ids.shuffle(&mut fields);
    // With few fields the order may have come out as it was.
    if fields.iter().map(|(name, _)| *name).eq(before.iter().copied()) && !fields.is_empty() {
        fields.rotate_left(1);
    }
    Map::from_iter(fields)
}

fn reordered_node(node: &Node, ids: &mut Ids) -> Node {
    match node {
        Node::Map(map) => Node::Map(reordered(map, ids)),
        Node::List(list) => Node::List(list.iter().map(|node| reordered_node(node, ids)).collect()),
        leaf => leaf.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use weixin_protocol::Inbound;

    const PUSH: &str = "<xml><ToUserName><![CDATA[gh_1]]></ToUserName>\
        <FromUserName><![CDATA[o1]]></FromUserName><CreateTime>1</CreateTime>\
        <MsgType><![CDATA[event]]></MsgType><Event><![CDATA[pic_weixin]]></Event>\
        <MessageContent><![CDATA[ <b> ]]]]><![CDATA[> & \"q\" ]]></MessageContent>\
        <SendPicsInfo><Count>2</Count><PicList><item><Sum>b</Sum></item><item><Sum>a</Sum></item>\
        </PicList></SendPicsInfo></xml>";

    #[test]
    fn a_repeat_looks_different_and_says_the_same() {
        let mut ids = Ids::new();
        for format in [Format::Xml, Format::Json] {
            let push = Inbound::from_fields(Map::parse(PUSH).unwrap().0, format);
            let first = push.write(format);
            for _ in 0..100 {
                let again = write_again(push.fields(), format, &mut ids);
                assert_ne!(first, again);
                let read = Inbound::parse(&again).unwrap();
                assert_ne!(names(&push), names(&read), "{again}");
                assert_eq!(push.id(), read.id(), "{again}");
                assert_eq!(
                    push.fields().get("MessageContent"),
                    read.fields().get("MessageContent")
                );
            }
        }
    }

    #[test]
    fn a_body_of_one_field_or_none_only_gets_blanks() {
        let mut ids = Ids::new();
        for fields in [Map::new(), Map::from_iter([("Encrypt", "x")])] {
            for format in [Format::Xml, Format::Json] {
                let again = write_again(&fields, format, &mut ids);
                assert_ne!(again, fields.write(format));
                assert_eq!(Map::parse(&again).unwrap().0, fields, "{again}");
            }
        }
    }

    #[test]
    fn the_same_source_writes_the_same() {
        let fields = Map::parse(PUSH).unwrap().0;
        let write = || write_again(&fields, Format::Xml, &mut Ids::seeded(7));
        assert_eq!(write(), write());
    }

    proptest::proptest! {
        #[test]
        fn any_fields_are_the_same_in_a_repeat(
            fields in proptest::collection::vec(("[A-Za-z]{1,9}", ".{0,40}"), 0..12),
            nested in proptest::collection::vec(("[A-Za-z]{1,9}", ".{0,40}"), 0..4),
            seed: u64,
        ) {
            let mut map = Map::from_iter(fields);
            map.set("Nested", Map::from_iter(nested));
            for format in [Format::Xml, Format::Json] {
                let again = write_again(&map, format, &mut Ids::seeded(seed));
                let read = |body: &str| sorted(&Map::parse(body).unwrap().0);
                assert_eq!(read(&map.write(format)), read(&again), "{again}");
            }
        }
    }

    fn sorted(map: &Map) -> Vec<(String, Node)> {
        let node = |node: &Node| match node {
            Node::Map(map) => Node::Map(Map::from_iter(sorted(map))),
            other => other.clone(),
        };
        let fields = map.iter().map(|(name, value)| (name.to_owned(), node(value)));
        let mut fields: Vec<_> = fields.collect();
        fields.sort_by(|(one, _), (other, _)| one.cmp(other));
        fields
    }

    fn names(push: &Inbound) -> Vec<&str> {
        push.fields().iter().map(|(name, _)| name).collect()
    }
}
