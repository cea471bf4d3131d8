//! What the attribute adds to the documentation of an endpoint, so that its page says all there is
//! to know about calling it.

use syn::{Ident, LitStr, Path, Result, Type, ext::IdentExt};

use super::declaration::{Declaration, Shortcut};
use crate::{kinds, text::last_segment};

/// What proves who is calling, as readers know it.
const PROOFS: [(&str, &str); 8] = [
    ("access_token", "the account's `access_token`, which the client adds"),
    ("none", "nothing beyond the fields below"),
    ("user_token", "the token that the user granted by OAuth, a field of the request"),
    ("component_token", "the `component_access_token`, which the client adds"),
    ("suite_token", "the `suite_access_token`, which the client adds"),
    ("provider_token", "the `provider_access_token`, which the client adds"),
    ("webhook_key", "the key of the webhook, which the client adds"),
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
        declaration.scope.iter().map(|kind| kinds::shown(&kind.to_string())).collect();
    let auth = declaration.auth.as_ref().map_or("access_token".to_owned(), Ident::to_string);
    let proof = PROOFS.iter().find(|(name, _)| *name == auth).map_or("", |(_, text)| text);
    let retry = if declaration.retry()? == "Safe" {
        "safe: sending it twice does no more than sending it once"
    } else {
        "only when the platform certainly did not act on it"
    };
    let mut table = format!(
        "\n| | |\n|---|---|\n| Request | `{} {host}{path}` |\n| Official page (官方文档) | {page} |\n\
         | Who may call it | {} |\n| Proof | {proof} |\n| Repeated after a failure | {retry} |\n\
         | Reply | {} |\n",
        declaration.method,
        callers.join(", "),
        reply(declaration.reply.as_ref()),
    );
    match &declaration.call {
        Some(Shortcut::Method { group, method }) => {
            let handle = crate::group::handle(group);
            let (group, method) = (group.unraw(), method.unraw());
            table.push_str(&format!(
                "| In one line | [`wx.{group}().{method}(…)`]({handle}::{method}) |\n"
            ));
        }
        Some(Shortcut::Written(call)) => {
            table.push_str(&format!("| In one line | `{}` |\n", call.value()));
        }
        None => table.push_str("| In one line | `wx.send(…)` |\n"),
    }
    Ok(table)
}

/// The links from a reply to the endpoints that answer with it.
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

/// A link to the type of the reply, where it has a page.
fn reply(reply: Option<&Type>) -> String {
    let Some(ty) = reply else { return "nothing more than that it was a success".to_owned() };
    match last_segment(ty).unwrap_or_default().as_str() {
        "Empty" => "nothing more than that it was a success".to_owned(),
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
        let other = table(r#"GET "/a", title = "t", scope(official), host = "h.example""#);
        assert!(other.contains("| Request | `GET h.example/a` |"), "{other}");
    }
}
