//! What the timeline shows of a call: queries and bodies as they were sent, but no whole secret.

use bytes::Bytes;
use weixin_api::wire::{PartContent, multipart, query};

use crate::state::PlatformState;

/// How much of a body is shown, in bytes.
const SHOWN: usize = 64 * 1024;

/// How the names of secrets end, in lower case: `access_token`, `component_appsecret`,
/// `jsapi_ticket`… The emulator is also told secrets that are not its own.
const SECRET_ENDS: &[&str] = &[
    "secret",
    "token",
    "ticket",
    "session_key",
    "aes_key",
    "aeskey",
    "permanent_code",
    "auth_code",
    "js_code",
    "password",
];

/// The parameters of a query, decoded.
pub(super) fn parameters(state: &PlatformState, encoded: &str) -> Vec<(String, String)> {
    query::pairs(encoded)
        .map(|(name, value)| {
            let value = if is_secret(&name) { shorten(&value) } else { known(state, value) };
            (name, value)
        })
        .collect()
}

/// A body as text, or what it is in angle brackets.
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
    // Cut last: half a secret would not be known for one.
    let shown = known(state, named(text));
    if shown.len() <= SHOWN {
        return shown;
    }
    format!("{}… <{} bytes in all>", &shown[..shown.floor_char_boundary(SHOWN)], text.len())
}

/// Whether a value of this name is a secret.
fn is_secret(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    SECRET_ENDS.iter().any(|end| name.ends_with(end))
}

/// Shortens every secret and token the emulator knows, wherever it stands.
fn known(state: &PlatformState, text: String) -> String {
    let mut text = text;
    for account in &state.accounts {
        let secrets = [account.secret.expose(), account.contacts_secret.expose()]
            .into_iter()
            .chain(account.tokens.values())
            .chain(account.tickets.values())
            .chain(account.sessions.keys())
            .chain(account.grants.values());
        for secret in secrets {
            if text.contains(secret) {
                text = text.replace(secret, &shorten(secret));
            }
        }
    }
    text
}

/// Shortens the values that are secrets by their names, in JSON, or what is almost JSON, and in
/// forms. Everything else stays as it was sent.
fn named(text: &str) -> String {
    match text.trim_start_matches('\u{feff}').trim_start().as_bytes().first() {
        Some(b'{' | b'[') => named_in_json(text),
        _ => named_in_form(text),
    }
}

fn named_in_form(text: &str) -> String {
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

/// Goes from one string literal to the next instead of parsing: a body that is not well-formed has
/// its secrets, too. A name holds for all values up to the next name.
fn named_in_json(text: &str) -> String {
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
                    // Half an escape sequence would say something else.
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

/// The content of the string literal at the start of a text, and the literal's whole length with
/// its quotes. One that does not end goes on to the end.
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

/// A name that may be written with escapes: `"se\u0063ret"`.
fn unescaped(content: &str) -> String {
    serde_json::from_str(&format!("\"{content}\"")).unwrap_or_else(|_| content.to_owned())
}

/// The first few characters, enough to tell two secrets apart.
fn shorten(secret: &str) -> String {
    match secret.chars().count() {
        0 => String::new(),
        1..=12 => "…".to_owned(),
        _ => secret.chars().take(6).chain(['…']).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::named;

    #[test]
    fn secrets_are_shortened_by_name_and_the_rest_is_as_it_was() {
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
            // What is not quite JSON.
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
            assert_eq!(named(sent), shown);
        }
    }
}
