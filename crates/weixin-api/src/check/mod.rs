//! Checks JSON and pushes against the declared form of a type, without the type: for tools that know
//! every endpoint and every event only by its table.
//!
//! The rules are those of [`lenient`], which reads typed values: numbers may be quoted, a list with
//! one item may lack its brackets, `null` is a missing field. What a reader would reject is a
//! [`Problem`], and so is a field that it would lose, and content of a known
//! kind that an enum could only keep as JSON.
//!
//! ```
//! use weixin_api::{Describe, check, endpoint};
//!
//! /// A tag.
//! #[endpoint(part)]
//! pub struct Tag {
//!     /// Its number.
//!     pub id: u64,
//!     /// Up to 30 characters.
//!     pub name: String,
//! }
//!
//! let found = check::value(Tag::describe(), &serde_json::json!({ "id": "x", "colour": 3 }));
//! let found: Vec<_> = found.problems.iter().map(ToString::to_string).collect();
//! assert_eq!(
//!     found,
//!     ["id: expected a whole number", "name: missing", "colour: not declared, would be lost"],
//! );
//! ```

mod push;

use std::fmt;

use serde_json::{Map, Value};
use weixin_protocol::{
    ChoiceForm, ChoiceInfo, EnumInfo, FieldInfo, StructInfo, TypeInfo, VariantInfo,
};

pub use push::push;

use crate::{EndpointInfo, FieldLocation, lenient, tagged};

/// A value or field that the type cannot hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The path to it, as in `menu.button[2].name`; empty for the whole value.
    pub path: String,
    /// What is wrong.
    pub kind: ProblemKind,
}

/// What is wrong with a value.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ProblemKind {
    /// A required field is missing.
    Missing,
    /// The type has no such field.
    Undeclared,
    /// The value has the wrong form; the expected form is given.
    Unexpected(&'static str),
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path.is_empty() {
            write!(f, "{}: ", self.path)?;
        }
        match self.kind {
            ProblemKind::Missing => f.write_str("missing"),
            ProblemKind::Undeclared => f.write_str("not declared, would be lost"),
            ProblemKind::Unexpected(expected) => write!(f, "expected {expected}"),
        }
    }
}

/// The result of a check.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Findings {
    /// What the type cannot hold.
    pub problems: Vec<Problem>,
    /// How many enum values have no name; they are kept as they are.
    pub unnamed: usize,
}

/// Checks a value against a type of this form.
pub fn value(ty: &TypeInfo, value: &Value) -> Findings {
    let mut check = Check::default();
    check.value(ty, value);
    check.found
}

/// Checks the body of a call, a JSON object, against the endpoint's declaration.
pub fn request(info: &EndpointInfo, body: &Map<String, Value>) -> Findings {
    let fields: Vec<_> = info
        .fields
        .iter()
        .filter(|field| is_in_body(field.location) && !field.is_file())
        .map(|field| &field.field)
        .collect();
    let mut check = Check::default();
    check.fields(&fields, body);
    check.found
}

/// Whether a field with this location belongs to the body.
pub fn is_in_body(location: FieldLocation) -> bool {
    matches!(location, FieldLocation::Body | FieldLocation::Part)
}

/// Checks an answer without an error code against the endpoint's reply. `errcode` and `errmsg` are
/// not part of a reply.
pub fn reply(info: &EndpointInfo, answer: &Value) -> Findings {
    let Some(described) = info.reply.json else {
        let mut check = Check::default();
        check.expected("the content of a file, not JSON");
        return check.found;
    };
    let mut found = value(described.get(), answer);
    found.problems.retain(|problem| {
        !(problem.kind == ProblemKind::Undeclared
            && matches!(problem.path.as_str(), "errcode" | "errmsg"))
    });
    found
}

/// How values are read.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
enum Rules {
    /// As in JSON of calls.
    #[default]
    Call,
    /// As in pushes, where XML knows texts only.
    Push,
}

#[derive(Default)]
struct Check {
    rules: Rules,
    path: String,
    found: Findings,
}

impl Check {
    fn problem(&mut self, kind: ProblemKind) {
        self.found.problems.push(Problem { path: self.path.clone(), kind });
    }

    fn expected(&mut self, what: &'static str) {
        self.problem(ProblemKind::Unexpected(what));
    }

    /// Goes one step down the path.
    fn within(&mut self, step: &str, check: impl FnOnce(&mut Self)) {
        let length = self.path.len();
        if length > 0 && !step.starts_with('[') {
            self.path.push('.');
        }
        self.path.push_str(step);
        check(self);
        self.path.truncate(length);
    }

    fn value(&mut self, ty: &TypeInfo, value: &Value) {
        match ty {
            TypeInfo::Json => {}
            TypeInfo::Text | TypeInfo::Secret => self.text(value),
            TypeInfo::Bool | TypeInfo::Flag => self.truth(value),
            TypeInfo::Integer { .. } | TypeInfo::Time => self.integer(value),
            TypeInfo::Float => self.number(value),
            TypeInfo::Id(id) if id.integer => self.integer(value),
            TypeInfo::Id(_) => self.text(value),
            TypeInfo::Enum(info) => self.enumeration(info, value),
            TypeInfo::File => self.expected("a file"),
            TypeInfo::List(item) => self.list(item.get(), value),
            TypeInfo::Joined(_, item) => match value {
                Value::String(_) => {}
                _ => self.list(item.get(), value),
            },
            TypeInfo::Map(entry) => match value {
                Value::Object(map) => {
                    for (name, value) in map {
                        self.within(name, |check| check.value(entry.get(), value));
                    }
                }
                Value::Array(items) if items.is_empty() => {}
                _ => self.expected("an object"),
            },
            TypeInfo::JsonText(inner) => match value {
                Value::String(text) => match lenient::parse(text.as_bytes()) {
                    Ok(json) => self.value(inner.get(), &json),
                    Err(_) => self.expected("a text with JSON"),
                },
                // Accepted too, because the platform does not always write it as a text.
                other => self.value(inner.get(), other),
            },
            TypeInfo::Struct(info) => self.structure(info, value),
            TypeInfo::Choice(info) => self.choice(info, value),
            _ => {}
        }
    }

    fn text(&mut self, value: &Value) {
        if !matches!(value, Value::String(_) | Value::Number(_) | Value::Bool(_)) {
            self.expected("a text");
        }
    }

    fn truth(&mut self, value: &Value) {
        let fits = match value {
            Value::Bool(_) | Value::Number(_) => true,
            Value::String(text) => matches!(
                text.trim(),
                "" | "0" | "1" | "true" | "false" | "TRUE" | "FALSE" | "True" | "False"
            ),
            _ => false,
        };
        if !fits {
            self.expected("true, false, 1 or 0");
        }
    }

    fn number(&mut self, value: &Value) {
        let fits = match value {
            Value::Bool(_) | Value::Number(_) => true,
            Value::String(text) => lenient::number_in(text).is_some(),
            _ => false,
        };
        if !fits {
            self.expected("a number");
        }
    }

    fn integer(&mut self, value: &Value) {
        let whole = |number: f64| number.fract() == 0.0;
        let fits = match value {
            Value::Bool(_) => true,
            Value::Number(number) => number.as_f64().is_some_and(whole),
            Value::String(text) => {
                lenient::number_in(text).and_then(|number| number.as_f64()).is_some_and(whole)
            }
            _ => false,
        };
        if !fits {
            self.expected("a whole number");
        }
    }

    fn enumeration(&mut self, info: &EnumInfo, value: &Value) {
        if info.integer {
            self.integer(value);
        } else {
            self.text(value);
        }
        let text = match value {
            Value::String(text) => text.clone(),
            other => other.to_string(),
        };
        self.found.unnamed += usize::from(!info.values.iter().any(|known| known.value == text));
    }

    fn list(&mut self, item: &TypeInfo, value: &Value) {
        match value {
            Value::Array(items) => {
                for (at, value) in items.iter().enumerate() {
                    self.within(&format!("[{at}]"), |check| check.value(item, value));
                }
            }
            Value::Null => {}
            Value::String(text) if text.trim().is_empty() => {}
            single if single.is_object() || self.rules == Rules::Push => self.value(item, single),
            _ => self.expected("a list"),
        }
    }

    fn structure(&mut self, info: &StructInfo, value: &Value) {
        match value {
            Value::Object(object) => {
                let fields: Vec<_> = info.fields.iter().collect();
                self.fields(&fields, object);
            }
            // A server written in PHP writes an empty object as an empty list.
            Value::Array(items) if items.is_empty() => self.structure(info, &Map::new().into()),
            Value::Array(items) if items.len() == 1 && self.rules == Rules::Push => {
                self.structure(info, &items[0]);
            }
            Value::String(text) if text.trim().is_empty() && self.rules == Rules::Push => {
                self.structure(info, &Map::new().into());
            }
            _ => self.expected("an object"),
        }
    }

    /// Checks the fields of one object, including those of flat groups.
    fn fields(&mut self, fields: &[&FieldInfo], object: &Map<String, Value>) {
        let mut known = Known::default();
        self.present(fields, object, &mut known);
        self.undeclared(object, &known);
    }

    /// Reports the fields that are not declared.
    fn undeclared(&mut self, object: &Map<String, Value>, known: &Known<'_>) {
        if known.anything {
            return;
        }
        for (name, value) in object {
            if !known.names.contains(&name.as_str()) && !is_empty(value) {
                self.within(name, |check| check.problem(ProblemKind::Undeclared));
            }
        }
    }

    /// Checks the declared fields, and collects the declared names.
    fn present<'a>(
        &mut self,
        fields: &[&'a FieldInfo],
        object: &'a Map<String, Value>,
        known: &mut Known<'a>,
    ) {
        for field in fields {
            if field.flat {
                self.flat(field, object, known);
                continue;
            }
            known.names.push(field.name);
            known.names.extend(field.aliases);
            let names = std::iter::once(&field.name).chain(field.aliases);
            let given = names.filter_map(|name| object.get(*name)).find(|value| !value.is_null());
            match given {
                Some(value) if self.is_missing(field, value) => {}
                Some(value) => self.within(field.name, |check| check.field(field, value)),
                None if field.required => {
                    self.within(field.name, |check| check.problem(ProblemKind::Missing));
                }
                None => {}
            }
        }
    }

    /// Whether this value of a push stands for an optional field that is not there.
    fn is_missing(&self, field: &FieldInfo, value: &Value) -> bool {
        let empty = value.as_str().is_some_and(|text| text.trim().is_empty());
        self.rules == Rules::Push && !field.required && empty
    }

    fn field(&mut self, field: &FieldInfo, value: &Value) {
        let inside = |wrapper: &Value| wrapper.get(field.item?).cloned();
        let unwrapped = match value {
            Value::Object(wrapper) => inside(value).inspect(|_| {
                let known = Known { names: field.item.into_iter().collect(), anything: false };
                self.undeclared(wrapper, &known);
            }),
            Value::Array(wrappers) => wrappers.iter().map(inside).collect(),
            _ => None,
        };
        self.value(field.type_info(), unwrapped.as_ref().unwrap_or(value));
    }

    fn flat<'a>(
        &mut self,
        field: &FieldInfo,
        object: &'a Map<String, Value>,
        known: &mut Known<'a>,
    ) {
        match field.type_info() {
            TypeInfo::Struct(info) => {
                let mut fields: Vec<FieldInfo> = info.fields.to_vec();
                // If a group is optional, any of its fields may be missing.
                if !field.required {
                    fields.iter_mut().for_each(|inner| inner.required = false);
                }
                known.names.extend(fields.iter().flat_map(|inner| {
                    std::iter::once(inner.name).chain(inner.aliases.iter().copied())
                }));
                let fields: Vec<_> = fields.iter().collect();
                let mut inner = Known::default();
                self.present(&fields, object, &mut inner);
                known.anything |= inner.anything;
                let names = inner
                    .names
                    .into_iter()
                    .filter_map(|name| object.get_key_value(name).map(|(name, _)| name.as_str()));
                known.names.extend(names);
            }
            TypeInfo::Choice(info) => self.flat_choice(info, object, known),
            // A map or any JSON accepts all other fields.
            _ => known.anything = true,
        }
    }

    /// The fields of the variant are among the other fields.
    fn flat_choice<'a>(
        &mut self,
        info: &ChoiceInfo,
        object: &'a Map<String, Value>,
        known: &mut Known<'a>,
    ) {
        let (ChoiceForm::TagAndKey(tag) | ChoiceForm::Tag(tag)) = info.form else {
            // The others do not say which fields are theirs.
            known.anything = true;
            return;
        };
        known.names.extend(object.get_key_value(tag).map(|(name, _)| name.as_str()));
        if matches!(info.form, ChoiceForm::TagAndKey(_)) {
            // The contents of other kinds are declared, and mean nothing beside the tag.
            let keys = info.variants.iter().filter_map(|variant| object.get_key_value(variant.key));
            known.names.extend(keys.map(|(name, _)| name.as_str()));
        }
        let Some(kind) = tagged::kind(object, tag) else {
            match info.open {
                true => known.anything = true,
                false => self.within(tag, |check| check.problem(ProblemKind::Missing)),
            }
            return;
        };
        let of_kind = || info.variants.iter().filter(|variant| variant.is_named(&kind));
        if matches!(info.form, ChoiceForm::Tag(_)) {
            match of_kind().next() {
                Some(variant) => self.beside_tag(variant, object, known),
                None if info.open => known.anything = true,
                None => self.within(tag, |check| check.expected("a known kind")),
            }
            return;
        }
        let given = |key: &str| object.get_key_value(key).filter(|(_, content)| !content.is_null());
        let present = of_kind().find_map(|variant| Some((variant.content?, given(variant.key)?)));
        match (present, of_kind().next_back()) {
            (Some((content, (key, value))), _) => {
                self.within(key, |check| check.value(content.get(), value));
            }
            (None, Some(variant)) if variant.content.is_none() || variant.optional => {}
            // Kept with all its fields.
            (None, _) if info.open => known.anything = true,
            (None, Some(variant)) => {
                self.within(variant.key, |check| check.problem(ProblemKind::Missing));
            }
            (None, None) => self.within(tag, |check| check.expected("a known kind")),
        }
    }

    /// The fields of the variant stand beside the tag.
    fn beside_tag<'a>(
        &mut self,
        variant: &VariantInfo,
        object: &'a Map<String, Value>,
        known: &mut Known<'a>,
    ) {
        match variant.content.map(|content| content.get()) {
            Some(TypeInfo::Struct(info)) => {
                let fields: Vec<_> = info.fields.iter().collect();
                self.present(&fields, object, known);
            }
            // What else can stand there does not say which fields are its own.
            Some(_) => known.anything = true,
            None => {}
        }
    }

    fn content(&mut self, variant: &VariantInfo, value: &Value) {
        if let Some(content) = variant.content {
            self.within(variant.name, |check| check.value(content.get(), value));
        }
    }

    fn choice(&mut self, info: &ChoiceInfo, value: &Value) {
        let tagged = matches!(info.form, ChoiceForm::Tag(_) | ChoiceForm::TagAndKey(_));
        let Value::Object(object) = value else {
            match value {
                Value::Array(items) if tagged && items.is_empty() => {
                    return self.choice(info, &Map::new().into());
                }
                _ if tagged => return self.expected("an object"),
                _ => {}
            }
            let unit = |variant: &VariantInfo| {
                variant.content.is_none() && value.as_str() == Some(variant.name)
            };
            if !info.open && !info.variants.iter().any(unit) && info.form == ChoiceForm::Key {
                self.expected("a known kind");
            }
            return;
        };
        match info.form {
            ChoiceForm::Key => match object.iter().next() {
                Some((name, content)) if object.len() == 1 => {
                    match info.variants.iter().find(|variant| variant.name == name) {
                        Some(variant) => self.content(variant, content),
                        None if info.open => {}
                        None => self.expected("a known kind"),
                    }
                }
                _ => self.expected("an object with one field"),
            },
            ChoiceForm::Tag(_) | ChoiceForm::TagAndKey(_) => {
                let mut known = Known::default();
                self.flat_choice(info, object, &mut known);
                self.undeclared(object, &known);
            }
            ChoiceForm::Untagged => {
                let fits =
                    info.variants.iter().filter_map(|variant| variant.content).any(|content| {
                        let mut tried = Self::default();
                        tried.value(content.get(), value);
                        tried.found.problems.is_empty()
                    });
                if !fits && !info.open {
                    self.expected("one of the known groups of fields");
                }
            }
            _ => {}
        }
    }
}

/// Whether a value holds nothing, so that no information is lost with it: `null`, an empty text,
/// and lists and objects of these. Numbers and booleans are never empty.
pub fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.trim().is_empty(),
        Value::Array(items) => items.iter().all(is_empty),
        Value::Object(fields) => fields.values().all(is_empty),
        Value::Bool(_) | Value::Number(_) => false,
    }
}

/// The declared names of an object.
#[derive(Default)]
struct Known<'a> {
    names: Vec<&'a str>,
    /// Whether any name is accepted.
    anything: bool,
}
