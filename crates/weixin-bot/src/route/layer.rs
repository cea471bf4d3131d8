//! Middleware: functions around handlers.

use std::{any::type_name, fmt, future::Future, sync::Arc};

use http::Extensions;
use weixin_api::BoxFuture;

use super::{Call, Route};
use crate::{
    BoxError, FromContext, IntoReply, Reply,
    handler::{Context, Failure, HandlerError, HandlerResult, Needs, max_groups},
};

/// The rest of the way to a handler: the last argument of a middleware.
///
/// ```
/// use weixin_bot::{Bot, BoxError, Next, Push, Reply, command};
///
/// async fn log(push: Push, next: Next) -> Result<Reply, BoxError> {
///     println!("{} …", push.id());
///     let reply = next.run().await?;
///     println!("{}: {} messages", push.id(), reply.messages().count());
///     Ok(reply)
/// }
///
/// let bot: Bot = Bot::new().on(command("help", async || "…")).layer(log);
/// ```
///
/// A middleware that does not call [`run`](Self::run) answers in place of the handler.
#[must_use = "the handler is not called without `run`"]
pub struct Next {
    call: Box<dyn FnOnce(Option<Arc<Extensions>>) -> BoxFuture<'static, HandlerResult> + Send>,
    extensions: Option<Arc<Extensions>>,
}

impl Next {
    /// Calls the handler, or the next middleware.
    ///
    /// # Errors
    /// The handler failed, or one of its arguments could not be extracted. A middleware that returns
    /// the error leaves everything as if it was not there.
    pub async fn run(self) -> Result<Reply, HandlerError> {
        (self.call)(self.extensions).await.0.map_err(HandlerError::from)
    }

    /// Passes a value on, which the handler may take as an [`Extension<T>`](Extension). Another of the
    /// same type is replaced.
    pub fn with<T: Clone + Send + Sync + 'static>(mut self, value: T) -> Self {
        Arc::make_mut(self.extensions.get_or_insert_default()).insert(value);
        self
    }
}

impl fmt::Debug for Next {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Next")
    }
}

/// A value that a middleware [passed on](Next::with).
///
/// ```
/// use weixin_bot::{Bot, BoxError, Extension, Next, Push, Reply, command};
///
/// #[derive(Clone)]
/// struct Admin(bool);
///
/// async fn who(push: Push, next: Next) -> Result<Reply, BoxError> {
///     let admin = Admin(push.header().from.as_str() == "oBoss");
///     Ok(next.with(admin).run().await?)
/// }
///
/// async fn stop(Extension(admin): Extension<Admin>) -> &'static str {
///     if admin.0 { "Stopped." } else { "Only the boss may do that." }
/// }
///
/// let bot: Bot = Bot::new().on(command("stop", stop)).layer(who);
/// ```
#[derive(Debug, Clone, Copy, Default)]
pub struct Extension<T>(
    /// The value.
    pub T,
);

/// No middleware has passed on a value of the type that a handler takes.
#[derive(Debug, Clone, Copy, thiserror::Error)]
#[error("no middleware has passed on a `{type_name}`: `next.with(…).run()`")]
#[non_exhaustive]
pub struct NoExtension {
    /// The type.
    pub type_name: &'static str,
}

impl<S: Sync, T: Clone + Send + Sync + 'static> FromContext<S> for Extension<T> {
    type Rejection = NoExtension;

    async fn from_context(context: &Context<S>) -> Result<Self, NoExtension> {
        let value = context.extensions().and_then(|extensions| extensions.get::<T>());
        value.cloned().map(Self).ok_or(NoExtension { type_name: type_name::<T>() })
    }
}

/// An async function around handlers: its last argument is [`Next`], and those before it are extracted
/// as for a handler. Implemented for functions of up to five arguments that return [`IntoReply`].
///
/// `Args` is inferred by the compiler.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a middleware",
    note = "a middleware is an `async fn` whose last argument is `Next`, and whose others are messages or \
            extractors; it returns what a handler may return: `Result<Reply, BoxError>`",
    note = "its future is `Send`"
)]
pub trait Middleware<Args, S>: Clone + Send + Sync + 'static {
    /// Calls it.
    #[doc(hidden)]
    fn call(
        self,
        context: Context<S>,
        next: Next,
    ) -> impl Future<Output = HandlerResult> + Send + 'static;

    /// What its arguments need from the account.
    #[doc(hidden)]
    fn needs() -> Needs;

    /// How many groups of a regular expression its arguments take.
    #[doc(hidden)]
    fn groups() -> Option<usize>;
}

/// A macro, because Rust cannot express a function of any number of arguments.
macro_rules! middleware {
    ($(($($via:ident $argument:ident)*))+) => { $(
        impl<Function, Answer, Output, S, $($via, $argument),*>
            Middleware<($(($via, $argument),)*), S> for Function
        where
            Function: Fn($($argument,)* Next) -> Answer + Clone + Send + Sync + 'static,
            Answer: Future<Output = Output> + Send + 'static,
            Output: IntoReply,
            S: Clone + Send + Sync + 'static,
            $($argument: FromContext<S, $via> + Send + 'static,)*
        {
            #[allow(non_snake_case, unused_variables)]
            fn call(
                self,
                context: Context<S>,
                next: Next,
            ) -> impl Future<Output = HandlerResult> + Send + 'static {
                async move {
                    $(let $argument =
                        match <$argument as FromContext<S, $via>>::from_context(&context).await {
                            Ok(argument) => argument,
                            Err(rejection) => return HandlerResult::rejected(rejection),
                        };)*
                    drop(context);
                    let output = self($($argument,)* next).await;
                    HandlerResult(output.into_reply().map_err(passed_on))
                }
            }

            fn needs() -> Needs {
                Needs::of(
                    &[$(<$argument as FromContext<S, $via>>::NEEDS),*],
                    &[$(<$argument as FromContext<S, $via>>::NEEDS_CLIENT),*],
                )
            }

            fn groups() -> Option<usize> {
                max_groups(&[$(<$argument as FromContext<S, $via>>::GROUPS),*])
            }
        }
    )+ };
}

middleware! {
    ()
    (V1 A1)
    (V1 A1 V2 A2)
    (V1 A1 V2 A2 V3 A3)
    (V1 A1 V2 A2 V3 A3 V4 A4)
}

/// An error of the handler that a middleware returned stays what it was.
fn passed_on(error: BoxError) -> Failure {
    match error.downcast::<HandlerError>() {
        Ok(error) => error.into(),
        Err(error) => match error.downcast::<crate::Error>() {
            Ok(error) => error.into_failure(),
            Err(error) => Failure::Failed(error),
        },
    }
}

impl<S: Clone + Send + Sync + 'static> Route<S> {
    /// The same route with a middleware around its handler.
    pub(super) fn layered<M: Middleware<Args, S>, Args>(mut self, middleware: M) -> Self {
        let Needs { products, client } = M::needs();
        self.needs.products.extend(products);
        self.needs.client |= client;
        self.groups = self.groups.max(M::groups());
        let handler: Arc<Call<S>> = self.call;
        self.call = Arc::new(move |context| {
            let (handler, inner) = (Arc::clone(&handler), context.clone());
            let extensions = context.extensions().cloned();
            let next = Next {
                call: Box::new(move |extensions| handler(inner.with_extensions(extensions))),
                extensions,
            };
            Box::pin(middleware.clone().call(context, next))
        });
        self
    }
}
