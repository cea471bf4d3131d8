//! Secrets in requests, replies and pushes: a field with the name of a secret is a `Secret`, and
//! `Debug` output of every declared type hides what is in it.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::{collections::BTreeMap, fmt::Debug};

use serde_json::{Map, Value, json};
use weixin::{
    api::{
        AccountId, ChoiceForm, Endpoint, EndpointVisitor, FieldInfo, Reply, ReplyForm, TypeInfo,
        VariantInfo, lenient,
        wire::{self, ApiResponse},
    },
    protocol::{Format, Inbound, InboundMessage, InboundVisitor, Map as Fields},
};

/// What every secret is in the values that are made up here.
const CANARY: &str = "Hq3vT8Yx7Lm2RpWd";

/// How the names of secrets end, in lower case and without `_`.
const ENDINGS: [&str; 15] = [
    "secret",
    "token",
    "ticket",
    "password",
    "pwd",
    "sessionkey",
    "aeskey",
    "encryptkey",
    "hostkey",
    "privatekey",
    "permanentcode",
    "authcode",
    "authorizationcode",
    "jscode",
    "cookievalue",
];

/// Fields with such a name that are no secrets, and why.
const NO_SECRETS: [(&str, &[&str]); 9] = [
    (
        "identifies a QR code that is shown to everybody",
        &[
            "QrCode.ticket",
            "ShowQrCode.ticket",
            "CardQrCode.ticket",
            "DeviceQrCode.ticket",
            "NewDevice.qrticket",
            "Scan.Ticket",
            "Subscribe.Ticket",
        ],
    ),
    (
        "is part of the link that is sent to whoever is to authorize the platform",
        &[
            "PreAuthCode.pre_auth_code",
            "SetSessionInfo.pre_auth_code",
            "Authorized.PreAuthCode",
            "AuthorizationUpdated.PreAuthCode",
        ],
    ),
    (
        "identifies a shipment, in the plugin on the phone",
        &[
            "WaybillToken.waybill_token",
            "QueryTrace.waybill_token",
            "UpdateWaybillGoods.waybill_token",
            "QueryFollowTrace.waybill_token",
        ],
    ),
    (
        "identifies a price that was offered",
        &[
            "AddInstantOrder.delivery_token",
            "ReAddInstantOrder.delivery_token",
            "AddedInstantOrder.delivery_token",
        ],
    ),
    ("identifies an import", &["ImportTicket.status_ticket", "GetImportStatus.status_ticket"]),
    ("says that a page was opened by a scan", &["CheckScanTicket.ticket"]),
    (
        "identifies what a user selected on a page",
        &[
            "GetSelectedTicketUsers.selected_ticket",
            "UploadFile.selected_ticket",
            "GetFileDownload.selected_ticket",
            "BeginUpload.selected_ticket",
        ],
    ),
    (
        "raises a limit, and permits no call",
        &["GetChainCustomers.mass_call_ticket", "MassCallTicket.mass_call_ticket"],
    ),
    ("is the name of a secret", &["ContainerVersionConfig.image_pulls_secret"]),
];

fn sounds_secret(name: &str) -> bool {
    let name = name.replace('_', "").to_ascii_lowercase();
    ENDINGS.iter().any(|ending| name.ends_with(ending))
}

/// The deepest nesting of the values that are made up. Deeper lists are empty, and optional fields
/// are missing.
const MAX_DEPTH: u8 = 5;

/// Whether a value of this type can contain a secret.
fn has_secret(ty: &TypeInfo, depth: u8) -> bool {
    let Some(depth) = depth.checked_sub(1) else { return false };
    match ty {
        TypeInfo::Secret => true,
        TypeInfo::List(inner)
        | TypeInfo::Joined(_, inner)
        | TypeInfo::Map(inner)
        | TypeInfo::JsonText(inner) => has_secret(inner.get(), depth),
        TypeInfo::Struct(info) => {
            info.fields.iter().any(|field| has_secret(field.type_info(), depth))
        }
        TypeInfo::Choice(info) => {
            info.variants.iter().any(|variant| variant_has_secret(variant, depth))
        }
        _ => false,
    }
}

fn variant_has_secret(variant: &VariantInfo, depth: u8) -> bool {
    variant.content.is_some_and(|content| has_secret(content.get(), depth))
}

/// A value of this type in which every secret is [`CANARY`].
fn value(ty: &TypeInfo, depth: u8) -> Value {
    let below = depth.saturating_sub(1);
    match ty {
        TypeInfo::Secret => json!(CANARY),
        TypeInfo::Bool => json!(true),
        TypeInfo::Flag | TypeInfo::Integer { .. } | TypeInfo::Float | TypeInfo::Time => json!(1),
        TypeInfo::Id(id) if id.integer => json!(1),
        TypeInfo::Enum(info) => match info.values.first() {
            Some(known) if info.integer => json!(known.value.parse::<i64>().unwrap()),
            Some(known) => json!(known.value),
            None => json!("1"),
        },
        TypeInfo::List(_) if depth == 0 => json!([]),
        TypeInfo::List(item) => json!([value(item.get(), below)]),
        TypeInfo::Joined(_, item) => match value(item.get(), below) {
            Value::String(text) => json!(text),
            other => json!(other.to_string()),
        },
        TypeInfo::Map(item) => json!({ "1": value(item.get(), below) }),
        TypeInfo::JsonText(inner) => json!(value(inner.get(), below).to_string()),
        TypeInfo::Struct(info) => Value::Object(group(info.fields, below)),
        TypeInfo::Choice(info) => {
            let secret = info.variants.iter().find(|variant| variant_has_secret(variant, below));
            let variant = secret.or(info.variants.first()).unwrap();
            let content = variant.content.map(|content| value(content.get(), below));
            choice(info.form, variant, content)
        }
        _ => json!("1"),
    }
}

fn choice(form: ChoiceForm, variant: &VariantInfo, content: Option<Value>) -> Value {
    let fields = |content: Option<Value>| match content {
        Some(Value::Object(fields)) => fields,
        _ => Map::new(),
    };
    match form {
        ChoiceForm::Key => json!({ variant.name: content }),
        ChoiceForm::Tag(tag) => {
            let mut all = fields(content);
            all.insert(tag.to_owned(), json!(variant.name));
            Value::Object(all)
        }
        ChoiceForm::TagAndKey(tag) => json!({ tag: variant.name, variant.key: content }),
        _ => content.unwrap_or_default(),
    }
}

/// The fields of a group. Optional fields without a secret are left out.
fn group(fields: &[FieldInfo], depth: u8) -> Map<String, Value> {
    let mut all = Map::new();
    for field in fields {
        let ty = field.type_info();
        if matches!(ty, TypeInfo::File) || !(field.required || has_secret(ty, depth)) {
            continue;
        }
        match value(ty, depth) {
            Value::Object(inner) if field.flat => all.extend(inner),
            made => drop(all.insert(field.name.to_owned(), made)),
        }
    }
    all
}

/// Fails if a form of `value` shows five characters in a row of [`CANARY`].
#[track_caller]
fn check(name: &str, value: &dyn Debug) {
    for text in [format!("{value:?}"), format!("{value:#?}")] {
        for start in 0..=CANARY.len() - 5 {
            let part = &CANARY[start..start + 5];
            assert!(!text.contains(part), "{name} shows {part:?} in {text}");
        }
    }
}

/// Makes up a request and a reply of each endpoint that has a secret in it.
struct Endpoints {
    account: AccountId,
    requests: usize,
    replies: usize,
    unread: Vec<String>,
}

impl EndpointVisitor for Endpoints {
    fn visit<E: Endpoint>(&mut self) {
        let fields: Vec<FieldInfo> = E::INFO.fields.iter().map(|field| field.field).collect();
        if fields.iter().any(|field| has_secret(field.type_info(), MAX_DEPTH)) {
            let made = group(&fields, MAX_DEPTH);
            match lenient::from_value::<E>(made.into()) {
                Err(error) => self.unread.push(format!("{}: {error}", E::INFO.name)),
                Ok(request) => {
                    check(E::INFO.name, &request);
                    let call = wire::write_call(&request, &self.account);
                    // Response URLs are secrets as well, and this one is no URL.
                    if let Ok(call) = call {
                        check(E::INFO.name, &call);
                        self.requests += 1;
                    }
                }
            }
        }
        let Some(json) = E::INFO.reply.json.map(|json| json.get()) else { return };
        if E::Reply::FORM == ReplyForm::Json && has_secret(json, MAX_DEPTH) {
            let answer = ApiResponse::json(value(json, MAX_DEPTH).to_string());
            match wire::read_reply::<E>(answer) {
                Err(error) => self.unread.push(format!("reply of {}: {error}", E::INFO.name)),
                Ok(reply) => {
                    check(E::INFO.name, &reply);
                    let written = wire::write_reply::<E>(&reply).unwrap();
                    check(E::INFO.name, &written);
                    let written = written.into_json().unwrap().to_string();
                    assert!(written.contains(CANARY), "{} lost its secret", E::INFO.name);
                    self.replies += 1;
                }
            }
        }
    }
}

#[test]
fn requests_and_replies_hide_their_secrets() {
    let account = AccountId::new(weixin::protocol::Product::Official, "wx1");
    let mut endpoints = Endpoints { account, requests: 0, replies: 0, unread: Vec::new() };
    weixin::official::visit(&mut endpoints);
    weixin::mini::visit(&mut endpoints);
    weixin::work::visit(&mut endpoints);
    weixin::open::visit(&mut endpoints);
    let Endpoints { requests, replies, unread, .. } = endpoints;
    assert!(unread.is_empty(), "{}", unread.join("\n"));
    assert!(requests > 40 && replies > 20, "only {requests} requests and {replies} replies");
}

/// Makes up each push that has a secret in it, and lists the fields with the name of a secret.
#[derive(Default)]
struct Pushes {
    checked: usize,
    unread: Vec<String>,
    named: Vec<String>,
}

/// Whether the field is of this form, or a list of it.
fn holds(field: &FieldInfo, form: impl Fn(&TypeInfo) -> bool) -> bool {
    match field.type_info() {
        TypeInfo::List(item) => form(item.get()),
        ty => form(ty),
    }
}

impl InboundVisitor for Pushes {
    fn visit<T: InboundMessage>(&mut self) {
        let name = std::any::type_name::<T>().rsplit("::").next().unwrap();
        for field in T::FIELDS {
            if sounds_secret(field.name) && holds(field, |ty| matches!(ty, TypeInfo::Text)) {
                self.named.push(format!("{name}.{}", field.name));
            }
        }
        let is_secret = |field: &FieldInfo| holds(field, |ty| matches!(ty, TypeInfo::Secret));
        if !T::FIELDS.iter().any(is_secret) {
            return;
        }
        let made = T::FIELDS.iter().filter_map(|field| {
            let secret = is_secret(field);
            (secret || field.required).then_some((field.name, if secret { CANARY } else { "1" }))
        });
        let push = Inbound::from_fields(Fields::from_iter(made), Format::Json);
        match T::read(&push) {
            Err(error) => self.unread.push(format!("{name}: {error}")),
            Ok(message) => {
                check(name, &message);
                let mut written = Fields::new();
                message.write(&mut written);
                let secret = |field: &str| written.text(field).is_some_and(|text| text == CANARY);
                assert!(T::FIELDS.iter().any(|field| secret(field.name)), "{name} lost its secret");
                self.checked += 1;
            }
        }
    }
}

fn pushes() -> Pushes {
    let mut pushes = Pushes::default();
    weixin::protocol::visit_messages(&mut pushes);
    weixin::official::visit_messages(&mut pushes);
    weixin::mini::visit_messages(&mut pushes);
    weixin::work::visit_messages(&mut pushes);
    weixin::open::visit_messages(&mut pushes);
    pushes
}

#[test]
fn pushes_hide_their_secrets() {
    let pushes = pushes();
    assert!(pushes.unread.is_empty(), "{}", pushes.unread.join("\n"));
    assert!(pushes.checked >= 10, "only {} pushes were checked", pushes.checked);
}

/// Every declared field of requests and replies whose name is that of a secret, and its type.
#[derive(Default)]
struct Named {
    seen: Vec<usize>,
    fields: BTreeMap<String, &'static TypeInfo>,
}

impl Named {
    fn field(&mut self, owner: &str, field: &FieldInfo) {
        if sounds_secret(field.name) {
            self.fields.insert(format!("{owner}.{}", field.name), field.type_info());
        }
        self.ty(field.type_info());
    }

    fn ty(&mut self, ty: &'static TypeInfo) {
        let address = std::ptr::from_ref(ty).addr();
        if self.seen.contains(&address) {
            return;
        }
        self.seen.push(address);
        match ty {
            TypeInfo::List(inner)
            | TypeInfo::Joined(_, inner)
            | TypeInfo::Map(inner)
            | TypeInfo::JsonText(inner) => self.ty(inner.get()),
            TypeInfo::Struct(info) => {
                info.fields.iter().for_each(|field| self.field(info.name, field));
            }
            TypeInfo::Choice(info) => {
                let contents = info.variants.iter().filter_map(|variant| variant.content);
                contents.for_each(|content| self.ty(content.get()));
            }
            _ => {}
        }
    }
}

impl EndpointVisitor for Named {
    fn visit<E: Endpoint>(&mut self) {
        E::INFO.fields.iter().for_each(|field| self.field(E::INFO.name, &field.field));
        if let Some(json) = E::INFO.reply.json {
            self.ty(json.get());
        }
    }
}

/// Whether the values are plain texts, alone or in a list.
fn is_text(ty: &TypeInfo) -> bool {
    match ty {
        TypeInfo::Text => true,
        TypeInfo::List(item) | TypeInfo::Joined(_, item) => is_text(item.get()),
        _ => false,
    }
}

#[test]
fn fields_with_the_name_of_a_secret_are_secrets() {
    let mut named = Named::default();
    weixin::official::visit(&mut named);
    weixin::mini::visit(&mut named);
    weixin::work::visit(&mut named);
    weixin::open::visit(&mut named);
    let secrets = named.fields.values().filter(|ty| matches!(ty, TypeInfo::Secret)).count();
    assert!(secrets > 60, "only {secrets} secrets were found by their names");

    let texts = named.fields.iter().filter(|(_, ty)| is_text(ty)).map(|(name, _)| name.clone());
    let mut texts: Vec<String> = texts.chain(pushes().named).collect();
    texts.sort();
    let known: Vec<&str> = NO_SECRETS.iter().flat_map(|(_, fields)| *fields).copied().collect();
    let unknown: Vec<_> = texts.iter().filter(|field| !known.contains(&field.as_str())).collect();
    assert!(unknown.is_empty(), "make these fields a `Secret`, or say why not: {unknown:#?}");
    let stale: Vec<_> =
        known.iter().filter(|field| !texts.iter().any(|text| text == *field)).collect();
    assert!(stale.is_empty(), "these are secrets by now, or are gone: {stale:?}");
}
