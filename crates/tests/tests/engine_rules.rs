//! Rules of the reply engine that a source sees: capacity and order, when a push is done, what is
//! remembered, what may be the answer.
#![allow(clippy::unwrap_used)]

use std::{
    error::Error,
    io,
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use futures_util::FutureExt;
use tokio::sync::Semaphore;
use weixin::{
    api::Clock,
    bot::{
        Answer, BoxError, Intake, MemoryInbox, Rejected, ReplyWindow, SendError, Ticket,
        inbox::InboxFuture,
    },
    emulator::VirtualClock,
    prelude::*,
    protocol::{Article, Kind, MediaId, MessageKind, MessageLimits, Music, Product, push_class},
};
use weixin_tests::test_source::{self, text};

const SECOND: Duration = Duration::from_secs(1);

/// A bot whose handlers begin in the order of the log and end one for each permit.
struct Setting {
    intake: Intake,
    clock: Arc<VirtualClock>,
    ends: Arc<Semaphore>,
    log: Arc<Mutex<Vec<String>>>,
}

impl Setting {
    async fn new(max_running: usize, max_queued: usize) -> Self {
        let (clock, ends) = (Arc::new(VirtualClock::default()), Arc::new(Semaphore::new(0)));
        let log = Arc::<Mutex<Vec<_>>>::default();
        let (gate, lines) = (Arc::clone(&ends), Arc::clone(&log));
        let bot = Bot::new().clock(clock.clone()).on(move |msg: Text| {
            let gate = Arc::clone(&gate);
            lines.lock().unwrap().push(msg.content.clone());
            async move {
                gate.acquire().await.unwrap().forget();
            }
        });
        let bot = bot.max_running(max_running).max_queued(max_queued);
        let intake = test_source::start(bot).await.1;
        Self { intake, clock, ends, log }
    }

    /// Message `id` of a user, whose text is both.
    async fn try_accept(&self, user: &str, id: &str) -> Result<Ticket, Rejected> {
        let push = text(user, id, &format!("{user} {id}"));
        self.intake.accept(self.intake.envelope(push), ReplyWindow::None).await
    }

    async fn accept(&self, user: &str, id: &str) -> Ticket {
        self.try_accept(user, id).await.unwrap()
    }

    /// Lets the handlers that run end, and those after them, up to `count`.
    async fn end(&self, count: usize) {
        self.ends.add_permits(count);
        self.clock.settle().await;
    }

    fn has_room(&self) -> bool {
        self.intake.room().now_or_never().is_some()
    }
}

#[tokio::test]
async fn there_is_room_as_long_as_a_push_can_run_or_wait() {
    let setting = Setting::new(1, 1).await;
    assert!(setting.has_room(), "it would run");
    setting.accept("ann", "1").await;
    assert!(setting.has_room(), "it would wait");
    setting.accept("ann", "2").await;
    assert!(!setting.has_room());
    setting.end(1).await;
    assert!(setting.has_room());

    let setting = Setting::new(1, 0).await;
    assert!(setting.has_room(), "it would run");
    setting.accept("ann", "1").await;
    assert!(!setting.has_room());
    assert!(matches!(setting.try_accept("bob", "1").await, Err(Rejected::Busy)));
}

#[tokio::test]
async fn a_source_that_waits_for_room_goes_on_when_a_handler_ends() {
    let setting = Setting::new(1, 0).await;
    setting.accept("ann", "1").await;
    let waiting = tokio::spawn({
        let intake = setting.intake.clone();
        async move { intake.room().await }
    });
    setting.clock.settle().await;
    assert!(!waiting.is_finished());
    setting.end(1).await;
    waiting.await.unwrap();
}

#[tokio::test]
async fn who_has_waited_longer_runs_first() {
    let setting = Setting::new(1, 9).await;
    for (user, id) in [("ann", "1"), ("ann", "2"), ("bob", "1"), ("ann", "3")] {
        setting.accept(user, id).await;
    }
    setting.end(4).await;
    assert_eq!(*setting.log.lock().unwrap(), ["ann 1", "bob 1", "ann 2", "ann 3"]);
}

#[tokio::test]
async fn a_place_in_the_queue_is_free_again_when_its_push_runs() {
    let setting = Setting::new(1, 1).await;
    for round in 0..5 {
        // One waits behind a push of the same user, the other for anybody's.
        for other in ["ann", "bob"] {
            setting.accept("ann", &format!("{round} before {other}")).await;
            setting.accept(other, &format!("{round} {other}")).await;
            assert!(matches!(setting.try_accept("eve", "1").await, Err(Rejected::Busy)));
            setting.end(2).await;
        }
    }
}

#[tokio::test]
async fn a_push_is_handled_when_its_handler_is_through() {
    let setting = Setting::new(1, 1).await;
    let ticket = setting.accept("ann", "1").await;
    assert!(ticket.handled().now_or_never().is_none());
    assert!(format!("{ticket:?}").starts_with("Ticket(Delivery("), "{ticket:?}");
    let shown = format!("{:?}", setting.intake);
    assert!(shown.contains("Dispatcher { running: 1, queued: 0"), "{shown}");
    assert!(shown.contains("ReplySlot"), "{shown}");
    setting.end(1).await;
    ticket.handled().await;
}

static LIMITS: MessageLimits =
    MessageLimits::new(&[MessageKind::Text, MessageKind::Music, MessageKind::News]);

/// The window of a source that carries an answer for five seconds.
fn window(clock: &VirtualClock, product: Product, kind: Kind<'_>) -> ReplyWindow {
    let class = push_class(product, &kind);
    ReplyWindow::Once { until: clock.now() + 5 * SECOND, class, limits: &LIMITS }
}

const MESSAGE: Kind<'static> = Kind::Message("text");
const PAYMENT: Kind<'static> = Kind::Event { event: "xpay_goods_deliver_notify", change: None };

#[tokio::test]
async fn only_a_payment_is_not_acknowledged_before_it_is_handled() {
    for (product, kind, acknowledged) in
        [(Product::Mini, PAYMENT, false), (Product::Official, MESSAGE, true)]
    {
        let setting = Setting::new(1, 1).await;
        let envelope = setting.intake.envelope(text("ann", "1", "x"));
        let window = window(&setting.clock, product, kind);
        let ticket = setting.intake.accept(envelope, window).await.unwrap();
        let answer = tokio::spawn(ticket.answer());
        setting.clock.advance(5 * SECOND).await;
        match answer.await.unwrap() {
            Answer::Acknowledgement => assert!(acknowledged),
            Answer::NotHandled => assert!(!acknowledged),
            Answer::Reply(..) => panic!("nothing was said"),
        }
    }
}

#[tokio::test]
async fn a_handler_that_failed_has_another_try_only_with_a_payment() {
    for (product, kind, tries) in [(Product::Mini, PAYMENT, 2), (Product::Official, MESSAGE, 1)] {
        let (clock, runs) = (Arc::new(VirtualClock::default()), Arc::new(AtomicUsize::new(0)));
        let counter = Arc::clone(&runs);
        let bot = Bot::new().clock(clock.clone()).on(move |_: Text| {
            counter.fetch_add(1, Ordering::Relaxed);
            async { Err::<String, _>("on purpose") }
        });
        let intake = test_source::start(bot).await.1;
        for _ in 0..2 {
            let envelope = intake.envelope(text("ann", "1", "x"));
            let ticket = intake.accept(envelope, window(&clock, product, kind)).await.unwrap();
            ticket.answer().await;
            clock.settle().await;
        }
        assert_eq!(runs.load(Ordering::Relaxed), tries, "{product}");
    }
}

#[tokio::test]
async fn a_push_is_remembered_for_a_minute_whatever_came_before_it() {
    let setting = Setting::new(9, 400).await;
    setting.end(400).await;
    // So many that whatever is forgotten together has some of them.
    for id in 0..300 {
        setting.accept("bob", &id.to_string()).await;
    }
    setting.clock.settle().await;
    setting.log.lock().unwrap().clear();
    setting.accept("ann", "1").await;
    setting.clock.advance(14 * SECOND).await;
    setting.accept("ann", "2").await;
    setting.clock.advance(52 * SECOND).await;
    setting.accept("ann", "2").await;
    assert_eq!(*setting.log.lock().unwrap(), ["ann 1", "ann 2"]);
    // Some time after that the same id is another push.
    setting.clock.advance(34 * SECOND).await;
    setting.accept("ann", "2").await;
    assert_eq!(*setting.log.lock().unwrap(), ["ann 1", "ann 2", "ann 2"]);
}

#[tokio::test]
async fn voices_music_and_cards_can_be_the_answer() {
    let music = Music { title: Some("t".to_owned()), ..Music::default() };
    for (reply, wanted) in [
        (Reply::voice(MediaId::new("m")), "voice"),
        (Reply::music(music), "music"),
        (Reply::news([Article::new("t", "u")]), "news"),
    ] {
        let clock = Arc::new(VirtualClock::default());
        let messages: Vec<_> = reply.messages().cloned().collect();
        let bot = Bot::new().clock(clock.clone()).on(move |_: Text| {
            let messages = messages.clone();
            async { messages }
        });
        let intake = test_source::start(bot).await.1;
        let envelope = intake.envelope(text("ann", "1", "x"));
        let window = window(&clock, Product::Official, MESSAGE);
        match intake.accept(envelope, window).await.unwrap().answer().await {
            Answer::Reply(reply, receipt) => {
                assert_eq!(reply.msg_type(), wanted);
                receipt.written();
            }
            other => panic!("{wanted}: {other:?}"),
        }
    }
}

#[test]
fn a_message_that_failed_says_why() {
    let reset = io::Error::from(io::ErrorKind::ConnectionReset);
    let failed: BoxError = Box::new(io::Error::other(reset));
    let error = SendError::Failed(failed);
    assert_eq!(error.to_string(), io::Error::from(io::ErrorKind::ConnectionReset).to_string());
    let error = SendError::Failed(Box::new(SendError::Failed(Box::new(Outer(io::Error::other(
        "the cable",
    ))))));
    assert_eq!(error.source().unwrap().to_string(), "the cable");
    assert!(SendError::Unsupported("no such message").source().is_none());
}

/// An error with a cause.
#[derive(Debug)]
struct Outer(io::Error);

impl std::fmt::Display for Outer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("the connection")
    }
}

impl Error for Outer {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&self.0)
    }
}

#[tokio::test]
async fn an_inbox_shows_nothing_of_what_it_keeps() {
    let clock: Arc<dyn Clock> = Arc::new(VirtualClock::default());
    assert_eq!(format!("{:?}", MemoryInbox::new(clock)), "MemoryInbox");
    assert_eq!(format!("{:?}", InboxFuture::ready(1)), "Ready(Some(1))");
    assert_eq!(format!("{:?}", InboxFuture::pending(async { 1 })), "Pending");
}
