//! API security (API 安全): verifies and decrypts calls, encrypts and signs answers.

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue};
use serde_json::{Map, Value};
use weixin_api::{
    EndpointInfo, ErrCode, FieldLocation, Timestamp,
    secured::{MAX_CLOCK_SKEW, SECURITY_FIELDS, SealContext, SealedBody, header},
    wire::{ApiResponse, query},
};
use weixin_protocol::AppId;

use super::{ApiCall, ApiError};
use crate::state::PlatformState;

/// The error codes.
const NO_TIMESTAMP: i64 = 40231;
const NO_SIGNATURE: i64 = 40232;
const NO_APP_ID: i64 = 40233;
const BAD_SIGNATURE: i64 = 40234;
const BAD_ENCRYPTION: i64 = 40235;
const BAD_APP_ID: i64 = 40236;
const OTHER_APP_ID: i64 = 40237;
const NO_SYMMETRIC_KEY: i64 = 40238;
const EXPIRED: i64 = 40240;

/// How many bytes of a body an error message quotes.
const QUOTED: usize = 80;

/// A call after decryption.
pub(super) struct OpenedCall {
    /// The query, percent-encoded, with the parameters that were encrypted.
    pub(super) query: String,
    /// The JSON body.
    pub(super) body: Bytes,
}

/// An encrypted answer with its headers.
pub(super) struct SealedAnswer {
    pub(super) answer: ApiResponse,
    pub(super) headers: HeaderMap,
}

/// Verifies and decrypts a call of `account`. `None` if it is plain, and may be.
///
/// # Errors
/// The platform's error codes, with a message that says what was compared.
pub(super) fn open(
    state: &PlatformState,
    account: Option<&AppId>,
    info: &EndpointInfo,
    call: &ApiCall<'_>,
) -> Result<Option<OpenedCall>, ApiError> {
    let Some(account) = account.and_then(|id| state.account(id)).filter(|_| info.secured) else {
        return Ok(None);
    };
    let headers = [header::APP_ID, header::TIMESTAMP, header::SIGNATURE];
    let signed = headers.iter().any(|name| call.headers.contains_key(*name));
    let Some(keys) = &account.api_security else {
        return match signed {
            true => Err(error(NO_SYMMETRIC_KEY, "no symmetric key is set in the console")),
            false => Ok(None),
        };
    };
    let needed = |name: &'static str, code: i64| {
        let value = call.headers.get(name).and_then(|value| value.to_str().ok());
        value.filter(|value| !value.is_empty()).ok_or_else(|| {
            error(code, format!("missing {name}: API security is switched on for this API"))
        })
    };
    let app_id = needed(header::APP_ID, NO_APP_ID)?;
    let timestamp = needed(header::TIMESTAMP, NO_TIMESTAMP)?;
    let signature = needed(header::SIGNATURE, NO_SIGNATURE)?;
    if state.account(&AppId::new(app_id)).is_none() {
        return Err(error(BAD_APP_ID, format!("invalid {}", header::APP_ID)));
    }
    if app_id != account.id.as_str() {
        let message = format!("{} is not the owner of the access_token", header::APP_ID);
        return Err(error(OTHER_APP_ID, message));
    }
    let url = url(call);
    let context = SealContext { url: &url, app_id, timestamp };
    if !context.verifies(&keys.public, call.body, signature) {
        let text = format!("invalid signature: signed must be {}", quoted(&context, call.body));
        return Err(error(BAD_SIGNATURE, text));
    }
    let now = state.now();
    let time = timestamp.parse().map(Timestamp::from_secs).unwrap_or_default();
    if now.since(time).max(time.since(now)) > MAX_CLOCK_SKEW {
        let message = format!("{} expired: {timestamp}, now {}", header::TIMESTAMP, now.as_secs());
        return Err(error(EXPIRED, message));
    }
    let wrong = |why: &str| error(BAD_ENCRYPTION, format!("invalid encrypt: {why}"));
    let sealed = SealedBody::read(call.body)
        .map_err(|malformed| wrong(&malformed.to_string()))?
        .ok_or_else(|| wrong("iv, data and authtag are needed"))?;
    let text = context.open(&keys.symmetric, &sealed).ok_or_else(|| {
        let sn = keys.symmetric.sn();
        wrong(&format!("the authenticated data must be {url}|{app_id}|{timestamp}|{sn}"))
    })?;
    let fields = context
        .unwrap_fields(&text)
        .ok_or_else(|| wrong("_appid and _timestamp must be the same as in the headers"))?;
    Ok(Some(separate(info, call, fields)))
}

/// Moves the parameters that belong into the query back into it.
fn separate(info: &EndpointInfo, call: &ApiCall<'_>, fields: Map<String, Value>) -> OpenedCall {
    let is_query = |name: &str| {
        info.field(name).is_some_and(|field| field.location == FieldLocation::Query)
            || query::pairs(info.fixed_query()).any(|(fixed, _)| fixed == name)
    };
    let mut opened = call.query.to_owned();
    let mut body = Map::new();
    for (name, value) in fields {
        if !is_query(&name) {
            body.insert(name, value);
            continue;
        }
        let text = match value {
            Value::String(text) => text,
            other => other.to_string(),
        };
        opened.push_str(&format!("&{}={}", query::encode(&name), query::encode(&text)));
    }
    OpenedCall { query: opened, body: Value::Object(body).to_string().into() }
}

/// Encrypts and signs an answer to `account`. `None` if it has no API security any more.
pub(super) fn seal(
    state: &mut PlatformState,
    account: &AppId,
    call: &ApiCall<'_>,
    answer: &ApiResponse,
) -> Option<SealedAnswer> {
    let (iv, nonce, now) = (state.ids.iv(), state.ids.nonce(), state.now());
    let keys = state.account(account)?.api_security.as_ref()?;
    let (url, timestamp) = (url(call), now.as_secs());
    let text = timestamp.to_string();
    let context = SealContext { url: &url, app_id: account.as_str(), timestamp: &text };
    let mut fields = answer.as_json_object()?;
    let added = [nonce.into(), account.as_str().into(), timestamp.into()];
    fields.extend(SECURITY_FIELDS.map(str::to_owned).into_iter().zip(added));
    let body = context.seal(&keys.symmetric, iv, Value::Object(fields).to_string().as_bytes())?;
    let mut headers = HeaderMap::new();
    let mut add = |name: &'static str, value: &str| {
        if let Ok(value) = HeaderValue::from_str(value) {
            headers.insert(HeaderName::from_static(name), value);
        }
    };
    add(header::APP_ID, account.as_str());
    add(header::TIMESTAMP, &text);
    add(header::SERIAL, &keys.certificate.serial);
    add(header::SIGNATURE, &context.sign(&keys.certificate.key, &body)?);
    if let Some(old) = keys.deprecated(now) {
        add(header::DEPRECATED_SERIAL, &old.serial);
        add(header::DEPRECATED_SIGNATURE, &context.sign(&old.key, &body)?);
    }
    Some(SealedAnswer { answer: ApiResponse::json(body), headers })
}

/// The address of the call at the platform, without its query.
fn url(call: &ApiCall<'_>) -> String {
    format!("https://{}{}", call.target.name, call.target.path)
}

/// The text that is signed, in quotes and shortened.
fn quoted(context: &SealContext<'_>, body: &[u8]) -> String {
    let text = context.signed_text(body);
    let text = String::from_utf8_lossy(&text);
    let head = text.len() - body.len().min(text.len());
    let shown = &text[..text.floor_char_boundary(head + QUOTED)];
    format!("{shown:?} ({} bytes)", text.len())
}

fn error(code: i64, message: impl Into<std::borrow::Cow<'static, str>>) -> ApiError {
    ApiError::with_message(ErrCode::new(code), message)
}
