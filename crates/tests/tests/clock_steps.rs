//! Bots whose clocks disagree: a bot whose clock jumps ahead takes over what another one is still
//! handling, and nevertheless nothing is answered twice.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use std::{
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use common::*;
use tokio::sync::Semaphore;
use weixin::{
    InboxConfig,
    bot::{App, inbox::Inbox},
    emulator::VirtualClock,
    prelude::*,
    protocol::{Format, Mode, Product},
};
use weixin_tests::{api_stub::ApiStub, wait::poll_until};

const SECOND: Duration = Duration::from_secs(1);

/// A bot with a clock of its own.
struct Skewed {
    clock: Arc<VirtualClock>,
    app: App,
    inbox: Arc<dyn Inbox>,
    runs: Arc<AtomicUsize>,
    /// Handlers return once they get a permit.
    permits: Arc<Semaphore>,
}

impl Skewed {
    fn new(file: &Path, api: &Arc<ApiStub>) -> Self {
        let clock = Arc::new(VirtualClock::default());
        let (runs, permits) = (Arc::<AtomicUsize>::default(), Arc::new(Semaphore::new(0)));
        let (begun, wanted) = (runs.clone(), permits.clone());
        let settings = InboxConfig::new(format!("sqlite:{}", file.display()));
        let inbox = Config::default().inbox(settings);
        let inbox = inbox.open_inbox(&(clock.clone() as Arc<dyn weixin::api::Clock>)).unwrap();
        let bot = Bot::new().clock(clock.clone()).transport(api.clone()).inbox(inbox.clone()).on(
            move |_: Text| {
                begun.fetch_add(1, Ordering::Relaxed);
                let permits = wanted.clone();
                async move {
                    permits.acquire().await.unwrap().forget();
                    "the answer"
                }
            },
        );
        let config = Config::new(account(Product::Official).clock_tolerance(None))
            .inbox(InboxConfig::default().attempts(3));
        Self { clock, app: bot.build(&config).unwrap(), inbox, runs, permits }
    }

    fn runs(&self) -> usize {
        self.runs.load(Ordering::Relaxed)
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_clock_that_jumps_ahead_leads_to_another_run_and_not_to_another_answer() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("inbox.sqlite");
    let api = Arc::<ApiStub>::default();
    let (one, ahead) = (Skewed::new(&file, &api), Skewed::new(&file, &api));
    let push = text(Product::Official, 7, "hello", Format::Xml);
    let push = push_at(Product::Official, &push, Mode::Safe, NOW);
    let (app, request) = (one.app.clone(), deliver(&push));
    let delivery = tokio::spawn(async move { answer(&app, request).await });
    poll_until(async || (one.runs() == 1).then_some(())).await.unwrap();
    one.clock.advance(5 * SECOND).await;
    assert_eq!(delivery.await.unwrap().1, "", "acknowledged");

    ahead.app.ready().await.unwrap();
    ahead.clock.advance(60 * SECOND).await;
    let taken_over = poll_until(async || {
        ahead.clock.advance(SECOND).await;
        (ahead.runs() == 1).then_some(())
    });
    taken_over.await.unwrap();
    ahead.permits.add_permits(1);
    let sent = poll_until(async || {
        ahead.clock.advance(SECOND / 10).await;
        (api.sent().len() == 1).then_some(())
    });
    sent.await.unwrap();

    // The first bot notices that it has lost the push.
    one.permits.add_permits(1);
    let app = one.app.clone();
    let idle = tokio::spawn(async move { app.idle().await });
    let ended = poll_until(async || {
        one.clock.advance(SECOND / 10).await;
        idle.is_finished().then_some(())
    });
    ended.await.unwrap();
    assert_eq!(api.sent(), ["the answer"]);
    let stats = one.inbox.stats().await.unwrap();
    assert_eq!((stats.waiting, stats.claimed, stats.parked), (0, 0, 0));
}
