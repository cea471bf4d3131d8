//! What the tests of the groups have in common.

#![allow(dead_code, clippy::unwrap_used, reason = "a test fails by panicking, and needs not all")]

use bytes::Bytes;
use serde_json::Value;
use weixin_api::{
    Account, AccountId, Endpoint,
    wire::{self, ApiResponse, Body, IncomingRequest},
};
use weixin_official::OfficialAccount;
use weixin_protocol::{Format, Inbound, InboundMessage};

pub(crate) fn account() -> AccountId {
    OfficialAccount::new("wx1", "s").id()
}

/// What of a request is sent: path with query, and JSON body; after the other side has read and
/// written it.
pub(crate) fn sent<E: Endpoint>(request: &E) -> (String, Value) {
    let json = |call: &wire::ApiRequest| match call.body() {
        Body::Json(json) => json.clone(),
        _ => Bytes::new(),
    };
    let call = wire::write_call(request, &account()).unwrap();
    let (target, body) = (call.target(None), json(&call));
    let (path, query) = target.split_once('?').unwrap_or((&target, ""));
    let incoming = IncomingRequest {
        method: Some(call.method()),
        path,
        query,
        content_type: None,
        body: &body,
    };
    let back = wire::read_call::<E>(incoming).unwrap();
    let again = wire::write_call(&back, &account()).unwrap();
    assert_eq!((&target, &body), (&again.target(None), &json(&again)));
    let body = if body.is_empty() { Value::Null } else { serde_json::from_slice(&body).unwrap() };
    (target, body)
}

/// Compares what of a request is sent.
pub(crate) fn sends<E: Endpoint>(request: &E, target: &str, body: Value) {
    assert_eq!(sent(request), (target.to_owned(), body));
}

/// Reads a reply, and sees that the other side writes it as it was.
pub(crate) fn reply<E: Endpoint>(body: Value) -> E::Reply {
    let read = wire::read_reply::<E>(ApiResponse::json(body.to_string())).unwrap();
    let written = wire::write_reply::<E>(&read).unwrap();
    let written: Value = serde_json::from_slice(&written.into_body()).unwrap();
    lost("", &body, &written);
    read
}

fn lost(path: &str, before: &Value, after: &Value) {
    match before {
        Value::Object(fields) => {
            for (name, value) in fields {
                lost(&format!("{path}.{name}"), value, &after[name]);
            }
        }
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                lost(&format!("{path}[{at}]"), item, &after[at]);
            }
        }
        leaf => {
            let text = |value: &Value| match value {
                Value::String(text) => text.clone(),
                Value::Bool(truth) => u8::from(*truth).to_string(),
                value => value.to_string(),
            };
            assert_eq!(text(leaf), text(after), "{path}");
        }
    }
}

/// Reads a push, and sees that the other side writes it as it was.
pub(crate) fn push<T: InboundMessage>(kind: &str, event: &str, fields: &str) -> T {
    let event = match event {
        "" => String::new(),
        event => format!("<Event><![CDATA[{event}]]></Event>"),
    };
    read(&format!(
        "<xml><ToUserName>gh_1</ToUserName><FromUserName>oAnn</FromUserName>\
         <CreateTime>1700000000</CreateTime><MsgType>{kind}</MsgType>{event}{fields}</xml>"
    ))
}

/// The same for an event.
pub(crate) fn event<T: InboundMessage>(event: &str, fields: &str) -> T {
    push("event", event, fields)
}

/// The same for a whole push.
pub(crate) fn read<T: InboundMessage>(body: &str) -> T {
    let push = Inbound::parse(body).unwrap();
    assert!(push.is::<T>(), "{}", push.kind());
    let message: T = push.read().unwrap();
    for format in [Format::Xml, Format::Json] {
        let written = Inbound::of(push.header(), &message, format);
        assert_eq!(written.fields().text("MsgType"), push.fields().text("MsgType"));
        let again: T = Inbound::parse(&written.write(format)).unwrap().read().unwrap();
        assert_eq!(format!("{message:?}"), format!("{again:?}"));
    }
    message
}
