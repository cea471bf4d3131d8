//! A custom inbox with asynchronous operations, as with a database.
#![allow(clippy::unwrap_used)]

mod common;

use std::{
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use axum::body::Body;
use common::hooked_inbox::{Hook, HookedInbox, Moment};
use futures_util::FutureExt;
use http::{Request, Response, StatusCode};
use http_body_util::BodyExt;
use tokio::sync::watch;
use tower::ServiceExt;
use weixin::{
    api::Clock,
    bot::{App, MemoryInbox, inbox::Inbox},
    emulator::{Connect, CutRule, Emulator, PushOutcome, VirtualClock},
    prelude::*,
    protocol::{
        BotAnswer, Callback, CallbackToken, EncodingAesKey, Format, Mode, PassiveReply,
        PlatformPush, Product, Stamp,
    },
    store::{Error, ErrorKind},
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
    inbox: HookedInbox,
    /// The requested operations, in order.
    asked: Arc<Mutex<Vec<&'static str>>>,
}

impl Table {
    fn new(clock: Arc<dyn Clock>) -> (watch::Sender<Database>, Self) {
        let (change, database) = watch::channel(Database::Up);
        let asked = Arc::<Mutex<Vec<&'static str>>>::default();
        let log = asked.clone();
        let hook: Hook = Arc::new(move |operation, moment| {
            if moment == Moment::Before {
                log.lock().unwrap().push(operation);
            }
            let database = database.clone();
            Box::pin(pass(database, operation, moment))
        });
        let inbox = HookedInbox::new(Arc::new(MemoryInbox::new(clock)), hook);
        (change, Self { inbox, asked })
    }

    fn asked(&self) -> Vec<&'static str> {
        std::mem::take(&mut *self.asked.lock().unwrap())
    }
}

/// Waits, or fails, as the state of the database demands.
async fn pass(
    mut database: watch::Receiver<Database>,
    operation: &'static str,
    moment: Moment,
) -> Result<(), Error> {
    tokio::task::yield_now().await;
    let state = *database.borrow();
    match (state, moment) {
        (Database::Down, Moment::Before) => Err(unreachable()),
        (Database::Stuck, Moment::Before) => unstuck(&mut database).await,
        (Database::ForgetsSlowly, Moment::Before) if operation == "remove" => {
            unstuck(&mut database).await
        }
        (Database::StuckAfterwards, Moment::After) => unstuck(&mut database).await,
        _ => Ok(()),
    }
}

async fn unstuck(database: &mut watch::Receiver<Database>) -> Result<(), Error> {
    let over = |now: &Database| matches!(now, Database::Up | Database::Down);
    match *database.wait_for(over).await.map_err(|_| unreachable())? {
        Database::Down => Err(unreachable()),
        _ => Ok(()),
    }
}

fn unreachable() -> Error {
    Error::new(ErrorKind::Unreachable, "the database is down")
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
        let clock = Arc::new(VirtualClock::default());
        let (database, table) = Table::new(clock.clone());
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
        let bot = bot.clock(clock.clone()).inbox(Arc::new(table.inbox.clone()));
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
    assert_eq!(setting.table.asked(), ["enqueue", "finish"]);
    for nonce in ["2", "3"] {
        assert_eq!(setting.deliver("7", nonce).await.unwrap(), text("hello 1"));
        setting.app.idle().await;
        assert_eq!(setting.table.asked(), ["enqueue"], "it knows how it ended");
    }
    assert_eq!(setting.deliver("8", "4").await.unwrap(), text("hello 2"));
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
    let platform = Emulator::start().await;
    let (database, table) = Table::new(Arc::new(platform.clock()));
    let bot = Bot::new().on(|msg: Text| async move { msg.content }).inbox(Arc::new(table.inbox));
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
async fn a_push_whose_delivery_is_cancelled_while_it_is_stored_is_handled_once() {
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
    let tries = Arc::<AtomicUsize>::default();
    let counter = tries.clone();
    let platform = Emulator::start().await;
    let (_database, table) = Table::new(Arc::new(platform.clock()));
    let mini = platform.mini();
    let bot = Bot::new()
        .on(move |_: Push| {
            let number = counter.fetch_add(1, Ordering::Relaxed);
            async move { if number == 0 { Err("not now") } else { Ok(()) } }
        })
        .inbox(Arc::new(table.inbox.clone()));
    mini.connect(bot).await.unwrap();
    let ann = mini.person("ann");
    let order = [("OutTradeNo".to_owned(), "T1".into())];
    let interaction = ann.causes("xpay_goods_deliver_notify", order).await;
    platform.clock().advance(20 * SECOND).await;
    assert_eq!(interaction.outcome().await, PushOutcome::Empty);
    assert_eq!(interaction.exchange().deliveries.len(), 2);
    assert_eq!(tries.load(Ordering::Relaxed), 2);
    assert_eq!(table.asked(), ["enqueue", "remove", "enqueue", "finish"]);
}

#[tokio::test]
async fn broken_deliveries_are_retried_with_the_inbox() {
    for cuts in [1, 2] {
        let platform = Emulator::start().await;
        let (_database, table) = Table::new(Arc::new(platform.clock()));
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
            .inbox(Arc::new(table.inbox.clone()));
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
    // They were not handled: a durable inbox delivers them again.
    assert_eq!(setting.table.asked(), Vec::<&str>::new());
    let stats = setting.table.inbox.stats().now_or_never().unwrap().unwrap();
    assert_eq!((stats.claimed, stats.waiting, stats.finished), (1, 1, 0));
}
