//! The bot with the stand-in and the emulator, on the emulator's clock.

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

use axum::{Router, body::Body as HttpBody, http::Request};
use futures_util::{StreamExt, future::BoxFuture};
use tower::ServiceExt;
use weixin::{
    LateReply, Outcome,
    api::Clock,
    bot::BoxError,
    emulator::{
        timeline::{CallEntry, MessageContent},
        *,
    },
    prelude::*,
    store::MemoryStore,
};

use crate::{
    Chat, FORGOTTEN, WELCOME,
    answer::{BROKEN_OFF, CUT, MAX_ANSWER, NO_ANSWER},
    bot,
    memory::Memory,
    model::{Body, ChatMessage, Http, Model, ModelError, Role, Transport},
    stand_in,
};

const SECOND: Duration = Duration::from_secs(1);

/// Calls the stand-in in this process, so that nothing waits for anything but the clock.
struct InProcess(Router);

impl Transport for InProcess {
    fn send(&self, body: String) -> BoxFuture<'_, Result<(u16, Body), BoxError>> {
        let service = self.0.clone();
        Box::pin(async move {
            let request = Request::post("/chat/completions")
                .header("content-type", "application/json")
                .body(HttpBody::from(body))?;
            let response = service.oneshot(request).await?;
            let status = response.status().as_u16();
            let body = response.into_body().into_data_stream();
            Ok((status, body.map(|piece| Ok(piece?)).boxed()))
        })
    }
}

fn chat(clock: Arc<dyn Clock>) -> Chat {
    let memory = Memory::new(Arc::new(MemoryStore::with_clock(Arc::clone(&clock))));
    let transport = InProcess(stand_in::router(Arc::clone(&clock)));
    Chat { model: Model::new(transport, "stand-in", clock), memory }
}

/// The names of what became of the answers, in order.
#[derive(Clone, Default)]
struct Outcomes(Arc<Mutex<Vec<String>>>);

impl Outcomes {
    fn of(&self, bot: Bot) -> Bot {
        let outcomes = Arc::clone(&self.0);
        bot.on_outcome(move |_, outcome| {
            let reason = match outcome {
                Outcome::Parked { reason, .. } => format!(" {reason}"),
                _ => String::new(),
            };
            outcomes.lock().unwrap().push(format!("{}{reason}", outcome.name()));
        })
    }

    fn take(&self) -> Vec<String> {
        std::mem::take(&mut *self.0.lock().unwrap())
    }
}

/// An account that may send messages.
async fn verified() -> Emulator {
    verified_with(&Outcomes::default()).await
}

async fn verified_with(outcomes: &Outcomes) -> Emulator {
    let platform = Emulator::start().await;
    let bot = outcomes.of(bot(chat(Arc::new(platform.clock()))));
    platform.official().connect(bot).await.unwrap();
    platform
}

/// An account that may not: only the line `late_reply = "mailbox"` of its configuration is different.
async fn unverified(outcomes: &Outcomes) -> Emulator {
    let platform = Emulator::start().await;
    let account = platform.official();
    let clock = Arc::new(account.clock());
    let bot = outcomes.of(bot(chat(clock.clone()))).clock(clock).transport(account.transport());
    let config = Config::new(account.config().late_reply(LateReply::Mailbox));
    let app = bot.build(&config).unwrap();
    account.connect_service_at("/callback", app).await.unwrap();
    platform
}

/// What the stand-in answers if the user said this, last of all the latest.
fn expected(questions: &[&str]) -> String {
    let messages: Vec<_> =
        questions.iter().map(|question| ChatMessage::new(Role::User, *question)).collect();
    stand_in::sentences(&messages).concat()
}

/// The texts that the person has received, beginning with the message at this index of the chat.
fn received(person: &Person, from: usize) -> Vec<String> {
    let chat = person.chat().into_iter().skip(from);
    let text = |message| match message {
        MessageContent::Text { text } => text,
        other => panic!("{other:?}"),
    };
    chat.map(text).collect()
}

/// Says something, lets the time pass and returns the texts that arrive.
async fn ask(platform: &Emulator, person: &Person, question: &str) -> Vec<String> {
    let from = person.chat().len() + 1;
    person.says(question).await;
    platform.clock().advance(180 * SECOND).await;
    received(person, from)
}

/// Pieces of a text lose the spaces between them.
fn without_spaces(texts: &[impl AsRef<str>]) -> String {
    texts.iter().map(|text| text.as_ref().replace([' ', '\n'], "")).collect()
}

fn sent_messages(platform: &Emulator) -> usize {
    let is_send = |call: &&CallEntry| call.request.path == "/cgi-bin/message/custom/send";
    platform.calls().iter().filter(is_send).count()
}

#[tokio::test]
async fn a_fast_answer_is_the_response_to_the_push() {
    let platform = verified().await;
    let ann = platform.follower("ann");
    ann.follows().await.expect_text(WELCOME).await;
    let mut interaction = ann.says("fast").await;
    interaction.expect_text(expected(&["fast"]).as_str()).await;
    platform.clock().advance(60 * SECOND).await;
    let trace = interaction.trace().unwrap();
    assert_eq!((trace.end, trace.deliveries().count()), (TraceEnd::Passive, 1), "{trace}");
    assert_eq!(sent_messages(&platform), 0);
}

#[tokio::test]
async fn a_slow_answer_arrives_in_pieces_and_once() {
    let platform = verified().await;
    let ann = platform.follower("ann");
    let texts = ask(&platform, &ann, "why?").await;
    assert!(texts.len() > 1, "{texts:?}");
    assert_eq!(without_spaces(&texts), without_spaces(&[expected(&["why?"])]));
    assert_eq!(sent_messages(&platform), texts.len() - 1, "the first is the response to the push");
    assert_eq!(ann.traces()[0].deliveries().count(), 1);
}

#[tokio::test]
async fn a_long_answer_has_no_more_messages_than_the_platform_accepts() {
    let platform = verified().await;
    let ann = platform.follower("ann");
    let texts = ask(&platform, &ann, "long").await;
    assert!(texts.len() <= 6 && texts.iter().all(|text| text.len() <= 2048), "{texts:?}");
    let expected = expected(&["long"]);
    assert!(expected.len() < MAX_ANSWER);
    assert_eq!(without_spaces(&texts), without_spaces(&[expected]));
}

#[tokio::test]
async fn an_answer_that_is_too_long_is_cut() {
    let platform = verified().await;
    let ann = platform.follower("ann");
    // The stand-in repeats the question.
    ask(&platform, &ann, &format!("fast {}", "a".repeat(2000))).await;
    let texts = ask(&platform, &ann, "long").await;
    let text = without_spaces(&texts);
    assert!(text.ends_with(&without_spaces(&[CUT])), "{text}");
    assert!(text.len() <= MAX_ANSWER + CUT.len() && texts.len() <= 6, "{}", text.len());
}

#[tokio::test]
async fn a_conversation_is_remembered_until_it_is_forgotten() {
    let platform = verified().await;
    let ann = platform.follower("ann");
    let fast = async |text| ask(&platform, &ann, text).await.concat();
    assert_eq!(fast("fast one").await, expected(&["fast one"]));
    assert_eq!(fast("fast two").await, expected(&["fast one", "fast two"]));
    for command in ["忘记", "Forget "] {
        assert_eq!(fast(command).await, FORGOTTEN);
        assert_eq!(fast("fast three").await, expected(&["fast three"]));
    }
    // Only the whole text is a command.
    let remark = "fast, don’t forget";
    assert_eq!(fast(remark).await, expected(&["fast three", remark]));
}

#[tokio::test]
async fn a_second_question_waits_for_the_answer_to_the_first() {
    let platform = verified().await;
    let ann = platform.follower("ann");
    ann.says("why?").await;
    platform.clock().advance(SECOND).await;
    let texts = ask(&platform, &ann, "fast").await;
    let both = [expected(&["why?"]), expected(&["why?", "fast"])];
    let heard: Vec<_> = texts.iter().filter(|text| *text != "fast").collect();
    assert_eq!(without_spaces(&heard), without_spaces(&both));
}

#[tokio::test]
async fn two_users_have_conversations_of_their_own() {
    let platform = verified().await;
    let (ann, bo) = (platform.follower("ann"), platform.follower("bo"));
    // At the same time.
    ann.says("apples?").await;
    bo.says("pears?").await;
    platform.clock().advance(60 * SECOND).await;
    for (person, question) in [(&ann, "apples?"), (&bo, "pears?")] {
        let texts = without_spaces(&received(person, 1));
        assert_eq!(texts, without_spaces(&[expected(&[question])]));
        let next = ask(&platform, person, "fast").await;
        assert_eq!(next.concat(), expected(&[question, "fast"]));
    }
}

#[tokio::test]
async fn a_model_that_fails_is_no_secret_but_its_error_is() {
    let platform = verified().await;
    let ann = platform.follower("ann");
    assert_eq!(ask(&platform, &ann, "fail").await, [NO_ANSWER]);
    assert_eq!(ask(&platform, &ann, "fast").await, [expected(&["fast"])], "it is not remembered");
}

#[tokio::test]
async fn an_answer_that_breaks_off_is_sent_as_far_as_it_came() {
    let outcomes = Outcomes::default();
    let platform = verified_with(&outcomes).await;
    let ann = platform.follower("ann");
    let texts = ask(&platform, &ann, "break").await;
    let begun = expected(&["break"]);
    let (begun, _) = begun.split_once("我不是").unwrap();
    assert_eq!(without_spaces(&texts), without_spaces(&[begun, BROKEN_OFF]));
    assert_eq!(outcomes.take(), ["offered", "parked handler"]);
    assert_eq!(ask(&platform, &ann, "fast").await, [expected(&["fast"])], "it is not remembered");
}

#[tokio::test]
async fn without_messages_a_later_answer_waits_for_the_next_message() {
    let outcomes = Outcomes::default();
    let platform = unverified(&outcomes).await;
    let ann = platform.follower("ann");
    // In time, and with a repeat.
    assert_eq!(ask(&platform, &ann, "fast").await, [expected(&["fast"])]);
    let notice = ask(&platform, &ann, "why?").await;
    assert!(matches!(&notice[..], [notice] if notice.contains("稍后")), "{notice:?}");
    assert_eq!(outcomes.take(), ["offered", "in-mailbox"]);
    let answer = ask(&platform, &ann, "well?").await;
    assert_eq!(without_spaces(&answer), without_spaces(&[expected(&["fast", "why?"])]));
    // “well?” was not a question.
    let next = ask(&platform, &ann, "fast 2").await;
    assert_eq!(next, [expected(&["fast", "why?", "fast 2"])]);
    assert_eq!(sent_messages(&platform), 0);
}

#[tokio::test]
async fn without_messages_a_broken_answer_is_told_too() {
    let outcomes = Outcomes::default();
    let platform = unverified(&outcomes).await;
    let ann = platform.follower("ann");
    assert_eq!(ask(&platform, &ann, "fail").await, [NO_ANSWER]);
    let begun = expected(&["break"]);
    let (begun, _) = begun.split_once("我不是").unwrap();
    let texts = ask(&platform, &ann, "break").await;
    assert_eq!(without_spaces(&texts), without_spaces(&[begun, BROKEN_OFF]));
    assert_eq!(outcomes.take(), ["offered", "offered", "parked handler"]);
    assert_eq!(ask(&platform, &ann, "fast").await, [expected(&["fast"])]);
}

/// Reads an answer over HTTP.
async fn read(model: &Model, question: &str) -> Result<String, ModelError> {
    let mut pieces = model.ask(&[ChatMessage::new(Role::User, question)]).await?;
    let mut text = String::new();
    while let Some(piece) = pieces.next().await {
        text.push_str(&piece?);
    }
    Ok(text)
}

#[tokio::test]
async fn the_stand_in_over_http() {
    let clock: Arc<dyn Clock> = Arc::new(weixin::api::SystemClock);
    // Its sentences wait for a clock that is moved.
    let fast = VirtualClock::default();
    let base_url = stand_in::serve(Arc::new(fast.clone())).await.unwrap();
    let model = Model::new(Http::new(&base_url, None), "any", clock);
    assert_eq!(read(&model, "fast").await.unwrap(), expected(&["fast"]));
    let error = read(&model, "fail").await.unwrap_err();
    assert!(matches!(error, ModelError::Status(500, _)), "{error}");
    let gone = Http::new("http://127.0.0.1:1", Some("sk-secret".to_owned()));
    let gone = Model::new(gone, "any", Arc::new(fast));
    let error = read(&gone, "fast").await.unwrap_err();
    assert!(matches!(error, ModelError::Unreachable(_)), "{error}");
    assert!(!format!("{error:?}").contains("sk-secret"));
}

#[tokio::test]
async fn requests_have_the_key_and_the_name_of_the_model() {
    use axum::{Json, http::HeaderMap, routing::post};
    use serde_json::{Value, json};
    use tokio::{net::TcpListener, sync::mpsc};

    let (seen, mut requests) = mpsc::unbounded_channel();
    let endpoint = async move |headers: HeaderMap, Json(body): Json<Value>| {
        seen.send((headers["authorization"].clone(), body)).unwrap();
        // Without the last event, and with an error after the first piece.
        "data: {\"choices\":[{\"delta\":{\"content\":\"a\"}}]}\n\ndata: {\"error\":{\"code\":1}}\n\n"
    };
    let app = Router::new().route("/v1/chat/completions", post(endpoint));
    let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    let url = format!("http://{}/v1/", listener.local_addr().unwrap());
    tokio::spawn(async move { axum::serve(listener, app).await });
    let http = Http::new(&url, Some("sk-1".to_owned()));
    let model = Model::new(http, "small", Arc::new(weixin::api::SystemClock));
    let mut pieces = model.ask(&[ChatMessage::new(Role::User, "hello")]).await.unwrap();
    assert_eq!(pieces.next().await.unwrap().unwrap(), "a");
    let error = pieces.next().await.unwrap().unwrap_err();
    assert!(matches!(error, ModelError::Unexpected(_)), "{error}");
    assert!(pieces.next().await.is_none());
    let (key, body) = requests.recv().await.unwrap();
    assert_eq!(key, "Bearer sk-1");
    let messages = json!([{"role": "user", "content": "hello"}]);
    assert_eq!(body, json!({"model": "small", "messages": messages, "stream": true}));
}
