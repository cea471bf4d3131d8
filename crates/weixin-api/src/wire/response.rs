//! The platform's answer to a call.

use std::fmt;

use bytes::Bytes;
use serde_json::{Map, Value, json};
use weixin_protocol::Product;

use super::query;
use crate::{ErrCode, Error, ErrorKind, ReplyForm, lenient};

/// The answer to a call, received or to be sent.
///
/// `Debug` does not show the body, because it may contain secrets.
#[derive(Clone)]
pub struct ApiResponse {
    status: u16,
    content_type: Option<String>,
    disposition: Option<String>,
    body: Bytes,
    /// The body as JSON, once it has been parsed.
    json: Option<Value>,
}

impl ApiResponse {
    /// An answer with this HTTP status and body.
    pub fn new(status: u16, body: impl Into<Bytes>) -> Self {
        Self { status, content_type: None, disposition: None, body: body.into(), json: None }
    }

    /// A success with this JSON text.
    pub fn json(json: impl Into<Bytes>) -> Self {
        Self::new(200, json).with_content_type("application/json; encoding=utf-8")
    }

    /// A rejection as the platform sends it: HTTP 200 with an error code.
    pub fn rejection(code: ErrCode, message: &str) -> Self {
        Self::json(json!({ "errcode": code, "errmsg": message }).to_string())
    }

    /// A success with a file.
    pub fn file(content: impl Into<Bytes>, mime: &str, name: Option<&str>) -> Self {
        let mut answer = Self::new(200, content).with_content_type(mime);
        if let Some(name) = name {
            let name = name.replace(['"', '\r', '\n'], "_");
            answer = answer.with_disposition(format!("attachment; filename=\"{name}\""));
        }
        answer
    }

    /// Sets the `Content-Type`.
    pub fn with_content_type(mut self, content_type: impl Into<String>) -> Self {
        self.content_type = Some(content_type.into());
        self
    }

    /// Sets the `Content-Disposition`.
    pub fn with_disposition(mut self, disposition: impl Into<String>) -> Self {
        self.disposition = Some(disposition.into());
        self
    }

    /// The HTTP status.
    pub fn status(&self) -> u16 {
        self.status
    }

    /// The `Content-Type`.
    pub fn content_type(&self) -> Option<&str> {
        self.content_type.as_deref()
    }

    /// The `Content-Disposition`.
    pub fn disposition(&self) -> Option<&str> {
        self.disposition.as_deref()
    }

    /// The file name in the `Content-Disposition`, reduced to its last component, so that it cannot
    /// lead out of the folder in which the file is saved.
    pub fn file_name(&self) -> Option<String> {
        last_component(&self.disposition.as_deref().and_then(file_name)?)
    }

    /// The unparsed body.
    pub fn body(&self) -> &Bytes {
        &self.body
    }

    /// The unparsed body.
    pub fn into_body(self) -> Bytes {
        self.body
    }

    /// The body as JSON, whatever its `Content-Type`.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Reply`] if it is not JSON.
    pub fn into_json(self) -> Result<Value, Error> {
        match self.json {
            Some(json) => Ok(json),
            None => lenient::parse(&self.body).map_err(|error| {
                Error::new(ErrorKind::Reply, "the answer is not JSON").with_source(error)
            }),
        }
    }

    /// The body as a JSON object, if it is one and not the content of a file.
    pub fn as_json_object(&self) -> Option<Map<String, Value>> {
        if let Some(Value::Object(object)) = &self.json {
            return Some(object.clone());
        }
        if self.is_file() {
            return None;
        }
        match lenient::parse(&self.body) {
            Ok(Value::Object(object)) => Some(object),
            _ => None,
        }
    }

    /// Whether the headers or the first bytes say that this is the content of a file. A file that
    /// was uploaded may itself be JSON with an error code in it, so a file name decides.
    ///
    /// Unless there is a file name, the body must contain its first non-blank byte.
    pub fn is_file(&self) -> bool {
        let disposed = self.disposition.as_deref().is_some_and(|disposition| {
            let disposition = disposition.to_ascii_lowercase();
            disposition.contains("attachment") || disposition.contains("filename")
        });
        let body = self.body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&self.body);
        disposed || body.trim_ascii_start().first() != Some(&b'{')
    }

    /// Checks for an error code, and for an HTTP status other than success. The result can be read
    /// with [`read_reply`](super::read_reply).
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Platform`] with the code, [`ErrorKind::Status`], or [`ErrorKind::Reply`] if
    /// JSON is expected and the answer is not JSON.
    pub fn checked(mut self, form: ReplyForm, product: Product) -> Result<Self, Error> {
        let success = (200..300).contains(&self.status);
        let read = match form {
            ReplyForm::File if success && self.is_file() => return Ok(self),
            _ => lenient::parse(&self.body),
        };
        if let Some((code, message)) = read.as_ref().ok().and_then(rejection) {
            let error = Error::platform(product, code, message);
            return Err(match read {
                Ok(Value::Object(mut details)) => {
                    details.retain(|name, _| name != "errcode" && name != "errmsg");
                    error.with_details(details)
                }
                _ => error,
            });
        }
        if !success {
            let message = format!("the answer has the HTTP status {}", self.status);
            return Err(Error::new(ErrorKind::Status, message));
        }
        match read {
            Ok(json) => self.json = Some(json),
            Err(_) if form == ReplyForm::File => {}
            Err(error) => {
                return Err(
                    Error::new(ErrorKind::Reply, "the answer is not JSON").with_source(error)
                );
            }
        }
        Ok(self)
    }
}

/// The error code and message in an answer, unless it is a success. The code may be quoted, and the
/// older device API nests both in an object.
fn rejection(json: &Value) -> Option<(ErrCode, String)> {
    let json = json.get("base_resp").unwrap_or(json);
    let code = match json.get("errcode")? {
        Value::Number(code) => code.as_i64()?,
        Value::String(code) => code.trim().parse().ok()?,
        _ => return None,
    };
    let message = json.get("errmsg").and_then(Value::as_str).unwrap_or_default();
    (code != 0).then(|| (ErrCode::new(code), message.to_owned()))
}

/// The name of a file without folders, drive and control characters, in both Windows and Unix
/// notation. `None` if nothing is left, or only a name for a folder.
fn last_component(name: &str) -> Option<String> {
    let name: String = name.chars().filter(|c| !c.is_control()).collect();
    let name = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let name = match name.as_bytes() {
        [drive, b':', ..] if drive.is_ascii_alphabetic() => name.get(2..).unwrap_or_default(),
        _ => name,
    };
    let is_folder = name.trim_matches(['.', ' ']).is_empty();
    (!is_folder).then(|| name.to_owned())
}

/// The name in a `Content-Disposition`; the extended form (RFC 5987) is preferred to the plain one.
pub(super) fn file_name(disposition: &str) -> Option<String> {
    let mut plain = None;
    for parameter in super::multipart::parameters(disposition) {
        match parameter {
            (name, value) if name == "filename*" => {
                let encoded = value.splitn(3, '\'').nth(2).unwrap_or(&value);
                return Some(query::decode(encoded, false));
            }
            (name, value) if name == "filename" => plain = Some(value),
            _ => {}
        }
    }
    plain
}

impl fmt::Debug for ApiResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ApiResponse")
            .field("status", &self.status)
            .field("content_type", &self.content_type)
            .field("disposition", &self.disposition)
            .field("body", &format_args!("{} bytes", self.body.len()))
            .finish()
    }
}
