//! Redacts secrets in the queries and bodies that the timeline shows.

use bytes::Bytes;
use weixin_api::wire::{PartContent, multipart, query};

use crate::state::PlatformState;

/// The maximum size of a body in the timeline, in bytes.
const MAX_BODY: usize = 64 * 1024;

/// The suffixes of names of secrets, in lower case: `access_token`, `component_appsecret`,
/// `jsapi_ticket`… The emulator may also receive secrets that it did not issue.
const SECRET_SUFFIXES: &[&str] = &[
    "secret",
    "token",
    "ticket",
    "session_key",
    "aes_key",
    "aeskey",
    "permanent_code",
    "auth_code",
    "authorization_code",
    "js_code",
    "password",
    "pwd",
];

/// The parameters of a query, decoded and redacted.
pub(super) fn parameters(state: &PlatformState, encoded: &str) -> Vec<(String, String)> {
    query::pairs(encoded)
        .map(|(name, value)| {
            let value =
                if is_secret(&name) { shorten(&value) } else { redact_issued(state, value) };
            (name, value)
        })
        .collect()
}

/// A body as redacted text; if it is not text, a description in angle brackets.
pub(super) fn body(state: &PlatformState, content_type: Option<&str>, body: &Bytes) -> String {
    let kind = content_type.unwrap_or_default();
    if let Some(parts) = multipart::read(kind, body) {
        let files = parts.iter().filter_map(|part| match part.content() {
            PartContent::File(file) => {
                let length = file.bytes().map_or(0, Bytes::len);
                Some(format!("<{length} bytes {}>", file.mime()))
            }
            _ => None,
        });
        return files.collect::<Vec<_>>().join(" ");
    }
    let Ok(text) = std::str::from_utf8(body) else {
        return format!("<{} bytes {kind}>", body.len());
    };
    // Truncate last: a truncated secret would not be recognized.
    let shown = redact_issued(state, redact_named(text));
    if shown.len() <= MAX_BODY {
        return shown;
    }
    format!("{}… <{} bytes in all>", &shown[..shown.floor_char_boundary(MAX_BODY)], text.len())
}

/// Whether values with this name are secret.
fn is_secret(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    SECRET_SUFFIXES.iter().any(|end| name.ends_with(end))
}

/// Shortens all occurrences of secrets and tokens that the emulator issued.
fn redact_issued(state: &PlatformState, text: String) -> String {
    let mut text = text;
    let of_accounts = state.accounts.iter().flat_map(|account| {
        let payments = &account.virtual_payments;
        [account.secret.expose(), account.contacts_secret.expose()]
            .into_iter()
            .chain([payments.live_key.expose(), payments.sandbox_key.expose()])
            .chain(account.tokens.values())
            .chain(account.tickets.values())
            .chain(account.sessions.keys())
            .chain(account.visits.tickets())
    });
    let of_websites = state.websites.iter().map(|website| website.secret.expose());
    let granted = state.all_grants().flat_map(|(_, grants)| grants.values());
    for secret in of_accounts.chain(of_websites).chain(granted) {
        if text.contains(secret) {
            text = text.replace(secret, &shorten(secret));
        }
    }
    text
}

/// Shortens values with secret names in JSON (even malformed) and in forms. Everything else stays
/// as it was sent.
fn redact_named(text: &str) -> String {
    match text.trim_start_matches('\u{feff}').trim_start().as_bytes().first() {
        Some(b'{' | b'[') => redact_json(text),
        _ => redact_form(text),
    }
}

fn redact_form(text: &str) -> String {
    let pair = |pair: &str| match pair.split_once('=') {
        Some((name, value)) if is_secret(&decoded(name)) => {
            format!("{name}={}", shorten(value.trim_end()))
        }
        _ => pair.to_owned(),
    };
    text.split('&').map(pair).collect::<Vec<_>>().join("&")
}

fn decoded(name: &str) -> String {
    query::pairs(name).map(|(name, _)| name).next().unwrap_or_default()
}

/// Scans string literals instead of parsing, because malformed bodies contain secrets too. A name
/// applies to all values up to the next name.
fn redact_json(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let (mut rest, mut secret) = (text, false);
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '"' | '\'' => {
                let (content, length) = literal(rest, first);
                let is_name = rest[length..].trim_start().starts_with(':');
                if is_name {
                    secret = is_secret(&unescaped(content));
                }
                if secret && !is_name {
                    out.push(first);
                    // A truncated escape sequence would change the meaning.
                    out.push_str(&if content.contains('\\') {
                        "…".into()
                    } else {
                        shorten(content)
                    });
                    out.push_str(&rest[1 + content.len()..length]);
                } else {
                    out.push_str(&rest[..length]);
                }
                length
            }
            '-' | '0'..='9' if secret => {
                out.push('…');
                rest.find(|c: char| !c.is_ascii_alphanumeric() && !"+-._".contains(c))
                    .unwrap_or(rest.len())
            }
            _ => {
                out.push(first);
                first.len_utf8()
            }
        };
        rest = &rest[length..];
    }
    out
}

/// The content of the string literal at the start of a text, and the length of the literal
/// including quotes. An unterminated literal extends to the end.
fn literal(text: &str, quote: char) -> (&str, usize) {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        if c == quote && !escaped {
            return (&text[1..at], at + 1);
        }
        escaped = c == '\\' && !escaped;
    }
    (&text[1..], text.len())
}

/// Decodes escapes in a name: `"se\u0063ret"`.
fn unescaped(content: &str) -> String {
    serde_json::from_str(&format!("\"{content}\"")).unwrap_or_else(|_| content.to_owned())
}

/// Keeps only the first few characters, enough to tell secrets apart.
fn shorten(secret: &str) -> String {
    match secret.chars().count() {
        0 => String::new(),
        1..=12 => "…".to_owned(),
        _ => secret.chars().take(6).chain(['…']).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::redact_named;

    #[test]
    fn values_with_secret_names_are_shortened_and_the_rest_is_unchanged() {
        for (sent, shown) in [
            (
                r#"{"appid":"wx1", "secret" : "0123456789abcdef"}"#,
                r#"{"appid":"wx1", "secret" : "012345…"}"#,
            ),
            (
                r#"{"component_appsecret":"short","Ticket":""}"#,
                r#"{"component_appsecret":"…","Ticket":""}"#,
            ),
            (
                r#"{"a":{"session_key":"ab\/cdefghijklmnop"},"b":1}"#,
                r#"{"a":{"session_key":"…"},"b":1}"#,
            ),
            (
                r#"{"suite_ticket":["0123456789abcdef",-12.5e3,null],"c":"0123456789abcdef"}"#,
                r#"{"suite_ticket":["012345…",…,null],"c":"0123456789abcdef"}"#,
            ),
            (r#"{"se\u0063ret":"0123456789abcdef"}"#, r#"{"se\u0063ret":"012345…"}"#),
            (
                r#"{"a":"\"secret\":\"x\"","token":true}"#,
                r#"{"a":"\"secret\":\"x\"","token":true}"#,
            ),
            (
                r#"[{"auth_code":"密密密密密密密密密密密密密"}]"#,
                r#"[{"auth_code":"密密密密密密…"}]"#,
            ),
            // Malformed JSON.
            (r#"{'secret': '0123456789abcdef', 'n': 5"#, r#"{'secret': '012345…', 'n': 5"#),
            (r#"{"refresh_token":"0123456789abcdef"#, r#"{"refresh_token":"012345…"#),
            (r#"{"secret":""#, r#"{"secret":""#),
            (r#"{"secret":"0123456789abc\"#, r#"{"secret":"…"#),
            // Forms.
            ("appid=wx1&corpsecret=0123456789abcdef&x", "appid=wx1&corpsecret=012345…&x"),
            ("access%5Ftoken=0123456789abcdef", "access%5Ftoken=012345…"),
            ("hello, \"secret\"", "hello, \"secret\""),
            ("", ""),
        ] {
            assert_eq!(redact_named(sent), shown);
        }
    }
}
