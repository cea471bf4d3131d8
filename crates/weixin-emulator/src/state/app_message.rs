//! The messages of a WeCom app that can still be taken back or recognised.

use std::{collections::HashMap, time::Duration};

use weixin_api::Timestamp;
use weixin_work::message::SentMessage;

use super::PersonState;
use crate::{CorpRules, timeline::EntryId};

/// What an app has sent.
#[derive(Debug, Default)]
pub(crate) struct AppMessages {
    /// The bubbles of a message, and until when it can be taken back.
    sent: HashMap<String, (Vec<EntryId>, Timestamp)>,
    /// What was answered to a message, and until when a repeat of it is recognised.
    repeats: HashMap<String, (SentMessage, Timestamp)>,
}

impl AppMessages {
    /// A message was sent.
    pub(crate) fn sent(
        &mut self,
        sent: SentMessage,
        entries: Vec<EntryId>,
        now: Timestamp,
        recall_within: Duration,
    ) {
        self.sent.retain(|_, (_, until)| now < *until);
        self.sent.insert(sent.msgid, (entries, now + recall_within));
    }

    /// Takes a message back: its bubbles, if its time is not over.
    pub(crate) fn recall(&mut self, msgid: &str, now: Timestamp) -> Option<Vec<EntryId>> {
        self.sent.retain(|_, (_, until)| now < *until);
        self.sent.remove(msgid).map(|(entries, _)| entries)
    }

    /// Lets a repeat of a message be recognised until `until`.
    pub(crate) fn remember_duplicate(
        &mut self,
        message: String,
        until: Timestamp,
        sent: SentMessage,
    ) {
        self.repeats.insert(message, (sent, until));
    }

    /// What was answered to the same message, if that is still known.
    pub(crate) fn duplicate_of(&mut self, message: &str, now: Timestamp) -> Option<&SentMessage> {
        self.repeats.retain(|_, (_, until)| now < *until);
        self.repeats.get(message).map(|(sent, _)| sent)
    }
}

impl PersonState {
    /// Whether one more message reaches a member; it is counted then.
    pub(crate) fn count_app_message(&mut self, rules: &CorpRules, now: Timestamp) -> bool {
        const MINUTE: Duration = Duration::from_secs(60);
        const HOUR: Duration = Duration::from_secs(60 * 60);
        self.app_messages.retain(|at| now < *at + HOUR);
        let lately = self.app_messages.iter().filter(|at| now < **at + MINUTE).count();
        let may =
            lately < rules.messages_per_minute && self.app_messages.len() < rules.messages_per_hour;
        if may {
            self.app_messages.push(now);
        }
        may
    }
}
