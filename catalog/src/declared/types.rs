//! Which types declarations refer to, and under which names.

use std::collections::HashMap;

use weixin_protocol::{
    ChoiceForm, ChoiceInfo, Described, EnumInfo, FieldInfo, IdInfo, StructInfo, TypeInfo,
};

use super::{
    DeclaredError,
    format::{Choice, Enum, Field, Id, Line, Struct, Text, Value, Variant},
};

/// A type with a line of its own.
#[derive(Clone, Copy)]
pub(super) enum Named {
    Id(&'static IdInfo),
    Enum(&'static EnumInfo),
    Struct(&'static StructInfo),
    Choice(&'static ChoiceInfo),
}

/// Identifies a type while the program runs. The compiler may store a type at several addresses.
type Address = (&'static str, usize);

impl Named {
    fn new(ty: &TypeInfo) -> Option<Self> {
        match ty {
            TypeInfo::Id(info) => Some(Self::Id(info)),
            TypeInfo::Enum(info) => Some(Self::Enum(info)),
            TypeInfo::Struct(info) => Some(Self::Struct(info)),
            TypeInfo::Choice(info) => Some(Self::Choice(info)),
            _ => None,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Id(info) => info.name,
            Self::Enum(info) => info.name,
            Self::Struct(info) => info.name,
            Self::Choice(info) => info.name,
        }
    }

    fn address(self) -> Address {
        match self {
            Self::Id(info) => ("id", std::ptr::from_ref(info).addr()),
            Self::Enum(info) => ("enum", std::ptr::from_ref(info).addr()),
            Self::Struct(info) => ("struct", std::ptr::from_ref(info).addr()),
            Self::Choice(info) => ("choice", std::ptr::from_ref(info).addr()),
        }
    }

    /// The types it refers to.
    fn parts(self) -> Vec<Described> {
        match self {
            Self::Id(_) | Self::Enum(_) => Vec::new(),
            Self::Struct(info) => info.fields.iter().map(|field| field.ty).collect(),
            Self::Choice(info) => {
                info.variants.iter().filter_map(|variant| variant.content).collect()
            }
        }
    }
}

/// The types with lines, each address once, in the order of their first use.
#[derive(Default)]
pub(super) struct Types {
    all: Vec<Named>,
    places: HashMap<Address, usize>,
}

impl Types {
    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.all.len()
    }

    /// Adds a type and all types it refers to.
    pub(super) fn add(&mut self, ty: &TypeInfo) {
        match ty {
            TypeInfo::List(inner)
            | TypeInfo::Joined(_, inner)
            | TypeInfo::Map(inner)
            | TypeInfo::JsonText(inner) => self.add(inner.get()),
            other => {
                let Some(named) = Named::new(other) else { return };
                if self.places.contains_key(&named.address()) {
                    return;
                }
                self.places.insert(named.address(), self.all.len());
                self.all.push(named);
                named.parts().into_iter().for_each(|part| self.add(part.get()));
            }
        }
    }

    /// Gives each type a name of its own.
    ///
    /// Two addresses are the same type if nothing distinguishes them. Types contain each other, so
    /// this is found in steps: at first all types of one name are considered the same, then those
    /// whose lines differ, where a line has the numbers of the types it refers to, are told apart,
    /// until no line differs.
    pub(super) fn names(self) -> Result<Names, DeclaredError> {
        let mut classes = number(self.all.iter().map(|named| (named.address().0, named.name())));
        loop {
            let mut lines = Vec::with_capacity(self.all.len());
            for (named, class) in self.all.iter().zip(&classes) {
                let line = self.line(*named, named.name(), &|place| classes[place].to_string())?;
                lines.push((*class, super::write::json(&line)?));
            }
            let finer = number(lines);
            if finer == classes {
                break;
            }
            classes = finer;
        }
        let mut numbered = Numbered::default();
        let mut names: Vec<String> = Vec::new();
        let mut first = Vec::new();
        for (named, class) in self.all.iter().zip(&classes) {
            first.push(*class == names.len());
            if *class == names.len() {
                names.push(numbered.next(named.name()));
            }
        }
        let names = classes.iter().filter_map(|class| names.get(*class).cloned()).collect();
        Ok(Names { types: self, names, first })
    }

    /// A reference to a type, with the names of types with lines from `name_of`.
    fn reference(
        &self,
        ty: &TypeInfo,
        name_of: &dyn Fn(usize) -> String,
    ) -> Result<String, DeclaredError> {
        let around = |prefix: &str, inner: &Described| {
            Ok(format!("{prefix}{}>", self.reference(inner.get(), name_of)?))
        };
        Ok(match ty {
            TypeInfo::Text => "text".to_owned(),
            TypeInfo::Secret => "secret".to_owned(),
            TypeInfo::Bool => "bool".to_owned(),
            TypeInfo::Flag => "flag".to_owned(),
            TypeInfo::Integer { signed: false, bits } => format!("u{bits}"),
            TypeInfo::Integer { signed: true, bits } => format!("i{bits}"),
            TypeInfo::Float => "float".to_owned(),
            TypeInfo::Time => "time".to_owned(),
            TypeInfo::Json => "json".to_owned(),
            TypeInfo::File => "file".to_owned(),
            TypeInfo::List(item) => return around("list<", item),
            TypeInfo::Map(entry) => return around("map<", entry),
            TypeInfo::JsonText(inner) => return around("json_text<", inner),
            TypeInfo::Joined(separator, item) => {
                return around(&format!("joined<{separator} "), item);
            }
            other => {
                let place = Named::new(other).and_then(|named| self.places.get(&named.address()));
                match place {
                    Some(place) => name_of(*place),
                    None => {
                        return Err(DeclaredError::new(format!("the file has no form for {ty:?}")));
                    }
                }
            }
        })
    }

    fn line(
        &self,
        named: Named,
        name: &str,
        name_of: &dyn Fn(usize) -> String,
    ) -> Result<Line<'static>, DeclaredError> {
        let name = Text::from(name.to_owned());
        Ok(match named {
            Named::Id(info) => Line::Id(Id { name, integer: info.integer, doc: info.doc.into() }),
            Named::Enum(info) => {
                let values = info.values.iter().map(|value| Value {
                    value: value.value.into(),
                    variant: value.variant.into(),
                    doc: value.doc.into(),
                });
                let (integer, doc, values) = (info.integer, info.doc.into(), values.collect());
                Line::Enum(Enum { name, integer, doc, values })
            }
            Named::Struct(info) => {
                let fields = info.fields.iter().map(|field| self.field(field, name_of));
                let fields = fields.collect::<Result<_, _>>()?;
                Line::Struct(Struct { name, doc: info.doc.into(), fields })
            }
            Named::Choice(info) => Line::Choice(self.choice(info, name, name_of)?),
        })
    }

    fn choice(
        &self,
        info: &'static ChoiceInfo,
        name: Text<'static>,
        name_of: &dyn Fn(usize) -> String,
    ) -> Result<Choice<'static>, DeclaredError> {
        let (form, tag) = match info.form {
            ChoiceForm::Key => ("key", None),
            ChoiceForm::Tag(tag) => ("tag", Some(tag)),
            ChoiceForm::TagAndKey(tag) => ("tag_and_key", Some(tag)),
            ChoiceForm::Untagged => ("untagged", None),
            other => return Err(DeclaredError::new(format!("the file has no name for {other:?}"))),
        };
        let mut variants = Vec::new();
        for variant in info.variants {
            let content = variant.content.map(|content| self.reference(content.get(), name_of));
            variants.push(Variant {
                name: variant.name.into(),
                aliases: variant.aliases.iter().map(|alias| (*alias).into()).collect(),
                key: (variant.key != variant.name).then(|| variant.key.into()),
                content: content.transpose()?.map(Text::from),
                optional: variant.optional,
                doc: variant.doc.into(),
            });
        }
        let (form, tag) = (form.into(), tag.map(Text::from));
        Ok(Choice { name, doc: info.doc.into(), form, tag, open: info.open, variants })
    }

    fn field(
        &self,
        info: &'static FieldInfo,
        name_of: &dyn Fn(usize) -> String,
    ) -> Result<Field<'static>, DeclaredError> {
        Ok(Field {
            name: info.name.into(),
            aliases: info.aliases.iter().map(|alias| (*alias).into()).collect(),
            ty: self.reference(info.type_info(), name_of)?.into(),
            optional: !info.required,
            flat: info.flat,
            item: info.item.map(Text::from),
            location: None,
            account_default: None,
            doc: info.doc.into(),
        })
    }
}

/// The types with their names.
pub(super) struct Names {
    types: Types,
    /// The name of each type; equal types have the same.
    names: Vec<String>,
    /// Whether a type is the first of its name.
    first: Vec<bool>,
}

impl Names {
    /// A reference to a type.
    pub(super) fn reference(&self, ty: &TypeInfo) -> Result<String, DeclaredError> {
        self.types.reference(ty, &|place| self.names[place].clone())
    }

    /// A field of a message or, without its location, of an endpoint.
    pub(super) fn field(&self, info: &'static FieldInfo) -> Result<Field<'static>, DeclaredError> {
        self.types.field(info, &|place| self.names[place].clone())
    }

    /// The line of a type, by its place in the order of first use. `None` if it is the same type as
    /// an earlier one.
    pub(super) fn line(&self, place: usize) -> Result<Option<Line<'static>>, DeclaredError> {
        match (self.types.all.get(place), self.names.get(place), self.first.get(place)) {
            (Some(named), Some(name), Some(true)) => {
                self.types.line(*named, name, &|place| self.names[place].clone()).map(Some)
            }
            _ => Ok(None),
        }
    }
}

/// Replaces equal values by equal numbers, counted from 0 in the order of first use.
fn number<T: Eq + std::hash::Hash>(values: impl IntoIterator<Item = T>) -> Vec<usize> {
    let mut numbers = HashMap::new();
    let values = values.into_iter();
    values
        .map(|value| {
            let next = numbers.len();
            *numbers.entry(value).or_insert(next)
        })
        .collect()
}

/// Names that are made unique with a number: `Card`, `Card#2`.
#[derive(Default)]
pub(super) struct Numbered {
    counts: HashMap<&'static str, usize>,
}

impl Numbered {
    pub(super) fn next(&mut self, name: &'static str) -> String {
        let count = self.counts.entry(name).or_default();
        *count += 1;
        if *count == 1 { name.to_owned() } else { format!("{name}#{count}") }
    }
}
