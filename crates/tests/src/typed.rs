//! Every typed endpoint with the reader and writer of its types, compiled: what the tables cannot
//! prove.

use std::{any::TypeId, sync::LazyLock};

use serde_json::{Map, Value, json};
use weixin::{
    api::{
        BodyKind, Download, Endpoint, EndpointInfo, EndpointVisitor, FieldLocation, Reply,
        ReplyForm, lenient,
        wire::{self, ApiResponse},
    },
    protocol::Product,
};

/// An endpoint that has a type.
pub struct TypedEndpoint {
    /// What is declared of it.
    pub info: &'static EndpointInfo,
    request: fn(Map<String, Value>) -> Result<Value, String>,
    response: fn(&[u8]) -> Result<Value, String>,
}

impl TypedEndpoint {
    fn of<E: Endpoint>() -> Self {
        Self { info: E::INFO, request: request::<E>, response: response::<E> }
    }

    /// Reads the fields of a request and writes them back.
    pub fn request(&self, fields: Map<String, Value>) -> Result<Value, String> {
        (self.request)(fields)
    }

    /// Reads an answer and writes it back.
    pub fn response(&self, body: &[u8]) -> Result<Value, String> {
        (self.response)(body)
    }
}

fn request<E: Endpoint>(mut fields: Map<String, Value>) -> Result<Value, String> {
    // A sample shows the body. What goes into path and query has to be there as well, and the
    // text `1` can be read as a number, a truth value and most names.
    let elsewhere = |location| matches!(location, FieldLocation::Path | FieldLocation::Query);
    let body_only = E::INFO.body == BodyKind::Json;
    for field in E::INFO.fields.iter().filter(|field| elsewhere(field.location)) {
        if body_only {
            fields.remove(field.name());
        }
        if field.field.required && !fields.contains_key(field.name()) {
            fields.insert(field.name().to_owned(), json!("1"));
        }
    }
    let request: E = lenient::from_value(fields.into()).map_err(|error| error.to_string())?;
    let mut value = serde_json::to_value(&request).map_err(|error| error.to_string())?;
    if let (true, Value::Object(written)) = (body_only, &mut value) {
        let places = E::INFO.fields.iter().filter(|field| elsewhere(field.location));
        places.for_each(|field| drop(written.remove(field.name())));
    }
    Ok(value)
}

fn response<E: Endpoint>(body: &[u8]) -> Result<Value, String> {
    let say = |error: weixin::api::Error| {
        std::error::Error::source(&error).map_or_else(|| error.to_string(), ToString::to_string)
    };
    let answer = ApiResponse::json(body.to_vec());
    let product = E::INFO.scope.first().map_or(Product::Official, |kind| kind.product());
    let answer = match answer.checked(E::Reply::FORM, product) {
        Ok(answer) => answer,
        // A sample of a rejection: it is read as an error, which keeps code and message.
        Err(error) => match error.code() {
            Some(code) => {
                let mut value = json!({ "errcode": code, "errmsg": error.message() });
                // What else it says is read as the reply, if it is one.
                let details = error.details::<Map<String, Value>>().unwrap_or_default();
                if E::Reply::FORM == ReplyForm::Json && !details.is_empty() {
                    let details =
                        serde_json::to_vec(&details).map_err(|error| error.to_string())?;
                    let reply = wire::read_reply::<E>(ApiResponse::json(details)).ok();
                    let written = reply.and_then(|reply| reply.write(true).ok());
                    let written = written.and_then(|answer| answer.into_json().ok());
                    if let (Some(Value::Object(written)), Some(value)) =
                        (written, value.as_object_mut())
                    {
                        value.extend(written);
                    }
                }
                return Ok(value);
            }
            None => return Err(say(error)),
        },
    };
    if TypeId::of::<E::Reply>() == TypeId::of::<Download>() {
        return Err("the type is a file, and this is JSON".to_owned());
    }
    let reply = wire::read_reply::<E>(answer).map_err(say)?;
    let written = wire::write_reply::<E>(&reply).and_then(ApiResponse::into_json).map_err(say)?;
    Ok(written)
}

/// All typed endpoints, each once, in the order of the product crates.
pub fn endpoints() -> &'static [TypedEndpoint] {
    static ALL: LazyLock<Vec<TypedEndpoint>> = LazyLock::new(|| {
        let mut all = Endpoints(Vec::new());
        weixin::official::visit(&mut all);
        weixin::mini::visit(&mut all);
        weixin::work::visit(&mut all);
        weixin::open::visit(&mut all);
        all.0
    });
    &ALL
}

struct Endpoints(Vec<TypedEndpoint>);

impl EndpointVisitor for Endpoints {
    fn visit<E: Endpoint>(&mut self) {
        // Products share endpoints; `weixin-mini` shows those of `weixin-official` again.
        if !self.0.iter().any(|known| std::ptr::eq(known.info, E::INFO)) {
            self.0.push(TypedEndpoint::of::<E>());
        }
    }
}

/// The typed endpoint at this address, which may have a query.
pub fn find(host: &str, method: &str, target: &str) -> Option<&'static TypedEndpoint> {
    endpoints().iter().find(|endpoint| endpoint.info.is_at(host, method, target))
}
