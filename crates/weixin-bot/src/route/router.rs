//! Finds the handler of a push and calls it.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::Arc,
    time::Duration,
};

use futures_util::FutureExt;
use tracing::{error, warn};
use weixin_api::{BoxFuture, Clock};

use super::{Route, Routes, filter::Verdict};
use crate::{
    BoxError, Push,
    engine::PushInFlight,
    handler::{Context, Failure, HandlerResult, Matched},
    log_text::{chain, printable},
    reply::Reply,
};

/// All routes of a bot.
#[derive(Debug)]
pub(crate) struct Router {
    pub(crate) routes: Vec<Route<()>>,
    pub(crate) observers: Vec<Route<()>>,
    pub(crate) fallback: Option<Route<()>>,
}

/// The handler for a push.
#[derive(Debug)]
pub(crate) enum Found {
    /// The route with this index; the fallback has the index after the last route. It hears the push,
    /// and this was found.
    Route(usize, Matched),
    /// This is the first one that may hear it: an asynchronous test decides.
    Perhaps(usize),
    /// No handler hears it.
    Nothing,
    /// A filter panicked.
    FilterPanicked,
}

/// The reply to a push.
#[derive(Debug)]
pub(crate) enum Handled {
    /// What the handlers said.
    Reply(Reply),
    /// No handler hears it.
    Unheard,
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

impl From<Routes<()>> for Router {
    fn from(Routes { routes, observers, fallback }: Routes<()>) -> Self {
        Self { routes, observers, fallback }
    }
}

impl Router {
    /// All routes and observers.
    pub(super) fn all(&self) -> impl Iterator<Item = &Route<()>> {
        self.routes.iter().chain(&self.observers).chain(&self.fallback)
    }

    /// The first route that hears a push.
    pub(crate) fn find(&self, push: &Push) -> Found {
        self.find_from(push, 0)
    }

    /// The first route that hears a push, beginning with the one of this index.
    fn find_from(&self, push: &Push, first: usize) -> Found {
        // A filter may be a function of the user's, which may panic.
        let find = AssertUnwindSafe(|| {
            let kind = push.kind();
            let routes = self.routes.iter().chain(&self.fallback).enumerate().skip(first);
            for (index, route) in routes {
                match route.verdict(push, &kind) {
                    Verdict::No => {}
                    Verdict::Yes(matched) => return Found::Route(index, matched),
                    Verdict::Ask => return Found::Perhaps(index),
                }
            }
            Found::Nothing
        });
        catch_unwind(find).unwrap_or(Found::FilterPanicked)
    }

    /// Whether the handler allows pushes of one sender to be handled concurrently.
    pub(crate) fn is_parallel(&self, found: &Found) -> bool {
        self.route(found).is_some_and(|route| route.settings.parallel)
    }

    fn route(&self, found: &Found) -> Option<&Route<()>> {
        match found {
            Found::Route(index, _) | Found::Perhaps(index) => self.at(*index),
            Found::Nothing | Found::FilterPanicked => None,
        }
    }

    fn at(&self, index: usize) -> Option<&Route<()>> {
        self.routes.get(index).or(self.fallback.as_ref())
    }

    /// Calls the handlers that hear the push, of which the first was found. Errors are logged here.
    pub(crate) async fn handle(
        &self,
        found: &mut Found,
        push: &PushInFlight,
        clock: &Arc<dyn Clock>,
        deadline: Option<Duration>,
    ) -> Result<Handled, NotHandled> {
        let mut said = None;
        loop {
            let (index, matched) = match std::mem::replace(found, Found::Nothing) {
                Found::Route(index, matched) => (index, matched),
                Found::Perhaps(index) => match Box::pin(self.ask(index, push)).await? {
                    Some(matched) => (index, matched),
                    None => {
                        *found = self.find_from(push.push(), index + 1);
                        continue;
                    }
                },
                Found::FilterPanicked => {
                    error!("a filter panicked: the user sees no answer");
                    return Err(NotHandled::finally("a filter panicked"));
                }
                Found::Nothing => break,
            };
            let Some(route) = self.at(index) else { break };
            let matched = (matched != Matched::default()).then(|| Arc::new(matched));
            let reply = route.handle(Context::new(push.clone(), matched), clock, deadline).await?;
            said = Some(match said.take() {
                None => reply,
                Some(said) => Reply::and(said, reply),
            });
            if !route.settings.also {
                break;
            }
            *found = self.find_from(push.push(), index + 1);
        }
        Ok(said.map_or(Handled::Unheard, Handled::Reply))
    }

    /// Whether a route hears the push, for one whose filter has asynchronous tests.
    async fn ask(&self, index: usize, push: &PushInFlight) -> Result<Option<Matched>, NotHandled> {
        let Some(route) = self.at(index) else { return Ok(None) };
        match AssertUnwindSafe(route.filter.ask(push)).catch_unwind().await {
            Ok(Ok(matched)) => Ok(matched),
            Ok(Err(error)) => {
                let (handler, error) = (route.name.as_str(), printable(chain(&*error)));
                error!(handler, %error, "a filter failed: the user sees no answer");
                Err(NotHandled::new(format!("the filter of {handler}: {error}")))
            }
            Err(_) => {
                error!(handler = route.name, "a filter panicked: the user sees no answer");
                Err(NotHandled::finally("a filter panicked"))
            }
        }
    }

    /// Calls the observers that hear the push, one after the other. `None` if there are none.
    pub(crate) fn observe(
        &self,
        push: &PushInFlight,
        clock: &Arc<dyn Clock>,
        deadline: Option<Duration>,
    ) -> Option<BoxFuture<'static, ()>> {
        if self.observers.is_empty() {
            return None;
        }
        let (push, clock) = (push.clone(), Arc::clone(clock));
        Some(Box::pin(async move {
            for observer in &push.router().observers {
                observer.observe(&push, &clock, deadline).await;
            }
        }))
    }
}

impl Route<()> {
    pub(super) fn hears_everything(&self) -> bool {
        self.selector.is_none() && self.filter.is_everything() && !self.settings.also
    }

    /// Calls the handler.
    async fn handle(
        &self,
        context: Context<()>,
        clock: &Arc<dyn Clock>,
        deadline: Option<Duration>,
    ) -> Result<Reply, NotHandled> {
        let handler = self.name.as_str();
        // Both the call and the future may panic.
        let call = AssertUnwindSafe(async { self.call(context).await }).catch_unwind();
        let called = match self.settings.deadline.or(deadline) {
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

    /// Calls an observer, if it hears the push. What it says is not sent, and that it fails changes
    /// nothing.
    async fn observe(
        &self,
        push: &PushInFlight,
        clock: &Arc<dyn Clock>,
        deadline: Option<Duration>,
    ) {
        let observer = self.name.as_str();
        let call = async {
            let verdict = match self.verdict(push.push(), &push.push().kind()) {
                Verdict::No => return Ok(HandlerResult(Ok(Reply::nothing()))),
                Verdict::Yes(matched) => Some(matched),
                Verdict::Ask => self.filter.ask(push).await?,
            };
            let Some(matched) = verdict else { return Ok(HandlerResult(Ok(Reply::nothing()))) };
            Ok::<_, BoxError>(self.call(Context::new(push.clone(), Some(Arc::new(matched)))).await)
        };
        let call = AssertUnwindSafe(call).catch_unwind();
        let called = match self.settings.deadline.or(deadline) {
            None => Ok(call.await),
            Some(deadline) => clock.timeout(deadline, call).await,
        };
        match called {
            Ok(Ok(Ok(HandlerResult(Ok(reply))))) if reply.is_nothing() => {}
            Ok(Ok(Ok(HandlerResult(Ok(_))))) => {
                warn!(
                    observer,
                    "an observer's answer is not sent: use `also` for a handler that answers"
                );
            }
            Ok(Ok(
                Ok(HandlerResult(Err(Failure::Rejected(error) | Failure::Failed(error))))
                | Err(error),
            )) => {
                error!(observer, error = %printable(chain(&*error)), "an observer failed");
            }
            Ok(Err(_)) => error!(observer, "an observer panicked"),
            Err(_) => error!(observer, "an observer took too long"),
        }
    }
}
