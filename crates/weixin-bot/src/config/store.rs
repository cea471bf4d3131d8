//! Where tokens are kept, as configured.

use std::sync::Arc;

use serde::Deserialize;
use weixin_api::Clock;
use weixin_protocol::Secret;
use weixin_store::{MemoryStore, Prefixed, SealKey, Sealed, Store};

use super::{Config, ConfigError, Problem, account::secret};

/// Where access tokens are kept: the table `[store]` of `weixin.toml`.
///
/// Without it, tokens are kept in the memory of this process and fetched again at the next start.
/// With it, they survive a restart, and all processes with the same `url` and `key` share them.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[non_exhaustive]
pub struct StoreConfig {
    /// `redis://HOST:6379/0` (feature `redis`), `postgres://USER:PASSWORD@HOST/DATABASE` (feature
    /// `postgres`), or `sqlite:FILE` (feature `sqlite`), which processes of one machine can share.
    #[serde(deserialize_with = "secret")]
    pub url: Option<Secret>,
    /// Encrypts what is stored here and in the inbox: base64 of 32 bytes, as from `openssl rand -base64 32`. Without this
    /// key the stored tokens cannot be read. `None` stores them in plain text.
    #[serde(deserialize_with = "secret")]
    pub key: Option<Secret>,
    /// What the names of all values begin with, so that several programs can use one database and see
    /// nothing of each other. Nothing by default: they share what they store.
    pub prefix: Option<String>,
    /// The key that was valid before a change. Values encrypted with it can still be read.
    #[serde(deserialize_with = "secret")]
    pub previous_key: Option<Secret>,
}

impl StoreConfig {
    /// A store at this address.
    pub fn new(url: impl Into<Secret>) -> Self {
        Self { url: Some(url.into()), ..Self::default() }
    }

    /// Sets the key that encrypts what is stored.
    #[must_use]
    pub fn key(mut self, key: impl Into<Secret>) -> Self {
        self.key = Some(key.into());
        self
    }

    /// Sets what the names of all values begin with.
    #[must_use]
    pub fn prefix(mut self, prefix: impl Into<String>) -> Self {
        self.prefix = Some(prefix.into());
        self
    }

    fn open(&self, clock: &Arc<dyn Clock>) -> Result<Arc<dyn Store>, Problem> {
        let url = self.url.as_ref().filter(|url| !url.expose().is_empty());
        if url.is_none() && self.key.is_some() {
            // The key seals the inbox. Values in memory need no seal, but a wrong key is an error.
            self.keys()?;
            return Ok(Arc::new(MemoryStore::with_clock(Arc::clone(clock))));
        }
        let Some(url) = url else {
            let why = "is missing: redis://…, postgres://… or sqlite:FILE".to_owned();
            return Err(problem("url", why));
        };
        let (current, previous) = self.keys()?;
        // Last, because it may create a file.
        let store = engine(url, clock).map_err(|why| problem("url", why))?;
        let store = match self.prefix.as_deref() {
            None | Some("") => store,
            Some(prefix) => Arc::new(Prefixed::new(store, prefix)),
        };
        let Some(current) = current else { return Ok(store) };
        let sealed = Sealed::new(store, current);
        Ok(match previous {
            Some(previous) => Arc::new(sealed.previous(previous)),
            None => Arc::new(sealed),
        })
    }

    /// The current and the previous key.
    pub(super) fn keys(&self) -> Result<(Option<SealKey>, Option<SealKey>), Problem> {
        let key = |name: &str, text: &Option<Secret>| {
            let key = text.as_ref().map(SealKey::parse).transpose();
            key.map_err(|error| problem(name, error.to_string()))
        };
        let keys = (key("key", &self.key)?, key("previous_key", &self.previous_key)?);
        if let (None, Some(_)) = keys {
            let why = "is set without key, the current one".to_owned();
            return Err(problem("previous_key", why));
        }
        Ok(keys)
    }
}

fn problem(name: &str, why: String) -> Problem {
    Problem { what: format!("store.{name}"), why }
}

impl Config {
    /// Keeps access tokens in this store instead of in memory.
    #[must_use]
    pub fn store(mut self, store: StoreConfig) -> Self {
        self.store = Some(store);
        self
    }

    /// Opens the configured store, or one in memory if none is configured. Nothing is sent yet, so
    /// a database server need not be running; an SQLite file is created if it is missing. Call
    /// inside a Tokio runtime.
    ///
    /// # Errors
    /// If the URL is malformed, its engine needs a feature that is off, a key is malformed, or an
    /// SQLite file cannot be opened or created.
    pub fn open_store(&self, clock: &Arc<dyn Clock>) -> Result<Arc<dyn Store>, ConfigError> {
        match &self.store {
            None => Ok(Arc::new(MemoryStore::with_clock(Arc::clone(clock)))),
            Some(store) => store.open(clock).map_err(|problem| ConfigError::new(vec![problem])),
        }
    }
}

/// Opens the engine at a URL, or returns what is wrong with it. No message quotes the URL, which
/// may contain a password.
fn engine(url: &Secret, clock: &Arc<dyn Clock>) -> Opened {
    if tokio::runtime::Handle::try_current().is_err() {
        return Err(
            "a store can only be opened inside a Tokio runtime, as in `#[tokio::main]`".to_owned()
        );
    }
    match split(url).0 {
        "redis" | "rediss" => redis(url, clock),
        "postgres" | "postgresql" => postgres(url, clock),
        "sqlite" => sqlite(url, clock),
        _ => Err("is not redis://…, postgres://… or sqlite:FILE".to_owned()),
    }
}

/// The scheme of a URL, and the rest after the colon.
pub(super) fn split(url: &Secret) -> (&str, &str) {
    url.expose().split_once(':').unwrap_or(("", ""))
}

/// An opened engine, or what is wrong.
type Opened = Result<Arc<dyn Store>, String>;

#[cfg(not(all(feature = "redis", feature = "postgres", feature = "sqlite")))]
pub(super) fn off<T>(url: &Secret, feature: &str) -> Result<T, String> {
    let scheme = split(url).0;
    Err(format!(
        "{scheme} needs a feature of weixin that is off: `cargo add weixin --features {feature}`"
    ))
}

#[cfg(feature = "redis")]
fn redis(url: &Secret, clock: &Arc<dyn Clock>) -> Opened {
    let store = weixin_store_redis::RedisStore::builder(url.clone()).clock(Arc::clone(clock));
    Ok(Arc::new(store.open().map_err(|error| error.to_string())?))
}

#[cfg(not(feature = "redis"))]
fn redis(url: &Secret, _: &Arc<dyn Clock>) -> Opened {
    off(url, "redis")
}

#[cfg(feature = "postgres")]
fn postgres(url: &Secret, clock: &Arc<dyn Clock>) -> Opened {
    let store = weixin_store_sql::PostgresStore::open(url.clone());
    let store = store.map_err(|error| error.to_string())?;
    Ok(Arc::new(store.with_clock(Arc::clone(clock))))
}

#[cfg(not(feature = "postgres"))]
fn postgres(url: &Secret, _: &Arc<dyn Clock>) -> Opened {
    off(url, "postgres")
}

#[cfg(feature = "sqlite")]
fn sqlite(url: &Secret, clock: &Arc<dyn Clock>) -> Opened {
    let file = sqlite_file(url)?;
    let store = weixin_store_sql::SqliteStore::open_now(file).map_err(|error| error.to_string())?;
    Ok(Arc::new(store.with_clock(Arc::clone(clock))))
}

/// The file that an SQLite URL names.
#[cfg(feature = "sqlite")]
pub(super) fn sqlite_file(url: &Secret) -> Result<&str, String> {
    let rest = split(url).1;
    let file = rest.strip_prefix("//").unwrap_or(rest);
    if file.is_empty() {
        return Err("sqlite: a file has to follow, as in sqlite:weixin.sqlite".to_owned());
    }
    if file.starts_with(':') {
        return Err("sqlite: to keep everything in memory, leave the URL out".to_owned());
    }
    Ok(file)
}

#[cfg(not(feature = "sqlite"))]
fn sqlite(url: &Secret, _: &Arc<dyn Clock>) -> Opened {
    off(url, "sqlite")
}
