//! A custom inbox with asynchronous operations, as with a database.
#![allow(clippy::unwrap_used)]

use std::{
    collections::HashMap,
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use axum::body::Body;
use http::{Request, Response, StatusCode};
use http_body_util::BodyExt;
use tokio::sync::watch;
use tower::ServiceExt;
use weixin::{
    api::Clock,
    bot::{App, BoxError, Enqueued, Envelope, Inbox, InboxFuture, Remembered},
    emulator::{Connect, CutRule, Emulator, PushOutcome, VirtualClock},
    prelude::*,
    protocol::{
        BotAnswer, Callback, CallbackToken, EncodingAesKey, Format, Mode, PassiveReply,
        PlatformPush, Product, Stamp,
    },
};

const SECOND: Duration = Duration::from_secs(1);
const APP_ID: &str = "wx0123456789abcdef";
const KEY: &str = "RustFrameworkWeChatTestKey0123456789abcdefg";

/// The state of the database.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Database {
    Up,
    /// Operations wait until it is up again.
    Stuck,
    /// Writes take effect, but operations wait until it is up again.
    StuckAfterwards,
    /// Removals wait until it is up again.
    ForgetsSlowly,
    Down,
}

/// An inbox backed by a database.
#[derive(Debug, Clone)]
struct Table {
    rows: Arc<Mutex<HashMap<String, Remembered>>>,
    /// The requested operations, in order.
    asked: Arc<Mutex<Vec<&'static str>>>,
    database: watch::Receiver<Database>,
}

impl Table {
    fn new() -> (watch::Sender<Database>, Self) {
        let (change, database) = watch::channel(Database::Up);
        (change, Self { rows: Arc::default(), asked: Arc::default(), database })
    }

    async fn ask<T>(
        &self,
        what: &'static str,
        change: impl FnOnce(&mut HashMap<String, Remembered>) -> T,
    ) -> Result<T, BoxError> {
        self.asked.lock().unwrap().push(what);
        tokio::task::yield_now().await;
        let mut database = self.database.clone();
        let state = *database.borrow();
        match state {
            Database::Down => return Err("the database is down".into()),
            Database::Stuck => unstuck(&mut database).await?,
            Database::ForgetsSlowly if what == "release" => unstuck(&mut database).await?,
            Database::Up | Database::StuckAfterwards | Database::ForgetsSlowly => {}
        }
        let changed = change(&mut self.rows.lock().unwrap());
        if state == Database::StuckAfterwards {
            unstuck(&mut database).await?;
        }
        Ok(changed)
    }

    fn asked(&self) -> Vec<&'static str> {
        std::mem::take(&mut *self.asked.lock().unwrap())
    }
}

async fn unstuck(database: &mut watch::Receiver<Database>) -> Result<(), BoxError> {
    let over = |now: &Database| matches!(now, Database::Up | Database::Down);
    match *database.wait_for(over).await? {
        Database::Down => Err("the database went down".into()),
        _ => Ok(()),
    }
}

fn key(envelope: &Envelope) -> String {
    format!("{} {}", envelope.push().account(), envelope.push().id())
}

impl Inbox for Table {
    fn enqueue<'a>(
        &'a self,
        envelope: &'a Envelope,
    ) -> InboxFuture<'a, Result<Enqueued, BoxError>> {
        InboxFuture::pending(self.ask("enqueue", |rows| match rows.get(&key(envelope)) {
            Some(remembered) => Enqueued::Duplicate(remembered.clone()),
            None => {
                rows.insert(key(envelope), Remembered::Acknowledgement);
                Enqueued::New
            }
        }))
    }

    fn complete<'a>(
        &'a self,
        envelope: &'a Envelope,
        remembered: Remembered,
    ) -> InboxFuture<'a, Result<(), BoxError>> {
        InboxFuture::pending(self.ask("complete", |rows| {
            rows.insert(key(envelope), remembered);
        }))
    }

    fn release<'a>(&'a self, envelope: &'a Envelope) -> InboxFuture<'a, Result<(), BoxError>> {
        InboxFuture::pending(self.ask("release", |rows| {
            rows.remove(&key(envelope));
        }))
    }
}

/// A bot with such an inbox, and the platform.
struct Setting {
    app: App,
    platform: Callback,
    clock: Arc<VirtualClock>,
    table: Table,
    database: watch::Sender<Database>,
    runs: Arc<AtomicUsize>,
}

impl Setting {
    fn new(change: impl FnOnce(Bot) -> Bot) -> Self {
        let (database, table) = Table::new();
        let clock = Arc::new(VirtualClock::default());
        let runs = Arc::<AtomicUsize>::default();
        let counter = runs.clone();
        let bot = change(Bot::new()).on(move |msg: Text| {
            let run = counter.fetch_add(1, Ordering::Relaxed) + 1;
            async move { format!("{} {run}", msg.content) }
        });
        let account = AccountConfig::official(APP_ID, "app-secret")
            .callback("testtoken", KEY)
            .clock_tolerance(None)
            .api_base("http://127.0.0.1:9");
        let bot = bot.clock(clock.clone()).inbox(Arc::new(table.clone()));
        let app = bot.build(&Config::new(account)).unwrap();
        let platform = Callback::new(Product::Official, CallbackToken::new("testtoken").unwrap())
            .key(EncodingAesKey::new(KEY).unwrap())
            .receive_id(APP_ID);
        Self { app, platform, clock, table, database, runs }
    }

    /// Delivers ann's message with this id, in a separate task.
    fn deliver(&self, id: &str, nonce: &str) -> tokio::task::JoinHandle<Delivered> {
        let header = Header::new("oAnn", "gh_1", 1_700_000_000).with_msg_id(id);
        let inbound = Inbound::of(&header, &Text::new(header.clone(), "hello"), Format::Xml);
        let stamp = Stamp {
            timestamp: 1_700_000_000,
            nonce: nonce.to_owned(),
            random: *b"0123456789abcdef",
        };
        let push = self.platform.push(&inbound, Mode::Safe, Format::Xml, &stamp).unwrap();
        let (app, platform) = (self.app.clone(), self.platform.clone());
        tokio::spawn(async move {
            let uri = format!("/callback?{}", push.query.to_query_string());
            let request = Request::post(uri).body(Body::from(push.body.clone())).unwrap();
            let response = app.oneshot(request).await.unwrap();
            read(&platform, &push, response).await
        })
    }

    /// Runs all tasks that do not wait for the clock or the database.
    async fn settle(&self) {
        self.clock.settle().await;
    }

    fn runs(&self) -> usize {
        self.runs.load(Ordering::Relaxed)
    }
}

/// The response to the platform.
#[derive(Debug, PartialEq)]
enum Delivered {
    Text(String),
    Acknowledgement,
    Status(StatusCode),
}

async fn read(platform: &Callback, push: &PlatformPush, response: Response<Body>) -> Delivered {
    if response.status() != StatusCode::OK {
        return Delivered::Status(response.status());
    }
    let body = response.into_body().collect().await.unwrap().to_bytes();
    match platform.read_answer(push, std::str::from_utf8(&body).unwrap()).unwrap() {
        BotAnswer::Reply { reply: PassiveReply::Text(text), .. } => Delivered::Text(text),
        BotAnswer::Empty => Delivered::Acknowledgement,
        other => panic!("{other:?}"),
    }
}

const REJECTED: Delivered = Delivered::Status(StatusCode::SERVICE_UNAVAILABLE);

fn text(text: &str) -> Delivered {
    Delivered::Text(text.to_owned())
}

#[tokio::test]
async fn retries_are_answered_from_the_inbox() {
    let setting = Setting::new(|bot| bot);
    assert_eq!(setting.deliver("7", "1").await.unwrap(), text("hello 1"));
    setting.app.idle().await;
    assert_eq!(setting.table.asked(), ["enqueue", "complete"]);
    for nonce in ["2", "3"] {
        assert_eq!(setting.deliver("7", nonce).await.unwrap(), text("hello 1"));
        setting.app.idle().await;
        assert_eq!(setting.table.asked(), ["enqueue"], "it knows how it ended");
    }
    assert_eq!(setting.deliver("8", "4").await.unwrap(), text("hello 2"));
}

#[tokio::test]
async fn pushes_handled_by_another_process_are_acknowledged() {
    let setting = Setting::new(|bot| bot);
    // Another process has accepted the push, but has not replied yet.
    let other = Setting::new(|bot| bot);
    assert_eq!(other.deliver("7", "1").await.unwrap(), text("hello 1"));
    let pushes = other.table.rows.lock().unwrap().clone().into_keys();
    let accepted = pushes.map(|push| (push, Remembered::Acknowledgement));
    setting.table.rows.lock().unwrap().extend(accepted);
    assert_eq!(setting.deliver("7", "2").await.unwrap(), Delivered::Acknowledgement);
    assert_eq!(setting.runs(), 0);
}

#[tokio::test]
async fn a_push_that_cannot_be_stored_is_rejected_for_a_retry() {
    let setting = Setting::new(|bot| bot);
    setting.database.send(Database::Down).unwrap();
    assert_eq!(setting.deliver("7", "1").await.unwrap(), REJECTED);
    assert_eq!(setting.runs(), 0);
    setting.database.send(Database::Up).unwrap();
    assert_eq!(setting.deliver("7", "2").await.unwrap(), text("hello 1"));
    assert_eq!(setting.runs(), 1);
}

#[tokio::test]
async fn inbox_errors_cause_a_retry_by_the_platform() {
    let (database, table) = Table::new();
    let platform = Emulator::start().await;
    let bot = Bot::new().on(|msg: Text| async move { msg.content }).inbox(Arc::new(table));
    platform.official().connect(bot).await.unwrap();
    let ann = platform.follower("ann");
    database.send(Database::Down).unwrap();
    let mut interaction = ann.says("hello").await;
    platform.clock().advance(SECOND).await;
    database.send(Database::Up).unwrap();
    platform.clock().advance(10 * SECOND).await;
    interaction.expect_text("hello").await.expect_nothing_for(60 * SECOND).await;
    assert_eq!(interaction.outcome().await, PushOutcome::Answered);
    let deliveries = interaction.exchange().deliveries;
    let outcomes: Vec<_> = deliveries.iter().map(|delivery| delivery.outcome).collect();
    assert_eq!(outcomes, [PushOutcome::Rejected, PushOutcome::Answered]);
}

#[tokio::test]
async fn a_delivery_cancelled_while_enqueuing_leaves_no_trace() {
    for stuck in [Database::Stuck, Database::StuckAfterwards] {
        let setting = Setting::new(|bot| bot);
        setting.database.send(stuck).unwrap();
        let delivery = setting.deliver("7", "1");
        setting.settle().await;
        delivery.abort();
        assert!(delivery.await.unwrap_err().is_cancelled());
        setting.database.send(Database::Up).unwrap();
        setting.settle().await;
        assert_eq!(setting.deliver("7", "2").await.unwrap(), text("hello 1"), "{stuck:?}");
        assert_eq!(setting.runs(), 1);
        setting.app.idle().await;
    }
}

#[tokio::test]
async fn a_retry_is_not_acknowledged_before_the_push_is_stored() {
    let setting = Setting::new(|bot| bot);
    setting.database.send(Database::Stuck).unwrap();
    let first = setting.deliver("7", "1");
    setting.settle().await;
    let repeat = setting.deliver("7", "2");
    setting.clock.advance(5 * SECOND).await;
    assert_eq!(repeat.await.unwrap(), REJECTED);
    setting.database.send(Database::Down).unwrap();
    assert_eq!(first.await.unwrap(), REJECTED);
    setting.database.send(Database::Up).unwrap();
    setting.settle().await;
    assert_eq!(setting.deliver("7", "3").await.unwrap(), text("hello 1"));
}

#[tokio::test]
async fn a_retry_during_enqueuing_shares_the_reply() {
    let setting = Setting::new(|bot| bot);
    setting.database.send(Database::Stuck).unwrap();
    let deliveries = [setting.deliver("7", "1"), setting.deliver("7", "2")];
    setting.clock.advance(SECOND).await;
    setting.database.send(Database::Up).unwrap();
    for delivery in deliveries {
        assert_eq!(delivery.await.unwrap(), text("hello 1"));
    }
    assert_eq!(setting.runs(), 1);
}

#[tokio::test]
async fn a_push_rejected_for_capacity_is_new_after_its_release() {
    let hangs = when(
        |push| push.fields().text("MsgId") == Some("1"),
        async || std::future::pending::<()>().await,
    );
    let change = |bot: Bot| bot.on(hangs).max_running(1).max_queued(0);
    let setting = Setting::new(|bot| change(bot).handler_deadline(60 * SECOND));
    let hanging = setting.deliver("1", "1");
    setting.clock.advance(5 * SECOND).await;
    assert_eq!(hanging.await.unwrap(), Delivered::Acknowledgement);
    setting.database.send(Database::ForgetsSlowly).unwrap();
    assert_eq!(setting.deliver("7", "2").await.unwrap(), REJECTED);
    // It is still in the inbox, and was not handled.
    assert_eq!(setting.deliver("7", "3").await.unwrap(), REJECTED);
    setting.database.send(Database::Up).unwrap();
    setting.clock.advance(60 * SECOND).await;
    assert_eq!(setting.deliver("7", "4").await.unwrap(), text("hello 1"));
}

#[tokio::test]
async fn failed_payment_notifications_are_released() {
    let (_database, table) = Table::new();
    let tries = Arc::<AtomicUsize>::default();
    let counter = tries.clone();
    let platform = Emulator::start().await;
    let mini = platform.mini();
    let bot = Bot::new()
        .on(move |_: Push| {
            let number = counter.fetch_add(1, Ordering::Relaxed);
            async move { if number == 0 { Err("not now") } else { Ok(()) } }
        })
        .inbox(Arc::new(table.clone()));
    mini.connect(bot).await.unwrap();
    let ann = mini.person("ann");
    let order = [("OutTradeNo".to_owned(), "T1".into())];
    let interaction = ann.causes("xpay_goods_deliver_notify", order).await;
    platform.clock().advance(20 * SECOND).await;
    assert_eq!(interaction.outcome().await, PushOutcome::Empty);
    assert_eq!(interaction.exchange().deliveries.len(), 2);
    assert_eq!(tries.load(Ordering::Relaxed), 2);
    assert_eq!(table.asked(), ["enqueue", "release", "enqueue", "complete"]);
}

#[tokio::test]
async fn broken_deliveries_are_retried_with_the_inbox() {
    for cuts in [1, 2] {
        let (_database, table) = Table::new();
        let platform = Emulator::start().await;
        let account = platform.official().rules(|rules| {
            rules.push.cut = Some(CutRule { after: Duration::ZERO, deliveries: cuts });
        });
        let clock = platform.clock();
        let bot = Bot::new()
            .on(move |msg: Text| {
                let clock = clock.clone();
                async move {
                    clock.sleep_until(clock.now() + 3 * SECOND).await;
                    msg.content
                }
            })
            .inbox(Arc::new(table.clone()));
        account.connect(bot).await.unwrap();
        let ann = platform.follower("ann");
        let mut interaction = ann.says("hello").await;
        platform.clock().advance(30 * SECOND).await;
        interaction.expect_text("hello").await.expect_nothing_for(60 * SECOND).await;
    }
}

#[test]
fn acknowledged_pushes_stay_in_the_inbox_after_a_crash() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let setting =
        Setting::new(|bot| bot.on(when(|_| true, async || std::future::pending::<()>().await)));
    runtime.block_on(async {
        let acknowledged = setting.deliver("7", "1");
        setting.clock.advance(5 * SECOND).await;
        assert_eq!(acknowledged.await.unwrap(), Delivered::Acknowledgement);
        // A push that still waits for its turn and was not acknowledged.
        let _waiting = setting.deliver("8", "2");
        setting.settle().await;
    });
    assert_eq!(setting.table.asked(), ["enqueue", "enqueue"]);
    drop(runtime);
    // It was not handled: a durable inbox may deliver it again.
    assert_eq!(setting.table.asked(), ["release"]);
}
