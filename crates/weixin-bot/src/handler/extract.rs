//! Extractors: the types a handler may take as arguments.

use std::{convert::Infallible, future::Future, str::FromStr};

use weixin_api::kind::{Any, Kind, Mini, Official, Work};
use weixin_client::Client;
use weixin_protocol::{Header, InboundMessage, Product};

use super::{Context, NoClient, WrongAccount, WrongCapture, WrongMessage};
use crate::{BoxError, Push};

/// A type that handlers can take as an argument.
///
/// Extraction is async, so it may load a session or ask a database. `Via` only helps the compiler
/// to tell the kinds of arguments apart; leave it out when implementing:
///
/// ```
/// use std::convert::Infallible;
/// use weixin_bot::{Context, FromContext};
///
/// /// Whether the user writes at night, in UTC.
/// struct AtNight(bool);
///
/// impl<S: Sync> FromContext<S> for AtNight {
///     type Rejection = Infallible;
///
///     async fn from_context(context: &Context<S>) -> Result<Self, Infallible> {
///         Ok(Self(context.push().header().created % 86_400 < 21_600))
///     }
/// }
/// ```
///
/// A handler that wants to see why extraction failed takes a `Result<T, <T as
/// FromContext<S>>::Rejection>`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be an argument of a handler",
    label = "neither a message nor an extractor",
    note = "arguments may be messages (`Text`, `Click`, …), `Client`, `State<T>`, `Captures<T>`, \
            `Argument`, `Header`, `Push`, or types that implement `FromContext`",
    note = "if it is a `State<T>`: call `.with_state(…)` with a value of that very type"
)]
pub trait FromContext<S, Via = ViaExtractor>: Sized {
    /// Why extraction failed. [`Infallible`] if it never does.
    type Rejection: Into<BoxError>;

    /// The product that this argument is available for; any if `None`. Checked at start.
    const NEEDS: Option<Product> = None;

    /// Whether it needs an account with a client. Checked at start.
    const NEEDS_CLIENT: bool = false;

    /// How many groups of a regular expression this argument takes; `None` if it takes none of
    /// them. Checked at start.
    const GROUPS: Option<usize> = None;

    /// Extracts the argument. A rejection rejects the push: it is logged, the user sees nothing,
    /// and no other handler is tried.
    ///
    /// # Errors
    /// Why the argument could not be extracted.
    fn from_context(
        context: &Context<S>,
    ) -> impl Future<Output = Result<Self, Self::Rejection>> + Send;
}

/// Marks an argument that is an extractor.
#[derive(Debug)]
pub enum ViaExtractor {}

/// Marks an argument that is a message or an event.
#[derive(Debug)]
pub enum ViaMessage {}

#[diagnostic::do_not_recommend]
impl<S: Sync, M: InboundMessage> FromContext<S, ViaMessage> for M {
    type Rejection = WrongMessage;

    async fn from_context(context: &Context<S>) -> Result<Self, WrongMessage> {
        if !context.push().is::<M>() {
            let is = context.push().kind().to_string();
            return Err(WrongMessage::Other { is, wanted: M::SELECTOR });
        }
        Ok(context.push().read()?)
    }
}

/// The argument, or the reason why it could not be extracted.
#[diagnostic::do_not_recommend]
impl<S: Sync, T: FromContext<S>> FromContext<S> for Result<T, T::Rejection> {
    type Rejection = Infallible;
    // Whoever takes the rejection copes with an argument that is not there.
    const NEEDS_CLIENT: bool = false;
    const GROUPS: Option<usize> = None;

    async fn from_context(context: &Context<S>) -> Result<Self, Infallible> {
        Ok(T::from_context(context).await)
    }
}

impl<S: Sync> FromContext<S> for Push {
    type Rejection = Infallible;

    async fn from_context(context: &Context<S>) -> Result<Self, Infallible> {
        Ok(context.push().clone())
    }
}

impl<S: Sync> FromContext<S> for Header {
    type Rejection = Infallible;

    async fn from_context(context: &Context<S>) -> Result<Self, Infallible> {
        Ok(context.push().header().clone())
    }
}

/// The value given to [`Bot::with_state`](crate::Bot::with_state), or a part of it by
/// [`FromRef`]. Cloned for every push, so keep what is large behind an `Arc`.
///
/// This is not axum's extractor of the same name: this one is for handlers of pushes, axum's for
/// routes of an axum router. A module that uses both has to import one of them under another name,
/// or write `axum::extract::State` in full. An explicit `use` of axum's wins over the prelude's,
/// which shows as the error "`State<Db>` cannot be an argument of a handler". Both may hold the
/// same value:
///
/// ```no_run
/// # use weixin_bot::{Bot, Config};
/// # type Db = std::sync::Arc<String>;
/// # fn example(db: Db, config: Config) -> Result<(), weixin_bot::Error> {
/// let bot = Bot::new().with_state(db.clone()).build(&config)?;
/// let pages: axum::Router = axum::Router::new()
///     .route("/", axum::routing::get(async |state: axum::extract::State<Db>| state.to_string()))
///     .with_state(db)
///     .fallback_service(bot);
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone, Copy, Default)]
pub struct State<T>(
    /// The value.
    pub T,
);

/// A part of the state that handlers can take as an argument of its own.
pub trait FromRef<S> {
    /// Returns the part.
    fn from_ref(state: &S) -> Self;
}

impl<S: Clone> FromRef<S> for S {
    fn from_ref(state: &S) -> Self {
        state.clone()
    }
}

impl<S: Sync, T: FromRef<S>> FromContext<S> for State<T> {
    type Rejection = Infallible;

    async fn from_context(context: &Context<S>) -> Result<Self, Infallible> {
        Ok(Self(T::from_ref(&context.state)))
    }
}

impl<S: Sync> FromContext<S> for Client<Any> {
    type Rejection = NoClient;
    const NEEDS_CLIENT: bool = true;

    async fn from_context(context: &Context<S>) -> Result<Self, NoClient> {
        context.client().cloned().ok_or(NoClient)
    }
}

/// A macro, because each of the three kinds is narrowed by a different method.
macro_rules! narrowed {
    ($($kind:ident $method:ident;)+) => { $(
        impl<S: Sync> FromContext<S> for Client<$kind> {
            type Rejection = WrongAccount;
            const NEEDS: Option<Product> = <$kind as Kind>::PRODUCT;
            const NEEDS_CLIENT: bool = true;

            async fn from_context(context: &Context<S>) -> Result<Self, WrongAccount> {
                let client = context.client().ok_or(NoClient)?;
                client.$method().ok_or_else(|| WrongAccount::Other(client.account().clone()))
            }
        }
    )+ };
}

narrowed! {
    Official official;
    Mini mini;
    Work work;
}

/// The groups of [`matching`](crate::matching)'s regular expression, each parsed with [`FromStr`].
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

/// A macro, because Rust cannot express a tuple of any length.
macro_rules! captures {
    ($(($($group:ident)+))+) => { $(
        impl<S: Sync, $($group: FromStr<Err: Into<BoxError>> + Send),+> FromContext<S>
            for Captures<($($group,)+)>
        {
            type Rejection = WrongCapture;
            const GROUPS: Option<usize> = Some([$(stringify!($group)),+].len());

            async fn from_context(context: &Context<S>) -> Result<Self, WrongCapture> {
                let mut groups = context.captures().iter().map(String::as_str).enumerate();
                Ok(Self(($(read_group::<$group>(groups.next())?,)+)))
            }
        }
    )+ };
}

fn read_group<T: FromStr<Err: Into<BoxError>>>(
    group: Option<(usize, &str)>,
) -> Result<T, WrongCapture> {
    let (index, text) = group.unwrap_or_default();
    text.parse().map_err(|error: T::Err| WrongCapture { group: index + 1, error: error.into() })
}

captures! { (A) (A B) (A B C) (A B C D) (A B C D E) (A B C D E F) }

/// The text after the word of a [`command`](crate::command), trimmed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Argument(
    /// The text; empty if nothing followed.
    pub String,
);

impl<S: Sync> FromContext<S> for Argument {
    type Rejection = Infallible;

    async fn from_context(context: &Context<S>) -> Result<Self, Infallible> {
        Ok(Self(context.argument().to_owned()))
    }
}
