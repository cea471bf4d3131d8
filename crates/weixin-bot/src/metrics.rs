//! Metrics of a bot, reported through the facade [of the crate `metrics`](::metrics) (feature
//! `metrics`).
//!
//! Nothing is reported until the program installs a recorder, such as an exporter for Prometheus.
//! Install it before the bot is built: gauges count changes, and those before that are not seen. The
//! names, labels and units of all metrics are listed on the page `metrics` of the manual in the
//! crate `weixin`.
//!
//! No label has a value that strangers choose: a push of a kind that neither this library nor a
//! handler of the bot knows counts as `other`.

use std::{any::TypeId, sync::Arc};

use ::metrics::{
    Label, SharedString, Unit, counter, describe_counter, describe_gauge, describe_histogram,
    gauge, histogram,
};
use weixin_api::{AccountId, Clock, Timestamp};
use weixin_protocol::{Inbound, InboundMessage, InboundVisitor, Kind, Selector};
use weixin_store::ErrorKind;

use crate::{Outcome, route::Router};

const PUSHES: &str = "weixin_pushes_total";
const RUNNING: &str = "weixin_handlers_running";
const WAITING: &str = "weixin_pushes_waiting";
const HANDLER_SECONDS: &str = "weixin_handler_seconds";
const LAG_SECONDS: &str = "weixin_push_lag_seconds";
const OUTCOMES: &str = "weixin_outcomes_total";
const INBOX_ERRORS: &str = "weixin_inbox_errors_total";

/// Describes the metrics of bots and of their clients to the recorder.
/// [`Bot::build`](crate::Bot::build) does this; call it if the recorder is installed later.
pub fn describe() {
    describe_counter!(PUSHES, Unit::Count, "Pushes received: new, repeats, and rejected ones");
    describe_gauge!(RUNNING, Unit::Count, "Pushes that are being handled");
    describe_gauge!(WAITING, Unit::Count, "Pushes that wait to be handled");
    describe_histogram!(HANDLER_SECONDS, Unit::Seconds, "How long handlers ran");
    describe_histogram!(
        LAG_SECONDS,
        Unit::Seconds,
        "From the acceptance of a push to the start of its handler"
    );
    describe_counter!(OUTCOMES, Unit::Count, "What became of messages and pushes");
    describe_counter!(INBOX_ERRORS, Unit::Count, "Operations of the inbox that failed");
    weixin_client::metrics::describe();
}

/// An account as the value of a label.
#[derive(Debug, Clone)]
pub(crate) struct AccountLabel(Arc<str>);

impl AccountLabel {
    pub(crate) fn of(account: &AccountId) -> Self {
        Self(account.to_string().into())
    }

    fn value(&self) -> SharedString {
        SharedString::from(Arc::clone(&self.0))
    }
}

/// The kinds of pushes that have a label of their own.
#[derive(Debug)]
pub(crate) struct Kinds(Vec<(Selector, Arc<str>)>);

impl Kinds {
    /// Those that this library declares or a handler names.
    pub(crate) fn of(router: &Router) -> Self {
        let mut declared = Declared::default();
        weixin_protocol::visit_messages(&mut declared);
        weixin_official::visit_messages(&mut declared);
        weixin_mini::visit_messages(&mut declared);
        weixin_work::visit_messages(&mut declared);
        let routes = router.routes.iter().chain(&router.fallback);
        let mut selectors = declared.selectors;
        selectors.extend(routes.filter_map(|route| route.selector));
        // The first one that matches is taken.
        selectors.sort_by_key(|selector| selector.change().is_none());
        Self(selectors.into_iter().map(|known| (known, known.to_string().into())).collect())
    }

    fn label(&self, kind: &Kind<'_>) -> SharedString {
        match self.0.iter().find(|(selector, _)| selector.matches(kind)) {
            Some((_, label)) => SharedString::from(Arc::clone(label)),
            None => OTHER,
        }
    }
}

const OTHER: SharedString = SharedString::const_str("other");

#[derive(Default)]
struct Declared {
    seen: Vec<TypeId>,
    selectors: Vec<Selector>,
}

impl InboundVisitor for Declared {
    fn visit<T: InboundMessage>(&mut self) {
        // Products share messages.
        if !self.seen.contains(&TypeId::of::<T>()) {
            self.seen.push(TypeId::of::<T>());
            self.selectors.push(T::SELECTOR);
        }
    }
}

/// What a delivery of a push was.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Received {
    New,
    Repeat,
    Rejected(&'static str),
}

/// Counts a delivery of a push that was verified.
pub(crate) fn push_received(
    account: &AccountLabel,
    kinds: &Kinds,
    push: &Inbound,
    received: Received,
) {
    let kind = kinds.label(&push.kind());
    match received {
        Received::New => count_push(account, kind, "new"),
        Received::Repeat => count_push(account, kind, "repeat"),
        Received::Rejected(reason) => count_rejected(account, kind, reason),
    }
}

/// Counts a request to a callback that is not accepted as a push.
pub(crate) fn request_rejected(account: &AccountLabel, reason: &'static str) {
    count_rejected(account, OTHER, reason);
}

fn count_push(account: &AccountLabel, kind: SharedString, result: &'static str) {
    counter!(PUSHES, "account" => account.value(), "kind" => kind, "result" => result).increment(1);
}

fn count_rejected(account: &AccountLabel, kind: SharedString, reason: &'static str) {
    counter!(
        PUSHES,
        "account" => account.value(),
        "kind" => kind,
        "result" => "rejected",
        "reason" => reason
    )
    .increment(1);
}

pub(crate) fn handler_runs() {
    gauge!(RUNNING).increment(1);
}

pub(crate) fn handlers_ended(count: usize) {
    gauge!(RUNNING).decrement(count as f64);
}

pub(crate) fn push_waits() {
    gauge!(WAITING).increment(1);
}

pub(crate) fn pushes_no_longer_wait(count: usize) {
    if count > 0 {
        gauge!(WAITING).decrement(count as f64);
    }
}

/// Measures one run of a handler.
#[derive(Debug)]
pub(crate) struct HandlerTimer(Timestamp);

impl HandlerTimer {
    /// Starts now. `accepted` is when the push was accepted, unless this is another attempt.
    pub(crate) fn start(
        account: &AccountLabel,
        clock: &Arc<dyn Clock>,
        accepted: Option<Timestamp>,
    ) -> Self {
        let now = clock.now();
        if let Some(accepted) = accepted {
            let lag = now.since(accepted).as_secs_f64();
            histogram!(LAG_SECONDS, "account" => account.value()).record(lag);
        }
        Self(now)
    }

    pub(crate) fn stop(self, account: &AccountLabel, clock: &Arc<dyn Clock>) {
        let seconds = clock.now().since(self.0).as_secs_f64();
        histogram!(HANDLER_SECONDS, "account" => account.value()).record(seconds);
    }
}

/// Counts what became of a message or a push.
pub(crate) fn outcome(account: &AccountLabel, outcome: &Outcome) {
    let mut labels = Vec::with_capacity(4);
    labels.push(Label::new("account", account.value()));
    labels.push(Label::from_static_parts("outcome", outcome.name()));
    match outcome {
        Outcome::Sent { channel } => labels.push(Label::from_static_parts("channel", channel)),
        Outcome::Rejected { channel, code, .. } => {
            labels.push(Label::from_static_parts("channel", channel));
            if let Some(code) = code {
                labels.push(Label::new("code", code.get().to_string()));
            }
        }
        Outcome::Parked { reason, .. } => {
            labels.push(Label::from_static_parts("reason", reason.as_str()));
        }
        Outcome::Offered | Outcome::InMailbox | Outcome::Nothing | Outcome::Unheard => {}
    }
    counter!(OUTCOMES, labels).increment(1);
}

/// Counts an operation of the inbox that failed. That another process has taken over is no failure.
pub(crate) fn inbox_failed(operation: &'static str, error: &weixin_store::Error) {
    if error.kind() != ErrorKind::LeaseLost {
        counter!(INBOX_ERRORS, "operation" => operation).increment(1);
    }
}
