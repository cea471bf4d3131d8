//! Summarizes repeated rejections, so that a flood of bad requests does not flood the log.

use std::{
    collections::{HashMap, hash_map::Entry},
    fmt::{self, Display},
    hash::Hash,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use tokio::runtime::Handle;
use tracing::warn;
use weixin_api::{AccountId, Clock};

use crate::log_text::printable;

/// How long rejections are counted before they are reported in one line.
const PERIOD: Duration = Duration::from_secs(10);

/// How many pairs of subject and reason are counted separately at the same time. Further pairs are
/// counted together for each reason.
const MAX_ENTRIES: usize = 1024;

/// Rejections of one subject for one reason, as they are reported.
#[derive(Debug)]
#[non_exhaustive]
pub struct Rejections<'a, K> {
    /// Who was rejected, or for whom something was rejected. `None`: several subjects together,
    /// because there are too many to count separately.
    pub subject: Option<&'a K>,
    /// The reason, as passed to [`RejectionLog::note`].
    pub reason: &'static str,
    /// How many since the last report, at most one [`RejectionLog::period`] ago.
    pub count: u64,
    /// The details of the last one, escaped and shortened.
    pub detail: &'a str,
}

/// Reports rejections: the first one at once, then one line per period for each subject and reason,
/// as long as there are more. After a period without rejections, the next one is again reported at
/// once.
///
/// It remembers at most about a thousand pairs of subject and reason, and none for longer than a
/// period. Cheap to clone; clones share their counts.
pub struct RejectionLog<K> {
    shared: Arc<Shared<K>>,
}

/// Writes a report.
type Report<K> = dyn Fn(Rejections<'_, K>) + Send + Sync;

struct Shared<K> {
    clock: Arc<dyn Clock>,
    period: Duration,
    report: Box<Report<K>>,
    table: Mutex<HashMap<(Option<K>, &'static str), Unreported>>,
}

/// What has been rejected since the last report.
#[derive(Default)]
struct Unreported {
    count: u64,
    detail: String,
}

impl RejectionLog<AccountId> {
    /// A log of what the callbacks of accounts reject, as lines of level `warn`.
    pub fn of_accounts(clock: Arc<dyn Clock>) -> Self {
        Self::new(clock, |Rejections { subject, reason, count, detail }| {
            let account = subject.map(|account| printable(account).to_string());
            let account = account.as_deref().unwrap_or("several");
            match count {
                1 => warn!(account, reason, "a request was rejected: {detail}"),
                _ => {
                    warn!(account, reason, count, "requests were rejected; the last one: {detail}")
                }
            }
        })
    }
}

impl<K: Clone + Eq + Hash + Send + 'static> RejectionLog<K> {
    /// A log that passes each report to `report`.
    pub fn new(
        clock: Arc<dyn Clock>,
        report: impl Fn(Rejections<'_, K>) + Send + Sync + 'static,
    ) -> Self {
        let shared =
            Shared { clock, period: PERIOD, report: Box::new(report), table: Mutex::default() };
        Self { shared: Arc::new(shared) }
    }

    /// How long rejections are summarized in one line: 10 seconds.
    pub fn period(&self) -> Duration {
        self.shared.period
    }

    /// Notes a rejection. `detail` may contain text from outside: it is escaped and shortened.
    ///
    /// Outside a Tokio runtime every rejection is reported separately.
    pub fn note(&self, subject: &K, reason: &'static str, detail: &dyn Display) {
        let key = {
            let mut table = self.shared.table();
            let mut key = (Some(subject.clone()), reason);
            if table.len() >= MAX_ENTRIES && !table.contains_key(&key) {
                key.0 = None;
            }
            match table.entry(key) {
                Entry::Occupied(mut known) => {
                    let tally = known.get_mut();
                    tally.count += 1;
                    tally.detail = printable(detail).to_string();
                    return;
                }
                Entry::Vacant(new) => {
                    let key = new.key().clone();
                    new.insert(Unreported::default());
                    key
                }
            }
        };
        self.shared.report(&key, 1, &printable(detail).to_string());
        match Handle::try_current() {
            Ok(runtime) => drop(runtime.spawn(sum_up(self.shared.clone(), key))),
            // There is no task to summarize it.
            Err(_) => drop(self.shared.table().remove(&key)),
        }
    }
}

impl<K> Clone for RejectionLog<K> {
    fn clone(&self) -> Self {
        Self { shared: self.shared.clone() }
    }
}

/// Reports the rejections of each period, until there were none in one.
async fn sum_up<K: Clone + Eq + Hash + Send + 'static>(
    shared: Arc<Shared<K>>,
    key: (Option<K>, &'static str),
) {
    loop {
        shared.clock.sleep(shared.period).await;
        let tally = {
            let mut table = shared.table();
            match table.get_mut(&key) {
                Some(tally) if tally.count > 0 => std::mem::take(tally),
                _ => {
                    table.remove(&key);
                    return;
                }
            }
        };
        shared.report(&key, tally.count, &tally.detail);
    }
}

impl<K: Clone + Eq + Hash> Shared<K> {
    fn report(&self, (subject, reason): &(Option<K>, &'static str), count: u64, detail: &str) {
        (self.report)(Rejections { subject: subject.as_ref(), reason, count, detail });
    }

    fn table(&self) -> MutexGuard<'_, HashMap<(Option<K>, &'static str), Unreported>> {
        // Nothing panics while it is locked, except a subject's `clone` or `hash`.
        self.table.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<K> fmt::Debug for RejectionLog<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RejectionLog").field("period", &self.shared.period).finish_non_exhaustive()
    }
}
