//! Tables of all typed endpoints and messages, with functions that are instantiated for each type.

use std::{
    any::{TypeId, type_name},
    fmt::Debug,
    sync::LazyLock,
};

use serde_json::{Map, Value, json};
use weixin::{
    api::{
        Auth, BodyKind, Download, Endpoint, EndpointInfo, EndpointVisitor, Place, Reply, ReplyForm,
        lenient,
        wire::{self, Answer},
    },
    protocol::{Inbound, InboundMessage, InboundVisitor, Product, Selector},
};

/// A sample that was read into its type and written back.
#[derive(Debug)]
pub(crate) struct WrittenBack {
    /// The JSON that was written.
    pub(crate) value: Value,
    /// The number of values that were read as `Other`, because the enum has no variant for them.
    pub(crate) others: usize,
}

/// A typed endpoint.
pub(crate) struct TypedEndpoint {
    pub(crate) info: &'static EndpointInfo,
    /// The name of the reply type.
    pub(crate) reply: &'static str,
    request: fn(Map<String, Value>) -> Result<WrittenBack, String>,
    response: fn(&[u8]) -> Result<WrittenBack, String>,
}

impl TypedEndpoint {
    fn of<E: Endpoint>() -> Self {
        Self {
            info: E::INFO,
            reply: type_name::<E::Reply>(),
            request: request::<E>,
            response: response::<E>,
        }
    }

    /// Reads the fields of a request and writes them back.
    pub(crate) fn request(&self, fields: Map<String, Value>) -> Result<WrittenBack, String> {
        (self.request)(fields)
    }

    /// Reads a response and writes it back.
    pub(crate) fn response(&self, body: &[u8]) -> Result<WrittenBack, String> {
        (self.response)(body)
    }
}

fn request<E: Endpoint>(mut fields: Map<String, Value>) -> Result<WrittenBack, String> {
    // A sample only contains the body. Required fields of path and query are filled in with the
    // text `1`, which can be read as a number, a boolean and most strings.
    let elsewhere = |place| matches!(place, Place::Path | Place::Query);
    let body_only = E::INFO.body == BodyKind::Json;
    for field in E::INFO.fields.iter().filter(|field| elsewhere(field.place)) {
        if body_only {
            fields.remove(field.name);
        }
        if field.required && !fields.contains_key(field.name) {
            fields.insert(field.name.to_owned(), json!("1"));
        }
    }
    let request: E = lenient::from_value(fields.into()).map_err(|error| error.to_string())?;
    let mut value = serde_json::to_value(&request).map_err(|error| error.to_string())?;
    if let (true, Value::Object(written)) = (body_only, &mut value) {
        let places = E::INFO.fields.iter().filter(|field| elsewhere(field.place));
        places.for_each(|field| drop(written.remove(field.name)));
    }
    Ok(WrittenBack { value, others: others(&request) })
}

fn response<E: Endpoint>(body: &[u8]) -> Result<WrittenBack, String> {
    let say = |error: weixin::api::Error| {
        std::error::Error::source(&error).map_or_else(|| error.to_string(), ToString::to_string)
    };
    let answer = Answer::json(body.to_vec());
    let product = E::INFO.scope.first().map_or(Product::Official, |role| role.product());
    let answer = match answer.checked(E::Reply::FORM, product) {
        Ok(answer) => answer,
        // A sample of an error response: it is read as an error, which keeps code and message.
        Err(error) => match error.code() {
            Some(code) => {
                let mut value = json!({ "errcode": code, "errmsg": error.message() });
                // Other fields are read as the reply, if possible.
                let details = error.details::<Map<String, Value>>().unwrap_or_default();
                if E::Reply::FORM == ReplyForm::Json && !details.is_empty() {
                    let details =
                        serde_json::to_vec(&details).map_err(|error| error.to_string())?;
                    let reply = wire::read_reply::<E>(Answer::json(details)).ok();
                    let written = reply.and_then(|reply| reply.write(true).ok());
                    let written = written.and_then(|answer| answer.into_json().ok());
                    if let (Some(Value::Object(written)), Some(value)) =
                        (written, value.as_object_mut())
                    {
                        value.extend(written);
                    }
                }
                return Ok(WrittenBack { value, others: 0 });
            }
            None => return Err(say(error)),
        },
    };
    if TypeId::of::<E::Reply>() == TypeId::of::<Download>() {
        return Err("the reply is a file, but the sample is JSON".to_owned());
    }
    let reply = wire::read_reply::<E>(answer).map_err(say)?;
    let written = wire::write_reply::<E>(&reply).and_then(Answer::into_json).map_err(say)?;
    Ok(WrittenBack { value: written, others: others(&reply) })
}

/// Counts the values that were read as the variant `Other`, which enums use for unknown values.
/// Serde cannot tell them apart, but in `Debug` output `Other(` only appears for them outside of
/// quotes.
fn others(value: &impl Debug) -> usize {
    let text = format!("{value:?}");
    let (mut count, mut quoted, mut escaped) = (0, false, false);
    for (at, character) in text.char_indices() {
        match character {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            'O' if !quoted => {
                let starts_here =
                    text[..at].chars().next_back().is_none_or(|c| !c.is_alphanumeric());
                count += usize::from(starts_here && text[at..].starts_with("Other("));
            }
            _ => {}
        }
    }
    count
}

/// A typed message or event.
pub(crate) struct TypedMessage {
    pub(crate) selector: Selector,
    pub(crate) scope: &'static [Product],
    id: TypeId,
    read: fn(&Inbound) -> Result<(Inbound, usize), String>,
}

impl TypedMessage {
    fn of<T: InboundMessage>() -> Self {
        let id = TypeId::of::<T>();
        Self { selector: T::SELECTOR, scope: T::SCOPE, id, read: message::<T> }
    }

    /// Reads a push and writes it back. Also returns the number of values read as `Other`.
    pub(crate) fn read(&self, push: &Inbound) -> Result<(Inbound, usize), String> {
        (self.read)(push)
    }
}

fn message<T: InboundMessage>(push: &Inbound) -> Result<(Inbound, usize), String> {
    let message: T = push.read().map_err(|error| error.to_string())?;
    let others = others(&message);
    let written = Inbound::of(push.header(), &message, push.format());
    // Written as text and read again, as the receiver of a push would.
    let written =
        Inbound::parse(&written.write(push.format())).map_err(|error| error.to_string())?;
    Ok((written, others))
}

/// All typed endpoints, each once, in the order of the product crates.
pub(crate) fn endpoints() -> &'static [TypedEndpoint] {
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
        // Products share endpoints: `weixin-mini` lists those of `weixin-official` again.
        if !self.0.iter().any(|known| std::ptr::eq(known.info, E::INFO)) {
            self.0.push(TypedEndpoint::of::<E>());
        }
    }
}

/// The typed endpoint with this host, method and path, which may include a query.
pub(crate) fn find(host: &str, method: &str, path: &str) -> Option<&'static TypedEndpoint> {
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    endpoints().iter().find(|endpoint| {
        let info = endpoint.info;
        // A response URL has no fixed path.
        info.auth != Auth::ResponseUrl
            && info.host == host
            && info.method.as_str() == method
            && info.match_path(path).is_some()
            && info.match_query(query)
    })
}

/// All typed messages and events, each once.
pub(crate) fn messages() -> &'static [TypedMessage] {
    static ALL: LazyLock<Vec<TypedMessage>> = LazyLock::new(|| {
        let mut all = Messages(Vec::new());
        weixin::protocol::visit_messages(&mut all);
        weixin::official::visit_messages(&mut all);
        weixin::mini::visit_messages(&mut all);
        weixin::work::visit_messages(&mut all);
        weixin::open::visit_messages(&mut all);
        all.0
    });
    &ALL
}

struct Messages(Vec<TypedMessage>);

impl InboundVisitor for Messages {
    fn visit<T: InboundMessage>(&mut self) {
        // Products share messages too.
        if !self.0.iter().any(|known| known.id == TypeId::of::<T>()) {
            self.0.push(TypedMessage::of::<T>());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_variants_are_counted_and_not_text() {
        #[derive(Debug)]
        #[expect(dead_code, reason = "only `Debug` reads it")]
        enum Kind {
            Other(String),
            Another(u8),
        }
        assert_eq!(
            others(&[Kind::Other("x".into()), Kind::Another(1), Kind::Other("y".into())]),
            2
        );
        assert_eq!(others(&r#"Other("x") \" Other(1)"#), 0);
        assert_eq!(others(&Kind::Other("Other(".into())), 1);
    }
}
