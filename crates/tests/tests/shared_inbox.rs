//! Several bots that share an inbox: a push is handled by one of them, its answer goes out once, and
//! nothing is lost if one of them dies.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use std::{
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use common::{
    hooked_inbox::{Hook, HookedInbox, Moment},
    *,
};
use http::StatusCode;
use tokio::{runtime::Runtime, task::JoinHandle};
use weixin::{
    Delivery, InboxConfig,
    api::{AccountId, Clock},
    bot::{
        App, Envelope, ParkReason,
        inbox::{
            Change, Enqueued, Inbox, ItemFilter, ItemState, Outbox, Progress, ReplyState,
            StateFilter, Then,
        },
    },
    emulator::VirtualClock,
    prelude::*,
    protocol::{
        BotAnswer, Format, Mode, PassiveReply, PlatformPush, Product, Provenance, Verified,
    },
    store::{Error, ErrorKind},
};
use weixin_tests::api_stub::ApiStub;

const SECOND: Duration = Duration::from_secs(1);

/// Bots with one inbox, one clock, and one platform that counts what they send.
struct Setting {
    clock: Arc<VirtualClock>,
    inbox: HookedInbox,
    api: Arc<ApiStub>,
    runs: Arc<AtomicUsize>,
}

impl Setting {
    fn new() -> Self {
        let clock = Arc::new(VirtualClock::default());
        Self {
            inbox: HookedInbox::shared(clock.clone()),
            clock,
            api: Arc::default(),
            runs: Arc::default(),
        }
    }

    /// A bot that answers `SECONDS TEXT` with `TEXT` and the number of the handler's run, after so
    /// many seconds.
    fn bot(&self) -> Bot {
        let (clock, runs): (Arc<dyn Clock>, _) = (self.clock.clone(), self.runs.clone());
        Bot::new().clock(self.clock.clone()).transport(self.api.clone()).on(matching(
            r"^(\d+) (.*)$",
            move |Captures((seconds, text)): Captures<(u32, String)>| {
                let (clock, run) = (clock.clone(), runs.fetch_add(1, Ordering::Relaxed) + 1);
                async move {
                    if seconds > 0 {
                        clock.sleep(seconds * SECOND).await;
                    }
                    format!("{text} {run}")
                }
            },
        ))
    }

    fn app(&self) -> App {
        self.app_with(self.inbox.clone(), InboxConfig::default())
    }

    fn app_with(&self, inbox: HookedInbox, settings: InboxConfig) -> App {
        let config = Config::new(account(Product::Official).clock_tolerance(None)).inbox(settings);
        self.bot().inbox(Arc::new(inbox)).build(&config).unwrap()
    }

    fn runs(&self) -> usize {
        self.runs.load(Ordering::Relaxed)
    }

    /// Advances the clock until another runtime has brought about a condition.
    async fn advance_until(&self, mut condition: impl AsyncFnMut() -> bool) {
        for _ in 0..10_000 {
            if condition().await {
                return;
            }
            self.clock.advance(SECOND / 10).await;
            for _ in 0..100 {
                tokio::task::yield_now().await;
            }
        }
        panic!("it never happened");
    }

    async fn count(&self, state: StateFilter) -> usize {
        self.inbox.list(&ItemFilter::state(state), None).await.unwrap().items.len()
    }
}

fn says(id: u64, content: &str) -> PlatformPush {
    push_at(Product::Official, &text(Product::Official, id, content, Format::Xml), Mode::Safe, NOW)
}

/// What the platform gets.
#[derive(Debug, Clone, PartialEq)]
enum Got {
    Text(String),
    Acknowledgement,
    Status(StatusCode),
}

fn got_text(text: &str) -> Got {
    Got::Text(text.to_owned())
}

/// Delivers a push in a task of its own.
fn send(app: &App, push: PlatformPush) -> JoinHandle<Got> {
    let app = app.clone();
    tokio::spawn(async move {
        let (status, body) = answer(&app, deliver(&push)).await;
        if status != StatusCode::OK {
            return Got::Status(status);
        }
        match platform(Product::Official).read_answer(&push, &body).unwrap() {
            BotAnswer::Reply { reply: PassiveReply::Text(text), .. } => Got::Text(text),
            BotAnswer::Empty => Got::Acknowledgement,
            other => panic!("{other:?}"),
        }
    })
}

#[tokio::test]
async fn a_repeat_that_reaches_another_bot_gets_the_answer_of_the_running_handler() {
    let setting = Setting::new();
    let (one, other) = (setting.app(), setting.app());
    let first = send(&one, says(7, "3 hello"));
    setting.clock.advance(SECOND).await;
    let repeat = send(&other, says(7, "3 hello"));
    setting.clock.advance(3 * SECOND).await;
    assert_eq!(first.await.unwrap(), got_text("hello 1"));
    assert_eq!(repeat.await.unwrap(), got_text("hello 1"));
    setting.clock.advance(60 * SECOND).await;
    assert_eq!((setting.runs(), setting.api.sent()), (1, vec![]));
}

#[tokio::test]
async fn a_repeat_of_an_answered_push_gets_the_same_answer_from_any_bot() {
    let setting = Setting::new();
    let (one, other) = (setting.app(), setting.app());
    assert_eq!(send(&one, says(7, "0 hello")).await.unwrap(), got_text("hello 1"));
    for app in [&other, &one, &other] {
        assert_eq!(send(app, says(7, "0 hello")).await.unwrap(), got_text("hello 1"));
    }
    assert_eq!(setting.runs(), 1);
}

#[tokio::test]
async fn a_late_answer_is_sent_once_whoever_had_a_delivery() {
    let setting = Setting::new();
    let (one, other) = (setting.app(), setting.app());
    let first = send(&one, says(7, "12 hello"));
    setting.clock.advance(2 * SECOND).await;
    let repeat = send(&other, says(7, "12 hello"));
    setting.clock.advance(5 * SECOND).await;
    assert_eq!(first.await.unwrap(), Got::Acknowledgement);
    assert_eq!(repeat.await.unwrap(), Got::Acknowledgement);
    setting.clock.advance(60 * SECOND).await;
    assert_eq!((setting.runs(), setting.api.sent()), (1, vec!["hello 1".to_owned()]));
}

#[tokio::test]
async fn after_another_bot_has_acknowledged_a_repeat_the_answer_is_sent_separately() {
    let setting = Setting::new();
    let (one, other) = (setting.app(), setting.app());
    // The first delivery is cut off; the repeat is acknowledged at the end of its time.
    let first = send(&one, says(7, "12 hello"));
    setting.clock.advance(SECOND).await;
    first.abort();
    setting.clock.advance(4 * SECOND).await;
    let repeat = send(&other, says(7, "12 hello"));
    setting.clock.advance(5 * SECOND).await;
    assert_eq!(repeat.await.unwrap(), Got::Acknowledgement);
    setting.clock.advance(60 * SECOND).await;
    assert_eq!((setting.runs(), setting.api.sent()), (1, vec!["hello 1".to_owned()]));
}

#[tokio::test]
async fn an_answer_that_no_delivery_took_rides_on_a_repeat_at_another_bot() {
    let setting = Setting::new();
    let (one, other) = (setting.app(), setting.app());
    let first = send(&one, says(7, "2 hello"));
    setting.clock.advance(SECOND).await;
    first.abort();
    setting.clock.advance(4 * SECOND).await;
    // The handler has returned, and the answer waits for a repeat.
    assert_eq!(send(&other, says(7, "2 hello")).await.unwrap(), got_text("hello 1"));
    setting.clock.advance(60 * SECOND).await;
    assert_eq!((setting.runs(), setting.api.sent()), (1, vec![]), "it is not sent as well");
}

#[tokio::test]
async fn an_answer_that_nobody_takes_is_sent_separately() {
    let setting = Setting::new();
    let app = setting.app();
    let first = send(&app, says(7, "2 hello"));
    setting.clock.advance(SECOND).await;
    first.abort();
    setting.clock.advance(60 * SECOND).await;
    assert_eq!((setting.runs(), setting.api.sent()), (1, vec!["hello 1".to_owned()]));
    // A repeat after that gets no answer.
    assert_eq!(send(&app, says(7, "2 hello")).await.unwrap(), Got::Acknowledgement);
}

#[tokio::test]
async fn the_pushes_of_one_user_are_handled_in_order_by_whichever_bot() {
    let setting = Setting::new();
    let (one, other) = (setting.app(), setting.app());
    let first = send(&one, says(1, "2 first"));
    setting.clock.settle().await;
    let second = send(&other, says(2, "0 second"));
    let third = send(&one, says(3, "0 third"));
    setting.clock.advance(SECOND).await;
    assert_eq!(setting.runs(), 1, "the others wait");
    setting.clock.advance(2 * SECOND).await;
    assert_eq!(first.await.unwrap(), got_text("first 1"));
    assert_eq!(second.await.unwrap(), got_text("second 2"));
    assert_eq!(third.await.unwrap(), got_text("third 3"));
}

/// A bot in a runtime of its own, which can die at any moment.
struct Mortal {
    app: App,
    runtime: Runtime,
}

impl Mortal {
    fn new(app: App) -> Self {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .unwrap();
        Self { app, runtime }
    }

    /// Delivers a push and waits for the answer.
    async fn get(&self, push: PlatformPush) -> Got {
        let app = self.app.clone();
        let sent = self.runtime.spawn(async move { send(&app, push).await.unwrap() });
        sent.await.unwrap()
    }

    /// Delivers a push.
    fn send(&self, push: PlatformPush) -> JoinHandle<Got> {
        let app = self.app.clone();
        self.runtime.spawn(async move { send(&app, push).await.unwrap() })
    }

    /// Ends everything at once, as `kill -9` does.
    async fn die(self) {
        tokio::task::spawn_blocking(move || drop(self.runtime)).await.unwrap();
    }
}

/// Waits for a condition that another runtime brings about.
async fn until(mut condition: impl AsyncFnMut() -> bool) {
    for _ in 0..100_000 {
        if condition().await {
            return;
        }
        tokio::task::yield_now().await;
    }
    panic!("it never happened");
}

#[tokio::test]
async fn what_a_dead_bot_was_handling_is_handled_by_another() {
    let setting = Setting::new();
    let dead = Mortal::new(setting.app());
    let waiting = dead.send(says(7, "60 hello"));
    let next = dead.send(says(8, "0 next"));
    until(async || {
        setting.count(StateFilter::Claimed).await == 1
            && setting.count(StateFilter::Waiting).await == 1
    })
    .await;
    dead.die().await;
    assert!(waiting.await.is_err() && next.await.is_err());
    let other = setting.app();
    other.ready().await.unwrap();
    setting.clock.advance(20 * SECOND).await;
    assert_eq!(setting.runs(), 2, "the first one runs again");
    setting.clock.advance(120 * SECOND).await;
    let sent = setting.api.sent();
    assert_eq!(sent, ["hello 2", "next 3"], "in order, and once each");
    assert_eq!(setting.count(StateFilter::Claimed).await, 0);
}

#[tokio::test]
async fn a_repeat_of_a_push_that_a_dead_bot_has_answered_gets_that_answer() {
    let setting = Setting::new();
    let dead = Mortal::new(setting.app());
    assert_eq!(dead.get(says(7, "0 hello")).await, got_text("hello 1"));
    dead.die().await;
    let other = setting.app();
    assert_eq!(send(&other, says(7, "0 hello")).await.unwrap(), got_text("hello 1"));
    setting.clock.advance(60 * SECOND).await;
    assert_eq!((setting.runs(), setting.api.sent()), (1, vec![]));
}

/// A bot that dies while it sends a message, and what becomes of the message.
async fn dies_while_sending(settings: InboxConfig) -> Setting {
    let setting = Setting::new();
    let dead = Mortal::new(setting.app());
    setting.api.hold();
    let delivery = dead.send(says(7, "5 hello"));
    until(async || setting.runs() == 1).await;
    setting.clock.advance(5 * SECOND).await;
    assert_eq!(delivery.await.unwrap(), Got::Acknowledgement);
    setting.clock.advance(SECOND).await;
    until(async || setting.api.held() == 1).await;
    dead.die().await;
    setting.api.release();
    let other = setting.app_with(setting.inbox.clone(), settings);
    other.ready().await.unwrap();
    setting.clock.advance(60 * SECOND).await;
    assert_eq!(setting.runs(), 1, "the handler does not run again");
    setting
}

#[tokio::test]
async fn a_message_that_may_have_been_sent_is_parked() {
    let setting = dies_while_sending(InboxConfig::default().attempts(3)).await;
    assert_eq!(setting.api.sent(), Vec::<String>::new());
    let parked = setting.inbox.list(&ItemFilter::state(StateFilter::Parked), None).await.unwrap();
    let [item] = &*parked.items else { panic!("{parked:?}") };
    let failure = item.status.progress.failure.as_deref().unwrap();
    assert!(failure.starts_with("unknown: "), "{failure}");
}

#[tokio::test]
async fn with_at_least_once_it_is_sent_again() {
    let settings = InboxConfig::default().attempts(3).delivery(Delivery::AtLeastOnce);
    let setting = dies_while_sending(settings).await;
    assert_eq!(setting.api.sent(), ["hello 1"]);
    assert_eq!(setting.count(StateFilter::Parked).await, 0);
}

#[tokio::test]
async fn a_push_whose_handler_kills_the_process_is_parked_after_some_attempts() {
    let setting = Setting::new();
    let settings = || InboxConfig::default().attempts(2);
    let mut bot = Mortal::new(setting.app_with(setting.inbox.clone(), settings()));
    let _delivery = bot.send(says(7, "1000 hello"));
    for run in 1..=2 {
        until(async || setting.runs() == run).await;
        bot.die().await;
        bot = Mortal::new(setting.app_with(setting.inbox.clone(), settings()));
        let app = bot.app.clone();
        bot.runtime.spawn(async move { app.ready().await.unwrap() }).await.unwrap();
        if run == 1 {
            setting.advance_until(async || setting.runs() == 2).await;
        }
    }
    setting.advance_until(async || setting.count(StateFilter::Parked).await == 1).await;
    assert_eq!(setting.runs(), 2);
    bot.die().await;
}

#[tokio::test]
async fn a_suspended_bot_that_comes_back_sends_nothing() {
    let setting = Setting::new();
    // Its time stands still while the others go on.
    let suspended_clock = Arc::new(VirtualClock::default());
    let handler_clock: Arc<dyn Clock> = suspended_clock.clone();
    let bot = Bot::new()
        .clock(suspended_clock.clone())
        .transport(setting.api.clone())
        .inbox(Arc::new(setting.inbox.clone()))
        .on(move |_: Text| {
            let clock = handler_clock.clone();
            async move {
                clock.sleep(8 * SECOND).await;
                "from the suspended one"
            }
        });
    let config = Config::new(account(Product::Official).clock_tolerance(None));
    let suspended = bot.build(&config).unwrap();
    let first = send(&suspended, says(7, "1 hello"));
    suspended_clock.advance(5 * SECOND).await;
    assert_eq!(first.await.unwrap(), Got::Acknowledgement);
    let other = setting.app_with(setting.inbox.clone(), InboxConfig::default().attempts(3));
    other.ready().await.unwrap();
    setting.clock.advance(30 * SECOND).await;
    assert_eq!(setting.api.sent(), ["hello 1"]);
    suspended_clock.advance(60 * SECOND).await;
    assert_eq!(setting.api.sent(), ["hello 1"]);
    // It takes part again, as a new owner.
    let next = send(&suspended, says(8, "1 hello"));
    suspended_clock.advance(8 * SECOND).await;
    assert_eq!(next.await.unwrap(), Got::Acknowledgement);
    assert_eq!(setting.api.sent(), ["hello 1", "from the suspended one"]);
}

/// A hook that fails while it is told to.
fn failing(fails: &Arc<Mutex<bool>>) -> Hook {
    let fails = fails.clone();
    Arc::new(move |_, moment| {
        let fail = *fails.lock().unwrap() && moment == Moment::Before;
        Box::pin(async move {
            match fail {
                true => Err(Error::new(ErrorKind::Unreachable, "the database is down")),
                false => Ok(()),
            }
        })
    })
}

#[tokio::test]
async fn while_the_inbox_is_down_pushes_are_rejected_and_answers_wait() {
    let setting = Setting::new();
    let down = Arc::new(Mutex::new(false));
    let app = setting.app_with(setting.inbox.with_hook(failing(&down)), InboxConfig::default());
    let late = send(&app, says(7, "6 hello"));
    setting.clock.advance(5 * SECOND).await;
    assert_eq!(late.await.unwrap(), Got::Acknowledgement);
    *down.lock().unwrap() = true;
    setting.clock.advance(10 * SECOND).await;
    assert_eq!(setting.api.sent(), Vec::<String>::new(), "it must first be stored");
    let rejected = send(&app, says(8, "0 next")).await.unwrap();
    assert_eq!(rejected, Got::Status(StatusCode::SERVICE_UNAVAILABLE));
    setting.clock.advance(50 * SECOND).await;
    *down.lock().unwrap() = false;
    setting.clock.advance(6 * SECOND).await;
    assert_eq!(setting.api.sent(), ["hello 1"]);
    assert_eq!(send(&app, says(8, "0 next")).await.unwrap(), got_text("next 2"));
}

#[tokio::test]
async fn an_answer_in_time_is_given_even_if_the_inbox_is_down() {
    let setting = Setting::new();
    let down = Arc::new(Mutex::new(false));
    let app = setting.app_with(setting.inbox.with_hook(failing(&down)), InboxConfig::default());
    let first = send(&app, says(7, "2 hello"));
    setting.clock.advance(SECOND).await;
    *down.lock().unwrap() = true;
    setting.clock.advance(SECOND).await;
    assert_eq!(first.await.unwrap(), got_text("hello 1"));
    *down.lock().unwrap() = false;
    setting.clock.advance(10 * SECOND).await;
    assert_eq!(send(&app, says(7, "2 hello")).await.unwrap(), got_text("hello 1"));
    assert_eq!((setting.runs(), setting.api.sent()), (1, vec![]));
}

#[tokio::test]
async fn a_bot_that_stops_leaves_its_pushes_to_the_others() {
    let setting = Setting::new();
    let (one, other) = (setting.app(), setting.app());
    other.ready().await.unwrap();
    let first = send(&one, says(1, "2 first"));
    setting.clock.settle().await;
    let second = send(&one, says(2, "0 second"));
    setting.clock.settle().await;
    one.stop();
    setting.clock.advance(2 * SECOND).await;
    assert_eq!(first.await.unwrap(), got_text("first 1"));
    // The second one is handled by the other bot.
    setting.clock.advance(2 * SECOND).await;
    assert_eq!(second.await.unwrap(), got_text("second 2"));
    assert_eq!(setting.api.sent(), Vec::<String>::new());
    one.idle().await;
    assert_eq!(setting.count(StateFilter::Claimed).await, 0);
}

#[tokio::test]
async fn a_handler_that_fails_runs_again_and_is_parked_in_the_end() {
    let setting = Setting::new();
    let runs = Arc::<AtomicUsize>::default();
    let counter = runs.clone();
    let bot = Bot::new()
        .clock(setting.clock.clone())
        .transport(setting.api.clone())
        .inbox(Arc::new(setting.inbox.clone()))
        .on(move |msg: Text| {
            let run = counter.fetch_add(1, Ordering::Relaxed) + 1;
            async move {
                match msg.content.parse() {
                    Ok(last) if run < last => Err("not yet"),
                    _ => Ok(format!("done in run {run}")),
                }
            }
        });
    let config = Config::new(account(Product::Official).clock_tolerance(None))
        .inbox(InboxConfig::default().attempts(3));
    let app = bot.build(&config).unwrap();
    let delivery = send(&app, says(7, "3"));
    setting.clock.advance(30 * SECOND).await;
    assert_eq!(delivery.await.unwrap(), got_text("done in run 3"), "still in time");
    runs.store(0, Ordering::Relaxed);
    let _delivery = send(&app, says(8, "9"));
    setting.clock.advance(60 * SECOND).await;
    assert_eq!(runs.load(Ordering::Relaxed), 3);
    let parked = setting.inbox.list(&ItemFilter::state(StateFilter::Parked), None).await.unwrap();
    let [item] = &*parked.items else { panic!("{parked:?}") };
    assert_eq!(item.status.state, ItemState::Parked);
    assert!(item.status.progress.failure.as_deref().unwrap().contains("not yet"));
}

/// A file can only be stored once it is uploaded, and that is done after the answer.
#[tokio::test]
async fn messages_with_files_that_a_dead_bot_had_not_uploaded_are_not_forgotten() {
    let setting = Setting::new();
    let account = Arc::new(AccountId::new(Product::Official, APP_ID));
    let inbound = text(Product::Official, 7, "0 hello", Format::Xml);
    let inbound = Verified::vouch(inbound, Provenance::Encrypted);
    let envelope = Arc::new(Envelope::new(Push::new(inbound, account)));
    let dead = setting.inbox.register(SECOND).await.unwrap();
    let Enqueued::Claimed(seen) = setting.inbox.enqueue(&envelope, &dead).await.unwrap() else {
        panic!("it is new")
    };
    // The answer was offered, and the rest could not be stored yet.
    let reply = ReplyState::Offered(Arc::new(PassiveReply::Text("hello".to_owned())));
    let outbox = Some(Outbox { total: 1, ..Outbox::default() });
    let progress = Progress { reply, outbox, failure: None };
    let change = Change { progress, then: Then::Keep, next_for: None };
    setting.inbox.update(&envelope, seen, change).await.unwrap();

    let other = setting.app();
    other.ready().await.unwrap();
    setting.clock.advance(60 * SECOND).await;
    let parked = setting.inbox.list(&ItemFilter::state(StateFilter::Parked), None).await.unwrap();
    let [item] = &*parked.items else { panic!("{parked:?}") };
    assert_eq!(item.park_reason(), Some(ParkReason::Incomplete));
}

/// A bot may wait for its account to be configured elsewhere, for as long as that takes.
#[tokio::test]
async fn a_push_of_an_account_that_no_bot_serves_waits_for_one() {
    let setting = Setting::new();
    let dead = Mortal::new(setting.app());
    let delivery = dead.send(says(7, "60 hello"));
    until(async || setting.runs() == 1).await;
    dead.die().await;
    assert!(delivery.await.is_err());
    let stranger = AccountConfig::official("wx9999999999999999", "s")
        .callback(TOKEN, KEY)
        .clock_tolerance(None);
    let bot = setting.bot().inbox(Arc::new(setting.inbox.clone()));
    let stranger = bot.build(&Config::new(stranger)).unwrap();
    stranger.ready().await.unwrap();
    setting.clock.advance(600 * SECOND).await;
    assert_eq!(setting.count(StateFilter::Parked).await, 0);
    stranger.stop();
    stranger.idle().await;
    let own = setting.app();
    own.ready().await.unwrap();
    setting.clock.advance(300 * SECOND).await;
    assert_eq!((setting.runs(), setting.api.sent()), (2, vec!["hello 2".to_owned()]));
}
