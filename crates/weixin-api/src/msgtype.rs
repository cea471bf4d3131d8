//! The platform's way of writing "one of several messages": the name of the kind in a field, and
//! beside it the content in a field of that name.
//!
//! ```json
//! { "msgtype": "text", "text": { "content": "hello" } }
//! ```
//!
//! An ordinary enum of newtype variants takes this form with `#[serde(flatten, with = "…")]`:
//!
//! ```
//! use serde::{Deserialize, Serialize};
//!
//! #[derive(Debug, Serialize, Deserialize)]
//! #[serde(rename_all = "lowercase")]
//! enum Message {
//!     Text(Content),
//! }
//!
//! #[derive(Debug, Serialize, Deserialize)]
//! struct Content {
//!     content: String,
//! }
//!
//! #[derive(Debug, Serialize, Deserialize)]
//! struct Outer {
//!     touser: String,
//!     #[serde(flatten, with = "weixin_api::msgtype")]
//!     message: Message,
//! }
//!
//! let outer: Outer = serde_json::from_str(
//!     r#"{"touser":"ann","msgtype":"text","text":{"content":"hello"}}"#,
//! )?;
//! assert_eq!(
//!     serde_json::to_string(&outer)?,
//!     r#"{"touser":"ann","msgtype":"text","text":{"content":"hello"}}"#,
//! );
//! # Ok::<(), serde_json::Error>(())
//! ```

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{DeserializeOwned, Error as _},
    ser::{Error as _, Impossible, SerializeMap},
};
use serde_json::{Map, Value};

use crate::lenient;

/// The name of the field that holds the name of the kind.
const TAG: &str = "msgtype";

/// Writes an enum of newtype variants.
///
/// # Errors
///
/// When the value is anything else.
pub fn serialize<T: Serialize, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
    value.serialize(Tagged(serializer))
}

/// Reads an enum of newtype variants.
///
/// # Errors
///
/// When the kind is missing or unknown, or its content is missing or malformed.
pub fn deserialize<'de, T: DeserializeOwned, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    let mut fields = Map::<String, Value>::deserialize(deserializer)?;
    let Some(kind) = fields.get(TAG).and_then(Value::as_str).map(str::to_owned) else {
        return Err(D::Error::missing_field(TAG));
    };
    let Some(content) = fields.remove(&kind) else {
        return Err(D::Error::custom(format_args!("missing field `{kind}`")));
    };
    let variant = Value::Object(Map::from_iter([(kind, content)]));
    lenient::from_value(variant).map_err(D::Error::custom)
}

/// Lets a newtype variant through, as two entries of a map.
struct Tagged<S>(S);

/// What is refused, which is everything but a newtype variant.
macro_rules! refuse {
    ($($method:ident($($arg:ty),*) -> $result:ty;)+) => { $(
        fn $method(self, $(_: $arg),*) -> Result<$result, S::Error> {
            Err(S::Error::custom("only an enum of newtype variants has a message type"))
        }
    )+ };
}

impl<S: Serializer> Serializer for Tagged<S> {
    type Ok = S::Ok;
    type Error = S::Error;
    type SerializeSeq = Impossible<S::Ok, S::Error>;
    type SerializeTuple = Impossible<S::Ok, S::Error>;
    type SerializeTupleStruct = Impossible<S::Ok, S::Error>;
    type SerializeTupleVariant = Impossible<S::Ok, S::Error>;
    type SerializeMap = Impossible<S::Ok, S::Error>;
    type SerializeStruct = Impossible<S::Ok, S::Error>;
    type SerializeStructVariant = Impossible<S::Ok, S::Error>;

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<S::Ok, S::Error> {
        let mut map = self.0.serialize_map(Some(2))?;
        map.serialize_entry(TAG, variant)?;
        map.serialize_entry(variant, value)?;
        map.end()
    }

    refuse! {
        serialize_bool(bool) -> S::Ok;
        serialize_i8(i8) -> S::Ok;
        serialize_i16(i16) -> S::Ok;
        serialize_i32(i32) -> S::Ok;
        serialize_i64(i64) -> S::Ok;
        serialize_u8(u8) -> S::Ok;
        serialize_u16(u16) -> S::Ok;
        serialize_u32(u32) -> S::Ok;
        serialize_u64(u64) -> S::Ok;
        serialize_f32(f32) -> S::Ok;
        serialize_f64(f64) -> S::Ok;
        serialize_char(char) -> S::Ok;
        serialize_str(&str) -> S::Ok;
        serialize_bytes(&[u8]) -> S::Ok;
        serialize_none() -> S::Ok;
        serialize_unit() -> S::Ok;
        serialize_unit_struct(&'static str) -> S::Ok;
        serialize_unit_variant(&'static str, u32, &'static str) -> S::Ok;
        serialize_seq(Option<usize>) -> Self::SerializeSeq;
        serialize_tuple(usize) -> Self::SerializeTuple;
        serialize_tuple_struct(&'static str, usize) -> Self::SerializeTupleStruct;
        serialize_tuple_variant(&'static str, u32, &'static str, usize)
            -> Self::SerializeTupleVariant;
        serialize_map(Option<usize>) -> Self::SerializeMap;
        serialize_struct(&'static str, usize) -> Self::SerializeStruct;
        serialize_struct_variant(&'static str, u32, &'static str, usize)
            -> Self::SerializeStructVariant;
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<S::Ok, S::Error> {
        value.serialize(self)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _name: &'static str,
        value: &T,
    ) -> Result<S::Ok, S::Error> {
        value.serialize(self)
    }
}
