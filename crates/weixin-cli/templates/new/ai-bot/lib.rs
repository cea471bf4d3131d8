//! A bot that answers every text with a language model. The answer is sent while it is written.
//! 用大语言模型回答每条文本消息的机器人；边生成边发送。

pub mod model;

use std::sync::Arc;

use weixin::prelude::*;

use crate::model::Model;

/// What the handlers share. 各处理函数共用的状态。
#[derive(Clone)]
struct Chat {
    model: Arc<dyn Model>,
}

async fn welcome(_: Subscribe) -> &'static str {
    "Hello! Ask me anything. 你好！想问什么都可以。"
}

async fn help() -> &'static str {
    "I answer with a language model. 我用大语言模型回答问题。"
}

/// The platform waits five seconds: what the model has written until then is the answer to the push, and
/// the rest follows in separate messages, sentence by sentence.
/// 平台只等待五秒：此前已生成的内容作为被动回复，其余内容按句子以客服消息发送。
async fn answer(msg: Text, State(chat): State<Chat>) -> Reply {
    Reply::try_stream(chat.model.answer(&msg.content))
}

/// The bot. 机器人。
pub fn bot(model: Arc<dyn Model>) -> Bot {
    Bot::new()
        .on(welcome)
        .on(command("help", help))
        .on(command("帮助", help))
        .on(answer)
        .with_state(Chat { model })
}
