//! What a client tells about its calls, for whoever counts and measures them.

use std::{
    fmt,
    sync::atomic::{AtomicU32, Ordering},
    time::Duration,
};

use weixin_api::{AccountId, ErrCode, Error, ErrorKind};

/// Is told of every call of a client when it is over. It runs inside the call, so it had better be
/// quick: count, and go.
pub trait Metrics: fmt::Debug + Send + Sync + 'static {
    /// A call is over.
    fn call(&self, report: &CallReport<'_>);
}

/// One call that is over. Nothing in it is secret.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct CallReport<'a> {
    /// The endpoint's name (`CreateMenu`), or `raw`.
    pub endpoint: &'a str,
    /// Method and path, with the values of the path's parameters in it.
    pub call: &'a str,
    /// The account that called.
    pub account: &'a AccountId,
    /// What went wrong; `None` after a success.
    pub failure: Option<ErrorKind>,
    /// The platform's error code; 0 after a success, `None` when there was no answer.
    pub code: Option<ErrCode>,
    /// How long it took, everything included. For a file that is streamed: until it began.
    pub duration: Duration,
    /// How often it was sent, or tried to be.
    pub attempts: u32,
}

impl<'a> CallReport<'a> {
    pub(crate) fn new(
        names: (&'a str, &'a str),
        account: &'a AccountId,
        failure: Option<&Error>,
        duration: Duration,
        attempts: u32,
    ) -> Self {
        Self {
            endpoint: names.0,
            call: names.1,
            account,
            failure: failure.map(Error::kind),
            code: failure.map_or(Some(ErrCode::OK), Error::code),
            duration,
            attempts,
        }
    }
}

/// Counts the attempts of one call.
#[derive(Debug, Default)]
pub(crate) struct Attempts(AtomicU32);

impl Attempts {
    pub(crate) fn count(&self) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }

    pub(crate) fn get(&self) -> u32 {
        self.0.load(Ordering::Relaxed)
    }
}
