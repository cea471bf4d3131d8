//! Requests, and lists that come in pages.

use bytes::Bytes;
use serde_json::{Map, Value, json};
use weixin_api::{
    AccountId, Endpoint, Paged,
    wire::{self, ApiRequest, Body, IncomingRequest, PartContent, multipart},
};

use crate::{
    compare::{Rule, differences},
    named, reply,
};

/// Separates the parts of multipart bodies.
const BOUNDARY: &str = "-weixin-wire-tests-";

/// Round trips of the calls of one account.
#[derive(Debug, Clone)]
pub struct RoundTrip {
    account: AccountId,
}

impl RoundTrip {
    /// The calls of this account, which determines the values that it fills in.
    pub fn of(account: AccountId) -> Self {
        Self { account }
    }

    /// Writes a request, and returns what is sent: method, path and query, and the body.
    ///
    /// A JSON body is returned as it is, and no body as `null`. A multipart body is returned as an
    /// object with the names of the parts: the content of text fields, and [`file()`]s.
    ///
    /// # Panics
    ///
    /// If the other side reads a different request, or writes the one that it read in another way.
    /// Only if the account fills in values or signs the call may the fields be in another order.
    #[track_caller]
    pub fn sent<E: Endpoint>(&self, request: &E) -> (String, Value) {
        let first = Written::by(&self.account, request);
        let read: E = first.read();
        let second = Written::by(&self.account, &read);
        let again: E = second.read();
        let debug = format!("{read:?}");
        assert_eq!(debug, format!("{again:?}"), "read twice: {}", named::<E>());
        if is_complete(request) {
            assert_eq!(format!("{request:?}"), debug, "read back: {}", named::<E>());
            assert_eq!(first.target, second.target, "written twice: {}", named::<E>());
            assert_eq!(first.bytes, second.bytes, "written twice: {}", named::<E>());
        } else {
            let pairs = (sorted(&first.target), sorted(&second.target));
            assert_eq!(pairs.0, pairs.1, "written twice: {}", named::<E>());
            let found = differences(Rule::Exact, &first.body, &second.body);
            assert!(found.is_empty(), "written twice: {}\n{}", named::<E>(), found.join("\n"));
        }
        (first.target, first.body)
    }

    /// Compares what of a request is [`sent`](RoundTrip::sent) with `target`, which is the method,
    /// path and query, and with `body`.
    ///
    /// # Panics
    ///
    /// If it is anything else; as well as [`sent`](RoundTrip::sent).
    #[track_caller]
    pub fn sends<E: Endpoint>(&self, request: &E, target: &str, body: Value) {
        let sent = self.sent(request);
        assert_eq!(target, sent.0, "expected and sent: {}", named::<E>());
        let found = differences(Rule::Exact, &body, &sent.1);
        assert!(found.is_empty(), "expected and sent: {}\n{}", named::<E>(), found.join("\n"));
    }

    /// Follows a list from its first call through these pages, and returns its items and what was
    /// [`sent`](RoundTrip::sent) for each page.
    ///
    /// # Panics
    ///
    /// If the list ends before the last of the pages or goes on after it; as well as
    /// [`sent`](RoundTrip::sent) and [`reply`].
    #[track_caller]
    pub fn paged<E: Paged>(
        &self,
        first: E,
        pages: impl IntoIterator<Item = impl ToString>,
    ) -> (Vec<E::Item>, Vec<(String, Value)>) {
        let (mut next, mut items, mut calls) = (Some(first), Vec::new(), Vec::new());
        for page in pages {
            let Some(call) = next.take() else {
                panic!("the list ended after page {}: {}", calls.len(), named::<E>())
            };
            calls.push(self.sent(&call));
            let (more, following) = call.split_page(reply::<E>(page));
            items.extend(more);
            next = following;
        }
        assert!(next.is_none(), "the list goes on after the last page: {}", named::<E>());
        (items, calls)
    }
}

/// A file in the body that [`RoundTrip::sent`] returns, with a text as its content.
pub fn file(name: &str, mime: &str, content: &str) -> Value {
    json!({"filename": name, "content_type": mime, "content": content})
}

/// Whether the request has all fields that are sent: the account fills in none, and signs none.
fn is_complete<E: Endpoint>(request: &E) -> bool {
    let mut signed = false;
    request.visit_signatures(&mut |_, _, _| signed = true);
    !signed && E::INFO.fields.iter().all(|field| field.account_default.is_none())
}

/// The parts of a target, in the order of the alphabet.
fn sorted(target: &str) -> Vec<&str> {
    let mut parts: Vec<_> = target.split(['?', '&']).collect();
    parts.sort_unstable();
    parts
}

/// A request as it is sent.
struct Written {
    call: ApiRequest,
    target: String,
    content_type: Option<String>,
    bytes: Bytes,
    body: Value,
}

impl Written {
    #[track_caller]
    fn by<E: Endpoint>(account: &AccountId, request: &E) -> Self {
        let call = match wire::write_call(request, account) {
            Ok(call) => call,
            Err(error) => panic!("{error:?}: {}", named::<E>()),
        };
        let (content_type, bytes, body) = match call.body() {
            Body::Empty => (None, Bytes::new(), Value::Null),
            Body::Json(json) => {
                let body = serde_json::from_slice(json);
                let body = body.unwrap_or_else(|error| panic!("{error}: {}", named::<E>()));
                (Some("application/json".to_owned()), json.clone(), body)
            }
            Body::Multipart(parts) => {
                let (mut bytes, mut body) = (Vec::new(), Map::new());
                for part in parts {
                    bytes.extend_from_slice(multipart::head(BOUNDARY, part).as_bytes());
                    let value = match part.content() {
                        PartContent::Text(text) => {
                            bytes.extend_from_slice(text.as_bytes());
                            Value::from(text.as_str())
                        }
                        PartContent::File(upload) => {
                            let content = upload.bytes().cloned().unwrap_or_default();
                            bytes.extend_from_slice(&content);
                            let content = String::from_utf8_lossy(&content);
                            file(upload.name(), upload.mime(), &content)
                        }
                        other => panic!("{other:?}: {}", named::<E>()),
                    };
                    bytes.extend_from_slice(multipart::PART_END.as_bytes());
                    let twice = body.insert(part.name().to_owned(), value).is_some();
                    assert!(!twice, "two parts called {}: {}", part.name(), named::<E>());
                }
                bytes.extend_from_slice(multipart::end(BOUNDARY).as_bytes());
                (Some(multipart::content_type(BOUNDARY)), bytes.into(), body.into())
            }
            other => panic!("{other:?}: {}", named::<E>()),
        };
        let target = format!("{} {}", call.method(), call.target(None));
        Self { call, target, content_type, bytes, body }
    }

    #[track_caller]
    fn read<E: Endpoint>(&self) -> E {
        let target = self.call.target(None);
        let (path, query) = target.split_once('?').unwrap_or((&target, ""));
        let incoming = IncomingRequest {
            method: Some(self.call.method()),
            path,
            query,
            content_type: self.content_type.as_deref(),
            body: &self.bytes,
        };
        match wire::read_call(incoming) {
            Ok(request) => request,
            Err(error) => panic!("{error} in {target} {}: {}", self.body, named::<E>()),
        }
    }
}
