//! The compile error of a bot whose handlers take a state that nobody gave.

use std::future::{Ready, ready};

use crate::{App, Bot, BoxError, Config, Error};

/// The methods that only a bot without a missing state has, for all others: calling one is a compile error that
/// says what to do. Without these the compiler would suggest methods with similar names.
///
/// A bot whose state is not known yet has its own methods, which come first; so nothing changes for it.
#[doc(hidden)]
pub trait MissingState<S>: Sized {
    /// See [`Bot::build`].
    #[allow(clippy::missing_errors_doc, reason = "it cannot be called")]
    fn build(self, _config: &Config) -> Result<App, Error>
    where
        S: StateIsGiven,
    {
        Err(no_state())
    }

    /// See [`Bot::into_router`].
    #[allow(clippy::missing_errors_doc, reason = "it cannot be called")]
    fn into_router(self, _config: &Config) -> Result<axum::Router, Error>
    where
        S: StateIsGiven,
    {
        Err(no_state())
    }

    /// See [`Bot::serve`].
    fn serve(self, _config: Config) -> Ready<Result<(), Error>>
    where
        S: StateIsGiven,
    {
        ready(Err(no_state()))
    }
}

impl<S> MissingState<S> for Bot<S> {}

fn no_state() -> Error {
    Error::other(BoxError::from("the handlers take a state, and the bot has none"))
}

/// A bot without a state, or whose state was given.
#[diagnostic::on_unimplemented(
    message = "the handlers of this bot take `State<{Self}>`, and it was not given one",
    label = "before this, call `.with_state(…)` with a `{Self}`"
)]
pub trait StateIsGiven {}

impl StateIsGiven for () {}
