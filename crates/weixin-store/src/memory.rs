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
    Bells, Claim, Cursor, Entry, Error, Key, Lease, Page, Store, Tally, Version, Waited, Write,
    Written, watch,
};

/// How many keys a page has.
const PAGE: usize = 200;
/// How often somebody who waits looks even though nothing was heard.
const PACE: Duration = Duration::from_secs(60 * 60);
/// From this many things on it is worth looking for those that have expired.
const WORTH_SWEEPING: usize = 64;

/// A store in the memory of this process, and gone with it. The default where nothing is shared.
pub struct MemoryStore {
    clock: Arc<dyn Clock>,
    shelves: Mutex<Shelves>,
    bells: Bells,
}

#[derive(Default)]
struct Shelves {
    values: BTreeMap<Key, Entry>,
    leases: HashMap<Key, Held>,
    tallies: HashMap<Key, Times>,
    /// How many things there may be before the expired ones are looked for.
    sweep_at: usize,
}

struct Held {
    /// `None` once it was released.
    owner: Option<String>,
    fence: u64,
    until: Timestamp,
}

struct Times {
    window: Duration,
    at: VecDeque<Timestamp>,
}

impl MemoryStore {
    /// An empty store that lives by the computer's clock.
    pub fn new() -> Self {
        Self::with_clock(Arc::new(SystemClock))
    }

    /// An empty store that lives by this clock.
    pub fn with_clock(clock: Arc<dyn Clock>) -> Self {
        Self { clock, shelves: Mutex::default(), bells: Bells::default() }
    }

    fn shelves(&self) -> MutexGuard<'_, Shelves> {
        // Every change is complete before anything that could panic.
        self.shelves.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn look(&self, key: &Key) -> Result<Option<Entry>, Error> {
        key.encoded()?;
        let now = self.clock.now();
        Ok(self.shelves().values.get(key).filter(|entry| entry.is_alive(now)).cloned())
    }

    fn change(&self, key: &Key, mut write: Write) -> Result<Written, Error> {
        let (encoded, now, version) = (key.encoded()?, self.clock.now(), Version::draw()?);
        let mut shelves = self.shelves();
        if write.lease().is_some_and(|lease| shelves.held(lease).is_none()) {
            return Err(Error::lease_lost());
        }
        let present = shelves.values.get(key).filter(|entry| entry.is_alive(now));
        if !write.condition().holds(present.map(|entry| entry.version)) {
            return Ok(Written::Conflict);
        }
        let written = match write.value.take() {
            Some(value) => {
                let entry = Entry { value, version, expires: write.expires() };
                shelves.values.insert(key.clone(), entry);
                Written::Stored(version)
            }
            None => {
                shelves.values.remove(key);
                Written::Removed
            }
        };
        shelves.sweep(now);
        drop(shelves);
        self.bells.ring(encoded);
        Ok(written)
    }

    fn count(&self, key: &Key, limit: u32, window: Duration) -> Result<Tally, Error> {
        key.encoded()?;
        let now = self.clock.now();
        let mut shelves = self.shelves();
        let times = shelves
            .tallies
            .entry(key.clone())
            .or_insert_with(|| Times { window, at: VecDeque::new() });
        times.window = window;
        times.at.retain(|at| *at + window > now);
        let happened = u32::try_from(times.at.len()).unwrap_or(u32::MAX);
        let tally = if happened < limit {
            times.at.push_back(now);
            Tally::Counted(happened + 1)
        } else {
            // With a limit that was lowered, more than the oldest must leave.
            let leaves = times.at.len() - (limit as usize).min(times.at.len());
            Tally::Full { until: times.at.get(leaves).copied().unwrap_or(now) + window }
        };
        shelves.sweep(now);
        Ok(tally)
    }

    fn keys(&self, under: &Key, cursor: Option<&Cursor>) -> Result<Page, Error> {
        let start = match cursor {
            Some(cursor) => Key::decode(cursor.place())?,
            None => under.clone(),
        };
        under.encoded()?;
        let now = self.clock.now();
        let shelves = self.shelves();
        let mut keys: Vec<Key> = shelves
            .values
            .range((Bound::Excluded(&start), Bound::Unbounded))
            // `a-b` sorts between `a` and `a:b`.
            .skip_while(|(key, _)| !key.is_below(under))
            .take_while(|(key, _)| key.is_below(under))
            .filter(|(_, entry)| entry.is_alive(now))
            .map(|(key, _)| key.clone())
            .take(PAGE + 1)
            .collect();
        let more = keys.len() > PAGE;
        keys.truncate(PAGE);
        let next = keys.last().filter(|_| more).map(|key| Cursor::new(key.to_string()));
        Ok(Page { keys, next })
    }

    fn claim(&self, key: &Key, ttl: Duration) -> Result<Claim, Error> {
        key.encoded()?;
        let (now, owner) = (self.clock.now(), Lease::draw_owner()?);
        let mut shelves = self.shelves();
        let last = shelves.leases.get(key);
        if let Some(held) = last.filter(|held| held.owner.is_some() && now < held.until) {
            return Ok(Claim::Held { until: held.until });
        }
        let fence = Lease::next_fence(last.map(|held| held.fence), now);
        let until = now + ttl;
        shelves.leases.insert(key.clone(), Held { owner: Some(owner.clone()), fence, until });
        shelves.sweep(now);
        Ok(Claim::Granted(Lease::new(key.clone(), owner, fence, until)))
    }

    fn prolong(&self, lease: &Lease, ttl: Duration) -> Result<Lease, Error> {
        let until = self.clock.now() + ttl;
        self.shelves().held(lease).ok_or_else(Error::lease_lost)?.until = until;
        Ok(lease.prolonged(until))
    }

    fn give_back(&self, lease: &Lease) {
        if let Some(held) = self.shelves().held(lease) {
            held.owner = None;
        }
    }
}

impl Shelves {
    /// What is known of this lease, if it is still its holder's.
    fn held(&mut self, lease: &Lease) -> Option<&mut Held> {
        let held = self.leases.get_mut(lease.key())?;
        let ours = held.fence == lease.fence() && held.owner.as_deref() == Some(lease.owner());
        ours.then_some(held)
    }

    /// Removes what has expired, if there is so much that it may be worth it: each thing is looked
    /// at as often as it was written, on average.
    fn sweep(&mut self, now: Timestamp) {
        if self.len() < self.sweep_at.max(WORTH_SWEEPING) {
            return;
        }
        self.values.retain(|_, entry| entry.is_alive(now));
        self.leases.retain(|_, held| now < held.until + Lease::REMEMBERED);
        self.tallies
            .retain(|_, Times { window, at }| at.back().is_some_and(|at| *at + *window > now));
        self.sweep_at = self.len() * 2;
    }

    fn len(&self) -> usize {
        self.values.len() + self.leases.len() + self.tallies.len()
    }
}

impl Store for MemoryStore {
    fn clock(&self) -> &Arc<dyn Clock> {
        &self.clock
    }

    fn get<'a>(&'a self, key: &'a Key) -> BoxFuture<'a, Result<Option<Entry>, Error>> {
        Box::pin(async { self.look(key) })
    }

    fn write<'a>(&'a self, key: &'a Key, write: Write) -> BoxFuture<'a, Result<Written, Error>> {
        Box::pin(async { self.change(key, write) })
    }

    fn incr_within<'a>(
        &'a self,
        key: &'a Key,
        limit: u32,
        window: Duration,
    ) -> BoxFuture<'a, Result<Tally, Error>> {
        Box::pin(async move { self.count(key, limit, window) })
    }

    fn scan<'a>(
        &'a self,
        under: &'a Key,
        cursor: Option<&'a Cursor>,
    ) -> BoxFuture<'a, Result<Page, Error>> {
        Box::pin(async move { self.keys(under, cursor) })
    }

    fn lease<'a>(&'a self, key: &'a Key, ttl: Duration) -> BoxFuture<'a, Result<Claim, Error>> {
        Box::pin(async move { self.claim(key, ttl) })
    }

    fn renew<'a>(&'a self, lease: &'a Lease, ttl: Duration) -> BoxFuture<'a, Result<Lease, Error>> {
        Box::pin(async move { self.prolong(lease, ttl) })
    }

    fn release<'a>(&'a self, lease: &'a Lease) -> BoxFuture<'a, Result<(), Error>> {
        Box::pin(async {
            self.give_back(lease);
            Ok(())
        })
    }

    fn wait<'a>(
        &'a self,
        key: &'a Key,
        seen: Option<Version>,
        deadline: Timestamp,
    ) -> BoxFuture<'a, Result<Waited, Error>> {
        let bell = self.bells.listen(key);
        Box::pin(watch(self, key, seen, deadline, PACE, Some(bell)))
    }
}

impl Default for MemoryStore {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for MemoryStore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MemoryStore").field("things", &self.shelves().len()).finish()
    }
}
