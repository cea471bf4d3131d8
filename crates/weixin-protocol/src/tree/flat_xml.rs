//! Reads the form that nearly all pushes have, at a fraction of the cost of the full parser.

use super::{MAX_NODES, Map, Node, name::Name};

/// Reads a document of the form
///
/// ```xml
/// <xml><ToUserName><![CDATA[gh_1]]></ToUserName><CreateTime>1700000000</CreateTime></xml>
/// ```
///
/// with whitespace between the elements: each has one CDATA section or a text without references, and no
/// attributes. `None` for every other document, whether it is well-formed or not; the full parser decides
/// about those. Where this one returns a map, the full parser returns the same, which a test checks.
pub(super) fn parse(document: &str) -> Option<Map> {
    let mut rest = document.trim_ascii_start().strip_prefix("<xml>")?;
    let mut map = Map::new();
    // The root is the first node.
    for _ in 1..MAX_NODES {
        let element = rest.trim_ascii_start().strip_prefix('<')?;
        if element.starts_with("/xml>") {
            return Some(map);
        }
        let (name, content) = element.split_at_checked(name_length(element))?;
        let content = content.strip_prefix('>')?;
        let (text, end) = match content.strip_prefix("<![CDATA[") {
            Some(section) => split_at_section_end(section)?,
            None => {
                let (text, end) = content.split_at(memchr::memchr(b'<', content.as_bytes())?);
                if memchr::memchr(b'&', text.as_bytes()).is_some() {
                    return None;
                }
                (if text.trim().is_empty() { "" } else { text }, end)
            }
        };
        rest = end.strip_prefix("</")?.strip_prefix(name)?.strip_prefix('>')?;
        map.repeat(Name::of(name), Node::Text(text.to_owned()));
    }
    None
}

/// How many characters at the beginning are a name. Only the letters that names of the platform consist of
/// are recognized.
fn name_length(text: &str) -> usize {
    let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_';
    if !text.starts_with(|first: char| first.is_ascii_alphabetic()) {
        return 0;
    }
    text.bytes().position(|byte| !is_name(&byte)).unwrap_or(text.len())
}

/// The content of a CDATA section, and what follows it.
fn split_at_section_end(section: &str) -> Option<(&str, &str)> {
    let ends = memchr::memchr_iter(b']', section.as_bytes());
    let end = ends.into_iter().find(|at| section.as_bytes()[*at..].starts_with(b"]]>"))?;
    Some((&section[..end], &section[end + 3..]))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{super::Rigour, *};

    fn piece() -> impl Strategy<Value = String> {
        prop_oneof![
            prop::sample::select(
                &[
                    "<xml>",
                    "</xml>",
                    "<A>",
                    "</A>",
                    "<B>",
                    "</B>",
                    "<![CDATA[",
                    "]]>",
                    "]",
                    "]]",
                    ">",
                    "<",
                    "/",
                    "&",
                    "&lt;",
                    " ",
                    "\n",
                    "\r\n",
                    "\u{3000}",
                    "\u{feff}",
                    "\0",
                    "<A/>",
                    "<!--",
                    "-->",
                    "text",
                    "中",
                    "<A><![CDATA[x]]></A>",
                    "<B>1</B>",
                    "<A a=\"1\">",
                    "<?xml?>",
                    "\"",
                    "<_a>",
                    "</_a>",
                    "<1>",
                    "</1>",
                ][..]
            )
            .prop_map(str::to_owned),
            "\\PC{0,4}",
        ]
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4096))]

        #[test]
        fn what_it_reads_the_full_parser_reads_the_same(pieces in prop::collection::vec(piece(), 0..12)) {
            let inside = format!("<xml>{}</xml>", pieces.concat());
            for document in [pieces.concat(), inside] {
                if let Some(map) = parse(&document) {
                    let full = super::super::xml::parse_fully(&document, Rigour::Lenient);
                    prop_assert_eq!(map, full.expect("well-formed"));
                }
            }
        }
    }

    #[test]
    fn it_reads_a_push() {
        let push = "<xml>\n<ToUserName><![CDATA[gh_1]]></ToUserName>\n<CreateTime>1700000000</CreateTime>\n\
                    <Content><![CDATA[a ]] > & <b>]]></Content>\n<Recognition></Recognition>\n</xml>\n";
        let map = parse(push).expect("the usual form");
        assert_eq!(map.text("Content"), Some("a ]] > & <b>"));
        assert_eq!(map.text("Recognition"), Some(""));
        assert_eq!(map.len(), 4);
    }

    #[test]
    fn it_leaves_other_forms_to_the_full_parser() {
        for document in [
            "<xml><A>1",
            "<xml><A>a&amp;b</A></xml>",
            "<xml><A><B>1</B></A></xml>",
            "<xml><A a='1'>1</A></xml>",
            "<xml><A>1<![CDATA[2]]></A></xml>",
            "<xml><A/></xml>",
            "<root><A>1</A></root>",
            "<xml><!-- c --><A>1</A></xml>",
            "<xml><A>1</B></xml>",
        ] {
            assert_eq!(parse(document), None, "{document}");
        }
    }
}
