//! The reply engine: one handler per push, an answer in time or another way.
//!
//! The first delivery of a push starts its handler; a repeat joins it. What the handler says
//! within the budget goes into the answer (the passive road). After that the delivery is
//! acknowledged with an empty answer, and the rest goes by the account's active road.

mod deliver;
mod exchange;
mod fit;
mod road;

pub use road::{Road, RoadError};
pub(crate) use road::{app_messages, customer_service, mini_customer_service};

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::Arc,
    time::Duration,
};

pub(crate) use exchange::Receipt;
use exchange::{Answer, Exchange, Exchanges};
use tokio_util::task::TaskTracker;
use tracing::{Instrument, debug, error, info_span, warn};
use weixin_api::{Clock, Timestamp, kind::Any};
use weixin_client::Client;
use weixin_protocol::{Acknowledgement, PassiveReply, PushClass};

use crate::{
    Push,
    handler::{Context, Failure, HandlerResult},
    reply::Reply,
    route::Route,
};

/// What is left of a push's deadline for the way there and back.
const MARGIN: Duration = Duration::from_millis(500);

/// What answers a delivery.
#[derive(Debug)]
pub(crate) enum Outcome {
    /// This reply. The receipt is for when it is on its way.
    Passive(PassiveReply, Receipt),
    /// The push's acknowledgement.
    Acknowledged(Acknowledgement),
    /// Nothing that acknowledges it: the platform is to ask again.
    AskAgain,
}

/// An account that the engine serves.
#[derive(Debug, Clone)]
pub(crate) struct Served {
    pub(crate) client: Client<Any>,
    pub(crate) road: Arc<dyn Road>,
}

pub(crate) struct Engine {
    routes: Vec<Route<()>>,
    fallback: Option<Route<()>>,
    clock: Arc<dyn Clock>,
    budget: Option<Duration>,
    exchanges: Exchanges,
    running: TaskTracker,
}

impl Engine {
    pub(crate) fn new(
        routes: Vec<Route<()>>,
        fallback: Option<Route<()>>,
        clock: Arc<dyn Clock>,
        budget: Option<Duration>,
    ) -> Self {
        let (exchanges, running) = (Exchanges::default(), TaskTracker::new());
        Self { routes, fallback, clock, budget, exchanges, running }
    }

    pub(crate) fn clock(&self) -> &Arc<dyn Clock> {
        &self.clock
    }

    /// Completes when no handler runs and no answer is on its way.
    pub(crate) async fn idle(&self) {
        self.running.close();
        self.running.wait().await;
        self.running.reopen();
    }

    /// Answers one delivery of a push, whose first byte came at `arrived`.
    pub(crate) async fn answer(
        self: &Arc<Self>,
        served: &Served,
        push: Push,
        class: &'static PushClass,
        arrived: Timestamp,
    ) -> Outcome {
        let now = self.clock.now();
        let (exchange, first) = self.exchanges.join(push.account(), push.id(), now);
        if class.acknowledge_first && first {
            exchange.acknowledge();
        }
        if first {
            self.start(served.clone(), push, class, exchange.clone());
        } else {
            debug!(push = %push.id(), "a repeat joins the answer");
        }
        if class.acknowledge_first {
            return Outcome::Acknowledged(class.acknowledgement);
        }
        let budget = self.budget.unwrap_or(class.deadline.saturating_sub(MARGIN));
        let left = (arrived + budget).since(now);
        let answer = match self.clock.timeout(left, exchange.answer()).await {
            Ok(answer) => Some(answer),
            // A payment notice is not acknowledged before it has been handled.
            Err(_) if class.acknowledgement == Acknowledgement::Payment => {
                return Outcome::AskAgain;
            }
            Err(_) => exchange.acknowledge(),
        };
        match answer {
            Some(Answer::Passive(reply)) => Outcome::Passive(reply, Receipt(exchange)),
            Some(Answer::Failed) if class.acknowledgement == Acknowledgement::Payment => {
                Outcome::AskAgain
            }
            _ => Outcome::Acknowledged(class.acknowledgement),
        }
    }

    /// Runs the handler and delivers what it says, whatever becomes of the HTTP request.
    fn start(
        self: &Arc<Self>,
        served: Served,
        push: Push,
        class: &'static PushClass,
        exchange: Arc<Exchange>,
    ) {
        let span = info_span!("push", account = %push.account(), kind = %push.kind());
        let engine = self.clone();
        let task = async move {
            let _guard = Guard(exchange.clone());
            match engine.handle(&served, &push).await {
                Ok(reply) => engine.deliver(&served, &push, class, &exchange, reply).await,
                Err(()) => {
                    exchange.settle(Answer::Failed);
                    // The platform asks again after a payment notice that was not handled, and
                    // then the handler is to have another try.
                    if class.acknowledgement == Acknowledgement::Payment {
                        engine.exchanges.forget(push.account(), push.id());
                    }
                }
            }
        };
        self.running.spawn(task.instrument(span));
    }

    /// Calls the handler that hears the push. What goes wrong is logged here.
    async fn handle(&self, served: &Served, push: &Push) -> Result<Reply, ()> {
        // A filter may be a function of the user's, and panic.
        let hear = AssertUnwindSafe(|| {
            let mut routes = self.routes.iter().chain(&self.fallback);
            routes.find_map(|route| route.matches(push).map(|matched| (route, matched)))
        });
        let Ok(heard) = catch_unwind(hear) else {
            error!("a filter panicked: the person sees no answer");
            return Err(());
        };
        let Some((route, matched)) = heard else {
            debug!("no handler hears it");
            return Ok(Reply::nothing());
        };
        let context = Context {
            push: push.clone(),
            client: served.client.clone(),
            state: (),
            matched: Arc::new(matched),
        };
        // Both the call and the future may panic: extractors run in the call.
        let handling = AssertUnwindSafe(async { route.call(context).await });
        match futures_util::FutureExt::catch_unwind(handling).await {
            Ok(HandlerResult(Ok(reply))) => Ok(reply),
            Ok(HandlerResult(Err(Failure::Rejected(error)))) => {
                warn!(handler = route.name, %error, "an argument could not be taken: the push is not handled");
                Err(())
            }
            Ok(HandlerResult(Err(Failure::Failed(error)))) => {
                error!(
                    handler = route.name,
                    error = &*error,
                    "the handler failed: the person sees no answer"
                );
                Err(())
            }
            Err(_) => {
                error!(handler = route.name, "the handler panicked: the person sees no answer");
                Err(())
            }
        }
    }
}

/// Sees to it that no exchange stays without an answer, whatever happens to its task.
struct Guard(Arc<Exchange>);

impl Drop for Guard {
    fn drop(&mut self) {
        self.0.fail_if_running();
    }
}

impl std::fmt::Debug for Engine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let routes: Vec<_> = self.routes.iter().map(|route| &route.name).collect();
        f.debug_struct("Engine").field("routes", &routes).finish_non_exhaustive()
    }
}
