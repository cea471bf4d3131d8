//! What a call can fail with.

use std::{borrow::Cow, error::Error as StdError, fmt, sync::Arc};

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use weixin_protocol::Product;

use crate::{ErrCode, Hint, lenient};

/// A call that failed. Ask [`kind`](Error::kind) what happened and [`code`](Error::code) what the
/// platform said.
///
/// Neither `Display` nor `Debug` shows a secret, a token or the query of an address. A clone shares
/// the source: one failed token fetch is reported to every call that waited for it.
#[derive(Clone)]
pub struct Error(Box<Inner>);

#[derive(Clone)]
struct Inner {
    kind: ErrorKind,
    message: Cow<'static, str>,
    call: Option<String>,
    refusal: Option<(Product, ErrCode)>,
    details: Option<Arc<Map<String, Value>>>,
    retryable: bool,
    source: Option<Arc<dyn StdError + Send + Sync>>,
}

/// What happened to a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The platform answered with an error code; see [`Error::code`].
    Platform,
    /// There is no credential to call with: it was refused, could not be fetched, or its source
    /// failed. When the platform gave the reason, [`Error::code`] has it.
    Credential,
    /// The call never reached the platform.
    Connect,
    /// The call was sent, or may have been, and no answer came back.
    Interrupted,
    /// The time for the whole call ran out. Whether the platform acted on it is unknown.
    Timeout,
    /// The answer had an HTTP status that is no success, and no error code.
    Status,
    /// The answer could not be read.
    Reply,
    /// The answer was larger than the client accepts.
    TooLarge,
    /// The call could not be written: a file is not readable, an address is malformed.
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
            refusal: None,
            details: None,
            retryable: kind.is_retryable(),
            source: None,
        }))
    }

    /// The platform of `product` answered with `code` and `message` (`errmsg`).
    pub fn platform(product: Product, code: ErrCode, message: impl Into<String>) -> Self {
        let mut error = Self::new(ErrorKind::Platform, message.into());
        error.0.refusal = Some((product, code));
        error.0.retryable = code.is_busy(product) || code.is_too_fast(product);
        error
    }

    /// The same error with what the platform's answer says besides code and message.
    pub fn with_details(mut self, details: Map<String, Value>) -> Self {
        self.0.details = (!details.is_empty()).then(|| Arc::new(details));
        self
    }

    /// The same error with the error that caused it.
    pub fn with_source(mut self, source: impl StdError + Send + Sync + 'static) -> Self {
        self.0.source = Some(Arc::new(source));
        self
    }

    /// The same error seen as one of another kind; code and source stay.
    pub fn with_kind(mut self, kind: ErrorKind) -> Self {
        self.0.kind = kind;
        self
    }

    /// The same error naming the call it happened in, as in `POST /cgi-bin/menu/create`. A call
    /// that is already named stays.
    pub fn in_call(mut self, call: impl Into<String>) -> Self {
        self.0.call.get_or_insert_with(|| call.into());
        self
    }

    /// The same error with its message changed, for instance to hide something in it.
    pub fn map_message(mut self, change: impl FnOnce(&str) -> Option<String>) -> Self {
        if let Some(message) = change(&self.0.message) {
            self.0.message = message.into();
        }
        self
    }

    /// What happened.
    pub fn kind(&self) -> ErrorKind {
        self.0.kind
    }

    /// The platform's error code (`errcode`), when it gave one.
    pub fn code(&self) -> Option<ErrCode> {
        self.0.refusal.map(|(_, code)| code)
    }

    /// What the platform's answer says besides code and message, read as a `T`: calls about many
    /// things at once may be refused with a list of what went wrong with which, and `T` is their
    /// reply then. `None` if it says nothing, or something else.
    pub fn details<T: DeserializeOwned>(&self) -> Option<T> {
        let details = self.0.details.as_ref()?;
        lenient::from_value(Value::Object(Map::clone(details))).ok()
    }

    /// What went wrong; for a [`Platform`](ErrorKind::Platform) error the platform's own words
    /// (`errmsg`).
    pub fn message(&self) -> &str {
        &self.0.message
    }

    /// The call, as in `POST /cgi-bin/menu/create`.
    pub fn call(&self) -> Option<&str> {
        self.0.call.as_deref()
    }

    /// The platform's number for this call (`rid`). Official Accounts and Mini Programs can look
    /// it up for seven days with `openapi/rid/get`.
    pub fn rid(&self) -> Option<&str> {
        let (_, rest) = self.0.message.split_once("rid: ")?;
        let end = rest.find(|c: char| !c.is_ascii_hexdigit() && c != '-').unwrap_or(rest.len());
        (end > 0).then(|| &rest[..end])
    }

    /// What to do about it, for the codes that matter.
    pub fn hint(&self) -> Option<Hint> {
        let (product, code) = self.0.refusal?;
        code.hint(product)
    }

    /// Whether the same call may succeed a little later.
    ///
    /// Of a call that was sent without an answer ([`Interrupted`](ErrorKind::Interrupted),
    /// [`Timeout`](ErrorKind::Timeout)) nobody knows whether it took effect: repeat it only when
    /// twice does no harm.
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
