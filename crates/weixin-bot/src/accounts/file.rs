//! The configuration file is read again when it has changed.

use std::{
    sync::{Arc, Weak},
    time::Duration,
};

use tokio_util::sync::CancellationToken;
use tracing::{error, info, warn};
use weixin_api::Clock;

use super::{AccountChanges, Accounts};
use crate::{Config, Error, config::ConfigFile, log_text::printable, serve::set_level};

/// How often the file is looked at.
const INTERVAL: Duration = Duration::from_secs(2);

/// Reads the configuration file again and again, until the bot is stopped or gone. A change that is not
/// valid is logged and changes nothing.
pub(crate) async fn watch_file(
    accounts: Weak<Accounts>,
    file: ConfigFile,
    mut current: Config,
    clock: Arc<dyn Clock>,
    stop: CancellationToken,
) {
    let mut seen = file.fingerprint;
    loop {
        tokio::select! {
            () = stop.cancelled() => return,
            () = clock.sleep(INTERVAL) => {}
        }
        let path = file.path.clone();
        let read = tokio::task::spawn_blocking(move || std::fs::read_to_string(path)).await;
        // While the file is being replaced, there may be none.
        let Ok(Ok(text)) = read else { continue };
        let fingerprint = ConfigFile::fingerprint(&text);
        if fingerprint == seen {
            continue;
        }
        let Some(accounts) = accounts.upgrade() else { return };
        match reload(&accounts, &file, &text) {
            Ok((config, changes)) => {
                info!(file = %file.name(), "the configuration was read again: {changes}");
                let others = current.differences(&config);
                if !others.is_empty() {
                    let names = others.join(", ");
                    warn!("these settings take effect when the bot is started again: {names}");
                }
                current = config;
            }
            Err(error) => {
                // It never quotes a value that may be secret.
                let error = printable(&error);
                error!(
                    file = %file.name(), %error,
                    "the configuration has changed and is not valid: the bot goes on with the old one"
                );
            }
        }
        seen = fingerprint;
    }
}

/// Reads the file now.
///
/// # Errors
/// It cannot be read or has problems. Everything stays as it was then.
pub(crate) fn reload_file(
    accounts: &Accounts,
    file: &ConfigFile,
) -> Result<(Config, AccountChanges), Error> {
    reload(accounts, file, &file.read()?)
}

fn reload(
    accounts: &Accounts,
    file: &ConfigFile,
    text: &str,
) -> Result<(Config, AccountChanges), Error> {
    let config = file.parse(text)?;
    let checked = config.check(false)?;
    let changes = accounts.configure(config.accounts.iter().cloned().zip(checked).collect())?;
    set_level(config.log.as_ref());
    Ok((config, changes))
}
