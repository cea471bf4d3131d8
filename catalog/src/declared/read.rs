//! Reads declarations.

use std::{collections::HashMap, sync::OnceLock};

use weixin_api::{
    AccountKind, EndpointField, EndpointInfo, FieldLocation, GroupInfo, ReplyForm, ReplyInfo, Retry,
};
use weixin_protocol::{
    ChoiceForm, ChoiceInfo, Described, EnumInfo, FieldInfo, IdInfo, MessageInfo, PushClass, Secret,
    Selector, StructInfo, TypeInfo, ValueInfo, VariantInfo,
};

use super::{
    Declared, DeclaredError, ProductGroups,
    format::{
        ACCOUNT_DEFAULT, AUTH, BODY, Choice, Endpoint, Field, Group, LOCATION, Line, Message,
        Names, Text, Variant, named,
    },
};

/// Reads what [`write`](super::write()) has written. Everything that is read stays in memory for the
/// rest of the program.
///
/// # Errors
///
/// If a line is not in the form of the file, or refers to something that the file does not contain.
/// The message has the number of the line.
pub fn read(text: &'static str) -> Result<Declared, DeclaredError> {
    let mut reader = Reader::default();
    for (index, line) in text.lines().enumerate() {
        reader
            .line(line)
            .map_err(|problem| DeclaredError::new(format!("line {}: {problem}", index + 1)))?;
    }
    reader.finish()
}

#[derive(Default)]
struct Reader {
    products: Vec<(&'static str, Vec<Group<'static>>)>,
    endpoints: HashMap<&'static str, &'static EndpointInfo>,
    messages: Vec<MessageInfo>,
    /// The types by the references to them. Those of types with lines that were not read yet are
    /// empty.
    types: HashMap<&'static str, &'static OnceLock<TypeInfo>>,
}

impl Reader {
    fn line(&mut self, line: &'static str) -> Result<(), DeclaredError> {
        let line =
            serde_json::from_str(line).map_err(|error| DeclaredError::new(error.to_string()))?;
        match line {
            Line::Product(name) => self.products.push((name.leak(), Vec::new())),
            Line::Group(group) => match self.products.last_mut() {
                Some((_, groups)) => groups.push(group),
                None => return Err(DeclaredError::new("a group without a product")),
            },
            Line::Endpoint(line) => {
                let name = line.name.clone().leak();
                let info = self.endpoint(line)?;
                if self.endpoints.insert(name, info).is_some() {
                    return Err(DeclaredError::new(format!("{name} is there twice")));
                }
            }
            Line::Message(line) => {
                let info = self.message(line)?;
                self.messages.push(info);
            }
            Line::Id(line) => {
                let (key, name) = names(line.name);
                let info = IdInfo::new(name, line.integer, line.doc.leak());
                self.define(key, TypeInfo::Id(leak(info)))?;
            }
            Line::Enum(line) => {
                let (key, name) = names(line.name);
                let values = line.values.into_iter().map(|value| {
                    ValueInfo::new(value.variant.leak(), value.value.leak(), value.doc.leak())
                });
                let values = values.collect::<Vec<_>>().leak();
                let info = EnumInfo::new(name, line.integer, line.doc.leak(), values);
                self.define(key, TypeInfo::Enum(leak(info)))?;
            }
            Line::Struct(line) => {
                let (key, name) = names(line.name);
                let info = StructInfo::new(name, line.doc.leak(), self.fields(line.fields)?);
                self.define(key, TypeInfo::Struct(leak(info)))?;
            }
            Line::Choice(line) => {
                let (key, name) = names(line.name.clone());
                let info = self.choice(line, name)?;
                self.define(key, TypeInfo::Choice(leak(info)))?;
            }
        }
        Ok(())
    }

    /// The type with this reference, which may have to be read yet.
    fn cell(&mut self, reference: &'static str) -> &'static OnceLock<TypeInfo> {
        self.types.entry(reference).or_insert_with(|| leak(OnceLock::new()))
    }

    fn define(&mut self, name: &'static str, info: TypeInfo) -> Result<(), DeclaredError> {
        let twice = |_| DeclaredError::new(format!("{name} is there twice"));
        self.cell(name).set(info).map_err(twice)
    }

    fn described(&mut self, reference: Text<'static>) -> Result<Described, DeclaredError> {
        let reference = reference.leak();
        if let Some(simple) = named(SIMPLE, reference) {
            return Ok(simple);
        }
        let Some((around, inner)) = reference.strip_suffix('>').and_then(|all| all.split_once('<'))
        else {
            return Ok(Described::from_data(self.cell(reference)));
        };
        let cell = self.cell(reference);
        if cell.get().is_none() {
            let mut of = |inner: &'static str| self.described(inner.into());
            let info = match around {
                "list" => TypeInfo::List(of(inner)?),
                "map" => TypeInfo::Map(of(inner)?),
                "json_text" => TypeInfo::JsonText(of(inner)?),
                "joined" => {
                    let (separator, item) = inner
                        .split_once(' ')
                        .and_then(|(separator, item)| Some((separator.parse().ok()?, item)))
                        .ok_or_else(|| unknown("list", reference))?;
                    TypeInfo::Joined(separator, of(item)?)
                }
                _ => return Err(unknown("type", reference)),
            };
            // Nobody else has the cell.
            let _ = cell.set(info);
        }
        Ok(Described::from_data(cell))
    }

    fn field(&mut self, line: Field<'static>) -> Result<FieldInfo, DeclaredError> {
        let ty = self.described(line.ty)?;
        let mut field = FieldInfo::with_type(line.name.leak(), ty, line.doc.leak());
        field.aliases = leak_all(line.aliases);
        field.required = !line.optional;
        field.flat = line.flat;
        field.item = line.item.map(Text::leak);
        Ok(field)
    }

    fn fields(
        &mut self,
        lines: Vec<Field<'static>>,
    ) -> Result<&'static [FieldInfo], DeclaredError> {
        let fields = lines.into_iter().map(|line| self.field(line));
        Ok(fields.collect::<Result<Vec<_>, _>>()?.leak())
    }

    fn endpoint(
        &mut self,
        line: Endpoint<'static>,
    ) -> Result<&'static EndpointInfo, DeclaredError> {
        let scope = line.scope.iter().map(|name| {
            AccountKind::from_name(&name.0).ok_or_else(|| unknown("account kind", &name.0))
        });
        let mut fields = Vec::with_capacity(line.fields.len());
        for mut field in line.fields {
            let (location, account_default) = (field.location.take(), field.account_default.take());
            fields.push(EndpointField {
                location: match location {
                    Some(name) => value("location", LOCATION, &name)?,
                    None => FieldLocation::Body,
                },
                account_default: account_default
                    .map(|name| value("value of an account", ACCOUNT_DEFAULT, &name))
                    .transpose()?,
                field: self.field(field)?,
            });
        }
        Ok(leak(EndpointInfo {
            name: names(line.name).1,
            title: line.title.leak(),
            doc: line.doc.leak(),
            summary: line.summary.leak(),
            method: line.method.0.parse().map_err(|_| unknown("method", &line.method.0))?,
            host: line.host.leak(),
            path: line.path.leak(),
            scope: scope.collect::<Result<Vec<_>, _>>()?.leak(),
            auth: value("credential", AUTH, &line.auth)?,
            retry: if line.safe { Retry::Safe } else { Retry::Unsent },
            body: value("body", BODY, &line.body)?,
            no_errcode: line.no_errcode,
            secured: line.secured,
            fields: fields.leak(),
            reply: ReplyInfo {
                form: if line.file { ReplyForm::File } else { ReplyForm::Json },
                json: line.reply.map(|reply| self.described(reply)).transpose()?,
            },
            call: line.call.leak(),
        }))
    }

    fn message(&mut self, line: Message<'static>) -> Result<MessageInfo, DeclaredError> {
        let (name, change) = (line.name.leak(), line.change.map(Text::leak));
        let selector = match &*line.kind.0 {
            "message" => Selector::Message(name),
            "event" => Selector::Event { event: name, change },
            "notice" => Selector::Notice { info: name, change },
            "event_or_notice" => Selector::EventOrNotice { name, change },
            other => return Err(unknown("kind of message", other)),
        };
        let scope = line
            .scope
            .iter()
            .map(|name| name.0.parse().map_err(|_| unknown("product", &name.0)))
            .collect::<Result<Vec<_>, _>>()?;
        let class = |name: &Text<'_>| PushClass::ALL.into_iter().find(|class| class.name == name.0);
        let classes = line
            .classes
            .iter()
            .map(|name| class(name).ok_or_else(|| unknown("class", &name.0)))
            .collect::<Result<Vec<_>, _>>()?;
        let fields = self.fields(line.fields)?;
        let info = MessageInfo::new(selector, scope.leak(), classes.leak(), fields);
        Ok(match line.group {
            Some(group) => info.group(group.leak()),
            None => info,
        })
    }

    fn choice(
        &mut self,
        line: Choice<'static>,
        name: &'static str,
    ) -> Result<ChoiceInfo, DeclaredError> {
        let form = match (&*line.form.0, line.tag.map(Text::leak)) {
            ("key", None) => ChoiceForm::Key,
            ("tag", Some(tag)) => ChoiceForm::Tag(tag),
            ("tag_and_key", Some(tag)) => ChoiceForm::TagAndKey(tag),
            ("untagged", None) => ChoiceForm::Untagged,
            (other, _) => return Err(unknown("form of a choice", other)),
        };
        let variants = line.variants.into_iter().map(|line| self.variant(line));
        let variants = variants.collect::<Result<Vec<_>, _>>()?.leak();
        Ok(ChoiceInfo::new(name, line.doc.leak(), form, variants, line.open))
    }

    fn variant(&mut self, line: Variant<'static>) -> Result<VariantInfo, DeclaredError> {
        let content = line.content.map(|content| self.described(content)).transpose()?;
        let name = line.name.leak();
        let mut variant = VariantInfo::with_content(name, line.doc.leak(), content);
        variant.aliases = leak_all(line.aliases);
        variant.key = line.key.map_or(name, Text::leak);
        variant.optional = line.optional;
        Ok(variant)
    }

    fn finish(self) -> Result<Declared, DeclaredError> {
        if let Some((name, _)) = self.types.iter().find(|(_, cell)| cell.get().is_none()) {
            return Err(unknown("type", name));
        }
        let find = |name: Text<'static>| match self.endpoints.get(&*name.0) {
            Some(info) => Ok(*info),
            None => Err(unknown("endpoint", &name.0)),
        };
        let mut products = Vec::new();
        for (name, lines) in self.products {
            let mut groups = Vec::new();
            for Group { name, always, endpoints } in lines {
                let endpoints = endpoints.into_iter().map(find).collect::<Result<Vec<_>, _>>()?;
                groups.push(GroupInfo::new(name.leak(), always, endpoints.leak()));
            }
            products.push(ProductGroups::new(name, groups.leak()));
        }
        Ok(Declared::new(products, self.messages))
    }
}

/// The simple types.
const SIMPLE: Names<Described> = &[
    ("text", Described::of::<String>()),
    ("secret", Described::of::<Secret>()),
    ("bool", Described::of::<bool>()),
    ("flag", Described::new(|| &TypeInfo::Flag)),
    ("u8", Described::of::<u8>()),
    ("u16", Described::of::<u16>()),
    ("u32", Described::of::<u32>()),
    ("u64", Described::of::<u64>()),
    ("i8", Described::of::<i8>()),
    ("i16", Described::of::<i16>()),
    ("i32", Described::of::<i32>()),
    ("i64", Described::of::<i64>()),
    ("float", Described::of::<f64>()),
    ("time", Described::new(|| &TypeInfo::Time)),
    ("json", Described::of::<serde_json::Value>()),
    ("file", Described::new(|| &TypeInfo::File)),
];

/// The name in references, and the name of the type or endpoint.
fn names(name: Text<'static>) -> (&'static str, &'static str) {
    let key = name.leak();
    (key, key.split_once('#').map_or(key, |(name, _)| name))
}

fn value<T: Copy>(what: &str, names: Names<T>, name: &Text<'_>) -> Result<T, DeclaredError> {
    named(names, &name.0).ok_or_else(|| unknown(what, &name.0))
}

fn unknown(what: &str, name: &str) -> DeclaredError {
    DeclaredError::new(format!("unknown {what} {name:?}"))
}

fn leak<T>(value: T) -> &'static T {
    Box::leak(Box::new(value))
}

fn leak_all(texts: Vec<Text<'static>>) -> &'static [&'static str] {
    match texts.is_empty() {
        true => &[],
        false => texts.into_iter().map(Text::leak).collect::<Vec<_>>().leak(),
    }
}
