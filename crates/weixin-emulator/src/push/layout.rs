//! The layout of retries: the platform writes the same message with a different order of fields and
//! different whitespace, so that bots cannot detect retries by comparing bytes.

use weixin_protocol::{Format, Map, Node};

use crate::ids::Ids;

/// Whitespace between fields.
const WHITESPACE: [&str; 5] = ["\n", " ", "\r\n", "\n  ", "\t"];

/// Writes the body of a retry. Its content is the same as that of [`Map::write`].
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
        body.push_str(ids.pick(&WHITESPACE));
        let field = Map::from_iter([(name, node.clone())]).write(format);
        let field = field.strip_prefix(open).and_then(|field| field.strip_suffix(close));
        body.push_str(field.unwrap_or_default());
    }
    body.push_str(ids.pick(&WHITESPACE));
    body.push_str(close);
    body
}

/// Reorders fields at every depth. Lists keep their order, which is significant.
fn reordered(map: &Map, ids: &mut Ids) -> Map {
    let before: Vec<&str> = map.iter().map(|(name, _)| name).collect();
    let mut fields: Vec<(&str, Node)> =
        map.iter().map(|(name, node)| (name, reordered_node(node, ids))).collect();
    ids.shuffle(&mut fields);
    // With few fields, the shuffled order may be the original one.
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
        <Content><![CDATA[ <b> ]]]]><![CDATA[> & \"q\" ]]></Content>\
        <SendPicsInfo><Count>2</Count><PicList><item><Sum>b</Sum></item><item><Sum>a</Sum></item>\
        </PicList></SendPicsInfo></xml>";

    #[test]
    fn a_retry_has_a_different_layout_and_the_same_content() {
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
                assert_eq!(push.fields().get("Content"), read.fields().get("Content"));
            }
        }
    }

    #[test]
    fn a_body_with_at_most_one_field_only_gets_whitespace() {
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
    fn the_same_seed_produces_the_same_layout() {
        let fields = Map::parse(PUSH).unwrap().0;
        let write = || write_again(&fields, Format::Xml, &mut Ids::seeded(7));
        assert_eq!(write(), write());
    }

    proptest::proptest! {
        #[test]
        fn retries_preserve_arbitrary_fields(
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
