//! What was said before: the conversation with each user, in the bot's store.

use std::{sync::Arc, time::Duration};

use serde::{Deserialize, Serialize};
use weixin::{
    api::Clock,
    prelude::Push,
    store::{Key, Store, Value, Version, Write, WriteOutcome},
};

use crate::model::{ChatMessage, Role};

/// How many questions, each with its answer, are remembered.
const MAX_TURNS: usize = 10;

/// How many bytes of them. Older ones are forgotten first; the latest is kept in any case.
const MAX_BYTES: usize = 16 * 1024;

/// How long after the last answer a conversation is remembered.
const TTL: Duration = Duration::from_secs(60 * 60);

/// How often a change is tried if others change the same conversation.
const MAX_CONFLICTS: usize = 8;

/// The conversations of all users.
#[derive(Debug, Clone)]
pub struct Memory {
    store: Arc<dyn Store>,
}

/// A question and its answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Turn {
    /// The id of the push with the question.
    pub push: String,
    /// The question.
    pub question: String,
    /// The complete answer.
    pub answer: String,
}

impl Memory {
    /// Keeps conversations in this store.
    pub fn new(store: Arc<dyn Store>) -> Self {
        Self { store }
    }

    /// What was said before this push, oldest first. If the push is handled for the second time,
    /// because a process ended, its own turn is left out.
    pub async fn before(&self, push: &Push) -> Result<Vec<ChatMessage>, weixin::store::Error> {
        let turns = self.turns_before(&key(push), &push.id().to_string()).await?;
        let messages = turns.into_iter().flat_map(|turn| {
            [
                ChatMessage::new(Role::User, turn.question),
                ChatMessage::new(Role::Assistant, turn.answer),
            ]
        });
        Ok(messages.collect())
    }

    /// Adds the answer to the question of this push.
    pub async fn add(
        &self,
        push: &Push,
        question: String,
        answer: String,
    ) -> Result<(), weixin::store::Error> {
        let turn = Turn { push: push.id().to_string(), question, answer };
        self.add_turn(&key(push), turn).await
    }

    /// Forgets the conversation with the sender of this push.
    pub async fn forget(&self, push: &Push) -> Result<(), weixin::store::Error> {
        self.store.delete(&key(push)).await
    }

    async fn turns_before(&self, key: &Key, push: &str) -> Result<Vec<Turn>, weixin::store::Error> {
        let (mut turns, _) = self.read(key).await?;
        turns.retain(|turn| turn.push != push);
        Ok(turns)
    }

    async fn add_turn(&self, key: &Key, turn: Turn) -> Result<(), weixin::store::Error> {
        for _ in 0..MAX_CONFLICTS {
            let (mut turns, version) = self.read(key).await?;
            turns.retain(|earlier| earlier.push != turn.push);
            turns.push(turn.clone());
            let first = first_kept(&turns);
            let text = serde_json::to_string(&turns[first..]).unwrap_or_default();
            let write = Write::put(Value::from(text)).expiring(self.clock().now() + TTL);
            let write = match version {
                Some(version) => write.if_version(version),
                None => write.if_absent(),
            };
            if self.store.write(key, write).await? != WriteOutcome::Conflict {
                return Ok(());
            }
        }
        tracing::warn!("a turn is not remembered: the conversation changes all the time");
        Ok(())
    }

    async fn read(&self, key: &Key) -> Result<(Vec<Turn>, Option<Version>), weixin::store::Error> {
        let Some(entry) = self.store.get(key).await? else { return Ok((Vec::new(), None)) };
        let turns = serde_json::from_slice(entry.value.bytes()).unwrap_or_else(|error| {
            tracing::warn!(%error, "a conversation cannot be read and begins again");
            Vec::new()
        });
        Ok((turns, Some(entry.version)))
    }

    fn clock(&self) -> &Arc<dyn Clock> {
        self.store.clock()
    }
}

/// The users of different accounts are different users.
fn key(push: &Push) -> Key {
    let user = push.verified().header().from.to_string();
    Key::new("llm").join(push.account().to_string()).join(user)
}

/// The index of the first turn that is within the limits.
fn first_kept(turns: &[Turn]) -> usize {
    let mut bytes = 0;
    let kept = turns.iter().rev().take(MAX_TURNS).take_while(|turn| {
        let is_latest = bytes == 0;
        bytes += turn.question.len() + turn.answer.len() + turn.push.len();
        is_latest || bytes <= MAX_BYTES
    });
    turns.len() - kept.count()
}

#[cfg(test)]
mod tests {
    use weixin::{emulator::VirtualClock, store::MemoryStore};

    use super::*;

    fn turn(number: usize, bytes: usize) -> Turn {
        let (push, answer) = (number.to_string(), "x".repeat(bytes));
        Turn { push, question: format!("question {number}"), answer }
    }

    fn memory() -> (Memory, VirtualClock, Key) {
        let clock = VirtualClock::default();
        let store = MemoryStore::with_clock(Arc::new(clock.clone()));
        (Memory::new(Arc::new(store)), clock, Key::new("llm").join("ann"))
    }

    async fn questions(memory: &Memory, key: &Key) -> Vec<String> {
        memory.read(key).await.unwrap().0.into_iter().map(|turn| turn.question).collect()
    }

    #[tokio::test]
    async fn the_last_turns_are_kept() {
        let (memory, _, key) = memory();
        for number in 0..13 {
            memory.add_turn(&key, turn(number, 10)).await.unwrap();
        }
        let expected: Vec<_> = (3..13).map(|number| format!("question {number}")).collect();
        assert_eq!(questions(&memory, &key).await, expected);
    }

    #[tokio::test]
    async fn long_turns_are_forgotten_earlier() {
        let (memory, _, key) = memory();
        for number in 0..5 {
            memory.add_turn(&key, turn(number, 6 * 1024)).await.unwrap();
        }
        assert_eq!(questions(&memory, &key).await, ["question 3", "question 4"]);
        memory.add_turn(&key, turn(5, 20 * 1024)).await.unwrap();
        assert_eq!(questions(&memory, &key).await, ["question 5"]);
    }

    #[tokio::test]
    async fn a_conversation_ends_an_hour_after_its_last_answer() {
        let (memory, clock, key) = memory();
        memory.add_turn(&key, turn(1, 10)).await.unwrap();
        clock.advance(TTL / 2).await;
        memory.add_turn(&key, turn(2, 10)).await.unwrap();
        clock.advance(TTL - Duration::from_secs(1)).await;
        assert_eq!(questions(&memory, &key).await.len(), 2);
        clock.advance(Duration::from_secs(1)).await;
        assert!(questions(&memory, &key).await.is_empty());
    }

    #[tokio::test]
    async fn a_push_that_is_handled_again_is_one_turn() {
        let (memory, _, key) = memory();
        memory.add_turn(&key, turn(1, 10)).await.unwrap();
        assert_eq!(memory.turns_before(&key, "2").await.unwrap(), [turn(1, 10)]);
        assert_eq!(memory.turns_before(&key, "1").await.unwrap(), []);
        let again = Turn { answer: "other".to_owned(), ..turn(1, 0) };
        memory.add_turn(&key, again.clone()).await.unwrap();
        assert_eq!(memory.read(&key).await.unwrap().0, [again]);
    }

    #[tokio::test]
    async fn concurrent_turns_are_all_kept() {
        let (memory, _, key) = memory();
        let adding = (0..5).map(|number| memory.add_turn(&key, turn(number, 10)));
        for added in futures_util::future::join_all(adding).await {
            added.unwrap();
        }
        assert_eq!(questions(&memory, &key).await.len(), 5);
    }
}
