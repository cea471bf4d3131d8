//! A store with trouble.

use std::{
    sync::{
        Arc,
        atomic::{AtomicU8, Ordering},
    },
    time::Duration,
};

use weixin_api::{BoxFuture, Clock};
use weixin_store::{
    CountOutcome, Cursor, Entry, Error, Key, KeyPage, Lease, LeaseOutcome, Store, Write,
    WriteOutcome,
};

const UP: u8 = 0;
const DOWN: u8 = 1;
const HANGS: u8 = 2;
const HANGS_IN_RENEWALS: u8 = 3;
const READS_NOTHING: u8 = 4;
const DAWDLES: u8 = 5;

/// A store that is out of reach at times, or does not answer.
#[derive(Debug)]
pub(crate) struct Faulty {
    inner: Arc<dyn Store>,
    mode: AtomicU8,
}

impl Faulty {
    pub(crate) fn of(inner: Arc<dyn Store>) -> Arc<Self> {
        Arc::new(Self { inner, mode: AtomicU8::new(UP) })
    }

    pub(crate) fn goes_down(&self) {
        self.mode.store(DOWN, Ordering::SeqCst);
    }

    pub(crate) fn comes_up(&self) {
        self.mode.store(UP, Ordering::SeqCst);
    }

    pub(crate) fn hangs(&self) {
        self.mode.store(HANGS, Ordering::SeqCst);
    }

    pub(crate) fn hangs_in_renewals(&self) {
        self.mode.store(HANGS_IN_RENEWALS, Ordering::SeqCst);
    }

    /// Values cannot be read; everything else works.
    pub(crate) fn reads_nothing(&self) {
        self.mode.store(READS_NOTHING, Ordering::SeqCst);
    }

    /// What was read arrives after others had their turn.
    pub(crate) fn dawdles(&self) {
        self.mode.store(DAWDLES, Ordering::SeqCst);
    }

    async fn up(&self) -> Result<&dyn Store, Error> {
        match self.mode.load(Ordering::SeqCst) {
            DOWN => {
                let kind = weixin_store::ErrorKind::Unreachable;
                Err(Error::new(kind, "the database is gone"))
            }
            HANGS => std::future::pending().await,
            _ => Ok(&*self.inner),
        }
    }
}

impl Store for Faulty {
    fn clock(&self) -> &Arc<dyn Clock> {
        self.inner.clock()
    }

    fn get<'a>(&'a self, key: &'a Key) -> BoxFuture<'a, Result<Option<Entry>, Error>> {
        Box::pin(async {
            if self.mode.load(Ordering::SeqCst) == READS_NOTHING {
                let kind = weixin_store::ErrorKind::Unreachable;
                return Err(Error::new(kind, "the replica is gone"));
            }
            let entry = self.up().await?.get(key).await;
            if self.mode.load(Ordering::SeqCst) == DAWDLES {
                tokio::task::yield_now().await;
            }
            entry
        })
    }

    fn write<'a>(
        &'a self,
        key: &'a Key,
        write: Write,
    ) -> BoxFuture<'a, Result<WriteOutcome, Error>> {
        Box::pin(async { self.up().await?.write(key, write).await })
    }

    fn try_count<'a>(
        &'a self,
        key: &'a Key,
        limit: u32,
        window: Duration,
    ) -> BoxFuture<'a, Result<CountOutcome, Error>> {
        Box::pin(async move { self.up().await?.try_count(key, limit, window).await })
    }

    fn scan<'a>(
        &'a self,
        under: &'a Key,
        cursor: Option<&'a Cursor>,
    ) -> BoxFuture<'a, Result<KeyPage, Error>> {
        Box::pin(async move { self.up().await?.scan(under, cursor).await })
    }

    fn lease<'a>(
        &'a self,
        key: &'a Key,
        ttl: Duration,
    ) -> BoxFuture<'a, Result<LeaseOutcome, Error>> {
        Box::pin(async move { self.up().await?.lease(key, ttl).await })
    }

    fn renew<'a>(&'a self, lease: &'a Lease, ttl: Duration) -> BoxFuture<'a, Result<Lease, Error>> {
        Box::pin(async move {
            if self.mode.load(Ordering::SeqCst) == HANGS_IN_RENEWALS {
                std::future::pending::<()>().await;
            }
            self.up().await?.renew(lease, ttl).await
        })
    }

    fn release<'a>(&'a self, lease: &'a Lease) -> BoxFuture<'a, Result<(), Error>> {
        Box::pin(async { self.up().await?.release(lease).await })
    }
}
