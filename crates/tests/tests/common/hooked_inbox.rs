//! An inbox whose operations tests can observe, delay and let fail.

use std::{
    collections::HashMap,
    fmt,
    sync::{Arc, Mutex},
    time::Duration,
};

use weixin::{
    api::{BoxFuture, Clock, Timestamp},
    bot::{
        Envelope, MemoryInbox,
        inbox::{
            Change, Durability, Enqueued, Inbox, InboxFuture, InboxStats, Item, ItemFilter, ItemId,
            ItemPage, ItemStatus, Owner, Revision, Then, Updated,
        },
    },
    store::{Cursor, Error},
};

/// When a hook is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moment {
    Before,
    After,
}

/// Called before and after each `enqueue` and `update`, with its name: `enqueue`, or what becomes of
/// the item, such as `finish` or `remove`.
pub type Hook =
    Arc<dyn Fn(&'static str, Moment) -> BoxFuture<'static, Result<(), Error>> + Send + Sync>;

/// Another inbox with a hook.
#[derive(Clone)]
pub struct HookedInbox {
    inner: Arc<dyn Inbox>,
    hook: Hook,
    /// The owners, if the inbox is shared by several bots: until when their claims are valid.
    owners: Option<Arc<Mutex<HashMap<Owner, Timestamp>>>>,
}

impl HookedInbox {
    pub fn new(inner: Arc<dyn Inbox>, hook: Hook) -> Self {
        Self { inner, hook, owners: None }
    }

    /// An inbox in memory that several bots share, as they would share a database. It answers at
    /// once, so tests with a virtual clock are deterministic.
    pub fn shared(clock: Arc<dyn Clock>) -> Self {
        let hook: Hook = Arc::new(|_, _| Box::pin(async { Ok(()) }));
        let inner = Arc::new(MemoryInbox::new(clock));
        Self { inner, hook, owners: Some(Arc::default()) }
    }

    /// The same inbox with another hook.
    #[must_use]
    pub fn with_hook(&self, hook: Hook) -> Self {
        Self { hook, ..self.clone() }
    }

    /// Fails if the claims of this owner have ended.
    fn check(&self, owner: &Owner) -> Result<(), Error> {
        match &self.owners {
            Some(owners) if !owners.lock().unwrap().contains_key(owner) => Err(Error::lease_lost()),
            _ => Ok(()),
        }
    }

    /// Ends the claims of owners that have not renewed them.
    async fn end_claims(&self) -> Result<(), Error> {
        let Some(owners) = &self.owners else { return Ok(()) };
        let now = self.clock().now();
        let ended: Vec<_> = {
            let mut owners = owners.lock().unwrap();
            owners.extract_if(|_, until| *until <= now).map(|(owner, _)| owner).collect()
        };
        for owner in ended {
            self.inner.unregister(&owner).await?;
        }
        Ok(())
    }

    async fn hooked<T>(
        &self,
        name: &'static str,
        operation: impl Future<Output = Result<T, Error>>,
    ) -> Result<T, Error> {
        (self.hook)(name, Moment::Before).await?;
        let done = operation.await?;
        (self.hook)(name, Moment::After).await?;
        Ok(done)
    }
}

impl fmt::Debug for HookedInbox {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("HookedInbox")
    }
}

fn name(then: &Then) -> &'static str {
    match then {
        Then::Keep => "keep",
        Then::Finish { .. } => "finish",
        Then::Retry { .. } => "retry",
        Then::GiveBack => "give back",
        Then::Replay => "replay",
        Then::Park => "park",
        Then::Resume(_) => "resume",
        Then::Remove => "remove",
    }
}

impl Inbox for HookedInbox {
    fn clock(&self) -> &Arc<dyn Clock> {
        self.inner.clock()
    }

    fn is_shared(&self) -> bool {
        self.owners.is_some() || self.inner.is_shared()
    }

    fn durability(&self) -> BoxFuture<'_, Result<Durability, Error>> {
        self.inner.durability()
    }

    fn register(&self, ttl: Duration) -> BoxFuture<'_, Result<Owner, Error>> {
        let Some(owners) = &self.owners else { return self.inner.register(ttl) };
        Box::pin(async move {
            let owner = Owner::random()?;
            owners.lock().unwrap().insert(owner.clone(), self.clock().now() + ttl);
            Ok(owner)
        })
    }

    fn renew<'a>(&'a self, owner: &'a Owner, ttl: Duration) -> BoxFuture<'a, Result<(), Error>> {
        Box::pin(async move {
            self.check(owner)?;
            if let Some(owners) = &self.owners {
                owners.lock().unwrap().insert(owner.clone(), self.clock().now() + ttl);
            }
            Ok(())
        })
    }

    fn unregister<'a>(&'a self, owner: &'a Owner) -> BoxFuture<'a, Result<(), Error>> {
        Box::pin(async move {
            if let Some(owners) = &self.owners {
                owners.lock().unwrap().remove(owner);
            }
            self.inner.unregister(owner).await
        })
    }

    fn enqueue<'a>(
        &'a self,
        envelope: &'a Arc<Envelope>,
        owner: &'a Owner,
    ) -> InboxFuture<'a, Result<Enqueued, Error>> {
        InboxFuture::pending(async move {
            self.check(owner)?;
            self.hooked("enqueue", async { self.inner.enqueue(envelope, owner).await }).await
        })
    }

    fn update<'a>(
        &'a self,
        envelope: &'a Arc<Envelope>,
        seen: Revision,
        change: Change,
    ) -> InboxFuture<'a, Result<Updated, Error>> {
        InboxFuture::pending(async move {
            let name = name(&change.then);
            self.hooked(name, async { self.inner.update(envelope, seen, change).await }).await
        })
    }

    fn claim<'a>(
        &'a self,
        owner: &'a Owner,
        max: usize,
    ) -> BoxFuture<'a, Result<Vec<Item>, Error>> {
        Box::pin(async move {
            self.check(owner)?;
            self.end_claims().await?;
            self.inner.claim(owner, max).await
        })
    }

    fn status<'a>(
        &'a self,
        envelope: &'a Envelope,
    ) -> InboxFuture<'a, Result<Option<ItemStatus>, Error>> {
        self.inner.status(envelope)
    }

    fn find<'a>(&'a self, id: &'a ItemId) -> BoxFuture<'a, Result<Option<Item>, Error>> {
        self.inner.find(id)
    }

    fn remove<'a>(&'a self, id: &'a ItemId, seen: Revision) -> BoxFuture<'a, Result<bool, Error>> {
        self.inner.remove(id, seen)
    }

    fn list<'a>(
        &'a self,
        filter: &'a ItemFilter,
        cursor: Option<&'a Cursor>,
    ) -> BoxFuture<'a, Result<ItemPage, Error>> {
        self.inner.list(filter, cursor)
    }

    fn stats(&self) -> BoxFuture<'_, Result<InboxStats, Error>> {
        self.inner.stats()
    }
}
