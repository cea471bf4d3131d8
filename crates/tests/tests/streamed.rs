//! Texts that are still being written: sent in pieces at the ends of sentences, never more than the
//! platform accepts, and nothing twice.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

use common::*;
use futures_util::{Stream, StreamExt, stream};
use tokio::sync::mpsc;
use weixin::{
    LateReply, Outcome,
    api::Clock,
    bot::App,
    emulator::VirtualClock,
    prelude::*,
    protocol::{BotAnswer, Format, Mode, PassiveReply, Product},
};
use weixin_tests::api_stub::{ApiStub, Fault};

const SECOND: Duration = Duration::from_secs(1);

/// A text that the model writes: each item is written after so many seconds.
type Script = Vec<(u64, Result<String, String>)>;

struct Setting {
    clock: Arc<VirtualClock>,
    api: Arc<ApiStub>,
    app: App,
    outcomes: Arc<Mutex<Vec<String>>>,
    written: mpsc::UnboundedReceiver<usize>,
}

fn script(clock: Arc<dyn Clock>, script: Script) -> impl Stream<Item = Result<String, String>> {
    stream::iter(script).then(move |(after, text)| {
        let clock = clock.clone();
        async move {
            clock.sleep(Duration::from_secs(after)).await;
            text
        }
    })
}

impl Setting {
    fn new(text: Script) -> Self {
        Self::with(account(Product::Official), text)
    }

    fn with(account: AccountConfig, text: Script) -> Self {
        let (clock, api) = (Arc::new(VirtualClock::default()), Arc::<ApiStub>::default());
        let outcomes = Arc::<Mutex<Vec<String>>>::default();
        let (reported, model_clock) = (outcomes.clone(), clock.clone());
        let (tell, written) = mpsc::unbounded_channel();
        let bot = Bot::new()
            .clock(clock.clone())
            .transport(api.clone())
            .on(move |_: Text| {
                let (clock, tell, text) = (model_clock.clone(), tell.clone(), text.clone());
                async move {
                    let text = script(clock, text).enumerate().map(move |(index, item)| {
                        _ = tell.send(index);
                        item
                    });
                    Reply::try_stream(text)
                }
            })
            .on_outcome(move |_, outcome| {
                let text = match outcome {
                    Outcome::Parked { reason, .. } => format!("parked {reason}"),
                    other => other.name().to_owned(),
                };
                reported.lock().unwrap().push(text);
            });
        let app = bot.build(&Config::new(account.clock_tolerance(None))).unwrap();
        Self { clock, api, app, outcomes, written }
    }

    /// The answer to a message, and what is sent after it.
    async fn ask(&self) -> (Option<String>, Vec<String>) {
        let push = text(Product::Official, 1, "hello", Format::Xml);
        let push = push_at(Product::Official, &push, Mode::Safe, NOW);
        let app = self.app.clone();
        let request = deliver(&push);
        let answered = tokio::spawn(async move { answer(&app, request).await.1 });
        self.clock.advance(5 * SECOND).await;
        let body = answered.await.unwrap();
        let answer = match platform(Product::Official).read_answer(&push, &body).unwrap() {
            BotAnswer::Reply { reply: PassiveReply::Text(text), .. } => Some(text),
            BotAnswer::Empty => None,
            other => panic!("{other:?}"),
        };
        self.clock.advance(3600 * SECOND).await;
        (answer, self.api.sent())
    }

    fn outcomes(&self) -> Vec<String> {
        self.outcomes.lock().unwrap().clone()
    }
}

fn words(words: &[(u64, &str)]) -> Script {
    words.iter().map(|(after, word)| (*after, Ok((*word).to_owned()))).collect()
}

#[tokio::test]
async fn a_short_text_is_one_answer() {
    let setting = Setting::new(words(&[(1, "It "), (1, "works"), (1, ".")]));
    assert_eq!(setting.ask().await, (Some("It works.".to_owned()), vec![]));
    assert_eq!(setting.outcomes(), ["offered"]);
}

#[tokio::test]
async fn what_has_arrived_in_time_is_the_answer_and_the_rest_follows() {
    let setting = Setting::new(words(&[
        (1, "你好。"),
        (1, "我在"),
        (4, "想。"),
        (1, "3.14"),
        (1, " is pi."),
    ]));
    let (answer, sent) = setting.ask().await;
    assert_eq!(answer.as_deref(), Some("你好。"));
    assert_eq!(sent, ["我在想。3.14 is pi."]);
    assert_eq!(setting.outcomes(), ["offered", "sent"]);
}

#[tokio::test]
async fn a_text_that_begins_late_is_sent_separately() {
    let setting = Setting::new(words(&[(8, "Late. "), (1, "But here.")]));
    assert_eq!(setting.ask().await, (None, vec!["Late. But here.".to_owned()]));
}

#[tokio::test]
async fn a_long_text_has_no_more_messages_than_are_allowed() {
    // 40 sentences of 300 bytes, one each 2 s: 12,000 bytes.
    let sentence = format!("{}。", "字".repeat(99));
    let text: Script = (0..40).map(|_| (2, Ok(sentence.clone()))).collect();
    let setting = Setting::new(text);
    let (answer, sent) = setting.ask().await;
    assert!(sent.len() <= 5, "{} messages", sent.len());
    let length = answer.unwrap().len() + sent.iter().map(String::len).sum::<usize>();
    assert!(sent.iter().all(|piece| piece.len() <= 2048 && piece.ends_with('。')));
    let outcomes = setting.outcomes();
    // What does not fit is not lost.
    assert!(length > 6_000, "{length} bytes");
    assert_eq!(outcomes.last().map(String::as_str), Some("parked window"), "{outcomes:?}");
}

#[tokio::test]
async fn a_text_that_fits_is_complete() {
    let sentence = format!("{}。", "字".repeat(99));
    let text: Script = (0..20).map(|_| (2, Ok(sentence.clone()))).collect();
    let setting = Setting::new(text);
    let (answer, sent) = setting.ask().await;
    assert_eq!(answer.unwrap() + &sent.concat(), sentence.repeat(20));
    assert!(sent.len() <= 5, "{} messages", sent.len());
}

#[tokio::test]
async fn a_text_that_breaks_off_is_sent_as_far_as_it_came() {
    let mut text = words(&[(1, "Good. "), (8, "Half")]);
    text.push((1, Err("the model is gone".to_owned())));
    let setting = Setting::new(text);
    let (answer, sent) = setting.ask().await;
    assert_eq!((answer.as_deref(), sent), (Some("Good."), vec!["Half".to_owned()]));
    assert_eq!(setting.outcomes(), ["offered", "sent", "parked handler"]);
}

#[tokio::test]
async fn a_text_that_fails_at_once_is_a_failed_handler() {
    let setting = Setting::new(vec![(1, Err("no model".to_owned()))]);
    assert_eq!(setting.ask().await, (None, vec![]));
    assert_eq!(setting.outcomes(), ["parked handler"]);
}

#[tokio::test]
async fn a_message_that_fails_for_a_while_does_not_lose_the_rest() {
    let sentence = format!("{}. ", "x".repeat(400));
    let text: Script = (0..4).map(|_| (4, Ok(sentence.clone()))).collect();
    let setting = Setting::new(text);
    setting.api.fail([Fault::Unsent; 8]);
    let (answer, sent) = setting.ask().await;
    let all = [vec![answer.unwrap()], sent].concat().join(" ");
    assert_eq!(all, sentence.repeat(4).trim());
}

#[tokio::test]
async fn the_text_is_read_no_faster_than_it_is_sent() {
    let sentence = format!("{}. ", "x".repeat(400));
    let text: Script = (0..4).map(|_| (3, Ok(sentence.clone()))).collect();
    let mut setting = Setting::new(text);
    setting.api.hold();
    let push = text_push();
    let (app, request) = (setting.app.clone(), deliver(&push));
    let answered = tokio::spawn(async move { answer(&app, request).await });
    // The first separate message is held from the ninth second on.
    setting.clock.advance(14 * SECOND).await;
    answered.await.unwrap();
    let mut read = 0;
    while setting.written.try_recv().is_ok() {
        read += 1;
    }
    assert!(read < 4, "{read} items were read while the first message was being sent");
    setting.api.release();
    setting.clock.advance(60 * SECOND).await;
    assert!(setting.written.try_recv().is_ok());
}

fn text_push() -> weixin::protocol::PlatformPush {
    let push = text(Product::Official, 1, "hello", Format::Xml);
    push_at(Product::Official, &push, Mode::Safe, NOW)
}

#[tokio::test]
async fn an_account_without_messages_gets_the_whole_text_from_the_mailbox() {
    let account = account(Product::Official).late_reply(LateReply::Mailbox).mailbox_text("later");
    let setting = Setting::with(account, words(&[(4, "One. "), (20, "Two. "), (4, "Three.")]));
    let push = text_push();
    let (app, request) = (setting.app.clone(), deliver(&push));
    let first = tokio::spawn(async move { answer(&app, request).await });
    setting.clock.advance(5 * SECOND).await;
    first.abort();
    let (app, request) = (setting.app.clone(), deliver(&push));
    let second = tokio::spawn(async move { answer(&app, request).await.1 });
    setting.clock.advance(60 * SECOND).await;
    let read = |push: &weixin::protocol::PlatformPush, body: &str| match platform(Product::Official)
        .read_answer(push, body)
        .unwrap()
    {
        BotAnswer::Reply { reply: PassiveReply::Text(text), .. } => text,
        other => panic!("{other:?}"),
    };
    assert_eq!(read(&push, &second.await.unwrap()), "later");
    let next = text(Product::Official, 2, "and?", Format::Xml);
    let next = push_at(Product::Official, &next, Mode::Safe, NOW);
    let (_, body) = answer(&setting.app, deliver(&next)).await;
    assert_eq!(read(&next, &body), "One. Two. Three.");
}

#[tokio::test]
async fn a_text_that_breaks_off_is_told_as_such_to_an_account_without_messages() {
    let account = account(Product::Official).late_reply(LateReply::Mailbox).mailbox_text("later");
    let mut text = words(&[(1, "Good. ")]);
    text.push((1, Err("the model is gone".to_owned())));
    let setting = Setting::with(account, text);
    assert_eq!(setting.ask().await, (Some("Good.".to_owned()), vec![]));
    assert_eq!(setting.outcomes(), ["offered", "parked handler"]);
}
