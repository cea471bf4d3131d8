//! The stores under test, and how to open them.

use std::{
    env,
    sync::{Arc, OnceLock},
};

use weixin_api::Clock;
use weixin_store::{Key, KeyValueStore, MemoryStore, Prefixed, SealKey, Sealed, Store};
use weixin_store_redis::RedisStore;
use weixin_store_sql::{PostgresStore, SqliteStore};

use crate::table::Table;

/// The data of one test in one engine. Any number of stores can be opened on it.
#[derive(Debug)]
pub struct Engine {
    backend: Backend,
    prefix_length: usize,
    /// The directory with the data, removed after the test.
    _guard: Option<tempfile::TempDir>,
}

#[derive(Debug)]
enum Backend {
    /// In memory: every open returns the same store.
    Memory(fn(Arc<dyn Clock>) -> Arc<dyn Store>, OnceLock<Arc<dyn Store>>),
    /// Shared by processes: what to open, as in `redis redis://127.0.0.1:6379 name`.
    Shared(String),
}

const PREFIX: &str = "a-prefix";

/// The environment variable that tells a child process which data to open.
const DATA: &str = "WEIXIN_STORE_TEST_DATA";

impl Engine {
    /// Data in the memory of this process.
    pub fn memory() -> Self {
        Self::in_process(|clock| Arc::new(MemoryStore::with_clock(clock)))
    }

    fn in_process(make: fn(Arc<dyn Clock>) -> Arc<dyn Store>) -> Self {
        Self { backend: Backend::Memory(make, OnceLock::new()), prefix_length: 0, _guard: None }
    }

    /// Data in something that can only get, set and delete.
    pub fn key_value() -> Self {
        Self::in_process(|clock| {
            Arc::new(KeyValueStore::with_clock(Table::default(), clock).max_key(Key::MAX))
        })
    }

    /// Data below a prefix.
    pub fn prefixed() -> Self {
        let engine = Self::in_process(|clock| {
            Arc::new(Prefixed::new(Arc::new(MemoryStore::with_clock(clock)), PREFIX))
        });
        Self { prefix_length: PREFIX.len() + 1, ..engine }
    }

    /// How many bytes of each key the engine adds.
    pub fn prefix_length(&self) -> usize {
        self.prefix_length
    }

    /// Data in the memory of this process, sealed with a key.
    pub fn sealed() -> Self {
        Self::in_process(|clock| {
            let inner = Arc::new(MemoryStore::with_clock(clock));
            Arc::new(Sealed::new(inner, SealKey::new([7; 32])))
        })
    }

    /// A new SQLite file.
    pub fn sqlite() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("store.sqlite");
        let backend = Backend::Shared(format!("sqlite {}", file.display()));
        Self { backend, prefix_length: 0, _guard: Some(folder) }
    }

    /// Data in a Redis server, under a name.
    pub fn redis(address: &str, name: &str) -> Self {
        Self {
            backend: Backend::Shared(format!("redis {address} {name}")),
            prefix_length: 0,
            _guard: None,
        }
    }

    /// Data in a Postgres database.
    pub fn postgres(address: &str) -> Self {
        Self {
            backend: Backend::Shared(format!("postgres {address}")),
            prefix_length: 0,
            _guard: None,
        }
    }

    /// The data that the parent process has [passed](Engine::pass_to), if any.
    pub fn from_env() -> Option<Self> {
        Some(Self {
            backend: Backend::Shared(env::var(DATA).ok()?),
            prefix_length: 0,
            _guard: None,
        })
    }

    /// The file or the address of the data; `None` if they are in memory.
    pub fn address(&self) -> Option<&str> {
        let Backend::Shared(data) = &self.backend else { return None };
        data.split_whitespace().nth(1)
    }

    /// Passes these data to a child process.
    ///
    /// # Panics
    /// If they are in the memory of this process.
    pub fn pass_to(&self, child: &mut tokio::process::Command) {
        let Backend::Shared(data) = &self.backend else { panic!("memory is not shared") };
        child.env(DATA, data);
    }

    /// Opens a store on the data. All stores of one test have to use the same clock.
    pub fn open(&self, clock: Arc<dyn Clock>) -> Arc<dyn Store> {
        let data = match &self.backend {
            Backend::Memory(make, store) => return store.get_or_init(|| make(clock)).clone(),
            Backend::Shared(data) => data,
        };
        match data.split_whitespace().collect::<Vec<_>>()[..] {
            ["sqlite", file] => Arc::new(SqliteStore::open(file).with_clock(clock)),
            ["redis", address, name] => {
                Arc::new(RedisStore::builder(address).name(name).clock(clock).open().unwrap())
            }
            ["postgres", address] => {
                let pool = sqlx::postgres::PgPoolOptions::new().max_connections(5);
                let pool = pool.connect_lazy(address).unwrap();
                Arc::new(PostgresStore::new(pool).with_clock(clock))
            }
            _ => panic!("unknown engine {data:?}"),
        }
    }
}
