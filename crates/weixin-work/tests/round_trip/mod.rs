//! Round trips of endpoints: requests are written and read back, replies are read.

#![allow(dead_code, reason = "every test takes what it needs")]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use bytes::Bytes;
use serde_json::Value;
use weixin_api::{
    Account, AccountId, AccountKind, Endpoint, Paged,
    wire::{self, ApiResponse, Body, IncomingRequest},
};
use weixin_work::WorkApp;

/// Path and query, and the JSON body, of a call of the app 1000002.
pub(crate) fn written<E: Endpoint>(request: &E) -> (String, Value) {
    written_by(request, &WorkApp::new("ww1", 1_000_002, "s").id())
}

/// The same of a call of a suite or provider.
pub(crate) fn written_as<E: Endpoint>(kind: AccountKind, request: &E) -> (String, Value) {
    written_by(request, &AccountId::new(kind, "ww1"))
}

fn written_by<E: Endpoint>(request: &E, account: &AccountId) -> (String, Value) {
    let call = wire::write_call(request, account).unwrap();
    let target = call.target(None);
    let body = body_of(call.body());
    let (path, query) = target.split_once('?').unwrap_or((&target, ""));
    let incoming = IncomingRequest {
        method: Some(call.method()),
        path,
        query,
        content_type: None,
        body: &body,
    };
    if !matches!(call.body(), Body::Multipart(_)) {
        // What the other side reads is what was written.
        let back = wire::read_call::<E>(incoming).unwrap();
        let again = wire::write_call(&back, account).unwrap();
        assert_eq!(again.target(None), target);
        assert_eq!(json(&body_of(again.body())), json(&body), "{target}");
    }
    (target, json(&body))
}

fn body_of(body: &Body) -> Bytes {
    match body {
        Body::Json(json) => json.clone(),
        _ => Bytes::new(),
    }
}

fn json(body: &Bytes) -> Value {
    serde_json::from_slice(body).unwrap_or(Value::Null)
}

/// An answer as its type.
pub(crate) fn read<E: Endpoint>(body: &str) -> E::Reply {
    wire::read_reply::<E>(ApiResponse::json(body.to_owned())).unwrap()
}

/// The items of a list that comes in these pages, and the calls that were made for it.
pub(crate) fn paged<E: Paged + Clone>(
    first: E,
    pages: &[&str],
) -> (Vec<E::Item>, Vec<(String, Value)>) {
    let (mut next, mut items, mut calls) = (Some(first), Vec::new(), Vec::new());
    for page in pages {
        let call = next.take().unwrap();
        calls.push(written(&call));
        let (more, following) = call.split_page(read::<E>(page));
        items.extend(more);
        next = following;
    }
    assert!(next.is_none(), "the last page says that there are more");
    (items, calls)
}
