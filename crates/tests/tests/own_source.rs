//! A custom source and reply channel.
#![allow(clippy::unwrap_used)]

#[path = "own_source/lines.rs"]
mod lines;

use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use lines::{LineSource, Lines};
use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
};
use weixin::{
    api::{AccountId, AccountKind},
    bot::{Answer, MountedAccount, Rejected, ReplyWindow},
    emulator::VirtualClock,
    prelude::*,
};
use weixin_tests::test_source::{self, TestSource, text};

#[test]
fn source_and_channel_have_less_than_80_lines() {
    assert!(include_str!("own_source/lines.rs").lines().count() < 80);
}

#[tokio::test]
async fn lines_over_tcp_are_pushes_and_replies() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let lines = Lines::default();
    let runs = Arc::new(AtomicUsize::new(0));
    let counter = Arc::clone(&runs);
    let bot = Bot::new()
        .on(command("twice", async || vec!["one", "two"]))
        .on(move |msg: Text| {
            counter.fetch_add(1, Ordering::Relaxed);
            async move { format!("{}: {}", msg.header.from, msg.content) }
        })
        .mount(
            MountedAccount::new(AccountId::new(AccountKind::Official, "lines"))
                .with_channel(lines.clone()),
            LineSource(listener, lines),
        );
    let app = bot.build(&Config::default()).unwrap();
    app.start();

    let connection = TcpStream::connect(address).await.unwrap();
    let (reader, mut writer) = connection.into_split();
    let mut reader = BufReader::new(reader).lines();
    // The second line is a retry of the first, and the third exceeds the maximum length of a
    // message.
    writer.write_all(b"ann 1 hi\nann 1 hi\nann 2 0123456789\nbob 1 twice\n").await.unwrap();
    for expected in ["ann: hi", "ann: 01234", "56789", "one", "two"] {
        assert_eq!(reader.next_line().await.unwrap().unwrap(), expected);
    }
    assert_eq!(runs.load(Ordering::Relaxed), 2);
    app.stop();
    app.idle().await;
}

#[tokio::test]
async fn a_handler_that_needs_a_client_is_reported_at_start() {
    let bot = Bot::new()
        .on(async |_: Text, _: Client| "never")
        .mount(test_source::account(), TestSource::default());
    let error = bot.build(&Config::default()).unwrap_err();
    assert!(error.route_problems()[0].contains("MountedAccount::with_client"), "{error}");
}

/// A handler that waits until it is released.
fn gated(
    clock: &Arc<VirtualClock>,
    runs: &Arc<AtomicUsize>,
) -> (tokio::sync::watch::Sender<bool>, Bot) {
    let (go, gate) = tokio::sync::watch::channel(false);
    let runs = Arc::clone(runs);
    let bot = Bot::new().clock(clock.clone()).on(move |msg: Text| {
        let mut gate = gate.clone();
        runs.fetch_add(1, Ordering::Relaxed);
        async move {
            gate.wait_for(|open| *open).await.unwrap();
            msg.content
        }
    });
    (go, bot)
}

#[tokio::test]
async fn pushes_above_capacity_are_rejected_and_can_be_retried() {
    let clock = Arc::new(VirtualClock::default());
    let runs = Arc::new(AtomicUsize::new(0));
    let (go, bot) = gated(&clock, &runs);
    let intake = test_source::start(bot.max_running(1).max_queued(1)).await.1;
    let accept = |user: &'static str| {
        let intake = intake.clone();
        async move { intake.accept(intake.envelope(text(user, "1", "x")), ReplyWindow::None).await }
    };
    let (running, waiting) = (accept("ann").await.unwrap(), accept("bob").await.unwrap());
    assert!(matches!(accept("eve").await, Err(Rejected::Busy)));
    // The retry of a queued push joins it and takes no capacity.
    assert!(matches!(accept("bob").await.unwrap().answer().await, Answer::Acknowledgement));
    go.send(true).unwrap();
    running.handled().await;
    waiting.handled().await;
    intake.room().await;
    let ticket = accept("eve").await.unwrap();
    ticket.handled().await;
    assert_eq!(runs.load(Ordering::Relaxed), 3, "eve's push was not taken for a repeat");
}

#[tokio::test]
async fn a_handler_past_its_deadline_frees_capacity() {
    let clock = Arc::new(VirtualClock::default());
    let runs = Arc::new(AtomicUsize::new(0));
    let counter = Arc::clone(&runs);
    let hangs = move |_: Text| {
        let run = counter.fetch_add(1, Ordering::Relaxed);
        async move {
            if run == 0 {
                std::future::pending::<()>().await;
            }
            "done"
        }
    };
    let bot =
        Bot::new().clock(clock.clone()).on(weixin::bot::deadline(Duration::from_secs(60), hangs));
    let intake = test_source::start(bot).await.1;
    let accept = |id| intake.accept(intake.envelope(text("ann", id, "x")), ReplyWindow::None);
    let first = accept("1").await.unwrap();
    let second = accept("2").await.unwrap();
    assert_eq!(runs.load(Ordering::Relaxed), 1, "the second waits for the first");
    clock.advance(Duration::from_secs(60)).await;
    first.handled().await;
    second.handled().await;
    assert_eq!(runs.load(Ordering::Relaxed), 2);
}
