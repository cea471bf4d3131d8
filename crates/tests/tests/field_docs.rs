//! What the declarations of fields say and how they are typed, across all endpoints.
//!
//! The numbers below may only go down. A field that names a thing has an id type of its own, unless
//! the platform mixes kinds there or the caller makes the text up; its documentation then says so.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::{BTreeMap, HashSet};

use weixin::api::{EndpointInfo, FieldInfo, TypeInfo};

/// How many fields may have a documentation of two words or fewer.
const MAX_SHORT_DOCS: usize = 330;

/// How many fields with the name of an id may be plain texts or numbers.
const MAX_PLAIN_IDS: usize = 130;

fn endpoints() -> Vec<&'static EndpointInfo> {
    let products = [
        weixin::official::ENDPOINTS,
        weixin::mini::ENDPOINTS,
        weixin::work::ENDPOINTS,
        weixin::open::ENDPOINTS,
    ];
    products.into_iter().flatten().flat_map(|group| group.endpoints).copied().collect()
}

/// Every declared field once, by `Type.field`.
fn fields() -> BTreeMap<String, &'static FieldInfo> {
    let mut walk = Walk { seen: HashSet::new(), fields: BTreeMap::new() };
    for info in endpoints() {
        for field in info.fields {
            walk.field(info.name, &field.field);
        }
        if let Some(json) = info.reply.json {
            walk.ty(json.get());
        }
    }
    walk.fields
}

struct Walk {
    seen: HashSet<usize>,
    fields: BTreeMap<String, &'static FieldInfo>,
}

impl Walk {
    fn field(&mut self, owner: &str, field: &'static FieldInfo) {
        self.fields.insert(format!("{owner}.{}", field.name), field);
        self.ty(field.type_info());
    }

    fn ty(&mut self, ty: &'static TypeInfo) {
        match ty {
            TypeInfo::List(inner)
            | TypeInfo::Joined(_, inner)
            | TypeInfo::Map(inner)
            | TypeInfo::JsonText(inner) => self.ty(inner.get()),
            TypeInfo::Struct(info) if self.seen.insert(info.fields.as_ptr().addr()) => {
                for field in info.fields {
                    self.field(info.name, field);
                }
            }
            TypeInfo::Choice(info) if self.seen.insert(info.variants.as_ptr().addr()) => {
                for content in info.variants.iter().filter_map(|variant| variant.content) {
                    self.ty(content.get());
                }
            }
            _ => {}
        }
    }
}

/// Whether the values are plain texts or numbers, alone or in a list.
fn is_plain(ty: &TypeInfo) -> bool {
    match ty {
        TypeInfo::Text | TypeInfo::Integer { .. } => true,
        TypeInfo::List(inner) => is_plain(inner.get()),
        _ => false,
    }
}

fn is_named_as_id(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    ["id", "ids", "id_list", "idlist"].iter().any(|end| {
        name.strip_suffix(end).is_some_and(|stem| {
            // `paid`, `valid`, `grid` and the like are words.
            stem.is_empty()
                || stem.ends_with('_')
                || ["open", "user", "union", "corp", "app", "tag", "party", "media"]
                    .iter()
                    .any(|word| stem.ends_with(word))
        })
    })
}

#[test]
fn fields_say_more_than_their_names() {
    let fields = fields();
    assert!(fields.len() > 5000, "{}", fields.len());
    let short: Vec<_> = fields
        .iter()
        .filter(|(_, field)| field.doc.split_whitespace().count() <= 2)
        .map(|(name, field)| format!("{name}: {}", field.doc))
        .collect();
    assert!(short.len() <= MAX_SHORT_DOCS, "{}:\n{}", short.len(), short.join("\n"));
    let none: Vec<_> = fields.iter().filter(|(_, field)| field.doc.trim().is_empty()).collect();
    assert!(none.is_empty(), "{none:?}");
}

#[test]
fn ids_have_types_of_their_own() {
    let plain: Vec<_> = fields()
        .into_iter()
        .filter(|(_, field)| is_named_as_id(field.name) && is_plain(field.type_info()))
        .map(|(name, field)| format!("{name}: {}", field.doc))
        .collect();
    assert!(plain.len() <= MAX_PLAIN_IDS, "{}:\n{}", plain.len(), plain.join("\n"));
}

#[test]
fn enums_explain_their_values() {
    let mut problems = Vec::new();
    for (name, field) in fields() {
        if let TypeInfo::Enum(info) = field.type_info() {
            let silent = info.values.iter().filter(|value| value.doc.trim().is_empty());
            problems.extend(silent.map(|value| format!("{name}: {}", value.variant)));
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}
