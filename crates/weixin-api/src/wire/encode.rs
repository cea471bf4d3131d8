//! Encodes an endpoint value: each field is put where its declaration says.

use std::fmt;

use serde::{
    Serialize, Serializer,
    ser::{self, Impossible, SerializeMap, SerializeStruct},
};
use serde_json::Value;

use super::request::{ApiRequest, Body, Part};
use crate::{
    AccountDefault, AccountId, BodyKind, Endpoint, EndpointField, EndpointInfo, FieldLocation,
};

/// Why a value cannot be encoded as a call.
#[derive(Debug)]
pub(super) struct EncodeError(String);

impl fmt::Display for EncodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for EncodeError {}

impl ser::Error for EncodeError {
    fn custom<T: fmt::Display>(message: T) -> Self {
        EncodeError(message.to_string())
    }
}

pub(super) fn write_call<E: Endpoint>(
    endpoint: &E,
    account: &AccountId,
) -> Result<ApiRequest, EncodeError> {
    let mut call = encode(E::INFO, endpoint, account)?;
    endpoint.visit_files(&mut |name, file| call.add_part(Part::file(name, file.clone())));
    endpoint.visit_signatures(&mut |name, signed, signature| {
        let body: &[u8] = if let Body::Json(json) = call.body() { json } else { &[] };
        if let Some(made) = signature.make(signed, call.path(), body) {
            call.add_query(name, made);
        }
    });
    Ok(call)
}

/// The length of most JSON bodies, in bytes: the text of one does not move while it is written.
const SMALL_BODY: usize = 256;

/// Puts each field of a value where its declaration says.
pub(super) fn encode<T: Serialize>(
    info: &'static EndpointInfo,
    value: &T,
    account: &AccountId,
) -> Result<ApiRequest, EncodeError> {
    let mut encoder = RequestEncoder {
        fields: info.fields,
        call: ApiRequest::of(info),
        json: Vec::with_capacity(if info.body == BodyKind::Json { SMALL_BODY } else { 0 }),
        written: Vec::new(),
        key: None,
    };
    encoder.json.push(b'{');
    value.serialize(&mut encoder)?;
    for field in info.fields {
        let Some(default) = field.account_default else { continue };
        if encoder.written.contains(&field.name()) {
            continue;
        }
        match default {
            AccountDefault::Secret => encoder.call.want_secret(field.name()),
            AccountDefault::Id => encoder.put(field.name(), account.id())?,
            AccountDefault::Agent => match account.agent() {
                Some(agent) => encoder.put(field.name(), &agent)?,
                None => return Err(EncodeError(format!("{} is not an app", account.product()))),
            },
        }
    }
    let RequestEncoder { mut call, mut json, .. } = encoder;
    if info.body == BodyKind::Json {
        json.push(b'}');
        call = call.with_json(json);
    }
    Ok(call)
}

/// Serializes the fields of one struct (or, where groups are flattened, of one map).
struct RequestEncoder {
    fields: &'static [EndpointField],
    call: ApiRequest,
    json: Vec<u8>,
    /// The declared fields that had a value.
    written: Vec<&'static str>,
    /// The key of a map entry whose value follows.
    key: Option<String>,
}

impl RequestEncoder {
    fn put<T: Serialize + ?Sized>(&mut self, name: &str, value: &T) -> Result<(), EncodeError> {
        let unfit = |error| EncodeError(format!("field `{name}`: {error}"));
        // A second value under the name of a field outside the body belongs to a group of fields in
        // the body, such as the arguments of a cloud function.
        let again = |field: &&EndpointField| {
            field.location != FieldLocation::Body && self.written.contains(&field.name())
        };
        let field = self.fields.iter().find(|field| field.name() == name && !again(field));
        if let Some(field) = field {
            self.written.push(field.name());
        }
        let location = field.map_or(FieldLocation::Body, |field| field.location);
        if location == FieldLocation::Body {
            if self.json.len() > 1 {
                self.json.push(b',');
            }
            serde_json::to_writer(&mut self.json, name).map_err(unfit)?;
            self.json.push(b':');
            return serde_json::to_writer(&mut self.json, value).map_err(unfit);
        }
        let text = match serde_json::to_value(value).map_err(unfit)? {
            Value::Null => return Ok(()),
            Value::String(text) => text,
            value @ (Value::Array(_) | Value::Object(_)) if location != FieldLocation::Part => {
                let kind = if value.is_array() { "a list" } else { "an object" };
                return Err(EncodeError(format!("field `{name}`: {kind} only fits into a body")));
            }
            value => value.to_string(),
        };
        if location == FieldLocation::Path && text.is_empty() {
            return Err(EncodeError(format!(
                "field `{name}` goes into the path and must not be empty"
            )));
        }
        match (location, field) {
            (FieldLocation::Query, Some(field)) => self.call.add_query(field.name(), text),
            (FieldLocation::Path, _) => self.call.fill_path(name, &text),
            (FieldLocation::Url, _) => {
                let address = self.call.set_url(&text);
                // The value is a secret: it is not quoted.
                return address
                    .ok_or_else(|| EncodeError(format!("field `{name}` is not a valid URL")));
            }
            _ => self.call.add_part(Part::text(name, text)),
        }
        Ok(())
    }
}

/// Rejects everything except a struct or a map.
macro_rules! reject {
    ($($method:ident($($arg:ty),*) -> $result:ty;)+) => { $(
        fn $method(self, $(_: $arg),*) -> Result<$result, EncodeError> {
            Err(EncodeError("an endpoint is a struct with named fields".to_owned()))
        }
    )+ };
}

impl Serializer for &mut RequestEncoder {
    type Ok = ();
    type Error = EncodeError;
    type SerializeSeq = Impossible<(), EncodeError>;
    type SerializeTuple = Impossible<(), EncodeError>;
    type SerializeTupleStruct = Impossible<(), EncodeError>;
    type SerializeTupleVariant = Impossible<(), EncodeError>;
    type SerializeMap = Self;
    type SerializeStruct = Self;
    type SerializeStructVariant = Impossible<(), EncodeError>;

    fn serialize_struct(self, _name: &'static str, _len: usize) -> Result<Self, EncodeError> {
        Ok(self)
    }

    fn serialize_map(self, _len: Option<usize>) -> Result<Self, EncodeError> {
        Ok(self)
    }

    reject! {
        serialize_bool(bool) -> ();
        serialize_i8(i8) -> ();
        serialize_i16(i16) -> ();
        serialize_i32(i32) -> ();
        serialize_i64(i64) -> ();
        serialize_u8(u8) -> ();
        serialize_u16(u16) -> ();
        serialize_u32(u32) -> ();
        serialize_u64(u64) -> ();
        serialize_f32(f32) -> ();
        serialize_f64(f64) -> ();
        serialize_char(char) -> ();
        serialize_str(&str) -> ();
        serialize_bytes(&[u8]) -> ();
        serialize_none() -> ();
        serialize_unit() -> ();
        serialize_unit_struct(&'static str) -> ();
        serialize_unit_variant(&'static str, u32, &'static str) -> ();
        serialize_seq(Option<usize>) -> Self::SerializeSeq;
        serialize_tuple(usize) -> Self::SerializeTuple;
        serialize_tuple_struct(&'static str, usize) -> Self::SerializeTupleStruct;
        serialize_tuple_variant(&'static str, u32, &'static str, usize)
            -> Self::SerializeTupleVariant;
        serialize_struct_variant(&'static str, u32, &'static str, usize)
            -> Self::SerializeStructVariant;
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), EncodeError> {
        value.serialize(self)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _name: &'static str,
        value: &T,
    ) -> Result<(), EncodeError> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _name: &'static str,
        _index: u32,
        _variant: &'static str,
        value: &T,
    ) -> Result<(), EncodeError> {
        value.serialize(self)
    }
}

impl SerializeStruct for &mut RequestEncoder {
    type Ok = ();
    type Error = EncodeError;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        key: &'static str,
        value: &T,
    ) -> Result<(), EncodeError> {
        self.put(key, value)
    }

    fn end(self) -> Result<(), EncodeError> {
        Ok(())
    }
}

impl SerializeMap for &mut RequestEncoder {
    type Ok = ();
    type Error = EncodeError;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), EncodeError> {
        match serde_json::to_value(key) {
            Ok(Value::String(key)) => {
                self.key = Some(key);
                Ok(())
            }
            _ => Err(EncodeError("the name of a field must be text".to_owned())),
        }
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), EncodeError> {
        match self.key.take() {
            Some(key) => self.put(&key, value),
            None => Err(EncodeError("a value came before its name".to_owned())),
        }
    }

    fn end(self) -> Result<(), EncodeError> {
        Ok(())
    }
}
