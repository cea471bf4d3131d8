//! Sends one call with a given credential: its attempts, its hosts, its answer.

use std::{sync::Arc, time::Duration};

use http::{Request, header};
use tracing::debug;
use weixin_api::{
    Clock, ErrCode, Error, ErrorKind, Retry, Timestamp, secured::SealedCall, wire::ApiRequest,
};
use weixin_protocol::{Product, Secret};

use super::{
    AccountSecurity, ApiBase, ReadAnswer, Transport, address::address_of,
    fallback_hosts::FallbackHosts, form, redact::redact, security,
};
use crate::report::Attempts;

/// How often one call is tried at one host at most.
const MAX_ATTEMPTS: u32 = 3;

/// The pause before the second attempt; before the third one it is three times as long.
const FIRST_PAUSE: Duration = Duration::from_millis(200);

/// Sends calls to the platform.
#[derive(Debug)]
pub(crate) struct Dispatcher {
    pub(crate) transport: Arc<dyn Transport>,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) api_base: Option<ApiBase>,
    pub(crate) limits: Limits,
    pub(crate) fallback_hosts: FallbackHosts,
    /// Encrypts and signs the calls that support it.
    pub(crate) security: Option<AccountSecurity>,
}

/// The largest answers, in bytes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Limits {
    pub(crate) json: usize,
    pub(crate) file: usize,
}

/// One call, and the rules by which it is sent.
#[derive(Clone, Copy)]
pub(crate) struct CallContext<'a> {
    pub(crate) request: &'a ApiRequest,
    /// The same as it is sent in this attempt, if it is encrypted.
    pub(super) sealed: Option<&'a SealedCall>,
    /// The product whose error codes the answer has.
    pub(crate) product: Product,
    /// No attempt begins after this time.
    pub(crate) deadline: Timestamp,
    pub(crate) retry: RetryPolicy,
    pub(crate) attempts: &'a Attempts,
}

/// Which failures are retried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RetryPolicy {
    /// Those that the declaration of the endpoint allows.
    AsDeclared,
    /// Every transient failure: the request only reads.
    Transient,
}

/// An attempt that failed.
struct Failure {
    error: Error,
    /// Whether the platform was overloaded or something in between answered: a server error without
    /// an error code, or an HTML page in place of JSON.
    is_transient: bool,
}

impl Dispatcher {
    /// Sends a call, and retries it where that is allowed, until its deadline.
    ///
    /// # Errors
    ///
    /// The error of the last attempt.
    pub(crate) async fn send_with_retry<R: ReadAnswer>(
        &self,
        context: CallContext<'_>,
        credential: Option<&Secret>,
    ) -> Result<R::Output, Error> {
        let CallContext { request, deadline, .. } = context;
        let now = || self.clock.now();
        // With an API base there are no other hosts.
        let hosts = match self.api_base {
            Some(_) => vec![request.host()],
            None => self.fallback_hosts.candidates(request.host(), now()),
        };
        let mut hosts = hosts.into_iter().peekable();
        let Some(mut host) = hosts.next() else {
            return Err(Error::new(ErrorKind::Call, "the call has no host"));
        };
        let several = hosts.peek().is_some();
        let (mut tries, mut pause) = (1, FIRST_PAUSE);
        loop {
            context.attempts.count();
            let failure = match self.attempt::<R>(context, host, credential).await {
                Ok(output) => {
                    self.fallback_hosts.note_reached(host, now());
                    return Ok(output);
                }
                Err(failure) => failure,
            };
            let kind = failure.error.kind();
            let code = failure.error.code().map(|code| code.get());
            debug!(tries, host, code, ?kind, "a call failed");
            if kind == ErrorKind::Connect && several {
                match hosts.next().filter(|_| now() < deadline) {
                    Some(other) => host = other,
                    None => return Err(failure.error),
                }
                continue;
            }
            if kind != ErrorKind::Connect {
                self.fallback_hosts.note_reached(host, now());
            }
            let again = tries < MAX_ATTEMPTS && context.may_repeat(&failure);
            if !again || now() + pause >= deadline {
                return Err(failure.error);
            }
            self.clock.sleep(pause).await;
            tries += 1;
            pause *= 3;
        }
    }

    async fn attempt<R: ReadAnswer>(
        &self,
        context: CallContext<'_>,
        host: &str,
        credential: Option<&Secret>,
    ) -> Result<R::Output, Failure> {
        let call = context.request;
        let sealed = security::seal(self.security.as_ref(), call, host, self.clock.now())?;
        let sent = sealed.as_ref().map_or(call, SealedCall::request);
        let (body, content_type) = form::write_body(sent).await?;
        let address = address_of(sent, host, credential, self.api_base.as_ref())?;
        let mut request = Request::builder().method(sent.method().as_str()).uri(address);
        for (name, value) in sealed.iter().flat_map(SealedCall::headers) {
            request = request.header(name, value);
        }
        if let Some(content_type) = content_type {
            request = request.header(header::CONTENT_TYPE, content_type);
        }
        let request = request
            .body(body)
            .map_err(|_| Error::new(ErrorKind::Call, "host and path do not make an address"))?;
        let answer = self.transport.send(request).await.map_err(|error| {
            let kind = if error.may_have_been_sent() {
                ErrorKind::Interrupted
            } else {
                ErrorKind::Connect
            };
            Error::new(kind, error.to_string()).with_source(error)
        })?;
        let status = answer.status();
        let context = CallContext { sealed: sealed.as_ref(), ..context };
        R::read(self, context, answer).await.map_err(|error| Failure {
            is_transient: match error.kind() {
                ErrorKind::Status => status.is_server_error(),
                kind => kind == ErrorKind::Reply,
            },
            error: redact(error, call, credential),
        })
    }
}

impl<'a> CallContext<'a> {
    /// A call that is not encrypted yet.
    pub(crate) fn new(
        request: &'a ApiRequest,
        product: Product,
        deadline: Timestamp,
        retry: RetryPolicy,
        attempts: &'a Attempts,
    ) -> Self {
        Self { request, sealed: None, product, deadline, retry, attempts }
    }
}

impl CallContext<'_> {
    /// Whether a call that failed in this way may be sent again unchanged.
    fn may_repeat(&self, failure: &Failure) -> bool {
        let harmless = self.retry == RetryPolicy::Transient || self.request.retry() == Retry::Safe;
        let error = &failure.error;
        match error.kind() {
            ErrorKind::Connect => true,
            ErrorKind::Interrupted => harmless,
            // The platform was too busy to look at the call and asks to try again.
            ErrorKind::Platform if error.code() == Some(ErrCode::BUSY) => true,
            ErrorKind::Platform => {
                harmless && error.code().is_some_and(|code| code.is_busy(self.product))
            }
            _ => self.retry == RetryPolicy::Transient && failure.is_transient,
        }
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self { error, is_transient: false }
    }
}
