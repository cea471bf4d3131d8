//! Accounts that come from elsewhere, such as a database.

use std::{
    fmt,
    sync::{Arc, Weak},
    time::Duration,
};

use tokio_util::sync::CancellationToken;
use tracing::{debug, error, info, warn};
use weixin_api::{BoxFuture, Clock};

use super::{AccountChanges, Accounts, InvalidAccount};
use crate::{
    AccountConfig, BoxError, Error,
    log_text::{chain, printable},
};

/// Where a bot's accounts come from while it runs: a database, a directory, another service. Give it to
/// [`Bot::accounts`](crate::Bot::accounts).
///
/// The bot asks for all accounts at its start and then again and again, and compares them with those it
/// serves: what is new is served from then on, what has changed gets its new settings, what is missing is
/// no longer served. Accounts that are the same keep their access tokens.
///
/// An account with wrong settings is logged and served as before; the others are not affected. If the
/// registry fails, everything stays as it is.
///
/// ```
/// use std::sync::Mutex;
/// use weixin_bot::{AccountConfig, AccountRegistry, BoxError};
/// use weixin_api::BoxFuture;
///
/// /// Accounts that the rest of the program adds and removes.
/// #[derive(Debug, Default)]
/// struct Customers(Mutex<Vec<AccountConfig>>);
///
/// impl AccountRegistry for Customers {
///     fn accounts(&self) -> BoxFuture<'_, Result<Vec<AccountConfig>, BoxError>> {
///         Box::pin(async { Ok(self.0.lock().map_err(|_| "poisoned")?.clone()) })
///     }
/// }
/// ```
pub trait AccountRegistry: fmt::Debug + Send + Sync + 'static {
    /// Returns all accounts. Each needs a [path](AccountConfig::path) of its own.
    ///
    /// # Errors
    /// Why they cannot be read. The error is logged.
    fn accounts(&self) -> BoxFuture<'_, Result<Vec<AccountConfig>, BoxError>>;

    /// How often they are read: every ten seconds by default.
    fn interval(&self) -> Duration {
        Duration::from_secs(10)
    }

    /// Completes when they should be read at once, because something has changed. Never by default.
    fn changed(&self) -> BoxFuture<'_, ()> {
        Box::pin(std::future::pending())
    }
}

impl Accounts {
    /// Reads the registry and serves what it has.
    ///
    /// # Errors
    /// It cannot be read.
    pub(crate) async fn load(
        &self,
        registry: &dyn AccountRegistry,
    ) -> Result<AccountChanges, Error> {
        let accounts = registry.accounts().await.map_err(Error::accounts)?;
        let changes = self.register(accounts)?;
        changes.invalid.iter().for_each(log_invalid);
        Ok(changes)
    }
}

fn log_invalid(invalid: &InvalidAccount) {
    let problem = printable(invalid);
    error!(%problem, "an account of the registry is not served as it says");
}

/// Reads the registry again and again, until the bot is stopped or gone.
pub(crate) async fn watch_registry(
    accounts: Weak<Accounts>,
    registry: Arc<dyn AccountRegistry>,
    clock: Arc<dyn Clock>,
    stop: CancellationToken,
) {
    let mut failing = false;
    let mut known = Vec::new();
    loop {
        tokio::select! {
            () = stop.cancelled() => return,
            () = clock.sleep(registry.interval()) => {}
            () = registry.changed() => {}
        }
        let Some(accounts) = accounts.upgrade() else { return };
        let read = tokio::select! {
            () = stop.cancelled() => return,
            read = registry.accounts() => read.map_err(Error::accounts),
        };
        match read.and_then(|read| accounts.register(read)) {
            Ok(changes) => {
                failing = false;
                let is_new = |invalid: &&InvalidAccount| !known.contains(*invalid);
                changes.invalid.iter().filter(is_new).for_each(log_invalid);
                if changes.has_any() {
                    info!("the accounts have changed: {changes}");
                }
                known = changes.invalid;
            }
            Err(error) if failing => debug!(error = %printable(chain(&error)), "it still fails"),
            Err(error) => {
                failing = true;
                let error = printable(chain(&error));
                warn!(%error, "the account registry fails: the accounts stay as they are");
            }
        }
    }
}
