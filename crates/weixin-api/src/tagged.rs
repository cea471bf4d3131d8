//! What `#[derive(TaggedEnum)]` calls: reading and writing a value of which one field names the
//! kind.

use std::borrow::Cow;

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{DeserializeOwned, Error as _},
    ser::{Error as _, SerializeMap},
};
use serde_json::{Map, Value};

use crate::lenient::{self, Error};

/// All fields of a value.
pub type Fields = Map<String, Value>;

/// A type of which one field names the kind.
pub trait Tagged: Sized {
    /// That field.
    const TAG: &'static str;
    /// What keeps the fields that cannot be read otherwise.
    const OTHER: Option<fn(Fields) -> Self>;

    /// Reads a value of a kind.
    fn read(kind: &str, fields: &Fields) -> Result<Self, Error>;
}

/// The kind that a field names, a text or a number.
pub(crate) fn kind<'f>(fields: &'f Fields, tag: &str) -> Option<Cow<'f, str>> {
    match fields.get(tag)? {
        Value::String(text) => Some(Cow::Borrowed(text)),
        Value::Number(number) => Some(Cow::Owned(number.to_string())),
        _ => None,
    }
}

/// Reads a value, which may stand beside the fields of a struct.
pub fn deserialize<'de, T: Tagged, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    from_fields(Fields::deserialize(deserializer)?).map_err(D::Error::custom)
}

fn from_fields<T: Tagged>(fields: Fields) -> Result<T, Error> {
    let read = match kind(&fields, T::TAG) {
        Some(kind) => T::read(&kind, &fields),
        None => Err(missing(T::TAG)),
    };
    match (read, T::OTHER) {
        (Err(_), Some(other)) => Ok(other(fields)),
        (read, _) => read,
    }
}

fn missing(field: &str) -> Error {
    Error::custom(format_args!("missing field `{field}`"))
}

/// The error of a kind that the enum does not have.
pub fn unknown(tag: &str, kind: &str) -> Error {
    Error::custom(format_args!("unknown kind `{kind}`")).below(tag)
}

fn given<'f>(fields: &'f Fields, key: &str) -> Option<&'f Value> {
    fields.get(key).filter(|value| !value.is_null())
}

/// Whether the field is there.
pub fn has(fields: &Fields, key: &str) -> bool {
    given(fields, key).is_some()
}

/// Reads the content in a field.
pub fn content<T: DeserializeOwned>(fields: &Fields, key: &str) -> Result<T, Error> {
    optional_content(fields, key)?.ok_or_else(|| missing(key))
}

/// Reads the content in a field that may be missing.
pub fn optional_content<T: DeserializeOwned>(
    fields: &Fields,
    key: &str,
) -> Result<Option<T>, Error> {
    let Some(value) = given(fields, key) else { return Ok(None) };
    lenient::from_value(value.clone()).map(Some).map_err(|error| error.below(key))
}

/// Reads content that stands beside the tag.
pub fn flat_content<T: DeserializeOwned>(fields: &Fields, tag: &str) -> Result<T, Error> {
    let mut fields = fields.clone();
    fields.remove(tag);
    lenient::from_value(Value::Object(fields))
}

/// Writes the kind, and the content in a field.
pub fn write<S: Serializer>(
    serializer: S,
    tag: &'static str,
    kind: &(impl Serialize + ?Sized),
    key: &'static str,
    content: &impl Serialize,
) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(Some(2))?;
    map.serialize_entry(tag, kind)?;
    map.serialize_entry(key, content)?;
    map.end()
}

/// Writes the kind of a value without content.
pub fn write_kind<S: Serializer>(
    serializer: S,
    tag: &'static str,
    kind: &(impl Serialize + ?Sized),
) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(Some(1))?;
    map.serialize_entry(tag, kind)?;
    map.end()
}

/// Writes the kind and beside it the fields of the content.
pub fn write_flat<S: Serializer>(
    serializer: S,
    tag: &'static str,
    kind: &(impl Serialize + ?Sized),
    content: &impl Serialize,
) -> Result<S::Ok, S::Error> {
    let fields = match serde_json::to_value(content).map_err(S::Error::custom)? {
        Value::Object(fields) => fields,
        _ => return Err(S::Error::custom("only an object can stand beside its kind")),
    };
    let mut map = serializer.serialize_map(Some(1 + fields.len()))?;
    map.serialize_entry(tag, kind)?;
    for (name, value) in &fields {
        map.serialize_entry(name, value)?;
    }
    map.end()
}
