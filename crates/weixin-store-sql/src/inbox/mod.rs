//! The inbox, generic over the database.

mod batch;
mod names;
mod query;
mod request;
mod stored;
mod writer;

use std::{
    fmt,
    path::PathBuf,
    sync::{Arc, atomic::Ordering},
    time::Duration,
};

use sqlx::Pool;
use weixin_api::{BoxFuture, Clock, SystemClock};
use weixin_store::{
    Cursor, Error, ErrorKind,
    inbox::{
        Change, Codec, Durability, Enqueued, Envelope, Inbox, InboxFuture, InboxStats, Item,
        ItemFilter, ItemId, ItemPage, ItemStatus, Owner, Revision, Updated,
    },
};

use self::{
    query::Query,
    request::{ItemUpdate, NewItem, Outcome, Request},
    stored::{ROW, Row, STATUS, Status},
    writer::{Core, Settings},
};
use crate::{
    convert::{PAGE_SIZE, millis, timestamp},
    engine::{
        Bind::{Number, Text},
        Engine,
    },
    errors::{error, unreadable},
};

/// An [`Inbox`] in a database: [`SqliteInbox`](crate::SqliteInbox) or
/// [`PostgresInbox`](crate::PostgresInbox).
///
/// **Group commit.** All changes are written by one task, which takes what waits, up to some hundreds
/// of requests, and writes it in one transaction. So many concurrent pushes cost few transactions,
/// and a single push waits for nothing. If a transaction fails, all its requests fail, unless the
/// database does not accept the data of some: then only those. The task runs on a thread for blocking
/// work of the Tokio runtime that made the first of the waiting requests, and ends when there are
/// none. If that runtime ends before, the requests that wait fail as
/// [`Unreachable`](ErrorKind::Unreachable), and the next one starts another task.
///
/// **Callers that give up.** If the future of [`enqueue`](Inbox::enqueue), [`update`](Inbox::update) or
/// [`claim`](Inbox::claim) is dropped, what would have been claimed for the caller is given back, and
/// the next claim gets it.
///
/// **Limits.** The id of a push may have 1,000 bytes; a longer one is
/// [`Invalid`](ErrorKind::Invalid). A claim looks at the pushes that wait in due order, oldest first;
/// it takes time in proportion to those that wait behind others of their lane. Finished pushes are
/// removed after they have expired, when pushes are added and with every claim.
pub struct SqlInbox<E: Engine> {
    core: Arc<Core<E>>,
}

impl<E: Engine> SqlInbox<E> {
    pub(crate) fn from_pool(pool: Pool<E>, file: Option<PathBuf>) -> Self {
        let (clock, codec) = (Arc::new(SystemClock), Codec::new());
        Self::from_settings(Settings { pool, file, clock, codec })
    }

    fn from_settings(settings: Settings<E>) -> Self {
        Self { core: Arc::new(Core::new(settings)) }
    }

    /// Uses this clock instead of the system clock to decide what is due and what has expired. All
    /// processes that share the inbox must agree on the time, up to a small part of the time that
    /// their claims are valid.
    #[must_use]
    pub fn with_clock(self, clock: Arc<dyn Clock>) -> Self {
        let Settings { pool, file, codec, .. } = &self.core.settings;
        let (pool, file, codec) = (pool.clone(), file.clone(), codec.clone());
        Self::from_settings(Settings { pool, file, clock, codec })
    }

    /// Writes pushes and progress with this codec, which may have a key. The default writes them
    /// as plain JSON. Ids, which contain the senders, and states are never sealed.
    #[must_use]
    pub fn with_codec(self, codec: Codec) -> Self {
        let Settings { pool, file, clock, .. } = &self.core.settings;
        let (pool, file, clock) = (pool.clone(), file.clone(), Arc::clone(clock));
        Self::from_settings(Settings { pool, file, clock, codec })
    }

    /// How many transactions have been committed. For measurements.
    #[doc(hidden)]
    pub fn transactions(&self) -> u64 {
        self.core.transactions.load(Ordering::Relaxed)
    }

    fn codec(&self) -> &Codec {
        &self.core.settings.codec
    }

    fn now(&self) -> i64 {
        millis(self.core.settings.clock.now())
    }

    async fn rows(&self, query: Query<'_>) -> Result<Vec<E::Row>, Error> {
        let mut connection = self.core.pool().await?.acquire().await.map_err(error)?;
        query.rows::<E>(&mut connection).await.map_err(error)
    }

    async fn add(&self, envelope: &Envelope, owner: &Owner) -> Result<Enqueued, Error> {
        let id = ItemId::of(envelope);
        let request = Request::Enqueue(NewItem {
            id: names::id(&id)?.into(),
            lane: names::lane(envelope).map(Arc::from),
            owner: owner.clone(),
            envelope: self.codec().write_envelope(&id, envelope)?.into(),
        });
        match self.core.write(request).await? {
            Outcome::Added { revision, claimed: true, .. } => {
                Ok(Enqueued::Claimed(stored::revision(revision)))
            }
            Outcome::Added { revision, .. } => Ok(Enqueued::Waiting(stored::revision(revision))),
            Outcome::Known(status) => Ok(Enqueued::Known(status.decode(self.codec())?)),
            _ => Err(unexpected()),
        }
    }

    async fn change(
        &self,
        envelope: &Envelope,
        seen: Revision,
        change: Change,
    ) -> Result<Updated, Error> {
        let id = ItemId::of(envelope);
        let request = Request::Update(ItemUpdate {
            id: names::id(&id)?.into(),
            lane: names::lane(envelope).map(Arc::from),
            seen: seen.to_bits().cast_signed(),
            progress: Some(self.codec().write_progress(&id, &change.progress)?.into()),
            then: change.then,
            next_for: change.next_for,
        });
        match self.core.write(request).await? {
            Outcome::Updated { revision, next } => {
                Ok(Updated::Done { revision: stored::revision(revision), next })
            }
            Outcome::Conflict(status) => {
                let status = status.map(|status| status.decode(self.codec())).transpose()?;
                Ok(Updated::Conflict(status))
            }
            _ => Err(unexpected()),
        }
    }

    async fn find_status(&self, envelope: &Envelope) -> Result<Option<ItemStatus>, Error> {
        let id = names::id(&ItemId::of(envelope))?;
        let rows = self.rows(by_id::<E>(STATUS, &id, self.now())).await?;
        let Some(row) = rows.first() else { return Ok(None) };
        Status::read::<E>(row).map_err(error)?.decode(self.codec()).map(Some)
    }

    async fn find_item(&self, id: &ItemId) -> Result<Option<Item>, Error> {
        // Nothing with a longer id was ever added.
        let Ok(id) = names::id(id) else { return Ok(None) };
        let rows = self.rows(by_id::<E>(ROW, &id, self.now())).await?;
        let Some(row) = rows.first() else { return Ok(None) };
        Row::read::<E>(row).map_err(error)?.decode(self.codec()).map(Some)
    }

    async fn page(&self, filter: &ItemFilter, cursor: Option<&Cursor>) -> Result<ItemPage, Error> {
        let after = match cursor.map(|cursor| cursor.position().parse::<i64>()) {
            None => 0,
            Some(Ok(seq)) => seq,
            Some(Err(_)) => {
                let message = "the cursor was not issued by this inbox";
                return Err(Error::new(ErrorKind::Invalid, message));
            }
        };
        let query = Query::new("select ")
            .text(ROW)
            .text(" from weixin_inbox_item i where ")
            .text(filter.state.map_or("1 = 1", stored::condition))
            .text(" and i.seq > ")
            .value::<E>(Number(after))
            .text(" and (i.expires is null or i.expires > ")
            .value::<E>(Number(self.now()))
            .text(") order by i.seq limit ")
            .value::<E>(Number(PAGE_SIZE as i64 + 1));
        let mut rows = Row::read_all::<E>(&self.rows(query).await?).map_err(error)?;
        let more = rows.len() > PAGE_SIZE;
        rows.truncate(PAGE_SIZE);
        let next = rows.last().filter(|_| more).map(|row| Cursor::new(row.seq.to_string()));
        let items = rows.into_iter().map(|row| row.summary(self.codec()));
        Ok(ItemPage { items: items.collect::<Result<_, _>>()?, next })
    }

    async fn count(&self) -> Result<InboxStats, Error> {
        let query = Query::new(
            "select (select count(*) from weixin_inbox_item i where i.state = 0),
                (select count(*) from weixin_inbox_item i where i.state = 1),
                (select count(*) from weixin_inbox_item i where i.state = 2),
                (select min(i.received) from weixin_inbox_item i where i.state = 0),
                (select min(i.received) from weixin_inbox_item i where i.state = 1),
                (select count(*) from weixin_inbox_item i where i.expires > ",
        )
        .value::<E>(Number(self.now()))
        .text(")");
        let rows = self.rows(query).await?;
        let row = rows.first().ok_or_else(unreadable)?;
        let number = |column| E::number_at(row, column).map_err(error);
        let count = |column| number(column).map(|count| count.unwrap_or(0).cast_unsigned());
        let oldest = [number(3)?, number(4)?].into_iter().flatten().min();
        let mut stats = InboxStats::default();
        (stats.waiting, stats.claimed, stats.parked) = (count(0)?, count(1)?, count(2)?);
        stats.finished = count(5)?;
        stats.oldest = oldest.map(timestamp).transpose()?;
        Ok(stats)
    }
}

/// Selects an item, unless it has expired.
fn by_id<'a, E: Engine>(columns: &str, id: &'a str, now: i64) -> Query<'a> {
    Query::new("select ")
        .text(columns)
        .text(" from weixin_inbox_item i where i.id = ")
        .value::<E>(Text(id))
        .text(" and (i.expires is null or i.expires > ")
        .value::<E>(Number(now))
        .text(")")
}

/// The error for an outcome of another request. It does not happen.
fn unexpected() -> Error {
    Error::new(ErrorKind::Rejected, "the request was answered with that of another one")
}

fn ttl_millis(ttl: Duration) -> i64 {
    i64::try_from(ttl.as_millis()).unwrap_or(i64::MAX)
}

impl<E: Engine> Inbox for SqlInbox<E> {
    fn clock(&self) -> &Arc<dyn Clock> {
        &self.core.settings.clock
    }

    fn is_shared(&self) -> bool {
        true
    }

    fn durability(&self) -> BoxFuture<'_, Result<Durability, Error>> {
        Box::pin(async { E::durability(self.core.pool().await?).await })
    }

    fn register(&self, ttl: Duration) -> BoxFuture<'_, Result<Owner, Error>> {
        Box::pin(async move {
            let owner = Owner::random()?;
            let request = Request::Register { owner: owner.clone(), ttl: ttl_millis(ttl) };
            self.core.write(request).await?;
            Ok(owner)
        })
    }

    fn renew<'a>(&'a self, owner: &'a Owner, ttl: Duration) -> BoxFuture<'a, Result<(), Error>> {
        let request = Request::Renew { owner: owner.clone(), ttl: ttl_millis(ttl) };
        Box::pin(async { self.core.write(request).await.map(drop) })
    }

    fn unregister<'a>(&'a self, owner: &'a Owner) -> BoxFuture<'a, Result<(), Error>> {
        let request = Request::Unregister { owner: owner.clone() };
        Box::pin(async { self.core.write(request).await.map(drop) })
    }

    fn enqueue<'a>(
        &'a self,
        envelope: &'a Arc<Envelope>,
        owner: &'a Owner,
    ) -> InboxFuture<'a, Result<Enqueued, Error>> {
        InboxFuture::pending(self.add(envelope, owner))
    }

    fn update<'a>(
        &'a self,
        envelope: &'a Arc<Envelope>,
        seen: Revision,
        change: Change,
    ) -> InboxFuture<'a, Result<Updated, Error>> {
        InboxFuture::pending(self.change(envelope, seen, change))
    }

    fn claim<'a>(
        &'a self,
        owner: &'a Owner,
        max: usize,
    ) -> BoxFuture<'a, Result<Vec<Item>, Error>> {
        let request = Request::Claim { owner: owner.clone(), max };
        Box::pin(async {
            match self.core.write(request).await? {
                Outcome::Claimed(items) => Ok(items),
                _ => Err(unexpected()),
            }
        })
    }

    fn status<'a>(
        &'a self,
        envelope: &'a Envelope,
    ) -> InboxFuture<'a, Result<Option<ItemStatus>, Error>> {
        InboxFuture::pending(self.find_status(envelope))
    }

    fn find<'a>(&'a self, id: &'a ItemId) -> BoxFuture<'a, Result<Option<Item>, Error>> {
        Box::pin(self.find_item(id))
    }

    fn remove<'a>(&'a self, id: &'a ItemId, seen: Revision) -> BoxFuture<'a, Result<bool, Error>> {
        Box::pin(async move {
            let Ok(id) = names::id(id) else { return Ok(false) };
            let seen = seen.to_bits().cast_signed();
            match self.core.write(Request::Remove { id: id.into(), seen }).await? {
                Outcome::Done(removed) => Ok(removed),
                _ => Err(unexpected()),
            }
        })
    }

    fn list<'a>(
        &'a self,
        filter: &'a ItemFilter,
        cursor: Option<&'a Cursor>,
    ) -> BoxFuture<'a, Result<ItemPage, Error>> {
        Box::pin(self.page(filter, cursor))
    }

    fn stats(&self) -> BoxFuture<'_, Result<InboxStats, Error>> {
        Box::pin(self.count())
    }
}

impl<E: Engine> fmt::Debug for SqlInbox<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SqlInbox").field("database", &E::NAME).finish_non_exhaustive()
    }
}
