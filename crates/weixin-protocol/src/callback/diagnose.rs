//! What exactly is wrong with a captured push.

use super::{Callback, Query};
use crate::{Error, Inbound, Plaintext, Signature, tree::Map};

/// One step of reading a push, and how it went.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Check {
    /// What was checked: `signature`, `envelope`, `msg_signature`, `key`, `receive id`, `content`.
    pub name: &'static str,
    /// Whether it is right.
    pub ok: bool,
    /// What was found, or what to do.
    pub detail: String,
}

impl Check {
    fn new(name: &'static str, result: Result<String, String>) -> Self {
        let ok = result.is_ok();
        let (Ok(detail) | Err(detail)) = result;
        Self { name, ok, detail }
    }
}

/// Reads a captured push step by step and goes on after a failure wherever that makes sense, so
/// that a wrong token does not hide a wrong key. Gives the decrypted body if there is one.
///
/// For a person looking for a mistake; its result proves nothing about where a push comes from.
pub fn diagnose(callback: &Callback, query: &Query, body: &str) -> (Vec<Check>, Option<String>) {
    let mut checks = Vec::new();
    if query.signature.is_some() {
        checks.push(Check::new("signature", said(callback.check_signature(query), "right")));
    }
    let encrypted = match (&query.echostr, body.trim().is_empty()) {
        (Some(echostr), true) if query.msg_signature.is_some() => Some(echostr.clone()),
        (Some(echostr), true) => return (checks, Some(echostr.clone())),
        _ => match Map::parse(body) {
            Err(error) => {
                checks.push(Check::new("envelope", Err(error.to_string())));
                return (checks, None);
            }
            Ok((fields, format)) => {
                let encrypt = fields.text("Encrypt").map(str::to_owned);
                let what = if encrypt.is_some() { "encrypted" } else { "plain" };
                checks.push(Check::new("envelope", Ok(format!("{what} {format:?}"))));
                encrypt
            }
        },
    };
    let Some(ciphertext) = encrypted else {
        checks.push(content(body));
        return (checks, Some(body.to_owned()));
    };
    checks.push(msg_signature(callback, query, &ciphertext));
    if callback.keys.is_empty() {
        checks.push(Check::new("key", Err("no EncodingAESKey given".to_owned())));
        return (checks, None);
    }
    let mut opened: Option<(usize, Plaintext)> = None;
    let mut failure = String::new();
    for (index, key) in callback.keys.iter().enumerate() {
        match key.decrypt(&ciphertext) {
            Ok(plaintext) if opened.is_none() => opened = Some((index, plaintext)),
            Ok(_) => {}
            Err(error) if failure.is_empty() => failure = error.to_string(),
            Err(_) => {}
        }
    }
    let Some((index, plaintext)) = opened else {
        checks.push(Check::new("key", Err(failure)));
        return (checks, None);
    };
    let which = if index == 0 { "the current key fits" } else { "the previous key fits" };
    checks.push(Check::new("key", Ok(which.to_owned())));
    let receive_id = &plaintext.receive_id;
    checks.push(Check::new(
        "receive id",
        match callback.receive_ids.contains(receive_id) {
            true => Ok(format!("{receive_id:?}")),
            false => Err(format!(
                "the push is for {receive_id:?}, expected one of {:?}: check the app or corp id",
                callback.receive_ids
            )),
        },
    ));
    if query.echostr.is_none() {
        checks.push(content(&plaintext.message));
    }
    (checks, Some(plaintext.message))
}

fn msg_signature(callback: &Callback, query: &Query, ciphertext: &str) -> Check {
    let mut result = said(callback.check_msg_signature(query, ciphertext), "right");
    // A frequent slip: comparing the two signatures of a request with each other's formula.
    if let (Err(detail), Some(given), Some(time), Some(nonce)) =
        (&mut result, &query.msg_signature, &query.timestamp, &query.nonce)
        && Signature::of([callback.token.expose(), time, nonce]).matches(given)
    {
        *detail =
            "this is the `signature` (without the ciphertext), not the `msg_signature`".to_owned();
    }
    Check::new("msg_signature", result)
}

fn content(body: &str) -> Check {
    let result = Inbound::parse(body);
    Check::new(
        "content",
        result.map(|inbound| inbound.kind().to_string()).map_err(|error| error.to_string()),
    )
}

fn said(result: Result<(), Error>, right: &str) -> Result<String, String> {
    result.map(|()| right.to_owned()).map_err(|error| error.to_string())
}
