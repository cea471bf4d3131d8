//! Lists as WeCom's message API writes them: `ann|bob`.

use std::fmt;

use serde::{
    Deserializer, Serializer,
    de::{Error, SeqAccess, Visitor},
};

const SEPARATOR: char = '|';

/// Writes the items with `|` between them.
pub(crate) fn serialize<T: fmt::Display, S: Serializer>(
    items: &[T],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut text = String::new();
    for (at, item) in items.iter().enumerate() {
        if at > 0 {
            text.push(SEPARATOR);
        }
        text.push_str(&item.to_string());
    }
    serializer.serialize_str(&text)
}

/// Reads items with `|` between them, or a JSON list. Empty ones are left out.
pub(crate) fn deserialize<'de, T: From<String>, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Vec<T>, D::Error> {
    let items = deserializer.deserialize_any(Items)?;
    Ok(items.into_iter().filter(|item| !item.is_empty()).map(T::from).collect())
}

struct Items;

impl<'de> Visitor<'de> for Items {
    type Value = Vec<String>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("names with `|` between them")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Vec<String>, E> {
        Ok(text.split(SEPARATOR).map(str::to_owned).collect())
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Vec<String>, E> {
        Ok(vec![number.to_string()])
    }

    fn visit_unit<E: Error>(self) -> Result<Vec<String>, E> {
        Ok(Vec::new())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Vec<String>, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = list.next_element::<serde_json::Value>()? {
            match item {
                serde_json::Value::String(text) => items.push(text),
                other => items.push(other.to_string()),
            }
        }
        Ok(items)
    }
}
