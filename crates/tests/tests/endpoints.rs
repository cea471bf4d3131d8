//! Round trip of every typed endpoint: encoded by the client, sent with a real token, and decoded
//! by the emulator.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeMap;

use bytes::Bytes;
use serde_json::Value;
use weixin::{
    Client,
    api::{
        AccountId, AccountKind, Auth, BodyKind, CallOptions, Caller, Endpoint, EndpointInfo,
        EndpointVisitor, FieldLocation,
        wire::{self, ApiRequest, Body, IncomingRequest, Part},
    },
    emulator::*,
};
use weixin_tests::sample::sample;

/// Endpoints for which no sample can be generated, because they have flattened fields or embedded
/// JSON. They are tested in their own crates.
const BY_HAND: [&str; 21] = [
    "SendCustomMessage",
    "SendMassToAll",
    "SendMass",
    "PreviewMass",
    "SendMessage",
    "SendBotAnswer",
    "InvokeCloudFunction",
    "SendAppChatMessage",
    "SendCorpChatMessage",
    "SendLinkedMessage",
    "SendSchoolNotice",
    "SendServiceMessage",
    "SendServiceMessageOnEvent",
    "SetWorkbenchData",
    "SetWorkbenchTemplate",
    "AddProgramStore",
    "GetAdLeads",
    "GetUserActionSetReport",
    "UpdateProgramStore",
    // A field is read under two names, which the made-up value has both of.
    "AddCheckinOption",
    "UpdateCheckinOption",
];

/// Sample calls of all endpoints available to this role.
struct Calls {
    role: AccountKind,
    account: AccountId,
    made: BTreeMap<&'static str, (&'static EndpointInfo, ApiRequest)>,
    without: Vec<&'static str>,
}

impl Calls {
    fn of(account: AccountId, role: AccountKind) -> Self {
        let mut calls = Self { role, account, made: BTreeMap::new(), without: Vec::new() };
        weixin::official::visit(&mut calls);
        weixin::mini::visit(&mut calls);
        weixin::work::visit(&mut calls);
        weixin::open::visit(&mut calls);
        calls
    }
}

impl EndpointVisitor for Calls {
    fn visit<E: Endpoint>(&mut self) {
        let info = E::INFO;
        if !info.scope.contains(&self.role) {
            return;
        }
        let names: Vec<_> = info.fields.iter().map(|field| field.name()).collect();
        let Ok(request) = sample::<E>(&names) else {
            self.without.push(info.name);
            return;
        };
        let call = wire::write_call(&request, &self.account).unwrap();
        if info.body != BodyKind::Multipart && info.auth != Auth::ResponseUrl {
            assert_eq!(round_trip::<E>(&call, &self.account), said(&call), "{}", info.name);
        }
        self.made.insert(info.name, (info, call));
    }
}

/// The target and the body of a call.
fn said(call: &ApiRequest) -> (String, Value) {
    (call.target(None), serde_json::from_slice(&body(call)).unwrap_or_default())
}

fn body(call: &ApiRequest) -> Bytes {
    match call.body() {
        Body::Json(json) => json.clone(),
        _ => Bytes::new(),
    }
}

/// Decodes a call as the platform does, and encodes it again.
fn round_trip<E: Endpoint>(call: &ApiRequest, account: &AccountId) -> (String, Value) {
    let target = call.target(None);
    let (path, query) = target.split_once('?').unwrap_or((&target, ""));
    let body = body(call);
    let method = Some(call.method());
    let incoming = IncomingRequest { method, path, query, content_type: None, body: &body };
    let read = wire::read_call::<E>(incoming).unwrap();
    said(&wire::write_call(&read, account).unwrap())
}

/// Sends each call and checks what arrived.
async fn exercise<K: weixin::api::Kind>(
    platform: &Emulator,
    client: &Client<K>,
    calls: Calls,
) -> usize {
    let (mut exercised, mut unlisted) = (0, calls.without);
    unlisted.retain(|name| !BY_HAND.contains(name));
    assert!(unlisted.is_empty(), "no value could be made up of {unlisted:?}");
    for (name, (info, call)) in calls.made {
        // Most are not implemented by the emulator; only the request is checked.
        let _ = client.send_call(call.clone(), CallOptions::default()).await;
        // The emulator does not serve web pages of the platform, nor response URLs that it did not
        // issue.
        if info.auth == Auth::ResponseUrl || info.host == "mp.weixin.qq.com" {
            continue;
        }
        let mut seen = platform.calls().into_iter().rev().map(|call| call.request);
        let arrived = seen
            .find(|request| request.host == info.host && info.match_path(&request.path).is_some());
        let arrived = arrived.unwrap_or_else(|| panic!("{name} did not arrive"));
        assert_eq!(arrived.method, info.method.as_str(), "{name}");
        let has = |name: &str| arrived.query.iter().any(|(given, _)| given == name);
        for field in info.fields.iter().filter(|field| field.location == FieldLocation::Query) {
            assert!(has(field.name()) || !field.field.required, "{name}: {}", field.name());
        }
        if let Some(parameter) = info.auth.parameter() {
            assert!(has(parameter), "{name} came without a token");
        } else if info.auth == Auth::None {
            assert!(!has("access_token"), "{name} needs no token");
        }
        check_body(info, &call, &arrived.content_type, arrived.body.as_deref());
        exercised += 1;
    }
    exercised
}

/// Masks secrets, which the timeline does not show.
fn hide(sent: &mut Value, arrived: &Value) {
    match (sent, arrived) {
        (Value::Object(sent), Value::Object(arrived)) => {
            for (name, value) in sent {
                hide(value, arrived.get(name).unwrap_or(&Value::Null));
            }
        }
        (Value::Array(sent), Value::Array(arrived)) => {
            sent.iter_mut().zip(arrived).for_each(|(sent, arrived)| hide(sent, arrived));
        }
        (sent @ (Value::String(_) | Value::Number(_)), Value::String(shown))
            if shown.contains('…') =>
        {
            *sent = arrived.clone();
        }
        _ => {}
    }
}

fn check_body(info: &EndpointInfo, call: &ApiRequest, content_type: &str, body: Option<&str>) {
    let (name, body) = (info.name, body.unwrap_or_default());
    match call.body() {
        Body::Empty => assert_eq!(body, "", "{name}"),
        Body::Json(json) => {
            // A number with a secret name is shown as `…` without quotes.
            let arrived: Value = serde_json::from_str(&body.replace(":…", ":\"…\""))
                .unwrap_or_else(|error| panic!("{name}: {error}: {body}"));
            let mut sent: Value = serde_json::from_slice(json).unwrap();
            hide(&mut sent, &arrived);
            assert_eq!(arrived, sent, "{name}");
        }
        Body::Multipart(parts) => {
            assert!(content_type.starts_with("multipart/form-data; boundary="), "{name}");
            let parts: Vec<_> = parts.iter().map(Part::name).collect();
            let needed = info.fields.iter().filter(|field| field.location == FieldLocation::Part);
            for field in needed.filter(|field| field.field.required) {
                assert!(parts.contains(&field.name()), "{name} has no part {}", field.name());
            }
        }
        _ => panic!("{name} has a body of another kind"),
    }
}

#[tokio::test]
async fn every_endpoint_arrives_as_declared() {
    let platform = Emulator::start().await;
    let official = platform.official_client();
    let calls = Calls::of(official.account().clone(), AccountKind::Official);
    let official = exercise(&platform, &official, calls).await;
    let mini = platform.mini_client();
    let calls = Calls::of(mini.account().clone(), AccountKind::Mini);
    let mini = exercise(&platform, &mini, calls).await;
    let work = platform.work_client();
    let calls = Calls::of(work.account().clone(), AccountKind::Work);
    let work = exercise(&platform, &work, calls).await;
    assert!(official > 300 && mini > 150 && work > 300, "{official}, {mini}, {work}");
}
