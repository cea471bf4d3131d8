//! The engine for a single process.

use std::{
    collections::{BTreeMap, HashMap, VecDeque},
    fmt,
    ops::Bound,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use weixin_api::{BoxFuture, Clock, SystemClock, Timestamp};

use crate::{
    ChangeHub, CountOutcome, Cursor, Entry, Error, Key, KeyPage, Lease, LeaseOutcome, Store,
    Version, WaitOutcome, Write, WriteOutcome, wait_for_change,
};

/// The number of keys in a page.
const PAGE_SIZE: usize = 200;
/// How often a waiter reads the entry without a notification.
const POLL_INTERVAL: Duration = Duration::from_secs(60 * 60);
/// Expired data is not searched for while there are fewer items than this.
const MIN_SWEEP: usize = 64;

/// A store in the memory of this process, lost when the process ends. The default where nothing is
/// shared.
pub struct MemoryStore {
    clock: Arc<dyn Clock>,
    tables: Mutex<Tables>,
    hub: ChangeHub,
}

#[derive(Default)]
struct Tables {
    values: BTreeMap<Key, Entry>,
    leases: HashMap<Key, Held>,
    counts: HashMap<Key, Events>,
    /// The number of items at which expired ones are searched for next.
    sweep_at: usize,
}

struct Held {
    /// `None` after the lease was released.
    owner: Option<String>,
    fence: u64,
    until: Timestamp,
}

struct Events {
    window: Duration,
    at: VecDeque<Timestamp>,
}

impl MemoryStore {
    /// Creates an empty store that uses the system clock.
    pub fn new() -> Self {
        Self::with_clock(Arc::new(SystemClock))
    }

    /// Creates an empty store that uses the given clock.
    pub fn with_clock(clock: Arc<dyn Clock>) -> Self {
        Self { clock, tables: Mutex::default(), hub: ChangeHub::default() }
    }

    fn tables(&self) -> MutexGuard<'_, Tables> {
        // No change is interrupted by a panic, so the data is consistent even if the lock is
        // poisoned.
        self.tables.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn read_entry(&self, key: &Key) -> Result<Option<Entry>, Error> {
        key.encoded()?;
        let now = self.clock.now();
        Ok(self.tables().values.get(key).filter(|entry| entry.is_alive(now)).cloned())
    }

    fn write_entry(&self, key: &Key, mut write: Write) -> Result<WriteOutcome, Error> {
        let (encoded, now, version) = (key.encoded()?, self.clock.now(), Version::random()?);
        let mut tables = self.tables();
        if write.lease().is_some_and(|lease| tables.held(lease).is_none()) {
            return Err(Error::lease_lost());
        }
        let present = tables.values.get(key).filter(|entry| entry.is_alive(now));
        if !write.condition().holds(present.map(|entry| entry.version)) {
            return Ok(WriteOutcome::Conflict);
        }
        let written = match write.value.take() {
            Some(value) => {
                let entry = Entry { value, version, expires: write.expires() };
                tables.values.insert(key.clone(), entry);
                WriteOutcome::Stored(version)
            }
            None => {
                tables.values.remove(key);
                WriteOutcome::Removed
            }
        };
        tables.sweep(now);
        drop(tables);
        self.hub.notify(encoded);
        Ok(written)
    }

    fn count_event(&self, key: &Key, limit: u32, window: Duration) -> Result<CountOutcome, Error> {
        key.encoded()?;
        let now = self.clock.now();
        let mut tables = self.tables();
        let times = tables
            .counts
            .entry(key.clone())
            .or_insert_with(|| Events { window, at: VecDeque::new() });
        times.window = window;
        times.at.retain(|at| *at + window > now);
        let happened = u32::try_from(times.at.len()).unwrap_or(u32::MAX);
        let outcome = if happened < limit {
            times.at.push_back(now);
            CountOutcome::Counted(happened + 1)
        } else {
            // If the limit was lowered, more than the oldest event has to leave the window.
            let leaves = times.at.len() - (limit as usize).min(times.at.len());
            CountOutcome::Full { until: times.at.get(leaves).copied().unwrap_or(now) + window }
        };
        tables.sweep(now);
        Ok(outcome)
    }

    fn scan_page(&self, under: &Key, cursor: Option<&Cursor>) -> Result<KeyPage, Error> {
        let start = match cursor {
            Some(cursor) => Key::decode(cursor.position())?,
            None => under.clone(),
        };
        under.encoded()?;
        let now = self.clock.now();
        let tables = self.tables();
        let mut keys: Vec<Key> = tables
            .values
            .range((Bound::Excluded(&start), Bound::Unbounded))
            // `a-b` sorts between `a` and `a:b`.
            .skip_while(|(key, _)| !key.is_below(under))
            .take_while(|(key, _)| key.is_below(under))
            .filter(|(_, entry)| entry.is_alive(now))
            .map(|(key, _)| key.clone())
            .take(PAGE_SIZE + 1)
            .collect();
        let more = keys.len() > PAGE_SIZE;
        keys.truncate(PAGE_SIZE);
        let next = keys.last().filter(|_| more).map(|key| Cursor::new(key.to_string()));
        Ok(KeyPage { keys, next })
    }

    fn acquire_lease(&self, key: &Key, ttl: Duration) -> Result<LeaseOutcome, Error> {
        key.encoded()?;
        let (now, owner) = (self.clock.now(), Lease::random_owner()?);
        let mut tables = self.tables();
        let last = tables.leases.get(key);
        if let Some(held) = last.filter(|held| held.owner.is_some() && now < held.until) {
            return Ok(LeaseOutcome::Held { until: held.until });
        }
        let fence = Lease::next_fence(last.map(|held| held.fence), now);
        let until = now + ttl;
        tables.leases.insert(key.clone(), Held { owner: Some(owner.clone()), fence, until });
        tables.sweep(now);
        Ok(LeaseOutcome::Granted(Lease::new(key.clone(), owner, fence, until)))
    }

    fn renew_lease(&self, lease: &Lease, ttl: Duration) -> Result<Lease, Error> {
        let until = self.clock.now() + ttl;
        self.tables().held(lease).ok_or_else(Error::lease_lost)?.until = until;
        Ok(lease.extended(until))
    }

    fn release_lease(&self, lease: &Lease) {
        if let Some(held) = self.tables().held(lease) {
            held.owner = None;
        }
    }
}

impl Tables {
    /// The state of this lease, if its holder has not lost it.
    fn held(&mut self, lease: &Lease) -> Option<&mut Held> {
        let held = self.leases.get_mut(lease.key())?;
        let same = held.fence == lease.fence() && held.owner.as_deref() == Some(lease.owner());
        same.then_some(held)
    }

    /// Removes expired items, if there are enough for that to be worthwhile. On average each item
    /// is examined once per write.
    fn sweep(&mut self, now: Timestamp) {
        if self.len() < self.sweep_at.max(MIN_SWEEP) {
            return;
        }
        self.values.retain(|_, entry| entry.is_alive(now));
        self.leases.retain(|_, held| now < held.until + Lease::FENCE_RETENTION);
        self.counts
            .retain(|_, Events { window, at }| at.back().is_some_and(|at| *at + *window > now));
        self.sweep_at = self.len() * 2;
    }

    fn len(&self) -> usize {
        self.values.len() + self.leases.len() + self.counts.len()
    }
}

impl Store for MemoryStore {
    fn clock(&self) -> &Arc<dyn Clock> {
        &self.clock
    }

    fn get<'a>(&'a self, key: &'a Key) -> BoxFuture<'a, Result<Option<Entry>, Error>> {
        Box::pin(async { self.read_entry(key) })
    }

    fn write<'a>(
        &'a self,
        key: &'a Key,
        write: Write,
    ) -> BoxFuture<'a, Result<WriteOutcome, Error>> {
        Box::pin(async { self.write_entry(key, write) })
    }

    fn try_count<'a>(
        &'a self,
        key: &'a Key,
        limit: u32,
        window: Duration,
    ) -> BoxFuture<'a, Result<CountOutcome, Error>> {
        Box::pin(async move { self.count_event(key, limit, window) })
    }

    fn scan<'a>(
        &'a self,
        under: &'a Key,
        cursor: Option<&'a Cursor>,
    ) -> BoxFuture<'a, Result<KeyPage, Error>> {
        Box::pin(async move { self.scan_page(under, cursor) })
    }

    fn lease<'a>(
        &'a self,
        key: &'a Key,
        ttl: Duration,
    ) -> BoxFuture<'a, Result<LeaseOutcome, Error>> {
        Box::pin(async move { self.acquire_lease(key, ttl) })
    }

    fn renew<'a>(&'a self, lease: &'a Lease, ttl: Duration) -> BoxFuture<'a, Result<Lease, Error>> {
        Box::pin(async move { self.renew_lease(lease, ttl) })
    }

    fn release<'a>(&'a self, lease: &'a Lease) -> BoxFuture<'a, Result<(), Error>> {
        Box::pin(async {
            self.release_lease(lease);
            Ok(())
        })
    }

    fn wait<'a>(
        &'a self,
        key: &'a Key,
        seen: Option<Version>,
        deadline: Timestamp,
    ) -> BoxFuture<'a, Result<WaitOutcome, Error>> {
        let watcher = self.hub.watch(key);
        Box::pin(wait_for_change(self, key, seen, deadline, POLL_INTERVAL, Some(watcher)))
    }
}

impl Default for MemoryStore {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for MemoryStore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MemoryStore").field("items", &self.tables().len()).finish()
    }
}
