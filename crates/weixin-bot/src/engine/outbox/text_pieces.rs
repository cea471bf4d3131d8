//! Cuts a text that is still being written into pieces that end with a sentence.

use std::sync::Arc;

use weixin_api::{Clock, Timestamp};

use crate::{BoxError, engine::split::pieces, reply::TextStream};

/// The shortest first piece, in bytes: about a hundred Chinese characters. Each further piece is at
/// least twice as long, because users get few messages.
const FIRST_PIECE: usize = 300;

/// A text that is still being written, and what has arrived of it.
#[derive(Debug)]
pub(super) struct TextPieces {
    stream: TextStream,
    arrived: String,
    ended: bool,
    failure: Option<BoxError>,
    /// How many pieces have been taken.
    taken: u32,
}

impl TextPieces {
    pub(super) fn new(stream: TextStream) -> Self {
        Self { stream, arrived: String::new(), ended: false, failure: None, taken: 0 }
    }

    /// Whether nothing more will come.
    pub(super) fn is_over(&self) -> bool {
        self.ended && self.arrived.trim().is_empty()
    }

    /// Why the text ended early, once everything that had arrived is taken.
    pub(super) fn take_failure(&mut self) -> Option<BoxError> {
        if self.is_over() { self.failure.take() } else { None }
    }

    /// What has arrived until `deadline`, up to the end of a sentence, at most `max` bytes. Without
    /// a deadline, waits for the whole text.
    pub(super) async fn until(
        &mut self,
        clock: &Arc<dyn Clock>,
        deadline: Option<Timestamp>,
        max: usize,
    ) -> Option<String> {
        while !self.ended && self.arrived.len() <= max {
            let Some(deadline) = deadline else {
                self.read().await;
                continue;
            };
            let left = deadline.since(clock.now());
            if clock.timeout(left, self.read()).await.is_err() {
                break;
            }
        }
        self.take(max, 1)
    }

    /// The next piece, at most `max` bytes. The last one that may be sent waits for the end of the
    /// text, or for as much as fits.
    pub(super) async fn next(&mut self, max: usize, is_last: bool) -> Option<String> {
        let doubled = FIRST_PIECE.saturating_mul(1 << self.taken.min(16));
        let min = if is_last { usize::MAX } else { doubled };
        loop {
            if self.ended || self.arrived.len() > max {
                return self.take(max, 1);
            }
            if let Some(piece) = self.take(max, min) {
                return Some(piece);
            }
            self.read().await;
        }
    }

    async fn read(&mut self) {
        match self.stream.next().await {
            Some(Ok(text)) => self.arrived.push_str(&text),
            Some(Err(error)) => (self.ended, self.failure) = (true, Some(error)),
            None => self.ended = true,
        }
    }

    /// Takes a piece of at least `min` bytes that ends with a sentence; or whatever there is, if the
    /// text has ended or is longer than a message.
    fn take(&mut self, max: usize, min: usize) -> Option<String> {
        let end = match sentence_end(&self.arrived, max) {
            _ if self.ended && self.arrived.len() <= max => self.arrived.len(),
            Some(end) if end >= min => end,
            _ if self.arrived.len() > max => pieces(&self.arrived, max).next()?.len(),
            _ => return None,
        };
        let rest = self.arrived.split_off(end);
        let piece = std::mem::replace(&mut self.arrived, rest);
        let piece = piece.trim();
        if piece.is_empty() {
            return None;
        }
        self.taken += 1;
        Some(piece.to_owned())
    }
}

/// Where the last sentence ends within the first `max` bytes. An ASCII full stop only ends one
/// before a space: `3.14` has no end.
fn sentence_end(text: &str, max: usize) -> Option<usize> {
    const CLOSING: [char; 7] = ['”', '’', '」', '』', '）', ')', '"'];
    let within = &text[..text.floor_char_boundary(max)];
    let mut end = None;
    let mut characters = within.char_indices().peekable();
    while let Some((_, character)) = characters.next() {
        let ends = match character {
            '。' | '！' | '？' | '…' | '；' | '\n' => true,
            '.' | '!' | '?' | ';' => {
                characters.peek().is_some_and(|(_, next)| next.is_whitespace())
            }
            _ => false,
        };
        if !ends {
            continue;
        }
        while characters.next_if(|(_, next)| CLOSING.contains(next)).is_some() {}
        end = Some(characters.peek().map_or(within.len(), |(at, _)| *at));
    }
    end
}

#[cfg(test)]
mod tests {
    use futures_util::FutureExt;
    use proptest::prelude::*;

    use super::*;
    use crate::engine::outbox::content::stream_of;

    /// All pieces of a text that arrives in these parts.
    fn all(parts: &[&str], max: usize) -> Vec<String> {
        let mut text = TextPieces::new(stream_of(parts));
        let mut all = Vec::new();
        while !text.is_over() {
            all.extend(text.next(max, false).now_or_never().expect("the stream never waits"));
        }
        all
    }

    #[test]
    fn pieces_end_with_sentences_and_grow() {
        let sentence = format!("{}。", "字".repeat(120));
        let text = sentence.repeat(8);
        let lengths: Vec<_> =
            all(&[&text], 2048).iter().map(|piece| piece.len() / sentence.len()).collect();
        assert_eq!(lengths, [5, 3], "as much as has arrived");
        let arriving: Vec<_> = (0..8).map(|_| sentence.as_str()).collect();
        let lengths: Vec<_> =
            all(&arriving, 2048).iter().map(|piece| piece.len() / sentence.len()).collect();
        assert_eq!(lengths, [1, 2, 4, 1]);
    }

    #[test]
    fn a_full_stop_ends_a_sentence_only_before_a_space() {
        assert_eq!(sentence_end("Pi is 3.14", 99), None);
        assert_eq!(sentence_end("Done. Pi is 3.14.", 99), Some(5));
        assert_eq!(sentence_end("他说：“好。”然后", 99), Some("他说：“好。”".len()));
        assert_eq!(sentence_end("一。二。", "一。二".len()), Some("一。".len()));
    }

    #[test]
    fn the_last_piece_waits_for_the_end() {
        let mut text = TextPieces::new(stream_of(&["A long sentence.\n", "Another."]));
        let piece = text.next(2048, true).now_or_never().flatten();
        assert_eq!(piece.as_deref(), Some("A long sentence.\nAnother."));
    }

    #[test]
    fn what_arrived_before_an_error_is_taken_first() {
        let parts = vec![Ok("Half a sentence".to_owned()), Err("broken".into())];
        let stream = TextStream::new(futures_util::stream::iter(parts), |part| part);
        let mut text = TextPieces::new(stream);
        let piece = text.next(2048, false).now_or_never().flatten();
        assert_eq!(piece.as_deref(), Some("Half a sentence"));
        assert_eq!(text.take_failure().map(|error| error.to_string()).as_deref(), Some("broken"));
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_no_piece_is_too_long(
            parts in prop::collection::vec("[ab字。. \n]{0,40}", 0..40),
            max in 4_usize..200,
        ) {
            let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
            let pieces = all(&parts, max);
            prop_assert!(pieces.iter().all(|piece| piece.len() <= max && !piece.trim().is_empty()));
            let without_space =
                |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            prop_assert_eq!(without_space(&pieces.concat()), without_space(&parts.concat()));
        }
    }
}
