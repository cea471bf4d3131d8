//! Replies.

use bytes::Bytes;
use serde_json::Value;
use weixin_api::{
    Endpoint, lenient,
    wire::{self, ApiResponse},
};

use crate::{
    compare::{Rule, differences},
    named,
};

/// Reads the reply of an endpoint from JSON (a text or a [`Value`]), and writes it again.
///
/// # Panics
///
/// If it cannot be read, or if a value was lost, changed or added on the way. Only `errcode` and
/// `errmsg` of a success are not compared. The forms between which the platform varies count as
/// equal: a number and its text, a truth value and 0 or 1, a list of one item and that item, and a
/// missing value and `null` or an empty list or object.
#[track_caller]
pub fn reply<E: Endpoint>(body: impl ToString) -> E::Reply {
    let body = body.to_string();
    let (read, written) = read_and_write::<E>(ApiResponse::json(body.clone()));
    compare::<E>(Rule::Json, parsed::<E>(body.as_bytes()), parsed::<E>(written.body()));
    read
}

/// Reads the reply of an endpoint from JSON that the platform writes in another form than this
/// library, such as with an empty text for a number, and compares what is written again with
/// `regular`.
///
/// # Panics
///
/// If it cannot be read, or if anything but `regular` is written. `errcode` and `errmsg` of a success
/// are not compared.
#[track_caller]
pub fn irregular_reply<E: Endpoint>(body: impl ToString, regular: Value) -> E::Reply {
    let (read, written) = read_and_write::<E>(ApiResponse::json(body.to_string()));
    compare::<E>(Rule::Exact, regular, parsed::<E>(written.body()));
    read
}

/// Reads the reply of an endpoint from a file with this media type and name, and writes it again.
///
/// # Panics
///
/// If it cannot be read, or if the content, media type or name was changed.
#[track_caller]
pub fn file_reply<E: Endpoint>(
    content: impl Into<Bytes>,
    mime: &str,
    name: Option<&str>,
) -> E::Reply {
    let answer = ApiResponse::file(content, mime, name);
    let (read, written) = read_and_write::<E>(answer.clone());
    assert_eq!(answer.body(), written.body(), "written again: {}", named::<E>());
    let heads = |answer: &ApiResponse| {
        (answer.content_type().map(str::to_owned), answer.disposition().map(str::to_owned))
    };
    assert_eq!(heads(&answer), heads(&written), "written again: {}", named::<E>());
    read
}

#[track_caller]
fn read_and_write<E: Endpoint>(answer: ApiResponse) -> (E::Reply, ApiResponse) {
    let failed = |error: weixin_api::Error| -> ! { panic!("{error:?}: {}", named::<E>()) };
    let Some(kind) = E::INFO.scope.first() else { panic!("nobody calls {}", named::<E>()) };
    let answer = answer.checked(E::INFO.reply.form, kind.product());
    let answer = answer.unwrap_or_else(|error| failed(error));
    let read = wire::read_reply::<E>(answer).unwrap_or_else(|error| failed(error));
    let written = wire::write_reply::<E>(&read).unwrap_or_else(|error| failed(error));
    (read, written)
}

#[track_caller]
fn parsed<E: Endpoint>(body: &[u8]) -> Value {
    lenient::parse(body).unwrap_or_else(|error| panic!("{error}: {}", named::<E>()))
}

#[track_caller]
fn compare<E: Endpoint>(rule: Rule, mut before: Value, mut after: Value) {
    for value in [&mut before, &mut after] {
        if let Value::Object(fields) = value {
            // A success may have them or not.
            fields.retain(|name, _| name != "errcode" && name != "errmsg");
        }
    }
    let found = differences(rule, &before, &after);
    assert!(found.is_empty(), "read and written again: {}\n{}", named::<E>(), found.join("\n"));
}
