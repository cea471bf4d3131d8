//! Removes secrets that the platform quotes in its error messages.

use serde_json::Value;
use weixin_api::{
    Error,
    wire::{ApiRequest, Body, PartContent, query},
};
use weixin_protocol::Secret;

/// A shorter value is hardly a secret, and would be found inside ordinary words.
const SHORTEST: usize = 6;
/// The replacement for a secret.
const HIDDEN: &str = "…";

/// Removes the credential, the secrets in the call itself, and whatever else looks like a secret
/// from the platform's message, because the message is logged and shown.
pub(super) fn redact(error: Error, request: &ApiRequest, credential: Option<&Secret>) -> Error {
    if error.message().is_empty() {
        return error;
    }
    let mut secrets = Secrets(Vec::new());
    // At any length: it is known to be a secret.
    secrets.0.extend(credential.filter(|credential| !credential.is_empty()).cloned());
    for (name, value) in request.query() {
        if is_secret(name) || name == "key" {
            secrets.add(value);
        }
    }
    match request.body() {
        Body::Json(json) => {
            if let Ok(json) = serde_json::from_slice(json) {
                secrets.add_fields(&json);
            }
        }
        Body::Multipart(parts) => {
            for part in parts {
                if let PartContent::Text(text) = part.content()
                    && is_secret(part.name())
                {
                    secrets.add(text);
                }
            }
        }
        _ => {}
    }
    error.map_message(|message| {
        let redacted = hide_assigned(&secrets.hide(message));
        (redacted != message).then_some(redacted)
    })
}

/// The values that must not be shown.
struct Secrets(Vec<Secret>);

impl Secrets {
    fn add(&mut self, value: &str) {
        if value.len() >= SHORTEST {
            self.0.push(Secret::new(value));
        }
    }

    /// Adds the secrets in a JSON body, at any depth.
    fn add_fields(&mut self, json: &Value) {
        match json {
            Value::Object(fields) => {
                for (name, value) in fields {
                    match value {
                        Value::String(text) if is_secret(name) => self.add(text),
                        value => self.add_fields(value),
                    }
                }
            }
            Value::Array(items) => items.iter().for_each(|item| self.add_fields(item)),
            _ => {}
        }
    }

    /// Replaces the secrets in a text, both as they are and percent-encoded.
    fn hide(&self, text: &str) -> String {
        self.0.iter().fold(text.to_owned(), |text, secret| {
            let encoded = query::encode(secret.expose()).to_string();
            text.replace(secret.expose(), HIDDEN).replace(&encoded, HIDDEN)
        })
    }
}

/// Whether a field of this name holds a secret: an AppSecret, a token, a ticket, or a code that is
/// exchanged for one.
fn is_secret(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    ["secret", "token", "ticket", "password", "session_key", "aeskey", "aes_key"]
        .iter()
        .any(|part| name.contains(part))
        || name == "code"
        || name.ends_with("_code")
}

/// Hides what follows the name of a secret: `access_token=…`, `"secret":"…"`.
fn hide_assigned(text: &str) -> String {
    let mut hidden = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['=', ':']) {
        let (before, after) = rest.split_at(at + 1);
        hidden.push_str(before);
        let name = before[..at].trim_end_matches(['"', '\'', ' ']);
        let start = name.rfind(|c: char| !c.is_ascii_alphanumeric() && c != '_');
        let name = start.map_or(name, |at| name.get(at..).unwrap_or_default());
        let name = name.trim_start_matches(|c: char| !c.is_ascii_alphanumeric() && c != '_');
        // After `code`, a colon is more likely that of a sentence.
        let is_code = name.eq_ignore_ascii_case("code") && before.ends_with(':');
        rest = after;
        if !is_secret(name) || is_code {
            continue;
        }
        let value = after.trim_start_matches(['"', '\'', ' ']);
        let blank = after.len() - value.len();
        let is_part = |c: char| c.is_ascii_alphanumeric() || "_-.+/=%|~@$!*".contains(c);
        let end = value.find(|c| !is_part(c)).unwrap_or(value.len());
        if end >= SHORTEST {
            hidden.push_str(&after[..blank]);
            hidden.push_str(HIDDEN);
            rest = &value[end..];
        }
    }
    hidden.push_str(rest);
    hidden
}
