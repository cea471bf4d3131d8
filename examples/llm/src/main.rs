//! A bot that answers every text with a language model: see the README in the folder of this example.

mod answer;
mod memory;
mod model;
mod sse;
mod stand_in;
#[cfg(test)]
mod tests;

use std::{env, error::Error, sync::Arc};

use weixin::{
    api::{Clock, SystemClock},
    prelude::*,
};

use crate::{
    answer::{Answer, NO_ANSWER},
    memory::Memory,
    model::{ChatMessage, Http, Model, Role},
};

/// What the model is told before each conversation. The chat shows no Markdown.
const INSTRUCTIONS: &str = "You answer messages in a chat. Answer in the language of the user, in \
                            plain text without Markdown, and briefly.";

const WELCOME: &str = "你好！想问什么都可以。发送“忘记”，我们就重新开始。\n\
                       Hello! Ask me anything. Send “forget” to start again.";

const FORGOTTEN: &str = "好的，我们重新开始。\nAll right, let us start again.";

/// What the handlers share.
#[derive(Clone)]
struct Chat {
    model: Model,
    memory: Memory,
}

async fn welcome(_: Subscribe) -> &'static str {
    WELCOME
}

async fn forget(push: Push, State(chat): State<Chat>) -> weixin::Result<&'static str> {
    chat.memory.forget(&push).await?;
    Ok(FORGOTTEN)
}

/// Fails only if the store does. With `[inbox]` it is then called again, after 1, 2, 4, … seconds.
async fn answer(msg: Text, push: Push, State(chat): State<Chat>) -> weixin::Result<Reply> {
    let mut messages = vec![ChatMessage::new(Role::System, INSTRUCTIONS)];
    messages.extend(chat.memory.before(&push).await?);
    messages.push(ChatMessage::new(Role::User, &msg.content));
    match chat.model.ask(&messages).await {
        Ok(pieces) => {
            let answer = Answer::new(pieces, chat.memory, push, msg.content);
            Ok(Reply::try_stream(answer.into_stream()))
        }
        Err(error) => {
            tracing::error!(error = &error as &dyn Error, "the model gives no answer");
            Ok(Reply::text(NO_ANSWER))
        }
    }
}

fn bot(chat: Chat) -> Bot {
    Bot::new()
        .on(welcome)
        .on(matching(r"(?i)^\s*/?(忘记|forget)\s*$", forget))
        .on(answer)
        .with_state(chat)
}

/// The model of the environment variables `OPENAI_…`, or the stand-in.
async fn model(clock: Arc<dyn Clock>) -> weixin::Result<Model> {
    let variable = |name| env::var(name).ok().filter(|value| !value.is_empty());
    let name = variable("OPENAI_MODEL").unwrap_or_else(|| "gpt-4o-mini".to_owned());
    let base_url = match variable("OPENAI_BASE_URL") {
        Some(base_url) => base_url,
        None => {
            eprintln!("OPENAI_BASE_URL is not set: a stand-in answers instead of a model");
            let serving = stand_in::serve(Arc::clone(&clock)).await;
            serving.map_err(weixin::Error::other)?
        }
    };
    Ok(Model::new(Http::new(&base_url, variable("OPENAI_API_KEY")), name, clock))
}

#[tokio::main]
async fn main() -> weixin::Result<()> {
    let config = Config::load()?;
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    let memory = Memory::new(config.open_store(&clock)?);
    let model = model(clock).await?;
    bot(Chat { model, memory }).serve(config).await
}
