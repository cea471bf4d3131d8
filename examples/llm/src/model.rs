//! A language model behind an endpoint that is compatible with `chat/completions` of OpenAI.

use std::{collections::VecDeque, error, fmt, pin::Pin, sync::Arc, time::Duration};

use bytes::Bytes;
use futures_util::{Stream, StreamExt, future::BoxFuture, stream};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use weixin::{api::Clock, bot::BoxError};

use crate::sse::EventReader;

/// How long the model may take to begin its answer, and between two pieces of it.
const PATIENCE: Duration = Duration::from_secs(60);

/// How much of an unexpected response is logged, in characters.
const LOGGED_CHARS: usize = 200;

/// A message of a conversation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChatMessage {
    /// Who wrote it.
    pub role: Role,
    /// The text.
    pub content: String,
}

/// Who wrote a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// The author of the bot.
    System,
    /// The user.
    User,
    /// The model.
    Assistant,
}

impl ChatMessage {
    /// A message with this text.
    pub fn new(role: Role, content: impl Into<String>) -> Self {
        Self { role, content: content.into() }
    }
}

/// The body of a response while it arrives.
pub type Body = Pin<Box<dyn Stream<Item = Result<Bytes, BoxError>> + Send>>;

/// The text of an answer while it is being written.
pub type AnswerStream = Pin<Box<dyn Stream<Item = Result<String, ModelError>> + Send>>;

/// Sends requests to the model.
pub trait Transport: Send + Sync {
    /// Sends the body of a request to `chat/completions`, and returns the status and the body of the
    /// response.
    fn send(&self, body: String) -> BoxFuture<'_, Result<(u16, Body), BoxError>>;
}

/// Sends requests over HTTP.
pub struct Http {
    client: reqwest::Client,
    url: String,
    key: Option<String>,
}

impl Http {
    /// `base_url` is the part of the address before `/chat/completions`, as in
    /// `https://api.openai.com/v1`. Without a key no `Authorization` is sent.
    pub fn new(base_url: &str, key: Option<String>) -> Self {
        let url = format!("{}/chat/completions", base_url.trim_end_matches('/'));
        Self { client: reqwest::Client::new(), url, key }
    }
}

impl Transport for Http {
    fn send(&self, body: String) -> BoxFuture<'_, Result<(u16, Body), BoxError>> {
        Box::pin(async move {
            let mut request = self.client.post(&self.url).body(body);
            request = request.header("content-type", "application/json");
            if let Some(key) = &self.key {
                request = request.bearer_auth(key);
            }
            let response = request.send().await.map_err(reqwest::Error::without_url)?;
            let status = response.status().as_u16();
            let body = response.bytes_stream();
            Ok((status, body.map(|piece| Ok(piece.map_err(reqwest::Error::without_url)?)).boxed()))
        })
    }
}

/// A language model.
#[derive(Clone)]
pub struct Model {
    transport: Arc<dyn Transport>,
    name: Arc<str>,
    clock: Arc<dyn Clock>,
}

/// Why the model gave no answer, or not all of it. The text is for the log, not for users.
#[derive(Debug)]
pub enum ModelError {
    /// No response to the request.
    Unreachable(BoxError),
    /// A status other than 200, and the beginning of the response.
    Status(u16, String),
    /// The answer did not begin, or did not continue, within a minute.
    TooSlow,
    /// The stream ended before the answer did.
    BrokenOff(Option<BoxError>),
    /// The stream contains something else than pieces of an answer.
    Unexpected(String),
}

#[derive(Serialize)]
struct Request<'a> {
    model: &'a str,
    messages: &'a [ChatMessage],
    stream: bool,
}

#[derive(Deserialize)]
struct Chunk {
    #[serde(default)]
    choices: Vec<Choice>,
    error: Option<Value>,
}

#[derive(Deserialize)]
struct Choice {
    delta: Option<Delta>,
    finish_reason: Option<String>,
}

#[derive(Deserialize)]
struct Delta {
    content: Option<String>,
}

impl Model {
    /// `name` is the name of the model in requests.
    pub fn new(
        transport: impl Transport + 'static,
        name: impl Into<Arc<str>>,
        clock: Arc<dyn Clock>,
    ) -> Self {
        Self { transport: Arc::new(transport), name: name.into(), clock }
    }

    /// Asks for the next message of a conversation. Returns when the model begins its answer.
    pub async fn ask(&self, messages: &[ChatMessage]) -> Result<AnswerStream, ModelError> {
        let request = Request { model: &self.name, messages, stream: true };
        let request = serde_json::to_string(&request)
            .map_err(|error| ModelError::Unexpected(error.to_string()))?;
        let sent = self.clock.timeout(PATIENCE, self.transport.send(request)).await;
        let (status, mut body) =
            sent.map_err(|_| ModelError::TooSlow)?.map_err(ModelError::Unreachable)?;
        if status != 200 {
            let first = self.clock.timeout(PATIENCE, body.next()).await;
            let first = first.ok().flatten().and_then(Result::ok).unwrap_or_default();
            return Err(ModelError::Status(status, beginning(&String::from_utf8_lossy(&first))));
        }
        let reading = Reading {
            body,
            clock: Arc::clone(&self.clock),
            events: EventReader::default(),
            ready: VecDeque::new(),
            finished: false,
            ended: false,
        };
        Ok(stream::unfold(reading, Reading::next).boxed())
    }
}

/// The state of an answer while it is read.
struct Reading {
    body: Body,
    clock: Arc<dyn Clock>,
    events: EventReader,
    /// Pieces that have not been returned yet.
    ready: VecDeque<Result<String, ModelError>>,
    /// Whether the model has said that its answer is complete.
    finished: bool,
    /// Whether nothing more is read.
    ended: bool,
}

impl Reading {
    /// The next piece; `None` after the last one and after an error.
    async fn next(mut self) -> Option<(Result<String, ModelError>, Self)> {
        loop {
            if let Some(piece) = self.ready.pop_front() {
                return Some((piece, self));
            }
            if self.ended {
                return None;
            }
            match self.clock.timeout(PATIENCE, self.body.next()).await {
                Err(_) => self.fail(ModelError::TooSlow),
                Ok(Some(Err(error))) => self.fail(ModelError::BrokenOff(Some(error))),
                Ok(Some(Ok(bytes))) => self.read(&bytes),
                Ok(None) if self.finished => self.ended = true,
                Ok(None) => self.fail(ModelError::BrokenOff(None)),
            }
        }
    }

    fn fail(&mut self, error: ModelError) {
        self.ended = true;
        self.ready.push_back(Err(error));
    }

    fn read(&mut self, bytes: &[u8]) {
        match self.events.read(bytes) {
            Err(error) => self.fail(ModelError::Unexpected(error.to_string())),
            Ok(events) => {
                for event in events {
                    if self.ended {
                        break;
                    }
                    self.read_event(&event);
                }
            }
        }
    }

    fn read_event(&mut self, event: &str) {
        if event.trim() == "[DONE]" {
            self.ended = true;
            return;
        }
        let chunk = match serde_json::from_str::<Chunk>(event) {
            Ok(Chunk { error: Some(error), .. }) => {
                return self.fail(ModelError::Unexpected(beginning(&error.to_string())));
            }
            Ok(chunk) => chunk,
            Err(_) => return self.fail(ModelError::Unexpected(beginning(event))),
        };
        // Only one answer was requested.
        let Some(choice) = chunk.choices.into_iter().next() else { return };
        let text = choice.delta.and_then(|delta| delta.content).unwrap_or_default();
        if !text.is_empty() {
            self.ready.push_back(Ok(text));
        }
        self.finished |= choice.finish_reason.is_some();
    }
}

fn beginning(text: &str) -> String {
    text.chars().take(LOGGED_CHARS).collect()
}

impl fmt::Display for ModelError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ModelError::Unreachable(_) => f.write_str("the model cannot be reached"),
            ModelError::Status(status, body) => write!(f, "the model answers {status}: {body}"),
            ModelError::TooSlow => write!(f, "the model was silent for {PATIENCE:?}"),
            ModelError::BrokenOff(_) => f.write_str("the model broke off its answer"),
            ModelError::Unexpected(what) => write!(f, "not a piece of an answer: {what}"),
        }
    }
}

impl error::Error for ModelError {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        match self {
            ModelError::Unreachable(error) | ModelError::BrokenOff(Some(error)) => Some(&**error),
            _ => None,
        }
    }
}
