//! Forms of types as data, and JSON held against them.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use proptest::prelude::*;
use serde_json::{Value, json};
use weixin_api::{
    Describe, Endpoint, StringEnum, TaggedEnum, Timestamp, TypeInfo, check, endpoint, int_enum,
    lenient, string_id,
};
use weixin_protocol::{Inbound, MessageInfo, inbound};

string_id! {
    /// A card.
    CardId
}

int_enum! {
    /// How far it is.
    pub enum Progress {
        /// Not begun.
        Waiting = 0,
        /// Over.
        Done = 1,
        /// It failed.
        Failed = -1,
    }
}

/// What it is for.
#[derive(Debug, Clone, PartialEq, Eq, StringEnum)]
#[string_enum(rename_all = "SCREAMING_SNAKE_CASE")]
#[non_exhaustive]
pub enum Use {
    /// To pay less.
    Discount,
    /// To get something.
    #[string_enum(rename = "GIFT", alias = "PRESENT")]
    Gift,
    /// A value that this version does not know.
    Other(String),
}

/// One of several contents.
#[derive(Debug, Clone, PartialEq, TaggedEnum)]
#[tagged(tag = "msgtype", rename_all = "lowercase")]
pub enum Content {
    /// A text.
    Text(Text),
    /// A card.
    Card(Card),
}

/// A text.
#[endpoint(part)]
pub struct Text {
    /// The text.
    pub content: String,
}

/// A card.
#[endpoint(part)]
pub struct Card {
    /// The card.
    pub card_id: CardId,
    /// What it is for.
    pub usage: Option<Use>,
    /// Cards inside of it.
    #[serde(default)]
    pub cards: Vec<Card>,
}

/// Sends something.
#[endpoint(POST "/send", title = "发送", scope(official), reply = Sent)]
pub struct Send {
    /// The user.
    pub touser: String,
    /// Whether it is urgent.
    #[serde(with = "weixin_api::bool_as_int")]
    pub urgent: bool,
    /// What is sent.
    #[serde(flatten)]
    pub content: Content,
}

/// Something that was sent.
#[endpoint(part, reply_to(Send))]
pub struct Sent {
    /// How far it is.
    pub progress: Progress,
    /// When.
    pub time: Option<Timestamp>,
}

fn problems(body: Value) -> Vec<String> {
    let found = check::request(Send::INFO, body.as_object().unwrap());
    found.problems.iter().map(ToString::to_string).collect()
}

#[test]
fn the_form_of_a_type_contains_itself() {
    let TypeInfo::Struct(card) = Card::describe() else { panic!("a struct") };
    let inner = card.fields[2].type_info();
    assert_eq!(inner.to_string(), "list of Card");
    let TypeInfo::List(item) = inner else { panic!("a list") };
    assert!(std::ptr::eq(item.get(), Card::describe()) || item.get().to_string() == "Card");
    assert_eq!(card.fields[0].doc, "The card.");
}

#[test]
fn enums_list_their_values() {
    let TypeInfo::Enum(info) = Use::describe() else { panic!("an enum") };
    let values: Vec<_> = info.values.iter().map(|value| (value.variant, value.value)).collect();
    assert_eq!(values, [("Discount", "DISCOUNT"), ("Gift", "GIFT")]);
    let TypeInfo::Enum(info) = Progress::describe() else { panic!("an enum") };
    assert_eq!((info.values[2].value, info.integer), ("-1", true));
    assert_eq!(Use::from("PRESENT"), Use::Gift);
    assert_eq!(Use::from("NEW").as_str(), "NEW");
}

#[test]
fn a_body_that_fits_has_no_problem() {
    let body = json!({
        "touser": "ann", "urgent": 1, "msgtype": "card",
        "card": { "card_id": "c", "usage": "GIFT", "cards": { "card_id": 7 } },
    });
    assert_eq!(problems(body), [""; 0]);
}

#[test]
fn what_a_body_lacks_or_has_too_much_is_named_by_its_path() {
    let body = json!({
        "urgent": "perhaps", "msgtype": "card", "colour": "red",
        "card": { "usage": [], "cards": [{ "card_id": "c", "size": 3 }] },
    });
    assert_eq!(
        problems(body),
        [
            "touser: missing",
            "urgent: expected true, false, 1 or 0",
            "card.card_id: missing",
            "card.usage: expected a text",
            "card.cards[0].size: not declared, would be lost",
            "colour: not declared, would be lost",
        ]
    );
    let body = json!({ "touser": "ann", "urgent": 0, "msgtype": "song", "song": {} });
    assert_eq!(problems(body)[0], "msgtype: expected a known kind");
}

#[test]
fn a_reply_may_carry_the_code_of_success() {
    let answer = json!({ "errcode": 0, "errmsg": "ok", "progress": "01", "time": "" });
    let found = check::reply(Send::INFO, &answer);
    assert!(found.problems.is_empty(), "{:?}", found.problems);
    let found = check::reply(Send::INFO, &json!({ "progress": 5 }));
    assert_eq!((found.problems.len(), found.unnamed), (0, 1));
}

/// A visit of a place.
#[inbound(event = "visit", change = "start", group = "Visit", scope(work))]
pub struct Visit {
    /// Its number.
    pub visit_id: i64,
    /// The end.
    pub end: Option<Timestamp>,
    /// Who came along.
    pub guests: Vec<Guest>,
    /// Pictures of it.
    #[field(alias = "Photos", item = "item")]
    pub pictures: Vec<Guest>,
}

/// A guest.
#[inbound(part)]
pub struct Guest {
    /// The name.
    pub name: String,
    /// The age in years.
    pub age: Option<u32>,
}

/// The problems of a push with these fields.
fn push_problems(fields: &str) -> Vec<String> {
    let body = format!(
        "<xml><ToUserName>c</ToUserName><FromUserName>u</FromUserName><CreateTime>1</CreateTime>\
         <MsgType>event</MsgType><Event>visit</Event><ChangeType>start</ChangeType>{fields}</xml>"
    );
    let push = Inbound::parse(&body).unwrap();
    let found = check::push(&MessageInfo::of::<Visit>(), &push);
    let rejected = found.problems.iter().any(|p| p.kind != check::ProblemKind::Undeclared);
    assert_eq!(rejected, push.read::<Visit>().is_err(), "the type says something else");
    found.problems.iter().map(ToString::to_string).collect()
}

#[test]
fn a_push_may_lack_values_lists_and_its_group() {
    let one = "<Guests><Name>Li</Name><Age></Age></Guests>";
    let item = "<Photos><item><Name>a</Name></item><item><Name>b</Name></item></Photos>";
    let texts = format!("<VisitId> 7 </VisitId><End></End>{one}{item}");
    assert_eq!(push_problems(&texts), [""; 0]);
    assert_eq!(push_problems(&format!("<Visit>{texts}</Visit><AgentID>3</AgentID>")), [""; 0]);
    assert_eq!(push_problems("<VisitId>7</VisitId><Guests></Guests><Photos/>"), [""; 0]);
}

#[test]
fn what_a_push_lacks_or_has_too_much_is_named_by_its_path() {
    let fields = "<Visit><VisitId>x</VisitId><Guests><Age>old</Age><Hat>1</Hat></Guests>\
                  <Pictures><item><Name>a</Name></item><Count>1</Count></Pictures></Visit>\
                  <Colour>red</Colour>";
    assert_eq!(
        push_problems(fields),
        [
            "Visit.VisitId: expected a whole number",
            "Visit.Guests.Name: missing",
            "Visit.Guests.Age: expected a whole number",
            "Visit.Guests.Hat: not declared, would be lost",
            "Visit.Pictures.Count: not declared, would be lost",
            "Colour: not declared, would be lost",
        ]
    );
}

/// JSON that may or may not be a card.
fn json_values() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        "[0-9a-z.+-]{0,4}".prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 32, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..3).prop_map(Value::from),
            prop::collection::hash_map("card_id|usage|cards|other", inner, 0..4)
                .prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

proptest! {
    /// The table and the compiled type agree on what can be read.
    #[test]
    fn what_the_table_accepts_the_type_reads(value in json_values()) {
        let found = check::value(Card::describe(), &value);
        let rejected = found
            .problems
            .iter()
            .any(|problem| problem.kind != check::ProblemKind::Undeclared);
        let read = lenient::from_value::<Card>(value.clone());
        prop_assert_eq!(rejected, read.is_err(), "{} {:?} {:?}", value, found.problems, read);
    }
}
