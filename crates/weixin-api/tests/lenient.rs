//! Everything the platform's JSON is known to do to numbers, lists and text.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeMap;

use serde::{Deserialize, de::DeserializeOwned};
use serde_json::{Value, json};
use weixin_api::{Timestamp, lenient};

fn read<T: DeserializeOwned>(value: Value) -> T {
    lenient::from_value(value).unwrap()
}

#[derive(Debug, PartialEq, Deserialize)]
struct Person {
    name: String,
    #[serde(default)]
    age: u8,
    note: Option<String>,
    #[serde(default)]
    tags: Vec<u32>,
    #[serde(default, with = "weixin_api::bool_as_int")]
    follows: bool,
    #[serde(default)]
    since: Timestamp,
}

#[test]
fn numbers_and_texts_pass_for_each_other() {
    assert_eq!(read::<i64>(json!("-7")), -7);
    assert_eq!(read::<u64>(json!(" 18446744073709551615 ")), u64::MAX);
    assert_eq!(read::<u8>(json!(5.0)), 5);
    assert_eq!(read::<u8>(json!("5.0")), 5);
    assert_eq!(read::<u8>(json!(true)), 1);
    assert_eq!(read::<f64>(json!("1.5")), 1.5);
    assert_eq!(read::<f32>(json!(2)), 2.0);
    assert_eq!(read::<String>(json!(12_345_678_901_234_u64)), "12345678901234");
    assert_eq!(read::<String>(json!(true)), "true");
    assert_eq!(read::<Option<u8>>(json!("7")), Some(7));
    // Zeros in front of a number and a sign mean nothing.
    assert_eq!((read::<u8>(json!("007")), read::<i64>(json!("-0000000001"))), (7, -1));
    assert_eq!((read::<u8>(json!("00")), read::<f64>(json!("+01.5"))), (0, 1.5));
    assert_eq!((read::<u8>(json!("")), read::<f64>(json!(" "))), (0, 0.0));
    for truth in [json!(true), json!(1), json!("1"), json!("true")] {
        assert!(read::<bool>(truth));
    }
    for untruth in [json!(false), json!(0), json!("0"), json!("")] {
        assert!(!read::<bool>(untruth));
    }
}

#[test]
fn text_is_kept_as_it_is() {
    assert_eq!(read::<String>(json!("007")), "007");
    assert_eq!(read::<String>(json!(" 12 ")), " 12 ");
    assert_eq!(read::<Value>(json!({"a": [1, "1", null]})), json!({"a": [1, "1", null]}));
}

#[test]
fn lists_of_one_and_of_none() {
    assert_eq!(
        read::<Vec<BTreeMap<String, u8>>>(json!({"a": "1"})),
        [BTreeMap::from([("a".into(), 1)])]
    );
    assert!(read::<Vec<u8>>(json!(null)).is_empty());
    assert!(read::<Vec<u8>>(json!("")).is_empty());
    assert_eq!(read::<(u8, String)>(json!(["1", 2])), (1, "2".into()));
    assert_eq!(read::<BTreeMap<String, u8>>(json!([])), BTreeMap::new());
}

#[test]
fn structs_take_null_for_missing() {
    let person: Person = read(json!({
        "name": 7, "age": null, "note": null, "tags": ["1", 2], "follows": "1", "since": "60", "x": {},
    }));
    let expected = Person {
        name: "7".into(),
        age: 0,
        note: None,
        tags: vec![1, 2],
        follows: true,
        since: Timestamp::from_secs(60),
    };
    assert_eq!(person, expected);
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Shape {
    Circle,
    Square(u8),
    Box {
        side: u8,
    },
    Pair(u8, u8),
    #[serde(rename = "5")]
    Five,
}

#[test]
fn enums_are_read_in_every_form() {
    assert_eq!(read::<Shape>(json!("circle")), Shape::Circle);
    assert_eq!(read::<Shape>(json!(5)), Shape::Five);
    assert_eq!(read::<Shape>(json!({"square": "4"})), Shape::Square(4));
    assert_eq!(read::<Shape>(json!({"box": {"side": "4"}})), Shape::Box { side: 4 });
    assert_eq!(read::<Shape>(json!({"pair": ["1", 2]})), Shape::Pair(1, 2));
}

#[test]
fn an_error_names_the_place() {
    #[derive(Debug, Deserialize)]
    struct Outer {
        #[expect(dead_code, reason = "only reading it matters")]
        people: Vec<Person>,
    }
    let error = lenient::from_value::<Outer>(
        json!({"people": [{"name": "a"}, {"name": "b", "tags": [1, "x"]}]}),
    )
    .unwrap_err();
    assert_eq!(error.path(), "people[1].tags[1]");
    let error = lenient::from_value::<Person>(json!({})).unwrap_err();
    assert_eq!(error.to_string(), "missing field `name`");
    for wrong in
        [json!("x"), json!(300), json!(-1), json!([]), json!("7a"), json!("0x7"), json!("-")]
    {
        assert!(lenient::from_value::<u8>(wrong.clone()).is_err(), "{wrong}");
    }
    assert!(lenient::from_value::<String>(json!({})).is_err());
    assert!(lenient::from_value::<Shape>(json!("triangle")).is_err());
}

#[test]
fn broken_text_is_repaired_once_and_bounded() {
    assert_eq!(lenient::parse(b"\xef\xbb\xbf [1]").unwrap(), json!([1]));
    assert_eq!(lenient::parse(b"{\"a\":\"x\ty\x00\"}").unwrap(), json!({"a": "x\ty\0"}));
    assert_eq!(lenient::parse(b"[\"\\\\\", \"\\\"\x08\"]").unwrap(), json!(["\\", "\"\u{8}"]));
    assert_eq!(lenient::parse(b"\"\xff\"").unwrap(), json!("\u{fffd}"));
    assert!(lenient::parse(b"{\"a\":1").is_err());
    assert!(lenient::parse("[".repeat(100_000).as_bytes()).is_err());
}

#[test]
fn keys_are_read_like_texts() {
    #[derive(Debug, Deserialize, PartialEq, Eq, PartialOrd, Ord)]
    struct Id(String);

    #[derive(Debug, Deserialize, PartialEq, Eq, PartialOrd, Ord)]
    enum Kind {
        Text,
        Image,
    }

    #[derive(Debug, Deserialize, PartialEq)]
    struct Entry {
        id: u8,
        #[serde(flatten)]
        others: BTreeMap<String, u8>,
    }

    assert_eq!(
        read::<BTreeMap<u32, bool>>(json!({"007": 1, "8": "0"})),
        BTreeMap::from([(7, true), (8, false)])
    );
    assert_eq!(
        read::<BTreeMap<Kind, u8>>(json!({"Text": "1", "Image": 2})),
        BTreeMap::from([(Kind::Text, 1), (Kind::Image, 2)])
    );
    assert_eq!(
        read::<BTreeMap<Option<Id>, u8>>(json!({"a": 1})),
        BTreeMap::from([(Some(Id("a".to_owned())), 1)])
    );
    assert_eq!(
        read::<Entry>(json!({"a": 1, "id": "2"})),
        Entry { id: 2, others: BTreeMap::from([("a".to_owned(), 1)]) }
    );
}
