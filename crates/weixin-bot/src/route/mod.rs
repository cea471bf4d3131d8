//! Routes: which handler answers which push.

mod check;
pub mod filter;
mod filtered;
mod layer;
mod router;
mod routes;
mod settings;

pub(crate) use check::{Capabilities, check, check_account, never_called};
pub use filter::Filter;
pub use filtered::{Filtered, Nested, command, exact, matching, menu_click, only, scene, when};
pub use layer::{Extension, Middleware, Next, NoExtension};
pub(crate) use router::{Found, Handled, NotHandled, Router};
pub use routes::Routes;
pub use settings::{BySettings, Configured, also, deadline, parallel};

use std::{any::type_name, sync::Arc};

use filter::Verdict;
use settings::Settings;
use weixin_api::{AccountId, BoxFuture};
use weixin_protocol::{Kind, Product, Selector};

use crate::{
    Push,
    handler::{Context, Handler, HandlerResult, Hears, MayHear, Needs},
};

/// A handler and the pushes that it hears. Only the filter and the first argument decide that.
pub(crate) struct Route<S> {
    /// For logs and the start-up report: `command("help")`, `my_bot::welcome`.
    pub(crate) name: String,
    /// The kind of push that it hears; any if `None`.
    pub(crate) selector: Option<Selector>,
    filter: Filter,
    /// What the handler's first argument hears.
    argument_selector: Option<Selector>,
    scope: &'static [Product],
    needs: Needs,
    /// How many groups of a regular expression its arguments take.
    groups: Option<usize>,
    pub(crate) settings: Settings,
    call: Arc<Call<S>>,
}

type Call<S> = dyn Fn(Context<S>) -> BoxFuture<'static, HandlerResult> + Send + Sync;

/// What [`Bot::on`](crate::Bot::on) takes: a handler whose first argument is a message, or a
/// handler inside a filter.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be given to `Bot::on`",
    label = "not a handler that says which pushes it hears",
    note = "a handler is an `async fn`; its first argument is a message or event (`Text`, \
            `Subscribe`, …) or `Push`, unless it stands in a filter: `command(\"help\", handler)`",
    note = "its other arguments are extractors (`Client`, `State<T>`, `Captures<T>`, …), it answers \
            with a `String`, a `Reply` or another `IntoReply`, and its future is `Send`",
    note = "a closure returns a future: `async |msg: Text| msg.content`",
    note = "put `#[weixin::handler]` above the function to see what is wrong with it"
)]
pub trait IntoRoute<Marker, S> {
    #[doc(hidden)]
    fn into_route(self) -> BuiltRoute<S>;
}

/// A route for the router. Opaque.
pub struct BuiltRoute<S>(pub(crate) Route<S>);

impl<S> std::fmt::Debug for BuiltRoute<S> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("BuiltRoute").field(&self.0.name).finish()
    }
}

impl<S> std::fmt::Debug for Route<S> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Route").field(&self.name).finish()
    }
}

/// What [`Bot::fallback`](crate::Bot::fallback) takes: any handler.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be given to `Bot::fallback`",
    label = "not a handler",
    note = "a handler is an `async fn` whose arguments are messages or extractors, whose result is \
            a `String`, a `Reply` or another `IntoReply`, and whose future is `Send`",
    note = "put `#[weixin::handler]` above the function to see what is wrong with it"
)]
pub trait IntoFallback<Marker, S> {
    #[doc(hidden)]
    fn into_fallback(self) -> BuiltRoute<S>;
}

impl<H, Args, S> IntoFallback<(ByArgument, Args), S> for H
where
    H: Handler<Args, S>,
    Args: MayHear,
    S: 'static,
{
    fn into_fallback(self) -> BuiltRoute<S> {
        BuiltRoute(Route::new(self).hearing(Args::SELECTOR))
    }
}

/// Marks a handler whose first argument decides what it hears.
#[derive(Debug)]
pub enum ByArgument {}

/// Marks a handler whose filter decides what it hears.
#[derive(Debug)]
pub enum ByFilter {}

impl<H, Args, S> IntoRoute<(ByArgument, Args), S> for H
where
    H: Handler<Args, S>,
    Args: Hears,
    S: 'static,
{
    fn into_route(self) -> BuiltRoute<S> {
        let mut route = Route::new(self).hearing(Args::SELECTOR);
        route.scope = Args::SCOPE;
        BuiltRoute(route)
    }
}

impl<S: 'static> Route<S> {
    /// A route that hears everything.
    pub(crate) fn new<H: Handler<Args, S>, Args>(handler: H) -> Self {
        Self {
            name: type_name::<H>().to_owned(),
            selector: None,
            filter: Filter::everything(),
            argument_selector: None,
            scope: &[],
            needs: H::needs(),
            groups: H::groups(),
            settings: Settings::default(),
            call: Arc::new(move |context| Box::pin(handler.clone().call(context))),
        }
    }

    /// The same route, hearing only what its argument selects.
    pub(crate) fn hearing(self, argument: Option<Selector>) -> Self {
        Self { selector: argument, argument_selector: argument, ..self }
    }

    /// The same route in a filter, which gives it its name.
    fn called_by_filter(self, filter: Filter) -> Self {
        let name = filter.describe();
        Self { name, ..self.filtered(filter) }
    }

    /// The same route as one of a group.
    fn within(self, filter: Filter) -> Self {
        let name = format!("{}, {}", filter.describe(), self.name);
        Self { name, ..self.filtered(filter) }
    }

    fn filtered(self, filter: Filter) -> Self {
        let filter = match self.filter.is_everything() {
            true => filter,
            false => filter.and(self.filter),
        };
        Self { selector: filter.selector().or(self.argument_selector), filter, ..self }
    }

    /// Whether it hears the push, which is of this kind, as far as that is known at once.
    fn verdict(&self, push: &Push, kind: &Kind<'_>) -> Verdict {
        if !self.selector.is_none_or(|selector| selector.matches(kind)) {
            return Verdict::No;
        }
        self.filter.verdict(push, kind)
    }

    /// Whether it may hear pushes to this account.
    fn may_hear(&self, account: &AccountId) -> bool {
        let has_pushes = self.scope.is_empty() || self.scope.contains(&account.product());
        has_pushes && !self.filter.excludes(account)
    }

    pub(crate) fn call(&self, context: Context<S>) -> BoxFuture<'static, HandlerResult> {
        (self.call)(context)
    }

    /// Provides the state.
    pub(crate) fn with_state<T: 'static>(self, state: S) -> Route<T>
    where
        S: Clone + Send + Sync,
    {
        let call = self.call;
        Route {
            name: self.name,
            selector: self.selector,
            filter: self.filter,
            argument_selector: self.argument_selector,
            scope: self.scope,
            needs: self.needs,
            groups: self.groups,
            settings: self.settings,
            call: Arc::new(move |context| call(context.with_state(state.clone()))),
        }
    }
}
