//! Pushes.

use serde_json::Value;
use weixin_protocol::{Format, Inbound, InboundMessage, Product};

use crate::compare::{Rule, differences};

/// Reads a push, and writes it as XML and as JSON.
///
/// # Panics
///
/// If it is no `T` or cannot be read, if what is written is read as something else, or if in the
/// format in which the push came a value was lost, changed or added. In XML a missing value, an empty
/// element and a list without items are the same.
#[track_caller]
pub fn push<T: InboundMessage + PartialEq>(body: &str) -> T {
    let (push, message) = read::<T>(body);
    let written = rewritten(&push, &message, push.format());
    let before = fields(&push);
    let mut after = fields(&written);
    if let (Value::Object(before), Value::Object(after)) = (&before, &mut after) {
        // They are written even if the push had none.
        for name in ["CreateTime", "TimeStamp"] {
            if !before.contains_key(name) {
                after.remove(name);
            }
        }
    }
    let found = differences(Rule::Push, &before, &after);
    assert!(found.is_empty(), "read and written again: {}\n{}", named::<T>(), found.join("\n"));
    message
}

/// Reads a push that the platform writes in another form than this library, such as with another
/// spelling of a name, and writes it as XML and as JSON.
///
/// # Panics
///
/// If it is no `T` or cannot be read, or if what is written is read as something else.
#[track_caller]
pub fn irregular_push<T: InboundMessage + PartialEq>(body: &str) -> T {
    read::<T>(body).1
}

/// A [`push`] of a message of this `MsgType`, with these fields after those of the header.
#[track_caller]
pub fn message<T: InboundMessage + PartialEq>(kind: &str, fields: &str) -> T {
    push(&format!(
        "<xml><ToUserName>gh_1</ToUserName><FromUserName>oAnn</FromUserName>\
         <CreateTime>1700000000</CreateTime><MsgType>{kind}</MsgType>{fields}</xml>"
    ))
}

/// A [`push`] of an event of this name, with these fields after those of the header.
#[track_caller]
pub fn event<T: InboundMessage + PartialEq>(name: &str, fields: &str) -> T {
    message("event", &format!("<Event>{name}</Event>{fields}"))
}

/// A [`push`] of a notice of this `InfoType`, with these fields after the time.
#[track_caller]
pub fn notice<T: InboundMessage + PartialEq>(info: &str, fields: &str) -> T {
    let time = if T::SCOPE.contains(&Product::Work) { "TimeStamp" } else { "CreateTime" };
    push(&format!("<xml><InfoType>{info}</InfoType><{time}>1700000000</{time}>{fields}</xml>"))
}

/// The push and the message in it, which is the same after it was written in each format.
#[track_caller]
fn read<T: InboundMessage + PartialEq>(body: &str) -> (Inbound, T) {
    let push = parsed::<T>(body);
    let message = typed::<T>(&push);
    for format in [Format::Xml, Format::Json] {
        let written = rewritten(&push, &message, format);
        let again: T = typed(&written);
        assert!(
            again == message,
            "{message:?} became {again:?} as {}: {}",
            written.write(format),
            named::<T>()
        );
    }
    (push, message)
}

#[track_caller]
fn rewritten<T: InboundMessage>(push: &Inbound, message: &T, format: Format) -> Inbound {
    parsed::<T>(&Inbound::of(push.header(), message, format).write(format))
}

#[track_caller]
fn parsed<T: InboundMessage>(body: &str) -> Inbound {
    match Inbound::parse(body) {
        Ok(push) => push,
        Err(error) => panic!("{error} in {body}: {}", named::<T>()),
    }
}

#[track_caller]
fn typed<T: InboundMessage>(push: &Inbound) -> T {
    assert!(push.is::<T>(), "the {} is none: {}", push.kind(), named::<T>());
    match push.read() {
        Ok(message) => message,
        Err(error) => panic!("{error}: {}", named::<T>()),
    }
}

/// The fields, without the names of the event, which may be spelled in several ways and were already
/// compared.
#[track_caller]
fn fields(push: &Inbound) -> Value {
    let json = push.fields().write(Format::Json);
    match serde_json::from_str(&json) {
        Ok(Value::Object(mut fields)) => {
            let kind = match push.fields().text("InfoType") {
                Some(_) => "notice",
                None => "message or event",
            };
            fields.retain(|name, _| !matches!(name.as_str(), "Event" | "InfoType"));
            fields.insert("kind of the push".to_owned(), kind.into());
            fields.into()
        }
        other => panic!("{other:?} in {json}"),
    }
}

/// The message, for failure messages.
fn named<T: InboundMessage>() -> String {
    format!("{} ({})", std::any::type_name::<T>(), T::SELECTOR)
}
