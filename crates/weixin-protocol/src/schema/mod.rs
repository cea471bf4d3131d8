//! What a type looks like on the wire, as data: for help texts, checks and samples that need no
//! compiled reader or writer of the type.

mod impls;

use std::fmt;

/// A type whose form on the wire can be looked up without a value of it.
///
/// `#[inbound(part)]`, `#[endpoint]`, `#[derive(StringEnum)]`, [`string_id!`](crate::string_id),
/// [`integer_id!`](crate::integer_id) and [`int_enum!`](crate::int_enum) implement it. A type with
/// a serde form of its own implements it by hand, [`TypeInfo::Json`] being the answer that promises
/// nothing.
///
/// A function, not a constant, because types contain each other: a button holds buttons. Nothing is
/// compiled for types that nobody asks for.
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

/// How the form of a type is looked up: [`Describe::describe`] of that type.
pub type Described = fn() -> &'static TypeInfo;

/// The form of a type on the wire.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum TypeInfo {
    /// A text.
    Text,
    /// A text that is never printed.
    Secret,
    /// `true` or `false`.
    Bool,
    /// A truth value that travels as 1 or 0.
    Flag,
    /// A whole number.
    Integer {
        /// Whether it may be negative.
        signed: bool,
        /// Its size.
        bits: u8,
    },
    /// A number, whole or not.
    Float,
    /// A moment, in seconds since 1970 in UTC.
    Time,
    /// Any JSON.
    Json,
    /// The content of a file, a part of a multipart body.
    File,
    /// An id: a text or a whole number with a type of its own.
    Id(&'static IdInfo),
    /// One of several texts or numbers.
    Enum(&'static EnumInfo),
    /// A list. A list of one may come without its brackets.
    List(Described),
    /// A list that travels as one text, its items separated by this character.
    Joined(char, Described),
    /// An object with any keys.
    Map(Described),
    /// JSON that travels as a text.
    JsonText(Described),
    /// A group of fields.
    Struct(&'static StructInfo),
    /// One of several groups of fields.
    Choice(&'static ChoiceInfo),
}

/// The form in a few words: `list of OpenId`.
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
            TypeInfo::List(item) => return write!(f, "list of {}", item()),
            TypeInfo::Joined(separator, item) => {
                return write!(f, "text of {} separated by {separator}", item());
            }
            TypeInfo::Map(entry) => return write!(f, "map to {}", entry()),
            TypeInfo::JsonText(inner) => return write!(f, "text of the JSON of {}", inner()),
        };
        f.write_str(name)
    }
}

/// An id.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct IdInfo {
    /// The type's name, for instance `PeerId`.
    pub name: &'static str,
    /// What it names, in Markdown.
    pub doc: &'static str,
    /// Whether it is a number on the wire.
    pub integer: bool,
}

/// An enum that travels as a text or a whole number.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct EnumInfo {
    /// The type's name.
    pub name: &'static str,
    /// What it says, in Markdown.
    pub doc: &'static str,
    /// The known values. Others are kept when read.
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
    /// What it is, in Markdown.
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
    /// Whether it must be there.
    pub required: bool,
    /// Whether the fields of its value stand beside the others, in place of it.
    pub flat: bool,
    /// What it means, in Markdown.
    pub doc: &'static str,
}

/// One of several groups of fields.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct ChoiceInfo {
    /// The type's name.
    pub name: &'static str,
    /// What it is, in Markdown.
    pub doc: &'static str,
    /// How the wire says which of them it is.
    pub form: ChoiceForm,
    /// The known ones.
    pub variants: &'static [VariantInfo],
    /// Whether others are kept when read.
    pub open: bool,
}

/// How the wire says which of several groups of fields is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ChoiceForm {
    /// By the name of the only field: `{"text": {…}}`.
    Key,
    /// By a field with the name of the variant, its fields beside it: `{"type": "text", …}`.
    Tag(&'static str),
    /// By a field with the name of the variant, its fields in a field of that name or of its
    /// [`key`](VariantInfo::key): `{"msgtype": "text", "text": {…}}`.
    TagAndKey(&'static str),
    /// By nothing but the fields that are there.
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
    /// What it is, in Markdown.
    pub doc: &'static str,
    /// Its content, if it has one.
    pub content: Option<Described>,
    /// Whether its content may be missing.
    pub optional: bool,
}

// The constructors keep the structs open for further fields while macros write them.

impl IdInfo {
    #[doc(hidden)]
    pub const fn new(name: &'static str, integer: bool, doc: &'static str) -> Self {
        Self { name, doc, integer }
    }
}

impl EnumInfo {
    #[doc(hidden)]
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
    #[doc(hidden)]
    pub const fn new(variant: &'static str, value: &'static str, doc: &'static str) -> Self {
        Self { variant, value, doc }
    }
}

impl StructInfo {
    #[doc(hidden)]
    pub const fn new(name: &'static str, doc: &'static str, fields: &'static [FieldInfo]) -> Self {
        Self { name, doc, fields }
    }
}

impl FieldInfo {
    /// A field of this name that must be there.
    pub const fn new(name: &'static str, ty: Described, doc: &'static str) -> Self {
        Self { name, aliases: &[], ty, required: true, flat: false, doc }
    }

    /// The same field, which may be missing.
    #[must_use]
    pub const fn optional(mut self) -> Self {
        self.required = false;
        self
    }

    /// The same field, whose fields stand beside the others.
    #[must_use]
    pub const fn flat(mut self) -> Self {
        self.flat = true;
        self
    }

    /// The same field, also read under these names.
    #[must_use]
    pub const fn aliases(mut self, aliases: &'static [&'static str]) -> Self {
        self.aliases = aliases;
        self
    }

    /// Whether this is its name or one of its other names.
    pub fn is_named(&self, name: &str) -> bool {
        self.name == name || self.aliases.contains(&name)
    }

    /// The form of its value.
    pub fn type_info(&self) -> &'static TypeInfo {
        (self.ty)()
    }
}

impl ChoiceInfo {
    /// A choice between these.
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
    /// A variant with this name on the wire.
    pub const fn new(name: &'static str, doc: &'static str, content: Option<Described>) -> Self {
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
