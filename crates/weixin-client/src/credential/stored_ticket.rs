//! Tickets that the platform pushes, kept where all processes can read them.

use std::{fmt, sync::Arc, time::Duration};

use serde::{Deserialize, Serialize};
use weixin_api::{AccountKind, BoxFuture, Error, ErrorKind, TicketSource, Timestamp};
use weixin_protocol::{AppId, Secret};
use weixin_store::{Key, Store, Version, Write, WriteOutcome};

use super::token_slot::store_error;

/// The lifetime of a third-party platform's ticket (`component_verify_ticket`).
const COMPONENT_LIFETIME: Duration = Duration::from_secs(12 * 60 * 60);
/// The lifetime of a suite's ticket (`suite_ticket`).
const SUITE_LIFETIME: Duration = Duration::from_secs(30 * 60);

/// The latest ticket of a third-party platform or a suite, in a store: whichever process receives
/// the push, all of them can fetch tokens with it, and a restart does not have to wait up to ten
/// minutes for the next one. A late push never replaces a newer ticket.
///
/// A ticket is a secret: encrypt the store ([`Sealed`](weixin_store::Sealed)) unless only your
/// processes can read it.
#[derive(Clone)]
pub struct StoredTicket {
    store: Arc<dyn Store>,
    key: Key,
    lifetime: Duration,
}

#[derive(Serialize, Deserialize)]
struct Record {
    #[serde(serialize_with = "weixin_api::expose")]
    ticket: Secret,
    /// When the platform pushed it, in milliseconds since 1970.
    pushed_at: u64,
}

impl StoredTicket {
    /// The ticket of the third-party platform with this appid. It lives 12 hours.
    pub fn component(store: Arc<dyn Store>, app_id: impl Into<AppId>) -> Self {
        Self::new(store, AccountKind::Component, &app_id.into(), COMPONENT_LIFETIME)
    }

    /// The ticket of the suite with this id. It lives 30 minutes.
    pub fn suite(store: Arc<dyn Store>, suite_id: impl Into<AppId>) -> Self {
        Self::new(store, AccountKind::Suite, &suite_id.into(), SUITE_LIFETIME)
    }

    fn new(store: Arc<dyn Store>, role: AccountKind, id: &AppId, lifetime: Duration) -> Self {
        let key = Key::new("ticket").join(role.as_str()).join(id.as_str());
        Self { store, key, lifetime }
    }

    /// Stores the ticket of a push, with the time stated in the push (`CreateTime`, `TimeStamp`).
    /// Returns whether it is the latest now; a ticket older than the stored one is ignored.
    ///
    /// # Errors
    ///
    /// If the store cannot be reached or rejects it. Answer the push with an error status then, so
    /// that the platform repeats it.
    pub async fn put(
        &self,
        ticket: impl Into<Secret>,
        pushed_at: Timestamp,
    ) -> Result<bool, Error> {
        let record = Record { ticket: ticket.into(), pushed_at: pushed_at.as_millis() };
        let json = serde_json::to_vec(&record)
            .map_err(|_| Error::new(ErrorKind::Credential, "the ticket cannot be stored"))?;
        loop {
            let write = Write::put(json.clone()).expiring(pushed_at + self.lifetime);
            let write = match self.load().await {
                Ok(Some((stored, _))) if stored.pushed_at >= record.pushed_at => {
                    return Ok(stored.ticket == record.ticket);
                }
                Ok(Some((_, version))) => write.if_version(version),
                Ok(None) => write.if_absent(),
                // Sealed with another key, or not with this one: the new ticket will be readable.
                Err(error) if error.kind() == weixin_store::ErrorKind::Unreadable => write,
                Err(error) => return Err(store_error(error)),
            };
            match self.store.write(&self.key, write).await.map_err(store_error)? {
                // Another process was faster, perhaps with a newer ticket.
                WriteOutcome::Conflict => {}
                _ => return Ok(true),
            }
        }
    }

    async fn load(&self) -> Result<Option<(Record, Version)>, weixin_store::Error> {
        let Some(entry) = self.store.get(&self.key).await? else {
            return Ok(None);
        };
        let record = serde_json::from_slice(entry.value.bytes()).map_err(|_| {
            let message = format!("the content of the store under {} is not a ticket", self.key);
            weixin_store::Error::new(weixin_store::ErrorKind::Unreadable, message)
        })?;
        Ok(Some((record, entry.version)))
    }
}

impl TicketSource for StoredTicket {
    fn latest(&self) -> BoxFuture<'_, Result<Secret, Error>> {
        Box::pin(async {
            match self.load().await.map_err(store_error)? {
                Some((record, _)) => Ok(record.ticket),
                None => {
                    let message = "the platform has pushed no ticket yet, or the last one has \
                                   expired; it pushes one every ten minutes";
                    Err(Error::new(ErrorKind::Credential, message))
                }
            }
        })
    }
}

impl fmt::Debug for StoredTicket {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "StoredTicket({})", self.key)
    }
}
