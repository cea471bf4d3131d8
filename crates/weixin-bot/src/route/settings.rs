//! Settings of one handler: order, deadline, and whether others hear the same push.

use std::time::Duration;

use super::{BuiltRoute, IntoFallback, IntoRoute};

/// How a handler runs.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Settings {
    /// Pushes of one sender are handled concurrently.
    pub(crate) parallel: bool,
    /// How long it may take; the bot's setting if `None`.
    pub(crate) deadline: Option<Duration>,
    /// Whether the next handler that hears the push is called as well.
    pub(crate) also: bool,
}

/// A handler with settings of its own. Made by [`parallel`], [`deadline`] and [`also`].
#[derive(Debug, Clone)]
pub struct Configured<H> {
    handler: H,
    settings: Settings,
}

/// Lets a user's next push be handled while this handler is still answering the previous one. By
/// default a user's pushes are handled one after the other. Answers may then arrive out of order.
///
/// ```
/// use weixin_bot::{Bot, command, parallel};
///
/// let bot: Bot = Bot::new().on(parallel(command("report", async || "It is long.")));
/// ```
pub fn parallel<H>(handler: H) -> Configured<H> {
    Configured { handler, settings: Settings { parallel: true, ..Settings::default() } }
}

/// Cancels a handler that takes longer than this: its push counts as not handled, the user sees no
/// answer, and the user's next push is handled.
/// [`Bot::handler_deadline`](crate::Bot::handler_deadline) sets it for all handlers.
///
/// ```
/// use std::time::Duration;
/// use weixin_bot::{Bot, deadline};
/// use weixin_protocol::Text;
///
/// async fn ask_the_model(msg: Text) -> String {
///     format!("You said {}", msg.content)
/// }
///
/// let bot: Bot = Bot::new().fallback(deadline(Duration::from_secs(60), ask_the_model));
/// ```
pub fn deadline<H>(limit: Duration, handler: H) -> Configured<H> {
    Configured { handler, settings: Settings { deadline: Some(limit), ..Settings::default() } }
}

/// Lets the next handler that hears a push answer it, too: the messages of both are sent, in order.
/// Without it, the first handler that hears a push is the only one.
///
/// If one of them fails, none of their messages is sent, and all are called again.
///
/// ```
/// use weixin_bot::{Bot, also, command};
/// use weixin_protocol::Text;
///
/// async fn count_words(msg: Text) -> Option<String> {
///     let words = msg.content.split_whitespace().count();
///     (words > 100).then(|| format!("That was long: {words} words."))
/// }
///
/// let bot: Bot =
///     Bot::new().on(also(count_words)).on(command("help", async || "Write something."));
/// ```
///
/// For what answers nothing, such as statistics, [`Bot::observe`](crate::Bot::observe) is better.
pub fn also<H>(handler: H) -> Configured<H> {
    Configured { handler, settings: Settings { also: true, ..Settings::default() } }
}

/// Marks a handler with settings of its own.
#[derive(Debug)]
pub enum BySettings {}

#[diagnostic::do_not_recommend]
impl<H: IntoRoute<Marker, S>, Marker, S> IntoRoute<(BySettings, Marker), S> for Configured<H> {
    fn into_route(self) -> BuiltRoute<S> {
        self.settings.apply(self.handler.into_route())
    }
}

#[diagnostic::do_not_recommend]
impl<H: IntoFallback<Marker, S>, Marker, S> IntoFallback<(BySettings, Marker), S>
    for Configured<H>
{
    fn into_fallback(self) -> BuiltRoute<S> {
        self.settings.apply(self.handler.into_fallback())
    }
}

impl Settings {
    /// Applies these to a route, which may have settings already.
    fn apply<S>(self, mut route: BuiltRoute<S>) -> BuiltRoute<S> {
        let settings = &mut route.0.settings;
        settings.parallel |= self.parallel;
        settings.also |= self.also;
        settings.deadline = self.deadline.or(settings.deadline);
        route
    }
}
