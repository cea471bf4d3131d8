//! Booleans that are `0` and `1` on the wire. For `#[serde(with = "weixin_api::bool_as_int")]`.

use std::fmt;

use serde::{Deserializer, Serializer, de::Visitor};

/// Writes `0` or `1`.
///
/// # Errors
///
/// Those of the serializer.
pub fn serialize<S: Serializer>(truth: &bool, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_u8(u8::from(*truth))
}

/// Reads `0`, `1`, `false`, `true`, and each of them as text.
///
/// # Errors
///
/// If it is anything else.
pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<bool, D::Error> {
    deserializer.deserialize_any(Flag)
}

/// The same for a field that may be missing. Add `default` and
/// `skip_serializing_if = "Option::is_none"`.
pub mod option {
    use serde::Deserialize;

    use super::{Deserializer, Serializer};

    #[derive(Deserialize)]
    struct Given(#[serde(deserialize_with = "super::deserialize")] bool);

    /// Writes `0`, `1` or nothing.
    ///
    /// # Errors
    ///
    /// Those of the serializer.
    pub fn serialize<S: Serializer>(
        truth: &Option<bool>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        match truth {
            Some(truth) => super::serialize(truth, serializer),
            None => serializer.serialize_none(),
        }
    }

    /// Reads what [`super::deserialize`] reads, and `null`.
    ///
    /// # Errors
    ///
    /// If it is anything else.
    pub fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<bool>, D::Error> {
        Ok(Option::<Given>::deserialize(deserializer)?.map(|Given(truth)| truth))
    }
}

struct Flag;

impl Visitor<'_> for Flag {
    type Value = bool;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("0 or 1")
    }

    fn visit_bool<E: serde::de::Error>(self, truth: bool) -> Result<bool, E> {
        Ok(truth)
    }

    fn visit_u64<E: serde::de::Error>(self, number: u64) -> Result<bool, E> {
        Ok(number != 0)
    }

    fn visit_i64<E: serde::de::Error>(self, number: i64) -> Result<bool, E> {
        Ok(number != 0)
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<bool, E> {
        match text.trim() {
            "1" | "true" => Ok(true),
            "0" | "false" | "" => Ok(false),
            _ => Err(E::invalid_value(serde::de::Unexpected::Str(text), &self)),
        }
    }
}
