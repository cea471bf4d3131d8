//! Declarations that are written and read.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
#![allow(missing_docs, unreachable_pub, reason = "only the tests use these types")]

use weixin_api::{Endpoint, GroupInfo, TypeInfo, endpoint};
use weixin_catalog::declared::{Declared, ProductGroups, read, write};

/// A button, which can contain buttons.
#[endpoint(part)]
pub struct Button {
    /// Up to 16 characters.
    pub name: String,
    #[serde(default)]
    pub sub_button: Vec<Button>,
}

mod first {
    use super::endpoint;

    #[endpoint(part)]
    pub struct Card {
        pub id: u64,
    }

    /// Creates a menu.
    #[endpoint(POST "/menu/{owner}", title = "创建", scope(official), retry = safe, reply = Card)]
    pub struct Create {
        #[path]
        pub owner: String,
        /// "Quoted",
        /// in two lines.
        pub button: Vec<super::Button>,
    }
}

mod second {
    use super::endpoint;

    #[endpoint(part)]
    pub struct Card {
        pub id: String,
    }

    /// Creates something else.
    #[endpoint(POST "/other", title = "其他", scope(work), reply = Card)]
    pub struct Create {
        pub card: Option<super::first::Card>,
    }
}

fn declared() -> Declared {
    const GROUPS: &[GroupInfo] = &[
        GroupInfo::new("menu", true, &[first::Create::INFO]),
        GroupInfo::new("other", false, &[second::Create::INFO, first::Create::INFO]),
    ];
    Declared::new(vec![ProductGroups::new("official", GROUPS)], Vec::new())
}

#[test]
fn a_line_describes_one_thing_and_types_follow_their_first_use() {
    let text = write(&declared()).unwrap();
    let starts: Vec<_> = text.lines().map(|line| line.split(',').next().unwrap()).collect();
    assert_eq!(
        starts,
        [
            r#"{"product":"official"}"#,
            r#"{"group":{"name":"menu""#,
            r#"{"endpoint":{"name":"Create""#,
            r#"{"struct":{"name":"Button""#,
            r#"{"struct":{"name":"Card""#,
            r#"{"group":{"name":"other""#,
            r#"{"endpoint":{"name":"Create#2""#,
            r#"{"struct":{"name":"Card#2""#,
        ]
    );
    let lines: Vec<_> = text.lines().collect();
    assert!(lines[3].contains(r#""name":"sub_button","type":"list<Button>","optional":true"#));
    assert!(lines[5].contains(r#""endpoints":["Create#2","Create"]"#));
    assert!(lines[6].contains(r#""type":"Card","optional":true"#), "{}", lines[6]);
    assert!(lines[6].ends_with(r#""reply":"Card#2"}}"#), "{}", lines[6]);
}

#[test]
fn what_was_read_is_what_was_written() {
    let text = write(&declared()).unwrap();
    let read = read(text.clone().leak()).unwrap();
    assert_eq!(write(&read).unwrap(), text);
    let endpoints = read.endpoints();
    let names: Vec<_> = endpoints.iter().map(|info| (info.name, info.path)).collect();
    assert_eq!(names, [("Create", "/menu/{owner}"), ("Create", "/other")]);
    let button = &endpoints[0].fields[1].field;
    assert_eq!(button.doc, first::Create::INFO.fields[1].field.doc);
    let TypeInfo::List(item) = button.type_info() else { panic!("a list") };
    let TypeInfo::Struct(info) = item.get() else { panic!("a group of fields") };
    let TypeInfo::List(inner) = info.fields[1].type_info() else { panic!("a list") };
    assert!(std::ptr::eq(inner.get(), item.get()), "a button contains buttons");
    let shared = read.products[0].groups[1].endpoints[1];
    assert!(std::ptr::eq(shared, endpoints[0]), "both groups have the same endpoint");
}

#[test]
fn errors_say_what_is_wrong_and_in_which_line() {
    let problem = |text: &str| read(text.to_owned().leak()).unwrap_err().to_string();
    let group = r#"{"group":{"name":"menu","endpoints":["Create"]}}"#;
    assert_eq!(problem(group), "line 1: a group without a product");
    let product = r#"{"product":"official"}"#;
    assert_eq!(problem(&format!("{product}\n{group}")), r#"unknown endpoint "Create""#);
    let card = r#"{"struct":{"name":"Card","fields":[{"name":"id","type":"Id"}]}}"#;
    assert_eq!(problem(card), r#"unknown type "Id""#);
    let id = r#"{"id":{"name":"Id"}}"#;
    assert!(read(format!("{card}\n{id}").leak()).is_ok());
    assert_eq!(problem(&format!("{card}\n{id}\n{id}")), "line 3: Id is there twice");
    let set = card.replace(r#""type":"Id""#, r#""type":"set<Id>""#);
    assert_eq!(problem(&set), r#"line 1: unknown type "set<Id>""#);
    assert!(problem("{\"struct\"").starts_with("line 1: EOF"));
}

#[test]
fn nothing_in_the_file_is_lost_when_it_is_read() {
    let file = include_str!("../data/declared.jsonl");
    let text = write(&read(file).unwrap()).unwrap();
    for (index, (written, line)) in text.lines().zip(file.lines()).enumerate() {
        assert_eq!(written, line, "line {}", index + 1);
    }
    assert_eq!(text.len(), file.len());
}
