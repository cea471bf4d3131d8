//! Messages of a WeCom app that can still be recalled, or are remembered for the duplicate check.

use std::{collections::HashMap, time::Duration};

use weixin_api::Timestamp;
use weixin_work::message::SentMessage;

use super::PersonState;
use crate::{CorpRules, timeline::EntryId};

/// The recent messages of an app.
#[derive(Debug, Default)]
pub(crate) struct AppMessages {
    /// By message id: the chat entries, and until when the message can be recalled.
    sent: HashMap<String, (Vec<EntryId>, Timestamp)>,
    /// By content: the reply to the call, and until when duplicates are detected.
    repeats: HashMap<String, (SentMessage, Timestamp)>,
}

impl AppMessages {
    /// Records a sent message.
    pub(crate) fn sent(
        &mut self,
        sent: SentMessage,
        entries: Vec<EntryId>,
        now: Timestamp,
        recall_within: Duration,
    ) {
        self.sent.retain(|_, (_, until)| now < *until);
        self.sent.insert(sent.msgid.into(), (entries, now + recall_within));
    }

    /// Recalls a message. Returns its chat entries if it can still be recalled.
    pub(crate) fn recall(&mut self, msgid: &str, now: Timestamp) -> Option<Vec<EntryId>> {
        self.sent.retain(|_, (_, until)| now < *until);
        self.sent.remove(msgid).map(|(entries, _)| entries)
    }

    /// Enables the duplicate check for a message until `until`.
    pub(crate) fn remember_duplicate(
        &mut self,
        message: String,
        until: Timestamp,
        sent: SentMessage,
    ) {
        self.repeats.insert(message, (sent, until));
    }

    /// The reply to an earlier identical message, if the duplicate check is still active.
    pub(crate) fn duplicate_of(&mut self, message: &str, now: Timestamp) -> Option<&SentMessage> {
        self.repeats.retain(|_, (_, until)| now < *until);
        self.repeats.get(message).map(|(sent, _)| sent)
    }
}

impl PersonState {
    /// Counts a message to this member. Returns `false` if a rate limit is reached.
    pub(crate) fn count_app_message(&mut self, rules: &CorpRules, now: Timestamp) -> bool {
        const MINUTE: Duration = Duration::from_secs(60);
        const HOUR: Duration = Duration::from_secs(60 * 60);
        self.app_messages.retain(|at| now < *at + HOUR);
        let lately = self.app_messages.iter().filter(|at| now < **at + MINUTE).count();
        let allowed =
            lately < rules.messages_per_minute && self.app_messages.len() < rules.messages_per_hour;
        if allowed {
            self.app_messages.push(now);
        }
        allowed
    }
}
