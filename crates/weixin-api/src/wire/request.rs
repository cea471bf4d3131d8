//! A call to the platform.

use std::{borrow::Cow, fmt};

use bytes::Bytes;
use weixin_protocol::Secret;

use super::query;
use crate::{Auth, EndpointInfo, FilePart, Method, ReplyForm, Retry};

/// An encoded call without its credential, not sent yet.
///
/// `Debug` shows neither the values of the query nor the body, because both may contain secrets.
#[derive(Clone)]
pub struct ApiRequest {
    name: Cow<'static, str>,
    endpoint: Option<&'static EndpointInfo>,
    method: Method,
    host: Cow<'static, str>,
    path: Cow<'static, str>,
    query: Vec<(Cow<'static, str>, String)>,
    body: Body,
    auth: Auth,
    /// The query parameter in which the account's secret must still be added.
    secret: Option<&'static str>,
    /// Scheme and authority, if they differ from `host`.
    origin: Option<String>,
    retry: Retry,
    form: ReplyForm,
    security: CallSecurity,
}

/// Whether a call is encrypted and signed ([API security](crate::secured)).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CallSecurity {
    /// It never is: the platform does not support that for this call.
    Unsupported,
    /// It is if the account has API security.
    Supported,
    /// It must be: without API security it is not sent.
    Required,
}

/// The body of a call.
#[derive(Clone, Default)]
#[non_exhaustive]
pub enum Body {
    /// None.
    #[default]
    Empty,
    /// JSON text.
    Json(Bytes),
    /// The parts of a `multipart/form-data` body; see [`multipart`](super::multipart).
    Multipart(Vec<Part>),
}

/// One part of a multipart body.
#[derive(Debug, Clone)]
pub struct Part {
    name: String,
    content: PartContent,
}

/// The content of a part.
///
/// `Debug` shows the length of a text instead of the text, because it may contain secrets.
#[derive(Clone)]
#[non_exhaustive]
pub enum PartContent {
    /// A text field.
    Text(String),
    /// A file.
    File(FilePart),
}

impl Part {
    /// A text field.
    pub fn text(name: impl Into<String>, text: impl Into<String>) -> Self {
        Self { name: name.into(), content: PartContent::Text(text.into()) }
    }

    /// A file.
    pub fn file(name: impl Into<String>, file: FilePart) -> Self {
        Self { name: name.into(), content: PartContent::File(file) }
    }

    /// The name of the form field.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The content of the part.
    pub fn content(&self) -> &PartContent {
        &self.content
    }
}

impl ApiRequest {
    /// A call of `path` (percent-encoded, with or without a query) at `host` (without scheme),
    /// without a body and with the account's access token.
    pub fn new(method: Method, host: impl Into<Cow<'static, str>>, path: &str) -> Self {
        let (path, rest) = path.split_once('?').unwrap_or((path, ""));
        Self {
            name: Cow::Borrowed("raw"),
            endpoint: None,
            method,
            host: host.into(),
            path: Cow::Owned(path.to_owned()),
            query: query::pairs(rest).map(|(name, value)| (Cow::Owned(name), value)).collect(),
            body: Body::Empty,
            auth: Auth::AccessToken,
            secret: None,
            origin: None,
            retry: if method == Method::Get { Retry::Safe } else { Retry::Unsent },
            form: ReplyForm::Json,
            security: CallSecurity::Unsupported,
        }
    }

    /// A call of a declared endpoint, without its fields.
    pub(super) fn of(info: &'static EndpointInfo) -> Self {
        Self {
            name: Cow::Borrowed(info.name),
            endpoint: Some(info),
            method: info.method,
            host: Cow::Borrowed(info.host),
            path: Cow::Borrowed(info.path_only()),
            query: query::pairs(info.fixed_query())
                .map(|(name, value)| (Cow::Owned(name), value))
                .collect(),
            body: Body::Empty,
            auth: info.auth,
            secret: None,
            origin: None,
            retry: info.retry,
            form: info.reply.form,
            security: match info.secured {
                true => CallSecurity::Supported,
                false => CallSecurity::Unsupported,
            },
        }
    }

    /// Replaces `{name}` in the path with `value`.
    pub(super) fn fill_path(&mut self, name: &str, value: &str) {
        let filled = self.path.replace(&format!("{{{name}}}"), &query::encode(value));
        self.path = Cow::Owned(filled);
    }

    pub(super) fn add_query(&mut self, name: impl Into<Cow<'static, str>>, value: String) {
        self.query.push((name.into(), value));
    }

    /// Marks that the account's secret must be added to the query under this name; it is not known
    /// here.
    pub(super) fn want_secret(&mut self, name: &'static str) {
        self.secret = Some(name);
    }

    /// Takes path and query from a whole URL. `None` if it is malformed.
    pub(super) fn set_url(&mut self, url: &str) -> Option<()> {
        let (scheme, rest) = url.split_once("://")?;
        let (authority, rest) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':' | '[' | ']');
        if !matches!(scheme, "https" | "http")
            || authority.is_empty()
            || !authority.chars().all(plain)
        {
            return None;
        }
        let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
        let own = scheme == "https" && authority.eq_ignore_ascii_case(&self.host);
        self.origin = (!own).then(|| format!("{scheme}://{authority}"));
        self.path = Cow::Owned(path.to_owned());
        self.query = query::pairs(query).map(|(name, value)| (Cow::Owned(name), value)).collect();
        Some(())
    }

    pub(super) fn add_part(&mut self, part: Part) {
        match &mut self.body {
            Body::Multipart(parts) => parts.push(part),
            _ => self.body = Body::Multipart(vec![part]),
        }
    }

    /// Adds a parameter to the query.
    pub fn with_query(
        mut self,
        name: impl Into<Cow<'static, str>>,
        value: impl Into<String>,
    ) -> Self {
        self.add_query(name, value.into());
        self
    }

    /// Sets this JSON text as the body.
    pub fn with_json(mut self, json: impl Into<Bytes>) -> Self {
        self.body = Body::Json(json.into());
        self
    }

    /// Makes the body multipart and adds a part to it.
    pub fn with_part(mut self, part: Part) -> Self {
        self.add_part(part);
        self
    }

    /// Sets the host.
    pub fn with_host(mut self, host: impl Into<Cow<'static, str>>) -> Self {
        self.host = host.into();
        self
    }

    /// Sets the credential that the call needs.
    pub fn with_auth(mut self, auth: Auth) -> Self {
        self.auth = auth;
        self
    }

    /// Adds the account's secret if the call [wants](ApiRequest::wants_secret) it.
    pub fn with_secret(mut self, secret: &Secret) -> Self {
        if let Some(name) = self.secret.take() {
            self.add_query(name, secret.expose().to_owned());
        }
        self
    }

    /// Sets whether the call may be repeated.
    pub fn with_retry(mut self, retry: Retry) -> Self {
        self.retry = retry;
        self
    }

    /// Sets the form of the expected answer.
    pub fn with_form(mut self, form: ReplyForm) -> Self {
        self.form = form;
        self
    }

    /// Sets whether the call is encrypted and signed.
    pub fn with_security(mut self, security: CallSecurity) -> Self {
        self.security = security;
        self
    }

    /// The same call with this JSON text as its body and nothing in the query but its credential:
    /// its parameters are encrypted in the body.
    #[cfg(feature = "api-security")]
    pub(crate) fn sealed_in(&self, json: Bytes) -> Self {
        Self { query: Vec::new(), body: Body::Json(json), ..self.clone() }
    }

    /// The endpoint's name, or `raw`.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The endpoint that was called. `None` for a call without a declared endpoint.
    pub fn endpoint(&self) -> Option<&'static EndpointInfo> {
        self.endpoint
    }

    /// The HTTP method.
    pub fn method(&self) -> Method {
        self.method
    }

    /// The host, without scheme.
    pub fn host(&self) -> &str {
        &self.host
    }

    /// Scheme and authority (`http://127.0.0.1:8080`), if the call was given a whole URL at another
    /// address than its [`host`](ApiRequest::host). The sender must make sure that this address is
    /// trusted.
    pub fn origin(&self) -> Option<&str> {
        self.origin.as_deref()
    }

    /// Whether the account's secret must be added with [`with_secret`](ApiRequest::with_secret).
    pub fn wants_secret(&self) -> bool {
        self.secret.is_some()
    }

    /// The path, percent-encoded, without the query.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The parameters of the query, without the credential. They may contain secrets.
    pub fn query(&self) -> &[(Cow<'static, str>, String)] {
        &self.query
    }

    /// The body. It may contain secrets.
    pub fn body(&self) -> &Body {
        &self.body
    }

    /// The credential that the call needs.
    pub fn auth(&self) -> Auth {
        self.auth
    }

    /// Whether the call may be repeated.
    pub fn retry(&self) -> Retry {
        self.retry
    }

    /// The form of the expected answer.
    pub fn form(&self) -> ReplyForm {
        self.form
    }

    /// Whether the call is encrypted and signed.
    pub fn security(&self) -> CallSecurity {
        self.security
    }

    /// Path and query including the credential. Only for sending: never log it.
    pub fn target(&self, credential: Option<&Secret>) -> String {
        let credential = self.auth.parameter().zip(credential.map(Secret::expose));
        let query = self.query.iter().map(|(name, value)| (&**name, value.as_str()));
        let mut target = self.path.clone().into_owned();
        for (at, (name, value)) in credential.into_iter().chain(query).enumerate() {
            target.push(if at == 0 { '?' } else { '&' });
            query::encode_into(&mut target, name);
            target.push('=');
            query::encode_into(&mut target, value);
        }
        target
    }
}

impl fmt::Debug for ApiRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let query: Vec<_> = self.query.iter().map(|(name, _)| name).collect();
        f.debug_struct("ApiRequest")
            .field("name", &self.name)
            .field("method", &self.method)
            .field("host", &self.host)
            .field("path", &self.path)
            .field("query", &query)
            .field("body", &self.body)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for PartContent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => write!(f, "Text({} bytes)", text.len()),
            Self::File(file) => f.debug_tuple("File").field(file).finish(),
        }
    }
}

impl fmt::Debug for Body {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Body::Empty => f.write_str("Empty"),
            Body::Json(json) => write!(f, "Json({} bytes)", json.len()),
            Body::Multipart(parts) => {
                let names: Vec<_> = parts.iter().map(Part::name).collect();
                f.debug_tuple("Multipart").field(&names).finish()
            }
        }
    }
}
