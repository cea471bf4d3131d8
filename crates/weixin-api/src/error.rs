//! Why a call failed.

use std::{borrow::Cow, error::Error as StdError, fmt, sync::Arc};

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use weixin_protocol::Product;

use crate::{ErrCode, Hint, lenient};

/// A failed call. [`kind`](Error::kind) is what happened, [`code`](Error::code) the platform's
/// error code.
///
/// Neither `Display` nor `Debug` shows a secret, a token or the query of an address. Clones share
/// the source: one failed token fetch is reported to every call that waited for it.
#[derive(Clone)]
pub struct Error(Box<Inner>);

#[derive(Clone)]
struct Inner {
    kind: ErrorKind,
    message: Cow<'static, str>,
    call: Option<String>,
    rejection: Option<(Product, ErrCode)>,
    details: Option<Arc<Map<String, Value>>>,
    retryable: bool,
    source: Option<Arc<dyn StdError + Send + Sync>>,
}

/// The kind of failure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The platform answered with an error code; see [`Error::code`].
    Platform,
    /// There is no credential for the call: it was rejected, could not be fetched, or its source
    /// failed. If the platform gave the reason, [`Error::code`] has it.
    Credential,
    /// The call certainly did not reach the platform.
    Connect,
    /// The call was sent, or may have been, and no complete answer came back.
    Interrupted,
    /// The deadline of the whole call passed. Whether the platform processed it is unknown.
    Timeout,
    /// The answer had an HTTP status other than success, and no error code.
    Status,
    /// The answer could not be read.
    Reply,
    /// The answer to a call with API security (API 安全) could not be verified or decrypted. The
    /// platform may have carried out the call.
    Unverified,
    /// The answer was larger than the limit.
    TooLarge,
    /// The call could not be made: a file is unreadable, an address is malformed, the account has
    /// no such call.
    Call,
}

impl ErrorKind {
    fn is_retryable(self) -> bool {
        matches!(self, ErrorKind::Connect | ErrorKind::Interrupted | ErrorKind::Timeout)
    }
}

impl Error {
    /// An error of this kind, for implementations of [`Caller`](crate::Caller),
    /// [`CredentialSource`](crate::CredentialSource) and [`Messenger`](crate::Messenger). The message
    /// is shown and logged: keep secrets out of it.
    pub fn new(kind: ErrorKind, message: impl Into<Cow<'static, str>>) -> Self {
        Self(Box::new(Inner {
            kind,
            message: message.into(),
            call: None,
            rejection: None,
            details: None,
            retryable: kind.is_retryable(),
            source: None,
        }))
    }

    /// The platform of `product` answered with `code` and `message` (`errmsg`).
    pub fn platform(product: Product, code: ErrCode, message: impl Into<String>) -> Self {
        let mut error = Self::new(ErrorKind::Platform, message.into());
        error.0.rejection = Some((product, code));
        error.0.retryable = code.is_busy(product) || code.is_too_fast(product);
        error
    }

    /// Adds the other fields of the platform's answer.
    pub fn with_details(mut self, details: Map<String, Value>) -> Self {
        self.0.details = (!details.is_empty()).then(|| Arc::new(details));
        self
    }

    /// Adds the error that caused this one.
    pub fn with_source(mut self, source: impl StdError + Send + Sync + 'static) -> Self {
        self.0.source = Some(Arc::new(source));
        self
    }

    /// Changes the kind; code and source stay.
    pub fn with_kind(mut self, kind: ErrorKind) -> Self {
        self.0.kind = kind;
        self
    }

    /// Adds the call in which it happened, as in `POST /cgi-bin/menu/create`. A call that was
    /// already set stays.
    pub fn in_call(mut self, call: impl Into<String>) -> Self {
        self.0.call.get_or_insert_with(|| call.into());
        self
    }

    /// Changes the message, for example to hide something in it. `None` keeps it.
    pub fn map_message(mut self, change: impl FnOnce(&str) -> Option<String>) -> Self {
        if let Some(message) = change(&self.0.message) {
            self.0.message = message.into();
        }
        self
    }

    /// The kind of failure.
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// The platform's error code (`errcode`), if it sent one.
    pub fn code(&self) -> Option<ErrCode> {
        self.0.rejection.map(|(_, code)| code)
    }

    /// The other fields of the platform's answer, read as a `T`: a call about many objects may be
    /// rejected with a list of the failed ones, and `T` is its reply type then. `None` if there are
    /// no other fields, or they are not a `T`.
    pub fn details<T: DeserializeOwned>(&self) -> Option<T> {
        let details = self.0.details.as_ref()?;
        lenient::from_value(Value::Object(Map::clone(details))).ok()
    }

    /// What went wrong; for a [`Platform`](ErrorKind::Platform) error the platform's message
    /// (`errmsg`).
    pub fn message(&self) -> &str {
        &self.0.message
    }

    /// The call, as in `POST /cgi-bin/menu/create`.
    pub fn call(&self) -> Option<&str> {
        self.0.call.as_deref()
    }

    /// The platform's id of this call (`rid`). For Official Accounts and Mini Programs,
    /// `openapi/rid/get` returns its details for seven days.
    pub fn rid(&self) -> Option<&str> {
        let (_, rest) = self.0.message.split_once("rid: ")?;
        let end = rest.find(|c: char| !c.is_ascii_hexdigit() && c != '-').unwrap_or(rest.len());
        (end > 0).then(|| &rest[..end])
    }

    /// What to do about it, for the most important codes.
    pub fn hint(&self) -> Option<Hint> {
        let (product, code) = self.0.rejection?;
        code.hint(product)
    }

    /// Whether the same call may succeed a little later.
    ///
    /// For a call that was sent and got no answer ([`Interrupted`](ErrorKind::Interrupted),
    /// [`Timeout`](ErrorKind::Timeout)) it is unknown whether it took effect: repeat it only if
    /// that does no harm.
    pub fn is_retryable(&self) -> bool {
        self.0.retryable
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(call) = &self.0.call {
            write!(f, "{call}: ")?;
        }
        if let Some(code) = self.code() {
            write!(f, "{code}: ")?;
        }
        f.write_str(&self.0.message)?;
        match self.hint() {
            Some(hint) => write!(f, " ({})", hint.en),
            None => Ok(()),
        }
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut debug = f.debug_struct("Error");
        debug.field("kind", &self.0.kind);
        if let Some(code) = self.code() {
            debug.field("code", &code.get());
        }
        debug.field("message", &self.0.message);
        if let Some(call) = &self.0.call {
            debug.field("call", call);
        }
        if let Some(source) = &self.0.source {
            debug.field("source", source);
        }
        debug.finish()
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.0.source.as_deref().map(|source| source as &(dyn StdError + 'static))
    }
}
