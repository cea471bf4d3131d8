//! Filters: which pushes a handler, or a group of handlers, hears.
//!
//! The common ones have a function that takes the handler along: [`command`](crate::command),
//! [`exact`](crate::exact), [`matching`](crate::matching), [`menu_click`](crate::menu_click),
//! [`scene`](crate::scene) and [`when`](crate::when). All others are values, which can be combined with
//! [`and`](Filter::and), [`or`](Filter::or) and `!`, and are given to [`only`](crate::only) with a handler
//! or to [`Bot::group`](crate::Bot::group) with several.
//!
//! ```
//! use weixin_bot::{Bot, Push, Routes, command, filter, only};
//! use weixin_protocol::{Image, Product, Video};
//!
//! let of_the_boss = filter::from("oBoss").or(filter::from("oBossAtHome"));
//! let media = filter::is::<Image>().or(filter::is::<Video>());
//! let staff = Routes::new()
//!     .on(command("stock", async || "12 left"))
//!     .on(only(media, async |_: Push| "Thank you for the picture."));
//!
//! let bot: Bot = Bot::new()
//!     .on(only(of_the_boss, command("stop", async || "Stopped.")))
//!     .group(filter::account_kind(Product::Work), staff);
//! ```

mod predicate;
mod test;

pub use predicate::Decision;
pub(crate) use test::Verdict;

use std::{ops::Not, sync::Arc};

use regex::Regex;
use weixin_api::AccountKind;
use weixin_protocol::{InboundMessage, Kind, Selector};

use self::{predicate::Predicate, test::Test};
use crate::{
    Dialogue, Push,
    engine::PushInFlight,
    handler::{self, Matched},
};

/// Decides which pushes are heard. Made by the functions of this [module](self). Cheap to clone.
#[derive(Debug, Clone)]
#[must_use = "a filter does nothing by itself: give it to `only` or `Bot::group`"]
pub struct Filter(Test);

impl Filter {
    /// Hears what both filters hear. What they find (the groups of a regular expression, the argument
    /// of a command) is there for the handler.
    pub fn and(self, other: Filter) -> Self {
        Self(match self.0 {
            Test::All(mut tests) => {
                tests.push(other.0);
                Test::All(tests)
            }
            test => Test::All(vec![test, other.0]),
        })
    }

    /// Hears what one of the filters hears.
    pub fn or(self, other: Filter) -> Self {
        Self(match self.0 {
            Test::Any(mut tests) => {
                tests.push(other.0);
                Test::Any(tests)
            }
            test => Test::Any(vec![test, other.0]),
        })
    }

    pub(crate) fn everything() -> Self {
        Self(Test::All(Vec::new()))
    }

    /// Whether it hears every push.
    pub(crate) fn is_everything(&self) -> bool {
        matches!(&self.0, Test::All(tests) if tests.is_empty())
    }

    /// The kind of push that it hears; any if `None`.
    pub(crate) fn selector(&self) -> Option<Selector> {
        self.0.selector()
    }

    /// How many groups it has for [`Captures`](crate::Captures).
    pub(crate) fn groups(&self) -> Option<usize> {
        self.0.groups()
    }

    /// Its description in the start-up report.
    pub(crate) fn describe(&self) -> String {
        self.0.to_string()
    }

    /// What is wrong with it.
    pub(crate) fn errors(&self) -> Vec<String> {
        let mut errors = Vec::new();
        self.0.errors(&mut errors);
        errors
    }

    /// Whether `earlier` hears everything that this one does.
    pub(crate) fn is_within(&self, earlier: &Self) -> bool {
        self.0.is_within(&earlier.0)
    }

    /// Whether no push to this account passes it.
    pub(crate) fn excludes(&self, account: &weixin_api::AccountId) -> bool {
        self.0.excludes(account)
    }

    /// Decides, as far as that is possible at once.
    pub(crate) fn verdict(&self, push: &Push, kind: &Kind<'_>) -> Verdict {
        self.0.verdict(push, kind)
    }

    /// Decides what [`verdict`](Self::verdict) could not.
    ///
    /// # Errors
    /// An asynchronous test failed.
    pub(crate) async fn ask(
        &self,
        push: &PushInFlight,
    ) -> Result<Option<Matched>, crate::BoxError> {
        self.0.ask(push).await
    }
}

impl Not for Filter {
    type Output = Self;

    fn not(self) -> Self {
        Self(Test::Not(Box::new(self.0)))
    }
}

/// Hears messages or events of this type, as in `is::<Image>()`.
pub fn is<M: InboundMessage>() -> Filter {
    Filter(Test::Kind(M::SELECTOR))
}

/// Hears every event, of any name.
pub fn any_event() -> Filter {
    Filter(Test::AnyEvent)
}

/// Hears every message that a user sent, of any type.
pub fn any_message() -> Filter {
    Filter(Test::AnyMessage)
}

/// Hears events of this name (`Event`, or `InfoType` of a notice), without regard to case: for one that
/// has no type.
pub fn event(name: impl Into<String>) -> Filter {
    Filter(Test::Event(name.into()))
}

/// Hears messages of this `MsgType`, without regard to case: for one that has no type.
pub fn message_type(name: impl Into<String>) -> Filter {
    Filter(Test::MessageType(name.into()))
}

/// Hears texts whose first word is `word`; see [`command`](crate::command).
pub fn command(word: impl Into<String>) -> Filter {
    let word = word.into();
    Filter(Test::Command(word.strip_prefix('/').map(str::to_owned).unwrap_or(word)))
}

/// Hears texts that are exactly this, apart from white space around them.
pub fn exact(text: impl Into<String>) -> Filter {
    Filter(Test::Exact(text.into().trim().to_owned()))
}

/// Hears texts that contain this.
pub fn contains(part: impl Into<String>) -> Filter {
    Filter(Test::Contains(part.into()))
}

/// Hears texts that match a regular expression; see [`matching`](crate::matching).
pub fn matching(pattern: &str) -> Filter {
    let regex = Regex::new(pattern).map_err(|error| error.to_string());
    Filter(Test::Matching { pattern: pattern.to_owned(), regex })
}

/// Hears taps on the menu button (自定义菜单) with this key.
pub fn menu_click(key: impl Into<String>) -> Filter {
    Filter(Test::MenuClick(key.into()))
}

/// Hears events whose `EventKey` is this, of any kind.
pub fn event_key(key: impl Into<String>) -> Filter {
    Filter(Test::EventKey(key.into()))
}

/// Hears events whose `EventKey` begins with this, such as `"order_"` for `order_17`.
pub fn event_key_prefix(prefix: impl Into<String>) -> Filter {
    Filter(Test::EventKeyPrefix(prefix.into()))
}

/// Hears events whose `EventKey` matches a regular expression. Its groups can be taken as
/// [`Captures`](crate::Captures).
pub fn event_key_matching(pattern: &str) -> Filter {
    let regex = Regex::new(pattern).map_err(|error| error.to_string());
    Filter(Test::EventKeyMatching { pattern: pattern.to_owned(), regex })
}

/// Hears who comes by the QR code with this scene (带参数二维码): both who follows the account by it
/// ([`Subscribe`](weixin_protocol::Subscribe)) and who already does ([`Scan`](weixin_protocol::Scan)).
pub fn scene(scene: impl Into<String>) -> Filter {
    Filter(Test::Scene(scene.into()))
}

/// Hears pushes of this user.
pub fn from(user: impl Into<String>) -> Filter {
    Filter(Test::From(user.into()))
}

/// Hears pushes to the account with this appid (corp id in WeCom).
pub fn account(app_id: impl Into<String>) -> Filter {
    Filter(Test::Account(app_id.into()))
}

/// Hears pushes to accounts of this kind, such as `Product::Work`.
pub fn account_kind(kind: impl Into<AccountKind>) -> Filter {
    Filter(Test::AccountKind(kind.into()))
}

/// Hears pushes to the WeCom app with this AgentId.
pub fn agent(agent: u32) -> Filter {
    Filter(Test::Agent(agent))
}

/// Hears pushes for which `test` returns `true`. It is called for every push that reaches it, before
/// the push is stored, so it must be fast; it must not block.
pub fn when(test: impl Fn(&Push) -> bool + Send + Sync + 'static) -> Filter {
    Filter(Test::When(Predicate(Arc::new(test))))
}

/// Hears pushes for which an asynchronous test decides so, such as one that asks a database. It may
/// return a `bool` or a `Result`: after an error the push is handled again later.
///
/// The test runs when it is the push's turn, after its sender's earlier pushes.
///
/// ```
/// use weixin_bot::{Bot, command, filter, only};
/// # #[derive(Clone)] struct Db;
/// # impl Db { async fn is_admin(&self, user: &str) -> Result<bool, std::io::Error> { Ok(user == "x") } }
/// # let db = Db;
///
/// let admins = filter::when_async(move |push| {
///     let db = db.clone();
///     async move { db.is_admin(push.header().from.as_str()).await }
/// });
/// let bot: Bot = Bot::new().on(only(admins, command("stop", async || "Stopped.")));
/// ```
pub fn when_async<F, D>(test: F) -> Filter
where
    F: Fn(Push) -> D + Send + Sync + 'static,
    D: Future<Output: Decision> + Send + 'static,
{
    Filter::asking("when_async(…)", move |push| test(push.push().clone()))
}

/// Hears pushes of users who are in this dialogue: see [`Session`](crate::Session). It looks into the
/// store, so put it after filters that decide more cheaply.
pub fn in_dialogue<T: Dialogue>() -> Filter {
    handler::in_dialogue::<T>()
}

impl Filter {
    /// A filter with an asynchronous test that may use the engine.
    pub(crate) fn asking<F, D>(description: &'static str, test: F) -> Self
    where
        F: Fn(&PushInFlight) -> D + Send + Sync + 'static,
        D: Future<Output: Decision> + Send + 'static,
    {
        let test = move |push: &PushInFlight| -> weixin_api::BoxFuture<'static, _> {
            let test = test(push);
            Box::pin(async move { test.await.decide() })
        };
        Self(Test::Ask { description, test: Predicate(Arc::new(test)) })
    }
}
