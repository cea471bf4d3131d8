//! Routes that belong together.

use std::fmt;

use super::{Filter, IntoFallback, IntoRoute, Middleware, Route};

/// Handlers that belong together: a module of a bot, or a group with a common filter.
///
/// It is to a [`Bot`](crate::Bot) what a nested router is to a router in axum: made anywhere,
/// [merged](crate::Bot::merge) or [put under a filter](crate::Bot::group), with [middleware](Self::layer) of its own.
///
/// ```
/// use weixin_bot::{Bot, Routes, command, filter};
/// use weixin_protocol::Text;
///
/// fn shop() -> Routes {
///     Routes::new()
///         .on(command("orders", async || "You have none."))
///         .fallback(async |_: Text| "The shop has not understood that.")
/// }
///
/// let bot: Bot = Bot::new().group(filter::account("wx0123456789abcdef"), shop());
/// ```
pub struct Routes<S = ()> {
    pub(crate) routes: Vec<Route<S>>,
    pub(crate) observers: Vec<Route<S>>,
    pub(crate) fallback: Option<Route<S>>,
}

impl<S: Clone + Send + Sync + 'static> Routes<S> {
    /// No handlers.
    pub fn new() -> Self {
        Self { routes: Vec::new(), observers: Vec::new(), fallback: None }
    }

    /// Adds a handler, as [`Bot::on`](crate::Bot::on).
    #[must_use]
    pub fn on<Marker>(mut self, handler: impl IntoRoute<Marker, S>) -> Self {
        self.routes.push(handler.into_route().0);
        self
    }

    /// Sets the handler for pushes that no other of these handlers hears, as
    /// [`Bot::fallback`](crate::Bot::fallback).
    #[must_use]
    pub fn fallback<Marker>(mut self, handler: impl IntoFallback<Marker, S>) -> Self {
        self.fallback = Some(handler.into_fallback().0);
        self
    }

    /// Adds an observer, as [`Bot::observe`](crate::Bot::observe).
    #[must_use]
    pub fn observe<Marker>(mut self, observer: impl IntoFallback<Marker, S>) -> Self {
        self.observers.push(observer.into_fallback().0);
        self
    }

    /// Adds other routes after these. Their fallback hears what the handlers before it do not, and
    /// comes before the handlers that are added later.
    #[must_use]
    pub fn merge(mut self, others: Routes<S>) -> Self {
        self.routes.extend(others.routes);
        self.routes.extend(others.fallback);
        self.observers.extend(others.observers);
        self
    }

    /// Adds other routes after these, which hear only what the filter lets through.
    #[must_use]
    pub fn group(self, filter: Filter, routes: Routes<S>) -> Self {
        self.merge(routes.map(|route| route.within(filter.clone())))
    }

    /// Puts a [middleware](crate::Next) around all handlers that have been added so far, and around the fallback.
    /// The one that was added last is called first. Observers have none.
    #[must_use]
    pub fn layer<Args>(self, middleware: impl Middleware<Args, S>) -> Self {
        let observers = self.observers;
        let others = Self { observers: Vec::new(), ..self };
        Self { observers, ..others.map(|route| route.layered(middleware.clone())) }
    }

    /// Provides the state of the handlers.
    #[must_use]
    pub fn with_state<T: Clone + Send + Sync + 'static>(self, state: S) -> Routes<T> {
        self.map(|route| route.with_state(state.clone()))
    }

    fn map<T>(self, change: impl Fn(Route<S>) -> Route<T>) -> Routes<T> {
        Routes {
            routes: self.routes.into_iter().map(&change).collect(),
            observers: self.observers.into_iter().map(&change).collect(),
            fallback: self.fallback.map(change),
        }
    }
}

impl<S: Clone + Send + Sync + 'static> Default for Routes<S> {
    fn default() -> Self {
        Self::new()
    }
}

impl<S> fmt::Debug for Routes<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.routes.iter().map(|route| &route.name)).finish()
    }
}
