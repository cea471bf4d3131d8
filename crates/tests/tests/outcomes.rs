//! What becomes of each message of an answer is reported, sends that may succeed later are tried
//! again, and the platform's limits for one user are kept.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

use common::*;
use weixin::{
    Delivery, InboxConfig, Outcome,
    bot::{
        App, MemoryInbox, ParkReason,
        inbox::{Inbox, ItemFilter, StateFilter},
    },
    emulator::VirtualClock,
    prelude::*,
    protocol::{Format, Mode, Product},
};
use weixin_tests::api_stub::{ApiStub, Fault};

const SECOND: Duration = Duration::from_secs(1);
const HOUR: Duration = Duration::from_secs(60 * 60);

/// A bot that answers a number with so many texts, and what it reports.
struct Setting {
    clock: Arc<VirtualClock>,
    api: Arc<ApiStub>,
    inbox: Arc<MemoryInbox>,
    app: App,
    outcomes: Arc<Mutex<Vec<String>>>,
}

impl Setting {
    fn new() -> Self {
        Self::with(Product::Official, InboxConfig::default())
    }

    fn with(product: Product, settings: InboxConfig) -> Self {
        let clock = Arc::new(VirtualClock::default());
        let api = Arc::<ApiStub>::default();
        let inbox = Arc::new(MemoryInbox::new(clock.clone()));
        let outcomes = Arc::<Mutex<Vec<String>>>::default();
        let reported = outcomes.clone();
        let bot = Bot::new()
            .clock(clock.clone())
            .transport(api.clone())
            .inbox(inbox.clone())
            .on(|text: Text| async move {
                let count: usize = text.content.parse().unwrap();
                (1..=count).map(|number| number.to_string()).collect::<Vec<_>>()
            })
            .on_outcome(move |_, outcome| reported.lock().unwrap().push(short(outcome)));
        let config = Config::new(account(product).clock_tolerance(None)).inbox(settings);
        let app = bot.build(&config).unwrap();
        Self { clock, api, inbox, app, outcomes }
    }

    /// Delivers a text and lets an hour pass.
    async fn say(&self, id: u64, content: &str) {
        self.deliver(id, content).await;
        self.clock.advance(HOUR).await;
    }

    async fn deliver(&self, id: u64, content: &str) {
        let push = text(Product::Official, id, content, Format::Xml);
        let push = push_at(Product::Official, &push, Mode::Safe, NOW);
        _ = answer(&self.app, common::deliver(&push)).await;
    }

    fn outcomes(&self) -> Vec<String> {
        std::mem::take(&mut *self.outcomes.lock().unwrap())
    }

    /// Why pushes are parked.
    async fn parked(&self) -> Vec<String> {
        let parked = self.inbox.list(&ItemFilter::state(StateFilter::Parked), None).await.unwrap();
        let failure = |item: &weixin::bot::inbox::ItemSummary| {
            item.status.progress.failure.as_deref().unwrap_or_default().to_owned()
        };
        parked.items.iter().map(failure).collect()
    }
}

fn short(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Rejected { code: Some(code), .. } => format!("rejected {}", code.get()),
        Outcome::Parked { reason, .. } => format!("parked {reason}"),
        other => other.name().to_owned(),
    }
}

#[tokio::test]
async fn each_message_has_an_outcome() {
    let setting = Setting::new();
    setting.say(1, "0").await;
    assert_eq!(setting.outcomes(), ["nothing"]);
    setting.say(2, "3").await;
    assert_eq!(setting.outcomes(), ["offered", "sent", "sent"]);
    // A repeat of an answered push is no new outcome.
    setting.deliver(3, "1").await;
    setting.deliver(3, "1").await;
    assert_eq!(setting.outcomes(), ["offered"]);
}

#[tokio::test]
async fn a_hook_that_panics_harms_nothing() {
    let (bot, runs) = counting();
    let bot = bot.on_outcome(|_, _| panic!("the hook is broken"));
    let app = bot.build(&Config::new(account(Product::Official).clock_tolerance(None))).unwrap();
    let push = safe_text(Product::Official, 7, NOW);
    let (status, body) = answer(&app, common::deliver(&push)).await;
    assert!(status.is_success() && !body.is_empty());
    assert_eq!(count(&runs), 1);
}

#[tokio::test]
async fn a_message_that_the_platform_rejects_is_reported_with_its_code() {
    let setting = Setting::new();
    setting.api.fail([Fault::Code(40003)]);
    setting.say(1, "3").await;
    assert_eq!(setting.outcomes(), ["offered", "rejected 40003", "sent"]);
    assert_eq!(setting.api.sent(), ["3"], "the others are sent");
    assert_eq!(setting.parked().await, [""; 0]);
}

#[tokio::test]
async fn what_was_certainly_not_sent_is_sent_again() {
    for fault in [Fault::Unsent, Fault::Code(-1)] {
        let setting = Setting::new();
        setting.api.fail([fault; 5]);
        setting.say(1, "3").await;
        assert_eq!(setting.api.sent(), ["2", "3"], "{fault:?}: in order, and once each");
        assert_eq!(setting.outcomes(), ["offered", "sent", "sent"]);
    }
}

#[tokio::test]
async fn while_a_message_is_tried_again_the_users_next_push_waits() {
    let setting = Setting::new();
    setting.api.fail([Fault::Unsent; 24]);
    setting.deliver(1, "2").await;
    let (app, clock) = (setting.app.clone(), setting.clock.clone());
    let push = text(Product::Official, 2, "1", Format::Xml);
    let push = push_at(Product::Official, &push, Mode::Safe, NOW);
    let next = tokio::spawn(async move { answer(&app, common::deliver(&push)).await });
    clock.advance(5 * SECOND).await;
    assert_eq!(next.await.unwrap().1, "", "acknowledged");
    clock.advance(HOUR).await;
    assert_eq!(setting.api.sent(), ["2", "1"]);
}

/// Only messages need the API: a user is answered although it is down.
#[tokio::test]
async fn a_platform_that_stays_down_does_not_hold_up_the_user() {
    let setting = Setting::new();
    setting.api.fail([Fault::Unsent; 60]);
    setting.deliver(1, "2").await;
    setting.clock.advance(30 * SECOND).await;
    assert_eq!(setting.outcomes(), ["offered"]);
    setting.deliver(2, "1").await;
    assert_eq!(setting.outcomes(), ["offered"], "the second message is answered");
    let [failure] = &*setting.parked().await else { panic!("visible meanwhile") };
    assert_eq!(ParkReason::of(failure), Some(ParkReason::Unavailable));
    setting.clock.advance(HOUR).await;
    assert_eq!((setting.api.sent(), setting.parked().await), (vec!["2".to_owned()], vec![]));
    assert_eq!(setting.outcomes(), ["sent"]);
}

#[tokio::test]
async fn a_platform_that_is_down_for_more_than_an_hour_parks_the_push() {
    let setting = Setting::new();
    setting.api.fail([Fault::Unsent; 1000]);
    setting.deliver(1, "3").await;
    setting.clock.advance(3 * HOUR).await;
    assert_eq!(setting.outcomes(), ["offered", "parked unavailable"]);
    let [failure] = &*setting.parked().await else { panic!() };
    assert!(failure.starts_with("unavailable: "), "{failure}");
    assert_eq!(ParkReason::of(failure), Some(ParkReason::Unavailable));
}

#[tokio::test]
async fn a_message_without_an_answer_of_the_platform_is_not_sent_again() {
    let setting = Setting::new();
    setting.api.fail([Fault::Interrupted]);
    setting.say(1, "3").await;
    assert_eq!(setting.outcomes(), ["offered", "parked unknown"]);
    assert_eq!(setting.api.sent(), ["2"], "the user has got it");
}

#[tokio::test]
async fn with_at_least_once_a_message_without_an_answer_is_sent_again() {
    let settings = InboxConfig::default().delivery(Delivery::AtLeastOnce);
    let setting = Setting::with(Product::Official, settings);
    setting.api.fail([Fault::Interrupted]);
    setting.say(1, "2").await;
    assert_eq!(setting.outcomes(), ["offered", "sent"]);
    assert_eq!(setting.api.sent(), ["2", "2"]);
}

#[tokio::test]
async fn no_more_messages_are_sent_than_the_platform_takes() {
    let setting = Setting::new();
    setting.say(1, "12").await;
    assert_eq!(setting.api.sent(), ["2", "3", "4", "5", "6"], "five after the answer");
    assert_eq!(setting.api.tries(), 5, "the rest is not tried");
    let outcomes = setting.outcomes();
    assert_eq!(outcomes.last().map(String::as_str), Some("parked window"), "{outcomes:?}");
    let [failure] = &*setting.parked().await else { panic!() };
    assert!(failure.contains("6 of 11 messages are not sent"), "{failure}");
    // Another message of the user opens another window.
    setting.say(2, "3").await;
    assert_eq!(setting.api.sent()[5..], ["2", "3"]);
}

#[tokio::test]
async fn a_window_counts_for_all_pushes_of_one_kind() {
    let setting = Setting::new();
    setting.deliver(1, "4").await;
    setting.clock.advance(SECOND).await;
    assert_eq!(setting.api.sent().len(), 3);
    // A new message replaces the window of the previous one.
    setting.deliver(2, "7").await;
    setting.clock.advance(SECOND).await;
    assert_eq!(setting.api.sent().len(), 8);
}

#[tokio::test]
async fn the_platforms_word_that_a_window_is_closed_parks_the_rest() {
    for code in [45015, 45047] {
        let setting = Setting::new();
        setting.api.fail([Fault::Code(code)]);
        setting.say(1, "3").await;
        assert_eq!(setting.outcomes(), ["offered", "parked window"], "{code}");
        assert_eq!(setting.api.tries(), 1);
    }
}
