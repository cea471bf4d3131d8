//! `idle`: a bot is idle only after all replies have been sent.
#![allow(clippy::unwrap_used)]

mod common;

use std::{future::Future, pin::Pin, sync::Arc, task::Poll, time::Duration};

use axum::body::Body;
use common::hooked_inbox::{Hook, HookedInbox};
use futures_util::{FutureExt, poll};
use http::{Request, Response};
use http_body_util::BodyExt;
use tokio::sync::watch;
use tower::ServiceExt;
use weixin::{
    api::{BoxFuture, Clock},
    bot::{
        App, BoxError, Destination, Intake, MemoryInbox, Message, MountedAccount, ReplyChannel,
        ReplyWindow, SendError, Source,
    },
    emulator::VirtualClock,
    prelude::*,
    protocol::{
        Callback, CallbackToken, Format, MessageKind, MessageLimits, Mode, Product, Provenance,
        Stamp, Verified,
    },
};

const SECOND: Duration = Duration::from_secs(1);
const APP_ID: &str = "wx0123456789abcdef";

/// Replies to `3 text` with `text` after three seconds.
fn bot(clock: &Arc<VirtualClock>) -> Bot {
    let timer: Arc<dyn Clock> = clock.clone();
    Bot::new().clock(clock.clone()).on(matching(
        r"^(\d+) (.*)$",
        move |Captures((seconds, text)): Captures<(u32, String)>| {
            let timer = timer.clone();
            async move {
                if seconds > 0 {
                    timer.sleep(seconds * SECOND).await;
                }
                text
            }
        },
    ))
}

fn app(bot: Bot) -> App {
    let account = AccountConfig::official(APP_ID, "app-secret")
        .plain_callback("testtoken")
        .clock_tolerance(None)
        .api_base("http://127.0.0.1:9");
    bot.build(&Config::new(account)).unwrap()
}

/// A delivery of ann's message with this id.
fn delivery(id: u32, content: &str) -> Request<Body> {
    let callback = Callback::new(Product::Official, CallbackToken::new("testtoken").unwrap());
    let header = Header::new("oAnn", "gh_1", 1_700_000_000).with_msg_id(id.to_string());
    let inbound = Inbound::of(&header, &Text::new(header.clone(), content), Format::Xml);
    let stamp = Stamp::at(1_700_000_000).unwrap();
    let push = callback.push(&inbound, Mode::Plain, Format::Xml, &stamp).unwrap();
    let uri = format!("/callback?{}", push.query.to_query_string());
    Request::post(uri).body(Body::from(push.body)).unwrap()
}

async fn deliver(app: &App, id: u32, content: &str) -> Response<Body> {
    app.clone().oneshot(delivery(id, content)).await.unwrap()
}

async fn read(response: Response<Body>) -> String {
    let body = response.into_body().collect().await.unwrap().to_bytes();
    String::from_utf8(body.to_vec()).unwrap()
}

/// Whether the bot is idle now, without waking it.
fn is_idle(app: &App) -> bool {
    app.idle().now_or_never().is_some()
}

/// A pending call of `idle`.
struct Idle(Pin<Box<dyn Future<Output = ()> + Send>>);

impl Idle {
    fn of(app: &App) -> Self {
        let app = app.clone();
        Self(Box::pin(async move { app.idle().await }))
    }

    async fn is_over(&mut self) -> bool {
        poll!(&mut self.0) == Poll::Ready(())
    }
}

#[tokio::test]
async fn a_bot_without_work_is_idle_at_once() {
    let clock = Arc::new(VirtualClock::default());
    let app = app(bot(&clock));
    assert!(is_idle(&app));
    for id in 0..3 {
        assert!(read(deliver(&app, id, "0 hello").await).await.contains("hello"));
        assert!(is_idle(&app) && is_idle(&app));
    }
    // Not delivered.
    assert_eq!(read(deliver(&app, 9, "what?").await).await, "");
    assert!(is_idle(&app));
}

#[tokio::test]
async fn an_unread_reply_prevents_idle() {
    let clock = Arc::new(VirtualClock::default());
    let app = app(bot(&clock));
    let response = deliver(&app, 1, "0 hello").await;
    let mut idle = Idle::of(&app);
    assert!(!idle.is_over().await);
    clock.advance(3600 * SECOND).await;
    assert!(!idle.is_over().await, "the connection may still take it");
    let mut body = response.into_body();
    body.frame().await.unwrap().unwrap();
    assert!(!idle.is_over().await, "it is not handed over yet");
    drop(body);
    assert!(idle.is_over().await);
    assert!(is_idle(&app));
}

#[tokio::test]
async fn requests_and_handlers_prevent_idle() {
    let clock = Arc::new(VirtualClock::default());
    let app = app(bot(&clock));
    let asking = tokio::spawn({
        let app = app.clone();
        async move { read(deliver(&app, 1, "3 hello").await).await }
    });
    clock.advance(SECOND).await;
    let mut idle = Idle::of(&app);
    assert!(!idle.is_over().await);
    // A cancelled request leaves its running handler, and then a reply for its retry.
    asking.abort();
    assert!(asking.await.unwrap_err().is_cancelled());
    assert!(!idle.is_over().await);
    clock.advance(5 * SECOND).await;
    assert!(!idle.is_over().await);
    assert!(read(deliver(&app, 1, "3 hello").await).await.contains("hello"));
    clock.settle().await;
    assert!(idle.is_over().await);
}

#[tokio::test]
async fn queued_pushes_prevent_idle() {
    let clock = Arc::new(VirtualClock::default());
    let app = app(bot(&clock).on(|_: Text| async {}).max_running(1));
    let requests = ["6 one", "nothing to say", "nothing to say"];
    let asking = requests.iter().enumerate().map(|(id, content)| {
        let (app, request) = (app.clone(), delivery(id as u32, content));
        tokio::spawn(async move { app.oneshot(request).await.unwrap().status() })
    });
    let asking: Vec<_> = asking.collect();
    clock.advance(SECOND).await;
    asking.iter().for_each(|asking| asking.abort());
    let mut idle = Idle::of(&app);
    clock.advance(4 * SECOND).await;
    assert!(!idle.is_over().await);
    // The first reply still waits for a retry and must not be lost.
    clock.advance(SECOND).await;
    assert!(!idle.is_over().await);
    assert!(read(deliver(&app, 0, "6 one").await).await.contains("one"));
    clock.settle().await;
    assert!(idle.is_over().await);
}

#[tokio::test]
async fn several_tasks_can_wait_for_idle() {
    let clock = Arc::new(VirtualClock::default());
    let app = app(bot(&clock));
    let response = deliver(&app, 1, "0 hello").await;
    let (mut one, mut other) = (Idle::of(&app), Idle::of(&app));
    assert!(!one.is_over().await && !other.is_over().await);
    // Dropping a waiter has no effect.
    let mut given_up = Idle::of(&app);
    assert!(!given_up.is_over().await);
    drop(given_up);
    read(response).await;
    assert!(one.is_over().await);
    let response = deliver(&app, 2, "0 hello").await;
    assert!(other.is_over().await, "it was idle in between");
    assert!(!is_idle(&app));
    read(response).await;
    assert!(is_idle(&app));
}

/// An inbox or a reply channel that waits until it is released.
#[derive(Debug, Clone)]
struct Held(watch::Receiver<bool>);

impl Held {
    async fn pass(&self) {
        let mut gate = self.0.clone();
        let _ = gate.wait_for(|open| *open).await;
    }
}

#[tokio::test]
async fn pending_inbox_operations_prevent_idle() {
    let clock = Arc::new(VirtualClock::default());
    let (open, gate) = watch::channel(false);
    let held = Held(gate);
    let hook: Hook = Arc::new(move |operation, _| {
        let held = held.clone();
        Box::pin(async move {
            if operation == "finish" {
                held.pass().await;
            }
            Ok(())
        })
    });
    let inbox = HookedInbox::new(Arc::new(MemoryInbox::new(clock.clone())), hook);
    let app = app(bot(&clock).inbox(Arc::new(inbox)));
    let response = tokio::spawn({
        let app = app.clone();
        async move { read(deliver(&app, 1, "0 hello").await).await }
    });
    let mut idle = Idle::of(&app);
    clock.advance(60 * SECOND).await;
    assert!(!idle.is_over().await);
    open.send(true).unwrap();
    clock.settle().await;
    assert!(response.await.unwrap().contains("hello"));
    assert!(idle.is_over().await);
}

impl ReplyChannel for Held {
    fn name(&self) -> &'static str {
        "held"
    }

    fn limits(&self) -> &'static MessageLimits {
        const LIMITS: &MessageLimits = &MessageLimits::new(&[MessageKind::Text]);
        LIMITS
    }

    fn send<'a>(&'a self, _: &'a Destination, _: Message) -> BoxFuture<'a, Result<(), SendError>> {
        Box::pin(async {
            self.pass().await;
            Ok(())
        })
    }
}

/// A source that delivers one message, and stops when told to.
#[derive(Debug)]
struct One;

impl Source for One {
    fn name(&self) -> &'static str {
        "one"
    }

    fn run(
        self: Arc<Self>,
        intake: Intake,
        stop: weixin::bot::CancellationToken,
    ) -> BoxFuture<'static, Result<(), BoxError>> {
        Box::pin(async move {
            let header = Header::new("ann", "lines", 0).with_msg_id("1");
            let inbound = Inbound::of(&header, &Text::new(header.clone(), "0 hi"), Format::Json);
            let push = Verified::vouch(inbound, Provenance::LongConnection);
            drop(intake.accept(intake.envelope(push), ReplyWindow::None).await?);
            stop.cancelled().await;
            Ok(())
        })
    }
}

#[tokio::test]
async fn sources_and_messages_being_sent_prevent_idle() {
    let clock = Arc::new(VirtualClock::default());
    let (open, gate) = watch::channel(false);
    let account = weixin::api::AccountId::new(weixin::api::AccountKind::Official, "lines");
    let mounted = MountedAccount::new(account).with_channel(Held(gate));
    let app = bot(&clock).mount(mounted, One).build(&Config::default()).unwrap();
    app.start();
    clock.settle().await;
    let mut idle = Idle::of(&app);
    assert!(!idle.is_over().await);
    app.stop();
    clock.settle().await;
    assert!(!idle.is_over().await, "a message is on its way");
    open.send(true).unwrap();
    clock.settle().await;
    assert!(idle.is_over().await);
}
