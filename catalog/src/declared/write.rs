//! Writes declarations.

use weixin_api::{EndpointField, EndpointInfo, FieldLocation, GroupInfo, ReplyForm, Retry};
use weixin_protocol::{MessageInfo, Selector};

use super::{
    Declared, DeclaredError,
    format::{
        self, ACCOUNT_DEFAULT, AUTH, BODY, Endpoint, Field, Group, LOCATION, Line, Message, name_of,
    },
    types::{Names, Numbered, Types},
};

/// What a line describes, in the order of the lines.
enum Item {
    Product(&'static str),
    /// A group with the places of its endpoints.
    Group(&'static GroupInfo, Vec<usize>),
    /// The place of an endpoint.
    Endpoint(usize),
    Message(MessageInfo),
    /// The place of a type.
    Type(usize),
}

/// Writes declarations, as [`read`](super::read()) reads them. The same declarations are always the
/// same text.
///
/// # Errors
///
/// If a declaration contains something for which the file has no form.
pub fn write(declared: &Declared) -> Result<String, DeclaredError> {
    let endpoints = declared.endpoints();
    let (items, types) = arrange(declared, &endpoints);
    let types = types.names()?;
    let mut numbered = Numbered::default();
    let names: Vec<_> = endpoints.iter().map(|info| numbered.next(info.name)).collect();
    let mut text = String::new();
    for item in items {
        let line = match item {
            Item::Product(name) => Line::Product(name.into()),
            Item::Group(info, places) => Line::Group(Group {
                name: info.name.into(),
                always: info.always,
                endpoints: places.iter().map(|place| names[*place].as_str().into()).collect(),
            }),
            Item::Endpoint(place) => {
                Line::Endpoint(endpoint(endpoints[place], &names[place], &types)?)
            }
            Item::Message(info) => Line::Message(message(&info, &types)?),
            Item::Type(place) => match types.line(place)? {
                Some(line) => line,
                None => continue,
            },
        };
        text.push_str(&json(&line)?);
        text.push('\n');
    }
    Ok(text)
}

/// A line as JSON.
pub(super) fn json(line: &Line<'_>) -> Result<String, DeclaredError> {
    serde_json::to_string(line).map_err(|error| DeclaredError::new(error.to_string()))
}

/// Sorts everything by first use.
fn arrange(declared: &Declared, endpoints: &[&'static EndpointInfo]) -> (Vec<Item>, Types) {
    let (mut items, mut types) = (Vec::new(), Types::default());
    let mut written = vec![false; endpoints.len()];
    for product in &declared.products {
        items.push(Item::Product(product.name));
        for group in product.groups {
            let place = |info: &EndpointInfo| endpoints.iter().position(|known| *known == info);
            let places: Vec<_> = group.endpoints.iter().filter_map(|info| place(info)).collect();
            items.push(Item::Group(group, places.clone()));
            for place in places {
                if std::mem::replace(&mut written[place], true) {
                    continue;
                }
                items.push(Item::Endpoint(place));
                let (info, before) = (endpoints[place], types.len());
                info.fields.iter().for_each(|field| types.add(field.field.type_info()));
                info.reply.json.iter().for_each(|json| types.add(json.get()));
                items.extend((before..types.len()).map(Item::Type));
            }
        }
    }
    for info in &declared.messages {
        items.push(Item::Message(*info));
        let before = types.len();
        info.fields.iter().for_each(|field| types.add(field.type_info()));
        items.extend((before..types.len()).map(Item::Type));
    }
    (items, types)
}

fn endpoint<'a>(
    info: &EndpointInfo,
    name: &'a str,
    types: &Names,
) -> Result<Endpoint<'a>, DeclaredError> {
    let fields = info.fields.iter().map(|field| endpoint_field(field, types));
    let reply = info.reply.json.map(|json| types.reference(json.get())).transpose()?;
    Ok(Endpoint {
        name: name.into(),
        method: info.method.as_str().into(),
        host: info.host.into(),
        path: info.path.into(),
        scope: info.scope.iter().map(|kind| kind.as_str().into()).collect(),
        auth: known(name_of(AUTH, info.auth), &info.auth)?.into(),
        safe: match info.retry {
            Retry::Safe => true,
            Retry::Unsent => false,
            other => return Err(unnamed(&other)),
        },
        body: known(name_of(BODY, info.body), &info.body)?.into(),
        no_errcode: info.no_errcode,
        secured: info.secured,
        call: info.call.into(),
        title: info.title.into(),
        doc: info.doc.into(),
        summary: info.summary.into(),
        fields: fields.collect::<Result<_, _>>()?,
        reply: reply.map(format::Text::from),
        file: match info.reply.form {
            ReplyForm::File => true,
            ReplyForm::Json => false,
            other => return Err(unnamed(&other)),
        },
    })
}

fn endpoint_field(
    info: &'static EndpointField,
    types: &Names,
) -> Result<Field<'static>, DeclaredError> {
    let mut field = types.field(&info.field)?;
    if info.location != FieldLocation::Body {
        field.location = Some(known(name_of(LOCATION, info.location), &info.location)?.into());
    }
    if let Some(value) = info.account_default {
        field.account_default = Some(known(name_of(ACCOUNT_DEFAULT, value), &value)?.into());
    }
    Ok(field)
}

fn message(info: &MessageInfo, types: &Names) -> Result<Message<'static>, DeclaredError> {
    let (kind, name) = match info.selector {
        Selector::Message(name) => ("message", name),
        Selector::Event { event, .. } => ("event", event),
        Selector::Notice { info, .. } => ("notice", info),
        Selector::EventOrNotice { name, .. } => ("event_or_notice", name),
        other => return Err(unnamed(&other)),
    };
    let fields = info.fields.iter().map(|field| types.field(field));
    Ok(Message {
        kind: kind.into(),
        name: name.into(),
        change: info.selector.change().map(format::Text::from),
        group: info.group.map(format::Text::from),
        scope: info.scope.iter().map(|product| product.as_str().into()).collect(),
        classes: info.classes.iter().map(|class| class.name.into()).collect(),
        fields: fields.collect::<Result<_, _>>()?,
    })
}

fn known(
    name: Option<&'static str>,
    value: &dyn std::fmt::Debug,
) -> Result<&'static str, DeclaredError> {
    name.ok_or_else(|| unnamed(value))
}

fn unnamed(value: &dyn std::fmt::Debug) -> DeclaredError {
    DeclaredError::new(format!("the file has no name for {value:?}"))
}
