//! Takes an endpoint value apart: each field goes where its declaration says.

use std::fmt;

use serde::{
    Serialize, Serializer,
    ser::{self, Impossible, SerializeMap, SerializeStruct},
};
use serde_json::Value;

use super::outgoing::{Body, Outgoing, Part};
use crate::{AccountId, BodyKind, Endpoint, FieldInfo, Fill, Place, Reply};

/// Why a value cannot be written as a call.
#[derive(Debug)]
pub(super) struct Misfit(String);

impl fmt::Display for Misfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Misfit {}

impl ser::Error for Misfit {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Misfit(message.to_string())
    }
}

pub(super) fn write_call<E: Endpoint>(
    endpoint: &E,
    account: &AccountId,
) -> Result<Outgoing, Misfit> {
    let info = E::INFO;
    let mut placer = Placer {
        fields: info.fields,
        call: Outgoing::of(info, E::Reply::FORM),
        json: vec![b'{'],
        written: Vec::new(),
        key: None,
    };
    endpoint.serialize(&mut placer)?;
    for field in info.fields {
        if let Some(fill) = field.fill.filter(|_| !placer.written.contains(&field.name)) {
            match fill {
                Fill::Secret => placer.call.want_secret(field.name),
                Fill::Id => placer.place(field.name, account.id())?,
                Fill::Agent => match account.agent() {
                    Some(agent) => placer.place(field.name, &agent)?,
                    None => return Err(Misfit(format!("{} is not an app", account.product()))),
                },
            }
        }
    }
    let Placer { mut call, mut json, .. } = placer;
    if info.body == BodyKind::Json {
        json.push(b'}');
        call = call.with_json(json);
    }
    endpoint.give_files(&mut |name, file| call.add_part(Part::file(name, file.clone())));
    endpoint.give_signatures(&mut |name, signed, signature| {
        let body: &[u8] = if let Body::Json(json) = call.body() { json } else { &[] };
        if let Some(made) = signature.make(signed, call.path(), body) {
            call.add_query(name, made);
        }
    });
    Ok(call)
}

/// Serializes the fields of one struct (or, where groups are flattened, of one map).
struct Placer {
    fields: &'static [FieldInfo],
    call: Outgoing,
    json: Vec<u8>,
    /// The declared fields that had a value.
    written: Vec<&'static str>,
    /// The key of a map whose value comes next.
    key: Option<String>,
}

impl Placer {
    fn place<T: Serialize + ?Sized>(&mut self, name: &str, value: &T) -> Result<(), Misfit> {
        let unfit = |error| Misfit(format!("field `{name}`: {error}"));
        // What comes again under the name of a field that does not go into the body belongs to a
        // group of fields beside it, as the arguments of a cloud function do.
        let again =
            |field: &&FieldInfo| field.place != Place::Body && self.written.contains(&field.name);
        let field = self.fields.iter().find(|field| field.name == name && !again(field));
        if let Some(field) = field {
            self.written.push(field.name);
        }
        let place = field.map_or(Place::Body, |field| field.place);
        if place == Place::Body {
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
            value @ (Value::Array(_) | Value::Object(_)) if place != Place::Part => {
                let kind = if value.is_array() { "a list" } else { "an object" };
                return Err(Misfit(format!("field `{name}`: {kind} only fits into a body")));
            }
            value => value.to_string(),
        };
        if place == Place::Path && text.is_empty() {
            return Err(Misfit(format!("field `{name}` goes into the path and is empty")));
        }
        match (place, field) {
            (Place::Query, Some(field)) => self.call.add_query(field.name, text),
            (Place::Path, _) => self.call.fill_path(name, &text),
            (Place::Url, _) => {
                let address = self.call.set_url(&text);
                // The value is a secret: it is not quoted.
                return address.ok_or_else(|| Misfit(format!("field `{name}` is no address")));
            }
            _ => self.call.add_part(Part::text(name, text)),
        }
        Ok(())
    }
}

/// What is refused, which is everything but a struct or a map.
macro_rules! refuse {
    ($($method:ident($($arg:ty),*) -> $result:ty;)+) => { $(
        fn $method(self, $(_: $arg),*) -> Result<$result, Misfit> {
            Err(Misfit("an endpoint is a struct with named fields".to_owned()))
        }
    )+ };
}

impl Serializer for &mut Placer {
    type Ok = ();
    type Error = Misfit;
    type SerializeSeq = Impossible<(), Misfit>;
    type SerializeTuple = Impossible<(), Misfit>;
    type SerializeTupleStruct = Impossible<(), Misfit>;
    type SerializeTupleVariant = Impossible<(), Misfit>;
    type SerializeMap = Self;
    type SerializeStruct = Self;
    type SerializeStructVariant = Impossible<(), Misfit>;

    fn serialize_struct(self, _name: &'static str, _len: usize) -> Result<Self, Misfit> {
        Ok(self)
    }

    fn serialize_map(self, _len: Option<usize>) -> Result<Self, Misfit> {
        Ok(self)
    }

    refuse! {
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

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Misfit> {
        value.serialize(self)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _name: &'static str,
        value: &T,
    ) -> Result<(), Misfit> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _name: &'static str,
        _index: u32,
        _variant: &'static str,
        value: &T,
    ) -> Result<(), Misfit> {
        value.serialize(self)
    }
}

impl SerializeStruct for &mut Placer {
    type Ok = ();
    type Error = Misfit;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        key: &'static str,
        value: &T,
    ) -> Result<(), Misfit> {
        self.place(key, value)
    }

    fn end(self) -> Result<(), Misfit> {
        Ok(())
    }
}

impl SerializeMap for &mut Placer {
    type Ok = ();
    type Error = Misfit;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Misfit> {
        match serde_json::to_value(key) {
            Ok(Value::String(key)) => {
                self.key = Some(key);
                Ok(())
            }
            _ => Err(Misfit("the name of a field must be text".to_owned())),
        }
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Misfit> {
        match self.key.take() {
            Some(key) => self.place(&key, value),
            None => Err(Misfit("a value came before its name".to_owned())),
        }
    }

    fn end(self) -> Result<(), Misfit> {
        Ok(())
    }
}
