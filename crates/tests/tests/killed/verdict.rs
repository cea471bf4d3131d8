//! Whether anything was lost, or answered twice.

use std::{collections::HashMap, fmt};

use crate::platform::PushOutcome;

/// What became of all messages.
pub struct Verdict {
    pub pushes: Vec<(String, PushOutcome)>,
    /// How often each message was handled.
    pub runs: HashMap<String, usize>,
    /// How often each answer was sent separately.
    pub sent: HashMap<String, usize>,
    /// Why pushes are parked.
    pub parked: Vec<String>,
}

impl Verdict {
    /// How often a message was answered: separately, or as the answer to a push.
    fn answers(&self, content: &str, outcome: &PushOutcome) -> usize {
        let answer = format!("answer to {content}");
        let separately = self.sent.get(&answer).copied().unwrap_or_default();
        separately + usize::from(*outcome == PushOutcome::Answered(answer))
    }

    fn accepted(&self) -> impl Iterator<Item = &(String, PushOutcome)> {
        self.pushes.iter().filter(|(_, outcome)| *outcome != PushOutcome::Failed)
    }

    /// Whatever was acknowledged is handled and answered once, except for messages that were being
    /// sent when the process was killed: they are parked, because they may have been received.
    pub fn nothing_lost_and_nothing_twice(&self) {
        let mut unanswered = Vec::new();
        for (content, outcome) in self.accepted() {
            assert!(self.runs.contains_key(content), "{content} was acknowledged and not handled");
            let answers = self.answers(content, outcome);
            assert!(answers <= 1, "{content} was answered {answers} times");
            if answers == 0 {
                unanswered.push(content);
            }
        }
        let parked = &self.parked;
        assert!(unanswered.len() <= parked.len(), "{unanswered:?}, parked: {parked:?}");
        assert!(parked.iter().all(|failure| failure.starts_with("unknown: ")), "{parked:?}");
        let failed = self.pushes.len() - self.accepted().count();
        assert!(failed < self.pushes.len() / 10, "{failed} pushes were never accepted");
    }

    /// Without a kill nothing is handled again, and nothing is parked.
    pub fn each_handled_and_answered_once(&self) {
        for (content, outcome) in &self.pushes {
            let runs = self.runs.get(content).copied().unwrap_or_default();
            let answers = self.answers(content, outcome);
            assert_eq!((runs, answers), (1, 1), "{content}: {outcome:?}");
        }
        assert!(self.parked.is_empty(), "{:?}", self.parked);
    }
}

impl fmt::Debug for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let again = self.runs.values().filter(|runs| **runs > 1).count();
        let answers = self.accepted().map(|(content, outcome)| self.answers(content, outcome));
        f.debug_struct("Verdict")
            .field("pushes", &self.pushes.len())
            .field("accepted", &self.accepted().count())
            .field("handled_again", &again)
            .field("answered", &answers.sum::<usize>())
            .field("parked", &self.parked.len())
            .finish()
    }
}
