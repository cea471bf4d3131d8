//! Explains fields, groups of fields and enums.

use std::fmt::Write;

use weixin::api::{ChoiceInfo, EnumInfo, FieldInfo, StructInfo, TypeInfo};

use super::show::indent;

/// The maximum nesting depth of explained groups.
const MAX_DEPTH: usize = 6;

/// Explains one field of a request, with a remark such as `body, required`.
pub(super) fn explain(field: &FieldInfo, remark: &str, text: &mut String) {
    explain_at(field, remark, 1, &mut Vec::new(), text);
}

/// Explains the JSON of a reply.
pub(super) fn explain_reply(ty: &'static TypeInfo, text: &mut String) {
    match ty {
        TypeInfo::Struct(info) if info.fields.is_empty() => {
            let _ = writeln!(text, "    no data 无数据，仅表示成功");
        }
        TypeInfo::Struct(info) => {
            for field in info.fields {
                explain_at(field, need(field), 1, &mut vec![info.name], text);
            }
        }
        other => {
            let _ = writeln!(text, "    {}", other);
            content(other, 1, &mut Vec::new(), text);
        }
    }
}

fn need(field: &FieldInfo) -> &'static str {
    if field.required { "always" } else { "optional" }
}

fn explain_at(
    field: &FieldInfo,
    remark: &str,
    depth: usize,
    inside: &mut Vec<&'static str>,
    text: &mut String,
) {
    let ty = field.type_info();
    let name = if field.flat { "(fields of)" } else { field.name };
    let pad = "  ".repeat(depth);
    let _ = writeln!(text, "{pad}{name}: {} ({remark})", ty);
    for line in indent(field.doc.trim()).lines() {
        let _ = writeln!(text, "{pad}{line}");
    }
    content(ty, depth, inside, text);
}

/// Explains the content of a type, unless it is already being explained further up.
fn content(ty: &'static TypeInfo, depth: usize, inside: &mut Vec<&'static str>, text: &mut String) {
    match ty {
        TypeInfo::List(item) | TypeInfo::Map(item) | TypeInfo::JsonText(item) => {
            content(item.get(), depth, inside, text);
        }
        TypeInfo::Joined(_, item) => content(item.get(), depth, inside, text),
        TypeInfo::Enum(info) => values(info, depth, text),
        TypeInfo::Struct(info) => fields(info, depth, inside, text),
        TypeInfo::Choice(info) => variants(info, depth, inside, text),
        _ => {}
    }
}

fn values(info: &EnumInfo, depth: usize, text: &mut String) {
    let pad = "  ".repeat(depth + 1);
    for value in info.values {
        let doc = value.doc.trim().lines().map(str::trim).collect::<Vec<_>>().join(" ");
        let _ = writeln!(text, "{pad}{} = {doc}", value.value);
    }
}

fn fields(info: &StructInfo, depth: usize, inside: &mut Vec<&'static str>, text: &mut String) {
    if inside.contains(&info.name) || depth >= MAX_DEPTH {
        return;
    }
    inside.push(info.name);
    for field in info.fields {
        explain_at(field, need(field), depth + 1, inside, text);
    }
    inside.pop();
}

fn variants(info: &ChoiceInfo, depth: usize, inside: &mut Vec<&'static str>, text: &mut String) {
    if inside.contains(&info.name) || depth >= MAX_DEPTH {
        return;
    }
    inside.push(info.name);
    let pad = "  ".repeat(depth + 1);
    for variant in info.variants {
        let doc = variant.doc.trim().lines().map(str::trim).collect::<Vec<_>>().join(" ");
        let key = if variant.key == variant.name {
            String::new()
        } else {
            format!(" (`{}`)", variant.key)
        };
        let _ = writeln!(text, "{pad}{}{key}: {doc}", variant.name);
        if let Some(inner) = variant.content {
            content(inner.get(), depth + 1, inside, text);
        }
    }
    inside.pop();
}
