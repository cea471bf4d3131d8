//! Extractors: the types a handler may take as arguments.

use std::str::FromStr;

use weixin_api::kind::{AccountKind, Any, Mini, Official, Work};
use weixin_client::Client;
use weixin_protocol::{Header, InboundMessage, Product};

use super::Context;
use crate::{BoxError, Push};

/// A type that handlers can take as an argument.
///
/// `Via` tells the kinds of arguments apart for the compiler; leave it out when implementing:
///
/// ```
/// use weixin_bot::{BoxError, Context, FromContext};
///
/// /// Whether somebody writes from the other hemisphere of the clock.
/// struct AtNight(bool);
///
/// impl<S> FromContext<S> for AtNight {
///     fn from_context(context: &Context<S>) -> Result<Self, BoxError> {
///         Ok(Self(context.push().header().created % 86_400 < 21_600))
///     }
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be an argument of a handler",
    note = "arguments may be messages (`Text`, `Click`, …), `Client`, `State<T>`, `Captures<T>`, \
            `Argument`, `Header`, `Push`, or types that implement `FromContext`",
    note = "if it is a `State<T>`: call `.with_state(…)` with a value of that very type"
)]
pub trait FromContext<S, Via = ViaExtractor>: Sized {
    /// The product this argument exists for; any if `None`. Checked at start.
    const NEEDS: Option<Product> = None;

    /// How many groups of a regular expression this argument takes. Checked at start.
    const GROUPS: Option<usize> = None;

    /// Takes the argument. An error rejects the push: it is logged, the person sees nothing and no
    /// other handler is tried.
    ///
    /// # Errors
    /// Why there is no such value.
    fn from_context(context: &Context<S>) -> Result<Self, BoxError>;
}

/// The usual kind of argument.
#[derive(Debug)]
pub enum ViaExtractor {}

/// An argument that is a message or an event.
#[derive(Debug)]
pub enum ViaMessage {}

impl<S, M: InboundMessage> FromContext<S, ViaMessage> for M {
    fn from_context(context: &Context<S>) -> Result<Self, BoxError> {
        if !context.push.is::<M>() {
            return Err(format!(
                "the push is \"{}\", not \"{}\"",
                context.push.kind(),
                M::SELECTOR
            )
            .into());
        }
        Ok(context.push.read()?)
    }
}

impl<S> FromContext<S> for Push {
    fn from_context(context: &Context<S>) -> Result<Self, BoxError> {
        Ok(context.push.clone())
    }
}

impl<S> FromContext<S> for Header {
    fn from_context(context: &Context<S>) -> Result<Self, BoxError> {
        Ok(context.push.header().clone())
    }
}

/// The value given to [`Bot::with_state`](crate::Bot::with_state), or a part of it by
/// [`FromRef`]. Cloned for every push, so keep what is large behind an `Arc`.
#[derive(Debug, Clone, Copy, Default)]
pub struct State<T>(
    /// The value.
    pub T,
);

/// A part of the state that handlers can ask for on its own.
pub trait FromRef<S> {
    /// Takes the part.
    fn from_ref(state: &S) -> Self;
}

impl<S: Clone> FromRef<S> for S {
    fn from_ref(state: &S) -> Self {
        state.clone()
    }
}

impl<S, T: FromRef<S>> FromContext<S> for State<T> {
    fn from_context(context: &Context<S>) -> Result<Self, BoxError> {
        Ok(Self(T::from_ref(&context.state)))
    }
}

impl<S> FromContext<S> for Client<Any> {
    fn from_context(context: &Context<S>) -> Result<Self, BoxError> {
        Ok(context.client.clone())
    }
}

/// A macro because the three kinds narrow a client by a method of their own.
macro_rules! narrowed {
    ($($kind:ident $method:ident;)+) => { $(
        impl<S> FromContext<S> for Client<$kind> {
            const NEEDS: Option<Product> = <$kind as AccountKind>::PRODUCT;

            fn from_context(context: &Context<S>) -> Result<Self, BoxError> {
                context.client.$method().ok_or_else(|| {
                    format!("the account is {}", context.client.account()).into()
                })
            }
        }
    )+ };
}

narrowed! {
    Official official;
    Mini mini;
    Work work;
}

/// The groups of [`matching`](crate::matching)'s regular expression, each read by [`FromStr`].
/// A group that took no part in the match is an empty text.
///
/// ```
/// use weixin_bot::{Bot, Captures, matching};
///
/// async fn order(Captures((id,)): Captures<(u64,)>) -> String {
///     format!("Order {id} is on its way.")
/// }
///
/// let bot: Bot = Bot::new().on(matching(r"^order (\d+)$", order));
/// ```
#[derive(Debug, Clone, Copy, Default)]
pub struct Captures<T>(
    /// The groups.
    pub T,
);

/// A macro because Rust has no way to write "a tuple of any length".
macro_rules! captures {
    ($(($($group:ident)+))+) => { $(
        impl<S, $($group: FromStr<Err: Into<BoxError>>),+> FromContext<S>
            for Captures<($($group,)+)>
        {
            const GROUPS: Option<usize> = Some([$(stringify!($group)),+].len());

            fn from_context(context: &Context<S>) -> Result<Self, BoxError> {
                let mut groups = context.matched.captures.iter().map(String::as_str);
                Ok(Self(($(groups.next().unwrap_or_default().parse::<$group>().map_err(Into::into)?,)+)))
            }
        }
    )+ };
}

captures! { (A) (A B) (A B C) (A B C D) (A B C D E) (A B C D E F) }

/// What followed the word of a [`command`](crate::command), without blanks around it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Argument(
    /// The text; empty if nothing followed.
    pub String,
);

impl<S> FromContext<S> for Argument {
    fn from_context(context: &Context<S>) -> Result<Self, BoxError> {
        Ok(Self(context.matched.argument.clone()))
    }
}
