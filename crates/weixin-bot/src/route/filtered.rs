//! Handlers in a filter.

use super::{BuiltRoute, ByFilter, Configured, Filter, IntoFallback, IntoRoute, Route, filter};
use crate::{
    Push,
    handler::{Handler, MayHear},
};

/// A handler that hears only what its filter lets through. Made by [`only`], [`command`], [`exact`],
/// [`matching`], [`menu_click`], [`scene`] and [`when`].
#[derive(Debug, Clone)]
pub struct Filtered<H> {
    filter: Filter,
    handler: H,
}

/// Hears only what a [filter](crate::filter) lets through. The handler may be in another filter.
///
/// ```
/// use weixin_bot::{Bot, command, filter, only};
///
/// async fn stop() -> &'static str {
///     "Stopped."
/// }
///
/// let bot: Bot = Bot::new().on(only(filter::from("oBoss"), command("stop", stop)));
/// ```
pub fn only<H>(filter: Filter, handler: H) -> Filtered<H> {
    Filtered { filter, handler }
}

/// Hears texts whose first word is `word`, ignoring ASCII case, with or without a leading `/`. What
/// follows can be taken as an [`Argument`](crate::Argument).
///
/// ```
/// use weixin_bot::{Argument, Bot, command};
///
/// let bot: Bot = Bot::new()
///     .on(command("help", || async { "Ask me for the weather." }))
///     .on(command("weather", async |Argument(city): Argument| format!("Sunny in {city}.")));
/// ```
pub fn command<H>(word: impl Into<String>, handler: H) -> Filtered<H> {
    only(filter::command(word), handler)
}

/// Hears texts that are exactly this, apart from white space around them.
///
/// ```
/// use weixin_bot::{Bot, exact};
///
/// let bot: Bot = Bot::new().on(exact("你好", async || "你好！"));
/// ```
pub fn exact<H>(text: impl Into<String>, handler: H) -> Filtered<H> {
    only(filter::exact(text), handler)
}

/// Hears texts that match a regular expression ([syntax](https://docs.rs/regex)). Its groups can be
/// taken as [`Captures`](crate::Captures). It is compiled once; a malformed one is reported when
/// the bot starts.
pub fn matching<H>(pattern: &str, handler: H) -> Filtered<H> {
    only(filter::matching(pattern), handler)
}

/// Hears taps on the menu button (自定义菜单) with this key.
pub fn menu_click<H>(key: impl Into<String>, handler: H) -> Filtered<H> {
    only(filter::menu_click(key), handler)
}

/// Hears who comes by the QR code with this scene (带参数二维码), as a new follower or an old one.
///
/// ```
/// use weixin_bot::{Bot, scene};
///
/// let bot: Bot = Bot::new().on(scene("table-7", async || "What would you like to eat?"));
/// ```
pub fn scene<H>(scene: impl Into<String>, handler: H) -> Filtered<H> {
    only(filter::scene(scene), handler)
}

/// Hears pushes for which `test` returns `true`. It must not block: see [`filter::when`].
pub fn when<H>(test: impl Fn(&Push) -> bool + Send + Sync + 'static, handler: H) -> Filtered<H> {
    only(filter::when(test), handler)
}

#[diagnostic::do_not_recommend]
impl<H, Args, S> IntoRoute<(ByFilter, Args), S> for Filtered<H>
where
    H: Handler<Args, S>,
    Args: MayHear,
    S: 'static,
{
    fn into_route(self) -> BuiltRoute<S> {
        BuiltRoute(Route::new(self.handler).hearing(Args::SELECTOR).called_by_filter(self.filter))
    }
}

/// Marks a handler in two filters, or in a filter around its settings.
#[derive(Debug)]
pub enum Nested {}

#[diagnostic::do_not_recommend]
impl<H, Marker, S: 'static> IntoRoute<(Nested, Marker), S> for Filtered<Filtered<H>>
where
    Filtered<H>: IntoRoute<Marker, S>,
{
    fn into_route(self) -> BuiltRoute<S> {
        BuiltRoute(self.handler.into_route().0.within(self.filter))
    }
}

#[diagnostic::do_not_recommend]
impl<H, Marker, S: 'static> IntoRoute<(Nested, Marker), S> for Filtered<Configured<H>>
where
    Configured<H>: IntoFallback<Marker, S>,
{
    fn into_route(self) -> BuiltRoute<S> {
        BuiltRoute(self.handler.into_fallback().0.called_by_filter(self.filter))
    }
}
