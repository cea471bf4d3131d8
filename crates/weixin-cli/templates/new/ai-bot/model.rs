//! The language model. 大语言模型。

use futures_util::{
    StreamExt,
    stream::{self, BoxStream},
};

/// Why the model gave no answer, or not all of it. It is logged and not shown to users.
/// 模型未能完整回答的原因；只写入日志，不会发给用户。
pub type ModelError = Box<dyn std::error::Error + Send + Sync>;

/// A language model. 大语言模型。
pub trait Model: Send + Sync + 'static {
    /// The answer to a question, in pieces as they are written. 对问题的回答，按生成的先后逐段给出。
    fn answer(&self, question: &str) -> BoxStream<'static, Result<String, ModelError>>;
}

/// Answers without a model: replace it with a client of yours. 占位的实现：请替换为实际的模型。
#[derive(Debug, Clone, Copy)]
pub struct StandIn;

impl Model for StandIn {
    fn answer(&self, question: &str) -> BoxStream<'static, Result<String, ModelError>> {
        let pieces = [
            "You asked 你问的是: ",
            question,
            ". ",
            "There is no model yet. 尚未接入模型。",
        ];
        stream::iter(pieces.map(|piece| Ok(piece.to_owned()))).boxed()
    }
}
