//! One push and its answer, shared by all deliveries of the push.

use std::{
    collections::{HashMap, VecDeque},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use tokio::sync::Notify;
use weixin_api::{AccountId, Timestamp};
use weixin_protocol::{PassiveReply, PushId};

/// How long an answer is kept for repeats. The platform repeats for about 15 seconds.
const KEPT: Duration = Duration::from_secs(60);

/// How far the answer is.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Answer {
    /// The handler runs.
    Running,
    /// There is nothing to say in the answer to the push.
    Nothing,
    /// This is said in the answer to the push.
    Passive(PassiveReply),
    /// The handler failed. The person sees nothing.
    Failed,
}

#[derive(Debug)]
struct State {
    answer: Answer,
    /// A delivery has been answered without waiting any longer: the platform will not ask again.
    acknowledged: bool,
    /// A delivery has carried the answer away.
    taken: bool,
}

/// One push and its answer. The first delivery starts the handler; a repeat joins it.
#[derive(Debug)]
pub(super) struct Exchange {
    state: Mutex<State>,
    changed: Notify,
}

impl Exchange {
    fn new() -> Self {
        let state = State { answer: Answer::Running, acknowledged: false, taken: false };
        Self { state: Mutex::new(state), changed: Notify::new() }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // Nothing panics while it is locked.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Settles what is said in the answer. `false` if all deliveries are already answered: it is
    /// too late for this road.
    pub(super) fn settle(&self, answer: Answer) -> bool {
        let mut state = self.state();
        let in_time = !state.acknowledged;
        state.answer = if in_time { answer } else { Answer::Nothing };
        drop(state);
        self.changed.notify_waiters();
        in_time
    }

    /// Completes when there is an answer.
    pub(super) async fn answer(&self) -> Answer {
        loop {
            let changed = self.changed.notified();
            let answer = self.state().answer.clone();
            if answer != Answer::Running {
                return answer;
            }
            changed.await;
        }
    }

    /// Waits no longer: the answer if there is one by now, else the delivery is acknowledged and
    /// whatever is said later goes another way.
    pub(super) fn acknowledge(&self) -> Option<Answer> {
        let mut state = self.state();
        if state.answer == Answer::Running {
            state.acknowledged = true;
            return None;
        }
        Some(state.answer.clone())
    }

    /// Says that a delivery has carried the answer away.
    fn take(&self) {
        self.state().taken = true;
        self.changed.notify_waiters();
    }

    /// Takes the answer back, so that it can go another way. `false` if it is too late for that.
    pub(super) fn withdraw(&self) -> bool {
        let mut state = self.state();
        if !state.taken {
            state.answer = Answer::Nothing;
            state.acknowledged = true;
        }
        !state.taken
    }

    /// Completes when a delivery has carried the answer away.
    pub(super) async fn taken(&self) {
        loop {
            let changed = self.changed.notified();
            if self.state().taken {
                return;
            }
            changed.await;
        }
    }

    /// A handler that ends without an answer, by a panic of ours for instance, has failed.
    pub(super) fn fail_if_running(&self) {
        if self.is_running() {
            self.settle(Answer::Failed);
        }
    }

    fn is_running(&self) -> bool {
        self.state().answer == Answer::Running
    }
}

/// Says, when it is used, that an answer is on its way to the platform.
#[derive(Debug, Clone)]
pub(crate) struct Receipt(pub(super) Arc<Exchange>);

impl Receipt {
    pub(crate) fn sent(self) {
        self.0.take();
    }
}

type Key = (AccountId, PushId);

/// The exchanges of the last minute.
#[derive(Debug, Default)]
pub(super) struct Exchanges(Mutex<Table>);

#[derive(Debug, Default)]
struct Table {
    by_push: HashMap<Key, Arc<Exchange>>,
    by_age: VecDeque<(Timestamp, Key)>,
}

impl Exchanges {
    /// The exchange of a push, and whether this is its first delivery.
    pub(super) fn join(
        &self,
        account: &AccountId,
        push: &PushId,
        now: Timestamp,
    ) -> (Arc<Exchange>, bool) {
        let mut table = self.table();
        table.forget_old(now);
        let key = (account.clone(), push.clone());
        if let Some(exchange) = table.by_push.get(&key) {
            return (exchange.clone(), false);
        }
        let exchange = Arc::new(Exchange::new());
        table.by_push.insert(key.clone(), exchange.clone());
        table.by_age.push_back((now, key));
        (exchange, true)
    }
}

impl Exchanges {
    /// Lets the next delivery of a push be the first again.
    pub(super) fn forget(&self, account: &AccountId, push: &PushId) {
        self.table().by_push.remove(&(account.clone(), push.clone()));
    }

    fn table(&self) -> MutexGuard<'_, Table> {
        // Nothing panics while it is locked.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Table {
    fn forget_old(&mut self, now: Timestamp) {
        while let Some((since, key)) = self.by_age.front() {
            if now.since(*since) < KEPT {
                return;
            }
            // A handler that still runs is kept for another round.
            let running = self.by_push.get(key).is_some_and(|exchange| exchange.is_running());
            let Some((_, key)) = self.by_age.pop_front() else { return };
            if running {
                self.by_age.push_back((now, key));
                return;
            }
            self.by_push.remove(&key);
        }
    }
}
