//! Answers that wait until a user writes again.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use weixin_api::{AccountId, Message, Timestamp};
use weixin_protocol::PeerId;

use crate::{
    Error, ErrorKind, Key, Store, Value, Version, Write,
    inbox::{StoredMessage, read_message, write_message},
};

/// How often a change is tried if others change the same entry.
const MAX_CONFLICTS: u32 = 8;

/// Answers to users of accounts that cannot send messages: they wait here until the user writes
/// again, and are then the answer to that message.
#[derive(Debug, Clone)]
pub struct Mailbox {
    store: Arc<dyn Store>,
}

/// The waiting answers to one user.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Waiting {
    /// Since when the user may know that an answer will wait. An older message of the user was not
    /// written to receive it.
    pub since: Timestamp,
    /// The answers, oldest first.
    pub messages: Vec<Message>,
    version: Version,
}

#[derive(Serialize, Deserialize)]
struct Stored {
    /// In milliseconds since 1970.
    since: u64,
    expires: u64,
    messages: Vec<StoredMessage>,
}

impl Mailbox {
    /// The mailbox of all users in a store.
    pub fn new(store: Arc<dyn Store>) -> Self {
        Self { store }
    }

    /// Adds messages for a user after those that wait already. Returns how many were added: a message
    /// with a file that is not uploaded cannot be stored.
    ///
    /// # Errors
    /// As [`Store::write`].
    pub async fn add(
        &self,
        account: &AccountId,
        user: &PeerId,
        messages: &[Message],
        since: Timestamp,
        expires: Timestamp,
    ) -> Result<usize, Error> {
        let key = key(account, user);
        for _ in 0..MAX_CONFLICTS {
            let entry = self.store.get(&key).await?;
            let stored = entry.as_ref().and_then(|entry| read(&entry.value));
            let mut stored = stored.unwrap_or_else(|| Stored {
                since: since.as_millis(),
                expires: 0,
                messages: Vec::new(),
            });
            let before = stored.messages.len();
            stored.messages.extend(messages.iter().filter_map(write_message));
            stored.expires = stored.expires.max(expires.as_millis());
            let added = stored.messages.len() - before;
            let seen = entry.map(|entry| entry.version);
            if added == 0 || self.write(&key, &stored, seen).await? {
                return Ok(added);
            }
        }
        Err(Error::new(ErrorKind::Unreachable, "the mailbox of a user changes all the time"))
    }

    /// The answers that wait for a user.
    ///
    /// # Errors
    /// As [`Store::get`].
    pub async fn look(&self, account: &AccountId, user: &PeerId) -> Result<Option<Waiting>, Error> {
        let Some(entry) = self.store.get(&key(account, user)).await? else { return Ok(None) };
        let Some(stored) = read(&entry.value) else { return Ok(None) };
        let messages: Vec<_> = stored.messages.into_iter().filter_map(read_message).collect();
        let since = Timestamp::from_millis(stored.since);
        let waiting = Waiting { since, messages, version: entry.version };
        Ok((!waiting.messages.is_empty()).then_some(waiting))
    }

    /// Removes the first `count` of the answers that were [seen](Self::look). Does nothing if the
    /// mailbox has changed since: the user gets them again then.
    ///
    /// # Errors
    /// As [`Store::write`].
    pub async fn remove(
        &self,
        account: &AccountId,
        user: &PeerId,
        seen: &Waiting,
        count: usize,
    ) -> Result<(), Error> {
        let key = key(account, user);
        let Some(entry) = self.store.get(&key).await? else { return Ok(()) };
        let Some(mut stored) = read(&entry.value).filter(|_| entry.version == seen.version) else {
            return Ok(());
        };
        stored.messages.drain(..count.min(stored.messages.len()));
        self.write(&key, &stored, Some(entry.version)).await.map(drop)
    }

    /// `false` if the entry has changed.
    async fn write(
        &self,
        key: &Key,
        stored: &Stored,
        seen: Option<Version>,
    ) -> Result<bool, Error> {
        let write = if stored.messages.is_empty() {
            Write::delete()
        } else {
            let text = serde_json::to_string(stored)
                .map_err(|error| Error::new(ErrorKind::Invalid, error.to_string()))?;
            Write::put(Value::from(text)).expiring(Timestamp::from_millis(stored.expires))
        };
        let write = match seen {
            Some(version) => write.if_version(version),
            None => write.if_absent(),
        };
        Ok(self.store.write(key, write).await? != crate::WriteOutcome::Conflict)
    }
}

fn key(account: &AccountId, user: &PeerId) -> Key {
    Key::new("mailbox").join(account.to_string()).join(user.as_str())
}

/// An unreadable entry counts as empty.
fn read(value: &Value) -> Option<Stored> {
    serde_json::from_str(value.text().ok()?).ok()
}
