//! Reads the platform's irregular JSON.
//!
//! The platform's JSON often differs from its documentation: numbers are quoted, texts are unquoted
//! numbers, an empty text stands for 0, a list with one item is the item itself, `null` stands for a
//! missing field, the text starts with a byte order mark, and nicknames contain raw control
//! characters and broken UTF-8. [`parse`] and [`from_value`] read all of that into ordinary
//! `Deserialize` types, which need no attributes for it.

mod key;

use std::fmt;

use serde::de::{
    self, DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, IntoDeserializer, MapAccess,
    SeqAccess, Unexpected, VariantAccess, Visitor,
};
use serde_json::{Map, Number, Value};

use self::key::Key;

/// Why JSON could not be read, and where in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    path: String,
    message: String,
}

impl Error {
    /// The path to the value that could not be read, as in `menu.button[2].name`; empty for the
    /// whole document.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// What is wrong with the value.
    pub fn message(&self) -> &str {
        &self.message
    }

    pub(crate) fn below(mut self, step: &str) -> Self {
        if !self.path.is_empty() && !self.path.starts_with('[') {
            self.path.insert(0, '.');
        }
        self.path.insert_str(0, step);
        self
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.path.is_empty() {
            f.write_str(&self.message)
        } else {
            write!(f, "{}: {}", self.path, self.message)
        }
    }
}

impl std::error::Error for Error {}

impl de::Error for Error {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self { path: String::new(), message: message.to_string() }
    }
}

/// Reads JSON text: a byte order mark, raw control characters inside strings and invalid UTF-8
/// are tolerated (the latter becomes U+FFFD).
///
/// # Errors
///
/// If the text is not JSON even so, or nested deeper than 128 levels.
pub fn parse(text: &[u8]) -> Result<Value, Error> {
    let text = text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(text);
    // Nearly all answers are valid JSON; only the others are repaired.
    serde_json::from_slice(text)
        .or_else(|_| serde_json::from_str(&repair(&String::from_utf8_lossy(text))))
        .map_err(de::Error::custom)
}

/// Escapes the control characters inside the strings of a JSON text.
fn repair(text: &str) -> String {
    let mut repaired = String::with_capacity(text.len() + 16);
    let (mut quoted, mut escaped) = (false, false);
    for c in text.chars() {
        if quoted && c < ' ' {
            repaired.push_str(&format!("\\u{:04x}", u32::from(c)));
            escaped = false;
            continue;
        }
        if c == '"' && !escaped {
            quoted = !quoted;
        }
        escaped = quoted && c == '\\' && !escaped;
        repaired.push(c);
    }
    repaired
}

/// Deserializes a JSON value, with all the leniency of this module.
///
/// # Errors
///
/// If the value does not fit the type even so; the error has the path.
pub fn from_value<T: DeserializeOwned>(value: Value) -> Result<T, Error> {
    T::deserialize(Lenient(value))
}

/// Deserializes JSON text: [`parse`], then [`from_value`].
///
/// # Errors
///
/// Those of both.
pub fn from_slice<T: DeserializeOwned>(text: &[u8]) -> Result<T, Error> {
    from_value(parse(text)?)
}

/// The number in a text: an empty text is 0 (as it is `false`), and leading zeros (`"0000000001"`)
/// and a plus sign (`"+1"`) are ignored.
pub(crate) fn number_in(text: &str) -> Option<Number> {
    let text = text.trim();
    if text.is_empty() {
        return Some(0.into());
    }
    if let Ok(number) = text.parse() {
        return Some(number);
    }
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", text.strip_prefix('+').unwrap_or(text)),
    };
    let significant = digits.trim_start_matches('0');
    if !digits.starts_with(|first: char| first.is_ascii_digit()) {
        return None;
    }
    let zero = if significant.starts_with(|next: char| next.is_ascii_digit()) { "" } else { "0" };
    format!("{sign}{zero}{significant}").parse().ok()
}

struct Lenient(Value);

impl Lenient {
    fn visit_number<'de, V: Visitor<'de>>(number: &Number, visitor: V) -> Result<V::Value, Error> {
        if let Some(n) = number.as_u64() {
            visitor.visit_u64(n)
        } else if let Some(n) = number.as_i64() {
            visitor.visit_i64(n)
        } else {
            visitor.visit_f64(number.as_f64().unwrap_or(f64::NAN))
        }
    }

    /// A number, or a text with one; an empty text is 0 (as it is `false`).
    fn number<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match &self.0 {
            Value::String(text) => match number_in(text) {
                Some(number) => Self::visit_number(&number, visitor),
                None => Err(de::Error::invalid_type(Unexpected::Str(text), &visitor)),
            },
            Value::Bool(truth) => visitor.visit_u64(u64::from(*truth)),
            _ => self.deserialize_any(visitor),
        }
    }

    /// A whole number; `5.0` is one too.
    fn integer<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        const EXACT: f64 = 9_007_199_254_740_992.0; // 2^53
        let float = match &self.0 {
            Value::Number(number) if number.is_f64() => number.as_f64(),
            Value::String(text) if text.contains('.') => number_in(text).and_then(|n| n.as_f64()),
            _ => None,
        };
        match float {
            Some(n) if n.fract() == 0.0 && n.abs() <= EXACT => visitor.visit_i64(n as i64),
            _ => self.number(visitor),
        }
    }

    fn text<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0 {
            Value::Number(number) => visitor.visit_string(number.to_string()),
            Value::Bool(truth) => visitor.visit_str(if truth { "true" } else { "false" }),
            other => Lenient(other).deserialize_any(visitor),
        }
    }

    fn list<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let items = match self.0 {
            Value::Array(items) => items,
            Value::Null => Vec::new(),
            Value::String(text) if text.is_empty() => Vec::new(),
            single @ Value::Object(_) => vec![single],
            other => return Lenient(other).deserialize_any(visitor),
        };
        visitor.visit_seq(Items { items: items.into_iter(), at: 0 })
    }

    fn object<'de, V: Visitor<'de>>(self, visitor: V, nulls: bool) -> Result<V::Value, Error> {
        match Entries::of(self.0, nulls) {
            Ok(entries) => visitor.visit_map(entries),
            // Serde would take the items for the fields, in order.
            Err(Value::Array(_)) => Err(de::Error::invalid_type(Unexpected::Seq, &visitor)),
            Err(other) => Lenient(other).deserialize_any(visitor),
        }
    }
}

macro_rules! forward {
    ($to:ident: $($method:ident)+) => { $(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
            self.$to(visitor)
        }
    )+ };
}

impl<'de> Deserializer<'de> for Lenient {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0 {
            Value::Null => visitor.visit_unit(),
            Value::Bool(truth) => visitor.visit_bool(truth),
            Value::Number(number) => Self::visit_number(&number, visitor),
            Value::String(text) => visitor.visit_string(text),
            Value::Array(_) => self.list(visitor),
            Value::Object(_) => self.object(visitor, true),
        }
    }

    forward!(integer: deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64
        deserialize_i128 deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64
        deserialize_u128);
    forward!(number: deserialize_f32 deserialize_f64);
    forward!(text: deserialize_char deserialize_str deserialize_string deserialize_identifier
        deserialize_bytes deserialize_byte_buf);
    forward!(list: deserialize_seq);

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let truth = match &self.0 {
            Value::Number(number) => number.as_i64().map(|n| n != 0),
            Value::String(text) => match text.trim() {
                "1" | "true" | "TRUE" | "True" => Some(true),
                "0" | "false" | "FALSE" | "False" | "" => Some(false),
                _ => None,
            },
            _ => None,
        };
        match truth {
            Some(truth) => visitor.visit_bool(truth),
            None => self.deserialize_any(visitor),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0 {
            Value::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_unit()
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_unit()
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_tuple<V: Visitor<'de>>(
        self,
        _len: usize,
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.list(visitor)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _len: usize,
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.list(visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.object(visitor, true)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.object(visitor, false)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        let (variant, value) = match self.0 {
            Value::String(variant) => (variant, None),
            Value::Number(number) => (number.to_string(), None),
            Value::Object(map) if map.len() == 1 => match map.into_iter().next() {
                Some((variant, value)) => (variant, Some(value)),
                None => return Err(de::Error::custom("an empty object is not a variant")),
            },
            other => return Lenient(other).deserialize_any(visitor),
        };
        visitor.visit_enum(Variant { variant, value })
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_unit()
    }
}

impl<'de> IntoDeserializer<'de, Error> for Lenient {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

struct Items {
    items: std::vec::IntoIter<Value>,
    at: usize,
}

impl<'de> SeqAccess<'de> for Items {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Error> {
        let Some(item) = self.items.next() else { return Ok(None) };
        let at = self.at;
        self.at += 1;
        seed.deserialize(Lenient(item)).map(Some).map_err(|error| error.below(&format!("[{at}]")))
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.items.len())
    }
}

struct Entries {
    entries: serde_json::map::IntoIter,
    current: Option<(String, Value)>,
}

// What does not depend on the type that is read is compiled once, not once for each type.
impl Entries {
    /// The entries of an object, with or without those that are `null`, or the value if it is no
    /// object.
    #[inline(never)]
    fn of(value: Value, nulls: bool) -> Result<Self, Value> {
        let mut map = match value {
            Value::Object(map) => map,
            // A server written in PHP writes an empty object as an empty list.
            Value::Array(items) if items.is_empty() => Map::new(),
            other => return Err(other),
        };
        if !nulls {
            map.retain(|_, value| !value.is_null());
        }
        Ok(Self { entries: map.into_iter(), current: None })
    }

    /// Goes to the next entry and returns its key.
    #[inline(never)]
    fn advance(&mut self) -> Option<&str> {
        self.current = self.entries.next();
        self.current.as_ref().map(|(key, _)| key.as_str())
    }
}

impl<'de> MapAccess<'de> for Entries {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Error> {
        self.advance().map(|key| seed.deserialize(Key(key))).transpose()
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Error> {
        match self.current.take() {
            Some((key, value)) => {
                seed.deserialize(Lenient(value)).map_err(|error| error.below(&key))
            }
            None => Err(de::Error::custom("a value was asked for before its key")),
        }
    }
}

struct Variant {
    variant: String,
    value: Option<Value>,
}

impl<'de> EnumAccess<'de> for Variant {
    type Error = Error;
    type Variant = VariantContent;

    fn variant_seed<V: DeserializeSeed<'de>>(
        self,
        seed: V,
    ) -> Result<(V::Value, VariantContent), Error> {
        let content = VariantContent { variant: self.variant.clone(), value: self.value };
        Ok((seed.deserialize(Lenient(Value::String(self.variant)))?, content))
    }
}

struct VariantContent {
    variant: String,
    value: Option<Value>,
}

impl<'de> VariantAccess<'de> for VariantContent {
    type Error = Error;

    fn unit_variant(self) -> Result<(), Error> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Error> {
        seed.deserialize(Lenient(self.value.unwrap_or(Value::Null)))
            .map_err(|error| error.below(&self.variant))
    }

    fn tuple_variant<V: Visitor<'de>>(self, _len: usize, visitor: V) -> Result<V::Value, Error> {
        Lenient(self.value.unwrap_or(Value::Null))
            .list(visitor)
            .map_err(|error| error.below(&self.variant))
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        Lenient(self.value.unwrap_or(Value::Null))
            .object(visitor, false)
            .map_err(|error| error.below(&self.variant))
    }
}
