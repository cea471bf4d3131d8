//! The form of types on the wire, as data: for help texts, checks and samples that work without
//! compiled code for the type.

mod described;
mod impls;

use std::fmt;

pub use described::Described;

/// A type whose form on the wire can be looked up without a value of it.
///
/// `#[inbound(part)]`, `#[endpoint]`, `#[derive(StringEnum)]`, [`string_id!`](crate::string_id),
/// [`integer_id!`](crate::integer_id) and [`int_enum!`](crate::int_enum) implement it. A type with
/// its own serde implementation implements it by hand; [`TypeInfo::Json`] is the form that promises
/// nothing.
///
/// A function, not a constant, because types contain each other: a button contains buttons. Nothing
/// is compiled for types whose form is never looked up.
#[diagnostic::on_unimplemented(
    message = "the form of `{Self}` on the wire is not declared",
    label = "this type does not implement `Describe`",
    note = "declare a group of fields with `#[endpoint(part)]`, an enum of texts with \
            `#[derive(StringEnum)]`, an enum of numbers with `int_enum!`, an id with `string_id!`"
)]
pub trait Describe {
    /// The form of this type.
    fn describe() -> &'static TypeInfo;
}

/// The form of a type on the wire.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum TypeInfo {
    /// A text.
    Text,
    /// A text that is never printed, because it is a secret.
    Secret,
    /// `true` or `false`.
    Bool,
    /// A boolean that is 1 or 0 on the wire.
    Flag,
    /// A whole number.
    Integer {
        /// Whether it may be negative.
        signed: bool,
        /// Its size in bits.
        bits: u8,
    },
    /// A number, which may have a fraction.
    Float,
    /// A time, in seconds since 1970 in UTC.
    Time,
    /// Any JSON.
    Json,
    /// The content of a file, as a part of a multipart body.
    File,
    /// An id: a text or a whole number with a type of its own.
    Id(&'static IdInfo),
    /// One of several texts or numbers.
    Enum(&'static EnumInfo),
    /// A list. A list with one item may lack its brackets.
    List(Described),
    /// A list that is one text on the wire, its items separated by this character.
    Joined(char, Described),
    /// An object with any keys.
    Map(Described),
    /// JSON that is a text on the wire.
    JsonText(Described),
    /// A group of fields.
    Struct(&'static StructInfo),
    /// One of several groups of fields.
    Choice(&'static ChoiceInfo),
}

/// The form in a few words, such as `list of OpenId`.
impl fmt::Display for TypeInfo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = match self {
            TypeInfo::Text => "text",
            TypeInfo::Secret => "secret text",
            TypeInfo::Bool => "true or false",
            TypeInfo::Flag => "1 or 0",
            TypeInfo::Integer { .. } => "whole number",
            TypeInfo::Float => "number",
            TypeInfo::Time => "seconds since 1970",
            TypeInfo::Json => "any JSON",
            TypeInfo::File => "file",
            TypeInfo::Id(id) => id.name,
            TypeInfo::Enum(info) => info.name,
            TypeInfo::Struct(info) => info.name,
            TypeInfo::Choice(info) => info.name,
            TypeInfo::List(item) => return write!(f, "list of {}", item.get()),
            TypeInfo::Joined(separator, item) => {
                return write!(f, "text of {} separated by {separator}", item.get());
            }
            TypeInfo::Map(entry) => return write!(f, "map to {}", entry.get()),
            TypeInfo::JsonText(inner) => return write!(f, "text of the JSON of {}", inner.get()),
        };
        f.write_str(name)
    }
}

/// An id.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct IdInfo {
    /// The type's name, such as `PeerId`.
    pub name: &'static str,
    /// What the id identifies, in Markdown.
    pub doc: &'static str,
    /// Whether it is a number on the wire.
    pub integer: bool,
}

/// An enum that is a text or an integer on the wire.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct EnumInfo {
    /// The type's name.
    pub name: &'static str,
    /// The documentation of the enum, in Markdown.
    pub doc: &'static str,
    /// The known values. Unknown ones are kept when read.
    pub values: &'static [ValueInfo],
    /// Whether the values are numbers.
    pub integer: bool,
}

/// A known value of an enum.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct ValueInfo {
    /// The name of the variant.
    pub variant: &'static str,
    /// The value on the wire; a number in decimal digits.
    pub value: &'static str,
    /// What it means, in Markdown.
    pub doc: &'static str,
}

/// A group of fields.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct StructInfo {
    /// The type's name.
    pub name: &'static str,
    /// The documentation of the group, in Markdown.
    pub doc: &'static str,
    /// The fields, in the order of the declaration.
    pub fields: &'static [FieldInfo],
}

/// One field of a group or of an endpoint.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct FieldInfo {
    /// The name on the wire.
    pub name: &'static str,
    /// Other names under which it is read.
    pub aliases: &'static [&'static str],
    /// The form of its value, without a surrounding `Option`.
    pub ty: Described,
    /// Whether the field is required.
    pub required: bool,
    /// Whether the fields of its value take its place among the other fields.
    pub flat: bool,
    /// In a push, the element of each item of a list, inside the element of the list:
    /// `<PicList><item>…</item></PicList>`.
    pub item: Option<&'static str>,
    /// The documentation of the field, in Markdown.
    pub doc: &'static str,
}

/// One of several groups of fields.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct ChoiceInfo {
    /// The type's name.
    pub name: &'static str,
    /// The documentation of the choice, in Markdown.
    pub doc: &'static str,
    /// How the variant is recognised on the wire.
    pub form: ChoiceForm,
    /// The known variants.
    pub variants: &'static [VariantInfo],
    /// Whether unknown variants are kept when read.
    pub open: bool,
}

/// How a variant of a choice is recognised on the wire.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ChoiceForm {
    /// By the name of the only field: `{"text": {…}}`.
    Key,
    /// By a field with the name of the variant, next to its fields: `{"type": "text", …}`.
    Tag(&'static str),
    /// By a field with the name of the variant, its fields in a field of that name or of its
    /// [`key`](VariantInfo::key): `{"msgtype": "text", "text": {…}}`.
    TagAndKey(&'static str),
    /// Only by which fields are present.
    Untagged,
}

/// One of several groups of fields.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct VariantInfo {
    /// The name on the wire.
    pub name: &'static str,
    /// Other names under which it is read.
    pub aliases: &'static [&'static str],
    /// The field that holds its content, for [`ChoiceForm::TagAndKey`].
    pub key: &'static str,
    /// The documentation of the variant, in Markdown.
    pub doc: &'static str,
    /// Its content, if it has one.
    pub content: Option<Described>,
    /// Whether its content may be missing.
    pub optional: bool,
}

// Constructors, because macros create these structs in other crates while they stay open for
// further fields.

impl IdInfo {
    /// An id with this name.
    pub const fn new(name: &'static str, integer: bool, doc: &'static str) -> Self {
        Self { name, doc, integer }
    }
}

impl EnumInfo {
    /// An enum with these known values.
    pub const fn new(
        name: &'static str,
        integer: bool,
        doc: &'static str,
        values: &'static [ValueInfo],
    ) -> Self {
        Self { name, doc, values, integer }
    }
}

impl ValueInfo {
    /// A known value of an enum.
    pub const fn new(variant: &'static str, value: &'static str, doc: &'static str) -> Self {
        Self { variant, value, doc }
    }
}

impl StructInfo {
    /// A group of these fields.
    pub const fn new(name: &'static str, doc: &'static str, fields: &'static [FieldInfo]) -> Self {
        Self { name, doc, fields }
    }
}

impl FieldInfo {
    /// A required field of this name. `describe` is the [`Describe::describe`] of its type.
    pub const fn new(
        name: &'static str,
        describe: fn() -> &'static TypeInfo,
        doc: &'static str,
    ) -> Self {
        Self::with_type(name, Described::new(describe), doc)
    }

    /// A required field of this name, whose form may come from data.
    pub const fn with_type(name: &'static str, ty: Described, doc: &'static str) -> Self {
        Self { name, aliases: &[], ty, required: true, flat: false, item: None, doc }
    }

    /// The same field, but optional.
    #[must_use]
    pub const fn optional(mut self) -> Self {
        self.required = false;
        self
    }

    /// The same field, whose fields take its place among the other fields.
    #[must_use]
    pub const fn flat(mut self) -> Self {
        self.flat = true;
        self
    }

    /// The same field, with each item of the list in an element of this name.
    #[must_use]
    pub const fn item(mut self, element: &'static str) -> Self {
        self.item = Some(element);
        self
    }

    /// The same field, also read under these names.
    #[must_use]
    pub const fn aliases(mut self, aliases: &'static [&'static str]) -> Self {
        self.aliases = aliases;
        self
    }

    /// Whether `name` is its name or an alias.
    pub fn is_named(&self, name: &str) -> bool {
        self.name == name || self.aliases.contains(&name)
    }

    /// The form of its value.
    pub fn type_info(&self) -> &'static TypeInfo {
        self.ty.get()
    }
}

impl ChoiceInfo {
    /// A choice between these variants.
    pub const fn new(
        name: &'static str,
        doc: &'static str,
        form: ChoiceForm,
        variants: &'static [VariantInfo],
        open: bool,
    ) -> Self {
        Self { name, doc, form, variants, open }
    }
}

impl VariantInfo {
    /// A variant with this name on the wire. `describe` is the [`Describe::describe`] of the type of
    /// its content; `None` if it has no content.
    pub const fn new(
        name: &'static str,
        doc: &'static str,
        describe: Option<fn() -> &'static TypeInfo>,
    ) -> Self {
        let content = match describe {
            Some(describe) => Some(Described::new(describe)),
            None => None,
        };
        Self::with_content(name, doc, content)
    }

    /// A variant with this name on the wire, the form of whose content may come from data.
    pub const fn with_content(
        name: &'static str,
        doc: &'static str,
        content: Option<Described>,
    ) -> Self {
        Self { name, aliases: &[], key: name, doc, content, optional: false }
    }

    /// The same variant, also read under these names.
    #[must_use]
    pub const fn aliases(mut self, aliases: &'static [&'static str]) -> Self {
        self.aliases = aliases;
        self
    }

    /// The same variant with its content in this field.
    #[must_use]
    pub const fn key(mut self, key: &'static str) -> Self {
        self.key = key;
        self
    }

    /// The same variant, whose content may be missing.
    #[must_use]
    pub const fn optional(mut self) -> Self {
        self.optional = true;
        self
    }

    /// Whether this is its name or one of its other names.
    pub fn is_named(&self, name: &str) -> bool {
        self.name == name || self.aliases.contains(&name)
    }
}
