//! The lines of the file, as serde reads and writes them.
//!
//! A reference to a type is a text: a simple type (`text`, `u32`), a type with a line of its own
//! (`OpenId`), or one around another (`list<OpenId>`). Values that most fields have are left out.

use std::{borrow::Cow, fmt};

use serde::{
    Deserialize, Deserializer, Serialize,
    de::{Error, Visitor},
};
use weixin_api::{AccountDefault, Auth, BodyKind, FieldLocation};

/// One line.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Line<'a> {
    /// The groups that follow belong to this product crate.
    #[serde(borrow)]
    Product(Text<'a>),
    #[serde(borrow)]
    Group(Group<'a>),
    #[serde(borrow)]
    Endpoint(Endpoint<'a>),
    #[serde(borrow)]
    Message(Message<'a>),
    #[serde(borrow)]
    Id(Id<'a>),
    #[serde(borrow)]
    Enum(Enum<'a>),
    #[serde(borrow)]
    Struct(Struct<'a>),
    #[serde(borrow)]
    Choice(Choice<'a>),
}

/// A text, which is only copied out of the file if it has escapes there.
#[derive(Clone, Default, PartialEq, Serialize)]
#[serde(transparent)]
pub(super) struct Text<'a>(pub(super) Cow<'a, str>);

impl Text<'_> {
    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Text<'static> {
    /// The text for the rest of the program.
    pub(super) fn leak(self) -> &'static str {
        match self.0 {
            Cow::Borrowed(text) => text,
            Cow::Owned(text) => text.leak(),
        }
    }
}

impl<'a> From<&'a str> for Text<'a> {
    fn from(text: &'a str) -> Self {
        Self(Cow::Borrowed(text))
    }
}

impl From<String> for Text<'_> {
    fn from(text: String) -> Self {
        Self(Cow::Owned(text))
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Text<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Texts;

        impl<'de> Visitor<'de> for Texts {
            type Value = Text<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text")
            }

            fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Text<'de>, E> {
                Ok(Text::from(text))
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Text<'de>, E> {
                Ok(Text::from(text.to_owned()))
            }
        }

        deserializer.deserialize_str(Texts)
    }
}

fn is_false(value: &bool) -> bool {
    !value
}

/// A group of endpoints. Endpoints of other crates that it shares are listed, too.
#[derive(Serialize, Deserialize)]
pub(super) struct Group<'a> {
    #[serde(borrow)]
    pub(super) name: Text<'a>,
    #[serde(default, skip_serializing_if = "is_false")]
    pub(super) always: bool,
    #[serde(borrow)]
    pub(super) endpoints: Vec<Text<'a>>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct Endpoint<'a> {
    #[serde(borrow)]
    pub(super) name: Text<'a>,
    #[serde(borrow)]
    pub(super) method: Text<'a>,
    #[serde(borrow)]
    pub(super) host: Text<'a>,
    #[serde(borrow)]
    pub(super) path: Text<'a>,
    #[serde(borrow)]
    pub(super) scope: Vec<Text<'a>>,
    #[serde(borrow)]
    pub(super) auth: Text<'a>,
    /// Whether it may be called again.
    #[serde(default, skip_serializing_if = "is_false")]
    pub(super) safe: bool,
    #[serde(borrow)]
    pub(super) body: Text<'a>,
    #[serde(default, skip_serializing_if = "is_false")]
    pub(super) no_errcode: bool,
    #[serde(default, skip_serializing_if = "is_false")]
    pub(super) secured: bool,
    #[serde(borrow, default, skip_serializing_if = "Text::is_empty")]
    pub(super) call: Text<'a>,
    #[serde(borrow)]
    pub(super) title: Text<'a>,
    #[serde(borrow, default, skip_serializing_if = "Text::is_empty")]
    pub(super) doc: Text<'a>,
    #[serde(borrow)]
    pub(super) summary: Text<'a>,
    #[serde(borrow, default, skip_serializing_if = "Vec::is_empty")]
    pub(super) fields: Vec<Field<'a>>,
    /// The form of the JSON of its reply.
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    pub(super) reply: Option<Text<'a>>,
    /// Whether it answers with a file.
    #[serde(default, skip_serializing_if = "is_false")]
    pub(super) file: bool,
}

#[derive(Serialize, Deserialize)]
pub(super) struct Message<'a> {
    /// The kind of its selector.
    #[serde(borrow)]
    pub(super) kind: Text<'a>,
    #[serde(borrow)]
    pub(super) name: Text<'a>,
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    pub(super) change: Option<Text<'a>>,
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    pub(super) group: Option<Text<'a>>,
    #[serde(borrow)]
    pub(super) scope: Vec<Text<'a>>,
    #[serde(borrow)]
    pub(super) classes: Vec<Text<'a>>,
    #[serde(borrow, default, skip_serializing_if = "Vec::is_empty")]
    pub(super) fields: Vec<Field<'a>>,
}

/// A field of an endpoint, a message or a group of fields.
#[derive(Serialize, Deserialize)]
pub(super) struct Field<'a> {
    #[serde(borrow)]
    pub(super) name: Text<'a>,
    #[serde(borrow, default, skip_serializing_if = "Vec::is_empty")]
    pub(super) aliases: Vec<Text<'a>>,
    #[serde(borrow, rename = "type")]
    pub(super) ty: Text<'a>,
    #[serde(default, skip_serializing_if = "is_false")]
    pub(super) optional: bool,
    #[serde(default, skip_serializing_if = "is_false")]
    pub(super) flat: bool,
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    pub(super) item: Option<Text<'a>>,
    /// Where an endpoint sends it; in the JSON body if it is missing.
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    pub(super) location: Option<Text<'a>>,
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    pub(super) account_default: Option<Text<'a>>,
    #[serde(borrow, default, skip_serializing_if = "Text::is_empty")]
    pub(super) doc: Text<'a>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct Id<'a> {
    #[serde(borrow)]
    pub(super) name: Text<'a>,
    #[serde(default, skip_serializing_if = "is_false")]
    pub(super) integer: bool,
    #[serde(borrow, default, skip_serializing_if = "Text::is_empty")]
    pub(super) doc: Text<'a>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct Enum<'a> {
    #[serde(borrow)]
    pub(super) name: Text<'a>,
    #[serde(default, skip_serializing_if = "is_false")]
    pub(super) integer: bool,
    #[serde(borrow, default, skip_serializing_if = "Text::is_empty")]
    pub(super) doc: Text<'a>,
    #[serde(borrow)]
    pub(super) values: Vec<Value<'a>>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct Value<'a> {
    #[serde(borrow)]
    pub(super) value: Text<'a>,
    #[serde(borrow)]
    pub(super) variant: Text<'a>,
    #[serde(borrow, default, skip_serializing_if = "Text::is_empty")]
    pub(super) doc: Text<'a>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct Struct<'a> {
    #[serde(borrow)]
    pub(super) name: Text<'a>,
    #[serde(borrow, default, skip_serializing_if = "Text::is_empty")]
    pub(super) doc: Text<'a>,
    #[serde(borrow)]
    pub(super) fields: Vec<Field<'a>>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct Choice<'a> {
    #[serde(borrow)]
    pub(super) name: Text<'a>,
    #[serde(borrow, default, skip_serializing_if = "Text::is_empty")]
    pub(super) doc: Text<'a>,
    #[serde(borrow)]
    pub(super) form: Text<'a>,
    /// The name of the tag, for the forms that have one.
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    pub(super) tag: Option<Text<'a>>,
    #[serde(default, skip_serializing_if = "is_false")]
    pub(super) open: bool,
    #[serde(borrow)]
    pub(super) variants: Vec<Variant<'a>>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct Variant<'a> {
    #[serde(borrow)]
    pub(super) name: Text<'a>,
    #[serde(borrow, default, skip_serializing_if = "Vec::is_empty")]
    pub(super) aliases: Vec<Text<'a>>,
    /// The field with its content, if it is not called like the variant.
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    pub(super) key: Option<Text<'a>>,
    #[serde(borrow, default, skip_serializing_if = "Option::is_none", rename = "type")]
    pub(super) content: Option<Text<'a>>,
    #[serde(default, skip_serializing_if = "is_false")]
    pub(super) optional: bool,
    #[serde(borrow, default, skip_serializing_if = "Text::is_empty")]
    pub(super) doc: Text<'a>,
}

/// The names of values that have none of their own.
pub(super) type Names<T> = &'static [(&'static str, T)];

pub(super) const AUTH: Names<Auth> = &[
    ("none", Auth::None),
    ("access_token", Auth::AccessToken),
    ("component_token", Auth::ComponentToken),
    ("suite_token", Auth::SuiteToken),
    ("provider_token", Auth::ProviderToken),
    ("user_token", Auth::UserToken),
    ("webhook_key", Auth::WebhookKey),
    ("response_url", Auth::ResponseUrl),
];

pub(super) const BODY: Names<BodyKind> =
    &[("none", BodyKind::None), ("json", BodyKind::Json), ("multipart", BodyKind::Multipart)];

/// [`FieldLocation::Body`] has none, because it is left out.
pub(super) const LOCATION: Names<FieldLocation> = &[
    ("path", FieldLocation::Path),
    ("query", FieldLocation::Query),
    ("part", FieldLocation::Part),
    ("url", FieldLocation::Url),
];

pub(super) const ACCOUNT_DEFAULT: Names<AccountDefault> = &[
    ("id", AccountDefault::Id),
    ("agent", AccountDefault::Agent),
    ("secret", AccountDefault::Secret),
];

/// The name of a value.
pub(super) fn name_of<T: Copy + PartialEq>(names: Names<T>, value: T) -> Option<&'static str> {
    names.iter().find(|(_, known)| *known == value).map(|(name, _)| *name)
}

/// The value with this name.
pub(super) fn named<T: Copy>(names: Names<T>, name: &str) -> Option<T> {
    names.iter().find(|(known, _)| *known == name).map(|(_, value)| *value)
}
