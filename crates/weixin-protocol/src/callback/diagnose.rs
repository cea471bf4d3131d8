//! Finds out what exactly is wrong with a captured push.

use super::{Callback, Query, precheck::Stamped};
use crate::{Error, ErrorKind, Inbound, Plaintext, Product, Signature, crypto::Opened, tree::Map};

/// One step of reading a push, and its result.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Check {
    /// What was checked: `signature`, `envelope`, `msg_signature`, `ciphertext` (only if it is
    /// damaged), `key`, `padding`, `receive id`, `content`. `mode`, `query` and `addressee` are
    /// reported only if a push that passes all other checks is rejected because of them.
    pub name: &'static str,
    /// Whether the check passed.
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

/// Reads a captured push step by step and continues after a failure where possible, so that a wrong
/// token does not hide a wrong key. Returns the decrypted body if there is one.
///
/// An empty `body` with an `echostr` is treated as a URL verification. Whenever the callback
/// rejects a request, at least one check fails.
///
/// For a person looking for a mistake; the result proves nothing about where a push comes from.
pub fn diagnose(callback: &Callback, query: &Query, body: &str) -> (Vec<Check>, Option<String>) {
    let url_check = query.echostr.as_ref().filter(|_| body.trim().is_empty());
    let (mut checks, plain) = match url_check {
        Some(echostr) => url_verification(callback, query, echostr),
        None => push(callback, query, body),
    };
    // The steps are for people. What counts is whether a bot would accept the push when it was
    // sent.
    let now = query.timestamp.as_deref().and_then(|time| time.parse().ok()).unwrap_or_default();
    let rejected = match url_check {
        Some(_) => callback.verify_url(query, now).err(),
        None => callback.open(query, body.as_bytes(), now).err(),
    };
    if let Some(error) = rejected
        && checks.iter().all(|check| check.ok)
    {
        let name = match error.kind() {
            ErrorKind::Mode => "mode",
            ErrorKind::Parse => "envelope",
            ErrorKind::Addressee => "addressee",
            ErrorKind::Incomplete => "content",
            _ => "query",
        };
        checks.push(Check::new(name, Err(error.to_string())));
    }
    (checks, plain)
}

fn url_verification(
    callback: &Callback,
    query: &Query,
    echostr: &str,
) -> (Vec<Check>, Option<String>) {
    match callback.product {
        Product::Work => {
            let mut checks = vec![msg_signature(callback, query, echostr)];
            let plaintext = decrypted(callback, echostr, &mut checks);
            (checks, plaintext.map(|plaintext| plaintext.message))
        }
        Product::Official | Product::Mini => {
            (vec![signature(callback, query)], Some(echostr.to_owned()))
        }
    }
}

fn push(callback: &Callback, query: &Query, body: &str) -> (Vec<Check>, Option<String>) {
    let mut checks = Vec::new();
    let work = callback.product == Product::Work;
    let read = Map::parse(body);
    let ciphertext = match &read {
        Ok((fields, _)) => fields.text("Encrypt"),
        Err(_) => None,
    };
    // WeCom's pushes have no `signature`; if there is one, it should be correct.
    if query.signature.is_some() || !work {
        checks.push(signature(callback, query));
    }
    let what = if ciphertext.is_some() { "encrypted" } else { "plain" };
    let envelope = match &read {
        Ok((_, format)) if work && ciphertext.is_none() => {
            Err(format!("plain {format:?}, but WeCom encrypts every push"))
        }
        Ok((_, format)) => Ok(format!("{what} {format:?}")),
        Err(error) => Err(error.to_string()),
    };
    checks.push(Check::new("envelope", envelope));
    match ciphertext {
        Some(ciphertext) => {
            checks.push(msg_signature(callback, query, ciphertext));
            let plaintext = decrypted(callback, ciphertext, &mut checks);
            if let Some(plaintext) = &plaintext {
                checks.push(content(&plaintext.message));
            }
            (checks, plaintext.map(|plaintext| plaintext.message))
        }
        None => {
            // Without a ciphertext the parameter can only be reported as missing.
            let missing = query.require("msg_signature", &query.msg_signature).err();
            if let Some(error) = missing.filter(|_| work) {
                checks.push(Check::new("msg_signature", Err(error.to_string())));
            }
            if read.is_err() {
                return (checks, None);
            }
            checks.push(content(body));
            (checks, Some(body.to_owned()))
        }
    }
}

/// Decrypts with either key, and checks key, padding and receive id.
fn decrypted(callback: &Callback, ciphertext: &str, checks: &mut Vec<Check>) -> Option<Plaintext> {
    let mut found: Option<(usize, Opened)> = None;
    let mut failure: Option<Error> = None;
    for (index, key) in callback.keys.iter().enumerate() {
        match key.open(ciphertext) {
            Ok(opened) => {
                found.get_or_insert((index, opened));
            }
            Err(error) => {
                failure.get_or_insert(error);
            }
        }
    }
    let Some((index, Opened { plaintext, padding })) = found else {
        let (name, why) = match failure {
            None => ("key", "no EncodingAESKey given".to_owned()),
            Some(error) if error.kind() == ErrorKind::Buffer => ("key", error.to_string()),
            Some(error) => ("ciphertext", error.to_string()),
        };
        checks.push(Check::new(name, Err(why)));
        return None;
    };
    let which = if index == 0 { "the current key fits" } else { "the previous key fits" };
    checks.push(Check::new("key", Ok(which.to_owned())));
    checks.push(Check::new("padding", padding.map(|length| format!("{length} bytes"))));
    checks.push(receive_id(callback, &plaintext.receive_id));
    Some(plaintext)
}

fn receive_id(callback: &Callback, found: &String) -> Check {
    let expected = &callback.receive_ids;
    let result = if expected.contains(found) {
        Ok(format!("{found:?}"))
    } else if expected.is_empty() {
        Err(format!("the push is for {found:?}, and there is no app or corp id to compare it with"))
    } else {
        Err(format!(
            "the push is for {found:?}, expected one of {expected:?}: check the app or corp id"
        ))
    };
    Check::new("receive id", result)
}

fn signature(callback: &Callback, query: &Query) -> Check {
    let stamp = Stamped::of(query, 0);
    let right = stamp.and_then(|stamp| callback.check_signature(query, &stamp));
    let mut result = to_detail(right, "right");
    if let (Err(detail), None, Some(_)) = (&mut result, &query.signature, &query.msg_signature) {
        detail.push_str("; a `msg_signature` alone is what WeCom sends");
    }
    Check::new("signature", result)
}

fn msg_signature(callback: &Callback, query: &Query, ciphertext: &str) -> Check {
    let stamp = Stamped::of(query, 0);
    let right = stamp.and_then(|stamp| callback.check_msg_signature(query, &stamp, ciphertext));
    let mut result = to_detail(right.map(|_| ()), "right");
    // A common mistake: the `signature` given as the `msg_signature`.
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

fn to_detail(result: Result<(), Error>, right: &str) -> Result<String, String> {
    result.map(|()| right.to_owned()).map_err(|error| error.to_string())
}
