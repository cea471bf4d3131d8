//! Where pushes are kept until they are handled, as configured.

use std::{sync::Arc, time::Duration};

use serde::Deserialize;
use weixin_api::Clock;
use weixin_protocol::Secret;
use weixin_store::inbox::{Codec, Inbox, MemoryInbox};

use super::{Config, ConfigError, Problem, StoreConfig, account::secret, store::split};

/// How often a push is handled at most with an inbox in a database.
const ATTEMPTS: u32 = 3;

/// How long a finished push is remembered in a database.
const RETENTION: Duration = Duration::from_secs(60 * 60);

/// Where pushes are kept until they are handled: the table `[inbox]` of `weixin.toml`.
///
/// Without it, they are kept in the memory of this process: what was accepted and not yet handled is
/// lost if the process ends abnormally. With it, a push that was accepted is handled at least once,
/// and all processes with the same `url` share the work: a push that reaches one of them while
/// another handles it gets its answer from there, and if a process dies, the others continue.
///
/// The key of [`StoreConfig`] encrypts what is stored here, too.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct InboxConfig {
    /// `sqlite:FILE` (feature `sqlite`) for the processes of one machine, `postgres://…` (feature
    /// `postgres`) or `redis://…` (feature `redis`) for many. May be the same as that of the store.
    #[serde(deserialize_with = "secret")]
    pub url: Option<Secret>,
    /// Whether to accept a database whose settings can lose pushes that were accepted, such as a
    /// Redis without `appendonly`. By default the bot does not start with one.
    pub accept_loss: bool,
    /// How often a push is handled if its handler fails, panics, takes too long or its process ends:
    /// then it is parked, and `weixin inbox` shows it. 3 by default in a database, 1 in memory.
    pub attempts: Option<u32>,
    /// What happens to a message of which it is not known whether it was sent, because the process
    /// ended while it was being sent. It is parked by default.
    pub delivery: Delivery,
    /// For how many seconds a handled push is remembered, so that repeats get the same answer and
    /// `weixin inbox` can show it. 3600 by default; in memory always 60.
    pub retention: Option<u64>,
}

/// What happens to a message of which it is not known whether it was sent.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Delivery {
    /// It is not sent again: the push is parked until a person decides.
    #[default]
    AtMostOnce,
    /// It is sent again: the user may see it twice.
    AtLeastOnce,
}

impl InboxConfig {
    /// An inbox at this address.
    pub fn new(url: impl Into<Secret>) -> Self {
        Self { url: Some(url.into()), ..Self::default() }
    }

    /// Accepts a database that can lose pushes.
    #[must_use]
    pub fn accept_loss(mut self) -> Self {
        self.accept_loss = true;
        self
    }

    /// Sets how often a push is handled at most.
    #[must_use]
    pub fn attempts(mut self, attempts: u32) -> Self {
        self.attempts = Some(attempts);
        self
    }

    /// Sets what happens to a message of which it is not known whether it was sent.
    #[must_use]
    pub fn delivery(mut self, delivery: Delivery) -> Self {
        self.delivery = delivery;
        self
    }

    /// `is_shared`: whether the inbox is in a database.
    pub(crate) fn max_attempts(&self, is_shared: bool) -> u32 {
        self.attempts.unwrap_or(if is_shared { ATTEMPTS } else { 1 })
    }

    pub(crate) fn retention(&self) -> Duration {
        let configured = self.retention.map_or(RETENTION, Duration::from_secs);
        configured.max(MemoryInbox::DEDUP_TTL)
    }

    pub(super) fn check(&self, problems: &mut Vec<Problem>) {
        if self.attempts == Some(0) {
            let why = "is 0: no push would ever be handled".to_owned();
            problems.push(Problem { what: "inbox.attempts".to_owned(), why });
        }
    }

    fn open(
        &self,
        store: Option<&StoreConfig>,
        clock: &Arc<dyn Clock>,
    ) -> Result<Arc<dyn Inbox>, Problem> {
        let Some(url) = self.url.as_ref().filter(|url| !url.expose().is_empty()) else {
            return Ok(Arc::new(MemoryInbox::new(Arc::clone(clock))));
        };
        let mut codec = Codec::new();
        let (current, previous) = store.map(StoreConfig::keys).transpose()?.unwrap_or_default();
        if let Some(key) = current {
            codec = codec.with_key(key);
        }
        if let Some(key) = previous {
            codec = codec.with_previous_key(key);
        }
        // Last, because it may create a file.
        let problem = |why| Problem { what: "inbox.url".to_owned(), why };
        engine(url, codec, clock).map_err(problem)
    }
}

impl Config {
    /// Keeps pushes in this inbox until they are handled, instead of in memory.
    #[must_use]
    pub fn inbox(mut self, inbox: InboxConfig) -> Self {
        self.inbox = Some(inbox);
        self
    }

    /// Opens the configured inbox, or one in memory if none is configured. Nothing is sent yet, so a
    /// database server need not be running; an SQLite file is created if it is missing. Call inside
    /// a Tokio runtime.
    ///
    /// # Errors
    /// If the URL is malformed, its engine needs a feature that is off, a key is malformed, or an
    /// SQLite file cannot be opened or created.
    pub fn open_inbox(&self, clock: &Arc<dyn Clock>) -> Result<Arc<dyn Inbox>, ConfigError> {
        let settings = self.inbox.clone().unwrap_or_default();
        let opened = settings.open(self.store.as_ref(), clock);
        opened.map_err(|problem| ConfigError::new(vec![problem]))
    }
}

impl Config {
    /// Opens the inbox of a bot with this configuration, for tools. Nothing is sent yet, as with
    /// [`open_inbox`](Self::open_inbox).
    ///
    /// # Errors
    /// As [`open_inbox`](Self::open_inbox), and if no inbox is configured, because then it is in the
    /// memory of the bot's process, or if an SQLite file does not exist.
    pub fn open_existing_inbox(
        &self,
        clock: &Arc<dyn Clock>,
    ) -> Result<Arc<dyn Inbox>, ConfigError> {
        if !self.early.is_empty() {
            return Err(ConfigError::new(self.early.clone()));
        }
        let url = self.inbox.as_ref().and_then(|inbox| inbox.url.as_ref());
        let Some(url) = url.filter(|url| !url.expose().is_empty()) else {
            return Err(ConfigError::one(
                "inbox.url",
                "is missing: pushes are in the memory of the bot's process, where no other process \
                 can read them",
            ));
        };
        check_file(url).map_err(|why| ConfigError::one("inbox.url", why))?;
        self.open_inbox(clock)
    }
}

#[cfg(feature = "sqlite")]
fn check_file(url: &Secret) -> Result<(), String> {
    if split(url).0 != "sqlite" {
        return Ok(());
    }
    let file = super::store::sqlite_file(url)?;
    match std::fs::metadata(file) {
        Ok(_) => Ok(()),
        Err(error) => Err(format!("{file}: {error}")),
    }
}

#[cfg(not(feature = "sqlite"))]
fn check_file(_: &Secret) -> Result<(), String> {
    Ok(())
}

/// An opened engine, or what is wrong. No message quotes the URL, which may contain a password.
type Opened = Result<Arc<dyn Inbox>, String>;

fn engine(url: &Secret, codec: Codec, clock: &Arc<dyn Clock>) -> Opened {
    if tokio::runtime::Handle::try_current().is_err() {
        return Err(
            "an inbox can only be opened inside a Tokio runtime, as in `#[tokio::main]`".to_owned()
        );
    }
    match split(url).0 {
        "redis" | "rediss" => redis(url, codec, clock),
        "postgres" | "postgresql" => postgres(url, codec, clock),
        "sqlite" => sqlite(url, codec, clock),
        _ => Err("is not redis://…, postgres://… or sqlite:FILE".to_owned()),
    }
}

#[cfg(feature = "redis")]
fn redis(url: &Secret, codec: Codec, clock: &Arc<dyn Clock>) -> Opened {
    let inbox = weixin_store_redis::RedisInbox::builder(url.clone())
        .clock(Arc::clone(clock))
        .codec(codec)
        .open();
    Ok(Arc::new(inbox.map_err(|error| error.to_string())?))
}

#[cfg(not(feature = "redis"))]
fn redis(url: &Secret, _: Codec, _: &Arc<dyn Clock>) -> Opened {
    super::store::off(url, "redis")
}

#[cfg(feature = "postgres")]
fn postgres(url: &Secret, codec: Codec, clock: &Arc<dyn Clock>) -> Opened {
    let inbox = weixin_store_sql::PostgresInbox::open(url.clone());
    let inbox = inbox.map_err(|error| error.to_string())?;
    Ok(Arc::new(inbox.with_clock(Arc::clone(clock)).with_codec(codec)))
}

#[cfg(not(feature = "postgres"))]
fn postgres(url: &Secret, _: Codec, _: &Arc<dyn Clock>) -> Opened {
    super::store::off(url, "postgres")
}

#[cfg(feature = "sqlite")]
fn sqlite(url: &Secret, codec: Codec, clock: &Arc<dyn Clock>) -> Opened {
    let inbox = weixin_store_sql::SqliteInbox::open_now(super::store::sqlite_file(url)?);
    let inbox = inbox.map_err(|error| error.to_string())?;
    Ok(Arc::new(inbox.with_clock(Arc::clone(clock)).with_codec(codec)))
}

#[cfg(not(feature = "sqlite"))]
fn sqlite(url: &Secret, _: Codec, _: &Arc<dyn Clock>) -> Opened {
    super::store::off(url, "sqlite")
}
