//! An answer on its way from the model to the user.

use futures_util::{Stream, StreamExt, stream};
use weixin::prelude::Push;

use crate::{
    memory::Memory,
    model::{AnswerStream, ModelError},
};

/// The maximum length of an answer in bytes. The platform accepts five messages after a message of a
/// user, of 2 KiB each.
pub const MAX_ANSWER: usize = 8_000;

/// What the user is told if the model gives no answer at all.
pub const NO_ANSWER: &str =
    "现在无法回答，请稍后再试。\nThere is no answer right now. Please try again later.";

/// What follows the beginning of an answer that breaks off.
pub const BROKEN_OFF: &str =
    "\n（回答中断了，请再问一次。The answer broke off. Please ask again.）";

/// What follows an answer that is longer than [`MAX_ANSWER`].
pub const CUT: &str = "……（回答太长，已截断。The answer was too long.）";

/// Passes the pieces of an answer on. At the end of a complete answer the turn is remembered. If the
/// model fails, a text for the user is the last piece, and the error follows it.
pub struct Answer {
    pieces: AnswerStream,
    memory: Memory,
    push: Push,
    question: String,
    /// The answer so far.
    text: String,
    end: End,
}

/// What follows the last piece.
enum End {
    /// It has not been passed on yet.
    Open,
    /// This error.
    Failed(ModelError),
    /// Nothing.
    Over,
}

impl Answer {
    /// The answer to the question of a push.
    pub fn new(pieces: AnswerStream, memory: Memory, push: Push, question: String) -> Self {
        Self { pieces, memory, push, question, text: String::new(), end: End::Open }
    }

    /// The pieces for the user.
    pub fn into_stream(self) -> impl Stream<Item = Result<String, ModelError>> + Send + 'static {
        stream::unfold(self, Self::next)
    }

    async fn next(mut self) -> Option<(Result<String, ModelError>, Self)> {
        match std::mem::replace(&mut self.end, End::Over) {
            End::Over => None,
            End::Failed(error) => Some((Err(error), self)),
            End::Open => {
                let piece = match self.pieces.next().await {
                    Some(Ok(piece)) => self.pass_on(piece).await,
                    Some(Err(error)) => {
                        self.end = End::Failed(error);
                        if self.text.is_empty() { NO_ANSWER } else { BROKEN_OFF }.to_owned()
                    }
                    None if self.text.is_empty() => {
                        tracing::warn!("the answer of the model is empty");
                        NO_ANSWER.to_owned()
                    }
                    None => {
                        self.remember().await;
                        return None;
                    }
                };
                Some((Ok(piece), self))
            }
        }
    }

    async fn pass_on(&mut self, mut piece: String) -> String {
        let left = MAX_ANSWER - self.text.len();
        if piece.len() <= left {
            self.text.push_str(&piece);
            self.end = End::Open;
            return piece;
        }
        piece.truncate(piece.floor_char_boundary(left));
        self.text.push_str(&piece);
        self.remember().await;
        piece + CUT
    }

    /// The user has the answer in any case, so a failure is only logged.
    async fn remember(&mut self) {
        let (question, text) = (std::mem::take(&mut self.question), std::mem::take(&mut self.text));
        if let Err(error) = self.memory.add(&self.push, question, text).await {
            tracing::warn!(%error, "an answer is not remembered");
        }
    }
}
