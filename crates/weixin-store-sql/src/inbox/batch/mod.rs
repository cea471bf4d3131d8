//! One transaction with many requests.
//!
//! Order matters for Postgres, where transactions of several processes run at the same time: first
//! the locks of lanes, in one order for all; then what waits for rows of others; last the claims,
//! which leave out rows that others have locked, and so never wait.

mod claim;
mod enqueue;
mod owners;
mod update;

use std::{
    collections::{BTreeSet, HashSet},
    sync::{Arc, atomic::Ordering},
};

use weixin_store::{
    Error, ErrorKind,
    inbox::{Revision, Then},
};

use self::{claim::claim, enqueue::enqueue, update::update};
use super::{
    names,
    request::{Answer, Outcome, Request},
    writer::Core,
};
use crate::{convert::millis, engine::Engine};

/// With fewer requests, the rows that have changed are returned in any case.
const FEW: usize = 16;

/// A transaction, and the answers that are known so far.
struct Batch<'a, E: Engine> {
    core: &'a Core<E>,
    at: &'a mut E::Connection,
    now: i64,
    /// The first revision of an item that is added now.
    first_revision: i64,
    requests: &'a [Request],
    answers: Vec<Option<Answer>>,
    /// The owners among those in the requests whose claims have not ended.
    alive: HashSet<Arc<str>>,
    /// Whether it matters which of many rows a statement has changed. Otherwise it is only known how
    /// many, which takes less time.
    is_exact: bool,
    /// Whether it turned out to matter: the transaction is rolled back and repeated.
    must_repeat: bool,
}

/// Runs all requests in one transaction. `None`: nothing was changed, because some of the updates
/// conflict, or another process adds the same items; with `is_exact`, this does not happen. An error
/// means that nothing was changed, or that it is not
/// known whether the transaction was committed.
pub(super) async fn run<E: Engine>(
    core: &Core<E>,
    requests: &[Request],
    is_exact: bool,
) -> sqlx::Result<Option<Vec<Answer>>> {
    let mut transaction = E::begin(&core.settings.pool).await?;
    let now = core.settings.clock.now();
    let mut batch = Batch {
        core,
        at: &mut *transaction,
        now: millis(now),
        first_revision: Revision::first(now).to_bits().cast_signed(),
        requests,
        answers: requests.iter().map(|_| None).collect(),
        alive: HashSet::new(),
        is_exact: is_exact || requests.len() < FEW,
        must_repeat: false,
    };
    lock_lanes(&mut batch).await?;
    owners::extend(&mut batch).await?;
    owners::find_alive(&mut batch).await?;
    update(&mut batch).await?;
    enqueue(&mut batch).await?;
    if batch.must_repeat {
        transaction.rollback().await?;
        return Ok(None);
    }
    claim::remove(&mut batch).await?;
    owners::end(&mut batch).await?;
    claim(&mut batch).await?;
    let answers = batch.answers;
    transaction.commit().await?;
    core.transactions.fetch_add(1, Ordering::Relaxed);
    let unanswered = || Err(Error::new(ErrorKind::Rejected, "the request was not handled"));
    let answers = answers.into_iter().map(|answer| answer.unwrap_or_else(unanswered));
    Ok(Some(answers.collect()))
}

impl<E: Engine> Batch<'_, E> {
    fn answer(&mut self, index: usize, outcome: Outcome) {
        self.answer_with(index, Ok(outcome));
    }

    fn answer_with(&mut self, index: usize, answer: Answer) {
        if let Some(slot) = self.answers.get_mut(index) {
            *slot = Some(answer);
        }
    }
}

/// Locks the lanes of new items and of items that leave theirs. Items that are independent are
/// locked by their id, so that no two transactions add the same one.
async fn lock_lanes<E: Engine>(batch: &mut Batch<'_, E>) -> sqlx::Result<()> {
    let names = batch.requests.iter().filter_map(|request| match request {
        Request::Enqueue(new) => Some(new.lane.as_ref().unwrap_or(&new.id)),
        Request::Update(change) if change.then != Then::Keep => {
            Some(change.lane.as_ref().unwrap_or(&change.id))
        }
        _ => None,
    });
    let hashes: BTreeSet<i64> = names.map(|name| names::hash(name)).collect();
    if hashes.is_empty() {
        return Ok(());
    }
    E::lock_lanes(batch.at, &Vec::from_iter(hashes)).await
}
