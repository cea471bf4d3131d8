//! A store in which all keys are below one of the program's own.

use std::{fmt, sync::Arc, time::Duration};

use weixin_api::{BoxFuture, Clock, Timestamp};

use crate::{
    CountOutcome, Cursor, Entry, Error, Key, KeyPage, Lease, LeaseOutcome, Store, Version,
    WaitOutcome, Write, WriteOutcome,
};

/// A store whose keys are all below a prefix, so that several programs can share a database and see nothing
/// of each other: `[store] prefix` in a bot's configuration. The prefix counts towards [`Key::MAX`].
///
/// ```
/// use std::sync::Arc;
/// use weixin_store::{Key, MemoryStore, Prefixed, Store};
///
/// # async fn example() -> Result<(), weixin_store::Error> {
/// let database: Arc<dyn Store> = Arc::new(MemoryStore::new());
/// let shop = Prefixed::new(Arc::clone(&database), "shop");
/// shop.put(&Key::new("greeting"), "hello".into(), None).await?;
/// assert!(database.get(&Key::new("shop").join("greeting")).await?.is_some());
/// # Ok(())
/// # }
/// ```
pub struct Prefixed {
    inner: Arc<dyn Store>,
    prefix: Key,
}

impl Prefixed {
    /// Puts all keys below this prefix.
    pub fn new(inner: Arc<dyn Store>, prefix: impl AsRef<str>) -> Self {
        Self { inner, prefix: Key::new(prefix) }
    }

    fn key(&self, key: &Key) -> Key {
        key.below(&self.prefix)
    }

    /// The lease as the database has it.
    fn inside(&self, lease: &Lease) -> Lease {
        lease.with_key(self.key(lease.key()))
    }
}

impl fmt::Debug for Prefixed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Prefixed")
            .field("prefix", &self.prefix)
            .field("inner", &self.inner)
            .finish()
    }
}

impl Store for Prefixed {
    fn clock(&self) -> &Arc<dyn Clock> {
        self.inner.clock()
    }

    fn get<'a>(&'a self, key: &'a Key) -> BoxFuture<'a, Result<Option<Entry>, Error>> {
        Box::pin(async { self.inner.get(&self.key(key)).await })
    }

    fn write<'a>(
        &'a self,
        key: &'a Key,
        write: Write,
    ) -> BoxFuture<'a, Result<WriteOutcome, Error>> {
        Box::pin(async {
            let inside = write.lease().map(|lease| self.inside(lease));
            let write = match inside {
                Some(lease) => write.under(&lease),
                None => write,
            };
            self.inner.write(&self.key(key), write).await
        })
    }

    fn try_count<'a>(
        &'a self,
        key: &'a Key,
        limit: u32,
        window: Duration,
    ) -> BoxFuture<'a, Result<CountOutcome, Error>> {
        Box::pin(async move { self.inner.try_count(&self.key(key), limit, window).await })
    }

    fn scan<'a>(
        &'a self,
        under: &'a Key,
        cursor: Option<&'a Cursor>,
    ) -> BoxFuture<'a, Result<KeyPage, Error>> {
        Box::pin(async move {
            let mut page = self.inner.scan(&self.key(under), cursor).await?;
            page.keys = page.keys.iter().filter_map(|key| key.without(&self.prefix)).collect();
            Ok(page)
        })
    }

    fn lease<'a>(
        &'a self,
        key: &'a Key,
        ttl: Duration,
    ) -> BoxFuture<'a, Result<LeaseOutcome, Error>> {
        Box::pin(async move {
            Ok(match self.inner.lease(&self.key(key), ttl).await? {
                LeaseOutcome::Granted(lease) => LeaseOutcome::Granted(lease.with_key(key.clone())),
                held => held,
            })
        })
    }

    fn renew<'a>(&'a self, lease: &'a Lease, ttl: Duration) -> BoxFuture<'a, Result<Lease, Error>> {
        Box::pin(async move {
            let renewed = self.inner.renew(&self.inside(lease), ttl).await?;
            Ok(renewed.with_key(lease.key().clone()))
        })
    }

    fn release<'a>(&'a self, lease: &'a Lease) -> BoxFuture<'a, Result<(), Error>> {
        Box::pin(async move { self.inner.release(&self.inside(lease)).await })
    }

    fn wait<'a>(
        &'a self,
        key: &'a Key,
        seen: Option<Version>,
        deadline: Timestamp,
    ) -> BoxFuture<'a, Result<WaitOutcome, Error>> {
        Box::pin(async move { self.inner.wait(&self.key(key), seen, deadline).await })
    }
}
