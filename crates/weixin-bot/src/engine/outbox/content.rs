//! What remains to be sent of a reply.

use std::{collections::VecDeque, sync::Arc};

use weixin_api::{Clock, Message, Timestamp};
use weixin_protocol::MessageLimits;

use super::super::split::{fits, split_to_limits};
use crate::{
    BoxError,
    engine::outbox::text_pieces::TextPieces,
    reply::{Part, Reply},
};

/// How long the rest of a streamed text may be that is collected to be stored.
const MAX_COLLECTED: usize = 32 * 1024;

/// What remains to be sent of a reply: messages, and texts that are still being written.
#[derive(Debug, Default)]
pub(super) struct Content {
    parts: VecDeque<Remaining>,
    /// Whether a text was streamed.
    pub(super) streamed: bool,
    /// Why a streamed text ended early.
    pub(super) failure: Option<BoxError>,
}

#[derive(Debug)]
enum Remaining {
    Message(Message),
    Text(TextPieces),
}

impl Content {
    pub(super) fn of(reply: Reply) -> Self {
        let remaining = |part| match part {
            Part::Message(message) => Remaining::Message(message),
            Part::Stream(stream) => Remaining::Text(TextPieces::new(stream)),
        };
        let parts: VecDeque<_> = reply.into_parts().into_iter().map(remaining).collect();
        let streamed = parts.iter().any(|part| matches!(part, Remaining::Text(_)));
        Self { parts, streamed, failure: None }
    }

    pub(super) fn of_messages(messages: impl IntoIterator<Item = Message>) -> Self {
        let parts = messages.into_iter().map(Remaining::Message).collect();
        Self { parts, ..Self::default() }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    /// Whether a text is still being written.
    pub(super) fn is_streaming(&self) -> bool {
        self.parts.iter().any(|part| matches!(part, Remaining::Text(_)))
    }

    pub(super) fn push_front(&mut self, message: Message) {
        self.parts.push_front(Remaining::Message(message));
    }

    /// The messages before the first streamed text.
    pub(super) fn ready(&self) -> impl Iterator<Item = &Message> {
        self.parts.iter().map_while(|part| match part {
            Remaining::Message(message) => Some(message),
            Remaining::Text(_) => None,
        })
    }

    /// Takes the messages before the first streamed text.
    pub(super) fn take_ready(&mut self) -> Vec<Message> {
        let mut ready = Vec::new();
        while let Some(Remaining::Message(_)) = self.parts.front() {
            if let Some(Remaining::Message(message)) = self.parts.pop_front() {
                ready.push(message);
            }
        }
        ready
    }

    /// Takes the first message within the limits, if it does not come from a streamed text.
    pub(super) fn first_at_once(&mut self, limits: &MessageLimits) -> Option<Message> {
        while let Some(Remaining::Message(_)) = self.parts.front() {
            if let Some(Remaining::Message(message)) = self.parts.pop_front()
                && let Some(first) = self.split(message, limits)
            {
                return Some(first);
            }
        }
        None
    }

    /// Takes the first message within the limits. Of a streamed text, what has arrived until
    /// `deadline`, up to the end of a sentence; `None` if that is nothing.
    pub(super) async fn first(
        &mut self,
        clock: &Arc<dyn Clock>,
        limits: &MessageLimits,
        deadline: Option<Timestamp>,
    ) -> Option<Message> {
        loop {
            if let Some(first) = self.first_at_once(limits) {
                return Some(first);
            }
            let Remaining::Text(mut text) = self.parts.pop_front()? else { continue };
            let max = limits.text_bytes.unwrap_or(usize::MAX);
            let piece = text.until(clock, deadline, max).await;
            self.keep(text);
            match piece {
                Some(piece) => return Some(Message::Text(piece)),
                None if self.is_streaming() => return None,
                None => {}
            }
        }
    }

    /// Takes the next message within the limits, of which not more than `left` may follow.
    pub(super) async fn next(
        &mut self,
        limits: &MessageLimits,
        left: Option<u32>,
    ) -> Option<Message> {
        loop {
            if let Some(first) = self.first_at_once(limits) {
                return Some(first);
            }
            let Remaining::Text(mut text) = self.parts.pop_front()? else { continue };
            let max = limits.text_bytes.unwrap_or(usize::MAX);
            let is_last = left.is_some_and(|left| left <= 1);
            let piece = text.next(max, is_last).await;
            self.keep(text);
            if let Some(piece) = piece {
                return Some(Message::Text(piece));
            }
        }
    }

    /// Takes everything, as messages that can be stored. Of a streamed text at most about 32 KiB.
    pub(super) async fn collect(&mut self, limits: &MessageLimits) -> Vec<Message> {
        let mut messages = Vec::new();
        let mut length = 0;
        while length < MAX_COLLECTED {
            let Some(message) = self.next(limits, Some(1)).await else { break };
            length += match &message {
                Message::Text(text) => text.len(),
                _ => 0,
            };
            messages.push(message);
        }
        messages
    }

    /// Splits a message to the limits, and puts all parts but the first back. `None` if it is empty.
    fn split(&mut self, message: Message, limits: &MessageLimits) -> Option<Message> {
        if let Message::Text(text) = &message
            && fits(text, limits)
        {
            return Some(message);
        }
        let mut parts = split_to_limits(message, limits).into_iter();
        let first = parts.next()?;
        parts.rev().for_each(|part| self.push_front(part));
        Some(first)
    }

    /// Puts a text back, unless it has ended.
    fn keep(&mut self, mut text: TextPieces) {
        match text.take_failure() {
            Some(failure) => self.failure = Some(failure),
            None if text.is_over() => {}
            None => self.parts.push_front(Remaining::Text(text)),
        }
    }
}

/// For tests of pieces.
#[cfg(test)]
pub(super) fn stream_of(parts: &[&str]) -> crate::reply::TextStream {
    let parts: Vec<_> = parts.iter().map(|part| (*part).to_owned()).collect();
    crate::reply::TextStream::new(futures_util::stream::iter(parts), Ok)
}
