//! The table that the attribute adds to the documentation of an endpoint.

use syn::{Ident, LitStr, Path, Result, Type, ext::IdentExt};

use super::declaration::{Declaration, Shortcut};
use crate::{kinds, text::last_segment};

/// The credentials, by their name in `auth = …`.
const CREDENTIALS: [(&str, &str); 8] = [
    ("access_token", "`access_token` of the account, added by the client"),
    ("none", "no token; see the fields below"),
    ("user_token", "`access_token` of a user's authorization, a field of the request"),
    ("component_token", "`component_access_token`, added by the client"),
    ("suite_token", "`suite_access_token`, added by the client"),
    ("provider_token", "`provider_access_token`, added by the client"),
    ("webhook_key", "the key of the webhook, added by the client"),
    ("response_url", "the address itself, a field of the request"),
];

/// The table below the documentation of an endpoint.
pub(super) fn of_endpoint(declaration: &Declaration) -> Result<String> {
    let host = declaration.host.as_ref().map(LitStr::value).unwrap_or_default();
    let path = declaration.path.value();
    let title = declaration.title.value();
    let page = match declaration.doc.as_ref().map(LitStr::value) {
        Some(address) if !address.is_empty() => format!("[{title}]({address})"),
        _ => title,
    };
    let callers: Vec<_> =
        declaration.scope.iter().map(|kind| kinds::title(&kind.to_string())).collect();
    let auth = declaration.auth.as_ref().map_or("access_token".to_owned(), Ident::to_string);
    let credential =
        CREDENTIALS.iter().find(|(name, _)| *name == auth).map_or("", |(_, text)| text);
    let retry = if declaration.retry()? == "Safe" {
        "safe, because the call is idempotent"
    } else {
        "only if the platform certainly did not execute the call"
    };
    let mut table = format!(
        "\n| | |\n|---|---|\n| Request | `{} {host}{path}` |\n| Official page (官方文档) | {page} |\n\
         | Account kinds | {} |\n| Credential | {credential} |\n| Retry | {retry} |\n\
         | Reply | {} |\n",
        declaration.method,
        callers.join(", "),
        reply(declaration.reply.as_ref()),
    );
    if declaration.secured.is_some() {
        table.push_str("| API security (API 安全) | supported |\n");
    }
    match &declaration.call {
        Some(Shortcut::Method { group, method }) => {
            let handle = crate::group::handle(group);
            let (group, method) = (group.unraw(), method.unraw());
            table.push_str(&format!(
                "| Method | [`wx.{group}().{method}(…)`]({handle}::{method}) |\n"
            ));
        }
        Some(Shortcut::Written(call)) => {
            table.push_str(&format!("| Method | `{}` |\n", call.value()));
        }
        None => table.push_str("| Method | `wx.send(…)` |\n"),
    }
    Ok(table)
}

/// The links from a reply to its endpoints.
pub(super) fn of_reply(endpoints: &[Path]) -> Option<String> {
    if endpoints.is_empty() {
        return None;
    }
    let links: Vec<_> = endpoints
        .iter()
        .map(|endpoint| {
            let path = quote::quote!(#endpoint).to_string().replace(' ', "");
            let name = path.rsplit("::").next().unwrap_or_default();
            format!("[`{name}`]({path})")
        })
        .collect();
    Some(format!("\nThe reply to {}.", links.join(", ")))
}

/// A link to the type of the reply, if it has a page.
fn reply(reply: Option<&Type>) -> String {
    let Some(ty) = reply else { return "no data".to_owned() };
    match last_segment(ty).unwrap_or_default().as_str() {
        "Empty" => "no data".to_owned(),
        "Download" => "the content of a file".to_owned(),
        "Value" => "any JSON".to_owned(),
        name => {
            let plain = matches!(ty, Type::Path(path)
                if path.path.segments.iter().all(|segment| segment.arguments.is_empty()));
            if plain {
                let path = quote::quote!(#ty).to_string().replace(' ', "");
                format!("[`{name}`]({path})")
            } else {
                format!("`{}`", quote::quote!(#ty).to_string().replace(' ', ""))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::*;

    #[test]
    fn the_table_states_method_host_and_path() {
        let table = |text: &str| of_endpoint(&syn::parse_str(text).unwrap()).unwrap();
        let usual = table(r#"POST "/a/b?c=d", title = "t", scope(official)"#);
        assert!(usual.contains("| Request | `POST /a/b?c=d` |"), "{usual}");
        let secured = table(r#"POST "/a", title = "t", scope(official), secured"#);
        assert!(secured.contains("| API security (API 安全) | supported |"), "{secured}");
        let other = table(r#"GET "/a", title = "t", scope(official), host = "h.example""#);
        assert!(other.contains("| Request | `GET h.example/a` |"), "{other}");
    }
}
