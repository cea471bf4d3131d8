//! As whom this process claims pushes in the inbox.

use std::{
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use arc_swap::ArcSwapOption;
use tracing::{debug, warn};
use weixin_store::{
    Error, ErrorKind,
    inbox::{Inbox, Owner},
};

use crate::metrics;

/// How long claims stay valid without being renewed: after that time other processes take over the
/// pushes of a process that died.
pub(super) const CLAIM_TTL: Duration = Duration::from_secs(15);

/// An owner that is registered in the inbox. Renewed as long as a claim uses it.
#[derive(Debug)]
pub(super) struct OwnerLease(Owner);

impl OwnerLease {
    pub(super) fn owner(&self) -> &Owner {
        &self.0
    }
}

/// As whom the next push of a lane is claimed.
#[derive(Debug)]
pub(super) enum NextOwner {
    /// As the one before it.
    Same,
    /// As this one.
    Other(Arc<OwnerLease>),
}

/// The owners of this process.
///
/// After an operation failed it is not known whether a push was claimed by it. The process then
/// registers a new owner, and gives up the old one as soon as no known claim uses it: what it may
/// have claimed unknowingly can be claimed again.
#[derive(Debug, Default)]
pub(super) struct Ownership {
    /// Read with every push.
    current: ArcSwapOption<OwnerLease>,
    retired: Mutex<Vec<Arc<OwnerLease>>>,
    suspect: AtomicBool,
}

impl Ownership {
    /// The owner for new claims. `None` before the first one is registered, and after it was lost.
    pub(super) fn current(&self) -> Option<Arc<OwnerLease>> {
        self.current.load_full()
    }

    /// Whether this is the owner for new claims.
    pub(super) fn is_current(&self, lease: &Arc<OwnerLease>) -> bool {
        self.current.load().as_ref().is_some_and(|current| Arc::ptr_eq(current, lease))
    }

    fn retired(&self) -> MutexGuard<'_, Vec<Arc<OwnerLease>>> {
        // Nothing panics while it is locked.
        self.retired.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Notes that an operation of the inbox failed.
    pub(super) fn suspect(&self) {
        self.suspect.store(true, Ordering::Relaxed);
    }

    /// Notes that the current owner is no longer registered.
    pub(super) fn lost(&self, lost: &Owner) {
        let current = self.current.load();
        if current.as_ref().is_some_and(|lease| lease.owner() == lost) {
            self.current.compare_and_swap(&*current, None);
        }
    }

    /// Registers an owner if there is none, or if an operation has failed since.
    pub(super) async fn refresh(&self, inbox: &dyn Inbox) -> Result<Arc<OwnerLease>, Error> {
        if let Some(lease) = self.current()
            && !self.suspect.load(Ordering::Relaxed)
        {
            return Ok(lease);
        }
        let owner = inbox.register(CLAIM_TTL).await;
        let owner = owner.inspect_err(|error| metrics::inbox_failed("register", error))?;
        let lease = Arc::new(OwnerLease(owner));
        self.suspect.store(false, Ordering::Relaxed);
        let replaced = self.current.swap(Some(Arc::clone(&lease)));
        self.retired().extend(replaced);
        Ok(lease)
    }

    /// Renews all claims, and gives up the owners that no claim uses any more.
    pub(super) async fn renew(&self, inbox: &dyn Inbox) {
        let retired = std::mem::take(&mut *self.retired());
        for lease in retired {
            let unused = Arc::strong_count(&lease) == 1;
            let owner = lease.owner();
            let done = match unused {
                true => inbox.unregister(owner).await,
                false => inbox.renew(owner, CLAIM_TTL).await,
            };
            match done {
                Ok(()) if unused => continue,
                Err(error) if error.kind() == ErrorKind::LeaseLost => continue,
                Ok(()) => {}
                Err(error) => {
                    metrics::inbox_failed("renew", &error);
                    debug!(%error, "claims of an earlier owner could not be renewed");
                }
            }
            self.retired().push(lease);
        }
        if let Some(lease) = self.current() {
            match inbox.renew(lease.owner(), CLAIM_TTL).await {
                Ok(()) => {}
                Err(error) if error.kind() == ErrorKind::LeaseLost => {
                    warn!(
                        "this process was suspended for so long that others took over its pushes"
                    );
                    self.lost(lease.owner());
                }
                Err(error) => {
                    metrics::inbox_failed("renew", &error);
                    warn!(%error, "the claims of this process could not be renewed");
                }
            }
        }
    }

    /// Gives up all owners: other processes can claim their pushes at once.
    pub(super) async fn give_up(&self, inbox: &dyn Inbox) {
        let mut owners: Vec<_> = self.current.swap(None).into_iter().collect();
        owners.append(&mut self.retired());
        for lease in owners {
            if let Err(error) = inbox.unregister(lease.owner()).await {
                metrics::inbox_failed("unregister", &error);
                debug!(%error, "an owner could not be unregistered: its claims expire");
            }
        }
    }
}
