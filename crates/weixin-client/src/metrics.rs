//! Metrics of calls, reported through the facade [of the crate `metrics`](::metrics) (feature
//! `metrics`).
//!
//! Nothing is reported until the program installs a recorder, such as an exporter for Prometheus.
//! The names, labels and units are listed on the page `metrics` of the manual in the crate
//! `weixin`. [`Metrics`](crate::Metrics) reports the same calls to code of your own, and needs no
//! feature.

use ::metrics::{SharedString, Unit, counter, describe_counter, describe_histogram, histogram};
use weixin_api::{AccountId, EndpointInfo, ErrCode, Error, ErrorKind};

use crate::CallReport;

const CALLS: &str = "weixin_api_calls_total";
const CALL_SECONDS: &str = "weixin_api_call_seconds";
const TOKEN_FETCHES: &str = "weixin_token_fetches_total";

/// Describes the metrics of clients to the recorder. Call it once, after the recorder is installed;
/// a bot does this when it is built.
pub fn describe() {
    describe_counter!(CALLS, Unit::Count, "Calls of the platform's API, by their result");
    describe_histogram!(
        CALL_SECONDS,
        Unit::Seconds,
        "How long calls of the platform's API took, including all attempts"
    );
    describe_counter!(TOKEN_FETCHES, Unit::Count, "Requests for an access token, by their result");
}

/// Reports a call that has ended.
pub(crate) fn call(report: &CallReport<'_>, endpoint: Option<&'static EndpointInfo>) {
    let account = SharedString::from(report.account.to_string());
    // Only declared paths: a path that the program composes could contain anything.
    let call = match endpoint {
        Some(endpoint) => format!("{} {}", endpoint.method, endpoint.path).into(),
        None => SharedString::const_str("other"),
    };
    let code = match report.failure {
        None => SharedString::const_str("ok"),
        Some(kind) => code_label(report.code, kind),
    };
    let seconds = report.duration.as_secs_f64();
    histogram!(CALL_SECONDS, "account" => account.clone(), "call" => call.clone()).record(seconds);
    counter!(CALLS, "account" => account, "call" => call, "code" => code).increment(1);
}

/// A request for an access token that is being made. Dropped before its end, it counts as one that
/// took too long.
#[derive(Debug)]
pub(crate) struct TokenFetch {
    account: Option<String>,
}

impl TokenFetch {
    pub(crate) fn start(account: &AccountId) -> Self {
        Self { account: Some(account.to_string()) }
    }

    pub(crate) fn end(mut self, failure: Option<&Error>) {
        self.count(match failure {
            None => SharedString::const_str("ok"),
            Some(error) => code_label(error.code(), error.kind()),
        });
    }

    fn count(&mut self, result: SharedString) {
        if let Some(account) = self.account.take() {
            counter!(TOKEN_FETCHES, "account" => account, "result" => result).increment(1);
        }
    }
}

impl Drop for TokenFetch {
    fn drop(&mut self) {
        self.count(SharedString::const_str(kind_label(ErrorKind::Timeout)));
    }
}

/// The platform's error code, or else the kind of failure.
fn code_label(code: Option<ErrCode>, kind: ErrorKind) -> SharedString {
    match code {
        Some(code) => code.get().to_string().into(),
        None => SharedString::const_str(kind_label(kind)),
    }
}

fn kind_label(kind: ErrorKind) -> &'static str {
    match kind {
        ErrorKind::Platform => "platform",
        ErrorKind::Credential => "credential",
        ErrorKind::Connect => "connect",
        ErrorKind::Interrupted => "interrupted",
        ErrorKind::Timeout => "timeout",
        ErrorKind::Status => "status",
        ErrorKind::Reply => "reply",
        ErrorKind::Unverified => "unverified",
        ErrorKind::TooLarge => "too-large",
        ErrorKind::Call => "call",
        _ => "other",
    }
}
