//! A call as received by the answering side.

use std::fmt;

use bytes::Bytes;
use serde_json::{Map, Value};

use super::{multipart, query, request::PartContent};
use crate::{
    BodyKind, Endpoint, EndpointField, EndpointInfo, ErrCode, FieldLocation, FilePart, Method,
    lenient,
};

/// A call that was received over HTTP.
#[derive(Clone, Copy)]
pub struct IncomingRequest<'a> {
    /// The HTTP method; `None` for one that the platform does not use.
    pub method: Option<Method>,
    /// The path, percent-encoded, without the query.
    pub path: &'a str,
    /// The query, percent-encoded; empty if there is none.
    pub query: &'a str,
    /// The `Content-Type`.
    pub content_type: Option<&'a str>,
    /// The whole body.
    pub body: &'a Bytes,
}

/// Why a call could not be read as a call of an endpoint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecodeError {
    kind: DecodeErrorKind,
    message: String,
}

/// What is wrong with a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DecodeErrorKind {
    /// The HTTP method is wrong; this one is needed.
    Method(Method),
    /// The path is not the endpoint's.
    Path,
    /// There is no body.
    EmptyBody,
    /// The body is not a JSON object, or not a multipart form, as the endpoint requires.
    MalformedBody,
    /// A file is missing.
    NoFile,
    /// A field is missing or invalid.
    Field,
}

impl DecodeError {
    fn new(kind: DecodeErrorKind, message: impl Into<String>) -> Self {
        Self { kind, message: message.into() }
    }

    /// What is wrong.
    pub fn kind(&self) -> DecodeErrorKind {
        self.kind
    }

    /// What is wrong, with the name of the field.
    pub fn message(&self) -> &str {
        &self.message
    }

    /// The error code that the platform returns for such a call.
    pub fn code(&self) -> ErrCode {
        match self.kind {
            DecodeErrorKind::Method(Method::Get) => ErrCode::NEEDS_GET,
            DecodeErrorKind::Method(_) => ErrCode::NEEDS_POST,
            DecodeErrorKind::EmptyBody => ErrCode::EMPTY_BODY,
            DecodeErrorKind::MalformedBody => ErrCode::MALFORMED_BODY,
            DecodeErrorKind::NoFile => ErrCode::NO_MEDIA,
            DecodeErrorKind::Path | DecodeErrorKind::Field => ErrCode::BAD_PARAMETER,
        }
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for DecodeError {}

/// Reads a call as one of the endpoint `E`, with the leniency of [`lenient`]. Fields that the
/// endpoint does not declare, and the credential in the query, are ignored.
///
/// # Errors
///
/// [`DecodeError`], which has the error code that the platform would return.
pub fn read_call<E: Endpoint>(call: IncomingRequest<'_>) -> Result<E, DecodeError> {
    let Content { fields, mut files } = Content::of(E::INFO, call)?;
    let mut endpoint: E = lenient::from_value(Value::Object(fields))
        .map_err(|error| DecodeError::new(DecodeErrorKind::Field, error.to_string()))?;
    endpoint.set_files(&mut |name| {
        let at = files.iter().position(|(part, _)| part == name)?;
        Some(files.swap_remove(at).1)
    });
    Ok(endpoint)
}

/// The content of a call, still untyped: the fields from path, query and body by name.
struct Content {
    fields: Map<String, Value>,
    files: Vec<(String, FilePart)>,
}

impl Content {
    fn of(info: &'static EndpointInfo, call: IncomingRequest<'_>) -> Result<Self, DecodeError> {
        if call.method != Some(info.method) {
            let message = format!("require {} method", info.method);
            return Err(DecodeError::new(DecodeErrorKind::Method(info.method), message));
        }
        let in_path = info.match_path(call.path).filter(|_| info.match_query(call.query));
        let in_path = in_path.ok_or_else(|| {
            DecodeError::new(DecodeErrorKind::Path, format!("the path is not {}", info.path))
        })?;
        let mut content = Self { fields: Map::new(), files: Vec::new() };
        match info.body {
            BodyKind::None => {}
            BodyKind::Json => content.read_json(info, call)?,
            BodyKind::Multipart => content.read_multipart(info, call)?,
        }
        // A field has only one location, so a value in the body under the name of another field is
        // dropped.
        for field in info.fields {
            if matches!(
                field.location,
                FieldLocation::Path | FieldLocation::Query | FieldLocation::Url
            ) {
                content.fields.remove(field.name());
            }
            if field.location == FieldLocation::Url {
                let url = format!("https://{}{}?{}", info.host, call.path, call.query);
                content.fields.insert(field.name().to_owned(), Value::String(url));
            }
        }
        for (name, value) in query::pairs(call.query) {
            if info.field(&name).is_some_and(|field| field.location == FieldLocation::Query) {
                content.fields.insert(name, Value::String(value));
            }
        }
        for (name, value) in in_path {
            content.fields.insert(name.to_owned(), Value::String(query::decode(value, false)));
        }
        Ok(content)
    }

    fn read_json(
        &mut self,
        info: &'static EndpointInfo,
        call: IncomingRequest<'_>,
    ) -> Result<(), DecodeError> {
        if call.body.trim_ascii().is_empty() {
            let needed = |field: &&EndpointField| {
                field.location == FieldLocation::Body && field.field.required
            };
            return match info.fields.iter().find(needed) {
                Some(_) => Err(DecodeError::new(DecodeErrorKind::EmptyBody, "empty post data")),
                None => Ok(()),
            };
        }
        match lenient::parse(call.body) {
            Ok(Value::Object(fields)) => {
                self.fields = fields;
                Ok(())
            }
            Ok(_) => Err(DecodeError::new(DecodeErrorKind::MalformedBody, "data format error")),
            Err(error) => {
                let message = format!("data format error: {error}");
                Err(DecodeError::new(DecodeErrorKind::MalformedBody, message))
            }
        }
    }

    fn read_multipart(
        &mut self,
        info: &'static EndpointInfo,
        call: IncomingRequest<'_>,
    ) -> Result<(), DecodeError> {
        let missing = |name: &str| {
            DecodeError::new(
                DecodeErrorKind::NoFile,
                format!("media data missing: part \"{name}\""),
            )
        };
        let parts = match call.content_type {
            Some(content_type) => multipart::read(content_type, call.body).ok_or_else(|| {
                DecodeError::new(
                    DecodeErrorKind::MalformedBody,
                    "the body is not multipart/form-data",
                )
            })?,
            None => Vec::new(),
        };
        for part in parts {
            let (name, file) = (part.name().to_owned(), part.content());
            match file {
                PartContent::File(file) => self.files.push((name, file.clone())),
                PartContent::Text(text) => {
                    let json = text.trim_start().starts_with(['{', '[']);
                    let value = json.then(|| lenient::parse(text.as_bytes()).ok()).flatten();
                    self.fields.insert(name, value.unwrap_or_else(|| text.clone().into()));
                }
            }
        }
        let absent = info.fields.iter().find(|field| {
            field.is_file()
                && field.field.required
                && !self.files.iter().any(|(name, _)| name == field.name())
        });
        absent.map_or(Ok(()), |field| Err(missing(field.name())))
    }
}
