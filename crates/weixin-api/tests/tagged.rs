//! Enums whose kind stands in one field and whose content in another.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use proptest::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use weixin_api::{Describe, TaggedEnum, TypeInfo, check, endpoint, lenient};

/// What is sent.
#[derive(Debug, Clone, PartialEq, TaggedEnum)]
#[tagged(tag = "msgtype", rename_all = "lowercase")]
pub enum Message {
    /// A text.
    #[tagged(alias = "words", from)]
    Text(Text),
    /// Pictures.
    #[tagged(rename = "image", key = "images", from)]
    Images(Box<Pictures>),
    /// One picture.
    #[tagged(rename = "image")]
    Picture(Picture),
    /// Its settings may be missing.
    #[tagged(from)]
    Song(Option<Song>),
    /// Nothing.
    Nothing,
    /// Everything else.
    #[tagged(other)]
    Other(Map<String, Value>),
}

/// The same without a place for what is not known.
#[derive(Debug, Clone, PartialEq, TaggedEnum)]
#[tagged(tag = "msgtype", rename_all = "lowercase")]
pub enum Closed {
    /// A text.
    #[tagged(alias = "words")]
    Text(Text),
    /// Pictures.
    #[tagged(rename = "image", key = "images")]
    Images(Box<Pictures>),
    /// One picture.
    #[tagged(rename = "image")]
    Picture(Picture),
    /// Its settings may be missing.
    Song(Option<Song>),
    /// Nothing.
    Nothing,
}

/// A kind that is a number, spelt in other letters than the field with the content.
#[derive(Debug, Clone, PartialEq, TaggedEnum)]
#[tagged(tag = "type", rename_keys = "snake_case")]
pub enum Numbered {
    /// A text.
    #[tagged(rename = 0)]
    PlainText(Text),
    /// A picture.
    #[tagged(rename = 7)]
    Picture(Picture),
}

/// An event whose fields stand beside its name.
#[derive(Debug, Clone, PartialEq, TaggedEnum)]
#[tagged(tag = "event", rename_all = "snake_case", flat)]
pub enum Event {
    /// Somebody said something.
    WasSaid(Text),
    /// It is over.
    Over,
    /// Everything else.
    #[tagged(other)]
    Other(Map<String, Value>),
}

/// A text.
#[endpoint(part)]
pub struct Text {
    /// The words.
    pub content: String,
    /// How often.
    pub times: Option<u8>,
}

/// Pictures.
#[endpoint(part)]
pub struct Pictures {
    /// The files.
    pub ids: Vec<String>,
}

/// A picture.
#[endpoint(part)]
pub struct Picture {
    /// The file.
    pub id: String,
}

/// A song.
#[endpoint(part)]
pub struct Song {
    /// The name.
    pub name: String,
}

/// Beside others.
#[endpoint(part)]
pub struct Outer {
    /// The receiver.
    pub to: String,
    /// What is sent.
    #[serde(flatten)]
    pub message: Message,
    /// Whether it is urgent.
    #[serde(with = "weixin_api::bool_as_int")]
    pub urgent: bool,
}

/// A field and a list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Describe)]
struct Places {
    one: Closed,
    all: Vec<Message>,
}

/// Reads, and writes what was read.
fn read<T: serde::de::DeserializeOwned + Serialize>(value: Value) -> (T, Value) {
    let read: T = lenient::from_value(value).unwrap();
    let written = serde_json::to_value(&read).unwrap();
    (read, written)
}

#[test]
fn the_kind_names_the_field_with_the_content() {
    let text = Message::from(Text::new("hi"));
    let cases = [
        (text.clone(), json!({"msgtype": "text", "text": {"content": "hi"}})),
        (
            Message::from(Pictures::new(["a".to_owned()])),
            json!({"msgtype": "image", "images": {"ids": ["a"]}}),
        ),
        (Message::Picture(Picture::new("a")), json!({"msgtype": "image", "image": {"id": "a"}})),
        (Message::from(Song::new("s")), json!({"msgtype": "song", "song": {"name": "s"}})),
        (Message::Song(None), json!({"msgtype": "song"})),
        (Message::Nothing, json!({"msgtype": "nothing"})),
    ];
    for (message, wire) in cases {
        assert_eq!(read::<Message>(wire.clone()), (message, wire));
    }
    let spelt_otherwise = json!({"msgtype": "words", "words": 1, "text": {"content": "hi"}});
    assert_eq!(read::<Message>(spelt_otherwise).0, text);
}

#[test]
fn content_is_read_as_leniently_as_everything_else() {
    let loose = json!({"msgtype": "text", "text": {"content": 7, "times": "3"}, "song": null});
    assert_eq!(read::<Closed>(loose).0, Closed::Text(Text::new("7").times(3)));
    let single = json!({"msgtype": "image", "images": {"ids": []}, "image": {"id": "x"}});
    assert!(matches!(read::<Closed>(single).0, Closed::Images(_)));
}

#[test]
fn what_is_not_known_is_kept_with_all_its_fields() {
    for strange in [
        json!({"msgtype": "hologram", "hologram": {"x": [1]}, "y": 2}),
        json!({"msgtype": "text", "text": "no object"}),
        json!({"msgtype": "text"}),
        json!({"msgtype": ["text"]}),
        json!({"no": "kind"}),
    ] {
        let (message, written) = read::<Message>(strange.clone());
        assert!(matches!(message, Message::Other(_)), "{strange}");
        assert_eq!(written, strange);
        let error = lenient::from_value::<Closed>(strange).unwrap_err();
        assert!(!error.message().is_empty());
    }
}

#[test]
fn an_enum_that_keeps_nothing_says_what_it_cannot_read() {
    let error = |value| lenient::from_value::<Closed>(value).unwrap_err().to_string();
    assert_eq!(error(json!({})), "missing field `msgtype`");
    assert_eq!(error(json!({"msgtype": "film"})), "msgtype: unknown kind `film`");
    assert_eq!(error(json!({"msgtype": "image"})), "missing field `image`");
    assert_eq!(
        error(json!({"msgtype": "text", "text": {"content": []}})),
        "text.content: invalid type: sequence, expected a string",
    );
}

#[test]
fn it_stands_beside_the_fields_of_a_struct() {
    let wire = json!({"to": "ann", "msgtype": "text", "text": {"content": "hi"}, "urgent": 1});
    let (outer, written) = read::<Outer>(wire.clone());
    assert_eq!((outer.message, written), (Message::from(Text::new("hi")), wire));
    let wire = json!({"to": "ann", "msgtype": "film", "film": {"a": 1}, "urgent": 0});
    let (outer, written) = read::<Outer>(wire.clone());
    let fields = json!({"msgtype": "film", "film": {"a": 1}});
    assert_eq!((serde_json::to_value(outer.message).unwrap(), written), (fields, wire));
    let outer = Outer::new("ann", Message::Nothing, true);
    let wire = r#"{"to":"ann","msgtype":"nothing","urgent":1}"#;
    assert_eq!(serde_json::to_string(&outer).unwrap(), wire);
    // Not only out of a tree.
    assert_eq!(serde_json::from_str::<Outer>(wire).unwrap(), outer);
}

#[test]
fn it_is_a_field_and_an_item_of_a_list() {
    let wire = json!({
        "one": {"msgtype": "nothing"},
        "all": [{"msgtype": "text", "text": {"content": "hi"}}, {"msgtype": "new", "new": 1}],
    });
    let (places, written) = read::<Places>(wire.clone());
    assert_eq!((places.one, places.all.len(), written), (Closed::Nothing, 2, wire));
}

#[test]
fn a_kind_may_be_a_number() {
    let wire = json!({"type": 0, "plain_text": {"content": "hi"}});
    assert_eq!(read::<Numbered>(wire.clone()), (Numbered::PlainText(Text::new("hi")), wire));
    let quoted = json!({"type": "7", "picture": {"id": "a"}});
    let wire = json!({"type": 7, "picture": {"id": "a"}});
    assert_eq!(read::<Numbered>(quoted), (Numbered::Picture(Picture::new("a")), wire));
}

#[test]
fn the_content_may_stand_beside_the_tag() {
    let wire = json!({"event": "was_said", "content": "hi", "times": 2});
    assert_eq!(read::<Event>(wire.clone()), (Event::WasSaid(Text::new("hi").times(2)), wire));
    assert_eq!(read::<Event>(json!({"event": "over"})).0, Event::Over);
    let strange = json!({"event": "was_said", "times": 2});
    assert_eq!(read::<Event>(strange.clone()).1, strange);
}

#[test]
fn its_form_is_data() {
    let TypeInfo::Choice(info) = Message::describe() else { panic!("a choice") };
    let variants: Vec<_> = info
        .variants
        .iter()
        .map(|variant| (variant.name, variant.key, variant.content.is_some(), variant.optional))
        .collect();
    assert_eq!(
        variants,
        [
            ("text", "text", true, false),
            ("image", "images", true, false),
            ("image", "image", true, false),
            ("song", "song", true, true),
            ("nothing", "nothing", false, false),
        ]
    );
    assert_eq!((info.open, info.variants[0].doc), (true, "A text."));
    assert!(info.variants[0].is_named("words"));
}

fn problems(ty: &TypeInfo, value: &Value) -> Vec<String> {
    check::value(ty, value).problems.iter().map(ToString::to_string).collect()
}

#[test]
fn the_checker_knows_what_would_be_lost() {
    let item = json!([{"msgtype": "text", "text": {"content": "a", "x": 1}, "song": {}, "y": 2}]);
    assert_eq!(
        problems(Vec::<Message>::describe(), &item),
        ["[0].text.x: not declared, would be lost", "[0].y: not declared, would be lost"],
    );
    let kept = json!({"to": "a", "urgent": 0, "msgtype": "film", "film": 1, "more": 2});
    assert_eq!(problems(Outer::describe(), &kept), [""; 0]);
    let event = json!({"event": "was_said", "content": "a", "size": 2});
    assert_eq!(problems(Event::describe(), &event), ["size: not declared, would be lost"]);
}

/// JSON that may or may not be a message.
fn messages() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        Just(json!([])),
        any::<bool>().prop_map(Value::from),
        // The table does not know how large a number may be.
        any::<u8>().prop_map(Value::from),
        "[a-z]{0,3}".prop_map(Value::from),
    ];
    let content = prop_oneof![
        leaf.clone(),
        prop::collection::hash_map("content|times|id|ids|name", leaf.clone(), 0..4)
            .prop_map(|fields| Value::Object(fields.into_iter().collect())),
    ];
    let kind = prop_oneof![
        4 => "text|words|image|song|nothing".prop_map(Value::from),
        1 => "film|was_said|over".prop_map(Value::from),
        1 => leaf.clone(),
    ];
    let fields =
        prop::collection::hash_map("text|words|image|images|song|nothing|content", content, 0..5);
    let message = (prop::option::weighted(0.9, kind), fields).prop_map(|(kind, fields)| {
        let mut object: Map<String, Value> = fields.into_iter().collect();
        if let Some(kind) = kind {
            object.insert("event".to_owned(), kind.clone());
            object.insert("msgtype".to_owned(), kind);
        }
        Value::Object(object)
    });
    prop_oneof![9 => message, 1 => leaf]
}

proptest! {
    /// The table and the compiled types agree on what can be read, and on what is only kept.
    #[test]
    fn what_the_table_accepts_the_types_read(value in messages()) {
        let rejected = |ty: &TypeInfo| {
            let found = check::value(ty, &value);
            found.problems.iter().any(|problem| problem.kind != check::ProblemKind::Undeclared)
        };
        let closed = lenient::from_value::<Closed>(value.clone());
        prop_assert_eq!(rejected(Closed::describe()), closed.is_err(), "{} {:?}", value, closed);
        let open = lenient::from_value::<Message>(value.clone());
        let empty = value.is_null() || value == json!([]);
        prop_assert_eq!(open.is_ok(), value.is_object() || empty);
        let kept = !matches!(&open, Ok(read) if !matches!(read, Message::Other(_)));
        prop_assert_eq!(kept, closed.is_err(), "{} {:?}", value, open);
        prop_assert!(kept || !rejected(Message::describe()), "{} {:?}", value, open);
        let event = lenient::from_value::<Event>(value.clone());
        let kept = !matches!(&event, Ok(read) if !matches!(read, Event::Other(_)));
        prop_assert!(kept || !rejected(Event::describe()), "{} {:?}", value, event);
    }
}
