//! `weixin api show`

use std::{fmt::Write, process::ExitCode};

use clap::Args;
use weixin::api::{Auth, EndpointInfo, Fill, Place, Retry};
use weixin_catalog::Entry;

use super::{list::known_product, typed::TypedEndpoint};

/// Selects the endpoint.
#[derive(Debug, Args)]
pub(crate) struct ShowOptions {
    /// The path, such as /cgi-bin/menu/create 接口路径
    path: String,
    /// The HTTP method [default: all] 请求方法
    #[arg(long)]
    method: Option<String>,
    /// The product [default: all] 产品
    #[arg(long)]
    product: Option<String>,
}

pub(crate) fn run(options: &ShowOptions) -> Result<ExitCode, String> {
    if let Some(product) = &options.product {
        known_product(product)?;
    }
    let path = &options.path;
    let found = weixin_catalog::find(options.product.as_deref(), options.method.as_deref(), path);
    if found.is_empty() {
        let hint = "weixin api list --grep TEXT";
        return Err(format!("{path} is not in the catalogue 接口目录中没有该路径 ({hint})"));
    }
    let texts: Vec<_> = found.into_iter().map(explain).collect();
    crate::terminal::print(&texts.join("\n"));
    Ok(ExitCode::SUCCESS)
}

fn explain(entry: &Entry) -> String {
    let mut text = format!("{} {}\n", entry.method, entry.path);
    let mut fact = |name: &str, value: &str| {
        let _ = writeln!(text, "  {name:<9}{value}");
    };
    fact("product", entry.product);
    fact("host", entry.host);
    fact("auth", entry.auth);
    fact("body", entry.body);
    fact("tier", &entry.tier.to_string());
    match super::typed(entry) {
        Some(typed) => {
            let doc = if typed.info.doc.is_empty() { entry.doc } else { Some(typed.info.doc) };
            fact("doc", doc.unwrap_or("-"));
            describe(typed, &mut text);
        }
        None => {
            fact("doc", entry.doc.unwrap_or("-"));
            fact("type", "none yet; use `weixin api call` or `wx.call` 尚无类型，可直接调用");
        }
    }
    text
}

fn describe(typed: &TypedEndpoint, text: &mut String) {
    let info = typed.info;
    let mut fact = |name: &str, value: &str| {
        let _ = writeln!(text, "  {name:<9}{value}");
    };
    fact("type", info.name);
    fact("title", info.title);
    let scope: Vec<_> = info.scope.iter().map(|role| role.as_str()).collect();
    fact("scope", &scope.join(", "));
    fact("token", token(info));
    fact(
        "retry",
        match info.retry {
            Retry::Safe => "safe: the call can be repeated 可安全重试",
            _ => "unsent: only repeated if it was certainly not received 仅在确定未送达时重试",
        },
    );
    fact("reply", &short(typed.reply));
    let _ = writeln!(text, "\n{}", indent(info.summary));
    if !info.fields.is_empty() {
        text.push('\n');
    }
    for field in info.fields {
        let place = match field.place {
            Place::Path => "path",
            Place::Query => "query",
            Place::Body => "body",
            _ => "part",
        };
        let need = match (field.required, field.fill) {
            (_, Some(Fill::Id)) => "the account's id",
            (_, Some(Fill::Agent)) => "the account's app",
            (true, _) => "required",
            (false, _) => "optional",
        };
        let name = if field.flat { "(fields of)" } else { field.name };
        let _ = writeln!(text, "  {name}: {} ({place}, {need})", field.ty);
        let _ = writeln!(text, "{}", indent(&indent(field.doc)));
    }
}

fn token(info: &EndpointInfo) -> &'static str {
    match info.auth {
        Auth::None => "none",
        Auth::UserToken => "user_access_token",
        auth => auth.parameter().unwrap_or("of its own"),
    }
}

/// A type name without its modules.
fn short(name: &str) -> String {
    let parts = name.split_inclusive(['<', '>', ',', ' ']);
    parts.map(|part| part.rsplit("::").next().unwrap_or(part)).collect()
}

fn indent(text: &str) -> String {
    let lines = text.lines().map(|line| format!("  {line}"));
    lines.map(|line| line.trim_end().to_owned()).collect::<Vec<_>>().join("\n")
}
