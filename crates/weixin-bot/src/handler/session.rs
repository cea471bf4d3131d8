//! Dialogues: what a bot remembers of a user from one message to the next.

use std::{fmt, sync::Arc, time::Duration};

use serde::{Deserialize, Deserializer, Serialize, de::DeserializeOwned};
use serde_json::Value as Json;
use tracing::warn;
use weixin_store::{Key, Store, Value, Version, Write, WriteOutcome};

use super::{Context, FromContext};
use crate::{Push, engine::PushInFlight, filter::Filter, log_text::printable};

/// The state of a dialogue with one user, such as the questions of a form that are answered already.
///
/// ```
/// use serde::{Deserialize, Serialize};
/// use weixin_bot::Dialogue;
///
/// #[derive(Serialize, Deserialize)]
/// enum Order {
///     AskDish,
///     AskTable { dish: String },
/// }
///
/// impl Dialogue for Order {
///     const NAME: &str = "order";
/// }
/// ```
///
/// A state that was stored by an older version of the program and can no longer be read counts as none.
pub trait Dialogue: Serialize + DeserializeOwned + Send + Sync + 'static {
    /// Its name in the store. Two dialogues of a bot have different names.
    const NAME: &str;

    /// How long it waits for the user's next message before it ends by itself: half an hour by default.
    const TIMEOUT: Duration = Duration::from_secs(30 * 60);
}

/// The dialogue with the sender of a push: an argument of handlers.
///
/// There is one for each user, account and type, in the bot's store: in memory by default, in the database
/// of `[store]` if there is one, and then every process of the bot sees it.
///
/// ```
/// # use serde::{Deserialize, Serialize};
/// # #[derive(Serialize, Deserialize)]
/// # enum Order { AskDish, AskTable { dish: String } }
/// # impl weixin_bot::Dialogue for Order { const NAME: &str = "order"; }
/// use weixin_bot::{Bot, Session, SessionError, command, filter, only};
/// use weixin_protocol::Text;
///
/// async fn begin(mut order: Session<Order>) -> Result<&'static str, SessionError> {
///     order.set(Order::AskDish).await?;
///     Ok("What would you like to eat?")
/// }
///
/// async fn go_on(msg: Text, mut order: Session<Order>) -> Result<String, SessionError> {
///     match order.take() {
///         Some(Order::AskTable { dish }) => {
///             order.end().await?;
///             Ok(format!("{dish} for table {}.", msg.content))
///         }
///         _ => {
///             order.set(Order::AskTable { dish: msg.content }).await?;
///             Ok("At which table?".to_owned())
///         }
///     }
/// }
///
/// let bot: Bot =
///     Bot::new().on(command("order", begin)).on(only(filter::in_dialogue::<Order>(), go_on));
/// ```
///
/// If a push is handled again, because the process ended or the handler failed, the session is what it
/// was at first: a question is not skipped.
#[derive(Debug)]
pub struct Session<T> {
    value: Option<T>,
    /// As it was before this push.
    before: Option<Json>,
    version: Option<Version>,
    push: Push,
    store: Arc<dyn Store>,
}

/// A session in the store.
#[derive(Debug, Serialize, Deserialize)]
struct Stored {
    /// `None` if it has ended. A state may itself be `null`, so its absence is not written as `null`.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    value: Option<Json>,
    /// As it was before the push that wrote this, for the case that it is handled again.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    before: Option<Json>,
    push: String,
}

/// A field that is there has a value, also if that is `null`.
fn present<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Json>, D::Error> {
    Json::deserialize(deserializer).map(Some)
}

/// A session could not be read or written.
#[derive(Debug)]
#[non_exhaustive]
pub enum SessionError {
    /// The store failed.
    Store(weixin_store::Error),
    /// Another push of the user has changed the session meanwhile. This happens only to handlers that
    /// are [`parallel`](crate::parallel).
    Conflict,
    /// The state cannot be written as JSON.
    Unwritable(serde_json::Error),
}

impl fmt::Display for SessionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Store(error) => write!(f, "the session: {error}"),
            Self::Conflict => f.write_str(
                "another push of the user has changed the session: do not make the handler `parallel`",
            ),
            Self::Unwritable(error) => write!(f, "the session cannot be written: {error}"),
        }
    }
}

impl std::error::Error for SessionError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Store(error) => Some(error),
            Self::Conflict => None,
            Self::Unwritable(error) => Some(error),
        }
    }
}

impl From<weixin_store::Error> for SessionError {
    fn from(error: weixin_store::Error) -> Self {
        Self::Store(error)
    }
}

impl<T: Dialogue> Session<T> {
    async fn load(push: &Push, store: &Arc<dyn Store>) -> Result<Self, SessionError> {
        let entry = store.get(&key::<T>(push)).await?;
        let stored = entry.as_ref().and_then(|entry| read(&entry.value));
        let before = stored.and_then(|stored| match stored.push == push.id().as_str() {
            true => stored.before,
            false => stored.value,
        });
        let value = before.as_ref().and_then(|before| {
            T::deserialize(before)
                .inspect_err(|error| {
                    let error = printable(error);
                    warn!(dialogue = T::NAME, %error, "a stored dialogue cannot be read: it has ended");
                })
                .ok()
        });
        Ok(Self {
            value,
            before,
            version: entry.map(|entry| entry.version),
            push: push.clone(),
            store: Arc::clone(store),
        })
    }

    /// The state; `None` if there is no dialogue with this user.
    pub fn get(&self) -> Option<&T> {
        self.value.as_ref()
    }

    /// Takes the state out, to make the next one of it. In the store it stays until [`set`](Self::set)
    /// or [`end`](Self::end).
    pub fn take(&mut self) -> Option<T> {
        self.value.take()
    }

    /// Begins the dialogue or continues it with this state. It waits for
    /// [`TIMEOUT`](Dialogue::TIMEOUT) from now.
    ///
    /// # Errors
    /// See [`SessionError`]. Nothing has changed then, unless the store could not be reached.
    pub async fn set(&mut self, value: T) -> Result<(), SessionError> {
        let json = serde_json::to_value(&value).map_err(SessionError::Unwritable)?;
        self.write(Some(json)).await?;
        self.value = Some(value);
        Ok(())
    }

    /// Ends the dialogue. Does nothing if there is none.
    ///
    /// # Errors
    /// As [`set`](Self::set).
    pub async fn end(&mut self) -> Result<(), SessionError> {
        self.value = None;
        if self.version.is_none() {
            return Ok(());
        }
        self.write(None).await
    }

    async fn write(&mut self, value: Option<Json>) -> Result<(), SessionError> {
        let push = self.push.id().as_str().to_owned();
        let stored = Stored { value, before: self.before.clone(), push };
        let text = serde_json::to_string(&stored).map_err(SessionError::Unwritable)?;
        let expires = self.store.clock().now() + T::TIMEOUT;
        let write = Write::put(Value::from(text)).expiring(expires);
        let write = match self.version {
            Some(version) => write.if_version(version),
            None => write.if_absent(),
        };
        match self.store.write(&key::<T>(&self.push), write).await? {
            WriteOutcome::Stored(version) => {
                self.version = Some(version);
                Ok(())
            }
            WriteOutcome::Removed | WriteOutcome::Conflict => Err(SessionError::Conflict),
        }
    }
}

impl<S: Sync, T: Dialogue> FromContext<S> for Session<T> {
    type Rejection = SessionError;

    async fn from_context(context: &Context<S>) -> Result<Self, SessionError> {
        Self::load(context.push(), context.store()).await
    }
}

/// Hears pushes of users who are in this dialogue.
pub(crate) fn in_dialogue<T: Dialogue>() -> Filter {
    Filter::asking("in_dialogue(…)", |push: &PushInFlight| {
        let (push, store) = (push.push().clone(), Arc::clone(push.store()));
        async move { Session::<T>::load(&push, &store).await.map(|session| session.value.is_some()) }
    })
}

fn key<T: Dialogue>(push: &Push) -> Key {
    let (account, user) = (push.account().to_string(), push.header().from.as_str());
    Key::new("session").join(account).join(user).join(T::NAME)
}

/// An unreadable entry counts as none.
fn read(value: &Value) -> Option<Stored> {
    serde_json::from_str(value.text().ok()?).ok()
}
