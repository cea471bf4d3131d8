//! Enums whose kind stands in one field and whose content in the field that the kind names, as in
//! `{"msgtype": "image", "image": {…}}`. Unlike [`weixin_api::msgtype`], which is for a flattened
//! field, these can be items of a list, and content of an unknown kind is kept as JSON.

use serde::{Serialize, Serializer, de::DeserializeOwned, ser::SerializeMap};
use serde_json::{Map, Value};
use weixin_api::lenient;

/// The fields of a value whose kind or content is not known.
pub(crate) type Fields = Map<String, Value>;

/// Writes the kind, and the content in the field of that name.
pub(crate) fn serialize<S: Serializer>(
    tag: &'static str,
    kind: &'static str,
    content: &impl Serialize,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(Some(2))?;
    map.serialize_entry(tag, kind)?;
    map.serialize_entry(kind, content)?;
    map.end()
}

/// Reads the content in the field that the kind names; `None` if it is missing or malformed.
pub(crate) fn content<T: DeserializeOwned>(fields: &Fields, kind: &str) -> Option<T> {
    lenient::from_value(fields.get(kind)?.clone()).ok()
}

/// Declares such an enum with serde's traits, a description, and a variant `Other`.
macro_rules! tagged_enum {
    (
        $(#[doc = $doc:literal])*
        pub enum $name:ident by $tag:literal {
            $($(#[doc = $text:literal])* $wire:literal => $variant:ident($content:ty),)+
        }
    ) => {
        $(#[doc = $doc])*
        #[derive(Debug, Clone, PartialEq)]
        #[non_exhaustive]
        pub enum $name {
            $($(#[doc = $text])* $variant($content),)+
            /// A kind that this version does not know, or content that it cannot read, with all
            /// its fields.
            Other(::serde_json::Map<String, ::serde_json::Value>),
        }

        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self {
                    $(Self::$variant(content) => {
                        $crate::tagged::serialize($tag, $wire, content, serializer)
                    })+
                    Self::Other(fields) => fields.serialize(serializer),
                }
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> Result<Self, D::Error> {
                let fields = $crate::tagged::Fields::deserialize(deserializer)?;
                let known = match fields.get($tag).and_then(::serde_json::Value::as_str) {
                    $(Some($wire) => $crate::tagged::content(&fields, $wire).map(Self::$variant),)+
                    _ => None,
                };
                Ok(known.unwrap_or(Self::Other(fields)))
            }
        }

        impl ::weixin_api::Describe for $name {
            fn describe() -> &'static ::weixin_api::TypeInfo {
                const INFO: ::weixin_api::ChoiceInfo = ::weixin_api::ChoiceInfo::new(
                    stringify!($name),
                    concat!($($doc, "\n"),*).trim_ascii(),
                    ::weixin_api::ChoiceForm::TagAndKey($tag),
                    &[$(::weixin_api::VariantInfo::new(
                        $wire,
                        concat!($($text, "\n"),*).trim_ascii(),
                        Some(<$content as ::weixin_api::Describe>::describe),
                    ),)+],
                    true,
                );
                &::weixin_api::TypeInfo::Choice(&INFO)
            }
        }
    };
}

pub(crate) use tagged_enum;
