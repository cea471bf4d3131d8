//! `weixin api show`

use std::{fmt::Write, process::ExitCode};

use clap::Args;
use weixin::api::{AccountDefault, Auth, EndpointInfo, FieldLocation, ReplyForm, Retry};
use weixin_catalog::Entry;

use super::{fields, list::known_product};

/// Which endpoint to explain.
#[derive(Debug, Args)]
pub(crate) struct ShowOptions {
    /// The path, such as /cgi-bin/menu/create 接口路径
    path: String,
    /// Only endpoints with this method [default: any] 请求方法，默认不限
    #[arg(long)]
    method: Option<String>,
    /// Only endpoints documented for this product [default: any] 产品，默认不限
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
        Some(info) => {
            let doc = if info.doc.is_empty() { entry.doc } else { Some(info.doc) };
            fact("doc", doc.unwrap_or("-"));
            describe(info, &mut text);
        }
        None => {
            fact("doc", entry.doc.unwrap_or("-"));
            fact(
                "type",
                "none yet; use `weixin api call` or `wx.call` 尚无类型，可用 `weixin api call` 或 `wx.call` 调用",
            );
        }
    }
    text
}

fn describe(info: &EndpointInfo, text: &mut String) {
    let mut fact = |name: &str, value: &str| {
        let _ = writeln!(text, "  {name:<9}{value}");
    };
    fact("type", info.name);
    fact("title", info.title);
    let scope: Vec<_> = info.scope.iter().map(|kind| kind.as_str()).collect();
    fact("scope", &scope.join(", "));
    fact("token", token(info));
    fact(
        "retry",
        match info.retry {
            Retry::Safe => "safe: the call may be repeated 可安全重试",
            _ => "unsent: only repeated if it was certainly not executed 仅在确定未执行时重试",
        },
    );
    if !info.call.is_empty() {
        fact("call", info.call);
    }
    let _ = writeln!(text, "\n{}", indent(info.summary));
    if !info.fields.is_empty() {
        let _ = writeln!(text, "\n  request 请求");
    }
    for field in info.fields {
        let location = match field.location {
            FieldLocation::Path => "path",
            FieldLocation::Query => "query",
            FieldLocation::Body => "body",
            _ => "part",
        };
        let need = match field.account_default {
            Some(AccountDefault::Id) => "the account's id",
            Some(AccountDefault::Agent) => "the account's app",
            Some(AccountDefault::Secret) => "the account's secret",
            _ if field.field.required => "required",
            _ => "optional",
        };
        fields::explain(&field.field, &format!("{location}, {need}"), text);
    }
    match (info.reply.form, info.reply.json) {
        (ReplyForm::File, None) => {
            let _ = writeln!(text, "\n  reply 返回: the content of a file 文件内容");
        }
        (_, Some(json)) => {
            let _ = writeln!(text, "\n  reply 返回");
            fields::explain_reply(json.get(), text);
        }
        _ => {}
    }
}

fn token(info: &EndpointInfo) -> &'static str {
    match info.auth {
        Auth::None => "none",
        Auth::UserToken => "user_access_token",
        auth => auth.parameter().unwrap_or("a field of the request"),
    }
}

pub(super) fn indent(text: &str) -> String {
    let lines = text.lines().map(|line| format!("  {line}"));
    lines.map(|line| line.trim_end().to_owned()).collect::<Vec<_>>().join("\n")
}
