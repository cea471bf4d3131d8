//! Messages of a WeCom app that can still be recalled, or are remembered for the duplicate check.

use std::{collections::HashMap, time::Duration};

use weixin_api::Timestamp;
use weixin_protocol::Product;
use weixin_work::message::SentMessage;

use super::{PersonState, PlatformState};
use crate::{CorpRules, timeline::EntryId};

const MINUTE: Duration = Duration::from_secs(60);
const HOUR: Duration = Duration::from_secs(60 * 60);

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
        self.app_messages.retain(|at| now < *at + HOUR);
        let allowed = self.app_messages_left(rules, now) > 0;
        if allowed {
            self.app_messages.push(now);
        }
        allowed
    }

    /// The number of messages that can reach this member now.
    fn app_messages_left(&self, rules: &CorpRules, now: Timestamp) -> usize {
        let since = |span| self.app_messages.iter().filter(|at| now < **at + span).count();
        let in_minute = rules.messages_per_minute.saturating_sub(since(MINUTE));
        in_minute.min(rules.messages_per_hour.saturating_sub(since(HOUR)))
    }
}

impl PlatformState {
    /// The number of app messages that can reach a member now. `None` if the account is not a WeCom
    /// app.
    pub(crate) fn app_messages_left(&self, person: &PersonState) -> Option<usize> {
        let account = self.account(&person.account)?;
        let work = account.product == Product::Work;
        work.then(|| person.app_messages_left(&account.rules.corp, self.now()))
    }
}
