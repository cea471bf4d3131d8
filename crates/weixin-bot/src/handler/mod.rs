//! Handlers: async functions whose arguments are extracted from a push.

mod context;
mod error;
mod extract;
mod rejection;
mod session;

pub use context::Context;
pub(crate) use context::Matched;
pub(crate) use error::Failure;
pub use error::HandlerError;
pub use extract::{Argument, Captures, FromContext, FromRef, State, ViaExtractor, ViaMessage};
pub use rejection::{NoClient, WrongAccount, WrongCapture, WrongMessage};
pub(crate) use session::in_dialogue;
pub use session::{Dialogue, Session, SessionError};

use weixin_protocol::{InboundMessage, Product, Selector};

use crate::{BoxError, IntoReply, Push, Reply};

/// An async function (or closure) that answers pushes. Implemented for functions of up to eight
/// arguments, each of which implements [`FromContext`], that return [`IntoReply`].
///
/// `Args` is inferred by the compiler.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a handler",
    note = "a handler is an `async fn` whose arguments are messages or extractors, whose result is \
            a `String`, a `Reply` or another `IntoReply`, and whose future is `Send`",
    note = "put `#[weixin::handler]` above the function to see what is wrong with it"
)]
pub trait Handler<Args, S>: Clone + Send + Sync + 'static {
    /// Answers a push.
    #[doc(hidden)]
    fn call(self, context: Context<S>) -> impl Future<Output = HandlerResult> + Send + 'static;

    /// What its arguments need from the account.
    #[doc(hidden)]
    fn needs() -> Needs;

    /// How many groups of a regular expression its arguments take.
    #[doc(hidden)]
    fn groups() -> Option<usize>;
}

/// What the arguments of a handler need from the account. Opaque.
#[derive(Debug, Clone, Default)]
pub struct Needs {
    /// The products that the arguments are available for.
    pub(crate) products: Vec<Product>,
    /// Whether one of them is a client.
    pub(crate) client: bool,
}

impl Needs {
    /// What arguments need of which these are the constants.
    pub(crate) fn of(products: &[Option<Product>], clients: &[bool]) -> Self {
        Self {
            products: products.iter().copied().flatten().collect(),
            client: clients.contains(&true),
        }
    }
}

/// How many groups of a regular expression arguments take of which these are the constants.
pub(crate) fn max_groups(groups: &[Option<usize>]) -> Option<usize> {
    groups.iter().copied().flatten().max()
}

/// The result of a call. Opaque.
#[derive(Debug)]
pub struct HandlerResult(pub(crate) Result<Reply, Failure>);

impl HandlerResult {
    pub(crate) fn rejected(rejection: impl Into<BoxError>) -> Self {
        Self(Err(Failure::Rejected(rejection.into())))
    }
}

/// Arguments of a handler that decide which pushes it hears: the first one is a message, an event
/// or [`Push`].
#[diagnostic::on_unimplemented(
    message = "nothing says which pushes this handler hears",
    label = "its first argument is no message",
    note = "take a message or event first (`async |_: Text| \"hello\"`), or `Push` to hear every push",
    note = "or put the handler in a filter, as in `command(\"help\", handler)`, or give it to \
            `Bot::fallback`"
)]
pub trait Hears {
    /// Which pushes; all if `None`.
    #[doc(hidden)]
    const SELECTOR: Option<Selector>;
    /// Which products have such pushes; all if empty.
    #[doc(hidden)]
    const SCOPE: &'static [Product];
}

/// A macro, because Rust cannot express a function of any number of arguments.
macro_rules! handlers {
    ($(($($via:ident $argument:ident)*))+) => { $(
        impl<Function, Answer, Output, S, $($via, $argument),*>
            Handler<($(($via, $argument),)*), S> for Function
        where
            Function: Fn($($argument),*) -> Answer + Clone + Send + Sync + 'static,
            Answer: Future<Output = Output> + Send + 'static,
            Output: IntoReply,
            S: Clone + Send + Sync + 'static,
            $($argument: FromContext<S, $via> + Send + 'static,)*
        {
            #[allow(non_snake_case, unused_variables)]
            fn call(self, context: Context<S>) -> impl Future<Output = HandlerResult> + Send + 'static {
                async move {
                    $(let $argument =
                        match <$argument as FromContext<S, $via>>::from_context(&context).await {
                            Ok(argument) => argument,
                            Err(rejection) => return HandlerResult::rejected(rejection),
                        };)*
                    drop(context);
                    let output = self($($argument),*).await;
                    HandlerResult(output.into_reply().map_err(Failure::Failed))
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

handlers! {
    ()
    (V1 A1)
    (V1 A1 V2 A2)
    (V1 A1 V2 A2 V3 A3)
    (V1 A1 V2 A2 V3 A3 V4 A4)
    (V1 A1 V2 A2 V3 A3 V4 A4 V5 A5)
    (V1 A1 V2 A2 V3 A3 V4 A4 V5 A5 V6 A6)
    (V1 A1 V2 A2 V3 A3 V4 A4 V5 A5 V6 A6 V7 A7)
    (V1 A1 V2 A2 V3 A3 V4 A4 V5 A5 V6 A6 V7 A7 V8 A8)
}

/// The arguments of a handler in a filter. The first one may decide which pushes it hears.
pub trait MayHear {
    #[doc(hidden)]
    const SELECTOR: Option<Selector>;
}

impl MayHear for () {
    const SELECTOR: Option<Selector> = None;
}

/// A macro for the same reason as above.
macro_rules! hears {
    ($(($($rest:ident)*))+) => { $(
        impl<M: InboundMessage, $($rest),*> Hears for ((ViaMessage, M), $($rest,)*) {
            const SELECTOR: Option<Selector> = Some(M::SELECTOR);
            const SCOPE: &'static [Product] = M::SCOPE;
        }

        impl<$($rest),*> Hears for ((ViaExtractor, Push), $($rest,)*) {
            const SELECTOR: Option<Selector> = None;
            const SCOPE: &'static [Product] = &[];
        }

        impl<M: InboundMessage, $($rest),*> MayHear for ((ViaMessage, M), $($rest,)*) {
            const SELECTOR: Option<Selector> = Some(M::SELECTOR);
        }

        impl<A, $($rest),*> MayHear for ((ViaExtractor, A), $($rest,)*) {
            const SELECTOR: Option<Selector> = None;
        }
    )+ };
}

hears! {
    ()
    (A2)
    (A2 A3)
    (A2 A3 A4)
    (A2 A3 A4 A5)
    (A2 A3 A4 A5 A6)
    (A2 A3 A4 A5 A6 A7)
    (A2 A3 A4 A5 A6 A7 A8)
}
