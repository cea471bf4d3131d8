//! A push that this process has claimed in the inbox.

use std::{sync::Arc, time::Duration};

use tracing::{error, warn};
use weixin_api::Timestamp;
use weixin_store::{
    Error, ErrorKind,
    inbox::{Change, Envelope, ItemState, Owner, Progress, ReplyState, Revision, Then, Updated},
};

use super::{
    Engine,
    ownership::{NextOwner, OwnerLease},
};
use crate::{log_text::printable, metrics};

/// The first and the longest pause before a change is tried again because the inbox failed.
const FIRST_PAUSE: Duration = Duration::from_millis(200);
const MAX_PAUSE: Duration = Duration::from_secs(5);

/// A push that this process has claimed in the inbox, with the state that was last seen.
#[derive(Debug)]
pub(super) struct ItemHandle {
    pub(super) envelope: Arc<Envelope>,
    /// When the push was received, by this time.
    pub(super) received: Timestamp,
    /// How often the push has been claimed, with this time.
    pub(super) attempts: u32,
    /// The progress that was last stored.
    pub(super) progress: Progress,
    revision: Revision,
    /// As whom it is claimed. The claim is kept valid as long as this exists.
    lease: Arc<OwnerLease>,
    /// Whether this process has finished it.
    finished: bool,
}

/// The result of storing a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Saved {
    /// It is stored.
    Done,
    /// It is not: meanwhile a delivery in another process was acknowledged, or has taken the answer.
    /// The handle has the present progress.
    Changed,
    /// It is not: another process handles the push now, or a person has removed it. This process
    /// must do nothing more about it.
    Lost,
}

impl ItemHandle {
    pub(super) fn new(
        envelope: Arc<Envelope>,
        received: Timestamp,
        attempts: u32,
        revision: Revision,
        progress: Progress,
        lease: Arc<OwnerLease>,
    ) -> Self {
        Self { envelope, received, attempts, progress, revision, lease, finished: false }
    }

    /// As whom it is claimed.
    pub(super) fn owner(&self) -> &Owner {
        self.lease.owner()
    }

    /// Stores a change. While the inbox cannot be used, it is tried again and again.
    pub(super) async fn save(
        &mut self,
        engine: &Arc<Engine>,
        progress: &Progress,
        then: &Then,
    ) -> Saved {
        let mut pause = FIRST_PAUSE;
        let mut failed = false;
        loop {
            match self.try_save(engine, progress, then, failed).await {
                Ok(saved) => return saved,
                Err(error) if error.kind() == ErrorKind::Invalid => {
                    error!(push = %self.id(), %error, "the inbox cannot store how far a push has come");
                    return Saved::Lost;
                }
                Err(error) => {
                    if !failed {
                        warn!(push = %self.id(), %error, "the inbox fails: trying again");
                    }
                    failed = true;
                    engine.ownership.suspect();
                    engine.clock.sleep(pause).await;
                    pause = (pause * 2).min(MAX_PAUSE);
                }
            }
        }
    }

    /// Stores a change, with one attempt. `again` says that an earlier attempt failed, and may
    /// nevertheless have taken effect.
    ///
    /// # Errors
    /// If the inbox failed.
    pub(super) async fn try_save(
        &mut self,
        engine: &Arc<Engine>,
        progress: &Progress,
        then: &Then,
        again: bool,
    ) -> Result<Saved, Error> {
        let next_owner = engine.owner_of_next(&self.lease);
        let next_for = next_owner.as_ref().map(|owner| match owner {
            NextOwner::Same => self.lease.owner().clone(),
            NextOwner::Other(lease) => lease.owner().clone(),
        });
        let change = Change { progress: progress.clone(), then: then.clone(), next_for };
        let updated = engine.inbox.update(&self.envelope, self.revision, change).await;
        match updated.inspect_err(|error| metrics::inbox_failed("update", error))? {
            Updated::Done { revision, next } => {
                self.revision = revision;
                self.progress = progress.clone();
                self.finished = matches!(then, Then::Finish { .. });
                match (next, next_owner) {
                    (Some(next), Some(NextOwner::Other(lease))) => engine.run_item(*next, lease),
                    (Some(next), _) => engine.run_item(*next, Arc::clone(&self.lease)),
                    (None, _) => {}
                }
                Ok(Saved::Done)
            }
            Updated::Conflict(None) if again && *then == Then::Remove => Ok(Saved::Done),
            Updated::Conflict(None) => Ok(self.lost()),
            Updated::Conflict(Some(status)) => {
                let own_write = again && status.revision == self.revision.next();
                let reply = status.progress.reply.clone();
                let still_ours = match &status.state {
                    ItemState::Claimed(owner) => owner == self.owner(),
                    ItemState::Finished => self.finished || own_write,
                    ItemState::Waiting { .. } | ItemState::Parked => own_write,
                };
                if !still_ours {
                    return Ok(self.lost());
                }
                self.revision = status.revision;
                self.progress.reply = reply;
                if own_write && self.progress.reply == progress.reply {
                    self.progress = status.progress;
                    self.finished = status.state == ItemState::Finished;
                    return Ok(Saved::Done);
                }
                Ok(Saved::Changed)
            }
        }
    }

    /// Stores a change as [`save`](Self::save) does, whatever other processes have decided about
    /// the answer to the push: theirs is kept.
    pub(super) async fn save_anyway(
        &mut self,
        engine: &Arc<Engine>,
        mut progress: Progress,
        then: Then,
    ) -> Saved {
        loop {
            match self.save(engine, &progress, &then).await {
                Saved::Changed => progress.reply = self.progress.reply.clone(),
                saved => return saved,
            }
        }
    }

    /// Whether a delivery in another process has taken the answer.
    pub(super) fn is_taken(&self) -> bool {
        matches!(self.progress.reply, ReplyState::Taken(_))
    }

    fn lost(&self) -> Saved {
        warn!(push = %self.id(), "another process handles the push now: nothing more is sent here");
        Saved::Lost
    }

    fn id(&self) -> impl std::fmt::Display {
        printable(self.envelope.push().id().to_string())
    }
}
