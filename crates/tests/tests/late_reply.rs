//! Accounts that cannot send messages: a push is held until its answer goes out with a repeat, and
//! what is later than that waits in the mailbox.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use std::{
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use common::*;
use http::StatusCode;
use tokio::task::JoinHandle;
use weixin::{
    LateReply,
    api::Clock,
    bot::App,
    emulator::VirtualClock,
    prelude::*,
    protocol::{BotAnswer, Format, Mode, PassiveReply, PlatformPush, Product},
};
use weixin_tests::api_stub::ApiStub;

const SECOND: Duration = Duration::from_secs(1);

/// What the platform shows the user.
#[derive(Debug, Clone, PartialEq)]
enum Shown {
    Text(String),
    Nothing,
    /// No delivery was answered in time.
    Unavailable,
}

fn shown(text: &str) -> Shown {
    Shown::Text(text.to_owned())
}

/// A bot that answers `SECONDS TEXT` with `TEXT` after so many seconds, and the platform around it.
struct Setting {
    clock: Arc<VirtualClock>,
    app: App,
    runs: Arc<AtomicUsize>,
    outcomes: Arc<Mutex<Vec<String>>>,
}

impl Setting {
    fn new(account: AccountConfig) -> Self {
        let (clock, runs) = (Arc::new(VirtualClock::default()), Arc::<AtomicUsize>::default());
        let outcomes = Arc::<Mutex<Vec<String>>>::default();
        let (handler_clock, begun): (Arc<dyn Clock>, _) = (clock.clone(), runs.clone());
        let reported = outcomes.clone();
        let api = Arc::new(ApiStub::default());
        let bot = Bot::new()
            .clock(clock.clone())
            .transport(api)
            .on(matching(
                r"^(\d+) (.*)$",
                move |Captures((seconds, text)): Captures<(u32, String)>| {
                    begun.fetch_add(1, Ordering::Relaxed);
                    let clock = handler_clock.clone();
                    async move {
                        clock.sleep(seconds * SECOND).await;
                        text
                    }
                },
            ))
            .fallback(|text: Text| async move { format!("handled {}", text.content) })
            .on_outcome(move |_, outcome| reported.lock().unwrap().push(outcome.name().to_owned()));
        let app = bot.build(&Config::new(account.clock_tolerance(None))).unwrap();
        Self { clock, app, runs, outcomes }
    }

    /// The platform delivers a message up to three times, and waits 5 s each time.
    fn say(&self, id: u64, content: &str) -> JoinHandle<Shown> {
        let push = text(Product::Official, id, content, Format::Xml);
        let push = push_at(Product::Official, &push, Mode::Safe, NOW);
        let (app, clock): (App, Arc<dyn Clock>) = (self.app.clone(), self.clock.clone());
        tokio::spawn(async move {
            for _ in 0..3 {
                let delivery = answer(&app, deliver(&push));
                let Ok((status, body)) = clock.timeout(5 * SECOND, delivery).await else {
                    continue;
                };
                if status == StatusCode::OK {
                    return read_answer(&push, &body);
                }
            }
            Shown::Unavailable
        })
    }

    /// What the user sees of a message that is sent now.
    async fn ask(&self, id: u64, content: &str) -> Shown {
        let said = self.say(id, content);
        self.clock.advance(20 * SECOND).await;
        said.await.unwrap()
    }

    fn runs(&self) -> usize {
        self.runs.load(Ordering::Relaxed)
    }

    fn outcomes(&self) -> Vec<String> {
        std::mem::take(&mut *self.outcomes.lock().unwrap())
    }
}

fn read_answer(push: &PlatformPush, body: &str) -> Shown {
    match platform(Product::Official).read_answer(push, body).unwrap() {
        BotAnswer::Reply { reply: PassiveReply::Text(text), .. } => Shown::Text(text),
        BotAnswer::Empty => Shown::Nothing,
        other => panic!("{other:?}"),
    }
}

fn holding() -> AccountConfig {
    account(Product::Official).late_reply(LateReply::Hold)
}

fn with_mailbox() -> AccountConfig {
    account(Product::Official).late_reply(LateReply::Mailbox).mailbox_text("later")
}

#[tokio::test]
async fn an_answer_in_time_is_the_answer() {
    for account in [holding(), with_mailbox()] {
        let setting = Setting::new(account);
        assert_eq!(setting.ask(1, "2 hello").await, shown("hello"));
        assert_eq!(setting.outcomes(), ["offered"]);
    }
}

#[tokio::test]
async fn a_late_answer_goes_out_with_a_repeat() {
    for account in [holding(), with_mailbox()] {
        for seconds in [5, 8, 9] {
            let setting = Setting::new(account.clone());
            assert_eq!(setting.ask(1, &format!("{seconds} hello")).await, shown("hello"));
            assert_eq!((setting.runs(), setting.outcomes()), (1, vec!["offered".to_owned()]));
        }
    }
}

#[tokio::test]
async fn an_answer_that_is_later_than_the_repeats_is_parked() {
    let setting = Setting::new(holding());
    assert_eq!(setting.ask(1, "12 hello").await, Shown::Nothing, "acknowledged after two");
    assert_eq!(setting.outcomes(), ["parked"]);
}

#[tokio::test]
async fn three_deliveries_can_be_counted_on() {
    let setting = Setting::new(holding().deliveries(3));
    assert_eq!(setting.ask(1, "13 hello").await, shown("hello"));
    let setting = Setting::new(holding().deliveries(1));
    assert_eq!(setting.ask(1, "6 hello").await, Shown::Nothing, "nothing is held");
}

#[tokio::test]
async fn only_some_pushes_are_held_at_once() {
    let setting = Setting::new(holding());
    let said: Vec<_> = (0..30)
        .map(|id| {
            let push = text(Product::Official, id, "7 hello", Format::Xml);
            let mut header = push.header().clone();
            header.from = format!("o{id}").as_str().into();
            let push = weixin::protocol::Inbound::of(
                &header,
                &Text::new(header.clone(), "7 hello"),
                Format::Xml,
            );
            let push = push_at(Product::Official, &push, Mode::Safe, NOW);
            let (app, clock): (App, Arc<dyn Clock>) = (setting.app.clone(), setting.clock.clone());
            tokio::spawn(async move {
                let delivery = answer(&app, deliver(&push));
                clock.timeout(5 * SECOND, delivery).await.is_ok()
            })
        })
        .collect();
    setting.clock.advance(5 * SECOND).await;
    let mut acknowledged = 0;
    for said in said {
        acknowledged += usize::from(said.await.unwrap());
    }
    assert_eq!(acknowledged, 25, "5 are held at once");
    setting.clock.advance(60 * SECOND).await;
}

#[tokio::test]
async fn what_is_later_still_waits_for_the_next_message() {
    let setting = Setting::new(with_mailbox());
    assert_eq!(setting.ask(1, "30 hello").await, shown("later"));
    setting.clock.advance(20 * SECOND).await;
    assert_eq!(setting.outcomes(), ["in-mailbox"]);
    assert_eq!(setting.ask(2, "anything").await, shown("hello"));
    assert_eq!(setting.outcomes(), ["offered"]);
    // It is given once, and the next message is handled.
    assert_eq!(setting.ask(3, "anything").await, shown("handled anything"));
    assert_eq!(setting.runs(), 1);
}

#[tokio::test]
async fn a_user_who_asks_too_early_is_told_again() {
    let setting = Setting::new(with_mailbox());
    assert_eq!(setting.ask(1, "60 hello").await, shown("later"));
    assert_eq!(setting.ask(2, "now?").await, shown("later"));
    setting.clock.advance(30 * SECOND).await;
    assert_eq!(setting.ask(3, "now?").await, shown("hello"));
    assert_eq!(setting.ask(4, "now?").await, shown("handled now?"));
}

#[tokio::test]
async fn a_user_who_asks_again_shortly_before_gets_it_with_that_message() {
    let setting = Setting::new(with_mailbox());
    assert_eq!(setting.ask(1, "23 hello").await, shown("later"));
    // The answer comes 3 s after this message.
    assert_eq!(setting.ask(2, "now?").await, shown("hello"));
}

#[tokio::test]
async fn a_second_question_before_the_notice_is_handled() {
    let setting = Setting::new(with_mailbox());
    let first = setting.say(1, "12 first");
    setting.clock.advance(SECOND).await;
    let second = setting.say(2, "0 second");
    setting.clock.advance(30 * SECOND).await;
    assert_eq!(first.await.unwrap(), shown("later"));
    assert_eq!(second.await.unwrap(), shown("later"));
    assert_eq!(setting.runs(), 2, "both are handled");
    assert_eq!(setting.ask(3, "and?").await, shown("first\n\nsecond"));
}

#[tokio::test]
async fn mail_is_for_messages_not_for_events() {
    let setting = Setting::new(with_mailbox());
    assert_eq!(setting.ask(1, "30 hello").await, shown("later"));
    setting.clock.advance(20 * SECOND).await;
    let header = Header::new("oAnn", user_name(Product::Official), NOW);
    let event =
        weixin::protocol::Inbound::of(&header, &Unsubscribe::new(header.clone()), Format::Xml);
    let event = push_at(Product::Official, &event, Mode::Safe, NOW);
    let (status, body) = answer(&setting.app, deliver(&event)).await;
    assert_eq!((status, body.as_str()), (StatusCode::OK, ""));
    assert_eq!(setting.ask(2, "anything").await, shown("hello"));
}
