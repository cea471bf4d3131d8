//! Reports of calls, for metrics.

use std::{
    fmt,
    sync::atomic::{AtomicU32, Ordering},
    time::Duration,
};

use weixin_api::{AccountId, ErrCode, Error, ErrorKind};

/// Receives a report of every call when it has ended. It runs inside the call, so it must not
/// block.
pub trait Metrics: fmt::Debug + Send + Sync + 'static {
    /// Called when a call has ended.
    fn call(&self, report: &CallReport<'_>);
}

/// The report of one call. It contains no secrets.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct CallReport<'a> {
    /// The endpoint's name (`CreateMenu`), or `raw`.
    pub endpoint: &'a str,
    /// Method and path, including the values of the path's parameters.
    pub call: &'a str,
    /// The account that called.
    pub account: &'a AccountId,
    /// The kind of error; `None` after a success.
    pub failure: Option<ErrorKind>,
    /// The platform's error code; 0 after a success, `None` if there was no answer.
    pub code: Option<ErrCode>,
    /// How long the call took in all, including waiting. For a streamed file: until its first bytes
    /// arrived.
    pub duration: Duration,
    /// How many attempts to send it were made.
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
