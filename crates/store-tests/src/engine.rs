//! A store to be tested, and how to open it.

use std::{
    env,
    sync::{Arc, OnceLock},
};

use weixin_api::Clock;
use weixin_store::{MemoryStore, SealKey, Sealed, Store};
use weixin_store_redis::RedisStore;
use weixin_store_sql::{PostgresStore, SqliteStore};

/// Data in one engine, which any number of stores open.
#[derive(Debug)]
pub struct Engine {
    place: Place,
    /// What the data are in, for as long as this is tested.
    _guard: Option<tempfile::TempDir>,
}

#[derive(Debug)]
enum Place {
    /// All that are opened are the same one.
    Memory(OnceLock<Arc<dyn Store>>),
    /// The same, sealed.
    Sealed(OnceLock<Arc<dyn Store>>),
    /// In another process: what to open, as in `redis redis://127.0.0.1:6379 name`.
    Shared(String),
}

/// Tells a child process which data to open.
const DATA: &str = "WEIXIN_STORE_TEST_DATA";

impl Engine {
    /// The memory of this process.
    pub fn memory() -> Self {
        Self { place: Place::Memory(OnceLock::new()), _guard: None }
    }

    /// The memory of this process, sealed with a key.
    pub fn sealed() -> Self {
        Self { place: Place::Sealed(OnceLock::new()), _guard: None }
    }

    /// A new SQLite file.
    pub fn sqlite() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("store.sqlite");
        let place = Place::Shared(format!("sqlite {}", file.display()));
        Self { place, _guard: Some(folder) }
    }

    /// A Redis, under a name.
    pub fn redis(address: &str, name: &str) -> Self {
        Self { place: Place::Shared(format!("redis {address} {name}")), _guard: None }
    }

    /// A database in a Postgres.
    pub fn postgres(address: &str) -> Self {
        Self { place: Place::Shared(format!("postgres {address}")), _guard: None }
    }

    /// What a parent process has given to [`tell`](Engine::tell); `None` if there is none.
    pub fn told() -> Option<Self> {
        Some(Self { place: Place::Shared(env::var(DATA).ok()?), _guard: None })
    }

    /// Where the data are: a file, or an address. Nowhere if they are in memory.
    pub fn address(&self) -> Option<&str> {
        let Place::Shared(data) = &self.place else { return None };
        data.split_whitespace().nth(1)
    }

    /// Tells a child process about these data.
    ///
    /// # Panics
    /// If they are in the memory of this process.
    pub fn tell(&self, child: &mut tokio::process::Command) {
        let Place::Shared(data) = &self.place else { panic!("memory is not shared") };
        child.env(DATA, data);
    }

    /// Opens the data once more. All openings of one engine in one test have the same clock.
    pub fn open(&self, clock: Arc<dyn Clock>) -> Arc<dyn Store> {
        let data = match &self.place {
            Place::Memory(store) => {
                return store.get_or_init(|| Arc::new(MemoryStore::with_clock(clock))).clone();
            }
            Place::Sealed(store) => {
                let sealed = || -> Arc<dyn Store> {
                    let inner = Arc::new(MemoryStore::with_clock(clock));
                    Arc::new(Sealed::new(inner, SealKey::new([7; 32])))
                };
                return store.get_or_init(sealed).clone();
            }
            Place::Shared(data) => data,
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
            _ => panic!("{data:?} is no engine"),
        }
    }
}
