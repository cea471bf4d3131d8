//! An inbox whose operations tests can observe, delay and let fail.

use std::{fmt, sync::Arc, time::Duration};

use weixin::{
    api::{BoxFuture, Clock},
    bot::{
        Envelope,
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
pub type Hook = Arc<dyn Fn(&'static str, Moment) -> BoxFuture<'static, Result<(), Error>> + Send + Sync>;

/// Another inbox with a hook.
#[derive(Clone)]
pub struct HookedInbox {
    inner: Arc<dyn Inbox>,
    hook: Hook,
}

impl HookedInbox {
    pub fn new(inner: Arc<dyn Inbox>, hook: Hook) -> Self {
        Self { inner, hook }
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
        self.inner.is_shared()
    }

    fn durability(&self) -> BoxFuture<'_, Result<Durability, Error>> {
        self.inner.durability()
    }

    fn register(&self, ttl: Duration) -> BoxFuture<'_, Result<Owner, Error>> {
        self.inner.register(ttl)
    }

    fn renew<'a>(&'a self, owner: &'a Owner, ttl: Duration) -> BoxFuture<'a, Result<(), Error>> {
        self.inner.renew(owner, ttl)
    }

    fn unregister<'a>(&'a self, owner: &'a Owner) -> BoxFuture<'a, Result<(), Error>> {
        self.inner.unregister(owner)
    }

    fn enqueue<'a>(
        &'a self,
        envelope: &'a Arc<Envelope>,
        owner: &'a Owner,
    ) -> InboxFuture<'a, Result<Enqueued, Error>> {
        InboxFuture::pending(async move {
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
        self.inner.claim(owner, max)
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

    fn remove<'a>(&'a self, id: &'a ItemId) -> BoxFuture<'a, Result<bool, Error>> {
        self.inner.remove(id)
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
