//! The accounts of an engine by their ids: for pushes that come out of the inbox.

use std::{
    collections::HashMap,
    sync::{Arc, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard},
    time::Duration,
};

use weixin_api::{AccountId, Timestamp};

use super::MountedAccount;

/// How long an account is kept after it is no longer served: its pushes that were accepted before are
/// handled.
const KEPT: Duration = Duration::from_secs(3600);

/// All accounts that are served, and those that were served a while ago.
#[derive(Debug, Default)]
pub(crate) struct AccountTable(RwLock<HashMap<Arc<AccountId>, Entry>>);

#[derive(Debug)]
struct Entry {
    account: Arc<MountedAccount>,
    /// Since when it is no longer served.
    removed: Option<Timestamp>,
}

impl AccountTable {
    pub(super) fn of(accounts: Vec<Arc<MountedAccount>>) -> Self {
        let table = Self::default();
        table.serve(accounts);
        table
    }

    /// The account with this id.
    pub(super) fn get(&self, id: &AccountId) -> Option<Arc<MountedAccount>> {
        self.read().get(id).map(|entry| Arc::clone(&entry.account))
    }

    /// The accounts that are served.
    pub(crate) fn served(&self) -> Vec<Arc<MountedAccount>> {
        let table = self.read();
        let served = table.values().filter(|entry| entry.removed.is_none());
        served.map(|entry| Arc::clone(&entry.account)).collect()
    }

    /// Adds these accounts, or replaces those of the same ids.
    pub(crate) fn serve(&self, accounts: impl IntoIterator<Item = Arc<MountedAccount>>) {
        let mut table = self.write();
        for account in accounts {
            table.insert(account.id_shared(), Entry { account, removed: None });
        }
    }

    /// Notes that these accounts are no longer served, and forgets those for which that was long ago.
    pub(crate) fn remove(&self, accounts: &[AccountId], now: Timestamp) {
        let mut table = self.write();
        for account in accounts {
            if let Some(entry) = table.get_mut(account) {
                entry.removed = Some(now);
            }
        }
        table.retain(|_, entry| entry.removed.is_none_or(|since| now.since(since) < KEPT));
    }

    fn read(&self) -> RwLockReadGuard<'_, HashMap<Arc<AccountId>, Entry>> {
        // Nothing panics while it is locked.
        self.0.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self) -> RwLockWriteGuard<'_, HashMap<Arc<AccountId>, Entry>> {
        self.0.write().unwrap_or_else(PoisonError::into_inner)
    }
}
