//! Finds the handler of a push and calls it.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::Arc,
    time::Duration,
};

use futures_util::FutureExt;
use tracing::{debug, error, warn};
use weixin_api::Clock;
use weixin_protocol::Inbound;

use super::Route;
use crate::{
    handler::{Context, Failure, HandlerResult, Matched},
    log_text::{chain, printable},
    reply::Reply,
};

/// All routes of a bot.
#[derive(Debug)]
pub(crate) struct Router {
    pub(crate) routes: Vec<Route<()>>,
    pub(crate) fallback: Option<Route<()>>,
}

/// The handler for a push.
#[derive(Debug)]
pub(crate) enum Found {
    /// The route with this index; the fallback has the index after the last route.
    Route(usize, Matched),
    /// No handler hears it.
    Nothing,
    /// A filter panicked.
    FilterPanicked,
}

/// A push was not handled. The reason has been logged.
#[derive(Debug)]
pub(crate) struct NotHandled {
    /// Why. It may quote text from the push.
    pub(crate) reason: String,
    /// Whether the handler may succeed at another time.
    pub(crate) may_succeed_later: bool,
}

impl NotHandled {
    pub(crate) fn new(reason: impl Into<String>) -> Self {
        Self { reason: reason.into(), may_succeed_later: true }
    }

    fn finally(reason: impl Into<String>) -> Self {
        Self { reason: reason.into(), may_succeed_later: false }
    }
}

impl Found {
    /// What the filter found, once.
    pub(crate) fn take_matched(&mut self) -> Option<Arc<Matched>> {
        let Self::Route(_, matched) = self else { return None };
        let matched = std::mem::take(matched);
        (matched != Matched::default()).then(|| Arc::new(matched))
    }
}

impl Router {
    /// The first route that hears a push.
    pub(crate) fn find(&self, inbound: &Inbound) -> Found {
        // A filter may be a function of the user's, which may panic.
        let find = AssertUnwindSafe(|| {
            let kind = inbound.kind();
            let mut routes = self.routes.iter().chain(&self.fallback).enumerate();
            routes.find_map(|(index, route)| Some((index, route.matches(inbound, &kind)?)))
        });
        match catch_unwind(find) {
            Ok(Some((index, matched))) => Found::Route(index, matched),
            Ok(None) => Found::Nothing,
            Err(_) => Found::FilterPanicked,
        }
    }

    /// Whether the handler allows pushes of one sender to be handled concurrently.
    pub(crate) fn is_parallel(&self, found: &Found) -> bool {
        self.route(found).is_some_and(|route| route.settings.parallel)
    }

    fn route(&self, found: &Found) -> Option<&Route<()>> {
        let Found::Route(index, _) = found else { return None };
        self.routes.get(*index).or(self.fallback.as_ref())
    }

    /// Calls the handler that was found. Errors are logged here.
    pub(crate) async fn handle(
        &self,
        found: &Found,
        context: Context<()>,
        clock: &Arc<dyn Clock>,
        deadline: Option<Duration>,
    ) -> Result<Reply, NotHandled> {
        let route = match (found, self.route(found)) {
            (Found::FilterPanicked, _) => {
                error!("a filter panicked: the user sees no answer");
                return Err(NotHandled::finally("a filter panicked"));
            }
            (_, None) => {
                debug!("no handler hears it");
                return Ok(Reply::nothing());
            }
            (_, Some(route)) => route,
        };
        let handler = route.name.as_str();
        // Both the call and the future may panic.
        let call = AssertUnwindSafe(async { route.call(context).await }).catch_unwind();
        let called = match route.settings.deadline.or(deadline) {
            None => call.await,
            Some(deadline) => match clock.timeout(deadline, call).await {
                Ok(called) => called,
                Err(_) => {
                    error!(
                        handler,
                        ?deadline,
                        "the handler took too long: the user sees no answer"
                    );
                    return Err(NotHandled::new(format!(
                        "{handler} took longer than {deadline:?}"
                    )));
                }
            },
        };
        match called {
            Ok(HandlerResult(Ok(reply))) => Ok(reply),
            Ok(HandlerResult(Err(Failure::Rejected(error)))) => {
                // It may quote text from the push.
                let error = printable(chain(&*error));
                warn!(handler, %error, "an argument could not be taken: the push is not handled");
                Err(NotHandled::finally(format!("{handler}: {error}")))
            }
            Ok(HandlerResult(Err(Failure::Failed(error)))) => {
                let error = printable(chain(&*error));
                error!(handler, %error, "the handler failed: the user sees no answer");
                Err(NotHandled::new(format!("{handler}: {error}")))
            }
            Err(_) => {
                error!(handler, "the handler panicked: the user sees no answer");
                Err(NotHandled::new(format!("{handler} panicked")))
            }
        }
    }
}
