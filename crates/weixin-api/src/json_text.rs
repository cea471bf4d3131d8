//! A value that is the text of its JSON inside other JSON. For `#[serde(with =
//! "weixin_api::json_text")]`.
//!
//! ```
//! use serde::{Deserialize, Serialize};
//!
//! #[derive(Debug, Serialize, Deserialize)]
//! struct Shop {
//!     #[serde(with = "weixin_api::json_text")]
//!     pictures: Vec<String>,
//! }
//!
//! let shop: Shop = serde_json::from_str(r#"{"pictures":"[\"a\",\"b\"]"}"#)?;
//! assert_eq!(shop.pictures, ["a", "b"]);
//! assert_eq!(serde_json::to_string(&shop)?, r#"{"pictures":"[\"a\",\"b\"]"}"#);
//! # Ok::<(), serde_json::Error>(())
//! ```

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{DeserializeOwned, Error as _},
    ser::Error as _,
};
use serde_json::Value;

use crate::lenient;

/// Writes the value's JSON as a text.
///
/// # Errors
///
/// If the value has no JSON form, and those of the serializer.
pub fn serialize<T: Serialize, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
    let text = serde_json::to_string(value).map_err(S::Error::custom)?;
    serializer.serialize_str(&text)
}

/// Reads a text with JSON in it, or the JSON itself.
///
/// # Errors
///
/// If it is anything else.
pub fn deserialize<'de, T: DeserializeOwned, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    read(Value::deserialize(deserializer)?).map_err(D::Error::custom)
}

/// Reads the JSON in a text, or the JSON itself.
fn read<T: DeserializeOwned>(value: Value) -> Result<T, lenient::Error> {
    match value {
        Value::String(text) => lenient::from_slice(text.as_bytes()),
        value => lenient::from_value(value),
    }
}

/// The same for a field that may be missing; an empty text counts as missing too. Add `default` and
/// `skip_serializing_if = "Option::is_none"`.
pub mod option {
    use super::{Deserialize, DeserializeOwned, Deserializer, Serialize, Serializer, Value};
    use serde::de::Error as _;

    /// Writes the value's JSON as a text, or nothing.
    ///
    /// # Errors
    ///
    /// If the value has no JSON form, and those of the serializer.
    pub fn serialize<T: Serialize, S: Serializer>(
        value: &Option<T>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        match value {
            Some(value) => super::serialize(value, serializer),
            None => serializer.serialize_none(),
        }
    }

    /// Reads what [`super::deserialize`] reads, `null` and an empty text.
    ///
    /// # Errors
    ///
    /// If it is anything else.
    pub fn deserialize<'de, T: DeserializeOwned, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<T>, D::Error> {
        match Value::deserialize(deserializer)? {
            Value::Null => Ok(None),
            Value::String(text) if text.trim().is_empty() => Ok(None),
            value => super::read(value).map(Some).map_err(D::Error::custom),
        }
    }
}
