//! Counts the messages sent to each user, and keeps to the platform's limits.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use tracing::warn;
use weixin_api::{Clock, Timestamp};
use weixin_protocol::{MessageChannel, PushId, SendRate, SendWindow, WindowAction};
use weixin_store::{
    CountOutcome, Entry, Error, Key, Store, Value, Write,
    inbox::{Destination, Envelope},
};

/// How often a change is tried if others change the same entry.
const MAX_CONFLICTS: u32 = 8;

/// The messages sent to users, in the store: all processes count together. An entry is written when
/// a message is sent separately, so pushes that are answered directly cost nothing.
///
/// Messages that handlers send by themselves are not counted.
#[derive(Debug)]
pub(super) struct SendLedger {
    store: Arc<dyn Store>,
    clock: Arc<dyn Clock>,
}

/// Whether a message may be sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Permit {
    /// Now. It is counted.
    Now,
    /// From this time on.
    At(Timestamp),
    /// Not before the user acts again: the messages of this window are used up, or it is over.
    Never(SendWindow),
}

/// A window as it is stored.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct OpenWindow {
    by: String,
    /// The id of the push that opened it.
    push: String,
    /// In milliseconds since 1970.
    opened: u64,
    until: u64,
    left: u32,
}

impl SendLedger {
    pub(super) fn new(store: Arc<dyn Store>, clock: Arc<dyn Clock>) -> Self {
        Self { store, clock }
    }

    /// Asks whether one message may be sent in reply to a push that was received at this time. If
    /// the store fails, the platform decides.
    pub(super) async fn permit(
        &self,
        channel: MessageChannel,
        envelope: &Envelope,
        received: Timestamp,
    ) -> Permit {
        let Some(key) = key(channel, envelope) else { return Permit::Now };
        let permit = match (SendWindow::of(channel, envelope.push()), SendRate::of(channel)) {
            (Some(window), _) => self.of_window(&key, window, envelope.push().id(), received).await,
            (None, Some(rate)) => self.of_rate(&key, rate).await,
            (None, None) => return Permit::Now,
        };
        permit.unwrap_or_else(|error| {
            warn!(%error, "the store fails: messages to a user are not counted");
            Permit::Now
        })
    }

    /// Takes back a permit, because the message was not sent.
    pub(super) async fn give_back(
        &self,
        channel: MessageChannel,
        envelope: &Envelope,
        received: Timestamp,
    ) {
        let window = SendWindow::of(channel, envelope.push());
        let (Some(key), Some(window)) = (key(channel, envelope), window) else { return };
        let gave = self.change(&key, window, envelope.push().id(), received, |windows| {
            let used = windows.iter_mut().filter(|open| open.left < messages_of(open, channel));
            let used = used.min_by_key(|open| open.until);
            used.map(|open| open.left += 1).is_some()
        });
        if let Err(error) = gave.await {
            warn!(%error, "the store fails: a message that was not sent stays counted");
        }
    }

    async fn of_rate(&self, key: &Key, rate: SendRate) -> Result<Permit, Error> {
        Ok(match self.store.try_count(key, rate.messages, rate.within).await? {
            CountOutcome::Counted(_) => Permit::Now,
            CountOutcome::Full { until } => Permit::At(until),
        })
    }

    async fn of_window(
        &self,
        key: &Key,
        window: SendWindow,
        push: &PushId,
        received: Timestamp,
    ) -> Result<Permit, Error> {
        let taken = self.change(key, window, push, received, |windows| {
            // The one that ends first.
            let usable = windows.iter_mut().filter(|open| open.left > 0);
            usable.min_by_key(|open| open.until).map(|open| open.left -= 1).is_some()
        });
        Ok(if taken.await? { Permit::Now } else { Permit::Never(window) })
    }

    /// Changes the open windows of a user, including the one that a push has opened. `change` says
    /// whether it has changed anything; that is returned.
    async fn change(
        &self,
        key: &Key,
        window: SendWindow,
        push: &PushId,
        received: Timestamp,
        change: impl Fn(&mut [OpenWindow]) -> bool,
    ) -> Result<bool, Error> {
        for _ in 0..MAX_CONFLICTS {
            let now = self.clock.now();
            let stored = self.store.get(key).await?;
            let mut windows = read(stored.as_ref());
            windows.retain(|open| open.until > now.as_millis());
            open(&mut windows, window, push, received, now);
            if !change(&mut windows) {
                return Ok(false);
            }
            if self.write(key, &windows, stored.as_ref()).await? {
                return Ok(true);
            }
        }
        warn!("too many processes send messages to one user: this one is not counted");
        Ok(true)
    }

    /// `false` if the entry has changed meanwhile.
    async fn write(
        &self,
        key: &Key,
        windows: &[OpenWindow],
        seen: Option<&Entry>,
    ) -> Result<bool, Error> {
        let text = serde_json::to_string(windows).unwrap_or_default();
        let until = windows.iter().map(|open| open.until).max().unwrap_or_default();
        let write = Write::put(Value::from(text)).expiring(Timestamp::from_millis(until));
        let write = match seen {
            Some(entry) => write.if_version(entry.version),
            None => write.if_absent(),
        };
        Ok(self.store.write(key, write).await?.stored().is_some())
    }
}

/// Adds the window that a push has opened, unless a later action of the same kind has replaced it.
fn open(
    windows: &mut Vec<OpenWindow>,
    window: SendWindow,
    push: &PushId,
    received: Timestamp,
    now: Timestamp,
) {
    let (by, opened) = (window.opened_by.as_str(), received.as_millis());
    let until = received + window.within;
    let is_known =
        |open: &OpenWindow| open.by == by && (open.opened > opened || open.push == push.as_str());
    if until <= now || windows.iter().any(is_known) {
        return;
    }
    windows.retain(|open| open.by != by);
    let left = window.messages;
    windows.push(OpenWindow {
        by: by.to_owned(),
        push: push.to_string(),
        opened,
        until: until.as_millis(),
        left,
    });
}

/// How many messages a window had when it was opened.
fn messages_of(open: &OpenWindow, channel: MessageChannel) -> u32 {
    let action = WindowAction::ALL.into_iter().find(|action| action.as_str() == open.by);
    action.map_or(0, |action| SendWindow::after(channel, action).messages)
}

/// An unreadable entry counts as none.
fn read(entry: Option<&Entry>) -> Vec<OpenWindow> {
    let text = entry.and_then(|entry| entry.value.text().ok());
    text.and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default()
}

/// The name of a user's entry. `None` for destinations without such limits.
fn key(channel: MessageChannel, envelope: &Envelope) -> Option<Key> {
    let sent = Key::new("sent").join(envelope.push().account().to_string());
    match envelope.destination() {
        Destination::User(user) => Some(sent.join(user.as_str())),
        Destination::Customer { open_kfid, customer } if channel == MessageChannel::WorkKf => {
            Some(sent.join(open_kfid).join(customer.as_str()))
        }
        _ => None,
    }
}
