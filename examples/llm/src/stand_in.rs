//! A model for trying the bot without one: it streams prepared sentences, slowly.

use std::{convert::Infallible, io, sync::Arc, time::Duration};

use axum::{
    Json, Router,
    body::Body,
    extract::State,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
    routing::post,
};
use futures_util::{StreamExt, stream};
use serde::Deserialize;
use serde_json::json;
use tokio::net::TcpListener;
use weixin::api::Clock;

use crate::model::{ChatMessage, Role};

/// The time between two sentences.
pub const PAUSE: Duration = Duration::from_secs(2);

#[derive(Deserialize)]
struct Request {
    messages: Vec<ChatMessage>,
    stream: bool,
}

/// Serves the model on a free port of this machine. Returns its base URL.
pub async fn serve(clock: Arc<dyn Clock>) -> io::Result<String> {
    let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
    let address = listener.local_addr()?;
    tokio::spawn(async move { axum::serve(listener, router(clock)).await });
    Ok(format!("http://{address}"))
}

/// The model as a service.
pub fn router(clock: Arc<dyn Clock>) -> Router {
    Router::new().route("/chat/completions", post(complete)).with_state(clock)
}

/// What the model answers to a conversation, in sentences.
pub fn sentences(messages: &[ChatMessage]) -> Vec<String> {
    let mut questions: Vec<_> = messages
        .iter()
        .filter(|message| message.role == Role::User)
        .map(|message| format!("“{}”", message.content))
        .collect();
    let question = questions.pop().unwrap_or_default();
    let mut sentences = vec![format!("你说的是{question}。")];
    sentences.push(match questions.is_empty() {
        true => "这是我们的第一句话。".to_owned(),
        false => format!("之前你说过{}。", questions.join("、")),
    });
    if question.starts_with("“long") {
        sentences.extend((1..=36).map(|number| format!("{}（{number}）。", "长".repeat(60))));
    }
    if !question.starts_with("“fast") {
        let rest = ["我不是真正的语言模型。", "I only need as long as one. ", "That is all."];
        sentences.extend(rest.map(str::to_owned));
    }
    sentences
}

async fn complete(
    State(clock): State<Arc<dyn Clock>>,
    Json(request): Json<Request>,
) -> Result<Response, (StatusCode, String)> {
    let Some(question) = request.messages.last().filter(|_| request.stream) else {
        return Err((StatusCode::BAD_REQUEST, "no messages, or no stream".to_owned()));
    };
    let question = question.content.as_str();
    if question.starts_with("fail") {
        return Err((StatusCode::INTERNAL_SERVER_ERROR, "out of memory at gpu-7".to_owned()));
    }
    let pause = if question.starts_with("fast") { Duration::ZERO } else { PAUSE };
    let breaks_off = question.starts_with("break");
    let mut sentences = sentences(&request.messages);
    if breaks_off {
        sentences.truncate(2);
    }
    let pieces = stream::iter(sentences).then(move |sentence| {
        let wait = clock.sleep(pause);
        async move {
            wait.await;
            event(&json!({"choices": [{"index": 0, "delta": {"content": sentence}}]}).to_string())
        }
    });
    let finish = json!({"choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]});
    let end = (!breaks_off).then(|| event(&finish.to_string()) + &event("[DONE]"));
    let body = pieces.chain(stream::iter(end)).map(Ok::<_, Infallible>);
    Ok(([(header::CONTENT_TYPE, "text/event-stream")], Body::from_stream(body)).into_response())
}

fn event(data: &str) -> String {
    format!("data: {data}\n\n")
}
